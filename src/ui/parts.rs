//! Small pieces that several screens share.

pub use super::layout::{
    LEAST_HEIGHT, at_right, column, columns, level, level_row, page_keys, roomy, roomy_below, stacked,
};

use super::theme::{self, Palette, size};
use crate::scenario::{PerSeat, Seat, Shared};
use crate::words::Words;
use egui::{
    Align, Color32, CornerRadius, FontId, Frame, Layout, Margin, Response, RichText, Sense, Stroke, Ui, vec2,
};

/// What every panel needs: words, colours, and the scenario's public part.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The words.
    pub words: Words,
    /// The colours.
    pub palette: &'a Palette,
}

impl Look<'_> {
    /// The words under a key.
    pub fn get(self, key: &str) -> String {
        self.words.get(key)
    }
}

/// What panels about a scenario need besides.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// Words and colours.
    pub look: Look<'a>,
    /// What both countries know.
    pub shared: &'a Shared,
    /// The colours of the countries.
    pub colours: PerSeat<Color32>,
}

impl<'a> Scene<'a> {
    /// For a scenario.
    pub fn new(look: Look<'a>, shared: &'a Shared) -> Self {
        Self { look, shared, colours: look.palette.countries(shared) }
    }

    /// The words under a key.
    pub fn get(&self, key: &str) -> String {
        self.look.words.get(key)
    }

    /// A country's name.
    pub fn name(&self, seat: Seat) -> &'a str {
        self.shared.countries[seat].name.get(self.look.words.lang)
    }

    /// A phrase about the scenario.
    pub fn phrase(&self, phrase: &crate::scenario::Phrase) -> String {
        self.look.words.phrase(phrase, self.shared)
    }

    /// A text in the language of the screen.
    pub fn text<'t>(&self, text: &'t crate::scenario::Text) -> &'t str {
        text.get(self.look.words.lang)
    }
}

/// The heading of a screen.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).font(FontId::new(size::TITLE, theme::serif_strong())))
}

/// The heading of a part of a screen.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).font(FontId::new(size::HEADING, theme::strong())))
}

/// A small heading above a few lines.
pub fn overline(ui: &mut Ui, palette: &Palette, text: &str) -> Response {
    ui.label(
        RichText::new(text.to_uppercase())
            .font(FontId::new(size::SMALL, theme::strong()))
            .color(palette.muted),
    )
}

/// A small heading that is a term of the glossary.
pub fn overline_term(ui: &mut Ui, look: Look<'_>, text: &str, term: &'static str) -> Response {
    let text = RichText::new(text.to_uppercase())
        .font(FontId::new(size::SMALL, theme::strong()))
        .color(look.palette.muted);
    super::glossary::term_ui(ui, look, text, term)
}

/// The heading of a part of a screen that is a term of the glossary.
pub fn heading_term(ui: &mut Ui, look: Look<'_>, text: &str, term: &'static str) -> Response {
    let text = RichText::new(text).font(FontId::new(size::HEADING, theme::strong()));
    super::glossary::term_ui(ui, look, text, term)
}

/// Text in half bold.
pub fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(size::BODY, theme::strong()))
}

/// Text of the treaty.
pub fn serif(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(size::TREATY, theme::serif()))
}

/// Text of the treaty that is still open.
pub fn serif_italic(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(size::TREATY, theme::serif_italic()))
}

/// A note of less weight.
pub fn note(ui: &mut Ui, palette: &Palette, text: impl Into<String>) -> Response {
    ui.label(RichText::new(text).size(size::SMALL).color(palette.muted))
}

/// The height of the buttons that lead on.
pub const BUTTON_HEIGHT: f32 = 38.0;

/// How wide a usual button with this text is.
pub fn button_width(ui: &Ui, text: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let ink = ui.painter().layout_no_wrap(text.to_owned(), font, ui.visuals().text_color()).size().x;
    (ink + 2.0 * ui.spacing().button_padding.x).max(ui.spacing().interact_size.x)
}

/// How wide a note is in one line.
pub fn note_width(ui: &Ui, text: &str) -> f32 {
    let font = FontId::proportional(size::SMALL);
    ui.painter().layout_no_wrap(text.to_owned(), font, ui.visuals().text_color()).size().x
}

/// A slider whose rail is seen on every ground, filled up to its handle.
pub fn slider(ui: &mut Ui, palette: &Palette, enabled: bool, slider: egui::Slider<'_>) -> Response {
    ui.scope(|ui| {
        ui.visuals_mut().widgets.inactive.bg_fill = palette.line;
        ui.add_enabled(enabled, slider.trailing_fill(true))
    })
    .inner
}

/// The button for what to do next.
pub fn primary(ui: &mut Ui, palette: &Palette, text: &str) -> Response {
    primary_if(ui, palette, text, true)
}

/// The same, which may be disabled.
pub fn primary_if(ui: &mut Ui, palette: &Palette, text: &str, enabled: bool) -> Response {
    let label = RichText::new(text).font(FontId::new(size::BODY, theme::strong()));
    let size = vec2(0.0, BUTTON_HEIGHT);
    if !enabled {
        return ui.add_enabled(false, egui::Button::new(label).min_size(size));
    }
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        let states =
            [(&mut widgets.inactive, 0.0), (&mut widgets.hovered, 0.14), (&mut widgets.active, 0.24)];
        for (state, share) in states {
            state.weak_bg_fill = theme::mix(palette.primary, palette.on_primary, share);
            state.bg_stroke = Stroke::new(1.0, state.weak_bg_fill);
        }
        ui.add(egui::Button::new(label.color(palette.on_primary)).min_size(size))
    })
    .inner
}

/// A button of less weight, as large as the primary one.
pub fn secondary(ui: &mut Ui, text: &str) -> Response {
    secondary_if(ui, text, true)
}

/// The same, which may be disabled.
pub fn secondary_if(ui: &mut Ui, text: &str, enabled: bool) -> Response {
    ui.add_enabled(enabled, egui::Button::new(text).min_size(vec2(0.0, BUTTON_HEIGHT)))
}

/// A framed piece of a screen.
pub fn card<R>(ui: &mut Ui, palette: &Palette, add: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .fill(palette.paper)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::same(14))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
        .inner
}

/// A short word with a frame; in a wrapped row it moves to the next line as a whole.
pub fn chip(ui: &mut Ui, text: &str, colour: Color32) -> Response {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(size::SMALL), colour);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(18.0, 8.0), Sense::hover());
    let round = CornerRadius::same(12);
    ui.painter().rect_stroke(rect, round, Stroke::new(1.0, colour), egui::StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(9.0, 4.0), galley, colour);
    let name = text.to_owned();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &name));
    response
}

/// The sign of a country: a triangle for the first, a circle for the second.
pub fn sign(ui: &mut Ui, colours: PerSeat<Color32>, seat: Seat) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
    paint_sign(ui.painter(), rect.center(), 6.0, colours[seat], seat);
    response
}

/// Paints the sign of a country.
pub fn paint_sign(painter: &egui::Painter, centre: egui::Pos2, radius: f32, colour: Color32, seat: Seat) {
    match seat {
        Seat::First => {
            let points = vec![
                centre + vec2(0.0, -radius),
                centre + vec2(radius, radius * 0.8),
                centre + vec2(-radius, radius * 0.8),
            ];
            painter.add(egui::Shape::convex_polygon(points, colour, Stroke::NONE));
        }
        Seat::Second => {
            painter.circle_filled(centre, radius * 0.9, colour);
        }
    }
}

/// The sign of a mediator, who belongs to neither country: a square in brass.
pub fn third_sign(ui: &mut Ui, palette: &Palette) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
    paint_third(ui.painter(), rect.center(), 6.0, palette);
    response
}

/// Paints the sign of a mediator.
pub fn paint_third(painter: &egui::Painter, centre: egui::Pos2, radius: f32, palette: &Palette) {
    let square = egui::Rect::from_center_size(centre, vec2(1.7, 1.7) * radius);
    painter.rect_filled(square, CornerRadius::ZERO, palette.brass);
}

/// The emblem of a country, `size` points high.
pub fn crest(ui: &mut Ui, scene: &Scene<'_>, seat: Seat, size: f32) -> Response {
    let forms = super::emblem::emblem(&scene.shared.id, seat, scene.colours[seat]);
    super::emblem::show(ui, &forms, size).on_hover_text(scene.name(seat))
}

/// The name of a country with its sign.
pub fn country(ui: &mut Ui, scene: &Scene<'_>, seat: Seat) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        sign(ui, scene.colours, seat);
        ui.label(strong(scene.name(seat)).color(scene.colours[seat]));
    });
}

/// A mark on a [`scale`].
#[derive(Clone, Copy)]
pub struct Mark {
    /// Where, 0 to 1.
    pub at: f32,
    /// Its colour.
    pub colour: Color32,
    /// Its form: a line, or a diamond where there are two of them.
    pub diamond: bool,
}

impl Mark {
    /// A line across the bar.
    pub const fn line(at: f32, colour: Color32) -> Self {
        Self { at, colour, diamond: false }
    }

    /// A diamond on the bar.
    pub const fn diamond(at: f32, colour: Color32) -> Self {
        Self { at, colour, diamond: true }
    }
}

/// Says which game the panels belong to, so that none begins where the one before was scrolled to.
pub fn set_game(ctx: &egui::Context, no: u32) {
    ctx.data_mut(|data| data.insert_temp(egui::Id::new("game-number"), no));
}

/// The id of a part of the screen that each seat of each game has for itself.
pub fn own_id(ctx: &egui::Context, name: &'static str, seat: Seat) -> egui::Id {
    let game: u32 = ctx.data(|data| data.get_temp(egui::Id::new("game-number"))).unwrap_or(0);
    egui::Id::new((name, game, seat.index()))
}

/// A bar from 0 to 1 with marks; the name says what it shows to those who cannot see it.
pub fn scale(
    ui: &mut Ui,
    palette: &Palette,
    name: &str,
    value: f32,
    colour: Color32,
    marks: &[Mark],
) -> Response {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 14.0), Sense::hover());
    let painter = ui.painter();
    let bar = rect.shrink2(vec2(0.0, 2.0));
    painter.rect_filled(bar, CornerRadius::same(3), palette.well);
    let x = |share: f32| bar.left() + bar.width() * share.clamp(0.0, 1.0);
    let mut filled = bar;
    filled.set_right(x(value));
    painter.rect_filled(filled, CornerRadius::same(3), colour);
    // An empty bar has an end, too.
    let edge = Stroke::new(1.0, palette.line);
    painter.rect_stroke(bar, CornerRadius::same(3), edge, egui::StrokeKind::Inside);
    for mark in marks {
        let at = x(mark.at);
        if mark.diamond {
            let (middle, half) = (egui::pos2(at, rect.center().y), 6.5);
            let corners = [vec2(0.0, -half), vec2(half, 0.0), vec2(0.0, half), vec2(-half, 0.0)];
            let corners = corners.map(|corner| middle + corner).to_vec();
            let edge = Stroke::new(1.5, palette.paper);
            painter.add(egui::Shape::convex_polygon(corners, mark.colour, edge));
            continue;
        }
        painter.line_segment(
            [egui::pos2(at, rect.top()), egui::pos2(at, rect.bottom())],
            Stroke::new(3.0, palette.paper),
        );
        painter.line_segment(
            [egui::pos2(at, rect.top()), egui::pos2(at, rect.bottom())],
            Stroke::new(1.5, mark.colour),
        );
    }
    let name = name.to_owned();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ProgressIndicator, true, &name));
    response
}

/// A bar that is long beside others, not full of anything: `share` of the longest of them, 0 to 1.
pub fn bar(ui: &mut Ui, name: &str, share: f32, colour: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 14.0), Sense::hover());
    let mut bar = rect.shrink2(vec2(0.0, 2.0));
    bar.set_right(bar.left() + (bar.width() * share.clamp(0.0, 1.0)).max(3.0));
    ui.painter().rect_filled(bar, CornerRadius::same(3), colour);
    let name = name.to_owned();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ProgressIndicator, true, &name));
    response
}

/// Two bars from 0 to 1, one above the other: what was believed as an empty frame, what was true filled.
pub fn against_truth(
    ui: &mut Ui,
    palette: &Palette,
    name: &str,
    believed: Option<f32>,
    truth: f32,
    colour: Color32,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let painter = ui.painter();
    let bar = |top: f32, share: f32| {
        let width = (rect.width() * share.clamp(0.0, 1.0)).max(3.0);
        egui::Rect::from_min_size(egui::pos2(rect.left(), rect.top() + top), vec2(width, 9.0))
    };
    let round = CornerRadius::same(2);
    if let Some(believed) = believed {
        paint_belief(painter, palette, bar(0.0, believed), colour);
    }
    painter.rect_filled(bar(10.0, truth), round, colour);
    let name = name.to_owned();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ProgressIndicator, true, &name));
    response
}

/// A bar that shows what somebody believed: a frame, so that it does not hang on its colour.
fn paint_belief(painter: &egui::Painter, palette: &Palette, bar: egui::Rect, colour: Color32) {
    let round = CornerRadius::same(2);
    painter.rect(bar, round, palette.tint(colour), Stroke::new(1.5, colour), egui::StrokeKind::Inside);
}

/// What the two kinds of bars of [`against_truth`] mean.
pub fn truth_legend(ui: &mut Ui, scene: &Scene<'_>, colour: Color32) {
    let palette = scene.look.palette;
    ui.horizontal_wrapped(|ui| {
        for (key, believed) in [("notebook-bar-believed", true), ("notebook-bar-true", false)] {
            let (rect, _) = ui.allocate_exact_size(vec2(30.0, 16.0), Sense::hover());
            let bar = rect.shrink2(vec2(0.0, 3.5));
            if believed {
                paint_belief(ui.painter(), palette, bar, colour);
            } else {
                ui.painter().rect_filled(bar, CornerRadius::same(2), colour);
            }
            note(ui, palette, scene.get(key));
        }
    });
}

/// A line of text on the left and a number on the right.
pub fn row(ui: &mut Ui, left: impl Into<egui::WidgetText>, right: impl Into<egui::WidgetText>) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        row_in(ui, left.into(), right.into());
    });
}

fn row_in(ui: &mut Ui, left: egui::WidgetText, right: egui::WidgetText) {
    let room = ui.available_width() - ui.spacing().item_spacing.x;
    let width = |text: &egui::WidgetText| {
        let wide = Some(egui::TextWrapMode::Extend);
        text.clone().into_galley(ui, wide, f32::INFINITY, egui::TextStyle::Body).size().x
    };
    let (left_width, right_width) = (width(&left), width(&right));
    if left_width + right_width <= room {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(right);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.label(left));
            });
        });
        return;
    }
    // A name too long for its line goes on in the next one.
    ui.horizontal_top(|ui| {
        let rest = (room - right_width).max(60.0);
        ui.allocate_ui_with_layout(vec2(rest, 0.0), Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(rest);
            ui.add(egui::Label::new(left).wrap());
        });
        ui.label(right);
    });
}

/// A text of several paragraphs.
pub fn paragraphs(ui: &mut Ui, text: &str) {
    for paragraph in text.split("\n\n") {
        ui.label(paragraph.trim());
        ui.add_space(4.0);
    }
}

/// Lets nothing that was typed anywhere come back by undoing: the next person may sit here.
pub fn forget_typing(ctx: &egui::Context) {
    ctx.data_mut(|data| data.remove_by_type::<egui::text_edit::TextEditState>());
}
