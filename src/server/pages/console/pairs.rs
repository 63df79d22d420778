//! All pairs at a glance: one tile each, twenty-two on one screen.

use super::Desk;
use crate::scenario::{PerSeat, Seat};
use crate::server::class::{AWAY, Pair, Phase};
use crate::server::pages::parts::country;
use crate::view::Moment;
use maud::{Markup, html};

/// Minutes after which silence stands out.
const QUIET_MINUTES: u64 = 3;

/// All pairs at a glance, and who has none.
pub(super) fn pairs(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let closed = class.tables().filter(|(_, pair)| pair.table.is_closed()).count();
    let signed = class.tables().filter(|(_, pair)| pair.table.signed().is_some()).count();
    let all = class.tables().count();
    html! {
        (super::people::asking(desk))
        (waiting(desk))
        @if class.pairs.is_empty() { p.note { (desk.get(&format!("class-teach-{}", class.phase.name()))) } }
        @else {
            h2.glance { (desk.get("class-pairs")) " (" (all) ") "
                span.note { (desk.words.with("class-progress", &[("closed", &closed.to_string()),
                    ("signed", &signed.to_string()), ("all", &all.to_string())])) } }
        }
        ol.tiles {
            @for (no, pair) in class.pairs.iter().enumerate() { (tile(desk, no, pair)) }
        }
    }
}

/// Who waits, and who watches: to be seated by lot, as they came, or by hand.
fn waiting(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let people = || class.present().filter(|(_, it)| it.place.is_none());
    html! {
        @if people().next().is_some() {
            div.waiting {
                strong { (desk.get("lesson-waiting")) }
                @if people().any(|(_, it)| it.observes.is_none()) && !desk.rehearsal && class.phase <= Phase::Talks {
                    (desk.click("pair-lot", "class-pair-lot", true))
                    (desk.click("pair-order", "class-pair-order", false))
                }
                @for (no, person) in people() {
                    span.person draggable="true" data-person=(no) { (person.name)
                        @if let Some(pair) = person.observes { " (" (desk.get("lesson-odd-observer")) " " (pair + 1) ")" } }
                }
                span.drop data-drop=(format!("{}.A", class.pairs.len())) { "+ " (desk.get("class-new-table")) }
            }
        }
    }
}

fn tile(desk: &Desk<'_>, no: usize, pair: &Pair) -> Markup {
    let words = desk.words;
    let idle = desk.now.saturating_sub(pair.active_at) / 60_000;
    let view = pair.table.view(Seat::First);
    let running = desk.class.phase == Phase::Talks && !pair.table.is_closed() && !desk.rehearsal;
    let empty = !desk.class.tables().any(|(it, _)| it == no);
    let (state, waits) =
        if empty { (desk.get("class-state-empty"), None) } else { state(desk, pair, &view.moment) };
    let quiet = running && idle >= QUIET_MINUTES && !empty;
    let tone = match (&view.moment, quiet) {
        (Moment::Closed { deal: Some(_), .. }, _) => "signed",
        (Moment::Closed { .. }, _) => "failed",
        (_, true) => "quiet",
        _ => "",
    };
    html! {
        li.tile.(tone) aria-current=[(desk.pair == Some(no)).then_some("true")] {
            a.number href=(format!("/console?pair={no}")) aria-label=(words.with("lesson-pair", &[("no", &(no + 1).to_string())])) { (no + 1) }
            div.who {
                @for seat in Seat::ALL {
                    span.seat data-drop=(format!("{no}.{}", seat.letter())) title=(who(desk, pair, seat)) { (country(seat, "")) (names(desk, pair, seat)) (presence(desk, pair, seat)) }
                }
            }
            div.how {
                span.state { (state) @if let Some(seat) = waits { " " (country(seat, "")) } }
                span.note {
                    (words.with("lesson-tile", &[("round", &pair.table.round().to_string()),
                        ("offers", &pair.table.offers().to_string())]))
                    @if let Some(gap) = gap(pair) { " \u{b7} \u{394}" (gap) }
                    @if running && idle > 0 && !empty { " \u{b7} " span.care[quiet] { (idle) "\u{2032}" } }
                }
            }
        }
    }
}

/// Who sits in a seat: people, to be dragged elsewhere, and the counterpart that keeps it.
fn names(desk: &Desk<'_>, pair: &Pair, seat: Seat) -> Markup {
    html! {
        @for (at, &no) in pair.delegations[seat].iter().enumerate() {
            @if at > 0 { "\u{b7} " }
            span.person draggable=[(!desk.rehearsal).then_some("true")] data-person=(no) { (desk.class.people[no].name) } " "
        }
        @if let Some(name) = &pair.stand_in[seat] { span.machine { "[" (desk.get(&format!("counterpart-{name}"))) "]" } }
        @else if pair.delegations[seat].is_empty() { "\u{2013}" }
    }
}

/// The same in plain words.
pub(super) fn who(desk: &Desk<'_>, pair: &Pair, seat: Seat) -> String {
    let mut names: Vec<String> = desk.class.names(pair, seat).map(str::to_owned).collect();
    if let Some(name) = &pair.stand_in[seat] {
        names.push(format!("[{}]", desk.get(&format!("counterpart-{name}"))));
    }
    if names.is_empty() { "\u{2013}".to_owned() } else { names.join(", ") }
}

/// Whether nobody of a delegation has touched a device for long.
fn presence(desk: &Desk<'_>, pair: &Pair, seat: Seat) -> Markup {
    let newest = pair.delegations[seat].iter().filter_map(|&no| desk.seen.get(no).copied().flatten()).max();
    let away = newest.is_none_or(|at| desk.now.saturating_sub(at) > AWAY);
    html! { @if away && !pair.delegations[seat].is_empty() { span.chip.care { (desk.get("class-away")) } } }
}

fn state(desk: &Desk<'_>, pair: &Pair, moment: &Moment) -> (String, Option<Seat>) {
    let one = |ready: &PerSeat<bool>| match (ready.first, ready.second) {
        (true, false) => Some(Seat::Second),
        (false, true) => Some(Seat::First),
        _ => None,
    };
    match moment {
        Moment::Preparation { ready } => (desk.get("class-state-preparation"), one(ready)),
        Moment::Talks { .. } if desk.class.phase < Phase::Talks => (desk.get("class-state-ready"), None),
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

/// What a drop of a person onto a seat sends; the panels of a pair say the same with a keyboard.
pub(super) fn drag_form(desk: &Desk<'_>) -> Markup {
    html! {
        form #drag method="post" action="/console/act" hidden {
            (crate::server::pages::parts::hidden(desk.csrf, "place"))
            input type="hidden" name="person";
            input type="hidden" name="pair";
            input type="hidden" name="seat";
        }
    }
}
