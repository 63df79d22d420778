//! A full room: console, projector and a phone in every phase, at the sizes of old projectors and small
//! phones, with twenty pairs and with forty-five, in Indonesian and with long names.

use super::driver::{Browser, Driver};
use mufakat::server::selftest::child::Server;
use mufakat::server::selftest::phone::{Done, Phone};
use mufakat::server::selftest::tally::{Moment, Tally};
use std::path::Path;
use std::sync::Arc;

const SIZES: [(u32, u32); 2] = [(1366, 768), (1024, 768)];
const SMALL: (u32, u32) = (360, 640);
/// Names as long as a class has them.
const NAMES: [&str; 6] = [
    "Muhammad Rizky Ramadhan",
    "Ni Luh Putu Ayu Maharani",
    "Siti Nurhaliza Rahmawati",
    "Yohanes Kristianto Bona",
    "I Gusti Ngurah Agung Bgs",
    "Tan",
];

/// The pages of a teacher and of one student, looked at in every phase.
struct Room<'d> {
    consoles: Vec<Browser<'d>>,
    walls: Vec<Browser<'d>>,
    phone: Browser<'d>,
    name: &'static str,
}

impl Room<'_> {
    /// Everything fits, and is written down where pictures are asked for.
    fn look(&self, what: &str) {
        std::thread::sleep(std::time::Duration::from_millis(700));
        for console in &self.consoles {
            console.fits();
            console.shot(&format!("{}-{what}-console", self.name));
        }
        for wall in &self.walls {
            wall.fits();
            wall.fits_below();
            wall.shot(&format!("{}-{what}-projector", self.name));
        }
        self.phone.fits();
        self.phone.shot(&format!("{}-{what}-phone", self.name));
    }

    fn click(&self, what: &str) {
        self.consoles[0].does(what);
    }
}

/// Opens a page of the teacher in Indonesian.
fn enter<'d>(
    driver: &'d Driver,
    server: &Server,
    profile: &Path,
    size: (u32, u32),
    page: &str,
) -> Browser<'d> {
    let browser = driver.browser(profile, size);
    browser.open(&format!("http://{}/{page}", server.address));
    browser.run("document.cookie = 'mufakat-lang=id; path=/'");
    browser.open(&format!("http://{}/{page}", server.address));
    browser.types("input[name=pin]", &server.pin);
    browser.tap("form:has(input[name=pin]) button");
    browser.sees("[data-live]");
    browser
}

/// Plays what is left of a game with the forms of both pages: an offer, accepted and signed.
async fn agree(phones: &[Arc<Phone>]) {
    for _ in 0..12 {
        let mut moved = false;
        for phone in phones {
            phone.look().await;
            let page = phone.page();
            let offer = page.offer().map(|offer| format!("&offer={offer}"));
            let (what, more) = match offer {
                _ if page.offers("sign") => ("sign", String::new()),
                _ if page.offers("keep-better") => ("keep-better", String::new()),
                Some(more) if page.offers("accept") => ("accept", more),
                _ if page.offers("propose") && page.offers("end-turn") => {
                    let mut dice = mufakat::exact::SplitMix64::new(4);
                    ("propose", page.package(5, &mut dice))
                }
                _ => continue,
            };
            moved |= phone.act(Moment::Games, what, &more).await == Done::Confirmed;
            if what == "propose" {
                phone.act(Moment::Games, "end-turn", "").await;
            }
        }
        if !moved {
            return;
        }
    }
}

fn hold(name: &'static str, people: usize) {
    let driver = Driver::start().expect("chromium and chromedriver are installed");
    let folder = tempfile::tempdir().expect("a folder");
    let profile = |name: &str| folder.path().join(name);
    let program = Path::new(env!("CARGO_BIN_EXE_mufakat"));
    let server =
        Server::of(program, &folder.path().join("class"), Some("kemitraan-ekonomi")).expect("a server");
    let enter = |size: (u32, u32), page: &str| {
        enter(&driver, &server, &profile(&format!("{page}{}", size.0)), size, page)
    };
    let phone = driver.browser(&profile("phone"), SMALL);
    let room = Room {
        consoles: SIZES.map(|size| enter(size, "console")).into(),
        walls: SIZES.map(|size| enter(size, "projector")).into(),
        phone,
        name,
    };
    // The list of the class: pasted with a mistake, then mended.
    let line = |no: usize| format!("{} {no:02};{}", NAMES[no % NAMES.len()], no / 2 + 1);
    let mut list: Vec<String> = (0..people).map(line).collect();
    list.push(line(3));
    let paste = |list: &[String]| {
        let teacher = &room.consoles[0];
        teacher.tap("#list");
        teacher
            .run(&format!("document.getElementById('list').value = {}", serde_json::json!(list.join("\n"))));
        teacher.tap("button[value=roster]");
    };
    paste(&list);
    room.consoles[0].reads(&format!("Baris {}", people + 1));
    room.consoles[0].shot(&format!("{name}-0-faults"));
    list.pop();
    paste(&list);
    room.consoles[0].reads(&format!("dari {people}"));

    room.phone.open(&format!("http://{}/", server.address));
    room.phone.run("document.cookie = 'mufakat-lang=id; path=/'");
    room.phone.open(&format!("http://{}/", server.address));
    assert!(!room.phone.text().contains("Muhammad"), "no name before the code");
    room.phone.shot(&format!("{name}-0-door"));
    room.phone.open(&format!("http://{}/?k={}", server.address, server.code));
    room.phone.shot(&format!("{name}-0-names"));
    room.phone.fits();
    room.phone.chooses("select[name=entry]", "0");
    room.phone.tap("form[action='/join'] button");
    room.phone.sees("[data-live]");

    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let tally = Arc::new(Tally::default());
    let phones: Vec<Arc<Phone>> = runtime.block_on(async {
        let mut phones = Vec::new();
        // The last of the list is missing.
        for no in 1..people - 1 {
            let tally = Arc::clone(&tally);
            let who = format!("&entry={no}");
            phones.push(Phone::join(server.address, &server.code, &who, tally).await.expect("a phone"));
        }
        phones
    });
    room.look("1-join");
    for (no, next) in ["briefing", "preparation", "talks"].into_iter().enumerate() {
        super::phase(&room.consoles[0], next);
        room.phone.sees(&format!("[data-screen^={next}]"));
        room.look(&format!("{}-{next}", no + 2));
    }
    assert!(!room.walls[0].text().contains("Muhammad"), "no name on the projector");
    // Every second pair agrees; pair 0 belongs to the phone that is looked at.
    runtime.block_on(async {
        for pair in phones[1..].chunks(2).step_by(2) {
            agree(pair).await;
        }
    });
    room.consoles[0].tap("a.number[href$='pair=2']");
    room.look("5-agreed");
    super::phase(&room.consoles[0], "questions");
    room.phone.sees("[data-screen^=questions]");
    room.look("6-questions");
    room.phone.does("skip");
    runtime.block_on(async {
        for phone in &phones {
            phone.look().await;
            phone.act(Moment::Questions, "skip", "").await;
        }
    });
    super::phase(&room.consoles[0], "debrief");
    room.phone.sees("[data-screen^=debrief]");
    room.click("pages-all");
    room.phone.sees("#page-5");
    room.look("7-debrief");
    room.consoles[0].tap("form:has(input[name=open][value=yes]) button");
    for slide in 1..=11 {
        let form = format!(".slides form:has(input[name=to][value='{slide}']) button");
        room.consoles[0].tap(&form);
        for wall in &room.walls {
            wall.sees(&format!("[data-slide='{slide}']"));
            wall.fits();
            wall.fits_below();
            wall.shot(&format!("{name}-8-slide{slide:02}"));
        }
    }
}

#[test]
fn twenty_pairs_with_long_names_fit_on_every_screen_in_every_phase() {
    hold("20", 40);
}

#[test]
fn forty_five_pairs_fit_on_every_screen_too() {
    hold("45", 90);
}
