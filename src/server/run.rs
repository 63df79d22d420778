//! A class as it is asked for in a terminal: what is printed, and waiting for its end.

use super::asked::Asked;
use super::network::{door, qr_text};
use super::{Hosting, ServeError, Served, Wish, new_folder, serve};
use crate::scenario::builtin;
use crate::session::Kept;
use crate::words::Words;
use std::net::{IpAddr, SocketAddr};

/// Opens a class, says how to come in, and waits until it is over.
///
/// # Errors
///
/// What stands in the way, in the user's language.
pub fn run(asked: &Asked, mut say: impl FnMut(&str)) -> Result<(), String> {
    let words = Words::new(asked.lang);
    let bind = match &asked.bind {
        Some(text) => address(text).ok_or_else(|| words.with("class-bad-bind", &[("text", text)]))?,
        None => super::network::everywhere(super::network::PORT),
    };
    let known = asked.data.as_ref().is_some_and(|folder| folder.join(super::store::FILE).is_file());
    let usual = || builtin::source(USUAL_SCENARIO).map(str::to_owned);
    let scenario = asked.scenario.clone().or_else(|| if known { None } else { usual() });
    // After a power cut somebody may type the same again and wonder where the class is.
    let kept = if asked.data.is_none() { Hosting::kept() } else { None };
    let data = asked.data.clone().unwrap_or_else(new_folder);
    let wish = Wish {
        lang: asked.lang,
        scenario,
        bind,
        data: data.clone(),
        console_on_lan: asked.console_on_lan,
        stand_in_after: asked.stand_in_after,
        one_address: asked.one_address,
    };
    let served = serve(&wish).map_err(|error| trouble(words, &error, &data))?;
    say(&welcome(words, &served, &wish, kept.as_ref()));
    if asked.dry_run {
        let key = if served.rehearse() { "class-dry-run" } else { "lesson-rehearsal-late" };
        say(&format!("\n{}\n", words.get(key)));
    }
    served.wait();
    Ok(())
}

/// The scenario of a class for which none was named.
pub(super) const USUAL_SCENARIO: &str = "kemitraan-ekonomi";

/// `ADDR:PORT`, `ADDR` or `PORT`.
fn address(text: &str) -> Option<SocketAddr> {
    let port = super::network::PORT;
    text.parse::<SocketAddr>()
        .ok()
        .or_else(|| text.parse::<IpAddr>().ok().map(|ip| SocketAddr::new(ip, port)))
        .or_else(|| text.trim_start_matches(':').parse::<u16>().ok().map(super::network::everywhere))
}

pub(super) fn trouble(words: Words, error: &ServeError, data: &std::path::Path) -> String {
    let path = data.display().to_string();
    match error {
        ServeError::Network(error) => words.with("class-no-network", &[("why", &words.why(error))]),
        ServeError::Store(error) => {
            words.with("class-no-store", &[("path", &path), ("why", &error.told(words))])
        }
        ServeError::Nothing => words.with("class-no-class", &[("path", &path)]),
        ServeError::Another => words.with("class-another", &[("path", &path)]),
    }
}

/// Everything that the teacher needs to see.
fn welcome(words: Words, served: &Served, wish: &Wish, kept: Option<&Kept>) -> String {
    let head = &served.host.head;
    let class = served.host.class();
    let mut text = format!("\n{}\n\n", class.scenario.shared.title.get(words.lang));
    if let Some(url) = served.urls().first() {
        if let Some(code) = qr_text(&door(url, &head.code)) {
            text.push_str(&code);
        }
        text.push_str(&format!("\n  {}: {}\n", words.get("class-address"), served.urls().join("   ")));
    }
    text.push_str(&format!("  {}: {}\n", words.get("class-code"), head.code));
    text.push_str(&format!("  {}: {}   PIN: {}\n", words.get("class-console"), served.console, head.pin));
    if wish.console_on_lan {
        let consoles: Vec<String> = served.urls().iter().map(|url| format!("{url}/console")).collect();
        text.push_str(&format!("  {}: {}\n", words.get("class-console-lan"), consoles.join("   ")));
    }
    text.push_str(&format!("  {}: {}\n\n", words.get("class-kept-in"), wish.data.display()));
    if class.events > 0 {
        text.push_str(&format!(
            "  {}\n",
            words.with("class-goes-on", &[("people", &class.people.len().to_string())])
        ));
    }
    for line in served.advice(words) {
        text.push_str(&format!("- {line}\n"));
    }
    if let Some(kept) = kept {
        let facts = [
            ("title", kept.title.get(words.lang)),
            ("people", &kept.people.to_string()),
            ("code", &kept.code),
            ("path", &kept.folder.display().to_string()),
        ];
        text.push_str(&format!("\n{}\n", words.with("class-kept-hint", &facts)));
    }
    text.push_str(&format!("\n{}\n", words.get("class-stop")));
    text
}
