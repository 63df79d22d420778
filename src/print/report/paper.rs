//! Reports of talks on paper: of them nothing is known but what was signed.

use super::{Ended, player, treaty};
use crate::print::Desk;
use crate::print::document::Document;
use crate::rules::Ending;
use crate::scenario::{Deal, PerSeat, Scenario, Seat};
use crate::scoring::{self, Case, DRAWS, Talk, robustness};
use crate::table::Table;
use crate::view::{Debrief, Insight};
use crate::words::Words;
use std::sync::Arc;

/// A page for each side, and the treaty if there is a deal. They say nothing of offers, guesses and years:
/// those hang on talks that nobody recorded.
pub fn paper_documents(
    scenario: &Arc<Scenario>,
    deal: Option<&Deal>,
    names: &PerSeat<String>,
    words: Words,
) -> Vec<Document> {
    // Nothing has happened at this table, so that its articles are those of the file.
    let table = Table::open(Arc::clone(scenario), 0);
    let case = Case::of_deal(scenario, deal);
    let talk = Talk::silent(&scenario.shared);
    let report = scoring::score(&case, deal, &talk);
    let nothing = || Insight { before: None, after: None };
    let debrief = Debrief {
        ending: if deal.is_some() { Ending::Agreed } else { Ending::Deadline },
        robustness: robustness(&case, &report.references, deal, &talk, DRAWS),
        report,
        outlook: None,
        story: None,
        dance: Vec::new(),
        insight: PerSeat::from_fn(|_| nothing()),
        preparation: PerSeat::default(),
        reflection: PerSeat::default(),
        first_deal: None,
    };
    let desk = Desk { words, scenario, large: false };
    let ended = Ended {
        desk,
        table: &table,
        players: &PerSeat::default(),
        debrief: &debrief,
        case: &case,
        talk: &talk,
        names: Some(names),
        paper: true,
    };
    let mut documents: Vec<Document> = Seat::ALL.map(|seat| player::page(&ended, seat)).into();
    documents.extend(treaty::text(&ended));
    documents
}
