//! What all formats have in common once they are read: a domain, and two profiles over it.

use super::detect::Found;
use super::space::{Side, Space, SpaceIssue};
use super::tree::figure;
use super::{Format, Source, Trouble, genius, geniusweb, negmas, negolog};
use crate::scenario::Phrase;
use crate::scenario::check::{MAX_EXACT_ISSUES, MAX_EXACT_OPTIONS};
use crate::scenario::problem::Problem;

/// Utilities that miss 0 or 1 by less are sums of rounded weights.
const ROUNDED: f64 = 0.01;

/// With more packages the exact count of those above both BATNAs no longer fits into memory.
const MAX_PACKAGES: u128 = 1_000_000_000_000;

/// Issues and options, without what they are worth.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Domain {
    /// The name of the scenario.
    pub name: String,
    /// Its issues.
    pub issues: Vec<DomainIssue>,
}

/// One issue of a domain.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DomainIssue {
    /// By what profiles name it.
    pub key: String,
    /// What people read.
    pub name: String,
    /// Its options, each once.
    pub options: Vec<String>,
}

/// One side's utilities over a domain.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    /// Its name.
    pub name: String,
    /// What each option adds to the utility, by issue and option.
    pub worth: Vec<Vec<f64>>,
    /// What every package is worth besides.
    pub constant: f64,
    /// The sum of the weights as they are written.
    pub weights: f64,
    /// What no agreement is worth.
    pub reservation: Reservation,
    /// Whether utilities above 1 count as 1, as in GENIUS.
    pub cut: bool,
}

/// What no agreement is worth, as formats say it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reservation {
    /// A number.
    Value(f64),
    /// As much as a package, which need not settle every issue.
    Package(Vec<Option<usize>>),
}

/// Everything that was read, and from which files.
pub(super) struct Gathered {
    domain: Domain,
    sides: [(usize, Profile); 2],
}

type Part<'a> = &'a (usize, Found);

/// Reads the parts of one scenario.
///
/// # Errors
///
/// The first mistake with its file, or that the parts are no scenario.
pub(super) fn gather(
    format: Format,
    files: &[Source],
    domain: Option<Part<'_>>,
    profiles: [Part<'_>; 2],
    notes: &mut Vec<(usize, Problem)>,
) -> Result<Gathered, Trouble> {
    if domain.is_none() && format == Format::Negmas {
        return Err(Trouble::Set(Phrase::new("cli-import-no-domain"), Vec::new()));
    }
    // In the other formats a profile repeats its domain.
    let (no, found) = domain.unwrap_or(profiles[0]);
    let read = match format {
        Format::Genius => genius::domain(&files[*no]),
        Format::GeniusWeb => geniusweb::domain(&files[*no], found),
        Format::NegoLog => negolog::domain(&files[*no], found),
        Format::Negmas => negmas::domain(&files[*no], found),
    };
    let read = read.and_then(|domain| domain.within_limits()).map_err(|problem| Trouble::In(*no, problem))?;
    let mut sides = Vec::with_capacity(2);
    for (no, found) in profiles {
        let mut told = Vec::new();
        let profile = match format {
            Format::Genius => genius::profile(&files[*no], &read, &mut told),
            Format::GeniusWeb => geniusweb::profile(&files[*no], found, &read, &mut told),
            Format::NegoLog => negolog::profile(&files[*no], found, &read),
            Format::Negmas => negmas::profile(&files[*no], found, &read, &mut told),
        };
        notes.extend(told.into_iter().map(|problem| (*no, problem)));
        sides.push((*no, profile.map_err(|problem| Trouble::In(*no, problem))?));
    }
    let sides =
        <[_; 2]>::try_from(sides).map_err(|_| Trouble::Set(Phrase::new("cli-import-nothing"), Vec::new()))?;
    Ok(Gathered { domain: read, sides })
}

impl DomainIssue {
    /// Adds an option unless it is there already. Far beyond the limit nobody looks any more: that
    /// file is refused, and comparing each with all would take minutes.
    pub fn add(options: &mut Vec<String>, option: &str) {
        if options.len() > 4 * MAX_EXACT_OPTIONS || !options.iter().any(|known| known == option) {
            options.push(option.to_owned());
        }
    }
}

impl Domain {
    /// The issue with a key.
    pub fn issue(&self, key: &str) -> Option<usize> {
        self.issues.iter().position(|issue| issue.key == key)
    }

    fn within_limits(self) -> Result<Self, Problem> {
        let start = 0..1;
        if self.issues.is_empty() {
            return Err(Problem::error("source-no-issues", start));
        }
        // One place is for the legal form, which the game adds.
        if self.issues.len() >= MAX_EXACT_ISSUES {
            return Err(Problem::error("too-many-issues", start)
                .count("count", self.issues.len())
                .count("limit", MAX_EXACT_ISSUES - 1));
        }
        for issue in &self.issues {
            if issue.options.is_empty() {
                return Err(Problem::error("source-no-options", start).word("name", &issue.name));
            }
            if issue.options.len() > MAX_EXACT_OPTIONS {
                return Err(Problem::error("too-many-options", start)
                    .word("name", &issue.name)
                    .count("count", issue.options.len())
                    .count("limit", MAX_EXACT_OPTIONS));
            }
        }
        Ok(self)
    }
}

impl Gathered {
    /// The two profiles as one space on the scale from 0 to 1.
    ///
    /// # Errors
    ///
    /// That a side's utilities are on another scale, or that there is nothing to decide.
    pub fn space(self, normalise: bool, notes: &mut Vec<(usize, Problem)>) -> Result<Space, Trouble> {
        let Self { domain, sides } = self;
        let mut names: Vec<String> = sides.iter().map(|(_, side)| side.name.clone()).collect();
        if names[0] == names[1] {
            names = names.iter().zip(1..).map(|(name, no)| format!("{name} {no}")).collect();
        }
        let mut worth = Vec::new();
        let mut finished = Vec::new();
        for ((no, mut side), name) in sides.into_iter().zip(names) {
            // Weights that miss 1 by a hair were meant to sum to it: they were rounded when they were written.
            let meant_as_one = (side.weights - 1.0).abs() < 1e-4;
            if !side.weights.is_finite() {
                let told = Problem::error("source-scale", 0..1);
                let told = told.word("low", figure(0.0)).word("high", figure(side.weights));
                return Err(Trouble::In(no, told));
            }
            if (normalise || meant_as_one) && side.weights > 0.0 {
                for part in side.worth.iter_mut().flatten() {
                    *part /= side.weights;
                }
                side.constant /= side.weights;
            }
            let mut told = Vec::new();
            let reservation = side.settle(&mut told).map_err(|problem| Trouble::In(no, problem))?;
            notes.extend(told.into_iter().map(|problem| (no, problem)));
            finished.push(Side { name, reservation });
            worth.push(side.worth);
        }
        let mut issues: Vec<SpaceIssue> = domain
            .issues
            .into_iter()
            .enumerate()
            .map(|(no, issue)| SpaceIssue {
                name: issue.name,
                worth: (0..issue.options.len())
                    .map(|option| [0, 1].map(|at| worth[at][no][option]))
                    .collect(),
                options: issue.options,
            })
            .collect();
        fold_settled(&mut issues, notes);
        let sides = <[Side; 2]>::try_from(finished).expect("there are two sides");
        if issues.is_empty() {
            return Err(Trouble::Set(Phrase::new("cli-import-settled"), Vec::new()));
        }
        let space = Space { name: domain.name, issues, sides };
        if space.packages() > MAX_PACKAGES {
            let exponent = space.packages().ilog10().to_string();
            return Err(Trouble::Set(
                Phrase::new("cli-import-packages").word("exponent", exponent),
                Vec::new(),
            ));
        }
        Ok(space)
    }
}

impl Profile {
    /// Brings the parts to the scale from 0 to 1, none of them negative, and says what no agreement is worth.
    fn settle(&mut self, notes: &mut Vec<Problem>) -> Result<f64, Problem> {
        let lows: Vec<f64> =
            self.worth.iter().map(|row| row.iter().copied().fold(f64::INFINITY, f64::min)).collect();
        let highs: f64 =
            self.worth.iter().map(|row| row.iter().copied().fold(f64::NEG_INFINITY, f64::max)).sum();
        let low = lows.iter().sum::<f64>() + self.constant;
        let high = highs + self.constant;
        let allowed = if self.cut { f64::INFINITY } else { 1.0 + ROUNDED };
        if !(low >= -1e-9 && high <= allowed) {
            return Err(Problem::error("source-scale", 0..1)
                .word("low", figure(low))
                .word("high", figure(high)));
        }
        if high > 1.0 + 1e-9 {
            notes.push(Problem::warning("source-above-one", 0..1).word("high", figure(high)));
        }
        let reservation = match &self.reservation {
            Reservation::Value(value) => *value,
            Reservation::Package(package) => {
                let parts = self.worth.iter().zip(package);
                parts.map(|(row, option)| option.map_or(0.0, |option| row[option])).sum::<f64>()
                    + self.constant
            }
        };
        // An issue may take away if others give: what they have in common moves to where it does no harm.
        if self.constant != 0.0 || lows.iter().any(|low| *low < 0.0) {
            for (row, low) in self.worth.iter_mut().zip(&lows) {
                row.iter_mut().for_each(|part| *part -= low);
            }
            if let Some(first) = self.worth.first_mut() {
                first.iter_mut().for_each(|part| *part += low.max(0.0));
            }
        }
        for part in self.worth.iter_mut().flatten() {
            *part = part.clamp(0.0, 1.0);
        }
        if reservation < 0.0 {
            notes.push(Problem::warning("source-low-reservation", 0..1).word("found", figure(reservation)));
        }
        if reservation > 1.0 + 1e-9 {
            return Err(Problem::error("source-reservation", 0..1).word("found", figure(reservation)));
        }
        Ok(reservation.clamp(0.0, 1.0))
    }
}

/// An issue with one option is settled already: what it is worth goes to another issue.
fn fold_settled(issues: &mut Vec<SpaceIssue>, notes: &mut Vec<(usize, Problem)>) {
    let mut common = [0.0; 2];
    issues.retain(|issue| {
        if let [worth] = issue.worth.as_slice() {
            common = [common[0] + worth[0], common[1] + worth[1]];
            notes.push((0, Problem::warning("source-settled", 0..1).word("name", &issue.name)));
            return false;
        }
        true
    });
    if let Some(first) = issues.first_mut() {
        for worth in &mut first.worth {
            *worth = [0, 1].map(|side| (worth[side] + common[side]).min(1.0));
        }
    }
}
