//! The negotiating room behind the panels: what stands in it, and how it moves.
//!
//! The host gives a [`Director`] the newest [`Stage`] and the time; for each [`Prop`] it draws a
//! [`Canvas`] once and moves it as the director's [`Pose`] says. No Bevy here: the room is triangles and
//! numbers, so that it can be tested without a window.
//!
//! # Invariants
//!
//! - The room sees a [`Stage`], whose part of the game is a [`Scenery`]: what both seats may see.
//! - A motion ends within [`LONGEST`](motion::LONGEST) seconds, and at once when it is skipped or not wanted.

pub mod canvas;
mod hall;
mod light;
pub mod motion;
mod opening;
mod people;
mod placing;
mod table;
mod things;

pub(in crate::ui) use opening::{band_ui, open, opening, talks_ui};

pub use motion::{Director, Pose};
pub use placing::{Placed, place};

use super::theme::room::RoomColours;
use super::theme::{Mood, Palette};
use crate::scenario::{PerSeat, Seat};
use crate::view::{Happening, Scenery};
use canvas::{Canvas, Ink};
use egui::{Color32, Rect, Vec2, vec2};

/// Half the width of what is drawn of the room.
const EDGE: f32 = 32.0;
/// Where the wall meets the floor.
const WALL_FOOT: f32 = -1.35;
/// The most years that are shown as cards.
pub const YEARS: usize = 10;

/// How a year went for one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The promise was kept.
    Kept,
    /// It rested.
    Paused,
    /// It was broken, or there was nothing left of it.
    Broken,
}

/// What the room is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Light or dark.
    pub mood: Mood,
    /// The scenario, for the emblems.
    pub scenario: String,
    /// The countries' colours.
    pub colours: PerSeat<Color32>,
    /// What both seats may see of the game, if one runs.
    pub scenery: Option<Scenery>,
    /// What has just been noticed, oldest first.
    pub happened: Vec<Happening>,
    /// Whether the screen waits to be handed over.
    pub curtain: bool,
    /// Whether the talks are being opened: the delegations come in.
    pub entering: bool,
    /// The years after the signature up to the open one, once both sides are open.
    pub years: Vec<[Fate; 2]>,
    /// How many of them are turned.
    pub turned: usize,
    /// Whether the person wants no motion.
    pub still: bool,
}

impl Stage {
    /// The room before any game.
    pub fn empty(mood: Mood, still: bool) -> Self {
        let [first, second] = Palette::of(mood).hosts();
        Self {
            mood,
            scenario: "mufakat".to_owned(),
            colours: PerSeat { first, second },
            scenery: None,
            happened: Vec::new(),
            curtain: false,
            entering: false,
            years: Vec::new(),
            turned: 0,
            still,
        }
    }

    /// What the props are painted with.
    pub fn dress(&self) -> Dress {
        Dress {
            mood: self.mood,
            scenario: self.scenario.clone(),
            colours: self.colours,
            years: self.years.clone(),
        }
    }
}

/// What the props are painted with: they are drawn anew when it changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Dress {
    mood: Mood,
    scenario: String,
    colours: PerSeat<Color32>,
    years: Vec<[Fate; 2]>,
}

/// The colours of the room as they are drawn.
struct Inks {
    wall: [Ink; 2],
    grain: [Ink; 2],
    ceiling: Ink,
    floor: [Ink; 2],
    sky: [Ink; 3],
    hills: [Ink; 3],
    orb: Ink,
    drape: [Ink; 2],
    table: [Ink; 3],
    runner: Ink,
    brass: Ink,
    gilt: Ink,
    paper: Ink,
    script: Ink,
    lamp: Ink,
    cold: Ink,
    shade: Ink,
    wax: Ink,
    leaf: [Ink; 2],
    lacquer: [[Ink; 3]; 2],
}

/// A colour in linear light.
fn ink(colour: Color32) -> Ink {
    egui::Rgba::from(colour).to_array()
}

impl Dress {
    fn inks(&self) -> Inks {
        let it = RoomColours::of(self.mood);
        Inks {
            wall: it.wall.map(ink),
            grain: it.grain.map(ink),
            ceiling: ink(it.ceiling),
            floor: it.floor.map(ink),
            sky: it.sky.map(ink),
            hills: it.hills.map(ink),
            orb: ink(it.orb),
            drape: it.drape.map(ink),
            table: it.table.map(ink),
            runner: ink(it.runner),
            brass: ink(it.brass),
            gilt: ink(it.gilt),
            paper: ink(it.paper),
            script: ink(it.script),
            lamp: ink(it.lamp),
            cold: ink(it.cold),
            shade: ink(it.shade),
            wax: ink(it.wax),
            leaf: it.leaf.map(ink),
            lacquer: Seat::ALL.map(|seat| it.lacquer(self.colours[seat]).map(ink)),
        }
    }

    fn gilt(&self) -> Color32 {
        RoomColours::of(self.mood).gilt
    }
}

/// One thing in the room that moves as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Prop {
    /// Walls, window, floor.
    Hall,
    /// The light of lamps on the walls.
    Warmth,
    /// A chair of a delegation.
    Chair(Seat, usize),
    /// A delegate; the first sits nearest to the middle.
    Delegate(Seat, usize),
    /// The chair at the head of the table.
    Head,
    /// The mediator who sits there, turned to a side or to both.
    Mediator(Option<Seat>),
    /// The table and what lies on it.
    Table,
    /// The treaty that is held up.
    Treaty,
    /// A signature on it.
    Signature(Seat),
    /// The seal on it.
    Seal,
    /// The back of a year's card.
    YearBack(usize),
    /// Its face.
    Year(usize),
    /// A formal offer on its way; without a seat, the mediator's text.
    Offer(Option<Seat>),
    /// A package off the record on its way.
    Note,
    /// News on its way.
    News,
    /// What is left of the light without trust.
    Cold,
    /// The light on the wall behind a delegation.
    Halo(Seat),
    /// The light of a desk lamp.
    Lamp(Seat),
    /// The pool of light over the table.
    Pool,
    /// The dark of the corners.
    Corners,
    /// A drape before the room.
    Drape(Seat),
}

impl Prop {
    /// Every prop, from the back to the front.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::Hall, Self::Warmth];
        all.extend(Seat::ALL.map(Self::Halo));
        all.push(Self::Head);
        all.extend([None, Some(Seat::First), Some(Seat::Second)].map(Self::Mediator));
        for no in (0..people::DELEGATES).rev() {
            for seat in Seat::ALL {
                all.extend([Self::Chair(seat, no), Self::Delegate(seat, no)]);
            }
        }
        all.extend([Self::Table, Self::Treaty]);
        all.extend(Seat::ALL.map(Self::Signature));
        all.push(Self::Seal);
        all.extend((0..YEARS).flat_map(|no| [Self::YearBack(no), Self::Year(no)]));
        all.extend([Self::Offer(None), Self::Note, Self::News]);
        all.extend(Seat::ALL.map(|seat| Self::Offer(Some(seat))));
        all.push(Self::Cold);
        all.extend(Seat::ALL.map(Self::Lamp));
        all.extend([Self::Pool, Self::Corners]);
        all.extend(Seat::ALL.map(Self::Drape));
        all
    }

    /// Draws a prop around its own origin; `soft` is the width of a pixel in units of the room.
    pub fn draw(self, dress: &Dress, soft: f32) -> Canvas {
        let mut canvas = Canvas::new(soft);
        let it = &mut canvas;
        match self {
            Self::Hall => hall::draw(it, dress),
            Self::Warmth => light::behind(it, dress),
            Self::Chair(..) => people::chair(it, &dress.inks()),
            Self::Delegate(seat, _) => people::delegate(it, dress, seat, -side(seat)),
            Self::Head => people::third_chair(it, &dress.inks()),
            Self::Mediator(to) => people::mediator(it, &dress.inks(), to.map_or(0.0, side)),
            Self::Table => table::draw(it, dress),
            Self::Treaty => things::treaty(it, dress),
            Self::Signature(seat) => things::signature(it, dress, seat),
            Self::Seal => things::seal(it, dress),
            Self::YearBack(_) => things::year(it, &dress.inks(), None, [[0.0; 4]; 2]),
            Self::Year(no) => {
                let tones = Seat::ALL.map(|seat| ink(dress.colours[seat]));
                if let Some(fates) = dress.years.get(no) {
                    things::year(it, &dress.inks(), Some(*fates), tones);
                }
            }
            Self::Offer(seat) => things::offer(it, dress, seat),
            Self::Note => things::note(it, dress),
            Self::News => things::news(it, dress),
            Self::Cold => light::cold(it, dress),
            Self::Halo(seat) => light::halo(it, dress, side(seat)),
            Self::Lamp(seat) => light::desk(it, dress, side(seat)),
            Self::Pool => light::before(it, dress),
            Self::Corners => light::corners(it, dress),
            Self::Drape(seat) => light::drape(it, dress, side(seat)),
        }
        if canvas.triangles.is_empty() {
            // A card without a face is still a mesh; one without corners is not.
            canvas.piece([Vec2::ZERO; 4], [[0.0; 4]; 4]);
        }
        canvas
    }
}

/// On which side a delegation sits.
const fn side(seat: Seat) -> f32 {
    match seat {
        Seat::First => -1.0,
        Seat::Second => 1.0,
    }
}

/// How the room is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Framing {
    /// The whole room; a share of the width at the left is covered by a card.
    Whole {
        /// The covered share, 0 to 1.
        covered: f32,
    },
    /// A band: the table and the heads.
    Band,
}

/// Where the room shows through the panels, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opening {
    /// The part of the window.
    pub rect: Rect,
    /// How the room is looked at.
    pub framing: Framing,
}

/// What is seen of the room: the point in the middle of the opening, and the height in units of the room.
pub fn sight(framing: Framing, width: f32, height: f32) -> (Vec2, f32) {
    let aspect = (width / height.max(1.0)).max(0.01);
    match framing {
        Framing::Whole { covered } => {
            let covered = covered.clamp(0.0, 0.8);
            // The whole table has to stand in what is not covered.
            let wide = (13.5 / (1.0 - covered)).max(8.9 * aspect);
            let tall = wide / aspect;
            (vec2(-wide * covered / 2.0, tall * 0.5 - 2.9 - (tall - 8.9).max(0.0) * 0.38), tall)
        }
        Framing::Band => {
            let tall = (3.2_f32).max(12.2 / aspect);
            (vec2(0.0, 1.14), tall)
        }
    }
}
