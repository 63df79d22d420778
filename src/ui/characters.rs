//! Which counterpart sits in a seat: a character, a strength, or a plain strategy.

use super::parts::{Scene, columns, country, note, overline};
use super::setup::Setup;
use super::theme::size;
use crate::counterpart::{self, Entry, Manner, Strength};
use crate::scenario::Seat;
use egui::{RichText, Ui};

/// The characters in the order in which they are offered: the drawn one first.
const MANNERS: [Manner; 6] =
    [Manner::Even, Manner::Open, Manner::Relationship, Manner::Hasty, Manner::Patient, Manner::Tough];

/// The name of the counterpart with this manner and strength; a drawn one has no choice of strength.
fn name_of(manner: Manner, strength: Strength) -> Option<&'static str> {
    let strength = if manner == Manner::Even { Strength::Practised } else { strength };
    counterpart::ALL.iter().find(|entry| entry.craft == Some((manner, strength))).map(|entry| entry.name)
}

/// Draws the choice for a seat. With `all` every character stands with its line, else the chosen one.
pub(super) fn character_ui(ui: &mut Ui, scene: &Scene<'_>, seat: Seat, setup: &mut Setup, all: bool) {
    let palette = scene.look.palette;
    if !all {
        country(ui, scene, seat);
    }
    let chosen = counterpart::ALL.iter().find(|entry| entry.name == setup.counterparts[seat]);
    let craft = chosen.and_then(|entry| entry.craft);
    ui.push_id(("character", seat.index()), |ui| {
        overline(ui, palette, &scene.get("setup-character"));
        if all {
            for pair in MANNERS.chunks(2) {
                columns::<2>(ui, 14.0, |ui, column| {
                    let Some(&manner) = pair.get(column) else { return };
                    ui.spacing_mut().item_spacing.y = 0.0;
                    manner_ui(ui, scene, seat, setup, manner, craft);
                    if let Some(name) = name_of(manner, Strength::Practised) {
                        note(ui, palette, scene.get(&format!("counterpart-{name}-says")));
                    }
                });
            }
        } else {
            ui.horizontal_wrapped(|ui| {
                for manner in MANNERS {
                    manner_ui(ui, scene, seat, setup, manner, craft);
                }
            });
            if let Some(name) = craft.and_then(|(manner, _)| name_of(manner, Strength::Practised)) {
                note(ui, palette, scene.get(&format!("counterpart-{name}-says")));
            }
        }
        ui.add_space(4.0);
        strength_ui(ui, scene, seat, setup, craft);
        ui.add_space(2.0);
        plain_ui(ui, scene, seat, setup, chosen);
    });
}

/// A radio button that says its country too, because there may be two sets of them.
fn radio(ui: &mut Ui, scene: &Scene<'_>, seat: Seat, chosen: bool, name: &str, enabled: bool) -> bool {
    let response = ui.add_enabled(enabled, egui::RadioButton::new(chosen, name));
    let said = scene.look.words.with("setup-of", &[("country", scene.name(seat)), ("name", name)]);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::RadioButton, enabled, chosen, &said));
    if response.gained_focus() {
        // Whoever goes through the list with the keyboard sees where they are.
        response.scroll_to_me(None);
    }
    response.clicked()
}

fn manner_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    seat: Seat,
    setup: &mut Setup,
    manner: Manner,
    craft: Option<(Manner, Strength)>,
) {
    let chosen = craft.is_some_and(|(it, _)| it == manner);
    let Some(plain) = name_of(manner, Strength::Practised) else { return };
    let label = scene.get(&format!("counterpart-{plain}"));
    if radio(ui, scene, seat, chosen, &label, true)
        && let Some(name) = name_of(manner, setup.strengths[seat])
    {
        setup.counterparts[seat] = name.to_owned();
    }
}

fn strength_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    seat: Seat,
    setup: &mut Setup,
    craft: Option<(Manner, Strength)>,
) {
    let palette = scene.look.palette;
    overline(ui, palette, &scene.get("setup-strength"));
    let free = craft.is_some_and(|(manner, _)| manner != Manner::Even);
    ui.horizontal_wrapped(|ui| {
        for strength in Strength::ALL {
            let chosen = craft.is_some_and(|(_, it)| it == strength);
            let label = scene.get(&format!("setup-strength-{}", strength.name()));
            if radio(ui, scene, seat, chosen, &label, free)
                && let Some(name) = craft.and_then(|(manner, _)| name_of(manner, strength))
            {
                setup.strengths[seat] = strength;
                setup.counterparts[seat] = name.to_owned();
            }
        }
    });
    let line = match craft {
        None => scene.get("setup-strength-plain"),
        Some((Manner::Even, _)) => scene.get("setup-strength-drawn"),
        Some((_, strength)) => scene.get(&format!("setup-strength-{}-says", strength.name())),
    };
    note(ui, palette, line);
}

/// The plain strategies, folded away unless one of them is chosen.
fn plain_ui(ui: &mut Ui, scene: &Scene<'_>, seat: Seat, setup: &mut Setup, chosen: Option<&Entry>) {
    let palette = scene.look.palette;
    let title = RichText::new(scene.get("setup-more")).size(size::SMALL);
    let open = chosen.is_some_and(|entry| entry.craft.is_none());
    egui::CollapsingHeader::new(title).id_salt("plain").default_open(open).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for entry in counterpart::ALL.iter().filter(|entry| entry.craft.is_none()) {
                let label = scene.get(&format!("counterpart-{}", entry.name));
                let is_chosen = chosen.is_some_and(|it| it.name == entry.name);
                if radio(ui, scene, seat, is_chosen, &label, true) {
                    setup.counterparts[seat] = entry.name.to_owned();
                }
            }
        });
        if let Some(entry) = chosen.filter(|entry| entry.craft.is_none()) {
            note(ui, palette, scene.get(&format!("counterpart-{}-says", entry.name)));
        }
    });
}
