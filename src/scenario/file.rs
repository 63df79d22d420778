//! The RON format, version 1: what a scenario file may say, as written and not yet checked.
//!
//! Each struct below is one kind of bracket in the file; its fields are the fields of the file.
//! A field that cannot be read is noted as a problem and replaced by an empty value, so that the
//! rest of the file is read as well.

use super::problem::{Problem, Severity, Span, closest};
use super::sector::{Difficulty, Feature, Kind, Pillar, Sector};
use super::syntax::{Field, Node, Value};
use super::text::Text;

/// The format that this program reads.
pub const FORMAT: i32 = 1;

/// A value of the file with its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct At<T> {
    /// Where it stands.
    pub span: Span,
    /// The value.
    pub value: T,
}

/// Collects problems while a file is read.
#[derive(Debug, Default)]
pub struct Reading {
    /// What was found so far.
    pub problems: Vec<Problem>,
    told_json: bool,
}

impl Reading {
    fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn wanted(&mut self, node: &Node, what: &'static str) {
        // What could not be read at all has been told already.
        if node.value != Value::Bad {
            self.note(Problem::error(what, node.span.clone()).word("found", describe(&node.value)));
        }
    }
}

/// What a value is, as a short piece of the file.
fn describe(value: &Value) -> String {
    match value {
        Value::Int(whole) => whole.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Bool(fact) => fact.to_string(),
        Value::Text(words) => format!("\"{}\"", words.chars().take(24).collect::<String>()),
        Value::Name(name) => name.clone(),
        Value::Struct(name, _) | Value::Tuple(name, _) => format!("{}( ... )", name.as_deref().unwrap_or("")),
        Value::List(_) => "[ ... ]".to_owned(),
        Value::Map(_) => "{ ... }".to_owned(),
        Value::Bad => String::new(),
    }
}

/// Something that can be read from a node of the file.
pub trait Read: Sized {
    /// Reads it; what is wrong is noted, and an empty value stands in.
    fn read(node: &Node, reading: &mut Reading) -> Self;
    /// What stands in where the file says nothing.
    fn missing(span: Span) -> Self;
}

/// A whole number from `LO` to `HI`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whole<const LO: i32, const HI: i32>(pub At<i32>);

impl<const LO: i32, const HI: i32> Whole<LO, HI> {
    /// The number.
    pub const fn get(&self) -> i32 {
        self.0.value
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.0.span.clone()
    }
}

impl<const LO: i32, const HI: i32> Read for Whole<LO, HI> {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        let number = match &node.value {
            Value::Int(whole) => match i32::try_from(*whole) {
                Ok(whole) if (LO..=HI).contains(&whole) => Some(whole),
                _ => {
                    reading.note(
                        Problem::error("out-of-range", node.span.clone())
                            .word("found", whole.to_string())
                            .word("low", LO.to_string())
                            .word("high", HI.to_string()),
                    );
                    None
                }
            },
            Value::Float(number) => {
                let meant = if number.abs() <= 1.0 { (number * 100.0).round() } else { number.round() };
                reading.note(
                    Problem::error("not-whole", node.span.clone())
                        .word("found", number.to_string())
                        .word("meant", format!("{meant:.0}")),
                );
                Some((meant as i32).clamp(LO, HI))
            }
            Value::Text(words) => {
                let number = words.trim().trim_end_matches('%').parse::<i32>().ok();
                if number.is_some() {
                    reading.note(Problem::error("quoted-number", node.span.clone()).word("found", words));
                } else {
                    reading.wanted(node, "want-number");
                }
                number.map(|number| number.clamp(LO, HI))
            }
            _ => {
                reading.wanted(node, "want-number");
                None
            }
        };
        Self(At { span: node.span.clone(), value: number.unwrap_or(0.clamp(LO, HI)) })
    }

    fn missing(span: Span) -> Self {
        Self(At { span, value: 0.clamp(LO, HI) })
    }
}

/// Two numbers: for the first country and for the second.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Both<const LO: i32, const HI: i32> {
    /// Where the pair stands.
    pub span: Span,
    /// The two numbers.
    pub values: [i32; 2],
}

impl<const LO: i32, const HI: i32> Read for Both<LO, HI> {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        let mut pair = Self { span: node.span.clone(), values: [0; 2] };
        match &node.value {
            Value::Tuple(None, items) if items.len() == 2 => {
                for (value, item) in pair.values.iter_mut().zip(items) {
                    *value = Whole::<LO, HI>::read(item, reading).get();
                }
            }
            Value::Tuple(None, items) | Value::List(items) => {
                let rule = if matches!(node.value, Value::List(_)) { "pair-in-list" } else { "want-pair" };
                reading.note(Problem::error(rule, node.span.clone()).count("count", items.len()));
            }
            _ => reading.wanted(node, "want-pair-not"),
        }
        pair
    }

    fn missing(span: Span) -> Self {
        Self { span, values: [0; 2] }
    }
}

/// Two shares of 1 with decimals: for the first country and for the second.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shares {
    /// Where the pair stands.
    pub span: Span,
    /// The two shares.
    pub values: [f64; 2],
}

impl Read for Shares {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        let mut pair = Self { span: node.span.clone(), values: [0.0; 2] };
        match &node.value {
            Value::Tuple(None, items) if items.len() == 2 => {
                for (value, item) in pair.values.iter_mut().zip(items) {
                    *value = share(item, reading);
                }
            }
            Value::Tuple(None, items) | Value::List(items) => {
                let rule = if matches!(node.value, Value::List(_)) { "pair-in-list" } else { "want-pair" };
                reading.note(Problem::error(rule, node.span.clone()).count("count", items.len()));
            }
            _ => reading.wanted(node, "want-pair-not"),
        }
        pair
    }

    fn missing(span: Span) -> Self {
        Self { span, values: [0.0; 2] }
    }
}

/// A number from 0 to 1; 0 stands in for what is none.
fn share(node: &Node, reading: &mut Reading) -> f64 {
    let number = match &node.value {
        Value::Int(whole) => *whole as f64,
        Value::Float(number) => *number,
        _ => {
            reading.wanted(node, "want-share");
            return 0.0;
        }
    };
    if (0.0..=1.0).contains(&number) {
        return number;
    }
    reading.note(Problem::error("share-range", node.span.clone()).word("found", describe(&node.value)));
    0.0
}

/// A text in one or both languages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Where it stands.
    pub span: Span,
    /// Indonesian.
    pub id: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl Words {
    /// The text, each language falling back on the other.
    pub fn text(&self) -> Text {
        let id = self.id.as_ref().or(self.en.as_ref()).cloned().unwrap_or_default();
        let en = self.en.as_ref().or(self.id.as_ref()).cloned().unwrap_or_default();
        Text { id, en }
    }

    /// Whether the file says nothing here.
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.en.is_none()
    }
}

impl Read for Words {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        let mut words = Self { span: node.span.clone(), id: None, en: None };
        match &node.value {
            // One text for both languages, as for a name.
            Value::Text(text) => {
                words.id = Some(text.trim().to_owned());
                words.en.clone_from(&words.id);
            }
            Value::Map(pairs) => {
                for (key, value) in pairs {
                    let code = match &key.value {
                        Value::Text(code) | Value::Name(code) => code.as_str(),
                        _ => "",
                    };
                    let slot = match code {
                        "id" => &mut words.id,
                        "en" => &mut words.en,
                        _ => {
                            reading.note(
                                Problem::error("unknown-language", key.span.clone()).word("found", code),
                            );
                            continue;
                        }
                    };
                    match &value.value {
                        Value::Text(text) => *slot = Some(text.trim().to_owned()),
                        _ => reading.wanted(value, "want-text"),
                    }
                }
            }
            _ => reading.wanted(node, "want-words"),
        }
        words
    }

    fn missing(span: Span) -> Self {
        Self { span, id: None, en: None }
    }
}

impl Read for At<String> {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        let value = match &node.value {
            Value::Text(words) => words.trim().to_owned(),
            _ => {
                reading.wanted(node, "want-text");
                String::new()
            }
        };
        Self { span: node.span.clone(), value }
    }

    fn missing(span: Span) -> Self {
        Self { span, value: String::new() }
    }
}

impl Read for bool {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        match &node.value {
            Value::Bool(fact) => *fact,
            _ => {
                reading.wanted(node, "want-fact");
                false
            }
        }
    }

    fn missing(_: Span) -> Self {
        false
    }
}

/// A name out of a fixed list.
pub trait Named: Copy + 'static {
    /// Every member.
    fn members() -> Vec<Self>;
    /// Its name in files.
    fn file_name(self) -> &'static str;
}

macro_rules! named_in_files {
    ($($name:ident),+) => { $(
        impl Named for $name {
            fn members() -> Vec<Self> { Self::ALL.to_vec() }
            fn file_name(self) -> &'static str { self.name() }
        }
    )+ };
}
named_in_files!(Sector, Pillar, Kind, Difficulty, Whom, Show, LensName, Baseline, Total);

super::sector::named! {
    /// Whom a piece of news concerns.
    Whom {
        /// The first country.
        First "First",
        /// The second country.
        Second "Second",
        /// Both.
        Both "Both",
        /// One that the dice choose.
        Drawn "Drawn",
    }
}

super::sector::named! {
    /// How a principle is shown in the debrief; never a hidden weight.
    Show {
        /// As the others.
        Show "Show",
        /// Not at all.
        Hide "Hide",
        /// First of its family.
        Emphasise "Emphasise",
    }
}

super::sector::named! {
    /// A lens of the debrief.
    LensName {
        /// Dependency theory.
        Dependency "Dependency",
        /// Liberal institutionalism.
        Liberal "Liberal",
        /// Realism.
        Realism "Realism",
        /// Global justice.
        Justice "Justice",
        /// Sustainability.
        Sustainability "Sustainability",
    }
}

super::sector::named! {
    /// From where gains are counted.
    Baseline {
        /// From the BATNA.
        Batna "Batna",
        /// From what was before.
        StatusQuoAnte "StatusQuoAnte",
    }
}

super::sector::named! {
    /// Whether one total stands beside the verdict, and how it is made.
    Total {
        /// The geometric mean of the scored principles.
        GeometricMean "GeometricMean",
    }
}

/// A choice out of a fixed list, written without quotes.
fn read_name<E: Named>(node: &Node, reading: &mut Reading) -> Option<E> {
    let (word, quoted) = match &node.value {
        Value::Name(word) => (word.as_str(), false),
        Value::Text(word) => (word.as_str(), true),
        _ => {
            reading.wanted(node, "want-choice");
            return None;
        }
    };
    let members = E::members();
    let found = members.iter().copied().find(|member| member.file_name() == word);
    let list = || members.iter().map(|member| member.file_name()).collect::<Vec<_>>().join(", ");
    if quoted {
        reading.note(
            Problem::error("quoted-choice", node.span.clone()).word("found", word).word("choices", list()),
        );
    } else if found.is_none() {
        let meant = closest(word, members.iter().map(|member| member.file_name())).unwrap_or("none");
        reading.note(
            Problem::error("unknown-choice", node.span.clone())
                .word("found", word)
                .word("choices", list())
                .word("meant", meant),
        );
    }
    found
}

impl<E: Named> Read for At<Option<E>> {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        Self { span: node.span.clone(), value: read_name(node, reading) }
    }

    fn missing(span: Span) -> Self {
        Self { span, value: None }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        match &node.value {
            Value::Name(name) if name == "None" => None,
            _ => Some(T::read(node, reading)),
        }
    }

    fn missing(_: Span) -> Self {
        None
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        match &node.value {
            Value::List(items) => items.iter().map(|item| T::read(item, reading)).collect(),
            Value::Tuple(None, items) if !items.is_empty() => {
                reading.note(Problem::error("round-list", node.span.start..node.span.start + 1));
                items.iter().map(|item| T::read(item, reading)).collect()
            }
            _ => {
                reading.wanted(node, "want-list");
                Self::new()
            }
        }
    }

    fn missing(_: Span) -> Self {
        Self::new()
    }
}

/// A table of names and values, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<T> {
    /// Where it stands.
    pub span: Span,
    /// Key and value.
    pub rows: Vec<(At<String>, T)>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { span: 0..0, rows: Vec::new() }
    }
}

impl<T: Read> Read for Table<T> {
    fn read(node: &Node, reading: &mut Reading) -> Self {
        let mut table = Self { span: node.span.clone(), rows: Vec::new() };
        let pairs: Vec<(At<String>, &Node)> = match &node.value {
            Value::Map(pairs) => pairs
                .iter()
                .filter_map(|(key, value)| match &key.value {
                    Value::Text(name) | Value::Name(name) => {
                        Some((At { span: key.span.clone(), value: name.clone() }, value))
                    }
                    _ => {
                        reading.wanted(key, "want-text");
                        None
                    }
                })
                .collect(),
            // Round brackets with names read the same; the author's meaning is clear.
            Value::Struct(None, fields) => fields
                .iter()
                .map(|field| (At { span: field.span.clone(), value: field.name.clone() }, &field.node))
                .collect(),
            Value::Tuple(None, items) if items.is_empty() => Vec::new(),
            _ => {
                reading.wanted(node, "want-table");
                Vec::new()
            }
        };
        for (key, value) in pairs {
            if table.rows.iter().any(|(known, _): &(At<String>, T)| known.value == key.value) {
                reading.note(Problem::error("duplicate-key", key.span.clone()).word("name", &key.value));
            }
            let value = T::read(value, reading);
            table.rows.push((key, value));
        }
        table
    }

    fn missing(span: Span) -> Self {
        Self { span, rows: Vec::new() }
    }
}

/// The fields of a bracket; a JSON object is read as one, with a problem.
fn fields_of<'a>(node: &'a Node, what: &'static str, reading: &mut Reading) -> Vec<&'a Field> {
    match &node.value {
        Value::Struct(_, fields) => fields.iter().collect(),
        Value::Tuple(_, items) if items.is_empty() => Vec::new(),
        Value::Map(pairs) => {
            if !reading.told_json {
                reading.told_json = true;
                reading.note(Problem::error("json-braces", node.span.start..node.span.start + 1));
            }
            let _ = pairs;
            Vec::new()
        }
        _ => {
            if node.value != Value::Bad {
                reading.note(
                    Problem::error("want-struct", node.span.clone())
                        .word("found", describe(&node.value))
                        .word("what", what),
                );
            }
            Vec::new()
        }
    }
}

fn field<T: Read>(
    fields: &[&Field],
    name: &'static str,
    required: bool,
    node: &Node,
    what: &'static str,
    reading: &mut Reading,
) -> T {
    let mut found = fields.iter().filter(|field| field.name == name);
    let Some(first) = found.next() else {
        let unreadable = node.value == Value::Bad || matches!(node.value, Value::Map(_));
        let end = node.span.start + usize::from(node.span.end > node.span.start);
        if required && !unreadable && matches!(node.value, Value::Struct(..) | Value::Tuple(..)) {
            reading.note(
                Problem::error("missing-field", node.span.start..end).word("name", name).word("what", what),
            );
        }
        return T::missing(node.span.start..end);
    };
    for again in found {
        reading.note(
            Problem::error("duplicate-field", again.span.clone()).and(first.span.clone()).word("name", name),
        );
    }
    T::read(&first.node, reading)
}

/// One kind of bracket of the file: a struct, how it is read, and the list of its fields.
macro_rules! file_struct {
    ($(#[$meta:meta])* $name:ident $what:literal {
        $($(#[$doc:meta])* $field:ident : $ty:ty = $mode:ident),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            /// Where it stands.
            pub span: Span,
            $($(#[$doc])* pub $field: $ty),+
        }

        impl Read for $name {
            fn read(node: &Node, reading: &mut Reading) -> Self {
                const NAMES: &[&str] = &[$(stringify!($field)),+];
                let fields = fields_of(node, $what, reading);
                for field in &fields {
                    if !NAMES.contains(&field.name.as_str()) {
                        let meant = closest(&field.name, NAMES.iter().copied()).unwrap_or("none");
                        reading.note(
                            Problem::error("unknown-field", field.span.clone())
                                .word("name", &field.name)
                                .word("what", $what)
                                .word("meant", meant)
                                .word("choices", NAMES.join(", ")),
                        );
                    }
                }
                Self {
                    span: node.span.clone(),
                    $($field: field(&fields, stringify!($field), file_struct!(@$mode), node, $what, reading)),+
                }
            }

            fn missing(span: Span) -> Self {
                Self { span: span.clone(), $($field: <$ty as Read>::missing(span.clone())),+ }
            }
        }
    };
    (@required) => { true };
    (@optional) => { false };
}

file_struct! {
    /// A whole scenario.
    ScenarioFile "scenario" {
        /// The version of the format: 1.
        format: Whole<0, 9999> = required,
        /// A short name in small letters, digits and hyphens.
        id: At<String> = required,
        /// The title.
        title: Words = required,
        /// One or two sentences for the gallery.
        summary: Words = required,
        /// The situation that both know.
        background: ReadingFile = required,
        /// The real case behind it.
        inspired_by: Option<InspirationFile> = optional,
        /// Public facts with sources.
        facts: Vec<FactFile> = optional,
        /// Who wrote it.
        author: At<String> = required,
        /// The licence of the text.
        licence: At<String> = optional,
        /// The version of the text.
        version: At<String> = optional,
        /// Minutes of reading.
        reading_minutes: Option<Whole<1, 240>> = optional,
        /// How demanding it is.
        difficulty: At<Option<Difficulty>> = optional,
        /// How long the talks are.
        timing: TimingFile = optional,
        /// The country that opens.
        first: CountryFile = required,
        /// The country that answers.
        second: CountryFile = required,
        /// The articles of the treaty.
        issues: Vec<IssueFile> = required,
        /// What may happen outside the room.
        news: Vec<NewsFile> = optional,
        /// The teaching note.
        teaching: TeachingFile = optional,
        /// Objective quiz items.
        quiz: Vec<QuizFile> = optional,
        /// Parameters of scoring.
        scoring: ScoringFile = optional,
        /// Utilities with decimals, for analysis and plain offers; the game plays whole points.
        exact: Option<ExactFile> = optional,
    }
}

file_struct! {
    /// Utilities at full precision, on the scale from 0 to 1. Pairs are for the first country and the second.
    ExactFile "exact" {
        /// What no agreement is worth.
        reservation: Shares = required,
        /// By option id, what the option adds to each side's utility: weight times value.
        options: Table<Shares> = required,
    }
}

file_struct! {
    /// A text whole and in short.
    ReadingFile "background" {
        /// Whole.
        long: Words = required,
        /// In short.
        short: Words = optional,
    }
}

file_struct! {
    /// The real case behind a scenario.
    InspirationFile "inspired_by" {
        /// The case.
        title: Words = required,
        /// What it was about.
        text: Words = required,
    }
}

file_struct! {
    /// A public fact.
    FactFile "facts" {
        /// The fact.
        text: Words = required,
        /// Where it stands.
        source: At<String> = required,
        /// Of which date it is.
        date: At<String> = optional,
    }
}

file_struct! {
    /// How long the talks are.
    TimingFile "timing" {
        /// Rounds until the deadline.
        rounds: Option<Whole<2, 40>> = optional,
        /// Actions a side in each round.
        actions: Option<Whole<1, 4>> = optional,
        /// Recommended minutes.
        minutes: Option<Whole<5, 300>> = optional,
    }
}

file_struct! {
    /// One country: what everybody sees of it, and its confidential brief.
    CountryFile "country" {
        /// Its name.
        name: Words = required,
        /// Its colour, as "#8a3d2f".
        colour: Option<At<String>> = optional,
        /// The role that the player reads.
        role: ReadingFile = required,
        /// Points for each issue, 100 in all.
        weights: Table<Whole<0, 100>> = required,
        /// What no agreement is worth.
        batna: Whole<0, 100> = required,
        /// The story of that alternative.
        batna_story: Words = required,
        /// What things were worth before the other side changed them.
        status_quo_ante: Option<Whole<0, 100>> = optional,
        /// Needs by sector.
        needs: Table<Whole<1, 100>> = required,
        /// Development on the scale of the game.
        development: Whole<0, 100> = required,
        /// Dependence on the partner.
        dependence: Whole<0, 100> = required,
        /// Patience.
        patience: Option<Whole<1, 99>> = optional,
        /// What it can deliver of what it promises.
        capacity: Option<Whole<1, 100>> = optional,
        /// Trust that it brings to the table.
        trust: Option<Whole<0, 100>> = optional,
        /// How much it minds the other side's gain.
        rivalry: Option<Whole<0, 100>> = optional,
        /// Option ids that it must never sign.
        red_lines: Vec<At<String>> = optional,
        /// Groups at home.
        groups: Vec<GroupFile> = required,
        /// How hard shocks hit.
        exposure: ExposureFile = optional,
    }
}

file_struct! {
    /// How hard each kind of shock hits a country.
    ExposureFile "exposure" {
        /// A pandemic.
        pandemic: Option<Whole<0, 100>> = optional,
        /// The price of energy.
        energy: Option<Whole<0, 100>> = optional,
        /// Climate and disasters.
        climate: Option<Whole<0, 100>> = optional,
        /// Terror and cyber attacks.
        security: Option<Whole<0, 100>> = optional,
        /// Elections and scandals.
        politics: Option<Whole<0, 100>> = optional,
    }
}

file_struct! {
    /// A domestic group.
    GroupFile "groups" {
        /// Its name.
        name: Words = required,
        /// Its share of influence; 100 in all.
        influence: Whole<1, 100> = required,
        /// Its own weights for the issues, 100 in all.
        weights: Option<Table<Whole<0, 100>>> = optional,
        /// The least it wants.
        threshold: Option<Whole<0, 100>> = optional,
        /// Or a pillar that it watches.
        pillar: Option<At<Option<Pillar>>> = optional,
        /// The least it wants of that pillar.
        at_least: Option<Whole<-100, 100>> = optional,
    }
}

file_struct! {
    /// One article of the treaty.
    IssueFile "issues" {
        /// A short name, unique in the file.
        id: At<String> = required,
        /// The title.
        title: Words = required,
        /// The sector.
        sector: Option<At<Option<Sector>>> = optional,
        /// Substance, Clauses or Instrument.
        kind: At<Option<Kind>> = optional,
        /// What it is about.
        about: Words = optional,
        /// The ways to settle it.
        options: Vec<OptionFile> = required,
        /// The id of the option that holds without agreement; the first one if nothing is said.
        status_quo: Option<At<String>> = optional,
        /// Whether it waits in the reserve.
        reserve: bool = optional,
    }
}

file_struct! {
    /// One way to settle an issue. Pairs are for the first country and the second.
    OptionFile "options" {
        /// A short name, unique in the file.
        id: At<String> = required,
        /// A few words.
        label: Words = required,
        /// The words of the article.
        article: Words = optional,
        /// Values, 0 to 100.
        value: Option<Both<0, 100>> = optional,
        /// Effects on the three pillars.
        pillars: PillarsFile = optional,
        /// What it adds to the text.
        features: FeaturesFile = optional,
        /// Costs in sovereignty.
        sovereignty: Option<Both<0, 100>> = optional,
        /// Changes of dependence on the partner.
        dependence: Option<Both<-100, 100>> = optional,
        /// Contributions.
        effort: Option<Both<0, 300>> = optional,
        /// How far it meets needs.
        meets: MeetsFile = optional,
        /// A bridge that opens when both have told their interest.
        locked: bool = optional,
        /// A sweetener that only a mediator can bring.
        sweetener: bool = optional,
        /// Serious harm beyond what the pillars say.
        harmful: bool = optional,
        /// Of an instrument: how binding.
        obligation: Option<Whole<0, 100>> = optional,
        /// Of an instrument: domestic support that it needs.
        quota: Option<Whole<0, 100>> = optional,
    }
}

file_struct! {
    /// Effects on the three pillars, -3 to +3.
    PillarsFile "pillars" {
        /// Economy.
        economy: Option<Whole<-3, 3>> = optional,
        /// Society.
        society: Option<Whole<-3, 3>> = optional,
        /// Environment.
        environment: Option<Whole<-3, 3>> = optional,
    }
}

file_struct! {
    /// What an option adds to the text, in hundredths.
    FeaturesFile "features" {
        /// Transparency.
        transparency: Option<Whole<0, 100>> = optional,
        /// Monitoring.
        monitoring: Option<Whole<0, 100>> = optional,
        /// Flexibility.
        flexibility: Option<Whole<0, 100>> = optional,
        /// Inclusion.
        inclusion: Option<Whole<0, 100>> = optional,
        /// Embedding in institutions.
        embedding: Option<Whole<0, 100>> = optional,
        /// Enforcement.
        enforcement: Option<Whole<0, 100>> = optional,
        /// Focus on results.
        results: Option<Whole<0, 100>> = optional,
        /// Special and differential treatment.
        special_treatment: Option<Whole<0, 100>> = optional,
        /// Transfer of capacity.
        capacity_transfer: Option<Whole<0, 100>> = optional,
    }
}

impl FeaturesFile {
    /// The features that the file names.
    pub fn named(&self) -> impl Iterator<Item = (Feature, i32)> {
        [
            (Feature::Transparency, &self.transparency),
            (Feature::Monitoring, &self.monitoring),
            (Feature::Flexibility, &self.flexibility),
            (Feature::Inclusion, &self.inclusion),
            (Feature::Embedding, &self.embedding),
            (Feature::Enforcement, &self.enforcement),
            (Feature::Results, &self.results),
            (Feature::SpecialTreatment, &self.special_treatment),
            (Feature::CapacityTransfer, &self.capacity_transfer),
        ]
        .into_iter()
        .filter_map(|(feature, value)| value.as_ref().map(|value| (feature, value.get())))
    }
}

file_struct! {
    /// How far an option meets needs: a table of sectors for each country.
    MeetsFile "meets" {
        /// Needs of the first country.
        first: Table<Whole<0, 100>> = optional,
        /// Needs of the second country.
        second: Table<Whole<0, 100>> = optional,
    }
}

file_struct! {
    /// Something that may happen outside the room.
    NewsFile "news" {
        /// A short name, unique in the file.
        id: At<String> = required,
        /// The headline.
        title: Words = required,
        /// The story.
        text: Words = required,
        /// The round at whose beginning it comes.
        round: Whole<1, 40> = required,
        /// How likely it comes; 100 if nothing is said.
        chance: Option<Whole<1, 100>> = optional,
        /// Changes of the BATNAs.
        batna: Option<Both<-50, 50>> = optional,
        /// Changes of values, by option.
        values: Table<Both<-100, 100>> = optional,
        /// What it does to trust.
        trust: Option<NewsTrustFile> = optional,
    }
}

file_struct! {
    /// What a piece of news does to trust.
    NewsTrustFile "trust" {
        /// Whose trust changes.
        whom: At<Option<Whom>> = required,
        /// How strongly, from -100 to 100.
        signal: Whole<-100, 100> = required,
    }
}

file_struct! {
    /// The teaching note.
    TeachingFile "teaching" {
        /// What the lesson is for.
        aims: Vec<Words> = optional,
        /// What usually happens.
        usual: Words = optional,
        /// Where the integrative potential lies.
        potential: Words = optional,
        /// Questions for the debrief.
        questions: Vec<Words> = optional,
    }
}

file_struct! {
    /// A quiz item.
    QuizFile "quiz" {
        /// The question.
        question: Words = required,
        /// The answers.
        answers: Vec<Words> = required,
        /// Which of them is right, counted from 1.
        right: Whole<1, 9> = required,
        /// Why.
        why: Words = optional,
    }
}

file_struct! {
    /// Parameters of scoring; every one has a default.
    ScoringFile "scoring" {
        /// The seven checks.
        checks: ChecksFile = optional,
        /// The weights of the fairness rules.
        fairness: FairnessFile = optional,
        /// How principles are shown, by "P1" to "P14".
        principles: Table<At<Option<Show>>> = optional,
        /// Which lenses are shown.
        lenses: Vec<At<Option<LensName>>> = optional,
        /// Whether one total stands beside the verdict.
        total_score: Option<At<Option<Total>>> = optional,
        /// The years after.
        implementation: ImplementationFile = optional,
        /// From where gains are counted.
        baseline: At<Option<Baseline>> = optional,
    }
}

file_struct! {
    /// The seven checks.
    ChecksFile "checks" {
        /// Smallest share of the normalised gain.
        min_share: Option<Whole<0, 50>> = optional,
        /// Smallest efficiency.
        min_efficiency: Option<Whole<0, 100>> = optional,
        /// Most coercion.
        max_coercion: Option<Whole<0, 100>> = optional,
        /// A need of at least this is critical.
        need_critical: Option<Whole<0, 100>> = optional,
        /// Critical needs must be met to at least this.
        need_met: Option<Whole<0, 100>> = optional,
        /// Whether net harm fails.
        no_net_harm: Option<bool> = optional,
    }
}

file_struct! {
    /// The weights of the fairness rules.
    FairnessFile "fairness" {
        /// Equal shares.
        equality: Option<Whole<0, 100>> = optional,
        /// By contribution and need.
        equity: Option<Whole<0, 100>> = optional,
        /// The weakest first.
        maximin: Option<Whole<0, 100>> = optional,
        /// Special and differential treatment.
        special_treatment: Option<Whole<0, 100>> = optional,
        /// Contribution against need.
        alpha_contribution: Option<Whole<0, 100>> = optional,
        /// Gap of development from which special treatment is expected.
        development_gap: Option<Whole<0, 100>> = optional,
    }
}

file_struct! {
    /// The years after.
    ImplementationFile "implementation" {
        /// How many.
        years: Option<Whole<1, 20>> = optional,
        /// Multiplier of shock probabilities, in hundredths.
        storm: Option<Whole<0, 400>> = optional,
    }
}

/// Reads a file: the scenario as written, and every problem of reading it.
pub fn read(source: &str) -> (ScenarioFile, Vec<Problem>) {
    let (node, mut problems) = super::syntax::parse(source);
    if super::syntax::looks_like_json(source) {
        let start = source.find('{').unwrap_or(0);
        return (ScenarioFile::missing(0..0), vec![Problem::error("json-file", start..start + 1)]);
    }
    let mut reading = Reading::default();
    let file = ScenarioFile::read(&node, &mut reading);
    problems.append(&mut reading.problems);
    problems.sort_by_key(|problem| (problem.span.start, problem.severity == Severity::Warning));
    (file, problems)
}
