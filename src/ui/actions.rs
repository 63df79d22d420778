//! What can be done besides offers: each action with what it does and costs, or why not now.

use super::parts::{Scene, note, overline, strong};
use super::theme::size;
use crate::rules::{Action, Command, Cost, Details, Family, Listed, Refusal, closed_for_now, listed};
use crate::scenario::IssueNo;
use crate::view::View;
use egui::{ComboBox, CornerRadius, Frame, Margin, RichText, ScrollArea, Ui};

const fn icon(action: Action) -> &'static str {
    use egui_phosphor::regular as icon;
    match action {
        Action::Disclose => icon::HAND_PALM,
        Action::Ascertain => icon::MAGNIFYING_GLASS,
        Action::Forecast => icon::BINOCULARS,
        Action::SmallTalk => icon::COFFEE,
        Action::Culture => icon::MUSIC_NOTES,
        Action::Hotline => icon::PHONE,
        Action::Consular => icon::FIRST_AID_KIT,
        Action::Announce => icon::MEGAPHONE,
        Action::Promise => icon::HANDSHAKE,
        Action::Harvest => icon::PLANT,
        Action::AddIssue => icon::FILE_PLUS,
        Action::Ramble => icon::CHAT_DOTS,
        Action::Consult => icon::USERS,
        Action::Mediator => icon::SCALES,
        Action::Warn => icon::WARNING_CIRCLE,
        Action::Repair => icon::BANDAIDS,
        Action::Threaten => icon::WARNING_OCTAGON,
        Action::Ultimatum => icon::HOURGLASS,
        Action::WalkOut => icon::DOOR_OPEN,
        Action::Shame => icon::NEWSPAPER,
        Action::Leave => icon::SIGN_OUT,
    }
}

/// The form of the action that is being put together.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    open: Option<Action>,
    /// Whether it was opened in this frame and may be out of sight.
    fresh: bool,
    /// What was chosen so far. A rank is only there if it is not the true one.
    said: Details,
}

impl Form {
    /// With the form for telling a priority open.
    pub(super) fn disclosing() -> Self {
        Self { open: Some(Action::Disclose), ..Self::default() }
    }
}

/// Draws the list; an action that was confirmed comes back.
pub(super) fn actions_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    possible: &[(Command, Result<Cost, Refusal>)],
    form: &mut Form,
) -> Option<Command> {
    let mut sent = None;
    ScrollArea::vertical().id_salt("actions").auto_shrink(false).show(ui, |ui| {
        // Whose turn it is stands above the talks; a line that comes and goes with it would move the list.
        let closed = closed_for_now(possible).filter(|refusal| **refusal != Refusal::NotYourTurn);
        if let Some(refusal) = closed {
            let why = scene.phrase(&refusal.phrase());
            ui.label(RichText::new(why).color(scene.look.palette.care));
            ui.add_space(4.0);
        }
        for family in Family::ALL {
            overline(ui, scene.look.palette, &scene.get(family.key()));
            for it in listed(scene.shared, possible, family) {
                if let Some(command) = action_ui(ui, scene, view, &it, form) {
                    sent = Some(command);
                    form.open = None;
                }
            }
            ui.add_space(6.0);
        }
    });
    sent
}

fn action_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    it: &Listed<'_>,
    form: &mut Form,
) -> Option<Command> {
    let palette = scene.look.palette;
    let action = it.action;
    let open = form.open == Some(action) && it.is_open();
    let name = scene.get(&format!("action-{}", action.name()));
    let label = RichText::new(format!("{}  {name}", icon(action))).size(size::BODY);
    let does = scene.get(&format!("action-{}-does", action.name()));
    let mut sent = None;
    let mut heading = egui::Rect::NOTHING;
    ui.horizontal(|ui| {
        let free = if it.is_free() { scene.get("action-free") } else { String::new() };
        let button = egui::Button::selectable(open, label)
            .right_text(RichText::new(free).size(size::SMALL))
            .min_size(egui::vec2(ui.available_width(), 28.0));
        let response = ui.add_enabled(it.is_open(), button);
        heading = response.rect;
        if response.clicked() {
            *form = Form { open: (!open).then_some(action), fresh: !open, ..Form::default() };
        }
        response.on_hover_text(&does).on_disabled_hover_text(&does);
    });
    if let Some(refusal) = it.refusal {
        ui.indent(("why", action), |ui| note(ui, palette, scene.phrase(&refusal.phrase())));
    }
    if open {
        Frame::new()
            .fill(palette.paper)
            .corner_radius(CornerRadius::same(6))
            .inner_margin(Margin::same(10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(RichText::new(does).size(15.0));
                sent = form_ui(ui, scene, view, it, &mut form.said);
            });
        if std::mem::take(&mut form.fresh) {
            super::layout::bring_into_view(ui, heading);
        }
    }
    sent
}

/// Asks for what this action needs to be told, each question with the answers that the talks allow.
fn form_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    it: &Listed<'_>,
    said: &mut Details,
) -> Option<Command> {
    let asks = it.details();
    if *said == Details::default() {
        *said = Details { rank: None, ..asks };
    }
    if asks.issue.is_some() {
        issue_box(ui, scene, it, said);
    }
    if asks.option.is_some() {
        option_box(ui, scene, it, said);
    }
    if asks.group.is_some() {
        group_box(ui, scene, view, it, said);
    }
    if asks.style.is_some() {
        style_box(ui, scene, it, said);
    }
    if asks.rank.is_some() {
        rank_box(ui, scene, view, said);
    }
    if asks.register.is_some() {
        register_box(ui, scene, it, said);
    }
    let truth = || said.issue.map(|issue| *view.brief.ranks(issue).start());
    let command = it.action.command(&Details { rank: said.rank.or_else(truth), ..*said });
    let command = command.filter(|command| it.allowed.contains(&command));
    let key = if it.action.is_hard() { "action-confirm-hard" } else { "action-confirm" };
    let name = scene.get(&format!("action-{}", it.action.name()));
    let label = scene.look.words.with(key, &[("action", &name)]);
    let pressed = super::parts::primary_if(ui, scene.look.palette, &label, command.is_some()).clicked();
    command.filter(|_| pressed)
}

fn issue_box(ui: &mut Ui, scene: &Scene<'_>, it: &Listed<'_>, said: &mut Details) {
    let title = |issue: IssueNo| scene.text(&scene.shared.issues[issue].title);
    ComboBox::from_id_salt("issue")
        .width(ui.available_width() - 8.0)
        .selected_text(said.issue.map_or("", title))
        .truncate()
        .show_ui(ui, |ui| {
            for choice in it.choices(|it| it.issue) {
                ui.selectable_value(&mut said.issue, Some(choice), title(choice));
            }
        });
}

fn option_box(ui: &mut Ui, scene: &Scene<'_>, it: &Listed<'_>, said: &mut Details) {
    let Some(issue) = said.issue else { return };
    let options = it.choices(|it| it.option.filter(|_| it.issue == said.issue));
    said.option = said.option.filter(|option| options.contains(option)).or(options.first().copied());
    for option in options {
        ui.radio_value(&mut said.option, Some(option), scene.text(&scene.shared.choice(issue, option).label));
    }
}

fn group_box(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, it: &Listed<'_>, said: &mut Details) {
    for group in it.choices(|it| it.group) {
        ui.radio_value(&mut said.group, Some(group), scene.text(&view.brief.groups[group].name));
    }
}

fn style_box(ui: &mut Ui, scene: &Scene<'_>, it: &Listed<'_>, said: &mut Details) {
    for style in it.choices(|it| it.style) {
        ui.radio_value(&mut said.style, Some(style), scene.get(&format!("style-{}", style.name())));
        note(ui, scene.look.palette, scene.get(&format!("style-{}-does", style.name())));
    }
}

/// The truth is the default; another rank can be claimed, and the risk is told.
fn rank_box(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, said: &mut Details) {
    let Some(issue) = said.issue else { return };
    let words = scene.look.words;
    let truth = view.brief.ranks(issue);
    let claimed = said.rank.unwrap_or(*truth.start());
    let label = words.with("action-rank", &[("rank", &claimed.to_string())]);
    ComboBox::from_id_salt("rank").selected_text(label).show_ui(ui, |ui| {
        for rank in 1..=view.brief.ranked() {
            let honest = truth.contains(&rank);
            let key = if honest { "action-rank-true" } else { "action-rank-false" };
            let text = words.with(key, &[("rank", &rank.to_string())]);
            if ui.selectable_label(claimed == rank, text).clicked() {
                said.rank = (rank != *truth.start()).then_some(rank);
            }
        }
    });
    if !truth.contains(&claimed) {
        let text = RichText::new(scene.get("action-lie")).size(size::SMALL).color(scene.look.palette.bad);
        ui.label(text);
    }
}

fn register_box(ui: &mut Ui, scene: &Scene<'_>, it: &Listed<'_>, said: &mut Details) {
    ui.horizontal_wrapped(|ui| {
        for tone in it.choices(|it| it.register) {
            let name = scene.get(&format!("register-{}", tone.name()));
            ui.selectable_value(&mut said.register, Some(tone), name);
        }
    });
}

/// What was asked by the other side, with two buttons to answer it.
pub(super) fn request_ui(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>) -> Option<Command> {
    let (by, request) = view.request.filter(|(by, _)| *by != view.seat)?;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let what = scene.phrase(&crate::view::request_phrase(request));
    let mut answer = None;
    Frame::new()
        .fill(palette.fresh)
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(strong(words.with("request-from", &[("country", scene.name(by)), ("what", &what)])));
            ui.horizontal(|ui| {
                if super::parts::primary(ui, palette, &scene.get("request-yes")).clicked() {
                    answer = Some(Command::Answer(true));
                }
                if super::parts::secondary(ui, &scene.get("request-no")).clicked() {
                    answer = Some(Command::Answer(false));
                }
            });
        });
    answer
}
