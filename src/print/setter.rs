//! Blocks become slabs: text in lines, lists, pictures, columns.

use super::document::{Block, Colour, INK, MUTED, Marker, Piece, Style, letters};
use super::drawing::{Drawing, Pen, Shape};
use super::layout::{Ink, Measure, Node, Put, Role, Slab};
use super::lines::{Line, Manner, lines};
use super::marks::{moved, put_line, ruled};
use super::type_face::Face;

/// Everything that is known while blocks become slabs.
pub(super) struct Setter {
    pub measure: Measure,
    pub nodes: Vec<Node>,
    pub heads: Vec<Slab>,
    pub wide: Vec<String>,
    /// How many letters no font has.
    pub lacking: usize,
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

    /// The lines of a text; words that are too wide and letters that are lacking are remembered.
    pub(super) fn lines(&mut self, text: &[Piece], manner: &Manner, width: f32) -> Vec<Line> {
        let broken = lines(text, manner, width);
        self.wide.extend(broken.wide);
        self.lacking += broken.lacking;
        broken.lines
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
        for (no, block) in blocks.iter().enumerate() {
            let mut made = self.block(block, x, width);
            // A remark above a table or a list belongs to it.
            let remark = matches!(block, Block::Paragraph(Style::Note, _));
            if remark
                && matches!(blocks.get(no + 1), Some(Block::Table(_) | Block::List(..) | Block::Together(_)))
            {
                made.iter_mut().for_each(|slab| slab.keep = true);
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
                let words = letters(text);
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
                let above = |slabs: &[Slab]| slabs.first().map_or(0.0, |slab| slab.before);
                let before = above(&left).max(above(&right));
                let (left, right) = (piled(left), piled(right));
                let mut slab = Slab { before, height: left.height.max(right.height), ..left };
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
            // Documents are cut at them before anything is set.
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
        let words = letters(title);
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
            let mut made =
                self.paragraph(&text, &self.serif(body * 1.06, MUTED), x, width, 1.36, false, node);
            if let Some(first) = made.first_mut() {
                first.before = body * 0.4;
            }
            slabs.extend(made);
        }
        let mut rule =
            Slab { before: body * 0.6, height: body * if compact { 0.2 } else { 0.6 }, ..Slab::default() };
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
                let label = lines(&[text], &manner, indent).lines;
                let height = first.height;
                let mut marks = Vec::new();
                for line in &label {
                    put_line(&mut marks, line, &manner, [x, 0.0], height, Some(node));
                }
                marks.append(&mut first.put);
                first.put = marks;
            }
            // Neither the first item nor the last one stands alone on a page.
            if let Some(last) = made.last_mut() {
                last.keep = items.len() > 1 && (no == 0 || no + 2 == items.len());
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
            if let Shape::Label { strong, text, .. } = shape {
                self.lacking += Face::of_label(*strong).printable(text).1;
            }
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
