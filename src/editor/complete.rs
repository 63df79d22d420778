//! What may be typed at a place: fields that are not there yet, choices, ids that the file has.

use super::cursor::{Cursor, Expected, cursor};
use super::{Document, form_in_words, need_in_words, said};
use crate::scenario::Sector;
use crate::scenario::edit::quoted;
use crate::scenario::problem::Span;
use crate::scenario::schema::{Entry, Form, Names, PRINCIPLES, Part, default, names};
use crate::words::Words;

/// What kind of thing is proposed, for its sign in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A field.
    Field,
    /// One of a fixed list.
    Choice,
    /// An id of this file.
    Id,
    /// A bracket or a text with its signs.
    Frame,
}

/// Something that may be typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What is shown, and by what it is found.
    pub label: String,
    /// Beside it: what it takes, or what it stands for.
    pub detail: String,
    /// Help, where there is any.
    pub help: String,
    /// What stands in the file in place of [`Self::span`] afterwards; `$0` to `$9` are places to type at.
    pub text: String,
    /// What is replaced.
    pub span: Span,
    /// Its kind.
    pub sort: Sort,
}

/// A place to type at has no meaning for editors without them.
pub fn without_stops(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '$' if chars.peek().is_some_and(char::is_ascii_digit) => {
                chars.next();
            }
            '\\' if matches!(chars.peek(), Some('$' | '\\')) => plain.extend(chars.next()),
            _ => plain.push(c),
        }
    }
    plain
}

/// A text of the file, in which nothing is a place to type at.
fn literal(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$")
}

impl Document {
    /// What may be typed at a byte of the text, required fields first.
    pub fn complete(&self, words: Words, at: usize) -> Vec<Proposal> {
        let Some(here) = cursor(self.text(), at) else { return Vec::new() };
        match &here.expected {
            Expected::Field(part) if !here.quoted => fields(words, &here, part),
            Expected::Field(_) => Vec::new(),
            Expected::Language => ["id", "en"]
                .into_iter()
                .filter(|code| !here.written.iter().any(|it| it == code))
                .map(|code| {
                    let name = words.get(&format!("editor-language-{code}"));
                    key(&here, code, name, Sort::Field, "\"$1\",$0")
                })
                .collect(),
            Expected::Key(part, entry) => self.keys(words, &here, part, entry),
            Expected::Value(form, part, entry) => self.values(words, &here, form, part, entry, at),
        }
    }

    /// Ids, sectors or principles that a table does not name yet.
    fn keys(&self, words: Words, here: &Cursor, part: &Part, entry: &Entry) -> Vec<Proposal> {
        let form = (entry.form)();
        let value = match &form {
            Form::Table(of) => frame(of),
            _ => "$0".to_owned(),
        };
        let mut list = self.named(words, names(part, entry.name), None);
        list.retain(|(name, _)| !here.written.contains(name));
        list.iter()
            .map(|(name, what)| key(here, name, what.clone(), Sort::Id, &format!("{value},")))
            .collect()
    }

    fn values(
        &self,
        words: Words,
        here: &Cursor,
        form: &Form,
        part: &Part,
        entry: &Entry,
        at: usize,
    ) -> Vec<Proposal> {
        let make = |label: &str, detail: String, text: String, sort| Proposal {
            label: label.to_owned(),
            detail,
            help: words.get(&part.help(entry)),
            text,
            span: here.word.clone(),
            sort,
        };
        match form {
            Form::Text => {
                let list = self.named(words, names(part, entry.name), Some(at));
                let fresh = list.into_iter().filter(|(name, _)| !here.written.contains(name));
                let text = |name: &str| if here.quoted { literal(name) } else { literal(&quoted(name)) };
                fresh.map(|(name, what)| make(&name, what, text(&name), Sort::Id)).collect()
            }
            _ if here.quoted => Vec::new(),
            Form::Choice(choices) => {
                let sector =
                    |name: &str| Sector::from_name(name).map_or_else(String::new, |it| words.sector(it));
                let one = |name: &&str| make(name, sector(name), (*name).to_owned(), Sort::Choice);
                choices.iter().map(one).collect()
            }
            Form::Fact => {
                ["true", "false"].map(|it| make(it, String::new(), it.to_owned(), Sort::Choice)).into()
            }
            Form::Whole(..) | Form::Pair(..) => default(part, entry.name)
                .filter(|[first, second]| first == second)
                .map(|[value, _]| {
                    make(value, need_in_words(words, part, entry), value.to_owned(), Sort::Choice)
                })
                .into_iter()
                .collect(),
            Form::Shares => Vec::new(),
            Form::Words | Form::List(_) | Form::Table(_) | Form::Part(_) => {
                let text = frame(form);
                let label = without_stops(&text);
                vec![make(&label, form_in_words(words, form), text, Sort::Frame)]
            }
        }
    }

    /// Names that a field may use, with what they stand for.
    fn named(&self, words: Words, names: Option<Names>, at: Option<usize>) -> Vec<(String, String)> {
        let issues = &self.file.issues;
        let mut list: Vec<(String, String)> = match names {
            None => Vec::new(),
            Some(Names::Issues) => {
                issues.iter().map(|issue| (issue.id.value.clone(), said(words, &issue.title))).collect()
            }
            Some(which @ (Names::Options | Names::OwnOptions)) => {
                let here = |span: &Span| at.is_some_and(|at| span.start <= at && at <= span.end);
                let own = issues.iter().any(|issue| here(&issue.span)) && which == Names::OwnOptions;
                issues
                    .iter()
                    .filter(|issue| !own || here(&issue.span))
                    .flat_map(|issue| issue.options.iter().map(move |option| (issue, option)))
                    .map(|(issue, option)| {
                        let what = format!("{}: {}", said(words, &issue.title), said(words, &option.label));
                        (option.id.value.clone(), what)
                    })
                    .collect()
            }
            Some(Names::Sectors) => {
                Sector::ALL.iter().map(|it| (it.name().to_owned(), words.sector(*it))).collect()
            }
            Some(Names::Principles) => (1..=PRINCIPLES)
                .map(|number| (format!("P{number}"), words.get(&format!("principle-{number}"))))
                .collect(),
        };
        list.retain(|(name, _)| !name.is_empty());
        list
    }
}

/// The fields of a part that the file does not have at this place.
fn fields(words: Words, here: &Cursor, part: &'static Part) -> Vec<Proposal> {
    let missing = part.fields.iter().filter(|entry| !here.written.iter().any(|it| it == entry.name));
    let mut list: Vec<&Entry> = missing.collect();
    list.sort_by_key(|entry| !entry.required);
    list.into_iter()
        .map(|entry| {
            let form = (entry.form)();
            let value = if here.named { String::new() } else { format!(": {},", frame(&form)) };
            Proposal {
                label: entry.name.to_owned(),
                detail: format!("{}; {}", need_in_words(words, part, entry), form_in_words(words, &form)),
                help: words.get(&part.help(entry)),
                text: format!("{}{value}", entry.name),
                span: here.word.clone(),
                sort: Sort::Field,
            }
        })
        .collect()
}

/// A key of a table; within quotes only its name is put in.
fn key(here: &Cursor, name: &str, detail: String, sort: Sort, value: &str) -> Proposal {
    let text = match (here.quoted, here.named) {
        (true, _) => literal(name),
        (false, true) => literal(&quoted(name)),
        (false, false) => format!("{}: {value}", literal(&quoted(name))),
    };
    Proposal { label: name.to_owned(), detail, help: String::new(), text, span: here.word.clone(), sort }
}

/// The signs around a value, with places to type at.
fn frame(form: &Form) -> String {
    match form {
        Form::Whole(..) | Form::Fact | Form::Choice(_) => "$0",
        Form::Pair(..) | Form::Shares => "($1, $2)$0",
        Form::Text => "\"$1\"$0",
        Form::Words => "{ \"id\": \"$1\", \"en\": \"$2\" }$0",
        Form::List(_) => "[$0]",
        Form::Table(_) => "{ $0 }",
        Form::Part(_) => "( $0 )",
    }
    .to_owned()
}
