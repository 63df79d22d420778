//! `mufakat new`: a scenario to begin from.

use super::arguments::COMMANDS;
use super::import::write;
use super::output::{message, or_meant, typed};
use super::{Answer, Context, Exit, Failure};
use crate::disk::{is_same_file, library};
use crate::scenario::problem::closest;
use crate::scenario::template::{self, Template};
use crate::words::Words;
use crate::workshop::{Place, begin};
use clap::{Arg, ArgMatches, Command};
use std::path::Path;

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    command
        .arg(
            Arg::new("name")
                .value_name(tell("cli-value-title"))
                .required(true)
                .help(tell("cli-arg-new-name")),
        )
        .arg(
            Arg::new("template")
                .short('t')
                .long("template")
                .value_name(tell("cli-value-name"))
                .help(words.with("cli-arg-template", &[("names", &names(words))])),
        )
        .arg(
            Arg::new("out")
                .short('o')
                .long("out")
                .value_name(tell("cli-value-scenario-file"))
                .help(tell("cli-arg-new-out")),
        )
}

/// The templates by their names in the user's language.
fn names(words: Words) -> String {
    let name = |it: &Template| match words.lang {
        crate::scenario::Lang::Id => it.aliases.first().copied().unwrap_or(it.name),
        crate::scenario::Lang::En => it.name,
    };
    template::ALL.iter().map(name).collect::<Vec<_>>().join(", ")
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let text = |name: &str| given.get_one::<String>(name).map(String::as_str);
    let title = text("name").unwrap_or_default();
    let template = match text("template") {
        None => &template::ALL[0],
        Some(wanted) => Template::by_name(wanted).ok_or_else(|| unknown(words, wanted))?,
    };
    let folder = Path::new("scenarios");
    let place = text("out").map_or(Place::Folder(folder), |out| Place::File(Path::new(out)));
    let begun = begin(template.source, title, place)
        .map_err(|error| Failure::new(Exit::Failed, error.told(words)))?;
    write(context, &begun.path, &begun.text)?;
    let (id, shown) = (begun.id, begun.path.display().to_string());
    message(&words.with("cli-import-written", &[("path", &shown)]));
    // Its id, if that is what is played under it: a scenario may be called as a command is.
    let found = !COMMANDS.contains(&id.as_str())
        && library::own_file(&id).is_some_and(|path| is_same_file(&path, &begun.path));
    let play = if found { id.as_str() } else { shown.as_str() };
    message(&words.with("cli-new-next", &[("path", &typed(&shown)), ("play", &typed(play))]));
    Ok(Exit::Fine)
}

fn unknown(words: Words, wanted: &str) -> Failure {
    let known =
        template::ALL.iter().flat_map(|it| std::iter::once(it.name).chain(it.aliases.iter().copied()));
    let mut told = words.with("cli-new-unknown", &[("name", wanted), ("known", &names(words))]);
    or_meant(words, &mut told, closest(wanted, known));
    Failure::new(Exit::Failed, told)
}
