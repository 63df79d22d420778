//! The end of the talks: signing, the better package, the private questions.

use super::parts::hidden;
use super::preparation::ranking;
use super::{Place, quiz, seat, talks};
use crate::rules::{Ending, Reflection, ratified};
use crate::scenario::{Deal, PerSeat, Seat};
use crate::server::class::Phase;
use crate::view::Moment;
use maud::{Markup, html};

/// The text that waits for signatures.
pub fn signature(place: &Place<'_>, deal: &Deal, signed: PerSeat<bool>) -> Markup {
    let view = &place.view;
    html! {
        section.card {
            h1 data-say { (place.get("signature-title")) }
            p { (place.get("class-sign-says")) }
            div.row { span { (place.get("signature-worth")) } strong { (place.points(view.utility(deal))) } }
            div.row { span { (place.get("briefing-batna-worth")) } span { (place.points(view.batna)) } }
            (talks::worth_bar(place, deal))
            @if view.utility(deal) < view.batna { p.bad { "\u{2193} " (place.get("signature-below")) } }
            (talks::crossed(place, deal))
            (talks::home(place, deal, "home"))
            p.note { (place.get("signature-home-note")) }
        }
        @if signed[place.seat] {
            section.card.centre { h2 { (place.get("signature-waits")) } }
        } @else {
            section.card {
                (place.binding(&place.form("sign", &html! {
                    (ranking(place))
                    (place.asked_first())
                    button.primary type="submit" { (place.get("signature-sign")) }
                })))
            }
        }
        (text(place, deal))
        (talks::record(place))
    }
}

/// The treaty, article by article.
pub fn text(place: &Place<'_>, deal: &Deal) -> Markup {
    html! {
        section.paper {
            h2.centre { (place.words().with("treaty-between",
                &[("first", place.name(Seat::First)), ("second", place.name(Seat::Second))])) }
            @for (no, issue) in place.view.articles().into_iter().enumerate() {
                @let title = place.text(&place.shared().issues[issue].title);
                h3 { (place.words().with("treaty-article", &[("number", &(no + 1).to_string()), ("title", title)])) }
                p.serif { (place.text(&place.shared().choice(issue, deal[issue]).article)) }
            }
        }
    }
}

/// The better package that the mediator found.
pub fn better(place: &Place<'_>, deal: &Deal, better: &Deal, answered: PerSeat<bool>) -> Markup {
    let view = &place.view;
    let (before, after) = (place.points(view.utility(deal)), place.points(view.utility(better)));
    html! {
        section.card {
            h1 data-say { (place.get("better-title")) }
            p { (place.get("better-note")) }
            h2 { (place.words().with("better-worth", &[("before", &before), ("after", &after)])) }
            (talks::worth_bar(place, better))
            @for (issue, option) in better.choices().filter(|(issue, option)| deal[*issue] != *option) {
                p { strong { (place.text(&view.shared.issues[issue].title)) } br;
                    (place.text(&view.shared.choice(issue, deal[issue]).label)) " \u{2192} "
                    (place.text(&view.shared.choice(issue, option).label)) }
            }
            @if answered[place.seat] {
                p { strong { (place.get("signature-waits")) } }
            } @else {
                (place.asked_first())
                div.buttons {
                    (place.binding(&place.form("take-better", &html! { button.primary type="submit" { (place.get("better-take")) } })))
                    (place.form("keep-better", &html! { button type="submit" { (place.get("better-keep")) } }))
                }
            }
            p.note { (place.get("better-secret")) }
        }
    }
}

/// How it ended, in a few words.
fn ending(place: &Place<'_>) -> Markup {
    let Moment::Closed { ending, ratification, .. } = &place.view.moment else { return html! {} };
    let fails = ratification.is_some_and(|it| !ratified(it));
    let text = match ending {
        Ending::Agreed if fails => place.get("ending-not-ratified"),
        Ending::Agreed => place.get("ending-agreed"),
        Ending::Left(seat) => place.words().with("ending-left", &[("country", place.name(*seat))]),
        Ending::Deadline => place.get("ending-deadline"),
        Ending::Collapsed => place.get("ending-collapsed"),
    };
    html! { section.card.centre { h1 data-say { (text) } } }
}

/// After the end: the private questions, then waiting for the debrief.
pub fn closed(place: &Place<'_>) -> Markup {
    let Moment::Closed { deal, .. } = &place.view.moment else {
        return seat::wait(place, "class-next-debrief");
    };
    html! {
        (ending(place))
        @if place.view.reflection.is_none() {
            (questions(place))
        } @else if let Some(quiz) = quiz::asked(place.desk) {
            (quiz)
        } @else {
            @let next = if place.desk.class.phase == Phase::Debrief { "class-debrief-closed" } else { "class-next-debrief" };
            (seat::wait(place, next))
            // In the debrief it stands below all that was opened.
            @if place.desk.class.phase != Phase::Debrief { (quiz::own_words(place.desk)) }
        }
        @if let Some(deal) = deal { (text(place, deal)) }
        (talks::record(place))
    }
}

fn questions(place: &Place<'_>) -> Markup {
    html! {
        section.card {
            h2 { (place.get("reflection-title")) }
            p.note { (place.get("reflection-note")) }
            (place.one_answer())
            form method="post" action="/act" data-keep="reflect" {
                (hidden(place.desk.csrf, ""))
                @for name in ["result", "own", "process", "again"] {
                    fieldset.scale {
                        legend { (place.get(&format!("reflection-{name}"))) }
                        p.note { (place.words().with("class-scale",
                            &[("low", &place.get("reflection-low")), ("high", &place.get("reflection-high"))])) }
                        @for value in Reflection::SCALE {
                            label { input type="radio" name=(name) value=(value); span { (value) } }
                        }
                    }
                }
                fieldset.scale {
                    legend { (place.get("reflection-swap")) }
                    label { input type="radio" name="swap" value="yes"; span { (place.get("yes")) } }
                    label { input type="radio" name="swap" value="no"; span { (place.get("no")) } }
                }
                (ranking(place))
                button.primary type="submit" name="do" value="reflect" { (place.get("class-reflect")) }
                button.quiet type="submit" name="do" value="skip" { (place.get("reflection-skip")) }
            }
        }
    }
}
