//! How talks end: leaving, the deadline, signature, votes at home, the better package, private questions.

use crate::kit::{deal, nusa};
use crate::talks::Talks;
use mufakat::rules::Command::*;
use mufakat::rules::{Event, Preparation, Refusal, Request, Stage, Style, time_out};
use mufakat::scenario::Scenario;
use mufakat::scenario::Seat::{First, Second};
use mufakat::scoring::Case;

#[test]
fn leaving_ends_the_talks_politely() {
    let mut talks = Talks::begun(nusa());
    let events = talks.play(First, Leave);
    assert_eq!(events, [Event::Left(First), Event::Closed]);
    assert_eq!(talks.state.relation.coercion, 0);
    talks.refuses(Second, EndTurn, Refusal::WrongStage);
}

#[test]
fn the_last_round_ends_at_the_deadline() {
    let mut scenario = nusa();
    scenario.shared.timing.rounds = 2;
    let mut talks = Talks::begun(scenario);
    talks.pass_round();
    talks.play(First, EndTurn);
    let events = talks.play(Second, EndTurn);
    assert_eq!(events[events.len() - 2..], [Event::Deadline, Event::Closed]);
}

#[test]
fn a_turn_that_runs_out_of_time_passes_and_binds_nobody() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, talks.propose("E0,T2,M1"));
    talks.play(First, EndTurn);
    let events = time_out(&talks.scenario, &talks.state);
    assert_eq!(events[0], Event::TimedOut(Second));
    assert!(!events.iter().any(|event| matches!(event, Event::Agreed(_))));
    assert_eq!(events.last(), Some(&Event::Turn(First)));
}

#[test]
fn news_comes_in_its_round_and_shifts_what_no_agreement_is_worth() {
    let mut scenario = nusa();
    scenario.shared.news[0].chance = 100;
    scenario.shared.news[1].chance = 100;
    let mut talks = Talks::opened(scenario, 3);
    talks.play(First, Prepare(Preparation::default()));
    talks.play(Second, Prepare(Preparation::default()));
    talks.play(First, talks.propose("E0,T2,M1"));
    talks.play(First, EndTurn);
    talks.play(Second, talks.propose("E2,T0,M1"));
    talks.play(Second, EndTurn);
    talks.pass_round();
    talks.play(First, EndTurn);
    let events = talks.play(Second, EndTurn);
    assert!(events.contains(&Event::News(0, None)), "{events:?}");
    // Winter: Boreal's alternatives get worse by 3.
    let case = mufakat::rules::case(&talks.scenario, &talks.state);
    assert_eq!(case.batna, [2_500, 3_700]);
    talks.play(First, EndTurn);
    let events = talks.play(Second, EndTurn);
    let hit = events.iter().find_map(|event| match event {
        Event::News(1, target) => *target,
        _ => None,
    });
    assert!(hit.is_some(), "the misquotation hits one side, drawn by the dice");
}

/// Plays to the signature of a deal.
fn signed(scenario: Scenario, ids: &str) -> Talks {
    let mut talks = Talks::begun(scenario);
    talks.play(First, talks.propose(ids));
    talks.play(First, EndTurn);
    talks.play(Second, Accept(1));
    talks.refuses(First, EndTurn, Refusal::WrongStage);
    talks.play(First, Sign(None));
    talks.refuses(First, Sign(None), Refusal::AlreadyDone);
    talks.play(Second, Sign(None));
    talks
}

#[test]
fn groups_at_home_can_stop_a_signed_text() {
    // As a treaty: Nusa's support for E2,T0,M1 is .3, and .5 is needed.
    let talks = signed(nusa(), "E2,T0,M1,C0,I1");
    assert_eq!(talks.state.ratification, Some(([30, 100], [50, 50])));
    assert_eq!(talks.state.stage, Stage::Closed);
    assert_eq!(talks.state.better, None);
}

#[test]
fn after_the_signature_the_mediator_offers_a_better_package_and_both_must_want_it() {
    for (first, second, taken) in [(true, true, true), (true, false, false), (false, true, false)] {
        let mut talks = signed(nusa(), "E1,T1,M1,C2,I1");
        let Stage::Better { better, .. } = talks.state.stage.clone() else {
            panic!("{:?}", talks.state.stage)
        };
        assert_eq!(talks.scenario.shared.ids(&better), ["E2", "T2", "M1", "C2", "I1"]);
        talks.play(First, AnswerBetter(first));
        talks.play(Second, AnswerBetter(second));
        assert_eq!(talks.state.deal == Some(better), taken);
        assert_eq!(talks.state.stage, Stage::Closed);
    }
}

#[test]
fn at_the_edge_there_is_nothing_better_to_offer() {
    let talks = signed(nusa(), "E2,T2,M1,C2,I1");
    assert_eq!(talks.state.stage, Stage::Closed);
    assert_eq!(talks.state.better, None);
}

#[test]
fn after_an_early_harvest_the_better_package_leaves_what_was_signed() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, talks.propose("E1,T1,M0,C2,I1"));
    talks.play(First, EndTurn);
    talks.play(Second, talks.propose("E1,T1,M0,C0,I1"));
    talks.play(Second, Ask(Request::Harvest(talks.issue("E"))));
    talks.play(First, Answer(true));
    talks.play(First, EndTurn);
    talks.play(Second, Ask(Request::Harvest(talks.issue("T"))));
    talks.play(Second, EndTurn);
    talks.play(First, Answer(true));
    talks.play(First, EndTurn);
    talks.play(Second, Accept(1));
    talks.play(First, Sign(None));
    talks.play(Second, Sign(None));
    // .56/.44 is signed; the frontier's own points change E or T, but M1 alone makes it .74/.68.
    let better = talks.state.better.as_ref().expect("a better package");
    assert_eq!(talks.scenario.shared.ids(better), ["E1", "T1", "M1", "C2", "I1"]);
}

#[test]
fn taking_the_better_package_gives_up_what_was_announced() {
    let mut talks = Talks::begun(nusa());
    let (energy, middle) = talks.option("E1");
    talks.play(First, Announce(energy, middle));
    talks.play(First, talks.propose("E1,T1,M1,C2,I1"));
    talks.play(Second, Accept(1));
    talks.play(First, Sign(None));
    talks.play(Second, Sign(None));
    talks.play(First, AnswerBetter(true));
    let events = talks.play(Second, AnswerBetter(true));
    assert_eq!(
        events[1..],
        [Event::Abandoned(First, energy), Event::QuotaRaised(First, 5), Event::BetterTaken, Event::Closed]
    );
}

#[test]
fn the_mediators_text_crosses_no_red_line_that_nobody_has_tabled() {
    let mut scenario = nusa();
    // From the status quo the text would go to E1, T1, M1, and on.
    scenario.briefs.first.red_lines = vec![scenario.shared.option_by_id("E1").expect("an option")];
    let mut talks = Talks::begun(scenario);
    talks.play(First, Ask(Request::Mediator(Style::Formulation)));
    talks.play(First, EndTurn);
    talks.play(Second, Answer(true));
    let text = talks.state.text().expect("a text").deal.clone();
    assert_ne!(talks.scenario.shared.ids(&text)[0], "E1");
}

#[test]
fn a_forecast_never_tells_what_has_come_already() {
    let mut talks = Talks::begun(nusa());
    let before = talks.clone().play(First, Forecast);
    let Some(Event::Forecasted(_, Some(next))) = before.iter().find(|it| matches!(it, Event::Forecasted(..)))
    else {
        panic!("{before:?}")
    };
    let scenario = talks.scenario.clone();
    talks.state.apply(&scenario, &Event::News(*next, None));
    let events = talks.play(First, Forecast);
    assert!(!events.contains(&Event::Forecasted(First, Some(*next))), "{events:?}");
}

#[test]
fn the_mediators_better_package_crosses_no_red_line() {
    let scenario = nusa();
    // From .45/.45 the largest product of gains is E2,T2; without T2 something else is better still.
    let from = "E1,T1,M0,C2,I1";
    let red = scenario.shared.option_by_id("T2").expect("an option");
    let without = signed(scenario.clone(), from);
    let found = without.state.better.as_ref().expect("a better package");
    assert_eq!(found[red.0], red.1);
    let mut barred = scenario;
    barred.briefs.second.red_lines = vec![red];
    let with = signed(barred, from);
    let found = with.state.better.as_ref().expect("a better package");
    assert_ne!(found[red.0], red.1);
}

#[test]
fn the_mediators_better_package_would_pass_at_home() {
    use mufakat::scenario::{Measure, Pillar};
    let mut found = 0;
    // A red line takes E2 out of what the mediator may table, but not out of what the pillar could have reached:
    // votes at home are counted as at ratification.
    for least in 0..=100 {
        let mut scenario = nusa();
        let group = scenario.briefs.first.groups.remove(0);
        scenario.briefs.first.groups = vec![group];
        scenario.briefs.first.groups[0].influence = 100;
        scenario.briefs.first.groups[0].measure = Measure::Pillar(Pillar::Economy, least);
        scenario.briefs.second.red_lines = vec![scenario.shared.option_by_id("E2").expect("an option")];
        let talks = Talks::begun(scenario);
        let text = deal(&talks.scenario, "E1,T0,M0,C2,I1");
        let Some(better) = mufakat::rules::better(&talks.scenario, &talks.state, &text) else { continue };
        found += 1;
        let talk = mufakat::rules::talk(&talks.scenario, &talks.state, Some(&better));
        let report = mufakat::scoring::score(&Case::new(&talks.scenario), Some(&better), &talk);
        assert!(report.is_in_force(), "{least}: {:?}", talks.scenario.shared.ids(&better));
    }
    assert!((1..101).contains(&found), "{found}: the bar must stop some and let others pass");
}

#[test]
fn private_questions_come_after_the_end_and_once() {
    let mut talks = Talks::begun(nusa());
    talks.refuses(First, Reflect(Default::default()), Refusal::WrongStage);
    talks.play(First, Leave);
    talks.play(Second, Reflect(Default::default()));
    talks.refuses(Second, Reflect(Default::default()), Refusal::AlreadyDone);
    let bad = mufakat::rules::Reflection { result: Some(6), ..Default::default() };
    talks.refuses(First, Reflect(bad), Refusal::OutOfRange);
}

#[test]
fn who_wrote_what_is_remembered_and_the_mediator_counts_for_nobody() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, talks.propose("E0,T2,M1,C2,I1"));
    talks.play(First, EndTurn);
    talks.play(Second, talks.propose("E2,T2,M1,C2,I1"));
    let agreed = deal(&talks.scenario, "E2,T2,M1,C2,I1");
    let talk = mufakat::rules::talk(&talks.scenario, &talks.state, Some(&agreed));
    let author = |id: &str| talk.author.get(&talks.issue(id)).copied();
    assert_eq!(
        [author("E"), author("T"), author("M"), author("C")],
        [Some(Second), Some(First), Some(First), Some(First)]
    );
}
