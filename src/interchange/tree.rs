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

/// A number as one is told of it, in the files' own notation: without the noise of sums, and with a power of
/// ten where nobody would count the zeros.
pub(super) fn figure(value: f64) -> String {
    let size = value.abs();
    if size.is_infinite() {
        return if value > 0.0 { "> 1e308" } else { "< -1e308" }.to_owned();
    }
    if size > 0.0 && !(1e-6..1e9).contains(&size) {
        let told = format!("{value:.3e}");
        let (digits, exponent) = told.split_once('e').unwrap_or((&told, "0"));
        return format!("{}e{exponent}", digits.trim_end_matches('0').trim_end_matches('.'));
    }
    format!("{value:.9}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_are_told_without_noise_and_without_hundreds_of_zeros() {
        for (value, told) in [
            (0.1 + 0.2, "0.3"),
            (1.0, "1"),
            (-2.5, "-2.5"),
            (1.000_000_4, "1.0000004"),
            (1e300, "1e300"),
            (-1.2345e12, "-1.234e12"),
            (2e-9, "2e-9"),
            (f64::INFINITY, "> 1e308"),
            (f64::NEG_INFINITY, "< -1e308"),
            (0.0, "0"),
            (150.0, "150"),
        ] {
            assert_eq!(figure(value), told);
        }
    }
}
