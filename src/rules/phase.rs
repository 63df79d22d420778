//! The phases of a relation: normal, slow-down, minimal interaction.

use super::state::State;
use crate::scenario::Seat;
use crate::scoring::relation::{BROKEN, LOW};
use serde::{Deserialize, Serialize};

/// How the two sides deal with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Phase {
    /// Everything is possible.
    Normal,
    /// One action a side, on the record only, no new issues.
    SlowDown,
    /// Informal contact, mediator, help for citizens and repair; after two rounds the talks end.
    Minimal,
}

impl Phase {
    /// The name in word keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::SlowDown => "slow-down",
            Self::Minimal => "minimal",
        }
    }
}

/// Why a phase changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// Trust fell too low.
    Trust,
    /// Too much coercion.
    Coercion,
    /// Two rounds without a step.
    Standstill,
    /// Both sides took a step.
    Steps,
    /// One side made two conciliatory moves on its own (GRIT).
    GoodWill,
    /// A mediator came in.
    Mediator,
}

impl Why {
    /// The key of the words for it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Trust => "why-trust",
            Self::Coercion => "why-coercion",
            Self::Standstill => "why-standstill",
            Self::Steps => "why-steps",
            Self::GoodWill => "why-good-will",
            Self::Mediator => "why-mediator",
        }
    }
}

/// What the end of a round makes of the relation.
pub(super) enum Turning {
    /// As before.
    Stays,
    /// Another phase.
    To(Phase, Why),
    /// The talks break down.
    Collapses,
}

/// Coercion above one half slows the talks down: that is more than two points.
const COERCION_LIMIT: i32 = 4;
/// Rounds without a step that a phase endures.
const PATIENCE: u32 = 2;

/// Reads the relation at the end of a round.
pub(super) fn at_round_end(state: &State) -> Turning {
    let trust = state.relation.least_trust();
    match state.phase {
        Phase::Normal if trust < LOW => Turning::To(Phase::SlowDown, Why::Trust),
        Phase::Normal if state.relation.coercion > COERCION_LIMIT => {
            Turning::To(Phase::SlowDown, Why::Coercion)
        }
        Phase::Normal if state.idle_rounds >= PATIENCE => Turning::To(Phase::SlowDown, Why::Standstill),
        Phase::SlowDown if trust < BROKEN => Turning::To(Phase::Minimal, Why::Trust),
        Phase::SlowDown if state.idle_rounds >= PATIENCE => Turning::To(Phase::Minimal, Why::Standstill),
        Phase::SlowDown
            if trust >= LOW && Seat::ALL.into_iter().all(|seat| state.gave[seat].contains(&true)) =>
        {
            Turning::To(Phase::Normal, Why::Steps)
        }
        Phase::Minimal if state.rounds_in_phase >= PATIENCE => Turning::Collapses,
        _ => Turning::Stays,
    }
}
