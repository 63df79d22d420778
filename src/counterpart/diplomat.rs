//! Diplomat: plays the talks with all their moves.
//!
//! It tells what matters and answers telling with telling, offers what the other side seems to like
//! best among packages good enough for itself, lets go over time towards a floor near the estimated
//! Nash point, hears its groups before it signs, calls a mediator when the talks stall, never
//! threatens, and gives a reason and a counter-offer with every refusal.

use super::model::Model;
use super::plain::{awaits_answer_on_text, could_sign, last_turn, outside, rational, red, standing, time};
use super::search::Search;
use super::{Counterpart, Curve, Decision, Note};
use crate::exact::SplitMix64;
use crate::rules::{Act, Command, Phase, Register, Request, Style};
use crate::scenario::{Deal, IssueNo, Kind, Lock, Phrase, Points, Speech, WHOLE};
use crate::view::View;
use rand_chacha::ChaCha8Rng;

/// The counterpart that a student should meet first.
#[derive(Clone, Copy, Debug)]
pub struct Diplomat {
    /// How far the floor lies on the way from the BATNA to the estimated Nash point, in hundredths.
    firmness: Points,
    /// How it lets go over time.
    curve: Curve,
    /// From which trust on it sees no need to warm the relation.
    warmth: f64,
}

impl Diplomat {
    /// One whose temper is drawn by a number: firmer or softer, sooner or later, never by its country.
    pub fn drawn(seed: u64) -> Self {
        let mut dice = SplitMix64::new(seed);
        Self {
            firmness: 82 + (dice.next_u64() % 13) as Points,
            curve: if dice.next_u64().is_multiple_of(2) { Curve::STEADY } else { Curve::LINEAR },
            warmth: 0.5 + 0.05 * (dice.next_u64() % 4) as f64,
        }
    }
}

/// Without better knowledge the other side is thought to have this much without an agreement.
const GUESSED_BATNA: Points = WHOLE * 45 / 100;
/// From this share of the time on, a deal above the floor is good enough.
const LATE: f64 = 0.7;

/// What Diplomat thinks at one decision.
struct Thought<'v, 'a> {
    temper: Diplomat,
    view: &'v View<'a>,
    model: Model,
    search: Search,
    floor: Points,
    target: Points,
}

impl Counterpart for Diplomat {
    fn act(&self, view: &View<'_>, _: &mut ChaCha8Rng) -> Decision {
        let model = Model::of(view);
        if let Some(act) = outside(view, Some(model.guess())) {
            return act.into();
        }
        let thought = Thought::new(*self, view, model);
        let (act, why, chosen) = thought.decide();
        let act = thought.spoken(act);
        Decision { act, note: Some(thought.note(why, chosen)) }
    }
}

type Choice = (Act, Phrase, Option<Deal>);

impl<'v, 'a> Thought<'v, 'a> {
    fn new(temper: Diplomat, view: &'v View<'a>, model: Model) -> Self {
        let harmless = |issue: IssueNo, option| !red(view, issue, option) && !view.harmful[issue][option];
        let search = Search::new(view, harmless, |issue, option| model.part(issue, option));
        let floor = floor(view, &search, temper.firmness);
        let best = search.best_own().max(floor);
        let left = temper.curve.left(time(view));
        let target = floor + ((best - floor) as f64 * left).round() as Points;
        Self { temper, view, model, search, floor, target }
    }

    fn note(&self, why: Phrase, chosen: Option<Deal>) -> Note {
        let view = self.view;
        Note {
            round: view.round,
            turn: view.turn_no,
            weights: self.model.weights.clone(),
            target: self.target as f64 / WHOLE as f64,
            received: standing(view).map(|offer| view.worth(&offer.deal)),
            chosen: chosen.map(|deal| {
                let worth = view.worth(&deal);
                (deal, worth)
            }),
            why,
        }
    }

    fn decide(&self) -> Choice {
        let view = self.view;
        if let Some((by, request)) = view.request
            && by != view.seat
        {
            return self.answer(request);
        }
        if let Some(choice) = self.accept() {
            return choice;
        }
        // A text that we accepted, or a mediator that we asked for, deserves an answer before more is said.
        let waiting = awaits_answer_on_text(view) || view.request.is_some();
        if view.actions_left == 0 || waiting && view.phase == Phase::Normal {
            return (Act::from(Command::EndTurn), Phrase::new("note-nothing-left"), None);
        }
        match view.phase {
            Phase::Minimal => self.reach_out(),
            Phase::SlowDown => self.ease().or_else(|| self.offer()).unwrap_or_else(done),
            Phase::Normal if view.actions_left > 1 => {
                self.prepare_ground().or_else(|| self.offer()).unwrap_or_else(done)
            }
            Phase::Normal => self.offer().or_else(|| self.prepare_ground()).unwrap_or_else(done),
        }
    }

    // Answers

    fn answer(&self, request: Request) -> Choice {
        let view = self.view;
        let (yes, key) = match request {
            Request::Mediator(_) => (true, "say-welcome-mediator"),
            Request::AddIssue(issue) if view.brief.weights[issue] > 0 => (true, "say-welcome-issue"),
            Request::AddIssue(_) => (false, "say-decline-issue"),
            Request::Harvest(issue) => {
                let settled =
                    view.position(view.seat).map_or(0, |offer| view.parts[issue][offer.deal[issue]]);
                let best = view.parts[issue].iter().max().copied().unwrap_or(0);
                if 2 * settled >= best {
                    (true, "say-welcome-harvest")
                } else {
                    (false, "say-decline-harvest")
                }
            }
        };
        let why = Phrase::new(if yes { "note-granted" } else { "note-declined" });
        (say(Command::Answer(yes), Phrase::new(key)), why, None)
    }

    fn accept(&self) -> Option<Choice> {
        let view = self.view;
        let late = time(view) >= LATE;
        let good_enough = |deal: &Deal| {
            let worth = view.utility(deal);
            let clean = deal.choices().all(|(issue, option)| !view.harmful[issue][option]);
            let wanted = if late { self.floor } else { self.target };
            let enough = worth >= wanted && clean || last_turn(view) && worth > view.batna;
            enough && rational(view, deal) && could_sign(view, deal)
        };
        if let Some(offer) = standing(view)
            && good_enough(&offer.deal)
        {
            let act = say(Command::Accept(offer.no), Phrase::new("say-accept"));
            return Some((act, Phrase::new("note-accept"), None));
        }
        let text = view.text().filter(|_| !view.text_accepted[view.seat])?;
        // A text that serves both is worth a little: the mediator heard what we could not.
        let fair = view.utility(&text.deal) >= self.floor - (self.floor - view.batna) / 4;
        let fits = view.can_offer(&text.deal) && rational(view, &text.deal) && could_sign(view, &text.deal);
        (fair && fits).then(|| {
            let act = say(Command::AcceptText, Phrase::new("say-accept-text"));
            (act, Phrase::new("note-accept-text"), None)
        })
    }

    // When the relation is bad

    fn reach_out(&self) -> Choice {
        let why = Phrase::new("note-reach-out");
        match self.mediator(Style::Facilitation).or_else(|| self.mediator(Style::Formulation)) {
            Some(request) => (say(Command::Ask(request), Phrase::new("say-call-mediator")), why, None),
            None => (say(Command::Repair(Register::Informal), Phrase::new("say-reach-out")), why, None),
        }
    }

    fn ease(&self) -> Option<Choice> {
        let request = self.mediator(Style::Facilitation)?;
        let act = say(Command::Ask(request), Phrase::new("say-call-mediator"));
        Some((act, Phrase::new("note-call-mediator"), None))
    }

    /// A mediator of this style, if one may still be asked for: a refusal is respected for two rounds.
    fn mediator(&self, style: Style) -> Option<Request> {
        let view = self.view;
        let request = Request::Mediator(style);
        let asked = view.requests.iter().filter(|(by, it, _)| *by == view.seat && *it == request).count();
        (view.request.is_none() && !view.mediators.contains(&style) && asked < 2).then_some(request)
    }

    // When the relation is good

    fn prepare_ground(&self) -> Option<Choice> {
        self.disclose()
            .or_else(|| self.warm_up())
            .or_else(|| self.break_deadlock())
            .or_else(|| self.hear_groups())
            .or_else(|| self.ask_for_more())
            .or_else(|| self.look_closer())
    }

    /// Tells the next priority, as long as the other side keeps up; first where it opens a bridge.
    fn disclose(&self) -> Option<Choice> {
        let view = self.view;
        let (own, other) = (&view.told[view.seat], &view.told[view.seat.other()]);
        let ahead = own.len() > other.len();
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
        let issue = open
            .iter()
            .copied()
            .find(|issue| other.contains_key(issue) && bridge(*issue))
            .or_else(|| open.iter().copied().find(|issue| bridge(*issue)))
            .or_else(|| open.first().copied())?;
        let rank = *view.brief.ranks(issue).start();
        let command = Command::Disclose { issue, rank, register: Register::Formal };
        let key = if other.is_empty() { "say-disclose" } else { "say-disclose-too" };
        let line = Phrase::new(key).issue("issue", issue).count("rank", rank);
        Some((say(command, line), Phrase::new("note-disclose").issue("issue", issue), None))
    }

    fn warm_up(&self) -> Option<Choice> {
        let view = self.view;
        let trust = view.trust(view.seat.other());
        let early = time(view) < 0.5;
        if trust >= self.temper.warmth || !early {
            return None;
        }
        let security =
            view.shared.issues.iter().any(|issue| issue.sector == Some(crate::scenario::Sector::Security));
        let (command, key) = if security && !view.hotline {
            (Command::Hotline, "say-hotline")
        } else if view.culture[view.seat] < 1 {
            (Command::Culture, "say-culture")
        } else {
            return None;
        };
        Some((say(command, Phrase::new(key)), Phrase::new("note-warm-up"), None))
    }

    /// With most of the time gone and the positions apart, somebody has to write one text.
    fn break_deadlock(&self) -> Option<Choice> {
        let view = self.view;
        let apart = standing(view).is_none_or(|offer| view.utility(&offer.deal) < self.floor);
        if time(view) < 0.55 || !apart || standing(view).is_none() {
            return None;
        }
        let request = self.mediator(Style::Formulation).or_else(|| {
            self.mediator(Style::Manipulation).filter(|_| {
                view.shared
                    .issues
                    .iter()
                    .flat_map(|issue| &issue.options)
                    .any(|it| it.lock == Some(Lock::Sweetener))
            })
        })?;
        let act = say(Command::Ask(request), Phrase::new("say-call-mediator"));
        Some((act, Phrase::new("note-call-mediator"), None))
    }

    /// Hears the most influential group that would not agree to what is likely to be signed.
    fn hear_groups(&self) -> Option<Choice> {
        let view = self.view;
        if time(view) < 0.3 {
            return None;
        }
        let likely = self.candidate()?;
        let opinions = view.opinions(&likely);
        let group = (0..opinions.len())
            .filter(|group| !view.consulted.contains(group))
            .filter(|&group| !opinions[group].agrees || time(view) >= 0.5)
            .max_by(|&a, &b| opinions[a].influence.total_cmp(&opinions[b].influence).then(b.cmp(&a)))?;
        let why = Phrase::new("note-consult").with("group", crate::scenario::Arg::Group(view.seat, group));
        Some((Act::from(Command::Consult(group)), why, None))
    }

    /// More issues and early signatures, once there is some trust.
    fn ask_for_more(&self) -> Option<Choice> {
        let view = self.view;
        if view.trust(view.seat) < 0.5 || view.request.is_some() {
            return None;
        }
        let new =
            |request: Request| !view.requests.iter().any(|(by, it, _)| *by == view.seat && *it == request);
        let reserve = (0..view.shared.issues.len()).find(|&issue| {
            !view.in_play(issue) && view.brief.weights[issue] > 0 && new(Request::AddIssue(issue))
        });
        if let Some(issue) = reserve
            && time(view) < 0.6
        {
            let request = Request::AddIssue(issue);
            let line = Phrase::new("say-add-issue").issue("issue", issue);
            return Some((
                say(Command::Ask(request), line),
                Phrase::new("note-add-issue").issue("issue", issue),
                None,
            ));
        }
        None
    }

    /// Finds out about the issue that matters to us and of which the other side has said nothing.
    fn look_closer(&self) -> Option<Choice> {
        let view = self.view;
        if !(0.1..0.6).contains(&time(view)) {
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
        Some((
            Act::from(Command::Ascertain(issue)),
            Phrase::new("note-ascertain").issue("issue", issue),
            None,
        ))
    }

    // Offers

    /// The package for the next offer: good enough for us, and what they seem to like best.
    fn candidate(&self) -> Option<Deal> {
        let view = self.view;
        let mine = view.position(view.seat).map(|offer| &offer.deal);
        // What was conceded stays conceded: the next package is no worse for them than the last, as
        // far as we can tell, unless it is better for both.
        let last = mine.map(|deal| (view.utility(deal), self.model.utility(deal)));
        let no_step_back = |deal: &Deal| {
            last.is_none_or(|(own, theirs)| {
                let now = self.model.utility(deal);
                now > theirs || now == theirs && view.utility(deal) > own
            })
        };
        self.search
            .at_least(self.target.max(view.batna))
            .map(|(deal, _)| self.with_form(deal))
            .take(12)
            .find(|deal| no_step_back(deal) && rational(view, deal) && could_sign(view, deal))
    }

    fn offer(&self) -> Option<Choice> {
        let view = self.view;
        // One offer a turn: to speak twice in one breath only sells one's own offer short.
        let made = view.position(view.seat).is_some_and(|offer| offer.round == view.round);
        if made {
            return None;
        }
        let deal = self.candidate()?;
        let line = self.reason(&deal);
        let why = Phrase::new("note-offer");
        Some((say(Command::Propose(deal.clone()), line), why, Some(deal)))
    }

    /// Gives the last act of a turn a reason, if it has none and an offer of theirs is not enough.
    fn spoken(&self, mut act: Act) -> Act {
        let last = self.view.actions_left <= 1 || act.command == Command::EndTurn;
        if act.speech.is_none()
            && last
            && let Some(received) = standing(self.view)
        {
            act.speech = Some(Speech::Lines(vec![self.not_yet(&received.deal)]));
        }
        act
    }

    /// Why this package of theirs is not accepted, and what stands instead.
    fn not_yet(&self, theirs: &Deal) -> Phrase {
        let view = self.view;
        if awaits_answer_on_text(view) {
            return Phrase::new("say-await-text");
        }
        let Some(mine) = view.position(view.seat) else { return Phrase::new("say-not-yet") };
        match self.wanted(&mine.deal, theirs) {
            Some(wanted) => Phrase::new("say-stand").count("no", mine.no).issue("wanted", wanted).choice(
                "wish",
                wanted,
                mine.deal[wanted],
            ),
            None => Phrase::new("say-stand-as-it-is").count("no", mine.no),
        }
    }

    /// The article in which their package falls furthest behind ours, for us.
    fn wanted(&self, ours: &Deal, theirs: &Deal) -> Option<IssueNo> {
        let parts = &self.view.parts;
        (0..ours.0.len())
            .filter(|&issue| self.view.shared.issues[issue].kind == Kind::Substance)
            .filter(|&issue| ours[issue] != theirs[issue])
            .max_by_key(|&issue| (parts[issue][ours[issue]] - parts[issue][theirs[issue]], issue))
    }

    /// Why this package: what we give, and what we ask for it.
    fn reason(&self, deal: &Deal) -> Phrase {
        let view = self.view;
        let Some(received) = standing(view) else { return Phrase::new("say-first") };
        let mine =
            view.position(view.seat).map_or_else(|| view.shared.status_quo(), |offer| offer.deal.clone());
        let substance = |issue: &IssueNo| view.shared.issues[*issue].kind == Kind::Substance;
        let given = (0..deal.0.len())
            .filter(substance)
            .filter(|&issue| deal[issue] != mine[issue])
            .filter(|&issue| {
                deal[issue].abs_diff(received.deal[issue]) < mine[issue].abs_diff(received.deal[issue])
            })
            .max_by_key(|&issue| {
                (self.model.part(issue, deal[issue]) - self.model.part(issue, mine[issue]), issue)
            });
        match (given, self.wanted(deal, &received.deal)) {
            (Some(given), Some(wanted)) => Phrase::new("say-trade")
                .issue("given", given)
                .choice("gift", given, deal[given])
                .issue("wanted", wanted)
                .choice("wish", wanted, deal[wanted]),
            (None, Some(wanted)) => {
                Phrase::new("say-need").issue("wanted", wanted).choice("wish", wanted, deal[wanted])
            }
            _ => Phrase::new("say-counter"),
        }
    }

    /// Clauses that make a text last, and the firmest instrument that our groups would ratify.
    fn with_form(&self, mut deal: Deal) -> Deal {
        let view = self.view;
        for (issue, it) in view.shared.issues.iter().enumerate() {
            if it.kind == Kind::Clauses && view.brief.weights[issue] == 0 {
                let best = (0..it.options.len())
                    .filter(|&option| view.open[issue][option])
                    .max_by_key(|&option| (it.options[option].features.values().sum::<i32>(), option));
                deal.0[issue] = best.unwrap_or(deal[issue]);
            }
        }
        let instrument = view.shared.instrument();
        let mut forms: Vec<usize> = (0..view.shared.issues[instrument].options.len())
            .filter(|&option| view.open[instrument][option])
            .collect();
        forms.sort_by_key(|&option| std::cmp::Reverse(view.shared.choice(instrument, option).obligation));
        let signable = forms.iter().copied().find(|&form| could_sign(view, &deal.with(instrument, form)));
        deal.0[instrument] = signable.or(forms.last().copied()).unwrap_or(deal[instrument]);
        deal
    }
}

/// A floor near the estimated Nash point, between the BATNA and what can be had.
fn floor(view: &View<'_>, search: &Search, firmness: Points) -> Points {
    let other =
        view.told_batna[view.seat.other()].map_or(GUESSED_BATNA, |told| Points::from(told) * (WHOLE / 100));
    let nash = search
        .points()
        .iter()
        .filter(|point| point[0] >= view.batna && point[1] >= other)
        .max_by_key(|point| (point[0] - view.batna) * (point[1] - other))
        .map_or_else(|| i64::midpoint(search.best_own(), view.batna), |point| point[0]);
    (view.batna + (nash - view.batna) * firmness / 100).max(view.batna)
}

fn say(command: Command, line: Phrase) -> Act {
    Act { command, speech: Some(Speech::Lines(vec![line])) }
}

fn done() -> Choice {
    (Act::from(Command::EndTurn), Phrase::new("note-nothing-new"), None)
}
