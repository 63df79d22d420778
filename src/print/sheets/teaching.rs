//! The teaching note: what only the teacher knows.

use super::quiz;
use super::shared::numbered;
use crate::analysis::simulate::Outcome;
use crate::analysis::{Analysis, analyse, dry_run};
use crate::exact::EPS;
use crate::print::Desk;
use crate::print::document::{Align, Block, Document, Marker, Piece, Rich, Style, Table, plain, strong};
use crate::print::plot::{Dot, Plot, Series, draw, spot};
use crate::scenario::{Deal, IssueNo, NewsTarget, OptionNo, Points, Scenario, Seat};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) fn note(desk: &Desk<'_>, scenario: &Arc<Scenario>, games: u64) -> Document {
    let shared = &scenario.shared;
    let teacher = &scenario.teacher;
    let analysis = analyse(scenario);
    let mut blocks = vec![Block::Title {
        kicker: desk.get("print-teaching"),
        title: plain(desk.title()),
        subtitle: desk.text(&shared.summary).to_owned(),
    }];
    let list =
        |texts: &[crate::scenario::Text]| texts.iter().map(|it| plain(desk.text(it))).collect::<Vec<Rich>>();
    if !teacher.aims.is_empty() {
        blocks.push(Block::heading(desk.get("print-aims")));
        blocks.push(Block::List(Marker::Dot, list(&teacher.aims)));
    }
    blocks.push(Block::heading(desk.get("print-course")));
    blocks.push(Block::List(Marker::Number, course(desk)));
    for (key, text) in [("print-usual", &teacher.usual), ("print-potential", &teacher.potential)] {
        if !text.is_empty() {
            blocks.push(Block::heading(desk.get(key)));
            blocks.extend(Block::paragraphs(desk.text(text)));
        }
    }
    numbers(desk, &analysis, &mut blocks);
    if games > 0 {
        expected(desk, scenario, &analysis, games, &mut blocks);
    }
    news(desk, &mut blocks);
    if !teacher.questions.is_empty() {
        blocks.push(Block::heading(desk.get("print-questions")));
        blocks.push(Block::List(Marker::Number, list(&teacher.questions)));
    }
    answers(desk, &mut blocks);
    desk.document("teaching", None, true, blocks)
}

/// The lesson step by step.
fn course(desk: &Desk<'_>) -> Vec<Rich> {
    let timing = &desk.scenario.shared.timing;
    let reading = desk.scenario.shared.reading_minutes.to_string();
    let args = [
        ("reading", reading.as_str()),
        ("minutes", &timing.minutes.to_string()),
        ("rounds", &timing.rounds.to_string()),
    ];
    (1..=5).map(|no| plain(desk.words.with(&format!("print-course-{no}"), &args))).collect()
}

/// Reference points and packages, and the frontier.
fn numbers(desk: &Desk<'_>, analysis: &Analysis<'_>, blocks: &mut Vec<Block>) {
    let words = desk.words;
    let references = &analysis.references;
    let worth = |points: Points| words.num(100.0 * analysis.case.fraction(points), 0);
    blocks.push(Block::heading(desk.get("print-numbers")));
    let facts = words.with(
        "print-room",
        &[
            ("packages", &words.num(analysis.packages as f64, 0)),
            ("room", &words.room(analysis.zopa_packages, analysis.zopa_share())),
            ("frontier", &words.num(analysis.frontier.len() as f64, 0)),
        ],
    );
    blocks.push(Block::body(facts));
    if !references.zopa {
        blocks.push(Block::body(desk.get("cli-no-room")));
        return;
    }
    let marks = [
        ('N', "point-nash", references.nash),
        ('K', "point-kalai", references.kalai_smorodinsky),
        ('E', "print-egalitarian", references.egalitarian),
        ('U', "print-utilitarian", references.utilitarian),
    ];
    let mut table =
        Table::new(&[(0.6, Align::Left), (4.4, Align::Left), (2.5, Align::Right), (2.5, Align::Right)])
            .headed(vec![
                plain(""),
                plain(desk.get("print-point")),
                plain(desk.name(Seat::First)),
                plain(desk.name(Seat::Second)),
            ]);
    let mut row = |letter: &str, name: String, points: [Points; 2]| {
        table.row(vec![strong(letter), plain(name), plain(worth(points[0])), plain(worth(points[1]))]);
    };
    row("", "BATNA".to_owned(), analysis.case.batna);
    for (letter, key, at) in marks {
        row(&letter.to_string(), desk.get(key), references.frontier.points[at]);
    }
    row("V", desk.get("print-compromise"), analysis.compromise_utilities);
    blocks.push(Block::Table(table));
    let mut series: Vec<Series> = marks
        .iter()
        .map(|(letter, key, at)| Series {
            words: desk.get(key),
            dot: Dot::Letter(*letter),
            spots: vec![spot(&analysis.case, references.frontier.points[*at])],
            joined: false,
        })
        .collect();
    series.push(Series {
        words: desk.get("print-compromise"),
        dot: Dot::Letter('V'),
        spots: vec![spot(&analysis.case, analysis.compromise_utilities)],
        joined: false,
    });
    let drawing = draw(desk, &plot_of(desk, analysis, series));
    let alt = desk.words.with("print-frontier-shows", &[("points", &references.frontier.len().to_string())]);
    blocks.push(Block::Figure { drawing, alt, caption: desk.get("print-frontier-caption") });
    packages(desk, analysis, blocks);
    let title = |issue: &usize| desk.text(&desk.scenario.shared.issues[*issue].title).to_owned();
    let pairs = analysis.logrolls();
    if !pairs.is_empty() {
        blocks.push(Block::Heading(3, plain(desk.get("print-trade"))));
        let pair = |(a, b): &(usize, usize)| plain(format!("{} \u{2013} {}", title(a), title(b)));
        blocks.push(Block::List(Marker::Dot, pairs.iter().take(8).map(pair).collect()));
    }
    let compatible = analysis.compatible();
    if !compatible.is_empty() {
        let mut text = strong(format!("{} ", desk.get("cli-compatible")));
        let names: Vec<String> = compatible.iter().map(title).collect();
        text.push(Piece::Plain(format!("{}.", names.join("; "))));
        blocks.push(Block::Paragraph(Style::Body, text));
    }
}

fn plot_of<'p>(desk: &Desk<'_>, analysis: &'p Analysis<'_>, series: Vec<Series>) -> Plot<'p> {
    let (width, height, size) = if desk.large { (498.0, 470.0, 18.0) } else { (440.0, 264.0, 9.0) };
    Plot {
        case: &analysis.case,
        references: &analysis.references,
        series,
        width,
        height,
        size,
        lines_told: true,
    }
}

/// The packages that are worth pointing at, article by article.
fn packages(desk: &Desk<'_>, analysis: &Analysis<'_>, blocks: &mut Vec<Block>) {
    let references = &analysis.references;
    let mut shown: Vec<(String, Deal, [Points; 2])> = vec![(
        desk.get("point-nash"),
        references.deal(references.nash),
        references.frontier.points[references.nash],
    )];
    if let Some((deal, points)) = analysis.passing.as_ref().and_then(|it| it.best.clone()) {
        let best = desk.get("print-best-passing");
        match shown.first_mut() {
            // One column is enough for what is one package.
            Some((name, nash, _)) if analysis.issues.iter().all(|&issue| nash[issue] == deal[issue]) => {
                *name = format!("{name} \u{b7} {best}");
            }
            _ => shown.push((best, deal, points)),
        }
    }
    shown.push((desk.get("print-compromise"), analysis.compromise.clone(), analysis.compromise_utilities));
    blocks.push(Block::Heading(3, plain(desk.get("print-packages"))));
    let mut columns = vec![(2.6, Align::Left)];
    columns.extend(vec![(2.4, Align::Left); shown.len()]);
    let mut head = vec![plain(desk.get("print-article"))];
    head.extend(shown.iter().map(|(name, ..)| plain(name.clone())));
    let mut table = Table::new(&columns).headed(head);
    for &issue in &analysis.issues {
        let shared = &desk.scenario.shared;
        let mut row = vec![plain(numbered(desk, issue))];
        row.extend(
            shown.iter().map(|(_, deal, _)| plain(desk.text(&shared.choice(issue, deal[issue]).label))),
        );
        table.row(row);
    }
    let mut sum = vec![strong(desk.get("print-points"))];
    sum.extend(shown.iter().map(|(.., points)| {
        let worth = |at: usize| desk.words.num(100.0 * analysis.case.fraction(points[at]), 0);
        strong(format!("{} / {}", worth(0), worth(1)))
    }));
    table.row(sum);
    blocks.push(Block::Table(table));
}

/// What the class will look like, as counterparts of mixed skill play it.
fn expected(
    desk: &Desk<'_>,
    scenario: &Arc<Scenario>,
    analysis: &Analysis<'_>,
    games: u64,
    blocks: &mut Vec<Block>,
) {
    let words = desk.words;
    let outcomes = dry_run::class(scenario, games, 1);
    let sum = dry_run::summary(&outcomes);
    blocks.push(Block::heading(desk.get("print-class")));
    blocks.push(Block::body(words.with(
        "print-class-says",
        &[
            ("pairs", &sum.pairs.to_string()),
            ("agreed", &words.percent(sum.agreed)),
            ("efficiency", &words.percent(sum.efficiency)),
            ("beneficial", &words.percent(sum.beneficial)),
        ],
    )));
    let dots = |passes: bool| {
        let chosen = |it: &&Outcome| it.agreement.is_some() && it.failing.is_empty() == passes;
        outcomes.iter().filter(chosen).map(|it| it.utility.map(|it| 100.0 * it)).collect::<Vec<_>>()
    };
    let none = outcomes.iter().filter(|it| it.agreement.is_none()).count();
    let references = &analysis.references;
    let series = vec![
        Series {
            words: desk.get("print-pair-fails"),
            dot: Dot::Pair(false),
            spots: dots(false),
            joined: false,
        },
        Series {
            words: desk.get("print-pair-passes"),
            dot: Dot::Pair(true),
            spots: dots(true),
            joined: false,
        },
        Series {
            words: desk.get("point-nash"),
            dot: Dot::Letter('N'),
            spots: if references.zopa {
                vec![spot(&analysis.case, references.frontier.points[references.nash])]
            } else {
                Vec::new()
            },
            joined: false,
        },
    ];
    let drawing = draw(desk, &plot_of(desk, analysis, series));
    let alt =
        words.with("print-class-shows", &[("pairs", &sum.pairs.to_string()), ("none", &none.to_string())]);
    let caption = words.with("print-class-caption", &[("none", &none.to_string())]);
    blocks.push(Block::Figure { drawing, alt, caption });
    let mut table = Table::new(&[(7.0, Align::Left), (3.0, Align::Right)])
        .headed(vec![plain(desk.get("print-check")), plain(desk.get("print-failing"))]);
    for (at, share) in sum.failing.iter().enumerate() {
        let name = desk.get(&format!("check-{}", at + 1));
        table.row(vec![plain(format!("{}. {name}", at + 1)), plain(words.percent(*share))]);
    }
    blocks.push(Block::Table(table));
    blocks.push(Block::note(words.with(
        "print-class-seats",
        &[
            ("first", desk.name(Seat::First)),
            ("a", &words.percent(sum.gamma[0])),
            ("second", desk.name(Seat::Second)),
            ("b", &words.percent(sum.gamma[1])),
        ],
    )));
}

/// What may happen outside the room, to be read out at the beginning of a round.
fn news(desk: &Desk<'_>, blocks: &mut Vec<Block>) {
    let scenario = desk.scenario;
    if scenario.shared.news.is_empty() {
        return;
    }
    blocks.push(Block::heading(desk.get("print-news")));
    blocks.push(Block::note(desk.get("print-news-note")));
    for (no, news) in scenario.shared.news.iter().enumerate() {
        let head = desk.words.with(
            "print-news-when",
            &[("round", &news.round.to_string()), ("chance", &desk.words.per_cent(news.chance))],
        );
        let mut text = strong(format!("{}. ", desk.text(&news.title)));
        text.push(Piece::Italic(format!("{head} ")));
        text.push(Piece::Plain(desk.text(&news.text).to_owned()));
        let mut effects = Vec::new();
        for seat in Seat::ALL {
            let change = scenario.briefs[seat].news.get(no).map_or(0, |it| it.batna);
            if change != 0 {
                let change = desk.words.signed(f64::from(change), 0);
                let args = [("country", desk.name(seat)), ("change", change.as_str())];
                effects.push(desk.words.with("print-news-batna", &args));
            }
        }
        let mut changed: BTreeMap<(IssueNo, OptionNo), [f64; 2]> = BTreeMap::new();
        for seat in Seat::ALL {
            let brief = &scenario.briefs[seat];
            for &(issue, option, change) in brief.news.get(no).map_or(&[][..], |it| &it.values) {
                // Values count by the weight of their issue.
                let points = f64::from(change) * f64::from(brief.weights[issue]) / 100.0;
                changed.entry((issue, option)).or_default()[seat.index()] += points;
            }
        }
        for ((issue, option), points) in changed {
            let each = Seat::ALL.into_iter().filter(|seat| points[seat.index()].abs() > EPS);
            let changes: Vec<String> = each
                .map(|seat| format!("{} {}", desk.name(seat), desk.words.signed_points(points[seat.index()])))
                .collect();
            let args = [
                ("issue", desk.text(&scenario.shared.issues[issue].title)),
                ("option", desk.text(&scenario.shared.choice(issue, option).label)),
                ("changes", &changes.join(", ")),
            ];
            if !changes.is_empty() {
                effects.push(desk.words.with("print-news-value", &args));
            }
        }
        if matches!(news.trust, Some((NewsTarget::Drawn, _))) {
            effects.push(desk.get("print-news-drawn"));
        }
        if !effects.is_empty() {
            text.push(Piece::Plain(format!(" {}", effects.join(" "))));
        }
        blocks.push(Block::Paragraph(Style::Body, text));
    }
}

/// The quiz with what is right.
fn answers(desk: &Desk<'_>, blocks: &mut Vec<Block>) {
    let items = &desk.scenario.shared.quiz;
    if items.is_empty() {
        return;
    }
    blocks.push(Block::heading(desk.get("print-quiz")));
    blocks.push(Block::note(desk.get("print-quiz-note")));
    for (no, item) in items.iter().enumerate() {
        let mut lines = quiz::question(desk, no, item);
        for (at, answer) in item.answers.iter().enumerate() {
            lines.push(Piece::Plain("\n".to_owned()));
            let text = quiz::lettered(at, desk.text(answer));
            if at == item.right {
                lines.push(Piece::Strong(format!("{text}\u{a0}")));
                lines.push(Piece::Tick(true));
            } else {
                lines.push(Piece::Plain(text));
            }
        }
        blocks.push(Block::Together(vec![Block::Paragraph(Style::Body, lines)]));
    }
}
