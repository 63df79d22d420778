//! The quiz on paper, for classes without phones: before the talks, and once more after them.

use crate::print::Desk;
use crate::print::document::{Align, Block, Cell, Document, Piece, Rich, Row, Style, Table, plain};
use crate::scenario::Quiz;

/// The items without what is right; `None` if the scenario has none.
pub(super) fn sheet(desk: &Desk<'_>) -> Option<Document> {
    let quiz = &desk.scenario.shared.quiz;
    let mut blocks = vec![
        Block::Title {
            kicker: desk.get("print-quiz-sheet"),
            title: plain(desk.title()),
            subtitle: desk.get("print-quiz-sheet-says"),
        },
        whose(desk),
    ];
    for (no, item) in quiz.iter().enumerate() {
        let mut lines = question(desk, no, item);
        for (at, answer) in item.answers.iter().enumerate() {
            lines.push(Piece::Plain("\n".to_owned()));
            lines.push(Piece::Box);
            lines.push(Piece::Plain(format!(" {}", lettered(at, desk.text(answer)))));
        }
        blocks.push(Block::Together(vec![Block::Paragraph(Style::Body, lines)]));
    }
    (!quiz.is_empty()).then(|| desk.document("quiz-sheet", None, false, blocks))
}

/// A line for the name, and in which round it is filled in.
fn whose(desk: &Desk<'_>) -> Block {
    let mut rounds = Rich::new();
    for key in ["lesson-before", "lesson-after"] {
        rounds.extend([Piece::Box, Piece::Plain(format!(" {}    ", desk.get(key)))]);
    }
    let mut table = Table::new(&[(1.0, Align::Left), (4.0, Align::Left), (3.0, Align::Left)]);
    let cells = [Cell::Text(plain(desk.get("print-quiz-name"))), Cell::Blank, Cell::Text(rounds)];
    table.rows.push(Row::Cells(cells.into()));
    Block::Table(table)
}

/// What an item asks, with its number.
pub(super) fn question<'a>(desk: &Desk<'a>, no: usize, item: &'a Quiz) -> Rich {
    vec![Piece::Strong(format!("{}. {}", no + 1, desk.text(&item.question)))]
}

/// An answer behind its letter.
pub(super) fn lettered(at: usize, answer: &str) -> String {
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    format!("{letter}) {answer}")
}
