//! Both languages say the same things, and everything that the program wants to say has words.

use fluent_bundle::FluentResource;
use mufakat::scenario::Lang;
use mufakat::scenario::problem::Problem;
use mufakat::words::{Medium, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder and of the folders in it, with this ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn word_files(lang: Lang) -> Vec<PathBuf> {
    files(&root().join("assets/words").join(lang.code()), "ftl")
}

/// One message: where it stands, and everything after its equals sign.
struct Message {
    file: String,
    value: String,
}

impl Message {
    /// The `$arguments` of the message.
    fn arguments(&self) -> BTreeSet<String> {
        let end = |rest: &str| {
            rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len())
        };
        self.value.split('$').skip(1).map(|rest| rest[..end(rest)].to_owned()).collect()
    }

    /// The message without its placeables.
    fn sentence(&self) -> String {
        let mut depth = 0;
        let mut plain = String::new();
        for c in self.value.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == 0 => plain.push(c),
                _ => {}
            }
        }
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The id at the beginning of a line, and what follows the equals sign.
fn id_line(line: &str) -> Option<(&str, &str)> {
    let (id, value) = line.split_once(" =")?;
    let plain = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    (plain && id.starts_with(|c: char| c.is_ascii_lowercase())).then_some((id, value.trim()))
}

/// Every message of a language, and the ids that stand there twice.
fn messages(lang: Lang) -> (BTreeMap<String, Message>, Vec<String>) {
    let (mut all, mut twice) = (BTreeMap::<String, Message>::new(), Vec::new());
    for path in word_files(lang) {
        let file = path.file_name().expect("a name").to_string_lossy().into_owned();
        let mut last = None;
        for line in fs::read_to_string(&path).expect("words").lines() {
            if let Some((id, value)) = id_line(line) {
                let message = Message { file: file.clone(), value: value.to_owned() };
                if all.insert(id.to_owned(), message).is_some() {
                    twice.push(format!("{file}: {id}"));
                }
                last = Some(id.to_owned());
            } else if line.starts_with('#') {
                last = None;
            } else if let Some(message) = last.as_ref().and_then(|id| all.get_mut(id)) {
                message.value.push('\n');
                message.value.push_str(line);
            } else {
                assert!(line.trim().is_empty(), "{file}: {line:?} belongs to no message");
            }
        }
    }
    assert!(all.len() > 500, "the words were not found");
    (all, twice)
}

/// The sources of the program without comment lines.
fn sources() -> String {
    let mut all = String::new();
    for path in files(&root().join("src"), "rs") {
        for line in fs::read_to_string(path).expect("a source").lines() {
            if !line.trim_start().starts_with("//") {
                all.push_str(line);
                all.push('\n');
            }
        }
    }
    all
}

/// The text in quotes that comes next, white space aside.
fn quoted(rest: &str) -> Option<&str> {
    rest.trim_start().strip_prefix('"')?.split('"').next()
}

/// The texts in quotes that stand right behind one of these beginnings.
fn behind<'s>(source: &'s str, beginnings: &[&str]) -> BTreeSet<&'s str> {
    beginnings
        .iter()
        .flat_map(|beginning| source.match_indices(beginning).map(|(at, found)| at + found.len()))
        .filter_map(|end| quoted(&source[end..]))
        .collect()
}

/// Every text in quotes that could be a key: small letters, digits, and at least one hyphen.
fn keylike(source: &str) -> BTreeSet<&str> {
    let plain = |text: &&str| {
        text.contains('-')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && !text.ends_with('-')
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    source.lines().flat_map(|line| line.split('"').skip(1)).filter(plain).collect()
}

fn family(key: &str) -> &str {
    key.split('-').next().unwrap_or(key)
}

#[test]
fn both_languages_have_the_same_files_and_the_program_carries_all_of_them() {
    let names = |lang| -> Vec<_> {
        word_files(lang).iter().map(|path| path.file_name().expect("a name").to_owned()).collect()
    };
    assert_eq!(names(Lang::Id), names(Lang::En));
    for lang in [Lang::Id, Lang::En] {
        let carried: BTreeSet<String> =
            mufakat::words::sources(lang).iter().map(|&it| it.to_owned()).collect();
        let stored = word_files(lang).iter().map(|path| fs::read_to_string(path).expect("words")).collect();
        assert_eq!(carried, stored, "{lang}");
    }
}

#[test]
fn every_word_file_is_sound_fluent() {
    for path in [Lang::Id, Lang::En].into_iter().flat_map(word_files) {
        let source = fs::read_to_string(&path).expect("words");
        if let Err((_, mistakes)) = FluentResource::try_new(source) {
            panic!("{}: {mistakes:?}", path.display());
        }
    }
}

#[test]
fn no_message_is_written_twice_and_none_is_empty() {
    for lang in [Lang::Id, Lang::En] {
        let (all, twice) = messages(lang);
        assert!(twice.is_empty(), "{lang}: {twice:?}");
        let empty: Vec<_> = all.iter().filter(|(_, it)| it.value.trim().is_empty()).map(|it| it.0).collect();
        assert!(empty.is_empty(), "{lang}: {empty:?}");
    }
}

#[test]
fn every_message_stands_in_both_languages_in_the_same_file_with_the_same_arguments() {
    let ((id, _), (en, _)) = (messages(Lang::Id), messages(Lang::En));
    let mut wrong = Vec::new();
    for key in id.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        match (id.get(key), en.get(key)) {
            (Some(id), Some(en)) => {
                if id.file != en.file {
                    wrong.push(format!("{key}: {} and {}", id.file, en.file));
                }
                if id.arguments() != en.arguments() {
                    wrong.push(format!("{key}: {:?} and {:?}", id.arguments(), en.arguments()));
                }
            }
            (id, _) => wrong.push(format!("{key}: only in {}", if id.is_some() { "id" } else { "en" })),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_said_of_another_medium_is_said_in_both_languages_and_for_a_medium_there_is() {
    let attributes = |message: &Message| -> BTreeSet<String> {
        let lines = message.value.lines().filter_map(|line| line.trim().strip_prefix('.'));
        lines.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.to_owned()).collect()
    };
    let ((id, _), (en, _)) = (messages(Lang::Id), messages(Lang::En));
    let mut seen = BTreeSet::new();
    for (key, message) in &id {
        let own = attributes(message);
        assert_eq!(own, attributes(&en[key]), "{key}");
        assert!(
            own.is_empty() || key.starts_with("problem-") || key.starts_with("remedy-"),
            "{key}: {own:?}"
        );
        seen.extend(own);
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["form", "table", "window"]);
}

#[test]
fn a_remedy_speaks_of_what_the_author_has_before_them() {
    let problem = Problem::error("idle-field", 0..0).word("name", "Impor").word("field", "quota");
    let words = Words::new(Lang::En);
    let remedy = |medium| words.problem_in(&problem, medium).1;
    assert!(remedy(Medium::Text).contains("kind: Instrument"));
    for medium in [Medium::Table, Medium::TableInWindow, Medium::Form] {
        let (cause, remedy) = words.problem_in(&problem, medium);
        assert!(!remedy.contains("kind:") && cause.contains("Impor"), "{medium:?}: {cause} {remedy}");
    }
    let sum = Problem::error("cell-weights-sum", 0..0).word("sum", "90").word("side", "1");
    assert!(words.problem_in(&sum, Medium::Table).1.contains("--normalise"));
    assert!(!words.problem_in(&sum, Medium::TableInWindow).1.contains("--normalise"));
}

#[test]
fn indonesian_is_not_english_left_untranslated() {
    let ((id, _), (en, _)) = (messages(Lang::Id), messages(Lang::En));
    let long: Vec<_> = en.iter().filter(|(_, it)| it.sentence().split(' ').count() > 3).collect();
    let same: Vec<_> = long
        .iter()
        .filter(|(key, english)| id.get(*key).is_some_and(|it| it.sentence() == english.sentence()))
        .map(|(key, _)| key)
        .collect();
    assert!(long.len() > 300, "{}", long.len());
    assert!(same.len() * 10 <= long.len() * 4, "{} of {}: {same:?}", same.len(), long.len());
}

#[test]
fn every_phrase_that_the_program_makes_has_words() {
    let (known, _) = messages(Lang::Id);
    let source = sources();
    let asked = behind(
        &source,
        &["Phrase::new(", ".get(", "words.with(", "words.count(", "scene.with(", "look.with("],
    );
    assert!(asked.len() > 250, "{}", asked.len());
    let missing: Vec<_> = asked.into_iter().filter(|key| !known.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_name_that_looks_like_a_key_of_a_family_of_words_is_one() {
    /// Names of panels, which nobody reads.
    const PANELS: [&str; 4] = ["talks-top", "talks-bottom", "talks-left", "talks-right"];
    let (known, _) = messages(Lang::Id);
    let mut sizes = BTreeMap::<&str, usize>::new();
    for key in known.keys() {
        *sizes.entry(family(key)).or_default() += 1;
    }
    let source = sources();
    let missing: Vec<_> = keylike(&source)
        .into_iter()
        .filter(|key| sizes.get(family(key)).is_some_and(|size| *size >= 4))
        .filter(|key| !known.contains_key(*key) && !PANELS.contains(key))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_key_put_together_at_run_time_begins_like_a_known_one() {
    let (known, _) = messages(Lang::Id);
    let source = sources();
    let made = behind(&source, &["get(&format!(", "with(&format!(", "Phrase::new(format!("]);
    let beginnings: BTreeSet<&str> =
        made.into_iter().filter_map(|text| text.split_once('{')).map(|(beginning, _)| beginning).collect();
    assert!(beginnings.len() > 12, "{beginnings:?}");
    for beginning in beginnings.into_iter().filter(|it| !it.is_empty()) {
        assert!(known.keys().any(|key| key.starts_with(beginning)), "no words begin with {beginning:?}");
    }
}

#[test]
fn every_rule_for_scenario_files_has_a_cause_and_a_remedy_and_no_remedy_is_left_over() {
    let (known, _) = messages(Lang::Id);
    let source = sources();
    let rules = behind(
        &source,
        &[
            "Problem::error(",
            "Problem::warning(",
            "self.unknown(",
            "reading.wanted(node, ",
            "reading.wanted_or(node, ",
            "if quoted { ",
        ],
    );
    assert!(rules.len() > 70, "{}", rules.len());
    for rule in &rules {
        for key in [format!("problem-{rule}"), format!("remedy-{rule}")] {
            assert!(known.contains_key(&key), "{key} has no words");
        }
    }
    for key in known.keys() {
        let Some(rule) = key.strip_prefix("problem-").or_else(|| key.strip_prefix("remedy-")) else {
            continue;
        };
        assert!(source.contains(&format!("\"{rule}\"")), "no rule needs {key}");
        assert!(known.contains_key(&format!("problem-{rule}")), "{key} without its cause");
        assert!(known.contains_key(&format!("remedy-{rule}")), "{key} without its remedy");
    }
}

#[test]
fn indonesian_writes_a_decimal_comma_and_english_a_point() {
    let (id, en) = (Words::new(Lang::Id), Words::new(Lang::En));
    for (value, decimals, indonesian, english) in [
        (0.5, 1, "0,5", "0.5"),
        (1234.5, 1, "1.234,5", "1,234.5"),
        (1_234_567.0, 0, "1.234.567", "1,234,567"),
        (-12.25, 2, "\u{2212}12,25", "\u{2212}12.25"),
        (-0.04, 1, "0,0", "0.0"),
        (999.96, 1, "1.000,0", "1,000.0"),
    ] {
        assert_eq!(id.num(value, decimals), indonesian);
        assert_eq!(en.num(value, decimals), english);
    }
    assert_eq!(id.signed(2.5, 1), "+2,5");
    assert_eq!(en.signed(-2.5, 1), "\u{2212}2.5");
    assert_eq!(id.signed(-0.01, 1), "0,0");
    assert_eq!(id.percent(0.625), "63%");
    assert_eq!(en.percent(0.625), "63%", "halves up, as people round");
}

#[test]
fn a_key_without_words_shows_itself() {
    assert_eq!(Words::new(Lang::Id).get("no-such-key"), "[no-such-key]");
}

#[test]
fn halves_go_away_from_zero_and_points_are_as_exact_as_they_are() {
    let words = Words::new(Lang::En);
    // 84.5 and 39.5: with halves to even 84 and 40 would be told, which does not add up with 45.
    for (value, decimals, told) in [
        (84.5, 0, "85"),
        (39.5, 0, "40"),
        (-14.5, 0, "\u{2212}15"),
        (0.125, 2, "0.13"),
        (-0.4, 0, "0"),
        (1234.5, 0, "1,235"),
        // 0.285 * 100 is 28.499999999999996.
        (28.499_999_999_999_996, 0, "29"),
    ] {
        assert_eq!(words.num(value, decimals), told, "{value}");
    }
    for (points, told) in [(84.5, "84.5"), (84.0, "84"), (84.25, "84.25"), (100.0 * 0.795, "79.5")] {
        assert_eq!(words.points(points), told);
    }
    assert_eq!(words.signed_points(36.5), "+36.5");
}
