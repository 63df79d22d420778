//! How many packages leave nobody worse off, without looking at each.

use crate::scenario::Points;
use crate::scoring::Case;

/// Sums of half the issues with more different values than this are not counted: they would fill the memory.
const MOST: usize = 4_000_000;

/// Equal sums of some issues, and how many ways lead to them.
type Sum = ([Points; 2], u128);

/// Packages over the weighted issues that are not below either BATNA, exactly; `None` if there are too many
/// different ones.
///
/// Meet in the middle: the sums of two halves of the issues, one half sorted by the first side's sum
/// and entered into a Fenwick tree over the second side's, so the cost follows the square root of
/// the number of packages.
pub fn above_both(case: &Case<'_>) -> Option<u128> {
    let issues = case.weighted_issues();
    let rest: [Points; 2] =
        (0..case.parts.len()).filter(|issue| !issues.contains(issue)).fold([0, 0], |sum, issue| {
            let part = case.parts[issue][case.scenario.shared.issues[issue].status_quo];
            [sum[0] + part[0], sum[1] + part[1]]
        });
    let (left, right) = split(case, &issues);
    // Sums come sorted by the first side's.
    let (left, right) = (sums(case, &left)?, sums(case, &right)?);
    let mut levels: Vec<Points> = left.iter().map(|(sum, _)| sum[1]).collect();
    levels.sort_unstable();
    levels.dedup();
    let mut tree = vec![0u128; levels.len() + 1];
    let mut entering = left.iter().rev().peekable();
    let mut total = 0u128;
    let mut within = 0u128;
    for (sum, ways) in &right {
        // What misses a BATNA by no more than rounding reaches it.
        let need = [0, 1].map(|side| case.batna[side] - case.noise - sum[side] - rest[side]);
        while let Some((entered, ways)) = entering.next_if(|(sum, _)| sum[0] >= need[0]) {
            let mut at = levels.partition_point(|level| *level <= entered[1]);
            while at < tree.len() {
                tree[at] += ways;
                at += at & at.wrapping_neg();
            }
            within += ways;
        }
        let mut below = 0u128;
        let mut at = levels.partition_point(|level| *level < need[1]);
        while at > 0 {
            below += tree[at];
            at &= at - 1;
        }
        total += ways * (within - below);
    }
    Some(total)
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

/// The sums that the options of some issues can make, in order, equal ones together; `None` if there are too many.
fn sums(case: &Case<'_>, issues: &[usize]) -> Option<Vec<Sum>> {
    let mut sums: Vec<Sum> = vec![([0, 0], 1)];
    for &issue in issues {
        let options: Vec<[Points; 2]> = (0..case.parts[issue].len())
            .filter(|&option| case.open[issue][option])
            .map(|option| case.parts[issue][option])
            .collect();
        if sums.len().saturating_mul(options.len()) > MOST {
            return None;
        }
        let mut next: Vec<Sum> = sums
            .iter()
            .flat_map(|(sum, ways)| options.iter().map(move |it| ([sum[0] + it[0], sum[1] + it[1]], *ways)))
            .collect();
        next.sort_unstable_by_key(|(sum, _)| *sum);
        next.dedup_by(|later, kept| {
            let equal = later.0 == kept.0;
            if equal {
                kept.1 += later.1;
            }
            equal
        });
        sums = next;
    }
    Some(sums)
}
