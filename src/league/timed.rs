//! Strategies without a model: by time alone, or as much as the other side gives.

use super::{Answer, Bidder, Curve, Offer, Space, Turn};
use crate::scenario::Points;
use std::sync::Arc;

/// What a side may go down to, if there is anything that it may agree to at all.
fn least(space: &Space) -> Option<Points> {
    (space.best >= space.reservation).then(|| space.reservation.max(space.worst))
}

/// Offers the cheapest package that reaches a target, or accepts what does.
fn by_target(space: &Space, turn: &Turn<'_>, target: Points, out: &mut Offer) -> Answer {
    if turn.received.is_some_and(|offer| space.utility(offer) >= target) {
        return Answer::Accept;
    }
    match space.ranking.cheapest(target) {
        Some(place) => {
            space.ranking.write(place, out);
            Answer::Offer
        }
        None => Answer::Leave,
    }
}

/// By time alone (Faratin, Sierra and Jennings 1998).
///
/// The target is `r + (best - r) (1 - t^a)`; what is offered is the worst package that reaches it.
pub struct Timed {
    space: Arc<Space>,
    curve: Curve,
}

impl Timed {
    /// With a curve of concession.
    pub fn new(space: &Arc<Space>, curve: Curve) -> Self {
        Self { space: Arc::clone(space), curve }
    }
}

impl Bidder for Timed {
    fn answer(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer {
        let Some(least) = least(&self.space) else { return Answer::Leave };
        let span = (self.space.best - least) as f64;
        let target = least + (span * self.curve.left(turn.time)).round() as Points;
        by_target(&self.space, turn, target, out)
    }
}

/// Gives as much as it got (Faratin, Sierra and Jennings 1998), measured by what their offers are
/// worth to itself.
pub struct TitForTat {
    space: Arc<Space>,
    relative: bool,
    /// Worth of the other side's newest offer, and of its first and best.
    heard: Option<[Points; 3]>,
    target: Points,
}

impl TitForTat {
    /// In proportion (`relative`), or point for point.
    pub fn new(space: &Arc<Space>, relative: bool) -> Self {
        Self { space: Arc::clone(space), relative, heard: None, target: space.best }
    }
}

impl Bidder for TitForTat {
    fn answer(&mut self, turn: &Turn<'_>, out: &mut Offer) -> Answer {
        let space = Arc::clone(&self.space);
        let Some(least) = least(&space) else { return Answer::Leave };
        if let Some(offer) = turn.received {
            let worth = space.utility(offer);
            let [newest, first, best] = self.heard.unwrap_or([worth; 3]);
            self.target = if self.relative {
                // From next to nothing any step is many times as much: below a tenth it does not count.
                let counted =
                    |points: Points| (points - space.worst).max((space.best - space.worst) / 10).max(1);
                let ratio = counted(newest) as f64 / counted(worth) as f64;
                let kept = (self.target - space.worst) as f64 * ratio;
                space.worst + kept.round() as Points
            } else {
                space.best - (best.max(worth) - first)
            };
            self.heard = Some([worth, first, best.max(worth)]);
        }
        self.target = self.target.clamp(least, space.best);
        by_target(&space, turn, self.target, out)
    }
}
