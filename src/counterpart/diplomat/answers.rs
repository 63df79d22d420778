//! What is accepted and granted.

use super::character::Strength;
use super::{Choice, Thought, could_sign, rational, say, standing};
use crate::counterpart::plain::{accepted_text, agreed_on, harms, last_turn, may_add};
use crate::rules::{Command, Request};
use crate::scenario::{Deal, Phrase};

impl Thought<'_, '_> {
    pub(super) fn answer(&self, request: Request) -> Choice {
        let view = self.view;
        let (yes, line) = match request {
            Request::Mediator(_) => (true, self.vary(&["say-welcome-mediator", "say-welcome-mediator-2"])),
            Request::AddIssue(issue) if may_add(view, issue) => {
                (true, Phrase::new("say-welcome-issue").issue("issue", issue))
            }
            Request::AddIssue(issue) => (false, Phrase::new("say-decline-issue").issue("issue", issue)),
            Request::Harvest(issue) => {
                let best = view.parts[issue].iter().max().copied().unwrap_or(0);
                if agreed_on(view, issue).is_some_and(|option| 2 * view.parts[issue][option] >= best) {
                    (true, Phrase::new("say-welcome-harvest").issue("issue", issue))
                } else {
                    (false, Phrase::new("say-decline-harvest").issue("issue", issue))
                }
            }
        };
        let why = Phrase::new(match request {
            _ if yes => "note-granted",
            Request::AddIssue(_) => "note-declined-issue",
            _ => "note-declined",
        });
        Choice::new(say(Command::Answer(yes), line), why)
    }

    /// Whether a package of theirs is good enough now.
    pub(super) fn good_enough(&self, deal: &Deal) -> bool {
        let view = self.view;
        if !self.can_take(deal) {
            return false;
        }
        let worth = view.utility(deal);
        if last_turn(view) && worth > view.batna {
            return true;
        }
        // What we have just proposed ourselves cannot be refused.
        if self.own_offer().is_some_and(|offer| offer.deal == *deal) {
            return true;
        }
        // Nor what is no worse than the mediator's text that we have accepted.
        if self.as_good_as_text(deal) {
            return true;
        }
        let clean = self.is(Strength::Novice) || harms(view, deal).is_none();
        let pressed = view.ultimatum.is_some_and(|ultimatum| ultimatum.by != view.seat);
        let bar = self.aim.bar();
        let bar = if pressed {
            bar.min(self.aim.floor - (self.aim.floor - view.batna) * self.who.character.yields / 100)
        } else {
            bar
        };
        // Nor what is no worse for us than what we would propose next.
        let no_worse = |next: Option<&Deal>| next.is_some_and(|next| worth >= view.utility(next));
        // Below what we could ever table ourselves there is nothing to compare.
        let possible = worth >= self.lowest();
        clean
            && (worth >= bar || possible && no_worse(self.candidate()) || no_worse(self.intended().as_ref()))
    }

    pub(super) fn as_good_as_text(&self, deal: &Deal) -> bool {
        accepted_text(self.view).is_some_and(|text| self.view.utility(deal) >= self.view.utility(text))
    }

    /// What we would propose now if they had not made their newest offer: to hear it from them first must
    /// not make it worse.
    fn intended(&self) -> Option<Deal> {
        let view = self.view;
        let newest = standing(view).filter(|_| self.owes_offer())?.no;
        let mut before = view.clone();
        before.offers.retain(|offer| offer.no < newest);
        let model = self.who.model(&before);
        Thought::new(self.who, &before, model).candidate().cloned()
    }

    pub(super) fn accept(&self) -> Option<Choice> {
        let view = self.view;
        // An own ultimatum that ran out has to be taken back before a text can be accepted.
        let free = !view.ultimatum.is_some_and(|it| it.by == view.seat && it.due);
        let text =
            view.text().filter(|text| free && !view.text_accepted[view.seat] && self.can_take(&text.deal));
        let offer = standing(view).filter(|offer| self.good_enough(&offer.deal));
        // A text that they accepted already is as good as an offer of theirs.
        let certain = text.filter(|_| view.text_accepted[view.seat.other()]);
        let worth = |deal: &Deal| view.utility(deal);
        if let Some(offer) = offer
            && certain.is_none_or(|text| worth(&text.deal) <= worth(&offer.deal))
        {
            let line = self.vary(&["say-accept", "say-accept-2", "say-accept-3"]);
            let act = self.flavoured(say(Command::Accept(offer.no), line));
            let pressed = view.ultimatum.is_some_and(|ultimatum| ultimatum.by != view.seat);
            let received = worth(&offer.deal);
            let why = match received >= self.aim.target {
                true => "note-accept",
                false if self.as_good_as_text(&offer.deal) => "note-accept-as-text",
                false if received >= self.aim.bar() => "note-accept-late",
                false if last_turn(view) => "note-accept-last",
                false if pressed => "note-accept-pressed",
                false => "note-accept",
            };
            return Some(Choice::new(act, Phrase::new(why)));
        }
        let aim = self.aim;
        // A text that serves both is worth a little: the mediator heard what we could not.
        let least = match self.who.strength {
            Strength::Novice => aim.target,
            _ if self.who.character.presses => aim.floor,
            Strength::Practised => aim.floor - (aim.floor - view.batna) / 4,
            Strength::Master => aim.floor - (aim.floor - view.batna) / 8,
        };
        let text = text?;
        let late = certain.is_some() && last_turn(view) && worth(&text.deal) > view.batna;
        (late || offer.is_some() || worth(&text.deal) >= least).then(|| {
            let line = self.vary(&["say-accept-text", "say-accept-text-2"]);
            Choice::new(say(Command::AcceptText, line), Phrase::new("note-accept-text"))
        })
    }

    /// Whether a package could be signed at all.
    pub(super) fn can_take(&self, deal: &Deal) -> bool {
        self.view.can_offer(deal) && rational(self.view, deal) && could_sign(self.view, deal)
    }
}
