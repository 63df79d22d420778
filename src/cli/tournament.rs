//! `mufakat tournament`: everybody against everybody.

use super::arguments::whole;
use super::output::{data, message, table};
use super::{Answer, Context, Exit, Failure};
use crate::analysis::tournament::{Arena, Tournament, tournament};
use crate::counterpart;
use crate::disk::library;
use crate::exact::round;
use crate::interchange::table::Grid;
use crate::interchange::table::csv::{self, Style};
use crate::league;
use crate::scoring::Case;
use crate::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;
use std::path::Path;
use std::time::Instant;

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    let number = |name: &'static str, key: &str, default: &'static str| {
        let help = format!("{} [{default}]", tell(key));
        Arg::new(name).long(name).value_name("N").default_value(default).hide_default_value(true).help(help)
    };
    let flag =
        |name: &'static str, key: &str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(tell(key));
    command
        .arg(
            Arg::new("files")
                .value_name(tell("cli-value-files"))
                .required(true)
                .num_args(1..)
                .help(tell("cli-arg-files")),
        )
        .arg(
            Arg::new("counterparts")
                .long("counterparts")
                .value_name("A,B,C")
                .help(tell("cli-arg-counterparts")),
        )
        .arg(number("games", "cli-arg-games-each", "1").value_parser(whole::<u64>(1..=1_000_000)))
        .arg(number("steps", "cli-arg-steps", "100").value_parser(whole::<u32>(1..=100_000)))
        .arg(number("seed", "cli-arg-seed", "1").value_parser(whole::<u64>(0..=u64::MAX)))
        .arg(flag("json", "cli-arg-json"))
        .arg(flag("csv", "cli-arg-csv").conflicts_with("json"))
}

#[expect(clippy::disallowed_methods, reason = "the table says how long a negotiation takes")]
pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let files: Vec<&String> = given.get_many::<String>("files").into_iter().flatten().collect();
    let mut arenas = Vec::new();
    for name in files {
        for name in scenarios_in(name) {
            let loaded = super::scenario(context, &name)?;
            let case = Case::exact(&loaded.scenario);
            let arena = Arena::of(&case, &loaded.scenario.shared.id).map_err(|error| {
                Failure::new(Exit::Failed, words.get(&format!("cli-agent-{}", error.key())))
            })?;
            arenas.push(arena);
        }
    }
    if arenas.is_empty() {
        let path = given.get_one::<String>("files").map_or("", String::as_str);
        return Err(Failure::new(Exit::Failed, words.with("cli-empty-folder", &[("path", path)])));
    }
    let names = names(context, given.get_one::<String>("counterparts").map(String::as_str))?;
    let number = |name: &str, default: u64| given.get_one::<u64>(name).copied().unwrap_or(default);
    let steps = given.get_one::<u32>("steps").copied().unwrap_or(100);
    let started = Instant::now();
    let clock = || started.elapsed().as_secs_f64();
    let result = tournament(&arenas, &names, number("games", 1), number("seed", 1), steps, &clock);
    if given.get_flag("json") {
        data(&format!("{}\n", as_value(&result)));
    } else if given.get_flag("csv") {
        data(&as_csv(&result));
    } else {
        data(&as_text(context, &result));
    }
    let speed = result.negotiations as f64 / clock().max(1e-9);
    message(&words.with("cli-speed", &[("speed", &words.num(speed, 0))]));
    Ok(Exit::Fine)
}

/// A folder stands for the scenarios in it.
fn scenarios_in(name: &str) -> Vec<String> {
    let path = Path::new(name);
    if path.is_dir() {
        library::files_in(path).iter().map(|path| path.display().to_string()).collect()
    } else {
        vec![name.to_owned()]
    }
}

fn names(context: Context, given: Option<&str>) -> Result<Vec<String>, Failure> {
    let all = || league::names().into_iter().map(str::to_owned).collect();
    let Some(given) = given else { return Ok(all()) };
    let mut names: Vec<String> = Vec::new();
    for name in given.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        bids(context.words, name)?;
        // Named twice it is still one: everybody plays against itself anyway.
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    Ok(if names.is_empty() { all() } else { names })
}

/// Whether somebody of this name plays with plain offers, or who does.
pub(super) fn bids(words: Words, name: &str) -> Result<(), Failure> {
    let known = league::names();
    if known.contains(&name) {
        return Ok(());
    }
    let key = if counterpart::exists(name) { "cli-only-talks" } else { "cli-unknown-counterpart" };
    Err(Failure::no_counterpart(words, key, name, &known))
}

/// The fields of a standing in the order of the columns.
const COLUMNS: [&str; 9] = [
    "advantage",
    "adv_se",
    "utility",
    "agreement_rate",
    "pareto_distance",
    "nash_distance",
    "deals_below_own_reservation",
    "ms_per_negotiation",
    "self_play",
];

fn cells(result: &Tournament, at: usize) -> [Option<f64>; 9] {
    let standing = &result.standings[at];
    [
        Some(standing.advantage),
        Some(standing.adv_se),
        standing.utility,
        Some(standing.agreement_rate),
        standing.pareto_distance,
        standing.nash_distance,
        Some(standing.deals_below_own_reservation as f64),
        Some(standing.ms_per_negotiation),
        Some(standing.self_play),
    ]
}

fn as_value(result: &Tournament) -> serde_json::Value {
    let standings: Vec<_> = result
        .standings
        .iter()
        .map(|it| {
            json!({
                "name": it.name,
                "negotiations": it.negotiations,
                "advantage": round(it.advantage),
                "adv_se": round(it.adv_se),
                "utility": it.utility.map(round),
                "agreement_rate": round(it.agreement_rate),
                // Where nothing was agreed it was worth nothing that could be told.
                "pareto_distance": it.pareto_distance.map(round),
                "nash_distance": it.nash_distance.map(round),
                "deals_below_own_reservation": it.deals_below_own_reservation,
                "ms_per_negotiation": round(it.ms_per_negotiation),
                "worst_opponent": {"name": it.worst_opponent.0, "advantage": round(it.worst_opponent.1)},
                "self_play": round(it.self_play),
            })
        })
        .collect();
    let pairwise: serde_json::Map<String, serde_json::Value> = result
        .names
        .iter()
        .zip(&result.pairwise)
        .map(|(name, row)| {
            let row: serde_json::Map<String, serde_json::Value> =
                result.names.iter().zip(row).map(|(other, it)| (other.clone(), json!(round(*it)))).collect();
            (name.clone(), json!(row))
        })
        .collect();
    json!({"negotiations": result.negotiations, "counterparts": standings, "pairwise": pairwise})
}

fn as_csv(result: &Tournament) -> String {
    let mut head = vec!["name".to_owned()];
    head.extend(COLUMNS.map(str::to_owned));
    head.extend(["worst_opponent", "worst_advantage"].map(str::to_owned));
    head.extend(result.names.iter().map(|name| format!("against {name}")));
    let mut rows = vec![head];
    for (at, standing) in result.standings.iter().enumerate() {
        let (worst, advantage) = &standing.worst_opponent;
        let mut row = vec![standing.name.clone()];
        row.extend(
            cells(result, at).map(|cell| cell.map_or_else(String::new, |cell| round(cell).to_string())),
        );
        row.extend([worst.clone(), round(*advantage).to_string()]);
        let own = result.names.iter().position(|name| *name == standing.name).unwrap_or(0);
        row.extend(result.pairwise[own].iter().map(|cell| round(*cell).to_string()));
        rows.push(row);
    }
    csv::write(&[Grid { name: String::new(), rows }], Style::PLAIN)
}

fn as_text(context: Context, result: &Tournament) -> String {
    let words = context.words;
    let keys = ["name", "advantage", "worst", "self", "deals", "pareto", "below", "ms"];
    let mut rows = vec![keys.map(|key| words.get(&format!("cli-league-{key}"))).to_vec()];
    for it in &result.standings {
        rows.push(vec![
            it.name.clone(),
            format!("{} ± {}", words.num(it.advantage, 3), words.num(it.adv_se, 3)),
            format!("{} {}", words.num(it.worst_opponent.1, 2), it.worst_opponent.0),
            words.num(it.self_play, 2),
            words.percent(it.agreement_rate),
            it.pareto_distance.map_or_else(|| "\u{2013}".to_owned(), |it| words.num(it, 4)),
            it.deals_below_own_reservation.to_string(),
            words.num(it.ms_per_negotiation, 2),
        ]);
    }
    format!(
        "{}\n{}",
        table(&rows),
        words.with("cli-league-note", &[("count", &result.negotiations.to_string())])
    ) + "\n"
}
