//! Characters and strengths: each is known by what it does, and none goes below its BATNA for it.

use crate::kit::{economic, nusa};
use mufakat::analysis::simulate::{Outcome, talks};
use mufakat::counterpart::{Counterpart, by_name};
use mufakat::rules::{Command, Event, OfferKind, Phase, Preparation, Register, Request};
use mufakat::scenario::{Deal, PerSeat, Scenario, Seat, Speech};
use mufakat::table::Table;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use std::collections::BTreeSet;
use std::sync::Arc;

const CHARACTERS: [&str; 5] = ["patient", "tough", "open", "relationship", "hasty"];
const STRENGTHS: [&str; 3] = ["-novice", "", "-master"];
/// Against whom they are measured.
const FIELD: [&str; 5] = ["boulware", "linear", "conceder", "tit-for-tat", "diplomat"];

pub fn scenarios() -> [Arc<Scenario>; 2] {
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
        let others =
            |but: usize| found.into_iter().enumerate().filter(move |(at, _)| *at != but).map(|(_, it)| it);
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

/// Every character in its three strengths, and the one whose temper is drawn.
pub fn speaking() -> Vec<String> {
    let all = CHARACTERS.iter().flat_map(|name| STRENGTHS.map(|strength| format!("{name}{strength}")));
    all.chain(["diplomat".to_owned()]).collect()
}

/// What the second seat did in one turn.
#[derive(Clone, Debug, Default)]
pub struct TurnOf {
    /// Whether a formal offer of the first seat waited for an answer.
    owed: bool,
    offered: bool,
    agreed: bool,
    excused: bool,
    words: Vec<String>,
}

/// The turns of the second seat.
pub fn turns(scenario: &Arc<Scenario>, events: &[Event]) -> Vec<TurnOf> {
    let mut table = Table::replay(Arc::clone(scenario), events[..1].to_vec());
    let (mut turns, mut running): (Vec<TurnOf>, Option<TurnOf>) = (Vec::new(), None);
    for event in &events[1..] {
        match event {
            Event::Turn(Seat::Second) => {
                let view = table.view(Seat::Second);
                let no = |seat| view.position(seat).map_or(0, |offer| offer.no);
                running = Some(TurnOf {
                    owed: no(Seat::First) > no(Seat::Second),
                    // Whoever waits for an answer to the mediator's text makes no other offer, and in a
                    // slow-down the one action may go to the talks themselves.
                    excused: view.phase != Phase::Normal || view.text_accepted.second,
                    ..TurnOf::default()
                });
            }
            Event::Turn(Seat::First) | Event::RoundEnded | Event::Closed => turns.extend(running.take()),
            _ => {}
        }
        if let Some(turn) = &mut running {
            match event {
                Event::Offered(offer) if offer.by == Some(Seat::Second) => turn.offered = true,
                Event::Agreed(_) => turn.agreed = true,
                Event::TextAccepted(Seat::Second) => turn.excused = true,
                Event::Said(Seat::Second, Speech::Lines(lines)) => {
                    turn.words.extend(lines.iter().map(|line| line.key.to_string()));
                }
                _ => {}
            }
        }
        table.follow(std::slice::from_ref(event));
    }
    turns
}

#[test]
fn every_refusal_comes_with_a_counter_offer_or_names_the_offer_that_stands() {
    const REASONS: [&str; 4] = ["say-stand", "say-await-text", "say-text-not-yet", "say-not-yet"];
    for scenario in scenarios() {
        for name in speaking() {
            let (mut refused, mut countered) = (0, 0);
            for other in ["linear", "open", "tough"] {
                let pair = PerSeat { first: other.to_owned(), second: name.clone() };
                for game in talks(&scenario, &pair, 3, 500, true) {
                    let mut silent = 0;
                    for turn in turns(&scenario, &game.record.as_ref().expect("kept").events) {
                        // Behind the last turn of all nobody can answer an offer.
                        let over = turn.words.iter().any(|key| key.starts_with("say-over"));
                        if !turn.owed || turn.agreed || turn.excused || over {
                            continue;
                        }
                        refused += 1;
                        countered += u32::from(turn.offered);
                        let reason =
                            turn.words.iter().any(|key| REASONS.iter().any(|it| key.starts_with(it)));
                        assert!(turn.offered || reason, "{name} and {other}, seed {}: {turn:?}", game.seed);
                        silent = if turn.offered { 0 } else { silent + 1 };
                        assert!(silent <= 5, "{name} and {other}, seed {}: stands still", game.seed);
                    }
                }
            }
            assert!(refused > 0 && 2 * countered >= refused, "{name}: {countered} of {refused}");
        }
    }
}

#[test]
fn nobody_tables_the_same_package_twice_so_two_of_them_cannot_go_in_circles() {
    for scenario in scenarios() {
        for (at, first) in speaking().iter().enumerate() {
            let second = &speaking()[(at + 5) % 16];
            let pair = PerSeat { first: first.clone(), second: second.clone() };
            for game in talks(&scenario, &pair, 4, 40, true) {
                let mut tabled = BTreeSet::new();
                for event in &game.record.as_ref().expect("kept").events {
                    if let Event::Offered(offer) = event
                        && let Some(by) = offer.by
                    {
                        let fresh = tabled.insert((by, offer.deal.clone()));
                        assert!(fresh, "{pair:?}, seed {}: offer {} again", game.seed, offer.no);
                    }
                }
            }
        }
    }
}

/// Lets the counterpart in a seat act until it has accepted, offered something, or given the turn away.
pub fn answer(table: &mut Table, seat: Seat, counterpart: &dyn Counterpart) -> Option<Command> {
    for _ in 0..12 {
        if !table.awaits(seat) || table.is_closed() {
            return None;
        }
        let act = counterpart.act(&table.view(seat), &mut ChaCha8Rng::seed_from_u64(1)).act;
        table.play(seat, &act).expect("a counterpart does what it may");
        if matches!(act.command, Command::Accept(_) | Command::Propose(_) | Command::EndTurn) {
            return Some(act.command);
        }
    }
    None
}

/// The tables of a game at the beginning of each turn of the first seat.
pub fn first_turns(scenario: &Arc<Scenario>, events: &[Event]) -> Vec<Table> {
    (0..events.len())
        .filter(|&at| events[at] == Event::Turn(Seat::First))
        .map(|at| Table::replay(Arc::clone(scenario), events[..=at].to_vec()))
        .collect()
}

/// Offers a package as the first seat and gives the turn away; whether that was possible.
pub fn put(table: &mut Table, deal: &Deal) -> bool {
    if let Some((Seat::Second, _)) = table.view(Seat::First).request
        && table.play(Seat::First, &Command::Answer(false).into()).is_err()
    {
        return false;
    }
    if table.play(Seat::First, &Command::Propose(deal.clone()).into()).is_err() {
        return false;
    }
    table.view(Seat::Second).my_turn() || table.play(Seat::First, &Command::EndTurn.into()).is_ok()
}

#[test]
fn nobody_refuses_what_it_has_just_proposed_or_would_propose_next() {
    for scenario in scenarios() {
        for name in speaking() {
            let pair = PerSeat { first: "linear".to_owned(), second: name.clone() };
            let mut tried = 0;
            for game in talks(&scenario, &pair, 2, 70, true) {
                let events = &game.record.as_ref().expect("kept").events;
                let counterpart = by_name(&name, game.seed, Seat::Second).expect("a name");
                for table in first_turns(&scenario, events) {
                    let view = table.view(Seat::Second);
                    let Some(own) = view.position(Seat::Second).map(|offer| offer.deal.clone()) else {
                        continue;
                    };
                    // News may have made it worse than no agreement.
                    let stands = view.can_offer(&own) && view.utility(&own) >= view.batna;
                    let mut table = table.clone();
                    if stands && put(&mut table, &own) {
                        let found = answer(&mut table, Seat::Second, counterpart.as_ref());
                        let accepted = matches!(found, Some(Command::Accept(_)));
                        assert!(accepted, "{name}, seed {}, round {}: {found:?}", game.seed, table.round());
                        tried += 1;
                    }
                }
                for table in first_turns(&scenario, events) {
                    let mut ahead = table.clone();
                    if ahead.view(Seat::First).request.is_some()
                        || ahead.play(Seat::First, &Command::EndTurn.into()).is_err()
                    {
                        continue;
                    }
                    let next = answer(&mut ahead, Seat::Second, counterpart.as_ref());
                    let Some(Command::Propose(next)) = next else { continue };
                    let mut table = table.clone();
                    if put(&mut table, &next) {
                        let found = answer(&mut table, Seat::Second, counterpart.as_ref());
                        let accepted = matches!(found, Some(Command::Accept(_)));
                        assert!(accepted, "{name}, seed {}, round {}: {found:?}", game.seed, table.round());
                        tried += 1;
                    }
                }
            }
            assert!(tried > 2, "{name}");
        }
    }
}

#[test]
fn a_tough_one_takes_its_ultimatum_back_before_it_ends_anything() {
    let mut set = 0;
    for scenario in scenarios() {
        for name in ["tough", "tough-novice", "tough-master"] {
            for other in ["diplomat", "boulware", "tough", "relationship"] {
                let pair = PerSeat { first: name.to_owned(), second: other.to_owned() };
                for game in talks(&scenario, &pair, 6, 900, true) {
                    let events = &game.record.as_ref().expect("kept").events;
                    let told = format!("{pair:?}, seed {}", game.seed);
                    assert!(events.contains(&Event::Closed), "{told}: the game hangs");
                    assert!(!events.iter().any(|event| matches!(event, Event::Left(_))), "{told}: it leaves");
                    let count = |wanted: fn(&Event) -> bool| events.iter().filter(|it| wanted(it)).count();
                    let ultimatums = count(|event| matches!(event, Event::UltimatumSet(Seat::First, ..)));
                    assert!(ultimatums <= 2, "{told}: {ultimatums} ultimatums");
                    set += ultimatums;
                    let batna = f64::from(scenario.briefs.first.batna) / 100.0;
                    assert!(game.utility[0] >= batna - 0.1, "{told}: pressure cost more than it brought");
                }
            }
        }
    }
    assert!(set > 10, "{set}");
}

#[test]
fn the_relationship_minded_answer_a_slow_down_with_a_mediator_or_amends() {
    let scenario = Arc::new(nusa());
    for name in ["relationship", "open", "diplomat"] {
        let mut table = Table::open(Arc::clone(&scenario), 8);
        let counterpart = by_name(name, 8, Seat::Second).expect("a name");
        for seat in Seat::ALL {
            table.play(seat, &Command::Prepare(Preparation::default()).into()).expect("prepared");
        }
        // The other side threatens and then only sits there.
        table.play(Seat::First, &Command::Threaten(Register::Formal).into()).expect("allowed");
        let mut helped = false;
        while !table.is_closed() && table.round() <= 5 {
            let mover = if table.awaits(Seat::First) { Seat::First } else { Seat::Second };
            if mover == Seat::First {
                let asked = table.view(Seat::First).request.is_some_and(|(by, _)| by == Seat::Second);
                let command = if asked { Command::Answer(false) } else { Command::EndTurn };
                table.play(Seat::First, &command.into()).expect("allowed");
            } else {
                let slow = table.view(Seat::Second).phase != Phase::Normal;
                let act = counterpart.act(&table.view(mover), &mut ChaCha8Rng::seed_from_u64(1)).act;
                helped |=
                    slow && matches!(act.command, Command::Ask(Request::Mediator(_)) | Command::Repair(_));
                table.play(mover, &act).expect("a counterpart does what it may");
            }
        }
        assert!(helped, "{name} lets the talks slow down");
    }
}
