//! The counterparts open their notebooks, page by page: what they wanted, what they weighed, and why
//! they moved; beside it what they believed.

use super::Given;
use super::beliefs;
use crate::counterpart::{Considered, Note};
use crate::scenario::{Deal, Seat};
use crate::ui::parts::{Mark, against_truth, card, columns, country, heading, note, overline, row, scale};
use crate::ui::parts::{serif_italic, slider, strong, truth_legend};
use crate::ui::theme::size;
use egui::{RichText, Slider, Ui};

/// Where the notebook is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct Leaf {
    /// Whose notebook, where there are two.
    pub seat: Option<Seat>,
    /// The page, from 0.
    pub at: usize,
}

pub(super) fn notebook_ui(ui: &mut Ui, given: &Given<'_>, leaf: &mut Leaf) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let seats: Vec<Seat> = Seat::ALL.into_iter().filter(|&seat| given.counterparts[seat].is_some()).collect();
    let Some(&first) = seats.first() else { return };
    let seat = leaf.seat.filter(|seat| seats.contains(seat)).unwrap_or(first);
    ui.label(scene.get("notebook-note"));
    ui.add_space(2.0);
    let notes = &given.opened.notebooks[seat];
    leaf.at = leaf.at.min(notes.len().saturating_sub(1));
    ui.horizontal_wrapped(|ui| {
        if seats.len() > 1 {
            for other in seats {
                let name = given.counterparts[other].unwrap_or_default();
                let label = format!("{} ({})", scene.name(other), scene.get(&format!("counterpart-{name}")));
                if ui.selectable_label(other == seat, strong(label)).clicked() && other != seat {
                    *leaf = Leaf { seat: Some(other), at: 0 };
                }
            }
        } else {
            let name = scene.get(&format!("counterpart-{}", given.counterparts[seat].unwrap_or_default()));
            heading(ui, &scene.look.words.with("notebook-of", &[("name", &name)]));
            country(ui, scene, seat);
        }
        if !notes.is_empty() {
            ui.separator();
            turn_pages(ui, given, notes, leaf);
        }
    });
    ui.add_space(4.0);
    let Some(page) = notes.get(leaf.at) else {
        note(ui, palette, scene.get("notebook-empty"));
        return;
    };
    columns::<2>(ui, 14.0, |ui, column| {
        if column == 0 {
            beliefs::beliefs_ui(ui, given, seat, page);
            ui.add_space(8.0);
            beliefs::curve_ui(ui, given, seat, leaf.at);
        } else {
            step_ui(ui, given, seat, page);
        }
    });
}

/// The buttons and the slider that turn the pages.
fn turn_pages(ui: &mut Ui, given: &Given<'_>, notes: &[Note], leaf: &mut Leaf) {
    let scene = &given.scene;
    let last = notes.len() - 1;
    let turn = |ui: &mut Ui, icon: &str, key: &str, enabled: bool| {
        let response = ui.add_enabled(enabled, egui::Button::new(icon));
        let name = scene.get(key);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, enabled, &name));
        response.on_hover_text(&name).clicked()
    };
    if turn(ui, egui_phosphor::regular::CARET_LEFT, "notebook-before", leaf.at > 0) {
        leaf.at -= 1;
    }
    let label = scene.look.words.with(
        "notebook-page",
        &[
            ("at", &(leaf.at + 1).to_string()),
            ("of", &notes.len().to_string()),
            ("round", &notes[leaf.at].round.to_string()),
        ],
    );
    let mut at = leaf.at + 1;
    let turned = slider(ui, scene.look.palette, true, Slider::new(&mut at, 1..=last + 1).show_value(false));
    if turned.changed() {
        leaf.at = at - 1;
    }
    if turn(ui, egui_phosphor::regular::CARET_RIGHT, "notebook-after", leaf.at < last) {
        leaf.at += 1;
    }
    let label = ui.label(strong(label));
    turned.labelled_by(label.id);
}

/// What it wanted, what lay on the table, what it weighed, and what it did.
fn step_ui(ui: &mut Ui, given: &Given<'_>, seat: Seat, page: &Note) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let other = scene.name(seat.other());
    let points = |share: f64| words.num(100.0 * share, 0);
    card(ui, palette, |ui| {
        heading(ui, &scene.get("notebook-step"));
        ui.label(serif_italic(format!("\u{201c}{}\u{201d}", scene.phrase(&page.why))));
        ui.add_space(4.0);
        let target = Mark::diamond(page.target as f32, palette.brass);
        overline(ui, palette, &scene.get("notebook-table"));
        match page.received {
            Some(received) => {
                let key = if received >= page.target { "notebook-enough" } else { "notebook-too-little" };
                let line = words.with(
                    key,
                    &[("country", other), ("worth", &points(received)), ("target", &points(page.target))],
                );
                scale(ui, palette, &line, received as f32, scene.colours[seat.other()], &[target]);
                ui.label(RichText::new(line).size(15.0));
            }
            None => {
                let line = words
                    .with("notebook-nothing-yet", &[("country", other), ("target", &points(page.target))]);
                ui.label(RichText::new(line).size(15.0));
            }
        }
        ui.add_space(4.0);
        overline(ui, palette, &scene.get("notebook-weighed"));
        let weighed = weighed(page);
        if weighed.is_empty() {
            note(ui, palette, scene.get("notebook-no-package"));
            return;
        }
        let guessed = weighed.iter().any(|it| it.other.is_some());
        if guessed {
            truth_legend(ui, scene, scene.colours[seat.other()]);
        }
        for (at, it) in weighed.iter().enumerate() {
            package_ui(ui, given, seat, page, at, it);
            if at > 0
                && let Some(list) = differences(given, weighed[0].deal, it.deal)
            {
                note(ui, palette, list);
            }
            ui.add_space(4.0);
        }
        articles_ui(ui, given, weighed[0].deal);
    });
}

/// A package on a page, with what it was believed to be worth to the other side, if anything was.
struct Weighed<'a> {
    deal: &'a Deal,
    own: f64,
    other: Option<f64>,
}

fn weighed(page: &Note) -> Vec<Weighed<'_>> {
    if page.considered.is_empty() {
        let chosen = page.chosen.iter();
        return chosen.map(|(deal, own)| Weighed { deal, own: *own, other: None }).collect();
    }
    let all = page.considered.iter().take(3);
    all.map(|Considered { deal, own, other }| Weighed { deal, own: *own, other: Some(*other) }).collect()
}

fn package_ui(ui: &mut Ui, given: &Given<'_>, seat: Seat, page: &Note, at: usize, it: &Weighed<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let letter = char::from(b'A' + at as u8).to_string();
    let name = words.with("notebook-package", &[("letter", &letter)]);
    let chosen = page.chosen.as_ref().is_some_and(|(deal, _)| deal == it.deal);
    let (title, colour) = if chosen {
        let mark = egui_phosphor::regular::CHECK_CIRCLE;
        (format!("{mark} {name}: {}", scene.get("notebook-chosen")), palette.good)
    } else {
        (name.clone(), palette.ink)
    };
    let own = words.with("notebook-own", &[("worth", &words.num(100.0 * it.own, 0))]);
    row(ui, strong(title).color(colour), RichText::new(&own).size(15.0));
    let target = Mark::diamond(page.target as f32, palette.brass);
    scale(ui, palette, &format!("{name}: {own}"), it.own as f32, scene.colours[seat], &[target]);
    let truth = given.case.fraction(given.case.utility(it.deal, seat.other()));
    let real = words.num(100.0 * truth, 0);
    let country = scene.name(seat.other());
    let (line, believed) = match it.other {
        Some(believed) => {
            let shown = words.num(100.0 * believed, 0);
            let args = [("country", country), ("believed", shown.as_str()), ("truth", &real)];
            (words.with("notebook-other", &args), Some(believed as f32))
        }
        None => (words.with("notebook-other-true", &[("country", country), ("truth", &real)]), None),
    };
    ui.label(RichText::new(&line).size(15.0));
    let name = format!("{name}: {line}");
    against_truth(ui, palette, &name, believed, truth as f32, scene.colours[seat.other()]);
}

/// Where a package differs from the first.
fn differences(given: &Given<'_>, first: &Deal, deal: &Deal) -> Option<String> {
    let scene = &given.scene;
    let list: Vec<String> = deal
        .choices()
        .filter(|&(issue, option)| first[issue] != option)
        .map(|(issue, option)| {
            let title = scene.text(&scene.shared.issues[issue].title);
            format!("{title}: {}", scene.text(&scene.shared.choice(issue, option).label))
        })
        .collect();
    (!list.is_empty()).then(|| scene.look.words.with("notebook-differs", &[("list", &list.join("; "))]))
}

/// The first package word by word.
fn articles_ui(ui: &mut Ui, given: &Given<'_>, deal: &Deal) {
    let scene = &given.scene;
    let title = RichText::new(scene.get("notebook-articles")).size(size::SMALL);
    egui::CollapsingHeader::new(title).id_salt("first-package").show(ui, |ui| {
        for (issue, option) in deal.choices() {
            let title = scene.text(&scene.shared.issues[issue].title);
            let label = scene.text(&scene.shared.choice(issue, option).label);
            ui.label(RichText::new(format!("{title}: {label}")).size(15.0));
        }
    });
}
