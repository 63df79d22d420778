//! Whether a grade hangs on the exact weights: the inference is tested, not the index.

use super::frontier::Outlines;
use super::measure::{measure, weigh};
use super::references::References;
use super::talk::Talk;
use super::{Case, Frontier};
use crate::exact::SplitMix64;
use crate::scenario::{Deal, Points};

/// Draws of the robustness line.
pub const DRAWS: u32 = 500;
/// How far each weight is moved, up or down.
const SPREAD: f64 = 0.2;
/// Always the same draws: a line that changes when it is read twice convinces nobody.
const SEED: u64 = 7;
/// Re-drawn weights are no whole points; utilities are counted in billionths.
const UNIT: Points = 1_000_000_000;

/// The share of random re-weightings, each issue weight times 0.8 to 1.2, that keep the grade.
pub fn robustness(
    case: &Case<'_>,
    references: &References,
    deal: Option<&Deal>,
    talk: &Talk,
    draws: u32,
) -> f64 {
    let mut measures = measure(case, references, deal, talk);
    let grade = measures.grade;
    let mut generator = SplitMix64::new(SEED);
    let mut redrawn = case.clone();
    redrawn.unit = UNIT;
    redrawn.most = Points::MAX;
    redrawn.noise = 0;
    let finer = |points: [Points; 2]| points.map(|it| (case.fraction(it) * UNIT as f64).round() as Points);
    (redrawn.batna, redrawn.base) = (finer(case.batna), finer(case.base));
    // The value of each option, of which only the weight is drawn anew.
    let values: Vec<Vec<[f64; 2]>> = case
        .parts
        .iter()
        .zip(&case.weights)
        .map(|(options, weight)| {
            options
                .iter()
                .map(|part| {
                    [0, 1].map(|at| if weight[at] > 0.0 { case.fraction(part[at]) / weight[at] } else { 0.0 })
                })
                .collect()
        })
        .collect();
    let sums = [0, 1].map(|at| case.weights.iter().map(|weight| weight[at]).sum::<f64>());
    let (mut outlines, mut frontier) = (Outlines::default(), Frontier::default());
    let mut same = 0u32;
    for _ in 0..draws {
        let mut total = [0.0; 2];
        for (issue, weight) in redrawn.weights.iter_mut().enumerate() {
            for at in 0..2 {
                weight[at] = case.weights[issue][at] * (1.0 + SPREAD * (2.0 * generator.unit() - 1.0));
                total[at] += weight[at];
            }
        }
        for (issue, weight) in redrawn.weights.iter_mut().enumerate() {
            for at in 0..2 {
                // Issues from the reserve come on top of the hundred points, and stay so.
                weight[at] *= sums[at] / total[at];
            }
            for (part, value) in redrawn.parts[issue].iter_mut().zip(&values[issue]) {
                *part = [0, 1].map(|at| (weight[at] * value[at] * UNIT as f64).round() as Points);
            }
        }
        // No score looks at what is below a BATNA.
        outlines.at_least(&redrawn.parts, &redrawn.admissible, redrawn.base, &mut frontier.points);
        let references = References::on(frontier, redrawn.base);
        weigh(&mut measures, &redrawn, &references, deal, talk);
        same += u32::from(measures.grade == grade);
        frontier = references.frontier;
    }
    f64::from(same) / f64::from(draws.max(1))
}
