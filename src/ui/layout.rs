//! Where things stand on a screen: columns that stack, screens that scroll where there is little room,
//! the right end of a row.

use egui::{Align, Layout, Sense, Ui, vec2};

/// A column of text narrower than this is no longer read but spelt out.
const LEAST_COLUMN: f32 = 270.0;

/// Whether [`columns`] of this number would stand one below the other.
pub fn stacked<const N: usize>(ui: &Ui) -> bool {
    ui.available_width() < LEAST_COLUMN * N as f32
}

/// Columns of equal width whose text stays as it is; egui's own would stretch its words. Where they
/// would be too narrow to read, they stand one below the other.
pub fn columns<const N: usize>(ui: &mut Ui, gap: f32, mut add: impl FnMut(&mut Ui, usize)) {
    if stacked::<N>(ui) {
        for column in 0..N {
            ui.push_id(("column", column), |ui| add(ui, column));
            ui.add_space(gap);
        }
        return;
    }
    let full = ui.available_width();
    let width = (full - gap * (N as f32 - 1.0)) / N as f32;
    let top_left = ui.cursor().min;
    let mut bottom = top_left.y;
    for column in 0..N {
        let left = top_left.x + (width + gap) * column as f32;
        let rect = egui::Rect::from_min_max(
            egui::pos2(left, top_left.y),
            egui::pos2(left + width, ui.max_rect().bottom().max(top_left.y)),
        );
        let mut child = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(rect)
                .layout(Layout::top_down(Align::LEFT))
                .id_salt(("column", column)),
        );
        child.set_width(width);
        add(&mut child, column);
        bottom = bottom.max(child.min_rect().bottom());
    }
    ui.allocate_rect(
        egui::Rect::from_min_max(top_left, egui::pos2(top_left.x + full, bottom)),
        Sense::hover(),
    );
}

/// Keeps a column of text readable: not wider than `width`, in the middle.
pub fn column<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = ((ui.available_width() - width) / 2.0).max(0.0);
    ui.horizontal_top(|ui| {
        ui.add_space(margin);
        ui.vertical(|ui| {
            ui.set_width(width.min(ui.available_width()));
            add(ui)
        })
        .inner
    })
    .inner
}

/// The least height of a screen whose parts scroll by themselves.
pub const LEAST_HEIGHT: f32 = 560.0;

/// The height below which a screen of one part scrolls as a whole. Above it, the part scrolls alone and
/// the button for what to do next stays in sight, also with text of 150 %.
const LOWEST: f32 = 400.0;

/// A whole screen: where the window is too low for it, or the text too large, the screen scrolls.
#[track_caller]
pub fn roomy<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    roomy_below(ui, LOWEST, add)
}

/// The same for a screen that needs this height.
#[track_caller]
pub fn roomy_below<R>(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    if ui.available_height() >= height {
        return add(ui);
    }
    egui::ScrollArea::vertical()
        // Every screen begins at its top, however far the one before was scrolled.
        .id_salt(("roomy", std::panic::Location::caller().line()))
        .auto_shrink(false)
        .show(ui, |ui| {
            let size = vec2(ui.available_width(), LEAST_HEIGHT);
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::LEFT), |ui| {
                ui.set_min_size(size);
                let inner = add(ui);
                // After what scrolls by itself inside, which would take the turn for itself.
                page_keys(ui);
                inner
            })
            .inner
        })
        .inner
}

/// Lets Page Up and Page Down turn over what is scrolled here, also where nothing takes the focus. For the
/// content of a scroll area.
pub fn page_keys(ui: &Ui) {
    let [up, down] = [egui::Key::PageUp, egui::Key::PageDown]
        .map(|key| ui.input(|input| if input.key_pressed(key) { 1.0 } else { 0.0 }));
    if up != down {
        // A line or two of the page before stay in sight.
        ui.scroll_with_delta(vec2(0.0, (up - down) * ui.clip_rect().height() * 0.85));
    }
}

/// A row, which may go on in a second one, whose things stand at one height, though the first of them is
/// lower than the highest.
pub fn level<R>(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    with_least_height(ui, height, |ui| ui.horizontal_wrapped(add).inner)
}

/// The same for a row that knows its room and never goes on in a second one.
pub fn level_row<R>(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    with_least_height(ui, height, |ui| ui.horizontal(add).inner)
}

/// What is drawn within is at least so high, as long as it is drawn.
fn with_least_height<R>(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let before = std::mem::replace(&mut ui.spacing_mut().interact_size.y, height);
    let inner = add(ui);
    ui.spacing_mut().interact_size.y = before;
    inner
}

/// Things at the right end of a row which are still reached from left to right. Their width is known
/// from the frame before; it comes back with them.
pub fn at_right<R>(ui: &mut Ui, salt: &str, add: impl FnOnce(&mut Ui) -> R) -> (R, f32) {
    let id = ui.id().with(("at-right", salt));
    let before: Option<f32> = ui.data(|data| data.get_temp(id));
    let free = before.map_or(0.0, |before| (ui.available_width() - before).max(0.0));
    ui.add_space((free - ui.spacing().item_spacing.x).max(0.0));
    let left = ui.cursor().left();
    let inner = add(ui);
    let width = ui.cursor().left() - ui.spacing().item_spacing.x - left;
    if before.is_none_or(|before| (before - width).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_repaint();
    }
    (inner, width)
}

/// Scrolls to what was unfolded between this heading and the cursor; the heading stays in sight where the
/// whole is too high.
pub fn bring_into_view(ui: &Ui, heading: egui::Rect) {
    let whole = heading.union(egui::Rect::from_pos(egui::pos2(heading.left(), ui.cursor().top())));
    if whole.height() > ui.clip_rect().height() {
        ui.scroll_to_rect(heading, Some(Align::TOP));
    } else {
        ui.scroll_to_rect(whole, None);
    }
    ui.ctx().request_repaint();
}
