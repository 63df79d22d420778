//! What could be mended without a person, line by line, before anything is written.

use crate::scenario::mend::mend;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeMap;

/// Lines that stay, shown around those that change.
const AROUND: usize = 2;

/// What happens to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stays.
    Stays,
    /// It goes.
    Goes,
    /// It comes.
    Comes,
}

/// One line of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What happens to it.
    pub change: Change,
    /// Its number, from 1, in the text in which it stands.
    pub number: usize,
    /// The line without its end.
    pub text: String,
}

/// A file mended, and how that differs from the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mending {
    /// The whole new text.
    pub text: String,
    /// How often each rule was mended.
    pub counts: BTreeMap<&'static str, usize>,
    /// Stretches of lines with what changes in them, in the order of the file.
    pub stretches: Vec<Vec<Line>>,
}

impl Mending {
    /// What can be mended in a text; `None` if nothing.
    pub fn of(source: &str) -> Option<Self> {
        let mended = mend(source);
        if mended.text == source {
            return None;
        }
        let diff = TextDiff::from_lines(source, &mended.text);
        let stretches = diff
            .grouped_ops(AROUND)
            .iter()
            .map(|stretch| stretch.iter().flat_map(|op| diff.iter_changes(op)).map(line).collect())
            .collect();
        Some(Self { stretches, counts: mended.counts, text: mended.text })
    }
}

fn line(change: similar::Change<&str>) -> Line {
    let (kind, index) = match change.tag() {
        ChangeTag::Equal => (Change::Stays, change.new_index()),
        ChangeTag::Delete => (Change::Goes, change.old_index()),
        ChangeTag::Insert => (Change::Comes, change.new_index()),
    };
    let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
    Line { change: kind, number: index.map_or(0, |index| index + 1), text }
}
