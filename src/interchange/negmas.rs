//! NegMAS YAML (or the same as JSON): an outcome space, and one utility function for each negotiator.
//!
//! Read as `Scenario.from_yaml_folder` of NegMAS 0.16 does, for utilities that are a sum over issues:
//! `LinearAdditiveUtilityFunction` with a function for each issue, and `LinearUtilityFunction` and
//! `AffineUtilityFunction`, which weigh the values themselves. Without a reserved value any agreement is
//! better than none, which on the scale from 0 to 1 is a reservation of 0.

use super::detect::Found;
use super::negolog::parts;
use super::profile::{Domain, DomainIssue, Profile, Reservation};
use super::space::Space;
use super::tree::{Tree, Value};
use super::{Source, scenario};
use crate::scenario::check::{MAX_EXACT_ISSUES, MAX_EXACT_OPTIONS};
use crate::scenario::problem::Problem;
use std::fmt::Write;

fn tree(found: &Found) -> Result<&Tree, Problem> {
    found.tree.as_ref().ok_or_else(|| Problem::error("source-unknown", 0..1))
}

/// The name of a class without its modules.
fn class(tree: &Tree) -> &str {
    let name = tree.field("type").and_then(Tree::text).unwrap_or_default();
    name.rsplit('.').next().unwrap_or(name)
}

/// The issues of an outcome space.
pub(super) fn domain(file: &Source, found: &Found) -> Result<Domain, Problem> {
    let tree = tree(found)?;
    let mut issues: Vec<DomainIssue> = Vec::new();
    for (no, issue) in tree.need("issues")?.list()?.iter().enumerate() {
        let name = match issue.field("name").filter(|name| !name.is_null()) {
            Some(name) => name.name()?.to_owned(),
            None => format!("{}", no + 1),
        };
        let values = issue.need("values")?;
        let options = match (&values.value, class(issue)) {
            (_, class)
                if class.contains("Continuous")
                    || class.contains("Infinite")
                    || class.contains("Callable") =>
            {
                return Err(Problem::error("source-continuous", issue.start())
                    .word("name", name)
                    .word("found", class));
            }
            (Value::List(ends), "ContiguousIssue") if ends.len() == 2 => range(&ends[0], &ends[1])?,
            (Value::Scalar(..), _) => {
                let count = values.number()?;
                if !(1.0..=MAX_EXACT_OPTIONS as f64).contains(&count) {
                    return Err(too_many(values, count));
                }
                (0..count as usize).map(|value| value.to_string()).collect()
            }
            _ => {
                let mut options: Vec<String> = Vec::new();
                for value in values.list()? {
                    DomainIssue::add(&mut options, value.name()?);
                }
                options
            }
        };
        if issues.iter().take(MAX_EXACT_ISSUES).any(|known| known.key == name) {
            return Err(Problem::error("source-issue-twice", issue.start()).word("name", name));
        }
        issues.push(DomainIssue { key: name.clone(), name, options });
    }
    let name = tree.field("name").filter(|name| !name.is_null()).and_then(Tree::text).map(str::trim);
    Ok(Domain { name: name.filter(|name| !name.is_empty()).unwrap_or(&file.stem).to_owned(), issues })
}

/// Every whole number from one to another.
fn range(from: &Tree, to: &Tree) -> Result<Vec<String>, Problem> {
    let (low, high) = (from.number()?, to.number()?);
    let count = high - low + 1.0;
    if !(1.0..=MAX_EXACT_OPTIONS as f64).contains(&count) || low.abs() > 1e15 {
        return Err(too_many(to, count));
    }
    Ok((low as i64..=high as i64).map(|value| value.to_string()).collect())
}

fn too_many(place: &Tree, count: f64) -> Problem {
    Problem::error("too-many-options", place.start())
        .word("name", place.text().unwrap_or_default())
        .word("count", format!("{count:.0}"))
        .count("limit", MAX_EXACT_OPTIONS)
}

/// One side.
pub(super) fn profile(
    file: &Source,
    found: &Found,
    domain: &Domain,
    notes: &mut Vec<Problem>,
) -> Result<Profile, Problem> {
    let mut inner = tree(found)?;
    // A discount wraps the utilities that hold at the beginning.
    if class(inner).contains("Discount")
        && let Some(wrapped) = inner.field("ufun")
    {
        notes.push(Problem::warning("source-discount", inner.start()).word("found", class(inner)));
        inner = wrapped;
    }
    let class_name = class(inner);
    if !matches!(
        class_name,
        "LinearAdditiveUtilityFunction" | "LinearUtilityFunction" | "AffineUtilityFunction"
    ) {
        let place = inner.field("type").unwrap_or(inner).start();
        return Err(Problem::error("source-not-additive", place).word("found", class_name));
    }
    let weights = weights(inner, domain)?;
    let values = inner.field("values").filter(|values| !values.is_null());
    let mut worth = Vec::new();
    for (no, issue) in domain.issues.iter().enumerate() {
        let function = match values.map(|it| &it.value) {
            Some(Value::List(items)) => Some(items.get(no).ok_or_else(|| missing(inner, issue))?),
            Some(Value::Table(_)) => values.and_then(|values| values.field(&issue.key)),
            _ => None,
        };
        worth.push(function_parts(function, inner, issue, weights[no])?);
    }
    let constant = match inner.field("bias").filter(|bias| !bias.is_null()) {
        Some(bias) => bias.number()?,
        None => 0.0,
    };
    let name = inner.field("name").filter(|name| !name.is_null()).and_then(Tree::text).map(str::trim);
    Ok(Profile {
        name: name.filter(|name| !name.is_empty()).unwrap_or(&file.stem).to_owned(),
        worth,
        constant,
        weights: weights.iter().sum(),
        reservation: reservation(inner, domain)?,
        cut: false,
    })
}

fn missing(place: &Tree, issue: &DomainIssue) -> Problem {
    Problem::error("source-issue-missing", place.start()).word("name", &issue.name)
}

/// Weights by position or by name; without any, all the same.
fn weights(tree: &Tree, domain: &Domain) -> Result<Vec<f64>, Problem> {
    let Some(given) = tree.field("weights").filter(|weights| !weights.is_null()) else {
        return Ok(vec![1.0 / domain.issues.len() as f64; domain.issues.len()]);
    };
    domain
        .issues
        .iter()
        .enumerate()
        .map(|(no, issue)| {
            let weight = match &given.value {
                Value::List(items) => items.get(no),
                _ => given.field(&issue.key),
            };
            weight.ok_or_else(|| missing(given, issue))?.number()
        })
        .collect()
}

/// What each option of an issue adds: a table, or a straight line over numbers.
fn function_parts(
    function: Option<&Tree>,
    place: &Tree,
    issue: &DomainIssue,
    weight: f64,
) -> Result<Vec<f64>, Problem> {
    let line = |slope: f64, bias: f64| -> Result<Vec<f64>, Problem> {
        let place = function.unwrap_or(place).start();
        let at = |option: &String| Ok(weight * (slope * super::tree::number(option, place.clone())? + bias));
        issue.options.iter().map(at).collect()
    };
    let Some(tree) = function else { return line(1.0, 0.0) };
    let optional = |name: &str, default: f64| match tree.field(name).filter(|it| !it.is_null()) {
        Some(value) => value.number(),
        None => Ok(default),
    };
    match class(tree) {
        "TableFun" => parts(issue, tree.need("mapping")?, weight),
        "" => parts(issue, tree, weight),
        "IdentityFun" => line(1.0, 0.0),
        "LinearFun" => line(tree.need("slope")?.number()?, 0.0),
        "AffineFun" => line(tree.need("slope")?.number()?, optional("bias", 0.0)?),
        "ConstFun" => {
            let bias = optional("bias", 0.0)?;
            Ok(vec![weight * bias; issue.options.len()])
        }
        other => Err(Problem::error("source-function", tree.start())
            .word("name", &issue.name)
            .word("found", other)),
    }
}

fn reservation(tree: &Tree, domain: &Domain) -> Result<Reservation, Problem> {
    let infinite = |text: &str| {
        text.trim().to_lowercase().trim_start_matches('-').trim_start_matches('.').starts_with("inf")
    };
    match tree.field("reserved_value").filter(|value| !value.is_null()) {
        // Anything is better than no agreement.
        Some(value) if value.text().is_some_and(|text| text.trim().starts_with('-') && infinite(text)) => {}
        Some(value) => return Ok(Reservation::Value(value.number()?)),
        None => {}
    }
    let Some(outcome) = tree.field("reserved_outcome").filter(|outcome| !outcome.is_null()) else {
        return Ok(Reservation::Value(0.0));
    };
    let items = outcome.list()?;
    let mut package = Vec::new();
    for (no, issue) in domain.issues.iter().enumerate() {
        let item = items.get(no).ok_or_else(|| missing(outcome, issue))?;
        let name = item.name()?;
        let option = issue.options.iter().position(|option| option == name);
        package.push(Some(option.ok_or_else(|| {
            Problem::error("source-value-unknown", item.start())
                .word("name", &issue.name)
                .word("option", name)
        })?));
    }
    Ok(Reservation::Package(package))
}

/// The files of a space: the outcome space and both utility functions, with their names.
pub fn write(space: &Space) -> Vec<(String, String)> {
    let mut domain = format!("type: DiscreteCartesianOutcomeSpace\nname: {}\nissues:\n", quoted(&space.name));
    for issue in &space.issues {
        let _ = writeln!(domain, "- type: CategoricalIssue\n  name: {}\n  values:", quoted(&issue.name));
        for option in &issue.options {
            let _ = writeln!(domain, "  - {}", quoted(option));
        }
    }
    let mut files = vec![("domain.yml".to_owned(), domain)];
    for side in 0..2 {
        let own = &space.sides[side];
        let mut text = format!("type: LinearAdditiveUtilityFunction\nname: {}\n", quoted(&own.name));
        let _ = writeln!(text, "reserved_value: {}\nweights:", decimal(own.reservation));
        for no in 0..space.issues.len() {
            let _ = writeln!(text, "- {}", decimal(space.weight(no, side)));
        }
        text.push_str("values:\n");
        for (no, issue) in space.issues.iter().enumerate() {
            text.push_str("- type: TableFun\n  mapping:\n");
            for (at, option) in issue.options.iter().enumerate() {
                let _ = writeln!(text, "    {}: {}", quoted(option), decimal(space.value(no, at, side)));
            }
        }
        files.push((format!("profile{}-{}.yml", side + 1, scenario::slug(&own.name, "side")), text));
    }
    files
}

/// A text in double quotes: JSON's are YAML's.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A number with a point, so that no reader takes it for a word or a whole number.
fn decimal(value: f64) -> String {
    let text = value.to_string();
    if text.contains('.') { text } else { format!("{text}.0") }
}
