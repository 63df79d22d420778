//! What can be asked of a class, and what follows.

use super::naming::is_written;
use super::{Answers, By, Class, Event, Occasion, Pair, Phase, Teacher, Word};
use crate::counterpart::{self, Game};
use crate::rules::{Act, Command, Refusal};
use crate::scenario::{PerSeat, Seat};
use crate::table::{LONGEST_NAME, Player};

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
    /// Somebody of the list wants to come in.
    Pick {
        /// The number on the list.
        entry: usize,
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
    /// A person picked the wrong name and frees it; until another is chosen this one holds, made up.
    Release {
        /// The person.
        person: usize,
        /// A name that was made up.
        name: String,
    },
    /// A person takes another name, of the list or typed.
    Name {
        /// The person.
        person: usize,
        /// The number on the list.
        entry: Option<usize>,
        /// What was typed; it counts without a number.
        name: String,
    },
    /// A person asks the teacher for another name.
    AskName(usize),
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
    /// Somebody of a delegation speaks to what waits for it.
    Word {
        /// The person.
        person: usize,
        /// The number of what waits.
        no: u32,
        /// The number of the post.
        key: u64,
        /// What is said.
        word: Word,
    },
    /// A delegation waits no longer for somebody who shows no sign of life.
    Excuse {
        /// The person.
        person: usize,
        /// The number of what waits.
        no: u32,
    },
    /// A person takes the chair back from a counterpart.
    TakeBack(usize),
    /// A person lets the class see the talks, or no longer.
    Consent {
        /// The person.
        person: usize,
        /// Whether they may be shown.
        yes: bool,
    },
    /// A seat takes the better package of the class's last round, or keeps its deal.
    Improve {
        /// The person.
        person: usize,
        /// Whether it takes it.
        yes: bool,
    },
    /// An observer saves the checklist, or somebody whose talks are over what they think of them.
    Note {
        /// The person.
        person: usize,
        /// One bit for each line.
        ticks: u16,
        /// Own words.
        words: String,
    },
    /// A person answers the quiz.
    Answer {
        /// The person.
        person: usize,
        /// The number of the post.
        key: u64,
        /// Before the talks or after them.
        occasion: Occasion,
        /// The answers; none passes it over.
        answers: Answers,
    },
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

/// Why an order is not carried out. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum No {
    /// There is no such person, table or seat.
    Unknown,
    /// The class is full.
    Full,
    /// Somebody came in under this name of the list already.
    Taken,
    /// The person has no seat yet.
    NoSeat,
    /// The class is paused.
    Paused,
    /// Not in this phase of the lesson.
    NotNow(Phase),
    /// A counterpart holds the chair.
    StandIn,
    /// Something else waits for the delegation.
    Waits,
    /// What a word was for waits no longer.
    Over,
    /// Not everybody at the table lets the class see its talks.
    Consent,
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
            Order::Pick { entry, device, digits, seed } => self.pick(*entry, device, digits, *seed),
            Order::Attach { person, device } => {
                let known = self.people.get(*person).filter(|it| !it.gone).ok_or(No::Unknown)?;
                if known.devices.contains(device) {
                    return Ok(Vec::new());
                }
                Ok(vec![Event::Attached { person: *person, device: device.clone() }])
            }
            Order::Release { person, name } => self.release_own(*person, name),
            Order::Name { person, entry, name } => self.name_own(*person, *entry, name),
            Order::AskName(person) => self.ask_name(*person),
            Order::Understand { person, key } => {
                let known = self.people.get(*person).ok_or(No::Unknown)?;
                if known.understood {
                    return Ok(Vec::new());
                }
                Ok(vec![Event::Understood { person: *person, key: *key }])
            }
            Order::Act { person, key, act } => self.act(*person, *key, act),
            Order::Word { person, no, key, word } => self.hear(*person, *no, *key, *word),
            Order::Excuse { person, no } => self.excuse(*person, *no),
            Order::TakeBack(person) => {
                let (pair, seat) = self.place(*person).ok_or(No::NoSeat)?;
                self.hand_back(pair, seat)
            }
            Order::Consent { person, yes } => {
                let known = self.people.get(*person).ok_or(No::Unknown)?;
                if known.consents == *yes {
                    return Ok(Vec::new());
                }
                Ok(vec![Event::Consented { person: *person, yes: *yes }])
            }
            Order::Improve { person, yes } => self.improve(*person, *yes),
            Order::Note { person, ticks, words } => {
                let known = self.people.get(*person).ok_or(No::Unknown)?;
                if known.observes.is_none() {
                    let (pair, _) = known.place.ok_or(No::NoSeat)?;
                    // Whoever still negotiates has nothing to look back on.
                    if !self.pair(pair)?.table.is_closed() {
                        return Err(No::NotNow(self.phase));
                    }
                }
                let words: String = words.trim().chars().take(super::LONGEST_NOTE).collect();
                Ok(vec![Event::Noted { person: *person, ticks: *ticks, words }])
            }
            Order::Answer { person, key, occasion, answers } => {
                self.answer(*person, *key, *occasion, answers)
            }
            Order::Step { pair } => self.step(*pair),
            Order::StandIn { pair, seat, name } => self.stand_in(*pair, *seat, name),
            Order::Teacher(teacher) => self.teach(teacher),
        }
    }

    pub(super) fn pair(&self, pair: usize) -> Result<&Pair, No> {
        self.pairs.get(pair).map(AsRef::as_ref).ok_or(No::Unknown)
    }

    fn join(&self, name: &str, device: &str, digits: &str, seed: u64) -> Result<Vec<Event>, No> {
        if self.person_of(device).is_some() {
            return Ok(Vec::new());
        }
        let mut events = self.come_in(self.free_name(name, LONGEST_NAME, None), device, digits)?;
        self.seat_if_late(None, seed, &mut events);
        Ok(events)
    }

    pub(super) fn come_in(&self, name: String, device: &str, digits: &str) -> Result<Vec<Event>, No> {
        if self.present().count() >= MOST_PEOPLE {
            return Err(No::Full);
        }
        Ok(vec![Event::Joined { name, device: device.to_owned(), digits: self.free_digits(digits) }])
    }

    /// The digits that were drawn, or the next that nobody has: two who come in at once may draw the same.
    fn free_digits(&self, drawn: &str) -> String {
        let (width, count) = (drawn.len(), 10u64.saturating_pow(drawn.len() as u32));
        let first: u64 = drawn.parse().unwrap_or(0);
        (0..count)
            .map(|step| format!("{:0width$}", (first + step) % count))
            .find(|digits| self.person_with(digits).is_none())
            .unwrap_or_else(|| drawn.to_owned())
    }

    pub(super) fn seat_if_late(&self, entry: Option<usize>, seed: u64, events: &mut Vec<Event>) {
        // After the talks there is nothing left to play: no table is opened that could only fail.
        if self.phase.seats_people() {
            self.seat_late(self.people.len(), entry, seed, events);
        }
    }

    /// The name without what does not belong in one, with a number if somebody bears it already.
    pub(super) fn free_name(&self, name: &str, longest: usize, own: Option<usize>) -> String {
        let clean: String = name.chars().filter(|c| is_written(*c)).take(longest).collect();
        let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
        let others = || self.present().filter(|(no, _)| Some(*no) != own);
        let taken = |name: &str| others().any(|(_, person)| person.name == name);
        if !taken(&clean) {
            return clean;
        }
        let numbered = |no: usize| {
            let number = format!(" {no}");
            let kept: String = clean.chars().take(longest.saturating_sub(number.len())).collect();
            format!("{}{number}", kept.trim_end())
        };
        (2..).map(numbered).find(|name| !taken(name)).unwrap_or(clean)
    }

    /// Whether a post with this number was carried out before.
    pub fn has_counted(&self, person: usize, key: u64) -> bool {
        key != 0 && self.people.get(person).is_some_and(|it| it.keys.contains(&key))
    }

    fn act(&self, person: usize, key: u64, act: &Act) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        if self.has_counted(person, key) {
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
        // What the rules refuse need not be agreed on.
        if let Some(asked) = self.ask(person, (no, seat), key, act) {
            return asked;
        }
        Ok(vec![Event::Played { pair: no, by: By::Person(person, seat), key, events }])
    }

    /// Which commands belong to the running phase.
    pub(super) fn is_time_for(&self, command: &Command) -> bool {
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
            Some(name) if !pair.is_asked_in_person(seat) => Player::Counterpart(name.clone()),
            _ => Player::Person,
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

    pub(super) fn stand_in(&self, no: usize, seat: Seat, name: &str) -> Result<Vec<Event>, No> {
        let pair = self.pair(no)?;
        if !counterpart::exists(name) {
            return Err(No::Unknown);
        }
        if pair.stand_in[seat].is_some() {
            return Ok(Vec::new());
        }
        Ok(vec![Event::StoodIn { pair: no, seat, name: name.to_owned() }])
    }

    pub(super) fn hand_back(&self, no: usize, seat: Seat) -> Result<Vec<Event>, No> {
        let pair = self.pair(no)?;
        if pair.stand_in[seat].is_none() {
            return Ok(Vec::new());
        }
        if pair.delegations[seat].is_empty() {
            return Err(No::NoSeat);
        }
        Ok(vec![Event::HandedBack { pair: no, seat }])
    }

    /// The answer of a seat to the better package. Who has answered may think again until it closes.
    fn improve(&self, person: usize, yes: bool) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        let (no, seat) = known.place.ok_or(No::NoSeat)?;
        let pair = self.pair(no)?;
        if !self.improving {
            return Err(No::NotNow(self.phase));
        }
        if pair.improved[seat] == Some(yes) || pair.better().is_none() {
            return Ok(Vec::new());
        }
        Ok(vec![Event::Improved { pair: no, seat, yes }])
    }
}
