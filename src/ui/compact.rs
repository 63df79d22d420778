//! The talks where there is little room, or the text is large: one part at a time, under one another.

use super::talks::{self, Desk, Given, Wish};
use super::theme::PANEL;
use super::{head, parts, standing};
use crate::scenario::Deal;
use egui::{CentralPanel, Frame, ScrollArea, Ui, vec2};

/// Below these sizes three panels side by side leave none of them room to read.
const LEAST: egui::Vec2 = vec2(900.0, 470.0);
/// The height of a part that scrolls by itself.
const PART: f32 = 300.0;

/// The part that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// The treaty.
    #[default]
    Draft,
    /// How things stand.
    Standing,
    /// Actions, log and brief.
    Side,
    /// What can be sent.
    Send,
}

impl Part {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Draft, "talks-part-draft"),
        (Self::Standing, "talks-part-standing"),
        (Self::Side, "talks-part-side"),
        (Self::Send, "talks-part-send"),
    ];
}

/// Whether the talks are drawn this way.
pub(super) fn is_compact(ui: &Ui) -> bool {
    ui.available_width() < LEAST.x || ui.available_height() < LEAST.y
}

pub(super) fn compact_ui(
    ui: &mut Ui,
    given: &Given<'_>,
    desk: &mut Desk,
    deal: &mut Deal,
    message: &mut String,
) -> Option<Wish> {
    let mut wish = None;
    let palette = given.scene.look.palette;
    CentralPanel::default().frame(Frame::new().fill(palette.panel).inner_margin(PANEL)).show(ui, |ui| {
        ScrollArea::vertical().id_salt("compact").auto_shrink(false).show(ui, |ui| {
            wish = head::top_ui(ui, given, &desk.coach).or(wish.take());
            ui.horizontal_wrapped(|ui| {
                for (part, key) in Part::ALL {
                    ui.selectable_value(&mut desk.part, part, parts::strong(given.scene.get(key)));
                }
            });
            ui.separator();
            let size = vec2(ui.available_width(), PART);
            match desk.part {
                Part::Draft => {
                    ui.allocate_ui(size, |ui| {
                        wish = talks::treaty_ui(ui, given, desk, deal).or(wish.take());
                    });
                }
                Part::Standing => {
                    standing::standing_ui(ui, &given.scene, given.view, deal, given.near, given.plays);
                }
                Part::Side => {
                    ui.allocate_ui(size, |ui| {
                        let acted = talks::right_ui(ui, given, desk, deal);
                        let acted = acted.and_then(|command| super::sending::spoken(command, message));
                        wish = acted.map(Wish::Act).or(wish.take());
                    });
                }
                Part::Send => {
                    wish = super::sending::bottom_ui(ui, given, desk, deal, message).or(wish.take());
                }
            }
        });
    });
    wish
}
