//! What an author should know about the balance of a scenario.
//!
//! Each lint has an id, a severity and a sentence with its number; its words are the keys
//! `lint-<id>` (what was found) and `teach-<id>` (what it means for a lesson).

use super::Analysis;
use crate::scenario::problem::Severity;
use crate::scenario::{Arg, Issue, IssueNo, Kind, Lock, Measure, Phrase, Scenario, Seat};

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Lint {
    /// Its id, as documented for authors.
    pub id: &'static str,
    /// An error cannot be taught with; a warning is worth a thought.
    pub severity: Severity,
    /// What was found; the key is `lint-<id>` in small letters.
    pub finding: Phrase,
}

/// Bounds of the linter.
mod bound {
    pub const ZOPA: (f64, f64) = (0.25, 0.55);
    pub const POTENTIAL: (f64, f64) = (0.20, 0.45);
    pub const SHARE: (f64, f64) = (0.45, 0.55);
    pub const COMPROMISE: f64 = 0.75;
    pub const OPPOSITION: (f64, f64) = (0.10, 0.50);
    pub const HEAVY: f64 = 0.60;
    pub const FRONTIER: usize = 4;
    pub const PACKAGES: u128 = 100_000;
    pub const ASYMMETRY: f64 = 1.5;
}

/// All findings, in the order of their ids.
pub fn lints(analysis: &Analysis<'_>) -> Vec<Lint> {
    let mut found = Vec::new();
    room(analysis, &mut found);
    issues(analysis, &mut found);
    shape(analysis, &mut found);
    content(analysis, &mut found);
    found.sort_by_key(|lint| lint.id);
    found
}

fn error(id: &'static str, finding: Phrase) -> Lint {
    Lint { id, severity: Severity::Error, finding }
}

fn warning(id: &'static str, finding: Phrase) -> Lint {
    Lint { id, severity: Severity::Warning, finding }
}

fn room(analysis: &Analysis<'_>, found: &mut Vec<Lint>) {
    let percent = |key, value: f64| Phrase::new(key).num("percent", 100.0 * value, 0);
    if !analysis.references.zopa {
        found.push(error("B01", Phrase::new("lint-b01")));
        return;
    }
    match analysis.zopa_share() {
        Some(share) if share > bound::ZOPA.1 => found.push(warning("B02", percent("lint-b02", share))),
        Some(share) if share < bound::ZOPA.0 => found.push(warning("B16", percent("lint-b16", share))),
        _ => {}
    }
    let potential = analysis.references.integrative_potential();
    if !(bound::POTENTIAL.0..=bound::POTENTIAL.1).contains(&potential) {
        found.push(warning("B17", Phrase::new("lint-b17").num("potential", potential, 2)));
    }
    if let Some(share) = analysis.nash_share()
        && !(bound::SHARE.0..=bound::SHARE.1).contains(&share)
    {
        found.push(warning("B18", percent("lint-b18", share)));
    }
    if analysis.compromise_efficiency >= bound::COMPROMISE {
        found.push(warning("B07", percent("lint-b07", analysis.compromise_efficiency)));
    }
    let ideal = analysis.references.ideal.map(|points| points as f64);
    let ratio = ideal[0].max(ideal[1]) / ideal[0].min(ideal[1]).max(1.0);
    if ratio > bound::ASYMMETRY {
        found.push(warning("B14", Phrase::new("lint-b14").num("ratio", ratio, 1)));
    }
    for seat in Seat::ALL {
        let at = seat.index();
        let nash = analysis.references.frontier.points[analysis.references.nash];
        if analysis.case.batna[at] >= nash[at] {
            found.push(warning("B08", Phrase::new("lint-b08").country("country", seat)));
        }
    }
    if let Some(passing) = &analysis.passing {
        if passing.passing == 0 {
            found.push(error("B19", Phrase::new("lint-b19")));
        }
        // Where an article cannot be signed at all, that is what is to be mended.
        let barred = barred(analysis.case.scenario).next().is_some();
        if passing.gaining > 0 && passing.signable == Some(false) && !barred {
            found.push(error("B26", Phrase::new("lint-b26")));
        }
    }
}

fn issues(analysis: &Analysis<'_>, found: &mut Vec<Lint>) {
    let shared = &analysis.case.scenario.shared;
    if analysis.logrolls().is_empty() {
        found.push(warning("B03", Phrase::new("lint-b03")));
    }
    if analysis.compatible().is_empty() {
        found.push(warning("B04", Phrase::new("lint-b04")));
    }
    for &issue in &analysis.issues {
        let it = &shared.issues[issue];
        let free = |option: usize| analysis.case.open[issue][option] && it.options[option].lock.is_none();
        let value = |option: usize| [0, 1].map(|at| analysis.value(issue, option, at));
        for option in 0..it.options.len() {
            if !analysis.case.open[issue][option] || option == it.status_quo {
                continue;
            }
            let own = value(option);
            let beaten = (0..it.options.len()).filter(|&other| other != option && free(other)).any(|other| {
                let them = value(other);
                them[0] >= own[0] && them[1] >= own[1] && them != own
            });
            let harmless = it.options[option].pillars.iter().all(|effect| *effect <= 0);
            if beaten && harmless {
                found.push(warning(
                    "B05",
                    Phrase::new("lint-b05").choice("option", issue, option).issue("issue", issue),
                ));
            }
            if (0..option).any(|other| analysis.case.open[issue][other] && value(other) == own) {
                found.push(warning(
                    "B06",
                    Phrase::new("lint-b06").choice("option", issue, option).issue("issue", issue),
                ));
            }
        }
        for seat in Seat::ALL {
            if analysis.case.weights[issue][seat.index()] > 0.0
                && analysis.value_range(issue, seat.index()).1 != 100
            {
                found.push(warning(
                    "B10",
                    Phrase::new("lint-b10").issue("issue", issue).country("country", seat),
                ));
            }
            if analysis.case.weights[issue][seat.index()] > bound::HEAVY {
                let percent = 100.0 * analysis.case.weights[issue][seat.index()];
                found.push(warning(
                    "B12",
                    Phrase::new("lint-b12")
                        .issue("issue", issue)
                        .country("country", seat)
                        .num("percent", percent, 0),
                ));
            }
        }
        let options = analysis.case.open[issue].iter().filter(|open| **open).count();
        if !(3..=5).contains(&options) && it.kind == Kind::Substance {
            found.push(warning("B20", Phrase::new("lint-b20").issue("issue", issue).count("count", options)));
        }
    }
}

fn shape(analysis: &Analysis<'_>, found: &mut Vec<Lint>) {
    if analysis.packages > bound::PACKAGES {
        found.push(warning("B11", Phrase::new("lint-b11").num("count", analysis.packages as f64, 0)));
    }
    if analysis.frontier.len() < bound::FRONTIER {
        found.push(warning("B13", Phrase::new("lint-b13").count("count", analysis.frontier.len())));
    }
    if !(bound::OPPOSITION.0..=bound::OPPOSITION.1).contains(&analysis.opposition) {
        found.push(warning("B15", Phrase::new("lint-b15").num("opposition", analysis.opposition, 2)));
    }
}

/// Articles of which every option is a red line of somebody.
fn barred(scenario: &Scenario) -> impl Iterator<Item = IssueNo> + '_ {
    let all = |(no, issue): &(IssueNo, &Issue)| {
        (0..issue.options.len()).all(|option| scenario.is_ruled_out(*no, option))
    };
    scenario.shared.issues.iter().enumerate().filter(move |it| all(it)).map(|(no, _)| no)
}

fn content(analysis: &Analysis<'_>, found: &mut Vec<Lint>) {
    let scenario = analysis.case.scenario;
    for seat in Seat::ALL {
        let has = scenario.briefs[seat].needs.values().any(|need| scenario.is_critical(*need));
        if !has {
            found.push(warning("B21", Phrase::new("lint-b21").country("country", seat)));
        }
    }
    for issue in barred(scenario) {
        found.push(error("B24", Phrase::new("lint-b24").issue("issue", issue)));
    }
    for seat in Seat::ALL {
        let brief = &scenario.briefs[seat];
        for (no, group) in brief.groups.iter().enumerate() {
            let Measure::Weights(weights, _) = &group.measure else { continue };
            let idle = |issue: &usize| {
                weights[*issue] > 0 && brief.stakes[*issue].iter().all(|stake| stake.value == 0)
            };
            if let Some(issue) = (0..weights.len()).find(idle) {
                let finding =
                    Phrase::new("lint-b25").with("group", Arg::Group(seat, no)).issue("issue", issue);
                found.push(warning("B25", finding.country("country", seat)));
            }
        }
    }
    let movable = (0..3)
        .filter(|&pillar| {
            scenario
                .shared
                .issues
                .iter()
                .flat_map(|issue| &issue.options)
                .any(|option| option.pillars[pillar] != 0)
        })
        .count();
    if movable < 2 {
        found.push(warning("B22", Phrase::new("lint-b22").count("count", movable)));
    }
    let bridges = scenario
        .shared
        .issues
        .iter()
        .flat_map(|issue| &issue.options)
        .filter(|option| option.lock == Some(Lock::Bridge))
        .count();
    if bridges < 2 {
        found.push(warning("B23", Phrase::new("lint-b23").count("count", bridges)));
    }
}
