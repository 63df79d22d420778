//! What the phones measured, all together.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A moment of the lesson whose times are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Everybody comes in within one second.
    Join,
    /// Everybody answers the questions on the sheet within one second.
    Understand,
    /// Everybody hands target and guess in within one second.
    Prepare,
    /// Everybody writes to the other side within one second.
    Chat,
    /// Everybody writes at the very same instant.
    Instant,
    /// Whole games, each phone as soon as it is its turn.
    Games,
    /// Everybody answers the private questions within one second.
    Questions,
    /// From a click that opens the debrief, or more of its pages, to the new page on a phone.
    Debrief,
    /// From a click at the console to the new page on a phone.
    Teacher,
    /// From a change to the new page on the other phones.
    Refresh,
}

impl Moment {
    /// All, in the order of the lesson.
    pub const ALL: [Self; 10] = [
        Self::Join,
        Self::Understand,
        Self::Prepare,
        Self::Chat,
        Self::Instant,
        Self::Games,
        Self::Questions,
        Self::Debrief,
        Self::Teacher,
        Self::Refresh,
    ];

    /// The name in word keys and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Understand => "understand",
            Self::Prepare => "prepare",
            Self::Chat => "chat",
            Self::Instant => "instant",
            Self::Games => "games",
            Self::Questions => "questions",
            Self::Debrief => "debrief",
            Self::Teacher => "teacher",
            Self::Refresh => "refresh",
        }
    }

    /// Whether all phones act within one second here, or wait for the same page: by these times the laptop
    /// is judged.
    pub const fn is_burst(self) -> bool {
        matches!(
            self,
            Self::Join | Self::Understand | Self::Prepare | Self::Chat | Self::Questions | Self::Debrief
        )
    }
}

/// What happened, as the phones saw it.
#[derive(Debug, Default)]
pub struct Counts {
    /// Times in microseconds, by moment.
    pub times: BTreeMap<Moment, Vec<u64>>,
    /// Numbers of posts that were confirmed.
    pub confirmed: Vec<u64>,
    /// Names that were confirmed.
    pub names: Vec<String>,
    /// Posts that the rules refused, with a page that says why.
    pub refused: u64,
    /// Posts that were sent again because no answer came.
    pub resent: u64,
    /// Answers that nobody should get: a status, or what broke.
    pub odd: BTreeMap<String, u64>,
    /// Streams that ended before the lesson did.
    pub streams_lost: u64,
    /// The heaviest page on its way and unpacked, in bytes.
    pub heaviest: (usize, usize),
    /// Style, script and icon on their way, in bytes.
    pub assets: usize,
}

/// Shared by all phones.
#[derive(Debug, Default)]
pub struct Tally(Mutex<Counts>);

impl Tally {
    /// The counts.
    pub fn counts(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One time.
    pub fn took(&self, moment: Moment, time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        self.counts().times.entry(moment).or_default().push(micros);
    }

    /// Something that should not have come.
    pub fn odd(&self, what: String) {
        *self.counts().odd.entry(what).or_default() += 1;
    }
}

/// Times of one moment, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Times {
    /// How many were measured.
    pub count: usize,
    /// Half of them were not longer.
    pub p50: f64,
    /// 95 of 100 were not longer.
    pub p95: f64,
    /// 99 of 100 were not longer.
    pub p99: f64,
    /// The longest.
    pub most: f64,
}

impl Times {
    /// Percentiles by nearest rank, so that each is a time that was measured.
    pub fn of(micros: &[u64]) -> Self {
        let mut sorted = micros.to_vec();
        sorted.sort_unstable();
        let at = |percent: usize| {
            let rank = (sorted.len() * percent).div_ceil(100).max(1);
            sorted.get(rank - 1).map_or(0.0, |micros| *micros as f64 / 1_000.0)
        };
        Self { count: sorted.len(), p50: at(50), p95: at(95), p99: at(99), most: at(100) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let micros: Vec<u64> = (1..=200).rev().map(|it| it * 1_000).collect();
        let times = Times::of(&micros);
        assert_eq!(
            (times.count, times.p50, times.p95, times.p99, times.most),
            (200, 100.0, 190.0, 198.0, 200.0)
        );
        assert_eq!(Times::of(&[7_000]).p50, 7.0);
        assert_eq!(Times::of(&[]), Times::default());
    }
}
