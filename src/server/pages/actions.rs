//! What can be done besides offers: each action with what it does, or why not now.

use super::Place;
use crate::rules::{Command, Cost, Refusal, Register, Request};
use crate::scenario::IssueNo;
use crate::view::request_phrase;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The lists under which actions stand, by their names in forms and word keys.
const FAMILIES: [(&str, &[&str]); 4] = [
    ("actions-understand", &["disclose", "ascertain", "small-talk", "forecast", "ramble"]),
    ("actions-relation", &["culture", "hotline", "consular", "promise", "repair", "mediator"]),
    ("actions-text", &["harvest", "add-issue", "announce", "consult"]),
    ("actions-pressure", &["warn", "threaten", "ultimatum", "walk-out", "shame", "leave"]),
];

/// Moves that are hard to take back.
const HARD: [&str; 5] = ["threaten", "ultimatum", "walk-out", "shame", "leave"];

/// The name of an action in forms and word keys.
pub const fn name_of(command: &Command) -> Option<&'static str> {
    Some(match command {
        Command::Disclose { .. } => "disclose",
        Command::Ascertain(_) => "ascertain",
        Command::Forecast => "forecast",
        Command::SmallTalk => "small-talk",
        Command::Culture => "culture",
        Command::Hotline => "hotline",
        Command::Consular => "consular",
        Command::Announce(..) => "announce",
        Command::Promise(..) => "promise",
        Command::Ask(Request::Harvest(_)) => "harvest",
        Command::Ask(Request::AddIssue(_)) => "add-issue",
        Command::Ask(Request::Mediator(_)) => "mediator",
        Command::Ramble => "ramble",
        Command::Consult(_) => "consult",
        Command::Warn(_) => "warn",
        Command::Repair(_) => "repair",
        Command::Threaten(_) => "threaten",
        Command::Ultimatum(_) => "ultimatum",
        Command::WalkOut => "walk-out",
        Command::Shame => "shame",
        Command::Leave => "leave",
        _ => return None,
    })
}

type Possible = Vec<(Command, Result<Cost, Refusal>)>;

/// All actions by family.
pub fn actions(place: &Place<'_>) -> Markup {
    let mut by_name: BTreeMap<&str, Possible> = BTreeMap::new();
    for (command, answer) in place.pair.table.possible(place.seat) {
        if let Some(name) = name_of(&command) {
            by_name.entry(name).or_default().push((command, answer));
        }
    }
    html! {
        section.card {
            h2 { (place.get("talks-tab-actions")) }
            @if !place.view.my_turn() { p.note { (place.get("refusal-not-your-turn")) } }
            @for (family, names) in FAMILIES {
                @let open = names.iter().filter(|name| by_name.get(**name).is_some_and(|it| it.iter().any(|(_, answer)| answer.is_ok()))).count();
                details data-keep=(family) {
                    summary { (place.get(family)) " " span.note { (open) "/" (names.len()) } }
                    @for name in names {
                        @if let Some(possible) = by_name.get(name) { (action(place, name, possible)) }
                    }
                }
            }
        }
    }
}

fn action(place: &Place<'_>, name: &str, possible: &Possible) -> Markup {
    let title = place.get(&format!("action-{name}"));
    let does = place.get(&format!("action-{name}-does"));
    let allowed: Vec<&Command> =
        possible.iter().filter(|(_, answer)| answer.is_ok()).map(|(command, _)| command).collect();
    if allowed.is_empty() {
        let why = possible.iter().find_map(|(_, answer)| answer.as_ref().err());
        return html! {
            div.action.closed {
                strong { (title) }
                @if let Some(refusal) = why { p.note { (place.words().phrase(&refusal.phrase(), place.shared())) } }
            }
        };
    }
    let free = possible.iter().any(|(_, answer)| matches!(answer, Ok(Cost::Free))) && name != "leave";
    let confirm = if HARD.contains(&name) { "action-confirm-hard" } else { "action-confirm" };
    html! {
        details.action data-keep=(format!("action-{name}")) {
            summary { (title) @if free { " " span.chip { (place.get("action-free")) } } }
            p.note { (does) }
            (place.form(name, &html! {
                (fields(place, name, &allowed))
                button.bad[HARD.contains(&name)] type="submit" { (place.words().with(confirm, &[("action", &title)])) }
            }))
        }
    }
}

fn fields(place: &Place<'_>, name: &str, allowed: &[&Command]) -> Markup {
    let view = &place.view;
    let title = |issue: IssueNo| place.text(&view.shared.issues[issue].title);
    let mut issues: Vec<IssueNo> = allowed.iter().filter_map(|command| issue_of(command)).collect();
    issues.sort_unstable();
    issues.dedup();
    let mut tones: Vec<Register> = allowed.iter().filter_map(|command| tone_of(command)).collect();
    tones.sort_unstable();
    tones.dedup();
    html! {
        @if matches!(name, "announce" | "promise") {
            label { (place.get("class-article"))
                select name="choice" {
                    @for command in allowed {
                        @if let Command::Announce(issue, option) | Command::Promise(issue, option) = command {
                            option value=(format!("{issue}.{option}")) {
                                (title(*issue)) ": " (place.text(&view.shared.choice(*issue, *option).label))
                            }
                        }
                    }
                }
            }
        } @else if !issues.is_empty() {
            label { (place.get("class-article"))
                select name="issue" { @for issue in issues { option value=(issue) { (title(issue)) } } }
            }
        }
        @if name == "disclose" {
            label { (place.get("class-rank"))
                select name="rank" {
                    option value="" { (place.get("class-rank-true")) }
                    @for rank in 1..=view.brief.weights.iter().filter(|weight| **weight > 0).count() {
                        option value=(rank) { (place.words().with("action-rank", &[("rank", &rank.to_string())])) }
                    }
                }
            }
            p.note { (place.get("class-lie")) }
        }
        @if name == "consult" {
            label { (place.get("class-group"))
                select name="group" {
                    @for command in allowed {
                        @if let Command::Consult(group) = command { option value=(group) { (place.text(&view.brief.groups[*group].name)) } }
                    }
                }
            }
        }
        @if name == "mediator" {
            @for command in allowed {
                @if let Command::Ask(Request::Mediator(style)) = command {
                    label.choice {
                        input type="radio" name="style" value=(style.name()) required;
                        span { (place.get(&format!("style-{}", style.name()))) br;
                            span.note { (place.get(&format!("style-{}-does", style.name()))) } }
                    }
                }
            }
        }
        @if tones.len() > 1 {
            label { (place.get("class-tone"))
                select name="register" {
                    @for tone in tones { option value=(tone.name()) { (place.get(&format!("register-{}", tone.name()))) } }
                }
            }
        } @else if let Some(tone) = tones.first() {
            input type="hidden" name="register" value=(tone.name());
        }
    }
}

const fn issue_of(command: &Command) -> Option<IssueNo> {
    match command {
        Command::Disclose { issue, .. }
        | Command::Ascertain(issue)
        | Command::Ask(Request::Harvest(issue) | Request::AddIssue(issue)) => Some(*issue),
        _ => None,
    }
}

const fn tone_of(command: &Command) -> Option<Register> {
    match command {
        Command::Disclose { register, .. }
        | Command::Warn(register)
        | Command::Threaten(register)
        | Command::Ultimatum(register)
        | Command::Repair(register) => Some(*register),
        _ => None,
    }
}

/// What was asked by the other side, with two buttons to answer it.
pub fn request(place: &Place<'_>) -> Markup {
    let Some((by, request)) = place.view.request.filter(|(by, _)| *by != place.seat) else { return html! {} };
    let what = place.words().phrase(&request_phrase(request), place.shared());
    html! {
        section.card.fresh {
            p { strong { (place.words().with("request-from", &[("country", place.name(by)), ("what", &what)])) } }
            @if place.view.my_turn() {
                div.buttons {
                    @let of = html! { input type="hidden" name="of" value=(place.view.requests.len()); };
                    (place.form("grant", &html! { (of) button.primary type="submit" { (place.get("request-yes")) } }))
                    (place.form("decline", &html! { (of) button type="submit" { (place.get("request-no")) } }))
                }
            }
        }
    }
}
