//! Stands in for the window where the program was built without one.

use crate::session::{PicturesWish, Wish};
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

/// Says that there is no window to take pictures of.
///
/// # Errors
///
/// Always.
pub fn pictures(wish: &PicturesWish) -> Result<usize, String> {
    Err(Words::new(wish.lang).get("window-absent"))
}
