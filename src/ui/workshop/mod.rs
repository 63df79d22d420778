//! The author's workshop: a scenario file and what people will see of it, again after every save.
//!
//! The file is a [`Workshop`], which watches and reckons; here it is drawn. A panel that changes the file
//! returns its whole new text as [`Choice::Write`], and the workshop writes it.

mod balance;
mod banner;
mod edit;
mod head;
mod mend;
mod pick;
mod preview;
mod projector;

pub(super) use pick::{Choice as PickChoice, Pick, Place as PickPlace, pick_ui};

use super::debrief::Pages;
use super::form::Form;
use super::parts::{Look, Scene};
use crate::scenario::{Deal, IssueNo, PerSeat, Seat};
use crate::words::Words;
use crate::workshop::{Mending, Said, Workshop};
use egui::{ScrollArea, Ui};
use std::path::PathBuf;

/// What is shown of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// The first country's confidential sheet.
    First,
    /// The second country's.
    Second,
    /// What both know.
    #[default]
    Shared,
    /// The draft treaty at the beginning of the talks.
    Talks,
    /// The wall of the classroom.
    Projector,
    /// The debrief of a game that counterparts played.
    Debrief,
    /// The version in numbers.
    Balance,
    /// The form in which the file is changed.
    Edit,
}

impl Tab {
    /// All of them, in the order of a lesson.
    pub(super) const ALL: [Self; 8] = [
        Self::Shared,
        Self::First,
        Self::Second,
        Self::Talks,
        Self::Projector,
        Self::Debrief,
        Self::Balance,
        Self::Edit,
    ];

    /// A name that stays the same in every language: for what egui remembers of a tab.
    const fn salt(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Shared => "shared",
            Self::Talks => "talks",
            Self::Projector => "projector",
            Self::Debrief => "debrief",
            Self::Balance => "balance",
            Self::Edit => "edit",
        }
    }
}

/// What the screen remembers between frames.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    /// What is shown.
    pub tab: Tab,
    /// Whether sheets are shown in their short form.
    pub short: bool,
    /// Whether every problem is listed.
    pub unfolded: bool,
    /// Whose talks are shown.
    pub seat: Seat,
    /// The article whose options are open.
    pub open: PerSeat<Option<IssueNo>>,
    /// The drafts that are tried in the talks.
    pub drafts: PerSeat<Option<Deal>>,
    /// Where the debrief is open.
    pub pages: Pages,
    /// The path that was copied.
    pub copied: bool,
    /// What would be mended, while the author looks at it.
    pub mending: Option<Mending>,
    /// The form, once it was opened.
    pub form: Option<Form>,
    /// Whether the author wants to close the file although the form has unsaved changes.
    leaving: bool,
    /// The save that it belongs to.
    save: u32,
    /// The content hash of the version that the drafts belong to.
    version: String,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            short: false,
            unfolded: false,
            seat: Seat::First,
            // An article that is open shows what trying one is like.
            open: PerSeat::both(Some(0)),
            drafts: PerSeat::default(),
            pages: Pages::default(),
            copied: false,
            mending: None,
            form: None,
            leaving: false,
            save: 0,
            version: String::new(),
        }
    }
}

impl Desk {
    /// Whether the form has anything that the file does not have yet.
    pub fn has_unsaved(&self) -> bool {
        self.form.as_ref().is_some_and(Form::is_changed)
    }

    /// Asks whether unsaved changes are to be kept.
    pub const fn ask_to_leave(&mut self) {
        self.leaving = true;
    }

    /// Puts the cells of a spreadsheet into the form.
    pub fn take_table(&mut self, bytes: &[u8], words: Words) {
        if let Some(form) = &mut self.form {
            form.take_table(bytes, words);
        }
    }

    /// Tells beside the table why a spreadsheet could not be read.
    pub fn refuse_table(&mut self, told: String) {
        if let Some(form) = &mut self.form {
            form.pasted = vec![Said { error: true, text: told }];
        }
    }

    /// Lets go of what belongs to an older version; where the author was looking stays.
    pub fn settle(&mut self, file: &Workshop) {
        if self.save != file.saves() {
            self.save = file.saves();
            self.mending = None;
        }
        let Some(good) = file.good() else { return };
        if self.version == good.scenario.hash {
            return;
        }
        self.version.clone_from(&good.scenario.hash);
        self.drafts = PerSeat::default();
        self.pages.trial = Default::default();
    }
}

/// What the screen is given.
pub(super) struct Given<'a> {
    pub look: Look<'a>,
    /// The file.
    pub file: &'a Workshop,
    /// Spreadsheets of the user.
    pub tables: &'a [PathBuf],
    /// What came of the last thing that was asked for.
    pub told: Option<&'a str>,
}

/// What the author wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Another file.
    Close,
    /// A game with the last good version.
    Start,
    /// A class with it.
    Host,
    /// Its sheets to print.
    Sheets,
    /// The folder in which it lies, in the file manager.
    Folder,
    /// A class of counterparts plays it.
    Simulate,
    /// The cells of this spreadsheet go into the form.
    Table(PathBuf),
    /// This is the new text of the file.
    Write(String),
}

/// The least height of a preview; where there is less, the screen scrolls.
const LEAST_PREVIEW: f32 = 260.0;

pub(super) fn workshop_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk) -> Option<Choice> {
    let mut choice = None;
    // What stands above the previews grows with the problems; the screen scrolls rather than cut it.
    let full = ui.available_height();
    ScrollArea::vertical().id_salt("bench").auto_shrink(false).show(ui, |ui| {
        let top = ui.cursor().top();
        choice = head::head_ui(ui, given, desk);
        if choice == Some(Choice::Close) && desk.has_unsaved() {
            desk.ask_to_leave();
            choice = None;
        }
        if desk.leaving {
            choice = edit::leaving_ui(ui, given, desk).or(choice.take());
        }
        banner::banner_ui(ui, given, desk);
        tabs_ui(ui, given, desk);
        ui.separator();
        let height = (full - (ui.cursor().top() - top) - 4.0).max(LEAST_PREVIEW);
        let size = egui::vec2(ui.available_width(), height);
        let layout = egui::Layout::top_down(egui::Align::LEFT);
        ui.push_id(desk.tab.salt(), |ui| {
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.set_min_size(size);
                let chosen = if let Some(mending) = &desk.mending {
                    let mut done = false;
                    let chosen = mend::mend_ui(ui, given.look, mending, &mut done);
                    if done {
                        desk.mending = None;
                    }
                    chosen
                } else {
                    tab_ui(ui, given, desk)
                };
                choice = chosen.or(choice.take());
            });
        });
    });
    choice
}

fn tabs_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk) {
    ui.horizontal_wrapped(|ui| {
        for tab in Tab::ALL {
            let shown = desk.tab == tab && desk.mending.is_none();
            if ui.selectable_label(shown, super::parts::strong(tab_name(given, tab))).clicked() {
                desk.tab = tab;
                desk.mending = None;
            }
        }
    });
}

/// What a tab is called: sheets by the name of their country.
fn tab_name(given: &Given<'_>, tab: Tab) -> String {
    let look = given.look;
    let sheet = |seat: Seat| {
        let country = given.file.good().map(|it| &it.scenario.shared.countries[seat].name);
        let letter = || ["1", "2"][seat.index()].to_owned();
        let country = country.map_or_else(letter, |name| name.get(look.words.lang).to_owned());
        look.words.with("workshop-tab-sheet", &[("country", &country)])
    };
    match tab {
        Tab::First => sheet(Seat::First),
        Tab::Second => sheet(Seat::Second),
        Tab::Shared => look.get("workshop-tab-shared"),
        Tab::Talks => look.get("workshop-tab-talks"),
        Tab::Projector => look.get("workshop-tab-projector"),
        Tab::Debrief => look.get("workshop-tab-debrief"),
        Tab::Balance => look.get("workshop-tab-balance"),
        Tab::Edit => look.get("workshop-tab-edit"),
    }
}

/// The panel of the open tab. One that changes the file returns its new text to be written.
fn tab_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk) -> Option<Choice> {
    if desk.tab == Tab::Edit {
        return edit::edit_ui(ui, given, desk);
    }
    let Some(good) = given.file.good() else {
        ui.label(given.look.get("workshop-no-version"));
        return None;
    };
    let scene = Scene::new(given.look, &good.scenario.shared);
    match desk.tab {
        Tab::First => preview::sheet_ui(ui, &scene, good, Seat::First, &mut desk.short),
        Tab::Second => preview::sheet_ui(ui, &scene, good, Seat::Second, &mut desk.short),
        Tab::Shared => preview::shared_ui(ui, &scene, &mut desk.short),
        Tab::Talks => preview::talks_ui(ui, &scene, good, desk),
        Tab::Debrief => preview::debrief_ui(ui, &scene, given.file, desk),
        Tab::Projector => return projector::projector_ui(ui, given, &scene),
        Tab::Balance => return balance::balance_ui(ui, given, &scene),
        // Drawn above: it needs no version that can be played.
        Tab::Edit => {}
    }
    None
}
