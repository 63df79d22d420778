//! A class server as the window shows it: how to come in, and how far everybody is. No secrets of a
//! seat, for the window stands on the projector.

use crate::scenario::Text;
use std::path::PathBuf;

/// A class that was kept and can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where its log is.
    pub folder: PathBuf,
    /// The title of its scenario.
    pub title: Text,
    /// Its code.
    pub code: String,
    /// How many people came in.
    pub people: usize,
    /// The word key of the phase.
    pub phase: String,
}

/// What the window shows of a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosted {
    /// The title of the scenario that is played.
    pub scenario: String,
    /// Addresses for phones, the likeliest first.
    pub urls: Vec<String>,
    /// The code of the class.
    pub code: String,
    /// What opens the teacher's console; shown only when asked for.
    pub pin: String,
    /// The address of the console on this computer.
    pub console: String,
    /// The QR code of the likeliest address, row by row; empty without a network.
    pub qr: Vec<Vec<bool>>,
    /// How many people came in.
    pub people: usize,
    /// How many pairs there are.
    pub pairs: usize,
    /// How many of them are done.
    pub closed: usize,
    /// The word key of the phase.
    pub phase: String,
    /// What stands in the way now: that nobody gets in, or a hotspot that fills up, and what to do.
    pub trouble: Vec<String>,
    /// What may stand in the way.
    pub advice: Vec<String>,
    /// Where the log of the class is kept.
    pub folder: PathBuf,
}
