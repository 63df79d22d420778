//! Plain alternating offers: the setting of the negotiation leagues.
//!
//! Both sides make one complete offer a round, the first side first, until one accepts the other's
//! newest or the rounds run out. No discounting, no talks, no locks: every option is open.

use crate::counterpart::bidding::{Bidder, Reply, Space, bidder};
use crate::scenario::{Deal, PerSeat, Seat};
use crate::scoring::Case;

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    /// What was agreed.
    pub agreement: Option<Deal>,
    /// Rounds played.
    pub rounds: u32,
    /// Offers made.
    pub offers: u32,
}

/// Plays one game of alternating offers between two named counterparts.
///
/// Time is `(step + 1) / (steps + 1)`, as in NegMAS: both sides act in one step.
pub fn play(case: &Case<'_>, names: &PerSeat<String>, seed: u64, steps: u32) -> Played {
    let spaces = PerSeat::from_fn(|seat| Space::of(case, seat));
    let mut bidders: PerSeat<Box<dyn Bidder>> =
        PerSeat::from_fn(|seat| bidder(&names[seat], &spaces[seat], seed ^ seat.index() as u64));
    let mut newest: Option<Deal> = None;
    let mut offers = 0;
    for step in 0..steps {
        let time = f64::from(step + 1) / f64::from(steps + 1);
        for seat in Seat::ALL {
            let last = step + 1 == steps;
            match bidders[seat].reply(&spaces[seat], newest.as_ref(), time, last) {
                Reply::Accept => return Played { agreement: newest, rounds: step + 1, offers },
                Reply::Offer(deal) => {
                    offers += 1;
                    newest = Some(deal);
                }
                Reply::Leave => return Played { agreement: None, rounds: step + 1, offers },
            }
        }
    }
    Played { agreement: None, rounds: steps, offers }
}
