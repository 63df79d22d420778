//! When the opening of the talks is shown, and when it ends.

use super::Shell;
use crate::session::Mode;
use crate::ui::opening;
use crate::ui::parts::Scene;
use crate::view::{Moment, Sitting};
use egui::{Event, Frame, Ui};

/// How long it lasts, in seconds: the delegations sit down, and there is time to read.
const LASTS: f64 = 4.6;

/// The opening of the talks that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::ui) struct Ceremony {
    /// When it ends by itself, on the clock of the host.
    pub ends: Option<f64>,
}

impl Shell {
    /// Shows the opening of talks from now on, where people want motion. Pictures and tests go without.
    pub const fn set_ceremonies(&mut self, on: bool) {
        self.ceremonies = on;
    }

    /// Begins the opening when preparation is over.
    pub(super) fn watch_for_the_opening(&mut self, now: f64) {
        let Some(session) = &self.session else { return };
        match session.view().moment {
            Moment::Preparation { .. } => self.prepares = true,
            Moment::Talks { .. } if self.prepares => {
                self.prepares = false;
                let wanted = self.ceremonies && !self.settings.reduced_motion;
                if wanted && session.mode() != Mode::Watch {
                    self.ceremony = Some(Ceremony { ends: Some(now + LASTS) });
                }
            }
            _ => self.prepares = false,
        }
    }

    /// Draws the opening, if there is one to draw; says whether it did. It holds nothing of either brief,
    /// so it may come before the curtain.
    pub(super) fn open_the_talks(&mut self, ui: &mut Ui, scene: &Scene<'_>, now: f64) -> bool {
        let Some(ceremony) = self.ceremony else { return false };
        let sitting = self.session.as_ref().map(|session| session.scenery().sitting);
        let Some(Sitting::Talking(first)) = sitting else {
            self.ceremony = None;
            return false;
        };
        let over = ceremony.ends.is_some_and(|ends| now >= ends);
        // What began it was pressed in a frame before; whatever is pressed here is meant to end it.
        let pressed = |event: &Event| {
            matches!(event, Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. })
        };
        let skipped = ui.input(|input| input.events.iter().any(pressed));
        if over || skipped {
            self.ceremony = None;
            ui.ctx().request_repaint();
        } else if let Some(ends) = ceremony.ends {
            ui.ctx().request_repaint_after_secs((ends - now) as f32 + 0.02);
        }
        egui::CentralPanel::default().frame(Frame::NONE).show(ui, |ui| opening::opening_ui(ui, scene, first));
        true
    }
}
