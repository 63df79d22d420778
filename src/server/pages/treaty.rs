//! The draft treaty with both positions in brackets, and the offer that is put together in it.

use super::Place;
use super::parts::{bar, colour, hidden, sign};
use crate::rules::{Command, OfferKind};
use crate::scenario::{Deal, IssueNo, Kind, Lock, Seat, Sector};
use maud::{Markup, html};

/// With which package the draft begins.
fn beginning(place: &Place<'_>) -> Deal {
    let view = &place.view;
    let wished = match place.desk.copy {
        Some(OfferKind::Text) => view.text(),
        Some(OfferKind::Exploratory) => view.explored(place.seat.other()),
        Some(OfferKind::Formal) => view.position(place.seat.other()),
        None => None,
    };
    let offer = wished.or_else(|| view.newest(place.seat)).or_else(|| view.position(place.seat.other()));
    let own = if wished.is_none() { on_its_way(place) } else { None };
    let mut deal = own
        .cloned()
        .unwrap_or_else(|| offer.map_or_else(|| view.shared.status_quo(), |offer| offer.deal.clone()));
    for issue in 0..deal.0.len() {
        // An option that closed since then cannot be offered again.
        if !view.open[issue][deal[issue]] {
            deal.0[issue] = view.open[issue].iter().position(|open| *open).unwrap_or(deal[issue]);
        }
    }
    deal
}

/// The offer that waits for the delegation, or that came back from it.
fn on_its_way<'p>(place: &'p Place<'_>) -> Option<&'p Deal> {
    let council = &place.pair.council[place.seat];
    let waiting = council.waiting.as_ref().map(|it| &it.assent.act);
    match &waiting.or(council.returned.as_ref().map(|it| &it.act))?.command {
        Command::Propose(deal) => Some(deal),
        _ => None,
    }
}

/// The draft treaty and the offer that is put together in it.
pub fn draft(place: &Place<'_>) -> Markup {
    let view = &place.view;
    let deal = beginning(place);
    let mut sector: Option<(Option<Sector>, Kind)> = None;
    let keep = if place.desk.copy.is_some() { "copied" } else { "draft" };
    let total = place.points(view.utility(&deal));
    html! {
        form #draft .paper method="post" action="/act" data-keep=(keep) data-batna=(view.batna) {
            (hidden(place.desk.csrf, ""))
            header.centre {
                p.overline { (place.get("treaty-draft")) }
                h2 { (place.words().with("treaty-between",
                    &[("first", place.name(Seat::First)), ("second", place.name(Seat::Second))])) }
            }
            @for (no, issue) in place.view.articles().into_iter().enumerate() {
                @let it = &view.shared.issues[issue];
                @if sector.replace((it.sector, it.kind)) != Some((it.sector, it.kind)) {
                    p.sector { (sector_name(place, it.sector, it.kind)) }
                }
                (article(place, &deal, issue, no + 1))
            }
            @if view.my_turn() { (place.beside()) }
            div.send {
                p { span.note { (place.get("standing-draft")) } " " strong.total { (total) } " / 100 \u{b7} BATNA " (place.points(view.batna)) }
                (bar(&place.get("standing-draft"), view.utility(&deal) as f64 / 100.0,
                    Some(view.batna as f64 / 100.0), colour(place.seat)))
                @if view.my_turn() {
                    (place.binding(&html! { button.primary type="submit" name="do" value="propose" { (place.get("talks-propose")) } }))
                }
            }
            div.after {
                @if view.my_turn() {
                    p.note { (place.get("talks-propose-does")) }
                    (place.asked_first())
                    button type="submit" name="do" value="explore" { (place.get("talks-explore")) }
                    p.note { (place.get("talks-explore-does")) }
                } @else {
                    p.note { (place.get("class-draft-wait")) }
                }
            }
        }
    }
}

fn sector_name(place: &Place<'_>, sector: Option<Sector>, kind: Kind) -> String {
    match (sector, kind) {
        (_, Kind::Clauses) => place.get("sector-clauses"),
        (_, Kind::Instrument) => place.get("sector-instrument"),
        (Some(sector), _) => place.words().sector(sector),
        (None, _) => String::new(),
    }
}

/// One article: agreed text plain, open text in brackets with both positions, and the options.
fn article(place: &Place<'_>, deal: &Deal, issue: IssueNo, no: usize) -> Markup {
    let view = &place.view;
    let it = &view.shared.issues[issue];
    let positions = Seat::ALL.map(|seat| view.position(seat).map(|offer| offer.deal[issue]));
    let agreed = matches!(positions, [Some(a), Some(b)] if a == b);
    let fixed = view.fixed.contains_key(&issue);
    let weight = view.brief.weights[issue];
    let number = no.to_string();
    let title = place.text(&it.title);
    html! {
        fieldset.article {
            legend { (place.words().with("treaty-article", &[("number", &number), ("title", title)])) }
            @if weight > 0 { span.note { (place.words().with("points", &[("points", &weight.to_string())])) } " " }
            @if fixed { span.chip.seal { (place.get("treaty-fixed")) } }
            @else if agreed { span.chip.good { "\u{2713} " (place.get("treaty-agreed")) } }
            p.serif.chosen { (place.text(&it.options[deal[issue]].article)) }
            @if !agreed {
                @for seat in Seat::ALL {
                    @if let Some(option) = positions[seat.index()] {
                        p.bracket.(colour(seat)) {
                            span aria-hidden="true" { (sign(seat)) } " [" (place.name(seat)) ": "
                            (place.text(&it.options[option].label)) "]"
                        }
                    }
                }
            }
            @if fixed {
                input type="hidden" name=(format!("o{issue}")) value=(deal[issue])
                    data-worth=(view.parts[issue][deal[issue]]);
            } @else {
                details data-keep=(format!("article-{issue}")) {
                    summary { (place.get("class-change")) }
                    (options(place, deal, issue))
                }
            }
        }
    }
}

fn options(place: &Place<'_>, deal: &Deal, issue: IssueNo) -> Markup {
    let view = &place.view;
    let it = &view.shared.issues[issue];
    html! {
        @for (option, choice) in it.options.iter().enumerate() {
            @let open = view.open[issue][option];
            @let red = view.brief.red_lines.contains(&(issue, option));
            label.choice.closed[!open] {
                input type="radio" name=(format!("o{issue}")) value=(option) checked[deal[issue] == option]
                    disabled[!open] data-points=(view.parts[issue][option]) data-text=(place.text(&choice.article));
                span {
                    (place.text(&choice.label)) " "
                    @if view.brief.weights[issue] > 0 {
                        strong { (place.words().with("treaty-worth",
                            &[("points", &place.words().num(view.parts[issue][option] as f64 / 100.0, 1))])) }
                    }
                    @if option == it.status_quo { " " span.note { (place.get("treaty-status-quo")) } }
                    @if red { " " span.bad { "\u{2716} " (place.get("treaty-red-line")) } }
                    @if view.harmful[issue][option] { " " span.bad { (place.get("treaty-harmful")) } }
                    @if !open { br; span.note { (place.get(closed_key(place, issue, option))) } }
                    @if it.kind == Kind::Instrument {
                        br; span.note { (place.words().with("treaty-form",
                            &[("obligation", &choice.obligation.to_string()), ("quota", &choice.quota.to_string())])) }
                    }
                }
            }
        }
    }
}

fn closed_key(place: &Place<'_>, issue: IssueNo, option: usize) -> &'static str {
    match place.shared().choice(issue, option).lock {
        Some(Lock::Sweetener) => "treaty-sweetener",
        _ => "treaty-locked",
    }
}
