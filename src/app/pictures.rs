//! Pictures of every screen, without a person.

use super::{Panels, house, trouble};
use crate::session::{PicturesWish, Wish};
use crate::ui::theme::Mood;
use crate::ui::{Shell, poses};
use crate::words::Words;
use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::winit::{UpdateMode, WinitSettings};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// Frames that a screen gets to settle before its picture is taken.
const SETTLE: u32 = 6;
/// The first screen waits for pipelines and fonts besides.
const SETTLE_FIRST: u32 = 40;

#[derive(Resource)]
struct Script {
    folder: PathBuf,
    at: usize,
    waited: u32,
    /// Whether the picture of this screen is on its way.
    asked: bool,
    taken: Arc<Mutex<Taken>>,
}

#[derive(Default)]
struct Taken {
    count: usize,
    /// What went wrong: a picture that is blank, or could not be written.
    trouble: Vec<String>,
    /// The name of the picture that just arrived.
    done: Option<usize>,
}

pub(super) fn take(wish: &PicturesWish) -> Result<usize, String> {
    let words = Words::new(wish.lang);
    trouble::before_the_window(words)?;
    let failed = |why: &str| words.with("window-failed", &[("why", why)]);
    fs::create_dir_all(&wish.folder).map_err(|error| failed(&error.to_string()))?;
    let taken: Arc<Mutex<Taken>> = Arc::default();
    let kept = Arc::clone(&taken);
    let wish = wish.clone();
    trouble::caught(words, move || {
        let mut shell = Shell::new(Wish { lang: wish.lang, ..Wish::default() }, 1, false);
        shell.set_mood(if wish.dark { Mood::Dark } else { Mood::Light });
        shell.set_contrast(wish.high_contrast);
        if let Some(percent) = wish.text_percent {
            shell.set_text(percent);
        }
        shell.set_still(true);
        let mut app = house(shell, wish.size);
        app.insert_resource(Script { folder: wish.folder, at: 0, waited: 0, asked: false, taken: kept })
            .add_systems(Update, follow_script)
            .add_systems(Last, never_sleep.after(super::power::set_pace));
        app.run();
    })?;
    let taken = taken.lock().map_err(|_| failed("lock"))?;
    if !taken.trouble.is_empty() {
        return Err(failed(&taken.trouble.join("; ")));
    }
    if taken.count < poses::ALL.len() {
        return Err(failed(&format!("{} / {}", taken.count, poses::ALL.len())));
    }
    Ok(taken.count)
}

/// A script waits for nobody.
fn never_sleep(mut winit: ResMut<'_, WinitSettings>) {
    *winit = WinitSettings { focused_mode: UpdateMode::Continuous, unfocused_mode: UpdateMode::Continuous };
}

fn follow_script(
    mut commands: Commands<'_, '_>,
    mut script: ResMut<'_, Script>,
    mut panels: ResMut<'_, Panels>,
    mut exit: MessageWriter<'_, AppExit>,
) {
    let arrived = script.taken.lock().is_ok_and(|taken| taken.done == Some(script.at));
    if arrived {
        script.at += 1;
        script.waited = 0;
        script.asked = false;
    }
    let Some(pose) = poses::ALL.get(script.at) else {
        exit.write(AppExit::Success);
        return;
    };
    if script.waited == 0 {
        (pose.set)(&mut panels.0);
    }
    script.waited += 1;
    let settle = if script.at == 0 { SETTLE_FIRST } else { SETTLE };
    if script.waited < settle || script.asked {
        return;
    }
    script.asked = true;
    let path = script.folder.join(format!("{}.png", pose.name));
    let (taken, at) = (Arc::clone(&script.taken), script.at);
    commands.spawn(Screenshot::primary_window()).observe(move |captured: On<'_, '_, ScreenshotCaptured>| {
        let Ok(mut taken) = taken.lock() else { return };
        taken.done = Some(at);
        match keep(&captured.image, &path) {
            Ok(()) => taken.count += 1,
            Err(why) => taken.trouble.push(format!("{}: {why}", path.display())),
        }
    });
}

/// Writes a picture, if there is something on it.
fn keep(image: &Image, path: &PathBuf) -> Result<(), String> {
    let picture = image.clone().try_into_dynamic().map_err(|error| error.to_string())?.to_rgb8();
    let first = picture.get_pixel(0, 0);
    if picture.pixels().all(|pixel| pixel == first) {
        return Err("blank".to_owned());
    }
    picture.save(path).map_err(|error| error.to_string())
}
