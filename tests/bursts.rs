//! A real server with many phones: killed in the middle of their acts, and with streams that break.

use mufakat::exact::SplitMix64;
use mufakat::server::chance;
use mufakat::server::selftest::child::Server;
use mufakat::server::selftest::client::Client;
use mufakat::server::selftest::lesson::Class;
use mufakat::server::selftest::page::Page;
use mufakat::server::selftest::teacher::Teacher;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

fn start(folder: &Path, scenario: Option<&str>) -> Server {
    Server::of(Path::new(env!("CARGO_BIN_EXE_mufakat")), folder, scenario).expect("a server")
}

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(test);
}

/// What became of the posts of one phone.
#[derive(Default)]
struct Sent {
    confirmed: Vec<u64>,
    /// No answer came: perhaps it counts, perhaps not.
    open: Vec<u64>,
}

#[test]
fn no_confirmed_act_is_lost_in_a_kill_and_one_that_is_sent_again_counts_once() {
    run(async {
        let folder = tempfile::tempdir().expect("a folder");
        let server = start(folder.path(), Some("nusa-boreal"));
        let mut cookies = Vec::new();
        for no in 0..10 {
            let mut client = Client::new(server.address);
            let form = format!("code={}&name=S{no}", server.code);
            cookies.push(client.post("/join", &form).await.expect("an answer").cookie.expect("a cookie"));
        }
        let mut teacher = Teacher::login(server.address, &server.pin).await.expect("the console");
        assert_eq!(teacher.click("do=phase&phase=talks&minutes=90").await.expect("an answer").status, 303);
        let sent: Vec<Arc<Mutex<Sent>>> = cookies.iter().map(|_| Arc::default()).collect();
        let mut acting = tokio::task::JoinSet::new();
        for (cookie, sent) in cookies.iter().zip(&sent) {
            let (address, cookie, sent) = (server.address, cookie.clone(), Arc::clone(sent));
            acting.spawn(async move {
                let mut client = Client::new(address);
                client.cookie = cookie;
                let csrf = Page::new(client.fetch("/seat").await.expect("a page").text()).csrf().to_owned();
                loop {
                    let key = chance::number();
                    let form = format!("csrf={csrf}&key={key}&do=speak&speech={key}");
                    match client.post("/act", &form).await {
                        Ok(answer) if answer.status == 303 => {
                            sent.lock().expect("a lock").confirmed.push(key);
                        }
                        Ok(answer) => panic!("{}", answer.status),
                        Err(_) => {
                            sent.lock().expect("a lock").open.push(key);
                            return;
                        }
                    }
                }
            });
        }
        let confirmed = || sent.iter().map(|it| it.lock().expect("a lock").confirmed.len()).sum::<usize>();
        while confirmed() < 60 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        server.kill().expect("it runs");
        while let Some(ended) = acting.join_next().await {
            ended.expect("a phone");
        }

        let again = start(folder.path(), None);
        for (cookie, sent) in cookies.iter().zip(&sent) {
            let mut client = Client::new(again.address);
            client.cookie.clone_from(cookie);
            let csrf =
                Page::new(client.fetch("/seat").await.expect("the same seat").text()).csrf().to_owned();
            let open = sent.lock().expect("a lock").open.clone();
            for key in open {
                let form = format!("csrf={csrf}&key={key}&do=speak&speech={key}");
                assert_eq!(client.post("/act", &form).await.expect("an answer").status, 303);
                sent.lock().expect("a lock").confirmed.push(key);
            }
        }
        let mut teacher = Teacher::login(again.address, &again.pin).await.expect("the console");
        let log = teacher.log().await.expect("the log");
        for sent in &sent {
            for key in &sent.lock().expect("a lock").confirmed {
                assert_eq!(log.posts.get(key), Some(&1), "a confirmed act");
            }
        }
        assert!(log.posts.values().all(|many| *many == 1), "none counts twice");
    });
}

#[test]
fn phones_whose_streams_break_all_the_time_still_hear_of_everything() {
    run(async {
        let folder = tempfile::tempdir().expect("a folder");
        let server = start(folder.path(), Some("nusa-boreal"));
        let class = Class::open(&server, 12, 3).await.expect("a class");
        let mut teacher = Teacher::login(server.address, &server.pin).await.expect("the console");
        let (over, ends) = tokio::sync::watch::channel(0u64);
        let mut listening = tokio::task::JoinSet::new();
        for (no, phone) in class.phones.iter().enumerate() {
            let mut client = Client::new(server.address);
            client.cookie = phone.cookie().to_owned();
            let mut ends = ends.clone();
            let mut dice = SplitMix64::new(no as u64);
            listening.spawn(async move {
                let mut breaks = 0;
                loop {
                    let mut stream = client.listen("/live").await.expect("a stream");
                    while let Some(number) = stream.next().await {
                        let heard: u64 =
                            number.split('.').next().and_then(|it| it.parse().ok()).expect("a number");
                        let last = *ends.borrow_and_update();
                        if last > 0 && heard >= last {
                            return breaks;
                        }
                        if dice.unit() < 0.3 {
                            breaks += 1;
                            break;
                        }
                    }
                }
            });
        }
        for no in 0..25 {
            let answer = teacher.click(&format!("do=tell&words=Kabar+{no}")).await.expect("an answer");
            assert_eq!(answer.status, 303);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        // Whoever hears this number has missed nothing: the next click is what leads to it.
        let mut client = Client::new(server.address);
        client.cookie = class.phones[0].cookie().to_owned();
        let version = client.fetch("/version").await.expect("an answer").text();
        let newest: u64 = version.split('.').next().and_then(|it| it.parse().ok()).expect("a number");
        over.send(newest + 1).expect("somebody listens");
        assert_eq!(teacher.click("do=tell&words=Selesai").await.expect("an answer").status, 303);
        let breaks = tokio::time::timeout(Duration::from_secs(30), listening.join_all()).await;
        let breaks: u64 = breaks.expect("every phone hears the last word").into_iter().sum();
        assert!(breaks > 20, "{breaks} streams were broken");
    });
}
