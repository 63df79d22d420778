//! The projector: how to come in, the clock, how far the class is; then the debrief, slide by slide.
//!
//! Before the debrief it is made of counts alone: nothing of what happens at a table.

use super::parts::{hidden, made};
use super::slides;
use super::{clock, page_of, phase};
use crate::scenario::Seat;
use crate::server::class::{Class, Phase};
use crate::server::network::{self, qr_svg};
use crate::server::together::Together;
use crate::view::Debrief;
use crate::words::Words;
use maud::{Markup, html};
use std::sync::Arc;

/// What the projector is made of.
pub struct Wall<'a> {
    /// The words of the device.
    pub words: Words,
    /// The class.
    pub class: &'a Class,
    /// Its code.
    pub code: &'a str,
    /// Addresses for phones, the likeliest first.
    pub urls: &'a [String],
    /// What every form must carry.
    pub csrf: &'a str,
    /// Now, in milliseconds.
    pub now: u64,
    /// Whether it is a dry run.
    pub rehearsal: bool,
    /// The number that changes with everything that is shown.
    pub live: &'a str,
    /// The class's debrief, if the lesson has come to it.
    pub together: Option<Arc<Together>>,
    /// The debrief of the table whose talks are shown.
    pub shown: Option<(usize, Arc<Debrief>)>,
}

impl Wall<'_> {
    pub(super) fn get(&self, key: &str) -> String {
        self.words.get(key)
    }
}

/// The page.
pub fn projector(wall: &Wall<'_>) -> String {
    let class = wall.class;
    let title = class.scenario.shared.title.get(wall.words.lang);
    let body = match &wall.together {
        Some(together) if class.slide > 0 => slides::slide(wall, together),
        _ => door(wall, title),
    };
    let body = html! {
        @if wall.rehearsal { p.rehearsal { (wall.get("lesson-rehearsal")) } }
        (body)
        nav.steps data-slide=(class.slide) aria-label=(wall.get("lesson-slides")) {
            (step(wall, "previous", "\u{25c0}"))
            @if class.phase == Phase::Debrief {
                span { (class.slide) " / " (slides::slides(class).len()) }
            }
            (step(wall, "next", "\u{25b6}"))
        }
    };
    let class = if class.phase == Phase::Debrief { "wide projector turned" } else { "wide projector" };
    page_of(wall.words, title, Some(wall.live), &body, class, false)
}

fn step(wall: &Wall<'_>, to: &str, sign: &str) -> Markup {
    html! {
        @if wall.class.phase == Phase::Debrief {
            form method="post" action="/console/act" {
                (hidden(wall.csrf, "slide"))
                input type="hidden" name="from" value="projector";
                input type="hidden" name="to" value=(to);
                button type="submit" data-step=(to) aria-label=(wall.get(&format!("lesson-{to}"))) { (sign) }
            }
        }
    }
}

/// Code, QR, clock and progress.
fn door(wall: &Wall<'_>, title: &str) -> Markup {
    let class = wall.class;
    let link = wall.urls.first().map(|url| network::door(url, wall.code));
    let open = class.phase < Phase::Debrief;
    html! {
        header.wall-top {
            h1 { (title) }
            div { (phase(wall.words, class.phase)) " " (clock(wall.words, class, wall.now)) }
        }
        div.entrance.alone[!open] {
            @if open && !wall.rehearsal {
                div.qr { @if let Some(svg) = link.as_deref().and_then(qr_svg) { (made(svg)) } }
                div {
                    p { (wall.get("lesson-open-address")) }
                    @for url in wall.urls.iter().take(1) { p.address { (url.trim_start_matches("http://")) } }
                    p { (wall.get("lesson-enter-code")) }
                    p.big-code { (wall.code) }
                }
            }
        }
        (progress(wall))
        @if let Some(told) = class.notice(None) {
            p.told { strong { (wall.get("class-teacher")) ": " } (told.words) }
        }
    }
}

/// How far the class is, as one count of many.
fn progress(wall: &Wall<'_>) -> Markup {
    let class = wall.class;
    let tables = || class.tables().map(|(_, pair)| pair);
    let seats = 2 * tables().count();
    let (key, done, all) = match class.phase {
        Phase::Join => ("lesson-progress-join", class.present().count(), class.present().count()),
        Phase::Briefing => {
            let people = class.people.iter().filter(|it| it.place.is_some());
            ("lesson-progress-briefing", people.clone().filter(|it| it.understood).count(), people.count())
        }
        Phase::Preparation => {
            // Where both are ready, a table stands in its talks already and waits for a turn.
            let ready = |seat: Seat| tables().filter(|it| it.is_prepared(seat)).count();
            ("lesson-progress-preparation", ready(Seat::First) + ready(Seat::Second), seats)
        }
        Phase::Talks => {
            let closed = tables().filter(|it| it.table.is_closed()).count();
            ("lesson-progress-talks", closed, tables().count())
        }
        Phase::Questions => {
            let done = tables().map(|it| Seat::ALL.iter().filter(|seat| !it.table.awaits(**seat)).count());
            ("lesson-progress-questions", done.sum(), seats)
        }
        Phase::Debrief => ("lesson-progress-debrief", 0, 0),
    };
    let words = wall.words.with(key, &[("done", &done.to_string()), ("all", &all.to_string())]);
    html! {
        p.progress { (words) }
        @if all > 0 && class.phase > Phase::Join {
            svg.bar viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true" {
                rect.well width="100" height="3" {}
                rect.fill width=(format!("{:.1}", 100.0 * done as f64 / all as f64)) height="3" {}
            }
        }
    }
}
