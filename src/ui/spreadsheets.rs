//! Which spreadsheet: one that was found, one that is dropped on the window, or a path that is typed.

use super::parts::{Look, note, strong};
use crate::disk::spreadsheets::typed;
use egui::{Button, Context, TextEdit, Ui};
use egui_phosphor::regular as icon;
use std::path::{Path, PathBuf};

/// The rows of the list that are shown before it scrolls.
const LIST: f32 = 196.0;

/// What is being chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Chooser {
    path: String,
}

impl Chooser {
    /// The file that is named; it need not be there.
    pub fn path(&self) -> Option<PathBuf> {
        Some(typed(&self.path)).filter(|path| !path.as_os_str().is_empty())
    }

    /// Names a file.
    pub fn take(&mut self, path: &Path) {
        self.path = path.display().to_string();
    }
}

/// The file that was dropped on the window in this frame.
pub(super) fn dropped(ctx: &Context) -> Option<PathBuf> {
    ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()))
}

/// Draws the list of those that were found, and the field for any other.
pub(super) fn chooser_ui(ui: &mut Ui, look: Look<'_>, found: &[PathBuf], chooser: &mut Chooser) {
    let label = ui.label(strong(look.get("spreadsheet-path")));
    let field = TextEdit::singleline(&mut chooser.path)
        .desired_width(f32::INFINITY)
        .margin(egui::vec2(8.0, 8.0))
        .hint_text(look.get("spreadsheet-path-hint"));
    ui.add(field).labelled_by(label.id);
    let hovers = ui.input(|input| !input.raw.hovered_files.is_empty());
    let key = if hovers { "spreadsheet-drop-now" } else { "spreadsheet-drop" };
    note(ui, look.palette, format!("{} {}", icon::DOWNLOAD_SIMPLE, look.get(key)));
    if found.is_empty() {
        note(ui, look.palette, look.get("spreadsheet-none"));
        return;
    }
    ui.add_space(4.0);
    ui.label(strong(look.get("spreadsheet-found")));
    egui::ScrollArea::vertical().id_salt("spreadsheets").max_height(LIST).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for path in found {
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let chosen = chooser.path().as_ref() == Some(path);
            let folder = path.parent().map_or_else(String::new, |folder| folder.display().to_string());
            let text = format!("{} {name} \u{b7} {folder}", icon::TABLE);
            let width = ui.available_width() - 6.0;
            let button = Button::selectable(chosen, text).wrap().min_size(egui::vec2(width, 30.0));
            if ui.add(button).clicked() {
                chooser.take(path);
            }
        }
    });
}
