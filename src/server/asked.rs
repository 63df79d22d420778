//! What is asked of the class server, with the server in the program and without it.

use crate::scenario::Lang;
use std::path::PathBuf;

/// A class, as typed.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The language.
    pub lang: Lang,
    /// The text of the scenario.
    pub scenario: Option<String>,
    /// Address and port, or a port alone.
    pub bind: Option<String>,
    /// The folder of the class.
    pub data: Option<PathBuf>,
    /// Whether the console answers other computers too.
    pub console_on_lan: bool,
    /// Minutes of silence after which a counterpart takes a chair.
    pub stand_in_after: Option<u64>,
    /// Whether all phones come through one address.
    pub one_address: bool,
    /// Whether counterparts play the lesson first, for the teacher to see its debrief.
    pub dry_run: bool,
}

/// A trial with simulated phones, as typed.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The language of the report.
    pub lang: Lang,
    /// How many phones.
    pub phones: usize,
    /// Whether only lost actions count: for machines that are slow on purpose, and for builds without
    /// optimisation.
    pub loss_only: bool,
}

/// What came of a trial.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// For people.
    pub text: String,
    /// For programs.
    pub json: serde_json::Value,
    /// Whether every bar was kept.
    pub fine: bool,
}
