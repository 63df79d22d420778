//! Pictures of lines: one list of shapes, from which both writers draw.

use super::document::{Bar, Colour, INK, LINE};
use crate::scenario::Seat;

/// A place, in points from the upper left corner.
pub type Spot = [f32; 2];

/// How an outline is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Pen {
    /// Its colour.
    pub colour: Colour,
    /// Its width, in points.
    pub width: f32,
    /// Lengths of dash and gap, in points; a full line if empty.
    pub dash: Vec<f32>,
}

impl Pen {
    /// A full line.
    pub const fn new(colour: Colour, width: f32) -> Self {
        Self { colour, width, dash: Vec::new() }
    }

    /// A dashed line.
    pub fn dashed(colour: Colour, width: f32, dash: &[f32]) -> Self {
        Self { colour, width, dash: dash.to_vec() }
    }
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The beginning.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// How a text turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Upright.
    None,
    /// Upwards, as on an axis.
    Up,
    /// Upside down, for paper that is folded.
    Over,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line through these places, or the area within them.
    Path {
        /// The corners.
        points: Vec<Spot>,
        /// Whether it ends where it began.
        closed: bool,
        /// What fills it.
        fill: Option<Colour>,
        /// Its outline.
        pen: Option<Pen>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        at: Spot,
        /// Its radius, in points.
        radius: f32,
        /// What fills it.
        fill: Option<Colour>,
        /// Its outline.
        pen: Option<Pen>,
    },
    /// A line of sans-serif text.
    Label {
        /// Where its baseline begins, ends or has its middle.
        at: Spot,
        /// Which of these.
        anchor: Anchor,
        /// How it turns.
        turn: Turn,
        /// Its size, in points.
        size: f32,
        /// Whether it is strong.
        strong: bool,
        /// Its colour.
        colour: Colour,
        /// What it says.
        text: String,
    },
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Width and height, in points.
    pub size: [f32; 2],
    /// What is in it, the hindmost first.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// An empty picture.
    pub const fn new(width: f32, height: f32) -> Self {
        Self { size: [width, height], shapes: Vec::new() }
    }

    /// A line.
    pub fn line(&mut self, points: &[Spot], pen: Pen) {
        self.shapes.push(Shape::Path { points: points.to_vec(), closed: false, fill: None, pen: Some(pen) });
    }

    /// An area.
    pub fn area(&mut self, points: &[Spot], fill: Option<Colour>, pen: Option<Pen>) {
        self.shapes.push(Shape::Path { points: points.to_vec(), closed: true, fill, pen });
    }

    /// A rectangle.
    pub fn rectangle(&mut self, at: Spot, size: [f32; 2], fill: Option<Colour>, pen: Option<Pen>) {
        let [x, y] = at;
        let [w, h] = size;
        self.area(&[[x, y], [x + w, y], [x + w, y + h], [x, y + h]], fill, pen);
    }

    /// A circle.
    pub fn circle(&mut self, at: Spot, radius: f32, fill: Option<Colour>, pen: Option<Pen>) {
        self.shapes.push(Shape::Circle { at, radius, fill, pen });
    }

    /// A label.
    pub fn label(&mut self, at: Spot, anchor: Anchor, size: f32, colour: Colour, text: impl Into<String>) {
        let text = text.into();
        self.shapes.push(Shape::Label { at, anchor, turn: Turn::None, size, strong: false, colour, text });
    }

    /// The sign of a country, a triangle or a circle, in a square of twice the radius.
    pub fn sign(&mut self, at: Spot, radius: f32, seat: Seat, colour: Colour, full: bool) {
        let pen = Some(Pen::new(colour, (radius * 0.28).max(0.6)));
        let fill = Some(if full { colour } else { [255; 3] });
        let [x, y] = at;
        match seat {
            Seat::First => {
                let corners =
                    [[x, y - radius], [x + radius, y + radius * 0.8], [x - radius, y + radius * 0.8]];
                self.area(&corners, fill, pen);
            }
            Seat::Second => self.circle(at, radius * 0.86, fill, pen),
        }
    }

    /// A bar in a frame, at the upper left corner of the picture.
    pub fn bar(bar: &Bar, width: f32, height: f32) -> Self {
        let mut drawing = Self::new(width, height);
        let length = width * bar.share.clamp(0.0, 1.0) as f32;
        drawing.rectangle([0.0, 0.0], [width, height], Some([0xf3, 0xf0, 0xea]), None);
        if length > 0.3 {
            match bar.seat {
                Seat::First => drawing.rectangle([0.0, 0.0], [length, height], Some(bar.colour), None),
                Seat::Second => drawing.hatched([0.0, 0.0], [length, height], bar.colour),
            }
        }
        drawing.line(&[[0.0, height], [width, height]], Pen::new(LINE, 0.4));
        if let Some(mark) = bar.mark {
            let x = width * mark.clamp(0.0, 1.0) as f32;
            drawing.line(&[[x, -2.0], [x, height + 2.0]], Pen::new([255; 3], 3.0));
            drawing.line(&[[x, -2.0], [x, height + 2.0]], Pen::new(INK, 1.4));
        }
        drawing
    }

    /// A rectangle of slanting lines, which a printer without colour tells from a full one.
    pub fn hatched(&mut self, at: Spot, size: [f32; 2], colour: Colour) {
        let ([x, y], [w, h]) = (at, size);
        self.rectangle(at, size, Some([255; 3]), None);
        let gap = 2.6;
        let mut from = gap / 2.0 - h;
        while from < w {
            // The line runs from the lower edge at `from` to the upper edge at `from + h`, cut at both sides.
            let (left, right) = (from.max(0.0), (from + h).min(w));
            if right > left {
                let height = |at: f32| y + h - (at - from);
                self.line(&[[x + left, height(left)], [x + right, height(right)]], Pen::new(colour, 0.9));
            }
            from += gap;
        }
        self.rectangle(at, size, None, Some(Pen::new(colour, 0.7)));
    }
}
