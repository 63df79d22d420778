//! Commands with words, and the tone in which a move is made.

use super::Command;
use crate::scenario::Speech;
use serde::{Deserialize, Serialize};

/// A command, perhaps with words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Act {
    /// What is asked.
    pub command: Command,
    /// What is said with it.
    pub speech: Option<Speech>,
}

impl From<Command> for Act {
    fn from(command: Command) -> Self {
        Self { command, speech: None }
    }
}

/// The tone of a move: it changes how strongly a signal works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Register {
    /// On the record.
    Formal,
    /// Between the meetings.
    Informal,
    /// Nobody else will hear of it.
    OffRecord,
    /// Before the public.
    Public,
}

impl Register {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Formal, Self::Informal, Self::OffRecord, Self::Public];

    /// The name in word keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Formal => "formal",
            Self::Informal => "informal",
            Self::OffRecord => "off-record",
            Self::Public => "public",
        }
    }

    /// The one of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// A strength in thousandths as it works in this tone (a design choice: good words count more
    /// in private, bad ones more in public).
    pub const fn weigh(self, strength: i32) -> i32 {
        let (good, bad) = match self {
            Self::Formal => (10, 10),
            Self::Informal => (11, 9),
            Self::OffRecord => (12, 8),
            Self::Public => (10, 13),
        };
        strength * if strength > 0 { good } else { bad } / 10
    }
}
