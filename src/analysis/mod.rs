//! A scenario in numbers, and many games at once.
//!
//! [`analyse`] says what a scenario offers before anybody plays it: room for agreement, frontier,
//! reference points, what the obvious compromise is worth, and what its author should know.
//! [`simulate`](simulate::talks) plays counterparts against each other. Every number follows from
//! the scenario and a seed; nothing here reads a clock or a disk.

mod count;
pub mod lints;
pub mod dry_run;
mod elsewhere;
pub mod offers;
mod passing;
pub mod simulate;
pub mod tournament;

pub use count::above_both;
pub use elsewhere::{largest_rounding, max_welfare, overall_kalai_smorodinsky};
pub use passing::{Passing, passing};

use crate::scenario::{Deal, IssueNo, Kind, Points, Scenario};
use crate::scoring::{Case, Frontier, References};

/// A scenario in numbers.
#[derive(Clone, Debug)]
pub struct Analysis<'a> {
    /// The numbers.
    pub case: Case<'a>,
    /// Issues that carry points.
    pub issues: Vec<IssueNo>,
    /// Packages over those issues.
    pub packages: u128,
    /// The frontier over everything that can be signed.
    pub frontier: Frontier,
    /// The harm-free frontier with its reference points.
    pub references: References,
    /// The reference points without the harm rule: what two governments alone would choose.
    pub unrestricted: References,
    /// Packages not below either BATNA; `None` if there are too many to count.
    pub zopa_packages: Option<u128>,
    /// The obvious compromise: on each issue the unlocked option with the best minimum.
    pub compromise: Deal,
    /// Its utilities.
    pub compromise_utilities: [Points; 2],
    /// Its efficiency.
    pub compromise_efficiency: f64,
    /// The integrative potential without bridging options, with the same ideals.
    pub potential_without_bridges: f64,
    /// The distance of the frontier from the best for both.
    pub opposition: f64,
    /// The correlation of the two sides' weights.
    pub weight_correlation: f64,
    /// Packages that pass the checks of the outcome; `None` if there are too many to look
    /// at each, or none has the facts for it.
    pub passing: Option<Passing>,
}

/// Analyses a scenario as its file has it, at full precision where the file has exact utilities.
pub fn analyse(scenario: &Scenario) -> Analysis<'_> {
    analyse_case(Case::exact(scenario))
}

/// Analyses a case.
pub fn analyse_case(case: Case<'_>) -> Analysis<'_> {
    let frontier = Frontier::open(&case);
    let references = References::of(&case);
    let unrestricted = References::on(frontier.clone(), case.base);
    let compromise = compromise(&case);
    let compromise_utilities = case.utilities(&compromise);
    let unlocked = unlocked(&case);
    let bridgeless = Frontier::within(&case, &unlocked);
    Analysis {
        issues: case.weighted_issues(),
        packages: case.packages(),
        zopa_packages: above_both(&case),
        compromise_efficiency: references.efficiency(case.gains(compromise_utilities), case.base),
        potential_without_bridges: potential(&bridgeless, &references, case.base),
        opposition: opposition(&case, &frontier),
        weight_correlation: correlation(&case),
        // Other programs' scenarios have utilities and nothing that the checks could look at.
        passing: if case.is_exact() { None } else { passing(&case, &references) },
        frontier,
        references,
        unrestricted,
        compromise,
        compromise_utilities,
        case,
    }
}

impl Analysis<'_> {
    /// The share of packages not below either BATNA; `None` if there are too many to count.
    pub fn zopa_share(&self) -> Option<f64> {
        Some(self.zopa_packages? as f64 / self.packages.max(1) as f64)
    }

    /// The first side's share of the normalised gain at the Nash point; `None` without room.
    pub fn nash_share(&self) -> Option<f64> {
        let references = &self.references;
        references.zopa.then(|| {
            let gains = self.case.gains(references.frontier.points[references.nash]);
            let gamma = references.normalise(gains);
            gamma[0] / (gamma[0] + gamma[1])
        })
    }

    /// Pairs of opposed issues that weigh differently for the two sides: what can be traded.
    pub fn logrolls(&self) -> Vec<(IssueNo, IssueNo)> {
        let opposed: Vec<IssueNo> =
            self.issues.iter().copied().filter(|&issue| !self.is_compatible(issue)).collect();
        let mut pairs = Vec::new();
        for (at, &one) in opposed.iter().enumerate() {
            for &other in &opposed[at + 1..] {
                let (a, b) = (self.case.weights[one], self.case.weights[other]);
                if (a[0] - b[0]) * (a[1] - b[1]) < 0.0 {
                    pairs.push((one, other));
                }
            }
        }
        pairs
    }

    /// Issues on which both sides want the same option.
    pub fn compatible(&self) -> Vec<IssueNo> {
        self.issues.iter().copied().filter(|&issue| self.is_compatible(issue)).collect()
    }

    fn is_compatible(&self, issue: IssueNo) -> bool {
        let best = [0, 1].map(|at| self.value_range(issue, at).1);
        (0..self.case.open[issue].len())
            .filter(|&option| self.case.open[issue][option])
            .any(|option| (0..2).all(|at| self.value(issue, option, at) == best[at] && best[at] > 0))
    }

    /// The value of an option to a side as its file has it, in hundredths.
    pub fn value(&self, issue: IssueNo, option: usize, at: usize) -> i32 {
        self.case.scenario.briefs[crate::scenario::Seat::ALL[at]].stakes[issue][option].value
    }

    /// The least and the largest value of an issue's open options to a side.
    pub fn value_range(&self, issue: IssueNo, at: usize) -> (i32, i32) {
        let values = (0..self.case.open[issue].len())
            .filter(|&option| self.case.open[issue][option])
            .map(|option| self.value(issue, option, at));
        values.fold((100, 0), |(low, high), value| (low.min(value), high.max(value)))
    }
}

/// Open options that are harm-free and not locked.
fn unlocked(case: &Case<'_>) -> Vec<Vec<bool>> {
    let issues = case.scenario.shared.issues.iter().enumerate();
    issues
        .map(|(no, issue)| {
            let options = issue.options.iter().enumerate();
            let free: Vec<bool> = options
                .map(|(option, choice)| case.admissible[no][option] && choice.lock.is_none())
                .collect();
            if free.contains(&true) { free } else { case.open[no].clone() }
        })
        .collect()
}

/// On each issue the unlocked, harm-free option with the best minimum of both values.
fn compromise(case: &Case<'_>) -> Deal {
    let unlocked = unlocked(case);
    let weighted = case.weighted_issues();
    let briefs = &case.scenario.briefs;
    Deal(
        case.scenario
            .shared
            .issues
            .iter()
            .enumerate()
            .map(|(no, issue)| {
                if !weighted.contains(&no) {
                    return issue.status_quo;
                }
                let value = |option: usize| {
                    let pair =
                        [briefs.first.stakes[no][option].value, briefs.second.stakes[no][option].value];
                    (pair[0].min(pair[1]), pair[0] + pair[1])
                };
                (0..issue.options.len())
                    .filter(|&option| unlocked[no][option])
                    .max_by_key(|&option| (value(option), std::cmp::Reverse(option)))
                    .unwrap_or(issue.status_quo)
            })
            .collect(),
    )
}

fn potential(frontier: &Frontier, references: &References, batna: [Points; 2]) -> f64 {
    let best = frontier
        .points
        .iter()
        .map(|point| [point[0] - batna[0], point[1] - batna[1]])
        .filter(|gain| gain[0] >= 0 && gain[1] >= 0)
        .map(|gain| references.normalise(gain).iter().sum::<f64>())
        .fold(0.0, f64::max);
    best - 1.0
}

fn opposition(case: &Case<'_>, frontier: &Frontier) -> f64 {
    let squared = frontier.points.iter().map(|point| {
        let short = point.map(|points| 1.0 - case.fraction(points));
        short[0] * short[0] + short[1] * short[1]
    });
    squared.fold(f64::INFINITY, f64::min).sqrt()
}

fn correlation(case: &Case<'_>) -> f64 {
    let weights: Vec<[f64; 2]> =
        case.weighted_issues().into_iter().map(|issue| case.weights[issue]).collect();
    let n = weights.len().max(1) as f64;
    let mean = [0, 1].map(|at| weights.iter().map(|weight| weight[at]).sum::<f64>() / n);
    let sum = |a: usize, b: usize| {
        weights.iter().map(|weight| (weight[a] - mean[a]) * (weight[b] - mean[b])).sum::<f64>()
    };
    let spread = (sum(0, 0) * sum(1, 1)).sqrt();
    if spread > 0.0 { sum(0, 1) / spread } else { 0.0 }
}

/// The option of each clause set that adds most to the text: "with the full clause set".
pub(crate) fn full_clauses(scenario: &Scenario, deal: &mut Deal) {
    for (no, issue) in scenario.shared.issues.iter().enumerate() {
        if issue.kind == Kind::Clauses {
            let full = (0..issue.options.len())
                .max_by_key(|&option| (issue.options[option].features.values().sum::<i32>(), option));
            deal.0[no] = full.unwrap_or(issue.status_quo);
        }
    }
}
