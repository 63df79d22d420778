//! What somebody saw who had no seat: the checklist and own words.

use crate::print::Desk;
use crate::print::document::{Align, Block, Document, Piece, Table, plain};
use crate::scenario::Scenario;
use crate::words::Words;

/// The page of an observer: who, what was watched, each line of the checklist and whether it was seen, and a note.
pub fn observed(
    scenario: &Scenario,
    who: &str,
    watched: &str,
    seen: &[(String, bool)],
    note: &str,
    words: Words,
) -> Document {
    let desk = Desk { words, scenario, large: false };
    let mut checklist = Table::new(&[(0.4, Align::Left), (9.6, Align::Left)]);
    for (line, seen) in seen {
        checklist.row(vec![vec![if *seen { Piece::Tick(true) } else { Piece::Box }], plain(line)]);
    }
    let mut blocks = vec![
        Block::Title {
            kicker: format!("{} \u{b7} {}", desk.get("print-observation"), desk.title()),
            title: plain(who),
            subtitle: watched.to_owned(),
        },
        Block::Table(checklist),
    ];
    if !note.is_empty() {
        blocks.push(Block::heading(desk.get("lesson-note")));
        blocks.extend(Block::paragraphs(note));
    }
    desk.document("observation", None, false, blocks)
}
