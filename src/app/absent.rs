//! Stands in for the window where the program was built without one.

use crate::session::Wish;
use crate::words::Words;

/// Says that there is no window here, and what works without one.
///
/// # Errors
///
/// Always.
pub fn run(wish: Wish) -> Result<(), String> {
    Err(Words::new(wish.lang).get("window-absent"))
}
