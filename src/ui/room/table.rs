//! The table of teak, and what lies and stands on it.

use super::canvas::{Canvas, blend, ellipse, fade, rounded};
use super::{Dress, Inks};
use crate::scenario::Seat;
use crate::ui::emblem;
use egui::{Vec2, vec2};

/// The far edge of the table's top; the near one is at 0.
pub(super) const FAR: f32 = 0.72;
const HALF: [f32; 2] = [5.5, 4.85];
/// Where lamps stand on the table.
pub(super) const DESK_LAMP: f32 = 4.35;

/// The width of half of the table at a height on its picture.
fn half(y: f32) -> f32 {
    HALF[0] + (HALF[1] - HALF[0]) * y / FAR
}

/// A piece of the top between two depths and two shares of its width.
fn lying(from: Vec2, to: Vec2) -> [Vec2; 4] {
    let at = |share: f32, y: f32| vec2(share * half(y), y);
    [at(from.x, from.y), at(to.x, from.y), at(to.x, to.y), at(from.x, to.y)]
}

/// A sheet on the table, seen from the front.
pub(super) fn sheet(canvas: &mut Canvas, ink: &Inks, middle: Vec2, size: Vec2, lines: usize) {
    let outline = [
        middle + vec2(-size.x, -size.y),
        middle + vec2(size.x, -size.y),
        middle + vec2(size.x * 0.88, size.y),
        middle + vec2(-size.x * 0.88, size.y),
    ];
    canvas.shade(
        middle + vec2(-size.x, -size.y - 0.03),
        middle + vec2(size.x, size.y - 0.02),
        0.05,
        fade(ink.shade, 0.3),
    );
    canvas.fill(&outline, |at| blend(ink.paper, ink.lamp, 0.15 + 0.2 * (at.y - middle.y)));
    for line in 0..lines {
        let y = middle.y + size.y * (0.62 - 1.25 * line as f32 / lines.max(1) as f32);
        let end = if line + 1 == lines { 0.2 } else { 0.7 };
        canvas.line(
            &[vec2(middle.x - size.x * 0.7, y), vec2(middle.x + size.x * end, y)],
            0.018,
            fade(ink.script, 0.75),
        );
    }
}

pub(super) fn draw(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    let floor = -2.35;
    canvas.glow(vec2(0.0, floor), vec2(7.2, 0.75), fade(ink.shade, 0.75));
    // The front, with panels and the mark of the game.
    canvas.panel(vec2(-5.25, floor), vec2(5.25, 0.0), blend(ink.table[2], ink.shade, 0.45), ink.table[2]);
    for no in 0..7 {
        let left = -5.05 + 1.443 * no as f32;
        let (min, max) = (vec2(left + 0.06, floor + 0.42), vec2(left + 1.38, -0.36));
        canvas.panel(min, max, fade(ink.shade, 0.34), fade(ink.shade, 0.12));
        canvas.line(&[vec2(min.x, max.y), max], 0.03, fade(ink.shade, 0.55));
        canvas.line(&[min, vec2(max.x, min.y)], 0.03, fade(ink.grain[0], 0.4));
    }
    canvas.panel(vec2(-5.35, floor), vec2(5.35, floor + 0.26), ink.shade, ink.table[2]);
    let forms = emblem::mark(dress.colours.first, dress.colours.second, dress.gilt());
    canvas.flat(&ellipse(vec2(0.0, -1.16), vec2(0.66, 0.66)), blend(ink.table[2], ink.shade, 0.35));
    canvas.rim(&ellipse(vec2(0.0, -1.16), vec2(0.66, 0.66)), 0.04, fade(ink.gilt, 0.75));
    emblem::draw(canvas, &forms, vec2(0.0, -1.16), 0.43, super::ink);
    // The top.
    let top = lying(vec2(-1.0, 0.0), vec2(1.0, FAR));
    canvas.fill(&top, |at| blend(ink.table[1], ink.table[0], at.y / FAR));
    for no in 0..9 {
        let y = FAR * (no as f32 + 0.5) / 9.0;
        let wave = half(y);
        canvas.line(
            &[vec2(-wave, y), vec2(-wave * 0.3, y + 0.012), vec2(wave * 0.4, y - 0.01), vec2(wave, y)],
            0.012,
            fade(ink.table[2], 0.3),
        );
    }
    let runner = lying(vec2(-0.93, 0.25), vec2(0.93, 0.5));
    canvas.fill(&runner, |at| blend(ink.runner, ink.drape[0], 0.25 + at.y * 0.5));
    for y in [0.275, 0.475] {
        canvas.line(&[vec2(-0.925 * half(y), y), vec2(0.925 * half(y), y)], 0.02, fade(ink.gilt, 0.75));
    }
    canvas.glow(vec2(0.0, 0.42), vec2(2.6, 0.3), fade(ink.lamp, 0.22));
    // The edge: light on its bevel.
    canvas.panel(vec2(-5.5, -0.15), vec2(5.5, 0.0), ink.table[2], ink.table[1]);
    canvas.line(&[vec2(-5.5, 0.0), vec2(5.5, 0.0)], 0.028, fade(ink.gilt, 0.5));
    canvas.panel(vec2(-5.35, -0.24), vec2(5.35, -0.15), fade(ink.shade, 0.5), fade(ink.shade, 0.7));
    for seat in Seat::ALL {
        place(canvas, dress, ink, seat);
    }
}

/// What stands before a delegation.
fn place(canvas: &mut Canvas, dress: &Dress, ink: &Inks, seat: Seat) {
    let side = if seat == Seat::First { -1.0 } else { 1.0 };
    for (x, y) in [(1.55, 0.56), (2.6, 0.57), (3.5, 0.57)] {
        sheet(canvas, ink, vec2(side * x, y), vec2(0.26, 0.085), 3);
        // A glass.
        let foot = vec2(side * (x + 0.45), 0.5);
        canvas.panel(
            foot + vec2(-0.055, 0.0),
            foot + vec2(0.055, 0.2),
            fade(ink.paper, 0.36),
            fade(ink.paper, 0.18),
        );
        canvas.line(&[foot + vec2(-0.055, 0.2), foot + vec2(0.055, 0.2)], 0.014, fade(ink.paper, 0.7));
        canvas.line(&[foot + vec2(-0.035, 0.03), foot + vec2(-0.035, 0.17)], 0.014, fade(ink.paper, 0.6));
    }
    // The sign of the country, on a stand.
    let middle = vec2(side * 2.15, 0.2);
    canvas.glow(middle + vec2(0.0, -0.14), vec2(0.46, 0.08), fade(ink.shade, 0.6));
    let board = rounded(middle + vec2(-0.4, -0.15), middle + vec2(0.4, 0.17), 0.04);
    canvas.fill(&board, |at| blend(blend(ink.paper, ink.lamp, 0.25), ink.paper, at.y - middle.y));
    canvas.rim(&board, 0.02, fade(ink.brass, 0.8));
    let colour = super::ink(dress.colours[seat]);
    let sign = match seat {
        Seat::First => {
            vec![middle + vec2(0.0, 0.12), middle + vec2(-0.12, -0.08), middle + vec2(0.12, -0.08)]
        }
        Seat::Second => ellipse(middle + vec2(0.0, 0.01), vec2(0.105, 0.105)),
    };
    canvas.flat(&sign, colour);
    for way in [-1.0, 1.0] {
        canvas.line(
            &[middle + vec2(way * 0.2, 0.01), middle + vec2(way * 0.33, 0.01)],
            0.025,
            fade(colour, 0.7),
        );
    }
    desk_lamp(canvas, ink, vec2(side * DESK_LAMP, 0.34), side);
}

/// A lamp with a green shade; its light is drawn by [`light`](super::light).
fn desk_lamp(canvas: &mut Canvas, ink: &Inks, foot: Vec2, side: f32) {
    canvas.glow(foot, vec2(0.4, 0.09), fade(ink.shade, 0.7));
    canvas.flat(&ellipse(foot + vec2(0.0, 0.03), vec2(0.23, 0.065)), ink.brass);
    canvas.flat(&ellipse(foot + vec2(0.0, 0.055), vec2(0.16, 0.035)), ink.gilt);
    canvas.line(&[foot + vec2(0.0, 0.05), foot + vec2(0.0, 0.62)], 0.055, ink.brass);
    canvas.line(&[foot + vec2(-0.012, 0.05), foot + vec2(-0.012, 0.62)], 0.018, ink.gilt);
    let shade =
        [(-0.46, 0.62), (0.46, 0.62), (0.4, 0.8), (0.26, 0.92), (0.0, 0.96), (-0.26, 0.92), (-0.4, 0.8)];
    let outline = shade.map(|(x, y)| foot + vec2(x - side * 0.12, y));
    canvas.fill(&outline, |at| {
        blend(ink.drape[1], blend(ink.drape[0], ink.gilt, 0.25), ((at.y - foot.y) - 0.6) * 2.6)
    });
    canvas.line(&[outline[0], outline[1]], 0.04, ink.gilt);
    canvas.flat(&ellipse(foot + vec2(-side * 0.12, 0.985), vec2(0.045, 0.04)), ink.gilt);
}
