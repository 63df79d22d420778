# The author's workshop: templates, tables, and watching a file.

cli-new = Begin a scenario from a template, ready to play and to change
cli-value-title = TITLE
cli-arg-new-name = Title of the scenario; its id and the name of its file are made of it
cli-arg-template = Template: { $names }; the smallest if none is named
cli-arg-new-out = File to write; otherwise scenarios/ID.ron
cli-new-no-name = No id can be made of "{ $name }". Use a title with Latin letters or digits.
cli-new-unknown = There is no template "{ $name }". There are: { $known }.
cli-new-exists = { $path } is there already and is not written over. Choose another title, or another file with -o.
cli-new-taken = A scenario that ships has the id { $id }; a new file would hide it. Choose another title.
cli-new-next =
    Play it at once: mufakat { $play }
    Change the file with any text editor; every field is explained in it. While you write: mufakat watch { $path }
cli-column-alias = other name

# Tables: headings of columns and rows.
table-sheet-options = Options
table-sheet-countries = Countries
table-issue = issue
table-title = issue title
table-sector = sector
table-kind = kind
table-reserve = reserve
table-weight = weight
table-option = option
table-label = label
table-article = article
table-value = value
table-status-quo = status quo
table-lock = lock
table-harmful = harmful
table-sovereignty = sovereignty
table-dependence = dependence
table-effort = effort
table-meets = meets
table-transparency = transparency
table-monitoring = monitoring
table-flexibility = flexibility
table-inclusion = inclusion
table-embedding = embedding
table-enforcement = enforcement
table-results = results
table-special-treatment = special treatment
table-capacity-transfer = capacity transfer
table-obligation = obligation
table-quota = quota
table-first = first
table-second = second
table-yes = yes
table-bridge = bridge
table-sweetener = sweetener
table-country = country
table-name = name
table-batna = BATNA
table-status-quo-ante = status quo ante
table-development = development
table-patience = patience
table-capacity = capacity
table-trust = trust
table-rivalry = rivalry
table-needs = needs
table-country-name = Country { $letter }
table-comment = Made from a table with "mufakat import". Add background, briefs, groups, news and a teaching note; docs/scenario-guide.md explains each field.
table-background = { $first } and { $second } negotiate one text. Write here what both sides know.
table-batna-story = Without an agreement { $name } goes another way. Write its story here.

problem-cell-unreadable = This file is no workbook that can be read.
remedy-cell-unreadable = Save it as XLSX, ODS or CSV, without a password.
problem-cell-far = This cell holds something far outside the table.
remedy-cell-far = Delete what it holds (in the spreadsheet, Ctrl+End goes there) and save again.
problem-cell-no-rows = There is no table of options here.
remedy-cell-no-rows = Write one row of headings, at least issue, option and value, then one row for each option; "mufakat export SCENARIO --to csv -o FILE.csv" gives an example.
problem-cell-column-unknown = The column "{ $name }" is not known and not read.
remedy-cell-column-unknown = Nothing to do if it holds notes of your own; otherwise look at its heading.
problem-cell-row-unknown = The row "{ $name }" is not known and not read.
remedy-cell-row-unknown = Nothing to do if it holds notes of your own; otherwise look at its first word.
problem-cell-no-option = This row has values but names no option.
remedy-cell-no-option = Write the id or the name of the option in that row; a formula without a stored result reads as an empty cell: save the sheet once more in your spreadsheet program.
problem-cell-total-row = The row "{ $name }" sums up the others and is not read.
remedy-cell-total-row = Nothing to do.
problem-cell-column-twice = The column heading "{ $name }" stands twice; the first is read.
remedy-cell-column-twice = Delete the second column, or give it another heading.
problem-cell-sides = The heading "{ $name }" names neither country; such columns are read in their order.
remedy-cell-sides = Write "first" or "second", or the name of the country as the scenario has it, so that no numbers are swapped.
problem-cell-side-unknown = The heading "{ $name }" names neither country of this scenario.
remedy-cell-side-unknown = Write the name of the country as the scenario has it, or "first" and "second": a guess could swap the numbers.
problem-cell-names-swapped = This table exchanges the names of the two countries, while weights, sheets and articles stay.
remedy-cell-names-swapped = Exchange the two columns if they are the wrong way round, or delete the row of names.
problem-cell-open-quote = A quote is opened in this row and never closed; all rows behind it become one cell.
remedy-cell-open-quote = Remove that quote ", or close the text.
problem-cell-no-issue = This option belongs to no issue.
remedy-cell-no-issue = Write the id or the title of the issue in the first row of each issue.
problem-cell-number = "{ $found }" is no number.
remedy-cell-number = Write a number only, such as 40 or 37.5; if it looks like a date, format the cell as text.
problem-cell-rounded = { $found } is rounded to { $used }: the game plays whole numbers.
remedy-cell-rounded = Write a whole number if you do not want this rounding.
problem-cell-divided = The weight { $found } becomes { $used }: it is divided by their sum, { $sum }, to a hundred whole points.
remedy-cell-divided = Write weights that sum to 100 if this division is not wanted.
problem-cell-share = { $found } is less than one on a scale of a hundred.
remedy-cell-share = Write { $meant } if that is meant, without the format of per cent.
problem-cell-fact = "{ $found }" is neither yes nor no.
remedy-cell-fact = Write yes, or leave the cell empty.
problem-cell-kind = "{ $found }" is no kind of issue.
remedy-cell-kind = Write Clauses for a clause set, Instrument for a legal form, or leave the cell empty.
problem-cell-lock = "{ $found }" is no lock.
remedy-cell-lock = Write bridge or sweetener, or leave the cell empty.
problem-cell-two-weights = The issue "{ $name }" has another weight at { $place }.
remedy-cell-two-weights = Leave one weight for each issue and country.
problem-cell-option-twice = This row is about the option "{ $name }", as is the row at { $place }.
remedy-cell-option-twice = Leave one row for each option. A table adds no options: make the new one in the scenario first, with an id of its own.
problem-cell-weights-sum = The weights of country { $side } sum to { $sum }, not to 100.
remedy-cell-weights-sum = Change them so that they sum to 100 (issues in reserve do not count), or use --normalise.
    .window = Change them so that they sum to 100 (issues in reserve do not count), or have them divided by their sum: a box below the list of files does that.
problem-cell-no-sector = The issue "{ $name }" has no sector; Economy is used.
remedy-cell-no-sector = Add a column sector, or change sector in the scenario file.
problem-cell-no-batna = { $name } has no BATNA; { $used } is used.
remedy-cell-no-batna = Add a section of countries with a row BATNA, or change batna in the scenario file.
problem-cell-no-needs = { $name } has no needs; { $sector }: 70 is used.
remedy-cell-no-needs = Add a section of countries with a row needs, or change needs in the scenario file.
problem-cell-added = There is no issue of kind { $kind }; one was added from a template.
remedy-cell-added = Change it in the scenario file; neither carries points of its own.
problem-cell-exact = This scenario has exact utilities; whole points of a table would contradict them.
remedy-cell-exact = Delete exact from the scenario file and import again.

cli-arg-into = Scenario that the table updates: only what the table names changes
cli-arg-delimiter = Separator of the CSV file: semicolon, comma or tab
cli-arg-titled = Title of a scenario made of a table; otherwise the name of its file
cli-table-read = Table: { $issues } issues, { $options } options, between { $first } and { $second }.
cli-table-merged = { $count ->
    [0] Nothing has changed.
    [one] One place has changed; the rest stays as it was written.
   *[other] { $count } places have changed; the rest stays as it was written.
}
cli-table-nothing-written = Nothing is written.
cli-table-into-only = --into is for tables only (CSV, XLSX, ODS, XLS).
cli-table-alone = Import one table at a time, without other files.
cli-table-several = There are several tables in that folder: { $files }. Name one.
cli-table-unwritten = The workbook cannot be written: { $why }

cli-watch = Check a scenario file and its balance again each time it is saved; Ctrl-C ends
cli-arg-watched = Scenario file; it need not be there yet
cli-arg-once = Once only, for scripts: exit code 0 valid, 1 invalid
cli-arg-watch-format = text to read, lines for editors: FILE:LINE:COLUMN: error|warning: ... [rule]
cli-watch-waiting = Waiting for the next save; Ctrl-C ends.
cli-watch-missing = { $path } is not there; waiting until it is saved.
cli-watch-room = Room: { $room } of { $packages } packages are not below either BATNA; { $frontier } points of the Pareto frontier.
cli-watch-nash = Nash: { $first } { $a }, { $second } { $b } with { $package }. Integrative potential { $potential }; the visible compromise reaches { $compromise }%.

# The workshop in the window.
workshop-title = Scenario workshop
workshop-says = Write a scenario in any text editor with this window beside it: every save shows at once what students will see.
workshop-open = Open in the workshop
workshop-own = Your files
workshop-own-none = None yet. Make a new one here, or copy a .ron file into the folder of scenarios and choose "Read again".
workshop-broken = It has mistakes
workshop-new = A new scenario
workshop-new-title = Title
workshop-new-from = Begin with
workshop-new-says = A template is small, complete and balanced, with an explanation of every field. A copy brings all of a shipped scenario.
workshop-new-make = Make the file
workshop-from-table = Spreadsheet (XLSX, CSV, ODS)
workshop-new-divided = Divide weights that do not sum to 100 by their sum
workshop-new-table-says = One row for one option: issue, option, value first, value second, weight first, weight second. What the table does not name is filled in with middling values, and told.
spreadsheet-path = Spreadsheet file
spreadsheet-path-hint = path of the file, such as ~/Documents/points.xlsx
spreadsheet-drop = Choose below, type its path, or drag the file onto this window.
spreadsheet-drop-now = Drop the file now.
spreadsheet-found = Found, the latest first
spreadsheet-none = There is no spreadsheet beside the scenarios, in Documents or in Downloads.
workshop-template = Template: { $name }
workshop-copy = Copy: { $title }
workshop-other = Another file
workshop-copy-path = Copy the path
workshop-copied = Path copied
workshop-folder = Open the folder
workshop-folder-does = Shows the folder of this file in the file manager of your computer.
workshop-folder-not-shown = The folder { $path } cannot be shown: { $why }. Copy the path of the file and open its folder yourself.
workshop-folder-no-program = there is no program that shows folders
workshop-start = Start a game with this version
workshop-host = Host a class with this version
workshop-versions = Games and classes that run already keep their own version; a new save counts for the next game.
workshop-tab-sheet = { $country }'s sheet
workshop-tab-shared = Shared sheet
workshop-tab-talks = Talks
workshop-talks-of = As { $country } sees it
workshop-talks-says = The draft at the beginning of the talks. Try the options; nothing is sent.
workshop-missing = This file is not there, or no longer.
workshop-missing-remedy = Save it again under the same name; the workshop waits for it.
workshop-place = Line { $line }, column { $column }
workshop-more = { $count ->
    [one] { $count } more problem
   *[other] { $count } more problems
}
workshop-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
workshop-fine = Valid, without warnings.
workshop-error = Error
workshop-warning = Warning
workshop-last-good = Below is the last version that can be played.
workshop-no-version = There is no version yet that can be played, and so no preview.
workshop-mend = Mend mechanical mistakes
workshop-mend-title = What will change
workshop-mend-says = Nothing is written yet. What the author meant stays; rules: { $what }
workshop-mend-write = Write these changes
workshop-tab-projector = Projector
workshop-tab-debrief = Debrief
workshop-tab-edit = Edit
workshop-tab-balance = Balance
workshop-projector-says = What the whole class reads on the wall, at the size that it has there; nobody's points stand here before the debrief.
workshop-projector-minutes = { $minutes } minutes
workshop-projector-articles = Who chose what
workshop-projector-pairs = { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
}
workshop-projector-results = Every result against the frontier
workshop-playing = Two counterparts are playing this version …
workshop-unfinished = The trial game did not end, so there is no debrief. Look at the number of rounds and options.
workshop-debrief-says = A trial game of two counterparts; the same text always gives the same game.
workshop-reckoning = Being reckoned …
workshop-room = Room for agreement
workshop-efficiency = Efficiency
workshop-logrolls = Can be traded
workshop-compatible = Wanted by both
workshop-lints = Remarks for the lesson
workshop-class = What your class will look like
workshop-class-says = Twenty pairs of counterparts, half of them novices, play this version in the background. Nothing is kept.
workshop-class-play = Play a trial class
workshop-class-plays = The trial class is playing …
workshop-class-old = This class played an earlier version.
workshop-new-where = New files are kept in { $path }
workshop-frontier = The Pareto frontier
