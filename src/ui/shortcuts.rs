//! What the shortcuts of the talks do.

use super::compact;
use super::keys::{self, Does};
use super::sending::spoken;
use super::talks::{Desk, Given, Tab, Wish};
use super::why;
use crate::rules::{Command, Cost, Refusal};
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
    if desk.sure.is_some()
        && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape))
    {
        desk.sure = None;
    }
    // The longer shortcut first: the shorter one would fit it too.
    let allowed = |does: Does, answer: &Result<Cost, Refusal>| match answer {
        Ok(_) => true,
        Err(refusal) => {
            why::say(ctx, does, given.scene.phrase(&refusal.phrase()));
            false
        }
    };
    if keys::pressed(ctx, Does::Explore) && allowed(Does::Explore, &given.explore) {
        act = spoken(Command::Explore(deal.clone()), message);
    }
    if keys::pressed(ctx, Does::Propose) && allowed(Does::Propose, &given.propose) {
        act = spoken(Command::Propose(deal.clone()), message);
    }
    if keys::pressed(ctx, Does::EndTurn) && allowed(Does::EndTurn, &given.end_turn) {
        act = spoken(Command::EndTurn, message);
    }
    if keys::pressed(ctx, Does::Accept) {
        match (given.view.position(given.view.seat.other()), &given.accept) {
            (Some(offer), Some(accept)) if allowed(Does::Accept, accept) => {
                if desk.sure == Some(offer.no) {
                    desk.sure = None;
                    act = spoken(Command::Accept(offer.no), message);
                } else {
                    desk.sure = Some(offer.no);
                    desk.part = compact::Part::Send;
                }
            }
            (Some(_), _) => {}
            (None, _) => why::say(ctx, Does::Accept, given.scene.get("why-no-offer")),
        }
    }
    if act.is_some() {
        desk.sure = None;
    }
    act.map(Wish::Act)
}
