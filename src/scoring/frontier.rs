//! The Pareto frontier of additive utilities, without enumerating packages.
//!
//! Dominance survives adding the same vector, so a package on the frontier consists of partial
//! packages on theirs. Issues are merged one at a time, and dominated partial sums are dropped
//! (Nemhauser and Ullmann 1969, for the multiple-choice knapsack; as a Minkowski sum with
//! skyline after each step). The cost follows the size of the frontier, not of the outcome space.

use super::Case;
use crate::scenario::{Deal, OptionNo, Points};

/// Points that no other package improves on for one side without loss for the other.
///
/// Sorted by the first side's utility, descending; no two points are equal.
#[derive(Clone, Debug, Default)]
pub struct Frontier {
    /// Utilities of both sides.
    pub points: Vec<[Points; 2]>,
    /// For each issue merged so far: the predecessor and the option of each partial sum.
    steps: Vec<Vec<(u32, u16)>>,
}

impl Frontier {
    /// The frontier of packages that take one of the `allowed` options of every issue.
    ///
    /// Of packages with equal utilities it keeps the one with the better partial sum for the first
    /// side, then the one with the lower option number, so the result is the same everywhere.
    pub fn of(parts: &[Vec<[Points; 2]>], allowed: &[Vec<bool>]) -> Self {
        let mut frontier = Self { points: vec![[0, 0]], steps: Vec::with_capacity(parts.len()) };
        let mut merged = Vec::new();
        for (options, allowed) in parts.iter().zip(allowed) {
            let offers = skyline(options, allowed);
            let mut step = Vec::with_capacity(frontier.points.len() + offers.len());
            merge(&frontier.points, &offers, &mut merged, &mut step);
            std::mem::swap(&mut frontier.points, &mut merged);
            frontier.steps.push(step);
        }
        frontier
    }

    /// The harm-free frontier of a case: the benchmark of scores and mediator.
    pub fn admissible(case: &Case<'_>) -> Self {
        Self::of(&case.parts, &case.admissible)
    }

    /// The frontier of a case over everything that can be signed.
    pub fn open(case: &Case<'_>) -> Self {
        Self::of(&case.parts, &case.open)
    }

    /// One package with the utilities of a point.
    pub fn deal(&self, point: usize) -> Deal {
        let mut options = vec![0; self.steps.len()];
        let mut at = point;
        for (option, step) in options.iter_mut().zip(&self.steps).rev() {
            let (parent, chosen) = step[at];
            *option = OptionNo::from(chosen);
            at = parent as usize;
        }
        Deal(options)
    }

    /// The number of points.
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// Whether there is no point: never for a scenario with issues.
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// The best point for the second side that is worth at least `least` to the first.
    ///
    /// With an estimate of the other side's utility in second place this is the question every
    /// counterpart asks each turn; it costs a binary search.
    pub fn best_for_second(&self, least: Points) -> Option<usize> {
        let reaching = self.points.partition_point(|point| point[0] >= least);
        reaching.checked_sub(1)
    }
}

/// The options of one issue that another does not beat for both sides, best for the first side first.
fn skyline(options: &[[Points; 2]], allowed: &[bool]) -> Vec<(u16, [Points; 2])> {
    let mut sorted: Vec<(u16, [Points; 2])> =
        (0u16..).zip(options.iter().copied()).filter(|(option, _)| allowed[usize::from(*option)]).collect();
    sorted.sort_by_key(|(option, part)| (-part[0], -part[1], *option));
    let mut best = Points::MIN;
    sorted.retain(|(_, part)| {
        let better = part[1] > best;
        best = best.max(part[1]);
        better
    });
    sorted
}

/// Adds every option to every partial sum and keeps what is not dominated.
///
/// The copies of the sums, one shifted by each option, are sorted already: they are merged, and a
/// sum stays if it is better for the second side than all that are better for the first.
fn merge(
    sums: &[[Points; 2]],
    options: &[(u16, [Points; 2])],
    merged: &mut Vec<[Points; 2]>,
    step: &mut Vec<(u32, u16)>,
) {
    merged.clear();
    let mut heads = vec![0usize; options.len()];
    let mut best = Points::MIN;
    loop {
        let mut next: Option<([Points; 2], usize, usize)> = None;
        for (list, &(_, part)) in options.iter().enumerate() {
            // What cannot improve on the best so far never has to be looked at again.
            while heads[list] < sums.len() && sums[heads[list]][1] + part[1] <= best {
                heads[list] += 1;
            }
            let Some(sum) = sums.get(heads[list]) else { continue };
            let point = [sum[0] + part[0], sum[1] + part[1]];
            let ahead = next.is_none_or(|(known, other, _)| {
                let before = heads[other];
                (point, before, options[other].0) > (known, heads[list], options[list].0)
            });
            if ahead {
                next = Some((point, list, heads[list]));
            }
        }
        let Some((point, list, parent)) = next else { return };
        heads[list] += 1;
        best = point[1];
        merged.push(point);
        step.push((u32::try_from(parent).unwrap_or(u32::MAX), options[list].0));
    }
}
