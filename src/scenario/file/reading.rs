//! How anything is read from a node of the file: what is wrong is noted, and reading goes on.

use super::super::problem::{Edit, Problem, Span};
use super::super::schema::Form;
use super::super::syntax::{Node, Value};

/// A value of the file with its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct At<T> {
    /// Where it stands.
    pub span: Span,
    /// The value.
    pub value: T,
}

/// Collects problems while a file is read.
#[derive(Debug)]
pub struct Reading<'a> {
    /// What was found so far.
    pub problems: Vec<Problem>,
    pub(super) source: &'a str,
    pub(super) limit: usize,
}

impl Reading<'_> {
    pub(super) fn note(&mut self, problem: Problem) {
        if self.problems.len() < self.limit {
            self.problems.push(problem);
        }
    }

    pub(super) fn wanted(&mut self, node: &Node, what: &'static str) {
        self.wanted_or(node, what, Vec::new());
    }

    /// The same, with what mends it.
    pub(super) fn wanted_or(&mut self, node: &Node, what: &'static str, edits: Vec<Edit>) {
        // What could not be read at all has been told already.
        if node.value != Value::Bad {
            let mut problem = Problem::error(what, node.span.clone()).word("found", self.describe(node));
            problem.edits = edits.into();
            self.note(problem);
        }
    }

    /// A piece of the file as it is written.
    pub(super) fn written(&self, span: &Span) -> &str {
        self.source.get(span.clone()).unwrap_or("")
    }

    /// What a value is, as a short piece of the file.
    pub(super) fn describe(&self, node: &Node) -> String {
        match &node.value {
            Value::Text(words) => format!("\"{}\"", words.chars().take(24).collect::<String>()),
            Value::Name(name) => name.chars().take(24).collect(),
            Value::Struct(name, _) | Value::Tuple(name, _) => {
                let name = name.as_deref().unwrap_or("");
                format!("{}( ... )", name.chars().take(24).collect::<String>())
            }
            Value::List(_) => "[ ... ]".to_owned(),
            Value::Map(_) => "{ ... }".to_owned(),
            Value::Bad => String::new(),
            _ => self.written(&node.span).chars().take(24).collect(),
        }
    }

    /// Other brackets around a value; nothing if it does not end with a bracket of its own.
    pub(super) fn rebracket(&self, span: &Span, pair: [&str; 2]) -> Vec<Edit> {
        let written = self.written(span);
        if span.len() < 2 || !written.starts_with(['(', '[', '{']) || !written.ends_with([')', ']', '}']) {
            return Vec::new();
        }
        let edit = |span: Span, with: &str| Edit { span, with: with.to_owned() };
        vec![edit(span.start..span.start + 1, pair[0]), edit(span.end - 1..span.end, pair[1])]
    }

    /// Tells of a text without quotes.
    pub(super) fn unquoted(&mut self, node: &Node) {
        let sure = !matches!(node.value, Value::Unquoted(_, false));
        let mut text: String = self.written(&node.span).chars().take(25).collect();
        if text.chars().count() > 24 {
            text.pop();
            text.push('\u{2026}');
        }
        let mut problem = Problem::error("unquoted-text", node.span.clone()).word("text", text);
        if sure {
            problem.edits = self.quote(&node.span).into();
        }
        self.note(problem);
    }

    /// Straight quotes around a value that has none.
    pub(super) fn quote(&self, span: &Span) -> Vec<Edit> {
        let quote = |at: usize| Edit { span: at..at, with: "\"".to_owned() };
        vec![quote(span.start), quote(span.end)]
    }
}

/// Something that can be read from a node of the file.
pub trait Read: Sized {
    /// Reads it; what is wrong is noted, and an empty value stands in.
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self;
    /// What stands in where the file says nothing.
    fn missing(span: Span) -> Self;
    /// What it looks like in the file.
    fn form() -> Form;
}
