//! Every problem with the way to it, what to think about, and points out of a spreadsheet.

use super::section::Section;
use super::sheet::Sheet;
use crate::interchange::table::{self, Finding, Weights, merge};
use crate::scenario::author::Path;
use crate::scenario::problem::Severity;
use crate::ui::parts::{heading, note, primary_if, strong};
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
                let (cause, remedy) = sheet.look.words.problem(&trouble.problem);
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

    /// Points out of a spreadsheet: its cells are pasted, and only what they name changes.
    pub(super) fn table_page(&mut self, ui: &mut Ui) {
        note(ui, self.look.palette, self.get("author-table-help"));
        let slot = (cells(), None);
        let mut text = self.form.typed.get(&slot).cloned().unwrap_or_default();
        let label = ui.label(strong(self.get("author-table-cells")));
        let field = TextEdit::multiline(&mut text).desired_rows(10).desired_width(f32::INFINITY);
        if ui.add(field.margin(egui::vec2(8.0, 6.0))).labelled_by(label.id).changed() {
            self.form.typed.insert(slot, text.clone());
        }
        let ready = !text.trim().is_empty() && self.form.current;
        if !self.form.current {
            self.told(ui, true, &self.get("author-table-broken"), None);
        }
        if primary_if(ui, self.look.palette, &self.get("author-table-take"), ready).clicked() {
            let told = self.take_table(&text);
            self.form.pasted = told;
        }
        for (error, line) in self.form.pasted.clone() {
            self.told(ui, !error, &line, None);
        }
    }

    /// Puts a table into the document; what is to be said of it, and whether it is an error.
    fn take_table(&mut self, text: &str) -> Vec<(bool, String)> {
        let line = |finding: &Finding| {
            let (cause, remedy) = self.look.words.problem(&finding.problem);
            (finding.is_error(), format!("{}: {cause} {remedy}", finding.place.name()))
        };
        let Some(good) = self.form.good.clone() else { return Vec::new() };
        let (table, notes) = match table::read(text.as_bytes(), Weights::Hundred) {
            Ok(read) => read,
            Err(findings) => return findings.iter().map(line).collect(),
        };
        let merged = match merge::merge(self.form.document.text(), &good, &table) {
            Ok(merged) => merged,
            Err(findings) => return findings.iter().map(line).collect(),
        };
        let mut told: Vec<(bool, String)> = notes.iter().map(line).collect();
        let done = self.form.document.replace(&merged.text);
        if let Err(refusal) = done {
            return vec![(true, self.look.words.plain(&refusal.phrase()))];
        }
        told.push((false, self.look.words.count("cli-table-merged", merged.changes)));
        told
    }
}
