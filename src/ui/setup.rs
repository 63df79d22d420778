//! A new game: who plays the scenario that was chosen, and in which seat.

use super::parts::{
    Look, Scene, card, columns, country, heading, note, overline, paragraphs, primary, secondary, stacked,
    title,
};
use crate::counterpart::{self, Strength};
use crate::disk::library::Loaded;
use crate::scenario::{PerSeat, Seat};
use crate::table::{Delegation, Player};
use egui::{RichText, ScrollArea, Ui};
use std::path::PathBuf;

/// Who plays, as chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kinds {
    /// One person against a counterpart.
    Solo,
    /// Two people at one screen.
    HotSeat,
    /// Two counterparts.
    Watch,
}

/// What is chosen so far.
pub(super) struct Setup {
    /// The number of the scenario in the list.
    pub scenario: usize,
    /// Who plays.
    pub kinds: Kinds,
    /// The person's seat.
    pub seat: Seat,
    /// The counterpart in each seat, where there is one.
    pub counterparts: PerSeat<String>,
    /// The strength that was chosen last, kept while a counterpart without a choice is selected.
    pub strengths: PerSeat<Strength>,
    /// Whether two people at one screen have a PIN each.
    pub pins: bool,
    /// Who shares each seat that a person holds.
    pub delegations: PerSeat<Delegation>,
}

impl Setup {
    pub(super) fn new(kinds: Kinds) -> Self {
        Self {
            scenario: 0,
            kinds,
            seat: Seat::First,
            counterparts: PerSeat::both(counterpart::USUAL.to_owned()),
            strengths: PerSeat::both(Strength::Practised),
            pins: false,
            delegations: PerSeat::default(),
        }
    }

    /// Whether a person holds this seat.
    pub(super) fn is_person(&self, seat: Seat) -> bool {
        match self.kinds {
            Kinds::HotSeat => true,
            Kinds::Solo => seat == self.seat,
            Kinds::Watch => false,
        }
    }

    /// Who sits where.
    pub(super) fn players(&self) -> PerSeat<Player> {
        PerSeat::from_fn(|seat| {
            if self.is_person(seat) {
                Player::Person
            } else {
                Player::Counterpart(self.counterparts[seat].clone())
            }
        })
    }
}

/// What the setup screen leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The game begins.
    Start,
    /// The workshop, with the file of the scenario.
    Workshop(PathBuf),
    /// Sheets to print.
    Sheets,
    /// Back to the gallery.
    Back,
}

pub(super) fn setup_ui(
    ui: &mut Ui,
    look: Look<'_>,
    library: &[Loaded],
    setup: &mut Setup,
    coach: &mut bool,
) -> Option<Choice> {
    let mut choice = None;
    title(ui, &look.get("setup-title"));
    ui.add_space(4.0);
    let footer = 64.0;
    let height = ui.available_height() - footer;
    if stacked::<2>(ui) {
        ScrollArea::vertical().id_salt("setup").max_height(height).auto_shrink(false).show(ui, |ui| {
            super::parts::page_keys(ui);
            players_ui(ui, look, library, setup, coach);
            ui.add_space(8.0);
            scenario_ui(ui, look, library, setup);
        });
    } else {
        columns::<2>(ui, 14.0, |ui, column| {
            ScrollArea::vertical().id_salt(("setup", column)).max_height(height).auto_shrink(false).show(
                ui,
                |ui| {
                    super::parts::page_keys(ui);
                    if column == 0 {
                        scenario_ui(ui, look, library, setup);
                    } else {
                        players_ui(ui, look, library, setup, coach);
                    }
                },
            );
        });
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if secondary(ui, &look.get("back")).clicked() {
            choice = Some(Choice::Back);
        }
        if secondary(ui, &look.get("setup-sheets")).clicked() {
            choice = Some(Choice::Sheets);
        }
        let own = library.get(setup.scenario).filter(|it| it.is_own()).and_then(|it| it.path.clone());
        if let Some(path) = own
            && super::gallery::workshop_button(ui, look).clicked()
        {
            choice = Some(Choice::Workshop(path));
        }
        if primary(ui, look.palette, &look.get("setup-start")).clicked() {
            choice = Some(Choice::Start);
        }
    });
    choice
}

/// The scenario that was chosen, with the case behind it.
fn scenario_ui(ui: &mut Ui, look: Look<'_>, library: &[Loaded], setup: &Setup) {
    let Some(loaded) = library.get(setup.scenario) else { return };
    let shared = &loaded.scenario.shared;
    let words = look.words;
    let palette = look.palette;
    let scene = Scene::new(look, shared);
    card(ui, palette, |ui| {
        let name = RichText::new(shared.title.get(words.lang))
            .font(egui::FontId::new(super::theme::size::HEADING, super::theme::serif_strong()));
        ui.label(name);
        ui.horizontal_wrapped(|ui| {
            for seat in Seat::ALL {
                country(ui, &scene, seat);
            }
        });
        super::gallery::facts_ui(ui, look, shared);
        if let Some(case) = &shared.inspired_by {
            ui.add_space(6.0);
            paragraphs(ui, case.text.get(words.lang));
        }
        if !shared.facts.is_empty() {
            overline(ui, palette, &look.get("setup-sources"));
            for fact in &shared.facts {
                ui.label(format!("\u{2022} {}", fact.text.get(words.lang)));
                note(ui, palette, format!("{} \u{b7} {}", fact.source, fact.date));
            }
        }
        ui.add_space(4.0);
        note(ui, palette, words.invented(shared));
        note(ui, palette, format!("{} \u{b7} {} \u{b7} {}", shared.author, shared.licence, shared.version));
        if !shared.based_on.is_empty() {
            note(ui, palette, words.with("setup-based-on", &[("origin", &shared.based_on)]));
        }
    });
}

fn players_ui(ui: &mut Ui, look: Look<'_>, library: &[Loaded], setup: &mut Setup, coach: &mut bool) {
    let Some(loaded) = library.get(setup.scenario) else { return };
    let scene = Scene::new(look, &loaded.scenario.shared);
    heading(ui, &look.get("setup-who"));
    let kinds =
        [(Kinds::Solo, "setup-solo"), (Kinds::HotSeat, "setup-hot-seat"), (Kinds::Watch, "setup-watch")];
    ui.horizontal_wrapped(|ui| {
        for (kinds, key) in kinds {
            ui.radio_value(&mut setup.kinds, kinds, look.get(key));
        }
    });
    for (_, key) in kinds.into_iter().filter(|(kinds, _)| *kinds == setup.kinds) {
        note(ui, look.palette, look.get(&format!("{key}-says")));
    }
    if setup.kinds == Kinds::HotSeat {
        ui.checkbox(&mut setup.pins, look.get("setup-pins"));
        note(ui, look.palette, look.get("setup-pins-says"));
    }
    ui.add_space(6.0);
    if setup.kinds == Kinds::Solo {
        heading(ui, &look.get("setup-seat"));
        super::parts::level(ui, 30.0, |ui| {
            for seat in Seat::ALL {
                ui.radio_value(&mut setup.seat, seat, scene.name(seat));
                super::parts::crest(ui, &scene, seat, 30.0);
                ui.add_space(8.0);
            }
            ui.checkbox(coach, look.get("setup-coach")).on_hover_text(look.get("coach-switch-says"));
        });
        ui.add_space(6.0);
    }
    let seats: Vec<Seat> = match setup.kinds {
        Kinds::HotSeat => Vec::new(),
        Kinds::Solo => vec![setup.seat.other()],
        Kinds::Watch => Seat::ALL.to_vec(),
    };
    if !seats.is_empty() {
        heading(ui, &look.get(if seats.len() == 1 { "setup-counterpart" } else { "setup-counterparts" }));
        note(ui, look.palette, look.get("setup-honest"));
    }
    match seats.as_slice() {
        [seat] => super::characters::character_ui(ui, &scene, *seat, setup, true),
        [] => {}
        _ => columns::<2>(ui, 14.0, |ui, column| {
            super::characters::character_ui(ui, &scene, Seat::ALL[column], setup, false);
        }),
    }
    if setup.kinds != Kinds::Watch {
        ui.add_space(6.0);
        super::delegations::delegations_ui(ui, &scene, setup);
    }
}
