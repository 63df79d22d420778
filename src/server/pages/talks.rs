//! The talks: what to do next, their offer, the chat, and the record.

use super::parts::{bar, colour, country, sign};
use super::{Place, actions, assent, charts, treaty};
use crate::rules::{Act, Command, LONGEST_SPEECH, Offer, Phase};
use crate::scenario::{Deal, Seat};
use crate::scoring::substance::suffices;
use crate::view::{Entry, Tone};
use maud::{Markup, html};

/// The page of the talks.
pub fn talks(place: &Place<'_>) -> Markup {
    html! {
        (status(place))
        (late(place))
        (news(place))
        (actions::request(place))
        div.columns {
            div {
                (their_offer(place))
                (their_exploration(place))
                (mediator(place))
                (treaty::draft(place))
            }
            div {
                (chat(place))
                (actions::actions(place))
                (standing(place))
                (record(place))
            }
        }
    }
}

/// For somebody who sits down at a table in its talks and has neither shown that the sheet was read nor done
/// anything yet: what comes first.
fn late(place: &Place<'_>) -> Markup {
    let (desk, view) = (place.desk, &place.view);
    let begun = place.pair.table.offers() > 0 || view.round > 1;
    if !begun || desk.class.people[desk.person].understood || place.pair.spoke.contains(&desk.person) {
        return html! {};
    }
    let (round, rounds) = (view.round.to_string(), view.shared.timing.rounds.to_string());
    html! {
        section.card.fresh {
            h2 data-say { (place.get("class-late")) }
            p { (place.words().with("class-late-says", &[("round", &round), ("rounds", &rounds)])) }
            a.button href="/sheet" { (place.get("class-sheet")) }
        }
    }
}

/// The round, whose turn it is, and what to do next.
fn status(place: &Place<'_>) -> Markup {
    let view = &place.view;
    let words = place.words();
    let mine = view.my_turn();
    let rounds = view.shared.timing.rounds;
    html! {
        section.card.status.mine[mine] {
            p.overline {
                (words.with("talks-round", &[("round", &view.round.to_string()), ("rounds", &rounds.to_string())]))
                @if view.round == rounds { " \u{b7} " (place.get("talks-last-round")) }
            }
            @if mine {
                h1 data-say { (words.count("talks-your-turn", view.actions_left)) }
                p { (place.get(next_step(place))) }
            } @else {
                h1 data-say { (words.with("talks-their-turn", &[("country", place.name(place.seat.other()))])) }
                p { (place.get("class-next-wait")) }
            }
            @if let Some(said) = unheard(place) {
                p.they-say { strong { (words.with("class-they-say", &[("country", place.name(place.seat.other()))])) } " \u{201c}"
                    (said) "\u{201d} " a href="#chat" { (place.get("class-reply")) } }
            }
            @match view.phase {
                Phase::Normal => {},
                Phase::SlowDown => p.chip.care { (place.get("standing-slow-down")) },
                Phase::Minimal => p.chip.bad { (place.get("standing-minimal")) },
            }
            @if let Some(ultimatum) = view.ultimatum.filter(|it| it.presses(place.seat)) {
                p.chip.bad { (place.get(if ultimatum.by == place.seat { "talks-ultimatum-due" } else { "talks-ultimatum" })) }
            }
            @if mine {
                (place.form("end-turn", &html! {
                    input type="hidden" name="of" value=(place.view.turn_no);
                    button.quiet type="submit" title=(place.get("talks-end-turn-does")) { (place.get("talks-end-turn")) }
                }))
            }
        }
    }
}

/// What the other side said last, if this side has done nothing since: on a phone the chat is far below.
fn unheard(place: &Place<'_>) -> Option<String> {
    let log = place.pair.table.log(Some(place.seat));
    let newest = log.iter().rev().find(|entry| entry.by == Some(place.seat) || entry.speech.is_some())?;
    let speech = newest.speech.as_ref().filter(|_| newest.by == Some(place.seat.other()))?;
    Some(place.words().speech(speech, place.shared()))
}

/// What has come in this round: headline, story, and what it changes for this side.
fn news(place: &Place<'_>) -> Markup {
    let (view, words) = (&place.view, place.words());
    let log = place.pair.table.log(Some(place.seat));
    let fresh = log.iter().filter(|entry| entry.tone == Tone::News && entry.round == view.round);
    html! {
        @for entry in fresh {
            @if let Some((it, effect)) = entry.news().and_then(|no| view.shared.news.get(no).zip(view.brief.news.get(no))) {
                section.card.fresh {
                    h2 data-say { (place.text(&it.title)) }
                    p { (place.text(&it.text)) }
                    @if let Some(seat) = entry.by {
                        p.note { (words.with("news-about", &[("country", place.name(seat))])) }
                    }
                    @if effect.batna != 0 {
                        p { strong { (words.with("class-news-batna", &[("change", &words.signed(f64::from(effect.batna), 0)), ("batna", &place.points(view.batna))])) } }
                    }
                    @for &(issue, option, change) in effect.values.iter().filter(|it| view.in_play(it.0) && view.brief.weights[it.0] > 0) {
                        @let points = f64::from(change) * f64::from(view.brief.weights[issue]) / 100.0;
                        p { (words.with("class-news-value", &[("issue", place.text(&view.shared.issues[issue].title)),
                            ("option", place.text(&view.shared.choice(issue, option).label)), ("change", &words.signed(points, 1))])) }
                    }
                }
            }
        }
    }
}

fn next_step(place: &Place<'_>) -> &'static str {
    let view = &place.view;
    let (own, their) = (view.position(place.seat), view.position(place.seat.other()));
    if view.actions_left == 0 {
        "class-next-end"
    } else if their.is_some() {
        "class-next-answer"
    } else if own.is_none() {
        "class-next-first"
    } else {
        "class-next-any"
    }
}

/// Their newest formal offer, and accepting it in two steps.
fn their_offer(place: &Place<'_>) -> Markup {
    let other = place.seat.other();
    let Some(offer) = place.view.position(other) else { return html! {} };
    let act = Act::from(Command::Accept(offer.no));
    let permitted = place.pair.table.permits(place.seat, &act);
    let no = offer.no.to_string();
    let worth = place.points(place.view.utility(&offer.deal));
    let words = place.words();
    html! {
        section.card.offer {
            h2 { (words.with("standing-their-offer", &[("no", &no)])) " " span.chip.seal { (place.get("class-binding")) } }
            (worth_line(place, offer))
            @match permitted {
                Ok(_) => {
                    (place.binding(&html! { details.confirm data-keep=(format!("accept-{no}")) {
                        summary.button { (words.with("talks-accept", &[("no", &no)])) }
                        p.note { (place.get("talks-accept-does")) }
                        (place.asked_first())
                        (place.form("accept", &html! {
                            input type="hidden" name="offer" value=(no);
                            (place.beside())
                            button.primary type="submit" { (words.with("talks-accept-sure", &[("no", &no), ("worth", &worth)])) }
                        }))
                    } }))
                    a.button href="/seat?copy=offer#draft" { (place.get("talks-copy")) }
                },
                Err(refusal) => p.note { (words.phrase(&refusal.phrase(), place.shared())) },
            }
        }
    }
}

/// What they explored off the record, if it is newer than their offer: nobody is bound by it, but it is something
/// to answer.
fn their_exploration(place: &Place<'_>) -> Markup {
    let (view, other) = (&place.view, place.seat.other());
    let formal = view.position(other).map_or(0, |offer| offer.no);
    let Some(offer) = view.explored(other).filter(|offer| offer.no > formal) else { return html! {} };
    html! {
        section.card {
            h2 { (place.words().with("class-their-exploration", &[("no", &offer.no.to_string())])) " "
                span.chip { (place.get("class-not-binding")) } }
            (worth_line(place, offer))
            (package(place, offer))
            a.button href="/seat?copy=explored#draft" { (place.get("class-copy-explored")) }
        }
    }
}

/// What stands in a package that the draft does not show beside its own.
fn package(place: &Place<'_>, offer: &Offer) -> Markup {
    html! {
        details data-keep=(format!("package-{}", offer.no)) {
            summary { (place.get("class-assent-package")) }
            (assent::articles(place, &offer.deal, "class-differs"))
        }
    }
}

fn worth_line(place: &Place<'_>, offer: &Offer) -> Markup {
    let worth = place.view.utility(&offer.deal);
    let points = place.points(worth);
    let better = worth >= place.view.batna;
    html! {
        p { (place.get("class-worth")) " " strong { (place.words().with("points", &[("points", &points)])) } " \u{b7} "
            span.good[better].bad[!better] { (place.get(if better { "class-above-batna" } else { "class-below-batna" })) } }
        (worth_bar(place, &offer.deal))
        (crossed(place, &offer.deal))
        (home(place, &offer.deal, &format!("home-{}", offer.no)))
    }
}

/// A package's own worth against the BATNA.
pub(super) fn worth_bar(place: &Place<'_>, deal: &Deal) -> Markup {
    let (worth, batna) = (place.view.utility(deal), place.view.batna);
    bar(&place.get("class-worth"), worth as f64 / 100.0, Some(batna as f64 / 100.0), colour(place.seat))
}

/// Whether the groups at home would carry a package, and which of them; a group that was heard says what it needs.
pub(super) fn home(place: &Place<'_>, deal: &Deal, keep: &str) -> Markup {
    let (view, words) = (&place.view, place.words());
    let (support, quota) = view.backing(deal);
    let enough = suffices(support, quota);
    let key = if enough { "standing-enough" } else { "standing-short" };
    html! {
        details data-keep=(keep) {
            summary { (place.get("signature-home")) ": "
                span.good[enough].bad[!enough] {
                    (words.with(key, &[("support", &words.percent(support)), ("quota", &words.percent(quota))]))
                } }
            @for (no, (group, opinion)) in view.brief.groups.iter().zip(view.opinions(deal)).enumerate() {
                @let key = if opinion.agrees { "class-group-agrees" } else { "class-group-refuses" };
                div.row {
                    span.good[opinion.agrees].bad[!opinion.agrees] {
                        span aria-hidden="true" { (if opinion.agrees { "\u{2713} " } else { "\u{2716} " }) }
                        (words.with(key, &[("group", place.text(&group.name))]))
                    }
                    @if view.consulted.contains(&no) {
                        @let value = opinion.value.map_or_else(|| "\u{2013}".to_owned(), |value| words.num(100.0 * value, 0));
                        strong { (words.with("class-group-needs", &[("value", &value), ("least", &words.num(100.0 * opinion.least, 0))])) }
                    } @else {
                        span.note { (words.per_cent(group.influence)) }
                    }
                }
            }
        }
    }
}

/// The red lines of this side that a package crosses.
pub(super) fn crossed(place: &Place<'_>, deal: &Deal) -> Markup {
    html! {
        @for (issue, option) in place.view.crossed(deal) {
            p.bad { "\u{2716} " (place.words().with("standing-red-line",
                &[("option", place.text(&place.shared().choice(issue, option).label))])) }
        }
    }
}

/// The mediator's text, if there is one.
fn mediator(place: &Place<'_>) -> Markup {
    let Some(text) = place.view.text() else { return html! {} };
    let worth = place.points(place.view.utility(&text.deal));
    let permitted = place.pair.table.permits(place.seat, &Act::from(Command::AcceptText));
    html! {
        section.card {
            h2 { (place.words().with("standing-text", &[("no", &text.no.to_string())])) }
            (worth_line(place, text))
            (package(place, text))
            @match permitted {
                Ok(_) => (place.binding(&html! { details.confirm data-keep=(format!("accept-text-{}", text.no)) {
                    summary.button { (place.words().with("talks-accept-text", &[("worth", &worth)])) }
                    p.note { (place.get("talks-accept-text-does")) }
                    (place.asked_first())
                    (place.form("accept-text", &html! {
                        (place.beside())
                        button.primary type="submit" { (place.words().with("talks-accept-text-sure", &[("worth", &worth)])) }
                    }))
                } })),
                Err(refusal) => p.note { (place.words().phrase(&refusal.phrase(), place.shared())) },
            }
            a.button href="/seat?copy=text#draft" { (place.get("talks-copy-text")) }
        }
    }
}

/// Words that bind nobody, apart from offers in place and look.
fn chat(place: &Place<'_>) -> Markup {
    let said: Vec<Entry> =
        place.pair.table.log(Some(place.seat)).into_iter().filter(|it| it.speech.is_some()).collect();
    html! {
        section #chat .card.chat {
            h2 { (place.get("class-chat")) " " span.chip { (place.get("class-not-binding")) } }
            @for entry in said.iter().rev().take(4).rev() { (line(place, entry)) }
            (place.form("speak", &html! {
                label { (place.get("talks-message"))
                    textarea name="speech" rows="2" maxlength=(LONGEST_SPEECH) required placeholder=(place.get("class-chat-hint")) {}
                }
                button type="submit" { (place.get("talks-say")) }
            }))
        }
    }
}

/// One line of the record, with its words.
fn line(place: &Place<'_>, entry: &Entry) -> Markup {
    let by = entry.by;
    let lent = by.is_some_and(|seat| place.pair.lent(seat).any(|event| event == entry.event));
    html! {
        p.line.(format!("tone-{}", entry.tone.name())) {
            @if let Some(seat) = by { span.(colour(seat)) aria-hidden="true" { (sign(seat)) " " } }
            (place.words().phrase(&entry.line, place.shared()))
            @if lent { " " span.note { "(" (place.get("class-by-stand-in")) ")" } }
            @if let Some(speech) = &entry.speech {
                ": \u{201c}" (place.words().speech(speech, place.shared())) "\u{201d}"
            }
        }
    }
}

/// Own utility over the talks, support at home, trust, and what is known of the other side.
fn standing(place: &Place<'_>) -> Markup {
    let view = &place.view;
    let words = place.words();
    let other = place.seat.other();
    let known = &view.known;
    html! {
        section.card {
            h2 { (place.get("class-history")) }
            (charts::history(place))
            @if let Some(offer) = view.newest(place.seat) {
                h3 { (words.with("standing-own-offer", &[("no", &offer.no.to_string())])) }
                (home(place, &offer.deal, "home-own"))
            }
            h3 { (place.get("standing-relation")) }
            @for seat in Seat::ALL {
                @let label = words.with("standing-trust", &[("one", place.name(seat)), ("other", place.name(seat.other()))]);
                div.row { span { (label) } strong { (words.percent(view.trust(seat))) } }
                (bar(&label, 100.0 * view.trust(seat), None, colour(seat)))
            }
        }
        section.card {
            h3 { (words.with("standing-known", &[("country", place.name(other))])) }
            @if view.told[other].is_empty() && known.ranks.is_empty() && known.hints.is_empty() {
                p.note { (place.get("standing-nothing-known")) }
            }
            ul {
                @for (issue, told) in &view.told[other] {
                    li { (place.text(&view.shared.issues[*issue].title)) ": " (told.rank)
                        @if told.exposed { " \u{2716}" } }
                }
                @for (issue, rank) in &known.ranks {
                    li { (place.text(&view.shared.issues[*issue].title)) ": " (rank) " \u{2713}" }
                }
                @for hint in &known.hints {
                    @let names: Vec<&str> = hint.iter().map(|&issue| place.text(&view.shared.issues[issue].title)).collect();
                    li { (words.with("standing-hint", &[("issues", &names.join(", "))])) }
                }
                @if let Some(batna) = view.told_batna[other] {
                    li { (words.with("standing-told-batna", &[("batna", &batna.to_string())])) }
                }
            }
        }
    }
}

/// Entries of the record on a phone: the page is fetched anew with each of them.
const NEWEST: usize = 80;

/// The record, the newest first.
pub fn record(place: &Place<'_>) -> Markup {
    let log = place.pair.table.log(Some(place.seat));
    html! {
        details.card data-keep="record" {
            summary { (place.get("talks-tab-log")) " (" (log.len()) ")" }
            p { @for seat in Seat::ALL { (country(seat, place.name(seat))) " " } }
            @for entry in log.iter().rev().take(NEWEST) { (line(place, entry)) }
            @if log.len() > NEWEST { p.note { (place.words().count("class-record-older", (log.len() - NEWEST) as u64)) } }
        }
    }
}
