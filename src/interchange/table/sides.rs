//! Which side a heading means that names a country.

use super::columns::{plain, seat};
use crate::scenario::problem::closest;
use crate::scenario::{Lang, Scenario, Seat};

/// Words around a country's name in a heading.
const AROUND: [&str; 9] = ["untuk", "bagi", "dari", "negara", "pihak", "for", "of", "to", "country"];

/// The countries as headings name them: `Bobot Nusa`, `Value (Boreal)`.
#[derive(Clone, Debug, Default)]
pub(super) struct Sides {
    /// Names of each side, in small letters.
    names: [Vec<String>; 2],
    /// Whether they are those of a scenario, so that no heading makes others.
    settled: bool,
    /// Names that headings made, as they were written.
    written: [Option<String>; 2],
}

/// What the headings of a row say of the sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Each names its side.
    All,
    /// This one and others name neither country of a table of their own: they are taken by their order.
    ByOrder(usize),
    /// This one names neither country of the scenario: nobody can say which is meant.
    Neither(usize),
}

impl Sides {
    /// The countries of a scenario, in both languages.
    pub fn of(scenario: &Scenario) -> Self {
        let names = |seat: Seat| {
            let name = &scenario.shared.countries[seat].name;
            Lang::ALL.map(|lang| bare(&plain(name.get(lang)))).to_vec()
        };
        Self { names: Seat::ALL.map(names), settled: true, written: [None, None] }
    }

    /// The side of the rest of a heading.
    pub fn seat(&self, rest: &str) -> Option<Seat> {
        let bare = bare(rest);
        let only = |fits: &dyn Fn(&str) -> bool| {
            let mut seats =
                Seat::ALL.into_iter().filter(|seat| self.names[seat.index()].iter().any(|it| fits(it)));
            seats.next().filter(|_| seats.next().is_none())
        };
        let word = rest.split(' ').find_map(seat);
        // "A" may be the first side, or a country that begins with it.
        let initial = only(&|name| bare.chars().count() == 1 && name.starts_with(&bare));
        if let (Some(word), Some(initial)) = (word, initial)
            && word != initial
        {
            return None;
        }
        let near = || only(&|name| bare.chars().count() > 2 && closest(&bare, [name]).is_some());
        only(&|name| name == bare).or(word).or_else(|| only(&|name| begins(name, &bare))).or_else(near)
    }

    /// Hears the headings of a row, each with its column: names that are new belong to the sides that have none yet,
    /// in their order.
    pub fn hear<'r>(&mut self, rests: impl Iterator<Item = (usize, &'r str)>) -> Told {
        let mut unknown: Vec<(usize, String)> = Vec::new();
        let mut heard = [false; 2];
        for (at, rest) in rests.filter(|(_, rest)| !rest.is_empty()) {
            match self.seat(rest) {
                Some(seat) => heard[seat.index()] = true,
                None if unknown.iter().all(|(_, name)| *name != bare(rest)) => unknown.push((at, bare(rest))),
                None => {}
            }
        }
        let Some(first) = unknown.first().map(|(at, _)| *at) else { return Told::All };
        // One that is known leaves only the other side; in a new table each takes the next.
        let free: Vec<Seat> = Seat::ALL
            .into_iter()
            .filter(|seat| {
                let named = !self.names[seat.index()].is_empty();
                let other = if self.settled { heard != [false; 2] } else { !named };
                other && !heard[seat.index()]
            })
            .collect();
        if unknown.len() > free.len() {
            return if self.settled { Told::Neither(first) } else { Told::ByOrder(first) };
        }
        for ((_, name), seat) in unknown.into_iter().zip(free) {
            self.names[seat.index()].push(name);
        }
        Told::All
    }

    /// Remembers how the row that was heard writes the names it made.
    pub fn remember(&mut self, row: &[String]) {
        for (names, written) in self.names.iter().zip(&mut self.written) {
            let Some(name) = names.first().filter(|_| !self.settled && written.is_none()) else { continue };
            let tail = |cell: &String| {
                let ends = |c: char| !c.is_alphanumeric();
                let begins = cell.char_indices().filter(|(at, c)| !ends(*c) && cell[..*at].ends_with(ends));
                let mut tails = begins.map(|(at, _)| cell[at..].trim_end_matches(ends));
                tails.find(|tail| plain(tail) == *name).map(str::to_owned)
            };
            *written = row.iter().find_map(tail);
        }
    }

    /// What headings call a side, if they name it.
    pub fn written(&self, seat: Seat) -> Option<&String> {
        self.written[seat.index()].as_ref()
    }
}

/// Whether a name is shortened to its beginning.
fn begins(name: &str, short: &str) -> bool {
    short.chars().count() > 1 && name.starts_with(short)
}

/// A name without the words around it.
fn bare(rest: &str) -> String {
    let words: Vec<&str> = rest.split(' ').collect();
    let around = |word: &&&str| AROUND.contains(*word);
    let (before, after) =
        (words.iter().take_while(around).count(), words.iter().rev().take_while(around).count());
    if before == words.len() { rest.to_owned() } else { words[before..words.len() - after].join(" ") }
}
