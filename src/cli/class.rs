//! The dry run of `mufakat analyse`: what a class of mixed skill would look like, as text and as JSON.

use super::Context;
use super::output::{table, wrapped};
use crate::analysis::Analysis;
use crate::analysis::dry_run::DryRun;
use crate::analysis::simulate::Outcome;
use crate::exact::round;
use crate::scenario::Seat;
use serde_json::{Value, json};

/// Columns and rows of the plot, without its axes.
const PLOT: (usize, usize) = (56, 18);

/// The fields for other programs.
pub(super) fn as_value(sum: &DryRun, outcomes: &[Outcome]) -> Value {
    let pairs: Vec<Value> = outcomes
        .iter()
        .map(|it| {
            json!({
                "u": it.agreement.is_some().then(|| it.utility.map(round)),
                "ended": it.ended.name(),
                "grade": it.grade,
            })
        })
        .collect();
    let failing: serde_json::Map<String, Value> = sum
        .failing
        .iter()
        .enumerate()
        .map(|(at, share)| (format!("C{}", at + 1), json!(round(*share))))
        .collect();
    json!({
        "pairs": sum.pairs,
        "agreement_rate": round(sum.agreed),
        "mean_efficiency": round(sum.efficiency),
        "beneficial": round(sum.beneficial),
        "failing": failing,
        "mean_gamma": sum.gamma.map(round),
        "fairness": round(sum.fairness()),
        "points": pairs,
    })
}

/// The same to read, with a plot.
pub(super) fn as_text(
    context: Context,
    analysis: &Analysis<'_>,
    sum: &DryRun,
    outcomes: &[Outcome],
) -> String {
    let words = context.words;
    let shared = &analysis.case.scenario.shared;
    let name = |seat: Seat| shared.countries[seat].name.get(words.lang).to_owned();
    let mut text = format!("{}\n\n", words.with("cli-class-title", &[("pairs", &sum.pairs.to_string())]));
    let share = |key: &str, value: f64| vec![words.get(key), words.percent(value)];
    text.push_str(&table(&[
        vec![words.get("cli-column-fact"), words.get("cli-column-value")],
        share("cli-class-agreed", sum.agreed),
        share("cli-class-efficiency", sum.efficiency),
        share("cli-class-beneficial", sum.beneficial),
    ]));
    text.push_str(&format!("\n{}\n", words.get("cli-class-failing")));
    for (at, share) in sum.failing.iter().enumerate() {
        let bar = "#".repeat((share * 30.0).round() as usize);
        let name = words.get(&format!("check-{}", at + 1));
        text.push_str(&format!("  C{} {name:<30} {:>6} {bar}\n", at + 1, words.percent(*share)));
    }
    text.push_str(&format!("\n{}\n", words.get("cli-class-seats")));
    let wide = Seat::ALL.map(|seat| name(seat).chars().count()).into_iter().max().unwrap_or(0);
    for seat in Seat::ALL {
        let gamma = sum.gamma[seat.index()];
        let bar = "#".repeat((gamma.max(0.0) * 40.0).round() as usize);
        text.push_str(&format!("  {:<wide$} {:>6} {bar}\n", name(seat), words.percent(gamma)));
    }
    let apart = sum.fairness().abs();
    let key = if sum.is_alike() { "cli-class-fair" } else { "cli-class-unfair" };
    text.push_str(&wrapped(&words.with(key, &[("difference", &words.num(100.0 * apart, 1))]), 0));
    text.push_str(&format!("\n{}", plot(analysis, outcomes)));
    text.push_str(&wrapped(
        &words.with("cli-class-legend", &[("first", &name(Seat::First)), ("second", &name(Seat::Second))]),
        0,
    ));
    text
}

/// Pairs against the frontier: `.` the frontier, `o` a pair, `8` several, `N` the Nash point, `+` the BATNAs.
fn plot(analysis: &Analysis<'_>, outcomes: &[Outcome]) -> String {
    let (columns, rows) = PLOT;
    let case = &analysis.case;
    let batna = case.batna.map(|points| case.fraction(points));
    let agreed: Vec<[f64; 2]> =
        outcomes.iter().filter(|it| it.agreement.is_some()).map(|it| it.utility).collect();
    let low = [0, 1].map(|at| {
        let least = agreed.iter().map(|it| it[at]).fold(batna[at], f64::min);
        ((least * 10.0 - 0.3).floor() / 10.0).clamp(0.0, 0.9)
    });
    let cell = |point: [f64; 2]| -> Option<(usize, usize)> {
        let place = [0, 1].map(|at| (point[at] - low[at]) / (1.0 - low[at]));
        let inside = place.iter().all(|it| (-1e-9..=1.0 + 1e-9).contains(it));
        inside.then(|| {
            let x = (place[0] * (columns - 1) as f64).round() as usize;
            let y = ((1.0 - place[1]) * (rows - 1) as f64).round() as usize;
            (x.min(columns - 1), y.min(rows - 1))
        })
    };
    let mut grid = vec![vec![' '; columns]; rows];
    let references = &analysis.references;
    for point in &references.frontier.points {
        if let Some((x, y)) = cell(point.map(|points| case.fraction(points))) {
            grid[y][x] = '.';
        }
    }
    if let Some((x, y)) = cell(batna) {
        grid[y][x] = '+';
    }
    for point in agreed {
        if let Some((x, y)) = cell(point) {
            grid[y][x] = if matches!(grid[y][x], 'o' | '8') { '8' } else { 'o' };
        }
    }
    if references.zopa
        && let Some((x, y)) =
            cell(references.frontier.points[references.nash].map(|points| case.fraction(points)))
    {
        grid[y][x] = 'N';
    }
    let mut text = String::new();
    for (no, row) in grid.into_iter().enumerate() {
        let mark = match no {
            0 => "100".to_owned(),
            _ if no == rows - 1 => format!("{:.0}", 100.0 * low[1]),
            _ => String::new(),
        };
        let row: String = row.into_iter().collect();
        text.push_str(&format!("  {mark:>3} |{}\n", row.trim_end()));
    }
    text.push_str(&format!("      +{}\n", "-".repeat(columns)));
    text.push_str(&format!("       {:<width$}100\n", format!("{:.0}", 100.0 * low[0]), width = columns - 3));
    text
}
