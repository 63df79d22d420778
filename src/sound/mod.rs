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
    ///
    /// It lasts less than a second. At 100 % every cue is about as loud as the others: its loudest tenth of
    /// a second is 15 to 17 decibels below the loudest sound there is, the whole about 20.
    pub fn samples(self, volume: u8) -> Vec<f32> {
        let mut sound = Vec::new();
        // (kind, at seconds, pitch in hertz, loudness)
        let strokes: &[(Kind, f32, f32, f32)] = match self {
            Self::OwnTurn => &[(Kind::Bar, 0.0, 784.0, 0.52)],
            Self::Offer => &[(Kind::Bar, 0.0, 523.3, 0.50), (Kind::Bar, 0.13, 784.0, 0.44)],
            Self::Event => &[(Kind::Drum, 0.0, 330.0, 0.75), (Kind::Drum, 0.16, 392.0, 0.64)],
            Self::Clock => &[(Kind::Drum, 0.0, 880.0, 0.60), (Kind::Drum, 0.3, 880.0, 0.60)],
            Self::Parted => &[(Kind::Bar, 0.0, 392.0, 0.50), (Kind::Bar, 0.2, 293.7, 0.50)],
            Self::Agreement => &[
                (Kind::Gong, 0.0, 130.8, 0.36),
                (Kind::Bar, 0.0, 523.3, 0.26),
                (Kind::Bar, 0.09, 659.3, 0.26),
                (Kind::Bar, 0.18, 784.0, 0.28),
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
            Self::Bar => &[(1.0, 1.0, 0.13), (2.76, 0.28, 0.05), (5.40, 0.10, 0.02)],
            Self::Drum => &[(1.0, 1.0, 0.045), (1.62, 0.5, 0.02), (2.9, 0.2, 0.008)],
            Self::Gong => &[(1.0, 1.0, 0.16), (1.483, 0.4, 0.12), (2.02, 0.5, 0.11), (2.74, 0.18, 0.07)],
        }
    }

    fn strike(self, sound: &mut Vec<f32>, at: f32, pitch: f32, loudness: f32) {
        let rate = RATE as f32;
        let begin = (at * rate) as usize;
        let longest = self.partials().iter().map(|it| it.2).fold(0.0, f32::max);
        // After six halves less than a sixtieth is left, and the last part fades to nothing.
        let length = (longest * 6.0 * rate) as usize;
        sound.resize(sound.len().max(begin + length), 0.0);
        for (share, part, half) in self.partials() {
            let turn = std::f32::consts::TAU * pitch * share / rate;
            let keep = 1.0 - std::f32::consts::LN_2 / (half * rate);
            let mut level = loudness * part * 0.6;
            for no in 0..length {
                // A stroke without its first three milliseconds would click.
                let attack = (no as f32 / (0.003 * rate)).min(1.0);
                let release = ((length - no) as f32 / (0.06 * rate)).min(1.0);
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

    /// How many decibels these samples lie below the loudest tone of the same form, on average.
    fn decibels(samples: &[f32]) -> f32 {
        let mean = samples.iter().map(|it| it * it).sum::<f32>() / samples.len() as f32;
        10.0 * mean.max(1e-12).log10()
    }

    fn peak(samples: &[f32]) -> f32 {
        samples.iter().fold(0.0, |peak, it| peak.max(it.abs()))
    }

    /// The loudest tenth of a second, in decibels.
    fn loudest(sound: &[f32]) -> f32 {
        sound.windows(RATE as usize / 10).step_by(441).map(decibels).fold(f32::NEG_INFINITY, f32::max)
    }

    /// How much of a tone of this pitch is in the samples.
    fn share(samples: &[f32], pitch: f32) -> f32 {
        let turn = std::f32::consts::TAU * pitch / RATE as f32;
        let sum = |wave: fn(f32) -> f32| {
            samples.iter().enumerate().map(|(no, it)| it * wave(turn * no as f32)).sum::<f32>()
        };
        sum(f32::sin).hypot(sum(f32::cos))
    }

    #[test]
    fn every_cue_is_short_and_as_loud_as_the_others_and_never_clipped() {
        for cue in Cue::ALL {
            let sound = cue.samples(100);
            let seconds = sound.len() as f32 / RATE as f32;
            assert!((0.3..1.0).contains(&seconds), "{cue:?} lasts {seconds} s");
            let (whole, most) = (decibels(&sound), loudest(&sound));
            assert!((-23.0..-18.0).contains(&whole), "{cue:?}: {whole} dB");
            assert!((-17.5..-14.0).contains(&most), "{cue:?}: {most} dB at its loudest");
            assert!(peak(&sound) < 0.7, "{cue:?} peaks at {}", peak(&sound));
        }
    }

    #[test]
    fn no_cue_begins_or_ends_with_a_click() {
        for cue in Cue::ALL {
            let sound = cue.samples(100);
            let (first, last) = (&sound[..9], &sound[sound.len() - 44..]);
            assert!(peak(first) < 0.05 && sound[0] == 0.0, "{cue:?} begins at {}", peak(first));
            assert!(peak(last) < 0.001, "{cue:?} ends at {}", peak(last));
        }
    }

    #[test]
    fn an_offer_rises_and_a_parting_falls() {
        let halves = |cue: Cue, at: f32| {
            let sound = cue.samples(100);
            let (first, second) = sound.split_at((at * RATE as f32) as usize);
            [first[..4410].to_vec(), second[..4410].to_vec()]
        };
        let [first, second] = halves(Cue::Offer, 0.13);
        assert!(share(&first, 523.3) > 4.0 * share(&first, 784.0));
        assert!(share(&second, 784.0) > share(&second, 523.3));
        let [first, second] = halves(Cue::Parted, 0.2);
        assert!(share(&first, 392.0) > 4.0 * share(&first, 293.7));
        assert!(share(&second, 293.7) > share(&second, 392.0));
    }

    #[test]
    fn volume_makes_quieter_and_nothing_is_silent() {
        let level = |volume| decibels(&Cue::Offer.samples(volume));
        // Half of the scale is a quarter of the swing: twelve decibels.
        assert!((level(100) - level(50) - 12.0).abs() < 0.1);
        assert!(level(100) > level(60) && level(60) > level(20));
        assert!(peak(&Cue::Offer.samples(0)) == 0.0);
    }
}
