//! How each event changes the state of a table.

use super::{Asked, Claim, Ending, Event, Offer, OfferKind, Phase, Register, Stage, State, Style, Ultimatum};
use crate::scenario::{NewsTarget, PerSeat, Scenario, Seat};
use crate::scoring::Signal;

impl State {
    /// Takes in one event. It cannot fail: an event has happened.
    pub fn apply(&mut self, scenario: &Scenario, event: &Event) {
        self.events += 1;
        match event {
            Event::Opened(seed) => self.seed = *seed,
            Event::Prepared(seat, preparation) => self.preparation[*seat] = Some(preparation.clone()),
            Event::Round(number) => {
                self.round = *number;
                self.stepped = false;
                for seat in Seat::ALL {
                    self.gave[seat][1] = self.gave[seat][0];
                    self.gave[seat][0] = false;
                }
            }
            Event::RoundEnded => {
                // The first round has nothing to answer yet.
                let gave = Seat::ALL.into_iter().any(|seat| self.gave[seat][0]);
                let stepped = self.stepped || self.phase == Phase::SlowDown && gave;
                self.idle_rounds = if stepped || self.round < 2 { 0 } else { self.idle_rounds + 1 };
                self.rounds_in_phase += 1;
            }
            Event::Turn(seat) => {
                self.stage = Stage::Talks { turn: *seat };
                self.turn_no += 1;
                self.actions_left = self.actions_per_turn(scenario);
                self.free_disclosure_used = false;
                if let Some(ultimatum) = &mut self.ultimatum {
                    ultimatum.due = ultimatum.by == *seat;
                }
            }
            Event::News(no, target) => self.apply_news(scenario, *no, *target),
            Event::Said(..) | Event::Rambled(_) | Event::Leaked(_) | Event::TimedOut(_) => {}
            Event::Spent(_) => self.actions_left = self.actions_left.saturating_sub(1),
            Event::Offered(offer) => self.apply_offer(scenario, offer),
            Event::Conceded(by, _) => {
                self.stepped = true;
                self.gave[*by][0] = true;
                self.last_concession[*by] = Some(self.turn_no);
            }
            Event::Disclosed { by, issue, rank, truthful, free, .. } => {
                self.free_disclosure_used |= free;
                self.claims[*by].insert(*issue, Claim { rank: *rank, truthful: *truthful, exposed: false });
                self.eased[*by] = false;
            }
            Event::LieExposed(by, issue) => {
                if let Some(claim) = self.claims[*by].get_mut(issue) {
                    claim.exposed = true;
                }
                self.offences[*by] += 1;
            }
            Event::Ascertained(by, issue, rank) => {
                self.known[*by].ranks.insert(*issue, *rank);
            }
            Event::Forecasted(by, news) => self.known[*by].forecast.extend(news),
            Event::Hinted(to, issues) => self.known[*to].hints.push(issues.clone()),
            Event::Moved(by, signal, register) => self.apply_move(*by, *signal, *register),
            Event::Announced(by, issue, option) => {
                self.announced[*by].insert(*issue, *option);
            }
            Event::Abandoned(by, issue) => {
                self.announced[*by].remove(issue);
            }
            Event::Promised(by, issue, option) => {
                self.promised[*by].insert(*issue, *option);
            }
            Event::PromiseKept(by, issue)
            | Event::PromiseBroken(by, issue)
            | Event::PromiseReleased(by, issue) => {
                self.promised[*by].remove(issue);
                if matches!(event, Event::PromiseBroken(..)) {
                    self.offences[*by] += 1;
                }
            }
            Event::Warned(by, batna, _) => self.told_batna[*by] = Some(*batna),
            Event::UltimatumSet(by, offer, register) => {
                self.ultimatum = Some(Ultimatum { by: *by, offer: *offer, due: false });
                self.apply_move(*by, Signal::Ultimatum, *register);
            }
            Event::UltimatumDropped(_) => self.ultimatum = None,
            Event::Consulted(by, group) => {
                self.consulted[*by].insert(*group);
            }
            Event::Asked(by, request) => {
                self.request = Some((*by, *request));
                self.requests.push(Asked { by: *by, request: *request, round: self.round, answer: None });
            }
            Event::Answered(_, yes) => {
                self.request = None;
                if let Some(asked) = self.requests.last_mut() {
                    asked.answer = Some(*yes);
                }
            }
            Event::Lapsed => self.request = None,
            Event::Harvested(issue, option) => {
                self.fixed.insert(*issue, *option);
                self.stepped = true;
            }
            Event::Added(issue) => {
                self.shifts.added.insert(*issue);
            }
            Event::Mediated(style) => {
                self.mediators.insert(*style);
                self.idle_rounds = 0;
                if *style == Style::Facilitation {
                    self.eased = PerSeat::both(true);
                }
            }
            Event::Sweetened(issue, option) => {
                self.shifts.sweetened.insert((*issue, *option));
                // Whoever tables it first, it was the mediator's idea.
                self.tabled.entry((*issue, *option)).or_insert(None);
            }
            Event::TextAccepted(seat) => {
                self.text_accepted[*seat] = true;
                self.stepped = true;
                self.gave[*seat][0] = true;
            }
            Event::Unlocked(issue, option) => {
                self.unlocked.insert((*issue, *option));
            }
            Event::Signalled(by, signal, strength) => self.apply_signal(*by, *signal, *strength),
            Event::Goodwill(seat, percent) => {
                self.goodwill[*seat] += percent;
            }
            Event::QuotaRaised(seat, percent) => {
                self.quota_raise[*seat] += percent;
            }
            Event::PhaseChanged(phase, _) => {
                self.phase = *phase;
                self.rounds_in_phase = 0;
                self.idle_rounds = 0;
                self.conciliations = PerSeat::default();
                self.actions_left = self.actions_left.min(self.actions_per_turn(scenario));
            }
            Event::Agreed(deal) => self.stage = Stage::Signature { deal: deal.clone() },
            Event::Signed(seat, guess) => self.signed[*seat] = Some(guess.clone()),
            Event::Ratified { support, quota } => {
                self.ratification = Some((*support, *quota));
                if let Stage::Signature { deal } = &self.stage {
                    self.deal = Some(deal.clone());
                    self.ending = Some(Ending::Agreed);
                }
            }
            Event::BetterFound(better) => {
                self.better = Some(better.clone());
                if let Some(deal) = self.deal.clone() {
                    self.stage = Stage::Better { deal, better: better.clone() };
                }
            }
            Event::BetterAnswered(seat, yes) => self.better_answers[*seat] = Some(*yes),
            Event::BetterTaken => self.deal.clone_from(&self.better),
            Event::Left(seat) => self.ending = Some(Ending::Left(*seat)),
            Event::Deadline => self.ending = Some(Ending::Deadline),
            Event::Collapsed => self.ending = Some(Ending::Collapsed),
            Event::Closed => self.stage = Stage::Closed,
            Event::Reflected(seat, reflection) => self.reflection[*seat] = Some(reflection.clone()),
        }
    }

    fn apply_news(&mut self, scenario: &Scenario, no: usize, target: Option<Seat>) {
        // A yes to the mediator's text was said before the news. Both are asked again: if only the side that
        // the news hit were, the other would see whom they hit.
        self.text_accepted = PerSeat::default();
        for seat in Seat::ALL {
            let effect = &scenario.briefs[seat].news[no];
            self.shifts.batna[seat.index()] += effect.batna;
            for &(issue, option, change) in &effect.values {
                self.shifts.values.push((issue, option, seat, change));
            }
        }
        let whom = scenario.shared.news[no].trust.map(|(whom, _)| whom);
        self.news.push((no, target.filter(|_| whom == Some(NewsTarget::Drawn))));
    }

    fn apply_offer(&mut self, scenario: &Scenario, offer: &Offer) {
        let first =
            offer.kind == OfferKind::Formal && offer.by.is_some_and(|seat| self.position(seat).is_none());
        self.stepped |= first;
        for (issue, option) in offer.deal.choices() {
            // What stays as it is was written by nobody; what was said off the record, too.
            if option != scenario.shared.issues[issue].status_quo && offer.kind != OfferKind::Exploratory {
                self.tabled.entry((issue, option)).or_insert(offer.by);
            }
        }
        if offer.kind == OfferKind::Text {
            self.text_accepted = PerSeat::default();
        }
        if let (Some(ultimatum), OfferKind::Formal) = (self.ultimatum, offer.kind)
            && offer.by == Some(ultimatum.by)
        {
            self.ultimatum = None;
        }
        self.offers.push(offer.clone());
    }

    fn apply_move(&mut self, by: Seat, signal: Signal, register: Register) {
        match signal {
            Signal::Cultural => self.culture[by] += 1,
            Signal::Informal => self.small_talk[by] += 1,
            Signal::Consular => self.consular[by] += 1,
            Signal::Hotline => self.hotline = true,
            Signal::Repair => {
                self.offences[by] = self.offences[by].saturating_sub(1);
                self.public_threats[by] = self.public_threats[by].saturating_sub(1);
                self.gave[by][0] = true;
            }
            Signal::Threat | Signal::Ultimatum | Signal::WalkOut | Signal::Shaming => {
                self.offences[by] += 1;
                let threatens = matches!(signal, Signal::Threat | Signal::Ultimatum);
                self.public_threats[by] += u32::from(threatens && register == Register::Public);
            }
            _ => {}
        }
        if self.phase == Phase::Minimal
            && matches!(signal, Signal::Informal | Signal::Consular | Signal::Repair)
        {
            self.conciliations[by] += 1;
        }
    }

    fn apply_signal(&mut self, by: Seat, signal: Signal, strength: i32) {
        let step = self.relation.give(by, signal, strength);
        self.steps.push(step);
    }
}
