//! Everybody in the class: where they sit, their digits, and names that were picked wrongly.

use super::Desk;
use super::side::place;
use crate::server::class::Person;
use crate::server::pages::parts::country;
use crate::server::roster;
use maud::{Markup, html};

/// Everybody with the digits for another phone, and a way to another seat and another name without a mouse.
pub(super) fn people(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let everybody = || class.present().map(|(no, _)| no);
    html! {
        ul.plain.people {
            @for (no, person) in class.present() { (line(desk, no, person)) }
        }
        h3 { (desk.get("class-by-hand")) }
        (place(desk, "place", everybody()))
        h3 { (desk.get("name-mend")) }
        (desk.form("name", &html! {
            (desk.person(everybody()))
            label { (desk.get("name-new")) input name="name" maxlength=(roster::LONGEST) required autocomplete="off"; }
            button type="submit" { (desk.get("name-give")) }
        }))
        p.note { (desk.get("name-mend-says")) }
        @if !desk.rehearsal {
            details.confirm data-keep="send-away" {
                summary.button { (desk.get("class-send-away")) " \u{2026}" }
                p.note { (desk.get("class-send-away-says")) }
                (desk.form("send-away", &html! {
                    (desk.person(everybody()))
                    button type="submit" { (desk.get("class-send-away")) }
                }))
            }
        }
    }
}

/// Who asked for another name, before everything else: it is one click.
pub(super) fn asking(desk: &Desk<'_>) -> Markup {
    let people = || desk.class.present().filter(|(_, it)| it.asks_name);
    html! {
        @if people().next().is_some() && !desk.rehearsal {
            div.waiting {
                @for (no, person) in people() {
                    strong { (person.name) } span { (desk.get("name-asks")) }
                    (click(desk, "release", no, &desk.get("name-release"), &person.name))
                }
            }
        }
    }
}

fn line(desk: &Desk<'_>, no: usize, person: &Person) -> Markup {
    let class = desk.class;
    let listed = class.entry_of(no).is_some();
    let before = person.before.filter(|_| person.nameless).and_then(|entry| class.roster.get(entry));
    html! {
        li {
            (person.name) " " span.note {
                @match (person.place, person.observes) {
                    (Some((pair, seat)), _) => { (pair + 1) " " (country(seat, "")) },
                    (None, Some(pair)) => { (desk.get("lesson-odd-observer")) " " (pair + 1) },
                    (None, None) => (desk.get("class-waits")),
                }
                " \u{b7} " (person.digits)
                @if person.devices.len() > 1 { " \u{b7} " (desk.words.count("class-phones", person.devices.len() as u64)) }
            }
            @if person.asks_name { " " span.chip.care { (desk.get("name-asks")) } }
            @if person.nameless { " " span.chip.care { (desk.get("name-none")) } }
            @if listed || person.asks_name { (click(desk, "release", no, &desk.get("name-release"), &person.name)) }
            @if let Some(entry) = before.filter(|it| it.person.is_none()) {
                @let label = desk.words.with("name-give-back", &[("name", &entry.listed.name)]);
                (click(desk, "give-back", no, &label, &person.name))
            }
        }
    }
}

/// One click for one person; what is read aloud says for whom.
fn click(desk: &Desk<'_>, act: &str, person: usize, label: &str, name: &str) -> Markup {
    desk.form(
        act,
        &html! {
            input type="hidden" name="person" value=(person);
            button type="submit" aria-label=(format!("{label}: {name}")) { (label) }
        },
    )
}
