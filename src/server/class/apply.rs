//! How each event changes a class.

use super::{By, Class, Event, Guest, Notice, Pair, Person, Phase};
use crate::rules;
use crate::scenario::{PerSeat, Seat};
use crate::table::Table;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

/// Posts of one person that are remembered, so that none counts twice.
const REMEMBERED: usize = 64;
/// Devices that speak for one person; the oldest gives way, but never the first: whoever learns the digits
/// must not throw the owner out.
const DEVICES: usize = 8;

impl Class {
    /// Whether an event names only people and tables that there are, and options that the scenario has: what
    /// this program wrote does, what somebody changed by hand may not.
    pub fn knows(&self, event: &Event) -> bool {
        let person = |no: &usize| *no < self.people.len();
        let pair = |no: &usize| *no < self.pairs.len();
        match event {
            Event::Picked { person: it, entry } => person(it) && *entry < self.roster.len(),
            Event::Released { person: it, .. }
            | Event::Named { person: it, .. }
            | Event::NameAsked(it)
            | Event::Attached { person: it, .. }
            | Event::SentAway(it)
            | Event::Understood { person: it, .. }
            | Event::Consented { person: it, .. }
            | Event::Noted { person: it, .. } => person(it),
            Event::Answered { person: it, answers, .. } => person(it) && self.has_answers(answers),
            Event::Seated { person: it, pair: no, .. }
            | Event::Observes { person: it, pair: no }
            | Event::Said { person: it, pair: no, .. }
            | Event::Excused { person: it, pair: no, .. }
            | Event::Withdrawn { person: it, pair: no, .. } => person(it) && pair(no),
            Event::Tabled { person: it, pair: no, seat, act, .. } => {
                person(it) && pair(no) && act.command.fits(&self.scenario, *seat)
            }
            Event::Settled { pair: no, .. }
            | Event::Unasked { pair: no, .. }
            | Event::StoodIn { pair: no, .. }
            | Event::HandedBack { pair: no, .. }
            | Event::Improved { pair: no, .. } => pair(no),
            Event::Told { pair: no, .. } | Event::Replays(no) => no.as_ref().is_none_or(pair),
            Event::Played { pair: no, events, .. } => {
                pair(no) && events.iter().all(|event| event.fits(&self.scenario))
            }
            // Guests that fit no scenario are left out where they are taken in.
            Event::Brought(_)
            | Event::TakenOut(_)
            | Event::Joined { .. }
            | Event::Rostered(_)
            | Event::Opened(_)
            | Event::PhaseSet(..)
            | Event::Paused
            | Event::Resumed
            | Event::Extended(_)
            | Event::RuleSet(_)
            | Event::Pages(_)
            | Event::Projected { .. }
            | Event::Improving(_)
            | Event::QuizSet(_)
            | Event::StandInAfter(_)
            | Event::OddSet(_) => true,
        }
    }

    /// Takes in one event that happened at this time. It cannot fail: what names somebody unknown is
    /// passed over.
    pub fn apply(&mut self, at: u64, event: &Event) {
        self.events += 1;
        self.last_at = at;
        match event {
            Event::Joined { name, device, digits } => {
                self.people.push(Arc::new(Person {
                    name: name.clone(),
                    digits: digits.clone(),
                    devices: vec![device.clone()],
                    place: None,
                    understood: false,
                    observes: None,
                    ticks: 0,
                    note: String::new(),
                    answered: Default::default(),
                    consents: false,
                    nameless: false,
                    asks_name: false,
                    before: None,
                    gone: false,
                    former: Vec::new(),
                    keys: VecDeque::new(),
                }));
                self.version += 1;
            }
            Event::Rostered(list) => self.enlist(list),
            Event::Picked { person, entry } => {
                if let Some(entry) = Arc::make_mut(&mut self.roster).get_mut(*entry) {
                    entry.person = Some(*person);
                }
            }
            Event::Released { .. } | Event::Named { .. } | Event::NameAsked(_) => self.apply_name(event),
            Event::SentAway(person) => {
                if let Some(entry) = self.entry_of(*person)
                    && let Some(entry) = Arc::make_mut(&mut self.roster).get_mut(entry)
                {
                    entry.person = None;
                }
                self.get_up(*person, at);
                self.person_mut(*person, |person| {
                    person.former = std::mem::take(&mut person.devices);
                    (person.place, person.observes) = (None, None);
                    (person.gone, person.asks_name) = (true, false);
                });
                self.version += 1;
            }
            Event::Attached { person, device } => {
                self.person_mut(*person, |person| {
                    person.devices.push(device.clone());
                    if person.devices.len() > DEVICES {
                        person.devices.remove(1);
                    }
                });
            }
            Event::Opened(seed) => self.pairs.push(Arc::new(Pair {
                table: Table::open(Arc::clone(&self.scenario), *seed),
                delegations: PerSeat::default(),
                stand_in: PerSeat::default(),
                keepers: PerSeat::default(),
                council: PerSeat::default(),
                unasked: false,
                spoke: BTreeSet::new(),
                improved: PerSeat::default(),
                active_at: at,
                version: 0,
            })),
            Event::Seated { person, pair, seat } => {
                self.get_up(*person, at);
                self.person_mut(*person, |it| {
                    it.place = Some((*pair, *seat));
                    it.observes = None;
                });
                self.pair_mut(*pair, at, |pair| pair.delegations[*seat].push(*person));
                self.version += 1;
            }
            Event::PhaseSet(phase, limit) => {
                self.phase = *phase;
                self.clock.ends = limit.map(|limit| at.saturating_add(limit));
                self.clock.paused = None;
                if *phase == Phase::Talks {
                    // Silence is counted from the beginning of the talks.
                    for pair in 0..self.pairs.len() {
                        self.pair_mut(pair, at, |_| {});
                    }
                }
                self.version += 1;
            }
            Event::Paused => {
                self.clock.paused = Some(at);
                self.version += 1;
            }
            Event::Resumed => {
                self.wait_anew(at);
                if let Some(since) = self.clock.paused.take() {
                    self.clock.ends =
                        self.clock.ends.map(|ends| ends.saturating_add(at.saturating_sub(since)));
                }
                self.version += 1;
            }
            Event::Extended(by) => {
                let from = self.clock.paused.unwrap_or(at);
                self.clock.ends = self.clock.ends.map(|ends| ends.max(from).saturating_add(*by));
                self.version += 1;
            }
            Event::Understood { person, key } => self.person_mut(*person, |person| {
                person.understood = true;
                remember(person, *key);
            }),
            Event::Played { pair, by, key, events } => {
                if let By::Person(person, _) = by {
                    self.person_mut(*person, |person| remember(person, *key));
                }
                let follow = |pair: &mut Pair| {
                    if let By::Person(person, seat) = by {
                        pair.council[*seat].returned = None;
                        // A preparation is not shown to anybody.
                        if pair.table.round() > 0 {
                            pair.spoke.insert(*person);
                        }
                    }
                    if let By::Counterpart(seat) = by {
                        let from = pair.table.len() + 1;
                        let name = pair.stand_in[*seat].clone().unwrap_or_default();
                        pair.keepers[*seat].entry(name).or_default().extend(from..from + events.len());
                    }
                    pair.table.follow(events);
                };
                match by {
                    // The other side must not even see that something happened.
                    By::Person(_, seat) if events.iter().all(is_quiet) => {
                        self.council_mut(*pair, *seat, at, |pair| {
                            follow(pair);
                            pair.lapse();
                        });
                    }
                    _ => self.pair_mut(*pair, at, follow),
                }
            }
            Event::StoodIn { pair, seat, name } => {
                self.pair_mut(*pair, at, |pair| pair.stand_in[*seat] = Some(name.clone()));
            }
            Event::HandedBack { pair, seat } => self.pair_mut(*pair, at, |pair| pair.stand_in[*seat] = None),
            Event::Told { pair, words } => {
                self.notices.push(Notice { pair: *pair, phase: self.phase, words: words.clone() });
                self.version += 1;
            }
            Event::Pages(pages) => {
                self.pages = *pages;
                self.version += 1;
            }
            Event::Tabled { .. }
            | Event::Said { .. }
            | Event::Excused { .. }
            | Event::Withdrawn { .. }
            | Event::Settled { .. }
            | Event::RuleSet(_)
            | Event::Unasked { .. } => self.apply_council(at, event),
            other => self.apply_debrief(at, other),
        }
    }

    /// The debrief of the class, observers, and results from outside.
    fn apply_debrief(&mut self, at: u64, event: &Event) {
        match event {
            // Phones do not show what the projector shows: they need not look again.
            Event::Projected { slide, step } => (self.slide, self.step) = (*slide, *step),
            Event::Replays(pair) => (self.replay, self.step) = (*pair, 0),
            Event::Consented { person, yes } => {
                self.person_mut(*person, |person| person.consents = *yes);
                if let Some((pair, _)) = self.place(*person) {
                    self.pair_mut(pair, at, |_| {});
                }
            }
            Event::Improving(open) => {
                self.improving = *open;
                self.version += 1;
            }
            Event::Improved { pair, seat, yes } => {
                self.pair_mut(*pair, at, |pair| pair.improved[*seat] = Some(*yes));
            }
            Event::OddSet(odd) => self.odd = *odd,
            Event::StandInAfter(minutes) => self.stand_in_after = *minutes,
            Event::QuizSet(yes) => {
                self.quiz = *yes;
                self.version += 1;
            }
            Event::Answered { person, key, occasion, answers } => self.person_mut(*person, |person| {
                person.answered[occasion.index()] = Some(answers.clone());
                remember(person, *key);
            }),
            Event::Observes { person, pair } => {
                self.get_up(*person, at);
                self.person_mut(*person, |person| {
                    person.place = None;
                    person.observes = Some(*pair);
                });
                self.version += 1;
            }
            Event::Noted { person, ticks, words } => self.person_mut(*person, |person| {
                person.ticks = *ticks;
                person.note.clone_from(words);
            }),
            Event::Brought(brought) => {
                self.guests.push(Guest::of(&self.scenario, brought).map(Arc::new));
            }
            Event::TakenOut(no) => {
                if let Some(guest) = self.guests.get_mut(*no) {
                    *guest = None;
                }
            }
            _ => {}
        }
    }

    /// A person gets up from the seat that it held, if any.
    fn get_up(&mut self, person: usize, at: u64) {
        if let Some((from, _)) = self.place(person) {
            self.pair_mut(from, at, |pair| {
                pair.delegations.first.retain(|it| *it != person);
                pair.delegations.second.retain(|it| *it != person);
            });
        }
    }

    pub(super) fn person_mut(&mut self, person: usize, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.people.get_mut(person) {
            change(Arc::make_mut(person));
        }
    }

    pub(super) fn pair_mut(&mut self, pair: usize, at: u64, change: impl FnOnce(&mut Pair)) {
        if let Some(pair) = self.pairs.get_mut(pair) {
            let pair = Arc::make_mut(pair);
            change(pair);
            pair.lapse();
            pair.active_at = at;
            pair.version += 1;
        }
    }

    /// A change that one seat alone may notice.
    pub(super) fn council_mut(&mut self, pair: usize, seat: Seat, at: u64, change: impl FnOnce(&mut Pair)) {
        if let Some(pair) = self.pairs.get_mut(pair) {
            let pair = Arc::make_mut(pair);
            change(pair);
            pair.active_at = at;
            pair.council[seat].version += 1;
        }
    }
}

/// Whether an event is noticed by the seat that caused it alone.
const fn is_quiet(event: &rules::Event) -> bool {
    use rules::Event;
    matches!(
        event,
        Event::Spent(_)
            | Event::Consulted(..)
            | Event::Goodwill(..)
            | Event::Ascertained(..)
            | Event::Forecasted(..)
    )
}

/// Keeps the number of a post, so that the same one counts once.
pub(super) fn remember(person: &mut Person, key: u64) {
    person.keys.push_back(key);
    if person.keys.len() > REMEMBERED {
        person.keys.pop_front();
    }
}
