//! The hall: panelled walls, a window on an evening, drapes, lamps and the floor.

use super::Dress;
use super::canvas::{Canvas, Ink, arch, blend, ellipse, fade, rect, rounded};
use super::{EDGE, WALL_FOOT};
use crate::scenario::Seat;
use crate::ui::emblem;
use egui::{Vec2, vec2};
use std::f32::consts::TAU;

/// Where the panelled dado ends.
const RAIL: f32 = 1.32;
/// Where the wall ends.
const CORNICE: f32 = 6.7;
/// Half of the window.
const WINDOW: f32 = 1.95;
/// Where the window begins, and how high it is without its arch.
const SILL: f32 = 1.55;
const PANE: f32 = 3.1;
const RISE: f32 = 1.15;
/// Where banners hang, lamps burn, and plants stand.
const BANNER: f32 = 5.85;
const LAMPS: [f32; 3] = [3.72, 8.1, 13.4];
const PLANT: f32 = 9.4;

pub(super) fn draw(canvas: &mut Canvas, dress: &Dress) {
    let ink = &dress.inks();
    wall(canvas, ink);
    window(canvas, ink);
    for side in [-1.0, 1.0] {
        drape(canvas, ink, side);
        for at in LAMPS {
            lamp(canvas, ink, side * at);
        }
    }
    for seat in Seat::ALL {
        banner(canvas, dress, ink, seat);
    }
    floor(canvas, ink);
    for side in [-1.0, 1.0] {
        plant(canvas, ink, side * PLANT);
    }
}

fn wall(canvas: &mut Canvas, ink: &super::Inks) {
    canvas.panel(vec2(-EDGE, WALL_FOOT), vec2(EDGE, CORNICE), ink.wall[0], ink.wall[1]);
    // Ceiling and cornice.
    canvas.panel(vec2(-EDGE, CORNICE), vec2(EDGE, 14.0), ink.ceiling, blend(ink.ceiling, ink.shade, 0.8));
    for (y, height, tone) in [
        (CORNICE, 0.16, ink.grain[0]),
        (CORNICE - 0.14, 0.12, ink.grain[1]),
        (CORNICE - 0.24, 0.07, ink.brass),
    ] {
        canvas.panel(vec2(-EDGE, y), vec2(EDGE, y + height), fade(tone, 0.75), fade(tone, 0.45));
    }
    frieze(canvas, ink);
    // Upper panels, dado panels, and the rail between them.
    let step = 2.65;
    for no in -12..12 {
        let left = no as f32 * step + 0.14;
        bevel(canvas, ink, vec2(left, RAIL + 0.42), vec2(left + step - 0.28, CORNICE - 1.15));
    }
    let step = 1.325;
    for no in -24..24 {
        let left = no as f32 * step + 0.1;
        bevel(canvas, ink, vec2(left, WALL_FOOT + 0.32), vec2(left + step - 0.2, RAIL - 0.2));
    }
    canvas.panel(
        vec2(-EDGE, RAIL - 0.06),
        vec2(EDGE, RAIL + 0.14),
        ink.grain[1],
        blend(ink.wall[1], ink.grain[0], 0.6),
    );
    canvas.panel(
        vec2(-EDGE, RAIL + 0.14),
        vec2(EDGE, RAIL + 0.18),
        fade(ink.gilt, 0.55),
        fade(ink.gilt, 0.35),
    );
    canvas.panel(vec2(-EDGE, WALL_FOOT), vec2(EDGE, WALL_FOOT + 0.2), ink.grain[1], fade(ink.grain[1], 0.7));
}

/// A panel: light falls on its lower and shade on its upper inner edge.
fn bevel(canvas: &mut Canvas, ink: &super::Inks, min: Vec2, max: Vec2) {
    canvas.panel(min, max, fade(ink.shade, 0.10), fade(ink.shade, 0.22));
    let inner = (min + vec2(0.09, 0.09), max - vec2(0.09, 0.09));
    canvas.panel(inner.0, inner.1, fade(ink.grain[0], 0.13), fade(ink.grain[0], 0.04));
    canvas.line(&[vec2(min.x, max.y), max], 0.035, fade(ink.shade, 0.5));
    canvas.line(&[min, vec2(min.x, max.y)], 0.03, fade(ink.shade, 0.32));
    canvas.line(&[min, vec2(max.x, min.y)], 0.035, fade(ink.grain[0], 0.5));
    canvas.line(&[vec2(max.x, min.y), max], 0.03, fade(ink.grain[0], 0.28));
}

/// A row of fourfold fruits, carved: the kawung of Javanese cloth.
fn frieze(canvas: &mut Canvas, ink: &super::Inks) {
    let (y, step, tone) = (CORNICE - 0.62, 0.68, fade(ink.gilt, 0.26));
    canvas.panel(vec2(-EDGE, y - 0.36), vec2(EDGE, y + 0.36), fade(ink.shade, 0.2), fade(ink.shade, 0.3));
    for no in -48..=48 {
        let middle = vec2(no as f32 * step, y);
        for quarter in 0..4 {
            let way = Vec2::angled(TAU * (quarter as f32 + 0.5) / 4.0);
            let side = vec2(-way.y, way.x);
            let petal: Vec<Vec2> = (0..16)
                .map(|at| {
                    let it = Vec2::angled(TAU * at as f32 / 16.0);
                    middle + way * (0.19 + 0.145 * it.x) + side * (0.078 * it.y)
                })
                .collect();
            canvas.flat(&petal, tone);
        }
    }
}

fn window(canvas: &mut Canvas, ink: &super::Inks) {
    let frame = arch(0.0, SILL - 0.12, WINDOW + 0.2, PANE + 0.12, RISE + 0.2);
    canvas.fill(&frame, |at| blend(ink.grain[1], ink.grain[0], (at.y - SILL) / 9.0));
    canvas.rim(&arch(0.0, SILL - 0.04, WINDOW + 0.07, PANE + 0.04, RISE + 0.07), 0.05, fade(ink.gilt, 0.55));
    let sky = |at: Vec2| {
        let height = ((at.y - SILL) / (PANE + RISE)).clamp(0.0, 1.0);
        if height < 0.42 {
            blend(ink.sky[0], ink.sky[1], height / 0.42)
        } else {
            blend(ink.sky[1], ink.sky[2], (height - 0.42) / 0.58)
        }
    };
    // In bands, because a colour between the corners of one triangle knows only two of them.
    let bands = 12;
    for band in 0..bands {
        let [low, high] = [band, band + 1].map(|it| SILL + PANE * it as f32 / bands as f32);
        let corners = rect(vec2(-WINDOW, low), vec2(WINDOW, high));
        canvas.piece(corners, corners.map(sky));
    }
    canvas.fill(&arch(0.0, SILL + PANE - 0.02, WINDOW, 0.02, RISE), sky);
    let orb = vec2(0.72, SILL + 1.62);
    canvas.glow(orb, vec2(1.15, 1.15), fade(ink.orb, 0.5));
    canvas.flat(&ellipse(orb, vec2(0.2, 0.2)), fade(ink.orb, 0.95));
    let ridges: [(f32, f32, f32, f32); 3] =
        [(1.3, 0.34, 1.5, 0.4), (0.92, 0.24, 2.3, 2.1), (0.42, 0.13, 3.4, 4.0)];
    for ((height, swing, pace, shift), tone) in ridges.into_iter().zip(ink.hills) {
        let crest = |x: f32| {
            SILL + height + swing * (x * pace + shift).sin() + swing * 0.4 * (x * pace * 2.3 + shift).cos()
        };
        let steps = 40;
        let point = |at: usize| WINDOW * (2.0 * at as f32 / steps as f32 - 1.0);
        let haze = blend(tone, ink.sky[0], 0.35);
        for at in 0..steps {
            let (a, b) = (point(at), point(at + 1));
            let corners = [vec2(a, SILL), vec2(b, SILL), vec2(b, crest(b)), vec2(a, crest(a))];
            canvas.piece(corners, [haze, haze, tone, tone]);
        }
        // The crest itself, softly.
        let line: Vec<Vec2> = (0..=steps).map(|at| vec2(point(at), crest(point(at)) - 0.012)).collect();
        canvas.line(&line, 0.03, tone);
    }
    // Bars, and the shade that the frame throws on the panes.
    let bar = blend(ink.grain[1], ink.shade, 0.25);
    for x in [-WINDOW / 3.0, WINDOW / 3.0] {
        canvas.line(&[vec2(x, SILL), vec2(x, SILL + PANE + RISE * 0.94)], 0.075, bar);
    }
    for y in [SILL + PANE * 0.5, SILL + PANE] {
        canvas.line(&[vec2(-WINDOW, y), vec2(WINDOW, y)], 0.075, bar);
    }
    canvas.panel(vec2(-WINDOW, SILL), vec2(-WINDOW + 0.05, SILL + PANE), bar, bar);
    canvas.panel(vec2(WINDOW - 0.05, SILL), vec2(WINDOW, SILL + PANE), bar, bar);
    canvas.panel(
        vec2(-WINDOW - 0.4, SILL - 0.24),
        vec2(WINDOW + 0.4, SILL - 0.04),
        ink.grain[1],
        blend(ink.wall[1], ink.grain[0], 0.5),
    );
}

fn drape(canvas: &mut Canvas, ink: &super::Inks, side: f32) {
    let (head, foot) = (SILL + PANE + RISE + 0.42, SILL - 0.5);
    let tie = SILL + 1.05;
    let folds = 7;
    // The cloth is gathered where it is tied, and falls open above and below.
    let edges = |share: f32, y: f32| {
        let open = if y > tie {
            ((y - tie) / (head - tie)).powf(0.7)
        } else {
            ((tie - y) / (tie - foot)).powf(0.8) * 0.42
        };
        let (outer, inner) = (2.78, 2.34 - 1.02 * open);
        side * (outer + (inner - outer) * share)
    };
    let rows = 18;
    let cloth =
        |dark: f32, y: f32| blend(ink.drape[0], ink.drape[1], dark + 0.25 * (head - y) / (head - foot));
    for fold in 0..folds {
        let [a, b] = [fold, fold + 1].map(|it| it as f32 / folds as f32);
        let middle = (a + b) / 2.0;
        for row in 0..rows {
            let [low, high] = [row, row + 1].map(|it| foot + (head - foot) * it as f32 / rows as f32);
            for (from, to, one, other) in [(a, middle, 0.95, 0.05), (middle, b, 0.05, 0.95)] {
                let corners = [
                    vec2(edges(from, low), low),
                    vec2(edges(to, low), low),
                    vec2(edges(to, high), high),
                    vec2(edges(from, high), high),
                ];
                canvas.piece(
                    corners,
                    [cloth(one, low), cloth(other, low), cloth(other, high), cloth(one, high)],
                );
            }
        }
    }
    // Its two hems, softly.
    for share in [0.0, 1.0] {
        let hem: Vec<Vec2> = (0..=rows)
            .map(|row| foot + (head - foot) * row as f32 / rows as f32)
            .map(|y| vec2(edges(share, y), y))
            .collect();
        canvas.line(&hem, 0.035, ink.drape[1]);
    }
    let band = [
        vec2(edges(0.0, tie), tie - 0.05),
        vec2(edges(1.0, tie), tie - 0.1),
        vec2(edges(1.0, tie), tie + 0.06),
        vec2(edges(0.0, tie), tie + 0.1),
    ];
    canvas.flat(&band, ink.brass);
    // The rod above, with its knob.
    canvas.line(&[vec2(0.0, head + 0.05), vec2(side * 3.0, head + 0.05)], 0.09, ink.brass);
    canvas.line(&[vec2(0.0, head + 0.07), vec2(side * 3.0, head + 0.07)], 0.03, fade(ink.gilt, 0.8));
    canvas.flat(&ellipse(vec2(side * 3.04, head + 0.05), vec2(0.11, 0.11)), ink.gilt);
}

/// A lamp on the wall; its light is drawn by [`light`](super::light).
fn lamp(canvas: &mut Canvas, ink: &super::Inks, x: f32) {
    let y = 3.05;
    canvas.shade(vec2(x - 0.2, y - 0.55), vec2(x + 0.2, y + 0.1), 0.18, fade(ink.shade, 0.35));
    canvas.flat(&rounded(vec2(x - 0.09, y - 0.56), vec2(x + 0.09, y - 0.12), 0.09), ink.brass);
    canvas.line(&[vec2(x, y - 0.3), vec2(x, y + 0.1)], 0.05, ink.gilt);
    let shade = [vec2(x - 0.36, y), vec2(x + 0.36, y), vec2(x + 0.22, y + 0.55), vec2(x - 0.22, y + 0.55)];
    canvas.fill(&shade, |at| blend(ink.gilt, ink.lamp, 0.8 - (at.x - x).abs()));
    canvas.line(&[shade[0], shade[1]], 0.04, ink.brass);
    canvas.line(&[shade[3], shade[2]], 0.035, ink.brass);
}

/// Where the lamps of one wall burn, for their light.
pub(super) fn lamps() -> impl Iterator<Item = Vec2> {
    [-1.0, 1.0].into_iter().flat_map(|side| LAMPS.into_iter().map(move |at| vec2(side * at, 3.3)))
}

/// A banner with the country's emblem; its foot is pointed or round like everything of its country.
fn banner(canvas: &mut Canvas, dress: &Dress, ink: &super::Inks, seat: Seat) {
    let x = if seat == Seat::First { -BANNER } else { BANNER };
    let [lit, own, dark] = ink.lacquer[seat.index()];
    let (half, foot, head) = (0.78, 0.75, 5.15);
    canvas.shade(
        vec2(x - half + 0.08, foot - 0.1),
        vec2(x + half + 0.1, head - 0.1),
        0.16,
        fade(ink.shade, 0.42),
    );
    let mut outline = vec![vec2(x - half, head), vec2(x - half, foot + 0.42)];
    match seat {
        Seat::First => outline.push(vec2(x, foot - 0.12)),
        Seat::Second => outline.extend((1..16).map(|at| {
            let way = Vec2::angled(TAU / 2.0 * (1.0 + at as f32 / 16.0));
            vec2(x + half * way.x, foot + 0.42 + 0.5 * way.y)
        })),
    }
    outline.extend([vec2(x + half, foot + 0.42), vec2(x + half, head)]);
    canvas.fill(&outline, |at| {
        let fold = 0.5 + 0.5 * ((at.x - x) * 5.0).sin();
        blend(blend(own, dark, 0.45), own, 0.35 + 0.45 * fold)
    });
    for inset in [-0.62, 0.62] {
        canvas.line(&[vec2(x + inset, head), vec2(x + inset, foot + 0.44)], 0.05, fade(lit, 0.6));
    }
    canvas.line(&[vec2(x - half - 0.1, head), vec2(x + half + 0.1, head)], 0.1, ink.brass);
    canvas.line(&[vec2(x - half - 0.1, head + 0.02), vec2(x + half + 0.1, head + 0.02)], 0.03, ink.gilt);
    canvas.line(&[vec2(x - 0.5, head), vec2(x, head + 0.5), vec2(x + 0.5, head)], 0.03, ink.brass);
    let forms = emblem::emblem(&dress.scenario, seat, dress.colours[seat]);
    emblem::draw(canvas, &forms, vec2(x, 2.02), 0.58, super::ink);
    // The same once more above, as a woven pattern.
    for y in [3.25, 3.85, 4.45] {
        for side in [-0.3, 0.0, 0.3] {
            let middle = vec2(x + side, y);
            let knot = match seat {
                Seat::First => {
                    vec![middle + vec2(0.0, 0.1), middle + vec2(-0.1, -0.08), middle + vec2(0.1, -0.08)]
                }
                Seat::Second => ellipse(middle, vec2(0.085, 0.085)),
            };
            canvas.flat(&knot, fade(lit, 0.5));
        }
    }
}

fn floor(canvas: &mut Canvas, ink: &super::Inks) {
    let foot = -9.0;
    canvas.panel(vec2(-EDGE, foot), vec2(EDGE, WALL_FOOT), ink.floor[0], ink.floor[1]);
    // Boards run towards the window.
    for board in -26..=26 {
        let x = board as f32 * 0.95;
        let near = x * (1.0 + (WALL_FOOT - foot) * 0.22);
        canvas.line(&[vec2(x, WALL_FOOT), vec2(near, foot)], 0.03, fade(ink.shade, 0.3));
    }
    canvas.shade(vec2(-EDGE, WALL_FOOT - 0.1), vec2(EDGE, WALL_FOOT), 0.35, fade(ink.shade, 0.45));
    // A carpet below the table.
    let carpet = [vec2(-7.6, -3.7), vec2(7.6, -3.7), vec2(6.5, -1.55), vec2(-6.5, -1.55)];
    canvas
        .fill(&carpet, |at| blend(ink.drape[1], blend(ink.drape[0], ink.drape[1], 0.45), (at.y + 3.7) / 2.2));
    for (inset, width, share) in [(0.17, 0.05, 0.6), (0.3, 0.025, 0.45)] {
        let rim = [
            vec2(-7.6 + inset * 1.8, -3.7 + inset),
            vec2(7.6 - inset * 1.8, -3.7 + inset),
            vec2(6.5 - inset, -1.55 - inset * 0.7),
            vec2(-6.5 + inset, -1.55 - inset * 0.7),
        ];
        canvas.rim(&rim, width, fade(ink.gilt, share * 0.6));
    }
}

fn plant(canvas: &mut Canvas, ink: &super::Inks, x: f32) {
    let pot = -1.55;
    canvas.glow(vec2(x, pot), vec2(0.9, 0.16), fade(ink.shade, 0.7));
    let leaves: Vec<Ink> = vec![blend(ink.leaf[1], ink.shade, 0.3), ink.leaf[1], ink.leaf[0]];
    for (no, (angle, length)) in [
        (0.42, 2.3),
        (2.72, 2.3),
        (0.75, 2.9),
        (2.39, 2.8),
        (1.1, 3.2),
        (2.04, 3.1),
        (1.35, 3.0),
        (1.8, 3.2),
        (1.57, 3.3),
    ]
    .into_iter()
    .enumerate()
    {
        let (way, bend) = (Vec2::angled(angle), if angle < 1.57 { -1.0 } else { 1.0 });
        let spine = |share: f32| {
            let droop = share * share * 0.75 * (1.57_f32 - angle).abs();
            vec2(x, pot + 0.75) + way * (length * share) - vec2(bend * 0.0, droop)
        };
        let tone = leaves[no % 3];
        let steps = 10;
        for at in 0..steps {
            let [from, to] = [at, at + 1].map(|it| it as f32 / steps as f32);
            let wide = |share: f32| 0.17 * (share * 2.9).sin().max(0.0) + 0.015;
            let side = vec2(-way.y, way.x);
            let corners = [
                spine(from) - side * wide(from),
                spine(to) - side * wide(to),
                spine(to) + side * wide(to),
                spine(from) + side * wide(from),
            ];
            canvas.fill(&corners, |point| blend(tone, blend(tone, ink.gilt, 0.28), (point.y - pot) / 4.5));
        }
        canvas.line(&[spine(0.05), spine(0.5), spine(0.95)], 0.02, fade(ink.gilt, 0.22));
    }
    let body =
        [vec2(x - 0.38, pot), vec2(x + 0.38, pot), vec2(x + 0.52, pot + 0.85), vec2(x - 0.52, pot + 0.85)];
    canvas
        .fill(&body, |at| blend(ink.brass, blend(ink.brass, ink.shade, 0.6), ((at.x - x) / 0.5 + 0.3).abs()));
    canvas.line(&[vec2(x - 0.55, pot + 0.85), vec2(x + 0.55, pot + 0.85)], 0.1, ink.brass);
    canvas.line(&[vec2(x - 0.5, pot + 0.87), vec2(x + 0.3, pot + 0.87)], 0.03, ink.gilt);
}
