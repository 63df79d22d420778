//! How the scenario weighs, after each edit: one line at the foot of the form.

use super::section::Section;
use super::state::Form;
use crate::ui::parts::{Look, note, strong};
use crate::ui::theme::size;
use crate::workshop::Balance;
use egui::{RichText, Ui};
use egui_phosphor::regular as icon;

pub(super) fn foot_ui(ui: &mut Ui, look: Look<'_>, form: &mut Form) {
    ui.separator();
    let Some((balance, good)) = form.balance.as_ref().zip(form.good.clone()) else {
        note(ui, look.palette, look.get("author-not-weighed"));
        return;
    };
    let line = facts(look, balance);
    let first = balance.lints.first().map(|lint| {
        let id = lint.id.to_lowercase();
        let finding = look.words.phrase(&lint.finding, &good.shared);
        (format!("{finding} ({})", lint.id), look.get(&format!("teach-{id}")), balance.lints.len())
    });
    ui.horizontal_wrapped(|ui| {
        ui.label(strong(format!("{} {}", icon::SCALES, look.get("author-balance"))));
        ui.label(line);
        if !form.current {
            let old = format!("{} {}", icon::WARNING, look.get("author-balance-old"));
            ui.label(RichText::new(old).size(size::SMALL).color(look.palette.care));
        }
        match &first {
            None => {
                let text = format!("{} {}", icon::CHECK_CIRCLE, look.get("author-balanced"));
                ui.label(RichText::new(text).color(look.palette.good));
            }
            Some((_, _, count)) => {
                let text = format!("{} {}", icon::WARNING, look.words.count("author-lints", *count));
                if ui.add(egui::Button::new(text).wrap()).clicked() {
                    form.next = Some(Section::Review);
                }
            }
        }
    });
    if let Some((finding, hint, _)) = first {
        let text = RichText::new(format!("{finding} {hint}")).size(size::SMALL).color(look.palette.care);
        ui.add(egui::Label::new(text).wrap());
    }
}

/// Packages, room, frontier, compromise.
fn facts(look: Look<'_>, balance: &Balance) -> String {
    let words = look.words;
    let compromise = balance.marks.iter().find(|mark| mark.key == "point-compromise");
    let compromise = compromise.map_or_else(|| "\u{2013}".to_owned(), |it| words.percent(it.efficiency));
    words.with(
        "author-facts",
        &[
            ("packages", &words.num(balance.packages as f64, 0)),
            ("room", &words.room(balance.room, balance.room_share)),
            ("frontier", &balance.frontier.len().to_string()),
            ("compromise", &compromise),
        ],
    )
}
