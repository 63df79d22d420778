//! The whole outcome on one screen of a projector: large, without a line that needs scrolling.

use super::Given;
use crate::scenario::Seat;
use crate::scoring::gains_from;
use crate::ui::parts::{Mark, paint_sign, scale};
use crate::ui::theme::{self, size};
use egui::{FontId, Pos2, RichText, Sense, Shape, Stroke, Ui, pos2, vec2};

/// Text that the last row of a classroom can read.
fn large(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(size::PROJECTOR, egui::FontFamily::Proportional))
}

fn large_strong(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(size::PROJECTOR, theme::strong()))
}

pub(super) fn summary_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let debrief = &given.opened.debrief;
    let report = &debrief.report;
    let letter = report.measures.grade.letter().to_lowercase();
    let colour = if report.mutually_beneficial() { palette.good } else { palette.brass };
    let verdict = RichText::new(words.get(&format!("grade-{letter}")))
        .font(FontId::new(size::PROJECTOR + 8.0, theme::serif_strong()))
        .color(colour);
    ui.label(verdict);
    ui.add_space(6.0);
    crate::ui::parts::columns::<2>(ui, 32.0, |ui, column| {
        if column == 0 {
            checks_ui(ui, given);
        } else {
            map_ui(ui, given);
        }
    });
    ui.add_space(10.0);
    crate::ui::parts::columns::<2>(ui, 32.0, |ui, column| side_ui(ui, given, Seat::ALL[column]));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 32.0;
        if report.measures.signed {
            let efficiency = words.percent(report.measures.efficiency);
            ui.label(large(words.with("summary-efficiency", &[("share", &efficiency)])));
        }
        if let Some(outlook) = &debrief.outlook {
            let survival = words.percent(outlook.survival);
            let years = outlook.years.to_string();
            ui.label(large(words.with("summary-years", &[("share", &survival), ("years", &years)])));
        }
    });
}

fn checks_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let Some(checks) = given.opened.debrief.report.measures.checks else {
        ui.add(egui::Label::new(large(scene.get("summary-no-deal"))).wrap());
        return;
    };
    ui.spacing_mut().item_spacing.y = 4.0;
    for (at, holds) in checks.iter().enumerate() {
        let (icon, colour) = if *holds {
            (egui_phosphor::regular::CHECK_CIRCLE, palette.good)
        } else {
            (egui_phosphor::regular::X_CIRCLE, palette.bad)
        };
        let name = scene.get(&format!("check-{}", at + 1));
        ui.add(egui::Label::new(large(format!("{icon} {name}")).color(colour)).truncate());
    }
}

/// One country: its points against its BATNA.
fn side_ui(ui: &mut Ui, given: &Given<'_>, seat: Seat) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let measures = &given.opened.debrief.report.measures;
    let at = seat.index();
    let points = words.points(100.0 * measures.utility[at]);
    let gain = words.signed_points(100.0 * measures.gain[at]);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(26.0, 30.0), Sense::hover());
        paint_sign(ui.painter(), rect.center(), 11.0, scene.colours[seat], seat);
        ui.add(egui::Label::new(large_strong(scene.name(seat)).color(scene.colours[seat])).truncate());
    });
    let from = scene.get(gains_from(&given.case.scenario.teacher.scoring));
    let line = words.with("summary-points", &[("points", &points), ("gain", &gain), ("from", &from)]);
    let batna = given.case.fraction(given.case.batna[at]) as f32;
    let mark = Mark::line(batna, palette.ink);
    ui.label(large(&line));
    scale(ui, palette, &line, measures.utility[at] as f32, scene.colours[seat], &[mark]);
    ui.add_space(8.0);
}

/// The frontier without numbers: how far out the text lies, and from where both set out.
fn map_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let report = &given.opened.debrief.report;
    let height = (ui.clip_rect().height() - 260.0).clamp(200.0, 300.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let painter = ui.painter();
    painter.rect_filled(rect, 8.0, palette.paper);
    let field = rect.shrink(28.0);
    let spot = |point: [f64; 2]| {
        pos2(
            field.left() + field.width() * point[0] as f32,
            field.bottom() - field.height() * point[1] as f32,
        )
    };
    let axis = Stroke::new(2.0, palette.muted);
    painter.line_segment([spot([0.0, 0.0]), spot([1.0, 0.0])], axis);
    painter.line_segment([spot([0.0, 0.0]), spot([0.0, 1.0])], axis);
    paint_sign(painter, spot([1.0, 0.0]) + vec2(12.0, 0.0), 10.0, scene.colours[Seat::First], Seat::First);
    paint_sign(painter, spot([0.0, 1.0]) - vec2(0.0, 14.0), 10.0, scene.colours[Seat::Second], Seat::Second);
    let share = |point: [crate::scenario::Points; 2]| point.map(|points| given.case.fraction(points));
    let batna = share(given.case.batna);
    let dotted = Stroke::new(2.0, palette.ink);
    painter.extend(Shape::dashed_line(&[spot([batna[0], 0.0]), spot([batna[0], 1.0])], dotted, 4.0, 5.0));
    painter.extend(Shape::dashed_line(&[spot([0.0, batna[1]]), spot([1.0, batna[1]])], dotted, 4.0, 5.0));
    let line: Vec<Pos2> = report.references.frontier.points.iter().map(|point| spot(share(*point))).collect();
    painter.add(Shape::line(line, Stroke::new(4.0, palette.primary)));
    let (at, colour) = match &report.deal {
        Some(deal) => (share(given.case.utilities(deal)), palette.good),
        None => (batna, palette.bad),
    };
    painter.circle(spot(at), 10.0, colour, Stroke::new(3.0, palette.paper));
    let name = scene.get("summary-map");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Image, true, &name));
}
