//! The counterpart opens its notebook, turn by turn: what it believed, what was true, why it moved.

use super::debrief::Given;
use super::opened::Notebook;
use super::parts::{bar, colour, country};
use crate::counterpart::{Considered, Note, Reading, judged};
use crate::scenario::{Deal, Seat};
use maud::{Markup, html};

/// The notebook of each counterpart that sat at the table, for the turns that it held the chair.
pub(super) fn notebook(given: &Given<'_>) -> Markup {
    let place = given.place;
    html! {
        p { (place.get("notebook-note")) }
        @for (seat, notebooks) in given.opened.notebooks.iter() {
            @for notebook in notebooks {
                h3 { (place.words().with("notebook-of", &[("name", &place.get(&format!("counterpart-{}", notebook.name)))]))
                    " " (country(seat, place.name(seat))) }
                @if let Some((first, last)) = notebook.notes.first().zip(notebook.notes.last()).filter(|_| notebook.part) {
                    @let rounds = [("first", first.round.to_string()), ("last", last.round.to_string())];
                    @let key = if first.round == last.round { "class-notebook-turn" } else { "class-notebook-part" };
                    p.note { (place.words().with(key, &rounds.each_ref().map(|(name, it)| (*name, it.as_str())))) }
                }
                @if notebook.notes.is_empty() { p.note { (place.get("notebook-empty")) } }
                (curve(given, seat, &notebook.readings))
                @for (at, note) in notebook.notes.iter().enumerate() { (leaf(given, seat, notebook, at, note)) }
            }
        }
    }
}

/// One page of it.
fn leaf(given: &Given<'_>, seat: Seat, notebook: &Notebook, at: usize, note: &Note) -> Markup {
    let place = given.place;
    let title = place.words().with(
        "notebook-page",
        &[
            ("at", &(at + 1).to_string()),
            ("of", &notebook.notes.len().to_string()),
            ("round", &note.round.to_string()),
        ],
    );
    html! {
        details data-keep=(format!("leaf-{}-{}-{at}", seat.letter(), notebook.name)) {
            summary { (title) }
            p.serif { "\u{201c}" (place.words().phrase(&note.why, place.shared())) "\u{201d}" }
            (on_the_table(given, seat, note))
            (package(given, seat, note))
            (beliefs(given, seat, note))
        }
    }
}

/// The other side's offer against what it wanted at least.
fn on_the_table(given: &Given<'_>, seat: Seat, note: &Note) -> Markup {
    let words = given.place.words();
    let points = |share: f64| words.num(100.0 * share, 0);
    let target = points(note.target);
    let other = given.place.name(seat.other());
    html! {
        @match note.received {
            Some(received) => {
                @let key = if received >= note.target { "class-notebook-enough" } else { "class-notebook-too-little" };
                @let line = words.with(key, &[("country", other), ("worth", &points(received)), ("target", &target)]);
                p { (line) }
                (bar(&line, 100.0 * received, Some(100.0 * note.target), colour(seat)))
            },
            None => p { (words.with("notebook-nothing-yet", &[("country", other), ("target", &target)])) },
        }
    }
}

/// The package that it chose: what it was worth to it, and what it took it to be worth to the other side.
fn package(given: &Given<'_>, seat: Seat, note: &Note) -> Markup {
    let place = given.place;
    let words = place.words();
    let Some((deal, own)) = &note.chosen else {
        return html! { p.note { (place.get("notebook-no-package")) } };
    };
    let points = |share: f64| words.num(100.0 * share, 0);
    let guessed = |it: &&Considered| it.deal == *deal;
    let believed = note.considered.iter().find(guessed).map(|it| points(it.other));
    let truth = points(given.case.fraction(given.case.utility(deal, seat.other())));
    let other = place.name(seat.other());
    let line = match &believed {
        Some(believed) => {
            words.with("notebook-other", &[("country", other), ("believed", believed), ("truth", &truth)])
        }
        None => words.with("notebook-other-true", &[("country", other), ("truth", &truth)]),
    };
    html! {
        p { strong { (place.get("class-notebook-package")) ": " } (words.with("notebook-own", &[("worth", &points(*own))])) "; " (line) "." }
        (articles(given, deal))
    }
}

fn articles(given: &Given<'_>, deal: &Deal) -> Markup {
    let place = given.place;
    let list: Vec<String> = deal
        .choices()
        .filter(|(issue, _)| place.view.in_play(*issue))
        .map(|(issue, option)| {
            let title = place.text(&place.shared().issues[issue].title);
            format!("{title}: {}", place.text(&place.shared().choice(issue, option).label))
        })
        .collect();
    html! { p.note { (list.join("; ")) } }
}

/// Priorities and limit of the other side, as believed then and as they were.
fn beliefs(given: &Given<'_>, seat: Seat, note: &Note) -> Markup {
    let place = given.place;
    let words = place.words();
    let other = seat.other();
    let brief = &given.case.scenario.briefs[other];
    let truth = &brief.weights;
    if note.weights.len() != truth.len() {
        return html! { p.note { (place.get("notebook-no-belief")) } };
    }
    let real = |issue: usize| f64::from(truth[issue]) / 100.0;
    let issues = judged(&note.weights, brief, place.shared());
    let most = issues.iter().map(|&issue| note.weights[issue].max(real(issue))).fold(0.01, f64::max);
    let line = |title: &str, believed: f64, real: f64, most: f64| {
        let numbers = [believed, real].map(|share| words.num(100.0 * share, 0));
        let shown = words.with("notebook-pair", &[("believed", &numbers[0]), ("truth", &numbers[1])]);
        html! {
            div.row { span { (title) } span.note { (shown) } }
            (bar(&format!("{title}: {shown}"), 100.0 * real / most, Some(100.0 * believed / most), colour(other)))
        }
    };
    html! {
        h4 { (words.with("notebook-believed-of", &[("country", place.name(other))])) }
        p.note { (place.get("class-notebook-key")) }
        @for issue in issues {
            (line(place.text(&place.shared().issues[issue].title), note.weights[issue], real(issue), most))
        }
        @if let Some(limit) = note.reservation {
            (line(&place.get("notebook-limit"), limit, given.case.fraction(given.case.batna[other.index()]), 1.0))
            p.note { (place.get("notebook-limit-note")) }
        }
    }
}

/// How well it knew the order of the other side's priorities, from its first page to its last.
fn curve(given: &Given<'_>, seat: Seat, readings: &[Reading]) -> Markup {
    let place = given.place;
    let words = place.words();
    let right: Vec<f64> = readings.iter().filter_map(|it| it.ranking).collect();
    let (Some(first), Some(last)) = (right.first(), right.last()) else { return html! {} };
    let says = words
        .with("class-notebook-curve", &[("first", &words.percent(*first)), ("last", &words.percent(*last))]);
    let step = 284.0 / (right.len().max(2) - 1) as f64;
    let spots: Vec<String> = right
        .iter()
        .enumerate()
        .map(|(at, it)| format!("{:.1},{:.1}", 32.0 + step * at as f64, 92.0 - 80.0 * it))
        .collect();
    html! {
        h4 { (place.get("notebook-curve")) }
        p.note { (words.with("notebook-curve-note", &[("country", place.name(seat.other()))])) }
        p { strong { (says) } }
        @if right.len() > 1 {
            svg.chart viewBox="0 0 326 104" role="img" aria-label=(says) {
                @for mark in [0, 50, 100] {
                    @let y = 92.0 - 0.8 * f64::from(mark);
                    line.grid.batna[mark == 50] x1="28" x2="318" y1=(y) y2=(y) {}
                    text x="24" y=(y + 5.0) text-anchor="end" { (mark) }
                }
                polyline.line.(colour(seat)) points=(spots.join(" ")) {}
            }
        }
    }
}
