# Mistakes in scenario files: the cause (problem-) and the remedy (remedy-).

problem-after-end = There is something after the last closing bracket.
remedy-after-end = Delete it, or move it inside the brackets.
problem-bare-file = This file does not begin with an opening bracket.
remedy-bare-file = Write "(" on the first line and ")" on the last: the whole scenario stands between them.
problem-before-start = There is text before the first opening bracket.
remedy-before-start = Delete it, or make it a comment with // before it.
problem-all-red = All options of the article "{ $name }" are red lines of one country.
remedy-all-red = Leave at least one option that may be signed.
problem-bad-colour = "{ $found }" is no colour.
remedy-bad-colour = Write a colour as "#8a3d2f": a # and six hexadecimal digits.
problem-bad-escape = "\{ $character }" is no special character.
remedy-bad-escape = Write a backslash twice; write \n for a new line.
problem-bad-id = "{ $found }" cannot be an id.
remedy-bad-id = Use the letters a–z or A–Z, digits, hyphens and underscores only, no spaces.
problem-bad-number = "{ $written }" is no number.
remedy-bad-number = Write a whole number such as 40.
problem-curly-quotes = Here stand curly quotes from a word processor.
remedy-curly-quotes = Replace them with straight quotes: "...".
problem-decimal-comma = "{ $found }" is written with a decimal comma.
remedy-decimal-comma = In a scenario file a comma separates values. Write { $meant }.
problem-duplicate-field = "{ $name }" is written twice.
remedy-duplicate-field = Delete one of them.
problem-duplicate-id = The id "{ $name }" is used twice.
remedy-duplicate-id = Give it another name; ids are unique in the whole file.
problem-duplicate-key = "{ $name }" appears twice in this table.
remedy-duplicate-key = Delete one of them.
problem-empty-file = This file is empty.
remedy-empty-file = Begin with mufakat new "Title", or from a copy of a scenario.
problem-empty-text = This text is empty.
remedy-empty-text = Fill it in, or delete the language.
    .form = Fill it in.
problem-equals-sign = The sign = is not used here.
remedy-equals-sign = Write a colon: name: value.
problem-extra-comma = This comma is one too many.
remedy-extra-comma = Delete it.
problem-fairness-zero = All weights of fairness are zero.
remedy-fairness-zero = Give weight to at least one of equality, equity and maximin.
problem-few-options = The article "{ $name }" has not enough options.
remedy-few-options = Give it at least two; three or four are better.
problem-group-measure = It is not clear what the group "{ $name }" looks at.
remedy-group-measure = Give it weights and threshold, or pillar and at_least; not both.
    .form = Choose values by weights of its own, or a pillar.
problem-group-weights-sum = The weights of the group "{ $name }" sum to { $sum }, not 100.
remedy-group-weights-sum = Change them so that they sum to 100.
problem-hash-comment = A comment does not begin with #.
remedy-hash-comment = Write // before it.
problem-influence-sum = The influence of the groups of { $name } sums to { $sum }, not 100.
remedy-influence-sum = Change influence so that it sums to 100.
    .form = Change the influence of its groups so that it sums to 100.
problem-idle-field = The option "{ $name }" belongs to no legal form, so its { $field } does nothing.
    .table = The option "{ $name }" belongs to no legal form, so its column { $field } does nothing.
    .form = The option "{ $name }" belongs to no legal form, so { $field ->
        [quota] the support it needs
       *[other] how binding it is
    } does nothing.
remedy-idle-field = Remove { $field }, or write it in the options of the article with kind: Instrument.
    .table = Empty the cell, or write it in the rows of the legal form.
    .form = Empty the field, or choose legal form as the kind of this article.
problem-instrument-field = The option "{ $name }" of the legal form has no { $field }.
    .table = The option "{ $name }" of the legal form has nothing in the column { $field }.
    .form = The option "{ $name }" of the legal form does not say { $field ->
        [quota] the support it needs
       *[other] how binding it is
    }.
remedy-instrument-field = Add { $field }: a number from 0 to 100.
    .table = Write a number from 0 to 100 there.
    .form = Write a number from 0 to 100 there.
problem-json-braces = Curly braces are used as in JSON.
remedy-json-braces = Use round brackets and names without quotes: ( name: value ).
problem-json-file = This file looks like JSON, not RON.
remedy-json-file = Mufakat writes scenarios in RON: start from a copy of a .ron file. JSON of GeniusWeb or NegoLog is read by "mufakat import".
problem-locked-status-quo = The option "{ $name }" is locked although it is the status quo.
remedy-locked-status-quo = Remove locked or sweetener, or choose another status_quo.
    .table = Empty its column lock, or mark another option as status quo.
    .form = Leave it open from the start, or let another option hold without agreement.
problem-map-without-value = This name has no value.
remedy-map-without-value = Write "name": value.
problem-missing-comma = There is no comma after this value in line { $line }.
remedy-missing-comma = Add a comma right after the value.
problem-missing-field = The { $what } part has no "{ $name }".
remedy-missing-field = Add { $name }: ... inside these brackets.
    .form = Fill it in.
problem-missing-language = This text is there in "{ $has }" only.
remedy-missing-language = Add "{ $lacks }": "..."; meanwhile the text in "{ $has }" is used.
    .form = Write it in the other language as well; meanwhile this text is used.
problem-missing-value = The value is missing.
remedy-missing-value = Write a value after the colon.
problem-need-without-issue = { $name } needs { $sector }, but no article can meet that need.
remedy-need-without-issue = Add an article of the sector { $sector }, or remove the need.
problem-news-batna = After this news the BATNA would be { $after }.
remedy-news-batna = A BATNA must stay between 0 and 100.
problem-news-too-late = This news comes in round { $round }, but there are only { $rounds } rounds.
remedy-news-too-late = Choose an earlier round, or add rounds.
problem-news-value = After this news the value of "{ $name }" would be { $after }.
remedy-news-value = A value must stay between 0 and 100.
problem-no-groups = { $name } has no groups at home.
remedy-no-groups = Add groups: at least one with an influence of 100.
    .form = Add at least one group, with an influence of 100.
problem-no-instrument = There is no article for the legal form.
remedy-no-instrument = Add one article with kind: Instrument.
    .form = Choose legal form as the kind of one article.
problem-no-issues = This scenario has no articles.
remedy-no-issues = Add issues: [ ... ].
    .form = Add an article.
problem-no-needs = { $name } has no needs.
remedy-no-needs = No country can stand alone: write needs, for example {"{"} "Energy": 80 {"}"}.
    .form = No country can stand alone: fill in its need in at least one sector.
problem-no-sector = The article "{ $name }" has no sector.
remedy-no-sector = Add sector: one of { $choices }.
    .form = Choose its sector.
problem-no-opening-quote = The text "{ $text }" ends with a quote and does not begin with one.
remedy-no-opening-quote = Put a quote before it.
problem-no-kind = The article "{ $name }" does not say its kind.
remedy-no-kind = Add kind: { $meant }, for that is what its options are: they have neither sector nor values.
    .form = Choose its kind: clauses or legal form.
problem-no-status-quo-ante = { $name } has no status_quo_ante, but gains are counted from it.
    .form = What was before is missing for { $name }, but gains are counted from it.
remedy-no-status-quo-ante = Add status_quo_ante, or write baseline: Batna.
    .form = Fill it in on that country's page, or count gains from the BATNA.
problem-no-threshold = The group "{ $name }" has no threshold.
    .form = The group "{ $name }" has no threshold of support.
remedy-no-threshold = Add threshold: 0 to 100.
    .form = Fill it in, 0 to 100.
problem-no-value = The option "{ $name }" has no value.
remedy-no-value = Add value: (for the first country, for the second).
    .form = Write what it is worth to each country, 0 to 100.
problem-no-weight = The article "{ $name }" carries points for nobody.
remedy-no-weight = Give it points in the weights of a country.
    .table = Write its weight for at least one country.
    .form = Write its weight for at least one country.
problem-not-whole = { $found } is no whole number.
remedy-not-whole = Use a whole number: { $meant }.
problem-open-bracket = The bracket "{ $open }" of line { $line } is never closed{ $name ->
    [none] {"."}
   *[other] {" "}(part { $name }).
}
remedy-open-bracket = Add "{ $close }" at the end of this part.
problem-open-comment = The comment opened with /* is never closed.
remedy-open-comment = Add */ at its end.
problem-open-list = The list opened in line { $line } is not closed before line { $next }{ $name ->
    [none] {"."}
   *[other] {" "}(part { $name }).
}
remedy-open-list = Add "{ $close }," before line { $next }; it was opened with "{ $open }".
problem-open-text = The text opened here ("{ $text }") is never closed.
remedy-open-text = Add a quote " at the end of that text.
problem-out-of-range = { $found } is out of range.
remedy-out-of-range = Use a number from { $low } to { $high }.
problem-pair-in-list = A pair of numbers stands in square brackets.
remedy-pair-in-list = Use round brackets: (first country, second country).
problem-pair-sign = No comma stands between these two numbers: { $found }.
remedy-pair-sign = Write (first country, second country), here { $meant }.
problem-percent-sign = The sign % is not used in scenarios.
remedy-percent-sign = Write the number alone: { $meant }.
problem-quiz-answer = There is no such answer: there are only { $count }.
remedy-quiz-answer = right counts from 1.
    .form = Choose one of the answers.
problem-quoted-choice = A choice is not written in quotes.
remedy-quoted-choice =
    { $meant ->
        [none] {""}
       *[other] Did you mean { $meant }?{" "}
    }Remove the quotes; the choices are { $choices }.
problem-half-quoted = The key "{ $name }" has one quote only.
remedy-half-quoted = Write that key between two quotes: "{ $name }".
problem-quoted-field = The name "{ $name }" is written in quotes.
remedy-quoted-field = Remove the quotes around the name.
problem-quoted-number = The number "{ $found }" is written in quotes.
remedy-quoted-number = Remove the quotes.
problem-reserve-kind = The article "{ $name }" cannot be in reserve.
remedy-reserve-kind = Only articles of substance can; remove reserve.
    .table = Only articles of substance can; empty the column reserve.
    .form = Only articles of substance can; untick the reserve.
problem-reserve-status-quo = The status quo of the reserve article "{ $name }" is worth more than 0.
remedy-reserve-status-quo = Give the value (0, 0) to the option that holds now: the first one, or the one that status_quo names.
    .table = Give the value 0 for both countries to the option that holds now: the first one, or the one marked status quo.
    .form = Give the value 0 for both countries to the option that holds without agreement.
problem-round-list = A list stands in round brackets.
remedy-round-list = Use square brackets: [ ... ].
problem-semicolon = A semicolon is not used here.
remedy-semicolon = Use a comma.
problem-single-quotes = A text stands in single quotes.
remedy-single-quotes = Use double quotes: "...".
problem-strange-character = The character "{ $character }" cannot be read here.
remedy-strange-character = Remove or replace it.
problem-too-deep = Brackets are nested deeper than { $limit } levels here.
remedy-too-deep = Look for a bracket that was never closed.
problem-too-large = This file is larger than { $limit } KB.
remedy-too-large = A scenario is a short text; is this the right file?
problem-too-many-issues = There are { $count } articles; { $limit } at most.
remedy-too-many-issues = Merge or remove articles.
problem-too-many-options = The article "{ $name }" has { $count } options; { $limit } at most.
remedy-too-many-options = Merge or remove options.
problem-two-instruments = There are two articles for the legal form.
remedy-two-instruments = Leave one article with kind: Instrument.
    .table = Leave one article whose kind is legal form.
    .form = Choose another kind for one of them.
problem-two-locks = The option "{ $name }" is locked in two ways.
remedy-two-locks = Choose locked or sweetener.
problem-unknown-choice = "{ $found }" is none of the choices.
remedy-unknown-choice =
    { $meant ->
        [none] {""}
       *[other] Did you mean { $meant }?{" "}
    }The choices are { $choices }.
problem-unknown-field = The { $what } part has no field "{ $name }".
remedy-unknown-field =
    { $meant ->
        [none] {""}
       *[other] Did you mean { $meant }?{" "}
    }Its fields are { $choices }.
problem-unknown-issue = There is no article "{ $found }".
remedy-unknown-issue =
    { $meant ->
        [none] {""}
       *[other] Did you mean { $meant }?{" "}
    }The articles are { $choices }.
problem-unknown-language = The language "{ $found }" is not known.
remedy-unknown-language =
    { $meant ->
        [none] {""}
       *[other] Did you mean { $meant }?{" "}
    }Use "id" or "en".
problem-unknown-option = There is no option "{ $found }".
remedy-unknown-option =
    { $meant ->
        [none] {""}
       *[other] Did you mean { $meant }?{" "}
    }The options are { $choices }.
problem-unknown-principle = "{ $found }" is no principle.
remedy-unknown-principle = Principles are written "P1" to "P14".
problem-unknown-sector = "{ $found }" is no sector.
remedy-unknown-sector =
    { $meant ->
        [none] {""}
       *[other] Did you mean { $meant }?{" "}
    }The sectors are { $choices }.
problem-value-without-name = This value has no name.
remedy-value-without-name = Write name: value.
problem-want-choice = A choice is needed here, not { $found }.
remedy-want-choice = Write the name of a choice without quotes, such as Energy.
problem-want-fact = What is needed here is true or false, not { $found }.
remedy-want-fact = Write true or false.
problem-want-list = A list is needed here, not { $found }.
remedy-want-list = Put square brackets around it: [ ... ], with commas between.
problem-want-number = A whole number is needed here, not { $found }.
remedy-want-number = Write a number alone, such as 40.
problem-want-pair = Two numbers are needed here, not { $count }.
remedy-want-pair = Write (first country, second country), such as (70, 60).
problem-want-pair-not = Two numbers are needed here, not { $found }.
remedy-want-pair-not = Write (first country, second country), such as (70, 60).
problem-want-struct = The { $what } part is needed here, not { $found }.
remedy-want-struct = Write ( name: value, ... ).
problem-want-table = A table of names and values is needed here, not { $found }.
remedy-want-table = Write {"{"} "name": value, ... {"}"}.
problem-want-text = A text is needed here, not { $found }.
remedy-want-text = Write a text in quotes: "...".
problem-want-words = A text in two languages is needed here, not { $found }.
remedy-want-words = Write {"{"} "id": "...", "en": "..." {"}"}.
problem-weights-sum = The weights of { $name } sum to { $sum }, not 100.
remedy-weights-sum = { $way ->
    [less] Too few by
   *[more] Too many by
} { $missing }; change them so that they sum to 100 (articles in reserve do not count).
problem-wrong-bracket = The bracket "{ $open }" is closed with "{ $found }".
remedy-wrong-bracket = Close it with "{ $close }", or look for a bracket that was never closed.
problem-wrong-format = This file is of format { $found }.
remedy-wrong-format = Write format: 1. A file that really is of another format needs a newer version of Mufakat.
problem-open-part = The bracket "{ $open }" of line { $line } is not closed before line { $next }{ $name ->
    [none] {"."}
   *[other] {" "}(part { $name }).
}
remedy-open-part = Add "{ $close }," before line { $next }.
problem-missing-opening = An opening bracket "{ $open }" is missing here.
remedy-missing-opening = Write "{ $open }" in front of it; its closing bracket is there.
problem-extra-bracket = This bracket "{ $found }" is one too many.
remedy-extra-bracket = Delete it, or look for an opening bracket that is missing.
problem-inner-quotes = There is a quote " within this text, which ends it too early.
remedy-inner-quotes = Write \" within a text, or use single quotes.
problem-unquoted-text = The text "{ $text }" stands without quotes.
remedy-unquoted-text = Put straight quotes around it: "...".
problem-missing-colon = There is no colon after the name "{ $name }".
remedy-missing-colon = Write a colon between name and value: { $name }: value.
problem-long-dash = A dash from a word processor stands in place of a minus.
remedy-long-dash = Replace it with a plain hyphen, as in -3.
problem-not-text = This file is not a text.
remedy-not-text = Save a scenario as plain text (UTF-8), not as a document of a word processor.
problem-not-utf8 = There is something here that is not UTF-8.
remedy-not-utf8 = Save the file with the encoding UTF-8 (in Notepad: Save as, Encoding, UTF-8), then look at the letter in this place.
problem-secret-number = A text that both sides read tells a private number of { $name }: { $found }.
remedy-secret-number = Take the number out of the shared text; its place is the role or the batna_story of that country.
    .form = Take the number out of the shared text; its place is the confidential sheet or the story of the BATNA of that country.
problem-secret-copied = This text repeats a confidential sentence of { $name }.
remedy-secret-copied = Say it in other words that give nothing away, or move it to the role of that country.
problem-secret-of-other = This sheet tells a private number of the other side, { $name }: { $found }.
remedy-secret-of-other = Take the number out: each side knows only its own points and its own BATNA.
problem-untranslated = The text in "en" is the same as the text in "id".
remedy-untranslated = Translate it, or write one text without languages if it is the same in both: "...".
    .form = Translate it; if it is the same in both, choose "both languages".
problem-twin = "{ $found }" is the name of two different things.
remedy-twin = Give one of them another name: on the screen they cannot be told apart.
problem-twin-colour = Both countries have the colour { $found }.
remedy-twin-colour = Choose another colour for one of them, or leave both out: without colours there are two that differ.
problem-numbers-differ = The number { $number } is in the text in "{ $has }" but not in the text in "{ $lacks }".
remedy-numbers-differ = Make the two texts agree; perhaps only one language was brought up to date.
problem-translation-length = The two languages are not equally complete: { $id } words in "id", { $en } words in "en", or another number of paragraphs.
remedy-translation-length = Compare them paragraph by paragraph and add what is missing.
problem-reading-time = A player reads up to { $words } words before the talks, about { $needed } minutes; reading_minutes is { $minutes }.
    .form = A player reads up to { $words } words before the talks, about { $needed } minutes; { $minutes } is written here.
remedy-reading-time = Write reading_minutes: { $needed }, or shorten the texts (180 words a minute).
    .form = Write { $needed } as the minutes of reading, or shorten the texts (180 words a minute).
problem-long-sheet = The confidential sheet of { $name } is { $words } words long.
remedy-long-sheet = Shorten it to { $limit } words at most; two pages are enough.
cli-fix = Mend what can be mended without a person, and show what changes
cli-arg-fix-file = The .ron file to mend
cli-arg-check = Only show the changes; exit code 1 if there are any
cli-fix-nothing = { $path }: nothing to mend without a person.
cli-fix-written = { $path } mended ({ $what }).
cli-fix-would = { $path } can be mended ({ $what }). Run without --check to write it.
cli-fix-left = What is left for you:
cli-fix-builtin = "{ $name }" is part of the program and cannot be changed. Name a .ron file.
cli-fix-folder = { $path } is a folder. Name a .ron file.
problem-share-whole = 1 stands beside shares such as { $beside }: of a whole of 1 it is everything, of 100 nearly nothing.
remedy-share-whole = Values go from 0 to 100. Write 100 for the whole, and 45 for 0.45.
