//! The RON format, version 1: what a scenario file may say, as written and not yet checked.
//!
//! Each struct below is one kind of bracket in the file; its fields are the fields of the file.
//! A field that cannot be read is noted as a problem and replaced by an empty value, so that the
//! rest of the file is read as well.

use super::problem::{Edit, Problem, Severity, Span, closest};
use super::sector::{Difficulty, Feature, Kind, Pillar, Sector};
use super::syntax::{Field, Node, Value};
use super::text::Text;
use std::borrow::Cow;
use std::collections::BTreeSet;

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
#[derive(Debug)]
pub struct Reading<'a> {
    /// What was found so far.
    pub problems: Vec<Problem>,
    source: &'a str,
    limit: usize,
}

impl Reading<'_> {
    fn note(&mut self, problem: Problem) {
        if self.problems.len() < self.limit {
            self.problems.push(problem);
        }
    }

    fn wanted(&mut self, node: &Node, what: &'static str) {
        self.wanted_or(node, what, Vec::new());
    }

    /// The same, with what mends it.
    fn wanted_or(&mut self, node: &Node, what: &'static str, edits: Vec<Edit>) {
        // What could not be read at all has been told already.
        if node.value != Value::Bad {
            let mut problem = Problem::error(what, node.span.clone()).word("found", self.describe(node));
            problem.edits = edits;
            self.note(problem);
        }
    }

    /// A piece of the file as it is written.
    fn written(&self, span: &Span) -> &str {
        self.source.get(span.clone()).unwrap_or("")
    }

    /// What a value is, as a short piece of the file.
    fn describe(&self, node: &Node) -> String {
        match &node.value {
            Value::Text(words) => format!("\"{}\"", words.chars().take(24).collect::<String>()),
            Value::Name(name) => name.chars().take(24).collect(),
            Value::Struct(name, _) | Value::Tuple(name, _) => {
                let name = name.as_deref().unwrap_or("");
                format!("{}( ... )", name.chars().take(24).collect::<String>())
            }
            Value::List(_) => "[ ... ]".to_owned(),
            Value::Map(_) => "{ ... }".to_owned(),
            Value::Bad => String::new(),
            _ => self.written(&node.span).chars().take(24).collect(),
        }
    }

    /// Other brackets around a value; nothing if it does not end with a bracket of its own.
    fn rebracket(&self, span: &Span, pair: [&str; 2]) -> Vec<Edit> {
        let written = self.written(span);
        if span.len() < 2 || !written.starts_with(['(', '[', '{']) || !written.ends_with([')', ']', '}']) {
            return Vec::new();
        }
        let edit = |span: Span, with: &str| Edit { span, with: with.to_owned() };
        vec![edit(span.start..span.start + 1, pair[0]), edit(span.end - 1..span.end, pair[1])]
    }

    /// Tells of a text without quotes.
    fn unquoted(&mut self, node: &Node) {
        let sure = !matches!(node.value, Value::Unquoted(_, false));
        let mut text: String = self.written(&node.span).chars().take(25).collect();
        if text.chars().count() > 24 {
            text.pop();
            text.push('\u{2026}');
        }
        let mut problem = Problem::error("unquoted-text", node.span.clone()).word("text", text);
        if sure {
            problem.edits = self.quote(&node.span);
        }
        self.note(problem);
    }

    /// Straight quotes around a value that has none.
    fn quote(&self, span: &Span) -> Vec<Edit> {
        let quote = |at: usize| Edit { span: at..at, with: "\"".to_owned() };
        vec![quote(span.start), quote(span.end)]
    }
}

/// Something that can be read from a node of the file.
pub trait Read: Sized {
    /// Reads it; what is wrong is noted, and an empty value stands in.
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self;
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
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        let span = node.span.clone();
        let within = |number: i64| i32::try_from(number).ok().filter(|it| (LO..=HI).contains(it));
        let number = match &node.value {
            Value::Int(whole) => {
                let number = within(*whole);
                if number.is_none() {
                    let found = reading.written(&span).to_owned();
                    reading.note(
                        Problem::error("out-of-range", span.clone())
                            .word("found", found)
                            .word("low", LO.to_string())
                            .word("high", HI.to_string()),
                    );
                }
                number
            }
            Value::Float(number) | Value::Comma(number) => {
                let comma = matches!(node.value, Value::Comma(_));
                let rule = if comma { "decimal-comma" } else { "not-whole" };
                let sure = sure(*number, HI, comma);
                let meant = sure.unwrap_or_else(|| {
                    let share = number.abs() <= 1.0 && HI == 100;
                    (if share { number * 100.0 } else { *number }).round() as i64
                });
                let found = reading.written(&span).to_owned();
                reading.note(
                    Problem::error(rule, span.clone())
                        .word("found", found)
                        .word("meant", meant.to_string())
                        .mend_if(sure.map(|number| (span.clone(), number.to_string()))),
                );
                Some(meant.clamp(LO.into(), HI.into()) as i32)
            }
            Value::Percent(number) => {
                let written = reading.written(&span).trim_end_matches('%').trim_end();
                let plain = written.parse::<i64>().is_ok();
                let edit =
                    (plain && HI == 100).then(|| (span.start + written.len()..span.end, String::new()));
                let meant = number.round() as i64;
                reading.note(
                    Problem::error("percent-sign", span.end.saturating_sub(1)..span.end)
                        .word("meant", meant.to_string())
                        .mend_if(edit),
                );
                Some(meant.clamp(LO.into(), HI.into()) as i32)
            }
            Value::Text(words) => {
                let plain = words.trim();
                let number = plain.trim_end_matches('%').trim_end().parse::<i64>().ok();
                if number.is_some() {
                    let edit = (plain.parse::<i64>().is_ok()).then(|| (span.clone(), plain.to_owned()));
                    reading.note(
                        Problem::error("quoted-number", span.clone()).word("found", words).mend_if(edit),
                    );
                } else {
                    reading.wanted(node, "want-number");
                }
                number.map(|number| number.clamp(LO.into(), HI.into()) as i32)
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

/// The whole number that a fraction can only mean: `40,0` is 40, and on a scale to 100 `0,4` is 40 as well.
fn sure(number: f64, high: i32, comma: bool) -> Option<i64> {
    let near = |number: f64| ((number - number.round()).abs() < 1e-9).then(|| number.round() as i64);
    if number == 0.0 {
        return Some(0);
    }
    // `1,000` may be a thousand, and 1,0 either one hundredth or the whole.
    if number.abs() >= 2.0 && !(comma && number.abs() < 1000.0 && number.fract() == 0.0 && high > 100) {
        return near(number);
    }
    if high == 100 && number > 0.0 && number < 1.0 { near(number * 100.0) } else { None }
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
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        let values = pair(node, reading, |item, reading| Whole::<LO, HI>::read(item, reading).get());
        Self { span: node.span.clone(), values: values.unwrap_or_default() }
    }

    fn missing(span: Span) -> Self {
        Self { span, values: [0; 2] }
    }
}

/// The two values of a pair, or what is wrong with it.
fn pair<'r, T>(
    node: &Node,
    reading: &mut Reading<'r>,
    read: impl Fn(&Node, &mut Reading<'r>) -> T,
) -> Option<[T; 2]> {
    let items = match &node.value {
        Value::Tuple(None, items) | Value::List(items) => items,
        _ => {
            reading.wanted(node, "want-pair-not");
            return None;
        }
    };
    let [first, second] = items.as_slice() else {
        reading.note(Problem::error("want-pair", node.span.clone()).count("count", items.len()));
        return None;
    };
    if matches!(node.value, Value::List(_)) {
        let mut problem = Problem::error("pair-in-list", node.span.clone());
        problem.edits = reading.rebracket(&node.span, ["(", ")"]);
        reading.note(problem);
    }
    Some([read(first, reading), read(second, reading)])
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
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        let values = pair(node, reading, share);
        Self { span: node.span.clone(), values: values.unwrap_or_default() }
    }

    fn missing(span: Span) -> Self {
        Self { span, values: [0.0; 2] }
    }
}

/// A number from 0 to 1; 0 stands in for what is none.
fn share(node: &Node, reading: &mut Reading<'_>) -> f64 {
    let number = match &node.value {
        Value::Int(whole) => *whole as f64,
        Value::Float(number) => *number,
        Value::Comma(number) => {
            let found = reading.written(&node.span).to_owned();
            let point = found.replace(',', ".");
            reading.note(
                Problem::error("decimal-comma", node.span.clone())
                    .word("found", found)
                    .word("meant", &point)
                    .mend(node.span.clone(), point),
            );
            return *number;
        }
        Value::Percent(number) => {
            reading.note(
                Problem::error("percent-sign", node.span.end.saturating_sub(1)..node.span.end)
                    .word("meant", (number / 100.0).to_string()),
            );
            return (number / 100.0).clamp(0.0, 1.0);
        }
        _ => {
            reading.wanted(node, "want-share");
            return 0.0;
        }
    };
    if (0.0..=1.0).contains(&number) {
        return number;
    }
    let found = reading.describe(node);
    reading.note(Problem::error("share-range", node.span.clone()).word("found", found));
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
    /// Where the Indonesian and the English words stand.
    pub places: [Span; 2],
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
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        let span = node.span.clone();
        let mut words = Self { span: span.clone(), id: None, en: None, places: [span.clone(), span.clone()] };
        let pairs: Vec<(Span, &str, &Node)> = match &node.value {
            // One text for both languages, as for a name.
            Value::Text(text) => {
                words.id = Some(text.trim().to_owned());
                words.en.clone_from(&words.id);
                return words;
            }
            Value::Name(text) | Value::Unquoted(text, _) => {
                reading.unquoted(node);
                words.id = Some(text.clone());
                words.en.clone_from(&words.id);
                return words;
            }
            Value::Map(pairs) => pairs
                .iter()
                .map(|(key, value)| match &key.value {
                    Value::Text(code) | Value::Name(code) => (key.span.clone(), code.as_str(), value),
                    _ => (key.span.clone(), "", value),
                })
                .collect(),
            // Round brackets as of a part; what is meant is clear.
            Value::Struct(None, fields) => {
                let mut edits = reading.rebracket(&span, ["{ ", " }"]);
                edits.extend(fields.iter().flat_map(|field| {
                    let bare = !reading.written(&field.span).starts_with('"');
                    bare.then(|| reading.quote(&field.span)).into_iter().flatten()
                }));
                reading.wanted_or(node, "want-words", edits);
                fields.iter().map(|field| (field.span.clone(), field.name.as_str(), &field.node)).collect()
            }
            _ => {
                reading.wanted(node, "want-words");
                return words;
            }
        };
        for (key, code, value) in pairs {
            let (slot, place) = match code {
                "id" => (&mut words.id, &mut words.places[0]),
                "en" => (&mut words.en, &mut words.places[1]),
                _ => {
                    let found: String = code.chars().take(24).collect();
                    let meant = closest(code, ["id", "en"]).unwrap_or("none");
                    reading.note(
                        Problem::error("unknown-language", key).word("found", found).word("meant", meant),
                    );
                    continue;
                }
            };
            if slot.is_some() {
                reading.note(Problem::error("duplicate-key", key).word("name", code));
            }
            match &value.value {
                Value::Text(text) => {
                    *slot = Some(text.trim().to_owned());
                    *place = value.span.clone();
                }
                Value::Name(text) | Value::Unquoted(text, _) => {
                    reading.unquoted(value);
                    *slot = Some(text.clone());
                }
                _ => reading.wanted(value, "want-text"),
            }
        }
        words
    }

    fn missing(span: Span) -> Self {
        Self { places: [span.clone(), span.clone()], span, id: None, en: None }
    }
}

impl Read for At<String> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        let value = match &node.value {
            Value::Text(words) => words.trim().to_owned(),
            // A short name or a version without its quotes.
            Value::Name(_) | Value::Unquoted(..) | Value::Int(_) | Value::Float(_) => {
                reading.unquoted(node);
                reading.written(&node.span).to_owned()
            }
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
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        match &node.value {
            Value::Bool(fact) => *fact,
            Value::Text(word) | Value::Name(word) => {
                let fact = match word.trim().to_lowercase().as_str() {
                    "true" | "ya" | "yes" | "benar" => Some(true),
                    "false" | "tidak" | "no" | "salah" => Some(false),
                    _ => None,
                };
                let with = |fact: bool| Edit { span: node.span.clone(), with: fact.to_string() };
                reading.wanted_or(node, "want-fact", fact.map(with).into_iter().collect());
                fact.unwrap_or(false)
            }
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
fn read_name<E: Named>(node: &Node, reading: &mut Reading<'_>) -> Option<E> {
    let (word, quoted) = match &node.value {
        Value::Name(word) => (word.as_str(), false),
        Value::Text(word) => (word.as_str(), true),
        _ => {
            reading.wanted(node, "want-choice");
            return None;
        }
    };
    let members = E::members();
    let named = |name: &str| members.iter().copied().find(|member| member.file_name() == name);
    let list = || members.iter().map(|member| member.file_name()).collect::<Vec<_>>().join(", ");
    let exact = named(word.trim());
    let plain = |name: &str| name.to_lowercase().replace([' ', '-', '_'], "");
    let same = members.iter().copied().find(|it| plain(it.file_name()) == plain(word));
    let found = exact.or(same);
    if exact.is_none() || quoted {
        let likely = || meant(word, members.iter().map(|member| member.file_name()));
        let named = found.filter(|_| exact.is_none()).map(E::file_name);
        let meant = if exact.is_some() { "none" } else { named.or_else(likely).unwrap_or("none") };
        let shown: String = word.chars().take(24).collect();
        reading.note(
            Problem::error(if quoted { "quoted-choice" } else { "unknown-choice" }, node.span.clone())
                .word("found", shown)
                .word("choices", list())
                .word("meant", meant)
                .mend_if(found.map(|it| (node.span.clone(), it.file_name().to_owned()))),
        );
    }
    found
}

impl<E: Named> Read for At<Option<E>> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        Self { span: node.span.clone(), value: read_name(node, reading) }
    }

    fn missing(span: Span) -> Self {
        Self { span, value: None }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
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
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        match &node.value {
            Value::List(items) => items.iter().map(|item| T::read(item, reading)).collect(),
            Value::Tuple(None, items) if !items.is_empty() => {
                let mut problem = Problem::error("round-list", node.span.start..node.span.start + 1);
                problem.edits = reading.rebracket(&node.span, ["[", "]"]);
                reading.note(problem);
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
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
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
        let mut known = BTreeSet::new();
        for (key, value) in pairs {
            if !known.insert(key.value.clone()) {
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

/// The fields of a bracket; a JSON object is read as one, with a problem. `None` where there is no bracket.
fn fields_of<'a>(
    node: &'a Node,
    what: &'static str,
    names: &[&'static str],
    reading: &mut Reading<'_>,
) -> Option<Cow<'a, [Field]>> {
    match &node.value {
        Value::Struct(_, fields) => Some(Cow::Borrowed(fields)),
        Value::Tuple(_, items) if items.is_empty() => Some(Cow::Borrowed(&[])),
        Value::Map(pairs) => {
            let mut fields = Vec::new();
            let mut edits = reading.rebracket(&node.span, ["(", ")"]);
            for (key, value) in pairs {
                if let Value::Text(name) | Value::Name(name) = &key.value {
                    if names.contains(&name.as_str()) {
                        edits.push(Edit { span: key.span.clone(), with: name.clone() });
                    }
                    fields.push(Field { name: name.clone(), span: key.span.clone(), node: value.clone() });
                }
            }
            let mut problem = Problem::error("json-braces", node.span.start..node.span.start + 1);
            if fields.len() == pairs.len() && fields.iter().all(|it| names.contains(&it.name.as_str())) {
                problem.edits = edits;
            }
            reading.note(problem);
            Some(Cow::Owned(fields))
        }
        Value::Bad => None,
        _ => {
            let found = reading.describe(node);
            reading.note(
                Problem::error("want-struct", node.span.clone()).word("found", found).word("what", what),
            );
            None
        }
    }
}

/// Tells of every field that this bracket does not know, and gives it the name that was meant.
fn known_fields<'a>(
    fields: &'a [Field],
    what: &'static str,
    names: &[&'static str],
    reading: &mut Reading<'_>,
) -> Vec<(&'a str, &'a Field)> {
    let written: BTreeSet<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let mut known = Vec::new();
    for field in fields {
        if names.contains(&field.name.as_str()) {
            known.push((field.name.as_str(), field));
            continue;
        }
        if reading.problems.len() >= reading.limit {
            break;
        }
        let plain = field.name.to_lowercase().replace([' ', '-'], "_");
        let snake = |name: &str| name.replace('_', "") == plain.replace('_', "");
        let same = names.iter().copied().find(|name| snake(name) && !written.contains(name));
        let meant = same.or_else(|| meant(&field.name, names.iter().copied()));
        let shown: String = field.name.chars().take(40).collect();
        reading.note(
            Problem::error("unknown-field", field.span.clone())
                .word("name", shown)
                .word("what", what)
                .word("meant", meant.unwrap_or("none"))
                .word("choices", names.join(", "))
                .mend_if(same.map(|name| (field.span.clone(), name.to_owned()))),
        );
        // A misspelt field is read as the one that was meant: it is not missing as well.
        if let Some(meant) = meant.filter(|name| !written.contains(name)) {
            known.push((meant, field));
        }
    }
    known
}

/// The name among `known` that `word` means: misspelt, or in Indonesian.
fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let plain = word.to_lowercase().replace([' ', '-'], "_");
    let english = INDONESIAN.iter().filter(|(id, _)| *id == plain).map(|(_, en)| *en);
    let translated = english.clone().find_map(|en| known.clone().find(|name| name.eq_ignore_ascii_case(en)));
    translated.or_else(|| closest(word, known))
}

/// Names of fields and choices as an Indonesian might write them.
const INDONESIAN: [(&str, &str); 52] = [
    ("judul", "title"),
    ("ringkasan", "summary"),
    ("latar", "background"),
    ("latar_belakang", "background"),
    ("penulis", "author"),
    ("lisensi", "licence"),
    ("license", "licence"),
    ("versi", "version"),
    ("kesulitan", "difficulty"),
    ("waktu", "timing"),
    ("putaran", "rounds"),
    ("ronde", "rounds"),
    ("menit", "minutes"),
    ("pertama", "first"),
    ("kedua", "second"),
    ("pasal", "issues"),
    ("isu", "issues"),
    ("berita", "news"),
    ("kabar", "news"),
    ("kuis", "quiz"),
    ("soal", "quiz"),
    ("nama", "name"),
    ("warna", "colour"),
    ("color", "colour"),
    ("peran", "role"),
    ("bobot", "weights"),
    ("kebutuhan", "needs"),
    ("garis_merah", "red_lines"),
    ("kelompok", "groups"),
    ("pengaruh", "influence"),
    ("batas", "threshold"),
    ("sektor", "sector"),
    ("tentang", "about"),
    ("opsi", "options"),
    ("pilihan", "options"),
    ("nilai", "value"),
    ("pilar", "pillars"),
    ("kedaulatan", "sovereignty"),
    ("ketergantungan", "dependence"),
    ("politik", "Politics"),
    ("keamanan", "Security"),
    ("ekonomi", "economy"),
    ("sosial", "society"),
    ("masyarakat", "society"),
    ("perdagangan", "Trade"),
    ("kesehatan", "Health"),
    ("lingkungan", "environment"),
    ("teknologi", "Technology"),
    ("hukum", "Law"),
    ("energi", "Energy"),
    ("mudah", "Easy"),
    ("sulit", "Hard"),
];

fn field<T: Read>(
    fields: Option<&[(&str, &Field)]>,
    name: &'static str,
    required: bool,
    node: &Node,
    what: &'static str,
    reading: &mut Reading<'_>,
) -> T {
    let mut found = fields.unwrap_or_default().iter().filter(|(known, _)| *known == name);
    let Some((_, first)) = found.next() else {
        let end = node.span.start + usize::from(node.span.end > node.span.start);
        if required && fields.is_some() {
            reading.note(
                Problem::error("missing-field", node.span.start..end).word("name", name).word("what", what),
            );
        }
        return T::missing(node.span.start..end);
    };
    for (_, again) in found {
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
            fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
                const NAMES: &[&str] = &[$(stringify!($field)),+];
                let fields = fields_of(node, $what, NAMES, reading);
                let known = fields.as_deref().map(|fields| known_fields(fields, $what, NAMES, reading));
                let fields = known.as_deref();
                Self {
                    span: node.span.clone(),
                    $($field: field(fields, stringify!($field), file_struct!(@$mode), node, $what, reading)),+
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

/// Reads a file: the scenario as written, and at most `limit` problems of reading it.
pub fn read(source: &str, limit: usize) -> (ScenarioFile, Vec<Problem>) {
    let (node, mut problems) = super::syntax::parse(source, limit);
    if super::syntax::looks_like_json(source) {
        let start = source.find('{').unwrap_or(0);
        return (ScenarioFile::missing(0..0), vec![Problem::error("json-file", start..start + 1)]);
    }
    let mut reading = Reading { problems: Vec::new(), source, limit };
    let file = ScenarioFile::read(&node, &mut reading);
    problems.append(&mut reading.problems);
    problems.sort_by_key(|problem| (problem.span.start, problem.severity == Severity::Warning));
    (file, problems)
}
