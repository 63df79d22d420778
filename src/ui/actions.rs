//! What can be done besides offers: each action with what it does and costs, or why not now.

use super::parts::{Scene, note, overline, strong};
use super::theme::size;
use crate::rules::{Command, Cost, Phase, Refusal, Register, Request, Style};
use crate::scenario::{IssueNo, OptionNo};
use crate::view::View;
use egui::{ComboBox, CornerRadius, Frame, Margin, RichText, ScrollArea, Ui};

/// Actions that are listed, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Disclose,
    Ascertain,
    Forecast,
    SmallTalk,
    Culture,
    Hotline,
    Consular,
    Announce,
    Promise,
    Harvest,
    AddIssue,
    Ramble,
    Consult,
    Mediator,
    Warn,
    Repair,
    Threaten,
    Ultimatum,
    WalkOut,
    Shame,
    Leave,
}

/// The lists under which actions stand.
const FAMILIES: [(&str, &[Kind]); 4] = [
    ("actions-understand", &[Kind::Disclose, Kind::Ascertain, Kind::SmallTalk, Kind::Forecast, Kind::Ramble]),
    (
        "actions-relation",
        &[Kind::Culture, Kind::Hotline, Kind::Consular, Kind::Promise, Kind::Repair, Kind::Mediator],
    ),
    ("actions-text", &[Kind::Harvest, Kind::AddIssue, Kind::Announce, Kind::Consult]),
    (
        "actions-pressure",
        &[Kind::Warn, Kind::Threaten, Kind::Ultimatum, Kind::WalkOut, Kind::Shame, Kind::Leave],
    ),
];

impl Kind {
    const fn key(self) -> &'static str {
        match self {
            Self::Disclose => "disclose",
            Self::Ascertain => "ascertain",
            Self::Forecast => "forecast",
            Self::SmallTalk => "small-talk",
            Self::Culture => "culture",
            Self::Hotline => "hotline",
            Self::Consular => "consular",
            Self::Announce => "announce",
            Self::Promise => "promise",
            Self::Harvest => "harvest",
            Self::AddIssue => "add-issue",
            Self::Ramble => "ramble",
            Self::Consult => "consult",
            Self::Mediator => "mediator",
            Self::Warn => "warn",
            Self::Repair => "repair",
            Self::Threaten => "threaten",
            Self::Ultimatum => "ultimatum",
            Self::WalkOut => "walk-out",
            Self::Shame => "shame",
            Self::Leave => "leave",
        }
    }

    const fn icon(self) -> &'static str {
        use egui_phosphor::regular as icon;
        match self {
            Self::Disclose => icon::HAND_PALM,
            Self::Ascertain => icon::MAGNIFYING_GLASS,
            Self::Forecast => icon::BINOCULARS,
            Self::SmallTalk => icon::COFFEE,
            Self::Culture => icon::MUSIC_NOTES,
            Self::Hotline => icon::PHONE,
            Self::Consular => icon::FIRST_AID_KIT,
            Self::Announce => icon::MEGAPHONE,
            Self::Promise => icon::HANDSHAKE,
            Self::Harvest => icon::PLANT,
            Self::AddIssue => icon::FILE_PLUS,
            Self::Ramble => icon::CHAT_DOTS,
            Self::Consult => icon::USERS,
            Self::Mediator => icon::SCALES,
            Self::Warn => icon::WARNING_CIRCLE,
            Self::Repair => icon::BANDAIDS,
            Self::Threaten => icon::WARNING_OCTAGON,
            Self::Ultimatum => icon::HOURGLASS,
            Self::WalkOut => icon::DOOR_OPEN,
            Self::Shame => icon::NEWSPAPER,
            Self::Leave => icon::SIGN_OUT,
        }
    }

    const fn of(command: &Command) -> Option<Self> {
        Some(match command {
            Command::Disclose { .. } => Self::Disclose,
            Command::Ascertain(_) => Self::Ascertain,
            Command::Forecast => Self::Forecast,
            Command::SmallTalk => Self::SmallTalk,
            Command::Culture => Self::Culture,
            Command::Hotline => Self::Hotline,
            Command::Consular => Self::Consular,
            Command::Announce(..) => Self::Announce,
            Command::Promise(..) => Self::Promise,
            Command::Ask(Request::Harvest(_)) => Self::Harvest,
            Command::Ask(Request::AddIssue(_)) => Self::AddIssue,
            Command::Ask(Request::Mediator(_)) => Self::Mediator,
            Command::Ramble => Self::Ramble,
            Command::Consult(_) => Self::Consult,
            Command::Warn(_) => Self::Warn,
            Command::Repair(_) => Self::Repair,
            Command::Threaten(_) => Self::Threaten,
            Command::Ultimatum(_) => Self::Ultimatum,
            Command::WalkOut => Self::WalkOut,
            Command::Shame => Self::Shame,
            Command::Leave => Self::Leave,
            _ => return None,
        })
    }

    /// Moves that are hard to take back ask once more.
    const fn asks_again(self) -> bool {
        matches!(self, Self::Threaten | Self::Ultimatum | Self::WalkOut | Self::Shame | Self::Leave)
    }
}

/// The form of the action that is being put together.
#[derive(Clone, Debug)]
pub(super) struct Form {
    open: Option<Kind>,
    /// Whether it was opened in this frame and may be out of sight.
    fresh: bool,
    issue: IssueNo,
    option: OptionNo,
    rank: Option<usize>,
    register: Register,
    group: usize,
    style: Style,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            open: None,
            fresh: false,
            issue: 0,
            option: 0,
            rank: None,
            register: Register::Formal,
            group: 0,
            style: Style::Facilitation,
        }
    }
}

impl Form {
    /// With the form for telling a priority open.
    pub(super) fn disclosing() -> Self {
        Self { open: Some(Kind::Disclose), ..Self::default() }
    }
}

type Possible = [(Command, Result<Cost, Refusal>)];

/// Draws the list; an action that was confirmed comes back.
pub(super) fn actions_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    possible: &Possible,
    form: &mut Form,
) -> Option<Command> {
    let mut sent = None;
    ScrollArea::vertical().id_salt("actions").auto_shrink(false).show(ui, |ui| {
        if view.phase != Phase::Normal {
            let why = scene.phrase(&Refusal::WrongPhase(view.phase).phrase());
            ui.label(RichText::new(why).color(scene.look.palette.care));
            ui.add_space(4.0);
        }
        for (family, kinds) in FAMILIES {
            overline(ui, scene.look.palette, &scene.get(family));
            for &kind in kinds {
                let of_kind: Vec<&(Command, Result<Cost, Refusal>)> =
                    possible.iter().filter(|(command, _)| is_listed(scene, command, kind)).collect();
                // A reserve without issues, or a scenario without such an option, has nothing to list.
                if of_kind.is_empty() {
                    continue;
                }
                if let Some(command) = action_ui(ui, scene, view, kind, &of_kind, form) {
                    sent = Some(command);
                    form.open = None;
                }
            }
            ui.add_space(6.0);
        }
    });
    sent
}

/// Whether a command belongs under this action. That an article which never waited cannot be added is no
/// news to anybody.
fn is_listed(scene: &Scene<'_>, command: &Command, kind: Kind) -> bool {
    let never = matches!(command, Command::Ask(Request::AddIssue(issue))
        if !scene.shared.issues.get(*issue).is_some_and(|it| it.reserve));
    Kind::of(command) == Some(kind) && !never
}

fn action_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    kind: Kind,
    possible: &[&(Command, Result<Cost, Refusal>)],
    form: &mut Form,
) -> Option<Command> {
    let palette = scene.look.palette;
    let cost = possible.iter().find_map(|(_, answer)| answer.as_ref().ok().copied());
    let enabled = cost.is_some();
    let open = form.open == Some(kind) && enabled;
    let name = scene.get(&format!("action-{}", kind.key()));
    let label = RichText::new(format!("{}  {name}", kind.icon())).size(size::BODY);
    let free = if cost == Some(Cost::Free) { scene.get("action-free") } else { String::new() };
    let mut sent = None;
    let mut heading = egui::Rect::NOTHING;
    ui.horizontal(|ui| {
        let cost = RichText::new(if kind == Kind::Leave { "" } else { &free }).size(size::SMALL);
        let button = egui::Button::selectable(open, label)
            .right_text(cost)
            .min_size(egui::vec2(ui.available_width(), 28.0));
        let response = ui.add_enabled(enabled, button);
        heading = response.rect;
        if response.clicked() {
            if open {
                form.open = None;
            } else {
                *form = Form { open: Some(kind), fresh: true, ..Form::default() };
                settle(form, possible);
            }
        }
        let does = scene.get(&format!("action-{}-does", kind.key()));
        match possible.iter().find_map(|(_, answer)| answer.as_ref().err()).filter(|_| !enabled) {
            Some(refusal) => {
                response.on_disabled_hover_text(format!("{does}\n\n{}", scene.phrase(&refusal.phrase())))
            }
            None => response.on_hover_text(does),
        };
    });
    if !enabled
        && let Some(refusal) = possible.iter().find_map(|(_, answer)| answer.as_ref().err())
        && !matches!(refusal, Refusal::NotYourTurn | Refusal::NoActionLeft | Refusal::WrongPhase(_))
    {
        ui.indent(("why", kind as u8), |ui| note(ui, palette, scene.phrase(&refusal.phrase())));
    }
    if open {
        Frame::new()
            .fill(palette.paper)
            .corner_radius(CornerRadius::same(6))
            .inner_margin(Margin::same(10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(RichText::new(scene.get(&format!("action-{}-does", kind.key()))).size(15.0));
                sent = form_ui(ui, scene, view, kind, possible, form);
            });
        if std::mem::take(&mut form.fresh) {
            super::layout::bring_into_view(ui, heading);
        }
    }
    sent
}

/// Points the form at something that is possible.
fn settle(form: &mut Form, possible: &[&(Command, Result<Cost, Refusal>)]) {
    let Some((command, _)) = possible.iter().find(|(_, answer)| answer.is_ok()) else { return };
    match command {
        Command::Disclose { issue, .. } | Command::Ascertain(issue) => form.issue = *issue,
        Command::Announce(issue, option) | Command::Promise(issue, option) => {
            (form.issue, form.option) = (*issue, *option);
        }
        Command::Ask(Request::Harvest(issue) | Request::AddIssue(issue)) => form.issue = *issue,
        Command::Ask(Request::Mediator(style)) => form.style = *style,
        Command::Consult(group) => form.group = *group,
        _ => {}
    }
}

fn form_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    kind: Kind,
    possible: &[&(Command, Result<Cost, Refusal>)],
    form: &mut Form,
) -> Option<Command> {
    let allowed: Vec<&Command> =
        possible.iter().filter(|(_, answer)| answer.is_ok()).map(|(command, _)| command).collect();
    match kind {
        Kind::Disclose | Kind::Ascertain | Kind::Harvest | Kind::AddIssue => {
            issue_box(ui, scene, &allowed, &mut form.issue);
        }
        Kind::Announce | Kind::Promise => {
            issue_box(ui, scene, &allowed, &mut form.issue);
            option_box(ui, scene, &allowed, form);
        }
        Kind::Consult => group_box(ui, scene, view, &allowed, form),
        Kind::Mediator => style_box(ui, scene, &allowed, form),
        _ => {}
    }
    if kind == Kind::Disclose {
        rank_box(ui, scene, view, form);
    }
    if matches!(kind, Kind::Disclose | Kind::Warn | Kind::Threaten | Kind::Ultimatum | Kind::Repair) {
        register_box(ui, scene, &allowed, form);
    }
    let command = command_of(kind, view, form);
    let possible = allowed.contains(&&command);
    let key = if kind.asks_again() { "action-confirm-hard" } else { "action-confirm" };
    let name = scene.get(&format!("action-{}", kind.key()));
    let label = scene.look.words.with(key, &[("action", &name)]);
    super::parts::primary_if(ui, scene.look.palette, &label, possible).clicked().then_some(command)
}

fn command_of(kind: Kind, view: &View<'_>, form: &Form) -> Command {
    let rank = form.rank.unwrap_or_else(|| *view.brief.ranks(form.issue).start());
    match kind {
        Kind::Disclose => Command::Disclose { issue: form.issue, rank, register: form.register },
        Kind::Ascertain => Command::Ascertain(form.issue),
        Kind::Forecast => Command::Forecast,
        Kind::SmallTalk => Command::SmallTalk,
        Kind::Culture => Command::Culture,
        Kind::Hotline => Command::Hotline,
        Kind::Consular => Command::Consular,
        Kind::Announce => Command::Announce(form.issue, form.option),
        Kind::Promise => Command::Promise(form.issue, form.option),
        Kind::Harvest => Command::Ask(Request::Harvest(form.issue)),
        Kind::AddIssue => Command::Ask(Request::AddIssue(form.issue)),
        Kind::Ramble => Command::Ramble,
        Kind::Consult => Command::Consult(form.group),
        Kind::Mediator => Command::Ask(Request::Mediator(form.style)),
        Kind::Warn => Command::Warn(form.register),
        Kind::Repair => Command::Repair(form.register),
        Kind::Threaten => Command::Threaten(form.register),
        Kind::Ultimatum => Command::Ultimatum(form.register),
        Kind::WalkOut => Command::WalkOut,
        Kind::Shame => Command::Shame,
        Kind::Leave => Command::Leave,
    }
}

const fn issue_of(command: &Command) -> Option<IssueNo> {
    match command {
        Command::Disclose { issue, .. }
        | Command::Ascertain(issue)
        | Command::Announce(issue, _)
        | Command::Promise(issue, _)
        | Command::Ask(Request::Harvest(issue) | Request::AddIssue(issue)) => Some(*issue),
        _ => None,
    }
}

fn issue_box(ui: &mut Ui, scene: &Scene<'_>, allowed: &[&Command], issue: &mut IssueNo) {
    let title = |issue: IssueNo| scene.text(&scene.shared.issues[issue].title);
    let mut issues: Vec<IssueNo> = allowed.iter().filter_map(|command| issue_of(command)).collect();
    issues.sort_unstable();
    issues.dedup();
    ComboBox::from_id_salt("issue")
        .width(ui.available_width() - 8.0)
        .selected_text(title(*issue))
        .truncate()
        .show_ui(ui, |ui| {
            for choice in issues {
                ui.selectable_value(issue, choice, title(choice));
            }
        });
}

fn option_box(ui: &mut Ui, scene: &Scene<'_>, allowed: &[&Command], form: &mut Form) {
    let options: Vec<OptionNo> = allowed
        .iter()
        .filter_map(|command| match command {
            Command::Announce(issue, option) | Command::Promise(issue, option) if *issue == form.issue => {
                Some(*option)
            }
            _ => None,
        })
        .collect();
    if !options.contains(&form.option)
        && let Some(first) = options.first()
    {
        form.option = *first;
    }
    for option in options {
        let label = scene.text(&scene.shared.choice(form.issue, option).label);
        ui.radio_value(&mut form.option, option, label);
    }
}

fn group_box(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, allowed: &[&Command], form: &mut Form) {
    for command in allowed {
        if let Command::Consult(group) = command {
            ui.radio_value(&mut form.group, *group, scene.text(&view.brief.groups[*group].name));
        }
    }
}

fn style_box(ui: &mut Ui, scene: &Scene<'_>, allowed: &[&Command], form: &mut Form) {
    for command in allowed {
        if let Command::Ask(Request::Mediator(style)) = command {
            ui.radio_value(&mut form.style, *style, scene.get(&format!("style-{}", style.name())));
            note(ui, scene.look.palette, scene.get(&format!("style-{}-does", style.name())));
        }
    }
}

/// The truth is the default; another rank can be claimed, and the risk is told.
fn rank_box(ui: &mut Ui, scene: &Scene<'_>, view: &View<'_>, form: &mut Form) {
    let words = scene.look.words;
    let truth = view.brief.ranks(form.issue);
    let count = view.brief.weights.iter().filter(|weight| **weight > 0).count();
    let claimed = form.rank.unwrap_or(*truth.start());
    let label = words.with("action-rank", &[("rank", &claimed.to_string())]);
    ComboBox::from_id_salt("rank").selected_text(label).show_ui(ui, |ui| {
        for rank in 1..=count {
            let honest = truth.contains(&rank);
            let key = if honest { "action-rank-true" } else { "action-rank-false" };
            let text = words.with(key, &[("rank", &rank.to_string())]);
            if ui.selectable_label(claimed == rank, text).clicked() {
                form.rank = (rank != *truth.start()).then_some(rank);
            }
        }
    });
    if !truth.contains(&claimed) {
        let text = RichText::new(scene.get("action-lie")).size(size::SMALL).color(scene.look.palette.bad);
        ui.label(text);
    }
}

fn register_box(ui: &mut Ui, scene: &Scene<'_>, allowed: &[&Command], form: &mut Form) {
    let mut tones: Vec<Register> = allowed
        .iter()
        .filter_map(|command| match command {
            Command::Disclose { register, .. }
            | Command::Warn(register)
            | Command::Threaten(register)
            | Command::Ultimatum(register)
            | Command::Repair(register) => Some(*register),
            _ => None,
        })
        .collect();
    tones.sort_unstable();
    tones.dedup();
    if !tones.contains(&form.register)
        && let Some(first) = tones.first()
    {
        form.register = *first;
    }
    ui.horizontal_wrapped(|ui| {
        for tone in tones {
            ui.selectable_value(&mut form.register, tone, scene.get(&format!("register-{}", tone.name())));
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
