//! Cues reach a player as numbers, and no player is no trouble.

use mufakat::sound::{Cue, RATE};
use mufakat::speaker::{Player, Speaker};
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Plays a cue through these players, and waits until it has been played.
#[expect(clippy::disallowed_methods, reason = "a clock is the only way to see that something hangs")]
fn play(players: Vec<Player>, cue: Cue) {
    let mut speaker = Speaker::with(players);
    speaker.play(cue.samples(100));
    let begun = Instant::now();
    while speaker.waiting() > 0 {
        assert!(begun.elapsed() < Duration::from_secs(20), "the player hangs");
        sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_player_gets_the_whole_cue_as_numbers() {
    let folder = tempfile::tempdir().expect("a folder");
    for cue in Cue::ALL {
        let file = folder.path().join(format!("{cue:?}.pcm"));
        let into = format!("cat > '{}'", file.display());
        play(vec![Player::new("no such player", &[]), Player::new("sh", &["-c", &into])], cue);
        let bytes = fs::read(&file).expect("played");
        let samples: Vec<i16> = bytes.chunks_exact(2).map(|it| i16::from_le_bytes([it[0], it[1]])).collect();
        assert_eq!(samples.len(), cue.samples(100).len(), "{cue:?}");
        let seconds = samples.len() as f64 / f64::from(RATE);
        assert!((0.3..1.0).contains(&seconds), "{cue:?} lasts {seconds} s");
        let peak = samples.iter().map(|it| it.unsigned_abs()).max().unwrap_or(0);
        assert!((1_600..23_000).contains(&peak), "{cue:?} peaks at {peak}");
    }
}

#[test]
fn without_a_player_all_is_silent_and_nothing_waits() {
    play(Vec::new(), Cue::Offer);
    play(vec![Player::new("no such player", &[]), Player::new("sh", &["-c", "exit 1"])], Cue::Agreement);
}
