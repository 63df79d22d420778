//! All results against the frontier, and the arrows of the last round.

use super::{Board, Frame, apart, at, picture, sign_of};
use crate::scenario::Seat;
use maud::{Markup, html};

/// What is drawn of the round of better packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrows {
    /// Nothing.
    None,
    /// From each deal to its better package, bold where both took it.
    All,
}

/// All results against the frontier with both BATNAs.
pub fn scatter(board: &Board<'_>, arrows: Arrows) -> Markup {
    let class = board.class;
    let outcomes = &class.outcomes;
    let before = outcomes.iter().filter_map(|it| it.before);
    let shown =
        outcomes.iter().map(|it| it.spot).chain(before).chain([class.batna, class.middle]).chain(class.nash);
    let frame = Frame::around(shown);
    let line = |points: &[[f64; 2]]| {
        let inside =
            points.iter().filter(|point| frame.scale.holds(**point)).map(|point| frame.place(*point));
        inside.map(|[x, y]| format!("{},{}", at(x), at(y))).collect::<Vec<_>>().join(" ")
    };
    let [batna_x, batna_y] = frame.place(class.batna);
    let places: Vec<[f64; 2]> = outcomes.iter().map(|it| frame.place(it.spot)).collect();
    let mut places = apart(&places, 21.0);
    // Talks without a deal stand in rows below both BATNAs, never where a deal could be.
    let failed: Vec<usize> = (0..outcomes.len()).filter(|no| outcomes[*no].deal.is_none()).collect();
    let across = (((batna_x - frame.left - 5.0) / 20.0).floor().clamp(1.0, 8.0)) as usize;
    let rows = failed.len().div_ceil(across).max(1);
    let down = ((frame.bottom - batna_y - 15.0) / rows as f64).clamp(6.0, 20.0);
    for (count, no) in failed.into_iter().enumerate() {
        let (column, row) = ((count % across) as f64, (count / across) as f64);
        places[no] = [batna_x - 15.0 - 20.0 * column, batna_y + 15.0 + down * row];
    }
    let axis = |seat: Seat| board.words.with("lesson-axis", &[("country", board.name(seat))]);
    let deals = class.deals().count();
    let label = board.words.with(
        "lesson-scatter-shows",
        &[("deals", &deals.to_string()), ("none", &(outcomes.len() - deals).to_string())],
    );
    let inner = html! {
        (frame.draw(board, [&axis(Seat::First), &axis(Seat::Second)]))
        polyline.frontier.wider points=(line(&class.wider)) {}
        polyline.frontier points=(line(&class.frontier)) {}
        line.batna x1=(at(batna_x)) x2=(at(batna_x)) y1=(at(frame.top)) y2=(at(frame.bottom)) {}
        line.batna x1=(at(frame.left)) x2=(at(frame.right)) y1=(at(batna_y)) y2=(at(batna_y)) {}
        text.tick x=(at(frame.right - 4.0)) y=(at(batna_y - 8.0)) text-anchor="end" { "BATNA" }
        @if let Some(nash) = class.nash { (letter("N", frame.place(nash))) }
        (letter("\u{bd}", frame.place(class.middle)))
        @if arrows == Arrows::All {
            @for (outcome, place) in outcomes.iter().zip(&places) {
                @match (outcome.before, outcome.better.filter(|_| outcome.deal.is_some())) {
                    (Some(before), _) => (arrow(frame.place(before), *place, "arrow took")),
                    (None, Some(better)) => (arrow(*place, frame.place(better), match outcome.taken() {
                        Some(true) => "arrow took",
                        Some(false) => "arrow kept",
                        None => "arrow",
                    })),
                    (None, None) => {},
                }
            }
        }
        @for (outcome, place) in outcomes.iter().zip(&places) { (sign_of(outcome, *place, 11.0)) }
    };
    picture(&label, &inner)
}

/// A reference point, and its letter below to the left.
fn letter(letter: &str, [x, y]: [f64; 2]) -> Markup {
    html! {
        circle.point cx=(at(x)) cy=(at(y)) r="7" {}
        text.inside x=(at(x - 16.0)) y=(at(y + 36.0)) text-anchor="middle" { (letter) }
    }
}

/// An arrow with a head of two strokes.
fn arrow(from: [f64; 2], to: [f64; 2], kind: &str) -> Markup {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let long = crate::exact::root(dx * dx + dy * dy, 2).max(1.0);
    let (ux, uy) = (dx / long, dy / long);
    let head = |side: f64| {
        format!("{} {}", at(to[0] - 15.0 * ux + side * 8.0 * uy), at(to[1] - 15.0 * uy - side * 8.0 * ux))
    };
    let tip = format!("{} {}", at(to[0]), at(to[1]));
    let d = format!("M{} {}L{tip}M{}L{tip}L{}", at(from[0]), at(from[1]), head(1.0), head(-1.0));
    html! { path class=(kind) d=(d) {} }
}
