//! The private questions, before any number is shown.

use super::parts::{Scene, card, column, heading, note, primary, secondary, strong};
use super::preparation::order_ui;
use crate::rules::{Command, Ending, Reflection};
use crate::scenario::IssueNo;
use crate::scoring::insight::points_of_order;
use crate::view::View;
use egui::{ScrollArea, Ui};

/// What is answered so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    /// The answers.
    pub given: Reflection,
    /// The order of the other side's issues.
    pub order: Vec<IssueNo>,
    /// Whether the order was touched.
    pub guessed: bool,
}

pub(super) fn reflection_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    ending: Ending,
    ratified: Option<bool>,
    answers: &mut Answers,
) -> Option<Command> {
    let mut command = None;
    let palette = scene.look.palette;
    column(ui, 860.0, |ui| {
        super::signature::ending_ui(ui, scene, ending, ratified);
        note(ui, palette, scene.get("reflection-note"));
        let height = ui.available_height() - 60.0;
        ScrollArea::vertical().max_height(height).auto_shrink(false).show(ui, |ui| {
            super::parts::page_keys(ui);
            card(ui, palette, |ui| {
                heading(ui, &scene.get("reflection-title"));
                let given = &mut answers.given;
                grade(ui, scene, "reflection-result", &mut given.result);
                grade(ui, scene, "reflection-own", &mut given.own);
                grade(ui, scene, "reflection-process", &mut given.process);
                grade(ui, scene, "reflection-again", &mut given.again);
                ui.add_space(4.0);
                ui.label(strong(scene.get("reflection-swap")));
                ui.horizontal(|ui| {
                    ui.radio_value(&mut given.swap, Some(true), scene.get("yes"));
                    ui.radio_value(&mut given.swap, Some(false), scene.get("no"));
                });
            });
            ui.add_space(8.0);
            card(ui, palette, |ui| {
                let words = scene.look.words;
                heading(ui, &words.with("preparation-guess", &[("country", scene.name(view.seat.other()))]));
                answers.guessed |= order_ui(ui, scene, &mut answers.order);
            });
        });
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            if primary(ui, palette, &scene.get("reflection-send")).clicked() {
                let mut given = answers.given.clone();
                given.guess =
                    answers.guessed.then(|| points_of_order(&answers.order, scene.shared.issues.len()));
                command = Some(Command::Reflect(given));
            }
            if secondary(ui, &scene.get("reflection-skip")).clicked() {
                command = Some(Command::Reflect(Reflection::default()));
            }
        });
    });
    command
}

/// A question with an answer from 1 to 5.
fn grade(ui: &mut Ui, scene: &Scene<'_>, key: &str, answer: &mut Option<u8>) {
    ui.add_space(4.0);
    ui.label(strong(scene.get(key)));
    ui.horizontal(|ui| {
        ui.label(scene.get("reflection-low"));
        for value in Reflection::SCALE {
            ui.radio_value(answer, Some(value), value.to_string());
        }
        ui.label(scene.get("reflection-high"));
    });
}
