//! Games begin, are kept, and are left.

use super::{Screen, Shell};
use crate::disk::{played, saves};
use crate::scenario::PerSeat;
use crate::session::{Mode, Session};
use crate::table::Player;
use crate::ui::curtain::Lock;
use crate::ui::debrief::Pages;
use crate::ui::guide::{self, Guide};
use crate::ui::watching;
use crate::view::Moment;
use std::path::Path;
use std::sync::Arc;

impl Shell {
    /// Begins the game that was put together.
    pub fn start(&mut self) {
        let Some(loaded) = self.library.get(self.setup.scenario) else { return };
        let scenario = Arc::clone(&loaded.scenario);
        let path = self.keeps.then(|| saves::new_path(&scenario.shared.id));
        if self.keeps {
            // Without the copy the game is played and saved all the same; the file itself is there.
            let _ = played::keep(loaded);
        }
        let seed = self.fixed_seed.unwrap_or(self.seed);
        // The next game of this sitting gets other news.
        self.seed = crate::exact::SplitMix64::new(self.seed).next_u64();
        let players: PerSeat<Player> = self.setup.players();
        let mut session = Session::new(scenario, players, seed, path);
        let delegations = PerSeat::from_fn(|seat| {
            let chosen = self.setup.is_person(seat).then(|| self.setup.delegations[seat].clone());
            chosen.unwrap_or_default()
        });
        session.set_delegations(delegations);
        self.begin(session);
        self.lock = Lock::new(self.setup.pins);
    }

    /// Begins a first game with guidance.
    pub(in crate::ui) fn start_guide(&mut self) {
        let Some(no) = self.library.iter().position(|it| it.scenario.shared.id == guide::SCENARIO) else {
            return;
        };
        let scenario = Arc::clone(&self.library[no].scenario);
        self.setup.scenario = no;
        let path = self.keeps.then(|| saves::new_path(&scenario.shared.id));
        let players = PerSeat::from_fn(|seat| {
            if seat == guide::SEAT {
                Player::Person
            } else {
                Player::Counterpart(guide::COUNTERPART.to_owned())
            }
        });
        self.begin(Session::new(scenario, players, guide::SEED, path));
        // The guidance is coach enough.
        self.desks[guide::SEAT].coach.on = false;
        self.guide = Some(Guide::default());
    }

    pub(in crate::ui) fn begin(&mut self, session: Session) {
        self.games += 1;
        self.guide = None;
        self.ceremony = None;
        self.prepares = false;
        // The game that was left and is gone on with keeps its PINs as long as this window is open.
        if self.locked.as_deref().is_some_and(|path| session.path() == Some(path)) {
            self.lock.lift();
        } else {
            self.lock = Lock::default();
        }
        self.locked = session.path().map(Path::to_owned);
        if !self.settings.guided {
            self.settings.guided = true;
            self.remember();
        }
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

    /// Writes down how long the running game has taken by now.
    pub(super) fn keep(&mut self) {
        if let Some(session) = &mut self.session {
            session.save();
        }
    }

    pub(super) fn leave(&mut self) {
        self.keep();
        self.session = None;
        self.guide = None;
        self.screen = Screen::Title;
        self.find_saved();
    }
}
