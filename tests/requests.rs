//! What one side asks and the other answers: mediators, the reserve, early signing.

use crate::kit::{economic, nusa};
use crate::talks::Talks;
use mufakat::rules::Command::*;
use mufakat::rules::{Event, Phase, Refusal, Request, Style, Why};
use mufakat::scenario::Seat::{First, Second};

#[test]
fn a_facilitator_ends_a_slow_down_and_makes_the_next_words_count_double() {
    let mut talks = Talks::begun(nusa());
    for _ in 0..3 {
        talks.pass_round();
    }
    assert_eq!(talks.state.phase, Phase::SlowDown);
    talks.play(First, Ask(Request::Mediator(Style::Facilitation)));
    talks.refuses(First, Answer(true), Refusal::NotYourTurn);
    let events = talks.play(Second, Answer(true));
    assert!(events.contains(&Event::PhaseChanged(Phase::Normal, Why::Mediator)));
    let tell = talks.tell(Second, "E");
    let events = talks.play(Second, tell);
    assert!(events.contains(&Event::Signalled(Second, mufakat::scoring::Signal::Disclose, 800)));
    // The turn began in the slow-down, with one action; it has passed.
    talks.refuses(
        First,
        Ask(Request::Mediator(Style::Facilitation)),
        Refusal::MediatorUsed(Style::Facilitation),
    );
}

#[test]
fn a_request_can_be_declined_without_penalty_or_left_to_lapse() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, Ask(Request::Mediator(Style::Formulation)));
    talks.refuses(First, Ask(Request::Mediator(Style::Facilitation)), Refusal::RequestWaits);
    talks.play(First, EndTurn);
    let before = talks.state.relation;
    talks.play(Second, Answer(false));
    assert_eq!(talks.state.relation, before);
    talks.refuses(Second, Answer(true), Refusal::NothingAsked);
    talks.play(Second, Ask(Request::Mediator(Style::Formulation)));
    talks.play(Second, EndTurn);
    let events = talks.play(First, EndTurn);
    assert_eq!(events[0], Event::Lapsed);
    talks.refuses(Second, Ask(Request::Mediator(Style::Manipulation)), Refusal::NoSweetener);
}

#[test]
fn the_single_text_is_agreed_when_both_accept_it() {
    let mut talks = Talks::begun(nusa());
    talks.play(First, talks.propose("E1,T1,M1,C1,I1"));
    talks.play(First, EndTurn);
    talks.play(Second, talks.propose("E1,T1,M1,C1,I0"));
    talks.play(Second, Ask(Request::Mediator(Style::Formulation)));
    let events = talks.play(First, Answer(true));
    let text = talks.state.text().expect("a text").deal.clone();
    assert!(events.iter().any(|event| matches!(event, Event::Offered(offer) if offer.by.is_none())));
    // From the compromise one draft leads to (E2, T2, M1), better for both.
    assert_eq!(talks.scenario.shared.ids(&text)[..3], ["E2", "T2", "M1"]);
    talks.play(First, AcceptText);
    talks.refuses(First, AcceptText, Refusal::AlreadyDone);
    talks.play(First, EndTurn);
    let events = talks.play(Second, AcceptText);
    assert_eq!(events.last(), Some(&Event::Agreed(text)));
}

#[test]
fn a_mediators_text_opens_the_bridges_that_stand_in_it() {
    let mut talks = Talks::begun(economic());
    talks.play(First, talks.propose("tuna-now,nurses-open,centre-licence"));
    talks.play(First, Ask(Request::Mediator(Style::Formulation)));
    talks.play(Second, Answer(true));
    let text = talks.state.text().expect("a text").deal.clone();
    for (issue, option) in text.choices() {
        assert!(talks.state.is_open(&talks.scenario, issue, option), "{issue} {option}");
    }
}

#[test]
fn a_sweetener_comes_with_the_mediator_who_brings_it() {
    let mut talks = Talks::begun(economic());
    let (issue, option) = talks.option("cars-fund");
    talks.play(First, Ask(Request::Mediator(Style::Manipulation)));
    talks.play(First, EndTurn);
    let events = talks.play(Second, Answer(true));
    assert!(events.contains(&Event::Sweetened(issue, option)));
    talks.play(Second, talks.propose("cars-fund"));
    let mut agreed = talks.scenario.shared.status_quo();
    agreed.0[issue] = option;
    let talk = mufakat::rules::talk(&talks.scenario, &talks.state, Some(&agreed));
    assert_eq!(talk.author.get(&issue), None, "whoever tables it, the mediator brought it");
}

#[test]
fn an_issue_comes_in_from_the_reserve_when_both_agree_and_not_in_a_slow_down() {
    let mut talks = Talks::begun(economic());
    let youth = talks.issue("youth");
    let add = Ask(Request::AddIssue(youth));
    talks.refuses(First, Ask(Request::AddIssue(0)), Refusal::NotInReserve(0));
    talks.play(First, add.clone());
    talks.play(First, EndTurn);
    let events = talks.play(Second, Answer(true));
    assert!(events.contains(&Event::Added(youth)));
    talks.play(Second, talks.propose("youth-both"));
    let mut slow = Talks::begun(economic());
    for _ in 0..3 {
        slow.pass_round();
    }
    slow.refuses(First, add.clone(), Refusal::WrongPhase(Phase::SlowDown));
    // Asked just before, and answered in the slow-down.
    let mut asked = Talks::begun(economic());
    for _ in 0..2 {
        asked.pass_round();
    }
    let one = asked.state.turn().expect("the talks");
    let other = one.other();
    asked.play(one, EndTurn);
    asked.play(other, add);
    asked.play(other, EndTurn);
    assert_eq!((asked.state.phase, asked.state.turn()), (Phase::SlowDown, Some(one)));
    asked.refuses(one, Answer(true), Refusal::WrongPhase(Phase::SlowDown));
    asked.play(one, Answer(false));
}

#[test]
fn an_early_harvest_needs_agreement_on_the_issue_and_fixes_it() {
    let mut talks = Talks::begun(nusa());
    let market = talks.issue("M");
    talks.refuses(First, Ask(Request::Harvest(market)), Refusal::NotAgreedYet(market));
    talks.play(First, talks.propose("E0,T2,M1"));
    talks.play(First, EndTurn);
    talks.play(Second, talks.propose("E2,T0,M1"));
    talks.play(Second, Ask(Request::Harvest(market)));
    let events = talks.play(First, Answer(true));
    assert!(events.contains(&Event::Harvested(market, 1)));
    assert!(events.contains(&Event::Signalled(Second, mufakat::scoring::Signal::EarlyHarvest, 500)));
    let changed = talks.propose("E1,T2,M0");
    talks.refuses(First, changed, Refusal::Fixed(market));
}

#[test]
fn an_early_harvest_lets_go_of_what_was_promised_there_and_breaks_nothing() {
    let mut talks = Talks::begun(nusa());
    let (energy, long) = talks.option("E2");
    talks.play(First, talks.propose("E1,T2,M1"));
    talks.play(First, Promise(energy, long));
    talks.play(Second, talks.propose("E1,T0,M1"));
    talks.play(Second, Ask(Request::Harvest(energy)));
    let events = talks.play(First, Answer(true));
    assert!(events.contains(&Event::PromiseReleased(First, energy)), "{events:?}");
    let events = talks.play(First, talks.propose("E1,T2,M0"));
    assert!(!events.iter().any(|event| matches!(event, Event::PromiseBroken(..))), "{events:?}");
    assert_eq!(talks.state.relation.damage.second, 0);
}

#[test]
fn nothing_is_harvested_that_only_one_side_wants_by_now() {
    let mut talks = Talks::begun(nusa());
    let market = talks.issue("M");
    talks.play(First, talks.propose("E0,T2,M1"));
    talks.play(First, EndTurn);
    talks.play(Second, talks.propose("E2,T0,M1"));
    talks.play(Second, EndTurn);
    talks.play(First, EndTurn);
    talks.play(Second, Ask(Request::Harvest(market)));
    talks.play(Second, talks.propose("E2,T0,M0"));
    talks.refuses(First, Answer(true), Refusal::NotAgreedYet(market));
    let events = talks.play(First, Answer(false));
    assert!(!events.iter().any(|event| matches!(event, Event::Harvested(..))));
}

#[test]
fn news_reopen_a_yes_to_the_mediators_text() {
    let mut talks = Talks::begun(nusa());
    talks.state.text_accepted = mufakat::scenario::PerSeat::both(true);
    let scenario = talks.scenario.clone();
    talks.state.apply(&scenario, &Event::News(0, None));
    assert_eq!(talks.state.text_accepted, mufakat::scenario::PerSeat::both(false));
}
