//! `mufakat replay`: a saved game, told again.

use super::output::{data, wrapped};
use super::{Answer, Context, Exit, Failure};
use crate::disk::played::{self, Unplayed};
use crate::disk::read_text;
use crate::disk::saves::{self, SaveError};
use crate::exact::round;
use crate::rules::{Event, Offer};
use crate::scenario::{Deal, Scenario, Seat, Shared};
use crate::scoring::evidence::Facts;
use crate::server::retell;
use crate::table::{Player, Record, RecordError, Table};
use crate::view::{Entry, Tone};
use crate::words::Words;
use clap::{Arg, ArgMatches};
use serde_json::{Value, json};
use std::collections::BTreeMap;
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
    let entries = table.whole_log();
    if given.get_flag("json") {
        data(&format!("{}\n", as_value(words, &scenario, &record, &table, &entries)));
        return Ok(Exit::Fine);
    }
    let shared = &scenario.shared;
    let mut text = format!("{}\n", shared.title.get(words.lang));
    let mut tabled = Tabled::default();
    for entry in &entries {
        text.push_str(&told(words, shared, entry));
        if let Some(Event::Offered(offer)) = table.events().get(entry.event - 1) {
            for change in tabled.changes(words, shared, offer) {
                text.push_str(&wrapped(&change, INDENT + 2));
            }
        }
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

/// How far the lines of events stand from the margin, behind their numbers.
const INDENT: usize = 6;

/// One line of the log behind the number of its event; a round has a line of its own.
fn told(words: Words, shared: &Shared, entry: &Entry) -> String {
    let mut line = words.phrase(&entry.line, shared);
    if entry.tone == Tone::Clock && entry.by.is_none() {
        return format!("\n{line}\n");
    }
    if let Some(speech) = &entry.speech {
        line = format!("{line}: \u{201c}{}\u{201d}", words.speech(speech, shared));
    }
    if let (Tone::Private, Some(by)) = (entry.tone, entry.by) {
        let country = shared.countries[by].name.get(words.lang);
        line = words.with("cli-told-alone", &[("country", country), ("line", &line)]);
    }
    let lines = wrapped(&line, INDENT);
    format!("{:>4}{}", entry.event, &lines[4..])
}

/// The newest package of each author: of both seats and of the mediator.
#[derive(Default)]
struct Tabled {
    newest: BTreeMap<Option<Seat>, Deal>,
}

impl Tabled {
    /// What an offer holds: the whole of an author's first, and what became of the one before in later ones.
    fn changes(&mut self, words: Words, shared: &Shared, offer: &Offer) -> Vec<String> {
        let title = |issue: usize| shared.issues[issue].title.get(words.lang);
        let label = |issue: usize, option: usize| shared.choice(issue, option).label.get(words.lang);
        let before = self.newest.insert(offer.by, offer.deal.clone());
        let lines = offer.deal.choices().filter_map(|(issue, option)| {
            let now = label(issue, option);
            match before.as_ref().and_then(|deal| deal.0.get(issue)).copied() {
                Some(same) if same == option => None,
                Some(old) => Some(format!("{}: {} \u{2192} {now}", title(issue), label(issue, old))),
                None => Some(format!("{}: {now}", title(issue))),
            }
        });
        lines.collect()
    }
}

/// Reads a record, or says what is wrong with it.
pub(super) fn load(context: Context, path: &str) -> Result<Record, Failure> {
    let words = context.words;
    saves::load(Path::new(path)).map_err(|error| match error {
        SaveError::Unreadable(path, error) => Failure::unreadable(words, &path, &error),
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
            let deal = match table.events().get(entry.event - 1) {
                Some(Event::Offered(offer)) => Some(shared.ids(&offer.deal)),
                _ => None,
            };
            json!({
                "event": entry.event,
                "round": entry.round,
                "by": entry.by.map(Seat::letter),
                "tone": entry.tone.name(),
                "text": words.phrase(&entry.line, shared),
                "deal": deal,
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
                        "by": step.by.map(Seat::letter),
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
