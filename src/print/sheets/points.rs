//! The score sheet of one delegation: what every option is worth to it, and room to add offers up.

use super::shared::{numbered, remark};
use crate::print::Desk;
use crate::print::document::{Align, Block, Cell, Document, Row, Style, Table, plain, strong};
use crate::scenario::Seat;

/// Offers that can be added up on one sheet.
const OFFERS: usize = 3;

pub(super) fn sheet(desk: &Desk<'_>, seat: Seat) -> Document {
    let scenario = desk.scenario;
    let shared = &scenario.shared;
    let brief = &scenario.briefs[seat];
    let mut blocks = vec![Block::Title {
        kicker: format!("{} \u{b7} {}", desk.get("print-points-sheet"), desk.title()),
        title: desk.country(seat),
        subtitle: desk.get("print-points-note"),
    }];
    let mut columns = vec![(5.4, Align::Left), (1.2, Align::Right)];
    columns.extend([(1.1, Align::Centre); OFFERS]);
    let mut head = vec![plain(desk.get("print-option")), plain(desk.get("print-points"))];
    head.extend((1..=OFFERS).map(|no| plain(desk.words.with("print-offer", &[("no", &no.to_string())]))));
    let mut table = Table::new(&columns).headed(head);
    let blank = || vec![Cell::Blank; OFFERS];
    for (issue, it) in shared.issues.iter().enumerate() {
        if brief.weights[issue] == 0 {
            continue;
        }
        table.rows.push(Row::Group(plain(numbered(desk, issue))));
        for (option, choice) in it.options.iter().enumerate() {
            let mut label = desk.text(&choice.label).to_owned();
            if let Some(remark) = remark(desk, issue, option) {
                label.push_str(&format!(" ({remark})"));
            }
            if brief.red_lines.contains(&(issue, option)) {
                label.push_str(&format!(" \u{2013} {}", desk.get("print-red-line")));
            }
            let points = desk.points(brief.part(issue, option));
            let mut cells = vec![Cell::Text(plain(label)), Cell::Text(strong(points))];
            cells.extend(blank());
            table.rows.push(Row::Cells(cells));
        }
    }
    let mut sum = vec![Cell::Text(plain(desk.get("print-sum"))), Cell::Text(plain(""))];
    sum.extend(blank());
    table.rows.push(Row::Sum(sum));
    blocks.push(Block::Table(table));
    let batna = desk.words.with("print-compare", &[("points", &brief.batna.to_string())]);
    blocks.push(Block::Paragraph(Style::Body, strong(batna)));
    let left = shared
        .issues
        .iter()
        .enumerate()
        .filter(|(issue, _)| brief.weights[*issue] == 0)
        .map(|(_, it)| desk.text(&it.title));
    let left: Vec<&str> = left.collect();
    if !left.is_empty() {
        blocks.push(Block::note(desk.words.with("print-no-points", &[("issues", &left.join(", "))])));
    }
    desk.document("points-sheet", Some(seat), true, blocks)
}
