//! Issues, options and points as a table, for teachers who work in a spreadsheet.
//!
//! One row is one option; what belongs to an issue stands in its first row. A second section names the
//! countries. [`read()`] takes a CSV, XLSX, ODS or XLS file as Excel and LibreOffice save it: any separator,
//! a decimal comma, other orders and names of the columns, blank rows, Windows-1252. [`draft::write`] makes a
//! scenario of it, [`merge::merge`] puts it into one that exists, and [`sheet::grids`] writes one out.
//!
//! # Invariants
//!
//! - Bytes go in and come out: nothing here reads a disk.
//! - Every mistake is told with its sheet, row and column; all of them at once.

mod binary;
mod cells;
mod columns;
pub mod csv;
pub mod draft;
pub mod merge;
mod points;
pub mod sheet;
mod sides;
mod text;
mod words;

pub use binary::{looks_binary, write as xlsx};

use crate::scenario::edit::field;
use crate::scenario::problem::{Problem, Severity};
use crate::scenario::syntax::{self, Node, Value};
use crate::scenario::{Feature, Kind, Lock, Percent, Scenario, Seat, Sector};
use sides::Sides;
use std::collections::BTreeMap;

/// A sheet as rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The name of the sheet; a CSV file has none.
    pub name: String,
    /// The cells, as text.
    pub rows: Vec<Vec<String>>,
}

/// Where a cell stands: sheet, row and column from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The name of the sheet; a CSV file has none.
    pub sheet: String,
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0; `None` if the whole row is meant.
    pub column: Option<usize>,
}

impl Place {
    /// As spreadsheets name it: `Pilihan!F7`, or `7` for a whole row.
    pub fn name(&self) -> String {
        let mut letters = String::new();
        let mut left = self.column.map_or(0, |column| column + 1);
        while left > 0 {
            let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
            letters.insert(0, char::from(b'A' + letter));
            left = (left - 1) / 26;
        }
        let sheet = if self.sheet.is_empty() { String::new() } else { format!("{}!", self.sheet) };
        format!("{sheet}{letters}{}", self.row + 1)
    }
}

/// What is wrong with a cell, or was changed in reading it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What; its own place in bytes means nothing.
    pub problem: Problem,
}

impl Finding {
    /// Whether the table cannot be used.
    pub fn is_error(&self) -> bool {
        self.problem.severity == Severity::Error
    }
}

/// A text in the languages that the table gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Indonesian.
    pub id: Option<String>,
    /// English.
    pub en: Option<String>,
    /// Both are one text, of which the table does not say in which language it is.
    pub plain: bool,
}

impl Texts {
    /// A text of which nobody says in which language it is.
    pub fn plain(text: Option<String>) -> Self {
        Self { id: text.clone(), plain: text.is_some(), en: text }
    }

    /// Whether the table says nothing.
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.en.is_none()
    }
}

/// The pairs of an option that are no values, in the order of [`OptionRow::pairs`], with their fields.
pub const PAIRS: [&str; 3] = ["sovereignty", "dependence", "effort"];

/// One option. What is `None` stands nowhere in the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OptionRow {
    /// Its row.
    pub place: Place,
    /// Its id.
    pub id: String,
    /// A few words.
    pub label: Texts,
    /// The words of the article.
    pub article: Texts,
    /// Values for both sides.
    pub values: [Option<Percent>; 2],
    /// Whether it holds without agreement.
    pub status_quo: Option<bool>,
    /// What opens it.
    pub lock: Option<Option<Lock>>,
    /// Whether it does serious harm.
    pub harmful: Option<bool>,
    /// Effects on the three pillars.
    pub pillars: [Option<i32>; 3],
    /// Sovereignty, dependence and effort, for both sides.
    pub pairs: [[Option<i32>; 2]; 3],
    /// How far it meets needs of both sides.
    pub meets: [Option<BTreeMap<Sector, Percent>>; 2],
    /// What it adds to the text.
    pub features: BTreeMap<Feature, Percent>,
    /// Of an instrument: how binding.
    pub obligation: Option<Percent>,
    /// Of an instrument: the support that it needs.
    pub quota: Option<Percent>,
}

/// One issue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IssueRow {
    /// Its first row.
    pub place: Place,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Texts,
    /// Its sector.
    pub sector: Option<Sector>,
    /// What it is for.
    pub kind: Option<Kind>,
    /// Whether it waits in the reserve.
    pub reserve: Option<bool>,
    /// Points for both sides.
    pub weights: [Option<Percent>; 2],
    /// Its options.
    pub options: Vec<OptionRow>,
}

/// One country.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CountryRow {
    /// Its name.
    pub name: Option<String>,
    /// Numbers by the name of their field.
    pub numbers: BTreeMap<&'static str, Percent>,
    /// Needs by sector.
    pub needs: Option<BTreeMap<Sector, Percent>>,
}

/// A whole table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The issues, in order.
    pub issues: Vec<IssueRow>,
    /// The countries, the first one first.
    pub countries: [CountryRow; 2],
}

impl Table {
    /// A country.
    pub fn country(&self, seat: Seat) -> &CountryRow {
        &self.countries[seat.index()]
    }

    /// Problems of a scenario that was made of this table, at the rows that they come from; the whole table where no
    /// row does.
    pub fn findings(&self, scenario: &str, problems: Vec<Problem>) -> Vec<Finding> {
        let (whole, _) = syntax::parse(scenario, 1);
        let place = |problem: &Problem| self.row_of(&whole, problem.span.start).unwrap_or_default();
        problems.into_iter().map(|problem| Finding { place: place(&problem), problem }).collect()
    }

    /// The row of the option or the issue that a place of the scenario lies in.
    fn row_of(&self, scenario: &Node, at: usize) -> Option<Place> {
        let issue = item_at(&field(scenario, "issues")?.node, at)?;
        let row = self.issues.iter().find(|row| text_of(issue, "id") == Some(&row.id))?;
        let option = field(issue, "options").and_then(|options| item_at(&options.node, at));
        let id = option.and_then(|option| text_of(option, "id"));
        let option = row.options.iter().find(|row| id == Some(&row.id));
        Some(option.map_or(&row.place, |option| &option.place).clone())
    }
}

fn text_of<'a>(node: &'a Node, name: &str) -> Option<&'a String> {
    match &field(node, name)?.node.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn item_at(list: &Node, at: usize) -> Option<&Node> {
    let Value::List(items) = &list.value else { return None };
    items.iter().find(|item| item.span.contains(&at))
}

/// The fields of a country that are numbers, with their bounds.
pub const NUMBERS: [(&str, Percent, Percent); 8] = [
    ("batna", 0, 100),
    ("status_quo_ante", 0, 100),
    ("development", 0, 100),
    ("dependence", 0, 100),
    ("patience", 1, 99),
    ("capacity", 1, 100),
    ("trust", 0, 100),
    ("rivalry", 0, 100),
];

/// How weights are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// They sum to 100, or that is an error.
    Hundred,
    /// They are divided by their sum.
    Normalised,
    /// Any, as for a part of a scenario.
    AsGiven,
}

/// The rows of a plain list in any of the formats, as text; of a workbook the first sheet that has any.
/// `None` if it cannot be read.
pub fn list(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    if bytes.len() > super::MAX_BYTES {
        return None;
    }
    let mut rows = if looks_binary(bytes) {
        binary::read(bytes).ok()?.into_iter().map(|grid| grid.rows).find(|rows| !rows.is_empty())?
    } else {
        csv::read_list(bytes)
    };
    for cell in rows.iter_mut().flatten() {
        *cell = csv::unguarded(cell).to_owned();
    }
    Some(rows)
}

/// Reads a file of any of the formats: its table, and what its author should know.
///
/// # Errors
///
/// Every finding, at least one of which is an error.
pub fn read(bytes: &[u8], weights: Weights) -> Result<(Table, Vec<Finding>), Vec<Finding>> {
    read_for(bytes, weights, Sides::default())
}

/// The same of a table that is meant for a scenario: headings may name its countries, in any order.
///
/// # Errors
///
/// Every finding, at least one of which is an error.
pub fn read_into(
    bytes: &[u8],
    weights: Weights,
    scenario: &Scenario,
) -> Result<(Table, Vec<Finding>), Vec<Finding>> {
    read_for(bytes, weights, Sides::of(scenario))
}

fn read_for(bytes: &[u8], weights: Weights, sides: Sides) -> Result<(Table, Vec<Finding>), Vec<Finding>> {
    let whole =
        |rule: &'static str| vec![Finding { place: Place::default(), problem: Problem::error(rule, 0..0) }];
    if bytes.len() > super::MAX_BYTES {
        let problem = Problem::error("source-too-large", 0..0).count("limit", super::MAX_BYTES / 1024);
        return Err(vec![Finding { place: Place::default(), problem }]);
    }
    let grids = if looks_binary(bytes) {
        binary::read(bytes).map_err(|unread| match unread {
            binary::Unread::Whole => whole("cell-unreadable"),
            binary::Unread::Far(place) => vec![Finding { place, problem: Problem::error("cell-far", 0..0) }],
        })?
    } else {
        let grid = csv::read(bytes);
        if let Some(row) = csv::open_quote(bytes, &grid) {
            let place = Place { sheet: String::new(), row, column: None };
            return Err(vec![Finding { place, problem: Problem::error("cell-open-quote", 0..0) }]);
        }
        vec![grid]
    };
    cells::table(&grids, weights, sides)
}
