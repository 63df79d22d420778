//! What a counterpart believed of the other side, against the truth, and how it came nearer to it.

use super::Given;
use crate::counterpart::{Note, judged};
use crate::scenario::Seat;
use crate::ui::parts::{against_truth, card, heading, note, row, strong, truth_legend};
use crate::ui::theme::size;
use egui::{Align, FontId, Layout, RichText, Sense, Stroke, Ui, pos2, vec2};

/// Priorities and limit of the other side, as believed on this page and as they were.
pub(super) fn beliefs_ui(ui: &mut Ui, given: &Given<'_>, seat: Seat, page: &Note) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let other = seat.other();
    let colour = scene.colours[other];
    let country = scene.name(other);
    let brief = &given.scenario.briefs[other];
    let truth = &brief.weights;
    card(ui, palette, |ui| {
        heading(ui, &words.with("notebook-believed-of", &[("country", country)]));
        if page.weights.len() != truth.len() {
            note(ui, palette, scene.get("notebook-no-belief"));
            return;
        }
        truth_legend(ui, scene, colour);
        let issues = judged(&page.weights, brief, scene.shared);
        let most = issues
            .iter()
            .map(|&issue| page.weights[issue].max(f64::from(truth[issue]) / 100.0))
            .fold(0.01, f64::max);
        for issue in issues {
            let believed = page.weights[issue];
            let real = f64::from(truth[issue]) / 100.0;
            let title = scene.text(&scene.shared.issues[issue].title);
            pair(ui, given, title, believed, real, most, colour);
        }
        if let Some(limit) = page.reservation {
            ui.add_space(4.0);
            let title = scene.get("notebook-limit");
            let real = given.case.fraction(given.case.batna[other.index()]);
            pair(ui, given, &title, limit, real, 1.0, colour);
            note(ui, palette, scene.get("notebook-limit-note"));
        }
    });
}

/// Where a line has less room than this, its bars stand below the name.
const LEAST_LINE: f32 = 420.0;

/// One line: a name, two bars, and both numbers.
fn pair(
    ui: &mut Ui,
    given: &Given<'_>,
    title: &str,
    believed: f64,
    real: f64,
    most: f64,
    colour: egui::Color32,
) {
    let words = given.scene.look.words;
    let numbers = [believed, real].map(|share| words.num(100.0 * share, 0));
    let shown = words.with("notebook-pair", &[("believed", &numbers[0]), ("truth", &numbers[1])]);
    let full = ui.available_width();
    let bars = |ui: &mut Ui| {
        let (believed, truth) = (Some((believed / most) as f32), (real / most) as f32);
        let name = format!("{title}: {shown}");
        against_truth(ui, given.scene.look.palette, &name, believed, truth, colour);
    };
    if full < LEAST_LINE {
        row(ui, RichText::new(title).size(15.0), RichText::new(numbers.join(" / ")).size(15.0));
        bars(ui);
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        let cell = |ui: &mut Ui, width: f32, text: RichText, layout: Layout| {
            ui.allocate_ui_with_layout(vec2(width, 20.0), layout, |ui| {
                ui.set_min_width(width);
                ui.add(egui::Label::new(text).truncate());
            });
        };
        let left = Layout::left_to_right(Align::Center);
        let right = Layout::right_to_left(Align::Center);
        cell(ui, full * 0.46, RichText::new(title).size(15.0), left);
        ui.allocate_ui(vec2(full * 0.36, 20.0), |ui| {
            ui.set_width(full * 0.36);
            bars(ui);
        });
        cell(ui, ui.available_width(), RichText::new(numbers.join(" / ")).size(15.0), right);
    });
}

/// The curve of how well it knew the order of the other side's priorities, page by page.
pub(super) fn curve_ui(ui: &mut Ui, given: &Given<'_>, seat: Seat, at: usize) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let issues = given.scenario.briefs[seat.other()].weights.len();
    // A page without beliefs has no reading, so the pages are counted anew.
    let notes = given.opened.notebooks[seat].iter().enumerate();
    let pages = notes.filter(|(_, note)| note.weights.len() == issues).map(|(page, _)| page);
    let curve: Vec<(usize, f64)> = pages
        .zip(&given.opened.readings[seat])
        .filter_map(|(page, reading)| Some((page, reading.ranking?)))
        .collect();
    let (Some(first), Some(last)) = (curve.first(), curve.last()) else { return };
    card(ui, palette, |ui| {
        heading(ui, &scene.get("notebook-curve"));
        let country = scene.name(seat.other());
        note(ui, palette, words.with("notebook-curve-note", &[("country", country)]));
        let now = curve.iter().rfind(|(page, _)| *page <= at).unwrap_or(first);
        let says = words.with(
            "notebook-curve-says",
            &[
                ("first", &words.percent(first.1)),
                ("now", &words.percent(now.1)),
                ("last", &words.percent(last.1)),
            ],
        );
        ui.label(strong(&says));
        paint_curve(ui, given, seat, &curve, now.0, &says);
    });
}

fn paint_curve(ui: &mut Ui, given: &Given<'_>, seat: Seat, curve: &[(usize, f64)], now: usize, says: &str) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 96.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Image, true, says));
    let painter = ui.painter();
    let inner = egui::Rect::from_min_max(rect.min + vec2(52.0, 10.0), rect.max - vec2(12.0, 10.0));
    let height = |share: f64| inner.bottom() - inner.height() * share.clamp(0.0, 1.0) as f32;
    for share in [0.0, 0.5, 1.0] {
        let stroke = Stroke::new(1.0, palette.line);
        let y = height(share);
        if share == 0.5 {
            let ends = [pos2(inner.left(), y), pos2(inner.right(), y)];
            painter.extend(egui::Shape::dashed_line(&ends, Stroke::new(1.5, palette.muted), 6.0, 4.0));
        } else {
            painter.hline(inner.x_range(), y, stroke);
        }
        let label = words.percent(share);
        let font = FontId::proportional(size::SMALL);
        let place = pos2(inner.left() - 6.0, y);
        painter.text(place, egui::Align2::RIGHT_CENTER, label, font, palette.muted);
    }
    let from = curve.first().map_or(0, |it| it.0);
    let span = curve.last().map_or(0, |it| it.0).saturating_sub(from).max(1) as f32;
    let spot = |&(page, share): &(usize, f64)| {
        pos2(inner.left() + inner.width() * (page - from) as f32 / span, height(share))
    };
    let points: Vec<egui::Pos2> = curve.iter().map(spot).collect();
    painter.line(points, Stroke::new(2.0, scene.colours[seat]));
    if let Some(here) = curve.iter().find(|(page, _)| *page == now) {
        let spot = spot(here);
        painter.vline(spot.x, inner.y_range(), Stroke::new(1.0, palette.muted));
        painter.circle(spot, 6.0, scene.colours[seat], Stroke::new(1.5, palette.paper));
    }
}
