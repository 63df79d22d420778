//! Files of this machine: scenarios, saved games, settings.
//!
//! The rules know no disk; what they need comes in as text from here, and what must survive goes
//! out here. Everything is written beside its place and then renamed, so a killed program leaves
//! either the old file or the new one, never half of one.

pub mod library;
pub mod papers;
pub mod played;
pub mod saves;
pub mod settings;
pub mod spreadsheets;
pub mod watch;

use directories::ProjectDirs;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Where this program keeps its files: `MUFAKAT_DATA` if it is set, else the platform's usual place.
pub fn data_dir() -> PathBuf {
    if let Some(dir) = std::env::var_os("MUFAKAT_DATA").filter(|dir| !dir.is_empty()) {
        return PathBuf::from(dir);
    }
    ProjectDirs::from("", "", "mufakat")
        .map_or_else(|| PathBuf::from(".mufakat"), |dirs| dirs.data_dir().to_path_buf())
}

/// Writes a file whole or not at all.
///
/// # Errors
///
/// What the system says: no room, no right, no such place.
pub fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    write_bytes(path, text.as_bytes())
}

/// The same for a file that is no text.
///
/// # Errors
///
/// What the system says: no room, no right, no such place.
pub fn write_bytes(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link: the file to which it leads is written, or begun.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| led_to(path));
    // A pipe or a device is written into: it is what somebody reads, and no file to put another in the place of.
    if fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir()) {
        return fs::OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let rights = fs::metadata(path).ok().map(|file| file.permissions());
    // Whoever protected a file meant that; a new name would step over it.
    if rights.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::Error::from(io::ErrorKind::PermissionDenied));
    }
    // A hidden name that nobody else gives; what a killed program left there is written over.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.mufakat-new"));
    let written = fill(&beside, bytes).and_then(|()| {
        if let Some(rights) = rights {
            // A disk without rights keeps none.
            let _ = fs::set_permissions(&beside, rights);
        }
        fs::rename(&beside, path)?;
        // The name is on the disk as well, where a folder can be written out like a file.
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
    });
    if written.is_err() {
        // Half a file is of no use to anybody.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Where a link leads whose file is not there yet; any other path as it is.
fn led_to(path: &Path) -> PathBuf {
    match fs::read_link(path) {
        Ok(target) => path.parent().map_or_else(|| target.clone(), |folder| folder.join(&target)),
        Err(_) => path.to_owned(),
    }
}

fn fill(beside: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(beside)?;
    file.write_all(bytes)?;
    // On disk before the name changes: otherwise a power cut can leave an empty file.
    file.sync_all()
}

/// Keeps a copy of a file, as `NAME.1.bak` or the next number that is free, if it holds anything else than `bytes`;
/// where the copy is.
///
/// # Errors
///
/// What the system says: a file that cannot be kept is not to be written over.
pub fn set_aside(path: &Path, bytes: &[u8]) -> io::Result<Option<PathBuf>> {
    let same = || read_bytes(path).is_ok_and(|before| before.is_empty() || before == bytes);
    if !path.is_file() || same() {
        return Ok(None);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let numbered = |no: u32| path.with_file_name(format!("{name}.{no}.bak"));
    let mut no = 1;
    while numbered(no).exists() {
        no += 1;
    }
    let spare = numbered(no);
    fs::copy(path, &spare)?;
    Ok(Some(spare))
}

/// Whether two paths lead to one file that is there.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| fs::canonicalize(path).ok();
    place(one).is_some_and(|one| place(other) == Some(one))
}

/// The files of a folder, in order of their names; hidden ones are nobody's scenario.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let hidden =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && !hidden(path))
        .collect();
    files.sort();
    files
}

/// These files, the one that was written last first.
pub fn newest_first(files: impl IntoIterator<Item = PathBuf>) -> Vec<PathBuf> {
    let changed =
        |path: &Path| fs::metadata(path).and_then(|it| it.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let mut files: Vec<(SystemTime, PathBuf)> =
        files.into_iter().map(|path| (changed(&path), path)).collect();
    files.sort();
    files.into_iter().rev().map(|(_, path)| path).collect()
}

/// The folders in a folder, in order of their names.
pub fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut folders: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Files larger than this are nobody's text.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What a file of which nothing is known turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bytes {
    /// A text.
    Text(String),
    /// Something else.
    Other {
        /// What can be shown of it, a mark in place of each piece that is no letter.
        shown: String,
        /// Where in that the first such mark stands.
        at: usize,
    },
}

/// Reads a file that may be a text as people save them: UTF-8 with or without a mark, or UTF-16 with one.
///
/// # Errors
///
/// What the system says, or that the file is larger than any text.
pub fn read_any(path: &Path) -> io::Result<Bytes> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(io::Error::from(io::ErrorKind::InvalidData));
    }
    let wide = |decode: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| decode([pair[0], pair[1]])).collect();
        let other = |_| {
            let shown = String::from_utf16_lossy(&units);
            let at = shown.find('\u{fffd}').unwrap_or(0);
            Bytes::Other { shown, at }
        };
        String::from_utf16(&units).map_or_else(other, Bytes::Text)
    };
    Ok(match bytes.as_slice() {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8(bytes).map_or_else(
            |error| Bytes::Other {
                at: error.utf8_error().valid_up_to(),
                shown: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            },
            Bytes::Text,
        ),
    })
}

/// Reads a file that need not be text; of one that is larger than any that is meant, no more than shows that.
///
/// # Errors
///
/// What the system says.
pub fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a text file as people save them: UTF-8 with or without a mark, or UTF-16 with one.
///
/// # Errors
///
/// What the system says, or that the bytes are no text.
pub fn read_text(path: &Path) -> io::Result<String> {
    match read_any(path)? {
        Bytes::Text(text) => Ok(text),
        Bytes::Other { .. } => Err(io::Error::from(io::ErrorKind::InvalidData)),
    }
}
