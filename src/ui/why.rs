//! Why a shortcut did nothing: said for a moment at the button that it stands for.

use super::keys::Does;
use super::theme::{self, Palette};
use egui::{Align2, Area, Context, CornerRadius, Frame, Margin, Order, Rect, RichText, Stroke, pos2};

/// How long it stays, in seconds; any key or click ends it before.
const STAYS: f64 = 8.0;

#[derive(Clone)]
struct Why {
    does: Does,
    text: String,
    until: f64,
    /// The button that the shortcut stands for, where it is on the screen.
    at: Option<Rect>,
    /// Whether it was said in this very frame, by the keys that are still in the input.
    fresh: bool,
}

fn key() -> egui::Id {
    egui::Id::new("why a shortcut did nothing")
}

/// Says why the keys for this did nothing.
pub(super) fn say(ctx: &Context, does: Does, text: String) {
    let until = ctx.input(|input| input.time) + STAYS;
    ctx.data_mut(|data| data.insert_temp(key(), Why { does, text, until, at: None, fresh: true }));
    ctx.request_repaint();
}

/// This button is what those keys stand for.
pub(super) fn here(response: &egui::Response, does: Does) {
    let Some(why) = response.ctx.data(|data| data.get_temp::<Why>(key())) else { return };
    if why.does == does {
        let at = Some(response.rect);
        response.ctx.data_mut(|data| data.insert_temp(key(), Why { at, ..why }));
    }
}

/// Draws what was said last, until somebody goes on. To be called after the screen is drawn.
pub(super) fn why_ui(ctx: &Context, palette: &Palette) {
    let Some(why) = ctx.data(|data| data.get_temp::<Why>(key())) else { return };
    let (now, goes_on) = ctx.input(|input| {
        let pressed = |event: &egui::Event| {
            matches!(
                event,
                egui::Event::Key { pressed: true, .. } | egui::Event::PointerButton { pressed: true, .. }
            )
        };
        (input.time, input.events.iter().any(pressed))
    });
    if now > why.until || goes_on && !why.fresh {
        ctx.data_mut(|data| data.remove::<Why>(key()));
        return;
    }
    let screen = ctx.content_rect();
    let seen = why.at.filter(|at| screen.contains(at.center()));
    let (spot, pivot) = match seen {
        Some(at) => (at.left_top() - egui::vec2(0.0, 8.0), Align2::LEFT_BOTTOM),
        None => (pos2(screen.center().x, screen.bottom() - 20.0), Align2::CENTER_BOTTOM),
    };
    Area::new(key()).order(Order::Foreground).fixed_pos(spot).pivot(pivot).constrain(true).show(ctx, |ui| {
        Frame::new()
            .fill(palette.paper)
            .stroke(Stroke::new(1.5, palette.care))
            .corner_radius(CornerRadius::same(6))
            .shadow(theme::lifted())
            .inner_margin(Margin::symmetric(12, 8))
            .show(ui, |ui| {
                ui.set_max_width(420.0_f32.min(screen.width() - 40.0));
                let text = format!("{} {}", egui_phosphor::regular::WARNING_CIRCLE, why.text);
                ui.label(RichText::new(text).color(palette.care));
            });
    });
    ctx.request_repaint_after_secs((why.until - now).max(0.0) as f32 + 0.05);
    ctx.data_mut(|data| data.insert_temp(key(), Why { fresh: false, at: None, ..why }));
}
