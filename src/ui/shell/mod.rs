//! The whole game as panels: which screen is shown, and what the person does on it.

mod game;
mod scene;

use super::debrief::{self, Pages};
use super::parts::Look;
use super::preparation::Plan;
use super::reflection::Answers;
use super::room::{self, Opening};
use super::setup::{self, Kinds, Setup};
use super::talks::Desk;
use super::theme::{self, Mood, Palette};
use super::title::{self, Saved};
use super::watching::{self, Speed};
use crate::disk::library::{self, Loaded};
use crate::disk::{saves, settings};

use crate::scenario::{IssueNo, PerSeat};
use crate::session::{Mode, Session, Wish};
use crate::sound::Cue;
use crate::table::{Player, Record};
use crate::view::Moment;
use crate::words::Words;
use egui::{Frame, Margin, Ui};
use std::path::PathBuf;
use std::sync::Arc;

/// The screen that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The first screen.
    Title,
    /// A new game is put together.
    Setup,
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

/// The whole game as panels.
pub struct Shell {
    words: Words,
    settings: settings::Settings,
    pub(in crate::ui) screen: Screen,
    library: Vec<Loaded>,
    pub(in crate::ui) setup: Setup,
    saved: Option<(PathBuf, Record, Arc<crate::scenario::Scenario>)>,
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
    styled: Option<(Mood, u16)>,
    message: Option<String>,
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
        let mut library: Vec<Loaded> = library::all().into_values().collect();
        // The easiest first: that is where a first game begins.
        library.sort_by(|a, b| {
            let key = |it: &Loaded| (it.scenario.shared.difficulty, it.scenario.shared.id.clone());
            key(a).cmp(&key(b))
        });
        let mut shell = Self {
            words: Words::new(wish.lang),
            settings: stored,
            screen: Screen::Title,
            library,
            setup: Setup::new(Kinds::Solo),
            saved: None,
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
            message: None,
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
        if let Some(scenario) = wish.scenario {
            let known = self.library.iter().position(|it| it.scenario.hash == scenario.hash);
            self.setup.scenario = known.unwrap_or_else(|| {
                self.library.insert(0, Loaded { scenario, path: None, warnings: Vec::new() });
                0
            });
            self.screen = Screen::Setup;
            // Scenario and players named: nothing is left to ask.
            if wish.hot_seat || wish.against.is_some() {
                self.start();
            }
        }
    }

    fn find_saved(&mut self) {
        self.saved = None;
        if !self.keeps {
            return;
        }
        let Some((path, record)) = saves::unfinished() else { return };
        let Ok(loaded) = library::load(&record.scenario) else { return };
        if record.is_of(&loaded.scenario) && record.fits(&loaded.scenario).is_ok() {
            self.saved = Some((path, record, loaded.scenario));
        }
    }

    /// The screen that is shown.
    pub const fn screen(&self) -> Screen {
        self.screen
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

    /// Shows the game light or dark.
    pub fn set_mood(&mut self, mood: Mood) {
        self.settings.dark = mood == Mood::Dark;
        self.remember();
    }

    /// Light or dark.
    pub const fn mood(&self) -> Mood {
        if self.settings.dark { Mood::Dark } else { Mood::Light }
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
            self.message = Some(self.words.with("settings-not-saved", &[("why", &error.to_string())]));
        }
    }

    /// Puts fonts and colours in place where they are not yet.
    pub fn style(&mut self, ctx: &egui::Context) -> Palette {
        let mood = self.mood();
        let palette = Palette::of(mood);
        let wanted = (mood, self.settings.text_percent);
        if self.styled != Some(wanted) {
            theme::apply(ctx, &palette, self.styled.is_none());
            let percent = if self.settings.text_percent == 0 { 100 } else { self.settings.text_percent };
            ctx.set_zoom_factor(f32::from(percent) / 100.0);
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
        let now = ui.input(|input| input.time);
        let mut wanted = Wanted::default();
        if let Some(session) = &mut self.session {
            // To the end: as fast as the dance can be drawn.
            let extra = if session.mode() == Mode::Watch && self.watch.speed == Speed::End { 3 } else { 0 };
            for _ in 0..extra {
                session.tick(now);
            }
            wanted.again_in = session.tick(now);
        }
        let page = Frame::new().fill(palette.ground).inner_margin(Margin::same(18));
        match self.screen {
            Screen::Title => wanted.quit = self.title(ui, &palette),
            Screen::Setup => {
                egui::CentralPanel::default().frame(page).show(ui, |ui| self.setup(ui, &palette));
            }
            Screen::Game => self.game(ui, &palette, page, now),
        }
        wanted.room = room::opening(ui.ctx());
        wanted
    }

    fn title(&mut self, ui: &mut Ui, palette: &Palette) -> bool {
        let look = Look { words: self.words, palette };
        let saved = self.saved.as_ref().map(|(_, record, scenario)| Saved {
            title: scenario.shared.title.get(self.words.lang).to_owned(),
            round: record
                .events
                .iter()
                .filter(|event| matches!(event, crate::rules::Event::Round(_)))
                .count()
                .try_into()
                .unwrap_or(0),
        });
        let entries = title::entries(look, saved.as_ref());
        let choice = egui::CentralPanel::default()
            .frame(Frame::NONE)
            .show(ui, |ui| title::title_ui(ui, look, &entries, self.message.as_deref()))
            .inner;
        match choice {
            None => {}
            Some(title::Choice::Quit) => return true,
            Some(title::Choice::Language(lang)) => self.speak(Words::new(lang)),
            Some(title::Choice::Mood) => {
                let other = if self.mood() == Mood::Light { Mood::Dark } else { Mood::Light };
                self.set_mood(other);
            }
            Some(title::Choice::New) => {
                self.setup.kinds = Kinds::Solo;
                self.screen = Screen::Setup;
            }
            Some(title::Choice::Watch) => {
                self.setup.kinds = Kinds::Watch;
                self.screen = Screen::Setup;
            }
            Some(title::Choice::Continue) => {
                if let Some((path, record, scenario)) = self.saved.take() {
                    self.begin(Session::resume(scenario, record, Some(path)));
                }
            }
        }
        false
    }

    fn setup(&mut self, ui: &mut Ui, palette: &Palette) {
        let look = Look { words: self.words, palette };
        let before = self.settings.coach;
        let choice = setup::setup_ui(ui, look, &self.library, &mut self.setup, &mut self.settings.coach);
        if self.settings.coach != before {
            self.remember();
        }
        match choice {
            None => {}
            Some(setup::Choice::Back) => self.screen = Screen::Title,
            Some(setup::Choice::Start) => self.start(),
        }
    }

    /// Begins the game that was put together.
    pub fn start(&mut self) {
        let Some(loaded) = self.library.get(self.setup.scenario) else { return };
        let scenario = Arc::clone(&loaded.scenario);
        let path = self.keeps.then(|| saves::new_path(&scenario.shared.id));
        let seed = self.fixed_seed.unwrap_or(self.seed);
        // The next game of this sitting gets other news.
        self.seed = crate::exact::SplitMix64::new(self.seed).next_u64();
        let players: PerSeat<Player> = self.setup.players();
        self.begin(Session::new(scenario, players, seed, path));
    }

    pub(in crate::ui) fn begin(&mut self, session: Session) {
        let begun = !matches!(session.view().moment, Moment::Preparation { .. });
        self.read = PerSeat::both(begun);
        self.plans = PerSeat::default();
        self.desks = PerSeat::default();
        self.watch = watching::Desk::default();
        if let Mode::Solo(seat) = session.mode() {
            self.desks[seat].coach.on = self.settings.coach;
        }
        self.last_guess = PerSeat::default();
        self.answers = PerSeat::default();
        self.pages = Pages::default();
        // A game that goes on is shown as it stands.
        self.shown = session.events();
        self.session = Some(session);
        self.screen = Screen::Game;
    }

    fn leave(&mut self) {
        self.session = None;
        self.screen = Screen::Title;
        self.find_saved();
    }
}
