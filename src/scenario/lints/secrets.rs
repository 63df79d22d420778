//! Secrets: what both sides read, and what one side reads of the other.
//!
//! A number is a secret where its sentence speaks of points, weights or the BATNA; years, shares and
//! prices of a story are none. A story is a secret where seven of its words stand in a row elsewhere.

use super::{Reader, country, given, numbers, place, plain_words, sentences, texts};
use crate::scenario::Seat;
use crate::scenario::file::{ScenarioFile, Whole, Words};
use crate::scenario::problem::Problem;
use crate::scenario::text::Lang;
use std::collections::BTreeSet;

/// So many words in a row are no coincidence.
const RUN: usize = 7;

/// Whether a sentence speaks of the numbers of the game.
fn speaks_of_points(words: &[String]) -> bool {
    words.iter().any(|word| {
        let point =
            ["poin", "bobot", "batna", "ambang", "threshold"].iter().any(|stem| word.starts_with(stem));
        point || matches!(word.as_str(), "point" | "points" | "weight" | "weights")
    })
}

/// The numbers that only one side knows.
fn private_numbers(file: &ScenarioFile, seat: Seat) -> BTreeSet<String> {
    let country = country(file, seat);
    let groups = country.groups.iter();
    let weights = country.weights.rows.iter().map(|(_, weight)| weight.get());
    let others = [&country.status_quo_ante].into_iter().flatten().map(Whole::get);
    let numbers: BTreeSet<i32> = weights
        .chain(others)
        .chain([country.batna.get()])
        .chain(groups.filter_map(|group| group.threshold.as_ref().map(Whole::get)))
        .collect();
    // Nobody's secret: nothing, and all of it.
    numbers.into_iter().filter(|number| !matches!(number, 0 | 100)).map(|it| it.to_string()).collect()
}

fn runs(text: &str) -> BTreeSet<Vec<String>> {
    plain_words(text).windows(RUN).map(<[String]>::to_vec).collect()
}

/// Warnings about texts that tell a secret, at most one for each text and language.
pub fn lint(file: &ScenarioFile, source: &str) -> Vec<Problem> {
    let texts = texts(file);
    let numbers_of = [Seat::First, Seat::Second].map(|seat| private_numbers(file, seat));
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        // The sheets of two sides are often written alike; only the story of the BATNA is a secret as such.
        let story = |seat: Seat| given(&country(file, seat).batna_story, lang).map(runs).unwrap_or_default();
        let stories = Seat::ALL.map(story);
        let is_story = |words: &Words| {
            Seat::ALL.iter().any(|&seat| std::ptr::eq(words, &country(file, seat).batna_story))
        };
        for (words, reader) in &texts {
            let Some(text) = given(words, lang) else { continue };
            // A text without a language of its own is looked at once.
            if lang == Lang::En && words.places[0] == words.places[1] {
                continue;
            }
            let found = sentences(text).find_map(|sentence| {
                let said = plain_words(sentence);
                let tells = |seat: Seat| {
                    let other = country(file, seat);
                    let named = given(&other.name, lang).map(str::to_lowercase).unwrap_or_default();
                    let own_story = *reader != Reader::Both && is_story(words);
                    if !own_story && said.windows(RUN).any(|run| stories[seat.index()].contains(run)) {
                        return Some(("secret-copied", other, String::new()));
                    }
                    let about = *reader == Reader::Both || sentence.to_lowercase().contains(&named);
                    let number =
                        numbers(sentence).into_iter().find(|it| numbers_of[seat.index()].contains(it))?;
                    let rule = if *reader == Reader::Both { "secret-number" } else { "secret-of-other" };
                    (about && speaks_of_points(&said)).then_some((rule, other, number))
                };
                let seats: &[Seat] = match reader {
                    Reader::Both => &Seat::ALL,
                    Reader::Only(seat) => &[seat.other()],
                    Reader::Teacher => &[],
                };
                seats.iter().find_map(|&seat| tells(seat)).map(|it| (sentence, it))
            });
            if let Some((sentence, (rule, country, number))) = found {
                problems.push(
                    Problem::warning(rule, place(source, words, lang, sentence))
                        .word("name", given(&country.name, lang).unwrap_or(""))
                        .word("found", number),
                );
            }
        }
    }
    problems
}
