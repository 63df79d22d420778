//! The form on which both delegations tick what they agreed, and which a teacher types in.

use super::shared::{numbered, remark};
use crate::print::Desk;
use crate::print::document::{Align, Block, Cell, Document, Marker, Piece, Row, Style, Table, plain, strong};
use crate::scenario::Seat;

pub(super) fn form(desk: &Desk<'_>) -> Document {
    let shared = &desk.scenario.shared;
    let mut blocks = vec![Block::Title {
        kicker: desk.get("print-agreement"),
        title: plain(desk.title()),
        subtitle: desk.get("print-agreement-note"),
    }];
    let mut pair =
        Table::new(&[(1.3, Align::Left), (2.2, Align::Left), (1.0, Align::Left), (1.6, Align::Left)]);
    pair.rows.push(Row::Cells(vec![
        Cell::Text(plain(desk.get("print-pair"))),
        Cell::Blank,
        Cell::Text(plain(desk.get("print-date"))),
        Cell::Blank,
    ]));
    blocks.push(Block::Table(pair));
    let mut table = Table::new(&[(3.4, Align::Left), (6.6, Align::Left)])
        .headed(vec![plain(desk.get("print-article")), plain(desk.get("print-tick-one"))]);
    for (issue, it) in shared.issues.iter().enumerate() {
        let mut options = Vec::new();
        for (option, choice) in it.options.iter().enumerate() {
            if option > 0 {
                options.push(Piece::Plain("\n".to_owned()));
            }
            options.push(Piece::Box);
            options.push(Piece::Strong(format!("{}\u{a0}\u{a0}", choice.id)));
            let mut label = desk.text(&choice.label).to_owned();
            if let Some(remark) = remark(desk, issue, option).filter(|_| choice.lock.is_some()) {
                label.push_str(&format!(" ({remark})"));
            }
            options.push(Piece::Plain(label));
        }
        table.row(vec![strong(numbered(desk, issue)), options]);
    }
    blocks.push(Block::Table(table));
    let none = vec![plain(desk.get("print-no-agreement"))];
    let names = Seat::ALL.map(|seat| desk.country(seat));
    let mut typed = plain(format!("{} ", desk.get("print-typed")));
    typed.push(Piece::Strong(format!("mufakat score {} --deal ", shared.id)));
    typed.push(Piece::Plain(desk.get("print-typed-codes")));
    blocks.push(Block::Together(vec![
        Block::List(Marker::Box, none),
        Block::Signatures(names),
        Block::Paragraph(Style::Note, typed),
    ]));
    let mut document = desk.document("agreement", None, false, blocks);
    // One page, so that the teacher has one sheet from each pair.
    document.look.compact = !desk.large;
    document
}
