//! The years after: one world as cards, and how it went in all worlds.

use super::Given;
use crate::aftermath::{Conduct, Shock, Year, reason};
use crate::scenario::Seat;
use crate::ui::parts::{card, columns, heading, note, row, scale, strong};
use egui::{CornerRadius, Frame, Margin, RichText, Sense, Stroke, Ui, vec2};

pub(super) fn years_ui(ui: &mut Ui, given: &Given<'_>, open: &mut usize) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let (Some(outlook), Some(story)) = (&given.opened.debrief.outlook, &given.opened.debrief.story) else {
        ui.label(scene.get("years-none"));
        return;
    };
    let title = words.with("years-title", &[("years", &outlook.years.to_string())]);
    crate::ui::parts::heading_term(ui, scene.look, &title, "years");
    note(ui, palette, scene.get("years-note"));
    *open = (*open).min(story.years.len().saturating_sub(1));
    ui.columns(story.years.len().clamp(1, 10), |columns| {
        for (no, (year, ui)) in story.years.iter().zip(columns).enumerate() {
            year_card(ui, given, year, no, open);
        }
    });
    ui.add_space(8.0);
    if let Some(year) = story.years.get(*open) {
        card(ui, palette, |ui| {
            heading(ui, &words.with("years-year", &[("year", &year.year.to_string())]));
            if !year.shocks.is_empty() {
                let list: Vec<String> =
                    year.shocks.iter().map(|shock| scene.get(&format!("shock-{}", shock.name()))).collect();
                ui.label(words.with("years-shocks", &[("shocks", &list.join(", "))]));
            }
            for seat in Seat::ALL {
                ui.label(scene.phrase(&reason(year, seat)));
            }
            if year.adapted {
                ui.label(scene.get("years-adapted"));
            }
            if year.ended {
                ui.label(RichText::new(scene.get("years-ended")).color(palette.bad));
            }
        });
    }
    ui.add_space(8.0);
    columns::<2>(ui, 14.0, |ui, column| {
        if column == 1 {
            card(ui, palette, |ui| {
                heading(ui, &scene.get("years-histogram"));
                histogram(ui, given, &outlook.histogram);
                note(ui, palette, scene.get("years-limits"));
            });
            return;
        }
        card(ui, palette, |ui| {
            heading(ui, &words.with("years-worlds", &[("worlds", &outlook.worlds.to_string())]));
            let percent = |value: f64| words.percent(value);
            row(ui, scene.get("years-survival"), strong(percent(outlook.survival)));
            row(ui, scene.get("years-durability"), strong(words.num(outlook.durability, 1)));
            row(ui, scene.get("years-compliance"), strong(percent(outlook.compliance)));
            row(ui, scene.get("years-delivered"), strong(percent(outlook.delivered)));
            let key = if outlook.still_beneficial() { "years-still-yes" } else { "years-still-no" };
            ui.label(strong(scene.get(key)));
            note(
                ui,
                palette,
                words.with(
                    "years-measured",
                    &[
                        ("sustainability", &words.num(outlook.sustainability, 1)),
                        ("commitment", &words.num(outlook.commitment, 1)),
                    ],
                ),
            );
        });
    });
}

const fn shock_icon(shock: Shock) -> &'static str {
    use egui_phosphor::regular as icon;
    match shock {
        Shock::Pandemic => icon::VIRUS,
        Shock::Energy => icon::LIGHTNING,
        Shock::Climate => icon::CLOUD_LIGHTNING,
        Shock::Security => icon::SHIELD_WARNING,
        Shock::Politics => icon::BANK,
    }
}

fn year_card(ui: &mut Ui, given: &Given<'_>, year: &Year, no: usize, open: &mut usize) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let chosen = *open == no;
    let stroke = if chosen { Stroke::new(2.0, palette.primary) } else { Stroke::new(1.0, palette.line) };
    let inner = Frame::new()
        .fill(palette.paper)
        .stroke(stroke)
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::same(8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(150.0);
            ui.label(strong(year.year.to_string()));
            let icons: Vec<&str> = year.shocks.iter().map(|shock| shock_icon(*shock)).collect();
            ui.label(
                RichText::new(if icons.is_empty() { "\u{2013}".to_owned() } else { icons.join(" ") })
                    .size(18.0),
            );
            for seat in Seat::ALL {
                let at = seat.index();
                let promise = year.promise[at].max(1e-9);
                let share = (year.benefit[at] / promise).clamp(0.0, 1.0);
                let key = match year.conduct[at] {
                    Conduct::Keeps => "conduct-keeps",
                    Conduct::Pauses => "conduct-pauses",
                    Conduct::Breaks => "conduct-breaks",
                    Conduct::Suspended => "conduct-suspended",
                    Conduct::Ended => "conduct-ended",
                };
                let word = scene.get(key);
                let name = format!("{} {word}: {}", scene.name(seat), words.percent(share));
                scale(ui, palette, &name, share as f32, scene.colours[seat], &[]);
                let colour = if year.conduct[at] == Conduct::Breaks { palette.bad } else { palette.ink };
                ui.label(RichText::new(word).size(14.0).color(colour));
            }
            note(ui, palette, words.with("years-trust", &[("trust", &words.num(100.0 * year.trust, 0))]));
        });
    let name = words.with("years-year", &[("year", &year.year.to_string())]);
    let response = ui.interact(inner.response.rect, ui.id().with(("year", no)), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, chosen, &name));
    if response.clicked() {
        *open = no;
    }
}

/// Worlds by durability, in ten steps, as plain bars with their counts.
fn histogram(ui: &mut Ui, given: &Given<'_>, counts: &[u32; 10]) {
    let palette = given.scene.look.palette;
    let most = counts.iter().max().copied().unwrap_or(1).max(1);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 130.0), Sense::hover());
    let width = rect.width() / 10.0;
    for (at, count) in counts.iter().enumerate() {
        let left = rect.left() + width * at as f32;
        let height = (rect.height() - 40.0) * *count as f32 / most as f32;
        let bar = egui::Rect::from_min_max(
            egui::pos2(left + 3.0, rect.bottom() - 20.0 - height),
            egui::pos2(left + width - 3.0, rect.bottom() - 20.0),
        );
        ui.painter().rect_filled(bar, CornerRadius::same(2), palette.primary);
        if *count > 0 {
            ui.painter().text(
                bar.center_top(),
                egui::Align2::CENTER_BOTTOM,
                count.to_string(),
                egui::FontId::proportional(14.0),
                palette.ink,
            );
        }
        ui.painter().text(
            egui::pos2(left + width / 2.0, rect.bottom()),
            egui::Align2::CENTER_BOTTOM,
            format!("{}", at * 10),
            egui::FontId::proportional(14.0),
            palette.muted,
        );
    }
    let name = format!("{}: {counts:?}", given.scene.get("years-histogram"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &name));
}
