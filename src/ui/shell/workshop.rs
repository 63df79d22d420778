//! The author's workshop in the window: which file is open, and what its buttons do.

use super::showing::Showing;
use super::{Screen, Shell};
use crate::disk::library::Loaded;
use crate::disk::{data_dir, read_bytes, spreadsheets};
use crate::interchange::table::Weights;
use crate::ui::parts::Look;
use crate::ui::setup::Kinds;
use crate::ui::theme::Palette;
use crate::ui::workshop::{self, Choice, Desk, Given, Pick, PickChoice, PickPlace};
use crate::words::Words;
use crate::workshop::{Place, Said, Workshop, begin, drafted};
use egui::{Context, Ui};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file that is being written, if one is open.
#[derive(Default)]
pub(in crate::ui) struct Bench {
    /// The file; it stays open, and watched, while a game of it is played.
    pub file: Option<Workshop>,
    /// What its screen remembers.
    pub desk: Desk,
    pick: Pick,
    /// What came of the last thing that was asked for.
    pub told: Option<String>,
    /// Spreadsheets of the user.
    pub tables: Vec<PathBuf>,
    /// A file to open as soon as there is a window to wake.
    pub first: Option<PathBuf>,
    /// A folder that is being shown.
    showing: Option<Showing>,
}

impl Bench {
    /// Chooses a spreadsheet to begin from.
    pub fn pick_table(&mut self, title: &str, path: &Path) {
        self.pick = Pick { title: title.to_owned(), ..Pick::from_table(path) };
    }
}

impl Shell {
    /// Opens the workshop with the file that is open there, or to choose one.
    pub(super) fn open_workshop(&mut self) {
        self.reload();
        self.find_tables();
        self.bench.told = None;
        self.screen = Screen::Workshop;
    }

    /// Opens a file in the workshop.
    pub(super) fn open_in_workshop(&mut self, ctx: &Context, path: &Path) {
        // The window sleeps while nobody touches it; this wakes it from the watcher's thread.
        let ctx = ctx.clone();
        let file = Workshop::open(path, Arc::new(move || ctx.request_repaint()));
        self.show_in_workshop(file);
    }

    /// Shows a file in the workshop.
    pub(in crate::ui) fn show_in_workshop(&mut self, file: Workshop) {
        self.screen = Screen::Workshop;
        if self.keeps_unsaved() {
            // What was written and not saved is looked at first.
            self.bench.told = Some(self.words.get("author-still-unsaved"));
            return;
        }
        self.bench = Bench { file: Some(file), ..Bench::default() };
        self.find_tables();
        self.screen = Screen::Workshop;
    }

    /// Looks for spreadsheets that somebody may begin from.
    fn find_tables(&mut self) {
        if self.keeps {
            self.bench.tables = spreadsheets::found();
        }
    }

    /// Offers these spreadsheets instead of those of this computer, for pictures and tests.
    pub fn offer_tables(&mut self, tables: Vec<PathBuf>) {
        self.bench.tables = tables;
    }

    /// Whether the form of the file that is open has changes that are not saved.
    pub(super) fn keeps_unsaved(&self) -> bool {
        self.bench.desk.has_unsaved()
    }

    /// Whether the window may close; if a class is open or changes of the form would be lost, their screens ask.
    pub fn may_close(&mut self) -> bool {
        self.keep();
        let unsaved = self.keeps_unsaved();
        if unsaved {
            self.screen = Screen::Workshop;
            self.bench.desk.ask_to_leave();
        }
        !unsaved && self.may_close_class()
    }

    /// The text of the file in the workshop, as it was last read or written.
    pub fn workshop_text(&self) -> Option<&str> {
        self.bench.file.as_ref().and_then(Workshop::source)
    }

    /// A file in the workshop as it would stand on the disk, for pictures and tests.
    pub fn pose_workshop(&mut self, path: &Path, source: &str) {
        self.show_in_workshop(Workshop::still(path, source));
    }

    pub(super) fn workshop(&mut self, ui: &mut Ui, palette: &Palette) {
        let look = Look { words: self.words, palette };
        if let Some(path) = self.bench.first.take() {
            self.open_in_workshop(ui.ctx(), &path);
        }
        if let Some(told) = self.bench.showing.as_ref().and_then(|it| it.told(self.words)) {
            self.bench.told = told;
            self.bench.showing = None;
        }
        let Some(file) = &mut self.bench.file else {
            self.pick_file(ui, look);
            return;
        };
        file.settle();
        self.bench.desk.settle(file);
        let given = Given { look, file, tables: &self.bench.tables, told: self.bench.told.as_deref() };
        match workshop::workshop_ui(ui, &given, &mut self.bench.desk) {
            None => {}
            Some(Choice::Close) => {
                self.bench = Bench::default();
                self.open_workshop();
            }
            Some(Choice::Table(path)) => match read_bytes(&path) {
                Ok(bytes) => self.bench.desk.take_table(&bytes, self.words),
                Err(error) => {
                    let told = unreadable(self.words, &path, &error);
                    self.bench.desk.refuse_table(told);
                }
            },
            Some(Choice::Start) => self.play_version(),
            Some(Choice::Host) => self.host_version(),
            Some(Choice::Sheets) => {
                let scenario = file.good().map(|good| Arc::clone(&good.scenario));
                self.bench.told = scenario.map(|scenario| self.sheets_of(&scenario));
            }
            Some(Choice::Folder) => {
                let folder = file.path().parent().map(Path::to_path_buf);
                // In pictures and tests nothing is started.
                self.bench.showing = folder.filter(|_| self.keeps).map(|it| Showing::start(it, ui.ctx()));
            }
            Some(Choice::Simulate) => {
                file.simulate();
                ui.ctx().request_repaint();
            }
            Some(Choice::Write(text)) => {
                let written = file.write(text);
                self.bench.told = written.err().map(|error| {
                    let path = file.path().display().to_string();
                    self.words.with("cli-unwritable", &[("path", &path), ("why", &self.words.why(&error))])
                });
                ui.ctx().request_repaint();
            }
        }
    }

    fn pick_file(&mut self, ui: &mut Ui, look: Look<'_>) {
        let folder = self.keeps.then(|| own_folder().display().to_string());
        let bench = &mut self.bench;
        let place =
            PickPlace { folder: folder.as_deref(), tables: &bench.tables, told: bench.told.as_deref() };
        let choice = workshop::pick_ui(ui, look, &self.library, &self.broken, &mut bench.pick, &place);
        match choice {
            None => {}
            Some(PickChoice::Open(path)) => self.open_in_workshop(ui.ctx(), &path),
            Some(PickChoice::New) => self.begin_file(ui.ctx()),
            Some(PickChoice::Reload) => {
                self.reload();
                self.find_tables();
            }
            Some(PickChoice::Back) => self.screen = self.home(),
        }
    }

    /// Begins a new file among the user's own scenarios, and opens it.
    fn begin_file(&mut self, ctx: &Context) {
        let (source, notes) = match self.source_of_new() {
            Ok(made) => made,
            Err(told) => {
                self.bench.told = Some(told);
                return;
            }
        };
        let folder = own_folder();
        let begun = begin(&source, &self.bench.pick.title, Place::Folder(&folder));
        let written = begun.and_then(|begun| {
            if self.keeps {
                begun.write()?;
            }
            Ok(begun)
        });
        match written {
            Ok(begun) if self.keeps => self.open_in_workshop(ctx, &begun.path),
            Ok(begun) => self.pose_workshop(&begun.path, &begun.text),
            Err(error) => {
                self.bench.told = Some(error.told(self.words));
                return;
            }
        }
        self.bench.told = Some(notes).filter(|notes| !notes.is_empty());
    }

    /// The text that a new file begins as, and what is to be said of it; or why there is none.
    fn source_of_new(&self) -> Result<(String, String), String> {
        let pick = &self.bench.pick;
        if let Some(source) = pick.origin.source() {
            return Ok((source.to_owned(), String::new()));
        }
        let path = pick.table.path().unwrap_or_default();
        let bytes = read_bytes(&path).map_err(|error| unreadable(self.words, &path, &error))?;
        let lines = |said: Vec<Said>| said.into_iter().map(|it| it.text).collect::<Vec<_>>().join("\n");
        let weights = if pick.divided { Weights::Normalised } else { Weights::Hundred };
        drafted(&bytes, &pick.title, weights, self.words)
            .map(|(text, notes)| (text, lines(notes)))
            .map_err(|said| format!("{}\n{}", lines(said), self.words.get("cli-table-nothing-written")))
    }

    /// Puts a game together with the last good version; it keeps that version, whatever is saved later.
    fn play_version(&mut self) {
        let Some(file) = &self.bench.file else { return };
        let Some(good) = file.good() else { return };
        let scenario = Arc::clone(&good.scenario);
        let loaded = Loaded { scenario, path: Some(file.path().to_path_buf()), warnings: Vec::new() };
        self.reload();
        self.setup.scenario = self.add_to_library(loaded);
        self.setup.kinds = Kinds::Solo;
        self.setup_back = Screen::Workshop;
        self.screen = Screen::Setup;
    }

    fn host_version(&mut self) {
        let text = self.bench.file.as_ref().and_then(Workshop::good).map(|good| good.source.clone());
        let Some(text) = text else { return };
        if let Err(why) = self.open_class_of(&text) {
            self.bench.told = Some(why);
        }
    }
}

/// Why a spreadsheet cannot be read.
fn unreadable(words: Words, path: &Path, error: &io::Error) -> String {
    words.with("cli-unreadable", &[("path", &path.display().to_string()), ("why", &words.why(error))])
}

/// Where a scenario that is begun in the window lies: with the user's own data, wherever the program
/// was started.
fn own_folder() -> PathBuf {
    data_dir().join("scenarios")
}
