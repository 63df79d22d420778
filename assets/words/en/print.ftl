# Paper: sheets to print and reports of games.

print-foot = Mufakat · { $id } · version { $version } · { $hash }
print-only-for = CONFIDENTIAL · for { $country } alone
print-only-teacher = CONFIDENTIAL · for the teacher alone
print-and = and

# The names of documents, and of their files.
print-shared = Shared sheet
print-file-shared = shared-sheet
print-shared-short = Shared sheet, short
print-file-shared-short = shared-sheet-short
print-confidential = Confidential sheet
print-file-confidential = confidential-sheet
print-confidential-short = Confidential sheet, short
print-file-confidential-short = confidential-sheet-short
print-points-sheet = Score sheet
print-file-points-sheet = score-sheet
print-agreement = Agreement form
print-file-agreement = agreement-form
print-plates = Name plates
print-file-plates = name-plates
print-quiz-sheet = Quiz
print-file-quiz-sheet = quiz
print-teaching = Teaching note
print-file-teaching = teaching-note
print-report = Report of a game
print-file-report = report
print-observation = Observation
print-file-observation = observation
print-treaty = Text of the treaty
print-file-treaty = treaty
print-file-scores = scores
print-file-record = record

# The shared sheet.
print-situation = The situation
print-issues-note = Each article is settled by exactly one option. Without an agreement things stay as they are. An article in reserve comes in only if both sides agree to bring it to the table. A bridge opens when both sides have told how much that article matters to them, or when a mediator proposes it.
print-reserve = in reserve
print-status-quo = as things are
print-bridge = bridge
print-sweetener = mediator only
print-how = How to play
print-how-1 = Read this sheet and your confidential sheet. Show your numbers to nobody; you may say whatever you like about what matters to you.
print-how-2 = Every offer names one option for each article. Nothing is agreed until everything is agreed.
print-how-3 = Write the result on the agreement form and sign it. Or part without an agreement: each side then gets what its alternative (BATNA) is worth.
print-how-4 = The text enters into force only if enough of the groups at home agree to it on both sides; the legal form says how many.
print-facts = Facts and sources
print-author = Author: { $author }. Licence: { $licence }.

# The confidential sheet and the score sheet.
print-confidential-note = This sheet is for your delegation alone. Words may cross the table; the paper may not.
print-role = Your brief
print-issue = Article
print-points = Points
print-batna = Without an agreement you get { $points } points.
print-batna-note = A text that is worth less to you is worse than going home without one.
print-needs-note = How large each need is, from 0 to 100. Critical needs must be met to at least { $least }.
print-before = What there was before the other side changed it is worth { $points } points to you.
print-before-counts = What there was before the talks is worth { $points } points to you; your gain is counted from there.
print-groups-note = The text enters into force only if enough of them agree.
print-group = Group
print-influence = Influence
print-looks-at = Looks at
print-looks-pillar = Pillar: { $name }
print-prepare = Prepare before the talks
print-prepare-1 = How many points do you aim at, and where is the least that you accept?
print-prepare-2 = What matters most to the other side? Rank three articles, and test your guess by asking.
print-prepare-3 = Which article is cheap for you and may be dear to them?
print-prepare-4 = Who at home must agree, and what do they look at?
print-points-note = What each option is worth to you. Add up every offer before you answer it.
print-option = Option
print-offer = Offer { $no }
print-red-line = red line: do not sign
print-sum = Sum
print-compare = Compare: without an agreement you get { $points } points.
print-no-points = Without points for you: { $issues }. The options there still decide whether the text is kept and approved at home.

# The agreement form and the name plates.
print-agreement-note = Tick exactly one option for each article. Articles in reserve only if they were brought to the table.
print-pair = Pair
print-date = Date
print-article = Article
print-tick-one = One option
print-no-agreement = No agreement: the talks end without a common text.
print-typed = For the teacher: this result is scored with
print-typed-codes = and the codes that are ticked, with commas between them; or --no-deal.
print-plate-shows = Name plate of { $country }, to be folded in the middle so that both sides of the table can read it.

# The teaching note.
print-aims = Aims of the lesson
print-course = The lesson step by step
print-course-1 = Hand out the shared sheet to all, and to each delegation only its own confidential sheet and score sheet. Reading: { $reading } minutes.
print-course-2 = Preparation, five minutes: each delegation writes down its target and guesses the three things that matter most to the other side.
print-course-3 = Talks: { $minutes } minutes, or { $rounds } rounds. Announce the time that is left half-way and at the last five minutes.
print-course-4 = The agreement form is filled in and signed, also where there is no agreement. Each pair can be scored while the class answers the private questions.
print-course-5 = Debrief: show all results against the Pareto frontier without names, then discuss the questions. Do not compare the points of the two countries.
print-usual = What usually happens
print-potential = Where the pie can grow
print-numbers = The case in numbers
print-room = There are { $packages } packages; no worse for anybody than no agreement: { $room }. The Pareto frontier has { $frontier } points.
print-point = Reference point
print-frontier-shows = The Pareto frontier with { $points } points, the BATNAs of both countries and the reference points.
print-frontier-caption = Further right is better for the first country, further up is better for the second. There are no packages beyond the line.
print-packages = Reference packages
print-best-passing = Best that passes C3 to C6
print-egalitarian = Egalitarian
print-utilitarian = Utilitarian
print-compromise = Visible compromise
print-trade = What can be traded
print-class = What your class will look like
print-class-says = { $pairs } pairs of computer counterparts of mixed skill, half of them novices, have played this case: { $agreed } came to an agreement, with an efficiency of { $efficiency } on average, and { $beneficial } of the agreements pass all seven checks. Students may of course differ; the shape of the cloud seldom does.
print-class-shows = The dots of { $pairs } pairs against the Pareto frontier; pairs without an agreement, not drawn: { $none }.
print-class-caption = Each dot is the agreement of one pair. Beyond the line: news or an article in reserve made the pie grow. Pairs without an agreement: { $none }.
print-pair-passes = All checks hold
print-pair-fails = A check fails
print-check = Check
print-failing = Fails in agreements
print-class-seats = Mean gain against the best for each seat: { $first } { $a }, { $second } { $b }. Tell the seat from the skill when you discuss results.
print-news = News from outside
print-news-note = Read it out at the beginning of the round that is named, if the dice will have it.
print-news-when = (Round { $round }, chance { $chance })
print-news-batna = BATNA of { $country }: { $change }.
print-news-value = { $issue }, { $option }: { $changes } points.
print-news-drawn = Draw lots whom it concerns.
print-questions = Questions for the debrief
print-quiz = Quiz before and after
print-quiz-note = The right answers are ticked. The same questions twice show what was learnt.
print-quiz-sheet-says = Answer what you know; leave open what you do not. This is no mark.
print-quiz-name = Name

# Reports.
print-own-points = Your points
print-own-batna = Without an agreement (BATNA)
print-own-before = Before the talks
print-own-gain = Gain
print-own-best = Of the best gain for you
print-own-target = Your target
print-evidence = Evidence
print-dance = Your dance of offers
print-explored = Packages explored off the record
print-dance-shows = The offers of { $country }, { $count } of them, against the Pareto frontier.
print-guess = What matters to { $other }
print-truth = Truth
print-guessed = Guess
print-after = The years after
print-years-show = { $years } years: what each country received against what had been promised.
print-outlook = One story; dashed line: what was promised. In { $worlds } worlds this text lived to the end in { $survival }, compliance { $compliance }, durability { $durability }. The points of the two countries cannot be compared: their scales differ.

# The text of the treaty.
print-treaty-between = Between the Government of { $first } and the Government of { $second }
print-parties = The Government of { $first } and the Government of { $second }, hereinafter “the Parties”,
print-guided = guided by the principles of
print-guided-always = mutual respect for sovereignty and mutual benefit
print-desiring = with the aims of
print-have-agreed = have agreed as follows:
print-article-no = Article { $number }
print-chapter = Chapter { $number }
print-other = Other provisions
print-implementation = Implementation and monitoring
print-final = Final provisions
print-in-force = This text enters into force when both Parties have notified each other that their domestic requirements have been met. Differences of interpretation are settled by consultation.
print-done = Done in two originals, both being equally authentic.
print-for-government = For the Government of
print-invented-text = The text of a simulation; it binds nobody.

# Commands.
cli-sheets = Write sheets to print: shared, confidential, points, agreement form, name plates, teaching note
cli-report = Write the report of a game that is over: a page for each player, the treaty, the scores
cli-arg-paper-out = The folder for the files
cli-arg-paper-format = pdf, html, or both [pdf]
cli-arg-large = Large type, 16 points and more
cli-arg-sheets-games = Pairs that play for the picture of the class in the teaching note; 0 for no picture
cli-arg-semicolon = CSV with semicolons and decimal commas
cli-paper-written = { $count } files written to { $path }.
cli-paper-failed = { $name } cannot be made: { $why }. Try --format html.
cli-report-running = { $path } is not over. A report opens the secrets of both sides; play it to its end first.
cli-arg-class = Play so many trial pairs besides: two Diplomats, and a class of mixed skill
cli-class-title = A class of mixed skill, { $pairs } pairs:
cli-class-agreed = ended with an agreement
cli-class-efficiency = mean efficiency
cli-class-beneficial = pass all seven checks
cli-class-failing = Agreements that fail each check:
cli-class-seats = Mean gain of each seat:
cli-class-fair = The seats differ by { $difference } percentage points: balanced.
cli-class-unfair = The seats differ by { $difference } percentage points, more than 8: tell the class that the positions are not equal, or change values and BATNAs.
cli-class-legend = To the right: points of { $first }; upwards: points of { $second }. Dots: the Pareto frontier; o: a pair, 8: several; N: the Nash point; +: no agreement. Beyond the frontier: news or an article in reserve made the pie grow.
print-reached = What was reached
print-of-paper = These talks were held on paper: only their result is known. Offers, guesses and the years after were not recorded, so nothing is said of them here.
print-lacking = { $count ->
    [one] One letter is
   *[other] { $count } letters are
} missing from the fonts for this paper and shown as “?”. The HTML version of this document shows them.
