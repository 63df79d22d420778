//! Everybody against everybody by plain alternating offers, on many scenarios.

use super::offers::bidder;
use crate::league::{self, Space, SpaceError};
use crate::scenario::{Points, Seat};
use crate::scoring::{Case, Frontier, References};
use rayon::prelude::*;
use std::sync::Arc;

/// A scenario as the bidders and the umpire see it.
#[derive(Clone, Debug)]
pub struct Arena {
    /// What to call it.
    pub name: String,
    /// Both sides' spaces.
    pub spaces: [Arc<Space>; 2],
    /// The frontier, as fractions of 1.
    frontier: Vec<[f64; 2]>,
    /// The Nash point, if there is room for an agreement.
    nash: Option<[f64; 2]>,
}

impl Arena {
    /// An arena from a case.
    ///
    /// # Errors
    ///
    /// If the case is too large for bidders.
    pub fn of(case: &Case<'_>, name: &str) -> Result<Self, SpaceError> {
        let spaces = [Space::of(case, Seat::First)?, Space::of(case, Seat::Second)?].map(Arc::new);
        Ok(Self::new(name, spaces, Frontier::open(case), case.batna))
    }

    /// An arena from two spaces over the same packages.
    pub fn of_spaces(name: &str, spaces: [Arc<Space>; 2]) -> Self {
        let parts: Vec<Vec<[Points; 2]>> = spaces[0]
            .parts
            .iter()
            .zip(&spaces[1].parts)
            .map(|(first, second)| first.iter().zip(second).map(|(a, b)| [*a, *b]).collect())
            .collect();
        let open: Vec<Vec<bool>> = parts.iter().map(|options| vec![true; options.len()]).collect();
        let batna = [spaces[0].reservation, spaces[1].reservation];
        Self::new(name, spaces, Frontier::of(&parts, &open), batna)
    }

    fn new(name: &str, spaces: [Arc<Space>; 2], frontier: Frontier, batna: [Points; 2]) -> Self {
        let units = [spaces[0].unit, spaces[1].unit];
        let share = |point: [Points; 2]| [point[0] as f64 / units[0], point[1] as f64 / units[1]];
        let points: Vec<[f64; 2]> = frontier.points.iter().map(|point| share(*point)).collect();
        let references = References::on(frontier, batna);
        let nash = references.zopa.then(|| points[references.nash]);
        Self { name: name.to_owned(), spaces, frontier: points, nash }
    }
}

/// One negotiation of a tournament.
#[derive(Clone, Debug)]
struct Game {
    advantage: [f64; 2],
    utility: [f64; 2],
    agreed: bool,
    below: [bool; 2],
    pareto: f64,
    nash: Option<f64>,
    seconds: f64,
}

/// How a counterpart fared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// Its name.
    pub name: String,
    /// Negotiations.
    pub negotiations: u64,
    /// Mean advantage over all of them: `(u - batna) / (max u - batna)`, 0 without a deal.
    pub advantage: f64,
    /// The standard error of that mean.
    pub adv_se: f64,
    /// Mean utility of its deals.
    pub utility: Option<f64>,
    /// The share that ended in a deal.
    pub agreement_rate: f64,
    /// Mean distance of its deals from the frontier.
    pub pareto_distance: Option<f64>,
    /// Mean distance of its deals from the Nash point.
    pub nash_distance: Option<f64>,
    /// Deals that were worth less to it than no deal.
    pub deals_below_own_reservation: u64,
    /// Mean time of one of its negotiations, both sides together, in milliseconds.
    pub ms_per_negotiation: f64,
    /// Whom it did worst against, with its mean advantage there.
    pub worst_opponent: (String, f64),
    /// Its mean advantage against itself.
    pub self_play: f64,
}

/// What came of a tournament.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tournament {
    /// How each fared, best first.
    pub standings: Vec<Standing>,
    /// The mean advantage of the one in the row against the one in the column, in the order of `names`.
    pub pairwise: Vec<Vec<f64>>,
    /// The names in the order in which they were given.
    pub names: Vec<String>,
    /// Negotiations in all.
    pub negotiations: u64,
}

/// Plays every ordered pair `games` times in every arena; the same on one core as on all.
///
/// `clock` tells the time in seconds: only the reported speed depends on it.
pub fn tournament(
    arenas: &[Arena],
    names: &[String],
    games: u64,
    seed: u64,
    steps: u32,
    clock: &(dyn Fn() -> f64 + Sync),
) -> Tournament {
    let count = names.len();
    let jobs: Vec<(usize, usize, usize, u64)> = (0..arenas.len())
        .flat_map(|arena| {
            (0..count).flat_map(move |first| {
                (0..count).flat_map(move |second| (0..games).map(move |game| (arena, first, second, game)))
            })
        })
        .collect();
    let played: Vec<Game> = jobs
        .par_iter()
        .map(|&(arena, first, second, game)| {
            one(&arenas[arena], [&names[first], &names[second]], seed.wrapping_add(game), steps, clock)
        })
        .collect();
    sum_up(names, &jobs, &played)
}

fn one(arena: &Arena, names: [&str; 2], seed: u64, steps: u32, clock: &(dyn Fn() -> f64 + Sync)) -> Game {
    let started = clock();
    let [first, second] = &arena.spaces;
    let mut a = bidder(names[0], first, seed);
    let mut b = bidder(names[1], second, seed ^ 0x5DEE_CE66);
    let played = league::play([a.as_mut(), b.as_mut()], first.issues(), steps);
    let seconds = clock() - started;
    let Some(deal) = played.agreement else {
        return Game {
            advantage: [0.0; 2],
            utility: [0, 1].map(|at| arena.spaces[at].fraction(arena.spaces[at].reservation)),
            agreed: false,
            below: [false; 2],
            pareto: 0.0,
            nash: None,
            seconds,
        };
    };
    let points = [first.utility(&deal), second.utility(&deal)];
    let utility = [first.fraction(points[0]), second.fraction(points[1])];
    let distance = |to: &[f64; 2]| {
        let off = [to[0] - utility[0], to[1] - utility[1]];
        (off[0] * off[0] + off[1] * off[1]).sqrt()
    };
    Game {
        advantage: [first.advantage(points[0]), second.advantage(points[1])],
        utility,
        agreed: true,
        below: [points[0] < first.reservation, points[1] < second.reservation],
        pareto: arena.frontier.iter().map(distance).fold(f64::INFINITY, f64::min),
        nash: arena.nash.as_ref().map(distance),
        seconds,
    }
}

/// Sums of one counterpart's games.
#[derive(Clone, Default)]
struct Sums {
    games: u64,
    advantage: f64,
    squares: f64,
    deals: u64,
    utility: f64,
    pareto: f64,
    nash: (f64, u64),
    below: u64,
    seconds: f64,
}

fn sum_up(names: &[String], jobs: &[(usize, usize, usize, u64)], played: &[Game]) -> Tournament {
    let count = names.len();
    let mut sums = vec![Sums::default(); count];
    let mut pairs = vec![vec![(0.0, 0u64); count]; count];
    for (&(_, first, second, _), game) in jobs.iter().zip(played) {
        for (at, (own, other)) in [(first, second), (second, first)].into_iter().enumerate() {
            let sum = &mut sums[own];
            let advantage = game.advantage[at];
            sum.games += 1;
            sum.advantage += advantage;
            sum.squares += advantage * advantage;
            sum.seconds += game.seconds;
            if game.agreed {
                sum.deals += 1;
                sum.utility += game.utility[at];
                sum.pareto += game.pareto;
                if let Some(nash) = game.nash {
                    sum.nash = (sum.nash.0 + nash, sum.nash.1 + 1);
                }
            }
            sum.below += u64::from(game.below[at]);
            let pair = &mut pairs[own][other];
            *pair = (pair.0 + advantage, pair.1 + 1);
        }
    }
    let mean = |sum: f64, count: u64| sum / count.max(1) as f64;
    let pairwise: Vec<Vec<f64>> =
        pairs.iter().map(|row| row.iter().map(|(sum, count)| mean(*sum, *count)).collect()).collect();
    let mut standings: Vec<Standing> = sums
        .iter()
        .enumerate()
        .map(|(own, sum)| {
            let advantage = mean(sum.advantage, sum.games);
            let variance = (mean(sum.squares, sum.games) - advantage * advantage).max(0.0);
            let others = (0..count).filter(|&other| other != own || count == 1);
            let worst = others.min_by(|&a, &b| pairwise[own][a].total_cmp(&pairwise[own][b])).unwrap_or(own);
            Standing {
                name: names[own].clone(),
                negotiations: sum.games,
                advantage,
                adv_se: (variance / sum.games.max(1) as f64).sqrt(),
                utility: (sum.deals > 0).then(|| mean(sum.utility, sum.deals)),
                agreement_rate: mean(sum.deals as f64, sum.games),
                pareto_distance: (sum.deals > 0).then(|| mean(sum.pareto, sum.deals)),
                nash_distance: (sum.nash.1 > 0).then(|| mean(sum.nash.0, sum.nash.1)),
                deals_below_own_reservation: sum.below,
                ms_per_negotiation: 1000.0 * mean(sum.seconds, sum.games),
                worst_opponent: (names[worst].clone(), pairwise[own][worst]),
                self_play: pairwise[own][own],
            }
        })
        .collect();
    standings.sort_by(|a, b| b.advantage.total_cmp(&a.advantage).then_with(|| a.name.cmp(&b.name)));
    Tournament { standings, pairwise, names: names.to_vec(), negotiations: played.len() as u64 }
}
