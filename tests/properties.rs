//! What holds for every course of a game, and for every input.

use crate::kit::{economic, nusa};
use mufakat::exact::SplitMix64;
use mufakat::rules::{
    Act, Command, Event, Preparation, Refusal, Register, Request, Stage, State, Style, decide, open, possible,
};
use mufakat::scenario::check;
use mufakat::scenario::{Deal, PerSeat, Scenario, Seat, builtin};
use mufakat::table::{Player, Record, Table};
use proptest::prelude::*;
use std::sync::Arc;

/// Some package of open options.
fn package(scenario: &Scenario, state: &State, dice: &mut SplitMix64) -> Deal {
    let options = scenario.shared.issues.iter().enumerate().map(|(issue, it)| {
        let open: Vec<usize> =
            (0..it.options.len()).filter(|&option| state.is_open(scenario, issue, option)).collect();
        open[(dice.next_u64() % open.len() as u64) as usize]
    });
    Deal(options.collect())
}

/// Something that is allowed now, drawn by the dice.
fn some_act(scenario: &Scenario, state: &State, seat: Seat, dice: &mut SplitMix64) -> Command {
    if matches!(state.stage, Stage::Talks { .. })
        && dice.next_u64().is_multiple_of(3)
        && state.actions_left > 0
    {
        let deal = package(scenario, state, dice);
        return if dice.next_u64().is_multiple_of(4) {
            Command::Explore(deal)
        } else {
            Command::Propose(deal)
        };
    }
    let allowed: Vec<Command> = possible(scenario, state, seat)
        .into_iter()
        .filter(|(_, answer)| answer.is_ok())
        .map(|(command, _)| command)
        // Leaving at once would make most games short.
        .filter(|command| *command != Command::Leave || state.round > 5)
        .collect();
    allowed[(dice.next_u64() % allowed.len() as u64) as usize].clone()
}

/// A whole game of allowed moves.
fn random_game(scenario: &Arc<Scenario>, seed: u64) -> Table {
    let mut dice = SplitMix64::new(seed);
    let mut table = Table::open(Arc::clone(scenario), seed);
    for _ in 0..400 {
        let Some(seat) = Seat::ALL.into_iter().find(|&seat| table.awaits(seat)) else { break };
        let state = State::replay(scenario, table.events());
        let command = some_act(scenario, &state, seat, &mut dice);
        let _ = table.play(seat, &command.into());
    }
    table
}

fn scenarios() -> [Arc<Scenario>; 2] {
    [Arc::new(nusa()), Arc::new(economic())]
}

#[test]
fn replaying_the_events_leads_to_the_same_state() {
    for scenario in scenarios() {
        for seed in 0..100 {
            let table = random_game(&scenario, seed);
            let state = State::replay(&scenario, table.events());
            let again = Table::replay(Arc::clone(&scenario), table.events().to_vec());
            for seat in Seat::ALL {
                assert_eq!(table.view(seat), again.view(seat), "seed {seed}");
            }
            assert_eq!(state.events as usize, table.len(), "seed {seed}");
        }
    }
}

#[test]
fn the_same_commands_and_seed_lead_to_the_same_events() {
    for scenario in scenarios() {
        for seed in 0..20 {
            assert_eq!(
                random_game(&scenario, seed).events(),
                random_game(&scenario, seed).events(),
                "seed {seed}"
            );
        }
    }
}

#[test]
fn every_game_comes_to_an_end() {
    for scenario in scenarios() {
        let closed = (0..100).filter(|seed| random_game(&scenario, *seed).is_closed()).count();
        assert_eq!(closed, 100);
    }
}

/// Any command at all, most of them senseless.
fn any_command() -> impl Strategy<Value = Command> {
    let register = prop_oneof![
        Just(Register::Formal),
        Just(Register::Informal),
        Just(Register::OffRecord),
        Just(Register::Public)
    ];
    let style = prop_oneof![Just(Style::Facilitation), Just(Style::Formulation), Just(Style::Manipulation)];
    let deal = proptest::collection::vec(0usize..6, 0..13).prop_map(Deal);
    prop_oneof![
        deal.clone().prop_map(Command::Propose),
        deal.prop_map(Command::Explore),
        (0u32..9).prop_map(Command::Accept),
        (0usize..14, 0usize..14, register.clone()).prop_map(|(issue, rank, register)| Command::Disclose {
            issue,
            rank,
            register
        }),
        (0usize..14).prop_map(Command::Ascertain),
        (0usize..14, 0usize..6).prop_map(|(issue, option)| Command::Announce(issue, option)),
        (0usize..14, 0usize..6).prop_map(|(issue, option)| Command::Promise(issue, option)),
        register.prop_flat_map(|register| prop_oneof![
            Just(Command::Warn(register)),
            Just(Command::Threaten(register)),
            Just(Command::Ultimatum(register)),
            Just(Command::Repair(register))
        ]),
        (0usize..6).prop_map(Command::Consult),
        (0usize..14).prop_map(|issue| Command::Ask(Request::Harvest(issue))),
        (0usize..14).prop_map(|issue| Command::Ask(Request::AddIssue(issue))),
        style.prop_map(|style| Command::Ask(Request::Mediator(style))),
        any::<bool>().prop_map(Command::Answer),
        any::<bool>().prop_map(Command::AnswerBetter),
        proptest::collection::vec(-5i32..120, 0..13).prop_map(|guess| Command::Sign(Some(guess))),
        (-200i32..200).prop_map(|target| Command::Prepare(Preparation {
            target: Some(target),
            ..Preparation::default()
        })),
        Just(Command::Sign(None)),
        Just(Command::Prepare(Preparation::default())),
        prop_oneof![
            Just(Command::Forecast),
            Just(Command::Culture),
            Just(Command::Hotline),
            Just(Command::SmallTalk),
            Just(Command::Ramble),
            Just(Command::Consular),
            Just(Command::WalkOut),
            Just(Command::Shame),
            Just(Command::AcceptText),
            Just(Command::EndTurn),
            Just(Command::Leave),
        ],
    ]
}

/// Commands that the list of what is possible does not spell out: packages, guesses and words.
fn is_listed_kind(command: &Command) -> bool {
    !matches!(
        command,
        Command::Propose(_)
            | Command::Explore(_)
            | Command::Speak
            | Command::Prepare(_)
            | Command::Sign(_)
            | Command::Reflect(_)
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_listed_is_accepted_and_the_rest_refused(
        commands in proptest::collection::vec((any::<bool>(), any_command()), 1..80),
        seed in any::<u64>(),
        which in 0usize..2,
    ) {
        let scenario = scenarios()[which].clone();
        let mut state = State::replay(&scenario, &open(seed));
        let mut dice = SplitMix64::new(seed);
        for (first, command) in commands {
            let seat = if first { Seat::First } else { Seat::Second };
            let listed = possible(&scenario, &state, seat);
            for (command, answer) in &listed {
                let decided = decide(&scenario, &state, seat, &Act::from(command.clone()));
                prop_assert_eq!(answer.clone().err(), decided.err(), "{:?}", command);
            }
            let decided = decide(&scenario, &state, seat, &Act::from(command.clone()));
            if is_listed_kind(&command) {
                let allowed = listed.iter().any(|(it, answer)| *it == command && answer.is_ok());
                prop_assert_eq!(allowed, decided.is_ok(), "{:?}", command);
            }
            let events = decided.unwrap_or_default();
            for event in &events {
                state.apply(&scenario, event);
            }
            if events.is_empty() {
                // Senseless commands would leave the table where it is: move on.
                let Some(seat) = Seat::ALL.into_iter().find(|seat| {
                    state.turn().is_none_or(|turn| turn == *seat)
                        && !(state.stage == Stage::Preparation && state.preparation[*seat].is_some())
                        && !(matches!(state.stage, Stage::Signature { .. }) && state.signed[*seat].is_some())
                        && !(matches!(state.stage, Stage::Better { .. }) && state.better_answers[*seat].is_some())
                        && !(state.stage == Stage::Closed && state.reflection[*seat].is_some())
                }) else { break };
                let act = some_act(&scenario, &state, seat, &mut dice);
                if let Ok(events) = decide(&scenario, &state, seat, &Act::from(act)) {
                    for event in &events {
                        state.apply(&scenario, event);
                    }
                }
            }
        }
    }

    #[test]
    fn any_text_as_a_record_is_read_or_refused(text in "\\PC{0,400}") {
        let _ = Record::from_text(&text);
    }

    #[test]
    fn a_damaged_record_is_refused_or_still_fits(cut in 0usize..20_000, insert in "\\PC{0,12}") {
        let scenario = scenarios()[1].clone();
        let table = random_game(&scenario, 7);
        let text = table.record(PerSeat::both(Player::Person)).to_text();
        let mut at = cut % text.len();
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let damaged = format!("{}{insert}{}", &text[..at], &text[at..]);
        if let Ok(record) = Record::from_text(&damaged)
            && record.fits(&scenario).is_ok()
        {
            // Whatever fits can be replayed and looked at.
            let table = Table::replay(scenario, record.events);
            for seat in Seat::ALL {
                let _ = table.view(seat);
                let _ = table.log(Some(seat));
            }
        }
    }

    #[test]
    fn no_scenario_text_panics_or_hangs(
        cut in any::<prop::sample::Index>(),
        length in 0usize..60,
        insert in "[\\[\\](){}\",:;'#%0-9a-zA-Z\\\\ \n\u{201c}\u{a0}]{0,20}",
        which in 0usize..2,
    ) {
        let source = builtin::FILES[which].1;
        let mut from = cut.index(source.len());
        while !source.is_char_boundary(from) {
            from -= 1;
        }
        let mut to = (from + length).min(source.len());
        while !source.is_char_boundary(to) {
            to += 1;
        }
        let mutated = format!("{}{insert}{}", &source[..from], &source[to..]);
        if let Err(problems) = check::parse(&mutated) {
            prop_assert!(!problems.is_empty(), "an invalid file says why");
            for problem in problems {
                prop_assert!(problem.span.start <= mutated.len());
            }
        }
    }

    #[test]
    fn no_text_at_all_panics_the_reader(text in "\\PC{0,300}") {
        let _ = check::parse(&text);
    }
}

#[test]
fn deep_brackets_and_huge_files_are_refused_at_once() {
    for text in ["(".repeat(200_000), "[".repeat(5_000) + &"]".repeat(5_000), "a".repeat(3 * 1024 * 1024)] {
        let problems = check::parse(&text).expect_err("no scenario");
        assert!(problems.len() <= 250);
    }
}

#[test]
fn a_record_survives_the_way_through_its_text() {
    for scenario in scenarios() {
        for seed in 0..40 {
            let table = random_game(&scenario, seed);
            for upto in [1, table.len() / 2, table.len()] {
                let part = Table::replay(Arc::clone(&scenario), table.events()[..upto].to_vec());
                let record = part.record(PerSeat {
                    first: Player::Person,
                    second: Player::Counterpart("diplomat".into()),
                });
                let read = Record::from_text(&record.to_text()).expect("own text");
                assert_eq!(read, record, "seed {seed}");
                assert!(read.is_of(&scenario));
                read.fits(&scenario).expect("fits");
            }
        }
    }
}

#[test]
fn events_follow_only_from_allowed_commands() {
    let scenario = Arc::new(nusa());
    let mut table = Table::open(scenario, 3);
    let before = table.len();
    assert_eq!(table.play(Seat::First, &Command::EndTurn.into()).err(), Some(Refusal::WrongStage));
    assert_eq!(table.len(), before);
    assert_eq!(table.events(), [Event::Opened(3)]);
}
