//! The rows of a class: one for each seat of each result.

use super::super::class::{Answers, Class, Guest, Source};
use super::super::together::Known;
use crate::interchange::table::Grid;
use crate::interchange::table::csv::number;
use crate::print::{grading, grading_head, scores};
use crate::rules::Ending;
use crate::scenario::{Deal, PerSeat, Seat};
use crate::scoring::{self, Case, Report, Talk};
use crate::table::Table;
use crate::view::Debrief;
use crate::words::Words;
use serde_json::{Value, json as value};
use std::sync::Arc;

/// One result with everything that a row tells.
struct Row<'a> {
    no: usize,
    source: Source,
    names: PerSeat<String>,
    counterpart: PerSeat<String>,
    table: Option<&'a Table>,
    debrief: Option<Arc<Debrief>>,
    report: Option<Report>,
    improved: PerSeat<Option<bool>>,
}

fn results<'a>(class: &'a Class, known: &Known) -> Vec<Row<'a>> {
    let mut all: Vec<Row<'a>> = class
        .pairs
        .iter()
        .enumerate()
        .map(|(no, pair)| {
            let debrief = known.get(&no).cloned().or_else(|| pair.table.debrief().map(Arc::new));
            Row {
                no: no + 1,
                source: Source::Class,
                names: PerSeat::from_fn(|seat| class.names(pair, seat).collect::<Vec<_>>().join(" + ")),
                counterpart: PerSeat::from_fn(|seat| match &pair.stand_in[seat] {
                    Some(name) => name.clone(),
                    None if !pair.keepers[seat].is_empty() => "lent".to_owned(),
                    None => String::new(),
                }),
                table: Some(&pair.table),
                report: debrief.as_ref().map(|it| it.report.clone()),
                debrief,
                improved: pair.improved,
            }
        })
        .collect();
    let from = all.len();
    let guests = class.guests.iter().flatten().enumerate();
    all.extend(guests.map(|(no, guest)| of_guest(class, from + no + 1, guest)));
    all
}

fn of_guest<'a>(class: &Class, no: usize, guest: &'a Guest) -> Row<'a> {
    let debrief = guest.table.as_ref().and_then(Table::debrief).map(Arc::new);
    let case = Case::of_deal(&class.scenario, guest.deal.as_ref());
    let on_paper = || scoring::score(&case, guest.deal.as_ref(), &Talk::silent(&class.scenario.shared));
    Row {
        no,
        source: guest.source,
        names: PerSeat::from_fn(|_| guest.name.clone()),
        counterpart: PerSeat::from_fn(|seat| match &guest.players[seat] {
            crate::table::Player::Person => String::new(),
            crate::table::Player::Counterpart(name) => name.clone(),
        }),
        table: guest.table.as_ref(),
        report: Some(debrief.as_ref().map_or_else(on_paper, |it| it.report.clone())),
        debrief,
        improved: PerSeat::default(),
    }
}

/// The case in which a result was scored; of one on paper that of its text.
fn case<'a>(class: &'a Class, result: &Row<'a>, report: &Report) -> Case<'a> {
    let on_paper = || Case::of_deal(&class.scenario, report.deal.as_ref());
    result.table.map_or_else(on_paper, |table| table.scored().0)
}

fn ended(result: &Row<'_>) -> &'static str {
    match (&result.debrief, &result.report) {
        (Some(debrief), _) => debrief.ending.name(),
        (None, None) => "running",
        (None, Some(report)) if report.deal.is_some() => Ending::Agreed.name(),
        (None, Some(_)) => "no_agreement",
    }
}

/// One row for each seat of each result, a deal as ids of its options. Headings are names for programs.
pub fn table(class: &Class, known: &Known, words: Words) -> Grid {
    let shared = &class.scenario.shared;
    let mut head: Vec<String> = [
        "pair",
        "source",
        "seat",
        "country",
        "names",
        "counterpart",
        "ended",
        "grade",
        "utility",
        "batna",
        "gain",
        "gamma",
        "efficiency",
        "target",
        "guess_before",
        "guess_after",
        "offers",
        "rounds",
        "improved",
        "deal",
    ]
    .map(str::to_owned)
    .into();
    head.extend(grading_head());
    let width = head.len();
    let mut rows = vec![head];
    for result in results(class, known) {
        for seat in Seat::ALL {
            let at = seat.index();
            let mut row = vec![
                result.no.to_string(),
                result.source.name().to_owned(),
                seat.letter().to_owned(),
                shared.countries[seat].name.get(words.lang).to_owned(),
                result.names[seat].clone(),
                result.counterpart[seat].clone(),
                ended(&result).to_owned(),
            ];
            if let Some(report) = &result.report {
                let m = &report.measures;
                let deal = |deal: &Deal| shared.ids(deal).join(" ");
                row.extend([m.grade.letter().to_owned(), number(100.0 * m.utility[at])]);
                let case = case(class, &result, report);
                row.push(number(100.0 * case.fraction(case.batna[at])));
                row.extend([100.0 * m.gain[at], m.gamma[at], m.efficiency].map(number));
                let debrief = result.debrief.as_ref();
                let target = debrief.and_then(|it| it.preparation[seat].as_ref()?.target);
                row.push(target.map_or_else(String::new, |it| it.to_string()));
                let insight = debrief.map(|it| &it.insight[seat]);
                let right = |guess: Option<&Option<(Vec<i32>, f64)>>| {
                    guess.and_then(|it| it.as_ref()).map_or_else(String::new, |it| number(it.1))
                };
                row.extend([right(insight.map(|it| &it.before)), right(insight.map(|it| &it.after))]);
                row.push(result.table.map_or_else(String::new, |it| it.offers().to_string()));
                row.push(result.table.map_or_else(String::new, |it| it.round().to_string()));
                row.push(
                    result.improved[seat].map_or("", |yes| if yes { "took" } else { "kept" }).to_owned(),
                );
                row.push(report.deal.as_ref().map_or_else(String::new, deal));
                row.extend(grading(report, debrief.and_then(|it| it.outlook.as_ref())));
            }
            row.resize(width, String::new());
            rows.push(row);
        }
    }
    Grid { name: words.get("lesson-sheet-name"), rows }
}

/// Columns that Moodle's grade book imports: the teacher says there which column is which. A row for each
/// student; the own result and the joint one are each on a scale of 100, and none is a mark by itself.
pub fn grade_book(class: &Class, known: &Known, words: Words) -> Grid {
    let title = class.scenario.shared.title.get(words.lang);
    let column = |key: &str| format!("{title}: {}", words.get(key));
    let mut rows = vec![vec![
        "Username".to_owned(),
        column("lesson-own-result"),
        column("lesson-joint-result"),
        column("lesson-done"),
        "Feedback".to_owned(),
    ]];
    let results = results(class, known);
    for (no, person) in class.present() {
        let mut row = vec![person.name.clone()];
        let place =
            person.place.and_then(|(pair, seat)| Some((class.pairs.get(pair)?, results.get(pair)?, seat)));
        match place.and_then(|(pair, result, seat)| Some((pair, result.report.as_ref()?, seat))) {
            Some((pair, report, seat)) => {
                let m = &report.measures;
                let own = (100.0 * m.gamma[seat.index()]).clamp(0.0, 100.0);
                let letter = m.grade.letter().to_lowercase();
                // Who left the whole game to a counterpart took no part in it.
                let lent = pair.lent(seat).next().is_some();
                let done = if lent && !pair.spoke.contains(&no) { "0" } else { "100" };
                row.extend([number(own), number(100.0 * m.efficiency), done.to_owned()]);
                let grade = words.get(&format!("grade-{letter}"));
                row.push(if lent { words.with("class-names-lent", &[("names", &grade)]) } else { grade });
            }
            None => row.extend([String::new(), String::new(), "0".to_owned(), String::new()]),
        }
        rows.push(row);
    }
    Grid { name: "Moodle".to_owned(), rows }
}

/// Every result with every number.
pub fn json(class: &Class, known: &Known) -> Value {
    let scenario = &class.scenario;
    let list: Vec<Value> = results(class, known)
        .iter()
        .map(|result| {
            let scored = result.report.as_ref().map(|report| {
                let debrief = result.debrief.as_ref();
                let outlook = debrief.and_then(|it| it.outlook.as_ref());
                scores(&case(class, result, report), report, outlook, debrief.map_or(0.0, |it| it.robustness))
            });
            value!({
                "pair": result.no,
                "source": result.source.name(),
                "names": Seat::ALL.map(|seat| &result.names[seat]),
                "counterparts": Seat::ALL.map(|seat| &result.counterpart[seat]),
                "ended": ended(result),
                "improved": Seat::ALL.map(|seat| result.improved[seat]),
                "scores": scored,
            })
        })
        .collect();
    let observers: Vec<Value> = class
        .people
        .iter()
        .filter(|it| it.observes.is_some())
        .map(|it| {
            value!({"name": it.name, "pair": it.observes.map(|pair| pair + 1), "ticks": it.ticks, "note": it.note})
        })
        .collect();
    let present = || class.present().map(|(_, person)| person);
    let written: Vec<Value> = present()
        .filter(|it| it.observes.is_none() && !it.note.is_empty())
        .map(|it| value!({"name": it.name, "pair": it.place.map(|(pair, _)| pair + 1), "note": it.note}))
        .collect();
    // Numbers of answers from 1, as scenario files count them.
    let numbers = |answers: &Option<Answers>| -> Value {
        answers.as_ref().map_or(Value::Null, |all| {
            all.iter().map(|answer| value!(answer.map(|answer| answer + 1))).collect()
        })
    };
    let quiz: Vec<Value> = present()
        .filter(|it| it.answered.iter().any(Option::is_some))
        .map(|it| {
            let [before, after] = it.answered.each_ref().map(numbers);
            value!({"name": it.name, "before": before, "after": after})
        })
        .collect();
    value!({
        "mufakat": 1,
        "scenario": scenario.shared.id,
        "hash": scenario.hash,
        "results": list,
        "observers": observers,
        "written": written,
        "quiz": quiz,
    })
}
