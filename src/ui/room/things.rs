//! What moves: documents, the treaty with its signatures and its seal, news, and cards of years.

use super::canvas::{Canvas, blend, ellipse, fade, rect, rounded};
use super::{Dress, Fate, Inks};
use crate::scenario::Seat;
use egui::{Vec2, vec2};
use std::f32::consts::TAU;

/// A complete offer: sheets with the colour of who made it.
pub(super) fn offer(canvas: &mut Canvas, dress: &Dress, seat: Option<Seat>) {
    let ink = &dress.inks();
    canvas.glow(Vec2::ZERO, vec2(0.75, 0.3), fade(ink.lamp, 0.4));
    super::table::sheet(canvas, ink, vec2(0.05, -0.04), vec2(0.4, 0.14), 0);
    super::table::sheet(canvas, ink, Vec2::ZERO, vec2(0.4, 0.14), 4);
    let tone = seat.map_or(ink.brass, |seat| super::ink(dress.colours[seat]));
    let band = [vec2(0.2, -0.14), vec2(0.32, -0.14), vec2(0.285, 0.14), vec2(0.175, 0.14)];
    canvas.flat(&band, tone);
}

/// A package off the record: one folded sheet.
pub(super) fn note(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    super::table::sheet(canvas, ink, Vec2::ZERO, vec2(0.25, 0.1), 0);
    canvas.line(&[vec2(-0.24, -0.09), vec2(0.0, 0.03), vec2(0.24, -0.09)], 0.018, fade(ink.script, 0.9));
}

/// News: a paper that everybody reads.
pub(super) fn news(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    canvas.shade(vec2(-0.46, -0.34), vec2(0.46, 0.3), 0.08, fade(ink.shade, 0.45));
    canvas.fill(&rect(vec2(-0.46, -0.32), vec2(0.46, 0.32)), |at| {
        blend(ink.paper, ink.script, 0.08 - at.y * 0.1)
    });
    canvas.line(&[vec2(-0.38, 0.22), vec2(0.38, 0.22)], 0.075, fade(ink.shade, 0.8));
    canvas.panel(vec2(-0.38, -0.25), vec2(-0.02, 0.12), fade(ink.script, 0.6), fade(ink.script, 0.4));
    for line in 0..5 {
        let y = 0.1 - 0.085 * line as f32;
        canvas.line(&[vec2(0.06, y), vec2(0.38, y)], 0.022, fade(ink.script, 0.8));
    }
}

/// The text of the treaty, as it is held up to be signed. Its foot is at the origin.
pub(super) fn treaty(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    let (min, max) = (vec2(-0.68, 0.0), vec2(0.68, 1.86));
    canvas.shade(min + vec2(0.04, -0.06), max + vec2(0.08, -0.06), 0.14, fade(ink.shade, 0.5));
    let cover = rounded(min - vec2(0.07, 0.06), max + vec2(0.07, 0.06), 0.06);
    canvas.fill(&cover, |at| blend(ink.runner, ink.drape[0], at.y / 2.2));
    canvas.rim(&cover, 0.02, fade(ink.gilt, 0.8));
    canvas.fill(&rect(min, max), |at| blend(blend(ink.paper, ink.lamp, 0.28), ink.paper, at.y / 1.4));
    canvas.line(&[vec2(-0.34, 1.68), vec2(0.34, 1.68)], 0.055, ink.script);
    for line in 0..8 {
        let y = 1.5 - 0.105 * line as f32;
        let end = if line % 3 == 2 { 0.2 } else { 0.54 };
        canvas.line(&[vec2(-0.54, y), vec2(end, y)], 0.022, fade(ink.script, 0.65));
    }
    for side in [-1.0, 1.0] {
        canvas.line(&[vec2(side * 0.14, 0.3), vec2(side * 0.56, 0.3)], 0.014, fade(ink.script, 0.9));
    }
}

/// A signature under the treaty, in the country's colour, with its shape.
pub(super) fn signature(canvas: &mut Canvas, dress: &Dress, seat: Seat) {
    let tone = super::ink(dress.colours[seat]);
    let stroke: Vec<Vec2> = (0..=22)
        .map(|at| {
            let share = at as f32 / 22.0;
            let swing = (1.0 - share) * 0.085 + 0.02;
            vec2(-0.18 + 0.36 * share, swing * (share * TAU * 2.6).sin() + 0.02)
        })
        .collect();
    canvas.line(&stroke, 0.03, tone);
    let middle = vec2(0.0, -0.15);
    let sign = match seat {
        Seat::First => {
            vec![middle + vec2(0.0, 0.08), middle + vec2(-0.08, -0.06), middle + vec2(0.08, -0.06)]
        }
        Seat::Second => ellipse(middle, vec2(0.07, 0.07)),
    };
    canvas.flat(&sign, tone);
}

/// The seal with its ribbon.
pub(super) fn seal(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    for side in [-1.0, 1.0] {
        let ribbon =
            [vec2(0.0, 0.0), vec2(side * 0.26, -0.5), vec2(side * 0.13, -0.44), vec2(side * 0.02, -0.52)];
        canvas.flat(&ribbon, if side < 0.0 { ink.drape[0] } else { ink.drape[1] });
    }
    canvas.glow(vec2(0.03, -0.04), vec2(0.44, 0.44), fade(ink.shade, 0.55));
    let rim: Vec<Vec2> = (0..36)
        .map(|at| {
            let angle = TAU * at as f32 / 36.0;
            Vec2::angled(angle) * (0.3 + 0.018 * (angle * 5.0).sin() + 0.012 * (angle * 3.0).cos())
        })
        .collect();
    canvas.fill(&rim, |at| blend(ink.wax, ink.shade, 0.3 - at.y));
    canvas.fill(&ellipse(Vec2::ZERO, vec2(0.215, 0.215)), |at| blend(ink.wax, ink.shade, 0.25 + at.y * 0.8));
    canvas.rim(&ellipse(Vec2::ZERO, vec2(0.215, 0.215)), 0.018, fade(blend(ink.wax, ink.gilt, 0.5), 0.8));
    let pressed = fade(blend(ink.wax, ink.gilt, 0.55), 0.95);
    canvas.flat(&[vec2(-0.15, -0.04), vec2(-0.01, -0.04), vec2(-0.06, 0.11)], pressed);
    canvas.flat(&ellipse(vec2(0.07, 0.03), vec2(0.065, 0.065)), pressed);
    canvas.flat(&[vec2(-0.15, -0.07), vec2(0.15, -0.07), vec2(0.12, -0.11), vec2(-0.12, -0.11)], pressed);
    canvas.glow(vec2(-0.1, 0.13), vec2(0.13, 0.09), fade(ink.paper, 0.4));
}

/// The card of a year, its foot at the origin: the back, or the face that tells how the year went.
pub(super) fn year(canvas: &mut Canvas, ink: &Inks, fates: Option<[Fate; 2]>, tones: [super::Ink; 2]) {
    let (min, max) = (vec2(-0.37, 0.0), vec2(0.37, 1.06));
    canvas.shade(min + vec2(0.02, -0.04), max + vec2(0.05, -0.04), 0.07, fade(ink.shade, 0.45));
    let card = rounded(min, max, 0.07);
    let Some(fates) = fates else {
        canvas.fill(&card, |at| blend(ink.drape[1], ink.drape[0], at.y));
        canvas.rim(
            &rounded(min + vec2(0.06, 0.06), max - vec2(0.06, 0.06), 0.04),
            0.018,
            fade(ink.gilt, 0.75),
        );
        for way in 0..4 {
            let middle = vec2(0.0, 0.53) + Vec2::angled(TAU * (way as f32 + 0.5) / 4.0) * 0.12;
            canvas.flat(&ellipse(middle, vec2(0.075, 0.075)), fade(ink.gilt, 0.6));
        }
        return;
    };
    canvas.fill(&card, |at| blend(blend(ink.paper, ink.lamp, 0.25), ink.paper, at.y));
    for (no, fate) in fates.into_iter().enumerate() {
        let middle = vec2(0.0, 0.76 - 0.46 * no as f32);
        let sign = vec2(-0.19, middle.y);
        let shape = if no == 0 {
            vec![sign + vec2(0.0, 0.1), sign + vec2(-0.1, -0.075), sign + vec2(0.1, -0.075)]
        } else {
            ellipse(sign, vec2(0.09, 0.09))
        };
        canvas.flat(&shape, tones[no]);
        let middle = middle + vec2(0.13, 0.0);
        match fate {
            Fate::Kept => canvas.line(
                &[middle + vec2(-0.1, 0.0), middle + vec2(-0.03, -0.08), middle + vec2(0.1, 0.1)],
                0.05,
                ink.leaf[1],
            ),
            Fate::Paused => {
                canvas.line(&[middle + vec2(-0.1, 0.0), middle + vec2(0.1, 0.0)], 0.05, ink.brass);
            }
            Fate::Broken => {
                canvas.line(&[middle + vec2(-0.09, -0.09), middle + vec2(0.09, 0.09)], 0.05, ink.wax);
                canvas.line(&[middle + vec2(-0.09, 0.09), middle + vec2(0.09, -0.09)], 0.05, ink.wax);
            }
        }
    }
}
