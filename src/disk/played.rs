//! The scenario with which a saved game was played, wherever it is now.
//!
//! A saved game holds events and the hash of its scenario, not the scenario. A file that lies anywhere, or
//! is mended after the game, would leave it without one; so a copy of a file that is played is kept.

use super::library::{self, LoadError, Loaded};
use super::saves::file_name;
use super::{data_dir, read_text, write_whole};
use crate::scenario::{Scenario, builtin, check};
use crate::table::{Record, RecordError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why a saved game has no scenario.
#[derive(Debug)]
pub enum Unplayed {
    /// No scenario of its name is here.
    Missing,
    /// The scenario of its name is another one now.
    Changed {
        /// Its file, or its id if it is built in.
        place: String,
        /// Its hash.
        now: String,
    },
    /// The scenario of its name cannot be loaded.
    Load(LoadError),
    /// It is the right scenario, and the events do not fit.
    Misfit(RecordError),
}

/// Where copies of what was played are kept.
fn folder() -> PathBuf {
    data_dir().join("played")
}

/// The name of a copy: several versions of a scenario may have been played.
fn copy_name(id: &str, hash: &str) -> String {
    format!("{}-{hash}.ron", file_name(id))
}

/// Keeps a copy of a scenario file that is played, if it is the user's own.
///
/// # Errors
///
/// What the system says.
pub fn keep(loaded: &Loaded) -> io::Result<()> {
    keep_in(&folder(), loaded)
}

/// The same in a folder of games that may travel.
///
/// # Errors
///
/// What the system says.
pub fn keep_in(folder: &Path, loaded: &Loaded) -> io::Result<()> {
    let Some(path) = loaded.path.as_ref().filter(|_| loaded.is_own()) else { return Ok(()) };
    let (id, hash) = (&loaded.scenario.shared.id, &loaded.scenario.hash);
    let copy = folder.join(copy_name(id, hash));
    if copy.is_file() {
        return Ok(());
    }
    let source = read_text(path)?;
    // A file that was changed since it was read is not what is played.
    if check::hash(&source) == *hash { write_whole(&copy, &source) } else { Ok(()) }
}

/// The scenario of a saved game: the one that was named, else the one of its name, and if that is another one
/// by now, one beside the game or the copy that was kept when it was played.
///
/// # Errors
///
/// [`Unplayed`] with the reason.
pub fn scenario_of(record: &Record, path: &Path, named: Option<&str>) -> Result<Arc<Scenario>, Unplayed> {
    // The name in a record is the id of a scenario, whatever somebody wrote there.
    let loaded = match named {
        Some(named) => library::load(named),
        None if record.scenario == file_name(&record.scenario) => library::load(&record.scenario),
        None => Err(LoadError::Unknown { name: record.scenario.clone(), known: library::ids() }),
    };
    let why = match loaded {
        Ok(loaded) if record.is_of(&loaded.scenario) => return fitting(record, loaded.scenario),
        Ok(Loaded { scenario, path, .. }) => Unplayed::Changed {
            place: path.map_or_else(|| scenario.shared.id.clone(), |path| path.display().to_string()),
            now: scenario.hash.clone(),
        },
        Err(LoadError::Unknown { .. }) if named.is_none() => Unplayed::Missing,
        Err(error) => Unplayed::Load(error),
    };
    if named.is_some() {
        return Err(why);
    }
    if let Some(shipped) = builtin::by_id(&record.scenario).filter(|it| record.is_of(it)) {
        return fitting(record, Arc::new(shipped.clone()));
    }
    let beside = path.parent().unwrap_or(Path::new(""));
    let copy = copy_name(&record.scenario, &record.hash);
    let own = format!("{}.ron", file_name(&record.scenario));
    [beside.join(&copy), beside.join(own), folder().join(&copy)]
        .iter()
        .filter_map(|path| library::load_file(path).ok())
        .find(|loaded| record.is_of(&loaded.scenario))
        .map_or(Err(why), |loaded| fitting(record, loaded.scenario))
}

fn fitting(record: &Record, scenario: Arc<Scenario>) -> Result<Arc<Scenario>, Unplayed> {
    record.fits(&scenario).map_err(Unplayed::Misfit)?;
    Ok(scenario)
}
