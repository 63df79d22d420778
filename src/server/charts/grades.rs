//! Verdicts, lenses and the years after, counted over the class.

use super::{Board, HEIGHT, WIDTH, at, picture, piled, sign_of};
use crate::scenario::Seat;
use crate::scoring::Grade;
use crate::server::together::{Outcome, median};
use maud::{Markup, html};

/// How many results got which verdict. The words speak of texts, never of students.
pub fn grades(board: &Board<'_>) -> Markup {
    let outcomes = &board.class.outcomes;
    let rows: Vec<(Grade, usize)> = Grade::ALL
        .into_iter()
        .map(|grade| (grade, outcomes.iter().filter(|it| it.grade == grade).count()))
        .filter(|(_, count)| *count > 0)
        .collect();
    let name = |grade: Grade| board.get(&format!("grade-{}", grade.letter().to_lowercase()));
    let most = rows.iter().map(|it| it.1).max().unwrap_or(1);
    let line = ((HEIGHT - 20.0) / rows.len().max(1) as f64).min(100.0);
    // The name stands above its bar: some are as long as the drawing is wide.
    let bar = line - 38.0;
    let told: Vec<String> = rows.iter().map(|(grade, count)| format!("{}: {count}", name(*grade))).collect();
    let inner = html! {
        @for (no, (grade, count)) in rows.iter().enumerate() {
            @let y = 10.0 + line * no as f64;
            @let wide = (WIDTH - 90.0) * *count as f64 / most as f64;
            @let good = *grade <= Grade::MutuallyBeneficial;
            text.axis x="0" y=(at(y + 27.0)) { (name(*grade)) }
            rect.grade.good[good] x="0" y=(at(y + 33.0)) width=(at(wide)) height=(at(bar)) {}
            text.axis x=(at(wide + 14.0)) y=(at(y + 33.0 + bar / 2.0 + 11.0)) { (count) }
        }
    };
    picture(&told.join("; "), &inner)
}

/// A line for each lens from 0 to 100, a sign for each deal, and the middle of the class.
pub fn lenses(board: &Board<'_>) -> Markup {
    let shown = &board.class.scenario.teacher.scoring.lenses;
    let mut rows: Vec<(String, Vec<(&Outcome, f64)>)> = Vec::new();
    for lens in crate::scenario::file::LensName::ALL.into_iter().filter(|lens| shown.contains(lens)) {
        use crate::scenario::file::LensName;
        let name = board.get(&format!("lens-{}", lens.name().to_lowercase()));
        let places: &[(usize, Option<Seat>)] = match lens {
            LensName::Dependency => &[(0, None)],
            LensName::Liberal => &[(1, None)],
            LensName::Realism => &[(2, Some(Seat::First)), (3, Some(Seat::Second))],
            LensName::Justice => &[(4, None)],
            LensName::Sustainability => &[(5, None)],
        };
        for (place, seat) in places {
            let name = seat.map_or_else(|| name.clone(), |seat| format!("{name}: {}", board.name(seat)));
            rows.push((name, board.class.deals().map(|it| (it, it.lenses[*place])).collect()));
        }
    }
    strips(board, &rows)
}

/// How long each text lasts, and how often it is still in force after all years.
pub fn years(board: &Board<'_>) -> Markup {
    let of = |value: fn((f64, f64, bool)) -> f64| -> Vec<(&Outcome, f64)> {
        board.class.outcomes.iter().filter_map(|it| Some((it, value(it.years?)))).collect()
    };
    strips(
        board,
        &[(board.get("lesson-durability"), of(|it| it.0)), (board.get("lesson-survival"), of(|it| it.1))],
    )
}

/// Lines from 0 to 100 with a sign for each result.
fn strips(board: &Board<'_>, rows: &[(String, Vec<(&Outcome, f64)>)]) -> Markup {
    let (left, right) = (40.0, WIDTH - 40.0);
    let x = |value: f64| left + value.clamp(0.0, 100.0) / 100.0 * (right - left);
    let line = ((HEIGHT - 44.0) / rows.len().max(1) as f64).min(190.0);
    let mut told = Vec::new();
    let size = if rows.len() > 4 { 8.0 } else { 11.0 };
    let drawn: Vec<Markup> = rows
        .iter()
        .enumerate()
        .map(|(no, (name, values))| {
            let y = line * (no as f64 + 1.0) - 10.0;
            let middle = median(values.iter().map(|it| it.1).collect());
            told.push(format!("{name}: {}", middle.map_or_else(|| "\u{2013}".to_owned(), |it| board.num(it))));
            let places: Vec<[f64; 2]> = values.iter().map(|it| [x(it.1), y - size * 0.4]).collect();
            let places = piled(&places, size * 1.9, (((line - 44.0) / (size * 1.9)) as usize).max(2));
            html! {
                text.axis x=(at(left)) y=(at(y - line + 44.0)) { (name)
                    @if let Some(middle) = middle { " \u{2013} " (board.words.with("lesson-middle", &[("value", &board.num(middle))])) } }
                line.base x1=(at(left)) x2=(at(right)) y1=(at(y)) y2=(at(y)) {}
                @if let Some(middle) = middle {
                    line.middle.after x1=(at(x(middle))) x2=(at(x(middle))) y1=(at(y - line + 54.0)) y2=(at(y + 6.0)) {}
                }
                @for ((outcome, _), place) in values.iter().zip(&places) { (sign_of(outcome, *place, size)) }
            }
        })
        .collect();
    let inner = html! {
        @for row in &drawn { (row) }
        @for tick in [0.0, 50.0, 100.0] {
            text.tick x=(at(x(tick))) y=(at(line * rows.len() as f64 + 28.0)) text-anchor="middle" { (board.num(tick)) }
        }
    };
    picture(&told.join("; "), &inner)
}
