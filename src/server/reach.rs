//! Which devices have reached this computer, and what to do if none has.
//!
//! A class in which nobody gets in looks the same whatever the cause: another network, a firewall, or an
//! access point that keeps devices apart. So the first minute is watched, and a page at a short address
//! tells phone and console that they hear each other.

use super::network::hotspot;
use crate::words::Words;
use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

/// After so many milliseconds without any device something is in the way.
pub const PATIENCE: u64 = 60_000;
/// The address of the page that tells both sides that they hear each other.
pub const TEST: &str = "/t";
/// Addresses that are remembered: more than a class has, fewer than a flood.
const MOST: usize = 1_000;
/// Devices at which hotspots of laptops, and those of most phones, are full.
const FULL: [usize; 2] = [8, 10];

/// What was heard from outside.
#[derive(Debug, Default)]
struct Heard {
    devices: BTreeSet<IpAddr>,
    tests: Vec<IpAddr>,
}

/// Devices that have reached this computer, by their addresses.
#[derive(Debug, Default)]
pub struct Reach {
    own: RwLock<Vec<IpAddr>>,
    heard: Mutex<Heard>,
}

/// What console and window tell of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// How many devices have reached this computer.
    pub devices: usize,
    /// Addresses of the devices that opened the test page, in order.
    pub tests: Vec<IpAddr>,
    /// Whether none came for too long.
    pub nobody: bool,
    /// How many devices its network takes at most, if it is a hotspot that is known for that.
    pub limit: Option<usize>,
}

impl Reach {
    /// Nothing was heard yet by a computer with these addresses.
    pub fn new(own: Vec<IpAddr>) -> Self {
        Self { own: RwLock::new(own), heard: Mutex::default() }
    }

    /// This computer has these addresses from now on.
    pub fn move_to(&self, own: Vec<IpAddr>) {
        *self.own.write().unwrap_or_else(PoisonError::into_inner) = own;
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it is another device, and not a browser on this computer.
    pub fn is_outside(&self, from: IpAddr) -> bool {
        !from.is_loopback() && !self.own.read().unwrap_or_else(PoisonError::into_inner).contains(&from)
    }

    /// A request came from there. Says whether it is the first device of all.
    pub fn hear(&self, from: IpAddr) -> bool {
        if !self.is_outside(from) {
            return false;
        }
        let mut heard = self.heard();
        let first = heard.devices.is_empty();
        if heard.devices.len() < MOST {
            heard.devices.insert(from);
        }
        first
    }

    /// A device opened the test page. Says which number it is, from 1.
    pub fn test(&self, from: IpAddr) -> usize {
        let mut heard = self.heard();
        let known = heard.tests.iter().position(|it| *it == from);
        known.unwrap_or_else(|| {
            if heard.tests.len() < MOST {
                heard.tests.push(from);
            }
            heard.tests.len() - 1
        }) + 1
    }

    /// How it stands, so many milliseconds after the code was shown.
    pub fn sight(&self, since: u64) -> Sight {
        let heard = self.heard();
        Sight {
            devices: heard.devices.len(),
            tests: heard.tests.clone(),
            nobody: heard.devices.is_empty() && since >= PATIENCE,
            limit: hotspot(&self.own.read().unwrap_or_else(PoisonError::into_inner)),
        }
    }
}

impl Sight {
    /// A number that changes with everything that is told.
    pub fn number(&self) -> usize {
        2 * (self.devices + MOST * self.tests.len()) + usize::from(self.nobody)
    }

    /// What stands in the way when nobody gets in: what is the matter, then what to do, step by step.
    pub fn trouble(&self, words: Words, url: Option<&str>) -> Vec<String> {
        if !self.nobody {
            return Vec::new();
        }
        let mut lines = vec![words.get("reach-nobody")];
        let Some(url) = url else {
            lines.push(words.get("class-net-none"));
            return lines;
        };
        lines.push(words.with("reach-network", &[("url", &format!("{url}{TEST}"))]));
        lines.extend(["reach-firewall", "reach-isolation"].map(|key| words.get(key)));
        lines
    }

    /// A warning as a hotspot fills up; a plain sentence where it cannot be known that it is one.
    pub fn crowd(&self, words: Words) -> Option<String> {
        let count = self.devices.to_string();
        let told = |key: &str, limit: usize| {
            Some(words.with(key, &[("count", &count), ("limit", &limit.to_string())]))
        };
        match self.limit {
            Some(limit) if self.devices >= limit => told("reach-full", limit),
            Some(limit) if self.devices + 2 >= limit => told("reach-nearly-full", limit),
            Some(_) => None,
            // Whoever is past both is in no hotspot.
            None if self.devices > FULL[1] => None,
            None => FULL
                .iter()
                .rev()
                .find(|it| self.devices >= **it)
                .and_then(|it| told("reach-perhaps-full", *it)),
        }
    }
}
