//! The verdict: seven checks that must all hold, and the grade.
//!
//! A verdict is a conjunction, never a sum: a high score on one principle buys off no other.

use super::Case;
use super::measure::{Measures, SMALL_GAIN};
use super::references::References;
use super::substance::suffices;
use crate::exact::EPS;
use crate::scenario::file::Show;
use crate::scenario::{Seat, Settings};

/// C1 to C7.
pub type Checks = [bool; 7];

/// Below this share of the normalised gain a lopsided deal is exploitative.
const EXPLOITATIVE: f64 = 0.20;
/// What an exemplary deal needs beyond the checks: share, efficiency, and every principle.
const EXEMPLARY: (f64, f64, f64) = (0.42, 0.90, 60.0);

/// How an outcome is called. The words describe the text of the deal, never a country or a student.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// All checks, balanced, efficient, every principle at least 60.
    Exemplary,
    /// All checks.
    MutuallyBeneficial,
    /// C1 to C3 hold, one of C4 to C7 fails.
    Nearly,
    /// Out of balance.
    Lopsided,
    /// Far out of balance.
    Exploitative,
    /// Nobody below the BATNA, but somebody without a gain.
    NoGain,
    /// Somebody below the BATNA, or a red line crossed.
    Harmful,
    /// The groups at home did not agree.
    NotRatified,
    /// No deal although there was room for one.
    Missed,
    /// No deal, and no room for one: a sensible outcome.
    NoRoom,
}

impl Grade {
    /// All, best first.
    pub const ALL: [Self; 10] = [
        Self::Exemplary,
        Self::MutuallyBeneficial,
        Self::Nearly,
        Self::Lopsided,
        Self::Exploitative,
        Self::NoGain,
        Self::Harmful,
        Self::NotRatified,
        Self::Missed,
        Self::NoRoom,
    ];

    /// The letter in reports.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Exemplary => "A",
            Self::MutuallyBeneficial => "B",
            Self::Nearly => "C",
            Self::Lopsided => "D",
            Self::Exploitative => "D-",
            Self::NoGain => "E",
            Self::Harmful => "E-",
            Self::NotRatified => "R",
            Self::Missed => "N1",
            Self::NoRoom => "N0",
        }
    }
}

/// Under which key words tell what gains are counted from.
pub const fn gains_from(settings: &Settings) -> &'static str {
    if settings.from_status_quo_ante { "author-baseline-status-quo-ante" } else { "author-baseline-batna" }
}

/// Checks and grade of what was measured.
pub fn judge(m: &Measures, case: &Case<'_>, references: &References) -> (Option<Checks>, Grade) {
    if !m.signed {
        return (None, if references.zopa { Grade::Missed } else { Grade::NoRoom });
    }
    let settings = &case.scenario.teacher.scoring;
    let crossed = m.red_line[0] || m.red_line[1];
    let least_gain = m.gain[0].min(m.gain[1]);
    // Gains may be counted from how things were; no agreement is still worth the BATNA.
    let below_batna = Seat::ALL.into_iter().any(|seat| m.is_below_batna(case, seat));
    let least_share = m.sigma.map(|sigma| sigma[0].min(sigma[1]));
    let critical_needs_met = Seat::ALL.into_iter().all(|seat| {
        case.scenario.briefs[seat].needs.iter().all(|(sector, need)| {
            !case.scenario.is_critical(*need) || m.met[seat][sector] >= settings.need_met - EPS
        })
    });
    let no_harm = m.pillars.iter().flatten().all(|pillar| *pillar >= -EPS) && m.harms.is_empty();
    let checks = [
        (0..2).all(|at| suffices(m.support[at], m.quota[at])),
        least_gain > SMALL_GAIN && !crossed && !below_batna,
        least_share.is_some_and(|share| share >= settings.min_share - EPS),
        m.efficiency >= settings.min_efficiency - EPS,
        critical_needs_met,
        no_harm || !settings.no_net_harm,
        m.coercion <= settings.max_coercion + EPS,
    ];
    let (share, efficiency, floor) = EXEMPLARY;
    let grade = if !checks[0] {
        Grade::NotRatified
    } else if !checks[1] {
        if crossed || below_batna || least_gain < -EPS { Grade::Harmful } else { Grade::NoGain }
    } else if !checks[2] {
        if least_share.is_none_or(|share| share < EXPLOITATIVE) {
            Grade::Exploitative
        } else {
            Grade::Lopsided
        }
    } else if checks.contains(&false) {
        Grade::Nearly
    } else if least_share.is_some_and(|least| least >= share)
        && m.efficiency >= efficiency - EPS
        && m.principles.iter().flatten().all(|value| *value >= floor - EPS)
    {
        Grade::Exemplary
    } else {
        Grade::MutuallyBeneficial
    };
    (Some(checks), grade)
}

/// The geometric mean of the principles that are scored and shown: only if the teacher asks for one number.
pub fn total(m: &Measures, show: &[Show; 14]) -> Option<f64> {
    let values: Vec<f64> = m
        .principles
        .iter()
        .zip(show)
        .filter(|(_, show)| **show != Show::Hide)
        .filter_map(|(value, _)| *value)
        .collect();
    crate::exact::geometric_mean(&values)
}
