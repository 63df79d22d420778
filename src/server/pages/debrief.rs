//! The debrief of one table, page by page as the teacher opens it.

use super::notebook::notebook;
use super::opened::Part;
use super::parts::{bar, colour, country};
use super::{Desk, Opened, Place, charts, ending};
use crate::aftermath::reason;
use crate::rules::OfferKind;
use crate::scenario::Seat;
use crate::scenario::file::LensName;
use crate::scoring::evidence::Facts;
use crate::scoring::{Case, Talk};
use crate::server::class::{Class, Page};
use crate::view::Debrief;
use crate::words::Words;
use maud::{Markup, html};

pub(super) struct Given<'a> {
    pub(super) place: &'a Place<'a>,
    pub(super) opened: &'a Opened,
    debrief: &'a Debrief,
    pub(super) case: &'a Case<'a>,
    talk: &'a Talk,
}

impl Given<'_> {
    const fn facts(&self) -> Facts<'_> {
        Facts { case: self.case, talk: self.talk, report: &self.debrief.report }
    }
}

/// Every page that is open.
pub fn debrief(place: &Place<'_>, opened: &Opened) -> Markup {
    let pages = || pages_of(opened).filter(|page| place.desk.class.pages.contains(*page));
    if pages().next().is_none() {
        return html! { section.card.centre { h1 { (place.get("class-debrief-closed")) } } };
    }
    html! {
        nav.tabs aria-label=(place.get("class-phase-debrief")) {
            @for page in pages() { a href=(format!("#page-{}", page.number())) { (place.get(page.key())) } }
        }
        @for page in pages() { (part(place, opened, Part::Page(page))) }
        (part(place, opened, Part::Treaty))
    }
}

/// The pages that a table has, in the order of a good lesson.
fn pages_of(opened: &Opened) -> impl Iterator<Item = Page> {
    Page::IN_ORDER.into_iter().filter(|page| *page != Page::Notebook || opened.has_notebook())
}

/// One page with its heading, or the text of the treaty.
fn part(place: &Place<'_>, opened: &Opened, part: Part) -> Markup {
    opened.part(place.seat, place.words().lang, part, || {
        let debrief = &opened.debrief;
        let Part::Page(page) = part else {
            let deal = debrief.report.deal.as_ref();
            return deal.map_or_else(Markup::default, |deal| ending::text(place, deal));
        };
        let (case, talk) = place.pair.table.scored();
        let given = Given { place, opened, debrief, case: &case, talk: &talk };
        let inner = match page {
            Page::Verdict => verdict(&given),
            Page::Frontier => frontier(&given),
            Page::Insight => insight(&given),
            Page::Principles => principles(&given),
            Page::Lenses => lenses(&given),
            Page::Years => years(&given),
            Page::Questions => questions(&given),
            Page::Notebook => notebook(&given),
        };
        // Its place among all, not among those that are open: it keeps its number when others open.
        let number = 1 + pages_of(opened).take_while(|it| *it != page).count();
        html! {
            section.card #(format!("page-{}", page.number())) {
                h2 { (number) ". " (place.get(page.key())) }
                (inner)
            }
        }
    })
}

/// Draws every page of a seat before it is asked for. Nothing in them belongs to one device.
pub fn draw(words: Words, class: &Class, no: usize, seat: Seat, opened: &Opened) {
    let Some(pair) = class.pairs.get(no) else { return };
    let desk = Desk::bare(words, class, 0);
    let place = Place { desk: &desk, pair, seat, view: pair.table.view(seat) };
    for it in Page::ALL.map(Part::Page).into_iter().chain([Part::Treaty]) {
        part(&place, opened, it);
    }
}

fn verdict(given: &Given<'_>) -> Markup {
    let place = given.place;
    let words = place.words();
    let report = &given.debrief.report;
    let m = &report.measures;
    let letter = m.grade.letter().to_lowercase();
    html! {
        p.grade { (place.get(&format!("grade-{letter}"))) }
        p { (place.get(&format!("grade-{letter}-says"))) }
        @for seat in Seat::ALL {
            @let at = seat.index();
            @let line = words.phrase(&given.facts().side(seat), place.shared());
            p { (country(seat, place.name(seat))) ": " (line) }
            (bar(&line, 100.0 * m.utility[at], Some(100.0 * given.case.fraction(given.case.batna[at])), colour(seat)))
        }
        p.note { (place.get("verdict-no-ranking")) }
        h3 { (place.get("verdict-left")) }
        @let left = given.facts().left_on_the_table();
        p { (words.phrase(&left.says, place.shared())) }
        @if !left.package.is_empty() {
            ul { @for article in &left.package { li { (words.phrase(article, place.shared())) } } }
        }
        @if given.debrief.first_deal.is_some() { p.note { (place.get("verdict-better-taken")) } }
        h3 { (place.get("cli-checks")) }
        @match m.checks {
            None => p { (place.get("evidence-no-deal")) },
            Some(checks) => {
                @for (at, holds) in checks.iter().enumerate() {
                    details {
                        summary {
                            span.good[*holds].bad[!*holds] { (if *holds { "\u{2713} " } else { "\u{2716} " }) }
                            (place.get(&format!("check-{}", at + 1)))
                            " (" (place.get(if *holds { "cli-holds" } else { "cli-fails" })) ")"
                        }
                        @for line in given.facts().check(at + 1) { p { (words.phrase(&line, place.shared())) } }
                    }
                }
                p.note { (place.get("verdict-all-must-hold")) }
            },
        }
    }
}

fn frontier(given: &Given<'_>) -> Markup {
    let place = given.place;
    let words = place.words();
    html! {
        (charts::frontier(place, given.case, given.debrief))
        h3 { (place.get("frontier-dance")) }
        p.note { (place.get("frontier-dance-note")) }
        ol.dance {
            @for step in &given.debrief.dance {
                @let [first, second] = step.utilities.map(|points| words.num(100.0 * given.case.fraction(points), 0));
                @let label = match (step.step, step.kind) {
                    (_, OfferKind::Exploratory) => place.get("frontier-explored"),
                    (_, OfferKind::Text) => place.get("frontier-text"),
                    (Some(kind), _) => place.get(&format!("dance-{}", kind.name())),
                    (None, _) => place.get("frontier-first"),
                };
                li {
                    @if let Some(seat) = step.by { (country(seat, place.name(seat))) " " }
                    (first) " / " (second) " " span.note { (label) }
                    @if place.lent(step.by, step.no) { " " span.note { "(" (place.get("class-by-stand-in")) ")" } }
                }
            }
        }
    }
}

fn insight(given: &Given<'_>) -> Markup {
    let place = given.place;
    let words = place.words();
    html! {
        p { (place.get("insight-note")) }
        @for seat in Seat::ALL {
            @let insight = &given.debrief.insight[seat];
            @let truth = &given.case.scenario.briefs[seat.other()].weights;
            h3 { (words.with("insight-of", &[("country", place.name(seat)), ("other", place.name(seat.other()))])) }
            @for (key, guess) in [("insight-before", &insight.before), ("insight-after", &insight.after)] {
                @match guess {
                    Some((_, accuracy)) => p { (words.with(key, &[("accuracy", &words.percent(*accuracy))])) },
                    None => p.note { (place.get(&format!("{key}-none"))) },
                }
            }
            @let guess = insight.after.as_ref().or(insight.before.as_ref()).map(|(guess, _)| guess);
            @let most = f64::from(truth.iter().max().copied().unwrap_or(1).max(1));
            @for issue in given.case.scenario.briefs[seat.other()].priorities() {
                @let shown = match guess {
                    Some(guess) => words.with("insight-points",
                        &[("truth", &truth[issue].to_string()), ("guess", &guess[issue].to_string())]),
                    None => words.with("insight-truth", &[("truth", &truth[issue].to_string())]),
                };
                div.row { span { (place.text(&place.shared().issues[issue].title)) } span { (shown) } }
                (bar(&shown, 100.0 * f64::from(truth[issue]) / most,
                    guess.map(|guess| 100.0 * f64::from(guess[issue]) / most), colour(seat.other())))
            }
        }
    }
}

fn principles(given: &Given<'_>) -> Markup {
    let place = given.place;
    html! {
        @for (family, numbers) in given.facts().families() {
            h3 { (place.get(family)) }
            @for number in numbers { (principle(given, number)) }
        }
    }
}

fn principle(given: &Given<'_>, number: usize) -> Markup {
    let (place, words) = (given.place, given.place.words());
    html! {
            @let value = given.debrief.report.measures.principles[number - 1];
            @let name = place.get(&format!("principle-{number}"));
            @let shown = value.map_or_else(|| place.get("cli-not-scored"), |value| words.num(value, 1));
            div.row { strong { (name) } strong { (shown) } }
            @if let Some(value) = value { (bar(&format!("{name}: {shown}"), value, Some(60.0), "plain")) }
            details {
                summary { (place.get("principles-why")) }
                p.note { (place.get(&format!("formula-{number}"))) }
                @for line in given.facts().principle(number) { p { (words.phrase(&line, place.shared())) } }
            }
    }
}

fn lenses(given: &Given<'_>) -> Markup {
    let place = given.place;
    let words = place.words();
    let lenses = &given.debrief.report.lenses;
    let says = given.facts().lenses();
    let shown = &given.case.scenario.teacher.scoring.lenses;
    html! {
        p { (place.get("lenses-note")) }
        @for lens in LensName::ALL.into_iter().filter(|lens| shown.contains(lens)) {
            @let key = lens.name().to_lowercase();
            @let (values, line) = match lens {
                LensName::Dependency => (vec![lenses.dependency], &says[0]),
                LensName::Liberal => (vec![lenses.liberal], &says[1]),
                LensName::Realism => (lenses.realism.to_vec(), &says[2]),
                LensName::Justice => (vec![lenses.justice], &says[3]),
                LensName::Sustainability => (vec![lenses.sustainability], &says[4]),
            };
            h3 { (place.get(&format!("lens-{key}"))) }
            p.note { (place.get(&format!("lens-{key}-idea"))) }
            @for value in values {
                div.row { span {} strong { (words.num(value, 1)) } }
                (bar(&words.num(value, 1), value, None, "plain"))
            }
            p { (words.phrase(line, place.shared())) }
        }
        p { (place.get("lenses-question")) }
    }
}

fn years(given: &Given<'_>) -> Markup {
    let place = given.place;
    let words = place.words();
    let (Some(outlook), Some(story)) = (&given.debrief.outlook, &given.debrief.story) else {
        return html! { p { (place.get("years-none")) } };
    };
    html! {
        p.note { (place.get("years-limits")) }
        @for year in &story.years {
            details {
                summary {
                    (words.with("years-year", &[("year", &year.year.to_string())]))
                    @if !year.shocks.is_empty() { " \u{26a1}" }
                    @if year.ended { " \u{2716}" }
                }
                @if !year.shocks.is_empty() {
                    @let list: Vec<String> = year.shocks.iter().map(|shock| place.get(&format!("shock-{}", shock.name()))).collect();
                    p { (words.with("years-shocks", &[("shocks", &list.join(", "))])) }
                }
                @for seat in Seat::ALL { p { (words.phrase(&reason(year, seat), place.shared())) } }
                @if year.adapted { p { (place.get("years-adapted")) } }
                @if year.ended { p.bad { (place.get("years-ended")) } }
            }
        }
        h3 { (words.with("years-worlds", &[("worlds", &outlook.worlds.to_string())])) }
        div.row { span { (place.get("years-survival")) } strong { (words.percent(outlook.survival)) } }
        div.row { span { (place.get("years-compliance")) } strong { (words.percent(outlook.compliance)) } }
        div.row { span { (place.get("years-delivered")) } strong { (words.percent(outlook.delivered)) } }
        p { strong { (place.get(if outlook.still_beneficial() { "years-still-yes" } else { "years-still-no" })) } }
    }
}

fn questions(given: &Given<'_>) -> Markup {
    let place = given.place;
    html! {
        ol { @for question in &given.case.scenario.teacher.questions { li.serif { (place.text(question)) } } }
        p.note { (place.get("debrief-no-cure")) }
    }
}
