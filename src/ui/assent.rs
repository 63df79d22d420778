//! What stands before a delegation of two or three before an offer leaves their seat: the package in
//! short, what it is worth to them, and a word of each.

use super::keys;
use super::parts::{
    BUTTON_HEIGHT, Scene, card, column, heading, level, note, overline, primary_if, secondary, strong, title,
};
use super::signature::worth_ui;
use super::theme::size;
use crate::scenario::{Deal, Speech};
use crate::session::{Assent, Heard};
use crate::table::Delegation;
use crate::view::View;
use egui::{Key, KeyboardShortcut, Modifiers, RichText, ScrollArea, Ui};

/// What the sheet leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// A delegate, the head being 0, agrees or does not.
    Word(usize, bool),
    /// The head decides that it leaves.
    Decide,
    /// Back to the draft.
    Back,
}

/// The keys of the delegates, in their order.
const KEYS: [Key; crate::table::MOST] = [Key::Num1, Key::Num2, Key::Num3];

/// How a delegate is called, the head being 0.
pub(super) fn name_of(scene: &Scene<'_>, delegation: &Delegation, no: usize) -> String {
    match delegation.names.get(no).map(String::as_str) {
        None | Some("") => {
            scene.look.words.with("delegation-delegate", &[("no", &(no.saturating_add(1)).to_string())])
        }
        Some(name) => name.to_owned(),
    }
}

/// Draws the sheet.
pub(super) fn assent_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    assent: &Assent,
    delegation: &Delegation,
    keys: bool,
) -> Option<Choice> {
    let mut choice = None;
    let palette = scene.look.palette;
    column(ui, 860.0, |ui| {
        title(ui, &scene.get("delegation-title"));
        ui.label(strong(scene.phrase(&assent.subject())));
        ui.add_space(4.0);
        let height = (ui.available_height() - 64.0).max(120.0);
        ScrollArea::vertical().id_salt("assent").max_height(height).auto_shrink(false).show(ui, |ui| {
            super::parts::page_keys(ui);
            card(ui, palette, |ui| {
                heading(ui, &scene.get("delegation-who"));
                note(ui, palette, rule(scene, delegation));
                for no in 0..delegation.people() {
                    choice = delegate_ui(ui, scene, assent, delegation, no).or(choice);
                }
                if let Heard::HeadDecides(who) = assent.heard() {
                    choice = head_ui(ui, scene, delegation, who).or(choice);
                }
            });
            ui.add_space(8.0);
            if let Some(deal) = view.package(&assent.act.command) {
                card(ui, palette, |ui| {
                    worth_ui(ui, scene, view, deal);
                    articles_ui(ui, scene, view, deal);
                });
            }
            if let Some(Speech::Typed(words)) = &assent.act.speech {
                ui.add_space(8.0);
                note(ui, palette, scene.get("delegation-message"));
                ui.label(RichText::new(format!("\u{201c}{words}\u{201d}")).italics());
            }
        });
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            if secondary(ui, &scene.get("delegation-back")).clicked() {
                choice = Some(Choice::Back);
            }
            note(ui, palette, scene.get("delegation-keys"));
        });
    });
    let ctx = ui.ctx();
    if !keys {
        return choice;
    }
    for (no, key) in KEYS.into_iter().enumerate().take(delegation.people()) {
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            choice = Some(Choice::Word(no, true));
        }
    }
    if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        choice = Some(Choice::Back);
    }
    choice
}

/// What the delegation reads after one of them did not agree.
pub(super) fn returned_ui(ui: &mut Ui, scene: &Scene<'_>, delegation: &Delegation, who: usize) {
    let name = name_of(scene, delegation, who);
    let text = scene.look.words.with("delegation-returned", &[("name", &name)]);
    let text = format!("{} {text}", egui_phosphor::regular::ARROW_U_UP_LEFT);
    ui.label(RichText::new(text).color(scene.look.palette.care));
}

/// By which rule the delegation decides.
fn rule(scene: &Scene<'_>, delegation: &Delegation) -> String {
    if delegation.head_signs {
        let head = name_of(scene, delegation, 0);
        scene.look.words.with("delegation-rule-head", &[("head", &head)])
    } else {
        scene.get("delegation-rule-all")
    }
}

/// A delegate, with the word that was given or two buttons for it.
fn delegate_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    assent: &Assent,
    delegation: &Delegation,
    no: usize,
) -> Option<Choice> {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let name = name_of(scene, delegation, no);
    let mut choice = None;
    level(ui, BUTTON_HEIGHT, |ui| {
        let said = assent.words.get(no).copied().flatten();
        let (icon, key, colour) = match said {
            Some(true) => (egui_phosphor::regular::CHECK_CIRCLE, "delegation-agrees", palette.good),
            Some(false) => (egui_phosphor::regular::X_CIRCLE, "delegation-disagrees", palette.bad),
            None => (egui_phosphor::regular::CIRCLE_DASHED, "delegation-unheard", palette.muted),
        };
        let shown = if no == 0 { words.with("delegation-head", &[("name", &name)]) } else { name.clone() };
        ui.label(strong(shown));
        ui.label(RichText::new(format!("{icon} {}", scene.get(key))).color(colour));
        if said.is_none() {
            let shortcut = KeyboardShortcut::new(Modifiers::NONE, KEYS[no.min(KEYS.len() - 1)]);
            let yes = words.with("delegation-yes", &[("name", &name)]);
            let yes = format!("{yes} ({})", keys::written(ui.ctx(), &shortcut));
            if primary_if(ui, palette, &yes, true).clicked() {
                choice = Some(Choice::Word(no, true));
            }
            if secondary(ui, &words.with("delegation-no", &[("name", &name)])).clicked() {
                choice = Some(Choice::Word(no, false));
            }
        }
    });
    ui.add_space(2.0);
    choice
}

/// The head decides after a disagreement.
fn head_ui(ui: &mut Ui, scene: &Scene<'_>, delegation: &Delegation, who: usize) -> Option<Choice> {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let head = name_of(scene, delegation, 0);
    let dissent =
        words.with("delegation-dissent", &[("name", &name_of(scene, delegation, who)), ("head", &head)]);
    ui.separator();
    ui.label(strong(dissent).color(palette.care));
    let mut choice = None;
    ui.horizontal_wrapped(|ui| {
        if primary_if(ui, palette, &words.with("delegation-send", &[("head", &head)]), true).clicked() {
            choice = Some(Choice::Decide);
        }
        if secondary(ui, &scene.get("delegation-withdraw")).clicked() {
            choice = Some(Choice::Back);
        }
    });
    choice
}

/// The package, an article a line; what differs from the own offer before is marked.
fn articles_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, deal: &Deal) {
    let palette = scene.look.palette;
    let before = view.position(view.seat).map(|offer| &offer.deal);
    ui.add_space(6.0);
    overline(ui, palette, &scene.get("delegation-articles"));
    for issue in view.articles() {
        let label = scene.text(&scene.shared.choice(issue, deal[issue]).label);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 18.0;
            ui.label(strong(format!("{}:", scene.text(&scene.shared.issues[issue].title))).size(15.0));
            ui.label(RichText::new(label).size(15.0));
            if before.is_some_and(|before| before[issue] != deal[issue]) {
                let changed = RichText::new(scene.get("delegation-changed")).size(size::SMALL);
                ui.label(changed.color(palette.primary).background_color(palette.fresh));
            }
        });
    }
}
