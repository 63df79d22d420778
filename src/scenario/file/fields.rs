//! The fields of a bracket: known ones, misspelt ones, and those that are missing.

use super::super::problem::{Edit, Problem};
use super::super::syntax::{Field, Node, Value};
use super::names::meant;
use super::reading::{Read, Reading};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The fields of a bracket; a JSON object is read as one, with a problem. `None` where there is no bracket.
pub(super) fn fields_of<'a>(
    node: &'a Node,
    what: &'static str,
    names: &[&'static str],
    reading: &mut Reading<'_>,
) -> Option<Cow<'a, [Field]>> {
    match &node.value {
        Value::Struct(_, fields) => Some(Cow::Borrowed(fields)),
        Value::Tuple(_, items) if items.is_empty() => Some(Cow::Borrowed(&[])),
        Value::Map(pairs) => {
            let mut fields = Vec::new();
            let mut edits = reading.rebracket(&node.span, ["(", ")"]);
            for (key, value) in pairs {
                if let Value::Text(name) | Value::Name(name) = &key.value {
                    if names.contains(&name.as_str()) {
                        edits.push(Edit { span: key.span.clone(), with: name.clone() });
                    }
                    fields.push(Field { name: name.clone(), span: key.span.clone(), node: value.clone() });
                }
            }
            let mut problem = Problem::error("json-braces", node.span.start..node.span.start + 1);
            if fields.len() == pairs.len() && fields.iter().all(|it| names.contains(&it.name.as_str())) {
                problem.edits = edits.into();
            }
            reading.note(problem);
            Some(Cow::Owned(fields))
        }
        Value::Bad => None,
        _ => {
            let found = reading.describe(node);
            reading.note(
                Problem::error("want-struct", node.span.clone()).word("found", found).word("what", what),
            );
            None
        }
    }
}

/// Tells of every field that this bracket does not know, and gives it the name that was meant.
pub(super) fn known_fields<'a>(
    fields: &'a [Field],
    what: &'static str,
    names: &[&'static str],
    reading: &mut Reading<'_>,
) -> Vec<(&'a str, &'a Field)> {
    let written: BTreeSet<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let mut known = Vec::new();
    for field in fields {
        if names.contains(&field.name.as_str()) {
            known.push((field.name.as_str(), field));
            continue;
        }
        if reading.problems.len() >= reading.limit {
            break;
        }
        let plain = field.name.to_lowercase().replace([' ', '-'], "_");
        let snake = |name: &str| name.replace('_', "") == plain.replace('_', "");
        let same = names.iter().copied().find(|name| snake(name) && !written.contains(name));
        let meant = same.or_else(|| meant(&field.name, names.iter().copied()));
        let shown: String = field.name.chars().take(40).collect();
        reading.note(
            Problem::error("unknown-field", field.span.clone())
                .word("name", shown)
                .word("what", what)
                .word("meant", meant.unwrap_or("none"))
                .word("choices", names.join(", "))
                .mend_if(same.map(|name| (field.span.clone(), name.to_owned()))),
        );
        // A misspelt field is read as the one that was meant: it is not missing as well.
        if let Some(meant) = meant.filter(|name| !written.contains(name)) {
            known.push((meant, field));
        }
    }
    known
}

pub(super) fn field<T: Read>(
    fields: Option<&[(&str, &Field)]>,
    name: &'static str,
    required: bool,
    node: &Node,
    what: &'static str,
    reading: &mut Reading<'_>,
) -> T {
    let mut found = fields.unwrap_or_default().iter().filter(|(known, _)| *known == name);
    let Some((_, first)) = found.next() else {
        let end = node.span.start + usize::from(node.span.end > node.span.start);
        if required && fields.is_some() {
            reading.note(
                Problem::error("missing-field", node.span.start..end).word("name", name).word("what", what),
            );
        }
        return T::missing(node.span.start..end);
    };
    for (_, again) in found {
        reading.note(
            Problem::error("duplicate-field", again.span.clone()).and(first.span.clone()).word("name", name),
        );
    }
    T::read(&first.node, reading)
}
