//! A talk in the making: what the tests of the rules play.

use crate::kit::deal;
use mufakat::rules::Command::*;
use mufakat::rules::{Act, Command, Event, Preparation, Refusal, Register, Stage, State, decide, open};
use mufakat::scenario::Seat::{First, Second};
use mufakat::scenario::{Scenario, Seat};
use mufakat::scoring::relation::FULL;

/// A talk in the making.
#[derive(Clone)]
pub struct Talks {
    pub scenario: Scenario,
    pub state: State,
    pub events: Vec<Event>,
}

impl Talks {
    /// A table of `scenario` at which nothing has happened; the seed decides the dice.
    pub fn opened(scenario: Scenario, seed: u64) -> Self {
        let events = open(seed);
        let state = State::replay(&scenario, &events);
        Self { scenario, state, events }
    }

    /// A table at which both are prepared: the first round, the first seat's turn.
    pub fn begun(scenario: Scenario) -> Self {
        let mut talks = Self::opened(scenario, 1);
        // No news from outside unless a test asks for it.
        talks.scenario.shared.news.iter_mut().for_each(|news| news.chance = 0);
        talks.play(First, Prepare(Preparation::default()));
        talks.play(Second, Prepare(Preparation::default()));
        talks
    }

    /// Plays something that must be allowed; says what followed.
    #[track_caller]
    pub fn play(&mut self, seat: Seat, command: Command) -> Vec<Event> {
        match self.attempt(seat, command.clone()) {
            Ok(events) => events,
            Err(refusal) => panic!("{seat:?} {command:?}: {refusal:?}"),
        }
    }

    pub fn attempt(&mut self, seat: Seat, command: Command) -> Result<Vec<Event>, Refusal> {
        let events = decide(&self.scenario, &self.state, seat, &Act::from(command))?;
        for event in &events {
            self.state.apply(&self.scenario, event);
        }
        self.events.extend(events.clone());
        Ok(events)
    }

    /// Plays a whole round of turns that end at once.
    pub fn pass_round(&mut self) {
        self.play(First, EndTurn);
        if matches!(self.state.stage, Stage::Talks { .. }) {
            self.play(Second, EndTurn);
        }
    }

    #[track_caller]
    pub fn refuses(&mut self, seat: Seat, command: Command, refusal: Refusal) {
        let before = self.state.clone();
        assert_eq!(self.attempt(seat, command.clone()), Err(refusal), "{command:?}");
        assert_eq!(self.state, before, "a refusal changes nothing");
    }

    pub fn propose(&self, ids: &str) -> Command {
        Propose(deal(&self.scenario, ids))
    }

    pub fn issue(&self, id: &str) -> usize {
        self.scenario.shared.issue_by_id(id).expect("an issue")
    }

    pub fn option(&self, id: &str) -> (usize, usize) {
        self.scenario.shared.option_by_id(id).expect("an option")
    }

    pub fn tell(&self, seat: Seat, issue: &str) -> Command {
        let issue = self.issue(issue);
        let rank = *self.scenario.briefs[seat].ranks(issue).start();
        Disclose { issue, rank, register: Register::Formal }
    }
}

pub fn trust(talks: &Talks, seat: Seat) -> f64 {
    talks.state.relation.trust[seat] as f64 / FULL as f64
}
