//! Guess against truth: how well each side read the other.

use super::Given;
use crate::scenario::{Percent, Seat};
use crate::scoring::insight::Guess;
use crate::ui::parts::{Mark, card, columns, heading, note, scale, strong};
use egui::Ui;

pub(super) fn insight_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    ui.label(scene.get("insight-note"));
    ui.add_space(6.0);
    columns::<2>(ui, 14.0, |ui, column| side_ui(ui, given, Seat::ALL[column]));
}

fn side_ui(ui: &mut Ui, given: &Given<'_>, seat: Seat) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let insight = &given.opened.debrief.insight[seat];
    let truth = &given.scenario.briefs[seat.other()].weights;
    card(ui, palette, |ui| {
        let title =
            words.with("insight-of", &[("country", scene.name(seat)), ("other", scene.name(seat.other()))]);
        heading(ui, &title);
        for (key, guess) in [("insight-before", &insight.before), ("insight-after", &insight.after)] {
            match guess {
                Some((_, accuracy)) => {
                    ui.label(strong(words.with(key, &[("accuracy", &words.percent(*accuracy))])));
                }
                None => {
                    note(ui, palette, scene.get(&format!("{key}-none")));
                }
            }
        }
        let guess: Option<&Guess> =
            insight.after.as_ref().or(insight.before.as_ref()).map(|(guess, _)| guess);
        let heavy = |issue: &usize| truth[*issue] > 0;
        let mut issues: Vec<usize> = (0..truth.len()).filter(heavy).collect();
        issues.sort_by_key(|&issue| -truth[issue]);
        let guesses = guess.into_iter().flatten();
        let most: Percent = truth.iter().chain(guesses).max().copied().unwrap_or(1).max(1);
        for issue in issues {
            let name = scene.text(&scene.shared.issues[issue].title);
            let real = truth[issue];
            // What waited in the reserve could not be guessed.
            let guess = guess.filter(|guess| guess[issue] > 0 || !scene.shared.issues[issue].reserve);
            let shown = match guess {
                Some(guess) => words.with(
                    "insight-points",
                    &[("truth", &real.to_string()), ("guess", &guess[issue].to_string())],
                ),
                None => words.with("insight-truth", &[("truth", &real.to_string())]),
            };
            crate::ui::parts::row(ui, name, shown.as_str());
            let marks: Vec<Mark> = guess
                .map(|guess| Mark::line(guess[issue] as f32 / most as f32, palette.ink))
                .into_iter()
                .collect();
            let label = format!("{name}: {shown}");
            scale(ui, palette, &label, real as f32 / most as f32, scene.colours[seat.other()], &marks);
        }
        if let Some(guess) = guess {
            lesson(ui, given, seat, guess, truth);
        }
    });
}

/// The one thing to learn: what was thought most important, and what was.
fn lesson(ui: &mut Ui, given: &Given<'_>, seat: Seat, guess: &[Percent], truth: &[Percent]) {
    let scene = &given.scene;
    let words = scene.look.words;
    let top =
        |points: &[Percent]| (0..points.len()).max_by_key(|&issue| (points[issue], std::cmp::Reverse(issue)));
    let (Some(thought), Some(real)) = (top(guess), top(truth)) else { return };
    let name = |issue: usize| scene.text(&scene.shared.issues[issue].title);
    let text = if thought == real {
        words.with("insight-right", &[("country", scene.name(seat)), ("issue", name(real))])
    } else {
        words.with(
            "insight-wrong",
            &[("country", scene.name(seat)), ("thought", name(thought)), ("truth", name(real))],
        )
    };
    ui.label(text);
}
