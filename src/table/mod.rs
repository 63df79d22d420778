//! One running game: the only place that keeps its events.
//!
//! Solo, hot seat, class and simulation run the same [`Table`]. What is played is a list of events;
//! the state is their sum, and a [`Record`] of them is the saved game.

mod delegation;
mod record;

pub use delegation::{Delegation, LONGEST_NAME, MOST};
pub use record::{Player, Record, RecordError};

use crate::rules::{self, Act, Command, Cost, Event, Refusal, Stage, State};
use crate::scenario::{Deal, PerSeat, Scenario, Seat};
use crate::scoring::{Case, Talk};
use crate::view::dance::DanceStep;
use crate::view::{self, Debrief, Entry, Scenery, View};
use std::sync::Arc;

/// One running game.
#[derive(Clone, Debug)]
pub struct Table {
    scenario: Arc<Scenario>,
    state: State,
    events: Vec<Event>,
}

impl Table {
    /// A new table; the seed decides every chance of the rules.
    pub fn open(scenario: Arc<Scenario>, seed: u64) -> Self {
        let events = rules::open(seed);
        Self { state: State::replay(&scenario, &events), scenario, events }
    }

    /// The table that these events lead to.
    pub fn replay(scenario: Arc<Scenario>, events: Vec<Event>) -> Self {
        Self { state: State::replay(&scenario, &events), scenario, events }
    }

    /// Plays one act of a seat.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] with the reason; nothing has changed then.
    pub fn play(&mut self, seat: Seat, act: &Act) -> Result<&[Event], Refusal> {
        let events = rules::decide(&self.scenario, &self.state, seat, act)?;
        Ok(self.take(events))
    }

    /// What one act of a seat would lead to; nothing changes.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] with the reason.
    pub fn decide(&self, seat: Seat, act: &Act) -> Result<Vec<Event>, Refusal> {
        rules::decide(&self.scenario, &self.state, seat, act)
    }

    /// Ends the game here: what is not signed by both stays unsigned.
    pub fn call_time(&mut self) -> &[Event] {
        let events = rules::call_time(&self.state);
        self.take(events)
    }

    /// Lets the running turn run out of time.
    pub fn time_out(&mut self) -> &[Event] {
        let events = rules::time_out(&self.scenario, &self.state);
        self.take(events)
    }

    /// What would follow if these news came now; nothing changes.
    pub fn news(&self, no: usize) -> Vec<Event> {
        rules::news(&self.scenario, &self.state, no)
    }

    /// Takes in events that happened at the same table elsewhere, as in a record.
    pub fn follow(&mut self, events: &[Event]) {
        self.take(events.to_vec());
    }

    fn take(&mut self, events: Vec<Event>) -> &[Event] {
        let from = self.events.len();
        for event in &events {
            self.state.apply(&self.scenario, event);
        }
        self.events.extend(events);
        &self.events[from..]
    }

    /// What a seat may see.
    pub fn view(&self, seat: Seat) -> View<'_> {
        view::view(&self.scenario, &self.state, seat)
    }

    /// The log as a seat sees it; without a seat, what both see.
    pub fn log(&self, seat: Option<Seat>) -> Vec<Entry> {
        view::log(&self.scenario, &self.events, seat)
    }

    /// What both see, and after the end also what each side alone was told.
    pub fn whole_log(&self) -> Vec<Entry> {
        view::whole_log(&self.scenario, &self.events)
    }

    /// What anybody in the room sees: the same for both seats.
    pub fn scenery(&self) -> Scenery {
        view::scenery(&self.state, &self.events)
    }

    /// What a seat could do now, besides offers and words.
    pub fn possible(&self, seat: Seat) -> Vec<(Command, Result<Cost, Refusal>)> {
        view::possible(&self.scenario, &self.state, seat)
    }

    /// Whether a seat may do this now.
    ///
    /// # Errors
    ///
    /// The [`Refusal`] that playing it would meet.
    pub fn permits(&self, seat: Seat, act: &Act) -> Result<Cost, Refusal> {
        rules::permit(&self.scenario, &self.state, seat, act)
    }

    /// Both sides opened, after the end.
    pub fn debrief(&self) -> Option<Debrief> {
        view::debrief(&self.scenario, &self.state, &self.events)
    }

    /// The same after more answers to the private questions, without reckoning again what they cannot change.
    /// `before` is a debrief of this table.
    pub fn answered(&self, before: &Debrief) -> Debrief {
        view::answered(&self.scenario, &self.state, before)
    }

    /// What another text would have brought; `None` before the end.
    pub fn what_if(&self, deal: Deal) -> Option<view::WhatIf> {
        view::what_if(&self.scenario, &self.state, deal)
    }

    /// What was signed, if anything; also a text that failed at home.
    pub const fn signed(&self) -> Option<&Deal> {
        self.state.deal.as_ref()
    }

    /// Numbers and talks as they are scored now. They belong to the host of the table.
    pub fn scored(&self) -> (Case<'_>, Talk) {
        (rules::case(&self.scenario, &self.state), rules::talk(&self.scenario, &self.state, self.signed()))
    }

    /// What a mediator would still offer in place of the text that came into force: no worse for either side,
    /// across nobody's red line, and accepted at home. It belongs to the host of the table.
    pub fn better(&self) -> Option<Deal> {
        let in_force = self.is_closed() && self.state.ratification.is_some_and(rules::ratified);
        let deal = in_force.then(|| self.signed()).flatten()?;
        rules::better(&self.scenario, &self.state, deal)
    }

    /// Every package so far with what it is worth to both. It belongs to the host of the table.
    pub fn dance(&self) -> Vec<DanceStep> {
        view::dance::dance(&rules::case(&self.scenario, &self.state), &self.state.offers)
    }

    /// Whether something is expected of a seat now.
    pub fn awaits(&self, seat: Seat) -> bool {
        match &self.state.stage {
            Stage::Preparation => self.state.preparation[seat].is_none(),
            Stage::Talks { turn } => *turn == seat,
            Stage::Signature { .. } => self.state.signed[seat].is_none(),
            Stage::Better { .. } => self.state.better_answers[seat].is_none(),
            Stage::Closed => self.state.reflection[seat].is_none(),
        }
    }

    /// Whether the game is over.
    pub fn is_closed(&self) -> bool {
        self.state.stage == Stage::Closed
    }

    /// Whether the next word of a seat puts its name under something: a text, or a better package.
    pub const fn is_signing(&self) -> bool {
        matches!(self.state.stage, Stage::Signature { .. } | Stage::Better { .. })
    }

    /// The scenario that is played.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// What has happened so far. It holds secrets of both sides and belongs to the host of the table.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The number of events so far.
    pub const fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing has happened: never for an opened table.
    pub const fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The seed of the table, which decides every chance.
    pub const fn seed(&self) -> u64 {
        self.state.seed
    }

    /// The round, from 1; 0 before the talks.
    pub const fn round(&self) -> u32 {
        self.state.round
    }

    /// The number of packages that were put on the table.
    pub const fn offers(&self) -> usize {
        self.state.offers.len()
    }

    /// The saved game.
    pub fn record(&self, players: PerSeat<Player>) -> Record {
        Record::new(&self.scenario, players, self.events.clone(), self.is_closed())
    }
}
