//! Results from outside the class server: games at one screen, solo games, paper.

use crate::rules;
use crate::scenario::{Deal, PerSeat, Scenario};
use crate::table::{Player, Record, Table};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a teacher calls a result from outside, in characters at most.
pub const LONGEST_GUEST: usize = 40;

/// Where a result of the debrief comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Source {
    /// A table of this class.
    Class,
    /// Two people at one screen.
    HotSeat,
    /// One person against a counterpart.
    Solo,
    /// An agreement form on paper.
    Paper,
}

impl Source {
    /// All, those of the class first.
    pub const ALL: [Self; 4] = [Self::Class, Self::HotSeat, Self::Solo, Self::Paper];

    /// The name in word keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::HotSeat => "hot-seat",
            Self::Solo => "solo",
            Self::Paper => "paper",
        }
    }
}

/// A result from outside, as the log keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brought {
    /// What the teacher calls it.
    pub name: String,
    /// What was brought.
    pub game: Game,
}

/// What was brought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Game {
    /// The deal of an agreement form, or none.
    Paper(Option<Deal>),
    /// A saved game that is over.
    Record {
        /// Who played.
        players: PerSeat<Player>,
        /// What happened.
        events: Vec<rules::Event>,
    },
}

impl Brought {
    /// A saved game; `None` if it is of another scenario, not over, or does not fit.
    pub fn of_record(scenario: &Scenario, name: String, record: Record) -> Option<Self> {
        let whole = record.closed && record.is_of(scenario) && record.fits(scenario).is_ok();
        let game = Game::Record { players: record.players, events: record.events };
        whole.then_some(Self { name, game })
    }

    /// Whether it makes sense in a scenario.
    pub fn fits(&self, scenario: &Scenario) -> bool {
        let issues = &scenario.shared.issues;
        match &self.game {
            Game::Paper(None) => true,
            Game::Paper(Some(deal)) => {
                deal.0.len() == issues.len()
                    && deal.choices().all(|(issue, option)| option < issues[issue].options.len())
            }
            Game::Record { players, events } => {
                Record::new(scenario, players.clone(), events.clone(), true).fits(scenario).is_ok()
            }
        }
    }
}

/// A result from outside, ready for the debrief.
#[derive(Clone, Debug)]
pub struct Guest {
    /// What the teacher calls it.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// What was agreed.
    pub deal: Option<Deal>,
    /// The game, if it was saved.
    pub table: Option<Table>,
    /// Who played.
    pub players: PerSeat<Player>,
}

impl Guest {
    /// What a log line brings; `None` if it does not fit, which [`super::Class::decide`] refuses before.
    pub fn of(scenario: &Arc<Scenario>, brought: &Brought) -> Option<Self> {
        if !brought.fits(scenario) {
            return None;
        }
        let name = brought.name.clone();
        Some(match &brought.game {
            Game::Paper(deal) => Self {
                name,
                source: Source::Paper,
                deal: deal.clone(),
                table: None,
                players: PerSeat::default(),
            },
            Game::Record { players, events } => {
                let table = Table::replay(Arc::clone(scenario), events.clone());
                let solo = [&players.first, &players.second].into_iter().any(|it| *it != Player::Person);
                let source = if solo { Source::Solo } else { Source::HotSeat };
                let deal = table.signed().cloned();
                Self { name, source, deal, table: Some(table), players: players.clone() }
            }
        })
    }
}
