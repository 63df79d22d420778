//! The project's own fonts: which letters they have, and how wide a text is.

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face as Shaper, UnicodeBuffer};
use std::cell::RefCell;
use std::collections::BTreeMap;
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
        let mut ends = vec![text.len(); infos.len()];
        for at in (1..infos.len()).rev() {
            let same = infos[at - 1].cluster == infos[at].cluster;
            ends[at - 1] = if same { ends[at] } else { infos[at].cluster as usize };
        }
        infos
            .iter()
            .zip(shaped.glyph_positions())
            .zip(ends)
            .map(|((info, position), end)| {
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    position.x_advance as f32 / em,
                    position.x_offset as f32 / em,
                    position.y_offset as f32 / em,
                    position.y_advance as f32 / em,
                    info.cluster as usize..end,
                    None,
                )
            })
            .collect()
    }

    /// How wide a text is at a size of 1.
    pub fn width(self, text: &str) -> f32 {
        thread_local! {
            static KNOWN: RefCell<[BTreeMap<String, f32>; 5]> = RefCell::default();
        }
        KNOWN.with_borrow_mut(|known| {
            let known = &mut known[self as usize];
            if let Some(width) = known.get(text) {
                return *width;
            }
            let width = self.shape(text).iter().map(|glyph| glyph.x_advance).sum();
            // Words repeat; a server that prints for days must still not keep every word it ever saw.
            if known.len() > 20_000 {
                known.clear();
            }
            known.insert(text.to_owned(), width);
            width
        })
    }

    /// Whether the font has a letter.
    pub fn has(self, letter: char) -> bool {
        // Every font has these, and nearly every letter is one of them.
        matches!(letter, ' '..='~') || self.shaper().glyph_index(letter).is_some()
    }

    /// A letter that the font has: a file of somebody else's may hold others.
    pub fn printable(self, letter: char) -> char {
        match letter {
            '\n' => '\n',
            _ if letter.is_control() => ' ',
            _ if self.has(letter) => letter,
            _ => '?',
        }
    }
}
