//! What another text would have brought, asked after the end.

use super::debrief::outlook;
use crate::aftermath::Outlook;
use crate::rules::{self, Stage, State};
use crate::scenario::{Deal, Scenario};
use crate::scoring::{self, Report};

/// The scores of a text that was not signed, with the talks as they were.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The text.
    pub deal: Deal,
    /// What it would have been worth, and which checks it would have met.
    pub report: Report,
    /// Its years; `None` where it would not have come into force.
    pub outlook: Option<Outlook>,
}

/// Scores another text as if it had been signed after the same talks; `None` before the end, for the
/// numbers of both sides go into it.
///
/// # Panics
///
/// If the deal does not have one option for each issue.
pub fn what_if(scenario: &Scenario, state: &State, deal: Deal) -> Option<WhatIf> {
    if state.stage != Stage::Closed {
        return None;
    }
    let case = rules::case(scenario, state);
    // Whose proposal an option was follows the text, so the talks are read anew for it.
    let talk = rules::talk(scenario, state, Some(&deal));
    let report = scoring::score(&case, Some(&deal), &talk);
    let outlook = outlook(scenario, &report, &talk);
    Some(WhatIf { deal, report, outlook })
}
