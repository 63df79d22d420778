//! A whole lesson in real browsers: two students and a teacher, on a phone's and on a laptop's page.

mod councils;
mod driver;
mod hands;
mod room;

use driver::{Browser, Driver};
use mufakat::server::selftest::child::Server;
use std::path::Path;

const PHONE: (u32, u32) = (360, 640);
const LAPTOP: (u32, u32) = (1366, 768);

/// The teacher enters another phase.
fn phase(teacher: &Browser<'_>, name: &str) {
    let button = "form:has(input[name=phase][value=NAME]) button".replace("NAME", name);
    if teacher.has(&button) {
        teacher.tap(&button);
    } else {
        teacher.chooses("select[name=phase]", name);
        teacher.tap("form:has(select[name=phase]) button");
    }
}

impl Browser<'_> {
    /// Taps the button of a form by what the form does.
    #[track_caller]
    fn does(&self, what: &str) {
        let (form, button) = (
            format!("form:has(input[name=do][value={what}]) button"),
            format!("button[name=do][value={what}]"),
        );
        self.tap(&format!("{form}, {button}"));
    }

    #[track_caller]
    fn can(&self, what: &str) {
        self.sees(&format!("input[name=do][value={what}], button[name=do][value={what}]"));
    }

    fn may(&self, what: &str) -> bool {
        self.has(&format!("input[name=do][value={what}], button[name=do][value={what}]"))
    }
}

/// A student comes in by the address of the QR code.
fn join<'d>(
    driver: &'d Driver,
    server: &Server,
    profile: &Path,
    size: (u32, u32),
    name: &str,
) -> Browser<'d> {
    let browser = driver.browser(profile, size);
    browser.open(&format!("http://{}/?k={}", server.address, server.code));
    browser.shot(&format!("1-door-{name}"));
    browser.fits();
    browser.types("form[action='/join'] input[name=name]", name);
    browser.tap("form[action='/join'] button");
    browser.sees("[data-live]");
    browser
}

/// The teacher's console, behind its PIN.
fn console<'d>(driver: &'d Driver, server: &Server, profile: &Path) -> Browser<'d> {
    let teacher = driver.browser(profile, LAPTOP);
    teacher.open(&format!("http://{}/console", server.address));
    teacher.types("input[name=pin]", &server.pin);
    teacher.tap("form:has(input[name=pin]) button");
    teacher
}

/// Answers the three questions, wrongly at first.
fn understand(browser: &Browser<'_>) {
    browser.sees("#gate");
    let right = browser.run(
        "var counts = [0, 1].map(function (q) { return document.querySelectorAll('input[name=q' + q + ']').length }); \
         return counts[0] * 100 + counts[1]",
    );
    let (tops, numbers) =
        (right.as_u64().expect("two counts") / 100, right.as_u64().expect("two counts") % 100);
    for number in 0..numbers {
        for top in 0..tops {
            if !browser.may("understand") {
                return;
            }
            for (question, answer) in [("q0", top), ("q1", number), ("q2", 0)] {
                browser.tap(&format!("input[name={question}][value='{answer}']"));
            }
            let before = browser
                .run("return document.querySelector('form[data-keep=understand] input[name=key]').value");
            browser.does("understand");
            // Either the gate is gone, or it is a new one.
            for _ in 0..100 {
                let key = browser.run("var it = document.querySelector('form[data-keep=understand] input[name=key]'); return it && it.value");
                if key != before {
                    break;
                }
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
        }
    }
    panic!("no answer was right:\n{}", browser.text());
}

#[test]
fn two_students_and_a_teacher_hold_a_whole_lesson_in_real_browsers() {
    let driver = Driver::start().expect("chromium and chromedriver are installed");
    let folder = tempfile::tempdir().expect("a folder");
    let profile = |name: &str| folder.path().join(name);
    let server = Server::of(
        Path::new(env!("CARGO_BIN_EXE_mufakat")),
        &folder.path().join("class"),
        Some("kemitraan-ekonomi"),
    )
    .expect("a server");

    let teacher = console(&driver, &server, &profile("teacher"));
    teacher.sees("input[name=csrf]");
    teacher.shot("1-console");

    let ana = join(&driver, &server, &profile("ana"), PHONE, "Ana");
    let budi = join(&driver, &server, &profile("budi"), LAPTOP, "Budi");
    ana.shot("2-waiting");
    teacher.reads("Budi");

    phase(&teacher, "briefing");
    for student in [&ana, &budi] {
        student.sees("#gate");
        student.fits();
        student.shot("3-briefing");
        understand(student);
    }
    ana.shot("4-understood");

    phase(&teacher, "preparation");
    for student in [&ana, &budi] {
        student.can("prepare");
        student.fits();
        student.chooses("select[name^=r]", "1");
        student.shot("5-preparation");
        student.does("prepare");
    }

    phase(&teacher, "talks");
    for student in [&ana, &budi] {
        student.can("speak");
        student.fits();
    }
    let (first, second) = if ana.may("end-turn") { (&ana, &budi) } else { (&budi, &ana) };
    first.shot("6-talks-mine");
    second.shot("6-talks-theirs");
    second.types("textarea[name=speech]", "Selamat pagi, apa yang paling penting bagi Anda?");
    second.does("speak");
    first.reads("Selamat pagi, apa yang paling penting");

    // An offer: in the first article another option, and the page counts along.
    let before = first.run("return document.querySelector('#draft .total').textContent");
    first.tap("#draft fieldset.article input[type=radio]:not(:checked):not([disabled])");
    let after = first.run("return document.querySelector('#draft .total').textContent");
    assert_ne!(before, after, "own points follow the draft");
    first.does("propose");
    first.sees("form:has(input[value=end-turn])");
    first.does("end-turn");
    second.can("accept");
    second.shot("7-offer");
    second.fits();

    // Ana's phone falls into the rice field: another one takes over with four digits.
    let digits = ana.run("return document.querySelector('details.me').textContent.match(/\\d{4}/)[0]");
    let digits = digits.as_str().expect("four digits").to_owned();
    let again = driver.browser(&profile("ana2"), PHONE);
    again.open(&format!("http://{}/?k={}", server.address, server.code));
    again.types("form[action='/rejoin'] input[name=name]", "ana");
    again.types("form[action='/rejoin'] input[name=digits]", &digits);
    again.tap("form[action='/rejoin'] button");
    again.sees("[data-live]");
    again.reads("Ana");
    again.shot("8-another-phone");
    let was_first = std::ptr::eq(first, &ana);
    drop(ana);

    // Budi drops out in the middle, a counterpart keeps his chair, and he comes back.
    let seat = if was_first { "b" } else { "a" };
    budi.open("about:blank");
    let keep = format!("form:has(input[name=do][value=stand-in]):has(input[name=seat][value={seat}]) button");
    // The pair's tile opens what can be done for it.
    teacher.tap("a.number[href$='pair=0']");
    teacher.tap(&keep);
    teacher.tap("a.number[href$='pair=0']");
    teacher.sees("form:has(input[name=do][value=hand-back])");
    teacher.shot("9-console-kept-chair");
    budi.open(&format!("http://{}/seat", server.address));
    budi.can("take-back");
    budi.shot("9-kept-chair");
    budi.does("take-back");
    budi.can("speak");

    finish(&teacher, &again, &budi);
    phase(&teacher, "questions");
    for student in [&again, &budi] {
        student.can("reflect");
        student.fits();
        student.shot("12-questions");
        student.tap("input[name=result][value='4']");
        student.does("reflect");
    }
    phase(&teacher, "debrief");
    teacher.does("pages-all");
    for student in [&again, &budi] {
        student.sees("#page-6, [id^=page-]");
        student.reads("BATNA");
        student.fits();
        student.shot("13-debrief");
    }
    teacher.shot("13-console");
}

#[test]
fn the_teacher_seats_people_with_a_real_mouse() {
    let driver = Driver::start().expect("chromium and chromedriver are installed");
    let folder = tempfile::tempdir().expect("a folder");
    let program = Path::new(env!("CARGO_BIN_EXE_mufakat"));
    let server = Server::of(program, &folder.path().join("class"), Some("nusa-boreal")).expect("a server");
    let teacher = console(&driver, &server, &folder.path().join("teacher"));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        for name in ["Ana", "Budi", "Citra"] {
            let mut client = mufakat::server::selftest::client::Client::new(server.address);
            let form = format!("code={}&name={name}", server.code);
            assert_eq!(client.post("/join", &form).await.expect("an answer").status, 303);
        }
    });
    let person = |no: usize| format!("[data-person='{no}']");
    teacher.sees(&person(2));
    // A hand is slower than the page that the last of them brings.
    std::thread::sleep(std::time::Duration::from_millis(400));
    teacher.drags(&person(0), ".waiting .drop");
    teacher.sees(&format!(".tile [data-drop='0.a'] {}", person(0)));
    teacher.drags(&person(1), ".tile [data-drop='0.b']");
    teacher.sees(&format!(".tile [data-drop='0.b'] {}", person(1)));
    teacher.drags(&person(2), ".tile [data-drop='0.b']");
    teacher.sees(&format!(".tile [data-drop='0.b'] {}", person(2)));
    // From one seat to another: Citra changes sides, Budi stays.
    teacher.drags(&person(2), ".tile [data-drop='0.a']");
    teacher.sees(&format!(".tile [data-drop='0.a'] {}", person(2)));
    assert!(teacher.has(&format!(".tile [data-drop='0.b'] {}", person(1))));
    // What is dropped beside a seat moves nobody.
    teacher.drags(&person(1), ".desk-top");
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(teacher.has(&format!(".tile [data-drop='0.b'] {}", person(1))));
    teacher.shot("14-by-mouse");
}

/// From an offer on the table to both signatures, whoever's turn it is.
fn finish(teacher: &Browser<'_>, one: &Browser<'_>, two: &Browser<'_>) {
    for _ in 0..40 {
        for student in [one, two] {
            if student.may("reflect") {
                return;
            } else if student.may("sign") {
                student.fits();
                student.shot("10-signature");
                student.does("sign");
            } else if student.may("take-better") {
                student.shot("11-better");
                student.does("take-better");
            } else if student.may("accept") {
                student.does("accept");
            } else if student.may("grant") {
                student.does("grant");
            } else if student.may("propose") && student.may("end-turn") {
                student.does("propose");
                if student.may("end-turn") {
                    student.does("end-turn");
                }
            }
            std::thread::sleep(std::time::Duration::from_millis(400));
        }
    }
    panic!("the talks never end:\n{}\n{}\n{}", teacher.text(), one.text(), two.text());
}
