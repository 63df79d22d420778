//! The sheet that both delegations read.

use crate::print::Desk;
use crate::print::document::{Align, Block, Document, Marker, Piece, Rich, Table, plain, strong};
use crate::scenario::{IssueNo, Lock, Seat};

pub(super) fn sheet(desk: &Desk<'_>, short: bool) -> Document {
    let shared = &desk.scenario.shared;
    let words = desk.words;
    let mut blocks = vec![Block::Title {
        kicker: desk.get("print-shared"),
        title: plain(desk.title()),
        subtitle: desk.text(&shared.summary).to_owned(),
    }];
    let mut both: Rich = desk.country(Seat::First);
    both.push(Piece::Plain(format!(" {} ", desk.get("print-and"))));
    both.extend(desk.country(Seat::Second));
    blocks.push(Block::Paragraph(crate::print::document::Style::Body, both));
    let difficulty = desk.get(&format!("difficulty-{}", shared.difficulty.name().to_lowercase()));
    blocks.push(Block::note(words.with(
        "setup-facts",
        &[
            ("difficulty", &difficulty),
            ("minutes", &shared.timing.minutes.to_string()),
            ("reading", &shared.reading_minutes.to_string()),
            ("rounds", &shared.timing.rounds.to_string()),
        ],
    )));
    if shared.real_names {
        blocks.push(Block::body(words.invented(shared)));
    }
    blocks.push(Block::heading(desk.get("print-situation")));
    let text = if short { &shared.background.short } else { &shared.background.long };
    blocks.extend(Block::paragraphs(desk.text(text)));
    blocks.push(Block::heading(desk.get("briefing-issues")));
    if short {
        let issues = (0..shared.issues.len()).map(|issue| strong(titled(desk, issue))).collect();
        blocks.push(Block::List(Marker::Number, issues));
    } else {
        blocks.push(Block::note(desk.get("print-issues-note")));
        (0..shared.issues.len()).for_each(|issue| article(desk, issue, &mut blocks));
    }
    blocks.push(Block::heading(desk.get("print-how")));
    let rules = ["print-how-1", "print-how-2", "print-how-3", "print-how-4"].map(|key| plain(desk.get(key)));
    blocks.push(Block::List(Marker::Number, rules.to_vec()));
    if !short {
        inspired(desk, &mut blocks);
    }
    let key = if short { "shared-short" } else { "shared" };
    desk.document(key, None, false, blocks)
}

/// Number and title of an issue.
pub(super) fn numbered(desk: &Desk<'_>, issue: IssueNo) -> String {
    format!("{}. {}", issue + 1, titled(desk, issue))
}

/// The title of an issue, and whether it waits in the reserve.
fn titled(desk: &Desk<'_>, issue: IssueNo) -> String {
    let it = &desk.scenario.shared.issues[issue];
    let title = desk.text(&it.title);
    if it.reserve { format!("{title} ({})", desk.get("print-reserve")) } else { title.to_owned() }
}

/// What has to be known of an option besides its words.
pub(super) fn remark(desk: &Desk<'_>, issue: IssueNo, option: usize) -> Option<String> {
    let it = &desk.scenario.shared.issues[issue];
    match it.options[option].lock {
        _ if option == it.status_quo && it.sector.is_some() => Some(desk.get("print-status-quo")),
        Some(Lock::Bridge) => Some(desk.get("print-bridge")),
        Some(Lock::Sweetener) => Some(desk.get("print-sweetener")),
        None => None,
    }
}

/// An issue with all its options.
fn article(desk: &Desk<'_>, issue: IssueNo, blocks: &mut Vec<Block>) {
    let it = &desk.scenario.shared.issues[issue];
    blocks.push(Block::Heading(3, plain(numbered(desk, issue))));
    let sector = it.sector.map(|sector| desk.words.sector(sector));
    let about: Vec<String> =
        sector.into_iter().chain(Some(desk.text(&it.about).to_owned())).filter(|it| !it.is_empty()).collect();
    if !about.is_empty() {
        blocks.push(Block::note(about.join(". ")));
    }
    let mut table = Table::new(&[(3.2, Align::Left), (6.8, Align::Left)]);
    for (option, choice) in it.options.iter().enumerate() {
        let mut label = strong(desk.text(&choice.label));
        if let Some(remark) = remark(desk, issue, option) {
            label.push(Piece::Plain(format!("\n{remark}")));
        }
        let words = desk.text(&choice.article);
        table.row(vec![label, plain(words)]);
    }
    blocks.push(Block::Table(table));
}

fn inspired(desk: &Desk<'_>, blocks: &mut Vec<Block>) {
    let shared = &desk.scenario.shared;
    if let Some(case) = &shared.inspired_by {
        blocks.push(Block::heading(desk.get("briefing-inspired")));
        blocks.push(Block::Heading(3, plain(desk.text(&case.title))));
        blocks.extend(Block::paragraphs(desk.text(&case.text)));
    }
    if !shared.facts.is_empty() {
        blocks.push(Block::Heading(3, plain(desk.get("print-facts"))));
        let facts = shared.facts.iter().map(|fact| {
            let mut text = plain(desk.text(&fact.text));
            text.push(Piece::Italic(format!(" {} \u{b7} {}", fact.source, fact.date)));
            text
        });
        blocks.push(Block::List(Marker::Dot, facts.collect()));
    }
    if !shared.real_names {
        blocks.push(Block::note(desk.words.invented(shared)));
    }
    let by = [("author", shared.author.as_str()), ("licence", shared.licence.as_str())];
    blocks.push(Block::note(desk.words.with("print-author", &by)));
    if !shared.based_on.is_empty() {
        blocks.push(Block::note(desk.words.with("setup-based-on", &[("origin", &shared.based_on)])));
    }
}
