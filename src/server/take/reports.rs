//! The reports of a whole class: a page for each student, to be handed out, printed or sent.

use super::super::class::{Class, Guest};
use crate::print::document::{Block, Document};
use crate::print::{Format, paper_documents, report_documents, write};
use crate::scenario::{PerSeat, Seat};
use crate::table::Player;
use crate::words::Words;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Letters of a name in the name of a file at most.
const LONGEST: usize = 40;

/// The reports of one result.
pub struct Reports {
    /// The number of the result, from 1, as in the class's table: pairs first, then what was brought.
    pub no: usize,
    /// Who sat where; empty where no person did.
    pub names: PerSeat<String>,
    /// The page of each seat, and the treaty if there is one.
    pub documents: Vec<Document>,
}

/// The reports of one result of the class; `None` if there is none with this number or it is not over.
pub fn reports_of(class: &Class, no: usize, words: Words) -> Option<Reports> {
    let at = no.checked_sub(1)?;
    let Some(pair) = class.pairs.get(at) else {
        let guest = class.guests.iter().flatten().nth(at - class.pairs.len())?;
        return of_guest(class, no, guest, words);
    };
    let name = |person: &usize| class.people.get(*person).map_or("", |it| it.name.as_str());
    let names =
        PerSeat::from_fn(|seat| pair.delegations[seat].iter().map(name).collect::<Vec<_>>().join(", "));
    let players =
        PerSeat::from_fn(|seat| pair.stand_in[seat].clone().map_or(Player::Person, Player::Counterpart));
    // What a counterpart did in a person's chair is not handed out as the person's.
    let told = PerSeat::from_fn(|seat| match names[seat].as_str() {
        "" => String::new(),
        names if pair.lent(seat).next().is_some() => words.with("class-names-lent", &[("names", names)]),
        names => names.to_owned(),
    });
    let documents = report_documents(&pair.table, &players, Some(&told), words)?;
    Some(Reports { no, names, documents })
}

fn of_guest(class: &Class, no: usize, guest: &Guest, words: Words) -> Option<Reports> {
    let names = PerSeat::from_fn(|seat| match guest.players[seat] {
        Player::Person => guest.name.clone(),
        Player::Counterpart(_) => String::new(),
    });
    let documents = match &guest.table {
        Some(table) => report_documents(table, &guest.players, Some(&names), words)?,
        None => paper_documents(&class.scenario, guest.deal.as_ref(), &names, words),
    };
    Some(Reports { no, names, documents })
}

/// Every result that is over.
pub fn reports(class: &Class, words: Words) -> Vec<Reports> {
    let all = class.pairs.len() + class.guests.iter().flatten().count();
    (1..=all).filter_map(|no| reports_of(class, no, words)).collect()
}

/// One document with the page of every student behind that of the one before; `None` without any.
pub fn booklet(reports: Vec<Reports>) -> Option<Document> {
    let mut whole: Option<Document> = None;
    for report in reports {
        let pages = report.documents.into_iter().zip(Seat::ALL);
        for (page, _) in pages.filter(|(_, seat)| !report.names[*seat].is_empty()) {
            match &mut whole {
                Some(whole) => {
                    whole.blocks.push(Block::Break);
                    whole.blocks.extend(page.blocks);
                }
                // The title names no country: both are in it.
                None => whole = Some(Document { title: page.running.clone(), ..page }),
            }
        }
    }
    whole
}

/// A ZIP file with a PDF for each student and each treaty.
///
/// # Errors
///
/// What the writers say.
pub fn bundle(reports: &[Reports], words: Words) -> Result<Vec<u8>, String> {
    // PDFs are compressed already. No clock: the same class gives the same file.
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for report in reports {
        for (at, document) in report.documents.iter().enumerate() {
            let seat = Seat::ALL.get(at);
            if seat.is_some_and(|seat| report.names[*seat].is_empty()) {
                continue;
            }
            let what = match seat {
                Some(seat) => format!("{}-{}", seat.letter().to_uppercase(), plain(&report.names[*seat])),
                None => words.get("print-file-treaty"),
            };
            let papers = write(std::slice::from_ref(document), Format::Pdf).map_err(|it| it.to_string())?;
            for paper in papers {
                file.start_file(format!("{:02}-{what}.pdf", report.no), options)
                    .map_err(|it| it.to_string())?;
                file.write_all(&paper.bytes).map_err(|it| it.to_string())?;
            }
        }
    }
    file.finish().map(Cursor::into_inner).map_err(|it| it.to_string())
}

/// A name as every file system takes it.
fn plain(name: &str) -> String {
    let clean: String = name.chars().map(|it| if it.is_alphanumeric() { it } else { ' ' }).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    words.join("-").chars().take(LONGEST).collect()
}
