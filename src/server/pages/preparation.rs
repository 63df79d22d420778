//! Reading with a gate of three questions, then target and guess.

use super::{Place, seat, sheet};
use crate::rules::Preparation;
use crate::scenario::IssueNo;
use crate::view::Moment;
use maud::{Markup, html};

/// One question about the own sheet: what is asked, the answers, and which is right.
pub struct Item {
    /// The key of the question.
    pub key: &'static str,
    /// The answers, as words.
    pub answers: Vec<String>,
    /// Which is right.
    pub right: usize,
}

/// Three questions about what stands on the seat's own sheet, and on nothing else.
pub fn items(place: &Place<'_>) -> Vec<Item> {
    let view = &place.view;
    let brief = view.brief;
    let title = |issue: IssueNo| place.text(&view.shared.issues[issue].title).to_owned();
    let order: Vec<IssueNo> = brief.priorities().into_iter().filter(|&issue| view.in_play(issue)).collect();
    let top = order.first().copied().unwrap_or(0);
    let lighter = |issue: &&IssueNo| brief.weights[**issue] < brief.weights[top];
    let mut choices: Vec<IssueNo> = order.iter().rev().filter(lighter).take(3).copied().collect();
    choices.push(top);
    choices.sort_unstable();
    let right = choices.iter().position(|&issue| issue == top).unwrap_or(0);
    let first = Item { key: "class-item-top", answers: choices.into_iter().map(title).collect(), right };

    let batna = view.batna / 100;
    let mut numbers: Vec<i64> =
        [batna - 20, batna, batna + 15, 0].into_iter().map(|it| it.clamp(0, 100)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let right = numbers.iter().position(|&it| it == batna).unwrap_or(0);
    let answers = numbers.iter().map(ToString::to_string).collect();
    let second = Item { key: "class-item-batna", answers, right };

    let answers = ["class-item-below-walk", "class-item-below-sign", "class-item-below-show"];
    let third =
        Item { key: "class-item-below", answers: answers.map(|key| place.get(key)).to_vec(), right: 0 };
    vec![first, second, third]
}

/// The briefing: the sheet, and three questions that open the way.
pub fn briefing(place: &Place<'_>) -> Markup {
    let understood = place.desk.class.people[place.desk.person].understood;
    html! {
        @if understood {
            section.card.centre.good-edge {
                h1 { (place.get("class-understood")) }
                p { (place.get("class-next-preparation")) }
            }
        } @else {
            section.card {
                h1 { (place.get("class-read-first")) }
                p { (place.get("class-read-says")) " " a href="#gate" { (place.get("class-to-gate")) } }
            }
        }
        (sheet::sheet(place))
        @if !understood { (gate(place)) }
    }
}

fn gate(place: &Place<'_>) -> Markup {
    html! {
        section #gate .card {
            h2 { (place.get("class-gate-title")) }
            (place.form("understand", &html! {
                @for (no, item) in items(place).iter().enumerate() {
                    fieldset {
                        legend { (no + 1) ". " (place.get(item.key)) }
                        @for (at, answer) in item.answers.iter().enumerate() {
                            label.choice {
                                input type="radio" name=(format!("q{no}")) value=(at) required;
                                span { (answer) }
                            }
                        }
                    }
                }
                button.primary type="submit" { (place.get("briefing-next")) }
            }))
        }
    }
}

/// Target and guess; after that the page waits for the other side.
pub fn preparation(place: &Place<'_>) -> Markup {
    if place.view.preparation.is_some() {
        let other = matches!(&place.view.moment, Moment::Preparation { ready } if ready[place.seat.other()]);
        return seat::wait(place, if other { "class-next-talks" } else { "class-wait-other" });
    }
    if !place.desk.class.people[place.desk.person].understood {
        return briefing(place);
    }
    let view = &place.view;
    let target = view.usual_target();
    let batna = place.points(view.batna);
    html! {
        section.card {
            h1 { (place.get("preparation-title")) }
            (place.one_answer())
            (place.form("prepare", &html! {
                h2 { (place.get("preparation-target")) }
                p.note { (place.get("preparation-target-note")) }
                label { (place.get("preparation-target-label"))
                    input type="range" name="target" min="0" max="100" value=(target) data-output="target";
                }
                p { strong #target { (target) } " / 100 \u{b7} " (place.words().with("class-your-batna", &[("batna", &batna)])) }
                (ranking(place))
                fieldset {
                    legend { (place.get("preparation-preamble")) }
                    p.note { (place.get("preparation-preamble-note")) }
                    details data-keep="preamble" { summary { (place.get("class-choose")) }
                        @for number in Preparation::PRINCIPLES {
                            label.choice {
                                input type="checkbox" name="preamble" value=(number) data-most=(Preparation::MOST_PRINCIPLES);
                                span { (place.get(&format!("principle-{number}"))) }
                            }
                        }
                    }
                }
                fieldset {
                    legend { (place.get("preparation-aims")) }
                    p.note { (place.get("preparation-aims-note")) }
                    details data-keep="aims" { summary { (place.get("class-choose")) }
                        @for number in Preparation::AIMS {
                            label.choice {
                                input type="checkbox" name="aims" value=(number) data-most=(Preparation::MOST_AIMS);
                                span { (place.get(&format!("aim-{number}"))) }
                            }
                        }
                    }
                }
                button.primary type="submit" { (place.get("class-ready")) }
            }))
        }
    }
}

/// Ranks for the other side's issues, each chosen from a list: works by touch, keyboard and reader.
pub fn ranking(place: &Place<'_>) -> Markup {
    let issues = place.view.guessable();
    let other = place.name(place.seat.other());
    html! {
        fieldset {
            legend { (place.words().with("preparation-guess", &[("country", other)])) }
            p.note { (place.get("class-guess-note")) }
            @for (at, &issue) in issues.iter().enumerate() {
                label.row {
                    span { (place.text(&place.shared().issues[issue].title)) }
                    select name=(format!("r{issue}")) data-rank="1" aria-label=(place.text(&place.shared().issues[issue].title)) {
                        option value="" selected { "\u{2013}" }
                        @for rank in 1..=issues.len() { option value=(rank) { (rank) } }
                    }
                }
                @if at + 1 == issues.len() { p.note { (place.get("class-guess-one")) } }
            }
        }
    }
}
