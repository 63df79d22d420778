//! Whole games by keyboard alone, the first game with guidance, and terms that lead to their entries.

use crate::kit::nusa;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use mufakat::scenario::{Lang, Seat};
use mufakat::session::Wish;
use mufakat::ui::{Screen, Shell};
use mufakat::view::Moment;
use mufakat::words::Words;

/// The size of a common projector.
const SIZE: [f32; 2] = [1366.0, 768.0];

fn open(lang: Lang) -> Harness<'static, Shell> {
    let mut shell = Shell::new(Wish::default(), 7, false);
    shell.speak(Words::new(lang));
    let mut harness = Harness::builder().with_size(SIZE).build_ui_state(
        |ui, shell: &mut Shell| {
            shell.ui(ui);
        },
        shell,
    );
    harness.run_steps(4);
    harness
}

/// What a node says to somebody who does not see it.
fn said(node: &egui_kittest::Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).filter(|said| !said.is_empty())
}

fn texts(harness: &Harness<'static, Shell>) -> Vec<String> {
    harness.root().children_recursive().filter_map(|node| said(&node)).collect()
}

fn shows(harness: &Harness<'static, Shell>, words: &str) -> bool {
    texts(harness).iter().any(|text| text == words)
}

/// What has the focus, and where it is.
fn focused(harness: &Harness<'static, Shell>) -> Option<(String, egui::Rect)> {
    let node = harness.root().children_recursive().find(|node| node.is_focused())?;
    Some((said(&node).unwrap_or_default(), node.rect()))
}

/// Presses keys together.
fn press(harness: &mut Harness<'static, Shell>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

/// Goes on with Tab until these words have the focus; whatever has it on the way is in sight.
#[track_caller]
fn tab_to(harness: &mut Harness<'static, Shell>, words: &str) {
    let mut way = Vec::new();
    for _ in 0..160 {
        if let Some((name, rect)) = focused(harness) {
            let seen = rect.top() >= -1.0 && rect.bottom() <= SIZE[1] + 1.0;
            assert!(seen, "{name:?} has the focus out of sight, {rect:?}");
            if name == words {
                return;
            }
            way.push(name);
        }
        harness.key_press(Key::Tab);
        harness.run_steps(3);
    }
    panic!("Tab does not lead to {words:?}, but to {way:?}");
}

#[track_caller]
fn choose(harness: &mut Harness<'static, Shell>, words: &str) {
    tab_to(harness, words);
    press(harness, Modifiers::NONE, Key::Enter);
}

/// Holds Space behind the curtain for a good second.
#[track_caller]
fn lift(harness: &mut Harness<'static, Shell>, words: Words, country: &str) {
    let label = words.with("curtain-lift", &[("country", country)]);
    if !shows(harness, &label) {
        return;
    }
    tab_to(harness, &label);
    harness.key_down(Key::Space);
    harness.run_steps(2);
    assert!(shows(harness, &label), "a tap lifts nothing");
    harness.run_steps(6);
    harness.key_up(Key::Space);
    harness.run_steps(4);
    assert!(!shows(harness, &label), "the curtain is up");
}

#[test]
fn two_people_play_a_whole_game_by_keyboard_alone() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        choose(&mut harness, &words.get("title-new"));
        choose(&mut harness, nusa().shared.title.get(lang));
        choose(&mut harness, &words.get("setup-hot-seat"));
        choose(&mut harness, &words.get("setup-start"));
        for country in ["Nusa", "Boreal"] {
            lift(&mut harness, words, country);
            choose(&mut harness, &words.get("briefing-next"));
            choose(&mut harness, &words.get("preparation-ready"));
        }
        lift(&mut harness, words, "Nusa");
        // The first article opens, and an option of it is chosen.
        press(&mut harness, Modifiers::COMMAND, Key::D);
        press(&mut harness, Modifiers::NONE, Key::Enter);
        let option = nusa().shared.issues[0].options[1].label.get(lang).to_owned();
        choose(&mut harness, &option);
        assert_eq!(harness.state().session().expect("a game").drafts.first[0], 1);
        press(&mut harness, Modifiers::COMMAND, Key::Enter);
        let offers = harness.state().session().expect("a game").view().offers.len();
        assert_eq!(offers, 1, "Ctrl+Enter sends the draft");
        let has = focused(&harness).map(|it| it.0);
        assert_eq!(has, Some(option), "the focus stays while the bracket is written above it");
        press(&mut harness, Modifiers::COMMAND, Key::E);
        lift(&mut harness, words, "Boreal");
        // Held down: asked once more, and the keys that are still down do not answer.
        for pressed in [true, true, true, false] {
            let (key, modifiers) = (Key::Y, Modifiers::COMMAND);
            harness.event(egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
            harness.run_steps(2);
        }
        let waits = |harness: &Harness<'static, Shell>| {
            matches!(harness.state().session().expect("a game").view().moment, Moment::Talks { .. })
        };
        assert!(waits(&harness), "asked once more");
        // Over the glossary the same keys mean nothing to the talks.
        press(&mut harness, Modifiers::NONE, Key::F1);
        press(&mut harness, Modifiers::COMMAND, Key::Y);
        assert!(waits(&harness), "the glossary is read");
        press(&mut harness, Modifiers::NONE, Key::Escape);
        // Escape takes the question back: the next time asks anew.
        let whole = words.with("talks-accept-sure", &[("no", "1"), ("worth", "|")]);
        let question = whole.split('|').next().unwrap_or_default().to_owned();
        let asked =
            |harness: &Harness<'static, Shell>| texts(harness).iter().any(|text| text.starts_with(&question));
        assert!(asked(&harness), "{:?}", texts(&harness));
        press(&mut harness, Modifiers::NONE, Key::Escape);
        assert!(!asked(&harness));
        press(&mut harness, Modifiers::COMMAND, Key::Y);
        assert!(waits(&harness) && asked(&harness));
        press(&mut harness, Modifiers::COMMAND, Key::Y);
        for country in ["Boreal", "Nusa"] {
            lift(&mut harness, words, country);
            choose(&mut harness, &words.get("signature-sign"));
        }
        for country in ["Nusa", "Boreal"] {
            lift(&mut harness, words, country);
            if shows(&harness, &words.get("better-keep")) {
                choose(&mut harness, &words.get("better-keep"));
            }
        }
        for country in ["Nusa", "Boreal", "Nusa"] {
            lift(&mut harness, words, country);
            if shows(&harness, &words.get("reflection-skip")) {
                choose(&mut harness, &words.get("reflection-skip"));
            }
        }
        assert!(shows(&harness, &format!("1. {}", words.get("debrief-verdict"))), "{:?}", texts(&harness));
    }
}

#[test]
fn settings_open_from_a_running_game_and_lead_back_to_it() {
    let words = Words::new(Lang::En);
    let mut harness = open(Lang::En);
    choose(&mut harness, &words.get("guide-start"));
    press(&mut harness, Modifiers::NONE, Key::F10);
    assert_eq!(harness.state().screen(), Screen::Settings);
    choose(&mut harness, &words.get("settings-contrast"));
    choose(&mut harness, &words.get("settings-motion"));
    assert!(harness.state().settings().high_contrast && harness.state().settings().reduced_motion);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().screen(), Screen::Game);
    press(&mut harness, Modifiers::COMMAND, Key::Plus);
    assert_eq!(harness.state().settings().text(100), 110);
    press(&mut harness, Modifiers::COMMAND, Key::Num0);
    assert_eq!(harness.state().settings().text(100), 100);
}

#[test]
fn a_term_leads_to_its_entry_by_key_and_the_glossary_finds_terms_in_either_language() {
    let words = Words::new(Lang::Id);
    let mut harness = open(Lang::Id);
    choose(&mut harness, &words.get("guide-start"));
    tab_to(&mut harness, &words.get("briefing-batna").to_uppercase());
    press(&mut harness, Modifiers::NONE, Key::F1);
    assert!(shows(&harness, &words.get("glossary-batna-says")), "{:?}", texts(&harness));
    assert!(shows(&harness, &Words::new(Lang::En).get("glossary-batna-says")), "English stands beside it");
    assert!(!shows(&harness, &words.get("glossary-logrolling-says")));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!shows(&harness, &words.get("glossary-batna-says")));
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.event(egui::Event::Text("logroll".to_owned()));
    harness.run_steps(4);
    assert!(shows(&harness, &words.get("glossary-logrolling-says")), "{:?}", texts(&harness));
    assert!(!shows(&harness, &words.get("glossary-batna-says")));
}

#[test]
fn a_pin_keeps_the_other_player_out() {
    let words = Words::new(Lang::En);
    let mut harness = open(Lang::En);
    choose(&mut harness, &words.get("title-new"));
    choose(&mut harness, nusa().shared.title.get(Lang::En));
    choose(&mut harness, &words.get("setup-hot-seat"));
    choose(&mut harness, &words.get("setup-pins"));
    choose(&mut harness, &words.get("setup-start"));
    let enter = |harness: &mut Harness<'static, Shell>, pin: &str| {
        harness.event(egui::Event::Text(pin.to_owned()));
        harness.run_steps(4);
        press(harness, Modifiers::NONE, Key::Enter);
    };
    let covered = |harness: &Harness<'static, Shell>| harness.state().session().expect("a game").curtain();
    for (country, pin) in [("Nusa", "1234"), ("Boreal", "98765")] {
        assert!(shows(&harness, &words.get("curtain-pin-new")), "{country}: {:?}", texts(&harness));
        enter(&mut harness, pin);
        assert!(!covered(&harness), "{country}");
        choose(&mut harness, &words.get("briefing-next"));
        choose(&mut harness, &words.get("preparation-ready"));
    }
    enter(&mut harness, "98765");
    assert!(covered(&harness), "the other player's PIN opens nothing");
    assert!(shows(&harness, &words.get("curtain-pin-wrong")));
    enter(&mut harness, "1234");
    assert!(!covered(&harness));
}

/// Clicks what bears these words and is no mere text: the card of the guidance may say the same.
#[track_caller]
fn click(harness: &mut Harness<'static, Shell>, label: &str) {
    {
        let mut found = harness.query_all_by_label(label);
        found.rfind(|node| node.accesskit_node().role() != Role::Label).expect(label).click();
    }
    harness.run_steps(6);
}

#[test]
fn the_first_game_leads_from_the_brief_to_the_verdict_and_each_step_waits_for_its_deed() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        assert!(shows(&harness, &words.get("guide-offer")), "offered at the first start");
        click(&mut harness, &words.get("guide-start"));
        let at = |harness: &Harness<'static, Shell>, key: &str| {
            let title = words.get(&format!("guide-{key}"));
            let says = words.get(&format!("guide-{key}-says"));
            let shown = texts(harness);
            assert!(shown.contains(&title) && shown.contains(&says), "{key}: {shown:?}");
        };
        at(&harness, "sheet");
        harness.run_steps(20);
        at(&harness, "sheet");
        click(&mut harness, &words.get("guide-next"));
        at(&harness, "points");
        click(&mut harness, &words.get("guide-next"));
        at(&harness, "begin");
        click(&mut harness, &words.get("briefing-next"));
        at(&harness, "prepare");
        click(&mut harness, &words.get("preparation-ready"));
        harness.run_steps(20);
        at(&harness, "article");
        press(&mut harness, Modifiers::COMMAND, Key::D);
        press(&mut harness, Modifiers::NONE, Key::Enter);
        at(&harness, "option");
        let session = harness.state_mut().session_mut().expect("a game");
        // A longer contract for a joint factory, and markets open on both sides.
        for (issue, option) in [(0, 1), (1, 2), (2, 1)] {
            session.drafts.first.0[issue] = option;
        }
        harness.run_steps(4);
        at(&harness, "bar");
        click(&mut harness, &words.get("guide-next"));
        at(&harness, "propose");
        for _ in 0..40 {
            if harness.state().session().expect("a game").my_move() {
                break;
            }
            harness.run_steps(4);
        }
        click(&mut harness, &words.get("talks-propose"));
        at(&harness, "disclose");
        let session = harness.state_mut().session_mut().expect("a game");
        session.act(mufakat::rules::Command::Disclose {
            issue: 1,
            rank: 1,
            register: mufakat::rules::Register::Formal,
        });
        harness.run_steps(4);
        at(&harness, "answer");
        for _ in 0..80 {
            let session = harness.state_mut().session_mut().expect("a game");
            if session.my_move() && session.view().position(Seat::Second).is_some() {
                break;
            }
            if session.my_move() {
                session.act(mufakat::rules::Command::EndTurn);
            }
            harness.run_steps(4);
        }
        click(&mut harness, &words.get("guide-next"));
        at(&harness, "ask");
        let title = nusa().shared.issues[0].title.get(lang).to_owned();
        let article = words.with("treaty-article", &[("number", "1"), ("title", &title)]);
        click(&mut harness, &words.with("wish-pin", &[("article", &article)]));
        click(&mut harness, &words.get("wish-ask"));
        // No package is no step done: what to try instead stands in the card.
        assert!(shows(&harness, &words.get("guide-ask-none")), "{:?}", texts(&harness));
        harness.state_mut().session_mut().expect("a game").drafts.first.0[0] = 2;
        harness.run_steps(4);
        at(&harness, "ask");
        click(&mut harness, &words.get("wish-ask"));
        at(&harness, "accept");
        if shows(&harness, &words.get("wish-take")) {
            click(&mut harness, &words.get("wish-take"));
            click(&mut harness, &words.get("talks-propose"));
        }
        for _ in 0..200 {
            let session = harness.state_mut().session_mut().expect("a game");
            if !matches!(session.view().moment, Moment::Talks { .. }) {
                break;
            }
            if session.my_move() {
                let offer = session.view().position(Seat::Second).map_or(0, |offer| offer.no);
                if !session.act(mufakat::rules::Command::Accept(offer)) {
                    session.act(mufakat::rules::Command::EndTurn);
                }
            }
            harness.run_steps(4);
        }
        at(&harness, "sign");
        click(&mut harness, &words.get("signature-sign"));
        for _ in 0..40 {
            if shows(&harness, &words.get("better-take")) {
                click(&mut harness, &words.get("better-take"));
            }
            if shows(&harness, &words.get("reflection-skip")) {
                break;
            }
            harness.run_steps(4);
        }
        at(&harness, "questions");
        click(&mut harness, &words.get("reflection-skip"));
        at(&harness, "verdict");
        click(&mut harness, &words.get("guide-end"));
        assert!(!shows(&harness, &words.get("guide-verdict")), "the guidance is over");
        assert!(shows(&harness, &format!("1. {}", words.get("debrief-verdict"))));
    }
}

#[test]
fn a_step_of_the_guidance_can_be_skipped_and_the_guidance_left_at_any_time() {
    let words = Words::new(Lang::Id);
    let mut harness = open(Lang::Id);
    click(&mut harness, &words.get("guide-start"));
    for _ in 0..2 {
        click(&mut harness, &words.get("guide-next"));
    }
    assert!(shows(&harness, &words.get("guide-begin")));
    click(&mut harness, &words.get("guide-skip"));
    assert!(shows(&harness, &words.get("guide-prepare")));
    click(&mut harness, &words.get("guide-leave"));
    assert!(!shows(&harness, &words.get("guide-prepare")));
    assert!(harness.state().session().is_some(), "the game goes on");
}

/// Whether the screen says this after a sign.
fn tells(harness: &Harness<'static, Shell>, words: &str) -> bool {
    texts(harness).iter().any(|text| text.ends_with(words))
}

#[test]
fn a_shortcut_that_can_do_nothing_says_why_until_somebody_goes_on() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        let only = words.get("why-only-talks");
        press(&mut harness, Modifiers::COMMAND, Key::Enter);
        assert!(tells(&harness, &only), "on the first screen: {:?}", texts(&harness));
        press(&mut harness, Modifiers::NONE, Key::Tab);
        assert!(!tells(&harness, &only), "a key ends it");
        press(&mut harness, Modifiers::NONE, Key::F10);
        press(&mut harness, Modifiers::NONE, Key::F10);
        assert!(tells(&harness, &words.get("why-settings-open")));
        press(&mut harness, Modifiers::COMMAND, Key::Num0);
        let size = words.with("why-text-size", &[("percent", "100")]);
        assert!(tells(&harness, &size), "{:?}", texts(&harness));
    }
}

#[test]
fn a_forbidden_offer_says_why_at_its_button_by_key_as_it_does_under_the_pointer() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        choose(&mut harness, &words.get("title-new"));
        choose(&mut harness, nusa().shared.title.get(lang));
        choose(&mut harness, &words.get("setup-hot-seat"));
        choose(&mut harness, &words.get("setup-start"));
        let session = harness.state_mut().session_mut().expect("a game");
        for _ in 0..2 {
            session.lift_curtain();
            session.act(mufakat::rules::Command::Prepare(Default::default()));
        }
        session.lift_curtain();
        harness.run_steps(4);
        press(&mut harness, Modifiers::COMMAND, Key::Y);
        assert!(tells(&harness, &words.get("why-no-offer")));
        let spent = loop {
            let session = harness.state().session().expect("a game");
            let deal = session.drafts.first.clone();
            match session.permits(&mufakat::rules::Command::Propose(deal).into()) {
                Ok(_) => press(&mut harness, Modifiers::COMMAND, Key::Enter),
                Err(refusal) => break refusal,
            }
        };
        let why = words.phrase(&spent.phrase(), &nusa().shared);
        let offers = harness.state().session().expect("a game").view().offers.len();
        assert!(offers > 0 && !tells(&harness, &why));
        press(&mut harness, Modifiers::COMMAND, Key::Enter);
        assert!(tells(&harness, &why), "{why}: {:?}", texts(&harness));
        assert_eq!(harness.state().session().expect("a game").view().offers.len(), offers);
        let button = harness.get_by_label(&words.get("talks-propose")).rect();
        let label = harness.get_by_label_contains(&why).rect();
        assert!(label.bottom() <= button.top() + 1.0, "above the button: {label:?} {button:?}");
        assert!((label.left() - button.left()).abs() < 60.0);
    }
}

#[test]
fn a_button_that_is_held_down_for_long_is_clicked_all_the_same() {
    let words = Words::new(Lang::En);
    let mut harness = open(Lang::En);
    let at = harness.get_by_label(&words.get("settings-open")).rect().center();
    let press = |pressed| egui::Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(egui::Event::PointerMoved(at));
    harness.event(press(true));
    let begun = harness.ctx.input(|input| input.time);
    while harness.ctx.input(|input| input.time) < begun + 3.0 {
        harness.run_steps(1);
    }
    assert_eq!(harness.state().screen(), Screen::Title);
    harness.event(press(false));
    harness.run_steps(2);
    assert_eq!(harness.state().screen(), Screen::Settings);
}

#[test]
fn page_down_and_page_up_turn_over_what_does_not_fit() {
    let words = Words::new(Lang::En);
    let mut harness = open(Lang::En);
    choose(&mut harness, &words.get("title-new"));
    let top = |harness: &Harness<'static, Shell>| {
        harness.get_by_label(nusa().shared.title.get(Lang::En)).rect().top()
    };
    let begun = top(&harness);
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    harness.run_steps(8);
    assert!(top(&harness) < begun - 200.0, "{} of {begun}", top(&harness));
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    harness.run_steps(8);
    assert!((top(&harness) - begun).abs() < 1.0, "{} of {begun}", top(&harness));
}
