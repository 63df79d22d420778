//! Words that bind: counterparts give their word where they can keep it, keep it, and never lie.

use crate::kit::{economic, nusa};
use mufakat::analysis::simulate::talks;
use mufakat::rules::Event;
use mufakat::scenario::{PerSeat, Scenario, Seat};
use std::sync::Arc;

/// What a seat said in all games against a mixed field.
#[derive(Debug, Default)]
struct Said {
    promised: u32,
    kept: u32,
    broken: u32,
    announced: u32,
    abandoned_early: u32,
    told: u32,
    lies: u32,
}

fn said(scenario: &Arc<Scenario>, name: &str) -> Said {
    let mut said = Said::default();
    for other in ["boulware", "linear", "tit-for-tat", "tough", "open", "patient-master"] {
        for seat in Seat::ALL {
            let pair = PerSeat::from_fn(|at| (if at == seat { name } else { other }).to_owned());
            for game in talks(scenario, &pair, 6, 90, true) {
                let mut round = 0;
                for event in &game.record.as_ref().expect("kept").events {
                    match event {
                        Event::Round(no) => round = *no,
                        Event::Promised(by, ..) if *by == seat => said.promised += 1,
                        Event::PromiseKept(by, _) if *by == seat => said.kept += 1,
                        Event::PromiseBroken(by, _) if *by == seat => said.broken += 1,
                        Event::Announced(by, ..) if *by == seat => said.announced += 1,
                        Event::Abandoned(by, _) if *by == seat && round < scenario.shared.timing.rounds => {
                            said.abandoned_early += 1;
                        }
                        Event::Disclosed { by, issue, rank, .. } if *by == seat => {
                            said.told += 1;
                            let true_ranks = scenario.briefs[seat].ranks(*issue);
                            said.lies += u32::from(!true_ranks.contains(rank));
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    said
}

/// The two scenarios on which characters are measured.
fn scenarios() -> [Arc<Scenario>; 2] {
    [Arc::new(nusa()), Arc::new(economic())]
}

#[test]
fn who_speaks_openly_promises_steps_and_keeps_every_promise() {
    for name in ["open", "open-master", "relationship"] {
        let (mut promised, mut kept) = (0, 0);
        for scenario in scenarios() {
            let said = said(&scenario, name);
            assert!(said.broken == 0 && said.announced == 0, "{}, {name}: {said:?}", scenario.shared.id);
            (promised, kept) = (promised + said.promised, kept + said.kept);
        }
        // An agreement before the next offer leaves a promise open; one whose warmth keeps trust high needs none.
        assert!(3 * kept >= promised, "{name}: {kept} of {promised} kept");
        assert!(promised > 0 || name == "relationship", "{name} promised nothing");
    }
}

#[test]
fn the_tough_announce_what_they_hold_and_promise_nothing() {
    let (mut announced, mut abandoned) = (0, 0);
    for scenario in scenarios() {
        let said = said(&scenario, "tough");
        assert_eq!(said.promised, 0, "{}: {said:?}", scenario.shared.id);
        (announced, abandoned) = (announced + said.announced, abandoned + said.abandoned_early);
    }
    assert!(announced > 0 && 8 * abandoned <= announced, "{abandoned} of {announced} given up early");
}

#[test]
fn nobody_lies_about_a_priority() {
    for scenario in scenarios() {
        let mut told = 0;
        for name in ["open", "relationship", "patient", "tough-master", "hasty-novice", "diplomat"] {
            let said = said(&scenario, name);
            told += said.told;
            assert_eq!(said.lies, 0, "{}, {name}: {said:?}", scenario.shared.id);
        }
        assert!(told > 100, "{}: {told} priorities told", scenario.shared.id);
    }
}
