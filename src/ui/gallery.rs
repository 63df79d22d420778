//! The scenario gallery: a card for each scenario, filters, and what is wrong with those that cannot be
//! played yet.

use super::draft::sector_icon;
use super::parts::{Look, card, columns, heading, level, note, primary, secondary, stacked, strong, title};
use super::theme::{self, size};
use crate::disk::library::{Broken, LoadError, Loaded};
use crate::scenario::problem::position;
use crate::scenario::{Difficulty, Kind, Sector, Shared};
use crate::session::Kept;
use egui::{ComboBox, CornerRadius, FontId, Frame, Margin, RichText, ScrollArea, Sense, Stroke, Ui};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Which scenarios are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// With this sector.
    pub sector: Option<Sector>,
    /// Of this difficulty.
    pub difficulty: Option<Difficulty>,
    /// Of at most so many minutes.
    pub minutes: Option<u32>,
}

impl Filter {
    fn shows(&self, shared: &Shared) -> bool {
        self.sector.is_none_or(|sector| sectors(shared).contains(&sector))
            && self.difficulty.is_none_or(|difficulty| shared.difficulty == difficulty)
            && self.minutes.is_none_or(|minutes| shared.timing.minutes <= minutes)
    }
}

/// The lengths that can be asked for, in minutes.
const MINUTES: [u32; 3] = [20, 35, 40];

/// What the gallery leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The scenario of this number.
    Scenario(usize),
    /// The workshop, with this file.
    Workshop(PathBuf),
    /// The workshop, to choose a file there.
    Workshops,
    /// The class that was kept.
    Kept,
    /// The files are read again.
    Reload,
    /// Back to the title.
    Back,
}

/// The sectors in which something is negotiated.
pub(super) fn sectors(shared: &Shared) -> BTreeSet<Sector> {
    let substance = shared.issues.iter().filter(|issue| issue.kind == Kind::Substance);
    substance.filter_map(|issue| issue.sector).collect()
}

pub(super) fn gallery_ui(
    ui: &mut Ui,
    look: Look<'_>,
    library: &[Loaded],
    broken: &[Broken],
    kept: Option<&Kept>,
    filter: &mut Filter,
) -> Option<Choice> {
    let mut choice = None;
    title(ui, &look.get("gallery-title"));
    filter_ui(ui, look, filter);
    let shown: Vec<usize> =
        (0..library.len()).filter(|&no| filter.shows(&library[no].scenario.shared)).collect();
    let height = ui.available_height() - 56.0;
    ScrollArea::vertical().id_salt("scenarios").max_height(height).auto_shrink(false).show(ui, |ui| {
        super::parts::page_keys(ui);
        if kept.is_some_and(|kept| kept_ui(ui, look, kept)) {
            choice = Some(Choice::Kept);
        }
        for one in broken {
            if broken_ui(ui, look, one) {
                choice = Some(Choice::Workshop(one.path.clone()));
            }
            ui.add_space(8.0);
        }
        if shown.is_empty() {
            ui.label(look.get("gallery-none"));
        }
        if stacked::<2>(ui) {
            for &no in &shown {
                choice = card_ui(ui, look, &library[no], no).or(choice.take());
                ui.add_space(8.0);
            }
        } else {
            // Row by row, so that the keyboard goes as the eye does.
            for pair in shown.chunks(2) {
                columns::<2>(ui, 14.0, |ui, column| {
                    if let Some(&no) = pair.get(column) {
                        choice = card_ui(ui, look, &library[no], no).or(choice.take());
                    }
                });
                ui.add_space(8.0);
            }
        }
        note(ui, look.palette, look.get("briefing-invented"));
    });
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, &look.get("back")).clicked() {
            choice = Some(Choice::Back);
        }
        let again = format!("{} {}", egui_phosphor::regular::ARROW_CLOCKWISE, look.get("gallery-reload"));
        if secondary(ui, &again).on_hover_text(look.get("gallery-reload-does")).clicked() {
            choice = Some(Choice::Reload);
        }
        let workshop = format!("{} {}", egui_phosphor::regular::PENCIL_LINE, look.get("workshop-title"));
        if secondary(ui, &workshop).clicked() {
            choice = Some(Choice::Workshops);
        }
    });
    choice
}

/// The button that opens a file in the workshop.
pub(super) fn workshop_button(ui: &mut Ui, look: Look<'_>) -> egui::Response {
    secondary(ui, &format!("{} {}", egui_phosphor::regular::PENCIL_LINE, look.get("workshop-open")))
}

fn filter_ui(ui: &mut Ui, look: Look<'_>, filter: &mut Filter) {
    let words = look.words;
    let any = look.get("gallery-any");
    level(ui, 30.0, |ui| {
        let name = |sector: Option<Sector>| sector.map_or_else(|| any.clone(), |it| words.sector(it));
        let label = ui.label(look.get("gallery-sector"));
        let combo = ComboBox::from_id_salt("sector").selected_text(name(filter.sector)).width(150.0);
        let shown = combo.show_ui(ui, |ui| {
            ui.selectable_value(&mut filter.sector, None, any.as_str());
            for sector in Sector::ALL {
                ui.selectable_value(&mut filter.sector, Some(sector), words.sector(sector));
            }
        });
        shown.response.labelled_by(label.id);
        ui.add_space(8.0);
        ui.label(look.get("gallery-difficulty"));
        ui.selectable_value(&mut filter.difficulty, None, any.as_str());
        for difficulty in Difficulty::ALL {
            ui.selectable_value(&mut filter.difficulty, Some(difficulty), difficulty_name(look, difficulty));
        }
        ui.add_space(8.0);
        ui.label(look.get("gallery-minutes"));
        let longest = |minutes: Option<u32>| {
            minutes.map_or_else(
                || any.clone(),
                |it| words.with("gallery-at-most", &[("minutes", &it.to_string())]),
            )
        };
        for minutes in std::iter::once(None).chain(MINUTES.into_iter().map(Some)) {
            ui.selectable_value(&mut filter.minutes, minutes, longest(minutes));
        }
        if *filter != Filter::default() && ui.button(look.get("gallery-all")).clicked() {
            *filter = Filter::default();
        }
    });
}

fn difficulty_name(look: Look<'_>, difficulty: Difficulty) -> String {
    look.get(&format!("difficulty-{}", difficulty.name().to_lowercase()))
}

/// A scenario as a card that is one large button.
fn card_ui(ui: &mut Ui, look: Look<'_>, loaded: &Loaded, no: usize) -> Option<Choice> {
    let shared = &loaded.scenario.shared;
    let palette = look.palette;
    let id = ui.id().with(("scenario", no));
    let before: Option<bool> = ui.data(|data| data.get_temp(id));
    let lit = before.unwrap_or(false);
    let mut chosen = false;
    let mut opened = None;
    let card = Frame::new()
        .fill(if lit { palette.panel } else { palette.paper })
        .stroke(Stroke::new(1.5, if lit { palette.primary } else { palette.line }))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::same(14));
    let mut words_end = f32::INFINITY;
    let shown = card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let name = RichText::new(shared.title.get(look.words.lang))
            .font(FontId::new(size::HEADING, theme::serif_strong()))
            .color(palette.primary);
        chosen = ui.add(egui::Button::new(name).frame(false).wrap()).clicked();
        facts_ui(ui, look, shared);
        if let Some(path) = loaded.path.as_ref().filter(|_| loaded.is_own()) {
            note(ui, palette, look.get("gallery-own"));
            words_end = ui.cursor().top();
            if workshop_button(ui, look).clicked() {
                opened = Some(Choice::Workshop(path.clone()));
            }
        }
    });
    // Over the words, which would take the pointer to be marked, and not over the button below them; the
    // keyboard goes to the title.
    let mut worded = shown.response.rect;
    worded.max.y = worded.max.y.min(words_end);
    let response = ui.interact(worded, id, Sense::HOVER | Sense::CLICK);
    let now = response.hovered();
    if now != lit {
        ui.data_mut(|data| data.insert_temp(id, now));
        ui.ctx().request_repaint();
    }
    opened.or((chosen || response.clicked()).then_some(Choice::Scenario(no)))
}

/// What a card says below the title.
pub(super) fn facts_ui(ui: &mut Ui, look: Look<'_>, shared: &Shared) {
    let words = look.words;
    let palette = look.palette;
    ui.label(shared.summary.get(words.lang));
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        // Space between them and none after the last: after a full row it would make the card wider.
        ui.spacing_mut().item_spacing.x += 4.0;
        for sector in sectors(shared) {
            let icon = sector_icon(Some(sector), Kind::Substance);
            let text = RichText::new(format!("{icon}\u{a0}{}", words.sector(sector))).size(size::SMALL);
            ui.add(egui::Label::new(text.color(palette.brass)).extend());
        }
    });
    // Steps to climb, one sign for every level: the word beside it says which.
    let icon = egui_phosphor::regular::STAIRS;
    let facts = words.with(
        "setup-facts",
        &[
            ("difficulty", &difficulty_name(look, shared.difficulty)),
            ("minutes", &shared.timing.minutes.to_string()),
            ("reading", &shared.reading_minutes.to_string()),
            ("rounds", &shared.timing.rounds.to_string()),
        ],
    );
    let both = shared.background.long.id != shared.background.long.en;
    let languages = look.get(if both { "gallery-both-languages" } else { "gallery-one-language" });
    note(ui, palette, format!("{icon} {facts} \u{b7} {languages}"));
    if let Some(case) = &shared.inspired_by {
        note(ui, palette, words.with("setup-inspired", &[("case", case.title.get(words.lang))]));
    }
}

/// The class that was kept; whether it is to be gone on with.
fn kept_ui(ui: &mut Ui, look: Look<'_>, kept: &Kept) -> bool {
    let mut chosen = false;
    card(ui, look.palette, |ui| {
        heading(ui, &look.get("hosting-kept"));
        let facts = [
            ("title", kept.title.get(look.words.lang)),
            ("code", &kept.code),
            ("people", &kept.people.to_string()),
            ("phase", &look.get(&kept.phase)),
        ];
        ui.label(look.words.with("hosting-kept-says", &facts));
        ui.add_space(4.0);
        chosen = primary(ui, look.palette, &look.get("hosting-kept-go")).clicked();
    });
    ui.add_space(8.0);
    chosen
}

/// A file that cannot be played, with its first problems; whether it is to be opened in the workshop.
fn broken_ui(ui: &mut Ui, look: Look<'_>, broken: &Broken) -> bool {
    let palette = look.palette;
    let mut opened = false;
    Frame::new()
        .fill(palette.paper)
        .stroke(Stroke::new(1.5, palette.bad))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::same(14))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let icon = egui_phosphor::regular::WARNING;
            heading(
                ui,
                &format!("{icon} {}", look.words.with("gallery-broken", &[("file", &broken.name())])),
            );
            note(ui, palette, broken.path.display().to_string());
            let (problems, more) = match &broken.error {
                LoadError::Invalid { source, problems, .. } => {
                    let told = problems.iter().take(SHOWN).map(|problem| {
                        let (line, _) = position(source, problem.span.start);
                        (Some(line), look.words.problem(problem))
                    });
                    (told.collect::<Vec<_>>(), problems.len().saturating_sub(SHOWN))
                }
                LoadError::Unreadable { error, .. } => {
                    let cause = look.words.with("gallery-unreadable", &[("why", &look.words.why(error))]);
                    (vec![(None, (cause, look.get("gallery-unreadable-remedy")))], 0)
                }
                LoadError::Unknown { .. } => (Vec::new(), 0),
            };
            for (line, (cause, remedy)) in problems {
                let place = line.map(|line| look.words.with("gallery-line", &[("line", &line.to_string())]));
                ui.label(
                    strong(place.map_or(cause.clone(), |it| format!("{it}: {cause}"))).color(palette.bad),
                );
                ui.label(remedy);
            }
            if more > 0 {
                note(ui, palette, look.words.count("gallery-more", more));
            }
            note(ui, palette, look.words.with("gallery-mend", &[("file", &broken.name())]));
            opened = workshop_button(ui, look).clicked();
        });
    opened
}

/// So many problems of a file are shown; the rest is counted.
const SHOWN: usize = 3;
