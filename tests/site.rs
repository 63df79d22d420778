//! A class over its router, as browsers reach it.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use mufakat::scenario::{Lang, Scenario};
use mufakat::server::chance;
use mufakat::server::class::{Event, Person};
use mufakat::server::host::Host;
use mufakat::server::http::{Site, router};
use mufakat::server::store::Head;
use std::net::SocketAddr;
use std::sync::Arc;
use tower::ServiceExt;

pub const HOST: &str = "192.168.1.5:7878";

pub struct Class {
    /// The running class.
    pub host: Arc<Host>,
    /// What its answers share.
    pub site: Arc<Site>,
    pub app: Router,
    _folder: tempfile::TempDir,
}

/// One answer.
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its text.
    pub text: String,
    pub cookie: Option<String>,
    pub policy: String,
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
        let site = Arc::new(Site::new(Arc::clone(&host), Lang::En));
        Self { host, app: router(Arc::clone(&site)), site, _folder: folder }
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
        let site = Arc::new(Site::new(Arc::clone(&host), Lang::En));
        Self { host, app: router(Arc::clone(&site)), site, _folder: folder }
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

/// A page of the console from the computer itself.
pub async fn desk(class: &Class, path: &str, cookie: &str) -> Answer {
    let request = Request::get(path).header(header::HOST, "127.0.0.1:7878").header(header::COOKIE, cookie);
    class.send(request, "127.0.0.1:5", "").await
}
