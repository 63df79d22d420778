//! The project's own fonts: which letters they have, and how wide a text is.

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face as Shaper, UnicodeBuffer};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::OnceLock;

/// One of the fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Source Serif, for running text.
    Serif,
    /// Source Serif, slanted.
    SerifItalic,
    /// Source Serif, strong.
    SerifStrong,
    /// Source Sans, for tables.
    Sans,
    /// Source Sans, strong.
    SansStrong,
}

impl Face {
    /// All, in order.
    pub const ALL: [Self; 5] =
        [Self::Serif, Self::SerifItalic, Self::SerifStrong, Self::Sans, Self::SansStrong];

    /// The font file.
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../../assets/fonts/SourceSerifPro-Regular.ttf"),
            Self::SerifItalic => include_bytes!("../../assets/fonts/SourceSerifPro-It.ttf"),
            Self::SerifStrong => include_bytes!("../../assets/fonts/SourceSerifPro-Semibold.ttf"),
            Self::Sans => include_bytes!("../../assets/fonts/SourceSansPro-Regular.ttf"),
            Self::SansStrong => include_bytes!("../../assets/fonts/SourceSansPro-Semibold.ttf"),
        }
    }

    fn shaper(self) -> &'static Shaper<'static> {
        static SHAPERS: OnceLock<Vec<Shaper<'static>>> = OnceLock::new();
        let shapers = SHAPERS.get_or_init(|| {
            let parsed =
                |face: Self| Shaper::from_slice(face.bytes(), 0).expect("the fonts that ship are fonts");
            Self::ALL.into_iter().map(parsed).collect()
        });
        &shapers[self as usize]
    }

    /// The glyphs of a line, with advances for a size of 1.
    pub fn shape(self, text: &str) -> Vec<KrillaGlyph> {
        let face = self.shaper();
        let em = face.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(face, &[], buffer);
        let infos = shaped.glyph_infos();
        infos
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, position)| {
                let start = info.cluster as usize;
                let next = infos.iter().map(|it| it.cluster as usize).filter(|&it| it > start).min();
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    position.x_advance as f32 / em,
                    position.x_offset as f32 / em,
                    position.y_offset as f32 / em,
                    position.y_advance as f32 / em,
                    start..next.unwrap_or(text.len()),
                    None,
                )
            })
            .collect()
    }

    /// How wide a text is at a size of 1.
    pub fn width(self, text: &str) -> f32 {
        thread_local! {
            static KNOWN: RefCell<HashMap<(Face, String), f32>> = RefCell::new(HashMap::new());
        }
        let key = (self, text.to_owned());
        if let Some(width) = KNOWN.with_borrow(|known| known.get(&key).copied()) {
            return width;
        }
        let width = self.shape(text).iter().map(|glyph| glyph.x_advance).sum();
        KNOWN.with_borrow_mut(|known| {
            // Words repeat; a server that prints for days must still not keep every line it ever saw.
            if known.len() > 50_000 {
                known.clear();
            }
            known.insert(key, width);
        });
        width
    }

    /// The letters of a text that the font does not have.
    pub fn missing(self, text: &str) -> Vec<char> {
        text.chars().filter(|&c| !c.is_control() && self.shaper().glyph_index(c).is_none()).collect()
    }
}
