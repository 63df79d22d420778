//! The counterparts open their notebooks: what they believed and why they moved.

use super::Given;
use crate::scenario::Seat;
use crate::ui::parts::{card, country, heading, note, strong};
use egui::Ui;

pub(super) fn notebook_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    ui.label(scene.get("notebook-note"));
    ui.add_space(6.0);
    for seat in Seat::ALL {
        let Some(name) = given.counterparts[seat] else { continue };
        let title = scene.get(&format!("counterpart-{name}"));
        country(ui, scene, seat);
        heading(ui, &words.with("notebook-of", &[("name", &title)]));
        let truth = &given.scenario.briefs[seat.other()].weights;
        for page in &given.opened.notebooks[seat] {
            card(ui, palette, |ui| {
                let head = words.with(
                    "notebook-page",
                    &[("round", &page.round.to_string()), ("target", &words.num(100.0 * page.target, 0))],
                );
                ui.label(strong(head));
                ui.label(scene.phrase(&page.why));
                if let Some(received) = page.received {
                    note(
                        ui,
                        palette,
                        words.with("notebook-received", &[("worth", &words.num(100.0 * received, 0))]),
                    );
                }
                if let Some((deal, worth)) = &page.chosen {
                    let theirs = given.case.fraction(given.case.utility(deal, seat.other()));
                    note(
                        ui,
                        palette,
                        words.with(
                            "notebook-chosen",
                            &[
                                ("own", &words.num(100.0 * worth, 0)),
                                ("other", &words.num(100.0 * theirs, 0)),
                            ],
                        ),
                    );
                }
                if let Some(belief) = belief(given, &page.weights, truth) {
                    note(ui, palette, belief);
                }
            });
            ui.add_space(4.0);
        }
    }
}

/// What it believed of the other side's three heaviest issues, against the truth.
fn belief(given: &Given<'_>, weights: &[f64], truth: &[i32]) -> Option<String> {
    let scene = &given.scene;
    let mut order: Vec<usize> = (0..weights.len()).filter(|&issue| weights[issue] > 0.0).collect();
    if order.is_empty() {
        return None;
    }
    order.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]));
    let list: Vec<String> = order
        .into_iter()
        .take(3)
        .map(|issue| {
            scene.look.words.with(
                "notebook-belief",
                &[
                    ("issue", scene.text(&scene.shared.issues[issue].title)),
                    ("believed", &scene.look.words.num(100.0 * weights[issue], 0)),
                    ("truth", &truth[issue].to_string()),
                ],
            )
        })
        .collect();
    Some(list.join("; "))
}
