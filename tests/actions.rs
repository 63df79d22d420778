//! The catalogue of actions from which window and phones make their lists and their commands.

use crate::kit::{economic, nusa};
use crate::secrets::public_move;
use mufakat::exact::SplitMix64;
use mufakat::rules::{Act, Action, Command, Details, Family, Listed, Preparation, Refusal};
use mufakat::rules::{closed_for_now, listed};
use mufakat::scenario::{Scenario, Seat};
use mufakat::table::Table;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Tables of the talks after many different moves, with all that each seat finds in its lists.
fn each_moment(scenario: Scenario, mut look: impl FnMut(&Table, Seat)) {
    let scenario = Arc::new(scenario);
    for seed in 0..6 {
        let mut table = Table::open(Arc::clone(&scenario), seed);
        let mut dice = SplitMix64::new(seed);
        for seat in Seat::ALL {
            table.play(seat, &Act::from(Command::Prepare(Preparation::default()))).expect("prepared");
        }
        for _ in 0..60 {
            let Some(seat) = Seat::ALL.into_iter().find(|seat| table.view(*seat).my_turn()) else { break };
            Seat::ALL.into_iter().for_each(|seat| look(&table, seat));
            let command = public_move(&table, seat, &mut dice);
            // A package may not fit a slow-down, and who stands by an ultimatum has to leave.
            let moved = [command, Command::EndTurn, Command::Leave].map(Act::from);
            assert!(moved.iter().any(|act| table.play(seat, act).is_ok()), "something can always be done");
        }
    }
}

fn all_listed(table: &Table, seat: Seat, mut look: impl FnMut(&Listed<'_>)) {
    let possible = table.possible(seat);
    for family in Family::ALL {
        listed(&table.scenario().shared, &possible, family).iter().for_each(&mut look);
    }
}

#[test]
fn every_action_stands_in_one_list_under_a_name_of_its_own() {
    let all: Vec<Action> = Action::all().collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "none stands twice");
    for action in all {
        assert_eq!(Action::from_name(action.name()), Some(action));
    }
    assert_eq!(Action::from_name("propose"), None);
}

#[test]
fn what_an_action_was_told_makes_the_same_command_again() {
    let mut met = BTreeSet::new();
    for scenario in [nusa(), economic()] {
        each_moment(scenario, |table, seat| {
            for (command, _) in table.possible(seat) {
                if let Some(action) = Action::of(&command) {
                    met.insert(action);
                    assert_eq!(action.command(&Details::of(&command)), Some(command));
                }
            }
        });
    }
    assert_eq!(met, Action::all().collect(), "every action was met, so every one stands in a list");
}

#[test]
fn a_list_holds_each_way_that_is_allowed_and_tells_why_where_none_is() {
    let (mut told, mut open) = (0, 0);
    for scenario in [nusa(), economic()] {
        let has_reserve = scenario.shared.issues.iter().any(|issue| issue.reserve);
        each_moment(scenario, |table, seat| {
            let possible = table.possible(seat);
            let closed = closed_for_now(&possible);
            assert_eq!(closed == Some(&Refusal::NotYourTurn), !table.view(seat).my_turn());
            let mut commands = Vec::new();
            all_listed(table, seat, |it| {
                assert!(has_reserve || it.action != Action::AddIssue, "no reserve, nothing to bring out");
                assert_eq!(it.is_open(), it.cost.is_some());
                commands.extend(it.allowed.iter().map(|command| (*command).clone()));
                match it.refusal {
                    Some(refusal) => {
                        assert!(!it.is_open() && !refusal.is_of_the_moment(), "{it:?}");
                        told += 1;
                    }
                    None => assert!(it.is_open() || closed.is_some(), "closed without a word: {it:?}"),
                }
            });
            open += commands.len();
            let allowed =
                possible.iter().filter(|(command, answer)| answer.is_ok() && Action::of(command).is_some());
            assert_eq!(commands.len(), allowed.count());
        });
    }
    assert!(told > 0 && open > 0);
}
