//! Lints about texts: secrets, translations, reading time.

use mufakat::scenario::problem::{Severity, position};
use mufakat::scenario::{builtin, check};

/// Changes Nusa and Boreal in one place and compares the warnings: rule and line.
#[track_caller]
fn warns(from: &str, to: &str, expected: &[(&str, usize)]) {
    let good = builtin::source("nusa-boreal").expect("ships with the program");
    assert!(good.contains(from), "the file has no {from:?}");
    let source = good.replacen(from, to, 1);
    let (_, warnings) = check::parse(&source).expect("it can be played");
    assert!(warnings.iter().all(|it| it.severity == Severity::Warning));
    let told: Vec<(&str, usize)> =
        warnings.iter().map(|it| (it.rule, position(&source, it.span.start).0)).collect();
    assert_eq!(told, expected, "{to:?}");
}

#[test]
fn a_shared_text_must_not_tell_a_private_number() {
    let end = "pulang dengan tangan hampa.";
    warns(
        end,
        "pulang dengan tangan hampa. BATNA Boreal bernilai 40.",
        &[("numbers-differ", 14), ("secret-number", 14)],
    );
    warns(
        "Seberapa jauh Boreal membagikan teknologinya.",
        "Boreal memberi pasal ini bobot 20 poin.",
        &[("numbers-differ", 181), ("secret-number", 181)],
    );
    // A number that is no secret, and a secret number that is only a year or a price.
    warns("Bea masuk tetap.", "Bea masuk tetap 40 persen.", &[("numbers-differ", 238)]);
}

#[test]
fn a_sheet_must_not_tell_the_numbers_of_the_other_side() {
    let end = "Jangan terima pasar satu arah.";
    warns(
        end,
        "Jangan terima pasar satu arah. BATNA Boreal 40.",
        &[("numbers-differ", 38), ("secret-of-other", 38)],
    );
    // The own numbers are no secret there.
    warns(end, "Jangan terima pasar satu arah. BATNA Anda dua puluh lima.", &[]);
}

#[test]
fn nobody_else_reads_the_story_of_a_batna() {
    let story = "Anda membeli gas dari pemasok lain: mahal, tetapi ada.";
    warns("Jangan terima pasar satu arah.", &format!("Tanpa kesepakatan, {story}"), &[("secret-copied", 38)]);
    warns(
        "Gas diperdagangkan di pasar harian tanpa komitmen.",
        &format!("Tanpa kesepakatan, {story}"),
        &[("secret-copied", 141)],
    );
}

#[test]
fn a_translation_must_not_be_missing_or_stale() {
    warns(", \"en\": \"Winter comes early\"", "", &[("missing-language", 354)]);
    warns("\"en\": \"Winter comes early\"", "\"en\": \"\"", &[("empty-text", 354)]);
    warns("\"en\": \"Tariffs stay.\"", "\"en\": \"Tariffs stay for 5 years.\"", &[("numbers-differ", 238)]);
    warns("selama lima tahun", "selama 5 tahun", &[]);
    warns("selama lima tahun", "selama 7 tahun", &[("numbers-differ", 150)]);
    warns(
        "\"en\": \"Both countries abolish tariffs on farm goods and machines.\"",
        "\"en\": \"Kedua negara menghapus bea masuk bagi hasil tani dan mesin.\"",
        &[("untranslated", 246)],
    );
    warns(
        "No country can stand alone. But not every",
        "\\n\\nNo country can stand alone. But not every",
        &[],
    );
    warns(
        "\\n\\nNo country can stand alone. But not every",
        " No country can stand alone. But not every",
        &[("translation-length", 14)],
    );
}

#[test]
fn reading_takes_no_longer_than_the_file_says() {
    warns("reading_minutes: 4", "reading_minutes: 1", &[("reading-time", 25)]);
    let long = "kata ".repeat(900);
    let from = "Jangan terima pasar satu arah.";
    let sheet = format!("{long}{from}");
    warns(
        "Anda memimpin delegasi Nusa.",
        &sheet,
        &[("reading-time", 25), ("long-sheet", 33), ("translation-length", 34)],
    );
}
