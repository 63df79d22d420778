//! Reports of a game that is over: a page for each player, the treaty as a document, scores as tables.

mod observed;
mod paper;
mod player;
mod scores;
mod treaty;
mod years;

pub use observed::observed;
pub use paper::paper_documents;
pub use scores::{grading, grading_head, scores};

use super::document::Document;
use super::{Desk, Format, Paper, PrintError};
use crate::interchange::table::csv::Style;
use crate::scenario::{PerSeat, Seat};
use crate::scoring::evidence::Facts;
use crate::scoring::{Case, Talk};
use crate::table::{Player, Table};
use crate::view::Debrief;
use crate::words::Words;

/// Everything that is said about an ended game.
struct Ended<'a> {
    desk: Desk<'a>,
    table: &'a Table,
    players: &'a PerSeat<Player>,
    debrief: &'a Debrief,
    case: &'a Case<'a>,
    talk: &'a Talk,
    /// What the people of each side are called, where that is known.
    names: Option<&'a PerSeat<String>>,
    /// Whether nothing is known but what was signed: talks without a computer.
    paper: bool,
}

impl Ended<'_> {
    const fn facts(&self) -> Facts<'_> {
        Facts { case: self.case, talk: self.talk, report: &self.debrief.report }
    }

    /// How it ended, in a sentence.
    fn ending(&self) -> String {
        use crate::rules::Ending;
        let words = self.desk.words;
        match self.debrief.ending {
            _ if self.paper && self.debrief.report.deal.is_none() => words.get("evidence-no-deal"),
            Ending::Agreed if self.debrief.report.is_in_force() => words.get("ending-agreed"),
            Ending::Agreed => words.get("ending-not-ratified"),
            Ending::Left(seat) => words.with("ending-left", &[("country", self.desk.name(seat))]),
            Ending::Deadline => words.get("ending-deadline"),
            Ending::Collapsed => words.get("ending-collapsed"),
        }
    }

    /// Who played for a country, in words.
    fn player(&self, seat: Seat) -> String {
        if let Some(name) = self.names.map(|names| &names[seat]).filter(|name| !name.is_empty()) {
            return name.clone();
        }
        match &self.players[seat] {
            Player::Person => self.desk.get("counterpart-person"),
            Player::Counterpart(name) if crate::counterpart::exists(name) => {
                self.desk.get(&format!("counterpart-{name}"))
            }
            Player::Counterpart(name) => name.clone(),
        }
    }
}

/// The reports of a game as files: a page for each player, the treaty if one was signed, scores as CSV and
/// JSON, and the record. `None` while the game runs, for a report opens both sides.
///
/// # Errors
///
/// What the PDF writer says.
pub fn report(
    table: &Table,
    players: &PerSeat<Player>,
    words: Words,
    format: Format,
    style: Style,
) -> Result<Option<Vec<Paper>>, PrintError> {
    let Some(documents) = report_documents(table, players, None, words) else { return Ok(None) };
    let mut papers = super::write(&documents, format)?;
    papers.extend(
        with_ended(table, players, None, words, |ended| scores::files(ended, style)).unwrap_or_default(),
    );
    Ok(Some(papers))
}

/// The same as documents; `None` while the game runs. `names` are what the people of each side are called; an
/// empty one is told by who plays.
pub fn report_documents(
    table: &Table,
    players: &PerSeat<Player>,
    names: Option<&PerSeat<String>>,
    words: Words,
) -> Option<Vec<Document>> {
    with_ended(table, players, names, words, |ended| {
        let mut documents: Vec<Document> = Seat::ALL.map(|seat| player::page(ended, seat)).into();
        documents.extend(treaty::text(ended));
        documents
    })
}

fn with_ended<T>(
    table: &Table,
    players: &PerSeat<Player>,
    names: Option<&PerSeat<String>>,
    words: Words,
    make: impl FnOnce(&Ended<'_>) -> T,
) -> Option<T> {
    let debrief = table.debrief()?;
    let (case, talk) = table.scored();
    let desk = Desk { words, scenario: table.scenario(), large: false };
    let debrief = &debrief;
    Some(make(&Ended { desk, table, players, debrief, case: &case, talk: &talk, names, paper: false }))
}
