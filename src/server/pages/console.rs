//! The teacher's console: the class at a glance, and every step of the lesson one click away.

use super::debrief::PAGES;
use super::parts::{country, hidden, made};
use super::{clock, page, phase};
use crate::scenario::{PerSeat, Seat};
use crate::server::class::{Class, Pair, Phase};
use crate::server::network::qr_svg;
use crate::view::Moment;
use crate::words::Words;
use maud::{Markup, html};

/// Minutes after which silence stands out.
const QUIET_MINUTES: u64 = 3;

/// What the console is made of.
pub struct Desk<'a> {
    /// The words of the device.
    pub words: Words,
    /// The class.
    pub class: &'a Class,
    /// Its code.
    pub code: &'a str,
    /// Addresses for phones, the likeliest first.
    pub urls: &'a [String],
    /// What may stand in the way.
    pub advice: &'a [String],
    /// What every form must carry.
    pub csrf: &'a str,
    /// Now, in milliseconds.
    pub now: u64,
    /// When each person last touched a device, in milliseconds.
    pub seen: Vec<Option<u64>>,
    /// What went wrong with the last click.
    pub alert: Option<String>,
}

impl Desk<'_> {
    fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    fn form(&self, act: &str, inner: &Markup) -> Markup {
        html! {
            form method="post" action="/console/act" data-keep=[(act == "tell" || act == "place").then_some(act)] {
                (hidden(self.csrf, act)) (inner)
            }
        }
    }

    fn click(&self, act: &str, key: &str, primary: bool) -> Markup {
        self.form(act, &html! { button.primary[primary] type="submit" { (self.get(key)) } })
    }
}

/// The PIN, please.
pub fn login(words: Words, alert: Option<&str>, from: &str) -> String {
    let body = html! {
        section.card {
            h1 { (words.get("class-console")) }
            @if let Some(alert) = alert { p.alert role="alert" { (alert) } }
            form method="post" action="/console/login" {
                input type="hidden" name="from" value=(from);
                label { (words.get("class-pin"))
                    input.code name="pin" inputmode="numeric" maxlength="6" required autocomplete="off" autofocus;
                }
                p.note { (words.get("class-pin-note")) }
                button.primary type="submit" { (words.get("class-open")) }
            }
        }
    };
    page(words, &words.get("class-console"), None, &body, false)
}

/// The console.
pub fn console(desk: &Desk<'_>) -> String {
    let words = desk.words;
    let class = desk.class;
    let title = class.scenario.shared.title.get(words.lang);
    let live = format!("{}.{}", class.version, class.events);
    let body = html! {
        header.bar-top {
            div { strong { (title) } span.note { (phase(words, class.phase)) } }
            div.right { (clock(words, class, desk.now)) }
        }
        @if let Some(alert) = &desk.alert { p.alert role="alert" { (alert) } }
        div.columns {
            div {
                (lesson(desk))
                (tables(desk))
            }
            div {
                (door(desk))
                (tell(desk))
                @if class.phase == Phase::Debrief { (debrief_pages(desk)) }
                (people(desk))
                (data(desk))
            }
        }
    };
    page(words, &desk.get("class-console"), Some(&live), &body, true)
}

/// Phase, clock, and what comes next.
fn lesson(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let minutes = match class.phase {
        Phase::Join => class.scenario.shared.reading_minutes.max(5),
        Phase::Briefing => 5,
        Phase::Preparation => class.scenario.shared.timing.minutes,
        Phase::Talks => 5,
        Phase::Questions | Phase::Debrief => 0,
    };
    html! {
        section.card.status {
            ol.phases {
                @for step in Phase::ALL {
                    li aria-current=[(step == class.phase).then_some("step")] { (phase(desk.words, step)) }
                }
            }
            p { (desk.get(&format!("class-teach-{}", class.phase.name()))) }
            div.buttons {
                @if let Some(next) = class.phase.next() {
                    @let ends = class.phase == Phase::Talks && class.pairs.iter().any(|pair| !pair.table.is_closed());
                    @let label = desk.words.with("class-go-to", &[("phase", &phase(desk.words, next))]);
                    @let inner = html! {
                        input type="hidden" name="phase" value=(next.name());
                        @if minutes > 0 {
                            label.inline { (desk.get("class-minutes"))
                                input type="number" name="minutes" min="1" max="240" value=(minutes); }
                        }
                        button.primary type="submit" { (label) }
                    };
                    @if ends {
                        details.confirm {
                            summary.button { (label) }
                            p.note { (desk.get("class-end-talks")) }
                            (desk.form("phase", &inner))
                        }
                    } @else { (desk.form("phase", &inner)) }
                }
            }
            div.buttons {
                @if class.clock.paused.is_some() { (desk.click("resume", "class-resume", true)) }
                @else { (desk.click("pause", "class-pause", false)) }
                (desk.click("extend", "class-extend", false))
                @if class.phase == Phase::Join && class.people.iter().any(|person| person.place.is_none()) {
                    (desk.click("pair-lot", "class-pair-lot", false))
                    (desk.click("pair-order", "class-pair-order", false))
                }
            }
        }
    }
}

/// Code, address and QR, large.
fn door(desk: &Desk<'_>) -> Markup {
    let link = desk.urls.first().map(|url| format!("{url}/?k={}", desk.code));
    html! {
        section.card.centre.door {
            h2 { (desk.get("class-come-in")) }
            @if let Some(link) = &link {
                @if let Some(svg) = qr_svg(link) { div.qr { (made(svg)) } }
            }
            @for url in desk.urls.iter().take(3) { p.address { (url) } }
            p.big-code { (desk.code) }
            details {
                summary { (desk.get("class-trouble")) }
                ul { @for line in desk.advice { li { (line) } } }
            }
        }
    }
}

/// All pairs at a glance.
fn tables(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let closed = class.pairs.iter().filter(|pair| pair.table.is_closed()).count();
    let signed = class.pairs.iter().filter(|pair| pair.table.signed().is_some()).count();
    html! {
        section.card {
            h2 { (desk.get("class-pairs")) " (" (class.pairs.len()) ")" }
            @if class.pairs.is_empty() { p.note { (desk.get("class-no-pairs")) } }
            @else {
                p { (desk.words.with("class-progress", &[("closed", &closed.to_string()),
                    ("signed", &signed.to_string()), ("all", &class.pairs.len().to_string())])) }
            }
            @for (no, pair) in class.pairs.iter().enumerate() { (table(desk, no, pair)) }
        }
    }
}

fn table(desk: &Desk<'_>, no: usize, pair: &Pair) -> Markup {
    let words = desk.words;
    let idle = desk.now.saturating_sub(pair.active_at) / 60_000;
    let view = pair.table.view(Seat::First);
    let running = desk.class.phase == Phase::Talks && !pair.table.is_closed();
    let (state, waits) = state(desk, pair, &view.moment);
    html! {
        details.pair data-keep=(format!("pair-{no}")) {
            summary {
                strong { (no + 1) }
                span.names {
                    @for seat in Seat::ALL {
                        span { (country(seat, &names(desk, pair, seat))) (presence(desk, pair, seat)) }
                    }
                }
                span.state { (state) @if let Some(seat) = waits { " \u{b7} " (country(seat, "")) } }
                span.note {
                    (words.with("class-pair-facts", &[("round", &pair.table.round().to_string()),
                        ("offers", &pair.table.offers().to_string())]))
                    @if let Some(gap) = gap(pair) { " \u{b7} " (words.with("class-gap", &[("gap", &gap.to_string())])) }
                    @if running && idle >= QUIET_MINUTES {
                        " \u{b7} " span.care { (words.with("class-idle", &[("minutes", &idle.to_string())])) }
                    }
                }
            }
            @for seat in Seat::ALL {
                div.row {
                    span { (country(seat, desk.class.scenario.shared.countries[seat].name.get(words.lang))) ": " (names(desk, pair, seat)) }
                    @let chair = html! {
                        input type="hidden" name="pair" value=(no);
                        input type="hidden" name="seat" value=(seat.letter());
                    };
                    @if pair.stand_in[seat].is_none() {
                        (desk.form("stand-in", &html! { (chair) button type="submit" { (desk.get("class-stand-in")) } }))
                    } @else if !pair.delegations[seat].is_empty() {
                        (desk.form("hand-back", &html! { (chair) button type="submit" { (desk.get("class-hand-back")) } }))
                    }
                }
            }
            (desk.form("tell", &html! {
                input type="hidden" name="pair" value=(no);
                label { (desk.get("class-tell-pair")) input name="words" maxlength="400" required; }
                button type="submit" { (desk.get("class-send")) }
            }))
        }
    }
}

/// Who sits in a seat: people, and the counterpart that keeps it.
fn names(desk: &Desk<'_>, pair: &Pair, seat: Seat) -> String {
    let mut names: Vec<String> =
        pair.delegations[seat].iter().map(|&no| desk.class.people[no].name.clone()).collect();
    if let Some(name) = &pair.stand_in[seat] {
        names.push(format!("[{}]", desk.get(&format!("counterpart-{name}"))));
    }
    if names.is_empty() { "\u{2013}".to_owned() } else { names.join(", ") }
}

fn presence(desk: &Desk<'_>, pair: &Pair, seat: Seat) -> Markup {
    let newest = pair.delegations[seat].iter().filter_map(|&no| desk.seen.get(no).copied().flatten()).max();
    let away = newest.is_none_or(|at| desk.now.saturating_sub(at) > 120_000);
    html! { @if away && !pair.delegations[seat].is_empty() { " " span.chip.care { (desk.get("class-away")) } } }
}

fn state(desk: &Desk<'_>, pair: &Pair, moment: &Moment) -> (String, Option<Seat>) {
    let one = |ready: &PerSeat<bool>| match (ready.first, ready.second) {
        (true, false) => Some(Seat::Second),
        (false, true) => Some(Seat::First),
        _ => None,
    };
    match moment {
        Moment::Preparation { ready } => (desk.get("class-state-preparation"), one(ready)),
        Moment::Talks { turn } => (desk.get("class-state-talks"), Some(*turn)),
        Moment::Signature { signed, .. } => (desk.get("class-state-signature"), one(signed)),
        Moment::Better { answered, .. } => (desk.get("class-state-better"), one(answered)),
        Moment::Closed { deal, .. } => {
            let key = if deal.is_some() { "class-state-deal" } else { "class-state-no-deal" };
            let waits = Seat::ALL.into_iter().find(|&seat| pair.table.awaits(seat));
            (desk.get(key), waits)
        }
    }
}

/// Articles on which the newest formal offers of both sides differ.
fn gap(pair: &Pair) -> Option<usize> {
    let view = pair.table.view(Seat::First);
    let [one, two] = Seat::ALL.map(|seat| view.position(seat).map(|offer| offer.deal.clone()));
    let (one, two) = (one?, two?);
    Some(one.0.iter().zip(&two.0).filter(|(a, b)| a != b).count())
}

fn tell(desk: &Desk<'_>) -> Markup {
    html! {
        section.card {
            h2 { (desk.get("class-tell")) }
            (desk.form("tell", &html! {
                label { (desk.get("class-tell-all")) input name="words" maxlength="400" required; }
                button type="submit" { (desk.get("class-send")) }
            }))
        }
    }
}

/// Which pages of the debrief are open on the phones.
fn debrief_pages(desk: &Desk<'_>) -> Markup {
    html! {
        section.card {
            h2 { (desk.get("class-phase-debrief")) }
            (desk.form("pages", &html! {
                @for (no, key) in PAGES.iter().enumerate() {
                    label.choice {
                        input type="checkbox" name="page" value=(no) checked[desk.class.page_is_open(no as u32)];
                        span { (desk.get(key)) }
                    }
                }
                button.primary type="submit" { (desk.get("class-show-pages")) }
            }))
            div.buttons {
                (desk.click("pages-all", "class-show-all", false))
                (desk.click("pages-none", "class-show-none", false))
            }
        }
    }
}

/// Everybody, and a way to another seat.
fn people(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let countries = &class.scenario.shared.countries;
    html! {
        section.card {
            h2 { (desk.get("class-people")) " (" (class.people.len()) ")" }
            ul.plain {
                @for person in &class.people {
                    li { (person.name) " " span.note {
                        @match person.place {
                            Some((pair, seat)) => { (pair + 1) " \u{b7} " (country(seat, countries[seat].name.get(desk.words.lang))) },
                            None => (desk.get("class-waits")),
                        }
                        " \u{b7} " (person.digits)
                    } }
                }
            }
            @if !class.people.is_empty() {
                details data-keep="by-hand" {
                    summary { (desk.get("class-by-hand")) }
                    (desk.form("place", &html! {
                        label { (desk.get("class-person"))
                            select name="person" { @for (no, person) in class.people.iter().enumerate() { option value=(no) { (person.name) } } }
                        }
                        label { (desk.get("class-table"))
                            select name="pair" {
                                @for no in 0..class.pairs.len() { option value=(no) { (no + 1) } }
                                option value=(class.pairs.len()) { (desk.get("class-new-table")) }
                            }
                        }
                        label { (desk.get("class-seat"))
                            select name="seat" { @for seat in Seat::ALL { option value=(seat.letter()) { (countries[seat].name.get(desk.words.lang)) } } }
                        }
                        button type="submit" { (desk.get("class-place")) }
                    }))
                }
            }
        }
    }
}

/// Taking the data along, and deleting it.
fn data(desk: &Desk<'_>) -> Markup {
    html! {
        section.card {
            h2 { (desk.get("class-data")) }
            p.note { (desk.get("class-data-says")) }
            p { a.button href="/console/log" download { (desk.get("class-export")) } }
            details.confirm {
                summary.button { (desk.get("class-delete")) }
                p.bad { (desk.get("class-delete-says")) }
                (desk.click("delete", "class-delete-sure", false))
            }
        }
    }
}
