//! Stands in for the class server where the program was built without it.

use crate::scenario::Lang;
use crate::words::Words;
use std::path::PathBuf;

/// What would be asked of a class.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The language.
    pub lang: Lang,
    /// The text of the scenario.
    pub scenario: Option<String>,
    /// Address and port.
    pub bind: Option<String>,
    /// The folder of the class.
    pub data: Option<PathBuf>,
    /// Whether the console would answer other computers too.
    pub console_on_lan: bool,
    /// Minutes of silence after which a counterpart would take a chair.
    pub stand_in_after: Option<u64>,
    /// Whether all phones come through one address.
    pub one_address: bool,
    /// Whether counterparts would play the lesson first.
    pub dry_run: bool,
}

/// A class that cannot be.
pub enum Hosting {}

impl Hosting {
    /// Says that there is no class server here.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn open(lang: Lang, _scenario: &str) -> Result<Self, String> {
        Err(Words::new(lang).get("class-absent"))
    }

    /// There is nothing to see.
    pub const fn sight(&self) -> crate::session::Hosted {
        match *self {}
    }
}

/// Says that there is no class server here.
///
/// # Errors
///
/// Always.
pub fn run(asked: &Asked, _say: impl FnMut(&str)) -> Result<(), String> {
    Err(Words::new(asked.lang).get("class-absent"))
}

/// Stands in for the trial of the class server.
pub mod selftest {
    use crate::scenario::Lang;
    use crate::words::Words;

    /// What would be asked for.
    #[derive(Clone, Debug)]
    pub struct Asked {
        /// The language of the report.
        pub lang: Lang,
        /// How many phones.
        pub phones: usize,
        /// Whether only lost actions would count.
        pub loss_only: bool,
    }

    /// What would come of it.
    #[derive(Clone, Debug)]
    pub struct Verdict {
        /// For people.
        pub text: String,
        /// For programs.
        pub json: serde_json::Value,
        /// Whether every bar was kept.
        pub fine: bool,
    }

    /// Says that there is no class server here.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn run(asked: &Asked, _say: impl FnMut(&str)) -> Result<Verdict, String> {
        Err(Words::new(asked.lang).get("class-absent"))
    }
}

/// The log of a lesson, which this program cannot read.
pub const fn retell(_words: Words, _text: &str) -> Option<Result<String, usize>> {
    None
}
