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

pub mod coach;
pub mod diplomat;
mod borrowed;
mod game;
mod hindsight;
mod model;
mod plain;
mod search;
mod wish;

pub use crate::league::Curve;
pub use diplomat::{Character, Diplomat, Manner, Strength};
pub use game::{Game, notebook, notebook_of_turns};
pub use hindsight::{Reading, hindsight, judged};
pub use model::Model;
pub use search::Search;
pub use wish::{Near, distance, wish};

use crate::rules::Act;
use crate::scenario::{Deal, Phrase, Points, Seat};
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
    /// What it believed that no agreement is worth to the other side, as a fraction of 1.
    pub reservation: Option<f64>,
    /// What it wanted at least, as a fraction of 1.
    pub target: f64,
    /// What the other side's newest offer was worth to it.
    pub received: Option<f64>,
    /// Up to three packages that it weighed, the chosen one first.
    pub considered: Vec<Considered>,
    /// The package it chose, if it offered one, with its own utility.
    pub chosen: Option<(Deal, f64)>,
    /// Why it did what it did.
    pub why: Phrase,
}

/// A package that a counterpart weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct Considered {
    /// The package.
    pub deal: Deal,
    /// Its own utility, as a fraction of 1.
    pub own: f64,
    /// What it believed it to be worth to the other side, as a fraction of 1.
    pub other: f64,
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

    /// What an offer of the other side must be worth to it now, in points. It is its secret: whoever
    /// asks for it may answer with [`Near`] and nothing finer.
    fn bar(&self, view: &View<'_>) -> Points;

    /// Whether something in a package bars it now, whatever it is worth.
    fn minds(&self, _view: &View<'_>, _deal: &Deal) -> bool {
        false
    }
}

/// A name and what stands behind it.
pub struct Entry {
    /// The name on the command line and in records; word keys are `counterpart-<name>`.
    pub name: &'static str,
    /// Makes one; the number draws its temper, never the country.
    pub make: fn(u64) -> Box<dyn Counterpart>,
    /// Its manner and strength, if it has a character.
    pub craft: Option<(Manner, Strength)>,
}

/// A counterpart with a character.
macro_rules! character {
    ($name:literal, $character:ident, $strength:ident) => {
        Entry {
            name: $name,
            make: |seed| Box::new(Diplomat::new(Character::$character, Strength::$strength, seed)),
            craft: Some((Character::$character.manner, Strength::$strength)),
        }
    };
}

/// A plain strategy.
macro_rules! plain {
    ($name:literal, $way:expr) => {
        Entry { name: $name, make: |_| Box::new(plain::Plain::new($way)), craft: None }
    };
}

/// Who plays where nobody was chosen.
pub const USUAL: &str = "diplomat";

/// All counterparts, in the order in which they are offered.
pub const ALL: &[Entry] = &[
    Entry {
        name: USUAL,
        make: |seed| Box::new(Diplomat::drawn(seed)),
        craft: Some((Manner::Even, Strength::Practised)),
    },
    character!("patient", PATIENT, Practised),
    character!("tough", TOUGH, Practised),
    character!("open", OPEN, Practised),
    character!("relationship", RELATIONSHIP, Practised),
    character!("hasty", HASTY, Practised),
    character!("patient-novice", PATIENT, Novice),
    character!("tough-novice", TOUGH, Novice),
    character!("open-novice", OPEN, Novice),
    character!("relationship-novice", RELATIONSHIP, Novice),
    character!("hasty-novice", HASTY, Novice),
    character!("patient-master", PATIENT, Master),
    character!("tough-master", TOUGH, Master),
    character!("open-master", OPEN, Master),
    character!("relationship-master", RELATIONSHIP, Master),
    character!("hasty-master", HASTY, Master),
    plain!("boulware", plain::Way::Timed(Curve::BOULWARE)),
    plain!("linear", plain::Way::Timed(Curve::LINEAR)),
    plain!("conceder", plain::Way::Timed(Curve::CONCEDER)),
    plain!("tit-for-tat", plain::Way::TitForTat),
    plain!("relative-tit-for-tat", plain::Way::League("relative-tit-for-tat")),
    plain!("nice-tit-for-tat", plain::Way::League("nice-tit-for-tat")),
    plain!("micro", plain::Way::League("micro")),
    plain!("hardheaded", plain::Way::League("hardheaded")),
    plain!("mufakat", plain::Way::League("mufakat")),
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
