//! Draws the panels in the window.

use super::Panels;
use super::power::NextFrame;
use crate::ui::theme::Mood;
use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowTheme, WindowThemeChanged};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass, egui};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, place_camera)
        .add_systems(Update, follow_system_theme)
        .add_systems(EguiPrimaryContextPass, draw_panels);
}

/// egui smooths its own edges; multisampling only costs a software renderer its speed.
fn place_camera(mut commands: Commands<'_, '_>) {
    commands.spawn((Camera2d, Msaa::Off));
}

/// Tells the panels whether the system is light or dark: at the start, and when that changes.
fn follow_system_theme(
    mut changed: MessageReader<'_, '_, WindowThemeChanged>,
    windows: Query<'_, '_, &Window, With<PrimaryWindow>>,
    mut panels: ResMut<'_, Panels>,
    mut started: Local<'_, bool>,
) {
    let mut theme = changed.read().last().map(|message| message.theme);
    if !*started && let Ok(window) = windows.single() {
        *started = true;
        theme = theme.or(window.window_theme);
    }
    if let Some(theme) = theme {
        panels.0.set_system_mood(Some(match theme {
            WindowTheme::Light => Mood::Light,
            WindowTheme::Dark => Mood::Dark,
        }));
    }
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
