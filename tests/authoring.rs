//! A scenario that is being written: what the workshop makes of every save.

use crate::watching::LIMIT;
use mufakat::scenario::{Seat, builtin, check, template};
use mufakat::words::Words;
use mufakat::workshop::{Absent, BeginError, Change, Mending, Place, Workshop, begin};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use tempfile::TempDir;

/// A template that is being changed.
fn source() -> &'static str {
    template::ALL[0].source
}

/// A file on the disk, and what wakes whoever looks at it.
struct Desk {
    _folder: TempDir,
    path: PathBuf,
    woken: Receiver<()>,
    workshop: Workshop,
}

impl Desk {
    fn open(text: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("kasus.ron");
        fs::write(&path, text).expect("written");
        let (tell, woken) = channel();
        let wake = Arc::new(move || {
            let _ = tell.send(());
        });
        let workshop = Workshop::open(&path, wake);
        Self { _folder: folder, path, woken, workshop }
    }

    fn save(&self, text: &str) {
        fs::write(&self.path, text).expect("saved");
    }

    /// Sleeps until it is woken, takes in what was found, and again until this holds.
    #[track_caller]
    fn until(&mut self, what: &str, holds: impl Fn(&Workshop) -> bool) {
        self.workshop.settle();
        while !holds(&self.workshop) {
            assert!(self.woken.recv_timeout(LIMIT).is_ok(), "nobody was woken, and not yet: {what}");
            self.workshop.settle();
        }
    }
}

fn title(workshop: &Workshop) -> String {
    workshop.good().map(|good| good.scenario.shared.title.id.clone()).unwrap_or_default()
}

fn titled(title: &str) -> String {
    template::renamed(source(), "kasus", title)
}

#[test]
fn a_save_wakes_whoever_looks_and_is_weighed_and_tried() {
    let mut desk = Desk::open(&titled("Satu"));
    assert_eq!(title(&desk.workshop), "Satu", "the first look waits for nobody");
    desk.save(&titled("Dua"));
    desk.until("the new title", |it| title(it) == "Dua");
    desk.until("the numbers", |it| it.balance().is_some());
    desk.until("the trial", |it| it.trial().is_some());
    let trial = desk.workshop.trial().expect("played");
    assert_eq!(trial.scenario().shared.title.id, "Dua");
    assert!(trial.is_closed() && trial.debrief().is_some());
    assert!(trial.path().is_none(), "a trial is kept nowhere");
}

#[test]
fn a_broken_save_keeps_the_last_good_version_until_it_is_mended() {
    let mut desk = Desk::open(&titled("Satu"));
    let broken = titled("Dua").replacen("batna: 46", "batna: 146", 1);
    desk.save(&broken);
    desk.until("the mistake", |it| !it.is_good());
    assert_eq!(desk.workshop.problems()[0].rule, "out-of-range");
    assert_eq!(desk.workshop.source(), Some(broken.as_str()));
    assert_eq!(title(&desk.workshop), "Satu");
    desk.save(&titled("Tiga"));
    desk.until("the mended file", |it| it.is_good() && title(it) == "Tiga");
    assert!(desk.workshop.problems().is_empty());
}

#[test]
fn a_file_that_vanishes_is_waited_for() {
    let mut desk = Desk::open(&titled("Satu"));
    fs::remove_file(&desk.path).expect("removed");
    desk.until("its absence", |it| it.absent() == Some(Absent::Missing));
    assert_eq!((desk.workshop.source(), desk.workshop.is_good()), (None, false));
    assert_eq!(title(&desk.workshop), "Satu");
    fs::write(&desk.path, b"\xff caf\xe9").expect("no text");
    desk.until("what is no text", |it| matches!(it.absent(), Some(Absent::Unreadable(_))));
    desk.save(&titled("Dua"));
    desk.until("its return", |it| it.is_good() && title(it) == "Dua");
}

#[test]
fn a_save_that_undoes_at_once_what_the_workshop_wrote_is_seen() {
    let mut desk = Desk::open(&titled("Satu"));
    desk.save(&titled("Dua"));
    desk.until("the first save", |it| title(it) == "Dua");
    for _ in 0..5 {
        desk.workshop.write(titled("Tiga")).expect("written");
        assert_eq!(title(&desk.workshop), "Tiga");
        // The watcher may never see what stood there in between: what it finds is what it told last.
        desk.save(&titled("Dua"));
        desk.until("the save after it", |it| title(it) == "Dua");
    }
}

#[test]
fn what_the_workshop_writes_does_not_come_back_as_a_change() {
    let mut desk = Desk::open(&titled("Satu"));
    for (no, title_now) in ["Dua", "Tiga", "Empat"].into_iter().enumerate() {
        desk.workshop.write(titled(title_now)).expect("written");
        assert_eq!(title(&desk.workshop), title_now, "it shows at once");
        assert_eq!(desk.workshop.saves() as usize, no + 2);
    }
    assert_eq!(fs::read_to_string(&desk.path).expect("readable"), titled("Empat"));
    // A save from outside is told after the echoes of those three.
    desk.save(&titled("Lima"));
    desk.until("the save from outside", |it| title(it) == "Lima");
    assert_eq!(desk.workshop.saves(), 5, "no echo was taken for a save");
    let gone = desk.path.parent().expect("a folder").join("tidak-ada");
    fs::write(&gone, "a file where a folder should be").expect("written");
    let mut elsewhere = Workshop::open(&gone.join("kasus.ron"), Arc::new(|| {}));
    assert!(elsewhere.write(titled("Enam")).is_err());
    assert_eq!(elsewhere.source(), None, "what was not written is not shown");
}

#[test]
fn a_class_plays_in_the_background_and_grows_old_with_the_next_version() {
    let mut desk = Desk::open(&titled("Satu"));
    desk.workshop.simulate();
    assert!(desk.workshop.simulates());
    desk.until("the class", |it| it.class().is_some());
    assert!(!desk.workshop.simulates());
    let (class, current) = desk.workshop.class().expect("played");
    assert!(current);
    let agreed = class.agreed.len();
    assert!(agreed > 0 && agreed <= class.sum.pairs);
    let issue = &desk.workshop.good().expect("sound").scenario.shared.issues[0];
    let chosen: usize = (0..issue.options.len()).map(|option| class.chosen(0, option)).sum();
    assert_eq!(chosen, agreed, "every pair that agreed chose one option");
    desk.workshop.write(titled("Dua")).expect("written");
    assert!(desk.workshop.class().is_some_and(|(_, current)| !current));
}

#[test]
fn the_numbers_are_those_of_the_analysis_and_the_table_stands_at_the_beginning_of_the_talks() {
    let workshop = Workshop::still(Path::new("kasus.ron"), source());
    let balance = workshop.balance().expect("weighed at once");
    assert_eq!((balance.room, balance.packages), (Some(18), 48));
    let nash = balance.marks.iter().find(|mark| mark.key == "point-nash").expect("room");
    assert_eq!(nash.at.map(|points| points.round()), [77.0, 77.0]);
    let good = workshop.good().expect("sound");
    for seat in Seat::ALL {
        let view = good.opening.view(seat);
        assert!(view.offers.is_empty());
        assert!(matches!(view.moment, mufakat::view::Moment::Talks { .. }), "{seat:?}");
    }
}

#[test]
fn what_fix_would_change_is_shown_line_by_line_first() {
    let broken = source().replacen("batna: 46,", "batna: 46%,", 1);
    let workshop = Workshop::still(Path::new("kasus.ron"), &broken);
    assert!(workshop.is_mendable() && !workshop.is_good());
    let mending = workshop.mending().expect("something to mend");
    assert_eq!(mending.text, source());
    let line = broken.lines().position(|line| line.contains("46%")).expect("the line") + 1;
    let changed: Vec<(Change, usize, String)> = mending
        .stretches
        .iter()
        .flatten()
        .filter(|line| line.change != Change::Stays)
        .map(|line| (line.change, line.number, line.text.trim().to_owned()))
        .collect();
    let gone = (Change::Goes, line, "batna: 46%,".to_owned());
    assert_eq!(changed, [gone, (Change::Comes, line, "batna: 46,".to_owned())]);
    assert_eq!(Mending::of(source()), None);
    assert_eq!(workshop.source(), Some(broken.as_str()), "nothing is written by looking");
}

#[test]
fn a_new_file_takes_a_title_and_writes_over_nothing() {
    let folder = TempDir::new().expect("a folder");
    let place = Place::Folder(folder.path());
    let begun = begin(source(), "  Sungai   Kita ", place).expect("a name");
    assert_eq!((begun.id.as_str(), begun.path), ("sungai-kita", folder.path().join("sungai-kita.ron")));
    let (scenario, warnings) = check::parse(&begun.text).expect("sound");
    assert_eq!((scenario.shared.title.id.as_str(), warnings.len()), ("Sungai Kita", 0));
    let begun = begin(source(), "Sungai Kita", place).expect("a name");
    begun.write().expect("written");
    let again = begin(source(), "Sungai Kita", place);
    assert!(matches!(&again, Err(BeginError::Exists { path }) if *path == begun.path));
    assert!(matches!(begin(source(), " \u{2026} ", place), Err(BeginError::NoName { .. })));
    for (title, id) in
        [("CON", "skenario-con"), ("lpt1", "skenario-lpt1"), ("Com 1", "com-1"), ("Konsol", "konsol")]
    {
        assert_eq!(
            begin(source(), title, place).expect("a name").id,
            id,
            "Windows keeps some names for devices"
        );
    }
    let taken = begin(source(), "Nusa Boreal", place).expect_err("it ships");
    assert!(taken.told(Words::default()).contains("nusa-boreal"));
    let file = folder.path().join("nusa-boreal.ron");
    assert!(begin(source(), "Nusa Boreal", Place::File(&file)).is_ok(), "a file named on purpose");
}

#[test]
fn a_copy_of_a_scenario_that_ships_says_what_it_was_made_from_and_a_template_does_not() {
    let folder = TempDir::new().expect("a folder");
    let place = Place::Folder(folder.path());
    for (id, shipped) in builtin::FILES {
        let begun = begin(shipped, "Salinan Kami", place).expect("a name");
        let (scenario, _) = check::parse(&begun.text).expect("sound");
        let origin = builtin::by_id(id).expect("it ships");
        assert_eq!(scenario.shared.based_on, format!("{id} {}", origin.shared.version));
        assert_eq!(origin.shared.based_on, "");
    }
    let begun = begin(source(), "Milik Kami", place).expect("a name");
    let (scenario, _) = check::parse(&begun.text).expect("sound");
    assert_eq!(scenario.shared.based_on, "");
}
