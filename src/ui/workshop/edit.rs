//! The form for the file: what is written there goes to the disk when its author saves it.

use super::{Choice, Desk, Given};
use crate::ui::form::{Form, FormCommand, Known, form_ui};
use crate::ui::parts::{note, secondary, strong};
use egui::{RichText, Ui};
use egui_phosphor::regular as icon;

pub(super) fn edit_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk) -> Option<Choice> {
    let look = given.look;
    match (given.file.source(), &mut desk.form) {
        (Some(text), Some(form)) => {
            let good = given.file.good().filter(|_| given.file.is_good()).map(|it| &it.scenario);
            let (problems, balance) = (given.file.problems(), given.file.balance());
            form.follow(Known { text, good, problems, balance });
        }
        (Some(source), None) => match Form::open(source) {
            Ok(form) => desk.form = Some(form),
            Err(refusal) => {
                ui.label(RichText::new(look.words.plain(&refusal.phrase())).color(look.palette.bad));
                note(ui, look.palette, look.get("author-broken"));
            }
        },
        (None, Some(form)) => form.lose(),
        (None, None) => {
            ui.label(look.get("workshop-no-version"));
        }
    }
    let form = desk.form.as_mut()?;
    form.offer_tables(given.tables);
    match form_ui(ui, look, form)? {
        FormCommand::Write(text) => Some(Choice::Write(text)),
        FormCommand::Table(path) => Some(Choice::Table(path)),
    }
}

/// Asks before a file with unsaved changes is closed.
pub(super) fn leaving_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk) -> Option<Choice> {
    let look = given.look;
    let mut choice = None;
    let text = format!("{} {}", icon::WARNING, look.get("author-leaving"));
    ui.label(strong(text).color(look.palette.care));
    ui.horizontal_wrapped(|ui| {
        if secondary(ui, &look.get("author-stay")).clicked() {
            desk.leaving = false;
        }
        if secondary(ui, &look.get("author-discard")).clicked() {
            choice = Some(Choice::Close);
        }
    });
    choice
}
