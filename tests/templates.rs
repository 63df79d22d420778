//! Every template is a scenario that can be validated, taught with and played at once.

use crate::called::check_in;
use mufakat::analysis::{analyse, lints::lints, simulate};
use mufakat::scenario::template::{ALL, Template, renamed};
use mufakat::scenario::{Kind, PerSeat, check};
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;

#[test]
fn every_template_is_a_balanced_scenario_without_warnings() {
    for template in &ALL {
        let (scenario, warnings) = check::parse(template.source)
            .unwrap_or_else(|problems| panic!("{}: {problems:#?}", template.name));
        assert!(warnings.is_empty(), "{}: {warnings:#?}", template.name);
        assert_eq!(scenario.shared.id, template.name, "the id in the file is the name of the file");
        let kinds: Vec<Kind> = scenario.shared.issues.iter().map(|issue| issue.kind).collect();
        assert!(kinds.contains(&Kind::Clauses), "{} has a clause set", template.name);
        let analysis = analyse(&scenario);
        let found = lints(&analysis);
        assert!(found.is_empty(), "{}: {found:#?}", template.name);
    }
}

#[test]
fn every_template_can_be_played_to_a_signature_by_the_counterparts() {
    for template in &ALL {
        let (scenario, _) = check::parse(template.source).expect("valid");
        let played = simulate::talks(&Arc::new(scenario), &PerSeat::both("diplomat".to_owned()), 1, 1, false);
        let ended: Vec<&str> = played.iter().map(|it| it.ended.name()).collect();
        assert_eq!(ended, ["agreed"], "{}", template.name);
    }
}

#[test]
fn every_field_of_a_template_is_explained_where_it_first_stands() {
    for template in &ALL {
        let lines: Vec<&str> = template.source.lines().map(str::trim).collect();
        let mut seen = std::collections::BTreeSet::new();
        for (at, line) in lines.iter().enumerate() {
            let Some((name, _)) = line.split_once(':') else { continue };
            let is_field = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if is_field && seen.insert(name) {
                let above = lines[..at].iter().rev().take_while(|line| line.starts_with("//")).count();
                assert!(above > 0, "{}: no word on {name}", template.name);
            }
        }
        assert!(seen.len() > 40, "{}: {seen:?}", template.name);
    }
}

#[test]
fn templates_answer_to_names_in_both_languages() {
    for (asked, found) in [("trade", "trade"), ("dagang", "trade"), ("Sumber daya", "resources")] {
        assert_eq!(Template::by_name(asked).map(|it| it.name), Some(found));
    }
    assert!(Template::by_name("fisika").is_none());
    let mut names: Vec<&str> =
        ALL.iter().flat_map(|it| std::iter::once(it.name).chain(it.aliases.iter().copied())).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "no two templates share a name");
}

#[test]
fn a_name_with_quotes_and_umlauts_becomes_id_and_title() {
    let text = renamed(ALL[0].source, "kasus-kita", "Kasus \"Kita\" \\ Bölük");
    let (scenario, warnings) = check::parse(&text).expect("valid");
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(scenario.shared.id, "kasus-kita");
    assert_eq!(scenario.shared.title.en, "Kasus \"Kita\" \\ Bölük");
    let rest = |text: &str| text.lines().skip(14).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rest(&text), rest(ALL[0].source), "nothing else changes");
}

#[test]
fn the_command_writes_a_scenario_that_can_be_validated_and_played_by_its_id() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    check_in(path, &["new", "Sungai  Kita", "--template", "sungai"], 0, &[], &["sungai-kita.ron"]);
    let text = fs::read_to_string(path.join("scenarios/sungai-kita.ron")).expect("written");
    assert!(text.contains("id: \"sungai-kita\"") && text.contains("\"Sungai Kita\""));
    check_in(path, &["validate", "scenarios/sungai-kita.ron"], 0, &[], &[]);
    check_in(path, &["list", "scenarios"], 0, &["sungai-kita", "Sungai Kita"], &[]);
    let games = ["simulate", "sungai-kita", "--a", "diplomat", "--b", "diplomat", "--games", "1", "--json"];
    check_in(path, &games, 0, &["\"ended\":\"agreed\""], &[]);
    // Nothing is written over, and nothing that ships is hidden.
    check_in(path, &["new", "Sungai Kita"], 2, &[], &["sudah ada"]);
    check_in(path, &["new", "Nusa Boreal", "--lang", "en"], 2, &[], &["hide"]);
    check_in(path, &["new", "Kita", "--template", "sunga", "--lang", "en"], 2, &[], &["sungai"]);
    check_in(path, &["new", "???"], 2, &[], &["id"]);
    check_in(path, &["new", "Kita", "-o", "kita.ron"], 0, &[], &["mufakat kita.ron"]);
    check_in(path, &["list", "templates"], 0, &["dagang", "culture"], &[]);
    assert_eq!(
        check_in(path, &["list", "templates", "--json"], 0, &[], &[]).json().as_array().map(Vec::len),
        Some(ALL.len())
    );
}
