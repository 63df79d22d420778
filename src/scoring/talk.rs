//! What the talks leave behind for scoring: who said, opened, wrote and asked what.

use super::relation::{Relation, Signal, Step};
use crate::scenario::{IssueNo, PerSeat, Scenario, Seat, Shared};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The course of the talks, as far as it is scored.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// The relation at the start.
    pub start: Relation,
    /// The relation at the end.
    pub relation: Relation,
    /// Every signal, in order.
    pub steps: Vec<Step>,
    /// Issues whose priority each side told truthfully.
    pub disclosed: PerSeat<BTreeSet<IssueNo>>,
    /// Lies of each side that came out.
    pub lies: PerSeat<u32>,
    /// For each issue that the text changes: who first tabled the option that it ended with.
    pub author: BTreeMap<IssueNo, Seat>,
    /// The share of each side's domestic influence that was consulted, 0 to 1.
    pub consulted: PerSeat<f64>,
    /// Groups that were consulted: they are a little easier to win.
    pub voice: PerSeat<BTreeSet<usize>>,
    /// Support won at home by diplomacy, in hundredths.
    pub goodwill: PerSeat<i32>,
    /// How far each side's quota rose, by positions given up in public, in hundredths.
    pub quota_raise: PerSeat<i32>,
    /// Whether a hotline or joint exercise was agreed, which softens rivalry over security.
    pub hotline: bool,
}

/// A talk as JSON for the command line: issues by id, moves by name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkFile {
    /// `[["A", "disclose"], ["B", "threat"]]`.
    #[serde(default)]
    pub moves: Vec<(String, String)>,
    /// Issues told truthfully, by side.
    #[serde(default)]
    pub disclosed: BTreeMap<String, Vec<String>>,
    /// Lies that came out, by side.
    #[serde(default)]
    pub lies: BTreeMap<String, u32>,
    /// Issue and side.
    #[serde(default)]
    pub author: BTreeMap<String, String>,
    /// Share of influence consulted, by side, 0 to 1.
    #[serde(default)]
    pub consulted: BTreeMap<String, f64>,
}

/// What is wrong with a [`TalkFile`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TalkError {
    /// It is no JSON at this line and column.
    #[error("no JSON in line {0}, column {1}")]
    Json(usize, usize),
    /// A field that there is not.
    #[error("unknown field \"{0}\"")]
    Field(String),
    /// A field, or the whole if it has no name, that has another shape than this.
    #[error("\"{0}\" is not of the shape {1}")]
    Shape(String, &'static str),
    /// A side that is neither A nor B.
    #[error("unknown side \"{0}\"")]
    Side(String),
    /// A move that there is not.
    #[error("unknown move \"{0}\"")]
    Move(String),
    /// An issue that there is not.
    #[error("unknown issue \"{0}\"")]
    Issue(String),
    /// A share outside 0 to 1.
    #[error("consulted must be between 0 and 1, not {0}")]
    Share(String),
}

/// The parts of a [`TalkFile`], each with an example.
pub const TALK_PARTS: [(&str, &str); 5] = [
    ("moves", r#"[["A", "disclose"], ["B", "threat"]]"#),
    ("disclosed", r#"{"A": ["ISSUE"]}"#),
    ("lies", r#"{"B": 1}"#),
    ("author", r#"{"ISSUE": "A"}"#),
    ("consulted", r#"{"A": 0.5}"#),
];

impl TalkFile {
    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// A [`TalkError`] with the place or the part that is wrong.
    pub fn from_json(text: &str) -> Result<Self, TalkError> {
        let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| TalkError::Json(error.line(), error.column()))?;
        let whole = TalkError::Shape(String::new(), r#"{"moves": [["A", "disclose"]]}"#);
        let Value::Object(parts) = value else { return Err(whole) };
        for (name, part) in &parts {
            let known = TALK_PARTS.iter().find(|(known, _)| known == name);
            let Some((_, shape)) = known else { return Err(TalkError::Field(name.clone())) };
            let alone = Map::from_iter([(name.clone(), part.clone())]);
            serde_json::from_value::<Self>(Value::Object(alone))
                .map_err(|_| TalkError::Shape(name.clone(), shape))?;
        }
        serde_json::from_value(Value::Object(parts)).map_err(|_| whole)
    }
}

impl Talk {
    /// Talks in which nothing happened.
    pub fn silent(shared: &Shared) -> Self {
        let start = Relation::new(PerSeat::from_fn(|seat| shared.countries[seat].trust));
        Self {
            start,
            relation: start,
            steps: Vec::new(),
            disclosed: PerSeat::default(),
            lies: PerSeat::default(),
            author: BTreeMap::new(),
            consulted: PerSeat::default(),
            voice: PerSeat::default(),
            goodwill: PerSeat::default(),
            quota_raise: PerSeat::default(),
            hotline: false,
        }
    }

    /// Gives a signal at its usual strength.
    pub fn give(&mut self, actor: Seat, signal: Signal) {
        let step = self.relation.give(actor, signal, signal.strength());
        self.steps.push(step);
    }

    /// The talk that a file describes.
    ///
    /// # Errors
    ///
    /// A [`TalkError`] for the first name that is unknown.
    pub fn from_file(scenario: &Scenario, file: &TalkFile) -> Result<Self, TalkError> {
        let shared = &scenario.shared;
        let side = |letter: &String| Seat::from_letter(letter).ok_or_else(|| TalkError::Side(letter.clone()));
        let issue = |id: &String| shared.issue_by_id(id).ok_or_else(|| TalkError::Issue(id.clone()));
        let mut talk = Self::silent(shared);
        for (actor, name) in &file.moves {
            let signal = Signal::from_name(name).ok_or_else(|| TalkError::Move(name.clone()))?;
            talk.give(side(actor)?, signal);
            talk.hotline |= signal == Signal::Hotline;
        }
        for (letter, issues) in &file.disclosed {
            let seat = side(letter)?;
            for id in issues {
                talk.disclosed[seat].insert(issue(id)?);
            }
        }
        for (letter, lies) in &file.lies {
            talk.lies[side(letter)?] = *lies;
        }
        for (id, letter) in &file.author {
            talk.author.insert(issue(id)?, side(letter)?);
        }
        for (letter, share) in &file.consulted {
            if !(0.0..=1.0).contains(share) {
                return Err(TalkError::Share(share.to_string()));
            }
            talk.consulted[side(letter)?] = *share;
        }
        Ok(talk)
    }
}
