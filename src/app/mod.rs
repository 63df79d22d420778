//! The Bevy window around the panels.
//!
//! The game is drawn by [`ui`](crate::ui); this is the house around it: a window, a camera, the frames
//! that are needed and no others, and plain words where there is no display or no driver.

mod host;
mod pictures;
mod power;
mod room;
mod trouble;

use crate::session::{PicturesWish, Wish};
use crate::ui::Shell;
use crate::ui::theme::WOOD;
use crate::words::Words;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::window::{PresentMode, WindowResolution};
use bevy_egui::EguiPlugin;
use std::time::{SystemTime, UNIX_EPOCH};

/// The panels, as a resource of the window.
#[derive(Resource)]
struct Panels(Shell);

/// The size of a new window: that of the projector in the classroom.
const SIZE: (u32, u32) = (1366, 768);

/// Whether a window can be tried here at all, as far as can be known before.
///
/// # Errors
///
/// One clear sentence in the user's language where there is no display.
pub fn ready(words: Words) -> Result<(), String> {
    trouble::before_the_window(words)
}

/// Opens the window and plays until it is closed.
///
/// # Errors
///
/// One clear sentence in the user's language where there is no display, no driver, or another
/// reason why no window can be had.
pub fn run(wish: Wish) -> Result<(), String> {
    let words = Words::new(wish.lang);
    ready(words)?;
    trouble::caught(words, move || {
        let mut shell = Shell::new(wish, seed(), true);
        shell.set_ceremonies(true);
        open(shell);
    })
}

/// Draws every screen of a scripted game and writes each to a PNG file; says how many.
///
/// # Errors
///
/// One clear sentence where no window can be had or a picture cannot be written.
pub fn pictures(wish: &PicturesWish) -> Result<usize, String> {
    pictures::take(wish)
}

/// A seed for this sitting, from the clock: the record keeps it, and the rules never see the clock.
#[expect(clippy::disallowed_methods, reason = "a new game wants other news than the last one")]
fn seed() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_nanos() as u64)
}

fn open(shell: Shell) {
    house(shell, SIZE).run();
}

/// The window with the panels in it, before it runs.
fn house(shell: Shell, (width, height): (u32, u32)) -> App {
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: Some(Window {
                    title: "Mufakat".to_owned(),
                    resolution: WindowResolution::new(width, height),
                    present_mode: PresentMode::AutoVsync,
                    ..default()
                }),
                // The panels are asked first: a form may have unsaved changes.
                close_when_requested: false,
                ..default()
            })
            .set(LogPlugin { level: bevy::log::Level::ERROR, filter: "error".to_owned(), ..default() }),
    )
    .insert_resource(ClearColor(Srgba::rgb_u8(WOOD.r(), WOOD.g(), WOOD.b()).into()))
    .add_plugins(EguiPlugin::default())
    .insert_resource(Panels(shell))
    .add_plugins((host::plugin, room::plugin, power::plugin));
    app
}
