//! The first screen: a card with what can be done, and the room behind it.

use super::emblem;
use super::parts::{Look, primary};
use super::room::{self, Framing};
use super::theme::{self, size};
use crate::scenario::Lang;
use egui::{Align, CornerRadius, FontId, Frame, Layout, Margin, RichText, ScrollArea, Stroke, Ui, vec2};

/// What the title screen leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Go on with a saved game, the newest first.
    Continue(usize),
    /// See the saved games before the newest, or the menu again.
    Older(bool),
    /// A first game with guidance.
    Guide,
    /// A new game.
    New,
    /// Watch two counterparts.
    Watch,
    /// Host a class.
    Host,
    /// Write a scenario.
    Workshop,
    /// Another language.
    Language(Lang),
    /// Light or dark.
    Mood,
    /// The terms of negotiation.
    Glossary,
    /// Language, look, sound, keys.
    Settings,
    /// The end.
    Quit,
}

/// One line of the menu. The first is what most people want next.
pub(super) struct Entry {
    /// What it leads to.
    pub choice: Choice,
    /// Its icon.
    pub icon: &'static str,
    /// Its words.
    pub label: String,
    /// What is said below it.
    pub note: Option<String>,
}

/// What the saved game is, for the button that goes on with it.
pub(super) struct Saved {
    /// The scenario's title.
    pub title: String,
    /// The round.
    pub round: u32,
}

/// What is said of a saved game.
fn about(look: Look<'_>, saved: &Saved) -> String {
    // Nobody plays in a round before the talks begin.
    let key = if saved.round == 0 { "title-saved-new" } else { "title-saved" };
    look.words.with(key, &[("title", &saved.title), ("round", &saved.round.to_string())])
}

/// The saved games alone, and the way back.
pub(super) fn older(look: Look<'_>, saved: &[Saved]) -> Vec<Entry> {
    use egui_phosphor::regular as icon;
    let game = |(no, it)| Entry {
        choice: Choice::Continue(no),
        icon: icon::ARROW_RIGHT,
        label: about(look, it),
        note: None,
    };
    let mut entries: Vec<Entry> = saved.iter().enumerate().map(game).collect();
    let back = look.get("title-older-back");
    entries.push(Entry { choice: Choice::Older(false), icon: icon::ARROW_LEFT, label: back, note: None });
    entries
}

/// The menu. To somebody `new` the first game with guidance is offered before all else.
pub(super) fn entries(look: Look<'_>, saved: &[Saved], new: bool) -> Vec<Entry> {
    use egui_phosphor::regular as icon;
    let entry = |choice, icon, key: &str| Entry { choice, icon, label: look.get(key), note: None };
    let mut entries = Vec::new();
    if let Some(newest) = saved.first() {
        let go_on = entry(Choice::Continue(0), icon::ARROW_RIGHT, "title-continue");
        entries.push(Entry { note: Some(about(look, newest)), ..go_on });
    }
    if saved.len() > 1 {
        let label = look.words.count("title-older", saved.len() - 1);
        entries.push(Entry { choice: Choice::Older(true), icon: icon::FLOPPY_DISK, label, note: None });
    }
    let guide = entry(Choice::Guide, icon::COMPASS, "guide-start");
    let game = entry(Choice::New, icon::HANDSHAKE, "title-new");
    if new {
        entries.push(Entry { note: Some(look.get("guide-offer")), ..guide });
        entries.push(game);
    } else {
        entries.extend([game, guide]);
    }
    entries.push(entry(Choice::Watch, icon::EYE, "title-watch"));
    entries.push(entry(Choice::Host, icon::USERS_THREE, "title-host"));
    entries.push(entry(Choice::Workshop, icon::PENCIL_LINE, "workshop-title"));
    entries.push(entry(Choice::Glossary, icon::BOOK_OPEN, "glossary-title"));
    entries.push(entry(Choice::Settings, icon::GEAR, "settings-open"));
    entries.push(entry(Choice::Quit, icon::SIGN_OUT, "title-quit"));
    entries
}

/// A window lower than this, in points, has room for the menu or for a large name above it.
const LOW: f32 = 600.0;

/// The width of the card, in points.
const CARD: f32 = 372.0;

pub(super) fn title_ui(
    ui: &mut Ui,
    look: Look<'_>,
    entries: &[Entry],
    message: Option<&str>,
) -> Option<Choice> {
    let mut choice = None;
    let full = ui.max_rect();
    let width = CARD.min(full.width() - 24.0);
    let left = (full.width() * 0.055).max(12.0).min((full.width() - width) / 2.0);
    room::open(ui, full, Framing::Whole { covered: (left + width) / full.width() });
    // The card is as high as what is on it, and stands in the middle; its height is known from the last frame.
    let id = ui.id().with("card");
    let before: f32 = ui.ctx().data(|data| data.get_temp(id)).unwrap_or(460.0);
    let most = full.height() - 24.0;
    let top = ((full.height() - before.min(most)) / 2.0).max(12.0);
    let place = egui::Rect::from_min_size(full.min + vec2(left, top), vec2(width, most));
    let mut card = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)));
    let shown = Frame::new()
        .fill(look.palette.paper)
        .corner_radius(CornerRadius::same(10))
        .stroke(Stroke::new(1.0, look.palette.line))
        .shadow(theme::lifted())
        .inner_margin(Margin::symmetric(28, 22))
        .show(&mut card, |ui| {
            ScrollArea::vertical().max_height(most - 50.0).show(ui, |ui| {
                // A saved game takes room from the large name.
                let saved = entries.iter().any(|it| matches!(it.choice, Choice::Continue(_)));
                let least = if saved { LOW + 200.0 } else { LOW };
                choice = card_ui(ui, look, entries, message, most < least);
            });
        });
    let height = shown.response.rect.height();
    if (height - before).abs() > 0.5 {
        ui.ctx().data_mut(|data| data.insert_temp(id, height));
        ui.ctx().request_repaint();
    }
    choice
}

fn card_ui(
    ui: &mut Ui,
    look: Look<'_>,
    entries: &[Entry],
    message: Option<&str>,
    low: bool,
) -> Option<Choice> {
    let mut choice = None;
    let palette = look.palette;
    ui.set_width(ui.available_width());
    ui.vertical_centered(|ui| {
        if !low {
            let [first, second] = palette.hosts();
            emblem::show(ui, &emblem::mark(first, second, palette.brass), 74.0);
        }
        let name = if low { size::NAME * 0.6 } else { size::NAME };
        ui.label(RichText::new("Mufakat").font(FontId::new(name, theme::serif_strong())).color(palette.ink));
        ui.label(
            RichText::new(look.get("title-subtitle"))
                .font(FontId::new(size::HEADING, theme::serif_italic()))
                .color(palette.muted),
        );
    });
    ui.add_space(10.0);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), egui::Sense::hover());
    theme::ornament(ui.painter(), line, palette);
    ui.add_space(10.0);
    ui.with_layout(Layout::top_down_justified(Align::Center), |ui| {
        let mut at = 0;
        while let Some(entry) = entries.get(at) {
            // Two short ones share a row, so that the card fits an old projector.
            let beside = entries.get(at + 1).filter(|_| entry.choice == Choice::Glossary);
            if let Some(beside) = beside {
                ui.columns(2, |columns| {
                    for (column, entry) in columns.iter_mut().zip([entry, beside]) {
                        column.with_layout(Layout::top_down_justified(Align::Center), |ui| {
                            choice = entry_ui(ui, look, entry, false).or(choice);
                        });
                    }
                });
            } else {
                choice = entry_ui(ui, look, entry, at == 0).or(choice);
            }
            at += if beside.is_some() { 2 } else { 1 };
        }
    });
    ui.add_space(12.0);
    ui.vertical_centered(|ui| {
        ui.label(
            RichText::new(look.get("title-motto"))
                .font(FontId::new(size::SMALL, theme::serif_italic()))
                .color(palette.muted),
        );
    });
    if let Some(message) = message {
        ui.label(RichText::new(message).color(palette.bad));
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        for lang in Lang::ALL {
            let chosen = look.words.lang == lang;
            if ui.selectable_label(chosen, lang.own_name()).clicked() && !chosen {
                choice = Some(Choice::Language(lang));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let key = if palette.mood == theme::Mood::Light { "title-dark" } else { "title-light" };
            if ui.button(look.get(key)).clicked() {
                choice = Some(Choice::Mood);
            }
        });
    });
    choice
}

/// One line of the menu as a button.
fn entry_ui(ui: &mut Ui, look: Look<'_>, entry: &Entry, first: bool) -> Option<Choice> {
    let palette = look.palette;
    let label = format!("{}  {}", entry.icon, entry.label);
    let response = if first {
        primary(ui, palette, &label)
    } else {
        ui.add(egui::Button::new(label).wrap().min_size(vec2(0.0, 38.0)))
    };
    // An icon is no word.
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &entry.label));
    if let Some(note) = &entry.note {
        // Centred without being justified, which would stretch its words apart.
        ui.vertical_centered(|ui| {
            ui.label(RichText::new(note).size(size::SMALL).color(palette.muted));
        });
    }
    response.clicked().then_some(entry.choice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{Mood, Palette};
    use crate::words::Words;

    #[test]
    fn every_game_that_is_not_over_can_be_gone_on_with() {
        let palette = Palette::of(Mood::Light);
        let look = Look { words: Words::new(Lang::En), palette: &palette };
        let saved: Vec<Saved> = (0..3).map(|round| Saved { title: format!("Game {round}"), round }).collect();
        let menu = entries(look, &saved, false);
        assert_eq!(menu[0].choice, Choice::Continue(0), "the newest first");
        assert!(menu[1].label.contains('2') && menu[1].choice == Choice::Older(true), "{}", menu[1].label);
        let all: Vec<Choice> = older(look, &saved).iter().map(|it| it.choice).collect();
        let games = (0..3).map(Choice::Continue);
        assert_eq!(all, games.chain([Choice::Older(false)]).collect::<Vec<_>>());
        let alone = entries(look, &saved[..1], false);
        assert!(alone.iter().all(|it| !matches!(it.choice, Choice::Older(_))));
    }
}
