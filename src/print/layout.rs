//! Where on which page everything stands.
//!
//! Blocks become slabs, which no page break cuts; slabs that belong together go to the next page
//! together. What is put on a page remembers which part of the document it belongs to, so that a reader
//! who hears the page gets headings, lists and tables, and not lines.

use super::document::{Block, Cell, Colour, Document, INK, LINE, Look, MUTED, Marker, Piece, SECRET, Style};
use super::drawing::{Drawing, Pen, Shape, Spot};
use super::lines::{Line, Manner, Mark, Stretch, lines};
use super::type_face::Face;

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
    Letters { at: Spot, face: Face, size: f32, colour: Colour, text: String },
    /// A shape, moved and scaled.
    Shape { shape: Shape, at: Spot, scale: f32 },
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
    /// Pages of which little is used, as page number and share.
    pub fill: Vec<f32>,
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
    pub(super) fn of(look: Look) -> Self {
        let size = if look.landscape { [A4[1], A4[0]] } else { A4 };
        let measure =
            Self { size, side: 74.0, top: 84.0, bottom: 74.0, body: 10.6, table: 9.4, small: 9.0, leading: 1.42 };
        match look {
            // Large print means 16 points and more, also in tables and remarks.
            Look { large: true, .. } => {
                Self { side: 48.0, top: 82.0, bottom: 68.0, body: 17.0, table: 16.0, small: 16.0, leading: 1.32, ..measure }
            }
            Look { compact: true, .. } => {
                Self { side: 50.0, top: 66.0, bottom: 54.0, body: 9.2, table: 8.2, small: 8.0, leading: 1.3, ..measure }
            }
            _ => measure,
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

/// Everything that is known while blocks become slabs.
pub(super) struct Setter {
    pub measure: Measure,
    pub nodes: Vec<Node>,
    pub heads: Vec<Slab>,
    pub wide: Vec<String>,
}

impl Setter {
    pub(super) fn node(&mut self, role: Role, parent: Option<usize>) -> usize {
        self.nodes.push(Node { role, parent });
        self.nodes.len() - 1
    }

    pub(super) const fn serif(&self, size: f32, colour: Colour) -> Manner {
        Manner { plain: Face::Serif, strong: Face::SerifStrong, italic: Face::SerifItalic, size, colour }
    }

    pub(super) const fn sans(&self, size: f32, colour: Colour) -> Manner {
        Manner { plain: Face::Sans, strong: Face::SansStrong, italic: Face::Sans, size, colour }
    }

    /// The lines of a text; words that are too wide are remembered.
    pub(super) fn lines(&mut self, text: &[Piece], manner: &Manner, width: f32) -> Vec<Line> {
        let (lines, wide) = lines(text, manner, width);
        self.wide.extend(wide);
        lines
    }

    /// The slabs of a paragraph: no line stands alone at the head or the foot of a page.
    fn paragraph(
        &mut self,
        text: &[Piece],
        manner: &Manner,
        x: f32,
        width: f32,
        leading: f32,
        centre: bool,
        node: usize,
    ) -> Vec<Slab> {
        let lines = self.lines(text, manner, width);
        let count = lines.len();
        let height = manner.size * leading;
        let mut slabs = Vec::with_capacity(count);
        for (no, line) in lines.iter().enumerate() {
            let mut slab = Slab { height, ..Slab::default() };
            let x = if centre { x + (width - line.width) / 2.0 } else { x };
            put_line(&mut slab.put, line, manner, [x, 0.0], height, Some(node));
            // The first two and the last two lines stay together; three or fewer are never parted.
            slab.keep = no + 1 < count && (no == 0 || no + 2 >= count || count <= 3);
            slabs.push(slab);
        }
        slabs
    }

    /// The slabs of blocks in a column.
    pub(super) fn blocks(&mut self, blocks: &[Block], x: f32, width: f32) -> Vec<Slab> {
        let mut slabs: Vec<Slab> = Vec::new();
        let mut breaks = false;
        for block in blocks {
            if *block == Block::Break {
                breaks = true;
                continue;
            }
            let mut made = self.block(block, x, width);
            if let Some(first) = made.first_mut() {
                first.breaks = std::mem::take(&mut breaks);
            }
            slabs.append(&mut made);
        }
        slabs
    }

    fn block(&mut self, block: &Block, x: f32, width: f32) -> Vec<Slab> {
        let measure = self.measure;
        let body = measure.body;
        match block {
            Block::Title { kicker, title, subtitle } => self.title(kicker, title, subtitle, x, width),
            Block::Heading(level, text) => {
                let size = if *level == 2 { body * 1.28 } else { body * 1.04 };
                let words = super::document::letters(text);
                let node = self.node(Role::Heading(*level, words.clone()), None);
                let strong: Vec<Piece> = text.iter().map(strengthened).collect();
                let manner = self.serif(size, INK);
                let mut slabs = self.paragraph(&strong, &manner, x, width, 1.25, false, node);
                slabs.iter_mut().for_each(|slab| slab.keep = true);
                if let Some(first) = slabs.first_mut() {
                    first.before = if *level == 2 { body * 1.5 } else { body * 0.95 };
                    first.headings.push((*level, words, 0.0));
                }
                if let Some(last) = slabs.last_mut() {
                    last.height += body * 0.25;
                }
                slabs
            }
            Block::Paragraph(style, text) => {
                let node = self.node(Role::Paragraph, None);
                let (manner, indent, before, centre) = match style {
                    Style::Body => (self.serif(body, INK), 0.0, body * 0.55, false),
                    Style::Note => (self.sans(measure.small, MUTED), 0.0, body * 0.4, false),
                    Style::Article => (self.serif(body, INK), body * 1.6, body * 0.5, false),
                    Style::Centre => (self.serif(body, INK), 0.0, body * 0.9, true),
                };
                let leading = if *style == Style::Note { measure.leading.min(1.34) } else { measure.leading };
                let mut slabs =
                    self.paragraph(text, &manner, x + indent, width - indent, leading, centre, node);
                if let Some(first) = slabs.first_mut() {
                    first.before = before;
                }
                slabs
            }
            Block::List(marker, items) => self.list(*marker, items, x, width),
            Block::Table(table) => self.table(table, x, width),
            Block::Figure { drawing, alt, caption } => self.figure(drawing, alt, caption, x, width),
            Block::Columns(share, left, right) => {
                let gap = body * 2.0;
                let first = (width - gap) * share;
                let left = self.blocks(left, x, first);
                let right = self.blocks(right, x + first + gap, width - gap - first);
                let (left, right) = (piled(left), piled(right));
                let mut slab = Slab { before: body * 0.4, height: left.height.max(right.height), ..left };
                slab.put.extend(right.put);
                slab.headings.extend(right.headings);
                vec![slab]
            }
            Block::Together(blocks) => {
                let slabs = self.blocks(blocks, x, width);
                let before = slabs.first().map_or(0.0, |slab| slab.before);
                vec![Slab { before, ..piled(slabs) }]
            }
            Block::Signatures(names) => self.signatures(names, x, width),
            Block::Break => Vec::new(),
        }
    }

    fn title(&mut self, kicker: &str, title: &[Piece], subtitle: &str, x: f32, width: f32) -> Vec<Slab> {
        let body = self.measure.body;
        let mut slabs = Vec::new();
        if !kicker.is_empty() {
            let node = self.node(Role::Paragraph, None);
            let manner = self.sans((body * 0.9).max(self.measure.small), MUTED);
            let text = [Piece::Strong(kicker.to_owned())];
            slabs.extend(self.paragraph(&text, &manner, x, width, 1.4, false, node));
        }
        let words = super::document::letters(title);
        let node = self.node(Role::Heading(1, words.clone()), None);
        let compact = body < 10.0;
        let size = if compact { body * 1.9 } else { (body * 2.3).min(30.0) };
        let strong: Vec<Piece> = title.iter().map(strengthened).collect();
        let mut made = self.paragraph(&strong, &self.serif(size, INK), x, width, 1.16, false, node);
        if let Some(first) = made.first_mut() {
            first.headings.push((1, words, 0.0));
            first.before = body * 0.2;
        }
        slabs.extend(made);
        if !subtitle.is_empty() {
            let node = self.node(Role::Paragraph, None);
            let text = [Piece::Italic(subtitle.to_owned())];
            let mut made = self.paragraph(&text, &self.serif(body * 1.06, MUTED), x, width, 1.36, false, node);
            if let Some(first) = made.first_mut() {
                first.before = body * 0.4;
            }
            slabs.extend(made);
        }
        let mut rule = Slab { before: body * 0.6, height: body * if compact { 0.2 } else { 0.6 }, ..Slab::default() };
        rule.put.push(ruled([x, 0.0], [x + width, 0.0], Pen::new(INK, 0.9)));
        slabs.push(rule);
        slabs.iter_mut().for_each(|slab| slab.keep = true);
        slabs
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Piece>], x: f32, width: f32) -> Vec<Slab> {
        let body = self.measure.body;
        let manner = self.serif(body, INK);
        let indent = body * if marker == Marker::Number { 1.9 } else { 1.5 };
        let list = self.node(Role::List(marker == Marker::Number), None);
        let mut slabs = Vec::new();
        for (no, item) in items.iter().enumerate() {
            let node = self.node(Role::Item, Some(list));
            let mut made =
                self.paragraph(item, &manner, x + indent, width - indent, self.measure.leading, false, node);
            if let Some(first) = made.first_mut() {
                first.before = body * if no == 0 { 0.5 } else { 0.3 };
                let text = match marker {
                    Marker::Dot => Piece::Plain("\u{2022}".to_owned()),
                    Marker::Number => Piece::Plain(format!("{}.", no + 1)),
                    Marker::Box => Piece::Box,
                };
                let (label, _) = lines(&[text], &manner, indent);
                let height = first.height;
                let mut marks = Vec::new();
                for line in &label {
                    put_line(&mut marks, line, &manner, [x, 0.0], height, Some(node));
                }
                marks.append(&mut first.put);
                first.put = marks;
            }
            slabs.append(&mut made);
        }
        slabs
    }

    fn figure(&mut self, drawing: &Drawing, alt: &str, caption: &str, x: f32, width: f32) -> Vec<Slab> {
        let node = self.node(Role::Figure(alt.to_owned()), None);
        let scale = (width / drawing.size[0]).min(1.0);
        let mut slab = Slab {
            before: self.measure.body * 0.7,
            height: drawing.size[1] * scale,
            keep: !caption.is_empty(),
            ..Slab::default()
        };
        let left = x + (width - drawing.size[0] * scale) / 2.0;
        for shape in &drawing.shapes {
            let ink = Ink::Shape { shape: shape.clone(), at: [left, 0.0], scale };
            slab.put.push(Put { node: Some(node), ink });
        }
        let mut slabs = vec![slab];
        if !caption.is_empty() {
            let node = self.node(Role::Caption, None);
            let manner = self.sans(self.measure.small, MUTED);
            let text = [Piece::Plain(caption.to_owned())];
            let mut made = self.paragraph(&text, &manner, x, width, 1.34, false, node);
            if let Some(first) = made.first_mut() {
                first.before = self.measure.body * 0.4;
            }
            slabs.append(&mut made);
        }
        slabs
    }

    fn signatures(&mut self, names: &[Vec<Piece>; 2], x: f32, width: f32) -> Vec<Slab> {
        let body = self.measure.body;
        let half = (width - body * 3.0) / 2.0;
        let mut slab = Slab { before: body, height: body * 4.2, ..Slab::default() };
        let manner = self.serif(body, INK);
        let mut most: f32 = 0.0;
        for (at, name) in names.iter().enumerate() {
            let left = x + (half + body * 3.0) * at as f32;
            slab.put.push(ruled([left, body * 4.0], [left + half, body * 4.0], Pen::new(INK, 0.7)));
            let node = self.node(Role::Paragraph, None);
            let mut down = body * 4.3;
            for made in self.paragraph(name, &manner, left, half, self.measure.leading, false, node) {
                let height = made.height;
                slab.put.extend(made.put.into_iter().map(|put| moved(put, [0.0, down])));
                down += height;
            }
            most = most.max(down);
        }
        slab.height = most;
        vec![slab]
    }
}

fn strengthened(piece: &Piece) -> Piece {
    match piece {
        Piece::Plain(text) => Piece::Strong(text.clone()),
        other => other.clone(),
    }
}

/// Slabs on top of each other as one.
fn piled(slabs: Vec<Slab>) -> Slab {
    let mut pile = Slab::default();
    for (no, slab) in slabs.into_iter().enumerate() {
        let down = pile.height + if no == 0 { 0.0 } else { slab.before };
        pile.headings.extend(slab.headings.into_iter().map(|(level, text, at)| (level, text, at + down)));
        pile.put.extend(slab.put.into_iter().map(|put| moved(put, [0.0, down])));
        pile.height = down + slab.height;
        pile.keep = slab.keep;
    }
    pile
}

pub(super) fn ruled(from: Spot, to: Spot, pen: Pen) -> Put {
    let shape = Shape::Path { points: vec![from, to], closed: false, fill: None, pen: Some(pen) };
    Put { node: None, ink: Ink::Shape { shape, at: [0.0, 0.0], scale: 1.0 } }
}

pub(super) fn moved(mut put: Put, by: Spot) -> Put {
    match &mut put.ink {
        Ink::Letters { at, .. } | Ink::Shape { at, .. } => {
            at[0] += by[0];
            at[1] += by[1];
        }
    }
    put
}

/// Puts a line into a slab; `at` is the upper left corner of a line of this height.
pub(super) fn put_line(
    put: &mut Vec<Put>,
    line: &Line,
    manner: &Manner,
    at: Spot,
    height: f32,
    node: Option<usize>,
) {
    let [mut x, top] = at;
    let size = manner.size;
    // The middle of the small letters stands in the middle of the line.
    let base = top + height / 2.0 + size * 0.31;
    for stretch in &line.stretches {
        match stretch {
            Stretch::Letters { face, text, .. } => put.push(Put {
                node,
                ink: Ink::Letters { at: [x, base], face: *face, size, colour: manner.colour, text: text.clone() },
            }),
            Stretch::Mark { mark, .. } => {
                let drawing = mark_drawing(*mark, size);
                let at = [x, base - size * 0.76];
                put.extend(
                    drawing
                        .shapes
                        .into_iter()
                        .map(|shape| Put { node, ink: Ink::Shape { shape, at, scale: 1.0 } }),
                );
            }
        }
        x += stretch.width();
    }
}

/// A mark in a square as high as capital letters.
pub(super) fn mark_drawing(mark: Mark, size: f32) -> Drawing {
    let side = size * 0.86;
    let mut drawing = Drawing::new(side, side);
    let spot = |x: f32, y: f32| [x * side, y * side];
    match mark {
        Mark::Sign(seat, colour) => drawing.sign(spot(0.45, 0.53), side * 0.38, seat, colour, true),
        Mark::Box => {
            let pen = Some(Pen::new(INK, size * 0.07));
            drawing.rectangle(spot(0.05, 0.12), [side * 0.8, side * 0.8], Some([255; 3]), pen);
        }
        Mark::Tick(true) => {
            let pen = Pen::new([0x1c, 0x5e, 0x3c], size * 0.13);
            drawing.line(&[spot(0.08, 0.58), spot(0.34, 0.86), spot(0.86, 0.2)], pen);
        }
        Mark::Tick(false) => {
            let pen = Pen::new(SECRET, size * 0.13);
            drawing.line(&[spot(0.12, 0.22), spot(0.76, 0.86)], pen.clone());
            drawing.line(&[spot(0.76, 0.22), spot(0.12, 0.86)], pen);
        }
    }
    drawing
}

/// Lays a document out.
pub(super) fn lay(document: &Document) -> Laid {
    let measure = Measure::of(document.look);
    let mut setter = Setter { measure, nodes: Vec::new(), heads: Vec::new(), wide: Vec::new() };
    let slabs = setter.blocks(&document.blocks, measure.side, measure.width());
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
    let mut text = |text: &str, face: Face, colour: Colour, right: bool, base: f32| {
        let long = face.width(text) * size;
        if long > width - 2.0 * measure.side {
            wide.push(text.to_owned());
        }
        let x = if right { width - measure.side - long } else { measure.side };
        if !text.is_empty() {
            let text = text.to_owned();
            page.push(Put { node: None, ink: Ink::Letters { at: [x, base], face, size, colour, text } });
        }
    };
    let head = measure.top * 0.5;
    text(&document.running, Face::Sans, MUTED, false, head);
    text(&document.secret, Face::SansStrong, SECRET, true, head);
    let foot = height - measure.bottom * 0.5;
    text(&document.foot, Face::Sans, MUTED, false, foot);
    text(&format!("{no} / {count}"), Face::Sans, MUTED, true, foot);
    for base in [head + size * 0.6, foot - size * 1.5] {
        page.push(ruled([measure.side, base], [width - measure.side, base], Pen::new(LINE, 0.5)));
    }
}

/// The texts of a cell, for whoever only wants to measure.
pub(super) fn cell_text(cell: &Cell) -> &[Piece] {
    match cell {
        Cell::Text(text) => text,
        Cell::Bar(_) | Cell::Blank => &[],
    }
}
