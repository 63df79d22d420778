//! The head of the talks: round, phase, whose turn it is, the clock, and the way out.

use super::coaching::{self, Coach};
use super::glossary::term_ui;
use super::keys::{self, Does};
use super::parts::{Scene, at_right, chip, strong};
use super::talks::{Given, Wish};
use super::theme::size;
use crate::rules::Phase;
use crate::view::Moment;
use egui::{RichText, Ui};

/// Below this width the head of the talks says less.
const NARROW: f32 = 1200.0;
/// How wide the title of the scenario is at least, where it needs that much, and at most.
const TITLE: [f32; 2] = [180.0, 480.0];

pub(super) fn top_ui(ui: &mut Ui, given: &Given<'_>, coach: &Coach) -> Option<Wish> {
    let mut wish = None;
    let scene = &given.scene;
    let view = given.view;
    // Where there is little room, what changes matters more than what is known.
    let narrow = ui.available_width() < NARROW;
    // How wide it would be in one row is known once it was drawn so, as long as it says the same.
    let says = (view.phase.name(), view.rounds_left() == 0, given.my_move, scene.look.words.lang.code());
    let id = ui.id().with(("head", says, given.plays, narrow));
    let needed: Option<f32> = ui.data(|data| data.get_temp(id));
    if needed.is_some_and(|needed| needed > ui.available_width() + 1.0) {
        ui.horizontal_wrapped(|ui| state_ui(ui, given, true));
        ui.horizontal_wrapped(|ui| wish = ways_ui(ui, given, coach, true));
        return wish;
    }
    let room = ui.available_width();
    // A narrow window leaves the title what the rest does not take.
    let beside: Option<f32> = ui.data(|data| data.get_temp(id.with("beside")));
    let longest = match beside {
        _ if !narrow => TITLE[1],
        Some(beside) => (room - beside - 1.0).clamp(TITLE[0], TITLE[1]),
        None => TITLE[0],
    };
    let (mut width, mut title_width) = (0.0, 0.0);
    ui.horizontal(|ui| {
        let left = ui.cursor().left();
        if !narrow {
            ui.spacing_mut().item_spacing.x = 4.0;
            for seat in crate::scenario::Seat::ALL {
                super::parts::crest(ui, scene, seat, 28.0);
            }
            ui.spacing_mut().item_spacing.x = 8.0;
        }
        let title = RichText::new(scene.text(&scene.shared.title))
            .font(egui::FontId::new(size::HEADING, super::theme::serif_strong()));
        ui.scope(|ui| {
            ui.set_max_width(longest);
            title_width = ui.add(egui::Label::new(title).truncate()).rect.width();
        });
        ui.separator();
        state_ui(ui, given, narrow);
        width = ui.cursor().left() - left;
        let (chosen, ways) = at_right(ui, "ways", |ui| ways_ui(ui, given, coach, narrow));
        wish = chosen;
        width += ways;
    });
    let found = width - title_width;
    // The last bits of a sum of widths would ask for frame after frame.
    if beside.is_none_or(|known: f32| (known - found).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id.with("beside"), found));
        if narrow {
            ui.ctx().request_repaint();
        }
    }
    if width > room {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_repaint();
    }
    wish
}

/// Round, phase, and whose turn it is.
fn state_ui(ui: &mut Ui, given: &Given<'_>, narrow: bool) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let view = given.view;
    let rounds = words.with(
        "talks-round",
        &[("round", &view.round.to_string()), ("rounds", &scene.shared.timing.rounds.to_string())],
    );
    let last = view.rounds_left() == 0;
    if last {
        let icon = egui_phosphor::regular::HOURGLASS_LOW;
        let name = scene.get("talks-last-round");
        let text = if narrow { format!("{icon} {name}") } else { format!("{icon} {rounds} \u{b7} {name}") };
        chip(ui, &text, palette.bad).on_hover_text(rounds);
    } else {
        ui.label(rounds);
    }
    let phase = scene.get(&format!("phase-{}", view.phase.name()));
    let colour = if view.phase == Phase::Normal { palette.muted } else { palette.care };
    let full = words.with("talks-phase", &[("phase", &phase)]);
    let term = match view.phase {
        Phase::Normal => "trust",
        Phase::SlowDown => "slow-down",
        Phase::Minimal => "minimal",
    };
    let shown = RichText::new(if narrow { &phase } else { &full }).size(size::SMALL).color(colour);
    term_ui(ui, scene.look, shown, term);
    if let Moment::Talks { turn } = view.moment {
        super::parts::sign(ui, scene.colours, turn);
        let text = if given.plays && turn == view.seat {
            words.count("talks-your-turn", view.actions_left)
        } else {
            words.with("talks-their-turn", &[("country", scene.name(turn))])
        };
        ui.label(strong(text).color(scene.colours[turn]));
    }
}

/// The clock, and what leads elsewhere: coach, settings, the way out.
fn ways_ui(ui: &mut Ui, given: &Given<'_>, coach: &Coach, narrow: bool) -> Option<Wish> {
    let mut wish = None;
    let scene = &given.scene;
    let palette = scene.look.palette;
    if let Some(trouble) = given.trouble {
        let text = scene.look.words.with("talks-not-saved", &[("why", &scene.look.words.why(trouble))]);
        ui.label(RichText::new(text).size(size::SMALL).color(palette.bad));
    }
    clock_ui(ui, given, narrow);
    if given.plays && coaching::switch_ui(ui, scene, coach, narrow) {
        wish = Some(Wish::Coach);
    }
    wish.or(settings_and_exit_ui(ui, scene))
}

fn settings_and_exit_ui(ui: &mut Ui, scene: &Scene<'_>) -> Option<Wish> {
    let mut wish = None;
    let gear = ui.button(egui_phosphor::regular::GEAR);
    let name = scene.get("settings-open");
    gear.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
    if gear.on_hover_text(keys::hint(ui.ctx(), &name, Does::Settings)).clicked() {
        wish = Some(Wish::Settings);
    }
    let leave = format!("{} {}", egui_phosphor::regular::SIGN_OUT, scene.get("talks-exit"));
    if ui.button(leave).on_hover_text(scene.get("talks-exit-does")).clicked() {
        wish = Some(Wish::Leave);
    }
    wish
}

/// The same two in the upper corner of every page of a game that has no head: whatever a page asks, nobody is
/// held by it.
pub(super) fn ways_out_ui(ctx: &egui::Context, scene: &Scene<'_>) -> Option<Wish> {
    egui::Area::new(egui::Id::new("ways-out"))
        .anchor(egui::Align2::RIGHT_TOP, egui::vec2(-14.0, 10.0))
        .show(ctx, |ui| ui.horizontal(|ui| settings_and_exit_ui(ui, scene)).inner)
        .inner
}

/// The clock; a narrow window shows the two numbers alone.
fn clock_ui(ui: &mut Ui, given: &Given<'_>, narrow: bool) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let planned = scene.shared.timing.minutes;
    let left = f64::from(planned) - given.minutes;
    let late = left < 0.0;
    let soon = !late && left <= 0.125 * f64::from(planned);
    let minutes = words.num(given.minutes.floor(), 0);
    let mut clock = words.with("talks-clock", &[("minutes", &minutes), ("planned", &planned.to_string())]);
    if soon {
        clock = words.with("talks-clock-soon", &[("left", &words.num(left.ceil(), 0))]);
    }
    // Icon and words change, not the colour alone.
    let (icon, colour) = match (late, soon) {
        (true, _) => (egui_phosphor::regular::WARNING, palette.bad),
        (_, true) => (egui_phosphor::regular::HOURGLASS_LOW, palette.care),
        _ => (egui_phosphor::regular::CLOCK, palette.muted),
    };
    let text = if narrow { format!("{icon} {minutes}/{planned}") } else { format!("{icon} {clock}") };
    let label = ui.label(RichText::new(text).size(size::SMALL).color(colour));
    label.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &clock));
    label.on_hover_text(&clock);
}
