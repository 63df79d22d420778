//! A class that this window hosts: how to come in, large enough for the last row of a classroom.

use super::parts::{Look, card, column, heading, level, note, primary, row, secondary, strong};
use super::theme::{self, size};
use crate::session::Hosted;
use egui::{FontId, Rect, RichText, ScrollArea, Sense, Ui, vec2};

/// What the screen remembers between frames.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bench {
    /// Whether the PIN of the console is shown: the window may stand on the projector.
    pin: bool,
    /// Whether closing was asked for once.
    sure: bool,
}

impl Bench {
    /// Asks whether the class may be closed.
    pub const fn ask_to_close(&mut self) {
        self.sure = true;
    }

    /// Whether that question is on the screen.
    pub const fn asks_to_close(self) -> bool {
        self.sure
    }
}

/// What the person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The teacher's console in a browser.
    Console,
    /// Close the class; its log stays.
    Close,
    /// Back; the class stays open.
    Back,
}

/// What stands in the way of the phones: beside the code, which they still need.
fn trouble_ui(ui: &mut Ui, look: Look<'_>, class: &Hosted) {
    let Some((what, steps)) = class.trouble.split_first() else { return };
    card(ui, look.palette, |ui| {
        ui.add(egui::Label::new(strong(what).color(look.palette.bad)).wrap());
        for (at, step) in steps.iter().enumerate() {
            ui.add(egui::Label::new(format!("{}. {step}", at + 1)).wrap());
        }
    });
    ui.add_space(8.0);
}

pub(super) fn hosting_ui(ui: &mut Ui, look: Look<'_>, class: &Hosted, bench: &mut Bench) -> Option<Choice> {
    let mut choice = None;
    super::parts::title(ui, &format!("{}: {}", look.get("hosting-title"), class.scenario));
    let height = ui.available_height() - 56.0;
    ScrollArea::vertical().id_salt("hosting").max_height(height).auto_shrink(false).show(ui, |ui| {
        super::parts::page_keys(ui);
        super::parts::columns::<2>(ui, 18.0, |ui, at| {
            if at == 0 {
                card(ui, look.palette, |ui| way_in_ui(ui, look, class));
            } else {
                trouble_ui(ui, look, class);
                card(ui, look.palette, |ui| progress_ui(ui, look, class));
                ui.add_space(8.0);
                card(ui, look.palette, |ui| choice = teacher_ui(ui, look, class, bench));
            }
        });
        ui.add_space(8.0);
        card(ui, look.palette, |ui| {
            heading(ui, &look.get("hosting-advice"));
            for line in &class.advice {
                ui.label(format!("\u{2022} {line}"));
            }
        });
    });
    ui.add_space(6.0);
    level(ui, 38.0, |ui| {
        if bench.sure {
            ui.label(look.get("hosting-close-sure"));
            if primary(ui, look.palette, &look.get("hosting-close")).clicked() {
                choice = Some(Choice::Close);
            }
            if secondary(ui, &look.get("cancel")).clicked() {
                bench.sure = false;
            }
        } else {
            if secondary(ui, &look.get("back")).on_hover_text(look.get("hosting-back-does")).clicked() {
                choice = Some(Choice::Back);
            }
            if secondary(ui, &look.get("hosting-close")).clicked() {
                bench.sure = true;
            }
        }
    });
    choice
}

/// Everything was deleted on the console; whether the person has read it.
pub(super) fn deleted_ui(ui: &mut Ui, look: Look<'_>) -> bool {
    super::parts::title(ui, &look.get("class-deleted"));
    let mut read = false;
    card(ui, look.palette, |ui| {
        ui.label(look.get("class-deleted-says"));
        ui.add_space(8.0);
        read = primary(ui, look.palette, &look.get("back")).clicked();
    });
    read
}

/// Address, code and QR code.
fn way_in_ui(ui: &mut Ui, look: Look<'_>, class: &Hosted) {
    let large = |text: &str| RichText::new(text).font(FontId::new(size::PROJECTOR, theme::strong()));
    match class.urls.first() {
        Some(url) => {
            ui.label(look.get("hosting-open"));
            ui.add(egui::Label::new(large(url)).wrap());
        }
        None => {
            ui.label(RichText::new(look.get("class-net-none")).color(look.palette.bad));
        }
    }
    ui.label(look.get("class-code"));
    ui.label(RichText::new(&class.code).font(FontId::new(size::NAME, theme::strong())));
    let side = ui.available_width().min(300.0);
    column(ui, side, |ui| qr_ui(ui, look, &class.qr, side));
    for url in class.urls.iter().skip(1) {
        note(ui, look.palette, look.words.with("hosting-or", &[("url", url)]));
    }
}

/// Dark on white whatever the theme: cameras expect it, with the quiet border of four points.
fn qr_ui(ui: &mut Ui, look: Look<'_>, rows: &[Vec<bool>], side: f32) {
    if rows.is_empty() {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    let painter = ui.painter();
    painter.rect_filled(rect, 6.0, theme::CODE_PAPER);
    let points = rows.len() as f32 + 8.0;
    let unit = (side / points).floor().max(1.0);
    let margin = (side - unit * rows.len() as f32) / 2.0;
    for (y, row) in rows.iter().enumerate() {
        for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
            let corner = rect.min + vec2(margin + unit * x as f32, margin + unit * y as f32);
            painter.rect_filled(Rect::from_min_size(corner, vec2(unit, unit)), 0.0, theme::CODE_INK);
        }
    }
    let name = look.get("hosting-qr");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Image, true, &name));
}

/// How far the class is.
fn progress_ui(ui: &mut Ui, look: Look<'_>, class: &Hosted) {
    let large = |text: String| RichText::new(text).font(FontId::new(size::PROJECTOR, theme::strong()));
    ui.label(large(look.get(&class.phase)));
    row(ui, look.get("hosting-people"), large(class.people.to_string()));
    row(ui, look.get("hosting-pairs"), strong(class.pairs.to_string()));
    row(ui, look.get("hosting-closed"), strong(class.closed.to_string()));
}

/// What the teacher needs, and the class need not see.
fn teacher_ui(ui: &mut Ui, look: Look<'_>, class: &Hosted, bench: &mut Bench) -> Option<Choice> {
    heading(ui, &look.get("class-console"));
    note(ui, look.palette, look.get("hosting-console-says"));
    let opened = primary(ui, look.palette, &look.get("hosting-console")).clicked();
    note(ui, look.palette, &class.console);
    let text = if bench.pin {
        look.words.with("hosting-pin", &[("pin", &class.pin)])
    } else {
        look.get("hosting-pin-show")
    };
    if secondary(ui, &text).clicked() {
        bench.pin = !bench.pin;
    }
    let folder = class.folder.display().to_string();
    note(ui, look.palette, look.words.with("hosting-folder", &[("path", &folder)]));
    opened.then_some(Choice::Console)
}
