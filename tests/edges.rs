//! Counterparts where a scenario or the course of the talks leaves them little room.

use crate::kit::{deal, nusa};
use mufakat::analysis::simulate::talks;
use mufakat::counterpart::{self, Game, Near, by_name};
use mufakat::rules::{Act, Command, Event, Preparation, Reflection, Refusal};
use mufakat::scenario::{Deal, PerSeat, Scenario, Seat, Speech, builtin};
use mufakat::scoring::improve::{keep_form, post_settlement};
use mufakat::scoring::{Case, Grade, Report, Talk, score};
use mufakat::table::{Player, Table};
use std::sync::Arc;

const STRENGTHS: [&str; 3] = ["", "-novice", "-master"];

fn shipped(id: &str) -> Scenario {
    builtin::by_id(id).expect("ships with the program").clone()
}

fn in_talks(scenario: Scenario) -> Table {
    let mut table = Table::open(Arc::new(scenario), 3);
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(Preparation::default()).into()).expect("prepared");
    }
    table
}

/// Nusa and Boreal with one article of substance, or none, and points on the clauses.
fn narrow(substance: usize) -> Scenario {
    let mut scenario = nusa();
    let clauses = scenario.shared.issue_by_id("C").expect("clauses");
    for no in 0..3 {
        scenario.shared.issues[no].reserve = no >= substance;
    }
    for (seat, on_clauses) in [(Seat::First, 70), (Seat::Second, 60)] {
        let brief = &mut scenario.briefs[seat];
        brief.weights.iter_mut().for_each(|weight| *weight = 0);
        brief.weights[0] = 100 - on_clauses;
        brief.weights[clauses] = on_clauses;
        for (option, stake) in brief.stakes[clauses].iter_mut().enumerate() {
            stake.value = [0, 40, 100][option.min(2)];
        }
    }
    scenario
}

#[test]
fn a_game_with_hardly_an_article_to_guess_comes_to_its_end() {
    for substance in [1, 0] {
        let scenario = Arc::new(narrow(substance));
        for strength in STRENGTHS {
            for (name, seed) in ["open", "relationship", "tough"].into_iter().zip(1..) {
                let name = format!("{name}{strength}");
                assert!(by_name(&name, 1, Seat::First).is_some(), "{name}");
                let players = PerSeat::both(Player::Counterpart(name.clone()));
                let mut game = Game::new(Table::open(Arc::clone(&scenario), seed), players);
                game.run();
                assert!(game.table.is_closed(), "{substance} {name}: {:?}", game.table.events().last());
            }
        }
    }
}

/// What is told beside a deal as the better one.
fn better(scenario: &Scenario, ids: &str) -> (Deal, Option<Deal>) {
    let signed = deal(scenario, ids);
    let better = post_settlement(&Case::new(scenario), &signed);
    (signed, better)
}

#[test]
fn the_better_package_crosses_no_red_line() {
    let scenario = shipped("dari-masa-lalu");
    let ids = "gas-15y, ore-all, heritage-joint, history-joint, green-fund, forest-results, skills-circular, \
               invest-home, sea-radar";
    let (_, better) = better(&scenario, ids);
    let crossed = |deal: &Deal| deal.choices().any(|(issue, option)| scenario.is_ruled_out(issue, option));
    assert!(better.as_ref().is_none_or(|deal| !crossed(deal)), "{better:?}");
    // The edge of what is possible has such a package: the rule is not empty here.
    let case = Case::new(&scenario);
    let open = mufakat::scoring::Frontier::admissible(&case);
    assert!((0..open.len()).any(|at| crossed(&open.deal(at))));
}

#[test]
fn a_text_that_is_compared_keeps_the_clauses_that_were_written() {
    let scenario = nusa();
    let (case, signed) = (Case::new(&scenario), deal(&scenario, "E1, T1, M1, C2, I1"));
    let other = deal(&scenario, "E2, T2, M1");
    assert_eq!(keep_form(&case, &other, &signed), deal(&scenario, "E2, T2, M1, C2, I1"));
}

#[test]
fn gains_over_how_things_were_do_not_bless_a_loss_against_no_agreement() {
    let mut scenario = nusa();
    let signed = deal(&scenario, "E1, T1, M1, C2, I1");
    let worth = Case::new(&scenario).utilities(&signed).map(|points| (points / 100) as i32);
    scenario.briefs.first.batna = worth[0] + 10;
    scenario.briefs.first.status_quo_ante = Some(worth[0] - 15);
    scenario.briefs.second.status_quo_ante = Some(0);
    scenario.teacher.scoring.from_status_quo_ante = true;
    let Report { measures, .. } =
        score(&Case::new(&scenario), Some(&signed), &Talk::silent(&scenario.shared));
    assert!(measures.gain[0] > 0.1, "counted from how things were: {:?}", measures.gain);
    assert_eq!(measures.grade, Grade::Harmful);
    assert!(!measures.checks.expect("signed")[1]);
}

#[test]
fn what_is_private_is_done_without_a_word_to_the_other_side() {
    let mut table = Table::open(Arc::new(nusa()), 3);
    let aloud = |command: Command| Act { command, speech: Some(Speech::Typed("Halo".to_owned())) };
    let prepare = Command::Prepare(Preparation::default());
    assert_eq!(table.play(Seat::First, &aloud(prepare)), Err(Refusal::WrongStage));
    let reflect = Command::Reflect(Reflection::default());
    assert_eq!(table.play(Seat::First, &aloud(reflect)), Err(Refusal::WrongStage));
    assert!(!table.events().iter().any(|event| matches!(event, Event::Said(..))));
}

#[test]
fn what_harms_others_is_refused_with_that_reason() {
    let scenario = shipped("layanan-haji");
    let harmful = scenario.shared.option_by_id("data-full").expect("an option");
    let mut found = 0;
    for seed in 0..4 {
        let mut table = Table::open(Arc::new(scenario.clone()), seed);
        for seat in Seat::ALL {
            table.play(seat, &Command::Prepare(Preparation::default()).into()).expect("prepared");
        }
        let other = by_name("diplomat", seed, Seat::Second).expect("a name");
        let view = table.view(Seat::Second);
        // The best of all packages for the counterpart that it could sign, but with the harm.
        let mut generous = scenario.shared.status_quo();
        for issue in 0..generous.0.len() {
            let open = (0..view.open[issue].len())
                .filter(|option| view.open[issue][*option] && !view.harmful[issue][*option])
                .filter(|option| !view.brief.red_lines.contains(&(issue, *option)));
            let best = open.max_by_key(|option| view.parts[issue][*option]);
            generous.0[issue] = best.unwrap_or(generous[issue]);
        }
        let generous = generous.with(harmful.0, harmful.1);
        if view.crossed(&generous).is_empty() && view.utility(&generous) >= other.bar(&view) {
            assert_eq!(counterpart::distance(other.as_ref(), &view, &generous), Near::Far);
            let mut game = Game::new(
                table.clone(),
                PerSeat { first: Player::Person, second: Player::Counterpart("diplomat".into()) },
            );
            game.table.play(Seat::First, &Command::Propose(generous).into()).expect("proposed");
            game.table.play(Seat::First, &Command::EndTurn.into()).expect("passed");
            let before = game.table.len();
            while game.table.awaits(Seat::Second) && game.step().is_some() {}
            let said = game.table.events()[before..].iter().filter_map(|event| match event {
                Event::Said(Seat::Second, Speech::Lines(lines)) => Some(lines),
                _ => None,
            });
            let keys: Vec<String> = said.flatten().map(|line| line.key.to_string()).collect();
            assert!(keys.iter().any(|key| key.starts_with("say-harm")), "{keys:?}");
            found += 1;
        }
    }
    assert!(found > 0, "such a package can be offered");
}

#[test]
fn pressure_and_requests_are_not_repeated_and_the_last_turn_asks_for_nothing() {
    let (mut ultimatums, mut asked, mut last) = (0, 0, 0);
    for id in ["nusa-boreal", "kemitraan-ekonomi"] {
        let scenario = Arc::new(shipped(id));
        for (first, second) in
            [("tough", "tough"), ("boulware", "tough-master"), ("hasty", "open"), ("linear", "diplomat")]
        {
            let pair = PerSeat { first: first.to_owned(), second: second.to_owned() };
            for game in talks(&scenario, &pair, 6, 40, true) {
                let mut table: Option<Table> = None;
                let mut said = PerSeat::both(0);
                let mut requests = Vec::new();
                let events = &game.record.as_ref().expect("kept").events;
                for event in events {
                    let ends = table.as_ref().is_some_and(|table| {
                        let view = table.view(Seat::Second);
                        view.rounds_left() == 0 && view.my_turn()
                    });
                    let wants = match event {
                        Event::UltimatumSet(seat, ..) => {
                            said[*seat] += 1;
                            ultimatums += 1;
                            true
                        }
                        Event::Asked(seat, request) => {
                            let round = table.as_ref().map_or(0, Table::round);
                            let soon = requests
                                .iter()
                                .any(|(by, it, at)| by == seat && it == request && at + 2 > round);
                            assert!(!soon, "{id} {first} {second}: {request:?} in round {round}");
                            requests.push((*seat, *request, round));
                            asked += 1;
                            true
                        }
                        Event::Offered(_) | Event::Consulted(..) => true,
                        _ => false,
                    };
                    if ends {
                        last += 1;
                        assert!(!wants, "{id} {first} {second}: {event:?}");
                    }
                    match &mut table {
                        Some(table) => table.follow(std::slice::from_ref(event)),
                        None => table = Some(Table::replay(Arc::clone(&scenario), vec![event.clone()])),
                    }
                }
                assert!(said.first <= 1 && said.second <= 1, "{id} {first} {second}: once");
            }
        }
    }
    assert!(ultimatums > 0 && asked > 0 && last > 0, "{ultimatums} {asked} {last}");
}

#[test]
fn an_announced_clause_does_not_silence_who_takes_the_chair_over() {
    let scenario = nusa();
    let (issue, option) = scenario.shared.option_by_id("C0").expect("a clause set");
    let mut table = in_talks(scenario);
    table.play(Seat::First, &Command::Announce(issue, option).into()).expect("announced");
    // The person leaves, and a counterpart keeps the chair.
    let players = PerSeat { first: Player::Counterpart("diplomat".into()), second: Player::Person };
    let mut game = Game::new(table, players);
    for _ in 0..2 {
        while game.table.awaits(Seat::First) && game.step().is_some() {}
        game.table.play(Seat::Second, &Command::EndTurn.into()).expect("passed");
    }
    let offers: Vec<&Deal> = game
        .table
        .events()
        .iter()
        .filter_map(|event| match event {
            Event::Offered(offer) if offer.by == Some(Seat::First) => Some(&offer.deal),
            _ => None,
        })
        .collect();
    assert!(!offers.is_empty(), "it makes an offer");
    assert!(offers.iter().all(|deal| deal[issue] == option), "that keeps what was announced");
}
