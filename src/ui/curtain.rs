//! The curtain: nothing secret on the screen until the other player has sat down.

use super::emblem;
use super::parts::{Scene, note, primary};
use super::room::{self, Framing};
use super::theme::{self, size};
use crate::scenario::Seat;
use egui::{Align2, CornerRadius, FontId, Frame, Margin, RichText, Stroke, Ui, vec2};

/// Draws the curtain for the player of `seat`; says whether it was lifted.
pub(super) fn curtain_ui(ui: &mut Ui, scene: &Scene<'_>, seat: Seat) -> bool {
    let palette = scene.look.palette;
    let mut lifted = false;
    let full = ui.max_rect();
    room::open(ui, full, Framing::Whole { covered: 0.0 });
    let card = Frame::new()
        .fill(palette.paper)
        .corner_radius(CornerRadius::same(10))
        .stroke(Stroke::new(1.0, palette.line))
        .shadow(theme::lifted())
        .inner_margin(Margin::symmetric(34, 26));
    egui::Area::new(ui.id().with("curtain"))
        .order(egui::Order::Background)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(ui.ctx(), |ui| {
            card.show(ui, |ui| {
                ui.set_width(380.0_f32.min(full.width() - 80.0));
                ui.vertical_centered(|ui| {
                    let forms = emblem::emblem(&scene.shared.id, seat, scene.colours[seat]);
                    emblem::show(ui, &forms, 84.0);
                    ui.add_space(8.0);
                    ui.label(
                        RichText::new(scene.get("curtain-title"))
                            .font(FontId::new(size::TITLE, theme::serif_strong())),
                    );
                    ui.add_space(8.0);
                    ui.label(scene.look.words.with("curtain-for", &[("country", scene.name(seat))]));
                    ui.add_space(14.0);
                    let label = scene.look.words.with("curtain-lift", &[("country", scene.name(seat))]);
                    lifted = primary(ui, palette, &label).clicked();
                    ui.add_space(8.0);
                    note(ui, palette, scene.get("curtain-note"));
                });
            });
        });
    lifted
}
