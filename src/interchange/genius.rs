//! GENIUS XML: a domain of the element `negotiation_template` and profiles of the element `utility_space`.
//!
//! Read as `AdditiveUtilitySpace` and `EvaluatorDiscrete` of GENIUS 10.4 do: the utility is the sum of
//! weight times evaluation over the issue's largest evaluation, cut at 1. The division always takes
//! place; an issue whose largest evaluation is below 0.00001 counts nothing. Weights are used as they are
//! written. Issues are told apart by their `index`, which may start anywhere. Of an item that is written
//! twice the last evaluation counts. The reservation is on the scale from 0 to 1. Discounts change
//! utilities with time and are left out, with a note.

use super::profile::{Domain, DomainIssue, Profile, Reservation};
use super::space::Space;
use super::tree::{figure, number};
use super::{Source, xml};
use crate::scenario::check::MAX_EXACT_ISSUES;
use crate::scenario::problem::Problem;
use roxmltree::{Document, Node};
use std::fmt::Write;

/// An issue with a smaller largest evaluation counts nothing.
const LEAST_EVALUATION: f64 = 0.000_01;

/// The issues of a domain or of a profile.
pub(super) fn domain(file: &Source) -> Result<Domain, Problem> {
    let document = xml::parse(&file.text)?;
    let mut issues: Vec<DomainIssue> = Vec::new();
    for node in issue_nodes(&document)? {
        let index = xml::need(node, "index")?.trim().to_owned();
        let name = xml::need(node, "name")?.trim().to_owned();
        // Looked for within the limit; a domain beyond it is refused anyway.
        if issues.iter().take(MAX_EXACT_ISSUES).any(|issue| issue.key == index) {
            return Err(Problem::error("source-index-twice", xml::start(node)).word("index", index));
        }
        let mut options: Vec<String> = Vec::new();
        for item in node.children().filter(|it| it.has_tag_name("item")) {
            DomainIssue::add(&mut options, xml::need(item, "value")?.trim());
        }
        issues.push(DomainIssue { key: index, name, options });
    }
    let objective = document.descendants().find(|node| node.has_tag_name("objective"));
    let name = objective.and_then(|node| node.attribute("name")).map(str::trim);
    // What every editor of GENIUS writes by itself names nothing.
    let named = name.filter(|name| !matches!(*name, "" | "root" | "any"));
    let stem = ["-domain", "_domain"].iter().find_map(|end| file.stem.strip_suffix(end));
    Ok(Domain { name: named.or(stem).unwrap_or(&file.stem).to_owned(), issues })
}

/// The issues of a file, if it is a sum over discrete ones.
fn issue_nodes<'a>(document: &'a Document<'_>) -> Result<Vec<Node<'a, 'a>>, Problem> {
    for node in document.root().descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        // Constraints over several issues: the nonlinear domains of the leagues.
        if matches!(name, "ufun" | "utility_function" | "hyperRectangle" | "constraint") {
            return Err(Problem::error("source-not-additive", xml::start(node)).word("found", name));
        }
        let inner = node.has_tag_name("objective")
            && node.ancestors().skip(1).any(|above| above.has_tag_name("objective"));
        if inner {
            return Err(Problem::error("source-nested", xml::start(node)));
        }
    }
    let issues: Vec<Node<'_, '_>> =
        document.root().descendants().filter(|it| it.has_tag_name("issue")).collect();
    for node in &issues {
        let kind =
            ["type", "vtype", "etype"].iter().find_map(|name| node.attribute(*name)).unwrap_or("discrete");
        if kind != "discrete" {
            return Err(Problem::error("source-continuous", xml::start(*node))
                .word("name", node.attribute("name").unwrap_or_default())
                .word("found", kind));
        }
    }
    Ok(issues)
}

/// One side.
pub(super) fn profile(file: &Source, domain: &Domain, notes: &mut Vec<Problem>) -> Result<Profile, Problem> {
    let document = xml::parse(&file.text)?;
    let mut weights: Vec<Option<f64>> = vec![None; domain.issues.len()];
    for node in document.root().descendants().filter(|it| it.has_tag_name("weight")) {
        let weight = number(xml::need(node, "value")?, xml::start(node))?;
        if weight < 0.0 {
            return Err(Problem::error("source-negative", xml::start(node)).word("found", figure(weight)));
        }
        if let Some(no) = domain.issue(xml::need(node, "index")?.trim()) {
            weights[no] = Some(weight);
        }
    }
    let mut worth: Vec<Option<Vec<f64>>> = vec![None; domain.issues.len()];
    for node in issue_nodes(&document)? {
        let index = xml::need(node, "index")?.trim();
        let no = domain.issue(index).ok_or_else(|| {
            Problem::error("source-issue-unknown", xml::start(node)).word("name", format!("index {index}"))
        })?;
        let weight = weights[no].unwrap_or_else(|| {
            notes.push(
                Problem::warning("source-no-weight", xml::start(node)).word("name", &domain.issues[no].name),
            );
            0.0
        });
        worth[no] = Some(parts(node, &domain.issues[no], weight, notes)?);
    }
    let mut complete = Vec::with_capacity(worth.len());
    for (row, issue) in worth.into_iter().zip(&domain.issues) {
        complete.push(row.ok_or_else(|| {
            Problem::error("source-issue-missing", xml::start(document.root_element()))
                .word("name", &issue.name)
        })?);
    }
    let single = |name: &'static str| document.root().descendants().find(|it| it.has_tag_name(name));
    if let Some(node) = single("discount_factor") {
        let factor = number(xml::need(node, "value")?, xml::start(node))?;
        if factor < 1.0 && factor > 0.0 {
            notes.push(Problem::warning("source-discount", xml::start(node)).word("found", figure(factor)));
        }
    }
    let reservation = match single("reservation") {
        Some(node) => number(xml::need(node, "value")?, xml::start(node))?,
        None => 0.0,
    };
    Ok(Profile {
        name: file.stem.clone(),
        worth: complete,
        constant: 0.0,
        weights: weights.iter().flatten().sum(),
        reservation: Reservation::Value(reservation),
        cut: true,
    })
}

/// What each option of an issue adds.
fn parts(
    node: Node<'_, '_>,
    issue: &DomainIssue,
    weight: f64,
    notes: &mut Vec<Problem>,
) -> Result<Vec<f64>, Problem> {
    let mut evaluations: Vec<Option<f64>> = vec![None; issue.options.len()];
    for item in node.children().filter(|it| it.has_tag_name("item")) {
        let value = xml::need(item, "value")?.trim();
        let at = issue.options.iter().position(|option| option == value).ok_or_else(|| {
            Problem::error("source-value-unknown", xml::start(item))
                .word("name", &issue.name)
                .word("option", value)
        })?;
        let evaluation = number(xml::need(item, "evaluation")?, xml::start(item))?;
        if evaluation < 0.0 {
            return Err(Problem::error("source-negative", xml::start(item)).word("found", figure(evaluation)));
        }
        if evaluations[at].replace(evaluation).is_some() {
            notes.push(
                Problem::warning("source-repeated", xml::start(item))
                    .word("name", &issue.name)
                    .word("option", value),
            );
        }
    }
    let mut complete = Vec::with_capacity(evaluations.len());
    for (evaluation, option) in evaluations.into_iter().zip(&issue.options) {
        complete.push(evaluation.ok_or_else(|| {
            Problem::error("source-value-missing", xml::start(node))
                .word("name", &issue.name)
                .word("option", option)
        })?);
    }
    let largest = complete.iter().copied().fold(0.0, f64::max);
    Ok(complete
        .into_iter()
        .map(|evaluation| if largest < LEAST_EVALUATION { 0.0 } else { weight * evaluation / largest })
        .collect())
}

/// The files of a space: the domain and both profiles, with their names.
///
/// Evaluations are fractions of the issue's largest, so that programs that divide by it and programs
/// that do not (NegMAS) read the same utilities.
pub fn write(space: &Space) -> Vec<(String, String)> {
    let mut domain = String::from("<negotiation_template>\n");
    let count = space.issues.len();
    let _ = writeln!(domain, "<utility_space number_of_issues=\"{count}\">");
    domain.push_str(&objective(space, None));
    domain.push_str("</utility_space>\n</negotiation_template>\n");
    let mut files = vec![("domain.xml".to_owned(), domain)];
    for side in 0..2 {
        let mut profile = format!("<utility_space number_of_issues=\"{count}\">\n");
        profile.push_str(&objective(space, Some(side)));
        let reservation = space.sides[side].reservation;
        let _ =
            writeln!(profile, "<discount_factor value=\"1.0\" />\n<reservation value=\"{reservation}\" />");
        profile.push_str("</utility_space>\n");
        files.push((
            format!("profile{}-{}.xml", side + 1, super::scenario::slug(&space.sides[side].name, "side")),
            profile,
        ));
    }
    files
}

fn objective(space: &Space, side: Option<usize>) -> String {
    let mut text = format!(
        "<objective index=\"0\" description=\"\" name=\"{}\" type=\"objective\" etype=\"objective\">\n",
        escaped(&space.name)
    );
    for (no, issue) in space.issues.iter().enumerate() {
        let _ = writeln!(
            text,
            "<issue index=\"{}\" name=\"{}\" vtype=\"discrete\" type=\"discrete\" etype=\"discrete\">",
            no + 1,
            escaped(&issue.name)
        );
        for (at, option) in issue.options.iter().enumerate() {
            let _ = write!(text, "<item index=\"{}\" value=\"{}\"", at + 1, escaped(option));
            if let Some(side) = side {
                let _ = write!(text, " evaluation=\"{}\"", space.value(no, at, side));
            }
            text.push_str(" />\n");
        }
        text.push_str("</issue>\n");
    }
    if let Some(side) = side {
        for no in 0..space.issues.len() {
            let _ = writeln!(text, "<weight index=\"{}\" value=\"{}\" />", no + 1, space.weight(no, side));
        }
    }
    text.push_str("</objective>\n");
    text
}

/// A text as the value of an attribute; characters that XML 1.0 does not know become spaces.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' | '\r' => safe.push_str(&format!("&#{};", u32::from(c))),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}
