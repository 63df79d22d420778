//! The keyboard's focus: a ring around it on every screen, and a screen that scrolls to it.

use crate::ui::theme::Palette;
use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Context, CornerRadius, Event, Id, Key, LayerId, Order, Stroke, StrokeKind};

/// What has the focus, and whether it came there by keys.
#[derive(Default)]
pub(super) struct Focus {
    last: Option<Id>,
    by_keys: bool,
    /// What got the focus in the frame before, and may be out of sight.
    seek: Option<Id>,
}

impl Focus {
    /// Scrolls to what got the focus, if it is not wholly in sight. To be called before the screen is drawn.
    pub(super) fn bring_into_view(&mut self, ctx: &Context) {
        let Some(id) = self.seek.take() else { return };
        let Some(response) = ctx.read_response(id) else { return };
        let shown = response.interact_rect;
        let whole = response.rect;
        let in_sight = shown.width() >= whole.width().min(40.0) && shown.height() >= whole.height() - 1.0;
        if in_sight {
            return;
        }
        // egui scrolls to a widget for a screen reader; keys want the same.
        ctx.input_mut(|input| {
            input.events.push(Event::AccessKitActionRequest(ActionRequest {
                action: Action::ScrollIntoView,
                target_tree: TreeId::ROOT,
                target_node: id.accesskit_id(),
                data: None,
            }));
        });
        ctx.request_repaint();
    }

    /// Draws the ring. To be called after the screen is drawn.
    pub(super) fn ring(&mut self, ctx: &Context, palette: &Palette) {
        let keys =
            [Key::Tab, Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Enter, Key::Space];
        let (pressed, clicked) =
            ctx.input(|input| (keys.iter().any(|key| input.key_pressed(*key)), input.pointer.any_pressed()));
        if clicked {
            self.by_keys = false;
        } else if pressed {
            self.by_keys = true;
        }
        let focused = ctx.memory(|memory| memory.focused());
        if focused != self.last {
            self.last = focused;
            self.seek = focused;
            ctx.request_repaint();
        }
        let Some(response) = focused.and_then(|id| ctx.read_response(id)) else { return };
        let rect = response.interact_rect;
        if !self.by_keys || !rect.is_positive() {
            return;
        }
        // Two lines, so that the ring stands out from a button of its own colour too.
        let layer = LayerId::new(Order::Tooltip, Id::new("focus-ring"));
        let painter = ctx.layer_painter(layer);
        let round = CornerRadius::same(7);
        painter.rect_stroke(rect.expand(4.0), round, Stroke::new(2.5, palette.primary), StrokeKind::Middle);
        painter.rect_stroke(rect.expand(1.5), round, Stroke::new(1.5, palette.paper), StrokeKind::Middle);
    }
}
