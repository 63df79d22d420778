//! What the shortcuts of the talks do.

use super::compact;
use super::keys::{self, Does};
use super::talks::{Desk, Given, Tab, Wish, spoken};
use crate::rules::Command;
use crate::scenario::Deal;
use egui::Ui;

/// What the shortcuts of the talks do.
pub(super) fn shortcuts(
    ui: &Ui,
    given: &Given<'_>,
    desk: &mut Desk,
    deal: &Deal,
    message: &mut String,
) -> Option<Wish> {
    let ctx = ui.ctx();
    let mut act = None;
    for (does, tab) in [(Does::Actions, Tab::Actions), (Does::Log, Tab::Log), (Does::Brief, Tab::Brief)] {
        if keys::pressed(ctx, does) && (given.plays || tab != Tab::Actions) {
            desk.tab = tab;
            desk.part = compact::Part::Side;
            keys::aim(ctx, does);
        }
    }
    if keys::pressed(ctx, Does::Draft) {
        desk.part = compact::Part::Draft;
        keys::aim(ctx, Does::Draft);
    }
    if !given.plays {
        return None;
    }
    if keys::pressed(ctx, Does::Message) {
        desk.part = compact::Part::Send;
        keys::aim(ctx, Does::Message);
    }
    // The longer shortcut first: the shorter one would fit it too.
    if keys::pressed(ctx, Does::Explore) && given.explore.is_ok() {
        act = spoken(Command::Explore(deal.clone()), message);
    }
    if keys::pressed(ctx, Does::Propose) && given.propose.is_ok() {
        act = spoken(Command::Propose(deal.clone()), message);
    }
    if keys::pressed(ctx, Does::EndTurn) && given.my_move {
        act = spoken(Command::EndTurn, message);
    }
    if keys::pressed(ctx, Does::Accept)
        && given.my_move
        && let Some(offer) = given.view.position(given.view.seat.other())
        && given.view.can_offer(&offer.deal)
    {
        if desk.sure == Some(offer.no) {
            desk.sure = None;
            act = spoken(Command::Accept(offer.no), message);
        } else {
            desk.sure = Some(offer.no);
            desk.part = compact::Part::Send;
        }
    }
    act.map(Wish::Act)
}
