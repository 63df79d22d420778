//! Reference points of a case: what the two sides could have reached.
//!
//! All are found on the harm-free frontier, among packages not below either BATNA.

use super::{Case, Frontier};
use crate::exact::EPS;
use crate::scenario::{Deal, Points};

/// The frontier inside the zone of agreement, and the points that the theories name.
#[derive(Clone, Debug)]
pub struct References {
    /// The harm-free frontier.
    pub frontier: Frontier,
    /// Which of its points are not below either BATNA, as a range of indices.
    pub rational: std::ops::Range<usize>,
    /// Whether some package leaves both sides better off than no agreement.
    pub zopa: bool,
    /// The largest gain of each side within the zone of agreement.
    pub ideal: [Points; 2],
    /// The largest product of gains (Nash 1950).
    pub nash: usize,
    /// The largest common fraction of each side's ideal (Kalai and Smorodinsky 1975, discrete).
    pub kalai_smorodinsky: usize,
    /// The largest smaller gain (Kalai 1977): it compares utilities of two countries, so it is
    /// shown and never used in a verdict.
    pub egalitarian: usize,
    /// The largest sum of normalised gains.
    pub utilitarian: usize,
    /// The product of gains at the Nash point, in units squared.
    pub nash_product: f64,
    /// The sum of normalised gains at the utilitarian point.
    pub max_sum: f64,
    /// The smaller normalised gain at the Kalai-Smorodinsky point.
    pub max_min: f64,
}

impl References {
    /// The references of a case.
    pub fn of(case: &Case<'_>) -> Self {
        Self::on(Frontier::admissible(case), case.base)
    }

    /// The references on a given frontier with given BATNAs.
    pub fn on(frontier: Frontier, base: [Points; 2]) -> Self {
        let points = &frontier.points;
        // The first side's utility falls and the second's rises along the frontier.
        let start = points.partition_point(|point| point[1] < base[1]);
        let end = points.partition_point(|point| point[0] >= base[0]).max(start);
        let gains: Vec<[Points; 2]> =
            points[start..end].iter().map(|point| [point[0] - base[0], point[1] - base[1]]).collect();
        let ideal = [0, 1].map(|side| gains.iter().map(|gain| gain[side]).max().unwrap_or(0));
        let normalised: Vec<[f64; 2]> = gains.iter().map(|gain| normalise(*gain, ideal)).collect();
        let sum = |at: usize| normalised[at][0] + normalised[at][1];
        let sorted = |pair: [f64; 2]| if pair[0] <= pair[1] { pair } else { [pair[1], pair[0]] };
        let nash = first_best(gains.len(), |a, b| product(gains[a]) > product(gains[b]));
        let utilitarian = first_best(gains.len(), |a, b| sum(a) > sum(b));
        let kalai_smorodinsky = first_best(gains.len(), |a, b| sorted(normalised[a]) > sorted(normalised[b]));
        let egalitarian = first_best(gains.len(), |a, b| {
            let leximin = |gain: [Points; 2]| (gain[0].min(gain[1]), gain[0].max(gain[1]));
            leximin(gains[a]) > leximin(gains[b])
        });
        // Without a package that is acceptable to both there are no such points; these are there all the same.
        let place = |at: usize| (start + at).min(points.len().saturating_sub(1));
        let zopa = gains.iter().any(|gain| gain[0] > 0 && gain[1] > 0);
        Self {
            zopa,
            ideal,
            nash_product: gains.get(nash).map_or(0.0, |gain| product(*gain) as f64),
            max_sum: normalised.get(utilitarian).map_or(0.0, |pair| pair[0] + pair[1]),
            max_min: normalised.get(kalai_smorodinsky).map_or(0.0, |pair| pair[0].min(pair[1])),
            nash: place(nash),
            kalai_smorodinsky: place(kalai_smorodinsky),
            egalitarian: place(egalitarian),
            utilitarian: place(utilitarian),
            rational: start..end,
            frontier,
        }
    }

    /// A gain of each side as a fraction of its ideal: 0 is the BATNA, 1 the best that could be hoped for.
    pub fn normalise(&self, gains: [Points; 2]) -> [f64; 2] {
        normalise(gains, self.ideal)
    }

    /// How much of what could be had without hurting either side was taken, 0 to 1 (Raiffa 1982).
    pub fn efficiency(&self, gains: [Points; 2], base: [Points; 2]) -> f64 {
        if !self.zopa || gains[0] < 0 || gains[1] < 0 {
            return 0.0;
        }
        let own = self.normalise(gains);
        let own = own[0] + own[1];
        let best = self.frontier.points[self.rational.clone()]
            .iter()
            .map(|point| [point[0] - base[0], point[1] - base[1]])
            .filter(|gain| gain[0] >= gains[0] && gain[1] >= gains[1])
            .map(|gain| gain[0] as f64 / self.ideal[0] as f64 + gain[1] as f64 / self.ideal[1] as f64)
            .fold(f64::NEG_INFINITY, f64::max);
        let best = if best.is_finite() { best } else { own };
        if best > EPS { (own / best).min(1.0) } else { 0.0 }
    }

    /// What the pie can grow by: 0 is a fixed pie, 1 no conflict at all.
    pub fn integrative_potential(&self) -> f64 {
        if self.rational.is_empty() { 0.0 } else { self.max_sum - 1.0 }
    }

    /// The package of a point of the frontier.
    pub fn deal(&self, point: usize) -> Deal {
        self.frontier.deal(point)
    }
}

fn product(gain: [Points; 2]) -> i128 {
    i128::from(gain[0]) * i128::from(gain[1])
}

fn normalise(gains: [Points; 2], ideal: [Points; 2]) -> [f64; 2] {
    [0, 1].map(|side| if ideal[side] > 0 { gains[side] as f64 / ideal[side] as f64 } else { 0.0 })
}

/// The first index that no other beats; 0 of none.
fn first_best(count: usize, beats: impl Fn(usize, usize) -> bool) -> usize {
    (1..count).fold(0, |best, at| if beats(at, best) { at } else { best })
}
