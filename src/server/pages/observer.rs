//! Who watches a table without a seat, and the last round of a table after its debrief.

use super::parts::{colour, country, form, sign};
use super::{Desk, Place};
use crate::scenario::Seat;
use crate::server::class::{LONGEST_NOTE, OBSERVED, Pair, Phase};
use maud::{Markup, html};

/// The checklist, and what both sides of the table see. Nothing of either side's sheet is in it.
pub fn observer(desk: &Desk<'_>, no: usize, pair: &Pair) -> Markup {
    let words = desk.words;
    let person = &desk.class.people[desk.person];
    let shared = &desk.class.scenario.shared;
    let inner = html! {
        @for line in 0..OBSERVED {
            label.choice {
                input type="checkbox" name="tick" value=(line) checked[person.ticks & (1 << line) != 0];
                span { (words.get(&format!("lesson-check-{}", line + 1))) }
            }
        }
        label { (words.get("lesson-note")) textarea name="words" maxlength=(LONGEST_NOTE) rows="3" { (person.note) } }
        button.primary type="submit" { (words.get("lesson-note-save")) }
    };
    if let Some(quiz) = super::quiz::asked(desk) {
        return quiz;
    }
    html! {
        (super::quiz::opened(desk))
        section.card {
            p.overline { (words.get("class-table")) " " (no + 1) }
            h1 { (words.get("lesson-observer")) }
            @for seat in Seat::ALL {
                p { (country(seat, shared.countries[seat].name.get(words.lang)))
                    @if let Some(name) = &pair.stand_in[seat] { ": " (words.get(&format!("counterpart-{name}"))) } }
            }
            p { (words.get("lesson-observer-says")) }
            (form(desk.csrf, "note", &inner))
        }
        @if desk.class.phase >= Phase::Talks {
            section.card {
                h2 { (words.get("lesson-observer-table")) }
                (positions(desk, pair))
                @for entry in pair.table.log(None).iter().rev() {
                    @let lent = entry.by.is_some_and(|seat| pair.lent(seat).any(|event| event == entry.event));
                    p.line { (words.phrase(&entry.line, shared))
                        @if lent { " " span.note { "(" (words.get("class-by-stand-in")) ")" } }
                        @if let Some(speech) = &entry.speech { ": \u{201c}" (words.speech(speech, shared)) "\u{201d}" } }
                }
            }
        }
    }
}

/// The newest formal offers of both, article by article: each side sees them as well.
fn positions(desk: &Desk<'_>, pair: &Pair) -> Markup {
    let (shared, lang) = (&desk.class.scenario.shared, desk.words.lang);
    let view = pair.table.view(Seat::First);
    let tabled = Seat::ALL.map(|seat| view.position(seat).map(|offer| &offer.deal));
    let label = |issue, option| shared.choice(issue, option).label.get(lang);
    html! {
        @for issue in view.articles().into_iter().filter(|_| tabled.iter().any(Option::is_some)) {
            @let options = tabled.map(|deal| deal.map(|deal| deal[issue]));
            p { strong { (shared.issues[issue].title.get(lang)) } br;
                @if let [Some(one), Some(other)] = options && one == other {
                    @for seat in Seat::ALL { span.(colour(seat)) aria-hidden="true" { (sign(seat)) } " " }
                    (label(issue, one))
                } @else {
                    @for (seat, option) in Seat::ALL.into_iter().zip(options) {
                        @if let Some(option) = option { span { (country_sign(desk, seat)) " " (label(issue, option)) } " " br; }
                    }
                }
            }
        }
    }
}

/// The sign of a country, with its name for those who hear the page.
fn country_sign(desk: &Desk<'_>, seat: Seat) -> Markup {
    let name = desk.class.scenario.shared.countries[seat].name.get(desk.words.lang);
    html! { span.(colour(seat)) role="img" aria-label=(name) { (sign(seat)) } }
}

/// The better package of the class's last round, and whether the class may see the talks.
pub fn last_round(place: &Place<'_>) -> Markup {
    let words = place.words();
    let class = place.desk.class;
    let consents = class.people[place.desk.person].consents;
    let better = class.improving.then(|| place.pair.better()).flatten();
    let own = place.pair.improved[place.seat];
    html! {
        @if let (Some(better), Some(deal)) = (&better, place.pair.table.signed()) {
            @let view = &place.view;
            section.card.offer {
                h2 { (words.get("lesson-round-title")) }
                p { (words.get("lesson-round-says")) }
                p.total { (words.with("better-worth", &[("before", &place.points(view.utility(deal))),
                    ("after", &place.points(view.utility(better)))])) }
                @for (issue, option) in better.choices().filter(|(issue, option)| deal[*issue] != *option) {
                    p { strong { (place.text(&view.shared.issues[issue].title)) } br;
                        (place.text(&view.shared.choice(issue, deal[issue]).label)) " \u{2192} "
                        (place.text(&view.shared.choice(issue, option).label)) }
                }
                @if let Some(yes) = own { p { strong { (words.get(if yes { "lesson-round-took" } else { "lesson-round-kept" })) } } }
                div.buttons {
                    @if own != Some(true) { (place.form("improve-take", &html! { button.primary type="submit" { (words.get("better-take")) } })) }
                    @if own != Some(false) { (place.form("improve-keep", &html! { button type="submit" { (words.get("better-keep")) } })) }
                }
            }
        }
        section.card {
            @if consents {
                p { (words.get("lesson-consent-given")) }
                (place.form("withhold", &html! { button type="submit" { (words.get("lesson-withhold")) } }))
            } @else {
                p { (words.get("lesson-consent-says")) }
                (place.form("consent", &html! { button type="submit" { (words.get("lesson-consent")) } }))
            }
        }
    }
}
