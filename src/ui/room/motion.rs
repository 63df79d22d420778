//! How the room moves: from one pose to the next, with a document on its way.
//!
//! A pose follows from the stage alone, so a game that goes on from a file looks as it looked before;
//! what has just happened adds a motion that ends. Time comes from outside, so a slow machine draws
//! fewer steps of the same motion.

use super::{Stage, YEARS, side};
use crate::rules::Phase;
use crate::scenario::Seat;
use crate::view::{Happening, Sitting, Third};
use std::f32::consts::PI;

/// How long a change of the pose takes, in seconds.
const CHANGE: f64 = 0.9;
/// How long a document is on its way, in seconds.
const TRANSIT: f64 = 1.1;
/// How long the delegations take to their seats when the talks are opened, in seconds.
const ENTRANCE: f64 = 2.4;
/// The longest that anything moves, in seconds.
pub const LONGEST: f64 = 2.4;
/// A document that set out may not be overtaken at once, in seconds.
const APART: f64 = 0.3;

/// How everything stands; shares are 0 to 1 unless said otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pose {
    /// Warm light.
    pub warmth: f32,
    /// Cold light.
    pub cold: f32,
    /// How near the delegations sit; below 0 they have drawn back.
    pub near: f32,
    /// How far the delegations are from their seats: 1 outside the room, 0 seated.
    pub away: f32,
    /// How far each delegation leans towards the other, -1 to 1.
    pub lean: [f32; 2],
    /// The light at each desk.
    pub lamps: [f32; 2],
    /// How far the treaty is held up.
    pub treaty: f32,
    /// The signatures on it.
    pub signed: [f32; 2],
    /// How far the seal has fallen.
    pub seal: f32,
    /// The drapes before the room.
    pub drapes: f32,
    /// The chair at the head of the table.
    pub chair: f32,
    /// The mediator in it.
    pub mediator: f32,
    /// To whom the mediator is turned: -1 the first side, 0 both, 1 the second.
    pub heed: f32,
    /// The cards of the years.
    pub cards: f32,
    /// How many years there are.
    pub years: usize,
    /// How many of their cards are turned; in between, one is turning.
    pub turned: f32,
    /// What is on its way, and how far.
    pub transit: Option<(Happening, f32)>,
}

fn mix(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

pub(super) fn eased(share: f32) -> f32 {
    share * share * (3.0 - 2.0 * share)
}

impl Pose {
    fn between(self, to: Self, share: f32) -> Self {
        let soft = eased(share);
        let mixed = |of: fn(&Self) -> f32| mix(of(&self), of(&to), soft);
        let both = |of: fn(&Self) -> [f32; 2]| [0, 1].map(|at| mix(of(&self)[at], of(&to)[at], soft));
        // A seal falls when the treaty stands, ever faster; a signature is written before it.
        let fall = ((share - 0.45) / 0.5).clamp(0.0, 1.0).powi(2);
        let seal = if to.seal > self.seal { mix(self.seal, to.seal, fall) } else { mixed(|it| it.seal) };
        Self {
            warmth: mixed(|it| it.warmth),
            cold: mixed(|it| it.cold),
            near: mixed(|it| it.near),
            // They walk at one pace; each slows down at its own chair.
            away: mix(self.away, to.away, share),
            lean: both(|it| it.lean),
            lamps: both(|it| it.lamps),
            treaty: mixed(|it| it.treaty),
            signed: both(|it| it.signed),
            seal,
            drapes: mixed(|it| it.drapes),
            chair: mixed(|it| it.chair),
            mediator: mixed(|it| it.mediator),
            heed: mixed(|it| it.heed),
            cards: mixed(|it| it.cards),
            years: to.years,
            turned: mix(self.turned, to.turned, share),
            transit: None,
        }
    }

    /// How everything stands on a stage when nothing moves.
    pub fn of(stage: &Stage) -> Self {
        let mut pose = Self {
            drapes: f32::from(u8::from(stage.curtain)),
            years: stage.years.len().min(YEARS),
            cards: f32::from(u8::from(!stage.years.is_empty())),
            turned: stage.turned.min(YEARS) as f32,
            ..Self::default()
        };
        let Some(scenery) = &stage.scenery else {
            return Self { warmth: 0.9, near: 0.85, lean: [0.55; 2], lamps: [0.75; 2], ..pose };
        };
        let trust = Seat::ALL.map(|seat| scenery.trust[seat] as f32);
        let mean = trust[0].midpoint(trust[1]);
        let light = eased(((mean - 0.2) / 0.6).clamp(0.0, 1.0));
        // (share of the warmth, least cold, share of the nearness)
        let (warm, cold, close) = match scenery.phase {
            Phase::Normal => (1.0, 0.0, 1.0),
            Phase::SlowDown => (0.45, 0.62, 0.45),
            Phase::Minimal => (0.12, 0.95, 0.1),
        };
        pose.warmth = light * warm;
        pose.cold = ((1.0 - light) * 0.6).max(cold);
        pose.near = mean * close;
        pose.lean = trust.map(|it| (it * 2.0 - 1.0).mul_add(close, (close - 1.0) * 0.6).clamp(-1.0, 1.0));
        pose.chair = 1.0;
        if let Third::Taken(to) = scenery.third {
            pose.mediator = 1.0;
            pose.heed = to.map_or(0.0, side);
        }
        pose.lamps = [0.35; 2];
        let signed = Seat::ALL.map(|seat| f32::from(u8::from(scenery.signed[seat])));
        match scenery.sitting {
            Sitting::Preparing => {}
            Sitting::Talking(turn) => {
                pose.lamps = [0.08; 2];
                pose.lamps[turn.index()] = 1.0;
                pose.lean[turn.index()] += 0.25;
            }
            Sitting::Signing => {
                pose.treaty = 1.0;
                pose.signed = signed;
                pose.warmth = pose.warmth.max(0.6);
                pose.cold *= 0.4;
                pose.near = pose.near.max(0.6);
                pose.lamps = [0.7; 2];
            }
            Sitting::Agreed | Sitting::Refused => {
                let kept = scenery.sitting == Sitting::Agreed;
                pose.treaty = 1.0 - pose.cards;
                pose.signed = signed;
                pose.seal = f32::from(u8::from(kept));
                pose.warmth = if kept { 1.0 } else { 0.35 };
                pose.cold = if kept { 0.0 } else { 0.55 };
                pose.near = if kept { 0.95 } else { 0.5 };
                pose.lean = if kept { [0.6; 2] } else { [-0.2; 2] };
                pose.lamps = if kept { [0.8; 2] } else { [0.3; 2] };
            }
            Sitting::Parted => {
                pose.warmth = 0.15;
                pose.cold = 0.85;
                pose.near = -0.55;
                pose.lean = [-0.85; 2];
                pose.lamps = [0.05; 2];
            }
        }
        pose
    }

    /// The same with what is on its way.
    fn with(mut self, happening: Happening, share: f32) -> Self {
        let swing = (share * PI).sin();
        match happening {
            Happening::Friendly(_) | Happening::Agreed => {
                self.warmth = (self.warmth + 0.5 * swing).min(1.0);
                self.cold *= 1.0 - 0.6 * swing;
                self.lean = self.lean.map(|lean| lean + 0.45 * swing);
            }
            Happening::Pressed(by) => {
                self.cold = (self.cold + 0.35 * swing).min(1.0);
                self.lean[by.index()] += 0.7 * swing;
                self.lean[by.other().index()] -= 0.8 * swing;
            }
            Happening::Spoke(by) | Happening::Signed(by) => self.lean[by.index()] += 0.4 * swing,
            Happening::Offered(Some(by)) | Happening::Explored(by) => {
                self.lean[by.index()] += 0.55 * swing;
            }
            _ => {}
        }
        self.transit = Some((happening, share));
        self
    }
}

/// How much a happening asks for the eye; of several at once the greatest is shown.
const fn weight(happening: Happening) -> u32 {
    match happening {
        Happening::Turn(_) | Happening::Clock | Happening::Phase(_) => 0,
        Happening::Spoke(_) | Happening::Ratified(_) | Happening::Mediated => 1,
        Happening::Friendly(_) | Happening::Pressed(_) => 2,
        Happening::News | Happening::Explored(_) => 3,
        Happening::Offered(_) => 4,
        Happening::Agreed | Happening::Signed(_) | Happening::Parted => 5,
    }
}

/// Leads the room from pose to pose.
#[derive(Clone, Debug, Default)]
pub struct Director {
    from: Pose,
    to: Pose,
    began: f64,
    transit: Option<(Happening, f64)>,
    begun: bool,
    /// Whether the delegations were coming in when the stage was seen last.
    entering: bool,
    /// How long the running change takes, in seconds.
    length: f64,
}

impl Director {
    /// Sees the stage as it is at a time, in seconds on any clock that does not run backwards.
    pub fn see(&mut self, stage: &Stage, now: f64) {
        let to = Pose::of(stage);
        if !self.begun || stage.still {
            let (began, entering) = (now - LONGEST, stage.entering);
            *self = Self { from: to, to, began, transit: None, begun: true, entering, length: CHANGE };
            return;
        }
        let enters = stage.entering && !self.entering;
        self.entering = stage.entering;
        if enters {
            // An empty room in the light of the talks: nobody has to vanish before.
            *self = Self { from: Pose { away: 1.0, ..to }, to, began: now, length: ENTRANCE, ..self.clone() };
        } else if to != self.to {
            *self = Self { from: self.bare(now), to, began: now, length: CHANGE, ..self.clone() };
        }
        let newest = stage.happened.iter().copied().filter(|it| weight(*it) > 0).max_by_key(|it| weight(*it));
        let free = self.transit.is_none_or(|(_, began)| now - began >= APART);
        if let Some(happening) = newest.filter(|_| free) {
            self.transit = Some((happening, now));
        }
    }

    fn bare(&self, now: f64) -> Pose {
        let share = ((now - self.began) / self.length.max(CHANGE)).clamp(0.0, 1.0) as f32;
        if share >= 1.0 { self.to } else { self.from.between(self.to, share) }
    }

    /// How everything stands at a time.
    pub fn pose(&self, now: f64) -> Pose {
        let bare = self.bare(now);
        match self.transit {
            Some((happening, began)) if now - began < TRANSIT => {
                bare.with(happening, ((now - began) / TRANSIT).clamp(0.0, 1.0) as f32)
            }
            _ => bare,
        }
    }

    /// Whether anything still moves.
    pub fn moves(&self, now: f64) -> bool {
        (self.from != self.to && now - self.began < self.length)
            || self.transit.is_some_and(|(_, began)| now - began < TRANSIT)
    }

    /// Ends every motion at once.
    pub const fn skip(&mut self) {
        self.from = self.to;
        self.transit = None;
    }
}

#[cfg(test)]
mod tests;
