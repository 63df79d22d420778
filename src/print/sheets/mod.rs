//! Sheets for a class: what each delegation reads, fills in and puts before it, and what the teacher knows.

mod agreement;
mod confidential;
mod plates;
mod points;
mod quiz;
mod shared;
mod teaching;

use super::document::Document;
use super::{Desk, Format, Paper, PrintError};
use crate::scenario::{Scenario, Seat};
use crate::words::Words;
use std::sync::Arc;

/// How sheets are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SheetOptions {
    /// In which form.
    pub format: Format,
    /// In large type.
    pub large: bool,
    /// Games that counterparts play for the teacher's picture of the class; none if 0.
    pub games: u64,
}

/// All sheets of a scenario as files: for both, for each seat alone, and for the teacher.
///
/// # Errors
///
/// What the PDF writer says.
pub fn sheets(
    scenario: &Arc<Scenario>,
    words: Words,
    options: SheetOptions,
) -> Result<Vec<Paper>, PrintError> {
    super::write(&sheet_documents(scenario, words, options), options.format)
}

/// The same as documents. None of them holds secrets of both seats but the teaching note.
pub fn sheet_documents(scenario: &Arc<Scenario>, words: Words, options: SheetOptions) -> Vec<Document> {
    let desk = Desk { words, scenario, large: options.large };
    let mut documents = vec![shared::sheet(&desk, false), shared::sheet(&desk, true)];
    for seat in Seat::ALL {
        documents.push(confidential::sheet(&desk, seat, false));
        documents.push(confidential::sheet(&desk, seat, true));
        documents.push(points::sheet(&desk, seat));
    }
    documents.push(agreement::form(&desk));
    documents.push(plates::plates(&desk));
    documents.extend(quiz::sheet(&desk));
    documents.push(teaching::note(&desk, scenario, options.games));
    documents
}
