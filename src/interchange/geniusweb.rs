//! GeniusWeb JSON: profiles of the class `LinearAdditiveUtilitySpace`, each with its domain inside.
//!
//! A utility is the sum of weight times value. What no agreement is worth is told by a package, the
//! `reservationBid`, which need not settle every issue; without it no agreement is worth nothing.

use super::Source;
use super::detect::Found;
use super::negolog::parts;
use super::profile::{Domain, DomainIssue, Profile, Reservation};
use super::tree::Tree;
use crate::scenario::problem::Problem;

/// The table under the class name; a domain file has its table at the top.
fn inner(found: &Found) -> Result<&Tree, Problem> {
    let tree = found.tree.as_ref().ok_or_else(|| Problem::error("source-unknown", 0..1))?;
    Ok(tree.field("LinearAdditiveUtilitySpace").unwrap_or(tree))
}

/// The issues of a domain file, or of the domain inside a profile.
pub(super) fn domain(file: &Source, found: &Found) -> Result<Domain, Problem> {
    let inner = inner(found)?;
    let tree = inner.field("domain").unwrap_or(inner);
    let mut issues = Vec::new();
    for (name, values) in tree.need("issuesValues")?.table()? {
        if values.field("range").is_some() {
            return Err(Problem::error("source-continuous", name.start())
                .word("name", name.name()?)
                .word("found", "range"));
        }
        let mut options: Vec<String> = Vec::new();
        for value in values.need("values")?.list()? {
            DomainIssue::add(&mut options, value.name()?);
        }
        let start = name.start();
        let name = name.name()?.to_owned();
        if issues.iter().any(|it: &DomainIssue| it.key == name) {
            return Err(Problem::error("source-issue-twice", start).word("name", &name));
        }
        issues.push(DomainIssue { key: name.clone(), name, options });
    }
    let name = tree.field("name").and_then(Tree::text).filter(|name| !name.trim().is_empty());
    Ok(Domain { name: name.unwrap_or(&file.stem).to_owned(), issues })
}

/// One side.
pub(super) fn profile(
    file: &Source,
    found: &Found,
    domain: &Domain,
    notes: &mut Vec<Problem>,
) -> Result<Profile, Problem> {
    let tree = inner(found)?;
    let weights = tree.need("issueWeights")?;
    let utilities = tree.need("issueUtilities")?;
    let mut worth = Vec::new();
    let mut sum = 0.0;
    for issue in &domain.issues {
        let missing =
            |table: &Tree| Problem::error("source-issue-missing", table.start()).word("name", &issue.name);
        let weight = weights.field(&issue.key).ok_or_else(|| missing(weights))?.number()?;
        let kinds = utilities.field(&issue.key).ok_or_else(|| missing(utilities))?;
        let discrete =
            ["discreteutils", "DiscreteValueSetUtilities"].iter().find_map(|name| kinds.field(name));
        let Some(discrete) = discrete else {
            let found = kinds.rows().first().and_then(|(key, _)| key.text()).unwrap_or_default();
            return Err(Problem::error("source-continuous", kinds.start())
                .word("name", &issue.name)
                .word("found", found));
        };
        sum += weight;
        worth.push(parts(issue, discrete.need("valueUtilities")?, weight)?);
    }
    let reservation = reservation(tree, domain, notes)?;
    let name = tree.field("name").and_then(Tree::text).filter(|name| !name.trim().is_empty());
    Ok(Profile {
        name: name.unwrap_or(&file.stem).to_owned(),
        worth,
        constant: 0.0,
        weights: sum,
        reservation,
        cut: false,
    })
}

fn reservation(tree: &Tree, domain: &Domain, notes: &mut Vec<Problem>) -> Result<Reservation, Problem> {
    let bid = tree.field("reservationBid").filter(|bid| !bid.is_null());
    let Some(values) = bid.and_then(|bid| bid.field("issuevalues")) else {
        return Ok(Reservation::Value(0.0));
    };
    let mut package = vec![None; domain.issues.len()];
    for (issue, value) in values.table()? {
        let name = issue.name()?;
        let no = domain
            .issue(name)
            .ok_or_else(|| Problem::error("source-issue-unknown", issue.start()).word("name", name))?;
        let option = value.name()?;
        let at = domain.issues[no].options.iter().position(|it| it == option).ok_or_else(|| {
            Problem::error("source-value-unknown", value.start()).word("name", name).word("option", option)
        })?;
        package[no] = Some(at);
    }
    if !package.is_empty() && package.iter().any(Option::is_none) {
        notes.push(Problem::warning("source-part-bid", values.start()));
    }
    Ok(Reservation::Package(package))
}
