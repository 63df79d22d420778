//! The rules of the talks as given, when, then.

use crate::kit::{deal, economic, nusa};
use mufakat::rules::Command::*;
use mufakat::rules::{
    Act, Command, Event, Phase, Preparation, Refusal, Register, Request, Stage, State, Style, Why, decide,
    open, time_out,
};
use mufakat::scenario::Seat::{First, Second};
use mufakat::scenario::{Scenario, Seat, Speech};
use mufakat::scoring::Case;
use mufakat::scoring::relation::FULL;

/// A talk in the making.
#[derive(Clone)]
struct Talks {
    scenario: Scenario,
    state: State,
    events: Vec<Event>,
}

impl Talks {
    /// A table of `scenario` at which nothing has happened; the seed decides the dice.
    fn opened(scenario: Scenario, seed: u64) -> Self {
        let events = open(seed);
        let state = State::replay(&scenario, &events);
        Self { scenario, state, events }
    }

    /// A table at which both are prepared: the first round, the first seat's turn.
    fn begun(scenario: Scenario) -> Self {
        let mut talks = Self::opened(scenario, 1);
        // No news from outside unless a test asks for it.
        talks.scenario.shared.news.iter_mut().for_each(|news| news.chance = 0);
        talks.play(First, Prepare(Preparation::default()));
        talks.play(Second, Prepare(Preparation::default()));
        talks
    }

    /// Plays something that must be allowed; says what followed.
    #[track_caller]
    fn play(&mut self, seat: Seat, command: Command) -> Vec<Event> {
        match self.attempt(seat, command.clone()) {
            Ok(events) => events,
            Err(refusal) => panic!("{seat:?} {command:?}: {refusal:?}"),
        }
    }

    fn attempt(&mut self, seat: Seat, command: Command) -> Result<Vec<Event>, Refusal> {
        let events = decide(&self.scenario, &self.state, seat, &Act::from(command))?;
        for event in &events {
            self.state.apply(&self.scenario, event);
        }
        self.events.extend(events.clone());
        Ok(events)
    }

    /// Plays a whole round of turns that end at once.
    fn pass_round(&mut self) {
        self.play(First, EndTurn);
        if matches!(self.state.stage, Stage::Talks { .. }) {
            self.play(Second, EndTurn);
        }
    }

    #[track_caller]
    fn refuses(&mut self, seat: Seat, command: Command, refusal: Refusal) {
        let before = self.state.clone();
        assert_eq!(self.attempt(seat, command.clone()), Err(refusal), "{command:?}");
        assert_eq!(self.state, before, "a refusal changes nothing");
    }

    fn propose(&self, ids: &str) -> Command {
        Propose(deal(&self.scenario, ids))
    }

    fn issue(&self, id: &str) -> usize {
        self.scenario.shared.issue_by_id(id).expect("an issue")
    }

    fn option(&self, id: &str) -> (usize, usize) {
        self.scenario.shared.option_by_id(id).expect("an option")
    }

    fn tell(&self, seat: Seat, issue: &str) -> Command {
        let issue = self.issue(issue);
        let rank = *self.scenario.briefs[seat].ranks(issue).start();
        Disclose { issue, rank, register: Register::Formal }
    }
}

fn trust(talks: &Talks, seat: Seat) -> f64 {
    talks.state.relation.trust[seat] as f64 / FULL as f64
}

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
