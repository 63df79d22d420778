//! JSON and YAML as one kind of tree, with places and with numbers as they are written.

use crate::scenario::problem::{Problem, Span};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tree {
    /// Where.
    pub span: Span,
    /// What.
    pub value: Value,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A text, a number or another word; `true` if it stands in quotes.
    Scalar(String, bool),
    /// A list.
    List(Vec<Tree>),
    /// A table, in the order of the file.
    Table(Vec<(Tree, Tree)>),
}

impl Tree {
    /// The value under a name; of a name that is written twice the last, as every JSON reader takes it.
    pub fn field(&self, name: &str) -> Option<&Self> {
        self.rows().iter().rev().find(|(key, _)| key.text() == Some(name)).map(|(_, value)| value)
    }

    /// The value under a name that has to be there.
    ///
    /// # Errors
    ///
    /// That it is missing, at this table.
    pub fn need(&self, name: &'static str) -> Result<&Self, Problem> {
        self.field(name).ok_or_else(|| Problem::error("source-missing", self.start()).word("name", name))
    }

    /// Keys and values of a table; none of anything else.
    pub fn rows(&self) -> &[(Self, Self)] {
        match &self.value {
            Value::Table(rows) => rows,
            _ => &[],
        }
    }

    /// The table that has to stand here.
    ///
    /// # Errors
    ///
    /// That it is none.
    pub fn table(&self) -> Result<&[(Self, Self)], Problem> {
        match &self.value {
            Value::Table(rows) => Ok(rows),
            _ => Err(Problem::error("source-want-table", self.start())),
        }
    }

    /// The list that has to stand here.
    ///
    /// # Errors
    ///
    /// That it is none.
    pub fn list(&self) -> Result<&[Self], Problem> {
        match &self.value {
            Value::List(items) => Ok(items),
            _ => Err(Problem::error("source-want-list", self.start())),
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// The name that has to stand here: any scalar, since JSON and YAML write numbers as keys differently.
    ///
    /// # Errors
    ///
    /// That it is a list or a table.
    pub fn name(&self) -> Result<&str, Problem> {
        self.text().map(str::trim).ok_or_else(|| Problem::error("source-want-name", self.start()))
    }

    /// Whether nothing is said: `null`, `~`, or nothing at all.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(text, false) if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The finite number that has to stand here.
    ///
    /// # Errors
    ///
    /// That it is none.
    pub fn number(&self) -> Result<f64, Problem> {
        let text = self.text().unwrap_or("...");
        number(text, self.start())
    }

    /// The beginning of the value, for a caret.
    pub fn start(&self) -> Span {
        self.span.start..self.span.end.min(self.span.start + 40).max(self.span.start + 1)
    }
}

/// A finite number as it is written in any of the formats.
///
/// # Errors
///
/// That it is none, at `span`.
pub(super) fn number(text: &str, span: Span) -> Result<f64, Problem> {
    match text.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err(Problem::error("source-number", span)
            .word("found", text.trim().chars().take(24).collect::<String>())),
    }
}
