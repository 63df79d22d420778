//! A scenario that is being written: its file is watched, and every save is read, checked, weighed and
//! tried in the background, while the last version that can be played stays at hand.
//!
//! A [`Workshop`] belongs to whoever draws it. [`Workshop::settle`] takes in what the threads behind it
//! have found; they call the `wake` that they were given, so that nobody has to ask all the time.
//!
//! # Invariants
//!
//! - A file with mistakes never takes the place of the last version without.
//! - What is written here comes back from the watched file as no change.
//! - Everything here shows both briefs: it is for the author, and no running game knows of it.

mod balance;
mod begin;
mod mending;
mod spreadsheet;
mod trial;

pub use balance::{Balance, Mark};
pub use begin::{BeginError, Begun, Place, begin};
pub use mending::{Change, Line, Mending};
pub use spreadsheet::{Said, drafted};
pub use trial::Class;

use crate::disk::watch::{Content, Watch};
use crate::disk::{read_text, write_whole};
use crate::scenario::Scenario;
use crate::scenario::check;
use crate::scenario::problem::{Problem, Severity};
use crate::session::Session;
use crate::table::Table;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Called from another thread when there is something to take in.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// A version of the file that can be played.
#[derive(Clone, Debug)]
pub struct Version {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The text that it was read from.
    pub source: String,
    /// A table of it at the beginning of the talks, both seats prepared.
    pub opening: Table,
}

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// There is no such file, or no longer.
    Missing,
    /// It cannot be read.
    Unreadable(io::ErrorKind),
}

/// What was reckoned of one version.
#[derive(Debug)]
struct Made<T> {
    /// The content hash of that version.
    hash: String,
    what: T,
}

/// A text that was checked: a version that can be played with its warnings, or what is wrong.
type Checked = Result<(Version, Vec<Problem>), Vec<Problem>>;

/// What the threads tell.
enum Told {
    Content(Content, Option<Box<Checked>>),
    Balance(Made<Balance>),
    Trial(Box<Made<Session>>),
    Class(Made<Class>),
}

/// A file that is being written, and what is known of it.
pub struct Workshop {
    path: PathBuf,
    source: Option<String>,
    absent: Option<Absent>,
    problems: Vec<Problem>,
    good: Option<Version>,
    balance: Option<Made<Balance>>,
    trial: Option<Made<Session>>,
    class: Option<Made<Class>>,
    /// Whether a class is being simulated.
    simulates: bool,
    /// Whether this program has written the file: what was told of it then may be out of date.
    wrote: bool,
    saves: u32,
    behind: Option<Behind>,
}

/// The threads behind a file on the disk.
struct Behind {
    /// Locked by nobody: only so that a window's resource may hold it.
    told: Mutex<Receiver<Told>>,
    tell: Sender<Told>,
    jobs: Sender<Arc<Scenario>>,
    stop: Arc<AtomicBool>,
    /// Tells the watcher that the file was written here.
    wrote: Arc<AtomicBool>,
    wake: Wake,
}

impl Drop for Behind {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Workshop {
    /// Opens a file, which need not be there yet, and watches it until this is dropped. `wake` is called
    /// from other threads whenever [`Workshop::settle`] has something to take in.
    pub fn open(path: &Path, wake: Wake) -> Self {
        // Whoever copies the path does not stand in the folder that this program was started in.
        let absolute = std::path::absolute(path);
        let path = absolute.as_deref().unwrap_or(path);
        let (tell, told) = channel();
        let (jobs, queue) = channel();
        let (stop, wrote) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let mut workshop = Self::empty(path);
        let watcher = (path.to_path_buf(), tell.clone(), Arc::clone(&wake));
        let flags = (Arc::clone(&stop), Arc::clone(&wrote));
        thread::spawn(move || {
            let (path, tell, wake) = watcher;
            let (stop, wrote) = flags;
            let mut watch = Watch::of(&path);
            while let Some(content) = watch.changed_until(&stop, &wrote) {
                // Checked here: the window draws meanwhile.
                let checked =
                    if let Content::Text(source) = &content { Some(Box::new(checked(source))) } else { None };
                if tell.send(Told::Content(content, checked)).is_err() {
                    return;
                }
                wake();
            }
        });
        let reckoner = (tell.clone(), Arc::clone(&wake));
        thread::spawn(move || reckon(&queue, &reckoner.0, &reckoner.1));
        workshop.behind = Some(Behind { told: Mutex::new(told), tell, jobs, stop, wrote, wake });
        // The first look does not wait for the watcher: whoever opens a file sees it at once.
        workshop.take(look(path), None);
        workshop
    }

    /// A file as it would stand on the disk, with everything reckoned at once: for pictures and tests.
    pub fn still(path: &Path, source: &str) -> Self {
        let mut workshop = Self::empty(path);
        workshop.take(Content::Text(source.to_owned()), None);
        workshop
    }

    fn empty(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            source: None,
            absent: Some(Absent::Missing),
            problems: Vec::new(),
            good: None,
            balance: None,
            trial: None,
            class: None,
            simulates: false,
            wrote: false,
            saves: 0,
            behind: None,
        }
    }

    /// Takes in what was found since the last call; whether anything was.
    pub fn settle(&mut self) -> bool {
        let Some(behind) = &mut self.behind else { return false };
        let told = behind.told.get_mut().unwrap_or_else(PoisonError::into_inner);
        let news: Vec<Told> = told.try_iter().collect();
        let any = !news.is_empty();
        for told in news {
            match told {
                // What was told may be older than what was written here since; the file itself is right.
                Told::Content(content, checked) if self.wrote => {
                    let now = look(&self.path);
                    let known = checked.filter(|_| now == content).map(|it| *it);
                    self.take(now, known);
                }
                Told::Content(content, checked) => self.take(content, checked.map(|it| *it)),
                Told::Balance(made) => self.balance = Some(made),
                Told::Trial(made) => self.trial = Some(*made),
                Told::Class(made) => {
                    self.class = Some(made);
                    self.simulates = false;
                }
            }
        }
        any
    }

    /// Takes in what the file holds now, as far as it is something else; a text that is not checked yet is.
    fn take(&mut self, content: Content, known: Option<Checked>) {
        let source = match content {
            Content::Text(source) => source,
            Content::Missing => return self.lose(Absent::Missing),
            Content::Unreadable(kind) => return self.lose(Absent::Unreadable(kind)),
        };
        if self.source.as_ref() == Some(&source) {
            return;
        }
        self.absent = None;
        self.saves += 1;
        match known.unwrap_or_else(|| checked(&source)) {
            Ok((version, warnings)) => {
                self.problems = warnings;
                let scenario = Arc::clone(&version.scenario);
                self.good = Some(version);
                self.reckon(scenario);
            }
            Err(problems) => self.problems = problems,
        }
        self.source = Some(source);
    }

    fn lose(&mut self, why: Absent) {
        self.absent = Some(why);
        self.source = None;
        self.problems.clear();
    }

    fn reckon(&mut self, scenario: Arc<Scenario>) {
        if let Some(behind) = &self.behind {
            // The reckoner ends only after its queue.
            let _ = behind.jobs.send(scenario);
        } else {
            self.balance = Some(Made::of(&scenario, Balance::of(&scenario)));
            self.trial = Some(Made::of(&scenario, trial::game(&scenario)));
        }
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name of the file.
    pub fn name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// The text of the file as it was last read or written; `None` while there is none.
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// Why there is no text, if there is none.
    pub const fn absent(&self) -> Option<Absent> {
        self.absent
    }

    /// What is wrong with that text, warnings included, in the order of the file.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether the file as it stands now can be played.
    pub fn is_good(&self) -> bool {
        self.absent.is_none() && self.problems.iter().all(|it| it.severity != Severity::Error)
    }

    /// The last version that can be played; it is the file's own text where [`Workshop::is_good`].
    pub const fn good(&self) -> Option<&Version> {
        self.good.as_ref()
    }

    /// Whether anything of it can be mended without a person.
    pub fn is_mendable(&self) -> bool {
        self.problems.iter().any(|it| !it.edits.is_empty())
    }

    /// The file with everything mended that needs no person; `None` if there is nothing to mend.
    pub fn mending(&self) -> Option<Mending> {
        Mending::of(self.source.as_deref()?)
    }

    /// How many different texts the file has had since it was opened.
    pub const fn saves(&self) -> u32 {
        self.saves
    }

    fn current<'a, T>(&self, made: Option<&'a Made<T>>) -> Option<&'a T> {
        let hash = &self.good.as_ref()?.scenario.hash;
        made.filter(|made| made.hash == *hash).map(|made| &made.what)
    }

    /// The last good version in numbers; `None` while they are reckoned.
    pub fn balance(&self) -> Option<&Balance> {
        self.current(self.balance.as_ref())
    }

    /// A game of two counterparts on the last good version, its debrief opened; `None` while they play.
    pub fn trial(&self) -> Option<&Session> {
        self.current(self.trial.as_ref())
    }

    /// The last class that was simulated, and whether it played the last good version.
    pub fn class(&self) -> Option<(&Class, bool)> {
        let made = self.class.as_ref()?;
        Some((&made.what, self.current(Some(made)).is_some()))
    }

    /// Whether a class is being simulated.
    pub const fn simulates(&self) -> bool {
        self.simulates
    }

    /// Lets a class of counterparts play the last good version.
    pub fn simulate(&mut self) {
        let Some(good) = &self.good else { return };
        if self.simulates {
            return;
        }
        let scenario = Arc::clone(&good.scenario);
        let Some(behind) = &self.behind else {
            self.class = Some(Made::of(&scenario, Class::of(&scenario)));
            return;
        };
        self.simulates = true;
        let (tell, wake) = (behind.tell.clone(), Arc::clone(&behind.wake));
        thread::spawn(move || {
            if tell.send(Told::Class(Made::of(&scenario, Class::of(&scenario)))).is_ok() {
                wake();
            }
        });
    }

    /// Writes the file whole or not at all, and takes the text in at once.
    ///
    /// # Errors
    ///
    /// What the system says: no room, no right, no such place. The file is as it was then.
    pub fn write(&mut self, text: String) -> io::Result<()> {
        if let Some(behind) = &self.behind {
            // Through a link, the file behind it is written and the link stays.
            let target = self.path.canonicalize().unwrap_or_else(|_| self.path.clone());
            write_whole(&target, &text)?;
            behind.wrote.store(true, Ordering::Relaxed);
            self.wrote = true;
        }
        self.take(Content::Text(text), None);
        Ok(())
    }
}

impl<T> Made<T> {
    fn of(scenario: &Scenario, what: T) -> Self {
        Self { hash: scenario.hash.clone(), what }
    }
}

/// Checks a text, and sets the table for the previews where it can be played.
fn checked(source: &str) -> Checked {
    let (scenario, warnings) = check::parse(source)?;
    let scenario = Arc::new(scenario);
    let opening = trial::opening(&scenario);
    Ok((Version { scenario, source: source.to_owned(), opening }, warnings))
}

/// What a file holds now.
fn look(path: &Path) -> Content {
    match read_text(path) {
        Ok(text) => Content::Text(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Content::Missing,
        Err(error) => Content::Unreadable(error.kind()),
    }
}

/// Weighs and tries versions, the newest first; ends with its queue.
fn reckon(queue: &Receiver<Arc<Scenario>>, tell: &Sender<Told>, wake: &Wake) {
    let mut next = queue.recv().ok();
    while let Some(scenario) = next {
        // Only the newest is still of interest.
        if let Some(newer) = queue.try_iter().last() {
            next = Some(newer);
            continue;
        }
        if tell.send(Told::Balance(Made::of(&scenario, Balance::of(&scenario)))).is_err() {
            return;
        }
        wake();
        if let Ok(newer) = queue.try_recv() {
            next = Some(newer);
            continue;
        }
        if tell.send(Told::Trial(Box::new(Made::of(&scenario, trial::game(&scenario))))).is_err() {
            return;
        }
        wake();
        next = queue.recv().ok();
    }
}
