//! What an outcome is worth, and whether it is mutually beneficial.
//!
//! [`Case`] is the scenario in numbers, [`References`] what could have been reached, [`Talk`] how the two
//! sides got there. [`score()`] puts them together into a [`Report`]; every number of it has its evidence
//! in [`evidence`].
//!
//! # Invariants
//!
//! - Utilities are whole numbers; fractions appear only in reports.
//! - A verdict is a conjunction of checks; nothing adds principles up unless the teacher asks for it.
//! - Comparisons between the two countries use only gains divided by each side's own best gain.

mod case;
pub mod evidence;
pub(crate) mod frontier;
pub mod improve;
pub mod insight;
pub mod measure;
mod references;
pub mod relation;
mod robustness;
pub mod substance;
mod talk;
mod verdict;

pub use case::{Case, Shifts};
pub use frontier::Frontier;
pub use measure::{Lenses, Measures};
pub use references::References;
pub use relation::{Relation, Signal, Step};
pub use robustness::{DRAWS, robustness};
pub use talk::{TALK_PARTS, Talk, TalkError, TalkFile};
pub use verdict::{Checks, Grade, gains_from, judge, total};

use crate::scenario::Deal;

/// An outcome with everything that is said about it.
#[derive(Clone, Debug)]
pub struct Report {
    /// The deal, if there is one.
    pub deal: Option<Deal>,
    /// What was measured.
    pub measures: Measures,
    /// The five lenses.
    pub lenses: Lenses,
    /// What could have been reached.
    pub references: References,
    /// A package at least as good for both and better for one, if the deal left one on the table.
    pub post_settlement: Option<Deal>,
    /// One total, only if the teacher asks for it.
    pub total: Option<f64>,
}

/// Scores an outcome.
pub fn score(case: &Case<'_>, deal: Option<&Deal>, talk: &Talk) -> Report {
    let references = References::of(case);
    let measures = measure::measure(case, &references, deal, talk);
    let lenses = measure::lenses(&measures, case, &references, talk.hotline);
    let settings = &case.scenario.teacher.scoring;
    Report {
        deal: deal.cloned(),
        lenses,
        post_settlement: deal.and_then(|deal| improve::post_settlement(case, deal)),
        total: settings.total_score.then(|| total(&measures, &settings.show)).flatten(),
        measures,
        references,
    }
}

impl Report {
    /// Whether a text was signed and came into force: the first check.
    pub fn is_in_force(&self) -> bool {
        self.measures.checks.is_some_and(|checks| checks[0])
    }

    /// Whether the outcome is mutually beneficial: all seven checks hold.
    pub fn mutually_beneficial(&self) -> bool {
        self.measures.checks.is_some_and(|checks| checks.into_iter().all(|holds| holds))
    }
}
