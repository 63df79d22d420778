//! The verdict: seven checks with their evidence, and what was left on the table.

use super::Given;
use crate::scenario::Seat;
use crate::ui::glossary;
use crate::ui::parts::{Mark, card, columns, country, heading, note, scale, strong};
use crate::ui::theme::{self, size};
use egui::{FontId, RichText, Ui};

pub(super) fn verdict_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let debrief = &given.opened.debrief;
    let report = &debrief.report;
    let m = &report.measures;
    let letter = m.grade.letter().to_lowercase();
    let good = report.mutually_beneficial();
    ui.horizontal(|ui| {
        let icon =
            if good { egui_phosphor::regular::SEAL_CHECK } else { egui_phosphor::regular::SEAL_QUESTION };
        let colour = if good { palette.good } else { palette.brass };
        ui.label(RichText::new(icon).size(46.0).color(colour));
        ui.vertical(|ui| {
            let name = words.get(&format!("grade-{letter}"));
            ui.label(RichText::new(name).font(FontId::new(size::TITLE, theme::serif_strong())).color(colour));
            ui.label(words.get(&format!("grade-{letter}-says")));
        });
    });
    ui.add_space(8.0);
    columns::<2>(ui, 14.0, |ui, column| {
        if column == 0 {
            checks_ui(ui, given);
            return;
        }
        card(ui, palette, |ui| {
            heading(ui, &scene.get("verdict-points"));
            for seat in Seat::ALL {
                let at = seat.index();
                country(ui, scene, seat);
                let batna = given.case.fraction(given.case.batna[at]);
                let line = scene.phrase(&given.facts().side(seat));
                let mark = Mark::line(batna as f32, palette.ink);
                scale(ui, palette, &line, m.utility[at] as f32, scene.colours[seat], &[mark]);
                ui.label(line);
                ui.add_space(6.0);
            }
            note(ui, palette, scene.get("verdict-no-ranking"));
        });
        ui.add_space(8.0);
        card(ui, palette, |ui| {
            heading(ui, &scene.get("verdict-left"));
            let left = given.facts().left_on_the_table();
            ui.label(scene.phrase(&left.says));
            for article in &left.package {
                ui.label(format!("\u{2022} {}", scene.phrase(article)));
            }
            if debrief.first_deal.is_some() {
                note(ui, palette, scene.get("verdict-better-taken"));
            }
            ui.add_space(4.0);
            note(
                ui,
                palette,
                words.with("cli-robust", &[("share", &words.num(100.0 * debrief.robustness, 0))]),
            );
            if let Some(total) = report.total {
                ui.label(words.with("verdict-total", &[("total", &words.num(total, 1))]));
            }
        });
        ui.add_space(8.0);
        if let Some(deal) = &report.deal {
            card(ui, palette, |ui| {
                heading(ui, &scene.get("verdict-text"));
                for (issue, option) in deal.choices() {
                    ui.label(strong(scene.text(&scene.shared.issues[issue].title)));
                    ui.label(scene.text(&scene.shared.choice(issue, option).label));
                }
            });
        }
    });
}

fn checks_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    card(ui, palette, |ui| {
        heading(ui, &scene.get("cli-checks"));
        note(ui, palette, scene.get("verdict-all-must-hold"));
        let Some(checks) = given.opened.debrief.report.measures.checks else {
            ui.label(scene.get("evidence-no-deal"));
            return;
        };
        for (at, holds) in checks.iter().enumerate() {
            let (icon, colour, key) = if *holds {
                (egui_phosphor::regular::CHECK_CIRCLE, palette.good, "cli-holds")
            } else {
                (egui_phosphor::regular::X_CIRCLE, palette.bad, "cli-fails")
            };
            let name = format!("{icon} {} ({})", scene.get(&format!("check-{}", at + 1)), scene.get(key));
            let term = glossary::term(&format!("check-{}", at + 1));
            glossary::term_ui(ui, scene.look, strong(name).color(colour), term);
            ui.indent(("check", at), |ui| {
                for line in given.facts().check(at + 1) {
                    ui.label(RichText::new(scene.phrase(&line)).size(15.0));
                }
            });
            ui.add_space(2.0);
        }
    });
}
