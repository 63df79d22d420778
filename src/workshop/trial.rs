//! A version tried: the beginning of its talks, a game of two counterparts, and a whole class of them.

use crate::analysis::dry_run::{self, DryRun};
use crate::rules::{Act, Command, Preparation};
use crate::scenario::{Deal, IssueNo, OptionNo, PerSeat, Scenario, Seat};
use crate::session::Session;
use crate::table::{Player, Table};
use std::sync::Arc;

/// The seed of every trial: the same text plays the same game.
const SEED: u64 = 1;
/// More acts than any game has.
const MOST_ACTS: usize = 5_000;
/// How many pairs a simulated class has.
const PAIRS: u64 = 20;

/// A table at the beginning of the talks: both seats have prepared, and nothing was offered.
pub(super) fn opening(scenario: &Arc<Scenario>) -> Table {
    let mut table = Table::open(Arc::clone(scenario), SEED);
    for seat in Seat::ALL {
        // A seat that may not prepare has nothing to prepare.
        let _ = table.play(seat, &Act::from(Command::Prepare(Preparation::default())));
    }
    table
}

/// A game of two counterparts, played to its end, with the debrief opened.
pub(super) fn game(scenario: &Arc<Scenario>) -> Session {
    let players = PerSeat::both(Player::Counterpart(crate::counterpart::USUAL.to_owned()));
    let mut session = Session::new(Arc::clone(scenario), players, SEED, None);
    for _ in 0..MOST_ACTS {
        if !session.counterpart_moves() {
            break;
        }
        session.step();
    }
    session.opened();
    session
}

/// What a class of mixed skill made of a version.
#[derive(Clone, Debug)]
pub struct Class {
    /// What the pairs have in common.
    pub sum: DryRun,
    /// What each pair that agreed got, in points 0 to 100, the first country's first.
    pub agreed: Vec<[f64; 2]>,
    /// What each of them signed.
    deals: Vec<Deal>,
}

impl Class {
    /// Lets a class play; all cores work at it.
    pub(super) fn of(scenario: &Arc<Scenario>) -> Self {
        let outcomes = dry_run::class(scenario, PAIRS, SEED);
        let signed = || outcomes.iter().filter(|it| it.agreement.is_some());
        Self {
            sum: dry_run::summary(&outcomes),
            agreed: signed().map(|it| it.utility.map(|share| 100.0 * share)).collect(),
            deals: signed().filter_map(|it| it.agreement.clone()).collect(),
        }
    }

    /// How many pairs signed this option.
    pub fn chosen(&self, issue: IssueNo, option: OptionNo) -> usize {
        self.deals.iter().filter(|deal| deal.0.get(issue) == Some(&option)).count()
    }
}
