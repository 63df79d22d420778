//! The log of a lesson leads to the same pages again, whatever happened in it.

use crate::kit::nusa;
use crate::site::{Class, desk, run, steady};
use mufakat::rules::{Command, Reflection};
use mufakat::scenario::{Deal, Seat};
use mufakat::server::chance;
use mufakat::server::class::{Brought, Game, OpenPages, Order, Phase, Teacher, Word};
use mufakat::server::roster::read;

/// Phones in the class, the last of them not on the list.
const PHONES: usize = 8;

async fn does(class: &Class, order: Order) {
    let said = format!("{order:?}");
    class.host.order(order).await.unwrap_or_else(|no| panic!("{said}: {no:?}"));
}

async fn teacher(class: &Class, teacher: Teacher) {
    does(class, Order::Teacher(teacher)).await;
}

/// A person acts, and the others of the seat agree where they are asked.
async fn act(class: &Class, person: usize, command: Command) {
    does(class, Order::Act { person, key: chance::number(), act: command.into() }).await;
    let (pair, seat) = class.host.class().place(person).expect("a seat");
    while let Some(waiting) = class.host.class().pairs[pair].council[seat].waiting.clone() {
        let open = waiting.assent.words.iter().position(Option::is_none).expect("somebody is asked");
        let person = waiting.people[open];
        does(class, Order::Word { person, no: waiting.no, key: 0, word: Word::Yes }).await;
    }
}

fn holder(class: &Class, pair: usize, seat: Seat) -> usize {
    class.host.class().pairs[pair].delegations[seat][0]
}

/// Everything that the phones, the console and the projector show, each under its address.
async fn shown(class: &Class) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let lang = |cookie: &str, lang: &str| format!("{cookie}; mufakat-lang={lang}");
    for phone in 0..PHONES {
        for path in ["/seat", "/sheet", "/version"] {
            for code in ["id", "en"] {
                let page = class.get(path, &lang(&format!("mufakat-seat=token{phone}"), code)).await.text;
                all.push((format!("{path} of {phone} in {code}"), steady(&page)));
            }
        }
    }
    let console = format!("mufakat-console={}", class.host.console_token());
    let mut paths = vec!["/console".to_owned(), "/projector".to_owned()];
    paths.extend((0..class.host.class().pairs.len()).map(|pair| format!("/console?pair={pair}")));
    for path in paths {
        all.push((path.clone(), steady(&desk(class, &path, &console).await.text)));
    }
    all
}

/// The same pages come from the exported log.
async fn compare(class: &Class, when: &str) {
    let log = class.host.export().await.expect("a log");
    assert!(log.contains("\"digits\":\"\"") && !log.contains("0777"), "what opens a seat stays at home");
    let again = Class::reopened(nusa(), &log, &class.host.class().people);
    // A first look tells the server who is there; the console shows it.
    shown(&again).await;
    for ((path, one), (_, two)) in shown(class).await.into_iter().zip(shown(&again).await) {
        let at = one.bytes().zip(two.bytes()).position(|(a, b)| a != b);
        let near = |text: &str| {
            let from = at.unwrap_or(0).saturating_sub(80);
            text.get(from..(from + 240).min(text.len())).unwrap_or_default().to_owned()
        };
        assert!(one == two, "{when}, {path}:\n{}\n{}", near(&one), near(&two));
    }
}

#[test]
fn the_log_of_a_lesson_with_everything_in_it_leads_to_the_same_pages() {
    run(async {
        let class = Class::of(nusa());
        let list = "Ani;1;A\nAdi;1;A\nBudi;1;B\nCitra;2;A\nDewi;2;B\nEka;3;A\nFajar;3;B\nGita";
        let countries = nusa().shared.countries.map(|it| it.name.clone());
        teacher(&class, Teacher::Roster(read(list.as_bytes(), &countries).expect("a list"))).await;
        let device = |no: usize| chance::digest("seat", &format!("token{no}"));
        for no in 0..PHONES - 1 {
            let digits = format!("{no:04}");
            does(&class, Order::Pick { entry: no, device: device(no), digits, seed: 9 }).await;
        }
        let (name, digits) = ("Hadi".to_owned(), "0777".to_owned());
        does(&class, Order::Join { name, device: device(PHONES - 1), digits, seed: 9 }).await;
        // Fajar was Gita; the teacher mends a name and frees another.
        does(&class, Order::Name { person: 6, entry: Some(7), name: String::new() }).await;
        teacher(&class, Teacher::Name(3, "Citra Lestari".to_owned())).await;
        teacher(&class, Teacher::Release(4, "Badak Arif".to_owned())).await;
        teacher(&class, Teacher::Phase(Phase::Briefing, None, 3)).await;
        does(&class, Order::Understand { person: 0, key: 4 }).await;
        teacher(&class, Teacher::Phase(Phase::Preparation, None, 3)).await;
        act(&class, 2, Command::Prepare(Default::default())).await;
        teacher(&class, Teacher::Phase(Phase::Talks, None, 3)).await;
        does(&class, Order::AskName(5)).await;
        teacher(&class, Teacher::Tell(None, "Lima menit lagi".to_owned())).await;
        let [delegation, other] = Seat::ALL.map(|seat| holder(&class, 0, seat));
        assert_eq!(class.host.class().pairs[0].delegations[Seat::First].len(), 2);
        let deal = Deal(vec![2, 2, 1, 2, 1]);
        let key = chance::number();
        does(&class, Order::Act { person: delegation, key, act: Command::Propose(deal.clone()).into() })
            .await;
        // An empty chair, and the student comes back.
        let pair = class.host.class().place(3).expect("a seat").0;
        does(&class, Order::StandIn { pair, seat: Seat::First, name: "diplomat".to_owned() }).await;
        while class.host.class().pairs[pair].table.awaits(Seat::First) {
            does(&class, Order::Step { pair }).await;
        }
        does(&class, Order::TakeBack(3)).await;
        teacher(&class, Teacher::Pause).await;
        compare(&class, "while a delegation decides").await;
        teacher(&class, Teacher::Resume).await;
        does(&class, Order::Word { person: 1, no: 1, key: 0, word: Word::No }).await;
        compare(&class, "after it came back").await;

        act(&class, delegation, Command::Propose(deal)).await;
        act(&class, delegation, Command::EndTurn).await;
        act(&class, other, Command::Accept(1)).await;
        for person in [delegation, other] {
            act(&class, person, Command::Sign(None)).await;
        }
        let table = |class: &Class| class.host.class().pairs[0].table.clone();
        for person in [delegation, other] {
            if !table(&class).is_closed() {
                act(&class, person, Command::AnswerBetter(false)).await;
            }
        }
        assert!(table(&class).signed().is_some());
        teacher(&class, Teacher::Phase(Phase::Questions, None, 3)).await;
        for person in 0..PHONES {
            let own = class.host.class().place(person).expect("a seat");
            if class.host.class().pairs[own.0].table.awaits(own.1) {
                act(&class, person, Command::Reflect(Reflection::default())).await;
            }
        }
        teacher(&class, Teacher::Phase(Phase::Debrief, None, 3)).await;
        teacher(&class, Teacher::Pages(OpenPages::all())).await;
        teacher(&class, Teacher::Bring(Brought { name: "Kertas".to_owned(), game: Game::Paper(None) })).await;
        does(&class, Order::Consent { person: 3, yes: true }).await;
        teacher(&class, Teacher::Improving(true)).await;
        if class.host.class().pairs[0].better().is_some() {
            does(&class, Order::Improve { person: other, yes: true }).await;
        }
        teacher(&class, Teacher::Project(2, 0)).await;
        let phone = class.get("/seat", "mufakat-seat=token3; mufakat-lang=en").await.text;
        assert!(phone.contains("It held this seat for a part of the game"), "the notebook of a lent chair");
        compare(&class, "in the debrief").await;
    });
}
