//! A scenario out of a spreadsheet, and what is to be said of its cells.

use crate::interchange::table::{self, Finding, Place, Weights, draft};
use crate::scenario::check;
use crate::words::{Medium, Words};

/// What is said of a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Whether it cannot be used because of this.
    pub error: bool,
    /// Place, cause and remedy, in the user's language.
    pub text: String,
}

impl Said {
    /// A finding with its cell.
    pub fn of(words: Words, finding: &Finding) -> Self {
        let (cause, remedy) = words.problem_in(&finding.problem, Medium::TableInWindow);
        let whole = finding.place == Place::default();
        let place = if whole { String::new() } else { format!("{}: ", finding.place.name()) };
        Self { error: finding.is_error(), text: format!("{place}{cause} {remedy}") }
    }
}

/// The text of a new scenario file out of the bytes of a spreadsheet, with what was filled in.
///
/// # Errors
///
/// Everything that is wrong with the table; nothing is made of it then.
pub fn drafted(
    bytes: &[u8],
    title: &str,
    weights: Weights,
    words: Words,
) -> Result<(String, Vec<Said>), Vec<Said>> {
    let all = |found: &[Finding]| found.iter().map(|it| Said::of(words, it)).collect::<Vec<_>>();
    let (table, mut notes) = table::read(bytes, weights).map_err(|found| all(&found))?;
    let (text, more) = draft::write(&table, title).map_err(|found| all(&found))?;
    notes.extend(more);
    check::parse(&text).map_err(|problems| all(&table.findings(&text, problems)))?;
    Ok((text, all(&notes)))
}
