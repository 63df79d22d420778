//! Plays samples through a player of the system: their numbers go into a child process.
//!
//! Every crate that opens a sound device on Linux wants a development package of the system at build time,
//! and this program shall build without any. The players of PulseAudio, PipeWire and ALSA are on every
//! desktop, and nothing runs while nothing is heard. Without a player, or a device, all is silent.

use crate::sound::{RATE, pcm};
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// A program that plays what is written to it, with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    /// The name of the program.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
}

impl Player {
    /// A player by its command line.
    pub fn new(program: &str, arguments: &[&str]) -> Self {
        Self { program: program.to_owned(), arguments: arguments.iter().map(|&it| it.to_owned()).collect() }
    }

    /// Those of this system, the likeliest first.
    fn usual() -> Vec<Self> {
        let rate = RATE.to_string();
        vec![
            Self::new("pacat", &["--playback", "--raw", "--format=s16le", "--channels=1", "--rate", &rate]),
            Self::new(
                "pw-cat",
                &["--playback", "--raw", "--format=s16", "--channels=1", "--rate", &rate, "-"],
            ),
            Self::new("aplay", &["-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", &rate, "-"]),
        ]
    }

    /// Plays and waits; says whether it was played.
    fn plays(&self, bytes: &[u8]) -> bool {
        let child = Command::new(&self.program)
            .args(&self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut child) = child else { return false };
        let written = child.stdin.take().is_some_and(|mut pipe| pipe.write_all(bytes).is_ok());
        // A player that went away has to be waited for too.
        child.wait().is_ok_and(|status| status.success()) && written
    }
}

/// Plays cues one after the other, without making anybody wait.
#[derive(Debug)]
pub struct Speaker {
    queue: Sender<Vec<f32>>,
    /// How many cues wait.
    waiting: Arc<AtomicUsize>,
}

/// A cue that would be heard too late is not heard at all.
const MOST_WAITING: usize = 2;

impl Speaker {
    /// A speaker that tries the players of this system.
    pub fn open() -> Self {
        Self::with(Player::usual())
    }

    /// A speaker that tries these players in turn; one that fails is not tried again.
    pub fn with(mut players: Vec<Player>) -> Self {
        let (queue, sounds) = channel::<Vec<f32>>();
        let waiting = Arc::new(AtomicUsize::new(0));
        let waits = Arc::clone(&waiting);
        // Ends with the speaker, whose end of the queue is the only one.
        thread::spawn(move || {
            for sound in sounds {
                let bytes = pcm(&sound);
                while let Some(player) = players.first() {
                    if player.plays(&bytes) {
                        break;
                    }
                    players.remove(0);
                }
                waits.fetch_sub(1, Ordering::Relaxed);
            }
        });
        Self { queue, waiting }
    }

    /// Plays samples soon, or not at all where nothing can be heard.
    pub fn play(&mut self, samples: Vec<f32>) {
        if self.waiting.load(Ordering::Relaxed) >= MOST_WAITING {
            return;
        }
        self.waiting.fetch_add(1, Ordering::Relaxed);
        if self.queue.send(samples).is_err() {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// How many cues wait or are being played.
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }
}
