//! Every screen at every size: nothing lies outside, no text is cut at its sides or painted over another.

use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use mufakat::scenario::Lang;
use mufakat::session::Wish;
use mufakat::ui::{Shell, poses};
use mufakat::words::Words;

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

/// The faults of every screen of the script.
fn check(words: Words, size: [f32; 2]) {
    let mut harness = open(words, size);
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
        check(Words::new(lang), PROJECTOR);
    }
}

#[test]
fn everything_fits_an_old_projector() {
    for lang in [Lang::Id, Lang::En] {
        check(Words::new(lang), OLD);
    }
}

#[test]
fn words_half_as_long_again_still_fit() {
    for size in [PROJECTOR, OLD] {
        check(Words::long(Lang::Id), size);
    }
}

#[test]
fn text_of_twice_the_size_breaks_nothing() {
    check(Words::new(Lang::Id), LARGER);
    for lang in [Lang::Id, Lang::En] {
        check(Words::new(lang), DOUBLED);
    }
}
