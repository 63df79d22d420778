//! One page for one player: own points, the verdict with its evidence, guess against truth, the dance of
//! offers, the years after, and open questions. It compares no country with the other.

use super::{Ended, years};
use crate::print::document::{
    Align, Bar, Block, Cell, Document, Look, Marker, Piece, Rich, Row, Style, Table, plain, strong,
};
use crate::print::plot::{Dot, Plot, Series, draw, spot};
use crate::rules::OfferKind;
use crate::scenario::{Percent, Phrase, Seat};

/// Issues of the guess that a page has room for.
const GUESSES: usize = 8;
/// Open questions on the page.
const QUESTIONS: usize = 3;

pub(super) fn page(ended: &Ended<'_>, seat: Seat) -> Document {
    let desk = &ended.desk;
    let m = &ended.debrief.report.measures;
    let letter = m.grade.letter().to_lowercase();
    let mut blocks = vec![Block::Title {
        kicker: format!("{} \u{b7} {}", desk.get("print-report"), desk.title()),
        title: desk.country(seat),
        subtitle: format!("{}. {}", ended.ending(), players(ended)),
    }];
    let mut verdict = strong(format!("{}. ", desk.get(&format!("grade-{letter}"))));
    verdict.push(Piece::Plain(desk.get(&format!("grade-{letter}-says"))));
    blocks.push(Block::Columns(
        0.5,
        vec![Block::Heading(2, plain(desk.get("verdict-points"))), points(ended, seat)],
        vec![
            Block::Heading(2, plain(desk.get("debrief-verdict"))),
            Block::Paragraph(Style::Body, verdict),
            Block::note(left(ended)),
        ],
    ));
    blocks.push(checks(ended));
    if ended.paper {
        let reached = vec![Block::Heading(2, plain(desk.get("print-reached"))), dance(ended, seat)];
        blocks.push(Block::Columns(0.5, reached, vec![Block::note(desk.get("print-of-paper"))]));
    } else {
        blocks.push(Block::Columns(
            0.5,
            vec![Block::Heading(2, plain(desk.get("print-dance"))), dance(ended, seat)],
            guess(ended, seat),
        ));
        after(ended, &mut blocks);
    }
    let own = &desk.scenario.teacher.questions;
    let mut questions: Vec<Rich> = own.iter().take(QUESTIONS).map(|it| plain(desk.text(it))).collect();
    if questions.is_empty() {
        questions.push(plain(desk.get("lenses-question")));
    }
    blocks.push(Block::Heading(2, plain(desk.get("debrief-questions-title"))));
    blocks.push(Block::List(Marker::Number, questions));
    let mut document = desk.document("report", Some(seat), false, blocks);
    document.look = Look { compact: true, ..Look::default() };
    document
}

fn players(ended: &Ended<'_>) -> String {
    let [a, b] = Seat::ALL.map(|seat| format!("{}: {}", ended.desk.name(seat), ended.player(seat)));
    format!("{a}; {b}.")
}

/// What is said of what was left on the table.
fn left(ended: &Ended<'_>) -> String {
    let left = ended.facts().left_on_the_table();
    let says = |phrase: &Phrase| ended.desk.words.phrase(phrase, &ended.desk.scenario.shared);
    if left.package.is_empty() {
        return says(&left.says);
    }
    let package: Vec<String> = left.package.iter().map(says).collect();
    format!("{} {}.", says(&left.says), package.join("; "))
}

fn points(ended: &Ended<'_>, seat: Seat) -> Block {
    let words = ended.desk.words;
    let m = &ended.debrief.report.measures;
    let at = seat.index();
    let worth = |share: f64| words.points(100.0 * share);
    let mut table = Table::new(&[(6.5, Align::Left), (3.5, Align::Right)]);
    let mut row = |key: &str, value: String| {
        table.row(vec![plain(words.get(key)), strong(value)]);
    };
    row("print-own-points", worth(m.utility[at]));
    row("print-own-batna", worth(ended.case.fraction(ended.case.batna[at])));
    if ended.case.base != ended.case.batna {
        row("print-own-before", worth(ended.case.fraction(ended.case.base[at])));
    }
    row("print-own-gain", words.signed_points(100.0 * m.gain[at]));
    if let Some(share) = ended.facts().share_of_best(seat) {
        row("print-own-best", words.percent(share));
    }
    if let Some(target) = ended.debrief.preparation[seat].as_ref().and_then(|it| it.target) {
        row("print-own-target", words.num(f64::from(target), 0));
    }
    Block::Table(table)
}

/// The seven checks with their evidence.
fn checks(ended: &Ended<'_>) -> Block {
    let desk = &ended.desk;
    let mut table = Table::new(&[(2.7, Align::Left), (7.3, Align::Left)])
        .headed(vec![plain(desk.get("cli-checks")), plain(desk.get("print-evidence"))]);
    let Some(checks) = ended.debrief.report.measures.checks else {
        table.row(vec![plain("\u{2013}"), plain(desk.get("evidence-no-deal"))]);
        return Block::Table(table);
    };
    for (at, holds) in checks.into_iter().enumerate() {
        let name = vec![Piece::Tick(holds), Piece::Strong(desk.get(&format!("check-{}", at + 1)))];
        let lines: Vec<String> = ended
            .facts()
            .check(at + 1)
            .iter()
            .map(|line| desk.words.phrase(line, &desk.scenario.shared))
            .collect();
        table.row(vec![name, plain(lines.join(" "))]);
    }
    Block::Table(table)
}

/// Own formal offers joined in order, the other side's beside them, and the frontier behind.
fn dance(ended: &Ended<'_>, seat: Seat) -> Block {
    let desk = &ended.desk;
    let case = ended.case;
    let of = |by: Option<Seat>, kind: OfferKind| -> Vec<[f64; 2]> {
        let steps = ended.debrief.dance.iter().filter(|step| step.by == by && step.kind == kind);
        steps.map(|step| spot(case, step.utilities)).collect()
    };
    let offers = |who: Seat| desk.words.with("frontier-offers", &[("country", desk.name(who))]);
    let other = seat.other();
    let mut explored = of(Some(seat), OfferKind::Exploratory);
    explored.extend(of(Some(other), OfferKind::Exploratory));
    let mut series = vec![
        Series { words: desk.get("print-explored"), dot: Dot::Diamond, spots: explored, joined: false },
        Series {
            words: offers(other),
            dot: Dot::Sign(other, false),
            spots: of(Some(other), OfferKind::Formal),
            joined: false,
        },
        Series {
            words: offers(seat),
            dot: Dot::Sign(seat, true),
            spots: of(Some(seat), OfferKind::Formal),
            joined: true,
        },
        Series {
            words: desk.get("frontier-text"),
            dot: Dot::Square,
            spots: of(None, OfferKind::Text),
            joined: false,
        },
    ];
    let references = &ended.debrief.report.references;
    if references.zopa {
        series.push(Series {
            words: desk.get("point-nash"),
            dot: Dot::Letter('N'),
            spots: vec![spot(case, references.frontier.points[references.nash])],
            joined: false,
        });
    }
    if let Some(deal) = &ended.debrief.report.deal {
        let spots = vec![spot(case, case.utilities(deal))];
        series.push(Series { words: desk.get("frontier-deal"), dot: Dot::Star, spots, joined: false });
    }
    if ended.paper {
        // What nobody recorded has no place in the legend either.
        series.retain(|it| !it.spots.is_empty());
    }
    let plot = Plot { case, references, series, width: 244.0, height: 186.0, size: 7.4, lines_told: true };
    let count = of(Some(seat), OfferKind::Formal).len();
    let alt =
        desk.words.with("print-dance-shows", &[("country", desk.name(seat)), ("count", &count.to_string())]);
    Block::Figure { drawing: draw(desk, &plot), alt, caption: String::new() }
}

/// What this player took for the other side's priorities, and what they were.
fn guess(ended: &Ended<'_>, seat: Seat) -> Vec<Block> {
    let desk = &ended.desk;
    let words = desk.words;
    let other = seat.other();
    let insight = &ended.debrief.insight[seat];
    let truth = &desk.scenario.briefs[other].weights;
    let heading = words.with("print-guess", &[("other", desk.name(other))]);
    let guess = insight.after.as_ref().or(insight.before.as_ref());
    let mut issues = desk.scenario.briefs[other].priorities();
    issues.truncate(GUESSES);
    let most = |list: &[Percent]| list.iter().copied().max().unwrap_or(0);
    let scale = f64::from(most(truth).max(guess.map_or(0, |(guess, _)| most(guess))).max(1));
    let mut table =
        Table::new(&[(5.8, Align::Left), (2.4, Align::Left), (1.2, Align::Right), (1.2, Align::Right)])
            .headed(vec![
                plain(""),
                plain(""),
                plain(desk.get("print-truth")),
                plain(desk.get("print-guessed")),
            ]);
    for issue in issues {
        let thought = guess.map(|(guess, _)| guess[issue]);
        table.rows.push(Row::Cells(vec![
            Cell::Text(plain(desk.text(&desk.scenario.shared.issues[issue].title))),
            Cell::Bar(Bar {
                share: f64::from(truth[issue]) / scale,
                seat: other,
                colour: desk.scenario.shared.countries[other].colour,
                mark: thought.map(|it| f64::from(it) / scale),
            }),
            Cell::Text(strong(truth[issue].to_string())),
            Cell::Text(plain(thought.map_or_else(|| "\u{2013}".to_owned(), |it| it.to_string()))),
        ]));
    }
    let told = |key: &str, guess: &Option<(Vec<Percent>, f64)>| match guess {
        Some((_, right)) => words.with(key, &[("accuracy", &words.percent(*right))]),
        None => words.get(&format!("{key}-none")),
    };
    let note = format!(
        "{} {}",
        ended_with_stop(told("insight-before", &insight.before)),
        ended_with_stop(told("insight-after", &insight.after))
    );
    vec![Block::Heading(2, plain(heading)), Block::Table(table), Block::note(note)]
}

fn ended_with_stop(mut text: String) -> String {
    if !text.ends_with('.') {
        text.push('.');
    }
    text
}

/// The years after, if a text is in force.
fn after(ended: &Ended<'_>, blocks: &mut Vec<Block>) {
    let desk = &ended.desk;
    let words = desk.words;
    let (Some(outlook), Some(story)) = (&ended.debrief.outlook, &ended.debrief.story) else {
        blocks.push(Block::Heading(2, plain(desk.get("print-after"))));
        blocks.push(Block::body(desk.get("years-none")));
        return;
    };
    blocks.push(Block::Heading(2, plain(desk.get("print-after"))));
    let drawing = years::draw(ended, story, 495.0, 7.4);
    let alt = words.with("print-years-show", &[("years", &story.years.len().to_string())]);
    blocks.push(Block::Figure { drawing, alt, caption: String::new() });
    blocks.push(Block::note(words.with(
        "print-outlook",
        &[
            ("worlds", &outlook.worlds.to_string()),
            ("survival", &words.percent(outlook.survival)),
            ("compliance", &words.percent(outlook.compliance)),
            ("durability", &words.num(outlook.durability, 0)),
        ],
    )));
}
