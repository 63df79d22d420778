//! How the file stands: fine, with warnings, or broken, with the line, its cause and its remedy.

use super::{Desk, Given};
use crate::scenario::problem::{Problem, Severity, excerpt, position};
use crate::ui::parts::{Look, note, strong};
use crate::ui::theme::size;
use crate::workshop::Absent;
use egui::{Color32, CornerRadius, FontId, Frame, Margin, RichText, ScrollArea, Stroke, Ui};
use egui_phosphor::regular as icon;

/// The height of the list of all problems.
const LIST: f32 = 220.0;

pub(super) fn banner_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk) {
    let look = given.look;
    let palette = look.palette;
    if let Some(absent) = given.file.absent() {
        framed(ui, look, palette.bad, |ui| {
            let (cause, remedy) = match absent {
                Absent::Missing => (look.get("workshop-missing"), look.get("workshop-missing-remedy")),
                Absent::Unreadable(kind) => {
                    let why = look.words.why(&std::io::Error::from(kind));
                    let cause = look.words.with("gallery-unreadable", &[("why", &why)]);
                    (cause, look.get("gallery-unreadable-remedy"))
                }
            };
            ui.label(strong(format!("{} {cause}", icon::WARNING)).color(palette.bad));
            ui.label(remedy);
            last_good_ui(ui, given);
        });
        return;
    }
    let Some(source) = given.file.source() else { return };
    let problems = given.file.problems();
    let first = problems.iter().find(|it| it.severity == Severity::Error);
    let Some(first) = first else {
        fine_ui(ui, given, source, problems, desk);
        return;
    };
    framed(ui, look, palette.bad, |ui| {
        let (line, column) = position(source, first.span.start);
        let place = look
            .words
            .with("workshop-place", &[("line", &line.to_string()), ("column", &column.to_string())]);
        let (cause, remedy) = look.words.problem(first);
        ui.label(strong(format!("{} {place}: {cause}", icon::WARNING)).color(palette.bad));
        excerpt_ui(ui, look, source, first);
        ui.label(remedy);
        let more = problems.len() - 1;
        if more > 0 {
            fold_ui(ui, look, look.words.count("workshop-more", more), desk);
            if desk.unfolded {
                list_ui(ui, look, source, problems.iter().filter(|it| !std::ptr::eq(*it, first)));
            }
        }
        last_good_ui(ui, given);
    });
}

/// A file that can be played: how many warnings there are, and which.
fn fine_ui(ui: &mut Ui, given: &Given<'_>, source: &str, problems: &[Problem], desk: &mut Desk) {
    let look = given.look;
    let palette = look.palette;
    ui.horizontal_wrapped(|ui| {
        if problems.is_empty() {
            let text = format!("{} {}", icon::CHECK_CIRCLE, look.get("workshop-fine"));
            ui.label(RichText::new(text).color(palette.good));
        } else {
            fold_ui(ui, look, look.words.count("workshop-warnings", problems.len()), desk);
        }
        note(ui, palette, look.get("workshop-versions"));
    });
    if desk.unfolded && !problems.is_empty() {
        framed(ui, look, palette.care, |ui| list_ui(ui, look, source, problems.iter()));
    }
}

/// A button that shows and hides the list of problems.
fn fold_ui(ui: &mut Ui, look: Look<'_>, label: String, desk: &mut Desk) {
    let caret = if desk.unfolded { icon::CARET_DOWN } else { icon::CARET_RIGHT };
    let text = RichText::new(format!("{caret} {label}")).color(look.palette.care);
    if ui.button(text).clicked() {
        desk.unfolded = !desk.unfolded;
    }
}

fn framed(ui: &mut Ui, look: Look<'_>, colour: Color32, add: impl FnOnce(&mut Ui)) {
    Frame::new()
        .fill(look.palette.paper)
        .stroke(Stroke::new(1.5, colour))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui);
        });
}

/// What the previews show meanwhile.
fn last_good_ui(ui: &mut Ui, given: &Given<'_>) {
    // Where there is none, the previews say so themselves.
    if given.file.good().is_some() {
        note(ui, given.look.palette, given.look.get("workshop-last-good"));
    }
}

/// The line in question with a caret under the mistake, as wide as the screen has room for.
fn excerpt_ui(ui: &mut Ui, look: Look<'_>, source: &str, problem: &Problem) {
    let font = FontId::monospace(size::BODY);
    let letter = ui.ctx().fonts_mut(|fonts| fonts.glyph_width(&font, 'm')).max(1.0);
    let (line, _) = position(source, problem.span.start);
    let number = format!("{line} \u{2502} ");
    let margin = number.chars().count();
    let room = ((ui.available_width() / letter) as usize).saturating_sub(margin + 2).max(12);
    let shown = excerpt(source, &problem.span, room);
    let caret = format!("{}{}", " ".repeat(margin + shown.before), "^".repeat(shown.marked));
    let text = format!("{number}{}\n{caret}", shown.line);
    ui.add(egui::Label::new(RichText::new(text).font(font).color(look.palette.ink)).extend());
}

/// Problems with place, cause and remedy.
fn list_ui<'p>(ui: &mut Ui, look: Look<'_>, source: &str, problems: impl Iterator<Item = &'p Problem>) {
    ScrollArea::vertical().id_salt("problems").max_height(LIST).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for problem in problems {
            let error = problem.severity == Severity::Error;
            let colour = if error { look.palette.bad } else { look.palette.care };
            let kind = look.get(if error { "workshop-error" } else { "workshop-warning" });
            let (line, column) = position(source, problem.span.start);
            let place = look
                .words
                .with("workshop-place", &[("line", &line.to_string()), ("column", &column.to_string())]);
            let (cause, remedy) = look.words.problem(problem);
            ui.label(strong(format!("{kind} \u{b7} {place}: {cause}")).color(colour));
            ui.label(remedy);
            ui.add_space(4.0);
        }
    });
}
