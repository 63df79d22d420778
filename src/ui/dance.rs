//! The dance of offers on a plot: what every package is worth to both, and where the frontier lies.

use super::parts::Scene;
use super::theme::{self, Palette, size};
use crate::rules::OfferKind;
use crate::scenario::Seat;
use crate::view::dance::DanceStep;
use egui::{Color32, FontId, Painter, Pos2, RichText, Sense, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::{
    AxisHints, HLine, HoverPosition, Line, LineStyle, MarkerShape, Plot, PlotPoint, PlotPoints,
    Points as Dots, Text, VLine,
};

/// What stands on the plot; every point is a pair of points 0 to 100, the first country's first.
pub(super) struct Dance<'a> {
    /// The name of the plot, which keeps two of them apart.
    pub id: &'static str,
    /// The height in pixels.
    pub height: f32,
    /// The frontier of all packages.
    pub all: &'a [[f64; 2]],
    /// The frontier without serious harm.
    pub harm_free: &'a [[f64; 2]],
    /// What no agreement is worth.
    pub batna: [f64; 2],
    /// Points with a name and a form.
    pub marks: &'a [(&'static str, [f64; 2], MarkerShape)],
    /// The packages so far, with where they lie.
    pub steps: &'a [DanceStep],
    /// Where each of them lies.
    pub spots: &'a [[f64; 2]],
    /// What many pairs agreed on.
    pub pairs: &'a [[f64; 2]],
    /// What was agreed.
    pub deal: Option<[f64; 2]>,
    /// The package at a point that the pointer is on, in words.
    pub about: &'a dyn Fn([f64; 2]) -> Option<String>,
    /// Words at the newest package, if it is to be named.
    pub newest: Option<&'a str>,
}

/// An axis whose numbers do not fade where they stand close together: they are all there, or not at all.
pub(super) fn legible<'a>(axis: AxisHints<'a>, palette: &Palette) -> AxisHints<'a> {
    axis.label_spacing(18.0..=18.5).tick_label_color(palette.ink)
}

pub(super) fn dance_plot_ui(ui: &mut Ui, scene: &Scene<'_>, dance: &Dance<'_>) {
    let palette = *scene.look.palette;
    let words = scene.look.words;
    let names = Seat::ALL.map(|seat| scene.name(seat).to_owned());
    let line = |points: &[[f64; 2]]| -> PlotPoints<'static> { points.iter().copied().collect() };
    let of = |wanted: &dyn Fn(&DanceStep) -> bool| -> Vec<[f64; 2]> {
        let pairs = dance.steps.iter().zip(dance.spots);
        pairs.filter(|(step, _)| wanted(step)).map(|(_, spot)| *spot).collect()
    };
    Plot::new(dance.id)
        // The legend has its room below.
        .height(dance.height - LEGEND)
        .allow_scroll(false)
        .include_x(0.0)
        .include_x(105.0)
        .include_y(0.0)
        .include_y(105.0)
        .custom_x_axes(vec![
            legible(AxisHints::new_x(), &palette)
                .label(words.with("frontier-axis", &[("country", &names[0])])),
        ])
        .custom_y_axes(vec![
            legible(AxisHints::new_y(), &palette)
                .label(words.with("frontier-axis", &[("country", &names[1])])),
        ])
        .label_formatter(|hover| match hover {
            HoverPosition::NearDataPoint { position, .. } => (dance.about)([position.x, position.y]),
            HoverPosition::Elsewhere { .. } => None,
        })
        .show(ui, |plot| {
            plot.line(
                Line::new(words.get("frontier-all"), line(dance.all))
                    .color(palette.muted)
                    .width(1.5)
                    .style(LineStyle::dashed_loose()),
            );
            plot.line(
                Line::new(words.get("frontier-harm-free"), line(dance.harm_free))
                    .color(palette.primary)
                    .width(2.5),
            );
            let [x, y] = dance.batna;
            plot.vline(VLine::new("BATNA", x).color(palette.ink).style(LineStyle::dotted_dense()));
            plot.hline(HLine::new("BATNA", y).color(palette.ink).style(LineStyle::dotted_dense()));
            for (key, at, shape) in dance.marks {
                plot.points(
                    Dots::new(words.get(key), vec![*at])
                        .shape(*shape)
                        .radius(6.0)
                        .color(palette.brass)
                        .filled(false),
                );
            }
            for seat in Seat::ALL {
                let of_seat = of(&|step| step.by == Some(seat) && step.kind == OfferKind::Formal);
                let shape = if seat == Seat::First { MarkerShape::Up } else { MarkerShape::Circle };
                let name = words.with("frontier-offers", &[("country", &names[seat.index()])]);
                plot.line(Line::new(name.clone(), of_seat.clone()).color(scene.colours[seat]).width(1.5));
                plot.points(Dots::new(name, of_seat).shape(shape).radius(6.0).color(scene.colours[seat]));
            }
            let texts = of(&|step| step.kind == OfferKind::Text);
            if !texts.is_empty() {
                plot.points(
                    Dots::new(words.get("frontier-text"), texts)
                        .shape(MarkerShape::Plus)
                        .radius(7.0)
                        .color(palette.care),
                );
            }
            if !dance.pairs.is_empty() {
                let pairs = Dots::new(words.get("frontier-pairs"), line(dance.pairs));
                plot.points(pairs.shape(MarkerShape::Asterisk).radius(6.0).color(palette.good));
            }
            if let Some(deal) = dance.deal {
                plot.points(
                    Dots::new(words.get("frontier-deal"), vec![deal])
                        .shape(MarkerShape::Asterisk)
                        .radius(11.0)
                        .color(palette.good),
                );
            }
            if let (Some(label), Some(&spot)) = (dance.newest, dance.spots.last()) {
                let ring = Dots::new("", vec![spot]).shape(MarkerShape::Circle).radius(11.0);
                plot.points(ring.filled(false).color(palette.ink));
                // Towards the middle, so that the words stay on the plot.
                let side = |at: f64| if at > 50.0 { -1.0 } else { 1.0 };
                let at = PlotPoint::new(spot[0] + 2.5 * side(spot[0]), spot[1] - 4.5);
                let anchor =
                    if spot[0] > 50.0 { egui::Align2::RIGHT_CENTER } else { egui::Align2::LEFT_CENTER };
                let text = RichText::new(label).font(FontId::new(size::BODY, theme::strong()));
                plot.text(
                    Text::new("", at, text.background_color(palette.paper)).color(palette.ink).anchor(anchor),
                );
            }
        });
    legend_ui(ui, scene, dance);
}

/// Room for two lines of the legend.
const LEGEND: f32 = 48.0;

/// What a legend tells by its form.
enum Form {
    Line(LineStyle),
    Marker(MarkerShape),
    Seat(Seat),
}

/// What stands on the plot, each with its own form: not by colour alone.
fn legend_ui(ui: &mut Ui, scene: &Scene<'_>, dance: &Dance<'_>) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let mut entries = vec![
        (words.get("frontier-harm-free"), Form::Line(LineStyle::Solid), palette.primary),
        (words.get("frontier-all"), Form::Line(LineStyle::dashed_loose()), palette.muted),
        ("BATNA".to_owned(), Form::Line(LineStyle::dotted_dense()), palette.ink),
    ];
    // Of a scenario that is only weighed, there are no offers.
    for seat in Seat::ALL.into_iter().filter(|_| !dance.steps.is_empty()) {
        let name = words.with("frontier-offers", &[("country", scene.name(seat))]);
        entries.push((name, Form::Seat(seat), scene.colours[seat]));
    }
    for (key, _, shape) in dance.marks {
        entries.push((words.get(key), Form::Marker(*shape), palette.brass));
    }
    if dance.steps.iter().any(|step| step.kind == OfferKind::Text) {
        entries.push((words.get("frontier-text"), Form::Marker(MarkerShape::Plus), palette.care));
    }
    if !dance.pairs.is_empty() {
        let form = Form::Marker(MarkerShape::Asterisk);
        entries.push((words.get("frontier-pairs"), form, palette.good));
    }
    if dance.deal.is_some() {
        entries.push((words.get("frontier-deal"), Form::Marker(MarkerShape::Asterisk), palette.good));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 2.0);
        ui.spacing_mut().interact_size.y = 18.0;
        for (name, form, colour) in entries {
            entry_ui(ui, &name, &form, colour);
        }
    });
}

/// A form and its name, kept together where lines break.
fn entry_ui(ui: &mut Ui, name: &str, form: &Form, colour: Color32) {
    let ink = ui.visuals().text_color();
    let galley = ui.painter().layout_no_wrap(name.to_owned(), FontId::proportional(size::SMALL), ink);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(34.0, 2.0), Sense::hover());
    let middle = pos2(rect.left() + 11.0, rect.center().y);
    let painter = ui.painter();
    let stroke = Stroke::new(2.0, colour);
    let across = [middle - vec2(10.0, 0.0), middle + vec2(10.0, 0.0)];
    match form {
        Form::Line(LineStyle::Solid) => {
            painter.line_segment(across, stroke);
        }
        Form::Line(LineStyle::Dotted { .. }) => {
            painter.extend(Shape::dotted_line(&across, colour, 4.0, 1.5));
        }
        Form::Line(LineStyle::Dashed { .. }) => {
            painter.extend(Shape::dashed_line(&across, stroke, 6.0, 4.0));
        }
        Form::Seat(seat) => super::parts::paint_sign(painter, middle, 6.0, colour, *seat),
        Form::Marker(shape) => paint_marker(painter, middle, *shape, stroke),
    }
    painter.galley(pos2(rect.left() + 25.0, rect.top() + 1.0), galley, ink);
    let name = name.to_owned();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &name));
}

/// A marker as the plot draws it: empty, but for crosses and stars.
fn paint_marker(painter: &Painter, at: Pos2, shape: MarkerShape, stroke: Stroke) {
    let polygon = |corners: &[(f32, f32)]| {
        let points = corners.iter().map(|&(x, y)| at + 6.0 * vec2(x, y)).collect();
        painter.add(Shape::closed_line(points, stroke));
    };
    let star = |rays: &[(f32, f32)]| {
        for &(x, y) in rays {
            painter.line_segment([at - 7.0 * vec2(x, y), at + 7.0 * vec2(x, y)], stroke);
        }
    };
    match shape {
        MarkerShape::Diamond => polygon(&[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]),
        MarkerShape::Square => polygon(&[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)]),
        MarkerShape::Up => polygon(&[(0.0, -1.0), (0.9, 0.7), (-0.9, 0.7)]),
        MarkerShape::Down => polygon(&[(0.0, 1.0), (0.9, -0.7), (-0.9, -0.7)]),
        MarkerShape::Asterisk => star(&[(0.0, 1.0), (0.87, 0.5), (0.87, -0.5)]),
        _ => star(&[(0.0, 1.0), (1.0, 0.0)]),
    }
}
