//! Moves that only work on the relation: channels, pressure and repair.

use super::Course;
use crate::rules::{Event, Register};
use crate::scenario::{Percent, Seat};
use crate::scoring::Signal;

/// What cultural diplomacy wins in the other country, in hundredths of support.
const CULTURE_GOODWILL: Percent = 3;

impl Course<'_> {
    pub(super) fn move_(&mut self, seat: Seat, signal: Signal, register: Register) {
        self.push(Event::Moved(seat, signal, register));
        self.signal(seat, signal, register.weigh(signal.strength()));
    }

    pub(super) fn culture(&mut self, seat: Seat) {
        let strength = Signal::Cultural.strength() >> self.state.culture[seat].min(30);
        self.push(Event::Moved(seat, Signal::Cultural, Register::Public));
        if strength > 0 {
            self.signal(seat, Signal::Cultural, Register::Public.weigh(strength));
            self.push(Event::Goodwill(seat.other(), CULTURE_GOODWILL));
        }
    }

    pub(super) fn consular(&mut self, seat: Seat) {
        let fresh = self.state.consular[seat] < 2;
        self.push(Event::Moved(seat, Signal::Consular, Register::Formal));
        if fresh {
            self.signal(seat, Signal::Consular, Signal::Consular.strength());
        }
    }

    pub(super) fn ultimatum(&mut self, seat: Seat, register: Register) {
        if let Some(offer) = self.state.position(seat).map(|offer| offer.no) {
            self.push(Event::UltimatumSet(seat, offer, register));
            self.signal(seat, Signal::Ultimatum, register.weigh(Signal::Ultimatum.strength()));
        }
    }

    pub(super) fn repair(&mut self, seat: Seat, register: Register) {
        let deceived = self.state.relation.damage[seat.other()] > 0;
        let public = self.state.public_threats[seat] > 0;
        if self.state.ultimatum.is_some_and(|ultimatum| ultimatum.by == seat) {
            self.push(Event::UltimatumDropped(seat));
        }
        self.push(Event::Moved(seat, Signal::Repair, register));
        let strength = register.weigh(Signal::Repair.strength()) / if deceived { 2 } else { 1 };
        self.signal(seat, Signal::Repair, strength);
        if public {
            // Backing down before the public is remembered at home.
            self.raise_quota(seat);
        }
    }
}
