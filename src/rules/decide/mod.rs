//! From a command to the events that follow.

mod channels;
mod course;
mod offers;
mod together;
mod words;

use super::refusal::Refusal;
use super::state::State;
use super::{Act, Command, Cost, Event, Register, outcome, permit};
use crate::exact::roll;
use crate::scenario::{Percent, Scenario, Seat};
use crate::scoring::Signal;

/// What a position given up in public costs at home, in hundredths of the quota.
pub const AUDIENCE_COST: Percent = 5;

/// Kinds of chance: rolls of different kinds do not depend on each other.
mod dice {
    pub const LEAK: u64 = 1;
    pub const LIE: u64 = 2;
    pub const NEWS: u64 = 3;
    pub const TARGET: u64 = 4;
    pub const HINT: u64 = 5;
}

/// The first events of a table.
pub fn open(seed: u64) -> Vec<Event> {
    vec![Event::Opened(seed)]
}

/// What follows from a command, or why it is refused. The state is not changed.
///
/// # Errors
///
/// The [`Refusal`] of [`permit()`].
pub fn decide(scenario: &Scenario, state: &State, seat: Seat, act: &Act) -> Result<Vec<Event>, Refusal> {
    let cost = permit(scenario, state, seat, act)?;
    let mut course = Course { scenario, state: state.clone(), events: Vec::new() };
    if let Some(speech) = &act.speech {
        course.push(Event::Said(seat, speech.clone()));
    }
    if cost == Cost::Action {
        course.push(Event::Spent(seat));
    }
    course.run(seat, &act.command, cost);
    Ok(course.events)
}

/// What follows when a turn runs out of time: the turn passes, and nobody is bound by it.
pub fn time_out(scenario: &Scenario, state: &State) -> Vec<Event> {
    let Some(seat) = state.turn() else { return Vec::new() };
    let mut course = Course { scenario, state: state.clone(), events: Vec::new() };
    course.push(Event::TimedOut(seat));
    if state.ultimatum.is_some_and(|ultimatum| ultimatum.by == seat && ultimatum.due) {
        course.push(Event::UltimatumDropped(seat));
    }
    course.pass_turn(seat);
    course.events
}

/// What follows when the host lets news come now; nothing if they came before or nobody negotiates.
pub fn news(scenario: &Scenario, state: &State, no: usize) -> Vec<Event> {
    if no >= scenario.shared.news.len() || state.turn().is_none() || state.has_come(no) {
        return Vec::new();
    }
    let mut course = Course { scenario, state: state.clone(), events: Vec::new() };
    course.news(no);
    course.events
}

/// Events in the making, and the state that they lead to.
struct Course<'a> {
    scenario: &'a Scenario,
    state: State,
    events: Vec<Event>,
}

impl Course<'_> {
    fn push(&mut self, event: Event) {
        self.state.apply(self.scenario, &event);
        self.events.push(event);
    }

    /// `which` tells rolls of one kind apart between which nothing happens.
    fn roll(&self, kind: u64, which: usize) -> u32 {
        roll(self.state.seed, self.state.events, kind + 16 * which as u64)
    }

    fn signal(&mut self, by: Seat, signal: Signal, strength: i32) {
        self.push(Event::Signalled(by, signal, strength));
        self.open_bridges();
    }

    fn run(&mut self, seat: Seat, command: &Command, cost: Cost) {
        match command {
            Command::Prepare(preparation) => {
                self.push(Event::Prepared(seat, preparation.clone()));
                if Seat::ALL.into_iter().all(|seat| self.state.preparation[seat].is_some()) {
                    self.begin_round(1);
                }
                return;
            }
            Command::Propose(deal) => self.propose(seat, deal),
            Command::Explore(deal) => self.explore(seat, deal),
            Command::Accept(_) => {
                if let Some(offer) = self.state.position(seat.other()) {
                    let deal = offer.deal.clone();
                    // Whoever announced something else gives it up, also the one whose offer it was.
                    for seat in [seat, seat.other()] {
                        self.give_up_announced(seat, &deal);
                    }
                    self.push(Event::Agreed(deal));
                }
                return;
            }
            Command::Disclose { issue, rank, register } => {
                self.disclose(seat, *issue, *rank, *register, cost == Cost::Free);
            }
            Command::Ascertain(issue) => self.ascertain(seat, *issue),
            Command::Forecast => self.forecast(seat),
            Command::Announce(issue, option) => self.push(Event::Announced(seat, *issue, *option)),
            Command::Promise(issue, option) => self.push(Event::Promised(seat, *issue, *option)),
            Command::Culture => self.culture(seat),
            Command::Hotline => self.move_(seat, Signal::Hotline, Register::Formal),
            Command::SmallTalk => self.small_talk(seat),
            Command::Ramble => self.ramble(seat),
            Command::Consular => self.consular(seat),
            Command::Warn(register) => {
                let batna = outcome::case(self.scenario, &self.state).batna[seat.index()] / 100;
                self.push(Event::Warned(seat, Percent::try_from(batna).unwrap_or(0), *register));
            }
            Command::Threaten(register) => self.move_(seat, Signal::Threat, *register),
            Command::Ultimatum(register) => self.ultimatum(seat, *register),
            Command::WalkOut => {
                self.move_(seat, Signal::WalkOut, Register::Formal);
                self.pass_turn(seat);
                return;
            }
            Command::Shame => {
                self.move_(seat, Signal::Shaming, Register::Public);
                self.raise_quota(seat.other());
            }
            Command::Repair(register) => self.repair(seat, *register),
            Command::Consult(group) => self.push(Event::Consulted(seat, *group)),
            Command::Ask(request) => self.push(Event::Asked(seat, *request)),
            Command::Answer(yes) => self.answer(seat, *yes),
            Command::AcceptText => {
                self.accept_text(seat);
                if self.state.turn().is_none() {
                    return;
                }
            }
            Command::EndTurn => {
                self.pass_turn(seat);
                return;
            }
            Command::Speak => return,
            Command::Leave => {
                self.push(Event::Left(seat));
                self.push(Event::Closed);
                return;
            }
            Command::Sign(guess) => {
                self.push(Event::Signed(seat, guess.clone()));
                if Seat::ALL.into_iter().all(|seat| self.state.signed[seat].is_some()) {
                    self.ratify();
                }
                return;
            }
            Command::AnswerBetter(yes) => {
                self.push(Event::BetterAnswered(seat, *yes));
                let answers = Seat::ALL.map(|seat| self.state.better_answers[seat]);
                if let [Some(first), Some(second)] = answers {
                    if first && second {
                        if let Some(better) = self.state.better.clone() {
                            Seat::ALL.into_iter().for_each(|seat| self.give_up_announced(seat, &better));
                        }
                        self.push(Event::BetterTaken);
                    }
                    self.push(Event::Closed);
                }
                return;
            }
            Command::Reflect(reflection) => {
                self.push(Event::Reflected(seat, reflection.clone()));
                return;
            }
        }
        self.leave_minimal(seat);
        if self.state.actions_left == 0 && self.state.turn() == Some(seat) && !self.may_still_act(seat) {
            self.pass_turn(seat);
        }
    }

    /// With no action left, a turn still waits if something was asked of this side: an answer is free.
    fn may_still_act(&self, seat: Seat) -> bool {
        self.state.request.is_some_and(|(by, _)| by != seat)
    }
}
