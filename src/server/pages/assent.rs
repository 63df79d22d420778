//! What waits for the others of a delegation, on all phones of its seat and on no other.

use super::parts::{bar, colour, form};
use super::{Place, talks};
use crate::rules::Command;
use crate::scenario::{Deal, Speech};
use crate::server::class::{Returned, Waiting, Why};
use crate::session::{Heard, Rule};
use maud::{Markup, html};

impl Place<'_> {
    /// What waits for this delegation.
    pub(super) fn waiting(&self) -> Option<&Waiting> {
        self.pair.council[self.seat].waiting.as_ref()
    }

    /// Whether the others of the seat are asked before something that binds it.
    pub(super) fn asks(&self) -> bool {
        let rule = self.desk.class.rule.filter(|_| !self.pair.unasked);
        rule.is_some() && self.pair.delegations[self.seat].len() > 1
    }

    /// That the others are asked first, where they are.
    pub(super) fn asked_first(&self) -> Markup {
        html! { @if self.asks() { p.note { (self.get("class-assent-first")) } } }
    }

    /// A button for what binds the seat; while something waits, why not now.
    pub(super) fn binding(&self, button: &Markup) -> Markup {
        html! { @if self.waiting().is_some() { p.note { (self.get("class-assent-waits")) } } @else { (button) } }
    }

    /// Beside a form that is sent once for a seat: that it is so, where several people share it.
    pub(super) fn one_answer(&self) -> Markup {
        let people = &self.pair.delegations[self.seat];
        let names: Vec<&str> = people.iter().map(|&no| self.person(no)).collect();
        html! {
            @if people.len() > 1 {
                p.notice { (self.words().with("class-one-answer", &[("names", &names.join(", "))])) }
            }
        }
    }

    fn person(&self, person: usize) -> &str {
        self.desk.class.people.get(person).map_or("", |it| it.name.as_str())
    }
}

/// What waits, with who said what; else why the last of it came back.
pub(super) fn card(place: &Place<'_>) -> Markup {
    let council = &place.pair.council[place.seat];
    match (&council.waiting, &council.returned) {
        (Some(waiting), _) => waits(place, waiting),
        (None, Some(returned)) => came_back(place, returned),
        (None, None) => html! {},
    }
}

fn waits(place: &Place<'_>, waiting: &Waiting) -> Markup {
    let words = place.words();
    let act = &waiting.assent.act;
    let asks = words.with("class-assent-asks", &[("name", place.person(waiting.by))]);
    html! {
        section.card.assent {
            h1 { (place.get("delegation-title")) }
            p data-say { strong { (words.phrase(&waiting.assent.subject(), place.shared())) } " " (asks) }
            @if let Some(deal) = place.view.package(&act.command) {
                @let worth = place.view.utility(deal);
                p { (place.get("class-worth")) " " strong { (words.with("points", &[("points", &place.points(worth))])) } " \u{b7} BATNA " (place.points(place.view.batna)) }
                (bar(&place.get("class-worth"), worth as f64 / 100.0, Some(place.view.batna as f64 / 100.0), colour(place.seat)))
                (talks::crossed(place, deal))
            }
            @if let Some(Speech::Typed(said)) = &act.speech { p { "\u{201c}" (said) "\u{201d}" } }
            h2 { (place.get("delegation-who")) }
            ul.plain { @for delegate in 0..waiting.people.len() { (said(place, waiting, delegate)) } }
            (buttons(place, waiting))
            @if let Some(deal) = place.view.package(&act.command).filter(|_| !matches!(act.command, Command::Sign(_))) {
                details data-keep="assent-articles" open {
                    summary { (place.get("class-assent-package")) }
                    (articles(place, deal, "delegation-changed"))
                }
            }
            p.note { (rule(place, waiting)) " " (place.get("class-assent-gone")) }
        }
    }
}

/// What a delegate said so far: a sign, and words beside it.
fn said(place: &Place<'_>, waiting: &Waiting, delegate: usize) -> Markup {
    let name = place.person(waiting.people[delegate]);
    let shown = if delegate == 0 && waiting.assent.rule() == Rule::Head {
        place.words().with("delegation-head", &[("name", name)])
    } else {
        name.to_owned()
    };
    let away = waiting.assent.away.get(delegate).copied().unwrap_or(false);
    let (sign, key, tone) = match waiting.assent.words.get(delegate).copied().flatten() {
        Some(true) => ("\u{2713}", "delegation-agrees", "good"),
        Some(false) => ("\u{2716}", "delegation-disagrees", "bad"),
        None if away => ("\u{2013}", "class-assent-away", "note"),
        None => ("\u{2026}", "delegation-unheard", "note"),
    };
    html! {
        li { strong { (shown) } " " span.(tone) { span aria-hidden="true" { (sign) } " " (place.get(key)) } }
    }
}

/// The own word, for whoever has one to give.
fn buttons(place: &Place<'_>, waiting: &Waiting) -> Markup {
    let me = place.desk.person;
    let Some(delegate) = waiting.people.iter().position(|it| *it == me) else { return html! {} };
    let said = waiting.assent.words.get(delegate).copied().flatten();
    let button = |what: &str, key: &str, primary: bool| {
        form(
            place.desk.csrf,
            what,
            &html! {
                input type="hidden" name="no" value=(waiting.no);
                button.primary[primary] type="submit" { (place.get(key)) }
            },
        )
    };
    let head = match waiting.assent.heard() {
        Heard::HeadDecides(who) => Some(who),
        _ => None,
    };
    html! {
        @if let Some(who) = head {
            @let names = [("name", place.person(waiting.people[who])), ("head", place.person(waiting.people[0]))];
            p.care { strong { (place.words().with("delegation-dissent", &names)) } }
        }
        div.buttons {
            @if head.is_some() && delegate == 0 { (button("send-anyway", "class-assent-send", true)) }
            @if said != Some(true) { (button("agree", "class-assent-yes", true)) }
            @if waiting.by != me && said != Some(false) { (button("disagree", "class-assent-no", false)) }
            @if waiting.by == me || head.is_some() && delegate == 0 { (button("withdraw", "delegation-withdraw", false)) }
        }
    }
}

/// By which rule the delegation decides.
fn rule(place: &Place<'_>, waiting: &Waiting) -> String {
    match waiting.assent.rule() {
        Rule::All => place.get("delegation-rule-all"),
        Rule::Most => place.get("delegation-rule-most"),
        Rule::Head => {
            let head = place.person(waiting.people.first().copied().unwrap_or(waiting.by));
            place.words().with("delegation-rule-head", &[("head", head)])
        }
    }
}

/// The package, an article a line; what differs from the own offer before is marked with these words.
pub(super) fn articles(place: &Place<'_>, deal: &Deal, mark: &str) -> Markup {
    let before = place.view.position(place.seat).map(|offer| &offer.deal);
    html! {
        ul.plain { @for issue in place.view.articles() {
            li { strong { (place.text(&place.shared().issues[issue].title)) ":" } " "
                (place.text(&place.shared().choice(issue, deal[issue]).label))
                @if before.is_some_and(|before| before[issue] != deal[issue]) { " " span.chip.care { (place.get(mark)) } } }
        } }
    }
}

/// Why nothing left the seat.
fn came_back(place: &Place<'_>, returned: &Returned) -> Markup {
    let words = place.words();
    let why = match returned.why {
        Why::Refused(who) => words.with("delegation-returned", &[("name", place.person(who))]),
        Why::Withdrawn(who) => words.with("class-assent-withdrawn", &[("name", place.person(who))]),
        Why::Lapsed => words.get("class-assent-lapsed"),
    };
    html! { p.notice data-say { span aria-hidden="true" { "\u{21a9} " } (why) } }
}
