//! Plain strategies: an offer each turn by a curve or by the other side's steps, and little else.

use super::borrowed::{self, Wanted};
use super::search::Search;
use super::{Counterpart, Curve, Decision, Note};
use crate::rules::{Act, Command, Phase, Preparation, Reflection, Register, Request};
use crate::scenario::{Deal, IssueNo, Kind, OptionNo, Phrase, Points, Speech};
use crate::scoring::substance::suffices;
use crate::view::{Moment, View};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// How a plain player concedes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By time alone.
    Timed(Curve),
    /// As much as the other side did, in own utility.
    TitForTat,
    /// As a strategy of plain alternating offers of this name says.
    League(&'static str),
}

/// A player that makes offers and answers in kind.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    way: Way,
}

impl Plain {
    /// A player that concedes in this way.
    pub const fn new(way: Way) -> Self {
        Self { way }
    }
}

/// Time in the talks, 0 at the first turn and 1 at the last.
pub(super) fn time(view: &View<'_>) -> f64 {
    let rounds = f64::from(view.shared.timing.rounds);
    let done = f64::from(view.round.saturating_sub(1));
    done / (rounds - 1.0).max(1.0)
}

/// Whether this is the seat's last turn.
pub(super) fn last_turn(view: &View<'_>) -> bool {
    view.rounds_left() == 0
}

/// What every player does outside the talks.
pub(super) fn outside(view: &View<'_>, guess: Option<Vec<i32>>) -> Option<Act> {
    // Where no article that could be guessed is in play, there is no guess.
    let guess = guess.filter(|guess| guess.iter().sum::<i32>() == 100);
    let command = match &view.moment {
        Moment::Preparation { .. } => Command::Prepare(Preparation { guess, ..Preparation::default() }),
        Moment::Signature { .. } => Command::Sign(guess),
        Moment::Better { deal, better, .. } => {
            // The talks are over: what is no worse is worth taking.
            Command::AnswerBetter(
                view.utility(better) >= view.utility(deal) && view.crossed(better).is_empty(),
            )
        }
        Moment::Closed { .. } => Command::Reflect(Reflection { guess, ..Reflection::default() }),
        Moment::Talks { .. } => return None,
    };
    Some(Act::from(command))
}

/// Whether this side would ratify a deal and cross no red line by it.
pub(super) fn could_sign(view: &View<'_>, deal: &Deal) -> bool {
    let (support, quota) = view.backing(deal);
    view.crossed(deal).is_empty() && suffices(support, quota)
}

/// Whether a deal leaves this side no worse off than no agreement.
pub(super) fn rational(view: &View<'_>, deal: &Deal) -> bool {
    view.utility(deal) >= view.batna
}

/// The other side's standing offer, if it could be accepted now.
pub(super) fn standing<'v>(view: &'v View<'_>) -> Option<&'v crate::rules::Offer> {
    view.position(view.seat.other()).filter(|offer| view.can_offer(&offer.deal))
}

impl Counterpart for Plain {
    fn act(&self, view: &View<'_>, _: &mut ChaCha8Rng) -> Decision {
        if let Some(act) = outside(view, None) {
            return act.into();
        }
        if let Some((by, request)) = view.request
            && by != view.seat
        {
            return answer(view, request).into();
        }
        let search = self.search(view);
        let borrowed = match self.way {
            Way::League(name) => borrowed::ask(view, name),
            _ => None,
        };
        let target = self.target_of(view, &search, borrowed.as_ref());
        let received = standing(view);
        let note = |why: Phrase, chosen: Option<(Deal, f64)>| {
            Some(Note {
                round: view.round,
                turn: view.turn_no,
                weights: Vec::new(),
                reservation: None,
                considered: Vec::new(),
                target: target as f64 / crate::scenario::WHOLE as f64,
                received: received.map(|offer| view.worth(&offer.deal)),
                chosen,
                why,
            })
        };
        if let Some(offer) = received {
            let worth = view.utility(&offer.deal);
            // What it has just proposed itself cannot be refused.
            let own = view.position(view.seat).is_some_and(|mine| mine.deal == offer.deal);
            let as_text = accepted_text(view).is_some_and(|text| worth >= view.utility(text));
            let enough = worth >= target || own || as_text;
            let late = last_turn(view) && worth > view.batna;
            if (enough || late) && rational(view, &offer.deal) && could_sign(view, &offer.deal) {
                let act = Act {
                    command: Command::Accept(offer.no),
                    speech: Some(Speech::Lines(vec![Phrase::new("say-accept")])),
                };
                let why = if enough { "note-accept" } else { "note-accept-last" };
                return Decision { act, note: note(Phrase::new(why), None) };
            }
        }
        if let Some(text) = view.text()
            && !view.text_accepted[view.seat]
            && view.can_offer(&text.deal)
            && view.utility(&text.deal) >= target.min(view.batna + (search.best_own() - view.batna) / 2)
            && rational(view, &text.deal)
            && could_sign(view, &text.deal)
        {
            let act = Act {
                command: Command::AcceptText,
                speech: Some(Speech::Lines(vec![Phrase::new("say-accept-text")])),
            };
            return Decision { act, note: note(Phrase::new("note-accept-text"), None) };
        }
        if view.ultimatum.is_some_and(|ultimatum| ultimatum.by == view.seat && ultimatum.due) {
            return Act::from(Command::Repair(Register::Formal)).into();
        }
        if view.phase == Phase::Minimal {
            return Act::from(mend(view)).into();
        }
        if view.phase == Phase::Normal && awaits_answer_on_text(view) {
            return ends(view).into();
        }
        let whole = if view.phase == Phase::Normal { view.shared.timing.actions } else { 1 };
        if view.actions_left < whole {
            // The second action of a turn answers a disclosure in kind; otherwise the turn is over.
            if let Some(command) = answer_disclosure(view) {
                return Act::from(command).into();
            }
            return ends(view).into();
        }
        // News may have put the own offer below the BATNA; then it binds to nothing.
        let mine = view.position(view.seat).map(|offer| &offer.deal).filter(|deal| rational(view, deal));
        let formed = |(deal, worth): (Deal, Points)| (with_form(view, deal), worth);
        let possible = |deal: &Deal| rational(view, deal) && could_sign(view, deal);
        let wanted = match borrowed {
            Some(Wanted::Offer(deal, worth) | Wanted::Take(deal, worth)) => Some(formed((deal, worth))),
            None => None,
        };
        // What was conceded stays conceded: if the right package stands already, it goes on standing.
        let next = || {
            let (deal, worth) = search.at_least(target).map(formed).find(|(deal, _)| possible(deal))?;
            mine.is_none_or(|mine| worth <= view.utility(mine)).then_some((deal, worth))
        };
        let chosen = wanted.filter(|(deal, _)| possible(deal)).or_else(next);
        match chosen.filter(|(deal, _)| Some(deal) != mine) {
            Some((deal, worth)) => {
                let worth = worth as f64 / crate::scenario::WHOLE as f64;
                let command = Command::Propose(deal.clone());
                let line = Phrase::new(if received.is_some() { "say-counter" } else { "say-first" });
                let act = Act { command, speech: Some(Speech::Lines(vec![line])) };
                let why = match self.way {
                    Way::Timed(_) => "note-curve",
                    Way::TitForTat => "note-returned",
                    Way::League(_) => "note-league",
                };
                Decision { act, note: note(Phrase::new(why), Some((deal, worth))) }
            }
            None => {
                let act = answer_disclosure(view).map_or_else(|| ends(view), Act::from);
                Decision { act, note: note(Phrase::new("note-nothing-new"), None) }
            }
        }
    }

    fn bar(&self, view: &View<'_>) -> Points {
        let borrowed = match self.way {
            Way::League(name) => borrowed::ask(view, name),
            _ => None,
        };
        self.target_of(view, &self.search(view), borrowed.as_ref()).max(view.batna)
    }
}

/// Whether this seat has accepted the mediator's text and the other side has not yet had a turn for it:
/// to make another offer now would take the word back.
pub(super) fn awaits_answer_on_text(view: &View<'_>) -> bool {
    let fresh = view.text().is_some_and(|text| text.round + 1 >= view.round);
    fresh && accepted_text(view).is_some()
}

/// The mediator's text, if this seat has accepted it and it can still be agreed on: nothing that is worth as much
/// can be refused then.
pub(super) fn accepted_text<'v>(view: &'v View<'_>) -> Option<&'v Deal> {
    let text = view.text().filter(|text| view.text_accepted[view.seat] && view.can_offer(&text.deal))?;
    Some(&text.deal)
}

/// The first article that a package settles at the expense of others although there is another way.
pub(super) fn harms(view: &View<'_>, deal: &Deal) -> Option<(IssueNo, OptionNo)> {
    deal.choices().find(|&(issue, option)| is_needless_harm(view, issue, option))
}

/// Whether an option harms others, and another one that is open and that this side may sign does not.
pub(super) fn is_needless_harm(view: &View<'_>, issue: IssueNo, option: OptionNo) -> bool {
    let other =
        |other: OptionNo| view.open[issue][other] && !view.harmful[issue][other] && !red(view, issue, other);
    view.harmful[issue][option] && (0..view.open[issue].len()).any(other)
}

/// Whether an option keeps what this side promised and announced.
pub(super) fn keeps_word(view: &View<'_>, issue: IssueNo, option: OptionNo) -> bool {
    let said = |words: &BTreeMap<IssueNo, OptionNo>| words.get(&issue).is_none_or(|word| *word == option);
    // At the very end an announcement may be given up, at its price at home, and where news have put the own
    // offer below the BATNA; a promise may not.
    let low = || view.position(view.seat).is_some_and(|offer| view.utility(&offer.deal) < view.batna);
    let free = view.rounds_left() == 0 || low();
    said(&view.promised[view.seat]) && (free || said(&view.announced[view.seat]))
}

/// Whether an option can stand in a package of this side at all.
pub(super) fn can_stand(view: &View<'_>, issue: IssueNo, option: OptionNo) -> bool {
    view.open[issue][option] && !red(view, issue, option) && keeps_word(view, issue, option)
}

impl Plain {
    fn search(&self, view: &View<'_>) -> Search {
        Search::new(
            view,
            |issue, option| !red(view, issue, option),
            |issue, option| nearness(view, issue, option),
        )
    }

    /// The least that the next offer must be worth, in points.
    fn target_of(&self, view: &View<'_>, search: &Search, borrowed: Option<&Wanted>) -> Points {
        let best = search.best_own();
        match self.way {
            Way::Timed(curve) => {
                let span = (best - view.batna).max(0) as f64;
                view.batna + (span * curve.left(time(view))).round() as Points
            }
            Way::TitForTat => {
                let worth: Vec<Points> = view
                    .offers
                    .iter()
                    .filter(|offer| offer.by == Some(view.seat.other()))
                    .map(|offer| view.utility(&offer.deal))
                    .collect();
                let given = match worth.as_slice() {
                    [] | [_] => 0,
                    [first, ..] => worth.iter().max().unwrap_or(first) - first,
                };
                (best - given).max(view.batna)
            }
            Way::League(_) => match borrowed {
                // What it would take off the record is the measure of what is on it.
                Some(Wanted::Offer(_, worth) | Wanted::Take(_, worth)) => (*worth).max(view.batna),
                None => best.max(view.batna),
            },
        }
    }
}

/// Red lines are never offered.
pub(super) fn red(view: &View<'_>, issue: IssueNo, option: OptionNo) -> bool {
    view.brief.red_lines.contains(&(issue, option))
}

/// How near an option is to what the other side asked for last; before that, to how things are.
fn nearness(view: &View<'_>, issue: IssueNo, option: OptionNo) -> Points {
    let wanted = standing(view).map_or(view.shared.issues[issue].status_quo, |offer| offer.deal[issue]);
    -(option.abs_diff(wanted) as Points)
}

/// Form without points follows the other side's last offer, as far as this side could ratify it.
pub(super) fn with_form(view: &View<'_>, mut deal: Deal) -> Deal {
    for (issue, it) in view.shared.issues.iter().enumerate() {
        if it.kind != Kind::Substance && view.brief.weights[issue] == 0 {
            let wanted = standing(view).map_or(it.status_quo, |offer| offer.deal[issue]);
            let before = deal[issue];
            deal.0[issue] = if can_stand(view, issue, wanted) { wanted } else { before };
        }
    }
    if !could_sign(view, &deal) {
        let instrument = view.shared.instrument();
        let easiest = (0..view.shared.issues[instrument].options.len())
            .filter(|&option| can_stand(view, instrument, option))
            .min_by_key(|&option| view.shared.choice(instrument, option).quota);
        if let Some(option) = easiest {
            deal.0[instrument] = option;
        }
    }
    deal
}

/// The option of an issue that both standing offers have, as an early result needs it.
pub(super) fn agreed_on(view: &View<'_>, issue: IssueNo) -> Option<OptionNo> {
    let [own, other] = [view.seat, view.seat.other()].map(|seat| view.position(seat));
    let (own, other) = (own?.deal[issue], other?.deal[issue]);
    (own == other).then_some(own)
}

/// Whether an issue may be added now: the talks have not slowed down since it was asked for.
pub(super) fn may_add(view: &View<'_>, issue: IssueNo) -> bool {
    view.phase == Phase::Normal && view.brief.weights[issue] > 0
}

/// Grants everything that cannot hurt a plain player.
fn answer(view: &View<'_>, request: Request) -> Act {
    let (yes, line) = match request {
        Request::Mediator(_) => (true, Phrase::new("say-welcome-mediator")),
        Request::AddIssue(issue) => {
            let yes = may_add(view, issue);
            (
                yes,
                Phrase::new(if yes { "say-welcome-issue" } else { "say-decline-issue" })
                    .issue("issue", issue),
            )
        }
        Request::Harvest(issue) => {
            let best = view.parts[issue].iter().max().copied().unwrap_or(0);
            let yes = agreed_on(view, issue).is_some_and(|option| 2 * view.parts[issue][option] >= best);
            let key = if yes { "say-welcome-harvest" } else { "say-decline-harvest" };
            (yes, Phrase::new(key).issue("issue", issue))
        }
    };
    Act { command: Command::Answer(yes), speech: Some(Speech::Lines(vec![line])) }
}

/// The article in which their package falls furthest behind ours, for this side.
pub(super) fn falls_behind(view: &View<'_>, ours: &Deal, theirs: &Deal) -> Option<IssueNo> {
    let behind = |issue: IssueNo| view.parts[issue][ours[issue]] - view.parts[issue][theirs[issue]];
    (0..ours.0.len())
        .filter(|&issue| view.shared.issues[issue].kind == Kind::Substance && behind(issue) > 0)
        .max_by_key(|&issue| (behind(issue), issue))
}

/// Ends the turn. An offer of theirs that this side neither takes nor counters gets a reason.
fn ends(view: &View<'_>) -> Act {
    let own = view.position(view.seat).map(|offer| offer.no);
    let owed = standing(view).is_some_and(|offer| Some(offer.no) > own);
    let stands = || {
        let (mine, theirs) = (view.position(view.seat)?, standing(view)?);
        let Some(wanted) = falls_behind(view, &mine.deal, &theirs.deal) else {
            return Some(Phrase::new("say-stand-as-it-is").count("no", mine.no));
        };
        let wish = mine.deal[wanted];
        let line = Phrase::new("say-stand").count("no", mine.no).issue("wanted", wanted);
        Some(line.choice("wish", wanted, wish))
    };
    let line = match own {
        _ if !owed => None,
        _ if awaits_answer_on_text(view) => Some(Phrase::new("say-await-text")),
        Some(_) => stands(),
        None => Some(Phrase::new("say-not-yet")),
    };
    Act { command: Command::EndTurn, speech: line.map(|line| Speech::Lines(vec![line])) }
}

/// Tells one's own priority on an issue on which the other side told its own.
fn answer_disclosure(view: &View<'_>) -> Option<Command> {
    if view.phase != Phase::Normal || view.actions_left == 0 {
        return None;
    }
    let (own, other) = (&view.told[view.seat], &view.told[view.seat.other()]);
    let issue =
        other.keys().copied().find(|issue| !own.contains_key(issue) && view.brief.weights[*issue] > 0)?;
    let rank = *view.brief.ranks(issue).start();
    Some(Command::Disclose { issue, rank, register: Register::Formal })
}

/// What is left to do in minimal interaction.
pub(super) fn mend(view: &View<'_>) -> Command {
    if view.actions_left == 0 { Command::EndTurn } else { Command::Repair(Register::Informal) }
}
