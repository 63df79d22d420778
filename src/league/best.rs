//! `mufakat`: the strongest strategy of the house.
//!
//! It learns what the other side wants, holds out along the frontier of its own worth and their
//! estimated worth for what their pace promises, reads from their manner what they will do in the end, and
//! plans its last offers as a search for the other side's limit: each refusal says
//! that the limit lies higher, and the plan weighs what each next step is likely to bring.

use super::endgame::{Odds, Plan};
use super::heard::{Heard, Lean};
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
    /// A part of it falls with the third power instead: some take a good offer long before the end.
    pub early: f64,
    /// Where it would end, as a share of the way from the reservation value to the estimated Nash point,
    /// with a side of typical manner.
    pub floor: f64,
    /// How that share leans with their manner.
    pub floor_lean: Lean,
    /// How much of what they are on the way to give up is waited for.
    pub promise: f64,
    /// How many times their present pace that way is reckoned: most give way faster in the end.
    pub reach: f64,
    /// So many last offers are planned.
    pub planned: u32,
    /// The spread of the guess of the other side's limit.
    pub spread: f64,
    /// The chance that a side of typical manner takes whatever is better than nothing at its last answer.
    pub collapse: f64,
    /// How that chance leans with their manner.
    pub collapse_lean: Lean,
    /// What that chance is multiplied by for each answer earlier.
    pub fading: f64,
    /// Their limit in that case, as a share of their present level.
    pub bottom: f64,
    /// What share of the value of a last offer of theirs is counted on.
    pub trusted: f64,
    /// The chance that they take their own best offer when it is offered to them.
    pub taken_back: f64,
    /// How much a refusal says about the turn after.
    pub memory: f64,
    /// How far the model's word is taken for the chance of an acceptance, with a side of typical manner.
    pub credence: f64,
    /// How that leans with their manner.
    pub credence_lean: Lean,
    /// What is left of `taken_back` after each time that they refused it.
    pub spurned: f64,
}

impl Default for Tuning {
    fn default() -> Self {
        Self {
            learner: Learner::Luce,
            power: 15,
            early: 0.2,
            floor: 0.65,
            floor_lean: [0.0, 0.072, 0.0, 0.0, 0.097, 0.0, 0.0, 0.0],
            promise: 1.07,
            reach: 3.58,
            planned: 4,
            spread: 0.28,
            collapse: 0.44,
            collapse_lean: [0.35, -0.52, -0.25, 0.0, 0.19, 0.0, -0.37, -0.14],
            fading: 0.32,
            bottom: 0.1,
            trusted: 0.87,
            taken_back: 0.97,
            memory: 0.74,
            credence: 0.44,
            credence_lean: [0.21, 0.46, -0.14, -0.15, 0.0, 0.0, -0.16, 0.0],
            spurned: 0.44,
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
    heard: Heard,
    made: Seen,
    /// The newest own offer; empty before the first one.
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
            heard: Heard::new(space),
            made: Seen::with_capacity(256),
            said: Vec::with_capacity(space.issues()),
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
        self.heard.push(&self.space, offer);
    }

    /// The own utility at the estimated Nash point.
    fn nash(&self) -> Points {
        let space = &self.space;
        let least = 0.5 * self.heard.level(&self.model).min(1.0);
        let product = |rung: usize| {
            let own = (self.ladder.own(rung) - space.reservation) as f64;
            let theirs = self.ladder.theirs(rung) - least;
            if own > 0.0 && theirs > 0.0 { own * theirs } else { 0.0 }
        };
        let rung = (1..self.ladder.len())
            .fold(0, |best, rung| if product(rung) > product(best) { rung } else { best });
        self.ladder.own(rung)
    }

    /// The own utility that their pace promises by the end: what they are on the way to give up would be
    /// given away by agreeing now. Nothing, as long as too little was heard for a pace.
    fn promised(&self, turn: &Turn<'_>, least: Points) -> Points {
        const ENOUGH: usize = 10;
        if self.heard.len() < ENOUGH {
            return least;
        }
        let way = self.heard.slope(&self.model) * self.tuning.reach * f64::from(turn.left());
        let end = (self.heard.level(&self.model) - way).max(0.0);
        let own = self.ladder.best_for_us(end).map_or(least, |rung| self.ladder.own(rung));
        least + ((own - least) as f64 * self.tuning.promise).round() as Points
    }

    /// What is asked for and accepted before the last offers.
    fn aspiration(&mut self, turn: &Turn<'_>) -> Points {
        let least = self.space.reservation.max(self.space.worst);
        if turn.step.is_multiple_of(5) {
            let manner = self.heard.manner(&self.space, &self.model, &self.ladder);
            let share = (self.tuning.floor + manner.sum(&self.tuning.floor_lean)).clamp(0.0, 2.0);
            self.floor = least + ((self.nash() - least) as f64 * share).round() as Points;
        }
        let cube = turn.time * turn.time * turn.time;
        let late = (0..self.tuning.power).fold(1.0, |power, _| power * turn.time);
        let late = self.tuning.early * cube + (1.0 - self.tuning.early) * late;
        let floor = self.floor.clamp(least, self.space.best);
        let by_time = self.space.best - ((self.space.best - floor) as f64 * late).round() as Points;
        by_time.max(self.promised(turn, least)).min(self.space.best)
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
                // What was once asked for may since have become too little.
                if self.pool[at] < aspiration {
                    continue;
                }
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
        let manner = self.heard.manner(&space, &self.model, &self.ladder);
        let received = self.heard.newest().unwrap_or(space.worst);
        let untried = self.heard.best(|number| !self.refused_again.contains(number));
        let odds = Odds {
            level: self.heard.level(&self.model),
            slope: self.heard.slope(&self.model),
            collapse: manner.chance(self.tuning.collapse, &self.tuning.collapse_lean),
            credence: manner.chance(self.tuning.credence, &self.tuning.credence_lean),
            again: untried.map_or(0.0, |(worth, _)| space.advantage(worth)).max(0.0),
            // Who refused their own offer once is likely to do so again.
            taken: (0..self.returned).fold(self.tuning.taken_back, |taken, _| taken * self.tuning.spurned),
            refused: (!self.said.is_empty()).then(|| self.model.worth(&self.said)),
            // The opening side has to choose before its last offer; the other still hears one more.
            fallback: if self.opens { 0.0 } else { space.advantage(received).max(0.0) * self.tuning.trusted },
        };
        let value = self.plan.make(&self.ladder, &space, &self.tuning, answers, &odds);
        let accept = received >= space.reservation && space.advantage(received) >= value;
        match (self.plan.first(), untried) {
            (None, Some((worth, at))) if worth >= space.reservation => {
                out.copy_from_slice(self.heard.offer(at));
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
        if self.heard.is_empty() {
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
            self.said.clear();
            self.said.extend_from_slice(out);
        }
        answer
    }

    fn belief(&self) -> Option<Vec<Vec<f64>>> {
        Some(self.model.table())
    }
}
