//! Which option how many pairs chose.

use super::{Board, WIDTH, at};
use crate::server::together::heat;
use maud::{Markup, html};

/// A row for each article, a cell for each option: how many deals chose it. The article on which both
/// want the same is flagged, and the two that are worth trading.
pub fn heat_map(board: &Board<'_>) -> Markup {
    let rows = heat(board.class);
    let deals = board.class.deals().count().max(1);
    let options = rows.iter().map(|row| row.chosen.len()).max().unwrap_or(1);
    let (left, line) = (430.0, 44.0);
    let cell = (WIDTH - left) / options as f64;
    let height = line * rows.len() as f64 + 8.0;
    let issues = &board.class.scenario.shared.issues;
    let told: Vec<String> = rows
        .iter()
        .map(|row| {
            let option = |(option, count): (usize, &usize)| {
                format!("{} {count}", issues[row.issue].options[option].label.get(board.words.lang))
            };
            let counts: Vec<String> = row.chosen.iter().enumerate().map(option).collect();
            format!("{}: {}", issues[row.issue].title.get(board.words.lang), counts.join(", "))
        })
        .collect();
    html! {
        svg.big.heat viewBox=(format!("0 0 {WIDTH} {}", at(height))) role="img" aria-label=(told.join("; ")) {
            @for (no, row) in rows.iter().enumerate() {
                @let y = line * no as f64 + 4.0;
                @let flag = if row.compatible.is_some() { "\u{2605} " } else if row.logroll { "\u{21c4} " } else { "" };
                text.tick x="0" y=(at(y + 31.0)) { (flag) (short(issues[row.issue].title.get(board.words.lang), if flag.is_empty() { 24 } else { 21 })) }
                @for (option, count) in row.chosen.iter().enumerate() {
                    @let x = left + cell * option as f64;
                    @let share = *count as f64 / deals as f64;
                    rect.heat x=(at(x + 2.0)) y=(at(y)) width=(at(cell - 4.0)) height=(at(line - 5.0))
                        fill-opacity=(format!("{:.2}", if *count == 0 { 0.0 } else { 0.12 + 0.88 * share })) {
                        title { (issues[row.issue].options[option].label.get(board.words.lang)) }
                    }
                    @if row.compatible == Some(option) {
                        rect.wanted x=(at(x + 3.5)) y=(at(y + 1.5)) width=(at(cell - 7.0)) height=(at(line - 8.0)) {}
                    }
                    text.count.light[share > 0.45] x=(at(x + cell / 2.0)) y=(at(y + 30.0)) text-anchor="middle" {
                        @if *count > 0 { (count) } @else { "\u{b7}" }
                    }
                }
            }
        }
    }
}

/// A title that fits its column.
fn short(title: &str, most: usize) -> String {
    if title.chars().count() <= most {
        return title.to_owned();
    }
    let cut: String = title.chars().take(most - 1).collect();
    format!("{}\u{2026}", cut.trim_end())
}
