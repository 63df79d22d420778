//! The panels, driven by their accessible labels, without a window.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use mufakat::scenario::Lang;
use mufakat::session::Wish;
use mufakat::ui::{Shell, poses, theme};
use mufakat::words::Words;

/// The whole game as panels, on a projector of 1366 by 768, with nothing kept on disk.
fn open(lang: Lang) -> Harness<'static, Shell> {
    let mut shell = Shell::new(Wish::default(), 7, false);
    shell.speak(Words::new(lang));
    Harness::builder().with_size([1366.0, 768.0]).build_ui_state(
        |ui, shell: &mut Shell| {
            shell.ui(ui);
        },
        shell,
    )
}

/// Clicks what bears these words, and draws until nothing moves.
#[track_caller]
fn click(harness: &mut Harness<'static, Shell>, words: Words, key: &str) {
    harness.get_by_label(&words.get(key)).click();
    settle(harness);
}

/// Draws a few frames: a counterpart that ponders asks for ever more of them.
fn settle(harness: &mut Harness<'static, Shell>) {
    harness.run_steps(4);
}

#[test]
fn every_screen_can_be_drawn_in_both_languages() {
    for lang in [Lang::Id, Lang::En] {
        let mut harness = open(lang);
        for pose in poses::ALL {
            (pose.set)(harness.state_mut());
            settle(&mut harness);
            let labels = harness.root().children_recursive().filter(|node| node.label().is_some()).count();
            assert!(labels > 0, "{} shows nothing in {lang:?}", pose.name);
        }
    }
}

#[test]
fn a_game_can_be_begun_by_label() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang);
        settle(&mut harness);
        click(&mut harness, words, "title-new");
        click(&mut harness, words, "setup-start");
        click(&mut harness, words, "briefing-next");
        click(&mut harness, words, "preparation-ready");
        assert!(harness.query_by_label(&words.get("talks-propose")).is_some(), "the talks are open");
    }
}
