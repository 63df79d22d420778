//! `mufakat sheets`: sheets to print, for a class without screens.

use super::arguments::choice;
use super::arguments::whole;
use super::output::message;
use super::{Answer, Context, Exit, Failure};
use crate::disk::write_bytes;
use crate::print::{self, Format, Paper, PrintError, SheetOptions};
use crate::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::Path;

/// Pairs of the class in the teaching note, if nobody says how many.
const PAIRS: &str = "40";

/// What can be typed behind the command and its file.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    paper_arguments(command, words)
        .arg(Arg::new("large").long("large").action(ArgAction::SetTrue).help(tell("cli-arg-large")))
        .arg(
            Arg::new("games")
                .long("games")
                .value_name("N")
                .default_value(PAIRS)
                .hide_default_value(true)
                .value_parser(whole::<u64>(0..=2_000))
                .help(format!("{} [{PAIRS}]", tell("cli-arg-sheets-games"))),
        )
}

/// Folder and form, which sheets and reports have in common.
pub(super) fn paper_arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    command
        .arg(
            Arg::new("out")
                .short('o')
                .long("out")
                .value_name(tell("cli-value-folder"))
                .required(true)
                .help(tell("cli-arg-paper-out")),
        )
        .arg(
            choice("format", "pdf|html|both", &["pdf", "html", "both"], tell("cli-arg-paper-format"))
                .default_value("pdf")
                .hide_default_value(true),
        )
}

/// The form that was asked for.
pub(super) fn format(given: &ArgMatches) -> Format {
    match given.get_one::<String>("format").map(String::as_str) {
        Some("html") => Format::Html,
        Some("both") => Format::Both,
        _ => Format::Pdf,
    }
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let name = given.get_one::<String>("file").map_or("", String::as_str);
    let scenario = super::scenario(context, name)?.scenario;
    let options = SheetOptions {
        format: format(given),
        large: given.get_flag("large"),
        games: given.get_one::<u64>("games").copied().unwrap_or(0),
    };
    let papers =
        print::sheets(&scenario, context.words, options).map_err(|error| unmade(context.words, &error))?;
    write_all(context, given, &papers)
}

/// What a document that cannot be made is told as.
pub(super) fn unmade(words: Words, error: &PrintError) -> Failure {
    Failure::new(Exit::Failed, words.with("cli-paper-failed", &[("name", &error.name), ("why", &error.why)]))
}

/// Writes papers into the folder that was named.
pub(super) fn write_all(context: Context, given: &ArgMatches, papers: &[Paper]) -> Answer {
    let words = context.words;
    let out = given.get_one::<String>("out").map_or("", String::as_str);
    for paper in papers {
        let path = Path::new(out).join(&paper.name);
        write_bytes(&path, &paper.bytes).map_err(|error| Failure::unwritable(words, &path, &error))?;
        message(&words.with("cli-import-written", &[("path", &path.display().to_string())]));
    }
    let count = papers.len().to_string();
    message(&words.with("cli-paper-written", &[("count", &count), ("path", out)]));
    Ok(Exit::Fine)
}
