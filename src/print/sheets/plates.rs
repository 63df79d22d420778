//! Name plates: a sheet on its side that is folded in the middle, so that both sides of the table can read it.

use crate::print::Desk;
use crate::print::document::{Block, Document, INK, LINE, Look, MUTED};
use crate::print::drawing::{Anchor, Drawing, Pen, Shape, Turn};
use crate::print::type_face::Face;
use crate::scenario::Seat;

const WIDTH: f32 = 690.0;
const HEIGHT: f32 = 430.0;
/// Names are no larger than this, in points.
const LARGEST: f32 = 84.0;
/// The same for a name in two lines, between the sign and the title.
const LARGEST_OF_TWO: f32 = 46.0;
/// How much of the width a name takes at most.
const SHARE: f32 = 0.78;
/// Radius of the sign.
const SIGN: f32 = 21.0;

pub(super) fn plates(desk: &Desk<'_>) -> Document {
    let mut blocks = Vec::new();
    for seat in Seat::ALL {
        if seat == Seat::Second {
            blocks.push(Block::Break);
        }
        let alt = desk.words.with("print-plate-shows", &[("country", desk.name(seat))]);
        blocks.push(Block::Figure { drawing: plate(desk, seat), alt, caption: String::new() });
    }
    let mut document = desk.document("plates", None, false, blocks);
    document.look = Look { landscape: true, ..Look::default() };
    document
}

fn plate(desk: &Desk<'_>, seat: Seat) -> Drawing {
    let mut drawing = Drawing::new(WIDTH, HEIGHT);
    let colour = desk.scenario.shared.countries[seat].colour;
    let (lines, size) = name_lines(desk.name(seat));
    let fold = HEIGHT / 2.0;
    let band = 16.0;
    drawing.line(&[[0.0, fold], [WIDTH, fold]], Pen::dashed(LINE, 0.7, &[6.0, 5.0]));
    for over in [false, true] {
        let turn = if over { Turn::Over } else { Turn::None };
        // The upper half stands on its head: folded, it faces the other side of the table.
        let place = |x: f32, y: f32| if over { [WIDTH - x, HEIGHT - y] } else { [x, y] };
        let [_, top] = place(0.0, HEIGHT - band);
        let at = [0.0, if over { top - band } else { top }];
        match seat {
            Seat::First => drawing.rectangle(at, [WIDTH, band], Some(colour), None),
            Seat::Second => drawing.hatched(at, [WIDTH, band], colour),
        }
        let middle = fold + fold / 2.0;
        let mut sign = Drawing::new(0.0, 0.0);
        sign.sign([0.0, 0.0], SIGN, seat, colour, true);
        let step = size * 1.08;
        let first = middle + size * 0.55 - step * (lines.len() - 1) as f32 / 2.0;
        // Capital letters are two thirds of the size high.
        let above = (middle - size * 0.62 - 8.0).min(first - size * 0.66 - SIGN - 12.0);
        for shape in sign.shapes {
            let moved = |spot: [f32; 2]| place(WIDTH / 2.0 + spot[0], above + spot[1]);
            drawing.shapes.push(match shape {
                Shape::Path { points, closed, fill, pen } => {
                    Shape::Path { points: points.into_iter().map(moved).collect(), closed, fill, pen }
                }
                Shape::Circle { at, radius, fill, pen } => Shape::Circle { at: moved(at), radius, fill, pen },
                label => label,
            });
        }
        for (no, line) in lines.iter().enumerate() {
            drawing.shapes.push(Shape::Label {
                at: place(WIDTH / 2.0, first + step * no as f32),
                anchor: Anchor::Middle,
                turn,
                size,
                strong: true,
                colour: INK,
                text: (*line).to_owned(),
            });
        }
        drawing.shapes.push(Shape::Label {
            at: place(WIDTH / 2.0, HEIGHT - band - 14.0),
            anchor: Anchor::Middle,
            turn,
            size: 16.0,
            strong: false,
            colour: MUTED,
            text: desk.title().to_owned(),
        });
    }
    drawing
}

/// A name in one line, or in two if that makes it larger, with its size.
fn name_lines(name: &str) -> (Vec<&str>, f32) {
    let fitting = |lines: &[&str], largest: f32| {
        let widest = lines.iter().map(|line| Face::SansStrong.width(line)).fold(0.1, f32::max);
        (WIDTH * SHARE / widest).min(largest)
    };
    let whole = vec![name];
    let size = fitting(&whole, LARGEST);
    let halves = name.char_indices().filter(|(_, letter)| *letter == ' ').map(|(at, _)| {
        let lines = vec![&name[..at], &name[at + 1..]];
        let size = fitting(&lines, LARGEST_OF_TWO);
        (lines, size)
    });
    halves.fold((whole, size), |best, next| if next.1 > best.1 { next } else { best })
}
