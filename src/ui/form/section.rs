//! The sections of a form: which page a place of the file stands on.

use super::state::Form;
use crate::scenario::author::{Path, Step, country};
use crate::scenario::{IssueNo, Seat};
use crate::ui::parts::Look;
use egui_phosphor::regular as icon;

/// One page of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Title, author, timing.
    General,
    /// Background and facts, which both read.
    Story,
    /// One country: name, sheet, BATNA, needs, red lines.
    Country(Seat),
    /// Points of both countries for each issue.
    Weights,
    /// The groups at home of one country.
    Groups(Seat),
    /// One issue with its options.
    Issue(IssueNo),
    /// What may happen outside the room.
    News,
    /// The teaching note.
    Teaching,
    /// The quiz.
    Quiz,
    /// Parameters of scoring.
    Scoring,
    /// Points out of a spreadsheet.
    Table,
    /// Every problem, and what to think about.
    Review,
}

impl Section {
    /// All of them, in the order of the form.
    pub(super) fn all(issues: usize) -> Vec<Self> {
        let mut all = vec![Self::General, Self::Story];
        all.extend(Seat::ALL.map(Self::Country));
        all.push(Self::Weights);
        all.extend(Seat::ALL.map(Self::Groups));
        all.extend((0..issues).map(Self::Issue));
        all.extend([Self::News, Self::Teaching, Self::Quiz, Self::Scoring, Self::Table, Self::Review]);
        all
    }

    /// The same, or a near one if this issue is gone.
    pub(super) fn within(self, issues: usize) -> Self {
        match self {
            Self::Issue(no) if no >= issues => issues.checked_sub(1).map_or(Self::General, Self::Issue),
            other => other,
        }
    }

    /// The section on whose page a place stands.
    pub(super) fn of(place: &Path) -> Self {
        let name = |at: usize| match place.steps().get(at) {
            Some(Step::Name(name)) => name.as_str(),
            _ => "",
        };
        let seat = |name: &str| if name == country(Seat::First) { Seat::First } else { Seat::Second };
        match (name(0), name(1)) {
            ("first" | "second", "weights") => Self::Weights,
            ("first" | "second", "groups") => Self::Groups(seat(name(0))),
            ("first" | "second", _) => Self::Country(seat(name(0))),
            ("background" | "facts", _) => Self::Story,
            ("issues", _) => match place.steps().get(1) {
                Some(Step::No(no)) => Self::Issue(*no),
                _ => Self::Review,
            },
            ("news", _) => Self::News,
            ("teaching", _) => Self::Teaching,
            ("quiz", _) => Self::Quiz,
            ("scoring" | "exact", _) => Self::Scoring,
            ("", _) => Self::Review,
            _ => Self::General,
        }
    }

    /// What it is called.
    pub(super) fn name(self, look: Look<'_>, form: &Form) -> String {
        let country_name = |seat: Seat| {
            let texts = form.document.words(&Path::of(country(seat)).name("name"));
            look.one_of(&texts).unwrap_or_else(|| ["1", "2"][seat.index()].to_owned())
        };
        let (sign, text) = match self {
            Self::General => (icon::IDENTIFICATION_CARD, look.get("author-general")),
            Self::Story => (icon::BOOK_OPEN, look.get("author-story")),
            Self::Country(seat) => {
                let name = country_name(seat);
                (icon::FLAG, look.words.with("author-country", &[("name", &name)]))
            }
            Self::Weights => (icon::SCALES, look.get("author-weights")),
            Self::Groups(seat) => {
                let name = country_name(seat);
                (icon::USERS, look.words.with("author-groups", &[("name", &name)]))
            }
            Self::Issue(no) => {
                let path = Path::of("issues").no(no);
                let title = look.one_of(&form.document.words(&path.name("title"))).unwrap_or_default();
                let id = form.document.plain(&path.name("id")).unwrap_or_default();
                (icon::ARTICLE, format!("{id} \u{b7} {title}"))
            }
            Self::News => (icon::NEWSPAPER, look.get("author-news")),
            Self::Teaching => (icon::CHALKBOARD_TEACHER, look.get("author-teaching")),
            Self::Quiz => (icon::QUESTION, look.get("author-quiz")),
            Self::Scoring => (icon::SLIDERS_HORIZONTAL, look.get("author-scoring")),
            Self::Table => (icon::TABLE, look.get("author-table")),
            Self::Review => (icon::LIST_CHECKS, look.get("author-review")),
        };
        format!("{sign} {text}")
    }
}
