//! The look: the only place with colours, fonts and sizes.
//!
//! The palette is called *Meja Jati*, teak table: paper and ink, a teak edge, brass for what is
//! signed. Every text colour has a contrast of at least 4.5 to 1 against what it stands on (a test
//! computes it), and no colour carries a meaning alone: countries have a shape, checks have a sign.

pub mod room;
pub mod vision;

use crate::scenario::{PerSeat, Seat, Shared};
use egui::{Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, TextStyle};
use std::sync::Arc;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// Dark ink on paper.
    #[default]
    Light,
    /// Light ink on dark wood.
    Dark,
}

/// The colours of one mood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Light or dark.
    pub mood: Mood,
    /// Behind everything.
    pub ground: Color32,
    /// Panels.
    pub panel: Color32,
    /// The treaty.
    pub paper: Color32,
    /// Wells: text fields, empty bars.
    pub well: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of less weight.
    pub muted: Color32,
    /// Lines between things.
    pub line: Color32,
    /// What to do next.
    pub primary: Color32,
    /// Text on it.
    pub on_primary: Color32,
    /// What is well.
    pub good: Color32,
    /// What is wrong.
    pub bad: Color32,
    /// What needs care.
    pub care: Color32,
    /// Signatures and targets.
    pub brass: Color32,
    /// What has just changed, behind text.
    pub fresh: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl Palette {
    /// The colours of a mood.
    pub const fn of(mood: Mood) -> Self {
        match mood {
            Mood::Light => Self {
                mood,
                ground: rgb(0xe9_e2d3),
                panel: rgb(0xf6_f1e6),
                paper: rgb(0xff_fdf8),
                well: rgb(0xe6_dece),
                ink: rgb(0x24_211b),
                muted: rgb(0x5c_5546),
                line: rgb(0xcf_c5b0),
                primary: rgb(0x1b_4f57),
                on_primary: rgb(0xff_ffff),
                good: rgb(0x2a_6338),
                bad: rgb(0x9b_2f22),
                care: rgb(0x7d_5200),
                brass: rgb(0x7a_5c14),
                fresh: rgb(0xf6_e8bd),
            },
            Mood::Dark => Self {
                mood,
                ground: rgb(0x14_1311),
                panel: rgb(0x1f_1d1a),
                paper: rgb(0x27_2521),
                well: rgb(0x35_322c),
                ink: rgb(0xf1_ebde),
                muted: rgb(0xbd_b4a2),
                line: rgb(0x4a_453c),
                primary: rgb(0x8f_cfd6),
                on_primary: rgb(0x10_1b1d),
                good: rgb(0x9f_dcab),
                bad: rgb(0xee_8575),
                care: rgb(0xf0_c26a),
                brass: rgb(0xe2_c275),
                fresh: rgb(0x4a_4020),
            },
        }
    }

    /// The colours of a mood with the greatest contrast: black and white, and few colours between.
    pub const fn high_contrast(mood: Mood) -> Self {
        match mood {
            Mood::Light => Self {
                mood,
                ground: rgb(0xff_ffff),
                panel: rgb(0xff_ffff),
                paper: rgb(0xff_ffff),
                well: rgb(0xe4_e4e4),
                ink: rgb(0x00_0000),
                muted: rgb(0x2e_2e2e),
                line: rgb(0x4c_4c4c),
                primary: rgb(0x00_3560),
                on_primary: rgb(0xff_ffff),
                good: rgb(0x00_4a16),
                bad: rgb(0x7f_0a00),
                care: rgb(0x5a_3800),
                brass: rgb(0x4f_3a00),
                fresh: rgb(0xff_f0a6),
            },
            Mood::Dark => Self {
                mood,
                ground: rgb(0x00_0000),
                panel: rgb(0x00_0000),
                paper: rgb(0x0b_0b0b),
                well: rgb(0x2c_2c2c),
                ink: rgb(0xff_ffff),
                muted: rgb(0xe2_e2e2),
                line: rgb(0xb4_b4b4),
                primary: rgb(0x9f_e8ff),
                on_primary: rgb(0x00_0000),
                good: rgb(0xa6_f5b4),
                bad: rgb(0xff_b9ad),
                care: rgb(0xff_d98a),
                brass: rgb(0xff_dd85),
                fresh: rgb(0x45_3b00),
            },
        }
    }

    /// The colours of the two countries, moved until they can be read on every ground and nobody takes one
    /// for the other.
    pub fn countries(&self, shared: &Shared) -> PerSeat<Color32> {
        let [first, second] = Seat::ALL.map(|seat| self.readable(opaque(shared.countries[seat].colour)));
        PerSeat { first, second: vision::apart(second, first, |colour| self.readable(colour)) }
    }

    /// The edge of a control that is to be found: 3 to 1 against every ground (WCAG 2.2, 1.4.11).
    pub fn edge(&self) -> Color32 {
        let found = |colour: Color32| {
            [self.paper, self.panel, self.ground].into_iter().all(|ground| contrast(colour, ground) >= 3.0)
        };
        (0..=20)
            .map(|step| mix(self.line, self.ink, step as f32 / 20.0))
            .find(|colour| found(*colour))
            .unwrap_or(self.ink)
    }

    /// A colour of the same hue that can be read as text on paper and panel.
    pub fn readable(&self, colour: Color32) -> Color32 {
        let towards = match self.mood {
            Mood::Light => Color32::BLACK,
            Mood::Dark => Color32::WHITE,
        };
        let fits = |colour: Color32| {
            [self.paper, self.panel, self.ground].into_iter().all(|ground| contrast(colour, ground) >= 4.5)
        };
        (0..=20)
            .map(|step| mix(colour, towards, step as f32 / 20.0))
            .find(|colour| fits(*colour))
            .unwrap_or(self.ink)
    }

    /// A colour as a tint behind text.
    pub fn tint(&self, colour: Color32) -> Color32 {
        mix(self.paper, colour, 0.10)
    }
}

/// The colours of an emblem around the country's own: that of its motif, its rim, and a paler field.
pub fn heraldry(colour: Color32) -> (Color32, Color32, Color32) {
    let paper = rgb(0xff_f6e0);
    // A pale country bears a dark motif.
    let motif = if contrast(paper, colour) >= 3.0 { paper } else { rgb(0x24_211b) };
    (motif, mix(colour, Color32::BLACK, 0.45), mix(colour, motif, 0.62))
}

/// A colour of a scenario.
pub const fn opaque([r, g, b]: [u8; 3]) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// A colour between two others.
pub fn mix(from: Color32, to: Color32, share: f32) -> Color32 {
    let channel = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    Color32::from_rgb(channel(from.r(), to.r()), channel(from.g(), to.g()), channel(from.b(), to.b()))
}

/// The contrast of two colours, 1 to 21 (WCAG 2.2).
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let light = |colour: Color32| {
        let linear = |channel: u8| {
            let value = f32::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    };
    let (a, b) = (light(one), light(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The serif family, for the treaty.
pub fn serif() -> FontFamily {
    FontFamily::Name("serif".into())
}

/// The serif family in italics, for open text.
pub fn serif_italic() -> FontFamily {
    FontFamily::Name("serif-italic".into())
}

/// The sans family, half bold.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// The serif family, half bold.
pub fn serif_strong() -> FontFamily {
    FontFamily::Name("serif-strong".into())
}

/// Sizes of text; none is smaller than 14.
pub mod size {
    /// Small notes.
    pub const SMALL: f32 = 14.0;
    /// The usual text.
    pub const BODY: f32 = 16.0;
    /// The treaty.
    pub const TREATY: f32 = 17.0;
    /// Headings of panels.
    pub const HEADING: f32 = 20.0;
    /// Headings of screens.
    pub const TITLE: f32 = 30.0;
    /// What the last row of a classroom reads.
    pub const PROJECTOR: f32 = 28.0;
    /// The name of the game.
    pub const NAME: f32 = 64.0;
}

/// The usual size of text in a window of this size, in points: all is drawn as for the projector of a
/// classroom, 1366 by 768, and grows with a larger window, so that its lines stay as long and the last row
/// can read them.
pub fn usual_text(window: egui::Vec2) -> u16 {
    let share = (window.x / 1366.0).min(window.y / 768.0).clamp(1.0, 1.5);
    // In steps of five, so that a window that is pulled larger does not quiver.
    ((share * 20.0 + 0.01).floor() * 5.0) as u16
}

/// The fonts, as they ship.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let files: [(&str, &'static [u8]); 5] = [
        ("sans", include_bytes!("../../assets/fonts/SourceSansPro-Regular.ttf")),
        ("sans-strong", include_bytes!("../../assets/fonts/SourceSansPro-Semibold.ttf")),
        ("serif", include_bytes!("../../assets/fonts/SourceSerifPro-Regular.ttf")),
        ("serif-strong", include_bytes!("../../assets/fonts/SourceSerifPro-Semibold.ttf")),
        ("serif-italic", include_bytes!("../../assets/fonts/SourceSerifPro-It.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    fonts.families.entry(FontFamily::Proportional).or_default().insert(0, "sans".to_owned());
    egui_phosphor::add_to_fonts(&mut fonts, egui_phosphor::Variant::Regular);
    let fallback = fonts.families[&FontFamily::Proportional].clone();
    for (family, first) in [
        (strong(), "sans-strong"),
        (serif(), "serif"),
        (serif_strong(), "serif-strong"),
        (serif_italic(), "serif-italic"),
    ] {
        let mut list = vec![first.to_owned()];
        list.extend(fallback.iter().cloned());
        fonts.families.insert(family, list);
    }
    fonts
}

/// Puts fonts, sizes and colours in place. Cheap to call again when the mood changes. With `still`
/// nothing slides or fades.
pub fn apply(ctx: &egui::Context, palette: &Palette, with_fonts: bool, still: bool) {
    if with_fonts {
        ctx.set_fonts(fonts());
    }
    let theme = match palette.mood {
        Mood::Light => egui::Theme::Light,
        Mood::Dark => egui::Theme::Dark,
    };
    ctx.set_theme(theme);
    let mut style = (*ctx.style_of(theme)).clone();
    style.text_styles = [
        (TextStyle::Small, FontId::new(size::SMALL, FontFamily::Proportional)),
        (TextStyle::Body, FontId::new(size::BODY, FontFamily::Proportional)),
        (TextStyle::Monospace, FontId::new(size::SMALL, FontFamily::Monospace)),
        (TextStyle::Button, FontId::new(size::BODY, FontFamily::Proportional)),
        (TextStyle::Heading, FontId::new(size::HEADING, strong())),
    ]
    .into();
    if still {
        style.animation_time = 0.0;
        style.scroll_animation = egui::style::ScrollAnimation::none();
    }
    let spacing = &mut style.spacing;
    spacing.item_spacing = egui::vec2(8.0, 6.0);
    spacing.button_padding = egui::vec2(12.0, 5.0);
    spacing.interact_size = egui::vec2(40.0, 26.0);
    spacing.icon_width = 18.0;
    spacing.slider_width = 220.0;
    spacing.combo_width = 220.0;
    spacing.scroll = egui::style::ScrollStyle::solid();
    // The handle in the colour of its groove could not be seen.
    spacing.scroll.foreground_color = true;
    // The window's blending turns the fade of what goes on below into a shadow: a hint of it is enough.
    spacing.scroll.fade.strength = 0.15;
    spacing.scroll.fade.size = 12.0;

    let visuals = &mut style.visuals;
    visuals.override_text_color = Some(palette.ink);
    visuals.weak_text_color = Some(palette.muted);
    visuals.panel_fill = palette.ground;
    visuals.window_fill = palette.panel;
    visuals.extreme_bg_color = palette.well;
    visuals.faint_bg_color = palette.panel;
    visuals.hyperlink_color = palette.primary;
    visuals.warn_fg_color = palette.care;
    visuals.error_fg_color = palette.bad;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.selection.bg_fill = mix(palette.panel, palette.primary, 0.30);
    visuals.selection.stroke = Stroke::new(2.0, palette.primary);
    let corner = CornerRadius::same(6);
    let widgets = &mut visuals.widgets;
    for widget in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        widget.corner_radius = corner;
        widget.fg_stroke = Stroke::new(1.0, palette.ink);
        widget.expansion = 0.0;
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.line);
    widgets.noninteractive.bg_fill = palette.panel;
    widgets.inactive.bg_fill = palette.well;
    widgets.inactive.weak_bg_fill = palette.well;
    // Also the handle of a scroll bar, which shall not outshine what is read beside it.
    widgets.inactive.fg_stroke = Stroke::new(1.0, mix(palette.muted, palette.ink, 0.3));
    widgets.inactive.bg_stroke = Stroke::new(1.0, palette.edge());
    widgets.hovered.bg_fill = mix(palette.well, palette.primary, 0.15);
    widgets.hovered.weak_bg_fill = mix(palette.well, palette.primary, 0.15);
    // As wide as at rest: a button that grew under the pointer would push those beside it away.
    widgets.hovered.bg_stroke = Stroke::new(1.0, palette.primary);
    widgets.active.bg_fill = mix(palette.well, palette.primary, 0.30);
    widgets.active.weak_bg_fill = mix(palette.well, palette.primary, 0.30);
    widgets.active.bg_stroke = Stroke::new(1.0, palette.primary);
    widgets.open.bg_fill = palette.well;
    widgets.open.weak_bg_fill = palette.well;
    widgets.open.bg_stroke = Stroke::new(1.0, palette.primary);
    visuals.widgets.noninteractive.fg_stroke = Stroke::new(1.0, palette.ink);
    ctx.set_style_of(theme, style);
}

/// Behind the points of a QR code, whatever the mood: cameras expect dark on white.
pub const CODE_PAPER: Color32 = Color32::WHITE;
/// The points of a QR code.
pub const CODE_INK: Color32 = Color32::BLACK;

/// The wood of the room, behind the panels until the first frame of the room is drawn.
pub const WOOD: Color32 = rgb(0x2c_1b0f);

/// The margin inside panels.
pub const PANEL: Margin = Margin::same(14);

/// The shadow below a card that lies over the room.
pub const fn lifted() -> egui::Shadow {
    egui::Shadow { offset: [0, 6], blur: 28, spread: 2, color: Color32::from_black_alpha(110) }
}

/// A fine line with a lozenge in its middle.
pub fn ornament(painter: &egui::Painter, rect: egui::Rect, palette: &Palette) {
    let (middle, gap) = (rect.center(), 14.0);
    let stroke = Stroke::new(1.0, palette.line);
    painter.hline(rect.left()..=middle.x - gap, middle.y, stroke);
    painter.hline(middle.x + gap..=rect.right(), middle.y, stroke);
    let lozenge = [egui::vec2(0.0, -4.0), egui::vec2(6.0, 0.0), egui::vec2(0.0, 4.0), egui::vec2(-6.0, 0.0)];
    let corners = lozenge.map(|at| middle + at).to_vec();
    painter.add(egui::Shape::convex_polygon(corners, palette.brass, Stroke::NONE));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every colour of text with every ground that it stands on.
    fn pairs(palette: &Palette) -> Vec<(&'static str, Color32, Color32)> {
        let texts = [
            ("ink", palette.ink),
            ("muted", palette.muted),
            ("primary", palette.primary),
            ("good", palette.good),
            ("bad", palette.bad),
            ("care", palette.care),
            ("brass", palette.brass),
        ];
        let grounds = [palette.ground, palette.panel, palette.paper];
        let mut pairs: Vec<_> = texts
            .into_iter()
            .flat_map(|(name, text)| grounds.into_iter().map(move |ground| (name, text, ground)))
            .collect();
        pairs.push(("on primary", palette.on_primary, palette.primary));
        pairs.push(("ink on fresh", palette.ink, palette.fresh));
        pairs.push(("ink in a well", palette.ink, palette.well));
        pairs
    }

    #[test]
    fn every_text_can_be_read_on_what_it_stands_on() {
        for mood in [Mood::Light, Mood::Dark] {
            for (palette, least) in [(Palette::of(mood), 4.5), (Palette::high_contrast(mood), 7.0)] {
                for (name, text, ground) in pairs(&palette) {
                    let found = contrast(text, ground);
                    assert!(found >= least, "{name} in {mood:?}: {found} of {least}");
                }
            }
        }
    }

    #[test]
    fn text_grows_with_a_window_larger_than_the_usual_one() {
        let sizes = [(683.0, 384.0, 100), (1366.0, 768.0, 100), (1600.0, 900.0, 115), (1920.0, 1080.0, 140)];
        for (width, height, percent) in sizes {
            assert_eq!(usual_text(egui::vec2(width, height)), percent, "{width} x {height}");
        }
        assert_eq!(usual_text(egui::vec2(3840.0, 2160.0)), 150);
        assert_eq!(
            usual_text(egui::vec2(3840.0, 700.0)),
            100,
            "a window as low as this has no room for more"
        );
    }

    #[test]
    fn the_edge_of_every_control_can_be_found() {
        for mood in [Mood::Light, Mood::Dark] {
            for palette in [Palette::of(mood), Palette::high_contrast(mood)] {
                for ground in [palette.paper, palette.panel, palette.ground] {
                    let seen = contrast(palette.edge(), ground);
                    assert!(seen >= 3.0, "{mood:?}: {seen}");
                }
            }
        }
    }

    #[test]
    fn what_fills_a_bar_stands_out_from_an_empty_one() {
        for mood in [Mood::Light, Mood::Dark] {
            for palette in [Palette::of(mood), Palette::high_contrast(mood)] {
                let mut fills = vec![palette.primary, palette.good, palette.bad, palette.care, palette.brass];
                for scenario in crate::scenario::builtin::all() {
                    let countries = palette.countries(&scenario.shared);
                    fills.extend([countries.first, countries.second]);
                }
                for fill in fills {
                    let seen = contrast(fill, palette.well);
                    assert!(seen >= 3.0, "{mood:?}: {fill:?} on an empty bar: {seen}");
                }
            }
        }
    }

    #[test]
    fn high_contrast_draws_lines_that_can_be_seen() {
        for mood in [Mood::Light, Mood::Dark] {
            let palette = Palette::high_contrast(mood);
            assert!(contrast(palette.line, palette.panel) >= 3.0, "{mood:?}");
        }
    }
}
