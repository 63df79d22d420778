//! Two or three people in one seat agree before anything binding leaves it.

use crate::kit::nusa;
use crate::workshop::window;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use mufakat::rules::{Act, Command};
use mufakat::scenario::{Lang, PerSeat, Seat, Speech};
use mufakat::session::{Heard, Session, Wish};
use mufakat::table::{Delegation, Player, Record};
use mufakat::ui::Shell;
use mufakat::words::Words;
use std::sync::Arc;

fn delegation(names: &[&str], head_signs: bool) -> Delegation {
    Delegation { names: names.iter().map(|name| (*name).to_owned()).collect(), head_signs }
}

/// Two people per seat at the talks, and the first seat's turn.
fn talks(head_signs: bool) -> Session {
    let mut session = Session::new(Arc::new(nusa()), PerSeat::both(Player::Person), 3, None);
    session.set_delegations(PerSeat {
        first: delegation(&["Ana", "Budi", ""], head_signs),
        second: Delegation::default(),
    });
    for _ in 0..2 {
        session.lift_curtain();
        assert!(session.act(Command::Prepare(Default::default())));
    }
    session.lift_curtain();
    assert_eq!(session.eyes(), Seat::First);
    session
}

fn offer(session: &Session) -> Act {
    let deal = session.view().shared.status_quo();
    Act { command: Command::Propose(deal), speech: Some(Speech::Typed("Mari mulai.".to_owned())) }
}

#[test]
fn an_offer_leaves_the_seat_when_every_delegate_agrees_and_not_before() {
    let mut session = talks(false);
    let act = offer(&session);
    let before = session.events();
    assert!(!session.submit(act));
    for delegate in 0..2 {
        session.hear(delegate, true);
        assert_eq!(session.assent().map(|it| it.heard()), Some(Heard::Waits));
        assert_eq!(session.events(), before, "nothing has left the seat");
    }
    session.hear(2, true);
    assert!(session.assent().is_none());
    assert_eq!(session.view().offers.len(), 1);
    assert!(session.submit(Command::EndTurn), "what binds nobody needs no assent");
}

#[test]
fn what_one_delegate_refuses_comes_back_whole() {
    for head_signs in [false, true] {
        let mut session = talks(head_signs);
        session.drafts.first.0[0] = 1;
        let act = offer(&session);
        session.submit(act);
        // The head's own word is never outvoted, by the head least of all.
        session.hear(if head_signs { 0 } else { 1 }, false);
        assert!(session.assent().is_none());
        assert_eq!(session.dissent, Some(if head_signs { 0 } else { 1 }));
        assert!(session.view().offers.is_empty());
        assert_eq!(session.messages.first, "Mari mulai.");
        assert_eq!(session.drafts.first[0], 1);
    }
}

#[test]
fn the_head_decides_only_where_that_was_chosen_and_only_when_all_were_heard() {
    let mut session = talks(true);
    let act = offer(&session);
    session.submit(act);
    session.hear(1, false);
    session.decide();
    assert!(session.view().offers.is_empty(), "two were not heard yet");
    session.hear(0, true);
    session.hear(2, true);
    assert_eq!(session.assent().map(|it| it.heard()), Some(Heard::HeadDecides(1)));
    session.decide();
    assert_eq!(session.view().offers.len(), 1);
}

#[test]
fn what_the_rules_refuse_is_told_at_once_and_nobody_is_asked() {
    let mut session = talks(false);
    assert!(!session.submit(Command::Accept(9)));
    assert!(session.assent().is_none());
    assert!(session.refusal.is_some());
}

#[test]
fn a_game_that_goes_on_keeps_its_delegations_and_its_events_know_nothing_of_them() {
    let mut session = talks(true);
    let alone = Record::from_text(&session.record().to_text()).expect("a record");
    assert_eq!(alone.delegations, *session.delegations());
    let again = Session::resume(Arc::new(nusa()), alone, None);
    assert_eq!(again.delegations(), session.delegations());
    let act = offer(&session);
    session.submit(act);
    let events = session.record().events;
    assert!(!format!("{events:?}").contains("Budi"));
    session.set_delegations(PerSeat::default());
    assert!(!session.record().to_text().contains("delegations"), "a game without them is written as ever");
}

#[test]
fn names_of_any_length_in_a_file_are_cut_to_what_a_screen_shows() {
    let session = talks(false);
    let text = session.record().to_text().replace("Budi", &"b\\n".repeat(400));
    let names = Record::from_text(&text).expect("a record").delegations.first.names;
    assert_eq!(names.len(), 3);
    assert!(names.iter().all(|name| name.chars().count() <= 24 && !name.contains('\n')), "{names:?}");
}

fn open(lang: Lang, head_signs: bool) -> Harness<'static, Shell> {
    let wish = Wish { scenario: Some(Arc::new(nusa())), hot_seat: true, seed: Some(3), ..Wish::default() };
    let mut harness = window(lang, wish);
    *harness.state_mut().session_mut().expect("a game runs") = talks(head_signs);
    harness.run_steps(4);
    harness
}

fn shows(harness: &Harness<'static, Shell>, words: &str) -> bool {
    harness.root().children_recursive().any(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).is_some_and(|said| said == words)
    })
}

fn press(harness: &mut Harness<'static, Shell>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

#[test]
fn a_delegation_agrees_by_keys_and_one_who_does_not_sends_the_draft_back() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = open(lang, false);
        press(&mut harness, Modifiers::COMMAND, Key::Enter);
        assert!(shows(&harness, &words.get("delegation-title")));
        let third = words.with("delegation-delegate", &[("no", "3")]);
        assert!(shows(&harness, &third), "whoever gave no name goes by a number");
        press(&mut harness, Modifiers::NONE, Key::Num1);
        harness.get_by_label(&words.with("delegation-no", &[("name", "Budi")])).click();
        harness.run_steps(4);
        assert!(!shows(&harness, &words.get("delegation-title")));
        assert!(shows(&harness, &words.get("talks-propose")), "the draft is there");
        let returned = words.with("delegation-returned", &[("name", "Budi")]);
        let told = harness.root().children_recursive().any(|node| {
            let node = node.accesskit_node();
            node.value().or_else(|| node.label()).is_some_and(|said| said.ends_with(&returned))
        });
        assert!(told, "{returned}");
        press(&mut harness, Modifiers::COMMAND, Key::Enter);
        for key in [Key::Num1, Key::Num2, Key::Num3] {
            assert!(harness.state().session().expect("a game").view().offers.is_empty());
            press(&mut harness, Modifiers::NONE, key);
        }
        assert_eq!(harness.state().session().expect("a game").view().offers.len(), 1);
    }
}

#[test]
fn the_head_is_asked_where_the_head_decides() {
    let words = Words::new(Lang::En);
    let mut harness = open(Lang::En, true);
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    harness.get_by_label(&words.with("delegation-no", &[("name", "Budi")])).click();
    harness.run_steps(4);
    let send = words.with("delegation-send", &[("head", "Ana")]);
    assert!(!shows(&harness, &send), "all are heard first");
    press(&mut harness, Modifiers::NONE, Key::Num1);
    press(&mut harness, Modifiers::NONE, Key::Num3);
    harness.get_by_label(&send).click();
    harness.run_steps(4);
    assert_eq!(harness.state().session().expect("a game").view().offers.len(), 1);
}

#[test]
fn the_setup_asks_how_many_share_a_seat() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut shell = Shell::new(Wish::default(), 7, false);
        shell.speak(words);
        let mut harness = Harness::builder().with_size([1366.0, 768.0]).build_ui_state(
            |ui, shell: &mut Shell| {
                shell.ui(ui);
            },
            shell,
        );
        harness.run_steps(4);
        let click = |harness: &mut Harness<'static, Shell>, label: &str| {
            harness.get_by_label(label).click();
            harness.run_steps(4);
        };
        click(&mut harness, &words.get("title-new"));
        click(&mut harness, nusa().shared.title.get(lang));
        click(&mut harness, &words.get("setup-hot-seat"));
        let people = words.count("setup-people", 2);
        let size = words.with("setup-delegation-size", &[("country", "Boreal"), ("people", &people)]);
        click(&mut harness, &size);
        let field = words.with("setup-delegate-name", &[("country", "Boreal"), ("no", "2")]);
        click(&mut harness, &field);
        harness.event(egui::Event::Text("Sari".to_owned()));
        harness.run_steps(4);
        click(&mut harness, &words.get("setup-head-signs"));
        click(&mut harness, &words.get("setup-start"));
        let delegations = harness.state().session().expect("a game").delegations().clone();
        assert_eq!(delegations.first.people(), 1);
        assert_eq!(delegations.second, delegation(&["", "Sari"], true));
    }
}
