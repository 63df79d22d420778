//! The evidence behind every number: which facts, as phrases that both languages can say.
//!
//! A line names only numbers that a fifteen-year-old can find on the screen and recompute.

mod checks;
mod principles;

use super::measure::{Measures, pillar_scores};
use super::relation::Signal;
use super::{Case, Lenses, Report, Talk};
use crate::scenario::{Feature, Phrase, Pillar, Seat};

/// The outcome and what it was measured against.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The numbers of the scenario at the end of the talks.
    pub case: &'a Case<'a>,
    /// The talks.
    pub talk: &'a Talk,
    /// The outcome.
    pub report: &'a Report,
}

const SIDES: [Seat; 2] = Seat::ALL;

/// A share of 1 as whole per cent.
fn percent(share: f64) -> f64 {
    100.0 * share
}

impl Facts<'_> {
    fn m(&self) -> &Measures {
        &self.report.measures
    }

    /// What each lens says of the outcome, in the order of the lenses; its number is in [`Lenses`].
    pub fn lenses(&self) -> [Phrase; 5] {
        let m = self.m();
        let Lenses { dependency, liberal, realism, justice, sustainability } = self.report.lenses;
        let weakest = pillar_scores(m).into_iter().fold(100.0, f64::min);
        [
            Phrase::new("lens-dependency-says")
                .num("score", dependency, 1)
                .country("first", Seat::First)
                .signed("changefirst", m.dependence[0], 2)
                .country("second", Seat::Second)
                .signed("changesecond", m.dependence[1], 2),
            Phrase::new("lens-liberal-says")
                .num("score", liberal, 1)
                .num("joint", percent(self.joint()), 0)
                .num("institutions", percent(m.features[&Feature::Embedding]), 0),
            Phrase::new("lens-realism-says")
                .country("first", Seat::First)
                .num("scorefirst", realism[0], 1)
                .country("second", Seat::Second)
                .num("scoresecond", realism[1], 1),
            Phrase::new("lens-justice-says").num("score", justice, 1).num("weakest", percent(m.maximin), 0),
            Phrase::new("lens-sustainability-says")
                .num("score", sustainability, 1)
                .num("weakest", weakest, 0),
        ]
    }

    /// The share of the largest sum of normalised gains that was taken.
    fn joint(&self) -> f64 {
        let references = &self.report.references;
        let gamma = self.m().gamma;
        if references.zopa { ((gamma[0] + gamma[1]) / references.max_sum).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// What would have been possible, for a game without a deal, or a better package after one.
    pub fn left_on_the_table(&self) -> Option<Phrase> {
        let references = &self.report.references;
        let (key, deal) = match (&self.report.deal, &self.report.post_settlement) {
            (None, _) if references.zopa => ("evidence-missed", references.deal(references.nash)),
            (Some(_), Some(better)) => ("evidence-better", better.clone()),
            _ => return None,
        };
        let utilities = self.case.utilities(&deal).map(|points| self.case.fraction(points));
        let base = self.report.measures.utility;
        let list = deal
            .choices()
            .filter(|(issue, _)| self.case.weights[*issue].iter().any(|weight| *weight > 0.0))
            .filter(|(issue, option)| {
                self.report.deal.as_ref().is_none_or(|signed| signed[*issue] != *option)
            })
            .map(|(issue, option)| Phrase::new("option-label").choice("option", issue, option))
            .collect();
        Some(
            Phrase::new(key)
                .list("package", list)
                .country("first", Seat::First)
                .signed("gainfirst", percent(utilities[0] - base[0]), 0)
                .country("second", Seat::Second)
                .signed("gainsecond", percent(utilities[1] - base[1]), 0),
        )
    }
}

/// The name of a pillar.
pub const fn pillar_name(pillar: Pillar) -> Phrase {
    Phrase::new(match pillar {
        Pillar::Economy => "pillar-economy",
        Pillar::Society => "pillar-society",
        Pillar::Environment => "pillar-environment",
    })
}

/// The name of a signal.
pub const fn signal_name(signal: Signal) -> Phrase {
    Phrase::new(match signal {
        Signal::Disclose => "signal-disclose",
        Signal::Concede => "signal-concede",
        Signal::Reciprocate => "signal-reciprocate",
        Signal::KeepPromise => "signal-keep-promise",
        Signal::EarlyHarvest => "signal-early-harvest",
        Signal::Cultural => "signal-cultural",
        Signal::Informal => "signal-informal",
        Signal::OffRecord => "signal-off-record",
        Signal::Hotline => "signal-hotline",
        Signal::AcceptText => "signal-accept-text",
        Signal::Repair => "signal-repair",
        Signal::Consular => "signal-consular",
        Signal::Threat => "signal-threat",
        Signal::Ultimatum => "signal-ultimatum",
        Signal::WalkOut => "signal-walkout",
        Signal::Shaming => "signal-shaming",
        Signal::LieExposed => "signal-lie-exposed",
        Signal::BrokenPromise => "signal-broken-promise",
        Signal::Leak => "signal-leak",
        Signal::News => "signal-news",
    })
}
