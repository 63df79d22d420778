//! Offers, and words that the next offer keeps or breaks.

use super::{AUDIENCE_COST, Course, dice};
use crate::rules::state::{Offer, OfferKind};
use crate::rules::{Event, OfferNo, Register};
use crate::scenario::{Deal, Percent, Seat};
use crate::scoring::Signal;

/// A package off the record gets out in one case of ten.
const LEAK: u32 = 1_000;
/// What a leak costs at home, in hundredths of support.
const LEAK_GOODWILL: Percent = -5;
/// A step answers a step if it comes within two turns of one's own.
const RECIPROCITY: u32 = 3;

impl Course<'_> {
    pub(super) fn propose(&mut self, seat: Seat, deal: &Deal) {
        let before = self.state.position(seat).map(|offer| offer.deal.clone());
        let target = self.state.position(seat.other()).map(|offer| offer.deal.clone());
        if self.state.ultimatum.is_some_and(|ultimatum| ultimatum.by == seat) {
            // The offer that was the last one is not: both sides hear that.
            self.push(Event::UltimatumDropped(seat));
        }
        self.offer(Some(seat), OfferKind::Formal, deal);
        self.keep_promises(seat, deal);
        self.give_up_announced(seat, deal);
        if let (Some(before), Some(target)) = (before, target) {
            let step = distance(&before, &target).saturating_sub(distance(deal, &target));
            if step > 0 {
                let answered = self.state.last_concession[seat.other()]
                    .is_some_and(|turn| self.state.turn_no - turn <= RECIPROCITY);
                let signal = if answered { Signal::Reciprocate } else { Signal::Concede };
                self.push(Event::Conceded(seat, step));
                self.signal(seat, signal, signal.strength());
            }
        }
    }

    pub(super) fn explore(&mut self, seat: Seat, deal: &Deal) {
        self.offer(Some(seat), OfferKind::Exploratory, deal);
        let strength = Register::OffRecord.weigh(Signal::OffRecord.strength());
        self.signal(seat, Signal::OffRecord, strength);
        if self.roll(dice::LEAK, 0) < LEAK {
            self.push(Event::Leaked(seat));
            for side in Seat::ALL {
                self.signal(side, Signal::Leak, Signal::Leak.strength());
                self.push(Event::Goodwill(side, LEAK_GOODWILL));
            }
        }
    }

    pub(super) fn offer(&mut self, by: Option<Seat>, kind: OfferKind, deal: &Deal) {
        let no = OfferNo::try_from(self.state.offers.len() + 1).unwrap_or(OfferNo::MAX);
        let round = self.state.round;
        self.push(Event::Offered(Offer { no, by, kind, round, deal: deal.clone() }));
    }

    pub(super) fn keep_promises(&mut self, seat: Seat, deal: &Deal) {
        for (issue, option) in self.state.promised[seat].clone() {
            if deal[issue] == option {
                self.push(Event::PromiseKept(seat, issue));
                self.signal(seat, Signal::KeepPromise, Signal::KeepPromise.strength());
            } else {
                self.push(Event::PromiseBroken(seat, issue));
                self.signal(seat, Signal::BrokenPromise, Signal::BrokenPromise.strength());
            }
        }
    }

    pub(super) fn give_up_announced(&mut self, seat: Seat, deal: &Deal) {
        for (issue, option) in self.state.announced[seat].clone() {
            if deal[issue] != option {
                self.push(Event::Abandoned(seat, issue));
                self.raise_quota(seat);
            }
        }
    }

    pub(super) fn raise_quota(&mut self, seat: Seat) {
        self.push(Event::QuotaRaised(seat, AUDIENCE_COST));
    }
}

/// How far two packages are apart: options between them, in the order of each article.
///
/// It uses nothing but the public text, so that a step can be recognised by both sides alike.
fn distance(one: &Deal, other: &Deal) -> u32 {
    let apart: usize = one.0.iter().zip(&other.0).map(|(a, b)| a.abs_diff(*b)).sum();
    u32::try_from(apart).unwrap_or(u32::MAX)
}
