//! What the teacher takes along: tables, reports.

use super::{Site, console, see};
use crate::interchange::table::xlsx;
use crate::print::{Format, report_documents, write};
use crate::scenario::{PerSeat, Seat};
use crate::server::class::{Class, Phase};
use crate::server::http::forms::Fields;
use crate::server::take::{Csv, csv, grade_book, json, table};
use crate::server::together::Known;
use crate::table::Player;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

fn file(kind: &str, name: &str, bytes: Vec<u8>) -> Response {
    let name = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response()
}

fn known(site: &Site, class: &Class, rehearsal: bool) -> Known {
    (0..class.pairs.len()).filter_map(|no| Some((no, site.debrief_of(class, rehearsal, no)?))).collect()
}

/// The class as a table: `class.csv` (with `sep` and `decimal`), `class.xlsx`, `class.json`, `moodle.csv`.
pub async fn class(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    if !console::is_known(&site, &headers) {
        return see("/console");
    }
    let query = Fields(query);
    let words = site.words(&headers);
    let (class, rehearsal) = site.shown();
    let known = known(&site, &class, rehearsal);
    let way = Csv {
        semicolon: query.text("sep") == Some("semicolon"),
        decimal_comma: query.text("decimal") == Some("comma"),
    };
    let code = &site.host.head.code;
    const TABLE: &str = "text/csv; charset=utf-8";
    match name.as_str() {
        "class.csv" => {
            file(TABLE, &format!("mufakat-{code}.csv"), csv(&table(&class, &known, words), way).into_bytes())
        }
        "moodle.csv" => {
            let grid = grade_book(&class, &known, words);
            file(TABLE, &format!("mufakat-{code}-moodle.csv"), csv(&grid, way).into_bytes())
        }
        "class.json" => {
            let text = format!("{:#}\n", json(&class, &known));
            file("application/json", &format!("mufakat-{code}.json"), text.into_bytes())
        }
        "class.xlsx" => match xlsx(&[table(&class, &known, words)]) {
            Ok(bytes) => file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                &format!("mufakat-{code}.xlsx"),
                bytes,
            ),
            Err(why) => (StatusCode::INTERNAL_SERVER_ERROR, why).into_response(),
        },
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The report of one seat, as HTML or PDF. Reports open both sides: they wait for the debrief.
pub async fn report(
    State(site): State<Arc<Site>>,
    Path((pair, name)): Path<(usize, String)>,
    headers: HeaderMap,
) -> Response {
    if !console::is_known(&site, &headers) {
        return see("/console");
    }
    let (class, _) = site.shown();
    let (seat, format) = match name.split_once('.') {
        Some((seat, "pdf")) => (Seat::from_letter(seat), Format::Pdf),
        Some((seat, "html")) => (Seat::from_letter(seat), Format::Html),
        _ => (None, Format::Html),
    };
    let asked = pair.checked_sub(1).and_then(|no| class.pairs.get(no));
    let (Some(seat), Some(asked)) = (seat, asked.filter(|_| class.phase == Phase::Debrief)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let players = PerSeat::from_fn(|seat| {
        let name = asked.stand_in[seat].clone();
        name.map_or(Player::Person, Player::Counterpart)
    });
    let documents = report_documents(&asked.table, &players, site.words(&headers)).unwrap_or_default();
    let Some(document) = documents.into_iter().nth(seat.index()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = if format == Format::Pdf { "application/pdf" } else { "text/html; charset=utf-8" };
    match write(&[document], format).map(|papers| papers.into_iter().next()) {
        Ok(Some(paper)) => file(kind, &format!("mufakat-{pair}-{}", paper.name), paper.bytes),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
