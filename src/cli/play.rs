//! `mufakat play`: opens the game.

use super::{Answer, Context, Exit, Failure};
use crate::counterpart;
use crate::scenario::Seat;
use crate::session::Wish;
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
            let known = counterpart::names().join(", ");
            let told = words.with("cli-unknown-counterpart", &[("name", &name), ("known", &known)]);
            return Err(Failure::new(Exit::Failed, told));
        }
        wish.against = Some(name);
    }
    if let Some(path) = text("load") {
        let record = super::replay::load(context, &path)?;
        let scenario = super::replay::scenario_of(context, &path, &record)?;
        wish.load = Some((PathBuf::from(path), record, scenario));
    } else if let Some(name) = text("file") {
        wish.scenario = Some(super::scenario(context, &name)?.scenario);
    }
    crate::app::run(wish).map_err(|message| Failure::new(Exit::Failed, message))?;
    Ok(Exit::Fine)
}
