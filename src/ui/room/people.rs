//! The delegations: turned and lacquered figures, as of a board game, in their country's colour.
//!
//! They have no faces, skins or dresses, because a country in this game is a position and not a people.
//! The first country's figures are cut straight, the second's are round.

use super::canvas::{Canvas, blend, ellipse, fade, rounded};
use super::{Dress, Inks};
use crate::scenario::Seat;
use egui::{Vec2, vec2};
use std::f32::consts::TAU;

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
    figure(canvas, ink, tones, if seat == Seat::First { Cut::Straight } else { Cut::Round }, facing);
    let middle = vec2(facing * 0.2, 0.66);
    let pin = match seat {
        Seat::First => {
            vec![middle + vec2(0.0, 0.085), middle + vec2(-0.085, -0.06), middle + vec2(0.085, -0.06)]
        }
        Seat::Second => ellipse(middle, vec2(0.075, 0.075)),
    };
    canvas.flat(&pin, ink.gilt);
}

/// The chair at the head of the table, with the square that stands for the mediator.
pub(super) fn third_chair(canvas: &mut Canvas, ink: &Inks) {
    chair(canvas, ink);
    let middle = vec2(0.0, 0.92);
    let square = [vec2(-0.12, -0.12), vec2(0.12, -0.12), vec2(0.12, 0.12), vec2(-0.12, 0.12)];
    canvas.flat(&square.map(|at| middle + at), ink.brass);
    canvas.rim(&square.map(|at| middle + at), 0.025, ink.gilt);
}

/// The mediator: in brass, who belongs to neither, and cut like neither: a bell with a square pin.
pub(super) fn mediator(canvas: &mut Canvas, ink: &Inks, facing: f32) {
    let tones = [ink.gilt, ink.brass, blend(ink.brass, ink.shade, 0.65)];
    figure(canvas, ink, tones, Cut::Bell, facing);
    let middle = vec2(facing * 0.2 + if facing == 0.0 { 0.22 } else { 0.0 }, 0.56);
    let pin = [vec2(-0.075, -0.075), vec2(0.075, -0.075), vec2(0.075, 0.075), vec2(-0.075, 0.075)];
    canvas.flat(&pin.map(|at| middle + at), ink.paper);
}

/// How a figure is cut.
#[derive(Clone, Copy)]
enum Cut {
    /// Straight, with shoulders: the first country.
    Straight,
    /// Round: the second.
    Round,
    /// Falling from the neck: the mediator.
    Bell,
}

fn figure(canvas: &mut Canvas, ink: &Inks, [lit, own, dark]: [super::Ink; 3], cut: Cut, facing: f32) {
    let half: Vec<Vec2> = match cut {
        Cut::Straight => {
            vec![vec2(0.4, -0.4), vec2(0.44, 0.2), vec2(0.54, 0.72), vec2(0.42, 0.86), vec2(0.15, 0.97)]
        }
        Cut::Bell => vec![
            vec2(0.6, -0.4),
            vec2(0.55, -0.1),
            vec2(0.44, 0.3),
            vec2(0.34, 0.6),
            vec2(0.25, 0.8),
            vec2(0.15, 0.97),
        ],
        Cut::Round => vec![
            vec2(0.46, -0.4),
            vec2(0.48, 0.1),
            vec2(0.52, 0.4),
            vec2(0.5, 0.6),
            vec2(0.43, 0.76),
            vec2(0.32, 0.88),
            vec2(0.2, 0.95),
            vec2(0.13, 0.97),
        ],
    };
    let mut outline = half.clone();
    outline.extend(half.iter().rev().map(|at| vec2(-at.x, at.y)));
    // Light comes from the middle of the table and from above: strips from side to side, like on a lathe.
    let edge = |y: f32| {
        let at = half
            .windows(2)
            .find(|pair| y <= pair[1].y)
            .map_or((half[half.len() - 2], half[half.len() - 1]), |it| (it[0], it[1]));
        let share = ((y - at.0.y) / (at.1.y - at.0.y).max(1e-3)).clamp(0.0, 1.0);
        at.0.x + (at.1.x - at.0.x) * share
    };
    let tone = |across: f32, y: f32| {
        let low = ((0.75 - y) / 1.15).clamp(0.0, 1.0);
        let towards = 1.0 - (across - facing * 0.38).abs();
        let round = if towards > 0.5 {
            blend(own, lit, (towards - 0.5) * 1.5)
        } else {
            blend(dark, own, towards * 2.0)
        };
        blend(round, dark, low * 0.55)
    };
    canvas.fill(&outline, |at| tone(at.x / edge(at.y).max(0.05), at.y));
    let (strips, rows) = (10, 12);
    for row in 0..rows {
        let [low, high] = [row, row + 1].map(|it| -0.4 + 1.36 * it as f32 / rows as f32);
        for strip in 0..strips {
            let [a, b] = [strip, strip + 1].map(|it| 0.97 * (2.0 * it as f32 / strips as f32 - 1.0));
            let corners = [
                vec2(a * edge(low), low),
                vec2(b * edge(low), low),
                vec2(b * edge(high), high),
                vec2(a * edge(high), high),
            ];
            canvas.piece(corners, [tone(a, low), tone(b, low), tone(b, high), tone(a, high)]);
        }
    }
    // A jacket's opening.
    let opening =
        [vec2(-0.14 + facing * 0.07, 0.95), vec2(0.14 + facing * 0.07, 0.95), vec2(facing * 0.12, 0.4)];
    canvas.fill(&opening, |at| fade(blend(ink.paper, dark, (0.9 - at.y) * 0.9), 0.92));
    canvas.line(&[opening[0], opening[2], opening[1]], 0.035, fade(dark, 0.85));
    let collar = [vec2(-0.15, 0.9), vec2(0.15, 0.9), vec2(0.12, 1.06), vec2(-0.12, 1.06)];
    canvas.fill(&collar, |at| blend(own, dark, 0.4 + 0.5 * (at.x * -facing).clamp(-1.0, 1.0)));
    canvas.line(&[vec2(-0.16, 0.95), vec2(0.16, 0.95)], 0.04, fade(ink.gilt, 0.85));
    // The head: a ball that catches the light, in rings around its brightest point.
    let (head, radii) = (vec2(facing * 0.03, 1.31), vec2(0.25, 0.262));
    let bright = head + vec2(facing * 0.08, 0.09);
    canvas.flat(&ellipse(head, radii), dark);
    let tones = [
        blend(dark, own, 0.15),
        blend(dark, own, 0.6),
        own,
        blend(own, lit, 0.4),
        blend(own, lit, 0.75),
        lit,
    ];
    for ring in 0..5 {
        let [outer, inner] = [ring, ring + 1].map(|it| 1.0 - it as f32 / 5.0);
        for spoke in 0..40 {
            let [a, b] = [spoke, spoke + 1].map(|it| Vec2::angled(TAU * it as f32 / 40.0));
            let on = |way: Vec2, out: f32| bright + (head - bright) * out + way * radii * out * 0.985;
            let corners = [on(a, outer), on(b, outer), on(b, inner), on(a, inner)];
            canvas.piece(corners, [tones[ring], tones[ring], tones[ring + 1], tones[ring + 1]]);
        }
    }
    canvas.glow(bright + vec2(facing * 0.015, 0.03), vec2(0.07, 0.06), fade(ink.paper, 0.55));
}
