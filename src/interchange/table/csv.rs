//! Tables as text: read with any separator and in any usual encoding, written as spreadsheets open them.
//!
//! Every CSV file of the program is written here, so that no cell of any of them becomes a formula.

use super::Grid;
use super::columns::{begins_countries, recognise};
use super::sides::Sides;
use crate::scenario::Lang;
use ::csv::{ReaderBuilder, Terminator, WriterBuilder};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The separators that spreadsheets write.
const SEPARATORS: [u8; 4] = *b";,\t|";
/// What a text must not begin with, or a spreadsheet takes it for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// What stands between cells.
    pub separator: u8,
    /// Whether numbers have a decimal comma.
    pub decimal_comma: bool,
    /// Whether it is for spreadsheets, with their ends of lines and the mark by which they know UTF-8.
    pub for_spreadsheets: bool,
}

impl Style {
    /// Commas and decimal points, as programs and spreadsheets in English expect it.
    pub const COMMA: Self = Self { separator: b',', decimal_comma: false, for_spreadsheets: true };
    /// Semicolons and decimal commas, as spreadsheets in Indonesian expect it.
    pub const SEMICOLON: Self = Self { separator: b';', decimal_comma: true, for_spreadsheets: true };
    /// For other programs alone.
    pub const PLAIN: Self = Self { for_spreadsheets: false, ..Self::COMMA };

    /// What a spreadsheet in this language expects.
    pub const fn of(lang: Lang) -> Self {
        match lang {
            Lang::Id => Self::SEMICOLON,
            Lang::En => Self::COMMA,
        }
    }
}

/// Reads a file; the separator is the one with which most headings are known.
pub fn read(bytes: &[u8]) -> Grid {
    let text = decode(bytes);
    // Excel's own way to name the separator, in a line before the table.
    let named =
        text.get(..4).filter(|it| it.eq_ignore_ascii_case("sep=")).and_then(|_| text[4..].bytes().next());
    let body = if named.is_some() { text.split_once('\n').map_or("", |(_, rest)| rest) } else { &text };
    let separators: &[u8] = match &named {
        Some(byte) if byte.is_ascii() => std::slice::from_ref(byte),
        _ => &SEPARATORS,
    };
    let mut rows = separators
        .iter()
        .map(|&separator| split(body, separator))
        .enumerate()
        // Of equals the first: `max_by_key` takes the last.
        .max_by_key(|(at, rows)| (known(rows), std::cmp::Reverse(*at)))
        .map(|(_, rows)| rows)
        .unwrap_or_default();
    if named.is_some() {
        // The line counts, or every place would be one off.
        rows.insert(0, Vec::new());
    }
    Grid { name: String::new(), rows }
}

/// The row in which a quote is opened that nothing closes: it swallows what is behind it. A lone mark of inches
/// swallows nothing.
pub fn open_quote(bytes: &[u8], grid: &Grid) -> Option<usize> {
    let odd = decode(bytes).matches('"').count() % 2 == 1;
    let swallows = |row: &Vec<String>| row.iter().any(|cell| cell.contains(['\n', ';', '\t']));
    grid.rows.iter().rposition(swallows).filter(|_| odd)
}

/// The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 if it is, else Windows-1252.
fn decode(bytes: &[u8]) -> String {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => UTF_16LE,
        [0xfe, 0xff, ..] => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    };
    encoding.decode(bytes).0.into_owned()
}

/// Reads a plain list, cut at the separator that stands in most of its rows. A comma may belong to a
/// name: it separates only where most rows have one.
pub(super) fn read_list(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = decode(bytes);
    let cut = |rows: &[Vec<String>]| rows.iter().filter(|row| row.len() > 1).count();
    let (mut best, mut most) = (Vec::new(), 0);
    for &separator in &SEPARATORS {
        let rows = split(&text, separator);
        let full = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).count();
        let found = cut(&rows);
        let counts = matches!(separator, b';' | b'\t') || 2 * found >= full;
        if counts && found > most {
            (best, most) = (rows, found);
        }
    }
    match most {
        // Nothing is a separator: whole lines.
        0 => text.lines().map(|line| vec![line.to_owned()]).collect(),
        _ => best,
    }
}

/// How many headings are known in the best row.
fn known(rows: &[Vec<String>]) -> usize {
    let count = |row: &Vec<String>| {
        let countries = if begins_countries(row) { 3 } else { 0 };
        recognise(row, &mut Sides::default()).0.iter().flatten().count().max(countries)
    };
    rows.iter().take(50).map(count).max().unwrap_or(0)
}

fn split(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> = Vec::new();
    for record in reader.records().map_while(Result::ok) {
        // The reader passes over blank lines; places have to count them.
        let line = record.position().map_or(0, |it| usize::try_from(it.line()).unwrap_or(0));
        while rows.len() + 1 < line && rows.len() < super::super::MAX_VALUES {
            rows.push(Vec::new());
        }
        rows.push(record.iter().map(str::to_owned).collect());
    }
    rows
}

/// Writes sheets one below the other.
pub fn write(grids: &[Grid], style: Style) -> String {
    let ends = if style.for_spreadsheets { Terminator::CRLF } else { Terminator::Any(b'\n') };
    let mut writer = WriterBuilder::new()
        .flexible(true)
        .delimiter(style.separator)
        .terminator(ends)
        .from_writer(Vec::new());
    for (at, grid) in grids.iter().enumerate() {
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let blank = (at > 0).then(|| vec![String::new(); width]);
        for row in blank.iter().chain(&grid.rows) {
            // Writing to memory does not fail.
            let _ = writer.write_record(row.iter().map(|cell| written(cell, style).into_owned()));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let mark = if style.for_spreadsheets { "\u{feff}" } else { "" };
    format!("{mark}{}", String::from_utf8_lossy(&bytes))
}

/// A number as a cell, with four decimals at most.
pub fn number(value: f64) -> String {
    let written = format!("{value:.4}");
    let written = written.trim_end_matches('0').trim_end_matches('.');
    if written == "-0" { "0".to_owned() } else { written.to_owned() }
}

/// A cell as it stands in the file: a text that would be a formula gets an apostrophe, which reading takes off again.
fn written(cell: &str, style: Style) -> Cow<'_, str> {
    match is_number(cell) {
        true if style.decimal_comma => Cow::Owned(cell.replace('.', ",")),
        false if cell.starts_with(FORMULA) => Cow::Owned(format!("'{cell}")),
        _ => Cow::Borrowed(cell),
    }
}

/// Whether a cell is a number, and not a name that a program would take for one, such as `inf` or `1e5`.
fn is_number(cell: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    cell.chars().all(plain) && cell.parse::<f64>().is_ok()
}

/// A cell as it was before it was [`written`].
pub(super) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}
