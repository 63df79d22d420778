//! The list of the class: who of it has come in, and the tables that it asks for.

use super::{Class, Event, No};
use crate::counterpart::USUAL;
use crate::exact::SplitMix64;
use crate::scenario::Seat;
use crate::server::class::seating::DELEGATION;
use crate::server::roster::{Listed, seats};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Somebody on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the list says.
    pub listed: Listed,
    /// Who came in under this name.
    pub person: Option<usize>,
}

/// People whom the list brings to one table, each with a seat.
struct Group {
    /// Numbers on the list.
    entries: Vec<usize>,
    seats: Vec<Seat>,
}

impl Class {
    /// Somebody of the list comes in.
    pub(super) fn pick(&self, no: usize, device: &str, digits: &str, seed: u64) -> Result<Vec<Event>, No> {
        if self.person_of(device).is_some() {
            return Ok(Vec::new());
        }
        let entry = self.roster.get(no).ok_or(No::Unknown)?;
        if entry.person.is_some() {
            return Err(No::Taken);
        }
        let name = self.free_name(&entry.listed.name, super::super::roster::LONGEST, None);
        let mut events = self.come_in(name, device, digits)?;
        events.push(Event::Picked { person: self.people.len(), entry: no });
        self.seat_if_late(Some(no), seed, &mut events);
        Ok(events)
    }

    /// A list as it is now, and who of it is here already: by the number that was picked, or by the name.
    pub(super) fn enlist(&mut self, list: &[Listed]) {
        let known = |listed: &Listed| {
            let picked = self.roster.iter().find(|it| it.listed.name == listed.name);
            picked
                .and_then(|it| it.person)
                .or_else(|| self.present().find(|(_, person)| person.name == listed.name).map(|(no, _)| no))
        };
        let new: Vec<Entry> =
            list.iter().map(|listed| Entry { listed: listed.clone(), person: known(listed) }).collect();
        self.roster = new.into();
        // A number on the list before means somebody else on this one.
        for person in self.people.iter_mut().filter(|it| it.before.is_some()) {
            Arc::make_mut(person).before = None;
        }
    }

    /// Who shares a group, in the order of the list.
    fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
        for (no, entry) in self.roster.iter().enumerate() {
            let Some(name) = entry.listed.group.as_deref() else { continue };
            match groups.iter_mut().find(|(known, _)| *known == name) {
                Some((_, entries)) => entries.push(no),
                None => groups.push((name, vec![no])),
            }
        }
        groups
            .into_iter()
            .map(|(_, entries)| {
                let listed: Vec<&Listed> = entries.iter().map(|&no| &self.roster[no].listed).collect();
                Group { seats: seats(&listed), entries }
            })
            .collect()
    }

    /// The table at which somebody of a group sits already, if it still plays.
    fn table_of(&self, group: &Group) -> Option<usize> {
        let people = group.entries.iter().filter_map(|&no| self.roster[no].person);
        let mut tables = people.filter_map(|person| Some(self.place(person)?.0));
        tables.find(|&pair| self.pairs.get(pair).is_some_and(|it| !it.table.is_closed()))
    }

    /// Chairs that the list keeps for somebody who has not come yet.
    pub(super) fn reserved(&self) -> BTreeSet<(usize, Seat)> {
        let mut kept = BTreeSet::new();
        for group in self.groups() {
            let Some(pair) = self.table_of(&group) else { continue };
            let missing = group.entries.iter().zip(&group.seats);
            kept.extend(
                missing.filter(|(no, _)| self.roster[**no].person.is_none()).map(|(_, &seat)| (pair, seat)),
            );
        }
        kept
    }

    /// Seats everybody whom the list brings to a table; a counterpart keeps the chairs of those who are
    /// missing. Returns who sits now, and the number of the next table.
    pub(super) fn seat_listed(
        &self,
        seeds: &mut SplitMix64,
        events: &mut Vec<Event>,
    ) -> (BTreeSet<usize>, usize) {
        let mut seated = BTreeSet::new();
        let mut next = self.pairs.len();
        for group in self.groups() {
            let come: Vec<(usize, Seat)> = group
                .entries
                .iter()
                .zip(&group.seats)
                .filter_map(|(&no, &seat)| Some((self.roster[no].person?, seat)))
                .filter(|(person, _)| self.waits(*person))
                .collect();
            if come.is_empty() {
                continue;
            }
            match self.table_of(&group) {
                Some(pair) => {
                    for &(person, seat) in &come {
                        if self.people_at(pair, seat, events) < DELEGATION {
                            self.sit(person, pair, seat, events);
                            seated.insert(person);
                        }
                    }
                }
                None => {
                    events.push(Event::Opened(seeds.next_u64()));
                    for &(person, seat) in &come {
                        events.push(Event::Seated { person, pair: next, seat });
                        seated.insert(person);
                    }
                    for seat in Seat::ALL.into_iter().filter(|seat| come.iter().all(|it| it.1 != *seat)) {
                        events.push(Event::StoodIn { pair: next, seat, name: USUAL.to_owned() });
                    }
                    next += 1;
                }
            }
        }
        (seated, next)
    }

    /// The chair that the list keeps for one of its people who comes late.
    pub(super) fn kept_for(&self, entry: usize) -> Option<(Option<usize>, Seat)> {
        let group = self.groups().into_iter().find(|it| it.entries.contains(&entry))?;
        let at = group.entries.iter().position(|&no| no == entry)?;
        let seat = group.seats[at];
        let pair = self.table_of(&group).filter(|&no| self.people_at(no, seat, &[]) < DELEGATION);
        Some((pair, seat))
    }
}
