//! The talks: what to do next, their offer, the draft treaty with its brackets, and the record.

use super::parts::{bar, colour, country, hidden, sign};
use super::{Place, actions, charts};
use crate::rules::{Act, Command, Offer, OfferKind, Phase};
use crate::scenario::{Deal, IssueNo, Kind, Seat, Sector};
use crate::view::Entry;
use maud::{Markup, html};

/// The page of the talks.
pub fn talks(place: &Place<'_>) -> Markup {
    html! {
        (status(place))
        (actions::request(place))
        div.columns {
            div {
                (their_offer(place))
                (mediator(place))
                (draft(place))
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

/// The round, whose turn it is, and what to do next.
fn status(place: &Place<'_>) -> Markup {
    let view = &place.view;
    let words = place.words();
    let mine = view.my_turn();
    let rounds = view.shared.timing.rounds;
    let stand_in = place.pair.stand_in[place.seat.other()].as_deref();
    html! {
        section.card.status.mine[mine] aria-live="polite" {
            p.overline {
                (words.with("talks-round", &[("round", &view.round.to_string()), ("rounds", &rounds.to_string())]))
                @if view.round == rounds { " \u{b7} " (place.get("talks-last-round")) }
            }
            @if mine {
                h1 { (words.count("talks-your-turn", view.actions_left)) }
                p { (place.get(next_step(place))) }
            } @else {
                h1 { (words.with("talks-their-turn", &[("country", place.name(place.seat.other()))])) }
                p { (place.get("class-next-wait")) }
            }
            @if let Some(name) = stand_in {
                p.chip { (words.with("class-partner-stand-in", &[("name", &place.get(&format!("counterpart-{name}")))])) }
            }
            @match view.phase {
                Phase::Normal => {},
                Phase::SlowDown => p.chip.care { (place.get("standing-slow-down")) },
                Phase::Minimal => p.chip.bad { (place.get("standing-minimal")) },
            }
            @if let Some(ultimatum) = view.ultimatum {
                p.chip.bad { (place.get(if ultimatum.by == place.seat { "talks-ultimatum-due" } else { "talks-ultimatum" })) }
            }
            @if mine {
                (place.form("end-turn", &html! {
                    button.quiet type="submit" title=(place.get("talks-end-turn-does")) { (place.get("talks-end-turn")) }
                }))
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
                    details.confirm data-keep=(format!("accept-{no}")) {
                        summary.button { (words.with("talks-accept", &[("no", &no)])) }
                        p.note { (place.get("talks-accept-does")) }
                        (place.form("accept", &html! {
                            input type="hidden" name="offer" value=(no);
                            button.primary type="submit" { (words.with("talks-accept-sure", &[("no", &no), ("worth", &worth)])) }
                        }))
                    }
                    a.button href="/seat?copy=offer#draft" { (place.get("talks-copy")) }
                },
                Err(refusal) => p.note { (words.phrase(&refusal.phrase(), place.shared())) },
            }
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
        @for (issue, option) in place.view.crossed(&offer.deal) {
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
            @match permitted {
                Ok(_) => (place.form("accept-text", &html! {
                    button type="submit" { (place.words().with("talks-accept-text", &[("worth", &worth)])) }
                })),
                Err(refusal) => p.note { (place.words().phrase(&refusal.phrase(), place.shared())) },
            }
            a.button href="/seat?copy=text#draft" { (place.get("talks-copy-text")) }
        }
    }
}

/// Articles by sector in the order of the file, clauses and legal form last.
pub fn in_order(place: &Place<'_>) -> Vec<IssueNo> {
    let issues = &place.shared().issues;
    let first_of = |issue: &IssueNo| {
        let it = &issues[*issue];
        match it.kind {
            Kind::Substance => issues.iter().position(|other| other.sector == it.sector).unwrap_or(*issue),
            Kind::Clauses => issues.len(),
            Kind::Instrument => issues.len() + 1,
        }
    };
    let mut order: Vec<IssueNo> = (0..issues.len()).filter(|&issue| place.view.in_play(issue)).collect();
    order.sort_by_key(|issue| (first_of(issue), *issue));
    order
}

/// With which package the draft begins.
fn beginning(place: &Place<'_>) -> Deal {
    let view = &place.view;
    let wished = match place.desk.copy {
        Some(OfferKind::Text) => view.text(),
        Some(_) => view.position(place.seat.other()),
        None => None,
    };
    let offer = wished.or_else(|| view.position(place.seat)).or_else(|| view.position(place.seat.other()));
    let mut deal = offer.map_or_else(|| view.shared.status_quo(), |offer| offer.deal.clone());
    for issue in 0..deal.0.len() {
        // An option that closed since then cannot be offered again.
        if !view.open[issue][deal[issue]] {
            deal.0[issue] = view.open[issue].iter().position(|open| *open).unwrap_or(deal[issue]);
        }
    }
    deal
}

/// The draft treaty and the offer that is put together in it.
fn draft(place: &Place<'_>) -> Markup {
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
            @for (no, issue) in in_order(place).into_iter().enumerate() {
                @let it = &view.shared.issues[issue];
                @if sector.replace((it.sector, it.kind)) != Some((it.sector, it.kind)) {
                    p.sector { (sector_name(place, it.sector, it.kind)) }
                }
                (article(place, &deal, issue, no + 1))
            }
            div.send {
                p { span.note { (place.get("standing-draft")) } " " strong.total { (total) } " / 100 \u{b7} BATNA " (place.points(view.batna)) }
                (bar(&place.get("standing-draft"), view.utility(&deal) as f64 / 100.0,
                    Some(view.batna as f64 / 100.0), colour(place.seat)))
                @if view.my_turn() {
                    button.primary type="submit" name="do" value="propose" { (place.get("talks-propose")) }
                }
            }
            div.after {
                @if view.my_turn() {
                    p.note { (place.get("talks-propose-does")) }
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
        Some(crate::scenario::Lock::Sweetener) => "treaty-sweetener",
        _ => "treaty-locked",
    }
}

/// Words that bind nobody, apart from offers in place and look.
fn chat(place: &Place<'_>) -> Markup {
    let said: Vec<Entry> =
        place.pair.table.log(Some(place.seat)).into_iter().filter(|it| it.speech.is_some()).collect();
    html! {
        section.card.chat {
            h2 { (place.get("class-chat")) " " span.chip { (place.get("class-not-binding")) } }
            @for entry in said.iter().rev().take(4).rev() { (line(place, entry)) }
            (place.form("speak", &html! {
                label { (place.get("talks-message"))
                    textarea name="speech" rows="2" maxlength="600" required placeholder=(place.get("class-chat-hint")) {}
                }
                button type="submit" { (place.get("talks-say")) }
            }))
        }
    }
}

/// One line of the record, with its words.
fn line(place: &Place<'_>, entry: &Entry) -> Markup {
    let by = entry.by;
    let lent = by.is_some_and(|seat| place.pair.borrowed[seat].contains(&entry.event));
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
            @if let Some(offer) = view.position(place.seat) {
                @let (support, quota) = view.backing(&offer.deal);
                @let key = if support >= quota - 1e-9 { "standing-enough" } else { "standing-short" };
                h3 { (place.get("standing-support")) }
                p { (words.with("standing-own-offer", &[("no", &offer.no.to_string())])) ": "
                    (words.with(key, &[("support", &words.percent(support)), ("quota", &words.percent(quota))])) }
            }
            h3 { (place.get("standing-relation")) }
            @for seat in Seat::ALL {
                @let label = words.with("standing-trust", &[("one", place.name(seat)), ("other", place.name(seat.other()))]);
                div.row { span { (label) } strong { (words.percent(view.trust(seat))) } }
                (bar(&label, 100.0 * view.trust(seat), None, colour(seat)))
            }
        }
        section.card {
            h2 { (words.with("standing-known", &[("country", place.name(other))])) }
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

/// The record, the newest first.
pub fn record(place: &Place<'_>) -> Markup {
    let log = place.pair.table.log(Some(place.seat));
    html! {
        details.card data-keep="record" {
            summary { (place.get("talks-tab-log")) " (" (log.len()) ")" }
            p { @for seat in Seat::ALL { (country(seat, place.name(seat))) " " } }
            @for entry in log.iter().rev() { (line(place, entry)) }
        }
    }
}
