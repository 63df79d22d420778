//! A version in numbers that need no scenario to be shown beside them.

use crate::analysis::lints::{Lint, lints};
use crate::analysis::{Analysis, analyse};
use crate::scenario::{Deal, IssueNo, Points, Scenario};
use crate::scoring::Frontier;

/// A point that has a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The key of its name.
    pub key: &'static str,
    /// What it is worth, in points 0 to 100, the first country's first.
    pub at: [f64; 2],
    /// The package, by the ids of its options.
    pub package: String,
    /// Its efficiency, as a share of 1.
    pub efficiency: f64,
}

/// A version in numbers.
#[derive(Clone, Debug)]
pub struct Balance {
    /// Packages over the issues that carry points.
    pub packages: u128,
    /// Packages not below either BATNA; `None` if there are too many to count.
    pub room: Option<u128>,
    /// Their share of all packages.
    pub room_share: Option<f64>,
    /// The frontier of all packages, in points 0 to 100.
    pub frontier: Vec<[f64; 2]>,
    /// The frontier without serious harm.
    pub harm_free: Vec<[f64; 2]>,
    /// What no agreement is worth.
    pub batna: [f64; 2],
    /// Nash point and visible compromise; empty where nothing is better for both than no agreement.
    pub marks: Vec<Mark>,
    /// How much more than a half each side can get by trading instead of splitting.
    pub potential: Option<f64>,
    /// Pairs of issues that can be traded.
    pub logrolls: Vec<(IssueNo, IssueNo)>,
    /// Issues on which both want the same.
    pub compatible: Vec<IssueNo>,
    /// Packages that pass the checks of the outcome; `None` where they cannot be counted.
    pub passing: Option<u64>,
    /// What the author should know.
    pub lints: Vec<Lint>,
}

impl Balance {
    /// Weighs a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let analysis = analyse(scenario);
        let references = &analysis.references;
        let spot = |point: [Points; 2]| point.map(|points| 100.0 * analysis.case.fraction(points));
        let spots =
            |frontier: &Frontier| frontier.points.iter().map(|point| spot(*point)).collect::<Vec<_>>();
        let mut marks = Vec::new();
        if references.zopa {
            let nash = references.frontier.points[references.nash];
            let deals = [
                ("point-nash", nash, references.deal(references.nash)),
                ("point-compromise", analysis.compromise_utilities, analysis.compromise.clone()),
            ];
            marks.extend(deals.map(|(key, at, deal)| Mark {
                key,
                at: spot(at),
                package: ids(&analysis, &deal),
                efficiency: references.efficiency(analysis.case.gains(at), analysis.case.base),
            }));
        }
        Self {
            packages: analysis.packages,
            room: analysis.zopa_packages,
            room_share: analysis.zopa_share(),
            frontier: spots(&analysis.frontier),
            harm_free: spots(&references.frontier),
            batna: spot(analysis.case.batna),
            marks,
            potential: references.zopa.then(|| references.integrative_potential()),
            logrolls: analysis.logrolls(),
            compatible: analysis.compatible(),
            passing: analysis.passing.as_ref().map(|it| it.passing),
            lints: lints(&analysis),
        }
    }
}

/// A package by the ids of its options.
fn ids(analysis: &Analysis<'_>, deal: &Deal) -> String {
    let shared = &analysis.case.scenario.shared;
    let of = |&issue: &IssueNo| shared.choice(issue, deal[issue]).id.as_str();
    analysis.issues.iter().map(of).collect::<Vec<_>>().join(" ")
}
