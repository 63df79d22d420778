//! Characters and strengths: what tells one counterpart from another.
//!
//! A character says what somebody cares for, a strength how well they know the craft. Neither ever
//! follows from the country.

use crate::counterpart::Curve;
use crate::exact::SplitMix64;
use crate::scenario::Points;

/// The manner in which a counterpart speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Manner {
    /// Polite, without much colour.
    Even,
    /// Has time.
    Patient,
    /// Asks for a lot and presses.
    Tough,
    /// Puts its priorities on the table.
    Open,
    /// Cares for the relation first.
    Relationship,
    /// Wants to be done soon.
    Hasty,
}

impl Manner {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Even => "even",
            Self::Patient => "patient",
            Self::Tough => "tough",
            Self::Open => "open",
            Self::Relationship => "relationship",
            Self::Hasty => "hasty",
        }
    }
}

/// How well a counterpart knows the craft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Errs as people do: sees a fixed pie, holds on to the first number, moves issue by issue.
    Novice,
    /// Trades what matters less for what matters more.
    Practised,
    /// Also reads concessions, estimates how low the other side can go, and uses the deadline.
    Master,
}

impl Strength {
    /// All, the weakest first.
    pub const ALL: [Self; 3] = [Self::Novice, Self::Practised, Self::Master];

    /// The name in word keys and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Novice => "novice",
            Self::Practised => "practised",
            Self::Master => "master",
        }
    }
}

/// What a counterpart cares for.
#[derive(Clone, Copy, Debug)]
pub struct Character {
    /// How it speaks.
    pub manner: Manner,
    /// How far the floor lies on the way from the BATNA to the estimated Nash point, in hundredths.
    pub(super) firmness: Points,
    /// How it lets go over time.
    pub(super) curve: Curve,
    /// How many times as fast as the clock its own time runs.
    pub(super) haste: f64,
    /// From which share of its own time on a deal at the floor is good enough.
    pub(super) late: f64,
    /// After how many rounds without an own offer it takes a small step.
    pub(super) patience: u32,
    /// How many priorities it tells beyond what it was told; negative if it waits to be told more.
    pub(super) candour: i32,
    /// Up to which trust of the other side it warms the relation.
    pub(super) warmth: f64,
    /// How many kind gestures it has in store, besides a hotline.
    pub(super) gestures: u32,
    /// Whether it threatens and sets ultimatums when that suits it.
    pub(super) presses: bool,
    /// How much of what lies between BATNA and floor it gives up under an ultimatum, in hundredths.
    pub(super) yields: Points,
}

impl Character {
    /// Holds out, waits, and never hurries anybody.
    pub const PATIENT: Self = Self {
        manner: Manner::Patient,
        firmness: 95,
        curve: Curve::BOULWARE,
        haste: 1.0,
        late: 0.95,
        patience: 3,
        candour: 0,
        warmth: 0.5,
        gestures: 1,
        presses: false,
        yields: 10,
    };
    /// Asks for more than its half, tells little and presses.
    pub const TOUGH: Self = Self {
        manner: Manner::Tough,
        firmness: 102,
        curve: Curve::BOULWARE,
        haste: 1.1,
        late: 0.9,
        patience: 3,
        candour: -2,
        warmth: 0.0,
        gestures: 0,
        presses: true,
        yields: 0,
    };
    /// Puts its priorities on the table and asks for the same.
    pub const OPEN: Self = Self {
        manner: Manner::Open,
        firmness: 90,
        curve: Curve::LINEAR,
        haste: 1.1,
        late: 0.7,
        patience: 2,
        candour: 4,
        warmth: 0.5,
        gestures: 1,
        presses: false,
        yields: 15,
    };
    /// Cares for the relation first.
    pub const RELATIONSHIP: Self = Self {
        manner: Manner::Relationship,
        firmness: 88,
        curve: Curve::LINEAR,
        haste: 1.0,
        late: 0.7,
        patience: 2,
        candour: 1,
        warmth: 0.85,
        gestures: 3,
        presses: false,
        yields: 30,
    };
    /// Wants to be done soon and gives for it.
    pub const HASTY: Self = Self {
        manner: Manner::Hasty,
        firmness: 74,
        curve: Curve::LINEAR,
        haste: 2.5,
        late: 0.6,
        patience: 2,
        candour: 1,
        warmth: 0.0,
        gestures: 0,
        presses: false,
        yields: 50,
    };

    /// One whose temper is drawn by a number: firmer or softer, sooner or later, never by its country.
    pub fn drawn(seed: u64) -> Self {
        let mut dice = SplitMix64::new(seed);
        Self {
            manner: Manner::Even,
            firmness: 82 + (dice.next_u64() % 13) as Points,
            curve: if dice.next_u64().is_multiple_of(2) { Curve::STEADY } else { Curve::LINEAR },
            haste: 1.0,
            late: 0.7,
            patience: 2,
            candour: 1,
            warmth: 0.5 + 0.05 * (dice.next_u64() % 4) as f64,
            gestures: 1,
            presses: false,
            yields: 20,
        }
    }
}
