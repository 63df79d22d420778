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
    /// Whether light or dark follows the system; where the system says nothing, `dark` counts.
    pub follow_system: bool,
    /// Whether colours have the greatest contrast.
    pub high_contrast: bool,
    /// The size of text, in per cent; 0 is the usual one, which follows the size of the window.
    pub text_percent: u16,
    /// Whether nothing moves that need not move.
    pub reduced_motion: bool,
    /// The volume of sounds, 0 to 100.
    pub volume: u8,
    /// Whether there is no sound, whatever the volume.
    pub mute: bool,
    /// Whether the coach gives hints to somebody who plays alone.
    pub coach: bool,
    /// Whether the first game with guidance was offered, so that it is offered once.
    pub guided: bool,
}

/// The smallest and the largest size of text, in per cent.
pub const TEXT: (u16, u16) = (80, 200);

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            dark: false,
            follow_system: false,
            high_contrast: false,
            text_percent: 0,
            reduced_motion: false,
            // Quiet enough for a library, loud enough to be noticed.
            volume: 70,
            mute: false,
            coach: false,
            guided: false,
        }
    }
}

impl Settings {
    /// The size of text, in per cent, whatever an older or a foreign file says; `usual` if none was chosen.
    pub fn text(&self, usual: u16) -> u16 {
        if self.text_percent == 0 { usual } else { self.text_percent.clamp(TEXT.0, TEXT.1) }
    }
}

/// Where the settings are kept.
pub fn path() -> PathBuf {
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
