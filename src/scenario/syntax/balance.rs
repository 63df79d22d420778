//! Brackets and lines counted once for the whole file.

/// How many brackets of each kind lack their closing one in the whole file; negative: are too many.
///
/// Only this tells a bracket left open from a file that is indented in its own way.
#[derive(Default)]
pub(super) struct Balance {
    pub(super) lacking: [i64; 3],
    /// Where each line begins.
    pub(super) lines: Vec<usize>,
    /// Hardly a line is indented: indentation says nothing of what belongs together.
    pub(super) flat: bool,
}

/// The kind of a bracket, opening or closing.
pub(super) fn kind(c: char) -> usize {
    match c {
        '(' | ')' => 0,
        '[' | ']' => 1,
        _ => 2,
    }
}

impl Balance {
    pub(super) fn of(source: &str) -> Self {
        let filled = || source.lines().filter(|line| !line.trim().is_empty());
        let indented = filled().filter(|line| line.starts_with([' ', '\t', '\u{a0}'])).count();
        let flat = indented * 10 < filled().count();
        let mut balance = Self { lacking: [0; 3], lines: vec![0], flat };
        let mut start = 0;
        for line in source.split_inclusive('\n') {
            start += line.len();
            balance.lines.push(start);
            let mut chars = line.chars().peekable();
            let mut before = ' ';
            while let Some(c) = chars.next() {
                let behind = std::mem::replace(&mut before, c);
                match c {
                    '"' => {
                        // A text ends on its line, or the rest of the line belongs to it.
                        let mut escaped = false;
                        for c in chars.by_ref() {
                            if c == '"' && !escaped {
                                break;
                            }
                            escaped = c == '\\' && !escaped;
                        }
                    }
                    // The two of an address begin no comment.
                    '/' if chars.peek() == Some(&'/') && behind != ':' => break,
                    '/' if chars.peek() == Some(&'/') => _ = chars.next(),
                    '#' if chars.clone().take(6).filter(char::is_ascii_hexdigit).count() < 6 => break,
                    '(' | '[' | '{' => balance.lacking[kind(c)] += 1,
                    ')' | ']' | '}' => balance.lacking[kind(c)] -= 1,
                    _ => {}
                }
            }
        }
        balance
    }

    /// The same lines with as many brackets of each kind closed as opened.
    pub(super) fn even(self) -> Self {
        Self { lacking: [0; 3], ..self }
    }

    /// The line of a place, from 0.
    pub(super) fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at).saturating_sub(1)
    }
}
