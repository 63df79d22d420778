//! Looks for packages: worth at least so much to oneself, and best by another measure.

use crate::scenario::{Deal, IssueNo, OptionNo, Points};
use crate::scoring::Frontier;
use crate::view::View;

/// The frontier of own utility and some additive second measure over what can be offered now.
pub struct Search {
    frontier: Frontier,
}

impl Search {
    /// Over packages whose options are open and pass `allowed`; `second` values each option.
    pub fn new(
        view: &View<'_>,
        allowed: impl Fn(IssueNo, OptionNo) -> bool,
        second: impl Fn(IssueNo, OptionNo) -> Points,
    ) -> Self {
        let mut parts = Vec::with_capacity(view.parts.len());
        let mut open = Vec::with_capacity(view.parts.len());
        for (issue, options) in view.parts.iter().enumerate() {
            parts.push(
                options
                    .iter()
                    .enumerate()
                    .map(|(option, part)| [*part, second(issue, option)])
                    .collect::<Vec<_>>(),
            );
            let passing: Vec<bool> =
                (0..options.len()).map(|option| view.open[issue][option] && allowed(issue, option)).collect();
            // An issue must be settled somehow: if nothing passes, whatever is open will do.
            open.push(if passing.contains(&true) { passing } else { view.open[issue].clone() });
        }
        Self { frontier: Frontier::of(&parts, &open) }
    }

    /// The most that can be had.
    pub fn best_own(&self) -> Points {
        self.frontier.points.first().map_or(0, |point| point[0])
    }

    /// Packages worth at least `least` to oneself, the best by the second measure first.
    pub fn at_least(&self, least: Points) -> impl Iterator<Item = (Deal, Points)> + '_ {
        let from = self.frontier.best_for_second(least).map_or(0, |at| at + 1);
        (0..from).rev().map(|at| (self.frontier.deal(at), self.frontier.points[at][0]))
    }

    /// The package of a point of the frontier.
    pub fn deal(&self, point: usize) -> Deal {
        self.frontier.deal(point)
    }

    /// Points of the frontier: own utility and second measure.
    pub fn points(&self) -> &[[Points; 2]] {
        &self.frontier.points
    }
}
