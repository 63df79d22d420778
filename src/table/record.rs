//! The saved game: scenario, players and events, as text.
//!
//! A game that still runs holds what only one side may know: its preparation, what it learnt, its
//! guesses. In the file of a running game these events are sealed, so that whoever opens it in an
//! editor does not read the other side's secrets by accident. It is a curtain and no safe: the
//! program itself can open it, as it must to go on.

use super::Delegation;
use crate::exact::SplitMix64;
use crate::rules::Event;
use crate::scenario::{Arg, PerSeat, Phrase, Scenario};
use serde::{Deserialize, Serialize};

/// The format that this program writes.
pub const FORMAT: u32 = 1;
/// Records larger than this are refused.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Who sat in a seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Player {
    /// A person.
    #[default]
    Person,
    /// A counterpart, by name.
    Counterpart(String),
}

/// A saved game.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The scenario's id.
    pub scenario: String,
    /// The hash of the scenario that was played.
    pub hash: String,
    /// Who played.
    pub players: PerSeat<Player>,
    /// Who shared each seat at one screen.
    pub delegations: PerSeat<Delegation>,
    /// For how many seconds the talks had run, where somebody looked at a clock: it goes on from there.
    pub talked: u32,
    /// What happened.
    pub events: Vec<Event>,
    /// Whether the game is over, so that nothing has to be sealed.
    pub closed: bool,
}

/// Why a record cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// It is not a record, or a damaged one: what stands at this line and column cannot be read.
    #[error("not a saved game, or a damaged one, in line {0}, column {1}")]
    Damaged(usize, usize),
    /// It is larger than any record.
    #[error("larger than {} MB", MAX_BYTES / 1024 / 1024)]
    Large,
    /// What was sealed in this event, from 1, cannot be opened.
    #[error("event {0} cannot be opened")]
    Sealed(usize),
    /// It is of another format.
    #[error("saved game of format {0}")]
    Format(u32),
    /// Its events do not fit the scenario.
    #[error("event {0} does not fit the scenario")]
    Misfit(usize),
}

impl RecordError {
    /// What is wrong, and what helps.
    pub fn told(&self) -> Phrase {
        let count = |value: usize| Arg::Word(value.to_string());
        match *self {
            Self::Damaged(line, column) => {
                Phrase::new("record-damaged").with("line", count(line)).with("column", count(column))
            }
            Self::Large => Phrase::new("record-large").with("megabytes", count(MAX_BYTES / 1024 / 1024)),
            Self::Sealed(event) => Phrase::new("record-sealed").with("event", count(event)),
            Self::Format(format) => {
                Phrase::new("record-format").with("format", Arg::Word(format.to_string()))
            }
            Self::Misfit(event) => Phrase::new("record-misfit").with("event", count(event)),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Record")]
struct File {
    format: u32,
    scenario: String,
    hash: String,
    players: PerSeat<Player>,
    // Files of games before there were delegations have none.
    #[serde(default)]
    delegations: PerSeat<Delegation>,
    #[serde(default)]
    talked: u32,
    events: Vec<Line>,
}

/// What is the same in every format.
#[derive(Deserialize)]
#[serde(rename = "Record")]
struct Head {
    format: u32,
}

#[derive(Serialize, Deserialize)]
enum Line {
    Open(Event),
    Sealed(String),
}

impl Record {
    /// The record of these events.
    pub fn new(scenario: &Scenario, players: PerSeat<Player>, events: Vec<Event>, closed: bool) -> Self {
        Self {
            scenario: scenario.shared.id.clone(),
            hash: scenario.hash.clone(),
            players,
            delegations: PerSeat::default(),
            talked: 0,
            events,
            closed,
        }
    }

    /// The same with the people who shared each seat.
    pub fn with_delegations(self, delegations: PerSeat<Delegation>) -> Self {
        Self { delegations, ..self }
    }

    /// The same with the seconds for which the talks have run.
    pub fn with_talked(self, talked: u32) -> Self {
        Self { talked, ..self }
    }

    /// Whether this is the other record's game, at the same moment or later.
    pub fn continues(&self, other: &Self) -> bool {
        self.hash == other.hash && self.players == other.players && self.events.starts_with(&other.events)
    }

    /// Whether it was played with this very scenario.
    pub fn is_of(&self, scenario: &Scenario) -> bool {
        self.hash == scenario.hash
    }

    /// Whether every event makes sense in a scenario.
    ///
    /// # Errors
    ///
    /// The number of the first event that does not, from 1.
    pub fn fits(&self, scenario: &Scenario) -> Result<(), RecordError> {
        match self.events.iter().position(|event| !event.fits(scenario)) {
            Some(at) => Err(RecordError::Misfit(at + 1)),
            None => Ok(()),
        }
    }

    /// The text of the file: a few lines of heading, then one line for each event.
    ///
    /// # Panics
    ///
    /// Never: events are plain data.
    pub fn to_text(&self) -> String {
        let plain = "records are plain data";
        let players = ron::to_string(&self.players).expect(plain);
        let mut text = format!(
            "// Mufakat: permainan tersimpan / saved game\n(\n    format: {FORMAT},\n    scenario: {},\n    hash: {},\n    \
             players: {players},\n",
            ron::to_string(&self.scenario).expect(plain),
            ron::to_string(&self.hash).expect(plain),
        );
        if self.delegations != PerSeat::default() {
            let delegations = ron::to_string(&self.delegations).expect(plain);
            text.push_str(&format!("    delegations: {delegations},\n"));
        }
        if self.talked > 0 {
            text.push_str(&format!("    talked: {},\n", self.talked));
        }
        text.push_str("    events: [\n");
        for (no, event) in self.events.iter().enumerate() {
            let inner = ron::to_string(event).expect(plain);
            if !self.closed && is_private(event) {
                text.push_str(&format!("        Sealed(\"{}\"),\n", seal(&inner, &self.hash, no)));
            } else {
                text.push_str(&format!("        Open({inner}),\n"));
            }
        }
        text.push_str("    ],\n)\n");
        text
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// A [`RecordError`]; no input panics.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        if text.len() > MAX_BYTES {
            return Err(RecordError::Large);
        }
        let file: File = ron::from_str(text).map_err(|error| match ron::from_str::<Head>(text) {
            // A newer format may hold what this program has never heard of.
            Ok(Head { format }) if format != FORMAT => RecordError::Format(format),
            _ => RecordError::Damaged(error.span.start.line, error.span.start.col),
        })?;
        if file.format != FORMAT {
            return Err(RecordError::Format(file.format));
        }
        let mut events = Vec::with_capacity(file.events.len());
        for (no, line) in file.events.into_iter().enumerate() {
            events.push(match line {
                Line::Open(event) => event,
                Line::Sealed(sealed) => {
                    let inner = unseal(&sealed, &file.hash, no);
                    let event = inner.and_then(|inner| ron::from_str(&inner).ok());
                    event.ok_or(RecordError::Sealed(no + 1))?
                }
            });
        }
        let closed = events.contains(&Event::Closed);
        let delegations = file.delegations.map(|it| it.clone().fitted());
        Ok(Self {
            scenario: file.scenario,
            hash: file.hash,
            players: file.players,
            delegations,
            talked: file.talked,
            events,
            closed,
        })
    }
}

/// Events that hold what only one side may know before the end.
const fn is_private(event: &Event) -> bool {
    matches!(
        event,
        Event::Opened(_)
            | Event::Prepared(..)
            | Event::Disclosed { .. }
            | Event::Ascertained(..)
            | Event::Forecasted(..)
            | Event::Hinted(..)
            | Event::Consulted(..)
            | Event::Goodwill(..)
            | Event::QuotaRaised(..)
            | Event::Signed(..)
            | Event::Ratified { .. }
            | Event::BetterAnswered(..)
            | Event::Reflected(..)
    )
}

fn keystream(hash: &str, no: usize) -> SplitMix64 {
    let key = u64::from_str_radix(hash.get(..16).unwrap_or("0"), 16).unwrap_or(0);
    SplitMix64::new(key ^ (no as u64).wrapping_mul(0x9E37_79B9))
}

fn seal(text: &str, hash: &str, no: usize) -> String {
    let mut stream = keystream(hash, no);
    text.bytes().map(|byte| format!("{:02x}", byte ^ (stream.next_u64() as u8))).collect()
}

fn unseal(sealed: &str, hash: &str, no: usize) -> Option<String> {
    let mut stream = keystream(hash, no);
    if !sealed.is_ascii() || !sealed.len().is_multiple_of(2) {
        return None;
    }
    let bytes: Option<Vec<u8>> = (0..sealed.len() / 2)
        .map(|at| {
            u8::from_str_radix(&sealed[2 * at..2 * at + 2], 16)
                .ok()
                .map(|byte| byte ^ (stream.next_u64() as u8))
        })
        .collect();
    String::from_utf8(bytes?).ok()
}
