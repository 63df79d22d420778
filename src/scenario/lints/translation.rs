//! Translations: texts that are missing in a language, and texts of which only one was changed.

use super::{given, numbers, texts};
use crate::scenario::file::{ScenarioFile, Words};
use crate::scenario::problem::Problem;
use crate::scenario::text::Lang;

/// Shorter texts may be names, which are the same in both languages.
const SENTENCE: usize = 5;
/// Of texts at least this long, lengths are compared.
const LONG: usize = 25;

/// Warnings about missing and stale translations.
pub fn lint(file: &ScenarioFile) -> Vec<Problem> {
    texts(file).into_iter().filter_map(|(words, _)| look_at(words)).collect()
}

fn look_at(words: &Words) -> Option<Problem> {
    let (id, en) = match (given(words, Lang::Id), given(words, Lang::En)) {
        (None, None) => return None,
        (Some(""), _) => return Some(Problem::warning("empty-text", words.places[0].clone())),
        (_, Some("")) => return Some(Problem::warning("empty-text", words.places[1].clone())),
        (Some(_), None) => return Some(missing(words, "id", "en")),
        (None, Some(_)) => return Some(missing(words, "en", "id")),
        (Some(id), Some(en)) => (id, en),
    };
    // One text for both languages was meant so.
    if words.places[0] == words.places[1] {
        return None;
    }
    let [place_id, place_en] = words.places.clone();
    let counts = [id, en].map(|text| text.split_whitespace().count());
    if id == en && counts[0] >= SENTENCE {
        return Some(Problem::warning("untranslated", place_en).and(place_id));
    }
    if let Some((number, lang)) = lone_number(id, en) {
        let (place, other) = if lang == Lang::Id { (place_id, place_en) } else { (place_en, place_id) };
        return Some(
            Problem::warning("numbers-differ", place)
                .and(other)
                .word("number", number)
                .word("has", lang.code())
                .word("lacks", if lang == Lang::Id { "en" } else { "id" }),
        );
    }
    let paragraphs = [id, en].map(|text| text.split('\n').filter(|it| !it.trim().is_empty()).count());
    let long = counts.iter().all(|count| *count >= LONG);
    let uneven = long && counts[0].max(counts[1]) * 10 > counts[0].min(counts[1]) * 17;
    if paragraphs[0] != paragraphs[1] || uneven {
        return Some(
            Problem::warning("translation-length", place_id)
                .and(place_en)
                .count("id", counts[0])
                .count("en", counts[1]),
        );
    }
    None
}

fn missing(words: &Words, has: &'static str, lacks: &'static str) -> Problem {
    Problem::warning("missing-language", words.span.clone()).word("has", has).word("lacks", lacks)
}

/// A number that one language tells and the other does not, neither in digits nor in words.
fn lone_number(id: &str, en: &str) -> Option<(String, Lang)> {
    let (in_id, in_en) = (numbers(id), numbers(en));
    let lone = |own: &[String], others: &[String], text: &str, lang: Lang| {
        let lower = text.to_lowercase();
        let spelt = |number: &String| {
            number
                .parse::<u32>()
                .is_ok_and(|it| spellings(it, lang).iter().any(|word| lower.contains(word.as_str())))
        };
        // `2020-2021` may be `2020-21`.
        let short = |a: &String, b: &String| a.len() == 4 && b.len() == 2 && a.ends_with(b.as_str());
        let short = |number: &String| others.iter().any(|it| short(number, it) || short(it, number));
        own.iter().find(|number| !others.contains(number) && !spelt(number) && !short(number)).cloned()
    };
    lone(&in_id, &in_en, en, Lang::En)
        .map(|number| (number, Lang::Id))
        .or_else(|| lone(&in_en, &in_id, id, Lang::Id).map(|number| (number, Lang::En)))
}

/// How a number up to a hundred can be written out.
fn spellings(number: u32, lang: Lang) -> Vec<String> {
    const ID: [&str; 12] = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
        "sebelas",
    ];
    const EN: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    const ORDINALS: [&str; 13] = [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    let at = number as usize;
    let (tens, ones) = (at / 10, at % 10);
    let mut words = Vec::new();
    match lang {
        Lang::Id => match at {
            0..=11 => words.push(ID[at].to_owned()),
            12..=19 => words.push(format!("{} belas", ID[ones])),
            20..=99 if ones == 0 => words.push(format!("{} puluh", ID[tens])),
            20..=99 => words.push(format!("{} puluh {}", ID[tens], ID[ones])),
            100 => words.push("seratus".to_owned()),
            1000 => words.push("seribu".to_owned()),
            _ => {}
        },
        Lang::En => {
            match at {
                0..=19 => words.push(EN[at].to_owned()),
                20..=99 if ones == 0 => words.push(TENS[tens].to_owned()),
                20..=99 => words.push(format!("{}-{}", TENS[tens], EN[ones])),
                100 => words.push("hundred".to_owned()),
                1000 => words.push("thousand".to_owned()),
                _ => {}
            }
            words.extend(ORDINALS.get(at).filter(|word| !word.is_empty()).map(|word| (*word).to_owned()));
        }
    }
    if at == 50 {
        words.extend(["half", "separuh", "setengah"].map(str::to_owned));
    }
    words
}
