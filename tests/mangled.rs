//! No file whatever makes the reader panic, hang or talk without end.

use mufakat::scenario::mend::mend;
use mufakat::scenario::problem::position;
use mufakat::scenario::syntax::MAX_PROBLEMS;
use mufakat::scenario::{Lang, builtin, check};
use mufakat::words::Words;
use proptest::prelude::*;
use std::time::Duration;

/// Prose of authors that looks like what `fix` mends elsewhere.
const PROSE: &str = "Lihat “Pasal 3”; lalu tulis: bea = nol, 'nanti'";

#[test]
fn mending_leaves_prose_and_comments_as_they_were_written() {
    let source = builtin::source("nusa-boreal").expect("ships with the program");
    let line = source.lines().position(|line| line.trim_start().starts_with("\"id\": \"Negara kepulauan"));
    let line = line.expect("the summary");
    let with = |new: &str| -> String {
        let lines = source.lines().enumerate();
        lines.map(|(no, old)| format!("{}\n", if no == line { new } else { old })).collect()
    };
    for (new, kept) in [
        // The first quote of the key is missing, the second, that of the text.
        (format!("        id\": \"{PROSE}.\","), PROSE),
        (format!("        \"id: \"{PROSE}.\","), PROSE),
        (format!("        \"id\": {PROSE}.\","), "bea = nol"),
        // As word processors write it, with a quotation within, and a comment behind.
        (format!("        \"id\": “{PROSE}.”,"), PROSE),
        (
            "        \"id\": “Nusa dan \"gas\", murah”, // “Bu Rini”; minggu depan = ujian".to_owned(),
            "// “Bu Rini”; minggu depan = ujian",
        ),
        (
            "        \"id\": \"Nusa\", // “Bu Rini”; minggu depan = ujian, 'nanti'".to_owned(),
            "// “Bu Rini”; minggu depan = ujian, 'nanti'",
        ),
    ] {
        let mended = mend(&with(&new)).text;
        assert!(mended.contains(kept), "{new}\n{}", mended.lines().nth(line).unwrap_or_default());
        let others = |text: &str| -> Vec<String> {
            text.lines().enumerate().filter(|(no, _)| *no != line).map(|(_, it)| it.to_owned()).collect()
        };
        assert_eq!(others(&mended), others(source), "{new}");
    }
}

#[test]
fn one_lost_quote_is_told_once_and_by_its_name() {
    let source = builtin::source("kemitraan-ekonomi").expect("ships with the program");
    let at = source.find("\"id\": \"Samudra, kepulauan").expect("a text");
    let broken = format!("{}{}", &source[..at], &source[at + 1..]);
    let problems = check::parse(&broken).expect_err("a lost quote");
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!((problems[0].rule, problems[0].span.start), ("half-quoted", at));
    assert_eq!(mend(&broken).text, source);
}

#[test]
fn a_text_may_hold_what_looks_like_a_key() {
    let source = builtin::source("nusa-boreal").expect("ships with the program");
    let label = "\"id\": \"Pasar harian\"";
    for text in [r#"\": \""#, r#"(\"a\" : 1)"#, r#"a\\"#, "first: second, [", r#"{ \"id\": \"b"#] {
        let with = source.replacen(label, &format!("\"id\": \"{text}\""), 1);
        assert_ne!(with, source);
        assert!(check::parse(&with).is_ok(), "{text}");
        let bare = source.replacen("author: \"Mufakat\"", &format!("author: \"{text}\""), 1);
        assert_ne!(bare, source);
        assert!(check::parse(&bare).is_ok(), "{text}");
    }
}

#[test]
fn any_one_lost_bracket_is_told_once_and_a_lost_opening_one_is_mended() {
    let source = builtin::source("nusa-boreal").expect("ships with the program");
    let begin = source.find("\n(\n").expect("behind the comment at its head");
    let (mut lost, mut in_text) = (0, false);
    for (at, c) in source.char_indices().skip_while(|(at, _)| *at < begin) {
        // No text of this file holds an escaped quote, and no other comment a bracket.
        in_text ^= c == '"';
        if in_text || !"()[]{}".contains(c) {
            continue;
        }
        lost += 1;
        let broken = format!("{}{}", &source[..at], &source[at + 1..]);
        let line = source[..at].lines().count();
        let problems = check::parse(&broken).map(drop).expect_err("a lost bracket");
        assert_eq!(problems.len(), 1, "{c} of line {line}: {problems:#?}");
        if "([{".contains(c) {
            let mended = mend(&broken).text;
            assert!(check::parse(&mended).is_ok(), "{c} of line {line}");
        }
    }
    assert!(lost > 400, "{lost}");
}

#[test]
fn a_bracket_too_many_is_told_where_it_is_and_brings_no_others() {
    let source = builtin::source("nusa-boreal").expect("ships with the program");
    let lines: Vec<&str> = source.lines().collect();
    let first = lines.iter().position(|line| *line == "(").expect("the file begins");
    let (mut tried, mut elsewhere) = (0, Vec::new());
    // A part that is pasted flush left beside a bracket that is lost elsewhere is not rewritten.
    let flush: String = source.lines().map(|line| format!("{}\n", line.trim_start())).collect();
    let torn = flush.replacen("\"en\": \"Clauses\" },", "\"en\": \"Clauses\" ,", 1);
    assert_ne!(torn, flush);
    assert_eq!(mend(&torn).text, torn);
    for extra in [")", "]", "}", "\n)", "\n],", "\n        }", "(", "[", "{"] {
        for at in (first..lines.len() - 1).step_by(11).filter(|at| !lines[*at].trim_start().starts_with("//"))
        {
            let mut with: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            with[at].push_str(extra);
            let broken = with.join("\n");
            let problems = check::parse(&broken).map(drop).expect_err("a bracket too many");
            let place = at + 1 + extra.matches('\n').count();
            assert!(problems.len() <= 3, "{extra:?} on line {place}: {problems:#?}");
            let near = problems.iter().any(|it| broken[..it.span.start].lines().count().abs_diff(place) <= 1);
            if !near {
                elsewhere.push((extra, place));
            }
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
    // One that closes what was meant to be closed further down is seen there.
    assert!(elsewhere.len() * 20 < tried, "{} of {tried}: {elsewhere:?}", elsewhere.len());
}

#[test]
fn a_lost_bracket_in_a_file_without_indentation_is_not_blamed_on_another() {
    let source = builtin::source("nusa-boreal").expect("ships with the program");
    let flat: String = source.lines().map(|line| format!("{}\n", line.trim_start())).collect();
    assert!(check::parse(&flat).is_ok());
    let begin = flat.find("\n(\n").expect("behind the comment at its head");
    let (mut lost, mut in_text, mut far) = (0, false, Vec::new());
    for (at, c) in flat.char_indices().skip_while(|(at, _)| *at < begin) {
        in_text ^= c == '"';
        if in_text || !")]}".contains(c) {
            continue;
        }
        lost += 1;
        if lost % 3 != 0 {
            continue;
        }
        let broken = format!("{}{}", &flat[..at], &flat[at + 1..]);
        let line = flat[..at].lines().count();
        let problems = check::parse(&broken).map(drop).expect_err("a lost bracket");
        assert!(problems.len() <= 4, "{c} of line {line}: {problems:#?}");
        assert_eq!(mend(&broken).text, broken, "{c} of line {line}: a person has to say where");
        let near = |it: usize| broken[..it].lines().count().abs_diff(line) <= 2;
        let told = |it: &mufakat::scenario::problem::Problem| {
            near(it.span.start) || it.also.as_ref().is_some_and(|also| near(also.start))
        };
        // One that was never closed says no place that is wrong: only that it is so.
        if !problems.iter().any(told) && !problems.iter().any(|it| it.rule == "open-bracket") {
            far.push((c, line, problems[0].rule));
        }
    }
    assert!(lost > 200, "{lost}");
    assert!(far.len() * 30 < lost, "{} of a third of {lost}: {far:?}", far.len());
}

#[test]
fn a_closing_bracket_too_many_is_never_mended_by_an_opening_one() {
    let source = builtin::source("nusa-boreal").expect("ships with the program");
    let errors = |text: &str| check::parse(text).map_or_else(|list| list.len(), |_| 0);
    let lines: Vec<&str> = source.lines().collect();
    let mut tried = 0;
    for at in (12..lines.len() - 1).step_by(3) {
        for extra in ["},", "),", "]"] {
            let mut with = lines.clone();
            with.insert(at, extra);
            let broken = with.join("\n");
            let (before, mended) = (errors(&broken), mend(&broken).text);
            assert!(errors(&mended) <= before, "{extra} before line {}: {}", at + 1, lines[at]);
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
}

/// What is cut, doubled, swapped or put in.
#[derive(Clone, Debug)]
struct Blow {
    from: usize,
    length: usize,
    how: u8,
    with: String,
}

fn blow() -> impl Strategy<Value = Blow> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just("[".to_owned()),
        Just("}".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("“".to_owned()),
        Just("'".to_owned()),
        Just(",".to_owned()),
        Just(":".to_owned()),
        Just("#".to_owned()),
        Just("%".to_owned()),
        Just("/*".to_owned()),
        Just("\n".to_owned()),
        Just("0,4".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("999999999999999999999999".to_owned()),
        Just("-1e999".to_owned()),
        Just("r#\"".to_owned()),
        Just("\\u{".to_owned()),
        Just("Some(".to_owned()),
        Just("–3".to_owned()),
        Just("\u{a0}".to_owned()),
    ];
    (any::<usize>(), 0usize..300, 0u8..4, piece).prop_map(|(from, length, how, with)| Blow {
        from,
        length,
        how,
        with,
    })
}

fn strike(source: &str, blow: &Blow) -> String {
    let from = source.floor_char_boundary(blow.from % (source.len() + 1));
    let to = source.floor_char_boundary((from + blow.length).min(source.len()));
    let (before, part, after) = (&source[..from], &source[from..to], &source[to..]);
    match blow.how {
        0 => format!("{before}{after}"),
        1 => format!("{before}{part}{part}{after}"),
        2 => {
            let end = source.ceil_char_boundary((to + blow.length).min(source.len()));
            format!("{before}{}{part}{}", &source[to..end], &source[end..])
        }
        _ => format!("{before}{}{part}{after}", blow.with),
    }
}

/// Reads, tells and mends a file; whatever it is, this ends with places inside of it.
fn survive(source: &str) -> usize {
    let problems = check::parse(source).map_or_else(|problems| problems, |(_, warnings)| warnings);
    assert!(problems.len() <= MAX_PROBLEMS, "{} problems", problems.len());
    for problem in &problems {
        assert!(source.get(problem.span.clone()).is_some(), "{problem:?}");
        let (line, column) = position(source, problem.span.start);
        assert!(line >= 1 && column >= 1, "{problem:?}");
        for lang in Lang::ALL {
            let (cause, remedy) = Words::new(lang).problem(problem);
            assert!(!cause.is_empty() && !remedy.is_empty(), "{problem:?}");
        }
    }
    problems.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_shipped_scenario_struck_anywhere_is_read_to_the_end(
        which in 0..builtin::FILES.len(), blows in prop::collection::vec(blow(), 1..6),
    ) {
        let mut source = builtin::FILES[which].1.to_owned();
        for blow in &blows {
            source = strike(&source, blow);
        }
        survive(&source);
    }

    #[test]
    fn mending_what_was_mended_changes_nothing_and_adds_no_problem(
        blows in prop::collection::vec(blow(), 1..4),
    ) {
        let mut source = builtin::source("nusa-boreal").expect("ships").to_owned();
        for blow in &blows {
            source = strike(&source, blow);
        }
        let mended = mend(&source).text;
        prop_assert_eq!(&mend(&mended).text, &mended);
        if check::parse(&source).is_ok() {
            let (before, after) = (check::parse(&source), check::parse(&mended));
            let plain = |it: check::Checked| (it.0.shared, it.0.briefs);
            prop_assert_eq!(before.map(plain), after.map(plain), "the game is the same");
        }
    }

    #[test]
    fn bytes_of_any_kind_are_read_to_the_end(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        survive(&String::from_utf8_lossy(&bytes));
    }
}

/// Files that would take a careless reader minutes.
fn costly() -> Vec<(&'static str, String)> {
    let many = |piece: &str| piece.repeat(400_000 / piece.len());
    let wrapped = |before: &str, piece: &str, after: &str| format!("{before}{}{after}", many(piece));
    let ids = |prefix: &str| (0..30_000).map(|no| format!("\"{prefix}{no}\", ")).collect::<String>();
    let keys = (0..30_000).map(|no| format!("\"k{no}\": 1, ")).collect::<String>();
    let options = (0..8_000).map(|no| format!("(id: \"o{no}\", label: \"x\"), ")).collect::<String>();
    vec![
        ("open brackets", many("(")),
        ("nested lists", many("[[({")),
        ("wrapped values", many("Some(")),
        ("closing brackets", wrapped("(", ")", "")),
        ("names in a line", wrapped("(a: [", "a,", "]) x")),
        ("brackets before blank lines", format!("[{}){}", "(),".repeat(60_000), "\n".repeat(200_000))),
        ("brackets at ends of lines", wrapped("(a: [(", "()\n", ")")),
        ("wrong brackets", wrapped("([", "(]", "])")),
        ("quotes", many("\"")),
        ("escaped quotes after an open one", wrapped("(a: \"", "\\\"\n", "")),
        ("texts that touch names", wrapped("(a: [", "\"x\"y", "])")),
        ("curly quotes", many("“")),
        ("quotes that never close", wrapped("(", "a: “x ", "")),
        ("single quotes", many("'x")),
        ("commas", wrapped("(", ",", ")")),
        ("numbers in a line", wrapped("(a: [", "1,", "])")),
        ("numbers with commas", wrapped("(a: (", "0,4,", "))")),
        ("percent signs", wrapped("(", "a: 4 %,", ")")),
        ("one long number", format!("(format: {})", "9".repeat(400_000))),
        ("one long name", "a".repeat(400_000)),
        ("long names of fields", wrapped("(", "a b-c ", ": 1)")),
        ("comments", many("/*")),
        ("hashes", many("r#")),
        ("spaces", many(" ")),
        ("fields without end", wrapped("(", "a: 1\n", "")),
        ("lines of brackets", wrapped("(\n", "  a: (\n", "")),
        ("a table of many keys", format!("(first: (weights: {{{keys}}}))")),
        ("many red lines", format!("(first: (red_lines: [{}]), issues: [(options: [{options}])])", ids("r"))),
        ("many options", format!("(issues: [{}])", format!("(id: \"i\", options: [{options}]), ").repeat(3))),
        ("many unknown fields", format!("(first: ({}))", keys.replace('"', ""))),
        (
            "many news",
            format!("(news: [{}])", "(id: \"n\", values: {\"a\": (1, 1), \"b\": (2, 2)}), ".repeat(8_000)),
        ),
    ]
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a clock is the only way to see that something hangs")]
fn costly_files_end_and_with_a_sane_number_of_problems() {
    let mut slow = Vec::new();
    for (name, source) in costly() {
        let begin = std::time::Instant::now();
        survive(&source);
        let took = begin.elapsed();
        // What grows with the square of such a file would take hours; a busy machine never takes so long.
        if took > Duration::from_secs(60) {
            slow.push(format!("{name}: {took:?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn sizes_and_depths_beyond_reason_are_refused_in_one_sentence() {
    let rules = |source: &str| -> Vec<&str> {
        check::parse(source).map_or_else(|it| it, |it| it.1).iter().map(|it| it.rule).collect()
    };
    assert_eq!(rules(&" ".repeat(1024 * 1024 + 1)), ["too-large"]);
    assert_eq!(rules("PK\u{3}\u{4}\0\0word/document.xml"), ["not-text"]);
    let deep = format!("(format: {}1{})", "(".repeat(200), ")".repeat(200));
    assert!(rules(&deep).contains(&"too-deep"));
    assert!(!rules(&deep).contains(&"open-bracket"), "one deep file is one mistake");
}
