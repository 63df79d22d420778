//! The log of a lesson, told again.

use super::super::class::{Class, Event};
use crate::scenario::check;
use crate::words::Words;
use serde::Deserialize;
use std::sync::Arc;

/// The first line of a log.
#[derive(Deserialize)]
struct Head {
    mufakat: u32,
    scenario: String,
}

/// A later line.
#[derive(Deserialize)]
struct Line {
    at: u64,
    event: Event,
}

/// The lesson that a log keeps, event by event and table by table; `None` if the text is no log.
///
/// # Errors
///
/// The number of the first line that cannot be read.
pub fn retell(words: Words, text: &str) -> Option<Result<String, usize>> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let head: Head = serde_json::from_str(lines.next()?.1).ok()?;
    if head.mufakat != 1 {
        return Some(Err(1));
    }
    let Ok((scenario, _)) = check::parse(&head.scenario) else { return Some(Err(1)) };
    let mut class = Class::new(Arc::new(scenario));
    let mut told = format!("{}\n\n", class.scenario.shared.title.get(words.lang));
    let mut begun = None;
    for (no, line) in lines {
        let Ok(line) = serde_json::from_str::<Line>(line) else { return Some(Err(no + 1)) };
        if !class.knows(&line.event) {
            return Some(Err(no + 1));
        }
        let since = line.at.saturating_sub(*begun.get_or_insert(line.at)) / 1000;
        class.apply(line.at, &line.event);
        for said in tell(words, &class, &line.event) {
            told.push_str(&format!("{:>3}:{:02}  {said}\n", since / 60, since % 60));
        }
    }
    told.push('\n');
    for (no, pair) in class.pairs.iter().enumerate() {
        let state = match (pair.table.is_closed(), pair.table.signed()) {
            (_, Some(deal)) => class.scenario.shared.ids(deal).join(" "),
            (true, None) => words.get("class-state-no-deal"),
            (false, None) => words.get("class-state-talks"),
        };
        told.push_str(&format!("{}: {state}\n", words.with("lesson-pair", &[("no", &(no + 1).to_string())])));
    }
    Some(Ok(told))
}

/// What an event was, in words; nothing for what only machines need.
fn tell(words: Words, class: &Class, event: &Event) -> Vec<String> {
    let shared = &class.scenario.shared;
    let pair = |no: usize| words.with("lesson-pair", &[("no", &(no + 1).to_string())]);
    let name = |person: usize| class.people.get(person).map_or("", |it| it.name.as_str());
    match event {
        Event::Joined { name, .. } => vec![format!("+ {name}")],
        Event::Released { person, .. } => {
            vec![format!("{}: {}", words.get("name-none"), name(*person))]
        }
        Event::Named { person, .. } => vec![format!("= {}", name(*person))],
        Event::Seated { person, pair: no, seat } => {
            vec![format!(
                "{}: {} \u{b7} {}",
                pair(*no),
                name(*person),
                shared.countries[*seat].name.get(words.lang)
            )]
        }
        Event::PhaseSet(phase, _) => {
            vec![format!("== {}", words.get(&format!("class-phase-{}", phase.name())))]
        }
        Event::Paused => vec![words.get("class-paused")],
        Event::Resumed => vec![words.get("class-resume")],
        Event::Extended(by) => vec![format!("+{}\u{2032}", by / 60_000)],
        Event::Told { pair: to, words: said } => {
            vec![format!(
                "{}{}: {said}",
                words.get("class-teacher"),
                to.map_or_else(String::new, |no| format!(" \u{2192} {}", pair(no)))
            )]
        }
        Event::StoodIn { pair: no, seat, name } => {
            let seat = shared.countries[*seat].name.get(words.lang);
            vec![format!("{}: {seat} \u{2192} [{name}]", pair(*no))]
        }
        Event::Played { pair: no, events, .. } => {
            let Some(table) = class.pairs.get(*no).map(|it| &it.table) else { return Vec::new() };
            let from = table.len() - events.len().min(table.len());
            let entries = table.log(None).into_iter().filter(|it| it.event > from);
            entries
                .map(|entry| {
                    let speech = entry.speech.as_ref().map(|it| words.speech(it, shared));
                    let speech = speech.map_or_else(String::new, |it| format!(": \u{201c}{it}\u{201d}"));
                    format!("{}: {}{speech}", pair(*no), words.phrase(&entry.line, shared))
                })
                .collect()
        }
        _ => Vec::new(),
    }
}
