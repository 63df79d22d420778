//! The draft treaty: one article per issue, agreed text plain, open text in brackets, and the offer
//! that is put together in it.

use super::asking::{self, Asking};
use super::keys::{self, Does};
use super::parts::{Scene, paint_sign, paint_third, serif, serif_italic};
use super::theme::{self, size};
use crate::scenario::{Deal, IssueNo, Kind, OptionNo, Seat, Sector};
use crate::view::View;
use egui::{CornerRadius, FontId, Frame, Margin, RichText, ScrollArea, Sense, Stroke, Ui, vec2};
use std::collections::BTreeMap;

/// Draws the treaty. `open` is the article whose options are shown; `editable` whether the draft can
/// be changed; `asking` what is asked of a counterpart, where there is one to ask.
pub(super) fn draft_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    draft: &mut Deal,
    open: &mut Option<IssueNo>,
    editable: bool,
    mut asking: Option<&mut Asking>,
) -> Option<asking::Choice> {
    let numbers: BTreeMap<IssueNo, usize> = view.articles().into_iter().zip(1..).collect();
    let choice =
        asking.as_mut().and_then(|asking| asking::asking_ui(ui, scene, view, asking, draft, &numbers));
    let id = super::parts::own_id(ui.ctx(), "treaty", view.seat);
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| {
        super::parts::page_keys(ui);
        Frame::new()
            .fill(scene.look.palette.paper)
            .stroke(Stroke::new(1.0, scene.look.palette.line))
            .corner_radius(CornerRadius::same(4))
            .inner_margin(Margin::symmetric(22, 16))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading(ui, scene, view, editable);
                let mut sector: Option<Option<Sector>> = None;
                for issue in view.treaty_order() {
                    let it = &scene.shared.issues[issue];
                    let Some(&number) = numbers.get(&issue) else { continue };
                    if sector != Some(it.sector) || it.kind != Kind::Substance {
                        sector = Some(it.sector);
                        sector_heading(ui, scene, it.sector, it.kind);
                    }
                    let asking = asking.as_deref_mut();
                    article_ui(ui, scene, view, draft, open, issue, number, editable, asking);
                }
            });
    });
    choice
}

fn heading(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, plays: bool) {
    let words = scene.look.words;
    ui.vertical_centered(|ui| {
        super::parts::overline_term(ui, scene.look, &scene.get("treaty-draft"), "brackets");
        let names = words.with(
            "treaty-between",
            &[("first", scene.name(Seat::First)), ("second", scene.name(Seat::Second))],
        );
        ui.label(RichText::new(names).font(FontId::new(size::HEADING, theme::serif_strong())));
    });
    let own = view.preparation.as_ref().filter(|_| plays);
    let preamble = own.map(|it| it.preamble.clone()).unwrap_or_default();
    if !preamble.is_empty() {
        let list: Vec<String> =
            preamble.iter().map(|number| scene.get(&format!("principle-{number}")).to_lowercase()).collect();
        ui.vertical_centered(|ui| {
            ui.label(
                serif_italic(words.with("treaty-preamble", &[("principles", &list.join(", "))])).size(15.0),
            );
        });
    }
    ui.add_space(4.0);
}

fn sector_heading(ui: &mut Ui, scene: &Scene<'_>, sector: Option<Sector>, kind: Kind) {
    let name = match (sector, kind) {
        (_, Kind::Clauses) => scene.get("sector-clauses"),
        (_, Kind::Instrument) => scene.get("sector-instrument"),
        (Some(sector), _) => scene.look.words.sector(sector),
        (None, _) => String::new(),
    };
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let icon = sector_icon(sector, kind);
        ui.label(RichText::new(icon).size(18.0).color(scene.look.palette.brass));
        ui.label(
            RichText::new(name.to_uppercase())
                .font(FontId::new(size::SMALL, theme::strong()))
                .color(scene.look.palette.brass),
        );
    });
}

/// An icon for each sector; the name always stands beside it.
pub(super) const fn sector_icon(sector: Option<Sector>, kind: Kind) -> &'static str {
    use egui_phosphor::regular as icon;
    match (kind, sector) {
        (Kind::Clauses, _) => icon::LIST_CHECKS,
        (Kind::Instrument, _) => icon::SEAL_CHECK,
        (_, Some(Sector::Politics)) => icon::BANK,
        (_, Some(Sector::Security)) => icon::SHIELD,
        (_, Some(Sector::Economy)) => icon::CHART_LINE_UP,
        (_, Some(Sector::Society)) => icon::USERS_THREE,
        (_, Some(Sector::Trade)) => icon::SCALES,
        (_, Some(Sector::Health)) => icon::HEARTBEAT,
        (_, Some(Sector::Environment)) => icon::LEAF,
        (_, Some(Sector::Technology)) => icon::CPU,
        (_, Some(Sector::Law)) => icon::GAVEL,
        (_, Some(Sector::Energy)) => icon::LIGHTNING,
        (_, None) => icon::FILE_TEXT,
    }
}

#[expect(clippy::too_many_arguments, reason = "one article needs all that the treaty knows")]
fn article_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    draft: &mut Deal,
    open: &mut Option<IssueNo>,
    issue: IssueNo,
    number: usize,
    editable: bool,
    asking: Option<&mut Asking>,
) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let it = &scene.shared.issues[issue];
    let is_open = *open == Some(issue);
    let positions = Seat::ALL.map(|seat| view.position(seat).map(|offer| offer.deal[issue]));
    let agreed = match positions {
        [Some(a), Some(b)] if a == b => Some(a),
        _ => None,
    };
    let fixed = view.fixed.contains_key(&issue);
    let held = asking.as_ref().is_some_and(|asking| asking.fixed.contains(&issue));
    let proposed = asking.as_ref().and_then(|asking| Some(asking.package()?[issue]));
    let mut top = egui::Rect::NOTHING;
    ui.horizontal_wrapped(|ui| {
        let weight = view.brief.weights[issue];
        let name = words
            .with("treaty-article", &[("number", &number.to_string()), ("title", scene.text(&it.title))]);
        if let Some(asking) = asking
            && !fixed
        {
            asking::pin_ui(ui, scene, asking, issue, &name);
        }
        let caret =
            if is_open { egui_phosphor::regular::CARET_DOWN } else { egui_phosphor::regular::CARET_RIGHT };
        let label =
            RichText::new(format!("{caret} {name}")).font(FontId::new(size::BODY, theme::serif_strong()));
        let button = ui.add(egui::Button::new(label).frame(false));
        if number == 1 {
            keys::land(&button, Does::Draft);
        }
        if button.clicked() {
            *open = if is_open { None } else { Some(issue) };
            ui.data_mut(|data| data.insert_temp(just_opened(), *open));
        }
        top = button.rect;
        if weight > 0 && editable {
            let points = words.with("points", &[("points", &weight.to_string())]);
            aside(ui, &points, palette.muted);
        }
        if held {
            let text = format!("{} {}", egui_phosphor::regular::PUSH_PIN, scene.get("wish-held"));
            aside(ui, &text, palette.primary);
        }
        if fixed {
            aside(ui, &scene.get("treaty-fixed"), palette.brass);
        } else if agreed.is_some() {
            let text = format!("{} {}", egui_phosphor::regular::CHECK, scene.get("treaty-agreed"));
            let text = RichText::new(text).size(size::SMALL).color(palette.good);
            super::glossary::term_ui(ui, scene.look, text, "ad-referendum");
        }
    });
    ui.indent(("article", issue), |ui| {
        ui.set_width(ui.available_width());
        match agreed {
            Some(option) if draft[issue] == option => {
                ui.label(serif(scene.text(&scene.shared.choice(issue, option).article)));
            }
            Some(option) if !editable => {
                ui.label(serif(scene.text(&scene.shared.choice(issue, option).article)));
            }
            _ => {
                if editable {
                    draft_line(ui, scene, view, draft, issue);
                }
                bracket(ui, scene, view, issue, positions);
            }
        }
        if let Some(option) = proposed.filter(|&option| option != draft[issue]) {
            asking::proposal_line(ui, scene, view.seat.other(), issue, option);
        }
        if is_open {
            // The options keep the keyboard's focus while lines come and go above them.
            let own = egui::UiBuilder::new().id(egui::Id::new(("the options of an article", issue)));
            ui.scope_builder(own, |ui| {
                super::options::options_ui(ui, scene, view, draft, issue, editable);
            });
        }
    });
    if is_open && ui.data(|data| data.get_temp::<Option<IssueNo>>(just_opened())) == Some(Some(issue)) {
        ui.data_mut(|data| data.remove::<Option<IssueNo>>(just_opened()));
        super::layout::bring_into_view(ui, top);
    }
    ui.add_space(2.0);
}

/// The article that was opened last, until its options were brought into view.
fn just_opened() -> egui::Id {
    egui::Id::new("the article that was opened last")
}

/// A small remark that moves to the next line as a whole.
fn aside(ui: &mut Ui, text: &str, colour: egui::Color32) {
    ui.add(egui::Label::new(RichText::new(text).size(size::SMALL).color(colour)).extend());
}

/// The option that the draft has for an article.
fn draft_line(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, draft: &Deal, issue: IssueNo) {
    let palette = scene.look.palette;
    let choice = scene.shared.choice(issue, draft[issue]);
    let changed = view.position(view.seat).is_some_and(|offer| offer.deal[issue] != draft[issue]);
    let text = serif(scene.text(&choice.article));
    if changed {
        Frame::new()
            .fill(palette.fresh)
            .corner_radius(CornerRadius::same(3))
            .inner_margin(Margin::symmetric(3, 1))
            .show(ui, |ui| {
                ui.label(text);
            });
    } else {
        ui.label(text);
    }
}

/// What stands in brackets: the positions of both sides, in their colours and with their signs, and
/// what the mediator's text has for it.
fn bracket(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    issue: IssueNo,
    positions: [Option<OptionNo>; 2],
) {
    for seat in Seat::ALL {
        let Some(option) = positions[seat.index()] else { continue };
        let before = view
            .offers
            .iter()
            .rev()
            .filter(|offer| offer.by == Some(seat) && offer.kind == crate::rules::OfferKind::Formal)
            .nth(1)
            .map(|offer| offer.deal[issue]);
        let moved = before.is_some_and(|before| before != option);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            ui.spacing_mut().interact_size.y = 18.0;
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
            paint_sign(ui.painter(), rect.center(), 5.0, scene.colours[seat], seat);
            let label = scene.text(&scene.shared.choice(issue, option).label);
            let text = format!("[{}: {label}]", scene.name(seat));
            let mut rich = serif_italic(text).size(15.0).color(scene.colours[seat]);
            if moved {
                rich = rich.background_color(scene.look.palette.fresh);
            }
            ui.add(egui::Label::new(rich).wrap());
        });
    }
    if let Some(text) = view.text() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            ui.spacing_mut().interact_size.y = 18.0;
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
            paint_third(ui.painter(), rect.center(), 5.0, scene.look.palette);
            let label = scene.text(&scene.shared.choice(issue, text.deal[issue]).label);
            let said = format!("[{}: {label}]", scene.get("glossary-mediator"));
            let rich = serif_italic(said).size(15.0).color(scene.look.palette.brass);
            ui.add(egui::Label::new(rich).wrap());
        });
    }
}
