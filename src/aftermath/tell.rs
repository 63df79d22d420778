//! One year in words: why each side did what it did.

use super::{Conduct, Year};
use crate::scenario::{Phrase, Seat};

/// Why a side did what it did in a year, as one sentence.
pub fn reason(year: &Year, seat: Seat) -> Phrase {
    let at = seat.index();
    let key = match year.conduct[at] {
        Conduct::Keeps => "year-keeps",
        Conduct::Pauses => "year-pauses",
        Conduct::Breaks if year.noticed[at] => "year-breaks-noticed",
        Conduct::Breaks => "year-breaks",
        Conduct::Suspended => "year-suspended",
        Conduct::Ended => "year-ended",
    };
    Phrase::new(key).country("country", seat).num("temptation", year.temptation[at], 2).num(
        "deterrence",
        year.deterrence[at],
        2,
    )
}
