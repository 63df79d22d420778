//! What a delegation agrees on before it leaves the seat.
//!
//! Offers, acceptances and signatures bind the whole seat, so everybody who shares it is heard first.
//! Nothing of this reaches the rules or the other side: to them the seat speaks when all is settled.

use super::Session;
use crate::rules::{Act, Command};
use crate::scenario::{PerSeat, Speech};
use crate::table::Delegation;

/// An act that waits for the delegation.
#[derive(Clone, Debug, PartialEq)]
pub struct Assent {
    /// What would leave the seat.
    pub act: Act,
    /// What each delegate said, the head first; `None` who was not heard yet.
    pub words: Vec<Option<bool>>,
    head_signs: bool,
}

/// How far a delegation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Somebody was not heard yet.
    Waits,
    /// All agree.
    Agreed,
    /// This delegate does not, and the head decides.
    HeadDecides(usize),
    /// This delegate does not, so nothing leaves the seat.
    Refused(usize),
}

impl Assent {
    /// What a delegation is asked before this act; `None` where nobody has to be asked.
    pub fn before(delegation: &Delegation, act: &Act) -> Option<Self> {
        let binds = matches!(
            act.command,
            Command::Propose(_) | Command::Accept(_) | Command::AcceptText | Command::Sign(_)
        );
        (binds && delegation.people() > 1).then(|| Self {
            act: act.clone(),
            words: vec![None; delegation.people()],
            head_signs: delegation.head_signs,
        })
    }

    /// How far the delegation has come. The head's own word is never outvoted.
    pub fn heard(&self) -> Heard {
        let against = self.words.iter().position(|word| *word == Some(false));
        let all = self.words.iter().all(Option::is_some);
        match against {
            Some(0) => Heard::Refused(0),
            Some(who) if !self.head_signs => Heard::Refused(who),
            Some(who) if all => Heard::HeadDecides(who),
            None if all => Heard::Agreed,
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
        if let Some(word) = assent.words.get_mut(delegate) {
            *word = Some(agrees);
        }
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
