//! A class server that is killed in the middle of a burst, and started again.

use mufakat::scenario::{Lang, builtin};
use mufakat::server::{Served, Wish, kept_in, serve};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A running server, with what it printed about itself.
struct Server {
    child: Child,
    address: String,
    code: String,
    pin: String,
}

impl Server {
    fn start(folder: &Path, scenario: Option<&str>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mufakat"));
        command.args(["--lang", "en", "serve"]).args(scenario);
        command.args(["--bind", "127.0.0.1:0", "--data"]).arg(folder);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut found = BTreeMap::new();
        while found.len() < 3 {
            let line = lines.next().expect("a line").expect("text");
            for (key, before) in
                [("address", "students: http://"), ("code", "Class code: "), ("pin", "PIN: ")]
            {
                if let Some((_, after)) = line.split_once(before) {
                    found.insert(key, after.split_whitespace().next().unwrap_or("").to_owned());
                }
            }
        }
        // Somebody has to read on, or the program waits for room in the pipe.
        thread::spawn(move || lines.for_each(drop));
        let mut take = |key| found.remove(key).expect("printed");
        Self { address: take("address"), code: take("code"), pin: take("pin"), child }
    }

    fn kill(mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One request; `None` if the server is gone.
/// One request over a socket.
pub fn send(address: &str, head: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let request = format!(
        "{head} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
        body.len()
    );
    let (request, extra) = match request.split_once(" HTTP/1.1") {
        // A cookie stands behind the path, after a bar.
        Some((line, rest)) => match line.split_once('|') {
            Some((line, cookie)) => (format!("{line} HTTP/1.1{rest}"), format!("Cookie: {cookie}\r\n")),
            None => (format!("{line} HTTP/1.1{rest}"), String::new()),
        },
        None => return None,
    };
    stream.write_all(format!("{request}{extra}\r\n{body}").as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    (!answer.is_empty()).then_some(answer)
}

fn cookie(answer: &str) -> Option<String> {
    let line = answer.lines().find(|line| line.to_ascii_lowercase().starts_with("set-cookie:"))?;
    Some(line.split_once(':')?.1.trim().split(';').next()?.to_owned())
}

/// Names in the log of the class, and how often each came in.
fn log(server: &Server) -> BTreeMap<String, usize> {
    let answer =
        send(&server.address, "POST /console/login", &format!("pin={}", server.pin)).expect("an answer");
    let console = cookie(&answer).expect("the PIN is right");
    let log = send(&server.address, &format!("GET /console/log|{console}"), "").expect("the log");
    let mut names = BTreeMap::new();
    for piece in log.split("\"Joined\":{\"name\":\"").skip(1) {
        *names.entry(piece.split('"').next().unwrap_or("").to_owned()).or_insert(0) += 1;
    }
    names
}

#[test]
fn what_was_confirmed_survives_a_kill_in_the_middle_of_a_burst_and_nothing_counts_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), Some("nusa-boreal"));
    let confirmed: Arc<Mutex<Vec<(String, String)>>> = Arc::default();
    let threads: Vec<_> = (0..6)
        .map(|thread| {
            let (address, code) = (server.address.clone(), server.code.clone());
            let confirmed = Arc::clone(&confirmed);
            thread::spawn(move || {
                for no in 0..9 {
                    let name = format!("N{thread}x{no}");
                    let answer = send(&address, "POST /join", &format!("code={code}&name={name}"));
                    let Some(answer) = answer.filter(|it| it.starts_with("HTTP/1.1 303")) else { return };
                    if let Some(cookie) = cookie(&answer) {
                        confirmed.lock().expect("a lock").push((name, cookie));
                    }
                }
            })
        })
        .collect();
    while confirmed.lock().expect("a lock").len() < 15 {
        thread::sleep(Duration::from_millis(1));
    }
    let (code, pin) = (server.code.clone(), server.pin.clone());
    server.kill();
    threads.into_iter().for_each(|thread| thread.join().expect("a thread"));
    let confirmed = Arc::try_unwrap(confirmed).expect("all threads ended").into_inner().expect("a lock");
    assert!(confirmed.len() >= 15);

    let again = Server::start(folder.path(), None);
    assert_eq!((&again.code, &again.pin), (&code, &pin), "the class is the same");
    let names = log(&again);
    for (name, cookie) in &confirmed {
        assert_eq!(names.get(name), Some(&1), "{name} was confirmed");
        let page = send(&again.address, &format!("GET /seat|{cookie}"), "").expect("the page");
        assert!(page.contains(name.as_str()), "{name} is back in the same seat");
    }
    assert!(names.values().all(|count| *count == 1), "{names:?}");
}

#[test]
fn a_class_that_is_open_is_not_opened_twice_and_another_scenario_does_not_take_its_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), Some("nusa-boreal"));
    let second = |scenario: &str| {
        let out = Command::new(env!("CARGO_BIN_EXE_mufakat"))
            .args(["--lang", "en", "serve", scenario, "--bind", "127.0.0.1:0", "--data"])
            .arg(folder.path())
            .output()
            .expect("the program");
        (out.status.code(), String::from_utf8_lossy(&out.stderr).into_owned())
    };
    let (code, told) = second("nusa-boreal");
    assert_eq!(code, Some(2));
    assert!(told.contains("still open"), "{told}");
    server.kill();
    let (code, told) = second("kemitraan-ekonomi");
    assert_eq!(code, Some(2));
    assert!(told.contains("another scenario"), "{told}");
}

/// Deletes everything on the console as a browser does; what the console answers.
fn delete_by_click(address: &str, pin: &str) -> String {
    let answer = send(address, "POST /console/login", &format!("pin={pin}")).expect("an answer");
    let console = cookie(&answer).expect("the PIN is right");
    let page = send(address, &format!("GET /console|{console}"), "").expect("the console");
    let csrf =
        page.split("name=\"csrf\" value=\"").nth(1).and_then(|it| it.split('"').next()).expect("a form");
    let act = format!("POST /console/act|{console}");
    send(address, &act, &format!("csrf={csrf}&do=delete")).expect("an answer")
}

/// A class in this process, as the window hosts it.
/// A class as the window hosts it.
pub fn hosted(folder: &Path, scenario: Option<&str>) -> Served {
    let wish = Wish {
        lang: Lang::En,
        scenario: scenario.map(|id| builtin::source(id).expect("a scenario of ours").to_owned()),
        bind: "127.0.0.1:0".parse().expect("an address"),
        data: folder.to_owned(),
        console_on_lan: false,
        stand_in_after: None,
        one_address: false,
    };
    serve(&wish).unwrap_or_else(|error| panic!("{error:?}"))
}

/// Waits a while for what comes by itself.
fn comes(what: impl Fn() -> bool) -> bool {
    (0..100).any(|_| {
        thread::sleep(Duration::from_millis(100));
        what()
    })
}

#[test]
fn a_class_in_the_window_ends_when_its_data_are_deleted_and_not_before() {
    let classes = tempfile::tempdir().expect("a folder");
    let served = hosted(&classes.path().join("1"), Some("nusa-boreal"));
    let address = served.urls()[0].trim_start_matches("http://").to_owned();
    assert!(!served.is_over());
    let answer = delete_by_click(&address, &served.host.head.pin);
    assert!(answer.contains("All data of this class are deleted"), "{answer}");
    assert!(comes(|| served.is_over()));
    drop(served);
    assert_eq!(kept_in(classes.path()), None);
}

#[test]
fn the_last_class_into_which_people_came_can_be_gone_on_with_once_it_is_closed() {
    let classes = tempfile::tempdir().expect("a folder");
    assert_eq!(kept_in(classes.path()), None);
    for (no, scenario, people) in [(1, "kemitraan-ekonomi", 1), (2, "nusa-boreal", 2), (3, "nusa-boreal", 0)]
    {
        let served = hosted(&classes.path().join(no.to_string()), Some(scenario));
        let address = served.urls()[0].trim_start_matches("http://").to_owned();
        for person in 0..people {
            let body = format!("code={}&name=P{person}", served.host.head.code);
            send(&address, "POST /join", &body).expect("joined");
        }
        drop(served);
        // A file's time is too coarse to tell classes apart that follow each other at once.
        let log = classes.path().join(format!("{no}/class.sqlite"));
        assert!(comes(|| kept_in(classes.path()).is_some()), "{no}");
        let file = std::fs::File::options().append(true).open(log).expect("the log");
        file.set_modified(std::time::UNIX_EPOCH + Duration::from_secs(no)).expect("its time");
    }
    let kept = kept_in(classes.path()).expect("a class");
    assert_eq!((kept.people, kept.phase.as_str()), (2, "class-phase-join"), "nobody came into the third");
    assert_eq!(kept.folder, classes.path().join("2"));
    let again = hosted(&kept.folder, None);
    assert_eq!((again.host.head.code.as_str(), again.host.class().people.len()), (kept.code.as_str(), 2));
    let other = kept_in(classes.path()).expect("an earlier class");
    assert_eq!(other.folder, classes.path().join("1"), "what is open is not offered");
}

#[test]
fn who_types_serve_again_is_told_of_the_class_that_was_kept() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().join("classes").join("1");
    let served = hosted(&folder, Some("nusa-boreal"));
    let (address, code) =
        (served.urls()[0].trim_start_matches("http://").to_owned(), served.host.head.code.clone());
    send(&address, "POST /join", &format!("code={code}&name=Ana")).expect("joined");
    drop(served);
    assert!(comes(|| kept_in(&data.path().join("classes")).is_some()));
    let mut command = Command::new(env!("CARGO_BIN_EXE_mufakat"));
    command.args(["--lang", "en", "serve", "nusa-boreal", "--bind", "127.0.0.1:0"]);
    command.env("MUFAKAT_DATA", data.path()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut lines = lines.map(|line| line.expect("text"));
    let told = lines.find(|line| line.contains("serve --data \"") || line.contains("Ctrl+C"));
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    let told = told.expect("the way back");
    assert!(told.contains(&folder.display().to_string()), "{told}");
}

#[test]
fn why_a_class_cannot_be_opened_is_told_in_the_users_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = |lang: &str, data: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mufakat"));
        command.args(["--lang", lang, "serve", "nusa-boreal", "--bind", "127.0.0.1:0", "--data"]).arg(data);
        let ended = command.output().expect("the program");
        assert_eq!(ended.status.code(), Some(2));
        String::from_utf8(ended.stderr).expect("text")
    };
    let in_the_way = folder.path().join("berkas");
    std::fs::write(&in_the_way, "x").expect("written");
    let other = folder.path().join("lain");
    std::fs::create_dir(&other).expect("a folder");
    std::fs::write(other.join("class.sqlite"), "no log of a class at all, but a long letter".repeat(99))
        .expect("written");
    for (lang, words) in [("id", ["seharusnya folder", "rusak"]), ("en", ["folder is needed", "damaged"])] {
        for (path, words) in [&in_the_way.join("kelas"), &other].into_iter().zip(words) {
            let told = told(lang, path);
            assert!(told.contains(words) && !told.contains("os error"), "{told}");
        }
    }
}

#[test]
fn one_click_deletes_everything_and_ends_the_class() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::start(folder.path(), Some("nusa-boreal"));
    let answer =
        send(&server.address, "POST /join", &format!("code={}&name=Ana", server.code)).expect("joined");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let answer = delete_by_click(&server.address, &server.pin);
    assert!(answer.contains("All data of this class are deleted"), "{answer}");
    let ended = (0..100).any(|_| {
        thread::sleep(Duration::from_millis(100));
        server.child.try_wait().is_ok_and(|status| status.is_some())
    });
    assert!(ended, "the server ends");
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("the folder").collect();
    assert!(left.is_empty(), "{left:?}");
}
