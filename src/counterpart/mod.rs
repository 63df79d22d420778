//! Computer players: a view goes in, an act comes out.
//!
//! A counterpart receives a [`View`] of its own seat and nothing else, so it cannot see what its seat
//! may not see. It remembers nothing between calls: what it believes it reads from the view each
//! time, so a game can be resumed, and its notebook rebuilt, from the events alone.
//!
//! # Invariants
//!
//! - No counterpart offers or accepts less than its BATNA.
//! - Style never follows from the country: only from the name under which it was asked for.

pub mod diplomat;
mod game;
mod model;
mod plain;
mod search;

pub use crate::league::Curve;
pub use game::{Game, notebook};
pub use model::Model;
pub use search::Search;

use crate::rules::Act;
use crate::scenario::{Deal, Phrase, Seat};
use crate::view::View;
use rand_chacha::ChaCha8Rng;

/// A page of the notebook: what a counterpart believed, wanted and weighed at one turn.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The round.
    pub round: u32,
    /// The turn.
    pub turn: u32,
    /// What it believed of the other side's weights, as shares of 1.
    pub weights: Vec<f64>,
    /// What it wanted at least, as a fraction of 1.
    pub target: f64,
    /// What the other side's newest offer was worth to it.
    pub received: Option<f64>,
    /// The package it chose, if it offered one, with its own utility.
    pub chosen: Option<(Deal, f64)>,
    /// Why it did what it did.
    pub why: Phrase,
}

/// What a counterpart does, and what it writes in its notebook.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The act.
    pub act: Act,
    /// The note.
    pub note: Option<Note>,
}

impl From<Act> for Decision {
    fn from(act: Act) -> Self {
        Self { act, note: None }
    }
}

/// A computer player of the talks.
pub trait Counterpart: Send + Sync {
    /// What it does now. Something is expected of its seat when it is asked.
    fn act(&self, view: &View<'_>, dice: &mut ChaCha8Rng) -> Decision;
}

/// A name and what stands behind it.
pub struct Entry {
    /// The name on the command line and in records; word keys are `counterpart-<name>`.
    pub name: &'static str,
    /// Makes one; the number draws its temper, never the country.
    pub make: fn(u64) -> Box<dyn Counterpart>,
}

/// All counterparts, in the order in which they are offered.
pub const ALL: &[Entry] = &[
    Entry { name: "diplomat", make: |seed| Box::new(diplomat::Diplomat::drawn(seed)) },
    Entry { name: "boulware", make: |_| Box::new(plain::Plain::new(plain::Way::Timed(Curve::BOULWARE))) },
    Entry { name: "linear", make: |_| Box::new(plain::Plain::new(plain::Way::Timed(Curve::LINEAR))) },
    Entry { name: "conceder", make: |_| Box::new(plain::Plain::new(plain::Way::Timed(Curve::CONCEDER))) },
    Entry { name: "tit-for-tat", make: |_| Box::new(plain::Plain::new(plain::Way::TitForTat)) },
];

/// The counterpart of a name at a seat of a table with this seed.
pub fn by_name(name: &str, seed: u64, seat: Seat) -> Option<Box<dyn Counterpart>> {
    let drawn = crate::exact::SplitMix64::new(seed ^ (seat.index() as u64 + 1).rotate_left(32)).next_u64();
    ALL.iter().find(|entry| entry.name == name).map(|entry| (entry.make)(drawn))
}

/// Whether there is a counterpart of this name.
pub fn exists(name: &str) -> bool {
    ALL.iter().any(|entry| entry.name == name)
}

/// All names.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|entry| entry.name).collect()
}
