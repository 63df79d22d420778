//! Reads XML, within limits.

use super::{MAX_DEPTH, MAX_VALUES};
use crate::scenario::problem::{Problem, Span};
use roxmltree::{Document, Node, ParsingOptions};

/// Reads a whole file.
///
/// # Errors
///
/// The first place that is no XML, or that is too deep or too much. A document type definition is
/// refused: none of the formats needs one, and entities can blow a small file up.
pub(super) fn parse(source: &str) -> Result<Document<'_>, Problem> {
    if let Some(at) = deeper_than(source, MAX_DEPTH) {
        return Err(Problem::error("source-too-deep", at..at + 1).count("limit", MAX_DEPTH));
    }
    let limit = u32::try_from(4 * MAX_VALUES).unwrap_or(u32::MAX);
    let options = ParsingOptions { nodes_limit: limit, ..ParsingOptions::default() };
    Document::parse_with_options(source, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => {
            let at = source.find("<!DOCTYPE").unwrap_or(0);
            Problem::error("source-doctype", at..at + 9)
        }
        roxmltree::Error::NodesLimitReached => {
            Problem::error("source-too-much", 0..1).count("limit", MAX_VALUES)
        }
        error => {
            let place = error.pos();
            let at = offset(source, place.row, place.col);
            Problem::error("source-xml", at..at + 1)
        }
    })
}

/// The byte of a line and column, both from 1; columns count characters.
fn offset(source: &str, row: u32, column: u32) -> usize {
    let row = usize::try_from(row).unwrap_or(1).max(1);
    let column = usize::try_from(column).unwrap_or(1).max(1);
    let start: usize = source.split_inclusive('\n').take(row - 1).map(str::len).sum();
    let line = source[start..].split('\n').next().unwrap_or("");
    start + line.char_indices().nth(column - 1).map_or(line.len(), |(at, _)| at)
}

/// Where elements are nested deeper than `limit`, looked for before the parser has to keep them all.
fn deeper_than(source: &str, limit: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(found) = source[at..].find('<') {
        let start = at + found;
        let rest = &source[start..];
        // Comments and literal text may hold anything.
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((_, end)) = skipped.iter().find(|(begin, _)| rest.starts_with(begin)) {
            at = start + rest.find(end)? + end.len();
            continue;
        }
        let close = tag_end(rest)?;
        if rest.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !rest[..close].ends_with('/') && !rest.starts_with("<!") {
            depth += 1;
            if depth > limit {
                return Some(start);
            }
        }
        at = start + close + 1;
    }
    None
}

/// Where the tag at the beginning of `rest` is closed; a quoted value may hold `>`.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    rest.char_indices().find_map(|(at, c)| match (quote, c) {
        (None, '>') => Some(at),
        (None, '"' | '\'') => {
            quote = Some(c);
            None
        }
        (Some(open), c) if open == c => {
            quote = None;
            None
        }
        _ => None,
    })
}

/// Where an element begins, for a caret.
pub(super) fn start(node: Node<'_, '_>) -> Span {
    let range = node.range();
    range.start..range.end.min(range.start + 60)
}

/// An attribute that has to be there.
///
/// # Errors
///
/// That it is missing, at the element.
pub(super) fn need<'a>(node: Node<'a, '_>, name: &'static str) -> Result<&'a str, Problem> {
    node.attribute(name).ok_or_else(|| Problem::error("source-missing", start(node)).word("name", name))
}
