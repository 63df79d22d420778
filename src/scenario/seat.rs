//! The two chairs at the table, and what there is once for each of them.

use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};

/// One of the two chairs at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Seat {
    /// The country that opens the talks.
    First,
    /// The country that answers.
    Second,
}

impl Seat {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// The other chair.
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }

    /// 0 or 1.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The letter on the command line and in reports: `a` or `b`.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::First => "a",
            Self::Second => "b",
        }
    }

    /// The seat for a letter, in either case.
    pub fn from_letter(letter: &str) -> Option<Self> {
        match letter {
            "a" | "A" => Some(Self::First),
            "b" | "B" => Some(Self::Second),
            _ => None,
        }
    }
}

/// One thing for each seat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PerSeat<T> {
    /// Of the first seat.
    pub first: T,
    /// Of the second seat.
    pub second: T,
}

impl<T> PerSeat<T> {
    /// One for each seat, made by `make`.
    pub fn from_fn(mut make: impl FnMut(Seat) -> T) -> Self {
        Self { first: make(Seat::First), second: make(Seat::Second) }
    }

    /// The same for both.
    pub fn both(value: T) -> Self
    where
        T: Clone,
    {
        Self { first: value.clone(), second: value }
    }

    /// Each in turn, with its seat.
    pub fn iter(&self) -> impl Iterator<Item = (Seat, &T)> {
        [(Seat::First, &self.first), (Seat::Second, &self.second)].into_iter()
    }

    /// Another thing made of each.
    pub fn map<U>(&self, mut make: impl FnMut(&T) -> U) -> PerSeat<U> {
        PerSeat { first: make(&self.first), second: make(&self.second) }
    }
}

impl<T> Index<Seat> for PerSeat<T> {
    type Output = T;
    fn index(&self, seat: Seat) -> &T {
        match seat {
            Seat::First => &self.first,
            Seat::Second => &self.second,
        }
    }
}

impl<T> IndexMut<Seat> for PerSeat<T> {
    fn index_mut(&mut self, seat: Seat) -> &mut T {
        match seat {
            Seat::First => &mut self.first,
            Seat::Second => &mut self.second,
        }
    }
}
