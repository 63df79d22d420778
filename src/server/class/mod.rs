//! A class as a value: people, tables and phases, and how each event changes them.
//!
//! [`Class::decide`] answers an [`Order`] with the events that follow or says [`No`], and changes
//! nothing; [`Class::apply`] takes an event in and cannot fail. A lesson is its list of events: the
//! same list leads to the same class.
//!
//! # Invariants
//!
//! - No clock, no disk, no network, no dice: time and chance come in as arguments.
//! - What happens at a table is decided by the rules of the game alone.
//! - Nothing is ever accepted for a person.

mod apply;
mod assent;
mod brought;
mod event;
mod listed;
mod naming;
mod order;
mod pages;
mod quiz;
mod seating;
mod teach;
pub mod rehearsal;

pub use assent::{AWAY, Council, Returned, Waiting, Why, Word};
pub use brought::{Brought, Game, Guest, LONGEST_GUEST, Source};
pub use event::{By, Event};
pub use listed::Entry;
pub use naming::is_name;
pub use order::{No, Order};
pub use pages::{OpenPages, Page};
pub use quiz::{Answers, Gain, Occasion, rights};
pub use seating::DELEGATION;
pub use teach::{LONGEST_NOTE, LONGEST_NOTICE, Teacher};

use crate::scenario::{PerSeat, Scenario, Seat};
use crate::session::Rule;
use crate::table::Table;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

/// Where the lesson stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Phase {
    /// People come in.
    #[default]
    Join,
    /// Everybody reads.
    Briefing,
    /// Target and guess.
    Preparation,
    /// The talks, with signature.
    Talks,
    /// Private questions.
    Questions,
    /// Both sides are opened, page by page.
    Debrief,
}

impl Phase {
    /// All, in order.
    pub const ALL: [Self; 6] =
        [Self::Join, Self::Briefing, Self::Preparation, Self::Talks, Self::Questions, Self::Debrief];

    /// The name in word keys and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Briefing => "briefing",
            Self::Preparation => "preparation",
            Self::Talks => "talks",
            Self::Questions => "questions",
            Self::Debrief => "debrief",
        }
    }

    /// Whether whoever comes in gets a seat: there is still something to play.
    pub const fn seats_people(self) -> bool {
        matches!(self, Self::Briefing | Self::Preparation | Self::Talks)
    }

    /// The phase after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| *phase > self)
    }
}

/// The time of the running phase, in milliseconds of the host's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// When the phase ends, if it has a limit.
    pub ends: Option<u64>,
    /// Since when everything stands still.
    pub paused: Option<u64>,
}

impl Clock {
    /// Whether time runs out: there is a limit, and nothing stands still.
    pub const fn runs(&self) -> bool {
        self.ends.is_some() && self.paused.is_none()
    }

    /// Milliseconds that are left; 0 when the time is over.
    pub fn left(&self, now: u64) -> Option<u64> {
        self.ends.map(|ends| ends.saturating_sub(self.paused.unwrap_or(now)))
    }
}

/// What becomes of somebody who has nobody opposite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Odd {
    /// A counterpart takes the other chair.
    #[default]
    Counterpart,
    /// The person joins a delegation.
    Delegate,
    /// The person watches a table with a checklist.
    Observer,
}

impl Odd {
    /// All, the usual one first.
    pub const ALL: [Self; 3] = [Self::Counterpart, Self::Delegate, Self::Observer];

    /// The name in word keys and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counterpart => "counterpart",
            Self::Delegate => "delegate",
            Self::Observer => "observer",
        }
    }
}

/// Lines of an observer's checklist.
pub const OBSERVED: usize = 8;

/// Somebody in the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name on the screens.
    pub name: String,
    /// Four digits with which another phone takes over.
    pub digits: String,
    /// Digests of the tokens of this person's devices.
    pub devices: Vec<String>,
    /// The same of the devices of somebody who was sent away: they are told why the door is before them.
    pub former: Vec<String>,
    /// Table and seat.
    pub place: Option<(usize, Seat)>,
    /// Whether the sheet was understood.
    pub understood: bool,
    /// The table that this person watches without a seat.
    pub observes: Option<usize>,
    /// What an observer saw, one bit for each line of the checklist.
    pub ticks: u16,
    /// What an observer wrote, or somebody else after the talks.
    pub note: String,
    /// What was answered to the quiz, before the talks and after them.
    pub answered: [Option<Answers>; 2],
    /// Whether the class may see the talks.
    pub consents: bool,
    /// Whether the name was released and no other chosen yet.
    pub nameless: bool,
    /// Whether this person asked the teacher for another name.
    pub asks_name: bool,
    /// The number on the list that this person bore before the name was released.
    pub before: Option<usize>,
    /// Whether the teacher sent this person away: what was done stays, and nobody speaks for it any more.
    pub gone: bool,
    /// Numbers of the last posts.
    keys: VecDeque<u64>,
}

/// Two delegations and their table.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The table.
    pub table: Table,
    /// Who sits where.
    pub delegations: PerSeat<Vec<usize>>,
    /// The counterpart that holds a seat for now.
    pub stand_in: PerSeat<Option<String>>,
    /// The counterparts that held a person's chair, each with the numbers of the table's events, from 1, that
    /// it caused.
    pub keepers: PerSeat<BTreeMap<String, BTreeSet<usize>>>,
    /// What each delegation agrees on by itself.
    pub council: PerSeat<Council>,
    /// Whether each phone of this table speaks for its seat, whatever the class does.
    pub unasked: bool,
    /// Who took part in this table's talks, wherever they sit now.
    pub spoke: BTreeSet<usize>,
    /// What each seat answered to the better package after the debrief.
    pub improved: PerSeat<Option<bool>>,
    /// When something last happened, in milliseconds.
    pub active_at: u64,
    /// How often something changed here.
    pub version: u64,
}

/// What the teacher said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// To which table, or to all.
    pub pair: Option<usize>,
    /// In which phase: it ends with that.
    pub phase: Phase,
    /// The words.
    pub words: String,
}

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    /// What is played.
    pub scenario: Arc<Scenario>,
    /// The phase.
    pub phase: Phase,
    /// Its time.
    pub clock: Clock,
    /// Everybody, in the order in which they came.
    pub people: Vec<Arc<Person>>,
    /// The list of those who are expected; empty without one.
    pub roster: Arc<[Entry]>,
    /// All tables.
    pub pairs: Vec<Arc<Pair>>,
    /// What the teacher said.
    pub notices: Vec<Notice>,
    /// Pages of the debrief that are open, one bit for each.
    pub pages: OpenPages,
    /// What the projector shows; 0 is the door.
    pub slide: u8,
    /// The step of the replay on it.
    pub step: u16,
    /// The table whose talks are replayed, if the teacher chose one.
    pub replay: Option<usize>,
    /// Whether the round of better packages is open.
    pub improving: bool,
    /// What becomes of somebody who has nobody opposite.
    pub odd: Odd,
    /// Minutes of silence after which a counterpart takes a chair in the talks; `None` if the teacher does that.
    pub stand_in_after: Option<u64>,
    /// Whether the quiz of the scenario is asked before the talks and after them.
    pub quiz: bool,
    /// By which rule delegations decide; `None` where each phone speaks for its seat.
    pub rule: Option<Rule>,
    /// Results from outside; `None` where one was taken out.
    pub guests: Vec<Option<Arc<Guest>>>,
    /// How often something changed that everybody sees.
    pub version: u64,
    /// The number of events.
    pub events: u64,
    /// When the last event happened, in milliseconds.
    pub last_at: u64,
}

impl Class {
    /// A class in which nothing has happened.
    pub fn new(scenario: Arc<Scenario>) -> Self {
        Self {
            roster: Arc::default(),
            scenario,
            phase: Phase::Join,
            clock: Clock { ends: None, paused: None },
            people: Vec::new(),
            pairs: Vec::new(),
            notices: Vec::new(),
            pages: OpenPages::default(),
            slide: 0,
            step: 0,
            replay: None,
            improving: false,
            odd: Odd::Counterpart,
            stand_in_after: None,
            quiz: false,
            rule: Some(Rule::All),
            guests: Vec::new(),
            version: 0,
            events: 0,
            last_at: 0,
        }
    }

    /// The class that these events, each with its time, lead to.
    ///
    /// # Errors
    ///
    /// The number of the first event that names what there is not, from 1: somebody may have touched the log.
    pub fn replay(scenario: Arc<Scenario>, events: &[(u64, Event)]) -> Result<Self, usize> {
        let mut class = Self::new(scenario);
        for (no, (at, event)) in events.iter().enumerate() {
            if !class.knows(event) {
                return Err(no + 1);
            }
            class.apply(*at, event);
        }
        Ok(class)
    }

    /// The person for whom a device speaks.
    pub fn person_of(&self, device: &str) -> Option<usize> {
        self.people.iter().position(|person| person.devices.iter().any(|known| known == device))
    }

    /// Whether a device spoke for somebody whom the teacher sent away.
    pub fn was_sent_away(&self, device: &str) -> bool {
        self.person_of(device).is_none()
            && self.people.iter().any(|person| person.former.iter().any(|known| known == device))
    }

    /// The person with these four digits.
    pub fn person_with(&self, digits: &str) -> Option<usize> {
        self.present().find(|(_, person)| person.digits == digits).map(|(no, _)| no)
    }

    /// Whoever bears this name, as somebody types it who knows it: neither capitals nor spaces count.
    pub fn people_called(&self, typed: &str) -> Vec<usize> {
        let plain = |name: &str| -> String {
            name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
        };
        let wanted = plain(typed);
        self.present().filter(|(_, person)| plain(&person.name) == wanted).map(|(no, _)| no).collect()
    }

    /// Everybody who was not sent away, by number.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Person)> + '_ {
        self.people.iter().enumerate().map(|(no, it)| (no, &**it)).filter(|(_, it)| !it.gone)
    }

    /// Whoever watches a table.
    pub fn observers(&self, pair: usize) -> impl Iterator<Item = &Person> + '_ {
        self.present().map(|(_, it)| it).filter(move |it| it.observes == Some(pair))
    }

    /// Tables at which somebody sits, with their numbers: one whose people were all moved is no result of the class.
    /// A dry run has nobody anywhere.
    pub fn tables(&self) -> impl Iterator<Item = (usize, &Pair)> + '_ {
        let seated = |pair: &Pair| Seat::ALL.iter().any(|seat| !pair.delegations[*seat].is_empty());
        let dry = !self.pairs.iter().any(|pair| seated(pair));
        self.pairs.iter().enumerate().map(|(no, it)| (no, &**it)).filter(move |(_, pair)| dry || seated(pair))
    }

    /// The names of those who sit in a seat.
    pub fn names<'c>(&'c self, pair: &'c Pair, seat: Seat) -> impl Iterator<Item = &'c str> {
        pair.delegations[seat].iter().filter_map(|&no| self.people.get(no)).map(|person| person.name.as_str())
    }

    /// A person's table and seat.
    pub fn place(&self, person: usize) -> Option<(usize, Seat)> {
        self.people.get(person)?.place
    }

    /// What a seat waits for: a number that changes with everything its page may show.
    pub fn version_for(&self, person: usize) -> String {
        let watched = self.people.get(person).and_then(|it| it.observes);
        let place = self.place(person);
        let pair = place.map(|(pair, _)| pair).or(watched).and_then(|pair| self.pairs.get(pair));
        let council = place.zip(pair).map_or(0, |((_, seat), pair)| pair.council[seat].version);
        format!("{}.{}.{council}", self.version, pair.map_or(0, |pair| pair.version))
    }

    /// Whether everybody who sits at a table or took part in its talks lets the class see its talks. Counterparts have
    /// nothing to hide.
    pub fn consents(&self, pair: usize) -> bool {
        self.pairs.get(pair).is_some_and(|pair| {
            let people = Seat::ALL.into_iter().flat_map(|seat| &pair.delegations[seat]).chain(&pair.spoke);
            people.into_iter().all(|&no| self.people.get(no).is_some_and(|person| person.consents))
        })
    }

    /// Whether the talks of a table can be replayed: it is over, it made offers, and everybody consents.
    pub fn may_replay(&self, pair: usize) -> bool {
        let played = self.pairs.get(pair).is_some_and(|it| it.table.is_closed() && it.table.offers() > 0);
        played && self.consents(pair)
    }

    /// What the teacher said last to this table or to all, as long as it counts: until its phase is over, or
    /// something else is said, or it is taken back.
    pub fn notice(&self, pair: Option<usize>) -> Option<&Notice> {
        let newest = self.notices.iter().rev().find(|it| it.pair.is_none() || it.pair == pair)?;
        (newest.phase == self.phase && !newest.words.is_empty()).then_some(newest)
    }
}

impl Pair {
    /// Whether what is asked of a seat now is asked of its people, even while a counterpart keeps their chair:
    /// the private questions after the talks.
    pub fn is_asked_in_person(&self, seat: Seat) -> bool {
        self.table.is_closed() && !self.delegations[seat].is_empty()
    }

    /// Whether a seat has handed in its preparation.
    pub fn is_prepared(&self, seat: Seat) -> bool {
        !matches!(self.table.view(seat).moment, crate::view::Moment::Preparation { ready } if !ready[seat])
    }

    /// The package that is better for both or for one, with the deal of this table as its floor; none where
    /// nothing came into force.
    pub fn better(&self) -> Option<crate::scenario::Deal> {
        self.table.better()
    }

    /// Numbers of the table's events, from 1, that a counterpart caused in a person's chair.
    pub fn lent(&self, seat: Seat) -> impl Iterator<Item = usize> + '_ {
        self.keepers[seat].values().flatten().copied()
    }

    /// Whether a counterpart sat in a person's chair, or sits in one.
    pub fn is_lent(&self) -> bool {
        Seat::ALL.into_iter().any(|seat| !self.keepers[seat].is_empty() || self.stand_in[seat].is_some())
    }
}
