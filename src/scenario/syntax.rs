//! Reads RON as a teacher writes it: every mistake is noted, and reading goes on.
//!
//! The `ron` crate stops at the first mistake and names what its grammar expected there. An author
//! needs all mistakes at once, each where it was made, so this reader keeps the place of every
//! value and mends what it can while it reads: a missing comma, quotes from a word processor, a
//! decimal comma, a bracket left open. What it accepts without a problem, `ron` accepts as well.
//!
//! # Invariants
//!
//! - Any input ends in a [`Node`] and a list of problems: no panic, no endless loop.
//! - Every step of the reader consumes at least one character or leaves a bracket.

use super::problem::{Problem, Span};

/// Files larger than this are refused: no scenario comes near.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// Brackets deeper than this are refused.
pub const MAX_DEPTH: usize = 48;
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
    /// `true` or `false`.
    Bool(bool),
    /// A text in quotes.
    Text(String),
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

/// Reads a whole file.
pub fn parse(source: &str) -> (Node, Vec<Problem>) {
    let mut reader = Reader { source, at: 0, problems: Vec::new(), depth: 0, told_percent: false };
    if source.len() > MAX_BYTES {
        reader.problems.push(Problem::error("too-large", 0..0).count("limit", MAX_BYTES / 1024));
        return (Node { span: 0..0, value: Value::Bad }, reader.problems);
    }
    reader.skip();
    while reader.rest().starts_with("#!") {
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
            Node { span: 0..0, value: Value::Bad }
        }
        Some(_) => reader.value(),
    };
    reader.skip();
    if reader.at < source.len() && reader.problems.is_empty() {
        let from = reader.at;
        reader.note(Problem::error("after-end", from..from + reader.width()));
    }
    reader.problems.truncate(MAX_PROBLEMS);
    (node, reader.problems)
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    problems: Vec<Problem>,
    depth: usize,
    told_percent: bool,
}

/// What the items of a bracket turned out to be.
enum Item {
    Plain(Node),
    Named(Field),
    Pair(Node, Node),
}

const CURLY_OPEN: [char; 4] = ['\u{201c}', '\u{201e}', '\u{00ab}', '\u{201f}'];
const CURLY: [char; 7] = ['\u{201c}', '\u{201d}', '\u{201e}', '\u{201f}', '\u{00ab}', '\u{00bb}', '\u{2033}'];

fn starts_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.source[self.at..]
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
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Passes white space, comments, and what people put in their place.
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let Some(c) = rest.chars().next() else { return };
            if c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}') {
                self.bump();
            } else if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.block_comment();
            } else if c == '#' && !rest.starts_with("#!") {
                let end = rest.find('\n').unwrap_or(rest.len());
                self.note(Problem::error("hash-comment", self.at..self.at + end));
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
            '\'' => self.single_quoted(),
            c if CURLY.contains(&c) => self.curly_text(c),
            '0'..='9' | '-' | '+' | '.' => self.number(),
            c if starts_name(c) => return self.name(),
            ')' | ']' | '}' | ',' | ':' => {
                self.note(Problem::error("missing-value", from..from + 1));
                Value::Bad
            }
            _ => {
                self.note(
                    Problem::error("strange-character", from..from + c.len_utf8()).word("character", c),
                );
                self.bump();
                Value::Bad
            }
        };
        Node { span: from..self.at, value }
    }

    fn name(&mut self) -> Node {
        let from = self.at;
        let end = self.rest().find(|c| !in_name(c)).unwrap_or(self.rest().len());
        let name = self.rest()[..end].to_owned();
        self.at += end;
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

    fn round(&mut self, name: Option<String>, from: usize) -> Node {
        let items = self.items('(', ')');
        let span = from..self.at;
        let named = items.iter().filter(|item| matches!(item, Item::Named(_))).count();
        if named == 0 {
            let nodes = items.into_iter().filter_map(Item::plain).collect();
            return Node { span, value: Value::Tuple(name, nodes) };
        }
        let mut fields = Vec::new();
        for item in items {
            match item {
                Item::Named(field) => fields.push(field),
                Item::Plain(node) => {
                    if node.value != Value::Bad {
                        self.note(Problem::error("value-without-name", node.span));
                    }
                }
                Item::Pair(key, node) => match key.value {
                    Value::Text(name) => {
                        self.note(Problem::error("quoted-field", key.span.clone()).word("name", &name));
                        fields.push(Field { name, span: key.span, node });
                    }
                    _ => self.note(Problem::error("value-without-name", key.span)),
                },
            }
        }
        Node { span, value: Value::Struct(name, fields) }
    }

    fn list(&mut self) -> Value {
        let items = self.items('[', ']');
        Value::List(items.into_iter().filter_map(Item::plain).collect())
    }

    fn map(&mut self) -> Value {
        let items = self.items('{', '}');
        let mut pairs = Vec::new();
        for item in items {
            match item {
                Item::Pair(key, node) => pairs.push((key, node)),
                Item::Named(field) => {
                    pairs.push((Node { span: field.span, value: Value::Name(field.name) }, field.node));
                }
                Item::Plain(node) => {
                    if node.value != Value::Bad {
                        self.note(Problem::error("map-without-value", node.span));
                    }
                }
            }
        }
        Value::Map(pairs)
    }

    /// Reads what stands between two brackets, both of them included.
    fn items(&mut self, open: char, close: char) -> Vec<Item> {
        let opened = self.at;
        self.at += 1;
        let mut items = Vec::new();
        if self.depth >= MAX_DEPTH {
            self.note(Problem::error("too-deep", opened..opened + 1).count("limit", MAX_DEPTH));
            self.at = self.source.len();
            return items;
        }
        self.depth += 1;
        loop {
            self.skip();
            let here = self.at;
            match self.peek() {
                None => {
                    self.note(
                        Problem::error("open-bracket", opened..opened + 1)
                            .word("open", open)
                            .word("close", close),
                    );
                    break;
                }
                Some(c) if c == close => {
                    self.bump();
                    break;
                }
                Some(c @ (')' | ']' | '}')) => {
                    let closes_outer = self.depth > 1;
                    self.note(
                        Problem::error("wrong-bracket", here..here + 1)
                            .and(opened..opened + 1)
                            .word("open", open)
                            .word("close", close)
                            .word("found", c),
                    );
                    if closes_outer && self.outer_wants(c, opened) {
                        break;
                    }
                    self.bump();
                    break;
                }
                Some(',' | ';') => {
                    if self.peek() == Some(';') {
                        self.note(Problem::error("semicolon", here..here + 1));
                    } else {
                        self.note(Problem::error("extra-comma", here..here + 1));
                    }
                    self.bump();
                    continue;
                }
                Some(_) => {}
            }
            if open == '[' && self.field_ahead() && !items.is_empty() {
                self.note(
                    Problem::error("open-list", opened..opened + 1)
                        .and(here..here + self.name_width())
                        .word("open", open)
                        .word("close", close),
                );
                break;
            }
            let item = self.item();
            let end = self.at;
            let moved = end > here;
            items.push(item);
            self.separator(close, end);
            if !moved && self.at == here {
                // Nothing could be read here: pass one character, so that reading always ends.
                self.bump();
            }
        }
        self.depth -= 1;
        items
    }

    fn name_width(&self) -> usize {
        self.rest().find(|c| !in_name(c)).unwrap_or(self.rest().len())
    }

    /// Whether an unclosed bracket outside `opened` is of the kind that `found` closes.
    fn outer_wants(&self, found: char, opened: usize) -> bool {
        let wanted = match found {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        let mut stack = Vec::new();
        let mut in_text = false;
        let mut escaped = false;
        for c in self.source[..opened].chars() {
            if in_text {
                (in_text, escaped) = (escaped || c != '"', c == '\\' && !escaped);
                continue;
            }
            match c {
                '"' => in_text = true,
                '(' | '[' | '{' => stack.push(c),
                ')' | ']' | '}' => {
                    stack.pop();
                }
                _ => {}
            }
        }
        stack.contains(&wanted)
    }

    /// Whether `name :` comes next, which only stands in a struct.
    fn field_ahead(&self) -> bool {
        let rest = self.rest();
        let end = rest.find(|c| !in_name(c)).unwrap_or(rest.len());
        end > 0 && rest.starts_with(starts_name) && rest[end..].trim_start().starts_with(':')
    }

    fn item(&mut self) -> Item {
        if self.field_ahead() {
            let from = self.at;
            self.at += self.name_width();
            let name = self.source[from..self.at].to_owned();
            let span = from..self.at;
            self.skip();
            self.bump(); // the colon
            let node = self.field_value(&span);
            return Item::Named(Field { name, span, node });
        }
        let from = self.at;
        let node = self.value();
        let after = self.at;
        self.skip();
        match self.peek() {
            Some(':') => {
                self.bump();
                let value = self.field_value(&node.span);
                Item::Pair(node, value)
            }
            Some('=') => {
                self.note(Problem::error("equals-sign", self.at..self.at + 1));
                self.bump();
                let value = self.field_value(&node.span);
                match node.value {
                    Value::Name(name) => Item::Named(Field { name, span: from..after, node: value }),
                    _ => Item::Pair(node, value),
                }
            }
            _ => {
                self.at = after;
                Item::Plain(node)
            }
        }
    }

    fn field_value(&mut self, name: &Span) -> Node {
        self.skip();
        match self.peek() {
            Some(',' | ')' | ']' | '}') | None => {
                self.note(Problem::error("missing-value", name.clone()));
                Node { span: name.clone(), value: Value::Bad }
            }
            Some(_) => self.value(),
        }
    }

    /// What may stand between two items: a comma, or a closing bracket further on.
    fn separator(&mut self, close: char, end: usize) {
        self.skip();
        match self.peek() {
            Some(',') => {
                let comma = self.at;
                self.bump();
                self.decimal_comma(comma, end);
            }
            Some(';') => {
                self.note(Problem::error("semicolon", self.at..self.at + 1));
                self.bump();
            }
            Some('%') => {
                self.percent();
                self.skip();
                if self.peek() == Some(',') {
                    self.bump();
                }
            }
            Some(c) if c == close => {}
            Some(')' | ']' | '}') | None => {}
            Some(_) => self.note(Problem::error("missing-comma", end.saturating_sub(1)..end)),
        }
    }

    fn percent(&mut self) {
        self.note(Problem::error("percent-sign", self.at..self.at + 1));
        self.told_percent = true;
        self.bump();
    }

    /// `batna: 0,4` or `40,5`: a digit, a comma and a digit without a space between them.
    fn decimal_comma(&mut self, comma: usize, end: usize) {
        let before = self.source[..comma].chars().next_back();
        let digits = self.rest().find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest().len());
        let adjacent = end == comma && before.is_some_and(|c| c.is_ascii_digit());
        if !adjacent || digits == 0 {
            return;
        }
        // In a tuple or list `(70,60)` is two numbers; after a field's name it is one with a comma.
        let head = self.source[..comma].trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        if head.trim_end().ends_with(':') {
            let from = head.len();
            let after = &self.rest()[digits..];
            let names_follow =
                after.trim_start_matches([',', ' ', '\n', '\r', '\t']).starts_with(starts_name);
            let ends = after.trim_start().starts_with([')', '}', '%']) || after.trim_start().is_empty();
            if names_follow || ends || after.trim_start().starts_with("//") || after.starts_with(',') {
                self.note(
                    Problem::error("decimal-comma", from..self.at + digits)
                        .word("written", &self.source[from..self.at + digits]),
                );
                self.at += digits;
                self.skip();
                if self.peek() == Some('%') {
                    self.bump();
                    self.skip();
                }
                if self.peek() == Some(',') {
                    self.bump();
                }
            }
        }
    }

    fn number(&mut self) -> Value {
        let from = self.at;
        let rest = self.rest();
        let sign = usize::from(rest.starts_with(['-', '+']));
        let body = &rest[sign..];
        let end = body
            .find(|c: char| !(c.is_ascii_digit() || c == '_' || c == '.' || c == 'e' || c == 'E'))
            .unwrap_or(body.len());
        let written = &rest[..sign + end];
        if end == 0 {
            self.bump();
            self.note(Problem::error("bad-number", from..self.at).word("written", written));
            return Value::Bad;
        }
        self.at += sign + end;
        let plain = written.replace('_', "");
        let plain = plain.strip_prefix('+').unwrap_or(&plain);
        // `40%`: the sign is told once and the number is taken.
        if self.peek() == Some('%') {
            self.percent();
        }
        if let Ok(whole) = plain.parse::<i64>() {
            return Value::Int(whole);
        }
        match plain.parse::<f64>() {
            Ok(number) if number.is_finite() => Value::Float(number),
            _ => {
                self.note(Problem::error("bad-number", from..self.at).word("written", written));
                Value::Bad
            }
        }
    }

    fn raw_text_ahead(&self) -> bool {
        let hashes = self.rest()[1..].trim_start_matches('#');
        hashes.starts_with('"')
    }

    fn raw_text(&mut self) -> Value {
        let from = self.at;
        let hashes = self.rest()[1..].chars().take_while(|&c| c == '#').count();
        let start = self.at + 2 + hashes;
        let end_mark = format!("\"{}", "#".repeat(hashes));
        match self.source[start..].find(&end_mark) {
            Some(end) => {
                self.at = start + end + end_mark.len();
                Value::Text(self.source[start..start + end].to_owned())
            }
            None => {
                self.note(Problem::error("open-text", from..start));
                self.at = self.source.len();
                Value::Bad
            }
        }
    }

    fn single_quoted(&mut self) -> Value {
        let from = self.at;
        let line = self.rest()[1..].find(['\n', '\'']).map(|end| self.at + 1 + end);
        match line {
            Some(end) if self.source[end..].starts_with('\'') => {
                let words = self.source[from + 1..end].to_owned();
                self.at = end + 1;
                self.note(Problem::error("single-quotes", from..self.at));
                Value::Text(words)
            }
            _ => {
                self.bump();
                self.note(Problem::error("strange-character", from..self.at).word("character", "'"));
                Value::Bad
            }
        }
    }

    fn curly_text(&mut self, open: char) -> Value {
        let from = self.at;
        self.at += open.len_utf8();
        let start = self.at;
        let rest = self.rest();
        let end = rest.find(|c| CURLY.contains(&c) || c == '"' || c == '\n').unwrap_or(rest.len());
        self.at += end;
        let words = self.source[start..self.at].to_owned();
        if self.peek().is_some_and(|c| c != '\n') {
            self.bump();
        }
        self.note(Problem::error("curly-quotes", from..self.at));
        Value::Text(words)
    }

    fn text(&mut self) -> Value {
        let from = self.at;
        let Some((words, end, newlines)) = self.read_text(from + 1) else {
            return self.unclosed_text(from);
        };
        // A quote that was never closed swallows the file up to the next one. Then the text
        // spans lines, and no separator follows it.
        if newlines > 0 {
            let after = self.source[end..].trim_start_matches([' ', '\t']);
            let separated =
                after.is_empty() || after.starts_with([',', ')', ']', '}', ':', '\n', '\r', '/', ';']);
            let swallowed = self.source[from..end].lines().skip(1).any(|line| {
                let line = line.trim_start();
                let name = line.find(|c| !in_name(c)).unwrap_or(line.len());
                name > 0 && line[name..].trim_start().starts_with(':') && line[name..].contains('"')
            });
            if !separated || swallowed {
                return self.unclosed_text(from);
            }
        }
        self.at = end;
        Value::Text(words)
    }

    fn unclosed_text(&mut self, from: usize) -> Value {
        let line = self.source[from..].find('\n').map_or(self.source.len(), |end| from + end);
        let written = self.source[from + 1..line].trim_end();
        let bare = written.trim_end_matches([',', ')', ']', '}']);
        self.note(Problem::error("open-text", from..from + 1 + bare.len()));
        self.at = from + 1 + bare.len();
        Value::Text(bare.to_owned())
    }

    /// The words of a text, where it ends, and how many lines it spans.
    fn read_text(&mut self, start: usize) -> Option<(String, usize, usize)> {
        let mut words = String::new();
        let mut newlines = 0;
        let mut chars = self.source[start..].char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            match c {
                '"' => return Some((words, start + offset + 1, newlines)),
                '\n' => {
                    newlines += 1;
                    words.push(c);
                }
                '\\' => match chars.next() {
                    Some((_, 'n')) => words.push('\n'),
                    Some((_, 't')) => words.push('\t'),
                    Some((_, 'r')) => words.push('\r'),
                    Some((_, c @ ('"' | '\\' | '\'' | '/'))) => words.push(c),
                    Some((_, '\n')) => {
                        // A line that goes on: the break and the indent are not part of the text.
                        newlines += 1;
                        while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                    }
                    Some((_, 'u')) => {
                        let code: String = std::iter::from_fn(|| {
                            chars
                                .next_if(|(_, c)| c.is_ascii_hexdigit() || matches!(c, '{' | '}'))
                                .map(|(_, c)| c)
                        })
                        .take(8)
                        .filter(char::is_ascii_hexdigit)
                        .collect();
                        words.push(
                            u32::from_str_radix(&code, 16)
                                .ok()
                                .and_then(char::from_u32)
                                .unwrap_or('\u{fffd}'),
                        );
                    }
                    Some((at, other)) => {
                        let from = start + offset;
                        self.note(
                            Problem::error("bad-escape", from..start + at + other.len_utf8())
                                .word("character", other),
                        );
                        words.push(other);
                    }
                    None => return None,
                },
                c => words.push(c),
            }
        }
        None
    }
}

impl Item {
    fn plain(self) -> Option<Node> {
        match self {
            Self::Plain(node) | Self::Pair(_, node) => Some(node),
            Self::Named(field) => Some(field.node),
        }
    }
}

/// Whether a file looks like JSON rather than RON: braces around quoted keys.
pub fn looks_like_json(source: &str) -> bool {
    let mut rest = source.trim_start_matches('\u{feff}').trim_start();
    if let Some(inner) = rest.strip_prefix('{') {
        rest = inner.trim_start();
        return rest.starts_with('"') || rest.starts_with(CURLY_OPEN);
    }
    false
}
