//! Counterparts in plain alternating offers: own utilities in, offers out.

use super::{Curve, model::Counts};
use crate::scenario::{Deal, Points, Seat};
use crate::scoring::{Case, Frontier};

/// What a side knows in alternating offers: its own utilities and its reservation.
#[derive(Clone, Debug)]
pub struct Space {
    /// What each option is worth to this side.
    pub parts: Vec<Vec<Points>>,
    /// Options that can be offered.
    pub open: Vec<Vec<bool>>,
    /// What no agreement is worth.
    pub batna: Points,
    /// The most that can be had.
    pub best: Points,
}

impl Space {
    /// The space of one side of a case.
    pub fn of(case: &Case<'_>, seat: Seat) -> Self {
        let at = seat.index();
        let parts: Vec<Vec<Points>> =
            case.parts.iter().map(|options| options.iter().map(|part| part[at]).collect()).collect();
        let best = parts
            .iter()
            .zip(&case.open)
            .map(|(options, open)| {
                options.iter().zip(open).filter(|(_, open)| **open).map(|(part, _)| *part).max().unwrap_or(0)
            })
            .sum();
        Self { parts, open: case.open.clone(), batna: case.batna[at], best }
    }

    /// What a deal is worth to this side.
    pub fn utility(&self, deal: &Deal) -> Points {
        deal.choices().map(|(issue, option)| self.parts[issue][option]).sum()
    }

    /// The frontier of own utility and a second measure of each option.
    fn frontier(&self, second: impl Fn(usize, usize) -> Points) -> Frontier {
        let parts: Vec<Vec<[Points; 2]>> = self
            .parts
            .iter()
            .enumerate()
            .map(|(issue, options)| {
                options.iter().enumerate().map(|(option, part)| [*part, second(issue, option)]).collect()
            })
            .collect();
        Frontier::of(&parts, &self.open)
    }
}

/// An answer in alternating offers.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// A new offer.
    Offer(Deal),
    /// The other side's newest offer is accepted.
    Accept,
    /// The talks are ended.
    Leave,
}

/// A player of alternating offers.
pub trait Bidder: Send {
    /// What it answers to the other side's newest offer at time `t` (0 to 1).
    fn reply(&mut self, space: &Space, received: Option<&Deal>, t: f64, last: bool) -> Reply;
}

/// The bidder of a name; a name without a strategy of its own bids as Diplomat does.
pub fn bidder(name: &str, space: &Space, _: u64) -> Box<dyn Bidder> {
    let way = match (curve(name), name) {
        (Some(curve), _) => Way::Timed(curve),
        (None, "tit-for-tat") => Way::TitForTat,
        _ => Way::Modelled,
    };
    Box::new(Plain { way, counts: Counts::new(&space.parts), received: None, last_own: space.best })
}

/// The curve of a time-dependent name.
fn curve(name: &str) -> Option<Curve> {
    match name {
        "boulware" => Some(Curve::BOULWARE),
        "linear" => Some(Curve::LINEAR),
        "conceder" => Some(Curve::CONCEDER),
        _ => None,
    }
}

enum Way {
    /// By time alone.
    Timed(Curve),
    /// As much as the other side did.
    TitForTat,
    /// By time, to a floor near the estimated Nash point, and what they seem to like best.
    Modelled,
}

struct Plain {
    way: Way,
    counts: Counts,
    /// Own utility of the other side's first and best offer.
    received: Option<(Points, Points)>,
    last_own: Points,
}

impl Bidder for Plain {
    fn reply(&mut self, space: &Space, received: Option<&Deal>, t: f64, last: bool) -> Reply {
        if let Some(deal) = received {
            self.counts.hear(deal);
            let worth = space.utility(deal);
            let (first, best) = self.received.unwrap_or((worth, worth));
            self.received = Some((first, best.max(worth)));
        }
        let target = self.target(space, t).max(space.batna);
        if let Some(deal) = received {
            let worth = space.utility(deal);
            if worth >= target && worth >= space.batna || last && worth > space.batna {
                return Reply::Accept;
            }
        }
        let frontier = match (&self.way, received) {
            (Way::Modelled, _) => space.frontier(|issue, option| self.counts.part(issue, option)),
            // Of equal worth to oneself, what is nearest to what they asked for.
            (_, Some(deal)) => space.frontier(|issue, option| -(option.abs_diff(deal[issue]) as Points)),
            (_, None) => space.frontier(|_, _| 0),
        };
        match frontier.best_for_second(target) {
            Some(point) => {
                self.last_own = frontier.points[point][0];
                Reply::Offer(frontier.deal(point))
            }
            None => Reply::Leave,
        }
    }
}

impl Plain {
    fn target(&self, space: &Space, t: f64) -> Points {
        let span = (space.best - space.batna).max(0) as f64;
        match self.way {
            Way::Timed(curve) => space.batna + (span * curve.left(t)).round() as Points,
            Way::TitForTat => {
                let given = self.received.map_or(0, |(first, best)| best - first);
                (space.best - given).max(space.batna)
            }
            Way::Modelled => {
                let frontier = space.frontier(|issue, option| self.counts.part(issue, option));
                let guessed = self.counts.best() * 45 / 100;
                let nash = frontier
                    .points
                    .iter()
                    .filter(|point| point[0] >= space.batna && point[1] >= guessed)
                    .max_by_key(|point| i128::from(point[0] - space.batna) * i128::from(point[1] - guessed))
                    .map_or(space.batna, |point| point[0]);
                let floor = space.batna + (nash - space.batna) * 9 / 10;
                floor + ((space.best - floor).max(0) as f64 * Curve::BOULWARE.left(t)).round() as Points
            }
        }
    }
}
