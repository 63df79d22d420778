//! Answers browsers: addresses, cookies, forms, streams.

mod clicks;
mod console;
mod forms;
mod guard;
mod live;
mod projector;
mod ready;
mod roster;
mod squeeze;
mod student;
mod take;

use super::chance;
use super::class::Class;
use super::host::Host;
use super::limits::Limits;
use super::network::Ground;
use super::pages::{self, join::message};
use super::power;
use super::reach::{self, Reach, Sight};
use super::together::Together;
use crate::scenario::Lang;
use crate::words::Words;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::watch;

/// Bytes of a post at most: a whole offer with words needs less than a tenth.
const MOST_BYTES: usize = 16 * 1024;

/// Bytes of a saved game or of a list at most, as a form carries it.
const MOST_RECORD: usize = 4 * 1024 * 1024;

/// What all answers share.
pub struct Site {
    /// The class.
    pub host: Arc<Host>,
    /// What may stand in the way; `None` where nothing listens.
    pub ground: Option<Ground>,
    /// The language of a device that has not chosen one.
    pub lang: Lang,
    /// Whether the console answers other computers too.
    pub console_on_lan: bool,
    /// Tells when the class was deleted and the server shall end.
    pub over: watch::Sender<bool>,
    /// The class was deleted: pages that still listen are told so before the server ends.
    farewell: AtomicBool,
    /// How often somebody may try.
    pub limits: Limits,
    /// Which devices have reached this computer.
    pub reach: Reach,
    ready: ready::Ready,
    /// Addresses for phones, the likeliest first; a laptop may change its network during a lesson.
    urls: RwLock<Arc<[String]>>,
    /// How often they have changed.
    moved: AtomicUsize,
    /// What is left in the laptop's battery, in percent, if it runs on it.
    battery: Mutex<Option<u8>>,
    /// Numbers of the console's last posts, and of those under way.
    clicks: Mutex<VecDeque<u64>>,
    together: Mutex<Option<(String, Arc<Together>)>>,
    rehearsal: Mutex<Option<Arc<Class>>>,
}

impl Site {
    /// The site of a class.
    pub fn new(host: Arc<Host>, lang: Lang) -> Self {
        Self {
            host,
            ground: None,
            lang,
            console_on_lan: false,
            over: watch::channel(false).0,
            farewell: AtomicBool::new(false),
            limits: Limits::default(),
            reach: Reach::default(),
            ready: ready::Ready::default(),
            urls: RwLock::default(),
            moved: AtomicUsize::default(),
            battery: Mutex::default(),
            clicks: Mutex::default(),
            together: Mutex::default(),
            rehearsal: Mutex::default(),
        }
    }

    /// Which devices have come, and whether none has for too long.
    pub fn sight(&self) -> Sight {
        self.reach.sight(self.host.now().saturating_sub(self.host.began()))
    }

    /// Addresses for phones, the likeliest first.
    pub fn urls(&self) -> Arc<[String]> {
        Arc::clone(&self.urls.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What is left in the laptop's battery, in percent, if the teacher has to know.
    pub fn low_battery(&self) -> Option<u8> {
        power::low(*self.battery.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes what is left in the laptop's battery; pages that show it look again.
    pub fn set_battery(&self, left: Option<u8>) {
        let before = self.low_battery();
        *self.battery.lock().unwrap_or_else(PoisonError::into_inner) = left;
        if self.low_battery() != before {
            self.host.nudge();
        }
    }

    /// Takes other addresses; pages that show them look again.
    pub fn set_urls(&self, urls: Vec<String>) {
        if *self.urls() == *urls {
            return;
        }
        *self.urls.write().unwrap_or_else(PoisonError::into_inner) = urls.into();
        self.moved.fetch_add(1, Ordering::Relaxed);
        self.host.nudge();
    }

    /// The words that a device has chosen.
    fn words(&self, headers: &HeaderMap) -> Words {
        let chosen = cookie(headers, LANG).and_then(|code| Lang::from_code(&code));
        Words::new(chosen.unwrap_or(self.lang))
    }
}

/// Every address of the site.
pub fn router(site: Arc<Site>) -> Router {
    // Whatever is added here is the teacher's alone, without a word of its own.
    let teacher = Router::new()
        .route("/console/act", post(console::act))
        .route("/console/bring", post(console::bring).layer(DefaultBodyLimit::max(MOST_RECORD)))
        .route("/console/roster", post(roster::enlist).layer(DefaultBodyLimit::max(MOST_RECORD)))
        .route("/console/log", get(console::export))
        .route("/console/take/{name}", get(take::class))
        .route("/console/report/{pair}/{name}", get(take::report))
        .layer(middleware::from_fn_with_state(Arc::clone(&site), guard::teacher));
    // These ask for the PIN themselves, or say that it is missing.
    let console = Router::new()
        .route("/console", get(console::page))
        .route("/console/login", post(console::login))
        .route("/console/live", get(live::console))
        .route("/projector", get(projector::page))
        .merge(teacher)
        .layer(middleware::from_fn_with_state(Arc::clone(&site), guard::console));
    Router::new()
        .route("/", get(student::door))
        .route("/join", post(student::join))
        .route("/rejoin", post(student::rejoin))
        .route("/seat", get(student::seat))
        .route("/sheet", get(student::sheet))
        .route("/act", post(student::act))
        .route("/lang", post(student::lang))
        .route("/live", get(live::stream))
        .route(reach::TEST, get(student::test))
        .route("/version", get(live::version))
        .route("/style.css", get(|| asset("text/css; charset=utf-8", pages::STYLE)))
        .route("/live.js", get(|| asset("text/javascript; charset=utf-8", pages::SCRIPT)))
        .route("/icon.svg", get(|| asset("image/svg+xml", pages::ICON)))
        .merge(console)
        .method_not_allowed_fallback(elsewhere)
        .fallback(student::nowhere)
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(middleware::from_fn_with_state(Arc::clone(&site), guard::all))
        .layer(middleware::from_fn(squeeze::all))
        .with_state(site)
}

/// An address that only takes posts, opened by a tab that was left on it: the page it belongs to.
async fn elsewhere(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    see(match request.uri().path() {
        "/act" => "/seat",
        path if path.starts_with("/console") => "/console",
        _ => "/",
    })
}

async fn asset(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "max-age=300")], text).into_response()
}

/// The cookie of a seat's device.
const SEAT: &str = "mufakat-seat";
/// The cookie of the console.
const CONSOLE: &str = "mufakat-console";
/// The cookie of the language.
const LANG: &str = "mufakat-lang";

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
        .map(str::to_owned)
}

/// A cookie that only this site gets back, and no script reads. A lesson may be weeks long.
fn set_cookie(name: &str, value: &str) -> (header::HeaderName, String) {
    (header::SET_COOKIE, format!("{name}={value}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict"))
}

/// What a form of this device must carry.
fn csrf(token: &str) -> String {
    chance::digest("form", token)
}

/// Does what takes long on a thread of its own, so that the phones' answers do not wait for it; an answer that says
/// so if it broke off.
async fn apart<T: Send + 'static>(
    words: Words,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Response> {
    tokio::task::spawn_blocking(work).await.map_err(|why| broken(words, &why.to_string()))
}

/// Something went wrong that is nobody's fault: what the program knows of it, and that nothing is lost.
fn broken(words: Words, why: &str) -> Response {
    let says = words.with("class-broken-says", &[("why", why)]);
    html(StatusCode::INTERNAL_SERVER_ERROR, message(words, &words.get("class-broken"), &says))
}

fn see(place: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, place.to_owned())]).into_response()
}

fn html(status: StatusCode, page: String) -> Response {
    (status, Html(page)).into_response()
}
