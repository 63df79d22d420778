//! The quiz before and after the talks, what people write themselves, and the pages that each of them gets.

use crate::classroom::Lesson;
use crate::kit::nusa;
use crate::site::{Class, desk, run};
use axum::http::StatusCode;
use mufakat::print::document::{Block, Cell, Document, Piece, Row};
use mufakat::scenario::{Lang, Seat};
use mufakat::server::class::{Class as State, Event, Gain, No, Occasion, Order, Phase, Teacher};
use mufakat::server::take::{bundle, reports, reports_of};
use mufakat::words::Words;
use std::io::Cursor;
use std::sync::Arc;

/// What somebody answers: the right answer for items whose number is among these, else the one after it.
fn answers(right: &[usize]) -> Vec<Option<usize>> {
    let quiz = nusa().shared.quiz;
    let pick = |(no, item): (usize, &mufakat::scenario::Quiz)| {
        let shift = usize::from(!right.contains(&no));
        Some((item.right + shift) % item.answers.len())
    };
    quiz.iter().enumerate().map(pick).collect()
}

/// The fields of a form with these answers.
fn filled(occasion: &str, answers: &[Option<usize>]) -> String {
    let chosen = answers.iter().enumerate().filter_map(|(no, answer)| Some(format!("&q{no}={}", (*answer)?)));
    format!("do=quiz&occasion={occasion}{}", chosen.collect::<String>())
}

fn answered(
    lesson: &mut Lesson,
    person: usize,
    occasion: Occasion,
    answers: Vec<Option<usize>>,
) -> Result<usize, No> {
    lesson.does(Order::Answer { person, key: 0, occasion, answers })
}

#[test]
fn phones_are_asked_before_the_reading_and_after_the_talks_and_learn_in_the_debrief_what_was_right() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let [ana, budi] = [class.join("Ana").await, class.join("Budi").await];
        class.click(&teacher, "do=quiz&yes=yes").await;
        class.click(&teacher, "do=phase&phase=briefing").await;
        let scenario = nusa();
        let quiz = &scenario.shared.quiz;
        let asks = |page: &str| quiz.iter().all(|item| page.contains(item.question.get(Lang::En)));
        let tells = |page: &str| quiz.iter().any(|item| page.contains(item.why.get(Lang::En)));

        let page = class.get("/seat", &ana).await.text;
        assert!(asks(&page) && !tells(&page) && !page.contains("Three questions"), "{page}");
        let none = class.act(&ana, "do=quiz&occasion=before").await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text.contains("or skip these questions"));
        let early = class.act(&ana, &filled("after", &answers(&[0]))).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody has negotiated yet");
        // One of six is right, then five of six.
        assert_eq!(class.act(&ana, &filled("before", &answers(&[0]))).await.status, StatusCode::SEE_OTHER);
        class.act(&ana, &filled("before", &answers(&[0, 1, 2]))).await;
        assert!(class.get("/seat", &ana).await.text.contains("Three questions"), "the reading comes next");
        class.act(&budi, "do=quiz-skip&occasion=before").await;
        assert!(class.get("/seat", &budi).await.text.contains("Three questions"));

        class.click(&teacher, "do=phase&phase=talks").await;
        let page = class.get("/seat", &ana).await.text;
        assert!(!asks(&page), "nobody is asked in the middle of the talks");
        class.click(&teacher, "do=phase&phase=questions").await;
        let page = class.get("/seat", &ana).await.text;
        assert!(!asks(&page) && page.contains("value=\"reflect\""), "the private questions come first");
        class.act(&ana, "do=skip").await;
        let page = class.get("/seat", &ana).await.text;
        assert!(asks(&page) && !tells(&page));
        class.act(&ana, &filled("after", &answers(&[0, 1, 2, 3, 4]))).await;
        let page = class.get("/seat", &ana).await.text;
        assert!(!asks(&page) && !tells(&page), "others are still thinking");

        class.click(&teacher, "do=phase&phase=debrief").await;
        let page = class.get("/seat", &ana).await.text;
        assert!(asks(&page) && tells(&page), "{page}");
        assert!(page.contains("Before: 1 of 6 right.") && page.contains("After: 5 of 6 right."));
        let board = desk(&class, "/console", &teacher).await.text;
        assert!(board.contains("Answered: 1 before, 1 after, of 2 people."), "{board}");
        assert!(board.contains("12. What the class learnt"));
        class.click(&teacher, "do=slide&to=12").await;
        let wall = desk(&class, "/projector", &teacher).await.text;
        assert!(wall.contains("12 / 12") && asks(&wall) && !wall.contains("Ana"), "{wall}");
        assert!(wall.contains("Right on average: 1.0 before, 5.0 after, of 6."), "{wall}");
        let told = desk(&class, "/console/take/class.json", &teacher).await.text;
        let told: serde_json::Value = serde_json::from_str(&told).expect("JSON");
        let after: Vec<usize> =
            answers(&[0, 1, 2, 3, 4]).into_iter().map(|it| it.expect("chosen") + 1).collect();
        assert_eq!(told["quiz"][0]["after"], serde_json::json!(after), "numbers as in the file");
        assert_eq!(told["quiz"][1]["before"], serde_json::json!([]), "passed over");
    });
}

#[test]
fn without_the_teachers_wish_nobody_is_asked_and_there_is_no_slide_of_it() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let [ana, _] = [class.join("Ana").await, class.join("Budi").await];
        class.click(&teacher, "do=phase&phase=briefing").await;
        let question = nusa().shared.quiz[0].question.get(Lang::En).to_owned();
        assert!(!class.get("/seat", &ana).await.text.contains(&question));
        let refused = class.act(&ana, &filled("before", &answers(&[0]))).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        class.click(&teacher, "do=phase&phase=debrief").await;
        assert!(!desk(&class, "/console", &teacher).await.text.contains("What the class learnt"));
        class.click(&teacher, "do=slide&to=40").await;
        assert!(desk(&class, "/projector", &teacher).await.text.contains("/ 11"));
    });
}

#[test]
fn a_class_gains_what_those_know_who_answered_both_times() {
    let mut lesson = Lesson::with(4);
    lesson.teacher(Teacher::Quiz(true)).expect("the teacher may");
    lesson.phase(Phase::Briefing);
    for (person, right) in [(0, vec![0]), (1, vec![]), (2, vec![0, 5])] {
        answered(&mut lesson, person, Occasion::Before, answers(&right)).expect("it is asked");
    }
    answered(&mut lesson, 3, Occasion::Before, Vec::new()).expect("it may be passed over");
    lesson.phase(Phase::Questions);
    for (person, right) in [(0, vec![0, 1]), (1, vec![1]), (3, vec![0, 1, 2, 3, 4, 5])] {
        answered(&mut lesson, person, Occasion::After, answers(&right)).expect("it is asked");
    }
    // The third answered before alone, the fourth after alone: two are left. Item 1 was known to one of them
    // and is known to one, item 2 to nobody and to both.
    let mut right = vec![[0, 0]; 6];
    right[0] = [1, 1];
    right[1] = [0, 2];
    let gain = lesson.class.gain();
    assert_eq!(gain, Gain { people: 2, right });
    assert_eq!(gain.mean(), Some([0.5, 1.5]));
    assert_eq!([Occasion::Before, Occasion::After].map(|occasion| lesson.class.answered(occasion)), [3, 3]);
    let again = State::replay(Arc::clone(&lesson.class.scenario), &lesson.log).expect("a whole log");
    assert_eq!(again.gain(), gain, "a restart keeps it");
}

#[test]
fn answers_that_the_quiz_does_not_have_are_refused_and_make_a_log_unreadable() {
    let mut lesson = Lesson::with(2);
    lesson.teacher(Teacher::Quiz(true)).expect("the teacher may");
    lesson.phase(Phase::Briefing);
    for wrong in [vec![Some(0)], vec![Some(99); 6], vec![None; 7]] {
        assert_eq!(answered(&mut lesson, 0, Occasion::Before, wrong.clone()), Err(No::Unknown));
        let event = Event::Answered { person: 0, key: 0, occasion: Occasion::Before, answers: wrong };
        assert!(!lesson.class.knows(&event));
    }
}

/// Every word of a page.
fn text(document: &Document) -> String {
    let papers = mufakat::print::write(std::slice::from_ref(document), mufakat::print::Format::Html);
    String::from_utf8(papers.expect("HTML is always made")[0].bytes.clone()).expect("UTF-8")
}

#[test]
fn each_of_a_delegation_and_each_observer_has_a_page_with_the_own_words_on_it_alone() {
    let mut lesson = Lesson::with(5);
    lesson.teacher(Teacher::Pair(None, 7)).expect("paired");
    lesson.teacher(Teacher::Place(2, 0, Seat::First, 3)).expect("there is room");
    lesson.teacher(Teacher::Watch(4, 0)).expect("the table is there");
    lesson.phase(Phase::Talks);
    let note = |person: usize, words: &str| Order::Note { person, ticks: 0, words: words.to_owned() };
    assert_eq!(lesson.does(note(0, "terlalu dini")), Err(No::NotNow(Phase::Talks)));
    lesson
        .does(Order::Note { person: 4, ticks: 0b101, words: "Mereka saling bertanya.".to_owned() })
        .expect("she watches");
    lesson.phase(Phase::Questions);
    lesson.does(note(0, "Saya bertanya lebih dulu.")).expect("the talks are over");
    lesson.does(note(2, "Saya menunggu.")).expect("the talks are over");
    lesson.phase(Phase::Debrief);

    let words = Words::new(Lang::Id);
    let own = reports_of(&lesson.class, 1, words).expect("it is over");
    let name = |person: usize| lesson.class.people[person].name.clone();
    let seats: Vec<(Option<Seat>, String)> =
        own.handouts.iter().map(|it| (it.seat, it.name.clone())).collect();
    let (first, second) = (Some(Seat::First), Some(Seat::Second));
    assert_eq!(seats, [(first, name(0)), (first, name(2)), (second, name(1)), (None, name(4))]);
    for (handout, person) in own.handouts.iter().zip([0, 2, 1, 4]) {
        let page = text(&handout.document);
        for (of, words) in
            [(0, "Saya bertanya lebih dulu."), (2, "Saya menunggu."), (4, "Mereka saling bertanya.")]
        {
            assert_eq!(page.contains(words), of == person, "{person} {of}");
        }
        let Block::Title { kicker, title, .. } = &handout.document.blocks[0] else { panic!("a title") };
        let titled = title.iter().any(|it| matches!(it, Piece::Plain(text) if *text == name(person)));
        assert!(titled || kicker.ends_with(&name(person)), "{kicker}");
    }
    let Block::Table(checklist) = &own.handouts[3].document.blocks[1] else { panic!("a checklist") };
    let ticked = |row: &Row| matches!(row, Row::Cells(cells) if matches!(&cells[0], Cell::Text(it) if *it == [Piece::Tick(true)]));
    let seen: Vec<bool> = checklist.rows.iter().map(ticked).collect();
    assert_eq!(seen, [true, false, true, false, false, false, false, false]);

    let all = bundle(&reports(&lesson.class, words), words).expect("a ZIP file");
    let mut file = zip::ZipArchive::new(Cursor::new(all)).expect("it opens");
    let names: Vec<String> = (0..file.len())
        .map(|at| file.by_index(at).expect("there").name().expect("UTF-8").into_owned())
        .collect();
    let wanted = [("A", 0), ("A", 2), ("B", 1), ("Pengamatan", 4)]
        .map(|(seat, person)| format!("01-{seat}-{}.pdf", name(person).replace(' ', "-")));
    assert!(wanted.iter().all(|it| names.contains(it)), "{names:?} {wanted:?}");
}
