//! Where on which page everything stands.
//!
//! Blocks become slabs, which no page break cuts; slabs that belong together go to the next page
//! together. What is put on a page remembers which part of the document it belongs to, so that a reader
//! who hears the page gets headings, lists and tables, and not lines.

use super::document::{Block, Colour, Document, LINE, Look, MUTED, SECRET};
use super::drawing::{Pen, Shape, Spot};
use super::marks::{moved, ruled};
use super::setter::Setter;
use super::type_face::Face;
use crate::words::Words;

/// A4, in points.
const A4: [f32; 2] = [595.276, 841.89];

/// What a part of the document is to somebody who hears it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Role {
    Heading(u8, String),
    Paragraph,
    List(bool),
    Item,
    Table,
    Row,
    Head,
    Data,
    Figure(String),
    Caption,
}

/// A part of the document and the part that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub role: Role,
    pub parent: Option<usize>,
}

/// Something to draw.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ink {
    Letters {
        at: Spot,
        face: Face,
        size: f32,
        colour: Colour,
        text: String,
    },
    /// A shape, moved and scaled.
    Shape {
        shape: Shape,
        at: Spot,
        scale: f32,
    },
}

/// Something on a page; without a node it is decoration.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Put {
    pub node: Option<usize>,
    pub ink: Ink,
}

/// A document on its pages.
#[derive(Clone, Debug, Default)]
pub(super) struct Laid {
    /// Width and height of each page, in points.
    pub size: [f32; 2],
    pub pages: Vec<Vec<Put>>,
    pub nodes: Vec<Node>,
    /// Level, words, page and height on it of each heading.
    pub headings: Vec<(u8, String, usize, f32)>,
    /// Words that are wider than their column.
    pub wide: Vec<String>,
    /// How many letters no font has.
    pub lacking: usize,
    /// Pages of which little is used, as page number and share.
    pub fill: Vec<f32>,
}

impl Laid {
    /// The smallest type that belongs to the document, in points.
    pub(super) fn smallest(&self) -> f32 {
        let sizes =
            self.pages.iter().flatten().filter(|put| put.node.is_some()).filter_map(|put| match &put.ink {
                Ink::Letters { size, .. } => Some(*size),
                Ink::Shape { shape: Shape::Label { size, text, .. }, scale, .. } if !text.is_empty() => {
                    Some(size * scale)
                }
                Ink::Shape { .. } => None,
            });
        sizes.fold(f32::INFINITY, f32::min)
    }

    /// Where the line ends that reaches farthest to the right, as a share of the page's width.
    pub(super) fn reach(&self) -> f32 {
        let ends = self.pages.iter().flatten().filter_map(|put| match &put.ink {
            Ink::Letters { at, face, size, text, .. } => Some(at[0] + face.width(text.trim_end()) * size),
            Ink::Shape { .. } => None,
        });
        ends.fold(0.0, f32::max) / self.size[0]
    }
}

/// The measures of a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    size: [f32; 2],
    /// Left and right.
    side: f32,
    top: f32,
    bottom: f32,
    /// Size of running text.
    pub body: f32,
    /// Size of type in tables.
    pub table: f32,
    /// Size of remarks.
    pub small: f32,
    /// Distance of lines as a share of the size.
    pub leading: f32,
}

impl Measure {
    /// The measures of a look, `tight` steps closer than usual.
    pub(super) fn of(look: Look, tight: u8) -> Self {
        let size = if look.landscape { [A4[1], A4[0]] } else { A4 };
        let measure = Self {
            size,
            side: 74.0,
            top: 78.0,
            bottom: 72.0,
            body: 10.6,
            table: 9.4,
            small: 9.0,
            leading: 1.42,
        };
        let steps = f32::from(tight);
        let (less, closer) = (1.0 - 0.025 * steps, 1.0 - 0.018 * steps);
        match look {
            // Large print means 16 points and more, also in tables and remarks.
            Look { large: true, .. } => Self {
                side: 48.0,
                top: 82.0,
                bottom: 68.0,
                body: 17.0,
                table: 16.0,
                small: 16.0,
                leading: 1.32 * closer,
                ..measure
            },
            Look { compact: true, .. } => Self {
                side: 50.0,
                top: 54.0,
                bottom: 46.0,
                body: 9.2 * less,
                table: 8.2 * less,
                small: 8.0 * less,
                leading: 1.3 * closer,
                ..measure
            },
            _ => Self {
                body: measure.body * less,
                table: measure.table * less,
                small: measure.small * less,
                leading: measure.leading * closer,
                ..measure
            },
        }
    }

    fn width(&self) -> f32 {
        self.size[0] - 2.0 * self.side
    }

    fn height(&self) -> f32 {
        self.size[1] - self.top - self.bottom
    }
}

/// A piece of the page that no page break cuts. Places are counted from its upper left corner.
#[derive(Clone, Debug, Default)]
pub(super) struct Slab {
    /// Room above, which falls away at the head of a page.
    pub before: f32,
    pub height: f32,
    pub put: Vec<Put>,
    /// Whether the next slab must stand on the same page.
    pub keep: bool,
    /// The head of the table that is repeated above this slab on a new page.
    pub head: Option<usize>,
    pub breaks: bool,
    pub headings: Vec<(u8, String, f32)>,
}

/// The closest that type is set, in steps of two and a half per cent.
const TIGHTEST: u8 = 5;
/// A last page that is less full than this is worth setting the others closer.
const WORTH_A_PAGE: f32 = 0.4;

/// Lays a document out. Where letters are lacking, a last paragraph says so, and what helps.
pub(super) fn lay(document: &Document) -> Laid {
    let laid = lay_well(document);
    if laid.lacking == 0 {
        return laid;
    }
    let words = Words::new(document.lang);
    let mut told = document.clone();
    told.blocks.push(Block::note(words.count("print-lacking", laid.lacking as u64)));
    lay_well(&told)
}

/// Each part as it stands best by itself: what a new page begins is a sheet of its own, and the sheets of a class
/// printed at once take no more paper than one by one.
fn lay_well(document: &Document) -> Laid {
    let parts: Vec<&[Block]> = document.blocks.split(|block| matches!(block, Block::Break)).collect();
    if let [whole] = parts[..] {
        return lay_part(document, whole).1;
    }
    let parts: Vec<(&[Block], u8)> =
        parts.into_iter().map(|part| (part, lay_part(document, part).0)).collect();
    lay_at(document, &parts)
}

/// Closer than usual where that saves a page that would be all but empty; in how many steps.
fn lay_part(document: &Document, part: &[Block]) -> (u8, Laid) {
    let usual = lay_at(document, &[(part, 0)]);
    let saves = usual.pages.len() > 1 && usual.fill.last().is_some_and(|fill| *fill < WORTH_A_PAGE);
    if !saves {
        return (0, usual);
    }
    let mut closer = (1..=TIGHTEST).map(|tight| (tight, lay_at(document, &[(part, tight)])));
    closer.find(|(_, laid)| laid.pages.len() < usual.pages.len()).unwrap_or((0, usual))
}

/// Parts behind each other, each so many steps closer than usual and on pages of its own.
fn lay_at(document: &Document, parts: &[(&[Block], u8)]) -> Laid {
    let measure = Measure::of(document.look, 0);
    let mut setter = Setter { measure, nodes: Vec::new(), heads: Vec::new(), wide: Vec::new(), lacking: 0 };
    let mut slabs = Vec::new();
    for (no, (part, tight)) in parts.iter().enumerate() {
        setter.measure = Measure::of(document.look, *tight);
        let mut made = setter.blocks(part, measure.side, measure.width());
        if let Some(first) = made.first_mut() {
            first.breaks = no > 0;
        }
        slabs.extend(made);
    }
    let mut laid = Laid { size: measure.size, ..Laid::default() };
    let mut page: Vec<Put> = Vec::new();
    let mut used = 0.0;
    let mut from = 0;
    while from < slabs.len() {
        let mut to = from + 1;
        while slabs[to - 1].keep && to < slabs.len() && !slabs[to].breaks {
            to += 1;
        }
        let height = |top: bool| -> f32 {
            let all: f32 = slabs[from..to].iter().map(|slab| slab.before + slab.height).sum();
            if top { all - slabs[from].before } else { all }
        };
        let new_page = slabs[from].breaks || used + height(false) > measure.height() + 0.01;
        if new_page && used > 0.0 {
            laid.fill.push(used / measure.height());
            laid.pages.push(std::mem::take(&mut page));
            used = 0.0;
        }
        // A group that no page holds is cut where it must be.
        let whole = height(used == 0.0) <= measure.height() + 0.01;
        for slab in &slabs[from..to] {
            if !whole && used > 0.0 && used + slab.before + slab.height > measure.height() {
                laid.fill.push(used / measure.height());
                laid.pages.push(std::mem::take(&mut page));
                used = 0.0;
            }
            if used == 0.0
                && !laid.pages.is_empty()
                && let Some(head) = slab.head
            {
                let head = &setter.heads[head];
                page.extend(head.put.iter().cloned().map(|put| moved(put, [0.0, measure.top])));
                used += head.height;
            }
            let top = if used == 0.0 { 0.0 } else { used + slab.before };
            let down = measure.top + top;
            let no = laid.pages.len();
            laid.headings
                .extend(slab.headings.iter().map(|(level, text, at)| (*level, text.clone(), no, down + at)));
            page.extend(slab.put.iter().cloned().map(|put| moved(put, [0.0, down])));
            used = top + slab.height;
        }
        from = to;
    }
    if !page.is_empty() {
        laid.fill.push(used / measure.height());
        laid.pages.push(page);
    }
    let count = laid.pages.len();
    for (no, page) in laid.pages.iter_mut().enumerate() {
        running(document, &measure, page, no + 1, count, &mut setter.wide);
    }
    laid.nodes = setter.nodes;
    laid.wide = setter.wide;
    laid.lacking = setter.lacking;
    laid
}

/// Head and foot of a page.
fn running(
    document: &Document,
    measure: &Measure,
    page: &mut Vec<Put>,
    no: usize,
    count: usize,
    wide: &mut Vec<String>,
) {
    let size = if document.look.large { 11.0 } else { 8.0 };
    let [width, height] = measure.size;
    let room = width - 2.0 * measure.side;
    let mut line = |left: &str, right: &str, face: Face, colour: Colour, base: f32| {
        // For whom a sheet is and which page of it this is stands there whole, whatever the title.
        let right = shortened(right, face, room / size, wide);
        let taken = face.width(&right) * size + size * 2.0;
        let left = shortened(left, Face::Sans, (room - taken) / size, wide);
        let x = width - measure.side - face.width(&right) * size;
        for (text, face, colour, x) in [(left, Face::Sans, MUTED, measure.side), (right, face, colour, x)] {
            if !text.is_empty() {
                page.push(Put { node: None, ink: Ink::Letters { at: [x, base], face, size, colour, text } });
            }
        }
    };
    let head = measure.top * 0.5;
    line(&document.running, &document.secret, Face::SansStrong, SECRET, head);
    let foot = height - measure.bottom * 0.5;
    line(&document.foot, &format!("{no} / {count}"), Face::Sans, MUTED, foot);
    for base in [head + size * 0.6, foot - size * 1.5] {
        page.push(ruled([measure.side, base], [width - measure.side, base], Pen::new(LINE, 0.5)));
    }
}

/// A text of at most this width at a size of 1: what is too long ends in an ellipsis, and is reported.
pub(super) fn shortened(text: &str, face: Face, room: f32, wide: &mut Vec<String>) -> String {
    let (text, _) = face.printable(text);
    if face.width(&text) <= room {
        return text;
    }
    let mut kept: Vec<char> = text.chars().collect();
    wide.push(text);
    loop {
        kept.pop();
        let shorter = format!("{}…", kept.iter().collect::<String>().trim_end());
        if kept.is_empty() || face.width(&shorter) <= room {
            return shorter;
        }
    }
}
