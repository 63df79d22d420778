//! What the pages are put together from.

use crate::scenario::Seat;
use crate::server::chance;
use maud::{Markup, PreEscaped, html};

/// A form with what makes a post count: whose it is, and that it counts once.
pub fn form(csrf: &str, act: &str, inner: &Markup) -> Markup {
    html! {
        form method="post" action="/act" data-keep=(act) {
            (hidden(csrf, act))
            (inner)
        }
    }
}

/// The hidden fields of a form.
pub fn hidden(csrf: &str, act: &str) -> Markup {
    html! {
        input type="hidden" name="csrf" value=(csrf);
        input type="hidden" name="key" value=(chance::number());
        @if !act.is_empty() { input type="hidden" name="do" value=(act); }
    }
}

/// The sign of a country: a colour never stands alone.
pub const fn sign(seat: Seat) -> &'static str {
    match seat {
        Seat::First => "\u{25b2}",
        Seat::Second => "\u{25cf}",
    }
}

/// The class of a country's colour.
pub const fn colour(seat: Seat) -> &'static str {
    match seat {
        Seat::First => "one",
        Seat::Second => "two",
    }
}

/// The same sign in a drawing, with more classes, and a title if there is one.
pub fn sign_at(seat: Seat, [x, y]: [f64; 2], size: f64, classes: &str, title: &str) -> Markup {
    let class = format!("{} {classes}", colour(seat));
    let title = html! { @if !title.is_empty() { title { (title) } } };
    let (top, base, side) = (y - size * 1.15, y + size * 0.9, size * 1.15);
    let triangle = format!("{x:.1},{top:.1} {:.1},{base:.1} {:.1},{base:.1}", x + side, x - side);
    html! {
        @match seat {
            Seat::First => polygon class=(class) points=(triangle) { (title) },
            Seat::Second => circle class=(class) cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r=(format!("{size:.1}")) { (title) },
        }
    }
}

/// A country with its sign.
pub fn country(seat: Seat, name: &str) -> Markup {
    html! { span.country.(colour(seat)) { span aria-hidden="true" { (sign(seat)) } " " (name) } }
}

/// A bar from 0 to 100 with a label, and a mark if there is one.
pub fn bar(label: &str, value: f64, mark: Option<f64>, tone: &str) -> Markup {
    let at = |value: f64| format!("{:.1}", value.clamp(0.0, 100.0));
    html! {
        svg.bar.(tone) viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label=(label) {
            rect.well width="100" height="6" {}
            rect.fill width=(at(value)) height="6" {}
            @if let Some(mark) = mark { rect.mark x=(at(mark.min(99.2))) width="0.8" height="6" {} }
        }
    }
}

/// Paragraphs of a text.
pub fn paragraphs(text: &str) -> Markup {
    html! {
        @for part in text.split("\n").map(str::trim).filter(|part| !part.is_empty()) { p { (part) } }
    }
}

/// Markup that was made elsewhere in this program.
pub const fn made(markup: String) -> PreEscaped<String> {
    PreEscaped(markup)
}
