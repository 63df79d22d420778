//! Which format a file has, and what part of a scenario it is: by what it holds, never by its name.

use super::tree::Tree;
use super::{Format, MAX_BYTES, json, xml, yaml};
use crate::scenario::problem::Problem;

/// What a file is in its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Issues and options.
    Domain,
    /// One side's utilities.
    Profile,
    /// Statistics and the like, which follow from the rest.
    Beside,
}

/// A file that was recognised.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its format.
    pub format: Format,
    /// What it is.
    pub kind: Kind,
    /// Its content; `None` of XML, which is read again where it is used because its tree borrows the text.
    pub tree: Option<Tree>,
}

/// Recognises a file; `None` if it is of none of the formats.
///
/// # Errors
///
/// That it is too large, or that it cannot be read as what it begins like.
pub(super) fn detect(source: &str) -> Result<Option<Found>, Problem> {
    if source.len() > MAX_BYTES {
        return Err(Problem::error("source-too-large", 0..1).count("limit", MAX_BYTES / 1024));
    }
    let beginning = source.trim_start_matches('\u{feff}').trim_start();
    if beginning.starts_with('<') {
        let document = xml::parse(source)?;
        let kind = match document.root_element().tag_name().name() {
            "negotiation_template" => Kind::Domain,
            "utility_space" => Kind::Profile,
            _ => return Ok(None),
        };
        return Ok(Some(Found { format: Format::Genius, kind, tree: None }));
    }
    if beginning.starts_with('{') {
        let tree = json::parse(source)?;
        let found = recognise(&tree)?;
        return Ok(found.map(|(format, kind)| Found { format, kind, tree: Some(tree) }));
    }
    // Nearly every text is some YAML, so only a table with a type of NegMAS counts.
    let tree = yaml::parse(source)?;
    let found = negmas_kind(&tree);
    Ok(found.map(|kind| Found { format: Format::Negmas, kind, tree: Some(tree) }))
}

/// Whether a text begins as XML or JSON does; nearly every other text is some YAML or other.
pub(super) fn looks_meant(source: &str) -> bool {
    source.trim_start_matches('\u{feff}').trim_start().starts_with(['<', '{'])
}

fn recognise(tree: &Tree) -> Result<Option<(Format, Kind)>, Problem> {
    let has = |name: &str| tree.field(name).is_some();
    if has("LinearAdditiveUtilitySpace") {
        return Ok(Some((Format::GeniusWeb, Kind::Profile)));
    }
    // GeniusWeb names the class of a profile as its only key.
    if let [(key, inner)] = tree.rows()
        && inner.field("domain").is_some()
    {
        let found = key.text().unwrap_or_default();
        return Err(Problem::error("source-not-additive", key.start()).word("found", found));
    }
    if has("issuesValues") {
        return Ok(Some((Format::GeniusWeb, Kind::Domain)));
    }
    if has("issueWeights") && has("issues") {
        return Ok(Some((Format::NegoLog, Kind::Profile)));
    }
    if has("NumberOfBids") || has("Nash Product") {
        return Ok(Some((Format::NegoLog, Kind::Beside)));
    }
    Ok(negmas_kind(tree).map(|kind| (Format::Negmas, kind)))
}

/// NegMAS tells the parts of a scenario apart by their `type`; so do we.
fn negmas_kind(tree: &Tree) -> Option<Kind> {
    let class = tree.field("type")?.text()?;
    if class.contains("OutcomeSpace") {
        Some(Kind::Domain)
    } else if class.to_lowercase().contains("fun") {
        Some(Kind::Profile)
    } else {
        None
    }
}
