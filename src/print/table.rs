//! Tables on paper: columns, rules and heads that are repeated on the next page.

use super::document::{Align, Cell, INK, LINE, MUTED, Piece, Row, Table};
use super::drawing::{Drawing, Pen, Shape, Spot};
use super::layout::{Ink, Put, Role, Slab};
use super::lines::{Manner, narrowest};
use super::marks::{put_line, ruled};
use super::setter::Setter;

/// The least height of a row in which somebody writes, in points.
const LEAST_TO_WRITE: f32 = 17.0;
/// A table of so many rows is not torn between two pages.
const SHORT: usize = 7;
/// Room between columns, as a share of the size of type.
const GAP: f32 = 1.1;

impl Setter {
    /// The slabs of a table: one for each row.
    pub(super) fn table(&mut self, table: &Table, x: f32, width: f32) -> Vec<Slab> {
        let size = self.measure.table;
        let manner = self.sans(size, INK);
        let places = self.places(table, &manner, x, width);
        let node = self.node(Role::Table, None);
        let mut slabs = Vec::new();
        let mut head = None;
        if !table.head.is_empty() {
            let cells: Vec<Cell> = table.head.iter().map(|text| Cell::Text(strong(text))).collect();
            let mut slab = self.row(table, &cells, &manner, &places, node, true);
            slab.put.push(ruled([x, 0.0], [x + width, 0.0], Pen::new(INK, 0.9)));
            slab.put.push(ruled([x, slab.height], [x + width, slab.height], Pen::new(INK, 0.5)));
            // Repeated, it is decoration: whoever hears the table hears its head once.
            let mut repeated = slab.clone();
            repeated.put.iter_mut().for_each(|put| put.node = None);
            self.heads.push(repeated);
            head = Some(self.heads.len() - 1);
            slab.keep = true;
            slabs.push(slab);
        }
        let count = table.rows.len();
        for (no, row) in table.rows.iter().enumerate() {
            let mut slab = match row {
                Row::Cells(cells) => self.row(table, cells, &manner, &places, node, false),
                Row::Sum(cells) => {
                    let cells: Vec<Cell> = cells.iter().map(strong_cell).collect();
                    let mut slab = self.row(table, &cells, &manner, &places, node, false);
                    slab.put.push(ruled([x, 0.0], [x + width, 0.0], Pen::new(INK, 0.5)));
                    slab
                }
                Row::Group(text) => {
                    let parent = self.node(Role::Row, Some(node));
                    let cell = self.node(Role::Head, Some(parent));
                    let mut slab = Slab { keep: true, ..Slab::default() };
                    let lines = self.lines(&strong(text), &manner, width);
                    let height = size * 1.32;
                    let top = size * if no == 0 { 0.3 } else { 0.75 };
                    for (at, line) in lines.iter().enumerate() {
                        let down = top + height * at as f32;
                        put_line(&mut slab.put, line, &manner, [x, down], height, Some(cell));
                    }
                    slab.height = top + height * lines.len() as f32 + size * 0.15;
                    slab
                }
            };
            // A rule under each row but before a heading, which has room instead.
            let last = no + 1 == count;
            let before_group = matches!(table.rows.get(no + 1), Some(Row::Group(_)));
            if last || !(before_group || matches!(row, Row::Group(_))) {
                let pen = if last { Pen::new(INK, 0.7) } else { Pen::new(LINE, 0.4) };
                slab.put.push(ruled([x, slab.height], [x + width, slab.height], pen));
            }
            slab.head = head;
            // Neither the first row nor the last one stands alone on a page, and a short table stays whole.
            slab.keep |= !last && (no == 0 || no + 2 == count || count <= SHORT);
            // What stands under one heading is read together.
            let headed = table.rows[..=no].iter().any(|row| matches!(row, Row::Group(_)));
            let summed = matches!(table.rows.get(no + 1), Some(Row::Sum(_)));
            slab.keep |= !last && headed && !before_group && !summed;
            slabs.push(slab);
        }
        if let Some(first) = slabs.first_mut() {
            first.before = self.measure.body * 0.6;
        }
        if let Some(last) = slabs.last_mut() {
            last.height += self.measure.body * 0.35;
        }
        slabs
    }

    /// Left edge and width of each column: by their shares, but none narrower than its widest word, as long as
    /// the page has room for that.
    fn places(&self, table: &Table, manner: &Manner, x: f32, width: f32) -> Vec<(f32, f32)> {
        let gap = manner.size * GAP;
        let count = table.columns.len().max(1);
        let room = width - gap * (count - 1) as f32;
        let shares: f32 = table.columns.iter().map(|column| column.share).sum();
        let mut widths: Vec<f32> = table.columns.iter().map(|column| room * column.share / shares).collect();
        let least: Vec<f32> = (0..table.columns.len())
            .map(|at| {
                let head = table.head.get(at).map_or(0.0, |text| narrowest(&strong(text), manner));
                let cells = table.rows.iter().filter_map(|row| match row {
                    Row::Cells(cells) | Row::Sum(cells) => cells.get(at),
                    Row::Group(_) => None,
                });
                cells.map(|cell| narrowest(&strong(cell_text(cell)), manner)).fold(head, f32::max)
            })
            .collect();
        let needed: f32 = least.iter().sum();
        if needed > room {
            // Words must be cut, and only the widest are: narrow columns keep what they need.
            let most = ceiling(&least, room);
            widths = least.into_iter().map(|width| width.min(most)).collect();
        } else if (0..widths.len()).any(|at| widths[at] < least[at]) {
            let missing: f32 = (0..widths.len()).map(|at| (least[at] - widths[at]).max(0.0)).sum();
            let spare: f32 = (0..widths.len()).map(|at| (widths[at] - least[at]).max(0.0)).sum();
            let taken = (missing / spare).min(1.0);
            for at in 0..widths.len() {
                widths[at] = if widths[at] < least[at] {
                    least[at]
                } else {
                    widths[at] - (widths[at] - least[at]) * taken
                };
            }
        }
        let mut left = x;
        widths
            .into_iter()
            .map(|width| {
                let place = (left, width + 0.02);
                left += width + gap;
                place
            })
            .collect()
    }

    fn row(
        &mut self,
        table: &Table,
        cells: &[Cell],
        manner: &Manner,
        places: &[(f32, f32)],
        node: usize,
        head: bool,
    ) -> Slab {
        let size = manner.size;
        let (height, pad) = (size * 1.32, size * 0.3);
        let row = self.node(Role::Row, Some(node));
        let mut slab = Slab::default();
        let mut most = 1;
        for ((cell, &(left, width)), column) in cells.iter().zip(places).zip(&table.columns) {
            let role = if head { Role::Head } else { Role::Data };
            let node = self.node(role, Some(row));
            match cell {
                Cell::Text(text) => {
                    let lines = self.lines(text, manner, width);
                    most = most.max(lines.len());
                    for (at, line) in lines.iter().enumerate() {
                        let spare = width - line.width;
                        let x = left
                            + match column.align {
                                Align::Left => 0.0,
                                Align::Right => spare,
                                Align::Centre => spare / 2.0,
                            };
                        let top = pad + height * at as f32;
                        put_line(&mut slab.put, line, manner, [x, top], height, Some(node));
                    }
                }
                Cell::Bar(bar) => {
                    let drawing = Drawing::bar(bar, width, size * 0.72);
                    let at = [left, pad + (height - size * 0.72) / 2.0];
                    slab.put.extend(
                        drawing
                            .shapes
                            .into_iter()
                            .map(|shape| Put { node: None, ink: Ink::Shape { shape, at, scale: 1.0 } }),
                    );
                }
                Cell::Blank => {}
            }
        }
        slab.height = 2.0 * pad + height * most as f32;
        if cells.contains(&Cell::Blank) {
            // Room for a pen.
            slab.height = slab.height.max(LEAST_TO_WRITE);
        }
        for (cell, &(left, width)) in cells.iter().zip(places) {
            if *cell == Cell::Blank {
                let shape = Shape::Path {
                    points: boxed([left, pad * 0.45], [width, slab.height - pad * 0.9]),
                    closed: true,
                    fill: None,
                    pen: Some(Pen::new(MUTED, 0.5)),
                };
                slab.put.push(Put { node: None, ink: Ink::Shape { shape, at: [0.0, 0.0], scale: 1.0 } });
            }
        }
        slab
    }
}

/// To which width columns are cut so that they fill the room: the narrower ones need less than that.
fn ceiling(least: &[f32], room: f32) -> f32 {
    let mut sorted = least.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut left = room;
    for (no, width) in sorted.iter().enumerate() {
        let each = left / (sorted.len() - no) as f32;
        if *width > each {
            return each;
        }
        left -= width;
    }
    f32::INFINITY
}

fn boxed(at: Spot, size: [f32; 2]) -> Vec<Spot> {
    let ([x, y], [w, h]) = (at, size);
    vec![[x, y], [x + w, y], [x + w, y + h], [x, y + h]]
}

fn strong(text: &[Piece]) -> Vec<Piece> {
    text.iter()
        .map(|piece| match piece {
            Piece::Plain(words) => Piece::Strong(words.clone()),
            other => other.clone(),
        })
        .collect()
}

fn strong_cell(cell: &Cell) -> Cell {
    match cell {
        Cell::Text(text) => Cell::Text(strong(text)),
        other => other.clone(),
    }
}

/// The text of a cell, if it has one.
fn cell_text(cell: &Cell) -> &[Piece] {
    match cell {
        Cell::Text(text) => text,
        Cell::Bar(_) | Cell::Blank => &[],
    }
}
