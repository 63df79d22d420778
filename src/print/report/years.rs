//! The years after as small bars: what each side got of what had been promised.

use super::Ended;
use crate::aftermath::{Conduct, Story};
use crate::print::document::{INK, LINE, MUTED};
use crate::print::drawing::{Anchor, Drawing, Pen};
use crate::scenario::Seat;

/// Draws the years of a story; `width` and size of type in points.
pub(super) fn draw(ended: &Ended<'_>, story: &Story, width: f32, size: f32) -> Drawing {
    let desk = &ended.desk;
    let bars = 44.0;
    let top = size * 1.5;
    let apart = story.years.iter().any(|year| year.conduct[0] != year.conduct[1]);
    let mut drawing = Drawing::new(width, top + bars + size * if apart { 3.7 } else { 2.6 });
    let step = width / story.years.len().max(1) as f32;
    drawing.line(&[[0.0, top], [width, top]], Pen::dashed(LINE, 0.5, &[2.0, 2.0]));
    for (no, year) in story.years.iter().enumerate() {
        let left = step * no as f32;
        let middle = left + step / 2.0;
        for seat in Seat::ALL {
            let at = seat.index();
            let promise = year.promise[at].max(1e-9);
            let share = (year.benefit[at] / promise).clamp(0.0, 1.0) as f32;
            let colour = desk.scenario.shared.countries[seat].colour;
            let bar = step * 0.26;
            let x = middle - bar * 1.1 + bar * 1.2 * at as f32;
            let place = [x, top + bars * (1.0 - share)];
            match seat {
                _ if share < 0.01 => {
                    drawing.line(&[[x, top + bars], [x + bar, top + bars]], Pen::new(colour, 1.6));
                }
                Seat::First => drawing.rectangle(place, [bar, bars * share], Some(colour), None),
                Seat::Second => drawing.hatched(place, [bar, bars * share], colour),
            }
        }
        drawing.label(
            [middle, top + bars + size * 1.15],
            Anchor::Middle,
            size,
            INK,
            desk.words.with("years-year", &[("year", &year.year.to_string())]),
        );
        let conduct = year.conduct.map(|conduct| {
            desk.get(match conduct {
                Conduct::Keeps => "conduct-keeps",
                Conduct::Pauses => "conduct-pauses",
                Conduct::Breaks => "conduct-breaks",
                Conduct::Suspended => "conduct-suspended",
                Conduct::Ended => "conduct-ended",
            })
        });
        let [first, second] = &conduct;
        let lines = if first == second { vec![first] } else { vec![first, second] };
        for (line, words) in lines.into_iter().enumerate() {
            let base = top + bars + size * (2.25 + 1.1 * line as f32);
            drawing.label([middle, base], Anchor::Middle, size * 0.95, MUTED, words.clone());
        }
        let shocks: Vec<String> =
            year.shocks.iter().take(1).map(|shock| desk.get(&format!("shock-{}", shock.name()))).collect();
        drawing.label([middle, top - size * 0.5], Anchor::Middle, size * 0.95, MUTED, shocks.join(", "));
    }
    drawing.line(&[[0.0, top + bars], [width, top + bars]], Pen::new(INK, 0.6));
    drawing
}
