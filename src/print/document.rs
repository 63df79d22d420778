//! A document as both writers understand it: what it says, and nothing of where on the page that stands.

use super::drawing::Drawing;
use crate::scenario::{Lang, Seat};

/// A colour, as red, green and blue.
pub type Colour = [u8; 3];

/// The colour of text.
pub const INK: Colour = [0x1f, 0x1c, 0x19];
/// The colour of what is said beside the text.
pub const MUTED: Colour = [0x5a, 0x54, 0x4c];
/// The colour of rules in tables.
pub const LINE: Colour = [0xb4, 0xac, 0xa0];
/// The colour of everything secret.
pub const SECRET: Colour = [0x8f, 0x1d, 0x1d];

/// One document, which becomes one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The name of its file, without the ending.
    pub name: String,
    /// Its title, for readers and for programs that list documents.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    /// At the head of each page, at the left.
    pub running: String,
    /// At the head of each page, at the right, in the colour of secrets: for whom alone it is.
    pub secret: String,
    /// At the foot of each page: scenario, version and content hash.
    pub foot: String,
    /// How type is set.
    pub look: Look,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// How type is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether type is large: 16 points and more, for readers who see badly.
    pub large: bool,
    /// Whether type is small: for a page that must stay one page.
    pub compact: bool,
    /// Whether the page lies on its side.
    pub landscape: bool,
}

/// A piece of text in one manner.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// As the block has it.
    Plain(String),
    /// Strong.
    Strong(String),
    /// Slanted.
    Italic(String),
    /// The sign of a country.
    Sign(Seat, Colour),
    /// Holds, or does not hold.
    Tick(bool),
    /// A box to tick.
    Box,
}

/// Text in several manners.
pub type Rich = Vec<Piece>;

/// Text in one manner.
pub fn plain(text: impl Into<String>) -> Rich {
    vec![Piece::Plain(text.into())]
}

/// Strong text.
pub fn strong(text: impl Into<String>) -> Rich {
    vec![Piece::Strong(text.into())]
}

/// The letters of a rich text.
pub fn letters(rich: &[Piece]) -> String {
    rich.iter()
        .map(|piece| match piece {
            Piece::Plain(text) | Piece::Strong(text) | Piece::Italic(text) => text.as_str(),
            Piece::Sign(..) | Piece::Tick(_) | Piece::Box => "",
        })
        .collect()
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    Body,
    /// A remark beside the text, small.
    Note,
    /// The words of an article of the treaty.
    Article,
    /// In the middle.
    Centre,
}

/// What stands before each item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A dot.
    Dot,
    /// Its number.
    Number,
    /// A box to tick.
    Box,
}

/// On which side the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Left.
    Left,
    /// Right, for numbers.
    Right,
    /// In the middle.
    Centre,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its share of the width, against the other columns.
    pub share: f32,
    /// On which side its text stands.
    pub align: Align,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text.
    Text(Rich),
    /// A bar. It repeats what another cell says in words.
    Bar(Bar),
    /// A line to write on.
    Blank,
}

/// A bar from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// How long, 0 to 1.
    pub share: f64,
    /// Whose it is: the first side's bars are full, the second's hatched, so that they differ without colour.
    pub seat: Seat,
    /// In which colour.
    pub colour: Colour,
    /// Where a mark stands across it, 0 to 1.
    pub mark: Option<f64>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// One cell for each column.
    Cells(Vec<Cell>),
    /// A heading over the rows that follow, across all columns.
    Group(Rich),
    /// A sum: strong, under a rule.
    Sum(Vec<Cell>),
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its heading, one text for each column; none at all if empty.
    pub head: Vec<Rich>,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(columns: &[(f32, Align)]) -> Self {
        let columns = columns.iter().map(|&(share, align)| Column { share, align }).collect();
        Self { columns, ..Self::default() }
    }

    /// The same with a heading.
    #[must_use]
    pub fn headed(mut self, head: Vec<Rich>) -> Self {
        self.head = head;
        self
    }

    /// One more row of texts.
    pub fn row(&mut self, cells: Vec<Rich>) {
        self.rows.push(Row::Cells(cells.into_iter().map(Cell::Text).collect()));
    }
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The title of the document.
    Title {
        /// A line above it.
        kicker: String,
        /// The title.
        title: Rich,
        /// A line below it.
        subtitle: String,
    },
    /// A heading of level 2 or 3.
    Heading(u8, Rich),
    /// A paragraph.
    Paragraph(Style, Rich),
    /// A list.
    List(Marker, Vec<Rich>),
    /// A table.
    Table(Table),
    /// A picture, with what it shows in words, and a caption.
    Figure {
        /// The picture.
        drawing: Drawing,
        /// What it shows, for whoever cannot see it.
        alt: String,
        /// The caption, if any.
        caption: String,
    },
    /// Two columns beside each other that stay together; the first has this share of the width.
    Columns(f32, Vec<Block>, Vec<Block>),
    /// Blocks that stay on one page.
    Together(Vec<Block>),
    /// Places for two signatures.
    Signatures([Rich; 2]),
    /// A new page.
    Break,
}

impl Block {
    /// A heading of level 2.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(2, plain(text))
    }

    /// A paragraph of running text.
    pub fn body(text: impl Into<String>) -> Self {
        Self::Paragraph(Style::Body, plain(text))
    }

    /// A remark.
    pub fn note(text: impl Into<String>) -> Self {
        Self::Paragraph(Style::Note, plain(text))
    }

    /// The paragraphs of a text in which empty lines part them.
    pub fn paragraphs(text: &str) -> Vec<Self> {
        text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(Self::body).collect()
    }
}
