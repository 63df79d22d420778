//! `mufakat serve`: a class in one room.

use super::arguments::whole;
use super::{Answer, Context, Exit, Failure};
use crate::disk::library::LoadError;
use crate::disk::read_text;
use crate::scenario::builtin;
use crate::server::{Asked, run as open};
use crate::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::PathBuf;

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    command
        .arg(Arg::new("file").value_name(tell("cli-value-file")).help(tell("cli-arg-file")))
        .arg(Arg::new("bind").long("bind").value_name("ADDR:PORT").help(tell("class-arg-bind")))
        .arg(
            Arg::new("data").long("data").value_name(tell("class-value-folder")).help(tell("class-arg-data")),
        )
        .arg(
            Arg::new("console-on-lan")
                .long("console-on-lan")
                .action(ArgAction::SetTrue)
                .help(tell("class-arg-console")),
        )
        .arg(Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(tell("class-arg-dry-run")))
        .arg(
            Arg::new("one-address")
                .long("one-address")
                .action(ArgAction::SetTrue)
                .help(tell("class-arg-one-address")),
        )
        .arg(
            Arg::new("stand-in-after")
                .long("stand-in-after")
                .value_name("N")
                .value_parser(whole::<u64>(1..=240))
                .help(tell("class-arg-stand-in")),
        )
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let text = |name: &str| given.get_one::<String>(name).cloned();
    let scenario = match text("file") {
        Some(name) => {
            let loaded = super::scenario(context, &name)?;
            // The class keeps the text itself: its file may change between two lessons.
            match loaded.path {
                Some(path) => Some(read_text(&path).map_err(|error| {
                    super::unloaded(context, LoadError::Unreadable { path: path.clone(), error })
                })?),
                None => builtin::source(&loaded.scenario.shared.id).map(str::to_owned),
            }
        }
        None => None,
    };
    let asked = Asked {
        lang: context.words.lang,
        scenario,
        bind: text("bind"),
        data: text("data").map(PathBuf::from),
        console_on_lan: given.get_flag("console-on-lan"),
        dry_run: given.get_flag("dry-run"),
        stand_in_after: given.get_one::<u64>("stand-in-after").copied(),
        one_address: given.get_flag("one-address"),
    };
    open(&asked, super::output::data).map_err(|message| Failure::new(Exit::Failed, message))?;
    Ok(Exit::Fine)
}
