//! What the room behind the panels is told.

use super::{Screen, Shell};
use crate::aftermath::Conduct;
use crate::session::Session;
use crate::sound::Cue;
use crate::ui::debrief::Page;
use crate::ui::room::{Fate, Stage};
use crate::ui::theme::{Mood, Palette};
use crate::view::Happening;

impl Shell {
    /// What the room is told now. What has just happened is told once.
    pub fn stage(&mut self) -> Stage {
        let empty = Stage::empty(self.mood(), self.settings.reduced_motion);
        let Some(session) = self.session.as_ref().filter(|_| self.screen == Screen::Game) else {
            return empty;
        };
        let shared = &session.scenario().shared;
        let happened = session.happenings(self.shown);
        let cue = heard(session, self.shown, &happened);
        self.shown = session.events();
        self.cue = self.cue.max(cue);
        let years = self.years();
        Stage {
            scenario: shared.id.clone(),
            // Lacquer and cloth keep their depth in a dark room; only text has to grow pale there.
            colours: Palette::of(Mood::Light).countries(shared),
            scenery: Some(session.scenery()),
            happened,
            curtain: session.curtain() && self.ceremony.is_none(),
            entering: self.ceremony.is_some(),
            turned: if years.is_empty() { 0 } else { self.pages.year + 1 },
            years,
            ..empty
        }
    }

    /// The sound of what has just happened, once; nothing while the program is mute.
    pub fn take_sound(&mut self) -> Option<Vec<f32>> {
        let cue = self.cue.take()?;
        let audible = !self.settings.mute && self.settings.volume > 0;
        audible.then(|| cue.samples(self.settings.volume))
    }

    /// The years after, while their page is open: by then both sides know everything.
    fn years(&self) -> Vec<PerFate> {
        let opened = self.session.as_ref().and_then(|session| session.debrief());
        let story = opened.filter(|_| self.shows_years()).and_then(|opened| opened.debrief.story.as_ref());
        story.map_or_else(Vec::new, |story| story.years.iter().map(|year| year.conduct.map(fate)).collect())
    }

    /// Whether the page of the years is open.
    pub(super) fn shows_years(&self) -> bool {
        self.pages.page == Page::Years
    }

    /// Lets nothing move by itself, as long as this program runs.
    pub const fn set_still(&mut self, still: bool) {
        self.settings.reduced_motion = still;
    }

    /// Draws with the greatest contrast, as long as this program runs.
    pub const fn set_contrast(&mut self, high: bool) {
        self.settings.high_contrast = high;
    }

    /// Sets the size of text, in per cent, as long as this program runs.
    pub const fn set_text(&mut self, percent: u16) {
        self.settings.text_percent = percent;
    }
}

/// The loudest of what has just happened. A turn is heard by whoever has to act; two counterparts at play
/// are only watched.
fn heard(session: &Session, since: usize, happened: &[Happening]) -> Option<Cue> {
    let own = |happening: &Happening| match happening {
        Happening::Turn(seat) if session.counterpart(*seat).is_none() => {
            let last = session.view().rounds_left() == 0 && since > 0;
            Some(if last { Cue::Clock } else { Cue::OwnTurn })
        }
        other => Cue::of(*other),
    };
    happened.iter().filter_map(own).max()
}

type PerFate = [Fate; 2];

const fn fate(conduct: Conduct) -> Fate {
    match conduct {
        Conduct::Keeps => Fate::Kept,
        Conduct::Pauses | Conduct::Suspended => Fate::Paused,
        Conduct::Breaks | Conduct::Ended => Fate::Broken,
    }
}
