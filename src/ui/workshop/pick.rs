//! Which file: one of one's own, broken ones too, or a new one from a template or as a copy.

use crate::disk::library::{Broken, Loaded};
use crate::scenario::template;
use crate::scenario::{Lang, builtin};
use crate::ui::parts::{Look, card, columns, heading, note, primary_if, secondary, title};
use crate::ui::spreadsheets::{Chooser, chooser_ui, dropped};
use egui::{ComboBox, RichText, ScrollArea, TextEdit, Ui};
use egui_phosphor::regular as icon;
use std::path::{Path, PathBuf};

/// What a new file begins as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Origin {
    /// The template of this number.
    Template(usize),
    /// The shipped scenario of this number.
    Copy(usize),
    /// A spreadsheet of the user.
    Table,
}

impl Origin {
    /// The text of it.
    pub fn source(self) -> Option<&'static str> {
        match self {
            Self::Template(no) => template::ALL.get(no).map(|it| it.source),
            Self::Copy(no) => builtin::FILES.get(no).map(|(_, source)| *source),
            // Its text is made when its cells are read.
            Self::Table => None,
        }
    }
}

/// What the screen remembers between frames.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Pick {
    /// The title of a new scenario.
    pub title: String,
    /// What it begins as.
    pub origin: Origin,
    /// The spreadsheet that it begins as.
    pub table: Chooser,
    /// Whether weights of that spreadsheet are divided by their sum.
    pub divided: bool,
}

impl Default for Pick {
    fn default() -> Self {
        Self { title: String::new(), origin: Origin::Template(0), table: Chooser::default(), divided: false }
    }
}

impl Pick {
    /// To begin from this spreadsheet, under its name.
    pub fn from_table(path: &Path) -> Self {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " "));
        let mut table = Chooser::default();
        table.take(path);
        Self { title: stem.unwrap_or_default(), origin: Origin::Table, table, divided: false }
    }
}

/// Where a new file goes.
pub(in crate::ui) struct Place<'a> {
    /// The folder; `None` where nothing is kept.
    pub folder: Option<&'a str>,
    /// Spreadsheets that one may begin from.
    pub tables: &'a [PathBuf],
    /// Why the last one could not be begun.
    pub told: Option<&'a str>,
}

/// What the author wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Choice {
    /// This file.
    Open(PathBuf),
    /// A new one.
    New,
    /// The files are read again.
    Reload,
    /// Back to the title.
    Back,
}

pub(in crate::ui) fn pick_ui(
    ui: &mut Ui,
    look: Look<'_>,
    library: &[Loaded],
    broken: &[Broken],
    pick: &mut Pick,
    place: &Place<'_>,
) -> Option<Choice> {
    let mut choice = dropped(ui.ctx()).and_then(|path| take_in(pick, path));
    title(ui, &look.get("workshop-title"));
    note(ui, look.palette, look.get("workshop-says"));
    ui.add_space(6.0);
    let height = ui.available_height() - 56.0;
    ScrollArea::vertical().id_salt("pick").max_height(height).auto_shrink(false).show(ui, |ui| {
        columns::<2>(ui, 14.0, |ui, column| {
            card(ui, look.palette, |ui| {
                let chosen = if column == 0 {
                    own_ui(ui, look, library, broken)
                } else {
                    new_ui(ui, look, pick, place)
                };
                choice = chosen.or(choice.take());
            });
        });
    });
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, &look.get("back")).clicked() {
            choice = Some(Choice::Back);
        }
        let again = format!("{} {}", icon::ARROW_CLOCKWISE, look.get("gallery-reload"));
        if secondary(ui, &again).on_hover_text(look.get("gallery-reload-does")).clicked() {
            choice = Some(Choice::Reload);
        }
    });
    choice
}

/// The author's own files, those with mistakes first.
fn own_ui(ui: &mut Ui, look: Look<'_>, library: &[Loaded], broken: &[Broken]) -> Option<Choice> {
    let mut choice = None;
    heading(ui, &look.get("workshop-own"));
    let mut any = false;
    let mut file_ui = |ui: &mut Ui, path: &PathBuf, label: String, says: Option<String>| {
        any = true;
        if ui.add(egui::Button::new(label).wrap().min_size(egui::vec2(0.0, 38.0))).clicked() {
            choice = Some(Choice::Open(path.clone()));
        }
        if let Some(says) = says {
            ui.label(RichText::new(says).color(look.palette.bad));
        }
        ui.add(egui::Label::new(small(look, path.display().to_string())).wrap());
        ui.add_space(6.0);
    };
    for one in broken {
        let label = format!("{} {}", icon::WARNING, one.name());
        file_ui(ui, &one.path, label, Some(look.get("workshop-broken")));
    }
    for loaded in library.iter().filter(|it| it.is_own()) {
        let Some(path) = &loaded.path else { continue };
        let name = loaded.scenario.shared.title.get(look.words.lang);
        file_ui(ui, path, format!("{} {name}", icon::FILE_TEXT), None);
    }
    if !any {
        ui.label(look.get("workshop-own-none"));
    }
    choice
}

fn small(look: Look<'_>, text: String) -> RichText {
    RichText::new(text).size(crate::ui::theme::size::SMALL).color(look.palette.muted)
}

/// A file that was dropped on the window: a scenario is opened, anything else is to be read as a table.
fn take_in(pick: &mut Pick, path: PathBuf) -> Option<Choice> {
    if path.extension().is_some_and(|ending| ending == "ron") {
        return Some(Choice::Open(path));
    }
    let title = Some(std::mem::take(&mut pick.title)).filter(|title| !title.trim().is_empty());
    *pick = Pick::from_table(&path);
    if let Some(title) = title {
        pick.title = title;
    }
    None
}

/// What a new file is called, and what it begins as.
fn new_ui(ui: &mut Ui, look: Look<'_>, pick: &mut Pick, place: &Place<'_>) -> Option<Choice> {
    heading(ui, &look.get("workshop-new"));
    // Above what is filled in: below a long list nobody would see it.
    if let Some(told) = place.told {
        ui.label(RichText::new(told).color(look.palette.bad));
        ui.add_space(4.0);
    }
    let label = ui.label(look.get("workshop-new-title"));
    let field =
        TextEdit::singleline(&mut pick.title).desired_width(f32::INFINITY).margin(egui::vec2(8.0, 8.0));
    ui.add(field).labelled_by(label.id);
    ui.add_space(4.0);
    let label = ui.label(look.get("workshop-new-from"));
    let combo = ComboBox::from_id_salt("origin")
        .selected_text(name(look, pick.origin))
        .width((ui.available_width() - 12.0).min(420.0))
        .height(360.0);
    let shown = combo.show_ui(ui, |ui| {
        let templates = (0..template::ALL.len()).map(Origin::Template);
        let copies = (0..builtin::FILES.len()).map(Origin::Copy);
        for origin in templates.chain([Origin::Table]).chain(copies) {
            ui.selectable_value(&mut pick.origin, origin, name(look, origin));
        }
    });
    shown.response.labelled_by(label.id);
    let table = pick.origin == Origin::Table;
    note(ui, look.palette, look.get(if table { "workshop-new-table-says" } else { "workshop-new-says" }));
    ui.add_space(4.0);
    if table {
        chooser_ui(ui, look, place.tables, &mut pick.table);
        ui.add_space(4.0);
        ui.checkbox(&mut pick.divided, look.get("workshop-new-divided"));
        ui.add_space(4.0);
    }
    let ready = !pick.title.trim().is_empty() && (!table || pick.table.path().is_some());
    let made = primary_if(ui, look.palette, &look.get("workshop-new-make"), ready).clicked();
    if let Some(folder) = place.folder {
        let folder = look.words.with("workshop-new-where", &[("path", folder)]);
        ui.add(egui::Label::new(small(look, folder)).wrap());
    }
    made.then_some(Choice::New)
}

/// What a beginning is called in the user's language.
fn name(look: Look<'_>, origin: Origin) -> String {
    match origin {
        Origin::Template(no) => {
            let known = template::ALL.get(no);
            let name = known.map_or("", |it| match look.words.lang {
                Lang::Id => it.aliases.first().copied().unwrap_or(it.name),
                Lang::En => it.name,
            });
            look.words.with("workshop-template", &[("name", name)])
        }
        Origin::Copy(no) => {
            let shipped = builtin::all().get(no);
            let name = shipped.map_or("", |it| it.shared.title.get(look.words.lang));
            look.words.with("workshop-copy", &[("title", name)])
        }
        Origin::Table => look.get("workshop-from-table"),
    }
}
