//! A version in numbers: room, frontier, what can be traded, what to think about, and what a class would
//! make of it.

use super::{Choice, Given};
use crate::scenario::problem::Severity;
use crate::scenario::{IssueNo, Seat};
use crate::ui::dance::{Dance, dance_plot_ui};
use crate::ui::parts::{
    Scene, card, columns, heading, heading_term, note, overline, overline_term, primary_if, row, scale,
    strong,
};
use crate::workshop::{Balance, Class};
use egui::{RichText, ScrollArea, Ui};
use egui_phosphor::regular as icon;
use egui_plot::MarkerShape;

/// The height of the plot with its legend.
const PLOT: f32 = 430.0;

pub(super) fn balance_ui(ui: &mut Ui, given: &Given<'_>, scene: &Scene<'_>) -> Option<Choice> {
    let mut choice = None;
    let Some(balance) = given.file.balance() else {
        ui.label(scene.get("workshop-reckoning"));
        return None;
    };
    ScrollArea::vertical().id_salt("balance").auto_shrink(false).show(ui, |ui| {
        columns::<2>(ui, 14.0, |ui, at| {
            if at == 0 {
                card(ui, scene.look.palette, |ui| facts_ui(ui, scene, balance));
                ui.add_space(8.0);
                card(ui, scene.look.palette, |ui| lints_ui(ui, scene, balance));
            } else {
                card(ui, scene.look.palette, |ui| {
                    heading_term(ui, scene.look, &scene.get("workshop-frontier"), "pareto");
                    plot_ui(ui, scene, balance, given.file.class().map(|(class, _)| class));
                });
                ui.add_space(8.0);
                card(ui, scene.look.palette, |ui| choice = class_ui(ui, given, scene));
            }
        });
    });
    choice
}

/// A fact that may need two lines, and its number.
fn fact(ui: &mut Ui, name: &str, value: String) {
    ui.horizontal_wrapped(|ui| {
        ui.label(format!("{name}:"));
        ui.label(strong(value));
    });
}

fn facts_ui(ui: &mut Ui, scene: &Scene<'_>, balance: &Balance) {
    let words = scene.look.words;
    let whole = |value: u128| words.num(value as f64, 0);
    heading(ui, &scene.get("workshop-room"));
    fact(ui, &scene.get("cli-fact-packages"), whole(balance.packages));
    let room = words.room(balance.room, balance.room_share);
    fact(ui, &scene.get("cli-fact-room"), room);
    fact(ui, &scene.get("cli-fact-frontier"), balance.frontier.len().to_string());
    if let Some(potential) = balance.potential {
        fact(ui, &scene.get("cli-fact-potential"), words.num(potential, 2));
    }
    if let Some(passing) = balance.passing {
        fact(ui, &scene.get("cli-fact-passing"), whole(u128::from(passing)));
    }
    if balance.marks.is_empty() {
        ui.label(RichText::new(scene.get("cli-no-deal")).color(scene.look.palette.bad));
    }
    for mark in &balance.marks {
        ui.add_space(4.0);
        overline(ui, scene.look.palette, &scene.get(mark.key));
        for seat in Seat::ALL {
            row(ui, scene.name(seat), strong(words.num(mark.at[seat.index()], 0)));
        }
        row(ui, scene.get("workshop-efficiency"), strong(words.percent(mark.efficiency)));
        note(ui, scene.look.palette, &mark.package);
    }
    let title = |issue: IssueNo| scene.text(&scene.shared.issues[issue].title);
    if !balance.logrolls.is_empty() {
        ui.add_space(4.0);
        overline_term(ui, scene.look, &scene.get("workshop-logrolls"), "logrolling");
        for &(one, other) in &balance.logrolls {
            ui.label(format!("{} \u{2194} {}", title(one), title(other)));
        }
    }
    if !balance.compatible.is_empty() {
        ui.add_space(4.0);
        overline(ui, scene.look.palette, &scene.get("workshop-compatible"));
        for &issue in &balance.compatible {
            ui.label(title(issue));
        }
    }
}

/// What the author should know, each with what it means for a lesson.
fn lints_ui(ui: &mut Ui, scene: &Scene<'_>, balance: &Balance) {
    let palette = scene.look.palette;
    heading(ui, &scene.get("workshop-lints"));
    if balance.lints.is_empty() {
        let text = format!("{} {}", icon::CHECK_CIRCLE, scene.get("cli-no-lints"));
        ui.label(RichText::new(text).color(palette.good));
    }
    for lint in &balance.lints {
        let (sign, colour) = if lint.severity == Severity::Error {
            (icon::WARNING_OCTAGON, palette.bad)
        } else {
            (icon::WARNING, palette.care)
        };
        let found = scene.phrase(&lint.finding);
        ui.label(strong(format!("{sign} {}: {found}", lint.id)).color(colour));
        ui.label(scene.get(&format!("teach-{}", lint.id.to_lowercase())));
        ui.add_space(4.0);
    }
}

/// The frontier with its named points, and the pairs of the class that was simulated.
pub(super) fn plot_ui(ui: &mut Ui, scene: &Scene<'_>, balance: &Balance, class: Option<&Class>) {
    let shapes = [MarkerShape::Diamond, MarkerShape::Square];
    let marks: Vec<_> =
        balance.marks.iter().zip(shapes).map(|(mark, shape)| (mark.key, mark.at, shape)).collect();
    let words = scene.look.words;
    let about = |at: [f64; 2]| {
        let mark = balance.marks.iter().find(|mark| mark.at == at).map(|mark| mark.package.as_str());
        Some(format!("{} / {}\n{}", words.num(at[0], 1), words.num(at[1], 1), mark.unwrap_or_default()))
    };
    let dance = Dance {
        id: "weighed",
        height: PLOT,
        all: &balance.frontier,
        harm_free: &balance.harm_free,
        batna: balance.batna,
        marks: &marks,
        steps: &[],
        spots: &[],
        pairs: class.map_or(&[], |class| class.agreed.as_slice()),
        deal: None,
        about: &about,
        newest: None,
    };
    dance_plot_ui(ui, scene, &dance);
}

/// What a class of counterparts made of it.
fn class_ui(ui: &mut Ui, given: &Given<'_>, scene: &Scene<'_>) -> Option<Choice> {
    let words = scene.look.words;
    let palette = scene.look.palette;
    let file = given.file;
    heading(ui, &scene.get("workshop-class"));
    note(ui, palette, scene.get("workshop-class-says"));
    let asked = primary_if(ui, palette, &scene.get("workshop-class-play"), !file.simulates()).clicked();
    if file.simulates() {
        ui.label(scene.get("workshop-class-plays"));
    }
    let choice = asked.then_some(Choice::Simulate);
    let Some((class, current)) = file.class() else { return choice };
    if !current {
        let text = format!("{} {}", icon::WARNING, scene.get("workshop-class-old"));
        ui.label(RichText::new(text).color(palette.care));
    }
    let sum = &class.sum;
    ui.add_space(4.0);
    ui.label(strong(words.with("cli-class-title", &[("pairs", &sum.pairs.to_string())])));
    for (key, share) in [
        ("cli-class-agreed", sum.agreed),
        ("cli-class-efficiency", sum.efficiency),
        ("cli-class-beneficial", sum.beneficial),
    ] {
        bar(ui, scene, &scene.get(key), share, palette.primary);
    }
    ui.add_space(4.0);
    ui.label(scene.get("cli-class-failing"));
    for (at, share) in sum.failing.iter().enumerate() {
        let name = format!("C{} {}", at + 1, scene.get(&format!("check-{}", at + 1)));
        bar(ui, scene, &name, *share, palette.care);
    }
    ui.add_space(4.0);
    ui.label(scene.get("cli-class-seats"));
    for seat in Seat::ALL {
        bar(ui, scene, scene.name(seat), sum.gamma[seat.index()], scene.colours[seat]);
    }
    let key = if sum.is_alike() { "cli-class-fair" } else { "cli-class-unfair" };
    let apart = words.num(100.0 * sum.fairness().abs(), 1);
    ui.label(words.with(key, &[("difference", &apart)]));
    choice
}

/// A share with its name and a bar.
fn bar(ui: &mut Ui, scene: &Scene<'_>, name: &str, share: f64, colour: egui::Color32) {
    let value = scene.look.words.percent(share);
    row(ui, name, strong(value.as_str()));
    scale(ui, scene.look.palette, &format!("{name}: {value}"), share as f32, colour, &[]);
}
