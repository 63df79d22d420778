//! Saved games: one file each, rewritten after every event.

use super::{data_dir, newest_first, read_text};
use crate::table::{Record, RecordError};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why a saved game cannot be loaded.
#[derive(Debug)]
pub enum SaveError {
    /// The file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The file is no record.
    Record(PathBuf, RecordError),
}

/// Where saved games are.
pub fn folder() -> PathBuf {
    data_dir().join("games")
}

/// The id of a scenario as a part of a file's name.
pub(super) fn file_name(scenario: &str) -> String {
    scenario.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect()
}

/// A file for a new game: the scenario's id, and the first number that is free.
pub fn new_path(scenario: &str) -> PathBuf {
    let (folder, name) = (folder(), file_name(scenario));
    (1..).map(|no| folder.join(format!("{name}-{no}.mufakat"))).find(|path| !path.exists()).unwrap_or(folder)
}

/// Whether a file holds something that would be lost if a game were written over it: it is no longer the text that was
/// written last, and no earlier moment of the same game either.
pub fn is_another(path: &Path, written: &str, game: &Record) -> bool {
    let earlier = |there: &str| Record::from_text(there).is_ok_and(|it| game.continues(&it));
    read_text(path).is_ok_and(|there| there != written && !earlier(&there))
}

/// Loads a saved game.
///
/// # Errors
///
/// A [`SaveError`] with the file and what is wrong with it.
pub fn load(path: &Path) -> Result<Record, SaveError> {
    let text = read_text(path).map_err(|error| SaveError::Unreadable(path.to_path_buf(), error))?;
    Record::from_text(&text).map_err(|error| SaveError::Record(path.to_path_buf(), error))
}

/// All saved games, the newest first.
pub fn list() -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder()) else { return Vec::new() };
    let games = entries.filter_map(Result::ok).map(|entry| entry.path());
    newest_first(games.filter(|path| path.extension().is_some_and(|end| end == "mufakat")))
}

/// The last games that are not over, the newest first.
pub fn unfinished() -> impl Iterator<Item = (PathBuf, Record)> {
    list().into_iter().take(20).filter_map(|path| {
        let record = load(&path).ok()?;
        (!record.closed).then_some((path, record))
    })
}
