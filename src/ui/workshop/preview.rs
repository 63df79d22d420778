//! What people will see of a version: the panels of the game itself, on a table at its beginning.

use super::Desk;
use crate::scenario::{PerSeat, Seat};
use crate::ui::parts::{Look, Scene, column, note};
use crate::ui::{briefing, debrief, draft};
use crate::workshop::{Version, Workshop};
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
pub(super) fn sheet_ui(ui: &mut Ui, scene: &Scene<'_>, version: &Version, seat: Seat, short: &mut bool) {
    length_ui(ui, scene.look, short);
    let view = version.opening.view(seat);
    ScrollArea::vertical().id_salt("own").auto_shrink(false).show(ui, |ui| {
        column(ui, SHEET, |ui| briefing::own_sheet(ui, scene, &view, *short));
    });
}

/// What both know.
pub(super) fn shared_ui(ui: &mut Ui, scene: &Scene<'_>, short: &mut bool) {
    length_ui(ui, scene.look, short);
    ScrollArea::vertical().id_salt("both").auto_shrink(false).show(ui, |ui| {
        column(ui, SHEET, |ui| briefing::shared_sheet(ui, scene, *short));
    });
}

/// The draft treaty as a seat finds it, its options open to be tried; nothing is sent.
pub(super) fn talks_ui(ui: &mut Ui, scene: &Scene<'_>, version: &Version, desk: &mut Desk) {
    ui.horizontal_wrapped(|ui| {
        for seat in Seat::ALL {
            let name = scene.look.words.with("workshop-talks-of", &[("country", scene.name(seat))]);
            ui.selectable_value(&mut desk.seat, seat, name);
        }
        note(ui, scene.look.palette, scene.get("workshop-talks-says"));
    });
    let seat = desk.seat;
    let view = version.opening.view(seat);
    let mut deal = desk.drafts[seat].take().unwrap_or_else(|| view.shared.status_quo());
    ui.push_id(seat.index(), |ui| {
        draft::draft_ui(ui, scene, &view, &mut deal, &mut desk.open[seat], true, None);
    });
    desk.drafts[seat] = Some(deal);
}

/// The debrief of a game that two counterparts played on this version.
pub(super) fn debrief_ui(ui: &mut Ui, scene: &Scene<'_>, file: &Workshop, desk: &mut Desk) {
    let Some(session) = file.trial() else {
        ui.label(scene.get("workshop-playing"));
        return;
    };
    let (Some(opened), Some((case, talk))) = (session.debrief(), session.scored()) else {
        ui.label(scene.get("workshop-unfinished"));
        return;
    };
    note(ui, scene.look.palette, scene.get("workshop-debrief-says"));
    if desk.pages.page == debrief::Page::WhatIf {
        desk.pages.trial.settle(session);
    }
    let given = debrief::Given {
        scene: *scene,
        scenario: session.scenario(),
        opened,
        case: &case,
        talk: &talk,
        counterparts: PerSeat::from_fn(|seat| session.counterpart(seat)),
        preview: true,
    };
    // No button of it leads anywhere from here.
    let _ = debrief::debrief_ui(ui, &given, &mut desk.pages);
}
