//! The teacher's console: the class at a glance, and every step of the lesson one click away.

mod pairs;
mod people;
mod roster;
mod side;
mod take;

use super::parts::hidden;
use super::{clock, page, page_of, phase};
use crate::server::class::{Class, Phase};
use crate::server::reach::Sight;
use crate::words::Words;
use maud::{Markup, html};

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
    /// What is left in the laptop's battery, in percent, if that is little.
    pub battery: Option<u8>,
    /// Which devices have come.
    pub sight: Sight,
    /// What every form must carry.
    pub csrf: &'a str,
    /// Now, in milliseconds.
    pub now: u64,
    /// When each person last touched a device, in milliseconds.
    pub seen: Vec<Option<u64>>,
    /// What went wrong with the last click.
    pub alert: Option<String>,
    /// The table that is looked at.
    pub pair: Option<usize>,
    /// Whether it is a dry run.
    pub rehearsal: bool,
    /// The number that changes with everything that is shown.
    pub live: String,
}

impl Desk<'_> {
    fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    fn form(&self, act: &str, inner: &Markup) -> Markup {
        self.form_of(act, act, inner)
    }

    /// The same under a name of its own, where a page has two for one act.
    fn form_of(&self, name: &str, act: &str, inner: &Markup) -> Markup {
        html! {
            form method="post" action="/console/act" data-keep=(name) {
                (hidden(self.csrf, act))
                @if let Some(pair) = self.pair { input type="hidden" name="shown" value=(pair); }
                (inner)
            }
        }
    }

    /// Whom an act is for: nobody until somebody is chosen.
    fn person(&self, people: impl IntoIterator<Item = usize>) -> Markup {
        html! {
            label { (self.get("class-person"))
                select name="person" required {
                    option value="" selected { "\u{2013}" }
                    @for no in people { option value=(no) { (self.class.people[no].name) } }
                } }
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
    let class = desk.class;
    let title = class.scenario.shared.title.get(desk.words.lang);
    let body = html! {
        (top(desk, title))
        @if let Some(alert) = &desk.alert { p.alert role="alert" { (alert) } }
        @if let Some(left) = desk.battery {
            p.notice role="status" { (desk.words.with("class-battery", &[("left", &left.to_string())])) }
        }
        @if desk.rehearsal {
            div.rehearsing { strong { (desk.get("lesson-rehearsal")) } (desk.click("rehearse-end", "lesson-rehearsal-end", true)) }
        }
        div.desk {
            div { (pairs::pairs(desk)) }
            div { (side::side(desk)) }
        }
        (pairs::drag_form(desk))
    };
    page_of(desk.words, &desk.get("class-console"), Some(&desk.live), &body, "wide console", true)
}

/// Phase, clock, and every step of the lesson.
fn top(desk: &Desk<'_>, title: &str) -> Markup {
    let class = desk.class;
    html! {
        header.desk-top {
            div.bar-top {
                div { h1 { (title) }
                    ol.phases { @for step in Phase::ALL {
                        li aria-current=[(step == class.phase).then_some("step")] { (phase(desk.words, step)) }
                    } }
                }
                div.right { (clock(desk.words, class, desk.now)) }
            }
            div.buttons {
                @if !desk.rehearsal {
                    @if class.clock.paused.is_some() { (desk.click("resume", "class-resume", true)) }
                    @else { (desk.click("pause", "class-pause", false)) }
                    (desk.click("extend", "class-extend", false))
                    (next(desk))
                }
                a.button href="/projector" target="_blank" rel="noopener" { (desk.get("lesson-projector")) " \u{2197}" }
            }
        }
    }
}

/// The step to the next phase. The end of talks asks once more, for it cannot be undone.
fn next(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let minutes = match class.phase {
        Phase::Join => class.scenario.shared.reading_minutes.max(5),
        Phase::Briefing => 5,
        Phase::Preparation => class.scenario.shared.timing.minutes,
        Phase::Talks => 5,
        Phase::Questions | Phase::Debrief => 0,
    };
    let Some(next) = class.phase.next() else { return html! {} };
    let ends = class.phase == Phase::Talks && class.pairs.iter().any(|pair| !pair.table.is_closed());
    let label = desk.words.with("class-go-to", &[("phase", &phase(desk.words, next))]);
    let inner = html! {
        input type="hidden" name="phase" value=(next.name());
        input type="hidden" name="from-phase" value=(class.phase.name());
        button.primary type="submit" { (label) }
        @if minutes > 0 {
            label.inline { (desk.get("class-minutes"))
                input type="number" name="minutes" min="1" max="240" value=(minutes); }
        }
    };
    html! {
        @if ends {
            details.confirm data-keep="end-talks" {
                summary.button { (label) " \u{2026}" }
                p.note { (desk.get("class-end-talks")) }
                (desk.form("phase", &inner))
            }
        } @else { div.next { (desk.form("phase", &inner)) } }
    }
}
