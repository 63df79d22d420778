//! The sheet of one delegation alone.

use crate::print::Desk;
use crate::print::document::{
    Align, Bar, Block, Cell, Document, Marker, Piece, Row, Style, Table, plain, strong,
};
use crate::scenario::{Measure, Seat};

pub(super) fn sheet(desk: &Desk<'_>, seat: Seat, short: bool) -> Document {
    let scenario = desk.scenario;
    let brief = &scenario.briefs[seat];
    let mut blocks = vec![Block::Title {
        kicker: format!("{} \u{b7} {}", desk.get("print-confidential"), desk.title()),
        title: desk.country(seat),
        subtitle: desk.get("print-confidential-note"),
    }];
    blocks.push(Block::heading(desk.get("print-role")));
    blocks.extend(Block::paragraphs(desk.text(if short { &brief.role.short } else { &brief.role.long })));
    blocks.push(Block::heading(desk.get("briefing-weights")));
    blocks.push(weights(desk, seat));
    blocks.push(Block::heading(desk.get("briefing-batna")));
    let worth = desk.words.num(f64::from(brief.batna), 0);
    let mut batna = strong(desk.words.with("print-batna", &[("points", &worth)]));
    batna.push(Piece::Plain(format!(" {}", desk.text(&brief.batna_story))));
    blocks.push(Block::Paragraph(Style::Body, batna));
    blocks.push(Block::note(desk.get("print-batna-note")));
    if let Some(before) = brief.status_quo_ante {
        let worth = desk.words.num(f64::from(before), 0);
        let counts = scenario.teacher.scoring.from_status_quo_ante;
        let key = if counts { "print-before-counts" } else { "print-before" };
        blocks.push(Block::body(desk.words.with(key, &[("points", &worth)])));
    }
    if !short {
        needs(desk, seat, &mut blocks);
    }
    red_lines(desk, seat, &mut blocks);
    groups(desk, seat, short, &mut blocks);
    if !short {
        blocks.push(Block::heading(desk.get("print-prepare")));
        let questions = (1..=4).map(|no| plain(desk.get(&format!("print-prepare-{no}")))).collect();
        blocks.push(Block::List(Marker::Number, questions));
    }
    let key = if short { "confidential-short" } else { "confidential" };
    desk.document(key, Some(seat), true, blocks)
}

/// Points for each issue, the heaviest first.
fn weights(desk: &Desk<'_>, seat: Seat) -> Block {
    let brief = &desk.scenario.briefs[seat];
    let colour = desk.scenario.shared.countries[seat].colour;
    let most = f64::from(brief.weights.iter().copied().max().unwrap_or(1).max(1));
    let mut table = Table::new(&[(5.0, Align::Left), (4.0, Align::Left), (1.0, Align::Right)]).headed(vec![
        plain(desk.get("print-issue")),
        plain(""),
        plain(desk.get("print-points")),
    ]);
    for issue in brief.priorities() {
        let weight = brief.weights[issue];
        let share = f64::from(weight) / most;
        table.rows.push(Row::Cells(vec![
            Cell::Text(plain(super::shared::numbered(desk, issue))),
            Cell::Bar(Bar { share, seat, colour, mark: None }),
            Cell::Text(strong(weight.to_string())),
        ]));
    }
    Block::Table(table)
}

fn needs(desk: &Desk<'_>, seat: Seat, blocks: &mut Vec<Block>) {
    let brief = &desk.scenario.briefs[seat];
    if brief.needs.is_empty() {
        return;
    }
    let colour = desk.scenario.shared.countries[seat].colour;
    let mut table = Table::new(&[(5.0, Align::Left), (4.0, Align::Left), (1.0, Align::Right)]);
    for (sector, need) in &brief.needs {
        let mut name = desk.words.sector(*sector);
        if desk.scenario.is_critical(*need) {
            name.push_str(&format!(" {}", desk.get("briefing-critical")));
        }
        table.rows.push(Row::Cells(vec![
            Cell::Text(plain(name)),
            Cell::Bar(Bar { share: f64::from(*need) / 100.0, seat, colour, mark: None }),
            Cell::Text(strong(need.to_string())),
        ]));
    }
    blocks.push(Block::heading(desk.get("briefing-needs")));
    blocks.push(Block::note(desk.words.with(
        "print-needs-note",
        &[("least", &desk.words.percent(desk.scenario.teacher.scoring.need_met))],
    )));
    blocks.push(Block::Table(table));
}

fn red_lines(desk: &Desk<'_>, seat: Seat, blocks: &mut Vec<Block>) {
    let shared = &desk.scenario.shared;
    let lines = &desk.scenario.briefs[seat].red_lines;
    blocks.push(Block::heading(desk.get("briefing-red-lines")));
    if lines.is_empty() {
        blocks.push(Block::body(desk.get("briefing-no-red-lines")));
        return;
    }
    let items = lines.iter().map(|&(issue, option)| {
        let mut text = strong(format!("{}: ", desk.text(&shared.issues[issue].title)));
        text.push(Piece::Plain(desk.text(&shared.choice(issue, option).label).to_owned()));
        text
    });
    blocks.push(Block::List(Marker::Dot, items.collect()));
}

/// Groups at home with what they look at; their thresholds are found out by asking them.
fn groups(desk: &Desk<'_>, seat: Seat, short: bool, blocks: &mut Vec<Block>) {
    let shared = &desk.scenario.shared;
    let groups = &desk.scenario.briefs[seat].groups;
    if groups.is_empty() {
        return;
    }
    blocks.push(Block::heading(desk.get("briefing-groups")));
    if !short {
        blocks.push(Block::note(desk.get("print-groups-note")));
    }
    let mut table = Table::new(&[(3.6, Align::Left), (1.4, Align::Right), (5.0, Align::Left)]).headed(vec![
        plain(desk.get("print-group")),
        plain(desk.get("print-influence")),
        plain(desk.get("print-looks-at")),
    ]);
    for group in groups {
        let looks = match &group.measure {
            measure @ Measure::Weights(..) => {
                let heavy = measure.heaviest().into_iter();
                let names: Vec<&str> = heavy.map(|issue| desk.text(&shared.issues[issue].title)).collect();
                names.join("; ")
            }
            Measure::Pillar(pillar, _) => {
                let name = desk.get(&format!("pillar-{}", pillar.name()));
                desk.words.with("print-looks-pillar", &[("name", &name)])
            }
        };
        table.row(vec![
            plain(desk.text(&group.name)),
            plain(desk.words.per_cent(group.influence)),
            plain(looks),
        ]);
    }
    blocks.push(Block::Table(table));
}
