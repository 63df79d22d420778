//! How often somebody may try.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Try {
    /// Coming in with a code.
    Code,
    /// Looking at the names of the class with a code.
    Look,
    /// Taking over with four digits.
    Digits,
    /// Digits that were wrong for a person, from everywhere together: guessing becomes no easier with more
    /// devices.
    Wrong,
    /// The same for all people together.
    Wrongs,
    /// The PIN of the console.
    Pin,
    /// The same from everywhere together.
    Pins,
    /// Words of one person without an act.
    Speak,
    /// Any other post.
    Post,
}

/// Who tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Everybody together.
    All,
    /// Whoever comes from an address.
    Address(IpAddr),
    /// A person of the class.
    Person(usize),
}

impl Try {
    /// So many in so many milliseconds.
    const fn allowed(self) -> (u32, u64) {
        match self {
            Self::Code | Self::Look => (60, 60_000),
            Self::Digits => (8, 60_000),
            Self::Wrong => (6, 600_000),
            Self::Wrongs => (60, 600_000),
            Self::Pin => (8, 60_000),
            Self::Pins => (24, 60_000),
            Self::Speak => (10, 30_000),
            Self::Post => (120, 10_000),
        }
    }
}

/// How many phones may stand behind one address.
const BEHIND_ONE: u32 = 400;

/// Counts of tries, by address.
#[derive(Debug, Default)]
pub struct Limits {
    windows: Mutex<BTreeMap<(Try, Who), (u64, u32)>>,
    shared: bool,
}

impl Limits {
    /// Limits for a class whose phones all come through one address, as behind a router that hides them.
    /// Guessing digits or the PIN becomes no easier.
    pub fn for_one_address() -> Self {
        Self { shared: true, ..Self::default() }
    }

    /// Whether one more try is allowed now; it counts.
    pub fn allows(&self, what: Try, who: Who, now: u64) -> bool {
        self.count(what, who, now, 1)
    }

    /// Whether a try would be allowed now; it does not count.
    pub fn is_open(&self, what: Try, who: Who, now: u64) -> bool {
        self.count(what, who, now, 0)
    }

    fn count(&self, what: Try, who: Who, now: u64, tries: u32) -> bool {
        let (mut most, span) = what.allowed();
        if self.shared && matches!(what, Try::Code | Try::Look | Try::Post) {
            most *= BEHIND_ONE;
        }
        let mut windows = self.windows.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if windows.len() > 10_000 {
            windows.retain(|(what, _), (since, _)| now.saturating_sub(*since) < what.allowed().1);
        }
        let (since, count) = windows.entry((what, who)).or_insert((now, 0));
        if now.saturating_sub(*since) >= span {
            (*since, *count) = (now, 0);
        }
        *count += tries;
        // A try that only asks is the next one.
        *count + (1 - tries.min(1)) <= most
    }
}
