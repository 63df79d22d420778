//! A table as a scenario of its own.

use super::text::{fields, sectors, words};
use super::{Finding, IssueRow, NUMBERS, OptionRow, Place, Table, Texts};
use crate::interchange::scenario::{said, said_each, slug};
use crate::scenario::edit::{field, quoted};
use crate::scenario::problem::Problem;
use crate::scenario::syntax::{self, Node, Value};
use crate::scenario::template;
use crate::scenario::{Kind, Lang, Percent, Seat, Sector};
use crate::words::Words;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a country is worth without agreement if the table says nothing.
const BATNA: Percent = 40;

/// The text of a scenario file, with notes on what was filled in.
///
/// # Errors
///
/// What a scenario cannot be without: two options of an issue, values, weights, a sector.
pub fn write(table: &Table, title: &str) -> Result<(String, Vec<Finding>), Vec<Finding>> {
    let mut notes = gaps(table)?;
    let names = Seat::ALL.map(|seat| names(table, seat));
    let (issues, packages) = (table.issues.len().to_string(), packages(table).to_string());
    let facts: &[(&str, &str)] =
        &[("name", title), ("format", "CSV/XLSX"), ("issues", &issues), ("packages", &packages)];
    let mut text = String::new();
    for lang in Lang::ALL {
        let _ = writeln!(text, "// {}", Words::new(lang).get("table-comment"));
    }
    let _ = writeln!(text, "(\n    format: 1,\n    id: {},", quoted(&slug(title, "scenario")));
    let _ = writeln!(text, "    title: {},", quoted(title));
    let _ = writeln!(text, "    summary: {},", said("draft-summary", facts));
    let [id, en] = [0, 1].map(|lang| [("first", names[0][lang].as_str()), ("second", &names[1][lang])]);
    let long = said_each("table-background", [&id, &en]);
    let _ = writeln!(text, "    background: (\n        long: {long},\n    ),");
    let _ = writeln!(text, "    author: \"mufakat import (CSV/XLSX)\",\n");
    for seat in Seat::ALL {
        country(&mut text, table, seat, &names, &mut notes);
    }
    text.push_str("    issues: [\n");
    for row in &table.issues {
        issue(&mut text, row);
    }
    for kind in [Kind::Clauses, Kind::Instrument] {
        if table.issues.iter().all(|issue| issue.kind != Some(kind)) {
            borrowed(&mut text, table, kind);
            notes.push(note(Problem::warning("cell-added", 0..0).word("kind", kind.name())));
        }
    }
    text.push_str("    ],\n)\n");
    Ok((text, notes))
}

fn note(problem: Problem) -> Finding {
    Finding { place: Place::default(), problem }
}

fn substance(issue: &IssueRow) -> bool {
    issue.kind.unwrap_or(Kind::Substance) == Kind::Substance
}

fn packages(table: &Table) -> u128 {
    let issues = table.issues.iter().filter(|issue| substance(issue));
    issues.fold(1, |count, issue| count.saturating_mul(issue.options.len() as u128))
}

/// What stands nowhere and cannot be guessed; what can, as notes.
fn gaps(table: &Table) -> Result<Vec<Finding>, Vec<Finding>> {
    let (mut errors, mut notes) = (Vec::new(), Vec::new());
    for issue in &table.issues {
        let at = |problem: Problem| Finding { place: issue.place.clone(), problem };
        if issue.options.len() < 2 {
            errors.push(at(Problem::error("few-options", 0..0).word("name", &issue.id)));
        }
        if issue.sector.is_none() && substance(issue) {
            notes.push(at(Problem::warning("cell-no-sector", 0..0).word("name", &issue.id)));
        }
        if issue.weights.iter().all(|weight| weight.unwrap_or(0) == 0) && substance(issue) {
            errors.push(at(Problem::error("no-weight", 0..0).word("name", &issue.id)));
        }
        for option in &issue.options {
            let place = option.place.clone();
            if option.values.contains(&None) && substance(issue) {
                let problem = Problem::error("no-value", 0..0).word("name", &option.id);
                errors.push(Finding { place, problem });
            }
        }
    }
    for seat in Seat::ALL {
        let needs = table.country(seat).needs.iter().flat_map(BTreeMap::keys);
        for &sector in needs {
            let by_issue =
                |issue: &IssueRow| substance(issue) && issue.sector.unwrap_or(Sector::Economy) == sector;
            let by_option = |option: &OptionRow| {
                option.meets[seat.index()].as_ref().is_some_and(|meets| meets.contains_key(&sector))
            };
            let met = |issue: &IssueRow| by_issue(issue) || issue.options.iter().any(by_option);
            if !table.issues.iter().any(met) {
                let problem = Problem::error("need-without-issue", 0..0);
                errors.push(note(problem.word("name", name(table, seat)).word("sector", sector.name())));
            }
        }
    }
    let mut ids: BTreeMap<&str, &Place> = BTreeMap::new();
    for option in table.issues.iter().flat_map(|issue| &issue.options) {
        if ids.insert(&option.id, &option.place).is_some() {
            let problem = Problem::error("duplicate-id", 0..0).word("name", &option.id);
            errors.push(Finding { place: option.place.clone(), problem });
        }
    }
    if errors.is_empty() { Ok(notes) } else { Err(errors) }
}

/// What a finding calls a country: its name, or its letter.
fn name(table: &Table, seat: Seat) -> String {
    table.country(seat).name.clone().unwrap_or_else(|| seat.letter().to_uppercase())
}

/// What the scenario calls it in each language.
fn names(table: &Table, seat: Seat) -> [String; 2] {
    let letter = seat.letter().to_uppercase();
    let lettered = |lang: Lang| Words::new(lang).with("table-country-name", &[("letter", &letter)]);
    Lang::ALL.map(|lang| table.country(seat).name.clone().unwrap_or_else(|| lettered(lang)))
}

fn country(text: &mut String, table: &Table, seat: Seat, names: &[[String; 2]; 2], notes: &mut Vec<Finding>) {
    let row = table.country(seat);
    let own = &names[seat.index()];
    let [id, en] = [0, 1].map(|lang| [("name", own[lang].as_str())]);
    let facts: [&[(&str, &str)]; 2] = [&id, &en];
    let name = &name(table, seat);
    let field = if seat == Seat::First { "first" } else { "second" };
    let weight = |issue: &IssueRow| issue.weights[seat.index()].filter(|weight| *weight > 0);
    let table_of = |reserve: bool| {
        let rows: Vec<String> = table
            .issues
            .iter()
            .filter(|issue| reserve || issue.reserve != Some(true))
            .filter_map(|issue| weight(issue).map(|weight| format!("{}: {weight}", quoted(&issue.id))))
            .collect();
        format!("{{ {} }}", rows.join(", "))
    };
    let number = |name: &str, otherwise: Percent| row.numbers.get(name).copied().unwrap_or(otherwise);
    if !row.numbers.contains_key("batna") {
        notes.push(note(
            Problem::warning("cell-no-batna", 0..0).word("name", name).word("used", BATNA.to_string()),
        ));
    }
    let called = Texts { id: Some(own[0].clone()), en: Some(own[1].clone()), plain: false };
    let _ = writeln!(text, "    {field}: (\n        name: {},", words(&called));
    let _ = writeln!(text, "        role: ( long: {} ),", said_each("draft-role", facts));
    let _ = writeln!(text, "        weights: {},", table_of(true));
    let _ = writeln!(text, "        batna: {},", number("batna", BATNA));
    let _ = writeln!(text, "        batna_story: {},", said_each("table-batna-story", facts));
    if let Some(before) = row.numbers.get(NUMBERS[1].0) {
        let _ = writeln!(text, "        status_quo_ante: {before},");
    }
    let needs = row.needs.clone().filter(|it| !it.is_empty()).unwrap_or_else(|| {
        // What weighs most is what is needed most.
        let heaviest = table.issues.iter().filter(|issue| substance(issue)).max_by_key(|issue| weight(issue));
        let sector = heaviest.and_then(|issue| issue.sector).unwrap_or(Sector::Economy);
        notes.push(note(
            Problem::warning("cell-no-needs", 0..0).word("name", name).word("sector", sector.name()),
        ));
        BTreeMap::from([(sector, 70)])
    });
    let _ = writeln!(text, "        needs: {},", sectors(&needs));
    for (name, otherwise) in [("development", 50), ("dependence", 50)] {
        let _ = writeln!(text, "        {name}: {},", number(name, otherwise));
    }
    for name in ["patience", "capacity", "trust", "rivalry"] {
        if let Some(value) = row.numbers.get(name) {
            let _ = writeln!(text, "        {name}: {value},");
        }
    }
    let _ = writeln!(
        text,
        "        groups: [\n            ( name: {}, influence: 100, weights: {}, threshold: 30 ),\n        ],\n    ),\n",
        said_each("draft-group", facts),
        table_of(false)
    );
}

fn issue(text: &mut String, row: &IssueRow) {
    let title = if row.title.is_empty() { Texts::plain(Some(row.id.clone())) } else { row.title.clone() };
    let _ = writeln!(
        text,
        "        (\n            id: {},\n            title: {},",
        quoted(&row.id),
        words(&title)
    );
    match row.kind.unwrap_or(Kind::Substance) {
        Kind::Substance => {
            let _ = writeln!(text, "            sector: {},", row.sector.unwrap_or(Sector::Economy).name());
        }
        kind => {
            let _ = writeln!(text, "            kind: {},", kind.name());
        }
    }
    if let Some(option) = row.options.iter().skip(1).find(|option| option.status_quo == Some(true)) {
        let _ = writeln!(text, "            status_quo: {},", quoted(&option.id));
    }
    if row.reserve == Some(true) {
        text.push_str("            reserve: true,\n");
    }
    text.push_str("            options: [\n");
    for row in &row.options {
        option(text, row);
    }
    text.push_str("            ],\n        ),\n");
}

fn option(text: &mut String, row: &OptionRow) {
    let _ = writeln!(text, "                (\n                    id: {},", quoted(&row.id));
    if row.label.is_empty() {
        let _ = writeln!(text, "                    label: {},", quoted(&row.id));
    }
    for (name, value, says) in fields(row) {
        if says {
            let _ = writeln!(text, "                    {name}: {value},");
        }
    }
    text.push_str("                ),\n");
}

/// A clause set or a legal form of the smallest template, with ids that the table does not use.
fn borrowed(text: &mut String, table: &Table, kind: Kind) {
    let source = template::ALL[0].source;
    let (root, _) = syntax::parse(source, 1);
    let Some(Value::List(issues)) = field(&root, "issues").map(|it| &it.node.value) else { return };
    let is_kind = |node: &&Node| {
        field(node, "kind").is_some_and(|it| it.node.value == Value::Name(kind.name().to_owned()))
    };
    let Some(issue) = issues.iter().find(is_kind) else { return };
    let mut written = source.get(issue.span.clone()).unwrap_or_default().to_owned();
    let used = |id: &str| {
        table.issues.iter().any(|it| it.id == id || it.options.iter().any(|option| option.id == id))
    };
    let letter = if kind == Kind::Clauses { "C" } else { "I" };
    if std::iter::once(letter.to_owned()).chain((0..3).map(|no| format!("{letter}{no}"))).any(|id| used(&id))
    {
        written =
            written.replace(&format!("id: \"{letter}"), &format!("id: \"{}-", kind.name().to_lowercase()));
        written = written.replace(
            &format!("id: \"{}-\"", kind.name().to_lowercase()),
            &format!("id: \"{}\"", kind.name().to_lowercase()),
        );
    }
    let _ = writeln!(text, "        {written},");
}
