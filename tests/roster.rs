//! The list of a class: read from what teachers have, seated as it says, and picked from.

use crate::classroom::Lesson;
use crate::kit::nusa;
use crate::site::{Answer, Class, desk, post, run};
use axum::http::{StatusCode, header};
use mufakat::interchange::table::{Grid, xlsx};
use mufakat::scenario::Seat;
use mufakat::server::chance;
use mufakat::server::class::{No, Odd, Order, Phase, Teacher};
use mufakat::server::roster::{Fault, Listed, read};

fn list(bytes: &[u8]) -> Result<Vec<Listed>, Vec<Fault>> {
    read(bytes, &nusa().shared.countries.map(|it| it.name.clone()))
}

fn listed(name: &str, group: Option<&str>, seat: Option<Seat>) -> Listed {
    Listed { name: name.to_owned(), group: group.map(str::to_owned), seat }
}

#[test]
fn a_list_is_read_as_teachers_have_it() {
    let three = vec![
        listed("Ani", Some("1"), Some(Seat::First)),
        listed("Budi", Some("1"), None),
        listed("Citra", None, None),
    ];
    for text in [
        "Ani;1;A\nBudi;1\nCitra\n",
        "\u{feff}Nama,Kelompok,Kursi\r\nAni,1,a\r\n\r\n Budi ,1,\r\nCitra,,\r\n",
        "No;Kursi;Nama Siswa;Kelompok\n1;1;Ani;1\n2;;Budi;1\n3;;Citra;\n",
        "1\tAni\t1\tNusantara\n2\tBudi\t1\t\n3\tCitra\t\t\n",
    ] {
        let country = nusa().shared.countries[Seat::First].name.get(mufakat::scenario::Lang::Id).to_owned();
        let text = text.replace("Nusantara", &country);
        assert_eq!(list(text.as_bytes()), Ok(three.clone()), "{text:?}");
    }
    let plain = list("1. Ani\n2) Budi Santoso, S.Pd.\n\n  \nCitra".as_bytes()).expect("names");
    let names: Vec<&str> = plain.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Ani", "Budi Santoso, S.Pd.", "Citra"], "a comma may belong to a name");
    let old = list(b"Nama;Kelompok\nRen\xe9;1\nZo\xeb;1\n").expect("Windows-1252");
    assert_eq!((old[0].name.as_str(), old[1].name.as_str()), ("Ren\u{e9}", "Zo\u{eb}"));
    let rows = [["Nama", "Kelompok"], ["Ani", "1"], ["Budi", "1"]];
    let grid = Grid { name: "Kelas".to_owned(), rows: rows.map(|row| row.map(str::to_owned).into()).into() };
    let book = list(&xlsx(&[grid]).expect("a workbook")).expect("names");
    assert_eq!(book, [listed("Ani", Some("1"), None), listed("Budi", Some("1"), None)]);
    let many: String = (0..200).map(|no| format!("Siswa {no}\n")).collect();
    assert_eq!(list(many.as_bytes()).map(|it| it.len()), Ok(200));
}

#[test]
fn every_mistake_is_told_with_its_line() {
    let told = |text: &str| -> Vec<(usize, &'static str, usize)> {
        let faults = list(text.as_bytes()).expect_err("a mistake");
        faults.into_iter().map(|it| (it.line, it.key, it.other)).collect()
    };
    assert_eq!(told("Ani\n\nBudi\nani\n"), [(4, "roster-twice", 1)], "capitals tell nobody apart");
    assert_eq!(
        told("Ani;1;C\nBudi;;B\n;2;\n"),
        [(1, "roster-seat", 0), (2, "roster-alone", 0), (3, "roster-no-name", 0)]
    );
    assert_eq!(told("A1;1;A\nA2;1;A\nA3;1;A\nA4;1;A\n"), [(4, "roster-crowded", 3)]);
    assert_eq!(told(&"x".repeat(60)), [(1, "roster-long", 48)]);
    assert_eq!(told(" \n;;\n"), [(0, "roster-empty", 0)]);
    let many: String = (0..401).map(|no| format!("Siswa {no}\n")).collect();
    assert_eq!(told(&many), [(0, "roster-many", 400)]);
    assert_eq!(list(b"PK\x03\x04 nothing").expect_err("no workbook")[0].key, "roster-unreadable");
}

fn pick(entry: usize) -> Order {
    Order::Pick { entry, device: format!("r{entry}"), digits: format!("9{entry:03}"), seed: 9 }
}

#[test]
fn pairs_are_made_as_the_list_says_and_a_missing_partner_keeps_the_chair() {
    let mut lesson = Lesson::with(1);
    let text = "Ani;x;B\nBudi;x\nCitra;y\nDewi;y\nEka\nFajar";
    let people = list(text.as_bytes()).expect("a list");
    lesson.does(Order::Teacher(Teacher::Roster(people))).expect("a list");
    // Citra is missing; somebody typed a name; the rest came in another order.
    for entry in [5, 1, 0, 3] {
        lesson.does(pick(entry)).expect("in");
    }
    assert_eq!(lesson.does(pick(1)), Ok(0), "the same phone twice");
    let other = Order::Pick { entry: 1, device: "other".to_owned(), digits: "7777".to_owned(), seed: 1 };
    assert_eq!(lesson.does(other), Err(No::Taken));
    lesson.does(Order::Teacher(Teacher::Phase(Phase::Briefing, None, 3))).expect("the teacher may");
    let class = &lesson.class;
    let place =
        |name: &str| class.people.iter().find(|it| it.name == name).expect("in").place.expect("seated");
    let (x, seat) = place("Budi");
    assert_eq!(place("Ani"), (x, Seat::Second));
    assert_eq!(seat, Seat::First);
    let (y, seat) = place("Dewi");
    assert_eq!(seat, Seat::Second, "Citra stands first in the group");
    assert_ne!(x, y);
    assert!(class.pairs[y].stand_in.first.is_some(), "a counterpart keeps Citra's chair");
    assert_eq!(place("P0").0, place("Fajar").0, "whom the list brings to nobody meets each other");
    // Somebody who is not on the list does not take Citra's chair; she does.
    let late =
        Order::Join { name: "Late".to_owned(), device: "l".to_owned(), digits: "1234".to_owned(), seed: 4 };
    lesson.does(late).expect("in");
    lesson.does(pick(2)).expect("in");
    let class = &lesson.class;
    let place =
        |name: &str| class.people.iter().find(|it| it.name == name).expect("in").place.expect("seated");
    assert_ne!(place("Late").0, y);
    assert_eq!(place("Citra"), (y, Seat::First));
    assert_eq!(class.pairs[y].stand_in.first, None);
    // The log tells the same class again.
    let again = mufakat::server::class::Class::replay(std::sync::Arc::clone(&class.scenario), &lesson.log)
        .expect("a whole log");
    assert_eq!(again.roster, class.roster);
    assert_eq!(again.people, class.people);
}

/// A briefing of one group of these names, with so many people who came in before and are not on the list; the odd
/// one joins a delegation.
fn with_odd_delegate(unlisted: usize, names: &[&str]) -> Lesson {
    let mut lesson = Lesson::with(unlisted);
    let people = names.iter().map(|name| listed(name, Some("x"), None)).collect();
    lesson.does(Order::Teacher(Teacher::Roster(people))).expect("a list");
    lesson.does(Order::Teacher(Teacher::Odd(Odd::Delegate))).expect("the teacher may");
    for entry in 0..names.len() {
        lesson.does(pick(entry)).expect("in");
    }
    lesson.does(Order::Teacher(Teacher::Phase(Phase::Briefing, None, 3))).expect("the teacher may");
    lesson
}

#[test]
fn the_odd_one_never_makes_a_delegation_of_four() {
    // Five of a group sit three beside two: the sixth goes where there is room. A seventh makes a pair.
    for (unlisted, expected) in [(1, [3, 3]), (2, [3, 2])] {
        let class = with_odd_delegate(unlisted, &["Ani", "Budi", "Citra", "Dewi", "Eka"]).class;
        let sizes = Seat::ALL.map(|seat| class.pairs[0].delegations[seat].len());
        assert_eq!(sizes, expected, "{unlisted} beside the list");
        assert!(class.people.iter().all(|it| it.place.is_some()));
    }
    // Where every seat is full the odd one gets a table of its own.
    let class = with_odd_delegate(1, &["Ani", "Budi", "Citra", "Dewi", "Eka", "Fajar"]).class;
    assert_eq!(Seat::ALL.map(|seat| class.pairs[0].delegations[seat].len()), [3, 3]);
    assert_eq!(class.place(0), Some((1, Seat::First)));
    assert!(class.pairs[1].stand_in.second.is_some(), "against a counterpart");
}

/// A list as the console's form carries it.
async fn enlist(class: &Class, teacher: &str, name: &str, content: &str) -> Answer {
    let csrf = chance::digest("form", &class.host.console_token());
    let part = |name: &str, more: &str, content: &str| {
        format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{content}\r\n")
    };
    let more = if name == "file" { "; filename=\"kelas.csv\"" } else { "" };
    let body = part("csrf", "", &csrf) + &part(name, more, content) + "--b--\r\n";
    let mut request = post("/console/roster", teacher);
    let headers = request.headers_mut().expect("headers");
    headers.insert(header::CONTENT_TYPE, "multipart/form-data; boundary=b".parse().expect("a type"));
    class.send(request, "127.0.0.1:5", &body).await
}

#[test]
fn names_are_for_whoever_has_the_code_and_are_deleted_with_everything() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let answer = enlist(&class, &teacher, "list", "Anindya\nBagas\nAnindya\n").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Line 3") && answer.text.contains("line 1"), "{}", answer.text);
        assert!(class.host.class().roster.is_empty(), "nothing of a broken list counts");
        let answer = enlist(&class, "", "list", "Anindya\nBagas\n").await;
        assert_eq!((answer.status, class.host.class().roster.len()), (StatusCode::SEE_OTHER, 0), "no PIN");
        let answer = enlist(&class, &teacher, "file", "Nama;Kelompok\nAnindya;1\nBagas;1\n").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        assert_eq!(class.host.class().roster.len(), 2);
        for path in ["/", "/?k=XXXX", "/t"] {
            assert!(!class.get(path, "").await.text.contains("Anindya"), "{path}");
        }
        assert!(class.get("/?k=BCDF", "").await.text.contains("Anindya"));
        let asked = class.post("/join", "", "code=bcdf").await;
        assert!(asked.text.contains("Bagas"), "the code alone opens the list");
        assert!(!class.post("/join", "", "code=xxxx").await.text.contains("Bagas"));
        assert_eq!(class.post("/join", "", "code=bcdf&entry=0&name=").await.status, StatusCode::SEE_OTHER);
        let taken = class.post("/join", "", "code=bcdf&entry=0&name=").await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!class.get("/?k=BCDF", "").await.text.contains("Anindya"), "her name is taken");
        class.join("Somebody").await;
        assert_eq!(class.host.class().people.len(), 2, "a name may still be typed");
        let console = desk(&class, "/console", &teacher).await.text;
        assert!(console.contains("1 of 2 are in") && console.contains("Bagas"));
        let wall = desk(&class, "/projector", &teacher).await.text;
        assert!(!wall.contains("Anindya") && !wall.contains("Bagas"));
        class.click(&teacher, "do=delete").await;
        assert!(class.host.export().await.is_err(), "nothing is left");
    });
}

#[test]
fn the_list_of_names_is_no_way_to_guess_the_code() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        enlist(&class, &teacher, "list", "Anindya\nBagas\n").await;
        for no in 0..60 {
            let code: String = [no / 10, no % 10].map(|it| char::from(b'A' + it)).into_iter().collect();
            assert!(!class.get(&format!("/?k=ZZ{code}"), "").await.text.contains("Anindya"));
        }
        assert!(!class.get("/?k=BCDF", "").await.text.contains("Anindya"), "one address has tried enough");
    });
}

fn name(lesson: &Lesson, person: usize) -> &str {
    &lesson.class.people[person].name
}

/// Four people of a list and one who is not on it, all in.
fn listed_lesson() -> Lesson {
    let mut lesson = Lesson::with(1);
    let people = list("Ani;x;B\nBudi;x\nCitra\nDewi\nEka".as_bytes()).expect("a list");
    lesson.does(Order::Teacher(Teacher::Roster(people))).expect("a list");
    for entry in 0..4 {
        lesson.does(pick(entry)).expect("in");
    }
    lesson
}

#[test]
fn who_tapped_the_wrong_name_frees_it_and_takes_the_right_one_in_the_same_seat() {
    let mut lesson = listed_lesson();
    lesson.phase(Phase::Briefing);
    let place = lesson.class.place(1);
    let made_up = |person: usize| Order::Release { person, name: "Badak Arif".to_owned() };
    lesson.does(made_up(1)).expect("before the talks");
    assert_eq!((name(&lesson, 1), lesson.class.place(1)), ("Badak Arif", place));
    assert_eq!(lesson.class.roster[0].person, None, "somebody else can pick it");
    let take = |person: usize, entry: usize| Order::Name { person, entry: Some(entry), name: String::new() };
    assert_eq!(lesson.does(take(1, 1)), Err(No::Taken));
    lesson.does(take(1, 4)).expect("Eka is free");
    assert_eq!((name(&lesson, 1), lesson.class.place(1)), ("Eka", place));
    assert_eq!(lesson.class.roster[4].person, Some(1));
    // One step for one who knows the right name; two who swapped take turns.
    lesson.does(take(2, 0)).expect("Ani is free");
    assert_eq!((lesson.class.roster[0].person, lesson.class.roster[1].person), (Some(2), None));
    lesson.does(Order::Name { person: 3, entry: None, name: " Citra\u{7}  Dua ".to_owned() }).expect("typed");
    assert_eq!((name(&lesson, 3), lesson.class.roster[2].person), ("Citra Dua", None));
    let again = mufakat::server::class::Class::replay(
        std::sync::Arc::clone(&lesson.class.scenario),
        &lesson.log.clone(),
    )
    .expect("a whole log");
    assert_eq!((again.roster, again.people), (lesson.class.roster.clone(), lesson.class.people.clone()));
    lesson.phase(Phase::Talks);
    assert_eq!(lesson.does(made_up(4)), Err(No::NotNow(Phase::Talks)), "the teacher is asked now");
    assert_eq!(lesson.does(Order::AskName(4)), Ok(1));
    assert_eq!(lesson.does(Order::AskName(4)), Ok(0), "once is enough");
    lesson.does(Order::Teacher(Teacher::Release(4, "Gajah".to_owned()))).expect("the teacher may");
    assert!(!lesson.class.people[4].asks_name && lesson.class.people[4].nameless);
    lesson.does(take(4, 1)).expect("without a name one may choose in the talks too");
    assert_eq!(name(&lesson, 4), "Budi");
}

#[test]
fn the_teacher_frees_a_name_gives_it_back_and_mends_another() {
    let mut lesson = listed_lesson();
    let teacher = |lesson: &mut Lesson, teacher: Teacher| lesson.does(Order::Teacher(teacher));
    let free = Teacher::Release(1, "Badak".to_owned());
    assert_eq!(teacher(&mut lesson, free.clone()), Ok(1));
    assert_eq!(teacher(&mut lesson, free.clone()), Ok(0), "two clicks free one name");
    teacher(&mut lesson, Teacher::GiveBack(1)).expect("nobody has it");
    assert_eq!((name(&lesson, 1), lesson.class.roster[0].person), ("Ani", Some(1)));
    teacher(&mut lesson, free).expect("the teacher may");
    lesson
        .does(Order::Pick { entry: 0, device: "right".to_owned(), digits: "4321".to_owned(), seed: 2 })
        .expect("in");
    assert_eq!(teacher(&mut lesson, Teacher::GiveBack(1)), Err(No::Taken));
    teacher(&mut lesson, Teacher::Name(1, "eka".to_owned())).expect("a name of the list");
    assert_eq!((name(&lesson, 1), lesson.class.roster[4].person), ("Eka", Some(1)));
    teacher(&mut lesson, Teacher::Name(2, "Budi Santoso".to_owned())).expect("any name");
    assert_eq!(
        (name(&lesson, 2), lesson.class.roster[1].person),
        ("Budi Santoso", Some(2)),
        "still ticked off"
    );
    assert_eq!(teacher(&mut lesson, Teacher::Name(2, "  ".to_owned())), Err(No::Unknown));
    assert_eq!(teacher(&mut lesson, Teacher::Name(99, "X".to_owned())), Err(No::Unknown));
    // A number on one list is nobody's number on the next.
    teacher(&mut lesson, Teacher::Release(3, "Owa".to_owned())).expect("the teacher may");
    let next = list("Yusuf\nZahra\nWawan".as_bytes()).expect("a list");
    teacher(&mut lesson, Teacher::Roster(next)).expect("a list");
    assert_eq!(teacher(&mut lesson, Teacher::GiveBack(3)), Err(No::Unknown));
}

#[test]
fn a_released_name_is_on_the_door_again_and_never_on_the_wall() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        enlist(&class, &teacher, "list", "Anindya\nBagas\nCahyani\n").await;
        let answer = class.post("/join", "", "code=bcdf&entry=0&name=").await;
        let phone = crate::site::cookie_of(&answer);
        let page = class.get("/seat", &phone).await.text;
        assert!(page.contains("This is not my name") && page.contains("Bagas"));
        let console = desk(&class, "/console", &teacher).await.text;
        assert!(console.contains("value=\"release\""));
        class.click(&teacher, "do=release&person=0").await;
        assert!(class.get("/?k=BCDF", "").await.text.contains("Anindya"), "she can come in now");
        let page = class.get("/seat", &phone).await.text;
        assert!(page.contains("Choose your name") && page.contains("Cahyani"));
        assert!(desk(&class, "/console", &teacher).await.text.contains("Give back Anindya"));
        assert_eq!(class.act(&phone, "do=name&entry=&name=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(class.act(&phone, "do=name&entry=2&name=").await.status, StatusCode::SEE_OTHER);
        assert_eq!(class.host.class().people[0].name, "Cahyani");
        class.click(&teacher, "do=name&person=0&name=Cahyani+Putri").await;
        assert!(class.get("/seat", &phone).await.text.contains("Cahyani Putri"));
        for name in ["Anindya", "Bagas", "Cahyani", "Putri"] {
            assert!(!desk(&class, "/projector", &teacher).await.text.contains(name), "{name}");
        }
    });
}
