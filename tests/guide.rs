//! The guide for authors says what the program does: its commands run, its table is read, its fields are all.

use crate::called::check_in;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn guide() -> String {
    fs::read_to_string(root().join("docs/scenario-guide.md")).expect("the guide")
}

/// The blocks of a language between fences.
fn blocks(language: &str) -> Vec<String> {
    let guide = guide();
    let fence = format!("```{language}\n");
    guide.split(fence.as_str()).skip(1).filter_map(|it| it.split("```").next()).map(str::to_owned).collect()
}

/// The words of a command line; a title stands in quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn every_command_of_the_guide_runs_as_it_stands_there() {
    let folder = TempDir::new().expect("a folder");
    let table = blocks("text").into_iter().find(|it| it.starts_with("pasal;")).expect("the table");
    fs::write(folder.path().join("tabel.csv"), table).expect("written");
    let mut count = 0;
    for line in blocks("sh").iter().flat_map(|block| block.lines()) {
        let line = line.split(" #").next().unwrap_or(line).trim();
        let mut args = words(line.strip_prefix("mufakat ").expect("a command of the program"));
        // The window does not open in a test, and a watcher would not end.
        if args == ["sungai-kita"] {
            continue;
        }
        if args[0] == "watch" {
            args.push("--once".to_owned());
        }
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        check_in(folder.path(), &args, 0, &[], &[]);
        count += 1;
    }
    assert!(count >= 8, "{count} commands");
    // What came of them can be played.
    for id in ["sungai-kita", "kasus-baru"] {
        let games = ["simulate", id, "--a", "diplomat", "--b", "diplomat", "--games", "1", "--json"];
        check_in(folder.path(), &games, 0, &["\"ended\":"], &[]);
    }
}

#[test]
fn every_field_of_the_format_stands_in_the_guide() {
    let guide = guide();
    let parts = mufakat::scenario::schema::parts();
    let fields: Vec<&str> = parts.iter().flat_map(|part| part.fields).map(|field| field.name).collect();
    assert!(fields.len() > 100, "{}", fields.len());
    // In code letters, as a word of its own.
    let code: Vec<&str> = guide.split('`').skip(1).step_by(2).collect();
    let is_there = |name: &str| {
        code.iter().any(|it| it.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|it| it == name))
    };
    let missing: Vec<&str> = fields.into_iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_tasks_for_the_editor_know_the_lines_that_the_program_writes() {
    let text = fs::read_to_string(root().join("docs/vscode/tasks.json")).expect("the tasks");
    let tasks: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for task in tasks["tasks"].as_array().expect("a list") {
        let args: Vec<&str> =
            task["args"].as_array().expect("a list").iter().filter_map(|it| it.as_str()).collect();
        let folder = TempDir::new().expect("a folder");
        fs::write(folder.path().join("rusak.ron"), "(format: 1,)").expect("written");
        let mut args: Vec<&str> =
            args.iter().map(|it| if *it == "${file}" { "rusak.ron" } else { *it }).collect();
        if !args.contains(&"--once") {
            args.push("--once");
        }
        let called = check_in(folder.path(), &args, 1, &[], &[]);
        let pattern = task["problemMatcher"]["pattern"]["regexp"].as_str().expect("a pattern");
        assert_eq!(pattern, r"^(.+?):(\d+):(\d+): (error|warning): (.*) \[([A-Za-z0-9-]+)\]$");
        let lines: Vec<&str> = called.out.lines().collect();
        let (first, last) = (lines[0], lines[lines.len() - 1]);
        assert!(first.starts_with("mufakat: begin ") && last.starts_with("mufakat: end "), "{lines:?}");
        assert!(lines.len() > 3, "{lines:?}");
        for line in &lines[1..lines.len() - 1] {
            let mut parts = line.splitn(4, ':');
            assert_eq!(parts.next(), Some("rusak.ron"));
            assert!(parts.next().is_some_and(|it| it.parse::<usize>().is_ok()), "{line}");
            assert!(parts.next().is_some_and(|it| it.parse::<usize>().is_ok()), "{line}");
            assert!(parts.next().is_some_and(|it| it.starts_with(" error: ") && it.ends_with(']')), "{line}");
        }
    }
}
