//! The end of a lesson in the middle of a game.

use super::Event;
use super::state::{Stage, State};
use crate::scenario::Seat;

/// What follows when the host ends the game before the sides have: what one side has not signed stays
/// unsigned, and the better package that one side has not taken is not taken. Nobody is bound by it.
pub fn call_time(state: &State) -> Vec<Event> {
    match state.stage {
        Stage::Preparation | Stage::Talks { .. } | Stage::Signature { .. } => {
            vec![Event::Deadline, Event::Closed]
        }
        Stage::Better { .. } => {
            let silent = Seat::ALL.into_iter().filter(|&seat| state.better_answers[seat].is_none());
            let mut events: Vec<Event> = silent.map(|seat| Event::BetterAnswered(seat, false)).collect();
            events.push(Event::Closed);
            events
        }
        Stage::Closed => Vec::new(),
    }
}
