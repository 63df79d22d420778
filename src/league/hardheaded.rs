//! HardHeaded: holds out to the end (van Krimpen, Looije and Hajizadeh, winner of ANAC 2011).

use super::ranking::{Cursor, Place};
use super::{Answer, Bidder, Learner, Offer, Opponent, Space, Turn};
use crate::scenario::Points;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::sync::Arc;

/// Packages within this share of the best are taken as equal and ordered by what the other side likes.
const ALIKE: f64 = 0.01;
/// So many packages wait to be offered next.
const QUEUE: usize = 5;

/// Walks down its own ranking in small groups of near-equal packages, the one that the model of the
/// other side likes best first, and not below a target that falls only at the very end.
pub struct HardHeaded {
    space: Arc<Space>,
    model: Opponent,
    cursor: Cursor,
    queue: Vec<Place>,
    made: Vec<Place>,
    /// The best offer heard, with its worth.
    heard: Option<(Points, Vec<u16>)>,
    lowest: Points,
    scratch: Vec<u16>,
    dice: ChaCha8Rng,
}

impl HardHeaded {
    /// Before its first offer.
    pub fn new(space: &Arc<Space>, seed: u64) -> Self {
        Self {
            space: Arc::clone(space),
            model: Opponent::new(space, Learner::Frequency),
            cursor: Cursor::new(&space.ranking, 512),
            queue: Vec::with_capacity(QUEUE),
            made: Vec::with_capacity(256),
            heard: None,
            lowest: Points::MAX,
            scratch: vec![0; space.issues()],
            dice: ChaCha8Rng::seed_from_u64(seed),
        }
    }

    /// `m + (1 - F)(best - m)` with `F = 0.05 + 0.95 t^20` and `m = max(0.585 best, r)`.
    fn target(&self, time: f64) -> Points {
        let space = &self.space;
        let least =
            space.reservation.max(space.worst).max((0.585 * space.best as f64) as Points).min(space.best);
        let late = (0..20).fold(1.0, |power, _| power * time);
        least + ((space.best - least) as f64 * (0.95 - 0.95 * late)).round() as Points
    }

    /// Takes the next few packages that are nearly alike into the queue, the best for them last.
    fn refill(&mut self, target: Points) {
        let space = Arc::clone(&self.space);
        let alike = (ALIKE * (space.best - space.worst) as f64) as Points;
        let mut top = None;
        while self.queue.len() < QUEUE {
            let Some((worth, place)) = self.cursor.peek() else { break };
            if worth < target || top.is_some_and(|top| worth < top - alike) {
                break;
            }
            top.get_or_insert(worth);
            self.cursor.next(&space.ranking);
            self.queue.push(place);
        }
        let (model, scratch) = (&self.model, &mut self.scratch);
        let mut liked = |place: Place| {
            space.ranking.write(place, scratch);
            model.worth(scratch)
        };
        // A handful: sorted by hand, so that nothing is allocated.
        for end in 1..self.queue.len() {
            let mut at = end;
            while at > 0 && liked(self.queue[at - 1]) > liked(self.queue[at]) {
                self.queue.swap(at - 1, at);
                at -= 1;
            }
        }
    }
}

impl Bidder for HardHeaded {
    fn answer(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer {
        let space = Arc::clone(&self.space);
        if space.best < space.reservation {
            return Answer::Leave;
        }
        let mut received = None;
        if let Some(offer) = turn.received {
            self.model.hear(offer, turn.time);
            let worth = space.utility(offer);
            received = Some(worth);
            match &mut self.heard {
                Some((best, kept)) if worth > *best => {
                    *best = worth;
                    kept.copy_from_slice(offer);
                }
                Some(_) => {}
                None => self.heard = Some((worth, offer.to_vec())),
            }
        }
        let target = self.target(turn.time);
        if self.queue.is_empty() {
            self.refill(target);
        }
        let place = match self.queue.pop() {
            Some(place) => place,
            None if self.made.is_empty() => (0, 0),
            None => self.made[(self.dice.next_u64() % self.made.len() as u64) as usize],
        };
        let worth = space.ranking.worth(place);
        if received.is_some_and(|it| it >= space.reservation && (it > self.lowest || it >= worth)) {
            return Answer::Accept;
        }
        if let Some((best, kept)) = &self.heard
            && *best >= worth
        {
            out.copy_from_slice(kept);
            self.queue.push(place);
            return Answer::Offer;
        }
        self.made.push(place);
        self.lowest = self.lowest.min(worth);
        space.ranking.write(place, out);
        Answer::Offer
    }

    fn belief(&self) -> Option<Vec<Vec<f64>>> {
        Some(self.model.table())
    }
}
