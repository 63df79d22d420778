//! The delegations: turned and lacquered figures, as of a board game, in their country's colour.
//!
//! They have no faces, skins or dresses, because a country in this game is a position and not a people.
//! The first country's figures are cut straight, the second's are round.

use super::canvas::{Canvas, blend, ellipse, fade, rounded};
use super::{Dress, Inks};
use crate::scenario::Seat;
use egui::{Vec2, vec2};

/// How many sit in a delegation; the first is its head.
pub(super) const DELEGATES: usize = 3;

/// How tall a delegate is: the head of the delegation sits nearest to the middle and to us.
pub(super) const fn size(no: usize) -> f32 {
    [1.0, 0.88, 0.8][no % DELEGATES]
}

pub(super) fn chair(canvas: &mut Canvas, ink: &Inks) {
    let back = rounded(vec2(-0.5, -0.4), vec2(0.5, 1.22), 0.2);
    canvas.fill(&back, |at| blend(blend(ink.table[2], ink.shade, 0.35), ink.table[0], at.y / 2.6));
    let cloth = rounded(vec2(-0.4, -0.3), vec2(0.4, 1.1), 0.15);
    canvas.fill(&cloth, |at| blend(ink.drape[1], ink.drape[0], at.y / 2.4));
    for stud in 0..7 {
        let x = -0.36 + 0.12 * stud as f32;
        canvas.flat(&ellipse(vec2(x, 1.16), vec2(0.022, 0.022)), fade(ink.gilt, 0.7));
    }
}

/// A figure with its seat at the origin. `facing` is 1 where it looks to the right.
pub(super) fn delegate(canvas: &mut Canvas, dress: &Dress, seat: Seat, facing: f32) {
    let ink = &dress.inks();
    let tones = ink.lacquer[seat.index()];
    figure(canvas, ink, tones, seat == Seat::First, facing);
    let middle = vec2(facing * 0.2, 0.66);
    let pin = match seat {
        Seat::First => {
            vec![middle + vec2(0.0, 0.085), middle + vec2(-0.085, -0.06), middle + vec2(0.085, -0.06)]
        }
        Seat::Second => ellipse(middle, vec2(0.075, 0.075)),
    };
    canvas.flat(&pin, ink.gilt);
}

/// The mediator: in brass, who belongs to neither.
pub(super) fn mediator(canvas: &mut Canvas, ink: &Inks) {
    chair(canvas, ink);
    let tones = [ink.gilt, ink.brass, blend(ink.brass, ink.shade, 0.65)];
    figure(canvas, ink, tones, false, 0.0);
}

fn figure(canvas: &mut Canvas, ink: &Inks, [lit, own, dark]: [super::Ink; 3], straight: bool, facing: f32) {
    let half: Vec<Vec2> = if straight {
        vec![vec2(0.4, -0.4), vec2(0.44, 0.2), vec2(0.54, 0.72), vec2(0.42, 0.86), vec2(0.15, 0.97)]
    } else {
        vec![
            vec2(0.46, -0.4),
            vec2(0.48, 0.1),
            vec2(0.52, 0.4),
            vec2(0.5, 0.6),
            vec2(0.43, 0.76),
            vec2(0.32, 0.88),
            vec2(0.2, 0.95),
            vec2(0.13, 0.97),
        ]
    };
    let mut outline = half.clone();
    outline.extend(half.iter().rev().map(|at| vec2(-at.x, at.y)));
    // Light comes from the middle of the table and from above.
    let round = |at: Vec2, wide: f32| {
        let across = (at.x / wide * if facing == 0.0 { 1.0 } else { -facing } + 1.0) / 2.0;
        let low = ((0.7 - at.y) / 1.3).clamp(0.0, 1.0);
        blend(blend(blend(lit, own, 0.35), dark, across * 0.85), dark, low * 0.7)
    };
    // Lathe-turned: strips from side to side, each with the light of its place.
    canvas.fill(&outline, |at| round(at, 0.54));
    canvas.glow(vec2(facing * 0.2, 0.62), vec2(0.3, 0.4), fade(lit, 0.42));
    // A jacket's opening.
    let opening =
        [vec2(-0.14 + facing * 0.07, 0.95), vec2(0.14 + facing * 0.07, 0.95), vec2(facing * 0.12, 0.4)];
    canvas.fill(&opening, |at| fade(blend(ink.paper, dark, (0.9 - at.y) * 0.9), 0.92));
    canvas.line(&[opening[0], opening[2], opening[1]], 0.035, fade(dark, 0.85));
    let collar = [vec2(-0.15, 0.9), vec2(0.15, 0.9), vec2(0.12, 1.06), vec2(-0.12, 1.06)];
    canvas.fill(&collar, |at| blend(own, dark, 0.4 + 0.5 * (at.x * -facing).clamp(-1.0, 1.0)));
    canvas.line(&[vec2(-0.16, 0.95), vec2(0.16, 0.95)], 0.04, fade(ink.gilt, 0.85));
    // The head: a ball that catches the light.
    let head = vec2(facing * 0.03, 1.3);
    let ball = ellipse(head, vec2(0.25, 0.28));
    canvas.fill(&ball, |at| {
        let out = (at - head) / vec2(0.25, 0.28);
        let towards = out.dot(vec2(facing * 0.65, 0.75));
        blend(
            blend(own, lit, 0.25),
            if towards > 0.0 { blend(own, lit, 0.55) } else { dark },
            out.length() * towards.abs().max(0.3),
        )
    });
    canvas.glow(head + vec2(facing * 0.09, 0.1), vec2(0.13, 0.14), fade(ink.paper, 0.5));
}
