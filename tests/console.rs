//! What the teacher has over the router: console and projector, the last round, what is taken along.

use crate::kit::{economic, nusa};
use crate::site::{Class, desk, post, run, steady};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use mufakat::scenario::Seat;
use mufakat::server::chance;
use mufakat::server::class::{Order, Teacher};
use mufakat::server::power::{Cell, share};
use std::net::SocketAddr;
use std::sync::Arc;
use tower::ServiceExt;

#[test]
fn the_projector_shows_nothing_of_running_talks_and_no_name_in_the_debrief() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let students = [class.join("Anastasia").await, class.join("Bagaskara").await];
        assert!(!desk(&class, "/projector", "").await.text.contains("BCDF"), "behind the PIN");
        assert_eq!(class.get("/projector", &teacher).await.status, StatusCode::FORBIDDEN, "from a phone");
        let door = desk(&class, "/projector", &teacher).await.text;
        assert!(door.contains("BCDF") && door.contains("People in: 2."));
        class.click(&teacher, "do=phase&phase=talks").await;
        let mut seats = students.clone();
        if class.host.class().place(0).expect("a seat").1 == Seat::Second {
            seats.reverse();
        }
        let [one, two] = &seats;
        let before = steady(&desk(&class, "/projector", &teacher).await.text);
        class.act(one, "do=propose&o0=2&o1=2&o2=1&o3=2&o4=1&speech=Rahasia").await;
        class.act(one, "do=end-turn").await;
        let during = steady(&desk(&class, "/projector", &teacher).await.text);
        let content = |page: &str| page[page.find("data-lost").unwrap_or(0)..].to_owned();
        assert_eq!(content(&before), content(&during), "an offer changes nothing that is shown");
        class.click(&teacher, "do=slide&to=1").await;
        assert_eq!(class.host.class().slide, 0, "no slide before the debrief");
        class.act(two, "do=accept&offer=1").await;
        for student in &seats {
            class.act(student, "do=sign").await;
        }
        for student in &seats {
            class.act(student, "do=keep-better").await;
        }
        for student in &seats {
            class.act(student, "do=skip").await;
        }
        class.click(&teacher, "do=phase&phase=debrief").await;
        for slide in 1..=11 {
            assert_eq!(
                class.click(&teacher, &format!("do=slide&to={slide}")).await.status,
                StatusCode::SEE_OTHER
            );
            let page = desk(&class, "/projector", &teacher).await.text;
            assert!(page.contains(&format!("{slide} / 11")), "{slide}");
            assert!(!page.contains("Anastasia") && !page.contains("Bagaskara"), "{slide}");
            assert!(!page.contains("style=\"") && !page.contains("[lesson-"), "{slide}");
        }
        class.click(&teacher, "do=slide&to=8").await;
        assert!(desk(&class, "/projector", &teacher).await.text.contains("No pair has allowed"));
        class.act(one, "do=consent").await;
        assert!(desk(&class, "/projector", &teacher).await.text.contains("No pair has allowed"), "both must");
        class.act(two, "do=consent").await;
        assert!(!desk(&class, "/projector", &teacher).await.text.contains("No pair has allowed"));
        let stepped = class.click(&teacher, "do=slide&to=next&from=projector").await;
        assert_eq!(stepped.status, StatusCode::SEE_OTHER);
        let now = class.host.class();
        assert_eq!((now.slide, now.step), (8, 1), "an arrow key shows the next move");
        class.click(&teacher, "do=slide&to=next").await;
        assert_eq!(class.host.class().slide, 9, "and after the last move the next slide");
    });
}

#[test]
fn each_pair_answers_the_better_package_on_its_own_phone() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let students = [class.join("Ana").await, class.join("Budi").await];
        class.host.order(Order::Teacher(Teacher::Pair(None, 7))).await.expect("paired");
        class.click(&teacher, "do=phase&phase=talks").await;
        let [one, two] = &students;
        class.act(one, "do=propose&o0=1&o1=1&o2=1&o3=1&o4=1").await;
        class.act(one, "do=end-turn").await;
        class.act(two, "do=accept&offer=1").await;
        for student in &students {
            class.act(student, "do=sign").await;
        }
        for student in &students {
            class.act(student, "do=keep-better").await;
        }
        for student in &students {
            class.act(student, "do=skip").await;
        }
        assert!(class.host.class().pairs[0].better().is_some(), "the middle of everything can be bettered");
        class.click(&teacher, "do=phase&phase=debrief").await;
        assert!(!class.get("/seat", one).await.text.contains("improve-take"));
        assert_eq!(class.act(one, "do=improve-take").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        class.click(&teacher, "do=improving&open=yes").await;
        for student in &students {
            assert!(class.get("/seat", student).await.text.contains("improve-take"));
            assert_eq!(class.act(student, "do=improve-take").await.status, StatusCode::SEE_OTHER);
        }
        class.click(&teacher, "do=slide&to=9").await;
        let page = desk(&class, "/projector", &teacher).await.text;
        assert!(page.contains("1 of 1 take") && page.contains("arrow took"), "{page}");
        class.act(two, "do=improve-keep").await;
        assert!(desk(&class, "/projector", &teacher).await.text.contains("0 of 1 take"));
    });
}

#[test]
fn every_link_to_a_report_leads_to_one_also_of_observers_and_of_the_treaty() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let people = [class.join("Ana").await, class.join("Budi").await, class.join("Citra").await];
        class.host.order(Order::Teacher(Teacher::Watch(2, 0))).await.expect_err("there is no table yet");
        class.host.order(Order::Teacher(Teacher::Pair(None, 7))).await.expect("paired");
        class.host.order(Order::Teacher(Teacher::Watch(2, 0))).await.expect("she watches");
        class.click(&teacher, "do=phase&phase=talks").await;
        class.act(&people[0], "do=propose&o0=2&o1=2&o2=1&o3=2&o4=1").await;
        class.act(&people[0], "do=end-turn").await;
        class.act(&people[1], "do=accept&offer=1").await;
        for person in &people[..2] {
            class.act(person, "do=sign").await;
        }
        for what in ["do=keep-better", "do=skip"] {
            for person in &people[..2] {
                class.act(person, what).await;
            }
        }
        class.click(&teacher, "do=phase&phase=debrief").await;
        let console = desk(&class, "/console", &teacher).await.text;
        assert!(console.contains("Observers: Citra"), "{console}");
        let links: Vec<&str> = console
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|link| link.starts_with("/console/report/1/"))
            .collect();
        assert_eq!(links.len(), 8, "two seats, the observer and the treaty in two formats: {links:?}");
        for link in links {
            let paper = desk(&class, link, &teacher).await;
            assert_eq!(paper.status, StatusCode::OK, "{link}");
            if let Some(("observers", _)) = link.trim_start_matches("/console/report/1/").split_once(".html")
            {
                assert!(paper.text.contains("Citra") && paper.text.contains("Observation"), "{}", paper.text);
            }
        }
    });
}

#[test]
fn a_class_without_any_agreement_sees_no_empty_drawing_and_what_was_possible_as_a_list() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let students = [class.join("Ana").await, class.join("Budi").await];
        for phase in ["talks", "questions"] {
            class.click(&teacher, &format!("do=phase&phase={phase}")).await;
        }
        for student in &students {
            class.act(student, "do=skip").await;
        }
        class.click(&teacher, "do=phase&phase=debrief").await;
        class.click(&teacher, "do=pages-all").await;
        class.click(&teacher, "do=slide&to=9").await;
        let round = desk(&class, "/projector", &teacher).await.text;
        assert!(round.contains("No agreement here could be better"), "{round}");
        assert!(!round.contains("0 of 0") && !round.contains("Arrow:"), "{round}");
        class.click(&teacher, "do=slide&to=10").await;
        let years = desk(&class, "/projector", &teacher).await.text;
        assert!(years.contains("No text is in force") && !years.contains("<svg"), "{years}");
        let page = class.get("/seat", &students[0]).await.text;
        let missed = page.split_once("This package would have given").expect("what was possible").1;
        let articles = missed.split_once("</ul>").expect("a list").0;
        // Clauses and legal form are worth no points of their own.
        assert_eq!(articles.matches("<li>").count(), 3, "{articles}");
    });
}

#[test]
fn a_dry_run_leaves_no_trace_and_ends_with_one_click() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        assert!(desk(&class, "/console", &teacher).await.text.contains("value=\"rehearse\""));
        class.click(&teacher, "do=rehearse").await;
        assert_eq!(class.host.class().events, 0, "nothing is written");
        class.click(&teacher, "do=slide&to=1&from=projector").await;
        let page = desk(&class, "/projector", &teacher).await.text;
        assert!(page.contains("DRY RUN") && page.contains("dot lent"));
        let refused = class.click(&teacher, "do=phase&phase=talks").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let table = desk(&class, "/console/take/class.csv?sep=comma", &teacher).await.text;
        assert_eq!(table.lines().count(), 41, "a row for each of forty seats");
        class.click(&teacher, "do=rehearse-end").await;
        assert!(!desk(&class, "/projector", &teacher).await.text.contains("DRY RUN"));
        class.join("Ana").await;
        class.click(&teacher, "do=rehearse").await;
        assert!(!desk(&class, "/projector", &teacher).await.text.contains("DRY RUN"), "somebody is in");
    });
}

#[test]
fn results_from_outside_come_in_through_the_console_and_go_out_again() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let paper = class.click(&teacher, "do=paper&name=Form&o0=2&o1=2&o2=1&o3=2&o4=1&result=deal").await;
        assert_eq!(paper.status, StatusCode::SEE_OTHER, "{}", paper.text);
        class.click(&teacher, "do=paper&o0=99&result=deal").await;
        assert_eq!(class.host.class().guests.len(), 1, "no such option");
        let played = mufakat::server::class::rehearsal::rehearse(Arc::new(nusa()), 1, 3);
        let players = mufakat::scenario::PerSeat::from_fn(|_| mufakat::table::Player::Person);
        let record = played.pairs[0].table.record(players).to_text();
        let csrf = chance::digest("form", &class.host.console_token());
        let encoded: String = record.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let bring = |record: &str| format!("csrf={csrf}&record={record}&name=Lab");
        let answer = class.send(post("/console/bring", &teacher), "127.0.0.1:5", &bring(&encoded)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let answer = class.send(post("/console/bring", &teacher), "127.0.0.1:5", &bring("nonsense")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let console = desk(&class, "/console", &teacher).await.text;
        assert!(console.contains("Form") && console.contains("Lab") && console.contains("One screen"));
        class.click(&teacher, "do=take-out&guest=0").await;
        assert!(class.host.class().guests[0].is_none() && class.host.class().guests[1].is_some());
    });
}

#[test]
fn what_is_taken_along_can_be_read_back() {
    run(async {
        let class = Class::of(economic());
        let teacher = class.login().await;
        class.join("=Ana").await;
        class.click(&teacher, "do=rehearse").await;
        class.click(&teacher, "do=paper&name=Kertas&result=none").await;
        class.click(&teacher, "do=phase&phase=talks").await;
        class.click(&teacher, "do=phase&phase=debrief").await;
        for (query, separator, point) in [
            ("sep=comma", b',', '.'),
            ("sep=semicolon", b';', '.'),
            ("sep=semicolon&decimal=comma", b';', ','),
        ] {
            let text = desk(&class, &format!("/console/take/class.csv?{query}"), &teacher).await.text;
            let body = text.strip_prefix('\u{feff}').expect("a mark for spreadsheets");
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(body.as_bytes());
            let head = reader.headers().expect("a heading").clone();
            let place = |name: &str| head.iter().position(|it| it == name).expect("a column");
            let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
            assert_eq!(rows.len(), 4);
            assert_eq!(&rows[0][place("names")], "'=Ana", "no cell is a formula");
            let batna: f64 = rows[2][place("batna")].replace(point, ".").parse().expect("a number");
            assert!((1.0..100.0).contains(&batna));
            assert_eq!(&rows[2][place("source")], "paper");
            assert_eq!(&rows[2][place("ended")], "no_agreement");
        }
        let moodle = desk(&class, "/console/take/moodle.csv", &teacher).await.text;
        assert!(moodle.contains("Username") && moodle.lines().count() == 2);
        let json = desk(&class, "/console/take/class.json", &teacher).await.text;
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(value["results"].as_array().map(Vec::len), Some(2));
        let xlsx = desk(&class, "/console/take/class.xlsx", &teacher).await;
        assert!(xlsx.status == StatusCode::OK && xlsx.text.starts_with("PK"));
        for name in ["A.pdf", "B.html"] {
            let report = desk(&class, &format!("/console/report/1/{name}"), &teacher).await;
            assert_eq!(report.status, StatusCode::OK, "{name}");
            assert!(report.text.starts_with(if name == "A.pdf" { "%PDF" } else { "<!" }), "{name}");
        }
        let none = desk(&class, "/console/report/9/A.pdf", &teacher).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        assert!(none.text.contains("There is no such file"), "{}", none.text);
        assert_eq!(class.get("/console/take/class.csv", &teacher).await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn all_reports_come_in_one_file_also_those_of_paper() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        for name in ["Ana", "Budi", "Citra"] {
            class.join(name).await;
        }
        class.click(&teacher, "do=paper&name=Kelompok+Kertas&o0=2&o1=2&o2=1&o3=2&o4=1&result=deal").await;
        class.click(&teacher, "do=paper&name=Buntu&result=none").await;
        class.click(&teacher, "do=phase&phase=talks").await;
        let early = desk(&class, "/console/take/reports.zip", &teacher).await;
        assert_eq!(early.status, StatusCode::NOT_FOUND, "reports open both sides");
        class.click(&teacher, "do=phase&phase=debrief").await;
        let request = Request::get("/console/take/reports.zip")
            .header(header::HOST, "127.0.0.1:7878")
            .header(header::COOKIE, &teacher)
            .extension(ConnectInfo("127.0.0.1:5".parse::<SocketAddr>().expect("an address")))
            .body(Body::empty())
            .expect("a request");
        let answer = class.app.clone().oneshot(request).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK);
        let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
        let mut file = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP file");
        let names: Vec<String> = file.file_names().map(|it| it.expect("a name").into_owned()).collect();
        // Three students at two tables, and two sides of each result on paper; one treaty.
        assert_eq!(names.len(), 3 + 4 + 1, "{names:?}");
        for wanted in ["Ana.pdf", "03-A-Kelompok-Kertas.pdf", "04-B-Buntu.pdf", "03-treaty.pdf"] {
            assert!(names.iter().any(|it| it.ends_with(wanted)), "{wanted}: {names:?}");
        }
        for no in 0..file.len() {
            let mut start = [0; 4];
            std::io::Read::read_exact(&mut file.by_index(no).expect("a file"), &mut start).expect("bytes");
            assert_eq!(&start, b"%PDF");
        }
        let whole = desk(&class, "/console/take/reports.pdf", &teacher).await;
        assert!(whole.status == StatusCode::OK && whole.text.starts_with("%PDF"));
        let paper = desk(&class, "/console/report/3/A.html", &teacher).await;
        assert!(paper.status == StatusCode::OK && paper.text.contains("Kelompok Kertas"));
        assert!(paper.text.contains("held on paper") && !paper.text.contains("[print-"));
        assert_eq!(desk(&class, "/console/report/5/A.html", &teacher).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_phone_that_gets_through_is_told_so_on_both_sides() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let own = desk(&class, "/t", "").await.text;
        assert!(own.contains("the laptop itself"), "{own}");
        assert!(!desk(&class, "/console", &teacher).await.text.contains("tried and got through"));
        let test = class.get("/t", "").await.text;
        assert!(test.contains("gets through") && test.contains("192.168.1.77"));
        class.get("/t", "").await;
        let console = desk(&class, "/console", &teacher).await.text;
        assert!(console.contains("got through: 1, the last from 192.168.1.77"), "{console}");
    });
}

#[test]
fn only_consenting_pairs_can_be_chosen_for_the_replay() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let students =
            [class.join("A").await, class.join("B").await, class.join("C").await, class.join("D").await];
        class.click(&teacher, "do=phase&phase=talks").await;
        for student in &students {
            class.act(student, "do=propose&o0=2&o1=2&o2=1&o3=2&o4=1").await;
        }
        class.click(&teacher, "do=phase&phase=debrief").await;
        let place = |person: usize| class.host.class().place(person).expect("a seat").0;
        for (no, student) in students.iter().enumerate() {
            class.act(student, "do=skip").await;
            if place(no) == 1 {
                class.act(student, "do=consent").await;
            }
        }
        let refused = class.click(&teacher, "do=replay&pair=0").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("does not agree"));
        let shown = || mufakat::server::class::Class::may_replay(&class.host.class(), 0);
        assert!(!shown() && class.host.class().replay.is_none());
        let console = desk(&class, "/console", &teacher).await.text;
        assert!(console.contains("Pair 2: ") && !console.contains("value=\"0\">Pair 1: "));
        assert_eq!(class.click(&teacher, "do=replay&pair=1").await.status, StatusCode::SEE_OTHER);
        assert_eq!(class.host.class().replay, Some(1));
        class.click(&teacher, "do=replay&pair=").await;
        assert_eq!(class.host.class().replay, None);
    });
}

#[test]
fn who_comes_after_the_talks_is_told_that_they_are_over() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        for name in ["Ana", "Budi"] {
            class.join(name).await;
        }
        class.click(&teacher, "do=phase&phase=talks").await;
        class.click(&teacher, "do=phase&phase=debrief").await;
        let late = class.join("Citra").await;
        let page = class.get("/seat", &late).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("The talks are over"), "{}", page.text);
        assert_eq!(class.host.class().pairs.len(), 1);
    });
}

#[test]
fn who_played_against_a_counterpart_reads_its_notebook_in_the_debrief_and_the_page_stays_light() {
    run(async {
        let class = Class::of(economic());
        let teacher = class.login().await;
        let alone = class.join("Ana").await;
        let pair = [class.join("Budi").await, class.join("Citra").await];
        class.click(&teacher, "do=phase&phase=talks").await;
        let against = |no: usize| class.host.class().pairs[no].stand_in.iter().any(|(_, it)| it.is_some());
        let (odd, even) = if against(0) { (0, 1) } else { (1, 0) };
        assert!(
            against(odd) && !against(even),
            "three students make one pair and one table with a counterpart"
        );
        for _ in 0..400 {
            let before = class.host.class().pairs[odd].table.len();
            class.host.order(Order::Step { pair: odd }).await.expect("it may act");
            let table = class.host.class().pairs[odd].table.clone();
            if table.is_closed() {
                break;
            }
            if table.len() == before {
                let students = [&alone, &pair[0], &pair[1]];
                let Some(person) =
                    (0..3).find(|&it| class.host.class().place(it).map(|at| at.0) == Some(odd))
                else {
                    panic!("somebody sits there");
                };
                class.act(students[person], "do=end-turn").await;
                class.act(students[person], "do=sign").await;
            }
        }
        assert!(class.host.class().pairs[odd].table.is_closed(), "the talks run out");
        for student in [&alone, &pair[0], &pair[1]] {
            class.act(student, "do=reflect&result=4").await;
        }
        class.click(&teacher, "do=phase&phase=debrief").await;
        class.click(&teacher, "do=pages-all").await;
        for (person, cookie) in [&alone, &pair[0], &pair[1]].into_iter().enumerate() {
            let page = class.get("/seat", cookie).await.text;
            let sits_alone = class.host.class().place(person).map(|at| at.0) == Some(odd);
            assert_eq!(page.contains("page-7"), sits_alone, "a page only for who met a counterpart");
            assert_eq!(page.contains("data-keep=\"leaf-"), sits_alone);
            if !sits_alone {
                continue;
            }
            assert!(page.matches("<details data-keep=\"leaf-").count() > 3, "turn by turn");
            assert!(!page.contains("[notebook-") && !page.contains("[note-"), "every word is there");
            let mut small = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            std::io::Write::write_all(&mut small, page.as_bytes()).expect("in memory");
            let bytes = small.finish().expect("in memory").len();
            assert!(bytes < 90_000, "{bytes} bytes on the way");
        }
    });
}

#[test]
fn a_laptop_that_runs_on_an_almost_empty_battery_says_so_on_the_console() {
    run(async {
        let class = Class::of(nusa());
        let teacher = class.login().await;
        let warned =
            async || desk(&class, "/console", &teacher).await.text.contains("has 30% left. Plug it in");
        assert!(!warned().await, "plugged in, or no laptop at all");
        class.site.set_battery(Some(31));
        assert!(!warned().await);
        class.site.set_battery(Some(30));
        assert!(warned().await);
        class.site.set_battery(None);
        assert!(!warned().await, "it was plugged in");
    });
}

#[test]
fn two_batteries_are_one_and_an_idle_one_counts() {
    let cell = |drains, energy, full| Cell { drains, energy, full };
    // One is being emptied and holds 10 of 50, the other waits with 40 of 50: 50 of 100.
    assert_eq!(share(&[cell(true, 10.0, 50.0), cell(false, 40.0, 50.0)]), Some(50));
    // 14.9 of 50 is 29.8%, of which 29 are surely there.
    assert_eq!(share(&[cell(true, 14.9, 50.0)]), Some(29));
    assert_eq!(share(&[cell(false, 10.0, 50.0)]), None, "plugged in");
    assert_eq!(share(&[cell(true, 0.0, 0.0)]), None, "a battery that tells nothing");
    assert_eq!(share(&[]), None);
}
