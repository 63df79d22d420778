//! The mistakes that teachers make in scenario files, each as a small edit of a good one.
//!
//! Each is told with its rule and place and with nothing else beside it, in both languages with cause
//! and remedy; where it can be mended without a person, mending brings the good file back.

use mufakat::scenario::check;
use mufakat::scenario::mend::mend;
use mufakat::scenario::problem::{Problem, position};
use mufakat::scenario::{Lang, builtin};
use mufakat::words::Words;
use std::collections::BTreeSet;

/// What `fix` does about a mistake.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mending {
    /// It brings back the good file, to the letter.
    Whole,
    /// It leaves the mistake to a person, and the file as it is.
    Nothing,
    /// It makes the file sound, written a little differently.
    Sound,
}
use Mending::{Nothing, Sound, Whole};

/// What was written, what the mistake makes of it, what is told (rule, line, column), what mends it.
type Mistake = (&'static str, &'static str, &'static [(&'static str, usize, usize)], Mending);

const MISTAKES: &[Mistake] = &[
    // Commas.
    ("batna: 25,", "batna: 25", &[("missing-comma", 43, 17)], Whole),
    (
        "    timing: ( rounds: 8, actions: 2, minutes: 20 ),",
        "    timing: ( rounds: 8, actions: 2, minutes: 20 )",
        &[("missing-comma", 27, 50)],
        Whole,
    ),
    (
        "\"E\": 20, \"T\": 50, \"M\": 30",
        "\"E\": 20 \"T\": 50, \"M\": 30",
        &[("missing-comma", 42, 26)],
        Whole,
    ),
    (
        "{ \"id\": \"Klausul\", \"en\": \"Clauses\" }",
        "{ \"id\": \"Klausul\" \"en\": \"Clauses\" }",
        &[("missing-comma", 272, 36)],
        Whole,
    ),
    ("value: (70, 60)", "value: (70 60)", &[("missing-comma", 153, 30)], Whole),
    ("colour: \"#b5462f\"", "colour: #b5462f", &[("unquoted-text", 31, 17)], Whole),
    ("name: \"Boreal\"", "name: Boreal\"", &[("no-opening-quote", 79, 15)], Whole),
    (
        "\"id\": \"Gas diperdagangkan di pasar harian tanpa komitmen.\"",
        "\"id\": Gas diperdagangkan di pasar harian tanpa komitmen.\"",
        &[("no-opening-quote", 141, 31)],
        Whole,
    ),
    ("kind: Clauses,", "", &[("no-kind", 271, 17)], Sound),
    ("kind: Instrument,", "", &[("no-kind", 317, 17)], Sound),
    ("rounds: 8,", "rounds: 8,,", &[("extra-comma", 27, 25)], Whole),
    ("rounds: 8,", "rounds: 8;", &[("semicolon", 27, 24)], Whole),
    // Quotes.
    (
        "{ \"id\": \"Klausul\", \"en\": \"Clauses\" }",
        "{ id\": \"Klausul\", \"en\": \"Clauses\" }",
        &[("half-quoted", 272, 22)],
        Whole,
    ),
    (
        "{ \"id\": \"Klausul\", \"en\": \"Clauses\" }",
        "{ \"id\": \"Klausul\", \"en: \"Clauses\" }",
        &[("half-quoted", 272, 40)],
        Whole,
    ),
    ("author: \"Mufakat\"", "author: “Mufakat”", &[("curly-quotes", 22, 13)], Whole),
    ("author: \"Mufakat\"", "author: \"Mufakat”", &[("curly-quotes", 22, 13)], Whole),
    ("author: \"Mufakat\"", "author: 'Mufakat'", &[("single-quotes", 22, 13)], Whole),
    ("author: \"Mufakat\"", "author: ‘Mufakat’", &[("curly-quotes", 22, 13)], Whole),
    (
        "{ \"id\": \"Klausul\", \"en\": \"Clauses\" }",
        "{ “id”: “Klausul”, “en”: “Clauses” }",
        &[
            ("curly-quotes", 272, 22),
            ("curly-quotes", 272, 28),
            ("curly-quotes", 272, 39),
            ("curly-quotes", 272, 45),
        ],
        Whole,
    ),
    ("author: \"Mufakat\"", "author: Mufakat", &[("unquoted-text", 22, 13)], Whole),
    ("author: \"Mufakat\"", "author: Budi Santoso", &[("unquoted-text", 22, 13)], Sound),
    ("author: \"Mufakat\"", "author: https://www.bps.go.id/id", &[("unquoted-text", 22, 13)], Sound),
    ("author: \"Mufakat\"", "author: CC BY 4.0 (lihat http://x.org)", &[("unquoted-text", 22, 13)], Sound),
    ("author: \"Mufakat\"", "author: \"Tim \"Mufakat\" kita\"", &[("inner-quotes", 22, 18)], Sound),
    (
        "\"id\": \"Gas diperdagangkan di pasar harian tanpa komitmen.\"",
        "\"id\": \"Gas \"harian\", diperdagangkan di pasar, tanpa \"komitmen\".\"",
        &[("inner-quotes", 141, 36)],
        Sound,
    ),
    ("author: \"Mufakat\"", "author: \"Mufakat", &[("open-text", 22, 13)], Nothing),
    (
        "{ \"id\": \"Klausul\", \"en\": \"Clauses\" }",
        "{ \"id\": \"Klausul, \"en\": \"Clauses\" }",
        &[("open-text", 272, 28)],
        Nothing,
    ),
    ("    author:", "    \"author\":", &[("quoted-field", 22, 5)], Whole),
    // Numbers.
    ("batna: 25,", "batna: 0,25,", &[("decimal-comma", 43, 16)], Whole),
    ("batna: 25,", "batna: 0.25,", &[("not-whole", 43, 16)], Whole),
    ("batna: 25,", "batna: 25.5,", &[("not-whole", 43, 16)], Nothing),
    ("minutes: 20 )", "minutes: 30.5 )", &[("not-whole", 27, 47)], Nothing),
    ("batna: 25,", "batna: 25 %,", &[("percent-sign", 43, 19)], Whole),
    ("batna: 25,", "batna: \"25\",", &[("quoted-number", 43, 16)], Whole),
    (
        "value: (70, 60)",
        "value: (0,7, 0,6)",
        &[("decimal-comma", 153, 29), ("decimal-comma", 153, 34)],
        Whole,
    ),
    ("value: (70, 60)", "value: (0.7, 1)", &[("not-whole", 153, 29), ("share-whole", 153, 34)], Sound),
    ("value: (70, 60)", "value: (70, 60, 50)", &[("want-pair", 153, 28)], Nothing),
    ("value: (70, 60)", "value: [70, 60]", &[("pair-in-list", 153, 28)], Whole),
    ("value: (70, 60)", "value: 70", &[("want-pair-not", 153, 28)], Nothing),
    ("value: (70, 60)", "value: 70/60", &[("pair-sign", 153, 28)], Whole),
    ("value: (70, 60)", "value: 70 ; 60", &[("pair-sign", 153, 28)], Whole),
    ("value: (70, 60)", "value: (70 : 60)", &[("pair-sign", 153, 28)], Whole),
    ("batna: 25,", "batna: 25/40,", &[("want-number", 43, 16)], Nothing),
    ("environment: -1", "environment: –1", &[("long-dash", 154, 57)], Whole),
    ("value: (70, 60),", "value: (70, 60), quota: 50,", &[("idle-field", 153, 45)], Nothing),
    ("batna: 40,", "batna: 140,", &[("out-of-range", 92, 16)], Nothing),
    ("batna: (0, -3)", "batna: (0, -60)", &[("out-of-range", 361, 24)], Nothing),
    ("batna: 25,", "batna: dua puluh lima,", &[("want-number", 43, 16)], Nothing),
    // Names.
    ("sector: Energy", "sector: \"Energy\"", &[("quoted-choice", 131, 21)], Whole),
    ("sector: Energy", "sector: energy", &[("unknown-choice", 131, 21)], Whole),
    ("sector: Energy", "sector: Energi", &[("unknown-choice", 131, 21)], Nothing),
    ("batna_story: {", "batna-story: {", &[("unknown-field", 44, 9)], Whole),
    ("batna_story: {", "Batna Story: {", &[("unknown-field", 44, 9)], Whole),
    ("influence: 50", "pengaruh: 50", &[("unknown-field", 58, 17)], Nothing),
    ("batna: 25,", "batna 25,", &[("missing-colon", 43, 9)], Whole),
    ("timing: ( rounds", "timing ( rounds", &[("missing-colon", 27, 5)], Whole),
    ("batna: 25,", "batna = 25,", &[("equals-sign", 43, 15)], Sound),
    ("sector: Energy,", "sector: Energy, reserve: \"tidak\",", &[("want-fact", 131, 38)], Sound),
    // Brackets.
    ("minutes: 20 )", "minutes: 20", &[("open-part", 27, 13)], Nothing),
    ("minutes: 20 )", "minutes: 20 ]", &[("wrong-bracket", 27, 50)], Nothing),
    ("value: (70, 60)", "value: (70, 60))", &[("extra-bracket", 153, 36)], Nothing),
    (
        "        exposure: ( pandemic: 60, energy: 30, climate: 60, security: 40, politics: 30 ),\n    ),",
        "        exposure: ( pandemic: 60, energy: 30, climate: 60, security: 40, politics: 30 ),\n",
        &[("open-part", 29, 12)],
        Nothing,
    ),
    (
        "                    value: (100, 0),\n                ),",
        "                    value: (100, 0),\n",
        &[("open-part", 137, 17)],
        Nothing,
    ),
    (
        "            ],\n        ),\n        (\n            id: \"T\",",
        "        ),\n        (\n            id: \"T\",",
        &[("open-list", 136, 22)],
        Nothing,
    ),
    (
        "    needs: { \"Technology\": 80, \"Trade\": 40 },",
        "    needs: { \"Technology\": 80, \"Trade\": 40",
        &[("open-part", 48, 16)],
        Nothing,
    ),
    ("value: (70, 60)", "value: 70, 60)", &[("missing-opening", 153, 28)], Whole),
    ("timing: ( rounds", "timing: rounds", &[("missing-opening", 27, 13)], Sound),
    ("        (\n            id: \"T\",", "\n            id: \"T\",", &[("missing-opening", 177, 13)], Sound),
    ("    aims: [\n", "    aims:\n", &[("missing-opening", 378, 13)], Sound),
    ("weights: { \"E\": 20", "weights: \"E\": 20", &[("missing-opening", 42, 18)], Sound),
    (
        "                { \"id\": \"Tidak pernah\"",
        "                \"id\": \"Tidak pernah\"",
        &[("missing-opening", 455, 17)],
        Sound,
    ),
    (
        "        long: {\n            \"id\"",
        "        long:\n            \"id\"",
        &[("missing-opening", 14, 13)],
        Sound,
    ),
    ("    news: [\n", "    news: (\n", &[("round-list", 351, 11)], Whole),
    ("aims: [\n", "aims: (\n", &[("round-list", 377, 15)], Whole),
    // Other languages and programs.
    ("    author:", "    # siapa penulisnya\n    author:", &[("hash-comment", 22, 5)], Sound),
    (
        "    timing: ( rounds: 8, actions: 2, minutes: 20 ),",
        "    timing: { \"rounds\": 8, \"actions\": 2, \"minutes\": 20 },",
        &[("json-braces", 27, 13)],
        Whole,
    ),
    (
        "title: { \"id\": \"Klausul\", \"en\": \"Clauses\" }",
        "title: ( id: \"Klausul\", en: \"Clauses\" )",
        &[("want-words", 272, 20)],
        Sound,
    ),
    (
        "    timing: ( rounds: 8, actions: 2, minutes: 20 ),",
        "    timing: Some((rounds: 8, actions: 2, minutes: 20)),",
        &[],
        Nothing,
    ),
    ("    timing: ( rounds", "    timing:\u{a0}( rounds", &[], Whole),
    ("// Nusa dan Boreal:", "\u{feff}// Nusa dan Boreal:", &[], Whole),
    ("        batna: 25,", "\t\tbatna: 25,", &[], Whole),
    ("        batna: 25,", "        batna\u{200b}: 25,", &[], Whole),
];

/// The rules that are mended without a person in at least one of these mistakes.
pub fn mended_rules() -> BTreeSet<&'static str> {
    let mistakes = MISTAKES.iter().flat_map(|(from, to, ..)| told(&good().replacen(from, to, 1)));
    mistakes.filter(|problem| !problem.edits.is_empty()).map(|problem| problem.rule).collect()
}

fn good() -> &'static str {
    builtin::source("nusa-boreal").expect("ships with the program")
}

fn told(source: &str) -> Vec<Problem> {
    check::parse(source).map_or_else(|problems| problems, |(_, warnings)| warnings)
}

fn places<'p>(source: &str, problems: &'p [Problem]) -> Vec<(&'p str, usize, usize)> {
    let place = |problem: &'p Problem| {
        let (line, column) = position(source, problem.span.start);
        (problem.rule, line, column)
    };
    problems.iter().map(place).collect()
}

#[test]
fn every_mistake_is_told_where_it_is_and_nothing_else_with_it() {
    let mut wrong = Vec::new();
    for (from, to, expected, mending) in MISTAKES {
        assert!(good().contains(from), "the file has no {from:?}");
        let source = good().replacen(from, to, 1);
        let problems = told(&source);
        let found = places(&source, &problems);
        if found != *expected {
            wrong.push(format!("{from:?} became {to:?}:\n  told   {found:?}\n  wanted {expected:?}"));
        }
        let mended = mend(&source).text;
        let fits = match mending {
            Whole => mended == good(),
            Nothing => mended == source,
            Sound => mended != source && told(&mended).is_empty(),
        };
        if !fits {
            let differing = mended.lines().zip(good().lines()).find(|(a, b)| a != b);
            wrong.push(format!("{to:?} is not mended as {mending:?}: {differing:?}"));
        }
    }
    assert!(MISTAKES.len() >= 30);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_mistake_has_a_cause_and_a_remedy_in_both_languages() {
    for (from, to, expected, _) in MISTAKES {
        let source = good().replacen(from, to, 1);
        for (problem, (rule, ..)) in told(&source).iter().zip(*expected) {
            let sentences = Lang::ALL.map(|lang| Words::new(lang).problem(problem));
            for (cause, remedy) in &sentences {
                for sentence in [cause, remedy] {
                    assert!(sentence.split_whitespace().count() >= 2, "{rule}: {sentence:?}");
                    assert!(!sentence.contains("{ $") && !sentence.starts_with('['), "{rule}: {sentence:?}");
                    assert!(
                        sentence.ends_with(['.', '?', ':', '"', '}', ')', ']'])
                            || sentence.ends_with(char::is_alphanumeric),
                        "{rule}: {sentence:?}"
                    );
                }
                assert_ne!(cause, remedy, "{rule}");
            }
            assert_ne!(sentences[0], sentences[1], "{rule} is told in Indonesian and in English");
        }
    }
}

#[test]
fn what_cannot_be_read_in_one_place_hides_no_sum_in_another() {
    // A value that is no number, and points that do not sum to 100 in the other country.
    let source = good()
        .replacen("batna: 25,", "batna: dua puluh lima,", 1)
        .replacen("weights: { \"E\": 50, \"T\": 20", "weights: { \"E\": 55, \"T\": 20", 1)
        .replacen("influence: 30,", "influence: 31,", 1);
    let problems = told(&source);
    let rules: Vec<&str> = problems.iter().map(|problem| problem.rule).collect();
    assert_eq!(rules, ["want-number", "influence-sum", "weights-sum"]);
    // The sum of what could not be read itself is not told beside it.
    let source = good().replacen("weights: { \"E\": 50, \"T\": 20", "weights: { \"E\": 500, \"T\": 20", 1);
    let rules: Vec<&str> = told(&source).iter().map(|problem| problem.rule).collect();
    assert_eq!(rules, ["out-of-range"]);
}

#[test]
fn any_two_mistakes_that_do_not_touch_are_both_told() {
    let mut pairs = 0;
    for (no, (from, to, first, _)) in MISTAKES.iter().enumerate() {
        for (other_from, other_to, second, _) in &MISTAKES[no + 1..] {
            // Brackets left open move what comes after them, and so do mistakes in one place.
            let apart =
                good().find(from).zip(good().find(other_from)).is_some_and(|(a, b)| a.abs_diff(b) > 200);
            let shifts = [to, other_to].iter().any(|text| text.contains('\n'));
            let broken =
                first.iter().chain(*second).any(|it| it.0.contains("open-") || it.0.contains("bracket"));
            if !apart || shifts || broken {
                continue;
            }
            pairs += 1;
            let source = good().replacen(from, to, 1).replacen(other_from, other_to, 1);
            let problems = told(&source);
            let found = places(&source, &problems);
            for wanted in first.iter().chain(*second) {
                assert!(found.contains(wanted), "{to:?} and {other_to:?}: {wanted:?} is not in {found:?}");
            }
        }
    }
    assert!(pairs > 200, "{pairs}");
}

#[test]
fn comments_and_layout_survive_mending() {
    let source = "// Catatan “lama” pertama\n# catatan\n(\n\tformat: 1, // dengan “kutip” dan 40%\n  id: “sungai”,\n/* blok\u{a0}# tetap */ batna: 40% }";
    let mended = mend(source).text;
    assert_eq!(
        mended,
        "// Catatan “lama” pertama\n// catatan\n(\n    format: 1, // dengan “kutip” dan 40%\n  id: \"sungai\",\n/* blok\u{a0}# tetap */ batna: 40% }"
    );
    assert_eq!(mend(&mended).text, mended);
}

/// Mistakes of meaning: the file can be read, and what it says cannot be played.
const MEANT: &[(&str, &str)] = &[
    ("\"E\": 20, \"T\": 50, \"M\": 30", "\"E\": 20, \"T\": 50, \"M\": 20"),
    ("\"E\": 20, \"T\": 50, \"M\": 30", "\"E\": 20, \"T\": 50, \"P\": 30"),
    ("id: \"M\",", "id: \"MAGANG\","),
    ("id: \"E2\"", "id: \"E1\""),
    ("id: \"E2\"", "id: \"E 2\""),
    ("rivalry: 30,", "rivalry: 30, red_lines: [\"E9\"],"),
    ("rivalry: 30,", "rivalry: 30, red_lines: [\"E0\", \"E1\", \"E2\"],"),
    ("sector: Energy,", "sector: Energy, status_quo: \"E9\","),
    ("sector: Energy,", ""),
    ("kind: Instrument,", "kind: Instrumen,"),
    ("needs: { \"Technology\": 80, \"Trade\": 40 }", "needs: { \"Teknologi\": 80 }"),
    (
        "weights: { \"E\": 20, \"T\": 50, \"M\": 30 }",
        "weights: { \"E\": 20, \"T\": 50, \"Pembukaan pasar\": 30 }",
    ),
    ("(\n    format: 1,", "Skenario kelas XI\n(\n    format: 1,"),
    ("(\n    format: 1,", "\n    format: 1,"),
    ("name: \"Boreal\"", "name: \"Nusa\""),
    ("colour: \"#b5462f\"", "colour: \"#1D5C7A\""),
    ("\"id\": \"Kontrak menengah\"", "\"id\": \"kontrak panjang dan eksklusif\""),
    ("sector: Energy,", "sector: Energy, sector: Trade,"),
    ("batna: 25,", "batna: 250,"),
    ("        batna: 25,\n", ""),
    ("batna: 25,", "batna: ,"),
    ("value: (70, 60)", "value: (170, 60)"),
    ("                    value: (70, 60),\n", ""),
    ("value: (70, 60)", "locked: true, sweetener: true, value: (70, 60)"),
    ("value: (100, 0)", "locked: true, value: (100, 0)"),
    ("influence: 50", "influence: 40"),
    ("\"E\": 20, \"T\": 60, \"M\": 20", "\"E\": 20, \"T\": 60, \"M\": 10"),
    ("                threshold: 40,\n", ""),
    ("needs: { \"Technology\": 80, \"Trade\": 40 }", "needs: { \"Teknologi\": 80, \"Trade\": 40 }"),
    ("needs: { \"Technology\": 80, \"Trade\": 40 }", "needs: {}"),
    ("needs: { \"Technology\": 80, \"Trade\": 40 }", "needs: { \"Technology\": 80, \"Health\": 40 }"),
    ("colour: \"#b5462f\"", "colour: \"merah\""),
    ("kind: Instrument,", "kind: Clauses,"),
    ("kind: Clauses,", "kind: Instrument,"),
    ("format: 1", "format: 2"),
    ("rounds: 8", "rounds: 1"),
    (", \"en\": \"Nusa and Boreal\"", ""),
    ("name: \"Nusa\"", "name: \"\""),
];

/// Every mistake as it is told: where, and in both languages what and how it is mended. Whoever changes a
/// sentence reads the golden file again, as a teacher would.
#[test]
fn the_sentences_of_every_mistake_are_those_that_were_read() {
    let edits = MISTAKES.iter().map(|(from, to, ..)| (*from, *to)).chain(MEANT.iter().copied());
    let (mut text, mut rules) = (String::new(), BTreeSet::new());
    for (from, to) in edits {
        assert!(good().contains(from), "the file has no {from:?}");
        let source = good().replacen(from, to, 1);
        let shown = |text: &str| text.trim().replace('\n', "\u{23ce}");
        text.push_str(&format!("{}  \u{2192}  {}\n", shown(from), shown(to)));
        let problems = told(&source);
        assert!(problems.len() <= 8, "{to:?} is told {} times", problems.len());
        for (problem, (rule, line, column)) in problems.iter().zip(places(&source, &problems)) {
            rules.insert(rule.to_owned());
            text.push_str(&format!("    {line}:{column} {rule}\n"));
            for lang in Lang::ALL {
                let (cause, remedy) = Words::new(lang).problem(problem);
                text.push_str(&format!("        {}: {cause} | {remedy}\n", lang.code()));
            }
        }
    }
    assert!(rules.len() >= 50, "{} kinds: {rules:?}", rules.len());
    crate::playthroughs::assert_golden("mistakes.txt", &text);
}

/// Nusa and Boreal with another short background.
fn with_background(text: &str) -> String {
    let good = builtin::source("nusa-boreal").expect("ships with the program");
    let at = good.find("short:").expect("a short background") + "short:".len();
    let end = at + good[at..].find("},").expect("its end") + 1;
    format!("{} {text}{}", &good[..at], &good[end..])
}

#[test]
fn a_scale_of_shares_is_mended_as_a_whole() {
    let good = builtin::source("nusa-boreal").expect("ships with the program");
    let mut shares = String::new();
    let mut rest = good;
    while let Some((before, after)) = rest.split_once("value: (") {
        let (pair, after) = after.split_once(')').expect("its end");
        let share = |number: &str| {
            let number: f64 = number.trim().parse().expect("a number");
            (number / 100.0).to_string()
        };
        let (a, b) = pair.split_once(',').expect("two numbers");
        shares.push_str(&format!("{before}value: ({}, {})", share(a), share(b)));
        rest = after;
    }
    shares.push_str(rest);
    check::parse(&shares).expect_err("it has fractions");
    let (mended, _) = check::parse(&mend(&shares).text).expect("mended");
    let (whole, _) = check::parse(good).expect("valid");
    assert_eq!(mended.briefs, whole.briefs);
}

#[test]
fn texts_over_several_lines_raw_texts_and_comments_may_hold_any_bracket() {
    for text in [
        "\"Tiga hal:\n1) pelabuhan\n2) listrik\"",
        "r#\"Satu (\ndua \"kutipan\" [\n\"#",
        "/* lihat 1)\n dan 2) */ \"Dua (\nbaris\"",
    ] {
        let source = with_background(text);
        let problems = check::parse(&source).err();
        assert_eq!(problems, None, "{text}");
    }
}

#[test]
fn mending_leaves_raw_texts_and_what_follows_them_alone() {
    let raw = "r#\"Pelabuhan,\u{a0}\"listrik\",\n\tkeluarga \u{1f468}\u{200d}\u{1f469}\"#";
    let author = "author: \"Sari\u{a0}\u{1f468}\u{200d}\u{1f469}\"";
    let source = with_background(raw).replace("author: \"Mufakat\"", author);
    assert_eq!(mend(&source).text, source);
    // Outside of texts what nobody sees still goes.
    let odd = source.replacen("author: ", "author:\u{a0}", 1);
    assert_eq!(mend(&odd).text, source);
}

#[test]
fn letters_by_their_number_are_read_as_ron_and_as_json_have_them() {
    let read = |text: &str| check::parse(&with_background(text)).map(|(it, _)| it.shared.background.short.id);
    let read_well = read(r#""Caf\u00e9e \ud83c\udf0a \u{1f30a}""#).expect("valid");
    assert_eq!(read_well, "Caf\u{e9}e \u{1f30a} \u{1f30a}");
    for bad in [r#""\ud83c alone""#, r#""\u12""#, r#""\u{110000}""#, r#""\u{+41}""#] {
        let problems = read(bad).expect_err(bad);
        assert_eq!(problems.iter().map(|it| it.rule).collect::<Vec<_>>(), ["bad-escape"], "{bad}");
    }
}

#[test]
fn a_line_that_goes_on_does_so_with_every_kind_of_line_end() {
    let source = with_background("\"Dua negara \\\n        satu sungai\"");
    let short = |source: &str| check::parse(source).expect("valid").0.shared.background.short.id;
    assert_eq!(short(&source), "Dua negara satu sungai");
    assert_eq!(short(&source.replace('\n', "\r\n")), "Dua negara satu sungai");
}
