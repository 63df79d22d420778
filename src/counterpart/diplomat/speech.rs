//! What is said: the reason behind an act, in one of several wordings, coloured by the character.
//!
//! Words name issues and options, never numbers of its own; what is asked for is what the package
//! really asks for, what is given is what it really gives.

use super::character::{Manner, Strength};
use super::{Thought, awaits_answer_on_text, standing};
use crate::counterpart::plain::{falls_behind, harms, last_turn};
use crate::rules::{Act, Command, Phase};
use crate::scenario::{Deal, IssueNo, Kind, Phrase, Seat, Speech};

impl Thought<'_, '_> {
    /// One of several wordings, another one each turn.
    pub(super) fn vary(&self, keys: &[&'static str]) -> Phrase {
        self.vary_by(keys, self.view.turn_no as usize / 2)
    }

    /// One of several wordings, by a number that counts how often something was said.
    pub(super) fn vary_by(&self, keys: &[&'static str], count: usize) -> Phrase {
        Phrase::new(keys[(self.who.salt + count) % keys.len()])
    }

    /// Adds a sentence in the manner of the character to an offer or an acceptance.
    pub(super) fn flavoured(&self, mut act: Act) -> Act {
        if let Some(Speech::Lines(lines)) = &mut act.speech
            && lines.len() == 1
            && let Some(line) = self.flavour(&act.command)
        {
            lines.push(line);
        }
        act
    }

    fn flavour(&self, command: &Command) -> Option<Phrase> {
        let manner = self.who.character.manner;
        let accepts = matches!(command, Command::Accept(_));
        // Every second round is enough colour.
        if !accepts && !(self.view.turn_no as usize / 2 + self.who.salt).is_multiple_of(2) {
            return None;
        }
        let keys: &[&'static str] = match (manner, accepts) {
            (Manner::Even, _) => return None,
            (Manner::Patient, false) => &["say-patient", "say-patient-2", "say-patient-3", "say-patient-4"],
            (Manner::Tough, false) => &["say-tough", "say-tough-2", "say-tough-3", "say-tough-4"],
            (Manner::Open, false) => &["say-open", "say-open-2", "say-open-3", "say-open-4"],
            (Manner::Relationship, false) => {
                &["say-relation", "say-relation-2", "say-relation-3", "say-relation-4"]
            }
            (Manner::Hasty, false) => &["say-hasty", "say-hasty-2", "say-hasty-3", "say-hasty-4"],
            (Manner::Patient, true) => &["say-patient-accept"],
            (Manner::Tough, true) => &["say-tough-accept"],
            (Manner::Open, true) => &["say-open-accept"],
            (Manner::Relationship, true) => &["say-relation-accept"],
            (Manner::Hasty, true) => &["say-hasty-accept"],
        };
        let at = (self.view.turn_no as usize / 4 + self.who.salt / 2) % keys.len();
        Some(Phrase::new(keys[at]))
    }

    /// The act with all that is said with it: offers get colour, pressure an answer, and the last act of
    /// a turn a reason if an offer of theirs is not enough.
    pub(super) fn spoken(&self, mut act: Act) -> Act {
        let ends = act.command == Command::EndTurn;
        if ends && last_turn(self.view) && self.view.seat == Seat::Second {
            let lines = self.lacked().into_iter().chain([self.vary(&["say-over", "say-over-2"])]);
            act.speech = Some(Speech::Lines(lines.collect()));
            return act;
        }
        let proposes = matches!(act.command, Command::Propose(_));
        let closes = ends || self.view.actions_left <= 1 && !matches!(act.command, Command::Accept(_));
        let answers = proposes || matches!(act.command, Command::Answer(_) | Command::AcceptText);
        if let Some(received) = standing(self.view)
            && closes
            && !answers
            && (self.owes_offer() || act.speech.is_none())
        {
            let reason = self.not_yet(&received.deal);
            match &mut act.speech {
                Some(Speech::Lines(lines)) => lines.push(reason),
                _ => act.speech = Some(Speech::Lines(vec![reason])),
            }
        }
        if let Some(Speech::Lines(lines)) = &mut act.speech
            && lines.len() == 1
            && (proposes || ends)
        {
            if self.was_pressed() {
                lines.insert(0, self.vary(&["say-pressed", "say-pressed-2"]));
            } else if last_turn(self.view) && self.view.phase != Phase::Minimal {
                lines.push(self.vary(&["say-last-round", "say-last-round-2"]));
            } else if proposes {
                return self.flavoured(act);
            }
        }
        act
    }

    /// Why this package of theirs is not accepted, and what stands instead.
    fn not_yet(&self, theirs: &Deal) -> Phrase {
        let view = self.view;
        if awaits_answer_on_text(view) {
            return self.vary(&["say-await-text", "say-await-text-2"]);
        }
        let newest = standing(view).map_or(0, |offer| offer.no);
        let text = view.text().filter(|text| text.no > newest && !view.text_accepted[view.seat]);
        if text.is_some() && view.text_accepted[view.seat.other()] {
            return self.vary(&["say-text-not-yet", "say-text-not-yet-2"]);
        }
        let Some(mine) = self.own_offer() else { return Phrase::new("say-not-yet") };
        if mine.no > newest {
            return match self.who.character.manner {
                Manner::Tough | Manner::Hasty => self.vary(&["say-your-turn-brisk", "say-your-turn-brisk-2"]),
                _ => self.vary(&["say-your-turn", "say-your-turn-2"]),
            };
        }
        if let Some(line) = self.but_for_harm(theirs) {
            return line;
        }
        match falls_behind(view, &mine.deal, theirs) {
            Some(wanted) => self
                .vary(&["say-stand", "say-stand-2", "say-stand-3"])
                .count("no", mine.no)
                .issue("wanted", wanted)
                .choice("wish", wanted, mine.deal[wanted]),
            None => self.vary(&["say-stand-as-it-is", "say-stand-as-it-is-2"]).count("no", mine.no),
        }
    }

    /// In which article their last package fell short, when there is nothing left to answer it with.
    fn lacked(&self) -> Option<Phrase> {
        let theirs = standing(self.view).filter(|_| self.owes_offer())?;
        let mine = self.own_offer()?;
        let wanted = falls_behind(self.view, &mine.deal, &theirs.deal)?;
        Some(Phrase::new("say-lacked").issue("wanted", wanted).choice("wish", wanted, mine.deal[wanted]))
    }

    /// What of theirs would be good enough if it did no harm to others.
    fn but_for_harm(&self, theirs: &Deal) -> Option<Phrase> {
        let enough = self.view.utility(theirs) >= self.aim.bar()
            && !self.is(Strength::Novice)
            && self.can_take(theirs);
        let (issue, option) = harms(self.view, theirs).filter(|_| enough)?;
        let line = self.vary(&["say-harm", "say-harm-2"]);
        Some(line.issue("issue", issue).choice("option", issue, option))
    }

    /// The article in which this package comes nearer to theirs than our last one did, the dearest to them
    /// first.
    fn given(&self, deal: &Deal, theirs: &Deal) -> Option<IssueNo> {
        let mine = &self.own_offer()?.deal;
        (0..deal.0.len())
            .filter(|&issue| self.view.shared.issues[issue].kind == Kind::Substance)
            .filter(|&issue| deal[issue] != mine[issue])
            .filter(|&issue| deal[issue].abs_diff(theirs[issue]) < mine[issue].abs_diff(theirs[issue]))
            .max_by_key(|&issue| {
                (self.model.part(issue, deal[issue]) - self.model.part(issue, mine[issue]), issue)
            })
    }

    /// Why this package: what we give, and what we ask for it.
    pub(super) fn reason(&self, deal: &Deal) -> Phrase {
        let Some(received) = standing(self.view) else {
            return if self.own_offer().is_none() {
                self.vary(&["say-first", "say-first-2", "say-first-3"])
            } else {
                self.vary(&["say-again", "say-again-2"])
            };
        };
        if let Some(line) = self.but_for_harm(&received.deal) {
            return line;
        }
        let given = self.given(deal, &received.deal);
        // Nobody asks for the very step that is taken.
        let wanted = match given {
            Some(given) => falls_behind(self.view, &deal.with(given, received.deal[given]), &received.deal),
            None => falls_behind(self.view, deal, &received.deal),
        };
        match (given, wanted) {
            (Some(given), Some(wanted)) => self
                .vary(&["say-trade", "say-trade-2", "say-trade-3", "say-trade-4"])
                .issue("given", given)
                .choice("gift", given, deal[given])
                .issue("wanted", wanted)
                .choice("wish", wanted, deal[wanted]),
            (None, Some(wanted)) => self
                .vary(&["say-need", "say-need-2", "say-need-3"])
                .issue("wanted", wanted)
                .choice("wish", wanted, deal[wanted]),
            (Some(given), None) => self.vary(&["say-give", "say-give-2"]).issue("given", given).choice(
                "gift",
                given,
                deal[given],
            ),
            (None, None) => self.vary(&["say-counter", "say-counter-2"]),
        }
    }
}
