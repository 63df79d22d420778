//! A new file: from a template or another scenario, under a title of its own.

use crate::disk::write_whole;
use crate::interchange::scenario::slug;
use crate::scenario::{builtin, template};
use crate::words::Words;
use std::io;
use std::path::{Path, PathBuf};

/// Why no file was begun. Nothing was written then.
#[derive(Debug)]
pub enum BeginError {
    /// No id can be made of the title.
    NoName {
        /// The title, its spaces in order.
        title: String,
    },
    /// Nobody's work is written over.
    Exists {
        /// The file that is there.
        path: PathBuf,
    },
    /// A scenario that ships would be hidden by one of the same name.
    Taken {
        /// That name.
        id: String,
    },
    /// The file cannot be written.
    Unwritable {
        /// Which.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// A file that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Its id.
    pub id: String,
    /// Where it is to lie.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// Where a new file lies.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// In this folder, under its id.
    Folder(&'a Path),
    /// Exactly here.
    File(&'a Path),
}

/// The text of a scenario under another title, and where it goes; nothing is written yet.
///
/// # Errors
///
/// A [`BeginError`] if the title makes no id, or something else is there already.
pub fn begin(source: &str, title: &str, place: Place<'_>) -> Result<Begun, BeginError> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut id = slug(&title, "");
    if id.is_empty() {
        return Err(BeginError::NoName { title });
    }
    if is_device(&id) {
        id.insert_str(0, "skenario-");
    }
    let path = match place {
        Place::Folder(folder) => folder.join(format!("{id}.ron")),
        Place::File(path) => path.to_path_buf(),
    };
    if path.exists() {
        return Err(BeginError::Exists { path });
    }
    if matches!(place, Place::Folder(_)) && builtin::source(&id).is_some() {
        return Err(BeginError::Taken { id });
    }
    let text = template::renamed(source, &id, &title);
    Ok(Begun { id, path, text })
}

/// Whether Windows keeps this name for a device: no file can have it there, whatever its ending.
fn is_device(name: &str) -> bool {
    let numbered =
        |kind: &str| name.strip_prefix(kind).is_some_and(|no| matches!(no.as_bytes(), [b'0'..=b'9']));
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

impl Begun {
    /// Writes the file, with its folder if that is not there yet.
    ///
    /// # Errors
    ///
    /// [`BeginError::Unwritable`].
    pub fn write(&self) -> Result<(), BeginError> {
        let path = self.path.clone();
        write_whole(&self.path, &self.text).map_err(|error| BeginError::Unwritable { path, error })
    }
}

impl BeginError {
    /// What happened and what to do, in the user's language.
    pub fn told(&self, words: Words) -> String {
        match self {
            Self::NoName { title } => words.with("cli-new-no-name", &[("name", title)]),
            Self::Exists { path } => words.with("cli-new-exists", &[("path", &path.display().to_string())]),
            Self::Taken { id } => words.with("cli-new-taken", &[("id", id)]),
            Self::Unwritable { path, error } => {
                let path = path.display().to_string();
                words.with("cli-unwritable", &[("path", &path), ("why", &words.why(error))])
            }
        }
    }
}
