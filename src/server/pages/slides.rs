//! The slides of the class's debrief, in the order of a good lesson. None of them bears a name.

use super::parts::bar;
use super::projector::Wall;
use crate::rules::OfferKind;
use crate::scenario::Seat;
use crate::server::charts::{self, Arrows, Board};
use crate::server::class::Class;
use crate::server::together::{Together, heat, median};
use maud::{Markup, html};

/// The titles of the slides, as word keys. Slide 0 is the door.
const SLIDES: [&str; 12] = [
    "lesson-slide-scatter",
    "lesson-slide-left",
    "lesson-slide-heat",
    "lesson-slide-anchors",
    "lesson-slide-guesses",
    "lesson-slide-grades",
    "lesson-slide-lenses",
    "lesson-slide-replay",
    "lesson-slide-round",
    "lesson-slide-years",
    "lesson-slide-questions",
    "lesson-slide-quiz",
];
/// The slide with the replay.
const REPLAY: u8 = 8;

/// The titles of the slides that a class has: the last one only where the quiz is asked.
pub fn slides(class: &Class) -> &'static [&'static str] {
    let asked = class.quiz || class.gain().people > 0;
    &SLIDES[..SLIDES.len() - usize::from(!asked)]
}

/// Tables whose talks can be shown, those with a deal first.
pub fn replays(class: &Class) -> Vec<usize> {
    let mut all: Vec<usize> = (0..class.pairs.len()).filter(|&no| class.may_replay(no)).collect();
    all.sort_by_key(|&no| (class.pairs[no].table.signed().is_none(), no));
    all
}

/// The table whose talks are shown: the teacher's choice as long as it may be seen, else the first.
pub fn shown_table(class: &Class) -> Option<usize> {
    class.replay.filter(|&no| class.may_replay(no)).or_else(|| replays(class).first().copied())
}

/// Slide and step after one press of an arrow key. A replay takes its moves one by one.
pub fn turn(class: &Class, forward: bool) -> (u8, u16) {
    let last = slides(class).len() as u8;
    let moves = shown_table(class).map_or(0, |no| class.pairs[no].table.offers()) as u16;
    match (forward, class.slide, class.step) {
        (true, REPLAY, step) if step < moves => (REPLAY, step + 1),
        (false, REPLAY, step) if step > 0 => (REPLAY, step - 1),
        (true, slide, _) => (slide.saturating_add(1).min(last), 0),
        (false, slide, _) => (slide.saturating_sub(1), 0),
    }
}

/// The slide that is shown.
pub fn slide(wall: &Wall<'_>, together: &Together) -> Markup {
    let no = usize::from(wall.class.slide).clamp(1, slides(wall.class).len());
    let board = Board { words: wall.words, class: together };
    let draw: [fn(&Wall<'_>, &Board<'_>) -> Markup; 12] =
        [scatter, left, heat_map, anchors, guesses, grades, lenses, replay, round, years, questions, quiz];
    html! {
        header.wall-top { h1 { (wall.get(SLIDES[no - 1])) } }
        @if together.outcomes.is_empty() { p { (wall.get("lesson-nothing")) } }
        @else { (draw[no - 1](wall, &board)) }
    }
}

/// A drawing with what is said beside it.
fn beside(drawing: &Markup, words: &Markup) -> Markup {
    html! { div.slide { div.drawing { (drawing) } aside { (words) } } }
}

fn scatter(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    let deals = board.class.deals().count();
    let none = board.class.outcomes.len() - deals;
    beside(
        &charts::scatter(board, Arrows::None),
        &html! {
            p.fact { (wall.words.with("lesson-scatter-fact", &[("deals", &deals.to_string()), ("none", &none.to_string())])) }
            (charts::legend(board))
            p { (wall.get("lesson-scatter-key")) }
        },
    )
}

fn left(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    let all = board.class.outcomes.len();
    let edge = board.class.deals().filter(|it| it.left[0] + it.left[1] < 0.5).count();
    let middle = |at: usize| {
        let value = median(board.class.outcomes.iter().map(|it| it.left[at]).collect());
        wall.words.num(value.unwrap_or(0.0), 0)
    };
    beside(
        &charts::left(board),
        &html! {
            p.fact { (wall.words.with("lesson-left-fact", &[("edge", &edge.to_string()), ("all", &all.to_string())])) }
            (charts::sides(board))
            p { (wall.words.with("lesson-left-middle", &[("first", &middle(0)), ("second", &middle(1))])) }
        },
    )
}

fn heat_map(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    let deals = board.class.deals().count();
    let issues = &board.class.scenario.shared.issues;
    let title = |issue: usize| issues[issue].title.get(wall.words.lang);
    let label = |issue: usize, option: usize| issues[issue].options[option].label.get(wall.words.lang);
    let rows = heat(board.class);
    beside(
        &charts::heat_map(board),
        &html! {
            @for row in &rows {
                @if let Some(option) = row.compatible {
                    @let missed = deals - row.chosen[option];
                    p { "\u{2605} " (wall.words.with("lesson-heat-missed", &[("missed", &missed.to_string()),
                        ("all", &deals.to_string()), ("issue", title(row.issue)), ("option", label(row.issue, option))])) }
                }
            }
            @if let Some((one, other)) = board.class.logroll {
                @let most = |issue| rows.iter().find(|row| row.issue == issue).map_or("", |row| label(issue, row.most()));
                @let key = if deals > 0 { "lesson-heat-traded" } else { "lesson-heat-logroll" };
                p { "\u{21c4} " (wall.words.with(key, &[("one", title(one)), ("other", title(other)),
                    ("first", most(one)), ("second", most(other))])) }
            }
        },
    )
}

fn anchors(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    beside(
        &charts::anchors(board),
        &html! { p { (wall.get("lesson-anchors-key")) } (charts::sides(board)) p { (wall.get("lesson-anchors-ask")) } },
    )
}

fn guesses(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    let middle = |after: usize| {
        let value = median(board.class.outcomes.iter().filter_map(|it| it.accuracy(after)).collect());
        value.map_or_else(|| "\u{2013}".to_owned(), |value| wall.words.percent(value))
    };
    beside(
        &charts::guesses(board),
        &html! {
            p.fact { (wall.words.with("lesson-guesses-fact", &[("before", &middle(0)), ("after", &middle(1))])) }
            p { (wall.get("lesson-guesses-ask")) }
            (charts::legend(board))
        },
    )
}

fn grades(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    let good =
        board.class.outcomes.iter().filter(|it| it.checks.is_some_and(|all| all.iter().all(|holds| *holds)));
    let (good, all) = (good.count(), board.class.outcomes.len());
    beside(
        &charts::grades(board),
        &html! {
            p.fact { (wall.words.with("lesson-grades-fact", &[("good", &good.to_string()), ("all", &all.to_string())])) }
            p { (wall.get("lesson-grades-says")) }
        },
    )
}

fn lenses(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    beside(&charts::lenses(board), &html! { p { (wall.get("lesson-lenses-ask")) } (charts::legend(board)) })
}

fn replay(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    let Some((no, debrief)) = &wall.shown else { return html! { p { (wall.get("lesson-replay-none")) } } };
    let (case, _) = wall.class.pairs[*no].table.scored();
    let step = usize::from(wall.class.step).min(debrief.dance.len());
    let deal = debrief.report.deal.as_ref().map(|deal| case.utilities(deal));
    let newest = step.checked_sub(1).map(|at| &debrief.dance[at]);
    beside(
        &charts::replay(board, &case, &debrief.dance, step, deal),
        &html! {
            p.fact { (wall.words.with("lesson-replay-step", &[("step", &step.to_string()), ("all", &debrief.dance.len().to_string())])) }
            @if let Some(newest) = newest {
                @let key = match (newest.step, newest.kind) {
                    (_, OfferKind::Exploratory) => "frontier-explored".to_owned(),
                    (_, OfferKind::Text) => "frontier-text".to_owned(),
                    (Some(kind), _) => format!("dance-{}", kind.name()),
                    (None, _) => "frontier-first".to_owned(),
                };
                p { @if let Some(seat) = newest.by { (country(board, seat)) ": " } (wall.get(&key)) }
            } @else { p { (wall.get("lesson-replay-ask")) } }
            (charts::sides(board))
        },
    )
}

fn country(board: &Board<'_>, seat: Seat) -> String {
    board.class.scenario.shared.countries[seat].name.get(board.words.lang).to_owned()
}

fn round(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    let (all, took, kept) = board.class.improved();
    let numbers = [("all", all.to_string()), ("took", took.to_string()), ("kept", kept.to_string())];
    let numbers = numbers.each_ref().map(|(key, it)| (*key, it.as_str()));
    let waits = (all - took - kept).to_string();
    beside(
        &charts::scatter(board, Arrows::All),
        &html! {
            @if all == 0 { p.fact { (wall.get("lesson-round-none")) } }
            @else {
                p.fact { (wall.words.with("lesson-round-fact", &numbers)) }
                @if wall.class.improving { p { (wall.words.with("lesson-round-open", &[("waits", &waits)])) } }
                @else if took + kept == 0 { p { (wall.get("lesson-round-closed")) } }
                p { (wall.get("lesson-round-key")) }
            }
        },
    )
}

fn years(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    let lived: Vec<bool> = board.class.outcomes.iter().filter_map(|it| it.years.map(|it| it.2)).collect();
    let good = lived.iter().filter(|still| **still).count();
    if lived.is_empty() {
        return html! { p.fact { (wall.get("lesson-years-none")) } p { (wall.get("lesson-years-ask")) } };
    }
    beside(
        &charts::years(board),
        &html! {
            p.fact { (wall.words.with("lesson-years-fact", &[("good", &good.to_string()), ("all", &lived.len().to_string())])) }
            p { (wall.get("lesson-years-ask")) }
        },
    )
}

fn questions(wall: &Wall<'_>, board: &Board<'_>) -> Markup {
    let own = &board.class.scenario.teacher.questions;
    html! {
        ol.open-questions {
            @for question in own.iter().take(6) { li { (question.get(wall.words.lang)) } }
            @if own.is_empty() { @for key in ["lesson-ask-first", "lesson-ask-traded", "lesson-ask-unsaid", "lesson-ask-again"] {
                li { (wall.get(key)) }
            } }
        }
    }
}

/// What the class knew before and knows after, item by item; nobody's own answers.
fn quiz(wall: &Wall<'_>, _: &Board<'_>) -> Markup {
    let gain = wall.class.gain();
    let words = wall.words;
    let Some([before, after]) = gain.mean() else {
        return html! { p.fact { (wall.get("lesson-quiz-slide-nobody")) } };
    };
    let [people, all, before, after] =
        [gain.people.to_string(), gain.right.len().to_string(), words.num(before, 1), words.num(after, 1)];
    let numbers = [("people", &*people), ("all", &*all), ("before", &*before), ("after", &*after)];
    let share = |right: usize| right as f64 / gain.people as f64;
    html! {
        p.fact { (words.with("lesson-quiz-slide-fact", &numbers)) }
        table.quiz {
            thead { tr { th {} @for key in ["lesson-before", "lesson-after"] { th scope="col" { (wall.get(key)) } } } }
            @for (item, right) in wall.class.scenario.shared.quiz.iter().zip(&gain.right) {
                tr { th scope="row" { (item.question.get(words.lang)) }
                    @for right in right { td { (bar(&words.percent(share(*right)), 100.0 * share(*right), None, "")) (words.percent(share(*right))) } } }
            }
        }
    }
}
