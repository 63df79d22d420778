//! What is written for other programs and read again is the same to the last digit that counts.

use crate::called::check_in;
use crate::kit::{economic, nusa};
use mufakat::interchange::{Side, Source, Space, SpaceIssue, genius, negmas, read, scenario};
use mufakat::scenario::{Deal, Lang, Scenario, Seat, check};
use mufakat::scoring::Case;
use proptest::prelude::*;
use tempfile::TempDir;

/// Reads what was written.
fn again(files: Vec<(String, String)>) -> Space {
    let files: Vec<Source> =
        files.into_iter().map(|(name, text)| Source { stem: name, text, named: true }).collect();
    let read = read(&files, false).unwrap_or_else(|trouble| panic!("{trouble:?} of {files:#?}"));
    assert!(read.notes.is_empty(), "{:?}", read.notes);
    read.space
}

/// A space as its scenario file has it.
fn through_scenario(space: &Space) -> (Space, Scenario) {
    let text = scenario::write(space, "test");
    let (made, warnings) = check::parse(&text).unwrap_or_else(|problems| panic!("{problems:?} of {text}"));
    assert_eq!(warnings, [], "{text}");
    (Space::of(&made, Lang::Id), made)
}

#[track_caller]
fn same(found: &Space, wanted: &Space) {
    assert_eq!(found.issues.len(), wanted.issues.len());
    for (found, wanted) in found.issues.iter().zip(&wanted.issues) {
        assert_eq!((&found.name, &found.options), (&wanted.name, &wanted.options));
        for (found, wanted) in found.worth.iter().zip(&wanted.worth) {
            assert!((0..2).all(|side| (found[side] - wanted[side]).abs() < 1e-12), "{found:?}, {wanted:?}");
        }
    }
    for side in 0..2 {
        assert!((found.sides[side].reservation - wanted.sides[side].reservation).abs() < 1e-12);
    }
}

#[test]
fn own_scenarios_come_back_with_the_utilities_of_every_open_package() {
    for own in [nusa(), economic()] {
        let space = Space::of(&own, Lang::En);
        let case = Case::new(&own);
        // Clause sets and the legal form carry no points and stay behind.
        assert_eq!(space.issues.len(), case.weighted_issues().len());
        assert_eq!(space.packages(), case.packages());
        for written in [genius::write(&space), negmas::write(&space)] {
            let space = again(written);
            let best = space.issues.iter().map(|issue| issue.worth[issue.worth.len() - 1][0]).sum::<f64>();
            let last = |no: usize| case.open[no].iter().rposition(|open| *open).expect("an open option");
            let mut deal = own.shared.status_quo();
            for no in case.weighted_issues() {
                deal.0[no] = last(no);
            }
            assert!((best - case.fraction(case.utility(&deal, Seat::First))).abs() < 1e-12);
            let (_, scenario) = through_scenario(&space);
            let imported = Case::exact(&scenario);
            assert_eq!(imported.packages(), case.packages());
        }
    }
}

#[test]
fn the_frontier_of_an_own_scenario_is_the_same_after_the_round_trip() {
    let own = nusa();
    let (_, made) = through_scenario(&again(genius::write(&Space::of(&own, Lang::Id))));
    let frontier = |case: &Case<'_>| {
        let points = mufakat::scoring::Frontier::open(case).points;
        points
            .iter()
            .map(|point| point.map(|it| (1e9 * case.fraction(it)).round() as i64))
            .collect::<Vec<_>>()
    };
    assert_eq!(frontier(&Case::exact(&made)), frontier(&Case::new(&own)));
}

#[test]
fn the_command_writes_a_folder_that_the_import_reads() {
    let folder = TempDir::new().expect("a folder");
    for to in ["genius", "negmas"] {
        let args = ["export", "kemitraan-ekonomi", "--to", to, "-o", to];
        check_in(folder.path(), &args, 0, &[], &["domain.", "profile1-", "profile2-", "Bentuk hukum"]);
        let out = format!("{to}.ron");
        check_in(folder.path(), &["import", to, "-o", &out], 0, &[], &["27.648 paket"]);
        let own = check_in(folder.path(), &["analyse", "kemitraan-ekonomi", "--json"], 0, &[], &[]).json();
        let found = check_in(folder.path(), &["analyse", &out, "--json"], 0, &[], &[]).json();
        for field in ["packages", "zopa_packages", "frontier_points", "frontier_rational_points"] {
            assert_eq!(found[field], own[field], "{field}");
        }
        // The imported case knows no harm, so its Nash point is the one without that rule.
        for side in 0..2 {
            let (found, own) = (&found["nash"]["u"][side], &own["unrestricted_nash"]["u"][side]);
            assert!((found.as_f64().expect("u") - own.as_f64().expect("u")).abs() < 1e-9);
        }
    }
    check_in(folder.path(), &["export", "nusa-boreal", "--to", "excel", "-o", "x"], 2, &[], &["genius"]);
    check_in(folder.path(), &["export", "tiada-itu", "--to", "genius", "-o", "x"], 2, &[], &["tiada-itu"]);
}

/// Spaces with names that escape badly, issues that nobody minds, and weights of any size.
fn spaces() -> impl Strategy<Value = Space> {
    let name = "[a-zA-Z0-9é色&<>\"'\\\\/:#{}\\[\\],%\\-|*!?.~@=]{1,12}";
    let issue = (name, prop::collection::vec((name, 0u32..=1000, 0u32..=1000), 2..6), 0u32..5, 0u32..5);
    (name, prop::collection::vec(issue, 1..6), (name, 0u32..=1000), (name, 0u32..=1000)).prop_map(
        |(name, issues, first, second)| {
            // Weights 0, 1, 10, 100, 1000 shared out; evaluations in thousandths.
            let weight = |power: u32| if power == 0 { 0.0 } else { f64::from(10u32.pow(power)) };
            let sums = issues
                .iter()
                .fold([0.0, 0.0], |sum: [f64; 2], it| [sum[0] + weight(it.2), sum[1] + weight(it.3)]);
            let issues = issues.iter().enumerate().map(|(no, (name, options, a, b))| SpaceIssue {
                name: format!("{name}{no}"),
                options: options.iter().enumerate().map(|(at, option)| format!("{}{at}", option.0)).collect(),
                worth: options
                    .iter()
                    .map(|option| {
                        let part = |value: u32, power: u32, sum: f64| {
                            if sum > 0.0 { f64::from(value) / 1000.0 * weight(power) / sum } else { 0.0 }
                        };
                        [part(option.1, *a, sums[0]), part(option.2, *b, sums[1])]
                    })
                    .collect(),
            });
            let side = |(name, thousandths): (String, u32), no: u32| Side {
                name: format!("{name}{no}"),
                reservation: f64::from(thousandths) / 1000.0,
            };
            Space {
                name: format!("{name}x"),
                issues: issues.collect(),
                sides: [side(first, 1), side(second, 2)],
            }
        },
    )
}

/// The space that the files of other programs stand for: weights that miss 1 by a hair were rounded when they
/// were written, and are read as 1.
fn as_read(space: &Space) -> Space {
    let mut read = space.clone();
    for side in 0..2 {
        let sum: f64 = (0..space.issues.len()).map(|no| space.weight(no, side)).sum();
        if sum > 0.0 && (sum - 1.0).abs() < 1e-4 {
            for worth in read.issues.iter_mut().flat_map(|issue| &mut issue.worth) {
                worth[side] /= sum;
            }
        }
    }
    read
}

#[test]
fn weights_a_hair_off_1_come_back_as_1() {
    let issue = |name: &str, best: f64| SpaceIssue {
        name: name.to_owned(),
        options: vec!["a".to_owned(), "b".to_owned()],
        worth: vec![[0.0; 2], [best, if name == "x" { 0.5 } else { 0.4 }]],
    };
    let side = |name: &str| Side { name: name.to_owned(), reservation: 0.25 };
    let space = Space {
        name: "hair".to_owned(),
        issues: vec![issue("x", 0.999), issue("y", 0.000_95)],
        sides: [side("A"), side("B")],
    };
    for written in [genius::write(&space), negmas::write(&space)] {
        let found = again(written);
        // 0.999 / 0.99995 = 0.99904995...; 0.9 is not a hair off and stays.
        assert!((found.issues[0].worth[1][0] - 0.999_049_952).abs() < 1e-9, "{found:?}");
        assert!((found.weight(0, 0) + found.weight(1, 0) - 1.0).abs() < 1e-12);
        assert!((found.weight(0, 1) + found.weight(1, 1) - 0.9).abs() < 1e-12);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_space_comes_back_from_genius_from_negmas_and_from_a_scenario(space in spaces()) {
        let meant = as_read(&space);
        same(&again(genius::write(&space)), &meant);
        same(&again(negmas::write(&space)), &meant);
        let (found, made) = through_scenario(&space);
        same(&found, &space);
        // No package differs by more than the analysis says.
        let (game, exact) = (Case::new(&made), Case::exact(&made));
        let largest = mufakat::analysis::largest_rounding(&exact).expect("exact utilities");
        for choice in 0..5 {
            let deal = Deal(game.parts.iter().map(|options| choice % options.len()).collect());
            for seat in Seat::ALL {
                let difference = game.fraction(game.utility(&deal, seat)) - exact.fraction(exact.utility(&deal, seat));
                prop_assert!(difference.abs() <= largest + 1e-12, "{difference} and {largest}");
            }
        }
    }
}
