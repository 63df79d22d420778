//! The teacher's console behind its PIN.

use super::forms::Fields;
use super::student::{fields, nickname, tell};
use super::{CONSOLE, Site, apart, cookie, csrf, guard, html, projector, see, set_cookie};
use crate::counterpart::USUAL;
use crate::scenario::{Deal, Seat};
use crate::server::chance;
use crate::server::class::{
    Brought, Class, Game, LONGEST_GUEST, Odd, OpenPages, Order, Page, Phase, Teacher,
};
use crate::server::limits::{Try, Who};
use crate::server::pages::console::{Desk, console, login as login_page};
use crate::server::pages::join::message;
use crate::session::Rule;
use crate::table::Record;
use crate::words::Words;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;

/// How long the class goes on after its data are deleted, so that the page that says so arrives, and phones that
/// ask now and then hear it as well.
const FAREWELL: Duration = Duration::from_secs(4);
/// Minutes that one click adds.
const MORE: u64 = 5;

pub(super) fn is_known(site: &Site, headers: &HeaderMap) -> bool {
    cookie(headers, CONSOLE).is_some_and(|it| chance::same(&it, &site.host.console_token()))
}

/// The console, or the question for its PIN.
pub async fn page(
    State(site): State<Arc<Site>>,
    Query(query): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    if !is_known(&site, &headers) {
        return html(StatusCode::OK, login_page(site.words(&headers), None, "console"));
    }
    let pair = Fields(query).number("pair");
    show_pair(&site, &headers, None, pair)
}

pub(super) fn show(site: &Site, headers: &HeaderMap, alert: Option<String>) -> Response {
    show_pair(site, headers, alert, None)
}

fn show_pair(site: &Site, headers: &HeaderMap, alert: Option<String>, pair: Option<usize>) -> Response {
    // Before what it stands for: a page may be newer than its number, and is looked for again, but never older.
    let live = site.number();
    let (class, rehearsal) = site.shown();
    let status = if alert.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let words = site.words(headers);
    let desk = Desk {
        words,
        class: &class,
        code: &site.host.head.code,
        urls: &site.urls(),
        advice: &site.ground.as_ref().map_or_else(Vec::new, |ground| ground.advice(words)),
        sight: site.sight(),
        battery: site.low_battery(),
        csrf: &csrf(&site.host.console_token()),
        now: site.host.now(),
        seen: (0..class.people.len()).map(|person| site.host.last_seen(person)).collect(),
        alert,
        pair: pair.filter(|pair| *pair < class.pairs.len()),
        rehearsal,
        live,
    };
    html(status, console(&desk))
}

/// Asks for the PIN.
pub async fn login(State(site): State<Arc<Site>>, request: Request) -> Response {
    let words = site.words(request.headers());
    let (who, now) = (guard::peer(&request), site.host.now());
    // One who only guesses from one place, or from this computer, locks nobody else out.
    let allowed = site.limits.allows(Try::Pin, Who::Address(who), now)
        && (!site.reach.is_outside(who) || site.limits.allows(Try::Pins, Who::All, now));
    let given = fields(request).await;
    let right = given
        .as_ref()
        .and_then(|fields| fields.text("pin"))
        .is_some_and(|pin| chance::same(pin.trim(), &site.host.head.pin));
    let to = fields_to(given.as_ref());
    if allowed && right {
        return ([set_cookie(CONSOLE, &site.host.console_token())], see(&format!("/{to}"))).into_response();
    }
    let key = if allowed { "class-wrong-pin" } else { "class-refused-often" };
    html(StatusCode::UNPROCESSABLE_ENTITY, login_page(words, Some(&words.get(key)), to))
}

/// The page from which a form came: the projector, or else the console.
fn fields_to(fields: Option<&Fields>) -> &'static str {
    match fields.and_then(|fields| fields.text("from")) {
        Some("projector") => "projector",
        _ => "console",
    }
}

/// Whether a form stood on this console: the gate has looked at the cookie already.
pub(super) fn is_of_this_console(site: &Site, fields: &Fields) -> bool {
    let token = csrf(&site.host.console_token());
    fields.text("csrf").is_some_and(|it| chance::same(it, &token))
}

/// The fields of a form of this console, or the console with a word about the form.
async fn admitted(site: &Site, request: Request) -> Result<(HeaderMap, Fields), Response> {
    let headers = request.headers().clone();
    match fields(request).await.filter(|given| is_of_this_console(site, given)) {
        Some(fields) => Ok((headers, fields)),
        None => Err(show(site, &headers, Some(site.words(&headers).get("class-form-old")))),
    }
}

/// One click.
pub async fn act(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (headers, fields) = match admitted(&site, request).await {
        Ok(admitted) => admitted,
        Err(answer) => return answer,
    };
    let words = site.words(&headers);
    if fields.text("do") == Some("delete") {
        return match site.host.delete().await {
            Ok(()) => {
                site.bid_farewell();
                let site = Arc::clone(&site);
                tokio::spawn(async move {
                    // The last page still goes out.
                    tokio::time::sleep(FAREWELL).await;
                    site.over.send_replace(true);
                });
                html(
                    StatusCode::OK,
                    message(words, &words.get("class-deleted"), &words.get("class-deleted-says")),
                )
            }
            Err(error) => {
                show(&site, &headers, Some(words.with("class-store", &[("why", &error.told(words))])))
            }
        };
    }
    let shown = fields.number::<usize>("shown").map_or_else(String::new, |pair| format!("?pair={pair}"));
    let back = format!("/{}{shown}", fields_to(Some(&fields)));
    let (class, rehearsal) = site.shown();
    match fields.text("do") {
        Some("rehearse") if class.people.is_empty() && class.pairs.is_empty() => {
            site.rehearse().await;
            return see(&back);
        }
        Some("rehearse") => return show(&site, &headers, Some(words.get("lesson-rehearsal-late"))),
        Some("rehearse-end") => {
            site.show_rehearsal(None);
            return see(&back);
        }
        _ => {}
    }
    // A second click that was meant for the page before it enters no further phase.
    if fields.text("from-phase").is_some_and(|from| from != class.phase.name()) {
        return see(&back);
    }
    let Some(order) = order(words, &class, &fields) else {
        return show(&site, &headers, Some(words.get("class-form-broken")));
    };
    let Some(click) = site.click(&fields) else { return see(&back) };
    if rehearsal {
        return match order {
            Order::Teacher(teacher @ (Teacher::Project(..) | Teacher::Improving(_) | Teacher::Replay(_))) => {
                site.order_rehearsal(teacher);
                see(&back)
            }
            _ => show(&site, &headers, Some(words.get("lesson-rehearsal-first"))),
        };
    }
    if matches!(order, Order::Teacher(Teacher::Phase(Phase::Debrief, ..))) {
        site.prepare_all().await;
    }
    match site.carry_out(order, click).await {
        Ok(()) => see(&back),
        Err(no) => show(&site, &headers, Some(tell(words, &site.host.class(), &no))),
    }
}

/// What the teacher calls a result from outside, or its number.
fn guest_name(class: &Class, fields: &Fields) -> String {
    let typed = fields.text("name").map(str::trim).unwrap_or_default();
    let clean: String = typed.chars().filter(|c| !c.is_control()).take(LONGEST_GUEST).collect();
    if clean.is_empty() { (class.guests.len() + 1).to_string() } else { clean }
}

/// The agreement form: one option for each article.
fn paper_deal(class: &Class, fields: &Fields) -> Deal {
    let mut deal = class.scenario.shared.status_quo();
    for issue in 0..deal.0.len() {
        if let Some(option) = fields.number(&format!("o{issue}")) {
            deal.0[issue] = option;
        }
    }
    deal
}

/// A saved game from another computer.
pub async fn bring(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (headers, fields) = match admitted(&site, request).await {
        Ok(admitted) => admitted,
        Err(answer) => return answer,
    };
    let Some(click) = site.click(&fields) else { return see("/console") };
    let words = site.words(&headers);
    let class = site.host.class();
    let text = fields.text("record").unwrap_or_default().to_owned();
    let name = guest_name(&class, &fields);
    let scenario = Arc::clone(&class.scenario);
    // Some megabytes of text and a whole game: away from the threads that answer phones.
    let read = move || Record::from_text(&text).map(|record| Brought::of_record(&scenario, name, record));
    let brought = match apart(words, read).await {
        Err(failed) => return failed,
        Ok(Ok(Some(brought))) => brought,
        Ok(Ok(None)) => return show(&site, &headers, Some(words.get("lesson-record-other"))),
        Ok(Err(error)) => {
            let why = words.with("lesson-record-broken", &[("why", &words.plain(&error.told()))]);
            return show(&site, &headers, Some(why));
        }
    };
    match site.carry_out(Order::Teacher(Teacher::Bring(brought)), click).await {
        Ok(()) => see("/console"),
        Err(no) => show(&site, &headers, Some(tell(words, &class, &no))),
    }
}

/// What a click asks for.
fn order(words: Words, class: &Class, fields: &Fields) -> Option<Order> {
    let seat = || fields.text("seat").and_then(Seat::from_letter);
    let pair = || fields.number::<usize>("pair");
    let seed = chance::number();
    Some(Order::Teacher(match fields.text("do")? {
        "phase" => {
            let name = fields.text("phase")?;
            let phase = Phase::ALL.into_iter().find(|it| it.name() == name)?;
            Teacher::Phase(phase, fields.number("minutes"), seed)
        }
        "release" => Teacher::Release(fields.number("person")?, nickname(words)),
        "send-away" => Teacher::SendAway(fields.number("person")?),
        "name" => Teacher::Name(fields.number("person")?, fields.text("name")?.to_owned()),
        "give-back" => Teacher::GiveBack(fields.number("person")?),
        "pause" => Teacher::Pause,
        "resume" => Teacher::Resume,
        "extend" => Teacher::Extend(MORE),
        "pair-lot" => Teacher::Pair(Some(chance::number()), seed),
        "pair-order" => Teacher::Pair(None, seed),
        "place" if fields.text("seat") == Some("watch") => Teacher::Watch(fields.number("person")?, pair()?),
        "place" => Teacher::Place(fields.number("person")?, pair()?, seat()?, seed),
        "tell" => Teacher::Tell(pair(), fields.text("words")?.to_owned()),
        "stand-in" => return Some(Order::StandIn { pair: pair()?, seat: seat()?, name: USUAL.to_owned() }),
        "hand-back" => Teacher::HandBack(pair()?, seat()?),
        "pages" => {
            let open = fields.numbers("page").filter_map(|page| Page::from_number(page.into()));
            Teacher::Pages(open.collect())
        }
        "slide" => match fields.text("to")? {
            to @ ("next" | "previous") => projector::step(class, to),
            number => Teacher::Project(number.parse().ok()?, 0),
        },
        "replay" => Teacher::Replay(pair()),
        "improving" => Teacher::Improving(fields.text("open") == Some("yes")),
        "news" => Teacher::News(fields.number("news")?),
        "odd" => {
            let name = fields.text("odd")?;
            Teacher::Odd(Odd::ALL.into_iter().find(|it| it.name() == name)?)
        }
        "stand-in-after" => Teacher::StandInAfter(fields.number("minutes")),
        "quiz" => Teacher::Quiz(fields.text("yes") == Some("yes")),
        "rule" => {
            let name = fields.text("rule")?;
            Teacher::Rule(Rule::ALL.into_iter().find(|it| it.name() == name))
        }
        "unasked" => Teacher::Unasked(pair()?, fields.text("yes") == Some("yes")),
        "watch" => Teacher::Watch(fields.number("person")?, pair()?),
        "paper" => Teacher::Bring(Brought {
            name: guest_name(class, fields),
            game: Game::Paper((fields.text("result") != Some("none")).then(|| paper_deal(class, fields))),
        }),
        "take-out" => Teacher::TakeOut(fields.number("guest")?),
        "pages-all" => Teacher::Pages(OpenPages::all()),
        "pages-none" => Teacher::Pages(OpenPages::default()),
        _ => return None,
    }))
}

/// The log of the lesson as a file.
pub async fn export(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    match site.host.export().await {
        Ok(text) => {
            let name = format!("attachment; filename=\"mufakat-{}.jsonl\"", site.host.head.code);
            (
                [
                    (header::CONTENT_TYPE, "application/x-ndjson".to_owned()),
                    (header::CONTENT_DISPOSITION, name),
                ],
                text,
            )
                .into_response()
        }
        Err(error) => {
            let words = site.words(&headers);
            show(&site, &headers, Some(words.with("class-store", &[("why", &error.told(words))])))
        }
    }
}
