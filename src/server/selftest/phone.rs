//! One phone: it knows what its page shows, acts with the page's forms, and follows the page's stream.
//!
//! It does what `web/live.js` does: an act is a post, answered by the way to the new page; a post without
//! an answer is sent again with the same number; a new number in the stream means to fetch the page.

use super::client::{Client, Silence, now};
use super::page::Page;
use super::tally::{Moment, Tally};
use crate::exact::SplitMix64;
use crate::server::chance;
use std::net::SocketAddr;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::{Mutex, watch};

/// How often a post is sent before the phone gives up.
const TRIES: u32 = 8;
/// Acts of one game at most: more would be a playbook that runs in a circle.
const MOST_ACTS: u32 = 400;

/// How an act ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It counts.
    Confirmed,
    /// The page says why not.
    Refused,
    /// No usable answer.
    Failed,
}

/// A student's phone.
pub struct Phone {
    address: SocketAddr,
    cookie: String,
    client: Mutex<Client>,
    page: RwLock<Arc<Page>>,
    news: watch::Sender<u64>,
    tally: Arc<Tally>,
}

impl Phone {
    /// Comes into the class with this code, as a browser does: the door, what it is dressed with, the form.
    pub async fn join(address: SocketAddr, code: &str, name: &str, tally: Arc<Tally>) -> Option<Arc<Self>> {
        let mut client = Client::new(address);
        let mut assets = 0;
        for path in ["/", "/style.css", "/live.js", "/icon.svg"] {
            match client.fetch(path).await {
                Ok(answer) if path != "/" => assets += answer.weight(),
                Ok(_) => {}
                Err(silence) => tally.odd(silence.to_string()),
            }
        }
        tally.counts().assets = assets;
        let began = now();
        let answer = match client.post("/join", &format!("code={code}&name={name}")).await {
            Ok(answer) => answer,
            Err(silence) => {
                tally.odd(silence.to_string());
                return None;
            }
        };
        let Some(cookie) = answer.cookie.clone().filter(|_| answer.status == 303) else {
            tally.odd(answer.status.to_string());
            return None;
        };
        tally.counts().names.push(name.to_owned());
        client.cookie.clone_from(&cookie);
        let phone = Arc::new(Self {
            address,
            cookie,
            client: Mutex::new(client),
            page: RwLock::default(),
            news: watch::channel(0).0,
            tally,
        });
        phone.look().await;
        phone.tally.took(Moment::Join, began.elapsed());
        Some(phone)
    }

    /// The cookie of its seat.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    /// The page that is shown.
    pub fn page(&self) -> Arc<Page> {
        Arc::clone(&self.page.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn show(&self, page: Page, weight: usize) {
        let mut counts = self.tally.counts();
        let heaviest = &mut counts.heaviest;
        *heaviest = (heaviest.0.max(weight), heaviest.1.max(page.size()));
        drop(counts);
        let mut shown = self.page.write().unwrap_or_else(PoisonError::into_inner);
        if page.is_as_new_as(&shown.live) {
            *shown = Arc::new(page);
            self.news.send_modify(|count| *count += 1);
        }
    }

    /// Fetches the page anew.
    pub async fn look(&self) -> bool {
        let answer = self.client.lock().await.fetch("/seat").await;
        self.take(answer)
    }

    fn take(&self, answer: Result<super::client::Answer, Silence>) -> bool {
        match answer {
            Ok(answer) if answer.status == 200 => {
                self.show(Page::new(answer.text()), answer.weight());
                return true;
            }
            Ok(answer) => self.tally.odd(answer.status.to_string()),
            Err(silence) => self.tally.odd(silence.to_string()),
        }
        false
    }

    /// Follows the stream until the class is over, and fetches the page when it has another number.
    pub async fn follow(self: Arc<Self>) {
        let mut side = Client::new(self.address);
        side.cookie.clone_from(&self.cookie);
        loop {
            if let Ok(mut stream) = side.listen("/live").await {
                while let Some(number) = stream.next().await {
                    if self.page().is_as_new_as(&number) {
                        continue;
                    }
                    let began = now();
                    let answer = side.fetch("/seat").await;
                    self.tally.took(Moment::Refresh, began.elapsed());
                    self.take(answer);
                }
            }
            self.tally.counts().streams_lost += 1;
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    /// Waits for a page that is newer than this state of the lesson.
    pub async fn sees_after(&self, lesson: u64) {
        let mut news = self.news.subscribe();
        while self.page().lesson() <= lesson {
            if news.changed().await.is_err() {
                return;
            }
        }
    }

    /// Sends a form and shows the page that follows; the time until then counts for this moment.
    pub async fn act(&self, moment: Moment, what: &str, more: &str) -> Done {
        let key = chance::number();
        let form = format!("csrf={}&key={key}&do={what}{more}", self.page().csrf());
        let mut client = self.client.lock().await;
        let began = now();
        for again in 0..TRIES {
            match client.post("/act", &form).await {
                Ok(answer) if answer.status == 303 => {
                    let next = client.fetch("/seat").await;
                    self.tally.took(moment, began.elapsed());
                    self.tally.counts().confirmed.push(key);
                    self.take(next);
                    return Done::Confirmed;
                }
                Ok(answer) if answer.status == 422 => {
                    let mut counts = self.tally.counts();
                    counts.refused += 1;
                    drop(counts);
                    self.show(Page::new(answer.text()), answer.weight());
                    return Done::Refused;
                }
                Ok(answer) => {
                    self.tally.odd(answer.status.to_string());
                    return Done::Failed;
                }
                Err(_) => {
                    self.tally.counts().resent += 1;
                    tokio::time::sleep(Duration::from_millis(u64::from(800 * (again + 1)))).await;
                }
            }
        }
        self.tally.odd("no answer".to_owned());
        Done::Failed
    }

    /// Finds out by trying what is right for this seat; the right answers stand on the sheet, but a phone
    /// cannot read.
    pub async fn learn(&self) -> Option<String> {
        let page = self.page();
        for number in 0..page.answers(1) {
            for top in 0..page.answers(0) {
                let answers = format!("&q0={top}&q1={number}&q2=0");
                if self.act(Moment::Understand, "understand", &answers).await == Done::Confirmed {
                    return Some(answers);
                }
            }
        }
        None
    }

    /// Plays the game to its end with the forms of the page.
    pub async fn play(&self, mut dice: SplitMix64) -> bool {
        let mut news = self.news.subscribe();
        let (mut turns, mut proposed, mut accepted) = (0, false, false);
        for _ in 0..MOST_ACTS {
            let page = self.page();
            let act = |what| self.act(Moment::Games, what, "");
            if page.offers("reflect") {
                return true;
            } else if page.offers("sign") {
                act("sign").await;
            } else if page.offers("take-better") {
                act("take-better").await;
            } else if page.offers("grant") {
                act("grant").await;
            } else if !page.offers("end-turn") {
                news.mark_unchanged();
                if self.page().live == page.live && news.changed().await.is_err() {
                    return false;
                }
                continue;
            } else if let Some(offer) = page.offer().filter(|_| turns >= 3 && !accepted) {
                // Refused once, it waits for the next turn.
                let more = format!("&offer={offer}");
                accepted = self.act(Moment::Games, "accept", &more).await != Done::Confirmed;
            } else if !proposed && page.offers("propose") {
                proposed = true;
                self.act(Moment::Games, "propose", &page.package(turns, &mut dice)).await;
            } else {
                act("end-turn").await;
                (turns, proposed, accepted) = (turns + 1, false, false);
            }
            let thinking = 300 + dice.next_u64() % 900;
            tokio::time::sleep(Duration::from_millis(thinking)).await;
        }
        false
    }
}
