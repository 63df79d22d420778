//! Scores for other programs: JSON with every number, and a table with a row for each seat.

use super::Ended;
use crate::aftermath::Outlook;
use crate::exact::round;
use crate::interchange::table::Grid;
use crate::interchange::table::csv::{self, Style, number};
use crate::print::Paper;
use crate::scenario::{Lang, Seat};
use crate::scoring::{Case, Report};
use crate::table::Player;
use serde_json::{Value, json};

/// The scores of an outcome as JSON; other people's scripts read its fields.
pub fn scores(case: &Case<'_>, report: &Report, outlook: Option<&Outlook>, stays: f64) -> Value {
    let m = &report.measures;
    let pair = |pair: [f64; 2]| pair.map(round);
    let principles: serde_json::Map<String, Value> = m
        .principles
        .iter()
        .enumerate()
        .map(|(at, value)| (format!("P{}", at + 1), value.map_or(Value::Null, |value| json!(round(value)))))
        .collect();
    let checks = m.checks.map(|checks| {
        let fields = checks.iter().enumerate().map(|(at, holds)| (format!("C{}", at + 1), json!(holds)));
        Value::Object(fields.collect())
    });
    let better = report.post_settlement.as_ref().map(|deal| {
        json!({
            "deal": case.scenario.shared.ids(deal),
            "u": pair(case.utilities(deal).map(|points| case.fraction(points))),
        })
    });
    let lenses = &report.lenses;
    json!({
        "scenario": case.scenario.shared.id,
        "deal": report.deal.as_ref().map(|deal| case.scenario.shared.ids(deal)),
        "u": pair(m.utility),
        "gain": pair(m.gain),
        "gamma": pair(m.gamma),
        "share_a": m.sigma.map(|sigma| round(sigma[0])),
        "efficiency": round(m.efficiency),
        "principles": principles,
        "checks": checks,
        "mutually_beneficial": report.mutually_beneficial(),
        "grade": m.grade.letter(),
        "lenses": {
            "dependency": round(lenses.dependency),
            "liberal": round(lenses.liberal),
            "realism": pair(lenses.realism),
            "justice": round(lenses.justice),
            "sustainability": round(lenses.sustainability),
        },
        "coercion": round(m.coercion),
        "trust": pair(m.trust),
        "support": pair(m.support),
        "robustness": round(stays),
        "total": report.total.map(round),
        "post_settlement": better,
        "aftermath": outlook.map(|it| json!({
            "years": it.years,
            "seeds": it.worlds,
            "durability": round(it.durability),
            "survival": round(it.survival),
            "compliance": round(it.compliance),
            "delivered": round(it.delivered),
            "p10": round(it.low),
            "p90": round(it.high),
            "P3": round(it.sustainability),
            "P13": round(it.commitment),
            "still_beneficial": it.still_beneficial(),
        })),
    })
}

/// CSV, JSON and the record of an ended game.
pub(super) fn files(ended: &Ended<'_>, style: Style) -> Vec<Paper> {
    let id = &ended.desk.scenario.shared.id;
    let debrief = ended.debrief;
    let mut value = scores(ended.case, &debrief.report, debrief.outlook.as_ref(), debrief.robustness);
    if let Value::Object(fields) = &mut value {
        fields.insert("hash".to_owned(), json!(ended.desk.scenario.hash));
        fields.insert("ended".to_owned(), json!(debrief.ending.name()));
        let players: Vec<String> = Seat::ALL.iter().map(|seat| player(&ended.players[*seat])).collect();
        fields.insert("players".to_owned(), json!(players));
    }
    let record = ended.table.record(ended.players.clone());
    let file = |key: &str, ending: &str, bytes: Vec<u8>| Paper {
        name: format!("{id}-{}.{ending}", ended.desk.get(key)),
        bytes,
    };
    vec![
        file("print-file-scores", "csv", csv::write(&[rows(ended)], style).into_bytes()),
        file("print-file-scores", "json", format!("{value:#}\n").into_bytes()),
        file("print-file-record", "mufakat", record.to_text().into_bytes()),
    ]
}

fn player(player: &Player) -> String {
    match player {
        Player::Person => "person".to_owned(),
        Player::Counterpart(name) => name.clone(),
    }
}

/// A row for each seat; headings are names for programs.
fn rows(ended: &Ended<'_>) -> Grid {
    let debrief = ended.debrief;
    let m = &debrief.report.measures;
    let mut head: Vec<String> = [
        "scenario",
        "hash",
        "seat",
        "country",
        "player",
        "ended",
        "grade",
        "utility",
        "batna",
        "gain",
        "gamma",
        "target",
        "guess_before",
        "guess_after",
        "efficiency",
    ]
    .map(str::to_owned)
    .into();
    head.extend(grading_head());
    let mut rows = vec![head];
    for seat in Seat::ALL {
        let at = seat.index();
        let shared = &ended.desk.scenario.shared;
        let target = debrief.preparation[seat].as_ref().and_then(|it| it.target).map(f64::from);
        let insight = &debrief.insight[seat];
        let known = |value: Option<f64>| value.map_or_else(String::new, number);
        let mut row = vec![
            shared.id.clone(),
            ended.desk.scenario.hash.clone(),
            seat.letter().to_owned(),
            // The name in the file does not hang on who prints it.
            shared.countries[seat].name.get(Lang::Id).to_owned(),
            player(&ended.players[seat]),
            debrief.ending.name().to_owned(),
            m.grade.letter().to_owned(),
            number(100.0 * m.utility[at]),
            number(100.0 * ended.case.fraction(ended.case.batna[at])),
            number(100.0 * m.gain[at]),
            number(m.gamma[at]),
            known(target),
            known(insight.before.as_ref().map(|(_, right)| *right)),
            known(insight.after.as_ref().map(|(_, right)| *right)),
            number(m.efficiency),
        ];
        row.extend(grading(&debrief.report, debrief.outlook.as_ref()));
        rows.push(row);
    }
    Grid { name: String::new(), rows }
}

/// The headings of [`grading`].
pub fn grading_head() -> impl Iterator<Item = String> {
    let checks = (1..=7).map(|no| format!("C{no}"));
    checks.chain((1..=14).map(|no| format!("P{no}"))).chain(["durability".to_owned()])
}

/// The seven checks, the fourteen principles and how long it holds, as cells; empty where nothing is known.
pub fn grading(report: &Report, outlook: Option<&Outlook>) -> Vec<String> {
    let m = &report.measures;
    let known = |value: Option<f64>| value.map_or_else(String::new, number);
    let checks = (0..7).map(|no| m.checks.map_or_else(String::new, |it| u8::from(it[no]).to_string()));
    let principles = m.principles.iter().map(|it| known(*it));
    checks.chain(principles).chain([known(outlook.map(|it| it.durability))]).collect()
}
