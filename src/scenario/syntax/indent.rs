//! What the indentation of a file tells of its brackets: which was left open, and which is one too many.

use super::Reader;
use super::balance::kind;

/// Lines looked at to find where a part is closed: none but the list of issues is longer.
const MOST_LINES: usize = 256;

/// How far a line is indented, in bytes.
fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

impl Reader<'_> {
    /// How far the line of a place is indented, in bytes.
    pub(super) fn indent(&self, at: usize) -> usize {
        let start = self.balance.lines[self.balance.line(at)];
        let line = &self.source[start..];
        line.len() - line.trim_start_matches([' ', '\t', '\u{a0}', '\u{feff}']).len()
    }

    fn first_on_its_line(&self, at: usize) -> bool {
        let start = self.balance.lines[self.balance.line(at)];
        start + self.indent(at) == at
    }

    /// Whether what stands at `here` is indented as if the bracket had been closed before it.
    pub(super) fn outdented(&self, opened: usize, here: usize, c: char, close: char) -> bool {
        if self.balance.flat
            || self.balance.lacking[kind(close)] <= 0
            || self.balance.line(opened) == self.balance.line(here)
            || !self.first_on_its_line(here)
        {
            return false;
        }
        let (outer, inner) = (self.indent(opened), self.indent(here));
        if matches!(c, ')' | ']' | '}') { inner < outer } else { inner <= outer && self.open.len() > 1 }
    }

    /// The same for what comes next, if it comes without a comma.
    pub(super) fn comes_outdented(&mut self, opened: usize, close: char) -> bool {
        self.skip();
        self.peek().is_some_and(|c| self.outdented(opened, self.at, c, close))
    }

    /// Whether this closing bracket is one too many: of another kind than what is open, though none of that kind
    /// is missing; within a line of a part that spans lines; before what is indented as if the part went on; or the
    /// outermost one, and not the last.
    pub(super) fn too_many(&self, opened: usize, here: usize, found: char, close: char) -> bool {
        let lacking = |bracket: char| self.balance.lacking[kind(bracket)];
        if lacking(found) >= 0 {
            return false;
        }
        if found != close {
            return lacking(close) == 0;
        }
        let (first, last) = (self.balance.line(opened), self.balance.line(here));
        if self.open.len() == 1 && self.source[here + 1..].contains(found) {
            return true;
        }
        match (first < last, self.first_on_its_line(here)) {
            (true, true) if self.indent(here) == self.indent(opened) => self.goes_on_deeper(here, &[]),
            (true, true) => self.goes_on_deeper(here, &[',']) || self.closed_below(opened, here, found),
            (true, false) => true,
            _ => self.goes_on_deeper(here, &[',']),
        }
    }

    /// Whether the same bracket comes below at the indentation of what it closes, before anything else does.
    fn closed_below(&self, opened: usize, here: usize, found: char) -> bool {
        let outer = self.indent(opened);
        let below =
            self.source[here..].lines().skip(1).take(MOST_LINES).filter(|line| !line.trim().is_empty());
        let mut ends = below.skip_while(|line| indent_of(line) > outer);
        ends.next().is_some_and(|line| indent_of(line) == outer && line.trim_start().starts_with(found))
    }

    /// Whether nothing but these marks follows on this line, and the next one is indented deeper.
    fn goes_on_deeper(&self, here: usize, marks: &[char]) -> bool {
        let rest = &self.source[here + 1..];
        let ends = rest
            .trim_start_matches([' ', '\t'])
            .trim_start_matches(marks)
            .trim_start_matches([' ', '\t', '\r']);
        if !ends.is_empty() && !ends.starts_with('\n') && !ends.starts_with("//") {
            return false;
        }
        let next = ends.lines().skip(1).take(MOST_LINES).find(|line| !line.trim().is_empty());
        next.is_some_and(|line| indent_of(line) > self.indent(here) + 1)
    }
}
