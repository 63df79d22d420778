//! Names that were picked wrongly: released, picked again, mended.
//!
//! The seat stays with the phone whatever becomes of its name.

use super::{Class, Event, No, Phase};
use crate::scenario::text::is_invisible;
use crate::server::roster::LONGEST;

/// Whether anything that can be read is left of a name when it is cleaned.
pub fn is_name(typed: &str) -> bool {
    typed.chars().any(|c| is_written(c) && !c.is_whitespace())
}

/// Whether a letter belongs in a name: no control characters, and none that cannot be seen, for two names that
/// look alike would be two.
pub(super) fn is_written(c: char) -> bool {
    !c.is_control() && !is_invisible(c)
}

impl Class {
    /// The number on the list under which a person came in.
    pub fn entry_of(&self, person: usize) -> Option<usize> {
        self.roster.iter().position(|entry| entry.person == Some(person))
    }

    /// Whether a person may change the own name: before the talks, or when it has none.
    pub fn may_rename(&self, person: usize) -> bool {
        self.phase < Phase::Talks || self.people.get(person).is_some_and(|it| it.nameless)
    }

    /// Somebody else may pick the name from now on; the person goes by one that was made up.
    pub(super) fn release(&self, person: usize, made_up: &str) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        if known.nameless {
            return Ok(Vec::new());
        }
        let name = self.name_for(person, made_up)?;
        Ok(vec![Event::Released { person, name }])
    }

    /// The same, asked by the person.
    pub(super) fn release_own(&self, person: usize, made_up: &str) -> Result<Vec<Event>, No> {
        if !self.may_rename(person) {
            return Err(No::NotNow(self.phase));
        }
        self.release(person, made_up)
    }

    /// A person picks another name of the list, or types one.
    pub(super) fn name_own(
        &self,
        person: usize,
        entry: Option<usize>,
        typed: &str,
    ) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        if !self.may_rename(person) {
            return Err(No::NotNow(self.phase));
        }
        match entry {
            Some(entry) => self.take_name(person, entry),
            None => {
                let name = self.name_for(person, typed)?;
                if known.name == name && !known.nameless && self.entry_of(person).is_none() {
                    return Ok(Vec::new());
                }
                let held = self.entry_of(person).map(|_| Event::Released { person, name: name.clone() });
                Ok(held.into_iter().chain([Event::Named { person, name }]).collect())
            }
        }
    }

    /// The teacher gives a person this name; one of the list that nobody bears is picked with it.
    pub(super) fn rename(&self, person: usize, typed: &str) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        let wanted = typed.trim().to_lowercase();
        let free = |it: &super::Entry| it.person.is_none() && it.listed.name.to_lowercase() == wanted;
        if let Some(entry) = self.roster.iter().position(free) {
            return self.take_name(person, entry);
        }
        let name = self.name_for(person, typed)?;
        if known.name == name {
            return Ok(Vec::new());
        }
        Ok(vec![Event::Named { person, name }])
    }

    /// The person bears again what was released, if nobody has picked it since.
    pub(super) fn give_back(&self, person: usize) -> Result<Vec<Event>, No> {
        let entry = self.people.get(person).and_then(|it| it.before).ok_or(No::Unknown)?;
        self.take_name(person, entry)
    }

    /// A person asks the teacher for another name.
    pub(super) fn ask_name(&self, person: usize) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        Ok(if known.asks_name || known.nameless { Vec::new() } else { vec![Event::NameAsked(person)] })
    }

    fn take_name(&self, person: usize, entry: usize) -> Result<Vec<Event>, No> {
        let wanted = self.roster.get(entry).ok_or(No::Unknown)?;
        match wanted.person {
            Some(holder) if holder == person => return Ok(Vec::new()),
            Some(_) => return Err(No::Taken),
            None => {}
        }
        let name = self.name_for(person, &wanted.listed.name)?;
        let held = self.entry_of(person).map(|_| Event::Released { person, name: name.clone() });
        let rest = [Event::Picked { person, entry }, Event::Named { person, name }];
        Ok(held.into_iter().chain(rest).collect())
    }

    /// A name that nobody else bears.
    fn name_for(&self, person: usize, typed: &str) -> Result<String, No> {
        if !is_name(typed) {
            return Err(No::Unknown);
        }
        Ok(self.free_name(typed, LONGEST, Some(person)))
    }

    /// Names that come and go.
    pub(super) fn apply_name(&mut self, event: &Event) {
        match event {
            Event::Released { person, name } => {
                let entry = self.entry_of(*person);
                if let Some(entry) = entry {
                    let mut roster = self.roster.to_vec();
                    roster[entry].person = None;
                    self.roster = roster.into();
                }
                self.person_mut(*person, |it| {
                    it.name.clone_from(name);
                    it.before = entry.or(it.before);
                    (it.nameless, it.asks_name) = (true, false);
                });
            }
            Event::Named { person, name } => self.person_mut(*person, |it| {
                it.name.clone_from(name);
                (it.nameless, it.asks_name) = (false, false);
            }),
            Event::NameAsked(person) => self.person_mut(*person, |it| it.asks_name = true),
            _ => {}
        }
        self.version += 1;
    }
}
