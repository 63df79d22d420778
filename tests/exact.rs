//! Utilities with decimals stand beside the whole points: checked, exact, and only for analysis and plain offers.

use crate::kit::nusa;
use mufakat::analysis::{above_both, analyse};
use mufakat::interchange::{Side, Space, SpaceIssue, scenario};
use mufakat::scenario::problem::position;
use mufakat::scenario::{Deal, FINE, Scenario, Seat, check};
use mufakat::scoring::{Case, Frontier, References};
use proptest::prelude::*;

/// Two articles; sums of exact parts reach 1.1 for the first side.
const EXACT: &str = r#"
    exact: (
        reservation: (0.25, 0.5),
        options: {
            "E0": (0.123456789012345, 0), "E1": (0.3, 0.25), "E2": (0, 0.5),
            "T0": (0, 0.2), "T1": (0.2, 0.1), "T2": (0.4, 0),
            "M0": (0.1, 0), "M1": (0.4, 0.2), "M2": (0, 0.3),
        },
    ),
"#;

/// The tiny scenario with an `exact` part in which one thing is replaced.
fn with_exact(from: &str, to: &str) -> String {
    let source = mufakat::scenario::builtin::source("nusa-boreal").expect("ships with the program");
    assert!(EXACT.contains(from));
    source.replacen("    news: [", &format!("{}\n    news: [", EXACT.replacen(from, to, 1)), 1)
}

/// The rules that are told, with the line within the `exact` part.
fn told(from: &str, to: &str) -> Vec<(String, usize)> {
    let source = with_exact(from, to);
    let first = position(&source, source.find("    exact: (").expect("the part")).0;
    let problems = check::parse(&source).map_or_else(|problems| problems, |(_, warnings)| warnings);
    problems
        .iter()
        .map(|problem| (problem.rule.to_owned(), position(&source, problem.span.start).0 + 1 - first))
        .collect()
}

#[test]
fn exact_utilities_are_read_to_fifteen_decimals_and_the_game_does_not_use_them() {
    let (scenario, _) = check::parse(&with_exact("(0, 0.5)", "(0, 0.5)")).expect("sound");
    let exact = Case::exact(&scenario);
    assert_eq!(exact.parts[0][0], [123_456_789_012_345, 0]);
    assert_eq!(exact.batna, [FINE / 4, FINE / 2]);
    assert_eq!(Case::new(&scenario).parts, Case::new(&nusa()).parts);
    assert_eq!(Case::new(&scenario).batna, Case::new(&nusa()).batna);
    assert!(!Case::exact(&nusa()).is_exact());
    // Of the largest part of each issue comes its weight: 0.3, 0.4 and 0.4 for the first side.
    let weights: Vec<f64> = exact.weights.iter().map(|weight| weight[0]).collect();
    assert_eq!(weights[..3], [0.3, 0.4, 0.4]);
    // 0.3 + 0.4 + 0.4 is more than 1 and counts as 1.
    let best = Deal(vec![1, 2, 1, 0, 0]);
    assert_eq!(exact.utility(&best, Seat::First), FINE);
    assert!(Frontier::open(&exact).points.iter().all(|point| point[0] <= FINE));
}

#[test]
fn mistakes_in_exact_utilities_are_told_where_they_are() {
    let check = |from: &str, to: &str, rule: &str, line: usize| {
        assert_eq!(told(from, to), [(rule.to_owned(), line)], "{from:?} became {to:?}");
    };
    assert_eq!(told("(0, 0.5)", "(0, 0.5)"), []);
    check("(0, 0.5)", "(0, 1.5)", "share-range", 4);
    check("(0, 0.5)", "(-0.1, 0.5)", "share-range", 4);
    check("(0, 0.5)", "(0, \"a\")", "want-share", 4);
    check("(0, 0.5)", "(0, 0.5, 0.5)", "want-pair", 4);
    check("(0, 0.5)", "0.5", "want-pair-not", 4);
    check("(0.25, 0.5)", "(0.25, 7)", "share-range", 2);
    check("\"E2\": (0, 0.5),", "", "exact-missing", 3);
    check("\"E2\": (0, 0.5),", "\"E2\": (0, 0.5), \"E9\": (0, 0),", "unknown-option", 4);
    check("\"E2\": (0, 0.5),", "\"E2\": (0, 0.5), \"E2\": (0, 0.5),", "duplicate-key", 4);
    check("reservation: (0.25, 0.5),", "", "missing-field", 1);
    check("options: {", "optons: {}, options: {", "unknown-field", 3);
}

#[test]
fn a_point_at_the_reservation_is_acceptable_and_no_gain() {
    // 0.1 + 0.2 and 1/3 + 1/6 are what rounding makes of them; both sides get just what they have without.
    let space = Space {
        name: "batas".to_owned(),
        issues: vec![issue(&[[0.1, 1.0 / 3.0], [0.0, 0.4]]), issue(&[[0.2, 1.0 / 6.0], [0.1, 0.6]])],
        sides: [side(0.3), side(0.5)],
    };
    let made = made(&space);
    let case = Case::exact(&made);
    let references = References::of(&case);
    assert_eq!(references.rational.len(), 1);
    assert!(!references.zopa);
    let point = references.frontier.points[references.nash];
    assert_eq!(point, case.batna);
    assert_eq!(above_both(&case), Some(1));
    assert_eq!(case.utilities(&references.deal(references.nash)), point);
}

fn issue(worth: &[[f64; 2]]) -> SpaceIssue {
    SpaceIssue {
        name: "pasal".to_owned(),
        options: (0..worth.len()).map(|no| format!("pilihan {no}")).collect(),
        worth: worth.to_vec(),
    }
}

fn side(reservation: f64) -> Side {
    Side { name: format!("pihak {reservation}"), reservation }
}

fn made(space: &Space) -> Scenario {
    check::parse(&scenario::write(space, "test")).unwrap_or_else(|problems| panic!("{problems:?}")).0
}

/// Weights as parts of their sum and evaluations over the issue's largest, as GENIUS has them: fractions
/// with many true ties, none of which a decimal can hold.
type Ratios = Vec<(u32, u32, Vec<(u32, u32)>)>;

fn ratios() -> impl Strategy<Value = Ratios> {
    let options = prop::collection::vec((0u32..=7, 0u32..=7), 2..5);
    prop::collection::vec((1u32..7, 1u32..7, options), 1..6)
}

/// The same sums in whole units of 1 / (sum of weights x 420): largest evaluations up to 7 divide 420.
fn whole(ratios: &Ratios) -> (Vec<Vec<[i64; 2]>>, [i64; 2]) {
    let largest = |options: &[(u32, u32)], side: usize| {
        options.iter().map(|it| if side == 0 { it.0 } else { it.1 }).max().unwrap_or(0)
    };
    let parts = ratios.iter().map(|(a, b, options)| {
        options
            .iter()
            .map(|it| {
                [(*a, it.0, largest(options, 0)), (*b, it.1, largest(options, 1))].map(
                    |(weight, value, most)| {
                        if most == 0 {
                            0
                        } else {
                            i64::from(weight) * i64::from(value) * 420 / i64::from(most)
                        }
                    },
                )
            })
            .collect()
    });
    let sums = [ratios.iter().map(|it| it.0).sum::<u32>(), ratios.iter().map(|it| it.1).sum::<u32>()];
    (parts.collect(), sums.map(|sum| i64::from(sum) * 420))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rounding_makes_no_point_of_the_frontier_and_takes_none(ratios in ratios(), at in any::<prop::sample::Index>()) {
        let (parts, units) = whole(&ratios);
        let mut packages = vec![[0i64, 0]];
        for options in &parts {
            packages = packages
                .iter()
                .flat_map(|sum| options.iter().map(move |part| [sum[0] + part[0], sum[1] + part[1]]))
                .collect();
        }
        // What no agreement is worth is exactly what some package is worth: the hardest case.
        let batna = packages[at.index(packages.len())];
        let reaching = |point: &[i64; 2]| (0..2).all(|side| point[side] >= batna[side]);
        let above = packages.iter().filter(|point| reaching(point)).count();
        packages.sort_unstable_by_key(|point| std::cmp::Reverse(*point));
        let mut frontier: Vec<[i64; 2]> = Vec::new();
        for point in packages {
            if frontier.last().is_none_or(|last| point[1] > last[1]) {
                frontier.push(point);
            }
        }
        let share = |value: i64, side: usize| value as f64 / units[side] as f64;
        let space = Space {
            name: "pecahan".to_owned(),
            issues: parts
                .iter()
                .map(|options| issue(&options.iter().map(|it| [share(it[0], 0), share(it[1], 1)]).collect::<Vec<_>>()))
                .collect(),
            sides: [side(share(batna[0], 0)), side(share(batna[1], 1))],
        };
        let made = made(&space);
        let analysis = analyse(&made);
        let rational = frontier.iter().filter(|point| reaching(point)).count();
        prop_assert_eq!(analysis.frontier.len(), frontier.len());
        prop_assert_eq!(analysis.references.rational.len(), rational);
        prop_assert_eq!(analysis.zopa_packages, Some(above as u128));
        let gains = |point: &[i64; 2]| (0..2).all(|side| point[side] > batna[side]);
        prop_assert_eq!(analysis.references.zopa, frontier.iter().any(gains));
        for (found, wanted) in analysis.frontier.points.iter().zip(&frontier) {
            for at in 0..2 {
                prop_assert!((analysis.case.fraction(found[at]) - share(wanted[at], at)).abs() < 1e-12);
            }
        }
        for at in 0..analysis.frontier.len() {
            prop_assert_eq!(analysis.case.utilities(&analysis.frontier.deal(at)), analysis.frontier.points[at]);
        }
    }
}
