//! What the results leave on the table.

use super::{Board, HEIGHT, WIDTH, at, picture};
use crate::scenario::Seat;
use maud::{Markup, html};

/// A bar for each result, from least to most: what each side leaves on the table, in its own points.
/// The bars bear neither number nor name.
pub fn left(board: &Board<'_>) -> Markup {
    let mut bars: Vec<[f64; 2]> = board.class.outcomes.iter().map(|it| it.left).collect();
    bars.sort_by(|one, other| (one[0] + one[1]).total_cmp(&(other[0] + other[1])));
    let most = bars.iter().map(|it| it[0] + it[1]).fold(10.0, f64::max);
    let step = if most > 60.0 {
        20.0
    } else if most > 25.0 {
        10.0
    } else {
        5.0
    };
    let (left, right, top, bottom) = (84.0, WIDTH - 20.0, 24.0, HEIGHT - 64.0);
    let y = |points: f64| bottom - points / most * (bottom - top);
    let wide = (right - left) / bars.len().max(1) as f64;
    let shown: Vec<String> =
        bars.iter().map(|it| format!("{} + {}", board.num(it[0]), board.num(it[1]))).collect();
    let ticks = (0..=((most / step) as u32)).map(|no| f64::from(no) * step);
    let inner = html! {
        @for tick in ticks {
            line.grid x1=(at(left)) x2=(at(right)) y1=(at(y(tick))) y2=(at(y(tick))) {}
            text.tick x=(at(left - 12.0)) y=(at(y(tick) + 10.0)) text-anchor="end" { (board.num(tick)) }
        }
        @for (no, bar) in bars.iter().enumerate() {
            @let x = left + wide * no as f64 + wide * 0.14;
            @let split = y(bar[0]);
            rect.one x=(at(x)) y=(at(split)) width=(at(wide * 0.72)) height=(at(bottom - split)) {}
            rect.two.striped x=(at(x)) y=(at(y(bar[0] + bar[1]))) width=(at(wide * 0.72)) height=(at(split - y(bar[0] + bar[1]))) {}
            @if bar[0] + bar[1] < 0.5 { text.good-text x=(at(x + wide * 0.36)) y=(at(bottom - 8.0)) text-anchor="middle" { "\u{2713}" } }
        }
        line.base x1=(at(left)) x2=(at(right)) y1=(at(bottom)) y2=(at(bottom)) {}
        text.axis x=(at((left + right) / 2.0)) y=(at(bottom + 46.0)) text-anchor="middle" { (board.get("lesson-left-axis")) }
    };
    picture(&format!("{}: {}", board.get("lesson-slide-left"), shown.join("; ")), &inner)
}

/// The two sides of the bars.
pub fn sides(board: &Board<'_>) -> Markup {
    html! {
        ul.legend {
            @for seat in Seat::ALL {
                li { svg.key viewBox="0 0 40 40" aria-hidden="true" {
                        rect class=(if seat == Seat::First { "one" } else { "two" }) x="6" y="6" width="28" height="28" {} }
                    span { (board.name(seat)) } }
            }
        }
    }
}
