//! Places as editors count them: line and column from 0, the column in units of UTF-16.

use crate::scenario::problem::Span;

/// A place: line and column from 0, the column in units of UTF-16.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// Where the lines of a text begin, in bytes. A line ends with `\n`, `\r\n` or `\r`.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of a text.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|&(at, &byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        Self { starts: std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect() }
    }

    /// The place of a byte of `text`; within a letter its beginning, behind the end the end.
    pub fn place(&self, text: &str, at: usize) -> Place {
        let at = text.floor_char_boundary(at);
        let line = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let units: usize = text.get(start..at).unwrap_or_default().chars().map(char::len_utf16).sum();
        let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        Place { line: number(line), column: number(units) }
    }

    /// The byte of `text` at a place; behind the end of a line its end, within a letter its beginning.
    pub fn offset(&self, text: &str, place: Place) -> usize {
        let Some(&start) = self.starts.get(place.line as usize) else { return text.len() };
        let end = self.starts.get(place.line as usize + 1).copied().unwrap_or(text.len());
        let line = text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        let mut left = place.column as usize;
        for (at, c) in line.char_indices() {
            if left < c.len_utf16() {
                return start + at;
            }
            left -= c.len_utf16();
        }
        start + line.len()
    }

    /// Both ends of a stretch.
    pub fn range(&self, text: &str, span: &Span) -> [Place; 2] {
        [self.place(text, span.start), self.place(text, span.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_units_of_utf_16_in_every_script() {
        // One unit, two units (a pair), right to left, a joined family of seven scalars, a mark of its own.
        let text = "ü = 1\r\n🌊🌊 b\rالميناء: 2\n👨‍👩‍👧‍👦x\ne\u{301}f";
        let lines = Lines::of(text);
        let check = |piece: &str, line: u32, column: u32| {
            let at = text.find(piece).expect("in the text");
            assert_eq!(lines.place(text, at), Place { line, column }, "{piece}");
            assert_eq!(lines.offset(text, Place { line, column }), at, "{piece}");
        };
        check("= 1", 0, 2);
        check("b\r", 1, 5);
        check(": 2", 2, 7);
        check("x\n", 3, 11);
        check("f", 4, 2);
    }

    #[test]
    fn a_place_that_there_is_not_becomes_the_nearest_one() {
        let text = "a🌊b\nc\r\n";
        let lines = Lines::of(text);
        let offset = |line, column| lines.offset(text, Place { line, column });
        assert_eq!(offset(0, 2), 1, "within a pair of units");
        assert_eq!(offset(0, 99), "a🌊b".len(), "behind the end of a line");
        assert_eq!(offset(1, 99), text.len() - 2, "before both marks of its end");
        assert_eq!([offset(2, 0), offset(2, 5), offset(9, 0)], [text.len(); 3]);
        assert_eq!(lines.place(text, 3), Place { line: 0, column: 1 }, "within a letter");
        assert_eq!(lines.place(text, 999), Place { line: 2, column: 0 });
    }
}
