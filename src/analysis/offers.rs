//! A case played by plain alternating offers: the setting of the negotiation leagues.
//!
//! Both sides make one complete offer a round, the first side first, until one accepts the other's
//! newest or the rounds run out. No discounting, no talks, no locks: every option is open.

use crate::league::{self, Bidder, Space, SpaceError};
use crate::scenario::{Deal, PerSeat, Seat};
use crate::scoring::Case;
use std::sync::Arc;

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    /// What was agreed.
    pub agreement: Option<Deal>,
    /// Rounds played.
    pub rounds: u32,
    /// Offers made.
    pub offers: u32,
    /// Whether a side went before the rounds were over.
    pub left: bool,
}

/// Both sides' spaces of a case, ready for any number of games.
///
/// # Errors
///
/// If the case is too large for bidders, see [`SpaceError`].
pub fn spaces(case: &Case<'_>) -> Result<PerSeat<Arc<Space>>, SpaceError> {
    Ok(PerSeat {
        first: Arc::new(Space::of(case, Seat::First)?),
        second: Arc::new(Space::of(case, Seat::Second)?),
    })
}

/// The strategy that bids in place of a counterpart that plays the talks only.
pub const STRONGEST: &str = "mufakat";

/// The bidder behind a name; a counterpart of the talks bids as the strongest strategy does.
pub fn bidder(name: &str, space: &Arc<Space>, seed: u64) -> Box<dyn Bidder> {
    league::bidder(name, space, seed).unwrap_or_else(|| Box::new(league::Best::new(space)))
}

/// Plays one game of alternating offers between two named counterparts.
pub fn play(spaces: &PerSeat<Arc<Space>>, names: &PerSeat<String>, seed: u64, steps: u32) -> Played {
    let mut first = bidder(&names.first, &spaces.first, seed);
    let mut second = bidder(&names.second, &spaces.second, seed ^ 1);
    let played = league::play([first.as_mut(), second.as_mut()], spaces.first.issues(), steps);
    Played {
        agreement: played.agreement.map(|offer| spaces.first.deal(&offer)),
        rounds: played.rounds,
        offers: played.offers,
        left: played.left,
    }
}
