//! What is wrong with a scenario file: place, rule, cause and remedy.

use super::phrase::Phrase;
use std::ops::Range;

/// A stretch of the file, in bytes.
pub type Span = Range<usize>;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario cannot be played.
    Error,
    /// It can, but an author should know.
    Warning,
}

/// A mechanical remedy: the file with one stretch replaced. It never changes what the author meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; an empty stretch is a place where something is put in.
    pub span: Span,
    /// What stands there afterwards.
    pub with: String,
}

/// One problem of a scenario file.
///
/// Its words are the keys `problem-<rule>` (the cause) and `remedy-<rule>` (what to do).
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The rule's id, as documented for authors.
    pub rule: &'static str,
    /// Whether the scenario can be played.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// A second place that belongs to it, as where a bracket was opened.
    pub also: Option<Box<Span>>,
    /// The facts for the words.
    pub facts: Phrase,
    /// What mends it without a person, all of it together; empty where only a person can.
    pub edits: Box<[Edit]>,
}

impl Problem {
    /// An error of `rule` at `span`.
    pub fn error(rule: &'static str, span: Span) -> Self {
        Self {
            rule,
            severity: Severity::Error,
            span,
            also: None,
            facts: Phrase::new(rule),
            edits: Box::default(),
        }
    }

    /// A warning of `rule` at `span`.
    pub fn warning(rule: &'static str, span: Span) -> Self {
        Self {
            rule,
            severity: Severity::Warning,
            span,
            also: None,
            facts: Phrase::new(rule),
            edits: Box::default(),
        }
    }

    /// With a second place.
    #[must_use]
    pub fn and(mut self, span: Span) -> Self {
        self.also = Some(Box::new(span));
        self
    }

    /// With a replacement that mends it; several belong together.
    #[must_use]
    pub fn mend(mut self, span: Span, with: impl Into<String>) -> Self {
        let mut edits = std::mem::take(&mut self.edits).into_vec();
        edits.push(Edit { span, with: with.into() });
        self.edits = edits.into();
        self
    }

    /// The same, where there is one.
    #[must_use]
    pub fn mend_if(self, edit: Option<(Span, String)>) -> Self {
        match edit {
            Some((span, with)) => self.mend(span, with),
            None => self,
        }
    }

    /// With words that need no translation.
    #[must_use]
    pub fn word(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.facts = self.facts.word(name, value);
        self
    }

    /// With a number, which is told with as many decimals as it has, up to four.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: f64) -> Self {
        let told = |scale: f64| ((value * scale).round() / scale - value).abs() < 1e-9;
        let decimals = (0..).zip([1.0, 10.0, 100.0, 1000.0]).find(|(_, scale)| told(*scale));
        let decimals = decimals.map_or(4, |(decimals, _)| decimals);
        self.facts = self.facts.num(name, value, decimals);
        self
    }

    /// With a count.
    #[must_use]
    pub fn count(mut self, name: &'static str, value: impl TryInto<i64>) -> Self {
        self.facts = self.facts.count(name, value);
        self
    }
}

/// Line and column of a byte offset, both from 1; columns count characters.
pub fn position(source: &str, offset: usize) -> (usize, usize) {
    let mut end = offset.min(source.len());
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    let before = &source[..end];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.matches('\n').count() + 1;
    let column = source[line_start..end].trim_start_matches('\u{feff}').chars().count() + 1;
    (line, column)
}

/// A piece of one line, and where in it something stands; all lengths count characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The piece, with marks where the line goes on.
    pub line: String,
    /// How many characters of it stand before the place.
    pub before: usize,
    /// How many belong to the place, at least one.
    pub marked: usize,
}

/// The line in which `span` begins, or as much of it around that place as `most` characters hold.
pub fn excerpt(source: &str, span: &Span, most: usize) -> Excerpt {
    let mut at = span.start.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    let begin = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = source[at..].find('\n').map_or(source.len(), |length| at + length);
    let mut stop = span.end.clamp(at, end);
    while !source.is_char_boundary(stop) {
        stop -= 1;
    }
    // A tab is as wide as any other letter here, or the caret would stand elsewhere.
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let line: Vec<char> = source[begin..end].trim_start_matches('\u{feff}').chars().map(plain).collect();
    let before = source[begin..at].trim_start_matches('\u{feff}').chars().count();
    let marked = source[at..stop].chars().count().max(1);
    let indent = line.iter().take_while(|c| **c == ' ').count().min(before);
    // From the first word on if that is enough, else with a third of the room before the place.
    let most = most.max(6) - 2;
    let from = if before - indent + marked.min(most / 3) <= most { indent } else { before - most / 3 };
    let to = (from + most).min(line.len());
    let mut piece: String = line[from..to.max(from)].iter().collect();
    let cut = from > indent;
    if cut {
        piece.insert(0, '\u{2026}');
    }
    if to < line.len() {
        piece.push('\u{2026}');
    }
    let before = before - from + usize::from(cut);
    let marked = marked.min((to.max(from) + usize::from(cut) - from).saturating_sub(before).max(1));
    Excerpt { line: piece, before, marked }
}

/// The name among `known` that `word` most likely means.
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = word.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&wanted, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, marked: &str, most: usize, line: &str, caret: &str) {
        let start = source.find(marked).expect("stands in the source");
        let found = excerpt(source, &(start..start + marked.len()), most);
        let under = format!("{}{}", " ".repeat(found.before), "^".repeat(found.marked));
        assert_eq!((found.line.as_str(), under.as_str()), (line, caret), "{source:?}");
    }

    #[test]
    fn a_mistake_is_shown_in_its_line_and_a_long_line_around_it() {
        check("(\n  id: \"a\",\n\ttitel: 1,\n)", "titel", 60, "titel: 1,", "^^^^^");
        check("a\nb\nc", "b", 60, "b", "^");
        let long = format!("  text: \"{}\" here {}", "x".repeat(90), "y".repeat(90));
        let shown = format!("\u{2026}{}\" here {}\u{2026}", "x".repeat(4), "y".repeat(7));
        check(&long, "here", 20, &shown, "       ^^^^");
        assert_eq!(excerpt("", &(0..0), 20), Excerpt { line: String::new(), before: 0, marked: 1 });
        assert_eq!(excerpt("ab", &(9..12), 20).before, 2, "behind the end");
    }
}
