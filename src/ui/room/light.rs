//! Light: warm where there is trust, cold and low where there is none.

use super::canvas::{Canvas, blend, fade};
use super::hall::lamps;
use super::table::DESK_LAMP;
use super::{Dress, EDGE};
use egui::vec2;

/// The light of the lamps on walls and ceiling; it lies behind the people.
pub(super) fn behind(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    for at in lamps() {
        canvas.glow(at + vec2(0.0, 0.15), vec2(2.5, 2.9), fade(ink.lamp, 0.34));
        canvas.glow(at, vec2(0.9, 0.95), fade(ink.lamp, 0.55));
        canvas.glow(at + vec2(0.0, 2.6), vec2(1.7, 1.9), fade(ink.lamp, 0.13));
    }
    for side in [-1.0, 1.0] {
        canvas.glow(vec2(side * 5.6, 2.4), vec2(3.6, 3.4), fade(ink.lamp, 0.08));
    }
}

/// The light over the table: a warm pool in which people sit.
pub(super) fn before(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    canvas.glow(vec2(0.0, 0.5), vec2(5.4, 1.1), fade(ink.lamp, 0.10));
    canvas.glow(vec2(0.0, 0.4), vec2(3.2, 0.42), fade(ink.lamp, 0.26));
    canvas.glow(vec2(0.0, -2.3), vec2(7.0, 1.1), fade(ink.lamp, 0.10));
}

/// The light of a desk lamp: it burns for whoever has the word.
pub(super) fn desk(canvas: &mut Canvas, dress: &Dress, side: f32) {
    let ink = &dress.inks();
    let lamp = vec2(side * (DESK_LAMP - 0.12), 0.98);
    canvas.glow(lamp + vec2(0.0, -0.12), vec2(0.55, 0.3), fade(ink.lamp, 0.75));
    canvas.glow(lamp + vec2(-side * 0.5, -0.45), vec2(1.7, 0.42), fade(ink.lamp, 0.42));
}

/// The same light on the wall behind those who have the word.
pub(super) fn halo(canvas: &mut Canvas, dress: &Dress, side: f32) {
    let ink = &dress.inks();
    canvas.glow(vec2(side * 2.5, 1.5), vec2(2.5, 1.7), fade(ink.lamp, 0.42));
}

/// What is left of the light where nobody trusts anybody.
pub(super) fn cold(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    canvas.panel(vec2(-EDGE, -9.0), vec2(EDGE, 14.0), fade(ink.cold, 0.62), fade(ink.cold, 0.52));
    canvas.glow(vec2(0.0, 2.8), vec2(4.2, 3.4), fade(ink.sky[2], 0.2));
}

/// The room grows dark towards its corners, so that the eye rests on the table.
pub(super) fn corners(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    let clear = fade(ink.shade, 0.0);
    let dark = fade(ink.shade, 0.62);
    for (from, to) in [(-EDGE, -6.2), (EDGE, 6.2)] {
        let (min, max) = (f32::min(from, to), f32::max(from, to));
        canvas.fill(&super::canvas::rect(vec2(min, -9.0), vec2(max, 14.0)), |at| {
            blend(clear, dark, ((at.x.abs() - 6.2) / 9.0).clamp(0.0, 1.0))
        });
    }
    canvas.panel(vec2(-EDGE, 4.8), vec2(EDGE, 14.0), clear, fade(ink.shade, 0.95));
    canvas.panel(vec2(-EDGE, -9.0), vec2(EDGE, -2.6), fade(ink.shade, 0.9), clear);
}

/// A drape that is drawn before the room while the screen changes hands, its inner edge at the origin.
pub(super) fn drape(canvas: &mut Canvas, dress: &Dress, side: f32) {
    let ink = &dress.inks();
    let (fold, folds) = (0.62, 30);
    for no in 0..folds {
        let [near, middle, far] = [0.0, 0.5, 1.0].map(|part| side * fold * (no as f32 + part));
        for (from, to, one, other) in [(near, middle, 0.95, 0.05), (middle, far, 0.05, 0.95)] {
            let cloth = |dark: f32, y: f32| blend(ink.drape[0], ink.drape[1], dark + 0.05 * (4.0 - y));
            let (foot, head) = (-9.0, 14.0);
            canvas.piece(
                [vec2(from, foot), vec2(to, foot), vec2(to, head), vec2(from, head)],
                [cloth(one, foot), cloth(other, foot), cloth(other, head), cloth(one, head)],
            );
        }
    }
    let hem = super::canvas::rect(vec2((side * 0.14).min(0.0), -9.0), vec2((side * 0.14).max(0.0), 14.0));
    canvas.flat(&hem, ink.brass);
    canvas.line(&[vec2(side * 0.07, -9.0), vec2(side * 0.07, 14.0)], 0.03, ink.gilt);
}
