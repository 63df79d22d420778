//! The page that is being filled in: what its fields share.

use super::state::Form;
use crate::scenario::author::{Edit, Path, Texts, country};
use crate::scenario::problem::Severity;
use crate::scenario::{Lang, PerSeat, Seat};
use crate::ui::parts::{self, Look, note, strong};
use crate::ui::theme;
use crate::words::Medium;
use egui::{Color32, RichText, Ui};
use egui_phosphor::regular as icon;
use std::collections::BTreeSet;

/// A page and what it is filled into.
pub(super) struct Sheet<'a> {
    /// Words and colours.
    pub look: Look<'a>,
    pub form: &'a mut Form,
    /// The colours of the countries.
    pub colours: PerSeat<Color32>,
    /// The problems that stand beside their field already, by number.
    shown: BTreeSet<usize>,
}

impl Look<'_> {
    /// A text in the language of the screen, or in the other one.
    pub(super) fn one_of(self, texts: &Texts) -> Option<String> {
        let (own, other) = match self.words.lang {
            Lang::Id => (&texts.id, &texts.en),
            Lang::En => (&texts.en, &texts.id),
        };
        own.as_ref().or(other.as_ref()).cloned().filter(|text| !text.is_empty())
    }
}

impl<'a> Sheet<'a> {
    pub(super) fn new(look: Look<'a>, form: &'a mut Form) -> Self {
        let plain = PerSeat::both(look.palette.primary);
        let colours = form.good.as_ref().map_or(plain, |good| look.palette.countries(&good.shared));
        Self { look, form, colours, shown: BTreeSet::new() }
    }

    /// The words under a key.
    pub(super) fn get(&self, key: &str) -> String {
        self.look.get(key)
    }

    /// The name of a country as the document has it.
    pub(super) fn country_name(&self, seat: Seat) -> String {
        let texts = self.form.document.words(&Path::of(country(seat)).name("name"));
        self.look.one_of(&texts).unwrap_or_else(|| ["1", "2"][seat.index()].to_owned())
    }

    pub(super) fn sign(&self, ui: &mut Ui, seat: Seat) {
        parts::sign(ui, self.colours, seat);
    }

    /// A short text that says what an item is: its own words, or its number.
    pub(super) fn item_name(&self, words: &Path, no: usize) -> String {
        let text = self.look.one_of(&self.form.document.words(words));
        text.unwrap_or_else(|| format!("{}", no + 1))
    }

    /// A problem or a hint: a sign, the cause, and the remedy.
    pub(super) fn told(&self, ui: &mut Ui, warning: bool, cause: &str, remedy: Option<&str>) {
        let palette = self.look.palette;
        let (sign, colour) =
            if warning { (icon::WARNING, palette.care) } else { (icon::X_CIRCLE, palette.bad) };
        ui.label(RichText::new(format!("{sign} {cause}")).size(theme::size::SMALL).color(colour));
        if let Some(remedy) = remedy {
            note(ui, palette, remedy);
        }
    }

    /// What is wrong at a place or within it, and why the last edit of it was refused.
    pub(super) fn problems(&mut self, ui: &mut Ui, place: &Path) {
        if let Some((at, phrase)) = self.form.refused.clone()
            && at == *place
        {
            self.told(ui, false, &self.look.words.plain(&phrase), None);
        }
        let own = |it: &super::state::Trouble| it.place.within(place);
        self.those(ui, own);
    }

    /// What is wrong exactly at a place, not within it.
    pub(super) fn problems_of(&mut self, ui: &mut Ui, place: &Path) {
        if let Some((at, phrase)) = self.form.refused.clone()
            && at == *place
        {
            self.told(ui, false, &self.look.words.plain(&phrase), None);
        }
        self.those(ui, |it| it.place == *place);
    }

    /// What is wrong on this page and stands beside no field.
    pub(super) fn other_problems(&mut self, ui: &mut Ui) {
        let section = self.form.section;
        self.those(ui, |it| super::section::Section::of(&it.place) == section);
    }

    fn those(&mut self, ui: &mut Ui, wanted: impl Fn(&super::state::Trouble) -> bool) {
        for no in 0..self.form.troubles.len() {
            let trouble = &self.form.troubles[no];
            if self.shown.contains(&no) || !wanted(trouble) {
                continue;
            }
            let (cause, remedy) = self.look.words.problem_in(&trouble.problem, Medium::Form);
            let warning = trouble.problem.severity == Severity::Warning;
            self.told(ui, warning, &cause, Some(&remedy));
            self.shown.insert(no);
        }
    }

    /// The buttons of an item of a list: up, down, copy, remove.
    pub(super) fn item_buttons(&mut self, ui: &mut Ui, list: &Path, no: usize, name: &str) {
        let count = self.form.document.count(list);
        let edits = [
            (icon::ARROW_UP, "author-up", no > 0, Edit::Move(list.clone(), no, no.saturating_sub(1))),
            (icon::ARROW_DOWN, "author-down", no + 1 < count, Edit::Move(list.clone(), no, no + 1)),
            (icon::COPY, "author-copy", true, Edit::Duplicate(list.clone(), no)),
            (icon::TRASH, "author-remove", true, Edit::Remove(list.clone(), no)),
        ];
        ui.horizontal_wrapped(|ui| {
            for (sign, key, enabled, edit) in edits {
                let said = self.look.words.with(key, &[("name", name)]);
                let button = ui.add_enabled(enabled, egui::Button::new(sign));
                button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, enabled, &said));
                if button.on_hover_text(&said).clicked() {
                    self.form.later = Some((edit, list.no(no)));
                }
            }
        });
    }

    /// A button for a new item at the end of a list.
    pub(super) fn add_button(&mut self, ui: &mut Ui, list: &Path, key: &str) {
        let text = format!("{} {}", icon::PLUS, self.get(key));
        if ui.add(egui::Button::new(text).wrap()).clicked() {
            let count = self.form.document.count(list);
            self.form.later = Some((Edit::Insert(list.clone(), count), list.clone()));
        }
        self.problems_of(ui, list);
    }

    /// A heading that unfolds what stands below it; true if it is unfolded.
    pub(super) fn fold(&mut self, ui: &mut Ui, place: &Path, text: &str) -> bool {
        let open = self.form.unfolded.contains(place);
        let sign = if open { icon::CARET_DOWN } else { icon::CARET_RIGHT };
        if ui.add(egui::Button::new(strong(format!("{sign} {text}"))).wrap()).clicked() {
            if open {
                self.form.unfolded.remove(place);
            } else {
                self.form.unfolded.insert(place.clone());
            }
        }
        open
    }
}
