//! What the teacher takes along: tables, reports.

use super::{Site, apart, broken, html};
use crate::interchange::table::csv::{self, Style};
use crate::interchange::table::{Grid, xlsx};
use crate::print::{Format, write};
use crate::server::class::{Class, Phase};
use crate::server::http::forms::Fields;
use crate::server::pages::join::message;
use crate::server::take::{Sheets, booklet, bundle, grade_book, json, reports, reports_of, table};
use crate::server::together::Known;
use crate::words::Words;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

fn file(kind: &str, name: &str, bytes: Vec<u8>) -> Response {
    let name = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response()
}

/// There is no such file, or not yet.
fn nothing(words: Words) -> Response {
    html(StatusCode::NOT_FOUND, message(words, &words.get("take-nothing"), &words.get("take-nothing-says")))
}

fn known(site: &Site, class: &Class, rehearsal: bool) -> Known {
    (0..class.pairs.len()).filter_map(|no| Some((no, site.debrief_of(class, rehearsal, no)?))).collect()
}

/// The class as a table: `class.csv` (with `sep` and `decimal`), `class.xlsx`, `class.json`, `moodle.csv`;
/// all reports as `reports.zip` or `reports.pdf`.
pub async fn class(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    let query = Fields(query);
    let words = site.words(&headers);
    let style = Style {
        separator: if query.text("sep") == Some("semicolon") { b';' } else { b',' },
        decimal_comma: query.text("decimal") == Some("comma"),
        for_spreadsheets: true,
    };
    let (class, rehearsal) = site.shown();
    match name.as_str() {
        // Reports open both sides: they wait for the debrief.
        "reports.zip" | "reports.pdf" if class.phase == Phase::Debrief => {
            let code = site.host.head.code.clone();
            apart(words, move || all_reports(&class, &code, &name, words)).await.into_response()
        }
        _ => apart(words, move || made(&site, &class, rehearsal, &name, style, words)).await.into_response(),
    }
}

fn made(site: &Site, class: &Class, rehearsal: bool, name: &str, style: Style, words: Words) -> Response {
    let known = known(site, class, rehearsal);
    let code = &site.host.head.code;
    let as_csv = |grid: Grid, which: &str| {
        let text = csv::write(&[grid], style);
        file("text/csv; charset=utf-8", &format!("mufakat-{code}{which}.csv"), text.into_bytes())
    };
    match name {
        "class.csv" => as_csv(table(class, &known, words), ""),
        "moodle.csv" => as_csv(grade_book(class, &known, words), "-moodle"),
        "class.json" => {
            let text = format!("{:#}\n", json(class, &known));
            file("application/json", &format!("mufakat-{code}.json"), text.into_bytes())
        }
        "class.xlsx" => match xlsx(&[table(class, &known, words)]) {
            Ok(bytes) => file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                &format!("mufakat-{code}.xlsx"),
                bytes,
            ),
            Err(why) => broken(words, &why),
        },
        _ => nothing(words),
    }
}

fn all_reports(class: &Class, code: &str, name: &str, words: Words) -> Response {
    let all = reports(class, words);
    let (kind, made) = if name == "reports.zip" {
        ("application/zip", bundle(&all, words))
    } else {
        let Some(whole) = booklet(all) else { return nothing(words) };
        let papers = write(&[whole], Format::Pdf).map_err(|error| error.to_string());
        ("application/pdf", papers.map(|papers| papers.into_iter().flat_map(|it| it.bytes).collect()))
    };
    match made {
        Ok(bytes) => file(kind, &format!("mufakat-{code}-{name}"), bytes),
        Err(why) => broken(words, &why),
    }
}

/// The reports of one seat as `A` or `B`, those of its `observers`, or the `treaty`, as HTML or PDF. Reports open both sides: they wait for
/// the debrief. Results from outside follow the pairs.
pub async fn report(
    State(site): State<Arc<Site>>,
    Path((no, name)): Path<(usize, String)>,
    headers: HeaderMap,
) -> Response {
    let (class, _) = site.shown();
    let words = site.words(&headers);
    let asked = name.split_once('.').and_then(|(which, ending)| {
        let format = match ending {
            "pdf" => Format::Pdf,
            "html" => Format::Html,
            _ => return None,
        };
        Some((Sheets::from_name(which)?, format))
    });
    let Some((sheets, format)) = asked.filter(|_| class.phase == Phase::Debrief) else {
        return nothing(words);
    };
    apart(words, move || one_report(&class, no, sheets, format, words)).await.into_response()
}

fn one_report(class: &Class, no: usize, sheets: Sheets, format: Format, words: Words) -> Response {
    let Some(document) = reports_of(class, no, words).and_then(|it| it.of(sheets)) else {
        return nothing(words);
    };
    let kind = if format == Format::Pdf { "application/pdf" } else { "text/html; charset=utf-8" };
    match write(&[document], format).map(|papers| papers.into_iter().next()) {
        Ok(Some(paper)) => file(kind, &format!("mufakat-{no}-{}", paper.name), paper.bytes),
        Ok(None) => nothing(words),
        Err(error) => broken(words, &error.to_string()),
    }
}
