//! `mufakat`: the strongest strategy of the house.
//!
//! It learns what the other side wants, holds out along the frontier of its own worth and their
//! estimated worth, and plans its last offers as a search for the other side's limit: each refusal says
//! that the limit lies higher, and the plan weighs what each next step is likely to bring.

use super::endgame::Plan;
use super::ranking::Cursor;
use super::seen::Seen;
use super::{Answer, Bidder, Ladder, Learner, Offer, Opponent, Space, Turn};
use crate::scenario::Points;

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
    /// The chance that they take their own best offer when it is offered to them.
    pub taken_back: f64,
    /// How much a refusal says about the turn after.
    pub memory: f64,
    /// So many own offers are looked back at for what was refused.
    pub looked_back: usize,
    /// How far the model's word is taken for the chance of an acceptance.
    pub credence: f64,
    /// What is left of `taken_back` after each time that they refused it.
    pub spurned: f64,
}

impl Default for Tuning {
    fn default() -> Self {
        Self {
            learner: Learner::Luce,
            power: 3,
            floor: 1.2,
            planned: 6,
            spread: 0.12,
            collapse: 0.4,
            fading: 0.3,
            bottom: 0.3,
            recent: 3,
            trusted: 0.95,
            taken_back: 0.95,
            memory: 0.9,
            looked_back: 3,
            credence: 0.6,
            spurned: 0.3,
        }
    }
}

/// The ladder follows the model once in so many rounds.
const REBUILT: u32 = 3;

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
    made: Seen,
    /// Every own offer, one after the other.
    said: Vec<u16>,
    /// Packages of theirs that they refused when they were offered them.
    refused_again: Seen,
    /// How often they were offered a package of theirs.
    returned: u32,
    cursor: Cursor,
    /// Packages not yet offered, with their worth, best first; their options one after the other.
    pool: Vec<Points>,
    pool_options: Vec<u16>,
    opens: bool,
    floor: Points,
}

impl Best {
    /// With the numbers that were found best.
    pub fn new(space: &Arc<Space>) -> Self {
        Self::tuned(space, Tuning::default())
    }

    /// With other numbers.
    pub fn tuned(space: &Arc<Space>, tuning: Tuning) -> Self {
        Self {
            space: Arc::clone(space),
            tuning,
            model: Opponent::new(space, tuning.learner),
            ladder: Ladder::new(space),
            plan: Plan::default(),
            heard: Vec::with_capacity(256 * space.issues()),
            heard_worth: Vec::with_capacity(256),
            best: None,
            made: Seen::with_capacity(256),
            said: Vec::with_capacity(256 * space.issues()),
            refused_again: Seen::with_capacity(64),
            returned: 0,
            cursor: Cursor::new(&space.ranking, POOL),
            pool: Vec::with_capacity(POOL),
            pool_options: Vec::with_capacity(POOL * space.issues()),
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
        if !self.heard_worth.is_empty() && (turn.step.is_multiple_of(5) || turn.left() < self.tuning.planned)
        {
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
        let issues = space.issues();
        while self.pool.len() < POOL
            && let Some((worth, place)) = self.cursor.peek()
            && worth >= aspiration
        {
            self.cursor.next(&space.ranking);
            self.pool.push(worth);
            let end = self.pool_options.len();
            self.pool_options.resize(end + issues, 0);
            space.ranking.write(place, &mut self.pool_options[end..]);
        }
        loop {
            let mut found: Option<(f64, usize)> = None;
            for (at, offer) in self.pool_options.chunks_exact(issues).enumerate() {
                let liked = self.model.worth(offer);
                if found.is_none_or(|(best, _)| liked > best) {
                    found = Some((liked, at));
                }
            }
            let Some((_, at)) = found else { break };
            out.copy_from_slice(&self.pool_options[at * issues..(at + 1) * issues]);
            let worth = self.pool.swap_remove(at);
            let last = self.pool.len() * issues;
            self.pool_options.copy_within(last..last + issues, at * issues);
            self.pool_options.truncate(last);
            // What was a rung before has been offered already.
            if self.made.insert(space.number(out)) {
                return worth;
            }
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
        let newest = self.heard_worth.last().map_or(0.0, |&worth| space.advantage(worth)).max(0.0);
        let candidate = self.untried();
        let again = candidate.map_or(0.0, |(worth, _)| space.advantage(worth)).max(0.0);
        // Who refused their own offer once is likely to do so again.
        let taken = (0..self.returned).fold(self.tuning.taken_back, |taken, _| taken * self.tuning.spurned);
        let value = self.plan.make(
            &self.ladder,
            &space,
            &self.tuning,
            answers,
            level,
            self.slope(),
            again,
            taken,
            self.refused(),
            // The opening side has to choose before its last offer; the other still hears one more.
            if self.opens { 0.0 } else { newest * self.tuning.trusted },
        );
        let received = self.heard_worth.last().copied().unwrap_or(space.worst);
        let accept = received >= space.reservation && space.advantage(received) >= value;
        match (self.plan.first(), candidate) {
            (None, Some((worth, at))) if worth >= space.reservation => {
                let issues = space.issues();
                out.copy_from_slice(&self.heard[at * issues..(at + 1) * issues]);
                self.refused_again.insert(space.number(out));
                self.returned += 1;
                (worth, accept)
            }
            (rung, _) => {
                let last = self.ladder.best_for_them(space.reservation).unwrap_or(0);
                let rung = rung.unwrap_or(last);
                self.ladder.write(rung, out);
                (self.ladder.own(rung), accept)
            }
        }
    }

    /// The best offer of theirs that they have not refused when it was offered to them.
    fn untried(&self) -> Option<(Points, usize)> {
        let issues = self.space.issues();
        let mut found: Option<(Points, usize)> = None;
        for (at, &worth) in self.heard_worth.iter().enumerate() {
            if found.is_none_or(|(best, _)| worth > best) {
                let offer = &self.heard[at * issues..(at + 1) * issues];
                if !self.refused_again.contains(self.space.number(offer)) {
                    found = Some((worth, at));
                }
            }
        }
        found
    }

    /// The most that they refused lately, by what it is thought to be worth to them.
    fn refused(&self) -> Option<f64> {
        let offers = self.said.chunks_exact(self.space.issues()).rev().take(self.tuning.looked_back);
        offers.map(|offer| self.model.worth(offer)).reduce(f64::max)
    }

    fn reply(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer {
        let space = Arc::clone(&self.space);
        if space.best < space.reservation {
            return Answer::Leave;
        }
        self.hear(turn);
        let received = turn.received.map(|offer| space.utility(offer));
        let answers = turn.left() + u32::from(self.opens);
        if answers == 0 {
            // Nothing that is said now is answered.
            if received.is_some_and(|worth| worth >= space.reservation) {
                return Answer::Accept;
            }
            space.ranking.write((0, 0), out);
            return Answer::Offer;
        }
        // What they like changes slowly while there is time; in the end every offer counts.
        if turn.step.is_multiple_of(REBUILT) || answers <= self.tuning.planned || self.ladder.is_empty() {
            self.ladder.rebuild(&space, &self.model);
        }
        if self.heard_worth.is_empty() {
            self.explore(space.best, out);
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
}

impl Bidder for Best {
    fn answer(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer {
        let answer = self.reply(turn, out);
        if answer == Answer::Offer {
            self.said.extend_from_slice(out);
        }
        answer
    }

    fn belief(&self) -> Option<Vec<Vec<f64>>> {
        Some(self.model.table())
    }
}
