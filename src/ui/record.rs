//! The log of the talks, with filters.

use super::parts::{Scene, note, overline_term, paint_sign, third_sign};
use super::theme::size;
use crate::view::{Entry, Tone};
use egui::{CornerRadius, Frame, Margin, RichText, ScrollArea, Sense, Stroke, Ui, vec2};
use std::collections::BTreeSet;

/// Draws the log, the newest line last; `hidden` are the kinds of lines that are filtered out,
/// `new_from` the first event that this player has not seen.
pub(super) fn record_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    entries: &[Entry],
    hidden: &mut BTreeSet<Tone>,
    new_from: usize,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for tone in Tone::ALL {
            let mut shown = !hidden.contains(&tone);
            let label = RichText::new(scene.get(&format!("tone-{}", tone.name()))).size(size::SMALL);
            if ui.toggle_value(&mut shown, label).changed() {
                if shown {
                    hidden.remove(&tone);
                } else {
                    hidden.insert(tone);
                }
            }
        }
    });
    ScrollArea::vertical().id_salt("log").stick_to_bottom(true).auto_shrink(false).show(ui, |ui| {
        for entry in entries.iter().filter(|entry| !hidden.contains(&entry.tone)) {
            line_ui(ui, scene, entry, entry.event > new_from);
        }
    });
}

fn line_ui(ui: &mut Ui, scene: &Scene<'_>, entry: &Entry, new: bool) {
    let palette = scene.look.palette;
    let text = scene.phrase(&entry.line);
    match entry.tone {
        Tone::Clock => {
            ui.add_space(4.0);
            ui.label(RichText::new(text).size(size::SMALL).color(palette.muted).strong());
            return;
        }
        Tone::News => {
            news_ui(ui, scene, entry, &text);
            return;
        }
        _ if entry.mediator => {
            mediator_ui(ui, scene, &text, new);
            return;
        }
        _ => {}
    }
    let fill = if new { palette.fresh } else { egui::Color32::TRANSPARENT };
    Frame::new().fill(fill).corner_radius(CornerRadius::same(4)).inner_margin(Margin::symmetric(4, 2)).show(
        ui,
        |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
                if entry.tone == Tone::Private {
                    ui.painter().text(
                        rect.center(),
                        egui::Align2::CENTER_CENTER,
                        egui_phosphor::regular::EYE,
                        egui::FontId::proportional(14.0),
                        palette.muted,
                    );
                } else if let Some(seat) = entry.by {
                    paint_sign(ui.painter(), rect.center(), 5.0, scene.colours[seat], seat);
                }
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width());
                    let colour = if entry.tone == Tone::Relation { palette.care } else { palette.ink };
                    match &entry.speech {
                        Some(speech) => {
                            let words = scene.look.words.speech(speech, scene.shared);
                            ui.label(RichText::new(format!("\u{201c}{words}\u{201d}")).size(15.0).italics());
                        }
                        None => {
                            ui.label(RichText::new(text).size(15.0).color(colour));
                        }
                    }
                });
            });
        },
    );
}

/// What a mediator says or brings: framed, with a sign that is neither country's.
fn mediator_ui(ui: &mut Ui, scene: &Scene<'_>, text: &str, new: bool) {
    let palette = scene.look.palette;
    Frame::new()
        .fill(if new { palette.fresh } else { palette.paper })
        .stroke(Stroke::new(1.5, palette.brass))
        .inner_margin(Margin::same(8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                third_sign(ui, palette);
                overline_term(ui, scene.look, &scene.get("glossary-mediator"), "mediator");
            });
            ui.label(RichText::new(text).size(15.0));
        });
}

/// A piece of news as a card: headline and story.
fn news_ui(ui: &mut Ui, scene: &Scene<'_>, entry: &Entry, text: &str) {
    let palette = scene.look.palette;
    let news = entry.news().and_then(|no| scene.shared.news.get(no));
    Frame::new().fill(palette.fresh).corner_radius(CornerRadius::same(6)).inner_margin(Margin::same(8)).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            match news {
                Some(news) => {
                    let headline =
                        format!("{} {}", egui_phosphor::regular::NEWSPAPER, scene.text(&news.title));
                    ui.label(super::parts::strong(headline));
                    ui.label(RichText::new(scene.text(&news.text)).size(15.0));
                    if let Some(seat) = entry.by {
                        let about = scene.look.words.with("news-about", &[("country", scene.name(seat))]);
                        note(ui, palette, about);
                    }
                }
                None => {
                    ui.label(text);
                }
            }
        },
    );
}
