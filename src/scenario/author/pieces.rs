//! New pieces: complete, so that a scenario that can be played stays one.

use super::draft::Draft;
use super::path::{Path, Step};
use super::refusal::Refusal;
use crate::scenario::sector::Kind;
use std::collections::BTreeSet;

macro_rules! piece {
    ($name:literal) => {
        include_str!(concat!("../../../assets/templates/pieces/", $name, ".ron"))
    };
}

/// The words of a text that is still to be written, one item of a list of texts.
const TEXT: &str = "{ \"id\": \"Teks baru\", \"en\": \"New text\" }";
const ANSWER: &str = "{ \"id\": \"Jawaban baru\", \"en\": \"New answer\" }";

/// A piece for a list, laid out with four spaces a step.
///
/// # Errors
///
/// [`Refusal::NoSuchPlace`] for a list of which there are no new items, as red lines.
pub(super) fn piece(list: &Path, kind: Kind) -> Result<&'static str, Refusal> {
    let last = list.steps().iter().rev().find_map(|step| match step {
        Step::Name(name) => Some(name.as_str()),
        Step::No(_) => None,
    });
    Ok(match (last, kind) {
        (Some("issues"), _) => piece!("issue"),
        (Some("options"), Kind::Substance) => piece!("option"),
        (Some("options"), Kind::Clauses) => piece!("clause"),
        (Some("options"), Kind::Instrument) => piece!("instrument"),
        (Some("groups"), _) => piece!("group"),
        (Some("news"), _) => piece!("news"),
        (Some("facts"), _) => piece!("fact"),
        (Some("quiz"), _) => piece!("quiz"),
        (Some("answers"), _) => ANSWER,
        (Some("aims" | "questions"), _) => TEXT,
        _ => return Err(Refusal::NoSuchPlace(list.clone())),
    })
}

/// A piece without the comments that this file has already: an explanation is read once.
pub(super) fn without_known_comments(piece: &str, source: &str) -> String {
    let known: BTreeSet<&str> = source.lines().map(str::trim).filter(|line| line.starts_with("//")).collect();
    let kept = piece.lines().filter(|line| !known.contains(line.trim()));
    kept.collect::<Vec<_>>().join("\n")
}

/// An id that nothing in the file has: a letter for an issue, and with a number for an option.
pub(super) fn new_id(draft: &Draft, stem: &str, numbered: bool) -> String {
    let taken = draft.ids();
    if !numbered {
        let letters = ('A'..='Z').map(String::from);
        if let Some(letter) = letters.into_iter().find(|it| !taken.contains(it) && !begins(&taken, it)) {
            return letter;
        }
    }
    let numbers = (0..=taken.len() + 1).map(|number| format!("{stem}{number}"));
    numbers.into_iter().find(|id| !taken.contains(id)).unwrap_or_else(|| format!("{stem}x"))
}

/// Whether an id begins with this letter and a number, as an option of another issue might.
fn begins(taken: &BTreeSet<String>, letter: &str) -> bool {
    taken
        .iter()
        .any(|id| id.strip_prefix(letter).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}
