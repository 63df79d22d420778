//! A class as a value: orders lead to events, and events to the class.

use crate::kit::nusa;
use mufakat::rules::{Command, Preparation, Request, Style};
use mufakat::scenario::{Deal, Seat};
use mufakat::server::class::{By, Class, Event, No, Odd, Order, Phase, Teacher};
use std::sync::Arc;

/// A class with its log.
pub struct Lesson {
    /// The class.
    pub class: Class,
    /// Its log.
    pub log: Vec<(u64, Event)>,
    now: u64,
    key: u64,
}

impl Lesson {
    /// A lesson with so many people.
    pub fn with(people: usize) -> Self {
        let mut lesson = Self { class: Class::new(Arc::new(nusa())), log: Vec::new(), now: 1_000, key: 0 };
        for no in 0..people {
            lesson.does(join(no)).expect("there is room");
        }
        lesson
    }

    /// Carries an order out, a second later.
    pub fn does(&mut self, order: Order) -> Result<usize, No> {
        self.now += 1_000;
        let events = self.class.decide(&order)?;
        for event in &events {
            self.class.apply(self.now, event);
            self.log.push((self.now, event.clone()));
        }
        Ok(events.len())
    }

    /// Time goes by, in milliseconds.
    pub fn wait(&mut self, by: u64) {
        self.now += by;
    }

    /// The teacher asks for something.
    pub fn teacher(&mut self, teacher: Teacher) -> Result<usize, No> {
        self.does(Order::Teacher(teacher))
    }

    /// The teacher enters a phase.
    pub fn phase(&mut self, phase: Phase) {
        self.teacher(Teacher::Phase(phase, None, 7)).expect("the teacher may");
    }

    /// A person acts.
    pub fn act(&mut self, person: usize, command: Command) -> Result<usize, No> {
        self.key += 1;
        self.does(Order::Act { person, key: self.key, act: command.into() })
    }

    /// Who holds this seat of the first table.
    pub fn holder(&self, seat: Seat) -> usize {
        self.class.pairs[0].delegations[seat][0]
    }

    /// Plays until both want the same text.
    pub fn agrees(&mut self) -> Deal {
        let deal = Deal(vec![1, 1, 1, 1, 1]);
        self.phase(Phase::Talks);
        self.act(self.holder(Seat::First), Command::Propose(deal.clone())).expect("an offer");
        self.act(self.holder(Seat::First), Command::EndTurn).expect("the turn ends");
        self.act(self.holder(Seat::Second), Command::Accept(1)).expect("it is accepted");
        deal
    }
}

fn join(no: usize) -> Order {
    Order::Join { name: format!("P{no}"), device: format!("d{no}"), digits: format!("{no:04}"), seed: 5 }
}

#[test]
fn the_log_of_a_whole_lesson_leads_to_the_same_class() {
    let mut lesson = Lesson::with(5);
    lesson.phase(Phase::Briefing);
    lesson.does(Order::Understand { person: 0, key: 9 }).expect("understood");
    lesson.teacher(Teacher::Pause).expect("paused");
    lesson.teacher(Teacher::Resume).expect("goes on");
    lesson.agrees();
    lesson.teacher(Teacher::Tell(None, "Lima menit lagi".to_owned())).expect("told");
    for seat in Seat::ALL {
        lesson.act(lesson.holder(seat), Command::Sign(None)).expect("signed");
    }
    lesson.phase(Phase::Debrief);
    let written: Vec<String> =
        lesson.log.iter().map(|line| serde_json::to_string(line).expect("plain data")).collect();
    let read: Vec<(u64, Event)> =
        written.iter().map(|line| serde_json::from_str(line).expect("what was written")).collect();
    let again = Class::replay(Arc::clone(&lesson.class.scenario), &read).expect("a whole log");
    assert_eq!(again.people, lesson.class.people);
    assert_eq!(
        (again.phase, again.clock, again.pages),
        (lesson.class.phase, lesson.class.clock, lesson.class.pages)
    );
    assert_eq!(again.notices, lesson.class.notices);
    assert_eq!(again.version, lesson.class.version);
    assert_eq!(again.pairs.len(), 3);
    for (one, two) in again.pairs.iter().zip(&lesson.class.pairs) {
        assert_eq!(one.table.events(), two.table.events());
        assert_eq!(one.delegations, two.delegations);
        assert_eq!(one.stand_in, two.stand_in);
        assert_eq!(one.keepers, two.keepers);
    }
    assert!(lesson.class.pairs[0].table.signed().is_some());
}

#[test]
fn everybody_gets_a_seat_and_the_odd_one_a_counterpart() {
    for people in 1..=9 {
        let mut lesson = Lesson::with(people);
        lesson.phase(Phase::Briefing);
        assert_eq!(lesson.class.pairs.len(), people.div_ceil(2));
        assert!(lesson.class.people.iter().all(|person| person.place.is_some()));
        let kept =
            lesson.class.pairs.iter().flat_map(|pair| Seat::ALL.map(|seat| pair.stand_in[seat].is_some()));
        assert_eq!(kept.filter(|is| *is).count(), people % 2, "{people} people");
    }
}

#[test]
fn who_is_sent_away_leaves_name_seat_and_digits_to_others() {
    let mut lesson = Lesson::with(4);
    lesson.phase(Phase::Talks);
    let holder = lesson.holder(Seat::First);
    let name = lesson.class.people[holder].name.clone();
    let digits = lesson.class.people[holder].digits.clone();
    lesson.teacher(Teacher::SendAway(holder)).expect("the teacher may");
    assert_eq!(lesson.teacher(Teacher::SendAway(holder)), Ok(0), "once is enough");
    let class = &lesson.class;
    assert_eq!((class.person_of(&format!("d{holder}")), class.person_with(&digits)), (None, None));
    assert_eq!(class.present().count(), 3);
    assert_eq!(class.place(holder), None);
    assert!(class.pairs[0].stand_in.first.is_some(), "nobody is left alone");
    let attached = lesson.does(Order::Attach { person: holder, device: "x".to_owned() });
    assert_eq!(attached, Err(No::Unknown));
    assert_eq!(lesson.teacher(Teacher::Place(holder, 0, Seat::First, 3)), Err(No::Unknown));
    // The same device comes in anew, under the same name, and takes the chair that the counterpart kept.
    let again = Order::Join { name: name.clone(), device: format!("d{holder}"), digits, seed: 5 };
    lesson.does(again).expect("there is room");
    assert_eq!(lesson.class.people[4].name, name);
    assert_eq!(lesson.class.place(4), Some((0, Seat::First)));
    lesson.phase(Phase::Debrief);
    let read = Class::replay(Arc::clone(&lesson.class.scenario), &lesson.log).expect("a whole log");
    assert_eq!(read.people, lesson.class.people);
}

#[test]
fn who_comes_late_takes_the_chair_that_a_counterpart_kept() {
    let mut lesson = Lesson::with(3);
    lesson.phase(Phase::Talks);
    lesson.does(join(3)).expect("there is room");
    assert_eq!(lesson.class.place(3), Some((1, Seat::Second)));
    assert_eq!(lesson.class.pairs[1].stand_in[Seat::Second], None);
    lesson.does(join(4)).expect("there is room");
    assert_eq!(lesson.class.place(4).map(|(pair, _)| pair), Some(2));
    assert!(lesson.class.pairs[2].stand_in[Seat::Second].is_some());
}

#[test]
fn who_comes_late_sits_opposite_nobody_less_than_a_counterpart() {
    let mut lesson = Lesson::with(4);
    lesson.phase(Phase::Talks);
    // Both of the first table move to the second one.
    for seat in Seat::ALL {
        let person = lesson.class.pairs[0].delegations[seat][0];
        lesson.teacher(Teacher::Place(person, 1, seat, 7)).expect("there is room");
    }
    assert!(Seat::ALL.into_iter().all(|seat| lesson.class.pairs[0].delegations[seat].is_empty()));
    lesson.does(join(4)).expect("there is room");
    let (pair, seat) = lesson.class.place(4).expect("a chair");
    assert_eq!(pair, 0);
    assert!(lesson.class.pairs[0].stand_in[seat.other()].is_some(), "somebody answers");
    lesson.does(join(5)).expect("there is room");
    assert_eq!(lesson.class.place(5), Some((0, seat.other())));
    assert_eq!(lesson.class.pairs[0].stand_in[seat.other()], None);
}

#[test]
fn what_the_teacher_chose_for_the_odd_one_holds_for_who_comes_late() {
    let mut lesson = Lesson::with(2);
    lesson.teacher(Teacher::Odd(Odd::Observer)).expect("chosen");
    lesson.phase(Phase::Talks);
    lesson.does(join(2)).expect("there is room");
    assert_eq!((lesson.class.place(2), lesson.class.people[2].observes), (None, Some(0)));
    lesson.teacher(Teacher::Odd(Odd::Delegate)).expect("chosen");
    lesson.does(join(3)).expect("there is room");
    assert_eq!(lesson.class.place(3).map(|(pair, _)| pair), Some(0));
    assert_eq!(lesson.class.pairs.len(), 1, "no table was opened for either");
}

#[test]
fn a_post_that_comes_twice_counts_once() {
    let mut lesson = Lesson::with(2);
    lesson.phase(Phase::Talks);
    let order = Order::Act { person: lesson.holder(Seat::First), key: 77, act: Command::SmallTalk.into() };
    assert_eq!(lesson.does(order.clone()), Ok(1));
    let before = lesson.class.pairs[0].table.len();
    assert_eq!(lesson.does(order), Ok(0));
    assert_eq!(lesson.class.pairs[0].table.len(), before);
}

#[test]
fn nothing_moves_in_a_pause_and_no_time_is_lost() {
    let mut lesson = Lesson::with(2);
    lesson.teacher(Teacher::Phase(Phase::Talks, Some(10), 7)).expect("the teacher may");
    let left = lesson.class.clock.left(lesson.now).expect("a limit");
    lesson.teacher(Teacher::Pause).expect("paused");
    let person = lesson.holder(Seat::First);
    assert_eq!(lesson.act(person, Command::SmallTalk), Err(No::Paused));
    lesson.now += 600_000;
    lesson.teacher(Teacher::Resume).expect("goes on");
    assert_eq!(lesson.class.clock.left(lesson.now), Some(left - 1_000));
    assert_eq!(lesson.class.pairs[0].active_at, lesson.now, "a pause is no silence");
    lesson.teacher(Teacher::Extend(5)).expect("longer");
    assert_eq!(lesson.class.clock.left(lesson.now), Some(left - 2_000 + 300_000));
    assert_eq!(lesson.act(person, Command::SmallTalk), Ok(1));
}

#[test]
fn the_end_of_a_phase_signs_nothing_for_anybody() {
    let mut lesson = Lesson::with(2);
    lesson.agrees();
    lesson.act(lesson.holder(Seat::First), Command::Sign(None)).expect("one signs");
    lesson.phase(Phase::Questions);
    let table = &lesson.class.pairs[0].table;
    assert!(table.is_closed());
    assert_eq!(table.signed(), None);
    assert!(table.debrief().is_some_and(|debrief| debrief.report.deal.is_none()));
}

#[test]
fn a_counterpart_keeps_an_empty_chair_and_gives_it_back_with_everything_that_happened() {
    let mut lesson = Lesson::with(2);
    lesson.phase(Phase::Talks);
    let (first, second) = (lesson.holder(Seat::First), lesson.holder(Seat::Second));
    lesson.act(first, Command::SmallTalk).expect("a move");
    let before = lesson.class.pairs[0].table.len();
    lesson
        .does(Order::StandIn { pair: 0, seat: Seat::First, name: "diplomat".to_owned() })
        .expect("a counterpart sits down");
    assert_eq!(lesson.act(first, Command::SmallTalk), Err(No::StandIn));
    while lesson.class.pairs[0].table.awaits(Seat::First) {
        lesson.does(Order::Step { pair: 0 }).expect("the counterpart acts");
    }
    lesson.does(Order::TakeBack(first)).expect("the student returns");
    let pair = &lesson.class.pairs[0];
    assert_eq!(pair.stand_in[Seat::First], None);
    let lent: Vec<usize> = (before + 1..=pair.table.len()).collect();
    assert_eq!(
        pair.lent(Seat::First).collect::<Vec<_>>(),
        lent,
        "every event of the counterpart is marked, and no other"
    );
    assert!(pair.keepers[Seat::Second].is_empty());
    assert!(
        lesson
            .log
            .iter()
            .any(|(_, event)| matches!(event, Event::Played { by: By::Counterpart(Seat::First), .. }))
    );
    lesson.act(second, Command::EndTurn).expect("the other side goes on");
    lesson.act(first, Command::SmallTalk).expect("and so does the student");
}

#[test]
fn only_so_many_devices_speak_for_a_person_and_the_oldest_but_the_first_gives_way() {
    let mut lesson = Lesson::with(1);
    for no in 0..30 {
        lesson.does(Order::Attach { person: 0, device: format!("phone{no}") }).expect("another phone");
    }
    assert_eq!(lesson.class.person_of("d0"), Some(0), "whoever learns the digits throws nobody out");
    assert_eq!(lesson.class.person_of("phone0"), None);
    assert_eq!(lesson.class.person_of("phone29"), Some(0));
    assert!(lesson.class.people[0].devices.len() < 12);
}

#[test]
fn two_counterparts_and_a_pause_never_hang_a_lesson() {
    let mut lesson = Lesson::with(2);
    lesson.phase(Phase::Talks);
    for seat in Seat::ALL {
        lesson.does(Order::StandIn { pair: 0, seat, name: "diplomat".to_owned() }).expect("it sits down");
    }
    for _ in 0..400 {
        if lesson.does(Order::Step { pair: 0 }) == Ok(0) {
            break;
        }
    }
    // The private questions are left to the people.
    assert!(lesson.class.pairs[0].table.is_closed());
    assert!(Seat::ALL.into_iter().all(|seat| lesson.class.pairs[0].table.awaits(seat)));
}

#[test]
fn a_counterpart_answers_no_private_question_for_a_student() {
    let mut lesson = Lesson::with(1);
    lesson.phase(Phase::Talks);
    let (no, seat) = lesson.class.place(0).expect("a seat");
    lesson.does(Order::StandIn { pair: no, seat, name: "diplomat".to_owned() }).expect("it sits down");
    lesson.phase(Phase::Questions);
    for _ in 0..10 {
        lesson.does(Order::Step { pair: no }).expect("what is due");
    }
    let awaits = |lesson: &Lesson, seat| lesson.class.pairs[no].table.awaits(seat);
    assert!(awaits(&lesson, seat), "the student's own answers are missing");
    assert!(!awaits(&lesson, seat.other()), "nobody sits there but a counterpart");
    lesson.does(Order::TakeBack(0)).expect("the student returns");
    assert_eq!(lesson.act(0, Command::Reflect(Default::default())), Ok(1));
}

#[test]
fn more_time_does_not_end_a_pause() {
    let mut lesson = Lesson::with(2);
    lesson.phase(Phase::Talks);
    lesson.teacher(Teacher::Pause).expect("paused");
    lesson.teacher(Teacher::Extend(5)).expect("a limit");
    assert!(lesson.class.clock.paused.is_some());
    assert_eq!(lesson.act(lesson.holder(Seat::First), Command::SmallTalk), Err(No::Paused));
    lesson.wait(60_000);
    lesson.teacher(Teacher::Resume).expect("goes on");
    assert_eq!(lesson.class.clock.left(lesson.now), Some(300_000));
}

#[test]
fn nobody_shares_the_digits_of_another() {
    let mut lesson = Lesson::with(0);
    for no in 0..3 {
        let order = Order::Join {
            name: format!("P{no}"),
            device: format!("d{no}"),
            digits: "9999".to_owned(),
            seed: 5,
        };
        lesson.does(order).expect("there is room");
    }
    let digits: Vec<&str> = lesson.class.people.iter().map(|person| person.digits.as_str()).collect();
    assert_eq!(digits, ["9999", "0000", "0001"]);
}

#[test]
fn who_comes_when_the_talks_are_over_gets_no_table() {
    for phase in [Phase::Questions, Phase::Debrief] {
        let mut lesson = Lesson::with(2);
        lesson.phase(Phase::Talks);
        lesson.phase(phase);
        lesson.does(join(2)).expect("there is room");
        assert_eq!((lesson.class.place(2), lesson.class.pairs.len()), (None, 1));
        lesson.phase(Phase::Debrief);
        assert_eq!((lesson.class.place(2), lesson.class.pairs.len()), (None, 1));
    }
}

#[test]
fn talks_are_shown_only_if_all_who_spoke_there_agree() {
    let mut lesson = Lesson::with(4);
    lesson.phase(Phase::Talks);
    let (first, second) = (lesson.holder(Seat::First), lesson.holder(Seat::Second));
    lesson.act(first, Command::Propose(Deal(vec![1, 1, 1, 1, 1]))).expect("an offer");
    lesson.teacher(Teacher::Place(first, 1, Seat::First, 3)).expect("there is room");
    lesson.phase(Phase::Debrief);
    lesson.does(Order::Consent { person: second, yes: true }).expect("one agrees");
    assert!(!lesson.class.may_replay(0), "whose offer is shown sits elsewhere now");
    lesson.does(Order::Consent { person: first, yes: true }).expect("so does the other");
    assert!(lesson.class.may_replay(0));
}

#[test]
fn who_only_prepared_elsewhere_is_not_asked_about_the_talks_there() {
    let mut lesson = Lesson::with(4);
    lesson.phase(Phase::Preparation);
    let (first, second) = (lesson.holder(Seat::First), lesson.holder(Seat::Second));
    lesson.act(first, Command::Prepare(Preparation::default())).expect("a preparation");
    lesson.teacher(Teacher::Place(first, 1, Seat::First, 3)).expect("there is room");
    let other = lesson.class.pairs[1].delegations[Seat::First][0];
    lesson.teacher(Teacher::Place(other, 0, Seat::First, 4)).expect("there is room");
    lesson.agrees();
    lesson.phase(Phase::Debrief);
    for person in [second, other] {
        assert!(!lesson.class.may_replay(0));
        lesson.does(Order::Consent { person, yes: true }).expect("one agrees");
    }
    assert!(lesson.class.may_replay(0), "a preparation is shown to nobody");
}

#[test]
fn who_plays_against_a_counterpart_changes_sides_with_it() {
    let mut lesson = Lesson::with(1);
    lesson.phase(Phase::Talks);
    assert_eq!(lesson.class.place(0), Some((0, Seat::First)));
    lesson.teacher(Teacher::Place(0, 0, Seat::Second, 3)).expect("there is room");
    let pair = &lesson.class.pairs[0];
    assert_eq!((lesson.class.place(0), &pair.stand_in.second), (Some((0, Seat::Second)), &None));
    assert_eq!(pair.stand_in.first.as_deref(), Some("diplomat"), "nobody talks to an empty chair");
    // Two people who swap need no counterpart in between.
    let mut lesson = Lesson::with(2);
    lesson.phase(Phase::Talks);
    let [first, second] = Seat::ALL.map(|seat| lesson.holder(seat));
    lesson.teacher(Teacher::Place(first, 0, Seat::Second, 3)).expect("there is room");
    assert_eq!(lesson.class.pairs[0].stand_in, Default::default());
    lesson.teacher(Teacher::Place(second, 0, Seat::First, 3)).expect("there is room");
    assert_eq!(
        [lesson.class.place(first), lesson.class.place(second)],
        [Some((0, Seat::Second)), Some((0, Seat::First))]
    );
}

#[test]
fn a_name_has_something_to_read() {
    for (typed, is) in [("Ana", true), (" é ", true), ("", false), (" \t", false), ("\u{1}", false)] {
        assert_eq!(mufakat::server::class::is_name(typed), is, "{typed:?}");
    }
}

#[test]
fn acts_out_of_their_phase_are_refused_with_the_phase() {
    let mut lesson = Lesson::with(2);
    assert_eq!(lesson.act(0, Command::SmallTalk), Err(No::NoSeat));
    lesson.phase(Phase::Briefing);
    assert_eq!(lesson.act(0, Command::Prepare(Default::default())), Err(No::NotNow(Phase::Briefing)));
    lesson.phase(Phase::Preparation);
    assert_eq!(lesson.act(0, Command::Prepare(Default::default())), Ok(1));
    assert_eq!(lesson.act(0, Command::SmallTalk), Err(No::NotNow(Phase::Preparation)));
    lesson.phase(Phase::Talks);
    let person = lesson.holder(Seat::First);
    let mediator = Command::Ask(Request::Mediator(Style::Facilitation));
    assert_eq!(lesson.act(person, mediator), Ok(1));
    assert!(matches!(lesson.act(person, Command::Answer(true)), Err(No::Rules(_))));
}

#[test]
fn a_person_can_be_moved_and_a_delegation_has_three_at_most() {
    let mut lesson = Lesson::with(6);
    lesson.phase(Phase::Briefing);
    let at = |lesson: &Lesson, pair: usize| lesson.class.pairs[pair].delegations[Seat::First].clone();
    let movers: Vec<usize> = [1, 2].into_iter().map(|pair| at(&lesson, pair)[0]).collect();
    for person in &movers {
        lesson.teacher(Teacher::Place(*person, 0, Seat::First, 3)).expect("there is room");
    }
    assert_eq!(at(&lesson, 0).len(), 3);
    assert!(lesson.class.pairs[1].stand_in[Seat::First].is_some(), "nobody is left alone");
    let fourth = lesson.class.pairs[1].delegations[Seat::Second][0];
    assert_eq!(lesson.teacher(Teacher::Place(fourth, 0, Seat::First, 3)), Err(No::Full));
    lesson.phase(Phase::Preparation);
    assert_eq!(lesson.act(movers[0], Command::Prepare(Default::default())), Ok(1));
    assert!(matches!(lesson.act(movers[1], Command::Prepare(Default::default())), Err(No::Rules(_))));
}
