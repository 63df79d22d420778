//! The pages of the debrief that the teacher opens on the phones.

use serde::{Deserialize, Serialize};

/// A page of the debrief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// What came of it.
    Verdict,
    /// The Pareto frontier and the dance of offers.
    Frontier,
    /// What each side thought of the other's priorities.
    Insight,
    /// The principles.
    Principles,
    /// The five lenses.
    Lenses,
    /// The years after.
    Years,
    /// Questions to talk about.
    Questions,
    /// What a counterpart wrote down; only tables that had one have it.
    Notebook,
}

impl Page {
    /// As the log keeps their places: a new one comes last.
    pub const ALL: [Self; 8] = [
        Self::Verdict,
        Self::Frontier,
        Self::Insight,
        Self::Principles,
        Self::Lenses,
        Self::Years,
        Self::Questions,
        Self::Notebook,
    ];

    /// In the order of a good lesson, as the window has them.
    pub const IN_ORDER: [Self; 8] = [
        Self::Verdict,
        Self::Principles,
        Self::Frontier,
        Self::Insight,
        Self::Lenses,
        Self::Years,
        Self::Notebook,
        Self::Questions,
    ];

    /// Its place in the log, from 0.
    pub const fn number(self) -> usize {
        self as usize
    }

    /// The page at a place.
    pub fn from_number(number: usize) -> Option<Self> {
        Self::ALL.get(number).copied()
    }

    /// The key of its heading.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Verdict => "debrief-verdict",
            Self::Frontier => "debrief-frontier",
            Self::Insight => "debrief-insight",
            Self::Principles => "debrief-principles",
            Self::Lenses => "debrief-lenses",
            Self::Years => "debrief-years",
            Self::Questions => "debrief-questions",
            Self::Notebook => "debrief-notebook",
        }
    }
}

/// Which pages are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OpenPages(u8);

impl OpenPages {
    /// Every page.
    pub fn all() -> Self {
        Page::ALL.into_iter().collect()
    }

    /// A bit for each, as the log has them.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether a page is among them.
    pub const fn contains(self, page: Page) -> bool {
        self.0 & (1 << page.number()) != 0
    }

    /// Whether none is open.
    pub fn is_empty(self) -> bool {
        Page::ALL.into_iter().all(|page| !self.contains(page))
    }
}

impl FromIterator<Page> for OpenPages {
    fn from_iter<I: IntoIterator<Item = Page>>(pages: I) -> Self {
        Self(pages.into_iter().fold(0, |open, page| open | 1 << page.number()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_stand_at_the_places_that_logs_name() {
        for (no, page) in Page::ALL.into_iter().enumerate() {
            assert_eq!((page.number(), Page::from_number(no)), (no, Some(page)));
            assert!(Page::IN_ORDER.contains(&page), "{page:?} is shown");
        }
        let open: OpenPages = [Page::Verdict, Page::Insight].into_iter().collect();
        assert_eq!(serde_json::to_string(&open).expect("a number"), "5");
        assert!(open.contains(Page::Insight) && !open.contains(Page::Frontier));
        assert_eq!(serde_json::from_str::<OpenPages>("255").expect("all"), OpenPages::all());
        assert!(OpenPages::default().is_empty() && Page::from_number(8).is_none());
    }
}
