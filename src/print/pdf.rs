//! PDF: pages as they were laid out, with fonts as subsets and tags for whoever hears the document.

use super::PrintError;
use super::document::{Colour, Document};
use super::drawing::{Anchor, Pen, Shape, Spot, Turn};
use super::layout::{Ink, Laid, Put, Role, lay};
use super::type_face::Face;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::text::Font;
use krilla::{Document as Pdf, SerializeSettings, color::rgb};
use std::num::NonZeroU16;

/// The bytes of a document: PDF 1.7 that keeps to PDF/UA-1. The same document gives the same bytes.
///
/// # Errors
///
/// What the writer says if a document breaks the rules of PDF/UA.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, PrintError> {
    let laid = lay(document);
    let failed = |why: String| PrintError { name: document.name.clone(), why };
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| failed(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut pdf = Pdf::new_with(settings);
    let mut pen = Writer { fonts: Default::default(), ids: vec![Vec::new(); laid.nodes.len()] };
    for page in &laid.pages {
        let size = PageSettings::from_wh(laid.size[0], laid.size[1])
            .ok_or_else(|| failed("a page without size".to_owned()))?;
        let mut sheet = pdf.start_page_with(size);
        let mut surface = sheet.surface();
        pen.page(&mut surface, page);
        surface.finish();
        sheet.finish();
    }
    pdf.set_tag_tree(tree(&laid, &mut pen.ids, document.lang.code()));
    pdf.set_outline(outline(&laid));
    pdf.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .language(document.lang.code().to_owned())
            .creator("Mufakat".to_owned())
            .description(document.foot.clone()),
    );
    pdf.finish().map_err(|error| failed(format!("{error:?}")))
}

struct Writer {
    fonts: [Option<Font>; Face::COUNT],
    ids: Vec<Vec<Identifier>>,
}

impl Writer {
    fn page(&mut self, surface: &mut Surface<'_>, page: &[Put]) {
        let mut open: Option<Option<usize>> = None;
        for put in page {
            if open != Some(put.node) {
                if open.is_some() {
                    surface.end_tagged();
                }
                let tag = match put.node {
                    Some(_) => ContentTag::Other,
                    None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
                };
                let id = surface.start_tagged(tag);
                if let Some(node) = put.node {
                    self.ids[node].push(id);
                }
                open = Some(put.node);
            }
            match &put.ink {
                Ink::Letters { at, face, size, colour, text } => {
                    self.letters(surface, *at, *face, *size, *colour, text);
                }
                Ink::Shape { shape, at, scale } => self.shape(surface, shape, *at, *scale),
            }
        }
        if open.is_some() {
            surface.end_tagged();
        }
    }

    fn font(&mut self, face: Face) -> Option<Font> {
        let place = &mut self.fonts[face as usize];
        if place.is_none() {
            *place = Font::new(face.bytes().to_vec().into(), 0);
        }
        place.clone()
    }

    fn letters(
        &mut self,
        surface: &mut Surface<'_>,
        at: Spot,
        face: Face,
        size: f32,
        colour: Colour,
        text: &str,
    ) {
        surface.set_stroke(None);
        surface.set_fill(Some(filled(colour)));
        let (text, _) = face.printable(text);
        let mut x = at[0];
        for (face, part) in face.parts(&text) {
            let Some(font) = self.font(face) else { continue };
            surface.draw_glyphs(Point::from_xy(x, at[1]), &face.shape(part), font, part, size, false);
            x += face.width(part) * size;
        }
    }

    fn shape(&mut self, surface: &mut Surface<'_>, shape: &Shape, by: Spot, scale: f32) {
        let place = |spot: &Spot| [by[0] + spot[0] * scale, by[1] + spot[1] * scale];
        match shape {
            Shape::Path { points, closed, fill, pen } => {
                let mut path = PathBuilder::new();
                for (no, point) in points.iter().enumerate() {
                    let [x, y] = place(point);
                    if no == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
                }
                if *closed {
                    path.close();
                }
                drawn(surface, path.finish(), *fill, pen.as_ref(), scale);
            }
            Shape::Circle { at, radius, fill, pen } => {
                let [x, y] = place(at);
                drawn(surface, circle(x, y, radius * scale), *fill, pen.as_ref(), scale);
            }
            Shape::Label { at, anchor, turn, size, strong, colour, text } => {
                let face = Face::of_label(*strong);
                let size = size * scale;
                let shift = face.width(text)
                    * size
                    * match anchor {
                        Anchor::Start => 0.0,
                        Anchor::Middle => -0.5,
                        Anchor::End => -1.0,
                    };
                let [x, y] = place(at);
                let turned = match turn {
                    Turn::None => Transform::from_translate(x, y),
                    Turn::Up => Transform::from_row(0.0, -1.0, 1.0, 0.0, x, y),
                    Turn::Over => Transform::from_row(-1.0, 0.0, 0.0, -1.0, x, y),
                };
                surface.push_transform(&turned);
                self.letters(surface, [shift, 0.0], face, size, *colour, text);
                surface.pop();
            }
        }
    }
}

fn filled(colour: Colour) -> Fill {
    let [red, green, blue] = colour;
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn drawn(surface: &mut Surface<'_>, path: Option<Path>, fill: Option<Colour>, pen: Option<&Pen>, scale: f32) {
    let Some(path) = path else { return };
    if fill.is_none() && pen.is_none() {
        return;
    }
    surface.set_fill(fill.map(filled));
    surface.set_stroke(pen.map(|pen| {
        let [red, green, blue] = pen.colour;
        let dash = (!pen.dash.is_empty()).then(|| StrokeDash {
            array: pen.dash.iter().map(|length| length * scale).collect(),
            offset: 0.0,
        });
        Stroke {
            paint: rgb::Color::new(red, green, blue).into(),
            width: pen.width * scale,
            miter_limit: 4.0,
            line_cap: LineCap::Butt,
            line_join: LineJoin::Round,
            opacity: NormalizedF32::ONE,
            dash,
        }
    }));
    surface.draw_path(&path);
}

fn circle(x: f32, y: f32, r: f32) -> Option<Path> {
    // The usual four curves; the error is under a thousandth of the radius.
    let k = r * 0.552_284_8;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
    path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
    path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
    path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
    path.close();
    path.finish()
}

/// The document as somebody hears it.
fn tree(laid: &Laid, ids: &mut [Vec<Identifier>], lang: &str) -> TagTree {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); laid.nodes.len()];
    let mut roots = Vec::new();
    for (no, node) in laid.nodes.iter().enumerate() {
        match node.parent {
            Some(parent) => children[parent].push(no),
            None => roots.push(no),
        }
    }
    let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
    for root in roots {
        if let Some(group) = group(laid, ids, &children, root) {
            tree.push(group);
        }
    }
    tree
}

fn group(laid: &Laid, ids: &mut [Vec<Identifier>], children: &[Vec<usize>], no: usize) -> Option<TagGroup> {
    let own = std::mem::take(&mut ids[no]);
    let inner: Vec<TagGroup> =
        children[no].iter().filter_map(|&child| group(laid, ids, children, child)).collect();
    let mut made = match &laid.nodes[no].role {
        Role::Heading(level, words) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            TagGroup::new(Tag::Hn(level, Some(words.clone())))
        }
        Role::Paragraph | Role::Caption => TagGroup::new(Tag::P),
        Role::List(numbered) => {
            TagGroup::new(Tag::L(if *numbered { ListNumbering::Decimal } else { ListNumbering::Disc }))
        }
        Role::Item => TagGroup::new(Tag::LI),
        Role::Table => TagGroup::new(Tag::Table),
        Role::Row => TagGroup::new(Tag::TR),
        Role::Head => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
        Role::Data => TagGroup::new(Tag::TD),
        Role::Figure(alt) => TagGroup::new(Tag::Figure(Some(alt.clone()))),
    };
    // A cell without words is still a cell of its row.
    let empty_cell = matches!(laid.nodes[no].role, Role::Head | Role::Data);
    if own.is_empty() && inner.is_empty() && !empty_cell {
        return None;
    }
    if laid.nodes[no].role == Role::Item {
        let mut body = TagGroup::new(Tag::LBody);
        own.into_iter().for_each(|id| body.push(id));
        made.push(body);
    } else {
        own.into_iter().for_each(|id| made.push(id));
    }
    inner.into_iter().for_each(|group| made.push(group));
    Some(made)
}

/// The headings as bookmarks: level 2 and 3 below the title.
fn outline(laid: &Laid) -> Outline {
    let mut outline = Outline::new();
    let mut tops: Vec<OutlineNode> = Vec::new();
    for (level, words, page, top) in &laid.headings {
        let node = OutlineNode::new(
            words.clone(),
            XyzDestination::new(*page, Point::from_xy(0.0, top.max(20.0) - 20.0)),
        );
        match tops.last_mut() {
            Some(last) if *level > 2 => last.push_child(node),
            _ => tops.push(node),
        }
    }
    tops.into_iter().for_each(|node| outline.push_child(node));
    outline
}
