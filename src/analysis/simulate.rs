//! Many games of counterparts against each other; the same on one core as on all.

use super::offers;
use crate::counterpart::Game;
use crate::league::SpaceError;
use crate::rules::Event;
use crate::scenario::{Deal, PerSeat, Scenario};
use crate::scoring::{Case, References, Talk, measure};
use crate::table::{Player, Record, Table};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a simulated game ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ended {
    /// A text was signed.
    Agreed,
    /// A side left.
    WalkedOut,
    /// The rounds ran out.
    Deadline,
    /// The relation broke down.
    Minimal,
}

impl Ended {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::WalkedOut => "walked_out",
            Self::Deadline => "deadline",
            Self::Minimal => "minimal",
        }
    }
}

/// One simulated game.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its seed.
    pub seed: u64,
    /// What was signed.
    pub agreement: Option<Deal>,
    /// Utilities; of no agreement, the BATNAs.
    pub utility: [f64; 2],
    /// Whether both agreed to more than their BATNAs, as these were in the end.
    pub above_both: bool,
    /// Normalised gains.
    pub gamma: [f64; 2],
    /// Efficiency.
    pub efficiency: f64,
    /// Rounds played.
    pub rounds: u32,
    /// Packages tabled.
    pub offers: u32,
    /// How it ended.
    pub ended: Ended,
    /// The grade's letter.
    pub grade: &'static str,
    /// Which of C1 to C7 fail.
    pub failing: Vec<usize>,
    /// The record, if it was asked for.
    pub record: Option<Record>,
}

/// Plays `games` games of the talks with seeds from `seed` on.
pub fn talks(
    scenario: &Arc<Scenario>,
    names: &PerSeat<String>,
    games: u64,
    seed: u64,
    keep: bool,
) -> Vec<Outcome> {
    (0..games).into_par_iter().map(|no| one_talk(scenario, names, seed.wrapping_add(no), keep)).collect()
}

/// Whether a deal is worth more to both than no agreement.
fn beats_both(case: &Case<'_>, deal: &Deal) -> bool {
    let utilities = case.utilities(deal);
    (0..2).all(|at| utilities[at] > case.batna[at])
}

pub(super) fn one_talk(scenario: &Arc<Scenario>, names: &PerSeat<String>, seed: u64, keep: bool) -> Outcome {
    let players = names.map(|name| Player::Counterpart(name.clone()));
    let mut game = Game::new(Table::open(Arc::clone(scenario), seed), players.clone());
    game.run();
    let deal = game.table.signed();
    let (case, talk) = game.table.scored();
    let references = References::of(&case);
    let m = measure::measure(&case, &references, deal, &talk);
    let ended = game.table.events().iter().rev().find_map(|event| match event {
        Event::Ratified { .. } => Some(Ended::Agreed),
        Event::Left(_) => Some(Ended::WalkedOut),
        Event::Deadline => Some(Ended::Deadline),
        Event::Collapsed => Some(Ended::Minimal),
        _ => None,
    });
    Outcome {
        seed,
        agreement: deal.cloned(),
        utility: m.utility,
        above_both: deal.is_some_and(|deal| beats_both(&case, deal)),
        gamma: m.gamma,
        efficiency: m.efficiency,
        rounds: game.table.round(),
        offers: u32::try_from(game.table.offers()).unwrap_or(u32::MAX),
        ended: ended.unwrap_or(Ended::Deadline),
        grade: m.grade.letter(),
        failing: m.checks.map_or_else(Vec::new, |checks| (1..=7).filter(|no| !checks[no - 1]).collect()),
        record: keep.then(|| game.table.record(players)),
    }
}

/// Plays `games` games of plain alternating offers with `steps` rounds of one offer each.
///
/// # Errors
///
/// If the scenario is too large for bidders.
pub fn alternating(
    scenario: &Arc<Scenario>,
    names: &PerSeat<String>,
    games: u64,
    seed: u64,
    steps: u32,
) -> Result<Vec<Outcome>, SpaceError> {
    let case = Case::exact(scenario);
    let references = References::of(&case);
    let talk = Talk::silent(&scenario.shared);
    let spaces = offers::spaces(&case)?;
    let played: Vec<(u64, offers::Played)> = (0..games)
        .into_par_iter()
        .map(|no| seed.wrapping_add(no))
        .map(|seed| (seed, offers::play(&spaces, names, seed, steps)))
        .collect();
    // Bidders without dice agree on the same again and again: each deal is scored once.
    let mut measured = BTreeMap::new();
    for (_, game) in &played {
        measured
            .entry(game.agreement.clone())
            .or_insert_with(|| measure::measure(&case, &references, game.agreement.as_ref(), &talk));
    }
    let outcomes = played
        .into_iter()
        .map(|(seed, played)| {
            let m = &measured[&played.agreement];
            Outcome {
                seed,
                utility: m.utility,
                above_both: played.agreement.as_ref().is_some_and(|deal| beats_both(&case, deal)),
                gamma: m.gamma,
                efficiency: m.efficiency,
                rounds: played.rounds,
                offers: played.offers,
                ended: match (&played.agreement, played.left) {
                    (Some(_), _) => Ended::Agreed,
                    (None, true) => Ended::WalkedOut,
                    (None, false) => Ended::Deadline,
                },
                grade: m.grade.letter(),
                failing: m
                    .checks
                    .map_or_else(Vec::new, |checks| (1..=7).filter(|no| !checks[no - 1]).collect()),
                agreement: played.agreement,
                record: None,
            }
        })
        .collect();
    Ok(outcomes)
}

/// What many games have in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// How many.
    pub games: u64,
    /// The share that ended in an agreement.
    pub agreement_rate: f64,
    /// The share of agreements in which both are above their BATNAs.
    pub above_both: f64,
    /// Mean utilities of agreements.
    pub utility: [f64; 2],
    /// Mean normalised gains over all games.
    pub gamma: [f64; 2],
    /// Mean efficiency over agreements.
    pub efficiency: f64,
    /// Mean rounds.
    pub rounds: f64,
    /// Mean offers.
    pub offers: f64,
    /// How often each grade came.
    pub grades: BTreeMap<&'static str, u64>,
    /// How often each ending came.
    pub endings: BTreeMap<&'static str, u64>,
}

/// Sums up games.
pub fn summary(outcomes: &[Outcome]) -> Summary {
    let mut sum = Summary { games: outcomes.len() as u64, ..Summary::default() };
    let n = outcomes.len().max(1) as f64;
    let agreed: Vec<&Outcome> = outcomes.iter().filter(|it| it.agreement.is_some()).collect();
    let deals = agreed.len().max(1) as f64;
    sum.agreement_rate = agreed.len() as f64 / n;
    sum.above_both = agreed.iter().filter(|it| it.above_both).count() as f64 / deals;
    for at in 0..2 {
        sum.utility[at] = agreed.iter().map(|it| it.utility[at]).sum::<f64>() / deals;
        sum.gamma[at] = outcomes.iter().map(|it| it.gamma[at]).sum::<f64>() / n;
    }
    sum.efficiency = agreed.iter().map(|it| it.efficiency).sum::<f64>() / deals;
    sum.rounds = outcomes.iter().map(|it| f64::from(it.rounds)).sum::<f64>() / n;
    sum.offers = outcomes.iter().map(|it| f64::from(it.offers)).sum::<f64>() / n;
    for outcome in outcomes {
        *sum.grades.entry(outcome.grade).or_default() += 1;
        *sum.endings.entry(outcome.ended.name()).or_default() += 1;
    }
    sum
}
