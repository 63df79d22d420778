//! Tells pages when there is something new: a number, and nothing of what it is.

use super::{SEAT, Site, cookie};
use crate::server::class::Class;
use crate::server::{chairs, chance};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};

/// What is said in place of a number when there is nothing to listen for any more.
const OVER: &str = "over";

impl Site {
    /// Everything was deleted: all pages that listen hear it, and try no longer to come back.
    pub(super) fn bid_farewell(&self) {
        self.farewell.store(true, Ordering::Relaxed);
        self.host.nudge();
    }

    /// The number of a person's page: of the class, and of whoever is silent at the table.
    pub(super) fn number_for(&self, class: &Class, person: usize) -> String {
        let told = class.place(person).map(|(no, _)| chairs::is_told(&self.host, class, no));
        let told = told.map_or(0, |told| u8::from(told.first) + 2 * u8::from(told.second));
        format!("{}.{told}", class.version_for(person))
    }

    fn or_over(&self, number: String) -> String {
        if self.farewell.load(Ordering::Relaxed) { OVER.to_owned() } else { number }
    }
}

/// The number of a seat's page.
fn number(site: &Site, headers: &HeaderMap) -> Option<(usize, String)> {
    let token = cookie(headers, SEAT)?;
    let class = site.host.class();
    let person = class.person_of(&chance::digest("seat", &token))?;
    Some((person, site.or_over(site.number_for(&class, person))))
}

/// The number once, for pages whose stream does not hold. Being asked by a hand says that somebody is there.
pub async fn version(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let Some((person, number)) = number(&site, &headers) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    if headers.contains_key("x-here") {
        site.host.touch(person);
    }
    number.into_response()
}

/// The number of a seat's page, whenever it changes.
pub async fn stream(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let Some((person, _)) = number(&site, &headers) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let inner = Arc::clone(&site);
    numbers(&site, move || inner.or_over(inner.number_for(&inner.host.class(), person)))
}

/// The same for the console.
pub async fn console(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let known = super::console::is_known(&site, &headers);
    if !known {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let inner = Arc::clone(&site);
    numbers(&site, move || inner.or_over(inner.number()))
}

fn numbers(site: &Site, number: impl Fn() -> String + Send + 'static) -> Response {
    // Listens before it looks: what changes in between is heard.
    let changes = site.host.changes();
    let first = number();
    let mut last = first.clone();
    // A slow reader that missed some changes still hears of the newest.
    let later = BroadcastStream::new(changes).filter_map(move |_| {
        let now = number();
        (now != last).then(|| {
            last.clone_from(&now);
            now
        })
    });
    let stream = tokio_stream::once(first).chain(later);
    Sse::new(events(stream)).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))).into_response()
}

fn events(numbers: impl Stream<Item = String>) -> impl Stream<Item = Result<Event, Infallible>> {
    numbers.map(|number| Ok(Event::default().data(number)))
}
