//! The plot of both countries' points: frontier, reference points, offers, deals.

use super::Desk;
use super::document::{Colour, INK, MUTED};
use super::drawing::{Anchor, Drawing, Pen, Shape, Spot, Turn};
use super::layout::shortened;
use super::scale::Scale;
use super::type_face::Face;
use crate::scenario::{Points, Seat};
use crate::scoring::{Case, Frontier, References};

/// How a point is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Dot {
    /// An offer of a seat; full, or hollow for what binds nobody.
    Sign(Seat, bool),
    /// A package of a mediator.
    Square,
    /// A package that was explored off the record.
    Diamond,
    /// A deal.
    Star,
    /// A reference point with its letter.
    Letter(char),
    /// A pair of a class, with a deal, by how many checks fail.
    Pair(bool),
}

/// Points of one kind, with the words for them.
pub(super) struct Series {
    pub words: String,
    pub dot: Dot,
    pub spots: Vec<[f64; 2]>,
    /// Whether a line joins them in order.
    pub joined: bool,
}

/// What is plotted.
pub(super) struct Plot<'a> {
    pub case: &'a Case<'a>,
    pub references: &'a References,
    pub series: Vec<Series>,
    pub width: f32,
    pub height: f32,
    /// Size of type, in points.
    pub size: f32,
    /// Whether the lines of the plot are explained, besides its points.
    pub lines_told: bool,
}

/// Points of a case on the scale of 100.
pub(super) fn spot(case: &Case<'_>, point: [Points; 2]) -> [f64; 2] {
    point.map(|points| 100.0 * case.fraction(points))
}

/// Where the axes stand on paper, and how a point becomes a place.
struct Frame {
    scale: Scale,
    left: f32,
    top: f32,
    width: f32,
    height: f32,
}

impl Frame {
    fn place(&self, point: [f64; 2]) -> Spot {
        let [x, y] = self.scale.share(point).map(|it| it as f32);
        [self.left + x * self.width, self.top + (1.0 - y) * self.height]
    }
}

const ALL: Colour = [0xa8, 0xa0, 0x94];
const FREE: Colour = INK;

/// Draws a plot.
pub(super) fn draw(desk: &Desk<'_>, plot: &Plot<'_>) -> Drawing {
    let size = plot.size;
    let case = plot.case;
    let batna = spot(case, case.batna);
    let all: Vec<[f64; 2]> = Frontier::open(case).points.iter().map(|it| spot(case, *it)).collect();
    let free: Vec<[f64; 2]> = plot.references.frontier.points.iter().map(|it| spot(case, *it)).collect();
    let shown = plot.series.iter().flat_map(|it| it.spots.iter().copied());
    // The frontier may run out of the picture, but not at the top.
    let scale = Scale::around(shown.chain([batna])).reaching(all.iter().chain(&free).copied());
    let legend = legend(desk, plot);
    let rows = legend_rows(&legend, plot.width, size);
    let below = size * 2.9 + rows as f32 * size * 1.5;
    let frame = Frame {
        scale,
        left: size * 3.3,
        top: size * 0.6,
        width: plot.width - size * 4.3,
        height: plot.height - size * 0.6 - below,
    };
    let mut drawing = Drawing::new(plot.width, plot.height);
    axes(desk, &mut drawing, &frame, size);
    for (line, colour, width, dash) in [(&all, ALL, 1.0, &[2.5, 2.0][..]), (&free, FREE, 1.3, &[][..])] {
        let inside: Vec<Spot> =
            line.iter().filter(|it| scale.holds(**it)).map(|it| frame.place(*it)).collect();
        match inside.as_slice() {
            [] => {}
            [only] => drawing.circle(*only, size * 0.2, Some(colour), None),
            _ => drawing.line(&inside, Pen::dashed(colour, width, dash)),
        }
    }
    let [x, y] = frame.place(batna);
    let pen = Pen::dashed(MUTED, 0.7, &[1.2, 1.8]);
    drawing.line(&[[x, frame.top], [x, frame.top + frame.height]], pen.clone());
    drawing.line(&[[frame.left, y], [frame.left + frame.width, y]], pen);
    let mut letters: Vec<Spot> = Vec::new();
    for series in &plot.series {
        let mut places: Vec<Spot> = series.spots.iter().map(|it| frame.place(*it)).collect();
        if matches!(series.dot, Dot::Letter(_)) {
            // Reference points often fall together: then their letters stand one above the other, on a line
            // that ties them to where they belong.
            for place in &mut places {
                let own = *place;
                let near = |it: &Spot, place: &Spot| {
                    (it[0] - place[0]).abs() < size * 1.2 && (it[1] - place[1]).abs() < size * 1.2
                };
                while letters.iter().any(|it| near(it, place)) {
                    // Beside it only where there is no room above.
                    let up = place[1] - size * 1.35 >= frame.top;
                    place[usize::from(up)] += if up { -size } else { size } * 1.35;
                }
                let far = (place[0] - own[0]).hypot(place[1] - own[1]);
                if far > 0.0 {
                    // From the edge of the one circle to that of the other.
                    let edge = size * 0.6 / far;
                    let on_line = |share: f32| [0, 1].map(|at| own[at] + (place[at] - own[at]) * share);
                    drawing.line(&[on_line(edge), on_line(1.0 - edge)], Pen::new(INK, 0.8));
                }
                letters.push(*place);
            }
        }
        if series.joined && places.len() > 1 {
            drawing.line(&places, Pen::new(colour(desk, series.dot), 0.6));
        }
        places.iter().for_each(|place| dot(desk, &mut drawing, *place, series.dot, size));
    }
    let top = frame.top + frame.height + size * 2.9;
    write_legend(desk, &mut drawing, &legend, plot.width, top, size);
    drawing
}

fn axes(desk: &Desk<'_>, drawing: &mut Drawing, frame: &Frame, size: f32) {
    let (right, bottom) = (frame.left + frame.width, frame.top + frame.height);
    for at in 0..2 {
        for tick in frame.scale.ticks(at) {
            let mut point = frame.scale.low;
            point[at] = tick;
            let [x, y] = frame.place(point);
            let words = desk.words.num(tick, 0);
            if at == 0 {
                drawing.line(&[[x, bottom], [x, bottom + 3.0]], Pen::new(INK, 0.6));
                drawing.label([x, bottom + size * 1.1 + 2.0], Anchor::Middle, size * 0.9, INK, words);
            } else {
                drawing.line(&[[frame.left - 3.0, y], [frame.left, y]], Pen::new(INK, 0.6));
                drawing.label([frame.left - 5.0, y + size * 0.3], Anchor::End, size * 0.9, INK, words);
                if tick > frame.scale.low[at] {
                    drawing.line(&[[frame.left, y], [right, y]], Pen::new([0xec, 0xe8, 0xe1], 0.5));
                }
            }
        }
    }
    drawing.line(&[[frame.left, frame.top], [frame.left, bottom], [right, bottom]], Pen::new(INK, 0.8));
    for seat in Seat::ALL {
        let words = desk.words.with("frontier-axis", &[("country", desk.name(seat))]);
        let room = if seat == Seat::First { frame.width } else { frame.height };
        let words = fitted(&words, room / size - 1.3);
        let long = Face::Sans.width(&words) * size + size * 1.3;
        let colour = desk.scenario.shared.countries[seat].colour;
        match seat {
            Seat::First => {
                let x = frame.left + (frame.width - long) / 2.0;
                let y = bottom + size * 2.4;
                drawing.sign([x + size * 0.4, y - size * 0.32], size * 0.36, seat, colour, true);
                drawing.label([x + size * 1.1, y], Anchor::Start, size, INK, words);
            }
            Seat::Second => {
                let y = frame.top + (frame.height + long) / 2.0;
                drawing.sign([size * 0.55, y - size * 0.4], size * 0.36, seat, colour, true);
                drawing.shapes.push(Shape::Label {
                    at: [size * 0.9, y - size * 1.1],
                    anchor: Anchor::Start,
                    turn: Turn::Up,
                    size,
                    strong: false,
                    colour: INK,
                    text: words,
                });
            }
        }
    }
}

/// A label of at most this width at a size of 1.
fn fitted(words: &str, room: f32) -> String {
    shortened(words, Face::Sans, room, &mut Vec::new())
}

fn colour(desk: &Desk<'_>, dot: Dot) -> Colour {
    match dot {
        Dot::Sign(seat, _) => desk.scenario.shared.countries[seat].colour,
        Dot::Square | Dot::Diamond | Dot::Star | Dot::Letter(_) | Dot::Pair(_) => INK,
    }
}

fn dot(desk: &Desk<'_>, drawing: &mut Drawing, at: Spot, dot: Dot, size: f32) {
    let [x, y] = at;
    let r = size * 0.42;
    match dot {
        Dot::Sign(seat, full) => {
            drawing.sign(at, size * 0.34, seat, colour(desk, Dot::Sign(seat, full)), full);
        }
        Dot::Square => {
            let pen = Some(Pen::new(INK, 0.8));
            drawing.rectangle([x - r * 0.8, y - r * 0.8], [r * 1.6, r * 1.6], Some([255; 3]), pen);
        }
        Dot::Diamond => {
            let corners = [[x, y - r], [x + r, y], [x, y + r], [x - r, y]];
            drawing.area(&corners, Some([255; 3]), Some(Pen::new(MUTED, 0.8)));
        }
        Dot::Star => {
            let corners = [
                [0.0, -1.0],
                [0.26, -0.34],
                [0.95, -0.31],
                [0.42, 0.13],
                [0.59, 0.81],
                [0.0, 0.43],
                [-0.59, 0.81],
                [-0.42, 0.13],
                [-0.95, -0.31],
                [-0.26, -0.34],
            ];
            let points: Vec<Spot> =
                corners.iter().map(|[dx, dy]| [x + dx * r * 1.9, y + dy * r * 1.9]).collect();
            drawing.area(&points, Some(INK), Some(Pen::new([255; 3], 0.8)));
        }
        Dot::Letter(letter) => {
            drawing.circle(at, size * 0.62, Some([255; 3]), Some(Pen::new(INK, 0.8)));
            drawing.label([x, y + size * 0.3], Anchor::Middle, size * 0.9, INK, letter.to_string());
        }
        Dot::Pair(passes) => {
            let fill = if passes { [0x2f, 0x6f, 0x8f] } else { [255; 3] };
            drawing.circle(at, size * 0.32, Some(fill), Some(Pen::new([0x1d, 0x4a, 0x60], 0.8)));
        }
    }
}

/// An entry of the legend: a point, or one of the lines.
enum Entry {
    Dot(Dot),
    Line(Colour, f32, Vec<f32>),
}

fn legend(desk: &Desk<'_>, plot: &Plot<'_>) -> Vec<(Entry, String)> {
    let mut entries = Vec::new();
    if plot.lines_told {
        entries.push((Entry::Line(FREE, 1.3, Vec::new()), desk.get("frontier-harm-free")));
        entries.push((Entry::Line(ALL, 1.0, vec![2.5, 2.0]), desk.get("frontier-all")));
        entries.push((Entry::Line(MUTED, 0.7, vec![1.2, 1.8]), "BATNA".to_owned()));
    }
    let told = plot.series.iter().filter(|it| !it.spots.is_empty());
    let room = plot.width / plot.size - 3.6;
    entries.extend(told.map(|it| (Entry::Dot(it.dot), fitted(&it.words, room))));
    entries
}

fn entry_width(words: &str, size: f32) -> f32 {
    Face::Sans.width(words) * size + size * 3.6
}

fn legend_rows(entries: &[(Entry, String)], width: f32, size: f32) -> usize {
    let (mut rows, mut used) = (usize::from(!entries.is_empty()), 0.0);
    for (_, words) in entries {
        let wide = entry_width(words, size);
        if used > 0.0 && used + wide > width {
            rows += 1;
            used = 0.0;
        }
        used += wide;
    }
    rows
}

fn write_legend(
    desk: &Desk<'_>,
    drawing: &mut Drawing,
    entries: &[(Entry, String)],
    width: f32,
    top: f32,
    size: f32,
) {
    let (mut x, mut y) = (0.0, top + size * 1.2);
    for (entry, words) in entries {
        let wide = entry_width(words, size);
        if x > 0.0 && x + wide > width {
            x = 0.0;
            y += size * 1.5;
        }
        let middle = y - size * 0.32;
        match entry {
            Entry::Dot(which) => dot(desk, drawing, [x + size * 0.9, middle], *which, size),
            Entry::Line(colour, pen, dash) => {
                drawing.line(&[[x, middle], [x + size * 1.9, middle]], Pen::dashed(*colour, *pen, dash));
            }
        }
        drawing.label([x + size * 2.3, y], Anchor::Start, size, INK, words.clone());
        x += wide;
    }
}
