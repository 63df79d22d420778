//! A scenario as other programs see it: issues, options, and two additive utilities.

use crate::scenario::{IssueNo, Lang, Points, Scenario, Seat};
use crate::scoring::Case;
use std::collections::BTreeSet;

/// Issues with what their options are worth to two sides, on the scale from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    /// Its name.
    pub name: String,
    /// The issues, each with two options or more.
    pub issues: Vec<SpaceIssue>,
    /// The two sides, the first one first.
    pub sides: [Side; 2],
}

/// One issue.
#[derive(Clone, Debug, PartialEq)]
pub struct SpaceIssue {
    /// Its name.
    pub name: String,
    /// The names of its options, all different.
    pub options: Vec<String>,
    /// What each option adds to the utility of each side, 0 to 1: weight times value.
    pub worth: Vec<[f64; 2]>,
}

/// One side.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// What no agreement is worth, 0 to 1.
    pub reservation: f64,
}

impl Space {
    /// The issues of a scenario that carry points, with the options that are open from the start.
    ///
    /// Clause sets and legal forms carry no points and stay behind, as do sweeteners and issues in
    /// reserve: other programs know nothing like them.
    pub fn of(scenario: &Scenario, lang: Lang) -> Self {
        let case = Case::exact(scenario);
        let shared = &scenario.shared;
        let issues: Vec<IssueNo> = case.weighted_issues();
        let names = distinct(issues.iter().map(|&no| {
            let issue = &shared.issues[no];
            (issue.title.get(lang), issue.id.as_str())
        }));
        let issues = issues.iter().zip(names).map(|(&no, name)| {
            let open = || (0..case.parts[no].len()).filter(|&option| case.open[no][option]);
            SpaceIssue {
                name,
                options: distinct(open().map(|option| {
                    let choice = shared.choice(no, option);
                    (choice.label.get(lang), choice.id.as_str())
                })),
                worth: open()
                    .map(|option| case.parts[no][option].map(|part: Points| case.fraction(part)))
                    .collect(),
            }
        });
        let mut space = Self {
            name: shared.title.get(lang).to_owned(),
            issues: issues.collect(),
            sides: Seat::ALL.map(|seat| Side {
                name: shared.countries[seat].name.get(lang).to_owned(),
                reservation: case.fraction(case.batna[seat.index()]),
            }),
        };
        space.add_constant(&case);
        space
    }

    /// What issues that stay behind are worth anyway, such as one that can only be settled in one way.
    fn add_constant(&mut self, case: &Case<'_>) {
        let kept: BTreeSet<IssueNo> = case.weighted_issues().into_iter().collect();
        let mut common = [0.0; 2];
        for (no, issue) in case.scenario.shared.issues.iter().enumerate() {
            if !kept.contains(&no) {
                let part = case.parts[no][issue.status_quo];
                common = [0, 1].map(|side| common[side] + case.fraction(part[side]));
            }
        }
        if let Some(first) = self.issues.first_mut().filter(|_| common != [0.0; 2]) {
            for worth in &mut first.worth {
                *worth = [0, 1].map(|side| worth[side] + common[side]);
            }
        }
    }

    /// The most that an issue adds to a side's utility: its weight where values reach up to 1.
    pub fn weight(&self, issue: usize, side: usize) -> f64 {
        self.issues[issue].worth.iter().map(|worth| worth[side]).fold(0.0, f64::max)
    }

    /// What an option is worth within its issue, 0 to 1: what it adds over the most that the issue adds.
    pub fn value(&self, issue: usize, option: usize, side: usize) -> f64 {
        let weight = self.weight(issue, side);
        if weight > 0.0 { self.issues[issue].worth[option][side] / weight } else { 0.0 }
    }

    /// The number of packages.
    pub fn packages(&self) -> u128 {
        self.issues.iter().fold(1, |count, issue| count.saturating_mul(issue.options.len() as u128))
    }
}

/// Names for people where they are all different; where two are alike, with the id behind.
fn distinct<'a>(names: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let names: Vec<(&str, &str)> = names.collect();
    names
        .iter()
        .map(|(name, id)| {
            let alike = names.iter().filter(|(other, _)| other == name).count() > 1;
            if alike { format!("{name} ({id})") } else { (*name).to_owned() }
        })
        .collect()
}
