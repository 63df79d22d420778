//! What every request must pass, and what every answer carries.

use super::console::is_known;
use super::{Site, see};
use crate::server::limits::{Try, Who};
use crate::server::pages::join::message;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

/// Nothing from elsewhere, nothing written into the page itself.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// From where a request comes. Without a socket, as in tests, it is this computer.
pub fn peer(request: &Request) -> IpAddr {
    request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip().to_canonical())
}

/// Host, origin and number of posts; the headers of every answer.
pub async fn all(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let words = site.words(request.headers());
    let refuse = |status: StatusCode, key: &str| {
        let page = message(words, &words.get("class-refused"), &words.get(key));
        (status, axum::response::Html(page)).into_response()
    };
    if site.reach.hear(peer(&request)) {
        // The console may be saying that nobody gets in.
        site.host.nudge();
    }
    let mut answer = if !host_is_ours(request.headers()) {
        refuse(StatusCode::MISDIRECTED_REQUEST, "class-refused-host")
    } else if request.method() == Method::POST && !origin_is_ours(request.headers()) {
        refuse(StatusCode::FORBIDDEN, "class-refused-origin")
    } else if request.method() == Method::POST
        && !site.limits.allows(Try::Post, Who::Address(peer(&request)), site.host.now())
    {
        refuse(StatusCode::TOO_MANY_REQUESTS, "class-refused-often")
    } else {
        next.run(request).await
    };
    let headers = answer.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        // A form must say its origin, so it may not be "no-referrer".
        (header::REFERRER_POLICY, "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    answer
}

/// The console answers this computer only, under any of its addresses, unless it was opened on purpose.
pub async fn console(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if site.console_on_lan || !site.reach.is_outside(peer(&request)) {
        return next.run(request).await;
    }
    let words = site.words(request.headers());
    let page = message(words, &words.get("class-refused"), &words.get("class-refused-console"));
    (StatusCode::FORBIDDEN, axum::response::Html(page)).into_response()
}

/// What only the teacher's browser gets: it holds the cookie that follows the PIN. Others are asked for it.
pub async fn teacher(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if is_known(&site, request.headers()) { next.run(request).await } else { see("/console") }
}

/// Whether the request was sent to an address or to this computer's name in the local network. Another
/// name would be a foreign page that points its own name here.
fn host_is_ours(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|it| it.to_str().ok()) else { return false };
    let name = match host.strip_prefix('[') {
        Some(rest) => return rest.split(']').next().is_some_and(|ip| ip.parse::<IpAddr>().is_ok()),
        None => host.split(':').next().unwrap_or(host),
    };
    name.parse::<IpAddr>().is_ok() || name == "localhost" || name.ends_with(".local")
}

/// Whether a form was on a page of this site. Browsers that say nothing are held by the form's token.
fn origin_is_ours(headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|it| it.to_str().ok());
    let Some(origin) = text(header::ORIGIN) else { return true };
    let host = text(header::HOST).unwrap_or_default();
    origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://")) == Some(host)
}
