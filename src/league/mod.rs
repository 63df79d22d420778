//! Plain alternating offers, as the negotiation leagues play them.
//!
//! Both sides make one complete offer a round until one accepts the other's newest or the rounds run
//! out. There is no talk, no trust and no discounting. A [`Bidder`] knows its own utilities and its
//! reservation value ([`Space`]) and what was offered, nothing else. The game's own talks have
//! counterparts of their own; some of them ask a bidder what to offer.
//!
//! # Invariants
//!
//! - No bidder offers or accepts what is worth less to it than its reservation value.
//! - A bidder does not allocate between its first and its last answer, except where its memory of
//!   distinct offers outgrows what it reserved.
//! - The same space, seed and offers give the same answers on every machine.

mod beliefs;
mod best;
mod curve;
mod endgame;
mod hardheaded;
mod heard;
mod ladder;
mod micro;
mod nice;
mod opponent;
mod protocol;
mod ranking;
mod seen;
mod space;
mod timed;

pub use best::{Best, Tuning};
pub use curve::Curve;
pub use ladder::Ladder;
pub use opponent::{Learner, Opponent};
pub use protocol::{Played, play};
pub use ranking::{Cursor, Ranking};
pub use space::{Space, SpaceError};

use std::sync::Arc;

/// An option of each issue, as numbers: shorter than a deal, so that an offer is a copy and no allocation.
pub type Offer = [u16];

/// What a bidder is told when it is its turn.
#[derive(Clone, Copy, Debug)]
pub struct Turn<'a> {
    /// The newest offer of the other side.
    pub received: Option<&'a Offer>,
    /// Rounds that are over.
    pub step: u32,
    /// All rounds, if they are counted.
    pub steps: Option<u32>,
    /// Relative time, over 0 up to 1.
    pub time: f64,
}

impl Turn<'_> {
    /// Turns of this side that follow this one; with a clock alone it is guessed from the pace so far.
    pub fn left(&self) -> u32 {
        match self.steps {
            Some(steps) => steps.saturating_sub(self.step).saturating_sub(1),
            None if self.time >= 1.0 => 0,
            None => {
                let pace = self.time / (f64::from(self.step) + 1.0);
                ((1.0 - self.time) / pace.max(1e-6)) as u32
            }
        }
    }
}

/// What a bidder does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It makes the offer that it wrote down.
    Offer,
    /// It accepts the newest offer of the other side.
    Accept,
    /// It ends the talks: no offer is worth as much to it as no agreement.
    Leave,
}

/// A player of alternating offers.
pub trait Bidder: Send {
    /// Answers; an offer is written to `out`, which has one place for each issue.
    fn answer(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer;

    /// What it believes that each option is worth to the other side (weight times value, about 1 in
    /// all), for those who ask after the game.
    fn belief(&self) -> Option<Vec<Vec<f64>>> {
        None
    }
}

/// A name and the strategy behind it.
pub struct Entry {
    /// The name on the command line.
    pub name: &'static str,
    /// Makes one for a side; the number seeds its dice.
    pub make: fn(&Arc<Space>, u64) -> Box<dyn Bidder>,
}

/// All strategies, plainest first.
pub const ALL: &[Entry] = &[
    Entry { name: "boulware", make: |space, _| Box::new(timed::Timed::new(space, Curve::BOULWARE)) },
    Entry { name: "linear", make: |space, _| Box::new(timed::Timed::new(space, Curve::LINEAR)) },
    Entry { name: "conceder", make: |space, _| Box::new(timed::Timed::new(space, Curve::CONCEDER)) },
    Entry { name: "tit-for-tat", make: |space, _| Box::new(timed::TitForTat::new(space, false)) },
    Entry { name: "relative-tit-for-tat", make: |space, _| Box::new(timed::TitForTat::new(space, true)) },
    Entry { name: "nice-tit-for-tat", make: |space, seed| Box::new(nice::NiceTitForTat::new(space, seed)) },
    Entry { name: "micro", make: |space, seed| Box::new(micro::Micro::new(space, seed)) },
    Entry { name: "hardheaded", make: |space, seed| Box::new(hardheaded::HardHeaded::new(space, seed)) },
    Entry { name: "mufakat", make: |space, _| Box::new(Best::new(space)) },
];

/// The bidder of a name. It never refuses what it has just offered itself.
pub fn bidder(name: &str, space: &Arc<Space>, seed: u64) -> Option<Box<dyn Bidder>> {
    let entry = ALL.iter().find(|entry| entry.name == name)?;
    let inner = (entry.make)(space, seed);
    Some(Box::new(Consistent { inner, said: vec![0; space.issues()], spoke: false }))
}

/// A bidder that is bound by its own newest offer.
struct Consistent {
    inner: Box<dyn Bidder>,
    said: Vec<u16>,
    spoke: bool,
}

impl Bidder for Consistent {
    fn answer(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer {
        // The strategy hears it all the same: who asks it again for the whole course must find it as it was.
        let answer = self.inner.answer(turn, out);
        if self.spoke && turn.received == Some(&self.said[..]) {
            return Answer::Accept;
        }
        if answer == Answer::Offer {
            self.said.copy_from_slice(out);
            self.spoke = true;
        }
        answer
    }

    fn belief(&self) -> Option<Vec<Vec<f64>>> {
        self.inner.belief()
    }
}

/// All names.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|entry| entry.name).collect()
}
