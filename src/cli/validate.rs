//! `mufakat validate`: every problem of scenario files, with place, cause and remedy.

use super::output::{data, message, place, problems};
use super::{Answer, Context, Exit, Failure};
use crate::disk::{Bytes, library, read_any};
use crate::scenario::problem::{Problem, Severity, position};
use crate::scenario::{Scenario, check};
use crate::words::Words;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let as_json = given.get_one::<String>("format").is_some_and(|format| format == "json");
    let mut files = Vec::new();
    for name in given.get_many::<String>("files").into_iter().flatten() {
        files.extend(named(context, name)?);
    }
    let mut found = Vec::new();
    let mut invalid = 0;
    for (name, source) in &files {
        let (source, checked) = source.checked();
        let valid = checked.is_ok();
        let list = checked.map_or_else(|problems| problems, |(_, warnings)| warnings);
        invalid += usize::from(!valid);
        if as_json {
            found.extend(list.iter().map(|problem| as_value(context, name, source, problem)));
        } else {
            if !list.is_empty() {
                message(&problems(words, name, source, &list));
                message("");
            }
            data(&verdict(words, name, valid, list.len()));
        }
    }
    if as_json {
        data(&format!("{}\n", json!({"files": files.len(), "invalid": invalid, "problems": found})));
    }
    Ok(if invalid > 0 { Exit::No } else { Exit::Fine })
}

/// The text of a scenario file, or what is shown of a file that is no text.
pub(super) enum Source {
    /// The text.
    Text(String),
    /// What can be shown, and what is wrong.
    Unreadable(String, Problem),
}

impl Source {
    /// What is shown of it, and what it is: a scenario with warnings, or problems.
    pub(super) fn checked(&self) -> (&str, Result<(Scenario, Vec<Problem>), Vec<Problem>>) {
        match self {
            Self::Text(source) => (source, check::parse(source)),
            Self::Unreadable(shown, problem) => (shown, Err(vec![problem.clone()])),
        }
    }
}

/// The line that says whether a file can be played.
pub(super) fn verdict(words: Words, path: &str, valid: bool, problems: usize) -> String {
    let (key, found) = if valid { ("cli-valid", "cli-warnings") } else { ("cli-not-valid", "cli-problems") };
    format!("{}\n", words.with(key, &[("path", path), ("found", &words.count(found, problems))]))
}

/// Reads a file of which nothing is known yet.
pub(super) fn source_of(words: Words, path: &Path) -> Result<Source, Failure> {
    match read_any(path) {
        Ok(Bytes::Text(text)) => Ok(Source::Text(text)),
        Ok(Bytes::Other { shown, at }) => {
            let problem = library::no_text(&shown, at);
            Ok(Source::Unreadable(shown, problem))
        }
        Err(error) => Err(Failure::unreadable(words, path, &error)),
    }
}

/// The file that is meant: the path itself, or one's own scenario of this id.
pub(super) fn own_path(name: &str) -> PathBuf {
    let path = PathBuf::from(name);
    if path.exists() { path } else { library::own_file(name).unwrap_or(path) }
}

/// The files that a name stands for: a folder's, one file, or a built-in scenario.
fn named(context: Context, name: &str) -> Result<Vec<(String, Source)>, Failure> {
    let words = context.words;
    let path = Path::new(name);
    let read = |path: &PathBuf| source_of(words, path).map(|source| (path.display().to_string(), source));
    if path.is_dir() {
        let files = library::files_in(path);
        if files.is_empty() {
            return Err(Failure::new(Exit::Failed, words.with("cli-empty-folder", &[("path", name)])));
        }
        return files.iter().map(read).collect();
    }
    if library::is_readable(path) {
        return Ok(vec![read(&path.to_path_buf())?]);
    }
    // The same file that is played under this id.
    if let Some(own) = library::own_file(name) {
        return Ok(vec![read(&own)?]);
    }
    if let Some(source) = crate::scenario::builtin::source(name) {
        return Ok(vec![(name.to_owned(), Source::Text(source.to_owned()))]);
    }
    Err(super::unloaded(context, library::unknown(name)))
}

fn as_value(context: Context, name: &str, source: &str, problem: &Problem) -> Value {
    let (line, column) = place(source, problem);
    let (cause, remedy) = context.words.problem(problem);
    let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
    let (end_line, end_column) = position(source, problem.span.end);
    let edits: Vec<Value> = problem
        .edits
        .iter()
        .map(|edit| json!({"start": edit.span.start, "end": edit.span.end, "text": edit.with}))
        .collect();
    json!({
        "file": name, "line": line, "column": column, "end_line": end_line, "end_column": end_column,
        "start": problem.span.start, "end": problem.span.end,
        "rule": problem.rule, "severity": severity, "cause": cause, "remedy": remedy,
        "fix": edits,
    })
}
