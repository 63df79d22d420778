//! The frontier of own worth and what the other side is thought to gain: the ladder one climbs down.

use super::{Offer, Opponent, Space};
use crate::scenario::Points;
use crate::scoring::frontier::{Merger, skyline_of};

/// Units of the other side's estimated utility.
const GRAIN: f64 = 1e6;

/// Packages of which none is better for both, by own worth and by a model of the other side.
///
/// "The best offer for them that is worth at least so much to me" is a binary search. When the model
/// changes, the merge starts again at the first issue whose estimates changed.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// Partial frontiers after each issue; the last one is the frontier.
    levels: Vec<Level>,
    /// The estimates that each level was made with.
    made_with: Vec<Points>,
    merger: Merger,
    skyline: Vec<(u16, [Points; 2])>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    points: Vec<[Points; 2]>,
    steps: Vec<(u32, u16)>,
}

impl Ladder {
    /// Empty: see [`Ladder::rebuild`].
    pub fn new(space: &Space) -> Self {
        let (_, total) = space.starts();
        Self {
            levels: vec![Level::default(); space.issues()],
            made_with: vec![Points::MIN; total],
            merger: Merger::default(),
            skyline: Vec::new(),
        }
    }

    /// Follows the model; costs nothing where it did not change.
    pub fn rebuild(&mut self, space: &Space, model: &Opponent) {
        let mut changed = self.levels.iter().position(|level| level.points.is_empty());
        for (issue, &start) in model.starts().iter().enumerate() {
            for option in 0..space.parts[issue].len() {
                let now = (model.part(issue, option) * GRAIN).round() as Points;
                if self.made_with[start + option] != now {
                    self.made_with[start + option] = now;
                    changed = Some(changed.map_or(issue, |first| first.min(issue)));
                }
            }
        }
        let Some(first) = changed else { return };
        for issue in first..self.levels.len() {
            let start = model.starts()[issue];
            let options = space.parts[issue].iter().zip(&self.made_with[start..]);
            let options = (0u16..).zip(options.map(|(&own, &theirs)| [own, theirs]));
            skyline_of(options, &mut self.skyline);
            let (below, above) = self.levels.split_at_mut(issue);
            let sums: &[[Points; 2]] = below.last().map_or(&[[0, 0]], |level| &level.points);
            let Level { points, steps } = &mut above[0];
            steps.clear();
            self.merger.merge(sums, &self.skyline, points, |sum, option| steps.push((sum, option)));
        }
    }

    /// Own worth and the other side's estimated utility, best for this side first.
    pub fn points(&self) -> &[[Points; 2]] {
        self.levels.last().map_or(&[], |level| &level.points)
    }

    /// The number of rungs.
    pub fn len(&self) -> usize {
        self.points().len()
    }

    /// Whether nothing has been built yet.
    pub fn is_empty(&self) -> bool {
        self.points().is_empty()
    }

    /// What the rung is worth to this side.
    pub fn own(&self, rung: usize) -> Points {
        self.points()[rung][0]
    }

    /// What the rung is thought to be worth to the other side.
    pub fn theirs(&self, rung: usize) -> f64 {
        self.points()[rung][1] as f64 / GRAIN
    }

    /// The rung that is best for the other side among those worth at least `least` to this side.
    pub fn best_for_them(&self, least: Points) -> Option<usize> {
        self.points().partition_point(|point| point[0] >= least).checked_sub(1)
    }

    /// The rung that is best for this side among those thought to be worth at least `least` to the other.
    pub fn best_for_us(&self, least: f64) -> Option<usize> {
        let rung = self.points().partition_point(|point| (point[1] as f64) < least * GRAIN);
        (rung < self.len()).then_some(rung)
    }

    /// Writes down the package of a rung.
    pub fn write(&self, rung: usize, out: &mut Offer) {
        let mut at = rung;
        for (place, level) in out.iter_mut().zip(&self.levels).rev() {
            let (parent, option) = level.steps[at];
            *place = option;
            at = parent as usize;
        }
    }
}
