//! The sheet: what both know, and what only this seat knows, short or whole.

use super::Place;
use super::parts::{bar, colour, country, paragraphs};
use crate::scenario::{Kind, Measure, Seat};
use maud::{Markup, html};

/// Both sheets, in the length that was chosen.
pub fn sheet(place: &Place<'_>) -> Markup {
    let long = place.desk.long;
    html! {
        nav.tabs aria-label=(place.get("class-length")) {
            a href="/sheet" aria-current=[(!long).then_some("page")] { (place.get("briefing-short")) }
            a href="/sheet?long=1" aria-current=[long.then_some("page")] { (place.get("briefing-long")) }
        }
        @if place.shared().real_names { p.notice { (place.words().invented(place.shared())) } }
        (own(place, long))
        (shared(place, long))
    }
}

fn shared(place: &Place<'_>, long: bool) -> Markup {
    let shared = place.shared();
    let text = if long { &shared.background.long } else { &shared.background.short };
    html! {
        section.card {
            h2 { (place.get("briefing-shared")) }
            p { @for seat in Seat::ALL { (country(seat, place.name(seat))) " " } }
            (paragraphs(place.text(text)))
            h3 { (place.get("briefing-issues")) }
            ol {
                @for issue in shared.issues.iter().filter(|issue| !issue.reserve) {
                    li {
                        (place.text(&issue.title))
                        @if long && !issue.about.is_empty() { p.note { (place.text(&issue.about)) } }
                    }
                }
            }
        }
        @if let (true, Some(case)) = (long, &shared.inspired_by) {
            section.card {
                h3 { (place.get("briefing-inspired")) }
                p { strong { (place.text(&case.title)) } }
                (paragraphs(place.text(&case.text)))
                ul {
                    @for fact in &shared.facts {
                        li { (place.text(&fact.text)) " " span.note { (fact.source) " \u{b7} " (fact.date) } }
                    }
                }
                @if !shared.real_names { p.note { (place.words().invented(shared)) } }
            }
        }
    }
}

/// What only this country knows.
fn own(place: &Place<'_>, long: bool) -> Markup {
    let view = &place.view;
    let brief = view.brief;
    let words = place.words();
    let tone = colour(place.seat);
    html! {
        section.card.own {
            h2 { (place.get("briefing-own")) " " span.chip.bad { (place.get("briefing-secret")) } }
            p { strong { (country(place.seat, place.name(place.seat))) } }
            (paragraphs(place.text(if long { &brief.role.long } else { &brief.role.short })))
            h3 { (place.get("briefing-weights")) }
            @for issue in brief.priorities() {
                @if view.in_play(issue) {
                    @let weight = brief.weights[issue];
                    @let name = place.text(&view.shared.issues[issue].title);
                    div.row { span { (name) } strong { (weight) } }
                    (bar(&format!("{name}: {weight}"), f64::from(weight) * 2.0, None, tone))
                }
            }
            h3 { (place.get("briefing-batna")) }
            div.row { span { (place.get("briefing-batna-worth")) } strong { (place.points(view.batna)) } }
            p { (place.text(&brief.batna_story)) }
            h3 { (place.get("briefing-red-lines")) }
            @if brief.red_lines.is_empty() { p { (place.get("briefing-no-red-lines")) } }
            ul.plain {
                @for &(issue, option) in &brief.red_lines {
                    li.bad { "\u{2716} " (place.text(&view.shared.issues[issue].title)) ": "
                        (place.text(&view.shared.choice(issue, option).label)) }
                }
            }
            h3 { (place.get("briefing-needs")) }
            @for (sector, need) in &brief.needs {
                div.row {
                    span { (words.sector(*sector)) @if view.critical.contains(sector) { " " (place.get("briefing-critical")) } }
                    strong { (need) }
                }
            }
            h3 { (place.get("briefing-groups")) }
            p.note { (place.get("briefing-groups-note")) }
            @for (no, group) in brief.groups.iter().enumerate() {
                div.row { span { (place.text(&group.name)) } strong { (place.words().per_cent(group.influence)) } }
                p.note { (cares(place, &group.measure)) @if view.consulted.contains(&no) { " \u{2713}" } }
            }
        }
        @if long { (values(place)) }
    }
}

fn cares(place: &Place<'_>, measure: &Measure) -> String {
    let what = match measure {
        Measure::Weights(..) => {
            let heavy = measure.heaviest().into_iter();
            let names: Vec<&str> =
                heavy.map(|issue| place.text(&place.shared().issues[issue].title)).collect();
            names.join(", ")
        }
        Measure::Pillar(pillar, _) => place.get(&format!("pillar-{}", pillar.name())),
    };
    place.words().with("briefing-cares", &[("issues", &what)])
}

/// What every option is worth to this country.
fn values(place: &Place<'_>) -> Markup {
    let view = &place.view;
    html! {
        section.card {
            h3 { (place.get("briefing-values")) }
            @for (issue, it) in view.shared.issues.iter().enumerate() {
                @if it.kind == Kind::Substance && view.in_play(issue) {
                    h4 { (place.text(&it.title)) }
                    @for (option, choice) in it.options.iter().enumerate() {
                        div.row {
                            span { (place.text(&choice.label)) }
                            span { (place.words().num(view.parts[issue][option] as f64 / 100.0, 1)) }
                        }
                    }
                }
            }
        }
    }
}
