//! The debrief of one table, and what was drawn of it already.
//!
//! One click of the teacher opens the debrief on all phones. What they show is the same at each look and
//! in both browsers of a delegation, so it is drawn once for each seat and language.

use crate::counterpart::{self, Note, Reading};
use crate::scenario::{Lang, PerSeat, Seat};
use crate::server::class::{Page, Pair};
use crate::view::Debrief;
use maud::{Markup, PreEscaped};
use std::sync::{Arc, OnceLock};

/// A part of what phones show in the debrief that is drawn by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// One of its pages.
    Page(Page),
    /// The text of the treaty, behind the last page.
    Treaty,
}

impl Part {
    const fn place(self) -> usize {
        match self {
            Self::Page(page) => page.number(),
            Self::Treaty => Page::ALL.len(),
        }
    }
}

/// What one seat's phones show in one language, part by part.
type Drawn = [OnceLock<Arc<str>>; Page::ALL.len() + 1];

/// What a counterpart wrote down, and how right it was.
#[derive(Clone, Debug)]
pub struct Notebook {
    /// Its name, as in word keys.
    pub name: String,
    /// Whether it held the chair for a part of the game only.
    pub part: bool,
    /// Its pages.
    pub notes: Vec<Note>,
    /// Each page that holds beliefs, against the truth.
    pub readings: Vec<Reading>,
}

/// The debrief of a table.
#[derive(Debug)]
pub struct Opened {
    /// What came of it.
    pub debrief: Arc<Debrief>,
    /// The notebooks of counterparts that sat there, for the turns that they held the chair.
    pub notebooks: Arc<PerSeat<Vec<Notebook>>>,
    drawn: PerSeat<[Drawn; Lang::ALL.len()]>,
}

impl Opened {
    /// The debrief of a table, of which nothing is drawn yet; `None` before the end of its game.
    pub fn of(pair: &Pair) -> Option<Self> {
        let debrief = Arc::new(pair.table.debrief()?);
        let notebooks = Arc::new(PerSeat::from_fn(|seat| notebooks_of(pair, seat)));
        Some(Self { debrief, notebooks, drawn: PerSeat::default() })
    }

    /// The same after more answers to the private questions: they change what is said of guesses alone.
    pub fn answered(&self, pair: &Pair) -> Self {
        let drawn = self.drawn.clone();
        let again = |mut pages: [Drawn; Lang::ALL.len()]| {
            pages.iter_mut().for_each(|drawn| drawn[Part::Page(Page::Insight).place()] = OnceLock::new());
            pages
        };
        Self {
            debrief: Arc::new(pair.table.answered(&self.debrief)),
            notebooks: Arc::clone(&self.notebooks),
            drawn: PerSeat { first: again(drawn.first), second: again(drawn.second) },
        }
    }

    /// Whether a counterpart has a notebook to show.
    pub fn has_notebook(&self) -> bool {
        self.notebooks.iter().any(|(_, it)| !it.is_empty())
    }

    /// A part as it was drawn before, or as it is drawn now.
    pub(super) fn part(&self, seat: Seat, lang: Lang, part: Part, draw: impl FnOnce() -> Markup) -> Markup {
        let at = usize::from(lang == Lang::En);
        let drawn = self.drawn[seat][at][part.place()].get_or_init(|| draw().into_string().into());
        PreEscaped(drawn.to_string())
    }
}

/// The notebooks of the counterparts in a seat, rebuilt from what happened. Turns that a person took are
/// in none of them.
fn notebooks_of(pair: &Pair, seat: Seat) -> Vec<Notebook> {
    let table = &pair.table;
    let (case, _) = table.scored();
    let other = seat.other();
    let batna = case.fraction(case.batna[other.index()]);
    let mut names: Vec<&String> = pair.keepers[seat].keys().collect();
    names.extend(pair.stand_in[seat].iter().filter(|name| !pair.keepers[seat].contains_key(*name)));
    let part = names.len() > 1 || !pair.delegations[seat].is_empty();
    names
        .into_iter()
        .filter_map(|name| {
            let player = counterpart::by_name(name, table.seed(), seat)?;
            let held = |event: usize| pair.keepers[seat].get(name).is_some_and(|it| it.contains(&event));
            let notes =
                counterpart::notebook_of_turns(table.scenario(), table.events(), seat, player.as_ref(), held);
            // Who sat there for a moment and did nothing has nothing to show.
            if notes.is_empty() && part {
                return None;
            }
            let (truth, shared) = (&case.scenario.briefs[other], &case.scenario.shared);
            let readings = counterpart::hindsight(&notes, truth, shared, batna);
            Some(Notebook { name: name.clone(), part, notes, readings })
        })
        .collect()
}
