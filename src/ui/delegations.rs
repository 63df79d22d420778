//! How many share each seat at one screen, and what they are called.

use super::parts::{Scene, country, heading, note};
use super::setup::Setup;
use crate::scenario::Seat;
use crate::table::{LONGEST_NAME, MOST};
use egui::{TextEdit, Ui, WidgetInfo, WidgetType};

/// Asks for the delegations of the seats that people hold.
pub(super) fn delegations_ui(ui: &mut Ui, scene: &Scene<'_>, setup: &mut Setup) {
    let look = scene.look;
    heading(ui, &look.get("setup-delegations"));
    note(ui, look.palette, look.get("setup-delegations-says"));
    let seats: Vec<Seat> = Seat::ALL.into_iter().filter(|&seat| setup.is_person(seat)).collect();
    for &seat in &seats {
        size_ui(ui, scene, setup, seat);
        if setup.delegations[seat].people() > 1 {
            names_ui(ui, scene, setup, seat);
        }
    }
    if seats.iter().any(|&seat| setup.delegations[seat].people() > 1) {
        let mut head_signs = setup.delegations.first.head_signs;
        ui.checkbox(&mut head_signs, look.get("setup-head-signs"));
        // One rule for both sides of a table.
        for seat in Seat::ALL {
            setup.delegations[seat].head_signs = head_signs;
        }
    }
    ui.add_space(6.0);
}

/// The number of people in a seat.
fn size_ui(ui: &mut Ui, scene: &Scene<'_>, setup: &mut Setup, seat: Seat) {
    let words = scene.look.words;
    ui.horizontal_wrapped(|ui| {
        country(ui, scene, seat);
        for people in 1..=MOST {
            let shown = words.count("setup-people", people);
            let now = setup.delegations[seat].people() == people;
            let button = ui.selectable_label(now, shown.as_str());
            let name =
                words.with("setup-delegation-size", &[("country", scene.name(seat)), ("people", &shown)]);
            button.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, now, &name));
            if button.clicked() {
                setup.delegations[seat].resize(people);
            }
        }
    });
}

/// A line for each name.
fn names_ui(ui: &mut Ui, scene: &Scene<'_>, setup: &mut Setup, seat: Seat) {
    let words = scene.look.words;
    ui.horizontal_wrapped(|ui| {
        for (no, name) in setup.delegations[seat].names.iter_mut().enumerate() {
            let number = (no + 1).to_string();
            let hint = match no {
                0 => scene.get("setup-head-hint"),
                _ => words.with("setup-delegate-hint", &[("no", &number)]),
            };
            let edit = TextEdit::singleline(name)
                .id_salt(("delegate", seat.index(), no))
                .hint_text(hint)
                .char_limit(LONGEST_NAME)
                .desired_width(150.0);
            let said = words.with("setup-delegate-name", &[("country", scene.name(seat)), ("no", &number)]);
            let edited = ui.add(edit);
            let value = name.clone();
            edited.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, "", value.as_str(), "");
                info.label = Some(said.clone());
                info
            });
        }
    });
}
