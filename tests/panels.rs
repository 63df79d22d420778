//! The panels, driven by their accessible labels, without a window.

use crate::kit::nusa;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use mufakat::rules::{Command, Register};
use mufakat::scenario::{Lang, Seat};
use mufakat::session::Wish;
use mufakat::ui::room::{Framing, Opening};
use mufakat::ui::{Screen, Shell, poses};
use mufakat::words::Words;
use std::sync::Arc;

/// The width of a common projector.
const WIDTH: f32 = 1366.0;
/// The width of an old one.
const NARROW: f32 = 1024.0;

/// The whole game as panels, on a projector of 1366 by 768, with nothing kept on disk.
fn open(lang: Lang) -> Harness<'static, Shell> {
    open_at(lang, WIDTH)
}

/// The same on a screen of another width.
fn open_at(lang: Lang, width: f32) -> Harness<'static, Shell> {
    let mut shell = Shell::new(Wish::default(), 7, false);
    shell.speak(Words::new(lang));
    Harness::builder().with_size([width, 768.0]).build_ui_state(
        |ui, shell: &mut Shell| {
            shell.ui(ui);
        },
        shell,
    )
}

/// Clicks what bears these words, and draws until nothing moves.
#[track_caller]
fn click(harness: &mut Harness<'static, Shell>, label: &str) {
    harness.get_by_label(label).click();
    settle(harness);
}

/// Draws a few frames: a counterpart that ponders asks for ever more of them.
fn settle(harness: &mut Harness<'static, Shell>) {
    harness.run_steps(4);
}

#[test]
fn every_screen_can_be_drawn_in_both_languages_and_fits_a_projector() {
    for (lang, width) in [(Lang::Id, WIDTH), (Lang::En, WIDTH), (Lang::Id, NARROW)] {
        let mut harness = open_at(lang, width);
        for pose in poses::ALL {
            (pose.set)(harness.state_mut());
            settle(&mut harness);
            let mut labels = 0;
            for node in harness.root().children_recursive() {
                let Some(said) = said(&node) else { continue };
                labels += 1;
                let rect = node.rect();
                assert!(
                    rect.left() >= -1.0 && rect.right() <= width + 1.0,
                    "{} in {lang:?} at {width}: {said:?} lies outside, {rect:?}",
                    pose.name
                );
            }
            assert!(labels >= 3, "{} shows {labels} labels in {lang:?}", pose.name);
        }
    }
}

#[test]
fn two_people_play_a_whole_game_at_one_screen_by_label() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        settle(&mut harness);
        click(&mut harness, &words.get("title-new"));
        choose_nusa(&mut harness, lang);
        click(&mut harness, &words.get("setup-hot-seat"));
        click(&mut harness, &words.get("setup-start"));
        for country in ["Nusa", "Boreal"] {
            lift(&mut harness, words, country);
            click(&mut harness, &words.get("briefing-next"));
            click(&mut harness, &words.get("preparation-ready"));
        }
        lift(&mut harness, words, "Nusa");
        harness.get_by_label(&words.get("talks-message")).focus();
        settle(&mut harness);
        let typed = |harness: &Harness<'static, Shell>| {
            harness.ctx.data(|data| data.count::<egui::text_edit::TextEditState>())
        };
        assert_eq!(typed(&harness), 1);
        click(&mut harness, &words.get("talks-propose"));
        click(&mut harness, &words.get("talks-end-turn"));
        assert_eq!(typed(&harness), 0, "nothing that was typed comes back by undoing");
        lift(&mut harness, words, "Boreal");
        click(&mut harness, &words.with("talks-accept", &[("no", "1")]));
        harness.get_by_label_contains(&sure(words)).click();
        settle(&mut harness);
        for country in ["Boreal", "Nusa"] {
            lift(&mut harness, words, country);
            click(&mut harness, &words.get("signature-sign"));
        }
        for country in ["Nusa", "Boreal"] {
            lift(&mut harness, words, country);
            click(&mut harness, &words.get("reflection-skip"));
        }
        assert!(
            shows(&harness, &format!("1. {}", words.get("debrief-verdict"))),
            "the debrief is open: {:?}",
            texts(&harness)
        );
    }
}

#[test]
fn behind_the_curtain_stands_nothing_of_either_brief() {
    let words = Words::new(Lang::En);
    let mut harness = open(Lang::En);
    settle(&mut harness);
    click(&mut harness, &words.get("title-new"));
    choose_nusa(&mut harness, Lang::En);
    click(&mut harness, &words.get("setup-hot-seat"));
    click(&mut harness, &words.get("setup-start"));
    assert!(shows(&harness, &words.get("curtain-title")));
    for secret in ["briefing-own", "briefing-weights", "briefing-batna", "briefing-red-lines"] {
        assert!(!shows(&harness, &words.get(secret)), "{secret}");
    }
    lift(&mut harness, words, "Nusa");
    assert!(shows(&harness, &words.get("briefing-own")));
}

/// The screens of the script up to this one.
fn pose(harness: &mut Harness<'static, Shell>, name: &str) {
    settle(harness);
    let at = poses::ALL.iter().position(|pose| pose.name == name).expect("a screen of the script");
    for pose in &poses::ALL[..=at] {
        (pose.set)(harness.state_mut());
    }
    settle(harness);
}

#[test]
fn a_class_whose_data_are_deleted_leads_back_to_where_one_was() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        pose(&mut harness, "29-class-deleted");
        assert!(shows(&harness, &words.get("class-deleted-says")));
        assert!(!shows(&harness, &words.get("hosting-close")), "there is nothing left to close");
        click(&mut harness, &words.get("back"));
        // The game of the script still runs, and nothing of it is lost.
        assert!(matches!(harness.state().screen(), Screen::Game));
    }
}

#[test]
fn the_class_that_was_kept_is_offered_to_the_host_only_and_a_lost_one_is_told() {
    let words = Words::new(Lang::Id);
    let go_on = words.get("hosting-kept-go");
    let mut harness = open(Lang::Id);
    pose(&mut harness, "29-class-kept");
    assert!(shows(&harness, &go_on));
    click(&mut harness, &words.get("back"));
    click(&mut harness, &words.get("title-new"));
    assert!(!shows(&harness, &go_on), "a game is no class");
    let mut harness = open(Lang::Id);
    pose(&mut harness, "29-class-kept");
    // Nothing lies in the folder of the script.
    click(&mut harness, &go_on);
    assert!(shows(&harness, &words.get("title-host")));
    assert!(texts(&harness).iter().any(|it| it.contains("kelas") && it.len() > 40), "{:?}", texts(&harness));
}

#[test]
fn the_notebook_of_a_counterpart_is_read_page_by_page_against_the_truth() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        pose(&mut harness, "21-debrief-notebook");
        let session = harness.state().session().expect("a game");
        let opened = session.debrief().expect("opened");
        let notes = opened.notebooks.second.clone();
        let truth = session.scenario().briefs.first.weights.clone();
        let heaviest = (0..truth.len()).max_by_key(|&issue| truth[issue]).expect("issues");
        let title = session.scenario().shared.issues[heaviest].title.get(lang).to_owned();
        let page = |at: usize| {
            let (at_word, of, round) = (at + 1, notes.len(), notes[at].round);
            let args = [("at", at_word.to_string()), ("of", of.to_string()), ("round", round.to_string())];
            let args: Vec<(&str, &str)> = args.iter().map(|(key, value)| (*key, value.as_str())).collect();
            words.with("notebook-page", &args)
        };
        let believed = |at: usize| {
            let numbers = [notes[at].weights[heaviest], f64::from(truth[heaviest]) / 100.0]
                .map(|share| words.num(100.0 * share, 0));
            let pair = words.with("notebook-pair", &[("believed", &numbers[0]), ("truth", &numbers[1])]);
            format!("{title}: {pair}")
        };
        let at = (0..notes.len()).find(|&at| shows(&harness, &page(at))).expect("a page is open");
        assert!(shows(&harness, &believed(at)), "{:?}", texts(&harness));
        let letter = words.with("notebook-package", &[("letter", "A")]);
        assert!(texts(&harness).iter().any(|text| text.starts_with(&letter)), "{lang:?}");
        click(&mut harness, &words.get("notebook-before"));
        assert!(shows(&harness, &page(at - 1)) && shows(&harness, &believed(at - 1)));
        click(&mut harness, &words.get("notebook-after"));
        assert!(shows(&harness, &page(at)));
    }
}

#[test]
fn a_counterpart_is_asked_what_it_wants_for_the_articles_that_are_held() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        pose(&mut harness, "05-talks-begin");
        let session = harness.state_mut().session_mut().expect("a game");
        session.drafts.first = session.view().shared.status_quo();
        settle(&mut harness);
        let country =
            harness.state().session().expect("a game").scenario().shared.countries.second.name.get(lang);
        let country = country.to_owned();
        assert!(
            texts(&harness).iter().any(|text| text.starts_with(&format!("{country}: "))),
            "the distance stands beside the own points: {:?}",
            texts(&harness)
        );
        let title = harness.state().session().expect("a game").scenario().shared.issues[0].title.get(lang);
        let article = words.with("treaty-article", &[("number", "1"), ("title", title)]);
        let pin = words.with("wish-pin", &[("article", &article)]);
        click(&mut harness, &pin);
        assert!(shows(&harness, &words.with("wish-fixed", &[("list", "1")])), "it is said what is held");
        click(&mut harness, &words.get("wish-ask"));
        let before = harness.state().session().expect("a game").drafts.first.clone();
        click(&mut harness, &words.get("wish-take"));
        let session = harness.state().session().expect("a game");
        let after = session.drafts.first.clone();
        assert_ne!(after, before, "the package stands in the draft");
        assert_eq!(after[0], before[0], "what was held is held");
        assert_eq!(session.distance(&after), Some(mufakat::counterpart::Near::Almost));
        assert!(shows(&harness, &words.with("standing-almost", &[("country", &country)])));
    }
}

#[test]
fn two_people_at_one_screen_are_offered_no_questions_to_a_counterpart() {
    let words = Words::new(Lang::En);
    let mut harness = open(Lang::En);
    settle(&mut harness);
    click(&mut harness, &words.get("title-new"));
    choose_nusa(&mut harness, Lang::En);
    click(&mut harness, &words.get("setup-hot-seat"));
    click(&mut harness, &words.get("setup-start"));
    for country in ["Nusa", "Boreal"] {
        lift(&mut harness, words, country);
        click(&mut harness, &words.get("briefing-next"));
        click(&mut harness, &words.get("preparation-ready"));
    }
    lift(&mut harness, words, "Nusa");
    assert!(shows(&harness, &words.get("talks-propose")));
    assert!(!shows(&harness, &words.get("wish-ask")));
}

#[test]
fn a_counterpart_is_chosen_by_character_and_strength() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        settle(&mut harness);
        click(&mut harness, &words.get("title-new"));
        choose_nusa(&mut harness, lang);
        let choose = |harness: &mut Harness<'static, Shell>, key: &str| {
            let label = words.with("setup-of", &[("country", "Boreal"), ("name", &words.get(key))]);
            click(harness, &label);
        };
        choose(&mut harness, "counterpart-patient");
        choose(&mut harness, "setup-strength-novice");
        // The strength stays while another character, or none, is looked at.
        choose(&mut harness, "counterpart-diplomat");
        choose(&mut harness, "counterpart-tough");
        assert!(shows(&harness, &words.get("setup-strength-novice-says")));
        click(&mut harness, &words.get("setup-start"));
        let session = harness.state().session().expect("a game");
        assert_eq!(session.counterpart(Seat::Second), Some("tough-novice"));
    }
}

#[test]
fn every_counterpart_can_be_chosen_and_plain_strategies_are_folded_away() {
    let words = Words::new(Lang::En);
    let mut harness = open(Lang::En);
    settle(&mut harness);
    click(&mut harness, &words.get("title-new"));
    choose_nusa(&mut harness, Lang::En);
    let label = |key: &str| words.with("setup-of", &[("country", "Boreal"), ("name", &words.get(key))]);
    assert!(!shows(&harness, &label("counterpart-boulware")));
    click(&mut harness, &words.get("setup-more"));
    click(&mut harness, &label("counterpart-boulware"));
    click(&mut harness, &words.get("setup-start"));
    let session = harness.state().session().expect("a game");
    assert_eq!(session.counterpart(Seat::Second), Some("boulware"));
}

/// Presses and lets go of the mouse where a person would.
fn click_at(harness: &mut Harness<'static, Shell>, at: egui::Pos2) {
    harness.hover_at(at);
    harness.run_steps(2);
    harness.drag_at(at);
    harness.run_steps(1);
    harness.drop_at(at);
    settle(harness);
}

#[test]
fn a_card_of_the_gallery_is_one_large_button_with_the_mouse() {
    let words = Words::new(Lang::Id);
    let summary = nusa().shared.summary.id;
    for way in ["on the words", "beside them"] {
        let mut harness = open(Lang::Id);
        settle(&mut harness);
        click(&mut harness, &words.get("title-new"));
        let text = harness.get_by_label(&summary).rect();
        let title = harness.get_by_label(&nusa().shared.title.id).rect();
        let at = if way == "on the words" {
            text.center()
        } else {
            egui::pos2(text.right() - 9.0, title.center().y)
        };
        click_at(&mut harness, at);
        assert_eq!(harness.state().screen(), Screen::Setup, "{way} at {at:?}");
    }
}

#[test]
fn after_an_own_action_it_is_said_what_was_done_and_what_is_left() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        let wish =
            Wish { scenario: Some(Arc::new(nusa())), hot_seat: true, seed: Some(3), ..Wish::default() };
        *harness.state_mut() = Shell::new(wish, 7, false);
        harness.state_mut().speak(words);
        let session = harness.state_mut().session_mut().expect("a game runs");
        for _ in 0..2 {
            session.lift_curtain();
            session.act(Command::Prepare(Default::default()));
        }
        session.lift_curtain();
        settle(&mut harness);
        assert!(shows(&harness, &words.get("talks-begin")));
        click(&mut harness, &words.get("talks-propose"));
        let left = harness.state().session().expect("a game runs").view().actions_left;
        assert!(left > 0);
        let next = words.count("talks-next", left);
        assert!(texts(&harness).iter().any(|text| text.ends_with(&next)), "{:?}", texts(&harness));
        assert!(!shows(&harness, &words.get("talks-begin")), "the opening is long over");
    }
}

#[test]
fn the_reason_of_a_counterpart_stands_beside_what_it_did() {
    // The diplomat has nothing to say after its offer; the patient one says that it waits.
    for (lang, against, said) in [(Lang::Id, "diplomat", 1), (Lang::En, "patient", 2)] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        let scenario = Some(Arc::new(nusa()));
        let named = Some(against.to_owned());
        let wish =
            Wish { scenario, seat: Some(Seat::First), against: named, seed: Some(3), ..Wish::default() };
        *harness.state_mut() = Shell::new(wish, 7, false);
        harness.state_mut().speak(words);
        let session = harness.state_mut().session_mut().expect("a game runs");
        session.act(Command::Prepare(Default::default()));
        // The counterpart prepares, too.
        while !session.my_move() {
            session.step();
        }
        let draft = session.drafts.first.clone();
        assert!(session.act(Command::Propose(draft)) && session.act(Command::EndTurn));
        while !session.my_move() {
            session.step();
        }
        settle(&mut harness);
        let session = harness.state().session().expect("a game runs");
        let (view, log) = (session.view(), session.log());
        let their = view.position(Seat::Second).expect("an answer");
        let offered = words.with("log-offered", &[("who", "Boreal"), ("no", &their.no.to_string())]);
        let at = log.iter().rposition(|entry| words.phrase(&entry.line, view.shared) == offered);
        let turn = log[at.expect("the offer") - 1..].iter().take_while(|it| it.by == Some(Seat::Second));
        let speeches: Vec<String> =
            turn.filter_map(|entry| entry.speech.as_ref()).map(|it| words.speech(it, view.shared)).collect();
        assert_eq!(speeches.len(), said, "{against:?}: {speeches:?}");
        let whole = format!("{offered}: \u{201c}{}\u{201d}", speeches.join(" "));
        assert!(shows(&harness, &whole), "{whole}: {:?}", texts(&harness));
    }
}

#[test]
fn an_article_that_is_opened_far_down_brings_its_options_into_view() {
    let mut harness = open(Lang::Id);
    pose(&mut harness, "07-talks-middle");
    let draft = harness.get_by_label("Rancangan Perjanjian".to_uppercase().as_str()).rect().top();
    let shared = harness.state().session().expect("a game runs").scenario().shared.clone();
    let words = Words::new(Lang::Id);
    let send = harness.get_by_label(&words.get("talks-message")).rect().top();
    // The lowest article that can be seen whole.
    let lowest = texts(&harness)
        .into_iter()
        .filter(|text| {
            shared.issues.iter().any(|issue| text.ends_with(&issue.title.id) && text.contains(". "))
        })
        .filter_map(|text| {
            let rect = harness.query_all_by_label(&text).next().map(|node| node.rect());
            Some((rect?, text))
        })
        .filter(|(rect, _)| rect.top() > draft && rect.bottom() < send - 90.0)
        .max_by(|(a, _), (b, _)| a.top().total_cmp(&b.top()))
        .expect("an article");
    let title = lowest.1;
    click_at(&mut harness, lowest.0.center());
    settle(&mut harness);
    let issue = shared.issues.iter().find(|issue| title.ends_with(&issue.title.id)).expect("an article");
    let seen = issue.options.iter().filter(|option| {
        let found = harness.query_all_by_label(&option.label.id).next();
        found.is_some_and(|node| node.rect().top() > draft - 80.0 && node.rect().bottom() < send)
    });
    assert!(seen.count() >= 2, "{title}");
}

#[test]
fn two_counterparts_are_watched_to_the_end_and_then_the_debrief_opens() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        settle(&mut harness);
        click(&mut harness, &words.get("title-watch"));
        choose_nusa(&mut harness, lang);
        click(&mut harness, &words.get("setup-start"));
        click(&mut harness, &words.get("talks-pause"));
        let before = harness.state().session().expect("a game").events();
        harness.run_steps(20);
        assert_eq!(harness.state().session().expect("a game").events(), before, "a pause is one");
        while harness.state().session().expect("a game").watched().expect("nobody plays").dance.len() < 2 {
            click(&mut harness, &words.get("talks-step"));
        }
        let offers = offer_two(words);
        assert!(texts(&harness).iter().any(|text| text.starts_with(&offers)), "{:?}", texts(&harness));
        click(&mut harness, &words.get("watch-end"));
        for _ in 0..200 {
            if shows(&harness, &words.get("watch-over")) {
                break;
            }
            harness.run_steps(4);
        }
        click(&mut harness, &words.get("watch-debrief"));
        assert!(shows(&harness, &format!("1. {}", words.get("debrief-verdict"))));
    }
}

#[test]
fn the_coach_is_off_until_it_is_called_and_its_hint_can_be_put_away_without_a_jump() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        pose(&mut harness, "07-talks-middle");
        let session = harness.state().session().expect("a game");
        let hint = session.hint().expect("a hint is due");
        let line = words.phrase(&hint.line, &session.scenario().shared);
        assert!(!shows(&harness, &line), "off by default");
        click(&mut harness, &words.get("coach-switch"));
        assert!(shows(&harness, &line), "{line}: {:?}", texts(&harness));
        let place =
            |harness: &Harness<'static, Shell>| harness.get_by_label(&words.get("talks-propose")).rect();
        let before = place(&harness);
        click(&mut harness, &words.get("coach-dismiss"));
        assert!(!shows(&harness, &line));
        assert!(shows(&harness, &words.get("coach-nothing")));
        assert_eq!(place(&harness), before, "nothing jumps");
        click(&mut harness, &words.get("coach-switch"));
        assert!(!shows(&harness, &words.get("coach-nothing")));
    }
}

#[test]
fn at_a_shared_screen_the_coach_speaks_only_to_the_seat_that_called_it() {
    let words = Words::new(Lang::Id);
    let mut harness = open(Lang::Id);
    settle(&mut harness);
    click(&mut harness, &words.get("title-new"));
    choose_nusa(&mut harness, Lang::Id);
    // What somebody who plays alone has chosen says nothing about two people.
    click(&mut harness, &words.get("setup-coach"));
    click(&mut harness, &words.get("setup-hot-seat"));
    click(&mut harness, &words.get("setup-start"));
    for country in ["Nusa", "Boreal"] {
        lift(&mut harness, words, country);
        click(&mut harness, &words.get("briefing-next"));
        click(&mut harness, &words.get("preparation-ready"));
    }
    let coached = |harness: &Harness<'static, Shell>| {
        let lines = [words.get("coach-nothing"), words.get("coach-dismiss")];
        lines.iter().any(|line| shows(harness, line))
    };
    lift(&mut harness, words, "Nusa");
    assert!(!coached(&harness));
    click(&mut harness, &words.get("coach-switch"));
    assert!(coached(&harness));
    click(&mut harness, &words.get("talks-end-turn"));
    assert!(!coached(&harness), "nothing behind the curtain");
    lift(&mut harness, words, "Boreal");
    assert!(!coached(&harness));
    click(&mut harness, &words.get("talks-end-turn"));
    lift(&mut harness, words, "Nusa");
    assert!(coached(&harness));
}

#[test]
fn nobody_who_holds_a_seat_is_ever_shown_the_dance_of_both_sides_before_the_end() {
    let words = Words::new(Lang::Id);
    let mut harness = open(Lang::Id);
    for pose in poses::ALL {
        (pose.set)(harness.state_mut());
        settle(&mut harness);
        let Some(session) = harness.state().session() else { continue };
        let held = session.mode() != mufakat::session::Mode::Watch;
        if harness.state().screen() != Screen::Game || !held {
            continue;
        }
        assert!(!shows(&harness, &words.get("watch-said")), "{}", pose.name);
        let open = session.debrief().is_some();
        assert!(open || !shows(&harness, &words.get("frontier-title")), "{}", pose.name);
    }
}

/// Chooses the smallest scenario on the setup screen.
#[track_caller]
fn choose_nusa(harness: &mut Harness<'static, Shell>, lang: Lang) {
    click(harness, nusa().shared.title.get(lang));
}

/// Holds the button with these words for a good second.
#[track_caller]
fn hold(harness: &mut Harness<'static, Shell>, label: &str) {
    let centre = harness.get_by_label(label).rect().center();
    harness.drag_at(centre);
    harness.run_steps(8);
    harness.drop_at(centre);
    settle(harness);
}

/// The player of this country takes the screen, where a curtain hides it.
#[track_caller]
fn lift(harness: &mut Harness<'static, Shell>, words: Words, country: &str) {
    let label = words.with("curtain-lift", &[("country", country)]);
    if shows(harness, &label) {
        hold(harness, &label);
    }
}

/// How the words for a watched second offer begin.
fn offer_two(words: Words) -> String {
    let args = [("no", "2"), ("first", "|"), ("a", ""), ("second", ""), ("b", "")];
    words.with("watch-offer", &args).split('|').next().unwrap_or_default().to_owned()
}

/// How the second question before an acceptance begins.
fn sure(words: Words) -> String {
    let whole = words.with("talks-accept-sure", &[("no", "1"), ("worth", "|")]);
    whole.split('|').next().unwrap_or_default().trim_end_matches('(').trim().to_owned()
}

/// What a node says to somebody who does not see it.
fn said(node: &egui_kittest::Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).filter(|said| !said.is_empty())
}

/// Everything that the screen says.
fn texts(harness: &Harness<'static, Shell>) -> Vec<String> {
    harness.root().children_recursive().filter_map(|node| said(&node)).collect()
}

/// Whether the screen says exactly this somewhere.
fn shows(harness: &Harness<'static, Shell>, words: &str) -> bool {
    texts(harness).iter().any(|text| text == words)
}

#[test]
fn the_room_is_told_the_same_whoever_holds_which_secrets() {
    let scenario = nusa();
    let mut other = scenario.clone();
    for seat in Seat::ALL {
        let brief = &mut other.briefs[seat];
        brief.batna = 88;
        brief.red_lines = vec![(0, 1)];
        brief.needs.values_mut().for_each(|need| *need = 7);
        brief.stakes.iter_mut().flatten().for_each(|stake| stake.value = 100 - stake.value);
    }
    let mut shells = [scenario, other].map(|scenario| {
        let wish =
            Wish { scenario: Some(Arc::new(scenario)), hot_seat: true, seed: Some(3), ..Wish::default() };
        Shell::new(wish, 7, false)
    });
    let deal = nusa().shared.status_quo();
    let moves = [
        Command::Prepare(Default::default()),
        Command::Prepare(Default::default()),
        Command::Consult(0),
        Command::Propose(deal),
        Command::EndTurn,
        Command::Threaten(Register::Public),
        Command::EndTurn,
    ];
    for command in moves {
        let [one, two] = &mut shells;
        let played = [one, two].map(|shell| {
            let session = shell.session_mut().expect("a game runs");
            session.lift_curtain();
            assert!(session.act(command.clone()), "{command:?}: {:?}", session.refusal);
            shell.stage()
        });
        assert_eq!(played[0], played[1], "after {command:?}");
        assert!(played[0].scenery.is_some());
    }
}

#[test]
fn talks_open_with_a_ceremony_that_any_key_ends_and_that_nobody_gets_who_wants_no_motion() {
    let words = Words::new(Lang::Id);
    for (ceremonies, still) in [(true, false), (true, true), (false, false)] {
        let mut harness = open(Lang::Id);
        settle(&mut harness);
        harness.state_mut().set_ceremonies(ceremonies);
        harness.state_mut().set_still(still);
        click(&mut harness, &words.get("title-new"));
        choose_nusa(&mut harness, Lang::Id);
        click(&mut harness, &words.get("setup-hot-seat"));
        click(&mut harness, &words.get("setup-start"));
        for country in ["Nusa", "Boreal"] {
            lift(&mut harness, words, country);
            click(&mut harness, &words.get("briefing-next"));
            assert!(!shows(&harness, &words.get("opening-skip")), "both prepare first");
            click(&mut harness, &words.get("preparation-ready"));
        }
        let opened = ceremonies && !still;
        assert_eq!(shows(&harness, &words.get("opening-skip")), opened);
        if opened {
            assert!(harness.state_mut().stage().entering && !harness.state_mut().stage().curtain);
            for secret in ["standing-draft", "briefing-batna"] {
                assert!(!shows(&harness, &words.get(secret)), "nothing of either brief");
            }
            harness.key_press(egui::Key::Space);
            harness.run_steps(2);
        }
        assert!(!shows(&harness, &words.get("opening-skip")));
        assert!(shows(&harness, &words.get("curtain-title")));
        assert!(!harness.state_mut().stage().entering);
    }
}

#[test]
fn the_band_of_the_room_leaves_the_draft_its_height_and_can_be_folded_away() {
    let words = Words::new(Lang::Id);
    for (width, height) in [(1366.0, 768.0), (1024.0, 768.0), (1920.0, 1080.0)] {
        let mut harness = Harness::builder().with_size([width, height]).build_ui_state(
            |ui, (shell, room): &mut (Shell, Option<Opening>)| *room = shell.ui(ui).room,
            (Shell::new(Wish::default(), 7, false), None),
        );
        let talks = poses::ALL.iter().position(|pose| pose.name == "07-talks-middle").expect("a pose");
        for pose in &poses::ALL[..=talks] {
            (pose.set)(&mut harness.state_mut().0);
            harness.run_steps(4);
        }
        let opening = harness.state().1.expect("the room shows above the draft");
        assert_eq!(opening.framing, Framing::Band);
        assert!((70.0..150.0).contains(&opening.rect.height()), "{opening:?}");
        assert!(opening.rect.height() < height * 0.19, "{opening:?}");
        harness.get_by_label(&words.get("room-fold")).click();
        harness.run_steps(4);
        assert_eq!(harness.state().1, None);
        harness.get_by_label(&words.get("room-unfold")).click();
        harness.run_steps(4);
        assert_eq!(harness.state().1, Some(opening));
    }
}

#[test]
fn the_debrief_answers_what_if_and_saves_a_report() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        pose(&mut harness, "18-debrief-what-if");
        assert!(shows(&harness, &words.get("what-if-title")));
        let changed = |harness: &Harness<'static, Shell>| {
            let held = [words.get("what-if-held"), words.get("what-if-failed")];
            texts(harness).iter().filter(|text| held.contains(text)).count()
        };
        assert!(changed(&harness) > 0, "two articles turned to the status quo change a check");
        click(&mut harness, &words.get("what-if-signed"));
        assert_eq!(changed(&harness), 0, "the signed text is as it was");
        click(&mut harness, &words.get("debrief-report"));
        let id = harness.state().session().expect("a game").scenario().shared.id.clone();
        let name = format!("{}-{id}", words.get("papers-report"));
        assert!(shows(&harness, &words.with("papers-written", &[("path", &name)])), "{:?}", texts(&harness));
    }
}
