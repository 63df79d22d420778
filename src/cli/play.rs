//! `mufakat play`: opens the game.

use super::{Answer, Context, Exit, Failure};
use crate::counterpart;
use crate::disk::library::{self, LoadError};
use crate::scenario::Seat;
use crate::session::{PicturesWish, Wish};
use clap::ArgMatches;
use std::path::PathBuf;

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let text = |name: &str| given.try_get_one::<String>(name).ok().flatten().cloned();
    let mut wish = Wish {
        lang: words.lang,
        seat: text("seat").as_deref().and_then(Seat::from_letter),
        hot_seat: given.try_get_one::<bool>("hot-seat").ok().flatten().copied().unwrap_or(false),
        seed: given.try_get_one::<u64>("seed").ok().flatten().copied(),
        ..Wish::default()
    };
    if let Some(name) = text("against") {
        if !counterpart::exists(&name) {
            let known = counterpart::names();
            return Err(Failure::no_counterpart(words, "cli-unknown-counterpart", &name, &known));
        }
        wish.against = Some(name);
    }
    if let Some(path) = text("load") {
        let record = super::replay::load(context, &path)?;
        let scenario = super::replay::scenario_of(context, &path, &record, text("file").as_deref())?;
        wish.load = Some((PathBuf::from(path), record, scenario));
    } else if let Some(name) = text("file") {
        match library::load(&name) {
            Ok(loaded) => (wish.scenario, wish.path) = (Some(loaded.scenario), loaded.path),
            Err(error) => {
                if let LoadError::Invalid { path, .. } | LoadError::Unreadable { path, .. } = &error
                    && path.exists()
                {
                    wish.broken = Some(path.clone());
                }
                let failure = super::unloaded(context, error);
                // Its author has the file open somewhere: the workshop shows the mistakes and waits.
                if wish.broken.is_none() || crate::app::ready(words).is_err() {
                    return Err(failure);
                }
                return match crate::app::run(wish) {
                    Ok(()) => Ok(Exit::Fine),
                    Err(why) => Err(Failure::new(failure.exit, format!("{}\n{why}", failure.message))),
                };
            }
        }
    }
    crate::app::run(wish).map_err(|message| Failure::new(Exit::Failed, message))?;
    Ok(Exit::Fine)
}

/// `mufakat screenshot`: pictures of every screen of a scripted game.
pub(super) fn screenshot(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let text = |name: &str| given.get_one::<String>(name).cloned().unwrap_or_default();
    let size = text("size");
    let parsed = size.split_once('x').and_then(|(width, height)| {
        let side = |text: &str| text.parse::<u32>().ok().filter(|side| (320..=7680).contains(side));
        Some((side(width)?, side(height)?))
    });
    let Some(parsed) = parsed else {
        return Err(Failure::new(Exit::Failed, words.with("cli-mistake-size", &[("size", &size)])));
    };
    let wish = PicturesWish {
        folder: PathBuf::from(text("folder")),
        lang: words.lang,
        size: parsed,
        dark: text("theme") == "dark",
        high_contrast: given.get_flag("contrast"),
        text_percent: given.get_one::<u16>("text").copied(),
    };
    let count = crate::app::pictures(&wish).map_err(|message| Failure::new(Exit::Failed, message))?;
    let folder = wish.folder.display().to_string();
    super::output::message(
        &words.with("window-pictures", &[("count", &count.to_string()), ("path", &folder)]),
    );
    Ok(Exit::Fine)
}
