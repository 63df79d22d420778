//! A scenario as a table, and a table as sheets.

use super::columns::{Column, Line, all, heading, line_heading, lines, side};
use super::{CountryRow, Grid, IssueRow, NUMBERS, OptionRow, Place, Table, Texts};
use crate::scenario::{
    Choice, Issue, IssueNo, Kind, Lang, Lock, OptionNo, Percent, Scenario, Seat, Sector, Text,
};
use crate::words::Words;
use std::collections::BTreeMap;

impl Table {
    /// The table of a scenario, with everything that a table can say of it.
    pub fn of(scenario: &Scenario) -> Self {
        let shared = &scenario.shared;
        let issues = shared.issues.iter().enumerate().map(|(no, issue)| IssueRow {
            place: Place::default(),
            id: issue.id.clone(),
            title: texts(&issue.title),
            sector: issue.sector,
            kind: Some(issue.kind),
            reserve: Some(issue.reserve),
            weights: Seat::ALL.map(|seat| Some(scenario.briefs[seat].weights[no])),
            options: issue
                .options
                .iter()
                .enumerate()
                .map(|(at, choice)| option(scenario, issue, choice, no, at))
                .collect(),
        });
        Self { issues: issues.collect(), countries: Seat::ALL.map(|seat| country(scenario, seat)) }
    }
}

fn texts(text: &Text) -> Texts {
    Texts { id: Some(text.id.clone()), en: Some(text.en.clone()), plain: false }
}

fn option(scenario: &Scenario, issue: &Issue, choice: &Choice, no: IssueNo, at: OptionNo) -> OptionRow {
    let stake = |seat: Seat| &scenario.briefs[seat].stakes[no][at];
    let both = |of: fn(&crate::scenario::Stake) -> Percent| Seat::ALL.map(|seat| Some(of(stake(seat))));
    OptionRow {
        place: Place::default(),
        id: choice.id.clone(),
        label: texts(&choice.label),
        article: texts(&choice.article),
        values: both(|it| it.value),
        status_quo: Some(issue.status_quo == at),
        lock: Some(choice.lock),
        harmful: Some(choice.harmful),
        pillars: choice.pillars.map(Some),
        pairs: [both(|it| it.sovereignty), both(|it| it.dependence), both(|it| it.effort)],
        meets: Seat::ALL.map(|seat| Some(stake(seat).meets.clone())),
        features: choice.features.clone(),
        obligation: (issue.kind == Kind::Instrument).then_some(choice.obligation),
        quota: (issue.kind == Kind::Instrument).then_some(choice.quota),
    }
}

fn country(scenario: &Scenario, seat: Seat) -> CountryRow {
    let (shared, brief) = (&scenario.shared.countries[seat], &scenario.briefs[seat]);
    let mut numbers = BTreeMap::from([
        ("batna", brief.batna),
        ("development", shared.development),
        ("dependence", brief.dependence),
        ("patience", brief.patience),
        ("capacity", brief.capacity),
        ("trust", shared.trust),
        ("rivalry", brief.rivalry),
    ]);
    numbers.extend(brief.status_quo_ante.map(|before| ("status_quo_ante", before)));
    CountryRow { name: Some(shared.name.id.clone()), numbers, needs: Some(brief.needs.clone()) }
}

/// The sheets of a table: options, and countries. Columns in which nothing stands are left out.
pub fn grids(table: &Table, words: Words) -> Vec<Grid> {
    vec![
        Grid { name: words.get("table-sheet-options"), rows: options(table, words) },
        Grid { name: words.get("table-sheet-countries"), rows: countries(table, words) },
    ]
}

fn options(table: &Table, words: Words) -> Vec<Vec<String>> {
    let columns = all();
    let rows: Vec<Vec<String>> = table
        .issues
        .iter()
        .flat_map(|issue| issue.options.iter().enumerate().map(move |(at, it)| (issue, at == 0, it)))
        .map(|(issue, leads, row)| columns.iter().map(|&it| cell(it, issue, leads, row, words)).collect())
        .collect();
    let kept: Vec<usize> = (0..columns.len())
        .filter(|&at| is_core(columns[at]) || rows.iter().any(|row: &Vec<String>| !row[at].is_empty()))
        .collect();
    let headings = kept.iter().map(|&at| heading(columns[at], words)).collect();
    let rows = rows.iter().map(|row| kept.iter().map(|&at| row[at].clone()).collect());
    std::iter::once(headings).chain(rows).collect()
}

/// Columns that every table has, so that there is a place to write into.
const fn is_core(column: Column) -> bool {
    matches!(
        column,
        Column::Issue
            | Column::Title(_)
            | Column::Sector
            | Column::Weight(_)
            | Column::Option
            | Column::Label(_)
            | Column::Value(_)
            | Column::StatusQuo
            | Column::Lock
    )
}

fn cell(column: Column, issue: &IssueRow, leads: bool, row: &OptionRow, words: Words) -> String {
    let language = |text: &Texts, lang: Option<Lang>| {
        let text = if lang == Some(Lang::En) { &text.en } else { &text.id };
        text.clone().unwrap_or_default()
    };
    let mark = |fact: bool| if fact { words.get("table-yes") } else { String::new() };
    // Of effects nothing is the usual case, and a table full of zeros is hard to read.
    let effect =
        |number: Option<i32>| number.filter(|it| *it != 0).map_or_else(String::new, |it| it.to_string());
    let number = |number: Option<i32>| number.map_or_else(String::new, |it| it.to_string());
    let is_substance = issue.kind != Some(Kind::Clauses) && issue.kind != Some(Kind::Instrument);
    match column {
        Column::Issue => issue.id.clone(),
        Column::Title(lang) if leads => language(&issue.title, lang),
        Column::Sector if leads => issue.sector.map_or_else(String::new, |it| it.name().to_owned()),
        Column::Kind if leads && !is_substance => {
            issue.kind.map_or_else(String::new, |it| it.name().to_owned())
        }
        Column::Reserve if leads => mark(issue.reserve == Some(true)),
        Column::Weight(seat) if leads => {
            number(issue.weights[seat.index()].filter(|weight| is_substance || *weight != 0))
        }
        Column::Option => row.id.clone(),
        Column::Label(lang) => language(&row.label, lang),
        Column::Article(lang) => language(&row.article, lang),
        Column::Value(seat) => number(row.values[seat.index()].filter(|value| is_substance || *value != 0)),
        Column::StatusQuo => mark(row.status_quo == Some(true)),
        Column::Lock => match row.lock.flatten() {
            Some(Lock::Bridge) => words.get("table-bridge"),
            Some(Lock::Sweetener) => words.get("table-sweetener"),
            None => String::new(),
        },
        Column::Harmful => mark(row.harmful == Some(true)),
        Column::Pillar(at) => effect(row.pillars[at]),
        Column::Pair(pair, seat) => effect(row.pairs[pair][seat.index()]),
        Column::Meets(seat) => row.meets[seat.index()].as_ref().map_or_else(String::new, list),
        Column::Feature(feature) => effect(row.features.get(&feature).copied()),
        Column::Obligation => number(row.obligation),
        Column::Quota => number(row.quota),
        _ => String::new(),
    }
}

/// `Energy: 60; Trade: 40`.
fn list(sectors: &BTreeMap<Sector, Percent>) -> String {
    let items: Vec<String> =
        sectors.iter().map(|(sector, value)| format!("{}: {value}", sector.name())).collect();
    items.join("; ")
}

fn countries(table: &Table, words: Words) -> Vec<Vec<String>> {
    let head = vec![words.get("table-country"), side(Seat::First, words), side(Seat::Second, words)];
    let mut rows = vec![head];
    for line in lines() {
        let cells = Seat::ALL.map(|seat| {
            let country = table.country(seat);
            match line {
                Line::Name => country.name.clone().unwrap_or_default(),
                Line::Needs => country.needs.as_ref().map_or_else(String::new, list),
                Line::Number(at) => {
                    country.numbers.get(NUMBERS[at].0).map_or_else(String::new, ToString::to_string)
                }
            }
        });
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(std::iter::once(line_heading(line, words)).chain(cells).collect());
        }
    }
    rows
}
