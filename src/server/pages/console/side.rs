//! Beside the pairs: one pair in detail, announcements, the debrief, people, data.

use super::Desk;
use super::pairs::who;
use super::take::{bring, data, take};
use crate::scenario::Seat;
use crate::server::class::{LONGEST_NOTICE, Occasion, Odd, Page, Pair, Phase};
use crate::server::network::{self, qr_svg};
use crate::server::pages::parts::{country, made};
use crate::server::pages::slides::{replays, slides};
use crate::server::reach::TEST;
use crate::session::Rule;
use maud::{Markup, html};

/// Minutes of silence that are offered.
const WAITS: [u64; 3] = [3, 5, 10];

/// Everything beside the pairs.
pub(super) fn side(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let early = class.phase == Phase::Join && !desk.rehearsal;
    html! {
        @if let Some(no) = desk.pair.filter(|no| *no < class.pairs.len()) { (pair(desk, no)) }
        @if early { (door(desk)) }
        @if class.phase == Phase::Debrief { (debrief(desk)) }
        @if !desk.rehearsal {
            (tell(desk))
            @if class.phase == Phase::Talks { (news(desk)) }
        }
        @if early && class.people.is_empty() && class.pairs.is_empty() { (dry_run(desk)) }
        @if !class.pairs.is_empty() || !class.guests.is_empty() { (fold(desk, "take", "lesson-take", &take(desk))) }
        @if !desk.rehearsal {
            @if !early { (fold(desk, "door", "class-come-in", &door(desk))) }
            (fold(desk, "roster", "roster-title", &super::roster::roster(desk)))
            @if !class.people.is_empty() { (fold(desk, "people", "class-people", &super::people::people(desk))) }
            (fold(desk, "bring", "lesson-bring", &bring(desk)))
            (fold(desk, "odd", "lesson-odd", &odd(desk)))
            (fold(desk, "silence", "class-silence", &silence(desk)))
            @if !class.scenario.shared.quiz.is_empty() { (fold(desk, "quiz", "print-quiz", &quiz(desk))) }
            (fold(desk, "rule", "class-rule", &rule(desk)))
            (fold(desk, "data", "class-data", &data(desk)))
        }
    }
}

/// A part that is folded away.
fn fold(desk: &Desk<'_>, name: &str, title: &str, inner: &Markup) -> Markup {
    html! {
        details.card.fold data-keep=(name) { summary { h2 { (desk.get(title)) } } (inner) }
    }
}

/// One pair: its chairs, and words to it alone.
fn pair(desk: &Desk<'_>, no: usize) -> Markup {
    let pair = &desk.class.pairs[no];
    let shared = &desk.class.scenario.shared;
    html! {
        section.card.one-pair {
            div.row { h2 { (desk.words.with("lesson-pair", &[("no", &(no + 1).to_string())])) }
                a.button href="/console" aria-label=(desk.get("lesson-close")) { "\u{2715}" } }
            @for seat in Seat::ALL {
                div.row {
                    span { (country(seat, shared.countries[seat].name.get(desk.words.lang))) ": " (who(desk, pair, seat)) }
                    @let chair = html! {
                        input type="hidden" name="pair" value=(no);
                        input type="hidden" name="seat" value=(seat.letter());
                    };
                    @if desk.rehearsal || desk.class.phase == Phase::Debrief {}
                    @else if pair.stand_in[seat].is_none() {
                        (desk.form("stand-in", &html! { (chair) button type="submit" { (desk.get("class-stand-in")) } }))
                    } @else if !pair.delegations[seat].is_empty() {
                        (desk.form("hand-back", &html! { (chair) button type="submit" { (desk.get("class-hand-back")) } }))
                    }
                }
            }
            @if !desk.rehearsal {
                (council(desk, no, pair))
                (desk.form_of("tell-pair", "tell", &html! {
                    input type="hidden" name="pair" value=(no);
                    label { (desk.get("class-tell-pair")) input name="words" maxlength=(LONGEST_NOTICE) required; }
                    button type="submit" { (desk.get("class-send")) }
                }))
                @let here = Seat::ALL.into_iter().flat_map(|seat| pair.delegations[seat].clone()).collect::<Vec<_>>();
                @if !here.is_empty() {
                    details data-keep="move" { summary { (desk.get("class-by-hand")) } (place(desk, "place-here", here)) }
                }
            }
        }
    }
}

/// Code, address and QR; whether phones get through, and what to do if they do not.
fn door(desk: &Desk<'_>) -> Markup {
    let link = desk.urls.first().map(|url| network::door(url, desk.code));
    let url = desk.urls.first().map(String::as_str);
    let trouble = desk.sight.trouble(desk.words, url);
    html! {
        @if let Some((what, steps)) = trouble.split_first().filter(|_| desk.class.people.is_empty()) {
            section.notice.nobody role="status" {
                strong { (what) }
                ol { @for step in steps { li { (step) } } }
            }
        }
        section.card.centre.door {
            @if let Some(svg) = link.as_deref().and_then(qr_svg) { div.qr { (made(svg)) } }
            p.big-code { (desk.code) }
            @for url in desk.urls.iter().take(3) { p.address { (url) } }
            @if let Some(url) = url { p.note { (desk.words.with("reach-try", &[("url", &format!("{url}{TEST}"))])) } }
            @if let Some(last) = desk.sight.tests.last() {
                p.good { "\u{2713} " (desk.words.with("reach-tested", &[("count", &desk.sight.tests.len().to_string()), ("address", &last.to_string())])) }
            }
            @if let Some(crowd) = desk.sight.crowd(desk.words) { p.notice { (crowd) } }
            details { summary { (desk.get("class-trouble")) }
                ul { @for line in desk.advice { li { (line) } } } }
        }
    }
}

fn tell(desk: &Desk<'_>) -> Markup {
    html! {
        section.card.tell {
            (desk.form("tell", &html! {
                label { (desk.get("class-tell")) ": " (desk.get("class-tell-all")) input name="words" maxlength=(LONGEST_NOTICE) required; }
                button type="submit" { (desk.get("class-send")) }
            }))
            @if let Some(told) = desk.class.notice(None) {
                p.note { (told.words) }
                (desk.form_of("tell-end", "tell", &html! {
                    input type="hidden" name="words" value="";
                    button type="submit" { (desk.get("class-tell-end")) }
                }))
            }
        }
    }
}

/// News of the scenario that have not come at every table.
fn news(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let open = |no: usize| class.pairs.iter().any(|pair| !pair.table.news(no).is_empty());
    let list: Vec<usize> = (0..class.scenario.shared.news.len()).filter(|no| open(*no)).collect();
    html! {
        @if !list.is_empty() {
            section.card { h2 { (desk.get("lesson-news")) }
                @for no in list {
                    (desk.form("news", &html! {
                        input type="hidden" name="news" value=(no);
                        button type="submit" { (class.scenario.shared.news[no].title.get(desk.words.lang)) }
                    }))
                }
            }
        }
    }
}

/// The slide on the projector, the last round, and the pages on the phones.
fn debrief(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let turn =
        |to: &str, sign: &str| {
            desk.form("slide", &html! {
            input type="hidden" name="to" value=(to);
            button type="submit" data-step=(to) aria-label=(desk.get(&format!("lesson-{to}"))) { (sign) }
        })
        };
    let now = usize::from(class.slide);
    html! {
        section.card.slides {
            div.row { h2 { (desk.get("lesson-projector")) } div.buttons { (turn("previous", "\u{25c0}")) (turn("next", "\u{25b6}")) } }
            ol start="0" {
                @for (no, key) in ["class-come-in"].iter().chain(slides(class)).enumerate() {
                    li aria-current=[(no == now).then_some("step")] {
                        (desk.form("slide", &html! { input type="hidden" name="to" value=(no);
                            button.quiet type="submit" { (no) ". " (desk.get(key)) } }))
                    }
                }
            }
            @let open = html! { input type="hidden" name="open" value=(if class.improving { "no" } else { "yes" });
                button type="submit" { (desk.get(if class.improving { "lesson-round-end" } else { "lesson-round-begin" })) } };
            (desk.form("improving", &open))
            (replay(desk))
        }
        @if !desk.rehearsal {
            section.card {
                h2 { (desk.get("lesson-phones")) }
                // Ticks that were not sent are nothing once other pages are open.
                (desk.form_of(&format!("pages-{}", class.pages.bits()), "pages", &html! {
                    @for page in Page::IN_ORDER {
                        label.choice {
                            input type="checkbox" name="page" value=(page.number()) checked[class.pages.contains(page)];
                            span { (desk.get(page.key())) }
                        }
                    }
                    button.primary type="submit" { (desk.get("class-show-pages")) }
                }))
                div.buttons { (desk.click("pages-all", "class-show-all", false)) (desk.click("pages-none", "class-show-none", false)) }
            }
        }
    }
}

/// Counterparts play the lesson before anybody has come.
fn dry_run(desk: &Desk<'_>) -> Markup {
    html! {
        section.card {
            h2 { (desk.get("lesson-dry-run")) }
            p.note { (desk.get("lesson-dry-run-says")) }
            (desk.click("rehearse", "lesson-dry-run-begin", false))
        }
    }
}

/// Whose talks the projector replays, of those who all consent.
fn replay(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let all = replays(class);
    let chosen = class.replay.filter(|no| all.contains(no));
    let name = |no: usize| {
        let pair = &class.pairs[no];
        let key = if pair.table.signed().is_some() { "class-state-deal" } else { "class-state-no-deal" };
        let number = desk.words.with("lesson-pair", &[("no", &(no + 1).to_string())]);
        format!("{number}: {}, {}", desk.get(key), who(desk, pair, Seat::First))
    };
    html! {
        @if all.is_empty() { p.note { (desk.get("lesson-replay-nobody")) } }
        @else {
            (desk.form("replay", &html! {
                label { (desk.get("lesson-replay-of"))
                    select name="pair" {
                        option value="" selected[chosen.is_none()] { (desk.get("lesson-replay-first")) }
                        @for &no in &all { option value=(no) selected[chosen == Some(no)] { (name(no)) } }
                    } }
                button type="submit" { (desk.get("lesson-replay-choose")) }
            }))
        }
    }
}

/// Another seat, or a place beside a table.
pub(super) fn place(desk: &Desk<'_>, name: &str, people: impl IntoIterator<Item = usize>) -> Markup {
    let class = desk.class;
    let countries = &class.scenario.shared.countries;
    html! {
        (desk.form_of(name, "place", &html! {
            (desk.person(people))
            label { (desk.get("class-table"))
                select name="pair" {
                    @for no in 0..class.pairs.len() { option value=(no) { (no + 1) } }
                    option value=(class.pairs.len()) { (desk.get("class-new-table")) }
                } }
            label { (desk.get("class-seat"))
                select name="seat" {
                    @for seat in Seat::ALL { option value=(seat.letter()) { (countries[seat].name.get(desk.words.lang)) } }
                    @if !class.pairs.is_empty() { option value="watch" { (desk.get("lesson-odd-observer")) } }
                } }
            button type="submit" { (desk.get("class-place")) }
        }))
    }
}

/// One of several settings as a button, with the field that it sends; the one that holds is pressed.
fn choice(desk: &Desk<'_>, act: &str, (field, value): (&str, &str), holds: bool, label: &str) -> Markup {
    desk.form(act, &html! {
        input type="hidden" name=(field) value=(value);
        button.primary[holds] type="submit" aria-pressed=(if holds { "true" } else { "false" }) { (label) }
    })
}

/// By which rule delegations of several phones decide.
fn rule(desk: &Desk<'_>) -> Markup {
    let now = desk.class.rule.map_or("off", Rule::name);
    html! {
        p.note { (desk.get("class-rule-says")) }
        div.buttons {
            @for name in Rule::ALL.map(Rule::name).into_iter().chain(["off"]) {
                (choice(desk, "rule", ("rule", name), name == now, &desk.get(&format!("class-rule-{name}"))))
            }
        }
    }
}

/// After how much silence a counterpart takes a chair.
fn silence(desk: &Desk<'_>) -> Markup {
    let now = desk.class.stand_in_after;
    let mut minutes: Vec<u64> = WAITS.into_iter().chain(now).collect();
    minutes.sort_unstable();
    minutes.dedup();
    html! {
        p.note { (desk.get("class-silence-says")) }
        div.buttons {
            @for wait in minutes {
                (choice(desk, "stand-in-after", ("minutes", &wait.to_string()), now == Some(wait),
                    &desk.words.count("class-silence-minutes", wait)))
            }
            (choice(desk, "stand-in-after", ("minutes", ""), now.is_none(), &desk.get("class-silence-never")))
        }
    }
}

/// Whether the quiz is asked, and how many have answered.
fn quiz(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let [before, after] = Occasion::ALL.map(|occasion| class.answered(occasion).to_string());
    let all = class.present().count().to_string();
    html! {
        p.note { (desk.words.count("lesson-quiz-fold-says", class.scenario.shared.quiz.len() as u64)) }
        div.buttons {
            (choice(desk, "quiz", ("yes", "yes"), class.quiz, &desk.get("lesson-quiz-ask")))
            (choice(desk, "quiz", ("yes", "no"), !class.quiz, &desk.get("lesson-quiz-ask-not")))
        }
        @if class.quiz { p { (desk.words.with("lesson-quiz-answered", &[("before", &before), ("after", &after), ("all", &all)])) } }
    }
}

/// Whether the delegations of one pair are asked, and what waits for them.
fn council(desk: &Desk<'_>, no: usize, pair: &Pair) -> Markup {
    let several = Seat::ALL.into_iter().any(|seat| pair.delegations[seat].len() > 1);
    html! {
        @for seat in Seat::ALL {
            @if let Some(waiting) = &pair.council[seat].waiting {
                @let open = waiting.people.iter().zip(&waiting.assent.words).filter(|(_, word)| word.is_none());
                @let names: Vec<&str> = open.map(|(person, _)| desk.class.people[*person].name.as_str()).collect();
                p.note { (country(seat, "")) (desk.words.with("class-rule-waits", &[("names", &names.join(", "))])) }
            }
        }
        @if several && desk.class.rule.is_some() {
            (desk.form("unasked", &html! {
                input type="hidden" name="pair" value=(no);
                input type="hidden" name="yes" value=(if pair.unasked { "no" } else { "yes" });
                button type="submit" { (desk.get(if pair.unasked { "class-rule-again" } else { "class-rule-pair-off" })) }
            }))
        }
    }
}

/// What becomes of somebody who has nobody opposite.
fn odd(desk: &Desk<'_>) -> Markup {
    let now = desk.class.odd.name();
    html! {
        div.buttons {
            @for name in Odd::ALL.map(Odd::name) {
                (choice(desk, "odd", ("odd", name), name == now, &desk.get(&format!("lesson-odd-{name}"))))
            }
        }
    }
}
