//! `mufakat watch`: problems and balance of a scenario file, again after each time it is saved.

use super::arguments::choice;
use super::output::{data, place, problems, wrapped};
use super::validate::{Source, own_path, source_of, verdict};
use super::{Answer, Context, Exit};
use crate::analysis::lints::{Lint, lints};
use crate::analysis::{Analysis, analyse};
use crate::disk::watch::{Content, Watch};
use crate::scenario::problem::{Problem, Severity};
use crate::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io::{self, Write};
use std::path::Path;

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    command
        .arg(
            Arg::new("file")
                .value_name(tell("cli-value-scenario-file"))
                .required(true)
                .help(tell("cli-arg-watched")),
        )
        .arg(Arg::new("once").long("once").action(ArgAction::SetTrue).help(tell("cli-arg-once")))
        .arg(
            choice("format", "text|lines", &["text", "lines"], tell("cli-arg-watch-format"))
                .default_value("text")
                .hide_default_value(true),
        )
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let own = own_path(given.get_one::<String>("file").map_or("", String::as_str));
    let path = own.to_string_lossy();
    let path = path.as_ref();
    let as_lines = given.get_one::<String>("format").is_some_and(|format| format == "lines");
    let report =
        |source: &Source| if as_lines { lines(words, path, source) } else { text(words, path, source) };
    if given.get_flag("once") {
        let (told, valid) = report(&source_of(words, Path::new(path))?);
        data(&told);
        return Ok(if valid { Exit::Fine } else { Exit::No });
    }
    let mut watch = Watch::of(Path::new(path));
    loop {
        let told = match watch.changed() {
            Content::Text(source) => report(&Source::Text(source)).0,
            Content::Missing => format!("{}\n", words.with("cli-watch-missing", &[("path", path)])),
            // What is no text is shown as far as it can be, with the place.
            Content::Unreadable(_) => match source_of(words, Path::new(path)) {
                Ok(source) => report(&source).0,
                Err(failure) => format!("{}\n", failure.message),
            },
        };
        let waiting =
            if as_lines { String::new() } else { format!("{}\n\n", words.get("cli-watch-waiting")) };
        // Nobody reads any more, as behind `| head`.
        if !say(&format!("{told}{waiting}")) {
            return Ok(Exit::Fine);
        }
    }
}

/// Writes to standard output; whether there is still somebody who reads.
fn say(text: &str) -> bool {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_ok()
}

/// Problems with their lines, then room, frontier, Nash point and remarks; and whether it can be played.
fn text(words: Words, path: &str, source: &Source) -> (String, bool) {
    let (source, checked) = source.checked();
    let (scenario, list) = match checked {
        Ok((scenario, warnings)) => (Some(scenario), warnings),
        Err(problems) => (None, problems),
    };
    let mut told = problems(words, path, source, &list);
    let valid = scenario.is_some();
    told.push_str(&verdict(words, path, valid, list.len()));
    if let Some(scenario) = &scenario {
        told.push_str(&balance(words, &analyse(scenario)));
    }
    (told, valid)
}

fn balance(words: Words, analysis: &Analysis<'_>) -> String {
    let shared = &analysis.case.scenario.shared;
    let whole = |value: u128| words.num(value as f64, 0);
    let percent = |share: f64| words.num(100.0 * share, 0);
    let mut told = words.with(
        "cli-watch-room",
        &[
            ("room", &words.room(analysis.zopa_packages, analysis.zopa_share())),
            ("packages", &whole(analysis.packages)),
            ("frontier", &analysis.frontier.len().to_string()),
        ],
    );
    told.push('\n');
    let references = &analysis.references;
    if references.zopa {
        let nash = references.frontier.points[references.nash];
        let deal = references.deal(references.nash);
        let package: Vec<&str> =
            analysis.issues.iter().map(|&issue| shared.choice(issue, deal[issue]).id.as_str()).collect();
        let worth = nash.map(|points| words.num(100.0 * analysis.case.fraction(points), 0));
        told.push_str(&words.with(
            "cli-watch-nash",
            &[
                ("first", shared.countries.first.name.get(words.lang)),
                ("second", shared.countries.second.name.get(words.lang)),
                ("a", &worth[0]),
                ("b", &worth[1]),
                ("package", &package.join(" ")),
                ("potential", &words.num(references.integrative_potential(), 2)),
                ("compromise", &percent(analysis.compromise_efficiency)),
            ],
        ));
        told.push('\n');
    }
    let found = lints(analysis);
    if found.is_empty() {
        told.push_str(&format!("{}\n", words.get("cli-no-lints")));
    }
    for lint in &found {
        let mark = if lint.severity == Severity::Error { "cli-error" } else { "cli-warning" };
        told.push_str(&wrapped(
            &format!("{} {}: {}", lint.id, words.get(mark), words.phrase(&lint.finding, shared)),
            0,
        ));
        told.push_str(&wrapped(&words.get(&teaching(lint)), 4));
    }
    told
}

fn teaching(lint: &Lint) -> String {
    format!("teach-{}", lint.id.to_lowercase())
}

/// One line for each problem and remark, as compilers write them and editors read them: the words of
/// severity and the two frames are the same in every language.
fn lines(words: Words, path: &str, source: &Source) -> (String, bool) {
    let (source, checked) = source.checked();
    let mut told = format!("mufakat: begin {path}\n");
    let mut line = |(line, column): (usize, usize), severity: Severity, what: &str, rule: &str| {
        let severity = if severity == Severity::Error { "error" } else { "warning" };
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        told.push_str(&format!("{path}:{line}:{column}: {severity}: {what} [{rule}]\n"));
    };
    let mut tell = |problem: &Problem| {
        let (cause, remedy) = words.problem(problem);
        line(place(source, problem), problem.severity, &format!("{cause} {remedy}"), problem.rule);
    };
    let valid = match checked {
        Ok((scenario, warnings)) => {
            warnings.iter().for_each(&mut tell);
            for lint in lints(&analyse(&scenario)) {
                let what = words.phrase(&lint.finding, &scenario.shared);
                let what = format!("{what} {}", words.get(&teaching(&lint)));
                line((1, 1), lint.severity, &what, lint.id);
            }
            true
        }
        Err(problems) => {
            problems.iter().for_each(&mut tell);
            false
        }
    };
    told.push_str(&format!("mufakat: end {path} {}\n", if valid { "valid" } else { "invalid" }));
    (told, valid)
}
