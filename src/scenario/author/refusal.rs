//! Why an edit cannot be done.

use super::path::Path;
use crate::scenario::phrase::Phrase;

/// Why an edit cannot be done. The text is unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The text has mistakes of its brackets and signs; what stands where is not certain.
    Unreadable,
    /// The format has no such place, or the file has nothing there.
    NoSuchPlace(Path),
    /// A number outside its bounds.
    OutOfRange {
        /// The least.
        low: i32,
        /// The largest.
        high: i32,
    },
    /// No name of the list.
    UnknownChoice(String),
    /// An id with other signs than Latin letters, digits, hyphens and underscores.
    BadId(String),
    /// An id that something else has.
    TakenId(String),
    /// One more than there may be.
    TooMany(usize),
    /// One less than there must be.
    TooFew(usize),
    /// Exactly one issue is the legal form.
    OneInstrument,
}

impl Refusal {
    /// What to say of it; the keys begin with `refused-`.
    pub fn phrase(&self) -> Phrase {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        match self {
            Self::Unreadable => Phrase::new("refused-unreadable"),
            Self::NoSuchPlace(path) => Phrase::new("refused-place").word("path", path.to_string()),
            Self::OutOfRange { low, high } => {
                Phrase::new("refused-range").word("low", low.to_string()).word("high", high.to_string())
            }
            Self::UnknownChoice(name) => Phrase::new("refused-choice").word("name", name),
            Self::BadId(id) => Phrase::new("refused-id").word("id", id),
            Self::TakenId(id) => Phrase::new("refused-taken").word("id", id),
            Self::TooMany(limit) => Phrase::new("refused-many").count("limit", count(*limit)),
            Self::TooFew(least) => Phrase::new("refused-few").count("least", count(*least)),
            Self::OneInstrument => Phrase::new("refused-instrument"),
        }
    }
}
