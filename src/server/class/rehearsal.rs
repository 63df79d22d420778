//! A lesson without students: counterparts of mixed skill at every table, so that the teacher sees the
//! debrief before the lesson. It is a class of its own and never touches the log.

use super::{By, Class, Event, Order, Phase, Teacher};
use crate::exact::SplitMix64;
use crate::scenario::{Scenario, Seat};
use crate::view::Moment;
use std::sync::Arc;

/// Tables of a rehearsal.
pub const PAIRS: usize = 20;
/// Acts at one table at most.
const MOST_ACTS: usize = 600;
/// Who plays, from clumsy to good; plain hagglers among them, so that some talks fail.
const PLAYERS: [&str; 12] = [
    "hasty-novice",
    "open",
    "tough-novice",
    "relationship-novice",
    "patient",
    "conceder",
    "diplomat",
    "boulware",
    "open-novice",
    "tough",
    "patient-novice",
    "hardheaded",
];

/// A class of counterparts that has come to its debrief. The same seed gives the same class.
pub fn rehearse(scenario: Arc<Scenario>, pairs: usize, seed: u64) -> Class {
    let mut class = Class::new(scenario);
    let mut dice = SplitMix64::new(seed);
    for pair in 0..pairs {
        take(&mut class, &Event::Opened(dice.next_u64()));
        for seat in Seat::ALL {
            let name = PLAYERS[(dice.next_u64() % PLAYERS.len() as u64) as usize];
            take(&mut class, &Event::StoodIn { pair, seat, name: name.to_owned() });
        }
    }
    for phase in [Phase::Briefing, Phase::Preparation, Phase::Talks] {
        order(&mut class, &Teacher::Phase(phase, None, seed));
        if phase < Phase::Preparation {
            continue;
        }
        for pair in 0..pairs {
            for _ in 0..MOST_ACTS {
                let table = &class.pairs[pair].table;
                if pair % 3 != 0 && matches!(table.view(Seat::First).moment, Moment::Better { .. }) {
                    // As in a class: most leave the better package for the last round.
                    let mut table = table.clone();
                    let events = table.call_time().to_vec();
                    take(&mut class, &Event::Played { pair, by: By::Host, key: 0, events });
                }
                let table = &class.pairs[pair].table;
                // A few run out of time, as some always do.
                let slow = pair % 7 == 4 && table.round() > class.scenario.shared.timing.rounds / 3;
                if slow && matches!(table.view(Seat::First).moment, Moment::Talks { .. }) {
                    let mut table = table.clone();
                    let events = table.call_time().to_vec();
                    take(&mut class, &Event::Played { pair, by: By::Host, key: 0, events });
                }
                match class.decide(&Order::Step { pair }) {
                    Ok(events) if !events.is_empty() => {
                        events.iter().for_each(|event| take(&mut class, event));
                    }
                    _ => break,
                }
            }
        }
    }
    order(&mut class, &Teacher::Phase(Phase::Debrief, None, seed));
    class
}

fn take(class: &mut Class, event: &Event) {
    class.apply(class.last_at + 1_000, event);
}

/// Carries out what the teacher may do; what is refused changes nothing.
fn order(class: &mut Class, teacher: &Teacher) {
    for event in class.decide(&Order::Teacher(teacher.clone())).unwrap_or_default() {
        take(class, &event);
    }
}
