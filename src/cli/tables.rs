//! Tables in `mufakat import` and `mufakat export`: CSV and spreadsheet files.

use super::import::{keep, spare, write};
use super::output::{self, message};
use super::{Answer, Context, Exit, Failure};
use crate::disk::{read_bytes, read_text, write_bytes};
use crate::interchange::table::csv::{self, Style};
use crate::interchange::table::{self, Finding, Table, Weights, draft, merge, sheet};
use crate::scenario::problem::Severity;
use crate::scenario::{Scenario, check};
use crate::words::{Medium, Words};
use clap::ArgMatches;
use std::path::Path;

/// Findings as the other problems are told: place, cause, remedy.
fn told(words: Words, path: &str, found: &[Finding]) -> String {
    let mut text = String::new();
    for finding in found {
        let (cause, remedy) = words.problem_in(&finding.problem, Medium::Table);
        let level = match finding.problem.severity {
            Severity::Error => "cli-error",
            Severity::Warning => "cli-warning",
        };
        let whole = finding.place == table::Place::default();
        let place = if whole { String::new() } else { format!(":{}", finding.place.name()) };
        text.push_str(&format!(
            "{}[{}]: {cause}\n --> {path}{place}\n  = {}: {remedy}\n\n",
            words.get(level),
            finding.problem.rule,
            words.get("cli-remedy")
        ));
    }
    text
}

/// A table as a scenario, or into one.
pub(super) fn import(context: Context, given: &ArgMatches, name: &str) -> Answer {
    let words = context.words;
    let text = |name: &str| given.get_one::<String>(name).map(String::as_str);
    let bytes =
        read_bytes(Path::new(name)).map_err(|error| Failure::unreadable(words, Path::new(name), &error))?;
    let weights = match (given.get_flag("normalise"), text("into")) {
        (true, _) => Weights::Normalised,
        (false, None) => Weights::Hundred,
        (false, Some(_)) => Weights::AsGiven,
    };
    let refused = |found: &[Finding]| {
        Failure::new(
            Exit::No,
            format!("{}{}", told(words, name, found), words.get("cli-table-nothing-written")),
        )
    };
    let target = text("into").map(|into| target(words, into)).transpose()?;
    let read = match &target {
        Some(it) => table::read_into(&bytes, weights, &it.scenario),
        None => table::read(&bytes, weights),
    };
    let (table, notes) = read.map_err(|found| refused(&found))?;
    if !notes.is_empty() {
        message(&told(words, name, &notes));
        message("");
    }
    match target {
        Some(target) => {
            let out = text("out").unwrap_or(&target.path);
            spare(context, out, [name])?;
            merged(context, &table, &target, out, &refused)
        }
        None => {
            let stem = Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let title = text("title").map_or_else(|| stem.unwrap_or_default(), str::to_owned);
            drafted(context, &table, &title, text("out").unwrap_or_default(), name, &refused)
        }
    }
}

fn drafted(
    context: Context,
    table: &Table,
    title: &str,
    out: &str,
    name: &str,
    refused: &dyn Fn(&[Finding]) -> Failure,
) -> Answer {
    let words = context.words;
    let (text, notes) = draft::write(table, title).map_err(|found| refused(&found))?;
    let (made, _) = check::parse(&text).map_err(|list| refused(&table.findings(&text, list)))?;
    if !notes.is_empty() {
        message(&told(words, name, &notes));
        message("");
    }
    spare(context, out, [name])?;
    keep(context, Path::new(out), text.as_bytes())?;
    write(context, Path::new(out), &text)?;
    let options: usize = table.issues.iter().map(|issue| issue.options.len()).sum();
    let names = &made.shared.countries;
    message(&words.with(
        "cli-table-read",
        &[
            ("issues", &table.issues.len().to_string()),
            ("options", &options.to_string()),
            ("first", names.first.name.get(words.lang)),
            ("second", names.second.name.get(words.lang)),
        ],
    ));
    message(&words.with("cli-import-written", &[("path", out)]));
    Ok(Exit::Fine)
}

/// The scenario that a table is put into.
struct Target {
    path: String,
    source: String,
    scenario: Scenario,
}

fn target(words: Words, path: &str) -> Result<Target, Failure> {
    let source =
        read_text(Path::new(path)).map_err(|error| Failure::unreadable(words, Path::new(path), &error))?;
    let (scenario, _) = check::parse(&source).map_err(|list| {
        let shown = output::problems(words, path, &source, &list);
        Failure::new(Exit::No, format!("{shown}{}", words.get("cli-table-nothing-written")))
    })?;
    Ok(Target { path: path.to_owned(), source, scenario })
}

fn merged(
    context: Context,
    table: &Table,
    target: &Target,
    out: &str,
    refused: &dyn Fn(&[Finding]) -> Failure,
) -> Answer {
    let words = context.words;
    let merged =
        merge::merge(&target.source, &target.scenario, table, words.lang).map_err(|found| refused(&found))?;
    check::parse(&merged.text).map_err(|list| refused(&table.findings(&merged.text, list)))?;
    if merged.changes > 0 || out != target.path {
        write(context, Path::new(out), &merged.text)?;
        message(&words.with("cli-import-written", &[("path", out)]));
    }
    message(&words.count("cli-table-merged", merged.changes));
    Ok(Exit::Fine)
}

/// A scenario as a table.
pub(super) fn export(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let text = |name: &str| given.get_one::<String>(name).map_or("", String::as_str);
    let scenario = super::scenario(context, text("file"))?.scenario;
    let grids = sheet::grids(&Table::of(&scenario), words);
    let out = text("out");
    let bytes = if text("to") == "xlsx" {
        table::xlsx(&grids)
            .map_err(|why| Failure::new(Exit::Failed, words.with("cli-table-unwritten", &[("why", &why)])))?
    } else {
        let separator = match text("delimiter") {
            "comma" => b',',
            "tab" => b'\t',
            _ => b';',
        };
        // Every number of a scenario is whole: there is no decimal mark to choose.
        csv::write(&grids, Style { separator, ..Style::COMMA }).into_bytes()
    };
    spare(context, out, [text("file")])?;
    keep(context, Path::new(out), &bytes)?;
    write_bytes(Path::new(out), &bytes)
        .map_err(|error| Failure::unwritable(words, Path::new(out), &error))?;
    message(&words.with("cli-import-written", &[("path", out)]));
    Ok(Exit::Fine)
}
