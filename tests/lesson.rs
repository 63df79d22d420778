//! The debrief of a whole class: as a value, as drawings, on the projector, and in a dry run.

use crate::kit::{economic, nusa};
use mufakat::scenario::{Lang, Scenario, Seat};
use mufakat::server::charts::{self, Arrows, Board};
use mufakat::server::class::{
    Brought, Class, Event, Game, LONGEST_NOTE, Order, Phase, Source, Teacher, rehearsal,
};
use mufakat::server::together::{Known, Together, heat};
use mufakat::words::Words;
use std::sync::Arc;

fn rehearsed(scenario: Scenario, pairs: usize) -> Class {
    rehearsal::rehearse(Arc::new(scenario), pairs, 11)
}

fn order(class: &mut Class, teacher: Teacher) {
    let events = class.decide(&Order::Teacher(teacher)).expect("the teacher may");
    for event in events {
        class.apply(class.last_at + 1, &event);
    }
}

#[test]
fn a_dry_run_brings_every_table_to_its_debrief_and_is_the_same_for_the_same_seed() {
    let class = rehearsed(nusa(), 12);
    assert_eq!(class.phase, Phase::Debrief);
    assert!(class.people.is_empty(), "nobody is made up");
    assert!(class.pairs.iter().all(|it| it.table.is_closed() && it.is_lent()));
    let again = rehearsed(nusa(), 12);
    for (one, other) in class.pairs.iter().zip(&again.pairs) {
        assert_eq!(one.table.events(), other.table.events());
    }
    let skills: std::collections::BTreeSet<_> =
        class.pairs.iter().flat_map(|it| [&it.stand_in.first, &it.stand_in.second]).collect();
    assert!(skills.len() > 5, "mixed skill: {skills:?}");
}

#[test]
fn a_class_in_numbers_adds_up() {
    let class = rehearsed(economic(), 10);
    let together = Together::of(&class, &Known::new());
    assert_eq!(together.outcomes.len(), 10);
    let deals = together.deals().count();
    assert!(deals > 3, "{deals}");
    for row in heat(&together) {
        assert_eq!(row.chosen.iter().sum::<usize>(), deals, "every deal chooses one option of each article");
    }
    for outcome in &together.outcomes {
        assert!(outcome.left.iter().all(|it| (0.0..=100.0).contains(it)));
        if outcome.deal.is_none() {
            assert_eq!(outcome.checks, None);
            assert!(outcome.better.is_none());
        } else if let Some(better) = outcome.better {
            assert!((0..2).all(|at| better[at] >= outcome.spot[at] - 1e-9), "worse for nobody");
            assert!((0..2).any(|at| better[at] > outcome.spot[at]));
        }
    }
}

#[test]
fn the_last_round_has_the_own_deal_as_its_floor_and_is_counted() {
    let mut class = rehearsed(nusa(), 12);
    let before = Together::of(&class, &Known::new());
    let (_, at_table, _) = before.improved();
    assert_eq!(at_table, before.outcomes.iter().filter(|it| it.before.is_some()).count());
    let signed: Vec<_> = class.pairs.iter().map(|it| it.table.signed().cloned()).collect();
    order(&mut class, Teacher::Improving(true));
    let after = Together::of(&class, &Known::new());
    let (all, took, kept) = after.improved();
    assert!(
        all > at_table && took == all && kept == 0,
        "counterparts take what is worse for nobody: {all} {took} {kept}"
    );
    let still: Vec<_> = class.pairs.iter().map(|it| it.table.signed().cloned()).collect();
    assert_eq!(signed, still, "the deals stand");
    let picture =
        charts::scatter(&Board { words: Words::new(Lang::En), class: &after }, Arrows::All).into_string();
    assert_eq!(picture.matches("arrow took").count(), took);
}

#[test]
fn a_result_on_paper_enters_the_same_debrief_with_a_shape_of_its_own() {
    let mut class = rehearsed(nusa(), 3);
    let deal = crate::kit::deal(&nusa(), crate::kit::FAIR);
    for game in [Game::Paper(Some(deal)), Game::Paper(None)] {
        order(&mut class, Teacher::Bring(Brought { name: "Form 1".to_owned(), game }));
    }
    let wrong = Brought { name: String::new(), game: Game::Paper(Some(mufakat::scenario::Deal(vec![99]))) };
    assert!(class.decide(&Order::Teacher(Teacher::Bring(wrong))).is_err());
    let together = Together::of(&class, &Known::new());
    let paper: Vec<_> = together.outcomes.iter().filter(|it| it.source == Source::Paper).collect();
    assert_eq!(paper.len(), 2);
    assert!(paper[0].spot[0] > together.batna[0] && paper[1].deal.is_none());
    let words = Words::new(Lang::Id);
    let legend = charts::legend(&Board { words, class: &together }).into_string();
    assert!(legend.contains(&words.get("lesson-source-paper")));
    order(&mut class, Teacher::TakeOut(0));
    assert_eq!(Together::of(&class, &Known::new()).outcomes.len(), 4);
}

/// Every drawing of a class in a language.
fn drawings(together: &Together, class: &Class, lang: Lang) -> Vec<String> {
    let board = Board { words: Words::new(lang), class: together };
    let (case, _) = class.pairs[0].table.scored();
    let dance = class.pairs[0].table.dance();
    [
        charts::scatter(&board, Arrows::None),
        charts::scatter(&board, Arrows::All),
        charts::left(&board),
        charts::heat_map(&board),
        charts::anchors(&board),
        charts::guesses(&board),
        charts::grades(&board),
        charts::lenses(&board),
        charts::years(&board),
        charts::replay(&board, &case, &dance, 2, None),
    ]
    .map(maud::PreEscaped::into_string)
    .into()
}

#[test]
fn every_drawing_is_said_in_words_has_no_name_and_no_broken_number() {
    let class = rehearsed(economic(), 8);
    let together = Together::of(&class, &Known::new());
    for lang in [Lang::Id, Lang::En] {
        for (no, drawing) in drawings(&together, &class, lang).iter().enumerate() {
            assert!(drawing.starts_with("<svg") && drawing.contains("aria-label=\""), "{no}");
            assert!(!drawing.contains("NaN") && !drawing.contains("inf\""), "{no}");
            assert!(!drawing.contains("aria-label=\"\""), "{no}");
            assert!(!drawing.contains("style="), "the policy would stop it: {no}");
            assert!(!drawing.contains("[lesson-") && !drawing.contains("[grade-"), "{no}: {drawing}");
        }
    }
    let scatter = &drawings(&together, &class, Lang::En)[0];
    let signs = scatter.matches("class=\"dot").count() + scatter.matches("class=\"impasse").count();
    assert_eq!(signs, together.outcomes.len(), "a sign for each result");
    assert!(scatter.contains("dot lent"), "a lent chair is hollow");
}

#[test]
fn drawings_of_a_class_without_any_deal_still_stand() {
    let mut class = rehearsed(nusa(), 1);
    class.pairs.clear();
    class.guests.clear();
    order(&mut class, Teacher::Bring(Brought { name: "x".to_owned(), game: Game::Paper(None) }));
    class.pairs = rehearsed(nusa(), 1).pairs;
    for pairs in [1, 0] {
        class.pairs.truncate(pairs);
        let together = Together::of(&class, &Known::new());
        let with = if pairs == 0 { rehearsed(nusa(), 1) } else { class.clone() };
        for drawing in drawings(&together, &with, Lang::En) {
            assert!(!drawing.contains("NaN") && !drawing.contains("inf"), "{drawing}");
        }
    }
}

#[test]
fn news_come_at_once_at_every_table_that_negotiates_and_only_once() {
    let mut class = Class::new(Arc::new(economic()));
    for no in 0..4 {
        let join = Order::Join {
            name: format!("P{no}"),
            device: format!("d{no}"),
            digits: format!("{no:04}"),
            seed: 3,
        };
        for event in class.decide(&join).expect("there is room") {
            class.apply(1, &event);
        }
    }
    assert!(class.decide(&Order::Teacher(Teacher::News(0))).is_err(), "nobody negotiates yet");
    order(&mut class, Teacher::Phase(Phase::Talks, None, 5));
    let events = class.decide(&Order::Teacher(Teacher::News(0))).expect("the teacher may");
    assert_eq!(events.len(), 2);
    for event in &events {
        assert!(
            matches!(event, Event::Played { events, .. } if matches!(events[0], mufakat::rules::Event::News(0, _)))
        );
        class.apply(2, event);
    }
    assert_eq!(class.decide(&Order::Teacher(Teacher::News(0))), Ok(Vec::new()), "news come once");
    assert!(class.decide(&Order::Teacher(Teacher::News(99))).is_err());
}

#[test]
fn the_odd_one_negotiates_joins_a_delegation_or_watches() {
    use mufakat::server::class::Odd;
    for odd in Odd::ALL {
        let mut class = Class::new(Arc::new(nusa()));
        for no in 0..5 {
            let join = Order::Join {
                name: format!("P{no}"),
                device: format!("d{no}"),
                digits: format!("{no:04}"),
                seed: 3,
            };
            for event in class.decide(&join).expect("there is room") {
                class.apply(1, &event);
            }
        }
        order(&mut class, Teacher::Odd(odd));
        order(&mut class, Teacher::Pair(None, 7));
        let seated = class.people.iter().filter(|it| it.place.is_some()).count();
        let three = class.pairs.iter().any(|it| it.delegations[Seat::First].len() == 2);
        match odd {
            Odd::Counterpart => assert!(seated == 5 && class.pairs.len() == 3 && !three),
            Odd::Delegate => assert!(seated == 5 && class.pairs.len() == 2 && three),
            Odd::Observer => {
                assert!(seated == 4 && class.pairs.len() == 2 && class.people[4].observes == Some(1));
                let note = Order::Note { person: 4, ticks: 3, words: "x".repeat(2_000) };
                for event in class.decide(&note).expect("an observer may") {
                    class.apply(2, &event);
                }
                assert_eq!((class.people[4].ticks, class.people[4].note.len()), (3, LONGEST_NOTE));
                assert!(class.decide(&Order::Note { person: 0, ticks: 1, words: String::new() }).is_err());
            }
        }
    }
}

#[test]
fn the_log_of_a_lesson_can_be_told_again_from_a_terminal() {
    use mufakat::server::retell;
    let scenario = mufakat::scenario::builtin::source("nusa-boreal").expect("ships with the program");
    let mut class = Class::new(Arc::new(nusa()));
    let head = serde_json::json!({"mufakat": 1, "code": "BCDF", "scenario": scenario});
    let mut log = format!("{head}\n");
    let mut at = 1_000;
    let orders = [
        Order::Join { name: "Ana".to_owned(), device: "a".to_owned(), digits: "0001".to_owned(), seed: 1 },
        Order::Teacher(Teacher::Phase(Phase::Talks, Some(10), 5)),
        Order::Act { person: 0, key: 1, act: mufakat::rules::Command::SmallTalk.into() },
        Order::Teacher(Teacher::Phase(Phase::Debrief, None, 5)),
    ];
    for order in orders {
        at += 61_000;
        for event in class.decide(&order).expect("allowed") {
            class.apply(at, &event);
            log.push_str(&format!("{}\n", serde_json::json!({"at": at, "event": event})));
        }
    }
    let words = Words::new(Lang::En);
    let told = retell(words, &log).expect("a log").expect("it can be read");
    assert!(told.contains("+ Ana") && told.contains("== Talks") && told.contains("== Debrief"), "{told}");
    assert!(told.contains("  2:02  Pair 1: "), "with its minute: {told}");
    assert!(told.contains("Pair 1: no agreement"), "{told}");
    assert_eq!(retell(words, &format!("{log}nonsense\n")), Some(Err(log.lines().count() + 1)));
    // Lines that name a table, a person or news that there are not.
    for strange in [
        r#"{"Played":{"pair":0,"by":"Host","key":0,"events":[{"News":[99,null]}]}}"#,
        r#"{"Played":{"pair":77,"by":"Host","key":0,"events":[]}}"#,
        r#"{"Seated":{"person":77,"pair":0,"seat":"First"}}"#,
        r#"{"Tabled":{"person":0,"pair":0,"seat":"First","key":1,"act":{"command":{"Propose":[99]},"speech":null}}}"#,
        r#"{"Tabled":{"person":0,"pair":0,"seat":"First","key":1,"act":{"command":{"Consult":99},"speech":null}}}"#,
    ] {
        let line = format!("{{\"at\":9000,\"event\":{strange}}}");
        let event: Result<Event, _> = serde_json::from_str(strange);
        assert!(event.is_ok(), "{strange}: {event:?}");
        assert_eq!(retell(words, &format!("{log}{line}\n")), Some(Err(log.lines().count() + 1)), "{strange}");
    }
    assert!(retell(words, "(format: 1)").is_none(), "a saved game is another file");
}
