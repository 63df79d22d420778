//! What is said and heard: priorities, lies and clues, talk off the record.

use super::{Course, dice};
use crate::rules::{Event, Register};
use crate::scenario::{IssueNo, Seat};
use crate::scoring::Signal;

/// A lie comes out in one case of four, for each truthful clue.
const EXPOSURE: u32 = 2_500;

impl Course<'_> {
    pub(super) fn disclose(
        &mut self,
        seat: Seat,
        issue: IssueNo,
        rank: usize,
        register: Register,
        free: bool,
    ) {
        let truthful = self.scenario.briefs[seat].ranks(issue).contains(&rank);
        let doubled = if self.state.eased[seat] { 2 } else { 1 };
        self.push(Event::Disclosed { by: seat, issue, rank, truthful, register, free });
        let strength = register.weigh(Signal::Disclose.strength()) * doubled;
        self.signal(seat, Signal::Disclose, strength);
        if truthful {
            self.clue(seat);
        }
    }

    /// A truthful clue about a side: each of its lies may come out.
    pub(super) fn clue(&mut self, about: Seat) {
        let lies: Vec<IssueNo> = self.state.claims[about]
            .iter()
            .filter(|(_, claim)| !claim.truthful && !claim.exposed)
            .map(|(issue, _)| *issue)
            .collect();
        for issue in lies {
            if self.roll(dice::LIE, issue) < EXPOSURE {
                self.expose(about, issue);
            }
        }
    }

    pub(super) fn expose(&mut self, liar: Seat, issue: IssueNo) {
        self.push(Event::LieExposed(liar, issue));
        self.signal(liar, Signal::LieExposed, Signal::LieExposed.strength());
    }

    pub(super) fn ascertain(&mut self, seat: Seat, issue: IssueNo) {
        let other = seat.other();
        let rank = *self.scenario.briefs[other].ranks(issue).start();
        self.push(Event::Ascertained(seat, issue, rank));
        let lied =
            self.state.claims[other].get(&issue).is_some_and(|claim| !claim.truthful && !claim.exposed);
        if lied {
            // What was just seen with one's own eyes needs no dice.
            self.expose(other, issue);
        }
        self.clue(other);
    }

    pub(super) fn forecast(&mut self, seat: Seat) {
        let next = (0..self.scenario.shared.news.len())
            .filter(|&no| self.scenario.shared.news[no].round > self.state.round)
            // The teacher may have let them come before their round.
            .filter(|&no| !self.state.has_come(no))
            .filter(|no| !self.state.known[seat].forecast.contains(no))
            .min_by_key(|&no| (self.scenario.shared.news[no].round, no));
        self.push(Event::Forecasted(seat, next));
    }

    pub(super) fn small_talk(&mut self, seat: Seat) {
        let fresh = self.state.small_talk[seat] < 2;
        self.push(Event::Moved(seat, Signal::Informal, Register::Informal));
        if fresh {
            let strength = Register::Informal.weigh(Signal::Informal.strength());
            self.signal(seat, Signal::Informal, strength);
            self.hint(seat, 2);
            self.clue(seat.other());
        }
    }

    pub(super) fn ramble(&mut self, seat: Seat) {
        self.push(Event::Rambled(seat));
        self.hint(seat.other(), 3);
        self.clue(seat);
    }

    /// `to` hears `count` issues of which one is among the first three of the other side.
    pub(super) fn hint(&mut self, to: Seat, count: usize) {
        let order = self.scenario.briefs[to.other()].priorities();
        let order: Vec<IssueNo> = order
            .into_iter()
            .filter(|&issue| {
                !self.scenario.shared.issues[issue].reserve || self.state.shifts.added.contains(&issue)
            })
            .collect();
        let (top, rest) = order.split_at(order.len().min(3));
        let mut dice = crate::exact::SplitMix64::new(u64::from(self.roll(dice::HINT, 0)));
        let mut pick = |from: &[IssueNo]| from[(dice.next_u64() % from.len() as u64) as usize];
        let mut issues = Vec::new();
        if !top.is_empty() {
            issues.push(pick(top));
        }
        let mut others: Vec<IssueNo> = rest.to_vec();
        while issues.len() < count && !others.is_empty() {
            let other = pick(&others);
            others.retain(|issue| *issue != other);
            issues.push(other);
        }
        issues.sort_unstable();
        if !issues.is_empty() {
            self.push(Event::Hinted(to, issues));
        }
    }
}
