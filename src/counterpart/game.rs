//! A table with counterparts at it.

use super::{Counterpart, Note};
use crate::rules::{Act, Command, Event};
use crate::scenario::{PerSeat, Scenario, Seat};
use crate::table::{Player, Table};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use std::sync::Arc;

/// A table and who plays at it.
pub struct Game {
    /// The table.
    pub table: Table,
    /// Who plays.
    pub players: PerSeat<Player>,
    counterparts: PerSeat<Option<Box<dyn Counterpart>>>,
}

/// More acts than this in one turn mean that a counterpart goes round in circles.
const MOST_ACTS: u32 = 24;

impl Game {
    /// A game at a table; a name that is unknown leaves its seat to a person.
    pub fn new(table: Table, players: PerSeat<Player>) -> Self {
        let counterparts = PerSeat::from_fn(|seat| match &players[seat] {
            Player::Person => None,
            Player::Counterpart(name) => super::by_name(name, table.seed(), seat),
        });
        Self { table, players, counterparts }
    }

    /// Whether a counterpart sits in a seat.
    pub fn is_counterpart(&self, seat: Seat) -> bool {
        self.counterparts[seat].is_some()
    }

    /// The counterpart in a seat.
    pub fn counterpart(&self, seat: Seat) -> Option<&dyn Counterpart> {
        self.counterparts[seat].as_deref()
    }

    /// Lets a counterpart act once, if something is expected of one; says which seat acted.
    pub fn step(&mut self) -> Option<Seat> {
        let seat = Seat::ALL
            .into_iter()
            .find(|&seat| self.counterparts[seat].is_some() && self.table.awaits(seat))?;
        let counterpart = self.counterparts[seat].as_ref()?;
        let mut dice = dice(&self.table, seat);
        let act = counterpart.act(&self.table.view(seat), &mut dice).act;
        if self.table.play(seat, &act).is_err() {
            // A counterpart never hangs a game: what it may not do, it leaves.
            let way_out = Act::from(Command::EndTurn);
            if self.table.play(seat, &way_out).is_err() {
                return None;
            }
        }
        Some(seat)
    }

    /// Lets counterparts act until a person is expected to, or the game is over.
    pub fn run(&mut self) {
        let mut acts = 0;
        let mut turn = (0, 0);
        while let Some(seat) = self.step() {
            let now = (self.table.view(seat).turn_no, self.table.round());
            if now == turn {
                acts += 1;
            } else {
                (turn, acts) = (now, 0);
            }
            if acts > MOST_ACTS && self.table.play(seat, &Act::from(Command::EndTurn)).is_err() {
                return;
            }
        }
    }
}

/// The dice of a counterpart at one decision: a function of seed, seat and events so far, so that a
/// resumed game goes on as it would have.
fn dice(table: &Table, seat: Seat) -> ChaCha8Rng {
    let salt =
        (table.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (seat.index() as u64 + 1).rotate_left(40);
    ChaCha8Rng::seed_from_u64(table.seed() ^ salt)
}

/// The notebook of a counterpart, rebuilt from the events: the same views lead to the same notes.
pub fn notebook(
    scenario: &Arc<Scenario>,
    events: &[Event],
    seat: Seat,
    counterpart: &dyn Counterpart,
) -> Vec<Note> {
    notebook_of_turns(scenario, events, seat, counterpart, |_| true)
}

/// The same for a counterpart that held the seat for a part of the game: `held` says whether it caused the
/// event with this number, from 1.
pub fn notebook_of_turns(
    scenario: &Arc<Scenario>,
    events: &[Event],
    seat: Seat,
    counterpart: &dyn Counterpart,
    held: impl Fn(usize) -> bool,
) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut at = 1.min(events.len());
    let mut table = Table::replay(Arc::clone(scenario), events[..at].to_vec());
    while at < events.len() {
        let mut length = 1;
        if held(at + 1) && table.awaits(seat) && !table.is_closed() {
            let decision = counterpart.act(&table.view(seat), &mut dice(&table, seat));
            let mut next = table.clone();
            if let Ok(batch) = next.play(seat, &decision.act)
                && events[at..].starts_with(batch)
            {
                length = batch.len();
                notes.extend(decision.note);
            }
        }
        table.follow(&events[at..at + length]);
        at += length;
    }
    notes
}
