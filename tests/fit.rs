//! Every screen at every size: nothing lies outside, no text is cut at its sides or painted over another.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use mufakat::scenario::{Lang, Scenario, builtin, check};
use mufakat::session::Wish;
use mufakat::ui::{Shell, poses};
use mufakat::words::Words;
use std::sync::Arc;

/// A common projector, an old one, and the common one with text of 200 %.
const PROJECTOR: [f32; 2] = [1366.0, 768.0];
const OLD: [f32; 2] = [1024.0, 768.0];
const DOUBLED: [f32; 2] = [683.0, 384.0];
/// The common one with text of 150 %.
const LARGER: [f32; 2] = [910.0, 512.0];

fn open(words: Words, size: [f32; 2]) -> Harness<'static, Shell> {
    let mut shell = Shell::new(Wish::default(), 7, false);
    shell.speak(words);
    Harness::builder().with_size(size).build_ui_state(
        |ui, shell: &mut Shell| {
            shell.ui(ui);
        },
        shell,
    )
}

/// Every line of text that is painted: where its ink is, within what it is cut, and whether its end was left off.
fn painted(harness: &Harness<'static, Shell>) -> Vec<(String, egui::Rect, egui::Rect, bool)> {
    fn collect(
        shape: &egui::Shape,
        clip: egui::Rect,
        into: &mut Vec<(String, egui::Rect, egui::Rect, bool)>,
    ) {
        match shape {
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, into)),
            egui::Shape::Text(text) if text.angle == 0.0 => {
                for row in &text.galley.rows {
                    let ink = row.visuals.mesh_bounds.translate(row.pos.to_vec2() + text.pos.to_vec2());
                    if ink.is_positive() {
                        into.push((row.text(), ink, clip, text.galley.elided));
                    }
                }
            }
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for clipped in &harness.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut texts);
    }
    texts
}

/// Whether something opaque and large is painted over the text that comes before it.
fn covered(harness: &Harness<'static, Shell>) -> Vec<String> {
    let shapes = &harness.output().shapes;
    let large: Vec<(usize, egui::Rect)> = shapes
        .iter()
        .enumerate()
        .filter_map(|(at, clipped)| match &clipped.shape {
            egui::Shape::Rect(rect) if rect.fill.is_opaque() => {
                Some((at, rect.rect.intersect(clipped.clip_rect)))
            }
            _ => None,
        })
        .filter(|(_, rect)| rect.is_positive())
        .collect();
    let mut found = Vec::new();
    for (at, clipped) in shapes.iter().enumerate() {
        let egui::Shape::Text(text) = &clipped.shape else { continue };
        let spot = text.galley.rect.translate(text.pos.to_vec2()).center();
        if !clipped.clip_rect.contains(spot) {
            continue;
        }
        for (_, rect) in large.iter().filter(|(later, rect)| *later > at && rect.contains(spot)) {
            found.push(format!("covered: {:?} by {rect:?}", text.galley.text()));
        }
    }
    found
}

/// What is wrong with the screen that is shown.
fn faults(harness: &Harness<'static, Shell>, width: f32, one_layer: bool) -> Vec<String> {
    let mut found = Vec::new();
    for node in harness.root().children_recursive() {
        let inner = node.accesskit_node();
        let Some(said) = inner.label().or_else(|| inner.value()).filter(|said| !said.is_empty()) else {
            continue;
        };
        let rect = node.rect();
        if rect.left() < -1.0 || rect.right() > width + 1.0 {
            found.push(format!("outside: {said:?} {rect:?}"));
        }
    }
    if one_layer {
        found.extend(covered(harness));
    }
    let texts = painted(harness);
    let seen = |rect: egui::Rect, clip: egui::Rect| rect.intersect(clip).is_positive();
    for (text, rect, clip, _) in &texts {
        let cut = rect.left() < clip.left() - 1.0 || rect.right() > clip.right() + 1.0;
        if cut && seen(*rect, *clip) {
            found.push(format!("cut: {text:?} {rect:?} in {clip:?}"));
        }
    }
    for (at, (text, rect, clip, _)) in texts.iter().enumerate() {
        for (other, rect2, clip2, _) in &texts[at + 1..] {
            let both = rect.intersect(*clip).intersect(rect2.intersect(*clip2));
            if one_layer && both.width() > 2.0 && both.height() > 2.0 {
                found.push(format!("over one another: {text:?} {rect:?} and {other:?} {rect2:?}"));
            }
        }
    }
    found
}

/// A text half as long again: every second word twice, a single word with more letters.
fn longer(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    if let [word] = words.as_slice() {
        return format!("{word}{}", "n".repeat(word.chars().count().div_ceil(2)));
    }
    let twice = |(at, word): (usize, &&str)| {
        if at % 2 == 1 { format!("{word} {word}") } else { (*word).to_owned() }
    };
    words.iter().enumerate().map(twice).collect::<Vec<_>>().join(" ")
}

/// The scenarios that ship with the program, with every text of them half as long again.
fn stretched() -> Vec<Arc<Scenario>> {
    let stretch = |(id, source): &(&str, &str)| {
        let mut text = String::new();
        let mut rest = *source;
        while let Some((at, key)) =
            ["\"id\": \"", "\"en\": \""].into_iter().filter_map(|key| Some((rest.find(key)?, key))).min()
        {
            let (before, after) = rest.split_at(at + key.len());
            let end = (0..after.len())
                .find(|&at| after[at..].starts_with('"') && !after[..at].ends_with('\\'))
                .expect("a text ends");
            text.push_str(before);
            text.push_str(&longer(&after[..end]));
            rest = &after[end..];
        }
        text.push_str(rest);
        let (scenario, _) = check::parse(&text).unwrap_or_else(|problems| panic!("{id}: {problems:#?}"));
        assert!(
            scenario.shared.summary.id.len() * 10
                > builtin::by_id(id).expect(id).shared.summary.id.len() * 14
        );
        Arc::new(scenario)
    };
    builtin::FILES.iter().map(stretch).collect()
}

#[test]
fn texts_of_a_scenario_half_as_long_again_still_fit() {
    let scenarios = stretched();
    for (words, size) in
        [(Words::long(Lang::Id), PROJECTOR), (Words::new(Lang::Id), OLD), (Words::new(Lang::En), LARGER)]
    {
        let mut harness = open(words, size);
        harness.state_mut().set_library(scenarios.clone());
        check_all(harness, words, size);
    }
}

#[test]
fn the_cards_of_the_gallery_are_equally_wide() {
    let gallery = poses::ALL.iter().find(|pose| pose.name == "02-gallery").expect("a pose");
    for (size, columns) in [(PROJECTOR, 2), ([1920.0, 1080.0], 2), (OLD, 2), (DOUBLED, 2)] {
        let words = Words::new(Lang::Id);
        let mut harness = open(words, size);
        (gallery.set)(harness.state_mut());
        harness.run_steps(4);
        let round = egui::CornerRadius::same(8);
        let widths: Vec<f32> = harness
            .output()
            .shapes
            .iter()
            .filter_map(|clipped| match &clipped.shape {
                egui::Shape::Rect(rect) if rect.corner_radius == round => Some(rect.rect.width()),
                _ => None,
            })
            .collect();
        assert!(widths.len() >= columns, "{size:?}: {widths:?}");
        assert!(widths.iter().all(|width| (width - widths[0]).abs() < 0.5), "{size:?}: {widths:?}");
    }
}

#[test]
fn what_to_do_next_is_in_sight_with_text_of_one_and_a_half() {
    let next = [
        ("02-setup", "setup-start"),
        ("03-briefing", "briefing-next"),
        ("04-preparation", "preparation-ready"),
        ("12-signature", "signature-sign"),
        ("13-better", "better-keep"),
        ("14-reflection", "reflection-skip"),
        ("23-delegation", "delegation-back"),
    ];
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(words, LARGER);
        for pose in poses::ALL {
            (pose.set)(harness.state_mut());
            harness.run_steps(4);
            for (_, key) in next.iter().filter(|(name, _)| *name == pose.name) {
                let button = harness.get_by_label(&words.get(key)).rect();
                assert!(button.bottom() <= LARGER[1] && button.top() >= 0.0, "{}: {button:?}", pose.name);
            }
        }
    }
}

/// The faults of every screen of the script.
fn check_screens(words: Words, size: [f32; 2]) {
    check_all(open(words, size), words, size);
}

fn check_all(mut harness: Harness<'static, Shell>, words: Words, size: [f32; 2]) {
    let mut found = Vec::new();
    for pose in poses::ALL {
        (pose.set)(harness.state_mut());
        harness.run_steps(4);
        // The glossary lies above the screen.
        let faults = faults(&harness, size[0], !pose.name.contains("glossary"));
        found.extend(faults.into_iter().map(|fault| format!("{}: {fault}", pose.name)));
    }
    assert!(found.is_empty(), "{words:?} at {size:?}: {found:#?}");
}

#[test]
fn everything_fits_a_projector_in_both_languages() {
    for lang in [Lang::Id, Lang::En] {
        check_screens(Words::new(lang), PROJECTOR);
    }
}

#[test]
fn everything_fits_an_old_projector() {
    for lang in [Lang::Id, Lang::En] {
        check_screens(Words::new(lang), OLD);
    }
}

#[test]
fn words_half_as_long_again_still_fit() {
    for size in [PROJECTOR, OLD] {
        check_screens(Words::long(Lang::Id), size);
    }
}

#[test]
fn text_of_twice_the_size_breaks_nothing() {
    check_screens(Words::new(Lang::Id), LARGER);
    for lang in [Lang::Id, Lang::En] {
        check_screens(Words::new(lang), DOUBLED);
    }
}
