//! A scenario file with mistakes: each is told with its rule and its place, and none hides another.

use mufakat::scenario::check;
use mufakat::scenario::problem::{Problem, Severity, position};
use proptest::prelude::*;

const NUSA: &str = include_str!("../scenarios/nusa-boreal.ron");

/// Nusa and Boreal with one thing replaced.
fn broken(from: &str, to: &str) -> String {
    assert!(NUSA.contains(from), "the file has no {from:?}");
    NUSA.replacen(from, to, 1)
}

/// Everything that is told of a file, warnings of a sound file included.
fn problems(source: &str) -> Vec<Problem> {
    check::parse(source).map_or_else(|problems| problems, |(_, warnings)| warnings)
}

/// Breaks the file in one place and compares what is told: rule, line and column.
fn check(from: &str, to: &str, expected: &[(&str, usize, usize)]) {
    let source = broken(from, to);
    let told: Vec<(&str, usize, usize)> = problems(&source)
        .iter()
        .map(|problem| {
            let (line, column) = position(&source, problem.span.start);
            (problem.rule, line, column)
        })
        .collect();
    assert_eq!(told, expected, "{from:?} became {to:?}");
}

/// What the name in question probably means, as the file's author reads it.
fn meant(from: &str, to: &str) -> String {
    let told = problems(&broken(from, to));
    format!("{:?}", told.first().expect("a problem").facts.args)
}

#[test]
fn the_file_is_sound_before_anything_is_broken() {
    assert_eq!(check::parse(NUSA).expect("sound").1, []);
}

#[test]
fn a_comma_left_out_is_told_where_it_belongs() {
    check("rounds: 8,", "rounds: 8", &[("missing-comma", 27, 23)]);
    check("format: 1,", "format: 1", &[("missing-comma", 5, 13)]);
}

#[test]
fn a_comma_too_many_is_told() {
    check("rounds: 8,", "rounds: 8,,", &[("extra-comma", 27, 25)]);
    check("rounds: 8,", "rounds: 8;", &[("semicolon", 27, 24)]);
}

#[test]
fn a_text_without_closing_quotes_is_told_on_its_own_line() {
    check("id: \"E0\",", "id: \"E0,", &[("open-text", 138, 25)]);
}

#[test]
fn a_list_that_is_never_closed_is_told_where_it_was_opened() {
    // The comma behind the bracket went with it: the remedy says both.
    check("    ],\n\n    news: [", "\n\n    news: [", &[("open-list", 127, 13)]);
}

#[test]
fn a_wrong_closing_bracket_is_told() {
    check("minutes: 20 )", "minutes: 20 ]", &[("wrong-bracket", 27, 50)]);
}

#[test]
fn quotes_of_a_word_processor_are_told() {
    check("author: \"Mufakat\"", "author: \u{201c}Mufakat\u{201d}", &[("curly-quotes", 22, 13)]);
    check("author: \"Mufakat\"", "author: 'Mufakat'", &[("single-quotes", 22, 13)]);
}

#[test]
fn a_decimal_comma_is_told_as_such() {
    check("batna: 25", "batna: 0,4", &[("decimal-comma", 43, 16)]);
}

#[test]
fn a_fraction_a_quoted_number_and_a_percent_sign_are_told() {
    check("batna: 25", "batna: 25.5", &[("not-whole", 43, 16)]);
    check("batna: 25", "batna: \"25\"", &[("quoted-number", 43, 16)]);
    check("batna: 25", "batna: 25%", &[("percent-sign", 43, 18)]);
    check("batna: 25", "batna = 25", &[("equals-sign", 43, 15)]);
}

#[test]
fn a_misspelt_field_is_told_with_the_one_that_was_meant() {
    check("patience: 80", "patiense: 80", &[("unknown-field", 51, 9)]);
    assert!(meant("patience: 80", "patiense: 80").contains("\"patience\""));
    // A field that is needed and misspelt is told once.
    check("development: 45", "developmnt: 45", &[("unknown-field", 49, 9)]);
}

#[test]
fn a_value_out_of_its_range_is_told() {
    check("value: (70, 60)", "value: (170, 60)", &[("out-of-range", 153, 29)]);
    check("batna: 25", "batna: 101", &[("out-of-range", 43, 16)]);
    check("environment: -1", "environment: -4", &[("out-of-range", 154, 57)]);
}

#[test]
fn an_unknown_sector_is_told_with_the_one_that_was_meant() {
    check("sector: Energy", "sector: Enrgy", &[("unknown-choice", 131, 21)]);
    assert!(meant("sector: Energy", "sector: Enrgy").contains("\"Energy\""));
    check("\"Technology\": 80,", "\"Tecnology\": 80,", &[("unknown-sector", 48, 18)]);
    check("sector: Energy", "sector: \"Energy\"", &[("quoted-choice", 131, 21)]);
}

#[test]
fn an_id_used_twice_is_told_at_the_second_with_the_first_beside_it() {
    check("id: \"E2\"", "id: \"E1\"", &[("duplicate-id", 161, 25)]);
    let source = broken("id: \"E2\"", "id: \"E1\"");
    let first = problems(&source)[0].also.clone().expect("the first");
    assert_eq!(position(&source, first.start), (147, 25));
}

#[test]
fn a_status_quo_and_a_red_line_name_options_that_exist() {
    check("sector: Energy,", "sector: Energy, status_quo: \"E9\",", &[("unknown-option", 131, 41)]);
    check("rivalry: 30,", "rivalry: 30, red_lines: [\"Z1\"],", &[("unknown-option", 54, 34)]);
}

#[test]
fn an_issue_that_got_another_id_is_missed_where_it_is_named_and_no_sum_is_told_beside() {
    let source = broken("id: \"M\",", "id: \"MAGANG\",");
    let found = problems(&source);
    assert!(found.len() >= 2, "{found:?}");
    for problem in &found {
        assert_eq!(problem.rule, "unknown-issue", "{found:?}");
        assert_eq!(&source[problem.span.clone()], "\"M\"");
    }
}

#[test]
fn weights_that_do_not_make_a_hundred_are_told() {
    check(
        "{ \"E\": 20, \"T\": 50, \"M\": 30 }",
        "{ \"E\": 0, \"T\": 0, \"M\": 0 }",
        &[("weights-sum", 42, 18)],
    );
    check("\"E\": 50, \"T\": 20, \"M\"", "\"E\": 50, \"T\": 20, \"X\"", &[("unknown-issue", 91, 38)]);
    check("influence: 50", "influence: 40", &[("influence-sum", 58, 28)]);
}

#[test]
fn a_text_without_english_is_only_a_warning() {
    let source = broken(", \"en\": \"Nusa and Boreal\"", "");
    let (_, warnings) = check::parse(&source).expect("it can be played");
    assert_eq!(
        warnings.iter().map(|it| (it.rule, it.severity)).collect::<Vec<_>>(),
        [("missing-language", Severity::Warning)]
    );
    check(", \"en\": \"Nusa and Boreal\"", "", &[("missing-language", 7, 12)]);
}

#[test]
fn a_byte_order_mark_and_spaces_that_do_not_break_are_no_mistakes() {
    check("// Nusa", "\u{feff}// Nusa", &[]);
    check("    format: 1,", "\u{a0}\u{a0}format:\u{a0}1,", &[]);
    assert_eq!(check::parse(&NUSA.replace('\n', "\r\n")).expect("sound").1, []);
    assert_eq!(check::hash(&NUSA.replace('\n', "\r\n")), check::hash(NUSA));
}

#[test]
fn a_comment_with_a_hash_is_told() {
    check("    author:", "    # who wrote it\n    author:", &[("hash-comment", 22, 5)]);
}

#[test]
fn a_comment_that_is_never_closed_is_told_where_it_was_opened() {
    let source = broken("    author:", "    /* who wrote it\n    author:");
    let told = problems(&source);
    let opened = told.iter().find(|it| it.rule == "open-comment").expect("told");
    assert_eq!(position(&source, opened.span.start), (22, 5));
}

#[test]
fn a_mistake_is_not_told_again_where_it_is_felt() {
    // Too many rounds leave the number of rounds unknown, so no piece of news can come too late.
    check("rounds: 8,", "rounds: 99,", &[("out-of-range", 27, 23)]);
}

#[test]
fn no_place_lies_inside_a_letter() {
    for source in ["(id: é format: 1)", "(id: \"nusa\" title: Nusà summary: 1)", "[é é]"] {
        for problem in problems(source) {
            assert!(source.get(problem.span.clone()).is_some(), "{source}: {problem:?}");
        }
    }
}

#[test]
fn json_in_place_of_a_scenario_is_told_once() {
    let told = problems("{ \"format\": 1, \"id\": \"nusa\" }");
    assert_eq!(told.iter().map(|it| it.rule).collect::<Vec<_>>(), ["json-file"]);
    assert_eq!(problems("").first().map(|it| it.rule), Some("empty-file"));
}

#[test]
fn two_mistakes_far_apart_are_both_told() {
    let source = broken("rounds: 8,", "rounds: 8").replacen("value: (70, 60)", "value: (170, 60)", 1);
    let told: Vec<(&str, usize)> =
        problems(&source).iter().map(|it| (it.rule, position(&source, it.span.start).0)).collect();
    assert_eq!(told, [("missing-comma", 27), ("out-of-range", 153)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_mangled_anywhere_is_read_to_the_end_with_every_place_inside_it(
        from in 0..NUSA.len(), length in 0usize..400, how in 0..3, with in "\\PC{0,12}",
    ) {
        let boundary = |mut at: usize| {
            at = at.min(NUSA.len());
            while !NUSA.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (from, to) = (boundary(from), boundary(from + length));
        let (before, part, after) = (&NUSA[..from], &NUSA[from..to], &NUSA[to..]);
        let source = match how {
            0 => format!("{before}{after}"),
            1 => format!("{before}{part}{part}{after}"),
            _ => format!("{before}{with}{after}"),
        };
        for problem in problems(&source) {
            prop_assert!(source.get(problem.span.clone()).is_some(), "{problem:?}");
            let (line, column) = position(&source, problem.span.start);
            prop_assert!(line >= 1 && column >= 1 && line <= source.lines().count().max(1) + 1);
        }
    }
}
