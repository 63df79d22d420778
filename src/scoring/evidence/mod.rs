//! The evidence behind every number: which facts, as phrases that both languages can say.
//!
//! A line names only numbers that a fifteen-year-old can find on the screen and recompute.

mod checks;
mod principles;

use super::measure::{Measures, weakest_pillar};
use super::relation::Signal;
use super::{Case, Lenses, Report, Talk, gains_from};
use crate::exact::{EPS, places};
use crate::scenario::{Deal, Feature, Phrase, Pillar, Seat};

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

/// What was left on the table.
pub struct Left {
    /// What is to be said of it; of a package, what it would have given.
    pub says: Phrase,
    /// The articles of the package one by one: what it chooses, or what it changes in the text that was signed.
    pub package: Vec<Phrase>,
}

impl From<Phrase> for Left {
    fn from(says: Phrase) -> Self {
        Self { says, package: Vec::new() }
    }
}

const SIDES: [Seat; 2] = Seat::ALL;

/// A share of 1 as whole per cent.
fn percent(share: f64) -> f64 {
    100.0 * share
}

/// A phrase with a share of the whole as points, as exact as they are.
fn worth(phrase: Phrase, name: &'static str, share: f64) -> Phrase {
    let points = percent(share);
    phrase.num(name, points, places(points))
}

impl Facts<'_> {
    fn m(&self) -> &Measures {
        &self.report.measures
    }

    /// What each lens says of the outcome, in the order of the lenses; its number is in [`Lenses`].
    pub fn lenses(&self) -> [Phrase; 5] {
        let m = self.m();
        let Lenses { dependency, liberal, realism, justice, sustainability } = self.report.lenses;
        let weakest = weakest_pillar(m);
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

    /// A side's gain as a share of the best that it could have, where it is one: of a text that both have, from
    /// nothing to all.
    pub fn share_of_best(&self, seat: Seat) -> Option<f64> {
        let gamma = self.m().gamma[seat.index()];
        (self.report.is_in_force() && (0.0..=1.0).contains(&gamma)).then_some(gamma)
    }

    /// What a side got, what that is over its BATNA, and its share of the best that it could have.
    pub fn side(&self, seat: Seat) -> Phrase {
        let (at, m) = (seat.index(), self.m());
        let share = self.share_of_best(seat);
        let line = Phrase::new(if share.is_some() { "verdict-side" } else { "verdict-side-plain" });
        let gain = percent(m.gain[at]);
        let line = worth(line, "utility", m.utility[at]).signed("gain", gain, places(gain));
        let from = Phrase::new(gains_from(&self.case.scenario.teacher.scoring));
        let line = line.phrase("from", from);
        match share {
            Some(share) => line.num("gamma", percent(share), 0),
            None => line,
        }
    }

    /// What was left on the table: of a game without a text in force what would have been possible, after one
    /// in force a better package, or that there is none.
    pub fn left_on_the_table(&self) -> Left {
        let references = &self.report.references;
        let batna = [0, 1].map(|at| self.case.fraction(self.case.batna[at]));
        if !self.report.is_in_force() {
            return if references.zopa {
                self.package("evidence-missed", &references.deal(references.nash), None, batna)
            } else {
                Phrase::new("left-no-room").into()
            };
        }
        let worth = self.m().utility;
        match (&self.report.deal, &self.report.post_settlement) {
            (Some(signed), Some(better)) => self.package("evidence-better", better, Some(signed), worth),
            _ => {
                let below = SIDES.into_iter().find(|seat| self.m().is_below_batna(self.case, *seat));
                let says = match below {
                    Some(seat) => Phrase::new("left-below").country("country", seat),
                    None if self.m().efficiency >= 1.0 - EPS => Phrase::new("verdict-nothing-left"),
                    None => Phrase::new("left-none-better"),
                };
                says.into()
            }
        }
    }

    /// What a package would give each side over what it has, and how it differs from the text that was signed.
    fn package(&self, key: &'static str, deal: &Deal, signed: Option<&Deal>, has: [f64; 2]) -> Left {
        let utilities = self.case.utilities(deal).map(|points| self.case.fraction(points));
        let package = deal
            .choices()
            .filter(|(issue, _)| self.case.weights[*issue].iter().any(|weight| *weight > 0.0))
            .filter(|(issue, option)| match signed {
                Some(signed) => signed[*issue] != *option,
                // What was never on the table was not left on it.
                None => self.case.open[*issue].iter().filter(|open| **open).count() > 1,
            })
            .map(|(issue, option)| {
                match signed {
                    Some(signed) => Phrase::new("package-change").choice("from", issue, signed[issue]),
                    None => Phrase::new("package-choice"),
                }
                .issue("issue", issue)
                .choice("option", issue, option)
            })
            .collect();
        let [first, second] = [0, 1].map(|at| percent(utilities[at] - has[at]));
        let says = Phrase::new(key)
            .country("first", Seat::First)
            .signed("gainfirst", first, places(first))
            .country("second", Seat::Second)
            .signed("gainsecond", second, places(second));
        Left { says, package }
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
