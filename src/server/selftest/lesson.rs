//! A whole lesson, played by phones, with the moments at which all of them act within one second.

use super::child::Server;
use super::client::{Silence, now};
use super::phone::{Done, Phone};
use super::tally::{Moment, Tally};
use super::teacher::Teacher;
use crate::exact::SplitMix64;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

/// All of a burst act within this time.
const SECOND: u64 = 1_000;
/// How often everybody writes to the other side: the more times, the steadier the percentiles.
const CHATS: u64 = 5;
/// How long whole games may take.
const LONGEST_GAMES: Duration = Duration::from_secs(150);
/// How long all phones may take to see what the teacher clicked; then the lesson goes on without the rest.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// The phones of a class and their console.
pub struct Class {
    /// All phones that came in.
    pub phones: Vec<Arc<Phone>>,
    /// What they measured.
    pub tally: Arc<Tally>,
    teacher: Teacher,
    dice: SplitMix64,
    streams: JoinSet<()>,
}

impl Class {
    /// Lets so many phones come in within one second.
    ///
    /// # Errors
    ///
    /// [`Silence`] if the console does not answer.
    pub async fn open(server: &Server, phones: usize, seed: u64) -> Result<Self, Silence> {
        let tally = Arc::new(Tally::default());
        let teacher = Teacher::login(server.address, &server.pin).await?;
        let mut dice = SplitMix64::new(seed);
        let mut coming = JoinSet::new();
        for no in 0..phones {
            let (address, code, tally) = (server.address, server.code.clone(), Arc::clone(&tally));
            let wait = Duration::from_millis(dice.next_u64() % SECOND);
            coming.spawn(async move {
                tokio::time::sleep(wait).await;
                come_in(address, &code, no, tally).await
            });
        }
        let mut class = Self { phones: Vec::new(), tally, teacher, dice, streams: JoinSet::new() };
        while let Some(phone) = coming.join_next().await {
            let Ok(Some(phone)) = phone else { continue };
            class.streams.spawn(Arc::clone(&phone).follow());
            class.phones.push(phone);
        }
        Ok(class)
    }

    /// Clicks at the console and waits until every phone shows what followed.
    ///
    /// # Errors
    ///
    /// [`Silence`] if the console does not answer.
    pub async fn click(&mut self, form: &str) -> Result<(), Silence> {
        self.click_for(Moment::Teacher, form).await
    }

    /// The same; the time until each phone shows it counts for this moment.
    async fn click_for(&mut self, moment: Moment, form: &str) -> Result<(), Silence> {
        let lesson = self.phones.iter().map(|phone| phone.page().lesson()).max().unwrap_or(0);
        let began = now();
        let mut waiting = JoinSet::new();
        for phone in &self.phones {
            let (phone, tally) = (Arc::clone(phone), Arc::clone(&self.tally));
            waiting.spawn(async move {
                phone.sees_after(lesson).await;
                tally.took(moment, began.elapsed());
            });
        }
        let answer = self.teacher.click(form).await?;
        if answer.status != 303 {
            self.tally.odd(format!("console {}", answer.status));
        }
        if tokio::time::timeout(LONGEST_WAIT, waiting.join_all()).await.is_err() {
            self.tally.odd("a phone never saw what the teacher clicked".to_owned());
        }
        Ok(())
    }

    /// The first so many phones act within one second, or at the same instant.
    pub async fn burst<F, D>(&mut self, first: usize, spread: bool, act: F)
    where
        F: Fn(Arc<Phone>, u64) -> D,
        D: Future<Output = Done> + Send + 'static,
    {
        let mut acting = JoinSet::new();
        for phone in self.phones.iter().take(first) {
            let wait = Duration::from_millis(if spread { self.dice.next_u64() % SECOND } else { 0 });
            let act = act(Arc::clone(phone), self.dice.next_u64());
            acting.spawn(async move {
                tokio::time::sleep(wait).await;
                act.await
            });
        }
        acting.join_all().await;
        // The other phones fetch what has changed; the next burst is to find them at rest.
        tokio::time::sleep(Duration::from_millis(SECOND / 2)).await;
    }

    /// Everybody writes a line to the other side.
    pub async fn chat(&mut self, moment: Moment, first: usize) {
        self.burst(first, moment != Moment::Instant, move |phone, no| async move {
            phone
                .act(moment, "speak", &format!("&speech=Kami+mencari+naskah+yang+baik+bagi+keduanya+{no}"))
                .await
        })
        .await;
    }

    /// Leads the class from the door to the debrief. Returns how many games ended by themselves.
    ///
    /// # Errors
    ///
    /// [`Silence`] if the console does not answer.
    pub async fn hold(&mut self) -> Result<usize, Silence> {
        let all = self.phones.len();
        self.click("do=phase&phase=briefing&minutes=20").await?;
        let mut known: [Option<String>; 2] = [None, None];
        for phone in &self.phones {
            let seat = usize::from(phone.page().is_first());
            if known[seat].is_none() {
                known[seat] = phone.learn().await;
            }
        }
        let known = Arc::new(known);
        self.burst(all, true, |phone, _| {
            let known = Arc::clone(&known);
            async move {
                let page = phone.page();
                let answers = known[usize::from(page.is_first())].clone().unwrap_or_default();
                if !page.offers("understand") {
                    return Done::Confirmed;
                }
                phone.act(Moment::Understand, "understand", &answers).await
            }
        })
        .await;
        self.click("do=phase&phase=preparation&minutes=10").await?;
        self.burst(all, true, |phone, dice| async move {
            phone.act(Moment::Prepare, "prepare", &guess(&phone, dice, "&target=70")).await
        })
        .await;
        self.click("do=phase&phase=talks&minutes=90").await?;
        for _ in 0..CHATS {
            self.chat(Moment::Chat, all).await;
        }
        self.chat(Moment::Instant, all).await;
        let ended = self.play().await;
        self.click("do=phase&phase=questions&minutes=10").await?;
        self.burst(all, true, |phone, dice| async move {
            let form = guess(&phone, dice, "&result=4&own=3&process=4&again=4&swap=yes");
            phone.act(Moment::Questions, "reflect", &form).await
        })
        .await;
        self.click_for(Moment::Debrief, "do=phase&phase=debrief").await?;
        self.click_for(Moment::Debrief, "do=pages-all").await?;
        self.click_for(Moment::Debrief, "do=improving&open=yes").await?;
        Ok(ended)
    }

    /// All games at once, from the first offer to the signature.
    async fn play(&mut self) -> usize {
        let mut playing = JoinSet::new();
        for phone in &self.phones {
            let (phone, dice) = (Arc::clone(phone), SplitMix64::new(self.dice.next_u64()));
            playing.spawn(async move {
                tokio::time::timeout(LONGEST_GAMES, phone.play(dice)).await.unwrap_or(false)
            });
        }
        playing.join_all().await.into_iter().filter(|ended| *ended).count() / 2
    }

    /// The console, for the log.
    pub const fn teacher(&mut self) -> &mut Teacher {
        &mut self.teacher
    }
}

async fn come_in(address: SocketAddr, code: &str, no: usize, tally: Arc<Tally>) -> Option<Arc<Phone>> {
    Phone::join(address, code, &format!("Siswa{no}"), tally).await
}

/// A guess of the other side's order: any permutation will do.
fn guess(phone: &Phone, dice: u64, more: &str) -> String {
    let ranks = phone.page().ranks();
    let turn = usize::try_from(dice % 97).unwrap_or(0);
    (0..ranks).fold(more.to_owned(), |form, at| format!("{form}&r{at}={}", (at + turn) % ranks + 1))
}
