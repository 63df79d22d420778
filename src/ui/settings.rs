//! The settings: language, look, motion, sound, coach, and the list of keys.

use super::keys;
use super::parts::{
    BUTTON_HEIGHT, Look, card, column, heading, level, note, primary, secondary, slider, title,
};
use crate::disk::settings::{Settings, TEXT};
use crate::scenario::Lang;
use egui::{Grid, ScrollArea, Slider, Ui};

/// What the settings lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Back to where one was.
    Back,
    /// Another language.
    Language(Lang),
}

/// The step between two sizes of text, in per cent.
const STEP: u16 = 10;

/// Another size of text: `steps` larger or smaller, or the usual one with `None`.
pub(super) fn resize(settings: &mut Settings, usual: u16, steps: Option<i16>) {
    settings.text_percent = steps.map_or(0, |steps| {
        settings.text(usual).saturating_add_signed(steps * STEP as i16).clamp(TEXT.0, TEXT.1)
    });
}

/// Draws the settings and changes them. `place` is where they are kept, `usual` the size of text of a
/// window of this size.
pub(super) fn settings_ui(
    ui: &mut Ui,
    look: Look<'_>,
    settings: &mut Settings,
    usual: u16,
    place: Option<&str>,
) -> Option<Choice> {
    let mut choice = None;
    column(ui, 760.0, |ui| {
        title(ui, &look.get("settings-title"));
        let height = ui.available_height() - 56.0;
        ScrollArea::vertical().id_salt("all-settings").max_height(height).auto_shrink(false).show(ui, |ui| {
            super::parts::page_keys(ui);
            card(ui, look.palette, |ui| {
                heading(ui, &look.get("settings-language"));
                ui.horizontal_wrapped(|ui| {
                    for lang in Lang::ALL {
                        if ui.radio(look.words.lang == lang, lang.own_name()).clicked() {
                            choice = Some(Choice::Language(lang));
                        }
                    }
                });
            });
            ui.add_space(8.0);
            card(ui, look.palette, |ui| look_ui(ui, look, settings, usual));
            ui.add_space(8.0);
            card(ui, look.palette, |ui| {
                heading(ui, &look.get("settings-sound"));
                ui.checkbox(&mut settings.mute, look.get("settings-mute"));
                ui.horizontal_wrapped(|ui| {
                    let label = ui.label(look.get("settings-volume"));
                    let volume = Slider::new(&mut settings.volume, 0..=100).suffix(look.words.per_cent(""));
                    slider(ui, look.palette, !settings.mute, volume).labelled_by(label.id);
                });
            });
            ui.add_space(8.0);
            card(ui, look.palette, |ui| {
                heading(ui, &look.get("settings-game"));
                ui.checkbox(&mut settings.coach, look.get("settings-coach"));
                note(ui, look.palette, look.get("coach-switch-says"));
            });
            ui.add_space(8.0);
            card(ui, look.palette, |ui| keys_ui(ui, look));
            if let Some(place) = place {
                ui.add_space(6.0);
                note(ui, look.palette, look.words.with("settings-place", &[("path", place)]));
            }
        });
        ui.add_space(8.0);
        if primary(ui, look.palette, &look.get("back")).clicked() {
            choice = Some(Choice::Back);
        }
    });
    choice
}

/// Size of text, light or dark, contrast, motion.
fn look_ui(ui: &mut Ui, look: Look<'_>, settings: &mut Settings, usual: u16) {
    heading(ui, &look.get("settings-look"));
    level(ui, BUTTON_HEIGHT, |ui| {
        ui.label(look.get("settings-text"));
        let size = settings.text(usual);
        for (icon, key, steps, enabled) in [
            (egui_phosphor::regular::MINUS, "settings-smaller", -1, size > TEXT.0),
            (egui_phosphor::regular::PLUS, "settings-larger", 1, size < TEXT.1),
        ] {
            let name = look.get(key);
            let button = ui.add_enabled(enabled, egui::Button::new(icon));
            button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, enabled, &name));
            if button.on_hover_text(&name).clicked() {
                resize(settings, usual, Some(steps));
            }
        }
        ui.label(super::parts::strong(look.words.per_cent(settings.text(usual))));
        if settings.text(usual) != usual && secondary(ui, &look.get("settings-usual")).clicked() {
            resize(settings, usual, None);
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.label(look.get("settings-theme"));
        let mut theme = match (settings.follow_system, settings.dark) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => 0,
        };
        for (number, key) in ["title-light", "title-dark", "settings-system"].into_iter().enumerate() {
            if ui.radio_value(&mut theme, number, look.get(key)).changed() {
                settings.follow_system = theme == 2;
                if theme != 2 {
                    settings.dark = theme == 1;
                }
            }
        }
    });
    ui.checkbox(&mut settings.high_contrast, look.get("settings-contrast"));
    ui.checkbox(&mut settings.reduced_motion, look.get("settings-motion"));
    note(ui, look.palette, look.get("settings-motion-says"));
}

/// Every shortcut.
fn keys_ui(ui: &mut Ui, look: Look<'_>) {
    heading(ui, &look.get("settings-keys"));
    note(ui, look.palette, look.get("settings-keys-says"));
    Grid::new("keys").num_columns(2).striped(true).spacing([16.0, 4.0]).show(ui, |ui| {
        for (_, shortcut, words) in &keys::ALL {
            ui.label(super::parts::strong(keys::written(ui.ctx(), shortcut)));
            ui.label(look.get(words));
            ui.end_row();
        }
    });
}
