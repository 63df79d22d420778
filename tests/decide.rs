//! The rules of the talks as given, when, then: turns, offers, moves and trust.

use crate::kit::{deal, economic, nusa};
use crate::talks::{Talks, trust};
use mufakat::rules::Command::*;
use mufakat::rules::{Act, Event, Phase, Preparation, Refusal, Register, Stage, Why, decide};
use mufakat::scenario::Seat::{First, Second};
use mufakat::scenario::Speech;

#[test]
fn talks_begin_when_both_are_prepared() {
    let mut talks = Talks::opened(nusa(), 1);
    talks.refuses(First, EndTurn, Refusal::WrongStage);
    assert_eq!(talks.play(First, Prepare(Preparation::default())).len(), 1);
    talks.refuses(First, Prepare(Preparation::default()), Refusal::AlreadyDone);
    let events = talks.play(Second, Prepare(Preparation::default()));
    assert_eq!(events[1..], [Event::Round(1), Event::Turn(First)]);
}

#[test]
fn a_preparation_out_of_range_is_refused_with_what_is_wrong() {
    use Refusal::{OutOfRange, TooManyChosen, UnevenGuess};
    let mut talks = Talks::opened(nusa(), 1);
    for (bad, why) in [
        (Preparation { target: Some(500), ..Preparation::default() }, OutOfRange),
        (Preparation { guess: Some(vec![50, 50]), ..Preparation::default() }, UnevenGuess),
        (Preparation { guess: Some(vec![50, 60, 0, 0, 0]), ..Preparation::default() }, UnevenGuess),
        (Preparation { preamble: vec![1, 2, 3, 4], ..Preparation::default() }, TooManyChosen),
        (Preparation { preamble: vec![1, 1], ..Preparation::default() }, TooManyChosen),
        (Preparation { aims: vec![8], ..Preparation::default() }, TooManyChosen),
    ] {
        talks.refuses(First, Prepare(bad), why);
    }
}

#[test]
fn only_the_side_whose_turn_it_is_may_act_but_anybody_may_speak() {
    let mut talks = Talks::begun(nusa());
    talks.refuses(Second, EndTurn, Refusal::NotYourTurn);
    let words = Act { command: Speak, speech: Some(Speech::Typed("Selamat pagi".to_owned())) };
    assert!(decide(&talks.scenario, &talks.state, Second, &words).is_ok());
    talks.refuses(First, Speak, Refusal::NothingSaid);
    let long = Act { command: Speak, speech: Some(Speech::Typed("a".repeat(601))) };
    assert_eq!(decide(&talks.scenario, &talks.state, First, &long), Err(Refusal::TooLong(600)));
}

#[test]
fn a_turn_has_two_actions_and_then_passes() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, Hotline);
    assert_eq!(talks.state.actions_left, 1);
    let events = talks.play(First, Culture);
    assert_eq!(events.last(), Some(&Event::Turn(Second)));
    assert_eq!(talks.state.actions_left, 2);
}

#[test]
fn only_the_newest_offer_of_the_other_side_can_be_accepted() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, talks.propose("E0,T2,M1,C2,I1"));
    talks.play(First, talks.propose("E1,T2,M1,C2,I1"));
    talks.refuses(Second, Accept(1), Refusal::StaleOffer { asked: 1, newest: Some(2) });
    let events = talks.play(Second, Accept(2));
    assert_eq!(events, [Event::Agreed(deal(&talks.scenario, "E1,T2,M1,C2,I1"))]);
    assert!(matches!(talks.state.stage, Stage::Signature { .. }));
}

#[test]
fn nobody_can_accept_an_offer_of_their_own_or_one_that_is_not_there() {
    let mut talks = Talks::begun(nusa());
    talks.refuses(First, Accept(1), Refusal::StaleOffer { asked: 1, newest: None });
    talks.play(First, talks.propose("E0,T2,M1,C2,I1"));
    talks.refuses(First, Accept(1), Refusal::StaleOffer { asked: 1, newest: None });
}

#[test]
fn what_is_explored_off_the_record_binds_nobody() {
    let mut talks = Talks::begun(nusa());
    let package = deal(&talks.scenario, "E1,T1,M1,C1,I1");
    let events = talks.play(First, Explore(package));
    // Off the record a good word counts 1.2 times: .2 * 1.2 = .24; trust .5 + .25 * .24 * .5 = .53.
    assert!(events.contains(&Event::Signalled(First, mufakat::scoring::Signal::OffRecord, 240)));
    assert!((trust(&talks, Second) - 0.53).abs() < 1e-9);
    talks.play(First, EndTurn);
    talks.refuses(Second, Accept(1), Refusal::StaleOffer { asked: 1, newest: None });
}

#[test]
fn about_one_package_in_ten_leaks_and_hurts_both() {
    let leaks = (0..400u64)
        .filter(|seed| {
            let mut talks = Talks::opened(nusa(), *seed);
            talks.play(First, Prepare(Preparation::default()));
            talks.play(Second, Prepare(Preparation::default()));
            let events = talks.play(First, Explore(deal(&talks.scenario, "E1,T1")));
            let leaked = events.contains(&Event::Leaked(First));
            if leaked {
                assert_eq!(talks.state.goodwill.first, -5);
                assert_eq!(talks.state.goodwill.second, -5);
                assert!(trust(&talks, First) < 0.5 && trust(&talks, Second) < 0.5);
            }
            leaked
        })
        .count();
    assert!((20..=62).contains(&leaks), "{leaks} of 400 leaked");
}

#[test]
fn a_step_towards_the_other_side_is_a_concession_and_an_answer_to_it_counts_more() {
    use mufakat::scoring::Signal::{Concede, Reciprocate};
    let mut talks = Talks::begun(nusa());
    talks.play(First, talks.propose("E0,T2,M1,C2,I1"));
    talks.play(First, EndTurn);
    talks.play(Second, talks.propose("E2,T0,M1,C2,I1"));
    talks.play(Second, EndTurn);
    // E0 -> E1 is one option nearer to E2.
    let events = talks.play(First, talks.propose("E1,T2,M1,C2,I1"));
    assert!(events.contains(&Event::Conceded(First, 1)));
    assert!(events.contains(&Event::Signalled(First, Concede, 500)));
    talks.play(First, EndTurn);
    let events = talks.play(Second, talks.propose("E2,T1,M1,C2,I1"));
    assert!(events.contains(&Event::Signalled(Second, Reciprocate, 600)));
    // Back again is no step at all.
    let events = talks.play(Second, talks.propose("E2,T0,M1,C2,I1"));
    assert!(!events.iter().any(|event| matches!(event, Event::Conceded(..))));
}

#[test]
fn the_same_offer_twice_is_refused() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, talks.propose("T2"));
    let again = talks.propose("T2");
    talks.refuses(First, again, Refusal::SameOffer);
}

#[test]
fn a_package_needs_one_open_option_for_each_issue() {
    let mut talks = Talks::begun(economic());
    talks.refuses(First, Propose(mufakat::scenario::Deal(vec![0])), Refusal::BadDeal);
    let mut wild = talks.scenario.shared.status_quo();
    wild.0[0] = 99;
    talks.refuses(First, Propose(wild), Refusal::BadDeal);
    let (issue, option) = talks.option("nurses-train");
    let locked = talks.propose("nurses-train");
    talks.refuses(First, locked, Refusal::Locked(issue, option));
    let (issue, option) = talks.option("cars-fund");
    let sweet = talks.propose("cars-fund");
    talks.refuses(First, sweet, Refusal::Sweetener(issue, option));
    let (issue, option) = talks.option("youth-both");
    let mut waiting = talks.scenario.shared.status_quo();
    waiting.0[issue] = option;
    talks.refuses(First, Propose(waiting), Refusal::InReserve(issue));
}

#[test]
fn telling_the_truth_wins_trust_and_is_told_once() {
    let mut talks = Talks::begun(nusa());
    let command = talks.tell(First, "T");
    let events = talks.play(First, command.clone());
    assert!(events.iter().any(|event| matches!(event, Event::Disclosed { truthful: true, free: false, .. })));
    // .5 + .25 * .4 * .5 = .55
    assert!((trust(&talks, Second) - 0.55).abs() < 1e-9);
    let issue = talks.issue("T");
    talks.refuses(First, command, Refusal::AlreadyTold(issue));
    talks.refuses(First, Disclose { issue: 0, rank: 9, register: Register::Formal }, Refusal::BadRank(9));
    talks.refuses(First, Disclose { issue: 3, rank: 1, register: Register::Formal }, Refusal::NoWeight(3));
    talks.refuses(
        First,
        Disclose { issue: 0, rank: 1, register: Register::Public },
        Refusal::WrongRegister(Register::Public),
    );
}

#[test]
fn a_lie_looks_like_the_truth_until_it_comes_out() {
    let mut talks = Talks::begun(nusa());
    // Energy is Nusa's third priority; it is claimed to be the first.
    let energy = talks.issue("E");
    let events = talks.play(First, Disclose { issue: energy, rank: 1, register: Register::Formal });
    assert!(events.iter().any(|event| matches!(event, Event::Disclosed { truthful: false, .. })));
    assert!((trust(&talks, Second) - 0.55).abs() < 1e-9, "nobody knows yet");
    talks.play(First, EndTurn);
    let events = talks.play(Second, Ascertain(energy));
    assert!(events.contains(&Event::Ascertained(Second, energy, 3)));
    assert!(events.contains(&Event::LieExposed(First, energy)));
    assert_eq!(talks.state.relation.coercion, 2);
    let mut sorry = talks.clone();
    sorry.play(Second, EndTurn);
    while sorry.state.turn() == Some(Second) {
        sorry.play(Second, EndTurn);
    }
    sorry.play(First, Repair(Register::Formal));
    assert_eq!(sorry.state.relation.coercion, 1, "two half points, one taken back");
    assert!(trust(&talks, Second) < 0.25, "-.8 * .75 of .55");
    assert!(talks.state.relation.damage.second > 0, "and it never fully recovers");
    talks.refuses(Second, Ascertain(energy), Refusal::AlreadyKnown(energy));
}

#[test]
fn a_bridge_opens_when_both_have_told_their_interest() {
    let mut talks = Talks::begun(economic());
    let (issue, option) = talks.option("standards-lab");
    let first = talks.tell(First, "standards");
    talks.play(First, first);
    talks.play(First, EndTurn);
    let second = talks.tell(Second, "standards");
    let events = talks.play(Second, second);
    assert!(events.contains(&Event::Unlocked(issue, option)));
    assert!(talks.state.is_open(&talks.scenario, issue, option));
    talks.play(Second, talks.propose("standards-lab"));
}

#[test]
fn a_bridge_stays_locked_where_trust_is_too_low() {
    let mut scenario = economic();
    scenario.shared.countries.first.trust = 20;
    let mut talks = Talks::begun(scenario);
    let (issue, option) = talks.option("standards-lab");
    let first = talks.tell(First, "standards");
    talks.play(First, first);
    talks.play(First, EndTurn);
    let second = talks.tell(Second, "standards");
    let events = talks.play(Second, second);
    assert!(!events.contains(&Event::Unlocked(issue, option)));
    assert!(!talks.state.is_open(&talks.scenario, issue, option));
}

#[test]
fn where_the_other_side_trusts_well_one_disclosure_a_turn_is_free() {
    let mut scenario = nusa();
    scenario.shared.countries.second.trust = 80;
    let mut talks = Talks::begun(scenario);
    let first = talks.tell(First, "T");
    let events = talks.play(First, first);
    assert!(!events.contains(&Event::Spent(First)));
    assert_eq!(talks.state.actions_left, 2);
    let second = talks.tell(First, "M");
    talks.play(First, second);
    assert_eq!(talks.state.actions_left, 1, "the second one of the turn costs an action");
}

#[test]
fn coercion_slows_the_talks_down() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, Threaten(Register::Formal));
    talks.play(First, Shame);
    talks.play(Second, Threaten(Register::Public));
    // Public threats work 1.3 times: -.6 * 1.3 = -.78.
    assert!(talks.events.contains(&Event::Signalled(Second, mufakat::scoring::Signal::Threat, -780)));
    let events = talks.play(Second, EndTurn);
    assert!(events.contains(&Event::PhaseChanged(Phase::SlowDown, Why::Trust)));
    assert_eq!(talks.state.actions_left, 1, "one action a side");
    talks.refuses(First, SmallTalk, Refusal::WrongPhase(Phase::SlowDown));
    talks.refuses(First, Culture, Refusal::WrongPhase(Phase::SlowDown));
    talks.play(First, talks.propose("T2"));
}

#[test]
fn shaming_raises_the_other_sides_quota() {
    let mut talks = Talks::begun(nusa());
    let events = talks.play(First, Shame);
    assert!(events.contains(&Event::QuotaRaised(Second, 5)));
}

#[test]
fn standstill_leads_step_by_step_to_the_end() {
    let mut talks = Talks::begun(nusa());
    talks.pass_round();
    assert_eq!(talks.state.phase, Phase::Normal, "the first round has nothing to answer");
    talks.pass_round();
    talks.pass_round();
    assert_eq!(talks.state.phase, Phase::SlowDown);
    talks.pass_round();
    talks.pass_round();
    assert_eq!(talks.state.phase, Phase::Minimal);
    talks.pass_round();
    talks.pass_round();
    assert_eq!(talks.state.stage, Stage::Closed);
    assert!(talks.events.contains(&Event::Collapsed));
}

#[test]
fn two_conciliatory_moves_of_one_side_lead_out_of_minimal_interaction() {
    let mut talks = Talks::begun(nusa());
    for _ in 0..5 {
        talks.pass_round();
    }
    assert_eq!(talks.state.phase, Phase::Minimal);
    let refused = talks.propose("T2");
    talks.refuses(First, refused, Refusal::WrongPhase(Phase::Minimal));
    talks.play(First, Consular);
    talks.play(Second, EndTurn);
    let events = talks.play(First, Repair(Register::Informal));
    assert!(events.contains(&Event::PhaseChanged(Phase::SlowDown, Why::GoodWill)));
}

#[test]
fn steps_of_both_sides_end_a_slow_down() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, talks.propose("E0,T2,M1"));
    talks.play(First, EndTurn);
    talks.play(Second, talks.propose("E2,T0,M1"));
    talks.play(Second, EndTurn);
    talks.pass_round();
    talks.pass_round();
    assert_eq!(talks.state.phase, Phase::SlowDown);
    talks.play(First, talks.propose("E1,T2,M1"));
    let events = talks.play(Second, talks.propose("E2,T1,M1"));
    assert!(events.contains(&Event::PhaseChanged(Phase::Normal, Why::Steps)));
}

#[test]
fn a_promise_is_kept_or_broken_by_the_next_formal_offer() {
    let mut talks = Talks::begun(nusa());
    let (energy, long) = talks.option("E2");
    talks.play(First, Promise(energy, long));
    talks.refuses(First, Promise(energy, long), Refusal::AlreadySaid(energy));
    let events = talks.play(First, talks.propose("E2,T2,M1"));
    assert!(events.contains(&Event::PromiseKept(First, energy)));
    talks.play(Second, Promise(talks.issue("T"), 2));
    let events = talks.play(Second, talks.propose("E2,T0,M1"));
    assert!(events.contains(&Event::PromiseBroken(Second, talks.issue("T"))));
    assert!(talks.state.relation.damage.first > 0);
}

#[test]
fn giving_up_an_announced_position_costs_support_at_home() {
    let mut talks = Talks::begun(nusa());
    let (energy, spot) = talks.option("E0");
    talks.play(First, Announce(energy, spot));
    let events = talks.play(First, talks.propose("E1,T2,M1"));
    assert!(events.contains(&Event::Abandoned(First, energy)));
    assert!(events.contains(&Event::QuotaRaised(First, 5)));
    // It may also be given up by the other side's yes to what one has offered before.
    let mut talks = Talks::begun(nusa());
    talks.play(First, talks.propose("E1,T2,M1,C2,I1"));
    talks.play(First, Announce(energy, spot));
    let events = talks.play(Second, Accept(1));
    assert!(events.contains(&Event::Abandoned(First, energy)), "{events:?}");
    assert!(events.contains(&Event::QuotaRaised(First, 5)));
}

#[test]
fn a_warning_tells_the_batna_and_is_no_coercion() {
    let mut talks = Talks::begun(nusa());
    let events = talks.play(First, Warn(Register::Public));
    assert!(events.contains(&Event::Warned(First, 25, Register::Public)));
    assert_eq!(talks.state.relation.coercion, 0);
    talks.refuses(First, Warn(Register::Formal), Refusal::AlreadyWarned);
}

#[test]
fn a_new_offer_takes_an_ultimatum_back_and_says_so() {
    let mut scenario = nusa();
    scenario.shared.timing.actions = 3;
    let mut talks = Talks::begun(scenario);
    talks.play(First, talks.propose("E0,T2,M1"));
    talks.play(First, Ultimatum(Register::Formal));
    let events = talks.play(First, talks.propose("E1,T2,M1"));
    assert!(events.contains(&Event::UltimatumDropped(First)), "{events:?}");
    assert_eq!(talks.state.ultimatum, None);
}

#[test]
fn an_ultimatum_leaves_only_going_or_taking_it_back() {
    let mut talks = Talks::begun(nusa());
    talks.refuses(First, Ultimatum(Register::Formal), Refusal::NoOfferToStandOn);
    talks.play(First, talks.propose("E0,T2,M1"));
    talks.play(First, Ultimatum(Register::Public));
    talks.play(Second, EndTurn);
    talks.refuses(First, EndTurn, Refusal::UltimatumDue);
    talks.refuses(First, Culture, Refusal::UltimatumDue);
    let events = talks.play(First, Repair(Register::Formal));
    assert!(events.contains(&Event::UltimatumDropped(First)));
    assert!(events.contains(&Event::QuotaRaised(First, 5)), "backing down in public is remembered");
    assert_eq!(talks.state.ultimatum, None, "the talks go on");
}

#[test]
fn repair_needs_something_to_repair() {
    let mut talks = Talks::begun(nusa());
    talks.refuses(First, Repair(Register::Formal), Refusal::NothingToRepair);
    talks.play(First, Threaten(Register::Formal));
    talks.play(First, Repair(Register::Formal));
    assert_eq!(talks.state.relation.coercion, 1, "two half points, one taken back");
}

#[test]
fn leaving_the_room_costs_the_rest_of_the_round() {
    let mut talks = Talks::begun(nusa());
    let events = talks.play(First, WalkOut);
    assert_eq!(events.last(), Some(&Event::Turn(Second)));
    assert_eq!(talks.state.relation.coercion, 1);
}

#[test]
fn chats_bring_trust_and_a_hint_twice_and_the_hint_is_true() {
    let mut talks = Talks::begun(economic());
    for _ in 0..2 {
        let events = talks.play(First, SmallTalk);
        let hint = events.iter().find_map(|event| match event {
            Event::Hinted(First, issues) => Some(issues.clone()),
            _ => None,
        });
        let hint = hint.expect("a hint");
        let top: Vec<usize> = talks.scenario.briefs.second.priorities().into_iter().take(3).collect();
        assert!(hint.iter().any(|issue| top.contains(issue)), "{hint:?} {top:?}");
    }
    talks.play(Second, EndTurn);
    let events = talks.play(First, SmallTalk);
    assert!(!events.iter().any(|event| matches!(event, Event::Hinted(..) | Event::Signalled(..))));
}

#[test]
fn culture_wears_off() {
    let mut talks = Talks::begun(nusa());
    let strength = |events: &[Event]| {
        events.iter().find_map(|event| match event {
            Event::Signalled(_, mufakat::scoring::Signal::Cultural, strength) => Some(*strength),
            _ => None,
        })
    };
    let first = talks.play(First, Culture);
    let second = talks.play(First, Culture);
    assert_eq!((strength(&first), strength(&second)), (Some(300), Some(150)));
    assert_eq!(talks.state.goodwill.second, 6);
}

#[test]
fn a_group_is_heard_once_and_agrees_more_easily_afterwards() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, Consult(0));
    talks.refuses(First, Consult(0), Refusal::AlreadyHeard);
    talks.refuses(First, Consult(7), Refusal::NoSuchGroup);
    assert!(talks.state.consulted.first.contains(&0));
}
