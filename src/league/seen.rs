//! Which packages have come up.

/// Numbers of packages, in order: a few hundred, found by halving, without allocation while they fit.
#[derive(Clone, Debug)]
pub(super) struct Seen(Vec<u64>);

impl Seen {
    /// None yet, with room for `count`.
    pub(super) fn with_capacity(count: usize) -> Self {
        Self(Vec::with_capacity(count))
    }

    /// Adds one; whether it is new.
    pub(super) fn insert(&mut self, number: u64) -> bool {
        match self.0.binary_search(&number) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, number);
                true
            }
        }
    }

    /// Whether it has come up.
    pub(super) fn contains(&self, number: u64) -> bool {
        self.0.binary_search(&number).is_ok()
    }

    /// How many different ones.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
