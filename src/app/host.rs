//! Draws the panels in the window.

use super::Panels;
use super::power::NextFrame;
use super::room::Wished;
use crate::speaker::Speaker;
use crate::ui::theme::Mood;
use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowCloseRequested, WindowTheme, WindowThemeChanged};
use bevy_egui::{EguiContexts, EguiGlobalSettings, EguiPrimaryContextPass, egui};

/// What cues are played with.
struct Loud(Speaker);

pub(super) fn plugin(app: &mut App) {
    app.insert_non_send(Loud(Speaker::open()))
        .insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() })
        .add_systems(Update, (follow_system_theme, close))
        .add_systems(EguiPrimaryContextPass, draw_panels);
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

/// The window's own button ends the program like the one on the title: after a question, if something
/// would be lost.
fn close(
    mut asked: MessageReader<'_, '_, WindowCloseRequested>,
    mut panels: ResMut<'_, Panels>,
    mut exit: MessageWriter<'_, AppExit>,
) {
    if asked.read().count() > 0 && panels.0.may_close() {
        exit.write(AppExit::Success);
    }
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
