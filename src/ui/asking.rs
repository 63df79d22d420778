//! Questions to the counterpart between the moves: which articles are fixed, what it would want for
//! them, and how far the draft is from what it could accept.

use super::parts::{Scene, note, paint_sign, strong};
use super::theme::size;
use crate::counterpart::Near;
use crate::scenario::{Deal, IssueNo, OptionNo, Phrase, Seat};
use crate::session::Session;
use crate::view::View;
use egui::{CornerRadius, Frame, Margin, RichText, Sense, Stroke, Ui, vec2};
use std::collections::{BTreeMap, BTreeSet};

/// What was asked, and what was answered.
#[derive(Clone, Debug, Default)]
pub(super) struct Asking {
    /// The articles that the player holds fixed.
    pub fixed: BTreeSet<IssueNo>,
    answer: Option<Answer>,
    near: Option<(usize, Deal, Option<Near>)>,
}

#[derive(Clone, Debug)]
struct Answer {
    /// The events up to which it holds.
    events: usize,
    fixed: BTreeMap<IssueNo, OptionNo>,
    package: Option<Deal>,
    words: Phrase,
}

/// What the person wants of the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The question is asked.
    Ask,
}

impl Asking {
    /// Asks what the counterpart would want for the fixed articles as the draft has them.
    pub(super) fn ask(&mut self, session: &Session, draft: &Deal) {
        let fixed = self.terms(draft);
        self.answer = session.wish(&fixed).map(|(package, words)| {
            let events = session.events();
            Answer { events, fixed, package, words }
        });
    }

    /// How far the draft is from what the counterpart could accept; computed again only after a change.
    pub(super) fn near(&mut self, session: &Session, draft: &Deal) -> Option<Near> {
        let events = session.events();
        if let Some((at, deal, near)) = &self.near
            && *at == events
            && deal == draft
        {
            return *near;
        }
        let near = session.distance(draft);
        self.near = Some((events, draft.clone(), near));
        near
    }

    /// Forgets an answer that no longer fits: something happened, or other articles are fixed.
    pub(super) fn settle(&mut self, events: usize, draft: &Deal) {
        let terms = self.terms(draft);
        self.answer.take_if(|answer| answer.events != events || answer.fixed != terms);
    }

    /// Whether an answer is there.
    pub(super) const fn is_answered(&self) -> bool {
        self.answer.is_some()
    }

    /// The package that was named in answer.
    pub(super) fn package(&self) -> Option<&Deal> {
        self.answer.as_ref()?.package.as_ref()
    }

    fn terms(&self, draft: &Deal) -> BTreeMap<IssueNo, OptionNo> {
        self.fixed.iter().map(|&issue| (issue, draft[issue])).collect()
    }
}

/// The strip above the treaty: the question, what is fixed, and the answer.
pub(super) fn asking_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    asking: &mut Asking,
    draft: &mut Deal,
    numbers: &BTreeMap<IssueNo, usize>,
) -> Option<Choice> {
    let mut choice = None;
    let palette = scene.look.palette;
    let words = scene.look.words;
    asking.fixed.retain(|issue| numbers.contains_key(issue) && !view.fixed.contains_key(issue));
    let top = ui.cursor().min;
    ui.horizontal_wrapped(|ui| {
        let some = !asking.fixed.is_empty();
        let label = format!("{} {}", egui_phosphor::regular::CHAT_CIRCLE_DOTS, scene.get("wish-ask"));
        let button = ui.add_enabled(some, egui::Button::new(label));
        let name = scene.get("wish-ask");
        button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, some, &name));
        let button = button.on_hover_text(scene.get("wish-note"));
        if button.on_disabled_hover_text(scene.get("wish-fix-first")).clicked() {
            choice = Some(Choice::Ask);
        }
        if some {
            // Articles are numbered in the order of the treaty, which is not that of the scenario.
            let mut list: Vec<usize> = asking.fixed.iter().map(|issue| numbers[issue]).collect();
            list.sort_unstable();
            let list: Vec<String> = list.iter().map(ToString::to_string).collect();
            let held = ui.label(words.with("wish-fixed", &[("list", &list.join(", "))]));
            held.on_hover_text(terms_in_words(scene, asking, draft, numbers));
            if ui.small_button(scene.get("wish-release")).clicked() {
                asking.fixed.clear();
            }
        } else {
            let pin = egui_phosphor::regular::PUSH_PIN;
            note(ui, palette, words.with("wish-how", &[("pin", pin)]));
        }
    });
    if let Some(answer) = &asking.answer {
        match answer_ui(ui, scene, view, answer, draft) {
            Some(Reply::Take) => {
                if let Some(package) = &answer.package {
                    draft.clone_from(package);
                }
                asking.answer = None;
            }
            Some(Reply::Close) => asking.answer = None,
            None => {}
        }
    }
    let strip = egui::Rect::from_min_max(top, egui::pos2(ui.max_rect().right(), ui.cursor().top()));
    super::guide::place(ui.ctx(), "asking", strip.expand2(vec2(6.0, 3.0)));
    ui.add_space(4.0);
    choice
}

/// Each article that is held, with what the draft says on it.
fn terms_in_words(
    scene: &Scene<'_>,
    asking: &Asking,
    draft: &Deal,
    numbers: &BTreeMap<IssueNo, usize>,
) -> String {
    let line = |issue: &IssueNo| {
        let option = scene.text(&scene.shared.choice(*issue, draft[*issue]).label);
        let number = numbers[issue].to_string();
        scene.look.words.with("wish-fixed-article", &[("number", &number), ("option", option)])
    };
    asking.fixed.iter().map(line).collect::<Vec<_>>().join("\n")
}

enum Reply {
    Take,
    Close,
}

fn answer_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    answer: &Answer,
    draft: &Deal,
) -> Option<Reply> {
    let mut reply = None;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let other = view.seat.other();
    Frame::new()
        .fill(palette.tint(scene.colours[other]))
        .stroke(Stroke::new(1.5, scene.colours[other]))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(10, 6))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                super::parts::sign(ui, scene.colours, other);
                ui.label(strong(scene.name(other)).color(scene.colours[other]));
                ui.label(RichText::new(format!("\u{201c}{}\u{201d}", scene.phrase(&answer.words))).italics());
                if let Some(package) = &answer.package {
                    let changed = package.choices().filter(|&(issue, option)| draft[issue] != option).count();
                    ui.label(words.count("wish-changes", changed));
                    let worth = words.num(100.0 * view.worth(package), 1);
                    let below = view.utility(package) < view.batna;
                    let key = if below { "wish-worth-below" } else { "wish-worth" };
                    let colour = if below { palette.bad } else { palette.ink };
                    ui.label(strong(words.with(key, &[("worth", &worth)])).color(colour));
                    if ui.button(scene.get("wish-take")).clicked() {
                        reply = Some(Reply::Take);
                    }
                }
                let close = ui.button(egui_phosphor::regular::X);
                let name = scene.get("wish-close");
                close.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
                if close.on_hover_text(&name).clicked() {
                    reply = Some(Reply::Close);
                }
            });
        });
    reply
}

/// The pin that fixes an article, before its heading.
pub(super) fn pin_ui(ui: &mut Ui, scene: &Scene<'_>, asking: &mut Asking, issue: IssueNo, article: &str) {
    let palette = scene.look.palette;
    let fixed = asking.fixed.contains(&issue);
    let colour = if fixed { palette.primary } else { palette.muted };
    let icon = RichText::new(egui_phosphor::regular::PUSH_PIN).size(15.0).color(colour);
    let button = egui::Button::selectable(fixed, icon).min_size(vec2(26.0, 24.0));
    ui.spacing_mut().button_padding.x = 5.0;
    let response = ui.add(button);
    let key = if fixed { "wish-unpin" } else { "wish-pin" };
    let name = scene.look.words.with(key, &[("article", article)]);
    response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Checkbox, true, fixed, &name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.on_hover_text(&name).clicked() {
        if fixed {
            asking.fixed.remove(&issue);
        } else {
            asking.fixed.insert(issue);
        }
    }
}

/// What the counterpart proposes for an article, beside what the draft has.
pub(super) fn proposal_line(ui: &mut Ui, scene: &Scene<'_>, seat: Seat, issue: IssueNo, option: OptionNo) {
    let label = scene.text(&scene.shared.choice(issue, option).label);
    let text = scene.look.words.with("wish-proposes", &[("country", scene.name(seat)), ("option", label)]);
    Frame::new()
        .stroke(Stroke::new(1.5, scene.colours[seat]))
        .fill(scene.look.palette.tint(scene.colours[seat]))
        .corner_radius(CornerRadius::same(4))
        .inner_margin(Margin::symmetric(6, 2))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                ui.spacing_mut().interact_size.y = 18.0;
                let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
                paint_sign(ui.painter(), rect.center(), 5.0, scene.colours[seat], seat);
                let text = format!("{} {text}", egui_phosphor::regular::ARROW_RIGHT);
                ui.add(egui::Label::new(RichText::new(text).size(15.0)).wrap());
            });
        });
}

/// How far the draft is from what the other side could accept: a word and one to three filled marks.
pub(super) fn near_ui(ui: &mut Ui, scene: &Scene<'_>, seat: Seat, near: Near) {
    let filled = match near {
        Near::Far => 1,
        Near::Near => 2,
        Near::Almost => 3,
    };
    let colour = scene.colours[seat];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, marks) = ui.allocate_exact_size(vec2(42.0, 18.0), Sense::hover());
        for mark in 0..3 {
            let middle = rect.left_center() + vec2(6.0 + 14.0 * mark as f32, 0.0);
            ui.painter().circle_stroke(middle, 4.5, Stroke::new(1.5, colour));
            if mark < filled {
                ui.painter().circle_filled(middle, 4.5, colour);
            }
        }
        marks.on_hover_text(scene.phrase(&near.phrase()));
        let key = match near {
            Near::Far => "standing-far",
            Near::Near => "standing-near",
            Near::Almost => "standing-almost",
        };
        let text = scene.look.words.with(key, &[("country", scene.name(seat))]);
        let label = ui.label(RichText::new(text).size(size::SMALL).color(colour));
        label.on_hover_text(scene.phrase(&near.phrase()));
    });
}
