//! Frames only when they are needed: an idle window costs next to no CPU.
//!
//! bevy_egui 0.42 tells egui in every frame that the modifier keys changed, and egui takes any event
//! as a wish to draw again at once, so a reactive window would never sleep. The first system here
//! drops that event where nothing changed; the second says when the next frame is due.

use bevy::prelude::*;
use bevy::window::{WindowResized, WindowScaleFactorChanged};
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};
use std::time::Duration;

/// In how many seconds the panels want to be drawn again by themselves.
#[derive(Resource, Default)]
pub(super) struct NextFrame(pub Option<f64>);

/// How long after the last input small things still happen: tooltips open, menus fade.
const SETTLING: f64 = 1.5;
/// The pace of frames meanwhile.
const SETTLING_FRAME: f64 = 0.1;
/// The longest sleep of an idle window.
const SLEEP: f64 = 30.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<NextFrame>()
        .init_resource::<LastInput>()
        .insert_resource(settings(SETTLING_FRAME))
        .add_systems(
            PreUpdate,
            drop_idle_modifier_events
                .after(EguiPreUpdateSet::ProcessInput)
                .before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(Last, set_pace);
}

fn settings(seconds: f64) -> WinitSettings {
    let wait = Duration::from_secs_f64(seconds.clamp(0.005, SLEEP));
    WinitSettings {
        focused_mode: UpdateMode::reactive(wait),
        unfocused_mode: UpdateMode::reactive_low_power(wait),
    }
}

/// When there was input last, on Bevy's clock.
#[derive(Resource, Default)]
pub(super) struct LastInput(f64);

fn drop_idle_modifier_events(
    mut inputs: Query<'_, '_, &mut EguiInput>,
    mut modifiers_before: Local<'_, Option<egui::Modifiers>>,
    mut last: ResMut<'_, LastInput>,
    mut resized: MessageReader<'_, '_, WindowResized>,
    mut rescaled: MessageReader<'_, '_, WindowScaleFactorChanged>,
    time: Res<'_, Time<Real>>,
) {
    // The new size reaches the panels a frame later: there has to be one.
    if resized.read().count() + rescaled.read().count() > 0 {
        last.0 = time.elapsed_secs_f64();
    }
    for mut input in &mut inputs {
        input.events.retain(|event| match event {
            egui::Event::ModifiersChanged(modifiers) => {
                modifiers_before.replace(*modifiers) != Some(*modifiers)
            }
            _ => true,
        });
        if !input.events.is_empty() {
            last.0 = time.elapsed_secs_f64();
        }
    }
}

pub(super) fn set_pace(
    next: Res<'_, NextFrame>,
    last: Res<'_, LastInput>,
    time: Res<'_, Time<Real>>,
    mut winit: ResMut<'_, WinitSettings>,
) {
    let settling = if time.elapsed_secs_f64() - last.0 < SETTLING { SETTLING_FRAME } else { SLEEP };
    let wanted = settings(next.0.unwrap_or(SLEEP).min(settling));
    if winit.focused_mode != wanted.focused_mode {
        *winit = wanted;
    }
}
