//! Two or three phones in one seat: what binds the seat is agreed on first, and the other side learns
//! nothing of it.

use crate::classroom::Lesson;
use crate::kit::nusa;
use crate::site::{Class as Site, run, steady};
use axum::http::StatusCode;
use mufakat::rules::{Act, Command, Request};
use mufakat::scenario::{Deal, Seat};
use mufakat::server::chance;
use mufakat::server::class::{AWAY, Class, No, Order, Phase, Teacher, Why, Word};
use mufakat::session::Rule;
use std::sync::Arc;

/// Three people in the first seat of the first table, the first of them its head, and one opposite.
fn three(rule: Option<Rule>) -> (Lesson, [usize; 3], usize) {
    let mut lesson = Lesson::with(4);
    lesson.teacher(Teacher::Pair(None, 7)).expect("paired");
    for person in [2, 3] {
        lesson.teacher(Teacher::Place(person, 0, Seat::First, 3)).expect("there is room");
    }
    lesson.teacher(Teacher::Rule(rule)).expect("the teacher may");
    lesson.phase(Phase::Talks);
    (lesson, [0, 2, 3], 1)
}

fn offer() -> Command {
    Command::Propose(Deal(vec![1, 1, 1, 1, 1]))
}

fn say(lesson: &mut Lesson, person: usize, word: Word) -> Result<usize, No> {
    let (pair, seat) = lesson.class.place(person).expect("a seat");
    let no = lesson.class.pairs[pair].council[seat].waiting.as_ref().map_or(0, |it| it.no);
    lesson.does(Order::Word { person, no, key: 0, word })
}

fn offers(lesson: &Lesson) -> usize {
    lesson.class.pairs[0].table.offers()
}

fn returned(lesson: &Lesson) -> Option<Why> {
    lesson.class.pairs[0].council[Seat::First].returned.as_ref().map(|it| it.why)
}

/// Reads the log as it is written on the disk.
fn replayed(lesson: &Lesson) -> Class {
    let text = serde_json::to_string(&lesson.log).expect("plain data");
    let log: Vec<(u64, mufakat::server::class::Event)> = serde_json::from_str(&text).expect("as written");
    Class::replay(Arc::clone(&lesson.class.scenario), &log).expect("a whole log")
}

#[test]
fn an_offer_leaves_the_seat_when_all_of_the_delegation_agree() {
    let (mut lesson, [one, two, three], _) = three(Some(Rule::All));
    lesson.act(two, offer()).expect("it is asked");
    assert_eq!(offers(&lesson), 0);
    assert_eq!(lesson.act(three, offer()), Err(No::Waits), "one thing at a time");
    say(&mut lesson, one, Word::Yes).expect("the head agrees");
    assert_eq!(offers(&lesson), 0, "the third was not heard");
    assert_eq!(replayed(&lesson).pairs[0].council, lesson.class.pairs[0].council, "a restart keeps it");
    say(&mut lesson, three, Word::Yes).expect("all agree");
    assert_eq!(offers(&lesson), 1);
    assert_eq!(lesson.class.pairs[0].council[Seat::First].waiting, None);
    assert_eq!(replayed(&lesson).pairs[0].table.events(), lesson.class.pairs[0].table.events());
    assert_eq!(say(&mut lesson, three, Word::Yes), Err(No::Over));
}

#[test]
fn one_who_does_not_agree_or_takes_it_back_keeps_it_in_the_seat() {
    let (mut lesson, [one, two, three], other) = three(Some(Rule::All));
    lesson.act(two, offer()).expect("it is asked");
    assert_eq!(say(&mut lesson, other, Word::Yes), Err(No::Over), "the other side has no word in it");
    say(&mut lesson, three, Word::No).expect("a word");
    assert_eq!((offers(&lesson), returned(&lesson)), (0, Some(Why::Refused(three))));
    lesson.act(two, offer()).expect("it is asked again");
    assert_eq!(say(&mut lesson, one, Word::Withdraw), Err(No::Unknown), "who asked takes it back");
    say(&mut lesson, two, Word::Withdraw).expect("taken back");
    assert_eq!((offers(&lesson), returned(&lesson)), (0, Some(Why::Withdrawn(two))));
    lesson.act(one, Command::SmallTalk).expect("what binds nobody needs no word");
    assert_eq!(returned(&lesson), None);
}

#[test]
fn more_than_half_is_enough_where_that_was_chosen() {
    let (mut lesson, [one, two, three], _) = three(Some(Rule::Most));
    lesson.act(one, offer()).expect("it is asked");
    say(&mut lesson, two, Word::No).expect("a word");
    assert_eq!(offers(&lesson), 0);
    say(&mut lesson, three, Word::Yes).expect("a word");
    assert_eq!(offers(&lesson), 1);
    let (mut lesson, [one, two, three], _) = self::three(Some(Rule::Most));
    lesson.act(one, offer()).expect("it is asked");
    for person in [two, three] {
        say(&mut lesson, person, Word::No).expect("a word");
    }
    assert_eq!((offers(&lesson), returned(&lesson)), (0, Some(Why::Refused(two))));
}

#[test]
fn the_head_decides_against_a_voice_only_when_all_were_heard() {
    let (mut lesson, [one, two, three], _) = three(Some(Rule::Head));
    lesson.act(two, offer()).expect("it is asked");
    say(&mut lesson, three, Word::No).expect("a word");
    assert_eq!(say(&mut lesson, one, Word::Send), Err(No::Unknown), "the head was not heard");
    say(&mut lesson, one, Word::Yes).expect("a word");
    assert_eq!(say(&mut lesson, two, Word::Send), Err(No::Unknown), "only the head decides");
    assert_eq!(offers(&lesson), 0);
    say(&mut lesson, one, Word::Send).expect("the head decides");
    assert_eq!(offers(&lesson), 1);
    lesson.act(two, Command::Leave).expect("it is asked");
    say(&mut lesson, one, Word::No).expect("a word");
    assert_eq!(returned(&lesson), Some(Why::Refused(one)), "the head is never outvoted");
    assert!(!lesson.class.pairs[0].table.is_closed(), "nobody leaves alone for the others");
}

#[test]
fn nobody_signs_an_article_early_for_the_others() {
    let (mut lesson, [one, two, three], other) = three(Some(Rule::All));
    // Both sides have the same package on the table, and the other side asks to sign its first article.
    lesson.act(two, offer()).expect("it is asked");
    say(&mut lesson, one, Word::Yes).expect("a word");
    say(&mut lesson, three, Word::Yes).expect("a word");
    lesson.act(one, Command::EndTurn).expect("the turn ends");
    lesson.act(other, offer()).expect("a delegation of one asks nobody");
    lesson.act(other, Command::Ask(Request::Harvest(0))).expect("asked");
    if lesson.class.pairs[0].table.view(Seat::Second).my_turn() {
        lesson.act(other, Command::EndTurn).expect("the turn ends");
    }
    let fixed = |lesson: &Lesson| lesson.class.pairs[0].table.view(Seat::First).fixed.len();
    lesson.act(three, Command::Answer(true)).expect("it is asked");
    say(&mut lesson, one, Word::Yes).expect("a word");
    assert_eq!(fixed(&lesson), 0, "the second was not heard");
    say(&mut lesson, two, Word::Yes).expect("a word");
    assert_eq!(fixed(&lesson), 1);
    // Who asks for it is bound as soon as the other side agrees.
    lesson.act(three, Command::Ask(Request::Harvest(1))).expect("it is asked");
    assert!(lesson.class.pairs[0].table.view(Seat::Second).request.is_none(), "nothing left the seat");
    // No may be said by any of them.
    say(&mut lesson, one, Word::No).expect("a word");
}

#[test]
fn what_waits_lapses_with_what_it_answers_and_with_those_who_were_asked() {
    let (mut lesson, [one, two, three], other) = three(Some(Rule::All));
    lesson.act(two, offer()).expect("it is asked");
    lesson.act(three, Command::EndTurn).expect("the turn ends");
    assert_eq!(returned(&lesson), Some(Why::Lapsed));
    lesson.act(other, offer()).expect("a delegation of one asks nobody");
    assert_eq!(offers(&lesson), 1);
    lesson.act(other, Command::EndTurn).expect("the turn ends");
    lesson.act(one, Command::Accept(1)).expect("it is asked");
    lesson.teacher(Teacher::Place(three, 1, Seat::First, 3)).expect("moved");
    assert_eq!(returned(&lesson), Some(Why::Lapsed), "somebody else would have to be asked");
    lesson.act(one, Command::Accept(1)).expect("it is asked");
    lesson.phase(Phase::Questions);
    assert_eq!(returned(&lesson), Some(Why::Lapsed), "the end of the talks accepts nothing for anybody");
    assert_eq!(lesson.class.pairs[0].table.signed(), None);
}

#[test]
fn nobody_waits_for_a_phone_that_is_gone() {
    let (mut lesson, [one, two, three], _) = three(Some(Rule::All));
    lesson.act(one, offer()).expect("it is asked");
    let since = lesson.class.pairs[0].council[Seat::First].waiting.as_ref().expect("it waits").since;
    let gone = |lesson: &Lesson, now: u64| lesson.class.gone(now, |it| if it == two { now } else { 0 });
    assert_eq!(gone(&lesson, since + AWAY - 1), []);
    let orders = gone(&lesson, since + AWAY);
    assert_eq!(orders, [Order::Excuse { person: three, no: 1 }], "who is there is waited for");
    for order in orders {
        lesson.does(order).expect("excused");
    }
    assert_eq!(offers(&lesson), 0, "the second is still asked");
    assert_eq!(gone(&lesson, since + 2 * AWAY), [], "once is enough");
    say(&mut lesson, two, Word::Yes).expect("a word");
    assert_eq!(offers(&lesson), 1);
    assert_eq!(replayed(&lesson).pairs[0].council, lesson.class.pairs[0].council);
}

#[test]
fn a_pause_makes_nobody_count_as_gone() {
    let (mut lesson, [one, ..], _) = three(Some(Rule::All));
    lesson.act(one, offer()).expect("it is asked");
    lesson.teacher(Teacher::Pause).expect("paused");
    lesson.wait(3 * AWAY);
    lesson.teacher(Teacher::Resume).expect("goes on");
    let at = lesson.class.last_at;
    assert_eq!(lesson.class.gone(at + AWAY - 1, |_| 0), []);
    assert_eq!(lesson.class.gone(at + AWAY, |_| 0).len(), 2);
}

#[test]
fn who_comes_back_in_time_counts_again() {
    let (mut lesson, [one, two, three], _) = three(Some(Rule::All));
    lesson.act(one, offer()).expect("it is asked");
    lesson.does(Order::Excuse { person: three, no: 1 }).expect("excused");
    say(&mut lesson, three, Word::No).expect("back again");
    assert_eq!((offers(&lesson), returned(&lesson)), (0, Some(Why::Refused(three))));
    assert_eq!(lesson.does(Order::Excuse { person: two, no: 1 }), Err(No::Over));
}

#[test]
fn the_teacher_lets_phones_speak_alone_in_a_class_or_in_one_pair() {
    let (mut lesson, [one, two, _], _) = three(None);
    lesson.act(two, offer()).expect("nobody is asked");
    assert_eq!(offers(&lesson), 1);
    lesson.teacher(Teacher::Rule(Some(Rule::All))).expect("the teacher may");
    lesson.act(one, Command::Leave).expect("it is asked");
    lesson.teacher(Teacher::Unasked(0, true)).expect("the teacher may");
    assert_eq!(returned(&lesson), Some(Why::Lapsed));
    assert!(!lesson.class.pairs[0].table.is_closed(), "a click binds nobody");
    lesson.act(one, Command::EndTurn).expect("the turn ends");
    assert_eq!(replayed(&lesson).pairs[0].unasked, lesson.class.pairs[0].unasked);
}

#[test]
fn a_word_that_comes_twice_counts_once_and_is_for_one_question_alone() {
    let (mut lesson, [one, two, three], _) = three(Some(Rule::All));
    lesson.act(one, offer()).expect("it is asked");
    say(&mut lesson, two, Word::Yes).expect("a word");
    let late = Order::Word { person: three, no: 1, key: 5, word: Word::Yes };
    lesson.does(late.clone()).expect("all agree");
    assert_eq!(lesson.does(late), Ok(0), "the phone did not hear the answer and asks again");
    lesson.act(one, Command::Leave).expect("it is asked");
    assert_eq!(
        lesson.does(Order::Word { person: three, no: 1, key: 6, word: Word::Yes }),
        Err(No::Over),
        "yes to an offer is no yes to leaving"
    );
}

/// A class over its router with a delegation of two in a seat; their cookies, theirs first.
async fn site(seat: Seat) -> (Site, [String; 3]) {
    let class = Site::of(nusa());
    for no in 0..3 {
        let device = chance::digest("seat", &format!("token{no}"));
        let order = Order::Join { name: format!("Orang{no}"), device, digits: format!("{no:04}"), seed: 5 };
        class.host.order(order).await.expect("there is room");
    }
    for teacher in [
        Teacher::Place(0, 0, seat, 5),
        Teacher::Place(1, 0, seat, 5),
        Teacher::Place(2, 0, seat.other(), 5),
        Teacher::Phase(Phase::Talks, None, 5),
    ] {
        class.host.order(Order::Teacher(teacher)).await.expect("the teacher may");
    }
    (class, [0, 1, 2].map(|no| format!("mufakat-seat=token{no}")))
}

#[test]
fn the_phones_of_a_seat_agree_with_forms_alone() {
    run(async {
        let (class, [one, two, other]) = site(Seat::First).await;
        let package = "do=propose&o0=2&o1=2&o2=1&o3=2&o4=1";
        assert_eq!(class.act(&one, package).await.status, StatusCode::SEE_OTHER);
        let [mine, theirs] = [class.get("/seat", &one).await.text, class.get("/seat", &two).await.text];
        assert!(mine.contains("Orang0 asks the delegation") && theirs.contains("Orang0 asks the delegation"));
        assert!(mine.contains("value=\"withdraw\"") && !mine.contains("value=\"agree\""));
        assert!(theirs.contains("value=\"agree\"") && theirs.contains("value=\"disagree\""));
        assert!(!theirs.contains("value=\"propose\""), "one thing at a time");
        assert_eq!(class.act(&two, "do=disagree&no=1").await.status, StatusCode::SEE_OTHER);
        let back = class.get("/seat", &one).await.text;
        assert!(back.contains("Orang1 does not agree") && back.contains("value=\"propose\""));
        assert!(back.contains("name=\"o0\" value=\"2\" checked"), "the draft is as it was");
        class.act(&one, package).await;
        let late = class.act(&two, "do=agree&no=1").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("waits no longer"));
        assert_eq!(class.act(&two, "do=agree&no=2").await.status, StatusCode::SEE_OTHER);
        class.act(&two, "do=end-turn").await;
        assert!(class.get("/seat", &other).await.text.contains("Accept offer 1"));
    });
}

#[test]
fn the_other_seat_gets_the_same_bytes_whatever_a_delegation_agrees_on() {
    run(async {
        for seat in Seat::ALL {
            let (quiet, _) = site(seat).await;
            let (busy, [one, two, other]) = site(seat).await;
            if seat == Seat::Second {
                for class in [&quiet, &busy] {
                    class.act(&other, "do=end-turn").await;
                }
            }
            let shown = async |class: &Site| {
                let mut all = String::new();
                for path in ["/seat", "/sheet", "/seat?copy=offer", "/version"] {
                    all.push_str(&steady(&class.get(path, &other).await.text));
                }
                all
            };
            let before = class_events(&busy);
            for body in ["do=propose&o0=2&o1=2&o2=1&o3=2&o4=1", "do=withdraw&no=1", "do=leave", "do=nonsense"]
            {
                busy.act(&one, body).await;
                assert_eq!(shown(&quiet).await, shown(&busy).await, "{seat:?}: {body}");
            }
            busy.act(&two, "do=disagree&no=2").await;
            busy.act(&one, "do=propose&o0=1").await;
            busy.host.order(Order::Excuse { person: 2, no: 1 }).await.expect_err("nobody asked that person");
            assert_eq!(shown(&quiet).await, shown(&busy).await, "{seat:?}");
            assert!(class_events(&busy) >= before + 5, "all of it is in the log");
            busy.act(&two, "do=agree&no=3").await;
            assert_ne!(shown(&quiet).await, shown(&busy).await, "what left the seat is seen");
        }
    });
}

fn class_events(class: &Site) -> u64 {
    class.host.class().events
}

#[test]
fn a_question_that_waits_survives_another_start_of_the_server() {
    let (mut lesson, [one, _, three], _) = three(Some(Rule::Head));
    let act = Act::from(offer());
    lesson.does(Order::Act { person: one, key: 9, act: act.clone() }).expect("it is asked");
    assert_eq!(lesson.does(Order::Act { person: one, key: 9, act }), Ok(0), "the same post asks once");
    say(&mut lesson, three, Word::No).expect("a word");
    let again = replayed(&lesson);
    assert_eq!(again.pairs[0].council, lesson.class.pairs[0].council);
    assert_eq!(again.people, lesson.class.people);
    assert_eq!(again.version_for(one), lesson.class.version_for(one));
}
