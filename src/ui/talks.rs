//! The talks: the draft treaty in the middle, how things stand on the left, what can be done on the
//! right, and what to send at the bottom.

use super::actions::{self, Form};
use super::asking::{self, Asking};
use super::coaching::Coach;
use super::keys::{self, Does};
use super::parts::Scene;
use super::theme::PANEL;
use super::{briefing, compact, draft, head, history, record, sending, shortcuts, standing};
use crate::counterpart::Near;
use crate::counterpart::coach::Hint;
use crate::rules::{Act, Command, Cost, Refusal};
use crate::scenario::{Deal, IssueNo};
use crate::table::Delegation;
use crate::view::{Entry, Tone, View};
use egui::{Frame, Panel, ScrollArea, Ui};
use std::collections::BTreeSet;

/// What the right panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    #[default]
    Actions,
    Log,
    History,
    Brief,
}

/// What the talks screen remembers between frames.
#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    pub tab: Tab,
    form: Form,
    open: Option<IssueNo>,
    hidden: BTreeSet<Tone>,
    short: bool,
    pair: history::Pair,
    /// The part that is shown where there is little room.
    pub part: compact::Part,
    /// The offer whose acceptance was asked for once.
    pub sure: Option<u32>,
    /// What is asked of the counterpart.
    pub asking: Asking,
    /// The coach of the player at this desk.
    pub coach: Coach,
}

impl Desk {
    /// Whether the options of an article are shown.
    pub(super) const fn has_open_article(&self) -> bool {
        self.open.is_some()
    }

    /// With the form of an action open.
    pub(super) fn with_action() -> Self {
        Self { form: Form::disclosing(), ..Self::default() }
    }

    /// With the options of an article open.
    pub(super) fn with_article(issue: IssueNo) -> Self {
        Self { open: Some(issue), ..Self::default() }
    }

    /// With the log.
    pub(super) fn with_log() -> Self {
        Self { tab: Tab::Log, ..Self::default() }
    }

    /// With the graph of the offers.
    pub(super) fn with_history() -> Self {
        Self { tab: Tab::History, ..Self::default() }
    }

    /// With the brief.
    pub(super) fn with_brief() -> Self {
        Self { tab: Tab::Brief, short: true, ..Self::default() }
    }
}

/// What the talks screen is given.
pub(super) struct Given<'a> {
    pub scene: Scene<'a>,
    pub view: &'a View<'a>,
    pub log: &'a [Entry],
    pub possible: &'a [(Command, Result<Cost, Refusal>)],
    /// Whether the proposal of the draft would be permitted.
    pub propose: Result<Cost, Refusal>,
    /// Whether the draft could be explored off the record.
    pub explore: Result<Cost, Refusal>,
    /// Whether the other side's newest offer could be accepted; `None` without one.
    pub accept: Option<Result<Cost, Refusal>>,
    /// Whether the mediator's text could be accepted.
    pub accept_text: Result<Cost, Refusal>,
    /// Whether the turn could be ended.
    pub end_turn: Result<Cost, Refusal>,
    pub refusal: Option<&'a Refusal>,
    /// Whether the person at the screen plays, or only watches.
    pub plays: bool,
    /// Whether keys act on the talks: not while something else stands over them.
    pub keys: bool,
    /// Whether it is this seat's turn.
    pub my_move: bool,
    pub seen: usize,
    /// Minutes since the talks began.
    pub minutes: f64,
    pub trouble: Option<&'a std::io::Error>,
    /// Who of the delegation did not agree to what was to leave the seat last.
    pub dissent: Option<(usize, &'a Delegation)>,
    /// How far the draft is from what the counterpart opposite could accept; `None` without one.
    pub near: Option<Near>,
    /// What the coach would say; nothing is asked of it while it is off.
    pub hint: Option<Hint>,
}

/// What the person wants.
#[derive(Clone, Debug)]
pub(super) enum Wish {
    /// Something of the rules.
    Act(Act),
    /// Back to the title; the game is saved.
    Leave,
    /// The coach on, or off.
    Coach,
    /// The settings.
    Settings,
    /// What the counterpart would want for the articles that are held.
    Ask,
}

pub(super) fn talks_ui(
    ui: &mut Ui,
    given: &Given<'_>,
    desk: &mut Desk,
    deal: &mut Deal,
    message: &mut String,
) -> Option<Wish> {
    let keyed = if given.keys { shortcuts::shortcuts(ui, given, desk, deal, message) } else { None };
    if compact::is_compact(ui) {
        return compact::compact_ui(ui, given, desk, deal, message).or(keyed);
    }
    let mut wish = None;
    let palette = given.scene.look.palette;
    let frame = Frame::new().fill(palette.panel).inner_margin(PANEL);
    Panel::top("talks-top").frame(frame).show(ui, |ui| {
        wish = head::top_ui(ui, given, &desk.coach).or(wish.take());
    });
    // Drawn in reading order, because that is the order of the Tab key: how things stand, the treaty,
    // what can be done, and last what to send. How high that is, is known from the frame before.
    let full = ui.available_rect_before_wrap();
    let id = ui.id().with("send");
    let before: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(150.0);
    let (body, send) = full.split_top_bottom_at_y(full.bottom() - before.min(full.height() * 0.6));
    let side = (full.width() * 0.215).clamp(220.0, 320.0);
    let (left, rest) = body.split_left_right_at_x(body.left() + side);
    let (centre, right) = rest.split_left_right_at_x(rest.right() - (side * 1.18).max(280.0));
    part_ui(ui, "standing", left, palette.panel, |ui| {
        ScrollArea::vertical().id_salt("standing").auto_shrink(false).show(ui, |ui| {
            standing::standing_ui(ui, &given.scene, given.view, deal, given.near, given.plays);
        });
    });
    // The room stands above the draft alone, so that the other columns keep their height.
    let mut hall = ui.new_child(egui::UiBuilder::new().max_rect(centre).id_salt("hall"));
    super::room::talks_ui(&mut hall, given.scene.look);
    let centre = hall.available_rect_before_wrap();
    part_ui(ui, "treaty", centre, palette.ground, |ui| {
        wish = treaty_ui(ui, given, desk, deal).or(wish.take());
    });
    part_ui(ui, "side", right, palette.panel, |ui| {
        let acted = right_ui(ui, given, desk, deal);
        wish = acted.and_then(|command| sending::spoken(command, message)).map(Wish::Act).or(wish.take());
    });
    let height = part_ui(ui, "send", send, palette.panel, |ui| {
        wish = sending::bottom_ui(ui, given, desk, deal, message).or(wish.take());
    });
    if (height - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.ctx().request_repaint();
    }
    let line = egui::Stroke::new(1.0, palette.line);
    for x in [left.right(), right.left()] {
        ui.painter().vline(x, body.y_range(), line);
    }
    ui.painter().hline(full.x_range(), send.top(), line);
    wish.or(keyed)
}

/// A part of the screen with a ground of its own; says how high it would like to be.
fn part_ui(
    ui: &mut Ui,
    name: &'static str,
    rect: egui::Rect,
    fill: egui::Color32,
    add: impl FnOnce(&mut Ui),
) -> f32 {
    super::guide::place(ui.ctx(), name, rect);
    ui.painter().rect_filled(rect, 0.0, fill);
    let inner = rect - PANEL;
    let mut part = ui.new_child(egui::UiBuilder::new().max_rect(inner).id_salt(name));
    part.set_clip_rect(rect.intersect(ui.clip_rect()));
    add(&mut part);
    part.min_rect().height() + PANEL.sum().y
}

/// The draft treaty, in which offers are put together.
pub(super) fn treaty_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk, deal: &mut Deal) -> Option<Wish> {
    let asking = given.near.is_some().then_some(&mut desk.asking);
    let asked = draft::draft_ui(ui, &given.scene, given.view, deal, &mut desk.open, given.plays, asking);
    (asked == Some(asking::Choice::Ask)).then_some(Wish::Ask)
}

pub(super) fn right_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk, deal: &Deal) -> Option<Command> {
    let scene = &given.scene;
    if !given.plays && matches!(desk.tab, Tab::Actions | Tab::History) {
        desk.tab = Tab::Log;
    }
    ui.horizontal_wrapped(|ui| {
        // Four tabs in one row, in Indonesian too.
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 7.0;
        if given.plays {
            let tab = ui.selectable_value(&mut desk.tab, Tab::Actions, scene.get("talks-tab-actions"));
            keys::land(&tab, Does::Actions);
        }
        let tab = ui.selectable_value(&mut desk.tab, Tab::Log, scene.get("talks-tab-log"));
        keys::land(&tab, Does::Log);
        if given.plays {
            ui.selectable_value(&mut desk.tab, Tab::History, scene.get("talks-tab-history"));
        }
        let tab = ui.selectable_value(&mut desk.tab, Tab::Brief, scene.get("talks-tab-brief"));
        keys::land(&tab, Does::Brief);
    });
    ui.separator();
    match desk.tab {
        Tab::Actions => {
            let asked = actions::request_ui(ui, scene, given.view);
            asked.or_else(|| actions::actions_ui(ui, scene, given.view, given.possible, &mut desk.form))
        }
        Tab::Log => {
            let asked = if given.plays { actions::request_ui(ui, scene, given.view) } else { None };
            record::record_ui(ui, scene, given.log, &mut desk.hidden, given.seen);
            asked
        }
        Tab::History => {
            history::history_ui(ui, scene, given.view, deal, &mut desk.pair);
            None
        }
        Tab::Brief => {
            ui.checkbox(&mut desk.short, scene.get("briefing-short"));
            ScrollArea::vertical().id_salt("brief").auto_shrink(false).show(ui, |ui| {
                if given.plays {
                    briefing::own_sheet(ui, scene, given.view, desk.short);
                    ui.add_space(8.0);
                }
                briefing::shared_sheet(ui, scene, desk.short);
            });
            None
        }
    }
}
