//! A first game with guidance: a card says what to do next, a ring shows where, and each step waits
//! until it is done.

use super::parts::{BUTTON_HEIGHT, Scene, level, note, secondary, strong};
use super::theme::{Palette, size};
use crate::scenario::{Deal, Seat};
use crate::session::Session;
use crate::view::Moment;
use egui::{
    Context, CornerRadius, Frame, Id, LayerId, Margin, Order, Rect, RichText, Stroke, StrokeKind, Ui,
};

/// The scenario of a first game.
pub(super) const SCENARIO: &str = "nusa-boreal";
/// Who sits opposite: open, and without tricks.
pub(super) const COUNTERPART: &str = "open-novice";
/// The same first game for everybody.
pub(super) const SEED: u64 = 11;
/// The seat of the learner.
pub(super) const SEAT: Seat = Seat::First;

/// How far a game is, as steps see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Briefing,
    Preparation,
    Talks,
    Signature,
    Questions,
    Debrief,
}

/// What a step waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    /// The learner says that it is read.
    Read,
    /// The stage is over.
    Stage,
    /// An article is open.
    Article,
    /// Another option is chosen.
    Option,
    /// An offer lies on the table.
    Offer,
    /// A priority was told.
    Disclose,
    /// The other side answered, and it was read.
    Answer,
    /// The counterpart was asked.
    Ask,
}

struct Step {
    key: &'static str,
    stage: Stage,
    deed: Deed,
    /// The name of the place that is ringed.
    place: &'static str,
}

const fn step(key: &'static str, stage: Stage, deed: Deed, place: &'static str) -> Step {
    Step { key, stage, deed, place }
}

/// The steps, in the order of a game.
const STEPS: [Step; 15] = [
    step("sheet", Stage::Briefing, Deed::Read, "sheet"),
    step("points", Stage::Briefing, Deed::Read, "points"),
    step("begin", Stage::Briefing, Deed::Stage, "read"),
    step("prepare", Stage::Preparation, Deed::Stage, "ready"),
    step("article", Stage::Talks, Deed::Article, "treaty"),
    step("option", Stage::Talks, Deed::Option, "treaty"),
    step("bar", Stage::Talks, Deed::Read, "standing"),
    step("propose", Stage::Talks, Deed::Offer, "propose"),
    step("disclose", Stage::Talks, Deed::Disclose, "side"),
    step("answer", Stage::Talks, Deed::Answer, "answer"),
    step("ask", Stage::Talks, Deed::Ask, "asking"),
    step("accept", Stage::Talks, Deed::Stage, "send"),
    step("sign", Stage::Signature, Deed::Stage, "sign"),
    step("questions", Stage::Questions, Deed::Stage, "questions"),
    step("verdict", Stage::Debrief, Deed::Read, "verdict"),
];

/// Where the learner is.
#[derive(Clone, Debug, Default)]
pub(super) struct Guide {
    at: usize,
    read: bool,
    /// The draft when the step about options began.
    draft: Option<Deal>,
}

/// What the guidance may look at.
pub(super) struct Seen<'a> {
    pub session: &'a Session,
    /// Whether the sheet was put away.
    pub read: bool,
    /// Whether an article is open.
    pub article: bool,
    /// Whether the counterpart named a package when it was asked for one.
    pub asked: bool,
    /// Whether it was asked and saw none.
    pub refused: bool,
}

/// What the learner wants of the guidance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// No more of it.
    Leave,
}

impl Guide {
    /// Goes to a step, for pictures.
    pub(super) fn skip_to(&mut self, key: &str) {
        let at = STEPS.iter().position(|step| step.key == key);
        *self = Self { at: at.unwrap_or(self.at), ..Self::default() };
    }

    /// Goes on as far as things are done.
    pub(super) fn follow(&mut self, seen: &Seen<'_>) {
        while let Some(step) = STEPS.get(self.at) {
            if step.deed == Deed::Option && self.draft.is_none() {
                self.draft = Some(seen.session.drafts[SEAT].clone());
            }
            if !self.is_done(step, seen) {
                return;
            }
            self.next();
        }
    }

    fn next(&mut self) {
        self.at += 1;
        self.read = false;
        self.draft = None;
    }

    fn is_done(&self, step: &Step, seen: &Seen<'_>) -> bool {
        if stage(seen) > step.stage {
            return true;
        }
        let view = seen.session.view();
        match step.deed {
            Deed::Read => self.read,
            Deed::Stage => false,
            Deed::Article => seen.article,
            Deed::Option => self.draft.as_ref().is_some_and(|before| *before != seen.session.drafts[SEAT]),
            Deed::Offer => view.position(SEAT).is_some(),
            Deed::Disclose => !view.told[SEAT].is_empty(),
            Deed::Answer => self.read && view.position(SEAT.other()).is_some(),
            Deed::Ask => seen.asked,
        }
    }
}

fn stage(seen: &Seen<'_>) -> Stage {
    match seen.session.view().moment {
        Moment::Preparation { .. } if seen.read => Stage::Preparation,
        Moment::Preparation { .. } => Stage::Briefing,
        Moment::Talks { .. } => Stage::Talks,
        Moment::Signature { .. } | Moment::Better { .. } => Stage::Signature,
        Moment::Closed { .. } if seen.session.debrief().is_some() => Stage::Debrief,
        Moment::Closed { .. } => Stage::Questions,
    }
}

/// The card above the screen.
pub(super) fn guide_ui(ui: &mut Ui, scene: &Scene<'_>, guide: &mut Guide, seen: &Seen<'_>) -> Option<Choice> {
    guide.follow(seen);
    let mut choice = None;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let card = Frame::new()
        .fill(palette.fresh)
        .stroke(Stroke::new(2.0, palette.brass))
        .inner_margin(Margin::symmetric(16, 8));
    egui::Panel::top("guidance").frame(card).show(ui, |ui| {
        let Some(step) = STEPS.get(guide.at) else {
            choice = Some(Choice::Leave);
            return;
        };
        let place = [("at", (guide.at + 1).to_string()), ("of", STEPS.len().to_string())];
        let place: Vec<(&str, &str)> = place.iter().map(|(key, value)| (*key, value.as_str())).collect();
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(egui_phosphor::regular::HAND_POINTING).size(size::HEADING));
            ui.label(strong(scene.get(&format!("guide-{}", step.key))));
            note(ui, palette, words.with("guide-step", &place));
        });
        let none = step.deed == Deed::Ask && seen.refused;
        let says = if none { "guide-ask-none".to_owned() } else { format!("guide-{}-says", step.key) };
        ui.label(scene.get(&says));
        level(ui, BUTTON_HEIGHT, |ui| {
            let answered = seen.session.view().position(SEAT.other()).is_some();
            match step.deed {
                Deed::Read => {
                    let last = guide.at + 1 == STEPS.len();
                    let key = if last { "guide-end" } else { "guide-next" };
                    if super::parts::primary(ui, palette, &scene.get(key)).clicked() {
                        guide.read = true;
                    }
                }
                Deed::Answer if answered => {
                    if super::parts::primary(ui, palette, &scene.get("guide-next")).clicked() {
                        guide.read = true;
                    }
                }
                _ => {
                    note(ui, palette, scene.get("guide-waits"));
                    if secondary(ui, &scene.get("guide-skip")).clicked() {
                        guide.next();
                    }
                }
            }
            if secondary(ui, &scene.get("guide-leave")).clicked() {
                choice = Some(Choice::Leave);
            }
        });
        mark_wanted(ui.ctx(), step.place);
    });
    choice
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Wanted(Id);

fn wanted() -> Id {
    Id::new("guidance-wanted")
}

fn mark_wanted(ctx: &Context, place: &'static str) {
    ctx.data_mut(|data| data.insert_temp(wanted(), Wanted(Id::new(("guidance", place)))));
}

/// Tells where a place of the screen is, so that it can be ringed.
pub(super) fn place(ctx: &Context, name: &'static str, rect: Rect) {
    let id = Id::new(("guidance", name));
    ctx.data_mut(|data| {
        if data.get_temp::<Wanted>(wanted()) == Some(Wanted(id)) {
            data.insert_temp(id, rect);
        }
    });
}

/// Rings the place of the step, if it was drawn in this frame. To be called after the screen.
pub(super) fn ring(ctx: &Context, palette: &Palette) {
    let found = ctx.data_mut(|data| {
        let Wanted(id) = data.get_temp(wanted())?;
        data.remove::<Wanted>(wanted());
        let rect: Option<Rect> = data.get_temp(id);
        data.remove::<Rect>(id);
        rect
    });
    let Some(rect) = found else { return };
    let rect = rect.intersect(ctx.content_rect().shrink(3.0));
    if !rect.is_positive() {
        return;
    }
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::new("guidance-ring")));
    let round = CornerRadius::same(9);
    painter.rect_stroke(rect, round, Stroke::new(6.0, palette.paper), StrokeKind::Inside);
    painter.rect_stroke(rect, round, Stroke::new(3.5, palette.brass), StrokeKind::Inside);
}
