//! The list of a class: who is expected, with whom, and in which seat.
//!
//! A teacher has it in a spreadsheet or types it. One name in each line is enough; a group brings people
//! to one table, and a seat to one side of it.

use super::class::DELEGATION;
use crate::interchange::table::list;
use crate::scenario::{Lang, PerSeat, Seat, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// People on a list at most: as many as a class holds.
const MOST: usize = 400;
/// Names longer than this are refused, in characters.
pub const LONGEST: usize = 48;
/// Mistakes that are told at once: more is no longer read.
const MOST_FAULTS: usize = 12;

/// Headings by which columns are known, in small letters.
const NAME: [&str; 11] = [
    "nama",
    "nama siswa",
    "nama lengkap",
    "nama peserta",
    "siswa",
    "peserta",
    "name",
    "full name",
    "student",
    "student name",
    "participant",
];
const GROUP: [&str; 8] = ["kelompok", "pasangan", "grup", "meja", "group", "pair", "team", "table"];
const SEAT: [&str; 7] = ["kursi", "negara", "pihak", "delegasi", "seat", "country", "side"];

/// Somebody on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The name.
    pub name: String,
    /// Who bears the same comes to the same table.
    pub group: Option<String>,
    /// The seat at it; without one the sides are filled in turn.
    pub seat: Option<Seat>,
}

/// What is wrong with a line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line or row, from 1; 0 if the whole list is meant.
    pub line: usize,
    /// What, as a word key.
    pub key: &'static str,
    /// What stood there.
    pub text: String,
    /// The line or the number that it is about.
    pub other: usize,
}

/// Reads a list from a text, a CSV file or a workbook.
///
/// # Errors
///
/// Every [`Fault`], with its line; nothing of the list counts then.
pub fn read(bytes: &[u8], countries: &PerSeat<Text>) -> Result<Vec<Listed>, Vec<Fault>> {
    let whole = |key, other| vec![Fault { line: 0, key, text: String::new(), other }];
    let rows = list(bytes).ok_or_else(|| whole("roster-unreadable", 0))?;
    let (columns, from) = columns(&rows);
    let mut faults = Vec::new();
    let mut found: Vec<Listed> = Vec::new();
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().skip(from) {
        let line = at + 1;
        let cell = |column: Option<usize>| column.and_then(|it| row.get(it)).map(|it| clean(it));
        let mut fault =
            |key, text: &str, other| faults.push(Fault { line, key, text: text.to_owned(), other });
        let name = without_number(&cell(columns[0]).unwrap_or_default());
        let [group, side] = [columns[1], columns[2]].map(|it| cell(it).filter(|it| !it.is_empty()));
        if name.is_empty() {
            if let Some(rest) = group.or(side) {
                fault("roster-no-name", &rest, 0);
            }
            continue;
        }
        if name.chars().count() > LONGEST {
            fault("roster-long", &name, LONGEST);
        }
        if let Some(first) = lines.insert(name.to_lowercase(), line) {
            fault("roster-twice", &name, first);
        }
        let seat = side.as_deref().and_then(|it| seat_of(it, countries));
        if let Some(side) = side.as_deref().filter(|_| seat.is_none()) {
            fault("roster-seat", side, 0);
        }
        if seat.is_some() && group.is_none() {
            fault("roster-alone", &name, 0);
        }
        found.push(Listed { name, group, seat });
        let listed = &found[found.len() - 1];
        if let Some(group) = &listed.group {
            let beside = found.iter().filter(|it| it.group.as_ref() == Some(group));
            let crowded = beside.clone().filter(|it| it.seat.is_some() && it.seat == listed.seat).count();
            if beside.count() > 2 * DELEGATION || crowded > DELEGATION {
                fault("roster-crowded", group, DELEGATION);
            }
        }
    }
    if found.len() > MOST {
        faults.push(Fault { line: 0, key: "roster-many", text: found.len().to_string(), other: MOST });
    }
    if found.is_empty() && faults.is_empty() {
        return Err(whole("roster-empty", 0));
    }
    faults.truncate(MOST_FAULTS);
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// The columns of name, group and seat, and the first row behind the headings.
fn columns(rows: &[Vec<String>]) -> ([Option<usize>; 3], usize) {
    let first = rows.iter().position(|row| row.iter().any(|cell| !clean(cell).is_empty())).unwrap_or(0);
    let empty = Vec::new();
    let head: Vec<String> =
        rows.get(first).unwrap_or(&empty).iter().map(|it| clean(it).to_lowercase()).collect();
    let by = |known: &[&str]| head.iter().position(|it| known.contains(&it.as_str()));
    if let Some(name) = by(&NAME) {
        return ([Some(name), by(&GROUP), by(&SEAT)], first + 1);
    }
    // A first column of nothing but numbers is the register's, not a name.
    let filled = || rows.iter().filter(|row| row.len() > 1);
    let numbered = filled().next().is_some()
        && filled().all(|row| row[0].trim().trim_end_matches('.').parse::<u32>().is_ok());
    let name = usize::from(numbered);
    ([Some(name), Some(name + 1), Some(name + 2)], first)
}

/// A cell without what does not belong in a name.
fn clean(cell: &str) -> String {
    let plain: String = cell.chars().filter(|it| !it.is_control() && *it != '\u{feff}').collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name without the number of a typed list: `7. Ani`.
fn without_number(name: &str) -> String {
    let rest = name.trim_start_matches(|it: char| it.is_ascii_digit());
    let cut = rest.strip_prefix(['.', ')']).filter(|_| rest.len() < name.len());
    cut.map_or_else(|| name.to_owned(), |it| it.trim().to_owned())
}

/// A seat by its letter, its number or its country in any language.
fn seat_of(text: &str, countries: &PerSeat<Text>) -> Option<Seat> {
    let text = text.to_lowercase();
    let names = [["a", "1"], ["b", "2"]];
    Seat::ALL.into_iter().find(|seat| {
        names[seat.index()].contains(&text.as_str())
            || Lang::ALL.into_iter().any(|lang| countries[*seat].get(lang).to_lowercase() == text)
    })
}

/// The seats of the people of one group: as the list says, else the emptier side, the first before the second.
pub fn seats(group: &[&Listed]) -> Vec<Seat> {
    let mut sitting = PerSeat { first: 0, second: 0 };
    group.iter().filter_map(|it| it.seat).for_each(|seat| sitting[seat] += 1);
    group
        .iter()
        .map(|it| {
            it.seat.unwrap_or_else(|| {
                let seat = if sitting.second < sitting.first { Seat::Second } else { Seat::First };
                sitting[seat] += 1;
                seat
            })
        })
        .collect()
}
