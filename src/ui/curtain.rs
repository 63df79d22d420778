//! The curtain: nothing secret on the screen until the other player has sat down, and has shown it by
//! holding a button for a second or by a PIN.

use super::emblem;
use super::parts::{Scene, note, primary, primary_if};
use super::room::{self, Framing};
use super::theme::{self, size};
use crate::scenario::{PerSeat, Seat};
use egui::{Align2, CornerRadius, FontId, Frame, Key, Margin, RichText, Stroke, TextEdit, Ui, vec2};

/// How long the button is held, in seconds: too long for a slip, too short to be a nuisance.
const HOLD: f64 = 1.0;
/// The fewest and the most digits of a PIN.
const DIGITS: (usize, usize) = (4, 8);

/// What the curtain asks for. PINs live as long as the window: they are in no file.
#[derive(Clone, Debug, Default)]
pub(super) struct Lock {
    /// Whether each seat has a PIN.
    pub wanted: bool,
    pins: PerSeat<Option<String>>,
    typed: String,
    wrong: bool,
    /// Since when the button is held, on the clock of the host.
    since: Option<f64>,
    /// Whether nothing was pressed since the curtain fell: a key still held lifts nothing.
    armed: bool,
}

impl Lock {
    /// With PINs, or without.
    pub(super) fn new(wanted: bool) -> Self {
        Self { wanted, ..Self::default() }
    }

    /// The PINs stay; nothing is half typed.
    pub(super) fn lift(&mut self) {
        self.typed.clear();
        self.wrong = false;
        self.since = None;
        self.armed = false;
    }
}

/// Draws the curtain for the player of `seat`; says whether it was lifted.
pub(super) fn curtain_ui(ui: &mut Ui, scene: &Scene<'_>, seat: Seat, lock: &mut Lock) -> bool {
    let palette = scene.look.palette;
    let mut lifted = false;
    let full = ui.max_rect();
    room::open(ui, full, Framing::Whole { covered: 0.0 });
    let card = Frame::new()
        .fill(palette.paper)
        .corner_radius(CornerRadius::same(10))
        .stroke(Stroke::new(1.0, palette.line))
        .shadow(theme::lifted())
        .inner_margin(Margin::symmetric(34, 26));
    egui::Area::new(ui.id().with("curtain"))
        .order(egui::Order::Background)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(ui.ctx(), |ui| {
            card.show(ui, |ui| {
                ui.set_width(380.0_f32.min(full.width() - 80.0));
                ui.vertical_centered(|ui| {
                    let forms = emblem::emblem(&scene.shared.id, seat, scene.colours[seat]);
                    let shown = emblem::show(ui, &forms, 84.0);
                    ui.add_space(8.0);
                    ui.label(
                        RichText::new(scene.get("curtain-title"))
                            .font(FontId::new(size::TITLE, theme::serif_strong())),
                    );
                    ui.add_space(8.0);
                    ui.label(scene.look.words.with("curtain-for", &[("country", scene.name(seat))]));
                    ui.add_space(14.0);
                    lifted = if lock.wanted {
                        pin_ui(ui, scene, seat, lock)
                    } else {
                        let share = hold_ui(ui, scene, seat, lock);
                        ring(ui, scene, shown.rect.center(), share);
                        share >= 1.0
                    };
                    ui.add_space(8.0);
                    note(ui, palette, scene.get("curtain-note"));
                });
            });
        });
    if lifted {
        lock.lift();
    }
    lifted
}

/// The button that is held; says how much of the second has passed, 0 to 1.
fn hold_ui(ui: &mut Ui, scene: &Scene<'_>, seat: Seat, lock: &mut Lock) -> f32 {
    let label = scene.look.words.with("curtain-lift", &[("country", scene.name(seat))]);
    let button = primary(ui, scene.look.palette, &label);
    note(ui, scene.look.palette, scene.get("curtain-hold"));
    if ui.memory(|memory| memory.focused().is_none()) {
        button.request_focus();
    }
    // A screen reader presses on purpose, and cannot hold.
    let asked =
        ui.input(|input| input.has_accesskit_action_request(button.id, egui::accesskit::Action::Click));
    if asked {
        return 1.0;
    }
    let (now, keys) =
        ui.input(|input| (input.time, input.key_down(Key::Space) || input.key_down(Key::Enter)));
    // egui lets go of a button that is pressed for longer than a click.
    let pressed = ui.input(|input| {
        let pointer = &input.pointer;
        let on_it = |at: Option<egui::Pos2>| at.is_some_and(|at| button.rect.contains(at));
        pointer.primary_down() && on_it(pointer.press_origin()) && on_it(pointer.latest_pos())
    });
    let held = pressed || keys && button.has_focus();
    if !held {
        lock.armed = true;
        lock.since = None;
        return 0.0;
    }
    if !lock.armed {
        return 0.0;
    }
    ui.ctx().request_repaint();
    let since = *lock.since.get_or_insert(now);
    (((now - since) / HOLD) as f32).clamp(0.0, 1.0)
}

/// The ring that fills while the button is held.
fn ring(ui: &Ui, scene: &Scene<'_>, centre: egui::Pos2, share: f32) {
    let palette = scene.look.palette;
    let radius = 52.0;
    ui.painter().circle_stroke(centre, radius, Stroke::new(3.0, palette.line));
    if share <= 0.0 {
        return;
    }
    let steps = (64.0 * share).ceil().max(2.0) as usize;
    let point = |step: usize| {
        let angle = std::f32::consts::TAU * (share * step as f32 / steps as f32 - 0.25);
        centre + radius * egui::Vec2::angled(angle)
    };
    let points: Vec<egui::Pos2> = (0..=steps).map(point).collect();
    ui.painter().add(egui::Shape::line(points, Stroke::new(6.0, palette.primary)));
}

/// The line for the PIN: chosen at the first time, asked for later.
fn pin_ui(ui: &mut Ui, scene: &Scene<'_>, seat: Seat, lock: &mut Lock) -> bool {
    let palette = scene.look.palette;
    let new = lock.pins[seat].is_none();
    let label = ui.label(scene.get(if new { "curtain-pin-new" } else { "curtain-pin" }));
    let edit = TextEdit::singleline(&mut lock.typed).password(true).char_limit(DIGITS.1).desired_width(160.0);
    let edit = ui.add(edit).labelled_by(label.id);
    lock.typed.retain(|c| c.is_ascii_digit());
    if edit.changed() {
        lock.wrong = false;
    }
    let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        edit.request_focus();
    }
    if lock.wrong {
        ui.label(RichText::new(scene.get("curtain-pin-wrong")).color(palette.bad));
    }
    ui.add_space(6.0);
    let enough = lock.typed.len() >= DIGITS.0;
    let words = scene.look.words.with("curtain-lift", &[("country", scene.name(seat))]);
    let clicked = primary_if(ui, palette, &words, enough).clicked();
    if new {
        note(ui, palette, scene.get("curtain-pin-kept"));
    }
    if !enough || !(clicked || entered) {
        return false;
    }
    match &lock.pins[seat] {
        None => {
            lock.pins[seat] = Some(std::mem::take(&mut lock.typed));
            true
        }
        Some(pin) if *pin == lock.typed => true,
        Some(_) => {
            lock.wrong = true;
            lock.typed.clear();
            super::parts::forget_typing(ui.ctx());
            edit.request_focus();
            false
        }
    }
}
