//! `mufakat list`: what there is to play, and whom to play against.

use super::output::{data, message, table};
use super::{Answer, Context, Exit};
use crate::counterpart;
use crate::disk::library;
use clap::ArgMatches;
use serde_json::json;

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let what = given.get_one::<String>("what").map_or("scenarios", String::as_str);
    let as_json = given.get_flag("json");
    if what == "counterparts" {
        counterparts(context, as_json);
    } else {
        scenarios(context, as_json);
    }
    Ok(Exit::Fine)
}

fn scenarios(context: Context, as_json: bool) {
    let words = context.words;
    let all = library::all();
    for path in library::broken() {
        message(&words.with("cli-broken-file", &[("path", &path.display().to_string())]));
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
            shared.issues.len().to_string(),
            shared.timing.minutes.to_string(),
            words.get(&format!("difficulty-{}", shared.difficulty.name().to_lowercase())),
        ]);
    }
    data(&table(&rows));
}

fn counterparts(context: Context, as_json: bool) {
    let words = context.words;
    if as_json {
        let list: Vec<_> = counterpart::names()
            .into_iter()
            .map(|name| json!({"name": name, "says": words.get(&format!("counterpart-{name}-says"))}))
            .collect();
        data(&format!("{}\n", json!(list)));
        return;
    }
    let mut rows = vec![["cli-column-name", "cli-column-says"].map(|key| words.get(key)).to_vec()];
    for name in counterpart::names() {
        rows.push(vec![name.to_owned(), words.get(&format!("counterpart-{name}-says"))]);
    }
    data(&table(&rows));
}
