//! Pages for phones, console and projector, written as HTML on this computer.
//!
//! Every text goes through maud, which escapes it. What a seat's page shows comes from its [`View`].

pub mod console;
pub mod join;
pub mod projector;
pub mod seat;
pub mod slides;
mod actions;
mod assent;
mod charts;
mod debrief;
mod ending;
mod naming;
mod notebook;
mod observer;
mod opened;
pub(super) mod parts;
mod preparation;
mod quiz;
mod sheet;
mod talks;
mod treaty;

use crate::rules::{Event, LONGEST_SPEECH, OfferKind, OfferNo};
use crate::scenario::{Lang, PerSeat, Seat, Shared, Text};
use crate::server::class::{Class, Pair, Phase};
use crate::view::View;
use crate::words::Words;
use maud::{DOCTYPE, Markup, html};
use std::sync::Arc;

pub use debrief::draw;
pub use opened::Opened;
pub use preparation::items;

/// The style of all pages.
pub const STYLE: &str = include_str!("../../../web/style.css");
/// The only script: what makes a page like a newer one, and what listens for it.
pub const SCRIPT: &str = concat!(include_str!("../../../web/morph.js"), include_str!("../../../web/live.js"));
/// The sign in the browser's tab.
pub const ICON: &str = include_str!("../../../web/icon.svg");

/// What a page of a person is made of.
pub struct Desk<'a> {
    /// The words of the device.
    pub words: Words,
    /// The class.
    pub class: &'a Class,
    /// The person's number.
    pub person: usize,
    /// What every form must carry.
    pub csrf: &'a str,
    /// Now, in milliseconds.
    pub now: u64,
    /// What went wrong with the last post.
    pub alert: Option<String>,
    /// Whether the whole sheet is shown.
    pub long: bool,
    /// Whether the draft begins with what they offered or explored, or with the mediator's text.
    pub copy: Option<OfferKind>,
    /// The debrief of the person's table, if it may be shown.
    pub debrief: Option<Arc<Opened>>,
    /// Milliseconds until a counterpart takes a chair of the person's table, where that is near.
    pub silent: PerSeat<Option<u64>>,
    /// The number that changes with everything that the page may show.
    pub live: String,
}

impl<'a> Desk<'a> {
    /// What needs neither a form nor the time: a part of a page that is drawn by itself.
    pub const fn bare(words: Words, class: &'a Class, person: usize) -> Self {
        Self {
            words,
            class,
            person,
            csrf: "",
            now: 0,
            alert: None,
            long: false,
            copy: None,
            debrief: None,
            silent: PerSeat { first: None, second: None },
            live: String::new(),
        }
    }
}

/// A desk with a seat.
pub struct Place<'a> {
    /// The desk.
    pub desk: &'a Desk<'a>,
    /// The table.
    pub pair: &'a Pair,
    /// The seat.
    pub seat: Seat,
    /// What the seat may see.
    pub view: View<'a>,
}

impl Place<'_> {
    fn words(&self) -> Words {
        self.desk.words
    }

    fn get(&self, key: &str) -> String {
        self.desk.words.get(key)
    }

    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.desk.words.lang)
    }

    const fn shared(&self) -> &Shared {
        self.view.shared
    }

    fn name(&self, seat: Seat) -> &str {
        self.text(&self.view.shared.countries[seat].name)
    }

    fn points(&self, points: i64) -> String {
        self.desk.words.points(points as f64 / 100.0)
    }

    /// Whether a counterpart made this offer in a person's chair.
    fn lent(&self, by: Option<Seat>, no: OfferNo) -> bool {
        let Some(seat) = by else { return false };
        self.pair.lent(seat).any(|event| {
            let happened = self.pair.table.events().get(event - 1);
            matches!(happened, Some(Event::Offered(offer)) if offer.no == no)
        })
    }

    /// Words that go with an act, if somebody wants to say any.
    fn beside(&self) -> Markup {
        html! {
            input.beside type="text" name="speech" maxlength=(LONGEST_SPEECH) autocomplete="off"
                aria-label=(self.get("class-beside")) placeholder=(self.get("class-beside"));
        }
    }

    fn form(&self, act: &str, inner: &Markup) -> Markup {
        parts::form(self.desk.csrf, act, inner)
    }
}

/// A whole page. `live` is the number that changes with everything the page may show.
pub fn page(words: Words, title: &str, live: Option<&str>, body: &Markup, wide: bool) -> String {
    page_of(words, title, live, body, if wide { "wide" } else { "" }, true)
}

/// The same with a class of its own for the body, and without a foot for projectors.
fn page_of(words: Words, title: &str, live: Option<&str>, body: &Markup, class: &str, foot: bool) -> String {
    let other = match words.lang {
        Lang::Id => Lang::En,
        Lang::En => Lang::Id,
    };
    html! {
        (DOCTYPE)
        html lang=(words.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (title) " \u{b7} Mufakat" }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                script src="/live.js" defer {}
            }
            body class=[(!class.is_empty()).then_some(class)] {
                a.skip href="#main" { (words.get("class-skip")) }
                p #said .said role="status" {}
                main #main data-live=[live] data-lost=(words.get("class-lost")) data-over=(words.get("class-over")) {
                    @if live.is_some() {
                        noscript { p.notice { (words.get("class-no-script")) " " a.button href="" { (words.get("class-look-again")) } } }
                    }
                    (body)
                }
                @if foot {
                    footer {
                        form method="post" action="/lang" {
                            input type="hidden" name="lang" value=(other.code());
                            button.quiet type="submit" lang=(other.code()) { (other.own_name()) }
                        }
                        span { "Mufakat" }
                    }
                }
            }
        }
    }
    .into_string()
}

/// Minutes and seconds that are left, for people and for the script.
pub fn clock(words: Words, class: &Class, now: u64) -> Markup {
    let paused = class.clock.paused.is_some();
    html! {
        @if let Some(left) = class.clock.left(now) {
            @let seconds = left / 1000;
            span.clock data-seconds=(seconds) data-paused=[paused.then_some("1")] title=(words.get("class-time-left")) {
                (format!("{}:{:02}", seconds / 60, seconds % 60))
            }
        }
        @if paused { span.chip.care { (words.get("class-paused")) } }
    }
}

/// The name of a phase.
pub fn phase(words: Words, phase: Phase) -> String {
    words.get(&format!("class-phase-{}", phase.name()))
}
