//! What mends a mistake without a person: one at a time, or all of them.

use super::Document;
use crate::scenario::mend::mend;
use crate::scenario::problem::{Edit, Span};
use crate::words::Words;

/// A mending of one mistake.
#[derive(Clone, Debug, PartialEq)]
pub struct Mending {
    /// What it does: the remedy.
    pub title: String,
    /// The rule that it satisfies.
    pub rule: &'static str,
    /// Where the mistake is.
    pub span: Span,
    /// What changes, without overlaps.
    pub edits: Vec<Edit>,
}

impl Document {
    /// The mendings of the mistakes that touch a stretch of the text.
    pub fn mendings(&self, words: Words, within: &Span) -> Vec<Mending> {
        let touches = |span: &Span| span.start <= within.end && within.start <= span.end;
        self.problems
            .iter()
            .filter(|problem| !problem.edits.is_empty())
            .filter(|it| touches(&it.span) || it.edits.iter().any(|edit| touches(&edit.span)))
            .filter(|it| it.edits.iter().all(|edit| self.text().get(edit.span.clone()).is_some()))
            .map(|problem| Mending {
                title: words.problem(problem).1,
                rule: problem.rule,
                span: self.within(&problem.span),
                edits: problem.edits.to_vec(),
            })
            .collect()
    }

    /// What `mufakat fix` would change: the stretch from the first to the last line that differ. `None` if
    /// nothing would.
    pub fn mend_all(&self) -> Option<Edit> {
        let before = self.text();
        let after = mend(before).text;
        if before == after {
            return None;
        }
        // Whole lines, so that no letter is cut in two.
        let same = |a: &str, b: &str| a == b;
        let lines = |text: &str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (lines(before), lines(&after));
        let head = old.iter().zip(&new).take_while(|(a, b)| same(a, b)).count();
        let most = old.len().min(new.len()) - head;
        let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| same(a, b)).count();
        let length = |lines: &[String]| lines.iter().map(String::len).sum::<usize>();
        let span = length(&old[..head])..before.len() - length(&old[old.len() - tail..]);
        Some(Edit { span, with: new[head..new.len() - tail].concat() })
    }
}
