//! What other systems call by the same names, and how far whole points are from exact utilities.

use crate::scenario::{Points, Seat};
use crate::scoring::{Case, References};

/// The point with the largest plain sum of utilities among packages not below either BATNA; `None` of none.
///
/// NegMAS's and GeniusWeb's "max welfare". It adds up utilities of two countries as if they were
/// comparable, so it stands beside the others for comparison and enters no verdict.
pub fn max_welfare(case: &Case<'_>, references: &References) -> Option<usize> {
    let points = &references.frontier.points;
    let sum = |at: usize| points[at][0] + points[at][1];
    // Sums that differ by rounding only are the same: the first of them, as everywhere.
    references.rational.clone().reduce(|best, at| if sum(at) > sum(best) + case.noise { at } else { best })
}

/// The discrete Kalai-Smorodinsky point with the frontier's overall best utilities as ideals, whether or
/// not the other side would accept those; `None` where no package is acceptable to both.
///
/// [`References::kalai_smorodinsky`] takes the best among packages acceptable to both, as Kalai and
/// Smorodinsky (1975) do; some tools take the overall best. The two differ where a BATNA cuts an end off.
pub fn overall_kalai_smorodinsky(case: &Case<'_>, references: &References) -> Option<usize> {
    let points = &references.frontier.points;
    let ideal = [0, 1].map(|side| {
        let best = points.iter().map(|point| point[side]).max().unwrap_or(0);
        best - case.base[side]
    });
    let share = |at: usize| {
        let gains = case.gains(points[at]);
        let shares =
            [0, 1].map(|side| if ideal[side] > 0 { gains[side] as f64 / ideal[side] as f64 } else { 0.0 });
        (shares[0].min(shares[1]), shares[0].max(shares[1]))
    };
    references.rational.clone().reduce(|best, at| if share(at) > share(best) { at } else { best })
}

/// By how much the whole points of the game differ at most from a package's exact utility, as a
/// fraction of 1, BATNAs included; `None` if the file has no exact utilities.
pub fn largest_rounding(exact: &Case<'_>) -> Option<f64> {
    if !exact.is_exact() {
        return None;
    }
    let game = Case::new(exact.scenario);
    let part = |case: &Case<'_>, points: Points| case.fraction(points);
    let mut largest: f64 = 0.0;
    for seat in Seat::ALL {
        let side = seat.index();
        // Differences of the issues add up, so the extremes of a package are sums of extremes.
        let (mut above, mut below) = (0.0, 0.0);
        for (no, options) in exact.parts.iter().enumerate() {
            let differences = options
                .iter()
                .zip(&game.parts[no])
                .zip(&exact.open[no])
                .filter(|(_, open)| **open)
                .map(|((fine, whole), _)| part(&game, whole[side]) - part(exact, fine[side]));
            let (low, high) = differences
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)));
            above += high;
            below += low;
        }
        let reservation = part(&game, game.batna[side]) - part(exact, exact.batna[side]);
        largest = largest.max(above).max(-below).max(reservation.abs());
    }
    // Utilities end at 1: where sums of extremes go beyond, no package does.
    Some(largest.min(1.0))
}
