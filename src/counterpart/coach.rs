//! A coach for the player at the screen: one hint at a time, from that player's own view alone.
//!
//! # Invariants
//!
//! - A hint depends on the view of its own seat and on the package that the player is composing, so it
//!   can never tell a secret of the other seat (a test plays twins).
//! - Hints come in a fixed order of urgency; the coach advises and never acts.

use super::plain::{could_sign, last_turn, standing};
use crate::rules::{OfferKind, Phase, Request, Style};
use crate::scenario::{Arg, Deal, IssueNo, Kind, Lock, Phrase, Points, Seat, WHOLE};
use crate::scoring::relation::{LOW, share};
use crate::scoring::substance::suffices;
use crate::view::{Moment, View};

/// A hint, with the name of its kind, so that a window can let the player silence a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// The kind: its words begin with this key.
    pub kind: &'static str,
    /// What the player reads.
    pub line: Phrase,
}

/// The most urgent hint for a player who is composing `draft`; `None` if all is well.
pub fn coach(view: &View<'_>, draft: Option<&Deal>) -> Option<Hint> {
    hints(view, draft).into_iter().next()
}

/// All hints of the moment, the most urgent first.
pub fn hints(view: &View<'_>, draft: Option<&Deal>) -> Vec<Hint> {
    if !view.my_turn() {
        return Vec::new();
    }
    // What nobody has touched yet is no package that anybody composes.
    let touched =
        |deal: &&Deal| deal.0.len() == view.shared.issues.len() && **deal != view.shared.status_quo();
    let eyes = Eyes { view, draft: draft.filter(touched) };
    let found = [
        eyes.own_ultimatum(),
        eyes.their_ultimatum(),
        eyes.request(),
        eyes.draft_below_batna(),
        eyes.draft_red_line(),
        eyes.last_round(),
        eyes.good_offer(),
        eyes.minimal(),
        eyes.slow_down(),
        eyes.text_waits(),
        eyes.group_says_no(),
        eyes.standstill(),
        eyes.own_offence(),
        eyes.repeats(),
        eyes.they_gave(),
        eyes.bridge(),
        eyes.first_offer(),
        eyes.silent(),
        eyes.one_issue(),
        eyes.same_way(),
        eyes.reserve(),
        eyes.asks_nothing(),
    ];
    let kind = |line: &Phrase| match line.key {
        std::borrow::Cow::Borrowed(key) => key,
        std::borrow::Cow::Owned(_) => "coach",
    };
    found.into_iter().flatten().map(|line| Hint { kind: kind(&line), line }).collect()
}

struct Eyes<'v, 'a> {
    view: &'v View<'a>,
    draft: Option<&'v Deal>,
}

/// Rounds after which somebody who told and asked nothing should.
const QUIET_ROUNDS: u32 = 3;
/// A step smaller than this is none.
const STEP: Points = WHOLE / 100;

impl Eyes<'_, '_> {
    fn offers(&self, seat: Seat) -> Vec<&Deal> {
        let offers = self.view.offers.iter();
        offers
            .filter(|offer| offer.by == Some(seat) && offer.kind == OfferKind::Formal)
            .map(|offer| &offer.deal)
            .collect()
    }

    fn theirs(&self) -> Vec<&Deal> {
        self.offers(self.view.seat.other())
    }

    fn mine(&self) -> Vec<&Deal> {
        self.offers(self.view.seat)
    }

    fn substance(&self) -> impl Iterator<Item = IssueNo> + '_ {
        let view = self.view;
        (0..view.shared.issues.len())
            .filter(|&issue| view.shared.issues[issue].kind == Kind::Substance && view.in_play(issue))
    }

    fn own_ultimatum(&self) -> Option<Phrase> {
        let due = self.view.ultimatum.is_some_and(|it| it.by == self.view.seat && it.due);
        due.then(|| Phrase::new("coach-own-ultimatum"))
    }

    fn their_ultimatum(&self) -> Option<Phrase> {
        let view = self.view;
        let ultimatum = view.ultimatum.filter(|it| it.by != view.seat)?;
        let deal = &view.offer(ultimatum.offer)?.deal;
        let key = match view.utility(deal) > view.batna {
            true if could_sign(view, deal) => "coach-ultimatum-above",
            true => "coach-ultimatum-unsignable",
            false => "coach-ultimatum-below",
        };
        Some(Phrase::new(key).count("no", ultimatum.offer))
    }

    fn request(&self) -> Option<Phrase> {
        let waits = self.view.request.is_some_and(|(by, _)| by != self.view.seat);
        waits.then(|| Phrase::new("coach-request"))
    }

    fn draft_below_batna(&self) -> Option<Phrase> {
        let low = self.view.utility(self.draft?) < self.view.batna;
        low.then(|| Phrase::new("coach-below-batna"))
    }

    fn draft_red_line(&self) -> Option<Phrase> {
        let crossed = self.view.crossed(self.draft?);
        let (issue, option) = *crossed.first()?;
        Some(Phrase::new("coach-red-line").issue("issue", issue).choice("option", issue, option))
    }

    fn last_round(&self) -> Option<Phrase> {
        if !last_turn(self.view) {
            return None;
        }
        let view = self.view;
        let good = standing(view)
            .filter(|offer| view.utility(&offer.deal) > view.batna && could_sign(view, &offer.deal));
        Some(match good {
            Some(offer) => Phrase::new("coach-last-round-offer").count("no", offer.no),
            None => Phrase::new("coach-last-round"),
        })
    }

    /// What the player set out to reach: the prepared target, or else the usual one.
    fn target(&self) -> Points {
        let view = self.view;
        let prepared = view.preparation.as_ref().and_then(|preparation| preparation.target);
        let target = prepared.unwrap_or_else(|| view.usual_target());
        (Points::from(target) * (WHOLE / 100)).max(view.batna)
    }

    fn good_offer(&self) -> Option<Phrase> {
        let offer = standing(self.view)?;
        let worth = self.view.utility(&offer.deal);
        let good = worth >= self.target() && worth > self.view.batna;
        (good && could_sign(self.view, &offer.deal))
            .then(|| Phrase::new("coach-good-offer").count("no", offer.no))
    }

    fn minimal(&self) -> Option<Phrase> {
        (self.view.phase == Phase::Minimal).then(|| Phrase::new("coach-minimal"))
    }

    fn slow_down(&self) -> Option<Phrase> {
        let view = self.view;
        let free = view.request.is_none() && !view.mediators.contains(&Style::Facilitation);
        (view.phase == Phase::SlowDown)
            .then(|| Phrase::new(if free { "coach-slow-down" } else { "coach-slow-down-step" }))
    }

    fn text_waits(&self) -> Option<Phrase> {
        let view = self.view;
        let text = view.text().filter(|_| !view.text_accepted[view.seat])?;
        let fits = view.can_offer(&text.deal) && view.utility(&text.deal) > view.batna;
        (fits && could_sign(view, &text.deal)).then(|| Phrase::new("coach-text").count("no", text.no))
    }

    /// A package that is likely to be signed fails at home.
    fn group_says_no(&self) -> Option<Phrase> {
        let view = self.view;
        let mine = view.position(view.seat).map(|offer| &offer.deal);
        let deal = self.draft.or(mine)?;
        let (support, quota) = view.backing(deal);
        if suffices(support, quota) {
            return None;
        }
        let opinions = view.opinions(deal);
        let group = (0..opinions.len())
            .filter(|&group| !opinions[group].agrees)
            .max_by(|&a, &b| opinions[a].influence.total_cmp(&opinions[b].influence).then(b.cmp(&a)))?;
        let key = if view.consulted.contains(&group) { "coach-group-heard" } else { "coach-group" };
        Some(Phrase::new(key).with("group", Arg::Group(view.seat, group)))
    }

    fn standstill(&self) -> Option<Phrase> {
        let view = self.view;
        let near = view.phase == Phase::Normal && view.idle_rounds >= 1;
        near.then(|| Phrase::new("coach-standstill"))
    }

    fn own_offence(&self) -> Option<Phrase> {
        let view = self.view;
        let cold = share(view.relation.trust[view.seat.other()]) < share(LOW) + 0.1;
        (view.offences > 0 && cold).then(|| Phrase::new("coach-offence"))
    }

    /// The last offers were worth the same to oneself: nothing moved, or things went in a circle.
    fn repeats(&self) -> Option<Phrase> {
        let worth: Vec<Points> = self.mine().iter().map(|deal| self.view.utility(deal)).collect();
        let last = *worth.last()?;
        let same = worth.iter().rev().take_while(|worth| (**worth - last).abs() < STEP).count();
        (same >= 3).then(|| Phrase::new("coach-repeats").count("count", same))
    }

    /// Where an offer came nearer to another package than the one before it.
    fn steps(&self, from: &Deal, to: &Deal, towards: &Deal) -> Vec<IssueNo> {
        self.substance()
            .filter(|&issue| to[issue].abs_diff(towards[issue]) < from[issue].abs_diff(towards[issue]))
            .collect()
    }

    /// They took a step after our last offer, and before it we took none.
    fn they_gave(&self) -> Option<Phrase> {
        let (mine, theirs) = (self.mine(), self.theirs());
        let ([.., before, now], [.., own]) = (theirs.as_slice(), mine.as_slice()) else { return None };
        let gave = self.steps(before, now, own);
        let issue = *gave.first()?;
        let own_step = match mine.as_slice() {
            [.., earlier, last] => !self.steps(earlier, last, now).is_empty(),
            _ => false,
        };
        let view = self.view;
        let answered = view.position(view.seat).map_or(0, |offer| offer.no)
            > view.position(view.seat.other()).map_or(0, |offer| offer.no);
        (!own_step && !answered).then(|| Phrase::new("coach-they-gave").issue("issue", issue))
    }

    /// An option that opens once both have told their priority on its issue.
    fn bridge(&self) -> Option<Phrase> {
        let view = self.view;
        // What is told without trust builds no bridge.
        if view.relation.least_trust() < LOW {
            return None;
        }
        let locked = |issue: &IssueNo| {
            let options = view.shared.issues[*issue].options.iter().enumerate();
            let mut options = options.filter(|(option, _)| !view.open[*issue][*option]);
            options.any(|(_, it)| it.lock == Some(Lock::Bridge)) && !view.fixed.contains_key(issue)
        };
        let (own, other) = (&view.told[view.seat], &view.told[view.seat.other()]);
        let tellable =
            |issue: &IssueNo| !own.contains_key(issue) && view.brief.weights[*issue] > 0 && locked(issue);
        let both = self.substance().find(|issue| tellable(issue) && other.contains_key(issue));
        if let Some(issue) = both {
            return Some(Phrase::new("coach-bridge-told").issue("issue", issue));
        }
        let issue = self.substance().find(tellable).filter(|_| view.round >= QUIET_ROUNDS)?;
        Some(Phrase::new("coach-bridge").issue("issue", issue))
    }

    fn first_offer(&self) -> Option<Phrase> {
        let late = self.view.round >= 2 && self.mine().is_empty();
        late.then(|| Phrase::new("coach-first-offer"))
    }

    fn silent(&self) -> Option<Phrase> {
        let view = self.view;
        let silent = view.told[view.seat].is_empty() && view.round >= QUIET_ROUNDS;
        silent.then(|| Phrase::new("coach-silent"))
    }

    /// Their last two steps were on one and the same issue.
    fn one_issue(&self) -> Option<Phrase> {
        let theirs = self.theirs();
        let [.., first, second, third] = theirs.as_slice() else { return None };
        let changed = |from: &Deal, to: &Deal| -> Vec<IssueNo> {
            self.substance().filter(|&issue| from[issue] != to[issue]).collect()
        };
        match (changed(first, second).as_slice(), changed(second, third).as_slice()) {
            ([one], [two]) if one == two => Some(Phrase::new("coach-one-issue").issue("issue", *one)),
            _ => None,
        }
    }

    /// Both ask for the same change: it could be signed early.
    fn same_way(&self) -> Option<Phrase> {
        let view = self.view;
        let own = &view.position(view.seat)?.deal;
        let other = &standing(view)?.deal;
        let asked = |issue: IssueNo| {
            view.requests.iter().any(|it| it.by == view.seat && it.request == Request::Harvest(issue))
        };
        let issue = self.substance().find(|&issue| {
            own[issue] == other[issue]
                && own[issue] != view.shared.issues[issue].status_quo
                && !view.fixed.contains_key(&issue)
                && !asked(issue)
        })?;
        let free = view.request.is_none() && view.phase == Phase::Normal;
        free.then(|| Phrase::new("coach-same-way").issue("issue", issue))
    }

    fn reserve(&self) -> Option<Phrase> {
        let view = self.view;
        let free = view.request.is_none() && view.phase == Phase::Normal && view.round >= 2;
        let issue = (0..view.shared.issues.len()).find(|&issue| {
            let asked = view.requests.iter().any(|it| it.request == Request::AddIssue(issue));
            !view.in_play(issue) && view.brief.weights[issue] > 0 && !asked
        })?;
        free.then(|| Phrase::new("coach-reserve").issue("issue", issue))
    }

    fn asks_nothing(&self) -> Option<Phrase> {
        let view = self.view;
        let knows = !view.known.ranks.is_empty()
            || !view.known.hints.is_empty()
            || !view.told[view.seat.other()].is_empty();
        let talks = matches!(view.moment, Moment::Talks { .. }) && view.phase == Phase::Normal;
        (talks && !knows && view.round >= 2).then(|| Phrase::new("coach-asks-nothing"))
    }
}
