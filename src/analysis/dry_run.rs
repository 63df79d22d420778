//! A class that does not exist yet: pairs of counterparts of mixed skill, so that a teacher knows before the
//! lesson what picture to expect.

use super::simulate::{Outcome, one_talk};
use crate::scenario::{PerSeat, Scenario};
use rayon::prelude::*;
use std::sync::Arc;

/// Who sits in such a class: half beginners, as in most classes, of every character.
const CLASS: [&str; 10] = [
    "open-novice",
    "tough-novice",
    "hasty-novice",
    "patient-novice",
    "relationship-novice",
    "open",
    "tough",
    "hasty",
    "patient",
    "relationship",
];

/// Seats that are further apart than this, as a share of the best gain, are not alike.
const ALIKE: f64 = 0.08;

/// What many pairs of a class have in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DryRun {
    /// How many pairs.
    pub pairs: usize,
    /// The share that ended in an agreement.
    pub agreed: f64,
    /// Mean efficiency over agreements.
    pub efficiency: f64,
    /// The share of agreements that pass all seven checks.
    pub beneficial: f64,
    /// The share of agreements that fail each of C1 to C7.
    pub failing: [f64; 7],
    /// Mean normalised gains of the seats over all pairs.
    pub gamma: [f64; 2],
}

impl DryRun {
    /// How far the seats are apart: the first side's mean normalised gain minus the second's.
    pub fn fairness(&self) -> f64 {
        self.gamma[0] - self.gamma[1]
    }

    /// Whether the seats are alike.
    pub fn is_alike(&self) -> bool {
        self.fairness().abs() < ALIKE
    }
}

/// The players of pair `no`, from 0. Each pair is followed by the same two in exchanged seats, so that
/// a difference between the seats is one of the scenario.
pub fn players(no: u64) -> PerSeat<String> {
    let n = CLASS.len() as u64;
    let meeting = no / 2;
    let (one, other) = (meeting % n, (meeting * 3 + meeting / n + 4) % n);
    let name = |at: u64| CLASS[at as usize].to_owned();
    if no.is_multiple_of(2) {
        PerSeat { first: name(one), second: name(other) }
    } else {
        PerSeat { first: name(other), second: name(one) }
    }
}

/// Lets the pairs of a class play, with seeds from `seed` on.
pub fn class(scenario: &Arc<Scenario>, pairs: u64, seed: u64) -> Vec<Outcome> {
    (0..pairs).into_par_iter().map(|no| one_talk(scenario, &players(no), seed + no, false)).collect()
}

/// Sums up what the pairs of a class did.
pub fn summary(outcomes: &[Outcome]) -> DryRun {
    let agreed: Vec<&Outcome> = outcomes.iter().filter(|it| it.agreement.is_some()).collect();
    let (all, deals) = (outcomes.len().max(1) as f64, agreed.len().max(1) as f64);
    let share = |of: &dyn Fn(&Outcome) -> bool| agreed.iter().filter(|it| of(it)).count() as f64 / deals;
    DryRun {
        pairs: outcomes.len(),
        agreed: agreed.len() as f64 / all,
        efficiency: agreed.iter().map(|it| it.efficiency).sum::<f64>() / deals,
        beneficial: share(&|it| it.failing.is_empty()),
        failing: std::array::from_fn(|at| share(&|it| it.failing.contains(&(at + 1)))),
        gamma: [0, 1].map(|at| outcomes.iter().map(|it| it.gamma[at]).sum::<f64>() / all),
    }
}
