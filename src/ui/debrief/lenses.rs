//! Five lenses side by side, disagreeing.

use super::Given;
use crate::scenario::Seat;
use crate::scenario::file::LensName;
use crate::ui::glossary;
use crate::ui::parts::{card, columns, heading_term, note, row, scale, strong};
use egui::Ui;

pub(super) fn lenses_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let lenses = &given.opened.debrief.report.lenses;
    let says = given.facts().lenses();
    ui.label(scene.get("lenses-note"));
    ui.add_space(6.0);
    let shown = &given.scenario.teacher.scoring.lenses;
    columns::<2>(ui, 14.0, |ui, column| {
        for (no, lens) in LensName::ALL.into_iter().filter(|lens| shown.contains(lens)).enumerate() {
            if no % 2 != column {
                continue;
            }
            let key = lens.name().to_lowercase();
            card(ui, palette, |ui| {
                let name = format!("lens-{key}");
                heading_term(ui, scene.look, &scene.get(&name), glossary::term(&name));
                note(ui, palette, scene.get(&format!("lens-{key}-idea")));
                let (values, says): (Vec<(String, f64)>, _) = match lens {
                    LensName::Dependency => (vec![(String::new(), lenses.dependency)], &says[0]),
                    LensName::Liberal => (vec![(String::new(), lenses.liberal)], &says[1]),
                    LensName::Realism => (
                        Seat::ALL
                            .into_iter()
                            .map(|seat| {
                                let name = words.with("lenses-adviser", &[("country", scene.name(seat))]);
                                (name, lenses.realism[seat.index()])
                            })
                            .collect(),
                        &says[2],
                    ),
                    LensName::Justice => (vec![(String::new(), lenses.justice)], &says[3]),
                    LensName::Sustainability => (vec![(String::new(), lenses.sustainability)], &says[4]),
                };
                for (name, value) in values {
                    row(ui, name.as_str(), strong(words.num(value, 1)));
                    scale(
                        ui,
                        palette,
                        &format!("{name} {}", words.num(value, 1)),
                        value as f32 / 100.0,
                        palette.primary,
                        &[],
                    );
                }
                ui.label(scene.phrase(says));
            });
            ui.add_space(8.0);
        }
    });
    ui.label(scene.get("lenses-question"));
}
