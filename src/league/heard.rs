//! What the other side asked for, and what its way of asking says about it.

use super::seen::Seen;
use super::{Ladder, Offer, Opponent, Space};
use crate::scenario::Points;

/// The other side's manner is read from so many of its last offers.
const LATELY: usize = 10;

/// Its first offers are so many.
const FIRST: usize = 5;

/// So many last offers tell its present level.
const RECENT: usize = 3;

/// Every offer heard, in order.
pub(super) struct Heard {
    issues: usize,
    offers: Vec<u16>,
    /// What each is worth to this side.
    worth: Vec<Points>,
    /// The number of each package.
    numbers: Vec<u64>,
    distinct: Seen,
}

impl Heard {
    /// Nothing yet.
    pub fn new(space: &Space) -> Self {
        const ROOM: usize = 256;
        Self {
            issues: space.issues(),
            offers: Vec::with_capacity(ROOM * space.issues()),
            worth: Vec::with_capacity(ROOM),
            numbers: Vec::with_capacity(ROOM),
            distinct: Seen::with_capacity(ROOM),
        }
    }

    /// One more.
    pub fn push(&mut self, space: &Space, offer: &Offer) {
        self.offers.extend_from_slice(offer);
        self.worth.push(space.utility(offer));
        let number = space.number(offer);
        self.numbers.push(number);
        self.distinct.insert(number);
    }

    pub fn len(&self) -> usize {
        self.worth.len()
    }

    pub fn is_empty(&self) -> bool {
        self.worth.is_empty()
    }

    pub fn offer(&self, at: usize) -> &Offer {
        &self.offers[at * self.issues..(at + 1) * self.issues]
    }

    /// What the newest is worth to this side.
    pub fn newest(&self) -> Option<Points> {
        self.worth.last().copied()
    }

    /// The best for this side among those whose number passes `open`, the earliest of equals.
    pub fn best(&self, open: impl Fn(u64) -> bool) -> Option<(Points, usize)> {
        let mut found: Option<(Points, usize)> = None;
        for (at, (&worth, &number)) in self.worth.iter().zip(&self.numbers).enumerate() {
            if found.is_none_or(|(best, _)| worth > best) && open(number) {
                found = Some((worth, at));
            }
        }
        found
    }

    /// What an offer is thought to be worth to them, as the model now has it.
    fn theirs(&self, model: &Opponent, at: usize) -> f64 {
        model.worth(self.offer(at))
    }

    /// Their present level: the least that they asked for lately; infinite before the first offer.
    pub fn level(&self, model: &Opponent) -> f64 {
        let from = self.len().saturating_sub(RECENT);
        (from..self.len()).map(|at| self.theirs(model, at)).fold(f64::INFINITY, f64::min)
    }

    /// How far their level falls with each turn, from the last half of what was heard; not below 0.
    pub fn slope(&self, model: &Opponent) -> f64 {
        let count = self.len();
        let from = count / 2;
        let span = count - from;
        if span < 6 {
            return 0.0;
        }
        // Least squares over the turns.
        let mean_at = (from + count - 1) as f64 / 2.0;
        let mean = (from..count).map(|at| self.theirs(model, at)).sum::<f64>() / span as f64;
        let (mut above, mut below) = (0.0, 0.0);
        for at in from..count {
            let x = at as f64 - mean_at;
            above += x * (self.theirs(model, at) - mean);
            below += x * x;
        }
        (-above / below).max(0.0)
    }

    /// How they bargain; `ladder` stands on the present model.
    pub fn manner(&self, space: &Space, model: &Opponent, ladder: &Ladder) -> Manner {
        let count = self.len();
        if count == 0 {
            return Manner::default();
        }
        let from = count.saturating_sub(LATELY);
        let late = (count - from) as f64;
        let advantage = |at: usize| space.advantage(self.worth[at]);
        let mean = (from..count).map(advantage).sum::<f64>() / late;
        let variance = (from..count).map(|at| (advantage(at) - mean) * (advantage(at) - mean)).sum::<f64>();
        let opening = count.min(FIRST);
        let first = (0..opening).map(|at| self.theirs(model, at)).sum::<f64>() / opening as f64;
        let level = self.level(model);
        let fresh = (from..count).filter(|&at| !self.numbers[from..at].contains(&self.numbers[at])).count();
        // Rounding must not hide the package itself from the ladder.
        let promised =
            |theirs: f64| ladder.best_for_us(theirs - 1e-6).map(|rung| space.advantage(ladder.own(rung)));
        let waste = (from..count)
            .map(|at| promised(self.theirs(model, at)).map_or(0.0, |could| could - advantage(at)))
            .sum::<f64>();
        let best = self.best(|_| true).map_or(0.0, |(worth, _)| space.advantage(worth));
        Manner([
            first - level,
            self.slope(model),
            self.distinct.len() as f64 / count as f64,
            fresh as f64 / late,
            mean,
            (variance / late).sqrt(),
            waste / late,
            best - promised(level).unwrap_or(0.0),
        ])
    }
}

/// What is seen of the way in which the other side bargains; [`Manner::TYPICAL`] says what is usual.
///
/// In this order: how far its level has come down, how far it comes down with each turn, which share of its
/// offers is different, and of its last ten; what the last ten are worth to this side, and how much that
/// varies; how much more this side could have for what they are worth to it (nothing, if it offers by a good
/// model of this side); and by how much the best that it ever offered exceeds what its level promises.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Manner([f64; 8]);

/// How an estimate leans with each trait of a [`Manner`].
pub(super) type Lean = [f64; 8];

impl Manner {
    /// Mean and spread of each trait over public strategies on generated scenarios.
    const TYPICAL: [(f64, f64); 8] = [
        (0.2, 0.12),
        (0.002, 0.002),
        (0.25, 0.2),
        (0.6, 0.25),
        (0.35, 0.22),
        (0.1, 0.06),
        (0.1, 0.1),
        (0.0, 0.12),
    ];

    /// The sum of the traits as `lean` weighs them; far outliers count no more than three spreads.
    pub fn sum(&self, lean: &Lean) -> f64 {
        let traits = self.0.iter().zip(Self::TYPICAL).zip(lean);
        traits.map(|((seen, (mean, spread)), lean)| lean * ((seen - mean) / spread).clamp(-3.0, 3.0)).sum()
    }

    /// A chance that is `usual` for a typical manner, moved by the traits; 0 and 1 are never reached.
    pub fn chance(&self, usual: f64, lean: &Lean) -> f64 {
        // On the scale of x / sqrt(1 + x^2), which is the same on every machine, as a logistic curve is not.
        let way = 2.0 * usual - 1.0;
        let x = way / (1.0 - way * way).max(1e-9).sqrt() + self.sum(lean);
        0.5 + 0.5 * x / (1.0 + x * x).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One issue of eleven options: each step that is worth 10 more to this side takes a tenth from them.
    fn line() -> (Space, Opponent, Ladder) {
        let mut space = Space::new(vec![(0..11).map(|at| at * 10).collect()], 0, 100.0).expect("small");
        space.disclose(&[(0..11).map(|at| f64::from(10 - at) / 10.0).collect()]);
        let model = Opponent::new(&space, super::super::Learner::Luce);
        let mut ladder = Ladder::new(&space);
        ladder.rebuild(&space, &model);
        (space, model, ladder)
    }

    fn heard(space: &Space, offers: impl IntoIterator<Item = u16>) -> Heard {
        let mut heard = Heard::new(space);
        for offer in offers {
            heard.push(space, &[offer]);
        }
        heard
    }

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
    }

    #[test]
    fn level_and_pace_are_those_of_the_last_offers() {
        let (space, model, _) = line();
        // The first half is passed over: it holds, then a tenth goes with each turn from 1.0 to 0.5.
        let heard = heard(&space, [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5]);
        near(heard.level(&model), 0.5);
        near(heard.slope(&model), 0.1);
    }

    #[test]
    fn who_asks_for_more_again_has_no_pace() {
        let (space, model, _) = line();
        near(heard(&space, [5, 5, 5, 5, 5, 5, 5, 4, 3, 2, 1, 0]).slope(&model), 0.0);
        // Too few to tell.
        near(heard(&space, [0, 1, 2, 3]).slope(&model), 0.0);
    }

    #[test]
    fn the_best_that_is_still_open_is_the_earliest_of_equals() {
        let (space, ..) = line();
        let heard = heard(&space, [2, 7, 3, 7, 5]);
        assert_eq!(heard.best(|_| true), Some((70, 1)));
        let seven = space.number(&[7]);
        assert_eq!(heard.best(|number| number != seven), Some((50, 4)));
        assert_eq!(heard.best(|_| false), None);
    }

    #[test]
    fn a_manner_is_read_from_the_first_and_the_last_offers() {
        let (space, model, ladder) = line();
        let Manner([down, pace, variety, late, generous, varied, waste, withheld]) =
            heard(&space, [0, 0, 0, 0, 0, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2]).manner(&space, &model, &ladder);
        // From 1.0 to 0.8; of fifteen offers three are different, of the last ten two (4 once, 2 nine times).
        near(down, 0.2);
        near(variety, 3.0 / 15.0);
        near(late, 2.0 / 10.0);
        // (0.4 + 9 * 0.2) / 10 = 0.22; variance (0.18^2 + 9 * 0.02^2) / 10 = 0.0036.
        near(generous, 0.22);
        near(varied, 0.06);
        // On one line nothing is wasted; once they offered 0.4 to this side, their level now gives 0.2.
        near(waste, 0.0);
        near(withheld, 0.2);
        // The last eight do not move.
        near(pace, 0.0);
    }

    #[test]
    fn what_is_wasted_is_what_this_side_could_have_for_the_same() {
        // Two issues: the first matters to this side alone, the second to them alone.
        let mut space = Space::new(vec![vec![0, 60], vec![40, 0]], 0, 100.0).expect("small");
        space.disclose(&[vec![0.0, 0.0], vec![0.0, 1.0]]);
        let model = Opponent::new(&space, super::super::Learner::Luce);
        let mut ladder = Ladder::new(&space);
        ladder.rebuild(&space, &model);
        let mut heard = Heard::new(&space);
        // They ask for all of theirs and keep back what costs them nothing: 0 instead of 60 of 100.
        heard.push(&space, &[0, 1]);
        let Manner([.., waste, _]) = heard.manner(&space, &model, &ladder);
        near(waste, 0.6);
    }

    #[test]
    fn a_chance_leans_with_the_manner_and_stays_a_chance() {
        let typical = Manner(Manner::TYPICAL.map(|(mean, _)| mean));
        let lean = [0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        near(typical.chance(0.3, &lean), 0.3);
        let mut more = typical;
        more.0[0] += Manner::TYPICAL[0].1;
        // x = -0.4 / sqrt(1 - 0.16) + 0.5 = 0.063564; 0.5 + 0.5 * x / sqrt(1 + x^2) = 0.531718.
        assert!((more.chance(0.3, &lean) - 0.531_718).abs() < 1e-6, "{}", more.chance(0.3, &lean));
        // An outlier counts three spreads.
        let (mut far, mut farther) = (typical, typical);
        far.0[0] += 3.0 * Manner::TYPICAL[0].1;
        farther.0[0] += 300.0;
        near(far.chance(0.3, &lean), farther.chance(0.3, &lean));
        assert!(farther.chance(1.0, &[9.0; 8]) < 1.0);
        assert!(farther.chance(0.0, &[-9.0; 8]) > 0.0);
    }
}
