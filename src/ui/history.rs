//! The history of the offers as this seat sees it: own utility alone, and any two packages compared.

use super::dance::legible;
use super::parts::{Scene, note, overline, sign, strong, third_sign};
use super::theme::size;
use crate::rules::{OfferKind, OfferNo};
use crate::scenario::{Deal, Seat};
use crate::view::View;
use egui::{ComboBox, RichText, ScrollArea, Ui};
use egui_plot::{
    AxisHints, HLine, HoverPosition, Line, LineStyle, MarkerShape, Plot, PlotPoints, Points as Dots,
    uniform_grid_spacer,
};

/// Which two packages are compared; `None` is the draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pair {
    left: Option<OfferNo>,
    right: Option<OfferNo>,
    /// Whether a person chose them; else they follow the newest offers.
    chosen: bool,
}

/// Draws the graph and the comparison.
pub(super) fn history_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, draft: &Deal, pair: &mut Pair) {
    ScrollArea::vertical().id_salt("history").auto_shrink(false).show(ui, |ui| {
        overline(ui, scene.look.palette, &scene.get("history-title"));
        if view.offers.is_empty() {
            note(ui, scene.look.palette, scene.get("history-empty"));
        } else {
            graph_ui(ui, scene, view);
        }
        ui.add_space(10.0);
        overline(ui, scene.look.palette, &scene.get("history-compare"));
        compare_ui(ui, scene, view, draft, pair);
    });
}

/// Own utility of every package, one after the other.
fn graph_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let worth = |deal: &Deal| 100.0 * view.worth(deal);
    let of = |wanted: &dyn Fn(&crate::rules::Offer) -> bool| -> Vec<[f64; 2]> {
        let offers = view.offers.iter().filter(|offer| wanted(offer));
        offers.map(|offer| [f64::from(offer.no), worth(&offer.deal)]).collect()
    };
    let target = view.preparation.as_ref().and_then(|it| it.target);
    let last = view.offers.last().map_or(0, |offer| offer.no);
    let plot = Plot::new("history")
        .height(190.0)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_boxed_zoom(false)
        .show_x(false)
        .include_y(0.0)
        .include_y(100.0)
        .include_x(0.5)
        .include_x(f64::from(last) + 0.5)
        .custom_x_axes(vec![legible(AxisHints::new_x(), palette).label(scene.get("history-axis")).formatter(
            |mark, _| if mark.value.fract() == 0.0 { format!("{:.0}", mark.value) } else { String::new() },
        )])
        .custom_y_axes(vec![legible(AxisHints::new_y(), palette)])
        .y_grid_spacer(uniform_grid_spacer(|_| [25.0, 50.0, 100.0]))
        .label_formatter(|hover| match hover {
            HoverPosition::NearDataPoint { position, .. } => {
                Some(format!("{:.0}: {}", position.x, words.num(position.y, 1)))
            }
            HoverPosition::Elsewhere { .. } => None,
        });
    let shown = plot.show(ui, |plot| {
        let batna = view.batna as f64 / 100.0;
        plot.hline(HLine::new("BATNA", batna).color(palette.ink).style(LineStyle::dashed_dense()));
        if let Some(target) = target {
            let line = HLine::new(scene.get("history-target"), f64::from(target));
            plot.hline(line.color(palette.brass).style(LineStyle::dotted_dense()));
        }
        for seat in Seat::ALL {
            let formal = of(&|offer| offer.by == Some(seat) && offer.kind == OfferKind::Formal);
            let line: PlotPoints<'static> = formal.iter().copied().collect();
            let shape = if seat == Seat::First { MarkerShape::Up } else { MarkerShape::Circle };
            let name = scene.name(seat).to_owned();
            plot.line(Line::new(name.clone(), line).color(scene.colours[seat]).width(1.5));
            plot.points(Dots::new(name, formal).shape(shape).radius(6.0).color(scene.colours[seat]));
            let explored = of(&|offer| offer.by == Some(seat) && offer.kind == OfferKind::Exploratory);
            let dots = Dots::new(scene.get("frontier-explored"), explored).shape(shape).radius(6.0);
            plot.points(dots.filled(false).color(scene.colours[seat]));
        }
        let texts = of(&|offer| offer.by.is_none());
        let dots = Dots::new(scene.get("frontier-text"), texts).shape(MarkerShape::Square).radius(6.0);
        plot.points(dots.color(palette.brass));
    });
    let told: Vec<String> = view
        .offers
        .iter()
        .map(|offer| {
            let by = offer.by.map_or_else(|| scene.get("frontier-text"), |seat| scene.name(seat).to_owned());
            format!("{}. {by}: {}", offer.no, words.num(worth(&offer.deal), 0))
        })
        .collect();
    let name = format!("{}: {}", scene.get("history-title"), told.join("; "));
    shown.response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Image, true, &name));
    ui.horizontal_wrapped(|ui| {
        for seat in Seat::ALL {
            sign(ui, scene.colours, seat);
            note(ui, palette, scene.name(seat));
        }
        if view.text().is_some() {
            third_sign(ui, palette);
            note(ui, palette, scene.get("frontier-text"));
        }
        note(ui, palette, scene.get("history-batna"));
        if target.is_some() {
            note(ui, palette, scene.get("history-aimed"));
        }
    });
}

fn compare_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, draft: &Deal, pair: &mut Pair) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    if !pair.chosen {
        pair.left = None;
        pair.right = view.position(view.seat.other()).or(view.position(view.seat)).map(|offer| offer.no);
    }
    for (right, key) in [(false, "history-left"), (true, "history-right")] {
        let label = ui.label(scene.get(key));
        let chosen = if right { &mut pair.right } else { &mut pair.left };
        let before = *chosen;
        ComboBox::from_id_salt(key)
            .width(ui.available_width() - 12.0)
            .truncate()
            .selected_text(package_name(scene, view, *chosen))
            .show_ui(ui, |ui| {
                ui.selectable_value(chosen, None, package_name(scene, view, None));
                for offer in view.offers.iter().rev() {
                    ui.selectable_value(chosen, Some(offer.no), package_name(scene, view, Some(offer.no)));
                }
            })
            .response
            .labelled_by(label.id);
        pair.chosen |= *chosen != before;
    }
    let deal = |no: Option<OfferNo>| no.and_then(|no| view.offer(no)).map_or(draft, |offer| &offer.deal);
    let (left, right) = (deal(pair.left), deal(pair.right));
    let by = 100.0 * (view.worth(right) - view.worth(left));
    let total = words.with(
        "history-difference",
        &[
            ("left", &words.num(100.0 * view.worth(left), 1)),
            ("right", &words.num(100.0 * view.worth(right), 1)),
            ("by", &words.signed(by, 1)),
        ],
    );
    ui.label(strong(total));
    let mut same = true;
    for issue in view.treaty_order() {
        if !view.in_play(issue) || left[issue] == right[issue] {
            continue;
        }
        same = false;
        let part = |option: usize| view.parts[issue][option] as f64 / 100.0;
        let by = words.signed(part(right[issue]) - part(left[issue]), 1);
        super::parts::row(ui, strong(scene.text(&scene.shared.issues[issue].title)).size(15.0), by.as_str());
        let name = |option: usize| scene.text(&scene.shared.choice(issue, option).label);
        ui.label(
            RichText::new(format!("{} \u{2192} {}", name(left[issue]), name(right[issue])))
                .size(size::SMALL)
                .color(palette.muted),
        );
        ui.add_space(3.0);
    }
    if same {
        note(ui, palette, scene.get("history-same"));
    }
}

fn package_name(scene: &Scene<'_>, view: &View<'_>, no: Option<OfferNo>) -> String {
    let words = scene.look.words;
    let Some(offer) = no.and_then(|no| view.offer(no)) else { return scene.get("history-draft") };
    let by = match (offer.by, offer.kind) {
        (None, _) => scene.get("frontier-text"),
        (Some(seat), OfferKind::Exploratory) => {
            format!("{} ({})", scene.name(seat), scene.get("frontier-explored"))
        }
        (Some(seat), _) => scene.name(seat).to_owned(),
    };
    words.with("history-offer", &[("no", &offer.no.to_string()), ("by", &by)])
}
