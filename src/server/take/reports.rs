//! The reports of a whole class: a page for each student, to be handed out, printed or sent.

use super::super::class::{Class, Guest, OBSERVED, Person};
use crate::print::document::{Block, Document};
use crate::print::{Format, observed, paper_documents, report_documents, write};
use crate::scenario::{PerSeat, Seat};
use crate::table::Player;
use crate::words::Words;
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Letters of a name in the name of a file at most.
const LONGEST: usize = 40;

/// A page to hand out.
pub struct Handout {
    /// In which seat; `None` for whoever watched.
    pub seat: Option<Seat>,
    /// Whose it is; of a result from outside, all who brought it. Empty for a counterpart: its page can be
    /// looked at, and is handed out to nobody.
    pub name: String,
    /// The page.
    pub document: Document,
}

/// The reports of one result.
pub struct Reports {
    /// The number of the result, from 1, as in the class's table: pairs first, then what was brought.
    pub no: usize,
    /// The pages, by seat, then those of observers.
    pub handouts: Vec<Handout>,
    /// The treaty, if there is one.
    pub treaty: Option<Document>,
}

impl Handout {
    const fn is_somebodys(&self) -> bool {
        !self.name.is_empty()
    }
}

/// Pages of one result that are taken together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sheets {
    /// Those of everybody in a seat.
    Seat(Seat),
    /// Those of everybody who watched.
    Observers,
    /// The treaty.
    Treaty,
}

impl Sheets {
    /// The word in an address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Seat(seat) => seat.letter(),
            Self::Observers => "observers",
            Self::Treaty => "treaty",
        }
    }

    /// What an address asks for, in either case.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut all = Seat::ALL.map(Self::Seat).into_iter().chain([Self::Observers, Self::Treaty]);
        all.find(|it| it.name().eq_ignore_ascii_case(name))
    }
}

impl Reports {
    /// Pages of this result as one document; `None` if there are none of this kind.
    pub fn of(self, sheets: Sheets) -> Option<Document> {
        let seat = match sheets {
            Sheets::Treaty => return self.treaty,
            Sheets::Seat(seat) => Some(seat),
            Sheets::Observers => None,
        };
        one_behind_another(self.handouts.into_iter().filter(|it| it.seat == seat))
    }
}

/// The reports of one result of the class; `None` if there is none with this number or it is not over.
pub fn reports_of(class: &Class, no: usize, words: Words) -> Option<Reports> {
    let at = no.checked_sub(1)?;
    let Some(pair) = class.pairs.get(at) else {
        let guest = class.guests.iter().flatten().nth(at - class.pairs.len())?;
        return of_guest(class, no, guest, words);
    };
    let names = PerSeat::from_fn(|seat| class.names(pair, seat).collect::<Vec<_>>().join(", "));
    let players =
        PerSeat::from_fn(|seat| pair.stand_in[seat].clone().map_or(Player::Person, Player::Counterpart));
    // What a counterpart did in a person's chair is not handed out as the person's.
    let told = PerSeat::from_fn(|seat| match names[seat].as_str() {
        "" => String::new(),
        names if pair.lent(seat).next().is_some() => words.with("class-names-lent", &[("names", names)]),
        names => names.to_owned(),
    });
    let (pages, treaty) = parted(report_documents(&pair.table, &players, Some(&told), words)?)?;
    let mut handouts = Vec::new();
    for (seat, page) in Seat::ALL.into_iter().zip(pages) {
        let own = pair.delegations[seat].iter().filter_map(|no| class.people.get(*no));
        handouts.extend(own.map(|person| of_person(seat, person, page.clone(), words)));
        if pair.delegations[seat].is_empty() {
            handouts.push(Handout { seat: Some(seat), name: String::new(), document: page });
        }
    }
    handouts.extend(class.observers(at).map(|person| {
        let countries = Seat::ALL.map(|seat| class.scenario.shared.countries[seat].name.get(words.lang));
        let watched = format!(
            "{}: {}",
            words.with("lesson-pair", &[("no", &no.to_string())]),
            countries.join(" \u{2013} ")
        );
        let seen: Vec<(String, bool)> = (0..OBSERVED)
            .map(|line| (words.get(&format!("lesson-check-{}", line + 1)), person.ticks & (1 << line) != 0))
            .collect();
        let document = observed(&class.scenario, &person.name, &watched, &seen, &person.note, words);
        Handout { seat: None, name: person.name.clone(), document }
    }));
    Some(Reports { no, handouts, treaty })
}

/// The page of a seat for one of its people: whose copy it is, and what this person wrote.
fn of_person(seat: Seat, person: &Person, mut document: Document, words: Words) -> Handout {
    if let Some(Block::Title { kicker, .. }) = document.blocks.first_mut() {
        *kicker = format!("{kicker} \u{b7} {}", person.name);
    }
    if !person.note.is_empty() {
        document.blocks.push(Block::heading(words.get("own-words-title")));
        document.blocks.extend(Block::paragraphs(&person.note));
    }
    Handout { seat: Some(seat), name: person.name.clone(), document }
}

/// A page for each seat, and the treaty behind them.
fn parted(documents: Vec<Document>) -> Option<([Document; 2], Option<Document>)> {
    let mut all = documents.into_iter();
    Some(([all.next()?, all.next()?], all.next()))
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
    let (pages, treaty) = parted(documents)?;
    let handouts = Seat::ALL.into_iter().zip(pages).map(|(seat, document)| Handout {
        seat: Some(seat),
        name: names[seat].clone(),
        document,
    });
    Some(Reports { no, handouts: handouts.collect(), treaty })
}

/// Every result that is over.
pub fn reports(class: &Class, words: Words) -> Vec<Reports> {
    let all = class.pairs.len() + class.guests.iter().flatten().count();
    (1..=all).filter_map(|no| reports_of(class, no, words)).collect()
}

/// One document with the page of every student behind that of the one before; `None` without any.
pub fn booklet(reports: Vec<Reports>) -> Option<Document> {
    one_behind_another(reports.into_iter().flat_map(|it| it.handouts).filter(Handout::is_somebodys))
}

fn one_behind_another(handouts: impl Iterator<Item = Handout>) -> Option<Document> {
    handouts.map(|it| it.document).reduce(|mut whole, page| {
        // The title names no country: both may be in it.
        whole.title.clone_from(&whole.running);
        whole.blocks.push(Block::Break);
        whole.blocks.extend(page.blocks);
        whole
    })
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
    let mut taken = BTreeSet::new();
    for report in reports {
        let pages = report.handouts.iter().filter(|it| it.is_somebodys()).map(|it| {
            let seat =
                it.seat.map_or_else(|| words.get("print-observation"), |seat| seat.letter().to_uppercase());
            (format!("{:02}-{seat}-{}", report.no, plain(&it.name)), &it.document)
        });
        let treaty = report.treaty.iter();
        let treaty = treaty.map(|it| (format!("{:02}-{}", report.no, words.get("print-file-treaty")), it));
        for (name, document) in pages.chain(treaty) {
            let name = free(&mut taken, name);
            let papers = write(std::slice::from_ref(document), Format::Pdf).map_err(|it| it.to_string())?;
            for paper in papers {
                file.start_file(format!("{name}.pdf"), options).map_err(|it| it.to_string())?;
                file.write_all(&paper.bytes).map_err(|it| it.to_string())?;
            }
        }
    }
    file.finish().map(Cursor::into_inner).map_err(|it| it.to_string())
}

/// This name, or one with a number where two people of a seat are called alike.
fn free(taken: &mut BTreeSet<String>, name: String) -> String {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|it| !taken.contains(it)).unwrap_or(name);
    taken.insert(free.clone());
    free
}

/// A name as every file system takes it.
fn plain(name: &str) -> String {
    let clean: String = name.chars().map(|it| if it.is_alphanumeric() { it } else { ' ' }).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    words.join("-").chars().take(LONGEST).collect()
}
