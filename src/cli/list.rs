//! `mufakat list`: what there is to play, and whom to play against.

use super::output::{data, message, table, typed};
use super::{Answer, Context, Exit};
use crate::counterpart;
use crate::disk::library;
use crate::scenario::template;
use crate::scenario::{Kind, Shared, check};
use clap::ArgMatches;
use serde_json::json;

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let what = given.get_one::<String>("what").map_or("scenarios", String::as_str);
    let as_json = given.get_flag("json");
    match what {
        "counterparts" => counterparts(context, as_json),
        "templates" => templates(context, as_json),
        _ => scenarios(context, as_json),
    }
    Ok(Exit::Fine)
}

fn scenarios(context: Context, as_json: bool) {
    let words = context.words;
    let all = library::all();
    for path in library::broken() {
        let shown = path.display().to_string();
        message(&words.with("cli-broken-file", &[("path", &shown), ("typed", &typed(&shown))]));
    }
    if as_json {
        let list: Vec<_> = all
            .iter()
            .map(|(id, loaded)| {
                let shared = &loaded.scenario.shared;
                json!({
                    "id": id,
                    "title": {"id": shared.title.id, "en": shared.title.en},
                    "issues": shared.issues.len(),
                    "minutes": shared.timing.minutes,
                    "reading_minutes": shared.reading_minutes,
                    "difficulty": shared.difficulty.name().to_lowercase(),
                    "hash": loaded.scenario.hash,
                    "path": loaded.path.as_ref().map(|path| path.display().to_string()),
                })
            })
            .collect();
        data(&format!("{}\n", json!(list)));
        return;
    }
    let mut rows = vec![
        [
            "cli-column-id",
            "cli-column-title",
            "cli-column-issues",
            "cli-column-minutes",
            "cli-column-difficulty",
        ]
        .map(|key| words.get(key))
        .to_vec(),
    ];
    for (id, loaded) in &all {
        let shared = &loaded.scenario.shared;
        rows.push(vec![
            id.clone(),
            shared.title.get(words.lang).to_owned(),
            articles(shared),
            shared.timing.minutes.to_string(),
            words.get(&format!("difficulty-{}", shared.difficulty.name().to_lowercase())),
        ]);
    }
    data(&table(&rows));
}

fn counterparts(context: Context, as_json: bool) {
    let words = context.words;
    let title = |name: &str| words.get(&format!("counterpart-{name}"));
    let says = |name: &str| words.get(&format!("counterpart-{name}-says"));
    if as_json {
        let list: Vec<_> = counterpart::ALL
            .iter()
            .map(|entry| {
                json!({
                    "name": entry.name,
                    "title": title(entry.name),
                    "says": says(entry.name),
                    "character": entry.craft.map(|(manner, _)| manner.name()),
                    "strength": entry.craft.map(|(_, strength)| strength.name()),
                })
            })
            .collect();
        data(&format!("{}\n", json!(list)));
        return;
    }
    let columns = ["cli-column-name", "cli-column-called", "cli-column-strength", "cli-column-says"];
    let mut rows = vec![columns.map(|key| words.get(key)).to_vec()];
    for entry in counterpart::ALL {
        let strength = entry.craft.map_or_else(
            || "\u{2013}".to_owned(),
            |(_, strength)| words.get(&format!("strength-{}", strength.name())),
        );
        rows.push(vec![entry.name.to_owned(), title(entry.name), strength, says(entry.name)]);
    }
    data(&table(&rows));
}

fn templates(context: Context, as_json: bool) {
    let words = context.words;
    let all = template::ALL.iter().filter_map(|it| {
        let (scenario, _) = check::parse(it.source).ok()?;
        Some((it, scenario.shared))
    });
    if as_json {
        let list: Vec<_> = all
            .map(|(it, shared)| {
                json!({
                    "name": it.name,
                    "aliases": it.aliases,
                    "title": {"id": shared.title.id, "en": shared.title.en},
                    "summary": {"id": shared.summary.id, "en": shared.summary.en},
                    "issues": shared.issues.len(),
                })
            })
            .collect();
        data(&format!("{}\n", json!(list)));
        return;
    }
    let columns = ["cli-column-name", "cli-column-alias", "cli-column-issues", "cli-column-about"];
    let mut rows = vec![columns.map(|key| words.get(key)).to_vec()];
    for (it, shared) in all {
        let alias = it.aliases.first().copied().unwrap_or_default().to_owned();
        let says = shared.summary.get(words.lang).to_owned();
        rows.push(vec![it.name.to_owned(), alias, articles(&shared), says]);
    }
    data(&table(&rows));
}

/// How many articles there are to negotiate; clauses and legal form come with every scenario.
fn articles(shared: &Shared) -> String {
    shared.issues.iter().filter(|it| it.kind == Kind::Substance).count().to_string()
}
