//! What one side knows of itself: what each option is worth to it, and what no agreement is worth.

use super::Offer;
use super::ranking::Ranking;
use crate::scenario::{Deal, Points, Seat};
use crate::scoring::Case;

/// Disclosed utilities count between this and its negative; the best package is worth 1.
const WORST: f64 = 1e3;
/// More sums of half of the issues than this are not kept in memory.
const MOST_SUMS: usize = 1 << 22;

/// One side's utilities over all packages, additive over the issues.
///
/// Utilities are whole numbers of `1 / unit`, so that sums are exact. The packages themselves are not
/// written down: the sums of each half of the issues are, sorted, which is the square root of their
/// number (Horowitz and Sahni 1974, "meet in the middle").
#[derive(Clone, Debug)]
pub struct Space {
    /// What each option adds, by issue.
    pub parts: Vec<Vec<Points>>,
    /// What no agreement is worth.
    pub reservation: Points,
    /// The most that can be had.
    pub best: Points,
    /// The least that can be had.
    pub worst: Points,
    /// How many units make 1.0.
    pub unit: f64,
    /// What each option is worth to the other side, where a league discloses it.
    pub disclosed: Option<Vec<Vec<f64>>>,
    /// Sorted sums of both halves.
    pub ranking: Ranking,
    /// For each option its number in the scenario: closed ones are left out here.
    original: Vec<Vec<u16>>,
}

/// Why there is no space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpaceError {
    /// There is no issue, or one without options.
    #[error("an issue has no options")]
    Empty,
    /// An issue has more options than an offer can name.
    #[error("an issue has more than 65,535 options")]
    ManyOptions,
    /// Half of the issues have more combinations than fit into memory.
    #[error("the scenario has more than about 10^13 packages")]
    TooLarge,
    /// A utility is not a number.
    #[error("a utility is not a finite number")]
    NotFinite,
}

impl SpaceError {
    /// A short name, the end of the word keys that tell it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::ManyOptions => "many-options",
            Self::TooLarge => "too-large",
            Self::NotFinite => "not-finite",
        }
    }
}

impl Space {
    /// From what each option adds in units, by issue.
    ///
    /// # Errors
    ///
    /// If there is nothing to choose from, or far too much.
    pub fn new(parts: Vec<Vec<Points>>, reservation: Points, unit: f64) -> Result<Self, SpaceError> {
        if parts.is_empty() || parts.iter().any(Vec::is_empty) {
            return Err(SpaceError::Empty);
        }
        if parts.iter().any(|options| options.len() > usize::from(u16::MAX)) {
            return Err(SpaceError::ManyOptions);
        }
        let sum = |pick: fn(&Vec<Points>) -> Points| parts.iter().map(pick).sum();
        let best = sum(|options| options.iter().copied().max().unwrap_or(0));
        let worst = sum(|options| options.iter().copied().min().unwrap_or(0));
        let ranking = Ranking::new(&parts, MOST_SUMS).ok_or(SpaceError::TooLarge)?;
        let original = parts.iter().map(|options| (0..options.len() as u16).collect()).collect();
        Ok(Self { parts, reservation, best, worst, unit, disclosed: None, ranking, original })
    }

    /// From real numbers: what each option adds, and the reservation value (`None`: the least that can be had).
    ///
    /// # Errors
    ///
    /// As [`Space::new`], and if a number is not finite.
    pub fn from_real(parts: &[Vec<f64>], reservation: Option<f64>) -> Result<Self, SpaceError> {
        /// Steps between 0 and the largest utility; products of two stay far below 2^127.
        const FINE: f64 = 1e12;
        let largest = parts
            .iter()
            .map(|options| options.iter().fold(0.0, |most: f64, it| most.max(it.abs())))
            .sum::<f64>();
        let finite = parts.iter().flatten().all(|it| it.is_finite());
        if !finite || !largest.is_finite() || reservation.is_some_and(|it| it.is_nan()) {
            return Err(SpaceError::NotFinite);
        }
        let unit = if largest > 0.0 { (FINE / largest).min(f64::MAX) } else { 1.0 };
        let whole = |value: f64| (value * unit).round() as Points;
        let grid: Vec<Vec<Points>> =
            parts.iter().map(|options| options.iter().map(|&value| whole(value)).collect()).collect();
        let mut space = Self::new(grid, 0, unit)?;
        // What is a hair below the reservation value only because of rounding is not below it.
        let reservation = reservation.map_or(space.worst, |it| whole(it).saturating_sub(4));
        // Beyond what any package is worth it makes no difference how far.
        space.reservation = reservation.clamp(space.worst.saturating_sub(4), space.best.saturating_add(1));
        Ok(space)
    }

    /// One side of a case; options that cannot be signed are left out.
    ///
    /// # Errors
    ///
    /// As [`Space::new`].
    pub fn of(case: &Case<'_>, seat: Seat) -> Result<Self, SpaceError> {
        let at = seat.index();
        let parts: Vec<Vec<Points>> =
            case.parts.iter().map(|options| options.iter().map(|part| part[at]).collect()).collect();
        Self::open(&parts, |issue, option| case.open[issue][option], case.batna[at], case.unit as f64)
    }

    /// One side's parts without the options that are not `open`.
    ///
    /// # Errors
    ///
    /// As [`Space::new`].
    pub fn open(
        parts: &[Vec<Points>],
        open: impl Fn(usize, usize) -> bool,
        reservation: Points,
        unit: f64,
    ) -> Result<Self, SpaceError> {
        let original: Vec<Vec<u16>> = parts
            .iter()
            .enumerate()
            .map(|(issue, options)| {
                (0..options.len()).filter(|&option| open(issue, option)).map(|option| option as u16).collect()
            })
            .collect();
        let kept = original
            .iter()
            .zip(parts)
            .map(|(options, parts)| options.iter().map(|&option| parts[usize::from(option)]).collect())
            .collect();
        let mut space = Self::new(kept, reservation, unit)?;
        space.original = original;
        Ok(space)
    }

    /// Tells what each option is worth to the other side, scaled so that its best package is worth 1.
    pub fn disclose(&mut self, table: &[Vec<f64>]) {
        let most: f64 =
            table.iter().map(|options| options.iter().copied().fold(f64::NEG_INFINITY, f64::max)).sum();
        let scale = if most.is_finite() && most > 0.0 { 1.0 / most } else { 1.0 };
        // Nothing so bad is ever offered that it would matter how bad.
        let scaled = |it: &f64| (it * scale).clamp(-WORST, WORST);
        self.disclosed = Some(table.iter().map(|options| options.iter().map(scaled).collect()).collect());
    }

    /// The number of issues.
    pub fn issues(&self) -> usize {
        self.parts.len()
    }

    /// The number of packages.
    pub fn packages(&self) -> u128 {
        self.parts.iter().map(|options| options.len() as u128).product()
    }

    /// What an offer is worth to this side.
    pub fn utility(&self, offer: &Offer) -> Points {
        self.parts.iter().zip(offer).map(|(options, &option)| options[usize::from(option)]).sum()
    }

    /// A number for each offer: two offers with the same number are the same package.
    pub fn number(&self, offer: &Offer) -> u64 {
        let digits = self.parts.iter().zip(offer);
        digits.fold(0, |number: u64, (options, &option)| {
            number.wrapping_mul(options.len() as u64).wrapping_add(u64::from(option))
        })
    }

    /// Units as a fraction of 1.
    pub fn fraction(&self, points: Points) -> f64 {
        points as f64 / self.unit
    }

    /// The share of what could be had beyond the reservation value: 0 is none, 1 all.
    pub fn advantage(&self, points: Points) -> f64 {
        let span = self.best - self.reservation;
        if span > 0 { (points - self.reservation) as f64 / span as f64 } else { 0.0 }
    }

    /// An offer as a deal of the scenario.
    pub fn deal(&self, offer: &Offer) -> Deal {
        Deal(
            self.original
                .iter()
                .zip(offer)
                .map(|(options, &option)| usize::from(options[usize::from(option)]))
                .collect(),
        )
    }

    /// A deal of the scenario as an offer; `None` if it takes a closed option.
    pub fn offer(&self, deal: &Deal) -> Option<Vec<u16>> {
        deal.choices()
            .map(|(issue, option)| {
                let at = self.original[issue].iter().position(|&it| usize::from(it) == option)?;
                u16::try_from(at).ok()
            })
            .collect()
    }

    /// Options of an issue, all issues one after the other: where each issue starts, and how many there are.
    pub(super) fn starts(&self) -> (Vec<usize>, usize) {
        let mut starts = Vec::with_capacity(self.parts.len());
        let mut at = 0;
        for options in &self.parts {
            starts.push(at);
            at += options.len();
        }
        (starts, at)
    }
}
