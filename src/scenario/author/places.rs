//! What stands at a path, and what may stand there.

use super::path::{Path, Step};
use crate::scenario::edit::field;
use crate::scenario::problem::Span;
use crate::scenario::schema::{self, Entry, Form, Part};
use crate::scenario::syntax::{Node, Value};

/// The key of a row of a table.
pub(super) fn key(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(name) | Value::Name(name) => Some(name),
        _ => None,
    }
}

/// The value at a path.
pub(super) fn node<'n>(root: &'n Node, path: &Path) -> Option<&'n Node> {
    path.steps().iter().try_fold(root, |node, step| match (step, &node.value) {
        (Step::Name(name), Value::Struct(..)) => field(node, name).map(|it| &it.node),
        (Step::Name(name), Value::Map(rows)) => {
            rows.iter().find(|(it, _)| key(it) == Some(name)).map(|(_, value)| value)
        }
        (Step::No(no), Value::List(items) | Value::Tuple(_, items)) => items.get(*no),
        _ => None,
    })
}

/// The items of a list; none where there is no list.
pub(super) fn items<'n>(root: &'n Node, path: &Path) -> &'n [Node] {
    match node(root, path).map(|it| &it.value) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

/// The rows of a table: key and value.
pub(super) fn rows<'n>(root: &'n Node, path: &Path) -> Vec<(&'n str, &'n Node)> {
    match node(root, path).map(|it| &it.value) {
        Some(Value::Map(rows)) => {
            rows.iter().filter_map(|(name, value)| key(name).map(|name| (name, value))).collect()
        }
        Some(Value::Struct(_, fields)) => {
            fields.iter().map(|field| (field.name.as_str(), &field.node)).collect()
        }
        _ => Vec::new(),
    }
}

/// The text at a path, as for an id.
pub(super) fn text<'n>(root: &'n Node, path: &Path) -> Option<&'n str> {
    match &node(root, path)?.value {
        Value::Text(words) => Some(words.trim()),
        Value::Name(words) | Value::Unquoted(words, _) => Some(words),
        _ => None,
    }
}

/// The whole number at a path.
pub(super) fn whole(root: &Node, path: &Path) -> Option<i32> {
    match node(root, path)?.value {
        Value::Int(number) => i32::try_from(number).ok(),
        _ => None,
    }
}

/// What may stand at a path; `None` where the format has nothing of the kind.
pub fn form(path: &Path) -> Option<Form> {
    let mut form = Form::Part(schema::root());
    for step in path.steps() {
        form = match (form, step) {
            (Form::Part(part), Step::Name(name)) => (part.entry(name)?.form)(),
            (Form::Table(of), Step::Name(_)) | (Form::List(of), Step::No(_)) => *of,
            (Form::Pair(low, high), Step::No(0 | 1)) => Form::Whole(low, high),
            (Form::Words, Step::Name(lang)) if matches!(lang.as_str(), "id" | "en") => Form::Text,
            _ => return None,
        };
    }
    Some(form)
}

/// The part and the field of it to which a path leads or in which it ends: whose label and help it bears.
pub fn entry(path: &Path) -> Option<(&'static Part, &'static Entry)> {
    let mut form = Form::Part(schema::root());
    let mut found = None;
    for step in path.steps() {
        form = match (form, step) {
            (Form::Part(part), Step::Name(name)) => {
                let entry = part.entry(name)?;
                found = Some((part, entry));
                (entry.form)()
            }
            (Form::Table(of) | Form::List(of), _) => *of,
            (other, _) => other,
        };
    }
    found
}

/// The innermost value in which a stretch of the file stands.
pub(super) fn at(root: &Node, span: &Span) -> Path {
    let holds = |node: &Node| node.span.start <= span.start && span.end <= node.span.end;
    let (mut node, mut path) = (root, Path::default());
    loop {
        let next = match &node.value {
            Value::Struct(_, fields) => fields
                .iter()
                .find(|it| holds(&it.node) || it.span == *span)
                .map(|it| (&it.node, path.name(&it.name))),
            Value::Map(rows) => rows
                .iter()
                .find(|(name, value)| holds(value) || holds(name))
                .and_then(|(name, value)| key(name).map(|name| (value, path.name(name)))),
            Value::List(items) | Value::Tuple(_, items) => {
                items.iter().position(&holds).map(|no| (&items[no], path.no(no)))
            }
            _ => None,
        };
        let Some((inner, way)) = next else { return path };
        (node, path) = (inner, way);
        if !holds(node) {
            return path;
        }
    }
}
