//! Scalable Bayesian learning of what the other side wants.

use super::Offer;
use super::opponent::normalise;

/// Weights that are considered: 0, 0.1 .. 1.
const GRADES: usize = 11;
/// How much the expected worth of their next new offer falls.
const STEP: f64 = 0.003;
/// The spread of the error of that expectation.
const SPREAD: f64 = 0.25;

/// Hypotheses about weights and shapes of values, for each issue on its own.
///
/// Koen Hindriks and Dmytro Tykhonov, *Opponent modelling in automated multi-issue negotiation using
/// Bayesian learning*, AAMAS 2008. The other side is supposed to concede a little with each new offer.
#[derive(Clone, Debug)]
pub(super) struct Beliefs {
    weights: Vec<[f64; GRADES]>,
    /// For each issue: the values of each option under each shape.
    shapes: Vec<Vec<Vec<f64>>>,
    shape_beliefs: Vec<Vec<f64>>,
    expected: f64,
}

impl Beliefs {
    /// Before the first offer.
    pub(super) fn new(sizes: &[usize]) -> Self {
        let mut prior = [0.0; GRADES];
        for (grade, belief) in prior.iter_mut().enumerate() {
            let left = 1.0 - (grade as f64 + 1.0) / GRADES as f64;
            *belief = left * left * left;
        }
        let sum: f64 = prior.iter().sum();
        let prior = prior.map(|belief| belief / sum);
        let shapes: Vec<Vec<Vec<f64>>> = sizes.iter().map(|&size| shapes(size)).collect();
        let shape_beliefs = shapes.iter().map(|all| vec![1.0 / all.len() as f64; all.len()]).collect();
        Self { weights: vec![prior; sizes.len()], shapes, shape_beliefs, expected: 1.0 }
    }

    fn weight(&self, issue: usize) -> f64 {
        self.weights[issue].iter().enumerate().map(|(grade, belief)| 0.1 * grade as f64 * belief).sum()
    }

    fn value(&self, issue: usize, option: usize) -> f64 {
        self.shapes[issue]
            .iter()
            .zip(&self.shape_beliefs[issue])
            .map(|(shape, belief)| shape[option] * belief)
            .sum()
    }

    /// Takes in one new offer.
    pub(super) fn hear(&mut self, offer: &Offer) {
        let count = offer.len();
        let sum: f64 = (0..count).map(|issue| self.weight(issue)).sum();
        let scale = if sum > 0.0 { 1.0 / sum } else { 1.0 };
        let part = |beliefs: &Self, issue: usize| {
            beliefs.weight(issue) * scale * beliefs.value(issue, usize::from(offer[issue]))
        };
        let mut total: f64 = (0..count).map(|issue| part(self, issue)).sum();
        for issue in 0..count {
            let option = usize::from(offer[issue]);
            let others = total - part(self, issue);
            let value = self.value(issue, option);
            let expected = self.expected;
            for (grade, belief) in self.weights[issue].iter_mut().enumerate() {
                *belief *= likelihood(expected, others + 0.1 * grade as f64 * scale * value);
            }
            normalise(&mut self.weights[issue]);
            let weight = self.weight(issue) * scale;
            for (shape, belief) in self.shapes[issue].iter().zip(&mut self.shape_beliefs[issue]) {
                *belief *= likelihood(expected, others + weight * shape[option]);
            }
            normalise(&mut self.shape_beliefs[issue]);
            total = others + part(self, issue);
        }
        self.expected = (self.expected - STEP).max(0.3);
    }

    /// Writes down the expected weights and values.
    pub(super) fn tell(&self, starts: &[usize], weights: &mut [f64], values: &mut [f64]) {
        for issue in 0..weights.len() {
            weights[issue] = self.weight(issue);
            for option in 0..self.shapes[issue][0].len() {
                values[starts[issue] + option] = self.value(issue, option);
            }
        }
        normalise(weights);
    }
}

/// Shapes of values: rising, falling, and with a peak at each inner option.
fn shapes(size: usize) -> Vec<Vec<f64>> {
    let top = (size.max(2) - 1) as f64;
    let mut shapes = vec![
        (0..size).map(|at| at as f64 / top).collect::<Vec<_>>(),
        (0..size).map(|at| 1.0 - at as f64 / top).collect(),
    ];
    // Of very many options a few peaks say enough.
    let stride = size.div_ceil(24).max(1);
    for peak in (1..size.saturating_sub(1)).step_by(stride) {
        shapes.push(
            (0..size)
                .map(|at| {
                    if at <= peak {
                        at as f64 / peak as f64
                    } else {
                        (size - 1 - at) as f64 / (size - 1 - peak) as f64
                    }
                })
                .collect(),
        );
    }
    if size == 1 {
        shapes = vec![vec![1.0]];
    }
    shapes
}

/// Not the normal density itself, but the rational function with the same width: it needs no
/// exponential, so it is the same on every machine, and it forgives outliers.
fn likelihood(expected: f64, found: f64) -> f64 {
    let off = (expected - found) / expected.max(0.05) / SPREAD;
    let tail = 1.0 + off * off / 4.0;
    1.0 / (tail * tail)
}
