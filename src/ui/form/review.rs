//! Every problem with the way to it, what to think about, and points out of a spreadsheet.

use super::section::Section;
use super::sheet::Sheet;
use crate::scenario::author::Path;
use crate::scenario::problem::Severity;
use crate::ui::parts::{heading, note, primary_if, strong};
use crate::ui::spreadsheets::{chooser_ui, dropped};
use crate::words::Medium;
use egui::{TextEdit, Ui};
use egui_phosphor::regular as icon;

/// Where the cells of a spreadsheet are typed or pasted; no file has a field of this name.
fn cells() -> Path {
    Path::of("cells")
}

impl Sheet<'_> {
    pub(super) fn review_page(&mut self, ui: &mut Ui) {
        heading(ui, &self.get("author-problems"));
        if self.form.troubles.is_empty() {
            ui.label(format!("{} {}", icon::CHECK_CIRCLE, self.get("author-no-problems")));
        }
        let mut go = None;
        for no in 0..self.form.troubles.len() {
            let trouble = self.form.troubles[no].clone();
            let section = Section::of(&trouble.place);
            self.card(ui, |sheet, ui| {
                let (cause, remedy) = sheet.look.words.problem_in(&trouble.problem, Medium::Form);
                let warning = trouble.problem.severity == Severity::Warning;
                sheet.told(ui, warning, &cause, Some(&remedy));
                note(ui, sheet.look.palette, trouble.place.to_string());
                let name = section.name(sheet.look, sheet.form);
                let text = sheet.look.words.with("author-go", &[("section", &name)]);
                if section != Section::Review && ui.add(egui::Button::new(text).wrap()).clicked() {
                    go = Some(section);
                }
            });
        }
        if let Some(section) = go {
            self.form.next = Some(section);
        }
        heading(ui, &self.get("author-balance"));
        let (Some(balance), Some(good)) = (&self.form.balance, self.form.good.clone()) else {
            ui.label(self.get("author-not-weighed"));
            return;
        };
        let lints = balance.lints.clone();
        if lints.is_empty() {
            ui.label(format!("{} {}", icon::CHECK_CIRCLE, self.get("author-balanced")));
        }
        for lint in lints {
            self.card(ui, |sheet, ui| {
                let finding = sheet.look.words.phrase(&lint.finding, &good.shared);
                let hint = sheet.get(&format!("teach-{}", lint.id.to_lowercase()));
                let warning = lint.severity == Severity::Warning;
                sheet.told(ui, warning, &format!("{}: {finding}", lint.id), Some(&hint));
            });
        }
    }

    /// Points out of a spreadsheet: a file of it, or cells that are pasted; only what they name changes.
    pub(super) fn table_page(&mut self, ui: &mut Ui) {
        note(ui, self.look.palette, self.get("author-table-help"));
        if !self.form.current {
            self.told(ui, true, &self.get("author-table-broken"), None);
        }
        let ready = self.form.current;
        self.card(ui, |sheet, ui| {
            if let Some(path) = dropped(ui.ctx()) {
                sheet.form.chooser.take(&path);
            }
            let look = sheet.look;
            chooser_ui(ui, look, &sheet.form.tables, &mut sheet.form.chooser);
            let path = sheet.form.chooser.path();
            let text = sheet.get("author-table-take-file");
            if primary_if(ui, look.palette, &text, ready && path.is_some()).clicked() {
                sheet.form.wanted = path;
            }
        });
        self.card(ui, |sheet, ui| {
            let slot = (cells(), None);
            let mut text = sheet.form.typed.get(&slot).cloned().unwrap_or_default();
            let label = ui.label(strong(sheet.get("author-table-cells")));
            let field = TextEdit::multiline(&mut text).desired_rows(6).desired_width(f32::INFINITY);
            if ui.add(field.margin(egui::vec2(8.0, 6.0))).labelled_by(label.id).changed() {
                sheet.form.typed.insert(slot, text.clone());
            }
            let take = sheet.get("author-table-take");
            if primary_if(ui, sheet.look.palette, &take, ready && !text.trim().is_empty()).clicked() {
                sheet.form.take_table(text.as_bytes(), sheet.look.words);
            }
        });
        for said in self.form.pasted.clone() {
            self.told(ui, !said.error, &said.text, None);
        }
    }
}
