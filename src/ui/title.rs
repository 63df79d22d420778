//! The first screen: go on, begin, watch, choose the language.

use super::parts::{Look, at_right, note, primary, secondary};
use super::theme::{self, size};
use crate::scenario::Lang;
use egui::{Align, FontId, Layout, RichText, Ui};

/// What the title screen leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Go on with the saved game.
    Continue,
    /// A first game with guidance.
    Guide,
    /// A new game.
    New,
    /// Watch two counterparts.
    Watch,
    /// Host a class.
    Host,
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

/// What the saved game is, for the button that goes on with it.
pub(super) struct Saved {
    /// The scenario's title.
    pub title: String,
    /// The round.
    pub round: u32,
}

/// Draws the title. To somebody `new` the first game with guidance is offered before all else.
pub(super) fn title_ui(ui: &mut Ui, look: Look<'_>, saved: Option<&Saved>, new: bool) -> Option<Choice> {
    let mut choice = None;
    ui.horizontal(|ui| {
        at_right(ui, "title", |ui| {
            for lang in Lang::ALL {
                let chosen = look.words.lang == lang;
                if ui.selectable_label(chosen, lang.own_name()).clicked() && !chosen {
                    choice = Some(Choice::Language(lang));
                }
            }
            let light = look.palette.mood == theme::Mood::Light;
            if ui.button(look.get(if light { "title-dark" } else { "title-light" })).clicked() {
                choice = Some(Choice::Mood);
            }
        });
    });
    let top = (ui.available_height() * 0.16).max(10.0);
    ui.add_space(top);
    ui.vertical_centered(|ui| {
        ui.label(
            RichText::new("Mufakat")
                .font(FontId::new(size::NAME, theme::serif_strong()))
                .color(look.palette.primary),
        );
        ui.label(
            RichText::new(look.get("title-subtitle")).font(FontId::new(size::HEADING, theme::serif_italic())),
        );
        ui.add_space(28.0);
        ui.allocate_ui_with_layout(egui::vec2(340.0, 0.0), Layout::top_down_justified(Align::Center), |ui| {
            if let Some(saved) = saved {
                if primary(ui, look.palette, &look.get("title-continue")).clicked() {
                    choice = Some(Choice::Continue);
                }
                let round = saved.round.to_string();
                note(
                    ui,
                    look.palette,
                    look.words.with("title-saved", &[("title", &saved.title), ("round", &round)]),
                );
                ui.add_space(6.0);
            }
            let first = look.get("guide-start");
            if new {
                note(ui, look.palette, look.get("guide-offer"));
                if primary(ui, look.palette, &first).clicked() {
                    choice = Some(Choice::Guide);
                }
                ui.add_space(6.0);
            }
            let plain = new || saved.is_some();
            let label = look.get("title-new");
            let button = if plain { secondary(ui, &label) } else { primary(ui, look.palette, &label) };
            if button.clicked() {
                choice = Some(Choice::New);
            }
            if !new && secondary(ui, &first).clicked() {
                choice = Some(Choice::Guide);
            }
            if secondary(ui, &look.get("title-watch")).clicked() {
                choice = Some(Choice::Watch);
            }
            if secondary(ui, &look.get("title-host")).clicked() {
                choice = Some(Choice::Host);
            }
            if secondary(ui, &look.get("glossary-title")).clicked() {
                choice = Some(Choice::Glossary);
            }
            if secondary(ui, &look.get("settings-open")).clicked() {
                choice = Some(Choice::Settings);
            }
            if secondary(ui, &look.get("title-quit")).clicked() {
                choice = Some(Choice::Quit);
            }
        });
        ui.add_space(24.0);
        note(ui, look.palette, look.get("title-motto"));
    });
    choice
}
