//! Everything that prepares the ground for an offer: words, channels, groups at home, mediators.

use super::character::{Manner, Strength};
use super::{Choice, Thought, say, standing};
use crate::counterpart::plain::time;
use crate::rules::{Act, Command, OfferKind, Phase, Register, Request, Style};
use crate::scenario::{Arg, IssueNo, Kind, Lock, Phrase, Points, Sector, WHOLE};
use crate::scoring::Signal;

impl Thought<'_, '_> {
    pub(super) fn prepare_ground(&self) -> Option<Choice> {
        let cares = self.who.character.manner == Manner::Relationship;
        let kind = || self.mend().filter(|_| self.view.offences > 0).or_else(|| self.warm_up());
        let first = if cares { kind() } else { None };
        first
            .or_else(|| self.disclose())
            .or_else(kind)
            .or_else(|| self.press())
            .or_else(|| self.break_deadlock())
            .or_else(|| self.hear_groups())
            .or_else(|| self.ask_for_more())
            .or_else(|| self.look_closer())
            .or_else(|| self.announce())
            .or_else(|| self.promise())
    }

    // When the relation is bad

    pub(super) fn reach_out(&self) -> Choice {
        let why = Phrase::new("note-reach-out");
        match self.mediator(Style::Facilitation).or_else(|| self.mediator(Style::Formulation)) {
            Some(request) => Choice::new(say(Command::Ask(request), self.call()), why),
            None => {
                let line = self.vary(&["say-reach-out", "say-reach-out-2"]);
                Choice::new(say(Command::Repair(Register::Informal), line), why)
            }
        }
    }

    pub(super) fn ease(&self) -> Option<Choice> {
        let request = self.mediator(Style::Facilitation)?;
        Some(Choice::new(say(Command::Ask(request), self.call()), Phrase::new("note-ease")))
    }

    fn call(&self) -> Phrase {
        let keys = ["say-call-mediator", "say-call-mediator-2", "say-call-mediator-3"];
        self.vary_by(&keys, self.view.requests.len())
    }

    /// A mediator of this style, if one may still be asked for.
    fn mediator(&self, style: Style) -> Option<Request> {
        let request = Request::Mediator(style);
        (!self.view.mediators.contains(&style) && self.may_ask(request, 2)).then_some(request)
    }

    /// With most of the time gone and the positions apart, somebody has to write one text.
    fn break_deadlock(&self) -> Option<Choice> {
        let view = self.view;
        let apart = standing(view).is_some_and(|offer| view.utility(&offer.deal) < self.aim.floor);
        let from = match self.who.strength {
            // A novice hopes that the other side will give in.
            Strength::Novice => return None,
            Strength::Practised => 0.55,
            Strength::Master if self.is_stuck() => 0.55,
            Strength::Master => 0.8,
        };
        if time(view) < from || !apart || self.who.character.presses {
            return None;
        }
        let sweetener = || {
            view.shared.issues.iter().flat_map(|it| &it.options).any(|it| it.lock == Some(Lock::Sweetener))
        };
        let request = self
            .mediator(Style::Formulation)
            .or_else(|| self.mediator(Style::Manipulation).filter(|_| sweetener()))?;
        Some(Choice::new(say(Command::Ask(request), self.call()), Phrase::new("note-call-mediator")))
    }

    /// Whether their last offer was hardly better for us than the one before it.
    fn is_stuck(&self) -> bool {
        let view = self.view;
        let theirs = view
            .offers
            .iter()
            .rev()
            .filter(|it| it.by == Some(view.seat.other()) && it.kind == OfferKind::Formal);
        let worth: Vec<Points> = theirs.take(2).map(|it| view.utility(&it.deal)).collect();
        worth.len() < 2 || worth[0] < worth[1] + WHOLE / 50
    }

    // Words

    /// Tells the next priority, as far as candour goes; first where it opens a bridge.
    fn disclose(&self) -> Option<Choice> {
        let view = self.view;
        let (own, other) = (&view.told[view.seat], &view.told[view.seat.other()]);
        let candour = self.who.character.candour;
        let ahead = own.len() as i32 >= other.len() as i32 + candour;
        let lied_to = other.values().any(|told| told.exposed);
        if ahead || lied_to || view.trust(view.seat) < 0.3 {
            return None;
        }
        let bridge = |issue: IssueNo| {
            view.shared.issues[issue]
                .options
                .iter()
                .enumerate()
                .any(|(option, it)| it.lock == Some(Lock::Bridge) && !view.open[issue][option])
        };
        let open: Vec<IssueNo> = view
            .brief
            .priorities()
            .into_iter()
            .filter(|issue| view.in_play(*issue) && !own.contains_key(issue))
            .collect();
        let knows = !self.is(Strength::Novice);
        let issue = open
            .iter()
            .copied()
            .find(|issue| knows && other.contains_key(issue) && bridge(*issue))
            .or_else(|| open.iter().copied().find(|issue| knows && bridge(*issue)))
            .or_else(|| open.first().copied())?;
        let rank = *view.brief.ranks(issue).start();
        let command = Command::Disclose { issue, rank, register: Register::Formal };
        let line = if own.len() >= other.len() {
            self.vary_by(&["say-disclose", "say-disclose-2", "say-disclose-3"], own.len())
        } else {
            self.vary_by(&["say-disclose-too", "say-disclose-too-2", "say-disclose-too-3"], own.len())
        };
        let line = line.issue("issue", issue).count("rank", rank);
        Some(Choice::new(say(command, line), Phrase::new("note-disclose").issue("issue", issue)))
    }

    /// Finds out about the issue that matters to us and of which the other side has said nothing.
    fn look_closer(&self) -> Option<Choice> {
        let view = self.view;
        if self.is(Strength::Novice) || !(0.1..0.6).contains(&time(view)) {
            return None;
        }
        let known = &view.known.ranks;
        let told = &view.told[view.seat.other()];
        let issue = view.brief.priorities().into_iter().find(|issue| {
            view.in_play(*issue)
                && view.shared.issues[*issue].kind == Kind::Substance
                && !known.contains_key(issue)
                && !told.contains_key(issue)
        })?;
        let keys = ["say-ask-about", "say-ask-about-2", "say-ask-about-3"];
        let line = self.vary_by(&keys, known.len()).issue("issue", issue);
        let why = Phrase::new("note-ascertain").issue("issue", issue);
        // One question a turn is asked aloud.
        let first = view.actions_left >= view.shared.timing.actions;
        let command = Command::Ascertain(issue);
        Some(Choice::new(if first { say(command, line) } else { Act::from(command) }, why))
    }

    // Channels

    fn warm_up(&self) -> Option<Choice> {
        let view = self.view;
        let character = self.who.character;
        let early = time(view) < if character.gestures > 1 { 0.8 } else { 0.5 };
        // One gesture a turn: two in a row look like a performance.
        let first = view.actions_left >= view.shared.timing.actions;
        if view.trust(view.seat.other()) >= character.warmth || !early || !first {
            return None;
        }
        let given = |signal: Signal| {
            let own = view.steps.iter().filter(|step| step.actor == view.seat && step.signal == signal);
            u32::try_from(own.count()).unwrap_or(u32::MAX)
        };
        let security = view.shared.issues.iter().any(|issue| issue.sector == Some(Sector::Security));
        let once = character.gestures;
        let (command, line) = if security && !view.hotline {
            (Command::Hotline, Phrase::new("say-hotline"))
        } else if view.culture[view.seat] < once.div_ceil(2) {
            (Command::Culture, self.vary(&["say-culture", "say-culture-2"]))
        } else if once > 1 && given(Signal::Informal) < 2 {
            (Command::SmallTalk, self.vary(&["say-small-talk", "say-small-talk-2"]))
        } else if once > 2 && given(Signal::Consular) < 2 {
            (Command::Consular, self.vary(&["say-consular", "say-consular-2"]))
        } else {
            return None;
        };
        Some(Choice::new(say(command, line), Phrase::new("note-warm-up")))
    }

    // Home, and more to trade

    /// Hears the most influential group that would not agree to what is likely to be signed.
    fn hear_groups(&self) -> Option<Choice> {
        let view = self.view;
        if time(view) < 0.3 || self.is(Strength::Novice) {
            return None;
        }
        let likely = self.candidate()?;
        let opinions = view.opinions(likely);
        let group = (0..opinions.len())
            .filter(|group| !view.consulted.contains(group))
            .filter(|&group| !opinions[group].agrees || time(view) >= 0.5)
            .max_by(|&a, &b| opinions[a].influence.total_cmp(&opinions[b].influence).then(b.cmp(&a)))?;
        let why = Phrase::new("note-consult").with("group", Arg::Group(view.seat, group));
        let line = self.vary_by(&["say-consult", "say-consult-2"], view.consulted.len());
        Some(Choice::new(say(Command::Consult(group), line), why))
    }

    /// What both have tabled and could not be better for us may as well be signed: it builds trust. Who
    /// holds out for more keeps it in the package, since a better option may still open.
    fn harvest(&self) -> Option<Choice> {
        let view = self.view;
        if !matches!(self.who.character.manner, Manner::Open | Manner::Hasty) {
            return None;
        }
        let (own, other) = (&self.own_offer()?.deal, &standing(view)?.deal);
        let issue = (0..own.0.len()).find(|&issue| {
            let best = (0..view.open[issue].len()).filter(|&option| view.open[issue][option]);
            let best = best.map(|option| view.parts[issue][option]).max().unwrap_or(0);
            view.shared.issues[issue].kind == Kind::Substance
                && own[issue] == other[issue]
                && own[issue] != view.shared.issues[issue].status_quo
                && !view.fixed.contains_key(&issue)
                && view.brief.weights[issue] > 0
                && view.parts[issue][own[issue]] >= best
                && self.may_ask(Request::Harvest(issue), 1)
        })?;
        let line = self.vary(&["say-harvest", "say-harvest-2"]).issue("issue", issue);
        let why = Phrase::new("note-harvest").issue("issue", issue);
        Some(Choice::new(say(Command::Ask(Request::Harvest(issue)), line), why))
    }

    /// More issues and early signatures, once there is some trust.
    fn ask_for_more(&self) -> Option<Choice> {
        let view = self.view;
        if view.trust(view.seat) < 0.5 || view.phase != Phase::Normal || self.is(Strength::Novice) {
            return None;
        }
        let issue = (0..view.shared.issues.len()).filter(|_| time(view) < 0.6).find(|&issue| {
            !view.in_play(issue) && view.brief.weights[issue] > 0 && self.may_ask(Request::AddIssue(issue), 1)
        });
        let Some(issue) = issue else { return self.harvest() };
        let line = self.vary(&["say-add-issue", "say-add-issue-2"]).issue("issue", issue);
        let why = Phrase::new("note-add-issue").issue("issue", issue);
        Some(Choice::new(say(Command::Ask(Request::AddIssue(issue)), line), why))
    }
}
