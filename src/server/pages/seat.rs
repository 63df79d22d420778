//! The page of a person: which screen it is, and what is around it.

use super::parts::country;
use super::{Desk, Place, clock, debrief, ending, page, phase, preparation, quiz, sheet, talks};
use crate::server::class::Phase;
use crate::view::Moment;
use maud::{Markup, html};

/// The page as the lesson stands. `sheet_only` shows the sheet whatever is going on.
pub fn seat(desk: &Desk<'_>, sheet_only: bool) -> String {
    let words = desk.words;
    let title = desk.class.scenario.shared.title.get(words.lang);
    let live = &desk.live;
    let watched = desk.class.people.get(desk.person).and_then(|it| it.observes);
    if let Some((no, pair)) = watched.and_then(|no| Some((no, desk.class.pairs.get(no)?))) {
        let inner = html! { (head(desk, None)) (super::observer::observer(desk, no, pair)) };
        return page(words, title, Some(live), &inner, false);
    }
    let Some((no, seat)) = desk.class.place(desk.person) else {
        return page(
            words,
            title,
            Some(live),
            &html! { (head(desk, None)) (waiting_room(desk, None)) },
            false,
        );
    };
    let pair = &desk.class.pairs[no];
    let place = Place { desk, pair, seat, view: pair.table.view(seat) };
    let inner = if sheet_only && desk.class.phase > Phase::Join {
        html! {
            p { a.button href="/seat" { "\u{2190} " (words.get("back")) } }
            h1 { (words.get("class-sheet")) }
            (sheet::sheet(&place))
        }
    } else {
        screen(&place)
    };
    let at_table = matches!(place.view.moment, Moment::Talks { .. }) && pair.stand_in[seat].is_none();
    let wide = at_table && desk.class.phase == Phase::Talks;
    page(words, title, Some(live), &html! { (head(desk, Some(&place))) (inner) }, wide)
}

fn screen(place: &Place<'_>) -> Markup {
    let desk = place.desk;
    if let Some(name) = &place.pair.stand_in[place.seat] {
        return stand_in(place, name);
    }
    match desk.class.phase {
        Phase::Join => waiting_room(desk, Some(place)),
        Phase::Briefing | Phase::Preparation if let Some(quiz) = quiz::asked(desk) => quiz,
        Phase::Briefing => preparation::briefing(place),
        Phase::Preparation if matches!(place.view.moment, Moment::Preparation { .. }) => {
            preparation::preparation(place)
        }
        Phase::Preparation => wait(place, "class-next-talks"),
        Phase::Talks => match &place.view.moment {
            Moment::Preparation { .. } => preparation::preparation(place),
            Moment::Closed { .. } => ending::closed(place),
            open => html! { (super::assent::card(place)) (at_table(place, open)) },
        },
        Phase::Questions => ending::closed(place),
        // The own answers come first: what the debrief opens would colour them.
        Phase::Debrief if place.view.reflection.is_none() || desk.class.quiz_due(desk.person).is_some() => {
            ending::closed(place)
        }
        Phase::Debrief => html! {
            h1 { (place.get("class-phase-debrief")) }
            (super::observer::last_round(place))
            @match desk.debrief.as_ref().filter(|_| !desk.class.pages.is_empty()) {
                Some(opened) => (debrief::debrief(place, opened)),
                None => (ending::closed(place)),
            }
            (quiz::opened(desk))
            (quiz::own_words(desk))
        },
    }
}

/// What can leave the seat: talks and signatures.
fn at_table(place: &Place<'_>, moment: &Moment) -> Markup {
    match moment {
        Moment::Signature { deal, signed } => ending::signature(place, deal, *signed),
        Moment::Better { deal, better, answered } => ending::better(place, deal, better, *answered),
        _ => talks::talks(place),
    }
}

/// Who and where one is, the clock, and what the teacher said.
fn head(desk: &Desk<'_>, place: Option<&Place<'_>>) -> Markup {
    let words = desk.words;
    let person = &desk.class.people[desk.person];
    let own = desk.class.place(desk.person).map(|(pair, _)| pair);
    let told = desk.class.notice(own);
    html! {
        header.bar-top data-screen=(screen_name(desk, place)) {
            div {
                @if let Some(place) = place { strong { (country(place.seat, place.name(place.seat))) } }
                @else { strong { (person.name) } }
                span.note { (phase(words, desk.class.phase)) }
            }
            div.right {
                (clock(words, desk.class, desk.now))
                @if place.is_some() && desk.class.phase > Phase::Join {
                    a.button href="/sheet" { (words.get("class-sheet")) }
                }
            }
        }
        @if let Some(name) = place.and_then(|it| it.pair.stand_in[it.seat.other()].as_deref()) {
            p.chip { (words.with("class-partner-stand-in", &[("name", &words.get(&format!("counterpart-{name}")))])) }
        }
        @if let Some(place) = place { (silence(place)) }
        @if desk.class.clock.paused.is_some() {
            p.notice data-say { (words.get("class-paused-says")) }
        }
        @if let Some(notice) = told {
            p.notice data-say { strong { (words.get("class-teacher")) ": " } (notice.words) }
        }
        @if let Some(alert) = &desk.alert { p.alert role="alert" { (alert) } }
        details.me {
            summary { (words.with("class-me", &[("name", &person.name)])) }
            p { (words.with("class-my-digits", &[("digits", &person.digits)])) }
            @if person.devices.len() > 1 { p { (words.count("class-my-phones", person.devices.len() as u64)) } }
            p { a href="/?door=1" { (words.get("class-other-person")) } }
            @if let Some(place) = place {
                p { (delegation(place)) }
            }
            (super::naming::wrong(desk))
        }
        (super::naming::nameless(desk))
    }
}

/// That a chair is about to be taken for its silence, to whoever sits in it and to the other side.
fn silence(place: &Place<'_>) -> Markup {
    let words = place.words();
    // Whoever hears the page is told once, and not every second.
    let clock = |left: u64| {
        let seconds = left / 1000;
        html! { span.clock aria-hidden="true" data-seconds=(seconds) { (format!("{}:{:02}", seconds / 60, seconds % 60)) } }
    };
    html! {
        @if let Some(left) = place.desk.silent[place.seat] {
            div.notice role="alert" {
                p { strong { (words.get("class-still-here")) } " " (clock(left)) }
                p { (words.get("class-still-here-says")) }
                p { a.button.primary href="/seat" { (words.get("class-here")) } }
            }
        }
        @if let Some(left) = place.desk.silent[place.seat.other()] {
            p.notice role="status" { (words.get("class-they-are-silent")) " " (clock(left)) }
        }
    }
}

/// The name of the screen: the script stays where it was while the name stays.
fn screen_name(desk: &Desk<'_>, place: Option<&Place<'_>>) -> String {
    let asks = desk.class.quiz_due(desk.person).is_some();
    let moment = place.map_or("none", |place| match &place.view.moment {
        _ if place.pair.stand_in[place.seat].is_some() => "kept",
        Moment::Preparation { .. } if asks => "quiz",
        Moment::Preparation { .. } => "preparation",
        Moment::Talks { .. } => "talks",
        Moment::Signature { .. } => "signature",
        Moment::Better { .. } => "better",
        Moment::Closed { .. } if place.view.reflection.is_none() => "questions",
        Moment::Closed { .. } if asks => "quiz",
        Moment::Closed { .. } => "closed",
    });
    // Whose it is stands behind it: what was written in one seat is nothing for another.
    let whose = place.map_or("", |place| place.seat.letter());
    let pair = desk.class.place(desk.person).map_or(0, |(pair, _)| pair + 1);
    format!("{}-{moment} {} {pair}{whose}", desk.class.phase.name(), desk.person)
}

fn delegation(place: &Place<'_>) -> String {
    let names: Vec<&str> = place.desk.class.names(place.pair, place.seat).collect();
    place.words().with("class-delegation", &[("names", &names.join(", "))])
}

fn waiting_room(desk: &Desk<'_>, place: Option<&Place<'_>>) -> Markup {
    let words = desk.words;
    html! {
        section.card.centre {
            h1 { (words.get("class-waiting-title")) }
            p { (words.count("class-waiting-count", desk.class.present().count() as u64)) }
            @if let Some(place) = place {
                p { (words.get("class-waiting-country")) " " strong { (country(place.seat, place.name(place.seat))) } }
            }
            p {
                @if desk.class.phase > Phase::Talks {
                    (words.get("class-waiting-over"))
                } @else {
                    (words.get("class-waiting-says"))
                }
            }
        }
        section.card {
            h2 { (desk.class.scenario.shared.title.get(words.lang)) }
            p { (desk.class.scenario.shared.summary.get(words.lang)) }
        }
    }
}

/// Nothing to do for now.
pub fn wait(place: &Place<'_>, next: &str) -> Markup {
    html! {
        section.card.centre {
            h1 { (place.get("class-done")) }
            p { (place.get(next)) }
        }
    }
}

fn stand_in(place: &Place<'_>, name: &str) -> Markup {
    let counterpart = place.get(&format!("counterpart-{name}"));
    html! {
        section.card.centre {
            h1 { (place.get("class-stood-in-title")) }
            p { (place.words().with("class-stood-in-says", &[("name", &counterpart)])) }
            (place.form("take-back", &html! {
                button.primary type="submit" { (place.get("class-take-back")) }
            }))
        }
    }
}
