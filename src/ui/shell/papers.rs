//! Paper from the window: sheets of a scenario, the report of a game.

use super::Shell;
use crate::disk::papers;
use crate::print::{self, Format, Paper, PrintError, SheetOptions};
use crate::scenario::Scenario;
use std::sync::Arc;

/// Games that counterparts play for the teacher's picture of a class.
const GAMES: u64 = 40;

impl Shell {
    /// Writes the report of the game that is over.
    pub(super) fn save_report(&mut self) {
        let Some(session) = &self.session else { return };
        let name = format!("{}-{}", self.words.get("papers-report"), session.scenario().shared.id);
        let Some(made) = session.report(self.words).transpose() else { return };
        self.pages.told = Some(self.kept(&name, made));
    }

    /// Writes the sheets of the chosen scenario.
    pub(super) fn save_sheets(&mut self) {
        let Some(loaded) = self.library.get(self.setup.scenario) else { return };
        let scenario = Arc::clone(&loaded.scenario);
        self.message = Some(self.sheets_of(&scenario));
    }

    /// Writes the sheets of a scenario, and says where they are or why they are not there.
    pub(super) fn sheets_of(&self, scenario: &Arc<Scenario>) -> String {
        let name = format!("{}-{}", self.words.get("papers-sheets"), scenario.shared.id);
        let options = SheetOptions { format: Format::Both, games: GAMES, ..SheetOptions::default() };
        self.kept(&name, print::sheets(scenario, self.words, options))
    }

    /// Puts papers into a new folder, and says where they are or why they are not there.
    fn kept(&self, name: &str, made: Result<Vec<Paper>, PrintError>) -> String {
        let failed = |why: String| self.words.with("papers-failed", &[("why", &why)]);
        let papers = match made {
            Ok(papers) => papers,
            Err(error) => return failed(error.to_string()),
        };
        if !self.keeps {
            return self.words.with("papers-written", &[("path", name)]);
        }
        let folder = papers::new_folder(name);
        match papers::write(&folder, &papers) {
            Ok(()) => self.words.with("papers-written", &[("path", &folder.display().to_string())]),
            Err(error) => failed(self.words.why(&error)),
        }
    }
}
