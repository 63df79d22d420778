//! The opening of the talks: who meets, about what, and who speaks first. The delegations come in
//! behind it; any key or click goes on.

use super::emblem;
use super::parts::{Scene, note, overline, strong};
use super::room::{self, Framing};
use super::theme::{self, size};
use crate::scenario::Seat;
use egui::{Align2, CornerRadius, FontId, Frame, Margin, RichText, Stroke, Ui, vec2};

/// Draws the opening of talks in which `first` has the word.
pub(super) fn opening_ui(ui: &mut Ui, scene: &Scene<'_>, first: Seat) {
    let palette = scene.look.palette;
    let full = ui.max_rect();
    room::open(ui, full, Framing::Whole { covered: 0.0 });
    let card = Frame::new()
        .fill(palette.paper)
        .corner_radius(CornerRadius::same(10))
        .stroke(Stroke::new(1.0, palette.brass))
        .shadow(theme::lifted())
        .inner_margin(Margin::symmetric(30, 16));
    // Low enough that the people are seen above it.
    let below = vec2(0.0, -(full.height() * 0.03).max(10.0));
    egui::Area::new(ui.id().with("opening"))
        .order(egui::Order::Background)
        .anchor(Align2::CENTER_BOTTOM, below)
        .show(ui.ctx(), |ui| {
            card.show(ui, |ui| {
                let width = 620.0_f32.min(full.width() - 80.0);
                ui.set_width(width);
                ui.vertical_centered(|ui| {
                    overline(ui, palette, &scene.get("opening-title"));
                    let title = RichText::new(scene.text(&scene.shared.title))
                        .font(FontId::new(size::TITLE, theme::serif_strong()));
                    ui.label(title);
                });
                ui.add_space(6.0);
                super::parts::columns::<2>(ui, 14.0, |ui, column| {
                    let seat = Seat::ALL[column];
                    ui.vertical_centered(|ui| {
                        let forms = emblem::emblem(&scene.shared.id, seat, scene.colours[seat]);
                        emblem::show(ui, &forms, 56.0);
                        ui.label(strong(scene.name(seat)).color(scene.colours[seat]));
                    });
                });
                ui.add_space(6.0);
                ui.vertical_centered(|ui| {
                    let speaks = scene.look.words.with("opening-first", &[("country", scene.name(first))]);
                    ui.label(strong(speaks));
                    note(ui, palette, scene.get("opening-skip"));
                });
            });
        });
}
