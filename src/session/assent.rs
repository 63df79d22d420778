//! What a delegation agrees on before it leaves the seat.
//!
//! What binds the whole seat is heard by everybody who shares it first: at one screen here, on phones in
//! a class. Nothing of this reaches the rules or the other side: to them the seat speaks when all is
//! settled.

use super::Session;
use crate::rules::{Act, Command, Request};
use crate::scenario::{Arg, PerSeat, Phrase, Speech};
use crate::table::Delegation;
use serde::{Deserialize, Serialize};

/// By which rule a delegation decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// All must agree.
    #[default]
    All,
    /// More than half must agree.
    Most,
    /// All must agree; if they do not, the head decides once everybody was heard.
    Head,
}

impl Rule {
    /// All, the usual one first.
    pub const ALL: [Self; 3] = [Self::All, Self::Most, Self::Head];

    /// The name in word keys and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Most => "most",
            Self::Head => "head",
        }
    }
}

/// An act that waits for the delegation.
#[derive(Clone, Debug, PartialEq)]
pub struct Assent {
    /// What would leave the seat.
    pub act: Act,
    /// What each delegate said, the head first; `None` who was not heard yet.
    pub words: Vec<Option<bool>>,
    /// Who is waited for no longer; a word brings a delegate back.
    pub away: Vec<bool>,
    rule: Rule,
}

/// How far a delegation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Somebody was not heard yet.
    Waits,
    /// Enough agree.
    Agreed,
    /// This delegate does not, and the head decides.
    HeadDecides(usize),
    /// This delegate does not, so nothing leaves the seat.
    Refused(usize),
}

impl Assent {
    /// What a delegation is asked before this act; `None` where nobody has to be asked.
    pub fn before(delegation: &Delegation, act: &Act) -> Option<Self> {
        let rule = if delegation.head_signs { Rule::Head } else { Rule::All };
        Self::among(delegation.people(), rule, act)
    }

    /// What so many people are asked before this act; `None` where nobody has to be asked.
    pub fn among(people: usize, rule: Rule, act: &Act) -> Option<Self> {
        let binds = matches!(
            act.command,
            Command::Propose(_)
                | Command::Accept(_)
                | Command::AcceptText
                | Command::Sign(_)
                | Command::AnswerBetter(true)
                | Command::Leave
                // An article that is signed early is signed: by whoever asks, once the other side agrees.
                | Command::Ask(Request::Harvest(_))
                | Command::Answer(true)
        );
        (binds && people > 1).then(|| Self {
            act: act.clone(),
            words: vec![None; people],
            away: vec![false; people],
            rule,
        })
    }

    /// What is about to leave the seat.
    pub fn subject(&self) -> Phrase {
        match &self.act.command {
            Command::Accept(no) => Phrase::new("delegation-accept").with("no", Arg::Word(no.to_string())),
            Command::AcceptText => Phrase::new("delegation-accept-text"),
            Command::Sign(_) => Phrase::new("delegation-sign"),
            Command::AnswerBetter(_) => Phrase::new("delegation-better"),
            Command::Leave => Phrase::new("delegation-leave"),
            Command::Ask(Request::Harvest(issue)) => Phrase::new("delegation-harvest").issue("issue", *issue),
            Command::Answer(_) => Phrase::new("delegation-grant"),
            _ => Phrase::new("delegation-offer"),
        }
    }

    /// By which rule it is decided.
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// Takes the word of a delegate, the head being 0. A number that nobody has changes nothing.
    pub fn say(&mut self, delegate: usize, agrees: bool) {
        if let (Some(word), Some(away)) = (self.words.get_mut(delegate), self.away.get_mut(delegate)) {
            (*word, *away) = (Some(agrees), false);
        }
    }

    /// Waits no longer for a delegate who has not been heard.
    pub fn excuse(&mut self, delegate: usize) {
        if let (Some(None), Some(away)) = (self.words.get(delegate), self.away.get_mut(delegate)) {
            *away = true;
        }
    }

    /// How far the delegation has come. Where the head decides, the head's own word is never outvoted.
    pub fn heard(&self) -> Heard {
        let against = self.words.iter().position(|word| *word == Some(false));
        let yes = self.words.iter().filter(|word| **word == Some(true)).count();
        let waits =
            self.words.iter().zip(&self.away).filter(|(word, away)| word.is_none() && !**away).count();
        let counted = waits + self.words.iter().flatten().count();
        match (self.rule, against) {
            (Rule::Most, _) if 2 * yes > counted => Heard::Agreed,
            (Rule::Most, Some(who)) if 2 * (yes + waits) <= counted => Heard::Refused(who),
            (Rule::Most, _) => Heard::Waits,
            (Rule::Head, Some(0)) => Heard::Refused(0),
            (Rule::Head, Some(who)) if waits == 0 => match self.words.first() {
                Some(Some(true)) => Heard::HeadDecides(who),
                _ => Heard::Refused(who),
            },
            (Rule::All, Some(who)) => Heard::Refused(who),
            (_, None) if waits == 0 && yes > 0 => Heard::Agreed,
            _ => Heard::Waits,
        }
    }
}

impl Session {
    /// Who shares each seat at this screen.
    pub const fn delegations(&self) -> &PerSeat<Delegation> {
        &self.delegations
    }

    /// Other people share the seats from now on.
    pub fn set_delegations(&mut self, delegations: PerSeat<Delegation>) {
        self.delegations = delegations.map(|it| it.clone().fitted());
        self.save();
    }

    /// What waits for the delegation at the screen, if anything.
    pub const fn assent(&self) -> Option<&Assent> {
        self.assent.as_ref()
    }

    /// Plays an act of the person at the screen, or asks the delegation first where several share the
    /// seat and the act binds them all. Says whether it was played.
    pub fn submit(&mut self, act: impl Into<Act>) -> bool {
        let act = act.into();
        self.dissent = None;
        let asked = Assent::before(&self.delegations[self.eyes], &act);
        // What the rules refuse need not be agreed on.
        if asked.is_none() || self.permits(&act).is_err() {
            return self.act(act);
        }
        self.refusal = None;
        self.assent = asked;
        false
    }

    /// Takes the word of a delegate, the head being 0; what all agree on is played at once, what one
    /// refuses goes back to the draft.
    pub fn hear(&mut self, delegate: usize, agrees: bool) {
        let Some(assent) = &mut self.assent else { return };
        assent.say(delegate, agrees);
        match assent.heard() {
            Heard::Agreed => self.send(),
            Heard::Refused(who) => {
                self.recall();
                self.dissent = Some(who);
            }
            Heard::Waits | Heard::HeadDecides(_) => {}
        }
    }

    /// The head of the delegation sends what one does not agree to, where that was chosen.
    pub fn decide(&mut self) {
        if self.assent.as_ref().is_some_and(|it| matches!(it.heard(), Heard::HeadDecides(_))) {
            self.send();
        }
    }

    /// Back to the draft; package and message are as they were.
    pub fn recall(&mut self) {
        if let Some(assent) = self.assent.take()
            && let Some(Speech::Typed(words)) = assent.act.speech
        {
            self.messages[self.eyes] = words;
        }
    }

    fn send(&mut self) {
        let Some(assent) = self.assent.take() else { return };
        if !self.act(assent.act.clone()) {
            self.assent = Some(assent);
            self.recall();
        }
    }
}
