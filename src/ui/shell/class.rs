//! The window as host of a class.

use super::{Screen, Shell};
use crate::disk::read_text;
use crate::scenario::builtin;
use crate::server::Hosting;
use crate::session::{Hosted, Kept};
use crate::ui::hosting::{self, Bench};
use crate::ui::parts::Look;
use crate::ui::theme::Palette;
use egui::Ui;

/// The class that is open, if one is.
#[derive(Default)]
pub(in crate::ui) struct Room {
    hosting: Option<Hosting>,
    /// A class that can be gone on with.
    pub kept: Option<Kept>,
    /// Whether the class was deleted on the console while this window showed it.
    pub deleted: bool,
    /// What is shown where no class runs: for pictures.
    pub posed: Option<Hosted>,
    bench: Bench,
}

impl Shell {
    /// The gallery, for a class; or the class itself if one is open.
    pub(super) fn choose_class(&mut self) {
        if self.hosts_a_class() {
            self.screen = Screen::Class;
            return;
        }
        self.class = Room { kept: Hosting::kept().filter(|_| self.keeps), ..Room::default() };
        self.hosts = true;
        self.open_gallery();
    }

    /// Whether a class is open; one that was deleted on its console is let go of here.
    pub(super) fn hosts_a_class(&mut self) -> bool {
        if self.class.hosting.as_ref().is_some_and(Hosting::is_over) {
            self.class = Room { deleted: true, ..Room::default() };
        }
        self.class.hosting.is_some()
    }

    /// Asks whether the class that is open may be closed; whether there is no need to ask.
    pub(super) fn may_close_class(&mut self) -> bool {
        // Who asks a second time, with the question on the screen, has answered it.
        if !self.hosts_a_class() || (self.screen == Screen::Class && self.class.bench.asks_to_close()) {
            return true;
        }
        self.screen = Screen::Class;
        self.class.bench.ask_to_close();
        false
    }

    /// Opens a class of the chosen scenario.
    pub(super) fn open_class(&mut self) {
        let Some(loaded) = self.library.get(self.setup.scenario) else { return };
        let text = match &loaded.path {
            Some(path) => read_text(path).ok(),
            None => builtin::source(&loaded.scenario.shared.id).map(str::to_owned),
        };
        // A file that went away since the gallery was drawn.
        let Some(text) = text else {
            self.reload();
            return;
        };
        if let Err(why) = self.open_class_of(&text) {
            self.message = Some(why);
            self.screen = Screen::Title;
        }
    }

    /// Goes on with the class that was kept.
    pub(super) fn reopen_class(&mut self) {
        let Some(kept) = self.class.kept.take() else { return };
        if let Err(why) =
            Hosting::reopen(self.words.lang, &kept.folder).map(|hosting| self.show_class(hosting))
        {
            self.message = Some(why);
            self.screen = Screen::Title;
        }
    }

    fn show_class(&mut self, hosting: Hosting) {
        self.class = Room { hosting: Some(hosting), ..Room::default() };
        self.message = None;
        self.screen = Screen::Class;
    }

    /// Opens a class of this text of a scenario, unless one is open already: nobody's lesson ends by the way.
    pub(super) fn open_class_of(&mut self, text: &str) -> Result<(), String> {
        if self.hosts_a_class() {
            return Err(self.words.get("hosting-open-already"));
        }
        self.show_class(Hosting::open(self.words.lang, text)?);
        Ok(())
    }

    pub(super) fn host(&mut self, ui: &mut Ui, palette: &Palette) {
        let look = Look { words: self.words, palette };
        self.hosts_a_class();
        if self.class.deleted {
            if hosting::deleted_ui(ui, look) {
                self.class = Room::default();
                self.screen = self.home();
            }
            return;
        }
        let sight =
            self.class.hosting.as_ref().map(|it| it.sight(self.words)).or_else(|| self.class.posed.clone());
        let Some(sight) = sight else {
            self.screen = self.home();
            return;
        };
        match hosting::hosting_ui(ui, look, &sight, &mut self.class.bench) {
            None => {}
            Some(hosting::Choice::Back) => self.screen = self.home(),
            Some(hosting::Choice::Console) => ui.ctx().open_url(egui::OpenUrl::new_tab(&sight.console)),
            Some(hosting::Choice::Close) => {
                self.class = Room::default();
                self.screen = self.home();
            }
        }
    }
}
