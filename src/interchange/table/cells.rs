//! Cells → a table, with every mistake at its cell.

use super::columns::{Column, Line, begins_countries, line, named_sides, plain, recognise, seat};
use super::sides::{Sides, Told};
use super::words::{self, is_id, kind, meant_sector, sector, tidy};
use super::{Finding, Grid, IssueRow, NUMBERS, OptionRow, Place, Table, Texts, Weights};
use crate::interchange::scenario::{slug, unused};
use crate::scenario::problem::Problem;
use crate::scenario::{Lang, Percent, Seat, Sector};
use std::collections::BTreeMap;

/// Fewer known headings than this make no table.
const FEWEST: usize = 3;

/// A number in a cell, before it is known whether its column counts in shares of 1.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Its cell.
    pub place: Place,
    /// As written.
    pub value: f64,
}

/// What is being read.
#[derive(Default)]
pub(super) struct Reading {
    /// What was read so far.
    pub table: Table,
    found: Vec<Finding>,
    /// What each issue was called where it was named first.
    names: Vec<String>,
    /// Weights by issue and side.
    pub weights: Vec<[Option<Number>; 2]>,
    /// By issue, option and side.
    pub values: Vec<Vec<[Option<Number>; 2]>>,
    /// By side.
    pub batna: [Option<Number>; 2],
    /// What headings call the sides.
    sides: Sides,
}

/// The table of all sheets.
pub(super) fn table(
    grids: &[Grid],
    weights: Weights,
    sides: Sides,
) -> Result<(Table, Vec<Finding>), Vec<Finding>> {
    let mut reading = Reading { sides, ..Reading::default() };
    for grid in grids {
        reading.grid(grid);
    }
    if reading.table.issues.is_empty() && reading.found.iter().all(|it| !it.is_error()) {
        reading.note(Place::default(), Problem::error("cell-no-rows", 0..0));
    }
    for seat in Seat::ALL {
        let country = &mut reading.table.countries[seat.index()];
        country.name = country.name.take().or_else(|| reading.sides.written(seat).cloned());
    }
    reading.settle(weights);
    if reading.found.iter().any(Finding::is_error) {
        Err(reading.found)
    } else {
        Ok((reading.table, reading.found))
    }
}

impl Reading {
    /// Adds a finding.
    pub fn note(&mut self, place: Place, problem: Problem) {
        self.found.push(Finding { place, problem });
    }

    fn grid(&mut self, grid: &Grid) {
        let mut columns: Option<Vec<Option<Column>>> = None;
        let mut sides: Option<[usize; 3]> = None;
        for (row, cells) in grid.rows.iter().enumerate() {
            let cells: Vec<String> = cells.iter().map(|cell| tidy(cell)).collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            let place = |column: Option<usize>| Place { sheet: grid.name.clone(), row, column };
            if begins_countries(&cells) {
                let filled: Vec<usize> = (0..cells.len()).filter(|&at| !cells[at].is_empty()).collect();
                let (named, told) = named_sides([&cells[filled[1]], &cells[filled[2]]], &mut self.sides);
                self.note_sides(&told, |at| (place(Some(filled[at + 1])), cells[filled[at + 1]].clone()));
                let swapped = named[0] == Some(Seat::Second) || named[1] == Some(Seat::First);
                let [one, other] = if swapped { [filled[2], filled[1]] } else { [filled[1], filled[2]] };
                sides = Some([filled[0], one, other]);
                columns = None;
                // A heading that names the countries themselves.
                for (country, at) in self.table.countries.iter_mut().zip([one, other]) {
                    if seat(&plain(&cells[at])).is_none() {
                        country.name = Some(cells[at].clone());
                    }
                }
                continue;
            }
            let mut named = self.sides.clone();
            let (headings, told) = recognise(&cells, &mut named);
            let is_one = |wanted: fn(&Column) -> bool| headings.iter().flatten().any(wanted);
            if headings.iter().flatten().count() >= FEWEST
                && is_one(|it| matches!(it, Column::Option | Column::Label(_)))
            {
                for (at, cell) in cells.iter().enumerate() {
                    if !cell.is_empty() && headings[at].is_none() {
                        let twice = cells[..at].iter().any(|before| plain(before) == plain(cell));
                        let rule = if twice { "cell-column-twice" } else { "cell-column-unknown" };
                        self.note(place(Some(at)), Problem::warning(rule, 0..0).word("name", cell));
                    }
                }
                self.note_sides(&told, |at| (place(Some(at)), cells[at].clone()));
                named.remember(&cells);
                self.sides = named;
                columns = Some(headings);
                sides = None;
                continue;
            }
            match (&columns, sides) {
                (Some(columns), _) => self.option(columns, &cells, &place),
                (None, Some(sides)) => self.country(sides, &cells, &place),
                // A title above the table.
                (None, None) => {}
            }
        }
    }

    /// Tells of headings that name neither country.
    fn note_sides(&mut self, told: &Told, cell: impl Fn(usize) -> (Place, String)) {
        let (at, problem) = match told {
            Told::All => return,
            Told::ByOrder(at) => (*at, Problem::warning("cell-sides", 0..0)),
            Told::Neither(at) => (*at, Problem::error("cell-side-unknown", 0..0)),
        };
        let (place, name) = cell(at);
        self.note(place, problem.word("name", name));
    }

    fn country(&mut self, sides: [usize; 3], cells: &[String], place: &dyn Fn(Option<usize>) -> Place) {
        let cell = |at: usize| cells.get(at).map(String::as_str).filter(|it| !it.is_empty());
        let Some(heading) = cell(sides[0]) else { return };
        let Some(line) = line(heading) else {
            let problem = Problem::warning("cell-row-unknown", 0..0).word("name", heading);
            self.note(place(Some(sides[0])), problem);
            return;
        };
        for side in 0..2 {
            let at = sides[side + 1];
            let Some(text) = cell(at) else { continue };
            match line {
                Line::Name => self.table.countries[side].name = Some(text.to_owned()),
                Line::Needs => self.table.countries[side].needs = Some(self.sectors(text, &place(Some(at)))),
                Line::Number(number) => {
                    let Some(value) = self.number(text, place(Some(at))) else { continue };
                    if NUMBERS[number].0 == "batna" {
                        self.batna[side] = Some(value);
                    } else if let Some(value) = self.whole(&value, NUMBERS[number].1, NUMBERS[number].2) {
                        self.table.countries[side].numbers.insert(NUMBERS[number].0, value);
                    }
                }
            }
        }
    }

    fn option(
        &mut self,
        columns: &[Option<Column>],
        cells: &[String],
        place: &dyn Fn(Option<usize>) -> Place,
    ) {
        let at = |column: Column| columns.iter().position(|it| *it == Some(column));
        let text =
            |column: Column| at(column).and_then(|at| cells.get(at)).filter(|it| !it.is_empty()).cloned();
        let texts = |make: fn(Option<Lang>) -> Column| {
            let both = text(make(None));
            let [id, en] = [Lang::Id, Lang::En].map(|lang| text(make(Some(lang))));
            match (id, en) {
                (None, None) => Texts::plain(both),
                (id, en) => Texts { id: id.or_else(|| both.clone()), en: en.or(both), plain: false },
            }
        };
        let (title, label) = (texts(Column::Title), texts(Column::Label));
        let named = text(Column::Issue).or_else(|| title.id.clone()).or_else(|| title.en.clone());
        let called = text(Column::Option).or_else(|| label.id.clone()).or_else(|| label.en.clone());
        if let (Some(named), None) = (&named, &called)
            && words::is_total(named)
        {
            self.note(place(None), Problem::warning("cell-total-row", 0..0).word("name", named));
            return;
        }
        let no = self.issue(named, title, place);
        let Some(no) = no else { return };
        if let Some(found) = text(Column::Sector) {
            let known = sector(&found);
            if known.is_none() {
                let choices = Sector::ALL.map(Sector::name).join(", ");
                let problem =
                    Problem::error("unknown-sector", 0..0).word("found", &found).word("choices", choices);
                self.note(place(at(Column::Sector)), problem.word("meant", meant_sector(&found)));
            }
            self.table.issues[no].sector = known.or(self.table.issues[no].sector);
        }
        if let Some(found) = text(Column::Kind) {
            let kind = kind(&found);
            if kind.is_none() {
                self.note(place(at(Column::Kind)), Problem::error("cell-kind", 0..0).word("found", &found));
            }
            self.table.issues[no].kind = kind.or(self.table.issues[no].kind);
        }
        if at(Column::Reserve).is_some() {
            let fact = self.fact(text(Column::Reserve), &place(at(Column::Reserve)));
            let before = self.table.issues[no].reserve.unwrap_or(false);
            self.table.issues[no].reserve = Some(fact || before);
        }
        for seat in Seat::ALL {
            let column = Column::Weight(seat);
            let Some(found) = text(column) else { continue };
            let Some(number) = self.number(&found, place(at(column))) else { continue };
            match &self.weights[no][seat.index()] {
                Some(before) if (before.value - number.value).abs() > 1e-9 => {
                    let problem = Problem::error("cell-two-weights", 0..0)
                        .word("name", &self.table.issues[no].id)
                        .word("place", before.place.name());
                    self.note(number.place, problem);
                }
                _ => self.weights[no][seat.index()] = Some(number),
            }
        }
        let Some(called) = called else {
            let of_option = |column: &Option<Column>| column.is_some_and(Column::is_of_option);
            let filled = (0..columns.len())
                .find(|&at| of_option(&columns[at]) && cells.get(at).is_some_and(|cell| !cell.is_empty()));
            if filled.is_some() {
                self.note(place(filled), Problem::error("cell-no-option", 0..0));
            }
            return;
        };
        let mut row =
            OptionRow { place: place(None), label, article: texts(Column::Article), ..OptionRow::default() };
        // "Ya" may be an answer to two issues; an id is none.
        let elsewhere = self
            .table
            .issues
            .iter()
            .enumerate()
            .any(|(at, issue)| at != no && issue.options.iter().any(|option| option.id == called));
        row.id = if is_id(&called) && !elsewhere {
            called
        } else {
            // A text in the column of ids is what people call the option.
            if row.label.is_empty() {
                row.label = Texts::plain(Some(called.clone()));
            }
            let mut known = self.table.issues[no].options.iter().map(|it| it.id.clone()).collect();
            unused(format!("{}-{}", self.table.issues[no].id, slug(&called, "o")), &mut known)
        };
        let mut values = [None, None];
        for seat in Seat::ALL {
            let column = Column::Value(seat);
            values[seat.index()] = text(column).and_then(|found| self.number(&found, place(at(column))));
        }
        self.values[no].push(values);
        let present = |reading: &mut Self, column: Column, low: Percent, high: Percent| {
            let at = at(column)?;
            match cells.get(at).filter(|it| !it.is_empty()) {
                None => Some(0),
                Some(found) => {
                    let number = reading.number(found, place(Some(at)))?;
                    reading.whole(&number, low, high)
                }
            }
        };
        for pillar in 0..3 {
            row.pillars[pillar] = present(self, Column::Pillar(pillar), -3, 3);
        }
        for (pair, (low, high)) in [(0, 100), (-100, 100), (0, 300)].into_iter().enumerate() {
            for seat in Seat::ALL {
                row.pairs[pair][seat.index()] = present(self, Column::Pair(pair, seat), low, high);
            }
        }
        for feature in crate::scenario::Feature::ALL {
            if let Some(value) = present(self, Column::Feature(feature), 0, 100) {
                row.features.insert(feature, value);
            }
        }
        row.obligation = text(Column::Obligation).and_then(|_| present(self, Column::Obligation, 0, 100));
        row.quota = text(Column::Quota).and_then(|_| present(self, Column::Quota, 0, 100));
        for seat in Seat::ALL {
            let column = Column::Meets(seat);
            row.meets[seat.index()] = at(column).map(|at| match text(column) {
                Some(found) => self.sectors(&found, &place(Some(at))),
                None => BTreeMap::new(),
            });
        }
        for (column, slot) in [(Column::StatusQuo, &mut row.status_quo), (Column::Harmful, &mut row.harmful)]
        {
            if at(column).is_some() {
                *slot = Some(self.fact(text(column), &place(at(column))));
            }
        }
        if at(Column::Lock).is_some() {
            let found = text(Column::Lock);
            let lock = found.as_deref().map_or(Some(None), words::lock);
            if lock.is_none() {
                let problem = Problem::error("cell-lock", 0..0).word("found", found.unwrap_or_default());
                self.note(place(at(Column::Lock)), problem);
            }
            row.lock = lock;
        }
        self.table.issues[no].options.push(row);
    }

    /// The issue that a row belongs to: the one it names, else the one before.
    fn issue(
        &mut self,
        named: Option<String>,
        title: Texts,
        place: &dyn Fn(Option<usize>) -> Place,
    ) -> Option<usize> {
        let Some(named) = named else {
            if self.table.issues.is_empty() {
                self.note(place(None), Problem::error("cell-no-issue", 0..0));
            }
            return self.table.issues.len().checked_sub(1);
        };
        let id = if is_id(&named) { named.clone() } else { slug(&named, "a") };
        // Two long titles may begin alike, and letters that no id holds are left out of it.
        let by_id = |issue: &IssueRow| issue.id == id && (is_id(&named) || tells(&named, &id));
        let found = self
            .names
            .iter()
            .position(|name| *name == named)
            .or_else(|| self.table.issues.iter().position(by_id));
        let no = found.unwrap_or(self.table.issues.len());
        if found.is_none() {
            let mut known = self.table.issues.iter().map(|issue| issue.id.clone()).collect();
            let id = unused(id, &mut known);
            self.names.push(named.clone());
            self.table.issues.push(IssueRow { place: place(None), id, ..IssueRow::default() });
            self.weights.push([None, None]);
            self.values.push(Vec::new());
        }
        let issue = &mut self.table.issues[no];
        if issue.title.is_empty() {
            let as_title = (!is_id(&named)).then_some(named);
            issue.title = if title.is_empty() { Texts::plain(as_title) } else { title };
        }
        Some(no)
    }

    fn fact(&mut self, text: Option<String>, place: &Place) -> bool {
        let Some(text) = text else { return false };
        words::fact(&text).unwrap_or_else(|| {
            self.note(place.clone(), Problem::error("cell-fact", 0..0).word("found", &text));
            false
        })
    }

    /// A list such as `Energy: 60; Trade 40`.
    fn sectors(&mut self, text: &str, place: &Place) -> BTreeMap<Sector, Percent> {
        let mut sectors = BTreeMap::new();
        for item in text.split([';', '\n']).flat_map(|part| part.split(", ")).map(str::trim) {
            if item.is_empty() {
                continue;
            }
            let end = item.find(|c: char| c.is_ascii_digit() || c == ':' || c == '=').unwrap_or(item.len());
            let (name, number) = (item[..end].trim(), item[end..].trim_start_matches([':', '=', ' ']));
            let Some(sector) = sector(name) else {
                let choices = Sector::ALL.map(Sector::name).join(", ");
                let problem =
                    Problem::error("unknown-sector", 0..0).word("found", name).word("choices", choices);
                self.note(place.clone(), problem.word("meant", meant_sector(name)));
                continue;
            };
            let number = self.number(number, place.clone());
            if let Some(value) = number.and_then(|number| self.whole(&number, 0, 100)) {
                sectors.insert(sector, value);
            }
        }
        sectors
    }
}

/// Whether an id that was made of a name has all of it: nothing was cut off or left out.
fn tells(name: &str, id: &str) -> bool {
    let letters =
        |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    letters(name) == letters(id)
}
