//! `mufakat selftest`: how many phones this computer carries, measured with the real server.
//!
//! [`child`] starts the server as its own program; [`phone`] is a student's device over real HTTP, [`teacher`]
//! the console, [`lesson`] the course of a class, [`report`] what comes of it. The log of the trial lies on
//! the same disk as real classes and is deleted afterwards.

pub use super::asked::{Trial, Verdict};

pub mod child;
pub mod client;
pub mod lesson;
pub mod page;
pub mod phone;
pub mod report;
pub mod tally;
pub mod teacher;

use super::class::Event;
use super::run::USUAL_SCENARIO;
use super::store::{Head, Log, Store};
use crate::disk::data_dir;
use crate::words::Words;
use child::Server;
use lesson::Class;
use report::{Report, Step};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tally::{Moment, Times};

/// The same phones with the same wishes in each run.
const SEED: u64 = 20_261;
/// Writes to the disk that are timed.
const WRITES: u64 = 60;
/// With how many phones it is tried how many are carried.
const STEPS: [usize; 7] = [20, 50, 100, 150, 200, 300, 400];
/// Waiting longer than this for one in twenty clicks, a class begins to feel it: milliseconds.
pub const FEELS: f64 = 250.0;

/// Runs the trial. `say` hears what is being done.
///
/// # Errors
///
/// What stands in the way, in the user's language.
pub fn run(asked: &Trial, mut say: impl FnMut(&str)) -> Result<Verdict, String> {
    let words = Words::new(asked.lang);
    let folder =
        Folder::new().map_err(|error| words.with("selftest-no-folder", &[("why", &words.why(&error))]))?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| words.with("selftest-broke", &[("why", &words.why(&error))]))?;
    let report = runtime.block_on(measure(asked, words, &folder.0, &mut say));
    runtime.shutdown_background();
    let report = report.map_err(|why| words.with("selftest-broke", &[("why", &why)]))?;
    Ok(Verdict { text: report.text(words), json: report.json(), fine: report.is_fine() })
}

/// A folder on the disk of real classes that goes with the trial.
struct Folder(PathBuf);

impl Folder {
    fn new() -> std::io::Result<Self> {
        let path = data_dir().join(format!("selftest-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed now is removed by hand; nobody's data is in it.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn measure(
    asked: &Trial,
    words: Words,
    folder: &Path,
    say: &mut impl FnMut(&str),
) -> Result<Report, String> {
    let text = |error: &dyn std::fmt::Display| error.to_string();
    say(&words.get("selftest-disk"));
    let disk = time_disk(&folder.join("disk")).map_err(|it| text(&it))?;
    say(&words.with("selftest-lesson", &[("phones", &asked.phones.to_string())]));
    let place = folder.join("lesson");
    let server = Server::start(&place, Some(USUAL_SCENARIO)).map_err(|it| text(&it))?;
    let mut class = Class::open(&server, asked.phones, SEED).await.map_err(|it| text(&it))?;
    let games = class.hold().await.map_err(|it| text(&it))?;
    let log = class.teacher().log().await.map_err(|it| text(&it))?;
    let memory = server.memory();
    let tally = std::sync::Arc::clone(&class.tally);
    let joined = class.phones.len();
    drop(class);

    say(&words.get("selftest-kill"));
    let killed = server.kill().map_err(|it| text(&it))?;
    let again = Server::start(&place, None).map_err(|it| text(&it))?;
    let restart = killed.elapsed();
    let kept = teacher::Teacher::login(again.address, &again.pin).await.map_err(|it| text(&it))?.log().await;
    let kept = kept.map_err(|it| text(&it))?;
    drop(again);

    let steps = if asked.loss_only { Vec::new() } else { climb(words, folder, say).await? };
    let counts = std::mem::take(&mut *tally.counts());
    Ok(Report::new(asked, joined, games, &counts, &log, &kept, disk, memory, restart, steps))
}

/// How long it takes until a line of the log is on the disk.
fn time_disk(folder: &Path) -> Result<Times, super::store::StoreError> {
    let head =
        || Head { scenario: String::new(), code: String::new(), pin: String::new(), secret: String::new() };
    let (mut store, _) = Store::open(folder, head)?;
    let mut micros = Vec::new();
    for at in 0..WRITES {
        let began = client::now();
        store.append(&[(at, Event::Told { pair: None, words: "x".repeat(200) })])?;
        micros.push(u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX));
    }
    Ok(Times::of(&micros))
}

/// More and more phones act within one second, until clicks take too long.
async fn climb(words: Words, folder: &Path, say: &mut impl FnMut(&str)) -> Result<Vec<Step>, String> {
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let mut steps = Vec::new();
    for phones in STEPS {
        say(&words.with("selftest-step", &[("phones", &phones.to_string())]));
        let place = folder.join(format!("step{phones}"));
        let server = Server::start(&place, Some(USUAL_SCENARIO)).map_err(|it| text(&it))?;
        let mut class = Class::open(&server, phones, SEED).await.map_err(|it| text(&it))?;
        class.click("do=phase&phase=talks&minutes=90").await.map_err(|it| text(&it))?;
        for _ in 0..3 {
            class.chat(Moment::Chat, phones).await;
        }
        let counts = std::mem::take(&mut *class.tally.counts());
        let times = Times::of(counts.times.get(&Moment::Chat).map_or(&[], Vec::as_slice));
        let fine = times.p95 <= FEELS && counts.odd.is_empty();
        steps.push(Step { phones, times, fine });
        if !fine {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(steps)
}
