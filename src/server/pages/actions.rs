//! What can be done besides offers: each action with what it does, or why not now.

use super::Place;
use crate::rules::{Family, Listed, Refusal, closed_for_now, listed};
use crate::scenario::IssueNo;
use crate::view::request_phrase;
use maud::{Markup, html};

/// All actions by family.
pub fn actions(place: &Place<'_>) -> Markup {
    let possible = place.pair.table.possible(place.seat);
    html! {
        section.card {
            h2 { (place.get("talks-tab-actions")) }
            @if let Some(refusal) = closed_for_now(&possible) { p.note { (why(place, refusal)) } }
            @for family in Family::ALL {
                @let list = listed(place.shared(), &possible, family);
                details data-keep=(family.key()) {
                    summary {
                        (place.get(family.key())) " "
                        span.note { (list.iter().filter(|it| it.is_open()).count()) "/" (list.len()) }
                    }
                    @for it in &list { (action(place, it)) }
                }
            }
        }
    }
}

fn why(place: &Place<'_>, refusal: &Refusal) -> String {
    place.words().phrase(&refusal.phrase(), place.shared())
}

fn action(place: &Place<'_>, it: &Listed<'_>) -> Markup {
    let name = it.action.name();
    let title = place.get(&format!("action-{name}"));
    if !it.is_open() {
        return html! {
            div.action.closed {
                strong { (title) }
                @if let Some(refusal) = it.refusal { p.note { (why(place, refusal)) } }
            }
        };
    }
    let hard = it.action.is_hard();
    let confirm = if hard { "action-confirm-hard" } else { "action-confirm" };
    html! {
        details.action data-keep=(format!("action-{name}")) {
            summary { (title) @if it.is_free() { " " span.chip { (place.get("action-free")) } } }
            p.note { (place.get(&format!("action-{name}-does"))) }
            (place.form(name, &html! {
                (fields(place, it))
                (place.beside())
                button.bad[hard] type="submit" { (place.words().with(confirm, &[("action", &title)])) }
            }))
        }
    }
}

/// Asks for what this action needs to be told, each question with the answers that the talks allow.
fn fields(place: &Place<'_>, it: &Listed<'_>) -> Markup {
    let view = &place.view;
    let title = |issue: IssueNo| place.text(&view.shared.issues[issue].title);
    let asks = it.details();
    let tones = it.choices(|it| it.register);
    html! {
        @if asks.option.is_some() {
            label { (place.get("class-article"))
                select name="choice" {
                    @for (issue, option) in it.choices(|it| it.issue.zip(it.option)) {
                        option value=(format!("{issue}.{option}")) {
                            (title(issue)) ": " (place.text(&view.shared.choice(issue, option).label))
                        }
                    }
                }
            }
        } @else if asks.issue.is_some() {
            label { (place.get("class-article"))
                select name="issue" {
                    @for issue in it.choices(|it| it.issue) { option value=(issue) { (title(issue)) } }
                }
            }
        }
        @if asks.rank.is_some() {
            label { (place.get("class-rank"))
                select name="rank" {
                    option value="" { (place.get("class-rank-true")) }
                    @for rank in 1..=view.brief.ranked() {
                        option value=(rank) { (place.words().with("action-rank", &[("rank", &rank.to_string())])) }
                    }
                }
            }
            p.note { (place.get("class-lie")) }
        }
        @if asks.group.is_some() {
            label { (place.get("class-group"))
                select name="group" {
                    @for group in it.choices(|it| it.group) {
                        option value=(group) { (place.text(&view.brief.groups[group].name)) }
                    }
                }
            }
        }
        @for style in it.choices(|it| it.style) {
            label.choice {
                input type="radio" name="style" value=(style.name()) required;
                span { (place.get(&format!("style-{}", style.name()))) br;
                    span.note { (place.get(&format!("style-{}-does", style.name()))) } }
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

/// What was asked by the other side, with two buttons to answer it.
pub fn request(place: &Place<'_>) -> Markup {
    let Some((by, request)) = place.view.request.filter(|(by, _)| *by != place.seat) else { return html! {} };
    let what = place.words().phrase(&request_phrase(request), place.shared());
    html! {
        section.card.fresh {
            p { strong { (place.words().with("request-from", &[("country", place.name(by)), ("what", &what)])) } }
            @if place.view.my_turn() {
                (place.asked_first())
                div.buttons {
                    @let of = html! { input type="hidden" name="of" value=(place.view.requests.len()); };
                    (place.binding(&place.form("grant", &html! { (of) button.primary type="submit" { (place.get("request-yes")) } })))
                    (place.form("decline", &html! { (of) button type="submit" { (place.get("request-no")) } }))
                }
            }
        }
    }
}
