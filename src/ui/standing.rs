//! How things stand for this seat: own utility as bars, support at home, trust, what is known.

use super::glossary::term_ui;
use super::parts::{Mark, Scene, note, overline, overline_term, row, scale, strong};
use crate::counterpart::Near;
use crate::rules::Phase;
use crate::scenario::{Deal, Seat};
use crate::scoring::Signal;
use crate::scoring::substance::suffices;
use crate::view::View;
use egui::{RichText, Ui};

/// Draws the left panel for a draft; one who only watches sees no brief.
pub(super) fn standing_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    draft: &Deal,
    near: Option<Near>,
    plays: bool,
) {
    if !plays {
        relation(ui, scene, view);
        return;
    }
    utility(ui, scene, view, draft, near);
    ui.add_space(8.0);
    support(ui, scene, view, draft);
    ui.add_space(8.0);
    relation(ui, scene, view);
    ui.add_space(8.0);
    insight(ui, scene, view);
}

/// Own utility of the draft and of what is on the table; the other side's never.
fn utility(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, draft: &Deal, near: Option<Near>) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    overline_term(ui, scene.look, &scene.get("standing-utility"), "utility");
    let batna = view.batna as f32 / 10_000.0;
    let mut marks = vec![Mark::line(batna, palette.ink)];
    if let Some(target) = view.preparation.as_ref().and_then(|it| it.target) {
        marks.push(Mark::diamond(target as f32 / 100.0, palette.brass));
    }
    let line = |ui: &mut Ui, label: String, deal: &Deal, colour: egui::Color32, lead: bool| {
        let worth = view.worth(deal);
        let number = words.num(100.0 * worth, 1);
        let below = view.utility(deal) < view.batna;
        let shown = if below {
            RichText::new(format!("{number} \u{2193}")).color(palette.bad)
        } else {
            RichText::new(&number)
        };
        if lead {
            row(ui, strong(&label), shown.font(egui::FontId::new(22.0, super::theme::strong())));
        } else {
            row(ui, label.as_str(), shown);
        }
        scale(ui, palette, &format!("{label}: {number}"), worth as f32, colour, &marks);
    };
    line(ui, scene.get("standing-draft"), draft, palette.primary, true);
    if let Some(near) = near {
        super::asking::near_ui(ui, scene, view.seat.other(), near);
    }
    if let Some(offer) = view.position(view.seat) {
        let label = words.with("standing-own-offer", &[("no", &offer.no.to_string())]);
        line(ui, label, &offer.deal, scene.colours[view.seat], false);
    }
    if let Some(offer) = view.position(view.seat.other()) {
        let label = words.with("standing-their-offer", &[("no", &offer.no.to_string())]);
        line(ui, label, &offer.deal, scene.colours[view.seat.other()], false);
    }
    if let Some(text) = view.text() {
        let label = words.with("standing-text", &[("no", &text.no.to_string())]);
        line(ui, label, &text.deal, palette.brass, false);
    }
    let target = view.preparation.as_ref().and_then(|it| it.target);
    let mut legend = words.with("standing-batna", &[("batna", &words.num(f64::from(batna) * 100.0, 0))]);
    if let Some(target) = target {
        legend.push_str(" \u{b7} ");
        legend.push_str(&words.with("standing-target", &[("target", &target.to_string())]));
    }
    term_ui(ui, scene.look, RichText::new(legend).size(14.0).color(palette.muted), "batna");
    for (issue, option) in view.crossed(draft) {
        let text = words
            .with("standing-red-line", &[("option", scene.text(&scene.shared.choice(issue, option).label))]);
        ui.label(RichText::new(format!("{} {text}", egui_phosphor::regular::PROHIBIT)).color(palette.bad));
    }
}

/// Whether the groups at home would agree to the draft.
fn support(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, draft: &Deal) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let (support, quota) = view.backing(draft);
    overline_term(ui, scene.look, &scene.get("standing-support"), "ratification");
    let enough = suffices(support, quota);
    let verdict = words.with(
        if enough { "standing-enough" } else { "standing-short" },
        &[("support", &words.percent(support)), ("quota", &words.percent(quota))],
    );
    let colour = if enough { palette.good } else { palette.bad };
    scale(ui, palette, &verdict, support as f32, colour, &[Mark::line(quota as f32, palette.ink)]);
    ui.label(RichText::new(&verdict).size(14.0).color(colour));
    for (no, opinion) in view.opinions(draft).iter().enumerate() {
        let name = scene.text(&view.brief.groups[no].name);
        let (mark, colour) = if opinion.agrees {
            (egui_phosphor::regular::CHECK, palette.good)
        } else {
            (egui_phosphor::regular::X, palette.bad)
        };
        // A group tells what it needs only to those who ask.
        let detail = if view.consulted.contains(&no) {
            let value =
                opinion.value.map_or_else(|| "\u{2013}".to_owned(), |value| words.num(100.0 * value, 0));
            format!("{value} / {}", words.num(100.0 * opinion.least, 0))
        } else {
            String::new()
        };
        row(
            ui,
            RichText::new(format!("{mark} {name}")).color(colour).size(15.0),
            RichText::new(detail).size(14.0),
        );
    }
}

/// Trust, coercion and phase, with what changed last.
fn relation(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    overline_term(ui, scene.look, &scene.get("standing-relation"), "trust");
    for seat in Seat::ALL {
        let trust = view.trust(seat);
        let label =
            words.with("standing-trust", &[("one", scene.name(seat)), ("other", scene.name(seat.other()))]);
        row(ui, RichText::new(&label).size(15.0), words.num(100.0 * trust, 0));
        scale(
            ui,
            palette,
            &format!("{label}: {}", words.num(100.0 * trust, 0)),
            trust as f32,
            scene.colours[seat],
            &[],
        );
    }
    if let Some(step) = view.steps.last() {
        let change = crate::scoring::relation::share(step.change) * 100.0;
        let signal = scene.phrase(&crate::scoring::evidence::signal_name(step.signal));
        let change = words.signed(change, 0);
        // News come from nobody at the table.
        let text = match step.signal {
            Signal::News => words.with("standing-last-news", &[("signal", &signal), ("change", &change)]),
            _ => words.with(
                "standing-last-step",
                &[("signal", &signal), ("country", scene.name(step.actor)), ("change", &change)],
            ),
        };
        note(ui, palette, text);
    }
    let pressure = view.relation.pressure();
    if pressure > 0.0 {
        let text = words.with("standing-pressure", &[("pressure", &words.num(pressure, 2))]);
        term_ui(ui, scene.look, RichText::new(text).size(14.0).color(palette.care), "pressure");
    }
    if view.phase != Phase::Normal {
        let key = if view.phase == Phase::SlowDown { "standing-slow-down" } else { "standing-minimal" };
        let term = if view.phase == Phase::SlowDown { "slow-down" } else { "minimal" };
        term_ui(ui, scene.look, RichText::new(scene.get(key)).color(palette.care), term);
    }
}

/// What is known of the other side's priorities, by telling, asking and hints.
fn insight(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let other = view.seat.other();
    overline(ui, palette, &words.with("standing-known", &[("country", scene.name(other))]));
    let mut known: Vec<(usize, String, bool)> = Vec::new();
    for (issue, told) in &view.told[other] {
        known.push((told.rank, scene.text(&scene.shared.issues[*issue].title).to_owned(), told.exposed));
    }
    for (issue, rank) in &view.known.ranks {
        if view.told[other].get(issue).is_none_or(|told| told.rank != *rank) {
            known.push((*rank, scene.text(&scene.shared.issues[*issue].title).to_owned(), false));
        }
    }
    known.sort();
    if known.is_empty() && view.known.hints.is_empty() && view.told_batna[other].is_none() {
        note(ui, palette, scene.get("standing-nothing-known"));
    }
    for (rank, name, lie) in known {
        let text = format!("{rank}. {name}");
        if lie {
            let text = words.with("standing-lie", &[("claim", &text)]);
            ui.label(RichText::new(text).color(palette.bad).size(15.0));
        } else {
            ui.label(RichText::new(text).size(15.0));
        }
    }
    for hint in &view.known.hints {
        let names: Vec<&str> =
            hint.iter().map(|&issue| scene.text(&scene.shared.issues[issue].title)).collect();
        note(ui, palette, words.with("standing-hint", &[("issues", &names.join(", "))]));
    }
    if let Some(batna) = view.told_batna[other] {
        ui.label(words.with("standing-told-batna", &[("batna", &batna.to_string())]));
    }
    if let Some(offer) = view.explored(other) {
        let worth = words.num(100.0 * view.worth(&offer.deal), 1);
        note(
            ui,
            palette,
            words.with("standing-explored", &[("no", &offer.no.to_string()), ("worth", &worth)]),
        );
    }
    let told: Vec<String> = view.told[view.seat]
        .iter()
        .map(|(issue, told)| format!("{} ({})", scene.text(&scene.shared.issues[*issue].title), told.rank))
        .collect();
    if !told.is_empty() {
        note(ui, palette, words.with("standing-we-told", &[("issues", &told.join(", "))]));
    }
}
