//! A new game: which scenario, who plays, and in which seat.

use super::parts::{Look, Scene, card, chip, columns, heading, note, primary, secondary, title};
use crate::counterpart::Strength;
use crate::disk::library::Loaded;
use crate::scenario::{Kind, PerSeat, Seat, Sector};
use crate::table::Player;
use egui::{RichText, ScrollArea, Ui};
use std::collections::BTreeSet;

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
}

impl Setup {
    pub(super) fn new(kinds: Kinds) -> Self {
        Self {
            scenario: 0,
            kinds,
            seat: Seat::First,
            counterparts: PerSeat::both("diplomat".to_owned()),
            strengths: PerSeat::both(Strength::Practised),
        }
    }

    /// Who sits where.
    pub(super) fn players(&self) -> PerSeat<Player> {
        PerSeat::from_fn(|seat| {
            let person = match self.kinds {
                Kinds::HotSeat => true,
                Kinds::Solo => seat == self.seat,
                Kinds::Watch => false,
            };
            if person { Player::Person } else { Player::Counterpart(self.counterparts[seat].clone()) }
        })
    }
}

/// What the setup screen leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The game begins.
    Start,
    /// Back to the title.
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
    ui.horizontal_top(|ui| {
        let width = ui.available_width();
        ui.vertical(|ui| {
            ui.set_width(width * 0.48);
            heading(ui, &look.get("setup-scenario"));
            ScrollArea::vertical().id_salt("scenarios").max_height(height - 40.0).show(ui, |ui| {
                for (no, loaded) in library.iter().enumerate() {
                    scenario_card(ui, look, loaded, no, setup);
                    ui.add_space(6.0);
                }
            });
        });
        ui.add_space(12.0);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ScrollArea::vertical().id_salt("players").max_height(height).show(ui, |ui| {
                players_ui(ui, look, library, setup, coach);
            });
        });
    });
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if secondary(ui, &look.get("back")).clicked() {
            choice = Some(Choice::Back);
        }
        if primary(ui, look.palette, &look.get("setup-start")).clicked() {
            choice = Some(Choice::Start);
        }
    });
    choice
}

fn scenario_card(ui: &mut Ui, look: Look<'_>, loaded: &Loaded, no: usize, setup: &mut Setup) {
    let shared = &loaded.scenario.shared;
    let words = look.words;
    card(ui, look.palette, |ui| {
        ui.horizontal_top(|ui| {
            let name = shared.title.get(words.lang);
            ui.radio_value(
                &mut setup.scenario,
                no,
                RichText::new(name)
                    .font(egui::FontId::new(super::theme::size::HEADING, super::theme::serif_strong())),
            );
        });
        ui.horizontal_top(|ui| {
            let scene = Scene::new(look, shared);
            for seat in Seat::ALL {
                super::parts::crest(ui, &scene, seat, 34.0);
            }
            ui.vertical(|ui| ui.label(shared.summary.get(words.lang)));
        });
        let sectors: BTreeSet<Sector> = shared
            .issues
            .iter()
            .filter(|issue| issue.kind == Kind::Substance)
            .filter_map(|issue| issue.sector)
            .collect();
        ui.horizontal_wrapped(|ui| {
            for sector in sectors {
                chip(ui, &words.sector(sector), look.palette.muted);
            }
        });
        let difficulty = words.get(&format!("difficulty-{}", shared.difficulty.name().to_lowercase()));
        note(
            ui,
            look.palette,
            words.with(
                "setup-facts",
                &[
                    ("difficulty", &difficulty),
                    ("minutes", &shared.timing.minutes.to_string()),
                    ("reading", &shared.reading_minutes.to_string()),
                    ("rounds", &shared.timing.rounds.to_string()),
                ],
            ),
        );
        if let Some(case) = &shared.inspired_by {
            note(ui, look.palette, words.with("setup-inspired", &[("case", case.title.get(words.lang))]));
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
    ui.add_space(6.0);
    if setup.kinds == Kinds::Solo {
        heading(ui, &look.get("setup-seat"));
        ui.horizontal_wrapped(|ui| {
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
}
