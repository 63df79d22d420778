//! The format as data: which fields each part has, what they take, and what holds without them.
//!
//! Parts, fields and what they take come from the structs of [`mod@super::file`] themselves. Only what those
//! types cannot say stands here: which ids a table names, and the defaults of the checker (a test
//! writes every default into a scenario and finds that nothing changes). The one-line help of a field is
//! the words `field-<part>-<field>`.

use super::file::ScenarioFile;
use std::collections::BTreeSet;

/// One kind of bracket of the file.
#[derive(Debug)]
pub struct Part {
    /// Its name in messages and word keys.
    pub name: &'static str,
    /// Its fields, in the order of the format.
    pub fields: &'static [Entry],
}

/// One field of a part.
#[derive(Debug)]
pub struct Entry {
    /// Its name in the file.
    pub name: &'static str,
    /// Whether a file without it is refused in every case.
    pub required: bool,
    /// What it takes.
    pub form: fn() -> Form,
}

/// What a value of the file looks like.
#[derive(Clone, Debug)]
pub enum Form {
    /// A whole number between two bounds, both included.
    Whole(i32, i32),
    /// Two of them: first country, second country.
    Pair(i32, i32),
    /// Two numbers from 0 to 1 with decimals: first country, second country.
    Shares,
    /// A plain text in quotes.
    Text,
    /// A text in both languages.
    Words,
    /// `true` or `false`.
    Fact,
    /// One of these names, without quotes.
    Choice(Vec<&'static str>),
    /// A list.
    List(Box<Self>),
    /// Names and values.
    Table(Box<Self>),
    /// A bracket with fields of its own.
    Part(&'static Part),
}

impl Part {
    /// The field of this name.
    pub fn entry(&self, name: &str) -> Option<&'static Entry> {
        self.fields.iter().find(|entry| entry.name == name)
    }

    /// The words that explain one of its fields.
    pub fn help(&self, entry: &Entry) -> String {
        format!("field-{}-{}", self.name, entry.name).replace('_', "-")
    }
}

/// The whole file.
pub fn root() -> &'static Part {
    &ScenarioFile::PART
}

/// Every part once, in the order in which the format first needs it.
pub fn parts() -> Vec<&'static Part> {
    fn part_in(form: &Form) -> Option<&'static Part> {
        match form {
            Form::Part(part) => Some(part),
            Form::List(of) | Form::Table(of) => part_in(of),
            _ => None,
        }
    }
    let mut known = BTreeSet::from([root().name]);
    let mut parts = vec![root()];
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        for inner in part.fields.iter().filter_map(|entry| part_in(&(entry.form)())) {
            if known.insert(inner.name) {
                parts.push(inner);
            }
        }
        at += 1;
    }
    parts
}

/// What the names in a field stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Ids of issues.
    Issues,
    /// Ids of options, of any issue.
    Options,
    /// Ids of the options of the same issue.
    OwnOptions,
    /// Sectors.
    Sectors,
    /// P1 to P14.
    Principles,
}

/// What the names in a field of a part stand for; `None` where they are new or free.
pub fn names(part: &Part, field: &str) -> Option<Names> {
    match (part.name, field) {
        ("country" | "groups", "weights") => Some(Names::Issues),
        ("country", "red_lines") | ("news", "values") | ("exact", "options") => Some(Names::Options),
        ("issues", "status_quo") => Some(Names::OwnOptions),
        ("country", "needs") | ("meets", _) => Some(Names::Sectors),
        ("scoring", "principles") => Some(Names::Principles),
        _ => None,
    }
}

/// How many principles there are.
pub const PRINCIPLES: usize = 14;

/// What holds where a field is left out, as it would be written; the two are for the first country and
/// for the second. `None` where a missing field means that there is nothing of it.
pub fn default(part: &Part, field: &str) -> Option<[&'static str; 2]> {
    let one = |value| Some([value, value]);
    match (part.name, field) {
        ("scenario", "reading_minutes") | ("timing", "rounds") => one("10"),
        ("scenario", "difficulty") => one("Medium"),
        ("timing", "actions") => one("2"),
        ("timing", "minutes") => one("30"),
        ("country", "patience" | "capacity") => one("80"),
        ("country", "trust") => one("50"),
        ("country", "rivalry") => one("30"),
        ("exposure", "pandemic") => one("60"),
        ("exposure", "energy") => Some(["30", "60"]),
        ("exposure", "climate") => Some(["60", "30"]),
        ("exposure", "security") => one("40"),
        ("exposure", "politics") => one("30"),
        ("issues", "kind") => one("Substance"),
        ("issues", "reserve") | ("options", "locked" | "sweetener" | "harmful") => one("false"),
        ("options", "sovereignty" | "dependence" | "effort") | ("news", "batna") => one("(0, 0)"),
        ("pillars" | "features", _) | ("groups", "at_least") => one("0"),
        ("news", "chance") => one("100"),
        ("checks", "min_efficiency") => one("75"),
        ("checks", "max_coercion") => one("30"),
        ("checks", "need_critical") => one("70"),
        ("checks", "need_met") => one("50"),
        ("checks", "no_net_harm") => one("true"),
        ("fairness", "equality") => one("35"),
        ("fairness", "equity") => one("30"),
        ("fairness", "maximin") => one("20"),
        ("fairness", "special_treatment" | "development_gap") => one("15"),
        ("fairness", "alpha_contribution") => one("50"),
        ("implementation", "years") => one("8"),
        ("implementation", "storm") => one("100"),
        ("scoring", "baseline") => one("Batna"),
        _ => None,
    }
}
