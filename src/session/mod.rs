//! A game on this machine: who looks at the screen, when it changes hands, and that nothing is lost.
//!
//! The window and the tests drive a [`Session`]; it holds the table, plays the counterparts' turns at a
//! pace that a person can follow, closes the curtain before the other player sits down, and saves the
//! record after every event.

mod assent;
mod hosted;
mod watched;

pub use assent::{Assent, Heard, Rule};
pub use hosted::{Hosted, Kept};
pub use watched::Watched;

use crate::counterpart::coach::{self, Hint};
use crate::counterpart::{self, Counterpart, Game, Near, Note, Reading, hindsight, notebook};
use crate::disk::{saves, set_aside, write_whole};
use crate::interchange::table::csv::Style;
use crate::print::{self, Format, Paper, PrintError};
use crate::rules::{Act, Cost, Refusal};
use crate::scenario::{Deal, IssueNo, Lang, OptionNo, PerSeat, Phrase, Scenario, Seat};
use crate::table::{Delegation, Player, Record, Table};
use crate::view::{Debrief, Entry, Happening, Moment, Scenery, View, WhatIf, happening};
use crate::words::Words;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was asked for when the game was opened; the window asks for the rest.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The language.
    pub lang: Lang,
    /// The scenario.
    pub scenario: Option<Arc<Scenario>>,
    /// Its file, if it has one.
    pub path: Option<PathBuf>,
    /// A file with mistakes, to be mended in the workshop: there is no scenario yet.
    pub broken: Option<PathBuf>,
    /// The player's seat.
    pub seat: Option<Seat>,
    /// The counterpart.
    pub against: Option<String>,
    /// Whether two people share the screen.
    pub hot_seat: bool,
    /// The seed.
    pub seed: Option<u64>,
    /// A saved game to go on with.
    pub load: Option<(PathBuf, Record, Arc<Scenario>)>,
}

/// What pictures of its screens are wanted.
#[derive(Clone, Debug)]
pub struct PicturesWish {
    /// The folder that they are written to.
    pub folder: PathBuf,
    /// The language.
    pub lang: Lang,
    /// Width and height.
    pub size: (u32, u32),
    /// Whether the window is dark.
    pub dark: bool,
    /// Whether its colours have the greatest contrast.
    pub high_contrast: bool,
    /// The size of text, in per cent, if it is not the usual one.
    pub text_percent: Option<u16>,
}

/// Who plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Two people at one screen.
    HotSeat,
    /// One person in this seat against a counterpart.
    Solo(Seat),
    /// Two counterparts, and a person who watches.
    Watch,
}

/// The debrief with the notebooks of the counterparts.
#[derive(Debug)]
pub struct Opened {
    /// Both sides opened.
    pub debrief: Debrief,
    /// What each counterpart believed, turn by turn.
    pub notebooks: PerSeat<Vec<Note>>,
    /// How right it was, turn by turn.
    pub readings: PerSeat<Vec<Reading>>,
}

/// A game on this machine.
pub struct Session {
    game: Game,
    mode: Mode,
    eyes: Seat,
    curtain: bool,
    path: Option<PathBuf>,
    trouble: Option<io::Error>,
    /// What this window wrote last.
    saved: Option<Saved>,
    delegations: PerSeat<Delegation>,
    assent: Option<Assent>,
    opened: Option<Opened>,
    next_step: f64,
    /// Seconds between two acts of counterparts.
    pub pace: f64,
    /// Whether counterparts wait.
    pub paused: bool,
    /// The package that each person is putting together.
    pub drafts: PerSeat<Deal>,
    /// What each person is writing.
    pub messages: PerSeat<String>,
    /// Why the last command was refused.
    pub refusal: Option<Refusal>,
    /// The delegate who did not agree to what was to leave the seat last.
    pub dissent: Option<usize>,
    /// Events that each person has seen, so that what is new can be shown as new.
    pub seen: PerSeat<usize>,
    /// For how long the talks ran before this sitting, in seconds.
    talked_before: f64,
    /// When they began in this sitting, and how late it is now, on the clock of the host.
    talks: Option<(f64, f64)>,
}

/// A game as it was written.
#[derive(Debug)]
struct Saved {
    text: String,
    events: usize,
}

/// The usual pace of counterparts, in seconds.
pub const PACE: f64 = 0.9;

impl Session {
    /// A new game; `path` is where it is saved.
    pub fn new(scenario: Arc<Scenario>, players: PerSeat<Player>, seed: u64, path: Option<PathBuf>) -> Self {
        Self::at(Table::open(scenario, seed), players, path)
    }

    /// A saved game, at its last event.
    pub fn resume(scenario: Arc<Scenario>, record: Record, path: Option<PathBuf>) -> Self {
        let players = record.players.clone();
        let delegations = record.delegations;
        let talked = f64::from(record.talked);
        let mut session = Self::at(Table::replay(scenario, record.events), players, None);
        session.delegations = delegations;
        session.talked_before = talked;
        session.path = path;
        session.save();
        session.seen = PerSeat::both(session.game.table.len());
        for seat in Seat::ALL {
            let view = session.game.table.view(seat);
            let last = view.position(seat).or(view.position(seat.other())).map(|offer| offer.deal.clone());
            session.drafts[seat] = last.unwrap_or_else(|| view.shared.status_quo());
        }
        session
    }

    fn at(table: Table, players: PerSeat<Player>, path: Option<PathBuf>) -> Self {
        let mode = match (&players.first, &players.second) {
            (Player::Person, Player::Person) => Mode::HotSeat,
            (Player::Person, _) => Mode::Solo(Seat::First),
            (_, Player::Person) => Mode::Solo(Seat::Second),
            _ => Mode::Watch,
        };
        let eyes = match mode {
            Mode::Solo(seat) => seat,
            _ if table.awaits(Seat::First) => Seat::First,
            _ => Seat::Second,
        };
        let status_quo = table.scenario().shared.status_quo();
        let mut session = Self {
            game: Game::new(table, players),
            mode,
            eyes,
            // Whoever opens a shared game may not be the one whose secrets come first.
            curtain: mode == Mode::HotSeat,
            path,
            trouble: None,
            saved: None,
            delegations: PerSeat::default(),
            assent: None,
            opened: None,
            next_step: 0.0,
            pace: PACE,
            paused: false,
            drafts: PerSeat::both(status_quo),
            messages: PerSeat::default(),
            refusal: None,
            dissent: None,
            seen: PerSeat::default(),
            talked_before: 0.0,
            talks: None,
        };
        session.save();
        session
    }

    /// Who plays.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Whose secrets may be on the screen.
    pub const fn eyes(&self) -> Seat {
        self.eyes
    }

    /// Whether the screen waits to be handed over: nothing secret is shown.
    pub const fn curtain(&self) -> bool {
        self.curtain
    }

    /// The other player sits down.
    pub const fn lift_curtain(&mut self) {
        self.curtain = false;
    }

    /// The scenario that is played.
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.game.table.scenario()
    }

    /// What the person at the screen may see.
    pub fn view(&self) -> View<'_> {
        self.game.table.view(self.eyes)
    }

    /// The log as the person at the screen sees it; one who only watches sees what both see.
    pub fn log(&self) -> Vec<Entry> {
        let seat = (self.mode != Mode::Watch).then_some(self.eyes);
        self.game.table.log(seat)
    }

    /// What anybody in the room sees; nothing of it belongs to one seat alone.
    pub fn scenery(&self) -> Scenery {
        self.game.table.scenery()
    }

    /// What everybody noticed since the event with this number.
    pub fn happenings(&self, since: usize) -> Vec<Happening> {
        self.game.table.events().iter().skip(since).filter_map(happening).collect()
    }

    /// What the person at the screen could do now, besides offers and words.
    pub fn possible(&self) -> Vec<(crate::rules::Command, Result<Cost, Refusal>)> {
        self.game.table.possible(self.eyes)
    }

    /// Whether the person at the screen may do this now.
    ///
    /// # Errors
    ///
    /// The [`Refusal`] that playing it would meet.
    pub fn permits(&self, act: &Act) -> Result<Cost, Refusal> {
        self.game.table.permits(self.eyes, act)
    }

    /// Both sides' numbers, for people who hold no seat: `None` in every game in which one may be held.
    pub fn watched(&self) -> Option<Watched> {
        Watched::of(&self.game)
    }

    /// Another pace of the counterparts, from now on.
    pub const fn set_pace(&mut self, pace: f64) {
        self.pace = pace;
        self.next_step = 0.0;
    }

    /// The name of the counterpart in a seat.
    pub fn counterpart(&self, seat: Seat) -> Option<&str> {
        match &self.game.players[seat] {
            Player::Person => None,
            Player::Counterpart(name) => Some(name),
        }
    }

    /// The counterpart opposite the person at the screen, with its own view of the running talks.
    fn opposite(&self) -> Option<(&dyn Counterpart, View<'_>)> {
        let seat = self.eyes.other();
        let view = self.game.table.view(seat);
        let talks = matches!(view.moment, Moment::Talks { .. }) && self.mode != Mode::Watch;
        Some((self.game.counterpart(seat)?, view)).filter(|_| talks)
    }

    /// Asks the counterpart opposite what it would want for these articles: a package with them that it
    /// would accept if it were offered next, and its words. `None` if there is no counterpart to ask.
    pub fn wish(&self, fixed: &BTreeMap<IssueNo, OptionNo>) -> Option<(Option<Deal>, Phrase)> {
        let (counterpart, view) = self.opposite()?;
        let deal = counterpart::wish(counterpart, &view, fixed);
        let key = if deal.is_some() { "wish-found" } else { "wish-none" };
        Some((deal, Phrase::new(key)))
    }

    /// How far a package is from what the counterpart opposite would accept. `None` if there is no
    /// counterpart to ask.
    pub fn distance(&self, deal: &Deal) -> Option<Near> {
        let (counterpart, view) = self.opposite()?;
        Some(counterpart::distance(counterpart, &view, deal))
    }

    /// The most urgent hint for the person at the screen, about the package being put together too.
    pub fn hint(&self) -> Option<Hint> {
        let plays = self.mode != Mode::Watch && !self.game.is_counterpart(self.eyes) && !self.curtain;
        plays.then(|| coach::coach(&self.view(), Some(&self.drafts[self.eyes])))?
    }

    /// Whether the person at the screen is expected to act.
    pub fn my_move(&self) -> bool {
        self.mode != Mode::Watch && !self.game.is_counterpart(self.eyes) && self.game.table.awaits(self.eyes)
    }

    /// Whether a counterpart is expected to act.
    pub fn counterpart_moves(&self) -> bool {
        Seat::ALL.into_iter().any(|seat| self.game.is_counterpart(seat) && self.game.table.awaits(seat))
    }

    /// Whether the game is over.
    pub fn is_closed(&self) -> bool {
        self.game.table.is_closed()
    }

    /// The number of events so far.
    pub fn events(&self) -> usize {
        self.game.table.len()
    }

    /// Why the game could not be saved, if it could not.
    pub const fn trouble(&self) -> Option<&io::Error> {
        self.trouble.as_ref()
    }

    /// Where the game is saved.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Plays an act of the person at the screen; a refusal is kept for them to read.
    pub fn act(&mut self, act: impl Into<Act>) -> bool {
        match self.game.table.play(self.eyes, &act.into()) {
            Ok(_) => {
                self.refusal = None;
                self.after_events();
                true
            }
            Err(refusal) => {
                self.refusal = Some(refusal);
                false
            }
        }
    }

    /// Lets time pass: counterparts act at their pace. Says in how many seconds to call again, if
    /// something is going to happen by itself.
    pub fn tick(&mut self, now: f64) -> Option<f64> {
        if matches!(self.view().moment, Moment::Talks { .. }) {
            self.talks = Some((self.talks.map_or(now, |(began, _)| began), now));
        }
        if self.paused || !self.counterpart_moves() {
            self.next_step = 0.0;
            return None;
        }
        if self.next_step == 0.0 {
            self.next_step = now + self.pace;
        }
        if now >= self.next_step {
            self.step();
            self.next_step = now + self.pace;
            if !self.counterpart_moves() {
                self.next_step = 0.0;
                return None;
            }
        }
        Some((self.next_step - now).max(0.0))
    }

    /// Lets a counterpart act once, at once.
    pub fn step(&mut self) {
        if self.game.step().is_some() {
            self.after_events();
        }
    }

    fn after_events(&mut self) {
        self.save();
        if self.mode != Mode::HotSeat {
            return;
        }
        let table = &self.game.table;
        if !table.awaits(self.eyes) && table.awaits(self.eyes.other()) {
            self.eyes = self.eyes.other();
            self.curtain = true;
            self.refusal = None;
        }
    }

    /// For how many seconds the talks have run, those before the game was continued among them.
    pub fn talked(&self) -> f64 {
        self.talked_before + self.talks.map_or(0.0, |(began, now)| now - began)
    }

    /// Writes the game as it stands; what went wrong is told by [`Session::trouble`].
    ///
    /// Another window may have gone on with the same game: what it wrote stays, beside what happens here if anything
    /// does.
    pub fn save(&mut self) {
        let Some(path) = &self.path else { return };
        let record = self.record();
        let events = record.events.len();
        let text = record.to_text();
        let theirs = self.saved.as_ref().is_some_and(|saved| saves::is_another(path, &saved.text, &record));
        if theirs && self.saved.as_ref().is_some_and(|saved| saved.events == events) {
            return;
        }
        let kept = if theirs { set_aside(path, text.as_bytes()).map(drop) } else { Ok(()) };
        self.trouble = kept.and_then(|()| write_whole(path, &text)).err();
        if self.trouble.is_none() {
            self.saved = Some(Saved { text, events });
        }
    }

    /// The saved game as it stands.
    pub fn record(&self) -> Record {
        let record = self.game.table.record(self.game.players.clone());
        record.with_delegations(self.delegations.clone()).with_talked(self.talked() as u32)
    }

    /// The report of the game as files; `None` before the debrief is opened.
    ///
    /// # Errors
    ///
    /// What the PDF writer says.
    pub fn report(&self, words: Words) -> Result<Option<Vec<Paper>>, PrintError> {
        if self.opened.is_none() {
            return Ok(None);
        }
        let style = Style::of(words.lang);
        print::report(&self.game.table, &self.game.players, words, Format::Both, style)
    }

    /// The debrief, once the game is over and every person has answered the private questions.
    pub fn opened(&mut self) -> Option<&Opened> {
        let waits =
            Seat::ALL.into_iter().any(|seat| !self.game.is_counterpart(seat) && self.game.table.awaits(seat));
        if !self.is_closed() || waits {
            return None;
        }
        if self.opened.is_none() {
            let debrief = self.game.table.debrief()?;
            let table = &self.game.table;
            let notebooks = PerSeat::from_fn(|seat| {
                let player =
                    self.counterpart(seat).and_then(|name| counterpart::by_name(name, table.seed(), seat));
                player.map_or_else(Vec::new, |player| {
                    notebook(table.scenario(), table.events(), seat, player.as_ref())
                })
            });
            let (case, _) = table.scored();
            let readings = PerSeat::from_fn(|seat| {
                let other = seat.other();
                let batna = case.fraction(case.batna[other.index()]);
                hindsight(&notebooks[seat], &case.scenario.briefs[other], &case.scenario.shared, batna)
            });
            self.opened = Some(Opened { debrief, notebooks, readings });
        }
        self.opened.as_ref()
    }

    /// Numbers and talks for the evidence of the debrief; `None` before it is opened.
    pub fn scored(&self) -> Option<(crate::scoring::Case<'_>, crate::scoring::Talk)> {
        self.opened.as_ref().map(|_| self.game.table.scored())
    }

    /// What another text would have brought; `None` before the debrief is opened.
    pub fn what_if(&self, deal: Deal) -> Option<WhatIf> {
        self.opened.as_ref()?;
        self.game.table.what_if(deal)
    }

    /// The opened debrief, without opening it.
    pub const fn debrief(&self) -> Option<&Opened> {
        self.opened.as_ref()
    }
}
