//! The screens outside a game: title, gallery, a new game, settings; and what keys do on every screen.

use super::{Screen, Shell};
use crate::disk::library::{self, Loaded};
use crate::disk::settings;
use crate::session::Session;
use crate::table::Record;
use crate::ui::gallery;
use crate::ui::keys::{self, Does};
use crate::ui::parts::Look;
use crate::ui::settings as settings_page;
use crate::ui::setup::{self, Kinds};
use crate::ui::theme::{Mood, Palette};
use crate::ui::title::{self, Saved};
use crate::ui::why;
use crate::words::Words;
use egui::Ui;

impl Shell {
    pub(super) fn title(&mut self, ui: &mut Ui, palette: &Palette) -> bool {
        let look = Look { words: self.words, palette };
        let rounds = |record: &Record| {
            record.events.iter().filter(|event| matches!(event, crate::rules::Event::Round(_))).count()
        };
        let saved: Vec<Saved> = self
            .saved
            .iter()
            .map(|(_, record, scenario)| Saved {
                title: scenario.shared.title.get(self.words.lang).to_owned(),
                round: rounds(record).try_into().unwrap_or(0),
            })
            .collect();
        let entries = if self.older && saved.len() > 1 {
            title::older(look, &saved)
        } else {
            title::entries(look, &saved, !self.settings.guided)
        };
        let choice = egui::CentralPanel::default()
            .frame(egui::Frame::NONE)
            .show(ui, |ui| title::title_ui(ui, look, &entries, self.message.as_deref()))
            .inner;
        match choice {
            None => {}
            Some(title::Choice::Quit) => return self.may_close(),
            Some(title::Choice::Language(lang)) => self.speak(Words::new(lang)),
            Some(title::Choice::Mood) => {
                let other = if self.mood() == Mood::Light { Mood::Dark } else { Mood::Light };
                self.set_mood(other);
            }
            Some(title::Choice::Guide) => self.start_guide(),
            Some(title::Choice::Glossary) => self.glossary.show(),
            Some(title::Choice::Settings) => self.open_settings(),
            Some(title::Choice::Host) => self.choose_class(),
            Some(title::Choice::Workshop) => self.open_workshop(),
            Some(title::Choice::New) => {
                self.setup.kinds = Kinds::Solo;
                self.hosts = false;
                self.open_gallery();
            }
            Some(title::Choice::Watch) => {
                self.setup.kinds = Kinds::Watch;
                self.hosts = false;
                self.open_gallery();
            }
            Some(title::Choice::Continue(no)) if no < self.saved.len() => {
                let (path, record, scenario) = self.saved.remove(no);
                self.begin(Session::resume(scenario, record, Some(path)));
            }
            Some(title::Choice::Continue(_)) => {}
            Some(title::Choice::Older(older)) => self.older = older,
        }
        false
    }

    /// What keys do on every screen.
    pub(super) fn keys(&mut self, ctx: &egui::Context) {
        if keys::pressed(ctx, Does::Settings) {
            if self.screen == Screen::Settings {
                why::say(ctx, Does::Settings, self.words.get("why-settings-open"));
            }
            self.open_settings();
        }
        for (does, steps) in [(Does::Larger, Some(1)), (Does::Smaller, Some(-1)), (Does::Usual, None)] {
            if keys::pressed(ctx, does) {
                let before = self.settings.text(self.usual_text);
                settings_page::resize(&mut self.settings, self.usual_text, steps);
                if self.settings.text(self.usual_text) == before {
                    let percent = before.to_string();
                    why::say(ctx, does, self.words.with("why-text-size", &[("percent", &percent)]));
                }
                self.remember();
            }
        }
        let escape = |ctx: &egui::Context| {
            ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape))
        };
        if self.glossary.open {
            return;
        }
        let back = match self.screen {
            Screen::Settings => self.before,
            Screen::Setup => self.setup_back,
            Screen::Gallery => Screen::Title,
            Screen::Class | Screen::Workshop => self.home(),
            Screen::Title | Screen::Game => return,
        };
        // Escape leaves a text field first.
        if !self.wrote && !egui::Popup::is_any_open(ctx) && escape(ctx) {
            self.screen = back;
        }
    }

    /// Says why keys of the talks did nothing elsewhere. To be called after the screen is drawn, which
    /// takes those that it answers; where somebody writes, they may belong to the line.
    pub(super) fn answer_keys_of_the_talks(&self, ctx: &egui::Context) {
        if ctx.text_edit_focused() || self.glossary.open {
            return;
        }
        let agrees = self.session.as_ref().is_some_and(|session| session.assent().is_some());
        let key = if agrees { "why-assent" } else { "why-only-talks" };
        for does in keys::OF_THE_TALKS {
            if keys::pressed(ctx, does) {
                why::say(ctx, does, self.words.get(key));
            }
        }
    }

    /// Where one comes from class and workshop: the running game, if one was left for a question there.
    pub(super) const fn home(&self) -> Screen {
        if self.session.is_some() { Screen::Game } else { Screen::Title }
    }

    /// Opens the settings; they lead back to the screen that is shown now.
    pub(in crate::ui) fn open_settings(&mut self) {
        if self.screen != Screen::Settings {
            self.before = self.screen;
            self.screen = Screen::Settings;
        }
    }

    pub(super) fn change_settings(&mut self, ui: &mut Ui, palette: &Palette) {
        let look = Look { words: self.words, palette };
        let before = self.settings.clone();
        let place = self.keeps.then(|| settings::path().display().to_string());
        let choice =
            settings_page::settings_ui(ui, look, &mut self.settings, self.usual_text, place.as_deref());
        if self.settings != before {
            self.remember();
            ui.ctx().request_repaint();
        }
        if let Some(message) = &self.message {
            ui.label(egui::RichText::new(message).color(palette.bad));
        }
        match choice {
            None => {}
            Some(settings_page::Choice::Back) => self.screen = self.before,
            Some(settings_page::Choice::Language(lang)) => self.speak(Words::new(lang)),
        }
    }

    /// Opens the gallery with the files as they are now.
    pub(super) fn open_gallery(&mut self) {
        self.reload();
        self.setup_back = Screen::Gallery;
        self.screen = Screen::Gallery;
    }

    /// Reads the scenarios again; one that was named on the command line stays.
    pub(super) fn reload(&mut self) {
        let named = self.library.first().filter(|_| self.extra).cloned();
        self.library = named.into_iter().chain(in_order()).collect();
        self.broken = library::troubles();
        self.setup.scenario = 0;
    }

    /// Where a scenario stands in the library; one that is not there is put before all others.
    pub(super) fn add_to_library(&mut self, loaded: Loaded) -> usize {
        let known = self.library.iter().position(|it| it.scenario.hash == loaded.scenario.hash);
        known.unwrap_or_else(|| {
            if self.extra {
                self.library.remove(0);
            }
            self.library.insert(0, loaded);
            self.extra = true;
            0
        })
    }

    pub(super) fn gallery(&mut self, ui: &mut Ui, palette: &Palette) {
        let look = Look { words: self.words, palette };
        let kept = self.class.kept.as_ref().filter(|_| self.hosts);
        match gallery::gallery_ui(ui, look, &self.library, &self.broken, kept, &mut self.filter) {
            None => {}
            Some(gallery::Choice::Back) => self.screen = Screen::Title,
            Some(gallery::Choice::Kept) => self.reopen_class(),
            Some(gallery::Choice::Reload) => self.reload(),
            Some(gallery::Choice::Workshop(path)) => self.open_in_workshop(ui.ctx(), &path),
            Some(gallery::Choice::Workshops) => self.open_workshop(),
            Some(gallery::Choice::Scenario(no)) => {
                self.setup.scenario = no;
                if self.hosts {
                    self.open_class();
                } else {
                    self.screen = Screen::Setup;
                }
            }
        }
    }

    pub(super) fn setup(&mut self, ui: &mut Ui, palette: &Palette) {
        let look = Look { words: self.words, palette };
        let before = self.settings.coach;
        let choice = setup::setup_ui(ui, look, &self.library, &mut self.setup, &mut self.settings.coach);
        if let Some(message) = &self.message {
            crate::ui::parts::note(ui, palette, message);
        }
        if self.settings.coach != before {
            self.remember();
        }
        match choice {
            None => {}
            Some(setup::Choice::Back) => {
                self.message = None;
                self.screen = self.setup_back;
            }
            Some(setup::Choice::Start) => self.start(),
            Some(setup::Choice::Sheets) => self.save_sheets(),
            Some(setup::Choice::Workshop(path)) => self.open_in_workshop(ui.ctx(), &path),
        }
    }
}

/// The scenarios, the easiest first: that is where a first game begins.
pub(super) fn in_order() -> Vec<Loaded> {
    let mut library: Vec<Loaded> = library::all().into_values().collect();
    library.sort_by(|a, b| {
        let key = |it: &Loaded| (it.scenario.shared.difficulty, it.scenario.shared.id.clone());
        key(a).cmp(&key(b))
    });
    library
}
