//! A hundred points shared out: a bar whose boundaries are dragged or moved with the arrow keys, and a number
//! for each part.
//!
//! A boundary takes from its neighbour alone. A number that is typed takes from all others, which keep their
//! proportions among themselves.

use super::sheet::Sheet;
use crate::exact::hand_out;
use crate::scenario::Seat;
use crate::scenario::author::{Edit, Path, country};
use crate::ui::parts::{card, columns, note, strong};
use crate::ui::theme::{self, size};
use egui::{
    Color32, CornerRadius, EventFilter, FontId, Id, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

/// One part of the hundred.
pub(super) struct Share {
    /// Its short name, in the bar.
    pub short: String,
    /// Its name.
    pub name: String,
    /// Where its number stands.
    pub path: Path,
    /// That number.
    pub points: i32,
}

/// The height of the bar.
const HEIGHT: f32 = 34.0;
/// Points for an arrow key with shift.
const STRIDE: i32 = 5;

impl Sheet<'_> {
    /// The bar with its numbers. `whose` is said before each name to those who do not see the page.
    pub(super) fn hundred(&mut self, ui: &mut Ui, at: &Path, whose: &str, shares: &[Share], colour: Color32) {
        let sum: i32 = shares.iter().map(|it| it.points).sum();
        self.bar(ui, at, whose, shares, sum, colour);
        if sum != 100 && !shares.is_empty() {
            ui.horizontal_wrapped(|ui| {
                let facts = [("sum", sum.to_string())];
                let facts = facts.each_ref().map(|(name, value)| (*name, value.as_str()));
                self.told(ui, false, &self.look.words.with("author-sum", &facts), None);
                if ui.button(self.get("author-make-hundred")).clicked() {
                    let all: Vec<&Share> = shares.iter().collect();
                    let parts: Vec<f64> = shares.iter().map(|it| f64::from(it.points)).collect();
                    let edits = whole(shares.iter(), hand_out(100, &parts, &least(&all, 100)));
                    self.form.apply(&Edit::All(edits), at);
                }
            });
        }
        for (no, share) in shares.iter().enumerate() {
            ui.horizontal_wrapped(|ui| {
                let name = format!("{whose} \u{b7} {}", share.name);
                if let Some(points) = self.settled_number(ui, &share.path, &name, share.points) {
                    let edits = with(shares, no, points);
                    self.form.apply(&Edit::All(edits), &share.path);
                }
                ui.label(&share.name);
            });
            self.problems(ui, &share.path);
        }
    }

    fn bar(&mut self, ui: &mut Ui, at: &Path, whose: &str, shares: &[Share], sum: i32, colour: Color32) {
        let palette = self.look.palette;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
        let parts = shares.iter().map(|it| format!("{} {}", it.short, it.points));
        let said = format!("{whose}: {}", parts.collect::<Vec<_>>().join(", "));
        response.widget_info(|| WidgetInfo::labeled(egui::WidgetType::ProgressIndicator, true, &said));
        let x = |points: i32| rect.left() + rect.width() * points as f32 / sum.max(1) as f32;
        let mut from = 0;
        for (no, share) in shares.iter().enumerate() {
            let part = Rect::from_x_y_ranges(x(from)..=x(from + share.points), rect.y_range());
            let fill = theme::mix(palette.paper, colour, if no % 2 == 0 { 0.12 } else { 0.26 });
            ui.painter().rect(
                part,
                CornerRadius::ZERO,
                fill,
                Stroke::new(1.0, colour),
                egui::StrokeKind::Inside,
            );
            for text in [format!("{} {}", share.short, share.points), share.points.to_string()] {
                let font = FontId::new(size::SMALL, theme::strong());
                let galley = ui.painter().layout_no_wrap(text, font, palette.ink);
                if galley.size().x + 10.0 < part.width() {
                    let corner = part.center() - galley.size() / 2.0;
                    ui.painter().galley(corner, galley, palette.ink);
                    break;
                }
            }
            from += share.points;
        }
        let mut from = 0;
        for (no, pair) in shares.windows(2).enumerate() {
            let (one, two) = (&pair[0], &pair[1]);
            let start = from;
            from += one.points;
            let place = pos2(x(from), rect.center().y);
            let name = format!("{whose}: {} | {}", one.name, two.name);
            let id = ui.id().with(("boundary", at, no));
            let moved = boundary(ui, id, place, &name, one.points, two.points, |to: f32| {
                let points = (to - rect.left()) / rect.width() * sum.max(1) as f32;
                points.round() as i32 - start
            });
            if let Some(points) = moved.to {
                let edits = vec![
                    Edit::Whole(one.path.clone(), points),
                    Edit::Whole(two.path.clone(), one.points + two.points - points),
                ];
                self.form.type_in(&Edit::All(edits), at);
                self.form.typed.remove(&(one.path.clone(), None));
                self.form.typed.remove(&(two.path.clone(), None));
            }
            if moved.ended {
                self.form.document.seal();
            }
        }
        ui.painter().rect_stroke(
            rect,
            CornerRadius::same(3),
            Stroke::new(1.0, palette.edge()),
            egui::StrokeKind::Outside,
        );
    }

    /// What dragging and typing do, said once on a page.
    pub(super) fn hundred_help(&self, ui: &mut Ui) {
        note(ui, self.look.palette, self.get("author-hundred-help"));
    }

    /// The parts of a table of weights that count in the hundred, and those in reserve, which are none of a
    /// country's hundred but of a group's.
    pub(super) fn shares(&self, table: &Path) -> (Vec<Share>, Vec<Share>) {
        let document = &self.form.document;
        let ids = document.issue_ids();
        let (mut counted, mut reserve) = (Vec::new(), Vec::new());
        for (no, id) in ids.iter().enumerate() {
            let issue = Path::of("issues").no(no);
            let points = document.whole(&table.name(id));
            let substance = document.plain(&issue.name("kind")).is_none_or(|it| it == "Substance");
            // Clauses and the legal form seldom carry points; where they do, they stand here.
            if points.is_none() && !substance {
                continue;
            }
            let title = self.item_name(&issue.name("title"), no);
            let share = Share {
                short: id.clone(),
                name: format!("{id} \u{b7} {title}"),
                path: table.name(id),
                points: points.unwrap_or(0),
            };
            let apart = table.steps().len() == 2 && document.fact(&issue.name("reserve"));
            if apart { reserve.push(share) } else { counted.push(share) }
        }
        (counted, reserve)
    }

    /// The weights of both countries.
    pub(super) fn weights_page(&mut self, ui: &mut Ui) {
        self.hundred_help(ui);
        note(ui, self.look.palette, self.get("author-weights-help"));
        ui.add_space(6.0);
        let palette = self.look.palette;
        columns::<2>(ui, 14.0, |ui, at| {
            let seat = Seat::ALL[at];
            let table = Path::of(country(seat)).name("weights");
            card(ui, palette, |ui| {
                let name = self.country_name(seat);
                ui.horizontal(|ui| {
                    self.sign(ui, seat);
                    ui.label(strong(&name).color(self.colours[seat]));
                });
                let (counted, reserve) = self.shares(&table);
                self.hundred(ui, &table, &name, &counted, self.colours[seat]);
                if !reserve.is_empty() {
                    ui.add_space(6.0);
                    ui.label(strong(self.get("author-reserve")));
                    for share in &reserve {
                        ui.horizontal_wrapped(|ui| {
                            self.number(ui, &share.path, &format!("{name} \u{b7} {}", share.name));
                            ui.label(&share.name);
                        });
                    }
                }
                self.problems(ui, &table);
            });
        });
    }
}

/// What came of a boundary in this frame.
struct Moved {
    /// The points of the part at its left.
    to: Option<i32>,
    /// Whether nobody holds it any longer.
    ended: bool,
}

/// The boundary between two parts, dragged or moved with the arrow keys.
fn boundary(
    ui: &Ui,
    id: Id,
    place: egui::Pos2,
    name: &str,
    one: i32,
    two: i32,
    points_at: impl Fn(f32) -> i32,
) -> Moved {
    let rect = Rect::from_center_size(place, vec2(14.0, HEIGHT));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::slider(true, f64::from(one), name));
    let lit = response.hovered() || response.dragged() || response.has_focus();
    let ink = ui.visuals().widgets.inactive.fg_stroke.color;
    let stroke = Stroke::new(if lit { 4.0 } else { 2.0 }, ink);
    ui.painter().vline(place.x, rect.y_range().shrink(if lit { 0.0 } else { 5.0 }), stroke);
    let mut to = None;
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        to = Some(points_at(pointer.x));
    }
    if response.clicked() {
        response.request_focus();
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let mut step = 0;
        for (key, sign) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
            for (modifiers, width) in [(Modifiers::SHIFT, STRIDE), (Modifiers::NONE, 1)] {
                let count = ui.input_mut(|input| input.count_and_consume_key(modifiers, key));
                step += sign * width * i32::try_from(count).unwrap_or(0);
            }
        }
        if step != 0 {
            to = Some(one + step);
        }
    }
    let response = response.on_hover_and_drag_cursor(egui::CursorIcon::ResizeHorizontal);
    let to = to.map(|points| points.clamp(0, one + two)).filter(|points| *points != one);
    Moved { to, ended: response.drag_stopped() || response.lost_focus() }
}

/// Edits that give each part its points; what is nothing and stays nothing is not written.
fn whole<'s>(shares: impl Iterator<Item = &'s Share>, points: Vec<i32>) -> Vec<Edit> {
    let changed = shares.zip(points).filter(|(share, points)| share.points != *points);
    changed.map(|(share, points)| Edit::Whole(share.path.clone(), points)).collect()
}

/// One part with other points; the rest of the hundred goes to the others in their proportions.
fn with(shares: &[Share], no: usize, points: i32) -> Vec<Edit> {
    let others: Vec<&Share> =
        shares.iter().enumerate().filter(|(at, _)| *at != no).map(|(_, it)| it).collect();
    let rest = (100 - points).max(0);
    let parts: Vec<f64> = others.iter().map(|it| f64::from(it.points)).collect();
    let mut edits = vec![Edit::Whole(shares[no].path.clone(), points)];
    edits.extend(whole(others.iter().copied(), hand_out(rest, &parts, &least(&others, rest))));
    edits
}

/// A part that has points keeps one, as long as there are enough.
fn least(shares: &[&Share], total: i32) -> Vec<i32> {
    let some: Vec<i32> = shares.iter().map(|it| i32::from(it.points > 0)).collect();
    if some.iter().sum::<i32>() <= total { some } else { vec![0; shares.len()] }
}
