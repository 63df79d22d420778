//! Preparation: a target, a guess of the other side's priorities, principles and aims.

use super::parts::{Scene, card, heading, heading_term, note, primary, scale, secondary, slider, strong};
use crate::rules::{Command, Preparation};
use crate::scenario::IssueNo;
use crate::scoring::insight::points_of_order;
use crate::view::View;
use egui::{ScrollArea, Slider, Ui};

/// What is fixed so far.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// The target, in hundredths.
    pub target: i32,
    /// The other side's issues, the most important first, as guessed.
    pub order: Vec<IssueNo>,
    /// Whether the order was touched: an untouched one is no guess.
    pub guessed: bool,
    /// Principles for the preamble.
    pub preamble: Vec<u8>,
    /// Aims.
    pub aims: Vec<u8>,
}

impl Plan {
    pub(super) fn new(view: &View<'_>) -> Self {
        Self {
            target: view.usual_target(),
            order: view.guessable(),
            guessed: false,
            preamble: Vec::new(),
            aims: Vec::new(),
        }
    }

    /// The plan as a preparation.
    pub(super) fn preparation(&self, view: &View<'_>) -> Preparation {
        Preparation {
            target: Some(self.target),
            guess: self.guessed.then(|| points_of_order(&self.order, view.shared.issues.len())),
            preamble: self.preamble.clone(),
            aims: self.aims.clone(),
        }
    }
}

/// What the preparation leads to.
#[derive(Clone, Debug)]
pub(super) enum Choice {
    /// The plan is fixed.
    Ready(Command),
    /// Back to the briefing.
    Briefing,
}

pub(super) fn preparation_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    plan: &mut Plan,
) -> Option<Choice> {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let mut choice = None;
    super::parts::title(ui, &scene.get("preparation-title"));
    let height = ui.available_height() - 60.0;
    ScrollArea::vertical().max_height(height).auto_shrink(false).show(ui, |ui| {
        super::parts::page_keys(ui);
        super::parts::columns::<2>(ui, 14.0, |ui, column| {
            if column == 1 {
                principles_and_aims(ui, scene, plan);
                return;
            }
            card(ui, palette, |ui| {
                heading_term(ui, scene.look, &scene.get("preparation-target"), "target");
                note(ui, palette, scene.get("preparation-target-note"));
                let label = ui.label(scene.get("preparation-target-label"));
                slider(ui, palette, true, Slider::new(&mut plan.target, 0..=100)).labelled_by(label.id);
                let batna = view.batna as f32 / 10_000.0;
                let mark = super::parts::Mark::line(batna, palette.ink);
                scale(
                    ui,
                    palette,
                    &words.with("preparation-scale", &[("target", &plan.target.to_string())]),
                    plan.target as f32 / 100.0,
                    palette.brass,
                    &[mark],
                );
                note(
                    ui,
                    palette,
                    words.with("preparation-batna", &[("batna", &words.num(f64::from(batna) * 100.0, 0))]),
                );
            });
            ui.add_space(8.0);
            card(ui, palette, |ui| {
                heading(ui, &words.with("preparation-guess", &[("country", scene.name(view.seat.other()))]));
                note(ui, palette, scene.get("preparation-guess-note"));
                plan.guessed |= order_ui(ui, scene, &mut plan.order);
            });
        });
    });
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if secondary(ui, &scene.get("preparation-back")).clicked() {
            choice = Some(Choice::Briefing);
        }
        let ready = primary(ui, palette, &scene.get("preparation-ready"));
        super::guide::place(ui.ctx(), "ready", ready.rect.expand(6.0));
        if ready.clicked() {
            choice = Some(Choice::Ready(Command::Prepare(plan.preparation(view))));
        }
    });
    choice
}

fn principles_and_aims(ui: &mut Ui, scene: &Scene<'_>, plan: &mut Plan) {
    let palette = scene.look.palette;
    card(ui, palette, |ui| {
        heading(ui, &scene.get("preparation-aims"));
        note(ui, palette, scene.get("preparation-aims-note"));
        for number in Preparation::AIMS {
            pick(ui, &scene.get(&format!("aim-{number}")), number, &mut plan.aims, Preparation::MOST_AIMS);
        }
    });
    ui.add_space(8.0);
    card(ui, palette, |ui| {
        heading(ui, &scene.get("preparation-preamble"));
        note(ui, palette, scene.get("preparation-preamble-note"));
        for number in Preparation::PRINCIPLES {
            pick(
                ui,
                &scene.get(&format!("principle-{number}")),
                number,
                &mut plan.preamble,
                Preparation::MOST_PRINCIPLES,
            );
        }
    });
}

/// A list that is put in order by dragging or by its arrows; says whether it changed.
pub(super) fn order_ui(ui: &mut Ui, scene: &Scene<'_>, order: &mut Vec<IssueNo>) -> bool {
    let mut moved: Option<(usize, usize)> = None;
    let last = order.len().saturating_sub(1);
    for (place, &issue) in order.iter().enumerate() {
        let name = scene.text(&scene.shared.issues[issue].title);
        let id = egui::Id::new(("order", issue));
        ui.horizontal(|ui| {
            let up = ui.add_enabled(place > 0, egui::Button::new(egui_phosphor::regular::ARROW_UP));
            up.widget_info(|| arrow(&scene.look.words.with("order-up", &[("issue", name)]), place > 0));
            if up.clicked() {
                moved = Some((place, place - 1));
            }
            let down = ui.add_enabled(place < last, egui::Button::new(egui_phosphor::regular::ARROW_DOWN));
            down.widget_info(|| {
                arrow(&scene.look.words.with("order-down", &[("issue", name)]), place < last)
            });
            if down.clicked() {
                moved = Some((place, place + 1));
            }
            let dragged = ui
                .dnd_drag_source(id, place, |ui| {
                    ui.label(strong(format!("{}.", place + 1)));
                    ui.add(egui::Label::new(name).wrap());
                })
                .response;
            if let Some(from) = dragged.dnd_release_payload::<usize>() {
                moved = Some((*from, place));
            }
        });
    }
    let Some((from, to)) = moved else { return false };
    let issue = order.remove(from);
    order.insert(to.min(order.len()), issue);
    true
}

fn arrow(label: &str, enabled: bool) -> egui::WidgetInfo {
    egui::WidgetInfo::labeled(egui::WidgetType::Button, enabled, label)
}

/// A box to tick, as long as no more than `most` are ticked.
fn pick(ui: &mut Ui, label: &str, number: u8, picked: &mut Vec<u8>, most: usize) {
    let mut on = picked.contains(&number);
    let free = on || picked.len() < most;
    if ui.add_enabled(free, egui::Checkbox::new(&mut on, label)).changed() {
        if on {
            picked.push(number);
        } else {
            picked.retain(|other| *other != number);
        }
    }
}
