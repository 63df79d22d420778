//! Spreadsheets of the user, where they usually lie.

use super::{data_dir, files_in};
use directories::UserDirs;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use url::Url;

/// What file names of tables end with; a workbook is known by its first bytes as well.
const ENDINGS: [&str; 7] = ["csv", "tsv", "xlsx", "xlsm", "xls", "ods", "tab"];
/// So many are offered: the one that is looked for was saved lately.
const OFFERED: usize = 12;
/// Folders of a home where the system does not name them itself.
const USUAL: [&str; 5] = ["Documents", "Dokumen", "Downloads", "Unduhan", "Desktop"];

/// Whether a file is a table, by its name; what a spreadsheet program keeps beside an open one is none.
pub fn is_table(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let is_lock = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
    !is_lock && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The user's spreadsheets, the one that was saved last first: in the folder that the program was started
/// in, beside the scenarios, and among documents and downloads.
pub fn found() -> Vec<PathBuf> {
    let mut folders = vec![PathBuf::from("."), PathBuf::from("scenarios"), data_dir().join("scenarios")];
    if let Some(user) = UserDirs::new() {
        let named = [user.document_dir(), user.download_dir(), user.desktop_dir()];
        folders.extend(named.into_iter().flatten().map(Path::to_path_buf));
        folders.extend(USUAL.map(|name| user.home_dir().join(name)));
    }
    found_in(&folders)
}

/// The same in these folders.
pub fn found_in(folders: &[PathBuf]) -> Vec<PathBuf> {
    let mut found: Vec<(SystemTime, PathBuf)> = Vec::new();
    for path in folders.iter().flat_map(|folder| files_in(folder)).filter(|path| is_table(path)) {
        let Ok(path) = path.canonicalize().or_else(|_| std::path::absolute(&path)) else { continue };
        let saved = fs::metadata(&path).and_then(|it| it.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
        if found.iter().all(|(_, known)| *known != path) {
            found.push((saved, path));
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found.truncate(OFFERED);
    found.into_iter().map(|(_, path)| path).collect()
}

/// The path that somebody typed or pasted: also with the quotes that Windows copies along, as a link of a
/// file manager, or from the home folder on.
pub fn typed(text: &str) -> PathBuf {
    let text = text.trim().trim_matches(['"', '\'']);
    if text.starts_with("file:")
        && let Some(path) = Url::parse(text).ok().and_then(|link| link.to_file_path().ok())
    {
        return path;
    }
    match (text.strip_prefix("~/").or_else(|| text.strip_prefix("~\\")), UserDirs::new()) {
        (Some(rest), Some(user)) => user.home_dir().join(rest),
        _ => PathBuf::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_understood_as_people_paste_it() {
        for text in [
            "/a b/c.xlsx",
            " \"/a b/c.xlsx\" ",
            "'/a b/c.xlsx'",
            "file:///a b/c.xlsx",
            "file:///a%20b/c.xlsx",
        ] {
            assert_eq!(typed(text), PathBuf::from("/a b/c.xlsx"), "{text}");
        }
        assert!(!typed("~/c.xlsx").starts_with("~"));
    }

    #[test]
    fn spreadsheets_are_found_once_and_nothing_else_is() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["a.csv", "b.XLSX", "c.txt", "~$b.xlsx", ".d.csv"] {
            fs::write(folder.path().join(name), "x").expect("written");
        }
        let folders = [folder.path().to_path_buf(), folder.path().join("."), folder.path().join("none")];
        let mut names: Vec<String> = found_in(&folders)
            .iter()
            .filter_map(|it| Some(it.file_name()?.to_string_lossy().into_owned()))
            .collect();
        names.sort();
        assert_eq!(names, ["a.csv", "b.XLSX"]);
    }
}
