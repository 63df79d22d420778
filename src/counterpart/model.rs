//! What a side believes of the other: weights of issues, values of options, reservation.
//!
//! It rests on public moves and on what its own seat learnt. Offers: issues that stay as they are
//! while others move weigh more (van Krimpen, Looije and Hajizadeh 2011); options that were asked
//! for early are worth more. Words: priorities that were told or found out, until they come out as
//! lies. With ten offers a game, the words matter more than the counting.

use crate::rules::OfferKind;
use crate::scenario::{Deal, IssueNo, Lock, OptionNo, Points, Seat, WHOLE};
use crate::scoring::insight::{Guess, points_of_order};
use crate::view::View;

/// Beliefs about the other side.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Weights of issues, shares of 1.
    pub weights: Vec<f64>,
    /// Values of options, 0 to 1, by issue.
    pub values: Vec<Vec<f64>>,
    /// What the other side is thought to have without an agreement, in points.
    pub reservation: Points,
}

/// How much each unmoved issue gains by each new offer (HardHeaded's golden number, shared out).
const GOLDEN: f64 = 0.2;
/// Without better knowledge the other side is thought to have this much without an agreement.
const GUESSED_BATNA: Points = WHOLE * 45 / 100;

impl Model {
    /// What the view tells about the other side.
    pub fn of(view: &View<'_>) -> Self {
        let other = view.seat.other();
        let offers = offers_of(view, other);
        let mut weights = moved_weights(view, &offers);
        listen(view, other, &mut weights);
        let reservation = told_batna(view).unwrap_or(GUESSED_BATNA);
        Self { values: values(view, &offers), weights, reservation }
    }

    /// The mirror image of oneself: they want what we do not want, as much as we do not want it. It is
    /// the fixed-pie assumption of most people in their first negotiations (Thompson and Hastie 1990).
    pub fn mirror(view: &View<'_>) -> Self {
        let mut weights: Vec<f64> = (0..view.shared.issues.len())
            .map(|issue| if view.in_play(issue) { f64::from(view.brief.weights[issue]) } else { 0.0 })
            .collect();
        normalise(&mut weights);
        let values = view
            .values
            .iter()
            .map(|options| {
                let best = options.iter().max().copied().unwrap_or(0).max(1);
                options.iter().map(|value| 1.0 - f64::from(*value) / f64::from(best)).collect()
            })
            .collect();
        Self { weights, values, reservation: GUESSED_BATNA }
    }

    /// What can be read from offers, words and time together: how far and how early each issue moved
    /// from the first demand, bridges that serve both, and the least that was ever offered.
    pub fn keen(view: &View<'_>) -> Self {
        let other = view.seat.other();
        let offers = offers_of(view, other);
        let mut weights = moved_weights(view, &offers);
        for (weight, moved) in weights.iter_mut().zip(moves(view, &offers)) {
            *weight /= 0.5 + moved;
        }
        normalise(&mut weights);
        listen(view, other, &mut weights);
        let mut values = values(view, &offers);
        bridges(view, &offers, &mut values);
        let mut model = Self { weights, values, reservation: GUESSED_BATNA };
        // Nobody offers less than the own reservation: the least offer is its upper bound.
        let least = offers.iter().map(|deal| model.utility(deal)).min();
        model.reservation =
            told_batna(view).unwrap_or_else(|| least.map_or(GUESSED_BATNA, |least| least.min(GUESSED_BATNA)));
        model
    }

    /// What an option adds to the other side's utility, in points.
    pub fn part(&self, issue: IssueNo, option: OptionNo) -> Points {
        (self.weights[issue] * self.values[issue][option] * WHOLE as f64).round() as Points
    }

    /// What a deal is worth to the other side, in points.
    pub fn utility(&self, deal: &Deal) -> Points {
        deal.choices().map(|(issue, option)| self.part(issue, option)).sum()
    }

    /// The beliefs about weights as a guess of points.
    pub fn guess(&self) -> Guess {
        let mut order: Vec<IssueNo> =
            (0..self.weights.len()).filter(|&issue| self.weights[issue] > 0.0).collect();
        order.sort_by(|&a, &b| self.weights[b].total_cmp(&self.weights[a]).then(a.cmp(&b)));
        points_of_order(&order, self.weights.len())
    }
}

/// Packages of the other side, off the record too, in order.
fn offers_of<'v>(view: &'v View<'_>, other: Seat) -> Vec<&'v Deal> {
    view.offers
        .iter()
        .filter(|offer| offer.by == Some(other) && offer.kind != OfferKind::Text)
        .map(|offer| &offer.deal)
        .collect()
}

fn told_batna(view: &View<'_>) -> Option<Points> {
    view.told_batna[view.seat.other()].map(|told| Points::from(told) * (WHOLE / 100))
}

/// How far each issue lies from the first demand, on the average of all later offers, 0 to 1.
fn moves(view: &View<'_>, offers: &[&Deal]) -> Vec<f64> {
    let later = offers.get(1..).unwrap_or_default();
    view.shared
        .issues
        .iter()
        .enumerate()
        .map(|(issue, it)| {
            let far = (it.options.len() - 1).max(1) as f64;
            let moved: usize = later.iter().map(|deal| deal[issue].abs_diff(offers[0][issue])).sum();
            moved as f64 / far / later.len().max(1) as f64
        })
        .collect()
}

/// A bridge that opened after the first demand could not be asked for then; it was built for both.
fn bridges(view: &View<'_>, offers: &[&Deal], values: &mut [Vec<f64>]) {
    if offers.is_empty() {
        return;
    }
    for (issue, it) in view.shared.issues.iter().enumerate() {
        for (option, choice) in it.options.iter().enumerate() {
            if choice.lock == Some(Lock::Bridge) {
                values[issue][option] = values[issue][option].max(0.75);
            }
        }
    }
}

/// Issues about which there is something to win: all that are in play and not mere form.
fn issues(view: &View<'_>) -> Vec<IssueNo> {
    (0..view.shared.issues.len())
        .filter(|&issue| {
            view.shared.issues[issue].kind == crate::scenario::Kind::Substance && view.in_play(issue)
        })
        .collect()
}

fn moved_weights(view: &View<'_>, offers: &[&Deal]) -> Vec<f64> {
    let issues = issues(view);
    let count = issues.len().max(1) as f64;
    let mut weights = vec![0.0; view.shared.issues.len()];
    for &issue in &issues {
        weights[issue] = 1.0 / count;
    }
    for pair in offers.windows(2) {
        if pair[0] == pair[1] {
            continue;
        }
        for &issue in &issues {
            if pair[0][issue] == pair[1][issue] {
                weights[issue] += GOLDEN / count;
            }
        }
        normalise(&mut weights);
    }
    weights
}

/// Ranks that were told or found out replace what counting suggests.
fn listen(view: &View<'_>, other: Seat, weights: &mut [f64]) {
    let issues = issues(view);
    let by_rank = points_of_order(&(0..issues.len()).collect::<Vec<_>>(), issues.len());
    // Ranks count clauses and legal forms that carry points as well, so one may lie beyond what is guessed here.
    let weight_of = |rank: usize| {
        let points = by_rank.get(rank - 1).or(by_rank.last());
        points.map_or(0.0, |points| f64::from(*points) / 100.0)
    };
    let mut certain = vec![None; weights.len()];
    for (issue, told) in &view.told[other] {
        if !told.exposed {
            certain[*issue] = Some(weight_of(told.rank));
        }
    }
    for (issue, rank) in &view.known.ranks {
        certain[*issue] = Some(weight_of(*rank));
    }
    let told: f64 = certain.iter().flatten().sum();
    let rest: f64 =
        issues.iter().filter(|&&issue| certain[issue].is_none()).map(|&issue| weights[issue]).sum();
    for &issue in &issues {
        weights[issue] = match certain[issue] {
            Some(weight) => weight,
            // What is left over is shared out as counting suggests.
            None if rest > 0.0 => weights[issue] / rest * (1.0 - told).max(0.05),
            None => 0.0,
        };
    }
    for hint in &view.known.hints {
        // One of these is among the first three: each gains a little.
        for &issue in hint {
            if certain[issue].is_none() {
                weights[issue] *= 1.0 + 0.5 / hint.len() as f64;
            }
        }
    }
    normalise(weights);
}

fn normalise(weights: &mut [f64]) {
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        for weight in weights {
            *weight /= sum;
        }
    }
}

/// An option is worth more the earlier it was asked for; one that never was is worth less the
/// further it lies from what was asked first, in the order of the article.
fn values(view: &View<'_>, offers: &[&Deal]) -> Vec<Vec<f64>> {
    let count = offers.len().max(1) as f64;
    view.shared
        .issues
        .iter()
        .enumerate()
        .map(|(issue, it)| {
            let far = (it.options.len() - 1).max(1) as f64;
            (0..it.options.len())
                .map(|option| {
                    let Some(first) = offers.first() else {
                        // Before the first offer the only guess is that they want what we do not.
                        let best = view.values[issue].iter().max().copied().unwrap_or(0).max(1);
                        return 1.0 - 0.8 * f64::from(view.values[issue][option]) / f64::from(best);
                    };
                    let distance = option.abs_diff(first[issue]) as f64 / far;
                    let guess = 1.0 - 0.9 * distance;
                    match offers.iter().position(|deal| deal[issue] == option) {
                        Some(at) => guess.max(1.0 - 0.7 * at as f64 / count),
                        None => guess,
                    }
                })
                .collect()
        })
        .collect()
}
