//! Utilities with decimals, beside the whole points: the card of the page on scoring.

use super::fields::Line;
use super::sheet::Sheet;
use crate::scenario::Seat;
use crate::scenario::author::{Edit, Path, country};
use egui::Ui;

/// The width of a number with decimals.
const DECIMAL: f32 = 96.0;

impl Sheet<'_> {
    pub(super) fn exact_card(&mut self, ui: &mut Ui) {
        let exact = Path::of("exact");
        self.card(ui, |sheet, ui| {
            sheet.head(ui, &exact);
            if !sheet.form.document.has(&exact) {
                if ui.add(egui::Button::new(sheet.get("author-add-exact")).wrap()).clicked() {
                    let edit = sheet.exact_as_points(&exact);
                    sheet.form.apply(&edit, &exact);
                }
                sheet.problems(ui, &exact);
                return;
            }
            let label = sheet.label(&exact);
            let said = sheet.look.words.with("author-remove", &[("name", &label)]);
            if ui.add(egui::Button::new(said).wrap()).clicked() {
                sheet.form.apply(&Edit::Clear(exact.clone()), &exact);
                return;
            }
            let reservation = exact.name("reservation");
            sheet.head(ui, &reservation);
            let name = sheet.label(&reservation);
            sheet.utilities(ui, &reservation, &name, "");
            sheet.problems(ui, &reservation);
            let options = exact.name("options");
            sheet.head(ui, &options);
            let name = sheet.label(&options);
            if sheet.fold(ui, &options, &name) {
                sheet.exact_options(ui, &options, &name);
            }
            sheet.problems(ui, &exact);
        });
    }

    /// What each option adds to both utilities.
    fn exact_options(&mut self, ui: &mut Ui, table: &Path, name: &str) {
        for issue in 0..self.form.document.issue_ids().len() {
            let at = Path::of("issues").no(issue);
            for (no, id) in self.form.document.option_ids(issue).into_iter().enumerate() {
                let path = table.name(&id);
                // Clauses and legal forms carry none.
                if !self.form.document.has(&path)
                    && !self.form.document.has(&at.name("options").no(no).name("value"))
                {
                    continue;
                }
                let label = self.item_name(&at.name("options").no(no).name("label"), no);
                self.utilities(ui, &path, &format!("{name} \u{b7} {id}"), &format!("{id} \u{b7} {label}"));
            }
        }
    }

    /// Two numbers from 0 to 1 in a row, one for each country.
    fn utilities(&mut self, ui: &mut Ui, pair: &Path, name: &str, behind: &str) {
        let own = Seat::ALL.map(|seat| {
            let written = self.form.document.written(&pair.no(seat.index()));
            written.unwrap_or("0.0").to_owned()
        });
        let mut bad = false;
        ui.horizontal_wrapped(|ui| {
            for seat in Seat::ALL {
                let at = seat.index();
                self.sign(ui, seat);
                let said = format!("{name} \u{b7} {}", self.country_name(seat));
                let slot = (pair.no(at), None);
                let typed = self.line(ui, &slot, &own[at], &said, Line::short(DECIMAL, ""));
                let number = share(&typed.text);
                if typed.changed
                    && let Some(number) = number
                {
                    let mut both = own.clone();
                    both[at] = format!("{number:?}");
                    self.form.type_in(&Edit::Shares(pair.clone(), both), &slot.0);
                }
                if typed.left {
                    self.form.document.seal();
                    if number.is_some() {
                        self.form.typed.remove(&slot);
                    }
                }
                bad |= number.is_none();
            }
            if !behind.is_empty() {
                ui.label(behind);
            }
        });
        if bad {
            self.told(ui, false, &self.get("author-bad-share"), None);
        }
    }

    /// The whole points of the file as utilities: weight times value, and the BATNAs.
    fn exact_as_points(&self, exact: &Path) -> Edit {
        let document = &self.form.document;
        let of = |seat: Seat| Path::of(country(seat));
        let pair = |points: &dyn Fn(Seat) -> i32, whole: f64| {
            Seat::ALL.map(|seat| format!("{:?}", f64::from(points(seat)) / whole))
        };
        let batna = |seat: Seat| document.whole(&of(seat).name("batna")).unwrap_or(0);
        let mut edits = vec![Edit::Shares(exact.name("reservation"), pair(&batna, 100.0))];
        for (issue, issue_id) in document.issue_ids().iter().enumerate() {
            let options = Path::of("issues").no(issue).name("options");
            for (no, id) in document.option_ids(issue).iter().enumerate() {
                let value = options.no(no).name("value");
                if !document.has(&value) {
                    continue;
                }
                let points = |seat: Seat| {
                    let weight = document.whole(&of(seat).name("weights").name(issue_id)).unwrap_or(0);
                    weight * document.whole(&value.no(seat.index())).unwrap_or(0)
                };
                edits.push(Edit::Shares(exact.name("options").name(id), pair(&points, 10_000.0)));
            }
        }
        Edit::All(edits)
    }
}

/// A number from 0 to 1 as it is typed, also with a decimal comma.
fn share(text: &str) -> Option<f64> {
    let number: f64 = text.trim().replace(',', ".").parse().ok()?;
    (0.0..=1.0).contains(&number).then_some(number)
}
