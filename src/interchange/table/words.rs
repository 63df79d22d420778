//! The words that people write into cells, in both languages.

use super::columns::plain;
use super::csv::unguarded;
use crate::scenario::problem::closest;
use crate::scenario::{Kind, Lang, Lock, Sector};
use crate::words::Words;

/// A cell without white space around it, hard spaces, or the apostrophe before a formula.
pub(super) fn tidy(cell: &str) -> String {
    let cell = cell.replace(['\u{a0}', '\u{202f}', '\u{feff}'], " ").replace("\r\n", "\n");
    unguarded(cell.trim()).to_owned()
}

/// Whether a text can be an id as it is.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// A sector by its name in files or in either language.
pub(super) fn sector(text: &str) -> Option<Sector> {
    let wanted = plain(text);
    Sector::ALL.into_iter().find(|&sector| {
        plain(sector.name()) == wanted
            || Lang::ALL.iter().any(|&lang| {
                let name = Words::new(lang).sector(sector);
                let short = name.split('&').next().unwrap_or_default();
                plain(&name) == wanted || plain(short) == wanted
            })
            || wanted == "lingkungan" && sector == Sector::Environment
    })
}

/// The sector that a word is a slip of.
pub(super) fn meant_sector(text: &str) -> &'static str {
    closest(text, Sector::ALL.map(Sector::name)).unwrap_or("none")
}

/// What an issue is for.
pub(super) fn kind(text: &str) -> Option<Kind> {
    match plain(text).as_str() {
        "substance" | "isi" | "pasal" => Some(Kind::Substance),
        "clauses" | "clause" | "klausul" => Some(Kind::Clauses),
        "instrument" | "bentuk hukum" | "legal form" | "bentuk" => Some(Kind::Instrument),
        _ => None,
    }
}

/// What opens an option; the outer `None` if the word is unknown.
pub(super) fn lock(text: &str) -> Option<Option<Lock>> {
    match plain(text).as_str() {
        "tidak" | "no" | "n" | "0" | "false" => Some(None),
        "penghubung" | "bridge" | "locked" | "terkunci" | "ya" | "yes" | "y" | "1" | "true" | "x" => {
            Some(Some(Lock::Bridge))
        }
        "pemanis" | "sweetener" => Some(Some(Lock::Sweetener)),
        _ => None,
    }
}

/// Whether a row that begins so sums up the others.
pub(super) fn is_total(text: &str) -> bool {
    // A sum over a part, or a mean, is no article either.
    let sigma = text.trim_start().starts_with('\u{3a3}') || text.trim_start().starts_with('\u{2211}');
    let plain = plain(text);
    let mut words = plain.split(' ');
    let sums = |word: &str| {
        matches!(word, "jumlah" | "jml" | "total" | "sum" | "totals" | "subtotal" | "rata" | "average")
    };
    sigma || words.next().is_some_and(|word| sums(word) || word == "grand" && words.next().is_some_and(sums))
}

/// Yes or no; `None` if the word is unknown.
pub(super) fn fact(text: &str) -> Option<bool> {
    if matches!(text, "\u{2713}" | "\u{2714}") {
        return Some(true);
    }
    match plain(text).as_str() {
        "tidak" | "no" | "n" | "t" | "0" | "false" | "bukan" | "" => Some(false),
        "ya" | "yes" | "y" | "1" | "true" | "benar" | "x" | "v" => Some(true),
        _ => None,
    }
}
