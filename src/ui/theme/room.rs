//! The colours of the negotiating room: a wood-panelled evening, golden in the light mood and late in
//! the dark one.

use super::{Mood, Palette, mix, rgb};
use egui::Color32;

/// The colours of the room in one mood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoomColours {
    /// The panelled wall, at its foot and at its head.
    pub wall: [Color32; 2],
    /// Wood in the light, and in the shade.
    pub grain: [Color32; 2],
    /// The ceiling.
    pub ceiling: Color32,
    /// The floor, near and far.
    pub floor: [Color32; 2],
    /// The sky from the horizon upwards.
    pub sky: [Color32; 3],
    /// Hills from far to near.
    pub hills: [Color32; 3],
    /// The sun or the moon.
    pub orb: Color32,
    /// Cloth of the drapes, in the light and in a fold.
    pub drape: [Color32; 2],
    /// The table: its top far and near, and its front.
    pub table: [Color32; 3],
    /// Cloth on the table.
    pub runner: Color32,
    /// Lamps, rails and seals.
    pub brass: Color32,
    /// Brass in the light.
    pub gilt: Color32,
    /// Documents.
    pub paper: Color32,
    /// What is written on them.
    pub script: Color32,
    /// The light of lamps.
    pub lamp: Color32,
    /// The light of a room in which nobody trusts anybody.
    pub cold: Color32,
    /// Shade.
    pub shade: Color32,
    /// Sealing wax.
    pub wax: Color32,
    /// Leaves of the plants.
    pub leaf: [Color32; 2],
}

impl RoomColours {
    /// The colours of a mood.
    pub const fn of(mood: Mood) -> Self {
        match mood {
            Mood::Light => Self {
                wall: [rgb(0x8a_5f3a), rgb(0xb5_8a5a)],
                grain: [rgb(0xd9_b07c), rgb(0x5a_3a20)],
                ceiling: rgb(0x6a_482b),
                floor: [rgb(0x4e_3320), rgb(0x7a_5332)],
                sky: [rgb(0xfb_d9a0), rgb(0xe9_c9a8), rgb(0x6f_9fae)],
                hills: [rgb(0x9f_a89b), rgb(0x6b_8582), rgb(0x35_595a)],
                orb: rgb(0xff_f3d0),
                drape: [rgb(0x2e_6a70), rgb(0x14_3d44)],
                table: [rgb(0x94_5f33), rgb(0xb8_7b45), rgb(0x5f_3a1f)],
                runner: rgb(0x1b_4f57),
                brass: rgb(0xb0_8a3a),
                gilt: rgb(0xf4_d890),
                paper: rgb(0xff_fbf0),
                script: rgb(0x8a_8172),
                lamp: rgb(0xff_dd9a),
                cold: rgb(0x24_3c52),
                shade: rgb(0x1c_1008),
                wax: rgb(0x9b_2f22),
                leaf: [rgb(0x4f_7a4a), rgb(0x2b_4e33)],
            },
            Mood::Dark => Self {
                wall: [rgb(0x3a_2718), rgb(0x55_3a25)],
                grain: [rgb(0x86_6341), rgb(0x1d_120a)],
                ceiling: rgb(0x20_150d),
                floor: [rgb(0x17_0f09), rgb(0x30_2014)],
                sky: [rgb(0xb9_7350), rgb(0x4b_4a63), rgb(0x12_2238)],
                hills: [rgb(0x3b_4456), rgb(0x25_3242), rgb(0x12_1d28)],
                orb: rgb(0xf6_ead0),
                drape: [rgb(0x1c_4a50), rgb(0x0a_2227)],
                table: [rgb(0x50_321c), rgb(0x7a_4f2c), rgb(0x2c_1b0f)],
                runner: rgb(0x12_393f),
                brass: rgb(0x8d_6f33),
                gilt: rgb(0xee_cf87),
                paper: rgb(0xe9_dfc8),
                script: rgb(0x7a_7162),
                lamp: rgb(0xff_cf84),
                cold: rgb(0x0e_1c2c),
                shade: rgb(0x08_0503),
                wax: rgb(0xa6_3a2b),
                leaf: [rgb(0x2f_5536), rgb(0x17_3020)],
            },
        }
    }

    /// A country's colour as lacquer: in the light, as it is, and in the shade.
    pub fn lacquer(&self, colour: Color32) -> [Color32; 3] {
        [mix(colour, self.gilt, 0.42), colour, mix(colour, self.shade, 0.62)]
    }
}

impl Palette {
    /// The two colours of the delegations before any country was chosen: those of the game's own mark.
    pub const fn hosts(&self) -> [Color32; 2] {
        [rgb(0x1f_6a74), rgb(0xa8_5428)]
    }
}
