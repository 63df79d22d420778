//! Scenarios from and for other programs.
//!
//! [`read()`] turns the files of GENIUS, GeniusWeb, NegoLog or NegMAS into a [`Space`]: issues, options,
//! and what each option adds to each side's utility, on the scale from 0 to 1. [`scenario::write`] makes a
//! scenario file of it that the game can play; [`Space::of`] takes a scenario back, and [`genius`] and
//! [`negmas`] write it as those programs read it.
//!
//! [`table`] does the same for spreadsheets, which hold whole points and the words of a scenario.
//!
//! Each format is read as its own program reads it, not as it looks; the module of a format names the
//! traps. The format is found by what a file holds, never by its name.
//!
//! # Invariants
//!
//! - Text goes in and text comes out: nothing here reads a disk.
//! - No input makes it panic: files are limited in size, depth and number of values.
//! - Nothing is changed silently: what is left out or rounded becomes a note.

mod detect;
pub mod genius;
pub mod geniusweb;
mod json;
pub mod negmas;
pub mod negolog;
mod profile;
mod rounding;
pub mod scenario;
mod space;
pub mod table;
mod tree;
mod xml;
mod yaml;

pub use space::{Side, Space, SpaceIssue};

use crate::scenario::Phrase;
use crate::scenario::problem::Problem;
use detect::{Found, Kind};

/// Files larger than this are refused: the largest scenarios of the leagues have a tenth of it.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// Brackets and elements nested deeper than this are refused.
pub const MAX_DEPTH: usize = 40;
/// Files with more values than this are refused.
pub const MAX_VALUES: usize = 100_000;

/// A file as it was found.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name without folder and ending: it names a side that has no name of its own.
    pub stem: String,
    /// Its text.
    pub text: String,
    /// Whether the user named it, so that it has to be part of the scenario; a file of a folder need not.
    pub named: bool,
}

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// GENIUS XML.
    Genius,
    /// GeniusWeb JSON.
    GeniusWeb,
    /// NegoLog JSON.
    NegoLog,
    /// NegMAS YAML or JSON.
    Negmas,
}

impl Format {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Genius => "GENIUS XML",
            Self::GeniusWeb => "GeniusWeb JSON",
            Self::NegoLog => "NegoLog JSON",
            Self::Negmas => "NegMAS YAML",
        }
    }
}

/// What was read.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Of which format the files are.
    pub format: Format,
    /// What they say.
    pub space: Space,
    /// What was left out or changed: the number of the file, and what there.
    pub notes: Vec<(usize, Problem)>,
}

/// Why nothing could be read.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// Something in the file with this number.
    In(usize, Problem),
    /// The files do not make one scenario; these, by number, are the ones that it is about.
    Set(Phrase, Vec<usize>),
}

/// The numbers of the files of a folder that are taken for no part of a scenario: one of them may be what is missing.
pub fn passed_over(files: &[Source]) -> Vec<usize> {
    let over = |file: &Source| !file.named && !matches!(detect::detect(&file.text), Ok(Some(_)));
    files.iter().enumerate().filter(|(_, file)| over(file)).map(|(no, _)| no).collect()
}

/// Reads a domain with two profiles, in any order; the first profile is the first side.
///
/// With `normalise` the weights of each side are divided by their sum, so that the best package is
/// worth 1; without, only weights that miss 1 by less than 0.0001 are, and others are used as they are.
///
/// # Errors
///
/// [`Trouble`], with the place wherever there is one.
pub fn read(files: &[Source], normalise: bool) -> Result<Imported, Trouble> {
    let mut found = Vec::new();
    for (no, file) in files.iter().enumerate() {
        match detect::detect(&file.text) {
            // A folder may hold other things beside the scenario.
            Ok(None) if !file.named => {}
            Ok(None) => return Err(Trouble::In(no, Problem::error("source-unknown", 0..1))),
            Ok(Some(one)) => found.push((no, one)),
            // Nor need it be XML or JSON: only those are surely meant to be read.
            Err(_) if !file.named && !detect::looks_meant(&file.text) => {}
            Err(problem) => return Err(Trouble::In(no, problem)),
        }
    }
    found.retain(|(_, found)| found.kind != Kind::Beside);
    let Some(format) = found.first().map(|(_, found)| found.format) else {
        return Err(Trouble::Set(Phrase::new("cli-import-nothing"), Vec::new()));
    };
    if let Some((no, other)) = found.iter().find(|(_, found)| found.format != format) {
        return Err(Trouble::Set(
            Phrase::new("cli-import-mixed").word("first", format.name()).word("second", other.format.name()),
            vec![found[0].0, *no],
        ));
    }
    let of = |kind: Kind| found.iter().filter(move |(_, found)| found.kind == kind);
    let domains: Vec<&(usize, Found)> = of(Kind::Domain).collect();
    let profiles: Vec<&(usize, Found)> = of(Kind::Profile).collect();
    if domains.len() > 1 {
        return Err(Trouble::Set(
            Phrase::new("cli-import-domains").count("count", domains.len()),
            domains.iter().map(|(no, _)| *no).collect(),
        ));
    }
    let [first, second] = profiles.as_slice() else {
        return Err(Trouble::Set(
            Phrase::new("cli-import-profiles").count("count", profiles.len()).word("format", format.name()),
            profiles.iter().map(|(no, _)| *no).collect(),
        ));
    };
    let mut notes = Vec::new();
    let gathered = profile::gather(format, files, domains.first().copied(), [first, second], &mut notes)?;
    let space = gathered.space(normalise, &mut notes)?;
    Ok(Imported { format, space, notes })
}
