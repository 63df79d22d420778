//! The people who share a seat at one screen.

use serde::{Deserialize, Serialize};

/// The most people who share a seat.
pub const MOST: usize = 3;
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 24;

/// The people of a seat. The rules know nothing of them: a seat speaks with one voice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    /// One to [`MOST`] names, the head of the delegation first; whoever gave none goes by a number.
    pub names: Vec<String>,
    /// Whether the head decides where they do not agree.
    pub head_signs: bool,
}

impl Default for Delegation {
    fn default() -> Self {
        Self { names: vec![String::new()], head_signs: false }
    }
}

impl Delegation {
    /// How many they are, 1 to [`MOST`].
    pub const fn people(&self) -> usize {
        self.names.len()
    }

    /// As many people; names that were given stay.
    pub fn resize(&mut self, people: usize) {
        self.names.resize(people.clamp(1, MOST), String::new());
    }

    /// The same within its bounds, whatever somebody wrote into a file.
    pub fn fitted(mut self) -> Self {
        self.resize(self.names.len());
        for name in &mut self.names {
            *name = name.trim().chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
        }
        self
    }
}
