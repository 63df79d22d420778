//! Words that bind their speaker: a step promised for the next offer, a position announced in public.
//!
//! A counterpart gives its word only where it can keep it, keeps it, and never lies: what it tells of its
//! priorities is true, and its promises are in its next offer. That is a choice. A student should learn
//! from people when to doubt, not from a program whether to.

use super::character::{Manner, Strength};
use super::{Choice, Thought, say, standing};
use crate::counterpart::plain::{keeps_word, time};
use crate::rules::{Command, Phase};
use crate::scenario::{Deal, IssueNo, Kind, OptionNo, Phrase};
use crate::scoring::Signal;
use crate::view::View;

/// How many promises one makes in a game: more would be a manner of speaking.
const PROMISES: usize = 2;

/// Up to this trust of the other side a promise is worth an action, whatever the character.
const COOL: f64 = 0.7;

/// Whether a whole package keeps what this side promised and announced.
pub(super) fn keeps_all(view: &View<'_>, deal: &Deal) -> bool {
    deal.choices().all(|(issue, option)| keeps_word(view, issue, option))
}

impl Thought<'_, '_> {
    /// The step that was promised, alone, if no better package has it.
    pub(super) fn promised_step(&self) -> Option<Deal> {
        let promised = &self.view.promised[self.view.seat];
        let mine = &self.own_offer()?.deal;
        let kept = promised.iter().fold(mine.clone(), |deal, (issue, option)| deal.with(*issue, *option));
        (!promised.is_empty() && self.is_new(&kept)).then_some(kept)
    }

    /// A step for the next offer, told beforehand: it mends trust where the offer of this round is made.
    pub(super) fn promise(&self) -> Option<Choice> {
        let view = self.view;
        let manner = matches!(self.who.character.manner, Manner::Open | Manner::Relationship)
            && !self.is(Strength::Novice);
        let kept = view.steps.iter().filter(|it| it.actor == view.seat && it.signal == Signal::KeepPromise);
        let made = kept.count() + view.promised[view.seat].len();
        let mine = self.own_offer().filter(|offer| offer.round == view.round)?;
        let cool = view.trust(view.seat.other()) < self.who.character.warmth.max(COOL);
        let waiting = !view.promised[view.seat].is_empty();
        if !manner || !cool || waiting || made >= PROMISES || view.rounds_left() < 2 {
            return None;
        }
        let theirs = standing(view)?;
        let own = view.utility(&mine.deal);
        let steps = (0..mine.deal.0.len()).filter_map(|issue| {
            let option = theirs.deal[issue];
            let (from, to) = (mine.deal[issue], option);
            let fits = from != to
                && view.shared.issues[issue].kind == Kind::Substance
                && view.in_play(issue)
                && self.harmless(issue, option);
            let loss = view.parts[issue][from] - view.parts[issue][to];
            let gain = self.model.part(issue, to) - self.model.part(issue, from);
            let step = mine.deal.with(issue, option);
            (fits && gain > 0 && own - loss >= self.aim.floor && self.is_new(&step)).then_some((
                gain - loss,
                issue,
                option,
            ))
        });
        let (_, issue, option) = steps.max_by_key(|&(value, issue, _)| (value, std::cmp::Reverse(issue)))?;
        let line =
            self.vary(&["say-promise", "say-promise-2"]).issue("given", issue).choice("gift", issue, option);
        let why = Phrase::new("note-promise").issue("issue", issue);
        Some(Choice::new(say(Command::Promise(issue, option), line), why))
    }

    /// A position that every package worth offering has anyway: said in public, it is seen to be firm.
    pub(super) fn announce(&self) -> Option<Choice> {
        let view = self.view;
        let tough = self.who.character.manner == Manner::Tough && !self.is(Strength::Novice);
        let middle = (0.2..0.7).contains(&time(view)) && view.phase == Phase::Normal;
        if !tough || !middle || !view.announced[view.seat].is_empty() {
            return None;
        }
        let theirs = standing(view)?;
        let points = self.search.points();
        let firm: Vec<Deal> = (0..points.len())
            .take_while(|&at| points[at][0] >= self.aim.floor)
            .map(|at| self.search.deal(at))
            .collect();
        let first = firm.first()?;
        let issue = (0..first.0.len())
            .filter(|&issue| view.shared.issues[issue].kind == Kind::Substance && view.in_play(issue))
            .filter(|&issue| view.brief.weights[issue] > 0 && theirs.deal[issue] != first[issue])
            .filter(|&issue| firm.iter().all(|deal| deal[issue] == first[issue]))
            .max_by_key(|&issue| (view.brief.weights[issue], std::cmp::Reverse(issue)))?;
        let option = first[issue];
        let line = self
            .vary(&["say-announce", "say-announce-2"])
            .issue("wanted", issue)
            .choice("wish", issue, option);
        let why = Phrase::new("note-announce").issue("issue", issue);
        Some(Choice::new(say(Command::Announce(issue, option), line), why))
    }

    /// Whether an option crosses no red line of ours and, but for a novice, harms nobody.
    fn harmless(&self, issue: IssueNo, option: OptionNo) -> bool {
        let view = self.view;
        !super::red(view, issue, option) && (self.is(Strength::Novice) || !view.harmful[issue][option])
    }
}
