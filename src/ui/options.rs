//! The options of an article: what each is worth to this country, and what else speaks for or against it.

use super::parts::{Mark, Scene, note, scale};
use super::theme::{self, size};
use crate::scenario::{Deal, IssueNo, Kind, Lock, OptionNo, Phrase};
use crate::view::View;
use egui::{CornerRadius, FontId, Frame, Margin, RichText, Sense, Ui, vec2};

/// The options of an article, with what each is worth to this country.
pub(super) fn options_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    draft: &mut Deal,
    issue: IssueNo,
    editable: bool,
) {
    let palette = scene.look.palette;
    let it = &scene.shared.issues[issue];
    Frame::new()
        .fill(palette.panel)
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            if !it.about.is_empty() {
                note(ui, palette, scene.text(&it.about));
            }
            for option in 0..it.options.len() {
                option_ui(ui, scene, view, draft, issue, option, editable);
            }
        });
}

/// The room that the bar with its points takes, and the least for the words before it, in points.
const BAR: f32 = 202.0;
const WORDS: f32 = 170.0;

/// What an option is worth, as a bar and in points, at the right end of what is left.
fn worth_ui(ui: &mut Ui, scene: &Scene<'_>, name: &str, points: f64, weight: f64, colour: egui::Color32) {
    let palette = scene.look.palette;
    let right = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 20.0), right, |ui| {
        let words = scene.look.words;
        let worth = words.with("treaty-worth", &[("points", &words.num(points, 1))]);
        let (rect, _) = ui.allocate_exact_size(vec2(76.0, 20.0), Sense::hover());
        ui.painter().text(
            rect.right_center(),
            egui::Align2::RIGHT_CENTER,
            worth,
            FontId::proportional(size::SMALL),
            palette.ink,
        );
        let marks: [Mark; 0] = [];
        ui.allocate_ui(vec2(110.0, 14.0), |ui| {
            scale(ui, palette, name, (points / weight) as f32, colour, &marks);
        });
    });
}

fn option_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    draft: &mut Deal,
    issue: IssueNo,
    option: OptionNo,
    editable: bool,
) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let it = &scene.shared.issues[issue];
    let choice = &it.options[option];
    let open = view.open[issue][option];
    let chosen = draft[issue] == option;
    let points = view.parts[issue][option] as f64 / 100.0;
    // One who only watches sees the options without anybody's points.
    let weight = if editable { f64::from(view.brief.weights[issue]) } else { 0.0 };
    // A long option is broken before the bar, not painted over it; where little is left for its words,
    // the bar stands below them.
    let bar = if weight > 0.0 { BAR } else { 0.0 };
    let below = weight > 0.0 && ui.available_width() < BAR + WORDS;
    let worth = |ui: &mut Ui| {
        let name = format!("{}: {}", scene.text(&choice.label), words.num(points, 1));
        worth_ui(ui, scene, &name, points, weight, scene.colours[view.seat]);
    };
    ui.horizontal_top(|ui| {
        let label = RichText::new(scene.text(&choice.label)).font(FontId::new(
            size::BODY,
            if chosen { theme::strong() } else { egui::FontFamily::Proportional },
        ));
        let room = if below { ui.available_width() } else { ui.available_width() - bar };
        let top = egui::Layout::top_down(egui::Align::LEFT);
        ui.allocate_ui_with_layout(vec2(room, 20.0), top, |ui| {
            ui.set_width(room);
            let response = ui.add_enabled(open && editable, egui::RadioButton::new(chosen, label));
            if response.clicked() {
                draft.0[issue] = option;
            }
        });
        if weight > 0.0 && !below {
            worth(ui);
        }
    });
    if below {
        ui.horizontal(|ui| worth(ui));
    }
    ui.indent(("option", issue, option), |ui| {
        let mut remarks: Vec<(String, egui::Color32)> = Vec::new();
        if option == it.status_quo {
            remarks.push((scene.get("treaty-status-quo"), palette.muted));
        }
        if editable && view.brief.red_lines.contains(&(issue, option)) {
            remarks.push((
                format!("{} {}", egui_phosphor::regular::PROHIBIT, scene.get("treaty-red-line")),
                palette.bad,
            ));
        }
        if view.harmful[issue][option] {
            remarks.push((
                format!("{} {}", egui_phosphor::regular::WARNING, scene.get("treaty-harmful")),
                palette.bad,
            ));
        }
        if !open {
            let key = match choice.lock {
                _ if view.fixed.contains_key(&issue) => "treaty-is-fixed",
                Some(Lock::Sweetener) => "treaty-sweetener",
                _ => "treaty-locked",
            };
            remarks.push((format!("{} {}", egui_phosphor::regular::LOCK, scene.get(key)), palette.care));
        } else if choice.lock == Some(Lock::Bridge) {
            remarks.push((
                format!("{} {}", egui_phosphor::regular::LOCK_OPEN, scene.get("treaty-bridge")),
                palette.good,
            ));
        }
        if it.kind == Kind::Instrument {
            let text = words.with(
                "treaty-form",
                &[("obligation", &choice.obligation.to_string()), ("quota", &choice.quota.to_string())],
            );
            remarks.push((text, palette.muted));
        }
        for (sector, met) in &view.brief.stakes[issue][option].meets {
            let text =
                words.with("treaty-meets", &[("sector", &words.sector(*sector)), ("met", &met.to_string())]);
            remarks.push((text, palette.good));
        }
        remarks.extend(effects(scene, view, issue, option).map(|text| (text, palette.muted)));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 16.0;
            ui.spacing_mut().item_spacing = vec2(14.0, 2.0);
            for (text, colour) in remarks {
                ui.label(RichText::new(text).size(size::SMALL).color(colour));
            }
        });
    });
}

/// What an option does to the three pillars, in words.
fn effects(scene: &Scene<'_>, view: &View<'_>, issue: IssueNo, option: OptionNo) -> Option<String> {
    let choice = view.shared.choice(issue, option);
    let list: Vec<String> = crate::scenario::Pillar::ALL
        .into_iter()
        .zip(choice.pillars)
        .filter(|(_, effect)| *effect != 0)
        .map(|(pillar, effect)| {
            let name = scene.phrase(&Phrase::new(match pillar {
                crate::scenario::Pillar::Economy => "pillar-economy",
                crate::scenario::Pillar::Society => "pillar-society",
                crate::scenario::Pillar::Environment => "pillar-environment",
            }));
            format!("{name} {}", scene.look.words.signed(f64::from(effect), 0))
        })
        .collect();
    (!list.is_empty()).then(|| list.join(" \u{b7} "))
}
