//! What people who hold no seat may see of two counterparts at play: the dance of offers as it grows.

use crate::counterpart::Game;
use crate::scenario::{Points, Seat};
use crate::scoring::{Case, Frontier};
use crate::table::Player;
use crate::view::dance::DanceStep;

/// Both sides' numbers while two counterparts play.
///
/// Its field that nobody can write keeps it from being made anywhere else: there is none of a game in
/// which a person holds a seat.
#[expect(clippy::manual_non_exhaustive, reason = "the rest of this crate cannot make one either")]
#[derive(Clone, Debug, PartialEq)]
pub struct Watched {
    /// Every package so far.
    pub dance: Vec<DanceStep>,
    /// The same packages as points of both sides, 0 to 100.
    pub spots: Vec<[f64; 2]>,
    /// The frontier over everything that can be signed, in points.
    pub all: Vec<[f64; 2]>,
    /// The frontier without serious harm, in points.
    pub harm_free: Vec<[f64; 2]>,
    /// What no agreement is worth to each side, in points.
    pub batna: [f64; 2],
    /// What was agreed, in points.
    pub signed: Option<[f64; 2]>,
    sealed: (),
}

impl Watched {
    /// The numbers of a game in which both seats are held by counterparts.
    pub(super) fn of(game: &Game) -> Option<Self> {
        // A name that nobody bears leaves its seat to a person, so both are asked.
        let free = Seat::ALL
            .into_iter()
            .all(|seat| matches!(game.players[seat], Player::Counterpart(_)) && game.is_counterpart(seat));
        if !free {
            return None;
        }
        let (case, _) = game.table.scored();
        let dance = game.table.dance();
        let spot = |point: [Points; 2]| spot(&case, point);
        Some(Self {
            spots: dance.iter().map(|step| spot(step.utilities)).collect(),
            all: Frontier::open(&case).points.into_iter().map(spot).collect(),
            harm_free: Frontier::admissible(&case).points.into_iter().map(spot).collect(),
            batna: spot(case.batna),
            signed: game.table.signed().map(|deal| spot(case.utilities(deal))),
            dance,
            sealed: (),
        })
    }
}

fn spot(case: &Case<'_>, point: [Points; 2]) -> [f64; 2] {
    point.map(|points| 100.0 * case.fraction(points))
}
