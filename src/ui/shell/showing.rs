//! A folder in the file manager of the system.

use crate::words::Words;
use egui::Context;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::thread;

/// A folder that the system was asked to show. The program that shows it may take its time to say whether it
/// can, so it is asked from another thread.
pub(super) struct Showing {
    folder: PathBuf,
    done: Arc<OnceLock<io::Result<()>>>,
}

impl Showing {
    /// Asks the system; the window is woken when it has answered.
    pub fn start(folder: PathBuf, ctx: &Context) -> Self {
        let done = Arc::new(OnceLock::new());
        let (asked, answer, ctx) = (folder.clone(), Arc::clone(&done), ctx.clone());
        thread::spawn(move || {
            // Set once, here and nowhere else.
            let _ = answer.set(open::that(asked));
            ctx.request_repaint();
        });
        Self { folder, done }
    }

    /// `None` while it has not answered; then what is to be said, which is nothing where the folder is open.
    pub fn told(&self, words: Words) -> Option<Option<String>> {
        let done = self.done.get()?;
        let folder = self.folder.display().to_string();
        Some(done.as_ref().err().map(|error| {
            let why = match error.kind() {
                io::ErrorKind::NotFound => words.get("workshop-folder-no-program"),
                _ => words.why(error),
            };
            words.with("workshop-folder-not-shown", &[("path", &folder), ("why", &why)])
        }))
    }
}
