//! What the class sees of a version on the wall: large enough for the last row, without anybody's points.

use super::{Choice, Given, balance};
use crate::scenario::{Kind, Seat};
use crate::ui::parts::{Scene, card, column, columns, crest, note, sign};
use crate::ui::theme::{self, size};
use egui::{FontId, RichText, ScrollArea, Ui};

/// Wide as the wall, but no wider than can be read.
const WALL: f32 = 1180.0;

pub(super) fn projector_ui(ui: &mut Ui, given: &Given<'_>, scene: &Scene<'_>) -> Option<Choice> {
    let mut choice = None;
    note(ui, scene.look.palette, scene.get("workshop-projector-says"));
    ScrollArea::vertical().id_salt("wall").auto_shrink(false).show(ui, |ui| {
        column(ui, WALL, |ui| {
            card(ui, scene.look.palette, |ui| entrance_ui(ui, scene));
            ui.add_space(8.0);
            card(ui, scene.look.palette, |ui| articles_ui(ui, given, scene));
            ui.add_space(8.0);
            card(ui, scene.look.palette, |ui| choice = results_ui(ui, given, scene));
        });
    });
    choice
}

fn large(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(size::PROJECTOR, theme::strong()))
}

fn plain(text: impl Into<String>) -> RichText {
    RichText::new(text).size(size::PROJECTOR)
}

/// While the class comes in: the title and who meets whom.
fn entrance_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let title = RichText::new(scene.text(&scene.shared.title))
        .font(FontId::new(size::PROJECTOR * 1.3, theme::serif_strong()));
    ui.label(title);
    columns::<2>(ui, 14.0, |ui, at| {
        let seat = Seat::ALL[at];
        ui.horizontal_wrapped(|ui| {
            crest(ui, scene, seat, 56.0);
            sign(ui, scene.colours, seat);
            ui.label(large(scene.name(seat)).color(scene.colours[seat]));
        });
    });
    let minutes = scene.shared.timing.minutes.to_string();
    ui.label(plain(scene.look.words.with("workshop-projector-minutes", &[("minutes", &minutes)])));
}

/// In the debrief: what could be chosen, and how many pairs chose it.
fn articles_ui(ui: &mut Ui, given: &Given<'_>, scene: &Scene<'_>) {
    ui.label(large(scene.get("workshop-projector-articles")));
    let class = given.file.class().filter(|(_, current)| *current).map(|(class, _)| class);
    for (no, issue) in scene.shared.issues.iter().enumerate() {
        if issue.reserve || issue.kind != Kind::Substance {
            continue;
        }
        ui.add_space(6.0);
        ui.label(large(scene.text(&issue.title)));
        for (option, choice) in issue.options.iter().enumerate() {
            let label = scene.text(&choice.label);
            let chosen = class.map(|class| class.chosen(no, option));
            let text = chosen.map_or_else(
                || format!("\u{2022} {label}"),
                |count| {
                    format!(
                        "\u{2022} {label} \u{2013} {}",
                        scene.look.words.count("workshop-projector-pairs", count)
                    )
                },
            );
            ui.label(plain(text));
        }
    }
}

/// In the debrief: every result against the frontier.
fn results_ui(ui: &mut Ui, given: &Given<'_>, scene: &Scene<'_>) -> Option<Choice> {
    ui.label(large(scene.get("workshop-projector-results")));
    let Some(numbers) = given.file.balance() else {
        ui.label(scene.get("workshop-reckoning"));
        return None;
    };
    let class = given.file.class().filter(|(_, current)| *current).map(|(class, _)| class);
    balance::plot_ui(ui, scene, numbers, class);
    if class.is_some() {
        return None;
    }
    let key = if given.file.simulates() { "workshop-class-plays" } else { "workshop-class-play" };
    let asked = crate::ui::parts::secondary_if(ui, &scene.get(key), !given.file.simulates()).clicked();
    asked.then_some(Choice::Simulate)
}
