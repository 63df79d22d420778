//! What phones, projector and console are told in time: news, announcements, who is ready.

use crate::kit::nusa;
use crate::site::{Class, desk, run};
use axum::http::StatusCode;
use mufakat::print::document::Block;
use mufakat::scenario::{Lang, Scenario, Seat};
use mufakat::server::class::{Order, Teacher};
use mufakat::server::due;
use mufakat::server::take::reports_of;
use mufakat::words::Words;

/// Two students, the one in the first seat first.
async fn two(class: &Class) -> [String; 2] {
    let students = [class.join("Ani").await, class.join("Budi").await];
    let teacher = class.login().await;
    class.click(&teacher, "do=phase&phase=preparation").await;
    if class.host.class().place(0).expect("a seat").1 == Seat::Second {
        let [one, two] = students;
        return [two, one];
    }
    students
}

#[test]
fn news_come_to_the_top_of_both_phones_with_what_they_change() {
    run(async {
        let class = Class::of(nusa());
        let [one, two] = two(&class).await;
        let teacher = class.login().await;
        class.click(&teacher, "do=phase&phase=talks").await;
        let scenario = nusa();
        let story = scenario.shared.news[0].text.get(Lang::En);
        assert!(!class.get("/seat", &one).await.text.contains(story));
        class.click(&teacher, "do=news&news=0").await;
        for (seat, cookie) in Seat::ALL.into_iter().zip([&one, &two]) {
            let page = class.get("/seat", cookie).await.text;
            assert!(page.contains(story), "{seat:?}");
            let batna = scenario.briefs[seat].batna + scenario.briefs[seat].news[0].batna;
            let told = page.contains(&format!("Your BATNA is now {batna}"));
            assert_eq!(told, scenario.briefs[seat].news[0].batna != 0, "{seat:?}");
        }
    });
}

#[test]
fn an_announcement_ends_with_its_phase_or_when_it_is_taken_back() {
    run(async {
        let class = Class::of(nusa());
        let [one, _] = two(&class).await;
        let teacher = class.login().await;
        class.click(&teacher, "do=tell&words=Lima+menit+lagi").await;
        assert!(class.get("/seat", &one).await.text.contains("Lima menit lagi"));
        assert!(desk(&class, "/console", &teacher).await.text.contains("Remove the announcement"));
        class.click(&teacher, "do=tell&words=").await;
        let page = class.get("/seat", &one).await.text;
        assert!(!page.contains("Lima menit lagi") && !page.contains("Teacher:"), "no empty box either");
        class.click(&teacher, "do=tell&words=Mulai").await;
        assert!(class.get("/seat", &one).await.text.contains("Mulai"));
        class.click(&teacher, "do=phase&phase=talks").await;
        assert!(!class.get("/seat", &one).await.text.contains("Mulai"), "it was said of the preparation");
    });
}

#[test]
fn the_projector_counts_every_seat_that_is_ready_also_when_its_table_could_begin() {
    run(async {
        let class = Class::of(nusa());
        let [one, two] = two(&class).await;
        let teacher = class.login().await;
        for (done, cookie) in [(1, &one), (2, &two)] {
            class.act(cookie, "do=prepare&target=70&r0=1&r1=2&r2=3").await;
            let wall = desk(&class, "/projector", &teacher).await.text;
            assert!(wall.contains(&format!("{done} of 2")), "{wall}");
        }
        assert!(desk(&class, "/console", &teacher).await.text.contains("ready"));
    });
}

#[test]
fn no_table_opens_after_the_talks() {
    run(async {
        let class = Class::of(nusa());
        let _ = two(&class).await;
        let teacher = class.login().await;
        class.click(&teacher, "do=phase&phase=talks").await;
        class.click(&teacher, "do=phase&phase=questions").await;
        class.join("Terlambat").await;
        let tables = class.host.class().pairs.len();
        for click in ["do=pair-order", "do=pair-lot", "do=place&person=2&pair=1&seat=a"] {
            class.click(&teacher, click).await;
            assert_eq!(class.host.class().pairs.len(), tables, "{click}");
        }
        assert!(!desk(&class, "/console", &teacher).await.text.contains("pair-lot"));
    });
}

/// Two students who are prepared, in the talks; and the teacher.
async fn in_talks(class: &Class) -> ([String; 2], String) {
    let students = two(class).await;
    let teacher = class.login().await;
    class.click(&teacher, "do=phase&phase=talks").await;
    for student in &students {
        class.act(student, "do=prepare&target=70&r0=1&r1=2&r2=3").await;
    }
    (students, teacher)
}

/// A class in its talks; the third student comes late, and the teacher does this with them.
async fn with_a_latecomer(class: &Class, done: &str) -> ([String; 2], String) {
    let (students, teacher) = in_talks(class).await;
    class.act(&students[0], "do=propose&o0=1&o1=1&o2=1&o3=1&o4=1&speech=Selamat+pagi").await;
    let late = class.join("Terlambat").await;
    class.click(&teacher, done).await;
    (students, late)
}

#[test]
fn who_comes_in_during_the_talks_is_told_what_comes_first() {
    run(async {
        let class = Class::of(nusa());
        let ([one, _], late) = with_a_latecomer(&class, "do=place&person=2&pair=0&seat=b").await;
        let page = class.get("/seat", &late).await.text;
        assert!(page.contains("The talks are under way") && page.contains("round 1 of 8"), "{page}");
        assert!(!class.get("/seat", &one).await.text.contains("The talks are under way"), "who plays knows");
    });
}

/// The scenario in which the second country rules one option out.
fn with_a_red_line(option: &str) -> Scenario {
    let mut scenario = nusa();
    scenario.briefs.second.red_lines = vec![scenario.shared.option_by_id(option).expect("an option")];
    scenario
}

#[test]
fn who_is_about_to_sign_away_a_red_line_is_told_so_and_the_other_side_is_not() {
    run(async {
        let class = Class::of(with_a_red_line("E1"));
        let ([one, two], _) = in_talks(&class).await;
        class.act(&one, "do=propose&o0=1&o1=1&o2=1&o3=1&o4=1").await;
        class.act(&one, "do=end-turn").await;
        class.act(&two, "do=accept&offer=1").await;
        let page = class.get("/seat", &two).await.text;
        assert!(page.contains("Signature") && page.contains("is your red line"), "{page}");
        assert!(!class.get("/seat", &one).await.text.contains("is your red line"));
    });
}

#[test]
fn a_delegation_that_is_asked_to_accept_a_red_line_is_told_so() {
    run(async {
        let class = Class::of(with_a_red_line("E1"));
        let ([one, two], late) = with_a_latecomer(&class, "do=place&person=2&pair=0&seat=b").await;
        class.act(&one, "do=end-turn").await;
        class.act(&two, "do=accept&offer=1").await;
        let page = class.get("/seat", &late).await.text;
        let card = page.split("class=\"card assent\"").nth(1).and_then(|it| it.split("</section>").next());
        assert!(card.is_some_and(|card| card.contains("is your red line")), "{page}");
    });
}

#[test]
fn who_shares_a_seat_is_told_that_one_answer_counts_for_it() {
    run(async {
        let class = Class::of(nusa());
        let ([one, _], late) = with_a_latecomer(&class, "do=place&person=2&pair=0&seat=b").await;
        let teacher = class.login().await;
        class.click(&teacher, "do=phase&phase=questions").await;
        let page = class.get("/seat", &late).await.text;
        assert!(page.contains("One answer for your seat") && page.contains("Terlambat"), "{page}");
        assert!(!class.get("/seat", &one).await.text.contains("One answer"), "who sits alone answers alone");
    });
}

#[test]
fn a_table_whose_only_person_was_moved_counts_for_nothing_and_keeps_its_chair_free() {
    run(async {
        let class = Class::of(nusa());
        let (_, _) = with_a_latecomer(&class, "do=place&person=2&pair=0&seat=b").await;
        let teacher = class.login().await;
        let page = desk(&class, "/console", &teacher).await.text;
        assert!(page.contains("Pairs (1)") && page.contains("empty"), "{page}");
        assert!(desk(&class, "/projector", &teacher).await.text.contains("0 of 1"));
        let next = class.join("Berikutnya").await;
        assert_eq!(class.host.class().place(3), Some((1, Seat::First)), "no third table is opened");
        assert!(desk(&class, "/console", &teacher).await.text.contains("Pairs (2)"));
        assert!(class.get("/seat", &next).await.text.contains("Read your sheet"));
    });
}

#[test]
fn words_of_the_other_side_stand_at_the_top_until_something_is_done() {
    run(async {
        let class = Class::of(nusa());
        let ([one, two], _) = with_a_latecomer(&class, "do=watch&person=2&pair=0").await;
        let page = class.get("/seat", &two).await.text;
        assert!(page.contains("Nusa says:") && page.contains("href=\"#chat\""), "{page}");
        assert!(!class.get("/seat", &one).await.text.contains("says:"), "nobody reads out their own words");
        class.act(&two, "do=speak&speech=Selamat+datang").await;
        assert!(!class.get("/seat", &two).await.text.contains("Nusa says:"));
        assert!(class.get("/seat", &one).await.text.contains("Boreal says:"));
    });
}

#[test]
fn an_observer_sees_which_table_it_is_and_what_both_have_tabled() {
    run(async {
        let class = Class::of(nusa());
        let ([_, two], observer) = with_a_latecomer(&class, "do=watch&person=2&pair=0").await;
        let scenario = nusa();
        let label = |issue, option| scenario.shared.choice(issue, option).label.get(Lang::En);
        let page = class.get("/seat", &observer).await.text;
        assert!(page.contains("Table 1") && page.contains(label(0, 1)), "{page}");
        assert!(!page.contains(label(0, 2)));
        class.act(&two, "do=explore&o0=2&o1=2&o2=2&o3=1&o4=1").await;
        assert!(
            !class.get("/seat", &observer).await.text.contains(label(0, 2)),
            "that was said off the record"
        );
    });
}

#[test]
fn who_was_sent_away_is_told_so_at_the_door() {
    run(async {
        let class = Class::of(nusa());
        let [one, two] = two(&class).await;
        let teacher = class.login().await;
        class.click(&teacher, "do=send-away&person=0").await;
        let gone = if class.get("/seat", &one).await.status == StatusCode::SEE_OTHER { &one } else { &two };
        let door = class.get("/", gone).await;
        assert_eq!(door.status, StatusCode::OK);
        assert!(door.text.contains("The teacher sent you out"), "{}", door.text);
        assert!(!class.get("/", "").await.text.contains("sent you out"));
        let back = class.post("/join", gone, "code=BCDF&name=Ani+lagi&device=1").await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        assert!(class.get("/seat", gone).await.text.contains("Ani lagi"));
    });
}

#[test]
fn after_everything_was_deleted_phones_hear_that_it_is_over() {
    run(async {
        let class = Class::of(nusa());
        let [one, _] = two(&class).await;
        let teacher = class.login().await;
        assert_ne!(class.get("/version", &one).await.text, "over");
        assert_eq!(class.click(&teacher, "do=delete").await.status, StatusCode::OK);
        assert_eq!(class.get("/version", &one).await.text, "over");
        assert!(class.get("/seat", &one).await.text.contains("data-over=\"This class is closed"));
    });
}

#[test]
fn a_preparation_with_too_much_in_it_is_told_what_is_too_much() {
    run(async {
        let class = Class::of(nusa());
        let [one, _] = two(&class).await;
        let page = class.act(&one, "do=prepare&target=70&preamble=1&preamble=2&preamble=3&preamble=4").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("at most three principles and two aims"), "{}", page.text);
        assert!(!page.text.contains("sum to 100"));
    });
}

#[test]
fn who_mistypes_the_code_keeps_the_name() {
    run(async {
        let class = Class::of(nusa());
        let page = class.post("/join", "", "code=ZZZZ&name=Rina+Kartika").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("value=\"Rina Kartika\""), "{}", page.text);
    });
}

#[test]
fn what_one_side_explores_can_be_read_weighed_and_copied_by_the_other() {
    run(async {
        let class = Class::of(nusa());
        let ([one, two], _) = in_talks(&class).await;
        class.act(&one, "do=explore&o0=1&o1=1&o2=1&o3=1&o4=1").await;
        let page = class.get("/seat", &two).await.text;
        assert!(page.contains("Their exploration 1"), "{page}");
        let card = page.split("Their exploration 1").nth(1).and_then(|it| it.split("</section>").next());
        let card = card.expect("a card");
        let view = class.host.class();
        let view = view.pairs[0].table.view(Seat::Second);
        let deal = &view.explored(Seat::First).expect("explored").deal;
        let worth = Words::new(Lang::En).points(view.utility(deal) as f64 / 100.0);
        assert!(card.contains(&format!("{worth} points")) && card.contains("?copy=explored"), "{card}");
        for (issue, option) in deal.choices() {
            assert!(card.contains(view.shared.choice(issue, option).label.get(Lang::En)), "{issue}");
        }
        let copied = class.get("/seat?copy=explored", &two).await.text;
        assert!(copied.contains("data-keep=\"copied\""));
        assert_eq!(chosen(&copied), [1, 1, 1, 1, 1]);
        // Whoever explored goes on from there, and a formal offer takes its place.
        assert_eq!(chosen(&class.get("/seat", &one).await.text), [1, 1, 1, 1, 1]);
        class.act(&one, "do=propose&o0=0&o1=1&o2=1&o3=1&o4=1").await;
        assert!(!class.get("/seat", &two).await.text.contains("Their exploration"));
    });
}

/// The options that the draft of a page begins with.
fn chosen(page: &str) -> Vec<usize> {
    let draft = page.split("id=\"draft\"").nth(1).expect("a draft");
    let inputs = draft.split("<input type=\"radio\" ").skip(1).map(|it| it.split('>').next().unwrap_or(""));
    let checked = inputs.filter(|it| it.contains(" checked"));
    checked.filter_map(|it| it.split("value=\"").nth(1)?.split('"').next()?.parse().ok()).collect()
}

#[test]
fn a_group_that_was_heard_says_on_the_phone_what_it_needs() {
    run(async {
        let class = Class::of(nusa());
        let ([one, _], _) = in_talks(&class).await;
        class.act(&one, "do=propose&o0=1&o1=1&o2=1&o3=1&o4=1").await;
        let before = class.get("/seat", &one).await.text;
        assert!(before.contains("At home"), "{before}");
        class.act(&one, "do=consult&group=0&speech=Apa+kata+mereka").await;
        let page = class.get("/seat", &one).await.text;
        let view = class.host.class();
        let view = view.pairs[0].table.view(Seat::First);
        let opinion = &view.opinions(&view.newest(Seat::First).expect("an offer").deal)[0];
        let told = format!(", needs {}</strong>", Words::new(Lang::En).num(100.0 * opinion.least, 0));
        assert!(page.contains(&told) && !before.contains(&told), "{page}");
        assert!(page.contains("Apa kata mereka"), "words go with any act");
    });
}

#[test]
fn whoever_has_a_counterpart_opposite_is_told_so_on_every_page() {
    run(async {
        let class = Class::of(nusa());
        let alone = class.join("Ana").await;
        let teacher = class.login().await;
        for phase in ["briefing", "preparation", "talks"] {
            class.click(&teacher, &format!("do=phase&phase={phase}")).await;
            let page = class.get("/seat", &alone).await.text;
            assert!(page.contains("A counterpart keeps their seat"), "{phase}: {page}");
        }
        let watching = class.join("Mita").await;
        class.click(&teacher, "do=watch&person=1&pair=0").await;
        let page = class.get("/seat", &watching).await.text;
        assert!(page.contains("Boreal: Diplomat") || page.contains("Boreal</span>: "), "{page}");
    });
}

#[test]
fn silence_before_a_signature_is_no_signature() {
    run(async {
        let class = Class::of(nusa());
        let ([one, two], _) = in_talks(&class).await;
        let at_once = Order::Teacher(Teacher::StandInAfter(Some(0)));
        class.host.order(at_once).await.expect("the teacher may");
        let takes = || {
            let orders = due(&class.host);
            orders.iter().filter(|it| matches!(it, Order::StandIn { .. })).count()
        };
        assert!(takes() > 0, "in the talks a chair that is silent for too long is filled");
        class.act(&one, "do=propose&o0=1&o1=1&o2=1&o3=1&o4=1").await;
        class.act(&one, "do=end-turn").await;
        class.act(&two, "do=accept&offer=1").await;
        class.act(&two, "do=sign").await;
        assert!(class.get("/seat", &one).await.text.contains("Signature"));
        assert_eq!(takes(), 0, "who has not signed is waited for");
    });
}

#[test]
fn what_a_counterpart_played_is_not_handed_out_as_a_students_own() {
    run(async {
        let class = Class::of(nusa());
        let ([one, _], teacher) = in_talks(&class).await;
        class.click(&teacher, "do=stand-in&pair=0&seat=b").await;
        class.act(&one, "do=propose&o0=1&o1=1&o2=1&o3=1&o4=1").await;
        class.act(&one, "do=end-turn").await;
        class.host.order(Order::Step { pair: 0 }).await.expect("the counterpart acts");
        for _ in 0..20 {
            if class.host.class().pairs[0].table.awaits(Seat::First) {
                break;
            }
            class.host.order(Order::Step { pair: 0 }).await.expect("the counterpart acts");
        }
        class.act(&one, "do=leave").await;
        class.click(&teacher, "do=phase&phase=debrief").await;
        let book = desk(&class, "/console/take/moodle.csv", &teacher).await.text;
        // Who sits where is drawn by lot.
        let (played, kept): (Vec<&str>, Vec<&str>) =
            book.lines().skip(1).partition(|row| row.contains(",0,0,100,"));
        assert!(played.len() == 1 && !played[0].contains("by a counterpart"), "{book}");
        assert!(kept.len() == 1 && kept[0].contains(",0,0,0,"), "{book}");
        assert!(kept[0].contains("(partly by a counterpart)"), "{book}");
        let report = reports_of(&class.host.class(), 1, Words::new(Lang::En)).expect("a report");
        let Block::Title { subtitle, .. } = &report.handouts[1].document.blocks[0] else { panic!("a title") };
        assert!(subtitle.contains("(partly by a counterpart)"), "{subtitle}");
    });
}

#[test]
fn the_pages_of_the_debrief_are_numbered_in_the_order_in_which_they_stand() {
    run(async {
        let class = Class::of(nusa());
        let ([one, _], teacher) = in_talks(&class).await;
        class.act(&one, "do=leave").await;
        class.click(&teacher, "do=phase&phase=questions").await;
        class.act(&one, "do=skip").await;
        class.click(&teacher, "do=phase&phase=debrief").await;
        class.click(&teacher, "do=pages-all").await;
        let page = class.get("/seat", &one).await.text;
        let headings: Vec<&str> = page
            .split("<section class=\"card\" id=\"page-")
            .skip(1)
            .map(|part| part.split("<h2>").nth(1).and_then(|it| it.split('.').next()).unwrap_or_default())
            .collect();
        // People only: no counterpart has kept a notebook.
        assert_eq!(headings, ["1", "2", "3", "4", "5", "6", "7"]);
    });
}

#[test]
fn before_a_chair_is_taken_for_its_silence_both_sides_see_a_countdown_and_a_tap_ends_it() {
    run(async {
        let class = Class::of(nusa());
        let ([one, two], teacher) = in_talks(&class).await;
        let own = "Still here?";
        let theirs = "The other side is silent.";
        let page = class.get("/seat", &one).await.text;
        assert!(!page.contains(own), "nobody waits before the teacher says so");
        let number = async |cookie: &str| class.get("/version", cookie).await.text;
        let before = [number(&one).await, number(&two).await];
        // With no time at all to wait, the last half of it has begun for whoever is to act.
        class.host.order(Order::Teacher(Teacher::StandInAfter(Some(0)))).await.expect("the teacher may");
        let after = [number(&one).await, number(&two).await];
        assert!(
            before[0] != after[0] && before[1] != after[1],
            "both phones look again: {before:?} {after:?}"
        );
        // A page that looks again by itself is no sign of life.
        let page = class.get("/seat", &two).await.text;
        assert!(page.contains(theirs) && !page.contains(own), "{page}");
        assert!(page.contains("data-seconds=\"0\""), "{page}");
        let page = class.get("/seat", &one).await.text;
        assert!(page.contains(own) && page.contains("I am here"), "{page}");
        assert_eq!(after[0], number(&one).await, "the page and its number agree");
        assert!(page.contains(&format!("data-live=\"{}\"", after[0])), "{page}");

        class.click(&teacher, "do=stand-in-after&minutes=5").await;
        assert_eq!(class.host.class().stand_in_after, Some(5));
        let page = class.get("/seat", &one).await.text;
        assert!(!page.contains(own), "five minutes are not over yet");
        assert!(desk(&class, "/console", &teacher).await.text.contains("5 minutes"));
        class.click(&teacher, "do=stand-in-after").await;
        assert_eq!(class.host.class().stand_in_after, None, "only the teacher fills a chair again");
    });
}
