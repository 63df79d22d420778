//! The debrief: pages in the order of a good lesson, with free navigation.

mod beliefs;
mod frontier;
mod insight;
mod lenses;
pub(super) mod notebook;
mod principles;
mod summary;
mod verdict;
pub(super) mod what_if;
mod years;

use super::parts::{Scene, heading, level, primary, secondary, secondary_if, strong};
use crate::scenario::{PerSeat, Scenario};
use crate::scoring::evidence::Facts;
use crate::scoring::{Case, Talk};
use crate::session::Opened;
use egui::{ScrollArea, Ui};

/// A page of the debrief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Page {
    /// The verdict: seven checks.
    #[default]
    Verdict,
    /// The fourteen principles by family.
    Principles,
    /// The frontier with the dance of offers.
    Frontier,
    /// Another text tried.
    WhatIf,
    /// The five lenses.
    Lenses,
    /// The years after.
    Years,
    /// Guess against truth.
    Insight,
    /// The counterparts' notebooks.
    Notebook,
    /// Open questions.
    Questions,
    /// All of it on one screen of a projector.
    Summary,
}

impl Page {
    pub(super) const ALL: [Self; 10] = [
        Self::Verdict,
        Self::Principles,
        Self::Frontier,
        Self::WhatIf,
        Self::Insight,
        Self::Lenses,
        Self::Years,
        Self::Notebook,
        Self::Questions,
        Self::Summary,
    ];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Verdict => "debrief-verdict",
            Self::Principles => "debrief-principles",
            Self::Frontier => "debrief-frontier",
            Self::WhatIf => "debrief-what-if",
            Self::Lenses => "debrief-lenses",
            Self::Years => "debrief-years",
            Self::Insight => "debrief-insight",
            Self::Notebook => "debrief-notebook",
            Self::Questions => "debrief-questions",
            Self::Summary => "debrief-summary",
        }
    }
}

/// What the debrief remembers between frames.
#[derive(Clone, Debug, Default)]
pub(super) struct Pages {
    /// The page that is shown.
    pub page: Page,
    /// How much of the dance is shown.
    pub step: Option<usize>,
    /// The year whose card is open.
    pub year: usize,
    /// The other text that is tried.
    pub trial: what_if::Trial,
    /// Where the report was written, or why not.
    pub told: Option<String>,
    /// Where the notebook is open.
    pub leaf: notebook::Leaf,
}

/// What the pages are given.
pub(super) struct Given<'a> {
    pub scene: Scene<'a>,
    pub scenario: &'a Scenario,
    pub opened: &'a Opened,
    pub case: &'a Case<'a>,
    pub talk: &'a Talk,
    pub counterparts: PerSeat<Option<&'a str>>,
    /// Whether it is only looked at in advance: no game ends here.
    pub preview: bool,
}

impl Given<'_> {
    const fn facts(&self) -> Facts<'_> {
        Facts { case: self.case, talk: self.talk, report: &self.opened.debrief.report }
    }
}

/// What the debrief leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The same scenario once more.
    Again,
    /// Back to the title.
    Title,
    /// The report as files.
    Report,
}

pub(super) fn debrief_ui(ui: &mut Ui, given: &Given<'_>, pages: &mut Pages) -> Option<Choice> {
    let mut choice = None;
    let scene = &given.scene;
    let has_notes = given.counterparts.iter().any(|(_, name)| name.is_some());
    let shown: Vec<Page> =
        Page::ALL.into_iter().filter(|page| *page != Page::Notebook || has_notes).collect();
    level(ui, 30.0, |ui| {
        for (no, page) in shown.iter().enumerate() {
            let label = format!("{}. {}", no + 1, scene.get(page.key()));
            ui.selectable_value(&mut pages.page, *page, strong(label));
        }
    });
    ui.separator();
    let height = ui.available_height() - if pages.told.is_some() { 80.0 } else { 56.0 };
    let area = ScrollArea::vertical().id_salt(pages.page.key()).max_height(height).auto_shrink(false);
    let shown_page = area.show(ui, |ui| {
        super::parts::page_keys(ui);
        match pages.page {
            Page::Verdict => verdict::verdict_ui(ui, given),
            Page::Principles => principles::principles_ui(ui, given),
            Page::Frontier => frontier::frontier_ui(ui, given, &mut pages.step),
            Page::WhatIf => what_if::what_if_ui(ui, given, &mut pages.trial),
            Page::Summary => summary::summary_ui(ui, given),
            Page::Lenses => lenses::lenses_ui(ui, given),
            Page::Years => years::years_ui(ui, given, &mut pages.year),
            Page::Insight => insight::insight_ui(ui, given),
            Page::Notebook => notebook::notebook_ui(ui, given, &mut pages.leaf),
            Page::Questions => questions_ui(ui, given),
        }
    });
    super::guide::place(ui.ctx(), "verdict", shown_page.inner_rect);
    ui.add_space(6.0);
    if let Some(told) = &pages.told {
        super::parts::note(ui, scene.look.palette, told);
    }
    ui.horizontal_wrapped(|ui| {
        let at = shown.iter().position(|page| *page == pages.page).unwrap_or(0);
        // It stands on the first page too, so that the way on is in the same place on every page.
        if secondary_if(ui, &scene.get("debrief-back"), at > 0).clicked() {
            pages.page = shown[at - 1];
        }
        if at + 1 < shown.len() {
            let label = scene.look.words.with("debrief-next", &[("page", &scene.get(shown[at + 1].key()))]);
            if primary(ui, scene.look.palette, &label).clicked() {
                pages.page = shown[at + 1];
            }
        }
        if given.preview {
            return;
        }
        ui.separator();
        // On the last page it stands where the way on stood: one click too many must not end the debrief.
        if secondary(ui, &scene.get("debrief-report")).clicked() {
            choice = Some(Choice::Report);
        }
        if secondary(ui, &scene.get("debrief-again")).clicked() {
            choice = Some(Choice::Again);
        }
        if secondary(ui, &scene.get("debrief-title-screen")).clicked() {
            choice = Some(Choice::Title);
        }
    });
    choice
}

fn questions_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    super::parts::column(ui, 860.0, |ui| {
        super::parts::card(ui, scene.look.palette, |ui| {
            heading(ui, &scene.get("debrief-questions-title"));
            let own = &given.scenario.teacher.questions;
            for (no, question) in own.iter().enumerate() {
                ui.label(super::parts::serif(format!("{}. {}", no + 1, scene.text(question))));
                ui.add_space(6.0);
            }
            ui.add_space(6.0);
            super::parts::note(ui, scene.look.palette, scene.get("debrief-no-cure"));
        });
    });
}
