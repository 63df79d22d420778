//! The own name: another one for whoever picked the wrong one.

use super::Desk;
use super::join::names;
use super::parts::form;
use crate::server::class::Phase;
use crate::table::LONGEST_NAME;
use maud::{Markup, html};

/// For somebody whose name was released: the way to another.
pub(super) fn nameless(desk: &Desk<'_>) -> Markup {
    let person = &desk.class.people[desk.person];
    html! {
        @if person.nameless {
            section.card.fresh {
                h1 data-say { (desk.words.get("name-released")) }
                p { (desk.words.with("name-released-says", &[("name", &person.name)])) }
                (choose(desk))
            }
        }
    }
}

/// Under the own name: what to do if it is somebody else's.
pub(super) fn wrong(desk: &Desk<'_>) -> Markup {
    let (class, words) = (desk.class, desk.words);
    let person = &class.people[desk.person];
    if person.nameless || class.phase == Phase::Debrief {
        return html! {};
    }
    html! {
        @if !class.may_rename(desk.person) {
            @if person.asks_name { p { (words.get("name-asked")) } }
            @else { (form(desk.csrf, "ask-name", &html! { button type="submit" { (words.get("name-ask")) } })) }
        } @else {
            details data-keep="wrong-name" {
                summary { (words.get("name-wrong")) }
                @if class.entry_of(desk.person).is_some() {
                    p { (words.get("name-release-says")) }
                    (form(desk.csrf, "release", &html! { button type="submit" { (words.get("name-release")) } }))
                }
                (choose(desk))
            }
        }
    }
}

fn choose(desk: &Desk<'_>) -> Markup {
    let words = desk.words;
    let list = !desk.class.roster.is_empty();
    form(
        desk.csrf,
        "name",
        &html! {
            @if list { (names(words, desk.class)) }
            label { (words.get(if list { "name-type-else" } else { "class-name" }))
                input name="name" maxlength=(LONGEST_NAME) required[!list] autocomplete="nickname";
            }
            button.primary type="submit" { (words.get("name-take")) }
        },
    )
}
