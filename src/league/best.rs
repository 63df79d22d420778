//! `mufakat`: the strongest strategy of the house.
//!
//! It learns what the other side wants, holds out along the frontier of its own worth and their
//! estimated worth, and plans its last offers as a search for the other side's limit: each refusal says
//! that the limit lies higher, and the plan weighs what each next step is likely to bring.

use super::endgame::Plan;
use super::ranking::{Cursor, Place};
use super::{Answer, Bidder, Ladder, Learner, Offer, Opponent, Space, Turn};
use crate::scenario::Points;
use std::collections::HashSet;
use std::sync::Arc;

/// The numbers that were found by play against generated scenarios and other strategies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tuning {
    /// How the other side is learnt.
    pub learner: Learner,
    /// The aspiration falls with this power of time.
    pub power: u32,
    /// Where it would end, as a share of the way from the reservation value to the estimated Nash point.
    pub floor: f64,
    /// So many last offers are planned.
    pub planned: u32,
    /// The spread of the guess of the other side's limit.
    pub spread: f64,
    /// The chance that they take whatever is better than nothing at their last answer.
    pub collapse: f64,
    /// What that chance is multiplied by for each answer earlier.
    pub fading: f64,
    /// Their limit in that case, as a share of their present level.
    pub bottom: f64,
    /// How many of their last offers tell their present level.
    pub recent: usize,
    /// What share of the value of a last offer of theirs is counted on.
    pub trusted: f64,
}

impl Default for Tuning {
    fn default() -> Self {
        Self {
            learner: Learner::Frequency,
            power: 10,
            floor: 0.9,
            planned: 8,
            spread: 0.06,
            collapse: 0.4,
            fading: 0.5,
            bottom: 0.5,
            recent: 6,
            trusted: 0.95,
        }
    }
}

/// Most packages kept for variety.
const POOL: usize = 256;

/// Learns, holds out, and plans the end.
pub struct Best {
    space: Arc<Space>,
    tuning: Tuning,
    model: Opponent,
    ladder: Ladder,
    plan: Plan,
    /// Every offer heard, one after the other, with its own worth.
    heard: Vec<u16>,
    heard_worth: Vec<Points>,
    /// The best offer heard.
    best: Option<(Points, usize)>,
    made: HashSet<u64>,
    cursor: Cursor,
    pool: Vec<(Points, Place)>,
    scratch: Vec<u16>,
    opens: bool,
    floor: Points,
}

impl Best {
    /// With the numbers that were found best.
    pub fn new(space: &Arc<Space>, seed: u64) -> Self {
        Self::tuned(space, seed, Tuning::default())
    }

    /// With other numbers.
    pub fn tuned(space: &Arc<Space>, _seed: u64, tuning: Tuning) -> Self {
        Self {
            space: Arc::clone(space),
            tuning,
            model: Opponent::new(space, tuning.learner),
            ladder: Ladder::new(space),
            plan: Plan::default(),
            heard: Vec::with_capacity(256 * space.issues()),
            heard_worth: Vec::with_capacity(256),
            best: None,
            made: HashSet::with_capacity(256),
            cursor: Cursor::new(&space.ranking, POOL),
            pool: Vec::with_capacity(POOL),
            scratch: vec![0; space.issues()],
            opens: false,
            floor: space.best,
        }
    }

    fn hear(&mut self, turn: &Turn<'_>) {
        let Some(offer) = turn.received else {
            self.opens = true;
            return;
        };
        self.model.hear(offer, turn.time);
        let worth = self.space.utility(offer);
        if self.best.is_none_or(|(best, _)| worth > best) {
            self.best = Some((worth, self.heard_worth.len()));
        }
        self.heard.extend_from_slice(offer);
        self.heard_worth.push(worth);
    }

    /// What an offer heard is thought to be worth to them, as the model now has it.
    fn theirs(&self, at: usize) -> f64 {
        let issues = self.space.issues();
        self.model.worth(&self.heard[at * issues..(at + 1) * issues])
    }

    /// Their present level: the least that they asked for lately.
    fn level(&self) -> f64 {
        let from = self.heard_worth.len().saturating_sub(self.tuning.recent);
        (from..self.heard_worth.len()).map(|at| self.theirs(at)).fold(f64::INFINITY, f64::min)
    }

    /// How far their level falls with each turn, from the last half of what was heard; not below 0.
    fn slope(&self) -> f64 {
        let count = self.heard_worth.len();
        let from = count / 2;
        let span = count - from;
        if span < 6 {
            return 0.0;
        }
        // Least squares over the turns.
        let mean_at = (from + count - 1) as f64 / 2.0;
        let mean = (from..count).map(|at| self.theirs(at)).sum::<f64>() / span as f64;
        let (mut above, mut below) = (0.0, 0.0);
        for at in from..count {
            let x = at as f64 - mean_at;
            above += x * (self.theirs(at) - mean);
            below += x * x;
        }
        (-above / below).max(0.0)
    }

    /// The own utility at the estimated Nash point.
    fn nash(&self) -> Points {
        let space = &self.space;
        let least = 0.5 * self.level().min(1.0);
        let product = |rung: usize| {
            let own = (self.ladder.own(rung) - space.reservation) as f64;
            let theirs = self.ladder.theirs(rung) - least;
            if own > 0.0 && theirs > 0.0 { own * theirs } else { 0.0 }
        };
        let rung = (1..self.ladder.len())
            .fold(0, |best, rung| if product(rung) > product(best) { rung } else { best });
        self.ladder.own(rung)
    }

    fn aspiration(&mut self, turn: &Turn<'_>) -> Points {
        let space = &self.space;
        let least = space.reservation.max(space.worst);
        if !self.heard_worth.is_empty() && (turn.step % 5 == 0 || turn.left() < self.tuning.planned) {
            let nash = self.nash();
            self.floor = least + ((nash - least) as f64 * self.tuning.floor).round() as Points;
        }
        let late = (0..self.tuning.power).fold(1.0, |power, _| power * turn.time);
        let floor = self.floor.clamp(least, space.best);
        space.best - ((space.best - floor) as f64 * late).round() as Points
    }

    /// A package worth at least the aspiration: the one they seem to like best, or, if that has been
    /// offered, the best of the others; a new offer keeps those moving who give only for something new.
    fn explore(&mut self, aspiration: Points, out: &mut Offer) -> Points {
        let space = Arc::clone(&self.space);
        if let Some(rung) = self.ladder.best_for_them(aspiration) {
            self.ladder.write(rung, out);
            if self.made.insert(space.number(out)) {
                return self.ladder.own(rung);
            }
        }
        while self.pool.len() < POOL
            && let Some((worth, _)) = self.cursor.peek()
            && worth >= aspiration
        {
            self.pool.extend(self.cursor.next(&space.ranking));
        }
        let mut found: Option<(f64, usize)> = None;
        for at in 0..self.pool.len() {
            space.ranking.write(self.pool[at].1, &mut self.scratch);
            let liked = self.model.worth(&self.scratch);
            if self.pool[at].0 >= aspiration && found.is_none_or(|(best, _)| liked > best) {
                if self.made.contains(&space.number(&self.scratch)) {
                    continue;
                }
                found = Some((liked, at));
            }
        }
        if let Some((_, at)) = found {
            let (worth, place) = self.pool.swap_remove(at);
            space.ranking.write(place, out);
            self.made.insert(space.number(out));
            return worth;
        }
        // Everything has been said: the best for them once more.
        let rung = self.ladder.best_for_them(aspiration).unwrap_or(0);
        self.ladder.write(rung, out);
        self.ladder.own(rung)
    }

    /// The last offers: what the plan says.
    fn finish(&mut self, turn: &Turn<'_>, out: &mut Offer) -> (Points, bool) {
        let space = Arc::clone(&self.space);
        // Answers of theirs that still follow: as the second side the last own turn gets none.
        let answers = turn.left() + u32::from(self.opens);
        let level = self.level();
        let fallback = self.heard_worth.last().map_or(0.0, |&worth| space.advantage(worth)).max(0.0);
        let value = self.plan.make(
            &self.ladder,
            &space,
            &self.tuning,
            answers,
            level,
            self.slope(),
            // The opening side has to choose before its last offer; the other still hears one more.
            if self.opens { 0.0 } else { fallback * self.tuning.trusted },
        );
        let rung = self.plan.first();
        self.ladder.write(rung, out);
        let received = self.heard_worth.last().copied().unwrap_or(space.worst);
        let accept = received >= space.reservation && space.advantage(received) >= value;
        (self.ladder.own(rung), accept)
    }
}

impl Bidder for Best {
    fn answer(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer {
        let space = Arc::clone(&self.space);
        if space.best < space.reservation {
            return Answer::Leave;
        }
        self.hear(turn);
        let left = turn.left();
        let received = turn.received.map(|offer| space.utility(offer));
        let answers = left + u32::from(self.opens);
        if answers == 0 {
            // Nothing that is said now is answered.
            if received.is_some_and(|worth| worth >= space.reservation) {
                return Answer::Accept;
            }
            space.ranking.write((0, 0), out);
            return Answer::Offer;
        }
        self.ladder.rebuild(&space, &self.model);
        if self.heard_worth.is_empty() {
            let worth = self.explore(space.best, out);
            debug_assert!(worth >= space.reservation);
            return Answer::Offer;
        }
        if answers <= self.tuning.planned {
            let (worth, accept) = self.finish(turn, out);
            if accept || received.is_some_and(|it| it >= worth && it >= space.reservation) {
                return Answer::Accept;
            }
            return Answer::Offer;
        }
        let aspiration = self.aspiration(turn).max(space.reservation);
        if received.is_some_and(|worth| worth >= aspiration) {
            return Answer::Accept;
        }
        self.explore(aspiration, out);
        Answer::Offer
    }

    fn belief(&self) -> Option<Vec<Vec<f64>>> {
        Some(self.model.table())
    }
}
