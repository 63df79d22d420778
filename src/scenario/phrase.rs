//! A sentence before it has a language: a key and its arguments.
//!
//! Scores, refusals, problems and counterparts speak in phrases. The words for each key stand
//! in `assets/words`, so both languages and the tests share the same facts.

use super::{IssueNo, OptionNo, Seat, Sector};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One argument of a [`Phrase`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Arg {
    /// A number shown with this many decimals, with the decimal mark of the language.
    Num(f64, u8),
    /// The same, with its sign.
    Signed(f64, u8),
    /// A count; languages with plurals select by it.
    Count(i64),
    /// Words that are the same in both languages: an id, a name, what somebody typed.
    Word(String),
    /// The name of the country in this seat.
    Country(Seat),
    /// The title of an issue.
    Issue(IssueNo),
    /// The label of an option.
    Choice(IssueNo, OptionNo),
    /// The name of a sector.
    Sector(Sector),
    /// The headline of a piece of news, by its number.
    News(usize),
    /// The name of a domestic group of a country, by its number.
    Group(Seat, usize),
    /// Another phrase.
    Phrase(Box<Phrase>),
    /// Several phrases, joined with commas.
    List(Vec<Phrase>),
}

/// A sentence as key and arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Phrase {
    /// Which sentence: a key of the word files.
    pub key: Cow<'static, str>,
    /// The facts, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

impl Phrase {
    /// A phrase without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// The same phrase with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((Cow::Borrowed(name), arg));
        self
    }

    /// With a number of `decimals` decimals.
    #[must_use]
    pub fn num(self, name: &'static str, value: f64, decimals: u8) -> Self {
        self.with(name, Arg::Num(value, decimals))
    }

    /// With a signed number of `decimals` decimals.
    #[must_use]
    pub fn signed(self, name: &'static str, value: f64, decimals: u8) -> Self {
        self.with(name, Arg::Signed(value, decimals))
    }

    /// With a count.
    #[must_use]
    pub fn count(self, name: &'static str, value: impl TryInto<i64>) -> Self {
        self.with(name, Arg::Count(value.try_into().unwrap_or(i64::MAX)))
    }

    /// With words that need no translation.
    #[must_use]
    pub fn word(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with(name, Arg::Word(value.into()))
    }

    /// With the country in `seat`.
    #[must_use]
    pub fn country(self, name: &'static str, seat: Seat) -> Self {
        self.with(name, Arg::Country(seat))
    }

    /// With an issue's title.
    #[must_use]
    pub fn issue(self, name: &'static str, issue: IssueNo) -> Self {
        self.with(name, Arg::Issue(issue))
    }

    /// With an option's label.
    #[must_use]
    pub fn choice(self, name: &'static str, issue: IssueNo, option: OptionNo) -> Self {
        self.with(name, Arg::Choice(issue, option))
    }

    /// With another phrase.
    #[must_use]
    pub fn phrase(self, name: &'static str, phrase: Self) -> Self {
        self.with(name, Arg::Phrase(Box::new(phrase)))
    }

    /// With several phrases.
    #[must_use]
    pub fn list(self, name: &'static str, phrases: Vec<Self>) -> Self {
        self.with(name, Arg::List(phrases))
    }
}

/// What somebody says at the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Speech {
    /// Typed by a person, in whatever language.
    Typed(String),
    /// A counterpart's sentences, in both languages.
    Lines(Vec<Phrase>),
}
