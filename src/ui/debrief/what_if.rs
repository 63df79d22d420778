//! What if? One article or one clause changed, and everything that was measured answers at once.

use super::Given;
use crate::scenario::{Deal, IssueNo, Kind, Seat};
use crate::scoring::improve::keep_form;
use crate::session::Session;
use crate::ui::parts::{Mark, card, country, heading, note, scale, secondary_if, strong};
use crate::ui::theme::{self, size};
use crate::view::WhatIf;
use egui::{ComboBox, FontId, RichText, Ui, vec2};

/// The other text that is tried, and what it would have brought.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Trial {
    /// The text; `None` until the page is first opened.
    pub deal: Option<Deal>,
    found: Option<WhatIf>,
}

impl Trial {
    /// Scores the text that is tried, once for each change.
    pub(in crate::ui) fn settle(&mut self, session: &Session) {
        let Some(opened) = session.debrief() else { return };
        let deal = self.deal.get_or_insert_with(|| begin_with(session, opened.debrief.report.deal.as_ref()));
        if self.found.as_ref().is_none_or(|found| found.deal != *deal) {
            self.found = session.what_if(deal.clone());
        }
    }
}

/// The signed text, else the last one that lay on the table, else that all stays as it is.
fn begin_with(session: &Session, signed: Option<&Deal>) -> Deal {
    let view = session.view();
    let last = view.offers.last().map(|offer| offer.deal.clone());
    signed.cloned().or(last).unwrap_or_else(|| view.shared.status_quo())
}

pub(super) fn what_if_ui(ui: &mut Ui, given: &Given<'_>, trial: &mut Trial) {
    let scene = &given.scene;
    heading(ui, &scene.get("what-if-title"));
    note(ui, scene.look.palette, scene.get("what-if-note"));
    ui.add_space(4.0);
    let (Some(deal), Some(found)) = (&mut trial.deal, &trial.found) else { return };
    let report = &given.opened.debrief.report;
    let gap = 14.0;
    let width = ui.available_width() - gap;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (share, left) in [(0.54, true), (0.46, false)] {
            ui.allocate_ui_with_layout(
                vec2(width * share, ui.available_height()),
                egui::Layout::top_down(egui::Align::LEFT),
                |ui| {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    ui.set_width(width * share);
                    if left {
                        text_ui(ui, given, deal, report.deal.as_ref());
                    } else {
                        answer_ui(ui, given, found);
                    }
                },
            );
        }
    });
}

/// The text, article by article, each open to its options.
fn text_ui(ui: &mut Ui, given: &Given<'_>, deal: &mut Deal, signed: Option<&Deal>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    card(ui, palette, |ui| {
        ui.horizontal_wrapped(|ui| {
            let changed = signed.is_some_and(|signed| signed != deal);
            if let Some(signed) = signed
                && secondary_if(ui, &scene.get("what-if-signed"), changed).clicked()
            {
                deal.clone_from(signed);
            }
            if let Some(better) = &given.opened.debrief.report.post_settlement
                && secondary_if(ui, &scene.get("what-if-better"), better != deal).clicked()
            {
                deal.clone_from(better);
            }
            let references = &given.opened.debrief.report.references;
            if references.zopa {
                // Clauses and form carry no points: they are those that were signed, or that stand here.
                let nash = references.frontier.deal(references.nash);
                let nash = keep_form(given.case, &nash, signed.unwrap_or(deal));
                if secondary_if(ui, &scene.get("what-if-nash"), nash != *deal).clicked() {
                    *deal = nash;
                }
            }
        });
        ui.add_space(4.0);
        for issue in 0..scene.shared.issues.len() {
            if given.case.open[issue].iter().any(|open| *open) {
                article_ui(ui, given, deal, signed, issue);
            }
        }
    });
}

/// Where a line has less room than this, the choice stands below the name.
const LEAST_LINE: f32 = 400.0;

fn article_ui(ui: &mut Ui, given: &Given<'_>, deal: &mut Deal, signed: Option<&Deal>, issue: IssueNo) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let it = &scene.shared.issues[issue];
    let was = signed.map(|signed| signed[issue]);
    let changed = was.is_some_and(|was| was != deal[issue]);
    // Name and choice stand beside each other where both can be read.
    let beside = ui.available_width() >= LEAST_LINE;
    let add = |ui: &mut Ui| {
        let icon = crate::ui::draft::sector_icon(it.sector, it.kind);
        ui.label(RichText::new(icon).size(18.0).color(palette.brass));
        let title = match it.kind {
            Kind::Clauses => scene.get("sector-clauses"),
            Kind::Instrument => scene.get("sector-instrument"),
            Kind::Substance => scene.text(&it.title).to_owned(),
        };
        let name = if changed { strong(&title) } else { RichText::new(&title) };
        let half = ui.available_width() * if beside { 0.42 } else { 1.0 };
        let label = ui
            .allocate_ui_with_layout(
                vec2(half, 24.0),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.set_width(half);
                    ui.add(egui::Label::new(name).truncate())
                },
            )
            .inner;
        if !beside {
            ui.end_row();
        }
        let chosen = scene.text(&scene.shared.choice(issue, deal[issue]).label);
        let mark = if changed { egui_phosphor::regular::PENCIL_SIMPLE } else { "" };
        let room = ui.available_width() - 8.0;
        ComboBox::from_id_salt(("other text", issue))
            .width(room)
            .truncate()
            .selected_text(format!("{mark} {chosen}").trim().to_owned())
            .show_ui(ui, |ui| {
                for (option, choice) in it.options.iter().enumerate() {
                    if !given.case.open[issue][option] {
                        continue;
                    }
                    let mut text = scene.text(&choice.label).to_owned();
                    if was == Some(option) {
                        text = format!("{text} ({})", scene.get("what-if-was"));
                    }
                    ui.selectable_value(&mut deal.0[issue], option, text);
                }
            })
            .response
            .labelled_by(label.id);
    };
    if beside {
        ui.horizontal(add);
    } else {
        ui.horizontal_wrapped(add);
        ui.add_space(4.0);
    }
}

/// What the other text would have brought, beside what the signed one did.
fn answer_ui(ui: &mut Ui, given: &Given<'_>, found: &WhatIf) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let (before, after) = (&given.opened.debrief.report, &found.report);
    let signed = before.deal.is_some();
    card(ui, palette, |ui| {
        let letter = after.measures.grade.letter().to_lowercase();
        let colour = if after.mutually_beneficial() { palette.good } else { palette.brass };
        ui.label(
            RichText::new(words.get(&format!("grade-{letter}")))
                .font(FontId::new(size::HEADING, theme::serif_strong()))
                .color(colour),
        );
        for seat in Seat::ALL {
            let at = seat.index();
            let (was, now) = (100.0 * before.measures.utility[at], 100.0 * after.measures.utility[at]);
            ui.horizontal(|ui| {
                country(ui, scene, seat);
                ui.label(strong(words.num(now, 1)));
                if signed && (now - was).abs() > 0.049 {
                    ui.label(change(palette, now - was, &words.signed(now - was, 1)));
                }
            });
            let batna = given.case.fraction(given.case.batna[at]) as f32;
            let mut marks = vec![Mark::line(batna, palette.ink)];
            if signed {
                marks.push(Mark::diamond(was as f32 / 100.0, palette.brass));
            }
            let name = format!("{}: {}", scene.name(seat), words.num(now, 1));
            scale(ui, palette, &name, now as f32 / 100.0, scene.colours[seat], &marks);
        }
        note(ui, palette, scene.get(if signed { "what-if-legend" } else { "what-if-legend-batna" }));
    });
    ui.add_space(8.0);
    card(ui, palette, |ui| checks_ui(ui, given, found));
    ui.add_space(8.0);
    card(ui, palette, |ui| years_ui(ui, given, found));
}

/// More in green with an arrow up, less in red with an arrow down.
fn change(palette: &theme::Palette, by: f64, text: &str) -> RichText {
    let (arrow, colour) = if by > 0.0 {
        (egui_phosphor::regular::ARROW_UP, palette.good)
    } else {
        (egui_phosphor::regular::ARROW_DOWN, palette.bad)
    };
    RichText::new(format!("{arrow} {text}")).color(colour)
}

fn checks_ui(ui: &mut Ui, given: &Given<'_>, found: &WhatIf) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    heading(ui, &scene.get("cli-checks"));
    let before = given.opened.debrief.report.measures.checks;
    let Some(after) = found.report.measures.checks else { return };
    for (at, &holds) in after.iter().enumerate() {
        let (icon, colour, key) = if holds {
            (egui_phosphor::regular::CHECK_CIRCLE, palette.good, "cli-holds")
        } else {
            (egui_phosphor::regular::X_CIRCLE, palette.bad, "cli-fails")
        };
        let name = format!("{icon} {} ({})", scene.get(&format!("check-{}", at + 1)), scene.get(key));
        let turned = before.is_some_and(|before| before[at] != holds);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 20.0;
            ui.label(if turned { strong(name) } else { RichText::new(name) }.color(colour));
            if turned {
                let was = scene.get(if holds { "what-if-failed" } else { "what-if-held" });
                ui.label(RichText::new(was).size(size::SMALL).color(palette.muted));
            }
        });
    }
}

/// Its years, beside those of the signed text.
fn years_ui(ui: &mut Ui, given: &Given<'_>, found: &WhatIf) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let Some(after) = &found.outlook else {
        heading(ui, &scene.get("debrief-years"));
        ui.label(scene.get("what-if-not-in-force"));
        return;
    };
    heading(ui, &words.with("what-if-years", &[("years", &after.years.to_string())]));
    let before = given.opened.debrief.outlook.as_ref();
    let lines = [
        ("years-survival", 100.0 * after.survival, before.map(|it| 100.0 * it.survival)),
        ("years-durability", after.durability, before.map(|it| it.durability)),
        ("years-delivered", 100.0 * after.delivered, before.map(|it| 100.0 * it.delivered)),
    ];
    for (key, now, was) in lines {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 20.0;
            ui.label(scene.get(key));
            ui.label(strong(words.num(now, 1)));
            if let Some(was) = was
                && (now - was).abs() > 0.049
            {
                ui.label(change(palette, now - was, &words.signed(now - was, 1)));
            }
        });
    }
    let key = if after.still_beneficial() { "years-still-yes" } else { "years-still-no" };
    ui.label(scene.get(key));
}
