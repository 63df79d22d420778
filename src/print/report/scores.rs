//! Scores for other programs: JSON with every number, and a table with a row for each seat.

use super::Ended;
use crate::aftermath::Outlook;
use crate::exact::round;
use crate::print::Paper;
use crate::rules::Ending;
use crate::scenario::{Lang, Seat};
use crate::scoring::{Case, Report};
use crate::table::Player;
use serde_json::{Value, json};

/// What separates the cells of a CSV file, and how numbers are written in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// A comma, and numbers with a decimal point.
    #[default]
    Comma,
    /// A semicolon, and numbers with a decimal comma: what spreadsheets expect in Indonesia.
    Semicolon,
}

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
pub(super) fn files(ended: &Ended<'_>, separator: Separator) -> Vec<Paper> {
    let id = &ended.desk.scenario.shared.id;
    let debrief = ended.debrief;
    let mut value = scores(ended.case, &debrief.report, debrief.outlook.as_ref(), debrief.robustness);
    if let Value::Object(fields) = &mut value {
        fields.insert("hash".to_owned(), json!(ended.desk.scenario.hash));
        fields.insert("ended".to_owned(), json!(ended_name(debrief.ending)));
        let players: Vec<String> = Seat::ALL.iter().map(|seat| player(&ended.players[*seat])).collect();
        fields.insert("players".to_owned(), json!(players));
    }
    let record = ended.table.record(ended.players.clone());
    let file = |key: &str, ending: &str, bytes: Vec<u8>| Paper {
        name: format!("{id}-{}.{ending}", ended.desk.get(key)),
        bytes,
    };
    vec![
        file("print-file-scores", "csv", csv(ended, separator).into_bytes()),
        file("print-file-scores", "json", format!("{value:#}\n").into_bytes()),
        file("print-file-record", "mufakat", record.to_text().into_bytes()),
    ]
}

const fn ended_name(ending: Ending) -> &'static str {
    match ending {
        Ending::Agreed => "agreed",
        Ending::Left(_) => "walked_out",
        Ending::Deadline => "deadline",
        Ending::Collapsed => "minimal",
    }
}

fn player(player: &Player) -> String {
    match player {
        Player::Person => "person".to_owned(),
        Player::Counterpart(name) => name.clone(),
    }
}

/// A cell: words, or a number that is written as the separator asks for.
enum Item {
    Words(String),
    Number(Option<f64>),
}

fn csv(ended: &Ended<'_>, separator: Separator) -> String {
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
    head.extend((1..=7).map(|no| format!("C{no}")));
    head.extend((1..=14).map(|no| format!("P{no}")));
    head.push("durability".to_owned());
    let mut rows = vec![head.into_iter().map(Item::Words).collect::<Vec<Item>>()];
    for seat in Seat::ALL {
        let at = seat.index();
        let words = |text: &str| Item::Words(text.to_owned());
        let number = |value: f64| Item::Number(Some(value));
        let target = debrief.preparation[seat].as_ref().and_then(|it| it.target).map(f64::from);
        let insight = &debrief.insight[seat];
        let mut row = vec![
            words(&ended.desk.scenario.shared.id),
            words(&ended.desk.scenario.hash),
            words(seat.letter()),
            // The name in the file does not hang on who prints it.
            words(ended.desk.scenario.shared.countries[seat].name.get(Lang::Id)),
            words(&player(&ended.players[seat])),
            words(ended_name(debrief.ending)),
            words(m.grade.letter()),
            number(100.0 * m.utility[at]),
            number(100.0 * ended.case.fraction(ended.case.batna[at])),
            number(100.0 * m.gain[at]),
            number(m.gamma[at]),
            Item::Number(target),
            Item::Number(insight.before.as_ref().map(|(_, right)| *right)),
            Item::Number(insight.after.as_ref().map(|(_, right)| *right)),
            number(m.efficiency),
        ];
        row.extend((0..7).map(|no| Item::Number(m.checks.map(|checks| f64::from(u8::from(checks[no]))))));
        row.extend(m.principles.iter().map(|value| Item::Number(*value)));
        row.push(Item::Number(debrief.outlook.as_ref().map(|it| it.durability)));
        rows.push(row);
    }
    let (mark, point) = match separator {
        Separator::Comma => (",", "."),
        Separator::Semicolon => (";", ","),
    };
    // The mark at the beginning makes spreadsheets read UTF-8.
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row
            .into_iter()
            .map(|item| match item {
                Item::Words(words) => cell(&words),
                Item::Number(None) => String::new(),
                Item::Number(Some(value)) => {
                    let written = format!("{:.4}", value + 0.0);
                    let written = written.trim_end_matches('0').trim_end_matches('.');
                    let written = if written == "-0" { "0" } else { written };
                    written.replace('.', point)
                }
            })
            .collect();
        text.push_str(&cells.join(mark));
        text.push_str("\r\n");
    }
    text
}

/// Words as a cell. A cell that begins like a formula is kept from being one.
fn cell(words: &str) -> String {
    let guarded = if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{words}")
    } else {
        words.to_owned()
    };
    if guarded.contains(['"', ',', ';', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}
