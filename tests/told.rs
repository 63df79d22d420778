//! What phones, projector and console are told in time: news, announcements, who is ready.

use crate::kit::nusa;
use crate::pages::{Class, desk, run};
use axum::http::StatusCode;
use mufakat::scenario::Seat;

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
        let story = scenario.shared.news[0].text.get(mufakat::scenario::Lang::En);
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

#[test]
fn who_mistypes_the_code_keeps_the_name() {
    run(async {
        let class = Class::of(nusa());
        let page = class.post("/join", "", "code=ZZZZ&name=Rina+Kartika").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("value=\"Rina Kartika\""), "{}", page.text);
    });
}
