//! The coach: one quiet card with one hint, in a place of its own so that nothing jumps.

use super::parts::Scene;
use super::theme::size;
use crate::counterpart::coach::Hint;
use crate::scenario::Phrase;
use egui::{Align, CornerRadius, Frame, Layout, Margin, RichText, Ui, vec2};

/// Whether a player wants hints, and the one that was put away.
#[derive(Clone, Debug, Default)]
pub(super) struct Coach {
    /// Whether hints are shown.
    pub on: bool,
    away: Option<Phrase>,
}

/// Room for two lines: the longest hint on the narrowest screen.
const HEIGHT: f32 = 42.0;

/// The switch in the head of the talks; says whether it was used.
pub(super) fn switch_ui(ui: &mut Ui, scene: &Scene<'_>, coach: &Coach, narrow: bool) -> bool {
    let icon = egui_phosphor::regular::LIGHTBULB;
    let name = scene.get("coach-switch");
    let label = if narrow { icon.to_owned() } else { format!("{icon} {name}") };
    let response = ui.selectable_label(coach.on, label);
    response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Checkbox, true, coach.on, &name));
    response.on_hover_text(format!("{name}\n{}", scene.get("coach-switch-says"))).clicked()
}

/// The card, as high with a hint as without.
pub(super) fn coach_ui(ui: &mut Ui, scene: &Scene<'_>, coach: &mut Coach, hint: Option<&Hint>) {
    let palette = scene.look.palette;
    // A hint that was put away may come again once another one was due.
    coach.away.take_if(|away| hint.is_none_or(|hint| hint.line != *away));
    let hint = hint.filter(|hint| coach.away.as_ref() != Some(&hint.line));
    Frame::new()
        .fill(palette.fresh)
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(10, 4))
        .show(ui, |ui| {
            let width = ui.available_width();
            ui.allocate_ui_with_layout(vec2(width, HEIGHT), Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_size(vec2(width, HEIGHT));
                ui.label(RichText::new(egui_phosphor::regular::LIGHTBULB).size(size::HEADING));
                let room = ui.available_width() - 48.0;
                ui.allocate_ui_with_layout(vec2(room, HEIGHT), Layout::left_to_right(Align::Center), |ui| {
                    ui.set_width(room);
                    let text = match hint {
                        Some(hint) => RichText::new(scene.phrase(&hint.line)).size(15.0),
                        None => RichText::new(scene.get("coach-nothing")).size(15.0).color(palette.muted),
                    };
                    ui.add(egui::Label::new(text).wrap());
                });
                if let Some(hint) = hint {
                    let close = ui.button(egui_phosphor::regular::X);
                    let name = scene.get("coach-dismiss");
                    close.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
                    if close.on_hover_text(&name).clicked() {
                        coach.away = Some(hint.line.clone());
                    }
                }
            });
        });
}
