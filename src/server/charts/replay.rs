//! The dance of one table, move by move.

use super::{Board, Frame, at, picture, side};
use crate::scenario::{Points, Seat};
use crate::scoring::Case;
use crate::server::together::frontier_of;
use crate::view::dance::DanceStep;
use maud::{Markup, html};

/// The first `steps` packages of a table against the frontier; the newest stands out. `deal` is drawn
/// when all have been shown.
pub fn replay(
    board: &Board<'_>,
    case: &Case<'_>,
    dance: &[DanceStep],
    steps: usize,
    deal: Option<[Points; 2]>,
) -> Markup {
    let spot = |point: [Points; 2]| point.map(|points| 100.0 * case.fraction(points));
    let all: Vec<[f64; 2]> = dance.iter().map(|it| spot(it.utilities)).collect();
    let batna = spot(case.batna);
    // The axes do not move while moves come in.
    let frame = Frame::around(all.iter().copied().chain([batna]));
    let line: Vec<String> = frontier_of(case)
        .into_iter()
        .filter(|point| frame.scale.holds(*point))
        .map(|point| frame.place(point))
        .map(|[x, y]| format!("{},{}", at(x), at(y)))
        .collect();
    let [batna_x, batna_y] = frame.place(batna);
    let shown = steps.min(dance.len());
    let path = |seat: Seat| -> String {
        let own = (0..shown).filter(|no| dance[*no].by == Some(seat)).map(|no| frame.place(all[no]));
        own.map(|[x, y]| format!("{},{}", at(x), at(y))).collect::<Vec<_>>().join(" ")
    };
    let axis = |seat: Seat| board.words.with("lesson-axis", &[("country", board.name(seat))]);
    let inner = html! {
        (frame.draw(board, [&axis(Seat::First), &axis(Seat::Second)]))
        polyline.frontier points=(line.join(" ")) {}
        line.batna x1=(at(batna_x)) x2=(at(batna_x)) y1=(at(frame.top)) y2=(at(frame.bottom)) {}
        line.batna x1=(at(frame.left)) x2=(at(frame.right)) y1=(at(batna_y)) y2=(at(batna_y)) {}
        polyline.walk.one points=(path(Seat::First)) {}
        polyline.walk.two points=(path(Seat::Second)) {}
        @for no in 0..shown {
            @let [x, y] = frame.place(all[no]);
            @let newest = no + 1 == shown;
            @let size = if newest { 19.0 } else { 11.0 };
            @match dance[no].by {
                Some(seat) => (side(seat, [x, y], size, false)),
                None => rect.neutral x=(at(x - size)) y=(at(y - size)) width=(at(2.0 * size)) height=(at(2.0 * size)) {},
            }
            @if newest { text.axis x=(at(x + 26.0)) y=(at(y - 12.0)) { (no + 1) } }
        }
        @if let Some(deal) = deal.filter(|_| shown == dance.len()) {
            @let [x, y] = frame.place(spot(deal));
            circle.ring cx=(at(x)) cy=(at(y)) r="28" {}
        }
    };
    picture(
        &board
            .words
            .with("lesson-replay-shows", &[("step", &shown.to_string()), ("all", &dance.len().to_string())]),
        &inner,
    )
}
