//! Paper: sheets for a class without screens, and reports of games that are over.
//!
//! [`sheets()`] and [`report()`] hand back files by name; whoever calls them decides where they go. Both
//! compose a [`document::Document`] first, and two writers make a file of it: HTML and PDF.
//!
//! # Invariants
//!
//! - Nothing here reads a disk, a clock or a random number: the same game gives the same bytes.
//! - A sheet for one seat is made of what both know and of that seat's brief, nothing else.
//! - A report is made only of a game that is over.

pub mod document;
pub mod drawing;
mod html;
mod layout;
mod lines;
mod marks;
mod pdf;
mod plot;
mod report;
mod scale;
mod setter;
mod sheets;
mod table;
mod type_face;

pub use report::{grading, grading_head, observed, paper_documents, report, report_documents, scores};
pub use scale::Scale;
pub use sheets::{SheetOptions, sheet_documents, sheets};

use crate::scenario::{Scenario, Seat, Text};
use crate::words::Words;
use document::{Block, Document, Look, Piece, Rich};

/// A file to be: its name and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The name of the file, without folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// In which form documents are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// PDF, for printers.
    #[default]
    Pdf,
    /// HTML, for screens and for changes by hand.
    Html,
    /// Both.
    Both,
}

/// Why a document cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {why}")]
pub struct PrintError {
    /// The name of the document.
    pub name: String,
    /// What the writer says.
    pub why: String,
}

/// Writes documents in a format.
///
/// # Errors
///
/// What the PDF writer says.
pub fn write(documents: &[Document], format: Format) -> Result<Vec<Paper>, PrintError> {
    let mut papers = Vec::new();
    for document in documents {
        if matches!(format, Format::Pdf | Format::Both) {
            papers.push(Paper { name: format!("{}.pdf", document.name), bytes: pdf::write(document)? });
        }
        if matches!(format, Format::Html | Format::Both) {
            let bytes = html::write(document).into_bytes();
            papers.push(Paper { name: format!("{}.html", document.name), bytes });
        }
    }
    Ok(papers)
}

/// What does not look well on paper, for tests: words wider than their column, and pages all but empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Check {
    /// Pages.
    pub pages: usize,
    /// Words wider than their column.
    pub wide: Vec<String>,
    /// How many letters no font has.
    pub lacking: usize,
    /// Where the line ends that reaches farthest to the right, as a share of the page's width.
    pub reach: f32,
    /// How full each page is, 0 to 1.
    pub fill: Vec<f32>,
    /// The smallest type besides head and foot of the pages, in points.
    pub smallest: f32,
}

/// Lays a document out and looks at it.
pub fn check(document: &Document) -> Check {
    let laid = layout::lay(document);
    Check {
        pages: laid.pages.len(),
        smallest: laid.smallest(),
        reach: laid.reach(),
        wide: laid.wide,
        lacking: laid.lacking,
        fill: laid.fill,
    }
}

/// Everything that sheets and reports need to speak about a scenario.
#[derive(Clone, Copy)]
struct Desk<'a> {
    words: Words,
    scenario: &'a Scenario,
    large: bool,
}

impl<'a> Desk<'a> {
    fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    fn text(&self, text: &'a Text) -> &'a str {
        text.get(self.words.lang)
    }

    fn name(&self, seat: Seat) -> &'a str {
        self.text(&self.scenario.shared.countries[seat].name)
    }

    fn title(&self) -> &'a str {
        self.text(&self.scenario.shared.title)
    }

    /// The sign of a country and its name.
    fn country(&self, seat: Seat) -> Rich {
        let name = self.name(seat).to_owned();
        vec![Piece::Sign(seat, self.scenario.shared.countries[seat].colour), Piece::Strong(name)]
    }

    /// A document about the scenario; `key` names its kind in words and in the file's name.
    fn document(&self, key: &str, seat: Option<Seat>, secret: bool, blocks: Vec<Block>) -> Document {
        let shared = &self.scenario.shared;
        let kind = self.get(&format!("print-{key}"));
        let file = self.get(&format!("print-file-{key}"));
        let letter = seat.map_or_else(String::new, |seat| format!("-{}", seat.letter()));
        let about = seat.map_or_else(String::new, |seat| format!(" \u{b7} {}", self.name(seat)));
        let secret = if secret {
            match seat {
                Some(seat) => self.words.with("print-only-for", &[("country", self.name(seat))]),
                None => self.get("print-only-teacher"),
            }
        } else {
            String::new()
        };
        Document {
            name: format!("{}-{file}{letter}", shared.id),
            title: format!("{}: {kind}{about}", self.title()),
            lang: self.words.lang,
            running: format!("{} \u{b7} {kind}", self.title()),
            secret,
            foot: self.words.with(
                "print-foot",
                &[("id", &shared.id), ("version", &shared.version), ("hash", &self.scenario.hash)],
            ),
            look: Look { large: self.large, ..Look::default() },
            blocks,
        }
    }

    /// Points of a deal on the scale of 100.
    fn points(&self, points: crate::scenario::Points) -> String {
        self.words.points(points as f64 / 100.0)
    }
}
