//! The fourteen principles by family, each with its formula and its evidence.

use super::Given;
use crate::ui::glossary;
use crate::ui::parts::{Mark, card, columns, heading, note, scale, strong};
use egui::{RichText, Ui};

pub(super) fn principles_ui(ui: &mut Ui, given: &Given<'_>) {
    note(ui, given.scene.look.palette, given.scene.get("principles-line"));
    columns::<2>(ui, 14.0, |ui, column| {
        for (no, (family, numbers)) in given.facts().families().enumerate() {
            if column == usize::from(no >= 2) {
                family_ui(ui, given, family, &numbers);
                ui.add_space(8.0);
            }
        }
    });
}

fn family_ui(ui: &mut Ui, given: &Given<'_>, family: &str, numbers: &[usize]) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    card(ui, palette, |ui| {
        heading(ui, &scene.get(family));
        for &number in numbers {
            let value = given.opened.debrief.report.measures.principles[number - 1];
            let name = scene.get(&format!("principle-{number}"));
            let shown = value.map_or_else(|| scene.get("cli-not-scored"), |value| words.num(value, 1));
            crate::ui::parts::row(ui, strong(&name), strong(&shown));
            if let Some(value) = value {
                let mark = Mark::line(0.6, palette.brass);
                scale(
                    ui,
                    palette,
                    &format!("{name}: {shown}"),
                    value as f32 / 100.0,
                    palette.primary,
                    &[mark],
                );
            }
            egui::CollapsingHeader::new(RichText::new(scene.get("principles-why")).size(14.0))
                .id_salt(("principle", number))
                .show(ui, |ui| {
                    let term = glossary::term(&format!("principle-{number}"));
                    glossary::term_ui(ui, scene.look, strong(&name), term);
                    note(ui, palette, scene.get(&format!("formula-{number}")));
                    for line in given.facts().principle(number) {
                        ui.label(RichText::new(scene.phrase(&line)).size(15.0));
                    }
                });
            ui.add_space(2.0);
        }
    });
}
