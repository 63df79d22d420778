//! Drawings as SVG in the page, with their content in words for who does not see them.

use super::Place;
use super::parts::{colour, sign_at};
use crate::rules::OfferKind;
use crate::scenario::{Points, Seat};
use crate::scoring::{Case, Frontier};
use crate::view::Debrief;
use maud::{Markup, html};

/// What the offers of both sides were worth to this seat alone, in the order in which they came.
pub fn history(place: &Place<'_>) -> Markup {
    let view = &place.view;
    let formal: Vec<_> = view.offers.iter().filter(|offer| offer.kind == OfferKind::Formal).collect();
    if formal.is_empty() {
        return html! { p.note { (place.get("class-no-offers")) } };
    }
    let step = 280.0 / (formal.len().max(2) - 1) as f64;
    let y = |points: Points| 108.0 - points as f64 / 100.0;
    let spots: Vec<(Seat, f64, f64, i64, bool)> = formal
        .iter()
        .enumerate()
        .filter_map(|(at, offer)| {
            let worth = view.utility(&offer.deal);
            Some((offer.by?, 34.0 + step * at as f64, y(worth), worth / 100, place.lent(offer.by, offer.no)))
        })
        .collect();
    let told: Vec<String> =
        spots.iter().map(|(seat, _, _, worth, _)| format!("{} {worth}", place.name(*seat))).collect();
    let line = |seat: Seat| -> String {
        let own: Vec<String> =
            spots.iter().filter(|it| it.0 == seat).map(|(_, x, y, _, _)| format!("{x:.1},{y:.1}")).collect();
        own.join(" ")
    };
    let batna = y(view.batna);
    html! {
        svg.chart viewBox="0 0 320 122" role="img"
            aria-label=(format!("{}: {}", place.get("class-history"), told.join(", "))) {
            @for mark in [0, 50, 100] {
                line.grid x1="28" x2="318" y1=(108 - mark) y2=(108 - mark) {}
                text x="24" y=(113 - mark) text-anchor="end" { (mark) }
            }
            line.batna x1="28" x2="318" y1=(batna) y2=(batna) {}
            text x="32" y=(batna - 3.0) { "BATNA" }
            @for seat in Seat::ALL {
                polyline.line.(colour(seat)) points=(line(seat)) {}
            }
            @for (seat, x, y, worth, lent) in &spots { (spot(*seat, [*x, *y], 3.5, &worth.to_string(), *lent)) }
        }
        p.note { (place.get("class-history-says")) }
    }
}

/// A country's sign at a place, hollow if a counterpart kept the chair then.
fn spot(seat: Seat, place: [f64; 2], size: f64, title: &str, lent: bool) -> Markup {
    sign_at(seat, place, size, if lent { "hollow" } else { "" }, title)
}

/// The frontier with the dance of offers: both utilities.
pub fn frontier(place: &Place<'_>, case: &Case<'_>, debrief: &Debrief) -> Markup {
    let at = |point: [Points; 2]| {
        let [x, y] = point.map(|points| 100.0 * case.fraction(points));
        (30.0 + 2.7 * x, 290.0 - 2.7 * y)
    };
    let line = |frontier: &Frontier| -> String {
        let points = frontier.points.iter().map(|point| at(*point));
        points.map(|(x, y)| format!("{x:.1},{y:.1}")).collect::<Vec<_>>().join(" ")
    };
    let references = &debrief.report.references;
    let (batna_x, batna_y) = at(case.batna);
    let deal = debrief.report.deal.as_ref().map(|deal| at(case.utilities(deal)));
    let axis = |seat: Seat| place.words().with("frontier-axis", &[("country", place.name(seat))]);
    html! {
        svg.chart.square viewBox="0 0 312 334" role="img" aria-label=(place.get("frontier-title")) {
            @for mark in [0, 25, 50, 75, 100] {
                @let (x, y) = (30.0 + 2.7 * f64::from(mark), 290.0 - 2.7 * f64::from(mark));
                line.grid x1="30" x2="300" y1=(y) y2=(y) {}
                line.grid y1="20" y2="290" x1=(x) x2=(x) {}
                text x="27" y=(y + 5.0) text-anchor="end" { (mark) }
                text x=(x.min(296.0)) y="305" text-anchor="middle" { (mark) }
            }
            polyline.line.all points=(line(&Frontier::open(case))) {}
            polyline.line.free points=(line(&references.frontier)) {}
            line.batna x1=(batna_x) x2=(batna_x) y1="20" y2="290" {}
            line.batna x1="30" x2="300" y1=(batna_y) y2=(batna_y) {}
            @for step in &debrief.dance {
                @let (x, y) = at(step.utilities);
                @match step.by {
                    Some(seat) => (spot(seat, [x, y], 4.5, &step.no.to_string(), place.lent(step.by, step.no))),
                    None => rect.text x=(x - 4.0) y=(y - 4.0) width="8" height="8" {},
                }
                text x=(x + 5.0) y=(y - 4.0) { (step.no) }
            }
            @if let Some((x, y)) = deal { circle.deal cx=(x) cy=(y) r="9" { title { (place.get("frontier-deal")) } } }
            text x="165" y="326" text-anchor="middle" { (axis(Seat::First)) }
            text x="4" y="13" { (axis(Seat::Second)) }
        }
        p.note { (place.get("class-frontier-says")) }
    }
}
