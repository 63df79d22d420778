//! `mufakat report`: what is left of a game that is over, on paper and for other programs.

use super::sheets::{format, paper_arguments, unmade, write_all};
use super::{Answer, Context, Exit, Failure, replay};
use crate::interchange::table::csv::Style;
use crate::print;
use crate::table::Table;
use crate::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::Path;

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    let record =
        Arg::new("record").value_name(tell("cli-value-record")).required(true).help(tell("cli-arg-record"));
    paper_arguments(command.arg(record).arg(replay::scenario_argument(words)), words).arg(
        Arg::new("semicolon").long("semicolon").action(ArgAction::SetTrue).help(tell("cli-arg-semicolon")),
    )
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let path = given.get_one::<String>("record").map_or("", String::as_str);
    let record = replay::load(context, path)?;
    let scenario = replay::scenario_of(context, path, &record, replay::named(given))?;
    let table = Table::replay(scenario, record.events);
    let style = if given.get_flag("semicolon") { Style::SEMICOLON } else { Style::COMMA };
    let mut papers = print::report(&table, &record.players, words, format(given), style)
        .map_err(|error| unmade(words, &error))?
        .ok_or_else(|| Failure::new(Exit::No, words.with("cli-report-running", &[("path", path)])))?;
    // Two games of one scenario in one folder: each record has reports of its own name.
    let id = table.scenario().shared.id.as_str();
    let stem = Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
    let own = if stem.starts_with(id) { stem.into_owned() } else { format!("{id}-{stem}") };
    for paper in &mut papers {
        if let Some(rest) = paper.name.strip_prefix(id) {
            paper.name = format!("{own}{rest}");
        }
    }
    write_all(context, given, &papers)
}
