//! The list of the class: brought in, who of it is here, and who is missing.

use super::Desk;
use crate::server::class::Entry;
use crate::server::pages::parts::{country, hidden};
use maud::{Markup, html};

/// The list and the way to bring one.
pub(super) fn roster(desk: &Desk<'_>) -> Markup {
    let list = &desk.class.roster;
    let missing = || list.iter().filter(|it| it.person.is_none());
    let here = list.len() - missing().count();
    html! {
        @if !list.is_empty() {
            p { strong { (desk.words.with("roster-here", &[("here", &here.to_string()), ("all", &list.len().to_string())])) } }
            @if missing().next().is_some() {
                details data-keep="roster-missing" { summary { (desk.get("roster-missing")) }
                    ul.plain.people { @for entry in missing() { li { (entry.listed.name) " " (place(entry)) } } } }
            }
        }
        (upload(desk, &html! {
            p.note { (desk.get("roster-says")) }
            label { (desk.get("roster-file")) input type="file" name="file" accept=".csv,.txt,.tsv,.xlsx,.xls,.ods"; }
            label { (desk.get("roster-typed")) textarea #list name="list" rows="4" placeholder=(desk.get("roster-example")) {} }
            div.buttons {
                button.primary type="submit" name="do" value="roster" { (desk.get("roster-use")) }
                @if !list.is_empty() {
                    button type="submit" name="do" value="roster-none" { (desk.get("roster-none")) }
                }
            }
            p.note { (desk.get("roster-private")) }
        }))
    }
}

/// With whom and where, as far as the list says it.
fn place(entry: &Entry) -> Markup {
    html! {
        span.note {
            @if let Some(group) = &entry.listed.group { (group) " " }
            @if let Some(seat) = entry.listed.seat { (country(seat, "")) }
        }
    }
}

/// A form that carries a file, with and without a script.
fn upload(desk: &Desk<'_>, inner: &Markup) -> Markup {
    html! {
        form method="post" action="/console/roster" enctype="multipart/form-data" data-keep="list" {
            (hidden(desk.csrf, ""))
            (inner)
        }
    }
}
