//! What an author should know about the texts of a scenario that can be played: warnings, no errors.
//!
//! | lint | what it looks for |
//! |---|---|
//! | [`secrets`] | a text that tells what only one side may know |
//! | [`translation`] | a text that is missing in a language, or differs between them |
//! | [`twins`] | two things that are called alike |
//! | [`length`] | more to read than the file allows time for |

pub mod length;
pub mod secrets;
pub mod translation;
pub mod twins;

use super::Seat;
use super::file::{CountryFile, ScenarioFile, Words};
use super::problem::Span;
use super::text::Lang;

/// Who reads a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Both sides.
    Both,
    /// One side alone.
    Only(Seat),
    /// The teacher.
    Teacher,
}

/// The country of a seat.
pub(super) const fn country(file: &ScenarioFile, seat: Seat) -> &CountryFile {
    match seat {
        Seat::First => &file.first,
        Seat::Second => &file.second,
    }
}

/// Every text of the file with those who read it, in the order of the format.
pub fn texts(file: &ScenarioFile) -> Vec<(&Words, Reader)> {
    let mut both: Vec<&Words> =
        vec![&file.title, &file.summary, &file.background.long, &file.background.short];
    if let Some(case) = &file.inspired_by {
        both.extend([&case.title, &case.text]);
    }
    both.extend(file.facts.iter().map(|fact| &fact.text));
    for country in [&file.first, &file.second] {
        both.push(&country.name);
        both.extend(country.groups.iter().map(|group| &group.name));
    }
    for issue in &file.issues {
        both.extend([&issue.title, &issue.about]);
        both.extend(issue.options.iter().flat_map(|option| [&option.label, &option.article]));
    }
    both.extend(file.news.iter().flat_map(|news| [&news.title, &news.text]));
    for item in &file.quiz {
        both.extend([&item.question, &item.why]);
        both.extend(&item.answers);
    }
    let mut texts: Vec<(&Words, Reader)> = both.into_iter().map(|words| (words, Reader::Both)).collect();
    for seat in Seat::ALL {
        texts.extend(sheet(file, seat).map(|words| (words, Reader::Only(seat))));
    }
    let teaching = &file.teaching;
    let notes = teaching.aims.iter().chain(&teaching.questions).chain([&teaching.usual, &teaching.potential]);
    texts.extend(notes.map(|words| (words, Reader::Teacher)));
    texts
}

/// The confidential texts of one side.
pub(super) fn sheet(file: &ScenarioFile, seat: Seat) -> [&Words; 3] {
    let country = country(file, seat);
    [&country.role.long, &country.role.short, &country.batna_story]
}

/// The words of a text in one language, where the file gives them.
pub(super) fn given(words: &Words, lang: Lang) -> Option<&str> {
    match lang {
        Lang::Id => words.id.as_deref(),
        Lang::En => words.en.as_deref(),
    }
}

/// Where a piece of a text stands in the file; the whole text if it is written in another way there.
pub(super) fn place(source: &str, words: &Words, lang: Lang, piece: &str) -> Span {
    let whole = words.places[usize::from(lang == Lang::En)].clone();
    let piece = piece.split('\n').next().unwrap_or(piece);
    match source.get(whole.clone()).and_then(|text| text.find(piece)) {
        Some(at) if !piece.is_empty() => whole.start + at..whole.start + at + piece.len(),
        _ => whole,
    }
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        // A point within a number ends nothing.
        let end = rest.match_indices(['.', '!', '?', '\n']).map(|(at, mark)| at + mark.len()).find(|&end| {
            rest[..end].ends_with('\n') || rest[end..].starts_with(|c: char| c.is_whitespace() || c == '"')
        });
        let (sentence, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(sentence.trim_end())
    })
}

/// The words of a text in small letters, without punctuation.
pub(super) fn plain_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// The numbers of a text, without the marks between their digits, which differ between languages.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut number = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let within = matches!(c, '.' | ',') && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() {
            number.push(c);
        } else if !within && !number.is_empty() {
            numbers.push(std::mem::take(&mut number));
        }
    }
    numbers.extend(Some(number).filter(|it| !it.is_empty()));
    numbers
}
