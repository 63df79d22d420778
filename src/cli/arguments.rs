//! What was typed: commands, options, help and mistakes, in the user's language.

use super::output::or_meant;
use crate::disk::{library, settings};
use crate::scenario::problem::closest;
use crate::words::Words;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::error::Error;
use std::ops::RangeInclusive;

/// Why nothing is run.
pub(super) enum Stop {
    /// Help or version was asked for.
    Help(String),
    /// Something typed makes no sense.
    Mistake(String),
}

/// Commands; a first word that is none of them is a file to play.
pub(super) const COMMANDS: [&str; 22] = [
    "play",
    "serve",
    "selftest",
    "list",
    "new",
    "validate",
    "fix",
    "watch",
    "schema",
    "lsp",
    "analyse",
    "score",
    "simulate",
    "tournament",
    "replay",
    "agent",
    "import",
    "export",
    "sheets",
    "report",
    "screenshot",
    "help",
];

/// Reads what was typed after the program's name.
pub(super) fn parse(typed: &[String], words: Words) -> Result<ArgMatches, Stop> {
    let mut typed = typed.to_vec();
    let first = first_word(&typed);
    match first {
        Some(at) if COMMANDS.contains(&typed[at].as_str()) => {}
        Some(at) => {
            if let Some(meant) = meant_command(&typed[at]) {
                let mut message = words.with("cli-unknown-command", &[("name", &typed[at])]);
                or_meant(words, &mut message, Some(meant));
                return Err(Stop::Mistake(format!("{message}\n{}", words.get("cli-see-help"))));
            }
            typed.insert(at, "play".to_owned());
        }
        None if typed.iter().any(|word| matches!(word.as_str(), "-h" | "--help" | "-V" | "--version")) => {}
        // Behind `--lang` it would be taken for the language.
        None if typed.last().is_some_and(|word| word == "--lang") => {}
        None => typed.push("play".to_owned()),
    }
    // `mufakat help score` is `mufakat score --help`.
    if let Some(at) = first.filter(|&at| typed[at] == "help") {
        typed.remove(at);
        typed.push("--help".to_owned());
    }
    let typed = std::iter::once("mufakat".to_owned()).chain(typed);
    let mut command = command(words).mut_subcommands(|sub| {
        sub.mut_args(|arg| {
            // `--games -1` is a number out of its bounds and no option of that name.
            let takes = arg.get_long().is_some() && arg.get_action().takes_values();
            arg.allow_negative_numbers(takes)
        })
    });
    command.try_get_matches_from_mut(typed).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stop::Help(
            // The two words of clap's own that a user sees.
            error
                .render()
                .to_string()
                // A command without arguments of its own has nothing to say in their place.
                .replace("\n\n\n\n", "\n\n")
                .replace("[OPTIONS]", &words.get("cli-value-options"))
                .replace("<COMMAND>", &words.get("cli-value-command")),
        ),
        _ => Stop::Mistake(mistake(words, &error)),
    })
}

/// The command that a first word is a slip of; a scenario or a path means a game to open.
fn meant_command(word: &str) -> Option<&'static str> {
    let is_file = word.starts_with('-')
        || word.contains(['.', '/', '\\'])
        || library::ids().iter().any(|id| id == word);
    if is_file { None } else { closest(word, COMMANDS) }
}

/// The place of the first word that is not an option or the value of `--lang`.
fn first_word(typed: &[String]) -> Option<usize> {
    let mut at = 0;
    while at < typed.len() {
        match typed[at].as_str() {
            "--lang" => at += 2,
            // Options of `play` may come without the command: `mufakat --seat a`.
            word if word.starts_with("--lang=") || matches!(word, "-h" | "--help" | "-V" | "--version") => {
                at += 1;
            }
            word if word.starts_with('-') => return Some(at),
            _ => return Some(at),
        }
    }
    None
}

fn command(words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{}:\n{{subcommands}}\n\n{}:\n{{options}}\n\n{}",
        tell("cli-usage"),
        tell("cli-commands"),
        tell("cli-options"),
        tell("cli-after-help"),
    );
    let sub_template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{positionals}}\n\n{}:\n{{options}}\n",
        tell("cli-usage"),
        tell("cli-options"),
    );
    let sub = |name: &'static str| {
        Command::new(name)
            .about(tell(&format!("cli-{name}")))
            .help_template(sub_template.clone())
            .disable_help_flag(true)
            .arg(help_flag(words))
    };
    let file = || Arg::new("file").value_name(tell("cli-value-file")).help(tell("cli-arg-file"));
    let json = || Arg::new("json").long("json").action(ArgAction::SetTrue).help(tell("cli-arg-json"));
    let number = |name: &'static str, key: &str, default: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name("N")
            .default_value(default)
            .value_parser(whole::<u64>(0..=u64::MAX))
            .hide_default_value(true)
            .help(format!("{} [{default}]", tell(key)))
    };
    Command::new("mufakat")
        .version(env!("CARGO_PKG_VERSION"))
        .about(tell("cli-about"))
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg(help_flag(words))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(tell("cli-arg-version")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("id|en")
                .value_parser(["id", "en"])
                .hide_possible_values(true)
                .help(tell("cli-arg-lang")),
        )
        .subcommand(
            sub("play")
                .arg(file())
                .arg(choice("seat", "a|b", &["a", "b"], tell("cli-arg-seat")))
                .arg(
                    Arg::new("against")
                        .long("against")
                        .value_name(tell("cli-value-counterpart"))
                        .conflicts_with("hot-seat")
                        .help(tell("cli-arg-against")),
                )
                .arg(
                    Arg::new("hot-seat")
                        .long("hot-seat")
                        .action(ArgAction::SetTrue)
                        .help(tell("cli-arg-hot-seat")),
                )
                .arg(
                    Arg::new("seed")
                        .long("seed")
                        .value_name("N")
                        .value_parser(whole::<u64>(0..=u64::MAX))
                        .help(tell("cli-arg-seed-play")),
                )
                .arg(
                    Arg::new("load")
                        .long("load")
                        .value_name(tell("cli-value-record"))
                        .help(tell("cli-arg-load")),
                ),
        )
        .subcommand(super::serve::arguments(sub("serve"), words))
        .subcommand(super::selftest::arguments(sub("selftest"), words))
        .subcommand(
            sub("list")
                .arg(
                    Arg::new("what")
                        .value_name(tell("cli-value-what"))
                        .required(true)
                        .value_parser(["scenarios", "counterparts", "templates"])
                        .hide_possible_values(true)
                        .help(tell("cli-arg-what")),
                )
                .arg(json()),
        )
        .subcommand(super::new::arguments(sub("new"), words))
        .subcommand(
            sub("validate")
                .arg(
                    Arg::new("files")
                        .value_name(tell("cli-value-files"))
                        .required(true)
                        .num_args(1..)
                        .help(tell("cli-arg-files")),
                )
                .arg(
                    choice("format", "text|json", &["text", "json"], tell("cli-arg-format"))
                        .default_value("text")
                        .hide_default_value(true),
                ),
        )
        .subcommand(super::fix::arguments(sub("fix"), words))
        .subcommand(
            sub("analyse").arg(file().required(true)).arg(json()).arg(
                Arg::new("games")
                    .long("games")
                    .value_name("N")
                    .value_parser(whole::<u64>(1..=100_000))
                    .help(tell("cli-arg-class")),
            ),
        )
        .subcommand(
            sub("score")
                .arg(file().required(true))
                .arg(
                    Arg::new("deal")
                        .long("deal")
                        .value_name(tell("cli-value-deal"))
                        .conflicts_with("no-deal")
                        .help(tell("cli-arg-deal")),
                )
                .arg(
                    Arg::new("no-deal")
                        .long("no-deal")
                        .action(ArgAction::SetTrue)
                        .help(tell("cli-arg-no-deal")),
                )
                .arg(
                    Arg::new("talks")
                        .long("talks")
                        .value_name(tell("cli-value-talks"))
                        .help(tell("cli-arg-talks")),
                )
                .arg(
                    Arg::new("years")
                        .long("years")
                        .value_name("N")
                        .value_parser(whole::<u32>(1..=100))
                        .help(tell("cli-arg-years")),
                )
                .arg(
                    Arg::new("seeds")
                        .long("seeds")
                        .value_name("N")
                        .default_value("200")
                        .hide_default_value(true)
                        .value_parser(whole::<u32>(1..=1_000_000))
                        .help(format!("{} [200]", tell("cli-arg-seeds"))),
                )
                .arg(json()),
        )
        .subcommand(
            sub("simulate")
                .arg(file().required(true))
                .arg(
                    Arg::new("a")
                        .long("a")
                        .value_name(tell("cli-value-name"))
                        .required(true)
                        .help(tell("cli-arg-a")),
                )
                .arg(
                    Arg::new("b")
                        .long("b")
                        .value_name(tell("cli-value-name"))
                        .required(true)
                        .help(tell("cli-arg-b")),
                )
                .arg(number("games", "cli-arg-games", "100").value_parser(whole::<u64>(1..=10_000_000)))
                .arg(number("seed", "cli-arg-seed", "1"))
                .arg(
                    choice("protocol", "talks|offers", &["talks", "offers"], tell("cli-arg-protocol"))
                        .default_value("talks")
                        .hide_default_value(true),
                )
                .arg(
                    Arg::new("steps")
                        .long("steps")
                        .value_name("N")
                        .default_value("100")
                        .hide_default_value(true)
                        .value_parser(whole::<u32>(1..=100_000))
                        .help(format!("{} [100]", tell("cli-arg-steps"))),
                )
                .arg(
                    Arg::new("record")
                        .long("record")
                        .value_name(tell("cli-value-folder"))
                        .help(tell("cli-arg-record-dir")),
                )
                .arg(
                    Arg::new("timing").long("timing").action(ArgAction::SetTrue).help(tell("cli-arg-timing")),
                )
                .arg(json()),
        )
        .subcommand(super::watch::arguments(sub("watch"), words))
        .subcommand(super::schema::arguments(sub("schema"), words))
        .subcommand(sub("lsp"))
        .subcommand(super::tournament::arguments(sub("tournament"), words))
        .subcommand(super::agent::arguments(sub("agent"), words))
        .subcommand(super::import::arguments(sub("import"), words))
        .subcommand(super::export::arguments(sub("export").arg(file().required(true)), words))
        .subcommand(super::sheets::arguments(sub("sheets").arg(file().required(true)), words))
        .subcommand(super::report::arguments(sub("report"), words))
        .subcommand(screenshot_command(sub("screenshot"), words))
        .subcommand(
            sub("replay")
                .arg(
                    Arg::new("record")
                        .value_name(tell("cli-value-record"))
                        .required(true)
                        .help(tell("cli-arg-record")),
                )
                .arg(super::replay::scenario_argument(words))
                .arg(json()),
        )
}

fn screenshot_command(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    command
        .arg(
            Arg::new("folder")
                .value_name(tell("cli-value-folder"))
                .required(true)
                .help(tell("cli-arg-pictures")),
        )
        .arg(
            Arg::new("size")
                .long("size")
                .value_name(tell("cli-value-size"))
                .default_value("1366x768")
                .hide_default_value(true)
                .help(format!("{} [1366x768]", tell("cli-arg-size"))),
        )
        .arg(
            choice("theme", "light|dark", &["light", "dark"], tell("cli-arg-theme"))
                .default_value("light")
                .hide_default_value(true),
        )
        .arg(Arg::new("contrast").long("contrast").action(ArgAction::SetTrue).help(tell("cli-arg-contrast")))
        .arg(
            Arg::new("text")
                .long("text")
                .value_name("80-200")
                .value_parser(whole::<u16>(u64::from(settings::TEXT.0)..=u64::from(settings::TEXT.1)))
                .help(tell("cli-arg-text-size")),
        )
}

fn help_flag(words: Words) -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words.get("cli-arg-help"))
}

/// A whole number within bounds; what is none is told with them.
pub(super) fn whole<T: TryFrom<u64> + Clone + Send + Sync + 'static>(
    bounds: RangeInclusive<u64>,
) -> impl Fn(&str) -> Result<T, Bounds> + Clone + Send + Sync + 'static {
    move |text| {
        let number = text.trim().parse().ok().filter(|number| bounds.contains(number));
        number.and_then(|number| T::try_from(number).ok()).ok_or_else(|| Bounds(bounds.clone()))
    }
}

/// Between what a number has to lie.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}..={}", .0.start(), .0.end())]
pub(super) struct Bounds(RangeInclusive<u64>);

pub(super) fn choice(
    name: &'static str,
    shown: &'static str,
    values: &'static [&'static str],
    help: String,
) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(shown)
        .value_parser(values.to_vec())
        .hide_possible_values(true)
        .help(help)
}

/// A mistake in the user's language: what was wrong, and what would be right.
fn mistake(words: Words, error: &clap::Error) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(", "),
        Some(ContextValue::StyledStr(value)) => value.to_string(),
        Some(ContextValue::StyledStrs(values)) => {
            values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let known = text(ContextKind::ValidValue);
    let mut message = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            words.with("cli-mistake-no-value", &[("argument", &argument)])
        }
        ErrorKind::InvalidValue => {
            words.with("cli-mistake-value", &[("argument", &argument), ("value", &value), ("known", &known)])
        }
        ErrorKind::ValueValidation => {
            let bounds = error.source().and_then(|source| source.downcast_ref::<Bounds>());
            bounds.map_or_else(
                || words.get("cli-mistake"),
                |Bounds(bounds)| {
                    let [least, most] = [bounds.start(), bounds.end()].map(u64::to_string);
                    let facts =
                        [("argument", &argument), ("value", &value), ("least", &least), ("most", &most)];
                    words.with("cli-mistake-number", &facts.map(|(key, word)| (key, word.as_str())))
                },
            )
        }
        // Only behind `help`: any other first word is a scenario.
        ErrorKind::InvalidSubcommand => {
            let name = text(ContextKind::InvalidSubcommand);
            words.with("cli-unknown-command", &[("name", &name)])
        }
        ErrorKind::UnknownArgument => words.with("cli-mistake-unknown", &[("argument", &argument)]),
        ErrorKind::MissingRequiredArgument => words.with("cli-mistake-missing", &[("argument", &argument)]),
        ErrorKind::ArgumentConflict if argument == text(ContextKind::PriorArg) => {
            words.with("cli-mistake-twice", &[("argument", &argument)])
        }
        ErrorKind::ArgumentConflict => words.with(
            "cli-mistake-conflict",
            &[("argument", &argument), ("other", &text(ContextKind::PriorArg))],
        ),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            words.with("cli-mistake-no-value", &[("argument", &argument)])
        }
        _ => words.get("cli-mistake"),
    };
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand].map(text);
    let meant = suggested.iter().find(|meant| !meant.is_empty());
    or_meant(words, &mut message, meant.map(String::as_str));
    message.push('\n');
    message.push_str(&words.get("cli-see-help"));
    message
}
