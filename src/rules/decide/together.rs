//! What needs both: early results, issues from the reserve, a mediator and the text.

use super::Course;
use crate::rules::phase::{Phase, Why};
use crate::rules::state::{OfferKind, Request, Style};
use crate::rules::{Event, mediator};
use crate::scenario::{IssueNo, Lock, Seat};
use crate::scoring::Signal;
use crate::scoring::relation::LOW;

impl Course<'_> {
    pub(super) fn answer(&mut self, seat: Seat, yes: bool) {
        let Some((by, request)) = self.state.request else { return };
        self.push(Event::Answered(seat, yes));
        if !yes {
            return;
        }
        match request {
            Request::Harvest(issue) => {
                if let Some(option) = self.state.position(by).map(|offer| offer.deal[issue]) {
                    self.push(Event::Harvested(issue, option));
                    self.release_promises(issue);
                    self.signal(by, Signal::EarlyHarvest, Signal::EarlyHarvest.strength());
                }
            }
            Request::AddIssue(issue) => self.push(Event::Added(issue)),
            Request::Mediator(style) => self.mediate(style),
        }
    }

    /// Whoever promised something else on an article that both have signed is let go by that: no later offer
    /// could keep the promise.
    fn release_promises(&mut self, issue: IssueNo) {
        for seat in Seat::ALL {
            if self.state.promised[seat].contains_key(&issue) {
                self.push(Event::PromiseReleased(seat, issue));
            }
        }
    }

    pub(super) fn mediate(&mut self, style: Style) {
        self.push(Event::Mediated(style));
        match (self.state.phase, style) {
            (Phase::Minimal, _) => self.push(Event::PhaseChanged(Phase::SlowDown, Why::Mediator)),
            (Phase::SlowDown, Style::Facilitation) => {
                self.push(Event::PhaseChanged(Phase::Normal, Why::Mediator));
            }
            _ => {}
        }
        match style {
            Style::Facilitation => {}
            Style::Formulation => {
                let text = mediator::text(self.scenario, &self.state);
                let bridges: Vec<_> = text
                    .choices()
                    .filter(|&(issue, option)| !self.state.is_open(self.scenario, issue, option))
                    .filter(|&(issue, option)| {
                        self.scenario.shared.choice(issue, option).lock == Some(Lock::Bridge)
                    })
                    .collect();
                self.offer(None, OfferKind::Text, &text);
                for (issue, option) in bridges {
                    self.push(Event::Unlocked(issue, option));
                }
            }
            Style::Manipulation => {
                for (issue, it) in self.scenario.shared.issues.iter().enumerate() {
                    for (option, choice) in it.options.iter().enumerate() {
                        if choice.lock == Some(Lock::Sweetener) {
                            self.push(Event::Sweetened(issue, option));
                        }
                    }
                }
            }
        }
    }

    pub(super) fn accept_text(&mut self, seat: Seat) {
        self.push(Event::TextAccepted(seat));
        self.signal(seat, Signal::AcceptText, Signal::AcceptText.strength());
        if Seat::ALL.into_iter().all(|seat| self.state.text_accepted[seat])
            && let Some(deal) = self.state.text().map(|text| text.deal.clone())
        {
            for seat in Seat::ALL {
                self.give_up_announced(seat, &deal);
            }
            self.push(Event::Agreed(deal));
        }
    }

    /// Opens bridging options on issues where both have told their interest, if trust is not too low.
    pub(super) fn open_bridges(&mut self) {
        if self.state.relation.least_trust() < LOW {
            return;
        }
        for (issue, it) in self.scenario.shared.issues.iter().enumerate() {
            let told = Seat::ALL.into_iter().all(|seat| self.state.claims[seat].contains_key(&issue));
            for (option, choice) in it.options.iter().enumerate() {
                if told
                    && choice.lock == Some(Lock::Bridge)
                    && !self.state.unlocked.contains(&(issue, option))
                {
                    self.push(Event::Unlocked(issue, option));
                }
            }
        }
    }
}
