//! The end of the talks: signing, ratification, the mediator's better package, or parting.

use super::parts::{Mark, Scene, card, heading, note, primary, row, scale, secondary, serif, strong};
use super::preparation::order_ui;
use super::theme::{self, size};
use crate::rules::{Command, Ending};
use crate::scenario::{Deal, IssueNo, Kind, PerSeat, Seat};
use crate::scoring::insight::points_of_order;
use crate::scoring::substance::suffices;
use crate::view::View;
use egui::{FontId, RichText, ScrollArea, Ui};

/// The text that waits for signatures. `order` is the last guess of the other side's priorities.
pub(super) fn signature_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    deal: &Deal,
    signed: PerSeat<bool>,
    order: &mut Vec<IssueNo>,
    guessed: &mut bool,
) -> Option<Command> {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let mut command = None;
    super::parts::title(ui, &scene.get("signature-title"));
    let height = ui.available_height() - 64.0;
    ScrollArea::vertical().max_height(height).auto_shrink(false).show(ui, |ui| {
        super::parts::page_keys(ui);
        super::parts::columns::<2>(ui, 14.0, |ui, column| {
            if column == 0 {
                text_ui(ui, scene, view, deal);
                return;
            }
            card(ui, palette, |ui| {
                worth_ui(ui, scene, view, deal);
                form_ui(ui, scene, view, deal);
            });
            ui.add_space(8.0);
            card(ui, palette, |ui| home_ui(ui, scene, view, deal));
            ui.add_space(8.0);
            card(ui, palette, |ui| {
                heading(ui, &words.with("preparation-guess", &[("country", scene.name(view.seat.other()))]));
                note(ui, palette, scene.get("signature-guess-note"));
                *guessed |= order_ui(ui, scene, order);
            });
        });
    });
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if signed[view.seat] {
            ui.label(scene.get("signature-waits"));
        } else {
            let sign = primary(ui, palette, &scene.get("signature-sign"));
            super::guide::place(ui.ctx(), "sign", sign.rect.expand(6.0));
            if sign.clicked() {
                let guess = guessed.then(|| points_of_order(order, scene.shared.issues.len()));
                command = Some(Command::Sign(guess));
            }
        }
    });
    command
}

/// What a text that may bind is worth to this seat, against its BATNA and its target.
pub(super) fn worth_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, deal: &Deal) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let batna = view.batna as f32 / 10_000.0;
    let worth = words.num(100.0 * view.worth(deal), 1);
    let mut marks = vec![Mark::line(batna, palette.ink)];
    let mut legend = words.with("standing-batna", &[("batna", &words.num(f64::from(batna) * 100.0, 0))]);
    if let Some(target) = view.preparation.as_ref().and_then(|it| it.target) {
        marks.push(Mark::diamond(target as f32 / 100.0, palette.brass));
        legend.push_str(" \u{b7} ");
        legend.push_str(&words.with("standing-target", &[("target", &target.to_string())]));
    }
    row(ui, strong(scene.get("signature-worth")), strong(&worth));
    let name = format!("{}: {worth}", scene.get("signature-worth"));
    scale(ui, palette, &name, view.worth(deal) as f32, scene.colours[view.seat], &marks);
    note(ui, palette, legend);
    if view.utility(deal) < view.batna {
        let warning = format!("\u{2193} {}", scene.get("signature-below"));
        ui.label(RichText::new(warning).color(palette.bad));
    }
    for (issue, option) in view.crossed(deal) {
        let label = scene.text(&scene.shared.choice(issue, option).label);
        let text = words.with("standing-red-line", &[("option", label)]);
        ui.label(RichText::new(format!("{} {text}", egui_phosphor::regular::PROHIBIT)).color(palette.bad));
    }
}

/// What the legal form of the text brings and costs.
fn form_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, deal: &Deal) {
    let words = scene.look.words;
    for (issue, it) in scene.shared.issues.iter().enumerate() {
        let choice = scene.shared.choice(issue, deal[issue]);
        match it.kind {
            Kind::Instrument => {
                let form = words.with("signature-form", &[("form", scene.text(&choice.label))]);
                ui.label(strong(format!("{} {form}", egui_phosphor::regular::SEAL_CHECK)));
                let share = words.percent(f64::from(choice.obligation) / 100.0);
                ui.label(words.with("signature-obligation", &[("share", &share)]));
                let (_, quota) = view.backing(deal);
                ui.label(words.with("signature-quota", &[("quota", &words.percent(quota))]));
            }
            Kind::Clauses if view.in_play(issue) => {
                let clauses = words.with("signature-clauses", &[("label", scene.text(&choice.label))]);
                ui.label(strong(format!("{} {clauses}", egui_phosphor::regular::LIST_CHECKS)));
            }
            _ => {}
        }
    }
}

/// Ratification as a count of the groups at home.
fn home_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, deal: &Deal) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    heading(ui, &scene.get("signature-home"));
    let opinions = view.opinions(deal);
    let agree = opinions.iter().filter(|opinion| opinion.agrees).count();
    let (support, quota) = view.backing(deal);
    let enough = suffices(support, quota);
    let colour = if enough { palette.good } else { palette.bad };
    let votes = words.with(
        "signature-votes",
        &[
            ("agree", &agree.to_string()),
            ("groups", &opinions.len().to_string()),
            ("support", &words.percent(support)),
        ],
    );
    ui.label(strong(&votes));
    scale(ui, palette, &votes, support as f32, colour, &[Mark::line(quota as f32, palette.ink)]);
    let key = if enough { "standing-enough" } else { "standing-short" };
    let verdict = words.with(key, &[("support", &words.percent(support)), ("quota", &words.percent(quota))]);
    ui.label(RichText::new(verdict).color(colour));
    for (group, opinion) in view.brief.groups.iter().zip(&opinions) {
        let (mark, colour) = if opinion.agrees {
            (egui_phosphor::regular::CHECK, palette.good)
        } else {
            (egui_phosphor::regular::X, palette.bad)
        };
        let name = RichText::new(format!("{mark} {}", scene.text(&group.name))).color(colour);
        row(ui, name, words.percent(opinion.influence));
    }
    note(ui, palette, scene.get("signature-home-note"));
}

/// The treaty as it would be signed.
fn text_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, deal: &Deal) {
    card(ui, scene.look.palette, |ui| {
        let words = scene.look.words;
        ui.vertical_centered(|ui| {
            ui.allocate_ui_with_layout(
                egui::vec2(112.0, 48.0),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.spacing_mut().item_spacing.x = 16.0;
                    for seat in Seat::ALL {
                        super::parts::crest(ui, scene, seat, 46.0);
                    }
                },
            );
            let names = words.with(
                "treaty-between",
                &[("first", scene.name(Seat::First)), ("second", scene.name(Seat::Second))],
            );
            ui.label(RichText::new(names).font(FontId::new(size::HEADING, theme::serif_strong())));
        });
        let mut number = 0;
        for issue in view.treaty_order() {
            if !view.in_play(issue) {
                continue;
            }
            number += 1;
            let title = scene.text(&scene.shared.issues[issue].title);
            let name = words.with("treaty-article", &[("number", &number.to_string()), ("title", title)]);
            ui.label(RichText::new(name).font(FontId::new(size::BODY, theme::serif_strong())));
            ui.label(serif(scene.text(&scene.shared.choice(issue, deal[issue]).article)));
            ui.add_space(4.0);
        }
    });
}

/// The better package that the mediator found: take it, or keep what was signed.
pub(super) fn better_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    deal: &Deal,
    better: &Deal,
    answered: PerSeat<bool>,
) -> Option<Command> {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let mut command = None;
    super::parts::title(ui, &scene.get("better-title"));
    ui.label(scene.get("better-note"));
    ui.add_space(8.0);
    // The text may be long and the window low; the two answers stay in sight.
    let height = (ui.available_height() - 64.0).max(120.0);
    ScrollArea::vertical().id_salt("better").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        card(ui, palette, |ui| {
            let before = words.num(100.0 * view.worth(deal), 1);
            let after = words.num(100.0 * view.worth(better), 1);
            heading(ui, &words.with("better-worth", &[("before", &before), ("after", &after)]));
            for (issue, option) in better.choices().filter(|(issue, option)| deal[*issue] != *option) {
                ui.label(strong(scene.text(&scene.shared.issues[issue].title)));
                let old = scene.text(&scene.shared.choice(issue, deal[issue]).label);
                let new = scene.text(&scene.shared.choice(issue, option).label);
                ui.label(format!("{old}  \u{2192}  {new}"));
                ui.add_space(4.0);
            }
        });
        note(ui, palette, scene.get("better-secret"));
    });
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        if answered[view.seat] {
            ui.label(scene.get("signature-waits"));
            return;
        }
        if primary(ui, palette, &scene.get("better-take")).clicked() {
            command = Some(Command::AnswerBetter(true));
        }
        if secondary(ui, &scene.get("better-keep")).clicked() {
            command = Some(Command::AnswerBetter(false));
        }
    });
    command
}

/// How the talks ended, in a few words, before any number.
pub(super) fn ending_ui(ui: &mut Ui, scene: &Scene<'_>, ending: Ending, ratified: Option<bool>) {
    let words = scene.look.words;
    let text = match ending {
        Ending::Agreed if ratified == Some(false) => scene.get("ending-not-ratified"),
        Ending::Agreed => scene.get("ending-agreed"),
        Ending::Left(seat) => words.with("ending-left", &[("country", scene.name(seat))]),
        Ending::Deadline => scene.get("ending-deadline"),
        Ending::Collapsed => scene.get("ending-collapsed"),
    };
    let icon = match ending {
        Ending::Agreed if ratified == Some(false) => egui_phosphor::regular::FILE_X,
        Ending::Agreed => egui_phosphor::regular::SEAL_CHECK,
        Ending::Left(_) => egui_phosphor::regular::SIGN_OUT,
        Ending::Deadline => egui_phosphor::regular::HOURGLASS_LOW,
        Ending::Collapsed => egui_phosphor::regular::LINK_BREAK,
    };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(icon).size(40.0).color(scene.look.palette.brass));
        super::parts::title(ui, &text);
    });
}
