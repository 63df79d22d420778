//! What can be asked of a class, and what follows.

use super::{By, Class, Event, Pair, Phase};
use crate::counterpart::{self, Game};
use crate::rules::{Act, Command, Refusal};
use crate::scenario::{PerSeat, Seat};
use crate::table::Player;

/// Names longer than this are cut, in characters.
const LONGEST_NAME: usize = 24;
/// What the teacher says at once, in characters.
const LONGEST_NOTICE: usize = 400;
/// The longest phase that can be asked for, in minutes.
const LONGEST_PHASE: u64 = 24 * 60;
/// People in a class at most.
const MOST_PEOPLE: usize = 400;

/// What is asked of a class. Chance comes in with it.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Somebody wants to come in.
    Join {
        /// The name, typed or made up.
        name: String,
        /// The digest of the device's token.
        device: String,
        /// Four digits for another phone.
        digits: String,
        /// The seed of a table that may have to be opened.
        seed: u64,
    },
    /// Another device wants to speak for a person.
    Attach {
        /// The person.
        person: usize,
        /// The digest of the device's token.
        device: String,
    },
    /// A person has understood the sheet.
    Understand {
        /// The person.
        person: usize,
        /// The number of the post.
        key: u64,
    },
    /// A person acts at the table.
    Act {
        /// The person.
        person: usize,
        /// The number of the post: the same one twice counts once.
        key: u64,
        /// The act.
        act: Act,
    },
    /// A person takes the chair back from a counterpart.
    TakeBack(usize),
    /// A counterpart in an empty chair acts, if something is expected of it.
    Step {
        /// The table.
        pair: usize,
    },
    /// A counterpart takes a chair, because it was silent for too long or by a click.
    StandIn {
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
        /// The counterpart.
        name: String,
    },
    /// Something at the teacher's console.
    Teacher(Teacher),
}

/// What the teacher asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Teacher {
    /// Everybody without a seat gets one, in an order drawn with this seed, or as they came.
    Pair(Option<u64>, u64),
    /// A person goes to this seat; a table number beyond the last opens a new one with the seed.
    Place(usize, usize, Seat, u64),
    /// Another phase, for so many minutes; the seed is for tables that must be opened.
    Phase(Phase, Option<u64>, u64),
    /// Everything stands still.
    Pause,
    /// It goes on.
    Resume,
    /// So many minutes more.
    Extend(u64),
    /// Words to one table or to all.
    Tell(Option<usize>, String),
    /// The counterpart leaves a chair to its person.
    HandBack(usize, Seat),
    /// These pages of the debrief are open.
    Pages(u8),
}

/// Why an order is not carried out. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum No {
    /// There is no such person, table or seat.
    Unknown,
    /// The class is full.
    Full,
    /// The person has no seat yet.
    NoSeat,
    /// The class is paused.
    Paused,
    /// Not in this phase of the lesson.
    NotNow(Phase),
    /// A counterpart holds the chair.
    StandIn,
    /// The rules of the game refuse it.
    Rules(Refusal),
    /// It could not be saved, so it did not happen.
    NotSaved,
}

impl Class {
    /// The events that follow from an order, at this time. An empty list means that it was done before.
    ///
    /// # Errors
    ///
    /// [`No`] with the reason.
    pub fn decide(&self, order: &Order) -> Result<Vec<Event>, No> {
        match order {
            Order::Join { name, device, digits, seed } => self.join(name, device, digits, *seed),
            Order::Attach { person, device } => {
                let known = self.people.get(*person).ok_or(No::Unknown)?;
                if known.devices.contains(device) {
                    return Ok(Vec::new());
                }
                Ok(vec![Event::Attached { person: *person, device: device.clone() }])
            }
            Order::Understand { person, key } => {
                let known = self.people.get(*person).ok_or(No::Unknown)?;
                if known.understood {
                    return Ok(Vec::new());
                }
                Ok(vec![Event::Understood { person: *person, key: *key }])
            }
            Order::Act { person, key, act } => self.act(*person, *key, act),
            Order::TakeBack(person) => {
                let (pair, seat) = self.place(*person).ok_or(No::NoSeat)?;
                self.hand_back(pair, seat)
            }
            Order::Step { pair } => self.step(*pair),
            Order::StandIn { pair, seat, name } => self.stand_in(*pair, *seat, name),
            Order::Teacher(teacher) => self.teach(teacher),
        }
    }

    fn pair(&self, pair: usize) -> Result<&Pair, No> {
        self.pairs.get(pair).map(AsRef::as_ref).ok_or(No::Unknown)
    }

    fn join(&self, name: &str, device: &str, digits: &str, seed: u64) -> Result<Vec<Event>, No> {
        if self.person_of(device).is_some() {
            return Ok(Vec::new());
        }
        if self.people.len() >= MOST_PEOPLE {
            return Err(No::Full);
        }
        let name = self.free_name(name);
        let mut events = vec![Event::Joined { name, device: device.to_owned(), digits: digits.to_owned() }];
        if self.phase != Phase::Join {
            self.seat_late(self.people.len(), seed, &mut events);
        }
        Ok(events)
    }

    /// The name without what does not belong in one, with a number if somebody bears it already.
    fn free_name(&self, name: &str) -> String {
        let clean: String = name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
        let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
        let taken = |name: &str| self.people.iter().any(|person| person.name == name);
        if !taken(&clean) {
            return clean;
        }
        (2..).map(|no| format!("{clean} {no}")).find(|name| !taken(name)).unwrap_or(clean)
    }

    fn act(&self, person: usize, key: u64, act: &Act) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        if key != 0 && known.keys.contains(&key) {
            return Ok(Vec::new());
        }
        let (no, seat) = known.place.ok_or(No::NoSeat)?;
        let pair = self.pair(no)?;
        if self.clock.paused.is_some() {
            return Err(No::Paused);
        }
        if pair.stand_in[seat].is_some() {
            return Err(No::StandIn);
        }
        if !self.is_time_for(&act.command) {
            return Err(No::NotNow(self.phase));
        }
        let events = pair.table.decide(seat, act).map_err(No::Rules)?;
        Ok(vec![Event::Played { pair: no, by: By::Person(person, seat), key, events }])
    }

    /// Which commands belong to the running phase.
    fn is_time_for(&self, command: &Command) -> bool {
        match command {
            Command::Prepare(_) => matches!(self.phase, Phase::Preparation | Phase::Talks),
            Command::Reflect(_) => self.phase >= Phase::Talks,
            _ => self.phase == Phase::Talks,
        }
    }

    fn step(&self, no: usize) -> Result<Vec<Event>, No> {
        let pair = self.pair(no)?;
        if self.clock.paused.is_some() || self.phase < Phase::Preparation {
            return Err(No::Paused);
        }
        let players = PerSeat::from_fn(|seat| match &pair.stand_in[seat] {
            Some(name) => Player::Counterpart(name.clone()),
            None => Player::Person,
        });
        let talks = pair.table.round() > 0 && !pair.table.is_closed();
        if talks && self.phase != Phase::Talks {
            return Err(No::NotNow(self.phase));
        }
        let mut game = Game::new(pair.table.clone(), players);
        let Some(seat) = game.step() else { return Ok(Vec::new()) };
        let events = game.table.events()[pair.table.len()..].to_vec();
        Ok(vec![Event::Played { pair: no, by: By::Counterpart(seat), key: 0, events }])
    }

    fn stand_in(&self, no: usize, seat: Seat, name: &str) -> Result<Vec<Event>, No> {
        let pair = self.pair(no)?;
        if !counterpart::exists(name) {
            return Err(No::Unknown);
        }
        if pair.stand_in[seat].is_some() {
            return Ok(Vec::new());
        }
        Ok(vec![Event::StoodIn { pair: no, seat, name: name.to_owned() }])
    }

    fn hand_back(&self, no: usize, seat: Seat) -> Result<Vec<Event>, No> {
        let pair = self.pair(no)?;
        if pair.stand_in[seat].is_none() {
            return Ok(Vec::new());
        }
        if pair.delegations[seat].is_empty() {
            return Err(No::NoSeat);
        }
        Ok(vec![Event::HandedBack { pair: no, seat }])
    }

    fn teach(&self, teacher: &Teacher) -> Result<Vec<Event>, No> {
        match teacher {
            Teacher::Pair(order, seed) => {
                let mut events = Vec::new();
                self.seat_all(*order, *seed, &mut events);
                Ok(events)
            }
            Teacher::Place(person, pair, seat, seed) => self.seat_by_hand(*person, *pair, *seat, *seed),
            Teacher::Phase(phase, minutes, seed) => Ok(self.enter(*phase, *minutes, *seed)),
            Teacher::Pause if self.clock.paused.is_some() => Ok(Vec::new()),
            Teacher::Pause => Ok(vec![Event::Paused]),
            Teacher::Resume if self.clock.paused.is_none() => Ok(Vec::new()),
            Teacher::Resume => Ok(vec![Event::Resumed]),
            Teacher::Extend(minutes) => {
                let minutes = (*minutes).min(LONGEST_PHASE);
                Ok(match self.clock.ends {
                    Some(_) => vec![Event::Extended(minutes * 60_000)],
                    None => vec![Event::PhaseSet(self.phase, Some(minutes * 60_000))],
                })
            }
            Teacher::Tell(pair, words) => {
                if pair.is_some_and(|pair| pair >= self.pairs.len()) {
                    return Err(No::Unknown);
                }
                let words: String = words.trim().chars().take(LONGEST_NOTICE).collect();
                Ok(vec![Event::Told { pair: *pair, words }])
            }
            Teacher::HandBack(pair, seat) => self.hand_back(*pair, *seat),
            Teacher::Pages(pages) => Ok(vec![Event::Pages(*pages)]),
        }
    }

    /// What entering a phase brings with it: seats, default preparations, the end of talks.
    fn enter(&self, phase: Phase, minutes: Option<u64>, seed: u64) -> Vec<Event> {
        let mut events = Vec::new();
        if phase > Phase::Join {
            self.seat_all(Some(seed), seed, &mut events);
        }
        let limit = minutes.map(|minutes| minutes.clamp(1, LONGEST_PHASE) * 60_000);
        events.push(Event::PhaseSet(phase, limit));
        // Tables that are opened by this very order are in it too.
        let mut after = self.clone();
        for event in &events {
            after.apply(self.last_at, event);
        }
        for (no, pair) in after.pairs.iter().enumerate() {
            let mut table = pair.table.clone();
            if phase == Phase::Talks {
                // Who did not prepare goes in without a target: that binds nobody.
                for seat in Seat::ALL {
                    let _ = table.play(seat, &Command::Prepare(Default::default()).into());
                }
            } else if phase > Phase::Talks {
                table.call_time();
            }
            let happened = table.events()[pair.table.len()..].to_vec();
            if !happened.is_empty() {
                events.push(Event::Played { pair: no, by: By::Host, key: 0, events: happened });
            }
        }
        if phase == Phase::Debrief && self.pages == 0 {
            events.push(Event::Pages(1));
        }
        events
    }
}
