//! Mechanical mistakes mended: what would change is shown first, line by line.

use super::Choice;
use crate::ui::parts::{Look, heading, note, primary, secondary, strong};
use crate::ui::theme::size;
use crate::workshop::{Change, Mending};
use egui::{FontId, RichText, ScrollArea, Ui};

/// Draws the comparison. The new text is returned once the author agrees; `done` says that they have
/// decided either way.
pub(super) fn mend_ui(ui: &mut Ui, look: Look<'_>, mending: &Mending, done: &mut bool) -> Option<Choice> {
    let mut choice = None;
    heading(ui, &look.get("workshop-mend-title"));
    let counts: Vec<String> =
        mending.counts.iter().map(|(rule, count)| format!("{rule} \u{d7} {count}")).collect();
    note(ui, look.palette, look.words.with("workshop-mend-says", &[("what", &counts.join(", "))]));
    ui.horizontal_wrapped(|ui| {
        if primary(ui, look.palette, &look.get("workshop-mend-write")).clicked() {
            choice = Some(Choice::Write(mending.text.clone()));
            *done = true;
        }
        if secondary(ui, &look.get("cancel")).clicked() {
            *done = true;
        }
    });
    ScrollArea::vertical().id_salt("changes").auto_shrink(false).show(ui, |ui| {
        for (no, stretch) in mending.stretches.iter().enumerate() {
            if no > 0 {
                ui.label(strong("\u{2026}"));
            }
            for line in stretch {
                let (sign, colour) = match line.change {
                    Change::Stays => (' ', look.palette.muted),
                    Change::Goes => ('\u{2212}', look.palette.bad),
                    Change::Comes => ('+', look.palette.good),
                };
                let text = format!("{:>4} {sign} {}", line.number, line.text);
                let text = RichText::new(text).font(FontId::monospace(size::SMALL)).color(colour);
                ui.add(egui::Label::new(text).wrap());
            }
        }
    });
    choice
}
