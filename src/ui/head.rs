//! The head of the talks: round, phase, whose turn it is, the clock, and the way out.

use super::coaching::{self, Coach};
use super::parts::{chip, strong};
use super::talks::{Given, Wish};
use super::theme::size;
use crate::rules::Phase;
use crate::view::Moment;
use egui::{Align, Layout, RichText, Ui};

/// Below this width the head of the talks says less.
const NARROW: f32 = 1100.0;

pub(super) fn top_ui(ui: &mut Ui, given: &Given<'_>, coach: &Coach) -> Option<Wish> {
    let mut wish = None;
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let view = given.view;
    // Where there is little room, what changes matters more than what is known.
    let narrow = ui.available_width() < NARROW;
    ui.horizontal(|ui| {
        if !narrow {
            ui.spacing_mut().item_spacing.x = 4.0;
            for seat in crate::scenario::Seat::ALL {
                super::parts::crest(ui, scene, seat, 28.0);
            }
            ui.spacing_mut().item_spacing.x = 8.0;
        }
        let title = RichText::new(scene.text(&scene.shared.title))
            .font(egui::FontId::new(size::HEADING, super::theme::serif_strong()));
        ui.scope(|ui| {
            ui.set_max_width(if narrow { 180.0 } else { 480.0 });
            ui.add(egui::Label::new(title).truncate());
        });
        ui.separator();
        let rounds = words.with(
            "talks-round",
            &[("round", &view.round.to_string()), ("rounds", &scene.shared.timing.rounds.to_string())],
        );
        let last = view.rounds_left() == 0;
        if last {
            let icon = egui_phosphor::regular::HOURGLASS_LOW;
            let name = scene.get("talks-last-round");
            let text =
                if narrow { format!("{icon} {name}") } else { format!("{icon} {rounds} \u{b7} {name}") };
            chip(ui, &text, palette.bad).on_hover_text(rounds);
        } else {
            ui.label(rounds);
        }
        let phase = scene.get(&format!("phase-{}", view.phase.name()));
        let colour = if view.phase == Phase::Normal { palette.muted } else { palette.care };
        let full = words.with("talks-phase", &[("phase", &phase)]);
        chip(ui, if narrow { &phase } else { &full }, colour).on_hover_text(&full);
        if let Moment::Talks { turn } = view.moment {
            super::parts::sign(ui, scene.colours, turn);
            let text = if given.plays && turn == view.seat {
                words.count("talks-your-turn", view.actions_left)
            } else {
                words.with("talks-their-turn", &[("country", scene.name(turn))])
            };
            ui.label(strong(text).color(scene.colours[turn]));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui
                .button(format!("{} {}", egui_phosphor::regular::SIGN_OUT, scene.get("talks-exit")))
                .clicked()
            {
                wish = Some(Wish::Leave);
            }
            if given.plays && coaching::switch_ui(ui, scene, coach, narrow) {
                wish = Some(Wish::Coach);
            }
            clock_ui(ui, given);
            if let Some(trouble) = given.trouble {
                let text = words.with("talks-not-saved", &[("why", trouble)]);
                ui.label(RichText::new(text).size(size::SMALL).color(palette.bad));
            }
        });
    });
    wish
}

/// The clock, as long as there is room; a narrow window shows the two numbers alone.
fn clock_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let planned = scene.shared.timing.minutes;
    let late = given.minutes > f64::from(planned);
    let minutes = words.num(given.minutes.floor(), 0);
    let clock = words.with("talks-clock", &[("minutes", &minutes), ("planned", &planned.to_string())]);
    let icon = if late { egui_phosphor::regular::WARNING } else { egui_phosphor::regular::CLOCK };
    let colour = if late { palette.care } else { palette.muted };
    let short = format!("{icon} {minutes}/{planned}");
    let long = format!("{icon} {clock}");
    let font = egui::FontId::proportional(size::SMALL);
    let room = ui.available_width();
    let fits = |text: &str| {
        ui.painter().layout_no_wrap(text.to_owned(), font.clone(), colour).size().x + 8.0 <= room
    };
    if let Some(text) = [long, short].into_iter().find(|text| fits(text)) {
        let label = ui.label(RichText::new(text).size(size::SMALL).color(colour));
        label.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &clock));
        label.on_hover_text(&clock);
    }
}
