//! Writing for people and for scripts.

use crate::scenario::problem::{Problem, Severity, position};
use crate::words::Words;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::io::{self, Write};
use std::ops::Range;
use std::sync::OnceLock;

/// The first reason why data did not reach its reader.
static UNWRITTEN: OnceLock<io::Error> = OnceLock::new();

/// Writes data to standard output. A reader that has gone away is no error; a disk that is full is one, which
/// [`unwritten`] tells.
pub(super) fn data(text: &str) {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = UNWRITTEN.set(error);
        }
        _ => {}
    }
}

/// Why data could not be written, if it could not.
pub(super) fn unwritten() -> Option<&'static io::Error> {
    UNWRITTEN.get()
}

/// Writes a message to standard error.
pub(super) fn message(text: &str) {
    let mut out = io::stderr().lock();
    let _ = writeln!(out, "{}", text.trim_end());
}

/// Adds what was probably meant, if something comes near.
pub(super) fn or_meant(words: Words, told: &mut String, meant: Option<&str>) {
    if let Some(meant) = meant {
        told.push(' ');
        told.push_str(&words.with("cli-did-you-mean", &[("meant", meant)]));
    }
}

/// A path as it is typed behind a command: in quotation marks if it would fall apart without.
pub(super) fn typed(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\.-_:~+,@".contains(c);
    if path.chars().all(plain) { path.to_owned() } else { format!("\"{path}\"") }
}

/// Problems with their line, a caret, cause and remedy.
pub(super) fn problems(words: Words, path: &str, source: &str, problems: &[Problem]) -> String {
    let renderer = Renderer::plain().term_width(120);
    let mut text = String::new();
    let (error, warning, help) = (words.get("cli-error"), words.get("cli-warning"), words.get("cli-remedy"));
    for problem in problems {
        let (cause, remedy) = words.problem(problem);
        let level = match problem.severity {
            Severity::Error => Level::ERROR.with_name(error.as_str()),
            Severity::Warning => Level::WARNING.with_name(warning.as_str()),
        };
        // A source that is empty has no line to show.
        let span =
            clamp(source, problem.span.start)..clamp(source, problem.span.end.max(problem.span.start + 1));
        let also = problem.also.as_ref().map(|also| clamp(source, also.start)..clamp(source, also.end));
        if line_length(source, span.start) > LONG_LINE {
            let (line, column) = place(source, problem);
            let piece: String = source[span.start..].chars().take(60).take_while(|c| *c != '\n').collect();
            let level = if problem.severity == Severity::Error { &error } else { &warning };
            let rule = problem.rule;
            text.push_str(&format!(
                "{level}[{rule}]: {cause}\n --> {path}:{line}:{column}\n  | {piece}\n  = {help}: {remedy}\n\n"
            ));
            continue;
        }
        // Only the lines in question: a file of one endless line is shown as well as any other.
        let (begin, end) = lines_around(source, &span, also.as_ref());
        let inner = |span: Range<usize>| {
            let span = first_line(source, span);
            span.start - begin..span.end.min(end) - begin
        };
        let mut snippet = Snippet::source(&source[begin..end])
            .line_start(position(source, begin).0)
            .path(path)
            .annotation(AnnotationKind::Primary.span(inner(span)));
        if let Some(also) = also {
            snippet = snippet
                .annotation(AnnotationKind::Context.span(inner(also)).label(words.get("cli-here-too")));
        }
        let report = [level
            .primary_title(cause)
            .id(problem.rule)
            .element(snippet)
            .element(Level::HELP.with_name(help.as_str()).message(remedy))];
        text.push_str(&renderer.render(&report));
        text.push_str("\n\n");
    }
    text
}

fn clamp(source: &str, at: usize) -> usize {
    let mut at = at.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Of a line longer than this, only a piece is shown: drawing all of it for every problem takes long.
const LONG_LINE: usize = 16 * 1024;

/// The length of the line that a place stands on, as far as it matters.
fn line_length(source: &str, at: usize) -> usize {
    let before = at - source[..at].rfind('\n').map_or(0, |end| end + 1);
    before + source[at..].find('\n').unwrap_or(source.len() - at)
}

/// From the beginning of the first line to the end of the last one that two places stand on.
fn lines_around(source: &str, span: &Range<usize>, also: Option<&Range<usize>>) -> (usize, usize) {
    let first = also.map_or(span.start, |also| also.start.min(span.start));
    let last = also.map_or(span.start, |also| also.start.max(span.start));
    let begin = source[..first].rfind('\n').map_or(0, |at| at + 1);
    (begin, source[last..].find('\n').map_or(source.len(), |at| last + at))
}

/// A long stretch is shown by its first line: the caret has to stay on the screen.
fn first_line(source: &str, span: Range<usize>) -> Range<usize> {
    let line_end = source[span.start..].find('\n').map_or(source.len(), |end| span.start + end);
    span.start..span.end.min(line_end).max(span.start)
}

/// Line and column of a problem.
pub(super) fn place(source: &str, problem: &Problem) -> (usize, usize) {
    position(source, problem.span.start)
}

/// Rows with their columns aligned; the first row is the heading. Numbers are aligned to the right.
pub(super) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let numeric = |column: usize| {
        rows.iter().skip(1).filter_map(|row| row.get(column)).all(|cell| {
            cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '\u{2212}' | '\u{2013}'))
        }) && rows.len() > 1
    };
    let right: Vec<bool> = (0..columns).map(numeric).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[column] - cell.chars().count());
            if column > 0 {
                line.push_str("  ");
            }
            if right[column] {
                line.push_str(&pad);
                line.push_str(cell);
            } else {
                line.push_str(cell);
                line.push_str(&pad);
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A text broken at words so that lines stay under 100 characters, each line indented.
pub(super) fn wrapped(text: &str, indent: usize) -> String {
    let mut wrapped = String::new();
    let mut width = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if width == 0 || width + 1 + length > 100 {
            if width > 0 {
                wrapped.push('\n');
            }
            wrapped.push_str(&" ".repeat(indent));
            width = indent;
        } else {
            wrapped.push(' ');
            width += 1;
        }
        wrapped.push_str(word);
        width += length;
    }
    wrapped.push('\n');
    wrapped
}
