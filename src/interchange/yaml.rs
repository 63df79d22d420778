//! Reads YAML into a [`Tree`].

use super::tree::{Tree, Value};
use super::{MAX_DEPTH, MAX_VALUES};
use crate::scenario::problem::{Problem, Span};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle};
use std::collections::BTreeMap;

/// Reads the first document of a file.
///
/// # Errors
///
/// The first place that is no YAML, or that is too deep or too much.
pub(super) fn parse(source: &str) -> Result<Tree, Problem> {
    let source_start = source.len() - source.trim_start_matches('\u{feff}').len();
    let mut builder = Builder { open: Vec::new(), anchors: BTreeMap::new(), values: 0, done: None };
    for event in Parser::new_from_str(&source[source_start..]) {
        let (event, place) = event.map_err(|error| {
            let at = source_start + error.marker().byte_offset().unwrap_or(0);
            match error.kind() {
                ErrorKind::RecursionLimitExceeded => {
                    Problem::error("source-too-deep", at..at + 1).count("limit", MAX_DEPTH)
                }
                _ => Problem::error("source-yaml", at..at + 1),
            }
        })?;
        let span = place.byte_range().unwrap_or(0..0);
        builder.take(event, source_start + span.start..source_start + span.end)?;
        if builder.done.is_some() {
            break;
        }
    }
    builder.done.ok_or_else(|| Problem::error("source-yaml", 0..1))
}

/// A list or table that is not closed yet.
struct Open {
    span: Span,
    anchor: usize,
    is_table: bool,
    items: Vec<Tree>,
}

struct Builder {
    open: Vec<Open>,
    /// What was marked with `&name`, with the number of its values.
    anchors: BTreeMap<usize, (Tree, usize)>,
    values: usize,
    done: Option<Tree>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Problem> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let tree =
                    Tree { span, value: Value::Scalar(text.into_owned(), style != ScalarStyle::Plain) };
                self.add(tree, anchor, 1)
            }
            Event::SequenceStart(_, anchor, _) => self.begin(span, anchor, false),
            Event::MappingStart(_, anchor, _) => self.begin(span, anchor, true),
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(open) = self.open.pop() else { return Ok(()) };
                let span = open.span.start..span.end.max(open.span.start);
                let value = if open.is_table { table(open.items) } else { Value::List(open.items) };
                self.add(Tree { span, value }, open.anchor, 1)
            }
            Event::Alias(anchor) => {
                let Some((tree, size)) = self.anchors.get(&anchor).cloned() else {
                    return Err(Problem::error("source-yaml", span));
                };
                // A copy stands where it is used, so a mistake in it is shown there.
                self.add(Tree { span, value: tree.value }, 0, size)
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, span: Span, anchor: usize, is_table: bool) -> Result<(), Problem> {
        if self.open.len() >= MAX_DEPTH {
            return Err(
                Problem::error("source-too-deep", span.start..span.start + 1).count("limit", MAX_DEPTH)
            );
        }
        self.open.push(Open { span, anchor, is_table, items: Vec::new() });
        Ok(())
    }

    fn add(&mut self, tree: Tree, anchor: usize, size: usize) -> Result<(), Problem> {
        // Counted with every copy: a few lines of aliases could stand for billions of values.
        self.values += size;
        if self.values > MAX_VALUES {
            let at = tree.span.start;
            return Err(Problem::error("source-too-much", at..at + 1).count("limit", MAX_VALUES));
        }
        if anchor > 0 {
            let size = count(&tree);
            self.anchors.insert(anchor, (tree.clone(), size));
        }
        match self.open.last_mut() {
            Some(open) => open.items.push(tree),
            None => self.done = Some(tree),
        }
        Ok(())
    }
}

fn count(tree: &Tree) -> usize {
    1 + match &tree.value {
        Value::Scalar(..) => 0,
        Value::List(items) => items.iter().map(count).sum(),
        Value::Table(rows) => rows.iter().map(|(key, value)| count(key) + count(value)).sum(),
    }
}

fn table(items: Vec<Tree>) -> Value {
    let mut rows = Vec::with_capacity(items.len() / 2);
    let mut items = items.into_iter();
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        rows.push((key, value));
    }
    Value::Table(rows)
}
