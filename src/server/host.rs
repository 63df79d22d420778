//! Runs a class: one thread decides and writes, everybody else reads what is on the disk.
//!
//! Orders queue up to that thread. It decides all that wait, writes the events in one commit, and only
//! then shows the new class and answers: no screen shows what could still be lost. If the disk refuses,
//! none of it has happened.

use super::chance;
use super::class::{Class, Event, No, Order};
use super::store::{Head, Log, Store, StoreError};
use crate::scenario::Scenario;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Instant, SystemTime, UNIX_EPOCH};
use tokio::sync::{broadcast, oneshot};

/// Orders that are decided in one commit at most.
const BATCH: usize = 256;

/// The host's clock: it never goes back, whatever happens to the clock of the computer.
#[derive(Clone, Copy, Debug)]
struct Time {
    base: u64,
    started: Instant,
}

impl Time {
    #[expect(clippy::disallowed_methods, reason = "the host of a class keeps its time; the class is told it")]
    fn after(last: u64, wall: u64) -> Self {
        Self { base: wall.max(last), started: Instant::now() }
    }

    fn now(&self) -> u64 {
        self.base + u64::try_from(self.started.elapsed().as_millis()).unwrap_or(0)
    }
}

/// The computer's clock in milliseconds, right or wrong.
#[expect(clippy::disallowed_methods, reason = "the host of a class keeps its time; the class is told it")]
fn wall() -> u64 {
    let wall = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_millis());
    u64::try_from(wall).unwrap_or(u64::MAX)
}

enum Job {
    Order(Box<Order>, oneshot::Sender<Result<(), No>>),
    Export(oneshot::Sender<Result<Vec<(u64, Event)>, StoreError>>),
    Delete(oneshot::Sender<Result<(), StoreError>>),
    Beat,
    Slept(u64),
}

/// The phase's time stands still while a class is down for longer than this, in milliseconds.
const AWAY: u64 = 10_000;

/// A running class.
pub struct Host {
    /// Code, PIN and scenario.
    pub head: Head,
    shown: Arc<RwLock<Arc<Class>>>,
    jobs: Mutex<Sender<Job>>,
    changes: broadcast::Sender<()>,
    time: Time,
    began: AtomicU64,
    seen: Mutex<BTreeMap<usize, u64>>,
}

impl Host {
    /// Opens the class in a folder, or a new one with this head, and goes on at its last event.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if the folder cannot be used.
    pub fn open(
        folder: &Path,
        scenario: impl FnOnce(&Head) -> Option<Arc<Scenario>>,
        head: impl FnOnce() -> Head,
    ) -> Result<Arc<Self>, StoreError> {
        let (store, head) = Store::open(folder, head)?;
        let Some(scenario) = scenario(&head) else { return Err(StoreError::Format("scenario".to_owned())) };
        Self::begin(Box::new(store), head, scenario, wall())
    }

    /// Goes on at the last event of any log. `wall` is what the computer's clock shows, in milliseconds.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if the log cannot be read.
    pub fn begin(
        mut store: Box<dyn Log>,
        head: Head,
        scenario: Arc<Scenario>,
        wall: u64,
    ) -> Result<Arc<Self>, StoreError> {
        let events = store.events()?;
        let mut class = Class::replay(scenario, &events).map_err(StoreError::Misfit)?;
        let heard = store.last_beat()?.unwrap_or(0).max(class.last_at);
        let time = Time::after(heard, wall);
        if let Some(away) = stands_still(&class, heard, time.base) {
            store.append(&away)?;
            away.iter().for_each(|(at, event)| class.apply(*at, event));
        }
        let shown = Arc::new(RwLock::new(Arc::new(class)));
        let (jobs, queue) = mpsc::channel();
        let (changes, _) = broadcast::channel(64);
        let worker = Worker { store: Some(store), shown: Arc::clone(&shown), changes: changes.clone(), time };
        std::thread::Builder::new().name("class".to_owned()).spawn(move || worker.run(&queue))?;
        let began = AtomicU64::new(time.base);
        Ok(Arc::new(Self {
            head,
            shown,
            jobs: Mutex::new(jobs),
            changes,
            time,
            began,
            seen: Mutex::default(),
        }))
    }

    /// The class as it stands on the disk.
    pub fn class(&self) -> Arc<Class> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Milliseconds of the host's clock.
    pub fn now(&self) -> u64 {
        self.time.now()
    }

    /// When this run of the class began, or the computer woke from a sleep in it, in milliseconds of the host's
    /// clock: nobody can have been heard before.
    pub fn began(&self) -> u64 {
        self.began.load(Ordering::Relaxed)
    }

    /// The computer woke just now from a sleep that began after `since`: on some systems the clock ran on under the
    /// closed lid. Nobody was silent in that time, and it is not taken from the phase.
    pub fn wake(&self, since: u64) {
        self.began.store(self.now(), Ordering::Relaxed);
        self.send(Job::Slept(since));
    }

    /// Carries out an order; returns when it is on the disk.
    ///
    /// # Errors
    ///
    /// [`No`] with the reason; nothing has changed then.
    pub async fn order(&self, order: Order) -> Result<(), No> {
        let (reply, answer) = oneshot::channel();
        self.send(Job::Order(Box::new(order), reply));
        answer.await.unwrap_or(Err(No::NotSaved))
    }

    /// The whole log as JSON lines, after the head without its secrets; the digits with which another phone
    /// takes over are left out, too.
    ///
    /// # Errors
    ///
    /// A [`StoreError`].
    pub async fn export(&self) -> Result<String, StoreError> {
        let (reply, answer) = oneshot::channel();
        self.send(Job::Export(reply));
        let events = answer.await.unwrap_or_else(|_| Err(gone()))?;
        let mut text =
            serde_json::json!({"mufakat": 1, "code": self.head.code, "scenario": self.head.scenario})
                .to_string();
        for (at, mut event) in events {
            if let Event::Joined { digits, .. } = &mut event {
                digits.clear();
            }
            text.push('\n');
            text.push_str(&serde_json::json!({"at": at, "event": event}).to_string());
        }
        text.push('\n');
        Ok(text)
    }

    /// Deletes everything; the class takes no orders afterwards.
    ///
    /// # Errors
    ///
    /// A [`StoreError`].
    pub async fn delete(&self) -> Result<(), StoreError> {
        let (reply, answer) = oneshot::channel();
        self.send(Job::Delete(reply));
        answer.await.unwrap_or_else(|_| Err(gone()))
    }

    fn send(&self, job: Job) {
        // If the thread is gone, the answer's channel closes and tells it.
        let _ = self.jobs.lock().unwrap_or_else(PoisonError::into_inner).send(job);
    }

    /// Notes that the class is running, if the time of its phase is: after a power cut it goes on from here.
    pub fn beat(&self) {
        if self.class().clock.runs() {
            self.send(Job::Beat);
        }
    }

    /// Tells when something has changed.
    pub fn changes(&self) -> broadcast::Receiver<()> {
        self.changes.subscribe()
    }

    /// Pages look again, although nothing was written: what they show is not all in the log.
    pub fn nudge(&self) {
        // Nobody listens before the first page is open.
        let _ = self.changes.send(());
    }

    /// Somebody touched a device.
    pub fn touch(&self, person: usize) {
        let now = self.now();
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(person, now);
    }

    /// When somebody last touched a device, in milliseconds; `None` if not since the start.
    pub fn last_seen(&self, person: usize) -> Option<u64> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).get(&person).copied()
    }

    /// The token that a browser at the console holds after the PIN.
    pub fn console_token(&self) -> String {
        chance::digest("console", &format!("{}{}", self.head.secret, self.head.pin))
    }
}

/// What keeps the phase's time from running out while nobody could do anything: a pause from then until now.
fn stands_still(class: &Class, from: u64, now: u64) -> Option<[(u64, Event); 2]> {
    let from = from.max(class.last_at);
    let ran = class.clock.runs() && class.clock.left(from) != Some(0);
    (ran && now.saturating_sub(from) > AWAY).then_some([(from, Event::Paused), (now, Event::Resumed)])
}

/// The log is there no longer: it was deleted, or its thread has ended.
fn gone() -> StoreError {
    std::io::Error::from(std::io::ErrorKind::NotFound).into()
}

/// The thread that decides and writes.
struct Worker {
    store: Option<Box<dyn Log>>,
    shown: Arc<RwLock<Arc<Class>>>,
    changes: broadcast::Sender<()>,
    time: Time,
}

impl Worker {
    fn run(mut self, queue: &Receiver<Job>) {
        while let Ok(first) = queue.recv() {
            let mut orders = Vec::new();
            let mut next = Some(first);
            let mut after = None;
            while let Some(job) = next.take() {
                match job {
                    Job::Order(order, reply) => orders.push((order, reply)),
                    other => {
                        after = Some(other);
                        break;
                    }
                }
                if orders.len() < BATCH {
                    next = queue.try_recv().ok();
                }
            }
            // Whatever an order stumbles over, the lesson goes on: nothing is shown before it is written, and who
            // waits for an answer that does not come is told that nothing was saved.
            let _ = catch_unwind(AssertUnwindSafe(|| self.carry_out(orders)));
            match after {
                Some(Job::Export(reply)) => {
                    let events = self.store.as_ref().map_or_else(|| Err(gone()), |it| it.events());
                    let _ = reply.send(events);
                }
                Some(Job::Delete(reply)) => {
                    let deleted = self.store.as_mut().map_or(Ok(()), |it| it.delete());
                    if deleted.is_ok() {
                        self.store = None;
                    }
                    let _ = reply.send(deleted);
                }
                Some(Job::Beat) => {
                    let now = self.time.now();
                    // A note that cannot be made costs a lesson at most the time until the next one.
                    let _ = self.store.as_mut().map(|store| store.beat(now));
                }
                Some(Job::Slept(since)) => self.make_up(since),
                Some(Job::Order(..)) | None => {}
            }
        }
    }

    /// Gives the phase the time back for which the computer slept.
    fn make_up(&mut self, since: u64) {
        let mut class = (**self.shown.read().unwrap_or_else(PoisonError::into_inner)).clone();
        let Some(away) = stands_still(&class, since, self.time.now()) else { return };
        if self.store.as_mut().is_some_and(|store| store.append(&away).is_ok()) {
            away.iter().for_each(|(at, event)| class.apply(*at, event));
            *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(class);
            let _ = self.changes.send(());
        }
    }

    fn carry_out(&mut self, orders: Vec<(Box<Order>, oneshot::Sender<Result<(), No>>)>) {
        let before = Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner));
        let mut class = (*before).clone();
        let mut entries = Vec::new();
        let mut answers = Vec::new();
        for (order, reply) in orders {
            let now = self.time.now();
            let answer = class.decide(&order).map(|events| {
                for event in events {
                    class.apply(now, &event);
                    entries.push((now, event));
                }
            });
            answers.push((reply, answer));
        }
        let mut saved = true;
        if !entries.is_empty() {
            saved = self.store.as_mut().is_some_and(|store| store.append(&entries).is_ok());
            if saved {
                *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(class);
                // Nobody listens before the first page is open.
                let _ = self.changes.send(());
            }
        }
        for (reply, answer) in answers {
            let _ = reply.send(if saved { answer } else { Err(No::NotSaved) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::builtin;
    use crate::scenario::check;
    use crate::server::class::Phase;

    fn class(events: &[(u64, Event)]) -> Class {
        let source = builtin::source("nusa-boreal").expect("ships with the program");
        let (scenario, _) = check::parse(source).expect("valid");
        Class::replay(Arc::new(scenario), events).expect("fits")
    }

    #[test]
    fn a_sleep_is_not_taken_from_the_phase() {
        let minute = 60_000;
        // Twenty minutes of talks from minute 100 on; the lid was closed from minute 105 to minute 130.
        let mut talks = class(&[(100 * minute, Event::PhaseSet(Phase::Talks, Some(20 * minute)))]);
        let away = stands_still(&talks, 105 * minute, 130 * minute).expect("the time ran");
        away.iter().for_each(|(at, event)| talks.apply(*at, event));
        assert_eq!(talks.clock.left(130 * minute), Some(15 * minute));
        assert!(talks.clock.runs());
        // A moment is no sleep, a phase whose time is over has none to lose, and a pause stands still already.
        assert_eq!(stands_still(&talks, 131 * minute, 131 * minute + 900), None);
        assert_eq!(stands_still(&talks, 146 * minute, 170 * minute), None);
        talks.apply(132 * minute, &Event::Paused);
        assert_eq!(stands_still(&talks, 133 * minute, 140 * minute), None);
        // Nor is it taken from a phase that began after the computer woke.
        let fresh = class(&[(130 * minute, Event::PhaseSet(Phase::Talks, Some(20 * minute)))]);
        assert_eq!(stands_still(&fresh, 105 * minute, 130 * minute + 500), None);
    }
}
