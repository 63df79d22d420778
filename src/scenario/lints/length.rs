//! Reading time: what a player reads before the talks, against what the file allows.
//!
//! 180 words a minute are counted: a confidential sheet is read with care and taken in, often in a
//! second language, which is slower than the 240 or so at which adults read a story in their own.

use super::{given, sheet};
use crate::scenario::Seat;
use crate::scenario::file::{ScenarioFile, Words};
use crate::scenario::problem::Problem;
use crate::scenario::text::Lang;

/// Words a minute.
pub const PACE: usize = 180;
/// A confidential sheet longer than this is two printed pages and more.
pub const LONG_SHEET: usize = 800;
/// Minutes where the file names none.
const USUAL_MINUTES: usize = 10;

fn count(words: &Words, lang: Lang) -> usize {
    given(words, lang).map_or(0, |text| text.split_whitespace().count())
}

/// Words that a player of this seat reads before the talks: the situation, the own sheet, the
/// articles with the names of their options. Treaty sentences are read during the talks.
pub fn words_to_read(file: &ScenarioFile, seat: Seat, lang: Lang) -> usize {
    let mut texts: Vec<&Words> = vec![&file.title, &file.summary, &file.background.long];
    if let Some(case) = &file.inspired_by {
        texts.extend([&case.title, &case.text]);
    }
    texts.extend(file.facts.iter().map(|fact| &fact.text));
    let [role, _, story] = sheet(file, seat);
    texts.extend([role, story]);
    for issue in &file.issues {
        texts.extend([&issue.title, &issue.about]);
        texts.extend(issue.options.iter().map(|option| &option.label));
    }
    texts.into_iter().map(|words| count(words, lang)).sum()
}

/// Warnings about too much to read.
pub fn lint(file: &ScenarioFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    let words = Seat::ALL
        .into_iter()
        .flat_map(|seat| Lang::ALL.map(|lang| words_to_read(file, seat, lang)))
        .max()
        .unwrap_or(0);
    let needed = words.div_ceil(PACE);
    let minutes = file.reading_minutes.as_ref().map_or(USUAL_MINUTES, |it| it.get().unsigned_abs() as usize);
    if needed > minutes {
        let span = file.reading_minutes.as_ref().map_or_else(|| file.title.span.clone(), |it| it.span());
        problems.push(
            Problem::warning("reading-time", span)
                .count("words", words)
                .count("needed", needed)
                .count("minutes", minutes),
        );
    }
    for seat in Seat::ALL {
        let [role, _, story] = sheet(file, seat);
        let length =
            Lang::ALL.map(|lang| count(role, lang) + count(story, lang)).into_iter().max().unwrap_or(0);
        if length > LONG_SHEET {
            problems.push(
                Problem::warning("long-sheet", role.span.start..role.span.start + 1)
                    .word("name", super::country(file, seat).name.text().id)
                    .count("words", length)
                    .count("limit", LONG_SHEET),
            );
        }
    }
    problems
}
