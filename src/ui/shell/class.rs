//! The window as host of a class.

use super::{Screen, Shell};
use crate::disk::read_text;
use crate::scenario::builtin;
use crate::server::Hosting;
use crate::session::Hosted;
use crate::ui::hosting::{self, Bench};
use crate::ui::parts::Look;
use crate::ui::theme::Palette;
use egui::Ui;

/// The class that is open, if one is.
#[derive(Default)]
pub(in crate::ui) struct Room {
    hosting: Option<Hosting>,
    /// What is shown where no class runs: for pictures.
    pub posed: Option<Hosted>,
    bench: Bench,
}

impl Shell {
    /// The gallery, for a class; or the class itself if one is open.
    pub(super) fn choose_class(&mut self) {
        if self.class.hosting.is_some() {
            self.screen = Screen::Class;
            return;
        }
        self.hosts = true;
        self.open_gallery();
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

    /// Opens a class of this text of a scenario, unless one is open already: nobody's lesson ends by the way.
    pub(super) fn open_class_of(&mut self, text: &str) -> Result<(), String> {
        if self.class.hosting.is_some() {
            return Err(self.words.get("hosting-open-already"));
        }
        let hosting = Hosting::open(self.words.lang, text)?;
        self.class = Room { hosting: Some(hosting), ..Room::default() };
        self.message = None;
        self.screen = Screen::Class;
        Ok(())
    }

    pub(super) fn host(&mut self, ui: &mut Ui, palette: &Palette) {
        let sight = self.class.hosting.as_ref().map(Hosting::sight).or_else(|| self.class.posed.clone());
        let Some(sight) = sight else {
            self.screen = Screen::Title;
            return;
        };
        let look = Look { words: self.words, palette };
        match hosting::hosting_ui(ui, look, &sight, &mut self.class.bench) {
            None => {}
            Some(hosting::Choice::Console) => ui.ctx().open_url(egui::OpenUrl::new_tab(&sight.console)),
            Some(hosting::Choice::Close) => {
                self.class = Room::default();
                self.screen = Screen::Title;
            }
        }
    }
}
