//! First offers against results, and guesses against the truth.

use super::{Board, Frame, at, picture, side, sign_of};
use crate::scenario::Seat;
use crate::server::together::median;
use maud::{Markup, html};

/// What each side's first offer was worth to itself, and what it got in the end.
pub fn anchors(board: &Board<'_>) -> Markup {
    let spots: Vec<(Seat, bool, [f64; 2])> = board
        .class
        .outcomes
        .iter()
        .flat_map(|it| {
            Seat::ALL.into_iter().filter_map(move |seat| {
                let at = seat.index();
                Some((seat, it.deal.is_some(), [it.first[at]?, it.spot[at]]))
            })
        })
        .collect();
    let frame = Frame::around(spots.iter().map(|it| it.2));
    let low = frame.scale.low[0].max(frame.scale.low[1]);
    let [from, to] = [[low, low], [100.0, 100.0]].map(|point| frame.place(point));
    let inner = html! {
        (frame.draw(board, [&board.get("lesson-axis-first"), &board.get("lesson-axis-result")]))
        line.batna x1=(at(from[0])) y1=(at(from[1])) x2=(at(to[0])) y2=(at(to[1])) {}
        @for (seat, signed, spot) in &spots {
            (side(*seat, frame.place(*spot), 11.0, !signed))
        }
    };
    picture(&board.words.with("lesson-anchors-show", &[("count", &spots.len().to_string())]), &inner)
}

/// How right the guesses of the other side's priorities were, against what was taken of what could be
/// had. Lines: the class before and after, by the middle of all.
pub fn guesses(board: &Board<'_>) -> Markup {
    let outcomes = &board.class.outcomes;
    let spots: Vec<_> = outcomes
        .iter()
        .filter_map(|it| {
            let right = it.accuracy(1).or_else(|| it.accuracy(0))?;
            Some((it, [100.0 * right, 100.0 * it.efficiency]))
        })
        .collect();
    let middle = |after: usize| median(outcomes.iter().filter_map(|it| it.accuracy(after)).collect());
    let before_after = [middle(0), middle(1)];
    let mut frame = Frame::around(
        spots.iter().map(|it| it.1).chain(before_after.iter().flatten().map(|it| [100.0 * it, 100.0])),
    );
    frame.scale.low[1] = 0.0;
    let inner = html! {
        (frame.draw(board, [&board.get("lesson-axis-right"), &board.get("lesson-axis-taken")]))
        @for (no, value) in before_after.iter().enumerate() {
            @if let Some(value) = value {
                @let x = frame.place([100.0 * value, 0.0])[0];
                line.middle.after[no == 1] x1=(at(x)) x2=(at(x)) y1=(at(frame.top)) y2=(at(frame.bottom)) {}
                @let key = if no == 0 { "lesson-before" } else { "lesson-after" };
                text.tick x=(at(x + 8.0)) y=(at(frame.bottom - 12.0 - 36.0 * no as f64)) { (board.get(key)) }
            }
        }
        @for (outcome, spot) in &spots { (sign_of(outcome, frame.place(*spot), 11.0)) }
    };
    let shown =
        |value: Option<f64>| value.map_or_else(|| "\u{2013}".to_owned(), |it| board.words.percent(it));
    let label = board.words.with(
        "lesson-guesses-show",
        &[("before", &shown(before_after[0])), ("after", &shown(before_after[1]))],
    );
    picture(&label, &inner)
}
