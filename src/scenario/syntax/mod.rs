//! Reads RON as a teacher writes it: every mistake is noted, and reading goes on.
//!
//! The `ron` crate stops at the first mistake and names what its grammar expected there. An author
//! needs all mistakes at once, each where it was made, so this reader keeps the place of every
//! value and reads on as the author meant it: past a missing comma, quotes from a word processor, a
//! decimal comma, a bracket left open. Where there is only one way to mend a mistake, the problem
//! carries it.
//!
//! # Invariants
//!
//! - Any input ends in a [`Node`] and a list of problems: no panic, no endless loop.
//! - Every step of the reader consumes at least one character or leaves a bracket.
//! - Time grows with the length of the file, not with its square.

mod balance;
mod brackets;
mod indent;
mod numbers;
mod openings;
mod texts;

use super::problem::{Problem, Span};
use balance::Balance;
use std::collections::{BTreeMap, BTreeSet};

/// Files larger than this are refused: no scenario comes near.
pub const MAX_BYTES: usize = 1024 * 1024;
/// Brackets deeper than this are refused.
pub const MAX_DEPTH: usize = 48;
/// No text of a scenario is longer; further ahead on a line nobody looks.
const MAX_LINE: usize = 8 * 1024;
/// After this many texts without end, texts are sought on their own line only.
const MAX_UNCLOSED: usize = 64;
/// After this many problems the rest is noise.
pub const MAX_PROBLEMS: usize = 200;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where.
    pub span: Span,
    /// What.
    pub value: Value,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// Its value.
    pub node: Node,
}

/// A value of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Float(f64),
    /// A number with a decimal comma; whoever wants a number tells.
    Comma(f64),
    /// A number with a percent sign, which ends the span; whoever wants a number tells.
    Percent(f64),
    /// Two numbers with another sign than a comma between them; whoever wants a pair tells.
    Parted(Box<[Node; 2]>),
    /// `true` or `false`.
    Bool(bool),
    /// A text in quotes.
    Text(String),
    /// A text without quotes, and whether it is certain where it ends; whoever wants a text tells.
    Unquoted(String, bool),
    /// A name without brackets: a choice.
    Name(String),
    /// `( field: value, ... )`, perhaps with a name before it.
    Struct(Option<String>, Vec<Field>),
    /// `( value, ... )`, perhaps with a name before it.
    Tuple(Option<String>, Vec<Node>),
    /// `[ value, ... ]`.
    List(Vec<Node>),
    /// `{ key: value, ... }`.
    Map(Vec<(Node, Node)>),
    /// Nothing that can be read; a problem says why.
    Bad,
}

/// Reads a whole file and notes at most `limit` problems.
pub fn parse(source: &str, limit: usize) -> (Node, Vec<Problem>) {
    let nothing = || Node { span: 0..0, value: Value::Bad };
    if source.len() > MAX_BYTES {
        return (nothing(), vec![Problem::error("too-large", 0..0).count("limit", MAX_BYTES / 1024)]);
    }
    if let Some(at) = source.find('\0') {
        return (nothing(), vec![Problem::error("not-text", at..at + 1)]);
    }
    // Brackets within texts and comments are nobody's mistake: only where something is wrong is it asked which
    // bracket may be one too many.
    let (node, problems) = read(source, limit, Balance::of(source).even(), false);
    if problems.is_empty() {
        return (node, problems);
    }
    let (node, problems) = read(source, limit, Balance::of(source), true);
    (node, calmed(source, problems))
}

/// Whether a problem says that its line could be read by guessing only.
fn is_guess(problem: &Problem) -> bool {
    match problem.rule {
        "map-without-value" | "open-text" => true,
        "missing-comma" => problem.edits.is_empty(),
        _ => false,
    }
}

/// Where a line was read by guessing, prose may have been taken for names, commas and colons: it is told once, and
/// nothing behind it on that line is mended without a person.
fn calmed(source: &str, problems: Vec<Problem>) -> Vec<Problem> {
    let ends: Vec<usize> = source.match_indices('\n').map(|(at, _)| at).collect();
    let line = |at: usize| ends.partition_point(|end| *end < at);
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for problem in problems.iter().filter(|it| is_guess(it)) {
        let from = first.entry(line(problem.span.start)).or_insert(problem.span.start);
        *from = (*from).min(problem.span.start);
    }
    let mut told = BTreeSet::new();
    let mut calm = Vec::with_capacity(problems.len());
    for mut problem in problems {
        let at = line(problem.span.start);
        if first.get(&at).is_some_and(|from| problem.span.start >= *from) {
            if is_guess(&problem) && !told.insert(at) {
                continue;
            }
            problem.edits = Box::default();
        }
        calm.push(problem);
    }
    calm
}

/// One reading; in the second one it is known that something is `wrong` with the file.
fn read(source: &str, limit: usize, balance: Balance, wrong: bool) -> (Node, Vec<Problem>) {
    let nothing = || Node { span: 0..0, value: Value::Bad };
    let mut reader = Reader {
        source,
        at: 0,
        problems: Vec::new(),
        limit,
        open: Vec::new(),
        fields: Vec::new(),
        balance,
        wrong,
        recovered: false,
        closed_with: ' ',
        lost: false,
        unclosed: 0,
    };
    reader.skip();
    while reader.rest().starts_with("#![") {
        // `#![enable(implicit_some)]` and its like: allowed, and without effect here.
        match reader.rest().find(']') {
            Some(end) => reader.at += end + 1,
            None => reader.at = source.len(),
        }
        reader.skip();
    }
    let node = match reader.peek() {
        None => {
            reader.problems.push(Problem::error("empty-file", 0..0));
            nothing()
        }
        Some(_) => match reader.unopened() {
            Some(node) => node,
            None => reader.value(),
        },
    };
    reader.skip();
    if reader.at < source.len() && reader.problems.is_empty() {
        let (from, width) = (reader.at, reader.width());
        let begun =
            matches!(node.value, Value::Struct(..) | Value::Tuple(..) | Value::List(_) | Value::Map(_));
        reader.note(match reader.peek() {
            // `format: 1, ...`: the brackets around everything are missing.
            Some(':') if !begun => Problem::error("bare-file", node.span.clone()),
            // Words above the file.
            _ if !begun && reader.rest().contains('(') => Problem::error("before-start", node.span.clone()),
            _ => Problem::error("after-end", from..from + width),
        });
    }
    (node, reader.problems)
}

/// Whether a file looks like JSON rather than RON: braces around quoted keys.
pub fn looks_like_json(source: &str) -> bool {
    let rest = source.trim_start_matches('\u{feff}').trim_start();
    rest.strip_prefix('{').is_some_and(|inner| {
        let inner = inner.trim_start();
        inner.starts_with('"') || inner.starts_with(texts::CURLY)
    })
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    problems: Vec<Problem>,
    limit: usize,
    /// The brackets that are open here, the outermost first.
    open: Vec<char>,
    /// The names of the fields whose values are being read.
    fields: Vec<String>,
    balance: Balance,
    /// Something is wrong with the file: only then is it guessed what is missing.
    wrong: bool,
    /// A bracket left open was closed in thought: what follows needs no comma before it.
    recovered: bool,
    /// What the bracket that was read last was closed with.
    closed_with: char,
    /// Reading was given up: what is still open means nothing.
    lost: bool,
    /// How many texts had no end.
    unclosed: usize,
}

fn starts_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Marks without width that word processors and chats leave behind.
fn invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{200e}' | '\u{200f}')
}

/// A dash that a word processor puts in place of a minus.
fn long_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    /// The rest of this line; of a line without end as much as a text could be long.
    fn line_rest(&self) -> &'a str {
        let rest = self.rest();
        let rest = &rest[..rest.floor_char_boundary(MAX_LINE)];
        rest.lines().next().unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn width(&self) -> usize {
        self.peek().map_or(0, char::len_utf8)
    }

    fn bump(&mut self) {
        self.at += self.width();
    }

    fn note(&mut self, problem: Problem) {
        if self.problems.len() < self.limit {
            self.problems.push(problem);
        }
    }

    /// Passes white space, comments, and what people put in their place.
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let Some(c) = rest.chars().next() else { return };
            if c.is_whitespace() || invisible(c) {
                self.bump();
            } else if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.block_comment();
            } else if c == '#' && texts::colour_at(rest) {
                return;
            } else if c == '#' && !rest.starts_with("#![") {
                let end = rest.find('\n').unwrap_or(rest.len());
                let sign = self.at..self.at + 1;
                self.note(
                    Problem::error("hash-comment", self.at..self.at + rest[..end].trim_end().len())
                        .mend(sign, "//"),
                );
                self.at += end;
            } else {
                return;
            }
        }
    }

    fn block_comment(&mut self) {
        let opened = self.at;
        let mut depth = 0usize;
        while self.at < self.source.len() {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else {
                self.bump();
            }
        }
        self.lost = true;
        self.note(Problem::error("open-comment", opened..opened + 2));
    }

    /// Reads one value; always moves on unless it stands before a closing bracket or the end.
    fn value(&mut self) -> Node {
        self.skip();
        let from = self.at;
        let Some(c) = self.peek() else {
            self.note(Problem::error("missing-value", from..from));
            return Node { span: from..from, value: Value::Bad };
        };
        let value = match c {
            '(' => return self.round(None, from),
            '[' => self.list(),
            '{' => self.map(),
            '"' => self.text(),
            'r' if self.raw_text_ahead() => self.raw_text(),
            '\'' => self.foreign_text(),
            c if texts::CURLY.contains(&c) => self.foreign_text(),
            '#' if texts::colour_at(self.rest()) => {
                self.at += "#rrggbb".len();
                Value::Unquoted(self.source[from..self.at].to_owned(), true)
            }
            '0'..='9' | '-' | '+' | '.' => return self.bracketed_number(),
            c if long_dash(c) => self.dashed_number(),
            c if starts_name(c) => return self.name(),
            ')' | ']' | '}' | ',' | ':' => {
                self.note(Problem::error("missing-value", from..from + 1));
                Value::Bad
            }
            _ => {
                self.bump();
                self.note(Problem::error("strange-character", from..self.at).word("character", c));
                Value::Bad
            }
        };
        Node { span: from..self.at, value }
    }

    fn name_width(&self) -> usize {
        self.rest().find(|c| !in_name(c)).unwrap_or(self.rest().len())
    }

    fn name(&mut self) -> Node {
        let from = self.at;
        self.at += self.name_width();
        let name = self.source[from..self.at].to_owned();
        match name.as_str() {
            "true" => return Node { span: from..self.at, value: Value::Bool(true) },
            "false" => return Node { span: from..self.at, value: Value::Bool(false) },
            _ => {}
        }
        let after = self.at;
        self.skip();
        if self.peek() == Some('(') {
            // `Some(x)` is x: the file format never needs to say it.
            let node = self.round(Some(name), from);
            return match node.value {
                Value::Tuple(Some(wrapper), mut items) if wrapper == "Some" && items.len() == 1 => {
                    items.remove(0)
                }
                _ => node,
            };
        }
        self.at = after;
        Node { span: from..after, value: Value::Name(name) }
    }
}
