//! Where each prop stands in a pose.

use super::motion::{Pose, eased};
use super::people::size;
use super::{Prop, side};
use crate::scenario::Seat;
use crate::view::Happening;
use egui::{Vec2, vec2};
use std::f32::consts::PI;

/// How far from its chair somebody is who has not come in.
const OUTSIDE: f32 = 13.0;
/// How large chair and mediator are at the head of the table, which is the far end.
const HEAD: f32 = 0.82;

/// Where a prop stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Its origin.
    pub at: Vec2,
    /// How far it is turned, counter-clockwise, in radians.
    pub angle: f32,
    /// How large it is.
    pub scale: Vec2,
    /// How much of it is there, 0 to 1.
    pub share: f32,
}

impl Placed {
    const fn at(at: Vec2) -> Self {
        Self { at, angle: 0.0, scale: Vec2::splat(1.0), share: 1.0 }
    }

    fn faded(share: f32) -> Self {
        Self { share: share.clamp(0.0, 1.0), ..Self::at(Vec2::ZERO) }
    }
}

/// Where a prop stands in a pose; one whose share is 0 is not there.
pub fn place(prop: Prop, pose: &Pose) -> Placed {
    match prop {
        Prop::Hall | Prop::Table | Prop::Corners => Placed::at(Vec2::ZERO),
        Prop::Warmth => Placed::faded(0.12 + 0.88 * pose.warmth),
        Prop::Pool => Placed::faded(0.15 + 0.85 * pose.warmth),
        Prop::Cold => Placed::faded(pose.cold),
        Prop::Lamp(seat) | Prop::Halo(seat) => Placed::faded(pose.lamps[seat.index()]),
        Prop::Chair(seat, no) => {
            let mut placed = seated(pose, seat, no, 0.0);
            placed.at.x += side(seat) * 0.1;
            placed
        }
        Prop::Delegate(seat, no) => {
            let mut placed = seated(pose, seat, no, pose.lean[seat.index()]);
            // One after the other, the head first, each in small steps.
            let come = ((1.0 - pose.away) * 1.6 - 0.3 * no as f32).clamp(0.0, 1.0);
            let left = 1.0 - eased(come);
            placed.at += vec2(side(seat) * OUTSIDE * left, 0.05 * left.min(0.4) * (come * PI * 12.0).sin());
            placed
        }
        Prop::Head => Placed { at: vec2(0.0, 0.62), scale: Vec2::splat(HEAD), ..Placed::faded(pose.chair) },
        Prop::Mediator(to) => mediator(pose, to),
        Prop::Treaty => treaty(pose, Vec2::ZERO),
        Prop::Signature(seat) => {
            let mut placed = treaty(pose, vec2(side(seat) * 0.4, 0.36));
            let written = pose.signed[seat.index()];
            placed.scale.x *= written.max(0.01);
            placed.share *= written;
            placed
        }
        Prop::Seal => {
            let fall = pose.seal;
            let mut placed = treaty(pose, vec2(0.0, 0.42 + 1.7 * (1.0 - fall)));
            placed.scale *= 0.74 + 0.9 * (1.0 - fall);
            placed.angle = 0.5 * (1.0 - fall) - 0.08;
            placed.share *= (fall * 6.0).min(1.0);
            placed
        }
        Prop::YearBack(no) | Prop::Year(no) => year(pose, no, matches!(prop, Prop::Year(_))),
        Prop::Offer(_) | Prop::Note | Prop::News => transit(prop, pose),
        Prop::Drape(seat) => {
            let share = eased(pose.drapes);
            let mut placed = Placed::at(vec2(side(seat) * (15.0 - 10.9 * share), 0.0));
            placed.share = f32::from(u8::from(pose.drapes > 0.001));
            placed
        }
    }
}

fn seated(pose: &Pose, seat: Seat, no: usize, lean: f32) -> Placed {
    let side = side(seat);
    let apart = 1.0 - pose.near;
    let x = [1.5, 2.62, 3.58][no] + apart * [0.62, 0.5, 0.4][no];
    let share = size(no);
    let lean = lean * (1.0 - 0.15 * no as f32);
    Placed {
        at: vec2(side * (x - lean * 0.1), 0.66),
        angle: side * lean * 0.14,
        scale: Vec2::splat(share),
        share: 1.0,
    }
}

/// The mediator as seen turned to a side, or to both: of the three pictures one is shown, and it is
/// narrowest where one takes over from another, like somebody who turns.
fn mediator(pose: &Pose, to: Option<Seat>) -> Placed {
    let shown = if pose.heed.abs() < 0.5 { 0.0 } else { pose.heed.signum() };
    if shown != to.map_or(0.0, side) {
        return Placed::faded(0.0);
    }
    let between = 1.0 - ((pose.heed.abs() - 0.5).abs() * 2.0).min(1.0);
    Placed {
        at: vec2(pose.heed * 0.06, 0.62 - 0.5 * (1.0 - pose.mediator)),
        angle: -pose.heed * 0.07,
        scale: vec2(HEAD * (1.0 - 0.18 * between), HEAD),
        ..Placed::faded(pose.mediator * (1.0 - pose.treaty))
    }
}

/// Something on the treaty, which rises from the table.
fn treaty(pose: &Pose, on: Vec2) -> Placed {
    let up = pose.treaty;
    let scale = 0.55 + 0.45 * up;
    Placed {
        at: vec2(0.0, 0.14 + 0.1 * up) + on * scale,
        angle: 0.0,
        scale: Vec2::splat(scale),
        share: (up * 4.0).min(1.0),
    }
}

fn year(pose: &Pose, no: usize, face: bool) -> Placed {
    if no >= pose.years {
        return Placed::faded(0.0);
    }
    let turn = (pose.turned - no as f32).clamp(0.0, 1.0);
    let shown = (turn >= 0.5) == face;
    let middle = (pose.years as f32 - 1.0) / 2.0;
    let lift = 0.14 * (turn * PI).sin();
    Placed {
        at: vec2((no as f32 - middle) * 0.86, 0.1 + lift - 0.3 * (1.0 - pose.cards)),
        angle: 0.0,
        scale: vec2((turn * PI).cos().abs().max(0.03), 1.0),
        share: if shown { pose.cards } else { 0.0 },
    }
}

fn transit(prop: Prop, pose: &Pose) -> Placed {
    let Some((happening, share)) = pose.transit else { return Placed::faded(0.0) };
    let there = (share * 8.0).min(1.0) * ((1.0 - share) * 6.0).min(1.0);
    let (way, arc) = (eased(share), (share * PI).sin());
    let across = |from: f32, lift: f32| Placed {
        at: vec2(from * 1.6 * (1.0 - 2.0 * way), 0.4 + lift * arc),
        angle: -from * 0.22 * arc,
        scale: Vec2::splat(1.0 + 0.28 * arc),
        share: there,
    };
    match (prop, happening) {
        (Prop::Offer(Some(seat)), Happening::Offered(Some(by))) if seat == by => across(side(by), 0.5),
        (Prop::Offer(None), Happening::Offered(None)) => Placed {
            at: vec2(0.0, 1.1 - 0.7 * way),
            scale: Vec2::splat(0.8 + 0.5 * way),
            ..Placed::faded(there)
        },
        (Prop::Note, Happening::Explored(by)) => across(side(by), 0.1),
        (Prop::News, Happening::News) => Placed {
            at: vec2(0.0, 1.35),
            angle: (1.0 - (share * 2.2).min(1.0)).powi(2) * 5.0 + 0.05,
            scale: Vec2::splat(0.35 + 1.0 * eased((share * 2.2).min(1.0))),
            share: there,
        },
        _ => Placed::faded(0.0),
    }
}
