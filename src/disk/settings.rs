//! What the program remembers of its user between two starts.

use super::{data_dir, read_text, write_whole};
use crate::scenario::Lang;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;

/// Settings, as saved. A field that an older file lacks has its default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The code of the language; the system's, else Indonesian, if nothing is said.
    pub lang: Option<String>,
    /// Whether the window is dark.
    pub dark: bool,
    /// The size of text, in per cent; 0 is the usual one.
    pub text_percent: u16,
    /// Whether the coach gives hints to somebody who plays alone.
    pub coach: bool,
    /// How loud the cues are, in per cent.
    pub volume: u8,
    /// Whether the program is silent.
    pub mute: bool,
    /// Whether nothing in the window moves by itself.
    pub reduced_motion: bool,
}

/// How loud the cues are at first, in per cent: they are there, and disturb nobody.
const VOLUME: u8 = 60;

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            dark: false,
            text_percent: 0,
            coach: false,
            volume: VOLUME,
            mute: false,
            reduced_motion: false,
        }
    }
}

fn path() -> PathBuf {
    data_dir().join("settings.ron")
}

/// The settings of this machine; a file that cannot be read counts as none.
pub fn load() -> Settings {
    read_text(&path()).ok().and_then(|text| ron::from_str(&text).ok()).unwrap_or_default()
}

/// Saves the settings.
///
/// # Errors
///
/// What the system says.
pub fn save(settings: &Settings) -> io::Result<()> {
    let text = ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::default())
        .map_err(|error| io::Error::other(error.to_string()))?;
    write_whole(&path(), &text)
}

/// The language to start with: what was set, else the system's, else Indonesian.
pub fn language(settings: &Settings) -> Lang {
    let set = settings.lang.as_deref().and_then(Lang::from_code);
    set.or_else(|| sys_locale::get_locale().as_deref().and_then(Lang::from_code)).unwrap_or_default()
}
