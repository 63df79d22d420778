//! The treaty as a document that one could sign.

use super::Ended;
use crate::print::document::{Block, Document, Piece, Rich, Style, plain, strong};
use crate::rules::Event;
use crate::scenario::{IssueNo, Kind, Seat, Sector};

/// The text of the treaty, if one was signed.
pub(super) fn text(ended: &Ended<'_>) -> Option<Document> {
    let deal = ended.debrief.report.deal.as_ref()?;
    let desk = &ended.desk;
    let shared = &desk.scenario.shared;
    let words = desk.words;
    let names = [("first", desk.name(Seat::First)), ("second", desk.name(Seat::Second))];
    let instrument = shared.instrument();
    let form = desk.text(&shared.choice(instrument, deal[instrument]).label);
    let mut blocks = vec![Block::Title {
        kicker: words.with("print-treaty-between", &names),
        title: plain(desk.title()),
        subtitle: form.to_owned(),
    }];
    preamble(ended, &names, &mut blocks);
    // Issues of the reserve that nobody brought in are no part of the text.
    let added: Vec<IssueNo> = ended
        .table
        .events()
        .iter()
        .filter_map(|event| if let Event::Added(issue) = event { Some(*issue) } else { None })
        .collect();
    let there = |issue: IssueNo| !shared.issues[issue].reserve || added.contains(&issue);
    let mut number = 0;
    let mut article = |issue: IssueNo, blocks: &mut Vec<Block>| {
        number += 1;
        let it = &shared.issues[issue];
        let choice = shared.choice(issue, deal[issue]);
        let head = words.with("print-article-no", &[("number", &number.to_string())]);
        blocks.push(Block::Heading(3, plain(format!("{head}. {}", desk.text(&it.title)))));
        let text = if choice.article.is_empty() { &choice.label } else { &choice.article };
        blocks.push(Block::Paragraph(Style::Article, plain(desk.text(text))));
    };
    let mut chapter = 0;
    let mut headed = |name: String, blocks: &mut Vec<Block>| {
        chapter += 1;
        let head = words.with("print-chapter", &[("number", roman(chapter))]);
        blocks.push(Block::heading(format!("{head}. {name}")));
    };
    for sector in Sector::ALL {
        let issues: Vec<IssueNo> = (0..shared.issues.len())
            .filter(|&no| shared.issues[no].sector == Some(sector) && there(no))
            .collect();
        if issues.is_empty() {
            continue;
        }
        headed(words.sector(sector), &mut blocks);
        issues.into_iter().for_each(|issue| article(issue, &mut blocks));
    }
    for (kind, key) in [
        (Kind::Substance, "print-other"),
        (Kind::Clauses, "print-implementation"),
        (Kind::Instrument, "print-final"),
    ] {
        let issues: Vec<IssueNo> = (0..shared.issues.len())
            .filter(|&no| shared.issues[no].kind == kind && shared.issues[no].sector.is_none() && there(no))
            .collect();
        if issues.is_empty() {
            continue;
        }
        headed(words.get(key), &mut blocks);
        issues.into_iter().for_each(|issue| article(issue, &mut blocks));
    }
    blocks.push(Block::Paragraph(Style::Article, plain(words.get("print-in-force"))));
    let signed = vec![
        Block::Paragraph(Style::Body, plain(words.get("print-done"))),
        Block::Signatures(Seat::ALL.map(|seat| {
            let mut name = plain(format!("{} ", words.get("print-for-government")));
            name.extend(desk.country(seat));
            name
        })),
    ];
    blocks.push(Block::Together(signed));
    blocks.push(Block::note(format!("{}. {}", ended.ending(), words.get("print-invented-text"))));
    Some(desk.document("treaty", None, false, blocks))
}

/// Who agrees, from which principles, with which aims.
fn preamble(ended: &Ended<'_>, names: &[(&str, &str)], blocks: &mut Vec<Block>) {
    let desk = &ended.desk;
    let words = desk.words;
    blocks.push(Block::Paragraph(Style::Body, plain(words.with("print-parties", names))));
    let mut principles: Vec<u8> = Vec::new();
    let mut aims: Vec<u8> = Vec::new();
    for seat in Seat::ALL {
        if let Some(preparation) = &ended.debrief.preparation[seat] {
            principles.extend(&preparation.preamble);
            aims.extend(&preparation.aims);
        }
    }
    let once = |list: &mut Vec<u8>| {
        list.sort_unstable();
        list.dedup();
    };
    once(&mut principles);
    once(&mut aims);
    let list = |prefix: &str, numbers: &[u8]| {
        let names: Vec<String> =
            numbers.iter().map(|no| lower_first(words.get(&format!("{prefix}-{no}")))).collect();
        joined(&names, &words.get("print-and"))
    };
    let mut say = |key: &str, rest: String| {
        let text: Rich = vec![Piece::Italic(words.get(key)), Piece::Plain(format!(" {rest},"))];
        blocks.push(Block::Paragraph(Style::Body, text));
    };
    if principles.is_empty() {
        say("print-guided", words.get("print-guided-always"));
    } else {
        say("print-guided", list("principle", &principles));
    }
    if !aims.is_empty() {
        say("print-desiring", list("aim", &aims));
    }
    blocks.push(Block::Paragraph(Style::Body, strong(words.get("print-have-agreed"))));
}

fn lower_first(text: String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// "a", "a and b", "a, b, and c".
fn joined(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} {and} {two}"),
        [first @ .., last] => format!("{}, {and} {last}", first.join(", ")),
    }
}

const fn roman(number: usize) -> &'static str {
    const NUMBERS: [&str; 14] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"];
    NUMBERS[(number - 1) % NUMBERS.len()]
}
