//! The list of the class, typed or as a file.

use super::console::{is_of_this_console, show};
use super::forms::Fields;
use super::student::{PATIENCE, tell};
use super::{Site, apart, see};
use crate::server::class::{Class, Order, Teacher};
use crate::server::roster::{Fault, Listed, read};
use crate::words::Words;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::response::Response;
use std::sync::Arc;

/// A new list in place of the one before; an empty one is refused, `do=roster-none` takes it away.
pub async fn enlist(State(site): State<Arc<Site>>, request: Request) -> Response {
    let headers = request.headers().clone();
    let words = site.words(&headers);
    let given = tokio::time::timeout(PATIENCE, parts(request)).await.ok().flatten();
    let Some((fields, file)) = given.filter(|(fields, _)| is_of_this_console(&site, fields)) else {
        return show(&site, &headers, Some(words.get("class-form-old")));
    };
    let Some(click) = site.click(&fields) else { return see("/console") };
    let class = site.host.class();
    let list = match fields.text("do") {
        Some("roster-none") => Ok(Vec::new()),
        _ => {
            let typed = fields.text("list").unwrap_or_default().as_bytes().to_vec();
            let (bytes, known) = (if file.is_empty() { typed } else { file }, Arc::clone(&class));
            // A workbook is unpacked away from the threads that answer phones.
            match apart(words, move || listed(&known, &bytes)).await {
                Ok(list) => list,
                Err(failed) => return failed,
            }
        }
    };
    let list = match list {
        Ok(list) => list,
        Err(faults) => return show(&site, &headers, Some(told(words, &faults))),
    };
    match site.carry_out(Order::Teacher(Teacher::Roster(list)), click).await {
        Ok(()) => see("/console"),
        Err(no) => show(&site, &headers, Some(tell(words, &class, &no))),
    }
}

fn listed(class: &Class, bytes: &[u8]) -> Result<Vec<Listed>, Vec<Fault>> {
    read(bytes, &class.scenario.shared.countries.map(|it| it.name.clone()))
}

/// The fields of the form and the bytes of its file; `None` if it is no form or too long.
async fn parts(request: Request) -> Option<(Fields, Vec<u8>)> {
    let mut form = Multipart::from_request(request, &()).await.ok()?;
    let (mut fields, mut file) = (Vec::new(), Vec::new());
    while let Some(part) = form.next_field().await.ok()? {
        let name = part.name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.ok()?;
        if name == "file" {
            file = bytes.to_vec();
        } else {
            fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Some((Fields(fields), file))
}

/// Every mistake in a line of its own, after one that says what becomes of the list.
fn told(words: Words, faults: &[Fault]) -> String {
    let mut lines = vec![words.get("roster-faults")];
    lines.extend(faults.iter().map(|fault| {
        let (line, other) = (fault.line.to_string(), fault.other.to_string());
        words.with(fault.key, &[("line", &line), ("text", &fault.text), ("other", &other)])
    }));
    lines.join("\n")
}
