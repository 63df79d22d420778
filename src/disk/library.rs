//! Scenarios: built in, from a `scenarios/` folder, from one's own data, or from any path.

use super::{Bytes, data_dir, read_any};
use crate::scenario::problem::Problem;
use crate::scenario::{Scenario, builtin, check};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

/// A scenario and where it came from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Its file; `None` if it is built in.
    pub path: Option<PathBuf>,
    /// What its author should still know.
    pub warnings: Vec<Problem>,
}

impl Loaded {
    /// Whether it is a file of the user and not one that ships with the program.
    pub fn is_own(&self) -> bool {
        let shipped = builtin::by_id(&self.scenario.shared.id);
        self.path.is_some() && shipped.is_none_or(|it| it.hash != self.scenario.hash)
    }
}

/// Why a scenario cannot be loaded.
#[derive(Debug)]
pub enum LoadError {
    /// There is none of this name.
    Unknown {
        /// What was asked.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// The file cannot be read.
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file has problems.
    Invalid {
        /// Which.
        path: PathBuf,
        /// Its text.
        source: String,
        /// Every one of them.
        problems: Vec<Problem>,
    },
}

/// Loads a scenario by its id or the path of its file.
///
/// A file in `./scenarios` or in the data folder takes the place of the built-in one of the same id.
///
/// # Errors
///
/// A [`LoadError`] with all that is needed to mend it.
pub fn load(name: &str) -> Result<Loaded, LoadError> {
    let given = Path::new(name);
    if is_readable(given) {
        return load_file(given);
    }
    if let Some(path) = own_file(name) {
        return load_file(&path);
    }
    if let Some(scenario) = builtin::by_id(name) {
        return Ok(Loaded { scenario: Arc::new(scenario.clone()), path: None, warnings: Vec::new() });
    }
    Err(unknown(name))
}

/// Whether something lies here that may hold a text: a file, or a pipe of another program.
pub fn is_readable(path: &Path) -> bool {
    path.exists() && !path.is_dir()
}

/// Why there is nothing of this name: what lies there, or looks like a path, is one.
pub fn unknown(name: &str) -> LoadError {
    let path = PathBuf::from(name);
    // A folder, or a link that leads to itself, says why it cannot be read.
    let why = match fs::symlink_metadata(&path) {
        Ok(_) if path.is_dir() => Some(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(_) => fs::read(&path).err(),
        Err(error) => is_path(name).then_some(error),
    };
    match why {
        Some(error) => LoadError::Unreadable { path, error },
        None => LoadError::Unknown { name: name.to_owned(), known: ids() },
    }
}

fn is_path(name: &str) -> bool {
    name.ends_with(".ron") || name.contains(['/', '\\'])
}

/// The file of the user that is played under this id, if there is one.
pub fn own_file(id: &str) -> Option<PathBuf> {
    if is_path(id) {
        return None;
    }
    folders().into_iter().map(|folder| folder.join(format!("{id}.ron"))).find(|path| path.is_file())
}

/// Loads a scenario file.
///
/// # Errors
///
/// A [`LoadError`] with all that is needed to mend it.
pub fn load_file(path: &Path) -> Result<Loaded, LoadError> {
    let source = match read_any(path) {
        Ok(Bytes::Text(source)) => source,
        Ok(Bytes::Other { shown, at }) => {
            let problems = vec![no_text(&shown, at)];
            return Err(LoadError::Invalid { path: path.to_path_buf(), source: shown, problems });
        }
        Err(error) => return Err(LoadError::Unreadable { path: path.to_path_buf(), error }),
    };
    match check::parse(&source) {
        Ok((scenario, warnings)) => {
            Ok(Loaded { scenario: Arc::new(scenario), path: Some(path.to_path_buf()), warnings })
        }
        Err(problems) => Err(LoadError::Invalid { path: path.to_path_buf(), source, problems }),
    }
}

/// What is wrong with a file that is no text from this place on.
pub fn no_text(shown: &str, at: usize) -> Problem {
    let end = shown[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    Problem::error("not-utf8", at..end)
}

/// Folders that are searched before the built-in scenarios.
fn folders() -> [PathBuf; 2] {
    [PathBuf::from("scenarios"), data_dir().join("scenarios")]
}

/// The ids of all scenarios that can be asked for by name, in order.
pub fn ids() -> Vec<String> {
    all().into_keys().collect()
}

/// Every scenario that can be asked for by name; [`broken`] has those that cannot be played yet.
pub fn all() -> BTreeMap<String, Loaded> {
    let mut found = BTreeMap::new();
    for scenario in builtin::all() {
        let loaded = Loaded { scenario: Arc::new(scenario.clone()), path: None, warnings: Vec::new() };
        found.insert(scenario.shared.id.clone(), loaded);
    }
    for path in own_files() {
        if let (Some(stem), Ok(loaded)) = (path.file_stem().and_then(|stem| stem.to_str()), load_file(&path))
        {
            found.insert(stem.to_owned(), loaded);
        }
    }
    found
}

/// A file of the user that cannot be played yet.
#[derive(Debug)]
pub struct Broken {
    /// Which.
    pub path: PathBuf,
    /// Why.
    pub error: LoadError,
}

impl Broken {
    /// The name of the file.
    pub fn name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }
}

/// The user's scenario files that have problems, with them.
pub fn troubles() -> Vec<Broken> {
    own_files().filter_map(|path| load_file(&path).err().map(|error| Broken { path, error })).collect()
}

/// The user's scenario files that have problems.
pub fn broken() -> Vec<PathBuf> {
    own_files().filter(|path| load_file(path).is_err()).collect()
}

/// The user's scenario files; of two with one name, the one that counts comes last.
fn own_files() -> impl Iterator<Item = PathBuf> {
    folders().into_iter().rev().flat_map(|folder| files_in(&folder))
}

/// The scenario files of a folder, in order of their names.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = super::files_in(folder);
    files.retain(|path| path.extension().is_some_and(|end| end == "ron"));
    files
}
