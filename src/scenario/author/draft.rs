//! A text while it is changed: after each small change it is read again, so that every place is true.

use super::layout::{Bracket, fitted, line_start, unit};
use super::path::{Path, Step};
use super::places;
use super::refusal::Refusal;
use crate::scenario::edit::{Edits, indent, quoted};
use crate::scenario::problem::Span;
use crate::scenario::schema::{self, Form, Names};
use crate::scenario::syntax::{self, Node, Value};

/// A text and its values.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub text: String,
    pub root: Node,
}

impl Draft {
    /// The text, if all of it can be read.
    pub(super) fn read(text: String) -> Result<Self, Refusal> {
        let (root, problems) = syntax::parse(&text, syntax::MAX_PROBLEMS);
        let broken = syntax::looks_like_json(&text) || !matches!(root.value, Value::Struct(..));
        if broken || !problems.is_empty() {
            return Err(Refusal::Unreadable);
        }
        Ok(Self { text, root })
    }

    /// Puts a text in the place of a stretch.
    pub(super) fn splice(&mut self, span: Span, with: &str) -> Result<(), Refusal> {
        self.splices(&[(span, with)])
    }

    /// Several at once: between them the text need not be whole.
    fn splices(&mut self, changes: &[(Span, &str)]) -> Result<(), Refusal> {
        let mut edits = Edits::of(&self.text);
        for (span, with) in changes {
            edits.replace(span.clone(), *with);
        }
        *self = Self::read(edits.apply())?;
        Ok(())
    }

    fn node(&self, path: &Path) -> Result<&Node, Refusal> {
        places::node(&self.root, path).ok_or_else(|| Refusal::NoSuchPlace(path.clone()))
    }

    fn bracket(&self, path: &Path) -> Result<Bracket<'_>, Refusal> {
        Bracket::of(&self.text, self.node(path)?).ok_or_else(|| Refusal::NoSuchPlace(path.clone()))
    }

    /// Writes a value, with the brackets around it that are not there yet.
    pub(super) fn put(&mut self, path: &Path, written: &str) -> Result<(), Refusal> {
        if let Some(node) = places::node(&self.root, path) {
            let span = node.span.clone();
            return self.splice(span, written);
        }
        let (parent, step) = path.split().ok_or_else(|| Refusal::NoSuchPlace(path.clone()))?;
        let form = places::form(&parent).ok_or_else(|| Refusal::NoSuchPlace(path.clone()))?;
        let row = match (&form, step) {
            (Form::Part(_), Step::Name(name)) => format!("{name}: {written}"),
            (Form::Table(_) | Form::Words, Step::Name(name)) => format!("{}: {written}", quoted(name)),
            (Form::Pair(..), Step::No(0)) => format!("{written}, 0"),
            (Form::Pair(..), Step::No(_)) => format!("0, {written}"),
            (Form::List(_), Step::No(_)) => written.to_owned(),
            _ => return Err(Refusal::NoSuchPlace(path.clone())),
        };
        let there = places::node(&self.root, &parent);
        let nothing = there.is_none_or(|it| matches!(&it.value, Value::Name(name) if name == "None"));
        if nothing {
            let whole = match form {
                Form::Part(_) => format!("( {row} )"),
                Form::Table(_) | Form::Words => format!("{{ {row} }}"),
                Form::Pair(..) => format!("({row})"),
                _ => format!("[{row}]"),
            };
            return self.put(&parent, &whole);
        }
        let at = self.rank(&parent, step)?;
        let name = match step {
            Step::Name(name) if matches!(form, Form::Part(_)) => Some(name.as_str()),
            _ => None,
        };
        self.insert(&parent, at, &row, name)
    }

    /// Before which item a new field or row comes: as the format, or the list of issues, has it.
    fn rank(&self, parent: &Path, step: &Step) -> Result<usize, Refusal> {
        let (Step::Name(name), bracket) = (step, self.bracket(parent)?) else {
            return Ok(self.bracket(parent)?.items.len());
        };
        let issues;
        let order: Vec<&str> = match places::form(parent) {
            Some(Form::Part(part)) => part.fields.iter().map(|entry| entry.name).collect(),
            Some(Form::Words) => vec!["id", "en"],
            Some(Form::Table(_)) if self.names(parent) == Some(Names::Issues) => {
                issues = self.issue_ids();
                issues.iter().map(String::as_str).collect()
            }
            _ => return Ok(bracket.items.len()),
        };
        let place = |name: &str| order.iter().position(|it| *it == name);
        let own = place(name);
        let rows = places::rows(&self.root, parent);
        let before = rows.iter().rposition(|(other, _)| place(other) < own && place(other).is_some());
        Ok(before.map_or(0, |before| before + 1))
    }

    fn names(&self, path: &Path) -> Option<Names> {
        places::entry(path).and_then(|(part, entry)| schema::names(part, entry.name))
    }

    /// The ids of the issues, in order.
    pub(super) fn issue_ids(&self) -> Vec<String> {
        let list = Path::of("issues");
        let count = places::items(&self.root, &list).len();
        let id = |no| places::text(&self.root, &list.no(no).name("id")).unwrap_or_default().to_owned();
        (0..count).map(id).collect()
    }

    /// Puts a piece before the item of this number, or behind all of them. The piece is laid out with four
    /// spaces a step. A field goes behind a comment that shows it, where there is one.
    pub(super) fn insert(
        &mut self,
        path: &Path,
        at: usize,
        piece: &str,
        field: Option<&str>,
    ) -> Result<(), Refusal> {
        let bracket = self.bracket(path)?;
        let unit = unit(&self.text, &self.root);
        let inner = bracket.item_indent(&unit);
        let newline = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let piece = fitted(piece, &inner, &unit, &self.text);
        let own_line = format!("{inner}{piece},{newline}");
        let count = bracket.items.len();
        if count == 0 {
            let (from, to) = (bracket.open, bracket.close);
            let outer = indent(&self.text, from - 1).to_owned();
            if !self.text[from..to].trim().is_empty() {
                // Only comments stand there.
                let line = line_start(&self.text, to);
                return if line > from && self.text[line..to].trim().is_empty() {
                    self.splice(line..line, &own_line)
                } else {
                    self.splice(to..to, &format!("{newline}{own_line}{outer}"))
                };
            }
            let list = self.text[from - 1..].starts_with('[');
            let whole = if piece.contains('\n') {
                format!("{newline}{own_line}{outer}")
            } else if list {
                piece
            } else {
                format!(" {piece} ")
            };
            return self.splice(from..to, &whole);
        }
        // A comment that shows the field lies on lines of its own, behind the comma of what is above it.
        if let Some(shown) = field.and_then(|name| bracket.shown_in_comment(name)) {
            let before = (0..count).rev().find(|&no| bracket.items[no].end <= shown);
            let lacking = before.filter(|&no| bracket.comma(no).is_none()).map(|no| bracket.items[no].end);
            let comma = lacking.map(|end| (end..end, ","));
            let changes: Vec<_> = comma.into_iter().chain([(shown..shown, own_line.as_str())]).collect();
            return self.splices(&changes);
        }
        let Some(before) = at.min(count).checked_sub(1) else {
            return match bracket.lines(0) {
                Some(lines) => self.splice(lines.comments..lines.comments, &own_line),
                None => {
                    let start = bracket.items[0].start;
                    self.splice(start..start, &format!("{piece}, "))
                }
            };
        };
        let end = bracket.items[before].end;
        match (bracket.lines(before), bracket.comma(before)) {
            (Some(lines), Some(_)) => self.splice(lines.end..lines.end, &own_line),
            (Some(lines), None) => self.splices(&[(end..end, ","), (lines.end..lines.end, &own_line)]),
            (None, _) => self.splice(end..end, &format!(", {piece}")),
        }
    }

    /// Takes an item, a field or a row out. With `comments` the comment lines right above go along.
    pub(super) fn remove(&mut self, path: &Path, no: usize, comments: bool) -> Result<(), Refusal> {
        let bracket = self.bracket(path)?;
        let item = bracket.items.get(no).cloned().ok_or_else(|| Refusal::NoSuchPlace(path.no(no)))?;
        if let Some(lines) = bracket.lines(no) {
            let from = if comments { lines.comments } else { lines.start };
            return self.splice(from..lines.end, "");
        }
        let comma = bracket.comma(no);
        let plain =
            |from: usize, to: usize| self.text[from..to].chars().all(|c| c.is_whitespace() || c == ',');
        let next = bracket.items.get(no + 1).map(|it| it.start);
        let before = no.checked_sub(1).map(|no| bracket.items[no].end);
        let (open, close) = (bracket.open, bracket.close);
        let span = match (next, before) {
            (Some(next), _) if plain(item.end, next) => item.start..next,
            (None, Some(before)) if plain(before, item.start) => before..item.end,
            (None, None) if plain(open, item.start) && plain(item.end, close) => open..close,
            // A comment stands between: only the item and its comma go.
            _ => {
                let comma = comma.map(|at| (at..at + 1, ""));
                let changes: Vec<_> = [(item, "")].into_iter().chain(comma).collect();
                return self.splices(&changes);
            }
        };
        self.splice(span, "")
    }

    /// Takes a field or a row out, if it is there; comments stay.
    pub(super) fn clear(&mut self, path: &Path) -> Result<(), Refusal> {
        let Some((parent, Step::Name(name))) = path.split() else {
            return Err(Refusal::NoSuchPlace(path.clone()));
        };
        let found = places::rows(&self.root, &parent).iter().position(|(it, _)| it == name);
        found.map_or(Ok(()), |no| self.remove(&parent, no, false))
    }

    /// Exchanges an item with the one behind it, each with its comments.
    pub(super) fn swap(&mut self, path: &Path, no: usize) -> Result<(), Refusal> {
        let bracket = self.bracket(path)?;
        if no + 1 >= bracket.items.len() {
            return Err(Refusal::NoSuchPlace(path.no(no + 1)));
        }
        let (one, two) = (bracket.items[no].clone(), bracket.items[no + 1].clone());
        let (whole, text) = match (bracket.lines(no), bracket.lines(no + 1)) {
            (Some(first), Some(second)) => {
                let with_comma = |no: usize, from: usize, to: usize| {
                    let mut lines = self.text[from..to].to_owned();
                    if bracket.comma(no).is_none() {
                        lines.insert(bracket.items[no].end - from, ',');
                    }
                    lines
                };
                let upper = with_comma(no, first.comments, first.end);
                let lower = with_comma(no + 1, second.comments, second.end);
                let between = &self.text[first.end..second.comments];
                (first.comments..second.end, format!("{lower}{between}{upper}"))
            }
            _ => {
                let between = &self.text[one.end..two.start];
                let text = format!("{}{between}{}", &self.text[two.clone()], &self.text[one.clone()]);
                (one.start..two.end, text)
            }
        };
        self.splice(whole, &text)
    }

    /// Puts a copy of an item behind it, as it is written.
    pub(super) fn copy(&mut self, path: &Path, no: usize) -> Result<(), Refusal> {
        let bracket = self.bracket(path)?;
        let item = bracket.items.get(no).cloned().ok_or_else(|| Refusal::NoSuchPlace(path.no(no)))?;
        let raw = self.text[item.clone()].to_owned();
        match bracket.lines(no) {
            Some(lines) => {
                let newline = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
                let line = format!("{}{raw},{newline}", indent(&self.text, item.start));
                let comma = if bracket.comma(no).is_none() { "," } else { "" };
                self.splices(&[(item.end..item.end, comma), (lines.end..lines.end, &line)])
            }
            None => self.splice(item.end..item.end, &format!(", {raw}")),
        }
    }

    /// Another key for a row of a table.
    pub(super) fn rename_row(&mut self, table: &Path, old: &str, new: &str) -> Result<(), Refusal> {
        let found = match &self.node(table)?.value {
            Value::Map(rows) => rows.iter().find(|(it, _)| places::key(it) == Some(old)),
            _ => None,
        };
        let span = found.map(|(key, _)| key.span.clone());
        span.map_or(Ok(()), |span| self.splice(span, &quoted(new)))
    }
}
