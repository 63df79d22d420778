//! The panels, driven by their accessible labels, without a window.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use mufakat::scenario::Lang;
use mufakat::session::Wish;
use mufakat::ui::{Shell, poses};
use mufakat::words::Words;

/// The width of a common projector.
const WIDTH: f32 = 1366.0;

/// The whole game as panels, on a projector of 1366 by 768, with nothing kept on disk.
fn open(lang: Lang) -> Harness<'static, Shell> {
    let mut shell = Shell::new(Wish::default(), 7, false);
    shell.speak(Words::new(lang));
    Harness::builder().with_size([WIDTH, 768.0]).build_ui_state(
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
    for lang in [Lang::Id, Lang::En] {
        let mut harness = open(lang);
        for pose in poses::ALL {
            (pose.set)(harness.state_mut());
            settle(&mut harness);
            let mut labels = 0;
            for node in harness.root().children_recursive() {
                let Some(said) = said(&node) else { continue };
                labels += 1;
                let rect = node.rect();
                assert!(
                    rect.left() >= -1.0 && rect.right() <= WIDTH + 1.0,
                    "{} in {lang:?}: {said:?} lies outside, {rect:?}",
                    pose.name
                );
            }
            assert!(labels > 3, "{} shows {labels} labels in {lang:?}", pose.name);
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
        click(&mut harness, &words.get("setup-hot-seat"));
        click(&mut harness, &words.get("setup-start"));
        for country in ["Nusa", "Boreal"] {
            lift(&mut harness, words, country);
            click(&mut harness, &words.get("briefing-next"));
            click(&mut harness, &words.get("preparation-ready"));
        }
        lift(&mut harness, words, "Nusa");
        click(&mut harness, &words.get("talks-propose"));
        click(&mut harness, &words.get("talks-end-turn"));
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
    click(&mut harness, &words.get("setup-hot-seat"));
    click(&mut harness, &words.get("setup-start"));
    assert!(shows(&harness, &words.get("curtain-title")));
    for secret in ["briefing-own", "briefing-weights", "briefing-batna", "briefing-red-lines"] {
        assert!(!shows(&harness, &words.get(secret)), "{secret}");
    }
    lift(&mut harness, words, "Nusa");
    assert!(shows(&harness, &words.get("briefing-own")));
}

/// The player of this country takes the screen, where a curtain hides it.
#[track_caller]
fn lift(harness: &mut Harness<'static, Shell>, words: Words, country: &str) {
    let label = words.with("curtain-lift", &[("country", country)]);
    if shows(harness, &label) {
        click(harness, &label);
    }
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
