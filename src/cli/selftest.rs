//! `mufakat selftest`: how many students this computer carries.

use super::arguments::whole;
use super::output::{data, message};
use super::{Answer, Context, Exit, Failure};
use crate::server::selftest::{Trial, run as measure};
use crate::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    let flag =
        |name: &'static str, key: &str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(tell(key));
    command
        .arg(
            Arg::new("phones")
                .long("phones")
                .value_name("N")
                .default_value("40")
                .hide_default_value(true)
                .value_parser(whole::<u64>(2..=400))
                .help(format!("{} [40]", tell("selftest-arg-phones"))),
        )
        .arg(flag("loss-only", "selftest-arg-loss-only"))
        .arg(flag("json", "cli-arg-json"))
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let phones = given.get_one::<u64>("phones").copied().unwrap_or(40);
    let asked = Trial {
        lang: context.words.lang,
        phones: usize::try_from(phones).unwrap_or(40),
        loss_only: given.get_flag("loss-only"),
    };
    let verdict = measure(&asked, message).map_err(|why| Failure::new(Exit::Failed, why))?;
    if given.get_flag("json") {
        data(&format!("{}\n", verdict.json));
    } else {
        data(&verdict.text);
    }
    Ok(if verdict.fine { Exit::Fine } else { Exit::No })
}
