//! The last offers as a search for the other side's limit.

use super::best::Tuning;
use super::{Ladder, Space};

/// Rungs that are weighed: more would not change the choice.
const LEVELS: usize = 32;

/// In place of a rung: their own best offer.
const AGAIN: usize = usize::MAX;

/// What is thought of the other side when the last offers begin.
#[derive(Clone, Copy, Debug)]
pub struct Odds {
    /// Their present level, in estimated utility.
    pub level: f64,
    /// How far it falls with each turn.
    pub slope: f64,
    /// The chance that they take whatever is better than nothing at their last answer.
    pub collapse: f64,
    /// How far the model's word is taken for the chance of an acceptance.
    pub credence: f64,
    /// What their own best offer is worth to this side, as a share of what could be had.
    pub again: f64,
    /// The chance that they take that offer when it is offered to them.
    pub taken: f64,
    /// What they refused last, in estimated utility; nothing before the first own offer.
    pub refused: Option<f64>,
    /// What is left to take when all was refused, as a share of what could be had.
    pub fallback: f64,
}

/// A plan of the last offers.
///
/// The other side takes an offer if it is worth at least their limit to them. The limit is not known:
/// it is thought to lie about their present level, lower with each turn if they have been giving way,
/// and far lower, with some chance, at their last answers. A refusal says that it lies above what was
/// offered. Over a grid of rungs of the ladder, the value of "so many answers left, refused up to this
/// rung" follows backwards from the end (optimal search with a sinking reservation, as in Baarslag and
/// Hindriks 2013, for offers instead of acceptances).
#[derive(Clone, Debug, Default)]
pub struct Plan {
    rungs: Vec<usize>,
    own: Vec<f64>,
    /// For each number of answers left and each level: the chance that their limit lies below it.
    chance: Vec<[f64; LEVELS]>,
    value: Vec<[f64; LEVELS]>,
    again: f64,
    first: usize,
}

impl Plan {
    /// Plans `answers` offers; returns what they are worth, as a share of what could be had.
    pub fn make(
        &mut self,
        ladder: &Ladder,
        space: &Space,
        tuning: &Tuning,
        answers: u32,
        odds: &Odds,
    ) -> f64 {
        // From the best for this side down to the reservation value.
        let last = ladder.best_for_them(space.reservation).unwrap_or(0);
        self.rungs.clear();
        self.own.clear();
        let count = (last + 1).min(LEVELS);
        for at in 0..count {
            // Both ends are among them.
            let rung = if count > 1 { at * last / (count - 1) } else { last };
            self.rungs.push(rung);
            self.own.push(space.advantage(ladder.own(rung)));
        }
        let answers = answers.max(1) as usize;
        self.chance.clear();
        self.value.clear();
        for left in 0..answers {
            let turns = (answers - left) as f64;
            let limit = odds.level - odds.slope * turns;
            let bottom = odds.level * tuning.bottom;
            let mut collapse = odds.collapse;
            for _ in 0..left {
                collapse *= tuning.fading;
            }
            let mut row = [0.0; LEVELS];
            for (at, &rung) in self.rungs.iter().enumerate() {
                let theirs = ladder.theirs(rung);
                let ordinary = below(theirs - limit, tuning.spread);
                let late = below(theirs - bottom, tuning.spread);
                row[at] = odds.credence * ordinary.max((1.0 - collapse) * ordinary + collapse * late);
            }
            self.chance.push(row);
        }
        // What was refused a turn ago at the level of then says something about now.
        let refused =
            odds.refused.map_or(0.0, |theirs| below(theirs - odds.level, tuning.spread) * tuning.memory);
        self.again = odds.again;
        // value[left][j]: the best that can be expected when rung j was refused one answer earlier.
        for left in 0..answers {
            let mut row = [0.0; LEVELS];
            for above in 0..count {
                // With one answer more to come the limit was where the row above has it.
                let known = if left + 1 < answers { self.chance[left + 1][above] } else { refused };
                let (value, best) = self.step(left, known, odds.fallback, count, odds.taken);
                row[above] = value;
                if left + 1 == answers {
                    self.first = best;
                    break;
                }
            }
            self.value.push(row);
        }
        self.value[answers - 1][0]
    }

    /// The best next offer when `known` of the chance is ruled out by refusals.
    fn step(&self, left: usize, known: f64, fallback: f64, count: usize, taken: f64) -> (f64, usize) {
        // Their own best offer once more: they nearly always take it, whatever the model says.
        let after =
            if left > 0 { self.value[left - 1][count.saturating_sub(1)].min(self.again) } else { fallback };
        let mut best = (taken * self.again + (1.0 - taken) * after, AGAIN);
        for at in 0..count {
            let chance = ((self.chance[left][at] - known) / (1.0 - known).max(1e-9)).clamp(0.0, 1.0);
            let after = if left > 0 { self.value[left - 1][at] } else { fallback };
            let value = chance * self.own[at] + (1.0 - chance) * after;
            if value > best.0 {
                best = (value, at);
            }
        }
        best
    }

    /// The rung to offer now; `None` is their own best offer once more.
    pub fn first(&self) -> Option<usize> {
        (self.first != AGAIN).then(|| self.rungs[self.first])
    }
}

/// The chance that a limit lies no higher than `above` over its expected place: a smooth step of
/// width `spread`, rational so that it is the same on every machine.
fn below(above: f64, spread: f64) -> f64 {
    let x = above / spread;
    0.5 + 0.5 * x / (1.0 + x * x).sqrt()
}
