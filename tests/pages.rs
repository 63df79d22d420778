//! The pages of a class over its router, as phones get them.

use crate::kit::{economic, nusa};
use crate::secrets::{public_move, twin};
use crate::site::{Class, HOST, cookie_of, post, run, steady};
use axum::http::{Request, StatusCode, header};
use mufakat::exact::SplitMix64;
use mufakat::rules::Command;
use mufakat::scenario::{Scenario, Seat};
use mufakat::server::chance;
use mufakat::server::class::{Order, Phase, Teacher};

#[test]
fn a_preview_of_the_link_takes_no_seat_and_a_wrong_code_neither() {
    run(async {
        let class = Class::of(nusa());
        let door = class.get("/?k=BCDF", "").await;
        assert!(door.text.contains("value=\"BCDF\""));
        assert_eq!(
            class.post("/join", "", "code=XXXX&name=A").await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(class.host.class().events, 0);
        let cookie = class.join("A").await;
        assert_eq!(class.host.class().people.len(), 1);
        assert_eq!(class.get("/", &cookie).await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn two_students_and_a_teacher_hold_a_whole_lesson_with_forms_alone() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let students = [class.join("Ana").await, class.join("Budi").await];
        assert!(class.get("/seat", &students[0]).await.text.contains("You are in"));
        let phase = |name: &str| format!("do=phase&phase={name}&minutes=10");
        assert_eq!(class.click(&teacher, &phase("briefing")).await.status, StatusCode::SEE_OTHER);
        let mut seats = students.clone();
        if class.host.class().place(0).expect("a seat").1 == Seat::Second {
            seats.reverse();
        }
        let [one, two] = &seats;
        assert!(class.get("/seat", one).await.text.contains("Three questions"));
        class.click(&teacher, &phase("preparation")).await;
        assert_eq!(class.act(one, "do=prepare&target=70&r0=1&r1=2&r2=3").await.status, StatusCode::SEE_OTHER);
        class.click(&teacher, &phase("talks")).await;
        assert_eq!(class.act(one, "do=propose&o0=2&o1=2&o2=1&o3=2&o4=1").await.status, StatusCode::SEE_OTHER);
        let early = class.act(two, "do=accept&offer=1").await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "it is not their turn");
        class.act(one, "do=end-turn").await;
        assert!(class.get("/seat", two).await.text.contains("Accept offer 1"));
        assert_eq!(class.act(two, "do=accept&offer=1").await.status, StatusCode::SEE_OTHER);
        for student in &seats {
            assert!(class.get("/seat", student).await.text.contains("value=\"sign\""));
            assert_eq!(class.act(student, "do=sign").await.status, StatusCode::SEE_OTHER);
        }
        if !class.host.class().pairs[0].table.is_closed() {
            for student in &seats {
                assert_eq!(class.act(student, "do=take-better").await.status, StatusCode::SEE_OTHER);
            }
        }
        for student in &seats {
            assert_eq!(
                class.act(student, "do=reflect&result=4&swap=yes").await.status,
                StatusCode::SEE_OTHER
            );
        }
        let before = class.get("/seat", one).await.text;
        assert!(!before.contains("Pareto"), "the debrief is closed");
        class.click(&teacher, &phase("debrief")).await;
        let opened = class.get("/seat", one).await.text;
        assert!(opened.contains("page-0") && !opened.contains("page-1"), "one page is open");
        class.click(&teacher, "do=pages-all").await;
        assert!(class.get("/seat", one).await.text.contains("page-6"));
        class.click(&teacher, "do=pages-none").await;
        assert!(!class.get("/seat", one).await.text.contains("page-0"));
        assert!(class.host.class().pairs[0].table.signed().is_some());
    });
}

#[test]
fn forms_from_elsewhere_without_a_token_or_too_long_change_nothing() {
    run(async {
        let class = Class::of(nusa());
        let cookie = class.join("Ana").await;
        let other = class.join("Budi").await;
        let talks = Teacher::Phase(Phase::Talks, None, 7);
        class.host.order(Order::Teacher(talks)).await.expect("the teacher may");
        let before = class.host.class().events;
        let foreign = Request::post("/act")
            .header(header::HOST, HOST)
            .header(header::ORIGIN, "http://evil.example")
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        assert_eq!(class.send(foreign, "192.168.1.77:1", "do=leave").await.status, StatusCode::FORBIDDEN);
        let renamed =
            Request::get("/seat").header(header::HOST, "evil.example").header(header::COOKIE, &cookie);
        let answer = class.send(renamed, "192.168.1.77:1", "").await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST);
        for body in ["do=leave", "do=leave&csrf=0", "csrf=%ff&do=leave", "", "do"] {
            let answer = class.post("/act", &cookie, body).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        }
        let long = format!("do=speak&speech={}", "x".repeat(20_000));
        assert_eq!(class.act(&cookie, &long).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for body in
            ["do=accept&offer=99", "do=disclose&issue=99&register=formal", "do=propose&o0=99", "do=nonsense"]
        {
            for seat in [&cookie, &other] {
                let answer = class.act(seat, body).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
            }
        }
        assert_eq!(class.host.class().events, before);
    });
}

#[test]
fn the_console_answers_the_computer_itself_and_the_pin_alone() {
    run(async {
        let class = Class::of(nusa());
        let token = class.login().await;
        assert_eq!(class.get("/console", &token).await.status, StatusCode::FORBIDDEN, "from a phone");
        let here = Request::get("/console").header(header::HOST, "127.0.0.1:7878");
        let answer = class.send(here, "127.0.0.1:5", "").await;
        assert!(answer.text.contains("name=\"pin\"") && !answer.text.contains("BCDF"));
        let mut last = StatusCode::OK;
        for _ in 0..20 {
            let answer = class.send(post("/console/login", ""), "127.0.0.1:5", "pin=000000").await;
            assert!(answer.cookie.is_none());
            last = answer.status;
        }
        assert_eq!(last, StatusCode::UNPROCESSABLE_ENTITY);
        let right = class.send(post("/console/login", ""), "127.0.0.1:5", "pin=123456").await;
        assert!(right.cookie.is_none(), "whoever guesses waits, even with the right one");
    });
}

#[test]
fn what_people_type_is_shown_and_never_run() {
    run(async {
        let class = Class::of(nusa());
        let cookie = class.join("%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
        let page = class.get("/seat", &cookie).await;
        assert!(page.text.contains("&lt;script&gt;") && !page.text.contains("<script>alert"));
        assert!(page.policy.contains("default-src 'none'") && !page.policy.contains("unsafe"));
        assert!(
            !page.text.contains("style=\"") && !page.text.contains("onclick"),
            "the policy would stop it"
        );
    });
}

#[test]
fn another_phone_takes_over_with_four_digits() {
    run(async {
        let class = Class::of(nusa());
        class.join("Ana").await;
        let digits = class.host.class().people[0].digits.clone();
        let wrong = if digits == "0000" { "0001" } else { "0000" };
        for no in [
            format!("name=Ana&digits={wrong}"),
            format!("name=Budi&digits={digits}"),
            format!("digits={digits}"),
        ] {
            let answer = class.post("/rejoin", "", &format!("code=BCDF&{no}")).await;
            assert!(
                answer.text.contains("<details class=\"card\" open>"),
                "where it was typed, it can be mended"
            );
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{no}");
        }
        let answer = class.post("/rejoin", "", &format!("code=BCDF&name=+aNa&digits={digits}")).await;
        let cookie = cookie_of(&answer);
        assert!(class.get("/seat", &cookie).await.text.contains("Ana"));
        assert_eq!(class.host.class().people.len(), 1);
    });
}

#[test]
fn all_bytes_that_a_seat_gets_before_the_debrief_are_the_same_whatever_the_other_side_hides() {
    run(async {
        for (scenario, seeds) in [(nusa(), 0..4u64), (economic(), 4..6)] {
            // Ties in the order of priorities can be told in two ways; here every weight is another.
            let mut scenario = scenario;
            for seat in Seat::ALL {
                let order = scenario.briefs[seat].priorities();
                for (place, issue) in order.iter().enumerate() {
                    scenario.briefs[seat].weights[*issue] = 30 - place as i32;
                }
            }
            for seed in seeds {
                for seat in Seat::ALL {
                    compare(&scenario, seat, seed).await;
                }
            }
        }
    });
}

/// Plays one random game in two classes whose other side has other secrets.
async fn compare(scenario: &Scenario, seat: Seat, seed: u64) {
    let classes = [Class::of(scenario.clone()), Class::of(twin(scenario, seat.other(), seed))];
    for class in &classes {
        for no in 0..2 {
            let device = chance::digest("seat", &format!("token{no}"));
            let order = Order::Join { name: format!("P{no}"), device, digits: format!("{no:04}"), seed };
            class.host.order(order).await.expect("there is room");
        }
        class.host.order(Order::Teacher(Teacher::Pair(None, seed))).await.expect("paired");
    }
    // As they came: the first person sits in the first seat.
    let cookie = format!("mufakat-seat=token{}", seat.index());
    let hidden = &scenario.briefs[seat.other()];
    let secrets = [&hidden.role.long, &hidden.role.short, &hidden.batna_story];
    let mut dice = SplitMix64::new(seed);
    let phases = [Phase::Briefing, Phase::Preparation, Phase::Talks];
    let mut pages = 0;
    for step in 0..45 {
        if let Some(phase) = phases.get(step) {
            for class in &classes {
                let order = Order::Teacher(Teacher::Phase(*phase, None, seed));
                class.host.order(order).await.expect("the teacher may");
            }
        } else {
            let table = classes[0].host.class().pairs[0].table.clone();
            let Some(mover) = Seat::ALL.into_iter().find(|&it| table.awaits(it)) else { break };
            if table.is_closed() {
                break;
            }
            let act = public_move(&table, mover, &mut dice);
            let mut answers = Vec::new();
            for class in &classes {
                let order = Order::Act { person: mover.index(), key: step as u64, act: act.clone().into() };
                answers.push(class.host.order(order).await);
            }
            assert_eq!(answers[0], answers[1], "seed {seed}: {act:?}");
        }
        let mut shown = [String::new(), String::new()];
        for (class, shown) in classes.iter().zip(&mut shown) {
            for path in ["/seat", "/sheet?long=1", "/seat?copy=offer", "/version"] {
                shown.push_str(&steady(&class.get(path, &cookie).await.text));
            }
            shown.push_str(&steady(&class.act(&cookie, "do=accept&offer=999").await.text));
        }
        let [one, two] = shown;
        if let Some(at) = one.bytes().zip(two.bytes()).position(|(a, b)| a != b) {
            let from = one[..at].rfind('>').unwrap_or(0);
            panic!("seed {seed}, {seat:?}, step {step}: {:?}", one.get(from..(from + 200).min(one.len())));
        }
        assert_eq!(one.len(), two.len(), "seed {seed}");
        for text in &secrets {
            for words in [&text.id, &text.en] {
                let line = words.lines().map(str::trim).find(|line| line.len() > 20).unwrap_or(words);
                assert!(line.is_empty() || !one.contains(line), "seed {seed}: {line}");
            }
        }
        pages += 1;
    }
    assert!(pages > 10, "seed {seed}: a game of {pages} pages shows too little");
}

#[test]
fn a_page_of_the_talks_is_light() {
    run(async {
        let class = Class::of(economic());
        let cookie = class.join("Ana").await;
        let talks = Teacher::Phase(Phase::Talks, None, 7);
        class.host.order(Order::Teacher(talks)).await.expect("the teacher may");
        let holder = class.host.class().place(0).map(|(_, seat)| seat);
        assert_eq!(holder, Some(Seat::First));
        let act = Order::Act { person: 0, key: 1, act: Command::SmallTalk.into() };
        class.host.order(act).await.expect("a move");
        let mut bytes = class.get("/seat", &cookie).await.text.len();
        for path in ["/style.css", "/live.js", "/icon.svg"] {
            bytes += class.get(path, &cookie).await.text.len();
        }
        // Markup shrinks to a fifth on the way; even whole it stays below this.
        assert!(bytes < 160_000, "{bytes} bytes");
    });
}
