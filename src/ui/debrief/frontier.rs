//! The frontier with the dance of offers: both utilities, only now.

use super::Given;
use crate::rules::OfferKind;
use crate::scenario::{Points, Seat};
use crate::scoring::Frontier;
use crate::ui::parts::{card, heading, note, strong};
use egui::{RichText, Slider, Ui};
use egui_plot::{HLine, Legend, Line, LineStyle, MarkerShape, Plot, PlotPoints, Points as Dots, VLine};

pub(super) fn frontier_ui(ui: &mut Ui, given: &Given<'_>, step: &mut Option<usize>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let dance = &given.opened.debrief.dance;
    let shown = step.unwrap_or(dance.len()).min(dance.len());
    ui.horizontal_top(|ui| {
        let side = ui.available_width() * 0.64;
        // Title, slider and axis need their room below and above.
        let height = (ui.clip_rect().height() - 110.0).clamp(280.0, 900.0);
        ui.vertical(|ui| {
            ui.set_width(side);
            heading(ui, &scene.get("frontier-title"));
            plot_ui(ui, given, shown, height);
            if !dance.is_empty() {
                let mut at = shown;
                let label = ui.label(scene.get("frontier-replay"));
                let slider = ui.add(Slider::new(&mut at, 0..=dance.len())).labelled_by(label.id);
                if slider.changed() {
                    *step = Some(at);
                }
            }
        });
        ui.add_space(10.0);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            card(ui, palette, |ui| {
                heading(ui, &scene.get("frontier-dance"));
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
    let scene = &given.scene;
    let palette = *scene.look.palette;
    let words = scene.look.words;
    let references = &given.opened.debrief.report.references;
    let all = Frontier::open(given.case);
    let points = |frontier: &Frontier| -> PlotPoints<'static> {
        frontier.points.iter().map(|point| spot(given, *point)).collect()
    };
    let batna = spot(given, given.case.batna);
    let marks = [
        ("point-nash", references.nash, MarkerShape::Diamond),
        ("point-kalai", references.kalai_smorodinsky, MarkerShape::Square),
        ("point-egalitarian", references.egalitarian, MarkerShape::Up),
        ("point-utilitarian", references.utilitarian, MarkerShape::Down),
    ];
    let dance = &given.opened.debrief.dance[..shown];
    let names = Seat::ALL.map(|seat| scene.name(seat).to_owned());
    Plot::new("frontier")
        .height(height)
        .legend(Legend::default().text_style(egui::TextStyle::Small).position(egui_plot::Corner::LeftBottom))
        .allow_scroll(false)
        .include_x(0.0)
        .include_x(105.0)
        .include_y(0.0)
        .include_y(105.0)
        .x_axis_label(words.with("frontier-axis", &[("country", &names[0])]))
        .y_axis_label(words.with("frontier-axis", &[("country", &names[1])]))
        .show(ui, |plot| {
            plot.line(
                Line::new(words.get("frontier-all"), points(&all))
                    .color(palette.muted)
                    .width(1.5)
                    .style(LineStyle::dashed_loose()),
            );
            plot.line(
                Line::new(words.get("frontier-harm-free"), points(&references.frontier))
                    .color(palette.primary)
                    .width(2.5),
            );
            plot.vline(VLine::new("BATNA", batna[0]).color(palette.ink).style(LineStyle::dotted_dense()));
            plot.hline(HLine::new("BATNA", batna[1]).color(palette.ink).style(LineStyle::dotted_dense()));
            if references.zopa {
                for (key, at, shape) in marks {
                    let point = spot(given, references.frontier.points[at]);
                    plot.points(
                        Dots::new(words.get(key), vec![point])
                            .shape(shape)
                            .radius(6.0)
                            .color(palette.brass)
                            .filled(false),
                    );
                }
            }
            for seat in Seat::ALL {
                let of_seat: Vec<[f64; 2]> = dance
                    .iter()
                    .filter(|step| step.by == Some(seat) && step.kind == OfferKind::Formal)
                    .map(|step| spot(given, step.utilities))
                    .collect();
                let shape = if seat == Seat::First { MarkerShape::Up } else { MarkerShape::Circle };
                let name = words.with("frontier-offers", &[("country", &names[seat.index()])]);
                plot.line(Line::new(name.clone(), of_seat.clone()).color(scene.colours[seat]).width(1.5));
                plot.points(Dots::new(name, of_seat).shape(shape).radius(6.0).color(scene.colours[seat]));
            }
            let texts: Vec<[f64; 2]> = dance
                .iter()
                .filter(|step| step.kind == OfferKind::Text)
                .map(|step| spot(given, step.utilities))
                .collect();
            if !texts.is_empty() {
                plot.points(
                    Dots::new(words.get("frontier-text"), texts)
                        .shape(MarkerShape::Square)
                        .radius(6.0)
                        .color(palette.care),
                );
            }
            if let Some(deal) = &given.opened.debrief.report.deal {
                let point = spot(given, given.case.utilities(deal));
                plot.points(
                    Dots::new(words.get("frontier-deal"), vec![point])
                        .shape(MarkerShape::Asterisk)
                        .radius(11.0)
                        .color(palette.good),
                );
            }
        });
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
