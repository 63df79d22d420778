//! What a player may ask a counterpart between the moves: "what would you want for this?" and "how far
//! are we?". Neither is a move: nothing is on record, and nothing binds.

use super::diplomat::formed;
use super::plain::{could_sign, is_needless_harm, rational, red};
use super::{Counterpart, Model, Search};
use crate::rules::{Command, Offer, OfferKind, OfferNo, Phase};
use crate::scenario::{Deal, IssueNo, OptionNo, Phrase, Points, Seat, WHOLE};
use crate::view::{Moment, View};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use std::collections::BTreeMap;

/// How far a package is from what a counterpart would accept: three words and nothing finer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Near {
    /// Much is missing, or it could not be signed at all.
    Far,
    /// Something is missing.
    Near,
    /// Little or nothing is missing.
    Almost,
}

impl Near {
    /// The words for it.
    pub const fn phrase(self) -> Phrase {
        Phrase::new(match self {
            Self::Far => "distance-far",
            Self::Near => "distance-near",
            Self::Almost => "distance-almost",
        })
    }
}

/// Up to this much below the bar a package is almost acceptable.
const ALMOST: Points = WHOLE * 5 / 100;
/// Up to this much below the bar it is near.
const NEAR: Points = WHOLE * 20 / 100;
/// Packages that are tried before the answer is no.
const TRIES: usize = 60;

/// How far a package is from what the counterpart would accept now, by its own view.
pub fn distance(counterpart: &dyn Counterpart, view: &View<'_>, deal: &Deal) -> Near {
    let barred = !rational(view, deal) || !could_sign(view, deal) || counterpart.minds(view, deal);
    if barred || !view.can_offer(deal) {
        return Near::Far;
    }
    match counterpart.bar(view) - view.utility(deal) {
        missing if missing <= ALMOST => Near::Almost,
        missing if missing <= NEAR => Near::Near,
        _ => Near::Far,
    }
}

/// A package with these articles that the counterpart would accept if it were offered next; `None` if
/// there is none. Of those it would accept it names the one that, it thinks, costs the other side least.
///
/// The answer is tried on the counterpart itself, so it means what it says, as long as no news comes
/// in between.
pub fn wish(
    counterpart: &dyn Counterpart,
    view: &View<'_>,
    fixed: &BTreeMap<IssueNo, OptionNo>,
) -> Option<Deal> {
    let possible = fixed.iter().all(|(&issue, &option)| {
        view.open.get(issue).is_some_and(|open| open.get(option) == Some(&true)) && !red(view, issue, option)
    });
    if !possible || !matches!(view.moment, Moment::Talks { .. }) {
        return None;
    }
    let model = Model::of(view);
    let kept = |issue: IssueNo| fixed.contains_key(&issue);
    let dice = ChaCha8Rng::seed_from_u64(0);
    let accepts = |deal: &Deal| {
        let next = answering(view, deal)?;
        let answer = counterpart.act(&next, &mut dice.clone()).act.command;
        matches!(answer, Command::Accept(_)).then_some(())
    };
    let bar = counterpart.bar(view).max(view.batna);
    // What harms others is named only by who would take it and finds nothing else: a novice overlooks it.
    [false, true].into_iter().find_map(|harm| {
        let allowed = |issue: IssueNo, option: OptionNo| match fixed.get(&issue) {
            Some(wanted) => *wanted == option,
            None => !red(view, issue, option) && (harm || !is_needless_harm(view, issue, option)),
        };
        let search = Search::new(view, allowed, |issue, option| model.part(issue, option));
        // An offer changes what it believes, and so its bar, a little: what is dearer is tried as well.
        let below = search.at_least((bar - ALMOST).max(view.batna));
        below.take(TRIES).map(|(deal, _)| formed(view, deal, kept)).find(|deal| accepts(deal).is_some())
    })
}

/// The view in the counterpart's next turn if the other side offers this now; `None` if it has none left.
fn answering<'a>(view: &View<'a>, deal: &Deal) -> Option<View<'a>> {
    let mut next = view.clone();
    let no = OfferNo::try_from(view.offers.len() + 1).ok()?;
    let by = Some(view.seat.other());
    next.offers.push(Offer { no, by, kind: OfferKind::Formal, round: view.round, deal: deal.clone() });
    next.request = None;
    if !view.my_turn() {
        next.moment = Moment::Talks { turn: view.seat };
        next.turn_no += 1;
        if view.seat == Seat::First {
            if view.rounds_left() == 0 {
                return None;
            }
            next.round += 1;
        }
        next.actions_left = if view.phase == Phase::Normal { view.shared.timing.actions } else { 1 };
        if let Some(ultimatum) = &mut next.ultimatum {
            ultimatum.due = ultimatum.by == view.seat;
        }
    }
    Some(next)
}
