//! Changes to the text of a scenario file that leave everything else as its author wrote it.

use super::problem::Span;
use super::syntax::{Field, Node, Value};

/// Changes to one text, made all at once.
#[derive(Clone, Debug)]
pub struct Edits<'a> {
    source: &'a str,
    list: Vec<(Span, String)>,
}

impl<'a> Edits<'a> {
    /// None so far.
    pub const fn of(source: &'a str) -> Self {
        Self { source, list: Vec::new() }
    }

    /// Puts a text in the place of another one. What overlaps an earlier change is left out by [`Self::apply`].
    pub fn replace(&mut self, span: Span, text: impl Into<String>) {
        self.list.push((span, text.into()));
    }

    /// Puts a text between two others.
    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// How many changes there are.
    pub fn count(&self) -> usize {
        self.list.len()
    }

    /// The changed text.
    pub fn apply(mut self) -> String {
        // Stable: two texts at one place keep their order.
        self.list.sort_by_key(|(span, _)| (span.start, span.end));
        let mut text = String::with_capacity(self.source.len());
        let mut at = 0;
        for (span, new) in self.list {
            let Some(kept) = self.source.get(at..span.start) else { continue };
            text.push_str(kept);
            text.push_str(&new);
            at = span.end.max(at);
        }
        text.push_str(self.source.get(at..).unwrap_or_default());
        text
    }
}

/// A field of a struct.
pub fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Field> {
    match &node.value {
        Value::Struct(_, fields) => fields.iter().find(|it| it.name == name),
        _ => None,
    }
}

/// A text in quotes, as a file has it.
pub fn quoted(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for c in text.chars() {
        match c {
            '\\' => written.push_str("\\\\"),
            '"' => written.push_str("\\\""),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            c if c.is_control() => written.push(' '),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

/// A text in both languages, as a file has it.
pub fn both_languages(id: &str, en: &str) -> String {
    format!("{{ \"id\": {}, \"en\": {} }}", quoted(id), quoted(en))
}

/// The white space at the beginning of the line in which `at` stands.
pub fn indent(source: &str, at: usize) -> &str {
    let line = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let rest = &source[line..];
    &rest[..rest.find(|c: char| c != ' ' && c != '\t').unwrap_or(rest.len())]
}
