//! What the teacher can ask of a class, and what follows.

use super::{Brought, By, Class, Event, No, Odd, OpenPages, Page, Phase};
use crate::rules::Command;
use crate::scenario::Seat;
use crate::server::roster::Listed;
use crate::session::Rule;

/// What a teacher says at once, in characters.
pub const LONGEST_NOTICE: usize = 400;
/// What somebody notes of the talks, in characters.
pub const LONGEST_NOTE: usize = 1200;
/// The longest phase that can be asked for, in minutes.
const LONGEST_PHASE: u64 = 24 * 60;
/// Results from outside at most.
const MOST_GUESTS: usize = 200;

/// What the teacher asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Teacher {
    /// The list of those who are expected, in place of the one before; an empty one takes it away.
    Roster(Vec<Listed>),
    /// A person's name is free again; the person goes by this one, made up, until another is chosen.
    Release(usize, String),
    /// A person leaves the class: somebody who came in twice, or does not belong here.
    SendAway(usize),
    /// A person bears this name.
    Name(usize, String),
    /// A person bears again the name that was released.
    GiveBack(usize),
    /// Everybody without a seat gets one, in an order drawn with this seed, or as they came.
    Pair(Option<u64>, u64),
    /// A person goes to this seat; a table number beyond the last opens a new one with the seed.
    Place(usize, usize, Seat, u64),
    /// A person watches a table with a checklist.
    Watch(usize, usize),
    /// What becomes of somebody who has nobody opposite.
    Odd(Odd),
    /// After so many minutes of silence a counterpart takes a chair in the talks; or only the teacher fills one.
    StandInAfter(Option<u64>),
    /// The quiz of the scenario is asked before the talks and after them, or not.
    Quiz(bool),
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
    /// News of the scenario come now, at every table that negotiates and has not had them.
    News(usize),
    /// The counterpart leaves a chair to its person.
    HandBack(usize, Seat),
    /// These pages of the debrief are open.
    Pages(OpenPages),
    /// The projector shows this slide, at this step of its replay.
    Project(u8, u16),
    /// The projector replays the talks of this table, or as it chooses by itself.
    Replay(Option<usize>),
    /// By which rule delegations decide; without one each phone speaks for its seat.
    Rule(Option<Rule>),
    /// Each phone of a table speaks for its seat, or the class's rule holds there again.
    Unasked(usize, bool),
    /// The round of better packages opens or closes.
    Improving(bool),
    /// A result from outside the class server.
    Bring(Brought),
    /// Such a result is taken out again.
    TakeOut(usize),
}

impl Class {
    pub(super) fn teach(&self, teacher: &Teacher) -> Result<Vec<Event>, No> {
        match teacher {
            Teacher::Roster(list) => Ok(vec![Event::Rostered(list.clone())]),
            Teacher::Release(person, name) => self.release(*person, name),
            Teacher::SendAway(person) => self.send_away(*person),
            Teacher::Name(person, name) => self.rename(*person, name),
            Teacher::GiveBack(person) => self.give_back(*person),
            // A table that opens after the talks would have nothing to do and nothing to show.
            Teacher::Pair(..) if self.phase > Phase::Talks => Err(No::NotNow(self.phase)),
            Teacher::Pair(order, seed) => {
                let mut events = Vec::new();
                self.seat_all(*order, *seed, &mut events);
                Ok(events)
            }
            Teacher::Place(person, pair, seat, seed) => self.seat_by_hand(*person, *pair, *seat, *seed),
            Teacher::Watch(person, pair) => self.watch(*person, *pair),
            Teacher::Odd(odd) => Ok(if self.odd == *odd { Vec::new() } else { vec![Event::OddSet(*odd)] }),
            Teacher::StandInAfter(minutes) => {
                let minutes = minutes.map(|minutes| minutes.min(LONGEST_PHASE));
                let same = self.stand_in_after == minutes;
                Ok(if same { Vec::new() } else { vec![Event::StandInAfter(minutes)] })
            }
            Teacher::Quiz(yes) => Ok(if self.quiz == *yes { Vec::new() } else { vec![Event::QuizSet(*yes)] }),
            Teacher::Rule(rule) => {
                Ok(if self.rule == *rule { Vec::new() } else { vec![Event::RuleSet(*rule)] })
            }
            Teacher::Unasked(no, yes) => {
                let same = self.pair(*no)?.unasked == *yes;
                Ok(if same { Vec::new() } else { vec![Event::Unasked { pair: *no, yes: *yes }] })
            }
            Teacher::Phase(phase, minutes, seed) => Ok(self.enter(*phase, *minutes, *seed)),
            Teacher::Pause if self.clock.paused.is_some() => Ok(Vec::new()),
            Teacher::Pause => Ok(vec![Event::Paused]),
            Teacher::Resume if self.clock.paused.is_none() => Ok(Vec::new()),
            Teacher::Resume => Ok(vec![Event::Resumed]),
            Teacher::Extend(minutes) => {
                let minutes = (*minutes).min(LONGEST_PHASE);
                Ok(match self.clock.ends {
                    Some(_) => vec![Event::Extended(minutes * 60_000)],
                    // A phase that is set runs; a pause goes on.
                    None => [Event::PhaseSet(self.phase, Some(minutes * 60_000))]
                        .into_iter()
                        .chain(self.clock.paused.map(|_| Event::Paused))
                        .collect(),
                })
            }
            Teacher::Tell(pair, words) => {
                if pair.is_some_and(|pair| pair >= self.pairs.len()) {
                    return Err(No::Unknown);
                }
                let words: String = words.trim().chars().take(LONGEST_NOTICE).collect();
                Ok(vec![Event::Told { pair: *pair, words }])
            }
            Teacher::News(no) => self.news(*no),
            Teacher::HandBack(pair, seat) => self.hand_back(*pair, *seat),
            Teacher::Pages(pages) => Ok(vec![Event::Pages(*pages)]),
            Teacher::Project(slide, step) => {
                // Before the debrief the projector has only the door: it opens both sides.
                if *slide > 0 && self.phase != Phase::Debrief {
                    return Err(No::NotNow(self.phase));
                }
                Ok(vec![Event::Projected { slide: *slide, step: *step }])
            }
            Teacher::Replay(None) => Ok(vec![Event::Replays(None)]),
            Teacher::Replay(Some(pair)) if self.may_replay(*pair) => Ok(vec![Event::Replays(Some(*pair))]),
            Teacher::Replay(Some(_)) => Err(No::Consent),
            Teacher::Improving(open) => self.open_improving(*open),
            Teacher::Bring(brought) => {
                if self.guests.len() >= MOST_GUESTS {
                    return Err(No::Full);
                }
                if !brought.fits(&self.scenario) {
                    return Err(No::Unknown);
                }
                Ok(vec![Event::Brought(brought.clone())])
            }
            Teacher::TakeOut(no) => match self.guests.get(*no) {
                Some(Some(_)) => Ok(vec![Event::TakenOut(*no)]),
                _ => Err(No::Unknown),
            },
        }
    }

    /// News at every table that negotiates, as if they had come by themselves.
    fn news(&self, no: usize) -> Result<Vec<Event>, No> {
        if no >= self.scenario.shared.news.len() {
            return Err(No::Unknown);
        }
        if self.phase != Phase::Talks {
            return Err(No::NotNow(self.phase));
        }
        let tables = self.pairs.iter().enumerate();
        Ok(tables
            .filter_map(|(pair, it)| {
                let events = it.table.news(no);
                (!events.is_empty()).then_some(Event::Played { pair, by: By::Host, key: 0, events })
            })
            .collect())
    }

    /// Opens the last round; counterparts take a package that is no worse for anybody.
    fn open_improving(&self, open: bool) -> Result<Vec<Event>, No> {
        if self.phase != Phase::Debrief {
            return Err(No::NotNow(self.phase));
        }
        if self.improving == open {
            return Ok(Vec::new());
        }
        let mut events = vec![Event::Improving(open)];
        for (no, pair) in self.pairs.iter().enumerate().filter(|_| open) {
            for seat in Seat::ALL {
                let alone = pair.stand_in[seat].is_some() || pair.delegations[seat].is_empty();
                if alone && pair.improved[seat].is_none() && pair.better().is_some() {
                    events.push(Event::Improved { pair: no, seat, yes: true });
                }
            }
        }
        Ok(events)
    }

    /// What entering a phase brings with it: seats, default preparations, the end of talks.
    fn enter(&self, phase: Phase, minutes: Option<u64>, seed: u64) -> Vec<Event> {
        let mut events = Vec::new();
        if phase.seats_people() {
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
        if phase == Phase::Debrief && self.pages.is_empty() {
            events.push(Event::Pages([Page::Verdict].into_iter().collect()));
        }
        events
    }
}
