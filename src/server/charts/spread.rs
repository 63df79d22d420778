//! What the results leave on the table.

use super::{Board, HEIGHT, WIDTH, at, picture, side};
use crate::scenario::Seat;
use maud::{Markup, html};

/// Two bars for each result, one side's upwards and the other's downwards, each in its own points: what
/// is left on the table, from those who took most of what could be had. They bear neither number nor name.
pub fn left(board: &Board<'_>) -> Markup {
    let mut outcomes: Vec<_> = board.class.outcomes.iter().collect();
    outcomes.sort_by(|one, other| other.efficiency.total_cmp(&one.efficiency));
    let bars: Vec<[f64; 2]> = outcomes.iter().map(|it| it.left).collect();
    let most = [0, 1].map(|side| bars.iter().map(|it| it[side]).fold(5.0, f64::max));
    let step = if most[0] + most[1] > 60.0 { 20.0 } else { 10.0 };
    let (left, right, top, bottom) = (100.0, WIDTH - 20.0, 24.0, HEIGHT - 60.0);
    let scale = (bottom - top) / (most[0] + most[1]);
    let zero = top + most[0] * scale;
    let wide = (right - left) / bars.len().max(1) as f64;
    let shown: Vec<String> =
        bars.iter().map(|it| format!("{} / {}", board.num(it[0]), board.num(it[1]))).collect();
    let ticks = |side: usize| (1..=((most[side] / step) as u32)).map(move |no| f64::from(no) * step);
    let both = ticks(0).map(|it| (it, zero - it * scale)).chain(ticks(1).map(|it| (it, zero + it * scale)));
    let inner = html! {
        @for (tick, y) in both {
            line.grid x1=(at(left)) x2=(at(right)) y1=(at(y)) y2=(at(y)) {}
            text.tick x=(at(left - 12.0)) y=(at(y + 10.0)) text-anchor="end" { (board.num(tick)) }
        }
        @for (no, bar) in bars.iter().enumerate() {
            @let x = at(left + wide * (no as f64 + 0.14));
            rect.one x=(x) y=(at(zero - bar[0] * scale)) width=(at(wide * 0.72)) height=(at(bar[0] * scale)) {}
            rect.two x=(x) y=(at(zero)) width=(at(wide * 0.72)) height=(at(bar[1] * scale)) {}
            @if bar[0] + bar[1] < 0.5 {
                text.good-text x=(at(left + wide * (no as f64 + 0.5))) y=(at(zero - 8.0)) text-anchor="middle" { "\u{2713}" }
            }
        }
        line.base x1=(at(left)) x2=(at(right)) y1=(at(zero)) y2=(at(zero)) {}
        (side(Seat::First, [24.0, zero - 26.0], 13.0, false))
        (side(Seat::Second, [24.0, zero + 26.0], 13.0, false))
        text.axis x=(at((left + right) / 2.0)) y=(at(bottom + 46.0)) text-anchor="middle" { (board.get("lesson-left-axis")) }
    };
    picture(&format!("{}: {}", board.get("lesson-slide-left"), shown.join("; ")), &inner)
}
