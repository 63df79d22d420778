//! Above the previews: which file it is, where it lies, and what can be done with it.

use super::{Choice, Desk, Given};
use crate::ui::parts::{note, secondary, secondary_if, strong, title};
use egui::Ui;
use egui_phosphor::regular as icon;

pub(super) fn head_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk) -> Option<Choice> {
    let look = given.look;
    let file = given.file;
    let mut choice = None;
    ui.horizontal_wrapped(|ui| {
        let good = file.good().map(|it| it.scenario.shared.title.get(look.words.lang).to_owned());
        title(ui, &good.unwrap_or_else(|| file.name()));
        ui.add_space(12.0);
        let path = file.path().display().to_string();
        note(ui, look.palette, &path);
        let key = if desk.copied { "workshop-copied" } else { "workshop-copy-path" };
        if ui.button(format!("{} {}", icon::COPY, look.get(key))).clicked() {
            ui.ctx().copy_text(path.clone());
            desk.copied = true;
        }
        let folder = format!("{} {}", icon::FOLDER_OPEN, look.get("workshop-folder"));
        if ui.button(folder).on_hover_text(look.get("workshop-folder-does")).clicked() {
            choice = Some(Choice::Folder);
        }
    });
    let plays = file.good().is_some();
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, &look.get("workshop-other")).clicked() {
            choice = Some(Choice::Close);
        }
        for (sign, key, chosen) in [
            (icon::HANDSHAKE, "workshop-start", Choice::Start),
            (icon::USERS_THREE, "workshop-host", Choice::Host),
            (icon::PRINTER, "setup-sheets", Choice::Sheets),
        ] {
            if secondary_if(ui, &format!("{sign} {}", look.get(key)), plays).clicked() {
                choice = Some(chosen);
            }
        }
        let mend = format!("{} {}", icon::WRENCH, look.get("workshop-mend"));
        if secondary_if(ui, &mend, file.is_mendable()).clicked() {
            desk.mending = file.mending();
        }
    });
    if let Some(told) = given.told {
        ui.label(strong(told));
    }
    choice
}
