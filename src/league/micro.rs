//! MiCRO: a new offer for a new offer (de Jonge 2022).

use super::ranking::{Cursor, Place};
use super::seen::Seen;
use super::{Answer, Bidder, Offer, Space, Turn};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use std::sync::Arc;

/// Goes down its own ranking by one package whenever the other side has made as many different offers
/// as itself; else it repeats one of its own. It has no model and no parameter.
///
/// Dave de Jonge, *An analysis of the linear bilateral ANAC domains using the MiCRO benchmark
/// strategy*, IJCAI 2022.
pub struct Micro {
    space: Arc<Space>,
    cursor: Cursor,
    made: Vec<Place>,
    heard: Seen,
    dice: ChaCha8Rng,
}

impl Micro {
    /// Before its first offer.
    pub fn new(space: &Arc<Space>, seed: u64) -> Self {
        Self {
            space: Arc::clone(space),
            cursor: Cursor::new(&space.ranking, 256),
            made: Vec::with_capacity(256),
            heard: Seen::with_capacity(256),
            dice: ChaCha8Rng::seed_from_u64(seed),
        }
    }
}

impl Bidder for Micro {
    fn answer(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer {
        let space = Arc::clone(&self.space);
        if let Some(offer) = turn.received {
            self.heard.insert(space.number(offer));
        }
        let next = self.cursor.peek().filter(|(worth, _)| *worth >= space.reservation);
        let moves = self.made.len() <= self.heard.len();
        let conceding = next.filter(|_| moves || self.made.is_empty());
        let standard = match (conceding, self.made.last()) {
            (Some((worth, _)), _) => worth,
            (None, Some(&place)) => space.ranking.worth(place),
            (None, None) => return Answer::Leave,
        };
        if turn.received.is_some_and(|offer| space.utility(offer) >= standard) {
            return Answer::Accept;
        }
        let place = match conceding {
            Some((_, place)) => {
                self.cursor.next(&space.ranking);
                self.made.push(place);
                place
            }
            None => self.made[(self.dice.next_u64() % self.made.len() as u64) as usize],
        };
        space.ranking.write(place, out);
        Answer::Offer
    }
}
