//! A notebook against the truth, for the debrief: how well a counterpart read the other side, turn by turn.

use super::Note;
use crate::exact::EPS;
use crate::scenario::{Brief, IssueNo, Shared};

/// A belief below this is none.
const NOTHING: f64 = 0.005;

/// How far the beliefs of one page were right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The round.
    pub round: u32,
    /// The turn.
    pub turn: u32,
    /// Correlation of believed and true weights, -1 to 1 (Pearson); `None` if one side has no spread.
    pub correlation: Option<f64>,
    /// The share of pairs of issues that are believed to stand in their true order, 0 to 1.
    pub ranking: Option<f64>,
    /// Believed minus true reservation, as a fraction of 1.
    pub reservation: Option<f64>,
}

/// The issues of which a page believes something that can be right or wrong, those that truly matter most first.
///
/// They carry weight or are believed to. An issue in reserve counts only where something is believed of it: before it
/// comes into play nobody can know.
pub fn judged(believed: &[f64], truth: &Brief, shared: &Shared) -> Vec<IssueNo> {
    let counts = |issue: &IssueNo| {
        believed[*issue] > NOTHING || truth.weights[*issue] > 0 && !shared.issues[*issue].reserve
    };
    let mut issues: Vec<IssueNo> = (0..truth.weights.len().min(believed.len())).filter(counts).collect();
    issues.sort_by_key(|&issue| (-truth.weights[issue], issue));
    issues
}

/// Sets a notebook against the other side's brief and its true BATNA, a fraction of 1.
///
/// Pages without beliefs are left out. It opens the other side's secrets, so it belongs behind the end of a game.
pub fn hindsight(notes: &[Note], truth: &Brief, shared: &Shared, batna: f64) -> Vec<Reading> {
    notes
        .iter()
        .filter(|note| note.weights.len() == truth.weights.len())
        .map(|note| {
            let pairs: Vec<(f64, f64)> = judged(&note.weights, truth, shared)
                .into_iter()
                .map(|issue| (note.weights[issue], f64::from(truth.weights[issue])))
                .collect();
            Reading {
                round: note.round,
                turn: note.turn,
                correlation: correlation(&pairs),
                ranking: ranking(&pairs),
                reservation: note.reservation.map(|believed| believed - batna),
            }
        })
        .collect()
}

fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let mean = |pick: fn(&(f64, f64)) -> f64| pairs.iter().map(pick).sum::<f64>() / n;
    let (a, b) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |each: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(x, y)| each(x - a, y - b)).sum::<f64>();
    let spread = (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt();
    (spread > EPS).then(|| (sum(&|x, y| x * y) / spread).clamp(-1.0, 1.0))
}

/// Pairs that are level in truth say nothing; pairs that are believed to be level are half right.
fn ranking(pairs: &[(f64, f64)]) -> Option<f64> {
    let (mut right, mut all) = (0.0, 0.0);
    for (at, (believed, truth)) in pairs.iter().enumerate() {
        for (other_believed, other_truth) in &pairs[at + 1..] {
            if (truth - other_truth).abs() <= EPS {
                continue;
            }
            all += 1.0;
            let gap = believed - other_believed;
            right += match gap.abs() <= EPS {
                true => 0.5,
                false => f64::from(u8::from((gap > 0.0) == (truth > other_truth))),
            };
        }
    }
    (all > 0.0).then(|| right / all)
}
