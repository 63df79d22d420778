//! HTML: one file that needs nothing besides itself, for the screen and for the printer.

use super::document::{
    Align, Bar, Block, Cell, Colour, Document, INK, Look, MUTED, Marker, Piece, Row, SECRET, Style, Table,
};
use super::drawing::{Anchor, Drawing, Pen, Shape, Spot, Turn};
use super::lines::Mark;
use super::marks::mark_drawing;
use std::fmt::Write;

/// The text of a document as HTML.
pub(super) fn write(document: &Document) -> String {
    let mut body = String::new();
    document.blocks.iter().for_each(|block| blocked(&mut body, block));
    let size = match document.look {
        Look { large: true, .. } => "17pt",
        Look { compact: true, .. } => "9.6pt",
        _ => "11pt",
    };
    let style = STYLE
        .replace("{size}", size)
        .replace("{page}", if document.look.landscape { "A4 landscape" } else { "A4" })
        .replace("{table}", if document.look.large { "0.95rem" } else { "0.9rem" })
        .replace("{ink}", &hex(INK))
        .replace("{muted}", &hex(MUTED))
        .replace("{secret}", &hex(SECRET))
        .replace("{head}", &quoted(&document.running))
        .replace("{foot}", &quoted(&document.foot))
        .replace("{for}", &quoted(&document.secret));
    let secret = if document.secret.is_empty() {
        String::new()
    } else {
        format!("<p class=\"secret\">{}</p>\n", escaped(&document.secret))
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>\n{style}</style>\n</head>\n<body{}>\n<header>\n<p>{}</p>\n{secret}</header>\n<main>\n{body}</main>\n\
         <footer>{}</footer>\n</body>\n</html>\n",
        document.lang.code(),
        escaped(&document.title),
        if document.look.landscape { " class=\"wide\"" } else { "" },
        escaped(&document.running),
        escaped(&document.foot),
    )
}

const STYLE: &str = "\
@page { size: {page}; margin: 24mm 24mm 22mm; \
@top-left { content: {head}; font: 8pt sans-serif; color: {muted}; white-space: nowrap; } \
@top-right { content: {for}; font: bold 8pt sans-serif; color: {secret}; white-space: nowrap; } \
@bottom-left { content: {foot}; font: 8pt sans-serif; color: {muted}; white-space: nowrap; } \
@bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; color: {muted}; } }
:root { font-size: {size}; color: {ink}; background: #e9e6e0; }
body { margin: 2rem auto; max-width: 42rem; padding: 2.5rem 3rem; background: #fff; \
font-family: 'Source Serif 4', 'Source Serif Pro', Charter, Cambria, Georgia, serif; line-height: 1.5; }
body.wide { max-width: 72rem; }
h1, h2, h3 { line-height: 1.2; font-weight: 600; break-after: avoid; margin: 1.5em 0 .35em; }
h1 { font-size: 2em; margin: .1em 0 .2em; } h2 { font-size: 1.28em; } h3 { font-size: 1.04em; margin-top: 1em; }
p { margin: .55em 0; orphans: 2; widows: 2; white-space: pre-line; }
header, footer, table, .note, .kicker, figcaption, .secret, svg \
{ font-family: 'Source Sans 3', 'Source Sans Pro', Calibri, 'Segoe UI', 'Noto Sans', sans-serif; }
header, footer { color: {muted}; font-size: .78rem; display: flex; justify-content: space-between; gap: 1rem; }
header p { margin: 0; } header { border-bottom: 1px solid #b4aca0; padding-bottom: .4em; margin-bottom: 1.6em; }
footer { border-top: 1px solid #b4aca0; padding-top: .5em; margin-top: 2em; }
.secret { color: {secret}; font-weight: 600; } .kicker { color: {muted}; font-weight: 600; margin: 0; }
.subtitle { color: {muted}; font-style: italic; border-bottom: 1.5px solid; padding-bottom: .7em; margin: .3em 0 1em; }
.note { color: {muted}; font-size: .9rem; line-height: 1.4; } .article { margin-left: 1.6em; } .centre { text-align: center; }
ul, ol { padding-left: 1.6em; } li { margin: .3em 0; } ul.boxes { list-style: none; padding-left: 0; }
table { width: 100%; border-collapse: collapse; font-size: {table}; line-height: 1.35; margin: .8em 0; \
border-bottom: 1px solid; }
thead { border-top: 1.5px solid; border-bottom: 1px solid; } tr { break-inside: avoid; }
th, td { padding: .3em .5em .3em 0; text-align: left; vertical-align: top; overflow-wrap: break-word; white-space: pre-line; } \
td, th { border-bottom: .5px solid #b4aca0; }
.right { text-align: right; } .middle { text-align: center; } .group { padding-top: .8em; } \
.blank { border: 1px solid {muted}; min-width: 3em; height: 1.6em; } .sum td { border-top: 1px solid; font-weight: 600; }
figure { margin: 1em 0; break-inside: avoid; } figure svg { display: block; max-width: 100%; height: auto; margin: auto; } \
figcaption { color: {muted}; font-size: .9rem; margin-top: .4em; }
.mark { width: .86em; height: .86em; margin-right: .3em; vertical-align: -.05em; } .bar { width: 100%; height: .75em; }
.columns { display: grid; gap: 0 2rem; break-inside: avoid; } .together { break-inside: avoid; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 3rem; margin-top: 4rem; break-inside: avoid; } \
.signatures p { border-top: 1px solid; padding-top: .3em; } .break { break-after: page; }
@media (max-width: 40rem) { body { margin: 0; padding: 1rem; } .columns { grid-template-columns: 1fr !important; } }
@media print { :root { background: none; } body { margin: 0; padding: 0; max-width: none; } header > :not(.secret), footer { display: none; } }
";

/// A text that is safe between tags and in attributes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text as a string of a style sheet: nothing in it can end the string, the sheet or the element.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' | '<' | '>' | '&' => write!(quoted, "\\{:06x}", c as u32).unwrap_or_default(),
            _ if c.is_control() => quoted.push(' '),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn hex(colour: Colour) -> String {
    let [red, green, blue] = colour;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn rich(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Plain(text) => escaped(text),
            Piece::Strong(text) => format!("<strong>{}</strong>", escaped(text)),
            Piece::Italic(text) => format!("<em>{}</em>", escaped(text)),
            Piece::Sign(seat, colour) => marked(Mark::Sign(*seat, *colour)),
            Piece::Tick(holds) => marked(Mark::Tick(*holds)),
            Piece::Box => marked(Mark::Box),
        })
        .collect()
}

fn marked(mark: Mark) -> String {
    let drawing = mark_drawing(mark, 16.0);
    format!("<svg class=\"mark\" aria-hidden=\"true\" {}</svg>", inside(&drawing))
}

fn blocked(out: &mut String, block: &Block) {
    let tag = |out: &mut String, open: &str, inner: &str, close: &str| {
        out.push_str(&format!("<{open}>{inner}</{close}>\n"));
    };
    match block {
        Block::Title { kicker, title, subtitle } => {
            if !kicker.is_empty() {
                tag(out, "p class=\"kicker\"", &escaped(kicker), "p");
            }
            tag(out, "h1", &rich(title), "h1");
            tag(out, "p class=\"subtitle\"", &escaped(subtitle), "p");
        }
        Block::Heading(level, text) => {
            let name = format!("h{level}");
            tag(out, &name, &rich(text), &name);
        }
        Block::Paragraph(style, text) => {
            let open = match style {
                Style::Body => "p",
                Style::Note => "p class=\"note\"",
                Style::Article => "p class=\"article\"",
                Style::Centre => "p class=\"centre\"",
            };
            tag(out, open, &rich(text), "p");
        }
        Block::List(marker, items) => {
            let (open, close) = match marker {
                Marker::Dot => ("ul", "ul"),
                Marker::Number => ("ol", "ol"),
                Marker::Box => ("ul class=\"boxes\"", "ul"),
            };
            out.push_str(&format!("<{open}>\n"));
            for item in items {
                let first = if *marker == Marker::Box { marked(Mark::Box) } else { String::new() };
                tag(out, "li", &format!("{first}{}", rich(item)), "li");
            }
            out.push_str(&format!("</{close}>\n"));
        }
        Block::Table(table) => tabled(out, table),
        Block::Figure { drawing, alt, caption } => {
            let [width, height] = drawing.size;
            let inner = inside(drawing);
            let mut figure = format!(
                "<svg role=\"img\" aria-label=\"{}\" width=\"{}\" height=\"{}\" {inner}</svg>",
                escaped(alt),
                short(width * 1.333),
                short(height * 1.333)
            );
            if !caption.is_empty() {
                figure.push_str(&format!("<figcaption>{}</figcaption>", escaped(caption)));
            }
            tag(out, "figure", &figure, "figure");
        }
        Block::Columns(share, left, right) => {
            let (a, b) = (short(share * 100.0), short((1.0 - share) * 100.0));
            out.push_str(&format!(
                "<div class=\"columns\" style=\"grid-template-columns: {a}fr {b}fr\">\n<div>\n"
            ));
            left.iter().for_each(|block| blocked(out, block));
            out.push_str("</div>\n<div>\n");
            right.iter().for_each(|block| blocked(out, block));
            out.push_str("</div>\n</div>\n");
        }
        Block::Together(blocks) => {
            out.push_str("<div class=\"together\">\n");
            blocks.iter().for_each(|block| blocked(out, block));
            out.push_str("</div>\n");
        }
        Block::Signatures(names) => {
            let inner: String = names.iter().map(|name| format!("<p>{}</p>", rich(name))).collect();
            tag(out, "div class=\"signatures\"", &inner, "div");
        }
        Block::Break => out.push_str("<div class=\"break\"></div>\n"),
    }
}

fn tabled(out: &mut String, table: &Table) {
    let shares: f32 = table.columns.iter().map(|column| column.share).sum();
    out.push_str("<table>\n<colgroup>");
    for column in &table.columns {
        out.push_str(&format!("<col style=\"width: {}%\">", short(100.0 * column.share / shares)));
    }
    out.push_str("</colgroup>\n");
    let side = |at: usize| match table.columns.get(at).map(|column| column.align) {
        Some(Align::Right) => " class=\"right\"",
        Some(Align::Centre) => " class=\"middle\"",
        _ => "",
    };
    if !table.head.is_empty() {
        let cells: String = table
            .head
            .iter()
            .enumerate()
            .map(|(at, text)| format!("<th scope=\"col\"{}>{}</th>", side(at), rich(text)))
            .collect();
        out.push_str(&format!("<thead><tr>{cells}</tr></thead>\n"));
    }
    out.push_str("<tbody>\n");
    for row in &table.rows {
        match row {
            Row::Group(text) => out.push_str(&format!(
                "<tr><th class=\"group\" scope=\"colgroup\" colspan=\"{}\">{}</th></tr>\n",
                table.columns.len(),
                rich(text)
            )),
            Row::Cells(cells) | Row::Sum(cells) => {
                let class = if matches!(row, Row::Sum(_)) { " class=\"sum\"" } else { "" };
                let inner: String = cells
                    .iter()
                    .enumerate()
                    .map(|(at, cell)| match cell {
                        Cell::Text(text) => format!("<td{}>{}</td>", side(at), rich(text)),
                        Cell::Bar(bar) => format!("<td>{}</td>", barred(bar)),
                        Cell::Blank => "<td class=\"blank\"></td>".to_owned(),
                    })
                    .collect();
                out.push_str(&format!("<tr{class}>{inner}</tr>\n"));
            }
        }
    }
    out.push_str("</tbody>\n</table>\n");
}

fn barred(bar: &Bar) -> String {
    let drawing = Drawing::bar(bar, 120.0, 9.0);
    format!("<svg class=\"bar\" aria-hidden=\"true\" preserveAspectRatio=\"none\" {}</svg>", inside(&drawing))
}

/// A number with as many decimals as a printer can show.
fn short(value: f32) -> String {
    let written = format!("{value:.2}");
    let written = written.trim_end_matches('0').trim_end_matches('.');
    if written == "-0" { "0".to_owned() } else { written.to_owned() }
}

fn painted(fill: Option<Colour>, pen: Option<&Pen>) -> String {
    let mut text = format!(" fill=\"{}\"", fill.map_or_else(|| "none".to_owned(), hex));
    if let Some(pen) = pen {
        text.push_str(&format!(" stroke=\"{}\" stroke-width=\"{}\"", hex(pen.colour), short(pen.width)));
        if !pen.dash.is_empty() {
            let dash: Vec<String> = pen.dash.iter().map(|length| short(*length)).collect();
            text.push_str(&format!(" stroke-dasharray=\"{}\"", dash.join(" ")));
        }
    }
    text
}

/// The end of an opening `svg` tag, and what stands in it.
fn inside(drawing: &Drawing) -> String {
    let [width, height] = drawing.size;
    let mut out = format!("viewBox=\"0 0 {} {}\">", short(width), short(height));
    for shape in &drawing.shapes {
        match shape {
            Shape::Path { points, closed, fill, pen } => {
                let list: Vec<String> =
                    points.iter().map(|[x, y]: &Spot| format!("{},{}", short(*x), short(*y))).collect();
                let tag = if *closed { "polygon" } else { "polyline" };
                out.push_str(&format!(
                    "<{tag} points=\"{}\"{}/>",
                    list.join(" "),
                    painted(*fill, pen.as_ref())
                ));
            }
            Shape::Circle { at: [x, y], radius, fill, pen } => out.push_str(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
                short(*x),
                short(*y),
                short(*radius),
                painted(*fill, pen.as_ref())
            )),
            Shape::Label { at: [x, y], anchor, turn, size, strong, colour, text } => {
                let (x, y) = (short(*x), short(*y));
                let anchor = match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                let turned = match turn {
                    Turn::None => String::new(),
                    Turn::Up => format!(" transform=\"rotate(-90 {x} {y})\""),
                    Turn::Over => format!(" transform=\"rotate(180 {x} {y})\""),
                };
                let weight = if *strong { " font-weight=\"600\"" } else { "" };
                out.push_str(&format!(
                    "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{}\" fill=\"{}\"{weight}{turned}>{}</text>",
                    short(*size),
                    hex(*colour),
                    escaped(text)
                ));
            }
        }
    }
    out
}
