//! Emblems of countries that do not exist: made from the scenario, the seat and the country's colour.
//!
//! The first country bears a shield with a straight-edged motif, the second a roundel with a round one, so
//! the two can be told apart in black and white. The same scenario gives the same emblems on every machine.
//! No emblem is, or is meant to resemble, one of a real country, and none bears a sign of a religion.

use super::room::canvas::{Canvas, Ink, ellipse};
use super::theme;
use crate::exact::SplitMix64;
use crate::scenario::Seat;
use egui::{Color32, Pos2, Vec2, vec2};
use std::f32::consts::TAU;
use std::fmt::Write as _;

/// One filled outline of an emblem.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Its corners; `x` to the right and `y` upwards, the whole emblem between -1 and 1.
    pub outline: Vec<Vec2>,
    /// Its colour.
    pub colour: Color32,
}

/// The emblem of a country, from the back to the front.
pub fn emblem(scenario: &str, seat: Seat, colour: Color32) -> Vec<Form> {
    let mut dice =
        SplitMix64::new(scenario.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }));
    let (style, field) = (dice.next_u64(), dice.next_u64());
    let (light, deep, pale) = theme::heraldry(colour);
    let mut forms = Vec::new();
    let mut add = |outline: Vec<Vec2>, colour: Color32| forms.push(Form { outline, colour });
    let ground = |scale: f32| match seat {
        Seat::First => shield(scale),
        Seat::Second => ellipse(Vec2::ZERO, vec2(scale, scale)),
    };
    add(ground(1.0), deep);
    add(ground(0.93), light);
    add(ground(0.84), colour);
    match seat {
        Seat::First => straight(style, field, &mut add, light, pale),
        Seat::Second => round(style, field, &mut add, light, pale),
    }
    forms
}

fn shield(scale: f32) -> Vec<Vec2> {
    let mut right = vec![vec2(0.0, 0.92), vec2(0.45, 0.94), vec2(0.84, 0.98)];
    right.extend((0..=10).map(|at| {
        let way = at as f32 / 10.0;
        vec2(0.84 * (1.0 - way.powf(2.4)), 0.35 - 1.33 * way)
    }));
    let mut outline: Vec<Vec2> = right.iter().map(|at| *at * scale).collect();
    outline.extend(right.iter().rev().skip(1).filter(|at| at.x > 0.0).map(|at| vec2(-at.x, at.y) * scale));
    outline
}

/// Motifs with straight edges, for shields.
fn straight(style: u64, field: u64, add: &mut impl FnMut(Vec<Vec2>, Color32), light: Color32, pale: Color32) {
    match style % 5 {
        // Two mountains above a plain.
        0 => {
            add(vec![vec2(-0.62, -0.28), vec2(-0.02, -0.28), vec2(-0.3, 0.3)], pale);
            add(vec![vec2(-0.34, -0.28), vec2(0.62, -0.28), vec2(0.16, 0.56)], light);
            add(vec![vec2(-0.5, -0.38), vec2(0.5, -0.38), vec2(0.46, -0.5), vec2(-0.46, -0.5)], light);
        }
        // Chevrons.
        1 => {
            for (at, tone) in [(0.42, light), (0.02, pale), (-0.38, light)] {
                let wide = 0.56 - (0.42_f32 - at).max(0.0) * 0.28;
                for side in [-1.0, 1.0] {
                    let band = [vec2(0.0, 0.2), vec2(1.0, -0.22), vec2(1.0, -0.44), vec2(0.0, -0.02)];
                    add(band.map(|it| vec2(side * it.x * wide, at + it.y)).to_vec(), tone);
                }
            }
        }
        // Two sails.
        2 => {
            add(vec![vec2(0.06, 0.62), vec2(0.06, -0.2), vec2(0.52, -0.2)], light);
            add(vec![vec2(-0.06, 0.46), vec2(-0.06, -0.2), vec2(-0.44, -0.2)], pale);
            add(vec![vec2(-0.56, -0.3), vec2(0.56, -0.3), vec2(0.34, -0.52), vec2(-0.34, -0.52)], light);
        }
        // Lozenges.
        3 => {
            for (x, y, size, tone) in [
                (0.0, 0.4, 0.26, light),
                (-0.3, 0.02, 0.26, pale),
                (0.3, 0.02, 0.26, pale),
                (0.0, -0.36, 0.26, light),
            ] {
                let corners =
                    [vec2(0.0, size * 1.25), vec2(size, 0.0), vec2(0.0, -size * 1.25), vec2(-size, 0.0)];
                add(corners.map(|it| vec2(x, y) + it).to_vec(), tone);
            }
        }
        // Rays over a keep.
        _ => {
            for ray in 0..5 {
                let way = Vec2::angled(TAU / 4.0 + (ray as f32 - 2.0) * 0.52);
                let side = vec2(-way.y, way.x) * 0.085;
                let foot = vec2(0.0, -0.08);
                add(
                    vec![
                        foot + way * 0.3 - side * 0.6,
                        foot + way * 0.72 - side,
                        foot + way * 0.72 + side,
                        foot + way * 0.3 + side * 0.6,
                    ],
                    light,
                );
            }
            let tower = [vec2(-0.28, -0.52), vec2(0.28, -0.52), vec2(0.22, 0.06), vec2(-0.22, 0.06)];
            add(tower.to_vec(), pale);
        }
    }
    if field.is_multiple_of(2) {
        add(vec![vec2(-0.66, 0.77), vec2(0.66, 0.77), vec2(0.66, 0.69), vec2(-0.66, 0.69)], light);
    }
}

/// Motifs with round edges, for roundels.
fn round(style: u64, field: u64, add: &mut impl FnMut(Vec<Vec2>, Color32), light: Color32, pale: Color32) {
    match style % 5 {
        // Waves.
        0 => {
            for (row, tone) in [(0.3, light), (0.0, pale), (-0.3, light)] {
                let half = (0.72_f32 - row * row).sqrt() * 0.8;
                let steps = 18;
                let crest = |at: usize| {
                    let x = half * (2.0 * at as f32 / steps as f32 - 1.0);
                    vec2(x, row + 0.085 * (x * 9.0).sin())
                };
                for at in 0..steps {
                    let (a, b) = (crest(at), crest(at + 1));
                    add(
                        vec![
                            a + vec2(0.0, 0.075),
                            b + vec2(0.0, 0.075),
                            b - vec2(0.0, 0.075),
                            a - vec2(0.0, 0.075),
                        ],
                        tone,
                    );
                }
            }
        }
        // A flower.
        1 => {
            for petal in 0..8 {
                let angle = TAU * petal as f32 / 8.0;
                add(
                    turned(Vec2::angled(angle) * 0.4, vec2(0.26, 0.13), angle),
                    if petal % 2 == 0 { light } else { pale },
                );
            }
            add(ellipse(Vec2::ZERO, vec2(0.15, 0.15)), light);
        }
        // A branch.
        2 => {
            add(vec![vec2(-0.03, -0.6), vec2(0.03, -0.6), vec2(0.025, 0.5), vec2(-0.025, 0.5)], light);
            for (row, side) in (0..3).flat_map(|row| [(row, -1.0), (row, 1.0)]) {
                let angle = if side > 0.0 { 0.62 } else { TAU / 2.0 - 0.62 };
                let middle = vec2(side * 0.25, -0.26 + 0.27 * row as f32);
                add(
                    turned(middle, vec2(0.25 - 0.03 * row as f32, 0.1), angle),
                    if row == 1 { pale } else { light },
                );
            }
            add(turned(vec2(0.0, 0.55), vec2(0.16, 0.09), TAU / 4.0), light);
        }
        // A disc over still water.
        3 => {
            add(ellipse(vec2(0.0, 0.16), vec2(0.34, 0.34)), light);
            for (y, half, tone) in [(-0.3, 0.6, pale), (-0.45, 0.46, light), (-0.59, 0.3, pale)] {
                add(ellipse(vec2(0.0, y), vec2(half, 0.05)), tone);
            }
        }
        // Beads around a bowl.
        _ => {
            for bead in 0..10 {
                let way = Vec2::angled(TAU * (bead as f32 + 0.5) / 10.0);
                add(ellipse(way * 0.58, vec2(0.105, 0.105)), if bead % 2 == 0 { light } else { pale });
            }
            add(ellipse(Vec2::ZERO, vec2(0.3, 0.3)), light);
        }
    }
    if field.is_multiple_of(2) && style % 5 != 4 {
        for bead in 0..16 {
            let way = Vec2::angled(TAU * bead as f32 / 16.0);
            add(ellipse(way * 0.765, vec2(0.028, 0.028)), light);
        }
    }
}

/// An ellipse that is turned.
fn turned(middle: Vec2, radii: Vec2, angle: f32) -> Vec<Vec2> {
    let (along, across) = (Vec2::angled(angle), Vec2::angled(angle + TAU / 4.0));
    (0..28)
        .map(|at| {
            let way = Vec2::angled(TAU * at as f32 / 28.0);
            middle + along * (way.x * radii.x) + across * (way.y * radii.y)
        })
        .collect()
}

/// The mark of the game: two shapes meeting at a table.
pub fn mark(first: Color32, second: Color32, table: Color32) -> Vec<Form> {
    let triangle = vec![vec2(-0.98, -0.22), vec2(-0.02, -0.22), vec2(-0.34, 0.78)];
    vec![
        Form { outline: triangle, colour: first },
        Form { outline: ellipse(vec2(0.46, 0.24), vec2(0.47, 0.47)), colour: second },
        Form {
            outline: vec![vec2(-1.0, -0.34), vec2(1.0, -0.34), vec2(0.86, -0.54), vec2(-0.86, -0.54)],
            colour: table,
        },
        Form {
            outline: vec![vec2(-0.14, -0.54), vec2(0.14, -0.54), vec2(0.24, -0.86), vec2(-0.24, -0.86)],
            colour: table,
        },
    ]
}

/// Draws forms on a canvas, around a point.
pub fn draw(canvas: &mut Canvas, forms: &[Form], middle: Vec2, radius: f32, ink: impl Fn(Color32) -> Ink) {
    for form in forms {
        let outline: Vec<Vec2> = form.outline.iter().map(|at| middle + *at * radius).collect();
        canvas.flat(&outline, ink(form.colour));
    }
}

/// Paints forms in a panel, `radius` points around a point.
pub fn paint(painter: &egui::Painter, forms: &[Form], middle: Pos2, radius: f32) {
    let mut mesh = egui::Mesh::default();
    for form in forms {
        let mut canvas = Canvas::new(0.9 / painter.pixels_per_point());
        let outline: Vec<Vec2> = form.outline.iter().map(|at| vec2(at.x, -at.y) * radius).collect();
        canvas.flat(&outline, [1.0; 4]);
        let first = mesh.vertices.len() as u32;
        for (place, ink) in canvas.places.iter().zip(&canvas.inks) {
            mesh.colored_vertex(middle + vec2(place[0], place[1]), form.colour.gamma_multiply(ink[3]));
        }
        mesh.indices.extend(canvas.triangles.iter().map(|at| first + at));
    }
    painter.add(egui::Shape::mesh(mesh));
}

/// Takes room for an emblem in a panel and paints it.
pub fn show(ui: &mut egui::Ui, forms: &[Form], size: f32) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size, size), egui::Sense::hover());
    paint(ui.painter(), forms, rect.center(), size / 2.0);
    response
}

/// The forms as an SVG picture, for print and for pages; `title` says what it is to those who cannot see it.
pub fn svg(forms: &[Form], title: &str) -> String {
    let safe = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-105 -105 210 210\" role=\"img\" aria-label=\"{safe}\"><title>{safe}</title>"
    );
    for form in forms {
        let [r, g, b, _] = form.colour.to_array();
        text.push_str("<path d=\"");
        for (no, at) in form.outline.iter().enumerate() {
            let letter = if no == 0 { 'M' } else { 'L' };
            // Writing to a text cannot fail.
            let _ = write!(text, "{letter}{:.1} {:.1}", at.x * 100.0, -at.y * 100.0);
        }
        let _ = write!(text, "Z\" fill=\"#{r:02x}{g:02x}{b:02x}\"/>");
    }
    text.push_str("</svg>");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::builtin;
    use std::collections::BTreeSet;

    #[test]
    fn an_emblem_is_the_same_each_time_and_stays_in_its_frame() {
        for scenario in builtin::all() {
            for seat in Seat::ALL {
                let id = &scenario.shared.id;
                let forms = emblem(id, seat, Color32::BLUE);
                assert_eq!(forms, emblem(id, seat, Color32::BLUE));
                assert!(forms.len() > 3, "{id}");
                for at in forms.iter().flat_map(|form| &form.outline) {
                    assert!(at.x.abs() <= 1.001 && at.y.abs() <= 1.001, "{id} {seat:?} {at:?}");
                }
            }
        }
    }

    #[test]
    fn the_two_emblems_differ_in_outline_so_that_no_colour_is_needed() {
        for scenario in builtin::all() {
            let outline = |seat| emblem(&scenario.shared.id, seat, Color32::GRAY)[0].outline.clone();
            assert_ne!(outline(Seat::First), outline(Seat::Second));
        }
    }

    #[test]
    fn motif_and_field_can_be_told_apart_without_colour() {
        for scenario in builtin::all() {
            for seat in Seat::ALL {
                let [r, g, b] = scenario.shared.countries[seat].colour;
                let forms = emblem(&scenario.shared.id, seat, theme::opaque([r, g, b]));
                let field = forms[2].colour;
                for form in &forms[3..] {
                    assert!(theme::contrast(field, form.colour) >= 2.0, "{}", scenario.shared.id);
                }
            }
        }
    }

    #[test]
    fn scenarios_do_not_all_bear_the_same_motif() {
        for seat in Seat::ALL {
            let motifs: BTreeSet<String> = builtin::all()
                .iter()
                .map(|it| format!("{:?}", emblem(&it.shared.id, seat, Color32::GRAY)[3].outline))
                .collect();
            assert!(motifs.len() >= 3, "{seat:?}: {}", motifs.len());
        }
    }

    #[test]
    fn a_picture_for_print_is_xml_that_names_its_country() {
        let text = svg(&emblem("nusa-boreal", Seat::First, Color32::BLUE), "A & <B>");
        let tree = roxmltree::Document::parse(&text).expect("XML");
        assert_eq!(tree.root_element().attribute("aria-label"), Some("A & <B>"));
        assert!(tree.descendants().filter(|node| node.has_tag_name("path")).count() > 3);
    }
}
