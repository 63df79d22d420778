//! The whole game as panels: which screen is shown, and what the person does on it.

mod begin;
mod ceremony;
mod class;
mod focus;
mod game;
mod outside;
mod papers;
mod scene;
mod showing;
mod workshop;

pub(in crate::ui) use ceremony::Ceremony;
pub(in crate::ui) use workshop::Bench;

use super::curtain::Lock;
use super::debrief::{self, Pages};
use super::gallery;
use super::glossary::{self, Glossary};
use super::guide::{self, Guide};
use super::keys::{self, Does};
use super::parts::{Look, roomy};
use super::preparation::Plan;
use super::reflection::Answers;
use super::room::{self, Opening};
use super::setup::{Kinds, Setup};
use super::talks::Desk;
use super::theme::{self, Mood, Palette};
use super::watching::{self, Speed};
use super::why;
use crate::disk::library::{self, Loaded};
use crate::disk::{played, saves, settings};
use crate::scenario::{IssueNo, PerSeat, Scenario, Seat};
use crate::session::{Mode, Session, Wish};
use crate::sound::Cue;
use crate::table::Record;
use crate::words::Words;
use egui::{Frame, Margin, Ui};
use std::path::PathBuf;
use std::sync::Arc;

/// The screen that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The first screen.
    Title,
    /// The scenarios.
    Gallery,
    /// A new game is put together.
    Setup,
    /// A class that this window hosts.
    Class,
    /// A scenario is written.
    Workshop,
    /// Language, look, sound, keys.
    Settings,
    /// A game runs; which of its screens is shown follows from the game.
    Game,
}

/// What the window has to do for the panels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Close the window.
    pub quit: bool,
    /// Draw again in so many seconds, even if nothing is touched.
    pub again_in: Option<f64>,
    /// Where the room behind the panels shows.
    pub room: Option<Opening>,
}

/// How long a button may be held down and count as clicked, in seconds.
const LONGEST_CLICK: f64 = 10.0;

/// All of the settings that the look depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Style {
    mood: Mood,
    high_contrast: bool,
    text_percent: u16,
    still: bool,
}

/// The whole game as panels.
pub struct Shell {
    words: Words,
    settings: settings::Settings,
    pub(in crate::ui) screen: Screen,
    /// Where the settings lead back to.
    before: Screen,
    library: Vec<Loaded>,
    /// Files of the user that cannot be played yet.
    pub(in crate::ui) broken: Vec<library::Broken>,
    filter: gallery::Filter,
    /// Whether the first of the library was named on the command line.
    extra: bool,
    pub(in crate::ui) setup: Setup,
    saved: Vec<(PathBuf, Record, Arc<Scenario>)>,
    /// Whether a text field had the keyboard in the last frame.
    wrote: bool,
    /// How many games were begun in this window.
    games: u32,
    /// Whether the title shows all saved games.
    older: bool,
    pub(in crate::ui) session: Option<Session>,
    /// Whether each player has read the briefing.
    pub(in crate::ui) read: PerSeat<bool>,
    short: bool,
    plans: PerSeat<Option<Plan>>,
    pub(in crate::ui) desks: PerSeat<Desk>,
    pub(in crate::ui) watch: watching::Desk,
    last_guess: PerSeat<Option<(Vec<IssueNo>, bool)>>,
    answers: PerSeat<Option<Answers>>,
    pub(in crate::ui) pages: Pages,
    styled: Option<Style>,
    /// The size of text that a window of this size has unless another is chosen, in per cent.
    usual_text: u16,
    /// What the system prefers, where the host knows it.
    system: Option<Mood>,
    focus: focus::Focus,
    pub(in crate::ui) glossary: Glossary,
    /// What the curtain of a shared screen asks for.
    lock: Lock,
    /// The saved game to which that belongs.
    locked: Option<PathBuf>,
    /// Whose typing may be undone: whether the curtain is down, and the seat before it.
    typing: (bool, Seat),
    /// The guidance of a first game.
    pub(in crate::ui) guide: Option<Guide>,
    message: Option<String>,
    /// Whether the gallery leads to a class instead of a game.
    pub(in crate::ui) hosts: bool,
    pub(in crate::ui) class: class::Room,
    /// The opening of the talks, while it is shown.
    pub(in crate::ui) ceremony: Option<Ceremony>,
    /// Whether talks are opened with one.
    ceremonies: bool,
    /// Whether both sides of the running game still prepared in the frame before.
    prepares: bool,
    pub(in crate::ui) bench: Bench,
    /// Where putting a game together leads back to.
    setup_back: Screen,
    /// Events of the game that the room has shown.
    shown: usize,
    /// What is to be heard.
    cue: Option<Cue>,
    /// Seeds of new games come from the host, which knows a clock.
    seed: u64,
    fixed_seed: Option<u64>,
    /// Whether games are saved: not in tests and pictures.
    keeps: bool,
}

impl Shell {
    /// The panels for what was wished on the command line. `seed` should differ from start to start.
    pub fn new(wish: Wish, seed: u64, keeps: bool) -> Self {
        let stored = if keeps { settings::load() } else { settings::Settings::default() };
        let mut shell = Self {
            words: Words::new(wish.lang),
            settings: stored,
            screen: Screen::Title,
            before: Screen::Title,
            library: outside::in_order(),
            broken: library::troubles(),
            filter: gallery::Filter::default(),
            extra: false,
            setup: Setup::new(Kinds::Solo),
            saved: Vec::new(),
            wrote: false,
            games: 0,
            older: false,
            session: None,
            read: PerSeat::default(),
            short: false,
            plans: PerSeat::default(),
            desks: PerSeat::default(),
            watch: watching::Desk::default(),
            last_guess: PerSeat::default(),
            answers: PerSeat::default(),
            pages: Pages::default(),
            styled: None,
            usual_text: 100,
            system: None,
            focus: focus::Focus::default(),
            glossary: Glossary::default(),
            lock: Lock::default(),
            locked: None,
            typing: (false, Seat::First),
            guide: None,
            message: None,
            hosts: false,
            class: class::Room::default(),
            ceremony: None,
            ceremonies: false,
            prepares: false,
            bench: Bench::default(),
            setup_back: Screen::Gallery,
            shown: 0,
            cue: None,
            seed,
            fixed_seed: wish.seed,
            keeps,
        };
        shell.find_saved();
        shell.follow(wish);
        shell
    }

    /// Opens what was wished for, as far as it was named.
    fn follow(&mut self, wish: Wish) {
        if let Some((path, record, scenario)) = wish.load {
            self.begin(Session::resume(scenario, record, Some(path)));
            return;
        }
        if wish.hot_seat {
            self.setup.kinds = Kinds::HotSeat;
        }
        if let Some(seat) = wish.seat {
            self.setup.seat = seat;
        }
        if let Some(name) = &wish.against {
            self.setup.counterparts = PerSeat::both(name.clone());
        }
        if let Some(path) = wish.broken {
            self.bench.first = Some(path);
            self.screen = Screen::Workshop;
        }
        if let Some(scenario) = wish.scenario {
            let loaded = Loaded { scenario, path: wish.path, warnings: Vec::new() };
            self.setup.scenario = self.add_to_library(loaded);
            self.screen = Screen::Setup;
            // Scenario and players named: nothing is left to ask.
            if wish.hot_seat || wish.against.is_some() {
                self.start();
            }
        }
    }

    fn find_saved(&mut self) {
        /// More than these would fill the menu; older ones wait until these are over.
        const SHOWN: usize = 8;
        self.older = false;
        self.saved.clear();
        if !self.keeps {
            return;
        }
        let playable = saves::unfinished().filter_map(|(path, record)| {
            let scenario = played::scenario_of(&record, &path, None).ok()?;
            Some((path, record, scenario))
        });
        self.saved.extend(playable.take(SHOWN));
    }

    /// The screen that is shown.
    pub const fn screen(&self) -> Screen {
        self.screen
    }

    /// Offers these scenarios instead of those of this computer, for tests of the screens.
    pub fn set_library(&mut self, scenarios: Vec<Arc<Scenario>>) {
        let loaded = |scenario| Loaded { scenario, path: None, warnings: Vec::new() };
        self.library = scenarios.into_iter().map(loaded).collect();
    }

    /// A scenario of the gallery by its id.
    pub(in crate::ui) fn scenario(&self, id: &str) -> Option<Arc<Scenario>> {
        let found = self.library.iter().find(|it| it.scenario.shared.id == id);
        found.map(|it| Arc::clone(&it.scenario))
    }

    /// The running game.
    pub const fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The running game, to be changed from outside the panels.
    pub const fn session_mut(&mut self) -> Option<&mut Session> {
        self.session.as_mut()
    }

    /// The words in use.
    pub const fn words(&self) -> Words {
        self.words
    }

    /// Shows the game in another language.
    pub fn speak(&mut self, words: Words) {
        self.words = words;
        self.settings.lang = Some(words.lang.code().to_owned());
        self.remember();
    }

    /// Shows the game light or dark, whatever the system prefers.
    pub fn set_mood(&mut self, mood: Mood) {
        self.settings.dark = mood == Mood::Dark;
        self.settings.follow_system = false;
        self.remember();
    }

    /// Light or dark.
    pub fn mood(&self) -> Mood {
        let own = if self.settings.dark { Mood::Dark } else { Mood::Light };
        self.system.filter(|_| self.settings.follow_system).unwrap_or(own)
    }

    /// What the system prefers, from the host; `None` where it does not say.
    pub const fn set_system_mood(&mut self, mood: Option<Mood>) {
        self.system = mood;
    }

    /// The settings of this user.
    pub const fn settings(&self) -> &settings::Settings {
        &self.settings
    }

    /// The page of the debrief, for pictures of every one.
    pub fn turn_page(&mut self, page: usize) {
        if let Some(page) = debrief::Page::ALL.get(page) {
            self.pages.page = *page;
        }
    }

    /// How many pages the debrief has.
    pub const fn pages() -> usize {
        debrief::Page::ALL.len()
    }

    fn remember(&mut self) {
        if self.keeps
            && let Err(error) = settings::save(&self.settings)
        {
            self.message = Some(self.words.with("settings-not-saved", &[("why", &self.words.why(&error))]));
        }
    }

    /// Puts fonts and colours in place where they are not yet.
    pub fn style(&mut self, ctx: &egui::Context) -> Palette {
        self.usual_text = theme::usual_text(ctx.viewport_rect().size() * ctx.zoom_factor());
        let wanted = Style {
            mood: self.mood(),
            high_contrast: self.settings.high_contrast,
            text_percent: self.settings.text(self.usual_text),
            still: self.settings.reduced_motion,
        };
        let palette =
            if wanted.high_contrast { Palette::high_contrast(wanted.mood) } else { Palette::of(wanted.mood) };
        if self.styled != Some(wanted) {
            theme::apply(ctx, &palette, self.styled.is_none(), wanted.still);
            // The size of text is a setting of this program, with its own keys.
            ctx.options_mut(|options| {
                options.zoom_with_keyboard = false;
                // A slow hand clicks too, and so does a hand on a computer that draws a frame in a second.
                options.input_options.max_click_duration = LONGEST_CLICK;
            });
            ctx.set_zoom_factor(f32::from(wanted.text_percent) / 100.0);
            self.styled = Some(wanted);
        }
        palette
    }

    /// Draws the screen and does what the person wants.
    pub fn ui(&mut self, ui: &mut Ui) -> Wanted {
        let fresh = self.styled.is_none();
        let palette = self.style(ui.ctx());
        if fresh {
            // New fonts are there from the next frame on.
            ui.ctx().request_repaint();
            return Wanted { again_in: Some(0.0), ..Wanted::default() };
        }
        self.focus.bring_into_view(ui.ctx());
        self.keys(ui.ctx());
        self.wrote = ui.ctx().text_edit_focused();
        let now = ui.input(|input| input.time);
        let mut wanted = Wanted::default();
        self.watch_for_the_opening(now);
        if let Some(session) = self.session.as_mut().filter(|_| self.ceremony.is_none()) {
            // To the end: as fast as the dance can be drawn.
            let extra = if session.mode() == Mode::Watch && self.watch.speed == Speed::End { 3 } else { 0 };
            for _ in 0..extra {
                session.tick(now);
            }
            wanted.again_in = session.tick(now);
        }
        let page = Frame::new().fill(palette.ground).inner_margin(Margin::same(18));
        let centre = egui::CentralPanel::default().frame(page);
        match self.screen {
            Screen::Title => wanted.quit = self.title(ui, &palette),
            Screen::Gallery => {
                centre.show(ui, |ui| roomy(ui, |ui| self.gallery(ui, &palette)));
            }
            Screen::Setup => {
                centre.show(ui, |ui| roomy(ui, |ui| self.setup(ui, &palette)));
            }
            Screen::Settings => {
                centre.show(ui, |ui| roomy(ui, |ui| self.change_settings(ui, &palette)));
            }
            Screen::Class => {
                centre.show(ui, |ui| roomy(ui, |ui| self.host(ui, &palette)));
                // People come in while nobody touches this window.
                wanted.again_in = Some(1.0);
            }
            Screen::Workshop => {
                centre.show(ui, |ui| roomy(ui, |ui| self.workshop(ui, &palette)));
            }
            Screen::Game => self.game(ui, &palette, page, now),
        }
        guide::ring(ui.ctx(), &palette);
        self.glossary.listen(ui.ctx());
        if keys::pressed(ui.ctx(), Does::Glossary) {
            self.glossary.show();
        }
        glossary::glossary_ui(ui.ctx(), Look { words: self.words, palette: &palette }, &mut self.glossary);
        self.answer_keys_of_the_talks(ui.ctx());
        why::why_ui(ui.ctx(), &palette);
        self.focus.ring(ui.ctx(), &palette);
        wanted.room = room::opening(ui.ctx());
        wanted
    }
}
