//! `mufakat validate`: every problem of scenario files, with place, cause and remedy.

use super::output::{data, message, place, problems, why};
use super::{Answer, Context, Exit, Failure};
use crate::disk::{library, read_text};
use crate::scenario::check;
use crate::scenario::problem::{Problem, Severity};
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
        let (list, valid) = match check::parse(source) {
            Ok((_, warnings)) => (warnings, true),
            Err(problems) => (problems, false),
        };
        invalid += usize::from(!valid);
        if as_json {
            found.extend(list.iter().map(|problem| as_value(context, name, source, problem)));
        } else {
            if !list.is_empty() {
                message(&problems(words, name, source, &list));
                message("");
            }
            let key = if valid { "cli-valid" } else { "cli-not-valid" };
            data(&format!("{}\n", words.with(key, &[("path", name), ("count", &list.len().to_string())])));
        }
    }
    if as_json {
        data(&format!("{}\n", json!({"files": files.len(), "invalid": invalid, "problems": found})));
    }
    Ok(if invalid > 0 { Exit::No } else { Exit::Fine })
}

/// The files that a name stands for: a folder's, one file, or a built-in scenario.
fn named(context: Context, name: &str) -> Result<Vec<(String, String)>, Failure> {
    let words = context.words;
    let path = Path::new(name);
    let read = |path: &PathBuf| {
        read_text(path).map(|source| (path.display().to_string(), source)).map_err(|error| {
            let shown = path.display().to_string();
            Failure::new(
                Exit::Failed,
                words.with("cli-unreadable", &[("path", &shown), ("why", &why(words, &error))]),
            )
        })
    };
    if path.is_dir() {
        let files = library::files_in(path);
        if files.is_empty() {
            return Err(Failure::new(Exit::Failed, words.with("cli-empty-folder", &[("path", name)])));
        }
        return files.iter().map(read).collect();
    }
    if path.is_file() {
        return Ok(vec![read(&path.to_path_buf())?]);
    }
    if let Some(source) = crate::scenario::builtin::source(name) {
        return Ok(vec![(name.to_owned(), source.to_owned())]);
    }
    let known = library::ids().join(", ");
    Err(Failure::new(Exit::Failed, words.with("cli-unknown-scenario", &[("name", name), ("known", &known)])))
}

fn as_value(context: Context, name: &str, source: &str, problem: &Problem) -> Value {
    let (line, column) = place(source, problem);
    let (cause, remedy) = context.words.problem(problem);
    let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
    json!({
        "file": name, "line": line, "column": column,
        "start": problem.span.start, "end": problem.span.end,
        "rule": problem.rule, "severity": severity, "cause": cause, "remedy": remedy,
    })
}
