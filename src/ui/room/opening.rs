//! Where the panels leave an opening through which the room is seen.

use super::{Framing, Opening};
use crate::ui::parts::Look;
use crate::ui::theme::Palette;
use egui::{Frame, Panel, Rect, Stroke, Ui, vec2};

/// Below this height, in points, a panel has no room to spare.
const LOW: f32 = 400.0;

/// A band of the room above the rest of a screen: a share of the height, if there is room for it.
pub(in crate::ui) fn band_ui(ui: &mut Ui, palette: &Palette, id: &'static str, share: f32) {
    let height = ui.available_height();
    // What stands below keeps the height that it needs, with its margins.
    let spare = height - crate::ui::layout::LEAST_HEIGHT - 40.0;
    if height < LOW || spare < 90.0 {
        return;
    }
    let tall = (height * share).clamp(90.0, 240.0).min(spare).round();
    Panel::top(id).frame(Frame::NONE).resizable(false).show_separator_line(false).exact_size(tall).show(
        ui,
        |ui| {
            let rect = ui.max_rect();
            open(ui, rect, Framing::Band);
            framed(ui, rect, palette);
        },
    );
}

/// The line between the room and what stands below it.
fn framed(ui: &Ui, rect: Rect, palette: &Palette) {
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, palette.brass));
}

/// The band above the draft. It can be folded away.
pub(in crate::ui) fn talks_ui(ui: &mut Ui, look: Look<'_>) {
    let id = egui::Id::new("the room is folded away");
    let folded: bool = ui.ctx().data(|data| data.get_temp(id)).unwrap_or(false);
    let height = ui.available_height();
    if height < LOW {
        return;
    }
    let tall = if folded { 26.0 } else { (height * 0.16).clamp(72.0, 150.0).round() };
    let palette = look.palette;
    let fill = if folded { Frame::new().fill(palette.ground) } else { Frame::NONE };
    Panel::top("room-talks").frame(fill).resizable(false).show_separator_line(false).exact_size(tall).show(
        ui,
        |ui| {
            let rect = ui.max_rect();
            if !folded {
                open(ui, rect, Framing::Band);
                framed(ui, rect, palette);
            }
            let (icon, key) = if folded {
                (egui_phosphor::regular::CARET_DOWN, "room-unfold")
            } else {
                (egui_phosphor::regular::CARET_UP, "room-fold")
            };
            let size = vec2(26.0, 22.0);
            let place = Rect::from_min_size(rect.right_top() + vec2(-size.x - 4.0, 3.0), size);
            let button = ui.put(place, egui::Button::new(icon).min_size(size).small());
            let words = look.get(key);
            button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &words));
            if button.on_hover_text(&words).clicked() {
                ui.ctx().data_mut(|data| data.insert_temp(id, !folded));
                ui.ctx().request_repaint();
            }
        },
    );
}

/// Says that the room shows in a part of this panel, which paints nothing there.
pub(in crate::ui) fn open(ui: &Ui, rect: Rect, framing: Framing) {
    ui.ctx().data_mut(|data| data.insert_temp(key(), Some(Opening { rect, framing })));
}

/// Where the room shows in this frame, and forgets it.
pub(in crate::ui) fn opening(ctx: &egui::Context) -> Option<Opening> {
    ctx.data_mut(|data| data.remove_temp::<Option<Opening>>(key())).flatten()
}

fn key() -> egui::Id {
    egui::Id::new("the room shows here")
}
