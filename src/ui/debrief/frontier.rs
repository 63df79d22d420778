//! The frontier with the dance of offers: both utilities, only now.

use super::Given;
use crate::rules::OfferKind;
use crate::scenario::{Kind, Points};
use crate::scoring::Frontier;
use crate::ui::dance::{Dance, dance_plot_ui};
use crate::ui::parts::{card, heading_term, note, slider, strong};
use crate::view::dance::DanceStep;
use egui::{RichText, Slider, Ui};
use egui_plot::MarkerShape;

pub(super) fn frontier_ui(ui: &mut Ui, given: &Given<'_>, step: &mut Option<usize>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let dance = &given.opened.debrief.dance;
    let shown = step.unwrap_or(dance.len()).min(dance.len());
    ui.horizontal_top(|ui| {
        let side = ui.available_width() * 0.64;
        // Title, slider and axis need their room below and above.
        let height = (ui.clip_rect().height() - 110.0).clamp(390.0, 900.0);
        ui.vertical(|ui| {
            ui.set_width(side);
            heading_term(ui, scene.look, &scene.get("frontier-title"), "pareto");
            plot_ui(ui, given, shown, height);
            if !dance.is_empty() {
                let mut at = shown;
                let label = ui.label(scene.get("frontier-replay"));
                let moved = slider(ui, palette, true, Slider::new(&mut at, 0..=dance.len()));
                if moved.labelled_by(label.id).changed() {
                    *step = Some(at);
                }
            }
        });
        ui.add_space(10.0);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            card(ui, palette, |ui| {
                heading_term(ui, scene.look, &scene.get("frontier-dance"), "dance");
                note(ui, palette, scene.get("frontier-dance-note"));
                dance_ui(ui, given, shown);
            });
        });
    });
}

fn spot(given: &Given<'_>, point: [Points; 2]) -> [f64; 2] {
    point.map(|points| 100.0 * given.case.fraction(points))
}

fn plot_ui(ui: &mut Ui, given: &Given<'_>, shown: usize, height: f32) {
    let references = &given.opened.debrief.report.references;
    let points = |frontier: &Frontier| -> Vec<[f64; 2]> {
        frontier.points.iter().map(|point| spot(given, *point)).collect()
    };
    let at = |no: usize| spot(given, references.frontier.points[no]);
    let marks = if references.zopa {
        vec![
            ("point-nash", at(references.nash), MarkerShape::Diamond),
            ("point-kalai", at(references.kalai_smorodinsky), MarkerShape::Square),
            ("point-egalitarian", at(references.egalitarian), MarkerShape::Up),
            ("point-utilitarian", at(references.utilitarian), MarkerShape::Down),
        ]
    } else {
        Vec::new()
    };
    let steps = &given.opened.debrief.dance[..shown];
    let spots: Vec<[f64; 2]> = steps.iter().map(|step| spot(given, step.utilities)).collect();
    let deal = given.opened.debrief.report.deal.as_ref();
    let about = |at: [f64; 2]| package_at(given, steps, at);
    let dance = Dance {
        id: "frontier",
        height,
        all: &points(&Frontier::open(given.case)),
        harm_free: &points(&references.frontier),
        batna: spot(given, given.case.batna),
        marks: &marks,
        steps,
        spots: &spots,
        pairs: &[],
        deal: deal.map(|deal| spot(given, given.case.utilities(deal))),
        about: &about,
        newest: None,
    };
    dance_plot_ui(ui, &given.scene, &dance);
}

/// The package under the pointer, article by article: an offer of the talks, the deal, or a point of
/// the frontier.
fn package_at(given: &Given<'_>, steps: &[DanceStep], at: [f64; 2]) -> Option<String> {
    let scene = &given.scene;
    let words = scene.look.words;
    let report = &given.opened.debrief.report;
    let here = |point: [Points; 2]| {
        let spot = spot(given, point);
        (spot[0] - at[0]).abs() < 1e-6 && (spot[1] - at[1]).abs() < 1e-6
    };
    let offered = steps.iter().rev().find(|step| here(step.utilities)).map(|step| step.deal.clone());
    let signed = || report.deal.clone().filter(|deal| here(given.case.utilities(deal)));
    let frontier = &report.references.frontier;
    let possible = || frontier.points.iter().position(|point| here(*point)).map(|no| frontier.deal(no));
    let deal = offered.or_else(signed).or_else(possible)?;
    let mut text = format!("{} / {}", words.num(at[0], 1), words.num(at[1], 1));
    for (issue, option) in deal.choices() {
        let it = &scene.shared.issues[issue];
        if it.kind == Kind::Substance && given.case.open[issue].iter().any(|open| *open) {
            let label = scene.text(&it.options[option].label);
            text.push_str(&format!("\n{}: {label}", scene.text(&it.title)));
        }
    }
    Some(text)
}

/// Every step of the dance with its label; the newest first.
fn dance_ui(ui: &mut Ui, given: &Given<'_>, shown: usize) {
    let scene = &given.scene;
    let words = scene.look.words;
    for step in given.opened.debrief.dance[..shown].iter().rev() {
        let point = spot(given, step.utilities);
        ui.horizontal_wrapped(|ui| {
            match step.by {
                Some(seat) => {
                    crate::ui::parts::sign(ui, scene.colours, seat);
                }
                None => {
                    ui.label(egui_phosphor::regular::SCALES);
                }
            }
            ui.label(strong(format!("{}.", step.no)));
            let pair = format!("{} / {}", words.num(point[0], 0), words.num(point[1], 0));
            ui.label(pair);
            let label = match (step.step, step.kind) {
                (_, OfferKind::Exploratory) => scene.get("frontier-explored"),
                (_, OfferKind::Text) => scene.get("frontier-text"),
                (Some(kind), _) => scene.get(&format!("dance-{}", kind.name())),
                (None, _) => scene.get("frontier-first"),
            };
            ui.label(RichText::new(label).color(scene.look.palette.muted));
        });
    }
}
