//! The curtain: nothing secret on the screen until the other player has sat down.

use super::parts::{Scene, note, paint_sign, primary};
use super::theme::{self, size};
use crate::scenario::Seat;
use egui::{FontId, RichText, Ui};

/// Draws the curtain for the player of `seat`; says whether it was lifted.
pub(super) fn curtain_ui(ui: &mut Ui, scene: &Scene<'_>, seat: Seat) -> bool {
    let mut lifted = false;
    ui.add_space(ui.available_height() * 0.26);
    ui.vertical_centered(|ui| {
        ui.label(
            RichText::new(scene.get("curtain-title")).font(FontId::new(size::TITLE, theme::serif_strong())),
        );
        ui.add_space(10.0);
        ui.label(scene.look.words.with("curtain-for", &[("country", scene.name(seat))]));
        ui.add_space(6.0);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(40.0, 40.0), egui::Sense::hover());
        paint_sign(ui.painter(), rect.center(), 16.0, scene.colours[seat], seat);
        ui.add_space(18.0);
        let label = scene.look.words.with("curtain-lift", &[("country", scene.name(seat))]);
        lifted = primary(ui, scene.look.palette, &label).clicked();
        ui.add_space(10.0);
        note(ui, scene.look.palette, scene.get("curtain-note"));
    });
    lifted
}
