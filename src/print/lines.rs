//! Text broken into lines: by Unicode's rules, ragged at the right.

use super::document::{Colour, Piece};
use super::type_face::{Face, LACKING};
use crate::scenario::Seat;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// The three manners of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Manner {
    /// For plain pieces.
    pub plain: Face,
    /// For strong pieces.
    pub strong: Face,
    /// For slanted pieces.
    pub italic: Face,
    /// In points.
    pub size: f32,
    /// Its colour.
    pub colour: Colour,
}

/// A small mark in a line of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mark {
    Sign(Seat, Colour),
    Tick(bool),
    Box,
}

/// A stretch of a line in one manner.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stretch {
    Letters { face: Face, text: String, width: f32 },
    Mark { mark: Mark, width: f32 },
}

impl Stretch {
    pub(super) const fn width(&self) -> f32 {
        match self {
            Self::Letters { width, .. } | Self::Mark { width, .. } => *width,
        }
    }
}

/// A line: its stretches from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub stretches: Vec<Stretch>,
    pub width: f32,
}

/// The place of a mark in the text that is broken.
const MARK: char = '\u{fffc}';
/// How wide a mark is, as a share of the size of type, with the gap behind it.
pub(super) const MARK_WIDTH: f32 = 1.15;
/// A line may be wider than its column by this much, in points: less than a hair.
pub(super) const HAIR: f32 = 0.05;

/// A text with the manner of each byte.
struct Marked {
    text: String,
    runs: Vec<(usize, Run)>,
    /// How many letters no font has.
    lacking: usize,
}

#[derive(Clone, Copy)]
enum Run {
    Letters(Face),
    Mark(Mark),
}

fn marked(pieces: &[Piece], manner: &Manner) -> Marked {
    let mut text = String::new();
    let mut runs = Vec::new();
    let mut lacking = 0;
    for piece in pieces {
        let from = text.len();
        let (face, words) = match piece {
            Piece::Plain(words) => (manner.plain, words),
            Piece::Strong(words) => (manner.strong, words),
            Piece::Italic(words) => (manner.italic, words),
            Piece::Sign(seat, colour) => {
                runs.push((from, Run::Mark(Mark::Sign(*seat, *colour))));
                text.push(MARK);
                continue;
            }
            Piece::Tick(holds) => {
                runs.push((from, Run::Mark(Mark::Tick(*holds))));
                text.push(MARK);
                continue;
            }
            Piece::Box => {
                runs.push((from, Run::Mark(Mark::Box)));
                text.push(MARK);
                continue;
            }
        };
        runs.push((from, Run::Letters(face)));
        // The place of a mark is taken by marks alone.
        let (words, missing) = face.printable(&words.replace(MARK, &LACKING.to_string()));
        text.push_str(&words);
        lacking += missing;
    }
    Marked { text, runs, lacking }
}

impl Marked {
    /// The stretches of a part of the text.
    fn stretches(&self, from: usize, to: usize, size: f32) -> Vec<Stretch> {
        let mut found = Vec::new();
        for (at, &(start, run)) in self.runs.iter().enumerate() {
            let end = self.runs.get(at + 1).map_or(self.text.len(), |next| next.0);
            let (start, end) = (start.max(from), end.min(to));
            if start >= end {
                continue;
            }
            found.push(match run {
                Run::Mark(mark) => Stretch::Mark { mark, width: MARK_WIDTH * size },
                Run::Letters(face) => {
                    let text = self.text[start..end].replace('\n', " ");
                    let width = face.width(&text) * size;
                    Stretch::Letters { face, text, width }
                }
            });
        }
        found
    }

    fn width(&self, from: usize, to: usize, size: f32) -> f32 {
        self.stretches(from, to, size).iter().map(Stretch::width).sum()
    }

    fn line(&self, from: usize, to: usize, size: f32) -> Line {
        let mut stretches = self.stretches(from, to, size);
        // Spaces at the end of a line take no room, but one stays, or whoever hears the page hears the last
        // word of this line and the first of the next as one.
        let mut spaced = false;
        while let Some(Stretch::Letters { face, text, width }) = stretches.last_mut() {
            let kept = text.trim_end_matches(' ').len();
            spaced |= kept < text.len();
            if kept == 0 {
                stretches.pop();
                continue;
            }
            text.truncate(kept);
            *width = face.width(text) * size;
            if spaced {
                text.push(' ');
            }
            break;
        }
        let width = stretches.iter().map(Stretch::width).sum();
        Line { stretches, width }
    }

    fn trimmed(&self, from: usize, to: usize) -> usize {
        from + self.text[from..to].trim_end_matches([' ', '\n']).len()
    }
}

/// A text in lines.
pub(super) struct Broken {
    pub lines: Vec<Line>,
    /// Words that were wider than the column.
    pub wide: Vec<String>,
    /// How many letters no font has.
    pub lacking: usize,
}

/// Breaks a text into lines of at most `width` points. A word that is wider than that is broken between
/// letters, and reported.
pub(super) fn lines(pieces: &[Piece], manner: &Manner, width: f32) -> Broken {
    let marked = marked(pieces, manner);
    let size = manner.size;
    let mut lines = Vec::new();
    let mut wide = Vec::new();
    let (mut start, mut last) = (0, 0);
    // How wide the line is so far, with the spaces at its end. Words are measured one by one, for they
    // repeat; between a word and a space the fonts have no kerning.
    let mut used = 0.0;
    for (end, kind) in linebreaks(&marked.text) {
        let word = marked.width(last, marked.trimmed(last, end), size);
        if used + word > width + HAIR && last > start {
            lines.push(marked.line(start, last, size));
            (start, used) = (last, 0.0);
        }
        if used + word > width + HAIR {
            wide.push(marked.text[start..end].trim().to_owned());
            start = split(&marked, start, end, size, width, &mut lines);
            used = marked.width(start, end, size);
        } else {
            used += marked.width(last, end, size);
        }
        last = end;
        if kind == BreakOpportunity::Mandatory {
            if end > start {
                lines.push(marked.line(start, end, size));
            }
            (start, used) = (end, 0.0);
        }
    }
    Broken { lines, wide, lacking: marked.lacking }
}

/// Breaks a word between letters; returns where the rest of it begins.
fn split(marked: &Marked, from: usize, to: usize, size: f32, width: f32, lines: &mut Vec<Line>) -> usize {
    let mut start = from;
    let mut last = from;
    for (at, c) in marked.text[from..to].char_indices() {
        let end = from + at + c.len_utf8();
        if last > start && marked.width(start, marked.trimmed(start, end), size) > width + HAIR {
            lines.push(marked.line(start, last, size));
            start = last;
        }
        last = end;
    }
    start
}

/// How wide the widest part is that cannot be broken, in points.
pub(super) fn narrowest(pieces: &[Piece], manner: &Manner) -> f32 {
    let marked = marked(pieces, manner);
    let mut from = 0;
    let mut most: f32 = 0.0;
    for (to, _) in linebreaks(&marked.text) {
        most = most.max(marked.width(from, marked.trimmed(from, to), manner.size));
        from = to;
    }
    most
}
