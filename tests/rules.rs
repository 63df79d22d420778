//! The rules for scenario files as documented, and `mufakat fix` as it is called.

use crate::called::check_in;
use crate::mistakes::mended_rules;
use mufakat::scenario::{Lang, builtin};
use mufakat::words::sources;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The ids that have words: rules for files, and lints of balance.
fn rules() -> BTreeSet<String> {
    let id = |line: &str| {
        let key = line.split_once(" = ")?.0;
        let lint = key.strip_prefix("lint-").map(str::to_uppercase);
        lint.or_else(|| key.strip_prefix("problem-").map(str::to_owned))
    };
    sources(Lang::Id).iter().flat_map(|source| source.lines()).filter_map(id).collect()
}

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    fs::read_to_string(path).expect("the page of rules")
}

/// The sections of the page by their rule: whether `fix` mends it, and what is said.
fn sections(page: &str) -> BTreeMap<&str, (bool, &str)> {
    let mut sections = BTreeMap::new();
    for part in page.split("\n### `").skip(1) {
        let (head, body) = part.split_once('\n').expect("a heading and a text");
        let (rule, rest) = head.split_once('`').expect("a rule in back quotes");
        let body = body.split("\n## ").next().unwrap_or(body);
        assert!(sections.insert(rule, (rest.ends_with("fix"), body)).is_none(), "{rule} stands there twice");
    }
    sections
}

#[test]
fn the_page_of_rules_names_every_rule_and_no_other() {
    let page = page();
    let mut documented: BTreeSet<String> = sections(&page).into_keys().map(str::to_owned).collect();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    documented.extend(rows.map(|(rule, _)| rule.to_owned()));
    let rules = rules();
    assert!(rules.len() > 150, "{}", rules.len());
    assert_eq!(rules.difference(&documented).collect::<Vec<_>>(), Vec::<&String>::new(), "not documented");
    assert_eq!(documented.difference(&rules).collect::<Vec<_>>(), Vec::<&String>::new(), "no such rule");
}

#[test]
fn every_rule_shows_a_bad_line_a_mended_one_and_the_reason_in_both_languages() {
    for (rule, (_, body)) in sections(&page()) {
        let sample = body.split("```").nth(1).unwrap_or_default();
        let marked = |mark: char| {
            sample.lines().filter(|line| line.starts_with(mark)).map(|line| &line[1..]).collect::<Vec<_>>()
        };
        let (bad, good) = (marked('-'), marked('+'));
        assert!(!bad.is_empty() && !good.is_empty() && bad != good, "{rule}: {sample}");
        let why = body.split("```").nth(2).unwrap_or_default();
        let paragraphs: Vec<&str> = why.trim().split("\n\n").collect();
        let [id, en] = paragraphs.as_slice() else { panic!("{rule} has no two reasons: {why}") };
        assert!(id.split(' ').count() > 2 && !id.starts_with('*'), "{rule}: {id}");
        assert!(en.split(' ').count() > 2 && en.starts_with('*') && en.ends_with('*'), "{rule}: {en}");
    }
}

#[test]
fn the_page_marks_the_rules_that_fix_mends() {
    let page = page();
    let marked: BTreeSet<&str> =
        sections(&page).into_iter().filter(|(_, (fix, _))| *fix).map(|(rule, _)| rule).collect();
    assert_eq!(marked, mended_rules());
}

/// A folder with Nusa and Boreal in it, one thing changed.
fn folder(from: &str, to: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let good = builtin::source("nusa-boreal").expect("ships with the program");
    assert!(good.contains(from), "{from:?}");
    fs::write(folder.path().join("a.ron"), good.replacen(from, to, 1)).expect("written");
    folder
}

fn read(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("a.ron")).expect("readable")
}

#[test]
fn fix_shows_what_it_changes_and_writes_it() {
    let folder = folder("author: \"Mufakat\",", "author: “Mufakat”, // “catatan”");
    let before = read(&folder);
    let shown =
        ["--- a.ron", "+++ a.ron", "-    author: “Mufakat”,", "+    author: \"Mufakat\", // “catatan”"];
    check_in(folder.path(), &["fix", "a.ron", "--check"], 1, &shown, &["curly-quotes \u{d7} 1", "--check"]);
    assert_eq!(read(&folder), before, "--check writes nothing");
    check_in(folder.path(), &["fix", "a.ron"], 0, &shown, &["diperbaiki", "curly-quotes"]);
    assert_eq!(read(&folder), before.replace("“Mufakat”", "\"Mufakat\""));
    let again =
        check_in(folder.path(), &["fix", "a.ron", "--check", "--lang", "en"], 0, &[], &["nothing to mend"]);
    assert_eq!(again.out, "");
}

#[test]
fn fix_tells_what_is_left_for_a_person() {
    let folder = folder("batna: 25,\n        batna_story", "batna: 25%,\n        batna_stroy");
    let left = ["Yang tersisa", "unknown-field", "a.ron:44:9", "Mungkin maksud Anda batna_story?"];
    check_in(folder.path(), &["fix", "a.ron"], 1, &["+        batna: 25,"], &left);
    assert!(read(&folder).contains("batna_stroy"), "only a person knows");
}

#[test]
fn fix_refuses_what_is_no_file_of_ones_own() {
    let folder = folder("author", "author");
    check_in(folder.path(), &["fix", "nusa-boreal"], 2, &[], &["tidak dapat diubah"]);
    check_in(folder.path(), &["fix", "."], 2, &[], &["folder"]);
    check_in(folder.path(), &["fix", "tidak-ada.ron"], 2, &[], &["tidak dapat dibaca"]);
    fs::write(folder.path().join("latin.ron"), b"( id: \"caf\xe9\" )").expect("written");
    check_in(folder.path(), &["fix", "latin.ron"], 1, &[], &["not-utf8", "latin.ron:1:11", "UTF-8"]);
    assert_eq!(fs::read(folder.path().join("latin.ron")).expect("readable"), b"( id: \"caf\xe9\" )");
}

#[test]
fn a_file_that_is_no_text_does_not_keep_the_others_from_being_checked() {
    let folder = folder("batna: 25,", "batna: 0,25,");
    fs::write(folder.path().join("b.ron"), b"PK\x03\x04\0\0").expect("written");
    fs::write(folder.path().join("c.ron"), b"\xe9\xe9").expect("written");
    let called = check_in(folder.path(), &["validate", ".", "--format", "json"], 1, &[], &[]);
    let told = called.json();
    let rules: Vec<&str> =
        told["problems"].as_array().expect("a list").iter().filter_map(|it| it["rule"].as_str()).collect();
    assert_eq!(rules, ["decimal-comma", "not-text", "not-utf8"]);
    let first = &told["problems"][0];
    assert_eq!((first["line"].as_u64(), first["column"].as_u64()), (Some(43), Some(16)));
    assert_eq!((first["end_line"].as_u64(), first["end_column"].as_u64()), (Some(43), Some(20)));
    assert_eq!(first["fix"][0]["text"], "25");
    assert_eq!(first["fix"][0]["start"], first["start"]);
}

#[test]
fn of_an_endless_line_a_piece_is_shown() {
    let folder = TempDir::new().expect("a folder");
    let line = format!("({} \"x\"y)", "apa: 1, ".repeat(5_000));
    fs::write(folder.path().join("a.ron"), line).expect("written");
    let shown = ["[unknown-field]", "a.ron:1:2", "| apa: 1, apa: 1", "perbaikan: "];
    let called = check_in(folder.path(), &["validate", "a.ron"], 1, &[], &shown);
    assert!(called.err.lines().all(|line| line.len() < 1_000), "no line of the report is endless");
}
