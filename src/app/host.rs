//! Draws the panels in the window.

use super::Panels;
use super::power::NextFrame;
use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass, egui};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, place_camera).add_systems(EguiPrimaryContextPass, draw_panels);
}

/// egui smooths its own edges; multisampling only costs a software renderer its speed.
fn place_camera(mut commands: Commands<'_, '_>) {
    commands.spawn((Camera2d, Msaa::Off));
}

fn draw_panels(
    mut contexts: EguiContexts<'_, '_>,
    mut panels: ResMut<'_, Panels>,
    mut next: ResMut<'_, NextFrame>,
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
    if wanted.quit {
        exit.write(AppExit::Success);
    }
    Ok(())
}
