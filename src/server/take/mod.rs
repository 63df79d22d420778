//! What a teacher takes along: a table of the class for spreadsheets and grade books, and JSON.
//!
//! Tables are made as [`Grid`]s of plain text with a decimal point; who writes them as CSV says what
//! separates cells and decimals.

mod reports;
mod rows;
mod retell;

pub use reports::{Reports, booklet, bundle, reports, reports_of};
pub use retell::retell;
pub use rows::{grade_book, json, table};

use crate::interchange::table::Grid;

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Csv {
    /// Between cells: a comma, or the semicolon that spreadsheets expect in Indonesia.
    pub semicolon: bool,
    /// Whether numbers have a decimal comma.
    pub decimal_comma: bool,
}

/// A table as CSV with the mark by which spreadsheets know UTF-8. No cell can become a formula.
pub fn csv(grid: &Grid, way: Csv) -> String {
    let separator = if way.semicolon { ";" } else { "," };
    let mut text = String::from("\u{feff}");
    for row in &grid.rows {
        let cells: Vec<String> = row.iter().map(|cell| written(cell, way)).collect();
        text.push_str(&cells.join(separator));
        text.push_str("\r\n");
    }
    text
}

fn written(cell: &str, way: Csv) -> String {
    let number = is_number(cell);
    let text = if number && way.decimal_comma {
        cell.replace('.', ",")
    } else if !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if text.contains(['"', ',', ';', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// Whether a cell is a number, and not a name that a program would take for one, such as `inf` or `1e5`.
fn is_number(cell: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    cell.chars().all(plain) && cell.parse::<f64>().is_ok()
}
