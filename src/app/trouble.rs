//! Where no window can be had: one clear sentence instead of a panic.
//!
//! Bevy and winit panic where there is no display or no driver. The two cases that a classroom meets
//! are looked for before; what remains is caught and told.

use crate::words::Words;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex};

/// Looks for a display where the system says by its environment whether there is one.
pub(super) fn before_the_window(words: Words) -> Result<(), String> {
    let desktop_unix = cfg!(all(unix, not(target_os = "macos"), not(target_os = "android")));
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if desktop_unix && !["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(named) {
        return Err(words.get("window-no-display"));
    }
    Ok(())
}

/// Runs the window; a panic becomes a sentence.
pub(super) fn caught(words: Words, open: impl FnOnce()) -> Result<(), String> {
    let said: Arc<Mutex<Vec<String>>> = Arc::default();
    let heard = Arc::clone(&said);
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let text = info.payload_as_str().unwrap_or("panic");
        let place = info.location().map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
        if let Ok(mut heard) = heard.lock() {
            heard.push(format!("{text}{place}"));
        }
    }));
    let result = panic::catch_unwind(AssertUnwindSafe(open));
    panic::set_hook(before);
    if result.is_ok() {
        return Ok(());
    }
    let said = said.lock().map(|said| said.join("; ")).unwrap_or_default();
    Err(explain(words, &said))
}

fn explain(words: Words, said: &str) -> String {
    if said.contains("Unable to find a GPU") || said.contains("choose present mode") {
        words.get("window-no-vulkan")
    } else if said.contains("Failed to build event loop") || said.contains("XOpenDisplayFailed") {
        words.get("window-no-display")
    } else {
        words.with("window-failed", &[("why", said)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lang;

    #[test]
    fn what_the_window_dies_of_is_told_with_its_remedy() {
        let words = Words::new(Lang::En);
        for (said, remedy) in [
            ("Unable to find a GPU! Make sure you have installed required drivers!", "mesa-vulkan-drivers"),
            ("Failed to build event loop: Os(OsError { .. XNotSupported(XOpenDisplayFailed) })", "xvfb-run"),
        ] {
            assert!(explain(words, said).contains(remedy), "{said}");
        }
        let other = caught(words, || panic!("the sky fell"));
        assert!(other.is_err_and(|told| told.contains("the sky fell")));
    }
}
