//! What the debrief shows, reckoned before anybody asks for it.
//!
//! One click of the teacher lets all phones ask at once. A table's debrief takes some milliseconds, and so
//! does drawing it: together that would be felt. So tables that are over are reckoned and drawn one after
//! the other as they end, on a thread beside those that answer phones.

use super::Site;
use crate::scenario::{PerSeat, Seat};
use crate::server::class::Class;
use crate::server::pages::{self, Opened};
use crate::view::Debrief;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

/// How long the thread rests after a table at least, so that phones that act meanwhile do not feel it.
const REST: Duration = Duration::from_millis(4);
/// Changes that follow each other closer than this are looked at together.
const TOGETHER: Duration = Duration::from_millis(100);

/// A table of the class, or of a dry run with this seed.
type Key = (u64, usize);

/// Made by whoever asks first; the others wait for this one table only.
type Slot = Arc<OnceLock<Option<Arc<Opened>>>>;

/// What a debrief hangs on.
#[derive(Debug, Default, PartialEq, Eq)]
struct State {
    length: usize,
    stand_in: PerSeat<Option<String>>,
}

/// The debrief of a table in its state, and one of an earlier state from which it is soon made.
#[derive(Debug, Default)]
struct Kept {
    known: State,
    slot: Slot,
    before: Option<Arc<Opened>>,
}

/// Debriefs of tables, each for the state in which its table is.
#[derive(Debug, Default)]
pub(super) struct Ready(Mutex<BTreeMap<Key, Kept>>);

impl Ready {
    /// The debrief of a table; `None` while it plays.
    fn of(&self, class: &Class, rehearsal: bool, no: usize) -> Option<Arc<Opened>> {
        let pair = class.pairs.get(no)?;
        if !pair.table.is_closed() {
            return None;
        }
        // The seed tells one dry run from the next.
        let key = (if rehearsal { pair.table.seed() } else { 0 }, no);
        let state = State { length: pair.table.len(), stand_in: pair.stand_in.clone() };
        let (slot, before) = {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let Kept { known, slot, before } = kept.entry(key).or_default();
            if *known != state {
                // A table that is over changes by answers alone, as long as the same counterparts sit there.
                *before = slot
                    .get()
                    .cloned()
                    .flatten()
                    .or(before.take())
                    .filter(|_| known.stand_in == state.stand_in);
                (*known, *slot) = (state, Slot::default());
            }
            (Arc::clone(slot), before.clone())
        };
        let make = || match before {
            Some(before) => Some(Arc::new(before.answered(pair))),
            None => Opened::of(pair).map(Arc::new),
        };
        slot.get_or_init(make).clone()
    }

    /// Forgets what belonged to a dry run.
    pub(super) fn forget_rehearsals(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|(seed, _), _| *seed == 0);
    }
}

impl Site {
    /// The debrief of a table of the class, for its phones.
    pub(super) fn opened(&self, pair: usize) -> Option<Arc<Opened>> {
        self.ready.of(&self.host.class(), false, pair)
    }

    /// The debrief of a table of the class or of the dry run.
    pub(super) fn debrief_of(&self, class: &Class, rehearsal: bool, pair: usize) -> Option<Arc<Debrief>> {
        Some(Arc::clone(&self.ready.of(class, rehearsal, pair)?.debrief))
    }

    /// Reckons and draws what the phones of a table will show. It takes some milliseconds.
    fn prepare(&self, class: &Class, no: usize) {
        let Some(opened) = self.ready.of(class, false, no) else { return };
        for seat in Seat::ALL {
            // Devices with another language are drawn when they ask.
            pages::draw(crate::words::Words::new(self.lang), class, no, seat, &opened);
        }
    }

    /// Tables that are over, each with the length of its record: every answer to the questions is one more.
    fn over(class: &Class) -> impl Iterator<Item = (usize, usize)> + '_ {
        let pairs = class.pairs.iter().enumerate();
        pairs.filter(|(_, it)| it.table.is_closed()).map(|(no, it)| (no, it.table.len()))
    }

    /// Prepares every table that is over, before the debrief is opened to all phones.
    pub(super) async fn prepare_all(self: &Arc<Self>) {
        let site = Arc::clone(self);
        // If the thread is told to end, the phones wait for their own tables.
        let _ = tokio::task::spawn_blocking(move || {
            let class = site.host.class();
            (0..class.pairs.len()).for_each(|no| site.prepare(&class, no));
        })
        .await;
    }

    /// Prepares tables as they come to their end, as long as the class is open.
    pub async fn prepare_ahead(self: Arc<Self>) {
        let mut changes = self.host.changes();
        let mut done = BTreeMap::new();
        loop {
            let class = self.host.class();
            let next = Self::over(&class).find(|(no, len)| done.get(no) != Some(len));
            let Some((no, len)) = next else {
                use tokio::sync::broadcast::error::RecvError;
                // Who missed some changes looks at the newest state all the same.
                if matches!(changes.recv().await, Err(RecvError::Closed)) {
                    return;
                }
                tokio::time::sleep(TOGETHER).await;
                continue;
            };
            done.insert(no, len);
            let site = Arc::clone(&self);
            let took = tokio::task::spawn_blocking(move || {
                let began = site.host.now();
                site.prepare(&class, no);
                Duration::from_millis(site.host.now() - began)
            });
            // Half of one processor at most, and less where many act.
            tokio::time::sleep(took.await.unwrap_or(REST).max(REST)).await;
        }
    }
}
