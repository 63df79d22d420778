//! The briefing: what both know, and the seat's own confidential sheet.

use super::guide;
use super::parts::{
    Mark, Scene, bar, card, chip, country, heading, note, overline, overline_term, paragraphs, row, scale,
    strong,
};
use crate::scenario::{Kind, Measure, Seat};
use crate::view::View;
use egui::{RichText, ScrollArea, Ui};

/// Draws both sheets side by side. `short` chooses the length.
pub(super) fn briefing_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, short: &mut bool) {
    ui.horizontal(|ui| {
        super::parts::title(ui, scene.text(&scene.shared.title));
        ui.add_space(20.0);
        ui.selectable_value(short, false, scene.get("briefing-long"));
        ui.selectable_value(short, true, scene.get("briefing-short"));
    });
    let height = ui.available_height();
    super::parts::columns::<2>(ui, 14.0, |ui, column| {
        let sheet = ScrollArea::vertical()
            .id_salt((super::parts::own_id(ui.ctx(), "sheet", view.seat), column))
            .max_height(height)
            .auto_shrink(false)
            .show(ui, |ui| {
                super::parts::page_keys(ui);
                if column == 0 {
                    shared_sheet(ui, scene, *short);
                } else {
                    own_sheet(ui, scene, view, *short);
                }
            });
        if column == 1 {
            guide::place(ui.ctx(), "sheet", sheet.inner_rect);
        }
    });
}

/// What both countries know.
pub(super) fn shared_sheet(ui: &mut Ui, scene: &Scene<'_>, short: bool) {
    let shared = scene.shared;
    card(ui, scene.look.palette, |ui| {
        heading(ui, &scene.get("briefing-shared"));
        ui.horizontal(|ui| {
            for seat in Seat::ALL {
                country(ui, scene, seat);
                ui.add_space(10.0);
            }
        });
        if shared.real_names {
            ui.add_space(4.0);
            let sign = egui_phosphor::regular::INFO;
            ui.label(
                RichText::new(format!("{sign} {}", scene.look.words.invented(shared)))
                    .italics()
                    .color(scene.look.palette.brass),
            );
            ui.add_space(4.0);
        }
        let text = if short { &shared.background.short } else { &shared.background.long };
        paragraphs(ui, scene.text(text));
        overline(ui, scene.look.palette, &scene.get("briefing-issues"));
        for (no, issue) in shared.issues.iter().enumerate() {
            if issue.reserve {
                continue;
            }
            ui.label(strong(format!("{}. {}", no + 1, scene.text(&issue.title))));
            if !short && !issue.about.is_empty() {
                note(ui, scene.look.palette, scene.text(&issue.about));
            }
        }
    });
    if short {
        return;
    }
    if let Some(case) = &shared.inspired_by {
        ui.add_space(8.0);
        card(ui, scene.look.palette, |ui| {
            overline(ui, scene.look.palette, &scene.get("briefing-inspired"));
            ui.label(strong(scene.text(&case.title)));
            paragraphs(ui, scene.text(&case.text));
            for fact in &shared.facts {
                ui.label(format!("\u{2022} {}", scene.text(&fact.text)));
                note(ui, scene.look.palette, format!("{} \u{b7} {}", fact.source, fact.date));
            }
            if !shared.real_names {
                note(ui, scene.look.palette, scene.look.words.invented(shared));
            }
        });
    }
}

/// What only this country knows.
pub(super) fn own_sheet(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, short: bool) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let brief = view.brief;
    let colour = scene.colours[view.seat];
    card(ui, palette, |ui| {
        ui.horizontal_wrapped(|ui| {
            heading(ui, &scene.get("briefing-own"));
            chip(ui, &scene.get("briefing-secret"), palette.bad);
        });
        country(ui, scene, view.seat);
        paragraphs(ui, scene.text(if short { &brief.role.short } else { &brief.role.long }));

        let top = ui.cursor().min;
        overline_term(ui, scene.look, &scene.get("briefing-weights"), "utility");
        // The bars compare the issues with each other.
        let longest = brief.weights.iter().copied().max().unwrap_or_default().max(1);
        for issue in brief.priorities() {
            if !view.in_play(issue) {
                continue;
            }
            let weight = brief.weights[issue];
            let name = scene.text(&scene.shared.issues[issue].title);
            row(ui, name, strong(words.with("points", &[("points", &weight.to_string())])));
            bar(ui, &format!("{name}: {weight}"), weight as f32 / longest as f32, colour);
        }
        let points = egui::Rect::from_min_max(top, egui::pos2(ui.max_rect().right(), ui.cursor().top()));
        guide::place(ui.ctx(), "points", points.expand(5.0).intersect(ui.clip_rect()));
        ui.add_space(6.0);
        overline_term(ui, scene.look, &scene.get("briefing-batna"), "batna");
        row(ui, scene.get("briefing-batna-worth"), strong(words.num(view.batna as f64 / 100.0, 0)));
        ui.label(scene.text(&brief.batna_story));

        ui.add_space(6.0);
        overline_term(ui, scene.look, &scene.get("briefing-needs"), "need");
        for (sector, need) in &brief.needs {
            let critical = view.critical.contains(sector);
            let mark = if critical { scene.get("briefing-critical") } else { String::new() };
            let name = format!("{} {mark}", words.sector(*sector));
            row(ui, name.as_str(), strong(need.to_string()));
            let bar = if critical { palette.care } else { colour };
            scale(
                ui,
                palette,
                &format!("{name}: {need}"),
                *need as f32 / 100.0,
                bar,
                &[Mark::line(0.7, palette.ink)],
            );
        }

        ui.add_space(6.0);
        overline_term(ui, scene.look, &scene.get("briefing-red-lines"), "red-line");
        if brief.red_lines.is_empty() {
            ui.label(scene.get("briefing-no-red-lines"));
        }
        for &(issue, option) in &brief.red_lines {
            let text = format!(
                "{} {}: {}",
                egui_phosphor::regular::PROHIBIT,
                scene.text(&scene.shared.issues[issue].title),
                scene.text(&scene.shared.choice(issue, option).label)
            );
            ui.label(RichText::new(text).color(palette.bad));
        }

        ui.add_space(6.0);
        overline_term(ui, scene.look, &scene.get("briefing-groups"), "groups");
        note(ui, palette, scene.get("briefing-groups-note"));
        for (no, group) in brief.groups.iter().enumerate() {
            row(ui, scene.text(&group.name), strong(scene.look.words.per_cent(group.influence)));
            let cares = match &group.measure {
                measure @ Measure::Weights(..) => {
                    let heavy = measure.heaviest().into_iter();
                    let names: Vec<&str> =
                        heavy.map(|issue| scene.text(&scene.shared.issues[issue].title)).collect();
                    words.with("briefing-cares", &[("issues", &names.join(", "))])
                }
                Measure::Pillar(pillar, _) => words
                    .with("briefing-cares", &[("issues", &scene.get(&format!("pillar-{}", pillar.name())))]),
            };
            let known = view.consulted.contains(&no);
            note(ui, palette, if known { format!("{cares} \u{2713}") } else { cares });
        }
    });
    if !short {
        ui.add_space(8.0);
        values_card(ui, scene, view);
    }
}

/// What every option is worth to this country.
fn values_card(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>) {
    let palette = scene.look.palette;
    card(ui, palette, |ui| {
        overline(ui, palette, &scene.get("briefing-values"));
        for (issue, it) in scene.shared.issues.iter().enumerate() {
            if it.kind != Kind::Substance || !view.in_play(issue) {
                continue;
            }
            ui.label(strong(scene.text(&it.title)));
            for (option, choice) in it.options.iter().enumerate() {
                let points = view.parts[issue][option] as f64 / 100.0;
                row(ui, scene.text(&choice.label), scene.look.words.num(points, 1));
            }
            ui.add_space(4.0);
        }
    });
}
