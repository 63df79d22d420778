//! The pages of a class over its router, as browsers get them.

use crate::kit::{economic, nusa};
use crate::secrets::{public_move, twin};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use mufakat::exact::SplitMix64;
use mufakat::rules::Command;
use mufakat::scenario::{Lang, Scenario, Seat};
use mufakat::server::chance;
use mufakat::server::class::{Event, Order, Person, Phase, Teacher};
use mufakat::server::host::Host;
use mufakat::server::http::{Site, router};
use mufakat::server::store::Head;
use std::net::SocketAddr;
use std::sync::Arc;
use tower::ServiceExt;

const HOST: &str = "192.168.1.5:7878";

pub struct Class {
    /// The running class.
    pub host: Arc<Host>,
    app: Router,
    _folder: tempfile::TempDir,
}

/// One answer.
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its text.
    pub text: String,
    cookie: Option<String>,
    policy: String,
}

fn head() -> Head {
    Head {
        scenario: String::new(),
        code: "BCDF".to_owned(),
        pin: "123456".to_owned(),
        secret: "s".to_owned(),
    }
}

impl Class {
    /// A class in a folder of its own.
    pub fn of(scenario: Scenario) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let host = Host::open(folder.path(), |_| Some(Arc::new(scenario)), head).expect("a class");
        let app = router(Arc::new(Site::new(Arc::clone(&host), Lang::En)));
        Self { host, app, _folder: folder }
    }

    /// The class to which an exported log leads, in a folder of its own; people get back the digits that no
    /// exported log has.
    pub fn reopened(scenario: Scenario, log: &str, people: &[Arc<Person>]) -> Self {
        use mufakat::server::store::{Log, Store};
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, _) = Store::open(folder.path(), head).expect("a log");
        let mut people = people.iter();
        let events: Vec<(u64, Event)> = log
            .lines()
            .skip(1)
            .map(|line| {
                let mut line: serde_json::Value = serde_json::from_str(line).expect("a line of the log");
                let at = line["at"].as_u64().expect("its time");
                let mut event = serde_json::from_value(line["event"].take()).expect("its event");
                if let Event::Joined { digits, .. } = &mut event {
                    digits.clone_from(&people.next().expect("everybody who came in").digits);
                }
                (at, event)
            })
            .collect();
        store.append(&events).expect("room on the disk");
        drop(store);
        let host = Host::open(folder.path(), |_| Some(Arc::new(scenario)), head).expect("a class");
        let app = router(Arc::new(Site::new(Arc::clone(&host), Lang::En)));
        Self { host, app, _folder: folder }
    }

    /// Any request, from this address.
    pub async fn send(&self, request: axum::http::request::Builder, from: &str, body: &str) -> Answer {
        let from: SocketAddr = from.parse().expect("an address");
        let request =
            request.extension(ConnectInfo(from)).body(Body::from(body.to_owned())).expect("a request");
        let answer = self.app.clone().oneshot(request).await.expect("an answer");
        let text = |name: header::HeaderName| {
            answer.headers().get(name).and_then(|it| it.to_str().ok()).map(str::to_owned)
        };
        let cookie = text(header::SET_COOKIE);
        let policy = text(header::CONTENT_SECURITY_POLICY).unwrap_or_default();
        let status = answer.status();
        let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
        Answer { status, text: String::from_utf8_lossy(&bytes).into_owned(), cookie, policy }
    }

    /// A page, as a phone gets it.
    pub async fn get(&self, path: &str, cookie: &str) -> Answer {
        let request = Request::get(path).header(header::HOST, HOST).header(header::COOKIE, cookie);
        self.send(request, "192.168.1.77:50000", "").await
    }

    /// A post of a phone.
    pub async fn post(&self, path: &str, cookie: &str, body: &str) -> Answer {
        self.send(post(path, cookie), "192.168.1.77:50000", body).await
    }

    /// A post at the console, from the computer itself.
    pub async fn click(&self, cookie: &str, body: &str) -> Answer {
        let csrf = chance::digest("form", &self.host.console_token());
        self.send(post("/console/act", cookie), "127.0.0.1:50000", &format!("csrf={csrf}&{body}")).await
    }

    /// The console's cookie.
    pub async fn login(&self) -> String {
        let answer = self.send(post("/console/login", ""), "127.0.0.1:50000", "pin=123456").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        cookie_of(&answer)
    }

    /// A phone's cookie.
    pub async fn join(&self, name: &str) -> String {
        let answer = self.post("/join", "", &format!("code=bcdf&name={name}")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        cookie_of(&answer)
    }

    /// A post of a seat with all that its form would carry.
    pub async fn act(&self, cookie: &str, body: &str) -> Answer {
        let token = cookie.split_once('=').map_or("", |(_, token)| token);
        let csrf = chance::digest("form", token);
        self.post("/act", cookie, &format!("csrf={csrf}&key={}&{body}", chance::number())).await
    }
}

/// A post of a form.
pub fn post(path: &str, cookie: &str) -> axum::http::request::Builder {
    Request::post(path)
        .header(header::HOST, HOST)
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
}

/// Name and value of the cookie that an answer sets.
pub fn cookie_of(answer: &Answer) -> String {
    let cookie = answer.cookie.as_ref().expect("a cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    cookie.split(';').next().unwrap_or_default().to_owned()
}

/// Runs a test on a runtime of its own.
pub fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(test);
}

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

/// A page without what is drawn anew for each page.
pub fn steady(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(at) = rest.find("name=\"key\" value=\"") {
        let from = at + "name=\"key\" value=\"".len();
        out.push_str(&rest[..from]);
        let end = rest[from..].find('"').unwrap_or(0);
        rest = &rest[from + end..];
    }
    out.push_str(rest);
    out
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

/// A page of the console from the computer itself.
pub async fn desk(class: &Class, path: &str, cookie: &str) -> Answer {
    let request = Request::get(path).header(header::HOST, "127.0.0.1:7878").header(header::COOKIE, cookie);
    class.send(request, "127.0.0.1:5", "").await
}

#[test]
fn the_projector_shows_nothing_of_running_talks_and_no_name_in_the_debrief() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let students = [class.join("Anastasia").await, class.join("Bagaskara").await];
        assert!(!desk(&class, "/projector", "").await.text.contains("BCDF"), "behind the PIN");
        assert_eq!(class.get("/projector", &teacher).await.status, StatusCode::FORBIDDEN, "from a phone");
        let door = desk(&class, "/projector", &teacher).await.text;
        assert!(door.contains("BCDF") && door.contains("People in: 2."));
        class.click(&teacher, "do=phase&phase=talks").await;
        let mut seats = students.clone();
        if class.host.class().place(0).expect("a seat").1 == Seat::Second {
            seats.reverse();
        }
        let [one, two] = &seats;
        let before = steady(&desk(&class, "/projector", &teacher).await.text);
        class.act(one, "do=propose&o0=2&o1=2&o2=1&o3=2&o4=1&speech=Rahasia").await;
        class.act(one, "do=end-turn").await;
        let during = steady(&desk(&class, "/projector", &teacher).await.text);
        let content = |page: &str| page[page.find("data-lost").unwrap_or(0)..].to_owned();
        assert_eq!(content(&before), content(&during), "an offer changes nothing that is shown");
        class.click(&teacher, "do=slide&to=1").await;
        assert_eq!(class.host.class().slide, 0, "no slide before the debrief");
        class.act(two, "do=accept&offer=1").await;
        for student in &seats {
            class.act(student, "do=sign").await;
        }
        for student in &seats {
            class.act(student, "do=keep-better").await;
        }
        for student in &seats {
            class.act(student, "do=skip").await;
        }
        class.click(&teacher, "do=phase&phase=debrief").await;
        for slide in 1..=11 {
            assert_eq!(
                class.click(&teacher, &format!("do=slide&to={slide}")).await.status,
                StatusCode::SEE_OTHER
            );
            let page = desk(&class, "/projector", &teacher).await.text;
            assert!(page.contains(&format!("{slide} / 11")), "{slide}");
            assert!(!page.contains("Anastasia") && !page.contains("Bagaskara"), "{slide}");
            assert!(!page.contains("style=\"") && !page.contains("[lesson-"), "{slide}");
        }
        class.click(&teacher, "do=slide&to=8").await;
        assert!(desk(&class, "/projector", &teacher).await.text.contains("No pair has allowed"));
        class.act(one, "do=consent").await;
        assert!(desk(&class, "/projector", &teacher).await.text.contains("No pair has allowed"), "both must");
        class.act(two, "do=consent").await;
        assert!(!desk(&class, "/projector", &teacher).await.text.contains("No pair has allowed"));
        let stepped = class.click(&teacher, "do=slide&to=next&from=projector").await;
        assert_eq!(stepped.status, StatusCode::SEE_OTHER);
        let now = class.host.class();
        assert_eq!((now.slide, now.step), (8, 1), "an arrow key shows the next move");
        class.click(&teacher, "do=slide&to=next").await;
        assert_eq!(class.host.class().slide, 9, "and after the last move the next slide");
    });
}

#[test]
fn each_pair_answers_the_better_package_on_its_own_phone() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let students = [class.join("Ana").await, class.join("Budi").await];
        class.host.order(Order::Teacher(Teacher::Pair(None, 7))).await.expect("paired");
        class.click(&teacher, "do=phase&phase=talks").await;
        let [one, two] = &students;
        class.act(one, "do=propose&o0=1&o1=1&o2=1&o3=1&o4=1").await;
        class.act(one, "do=end-turn").await;
        class.act(two, "do=accept&offer=1").await;
        for student in &students {
            class.act(student, "do=sign").await;
        }
        for student in &students {
            class.act(student, "do=keep-better").await;
        }
        for student in &students {
            class.act(student, "do=skip").await;
        }
        assert!(class.host.class().pairs[0].better().is_some(), "the middle of everything can be bettered");
        class.click(&teacher, "do=phase&phase=debrief").await;
        assert!(!class.get("/seat", one).await.text.contains("improve-take"));
        assert_eq!(class.act(one, "do=improve-take").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        class.click(&teacher, "do=improving&open=yes").await;
        for student in &students {
            assert!(class.get("/seat", student).await.text.contains("improve-take"));
            assert_eq!(class.act(student, "do=improve-take").await.status, StatusCode::SEE_OTHER);
        }
        class.click(&teacher, "do=slide&to=9").await;
        let page = desk(&class, "/projector", &teacher).await.text;
        assert!(page.contains("1 of 1 take") && page.contains("arrow took"), "{page}");
        class.act(two, "do=improve-keep").await;
        assert!(desk(&class, "/projector", &teacher).await.text.contains("0 of 1 take"));
    });
}

#[test]
fn a_dry_run_leaves_no_trace_and_ends_with_one_click() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        assert!(desk(&class, "/console", &teacher).await.text.contains("value=\"rehearse\""));
        class.click(&teacher, "do=rehearse").await;
        assert_eq!(class.host.class().events, 0, "nothing is written");
        class.click(&teacher, "do=slide&to=1&from=projector").await;
        let page = desk(&class, "/projector", &teacher).await.text;
        assert!(page.contains("DRY RUN") && page.contains("dot lent"));
        let refused = class.click(&teacher, "do=phase&phase=talks").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let table = desk(&class, "/console/take/class.csv?sep=comma", &teacher).await.text;
        assert_eq!(table.lines().count(), 41, "a row for each of forty seats");
        class.click(&teacher, "do=rehearse-end").await;
        assert!(!desk(&class, "/projector", &teacher).await.text.contains("DRY RUN"));
        class.join("Ana").await;
        class.click(&teacher, "do=rehearse").await;
        assert!(!desk(&class, "/projector", &teacher).await.text.contains("DRY RUN"), "somebody is in");
    });
}

#[test]
fn results_from_outside_come_in_through_the_console_and_go_out_again() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let paper = class.click(&teacher, "do=paper&name=Form&o0=2&o1=2&o2=1&o3=2&o4=1&result=deal").await;
        assert_eq!(paper.status, StatusCode::SEE_OTHER, "{}", paper.text);
        class.click(&teacher, "do=paper&o0=99&result=deal").await;
        assert_eq!(class.host.class().guests.len(), 1, "no such option");
        let played = mufakat::server::class::rehearsal::rehearse(Arc::new(nusa()), 1, 3);
        let players = mufakat::scenario::PerSeat::from_fn(|_| mufakat::table::Player::Person);
        let record = played.pairs[0].table.record(players).to_text();
        let csrf = chance::digest("form", &class.host.console_token());
        let encoded: String = record.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let bring = |record: &str| format!("csrf={csrf}&record={record}&name=Lab");
        let answer = class.send(post("/console/bring", &teacher), "127.0.0.1:5", &bring(&encoded)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let answer = class.send(post("/console/bring", &teacher), "127.0.0.1:5", &bring("nonsense")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let console = desk(&class, "/console", &teacher).await.text;
        assert!(console.contains("Form") && console.contains("Lab") && console.contains("One screen"));
        class.click(&teacher, "do=take-out&guest=0").await;
        assert!(class.host.class().guests[0].is_none() && class.host.class().guests[1].is_some());
    });
}

#[test]
fn what_is_taken_along_can_be_read_back() {
    run(async {
        let class = Class::of(economic());
        let teacher = class.login().await;
        class.join("=Ana").await;
        class.click(&teacher, "do=rehearse").await;
        class.click(&teacher, "do=paper&name=Kertas&result=none").await;
        class.click(&teacher, "do=phase&phase=talks").await;
        class.click(&teacher, "do=phase&phase=debrief").await;
        for (query, separator, point) in [
            ("sep=comma", b',', '.'),
            ("sep=semicolon", b';', '.'),
            ("sep=semicolon&decimal=comma", b';', ','),
        ] {
            let text = desk(&class, &format!("/console/take/class.csv?{query}"), &teacher).await.text;
            let body = text.strip_prefix('\u{feff}').expect("a mark for spreadsheets");
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(body.as_bytes());
            let head = reader.headers().expect("a heading").clone();
            let place = |name: &str| head.iter().position(|it| it == name).expect("a column");
            let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
            assert_eq!(rows.len(), 4);
            assert_eq!(&rows[0][place("names")], "'=Ana", "no cell is a formula");
            let batna: f64 = rows[2][place("batna")].replace(point, ".").parse().expect("a number");
            assert!((1.0..100.0).contains(&batna));
            assert_eq!(&rows[2][place("source")], "paper");
            assert_eq!(&rows[2][place("ended")], "no_agreement");
        }
        let moodle = desk(&class, "/console/take/moodle.csv", &teacher).await.text;
        assert!(moodle.contains("Username") && moodle.lines().count() == 2);
        let json = desk(&class, "/console/take/class.json", &teacher).await.text;
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(value["results"].as_array().map(Vec::len), Some(2));
        let xlsx = desk(&class, "/console/take/class.xlsx", &teacher).await;
        assert!(xlsx.status == StatusCode::OK && xlsx.text.starts_with("PK"));
        for name in ["A.pdf", "B.html"] {
            let report = desk(&class, &format!("/console/report/1/{name}"), &teacher).await;
            assert_eq!(report.status, StatusCode::OK, "{name}");
            assert!(report.text.starts_with(if name == "A.pdf" { "%PDF" } else { "<!" }), "{name}");
        }
        assert_eq!(desk(&class, "/console/report/9/A.pdf", &teacher).await.status, StatusCode::NOT_FOUND);
        assert_eq!(class.get("/console/take/class.csv", &teacher).await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn all_reports_come_in_one_file_also_those_of_paper() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        for name in ["Ana", "Budi", "Citra"] {
            class.join(name).await;
        }
        class.click(&teacher, "do=paper&name=Kelompok+Kertas&o0=2&o1=2&o2=1&o3=2&o4=1&result=deal").await;
        class.click(&teacher, "do=paper&name=Buntu&result=none").await;
        class.click(&teacher, "do=phase&phase=talks").await;
        let early = desk(&class, "/console/take/reports.zip", &teacher).await;
        assert_eq!(early.status, StatusCode::NOT_FOUND, "reports open both sides");
        class.click(&teacher, "do=phase&phase=debrief").await;
        let request = Request::get("/console/take/reports.zip")
            .header(header::HOST, "127.0.0.1:7878")
            .header(header::COOKIE, &teacher)
            .extension(ConnectInfo("127.0.0.1:5".parse::<SocketAddr>().expect("an address")))
            .body(Body::empty())
            .expect("a request");
        let answer = class.app.clone().oneshot(request).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK);
        let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
        let mut file = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP file");
        let names: Vec<String> = file.file_names().map(|it| it.expect("a name").into_owned()).collect();
        // Three students at two tables, and two sides of each result on paper; one treaty.
        assert_eq!(names.len(), 3 + 4 + 1, "{names:?}");
        for wanted in ["Ana.pdf", "03-A-Kelompok-Kertas.pdf", "04-B-Buntu.pdf", "03-treaty.pdf"] {
            assert!(names.iter().any(|it| it.ends_with(wanted)), "{wanted}: {names:?}");
        }
        for no in 0..file.len() {
            let mut start = [0; 4];
            std::io::Read::read_exact(&mut file.by_index(no).expect("a file"), &mut start).expect("bytes");
            assert_eq!(&start, b"%PDF");
        }
        let whole = desk(&class, "/console/take/reports.pdf", &teacher).await;
        assert!(whole.status == StatusCode::OK && whole.text.starts_with("%PDF"));
        let paper = desk(&class, "/console/report/3/A.html", &teacher).await;
        assert!(paper.status == StatusCode::OK && paper.text.contains("Kelompok Kertas"));
        assert!(paper.text.contains("held on paper") && !paper.text.contains("[print-"));
        assert_eq!(desk(&class, "/console/report/5/A.html", &teacher).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_phone_that_gets_through_is_told_so_on_both_sides() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let own = desk(&class, "/t", "").await.text;
        assert!(own.contains("the laptop itself"), "{own}");
        assert!(!desk(&class, "/console", &teacher).await.text.contains("tried and got through"));
        let test = class.get("/t", "").await.text;
        assert!(test.contains("gets through") && test.contains("192.168.1.77"));
        class.get("/t", "").await;
        let console = desk(&class, "/console", &teacher).await.text;
        assert!(console.contains("got through: 1, the last from 192.168.1.77"), "{console}");
    });
}

#[test]
fn only_consenting_pairs_can_be_chosen_for_the_replay() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let students =
            [class.join("A").await, class.join("B").await, class.join("C").await, class.join("D").await];
        class.click(&teacher, "do=phase&phase=talks").await;
        for student in &students {
            class.act(student, "do=propose&o0=2&o1=2&o2=1&o3=2&o4=1").await;
        }
        class.click(&teacher, "do=phase&phase=debrief").await;
        let place = |person: usize| class.host.class().place(person).expect("a seat").0;
        for (no, student) in students.iter().enumerate() {
            class.act(student, "do=skip").await;
            if place(no) == 1 {
                class.act(student, "do=consent").await;
            }
        }
        let refused = class.click(&teacher, "do=replay&pair=0").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("does not agree"));
        let shown = || mufakat::server::class::Class::may_replay(&class.host.class(), 0);
        assert!(!shown() && class.host.class().replay.is_none());
        let console = desk(&class, "/console", &teacher).await.text;
        assert!(console.contains("Pair 2: ") && !console.contains("value=\"0\">Pair 1: "));
        assert_eq!(class.click(&teacher, "do=replay&pair=1").await.status, StatusCode::SEE_OTHER);
        assert_eq!(class.host.class().replay, Some(1));
        class.click(&teacher, "do=replay&pair=").await;
        assert_eq!(class.host.class().replay, None);
    });
}

#[test]
fn who_comes_after_the_talks_is_told_that_they_are_over() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        for name in ["Ana", "Budi"] {
            class.join(name).await;
        }
        class.click(&teacher, "do=phase&phase=talks").await;
        class.click(&teacher, "do=phase&phase=debrief").await;
        let late = class.join("Citra").await;
        let page = class.get("/seat", &late).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("The talks are over"), "{}", page.text);
        assert_eq!(class.host.class().pairs.len(), 1);
    });
}

#[test]
fn who_played_against_a_counterpart_reads_its_notebook_in_the_debrief_and_the_page_stays_light() {
    run(async {
        let class = Class::of(economic());
        let teacher = class.login().await;
        let alone = class.join("Ana").await;
        let pair = [class.join("Budi").await, class.join("Citra").await];
        class.click(&teacher, "do=phase&phase=talks").await;
        let against = |no: usize| class.host.class().pairs[no].stand_in.iter().any(|(_, it)| it.is_some());
        let (odd, even) = if against(0) { (0, 1) } else { (1, 0) };
        assert!(
            against(odd) && !against(even),
            "three students make one pair and one table with a counterpart"
        );
        for _ in 0..400 {
            let before = class.host.class().pairs[odd].table.len();
            class.host.order(Order::Step { pair: odd }).await.expect("it may act");
            let table = class.host.class().pairs[odd].table.clone();
            if table.is_closed() {
                break;
            }
            if table.len() == before {
                let students = [&alone, &pair[0], &pair[1]];
                let Some(person) =
                    (0..3).find(|&it| class.host.class().place(it).map(|at| at.0) == Some(odd))
                else {
                    panic!("somebody sits there");
                };
                class.act(students[person], "do=end-turn").await;
                class.act(students[person], "do=sign").await;
            }
        }
        assert!(class.host.class().pairs[odd].table.is_closed(), "the talks run out");
        for student in [&alone, &pair[0], &pair[1]] {
            class.act(student, "do=reflect&result=4").await;
        }
        class.click(&teacher, "do=phase&phase=debrief").await;
        class.click(&teacher, "do=pages-all").await;
        for (person, cookie) in [&alone, &pair[0], &pair[1]].into_iter().enumerate() {
            let page = class.get("/seat", cookie).await.text;
            let sits_alone = class.host.class().place(person).map(|at| at.0) == Some(odd);
            assert_eq!(page.contains("page-7"), sits_alone, "a page only for who met a counterpart");
            assert_eq!(page.contains("data-keep=\"leaf-"), sits_alone);
            if !sits_alone {
                continue;
            }
            assert!(page.matches("<details data-keep=\"leaf-").count() > 3, "turn by turn");
            assert!(!page.contains("[notebook-") && !page.contains("[note-"), "every word is there");
            let mut small = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            std::io::Write::write_all(&mut small, page.as_bytes()).expect("in memory");
            let bytes = small.finish().expect("in memory").len();
            assert!(bytes < 90_000, "{bytes} bytes on the way");
        }
    });
}
