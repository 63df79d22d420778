//! Two phones in one seat and one that tapped the wrong name, in real browsers of a small phone.

use super::driver::{Browser, Driver};
use super::{console, phase};
use mufakat::server::selftest::child::Server;
use std::path::Path;

const SMALL: (u32, u32) = (360, 640);

/// A student comes in under a name of the list, in Indonesian.
fn pick<'d>(driver: &'d Driver, server: &Server, profile: &Path, entry: usize) -> Browser<'d> {
    let browser = driver.browser(profile, SMALL);
    let door = format!("http://{}/?k={}", server.address, server.code);
    browser.open(&door);
    browser.run("document.cookie = 'mufakat-lang=id; path=/'");
    browser.open(&door);
    browser.chooses("select[name=entry]", &entry.to_string());
    browser.tap("form[action='/join'] button");
    browser.sees("[data-live]");
    browser
}

#[test]
fn a_wrong_name_is_mended_and_a_delegation_agrees_by_touch() {
    let driver = Driver::start().expect("chromium and chromedriver are installed");
    let folder = tempfile::tempdir().expect("a folder");
    let program = Path::new(env!("CARGO_BIN_EXE_mufakat"));
    let server = Server::of(program, &folder.path().join("class"), Some("nusa-boreal")).expect("a server");
    let teacher = console(&driver, &server, &folder.path().join("teacher"));
    teacher.sees("[data-live]");
    teacher.tap("#list");
    teacher.run("document.getElementById('list').value = 'Ani;1;A\\nBudi;1;A\\nCitra;1;B\\nDewi;1;A'");
    teacher.tap("button[value=roster]");
    teacher.reads("0 of 4");
    let profile = |name: &str| folder.path().join(name);
    // The first phone taps Dewi in place of Ani, and mends it.
    let ani = pick(&driver, &server, &profile("ani"), 3);
    let budi = pick(&driver, &server, &profile("budi"), 1);
    let citra = pick(&driver, &server, &profile("citra"), 2);
    teacher.reads("3 of 4");
    ani.does("release");
    ani.reads("Pilih nama Anda");
    ani.fits();
    ani.shot("15-released");
    teacher.reads("2 of 4");
    ani.chooses("form[data-keep=name] select[name=entry]", "0");
    ani.tap("form[data-keep=name] button");
    ani.reads("Anda: Ani");

    for name in ["briefing", "preparation", "talks"] {
        // The console follows a moment later.
        teacher.sees(&format!("input[name=phase][value={name}]"));
        phase(&teacher, name);
        ani.sees(&format!("[data-screen^={name}]"));
    }
    for student in [&ani, &budi, &citra] {
        student.can("speak");
    }
    ani.does("propose");
    ani.can("withdraw");
    budi.can("agree");
    let said = budi.run("return document.getElementById('said').textContent");
    assert!(said.as_str().is_some_and(|it| it.contains("Ani bertanya")), "it is read aloud: {said}");
    for (name, student) in [("asks", &ani), ("is-asked", &budi)] {
        student.fits();
        student.shot(&format!("16-delegation-{name}"));
    }
    budi.does("disagree");
    ani.reads("tidak setuju");
    ani.shot("16-delegation-came-back");
    ani.does("propose");
    budi.can("agree");
    assert!(!citra.text().contains("Tawaran mereka"), "the other side learns nothing yet");
    budi.does("agree");
    ani.can("end-turn");
    ani.does("end-turn");
    citra.reads("Tawaran mereka");
    citra.can("accept");
    teacher.fits();
}
