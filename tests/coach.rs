//! The coach: one hint at a time, from the player's own view.

use crate::kit::{deal, economic, nusa};
use mufakat::counterpart::coach::{coach, hints};
use mufakat::rules::{Act, Command, Preparation, Register, Request, Style};
use mufakat::scenario::{Deal, Lang, PerSeat, Scenario, Seat};
use mufakat::session::Session;
use mufakat::table::{Player, Table};
use mufakat::words::Words;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A table in the talks, after these acts.
fn talks(scenario: Scenario, acts: &[(Seat, Command)]) -> Table {
    let mut table = Table::open(Arc::new(scenario), 3);
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(Preparation::default()).into()).expect("prepared");
    }
    for (at, (seat, command)) in acts.iter().enumerate() {
        let act = Act::from(command.clone());
        table.play(*seat, &act).unwrap_or_else(|refusal| panic!("{at}: {command:?}: {refusal:?}"));
    }
    table
}

fn propose(scenario: &Scenario, ids: &str) -> Command {
    Command::Propose(deal(scenario, ids))
}

/// Both give their turns away so many times.
fn pass(rounds: usize) -> Vec<(Seat, Command)> {
    let round = [(Seat::First, Command::EndTurn), (Seat::Second, Command::EndTurn)];
    (0..rounds).flat_map(|_| round.clone()).collect()
}

#[track_caller]
fn hinted(table: &Table, draft: Option<&Deal>, kind: &str) {
    let found: Vec<&str> = hints(&table.view(Seat::First), draft).iter().map(|hint| hint.kind).collect();
    assert!(found.contains(&kind), "wanted {kind}, found {found:?}");
    for hint in hints(&table.view(Seat::First), draft) {
        for lang in [Lang::Id, Lang::En] {
            let told = Words::new(lang).phrase(&hint.line, &table.scenario().shared);
            assert!(!told.starts_with('[') && !told.contains("{ $"), "{told}");
        }
    }
}

const FIRST: Seat = Seat::First;
const SECOND: Seat = Seat::Second;

#[test]
fn a_draft_below_the_batna_or_over_a_red_line_is_told_before_anything_about_the_course() {
    let scenario = nusa();
    let table = talks(scenario.clone(), &[]);
    let bad = deal(&scenario, "E2");
    let view = table.view(FIRST);
    assert!(view.utility(&bad) < view.batna);
    assert_eq!(coach(&view, Some(&bad)).map(|hint| hint.kind), Some("coach-below-batna"));
    hinted(&table, Some(&bad), "coach-below-batna");
    let mut strict = scenario;
    strict.briefs.first.red_lines = vec![strict.shared.option_by_id("T2").expect("an option")];
    let crossing = deal(&strict, "T2,M1");
    hinted(&talks(strict, &[]), Some(&crossing), "coach-red-line");
}

#[test]
fn what_nobody_has_touched_is_no_draft() {
    let scenario = nusa();
    let table = talks(scenario.clone(), &[]);
    let untouched = scenario.shared.status_quo();
    assert_eq!(hints(&table.view(FIRST), Some(&untouched)), hints(&table.view(FIRST), None));
}

#[test]
fn ultimatums_come_first_and_are_weighed_against_the_batna() {
    let scenario = nusa();
    let set = |ids: &str| {
        talks(
            scenario.clone(),
            &[
                (FIRST, Command::EndTurn),
                (SECOND, propose(&scenario, ids)),
                (SECOND, Command::Ultimatum(Register::Formal)),
            ],
        )
    };
    hinted(&set("E2,T2,M1,C2,I1"), None, "coach-ultimatum-above");
    hinted(&set("E2"), None, "coach-ultimatum-below");
    let own = talks(
        scenario.clone(),
        &[
            (FIRST, propose(&scenario, "T2,M1")),
            (FIRST, Command::Ultimatum(Register::Formal)),
            (SECOND, Command::EndTurn),
        ],
    );
    assert_eq!(coach(&own.view(FIRST), None).map(|hint| hint.kind), Some("coach-own-ultimatum"));
}

#[test]
fn a_good_offer_and_the_last_round_are_pointed_out() {
    let scenario = nusa();
    let good = [
        (FIRST, Command::EndTurn),
        (SECOND, propose(&scenario, "E2,T2,M1,C2,I1")),
        (SECOND, Command::EndTurn),
    ];
    let table = talks(scenario.clone(), &good);
    hinted(&table, None, "coach-good-offer");
    let mut patient = Table::open(Arc::new(scenario.clone()), 3);
    let wants_more = Preparation { target: Some(95), ..Preparation::default() };
    patient.play(FIRST, &Command::Prepare(wants_more).into()).expect("prepared");
    patient.play(SECOND, &Command::Prepare(Preparation::default()).into()).expect("prepared");
    for (seat, command) in &good {
        patient.play(*seat, &command.clone().into()).expect("allowed");
    }
    let kinds: Vec<_> = hints(&patient.view(FIRST), None).iter().map(|hint| hint.kind).collect();
    assert!(!kinds.contains(&"coach-good-offer"), "the player's own target counts");
    let mut short = scenario;
    short.shared.timing.rounds = 2;
    hinted(&talks(short.clone(), &pass(1)), None, "coach-last-round");
    hinted(&talks(short, &good), None, "coach-last-round-offer");
}

#[test]
fn a_slow_down_calls_for_a_mediator_and_a_standstill_is_told_before() {
    let scenario = nusa();
    let before = talks(scenario.clone(), &[]);
    let mut acts = vec![
        (FIRST, propose(&scenario, "T2,M1")),
        (FIRST, Command::EndTurn),
        (SECOND, propose(&scenario, "E2,M1")),
        (SECOND, Command::EndTurn),
    ];
    acts.extend(pass(1));
    hinted(&talks(scenario.clone(), &acts), None, "coach-standstill");
    acts.extend(pass(1));
    let slow = talks(scenario.clone(), &acts);
    hinted(&slow, None, "coach-slow-down");
    acts.extend([(FIRST, Command::Ask(Request::Mediator(Style::Facilitation))), (FIRST, Command::EndTurn)]);
    acts.truncate(acts.len() - 1);
    acts.extend([(SECOND, Command::Answer(false)), (SECOND, Command::EndTurn)]);
    hinted(&talks(scenario, &acts), None, "coach-slow-down");
    assert!(hints(&before.view(FIRST), None).iter().all(|hint| hint.kind != "coach-slow-down"));
}

#[test]
fn steps_that_were_not_answered_and_offers_that_do_not_move_are_named() {
    let scenario = nusa();
    let acts = [
        (FIRST, propose(&scenario, "T2,M1")),
        (FIRST, Command::EndTurn),
        (SECOND, propose(&scenario, "E2")),
        (SECOND, Command::EndTurn),
        (FIRST, Command::EndTurn),
        (SECOND, propose(&scenario, "E2,M1")),
        (SECOND, Command::EndTurn),
    ];
    hinted(&talks(scenario.clone(), &acts), None, "coach-they-gave");
    let more = [
        (FIRST, propose(&scenario, "T2,M1,C1")),
        (FIRST, Command::EndTurn),
        (SECOND, propose(&scenario, "E2,M1,T1")),
        (SECOND, Command::EndTurn),
        (FIRST, propose(&scenario, "T2,M1,C2")),
        (FIRST, Command::EndTurn),
        (SECOND, propose(&scenario, "E2,M1,T0")),
        (SECOND, Command::EndTurn),
    ];
    let table = talks(scenario, &[acts.to_vec(), more.to_vec()].concat());
    hinted(&table, None, "coach-repeats");
    hinted(&table, None, "coach-one-issue");
    hinted(&table, None, "coach-same-way");
}

#[test]
fn who_says_and_asks_nothing_is_told_so() {
    let quiet = talks(economic(), &pass(2));
    hinted(&quiet, None, "coach-first-offer");
    hinted(&quiet, None, "coach-silent");
    hinted(&quiet, None, "coach-asks-nothing");
    hinted(&quiet, None, "coach-bridge");
    hinted(&quiet, None, "coach-reserve");
    let scenario = economic();
    let bridge = scenario.shared.issue_by_id("nurses").unwrap_or(2);
    let rank = *scenario.briefs.second.ranks(bridge).start();
    let told = Command::Disclose { issue: bridge, rank, register: Register::Formal };
    let acts = [(FIRST, Command::EndTurn), (SECOND, told), (SECOND, Command::EndTurn)];
    hinted(&talks(scenario, &acts), None, "coach-bridge-told");
}

#[test]
fn a_text_that_fails_at_home_names_the_group_to_hear() {
    let scenario = economic();
    let table = talks(scenario.clone(), &[]);
    let view = table.view(FIRST);
    let instrument = scenario.shared.instrument();
    let firmest = scenario.shared.issues[instrument].options.len() - 1;
    // Everything that the other side wants, in the firmest form.
    let failing = deal(&scenario, "cars-now").with(instrument, firmest);
    let (support, quota) = view.backing(&failing);
    assert!(support < quota);
    hinted(&table, Some(&failing), "coach-group");
}

#[test]
fn requests_and_texts_wait_for_an_answer_and_offences_for_an_apology() {
    let scenario = nusa();
    let asked = [
        (FIRST, Command::EndTurn),
        (SECOND, Command::Ask(Request::Mediator(Style::Formulation))),
        (SECOND, Command::EndTurn),
    ];
    let mut table = talks(scenario.clone(), &asked);
    hinted(&table, None, "coach-request");
    table.play(FIRST, &Command::Answer(true).into()).expect("allowed");
    hinted(&table, None, "coach-text");
    let threat =
        [(FIRST, Command::Threaten(Register::Formal)), (FIRST, Command::EndTurn), (SECOND, Command::EndTurn)];
    hinted(&talks(scenario, &threat), None, "coach-offence");
}

#[test]
fn the_coach_is_silent_when_it_is_not_the_players_turn_and_knows_many_kinds() {
    let table = talks(economic(), &[(FIRST, Command::EndTurn)]);
    assert!(hints(&table.view(FIRST), None).is_empty());
    let kinds: BTreeSet<_> =
        hints(&talks(economic(), &pass(2)).view(FIRST), None).iter().map(|it| it.kind).collect();
    assert!(kinds.len() >= 5, "{kinds:?}");
    let players = PerSeat { first: Player::Person, second: Player::Counterpart("open".into()) };
    let mut session = Session::new(Arc::new(economic()), players, 5, None);
    assert_eq!(session.hint(), None, "before the talks there is nothing to say");
    session.act(Command::Prepare(Preparation::default()));
    while session.counterpart_moves() {
        session.step();
    }
    session.drafts.first = deal(session.scenario(), "cars-now");
    assert_eq!(session.hint().map(|hint| hint.kind), Some("coach-below-batna"));
}
