//! Any post of anybody, and any order with any numbers.

use super::{HOST, Room, act, cookie, join, run};
use crate::kit::nusa;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use mufakat::scenario::Seat;
use mufakat::server::chance;
use mufakat::server::class::{Class, Event, Order, Phase, Teacher};
use proptest::prelude::*;
use std::sync::Arc;
use tower::ServiceExt;

/// Names of fields that forms have, and a few that they have not.
fn field() -> impl Strategy<Value = String> {
    let known = [
        "do", "issue", "rank", "register", "choice", "offer", "target", "preamble", "aims", "speech",
        "style", "group", "result", "own", "process", "again", "swap", "q0", "q1", "q2", "o0", "o1", "o4",
        "o9", "r0", "r1", "r3", "r99", "key", "lang", "code", "digits", "name", "phase", "minutes", "pair",
        "seat", "person", "page", "words", "pin",
    ];
    prop_oneof![9 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => "[a-z0-9%]{0,6}"]
}

/// Values that forms have, and anything else.
fn value() -> impl Strategy<Value = String> {
    let known = [
        "prepare",
        "propose",
        "explore",
        "accept",
        "accept-text",
        "end-turn",
        "speak",
        "grant",
        "decline",
        "disclose",
        "ascertain",
        "forecast",
        "announce",
        "promise",
        "harvest",
        "add-issue",
        "mediator",
        "consult",
        "warn",
        "repair",
        "threaten",
        "ultimatum",
        "walk-out",
        "shame",
        "leave",
        "sign",
        "take-better",
        "keep-better",
        "reflect",
        "skip",
        "understand",
        "take-back",
        "pause",
        "resume",
        "extend",
        "pair-lot",
        "pair-order",
        "place",
        "tell",
        "stand-in",
        "hand-back",
        "pages",
        "pages-all",
        "phase",
        "talks",
        "debrief",
        "a",
        "b",
        "formal",
        "0",
        "1",
        "2",
        "-1",
        "3.1",
        "0.0",
        "99",
        "18446744073709551615",
        "99999999999999999999",
        "1e9",
        "NaN",
        "",
        "%00",
        "%F0%9F%92%A9",
        "yes",
    ];
    prop_oneof![
        8 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "[a-zA-Z0-9%+.-]{0,12}",
        1 => "[0-9]{1,25}",
    ]
}

/// One post of anybody.
#[derive(Clone, Debug)]
struct Post {
    path: &'static str,
    cookie: String,
    body: Vec<u8>,
    /// Whether it carries the token of its form.
    signed: bool,
}

fn post() -> impl Strategy<Value = Post> {
    let paths =
        ["/act", "/act", "/act", "/join", "/rejoin", "/lang", "/console/act", "/console/login", "/nowhere"];
    let cookies = prop_oneof![
        4 => (0..3usize).prop_map(cookie),
        2 => Just("console".to_owned()),
        1 => "[ -~]{0,40}",
    ];
    let body = prop_oneof![
        9 => prop::collection::vec((field(), value()), 0..8).prop_map(|fields| {
            let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
            fields.join("&").into_bytes()
        }),
        1 => prop::collection::vec(any::<u8>(), 0..200),
    ];
    (prop::sample::select(paths.to_vec()), cookies, body, prop::bool::weighted(0.8))
        .prop_map(|(path, cookie, body, signed)| Post { path, cookie, body, signed })
}

/// Sends a post; its answer is never the server's fault, and a refused one changes nothing.
async fn check(room: &Room, post: &Post) -> Result<(), TestCaseError> {
    let console = format!("mufakat-console={}", room.host.console_token());
    let known = post.cookie == "console";
    let cookie = if known { console } else { post.cookie.clone() };
    let token = if known {
        room.host.console_token()
    } else {
        cookie.strip_prefix("mufakat-seat=").unwrap_or_default().to_owned()
    };
    let mut body = post.body.clone();
    if post.signed {
        body.extend_from_slice(format!("&csrf={}", chance::digest("form", &token)).as_bytes());
    }
    let (lines, events) = (room.lines(), room.host.class().events);
    let (status, page) = room.send(post.path, &cookie, body).await;
    prop_assert!(!status.is_server_error(), "{status}: {post:?}");
    if status != StatusCode::SEE_OTHER {
        prop_assert_eq!((room.lines(), room.host.class().events), (lines, events), "{}: {:?}", status, post);
    }
    if status == StatusCode::UNPROCESSABLE_ENTITY {
        prop_assert!(page.contains("role=\"alert\""), "a refusal says why: {post:?}");
    }
    for path in ["/seat", "/console"] {
        let request = Request::get(path).header(header::HOST, HOST).header(header::COOKIE, &cookie);
        let Ok(request) = request.body(Body::empty()) else { continue };
        let answer = room.app.clone().oneshot(request).await.expect("an answer");
        prop_assert!(!answer.status().is_server_error(), "{path} after {post:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_post_breaks_a_class_and_a_refused_one_changes_nothing(posts in prop::collection::vec(post(), 1..25)) {
        run(async {
            let room = Room::new().await;
            for post in &posts {
                check(&room, post).await?;
            }
            // What is on the disk leads to the class that is shown.
            let lines = room.disk.lines.lock().expect("a lock").clone();
            let again = Class::replay(Arc::new(nusa()), &lines).expect("a whole log");
            prop_assert_eq!(again.events, room.host.class().events);
            prop_assert_eq!(&again.people, &room.host.class().people);
            Ok(())
        })?;
    }

    #[test]
    fn orders_with_any_numbers_are_carried_out_or_refused(
        orders in prop::collection::vec((0..12u8, 0..6usize, prop_oneof![0..5usize, Just(usize::MAX)], any::<u64>()), 1..40)
    ) {
        let mut class = Class::new(Arc::new(nusa()));
        for (at, (kind, one, two, number)) in orders.into_iter().enumerate() {
            let seat = if number % 2 == 0 { Seat::First } else { Seat::Second };
            let phase = Phase::ALL[one % Phase::ALL.len()];
            let order = match kind {
                0 | 1 => join(one),
                2 => Order::Attach { person: two, device: format!("d{number}") },
                3 => Order::Understand { person: two, key: number },
                4 => act(two, number),
                5 => Order::TakeBack(two),
                6 => Order::Step { pair: two },
                7 => Order::StandIn { pair: two, seat, name: "diplomat".to_owned() },
                8 => Order::Teacher(Teacher::Place(one, two, seat, number)),
                9 => Order::Teacher(Teacher::Phase(phase, Some(number), number)),
                10 => Order::Teacher(Teacher::Extend(number)),
                _ => Order::Teacher(Teacher::HandBack(two, seat)),
            };
            if let Ok(events) = class.decide(&order) {
                for event in events {
                    class.apply(at as u64, &event);
                    let line = serde_json::to_string(&event).expect("plain data");
                    prop_assert_eq!(serde_json::from_str::<Event>(&line).expect("what was written"), event);
                }
            }
            for person in 0..class.people.len() {
                let place = class.place(person);
                prop_assert!(place.is_none_or(|(pair, _)| pair < class.pairs.len()), "a seat at no table");
            }
        }
    }
}
