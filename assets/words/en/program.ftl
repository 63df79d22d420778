# The program: command line, analysis report.

cli-about = Mufakat: a negotiation simulation. Two countries write one treaty; the principles of bilateral cooperation judge the outcome.
cli-usage = Usage
cli-commands = Commands
cli-options = Options
cli-after-help = Without a command the game opens. "mufakat COMMAND --help" explains each command.
cli-play = Open the game; a file with mistakes opens in the workshop
cli-list = List scenarios, counterparts or templates
cli-validate = Check scenario files: every mistake with line, cause and remedy
cli-analyse = A scenario in numbers: room for agreement, Pareto frontier, reference points, balance
cli-score = Score an agreement, with the evidence
cli-simulate = Play many talks between two counterparts
cli-replay = Tell a saved game again

cli-screenshot = Draw every screen of a sample game to PNG files
cli-arg-pictures = The folder for the pictures
cli-arg-size = Width and height of the window
cli-arg-text-size = Size of text, in per cent [as the window has it]
cli-arg-theme = light or dark [light]
cli-arg-contrast = High contrast, as in the settings
cli-mistake-size = "{ $size }" is no size; write for example 1366x768.

cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-lang = Language: id or en (default: the system's, else Indonesian)
cli-arg-file = The id of a built-in scenario, or a .ron file
cli-arg-files = A .ron file, a folder of .ron files, or the id of a built-in scenario
cli-arg-json = Print JSON for other programs
cli-arg-format = text to read, json for editors [text]
cli-arg-what = scenarios, counterparts or templates
cli-arg-seat = Your seat: a (the first country) or b (the second)
cli-arg-against = Play against this counterpart
cli-arg-hot-seat = Two people take turns at one screen
cli-arg-seed-play = The seed; the same seed brings the same news
cli-arg-load = Go on with a saved game; FILE is its scenario, if it is not found by itself
cli-arg-played = The scenario that was played, if it is not found by itself
cli-arg-deal = Option ids with commas; articles that are not named stay as they are
cli-arg-no-deal = Score talks without an agreement
cli-arg-talks = The course of the talks: moves, disclosures, authors, groups heard (JSON)
cli-arg-years = Years after the signature [as the scenario says: 8]
cli-arg-seeds = How many worlds are simulated
cli-arg-a = The counterpart in the first seat
cli-arg-b = The counterpart in the second seat
cli-arg-games = How many games
cli-arg-seed = The seed of the first game; the next ones count up
cli-arg-protocol = talks: the whole talks; offers: plain alternating offers [talks]
cli-arg-steps = Rounds in the protocol offers
cli-arg-record-dir = Save every game in this folder, beside a copy of the scenario if it is your own
cli-arg-record = The file of a saved game
cli-arg-timing = Add the speed to the JSON summary

cli-value-options = [OPTIONS]
cli-value-command = COMMAND
cli-value-file = FILE
cli-value-files = FILE|FOLDER
cli-value-folder = FOLDER
cli-value-counterpart = COUNTERPART
cli-value-record = RECORD
cli-value-what = WHAT
cli-value-deal = OPTION,OPTION,...
cli-value-talks = TALKS.json
cli-value-name = NAME
cli-value-size = WIDTHxHEIGHT
cli-unknown-command = There is no command and no scenario "{ $name }".

cli-error = error
cli-warning = warning
cli-remedy = remedy
cli-here-too = this belongs to it
cli-valid = { $path }: valid ({ $found })
cli-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
cli-not-valid = { $path }: not valid ({ $found })
cli-problems = { $count ->
    [one] 1 problem
   *[other] { $count } problems
}
cli-invalid-scenario = { $path } cannot be played yet.
cli-unknown-scenario = There is no scenario "{ $name }". There are { $known }; or name a .ron file.
cli-broken-file = { $path } has mistakes and cannot be played yet: mufakat validate { $typed }
cli-bids-instead = "{ $name }" plays the talks only; with plain offers "{ $other }" bids in its place.
cli-only-talks = "{ $name }" plays the talks only; plain offers are made by { $known }.
cli-unknown-counterpart = There is no counterpart "{ $name }". There are { $known }.
cli-unknown-option = There is no option "{ $name }". There are { $known }.
cli-did-you-mean = Did you mean { $meant }?
cli-issue-twice = The article "{ $issue }" is named twice.
cli-which-deal = Name an agreement with --deal, or --no-deal.
cli-log-line = { $path }, line { $line }: this line of the log of a class cannot be read. Take the log from the console once more.
cli-unreadable = { $path } cannot be read: { $why }.
cli-standard-output = standard output
cli-record-offers = --record saves games of the talks; plain offers (--protocol offers) leave no game to replay.
cli-own-source = { $path } is the file that was read; nothing was written. Choose another name with -o.
cli-unwritable = { $path } cannot be written: { $why }.
cli-why-not-found = there is no such file
cli-why-denied = permission denied
cli-why-no-text = it is no UTF-8 text file
cli-why-folder = it is a folder
cli-why-cut = it ended in the middle
cli-why-in-the-way = there is a file where a folder is needed
cli-why-full = the disk is full
cli-why-read-only = this disk takes no writing
cli-why-name = the system takes no such file name
cli-why-port-taken = another program uses this port
cli-why-no-address = this computer does not have that address
cli-empty-folder = There is no .ron file in { $path }.
cli-bad-talks = { $path } cannot be used: { $why }.
cli-talk-json = in line { $line }, column { $column }, it is no JSON: a comma, a bracket or a quotation mark is missing or too much
cli-talk-field = "{ $name }" is none of its parts; they are { $known }
cli-talk-shape = "{ $name }" has another shape; it is written as { $shape }
cli-talk-whole = it is an object such as { $shape }
cli-talk-side = "{ $name }" is no side; use "A" or "B"
cli-talk-move = "{ $name }" is no known move; they are { $known }
cli-talk-issue = "{ $name }" is no article of this scenario; they are { $known }
cli-talk-share = consulted must be between 0 and 1, not { $name }
record-damaged = this is no saved game, or a damaged one: what stands in line { $line }, column { $column } cannot be read. Only the program writes saved games; take an unchanged copy.
record-large = this is too large for a saved game, which has { $megabytes } MB at most.
record-sealed = what is sealed in event number { $event } cannot be opened: the file was changed. Take an unchanged copy.
record-format = this is a saved game of format { $format }; this program reads format 1. Use a newer Mufakat.
record-misfit = event number { $event } does not fit the scenario: the file was changed. Take an unchanged copy.
cli-record-changed = { $path } was played with another version of { $scenario } (then { $played }, now { $now }). Restore that scenario file, or name the one that was played with --scenario.
cli-record-scenario = { $path } was played with the scenario "{ $scenario }", which is not here. Name its file: --scenario FILE.ron.
cli-told-alone = { $country } alone: { $line }
cli-not-over = This game is not over; its scores are opened at the end.
cli-took = The analysis took { $ms } milliseconds.
cli-speed = { $speed } games per second.

cli-mistake = This command makes no sense.
cli-mistake-value = "{ $value }" is no value for { $argument }. Choose from { $known }.
cli-mistake-no-value = { $argument } needs a value.
cli-mistake-number = "{ $value }" cannot be used for { $argument }: it needs a whole number from { $least } to { $most }.
cli-mistake-unknown = { $argument } is not known.
cli-mistake-missing = Missing: { $argument }.
cli-mistake-conflict = { $argument } cannot be used together with { $other }.
cli-mistake-twice = { $argument } is given twice.
cli-see-help = "mufakat --help" explains everything.

cli-column-id = id
cli-column-title = title
cli-column-issues = issues
cli-column-minutes = minutes
cli-column-difficulty = level
cli-column-name = name
cli-column-called = called
cli-column-strength = strength
cli-column-says = how it plays
cli-column-about = about
cli-column-fact = what
cli-column-value = number
cli-column-point = point
cli-column-package = package

cli-fact-issues = issues with points
cli-fact-packages = packages
cli-fact-room = packages not below either BATNA
room-uncounted = too many to count
cli-fact-frontier = points of the Pareto frontier
cli-fact-potential = integrative potential
cli-fact-bridgeless = potential without bridges
cli-fact-compromise = efficiency of the visible compromise
cli-fact-opposition = opposition
cli-fact-correlation = correlation of weights
cli-fact-passing = packages that pass C3-C6
cli-no-room = No package profits both sides.
cli-logrolls = What can be traded:
cli-compatible = What both want in the same way:
cli-no-lints = Nothing to remark: this scenario is balanced.

point-nash = Nash
point-kalai = Kalai-Smorodinsky
point-egalitarian = egalitarian
point-utilitarian = utilitarian
point-compromise = visible compromise

cli-checks = Seven checks
cli-holds = yes
cli-fails = no
cli-principles = Fourteen principles
cli-not-scored = not scored
cli-lenses = Five lenses
cli-outlook = { $years } years after, in { $worlds } worlds: it lasts to the end in { $survival }%, durability { $durability }, compliance { $compliance }%.
cli-robust = If all weights are moved by up to 20%, this grade stays in { $share }% of the trials.

cli-sum-games = games
cli-sum-agreements = end in an agreement
cli-sum-above = above both BATNAs
cli-sum-utility = mean points
cli-sum-efficiency = mean efficiency
cli-sum-rounds = mean rounds
cli-sum-endings = endings
cli-ended-agreed = agreed
cli-ended-walked-out = walked out
cli-ended-deadline = deadline
cli-ended-minimal = relation broke down
cli-sum-grades = grades

lint-b01 = No package profits both sides.
teach-b01 = Lower a BATNA (or status_quo_ante, if gains count from it) or change values, so that there is something to agree on.
lint-b02 = { $percent }% of all packages are not below either BATNA: too easy.
teach-b02 = Raise the BATNAs, so that students have to search and not only to nod.
lint-b03 = No two articles can be traded.
teach-b03 = Give the two countries different weights on opposed articles: that is where the joint gain is.
lint-b04 = There is no article that both want in the same way.
teach-b04 = One such article tests whether students take everything for a contest.
lint-b05 = On { $issue }, "{ $option }" is better for neither side than another option, and worse for at least one.
teach-b05 = An option that nobody wants teaches nothing; give it some merit.
lint-b06 = On { $issue }, "{ $option }" has the same values as another option.
teach-b06 = Give them different values, or merge them.
lint-b07 = The visible compromise is efficient already ({ $percent }%).
teach-b07 = If splitting the difference is enough, students do not learn to trade.
lint-b08 = The BATNA of { $country } is not below its share at the Nash point.
teach-b08 = That side has no reason to negotiate; lower its BATNA.
lint-b10 = On { $issue } no option is worth 100 to { $country }.
teach-b10 = The best option of each side is worth 100, so that weights mean what they say.
lint-b11 = There are { $count } packages.
teach-b11 = The program counts them exactly; for students they may be too many.
lint-b12 = { $issue } holds { $percent }% of the weight of { $country }.
teach-b12 = If one article decides everything, nothing can be traded.
lint-b13 = The Pareto frontier has only { $count } points.
teach-b13 = Add options, so that there is something to choose.
lint-b14 = The best gain of one side is { $ratio } times that of the other.
teach-b14 = The scores of the two roles are hard to compare; bring their BATNAs closer.
lint-b15 = Opposition is { $opposition }, outside 0.10 to 0.50.
teach-b15 = Too small means no conflict, too large nearly no hope.
lint-b16 = Only { $percent }% of all packages are not below either BATNA.
teach-b16 = Lower the BATNAs, so that the class does not run out of time searching.
lint-b17 = The integrative potential is { $potential }, outside 0.20 to 0.45.
teach-b17 = Below it the pie is nearly fixed; above it there is nearly no conflict.
lint-b18 = At the Nash point the share of the first country is { $percent }%.
teach-b18 = Between 45% and 55% the roles are equal; outside, say that power is unequal.
lint-b19 = No package passes C3 to C6, not even with the full clause set.
teach-b19 = Change harmful options or critical needs, so that a good outcome is possible.
lint-b20 = { $issue } has { $count } options.
teach-b20 = Three to five options are easy to read.
lint-b21 = { $country } has no critical need.
teach-b21 = Give it at least one need of 70 or more: "mutual need" should be felt.
lint-b22 = { $count ->
    [0] No pillar
   *[other] Only one pillar
} can be moved.
teach-b22 = At least two, so that sustainability means something.
lint-b23 = { $count ->
    [0] There is no locked bridging option.
    [one] There is one locked bridging option.
   *[other] There are { $count } locked bridging options.
}
teach-b23 = At least two, so that openness opens something.
lint-b24 = On { $issue } every option is a red line of somebody.
teach-b24 = No text can be signed without crossing one; leave an option that nobody rules out.
lint-b25 = The group "{ $group }" of { $country } weighs { $issue }, where all options are worth 0 to that country.
teach-b25 = That part of the group is never content; move its weight to an article that counts, or give the options there a value.
lint-b26 = No package gains for both, crosses no red line and would be accepted by the groups at home.
teach-b26 = Lower the threshold of a group, remove a red line, or offer a legal form that needs less support.

# Tournaments and agents.
cli-tournament = Everybody against everybody by alternating offers, on one or many scenarios
cli-agent = Be a counterpart for other programs: one JSON line per turn, in and out
cli-arg-counterparts = Names of counterparts with commas [all]
cli-arg-games-each = How often each pair meets
cli-arg-csv = Print a CSV table
cli-arg-agent = Who answers [mufakat]
cli-agent-waits = Waiting for JSON lines on standard input; Ctrl-D ends.
cli-agent-broken = Standard input cannot be read: { $why }.
cli-agent-long = The line is longer than 64 MB; send a shorter message.
cli-agent-unclear = This line is no message that is known: { $why }. Known are hello, start, turn and end.
cli-agent-unknown-session = There is no negotiation { $session }; send "start" first.
cli-agent-misfit = The number of issues or options does not fit the "start" of this negotiation.
cli-agent-empty = An issue has no options; each needs at least one.
cli-agent-many-options = An issue has more than 65,535 options.
cli-agent-too-large = There are more than about ten trillion packages; use fewer issues or options.
cli-agent-not-finite = A value is not an ordinary number (NaN or infinite).
cli-league-name = counterpart
cli-league-advantage = advantage
cli-league-worst = weakest against
cli-league-self = itself
cli-league-deals = deals
cli-league-pareto = Pareto distance
cli-league-below = below BATNA
cli-league-ms = ms
cli-league-note = { $count } negotiations. Advantage = (utility - BATNA) / (best utility - BATNA), 0 without a deal.
