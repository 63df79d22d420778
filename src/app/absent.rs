//! Stands in for the window where the program was built without one.

use crate::session::Wish;
use crate::words::Words;

/// Says that there is no window here.
///
/// # Errors
///
/// Always.
pub fn ready(words: Words) -> Result<(), String> {
    Err(words.get("window-absent"))
}

/// Says that there is no window here, and what works without one.
///
/// # Errors
///
/// Always.
pub fn run(wish: Wish) -> Result<(), String> {
    ready(Words::new(wish.lang))
}

/// What pictures would be wanted.
#[derive(Clone, Debug)]
pub struct PicturesWish {
    /// The folder that they would be written to.
    pub folder: std::path::PathBuf,
    /// The language.
    pub lang: crate::scenario::Lang,
    /// Width and height.
    pub size: (u32, u32),
    /// Whether the window would be dark.
    pub dark: bool,
    /// Whether its colours would have the greatest contrast.
    pub high_contrast: bool,
    /// The size of text, in per cent, if it is not the usual one.
    pub text_percent: Option<u16>,
}

/// Says that there is no window to take pictures of.
///
/// # Errors
///
/// Always.
pub fn pictures(wish: &PicturesWish) -> Result<usize, String> {
    Err(Words::new(wish.lang).get("window-absent"))
}
