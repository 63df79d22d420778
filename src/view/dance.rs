//! The dance of offers: what each step of a side did for both (Hindriks, Jonker and Tykhonov 2007).

use crate::scenario::Points;

/// The kind of a step from one's own last offer to the next, by the change of both utilities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Better for both.
    Fortunate,
    /// Better for the other at no cost.
    Nice,
    /// Better for the other, worse for oneself.
    Concession,
    /// Better for oneself, not for the other.
    Selfish,
    /// Worse for both, or worse for the other at no gain.
    Unfortunate,
    /// Nothing that matters.
    Silent,
}

impl Step {
    /// All, in order.
    pub const ALL: [Self; 6] =
        [Self::Fortunate, Self::Nice, Self::Concession, Self::Selfish, Self::Unfortunate, Self::Silent];

    /// The name in word keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fortunate => "fortunate",
            Self::Nice => "nice",
            Self::Concession => "concession",
            Self::Selfish => "selfish",
            Self::Unfortunate => "unfortunate",
            Self::Silent => "silent",
        }
    }

    /// The kind of a step with these changes of own and other utility.
    pub const fn of(own: Points, other: Points) -> Self {
        match (own, other) {
            (0, 0) => Self::Silent,
            (own, other) if own > 0 && other > 0 => Self::Fortunate,
            (0, other) if other > 0 => Self::Nice,
            (own, other) if own < 0 && other > 0 => Self::Concession,
            (own, _) if own > 0 => Self::Selfish,
            _ => Self::Unfortunate,
        }
    }
}
