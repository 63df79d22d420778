//! Threats and ultimatums, and taking them back.
//!
//! Pressure costs trust at once and can end the talks, so it comes once, late, on an offer that the other
//! side could take, and is taken back before it would end anything.

use super::{Choice, Thought, say, standing};
use crate::rules::{Command, Phase, Register, Style};
use crate::scenario::Phrase;
use crate::scoring::Signal;
use crate::scoring::relation::{BROKEN, LOW};

impl Thought<'_, '_> {
    /// Presses, if that is in character and suits.
    pub(super) fn press(&self) -> Option<Choice> {
        let view = self.view;
        let apart = standing(view).is_some_and(|offer| view.utility(&offer.deal) < self.aim.floor);
        let calm = view.relation.coercion < 2 && view.offences == 0 && view.ultimatum.is_none();
        if !self.who.character.presses || !apart || !calm || view.request.is_some() {
            return None;
        }
        self.ultimatum().or_else(|| self.threat())
    }

    /// This offer or none, while there is still time to take it back.
    fn ultimatum(&self) -> Option<Choice> {
        let view = self.view;
        let mine = self.own_offer()?;
        let takeable = self.model.utility(&mine.deal) >= self.model.reservation;
        let trust = view.relation.trust_after(view.seat.other(), Signal::Ultimatum.strength());
        let time_left = (1..=2).contains(&view.rounds_left());
        // Who took one back does not say it again.
        let said = view.steps.iter().any(|it| it.actor == view.seat && it.signal == Signal::Ultimatum);
        (time_left && !said && takeable && trust >= BROKEN).then(|| {
            let line = self.vary(&["say-ultimatum", "say-ultimatum-2"]).count("no", mine.no);
            let act = say(Command::Ultimatum(Register::Formal), line);
            Choice::new(act, Phrase::new("note-ultimatum"))
        })
    }

    /// A word between the meetings, where the relation can bear it.
    fn threat(&self) -> Option<Choice> {
        let view = self.view;
        let strength = Register::OffRecord.weigh(Signal::Threat.strength());
        let bears = view.relation.trust_after(view.seat.other(), strength) >= LOW;
        let middle = 2 * view.round >= view.shared.timing.rounds && view.rounds_left() > 2;
        (middle && bears && view.phase == Phase::Normal).then(|| {
            let line = self.vary(&["say-threat", "say-threat-2"]);
            Choice::new(say(Command::Threaten(Register::OffRecord), line), Phrase::new("note-threat"))
        })
    }

    /// An own ultimatum that ran out is taken back: to leave would be worth no more than our BATNA.
    pub(super) fn retract(&self) -> Option<Choice> {
        let view = self.view;
        view.ultimatum.filter(|ultimatum| ultimatum.by == view.seat && ultimatum.due)?;
        let possible = view.actions_left > 0;
        let act = say(Command::Repair(Register::Formal), self.vary(&["say-retract", "say-retract-2"]));
        possible.then(|| Choice::new(act, Phrase::new("note-retract")))
    }

    /// Whether the other side's last move on the relation was pressure that nothing of ours has answered.
    pub(super) fn was_pressed(&self) -> bool {
        let view = self.view;
        let waits = view.ultimatum.is_some_and(|ultimatum| ultimatum.by != view.seat);
        let last = view.steps.last().filter(|step| step.actor != view.seat);
        waits || last.is_some_and(|step| step.signal.coercion() > 0 && !step.signal.deceives())
    }

    /// Amends for an own breach of manners, or a kind word when the talks slowed down.
    pub(super) fn mend(&self) -> Option<Choice> {
        let view = self.view;
        let cares = self.who.character.warmth > 0.6;
        let owed = view.offences > 0 && (cares || view.phase != Phase::Normal);
        let cold = cares && view.phase == Phase::SlowDown && view.mediators.contains(&Style::Facilitation);
        (owed || cold).then(|| {
            let line = self.vary(&["say-repair", "say-repair-2"]);
            Choice::new(say(Command::Repair(Register::Formal), line), Phrase::new("note-repair"))
        })
    }
}
