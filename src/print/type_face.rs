//! The fonts on paper: which letters they have, and how wide a text is.

use crate::scenario::text::is_invisible;
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
    /// Noto Emoji, for the pictograms that people type into messages.
    Pictograms,
}

impl Face {
    /// How many there are.
    pub const COUNT: usize = 6;
    /// All, in order.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Serif, Self::SerifItalic, Self::SerifStrong, Self::Sans, Self::SansStrong, Self::Pictograms];

    /// Where a letter is looked for that this font may lack: in itself first, then in ever wider ones.
    const fn kin(self) -> &'static [Self] {
        match self {
            Self::Serif => &[Self::Serif, Self::Sans, Self::Pictograms],
            Self::SerifItalic => &[Self::SerifItalic, Self::Serif, Self::Sans, Self::Pictograms],
            Self::SerifStrong => &[Self::SerifStrong, Self::SansStrong, Self::Pictograms],
            Self::Sans => &[Self::Sans, Self::Pictograms],
            Self::SansStrong => &[Self::SansStrong, Self::Pictograms],
            Self::Pictograms => &[Self::Pictograms],
        }
    }

    /// The font of a label in a picture.
    pub const fn of_label(strong: bool) -> Self {
        if strong { Self::SansStrong } else { Self::Sans }
    }

    /// The font file.
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../../assets/fonts/SourceSerifPro-Regular.ttf"),
            Self::SerifItalic => include_bytes!("../../assets/fonts/SourceSerifPro-It.ttf"),
            Self::SerifStrong => include_bytes!("../../assets/fonts/SourceSerifPro-Semibold.ttf"),
            Self::Sans => include_bytes!("../../assets/fonts/SourceSansPro-Regular.ttf"),
            Self::SansStrong => include_bytes!("../../assets/fonts/SourceSansPro-Semibold.ttf"),
            Self::Pictograms => epaint_default_fonts::NOTO_EMOJI_REGULAR,
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
            static KNOWN: RefCell<[BTreeMap<String, f32>; Face::COUNT]> = RefCell::default();
        }
        KNOWN.with_borrow_mut(|known| {
            let known = &mut known[self as usize];
            if let Some(width) = known.get(text) {
                return *width;
            }
            let of = |(face, part): (Self, &str)| -> f32 {
                face.shape(part).iter().map(|glyph| glyph.x_advance).sum()
            };
            let width = self.parts(text).into_iter().map(of).sum();
            // Words repeat; a server that prints for days must still not keep every word it ever saw.
            if known.len() > 20_000 {
                known.clear();
            }
            known.insert(text.to_owned(), width);
            width
        })
    }

    /// A printable text in parts, each with the font that has its letters.
    pub fn parts(self, text: &str) -> Vec<(Self, &str)> {
        let mut parts = Vec::new();
        let mut from = 0;
        let mut of = self;
        for (at, letter) in text.char_indices() {
            let face = self.holder(letter).unwrap_or(self);
            if face != of && at > from {
                parts.push((of, &text[from..at]));
                from = at;
            }
            of = face;
        }
        if from < text.len() {
            parts.push((of, &text[from..]));
        }
        parts
    }

    /// Whether this very font has a letter.
    fn has(self, letter: char) -> bool {
        // All but the pictograms have these, and nearly every letter is one of them.
        (self != Self::Pictograms && matches!(letter, ' '..='~'))
            || self.shaper().glyph_index(letter).is_some()
    }

    /// The font that a letter of a text in this one is taken from, if any has it.
    fn holder(self, letter: char) -> Option<Self> {
        self.kin().iter().copied().find(|face| face.has(letter))
    }

    /// A text in letters that there are, and how many there were not: somebody else's file, or a message
    /// from a phone, may hold any.
    pub fn printable(self, text: &str) -> (String, usize) {
        let mut lacking = 0;
        let letters =
            text.chars().filter(|letter| !is_invisible(*letter) && !is_shade(*letter)).map(|letter| {
                match letter {
                    '\n' => '\n',
                    _ if letter.is_control() => ' ',
                    _ if self.holder(letter).is_some() => letter,
                    _ => {
                        lacking += 1;
                        LACKING
                    }
                }
            });
        (letters.collect(), lacking)
    }
}

/// What stands for a letter that no font has.
pub const LACKING: char = '?';

/// Colours of skin: one colour is printed.
const fn is_shade(letter: char) -> bool {
    matches!(letter, '\u{1f3fb}'..='\u{1f3ff}')
}
