//! A scripted game, screen by screen: for pictures without a person, and for tests that every screen
//! can be drawn.

mod workshop;

use super::form::Section;
use super::setup::Kinds;
use super::shell::{Ceremony, Screen, Shell};
use super::talks::Desk;
use super::workshop::Tab;
use crate::counterpart;
use crate::disk::library::{Broken, LoadError};
use crate::rules::{Act, Command, Request, Style};
use crate::scenario::{PerSeat, Seat, Speech, builtin};
use crate::session::{Hosted, Kept, Session};
use crate::table::{Delegation, Player};
use crate::view::Moment;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// One screen of the script: its name, and how the panels get there from the one before.
pub struct Pose {
    /// The name of the picture.
    pub name: &'static str,
    /// Brings the panels there.
    pub set: fn(&mut Shell),
}

/// The scenario of the script.
const SCENARIO: &str = "kemitraan-ekonomi";
/// The seed of the script: the same pictures each time.
const SEED: u64 = 5;

/// Every screen, in the order of a game.
pub const ALL: &[Pose] = &[
    Pose { name: "01-title", set: |shell| shell.screen = Screen::Title },
    Pose { name: "01-settings", set: |shell| shell.screen = Screen::Settings },
    Pose { name: "02-gallery", set: |shell| shell.screen = Screen::Gallery },
    Pose { name: "02-gallery-broken", set: broken },
    Pose { name: "02-setup", set: setup },
    Pose { name: "02-setup-character", set: characters },
    Pose { name: "02-setup-delegations", set: delegations },
    Pose { name: "02-setup-watch", set: |shell| shell.setup.kinds = Kinds::Watch },
    Pose { name: "03-briefing", set: |shell| begin(shell, solo()) },
    Pose { name: "04-preparation", set: |shell| shell.read = PerSeat::both(true) },
    Pose { name: "05-talks-begin", set: act },
    Pose { name: "06-talks-action", set: |shell| shell.desks.first = Desk::with_action() },
    Pose { name: "07-talks-middle", set: |shell| play_until(shell, |session| session.view().round >= 4) },
    Pose { name: "07-talks-coach", set: |shell| shell.desks.first.coach.on = true },
    Pose { name: "07-talks-wish", set: wish },
    Pose { name: "07-talks-wish-none", set: wish_for_everything },
    Pose { name: "08-talks-options", set: |shell| shell.desks.first = Desk::with_article(0) },
    Pose { name: "09-talks-log", set: |shell| shell.desks.first = Desk::with_log() },
    Pose { name: "09-talks-history", set: |shell| shell.desks.first = Desk::with_history() },
    Pose { name: "10-talks-brief", set: |shell| shell.desks.first = Desk::with_brief() },
    Pose { name: "10-talks-mediator", set: mediator },
    Pose { name: "11-talks-slow-down", set: slow_down },
    Pose { name: "12-signature", set: sign },
    Pose { name: "13-better", set: better },
    Pose { name: "14-reflection", set: reflect },
    Pose { name: "15-debrief-verdict", set: |shell| page(shell, 0) },
    Pose { name: "16-debrief-principles", set: |shell| page(shell, 1) },
    Pose { name: "17-debrief-frontier", set: |shell| page(shell, 2) },
    Pose { name: "18-debrief-what-if", set: what_if },
    Pose { name: "18-debrief-insight", set: |shell| page(shell, 4) },
    Pose { name: "19-debrief-lenses", set: |shell| page(shell, 5) },
    Pose { name: "20-debrief-years", set: |shell| page(shell, 6) },
    Pose { name: "21-debrief-notebook", set: notebook },
    Pose { name: "21-debrief-notebook-end", set: |shell| shell.pages.leaf.at = usize::MAX },
    Pose { name: "22-debrief-questions", set: |shell| page(shell, 8) },
    Pose { name: "22-debrief-summary", set: |shell| page(shell, 9) },
    Pose { name: "29-class", set: class },
    Pose { name: "29-class-nobody", set: class_alone },
    Pose { name: "29-class-deleted", set: class_deleted },
    Pose { name: "29-class-kept", set: class_kept },
    Pose { name: "23-curtain", set: |shell| begin(shell, PerSeat::both(Player::Person)) },
    Pose { name: "23-opening", set: opening },
    Pose { name: "23-delegation", set: delegation },
    Pose { name: "23-delegation-head", set: head_decides },
    Pose { name: "23-delegation-returned", set: |shell| hear(shell, 0, false) },
    Pose { name: "24-no-deal", set: no_deal },
    Pose { name: "25-no-deal-verdict", set: |shell| page(shell, 0) },
    Pose { name: "26-guide-points", set: guide_points },
    Pose { name: "26-guide-offer", set: guide_offer },
    Pose { name: "26-glossary", set: |shell| shell.glossary.show() },
    Pose { name: "26-watch", set: watch },
    Pose { name: "27-watch-end", set: watch_to_the_end },
    Pose { name: "28-watch-notebooks", set: watched_notebooks },
    Pose { name: "30-workshop", set: workshop::empty },
    Pose { name: "30-workshop-spreadsheet", set: workshop::spreadsheet },
    Pose { name: "31-workshop-shared", set: workshop::write },
    Pose { name: "31-workshop-sheet", set: |shell| workshop::tab(shell, Tab::First) },
    Pose { name: "31-workshop-talks", set: |shell| workshop::tab(shell, Tab::Talks) },
    Pose { name: "31-workshop-projector", set: |shell| workshop::tab(shell, Tab::Projector) },
    Pose { name: "31-workshop-debrief", set: |shell| workshop::tab(shell, Tab::Debrief) },
    Pose { name: "31-workshop-balance", set: |shell| workshop::tab(shell, Tab::Balance) },
    Pose { name: "31-workshop-class", set: workshop::simulate },
    Pose { name: "32-workshop-broken", set: workshop::mistakes },
    Pose { name: "32-workshop-all-mistakes", set: |shell| shell.bench.desk.unfolded = true },
    Pose { name: "32-workshop-mend", set: workshop::mend },
    Pose { name: "33-form-issue", set: |shell| workshop::form(shell, Section::Issue(0)) },
    Pose { name: "33-form-weights", set: |shell| workshop::form(shell, Section::Weights) },
    Pose { name: "33-form-country", set: |shell| workshop::form(shell, Section::Country(Seat::First)) },
    Pose { name: "33-form-groups", set: |shell| workshop::form(shell, Section::Groups(Seat::Second)) },
    Pose { name: "33-form-mistakes", set: workshop::form_with_mistakes },
    Pose { name: "33-form-review", set: workshop::form_review },
    Pose { name: "33-form-table", set: workshop::form_table },
    Pose { name: "33-form-scoring", set: workshop::form_scoring },
];

fn diplomat() -> Player {
    Player::Counterpart(counterpart::USUAL.to_owned())
}

fn solo() -> PerSeat<Player> {
    PerSeat { first: Player::Person, second: diplomat() }
}

/// The gallery with a file that has a mistake.
fn broken(shell: &mut Shell) {
    let path = std::path::PathBuf::from("scenarios/sungai-kita.ron");
    let source = "(\n  format: 1,\n  id: \"sungai-kita\",\n  titel: \"Sungai Kita\",\n)".to_owned();
    if let Err(problems) = crate::scenario::check::parse(&source) {
        let error = LoadError::Invalid { path: path.clone(), source, problems };
        shell.broken = vec![Broken { path, error }];
    }
}

fn setup(shell: &mut Shell) {
    shell.broken.clear();
    shell.setup.scenario = 1;
    shell.screen = Screen::Setup;
}

/// The setup with a character of some strength chosen.
fn characters(shell: &mut Shell) {
    shell.setup.counterparts.second = "patient-master".to_owned();
    shell.setup.strengths.second = counterpart::Strength::Master;
}

/// The setup with three people in one seat and two in the other.
fn delegations(shell: &mut Shell) {
    shell.setup.kinds = Kinds::HotSeat;
    shell.setup.delegations = PerSeat { first: three(), second: Delegation::default() };
    shell.setup.delegations.second.resize(2);
}

fn three() -> Delegation {
    Delegation { names: ["Ana", "Budi", ""].map(str::to_owned).to_vec(), head_signs: true }
}

/// The opening of the talks, held.
fn opening(shell: &mut Shell) {
    let Some(session) = &mut shell.session else { return };
    for _ in 0..2 {
        session.lift_curtain();
        session.act(Command::Prepare(crate::rules::Preparation::default()));
    }
    shell.ceremony = Some(Ceremony { ends: None });
}

/// A delegation of three before its offer leaves.
fn delegation(shell: &mut Shell) {
    shell.setup.delegations = PerSeat::default();
    begin(shell, solo());
    shell.read = PerSeat::both(true);
    act(shell);
    play_until(shell, |session| session.my_move() && session.view().offers.len() > 1);
    let Some(session) = &mut shell.session else { return };
    session.set_delegations(PerSeat { first: three(), second: Delegation::default() });
    session.drafts.first.0[0] = usize::from(session.drafts.first[0] == 0);
    let command = Command::Propose(session.drafts.first.clone());
    session.submit(Act { command, speech: Some(Speech::Typed("Mari kita coba.".to_owned())) });
}

/// One of them does not agree, and the head decides.
fn head_decides(shell: &mut Shell) {
    for (no, agrees) in [(0, true), (1, false), (2, true)] {
        hear(shell, no, agrees);
    }
}

fn hear(shell: &mut Shell, delegate: usize, agrees: bool) {
    if let Some(session) = &mut shell.session {
        session.hear(delegate, agrees);
    }
}

fn begin(shell: &mut Shell, players: PerSeat<Player>) {
    let Some(scenario) = shell.scenario(SCENARIO) else { return };
    let mut session = Session::new(scenario, players, SEED, None);
    // Pictures do not wait.
    session.pace = 0.0;
    shell.begin(session);
}

/// Lets the counterpart act until the person at the screen is expected to, and then acts for them once.
fn act(shell: &mut Shell) {
    let Some(session) = &mut shell.session else { return };
    while session.counterpart_moves() && !session.my_move() {
        session.step();
    }
    advise(session);
    let draft = session.view().position(session.eyes()).map(|offer| offer.deal.clone());
    if let Some(draft) = draft {
        let eyes = session.eyes();
        session.drafts[eyes] = draft;
    }
}

/// Plays what Diplomat would do in the person's place.
fn advise(session: &mut Session) -> bool {
    session.lift_curtain();
    let Some(helper) = counterpart::by_name(counterpart::USUAL, SEED, session.eyes()) else { return false };
    let act = helper.act(&session.view(), &mut ChaCha8Rng::seed_from_u64(SEED)).act;
    session.act(act)
}

fn play_until(shell: &mut Shell, reached: impl Fn(&Session) -> bool) {
    for _ in 0..400 {
        let Some(session) = &mut shell.session else { return };
        while session.counterpart_moves() && !session.my_move() {
            session.step();
        }
        if reached(session) || session.is_closed() {
            return;
        }
        act(shell);
    }
}

/// A class, as it would stand after a minute; no port is opened for a picture.
fn class(shell: &mut Shell) {
    let side = 29;
    let shown = shell.words().lang;
    let scenario = builtin::by_id(SCENARIO).map_or("", |it| it.shared.title.get(shown));
    shell.class.posed = Some(Hosted {
        scenario: scenario.to_owned(),
        urls: vec!["http://192.168.1.5:7878".to_owned(), "http://10.0.0.12:7878".to_owned()],
        code: "KTRM".to_owned(),
        pin: "000000".to_owned(),
        console: "http://127.0.0.1:7878/console".to_owned(),
        qr: (0..side).map(|y| (0..side).map(|x| (x * y + x / 3 + y / 2) % 3 == 0).collect()).collect(),
        people: 17,
        pairs: 8,
        closed: 0,
        phase: "class-phase-join".to_owned(),
        trouble: Vec::new(),
        advice: ["class-net-hotspot", "class-net-isolation"].map(|key| shell.words().get(key)).to_vec(),
        folder: "classes/1".into(),
    });
    shell.screen = Screen::Class;
}

/// The same class, as it stands when no phone has come for a minute.
fn class_alone(shell: &mut Shell) {
    let words = shell.words();
    let Some(class) = &mut shell.class.posed else { return };
    (class.people, class.pairs) = (0, 0);
    class.trouble = vec![
        words.get("reach-nobody"),
        words.with("reach-network", &[("url", "http://192.168.1.5:7878/t")]),
        words.get("reach-firewall"),
        words.get("reach-isolation"),
    ];
}

/// Its data were deleted on the console.
fn class_deleted(shell: &mut Shell) {
    shell.class.posed = None;
    shell.class.deleted = true;
    shell.screen = Screen::Class;
}

/// The gallery for a class, with one that was kept.
fn class_kept(shell: &mut Shell) {
    let Some(played) = builtin::by_id("kemitraan-ekonomi") else { return };
    shell.class.deleted = false;
    shell.class.kept = Some(Kept {
        folder: "classes/1".into(),
        title: played.shared.title.clone(),
        code: "KTRM".to_owned(),
        people: 31,
        phase: "class-phase-talks".to_owned(),
    });
    shell.hosts = true;
    shell.screen = Screen::Gallery;
}

/// Two articles of the signed text changed.
fn what_if(shell: &mut Shell) {
    page(shell, 3);
    let Some(session) = &shell.session else { return };
    shell.pages.trial.settle(session);
    if let Some(deal) = &mut shell.pages.trial.deal {
        for issue in [0, 4] {
            deal.0[issue] = if deal.0[issue] == 0 { 1 } else { 0 };
        }
    }
}

/// As many of the first articles held as the counterpart has an answer to, up to two.
fn wish(shell: &mut Shell) {
    shell.desks.first.coach.on = false;
    let Some(session) = &shell.session else { return };
    let draft = session.drafts.first.clone();
    let asking = &mut shell.desks.first.asking;
    for issue in 0..draft.0.len() {
        asking.fixed.insert(issue);
        asking.ask(session, &draft);
        if asking.package().is_none() {
            asking.fixed.remove(&issue);
        } else if asking.fixed.len() == 2 {
            return;
        }
    }
    asking.ask(session, &draft);
}

/// Every article held: there is nothing left to give for them.
fn wish_for_everything(shell: &mut Shell) {
    let Some(session) = &shell.session else { return };
    let draft = session.drafts.first.clone();
    let view = session.view();
    let asking = &mut shell.desks.first.asking;
    asking.fixed = (0..draft.0.len()).filter(|&issue| view.in_play(issue)).collect();
    asking.ask(session, &draft);
}

/// A whole game against Diplomat, up to the private questions.
fn reflect(shell: &mut Shell) {
    begin(shell, solo());
    play_until(shell, Session::is_closed);
}

/// A mediator's single text on the table.
fn mediator(shell: &mut Shell) {
    shell.desks.first = Desk::with_log();
    play_until(shell, Session::my_move);
    let Some(session) = &mut shell.session else { return };
    if session.view().text().is_none() {
        session.act(Command::Ask(Request::Mediator(Style::Formulation)));
        session.act(Command::EndTurn);
    }
    play_until(shell, |session| session.my_move() && session.view().text().is_some());
}

fn slow_down(shell: &mut Shell) {
    begin(shell, solo());
    shell.read = PerSeat::both(true);
    act(shell);
    let Some(session) = &mut shell.session else { return };
    for command in [
        Command::Threaten(crate::rules::Register::Public),
        Command::Shame,
        Command::Threaten(crate::rules::Register::Formal),
        Command::EndTurn,
    ] {
        while session.counterpart_moves() {
            session.step();
        }
        session.act(Act::from(command));
    }
    for _ in 0..40 {
        if session.view().phase != crate::rules::Phase::Normal && session.my_move() {
            break;
        }
        if session.counterpart_moves() {
            session.step();
        } else {
            session.act(Act::from(Command::EndTurn));
        }
    }
    shell.desks = PerSeat::default();
}

fn sign(shell: &mut Shell) {
    begin(shell, solo());
    shell.read = PerSeat::both(true);
    play_until(shell, |session| matches!(session.view().moment, Moment::Signature { .. }));
}

/// A signed text that leaves something on the table: two people settle for the visible compromise.
fn better(shell: &mut Shell) {
    begin(shell, PerSeat::both(Player::Person));
    let Some(session) = &mut shell.session else { return };
    for _ in 0..2 {
        session.lift_curtain();
        session.act(Command::Prepare(crate::rules::Preparation::default()));
    }
    session.lift_curtain();
    let compromise = crate::analysis::analyse(session.scenario()).compromise;
    session.act(Command::Propose(compromise));
    session.act(Command::EndTurn);
    session.lift_curtain();
    let offer = session.view().position(Seat::First).map_or(0, |offer| offer.no);
    session.act(Command::Accept(offer));
    for _ in 0..2 {
        session.lift_curtain();
        session.act(Command::Sign(None));
    }
    session.lift_curtain();
}

fn page(shell: &mut Shell, page: usize) {
    for _ in 0..8 {
        let Some(session) = &mut shell.session else { return };
        while session.counterpart_moves() {
            session.step();
        }
        session.lift_curtain();
        if session.opened().is_some() {
            break;
        }
        if !advise(session) {
            break;
        }
    }
    shell.turn_page(page);
}

/// The notebook at a page on which several packages were weighed.
fn notebook(shell: &mut Shell) {
    page(shell, 7);
    let notes = shell.session.as_ref().and_then(Session::debrief).map(|opened| &opened.notebooks.second);
    let middle = notes.map_or(0, |notes| notes.len() / 2);
    let at = notes.and_then(|notes| notes.iter().skip(middle).position(|note| note.considered.len() > 1));
    shell.pages.leaf.at = middle + at.unwrap_or(0);
}

fn no_deal(shell: &mut Shell) {
    begin(shell, solo());
    shell.read = PerSeat::both(true);
    act(shell);
    let Some(session) = &mut shell.session else { return };
    while session.counterpart_moves() {
        session.step();
    }
    session.act(Command::Ask(Request::Mediator(Style::Facilitation)));
    session.act(Command::Leave);
}

/// The guidance at the points of the own sheet.
fn guide_points(shell: &mut Shell) {
    shell.start_guide();
    if let Some(guide) = &mut shell.guide {
        guide.skip_to("points");
    }
}

/// The guidance at the first offer.
fn guide_offer(shell: &mut Shell) {
    shell.read = PerSeat::both(true);
    advise_once(shell);
    if let Some(guide) = &mut shell.guide {
        guide.skip_to("propose");
    }
}

fn advise_once(shell: &mut Shell) {
    let Some(session) = &mut shell.session else { return };
    while session.counterpart_moves() {
        session.step();
    }
    advise(session);
}

fn watch(shell: &mut Shell) {
    shell.glossary.open = false;
    shell.setup.kinds = Kinds::Watch;
    let [first, second] = ["open", "tough-master"].map(|name| Player::Counterpart(name.to_owned()));
    begin(shell, PerSeat { first, second });
    let Some(session) = &mut shell.session else { return };
    session.paused = true;
    for _ in 0..30 {
        session.step();
    }
}

fn watch_to_the_end(shell: &mut Shell) {
    let Some(session) = &mut shell.session else { return };
    while session.counterpart_moves() && !session.is_closed() {
        session.step();
    }
}

/// The debrief of a watched game, with two notebooks.
fn watched_notebooks(shell: &mut Shell) {
    shell.watch.left_for_debrief = true;
    page(shell, 7);
}
