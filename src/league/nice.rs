//! Nice tit for tat (Baarslag, Hindriks and Jonker 2013).

use super::ladder::Ladder;
use super::ranking::{Place, Ranking};
use super::{Answer, Bidder, Learner, Offer, Opponent, Space, Turn};
use crate::scenario::Points;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::sync::Arc;

/// Gives as large a share of the way to the estimated Nash point as the other side has given, in small
/// steps that it chooses to please.
///
/// Tim Baarslag, Koen Hindriks and Catholijn Jonker, *A tit for tat negotiation strategy for real-time
/// bilateral negotiations*, Studies in Computational Intelligence 435 (2013).
pub struct NiceTitForTat {
    space: Arc<Space>,
    model: Opponent,
    ladder: Ladder,
    /// Own utility at the estimated Nash point, as a fraction.
    nash: f64,
    /// Worth of all offers heard, as fractions.
    heard: Vec<f64>,
    best: Option<(f64, Vec<u16>)>,
    sums: [Vec<f64>; 2],
    found: Vec<(f64, Place)>,
    dice: ChaCha8Rng,
}

impl NiceTitForTat {
    /// Before its first offer.
    pub fn new(space: &Arc<Space>, seed: u64) -> Self {
        Self {
            space: Arc::clone(space),
            model: Opponent::new(space, Learner::Bayesian),
            ladder: Ladder::new(space),
            nash: 1.0,
            heard: Vec::with_capacity(256),
            best: None,
            sums: [Vec::new(), Vec::new()],
            found: Vec::with_capacity(64),
            dice: ChaCha8Rng::seed_from_u64(seed),
        }
    }

    fn is_huge(&self) -> bool {
        self.space.packages() > 10_000
    }

    /// A share of the largest utility.
    fn share(&self, points: Points) -> f64 {
        points as f64 / self.space.best.max(1) as f64
    }

    fn estimate_nash(&mut self, time: f64) {
        let until = if self.is_huge() { 0.5 } else { 0.99 };
        if time > until || self.dice.next_u64() & 1 == 0 && !self.ladder.is_empty() {
            return;
        }
        self.ladder.rebuild(&self.space, &self.model);
        let product = |rung: usize| self.ladder.own(rung) as f64 * self.ladder.theirs(rung);
        let rung = (1..self.ladder.len())
            .fold(0, |best, rung| if product(rung) > product(best) { rung } else { best });
        let nash = self.share(self.ladder.own(rung));
        // The gap between the first offer heard and the best one says how far apart the sides are.
        let gap = 1.0 - self.heard.first().copied().unwrap_or(0.5);
        self.nash = (nash * (1.4 - 0.6 * gap)).clamp(if self.is_huge() { 0.7 } else { 0.5 }, 1.0);
    }

    fn target(&self, time: f64) -> f64 {
        if self.heard.is_empty() {
            return 1.0;
        }
        let early = &self.heard[..self.heard.len().div_ceil(100)];
        let least = |all: &[f64]| all.iter().copied().fold(f64::INFINITY, f64::min);
        let (low, from) = (least(&self.heard), least(early));
        let high = self.heard.iter().copied().fold(0.0, f64::max);
        let given = if self.nash > from { ((high - low) / (self.nash - from)).clamp(0.0, 1.0) } else { 1.0 };
        let target = 1.0 - given * (1.0 - self.nash);
        let start = if self.space.packages() > 3_000 { 0.85 } else { 0.91 };
        let bonus = (20.0 * (time - start)).clamp(0.0, 1.0);
        target - bonus * (target - self.nash).max(0.0)
    }

    /// The best for them, or one of the best, among packages about worth the target.
    fn pick(&mut self, target: f64) -> Option<Place> {
        let space = Arc::clone(&self.space);
        let points = |share: f64| (share * space.best as f64).round() as Points;
        space.ranking.measure(&self.model.parts, self.model.starts(), &mut self.sums);
        let (mut low, mut high) = (0.98 * target, target + 0.05);
        for _ in 0..12 {
            self.found.clear();
            let (found, sums) = (&mut self.found, &self.sums);
            space.ranking.band(points(low).max(space.reservation), points(high), |place| {
                let liked = Ranking::other(sums, place);
                // The best twenty, by insertion.
                if found.len() < 20 || found.last().is_some_and(|(least, _)| liked > *least) {
                    let at = found.partition_point(|(known, _)| *known >= liked);
                    if found.len() == 20 {
                        found.pop();
                    }
                    found.insert(at, (liked, place));
                }
            });
            if self.found.len() >= 2 {
                break;
            }
            low -= 0.02;
            high += 0.05;
        }
        let some = self.found.len().min(3);
        if some == 0 {
            return None;
        }
        Some(self.found[(self.dice.next_u64() % some as u64) as usize].1)
    }
}

impl Bidder for NiceTitForTat {
    fn answer(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer {
        let space = Arc::clone(&self.space);
        if space.best < space.reservation {
            return Answer::Leave;
        }
        let Some(offer) = turn.received else {
            space.ranking.write((0, 0), out);
            return Answer::Offer;
        };
        self.model.hear(offer, turn.time);
        let worth = self.share(space.utility(offer));
        self.heard.push(worth);
        match &mut self.best {
            Some((best, kept)) if worth > *best => {
                *best = worth;
                kept.copy_from_slice(offer);
            }
            Some(_) => {}
            None => self.best = Some((worth, offer.to_vec())),
        }
        self.estimate_nash(turn.time);
        let target = self.target(turn.time);
        let place = self.pick(target).unwrap_or((0, 0));
        let own = self.share(space.ranking.worth(place));
        let rational = space.utility(offer) >= space.reservation;
        if rational && (worth >= own || turn.left() == 0) {
            return Answer::Accept;
        }
        match &self.best {
            // What they offered before and is better than what we would ask for: they will take it back.
            Some((best, kept)) if *best >= own && space.utility(kept) >= space.reservation => {
                out.copy_from_slice(kept);
            }
            _ => space.ranking.write(place, out),
        }
        Answer::Offer
    }

    fn belief(&self) -> Option<Vec<Vec<f64>>> {
        Some(self.model.table())
    }
}
