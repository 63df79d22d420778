//! The form for a scenario file, for those who do not open a text editor: sections at the left, a page of
//! fields at the right, and at the foot how the scenario weighs.
//!
//! A [`Form`] is the file's [`Document`](crate::scenario::author::Document) with what is being typed. Every
//! change is an edit of its text, which leaves comments, order and layout as they are, and can be undone. What
//! cannot be taken over stays in its field and is told there; the document keeps the last that could.

mod exact;
mod fields;
mod foot;
mod issue;
mod lesson;
mod pages;
mod review;
mod section;
mod sheet;
mod state;
mod weights;

pub use section::Section;
pub use state::{Form, Known};

use super::keys::{self, Does};
use super::parts::{Look, note, primary_if, secondary, secondary_if, strong};
use crate::scenario::author::{Edit, Path};
use egui::{Align, ComboBox, Layout, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};
use egui_phosphor::regular as icon;
use sheet::Sheet;
use std::path::PathBuf;

/// What the form wants of whoever shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormCommand {
    /// This is the text of the file from now on.
    Write(String),
    /// The cells of this spreadsheet are wanted: [`Form::take_table`].
    Table(PathBuf),
}

/// The width of the list of sections.
const LIST: f32 = 236.0;
/// The least height of a page: a field with its help and what is wrong with it.
const LEAST_PAGE: f32 = 300.0;
/// Where there is less room than this, the sections are a list that opens.
const BESIDE: f32 = 760.0;

/// Draws the form; a command may come out.
pub fn form_ui(ui: &mut Ui, look: Look<'_>, form: &mut Form) -> Option<FormCommand> {
    let now = ui.input(|input| input.time);
    shortcuts(ui, form);
    let writes = form.saving;
    head_ui(ui, look, form);
    torn_ui(ui, look, form);
    let foot = ui.id().with("foot-height");
    let height: f32 = ui.data(|data| data.get_temp(foot)).unwrap_or(72.0);
    // Where there is less, the screen around the form scrolls.
    let room = (ui.available_height() - height - 10.0).max(LEAST_PAGE);
    if ui.available_width() >= BESIDE {
        beside_ui(ui, look, form, room);
    } else {
        let top = ui.cursor().top();
        sections_box_ui(ui, look, form);
        page_ui(ui, look, form, (room - (ui.cursor().top() - top)).max(100.0));
    }
    let top = ui.cursor().top();
    foot::foot_ui(ui, look, form);
    let taken = ui.cursor().top() - top;
    if (taken - height).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(foot, taken));
        ui.ctx().request_repaint();
    }
    if keys::pressed(ui.ctx(), Does::Save) && !form.is_torn() {
        save(ui, form);
    }
    form.finish();
    let mut command = None;
    if writes {
        form.saving = false;
        command = form.is_changed().then(|| FormCommand::Write(form.writes()));
    }
    command = command.or_else(|| form.wanted.take().map(FormCommand::Table));
    if let Some(again) = form.settle(now) {
        ui.ctx().request_repaint_after_secs(again as f32);
    }
    command
}

/// Undo and redo, before a field takes the keys for itself.
fn shortcuts(ui: &Ui, form: &mut Form) {
    let again = egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, egui::Key::Y);
    if keys::pressed(ui.ctx(), Does::Redo) || ui.input_mut(|input| input.consume_shortcut(&again)) {
        form.redo();
    } else if keys::pressed(ui.ctx(), Does::Undo) {
        form.undo();
    }
}

/// Has the text written in the next frame: a field that is being filled in is left for that, so that what was
/// typed there goes along.
fn save(ui: &Ui, form: &mut Form) {
    form.saving = true;
    if !form.typed.is_empty() {
        ui.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
    }
    ui.ctx().request_repaint();
}

/// Undo, redo, save, and whether there is anything to save.
fn head_ui(ui: &mut Ui, look: Look<'_>, form: &mut Form) {
    ui.horizontal_wrapped(|ui| {
        for (sign, key, does, enabled) in [
            (icon::ARROW_U_UP_LEFT, "author-undo", Does::Undo, form.document.can_undo()),
            (icon::ARROW_U_UP_RIGHT, "author-redo", Does::Redo, form.document.can_redo()),
        ] {
            let text = look.get(key);
            let button = secondary_if(ui, &format!("{sign} {text}"), enabled);
            if button.on_hover_text(keys::hint(ui.ctx(), &text, does)).clicked() {
                if does == Does::Undo { form.undo() } else { form.redo() }
            }
        }
        let changed = form.is_changed();
        let text = format!("{} {}", icon::FLOPPY_DISK, look.get("author-save"));
        let button = primary_if(ui, look.palette, &text, changed && !form.is_torn());
        if button.on_hover_text(keys::hint(ui.ctx(), &look.get("author-save"), Does::Save)).clicked() {
            save(ui, form);
        }
        let (sign, key) =
            if changed { (icon::PENCIL_SIMPLE, "author-unsaved") } else { (icon::CHECK, "author-saved") };
        note(ui, look.palette, format!("{sign} {}", look.get(key)));
    });
}

/// The file was changed by others: neither their work nor that of the person here is lost.
fn torn_ui(ui: &mut Ui, look: Look<'_>, form: &mut Form) {
    if !form.is_torn() {
        return;
    }
    let text = format!("{} {}", icon::WARNING, look.get("author-torn"));
    ui.label(strong(text).color(look.palette.care));
    ui.horizontal_wrapped(|ui| {
        if form.theirs_is_readable() {
            let theirs = secondary(ui, &look.get("author-take-theirs"));
            if theirs.on_hover_text(look.get("author-take-theirs-does")).clicked() {
                form.take_theirs();
            }
        } else {
            ui.label(look.get("author-theirs-unreadable"));
        }
        let mine = secondary(ui, &look.get("author-keep-mine"));
        if mine.on_hover_text(look.get("author-keep-mine-does")).clicked() {
            form.keep_mine();
            save(ui, form);
        }
    });
}

/// Sections at the left, their page at the right.
fn beside_ui(ui: &mut Ui, look: Look<'_>, form: &mut Form, height: f32) {
    let top_left = ui.cursor().min;
    let (full, bottom) = (ui.available_width(), top_left.y + height);
    let left = Rect::from_min_max(top_left, pos2(top_left.x + LIST, bottom));
    let right = Rect::from_min_max(pos2(left.right() + 14.0, top_left.y), pos2(top_left.x + full, bottom));
    let child = |rect: Rect, salt: &'static str| {
        UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::LEFT)).id_salt(salt)
    };
    let mut list = ui.new_child(child(left, "sections"));
    ScrollArea::vertical().id_salt("sections").max_height(height).auto_shrink(false).show(&mut list, |ui| {
        for section in Section::all(form.document.issue_ids().len()) {
            let text = section_text(look, form, section);
            let own = form.section == section;
            let text = if own { strong(text) } else { RichText::new(text) };
            let size = vec2(ui.available_width() - 6.0, 30.0);
            let button = egui::Button::selectable(own, text).wrap().min_size(size);
            if ui.add(button).clicked() {
                form.next = Some(section);
            }
        }
        add_issue_ui(ui, look, form);
    });
    let mut page = ui.new_child(child(right, "page"));
    page_ui(&mut page, look, form, height);
    ui.allocate_rect(Rect::from_min_size(top_left, vec2(full, height)), Sense::hover());
}

/// The name of a section with what is wrong in it.
fn section_text(look: Look<'_>, form: &Form, section: Section) -> String {
    let [errors, warnings] = form.counts(section);
    let mut text = section.name(look, form);
    for (sign, count) in [(icon::X_CIRCLE, errors), (icon::WARNING, warnings)] {
        if count > 0 {
            text.push_str(&format!("  {sign}\u{a0}{count}"));
        }
    }
    text
}

/// Sections where there is little room: a list that opens, and one step on and back.
fn sections_box_ui(ui: &mut Ui, look: Look<'_>, form: &mut Form) {
    let all = Section::all(form.document.issue_ids().len());
    let at = all.iter().position(|it| *it == form.section).unwrap_or(0);
    ui.horizontal_wrapped(|ui| {
        for (sign, key, to) in [
            (icon::CARET_LEFT, "author-section-before", at.checked_sub(1)),
            (icon::CARET_RIGHT, "author-section-next", Some(at + 1).filter(|to| *to < all.len())),
        ] {
            let said = look.get(key);
            let button = ui.add_enabled(to.is_some(), egui::Button::new(sign));
            button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, to.is_some(), &said));
            if button.clicked()
                && let Some(section) = to.and_then(|to| all.get(to))
            {
                form.next = Some(*section);
            }
        }
        let width = (ui.available_width() - 20.0).clamp(120.0, 320.0);
        let text = section_text(look, form, form.section);
        let combo = ComboBox::from_id_salt("section").selected_text(text).width(width).truncate();
        let shown = combo.show_ui(ui, |ui| {
            for section in all {
                let text = section_text(look, form, section);
                if ui.selectable_label(form.section == section, text).clicked() {
                    form.next = Some(section);
                }
            }
        });
        fields::name_it(&shown.response, &look.get("author-sections"));
    });
    add_issue_ui(ui, look, form);
}

fn add_issue_ui(ui: &mut Ui, look: Look<'_>, form: &mut Form) {
    let text = format!("{} {}", icon::PLUS, look.get("author-add-issue"));
    if ui.add(egui::Button::new(text).wrap()).clicked() {
        let list = Path::of("issues");
        // Before clauses and legal form, which come last in a treaty.
        let substance = |no: &usize| {
            let kind = list.no(*no).name("kind");
            form.document.plain(&kind).is_none_or(|it| it == "Substance")
        };
        let last = (0..form.document.count(&list)).rev().find(substance);
        let at = last.map_or(0, |no| no + 1);
        form.later = Some((Edit::Insert(list.clone(), at), list));
    }
    if let Some((place, phrase)) = &form.refused
        && *place == Path::of("issues")
    {
        ui.label(RichText::new(look.words.plain(phrase)).color(look.palette.bad));
    }
}

/// The page that is open.
fn page_ui(ui: &mut Ui, look: Look<'_>, form: &mut Form, height: f32) {
    let section = form.section;
    let area = ScrollArea::vertical().id_salt(("page", section)).max_height(height).auto_shrink(false);
    area.show(ui, |ui| {
        ui.push_id(section, |ui| {
            let mut sheet = Sheet::new(look, form);
            let name = section.name(look, sheet.form);
            super::parts::heading(ui, &name);
            match section {
                Section::General => sheet.general_page(ui),
                Section::Story => sheet.story_page(ui),
                Section::Country(seat) => sheet.country_page(ui, seat),
                Section::Weights => sheet.weights_page(ui),
                Section::Groups(seat) => sheet.groups_page(ui, seat),
                Section::Issue(no) => sheet.issue_page(ui, no),
                Section::News => sheet.news_page(ui),
                Section::Teaching => sheet.teaching_page(ui),
                Section::Quiz => sheet.quiz_page(ui),
                Section::Scoring => sheet.scoring_page(ui),
                Section::Table => sheet.table_page(ui),
                Section::Review => sheet.review_page(ui),
            }
            if section != Section::Review {
                sheet.other_problems(ui);
            }
        });
    });
}
