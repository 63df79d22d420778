//! How well each side read the other: shown in the debrief, never scored.
//!
//! Judgement accuracy goes with performance, and seeing a fixed pie where there is none is the
//! classic error (Thompson 1991).

use crate::scenario::{Brief, IssueNo, Percent, Shared};

/// A guess of the other side's points for each issue, 100 in all.
pub type Guess = Vec<Percent>;

/// `1 - 1/2 sum |guess - weight|`: 1 is right, 0 could not be further off.
///
/// The weights are taken as shares of their sum, since issues in reserve come on top of 100; one of those counts
/// only where it was guessed, for before it comes into play nobody can.
pub fn accuracy(guess: &[Percent], brief: &Brief, shared: &Shared) -> f64 {
    let of = |values: &[Percent], at: usize| values.get(at).copied().unwrap_or(0);
    let counted: Vec<IssueNo> = (0..brief.weights.len())
        .filter(|&at| of(guess, at) > 0 || shared.issues.get(at).is_none_or(|it| !it.reserve))
        .collect();
    let share = |values: &[Percent], at: IssueNo| {
        let sum: Percent = counted.iter().map(|&it| of(values, it)).sum();
        if sum > 0 { f64::from(of(values, at)) / f64::from(sum) } else { 0.0 }
    };
    let off: f64 = counted.iter().map(|&at| (share(guess, at) - share(&brief.weights, at)).abs()).sum();
    (1.0 - off / 2.0).clamp(0.0, 1.0)
}

/// Points for an order of priorities, the first one most: proportional to n, n-1, ... 1 and whole.
///
/// Students order issues; they do not type weights. Rank-sum weights are the usual translation
/// (Stillwell, Seaver and Edwards 1981), rounded by the largest remainders so that they sum to 100.
pub fn points_of_order(order: &[IssueNo], issues: usize) -> Guess {
    let n = order.len() as i64;
    let total = n * (n + 1) / 2;
    let mut guess = vec![0; issues];
    if n == 0 {
        return guess;
    }
    let mut remainders: Vec<(i64, usize)> = Vec::new();
    let mut given = 0;
    for (place, &issue) in order.iter().enumerate() {
        let share = 100 * (n - place as i64);
        guess[issue] = (share / total) as Percent;
        given += guess[issue];
        remainders.push((share % total, place));
    }
    remainders.sort_by_key(|&(remainder, place)| (-remainder, place));
    for &(_, place) in remainders.iter().take((100 - given).unsigned_abs() as usize) {
        guess[order[place]] += 1;
    }
    guess
}
