//! A file that is watched, saved as editors save it.

use crate::called::check_in;
use mufakat::scenario::template;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// Long enough for a machine that is busy; every step goes on as soon as its line comes.
pub(crate) const LIMIT: Duration = Duration::from_secs(30);

struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mufakat"))
            .args(["watch", "kasus.ron", "--lang", "en"])
            .args(args)
            .current_dir(folder)
            .env("MUFAKAT_DATA", folder.join("data"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let (tell, lines) = channel();
        thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    break;
                }
            }
        });
        Self { child, lines }
    }

    /// Reads on until a line has these words; the lines up to it.
    #[track_caller]
    fn until(&self, words: &str) -> Vec<String> {
        let mut read = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(LIMIT) {
            let found = line.contains(words);
            read.push(line);
            if found {
                return read;
            }
        }
        panic!("no {words:?} came after {read:#?}");
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn scenario() -> &'static str {
    template::ALL[0].source
}

#[test]
fn a_file_is_told_again_after_every_way_of_saving_and_survives_being_broken_or_deleted() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("kasus.ron");
    let watching = Watching::start(folder.path(), &[]);
    watching.until("is not there");
    fs::write(&file, scenario()).expect("written");
    watching.until("Nash: Arunika 77, Bentala 77");
    watching.until("Waiting");
    // Broken, and told with its line; then mended.
    fs::write(&file, scenario().replacen("\"P\": 50", "\"P\": 51", 1)).expect("written");
    let told = watching.until("Waiting");
    assert!(told.iter().any(|line| line.contains("weights-sum")), "{told:#?}");
    // Beside it and renamed, as many editors write.
    let beside = folder.path().join(".kasus.ron.swp");
    fs::write(&beside, scenario().replacen("batna: 46", "batna: 47", 1)).expect("written");
    fs::rename(&beside, &file).expect("renamed");
    watching.until("Room: ");
    watching.until("Waiting");
    fs::remove_file(&file).expect("removed");
    watching.until("is not there");
    fs::write(&file, scenario()).expect("written again");
    watching.until("Nash: Arunika 77, Bentala 77");
}

#[test]
fn what_has_not_changed_is_not_told_again() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("kasus.ron");
    fs::write(&file, scenario()).expect("written");
    let watching = Watching::start(folder.path(), &["--format", "lines"]);
    watching.until("mufakat: end");
    fs::write(&file, scenario()).expect("written, the same");
    fs::write(folder.path().join("lain.ron"), "()").expect("another file");
    fs::write(&file, "(").expect("broken");
    let told = watching.until("mufakat: end");
    assert_eq!(told.iter().filter(|line| line.starts_with("mufakat: begin")).count(), 1, "{told:#?}");
    assert!(told.last().is_some_and(|line| line.ends_with("invalid")), "{told:#?}");
}

#[test]
fn once_is_for_scripts_and_lines_are_for_editors() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    fs::write(path.join("baik.ron"), scenario()).expect("written");
    let broken = scenario().replacen("batna: 46", "batna: 146", 1).replacen("batna: 46", "batna: 4", 1);
    fs::write(path.join("rusak.ron"), &broken).expect("written");
    check_in(
        path,
        &["watch", "baik.ron", "--once"],
        0,
        &["sah", "Ruang: 18 (38%) dari 48", "Nash: Arunika 77"],
        &[],
    );
    check_in(path, &["watch", "rusak.ron", "--once"], 1, &["out-of-range", "146"], &[]);
    check_in(path, &["watch", "tidak-ada.ron", "--once"], 2, &[], &["tidak-ada.ron"]);
    let line = broken.lines().position(|line| line.contains("146")).expect("the line") + 1;
    let wanted = format!("rusak.ron:{line}:16: error: ");
    let lines = ["watch", "rusak.ron", "--once", "--format", "lines"];
    check_in(path, &lines, 1, &[&wanted, "[out-of-range]", "mufakat: end rusak.ron invalid"], &[]);
    let easy = scenario().replace("batna: 46", "batna: 5");
    fs::write(path.join("mudah.ron"), easy).expect("written");
    let lines = ["watch", "mudah.ron", "--once", "--format", "lines", "--lang", "en"];
    check_in(path, &lines, 0, &["mudah.ron:1:1: warning: ", "[B02]", "valid"], &[]);
}
