//! `mufakat simulate`: many games of counterparts against each other.

use super::import::keep;
use super::output::{data, message, table};
use super::{Answer, Context, Exit, Failure};
use crate::analysis::offers::STRONGEST;
use crate::analysis::simulate::{Outcome, Summary, alternating, summary, talks};
use crate::counterpart;
use crate::disk::{played, write_whole};
use crate::exact::round;
use crate::league;
use crate::scenario::{PerSeat, Scenario, Seat};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

#[expect(clippy::disallowed_methods, reason = "the report says how many games a second were played")]
pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let text = |name: &str| given.get_one::<String>(name).cloned().unwrap_or_default();
    let loaded = super::scenario(context, &text("file"))?;
    let scenario = Arc::clone(&loaded.scenario);
    let names = PerSeat { first: known(context, text("a"))?, second: known(context, text("b"))? };
    let games = given.get_one::<u64>("games").copied().unwrap_or(100);
    let seed = given.get_one::<u64>("seed").copied().unwrap_or(1);
    let folder = given.get_one::<String>("record");
    let started = Instant::now();
    let offers = text("protocol") == "offers";
    if offers {
        for name in [&names.first, &names.second] {
            if !league::names().contains(&name.as_str()) {
                message(&words.with("cli-bids-instead", &[("name", name), ("other", STRONGEST)]));
            }
        }
    }
    if offers && folder.is_some() {
        return Err(Failure::new(Exit::Failed, words.get("cli-record-offers")));
    }
    let outcomes = if offers {
        let steps = given.get_one::<u32>("steps").copied().unwrap_or(100);
        alternating(&scenario, &names, games, seed, steps)
            .map_err(|error| Failure::new(Exit::Failed, words.get(&format!("cli-agent-{}", error.key()))))?
    } else {
        talks(&scenario, &names, games, seed, folder.is_some())
    };
    let seconds = started.elapsed().as_secs_f64();
    let per_second = games as f64 / seconds.max(1e-9);
    if let Some(folder) = folder {
        let unwritten = |path: &Path, error: &io::Error| Failure::unwritable(words, path, error);
        let folder = Path::new(folder);
        played::keep_in(folder, &loaded).map_err(|error| unwritten(folder, &error))?;
        for outcome in &outcomes {
            let Some(record) = &outcome.record else { continue };
            let path = folder.join(format!("{}-{}.mufakat", scenario.shared.id, outcome.seed));
            let text = record.to_text();
            // The same seed may have been played with other names before.
            keep(context, &path, text.as_bytes())?;
            write_whole(&path, &text).map_err(|error| unwritten(&path, &error))?;
        }
    }
    let summed = summary(&outcomes);
    if given.get_flag("json") {
        let mut lines = String::new();
        for outcome in &outcomes {
            lines.push_str(&format!("{}\n", outcome_value(&scenario, outcome)));
        }
        let mut value = summary_value(&summed);
        // Left out unless asked for: the same call must print the same bytes.
        if given.get_flag("timing")
            && let Value::Object(fields) = &mut value
        {
            fields.insert("games_per_second".to_owned(), json!(round(per_second)));
        }
        lines.push_str(&format!("{}\n", json!({ "summary": value })));
        data(&lines);
    } else {
        data(&summary_text(context, &scenario, &summed));
    }
    message(&words.with("cli-speed", &[("speed", &words.num(per_second, 0))]));
    Ok(Exit::Fine)
}

/// A counterpart's name, or the names that there are.
fn known(context: Context, name: String) -> Result<String, Failure> {
    if counterpart::exists(&name) {
        return Ok(name);
    }
    Err(Failure::no_counterpart(context.words, "cli-unknown-counterpart", &name, &counterpart::names()))
}

fn outcome_value(scenario: &Scenario, outcome: &Outcome) -> Value {
    json!({
        "seed": outcome.seed,
        "agreement": outcome.agreement.as_ref().map(|deal| scenario.shared.ids(deal)),
        "u": outcome.utility.map(round),
        "rounds": outcome.rounds,
        "offers": outcome.offers,
        "ended": outcome.ended.name(),
        "grade": outcome.grade,
    })
}

/// The JSON of a summary.
pub(super) fn summary_value(summary: &Summary) -> Value {
    // Where nothing was agreed there is no mean of what was.
    let agreed = summary.agreement_rate > 0.0;
    json!({
        "games": summary.games,
        "agreement_rate": round(summary.agreement_rate),
        "above_both_batnas": agreed.then(|| round(summary.above_both)),
        "mean_u": agreed.then(|| summary.utility.map(round)),
        "mean_gamma": summary.gamma.map(round),
        "mean_efficiency": agreed.then(|| round(summary.efficiency)),
        "mean_rounds": round(summary.rounds),
        "mean_offers": round(summary.offers),
        "ended": summary.endings,
        "grades": summary.grades,
    })
}

/// A summary for people.
pub(super) fn summary_text(context: Context, scenario: &Scenario, summary: &Summary) -> String {
    let words = context.words;
    let percent = |value: f64| words.percent(value);
    let name = |seat: Seat| scenario.shared.countries[seat].name.get(words.lang);
    let pair = |values: [f64; 2]| {
        format!(
            "{} {}, {} {}",
            name(Seat::First),
            words.num(100.0 * values[0], 1),
            name(Seat::Second),
            words.num(100.0 * values[1], 1)
        )
    };
    let counts = |map: &std::collections::BTreeMap<&str, u64>| {
        map.iter().map(|(key, count)| format!("{key} {count}")).collect::<Vec<_>>().join(", ")
    };
    let ending = |(key, count): (&&str, &u64)| {
        format!("{} {count}", words.get(&format!("cli-ended-{}", key.replace('_', "-"))))
    };
    let endings = summary.endings.iter().map(ending).collect::<Vec<_>>().join(", ");
    let of_deals = |told: String| if summary.agreement_rate > 0.0 { told } else { "\u{2013}".to_owned() };
    let rows = vec![
        vec![words.get("cli-column-fact"), words.get("cli-column-value")],
        vec![words.get("cli-sum-games"), words.num(summary.games as f64, 0)],
        vec![words.get("cli-sum-agreements"), percent(summary.agreement_rate)],
        vec![words.get("cli-sum-above"), of_deals(percent(summary.above_both))],
        vec![words.get("cli-sum-utility"), of_deals(pair(summary.utility))],
        vec![words.get("cli-sum-efficiency"), of_deals(percent(summary.efficiency))],
        vec![words.get("cli-sum-rounds"), words.num(summary.rounds, 1)],
        vec![words.get("cli-sum-endings"), endings],
        vec![words.get("cli-sum-grades"), counts(&summary.grades)],
    ];
    table(&rows)
}
