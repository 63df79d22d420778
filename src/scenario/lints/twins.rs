//! Twins: two things that a player can tell apart by their ids alone, which no screen shows.

use super::given;
use crate::scenario::file::{ScenarioFile, Words};
use crate::scenario::problem::Problem;
use crate::scenario::text::Lang;
use std::collections::BTreeMap;

/// Warnings about countries, articles, options of one article and groups of one country that are called alike.
pub fn lint(file: &ScenarioFile) -> Vec<Problem> {
    let countries = [&file.first, &file.second];
    let mut found = alike(countries.map(|it| &it.name));
    found.extend(alike(file.issues.iter().map(|issue| &issue.title)));
    for issue in &file.issues {
        found.extend(alike(issue.options.iter().map(|option| &option.label)));
    }
    for country in countries {
        found.extend(alike(country.groups.iter().map(|group| &group.name)));
    }
    found
}

/// Those of some texts that say in either language what one before them says.
fn alike<'f>(all: impl IntoIterator<Item = &'f Words>) -> Vec<Problem> {
    let mut seen: BTreeMap<(Lang, String), &Words> = BTreeMap::new();
    let mut found = Vec::new();
    for words in all {
        let mut twin = None;
        for lang in Lang::ALL {
            let text = given(words, lang).map(str::trim).filter(|text| !text.is_empty());
            let Some(text) = text else { continue };
            match seen.get(&(lang, text.to_lowercase())) {
                Some(first) => twin = twin.or(Some((lang, text, *first))),
                None => _ = seen.insert((lang, text.to_lowercase()), words),
            }
        }
        if let Some((lang, text, first)) = twin {
            let place = |words: &Words| words.places[usize::from(lang == Lang::En)].clone();
            found.push(Problem::warning("twin", place(words)).and(place(first)).word("found", text));
        }
    }
    found
}
