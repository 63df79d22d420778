//! Trust and coercion: what each move does to the relation.
//!
//! Trust has two layers, a current value and a lasting damage that caps it, with losses three
//! times as fast as gains. Broken trust recovers through good acts, but after deception never
//! fully (Schweitzer, Hershey and Bradlow 2006; the two layers after Pant and Yu 2025). Rates are
//! a design choice, scaled for eight to twelve rounds.

use crate::exact::half_to_the_quarter;
use crate::scenario::sector::named;
use crate::scenario::{PerSeat, Seat};

/// Trust and damage are whole billionths, so that thresholds are crossed alike everywhere.
pub const FULL: i64 = 1_000_000_000;

/// Below this, bridging options stay locked and the talks slow down.
pub const LOW: i64 = FULL * 35 / 100;
/// Below this, only minimal contact is left.
pub const BROKEN: i64 = FULL * 20 / 100;
/// Above this, the partner's next disclosure costs no action.
pub const HIGH: i64 = FULL * 65 / 100;

named! {
    /// What a move says to the other side.
    Signal {
        /// A priority was told.
        Disclose "disclose",
        /// A step towards the other side.
        Concede "concede",
        /// A step in answer to a step.
        Reciprocate "reciprocate",
        /// A promise was kept.
        KeepPromise "keep_promise",
        /// One issue was signed early.
        EarlyHarvest "early_harvest",
        /// Cultural diplomacy.
        Cultural "cultural",
        /// An informal word.
        Informal "informal",
        /// A package off the record.
        OffRecord "off_record",
        /// A hotline or a joint exercise.
        Hotline "hotline",
        /// The mediator's text was accepted.
        AcceptText "accept_text",
        /// An apology, something taken back.
        Repair "repair",
        /// Help for each other's citizens.
        Consular "consular",
        /// A threat.
        Threat "threat",
        /// Take it or leave it.
        Ultimatum "ultimatum",
        /// Leaving the room.
        WalkOut "walkout",
        /// Shaming in the media.
        Shaming "shaming",
        /// A lie came out.
        LieExposed "lie_exposed",
        /// A promise was broken.
        BrokenPromise "broken_promise",
        /// Something off the record leaked.
        Leak "leak",
        /// Something outside the room.
        News "news",
    }
}

impl Signal {
    /// How strongly it works on trust, in thousandths; of [`Signal::News`] the scenario says it.
    pub const fn strength(self) -> i32 {
        match self {
            Self::Disclose | Self::Hotline => 400,
            Self::Concede | Self::EarlyHarvest => 500,
            Self::Reciprocate | Self::KeepPromise => 600,
            Self::Cultural | Self::AcceptText | Self::Repair => 300,
            Self::Informal | Self::OffRecord | Self::Consular => 200,
            Self::Threat | Self::Ultimatum | Self::Leak => -600,
            Self::WalkOut => -400,
            Self::Shaming => -700,
            Self::LieExposed => -800,
            Self::BrokenPromise => -1000,
            Self::News => 0,
        }
    }

    /// Coercion, in half points.
    pub const fn coercion(self) -> i32 {
        match self {
            Self::Threat | Self::Ultimatum | Self::LieExposed => 2,
            Self::WalkOut | Self::Shaming => 1,
            Self::BrokenPromise => 3,
            Self::Repair => -1,
            _ => 0,
        }
    }

    /// Whether it deceives, which leaves lasting damage.
    pub const fn deceives(self) -> bool {
        matches!(self, Self::LieExposed | Self::BrokenPromise)
    }
}

/// One signal as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Who gave it.
    pub actor: Seat,
    /// What it was.
    pub signal: Signal,
    /// How strong it was, in thousandths, with register and repetition.
    pub strength: i32,
    /// What it changed in the other side's trust, in billionths.
    pub change: i64,
}

/// How the two sides stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Each side's trust in the other, in billionths.
    pub trust: PerSeat<i64>,
    /// Lasting damage to the other's reputation in each side's eyes, in billionths.
    pub damage: PerSeat<i64>,
    /// Coercion so far, in half points.
    pub coercion: i32,
}

impl Relation {
    /// At the start, with each side's trust in hundredths.
    pub fn new(trust: PerSeat<i32>) -> Self {
        Self {
            trust: trust.map(|percent| i64::from(*percent) * (FULL / 100)),
            damage: PerSeat::both(0),
            coercion: 0,
        }
    }

    /// Gives a signal of `strength` thousandths: the other side's trust changes.
    pub fn give(&mut self, actor: Seat, signal: Signal, strength: i32) -> Step {
        let other = actor.other();
        let before = self.trust[other];
        self.trust[other] = self.trust_after(other, strength);
        if strength <= 0 && signal.deceives() {
            let size = i64::from(strength.unsigned_abs());
            self.damage[other] += rounded(size * (FULL - self.damage[other]), 2_000);
        }
        self.coercion = (self.coercion + signal.coercion()).max(0);
        Step { actor, signal, strength, change: self.trust[other] - before }
    }

    /// What the trust of `seat` would be after a signal of `strength` thousandths from the other side,
    /// in billionths: at full strength a quarter of what is missing is won, or three quarters of what
    /// is there is lost.
    pub fn trust_after(&self, seat: Seat, strength: i32) -> i64 {
        let before = self.trust[seat];
        let size = i64::from(strength.unsigned_abs());
        if strength > 0 {
            let room = (FULL - self.damage[seat] - before).max(0);
            before + rounded(size * room, 4_000).min(room)
        } else {
            (before - rounded(3 * size * before, 4_000)).max(0)
        }
    }

    /// The smaller of the two trusts, in billionths.
    pub fn least_trust(&self) -> i64 {
        self.trust.first.min(self.trust.second)
    }

    /// K: 0 without coercion, one half at two points, three quarters at four.
    pub fn pressure(&self) -> f64 {
        1.0 - half_to_the_quarter(self.coercion.unsigned_abs())
    }
}

fn rounded(numerator: i64, denominator: i64) -> i64 {
    (numerator + denominator / 2) / denominator
}

/// Billionths as a fraction of 1.
pub fn share(billionths: i64) -> f64 {
    billionths as f64 / FULL as f64
}
