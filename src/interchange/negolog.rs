//! NegoLog JSON: two profiles, and a file of statistics that follows from them.
//!
//! `{"reservationValue": r, "issueWeights": {issue: w}, "issues": {issue: {value: u}}}`. A utility is the
//! sum of `w * u`. Issues and values are those of the first profile, in the order of its file.

use super::Source;
use super::detect::Found;
use super::profile::{Domain, DomainIssue, Profile, Reservation};
use super::tree::Tree;
use crate::scenario::problem::Problem;

fn tree(found: &Found) -> Result<&Tree, Problem> {
    found.tree.as_ref().ok_or_else(|| Problem::error("source-unknown", 0..1))
}

/// The issues and values of a profile.
pub(super) fn domain(file: &Source, found: &Found) -> Result<Domain, Problem> {
    let mut issues = Vec::new();
    for (name, values) in tree(found)?.need("issues")?.table()? {
        let start = name.start();
        let name = name.name()?.to_owned();
        let mut options: Vec<String> = Vec::new();
        for (value, _) in values.table()? {
            DomainIssue::add(&mut options, value.name()?);
        }
        if issues.iter().any(|it: &DomainIssue| it.key == name) {
            return Err(Problem::error("source-issue-twice", start).word("name", &name));
        }
        issues.push(DomainIssue { key: name.clone(), name, options });
    }
    Ok(Domain { name: file.stem.clone(), issues })
}

/// One side.
pub(super) fn profile(file: &Source, found: &Found, domain: &Domain) -> Result<Profile, Problem> {
    let tree = tree(found)?;
    let weights = tree.need("issueWeights")?;
    let issues = tree.need("issues")?;
    let mut worth = Vec::new();
    let mut sum = 0.0;
    for issue in &domain.issues {
        let missing =
            |table: &Tree| Problem::error("source-issue-missing", table.start()).word("name", &issue.name);
        let weight = weights.field(&issue.key).ok_or_else(|| missing(weights))?.number()?;
        let values = issues.field(&issue.key).ok_or_else(|| missing(issues))?;
        sum += weight;
        worth.push(parts(issue, values, weight)?);
    }
    let reservation = match tree.field("reservationValue") {
        Some(value) if !value.is_null() => value.number()?,
        _ => 0.0,
    };
    Ok(Profile {
        name: file.stem.clone(),
        worth,
        constant: 0.0,
        weights: sum,
        reservation: Reservation::Value(reservation),
        cut: false,
    })
}

/// What each option of an issue adds, from a table of values on the scale from 0 to 1.
pub(super) fn parts(issue: &DomainIssue, values: &Tree, weight: f64) -> Result<Vec<f64>, Problem> {
    issue
        .options
        .iter()
        .map(|option| {
            let rows = values.table()?;
            let of = |matches: &dyn Fn(&str) -> bool| {
                rows.iter().rev().find(|(key, _)| key.text().map(str::trim).is_some_and(matches))
            };
            // Programs write a number as a key in their own way; the same words come first.
            let value = of(&|key| key == option).or_else(|| of(&|key| same_number(key, option)));
            let (_, value) = value.ok_or_else(|| {
                Problem::error("source-value-missing", values.start())
                    .word("name", &issue.name)
                    .word("option", option)
            })?;
            Ok(weight * value.number()?)
        })
        .collect()
}

/// Whether a key means the same number as an option: `2` and `2.0`.
fn same_number(key: &str, option: &str) -> bool {
    let number = |text: &str| text.trim().parse::<f64>().ok();
    match (number(key), number(option)) {
        (Some(key), Some(option)) => key.total_cmp(&option).is_eq(),
        _ => false,
    }
}
