//! What a delegation on several phones agrees on before it leaves the seat.
//!
//! The rule is that of the game at one screen, [`Assent`]; here it is heard phone by phone and kept in the
//! log. A number of its own tells the seat's phones of it, so that the other side learns nothing, not even
//! that somebody asked.

use super::{By, Class, Event, No, Order, Pair};
use crate::rules::{Act, Command, OfferNo};
use crate::scenario::Seat;
use crate::session::{Assent, Heard, Rule};
use std::sync::Arc;

/// Milliseconds without a sign of life after which somebody counts as away.
pub const AWAY: u64 = 120_000;

/// An act that waits for the others of its seat.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Its number at this seat, from 1: a word is for this one alone.
    pub no: u32,
    /// Who asks.
    pub by: usize,
    /// Who is asked, the head first, in the order of the words.
    pub people: Vec<usize>,
    /// The act, and what was said of it.
    pub assent: Assent,
    /// Since when, in milliseconds.
    pub since: u64,
    answers: Option<OfferNo>,
}

/// An act that came back to the draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// What would have left the seat.
    pub act: Act,
    /// Why it did not.
    pub why: Why,
}

/// Why an act did not leave its seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// This person did not agree.
    Refused(usize),
    /// This person took it back.
    Withdrawn(usize),
    /// What it answered changed, or those who were asked.
    Lapsed,
}

/// What the phones of one seat agree on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Council {
    /// What waits, if anything.
    pub waiting: Option<Waiting>,
    /// What came back last.
    pub returned: Option<Returned>,
    /// How often something changed that this seat alone sees.
    pub version: u64,
    asked: u32,
}

/// What a delegate says to what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Agrees.
    Yes,
    /// Does not.
    No,
    /// The head sends it against a voice, where that was chosen.
    Send,
    /// Who asked takes it back, or the head does.
    Withdraw,
}

impl Council {
    /// The act no longer waits.
    fn settle(&mut self, why: Option<Why>) {
        if let Some(waiting) = self.waiting.take() {
            self.returned = why.map(|why| Returned { act: waiting.assent.act, why });
        }
    }

    /// What one does not agree to comes back.
    fn weigh(&mut self) {
        if let Some(waiting) = &self.waiting
            && let Heard::Refused(who) = waiting.assent.heard()
        {
            let who = waiting.people.get(who).copied().unwrap_or(waiting.by);
            self.settle(Some(Why::Refused(who)));
        }
    }
}

impl Pair {
    /// The newest thing of the other side that an act answers.
    fn answered(&self, seat: Seat, act: &Act) -> Option<OfferNo> {
        let view = self.table.view(seat);
        let offer = match act.command {
            Command::AcceptText => view.text(),
            _ => view.position(seat.other()),
        };
        offer.map(|offer| offer.no)
    }

    /// What waits lapses when what it answers changed, or those who were asked.
    pub(super) fn lapse(&mut self) {
        for seat in Seat::ALL {
            let Some(waiting) = &self.council[seat].waiting else { continue };
            let act = &waiting.assent.act;
            let stands = waiting.people == self.delegations[seat]
                && self.stand_in[seat].is_none()
                && !self.unasked
                && waiting.answers == self.answered(seat, act)
                && self.table.permits(seat, act).is_ok();
            if !stands {
                self.council[seat].settle(Some(Why::Lapsed));
            }
        }
    }
}

impl Class {
    /// By which rule a table's delegations decide; `None` where each phone speaks for its seat.
    pub fn rule_of(&self, pair: usize) -> Option<Rule> {
        self.rule.filter(|_| self.pairs.get(pair).is_some_and(|it| !it.unasked))
    }

    /// Asks the delegation before an act that binds it; `None` where nobody has to be asked.
    pub(super) fn ask(
        &self,
        person: usize,
        (no, seat): (usize, Seat),
        key: u64,
        act: &Act,
    ) -> Option<Result<Vec<Event>, No>> {
        let pair = self.pairs.get(no)?;
        Assent::among(pair.delegations[seat].len(), self.rule_of(no)?, act)?;
        Some(match &pair.council[seat].waiting {
            Some(_) => Err(No::Waits),
            None => Ok(vec![Event::Tabled { person, pair: no, seat, key, act: act.clone() }]),
        })
    }

    /// Somebody of a delegation speaks to what waits.
    pub(super) fn hear(&self, person: usize, no: u32, key: u64, word: Word) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        if key != 0 && known.keys.contains(&key) {
            return Ok(Vec::new());
        }
        let (pair_no, seat) = known.place.ok_or(No::NoSeat)?;
        let pair = self.pair(pair_no)?;
        if self.clock.paused.is_some() {
            return Err(No::Paused);
        }
        let waiting = pair.council[seat].waiting.as_ref().filter(|it| it.no == no).ok_or(No::Over)?;
        let delegate = waiting.people.iter().position(|it| *it == person).ok_or(No::NoSeat)?;
        let decides = delegate == 0 && matches!(waiting.assent.heard(), Heard::HeadDecides(_));
        match word {
            Word::Withdraw if decides || waiting.by == person => {
                Ok(vec![Event::Withdrawn { person, pair: pair_no, seat }])
            }
            Word::Send if decides => self.leaves(pair_no, seat, waiting),
            Word::Withdraw | Word::Send => Err(No::Unknown),
            Word::Yes | Word::No => {
                let agrees = word == Word::Yes;
                let mut events = vec![Event::Said { person, pair: pair_no, seat, key, agrees }];
                let mut assent = waiting.assent.clone();
                assent.say(delegate, agrees);
                if assent.heard() == Heard::Agreed {
                    events.extend(self.leaves(pair_no, seat, waiting)?);
                }
                Ok(events)
            }
        }
    }

    /// A delegate who shows no sign of life is waited for no longer.
    pub(super) fn excuse(&self, person: usize, no: u32) -> Result<Vec<Event>, No> {
        let (pair_no, seat) = self.place(person).ok_or(No::NoSeat)?;
        let council = &self.pair(pair_no)?.council[seat];
        let waiting = council.waiting.as_ref().filter(|it| it.no == no).ok_or(No::Over)?;
        let delegate = waiting.people.iter().position(|it| *it == person).ok_or(No::NoSeat)?;
        let mut assent = waiting.assent.clone();
        assent.excuse(delegate);
        if assent == waiting.assent {
            return Ok(Vec::new());
        }
        let mut events = vec![Event::Excused { person, pair: pair_no, seat }];
        if assent.heard() == Heard::Agreed {
            events.extend(self.leaves(pair_no, seat, waiting)?);
        }
        Ok(events)
    }

    /// Delegates who are asked something and gave no sign of life: nobody waits for a phone that is gone.
    /// `seen` says when somebody did last, in milliseconds.
    pub fn gone(&self, now: u64, seen: impl Fn(usize) -> u64) -> Vec<Order> {
        let councils = self.pairs.iter().flat_map(|pair| Seat::ALL.map(|seat| &pair.council[seat]));
        let mut orders = Vec::new();
        for waiting in councils.filter_map(|it| it.waiting.as_ref()) {
            let heard = waiting.assent.words.iter().zip(&waiting.assent.away);
            for (person, (word, away)) in waiting.people.iter().zip(heard) {
                let since = seen(*person).max(waiting.since);
                if word.is_none() && !*away && now.saturating_sub(since) >= AWAY {
                    orders.push(Order::Excuse { person: *person, no: waiting.no });
                }
            }
        }
        orders
    }

    /// After a pause everybody has the whole time again to give a sign of life: nobody was silent while nobody
    /// might speak.
    pub(super) fn wait_anew(&mut self, at: u64) {
        for pair in &mut self.pairs {
            let pair = Arc::make_mut(pair);
            pair.active_at = at;
            for seat in Seat::ALL {
                if let Some(waiting) = &mut pair.council[seat].waiting {
                    waiting.since = at;
                }
            }
        }
    }

    /// What was agreed on leaves the seat.
    fn leaves(&self, no: usize, seat: Seat, waiting: &Waiting) -> Result<Vec<Event>, No> {
        let act = &waiting.assent.act;
        if !self.is_time_for(&act.command) {
            return Err(No::NotNow(self.phase));
        }
        let events = self.pair(no)?.table.decide(seat, act).map_err(No::Rules)?;
        let by = By::Person(waiting.by, seat);
        Ok(vec![Event::Settled { pair: no, seat }, Event::Played { pair: no, by, key: 0, events }])
    }

    /// What delegations said among themselves.
    pub(super) fn apply_council(&mut self, at: u64, event: &Event) {
        match event {
            Event::Tabled { person, pair, seat, key, act } => {
                self.person_mut(*person, |person| super::apply::remember(person, *key));
                let Some(rule) = self.rule_of(*pair) else { return };
                self.council_mut(*pair, *seat, at, |pair| {
                    let people = pair.delegations[*seat].clone();
                    let Some(mut assent) = Assent::among(people.len(), rule, act) else { return };
                    // Who asks agrees.
                    if let Some(delegate) = people.iter().position(|it| it == person) {
                        assent.say(delegate, true);
                    }
                    let answers = pair.answered(*seat, act);
                    let council = &mut pair.council[*seat];
                    council.asked += 1;
                    council.returned = None;
                    let no = council.asked;
                    council.waiting = Some(Waiting { no, by: *person, people, assent, since: at, answers });
                });
            }
            Event::Said { person, pair, seat, key, agrees } => {
                self.person_mut(*person, |person| super::apply::remember(person, *key));
                self.council_mut(*pair, *seat, at, |pair| {
                    pair.council[*seat].speak(*person, |assent, delegate| assent.say(delegate, *agrees));
                });
            }
            Event::Excused { person, pair, seat } => self.council_mut(*pair, *seat, at, |pair| {
                pair.council[*seat].speak(*person, Assent::excuse);
            }),
            Event::Withdrawn { person, pair, seat } => self.council_mut(*pair, *seat, at, |pair| {
                pair.council[*seat].settle(Some(Why::Withdrawn(*person)));
            }),
            Event::Settled { pair, seat } => {
                self.council_mut(*pair, *seat, at, |pair| pair.council[*seat].settle(None));
            }
            Event::RuleSet(rule) => {
                self.rule = *rule;
                for pair in 0..self.pairs.len() {
                    for seat in Seat::ALL {
                        self.council_mut(pair, seat, at, |pair| {
                            pair.council[seat].settle(Some(Why::Lapsed));
                        });
                    }
                }
            }
            Event::Unasked { pair, yes } => self.pair_mut(*pair, at, |pair| pair.unasked = *yes),
            _ => {}
        }
    }
}

impl Council {
    /// Takes in what a person says, and what follows if that ends it.
    fn speak(&mut self, person: usize, say: impl FnOnce(&mut Assent, usize)) {
        if let Some(waiting) = &mut self.waiting
            && let Some(delegate) = waiting.people.iter().position(|it| *it == person)
        {
            say(&mut waiting.assent, delegate);
        }
        self.weigh();
    }
}
