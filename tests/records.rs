//! Saved games stay readable: by this program, by the next one, and after an accident.

use crate::kit::{FAIR, deal, nusa};
use crate::playthroughs::{golden_path, updates_golden};
use mufakat::rules::{Command, Ending, Event, Preparation, Reflection, Register};
use mufakat::scenario::{Deal, PerSeat, Scenario, Seat, builtin, check};
use mufakat::scoring::Signal;
use mufakat::table::{Player, Record, RecordError, Table};
use mufakat::view::Moment;
use std::sync::{Arc, OnceLock};

/// A short game: the first side offers the fair package, the second accepts, both sign.
fn short_game(scenario: Scenario) -> Table {
    let fair = deal(&scenario, FAIR);
    let mut table = Table::open(Arc::new(scenario), 7);
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(Default::default()).into()).expect("prepared");
    }
    if !table.view(Seat::First).my_turn() {
        table.play(Seat::Second, &Command::EndTurn.into()).expect("its turn");
    }
    table.play(Seat::First, &Command::Propose(fair).into()).expect("its turn");
    while table.view(Seat::First).my_turn() {
        table.play(Seat::First, &Command::EndTurn.into()).expect("its turn");
    }
    table.play(Seat::Second, &Command::Accept(1).into()).expect("its turn");
    for seat in Seat::ALL {
        table.play(seat, &Command::Sign(None).into()).expect("agreed");
    }
    assert!(table.is_closed());
    table
}

fn players() -> PerSeat<Player> {
    PerSeat { first: Player::Person, second: Player::Counterpart("boulware".to_owned()) }
}

/// The text of the saved game that is kept. It is written once and never anew: it stands for the files
/// that people have.
fn kept() -> &'static str {
    static KEPT: OnceLock<String> = OnceLock::new();
    KEPT.get_or_init(|| {
        let path = golden_path("record-1.ron");
        if updates_golden() && !path.exists() {
            std::fs::write(&path, short_game(nusa()).record(players()).to_text()).expect("the golden folder");
        }
        std::fs::read_to_string(path).expect("write it with UPDATE_GOLDEN=1")
    })
}

#[test]
fn a_game_saved_in_format_1_replays_to_its_end() {
    let record = Record::from_text(kept()).expect("a record of format 1");
    assert_eq!(record.scenario, "nusa-boreal");
    assert_eq!(record.players, players());
    assert!(record.closed);
    let scenario = Arc::new(nusa());
    record.fits(&scenario).expect("its issues and options are still there");
    let table = Table::replay(Arc::clone(&scenario), record.events);
    assert!(table.is_closed());
    let signed = table.signed().expect("a text was signed");
    assert_eq!(scenario.shared.ids(signed), ["E2", "T2", "M1", "C2", "I1"]);
    let Moment::Closed { ending, ratification, .. } = table.view(Seat::First).moment else {
        panic!("the game is over");
    };
    assert_eq!(ending, Ending::Agreed);
    assert!(ratification.is_some());
    assert!(table.debrief().is_some());
}

#[test]
fn a_saved_game_reads_back_as_it_was_written() {
    let table = short_game(nusa());
    let record = table.record(players());
    assert_eq!(Record::from_text(&record.to_text()), Ok(record));
    // Also in the middle, where private events are sealed.
    for length in 1..table.len() {
        let half = Table::replay(Arc::clone(table.scenario()), table.events()[..length].to_vec());
        let record = half.record(players());
        assert_eq!(Record::from_text(&record.to_text()), Ok(record), "after {length} events");
    }
}

#[test]
fn a_saved_game_tells_when_its_scenario_was_changed() {
    let record = short_game(nusa()).record(players());
    assert!(record.is_of(&nusa()));
    let source = builtin::source("nusa-boreal").expect("ships with the program");
    let changed = source.replacen("rounds: 8", "rounds: 9", 1);
    assert_ne!(changed, source, "the scenario has eight rounds");
    let (changed, _) = check::parse(&changed).expect("still a scenario");
    assert!(!record.is_of(&changed));
}

#[test]
fn a_saved_game_of_another_scenario_does_not_fit() {
    let record = short_game(nusa()).record(players());
    assert!(matches!(record.fits(&crate::kit::economic()), Err(RecordError::Misfit(_))));
}

/// A table at which the second side has accepted this package.
fn agreed(scenario: Scenario, package: Deal) -> Table {
    let mut table = Table::open(Arc::new(scenario), 7);
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(Default::default()).into()).expect("prepared");
    }
    table.play(Seat::First, &Command::Propose(package).into()).expect("its turn");
    table.play(Seat::First, &Command::EndTurn.into()).expect("its turn");
    table.play(Seat::Second, &Command::Accept(1).into()).expect("its turn");
    table
}

#[test]
fn the_file_of_a_game_that_still_runs_tells_nobody_how_the_groups_at_home_voted() {
    let scenario = nusa();
    let middle = deal(&scenario, "E1,T1,M1,C2,I1");
    let mut table = agreed(scenario, middle);
    for seat in Seat::ALL {
        table.play(seat, &Command::Sign(None).into()).expect("agreed");
    }
    assert!(
        matches!(table.view(Seat::First).moment, Moment::Better { .. }),
        "the mediator waits for an answer"
    );
    let record = table.record(players());
    assert!(record.events.iter().any(|event| matches!(event, Event::Ratified { .. })));
    let text = record.to_text();
    assert!(!text.contains("Ratified"), "{text}");
    assert_eq!(Record::from_text(&text), Ok(record));
}

#[test]
fn who_ran_out_of_time_before_the_signature_took_no_package_of_the_mediator() {
    let scenario = nusa();
    let fair = deal(&scenario, FAIR);
    let mut table = agreed(scenario, fair);
    table.play(Seat::First, &Command::Sign(None).into()).expect("agreed");
    table.call_time();
    let debrief = table.debrief().expect("it is over");
    assert_eq!((table.signed(), debrief.first_deal), (None, None));
    assert_eq!(table.better(), None);
}

/// Amounts that no game has, written into a file by hand, are told; none of them stops the program.
#[test]
fn a_saved_game_with_amounts_that_no_game_has_does_not_fit() {
    let table = short_game(nusa());
    let (first, second) = (Seat::First, Seat::Second);
    let told = |rank| Event::Disclosed {
        by: first,
        issue: 0,
        rank,
        truthful: true,
        register: Register::Formal,
        free: false,
    };
    let with = |event: Event| {
        let mut record = table.record(players());
        let at = record.events.iter().position(|it| matches!(it, Event::Turn(_))).expect("a turn");
        record.events.splice(at + 1..at + 1, [event.clone(), event]);
        (record, at + 2)
    };
    for amount in [i32::MIN, -10_000, 10_000, i32::MAX] {
        for event in [
            Event::Goodwill(first, amount),
            Event::QuotaRaised(second, amount),
            Event::Warned(first, amount, Register::Formal),
            Event::Signalled(first, Signal::Concede, amount),
            Event::Signalled(second, Signal::BrokenPromise, amount),
            Event::Round(amount.unsigned_abs()),
            told(amount.unsigned_abs() as usize),
            told(0),
            Event::Ascertained(first, 0, 0),
            Event::Ascertained(first, 0, usize::MAX),
        ] {
            let (record, at) = with(event.clone());
            assert_eq!(record.fits(&nusa()), Err(RecordError::Misfit(at)), "{event:?}");
        }
    }
    let guessed = |guess: Vec<i32>| Event::Signed(first, Some(guess));
    let asked = |target| Event::Prepared(first, Preparation { target: Some(target), ..Default::default() });
    let answered =
        |result| Event::Reflected(first, Reflection { result: Some(result), ..Default::default() });
    for event in [
        guessed(vec![i32::MAX; 5]),
        guessed(vec![-100, 100, 100, 0, 0]),
        guessed(vec![20; 4]),
        asked(i32::MIN),
        asked(121),
        answered(0),
        answered(255),
    ] {
        let (record, at) = with(event.clone());
        assert_eq!(record.fits(&nusa()), Err(RecordError::Misfit(at)), "{event:?}");
    }
    // At the edge of what fits nothing runs over, and trust stays trust.
    for event in [
        Event::Goodwill(first, 100),
        Event::QuotaRaised(second, -100),
        Event::Signalled(first, Signal::Concede, 4_000),
        Event::Signalled(second, Signal::BrokenPromise, -4_000),
        Event::Conceded(first, u32::MAX),
        told(1),
    ] {
        let (record, _) = with(event.clone());
        assert_eq!(record.fits(&nusa()), Ok(()), "{event:?}");
        let table = Table::replay(Arc::new(nusa()), record.events);
        for seat in Seat::ALL {
            let trust = table.view(seat).trust(seat);
            assert!((0.0..=1.0).contains(&trust), "{event:?}: {trust}");
        }
        assert!(table.debrief().is_some() && !table.whole_log().is_empty());
    }
}

#[test]
fn a_saved_game_of_an_unknown_format_says_which() {
    let newer = kept().replacen("format: 1,", "format: 99,", 1);
    assert_eq!(Record::from_text(&newer), Err(RecordError::Format(99)));
    // Whatever else it holds.
    let newer = newer.replacen(
        "    events: [",
        "    weather: Rain(3),\n    events: [\n        Open(Sang(First)),",
        1,
    );
    assert_eq!(Record::from_text(&newer), Err(RecordError::Format(99)));
}

#[test]
fn a_damaged_saved_game_says_where() {
    let line = 1 + kept().lines().position(|line| line.contains("Open(")).expect("an event");
    let damaged = kept().replacen("        Open(", "        Opne(", 1);
    assert_eq!(Record::from_text(&damaged), Err(RecordError::Damaged(line, 9)));
    assert_eq!(Record::from_text("besok saja"), Err(RecordError::Damaged(1, 1)));
    assert_eq!(Record::from_text(&" ".repeat(9 * 1024 * 1024)), Err(RecordError::Large));
    let table = short_game(nusa());
    let half = table.events()[..table.len() - 2].to_vec();
    let running = Table::replay(Arc::clone(table.scenario()), half).record(players()).to_text();
    let (sealed, _) = running
        .lines()
        .filter(|line| line.contains("Open(") || line.contains("Sealed("))
        .zip(1..)
        .map(|(line, no)| (no, line))
        .find(|(_, line)| line.contains("Sealed("))
        .expect("something is sealed");
    let at = running.find("Sealed(\"").expect("the same") + "Sealed(\"".len();
    let mut cut = running;
    cut.replace_range(at..at + 2, "");
    assert_eq!(Record::from_text(&cut), Err(RecordError::Sealed(sealed)));
}

#[test]
fn a_saved_game_cut_off_anywhere_is_refused_and_does_no_harm() {
    let closed = kept().to_owned();
    let table = short_game(nusa());
    let half = table.events()[..table.len() - 2].to_vec();
    let running = Table::replay(Arc::clone(table.scenario()), half).record(players()).to_text();
    for whole in [closed, running] {
        for at in (0..whole.len() - 5).step_by(50) {
            let cut = String::from_utf8_lossy(&whole.as_bytes()[..at]);
            let read = Record::from_text(&cut);
            assert!(matches!(read, Err(RecordError::Damaged(..))), "at byte {at}: {read:?}");
        }
    }
}
