//! How many packages leave nobody worse off, without looking at each.

use crate::scenario::Points;
use crate::scoring::Case;

/// Packages over the weighted issues that are not below either BATNA, exactly.
///
/// Meet in the middle: the sums of two halves of the issues, one half sorted by the first side's sum
/// and entered into a Fenwick tree over the second side's, so the cost follows the square root of
/// the number of packages.
pub fn above_both(case: &Case<'_>) -> u128 {
    let issues = case.weighted_issues();
    let rest: [Points; 2] =
        (0..case.parts.len()).filter(|issue| !issues.contains(issue)).fold([0, 0], |sum, issue| {
            let part = case.parts[issue][case.scenario.shared.issues[issue].status_quo];
            [sum[0] + part[0], sum[1] + part[1]]
        });
    let (left, right) = split(case, &issues);
    let mut left = sums(case, &left);
    let mut right = sums(case, &right);
    left.sort_unstable_by_key(|sum| std::cmp::Reverse(sum[0]));
    right.sort_unstable_by_key(|sum| sum[0]);
    let mut levels: Vec<Points> = left.iter().map(|sum| sum[1]).collect();
    levels.sort_unstable();
    levels.dedup();
    let mut tree = vec![0u128; levels.len() + 1];
    let mut entered = 0usize;
    let mut total = 0u128;
    let mut within = 0u128;
    for sum in &right {
        // What misses a BATNA by no more than rounding reaches it.
        let need = [0, 1].map(|side| case.batna[side] - case.noise - sum[side] - rest[side]);
        while entered < left.len() && left[entered][0] >= need[0] {
            let mut at = levels.partition_point(|level| *level <= left[entered][1]);
            while at < tree.len() {
                tree[at] += 1;
                at += at & at.wrapping_neg();
            }
            entered += 1;
            within += 1;
        }
        let mut below = 0u128;
        let mut at = levels.partition_point(|level| *level < need[1]);
        while at > 0 {
            below += tree[at];
            at &= at - 1;
        }
        total += within - below;
    }
    total
}

/// Two halves with about equally many combinations.
fn split(case: &Case<'_>, issues: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let size = |issue: &usize| case.open[*issue].iter().filter(|open| **open).count() as u128;
    let mut order = issues.to_vec();
    order.sort_by_key(|issue| std::cmp::Reverse(size(issue)));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut a, mut b) = (1u128, 1u128);
    for issue in order {
        if a <= b {
            a = a.saturating_mul(size(&issue));
            left.push(issue);
        } else {
            b = b.saturating_mul(size(&issue));
            right.push(issue);
        }
    }
    (left, right)
}

fn sums(case: &Case<'_>, issues: &[usize]) -> Vec<[Points; 2]> {
    issues.iter().fold(vec![[0, 0]], |sums, &issue| {
        let options: Vec<[Points; 2]> = (0..case.parts[issue].len())
            .filter(|&option| case.open[issue][option])
            .map(|option| case.parts[issue][option])
            .collect();
        sums.iter()
            .flat_map(|sum| options.iter().map(move |part| [sum[0] + part[0], sum[1] + part[1]]))
            .collect()
    })
}
