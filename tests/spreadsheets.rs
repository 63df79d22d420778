//! Spreadsheet files in the workshop: chosen, typed or dropped; a new scenario out of one, points into one.

use crate::forms::Desk;
use crate::workshop::{Window, click, shows, texts, window};
use mufakat::scenario::problem::Problem;
use mufakat::scenario::{Lang, check};
use mufakat::session::Wish;
use mufakat::ui::Screen;
use mufakat::words::{Medium, Words};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// The table of the guide.
fn of_the_guide() -> String {
    let guide = fs::read_to_string("docs/scenario-guide.md").expect("the guide");
    let table = guide.split("```text\n").find(|part| part.starts_with("pasal;sektor")).expect("a table");
    table.split("```").next().expect("its end").to_owned()
}

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the workshop reads the file itself".to_owned())
    }
}

fn drop_on(window: &mut Window, path: &Path) {
    window.input_mut().dropped_files.push(Arc::new(Dropped(path.to_path_buf())));
    window.run_steps(4);
}

/// The screen on which a new scenario is begun.
fn beginning(lang: Lang) -> Window {
    let words = Words::new(lang);
    let mut window = window(lang, Wish::default());
    click(&mut window, &words.get("title-new"));
    click(&mut window, &words.get("workshop-title"));
    assert_eq!(window.state().screen(), Screen::Workshop);
    window
}

#[test]
fn a_spreadsheet_that_is_dropped_becomes_a_scenario_under_its_name() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("gas-dan_pelatihan.csv");
    fs::write(&path, of_the_guide()).expect("written");
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let mut window = beginning(lang);
        drop_on(&mut window, &path);
        assert!(shows(&window, &words.get("workshop-new-table-says")), "{:?}", texts(&window));
        click(&mut window, &words.get("workshop-new-make"));
        assert!(shows(&window, "gas-dan-pelatihan.ron"), "{:?}", texts(&window));
        let text = window.state().workshop_text().expect("a file").to_owned();
        let (scenario, _) = check::parse(&text).expect("it can be played");
        assert_eq!(scenario.shared.title.get(lang), "gas dan pelatihan");
        assert_eq!(scenario.shared.countries.first.name.get(lang), "Nusa");
        // What was filled in is told.
        let added = words.with("problem-cell-added", &[("kind", "Instrument")]);
        assert!(shows(&window, &added), "{:?}", texts(&window));
    }
}

#[test]
fn every_mistake_of_a_spreadsheet_is_told_with_its_cell_and_nothing_is_written() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("salah.csv");
    let wrong =
        of_the_guide().replace(";70;60;", ";tujuh;60;").replace(";Lisensi;60;70;", ";Lisensi;60;170;");
    fs::write(&path, wrong).expect("written");
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let mut window = beginning(lang);
        drop_on(&mut window, &path);
        click(&mut window, &words.get("workshop-new-make"));
        let told = texts(&window).into_iter().find(|it| it.contains("F3")).expect("the cell of the word");
        assert!(told.contains("\"tujuh\""), "{told}");
        assert!(told.contains("G6"), "the cell of the number too: {told}");
        assert!(told.contains(&words.get("cli-table-nothing-written")), "{told}");
        assert!(window.state().workshop_text().is_none(), "no file is open");
    }
}

#[test]
fn weights_that_do_not_sum_to_a_hundred_are_divided_where_the_author_asks_for_it() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("bobot.csv");
    let sound = of_the_guide();
    let odd = sound.replacen(";40;60;", ";90;60;", 1);
    assert_ne!(odd, sound, "the table of the guide has other weights now");
    fs::write(&path, odd).expect("written");
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let mut window = beginning(lang);
        drop_on(&mut window, &path);
        click(&mut window, &words.get("workshop-new-make"));
        let problem = Problem::error("cell-weights-sum", 0..0).number("sum", 0.0).word("side", "1");
        let remedy = words.problem_in(&problem, Medium::TableInWindow).1;
        assert!(shows(&window, &remedy), "{remedy}: {:?}", texts(&window));
        assert!(!shows(&window, "--normalise"), "an option of the command");
        click(&mut window, &words.get("workshop-new-divided"));
        click(&mut window, &words.get("workshop-new-make"));
        let text = window.state().workshop_text().expect("a file").to_owned();
        let (scenario, _) = check::parse(&text).expect("it can be played");
        assert_eq!(scenario.briefs.first.weights.iter().sum::<i32>(), 100);
    }
}

#[test]
fn a_path_that_leads_nowhere_is_told_and_a_found_file_is_one_click() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("tabel.csv");
    fs::write(&path, of_the_guide()).expect("written");
    let words = Words::new(Lang::En);
    let mut window = beginning(Lang::En);
    let gone = folder.path().join("gone.xlsx");
    drop_on(&mut window, &gone);
    click(&mut window, &words.get("workshop-new-make"));
    assert!(shows(&window, &words.get("cli-why-not-found")), "{:?}", texts(&window));
    window.state_mut().offer_tables(vec![path]);
    window.run_steps(4);
    click(&mut window, "tabel.csv");
    click(&mut window, &words.get("workshop-new-make"));
    assert!(shows(&window, "gone.ron"), "the title stays: {:?}", texts(&window));
}

#[test]
fn a_scenario_that_is_dropped_is_opened() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("kasus.ron");
    fs::write(&path, mufakat::scenario::template::ALL[0].source).expect("written");
    let mut window = beginning(Lang::Id);
    drop_on(&mut window, &path);
    let words = Words::new(Lang::Id);
    assert!(shows(&window, &words.get("workshop-fine")), "{:?}", texts(&window));
}

#[test]
fn points_of_a_file_go_into_the_form_and_can_be_undone() {
    let mut desk = Desk::open(Lang::Id);
    let words = desk.words;
    let path = desk.folder.path().join("poin.csv");
    fs::write(&path, "pasal;pilihan;nilai pertama;nilai kedua\nP;P1;47;52\n").expect("written");
    desk.section(&words.get("author-table"));
    drop_on(&mut desk.window, &path);
    desk.press(&words.get("author-table-take-file"));
    assert!(desk.shows(&words.count("cli-table-merged", 1)), "{:?}", desk.texts());
    let (scenario, _) = check::parse(&desk.save()).expect("valid");
    let stakes = [&scenario.briefs.first, &scenario.briefs.second].map(|it| it.stakes[0][1].value);
    assert_eq!(stakes, [47, 52]);
    desk.press(&words.get("author-undo"));
    assert!(!desk.save().contains("(47, 52)"));
    // A file that cannot be read is told right there.
    fs::remove_file(&path).expect("gone");
    desk.press(&words.get("author-table-take-file"));
    assert!(desk.shows(&words.get("cli-why-not-found")), "{:?}", desk.texts());
}
