//! How colours look to people who see fewer of them.
//!
//! The three common deficiencies are simulated by G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
//! Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization
//! and Computer Graphics 15 (2009), with the matrices of their supplement for severity 1.0. Distances are
//! those of B. Ottosson's Oklab (2020).

use egui::Color32;

/// How somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vision {
    /// All three kinds of cones.
    Usual,
    /// Without red cones.
    Protanopia,
    /// Without green cones.
    Deuteranopia,
    /// Without blue cones.
    Tritanopia,
}

/// Below this distance two colours of the size of a letter are easily taken for one another; black and white
/// lie 1 apart.
pub const APART: f32 = 0.085;

impl Vision {
    /// Every way of seeing.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    /// Rows of the matrix for linear light.
    const fn matrix(self) -> [[f32; 3]; 3] {
        match self {
            Self::Usual => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }

    /// A colour in linear light, as it is seen.
    pub fn sees(self, colour: Color32) -> [f32; 3] {
        let [r, g, b, _] = egui::Rgba::from(colour).to_array();
        self.matrix().map(|row| (row[0] * r + row[1] * g + row[2] * b).clamp(0.0, 1.0))
    }
}

/// How far apart two colours lie for somebody.
pub fn distance(vision: Vision, one: Color32, other: Color32) -> f32 {
    let (one, other) = (oklab(vision.sees(one)), oklab(vision.sees(other)));
    (0..3).map(|at| (one[at] - other[at]).powi(2)).sum::<f32>().sqrt()
}

/// How far apart two colours lie for whoever sees them least apart.
pub fn least_distance(one: Color32, other: Color32) -> f32 {
    Vision::ALL.into_iter().map(|vision| distance(vision, one, other)).fold(f32::INFINITY, f32::min)
}

fn oklab([r, g, b]: [f32; 3]) -> [f32; 3] {
    let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
    let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
    let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

/// The colour again, or one of another hue that nobody takes for `other`; `fit` makes a hue readable.
pub fn apart(colour: Color32, other: Color32, fit: impl Fn(Color32) -> Color32) -> Color32 {
    let own = egui::ecolor::Hsva::from(colour);
    // The nearest hue first; black and grey have none, so they get some on the way, and more if need be.
    let turns = [0.55_f32, 0.9]
        .into_iter()
        .flat_map(|strength| (1..=18).flat_map(move |step| [(step, strength), (-step, strength)]));
    let turned = turns.map(|(step, strength)| {
        let hue = (own.h + step as f32 / 36.0).rem_euclid(1.0);
        fit(egui::ecolor::Hsva { h: hue, s: own.s.max(strength), v: own.v.max(0.4), a: 1.0 }.into())
    });
    std::iter::once(fit(colour))
        .chain(turned)
        .find(|turned| least_distance(*turned, other) >= APART)
        .unwrap_or_else(|| fit(colour))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::builtin;
    use crate::ui::theme::{Mood, Palette, contrast, opaque};

    #[test]
    fn the_countries_of_every_scenario_can_be_told_apart_by_everybody() {
        for mood in [Mood::Light, Mood::Dark] {
            let palette = Palette::of(mood);
            for scenario in builtin::all() {
                let colours = palette.countries(&scenario.shared);
                for vision in Vision::ALL {
                    let found = distance(vision, colours.first, colours.second);
                    assert!(found >= APART, "{} {mood:?} {vision:?}: {found}", scenario.shared.id);
                }
            }
        }
    }

    #[test]
    fn countries_whose_author_chose_like_colours_are_moved_apart_and_stay_readable() {
        let pairs = [
            [[30, 120, 60], [140, 70, 30]],
            [[160, 40, 40], [160, 40, 40]],
            [[0, 0, 0], [10, 10, 10]],
            [[250, 250, 250], [255, 255, 255]],
            [[120, 120, 120], [120, 130, 120]],
            [[20, 90, 200], [90, 30, 190]],
            [[200, 160, 0], [120, 180, 0]],
        ];
        for mood in [Mood::Light, Mood::Dark] {
            let palette = Palette::of(mood);
            for pair in pairs {
                let mut shared = builtin::all()[0].shared.clone();
                shared.countries.first.colour = pair[0];
                shared.countries.second.colour = pair[1];
                let colours = palette.countries(&shared);
                let found = least_distance(colours.first, colours.second);
                assert!(found >= APART, "{pair:?} {mood:?}: {found}");
                for colour in [colours.first, colours.second] {
                    for ground in [palette.paper, palette.panel, palette.ground] {
                        assert!(contrast(colour, ground) >= 4.5, "{pair:?} {mood:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn well_and_wrong_differ_for_everybody_and_every_colour_of_a_judgement_can_be_read() {
        for mood in [Mood::Light, Mood::Dark] {
            let palette = Palette::of(mood);
            for vision in Vision::ALL {
                let found = distance(vision, palette.good, palette.bad);
                assert!(found >= 0.05, "{mood:?} {vision:?}: {found}");
            }
            for colour in [palette.good, palette.bad, palette.care, palette.brass, palette.muted, palette.ink]
            {
                for ground in [palette.paper, palette.panel, palette.ground] {
                    assert!(contrast(colour, ground) >= 4.5, "{mood:?} {colour:?} on {ground:?}");
                }
            }
        }
    }

    #[test]
    fn a_missing_cone_makes_its_colours_alike_and_leaves_grey_as_it_is() {
        let (red, green) = (opaque([200, 60, 40]), opaque([110, 120, 40]));
        assert!(distance(Vision::Deuteranopia, red, green) < distance(Vision::Usual, red, green) / 2.0);
        for vision in Vision::ALL {
            let grey = opaque([120, 120, 120]);
            let [r, g, b] = vision.sees(grey);
            assert!((r - g).abs() < 0.01 && (g - b).abs() < 0.01, "{vision:?}");
        }
    }
}
