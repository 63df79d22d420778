//! Who sits where: pairs by arrival, by lot or by hand, and people who come late.

use super::{Class, Event, No, Odd, Phase};
use crate::counterpart::USUAL;
use crate::exact::SplitMix64;
use crate::scenario::Seat;

/// People on one seat at most.
pub const DELEGATION: usize = 3;

impl Class {
    /// Whether somebody has neither a seat nor a table to watch.
    pub(super) fn waits(&self, person: usize) -> bool {
        self.people.get(person).is_some_and(|it| it.place.is_none() && it.observes.is_none() && !it.gone)
    }

    /// Seats everybody who has none: as the list says, then in pairs, by lot if there is a seed for it, else as they came. What
    /// becomes of the odd one is [`Class::odd`].
    pub(super) fn seat_all(&self, lot: Option<u64>, seed: u64, events: &mut Vec<Event>) {
        let mut seeds = SplitMix64::new(seed);
        let (listed, mut next) = self.seat_listed(&mut seeds, events);
        let free = |person: &usize| self.waits(*person) && !listed.contains(person);
        let mut waiting: Vec<usize> = (0..self.people.len()).filter(free).collect();
        if let Some(lot) = lot {
            let mut dice = SplitMix64::new(lot);
            for at in (1..waiting.len()).rev() {
                waiting.swap(at, (dice.next_u64() % (at as u64 + 1)) as usize);
            }
        }
        let mut open: Vec<(usize, Seat)> = self.empty_chairs().collect();
        open.reverse();
        let mut waiting = waiting.into_iter();
        while let Some(person) = waiting.next() {
            if let Some((pair, seat)) = open.pop() {
                self.sit(person, pair, seat, events);
                continue;
            }
            let other = waiting.next();
            if other.is_none()
                && let Some(event) = self.odd_one(person, next, events)
            {
                events.push(event);
                break;
            }
            events.push(Event::Opened(seeds.next_u64()));
            events.push(Event::Seated { person, pair: next, seat: Seat::First });
            match other {
                Some(person) => events.push(Event::Seated { person, pair: next, seat: Seat::Second }),
                None => {
                    events.push(Event::StoodIn { pair: next, seat: Seat::Second, name: USUAL.to_owned() });
                }
            }
            next += 1;
        }
    }

    /// What becomes of the odd one at the tables there are, `next` of them with those that were opened just
    /// now; nothing if a table of its own is meant, or no seat has room.
    fn odd_one(&self, person: usize, next: usize, before: &[Event]) -> Option<Event> {
        // The newest first.
        let mut tables =
            (0..next).rev().filter(|&pair| self.pairs.get(pair).is_none_or(|it| !it.table.is_closed()));
        match self.odd {
            Odd::Counterpart => None,
            Odd::Observer => tables.next().map(|pair| Event::Observes { person, pair }),
            Odd::Delegate => tables.find_map(|pair| {
                let seats = Seat::ALL.map(|seat| (self.people_at(pair, seat, before), seat));
                let joined = seats.into_iter().filter(|(people, _)| (1..DELEGATION).contains(people));
                joined.min_by_key(|it| it.0).map(|(_, seat)| Event::Seated { person, pair, seat })
            }),
        }
    }

    /// How many people hold a seat once `before` has happened, in which people only sit down.
    pub(super) fn people_at(&self, pair: usize, seat: Seat, before: &[Event]) -> usize {
        let sits = |event: &&Event| match event {
            Event::Seated { pair: at, seat: on, .. } => (*at, *on) == (pair, seat),
            _ => false,
        };
        let now = self.pairs.get(pair).map_or(0, |it| it.delegations[seat].len());
        now + before.iter().filter(sits).count()
    }

    /// Chairs that no person holds and the list keeps for nobody, at tables that still play.
    fn empty_chairs(&self) -> impl Iterator<Item = (usize, Seat)> + '_ {
        let kept = self.reserved();
        self.pairs
            .iter()
            .enumerate()
            .filter(|(_, pair)| !pair.table.is_closed())
            .flat_map(|(no, pair)| {
                Seat::ALL
                    .into_iter()
                    .filter(|&seat| pair.delegations[seat].is_empty())
                    .map(move |seat| (no, seat))
            })
            .filter(move |chair| !kept.contains(chair))
    }

    /// A person sits down; a counterpart that kept the chair gets up.
    pub(super) fn sit(&self, person: usize, pair: usize, seat: Seat, events: &mut Vec<Event>) {
        events.push(Event::Seated { person, pair, seat });
        if self.pairs.get(pair).is_some_and(|it| it.stand_in[seat].is_some()) {
            events.push(Event::HandedBack { pair, seat });
        }
    }

    /// Somebody who comes late takes the chair that the list keeps or an empty one; else what the teacher chose for
    /// the odd one, at last a new table against a counterpart. Nobody sits opposite an empty chair.
    pub(super) fn seat_late(&self, person: usize, entry: Option<usize>, seed: u64, events: &mut Vec<Event>) {
        let kept = entry.and_then(|entry| self.kept_for(entry));
        let empty = || self.empty_chairs().next();
        let chair = match kept {
            Some((pair, seat)) => pair.map(|pair| (pair, seat)),
            None => empty(),
        };
        if let Some((pair, seat)) = chair {
            self.sit(person, pair, seat, events);
            let opposite = seat.other();
            let kept = self.pairs.get(pair).is_some_and(|it| it.stand_in[opposite].is_some());
            if !kept && self.people_at(pair, opposite, events) == 0 {
                events.push(Event::StoodIn { pair, seat: opposite, name: USUAL.to_owned() });
            }
            return;
        }
        if kept.is_none()
            && let Some(event) = self.odd_one(person, self.pairs.len(), events)
        {
            return events.push(event);
        }
        let (pair, seat) = (self.pairs.len(), kept.map_or(Seat::First, |it| it.1));
        events.push(Event::Opened(seed));
        events.push(Event::Seated { person, pair, seat });
        events.push(Event::StoodIn { pair, seat: seat.other(), name: USUAL.to_owned() });
    }

    /// The teacher puts a person somewhere.
    pub(super) fn seat_by_hand(
        &self,
        person: usize,
        pair: usize,
        seat: Seat,
        seed: u64,
    ) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).filter(|it| !it.gone).ok_or(No::Unknown)?;
        if known.place == Some((pair, seat)) {
            return Ok(Vec::new());
        }
        let mut events = Vec::new();
        match self.pairs.get(pair) {
            Some(it) if it.delegations[seat].len() >= DELEGATION => return Err(No::Full),
            Some(_) => self.sit(person, pair, seat, &mut events),
            None if self.phase > Phase::Talks => return Err(No::NotNow(self.phase)),
            None => {
                let pair = self.pairs.len();
                events.push(Event::Opened(seed));
                events.push(Event::Seated { person, pair, seat });
            }
        }
        // Who changes sides at a table where somebody sits opposite is half of a swap.
        let swaps = |from: usize| {
            from == pair && self.pairs.get(pair).is_some_and(|it| !it.delegations[seat].is_empty())
        };
        self.left_alone(known.place.filter(|it| !swaps(it.0)), &mut events);
        Ok(events)
    }

    /// A person gets up and watches a table.
    pub(super) fn watch(&self, person: usize, pair: usize) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).filter(|it| !it.gone).ok_or(No::Unknown)?;
        self.pair(pair)?;
        let mut events = vec![Event::Observes { person, pair }];
        self.left_alone(known.place, &mut events);
        Ok(events)
    }

    /// A person leaves the class.
    pub(super) fn send_away(&self, person: usize) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        if known.gone {
            return Ok(Vec::new());
        }
        let mut events = vec![Event::SentAway(person)];
        self.left_alone(known.place, &mut events);
        Ok(events)
    }

    /// Whoever stays behind alone is not left without anybody to talk to. At a table that nobody sits at any more
    /// the chair stays free for whoever comes next.
    fn left_alone(&self, place: Option<(usize, Seat)>, events: &mut Vec<Event>) {
        if let Some((from, left)) = place
            && self.pairs.get(from).is_some_and(|it| {
                it.delegations[left].len() == 1 && it.stand_in[left].is_none() && !it.table.is_closed()
            })
            && self.people_at(from, left.other(), events) > 0
        {
            events.push(Event::StoodIn { pair: from, seat: left, name: USUAL.to_owned() });
        }
    }
}
