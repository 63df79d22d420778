//! `mufakat replay`: a saved game, told again.

use super::output::{data, wrapped};
use super::{Answer, Context, Exit, Failure};
use crate::disk::played::{self, Unplayed};
use crate::disk::read_text;
use crate::disk::saves::{self, SaveError};
use crate::exact::round;
use crate::scenario::Scenario;
use crate::scoring::evidence::Facts;
use crate::server::retell;
use crate::table::{Player, Record, RecordError, Table};
use crate::view::Entry;
use crate::words::Words;
use clap::{Arg, ArgMatches};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let path = given.get_one::<String>("record").map_or("", String::as_str);
    // The log of a class is another file than a saved game, and tells a whole lesson.
    if let Some(told) = read_text(Path::new(path)).ok().and_then(|text| retell(words, &text)) {
        let line = |line: usize| words.with("cli-log-line", &[("path", path), ("line", &line.to_string())]);
        data(&told.map_err(|no| Failure::new(Exit::Failed, line(no)))?);
        return Ok(Exit::Fine);
    }
    let record = load(context, path)?;
    let scenario = scenario_of(context, path, &record, named(given))?;
    let table = Table::replay(Arc::clone(&scenario), record.events.clone());
    // A running game keeps its secrets; a game that is over has none.
    let entries = table.log(None);
    if given.get_flag("json") {
        data(&format!("{}\n", as_value(words, &scenario, &record, &table, &entries)));
        return Ok(Exit::Fine);
    }
    let shared = &scenario.shared;
    let mut text = format!("{}\n\n", shared.title.get(words.lang));
    for entry in &entries {
        let mut line = words.phrase(&entry.line, shared);
        if let Some(speech) = &entry.speech {
            line = format!("{line}: \u{201c}{}\u{201d}", words.speech(speech, shared));
        }
        text.push_str(&wrapped(&format!("{:>3}  {line}", entry.event), 0));
    }
    if let Some(debrief) = table.debrief() {
        let (case, talk) = table.scored();
        let facts = Facts { case: &case, talk: &talk, report: &debrief.report };
        text.push_str("\n\n");
        text.push_str(&super::score::as_text(
            words,
            &scenario,
            &facts,
            debrief.outlook.as_ref(),
            debrief.robustness,
        ));
    } else {
        text.push_str(&format!("\n{}\n", words.get("cli-not-over")));
    }
    data(&text);
    Ok(Exit::Fine)
}

/// Reads a record, or says what is wrong with it.
pub(super) fn load(context: Context, path: &str) -> Result<Record, Failure> {
    let words = context.words;
    saves::load(Path::new(path)).map_err(|error| match error {
        SaveError::Unreadable(path, error) => {
            let shown = path.display().to_string();
            let why = super::output::why(words, &error);
            Failure::new(Exit::Failed, words.with("cli-unreadable", &[("path", &shown), ("why", &why)]))
        }
        SaveError::Record(path, error) => {
            let shown = path.display().to_string();
            Failure::new(Exit::Failed, record_message(words, &shown, &error))
        }
    })
}

/// What is wrong with a record, in the user's language.
fn record_message(words: Words, path: &str, error: &RecordError) -> String {
    format!("{path}: {}", words.plain(&error.told()))
}

/// `--scenario`, for games of a file that is not where scenarios are looked for.
pub(super) fn scenario_argument(words: Words) -> Arg {
    Arg::new("scenario")
        .long("scenario")
        .value_name(words.get("cli-value-file"))
        .help(words.get("cli-arg-played"))
}

/// What was typed there.
pub(super) fn named(given: &ArgMatches) -> Option<&str> {
    given.try_get_one::<String>("scenario").ok().flatten().map(String::as_str)
}

/// The scenario of a record; a changed one is told and not played on.
pub(super) fn scenario_of(
    context: Context,
    path: &str,
    record: &Record,
    named: Option<&str>,
) -> Result<Arc<Scenario>, Failure> {
    let words = context.words;
    played::scenario_of(record, Path::new(path), named).map_err(|why| match why {
        Unplayed::Missing => Failure::new(
            Exit::Failed,
            words.with("cli-record-scenario", &[("path", path), ("scenario", &record.scenario)]),
        ),
        Unplayed::Changed { place, now } => Failure::new(
            Exit::No,
            words.with(
                "cli-record-changed",
                &[("path", path), ("scenario", &place), ("played", &record.hash), ("now", &now)],
            ),
        ),
        Unplayed::Load(error) => super::unloaded(context, error),
        Unplayed::Misfit(error) => Failure::new(Exit::No, record_message(words, path, &error)),
    })
}

fn as_value(words: Words, scenario: &Scenario, record: &Record, table: &Table, entries: &[Entry]) -> Value {
    let shared = &scenario.shared;
    let log: Vec<Value> = entries
        .iter()
        .map(|entry| {
            json!({
                "event": entry.event,
                "round": entry.round,
                "by": entry.by.map(crate::scenario::Seat::letter),
                "tone": entry.tone.name(),
                "text": words.phrase(&entry.line, shared),
                "said": entry.speech.as_ref().map(|speech| words.speech(speech, shared)),
            })
        })
        .collect();
    let player = |player: &Player| match player {
        Player::Person => "person".to_owned(),
        Player::Counterpart(name) => name.clone(),
    };
    let report = table.debrief().map(|debrief| {
        let (case, _) = table.scored();
        let mut value =
            crate::print::scores(&case, &debrief.report, debrief.outlook.as_ref(), debrief.robustness);
        if let Value::Object(fields) = &mut value {
            let dance: Vec<Value> = debrief
                .dance
                .iter()
                .map(|step| {
                    json!({
                        "no": step.no,
                        "by": step.by.map(crate::scenario::Seat::letter),
                        "round": step.round,
                        "deal": shared.ids(&step.deal),
                        "u": step.utilities.map(|points| round(case.fraction(points))),
                        "step": step.step.map(crate::view::dance::Step::name),
                    })
                })
                .collect();
            fields.insert("dance".to_owned(), json!(dance));
        }
        value
    });
    json!({
        "scenario": record.scenario,
        "hash": record.hash,
        "players": [player(&record.players.first), player(&record.players.second)],
        "closed": table.is_closed(),
        "events": table.len(),
        "log": log,
        "report": report,
    })
}
