//! Diplomat: plays the talks with all their moves, in one of several characters and strengths.
//!
//! It tells what matters and answers telling with telling, offers what the other side seems to like
//! best among packages good enough for itself, lets go over time towards a floor near the estimated
//! Nash point, hears its groups before it signs, calls a mediator when the talks stall, and gives a
//! reason and a counter-offer with every refusal.
//!
//! | file | what it is |
//! |---|---|
//! | `character` | what tells one from another |
//! | `aim` | target and floor |
//! | `packages` | which package is offered next |
//! | `answers` | what is accepted and granted |
//! | `ground` | words, channels, groups and mediators |
//! | `pressure` | threats and ultimatums, and taking them back |
//! | `word` | promises and announcements |
//! | `speech` | what is said with all that |

mod aim;
mod answers;
mod character;
mod ground;
mod packages;
mod pressure;
mod speech;
mod word;

pub use character::{Character, Manner, Strength};
pub(super) use packages::formed;

use super::model::Model;
use super::plain::{
    awaits_answer_on_text, could_sign, harms, is_needless_harm, keeps_word, last_turn, outside, rational,
    red, standing,
};
use super::search::Search;
use super::{Considered, Counterpart, Decision, Note};
use crate::rules::{Act, Command, Offer, Phase, Request};
use crate::scenario::{Deal, Phrase, Points, Seat, Speech, WHOLE};
use crate::view::View;
use aim::Aim;
use rand_chacha::ChaCha8Rng;
use std::cell::OnceCell;

/// The counterpart that a student should meet first.
#[derive(Clone, Copy, Debug)]
pub struct Diplomat {
    /// What it cares for.
    pub character: Character,
    /// How well it knows the craft.
    pub strength: Strength,
    /// Where its choice of words begins.
    salt: usize,
}

impl Diplomat {
    /// One of this character and strength; the number draws its words.
    pub const fn new(character: Character, strength: Strength, seed: u64) -> Self {
        Self { character, strength, salt: (seed % 60) as usize }
    }

    /// A practised one whose temper is drawn by a number.
    pub fn drawn(seed: u64) -> Self {
        Self::new(Character::drawn(seed), Strength::Practised, seed)
    }

    fn model(&self, view: &View<'_>) -> Model {
        match self.strength {
            Strength::Novice => Model::mirror(view),
            Strength::Practised => Model::of(view),
            Strength::Master => Model::keen(view),
        }
    }
}

/// What a counterpart thinks at one decision.
struct Thought<'v, 'a> {
    who: Diplomat,
    view: &'v View<'a>,
    model: Model,
    search: Search,
    aim: Aim,
    candidate: OnceCell<Option<Deal>>,
}

impl Counterpart for Diplomat {
    fn act(&self, view: &View<'_>, _: &mut ChaCha8Rng) -> Decision {
        let model = self.model(view);
        if let Some(act) = outside(view, Some(model.guess())) {
            return act.into();
        }
        let thought = Thought::new(*self, view, model);
        let choice = thought.decide();
        let act = thought.spoken(choice.act);
        Decision { act, note: Some(thought.note(choice.why, choice.deal)) }
    }

    fn minds(&self, view: &View<'_>, deal: &Deal) -> bool {
        if self.strength == Strength::Novice || last_turn(view) || harms(view, deal).is_none() {
            return false;
        }
        let thought = Thought::new(*self, view, self.model(view));
        let own = thought.own_offer().is_some_and(|offer| offer.deal == *deal);
        !own && !thought.as_good_as_text(deal)
    }

    fn bar(&self, view: &View<'_>) -> Points {
        Thought::new(*self, view, self.model(view)).aim.bar().max(view.batna)
    }
}

/// What was decided, and why.
struct Choice {
    act: Act,
    why: Phrase,
    deal: Option<Deal>,
}

impl Choice {
    fn new(act: impl Into<Act>, why: Phrase) -> Self {
        Self { act: act.into(), why, deal: None }
    }

    /// Whether it asks the other side for something besides the text, or presses it.
    fn can_wait(&self) -> bool {
        matches!(self.act.command, Command::Ask(_) | Command::Ultimatum(_) | Command::Threaten(_))
    }
}

impl<'v, 'a> Thought<'v, 'a> {
    fn new(who: Diplomat, view: &'v View<'a>, model: Model) -> Self {
        // A novice does not look at what a text does to others; what was promised before has to stand.
        let promised = |issue, option| view.promised[view.seat].get(&issue) == Some(&option);
        let blind = who.strength == Strength::Novice;
        let harmless = |issue, option| {
            !red(view, issue, option)
                && (blind || promised(issue, option) || !is_needless_harm(view, issue, option))
                && keeps_word(view, issue, option)
        };
        let search = Search::new(view, harmless, |issue, option| model.part(issue, option));
        let aim = aim::aim(view, &search, &model, who.character, who.strength);
        Self { who, view, model, search, aim, candidate: OnceCell::new() }
    }

    fn is(&self, strength: Strength) -> bool {
        self.who.strength == strength
    }

    fn note(&self, why: Phrase, chosen: Option<Deal>) -> Note {
        let view = self.view;
        let share = |points: Points| points as f64 / WHOLE as f64;
        let mut weighed: Vec<Deal> = chosen.iter().cloned().collect();
        // What else was good enough, where something was chosen at all.
        let rivals = if weighed.is_empty() { 0 } else { 6 };
        for (deal, _) in self.search.at_least(self.aim.target.max(view.batna)).take(rivals) {
            let deal = self.with_form(deal);
            if weighed.len() < 3 && !weighed.contains(&deal) {
                weighed.push(deal);
            }
        }
        let considered = weighed
            .into_iter()
            .map(|deal| Considered { own: view.worth(&deal), other: share(self.model.utility(&deal)), deal })
            .collect();
        Note {
            round: view.round,
            turn: view.turn_no,
            weights: self.model.weights.clone(),
            reservation: Some(share(self.model.reservation)),
            target: share(self.aim.target),
            received: standing(view).map(|offer| view.worth(&offer.deal)),
            considered,
            chosen: chosen.map(|deal| {
                let worth = view.worth(&deal);
                (deal, worth)
            }),
            why,
        }
    }

    fn decide(&self) -> Choice {
        let view = self.view;
        // An own ultimatum that ran out comes before everything else.
        if let Some(retract) = self.retract() {
            return self.accept().unwrap_or(retract);
        }
        if let Some((by, request)) = view.request
            && by != view.seat
        {
            return self.answer(request);
        }
        if let Some(choice) = self.accept() {
            return choice;
        }
        // Nobody will speak after us: what is not agreed now will not be.
        if last_turn(view) && view.seat == Seat::Second {
            return Choice::new(Command::EndTurn, Phrase::new("note-over"));
        }
        // What stands in our name must be something that we can stand by.
        if self.must_retreat()
            && view.actions_left > 0
            && view.phase != Phase::Minimal
            && let Some(offer) = self.offer()
        {
            return offer;
        }
        // A text that we accepted, or a mediator that we asked for, deserves an answer before more is said.
        let asked = view.request.is_some() && !self.owes_offer();
        let waiting = awaits_answer_on_text(view) || asked;
        if view.actions_left == 0 || waiting && view.phase == Phase::Normal {
            let why = if view.actions_left == 0 { "note-nothing-left" } else { "note-waiting" };
            return Choice::new(Command::EndTurn, Phrase::new(why));
        }
        match view.phase {
            Phase::Minimal => self.reach_out(),
            Phase::SlowDown => self.in_slow_down(),
            Phase::Normal => self.in_normal(),
        }
    }

    /// Grounds first and the offer last, except for what belongs behind the offer.
    fn in_normal(&self) -> Choice {
        let ground = self.prepare_ground();
        let first = ground.as_ref().is_some_and(|choice| !choice.can_wait());
        if self.view.actions_left > 1 && first {
            return ground.unwrap_or_else(done);
        }
        self.offer().or(ground).unwrap_or_else(done)
    }

    /// One action a side: a fresh offer deserves one in return, else the talks themselves come first.
    fn in_slow_down(&self) -> Choice {
        let fresh = self.view.rounds_in_phase == 0 && self.owes_offer();
        let offer = || self.offer();
        let first = if fresh || self.who.character.presses { offer() } else { None };
        first
            .or_else(|| self.mend())
            .or_else(|| self.ease())
            .or_else(offer)
            .or_else(|| self.press())
            .unwrap_or_else(done)
    }

    /// Whether their newest offer is newer than ours, so that ours is due.
    fn owes_offer(&self) -> bool {
        let own = self.own_offer().map_or(0, |offer| offer.no);
        standing(self.view).is_some_and(|offer| offer.no > own)
    }

    fn own_offer(&self) -> Option<&Offer> {
        self.view.position(self.view.seat)
    }

    /// A request of this kind, if it may still be made: the answer is respected for two rounds.
    fn may_ask(&self, request: Request, times: usize) -> bool {
        let view = self.view;
        let own = || view.requests.iter().filter(|it| it.by == view.seat && it.request == request);
        let lately = own().any(|it| it.round + 2 > view.round);
        view.request.is_none() && own().count() < times && !lately
    }
}

fn say(command: Command, line: Phrase) -> Act {
    Act { command, speech: Some(Speech::Lines(vec![line])) }
}

fn done() -> Choice {
    Choice::new(Command::EndTurn, Phrase::new("note-nothing-new"))
}
