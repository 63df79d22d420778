//! The Pareto frontier of additive utilities, without enumerating packages.
//!
//! Dominance survives adding the same vector, so a package on the frontier consists of partial
//! packages on theirs. Issues are merged one at a time, and dominated partial sums are dropped
//! (Nemhauser and Ullmann 1969, for the multiple-choice knapsack; as a Minkowski sum with
//! skyline after each step). The cost follows the size of the frontier, not of the outcome space.

use super::Case;
use crate::scenario::{Deal, OptionNo, Points};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

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
        let (mut merged, mut skyline, mut merger) = (Vec::new(), Vec::new(), Merger::default());
        for (options, allowed) in parts.iter().zip(allowed) {
            skyline_of(open(options, allowed), &mut skyline);
            let mut step = Vec::with_capacity(frontier.points.len() + skyline.len());
            merger.merge(&frontier.points, &skyline, &mut merged, |sum, option| step.push((sum, option)));
            std::mem::swap(&mut frontier.points, &mut merged);
            frontier.steps.push(step);
        }
        frontier
    }

    /// The harm-free frontier of a case: the benchmark of scores and mediator.
    pub fn admissible(case: &Case<'_>) -> Self {
        Self::within(case, &case.admissible)
    }

    /// The frontier of a case over everything that can be signed.
    pub fn open(case: &Case<'_>) -> Self {
        Self::within(case, &case.open)
    }

    /// The frontier of a case over some of its options: of exact utilities without what rounding adds.
    pub fn within(case: &Case<'_>, allowed: &[Vec<bool>]) -> Self {
        let mut frontier = Self::of(&case.parts, allowed);
        if case.is_exact() {
            frontier.settle(case);
        }
        frontier
    }

    /// Utilities as the case counts them; then points that another beats but for rounding fall away.
    ///
    /// Cutting and rounding keep the order of sums, so no point is missing that should be there.
    fn settle(&mut self, case: &Case<'_>) {
        let points: Vec<[Points; 2]> =
            self.points.iter().map(|point| [0, 1].map(|side| case.settled(point[side], side))).collect();
        // Neighbours that differ by noise for one side: the one with more for the other side stays.
        let mut kept: Vec<usize> = Vec::with_capacity(points.len());
        for (at, point) in points.iter().enumerate() {
            while let Some(&before) = kept.last() {
                if points[before][0] - point[0] > case.noise || point[1] - points[before][1] <= case.noise {
                    break;
                }
                kept.pop();
            }
            if kept.last().is_none_or(|&before| point[1] - points[before][1] > case.noise) {
                kept.push(at);
            }
        }
        self.points = kept.iter().map(|&at| points[at]).collect();
        if let Some(last) = self.steps.last_mut() {
            *last = kept.iter().map(|&at| last[at]).collect();
        }
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

/// The options of one issue that may be taken.
fn open(options: &[[Points; 2]], allowed: &[bool]) -> impl Iterator<Item = (u16, [Points; 2])> {
    let options = (0u16..).zip(options.iter().copied()).zip(allowed);
    options.filter(|(_, allowed)| **allowed).map(|(option, _)| option)
}

/// Frontiers of many cases one after another: utilities alone, in memory that is used again.
#[derive(Clone, Debug, Default)]
pub(super) struct Outlines {
    skylines: Vec<Vec<(u16, [Points; 2])>>,
    merged: Vec<[Points; 2]>,
    merger: Merger,
}

impl Outlines {
    /// Fills `points` with the part of the frontier that is worth at least `least` to each side.
    ///
    /// Partial sums that cannot get there with the best of what is still to come are dropped at once.
    pub fn at_least(
        &mut self,
        parts: &[Vec<[Points; 2]>],
        allowed: &[Vec<bool>],
        least: [Points; 2],
        points: &mut Vec<[Points; 2]>,
    ) {
        self.skylines.resize_with(parts.len(), Vec::new);
        for (skyline, (options, allowed)) in self.skylines.iter_mut().zip(parts.iter().zip(allowed)) {
            skyline_of(open(options, allowed), skyline);
        }
        // The most that each side can still get from the issues after the ones merged so far.
        let most = |skyline: &[(u16, [Points; 2])]| {
            [skyline.first().map_or(0, |(_, part)| part[0]), skyline.last().map_or(0, |(_, part)| part[1])]
        };
        let mut rest = [0; 2];
        for skyline in &self.skylines {
            let most = most(skyline);
            rest = [rest[0] + most[0], rest[1] + most[1]];
        }
        points.clear();
        points.push([0, 0]);
        for skyline in &self.skylines {
            self.merger.merge(points, skyline, &mut self.merged, |_, _| {});
            let most = most(skyline);
            rest = [rest[0] - most[0], rest[1] - most[1]];
            // The first side's utility falls and the second's rises: what is too little is at the ends.
            let from = self.merged.partition_point(|point| point[1] + rest[1] < least[1]);
            let to = self.merged.partition_point(|point| point[0] + rest[0] >= least[0]).max(from);
            points.clear();
            points.extend_from_slice(&self.merged[from..to]);
        }
    }
}

/// Fills `skyline` with the options of one issue that another does not beat for both sides, best for the
/// first side first.
pub(crate) fn skyline_of(
    options: impl Iterator<Item = (u16, [Points; 2])>,
    skyline: &mut Vec<(u16, [Points; 2])>,
) {
    skyline.clear();
    skyline.extend(options);
    skyline.sort_unstable_by_key(|(option, part)| (-part[0], -part[1], *option));
    let mut best = Points::MIN;
    skyline.retain(|(_, part)| {
        let better = part[1] > best;
        best = best.max(part[1]);
        better
    });
}

/// From this number of sorted lists on a heap finds the next point sooner than looking at each head.
const MANY: usize = 12;

/// Behind the end of a list: no point is behind it.
const SPENT: [Points; 2] = [Points::MIN; 2];

/// A point, the partial sum and the option that it is made of.
type Key = ([Points; 2], Reverse<usize>, Reverse<u16>);

/// Adds options to partial sums; it keeps its working memory from one use to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Merger {
    heads: Vec<usize>,
    heap: BinaryHeap<(Key, usize)>,
}

impl Merger {
    /// Adds every option to every partial sum and keeps what is not dominated.
    ///
    /// The copies of the longer list, one shifted by each member of the shorter, are sorted already:
    /// they are merged, and a sum stays if it is better for the second side than all that are better
    /// for the first. `step` gets the partial sum and the option of each point.
    pub(crate) fn merge(
        &mut self,
        sums: &[[Points; 2]],
        options: &[(u16, [Points; 2])],
        merged: &mut Vec<[Points; 2]>,
        mut step: impl FnMut(u32, u16),
    ) {
        merged.clear();
        let by_option = options.len() <= sums.len();
        let (lists, length) =
            if by_option { (options.len(), sums.len()) } else { (sums.len(), options.len()) };
        let point = |list: usize, at: usize| {
            let (sum, option) = if by_option { (at, list) } else { (list, at) };
            let (sum, part) = (sums[sum], options[option].1);
            [sum[0] + part[0], sum[1] + part[1]]
        };
        let mut take = |list: usize, at: usize, point: [Points; 2]| {
            let (sum, option) = if by_option { (at, list) } else { (list, at) };
            merged.push(point);
            step(u32::try_from(sum).unwrap_or(u32::MAX), options[option].0);
        };
        // Of equal points the earlier partial sum goes first, then the option with the lower number.
        let key = |list: usize, at: usize| {
            let (sum, option) = if by_option { (at, list) } else { (list, at) };
            (point(list, at), Reverse(sum), Reverse(options[option].0))
        };
        let mut best = Points::MIN;
        if lists > MANY {
            self.heads.clear();
            self.heads.resize(lists, 0);
            self.heap.clear();
            self.heap.extend((0..lists).filter(|_| length > 0).map(|list| (key(list, 0), list)));
            while let Some(((next, ..), list)) = self.heap.pop() {
                if next[1] > best {
                    best = next[1];
                    take(list, self.heads[list], next);
                }
                // What cannot improve on the best so far never has to be looked at again.
                let mut at = self.heads[list] + 1;
                while at < length && point(list, at)[1] <= best {
                    at += 1;
                }
                self.heads[list] = at;
                if at < length {
                    self.heap.push((key(list, at), list));
                }
            }
            return;
        }
        // The next point of each list, so that only a list that was moved on is added up again.
        let mut next = [(0, SPENT); MANY];
        let next = &mut next[..lists];
        for (list, (_, head)) in next.iter_mut().enumerate() {
            if length > 0 {
                *head = point(list, 0);
            }
        }
        loop {
            let (mut ahead, mut found) = (None, SPENT);
            for (list, &(at, head)) in next.iter().enumerate() {
                let equal = |other: usize| key(list, at) > key(other, next[other].0);
                if head > found || head == found && ahead.is_some_and(equal) {
                    (ahead, found) = (Some(list), head);
                }
            }
            let Some(ahead) = ahead else { return };
            best = found[1];
            take(ahead, next[ahead].0, found);
            for (list, (at, head)) in next.iter_mut().enumerate() {
                while head[1] <= best && *at < length {
                    *at += 1;
                    *head = if *at < length { point(list, *at) } else { SPENT };
                }
            }
        }
    }
}
