//! Texts, facts, choices, lists and tables of the format.

use super::super::problem::{Edit, Problem, Span, closest};
use super::super::schema::Form;
use super::super::syntax::{Node, Value};
use super::super::text::Text;
use super::names::meant;
use super::reading::{At, Read, Reading};
use std::collections::BTreeSet;

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

    fn form() -> Form {
        Form::Words
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

    fn form() -> Form {
        Form::Text
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

    fn form() -> Form {
        Form::Fact
    }
}

/// A name out of a fixed list.
pub trait Named: Copy + 'static {
    /// Every member.
    fn members() -> Vec<Self>;
    /// Its name in files.
    fn file_name(self) -> &'static str;
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

    fn form() -> Form {
        Form::Choice(E::members().into_iter().map(E::file_name).collect())
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

    fn form() -> Form {
        T::form()
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        match &node.value {
            Value::List(items) => items.iter().map(|item| T::read(item, reading)).collect(),
            Value::Tuple(None, items) if !items.is_empty() => {
                let mut problem = Problem::error("round-list", node.span.start..node.span.start + 1);
                problem.edits = reading.rebracket(&node.span, ["[", "]"]).into();
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

    fn form() -> Form {
        Form::List(Box::new(T::form()))
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

    fn form() -> Form {
        Form::Table(Box::new(T::form()))
    }
}
