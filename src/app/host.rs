//! Draws the panels in the window.

use super::Panels;
use super::power::NextFrame;
use super::room::Wished;
use crate::speaker::Speaker;
use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiGlobalSettings, EguiPrimaryContextPass, egui};

/// What cues are played with.
struct Loud(Speaker);

pub(super) fn plugin(app: &mut App) {
    app.insert_non_send(Loud(Speaker::open()))
        .insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() })
        .add_systems(EguiPrimaryContextPass, draw_panels);
}

fn draw_panels(
    mut contexts: EguiContexts<'_, '_>,
    mut panels: ResMut<'_, Panels>,
    mut next: ResMut<'_, NextFrame>,
    mut loud: NonSendMut<'_, Loud>,
    mut wished: ResMut<'_, Wished>,
    mut exit: MessageWriter<'_, AppExit>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let mut ui = egui::Ui::new(
        context.clone(),
        "mufakat".into(),
        egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(context.viewport_rect()),
    );
    let wanted = panels.0.ui(&mut ui);
    next.0 = wanted.again_in;
    wished.opening = wanted.room;
    wished.pixels_per_point = context.pixels_per_point();
    wished.stage = Some(panels.0.stage());
    if let Some(sound) = panels.0.take_sound() {
        loud.0.play(sound);
    }
    if wanted.quit {
        exit.write(AppExit::Success);
    }
    Ok(())
}
