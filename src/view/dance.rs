//! The dance of offers: what each step of a side did for both (Hindriks, Jonker and Tykhonov 2007).

use crate::rules::{Offer, OfferKind, OfferNo};
use crate::scenario::{Deal, PerSeat, Points, Seat};
use crate::scoring::Case;

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

/// One offer on the way, with both utilities.
#[derive(Clone, Debug, PartialEq)]
pub struct DanceStep {
    /// The offer.
    pub no: OfferNo,
    /// Who made it.
    pub by: Option<Seat>,
    /// Its kind.
    pub kind: OfferKind,
    /// The round.
    pub round: u32,
    /// The package.
    pub deal: Deal,
    /// What it is worth to both.
    pub utilities: [Points; 2],
    /// What it changed against the same side's last offer.
    pub step: Option<Step>,
}

/// Every package on the table with both utilities. It opens both sides: it belongs behind the end of a
/// game, or before people who hold no seat.
pub fn dance(case: &Case<'_>, offers: &[Offer]) -> Vec<DanceStep> {
    let mut last: PerSeat<Option<[Points; 2]>> = PerSeat::default();
    offers
        .iter()
        .map(|offer| {
            let utilities = case.utilities(&offer.deal);
            let step = offer.by.filter(|_| offer.kind == OfferKind::Formal).and_then(|by| {
                let before = last[by].replace(utilities)?;
                let (own, other) = (by.index(), by.other().index());
                Some(Step::of(utilities[own] - before[own], utilities[other] - before[other]))
            });
            DanceStep {
                no: offer.no,
                by: offer.by,
                kind: offer.kind,
                round: offer.round,
                deal: offer.deal.clone(),
                utilities,
                step,
            }
        })
        .collect()
}
