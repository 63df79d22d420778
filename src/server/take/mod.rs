//! What a teacher takes along: a table of the class for spreadsheets and grade books, and JSON.
//!
//! Tables are made as grids of plain text with a decimal point; who writes them as CSV says what
//! separates cells and decimals.

mod reports;
mod rows;
mod retell;

pub use reports::{Reports, Sheets, booklet, bundle, reports, reports_of};
pub use retell::retell;
pub use rows::{grade_book, json, table};
