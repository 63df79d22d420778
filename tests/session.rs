//! A game on this machine is on the disk after every act, and goes on from there.

use crate::kit::nusa;
use mufakat::disk::{data_dir, files_in, read_text, saves, write_whole};
use mufakat::rules::{Command, Event, Reflection};
use mufakat::scenario::{PerSeat, Scenario, Seat};
use mufakat::session::{Mode, Session};
use mufakat::table::{Player, Record};
use mufakat::view::Moment;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A place for a saved game that vanishes with the test.
fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("games").join("one.mufakat");
    (folder, path)
}

fn against_diplomat(path: &Path) -> Session {
    let players = PerSeat { first: Player::Person, second: Player::Counterpart("diplomat".into()) };
    Session::new(Arc::new(nusa()), players, 11, Some(path.to_path_buf()))
}

fn on_disk(path: &Path) -> Record {
    let record = saves::load(path).expect("a saved game");
    record.fits(&nusa()).expect("it fits its scenario");
    record
}

/// What the person does next: prepares, offers the order of things, and signs what came of it.
fn next_act(session: &Session) -> Command {
    let view = session.view();
    match &view.moment {
        Moment::Preparation { .. } => Command::Prepare(Default::default()),
        Moment::Signature { .. } => Command::Sign(None),
        Moment::Better { .. } => Command::AnswerBetter(true),
        Moment::Closed { .. } => Command::Reflect(Reflection::default()),
        Moment::Talks { .. } => {
            let standing = view.position(view.seat.other());
            if let Some((by, _)) = view.request
                && by != view.seat
            {
                Command::Answer(true)
            } else if let Some(offer) = standing
                && view.utility(&offer.deal) >= view.batna
                && session.permits(&Command::Accept(offer.no).into()).is_ok()
                && view.round > 4
            {
                Command::Accept(offer.no)
            } else {
                Command::EndTurn
            }
        }
    }
}

/// Lets whoever is expected do one thing; false once nothing is expected of anybody.
fn go_on(session: &mut Session) -> bool {
    if session.counterpart_moves() {
        session.step();
        return true;
    }
    session.my_move() && session.act(next_act(session))
}

#[test]
fn after_every_act_the_file_holds_the_whole_game_so_far() {
    let (_folder, path) = place();
    let mut session = against_diplomat(&path);
    assert_eq!(on_disk(&path).events, [Event::Opened(11)], "a new game is saved at once");
    let mut acts = 0;
    while go_on(&mut session) {
        acts += 1;
        assert!(session.trouble().is_none());
        let saved = on_disk(&path);
        assert_eq!(saved, session.record(), "after act {acts}");
        assert_eq!(saved.closed, session.is_closed(), "after act {acts}");
        let again = Session::resume(Arc::new(nusa()), saved, None);
        assert_eq!(again.view(), session.view(), "after act {acts}");
        assert_eq!(again.log(), session.log(), "after act {acts}");
        assert!(acts < 1000, "the game does not end");
    }
    assert!(session.is_closed());
    assert!(acts > 10);
}

#[test]
fn a_refused_act_changes_neither_game_nor_file() {
    let (_folder, path) = place();
    let mut session = against_diplomat(&path);
    let before = read_text(&path).expect("saved");
    assert!(!session.act(Command::EndTurn), "there are no turns before the talks");
    assert!(session.refusal.is_some());
    assert_eq!(read_text(&path).expect("saved"), before);
    assert_eq!(session.events(), 1);
}

#[test]
fn a_solo_game_killed_after_any_act_goes_on_to_the_same_end() {
    let (_folder, path) = place();
    let mut whole = against_diplomat(&path);
    let mut acts = 0;
    while go_on(&mut whole) {
        acts += 1;
    }
    for killed in [1, 2, acts / 3, acts / 2, acts - 1] {
        let (_folder, path) = place();
        let mut session = against_diplomat(&path);
        for _ in 0..killed {
            assert!(go_on(&mut session));
        }
        drop(session);
        let mut session = Session::resume(Arc::new(nusa()), on_disk(&path), Some(path.clone()));
        assert_eq!(session.mode(), Mode::Solo(Seat::First));
        assert_eq!(session.counterpart(Seat::Second), Some("diplomat"));
        assert_eq!(session.seen, PerSeat::both(session.events()), "nothing old is shown as new");
        while go_on(&mut session) {}
        assert_eq!(session.record(), whole.record(), "killed after {killed} of {acts} acts");
        assert_eq!(on_disk(&path), whole.record());
    }
}

#[test]
fn the_clock_of_the_talks_goes_on_where_the_game_was_left() {
    let (_folder, path) = place();
    let mut session = against_diplomat(&path);
    session.tick(50.0);
    assert_eq!(session.talked(), 0.0, "preparing takes no time of the talks");
    assert!(session.act(Command::Prepare(Default::default())));
    while !matches!(session.view().moment, Moment::Talks { .. }) {
        assert!(go_on(&mut session), "the talks begin");
    }
    session.tick(100.0);
    session.tick(400.5);
    assert_eq!(session.talked(), 300.5);
    session.save();
    assert_eq!(on_disk(&path).talked, 300, "whole seconds are kept");

    let mut session = Session::resume(Arc::new(nusa()), on_disk(&path), Some(path));
    session.tick(7.0);
    assert_eq!(session.talked(), 300.0, "the pause between two sittings is none of it");
    session.tick(67.0);
    assert_eq!(session.talked(), 360.0);
}

#[test]
fn a_half_written_file_beside_the_game_does_no_harm() {
    let (folder, path) = place();
    let mut session = against_diplomat(&path);
    for _ in 0..5 {
        assert!(go_on(&mut session));
    }
    let text = read_text(&path).expect("saved");
    let beside = folder.path().join("games").join(".one.mufakat.mufakat-new");
    fs::write(&beside, &text[..text.len() / 2]).expect("written");
    assert_eq!(on_disk(&path), session.record(), "the game itself is whole");
    assert!(saves::load(&beside).is_err(), "half a game is none");
    assert!(go_on(&mut session));
    assert!(session.trouble().is_none());
    assert_eq!(on_disk(&path), session.record());
    assert!(!beside.exists(), "the next save takes the place of what was left");
}

#[test]
fn a_game_that_cannot_be_saved_goes_on_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let blocked = folder.path().join("no-folder");
    fs::write(&blocked, "a file").expect("written");
    let mut session = against_diplomat(&blocked.join("one.mufakat"));
    assert!(session.trouble().is_some());
    assert!(go_on(&mut session));
    assert!(session.events() > 1);
    fs::remove_file(&blocked).expect("removed");
    assert!(go_on(&mut session));
    assert!(session.trouble().is_none(), "there is room again");
    assert_eq!(on_disk(&blocked.join("one.mufakat")), session.record());
}

#[test]
fn a_missing_or_broken_file_is_no_game_and_the_error_names_it() {
    let (folder, path) = place();
    assert!(matches!(saves::load(&path), Err(saves::SaveError::Unreadable(at, _)) if at == path));
    write_whole(&path, "not a game").expect("written, folder and all");
    assert!(matches!(saves::load(&path), Err(saves::SaveError::Record(at, _)) if at == path));
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("halo".bytes().flat_map(|it| [it, 0])).collect();
    let other = folder.path().join("wide.txt");
    fs::write(&other, wide).expect("written");
    assert_eq!(read_text(&other).expect("UTF-16 with a mark"), "halo");
}

#[test]
fn a_new_game_never_takes_the_place_of_a_saved_one() {
    // Looks at the usual folder and writes nothing.
    let path = saves::new_path("nusa/../boreal");
    assert!(!path.exists());
    assert_eq!(path.parent(), Some(saves::folder().as_path()), "an id is no path");
    assert!(path.starts_with(data_dir()));
}

#[test]
fn a_watched_game_ends_by_itself() {
    let (_folder, path) = place();
    let players = ["diplomat", "boulware"].map(|name| Player::Counterpart(name.into()));
    let [first, second] = players;
    let scenario: Arc<Scenario> = Arc::new(nusa());
    let mut session = Session::new(scenario, PerSeat { first, second }, 5, Some(path.clone()));
    assert_eq!(session.mode(), Mode::Watch);
    assert!(!session.curtain());
    let mut now = 1.0;
    let mut ticks = 0;
    while let Some(wait) = session.tick(now) {
        assert!(wait <= session.pace + 1e-9);
        assert!(!session.my_move(), "who watches is never asked");
        now += wait;
        ticks += 1;
        assert!(ticks < 2000, "the game does not end");
    }
    assert!(session.is_closed());
    assert!(session.talked() > 0.0);
    assert_eq!(on_disk(&path), session.record());
    let opened = session.opened().expect("nobody has to answer questions");
    assert!(!opened.notebooks.first.is_empty());
    assert!(!opened.notebooks.second.is_empty());
}

#[test]
fn a_paused_game_waits() {
    let players = PerSeat::both(Player::Counterpart("linear".into()));
    let mut session = Session::new(Arc::new(nusa()), players, 5, None);
    session.paused = true;
    assert_eq!(session.tick(1.0), None);
    assert_eq!(session.tick(1000.0), None);
    assert_eq!(session.events(), 1);
    session.paused = false;
    assert!(session.tick(1001.0).is_some_and(|wait| wait > 0.0), "nobody acts at once");
    assert_eq!(session.events(), 1);
    session.tick(1010.0);
    assert!(session.events() > 1);
}

#[test]
fn a_shared_screen_is_handed_over_behind_a_curtain() {
    let mut session = Session::new(Arc::new(nusa()), PerSeat::both(Player::Person), 3, None);
    assert_eq!(session.mode(), Mode::HotSeat);
    assert!(session.curtain());
    session.lift_curtain();
    assert_eq!(session.eyes(), Seat::First);
    assert!(session.act(Command::Prepare(Default::default())));
    assert_eq!(session.eyes(), Seat::Second);
    assert!(session.curtain(), "nothing is shown before the other player sits down");
    session.lift_curtain();
    assert!(session.act(Command::Prepare(Default::default())));
    let resumed = Session::resume(Arc::new(nusa()), session.record(), None);
    assert!(resumed.curtain(), "whoever opens a saved game may be either");
}

#[test]
fn both_sides_numbers_are_shown_only_where_nobody_holds_a_seat() {
    let name = |name: &str| Player::Counterpart(name.to_owned());
    let held = [
        PerSeat::both(Player::Person),
        PerSeat { first: Player::Person, second: name("diplomat") },
        PerSeat { first: name("tough-master"), second: Player::Person },
        // Names that nobody bears leave their seats to people.
        PerSeat { first: name("diplomat"), second: name("nobody") },
        PerSeat::both(name("nobody")),
    ];
    for players in held {
        let mut session = Session::new(Arc::new(nusa()), players.clone(), 11, None);
        let mut acts = 0;
        loop {
            assert_eq!(session.watched(), None, "{players:?} after {acts} acts");
            let again = Session::resume(Arc::new(nusa()), session.record(), None);
            assert_eq!(again.watched(), None, "{players:?} resumed after {acts} acts");
            session.lift_curtain();
            if acts == 1000 || !go_on(&mut session) {
                break;
            }
            acts += 1;
        }
        assert!(acts > 10 || players.first == name("nobody") || players.second == name("nobody"));
    }
    let mut session = Session::new(Arc::new(nusa()), PerSeat::both(name("diplomat")), 11, None);
    while session.counterpart_moves() && !session.is_closed() {
        let watched = session.watched().expect("nobody holds a seat");
        assert_eq!(watched.dance.len(), watched.spots.len());
        session.step();
    }
    let dance = session.watched().expect("nobody holds a seat").dance;
    assert!(!dance.is_empty());
    assert_eq!(session.opened().expect("closed").debrief.dance, dance, "the debrief tells the same");
}

#[test]
fn another_text_can_be_tried_only_after_the_end_and_the_signed_one_scores_as_it_did() {
    let players = PerSeat { first: Player::Person, second: Player::Counterpart("open".into()) };
    let mut session = Session::new(Arc::new(crate::kit::economic()), players, 3, None);
    let status_quo = session.scenario().shared.status_quo();
    let mut asked_early = 0;
    for _ in 0..400 {
        if session.opened().is_none() {
            assert!(session.what_if(status_quo.clone()).is_none(), "both sides' numbers before the end");
            asked_early += 1;
        }
        if !go_on(&mut session) {
            break;
        }
    }
    assert!(asked_early > 5);
    let opened = session.opened().expect("the game is over").debrief.clone();
    let signed = opened.report.deal.clone().expect("an agreement");
    let same = session.what_if(signed.clone()).expect("after the end");
    assert_eq!(same.report.measures.utility, opened.report.measures.utility);
    assert_eq!(same.report.measures.principles, opened.report.measures.principles);
    assert_eq!(same.report.measures.checks, opened.report.measures.checks);
    assert_eq!(same.outlook, opened.outlook);
    // One article changed: the first side's utility moves by exactly that article's points.
    let (case, _) = session.scored().expect("after the end");
    let mut other = signed.clone();
    let issue = (0..other.0.len())
        .find(|&issue| case.open[issue].len() > 1 && case.open[issue].iter().all(|open| *open))
        .expect("an issue with a choice");
    other.0[issue] = (signed[issue] + 1) % case.open[issue].len();
    let moved = case.parts[issue][other[issue]][0] - case.parts[issue][signed[issue]][0];
    let tried = session.what_if(other.clone()).expect("after the end");
    let by = tried.report.measures.utility[0] - same.report.measures.utility[0];
    crate::kit::near(by, case.fraction(moved), 1e-12);
    assert_eq!(tried.deal, other);
}

#[test]
fn writing_keeps_links_rights_and_other_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    write_whole(&at("satu.ron"), "lama").expect("written");
    fs::write(at("satu.ron.new"), "milik orang lain").expect("written");
    let before = fs::metadata(at("satu.ron")).expect("a file").permissions();
    write_whole(&at("satu.ron"), "baru").expect("written");
    assert_eq!(read_text(&at("satu.ron")).expect("text"), "baru");
    assert_eq!(fs::metadata(at("satu.ron")).expect("a file").permissions(), before);
    assert_eq!(read_text(&at("satu.ron.new")).expect("text"), "milik orang lain");
    assert_eq!(files_in(folder.path()).len(), 2, "nothing is left over");
    // A file that its owner protected stays as it is.
    let mut rights = before;
    rights.set_readonly(true);
    fs::set_permissions(at("satu.ron"), rights.clone()).expect("protected");
    let error = write_whole(&at("satu.ron"), "lain").expect_err("it is protected");
    assert_eq!(error.kind(), std::io::ErrorKind::PermissionDenied);
    assert_eq!(read_text(&at("satu.ron")).expect("text"), "baru");
    assert_eq!(fs::metadata(at("satu.ron")).expect("a file").permissions(), rights);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_what_it_leads_to_keeps_its_mode() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("asli")).expect("a folder");
    fs::write(at("asli/satu.ron"), "lama").expect("written");
    fs::set_permissions(at("asli/satu.ron"), fs::Permissions::from_mode(0o664)).expect("shared in a group");
    symlink(at("asli/satu.ron"), at("tautan.ron")).expect("a link");
    write_whole(&at("tautan.ron"), "baru").expect("written");
    assert!(fs::symlink_metadata(at("tautan.ron")).expect("it is there").is_symlink());
    assert_eq!(read_text(&at("asli/satu.ron")).expect("text"), "baru");
    assert_eq!(fs::metadata(at("asli/satu.ron")).expect("a file").permissions().mode() & 0o777, 0o664);
}

#[test]
fn two_windows_with_one_game_lose_nothing_of_each_other() {
    let (_folder, path) = place();
    let mut idle = against_diplomat(&path);
    go_on(&mut idle);
    // Another window goes on with the same game to its end; the first one is closed, which saves it once more.
    let mut busy = Session::resume(Arc::new(nusa()), on_disk(&path), Some(path.clone()));
    while go_on(&mut busy) {}
    let whole = read_text(&path).expect("a saved game");
    assert!(on_disk(&path).events.len() > idle.record().events.len());
    idle.save();
    assert_eq!(read_text(&path).expect("a saved game"), whole, "what happened elsewhere is still there");
    // Where the first one goes on as well, both are kept.
    go_on(&mut idle);
    assert_eq!(on_disk(&path).events.len(), idle.record().events.len());
    assert_eq!(read_text(&path.with_file_name("one.mufakat.1.bak")).expect("the other one"), whole);
    assert!(idle.trouble().is_none());
}

#[test]
fn a_second_window_that_is_only_opened_leaves_nothing_behind() {
    let (folder, path) = place();
    let mut game = against_diplomat(&path);
    while !matches!(game.view().moment, Moment::Talks { .. }) || game.counterpart_moves() {
        go_on(&mut game);
    }
    // Another window opens the game, runs its clock for a while and is closed: the file tells another time.
    let mut visitor = Session::resume(Arc::new(nusa()), on_disk(&path), Some(path.clone()));
    visitor.tick(0.0);
    visitor.tick(90.0);
    let before = read_text(&path).expect("a saved game");
    visitor.save();
    assert_ne!(read_text(&path).expect("a saved game"), before, "the visitor wrote the file");
    go_on(&mut game);
    assert_eq!(on_disk(&path).events, game.record().events);
    let files: Vec<_> = fs::read_dir(folder.path().join("games"))
        .expect("a folder")
        .map(|it| it.expect("a file").file_name())
        .collect();
    assert_eq!(files, ["one.mufakat"], "nothing was lost, so nothing is kept beside it");
}
