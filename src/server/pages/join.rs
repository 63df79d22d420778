//! Before the seat: the code, the name, and the way back in.

use super::page;
use crate::server::class::Class;
use crate::server::roster;
use crate::table::LONGEST_NAME;
use crate::words::Words;
use maud::{Markup, html};

/// What the page is made of.
pub struct Door<'a> {
    /// The words of the device.
    pub words: Words,
    /// The class.
    pub class: &'a Class,
    /// The code, if the address brought it.
    pub code: &'a str,
    /// What went wrong.
    pub alert: Option<String>,
    /// A name that was made up.
    pub name: &'a str,
    /// Whether the code was given and is right: the list of names is for the class alone.
    pub admitted: bool,
    /// Who comes.
    pub coming: Coming,
}

/// Who comes to the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    /// Somebody with a device of their own, perhaps for the first time.
    New,
    /// The device speaks for somebody already, who lends it to somebody else.
    Shared,
    /// Somebody who is in the class, with another device.
    Back,
    /// Somebody whom the teacher sent away.
    SentAway,
}

/// The first page: opening it changes nothing, so that a preview of the link takes no seat.
pub fn join(door: &Door<'_>) -> String {
    let words = door.words;
    let title = door.class.scenario.shared.title.get(words.lang);
    let body = html! {
        header.hero {
            p.overline { (words.get("class-overline")) }
            h1 { (title) }
            p { (words.get("title-subtitle")) "." }
        }
        @if let Some(alert) = &door.alert { p.alert role="alert" { (alert) } }
        @if door.coming == Coming::SentAway { p.notice data-say { (words.get("class-sent-away")) } }
        section.card {
            h2 { (words.get("class-join-title")) }
            form method="post" action="/join" {
                // A page that was opened with a cookie: a post without it comes from a device that keeps none.
                input type="hidden" name="device" value="1";
                @if door.coming == Coming::Shared { input type="hidden" name="shared" value="1"; }
                label { (words.get("class-code"))
                    input.code name="code" value=(door.code) maxlength="4" required autocomplete="off"
                        autocapitalize="characters" spellcheck="false";
                }
                @match (door.class.roster.is_empty(), door.admitted) {
                    (true, _) => (made_up(door)),
                    (false, true) => (from_list(door)),
                    // First the code, then the names.
                    (false, false) => { button.primary type="submit" { (words.get("roster-next")) } },
                }
            }
        }
        p.note { (words.get("class-data-stays")) " " (words.get("class-stay-connected")) }
        details.card open[door.coming == Coming::Back] {
            summary { (words.get("class-back-title")) }
            form method="post" action="/rejoin" {
                p.note { (words.get("class-back-note")) }
                label { (words.get("class-code"))
                    input.code name="code" value=(door.code) maxlength="4" required autocomplete="off"
                        autocapitalize="characters" spellcheck="false";
                }
                label { (words.get("class-name"))
                    input name="name" maxlength=(roster::LONGEST) required autocomplete="off";
                }
                label { (words.get("class-digits"))
                    input.code name="digits" inputmode="numeric" pattern="[0-9]{4}" maxlength="4" required autocomplete="off";
                }
                button type="submit" { (words.get("class-back")) }
            }
        }
    };
    page(words, &words.get("class-join-title"), None, &body, false)
}

/// A name that was made up, or another.
fn made_up(door: &Door<'_>) -> Markup {
    let words = door.words;
    html! {
        label { (words.get("class-name"))
            input name="name" value=(door.name) maxlength=(LONGEST_NAME) required autocomplete="nickname";
        }
        p.note { (words.get("class-name-note")) }
        button.primary type="submit" { (words.get("class-join")) }
    }
}

/// The names of the list that nobody has taken; who is not on it types one.
fn from_list(door: &Door<'_>) -> Markup {
    let words = door.words;
    html! {
        (names(words, door.class))
        details data-keep="not-listed" {
            summary { (words.get("roster-not-listed")) }
            label { (words.get("class-name"))
                input name="name" maxlength=(LONGEST_NAME) autocomplete="nickname";
            }
            p.note { (words.get("roster-not-listed-says")) }
        }
        button.primary type="submit" { (words.get("class-join")) }
    }
}

/// The names of the list that are free.
pub(super) fn names(words: Words, class: &Class) -> Markup {
    html! {
        label { (words.get("roster-pick"))
            select name="entry" {
                option value="" { (words.get("roster-choose")) }
                @for (no, entry) in class.roster.iter().enumerate().filter(|(_, it)| it.person.is_none()) {
                    option value=(no) { (entry.listed.name) }
                }
            }
        }
    }
}

/// A page with one message.
pub fn message(words: Words, title: &str, says: &str) -> String {
    let body = html! {
        section.card { h1 { (title) } p { (says) } p { a href="/" { (words.get("class-to-start")) } } }
    };
    page(words, title, None, &body, false)
}
