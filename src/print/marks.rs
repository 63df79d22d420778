//! What is put on a page besides pictures: lines of text, rules, small signs in the text.

use super::document::{INK, SECRET};
use super::drawing::{Drawing, Pen, Shape, Spot};
use super::layout::{Ink, Put};
use super::lines::{Line, Manner, Mark, Stretch};

pub(super) fn ruled(from: Spot, to: Spot, pen: Pen) -> Put {
    let shape = Shape::Path { points: vec![from, to], closed: false, fill: None, pen: Some(pen) };
    Put { node: None, ink: Ink::Shape { shape, at: [0.0, 0.0], scale: 1.0 } }
}

pub(super) fn moved(mut put: Put, by: Spot) -> Put {
    match &mut put.ink {
        Ink::Letters { at, .. } | Ink::Shape { at, .. } => {
            at[0] += by[0];
            at[1] += by[1];
        }
    }
    put
}

/// Puts a line into a slab; `at` is the upper left corner of a line of this height.
pub(super) fn put_line(
    put: &mut Vec<Put>,
    line: &Line,
    manner: &Manner,
    at: Spot,
    height: f32,
    node: Option<usize>,
) {
    let [mut x, top] = at;
    let size = manner.size;
    // The middle of the small letters stands in the middle of the line.
    let base = top + height / 2.0 + size * 0.31;
    for stretch in &line.stretches {
        match stretch {
            Stretch::Letters { face, text, .. } => put.push(Put {
                node,
                ink: Ink::Letters {
                    at: [x, base],
                    face: *face,
                    size,
                    colour: manner.colour,
                    text: text.clone(),
                },
            }),
            Stretch::Mark { mark, .. } => {
                let drawing = mark_drawing(*mark, size);
                let at = [x, base - size * 0.76];
                put.extend(
                    drawing
                        .shapes
                        .into_iter()
                        .map(|shape| Put { node, ink: Ink::Shape { shape, at, scale: 1.0 } }),
                );
            }
        }
        x += stretch.width();
    }
}

/// A mark in a square as high as capital letters.
pub(super) fn mark_drawing(mark: Mark, size: f32) -> Drawing {
    let side = size * 0.86;
    let mut drawing = Drawing::new(side, side);
    let spot = |x: f32, y: f32| [x * side, y * side];
    match mark {
        Mark::Sign(seat, colour) => drawing.sign(spot(0.45, 0.53), side * 0.38, seat, colour, true),
        Mark::Box => {
            let pen = Some(Pen::new(INK, size * 0.07));
            drawing.rectangle(spot(0.05, 0.12), [side * 0.8, side * 0.8], Some([255; 3]), pen);
        }
        Mark::Tick(true) => {
            let pen = Pen::new([0x1c, 0x5e, 0x3c], size * 0.13);
            drawing.line(&[spot(0.08, 0.58), spot(0.34, 0.86), spot(0.86, 0.2)], pen);
        }
        Mark::Tick(false) => {
            let pen = Pen::new(SECRET, size * 0.13);
            drawing.line(&[spot(0.12, 0.22), spot(0.76, 0.86)], pen.clone());
            drawing.line(&[spot(0.76, 0.22), spot(0.12, 0.86)], pen);
        }
    }
    drawing
}
