//! The command line: data on standard output, messages on standard error.
//!
//! Names of commands, options and JSON fields are relied on by other people's scripts and stay.
//! Exit codes: 0 fine, 1 "no" (an invalid scenario, a record of another one), 2 could not run.

mod agent;
mod analyse;
mod arguments;
mod class;
mod export;
mod fix;
mod import;
mod list;
mod lsp;
mod new;
mod output;
mod play;
mod replay;
mod report;
mod schema;
mod score;
mod selftest;
mod sheets;
mod serve;
mod simulate;
mod tables;
mod tournament;
mod validate;
mod watch;

use crate::disk::library::{self, LoadError, Loaded};
use crate::disk::settings;
use crate::scenario::Lang;
use crate::scenario::problem::closest;
use crate::words::Words;
use clap::ArgMatches;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Fine.
    Fine,
    /// "No": an invalid scenario, a failed check.
    No,
    /// It could not run.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Fine => Self::SUCCESS,
            Exit::No => Self::from(1),
            Exit::Failed => Self::from(2),
        }
    }
}

/// What a command needs besides its own arguments.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    /// The words of the user's language.
    words: Words,
}

/// A message for the user, and the exit code that goes with it.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    message: String,
}

impl Failure {
    fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into() }
    }

    /// A counterpart that is not among those who can do what was asked, with those who can and what was meant.
    fn no_counterpart(words: Words, key: &str, name: &str, known: &[&'static str]) -> Self {
        let mut told = words.with(key, &[("name", name), ("known", &known.join(", "))]);
        output::or_meant(words, &mut told, closest(name, known.iter().copied()));
        Self::new(Exit::Failed, told)
    }

    /// A file that could not be read.
    fn unreadable(words: Words, path: &Path, error: &io::Error) -> Self {
        Self::of_file(words, "cli-unreadable", path, error)
    }

    /// A file that could not be written.
    fn unwritable(words: Words, path: &Path, error: &io::Error) -> Self {
        Self::of_file(words, "cli-unwritable", path, error)
    }

    fn of_file(words: Words, key: &str, path: &Path, error: &io::Error) -> Self {
        let (path, why) = (path.display().to_string(), words.why(error));
        Self::new(Exit::Failed, words.with(key, &[("path", &path), ("why", &why)]))
    }
}

type Answer = Result<Exit, Failure>;

/// Runs what was typed after the program's name.
pub fn run(typed: impl IntoIterator<Item = String>) -> Exit {
    let typed: Vec<String> = typed.into_iter().collect();
    let words = Words::new(language(&typed));
    let context = Context { words };
    let answer = match arguments::parse(&typed, words) {
        Ok(matches) => dispatch(context, &matches),
        Err(arguments::Stop::Help(text)) => {
            output::data(&format!("{}\n", text.trim_end()));
            Ok(Exit::Fine)
        }
        Err(arguments::Stop::Mistake(message)) => Err(Failure::new(Exit::Failed, message)),
    };
    let exit = answer.unwrap_or_else(|failure| {
        output::message(&failure.message);
        failure.exit
    });
    // Half a table must not pass for a whole one.
    let Some(error) = output::unwritten() else { return exit };
    let out = words.get("cli-standard-output");
    output::message(&Failure::unwritable(words, Path::new(&out), error).message);
    Exit::Failed
}

fn dispatch(context: Context, matches: &ArgMatches) -> Answer {
    match matches.subcommand() {
        Some(("list", given)) => list::run(context, given),
        Some(("validate", given)) => validate::run(context, given),
        Some(("fix", given)) => fix::run(context, given),
        Some(("analyse", given)) => analyse::run(context, given),
        Some(("score", given)) => score::run(context, given),
        Some(("simulate", given)) => simulate::run(context, given),
        Some(("tournament", given)) => tournament::run(context, given),
        Some(("agent", given)) => agent::run(context, given),
        Some(("import", given)) => import::run(context, given),
        Some(("export", given)) => export::run(context, given),
        Some(("serve", given)) => serve::run(context, given),
        Some(("selftest", given)) => selftest::run(context, given),
        Some(("schema", given)) => schema::run(context, given),
        Some(("lsp", given)) => lsp::run(context, given),
        Some(("watch", given)) => watch::run(context, given),
        Some(("new", given)) => new::run(context, given),
        Some(("replay", given)) => replay::run(context, given),
        Some(("sheets", given)) => sheets::run(context, given),
        Some(("report", given)) => report::run(context, given),
        Some(("screenshot", given)) => play::screenshot(context, given),
        Some(("play", given)) => play::run(context, given),
        _ => play::run(context, matches),
    }
}

/// The language of this call: `--lang`, else the one that was set, else the system's, else Indonesian.
fn language(typed: &[String]) -> Lang {
    let asked = typed.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang") {
        Some("") => typed.get(at + 1).map(String::as_str),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    asked.and_then(Lang::from_code).unwrap_or_else(|| settings::language(&settings::load()))
}

/// Loads a scenario, or says in full why not.
fn scenario(context: Context, name: &str) -> Result<Loaded, Failure> {
    library::load(name).map_err(|error| unloaded(context, error))
}

/// Why a scenario cannot be loaded, in full.
fn unloaded(context: Context, error: LoadError) -> Failure {
    let words = context.words;
    match error {
        LoadError::Unknown { name, known } => {
            let mut told =
                words.with("cli-unknown-scenario", &[("name", &name), ("known", &known.join(", "))]);
            output::or_meant(words, &mut told, closest(&name, known.iter().map(String::as_str)));
            Failure::new(Exit::Failed, output::wrapped(&told, 0).trim_end())
        }
        LoadError::Unreadable { path, error } => Failure::unreadable(words, &path, &error),
        LoadError::Invalid { path, source, problems } => {
            let path = path.display().to_string();
            let mut message = output::problems(words, &path, &source, &problems);
            message.push_str(&words.with("cli-invalid-scenario", &[("path", &path)]));
            Failure::new(Exit::No, message)
        }
    }
}
