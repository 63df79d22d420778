//! Drawings of a whole class as SVG: a [`Together`] goes in, markup comes out.
//!
//! Drawings are 960 wide and meant for a projector: type of 28 points and more, thick lines, and a
//! shape beside every colour. Each has its content in words for who does not see it.

mod grades;
mod guesses;
mod heat;
mod replay;
mod scatter;
mod spread;

pub use grades::{grades, lenses, years};
pub use guesses::{anchors, guesses};
pub use heat::heat_map;
pub use replay::replay;
pub use scatter::{Arrows, scatter};
pub use spread::left;

use super::class::Source;
use super::pages::parts::sign_at;
use super::together::{Outcome, Together};
use crate::print::Scale;
use crate::scenario::Seat;
use crate::words::Words;
use maud::{Markup, html};

/// Width of every drawing.
pub const WIDTH: f64 = 960.0;
/// Height of every drawing.
pub const HEIGHT: f64 = 520.0;

/// What a drawing is made of.
#[derive(Clone, Copy)]
pub struct Board<'a> {
    /// The words.
    pub words: Words,
    /// The class.
    pub class: &'a Together,
}

impl Board<'_> {
    fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    fn name(&self, seat: Seat) -> &str {
        self.class.scenario.shared.countries[seat].name.get(self.words.lang)
    }

    fn num(&self, value: f64) -> String {
        self.words.num(value, 0)
    }
}

/// A drawing with its content in words.
fn picture(label: &str, inner: &Markup) -> Markup {
    html! {
        svg.big viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(label) { (inner) }
    }
}

/// One decimal: enough for a place in a drawing.
fn at(value: f64) -> String {
    let text = format!("{value:.1}");
    if text == "-0.0" { "0.0".to_owned() } else { text }
}

/// Where the axes of points stand, and how a point becomes a place.
#[derive(Clone, Copy)]
struct Frame {
    scale: Scale,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Frame {
    /// A frame for all that is shown.
    fn around(points: impl Iterator<Item = [f64; 2]>) -> Self {
        let scale = Scale::around(points);
        Self { scale, left: 108.0, right: WIDTH - 24.0, top: 18.0, bottom: HEIGHT - 88.0 }
    }

    fn place(&self, point: [f64; 2]) -> [f64; 2] {
        let [x, y] = self.scale.share(point);
        [self.left + x * (self.right - self.left), self.bottom - y * (self.bottom - self.top)]
    }

    /// Axes with their ticks and names.
    fn draw(&self, board: &Board<'_>, names: [&str; 2]) -> Markup {
        html! {
            @for tick in self.scale.ticks(0) {
                @let x = self.place([tick, self.scale.low[1]])[0];
                line.grid x1=(at(x)) x2=(at(x)) y1=(at(self.top)) y2=(at(self.bottom)) {}
                text.tick x=(at(x)) y=(at(self.bottom + 34.0)) text-anchor="middle" { (board.num(tick)) }
            }
            @for tick in self.scale.ticks(1) {
                @let y = self.place([self.scale.low[0], tick])[1];
                line.grid x1=(at(self.left)) x2=(at(self.right)) y1=(at(y)) y2=(at(y)) {}
                text.tick x=(at(self.left - 12.0)) y=(at(y + 10.0)) text-anchor="end" { (board.num(tick)) }
            }
            text.axis x=(at((self.left + self.right) / 2.0)) y=(at(self.bottom + 74.0)) text-anchor="middle" { (names[0]) }
            text.axis transform=(format!("translate(24 {}) rotate(-90)", at((self.top + self.bottom) / 2.0))) text-anchor="middle" { (names[1]) }
        }
    }
}

/// The sign of a result: its source by shape, a lent chair hollow.
fn mark(source: Source, lent: bool, place: [f64; 2], size: f64) -> Markup {
    let [x, y] = place;
    let class = if lent { "dot lent" } else { "dot" };
    let path = |points: &[[f64; 2]]| {
        let all: Vec<String> =
            points.iter().map(|[dx, dy]| format!("{},{}", at(x + dx * size), at(y + dy * size))).collect();
        all.join(" ")
    };
    html! {
        @match source {
            Source::Class => circle class=(class) cx=(at(x)) cy=(at(y)) r=(at(size)) {},
            Source::HotSeat => polygon class=(class) points=(path(&[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]])) {},
            Source::Solo => polygon class=(class) points=(path(&[[0.0, -1.15], [1.1, 0.85], [-1.1, 0.85]])) {},
            Source::Paper => polygon class=(class) points=(path(&[[0.0, -1.25], [1.25, 0.0], [0.0, 1.25], [-1.25, 0.0]])) {},
        }
    }
}

/// A cross for talks without a deal.
fn cross(place: [f64; 2], size: f64) -> Markup {
    let [x, y] = place;
    let d = format!(
        "M{} {}L{} {}M{} {}L{} {}",
        at(x - size),
        at(y - size),
        at(x + size),
        at(y + size),
        at(x - size),
        at(y + size),
        at(x + size),
        at(y - size)
    );
    html! { path.impasse d=(d) {} }
}

/// Places for results of which many are equal: equal ones stand beside each other.
fn apart(places: &[[f64; 2]], step: f64) -> Vec<[f64; 2]> {
    let mut taken: Vec<[f64; 2]> = Vec::new();
    for place in places {
        let near = |it: &[f64; 2], place: &[f64; 2]| {
            (it[0] - place[0]).abs() < step * 0.8 && (it[1] - place[1]).abs() < step * 0.8
        };
        let mut free = *place;
        // To the right and left by turns, then a row higher.
        for turn in 1..64_i32 {
            if !taken.iter().any(|it| near(it, &free)) {
                break;
            }
            let row = f64::from(turn / 6);
            let across = f64::from((turn % 6 + 1) / 2) * if turn % 2 == 0 { 1.0 } else { -1.0 };
            free = [place[0] + across * step, place[1] - row * step];
        }
        taken.push(free);
    }
    taken
}

/// The same on a line: equal ones stand above each other, so many at most, and then a little aside.
fn piled(places: &[[f64; 2]], step: f64, rows: usize) -> Vec<[f64; 2]> {
    let mut piled = Vec::new();
    for (no, place) in places.iter().enumerate() {
        let before = &places[..no];
        let near = before.iter().filter(|it| (it[0] - place[0]).abs() < step * 0.8).count();
        let aside = (near / rows) as f64 * step * 0.5;
        piled.push([place[0] - aside, place[1] - step * (near % rows) as f64]);
    }
    piled
}

/// The two countries with their signs.
pub fn sides(board: &Board<'_>) -> Markup {
    html! {
        ul.legend {
            @for seat in Seat::ALL {
                li { svg.key viewBox="0 0 40 40" aria-hidden="true" { (side(seat, [20.0, 20.0], 13.0, false)) }
                    span { (board.name(seat)) } }
            }
        }
    }
}

/// The sign of a country at a place, hollow without an agreement.
fn side(seat: Seat, place: [f64; 2], size: f64, open: bool) -> Markup {
    sign_at(seat, place, size, if open { "side open" } else { "side" }, "")
}

/// The signs that occur in a class, with the words for them.
pub fn legend(board: &Board<'_>) -> Markup {
    let outcomes = &board.class.outcomes;
    let key = |inner: Markup, words: String| {
        html! { li { svg.key viewBox="0 0 40 40" aria-hidden="true" { (inner) } span { (words) } } }
    };
    html! {
        ul.legend {
            @for source in Source::ALL {
                @if outcomes.iter().any(|it| it.source == source && !it.lent && it.deal.is_some()) {
                    (key(mark(source, false, [20.0, 20.0], 12.0), board.get(&format!("lesson-source-{}", source.name()))))
                }
                @if outcomes.iter().any(|it| it.source == source && it.lent && it.deal.is_some()) {
                    (key(mark(source, true, [20.0, 20.0], 12.0), board.get(&format!("lesson-lent-{}", source.name()))))
                }
            }
            @if outcomes.iter().any(|it| it.deal.is_none()) {
                (key(cross([20.0, 20.0], 10.0), board.get("lesson-impasse")))
            }
        }
    }
}

/// What stands for a result in a drawing.
fn sign_of(outcome: &Outcome, place: [f64; 2], size: f64) -> Markup {
    if outcome.deal.is_none() {
        return cross(place, size * 0.85);
    }
    mark(outcome.source, outcome.lent, place, size)
}
