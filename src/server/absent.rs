//! Stands in for the class server where the program was built without it.

mod asked;

pub use asked::Asked;

use crate::scenario::Lang;
use crate::session::{Hosted, Kept};
use crate::words::Words;
use std::path::Path;

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

    /// Says that there is no class server here.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn reopen(lang: Lang, _folder: &Path) -> Result<Self, String> {
        Self::open(lang, "")
    }

    /// Nothing is kept where nothing is served.
    pub const fn kept() -> Option<Kept> {
        None
    }

    /// There is nothing that could end.
    pub const fn is_over(&self) -> bool {
        match *self {}
    }

    /// There is nothing to see.
    pub const fn sight(&self, _words: Words) -> Hosted {
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
    pub use super::asked::{Trial, Verdict};
    use crate::words::Words;

    /// Says that there is no class server here.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn run(asked: &Trial, _say: impl FnMut(&str)) -> Result<Verdict, String> {
        Err(Words::new(asked.lang).get("class-absent"))
    }
}

/// The log of a lesson, which this program cannot read.
pub const fn retell(_words: Words, _text: &str) -> Option<Result<String, usize>> {
    None
}
