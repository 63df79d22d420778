//! `mufakat fix`: mends a scenario file without a person where there is only one way, and shows what changed.

use super::output::{data, message, problems};
use super::validate::{Source, own_path, source_of};
use super::{Answer, Context, Exit, Failure};
use crate::disk::write_whole;
use crate::scenario::check;
use crate::scenario::mend::{Mended, mend};
use crate::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};
use similar::TextDiff;

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    command
        .arg(
            Arg::new("file")
                .value_name(tell("cli-value-scenario-file"))
                .required(true)
                .help(tell("cli-arg-fix-file")),
        )
        .arg(Arg::new("check").long("check").action(ArgAction::SetTrue).help(tell("cli-arg-check")))
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let name = given.get_one::<String>("file").map_or("", String::as_str);
    let own = own_path(name);
    let (path, name) = (own.as_path(), own.to_string_lossy());
    let name = name.as_ref();
    let refuse =
        |key: &str| Err(Failure::new(Exit::Failed, words.with(key, &[("path", name), ("name", name)])));
    if path.is_dir() {
        return refuse("cli-fix-folder");
    }
    if !path.exists() && crate::scenario::builtin::source(name).is_some() {
        return refuse("cli-fix-builtin");
    }
    let source = match source_of(words, path)? {
        Source::Text(source) => source,
        // Which letters were meant, only a person can say.
        Source::Unreadable(shown, problem) => {
            message(&problems(words, name, &shown, &[problem]));
            return Ok(Exit::No);
        }
    };
    let only_check = given.get_flag("check");
    let Mended { text, counts } = mend(&source);
    let changed = text != source;
    if changed {
        let diff = TextDiff::from_lines(&source, &text);
        data(&diff.unified_diff().context_radius(2).header(name, name).to_string());
        if !only_check {
            write_whole(path, &text).map_err(|error| Failure::unwritable(words, path, &error))?;
        }
        let what: Vec<String> = counts.iter().map(|(rule, count)| format!("{rule} \u{d7} {count}")).collect();
        let key = if only_check { "cli-fix-would" } else { "cli-fix-written" };
        message(&words.with(key, &[("path", name), ("what", &what.join(", "))]));
    } else {
        message(&words.with("cli-fix-nothing", &[("path", name)]));
    }
    let (left, valid) = match check::parse(&text) {
        Ok((_, warnings)) => (warnings, true),
        Err(problems) => (problems, false),
    };
    if !left.is_empty() {
        message(&format!("\n{}\n", words.get("cli-fix-left")));
        message(&problems(words, name, &text, &left));
    }
    let no = if only_check { changed } else { !valid };
    Ok(if no { Exit::No } else { Exit::Fine })
}
