//! The dance of offers on a plot: what every package is worth to both, and where the frontier lies.

use super::parts::Scene;
use super::theme::{self, size};
use crate::rules::OfferKind;
use crate::scenario::Seat;
use crate::view::dance::DanceStep;
use egui::{FontId, RichText, Ui};
use egui_plot::{
    HLine, HoverPosition, Legend, Line, LineStyle, MarkerShape, Plot, PlotPoint, PlotPoints, Points as Dots,
    Text, VLine,
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
    /// What was agreed.
    pub deal: Option<[f64; 2]>,
    /// The package at a point that the pointer is on, in words.
    pub about: &'a dyn Fn([f64; 2]) -> Option<String>,
    /// Words at the newest package, if it is to be named.
    pub newest: Option<&'a str>,
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
    let legend = Legend::default().text_style(egui::TextStyle::Small);
    Plot::new(dance.id)
        .height(dance.height)
        .legend(legend.position(egui_plot::Corner::LeftBottom))
        .allow_scroll(false)
        .include_x(0.0)
        .include_x(105.0)
        .include_y(0.0)
        .include_y(105.0)
        .x_axis_label(words.with("frontier-axis", &[("country", &names[0])]))
        .y_axis_label(words.with("frontier-axis", &[("country", &names[1])]))
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
                        .shape(MarkerShape::Square)
                        .radius(6.0)
                        .color(palette.care),
                );
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
}
