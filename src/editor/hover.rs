//! What stands at a place: the field in words, the share of a weight, what an option is worth to each side.

use super::{Document, form_in_words, need_in_words, said};
use crate::scenario::Sector;
use crate::scenario::file::{CountryFile, IssueFile, OptionFile};
use crate::scenario::problem::Span;
use crate::scenario::schema::{Entry, Form, Names, PRINCIPLES, Part, names, root};
use crate::scenario::sector::Kind;
use crate::scenario::syntax::{self, Field, MAX_BYTES, Node, Value};
use crate::words::Words;

/// What is told of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The stretch that it is about.
    pub span: Span,
    /// Plain text, in lines.
    pub text: String,
}

/// What lies on the way from the whole file to a place.
#[derive(Clone, Copy, Debug)]
enum Step<'n> {
    Field(&'static Part, &'static Entry, &'n Field),
    Row(&'n Node),
    Item(&'n Node),
}

/// The way to a byte, the innermost step last.
fn way<'n>(node: &'n Node, form: &Form, at: usize, steps: &mut Vec<Step<'n>>) {
    let holds = |span: &Span| span.start <= at && at <= span.end;
    match (form, &node.value) {
        (Form::Part(part), Value::Struct(_, fields)) => {
            let whole = |field: &Field| field.span.start..field.node.span.end.max(field.span.end);
            let found = fields.iter().find(|field| holds(&whole(field)));
            let Some((field, entry)) = found.and_then(|it| Some((it, part.entry(&it.name)?))) else { return };
            steps.push(Step::Field(part, entry, field));
            if holds(&field.node.span) {
                way(&field.node, &(entry.form)(), at, steps);
            }
        }
        (Form::List(of), Value::List(items) | Value::Tuple(None, items)) => {
            if let Some(item) = items.iter().find(|item| holds(&item.span)) {
                steps.push(Step::Item(item));
                way(item, of, at, steps);
            }
        }
        (Form::Table(of), Value::Map(pairs)) => {
            let found = pairs.iter().find(|(key, value)| holds(&(key.span.start..value.span.end)));
            if let Some((key, value)) = found {
                steps.push(Step::Row(key));
                way(value, of, at, steps);
            }
        }
        _ => {}
    }
}

fn name(node: &Node) -> &str {
    match &node.value {
        Value::Text(name) | Value::Name(name) => name,
        _ => "",
    }
}

impl Document {
    /// What stands at a byte of the text; `None` where nothing can be said.
    pub fn hover(&self, words: Words, at: usize) -> Option<Told> {
        if self.text().len() > MAX_BYTES {
            return None;
        }
        let (node, _) = syntax::parse(self.text(), syntax::MAX_PROBLEMS);
        let mut steps = Vec::new();
        way(&node, &Form::Part(root()), at, &mut steps);
        let (part, entry, field) = steps.iter().rev().find_map(|step| match step {
            Step::Field(part, entry, field) => Some((*part, *entry, *field)),
            _ => None,
        })?;
        let form = (entry.form)();
        let mut text = vec![
            format!("{}: {}", entry.name, words.get(&part.help(entry))),
            format!("{}; {}.", need_in_words(words, part, entry), form_in_words(words, &form)),
        ];
        let mut span = field.span.clone();
        let about = match steps.last() {
            Some(Step::Row(node) | Step::Item(node)) => *node,
            _ => &field.node,
        };
        let id = name(about);
        let more = match names(part, entry.name) {
            Some(Names::Issues) => self.weight(words, &field.node.span, id),
            Some(Names::Options | Names::OwnOptions) => self.worth(words, id),
            Some(Names::Sectors) => Sector::from_name(id).map(|it| words.sector(it)),
            Some(Names::Principles) => id
                .strip_prefix('P')
                .and_then(|number| number.parse::<usize>().ok())
                .filter(|number| (1..=PRINCIPLES).contains(number))
                .map(|number| words.get(&format!("principle-{number}"))),
            None => None,
        };
        if more.is_some() && about.span.start <= at && at <= about.span.end {
            span = about.span.clone();
        }
        text.extend(more);
        // Within an option: what it is worth, whichever of its names and numbers is looked at.
        if part.name == "options" && matches!(entry.name, "id" | "label" | "article" | "value") {
            let here = self.file.issues.iter().flat_map(|it| &it.options);
            let option = here.into_iter().find(|it| it.span.start <= at && at <= it.span.end);
            text.extend(option.and_then(|it| self.worth(words, &it.id.value)));
        }
        if part.name == "issues" && matches!(entry.name, "id" | "title") {
            let issue = self.file.issues.iter().find(|it| it.span.start <= at && at <= it.span.end);
            text.extend(issue.map(|it| self.weights_of(words, it)));
        }
        Some(Told { span: self.within(&span), text: text.join("\n") })
    }

    /// What share of the points an issue has in the table of weights at a place.
    fn weight(&self, words: Words, span: &Span, id: &str) -> Option<String> {
        let (whose, table, of_country) =
            [&self.file.first, &self.file.second].into_iter().find_map(|country| {
                let groups =
                    country.groups.iter().filter_map(|it| Some((&it.name, it.weights.as_ref()?, false)));
                let mut all = groups.chain([(&country.name, &country.weights, true)]);
                all.find(|(_, table, _)| table.span == *span)
            })?;
        // Issues in reserve come on top of a country's hundred points.
        let counts = |key: &str| !of_country || self.issue(key).is_none_or(|issue| !issue.reserve);
        let sum: i32 = table.rows.iter().filter(|(key, _)| counts(&key.value)).map(|(_, it)| it.get()).sum();
        let weight = table.rows.iter().find(|(key, _)| key.value == id).map(|(_, weight)| weight.get())?;
        let title = self.issue(id).map_or_else(String::new, |issue| said(words, &issue.title));
        let number = |it: i32| words.num(f64::from(it), 0);
        Some(words.with(
            "editor-weight",
            &[
                ("country", &said(words, whose)),
                ("issue", &format!("{id} {title}")),
                ("weight", &number(weight)),
                ("sum", &number(sum)),
                ("percent", &words.percent(f64::from(weight) / f64::from(sum.max(1)))),
            ],
        ))
    }

    fn weight_in(country: &CountryFile, issue: &IssueFile) -> i32 {
        country.weights.rows.iter().find(|(key, _)| key.value == issue.id.value).map_or(0, |(_, it)| it.get())
    }

    /// How much an issue counts for either side.
    fn weights_of(&self, words: Words, issue: &IssueFile) -> String {
        let one = |country: &CountryFile| {
            let weight = words.num(f64::from(Self::weight_in(country, issue)), 0);
            words.with("editor-weight-of", &[("country", &said(words, &country.name)), ("weight", &weight)])
        };
        format!("{}\n{}", one(&self.file.first), one(&self.file.second))
    }

    /// What an option is worth to either side: its value, and the points that come of it.
    fn worth(&self, words: Words, id: &str) -> Option<String> {
        let (issue, option) = self.option(id)?;
        let title = format!("{id} {} \u{2013} {}", said(words, &option.label), said(words, &issue.title));
        let weightless =
            [&self.file.first, &self.file.second].into_iter().all(|it| Self::weight_in(it, issue) == 0);
        if weightless && issue.kind.value.unwrap_or(Kind::Substance) != Kind::Substance {
            return Some(format!("{title}\n{}", words.get("editor-no-points")));
        }
        let one = |country: &CountryFile, at: usize, option: &OptionFile| {
            let value = option.value.as_ref().map_or(0, |pair| pair.values[at]);
            let weight = Self::weight_in(country, issue);
            words.with(
                "editor-worth",
                &[
                    ("country", &said(words, &country.name)),
                    ("value", &words.num(f64::from(value), 0)),
                    ("weight", &words.num(f64::from(weight), 0)),
                    ("points", &words.num(f64::from(value) * f64::from(weight) / 100.0, 1)),
                ],
            )
        };
        let (first, second) = (&self.file.first, &self.file.second);
        Some(format!("{title}\n{}\n{}", one(first, 0, option), one(second, 1, option)))
    }
}
