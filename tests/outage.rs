//! A class server that is killed in the middle of a burst, and started again.

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
fn send(address: &str, head: &str, body: &str) -> Option<String> {
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

#[test]
fn one_click_deletes_everything_and_ends_the_class() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::start(folder.path(), Some("nusa-boreal"));
    let answer =
        send(&server.address, "POST /join", &format!("code={}&name=Ana", server.code)).expect("joined");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let answer =
        send(&server.address, "POST /console/login", &format!("pin={}", server.pin)).expect("an answer");
    let console = cookie(&answer).expect("the PIN is right");
    let page = send(&server.address, &format!("GET /console|{console}"), "").expect("the console");
    let csrf =
        page.split("name=\"csrf\" value=\"").nth(1).and_then(|it| it.split('"').next()).expect("a form");
    let act = format!("POST /console/act|{console}");
    send(&server.address, &act, &format!("csrf={csrf}&do=delete")).expect("an answer");
    let ended = (0..100).any(|_| {
        thread::sleep(Duration::from_millis(100));
        server.child.try_wait().is_ok_and(|status| status.is_some())
    });
    assert!(ended, "the server ends");
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("the folder").collect();
    assert!(left.is_empty(), "{left:?}");
}
