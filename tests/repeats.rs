//! Posts that come twice, phones that come anew, and devices that want more than their share.

use crate::kit::nusa;
use crate::outage::{hosted, send};
use crate::site::{Class, cookie_of, post, run};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use mufakat::rules::{Command, Preparation};
use mufakat::scenario::{Lang, Seat};
use mufakat::server::chance;
use mufakat::server::class::{Order, Phase, Teacher, is_name};
use mufakat::server::http::{Site, router};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceExt;

#[test]
fn a_second_click_meant_for_the_page_before_enters_no_further_phase() {
    run(async {
        let class = Class::of(nusa());
        class.join("A").await;
        let console = class.login().await;
        let click = "do=phase&phase=preparation&from-phase=join";
        assert_eq!(class.click(&console, click).await.status, StatusCode::SEE_OTHER);
        assert_eq!(class.host.class().phase, Phase::Preparation);
        let late = "do=phase&phase=talks&from-phase=join";
        assert_eq!(class.click(&console, late).await.status, StatusCode::SEE_OTHER);
        assert_eq!(class.host.class().phase, Phase::Preparation);
    });
}

#[test]
fn what_the_console_sends_again_because_the_answer_was_lost_counts_once() {
    run(async {
        let class = Class::of(nusa());
        let console = class.login().await;
        class.click(&console, "do=phase&phase=preparation&minutes=10").await;
        let ends = class.host.class().clock.ends.expect("a limit");
        for key in [7, 7, 8] {
            let answer = class.click(&console, &format!("do=extend&key={key}")).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(class.host.class().clock.ends, Some(ends + 2 * 5 * 60_000));
        for _ in 0..2 {
            class.click(&console, "do=paper&result=none&name=Kelas+B&key=9").await;
        }
        assert_eq!(class.host.class().guests.len(), 1);
        // Both at once: the second finds the first under way.
        let ends = class.host.class().clock.ends.expect("a limit");
        let click = || class.click(&console, "do=extend&key=10");
        let (one, two) = tokio::join!(click(), click());
        assert!([one, two].iter().all(|it| it.status == StatusCode::SEE_OTHER));
        assert_eq!(class.host.class().clock.ends, Some(ends + 5 * 60_000));
    });
}

#[test]
fn a_click_that_was_refused_may_be_tried_again() {
    run(async {
        let class = Class::of(nusa());
        let console = class.login().await;
        let paper = |name: &str| format!("do=paper&result=none&name={name}&key=3");
        // Nobody waits to be put at a table.
        let answer = class.click(&console, "do=place&person=0&pair=0&seat=a&key=3").await;
        assert_ne!(answer.status, StatusCode::SEE_OTHER);
        class.click(&console, &paper("B")).await;
        assert_eq!(class.host.class().guests.len(), 1);
    });
}

#[test]
fn a_device_that_sends_its_name_twice_comes_in_once() {
    run(async {
        let class = Class::of(nusa());
        let cookie = cookie_of(&class.get("/?k=BCDF", "").await);
        for _ in 0..2 {
            let answer = class.post("/join", &cookie, "device=1&code=bcdf&name=Ana").await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(class.host.class().people.len(), 1);
        assert_eq!(class.get("/seat", &cookie).await.status, StatusCode::OK);
    });
}

#[test]
fn a_browser_that_keeps_no_cookies_is_told_and_leaves_no_ghost() {
    run(async {
        let class = Class::of(nusa());
        let answer = class.post("/join", "", "device=1&code=bcdf&name=Ana").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("keeps no cookies"), "{}", answer.text);
        assert_eq!(class.host.class().people.len(), 0);
        // With the cookie of that very answer the next try succeeds.
        let cookie = cookie_of(&answer);
        class.post("/join", &cookie, "device=1&code=bcdf&name=Ana").await;
        assert_eq!(class.host.class().people.len(), 1);
    });
}

#[test]
fn two_people_can_share_a_phone_one_after_the_other() {
    run(async {
        let class = Class::of(nusa());
        let first = class.join("A").await;
        class.join("B").await;
        assert!(class.get("/seat", &first).await.text.contains("/?door=1"), "the way back to the door");
        assert!(class.get("/?door=1", &first).await.text.contains("/rejoin"));
        let digits = class.host.class().people[1].digits.clone();
        let answer = class.post("/rejoin", &first, &format!("code=bcdf&name=b&digits={digits}")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let second = cookie_of(&answer);
        assert_ne!(first, second);
        let page = class.get("/seat", &second).await.text;
        assert!(
            page.contains("2 phones speak for you"),
            "whoever sits there sees that another phone came in"
        );
        assert!(!class.get("/seat", &first).await.text.contains("phones speak for you"));
        // Somebody who is not in the class yet comes in on the same phone.
        let door = class.get("/?door=1&k=BCDF", &first).await.text;
        assert!(door.contains("name=\"shared\""));
        let answer = class.post("/join", &first, "device=1&shared=1&code=bcdf&name=C").await;
        assert_ne!(cookie_of(&answer), first);
        assert_eq!(class.host.class().people.len(), 3);
    });
}

#[test]
fn digits_cannot_be_guessed_from_many_addresses_and_nobody_is_thrown_out() {
    run(async {
        let class = Class::of(nusa());
        let owner = class.join("A").await;
        let digits = class.host.class().people[0].digits.clone();
        let wrong: Vec<String> = (0..9_999).map(|no| format!("{no:04}")).filter(|it| *it != digits).collect();
        let mut closed = 0;
        for (no, guess) in wrong.iter().take(60).enumerate() {
            let from = format!("192.168.{}.{}:50000", no / 8, no % 8 + 10);
            let body = format!("code=bcdf&name=a&digits={guess}");
            let answer = class.send(post("/rejoin", ""), &from, &body).await;
            closed += usize::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert_eq!(closed, 54, "six wrong ones in ten minutes, wherever they come from");
        let body = format!("code=bcdf&name=a&digits={digits}");
        let right = class.send(post("/rejoin", ""), "10.0.0.9:5", &body).await;
        assert_eq!(right.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(right.text.contains("Too many wrong digits"), "{}", right.text);
        // Somebody else still comes back, until sixty were wrong for all together.
        class.join("B").await;
        let other = class.host.class().people[1].digits.clone();
        let body = format!("code=bcdf&name=b&digits={other}");
        let right = class.send(post("/rejoin", ""), "10.0.0.9:5", &body).await;
        assert_eq!(right.status, StatusCode::SEE_OTHER);
        for no in 0..20 {
            class.host.order(Order::Attach { person: 0, device: format!("d{no}") }).await.expect("attached");
        }
        assert_eq!(class.get("/seat", &owner).await.status, StatusCode::OK, "the first phone stays");
    });
}

#[test]
fn who_tries_too_often_hears_that_and_not_that_the_code_was_wrong() {
    run(async {
        let class = Class::of(nusa());
        let mut last = None;
        for no in 0..61 {
            last = Some(class.post("/join", "", &format!("code=bcdf&name=P{no}")).await);
        }
        let last = last.expect("answers");
        assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(!last.text.contains("code is wrong"));
        assert_eq!(class.host.class().people.len(), 60);
    });
}

#[test]
fn wrong_pins_from_a_phone_do_not_keep_the_teacher_out() {
    run(async {
        let class = Class::of(nusa());
        for _ in 0..40 {
            // The console is for this computer alone here, so the phone is this computer's second address.
            class.send(post("/console/login", ""), "127.0.0.2:5", "pin=000000").await;
        }
        class.login().await;
    });
}

#[test]
fn names_that_cannot_be_seen_or_told_apart_are_none() {
    run(async {
        assert!(!is_name("\u{200b}\u{202e}\u{feff} "));
        assert!(is_name("Ana"));
        let class = Class::of(nusa());
        class.join("Mal").await;
        class.join("Mal%E2%80%8B").await;
        let names: Vec<String> = class.host.class().people.iter().map(|it| it.name.clone()).collect();
        assert_eq!(names, ["Mal", "Mal 2"]);
    });
}

#[test]
fn the_own_name_again_is_nothing_new() {
    run(async {
        let class = Class::of(nusa());
        let cookie = class.join("Mal").await;
        let before = class.host.class().version;
        for _ in 0..5 {
            class.act(&cookie, "do=name&name=Mal").await;
        }
        assert_eq!(class.host.class().version, before);
        class.act(&cookie, "do=name&name=Malik").await;
        assert!(class.host.class().version > before);
    });
}

/// Two people in the talks, with their cookies by seat.
async fn talks(class: &Class) -> [String; 2] {
    let cookies = [class.join("A").await, class.join("B").await];
    class.host.order(Order::Teacher(Teacher::Pair(None, 7))).await.expect("paired");
    class.host.order(Order::Teacher(Teacher::Phase(Phase::Talks, Some(90), 7))).await.expect("the talks");
    let first = class.host.class().pairs[0].delegations.first[0];
    if first == 0 {
        cookies
    } else {
        let [a, b] = cookies;
        [b, a]
    }
}

#[test]
fn words_have_a_measure_and_the_page_does_not_grow_with_them() {
    run(async {
        let class = Class::of(nusa());
        let [first, second] = talks(&class).await;
        let mut often = 0;
        for no in 0..14 {
            let answer = class.act(&first, &format!("do=speak&speech=words{no}")).await;
            often += usize::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert_eq!(often, 4, "ten in half a minute");
        let pair = class.host.class().pairs[0].clone();
        for no in 0..200 {
            let act = mufakat::rules::Act {
                command: Command::Speak,
                speech: Some(mufakat::scenario::Speech::Typed(format!("more {no}"))),
            };
            let person = pair.delegations.first[0];
            class.host.order(Order::Act { person, key: 0, act }).await.expect("said");
        }
        let page = class.get("/seat", &second).await.text;
        assert!(page.contains("more 199") && !page.contains("words0"));
        assert!(page.contains("older entries are not shown here"));
        assert!(page.len() < 120_000, "{}", page.len());
    });
}

#[test]
fn the_other_side_does_not_even_see_that_something_private_happened() {
    run(async {
        let class = Class::of(nusa());
        let [first, second] = talks(&class).await;
        let number = async |cookie: &str| class.get("/version", cookie).await.text;
        let before = [number(&first).await, number(&second).await];
        let pair = class.host.class().pairs[0].clone();
        let seat = if pair.table.awaits(Seat::First) { Seat::First } else { Seat::Second };
        let person = pair.delegations[seat][0];
        let act = Command::Consult(0).into();
        class.host.order(Order::Act { person, key: 0, act }).await.expect("consulted");
        let after = [number(&first).await, number(&second).await];
        let other = seat.other().index();
        assert_ne!(after[seat.index()], before[seat.index()], "the own page looks again");
        assert_eq!(after[other], before[other]);
    });
}

#[test]
fn a_page_from_before_grants_nothing_that_it_never_showed() {
    run(async {
        let class = Class::of(nusa());
        let [first, second] = talks(&class).await;
        class.act(&first, "do=mediator&style=facilitation").await;
        let late = class.act(&first, "do=end-turn&of=77").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        let of = class.host.class().pairs[0].table.view(Seat::First).turn_no;
        let csrf = chance::digest("form", first.split_once('=').expect("a cookie").1);
        for _ in 0..2 {
            // The answer to the first was lost: the same post again is the same, and not a late one.
            let body = format!("csrf={csrf}&key=77&do=end-turn&of={of}");
            assert_eq!(class.post("/act", &first, &body).await.status, StatusCode::SEE_OTHER);
        }
        let page = class.get("/seat", &second).await.text;
        assert!(page.contains("value=\"grant\""), "the request is shown");
        let late = class.act(&second, "do=grant&of=0").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "that form was for another request");
        assert!(class.host.class().pairs[0].table.view(Seat::Second).request.is_some());
        assert_eq!(class.act(&second, "do=grant&of=1").await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_page_that_looks_again_by_itself_is_no_sign_of_life() {
    run(async {
        let class = Class::of(nusa());
        let cookie = class.join("A").await;
        class.host.order(Order::Teacher(Teacher::Phase(Phase::Briefing, None, 7))).await.expect("reading");
        let look = Request::get("/seat").header(header::HOST, "192.168.1.5:7878").header("x-fetch", "1");
        let answer = class.send(look.header(header::COOKIE, &cookie), "192.168.1.77:5", "").await;
        assert_eq!((answer.status, class.host.last_seen(0)), (StatusCode::OK, None));
        class.get("/seat", &cookie).await;
        assert!(class.host.last_seen(0).is_some());
    });
}

#[test]
fn an_address_that_only_takes_posts_leads_back_to_its_page() {
    run(async {
        let class = Class::of(nusa());
        for path in ["/act", "/join", "/rejoin", "/lang"] {
            assert_eq!(class.get(path, "").await.status, StatusCode::SEE_OTHER, "{path}");
        }
        let console = Request::get("/console/act").header(header::HOST, "127.0.0.1:7878");
        assert_eq!(class.send(console, "127.0.0.1:5", "").await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_computer_that_changes_its_network_shows_its_new_address() {
    run(async {
        let class = Class::of(nusa());
        let cookie = class.login().await;
        let site = Arc::new(Site::new(Arc::clone(&class.host), Lang::En));
        let app = router(Arc::clone(&site));
        let console = async || {
            let request = Request::get("/console").header(header::HOST, "127.0.0.1:7878");
            let request = request.header(header::COOKIE, &cookie).body(Body::empty()).expect("a request");
            let answer = app.clone().oneshot(request).await.expect("an answer");
            let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let live = |page: &str| {
            let rest = page.split("data-live=\"").nth(1).expect("a number").to_owned();
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        site.set_urls(vec!["http://192.168.1.5:7878".to_owned()]);
        let before = console().await;
        assert!(before.contains("192.168.1.5:7878"));
        site.set_urls(vec!["http://10.0.0.9:7878".to_owned()]);
        let after = console().await;
        assert!(after.contains("10.0.0.9:7878") && !after.contains("192.168.1.5"));
        assert_ne!(live(&before), live(&after), "open pages hear of it");
    });
}

#[test]
fn nobody_was_silent_while_the_computer_slept() {
    run(async {
        let class = Class::of(nusa());
        let began = class.host.began();
        tokio::time::sleep(Duration::from_millis(5)).await;
        class.host.wake(began);
        assert!(class.host.began() > began);
    });
}

#[test]
fn a_preparation_is_not_private_to_the_number_of_the_other_side() {
    run(async {
        let class = Class::of(nusa());
        let [_, second] = [class.join("A").await, class.join("B").await];
        class.host.order(Order::Teacher(Teacher::Pair(None, 7))).await.expect("paired");
        class
            .host
            .order(Order::Teacher(Teacher::Phase(Phase::Preparation, None, 7)))
            .await
            .expect("it begins");
        let before = class.get("/version", &second).await.text;
        let act = Command::Prepare(Preparation::default()).into();
        class.host.order(Order::Act { person: 0, key: 0, act }).await.expect("prepared");
        assert_ne!(class.get("/version", &second).await.text, before, "that it is ready is shown");
    });
}

#[test]
fn idle_connections_keep_nobody_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let served = hosted(&folder.path().join("1"), Some("nusa-boreal"));
    let address = served.urls()[0].trim_start_matches("http://").to_owned();
    // More than one address may have: the last ones are closed at once, and read as an end.
    let mut idle: Vec<TcpStream> =
        (0..230).map(|_| TcpStream::connect(&address).expect("a connection")).collect();
    let mut closed = 0;
    for stream in idle.iter_mut().rev().take(30) {
        stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a limit");
        closed += usize::from(matches!(stream.read(&mut [0; 1]), Ok(0) | Err(_)));
    }
    assert_eq!(closed, 30);
    // Some that end make room again.
    idle.truncate(100);
    let answers = (0..50).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        send(&address, "GET /", "").is_some_and(|answer| answer.starts_with("HTTP/1.1 200"))
    });
    assert!(answers);
    idle[0]
        .write_all(b"GET /icon.svg HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .expect("sent");
    let mut text = Vec::new();
    idle[0].read_to_end(&mut text).expect("an answer");
    assert!(text.starts_with(b"HTTP/1.1 200"), "those that are open go on");
}
