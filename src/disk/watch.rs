//! One file, watched: what it holds now, each time that this changes.
//!
//! The folder is watched rather than the file, for many editors write beside it and rename. Where a
//! system tells nothing, as on some network drives, a look every quarter of a second finds the change.

use super::read_text;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, SystemTime};

/// How often a file is looked at when nothing was told of it.
const LOOK: Duration = Duration::from_millis(250);
/// A file that was just written is read again after this, until it stays the same.
const SETTLE: Duration = Duration::from_millis(30);
/// But no more often than this: somebody may write without end.
const READS: usize = 8;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// This text.
    Text(String),
    /// There is no such file.
    Missing,
    /// It cannot be read, for this reason.
    Unreadable(io::ErrorKind),
}

/// What changes when a file is written, seen without reading it.
type Stamp = Option<(Option<SystemTime>, u64)>;

/// A file that is watched.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    events: Receiver<()>,
    /// Kept alive: it stops with its end. `None` where the system cannot watch.
    _watcher: Option<RecommendedWatcher>,
    told: Option<Content>,
    stamp: Stamp,
}

impl Watch {
    /// Watches a file, which need not be there yet.
    pub fn of(path: &Path) -> Self {
        let (tell, events) = channel();
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Reading a file is an event as well, and we read it ourselves.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                let _ = tell.send(());
            }
        });
        let watcher = watcher.ok().and_then(|mut watcher| {
            watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
            Some(watcher)
        });
        Self { path: path.to_path_buf(), events, _watcher: watcher, told: None, stamp: None }
    }

    /// What the file holds, once that is something else than what was told last; at once the first time.
    pub fn changed(&mut self) -> Content {
        let never = AtomicBool::new(false);
        loop {
            if let Some(content) = self.changed_until(&never, &never) {
                return content;
            }
        }
    }

    /// The same for somebody who may lose interest: `None` within a quarter of a second after `stop`
    /// was set.
    ///
    /// `forget` is set by whoever has written the file in between: what is found next is told even if it
    /// is what was told last, for the reader has seen something else since.
    pub fn changed_until(&mut self, stop: &AtomicBool, forget: &AtomicBool) -> Option<Content> {
        while !stop.load(Ordering::Relaxed) {
            let stamp = self.stamp();
            let first = self.told.is_none();
            let event = first || self.wait();
            if !event && stamp == self.stamp && self.stamp() == stamp {
                continue;
            }
            let content = self.settled();
            self.stamp = self.stamp();
            if forget.swap(false, Ordering::Relaxed) || self.told.as_ref() != Some(&content) {
                self.told = Some(content.clone());
                return Some(content);
            }
        }
        None
    }

    /// Waits for an event, but no longer than until the next look; whether there was one.
    fn wait(&self) -> bool {
        match self.events.recv_timeout(LOOK) {
            Ok(()) => {
                while self.events.try_recv().is_ok() {}
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(LOOK);
                false
            }
        }
    }

    fn stamp(&self) -> Stamp {
        fs::metadata(&self.path).ok().map(|it| (it.modified().ok(), it.len()))
    }

    /// What the file holds when it has stayed the same for a moment: an editor may write it in pieces.
    fn settled(&self) -> Content {
        let mut content = self.read();
        for _ in 0..READS {
            thread::sleep(SETTLE);
            let again = self.read();
            if again == content {
                break;
            }
            content = again;
        }
        content
    }

    fn read(&self) -> Content {
        match read_text(&self.path) {
            Ok(text) => Content::Text(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Content::Missing,
            Err(error) => Content::Unreadable(error.kind()),
        }
    }
}
