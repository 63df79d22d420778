//! What a counterpart aims at: a target that falls over time to a floor.

use super::character::{Character, Strength};
use crate::counterpart::Search;
use crate::counterpart::model::Model;
use crate::counterpart::plain::time;
use crate::rules::OfferKind;
use crate::scenario::{Points, WHOLE};
use crate::view::View;

/// What a counterpart wants at one moment, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aim {
    /// What it will not go below before the last turn.
    pub(super) floor: Points,
    /// What its next package has to be worth.
    pub(super) target: Points,
    /// Whether its own time is so far gone that the floor is good enough.
    pub(super) late: bool,
}

impl Aim {
    /// What is wanted of an offer of the other side.
    pub(super) const fn bar(self) -> Points {
        if self.late { self.floor } else { self.target }
    }
}

/// From this share of the time on a novice finds half of a pie that seems fixed fair enough.
const CONTENT: f64 = 0.5;
/// How much firmer a master can be, who knows the other side better, in hundredths.
const SURENESS: Points = 8;
/// From this share of the time on a novice notices the deadline.
const ALARM: f64 = 0.8;

pub(super) fn aim(
    view: &View<'_>,
    search: &Search,
    model: &Model,
    character: Character,
    strength: Strength,
) -> Aim {
    let best = search.best_own();
    let own_time = (time(view) * character.haste).min(1.0);
    if strength == Strength::Novice {
        let anchor = anchor(view, best);
        let alarmed = time(view) >= ALARM;
        // The deadline comes as a surprise: what was held until now is let go at once.
        let held = view.batna + (anchor - view.batna) * character.firmness.min(100) / 100;
        let floor = if alarmed { i64::midpoint(view.batna, held) } else { held };
        let left = if alarmed { 0.0 } else { character.curve.left(own_time) };
        let target = floor + ((best - floor).max(0) as f64 * left).round() as Points;
        return Aim { floor, target, late: time(view) >= CONTENT };
    }
    let surer = if strength == Strength::Master { SURENESS } else { 0 };
    let firmness = (character.firmness + surer).min(character.firmness.max(100));
    let floor = floor(view, search, model.reservation, firmness);
    let best = best.max(floor);
    let left = character.curve.left(own_time);
    let target = floor + ((best - floor) as f64 * left).round() as Points;
    Aim { floor, target, late: own_time >= character.late }
}

/// A floor near the estimated Nash point, between the BATNA and what can be had.
fn floor(view: &View<'_>, search: &Search, other: Points, firmness: Points) -> Points {
    let nash = search
        .points()
        .iter()
        .filter(|point| point[0] >= view.batna && point[1] >= other)
        .max_by_key(|point| (point[0] - view.batna) * (point[1] - other))
        .map_or_else(|| i64::midpoint(search.best_own(), view.batna), |point| point[0]);
    (view.batna + (nash - view.batna) * firmness / 100).clamp(view.batna, WHOLE.max(view.batna))
}

/// Where a novice sees the end: half-way between what it would like and the first offer that it heard
/// (Tversky and Kahneman 1974; Galinsky and Mussweiler 2001).
fn anchor(view: &View<'_>, best: Points) -> Points {
    let heard = view
        .offers
        .iter()
        .find(|offer| offer.by == Some(view.seat.other()) && offer.kind == OfferKind::Formal)
        .map_or(view.batna, |offer| view.utility(&offer.deal));
    i64::midpoint(best, heard).max(view.batna)
}
