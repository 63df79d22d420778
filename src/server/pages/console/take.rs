//! What comes in from outside, and what the teacher takes along.

use super::Desk;
use super::pairs::who;
use crate::scenario::Seat;
use crate::server::class::{LONGEST_GUEST, Phase};
use crate::server::pages::parts::country;
use crate::server::take::Sheets;
use maud::{Markup, html};

/// Results of other rooms: agreement forms on paper, and saved games.
pub(super) fn bring(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let shared = &class.scenario.shared;
    html! {
        h3 { (desk.get("lesson-paper")) }
        (desk.form("paper", &html! {
            label { (desk.get("lesson-guest-name")) input name="name" maxlength=(LONGEST_GUEST) placeholder=(class.guests.len() + 1); }
            @for (no, issue) in shared.issues.iter().enumerate() {
                label.article { (issue.title.get(desk.words.lang))
                    select name=(format!("o{no}")) {
                        @for (option, choice) in issue.options.iter().enumerate() {
                            option value=(option) selected[option == issue.status_quo] { (choice.label.get(desk.words.lang)) }
                        }
                    } }
            }
            div.buttons {
                button.primary type="submit" name="result" value="deal" { (desk.get("lesson-paper-deal")) }
                button type="submit" name="result" value="none" { (desk.get("lesson-paper-none")) }
            }
        }))
        h3 { (desk.get("lesson-record")) }
        p.note { (desk.get("lesson-record-says")) }
        form method="post" action="/console/bring" {
            (crate::server::pages::parts::hidden(desk.csrf, "record"))
            input type="file" accept=".mufakat,.ron" data-into="record" aria-label=(desk.get("lesson-record"));
            textarea #record name="record" rows="2" required aria-label=(desk.get("lesson-record-text")) placeholder=(desk.get("lesson-record-text")) {}
            label { (desk.get("lesson-guest-name")) input name="name" maxlength=(LONGEST_GUEST); }
            button type="submit" { (desk.get("lesson-record-bring")) }
        }
        ul.plain {
            @for (no, guest) in class.guests.iter().enumerate() {
                @if let Some(guest) = guest {
                    li.row { span { (guest.name) " " span.note { (desk.get(&format!("lesson-source-{}", guest.source.name()))) } }
                        (desk.form("take-out", &html! { input type="hidden" name="guest" value=(no);
                            button type="submit" { (desk.get("lesson-take-out")) } })) }
                }
            }
        }
    }
}

/// Tables of the class, and a report for each seat once the debrief is open.
pub(super) fn take(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let link =
        |to: &str, words: &str| html! { a.button href=(format!("/console/take/{to}")) download { (words) } };
    html! {
        div.buttons {
            (link("class.xlsx", "XLSX"))
            (link("class.csv?sep=semicolon&decimal=comma", "CSV ;  0,5"))
            (link("class.csv?sep=comma", "CSV ,  0.5"))
            (link("class.csv?sep=semicolon", "CSV ;  0.5"))
            (link("class.json", "JSON"))
            (link("moodle.csv", "Moodle"))
        }
        @if class.phase == Phase::Debrief {
            (reports(desk))
        }
    }
}

/// All reports at once, and each by itself: pairs first, then what was brought from outside.
fn reports(desk: &Desk<'_>) -> Markup {
    let class = desk.class;
    let over = class.pairs.iter().enumerate().filter(|(_, pair)| pair.table.is_closed());
    let files = |no: usize, sheets: Sheets| {
        html! {
            @for kind in ["pdf", "html"] {
                a href=(format!("/console/report/{no}/{}.{kind}", sheets.name())) download { (kind.to_uppercase()) } " "
            }
        }
    };
    let one = |no: usize, seat: Seat, who: &str| {
        html! { li { (no) " " (country(seat, "")) (who) " " (files(no, Sheets::Seat(seat))) } }
    };
    let other = |no: usize, what: &str, sheets: Sheets| {
        html! { li { (no) " " (what) " " (files(no, sheets)) } }
    };
    let watched = |at: usize| {
        let names: Vec<&str> = class.observers(at).map(|it| it.name.as_str()).collect();
        (!names.is_empty()).then(|| desk.words.with("take-observed", &[("names", &names.join(", "))]))
    };
    html! {
        h3 { (desk.get("lesson-reports")) }
        p.note { (desk.get("lesson-reports-says")) }
        @if !desk.rehearsal { div.buttons {
            a.button href="/console/take/reports.zip" download { (desk.get("lesson-reports-zip")) }
            a.button href="/console/take/reports.pdf" download { (desk.get("lesson-reports-pdf")) }
        } }
        ul.plain.reports {
            @for (no, pair) in over {
                @for seat in Seat::ALL { (one(no + 1, seat, &who(desk, pair, seat))) }
                @if let Some(names) = watched(no) { (other(no + 1, &names, Sheets::Observers)) }
                @if pair.table.signed().is_some() { (other(no + 1, &desk.get("print-treaty"), Sheets::Treaty)) }
            }
            @for (no, guest) in class.guests.iter().flatten().enumerate() {
                @for seat in Seat::ALL { (one(class.pairs.len() + no + 1, seat, &guest.name)) }
            }
        }
    }
}

/// Taking the data along, and deleting it.
pub(super) fn data(desk: &Desk<'_>) -> Markup {
    html! {
            p.note { (desk.get("class-data-says")) }
            p { a.button href="/console/log" download { (desk.get("class-export")) } }
            details.confirm {
                summary.button { (desk.get("class-delete")) }
                p.bad { (desk.get("class-delete-says")) }
                (desk.click("delete", "class-delete-sure", false))
            }
    }
}
