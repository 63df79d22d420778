//! Reads JSON into a [`Tree`]. `serde_json` keeps neither places nor numbers as they are written.

use super::tree::{Tree, Value};
use super::{MAX_DEPTH, MAX_VALUES};
use crate::scenario::problem::Problem;

/// Reads a whole file.
///
/// # Errors
///
/// The first place that is no JSON, or that is too deep or too much.
pub(super) fn parse(source: &str) -> Result<Tree, Problem> {
    let at = source.len() - source.trim_start_matches('\u{feff}').len();
    let mut reader = Reader { source, at, values: 0 };
    let tree = reader.value(0)?;
    reader.skip();
    if reader.at < source.len() { Err(reader.broken()) } else { Ok(tree) }
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    values: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn broken(&self) -> Problem {
        Problem::error("source-json", self.at..self.at + 1)
    }

    fn expect(&mut self, byte: u8) -> Result<(), Problem> {
        if self.peek() != Some(byte) {
            return Err(self.broken());
        }
        self.at += 1;
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Result<Tree, Problem> {
        self.skip();
        let from = self.at;
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(Problem::error("source-too-much", from..from + 1).count("limit", MAX_VALUES));
        }
        if depth > MAX_DEPTH {
            return Err(Problem::error("source-too-deep", from..from + 1).count("limit", MAX_DEPTH));
        }
        let value = match self.peek() {
            Some(b'{') => self.table(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Value::Scalar(self.text()?, true),
            _ => Value::Scalar(self.word()?, false),
        };
        Ok(Tree { span: from..self.at, value })
    }

    fn table(&mut self, depth: usize) -> Result<Value, Problem> {
        self.expect(b'{')?;
        let mut rows = Vec::new();
        self.skip();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Value::Table(rows));
        }
        loop {
            self.skip();
            let from = self.at;
            let key = self.text()?;
            let key = Tree { span: from..self.at, value: Value::Scalar(key, true) };
            self.skip();
            self.expect(b':')?;
            rows.push((key, self.value(depth + 1)?));
            self.skip();
            match self.peek() {
                Some(b',') => self.at += 1,
                _ => {
                    self.expect(b'}')?;
                    return Ok(Value::Table(rows));
                }
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, Problem> {
        self.expect(b'[')?;
        let mut items = Vec::new();
        self.skip();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.skip();
            match self.peek() {
                Some(b',') => self.at += 1,
                _ => {
                    self.expect(b']')?;
                    return Ok(Value::List(items));
                }
            }
        }
    }

    /// A number or a word such as `null`; what NegMAS writes for infinity passes as well.
    fn word(&mut self) -> Result<String, Problem> {
        let rest = &self.source[self.at..];
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        let end = rest.find(|c| !plain(c)).unwrap_or(rest.len());
        if end == 0 {
            return Err(self.broken());
        }
        self.at += end;
        Ok(rest[..end].to_owned())
    }

    fn text(&mut self) -> Result<String, Problem> {
        self.expect(b'"')?;
        let mut text = String::new();
        loop {
            let rest = &self.source[self.at..];
            let end = rest.find(['"', '\\']).ok_or_else(|| self.broken())?;
            text.push_str(&rest[..end]);
            self.at += end + 1;
            if rest[end..].starts_with('"') {
                return Ok(text);
            }
            let escaped = self.peek();
            self.at += 1;
            text.push(match escaped {
                Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
                Some(b'n') => '\n',
                Some(b't') => '\t',
                Some(b'r') => '\r',
                Some(b'b') => '\u{8}',
                Some(b'f') => '\u{c}',
                Some(b'u') => self.escaped_letter()?,
                _ => {
                    self.at -= 1;
                    return Err(self.broken());
                }
            });
        }
    }

    /// What stands after `\u`: four hexadecimal digits, and four more for a letter outside the first 65,536.
    fn escaped_letter(&mut self) -> Result<char, Problem> {
        let high = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&high) || !self.source[self.at..].starts_with("\\u") {
            return Ok(char::from_u32(high).unwrap_or('\u{fffd}'));
        }
        self.at += 2;
        let low = self.four_digits()?;
        let both = 0x1_0000 + ((high - 0xd800) << 10) + (low.wrapping_sub(0xdc00) & 0x3ff);
        Ok(char::from_u32(both).unwrap_or('\u{fffd}'))
    }

    fn four_digits(&mut self) -> Result<u32, Problem> {
        let digits =
            self.source.get(self.at..self.at + 4).filter(|it| it.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code = code.ok_or_else(|| self.broken())?;
        self.at += 4;
        Ok(code)
    }
}
