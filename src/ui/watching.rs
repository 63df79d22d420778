//! Two counterparts at play, for people who hold no seat: the dance of offers grows move by move
//! beside what is said.
//!
//! This panel alone shows both sides' numbers before the end. It takes a
//! [`Watched`], which no game has in which a person holds a seat.

use super::dance::{Dance, dance_plot_ui};
use super::parts::{
    BUTTON_HEIGHT, Scene, at_right, card, chip, country, level, note, primary, row, scale, sign, strong,
};
use super::theme::{self, PANEL, size};
use super::{draft, record, signature};
use crate::rules::{self, Ending, OfferKind, Phase};
use crate::scenario::{Deal, IssueNo, PerSeat, Seat};
use crate::session::{PACE, Watched};
use crate::view::{Entry, Moment, Tone, View};
use egui::{CentralPanel, FontId, Frame, Panel, RichText, ScrollArea, Ui};
use std::collections::BTreeSet;

/// How fast the counterparts play.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Speed {
    /// Time to read every line.
    Slow,
    /// The usual pace.
    #[default]
    Normal,
    /// Several acts in a second.
    Fast,
    /// As fast as it can be drawn.
    End,
}

impl Speed {
    /// Those with a radio button.
    const CHOICES: [(Self, &'static str); 3] =
        [(Self::Slow, "watch-slow"), (Self::Normal, "watch-normal"), (Self::Fast, "watch-fast")];

    /// Seconds between two acts.
    pub(super) const fn pace(self) -> f64 {
        match self {
            Self::Slow => 3.0,
            Self::Normal => PACE,
            Self::Fast => 0.2,
            Self::End => 0.0,
        }
    }
}

/// What the right panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Said,
    Treaty,
    Who,
}

/// What the screen remembers between frames.
#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    pub speed: Speed,
    tab: Tab,
    hidden: BTreeSet<Tone>,
    open: Option<IssueNo>,
    /// Whether the watchers went on to the debrief.
    pub left_for_debrief: bool,
    /// The numbers, with the event up to which they are right.
    numbers: Option<(usize, Watched)>,
    /// The events before the newest act, which is shown as new.
    before: usize,
}

impl Desk {
    /// The numbers of a game, computed again only after something happened.
    pub(super) fn numbers(&mut self, session: &crate::session::Session) -> Option<Watched> {
        let events = session.events();
        if self.numbers.as_ref().is_none_or(|(at, _)| *at != events) {
            self.before = self.numbers.as_ref().map_or(0, |(at, _)| *at);
            self.numbers = session.watched().map(|watched| (events, watched));
        }
        self.numbers.as_ref().map(|(_, watched)| watched.clone())
    }
}

/// What the screen is given.
pub(super) struct Given<'a> {
    pub scene: Scene<'a>,
    pub view: &'a View<'a>,
    pub log: &'a [Entry],
    pub watched: &'a Watched,
    pub counterparts: PerSeat<&'a str>,
    pub paused: bool,
    pub trouble: Option<&'a std::io::Error>,
}

/// What the watchers want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Counterparts wait, or go on.
    Pause,
    /// Counterparts act once, now.
    Step,
    /// Another speed.
    Speed(Speed),
    /// On to the debrief.
    Debrief,
    /// Back to the title; the game is saved.
    Leave,
}

pub(super) fn watching_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk) -> Option<Wish> {
    let mut wish = None;
    let palette = given.scene.look.palette;
    let frame = || Frame::new().fill(palette.panel).inner_margin(PANEL);
    Panel::top("watching-top").frame(frame()).show(ui, |ui| {
        wish = top_ui(ui, given).or(wish.take());
        wish = controls_ui(ui, given, desk).or(wish.take());
    });
    let side = (ui.available_width() * 0.36).clamp(290.0, 520.0);
    Panel::right("watching-right").frame(frame()).resizable(false).exact_size(side).show(ui, |ui| {
        right_ui(ui, given, desk);
    });
    CentralPanel::default().frame(Frame::new().fill(palette.ground).inner_margin(PANEL)).show(ui, |ui| {
        // The words below have their own room, so that the plot does not jump.
        let height = (ui.available_height() - 150.0).max(240.0);
        plot_ui(ui, given, height);
        newest_ui(ui, given);
    });
    wish
}

fn closed(given: &Given<'_>) -> Option<(Ending, Option<bool>)> {
    match &given.view.moment {
        Moment::Closed { ending, ratification, .. } => {
            let ratified = ratification.map(rules::ratified);
            Some((*ending, ratified))
        }
        _ => None,
    }
}

/// Below this width the head takes as many rows as it needs.
const NARROW: f32 = 1000.0;

fn top_ui(ui: &mut Ui, given: &Given<'_>) -> Option<Wish> {
    let mut wish = None;
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let view = given.view;
    let leave = |ui: &mut Ui| {
        let icon = egui_phosphor::regular::SIGN_OUT;
        ui.button(format!("{icon} {}", scene.get("talks-exit"))).clicked()
    };
    let state = |ui: &mut Ui| {
        let title = scene.text(&scene.shared.title);
        ui.label(RichText::new(title).font(FontId::new(size::HEADING, theme::serif_strong())));
        if view.round > 0 {
            let (round, rounds) = (view.round.to_string(), scene.shared.timing.rounds.to_string());
            ui.label(words.with("talks-round", &[("round", &round), ("rounds", &rounds)]));
        }
        let phase = scene.get(&format!("phase-{}", view.phase.name()));
        let colour = if view.phase == Phase::Normal { palette.muted } else { palette.care };
        chip(ui, &words.with("talks-phase", &[("phase", &phase)]), colour);
        if let Moment::Talks { turn } = view.moment {
            sign(ui, scene.colours, turn);
            let text = words.with("talks-their-turn", &[("country", scene.name(turn))]);
            ui.label(strong(text).color(scene.colours[turn]));
        }
    };
    let mut left = false;
    if ui.available_width() < NARROW {
        ui.horizontal_wrapped(|ui| {
            state(ui);
            left = leave(ui);
        });
    } else {
        ui.horizontal(|ui| {
            state(ui);
            at_right(ui, "leave", |ui| left = leave(ui));
        });
    }
    if left {
        wish = Some(Wish::Leave);
    }
    if let Some(trouble) = given.trouble {
        let text = words.with("talks-not-saved", &[("why", &words.why(trouble))]);
        ui.label(RichText::new(text).size(size::SMALL).color(palette.bad));
    }
    wish
}

/// Pause, single steps, speed, and the way to the end.
fn controls_ui(ui: &mut Ui, given: &Given<'_>, desk: &Desk) -> Option<Wish> {
    let mut wish = None;
    let scene = &given.scene;
    level(ui, if closed(given).is_some() { BUTTON_HEIGHT } else { 26.0 }, |ui| {
        if closed(given).is_some() {
            ui.label(strong(scene.get("watch-over")));
            if primary(ui, scene.look.palette, &scene.get("watch-debrief")).clicked() {
                wish = Some(Wish::Debrief);
            }
            return;
        }
        let key = if given.paused { "talks-go-on" } else { "talks-pause" };
        if ui.button(scene.get(key)).clicked() {
            wish = Some(Wish::Pause);
        }
        if ui.button(scene.get("talks-step")).clicked() {
            wish = Some(Wish::Step);
        }
        ui.separator();
        for (speed, key) in Speed::CHOICES {
            if ui.selectable_label(desk.speed == speed, scene.get(key)).clicked() {
                wish = Some(Wish::Speed(speed));
            }
        }
        if ui.selectable_label(desk.speed == Speed::End, scene.get("watch-end")).clicked() {
            wish = Some(Wish::Speed(Speed::End));
        }
    });
    wish
}

fn plot_ui(ui: &mut Ui, given: &Given<'_>, height: f32) {
    let words = given.scene.look.words;
    let watched = given.watched;
    let newest = watched.dance.last().map(|step| {
        let kind = kind_of(given, watched.dance.len() - 1);
        words.with("watch-newest", &[("no", &step.no.to_string()), ("kind", &kind)])
    });
    let words = given.scene.look.words;
    let about = |at: [f64; 2]| Some(format!("{} / {}", words.num(at[0], 1), words.num(at[1], 1)));
    let dance = Dance {
        id: "watched-dance",
        height,
        all: &watched.all,
        harm_free: &watched.harm_free,
        batna: watched.batna,
        marks: &[],
        steps: &watched.dance,
        spots: &watched.spots,
        pairs: &[],
        deal: watched.signed,
        about: &about,
        // On a small plot the words would lie on the legend; they stand below it too.
        newest: newest.as_deref().filter(|_| watched.signed.is_none() && ui.available_width() > 480.0),
    };
    dance_plot_ui(ui, &given.scene, &dance);
}

/// What kind of a step a package is, in a word.
fn kind_of(given: &Given<'_>, at: usize) -> String {
    let step = &given.watched.dance[at];
    match (step.step, step.kind) {
        (_, OfferKind::Exploratory) => given.scene.get("frontier-explored"),
        (_, OfferKind::Text) => given.scene.get("frontier-text"),
        (Some(kind), _) => given.scene.get(&format!("dance-{}", kind.name())),
        (None, _) => given.scene.get("frontier-first"),
    }
}

/// The newest package in words: who, what it is worth to both, and what kind of a step it is.
fn newest_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let watched = given.watched;
    ui.add_space(4.0);
    card(ui, palette, |ui| {
        if let Some((ending, ratified)) = closed(given) {
            signature::ending_ui(ui, scene, ending, ratified);
            return;
        }
        let (Some(step), Some(spot)) = (watched.dance.last(), watched.spots.last()) else {
            ui.label(scene.get("watch-lesson"));
            return;
        };
        let points = spot.map(|points| words.num(points, 0));
        let args = [
            ("no", step.no.to_string()),
            ("first", scene.name(Seat::First).to_owned()),
            ("a", points[0].clone()),
            ("second", scene.name(Seat::Second).to_owned()),
            ("b", points[1].clone()),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(key, value)| (*key, value.as_str())).collect();
        ui.horizontal_wrapped(|ui| {
            match step.by {
                Some(seat) => {
                    sign(ui, scene.colours, seat);
                }
                None => {
                    ui.label(egui_phosphor::regular::SCALES);
                }
            }
            ui.label(strong(words.with("watch-offer", &args)));
        });
        let kind = kind_of(given, watched.dance.len() - 1);
        let line = match (step.step, step.kind) {
            (Some(it), OfferKind::Formal) => {
                let meaning = scene.get(&format!("watch-step-{}", it.name()));
                words.with("watch-kind", &[("kind", &kind), ("meaning", &meaning)])
            }
            _ => kind,
        };
        ui.label(line);
    });
}

fn right_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk) {
    let scene = &given.scene;
    ui.horizontal_wrapped(|ui| {
        ui.selectable_value(&mut desk.tab, Tab::Said, scene.get("watch-said"));
        ui.selectable_value(&mut desk.tab, Tab::Treaty, scene.get("watch-treaty"));
        ui.selectable_value(&mut desk.tab, Tab::Who, scene.get("watch-who"));
    });
    ui.separator();
    match desk.tab {
        Tab::Said => {
            record::record_ui(ui, scene, given.log, &mut desk.hidden, desk.before);
        }
        Tab::Treaty => {
            let mut unused: Deal = scene.shared.status_quo();
            draft::draft_ui(ui, scene, given.view, &mut unused, &mut desk.open, false, None);
        }
        Tab::Who => {
            ScrollArea::vertical().id_salt("who").auto_shrink(false).show(ui, |ui| {
                who_ui(ui, given);
            });
        }
    }
}

/// Who plays, how they trust each other, and how to read the plot.
fn who_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    for seat in Seat::ALL {
        let name = given.counterparts[seat];
        country(ui, scene, seat);
        ui.label(strong(scene.get(&format!("counterpart-{name}"))));
        ui.label(scene.get(&format!("counterpart-{name}-says")));
        let trust = given.view.trust(seat);
        let label =
            words.with("standing-trust", &[("one", scene.name(seat)), ("other", scene.name(seat.other()))]);
        let number = words.num(100.0 * trust, 0);
        row(ui, RichText::new(&label).size(15.0), number.as_str());
        scale(ui, palette, &format!("{label}: {number}"), trust as f32, scene.colours[seat], &[]);
        ui.add_space(10.0);
    }
    note(ui, palette, scene.get("watch-lesson"));
}
