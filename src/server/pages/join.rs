//! Before the seat: the code, the name, and the way back in.

use super::page;
use crate::server::class::Class;
use crate::words::Words;
use maud::html;

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
        section.card {
            h2 { (words.get("class-join-title")) }
            form method="post" action="/join" {
                label { (words.get("class-code"))
                    input.code name="code" value=(door.code) maxlength="4" required autocomplete="off"
                        autocapitalize="characters" spellcheck="false";
                }
                label { (words.get("class-name"))
                    input name="name" value=(door.name) maxlength="24" required autocomplete="off";
                }
                p.note { (words.get("class-name-note")) }
                button.primary type="submit" { (words.get("class-join")) }
            }
        }
        details.card {
            summary { (words.get("class-back-title")) }
            form method="post" action="/rejoin" {
                p.note { (words.get("class-back-note")) }
                label { (words.get("class-code"))
                    input.code name="code" value=(door.code) maxlength="4" required autocomplete="off"
                        autocapitalize="characters" spellcheck="false";
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

/// A page with one message.
pub fn message(words: Words, title: &str, says: &str) -> String {
    let body = html! {
        section.card { h1 { (title) } p { (says) } p { a href="/" { (words.get("class-to-start")) } } }
    };
    page(words, title, None, &body, false)
}
