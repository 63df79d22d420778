//! `mufakat export`: a scenario as files of another program.

use super::arguments::choice;
use super::import::{keep, write};
use super::output::message;
use super::{Answer, Context, Exit, Failure, tables};
use crate::interchange::{Space, genius, negmas};
use crate::scoring::Case;
use crate::words::Words;
use clap::{Arg, ArgMatches, Command};
use std::path::Path;

/// What can be typed behind the command and its file.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    let formats = &["genius", "negmas", "csv", "xlsx"];
    command
        .arg(choice("to", "genius|negmas|csv|xlsx", formats, tell("cli-arg-to")).required(true))
        .arg(
            Arg::new("out")
                .short('o')
                .long("out")
                .value_name(tell("cli-value-out"))
                .required(true)
                .help(tell("cli-arg-out-folder")),
        )
        .arg(
            choice(
                "delimiter",
                "semicolon|comma|tab",
                &["semicolon", "comma", "tab"],
                tell("cli-arg-delimiter"),
            )
            .default_value("semicolon")
            .hide_default_value(true),
        )
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let text = |name: &str| given.get_one::<String>(name).map_or("", String::as_str);
    if matches!(text("to"), "csv" | "xlsx") {
        return tables::export(context, given);
    }
    let scenario = super::scenario(context, text("file"))?.scenario;
    let space = Space::of(&scenario, words.lang);
    if space.issues.is_empty() {
        return Err(Failure::new(Exit::No, words.get("cli-export-empty")));
    }
    let files = if text("to") == "genius" { genius::write(&space) } else { negmas::write(&space) };
    let folder = Path::new(text("out"));
    for (name, content) in files {
        let path = folder.join(name);
        keep(context, &path, content.as_bytes())?;
        write(context, &path, &content)?;
        message(&words.with("cli-import-written", &[("path", &path.display().to_string())]));
    }
    // GENIUS counts everything above 1 as 1, as we do; NegMAS does not.
    let reaches = |side: usize| (0..space.issues.len()).map(|no| space.weight(no, side)).sum::<f64>();
    if text("to") == "negmas" && (0..2).any(|side| reaches(side) > 1.0 + 1e-9) {
        message(&words.get("cli-export-above-one"));
    }
    let kept = Case::exact(&scenario).weighted_issues();
    let issues = scenario.shared.issues.iter().enumerate();
    let left: Vec<&str> =
        issues.filter(|(no, _)| !kept.contains(no)).map(|(_, issue)| issue.title.get(words.lang)).collect();
    if !left.is_empty() {
        message(&words.with("cli-export-left", &[("names", &left.join(", "))]));
    }
    Ok(Exit::Fine)
}
