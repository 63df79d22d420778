//! `mufakat report`: what is left of a game that is over, on paper and for other programs.

use super::sheets::{format, paper_arguments, unmade, write_all};
use super::{Answer, Context, Exit, Failure, replay};
use crate::print::{self, Separator};
use crate::table::Table;
use crate::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};

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
    let separator = if given.get_flag("semicolon") { Separator::Semicolon } else { Separator::Comma };
    let papers = print::report(&table, &record.players, words, format(given), separator)
        .map_err(|error| unmade(words, &error))?
        .ok_or_else(|| Failure::new(Exit::No, words.with("cli-report-running", &[("path", path)])))?;
    write_all(context, given, &papers)
}
