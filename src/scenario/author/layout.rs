//! How the author laid out a bracket: which items have lines of their own, which comments belong to them,
//! how deep a line stands. Pieces are put in and taken out so that all of it stays.

use crate::scenario::edit::indent;
use crate::scenario::problem::Span;
use crate::scenario::syntax::{Node, Value};

/// Behind white space and comments from `at` on.
pub(super) fn behind_trivia(source: &str, mut at: usize) -> usize {
    loop {
        let rest = &source[at..];
        let plain = rest.trim_start();
        at += rest.len() - plain.len();
        if plain.starts_with("//") {
            at += plain.find('\n').unwrap_or(plain.len());
        } else if plain.starts_with("/*") {
            at += block_comment(plain);
        } else {
            return at;
        }
    }
}

/// The length of a block comment, in which others may stand.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0usize, 0);
    while let Some(found) = text[at..].find(['/', '*']) {
        at += found;
        if text[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if text[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// The beginning of the line in which `at` stands.
pub(super) fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Behind the end of the line in which `at` stands.
fn line_end(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |end| at + end + 1)
}

/// A bracket and where its items stand.
#[derive(Clone, Debug)]
pub(super) struct Bracket<'a> {
    source: &'a str,
    /// Behind the opening sign.
    pub open: usize,
    /// At the closing sign.
    pub close: usize,
    /// From the name or key of each item to the end of its value.
    pub items: Vec<Span>,
}

/// An item that has lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    /// Where the comment lines right above it begin, or the item's own first line.
    pub comments: usize,
    /// Where its own first line begins.
    pub start: usize,
    /// Behind its last line.
    pub end: usize,
}

impl<'a> Bracket<'a> {
    /// The bracket that a value is written in; `None` for what has none.
    pub(super) fn of(source: &'a str, node: &Node) -> Option<Self> {
        let items = match &node.value {
            Value::Struct(_, fields) => fields
                .iter()
                .map(|field| field.span.start..outer_end(source, field.span.end, &field.node.span))
                .collect(),
            Value::Map(rows) => rows
                .iter()
                .map(|(key, value)| key.span.start..outer_end(source, key.span.end, &value.span))
                .collect(),
            Value::List(items) | Value::Tuple(_, items) => items.iter().map(|it| it.span.clone()).collect(),
            _ => return None,
        };
        let written = source.get(node.span.clone())?;
        let open = node.span.start + written.find(['(', '[', '{'])? + 1;
        Some(Self { source, open, close: node.span.end - 1, items })
    }

    /// Where the comma behind an item stands.
    pub(super) fn comma(&self, no: usize) -> Option<usize> {
        let at = behind_trivia(self.source, self.items[no].end);
        self.source[at..].starts_with(',').then_some(at)
    }

    /// The lines of an item that shares them with no other.
    pub(super) fn lines(&self, no: usize) -> Option<Lines> {
        let item = &self.items[no];
        let start = line_start(self.source, item.start);
        let after = self.comma(no).map_or(item.end, |at| at + 1);
        let end = line_end(self.source, after);
        let rest = self.source[after..end].trim();
        let alone = self.source[start..item.start].trim().is_empty()
            && (rest.is_empty() || rest.starts_with("//"))
            && end <= self.close;
        if !alone {
            return None;
        }
        // Comments above belong to the item, up to a blank line, the item before or the bracket.
        let floor = no.checked_sub(1).map_or(self.open, |before| self.items[before].end);
        let mut comments = start;
        while comments > floor {
            let above = line_start(self.source, comments - 1);
            if above <= floor || !self.source[above..comments].trim_start().starts_with("//") {
                break;
            }
            comments = above;
        }
        Some(Lines { comments, start, end })
    }

    /// The white space before the items, for a new one among them.
    pub(super) fn item_indent(&self, unit: &str) -> String {
        let own = (0..self.items.len()).find(|&no| self.lines(no).is_some());
        match own {
            Some(no) => indent(self.source, self.items[no].start).to_owned(),
            None => format!("{}{unit}", indent(self.source, self.open - 1)),
        }
    }

    /// Behind the line of a comment that shows how this field would be written, as `// reserve: true,`.
    pub(super) fn shown_in_comment(&self, name: &str) -> Option<usize> {
        let mut from = self.open;
        let ends = self.items.iter().map(|it| (it.start, it.end)).chain([(self.close, self.close)]);
        for (end, next) in ends {
            let mut at = from;
            while at < end {
                let stop = line_end(self.source, at).min(end);
                let line = self.source[at..stop].trim();
                let shown = line
                    .strip_prefix("//")
                    .map(str::trim_start)
                    .is_some_and(|it| it.strip_prefix(name).is_some_and(|rest| rest.starts_with(':')));
                if shown && self.source[at..stop].ends_with('\n') {
                    return Some(stop);
                }
                at = stop;
            }
            from = next;
        }
        None
    }
}

/// The end of a value, with the brackets of `Some(...)` around it that the reader takes off.
fn outer_end(source: &str, key_end: usize, value: &Span) -> usize {
    let mut wrapped = 0;
    let mut at = behind_trivia(source, key_end);
    while at < value.start {
        let rest = &source[at..];
        wrapped += usize::from(rest.starts_with('('));
        at += rest.chars().next().map_or(1, char::len_utf8);
        at = behind_trivia(source, at);
    }
    let mut end = value.end;
    for _ in 0..wrapped {
        let close = behind_trivia(source, end);
        if source[close..].starts_with(')') {
            end = close + 1;
        }
    }
    end
}

/// The white space of one step inwards, as this file has it.
pub(super) fn unit(source: &str, root: &Node) -> String {
    let first = match &root.value {
        Value::Struct(_, fields) => fields.first().map(|it| indent(source, it.span.start)),
        _ => None,
    };
    first.filter(|it| !it.is_empty()).unwrap_or("    ").to_owned()
}

/// A piece with the indentation and the line ends of the file. Its first line stays where it is put.
pub(super) fn fitted(piece: &str, indent: &str, unit: &str, source: &str) -> String {
    let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let line = |line: &str| {
        let inner = line.trim_start_matches(' ');
        let depth = (line.len() - inner.len()) / 4;
        if inner.is_empty() { String::new() } else { format!("{indent}{}{inner}", unit.repeat(depth)) }
    };
    let text = piece.lines().map(line).collect::<Vec<_>>().join(newline);
    text.trim_start().to_owned()
}
