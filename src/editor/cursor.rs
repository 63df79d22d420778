//! Where in the format a place of an unfinished text stands.
//!
//! While a line is typed, the reader of the format can only guess at what comes behind it. What may be
//! typed next depends on what stands before: the brackets that are open there, and whose value each is.

use crate::scenario::problem::Span;
use crate::scenario::schema::{Entry, Form, Part, root};

/// After this many texts without end, texts are sought on their own line only: time grows with the text.
const MAX_UNCLOSED: usize = 64;

/// A piece of the text that is no white space and no comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// A word or a number.
    Word,
    /// A text in quotes, both of them included; the closing one may be missing.
    Text,
    /// Any other sign.
    Sign(char),
}

/// A bracket that is open at the cursor.
#[derive(Clone, Debug)]
struct Frame {
    open: char,
    /// The field or the key whose value it is.
    of: Option<String>,
    /// The fields and keys of this bracket, or the items of a list.
    written: Vec<String>,
    /// The field or key whose value is read.
    field: Option<String>,
    /// Whether anything of that value is there.
    valued: bool,
    /// The word or text that was read last, if nothing came after it.
    last: Option<String>,
}

/// What may be typed at the cursor.
#[derive(Clone, Debug)]
pub(super) enum Expected {
    /// A field of this part.
    Field(&'static Part),
    /// A language of a text.
    Language,
    /// A key of this table.
    Key(&'static Part, &'static Entry),
    /// A value of this form; the field it belongs to, where it has one of its own.
    Value(Form, &'static Part, &'static Entry),
}

/// A place in an unfinished text.
#[derive(Clone, Debug)]
pub(super) struct Cursor {
    /// What may stand here.
    pub expected: Expected,
    /// The word that is being typed, from its beginning to the cursor.
    pub word: Span,
    /// Whether the cursor stands within a text in quotes.
    pub quoted: bool,
    /// What the bracket around the cursor names already, before and behind it.
    pub written: Vec<String>,
    /// Whether a colon follows the word, so that only its name is to be typed.
    pub named: bool,
}

/// Where `at` stands; `None` outside of the format: in a comment, behind the end, in an unknown field.
pub(super) fn cursor(text: &str, at: usize) -> Option<Cursor> {
    let at = text.floor_char_boundary(at);
    let mut frames: Vec<Frame> = Vec::new();
    let mut word = at..at;
    let mut quoted = false;
    let mut scan = Scan { text, at: 0, in_comment: None, unclosed: 0 };
    let mut behind = None;
    while let Some((token, span)) = scan.next() {
        if span.start >= at {
            behind = Some((token, span));
            break;
        }
        let inside = match token {
            Token::Word => at <= span.end,
            Token::Text => at < span.end || !closed(&text[span.clone()]),
            Token::Sign(_) => false,
        };
        if inside {
            quoted = token == Token::Text;
            word = if quoted { (span.start + 1).min(at)..at } else { span.start..at };
            behind = scan.next();
            break;
        }
        step(&mut frames, token, &text[span]);
    }
    if scan.in_comment.clone().is_some_and(|comment| comment.start < at && at <= comment.end) {
        return None;
    }
    let named = matches!(behind, Some((Token::Sign(':' | '='), _)));
    let (form, owner) = resolve(&frames)?;
    let mut frame = frames.pop()?;
    rest(&mut scan, behind, text, frame.open == '[', &mut frame.written);
    let pending = frame.field.as_deref().filter(|_| !frame.valued);
    let expected = match (form, frame.open, pending) {
        (Form::Part(part), '(', None) => Expected::Field(part),
        (Form::Part(part), '(', Some(name)) => {
            let entry = part.entry(name)?;
            Expected::Value((entry.form)(), part, entry)
        }
        (Form::Words, '{', None) => Expected::Language,
        (Form::Table(_), '{', None) => owner.map(|(part, entry)| Expected::Key(part, entry))?,
        (Form::Table(of), '{', Some(_)) | (Form::List(of), '[', _) => {
            owner.map(|(part, entry)| Expected::Value(*of, part, entry))?
        }
        _ => return None,
    };
    Some(Cursor { expected, word, quoted, written: frame.written, named })
}

fn closed(text: &str) -> bool {
    text.len() > 1 && text.ends_with(['"', '#'])
}

/// Reads one piece into the brackets that are open.
fn step(frames: &mut Vec<Frame>, token: Token, written: &str) {
    let of = frames.last().and_then(|frame| frame.field.clone());
    let frame =
        |open| Frame { open, of: of.clone(), written: Vec::new(), field: None, valued: false, last: None };
    match token {
        Token::Sign(open @ ('(' | '[' | '{')) => {
            if let Some(outer) = frames.last_mut() {
                outer.valued = true;
                outer.last = None;
            }
            frames.push(frame(open));
        }
        Token::Sign(')' | ']' | '}') => {
            frames.pop();
        }
        _ => {
            let Some(frame) = frames.last_mut() else { return };
            match token {
                Token::Sign(':' | '=') => {
                    frame.field = frame.last.take();
                    frame.written.extend(frame.field.clone());
                    frame.valued = false;
                }
                Token::Sign(',' | ';') => {
                    frame.field = None;
                    frame.valued = false;
                    frame.last = None;
                }
                Token::Word | Token::Text => {
                    let name = written.trim_matches('"').to_owned();
                    frame.valued = frame.field.is_some();
                    if frame.open == '[' {
                        frame.written.push(name.clone());
                    }
                    frame.last = Some(name);
                }
                Token::Sign(_) => frame.valued = frame.field.is_some(),
            }
        }
    }
}

/// The names that follow in the bracket of the cursor, up to its end; of a list its items.
fn rest(
    scan: &mut Scan<'_>,
    first: Option<(Token, Span)>,
    text: &str,
    list: bool,
    written: &mut Vec<String>,
) {
    let mut depth = 0usize;
    let mut last = None;
    let mut next = first.or_else(|| scan.next());
    while let Some((token, span)) = next {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') if depth == 0 => return,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            Token::Sign(':' | '=') if depth == 0 => written.extend(last.take()),
            _ => {}
        }
        last = matches!(token, Token::Word | Token::Text).then(|| text[span].trim_matches('"').to_owned());
        if list && depth == 0 {
            written.extend(last.take());
        }
        next = scan.next();
    }
}

/// What the innermost of these brackets holds, and the field that it belongs to.
fn resolve(frames: &[Frame]) -> Option<(Form, Option<(&'static Part, &'static Entry)>)> {
    let (outermost, inner) = frames.split_first()?;
    if outermost.open != '(' {
        return None;
    }
    let mut form = Form::Part(root());
    let mut owner = None;
    for frame in inner {
        form = match form {
            Form::Part(part) => {
                let entry = part.entry(frame.of.as_deref()?)?;
                owner = Some((part, entry));
                (entry.form)()
            }
            Form::List(of) | Form::Table(of) => *of,
            _ => return None,
        };
    }
    Some((form, owner))
}

/// Goes through a text piece by piece.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// The comment that was passed last.
    in_comment: Option<Span>,
    /// How many texts had no end on their line.
    unclosed: usize,
}

impl Scan<'_> {
    fn next(&mut self) -> Option<(Token, Span)> {
        loop {
            let rest = &self.text[self.at..];
            let c = rest.chars().next()?;
            let from = self.at;
            if c.is_whitespace() {
                self.at += c.len_utf8();
            } else if rest.starts_with("//") || c == '#' {
                self.at += rest.find('\n').unwrap_or(rest.len());
                self.in_comment = Some(from..self.at);
            } else if rest.starts_with("/*") {
                let end = rest.find("*/").map_or(rest.len(), |end| end + 2);
                self.at += end;
                // Right behind its end the comment is over.
                let closed = usize::from(rest[..end].ends_with("*/"));
                self.in_comment = Some(from..self.at - closed);
            } else if c == '"' {
                self.at += self.quoted_width(rest);
                return Some((Token::Text, from..self.at));
            } else if let Some(width) = raw_width(rest) {
                self.at += width;
                return Some((Token::Text, from..self.at));
            } else if c.is_alphanumeric() || c == '_' {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                self.at += end;
                return Some((Token::Word, from..self.at));
            } else {
                self.at += c.len_utf8();
                return Some((Token::Sign(c), from..self.at));
            }
        }
    }

    /// How long a text in quotes is. Without closing quotes on its line it goes on only if those that come
    /// next close it: a comma, a colon or a bracket stands behind them, and no line between begins a field.
    fn quoted_width(&mut self, rest: &str) -> usize {
        let mut escaped = false;
        let end = rest.char_indices().skip(1).find(|&(_, c)| {
            let ends = c == '"' && !escaped || c == '\n' && self.unclosed >= MAX_UNCLOSED;
            escaped = c == '\\' && !escaped;
            ends
        });
        let whole = end.map_or(rest.len(), |(at, c)| at + usize::from(c == '"'));
        let Some(line) = rest[..whole].find('\n') else { return whole };
        let begins_field = |line: &str| {
            let line = line.trim_start();
            let name = line.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(line.len());
            name > 0 && line[name..].trim_start().starts_with(':')
        };
        let closes = rest[whole..].trim_start().starts_with([',', ')', ']', '}', ':']);
        if closes && !rest[..whole].lines().skip(1).any(begins_field) {
            return whole;
        }
        self.unclosed += 1;
        line
    }
}

/// How long a raw text such as `r#"..."#` is.
fn raw_width(rest: &str) -> Option<usize> {
    let hashes = rest.strip_prefix('r')?.find(|c| c != '#')?;
    rest[1 + hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let body = 2 + hashes;
    Some(rest[body..].find(&close).map_or(rest.len(), |end| body + end + close.len()))
}
