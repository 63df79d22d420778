//! Vector shapes as triangles with colours in their corners, with soft edges.
//!
//! The room is drawn without multisampling, which only costs a software renderer its speed; every edge
//! fades over one pixel instead. `x` grows to the right, `y` upwards, in units of the room.

use egui::{Vec2, vec2};
use std::f32::consts::TAU;

/// A colour in linear light, not multiplied by its alpha.
pub type Ink = [f32; 4];

/// The same colour, more or less of it.
pub const fn fade([r, g, b, a]: Ink, share: f32) -> Ink {
    [r, g, b, a * share]
}

/// A colour between two others.
pub fn blend(from: Ink, to: Ink, share: f32) -> Ink {
    let share = share.clamp(0.0, 1.0);
    std::array::from_fn(|at| from[at] + (to[at] - from[at]) * share)
}

/// Triangles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Canvas {
    /// Where the corners lie.
    pub places: Vec<[f32; 2]>,
    /// The colour of each corner.
    pub inks: Vec<Ink>,
    /// Three numbers of corners for each triangle.
    pub triangles: Vec<u32>,
    /// The width of a pixel.
    soft: f32,
}

impl Canvas {
    /// An empty one; `soft` is the width of a pixel in units of the room.
    pub fn new(soft: f32) -> Self {
        Self { soft, ..Self::default() }
    }

    fn corner(&mut self, at: Vec2, ink: Ink) -> u32 {
        self.places.push([at.x, at.y]);
        self.inks.push(ink);
        self.places.len() as u32 - 1
    }

    /// Fills an outline that can be seen as a whole from its middle; the ink may change from place to place.
    pub fn fill(&mut self, outline: &[Vec2], ink: impl Fn(Vec2) -> Ink) {
        let n = outline.len();
        if n < 3 {
            return;
        }
        let area: f32 = (0..n).map(|at| cross(outline[at], outline[(at + 1) % n])).sum();
        let turn = if area < 0.0 { -1.0 } else { 1.0 };
        let middle = outline.iter().fold(Vec2::ZERO, |sum, at| sum + *at) / n as f32;
        let hub = self.corner(middle, ink(middle));
        let first = self.places.len() as u32;
        for at in 0..n {
            let (before, here, after) = (outline[(at + n - 1) % n], outline[at], outline[(at + 1) % n]);
            let edge = (normal(before, here) + normal(here, after)) * turn;
            let out = edge / edge.length_sq().max(0.5) * self.soft;
            let colour = ink(here);
            self.corner(here - out, colour);
            self.corner(here + out, fade(colour, 0.0));
        }
        for at in 0..n as u32 {
            let next = (at + 1) % n as u32;
            let (inner, outer) = (first + 2 * at, first + 2 * at + 1);
            let (inner_next, outer_next) = (first + 2 * next, first + 2 * next + 1);
            self.triangles.extend([hub, inner, inner_next]);
            self.triangles.extend([inner, outer, inner_next, outer, outer_next, inner_next]);
        }
    }

    /// The same in one colour.
    pub fn flat(&mut self, outline: &[Vec2], ink: Ink) {
        self.fill(outline, |_| ink);
    }

    /// A rectangle whose colour runs from its foot to its head.
    pub fn panel(&mut self, min: Vec2, max: Vec2, foot: Ink, head: Ink) {
        let height = (max.y - min.y).max(1e-6);
        self.fill(&rect(min, max), |at| blend(foot, head, (at.y - min.y) / height));
    }

    /// A piece of a surface that goes on beyond its edges, which stay hard: four corners, each with its ink.
    pub fn piece(&mut self, corners: [Vec2; 4], inks: [Ink; 4]) {
        let [a, b, c, d] = [0, 1, 2, 3].map(|at| self.corner(corners[at], inks[at]));
        self.triangles.extend([a, b, c, a, c, d]);
    }

    /// A pool of light, or of shade, that fades to nothing at its rim.
    pub fn glow(&mut self, middle: Vec2, radii: Vec2, ink: Ink) {
        const RINGS: u32 = 9;
        const SPOKES: u32 = 48;
        let hub = self.corner(middle, ink);
        let first = self.places.len() as u32;
        for ring in 1..=RINGS {
            let out = ring as f32 / RINGS as f32;
            // Falls like light does, and reaches nothing without an edge.
            let rest = (1.0 - out * out).powi(2);
            for spoke in 0..SPOKES {
                let way = Vec2::angled(TAU * spoke as f32 / SPOKES as f32);
                self.corner(middle + way * radii * out, fade(ink, rest));
            }
        }
        for spoke in 0..SPOKES {
            let next = (spoke + 1) % SPOKES;
            self.triangles.extend([hub, first + spoke, first + next]);
            for ring in 1..RINGS {
                let (low, high) = (first + (ring - 1) * SPOKES, first + ring * SPOKES);
                self.triangles.extend([low + spoke, high + spoke, low + next]);
                self.triangles.extend([high + spoke, high + next, low + next]);
            }
        }
    }

    /// A line through points, of an even width.
    pub fn line(&mut self, points: &[Vec2], width: f32, ink: Ink) {
        for pair in points.windows(2) {
            let side = normal(pair[0], pair[1]) * (width.max(self.soft) / 2.0);
            self.flat(&[pair[0] + side, pair[0] - side, pair[1] - side, pair[1] + side], ink);
        }
    }

    /// The rim of an outline.
    pub fn rim(&mut self, outline: &[Vec2], width: f32, ink: Ink) {
        let mut closed = outline.to_vec();
        closed.extend(outline.first());
        self.line(&closed, width, ink);
    }

    /// A shade below something that lies or stands: a soft rectangle.
    pub fn shade(&mut self, min: Vec2, max: Vec2, soft: f32, ink: Ink) {
        let clear = fade(ink, 0.0);
        let xs = [min.x - soft, min.x + soft, max.x - soft, max.x + soft];
        let ys = [min.y - soft, min.y + soft, max.y - soft, max.y + soft];
        let first = self.places.len() as u32;
        for (row, y) in ys.into_iter().enumerate() {
            for (column, x) in xs.into_iter().enumerate() {
                let inside = (1..3).contains(&row) && (1..3).contains(&column);
                self.corner(vec2(x, y), if inside { ink } else { clear });
            }
        }
        for row in 0..3 {
            for column in 0..3 {
                let at = first + row * 4 + column;
                // The diagonal runs outwards in every corner, so that it stays round.
                if row == column {
                    self.triangles.extend([at, at + 1, at + 5, at, at + 5, at + 4]);
                } else {
                    self.triangles.extend([at, at + 1, at + 4, at + 1, at + 5, at + 4]);
                }
            }
        }
    }
}

fn cross(one: Vec2, other: Vec2) -> f32 {
    one.x * other.y - one.y * other.x
}

/// The direction to the right of a way.
fn normal(from: Vec2, to: Vec2) -> Vec2 {
    let way = (to - from).normalized();
    vec2(way.y, -way.x)
}

/// The outline of a rectangle.
pub fn rect(min: Vec2, max: Vec2) -> [Vec2; 4] {
    [min, vec2(max.x, min.y), max, vec2(min.x, max.y)]
}

/// The outline of an ellipse.
pub fn ellipse(middle: Vec2, radii: Vec2) -> Vec<Vec2> {
    (0..40).map(|at| middle + Vec2::angled(TAU * at as f32 / 40.0) * radii).collect()
}

/// The outline of a rectangle with round corners.
pub fn rounded(min: Vec2, max: Vec2, radius: f32) -> Vec<Vec2> {
    let radius = radius.min((max.x - min.x) / 2.0).min((max.y - min.y) / 2.0);
    let middles = [
        vec2(max.x - radius, max.y - radius),
        vec2(min.x + radius, max.y - radius),
        vec2(min.x + radius, min.y + radius),
        vec2(max.x - radius, min.y + radius),
    ];
    let mut outline = Vec::with_capacity(28);
    for (quarter, middle) in middles.into_iter().enumerate() {
        for step in 0..7 {
            let angle = TAU / 4.0 * (quarter as f32 + step as f32 / 6.0);
            outline.push(middle + Vec2::angled(angle) * radius);
        }
    }
    outline
}

/// The outline of a window with a round head: `height` reaches to the spring of the arch.
pub fn arch(middle: f32, foot: f32, half: f32, height: f32, rise: f32) -> Vec<Vec2> {
    let mut outline = vec![vec2(middle - half, foot), vec2(middle + half, foot)];
    outline.extend((0..=24).map(|at| {
        let way = Vec2::angled(TAU / 2.0 * at as f32 / 24.0);
        vec2(middle + half * way.x, foot + height + rise * way.y)
    }));
    outline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_fade_outwards_whichever_way_round_they_are_drawn() {
        for outline in [rect(vec2(0.0, 0.0), vec2(2.0, 1.0)).to_vec(), {
            let mut turned = rect(vec2(0.0, 0.0), vec2(2.0, 1.0)).to_vec();
            turned.reverse();
            turned
        }] {
            let mut canvas = Canvas::new(0.1);
            canvas.flat(&outline, [1.0, 1.0, 1.0, 1.0]);
            for (place, ink) in canvas.places.iter().zip(&canvas.inks) {
                let inside = (0.0..=2.0).contains(&place[0]) && (0.0..=1.0).contains(&place[1]);
                assert_eq!(ink[3] > 0.0, inside, "{place:?}");
            }
        }
    }

    #[test]
    fn a_glow_ends_without_an_edge() {
        let mut canvas = Canvas::new(0.1);
        canvas.glow(Vec2::ZERO, vec2(2.0, 1.0), [1.0, 0.5, 0.0, 0.8]);
        for (place, ink) in canvas.places.iter().zip(&canvas.inks) {
            let out = vec2(place[0] / 2.0, place[1]).length();
            assert!(out < 0.999 || ink[3] < 1e-3, "{place:?}");
        }
        assert!(canvas.triangles.iter().all(|at| (*at as usize) < canvas.places.len()));
    }
}
