//! What an editor shows of a scenario file while it is written: problems, what may be typed here, what a
//! field means, the parts of the file, and what mends a mistake.
//!
//! Everything is a function of one text and a place in it, in bytes. The words of the format come from
//! [`crate::scenario::schema`], everything else from the file itself.
//!
//! # Invariants
//!
//! - Any text and any place give an answer: no panic, and time that grows with the text.
//! - Every place in an answer lies within the text, on a boundary of letters.

pub mod complete;
mod cursor;
pub mod hover;
pub mod lines;
pub mod mendings;
pub mod outline;

use crate::analysis::analyse;
use crate::analysis::lints::{Lint, lints};
use crate::scenario::check;
use crate::scenario::file::{self, ScenarioFile, Words as Texts};
use crate::scenario::problem::{Problem, Severity, Span};
use crate::scenario::schema::{Entry, Form, Part, default};
use crate::scenario::syntax::{MAX_BYTES, MAX_PROBLEMS};
use crate::scenario::{Scenario, Text};
use crate::words::Words;
use lines::Lines;

/// A file that is open in an editor.
#[derive(Debug)]
pub struct Document {
    text: String,
    lines: Lines,
    file: ScenarioFile,
    scenario: Option<Scenario>,
    problems: Vec<Problem>,
}

/// Something to be told about a stretch of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Where.
    pub span: Span,
    /// Whether the scenario cannot be played or taught with.
    pub severity: Severity,
    /// The rule, as docs/rules.md and the guide have it.
    pub rule: &'static str,
    /// Cause and remedy, a line each.
    pub message: String,
    /// A second place that belongs to it.
    pub also: Option<Span>,
}

impl Document {
    /// Reads and checks a text.
    pub fn open(text: String) -> Self {
        let (scenario, problems) = match check::parse(&text) {
            Ok((scenario, warnings)) => (Some(scenario), warnings),
            Err(problems) => (None, problems),
        };
        // A file that is too large is not looked at any further.
        let read = if text.len() > MAX_BYTES { "" } else { &text };
        let file = file::read(read, MAX_PROBLEMS).file;
        Self { lines: Lines::of(&text), text, file, scenario, problems }
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where its lines begin.
    pub const fn lines(&self) -> &Lines {
        &self.lines
    }

    /// What is told of the file, in its order.
    pub fn notices(&self, words: Words) -> Vec<Notice> {
        let tell = |problem: &Problem| {
            let (cause, remedy) = words.problem(problem);
            Notice {
                span: self.within(&problem.span),
                severity: problem.severity,
                rule: problem.rule,
                message: format!("{cause}\n{remedy}"),
                also: problem.also.as_deref().map(|span| self.within(span)),
            }
        };
        self.problems.iter().map(tell).collect()
    }

    /// What the balance of the scenario misses, told at the title; nothing while there are errors.
    ///
    /// Every package is looked at: for a scenario of some size this takes a moment.
    pub fn remarks(&self, words: Words) -> Vec<Notice> {
        let Some(scenario) = &self.scenario else { return Vec::new() };
        let tell = |lint: Lint| Notice {
            span: self.headline(),
            severity: lint.severity,
            rule: lint.id,
            message: format!(
                "{}\n{}",
                words.phrase(&lint.finding, &scenario.shared),
                words.get(&format!("teach-{}", lint.id.to_lowercase()))
            ),
            also: None,
        };
        lints(&analyse(scenario)).into_iter().map(tell).collect()
    }

    /// Whether the scenario can be played.
    pub const fn playable(&self) -> bool {
        self.scenario.is_some()
    }

    /// Where what concerns the whole scenario is told: its title.
    pub fn headline(&self) -> Span {
        self.within(&self.file.title.span)
    }

    /// A stretch as far as it lies within the text, widened to whole letters.
    fn within(&self, span: &Span) -> Span {
        let start = self.text.floor_char_boundary(span.start);
        start..self.text.ceil_char_boundary(span.end).clamp(start, self.text.len())
    }

    /// The id of an option, with its issue.
    fn option(&self, id: &str) -> Option<(&file::IssueFile, &file::OptionFile)> {
        let mut all =
            self.file.issues.iter().flat_map(|it| it.options.iter().map(move |option| (it, option)));
        all.find(|(_, option)| option.id.value == id)
    }

    fn issue(&self, id: &str) -> Option<&file::IssueFile> {
        self.file.issues.iter().find(|issue| issue.id.value == id)
    }
}

/// A text of the file in the language of the editor.
fn said(words: Words, texts: &Texts) -> String {
    let Text { id, en } = texts.text();
    Text { id, en }.get(words.lang).to_owned()
}

/// What a field takes, in words.
pub fn form_in_words(words: Words, form: &Form) -> String {
    let bounds = |key: &str, low: &i32, high: &i32| {
        let signed = |number: &i32| words.num(f64::from(*number), 0);
        words.with(key, &[("low", &signed(low)), ("high", &signed(high))])
    };
    match form {
        Form::Whole(low, high) => bounds("form-whole", low, high),
        Form::Pair(low, high) => bounds("form-pair", low, high),
        Form::Shares => words.get("form-shares"),
        Form::Text => words.get("form-text"),
        Form::Words => words.get("form-words"),
        Form::Fact => words.get("form-fact"),
        Form::Choice(names) => words.with("form-choice", &[("choices", &names.join(", "))]),
        Form::List(of) => words.with("form-list", &[("of", &form_in_words(words, of))]),
        Form::Table(of) => words.with("form-table", &[("of", &form_in_words(words, of))]),
        Form::Part(part) => words.with("form-part", &[("name", part.name)]),
    }
}

/// Whether a field may be left out, and what holds then.
pub fn need_in_words(words: Words, part: &Part, entry: &Entry) -> String {
    match default(part, entry.name) {
        _ if entry.required => words.get("form-required"),
        Some([first, second]) if first == second => words.with("form-default", &[("value", first)]),
        Some([first, second]) => words.with("form-default-each", &[("first", first), ("second", second)]),
        None => words.get("form-optional"),
    }
}
