//! Where the window puts paper: one folder for each scenario and each game, never over an older one.

use super::{data_dir, write_bytes};
use crate::print::Paper;
use std::io;
use std::path::{Path, PathBuf};

/// A folder for papers of this name that does not exist yet, under the user's data.
pub fn new_folder(name: &str) -> PathBuf {
    free(&data_dir().join("papers"), name)
}

fn free(parent: &Path, name: &str) -> PathBuf {
    (1..).map(|no| parent.join(format!("{name}-{no}"))).find(|path| !path.exists()).unwrap_or_default()
}

/// Writes papers into a folder, which is made if it is not there.
///
/// # Errors
///
/// What the system says of the first that cannot be written.
pub fn write(folder: &Path, papers: &[Paper]) -> io::Result<()> {
    papers.iter().try_for_each(|paper| write_bytes(&folder.join(&paper.name), &paper.bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_set_of_papers_takes_a_folder_of_its_own() {
        let parent = tempfile::tempdir().expect("a folder");
        let papers = [Paper { name: "a.html".to_owned(), bytes: b"paper".to_vec() }];
        let first = free(parent.path(), "nusa");
        write(&first, &papers).expect("written");
        let second = free(parent.path(), "nusa");
        assert_ne!(first, second);
        assert_eq!(std::fs::read(first.join("a.html")).expect("there"), b"paper");
    }
}
