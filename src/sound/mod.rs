//! Quiet cues, made from numbers: struck metal bars, a wooden drum, and nothing recorded.
//!
//! A cue says that something happened which everybody may know; what it was stands on the screen, so that
//! nobody needs to hear. [`Cue::samples`] gives the sound; a [`speaker`](crate::speaker) plays it.

use crate::view::Happening;

/// Samples for each second, one channel.
pub const RATE: u32 = 44_100;

/// Something to hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cue {
    /// Your turn.
    OwnTurn,
    /// News, a mediator, another phase.
    Event,
    /// Time runs out.
    Clock,
    /// An offer.
    Offer,
    /// The talks ended without a text.
    Parted,
    /// Something was agreed or signed.
    Agreement,
}

impl Cue {
    /// Every cue.
    pub const ALL: [Self; 6] =
        [Self::OwnTurn, Self::Event, Self::Clock, Self::Offer, Self::Parted, Self::Agreement];

    /// What is heard of a happening, if anything.
    pub const fn of(happening: Happening) -> Option<Self> {
        match happening {
            Happening::Offered(_) | Happening::Explored(_) => Some(Self::Offer),
            Happening::News | Happening::Mediated | Happening::Phase(_) => Some(Self::Event),
            Happening::Clock => Some(Self::Clock),
            Happening::Agreed | Happening::Signed(_) | Happening::Ratified(true) => Some(Self::Agreement),
            Happening::Parted | Happening::Ratified(false) => Some(Self::Parted),
            Happening::Turn(_) | Happening::Spoke(_) | Happening::Friendly(_) | Happening::Pressed(_) => None,
        }
    }

    /// The sound at a volume in per cent, between -1 and 1; nothing at 0.
    pub fn samples(self, volume: u8) -> Vec<f32> {
        let mut sound = Vec::new();
        // (kind, at seconds, pitch in hertz, loudness)
        let strokes: &[(Kind, f32, f32, f32)] = match self {
            Self::OwnTurn => &[(Kind::Bar, 0.0, 784.0, 0.30)],
            Self::Offer => &[(Kind::Bar, 0.0, 523.3, 0.30), (Kind::Bar, 0.13, 784.0, 0.26)],
            Self::Event => &[(Kind::Drum, 0.0, 330.0, 0.42), (Kind::Drum, 0.16, 392.0, 0.36)],
            Self::Clock => &[(Kind::Drum, 0.0, 880.0, 0.24), (Kind::Drum, 0.3, 880.0, 0.24)],
            Self::Parted => &[(Kind::Bar, 0.0, 392.0, 0.28), (Kind::Bar, 0.24, 293.7, 0.28)],
            Self::Agreement => &[
                (Kind::Gong, 0.0, 130.8, 0.34),
                (Kind::Bar, 0.0, 523.3, 0.22),
                (Kind::Bar, 0.14, 659.3, 0.22),
                (Kind::Bar, 0.28, 784.0, 0.24),
            ],
        };
        for (kind, at, pitch, loudness) in strokes {
            kind.strike(&mut sound, *at, *pitch, *loudness);
        }
        // Half of the scale sounds half as loud.
        let gain = (f32::from(volume.min(100)) / 100.0).powi(2);
        for sample in &mut sound {
            *sample = (*sample * gain).clamp(-1.0, 1.0);
        }
        sound
    }
}

/// What is struck.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// A bar of metal.
    Bar,
    /// A slit drum of wood.
    Drum,
    /// A hanging gong.
    Gong,
}

impl Kind {
    /// The overtones: share of the pitch, loudness, and the seconds in which half of it is gone.
    const fn partials(self) -> &'static [(f32, f32, f32)] {
        match self {
            Self::Bar => &[(1.0, 1.0, 0.16), (2.76, 0.28, 0.06), (5.40, 0.10, 0.025)],
            Self::Drum => &[(1.0, 1.0, 0.028), (1.62, 0.5, 0.018), (2.9, 0.2, 0.008)],
            Self::Gong => &[(1.0, 1.0, 0.34), (1.483, 0.4, 0.22), (2.02, 0.5, 0.18), (2.74, 0.18, 0.1)],
        }
    }

    fn strike(self, sound: &mut Vec<f32>, at: f32, pitch: f32, loudness: f32) {
        let rate = RATE as f32;
        let begin = (at * rate) as usize;
        let longest = self.partials().iter().map(|it| it.2).fold(0.0, f32::max);
        // After seven halves less than a hundredth is left, and the last part fades to nothing.
        let length = (longest * 7.0 * rate) as usize;
        sound.resize(sound.len().max(begin + length), 0.0);
        for (share, part, half) in self.partials() {
            let turn = std::f32::consts::TAU * pitch * share / rate;
            let keep = 1.0 - std::f32::consts::LN_2 / (half * rate);
            let mut level = loudness * part * 0.6;
            for no in 0..length {
                // A stroke without its first three milliseconds would click.
                let attack = (no as f32 / (0.003 * rate)).min(1.0);
                let release = ((length - no) as f32 / (0.02 * rate)).min(1.0);
                sound[begin + no] += (turn * no as f32).sin() * level * attack * release;
                level *= keep;
            }
        }
    }
}

/// Samples as a player wants them: 16 bits each, the low byte first.
pub fn pcm(samples: &[f32]) -> Vec<u8> {
    samples
        .iter()
        .flat_map(|sample| ((sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)).round() as i16).to_le_bytes())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cue_is_short_quiet_and_without_a_click() {
        for cue in Cue::ALL {
            let sound = cue.samples(100);
            let seconds = sound.len() as f32 / RATE as f32;
            assert!((0.1..2.8).contains(&seconds), "{cue:?} lasts {seconds} s");
            let peak = sound.iter().fold(0.0_f32, |peak, it| peak.max(it.abs()));
            assert!((0.05..0.7).contains(&peak), "{cue:?} peaks at {peak}");
            assert!(sound[0].abs() < 0.01 && sound[sound.len() - 1].abs() < 0.01, "{cue:?} clicks");
        }
    }

    #[test]
    fn volume_makes_quieter_and_nothing_is_silent() {
        let peak = |volume| Cue::Offer.samples(volume).iter().fold(0.0_f32, |peak, it| peak.max(it.abs()));
        assert!(peak(100) > peak(60) && peak(60) > peak(20));
        assert!(peak(0) == 0.0);
    }
}
