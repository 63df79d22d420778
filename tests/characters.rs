//! Characters and strengths: each is known by what it does, and none goes below its BATNA for it.

use crate::kit::{economic, nusa};
use mufakat::analysis::simulate::{Outcome, talks};
use mufakat::counterpart::{self, Counterpart, Game, Near, by_name, notebook, truth};
use mufakat::rules::{Act, Command, Event, OfferKind, Phase, Preparation};
use mufakat::scenario::{Deal, PerSeat, Scenario, Seat, Speech, WHOLE};
use mufakat::session::Session;
use mufakat::table::{Player, Table};
use mufakat::view::Moment;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const CHARACTERS: [&str; 5] = ["patient", "tough", "open", "relationship", "hasty"];
const STRENGTHS: [&str; 3] = ["-novice", "", "-master"];
/// Against whom they are measured.
const FIELD: [&str; 5] = ["boulware", "linear", "conceder", "tit-for-tat", "diplomat"];

fn scenarios() -> [Arc<Scenario>; 2] {
    [Arc::new(nusa()), Arc::new(economic())]
}

/// What one counterpart did on the average of many games.
#[derive(Clone, Copy, Debug, Default)]
struct Measured {
    games: f64,
    utility: f64,
    /// Own utility given up for each offer after the first, in hundredths.
    concession: f64,
    /// The same in the first half of the rounds.
    early: f64,
    disclosures: f64,
    coercion: f64,
    warmth: f64,
    rounds: f64,
}

/// What an offer is worth to a seat without the articles in reserve, so that offers can be compared.
fn worth(scenario: &Scenario, seat: Seat, deal: &Deal) -> f64 {
    let in_play = deal.choices().filter(|(issue, _)| !scenario.shared.issues[*issue].reserve);
    let points: i64 = in_play.map(|(issue, option)| scenario.briefs[seat].part(issue, option)).sum();
    points as f64 / 100.0
}

fn measure_game(scenario: &Scenario, seat: Seat, game: &Outcome) -> Measured {
    let mut measured = Measured {
        games: 1.0,
        utility: game.utility[seat.index()],
        rounds: f64::from(game.rounds),
        ..Measured::default()
    };
    let (mut offers, mut early) = (Vec::new(), Vec::new());
    for event in &game.record.as_ref().expect("kept").events {
        match event {
            Event::Offered(offer) if offer.by == Some(seat) && offer.kind == OfferKind::Formal => {
                offers.push(worth(scenario, seat, &offer.deal));
                if 2 * offer.round <= scenario.shared.timing.rounds {
                    early.push(worth(scenario, seat, &offer.deal));
                }
            }
            Event::Disclosed { by, .. } if *by == seat => measured.disclosures += 1.0,
            Event::UltimatumSet(by, ..) if *by == seat => measured.coercion += 1.0,
            Event::Moved(by, signal, _) if *by == seat => match signal.name() {
                "threat" => measured.coercion += 1.0,
                "cultural" | "informal" | "consular" | "hotline" | "repair" => measured.warmth += 1.0,
                _ => {}
            },
            _ => {}
        }
    }
    let given = |offers: &[f64]| match offers {
        [first, .., last] => (first - last) / (offers.len() - 1) as f64,
        _ => 0.0,
    };
    (measured.concession, measured.early) = (given(&offers), given(&early));
    measured
}

fn measure(scenario: &Arc<Scenario>, name: &str, games: u64) -> Measured {
    let mut sum = Measured::default();
    for other in FIELD {
        for seat in Seat::ALL {
            let pair = PerSeat::from_fn(|at| (if at == seat { name } else { other }).to_owned());
            for game in talks(scenario, &pair, games, 1, true) {
                let one = measure_game(scenario, seat, &game);
                sum.games += one.games;
                sum.utility += one.utility;
                sum.concession += one.concession;
                sum.early += one.early;
                sum.disclosures += one.disclosures;
                sum.coercion += one.coercion;
                sum.warmth += one.warmth;
                sum.rounds += one.rounds;
            }
        }
    }
    let n = sum.games;
    Measured {
        games: n,
        utility: sum.utility / n,
        concession: sum.concession / n,
        early: sum.early / n,
        disclosures: sum.disclosures / n,
        coercion: sum.coercion / n,
        warmth: sum.warmth / n,
        rounds: sum.rounds / n,
    }
}

#[test]
fn each_character_is_known_by_what_it_does() {
    for scenario in scenarios() {
        let found = CHARACTERS.map(|name| measure(&scenario, name, 4));
        let told = || {
            let rows = CHARACTERS.iter().zip(&found).map(|(name, it)| format!("{name}: {it:?}\n"));
            format!("{}\n{}", scenario.shared.id, rows.collect::<String>())
        };
        let [patient, tough, open, relationship, hasty] = found;
        let others = |but: usize| {
            found.into_iter().enumerate().filter(move |(at, _)| *at != but).map(|(_, it)| it)
        };
        assert!(others(4).all(|it| hasty.rounds < it.rounds - 0.5), "hasty is done first: {}", told());
        let steadier = [open, relationship, hasty];
        assert!(steadier.iter().all(|it| patient.early < it.early), "patient lets go last: {}", told());
        assert!(others(2).all(|it| open.disclosures > it.disclosures), "open tells most: {}", told());
        assert!(others(1).all(|it| tough.disclosures < it.disclosures), "tough tells least: {}", told());
        assert!(tough.coercion > 0.3, "tough presses: {}", told());
        assert!(others(1).all(|it| it.coercion == 0.0), "nobody else presses: {}", told());
        let warmer = others(3).all(|it| relationship.warmth > it.warmth + 1.0);
        assert!(warmer, "relationship-minded warms and mends most: {}", told());
    }
}

#[test]
fn a_novice_wins_less_than_a_practised_one_and_a_master_more() {
    let mut pooled = [[0.0; 3]; 5];
    for scenario in scenarios() {
        let mut mean = [0.0; 3];
        for (at, character) in CHARACTERS.iter().enumerate() {
            for (level, strength) in STRENGTHS.iter().enumerate() {
                let found = measure(&scenario, &format!("{character}{strength}"), 3);
                mean[level] += found.utility / 5.0;
                pooled[at][level] += found.utility / 2.0;
            }
        }
        let [novice, practised, master] = mean;
        assert!(novice + 0.01 < practised && practised + 0.005 < master, "{}: {mean:?}", scenario.shared.id);
    }
    for (character, [novice, practised, master]) in CHARACTERS.iter().zip(pooled) {
        assert!(novice < practised, "{character}: {novice} and {practised}");
        assert!(practised < master + 0.005, "{character}: {practised} and {master}");
    }
}
