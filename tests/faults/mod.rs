//! What goes wrong in a classroom: full disks, wrong clocks, posts twice, late and broken.

mod fuzz;

use crate::kit::nusa;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use mufakat::scenario::Lang;
use mufakat::server::class::{Event, No, Order, Phase, Teacher};
use mufakat::server::host::Host;
use mufakat::server::http::{Site, router};
use mufakat::server::limits::{Limits, Try, Who};
use mufakat::server::store::{Head, Log, Store, StoreError};
use mufakat::server::{chance, due};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use tower::ServiceExt;

const HOST: &str = "192.168.1.5:7878";
const HOUR: u64 = 3_600_000;

/// A log in memory that outlives its host, on a disk that can be full.
#[derive(Clone, Default)]
struct Disk {
    lines: Arc<Mutex<Vec<(u64, Event)>>>,
    full: Arc<AtomicBool>,
    /// Whether the program itself stumbles while it writes.
    broken: Arc<AtomicBool>,
    beat: Arc<Mutex<Option<u64>>>,
}

impl Log for Disk {
    fn events(&self) -> Result<Vec<(u64, Event)>, StoreError> {
        Ok(self.lines.lock().expect("a lock").clone())
    }

    fn append(&mut self, batch: &[(u64, Event)]) -> Result<(), StoreError> {
        assert!(!self.broken.load(Ordering::SeqCst), "a mistake of the program");
        if self.full.load(Ordering::SeqCst) {
            return Err(StoreError::Folder(std::io::ErrorKind::StorageFull.into()));
        }
        self.lines.lock().expect("a lock").extend_from_slice(batch);
        Ok(())
    }

    fn beat(&mut self, at: u64) -> Result<(), StoreError> {
        *self.beat.lock().expect("a lock") = Some(at);
        Ok(())
    }

    fn last_beat(&self) -> Result<Option<u64>, StoreError> {
        Ok(*self.beat.lock().expect("a lock"))
    }

    fn delete(&mut self) -> Result<(), StoreError> {
        if self.full.load(Ordering::SeqCst) {
            return Err(StoreError::Folder(std::io::ErrorKind::StorageFull.into()));
        }
        self.lines.lock().expect("a lock").clear();
        Ok(())
    }
}

fn host(disk: &Disk, wall: u64) -> Arc<Host> {
    let head = Head {
        scenario: String::new(),
        code: "BCDF".to_owned(),
        pin: "123456".to_owned(),
        secret: "s".to_owned(),
    };
    Host::begin(Box::new(disk.clone()), head, Arc::new(nusa()), wall).expect("a class")
}

/// A class with two students in the talks.
struct Room {
    disk: Disk,
    host: Arc<Host>,
    app: Router,
}

impl Room {
    async fn new() -> Self {
        let disk = Disk::default();
        let host = host(&disk, 1_000);
        let mut site = Site::new(Arc::clone(&host), Lang::En);
        site.limits = Limits::for_one_address();
        let app = router(Arc::new(site));
        let room = Self { disk, host, app };
        for no in 0..2 {
            room.host.order(join(no)).await.expect("there is room");
        }
        room.host.order(Order::Teacher(Teacher::Pair(None, 7))).await.expect("paired");
        room.host.order(Order::Teacher(Teacher::Phase(Phase::Talks, Some(90), 7))).await.expect("the talks");
        room
    }

    async fn send(&self, path: &str, cookie: &str, body: impl Into<Body>) -> (StatusCode, String) {
        let request = Request::post(path)
            .header(header::HOST, HOST)
            .header(header::ORIGIN, format!("http://{HOST}"))
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.into());
        let Ok(request) = request else { return (StatusCode::BAD_REQUEST, String::new()) };
        let answer = self.app.clone().oneshot(request).await.expect("an answer");
        let status = answer.status();
        let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }

    /// A post of the first or the second seat, with this number.
    async fn act(&self, seat: usize, key: u64, body: &str) -> (StatusCode, String) {
        let csrf = chance::digest("form", &format!("token{seat}"));
        self.send("/act", &cookie(seat), format!("csrf={csrf}&key={key}&{body}")).await
    }

    fn lines(&self) -> usize {
        self.disk.lines.lock().expect("a lock").len()
    }
}

fn cookie(seat: usize) -> String {
    format!("mufakat-seat=token{seat}")
}

fn join(no: usize) -> Order {
    let device = chance::digest("seat", &format!("token{no}"));
    Order::Join { name: format!("P{no}"), device, digits: format!("{no:04}"), seed: 7 }
}

fn run<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(test)
}

#[test]
fn a_full_disk_is_told_and_nothing_of_it_happens_until_there_is_room_again() {
    run(async {
        let room = Room::new().await;
        let (lines, events) = (room.lines(), room.host.class().events);
        room.disk.full.store(true, Ordering::SeqCst);
        let (status, page) = room.act(0, 5, "do=small-talk").await;
        assert_eq!(status, StatusCode::INSUFFICIENT_STORAGE);
        assert!(page.contains("not saved") && page.contains("disk is full"), "the page says why");
        let (status, page) = room.send("/join", "", "code=BCDF&name=Late").await;
        assert_eq!(status, StatusCode::INSUFFICIENT_STORAGE);
        assert!(page.contains("not saved"));
        let paused = room.host.order(Order::Teacher(Teacher::Pause)).await;
        assert_eq!(paused, Err(No::NotSaved));
        assert_eq!((room.lines(), room.host.class().events), (lines, events));
        assert!(room.host.class().clock.paused.is_none());
        room.disk.full.store(false, Ordering::SeqCst);
        // The phone sends the same post again, and it counts once.
        assert_eq!(room.act(0, 5, "do=small-talk").await.0, StatusCode::SEE_OTHER);
        assert_eq!(room.act(0, 5, "do=small-talk").await.0, StatusCode::SEE_OTHER);
        assert_eq!(room.lines(), lines + 1);
    });
}

#[test]
fn a_mistake_of_the_program_itself_ends_no_lesson() {
    run(async {
        let room = Room::new().await;
        let (lines, events) = (room.lines(), room.host.class().events);
        room.disk.broken.store(true, Ordering::SeqCst);
        assert_eq!(room.host.order(Order::Teacher(Teacher::Pause)).await, Err(No::NotSaved));
        assert_eq!((room.lines(), room.host.class().events), (lines, events));
        room.disk.broken.store(false, Ordering::SeqCst);
        assert_eq!(room.host.order(Order::Teacher(Teacher::Pause)).await, Ok(()), "the class goes on");
        assert!(room.host.class().clock.paused.is_some());
    });
}

#[test]
fn data_that_could_not_be_deleted_are_never_told_to_be_gone() {
    run(async {
        let room = Room::new().await;
        room.disk.full.store(true, Ordering::SeqCst);
        for _ in 0..2 {
            assert!(room.host.delete().await.is_err());
        }
        assert!(room.lines() > 0);
        assert!(room.host.export().await.is_ok_and(|log| log.lines().count() > 1));
        room.disk.full.store(false, Ordering::SeqCst);
        assert!(room.host.delete().await.is_ok());
        assert_eq!(room.lines(), 0);
        assert!(room.host.export().await.is_err(), "an empty log would look like a class without events");
    });
}

#[test]
fn nothing_is_kept_in_memory_alone_once_the_events_are_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    let head = || Head {
        scenario: String::new(),
        code: "BCDF".to_owned(),
        pin: "123456".to_owned(),
        secret: "s".to_owned(),
    };
    let (mut store, _) = Store::open(folder.path(), head).expect("a log");
    store.append(&[(1, Event::Opened(5))]).expect("kept");
    // Where a file of the log could be stands something that cannot be removed as a file.
    let stone = folder.path().join("class.sqlite-shm");
    std::fs::create_dir(&stone).expect("a folder");
    assert!(store.delete().is_err());
    assert!(store.append(&[(2, Event::Opened(6))]).is_err(), "nobody may be told that this is safe");
    assert!(store.events().is_err());
    std::fs::remove_dir(&stone).expect("removed");
    assert!(store.delete().is_ok());
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn posts_that_come_twice_out_of_order_or_too_late_count_once_or_say_why() {
    run(async {
        let room = Arc::new(Room::new().await);
        let before = room.lines();
        // Ten copies of one post, all under way at once.
        let mut copies = tokio::task::JoinSet::new();
        for _ in 0..10 {
            let room = Arc::clone(&room);
            copies.spawn(async move { room.act(0, 21, "do=propose&o0=2&o1=2&o2=1&o3=2&o4=1").await.0 });
        }
        let answers = copies.join_all().await;
        assert!(answers.iter().all(|status| *status == StatusCode::SEE_OTHER), "{answers:?}");
        assert_eq!(room.lines(), before + 1);
        // The later of two posts comes first; the earlier still counts on its own.
        assert_eq!(room.act(0, 23, "do=speak&speech=two").await.0, StatusCode::SEE_OTHER);
        assert_eq!(room.act(0, 22, "do=speak&speech=one").await.0, StatusCode::SEE_OTHER);
        assert_eq!(room.lines(), before + 3);
        for (seat, key, form) in [
            (0, 24, "do=end-turn"),
            (1, 31, "do=propose&o0=0&o1=0&o2=1&o3=0&o4=1"),
            (1, 32, "do=end-turn"),
            (0, 33, "do=propose&o0=1&o1=1&o2=1&o3=1&o4=1"),
            (0, 34, "do=end-turn"),
        ] {
            assert_eq!(room.act(seat, key, form).await.0, StatusCode::SEE_OTHER, "{form}");
        }
        // A page that was left open: the offer on it has been replaced.
        let lines = room.lines();
        let (status, page) = room.act(1, 26, "do=accept&offer=1").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("role=\"alert\""), "the page says why");
        // The other side's turn is over: what it still sends does not count.
        assert_eq!(room.act(0, 27, "do=end-turn").await.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(room.lines(), lines);
        assert_eq!(room.act(1, 28, "do=accept&offer=3").await.0, StatusCode::SEE_OTHER);
    });
}

#[test]
fn pages_go_compressed_to_who_can_read_that_and_streams_never() {
    run(async {
        let room = Room::new().await;
        let coding = async |path: &str, accepts: &str| {
            let request = Request::get(path)
                .header(header::HOST, HOST)
                .header(header::COOKIE, cookie(0))
                .header(header::ACCEPT_ENCODING, accepts)
                .body(Body::empty())
                .expect("a request");
            let answer = room.app.clone().oneshot(request).await.expect("an answer");
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            answer.headers().get(header::CONTENT_ENCODING).map(|it| it.to_str().expect("text").to_owned())
        };
        for path in ["/seat", "/style.css", "/live.js"] {
            assert_eq!(coding(path, "gzip, deflate").await.as_deref(), Some("gzip"), "{path}");
            assert_eq!(coding(path, "identity").await, None, "{path}");
            assert_eq!(coding(path, "gzip;q=0, br").await, None, "{path}");
        }
        assert_eq!(coding("/live", "gzip").await, None);
        assert_eq!(coding("/version", "gzip").await, None, "too short to be worth it");
    });
}

#[test]
fn phones_behind_one_address_may_all_come_in_and_guessing_becomes_no_easier() {
    let who = Who::Address(std::net::IpAddr::from([192, 168, 1, 9]));
    let passed = |limits: &Limits, what: Try| (0..1_000).filter(|_| limits.allows(what, who, 5)).count();
    let (usual, one) = (Limits::default(), Limits::for_one_address());
    for what in [Try::Code, Try::Post] {
        assert!(passed(&usual, what) < 200);
        assert_eq!(passed(&one, what), 1_000);
    }
    for what in [Try::Digits, Try::Wrong, Try::Pin, Try::Pins] {
        assert_eq!(passed(&usual, what), passed(&one, what));
    }
}

#[test]
fn bytes_that_are_no_form_change_nothing_and_get_a_page() {
    run(async {
        let room = Room::new().await;
        let lines = room.lines();
        let broken: [&[u8]; 7] =
            [b"", b"&&&&", b"=", b"%", b"\xff\xfe\x00", b"csrf", b"{\"do\":\"leave\",\"csrf\":\"x\"}"];
        for body in broken {
            let (status, page) = room.send("/act", &cookie(0), body.to_vec()).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body:?}");
            assert!(page.contains("<main"), "{body:?}");
        }
        for cookie in ["mufakat-seat", "mufakat-seat=", "mufakat-seat=;;=", "=", "mufakat-seat=token0x"] {
            let (status, _) = room.send("/act", cookie, "do=leave").await;
            assert_eq!(status, StatusCode::SEE_OTHER, "{cookie}: to the door");
        }
        assert_eq!(room.lines(), lines);
    });
}

#[test]
fn a_clock_that_jumps_between_two_starts_never_runs_backwards_and_shuts_nobody_out() {
    run(async {
        let disk = Disk::default();
        let open = host(&disk, 10 * HOUR);
        for no in 0..2 {
            open.order(join(no)).await.expect("there is room");
        }
        open.order(Order::Teacher(Teacher::Pair(None, 7))).await.expect("paired");
        open.order(Order::Teacher(Teacher::Phase(Phase::Talks, Some(90), 7))).await.expect("the talks");
        drop(open);
        // The battery of the clock is empty: 1970.
        let back = host(&disk, 0);
        assert!(back.now() >= 10 * HOUR);
        let left = back.class().clock.left(back.now()).expect("a limit");
        assert!(left > 89 * 60_000 && left <= 90 * 60_000, "{left}");
        assert_eq!(back.order(act(0, 3)).await, Ok(()));
        drop(back);
        // Somebody sets it, to next year.
        let forward = host(&disk, 9_000 * HOUR);
        let left = forward.class().clock.left(forward.now()).expect("a limit");
        assert!(left > 88 * 60_000 && left <= 90 * 60_000, "nobody could use that year: {left}");
        assert_eq!(forward.order(act(0, 4)).await, Ok(()), "time is called by the teacher alone");
        forward.order(Order::Teacher(Teacher::StandInAfter(Some(5)))).await.expect("the teacher may");
        assert_eq!(due(&forward), [], "everybody has five minutes to come back");
        forward.order(Order::Teacher(Teacher::Extend(5))).await.expect("longer");
        let left = forward.class().clock.left(forward.now()).expect("a limit");
        assert!(left > 92 * 60_000, "{left}");
        drop(forward);
        let again = host(&disk, 20 * HOUR);
        assert!(again.now() >= 9_000 * HOUR);
        let times: Vec<u64> = disk.lines.lock().expect("a lock").iter().map(|(at, _)| *at).collect();
        assert!(times.is_sorted(), "{times:?}");
    });
}

#[test]
fn the_time_of_a_phase_stands_still_while_the_program_is_down() {
    run(async {
        let minute = 60_000;
        let disk = Disk::default();
        let open = host(&disk, 10 * HOUR);
        for no in 0..2 {
            open.order(join(no)).await.expect("there is room");
        }
        open.beat();
        open.order(Order::Teacher(Teacher::Pair(None, 7))).await.expect("paired");
        assert_eq!(*disk.beat.lock().expect("a lock"), None, "no time runs: there is nothing to note");
        open.order(Order::Teacher(Teacher::Phase(Phase::Talks, Some(90), 7))).await.expect("the talks");
        open.beat();
        open.order(act(0, 3)).await.expect("its turn");
        assert!(disk.beat.lock().expect("a lock").is_some());
        drop(open);
        // Twenty minutes later the battery is empty; it takes half an hour to find the cable.
        *disk.beat.lock().expect("a lock") = Some(10 * HOUR + 20 * minute);
        let again = host(&disk, 10 * HOUR + 50 * minute);
        let left = again.class().clock.left(again.now()).expect("a limit");
        assert!(left > 69 * minute && left <= 70 * minute + 5_000, "{left}");
        assert!(again.class().clock.paused.is_none(), "and the lesson goes on by itself");
        drop(again);
        // What the teacher stopped stays stopped, and time that was over stays over.
        let lines = disk.lines.lock().expect("a lock").len();
        let quick = host(&disk, 10 * HOUR + 50 * minute + 5_000);
        assert_eq!(disk.lines.lock().expect("a lock").len(), lines, "a quick restart is not told");
        quick.order(Order::Teacher(Teacher::Pause)).await.expect("stopped");
        drop(quick);
        let paused = host(&disk, 12 * HOUR);
        assert!(paused.class().clock.paused.is_some());
    });
}

fn act(person: usize, key: u64) -> Order {
    Order::Act { person, key, act: mufakat::rules::Command::SmallTalk.into() }
}
