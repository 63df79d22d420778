//! The door and the seat.

use super::forms::Fields;
use super::{LANG, SEAT, Site, cookie, csrf, guard, html, see, set_cookie};
use crate::rules::{Command, OfferKind};
use crate::scenario::{Lang, PerSeat};
use crate::server::class::{Answers, Class, No, Occasion, Order, Phase, Word, is_name};
use crate::server::limits::{Try, Who};
use crate::server::pages::join::{self, Coming};
use crate::server::pages::{self, Desk, Place};
use crate::server::{chairs, chance};
use crate::words::Words;
use axum::Form;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

/// A form's fields, whatever they are.
type Filled = Form<Vec<(String, String)>>;

/// Who holds the device: token and person.
fn known(class: &Class, headers: &HeaderMap) -> Option<(String, usize)> {
    let token = cookie(headers, SEAT)?;
    let person = class.person_of(&chance::digest("seat", &token))?;
    Some((token, person))
}

/// The first page. It changes nothing.
pub async fn door(
    State(site): State<Arc<Site>>,
    Query(query): Query<Vec<(String, String)>>,
    request: Request,
) -> Response {
    let class = site.host.class();
    let query = Fields(query);
    // Who shares a phone, or came in anew by mistake, must find the door again.
    let shared = known(&class, request.headers()).is_some();
    if shared && query.text("door").is_none() {
        return see("/seat");
    }
    let code = query.text("k").unwrap_or_default();
    // Only where there is a list to show does a look at the door count as a try to guess the code.
    let admitted = !class.roster.is_empty()
        && !code.is_empty()
        && judge(&site, guard::peer(&request), code, Try::Look) == Code::Right;
    let headers = request.headers();
    let sent_away = || token_of(headers).is_some_and(|it| class.was_sent_away(&chance::digest("seat", &it)));
    let coming = if shared {
        Coming::Shared
    } else if sent_away() {
        Coming::SentAway
    } else {
        Coming::New
    };
    with_device(headers, open_door_for(&site, site.words(headers), code, admitted, None, coming, None))
}

/// A device gets its token before it takes a seat, so that a post whose answer was lost takes no second one.
fn with_device(headers: &HeaderMap, page: Response) -> Response {
    if token_of(headers).is_some() {
        return page;
    }
    ([set_cookie(SEAT, &chance::token())], page).into_response()
}

/// The token that a device brought, if this program can have made it.
fn token_of(headers: &HeaderMap) -> Option<String> {
    cookie(headers, SEAT).filter(|token| token.len() == 32 && token.bytes().all(|it| it.is_ascii_hexdigit()))
}

fn open_door(site: &Site, words: Words, code: &str, admitted: bool, alert: Option<String>) -> Response {
    open_door_for(site, words, code, admitted, alert, Coming::New, None)
}

fn open_door_for(
    site: &Site,
    words: Words,
    code: &str,
    admitted: bool,
    alert: Option<String>,
    coming: Coming,
    name: Option<&str>,
) -> Response {
    let class = site.host.class();
    // Who mistyped the code keeps the name that they chose.
    let typed = name.map(str::trim).filter(|name| is_name(name)).map(str::to_owned);
    let name = typed.unwrap_or_else(|| nickname(words));
    let status = if alert.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let code: String = code.chars().filter(char::is_ascii_alphabetic).take(4).collect();
    html(
        status,
        join::join(&join::Door { words, class: &class, code: &code, alert, name: &name, admitted, coming }),
    )
}

/// An animal and what it is like.
pub(super) fn nickname(words: Words) -> String {
    let pick = |key: &str| {
        let list = words.get(key);
        let all: Vec<&str> = list.split(',').map(str::trim).collect();
        all[(chance::number() % all.len().max(1) as u64) as usize].to_owned()
    };
    words.with("class-nickname", &[("animal", &pick("class-animals")), ("like", &pick("class-likes"))])
}

/// Takes a seat in the class.
pub async fn join(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (who, words, headers) =
        (guard::peer(&request), site.words(request.headers()), request.headers().clone());
    let Some(fields) = fields(request).await else { return see("/") };
    let code = fields.text("code").unwrap_or_default();
    match judge(&site, who, code, Try::Code) {
        Code::Right => {}
        no => return refused(no, "class-wrong-code", &site, words, &fields),
    }
    let class = site.host.class();
    let shared = fields.text("shared").is_some();
    if known(&class, &headers).is_some() && !shared {
        return see("/seat");
    }
    // Whoever shares a phone gets a token of its own.
    let brought = token_of(&headers).filter(|_| !shared);
    if brought.is_none() && !shared && fields.text("device").is_some() {
        // The page gave the device a token, and it was thrown away: with each try somebody else would come in.
        let alert = Some(words.get("class-no-cookies"));
        return with_device(&headers, open_door(&site, words, code, true, alert));
    }
    let name = fields.text("name").map(str::trim).filter(|name| is_name(name));
    let entry = fields.number::<usize>("entry");
    if !class.roster.is_empty() && name.is_none() && entry.is_none() {
        // The code alone opens the list; the list without a choice asks again.
        let alert = fields.text("entry").map(|_| words.get("roster-choose-one"));
        return open_door(&site, words, code, true, alert);
    }
    let name = name.map(str::to_owned);
    let token = brought.unwrap_or_else(chance::token);
    let digits = (0..200)
        .map(|_| chance::digits(4))
        .find(|digits| class.person_with(digits).is_none())
        .unwrap_or_else(|| chance::digits(6));
    let (device, seed) = (chance::digest("seat", &token), chance::number());
    let order = match (name, entry) {
        // What was typed is meant: the list begins with no choice.
        (None, Some(entry)) => Order::Pick { entry, device, digits, seed },
        (name, _) => Order::Join { name: name.unwrap_or_else(|| nickname(words)), device, digits, seed },
    };
    match site.host.order(order).await {
        Ok(()) => ([set_cookie(SEAT, &token)], see("/seat")).into_response(),
        Err(no) => status_of(&no, open_door(&site, words, code, true, Some(tell(words, &class, &no)))),
    }
}

/// Another phone for the same person.
pub async fn rejoin(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (who, words, headers) =
        (guard::peer(&request), site.words(request.headers()), request.headers().clone());
    let Some(fields) = fields(request).await else { return see("/") };
    let code = fields.text("code").unwrap_or_default();
    match judge(&site, who, code, Try::Digits) {
        Code::Right => {}
        no => return refused(no, "class-wrong-digits", &site, words, &fields),
    }
    let (class, now) = (site.host.class(), site.host.now());
    // Digits alone would fit somebody of a whole class forty times as often as one of them.
    let digits = fields.text("digits").unwrap_or_default().trim();
    let fits = |no: &usize| class.people.get(*no).is_some_and(|it| chance::same(digits, &it.digits));
    let called = class.people_called(fields.text("name").unwrap_or_default());
    // Two whose names differ by a space are both meant.
    let Some(person) = called.iter().copied().find(fits).or(called.first().copied()) else {
        return refused(Code::Wrong, "class-wrong-digits", &site, words, &fields);
    };
    let doors = [(Try::Wrong, Who::Person(person)), (Try::Wrongs, Who::All)];
    if !doors.into_iter().all(|(what, who)| site.limits.is_open(what, who, now)) {
        return refused(Code::TooOften, "class-digits-closed", &site, words, &fields);
    }
    if !fits(&person) {
        for (what, who) in doors {
            site.limits.allows(what, who, now);
        }
        return refused(Code::Wrong, "class-wrong-digits", &site, words, &fields);
    }
    let held = known(&class, &headers).map(|(_, person)| person);
    if held == Some(person) {
        return see("/seat");
    }
    // A device that spoke for somebody else gets a token of its own for this person.
    let token = token_of(&headers).filter(|_| held.is_none()).unwrap_or_else(chance::token);
    let order = Order::Attach { person, device: chance::digest("seat", &token) };
    match site.host.order(order).await {
        Ok(()) => ([set_cookie(SEAT, &token)], see("/seat")).into_response(),
        Err(no) => status_of(&no, open_door(&site, words, code, false, Some(tell(words, &class, &no)))),
    }
}

/// What is to be said of a code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    Right,
    Wrong,
    TooOften,
}

fn judge(site: &Site, who: IpAddr, code: &str, what: Try) -> Code {
    if !site.limits.allows(what, Who::Address(who), site.host.now()) {
        return Code::TooOften;
    }
    let right = chance::same(&code.trim().to_ascii_uppercase(), &site.host.head.code);
    if right { Code::Right } else { Code::Wrong }
}

/// The door again, with what was wrong; who tried too often hears that, and not that it was wrong.
fn refused(code: Code, key: &str, site: &Site, words: Words, fields: &Fields) -> Response {
    let (typed, name) = (fields.text("code").unwrap_or_default(), fields.text("name"));
    let back = matches!(key, "class-wrong-digits" | "class-digits-closed");
    let coming = if back { Coming::Back } else { Coming::New };
    if code != Code::TooOften {
        return open_door_for(site, words, typed, false, Some(words.get(key)), coming, name);
    }
    let key = if key == "class-digits-closed" { key } else { "class-refused-often" };
    let mut page = open_door_for(site, words, typed, false, Some(words.get(key)), coming, name);
    *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    page
}

/// The page of a seat.
pub async fn seat(
    State(site): State<Arc<Site>>,
    Query(query): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    show(&site, &headers, &Fields(query), false, None)
}

/// The sheet of a seat.
pub async fn sheet(
    State(site): State<Arc<Site>>,
    Query(query): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    show(&site, &headers, &Fields(query), true, None)
}

fn show(site: &Site, headers: &HeaderMap, query: &Fields, sheet: bool, alert: Option<String>) -> Response {
    let class = site.host.class();
    let Some((token, person)) = known(&class, headers) else { return see("/") };
    // A page that looks again by itself is no sign of life.
    if !headers.contains_key("x-fetch") {
        site.host.touch(person);
    }
    let debrief = class
        .place(person)
        .filter(|_| class.phase == Phase::Debrief && (!class.pages.is_empty() || class.improving))
        .and_then(|(pair, _)| site.opened(pair));
    let status = if alert.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let desk = Desk {
        words: site.words(headers),
        class: &class,
        person,
        csrf: &csrf(&token),
        now: site.host.now(),
        alert,
        long: query.text("long").is_some(),
        copy: query.text("copy").map(|what| match what {
            "text" => OfferKind::Text,
            "explored" => OfferKind::Exploratory,
            _ => OfferKind::Formal,
        }),
        debrief,
        silent: class
            .place(person)
            .map_or_else(PerSeat::default, |(no, _)| chairs::silent(&site.host, &class, no)),
        live: site.number_for(&class, person),
    };
    html(status, pages::seat::seat(&desk, sheet))
}

/// Something that the person does.
pub async fn act(State(site): State<Arc<Site>>, request: Request) -> Response {
    let headers = request.headers().clone();
    let words = site.words(&headers);
    let class = site.host.class();
    let Some((token, person)) = known(&class, &headers) else { return see("/") };
    let none = Fields(Vec::new());
    let Some(fields) = fields(request).await else {
        return show(&site, &headers, &none, false, Some(words.get("class-form-broken")));
    };
    if !fields.text("csrf").is_some_and(|it| chance::same(it, &csrf(&token))) {
        return show(&site, &headers, &none, false, Some(words.get("class-form-old")));
    }
    site.host.touch(person);
    let order = match order(&class, words, person, &fields) {
        Ok(order) => order,
        Err(alert) => return show(&site, &headers, &none, false, Some(alert)),
    };
    let speaks = matches!(&order, Order::Act { act, .. } if act.command == Command::Speak);
    if speaks && !site.limits.allows(Try::Speak, Who::Person(person), site.host.now()) {
        let mut page = show(&site, &headers, &none, false, Some(words.get("class-speak-often")));
        *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        return page;
    }
    match site.host.order(order).await {
        Ok(()) => see("/seat"),
        Err(no) => status_of(&no, show(&site, &headers, &none, false, Some(tell(words, &class, &no)))),
    }
}

/// A disk that refuses is nobody's mistake at a phone.
fn status_of(no: &No, mut answer: Response) -> Response {
    if *no == No::NotSaved {
        *answer.status_mut() = StatusCode::INSUFFICIENT_STORAGE;
    }
    answer
}

/// What a form asks for, or what is wrong with it.
fn order(class: &Class, words: Words, person: usize, fields: &Fields) -> Result<Order, String> {
    let key = fields.number::<u64>("key").unwrap_or(0);
    let what = fields.text("do").unwrap_or_default();
    match what {
        "take-back" => return Ok(Order::TakeBack(person)),
        "release" => return Ok(Order::Release { person, name: nickname(words) }),
        "ask-name" => return Ok(Order::AskName(person)),
        "name" => {
            let name = fields.text("name").map(str::trim).unwrap_or_default().to_owned();
            // What was typed is meant: the list begins with no choice.
            let entry = fields.number("entry").filter(|_| name.is_empty());
            if name.is_empty() && entry.is_none() {
                return Err(words.get("name-choose-one"));
            }
            return Ok(Order::Name { person, entry, name });
        }
        "consent" | "withhold" => return Ok(Order::Consent { person, yes: what == "consent" }),
        "agree" | "disagree" | "send-anyway" | "withdraw" => {
            let word = match what {
                "agree" => Word::Yes,
                "disagree" => Word::No,
                "send-anyway" => Word::Send,
                _ => Word::Withdraw,
            };
            return Ok(Order::Word { person, no: fields.number("no").unwrap_or(0), key, word });
        }
        "improve-take" | "improve-keep" => return Ok(Order::Improve { person, yes: what == "improve-take" }),
        "note" => {
            let ticks =
                fields.numbers("tick").filter(|tick| *tick < 16).fold(0, |all, tick| all | (1 << tick));
            let words = fields.text("words").unwrap_or_default().to_owned();
            return Ok(Order::Note { person, ticks, words });
        }
        "quiz" | "quiz-skip" => {
            let occasion = fields.text("occasion").and_then(Occasion::from_name);
            let occasion = occasion.ok_or_else(|| words.get("class-form-broken"))?;
            let answers = (0..class.items().len()).map(|no| fields.number(&format!("q{no}")));
            let answers: Answers = if what == "quiz" { answers.collect() } else { Vec::new() };
            if what == "quiz" && answers.iter().all(Option::is_none) {
                return Err(words.get("lesson-quiz-none"));
            }
            return Ok(Order::Answer { person, key, occasion, answers });
        }
        _ => {}
    }
    let Some((no, seat)) = class.place(person) else { return Err(tell(words, class, &No::NoSeat)) };
    let pair = &class.pairs[no];
    let view = pair.table.view(seat);
    if what == "understand" {
        let desk = Desk::bare(words, class, person);
        let place = Place { desk: &desk, pair, seat, view };
        let items = pages::items(&place);
        let right = items
            .iter()
            .enumerate()
            .filter(|(no, item)| fields.number(&format!("q{no}")) == Some(item.right))
            .count();
        if right < items.len() {
            let numbers = [("right", right.to_string()), ("all", items.len().to_string())];
            return Err(
                words.with("class-gate-again", &numbers.each_ref().map(|(key, it)| (*key, it.as_str())))
            );
        }
        return Ok(Order::Understand { person, key });
    }
    let act = fields.act(&view).ok_or_else(|| words.get("class-form-broken"))?;
    // A page from before must not grant what it never showed, nor end a turn that began since.
    let now = match act.command {
        Command::Answer(_) => view.requests.len(),
        Command::EndTurn => view.turn_no as usize,
        _ => return Ok(Order::Act { person, key, act }),
    };
    // What was carried out already, and only its answer got lost, is said again and counts once.
    let late = fields.number::<usize>("of").is_some_and(|of| of != now);
    if late && !class.has_counted(person, key) {
        return Err(words.get("class-form-old"));
    }
    Ok(Order::Act { person, key, act })
}

/// Why not, in words.
pub fn tell(words: Words, class: &Class, no: &No) -> String {
    match no {
        No::Unknown => words.get("class-form-broken"),
        No::Full => words.get("class-full"),
        No::Taken => words.get("roster-taken"),
        No::NoSeat => words.get("class-no-seat"),
        No::Paused => words.get("class-paused-says"),
        No::NotNow(phase) => words.with("class-not-now", &[("phase", &pages::phase(words, *phase))]),
        No::Waits => words.get("class-assent-waits"),
        No::Over => words.get("class-assent-over"),
        No::Consent => words.get("lesson-replay-withheld"),
        No::StandIn => words.get("class-stand-in-holds"),
        No::Rules(refusal) => words.phrase(&refusal.phrase(), &class.scenario.shared),
        No::NotSaved => words.get("class-not-saved"),
    }
}

/// How long a form may take to arrive.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// The fields of a post; `None` if it is no form, too long, or too slow.
pub async fn fields(request: Request) -> Option<Fields> {
    use axum::extract::FromRequest;
    let form = tokio::time::timeout(PATIENCE, Filled::from_request(request, &())).await.ok()?;
    let Form(fields) = form.ok()?;
    Some(Fields(fields))
}

/// Another language for this device.
pub async fn lang(State(site): State<Arc<Site>>, request: Request) -> Response {
    let back = request
        .headers()
        .get(axum::http::header::REFERER)
        .and_then(|it| it.to_str().ok())
        .and_then(|it| it.splitn(4, '/').nth(3).map(|path| format!("/{path}")))
        .filter(|path| {
            ["/seat", "/sheet", "/console", "/projector", "/?"].iter().any(|known| path.starts_with(known))
        })
        .unwrap_or_else(|| "/".to_owned());
    let chosen = fields(request).await.and_then(|fields| fields.text("lang").and_then(Lang::from_code));
    let code = chosen.unwrap_or(site.lang).code();
    ([set_cookie(LANG, code)], see(&back)).into_response()
}

/// Tells a phone that it got through, and the console that it did.
pub async fn test(State(site): State<Arc<Site>>, request: Request) -> Response {
    let words = site.words(request.headers());
    let from = guard::peer(&request);
    if !site.reach.is_outside(from) {
        return html(
            StatusCode::OK,
            join::message(words, &words.get("reach-own"), &words.get("reach-own-says")),
        );
    }
    let number = site.reach.test(from).to_string();
    site.host.nudge();
    let says = words.with("reach-through-says", &[("number", &number), ("address", &from.to_string())]);
    html(StatusCode::OK, join::message(words, &words.get("reach-through"), &says))
}

/// An address that is none.
pub async fn nowhere(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let words = site.words(&headers);
    let page = join::message(words, &words.get("class-nowhere"), &words.get("class-nowhere-says"));
    html(StatusCode::NOT_FOUND, page)
}
