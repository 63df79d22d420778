//! Mends what can be mended without a person, and leaves everything else of the file as it is.
//!
//! A problem carries its mechanical remedy as [`Edit`]s; here they are applied, and the file is read
//! again until nothing is left to mend. Besides, marks that nobody sees and that this program reads
//! over (a byte order mark, spaces that do not break, tabs before a line) become plain spaces, so that
//! other programs can read the file as well.
//!
//! # Invariants
//!
//! - Comments, texts and layout stay: only the stretches named by edits change.
//! - Mending what was mended changes nothing.

use super::check;
use super::problem::{Edit, Problem};
use super::syntax::MAX_BYTES;
use std::collections::BTreeMap;

/// More rounds than any mistake needs: each of them mends at least one.
const MAX_ROUNDS: usize = 64;
/// Problems looked at in a round.
const MAX_PROBLEMS: usize = 20_000;

/// A file after mending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// The whole text.
    pub text: String,
    /// How often each rule was mended; the keys are rules, and `invisible-mark`, `odd-space`, `tab`.
    pub counts: BTreeMap<&'static str, usize>,
}

/// Mends a file.
pub fn mend(source: &str) -> Mended {
    let mut mended = Mended { text: source.to_owned(), counts: BTreeMap::new() };
    if source.len() > MAX_BYTES || source.contains('\0') {
        return mended;
    }
    for _ in 0..MAX_ROUNDS {
        let problems = match check::parse_with(&mended.text, MAX_PROBLEMS) {
            Ok((_, warnings)) => warnings,
            Err(problems) => problems,
        };
        if !apply(&mut mended, &problems) {
            // Plain spaces may show where a part was meant to end: then there is more to mend.
            let before = mended.text.clone();
            tidy(&mut mended);
            if mended.text == before {
                break;
            }
        }
    }
    mended
}

/// Applies the edits of all problems that do not get in each other's way; false if there are none.
fn apply(mended: &mut Mended, problems: &[Problem]) -> bool {
    let mut edits: Vec<&Edit> = Vec::new();
    let free = |edits: &[&Edit], edit: &Edit| {
        let at = edits.partition_point(|other| other.span.start < edit.span.start);
        let before = at.checked_sub(1).is_none_or(|at| edits[at].span.end <= edit.span.start);
        let after = edits.get(at).is_none_or(|other| {
            edit.span.end <= other.span.start
                && (other.span.start, other.span.end) != (edit.span.start, edit.span.end)
        });
        before && after
    };
    let mut counts: Vec<&'static str> = Vec::new();
    for problem in problems.iter().filter(|problem| !problem.edits.is_empty()) {
        let sound = |edit: &Edit| mended.text.get(edit.span.clone()).is_some_and(|it| it != edit.with);
        if problem.edits.iter().all(|edit| sound(edit) && free(&edits, edit)) {
            counts.push(problem.rule);
            for edit in &problem.edits {
                let at = edits.partition_point(|other| other.span.start < edit.span.start);
                edits.insert(at, edit);
            }
        }
    }
    let mut text = String::with_capacity(mended.text.len() + 64);
    let mut at = 0;
    for edit in &edits {
        text.push_str(&mended.text[at..edit.span.start]);
        text.push_str(&edit.with);
        at = edit.span.end;
    }
    text.push_str(&mended.text[at..]);
    mended.text = text;
    for rule in &counts {
        *mended.counts.entry(rule).or_default() += 1;
    }
    !counts.is_empty()
}

/// The length of the raw text that begins here, `r"..."` or `r#"..."#`; none if it is none, or has no end.
fn raw_text(rest: &str) -> Option<usize> {
    let hashes = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    let start = 1 + hashes + 1;
    let end = format!("\"{}", "#".repeat(hashes));
    rest[1 + hashes..]
        .starts_with('"')
        .then(|| rest[start..].find(&end))
        .flatten()
        .map(|at| start + at + end.len())
}

/// Replaces what nobody sees, outside of texts and comments.
fn tidy(mended: &mut Mended) {
    let source = std::mem::take(&mut mended.text);
    let mut count = |rule| *mended.counts.entry(rule).or_default() += 1;
    let mut text = String::with_capacity(source.len());
    let mut chars = source.char_indices().peekable();
    let (mut before_line, mut block) = (true, 0usize);
    let (mut in_text, mut in_comment, mut escaped) = (false, false, false);
    let mut in_name = false;
    while let Some((at, c)) = chars.next() {
        let quiet = !in_text && !in_comment && block == 0;
        if quiet
            && c == 'r'
            && !in_name
            && let Some(length) = raw_text(&source[at..])
        {
            // A raw text is as its author wrote it, marks and quotes and all.
            text.push_str(&source[at..at + length]);
            while chars.next_if(|(next, _)| *next < at + length).is_some() {}
            (before_line, in_name) = (false, false);
            continue;
        }
        in_name = c.is_alphanumeric() || c == '_';
        match c {
            '\u{feff}' if text.is_empty() => {
                count("invisible-mark");
                continue;
            }
            _ if !quiet => {}
            '\u{feff}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{200e}' | '\u{200f}' => {
                count("invisible-mark");
                continue;
            }
            '\t' if before_line => {
                count("tab");
                text.push_str("    ");
                continue;
            }
            '\t' | '\n' | '\r' | ' ' => {}
            c if c.is_whitespace()
                && !matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') =>
            {
                count("odd-space");
                text.push(' ');
                continue;
            }
            _ => {}
        }
        text.push(c);
        let next = chars.peek().map(|(_, next)| *next);
        if in_text {
            in_text = c != '"' || escaped;
            escaped = c == '\\' && !escaped;
        } else if in_comment {
            in_comment = c != '\n';
        } else if block > 0 {
            if c == '*' && next == Some('/') {
                block -= 1;
                text.extend(chars.next().map(|it| it.1));
            } else if c == '/' && next == Some('*') {
                block += 1;
                text.extend(chars.next().map(|it| it.1));
            }
        } else if c == '"' {
            (in_text, escaped) = (true, false);
        } else if c == '/' && next == Some('*') {
            block = 1;
            text.extend(chars.next().map(|it| it.1));
        } else if c == '/' && next == Some('/') || c == '#' && next != Some('!') {
            in_comment = true;
        }
        before_line = c == '\n' || before_line && c == ' ';
    }
    mended.text = text;
}
