//! Every scenario that ships with the program is sound, complete and worth playing.

use crate::kit::{economic, near};
use crate::playthroughs::golden_path;
use mufakat::analysis::{Analysis, analyse, dry_run, simulate};
use mufakat::scenario::{PerSeat, builtin, check};
use std::sync::Arc;

#[test]
fn every_scenario_file_is_without_problems_and_warnings() {
    for (id, source) in builtin::FILES {
        let (scenario, warnings) =
            check::parse(source).unwrap_or_else(|problems| panic!("{id}: {problems:#?}"));
        assert!(warnings.is_empty(), "{id}: {warnings:#?}");
        assert_eq!(scenario.shared.id, *id, "the id in the file is the name of the file");
        assert_eq!(scenario.hash, check::hash(source), "{id}");
    }
}

#[test]
fn every_scenario_in_the_folder_ships_with_the_program_under_its_own_name() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for entry in std::fs::read_dir(folder).expect("the folder of scenarios") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|end| end == "ron") {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
            let text = std::fs::read_to_string(&path).expect("readable");
            assert_eq!(builtin::source(stem), Some(text.as_str()), "{stem}");
        }
    }
}

#[test]
fn every_text_is_there_in_both_languages() {
    // Debug shows every text of a scenario, also those of fields that come later.
    for scenario in builtin::all() {
        let shown = format!("{scenario:?}");
        let mut count = 0;
        for text in shown.split("Text { id: ").skip(1) {
            count += 1;
            let begin: String = text.chars().take(80).collect();
            assert!(!text.starts_with("\"\""), "{}: no Indonesian: {begin}", scenario.shared.id);
            let english = text.split("\", en: ").nth(1).unwrap_or_default();
            assert!(!english.starts_with("\"\""), "{}: no English: {begin}", scenario.shared.id);
        }
        assert!(count > 30, "{} has texts", scenario.shared.id);
    }
}

#[test]
fn every_scenario_has_its_playthrough() {
    let missing: Vec<&str> = builtin::FILES
        .iter()
        .map(|(id, _)| *id)
        .filter(|id| !golden_path(&format!("{id}.txt")).is_file())
        .collect();
    assert!(missing.is_empty(), "write them with UPDATE_GOLDEN=1: {missing:?}");
}

#[test]
fn in_every_scenario_there_are_packages_above_both_batnas() {
    for scenario in builtin::all() {
        let analysis = analyse(scenario);
        let case = &analysis.case;
        assert!(analysis.references.zopa, "{}", scenario.shared.id);
        assert!(analysis.zopa_packages.is_some_and(|it| it > 0), "{}", scenario.shared.id);
        assert!(analysis.zopa_share().is_some_and(|it| it < 1.0), "{}", scenario.shared.id);
        let nash = analysis.references.frontier.points[analysis.references.nash];
        assert!((0..2).all(|at| nash[at] > case.batna[at]), "{}: {nash:?}", scenario.shared.id);
        assert!(
            analysis.passing.as_ref().is_none_or(|it| it.passing > 0),
            "{} can be won",
            scenario.shared.id
        );
    }
}

fn nash(analysis: &Analysis<'_>) -> [f64; 2] {
    let references = &analysis.references;
    references.frontier.points[references.nash].map(|points| analysis.case.fraction(points))
}

#[test]
fn the_economic_partnership_has_its_reference_numbers() {
    let economic = economic();
    let analysis = analyse(&economic);
    assert_eq!(analysis.packages, 27_648);
    let nash = nash(&analysis);
    near(nash[0], 0.79, 0.006);
    near(nash[1], 0.76, 0.006);
    assert_eq!(analysis.passing.as_ref().map(|it| it.passing), Some(79));
}

/// Games of equal counterparts for each scenario: 60 in a debug build, where they take seconds, else 400.
const FAIRNESS_GAMES: u64 = if cfg!(debug_assertions) { 60 } else { 400 };

#[test]
fn equal_counterparts_gain_alike_from_either_seat() {
    let mut unfair = Vec::new();
    for scenario in builtin::all() {
        // The tiny case of the worked examples has three issues and one natural deal.
        if scenario.shared.id == "nusa-boreal" {
            continue;
        }
        let names = PerSeat::both("diplomat".to_owned());
        let played = simulate::talks(&Arc::new(scenario.clone()), &names, FAIRNESS_GAMES, 1, false);
        let gamma = simulate::summary(&played).gamma;
        assert!(gamma.iter().all(|it| *it > 0.3), "{}: {gamma:?}", scenario.shared.id);
        if (gamma[0] - gamma[1]).abs() >= 0.08 {
            unfair.push(format!("{}: {gamma:?}", scenario.shared.id));
        }
    }
    assert!(unfair.is_empty(), "over {FAIRNESS_GAMES} games each: {unfair:#?}");
}

#[test]
fn a_class_is_the_same_each_time_and_every_pair_meets_in_exchanged_seats() {
    let scenario = Arc::new(builtin::by_id("nusa-boreal").expect("ships with the program").clone());
    let first = dry_run::class(&scenario, 20, 1);
    let again = dry_run::class(&scenario, 20, 1);
    let told = |outcomes: &[simulate::Outcome]| -> Vec<_> {
        outcomes.iter().map(|it| (it.seed, it.agreement.clone(), it.grade, it.rounds)).collect()
    };
    assert_eq!(told(&first), told(&again));
    let sum = dry_run::summary(&first);
    let agreed = first.iter().filter(|it| it.agreement.is_some()).count();
    assert_eq!((sum.pairs, (sum.agreed * 20.0).round() as usize), (20, agreed));
    for no in (0..200).step_by(2) {
        let (one, other) = (dry_run::players(no), dry_run::players(no + 1));
        assert_eq!((&one.first, &one.second), (&other.second, &other.first));
        assert!(mufakat::counterpart::exists(&one.first) && mufakat::counterpart::exists(&one.second));
    }
    let novices = (0..200).filter(|no| dry_run::players(*no).first.ends_with("novice")).count();
    assert_eq!(novices, 100, "half of a class are beginners");
}
