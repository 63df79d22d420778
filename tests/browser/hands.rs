//! What people have in their hands stays there while the page follows the others: every event of a class brings
//! every page anew.

use super::driver::{Browser, Driver};
use super::{LAPTOP, PHONE, console, join, phase, understand};
use mufakat::server::selftest::child::Server;
use serde_json::json;
use std::path::Path;
use tempfile::TempDir;

/// A room with a class in it: its browsers keep their profiles in the folder.
struct Room {
    driver: Driver,
    server: Server,
    folder: TempDir,
}

impl Room {
    fn with(scenario: &str) -> Self {
        let driver = Driver::start().expect("chromium and chromedriver are installed");
        let folder = tempfile::tempdir().expect("a folder");
        let program = Path::new(env!("CARGO_BIN_EXE_mufakat"));
        let server = Server::of(program, &folder.path().join("class"), Some(scenario)).expect("a server");
        Self { driver, server, folder }
    }

    fn teacher(&self) -> Browser<'_> {
        let teacher = console(&self.driver, &self.server, &self.folder.path().join("teacher"));
        teacher.sees("[data-live]");
        teacher
    }

    fn student(&self, size: (u32, u32), name: &str) -> Browser<'_> {
        join(&self.driver, &self.server, &self.folder.path().join(name), size, name)
    }
}

/// The page has come anew since it bore this number.
fn follows(browser: &Browser<'_>, number: &serde_json::Value) {
    browser.sees(&format!("#main:not([data-live={number}])"));
}

fn number(browser: &Browser<'_>) -> serde_json::Value {
    browser.run("return document.getElementById('main').dataset.live")
}

fn value(browser: &Browser<'_>, css: &str) -> serde_json::Value {
    browser.run(&format!("return document.querySelector({}).value", json!(css)))
}

/// Types into a field as it stands, without looking for its end.
fn goes_on(browser: &Browser<'_>, text: &str) {
    for letter in text.chars() {
        browser.presses(letter);
    }
}

#[test]
fn a_teacher_loses_nothing_while_students_come_in() {
    let room = Room::with("vaksin-dalam-pandemi");
    let teacher = room.teacher();
    let _first: Vec<Browser<'_>> = (1..=4).map(|no| room.student(PHONE, &format!("S{no}"))).collect();
    teacher.reads("S4");
    teacher.does("pair-order");
    teacher.sees("a.number[href$='pair=1']");

    // Nobody is sent away who was not chosen: the list begins with nobody, and keeps who was.
    let who = "form[data-keep=send-away] select[name=person]";
    for fold in ["people", "send-away", "bring", "roster"] {
        teacher.run(&format!("document.querySelector('details[data-keep={fold}]').open = true"));
    }
    assert_eq!(value(&teacher, who), json!(""));
    teacher.chooses(who, "2");
    // A result on paper, one option of which is the first of its list and not the one that holds now.
    let options = "return Array.prototype.filter.call(document.querySelectorAll('form[data-keep=paper] select'), \
                   function (it) { return it.selectedIndex > 0; })[0].name";
    let later = teacher.run(options);
    let paper = format!("form[data-keep=paper] select[name={later}]");
    let first = teacher.run(&format!("return document.querySelector({}).options[0].value", json!(paper)));
    teacher.chooses(&paper, first.as_str().expect("an option"));
    // A file for the list of names.
    let list = room.folder.path().join("kelas.csv");
    std::fs::write(&list, "Ani\nBudi\n").expect("written");
    teacher.gives("form[data-keep=list] input[type=file]", &list);
    // Words to one table, half written, the hand within them.
    teacher.tap("a.number[href$='pair=0']");
    teacher.sees("form[data-keep=tell-pair]");
    let words = "form[data-keep=tell-pair] input[name=words]";
    teacher.types(words, "Meja satu: harap");
    teacher.run("document.activeElement.setSelectionRange(4, 4)");
    let before = number(&teacher);
    let _fifth = room.student(PHONE, "S5");
    teacher.reads("S5");
    follows(&teacher, &before);
    goes_on(&teacher, "X");
    assert_eq!(value(&teacher, words), json!("MejaX satu: harap"), "the hand is where it was");
    assert_eq!(value(&teacher, who), json!("2"));
    assert_eq!(value(&teacher, &paper), first);
    assert_eq!(value(&teacher, "form[data-keep=tell] input[name=words]"), json!(""));
    let file = value(&teacher, "form[data-keep=list] input[type=file]");
    assert!(file.as_str().is_some_and(|it| it.ends_with("kelas.csv")), "{file}");
    for fold in ["people", "send-away", "bring", "roster"] {
        teacher.sees(&format!("details[data-keep={fold}][open]"));
    }
    assert!(!teacher.has("#lost"), "{}", teacher.text());

    // Who was chosen is sent away, and nobody else; then nobody is chosen any more.
    let before = number(&teacher);
    teacher.tap("form[data-keep=send-away] button");
    follows(&teacher, &before);
    teacher.sees(&format!("{who} option[value='']"));
    assert!(!teacher.has(&format!("{who} option[value='2']")), "S3 is gone");
    assert_eq!(value(&teacher, who), json!(""));
    assert_eq!(value(&teacher, words), json!("MejaX satu: harap"), "what was not sent is still there");
}

#[test]
fn a_draft_is_the_hand_that_made_it_and_a_double_tap_is_one() {
    let room = Room::with("kemitraan-ekonomi");
    let teacher = room.teacher();
    let (ana, budi) = (room.student(PHONE, "Ana"), room.student(LAPTOP, "Budi"));
    phase(&teacher, "briefing");
    for student in [&ana, &budi] {
        student.sees("#gate");
        understand(student);
    }
    for name in ["preparation", "talks"] {
        teacher.sees(&format!("input[name=phase][value={name}]"));
        phase(&teacher, name);
        ana.sees(&format!("[data-screen^={name}]"));
        budi.sees(&format!("[data-screen^={name}]"));
    }
    let (mine, theirs) = if ana.may("end-turn") { (&ana, &budi) } else { (&budi, &ana) };

    // Who waits has changed one article and left the others on purpose; then the first offer comes.
    let chosen = "return Array.prototype.map.call(document.querySelectorAll('#draft input:checked'), \
                  function (it) { return it.name + it.value; }).join(' ')";
    theirs.tap("#draft fieldset.article:nth-of-type(1) input[type=radio]:not(:checked):not([disabled])");
    let draft = theirs.run(chosen);
    theirs.types("textarea[name=speech]", "Sebentar, kami masih membaca");
    theirs.run("document.activeElement.setSelectionRange(8, 8)");
    for no in 1..=3 {
        mine.tap(&format!(
            "#draft fieldset.article:nth-of-type({no}) input[type=radio]:not(:checked):not([disabled])"
        ));
    }
    let before = number(theirs);
    mine.does("propose");
    follows(theirs, &before);
    assert_eq!(theirs.run(chosen), draft, "an offer of the other side changes no draft");
    goes_on(theirs, "X");
    assert_eq!(value(theirs, "textarea[name=speech]"), json!("SebentarX, kami masih membaca"));

    // The same button twice, quickly: one act.
    mine.sees("form:has(input[value=end-turn])");
    mine.does("end-turn");
    theirs.can("end-turn");
    let says = "return document.querySelector('h1[data-say]').textContent";
    let before = theirs.run(says);
    theirs.taps_twice("form:has(input[value=culture]) button");
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert_ne!(theirs.run(says), before, "it was done");
    assert!(theirs.may("end-turn"), "and not twice, which ends the turn: {}", theirs.text());
}
