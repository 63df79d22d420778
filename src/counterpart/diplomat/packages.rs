//! Which package is offered next.

use super::character::Strength;
use super::word;
use super::{Choice, Thought, could_sign, rational, red, say, standing};
use crate::counterpart::plain::{can_stand, with_form as with_their_form};
use crate::rules::{Command, OfferKind};
use crate::scenario::{Deal, IssueNo, Kind, OptionNo, Phrase, Points, Seat, WHOLE};
use crate::view::View;

/// How far a package may fall short of the last one in the other side's eyes and still be something new.
const SIDEWAYS: Points = WHOLE * 3 / 100;
/// The same for a package with articles exchanged, when there is nothing nearer.
const EXCHANGED: Points = WHOLE * 8 / 100;
/// The smallest step worth a round, when only a step makes a new offer.
const STEP: Points = WHOLE * 2 / 100;
/// What is given up of the way from floor to BATNA in the last offer, in hundredths, besides what the
/// character yields.
const CLOSING_GIFT: Points = 20;
/// The same for a master, who knows best that a late deal above the BATNA beats none.
const MASTER_GIFT: Points = 40;
/// With so many rounds left a master makes the package that the other side is likely to take.
const CLOSING: u32 = 1;

impl Thought<'_, '_> {
    pub(super) fn offer(&self) -> Option<Choice> {
        let view = self.view;
        // One offer a turn: to speak twice in one breath only sells one's own offer short.
        if self.own_offer().is_some_and(|offer| offer.round == view.round) {
            return None;
        }
        let deal = self.candidate()?.clone();
        let act = say(Command::Propose(deal.clone()), self.reason(&deal));
        let why = match self.who.strength {
            Strength::Novice => Phrase::new("note-offer-novice"),
            Strength::Practised => Phrase::new("note-offer"),
            Strength::Master => Phrase::new("note-offer-master"),
        };
        Some(Choice { act, why, deal: Some(deal) })
    }

    /// The package for the next offer: good enough for us, and what they seem to like best.
    pub(super) fn candidate(&self) -> Option<&Deal> {
        let find = || {
            if self.must_retreat() {
                return self.retreat();
            }
            if self.is(Strength::Novice) { self.small_step() } else { self.best_package() }
        };
        self.candidate.get_or_init(find).as_ref()
    }

    /// Whether news have put our own offer below the BATNA.
    pub(super) fn must_retreat(&self) -> bool {
        self.own_offer().is_some_and(|offer| !rational(self.view, &offer.deal))
    }

    /// Something that we can stand by takes its place, a step back or not, tabled before or not.
    fn retreat(&self) -> Option<Deal> {
        let packages = self.search.at_least(self.aim.target.max(self.view.batna));
        packages.map(|(deal, _)| self.with_form(deal)).find(|deal| self.can_table(deal))
    }

    fn best_package(&self) -> Option<Deal> {
        let least = self.aim.target.max(self.view.batna);
        if self.is_closing() {
            // What is offered now is what can still be taken: nothing but a step makes sense.
            return self
                .closing_package()
                .or_else(|| self.forward(self.lowest().min(least)))
                .or_else(|| self.promised_step());
        }
        self.closing_package()
            .or_else(|| self.forward(least))
            .or_else(|| self.sideways(least))
            .or_else(|| self.forward((least - STEP).max(self.aim.floor)))
            .or_else(|| self.exchange(least))
            .or_else(|| self.promised_step())
            .or_else(|| self.overdue_step())
    }

    /// After some rounds without an offer, the smallest step that there is.
    fn overdue_step(&self) -> Option<Deal> {
        let view = self.view;
        let (own, _) = self.last()?;
        if self.own_offer()?.round + self.who.character.patience > view.round {
            return None;
        }
        let below = self.search.points().iter().map(|point| point[0]).find(|&worth| worth < own)?;
        self.forward(below.max(self.aim.floor).max(view.batna))
    }

    /// The least that a package of ours could ever be worth to us.
    pub(super) fn lowest(&self) -> Points {
        let wise = if self.is(Strength::Master) { MASTER_GIFT } else { CLOSING_GIFT };
        let gives = self.who.character.yields + wise;
        let gift = (self.aim.floor - self.view.batna) * gives / 100;
        (self.aim.floor - gift).max(self.view.batna)
    }

    /// Whether this is the last turn whose offer the other side can still answer.
    pub(super) fn is_closing(&self) -> bool {
        let after = u32::from(self.view.seat == Seat::Second);
        self.view.rounds_left() <= after
    }

    /// Whether a package could be tabled, and was not tabled by us before.
    pub(super) fn is_new(&self, deal: &Deal) -> bool {
        let view = self.view;
        let before = view
            .offers
            .iter()
            .any(|it| it.by == Some(view.seat) && it.kind == OfferKind::Formal && it.deal == *deal);
        !before && self.can_table(deal)
    }

    fn can_table(&self, deal: &Deal) -> bool {
        let view = self.view;
        word::keeps_all(view, deal) && view.can_offer(deal) && rational(view, deal) && could_sign(view, deal)
    }

    /// What our last offer was worth to us and, we think, to them.
    fn last(&self) -> Option<(Points, Points)> {
        self.own_offer().map(|offer| (self.view.utility(&offer.deal), self.model.utility(&offer.deal)))
    }

    /// What was conceded stays conceded: the next package is no worse for them than the last, as far as
    /// we can tell, unless it is better for both.
    fn forward(&self, least: Points) -> Option<Deal> {
        let last = self.last();
        let no_step_back = |deal: &Deal| {
            last.is_none_or(|(own, theirs)| {
                let now = self.model.utility(deal);
                now > theirs || now == theirs && self.view.utility(deal) > own
            })
        };
        self.search
            .at_least(least)
            .map(|(deal, _)| deal)
            .take(12)
            // Form carries no points here, so it can wait until the rest is good.
            .filter(no_step_back)
            .map(|deal| self.with_form(deal))
            .find(|deal| self.is_new(deal))
    }

    /// Something new that costs us no more: it may fit them better than we know.
    fn sideways(&self, least: Points) -> Option<Deal> {
        let (_, theirs) = self.last()?;
        self.search
            .at_least(least)
            .map(|(deal, _)| deal)
            .take(12)
            .filter(|deal| self.model.utility(deal) >= theirs - SIDEWAYS)
            .map(|deal| self.with_form(deal))
            .find(|deal| self.is_new(deal))
    }

    /// The last offer with one or two articles exchanged, still good enough for us.
    fn exchange(&self, least: Points) -> Option<Deal> {
        let view = self.view;
        let mine = &self.own_offer()?.deal;
        let issues: Vec<IssueNo> = (0..mine.0.len())
            .filter(|&issue| view.shared.issues[issue].kind == Kind::Substance && view.in_play(issue))
            .collect();
        let own = view.utility(mine);
        // Each other option: what it changes for us and, we think, for them.
        let others: Vec<Vec<(OptionNo, Points, Points)>> = issues
            .iter()
            .map(|&issue| {
                let part = |option: OptionNo| (view.parts[issue][option], self.model.part(issue, option));
                let (now, then) = part(mine[issue]);
                (0..view.open[issue].len())
                    .filter(|&option| view.open[issue][option] && option != mine[issue])
                    .filter(|&option| !red(view, issue, option) && !view.harmful[issue][option])
                    .map(|option| (option, part(option).0 - now, part(option).1 - then))
                    .collect()
            })
            .collect();
        let mut best: Option<(Points, Deal)> = None;
        let mut weigh = |ours: Points, other: Points, make: &dyn Fn() -> Deal| {
            let ahead = other >= -EXCHANGED && best.as_ref().is_none_or(|(known, _)| other > *known);
            if ahead && own + ours >= least {
                let deal = make();
                if self.is_new(&deal) {
                    best = Some((other, deal));
                }
            }
        };
        for (at, &one) in issues.iter().enumerate() {
            for &(first, ours, other) in &others[at] {
                weigh(ours, other, &|| mine.with(one, first));
                for (later, &two) in issues.iter().enumerate().skip(at + 1) {
                    for &(second, more, further) in &others[later] {
                        weigh(ours + more, other + further, &|| mine.with(one, first).with(two, second));
                    }
                }
            }
        }
        best.map(|(_, deal)| deal)
    }

    /// Near the deadline a master asks for the most that still gives them the least they asked for.
    fn closing_package(&self) -> Option<Deal> {
        let view = self.view;
        if !self.is(Strength::Master) || view.rounds_left() > CLOSING {
            return None;
        }
        let theirs = view
            .offers
            .iter()
            .filter(|it| it.by == Some(view.seat.other()) && it.kind == OfferKind::Formal)
            .map(|it| self.model.utility(&it.deal))
            .min()?;
        // Packages that give them so much, the best for us first.
        let points = self.search.points();
        let from = points.partition_point(|point| point[1] < theirs.min(points.last().map_or(0, |it| it[1])));
        (from..points.len())
            .take_while(|&at| points[at][0] >= self.aim.floor.max(view.batna))
            .take(12)
            .map(|at| self.with_form(self.search.deal(at)))
            .find(|deal| self.is_new(deal))
    }

    /// One article, one step towards them, and next time another: no article is traded for another.
    fn small_step(&self) -> Option<Deal> {
        let view = self.view;
        let Some(mine) = self.own_offer().map(|offer| offer.deal.clone()) else {
            return self
                .search
                .at_least(self.aim.target.max(view.batna))
                .map(|(deal, _)| self.with_form(deal))
                .chain([self.with_form(self.search.deal(0))])
                .take(12)
                .find(|deal| self.is_new(deal));
        };
        let theirs = standing(view).map_or_else(|| view.shared.status_quo(), |offer| offer.deal.clone());
        let made = view.offers.iter().filter(|it| it.by == Some(view.seat)).count();
        let count = mine.0.len();
        // A novice cannot bear to leave an offer unanswered for long, and gives way a little.
        let overdue = self.own_offer().is_some_and(|offer| offer.round + 1 < view.round);
        let held = if overdue { self.aim.floor } else { self.aim.target };
        let least = held.min(view.utility(&mine) - 1).max(view.batna);
        let step = |from: &Deal, turn: usize| -> Option<Deal> {
            (0..count)
                .map(|at| (at + turn) % count)
                .filter(|&issue| from[issue] != theirs[issue] && view.in_play(issue))
                .filter_map(|issue| towards(view, issue, from[issue], theirs[issue]).map(|to| (issue, to)))
                .filter(|&(issue, to)| !red(view, issue, to))
                .map(|(issue, to)| from.with(issue, to))
                .find(|deal| view.utility(deal) >= least && self.is_new(deal))
        };
        let first = step(&mine, made)?;
        // A second step only if there is still too much to let go.
        let more = view.utility(&first) > self.aim.target + STEP;
        let second = if more { step(&first, made + 3) } else { None };
        Some(second.unwrap_or(first))
    }

    pub(super) fn with_form(&self, deal: Deal) -> Deal {
        if self.is(Strength::Novice) {
            return with_their_form(self.view, deal);
        }
        formed(self.view, deal, |_| false)
    }
}

/// The next open option on the way to another.
fn towards(view: &View<'_>, issue: IssueNo, from: OptionNo, to: OptionNo) -> Option<OptionNo> {
    let open = |option: &OptionNo| view.open[issue][*option];
    if from < to { (from + 1..=to).find(open) } else { (to..from).rev().find(open) }
}

/// Clauses that make a text last, and the firmest instrument that our groups would ratify; articles
/// that are `kept` stay as they are.
pub(in crate::counterpart) fn formed(
    view: &View<'_>,
    mut deal: Deal,
    kept: impl Fn(IssueNo) -> bool,
) -> Deal {
    for (issue, it) in view.shared.issues.iter().enumerate() {
        if it.kind == Kind::Clauses && view.brief.weights[issue] == 0 && !kept(issue) {
            let best = (0..it.options.len())
                .filter(|&option| can_stand(view, issue, option))
                .max_by_key(|&option| (quality(view, issue, option), option));
            deal.0[issue] = best.unwrap_or(deal[issue]);
        }
    }
    let instrument = view.shared.instrument();
    if kept(instrument) || view.brief.weights[instrument] > 0 {
        return deal;
    }
    let mut forms: Vec<OptionNo> = (0..view.shared.issues[instrument].options.len())
        .filter(|&option| can_stand(view, instrument, option))
        .collect();
    forms.sort_by_key(|&option| std::cmp::Reverse(view.shared.choice(instrument, option).obligation));
    let signable = forms.iter().copied().find(|&form| could_sign(view, &deal.with(instrument, form)));
    deal.0[instrument] = signable.or(forms.last().copied()).unwrap_or(deal[instrument]);
    deal
}

/// What a clause set does for the years after: its features, and the harm that it can offset.
fn quality(view: &View<'_>, issue: IssueNo, option: OptionNo) -> i32 {
    let choice = view.shared.choice(issue, option);
    choice.features.values().sum::<i32>() + 10 * choice.pillars.iter().map(|it| (*it).max(0)).sum::<i32>()
}
