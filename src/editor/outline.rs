//! The parts of a file as a tree: countries, issues with their options, news.

use super::{Document, said};
use crate::scenario::problem::Span;
use crate::words::Words;

/// What kind of part it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A country.
    Country,
    /// An issue.
    Issue,
    /// An option of an issue.
    Option,
    /// A piece of news.
    News,
}

/// A part of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its id, or the name of a country; never empty.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub what: What,
    /// All of it.
    pub span: Span,
    /// Its name; lies within all of it.
    pub name_span: Span,
    /// The parts within it.
    pub inner: Vec<Self>,
}

impl Document {
    /// The parts of the file, in its order.
    pub fn outline(&self, words: Words) -> Vec<Section> {
        let make = |what, name: String, title: String, span: &Span, at: &Span, inner| {
            let span = self.within(span);
            let at = self.within(at);
            let inside = span.start <= at.start && at.end <= span.end;
            let name_span = if inside { at } else { span.clone() };
            Section { name, title, what, span, name_span, inner }
        };
        let mut all = Vec::new();
        let file = &self.file;
        for (field, country) in [("first", &file.first), ("second", &file.second)] {
            let name = said(words, &country.name);
            if !name.is_empty() {
                let (span, at) = (&country.span, &country.name.span);
                all.push(make(What::Country, name, field.to_owned(), span, at, Vec::new()));
            }
        }
        for issue in &file.issues {
            let options = issue.options.iter().filter(|option| !option.id.value.is_empty());
            let inner = options
                .map(|it| {
                    let (name, title) = (it.id.value.clone(), said(words, &it.label));
                    make(What::Option, name, title, &it.span, &it.id.span, Vec::new())
                })
                .collect();
            if !issue.id.value.is_empty() {
                let (name, title) = (issue.id.value.clone(), said(words, &issue.title));
                all.push(make(What::Issue, name, title, &issue.span, &issue.id.span, inner));
            }
        }
        for news in file.news.iter().filter(|news| !news.id.value.is_empty()) {
            let (name, title) = (news.id.value.clone(), said(words, &news.title));
            all.push(make(What::News, name, title, &news.span, &news.id.span, Vec::new()));
        }
        all.sort_by_key(|section| section.span.start);
        all
    }
}
