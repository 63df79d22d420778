//! Real-valued utilities as the whole points of the game.

use super::space::Space;
use crate::exact::hand_out;
use crate::scenario::Percent;

/// Weights that sum to this nearly are not scaled: they were rounded.
const NEARLY_ONE: f64 = 0.005;

/// One side in whole points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WholePoints {
    /// Points for each issue, 100 in all.
    pub weights: Vec<Percent>,
    /// Values by issue and option, 0 to 100.
    pub values: Vec<Vec<Percent>>,
    /// What no agreement is worth.
    pub batna: Percent,
}

/// The utilities of both sides in whole points.
///
/// Weights are rounded by largest remainders, so that they sum to 100. An issue that carries something
/// for a side keeps at least one point there, and one that carries nothing for anybody gets one of the
/// first side, with values of 0: the game asks that every article matters to somebody.
pub(super) fn whole_points(space: &Space) -> [WholePoints; 2] {
    [0, 1].map(|side| {
        let shares: Vec<f64> = (0..space.issues.len()).map(|no| space.weight(no, side)).collect();
        let least: Vec<Percent> = (0..space.issues.len())
            .map(|no| {
                let idle = side == 0 && space.weight(no, 0) <= 0.0 && space.weight(no, 1) <= 0.0;
                Percent::from(shares[no] > 0.0 || idle)
            })
            .collect();
        let sum: f64 = shares.iter().sum();
        // Points of the game reach 100; where the weights reach less, values reach less.
        let reach = if sum >= 1.0 - NEARLY_ONE { 1.0 } else { sum };
        let values = space.issues.iter().enumerate().map(|(no, issue)| {
            let value = |option: usize| (100.0 * space.value(no, option, side) * reach).round() as Percent;
            (0..issue.options.len()).map(value).collect()
        });
        WholePoints {
            weights: hundred(&shares, &least),
            values: values.collect(),
            batna: (100.0 * space.sides[side].reservation).round() as Percent,
        }
    })
}

/// A hundred points in the proportions of `shares`, each at least `least`: largest remainders first.
pub(super) fn hundred(shares: &[f64], least: &[Percent]) -> Vec<Percent> {
    hand_out(100, shares, least)
}

#[cfg(test)]
mod tests {
    use super::hundred;

    #[test]
    fn a_hundred_points_are_handed_out_by_largest_remainder() {
        // 33.3 each: the last point goes to the first.
        assert_eq!(hundred(&[1.0, 1.0, 1.0], &[1, 1, 1]), [34, 33, 33]);
        // 44.52, 37.81 and 17.68: 44 + 37 + 17 = 98, and .81 and .68 are the largest remainders.
        assert_eq!(hundred(&[0.4452, 0.3781, 0.1768], &[1, 1, 1]), [44, 38, 18]);
        // 99.8, 0.1 and 0.1: two small issues keep a point each.
        assert_eq!(hundred(&[0.998, 0.001, 0.001], &[1, 1, 1]), [98, 1, 1]);
        assert_eq!(hundred(&[0.0, 0.0], &[0, 0]), [50, 50]);
        assert_eq!(hundred(&[1.0], &[1]), [100]);
    }
}
