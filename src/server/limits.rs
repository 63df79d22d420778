//! How often somebody may try.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Try {
    /// Coming in with a code.
    Code,
    /// Taking over with four digits.
    Digits,
    /// The PIN of the console, from everywhere together.
    Pin,
    /// Any other post.
    Post,
}

impl Try {
    /// So many in so many milliseconds.
    const fn allowed(self) -> (u32, u64) {
        match self {
            Self::Code => (60, 60_000),
            Self::Digits => (8, 60_000),
            Self::Pin => (8, 60_000),
            Self::Post => (120, 10_000),
        }
    }
}

/// Counts of tries, by address.
#[derive(Debug, Default)]
pub struct Limits {
    windows: Mutex<BTreeMap<(Try, Option<IpAddr>), (u64, u32)>>,
}

impl Limits {
    /// Whether one more try is allowed now; it counts.
    pub fn allows(&self, what: Try, who: IpAddr, now: u64) -> bool {
        let (most, span) = what.allowed();
        let who = (what != Try::Pin).then_some(who);
        let mut windows = self.windows.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if windows.len() > 10_000 {
            windows.retain(|_, (since, _)| now.saturating_sub(*since) < 60_000);
        }
        let (since, count) = windows.entry((what, who)).or_insert((now, 0));
        if now.saturating_sub(*since) >= span {
            (*since, *count) = (now, 0);
        }
        *count += 1;
        *count <= most
    }
}
