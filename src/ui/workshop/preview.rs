//! What people will see of a version: the panels of the game itself, on a table at its beginning.

use super::Desk;
use crate::scenario::Seat;
use crate::ui::parts::{Look, Scene, column, note};
use crate::ui::{briefing, draft};
use crate::workshop::Version;
use egui::{ScrollArea, Ui};

/// Sheets are not wider than on the briefing's screen.
const SHEET: f32 = 860.0;

/// The choice between the two lengths of a sheet.
fn length_ui(ui: &mut Ui, look: Look<'_>, short: &mut bool) {
    ui.horizontal_wrapped(|ui| {
        ui.selectable_value(short, false, look.get("briefing-long"));
        ui.selectable_value(short, true, look.get("briefing-short"));
    });
}

/// A country's confidential sheet.
pub(super) fn sheet_ui(ui: &mut Ui, look: Look<'_>, version: &Version, seat: Seat, short: &mut bool) {
    length_ui(ui, look, short);
    let scene = Scene::new(look, &version.scenario.shared);
    let view = version.opening.view(seat);
    ScrollArea::vertical().id_salt("own").auto_shrink(false).show(ui, |ui| {
        column(ui, SHEET, |ui| briefing::own_sheet(ui, &scene, &view, *short));
    });
}

/// What both know.
pub(super) fn shared_ui(ui: &mut Ui, look: Look<'_>, version: &Version, short: &mut bool) {
    length_ui(ui, look, short);
    let scene = Scene::new(look, &version.scenario.shared);
    ScrollArea::vertical().id_salt("both").auto_shrink(false).show(ui, |ui| {
        column(ui, SHEET, |ui| briefing::shared_sheet(ui, &scene, *short));
    });
}

/// The draft treaty as a seat finds it, its options open to be tried; nothing is sent.
pub(super) fn talks_ui(ui: &mut Ui, look: Look<'_>, version: &Version, desk: &mut Desk) {
    let scene = Scene::new(look, &version.scenario.shared);
    ui.horizontal_wrapped(|ui| {
        for seat in Seat::ALL {
            let name = look.words.with("workshop-talks-of", &[("country", scene.name(seat))]);
            ui.selectable_value(&mut desk.seat, seat, name);
        }
        note(ui, look.palette, look.get("workshop-talks-says"));
    });
    let seat = desk.seat;
    let view = version.opening.view(seat);
    let mut deal = desk.drafts[seat].take().unwrap_or_else(|| view.shared.status_quo());
    ui.push_id(seat.index(), |ui| {
        draft::draft_ui(ui, &scene, &view, &mut deal, &mut desk.open[seat], true, None);
    });
    desk.drafts[seat] = Some(deal);
}
