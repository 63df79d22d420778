//! Texts, and what people put in place of straight quotes.

use super::{MAX_UNCLOSED, Problem, Reader, Span, Value, in_name, invisible, starts_name};

/// A text that lacks its opening quote is looked for no further than this, in bytes.
const MAX_SENTENCE: usize = 1024;

/// Quotes of word processors.
pub(super) const CURLY: [char; 12] = [
    '\u{201c}', '\u{201d}', '\u{201e}', '\u{201f}', '\u{00ab}', '\u{00bb}', '\u{2033}', '\u{2018}',
    '\u{2019}', '\u{201a}', '\u{2032}', '\u{ff02}',
];
/// Those of them that stand in place of single quotes, and may be apostrophes within a text.
const SINGLE: [char; 5] = ['\u{2018}', '\u{2019}', '\u{201a}', '\u{2032}', '\''];

/// Whether something follows that may stand behind a value.
pub(super) fn separated(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\t', '\u{a0}']);
    after.is_empty() || after.starts_with([',', ')', ']', '}', ':', '\n', '\r', ';', '=', '#']) || {
        after.starts_with("//") || after.starts_with("/*")
    }
}

/// The quote that opens, and the one that closes, as word processors write them in both languages.
const OPENING: char = '\u{201c}';
const CLOSING: char = '\u{201d}';

/// The quote that closes a text that was opened before this line: quotes within it come in pairs.
fn paired(line: &str) -> Option<(usize, char)> {
    let mut open = 1usize;
    line.char_indices().find(|(at, c)| {
        match *c {
            OPENING => open += 1,
            CLOSING => open = open.saturating_sub(1),
            _ => return false,
        }
        open == 0 && *c == CLOSING && separated(&line[at + c.len_utf8()..])
    })
}

/// Whether `name :` comes next, white space before the colon allowed.
pub(super) fn field_at(rest: &str) -> bool {
    let end = rest.find(|c| !in_name(c)).unwrap_or(rest.len());
    let gap = |c: char| c.is_whitespace() || invisible(c);
    // `https://` begins an address.
    let after = rest[end..].trim_start_matches(gap);
    end > 0 && rest.starts_with(starts_name) && after.starts_with(':') && !after.starts_with("://")
}

/// Whether words follow behind a comma, as nothing of the file does: neither a text, a name with its value, nor a bracket.
fn prose_behind_comma(after: &str) -> bool {
    let Some(words) = after.trim_start().strip_prefix(',').map(str::trim_start) else { return false };
    let word = words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len());
    word > 0 && words[word..].starts_with([' ', '.', '-']) && !field_at(words)
}

/// The letter behind `\u`, and how long its number is: `{1F30A}`, or four digits as JSON has them, two such
/// numbers for a letter beyond the first 65,536.
fn unicode(after: &str) -> Option<(char, usize)> {
    if let Some(inner) = after.strip_prefix('{') {
        let digits = &inner[..inner.find('}')?];
        let code = u32::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))?;
        return Some((char::from_u32(code)?, digits.len() + 2));
    }
    let four = |text: &str| {
        let digits = text.get(..4).filter(|it| it.chars().all(|c| c.is_ascii_hexdigit()))?;
        u16::from_str_radix(digits, 16).ok()
    };
    let first = four(after)?;
    if let Some(alone) = char::from_u32(u32::from(first)) {
        return Some((alone, 4));
    }
    let second = four(after.get(4..)?.strip_prefix("\\u")?)?;
    let letter = char::decode_utf16([first, second]).next()?.ok()?;
    Some((letter, 10))
}

/// Whether a colour such as `#b5462f` comes next, which people write without quotes: it begins no comment.
pub(super) fn colour_at(rest: &str) -> bool {
    let digits = rest.strip_prefix('#').and_then(|rest| rest.get(..6));
    digits.is_some_and(|digits| digits.bytes().all(|it| it.is_ascii_hexdigit())) && separated(&rest[7..])
}

impl Reader<'_> {
    /// The length of a text that has its closing quote only: `name: Bentala",`.
    pub(super) fn closed_only(&self) -> Option<usize> {
        if !self.wrong || !self.peek().is_some_and(char::is_alphabetic) {
            return None;
        }
        let line = self.line_rest();
        let line = &line[..line.floor_char_boundary(MAX_SENTENCE)];
        let end = line
            .find(['"', ':', '(', ')', '[', ']', '{', '}'])
            .filter(|end| line[*end..].starts_with('"'))?;
        separated(&line[end + 1..]).then_some(end)
    }

    /// Such a text.
    pub(super) fn half_text(&mut self, length: usize) -> Value {
        let from = self.at;
        let words = self.source[from..from + length].to_owned();
        self.at = from + length + 1;
        self.note(
            Problem::error("no-opening-quote", from..self.at)
                .word("text", opening(&words))
                .mend(from..from, "\""),
        );
        Value::Text(words)
    }

    pub(super) fn raw_text_ahead(&self) -> bool {
        self.rest()[1..].trim_start_matches('#').starts_with('"')
    }

    pub(super) fn raw_text(&mut self) -> Value {
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
                let words = opening(self.source[start..].lines().next().unwrap_or(""));
                self.note(Problem::error("open-text", from..start).word("text", words));
                self.lost = true;
                self.at = self.source.len();
                Value::Bad
            }
        }
    }

    /// A text in single quotes or in quotes of a word processor.
    pub(super) fn foreign_text(&mut self) -> Value {
        let from = self.at;
        let open = self.peek().unwrap_or('\'');
        self.bump();
        let start = self.at;
        let rest = self.rest();
        let line = self.line_rest();
        let single = SINGLE.contains(&open);
        let closes = |c: char| if single { SINGLE.contains(&c) } else { CURLY.contains(&c) || c == '"' };
        let mut marks = line.char_indices().filter(|(_, c)| closes(*c));
        let pairs = if open == OPENING { paired(line) } else { None };
        let well = pairs.or_else(|| marks.clone().find(|(at, c)| separated(&line[at + c.len_utf8()..])));
        // A text of several lines ends at the next such mark, if no straight quote stands before it.
        let end = well.or_else(|| marks.next()).or_else(|| {
            let next = rest.char_indices().find(|(_, c)| closes(*c) || *c == '"' || *c == ':')?;
            (closes(next.1) && open != '\'' && separated(&rest[next.0 + next.1.len_utf8()..])).then_some(next)
        });
        let Some((length, close)) = end else {
            if open == '\'' {
                self.note(Problem::error("strange-character", from..start).word("character", "'"));
                return Value::Bad;
            }
            let bare = line.trim_end().trim_end_matches([',', ')', ']', '}']).trim_end();
            self.at = start + bare.len();
            self.note(Problem::error("open-text", from..self.at).word("text", opening(bare)));
            return Value::Text(bare.to_owned());
        };
        let words = &rest[..length];
        self.at = start + length + close.len_utf8();
        let rule = if open == '\'' { "single-quotes" } else { "curly-quotes" };
        let mut problem = Problem::error(rule, from..self.at).mend(from..start, "\"");
        for (at, _) in words.match_indices('"') {
            problem = problem.mend(start + at..start + at, "\\");
        }
        self.note(problem.mend(start + length..self.at, "\""));
        Value::Text(words.to_owned())
    }

    pub(super) fn text(&mut self) -> Value {
        let from = self.at;
        let told = self.problems.len();
        let read = self.read_text(from + 1);
        if let Some((words, end, newlines)) = read {
            let after = &self.source[end..];
            let gap = after.trim_start_matches([' ', '\t', '\u{a0}']);
            if newlines == 0 {
                // A second text or a field behind a text: only the comma is missing.
                let next = gap.starts_with('"') && !gap.starts_with("\"\"") || field_at(gap);
                if separated(after) || next {
                    self.at = end;
                    return Value::Text(words);
                }
            } else {
                // A quote that was never closed swallows the file up to the next one. Then the text
                // spans lines, and no separator follows it.
                let swallowed = self.source[from..end].lines().skip(1).any(|line| {
                    let line = line.trim_start();
                    let name = line.find(|c| !in_name(c)).unwrap_or(line.len());
                    name > 0 && line[name..].trim_start().starts_with(':') && line[name..].contains('"')
                });
                if separated(after) && !swallowed {
                    self.at = end;
                    return Value::Text(words);
                }
            }
            if newlines == 0
                && let Some(name) = words.trim_end().strip_suffix(':').filter(|it| matches!(*it, "id" | "en"))
                && after.starts_with(|c: char| !c.is_whitespace())
            {
                // `"en: "Nusa ...`: the key lacks its second quote.
                self.problems.truncate(told);
                let key = from + 1..from + 1 + name.len();
                return self.half_quoted(key.clone(), key.end);
            }
            self.problems.truncate(told);
            if let Some(value) = self.half_curly(from).or_else(|| self.inner_quotes(from)) {
                return value;
            }
            let cut = words.trim_end().ends_with(',') && names_key(after);
            if newlines == 0 && !cut {
                self.at = end;
                return Value::Text(words);
            }
            if cut && newlines == 0 {
                // `"Nusa, "en": ...`: the quote before the comma is missing.
                return self.unclosed_text(from, self.source[from + 1..end - 1].trim_end());
            }
        }
        self.problems.truncate(told);
        if let Some(value) = self.half_curly(from) {
            return value;
        }
        self.at = from + 1;
        let line = self.line_rest();
        self.unclosed_text(from, line.trim_end())
    }

    /// A text with a straight quote before it and one of a word processor behind it.
    fn half_curly(&mut self, from: usize) -> Option<Value> {
        self.at = from + 1;
        let line = self.line_rest();
        let end = paired(line).or_else(|| {
            line.char_indices().find(|(at, c)| {
                CURLY.contains(c) && !SINGLE.contains(c) && separated(&line[at + c.len_utf8()..])
            })
        });
        let (length, mark) = end?;
        if line[..length].replace("\\\"", "").contains('"') {
            return None;
        }
        let place = from + 1 + length..from + 1 + length + mark.len_utf8();
        self.at = place.end;
        self.note(Problem::error("curly-quotes", from..place.end).mend(place, "\""));
        Some(Value::Text(line[..length].to_owned()))
    }

    /// `"He said "yes" at once"`: quotes within a text, which end it too early.
    fn inner_quotes(&mut self, from: usize) -> Option<Value> {
        self.at = from + 1;
        let line = self.line_rest();
        let quotes: Vec<usize> = line
            .match_indices('"')
            .map(|(at, _)| at)
            .filter(|&at| !line[..at].ends_with('\\'))
            .take(64)
            .collect();
        let ends = |no: usize| {
            let after = &line[quotes[no] + 1..];
            // `"A "b", then c."`: the words behind the comma are still the text's.
            separated(after) && (no.is_multiple_of(2) || !prose_behind_comma(after))
        };
        let last = (0..quotes.len()).find(|no| ends(*no))?;
        // A key behind the text means that its own closing quote is missing.
        let colon = line[quotes[last] + 1..].trim_start().starts_with(':');
        if last == 0 || last % 2 == 1 || colon {
            return None;
        }
        let mut problem = Problem::error("inner-quotes", from + 1 + quotes[0]..from + 2 + quotes[last - 1]);
        for &at in &quotes[..last] {
            problem = problem.mend(from + 1 + at..from + 1 + at, "\\");
        }
        self.note(problem);
        self.at = from + 2 + quotes[last];
        Some(Value::Text(line[..quotes[last]].to_owned()))
    }

    /// A key with one quote only, and where the other belongs.
    pub(super) fn half_quoted(&mut self, key: Span, missing: usize) -> Value {
        self.at = key.end;
        let name = &self.source[key.clone()];
        let problem = Problem::error("half-quoted", key).word("name", name);
        self.note(problem.mend(missing..missing, "\""));
        Value::Text(name.to_owned())
    }

    fn unclosed_text(&mut self, from: usize, written: &str) -> Value {
        let bare = written.trim_end_matches([',', ')', ']', '}']).trim_end();
        self.at = from + 1 + bare.len();
        self.unclosed += 1;
        self.note(Problem::error("open-text", from..self.at).word("text", opening(bare)));
        Value::Text(bare.to_owned())
    }

    /// A text without quotes, up to the comma or the end of the line.
    pub(super) fn unquoted_text(&mut self, from: usize) -> Value {
        self.at = from;
        let line = self.line_rest();
        // Brackets that are opened within the words are closed there too.
        let mut open = 0usize;
        let end = line.find(|c| match c {
            '(' => {
                open += 1;
                false
            }
            ')' if open > 0 => {
                open -= 1;
                false
            }
            ',' => open == 0,
            _ => matches!(c, ')' | ']' | '}' | '"'),
        });
        // One that stays open belongs to the file.
        let end = if open > 0 { line.find([',', ')', ']', '}', '"']) } else { end };
        let end = end.unwrap_or(line.len());
        // What follows a colon at once is an address and no comment.
        let comment = line[..end].match_indices("//").find(|(at, _)| !line[..*at].ends_with(':'));
        let end = comment.map_or(end, |(at, _)| at);
        let words = line[..end].trim_end();
        self.at = from + words.len();
        // Behind a comma within the line the text might go on.
        let rest = line[end..].trim_start_matches(',').trim();
        let sure = rest.is_empty() || rest.starts_with("//") || line[end..].starts_with([')', '}']);
        Value::Unquoted(words.to_owned(), sure)
    }

    /// Whether a name is followed by more words on its line, as only a text without quotes is.
    pub(super) fn unquoted_ahead(&self) -> bool {
        let line = self.line_rest();
        let name = line.find(|c| !in_name(c)).unwrap_or(line.len());
        let after = line[name..].trim_start_matches([' ', '\t', '\u{a0}']);
        let gap = after.len() < line[name..].len();
        let ends = separated(after) && !after.starts_with("://")
            || after.starts_with(['(', '"', '%', '{', '[', '!'])
            || field_at(after);
        !ends && !line[..name].starts_with('"') && (gap || !after.starts_with('\''))
    }

    /// The words of a text, where it ends, and how many lines it spans.
    fn read_text(&mut self, start: usize) -> Option<(String, usize, usize)> {
        let mut words = String::new();
        let mut newlines = 0;
        self.at = start;
        let ahead = if self.unclosed < MAX_UNCLOSED { self.rest() } else { self.line_rest() };
        let mut chars = ahead.char_indices().peekable();
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
                    Some((_, '\r')) if chars.peek().is_some_and(|(_, next)| *next == '\n') => {
                        newlines += 1;
                        while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                    }
                    Some((_, '\n')) => {
                        // A line that goes on: the break and the indent are not part of the text.
                        newlines += 1;
                        while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                    }
                    Some((at, 'u')) => match unicode(&ahead[at + 1..]) {
                        Some((meant, length)) => {
                            words.push(meant);
                            while chars.next_if(|(next, _)| *next <= at + length).is_some() {}
                        }
                        None => {
                            let from = start + offset;
                            self.note(
                                Problem::error("bad-escape", from..start + at + 1).word("character", 'u'),
                            );
                            words.push('\u{fffd}');
                        }
                    },
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

/// Whether the rest of a key and its colon come next: `en": ...`.
fn names_key(after: &str) -> bool {
    let end = after.find(|c| !in_name(c)).unwrap_or(after.len());
    end > 0 && after[end..].strip_prefix('"').is_some_and(|rest| rest.trim_start().starts_with(':'))
}

/// The first words of a text, to name it by.
fn opening(text: &str) -> String {
    let mut short: String = text.chars().take(24).collect();
    if short.len() < text.len() {
        short.push('\u{2026}');
    }
    short
}
