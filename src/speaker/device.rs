//! Plays samples on the sound device of Windows and macOS, which need no development package for it.
//!
//! Without a device all is silent.

use crate::sound::RATE;
use kira::sound::static_sound::{StaticSoundData, StaticSoundSettings};
use kira::{AudioManager, AudioManagerSettings, DefaultBackend, Frame};

/// Plays cues.
#[derive(Default)]
pub struct Speaker {
    /// Opened with the first cue.
    manager: Option<AudioManager<DefaultBackend>>,
    /// Whether there is no device, so that none is looked for again.
    silent: bool,
}

impl Speaker {
    /// A speaker; the device is opened with the first cue.
    pub fn open() -> Self {
        Self::default()
    }

    /// Plays samples now, or not at all where nothing can be heard.
    pub fn play(&mut self, samples: Vec<f32>) {
        if self.silent {
            return;
        }
        if self.manager.is_none() {
            self.manager = AudioManager::new(AudioManagerSettings::default()).ok();
        }
        let Some(manager) = &mut self.manager else {
            self.silent = true;
            return;
        };
        let frames: Vec<Frame> = samples.into_iter().map(Frame::from_mono).collect();
        let sound = StaticSoundData {
            sample_rate: RATE,
            frames: frames.into(),
            settings: StaticSoundSettings::default(),
            slice: None,
        };
        // One cue that is not heard harms nobody.
        let _ = manager.play(sound);
    }
}
