//! The glossary: every term of negotiation that the game uses, in both languages, and the underlined
//! words that lead there.

use super::parts::{Look, heading, note, overline, strong};
use super::theme::{self, size};
use crate::scenario::Lang;
use crate::words::Words;
use egui::{
    Context, FontId, Id, Key, Modifiers, Response, RichText, ScrollArea, Sense, Stroke, TextEdit, Ui,
};

/// The terms, by what they are about.
const TERMS: [(&str, &[&str]); 7] = [
    (
        "interests",
        &[
            "interest",
            "position",
            "brief",
            "issue",
            "package",
            "status-quo",
            "utility",
            "gain",
            "batna",
            "target",
            "red-line",
            "need",
            "zopa",
        ],
    ),
    (
        "value",
        &[
            "fixed-pie",
            "logrolling",
            "compatible",
            "bridge",
            "concession",
            "dance",
            "fortunate",
            "pareto",
            "harm-free",
            "nash",
            "kalai",
            "egalitarian",
            "utilitarian",
            "post-settlement",
        ],
    ),
    (
        "talks",
        &[
            "formal-offer",
            "exploratory",
            "ad-referendum",
            "brackets",
            "disclose",
            "ascertain",
            "early-harvest",
            "trust",
            "pressure",
            "warning",
            "threat",
            "ultimatum",
            "slow-down",
            "minimal",
            "mediator",
            "facilitation",
            "single-text",
            "sweetener",
            "culture",
            "public-diplomacy",
            "hotline",
            "repair",
            "groups",
        ],
    ),
    (
        "treaty",
        &[
            "preamble",
            "clauses",
            "instrument",
            "notes",
            "protocol",
            "treaty",
            "signature",
            "ratification",
            "quota",
            "years",
            "guess",
        ],
    ),
    ("checks", &["check-1", "check-2", "check-3", "check-4", "check-5", "check-6", "check-7"]),
    (
        "principles",
        &[
            "principle-1",
            "principle-2",
            "principle-3",
            "principle-4",
            "principle-5",
            "principle-6",
            "principle-7",
            "principle-8",
            "principle-9",
            "principle-10",
            "principle-11",
            "principle-12",
            "principle-13",
            "principle-14",
        ],
    ),
    (
        "lenses",
        &["lens", "lens-dependency", "lens-liberal", "lens-realism", "lens-justice", "lens-sustainability"],
    ),
];

/// What the glossary shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Glossary {
    /// Whether it is shown.
    pub open: bool,
    /// The entry that was asked for; without one all are listed.
    pub entry: Option<&'static str>,
    /// What is searched for.
    pub search: String,
    /// The line for the search wants the focus.
    eager: bool,
}

/// The words of a term in a language: verdicts, principles and lenses have theirs elsewhere too.
fn headword(words: Words, term: &str) -> String {
    let elsewhere = ["check-", "principle-", "lens-"].iter().any(|family| term.starts_with(family));
    if elsewhere { words.get(term) } else { words.get(&format!("glossary-{term}")) }
}

fn says(words: Words, term: &str) -> String {
    words.get(&format!("glossary-{term}-says"))
}

/// Every term.
fn all() -> impl Iterator<Item = &'static str> {
    TERMS.into_iter().flat_map(|(_, terms)| terms.iter().copied())
}

/// The term of this name; the first of all where there is none.
pub(super) fn term(name: &str) -> &'static str {
    all().find(|term| *term == name).unwrap_or(TERMS[0].1[0])
}

fn wanted() -> Id {
    Id::new("wanted-entry")
}

/// Asks for an entry; the glossary opens in the same frame or the next.
fn ask(ctx: &Context, term: &'static str) {
    ctx.data_mut(|data| data.insert_temp(wanted(), term));
    ctx.request_repaint();
}

/// Words that are a term: underlined with dots, and leading to their entry by click, Enter or F1.
pub(super) fn term_ui(
    ui: &mut Ui,
    look: Look<'_>,
    text: impl Into<RichText>,
    term: &'static str,
) -> Response {
    let text: RichText = text.into();
    let said = text.text().to_owned();
    let response = ui.add(egui::Label::new(text).selectable(false).sense(Sense::click()));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Link, true, &said));
    let lit = response.hovered() || response.has_focus();
    let colour = if lit { look.palette.primary } else { look.palette.muted };
    let (rect, dots) = (response.rect, Stroke::new(1.4, colour));
    let ends = [rect.left_bottom(), rect.right_bottom()];
    ui.painter().extend(egui::Shape::dotted_line(&ends, dots.color, 3.5, 0.8));
    let keyed = response.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::F1) || input.consume_key(Modifiers::NONE, Key::Enter)
        });
    if response.clicked() || keyed {
        ask(ui.ctx(), term);
    }
    let words = look.words;
    response.on_hover_cursor(egui::CursorIcon::Help).on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        ui.label(strong(headword(words, term)));
        ui.label(says(words, term));
    })
}

impl Glossary {
    /// Opens at the list.
    pub(super) fn show(&mut self) {
        *self = Self { open: true, eager: true, ..Self::default() };
    }

    /// Takes up what an underlined word asked for.
    pub(super) fn listen(&mut self, ctx: &Context) {
        if let Some(term) = ctx.data_mut(|data| data.remove_temp::<&'static str>(wanted())) {
            *self = Self { open: true, entry: Some(term), ..Self::default() };
        }
    }
}

/// Draws the glossary in a window of its own, above the screen.
pub(super) fn glossary_ui(ctx: &Context, look: Look<'_>, glossary: &mut Glossary) {
    if !glossary.open {
        return;
    }
    let room = ctx.content_rect().size();
    let width = (room.x - 60.0).min(640.0);
    let height = (room.y - 140.0).clamp(160.0, 560.0);
    let mut open = true;
    egui::Window::new(look.get("glossary-title"))
        .id(Id::new("glossary"))
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .default_width(width)
        .anchor(egui::Align2::CENTER_CENTER, [0.0, 0.0])
        .show(ctx, |ui| {
            ui.set_width(width);
            inside_ui(ui, look, glossary, height);
        });
    let escape = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    glossary.open &= open && !escape;
}

fn inside_ui(ui: &mut Ui, look: Look<'_>, glossary: &mut Glossary, height: f32) {
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(look.get("glossary-search"));
        let edit = TextEdit::singleline(&mut glossary.search).desired_width(200.0);
        let edit = ui.add(edit).labelled_by(label.id);
        if std::mem::take(&mut glossary.eager) {
            edit.request_focus();
        }
        if edit.changed() {
            glossary.entry = None;
        }
        if glossary.entry.is_some() && ui.button(look.get("glossary-all")).clicked() {
            glossary.entry = None;
        }
        if ui.button(look.get("glossary-close")).clicked() {
            glossary.open = false;
        }
    });
    ui.separator();
    let area =
        ScrollArea::vertical().id_salt(("terms", glossary.entry)).max_height(height).auto_shrink(false);
    area.show(ui, |ui| {
        if let Some(term) = glossary.entry {
            entry_ui(ui, look, term);
            return;
        }
        let fits = |term: &str| matches(&glossary.search, term);
        let found = all().filter(|term| fits(term)).count();
        if found == 0 {
            ui.label(look.get("glossary-none"));
            return;
        }
        note(ui, look.palette, look.words.count("glossary-count", found));
        for (group, terms) in TERMS {
            if !terms.iter().any(|term| fits(term)) {
                continue;
            }
            overline(ui, look.palette, &look.get(&format!("glossary-group-{group}")));
            for term in terms.iter().filter(|term| fits(term)) {
                entry_ui(ui, look, term);
                ui.add_space(6.0);
            }
        }
    });
}

/// Whether a term has what is searched for, in either language.
fn matches(search: &str, term: &str) -> bool {
    let wanted = search.trim().to_lowercase();
    Lang::ALL.into_iter().map(Words::new).any(|words| {
        headword(words, term).to_lowercase().contains(&wanted)
            || wanted.len() > 3 && says(words, term).to_lowercase().contains(&wanted)
    })
}

/// An entry: first in the language of the screen, then in the other.
fn entry_ui(ui: &mut Ui, look: Look<'_>, term: &str) {
    let other = match look.words.lang {
        Lang::Id => Lang::En,
        Lang::En => Lang::Id,
    };
    heading(ui, &headword(look.words, term));
    ui.label(says(look.words, term));
    let other = Words::new(other);
    let there = format!("{}: {}", other.lang.own_name(), headword(other, term));
    let font = FontId::new(size::SMALL, theme::strong());
    ui.label(RichText::new(there).font(font).color(look.palette.brass));
    note(ui, look.palette, says(other, term));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_term_is_told_in_both_languages_and_once() {
        let mut seen = BTreeSet::new();
        for term in all() {
            assert!(seen.insert(term), "{term} stands there twice");
            for words in Lang::ALL.map(Words::new) {
                for said in [headword(words, term), says(words, term)] {
                    assert!(!said.starts_with('['), "{term} in {}: {said}", words.lang);
                }
                assert!(says(words, term).len() > 30, "{term} is hardly told in {}", words.lang);
            }
        }
        assert!(seen.len() > 80);
    }

    #[test]
    fn a_term_is_found_by_its_name_in_either_language() {
        for search in ["konsesi", "Concession", "CONCESS"] {
            assert!(matches(search, "concession"), "{search}");
        }
        assert!(!matches("konsesi", "treaty"));
    }
}
