//! Fields: a label, a line of help, what is typed, and what is wrong with it right beside it.

use super::sheet::Sheet;
use super::state::Slot;
use crate::scenario::author::{Edit, Path, Step, entry, form};
use crate::scenario::schema::{self, Form as Shape};
use crate::scenario::{Lang, Seat};
use crate::ui::parts::{columns, note, strong};
use egui::{ComboBox, Response, TextEdit, Ui, WidgetText};

/// The width of a number.
const NUMBER: f32 = 64.0;
/// The width of an id.
const ID: f32 = 180.0;

impl Sheet<'_> {
    /// What a field is called.
    pub(super) fn label(&self, path: &Path) -> String {
        let name = entry(path).map(|(part, entry)| format!("{}-{}", part.name, entry.name).replace('_', "-"));
        name.map_or_else(|| path.to_string(), |name| self.look.get(&format!("label-{name}")))
    }

    /// Label and help above a field.
    pub(super) fn head(&self, ui: &mut Ui, path: &Path) {
        ui.add_space(4.0);
        let label = self.label(path);
        ui.label(strong(&label));
        if let Some((part, entry)) = entry(path) {
            let help = self.look.get(&part.help(entry));
            // What only repeats the label helps nobody.
            if help.trim_end_matches('.').to_lowercase() != label.to_lowercase() {
                note(ui, self.look.palette, help);
            }
        }
    }

    /// A field of one line or more; what came of it. Until it is left it shows what was typed.
    pub(super) fn line(&mut self, ui: &mut Ui, slot: &Slot, own: &str, name: &str, edit: Line<'_>) -> Typed {
        let mut text = self.form.typed.get(slot).cloned().unwrap_or_else(|| own.to_owned());
        let rows = edit.rows;
        let field = if rows > 0 {
            TextEdit::multiline(&mut text).desired_rows(rows).desired_width(f32::INFINITY)
        } else {
            TextEdit::singleline(&mut text).desired_width(edit.width)
        };
        let field = if edit.breaks { field } else { field.return_key(None) };
        let id = ui.make_persistent_id(("field", &slot.0, slot.1.map(Lang::code)));
        let response = ui.add(field.id(id).margin(egui::vec2(8.0, 6.0)).hint_text(edit.hint.to_owned()));
        let name = match self.item_of(&slot.0) {
            Some(item) if !name.ends_with(&item) => format!("{name} \u{b7} {item}"),
            _ => name.to_owned(),
        };
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
        if response.changed() {
            self.form.typed.insert(slot.clone(), text.clone());
        }
        Typed { changed: response.changed(), left: response.lost_focus(), text }
    }

    /// Which of several alike items a field belongs to: the id of an option, else a number from 1. It is said to
    /// those who do not see where the field stands.
    fn item_of(&self, path: &Path) -> Option<String> {
        let steps = path.steps();
        let at = (1..steps.len()).rev().find(|&at| {
            let list = match &steps[at - 1] {
                Step::Name(name) => name.as_str(),
                Step::No(_) => "",
            };
            let alike = ["options", "facts", "news", "quiz", "groups", "answers", "aims", "questions"];
            matches!(steps[at], Step::No(_)) && alike.contains(&list)
        })?;
        let no = match (&steps[at], steps.get(1)) {
            (Step::No(option), Some(Step::No(issue))) if steps.len() > 3 && at == 3 => {
                let ids = self.form.document.option_ids(*issue);
                return ids.get(*option).cloned().or_else(|| Some((option + 1).to_string()));
            }
            (Step::No(no), _) => no + 1,
            (Step::Name(_), _) => return None,
        };
        Some(no.to_string())
    }

    /// A text in both languages, side by side; one text for both stays one until it is told apart.
    pub(super) fn words(&mut self, ui: &mut Ui, path: &Path, rows: usize) {
        self.head(ui, path);
        self.words_plain(ui, path, rows);
        self.problems(ui, path);
    }

    /// The same without label and help.
    pub(super) fn words_plain(&mut self, ui: &mut Ui, path: &Path, rows: usize) {
        let texts = self.form.document.words(path);
        let label = self.label(path);
        if texts.one {
            let own = texts.id.unwrap_or_default();
            let name = format!("{label} \u{b7} {}", self.look.get("author-both-languages"));
            let slot = (path.clone(), None);
            let typed = self.line(ui, &slot, &own, &name, Line::text(rows));
            self.typed(&slot, &typed, Edit::Words(path.clone(), None, typed.text.clone()));
            let apart = self.look.get("author-tell-apart");
            let name = format!("{apart}: {label}");
            let button = ui.small_button(&apart);
            button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
            if button.clicked() {
                self.form.apply(&Edit::Words(path.clone(), Some(Lang::En), own), path);
            }
            return;
        }
        columns::<2>(ui, 10.0, |ui, at| {
            let lang = Lang::ALL[at];
            let own = if lang == Lang::Id { &texts.id } else { &texts.en };
            let name = format!("{label} \u{b7} {}", lang.own_name());
            let slot = (path.clone(), Some(lang));
            note(ui, self.look.palette, lang.own_name());
            let typed = self.line(ui, &slot, own.as_deref().unwrap_or_default(), &name, Line::text(rows));
            self.typed(&slot, &typed, Edit::Words(path.clone(), Some(lang), typed.text.clone()));
            let other = if lang == Lang::Id { &texts.en } else { &texts.id };
            let empty = |text: &Option<String>| text.as_ref().is_none_or(|it| it.trim().is_empty());
            if empty(own) && !empty(other) {
                self.told(ui, true, &self.look.get("author-untranslated"), None);
            }
        });
    }

    /// Takes over what was typed, letter by letter; leaving the field ends the step.
    fn typed(&mut self, slot: &Slot, typed: &Typed, edit: Edit) {
        if typed.changed {
            self.form.type_in(&edit, &slot.0);
        }
        if typed.left {
            self.form.document.seal();
            self.form.typed.remove(slot);
        }
    }

    /// A plain text of one line.
    pub(super) fn text(&mut self, ui: &mut Ui, path: &Path) {
        self.head(ui, path);
        let own = self.form.document.plain(path).unwrap_or_default().to_owned();
        let slot = (path.clone(), None);
        let typed = self.line(ui, &slot, &own, &self.label(path), Line { breaks: false, ..Line::text(1) });
        self.typed(&slot, &typed, Edit::Text(path.clone(), typed.text.replace('\n', " ")));
        self.problems(ui, path);
    }

    /// The id of an issue, an option or a piece of news: taken over when the field is left, for others name it.
    pub(super) fn id(&mut self, ui: &mut Ui, of: &Path) {
        let path = of.name("id");
        self.head(ui, &path);
        let own = self.form.document.plain(&path).unwrap_or_default().to_owned();
        let slot = (path.clone(), None);
        let name = format!("{} \u{b7} {own}", self.label(&path));
        let typed = self.line(ui, &slot, &own, &name, Line::short(ID, ""));
        if typed.left && typed.text != own {
            let edit = if of.steps().is_empty() {
                Edit::Text(path.clone(), typed.text)
            } else {
                Edit::Rename(of.clone(), typed.text)
            };
            if self.form.apply(&edit, &path) {
                self.form.typed.remove(&slot);
            }
        }
        self.problems(ui, &path);
    }

    /// A whole number with its label.
    pub(super) fn whole(&mut self, ui: &mut Ui, path: &Path) {
        self.head(ui, path);
        let label = self.label(path);
        self.number(ui, path, &label);
        self.problems(ui, path);
    }

    /// A whole number without label. What is no number, or outside its bounds, stays in the field and is told.
    pub(super) fn number(&mut self, ui: &mut Ui, path: &Path, name: &str) {
        let own = self.form.document.whole(path);
        let shown = own.map_or_else(String::new, |it| it.to_string());
        let slot = (path.clone(), None);
        let hint = default(path).unwrap_or_default();
        let typed = self.line(ui, &slot, &shown, name, Line::short(NUMBER, hint));
        let Some(Shape::Whole(low, high)) = form(path) else { return };
        let number = whole(&typed.text).filter(|it| (low..=high).contains(it));
        let optional = entry(path).is_some_and(|(_, it)| !it.required) && !is_side(path);
        let blank = typed.text.trim().is_empty();
        if typed.changed {
            match number {
                Some(number) => {
                    self.form.type_in(&Edit::Whole(path.clone(), number), path);
                }
                None if blank && optional => {
                    self.form.type_in(&Edit::Clear(path.clone()), path);
                }
                None => {}
            }
        }
        let fine = number.is_some() || blank && (optional || own.is_none());
        if typed.left {
            self.form.document.seal();
            if fine {
                self.form.typed.remove(&slot);
            }
        }
        if !fine {
            self.bad_number(ui, low, high, own);
        }
    }

    /// A number that is taken over when its field is left, because others change with it.
    pub(super) fn settled_number(&mut self, ui: &mut Ui, path: &Path, name: &str, own: i32) -> Option<i32> {
        let slot = (path.clone(), None);
        let typed = self.line(ui, &slot, &own.to_string(), name, Line::short(NUMBER, ""));
        let Some(Shape::Whole(low, high)) = form(path) else { return None };
        let number = whole(&typed.text).filter(|it| (low..=high).contains(it));
        if number.is_none() {
            self.bad_number(ui, low, high, Some(own));
            return None;
        }
        if !typed.left {
            return None;
        }
        self.form.typed.remove(&slot);
        number.filter(|number| *number != own)
    }

    fn bad_number(&self, ui: &mut Ui, low: i32, high: i32, own: Option<i32>) {
        let own = own.map_or_else(|| "\u{2013}".to_owned(), |own| own.to_string());
        let facts = [("low", low.to_string()), ("high", high.to_string()), ("own", own)];
        let facts = facts.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.told(ui, false, &self.look.words.with("author-bad-number", &facts), None);
    }

    /// A pair of numbers: one for each country.
    pub(super) fn pair(&mut self, ui: &mut Ui, path: &Path) {
        self.head(ui, path);
        let label = self.label(path);
        ui.horizontal_wrapped(|ui| {
            for seat in Seat::ALL {
                self.side(ui, path, seat, &label);
            }
        });
        self.problems(ui, path);
    }

    /// One number of a pair.
    pub(super) fn side(&mut self, ui: &mut Ui, path: &Path, seat: Seat, label: &str) {
        let country = self.country_name(seat);
        self.sign(ui, seat);
        ui.label(&country);
        self.number(ui, &path.no(seat.index()), &format!("{label} \u{b7} {country}"));
        ui.add_space(12.0);
    }

    /// A name out of a list; `none` is what leaving it out is called, where it may be left out.
    pub(super) fn choice(
        &mut self,
        ui: &mut Ui,
        path: &Path,
        names: &[(&str, String)],
        none: Option<String>,
    ) {
        self.head(ui, path);
        let own = self.form.document.plain(path).map(str::to_owned);
        let shown =
            names.iter().find(|(name, _)| Some(*name) == own.as_deref()).map(|(_, shown)| shown.clone());
        let shown = shown.or_else(|| none.clone()).unwrap_or_default();
        let label = self.label(path);
        let mut chosen = None;
        let combo =
            ComboBox::from_id_salt(("choice", path)).selected_text(shown).width(240.0).show_ui(ui, |ui| {
                if let Some(none) = none
                    && ui.selectable_label(own.is_none(), none).clicked()
                {
                    chosen = Some(Edit::Clear(path.clone()));
                }
                for (name, shown) in names {
                    if ui.selectable_label(own.as_deref() == Some(*name), shown).clicked() {
                        chosen = Some(Edit::Choice(path.clone(), (*name).to_owned()));
                    }
                }
            });
        name_it(&combo.response, &label);
        if let Some(edit) = chosen {
            self.form.apply(&edit, path);
        }
        self.problems(ui, path);
    }

    /// Yes or no.
    pub(super) fn fact(&mut self, ui: &mut Ui, path: &Path) {
        let document = &self.form.document;
        let mut fact = if document.has(path) { document.fact(path) } else { is_usual(path) };
        let label = WidgetText::from(strong(self.label(path)));
        if ui.checkbox(&mut fact, label).changed() {
            self.form.apply(&Edit::Fact(path.clone(), fact), path);
        }
        if let Some((part, entry)) = entry(path) {
            note(ui, self.look.palette, self.look.get(&part.help(entry)));
        }
        self.problems(ui, path);
    }
}

/// What a field looks like.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Rows; none for a field of fixed width.
    rows: usize,
    width: f32,
    hint: &'a str,
    /// Whether the text may have line breaks.
    breaks: bool,
}

impl<'a> Line<'a> {
    const fn text(rows: usize) -> Self {
        Self { rows, width: 0.0, hint: "", breaks: true }
    }

    pub(super) const fn short(width: f32, hint: &'a str) -> Self {
        Self { rows: 0, width, hint, breaks: true }
    }
}

/// What came of a field in this frame.
pub(super) struct Typed {
    pub changed: bool,
    pub left: bool,
    pub text: String,
}

/// Gives a control a name for those who do not see what stands above it.
pub(super) fn name_it(response: &Response, name: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name.to_owned()));
}

/// A number as it is typed, also with a true minus.
fn whole(text: &str) -> Option<i32> {
    text.trim().replace('\u{2212}', "-").parse().ok()
}

/// Whether a path names one number of a pair.
fn is_side(path: &Path) -> bool {
    path.split().is_some_and(|(pair, _)| matches!(form(&pair), Some(Shape::Pair(..))))
}

/// Whether a fact holds where the file says nothing.
fn is_usual(path: &Path) -> bool {
    entry(path).and_then(|(part, entry)| schema::default(part, entry.name)).is_some_and(|it| it[0] == "true")
}

/// What holds where a field is left out.
fn default(path: &Path) -> Option<&'static str> {
    let (part, entry) = entry(path)?;
    let second = path.within(&Path::of("second"));
    let both = schema::default(part, entry.name)?;
    Some(both[usize::from(second)]).filter(|it| it.parse::<i32>().is_ok())
}
