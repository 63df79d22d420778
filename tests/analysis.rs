//! What the analysis counts and finds is what looking at every package finds.

use crate::kit::{economic, nusa};
use mufakat::analysis::lints::lints;
use mufakat::analysis::simulate::{Outcome, talks};
use mufakat::analysis::{above_both, analyse, passing};
use mufakat::exact::SplitMix64;
use mufakat::scenario::{Deal, PerSeat, Points, Scenario, Seat};
use mufakat::scoring::{Case, Frontier, References};
use std::cmp::Reverse;
use std::sync::Arc;

/// The same scenario with other values, weights and BATNAs of both sides.
fn variation(scenario: &Scenario, seed: u64) -> Scenario {
    let mut dice = SplitMix64::new(seed);
    let mut scenario = scenario.clone();
    // Coarse values bring ties, fine ones do not: both have to come out right.
    let grain = [1, 10, 25][(seed % 3) as usize];
    for seat in Seat::ALL {
        let brief = &mut scenario.briefs[seat];
        brief.batna = (dice.next_u64() % 81) as i32;
        for stake in brief.stakes.iter_mut().flatten() {
            stake.value = (dice.next_u64() % (100 / grain + 1)) as i32 * grain as i32;
        }
        // Hundred points, handed out anew among the issues that carry any.
        let weighty: Vec<usize> = (0..brief.weights.len()).filter(|&no| brief.weights[no] > 0).collect();
        let sum: i32 = brief.weights.iter().sum();
        brief.weights.iter_mut().for_each(|weight| *weight = 0);
        for _ in 0..sum {
            brief.weights[weighty[(dice.next_u64() % weighty.len() as u64) as usize]] += 1;
        }
    }
    scenario
}

/// Utilities of all packages of allowed options; issues outside `issues` stay as they are.
fn all(case: &Case<'_>, issues: &[usize], allowed: &[Vec<bool>]) -> Vec<(Deal, [Points; 2])> {
    let mut deals = vec![case.scenario.shared.status_quo()];
    for &issue in issues {
        let options: Vec<usize> = (0..allowed[issue].len()).filter(|&it| allowed[issue][it]).collect();
        deals =
            deals.iter().flat_map(|deal| options.iter().map(|&option| deal.with(issue, option))).collect();
    }
    deals.into_iter().map(|deal| (deal.clone(), case.utilities(&deal))).collect()
}

/// The frontier, by comparing every package with every other.
fn undominated(points: &[[Points; 2]]) -> Vec<[Points; 2]> {
    let mut points = points.to_vec();
    points.sort_unstable_by_key(|point| Reverse(*point));
    points.dedup();
    let beaten = |one: &[Points; 2]| {
        points.iter().any(|other| other != one && other[0] >= one[0] && other[1] >= one[1])
    };
    points.iter().filter(|point| !beaten(point)).copied().collect()
}

#[test]
fn the_frontier_is_what_no_other_package_beats() {
    let scenario = nusa();
    for seed in 0..90 {
        let scenario = variation(&scenario, seed);
        let case = Case::new(&scenario);
        let issues: Vec<usize> = (0..case.parts.len()).collect();
        for (found, allowed) in
            [(Frontier::open(&case), &case.open), (Frontier::admissible(&case), &case.admissible)]
        {
            let points: Vec<[Points; 2]> = all(&case, &issues, allowed).iter().map(|it| it.1).collect();
            assert_eq!(found.points, undominated(&points), "seed {seed}");
            assert!(found.points.is_sorted_by(|a, b| a[0] > b[0] && a[1] < b[1]), "seed {seed}");
            for at in 0..found.len() {
                let deal = found.deal(at);
                assert_eq!(case.utilities(&deal), found.points[at], "seed {seed}: the package of a point");
                assert!(deal.choices().all(|(issue, option)| allowed[issue][option]), "seed {seed}");
            }
        }
    }
}

#[test]
fn the_best_point_for_the_other_side_is_found_by_looking_at_all() {
    let scenario = nusa();
    for seed in 0..60 {
        let scenario = variation(&scenario, seed);
        let case = Case::new(&scenario);
        let frontier = Frontier::open(&case);
        for least in (-1..=11).map(|tenth| tenth * case.unit / 10) {
            let points = frontier.points.iter().enumerate();
            let wanted = points.filter(|(_, point)| point[0] >= least).max_by_key(|(_, point)| point[1]);
            assert_eq!(frontier.best_for_second(least), wanted.map(|(at, _)| at), "seed {seed}");
        }
    }
}

#[test]
fn too_many_packages_are_not_counted_instead_of_filling_the_memory() {
    // 20 issues of 12 options beside the three: halves of some 10^11 sums each, nearly all of them different.
    let mut scenario = nusa();
    let model = scenario.shared.issues[0].clone();
    let mut dice = SplitMix64::new(7);
    for _ in 0..20 {
        let mut issue = model.clone();
        issue.options = vec![model.options[0].clone(); 12];
        scenario.shared.issues.push(issue);
        for seat in Seat::ALL {
            let brief = &mut scenario.briefs[seat];
            let mut row = vec![brief.stakes[0][0].clone(); 12];
            row.iter_mut().for_each(|stake| stake.value = (dice.next_u64() % 101) as i32);
            brief.stakes.push(row);
            brief.weights.push(4);
        }
    }
    let analysis = analyse(&scenario);
    assert!(analysis.packages > 12u128.pow(20));
    assert_eq!((analysis.zopa_packages, analysis.zopa_share()), (None, None));
    assert!(analysis.frontier.len() > 100, "the frontier is found all the same");
    // Where sums are equal there are few of them, however many packages there are.
    for seat in Seat::ALL {
        scenario.briefs[seat].stakes.iter_mut().skip(5).flatten().for_each(|stake| stake.value = 0);
    }
    let share = analyse(&scenario).zopa_share().expect("few different sums");
    assert!((0.0..=1.0).contains(&share));
    assert_eq!(share, analyse(&nusa()).zopa_share().expect("few packages"), "the others change nothing");
}

#[test]
fn packages_above_both_batnas_are_counted_exactly() {
    let (small, large) = (nusa(), economic());
    let mut some = 0;
    for seed in 0..72 {
        // The large scenario has many more packages: a few of its variations will do.
        let scenario = if seed % 12 == 0 { variation(&large, seed) } else { variation(&small, seed) };
        let case = Case::new(&scenario);
        let packages = all(&case, &case.weighted_issues(), &case.open);
        assert_eq!(case.packages(), packages.len() as u128, "seed {seed}");
        let above = packages.iter().filter(|(_, it)| (0..2).all(|at| it[at] >= case.batna[at])).count();
        assert_eq!(above_both(&case), Some(above as u128), "seed {seed}");
        some += usize::from(above > 0 && above < packages.len());
    }
    assert!(some > 30, "the variations are of all kinds");
}

#[test]
fn the_nash_point_has_the_largest_product_of_gains() {
    let scenario = nusa();
    let mut with_room = 0;
    for seed in 0..90 {
        let scenario = variation(&scenario, seed);
        let case = Case::new(&scenario);
        let references = References::of(&case);
        let issues: Vec<usize> = (0..case.parts.len()).collect();
        let gains: Vec<[Points; 2]> = all(&case, &issues, &case.admissible)
            .iter()
            .map(|it| case.gains(it.1))
            .filter(|gain| gain[0] >= 0 && gain[1] >= 0)
            .collect();
        let product = |gain: &[Points; 2]| i128::from(gain[0]) * i128::from(gain[1]);
        let zopa = gains.iter().any(|gain| gain[0] > 0 && gain[1] > 0);
        assert_eq!(references.zopa, zopa, "seed {seed}");
        assert_eq!(references.rational.is_empty(), gains.is_empty(), "seed {seed}");
        if gains.is_empty() {
            continue;
        }
        for side in 0..2 {
            let most = gains.iter().map(|gain| gain[side]).max();
            assert_eq!(Some(references.ideal[side]), most, "seed {seed}");
        }
        let gained = |point: usize| case.gains(references.frontier.points[point]);
        let most = gains.iter().map(product).max();
        assert_eq!(Some(product(&gained(references.nash))), most, "seed {seed}");
        let fairest = gains.iter().map(|gain| gain[0].min(gain[1])).max();
        let egalitarian = gained(references.egalitarian);
        assert_eq!(Some(egalitarian[0].min(egalitarian[1])), fairest, "seed {seed}");
        for point in [references.nash, references.utilitarian, references.kalai_smorodinsky] {
            assert!(references.rational.contains(&point), "seed {seed}");
        }
        if zopa {
            with_room += 1;
            let smaller = |gain: &[Points; 2]| {
                let gain = references.normalise(*gain);
                gain[0].min(gain[1])
            };
            let best = gains.iter().map(smaller).fold(0.0, f64::max);
            assert!((references.max_min - best).abs() < 1e-12, "seed {seed}");
            let sum = |gain: &[Points; 2]| references.normalise(*gain).iter().sum::<f64>();
            let best = gains.iter().map(sum).fold(0.0, f64::max);
            assert!((references.max_sum - best).abs() < 1e-12, "seed {seed}");
        }
    }
    assert!(with_room > 15, "only {with_room} variations have room for an agreement");
}

#[test]
fn of_the_economic_partnership_79_packages_pass() {
    let scenario = economic();
    let analysis = analyse(&scenario);
    let found = analysis.passing.as_ref().expect("few enough to look at each");
    assert_eq!(found.passing, 79);
    assert!(found.passing < found.gaining);
    assert!(u128::from(found.gaining) <= analysis.zopa_packages.expect("few packages"));
    let again = passing(&analysis.case, &analysis.references);
    assert_eq!(again.as_ref(), Some(found));
    let (deal, utilities) = found.best.as_ref().expect("some pass");
    assert_eq!(analysis.case.utilities(deal), *utilities);
    assert!((0..2).all(|at| utilities[at] > analysis.case.batna[at]));
}

/// Everything about the games, as text: numbers are compared to the last digit.
fn told(outcomes: &[Outcome]) -> String {
    format!("{outcomes:?}")
}

#[test]
fn the_same_games_come_out_on_one_core_as_on_all() {
    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    for scenario in [Arc::new(nusa()), Arc::new(economic())] {
        let names = PerSeat { first: "diplomat".to_owned(), second: "boulware".to_owned() };
        let play = || talks(&scenario, &names, 12, 40, true);
        let games = play();
        let seeds: Vec<u64> = games.iter().map(|game| game.seed).collect();
        assert_eq!(seeds, (40..52).collect::<Vec<u64>>(), "in the order of their seeds");
        assert_eq!(told(&games), told(&play()), "a second time");
        assert_eq!(told(&games), told(&one_core.install(play)), "on one core");
    }
}

/// The ids of the balance's findings.
fn found(scenario: &Scenario) -> Vec<&'static str> {
    lints(&analyse(scenario)).iter().map(|lint| lint.id).collect()
}

#[test]
fn what_nobody_could_sign_or_ratify_is_out_of_balance() {
    let good = nusa();
    let before = found(&good);
    assert!(!before.iter().any(|id| ["B24", "B25", "B26"].contains(id)), "{before:?}");
    let option = |id: &str| good.shared.option_by_id(id).expect("an option");

    // Each option of the energy article is a red line of somebody: then nothing can be signed either.
    let mut barred = good.clone();
    barred.briefs.first.red_lines = vec![option("E0"), option("E2")];
    assert!(!found(&barred).contains(&"B24"), "E1 is left");
    barred.briefs.second.red_lines = vec![option("E1")];
    let ids = found(&barred);
    assert!(ids.contains(&"B24") && !ids.contains(&"B26"), "the cause, and not what follows: {ids:?}");

    // Half of Boreal follows a group that asks for the longest contract, which Nusa must not sign.
    let mut blocked = good.clone();
    for group in &mut blocked.briefs.second.groups {
        group.influence = 0;
    }
    blocked.briefs.second.groups[0].influence = 100;
    let mufakat::scenario::Measure::Weights(_, least) = &mut blocked.briefs.second.groups[0].measure else {
        panic!("the utilities weigh articles")
    };
    *least = 100;
    assert!(!found(&blocked).contains(&"B26"), "E2 contents them");
    blocked.briefs.first.red_lines = vec![option("E2")];
    assert!(found(&blocked).contains(&"B26"));

    // What Nusa rules out of clauses and forms is not tried, and the rest is.
    for id in ["C2", "I0", "I1"] {
        let mut narrow = good.clone();
        narrow.briefs.first.red_lines = vec![option(id)];
        assert!(!found(&narrow).contains(&"B26"), "{id}");
    }

    // A group that weighs the legal form, which is worth nothing to anybody.
    let mut idle = good.clone();
    let form = idle.shared.instrument();
    let mufakat::scenario::Measure::Weights(weights, _) = &mut idle.briefs.first.groups[0].measure else {
        panic!("the association weighs articles")
    };
    weights[form] = 10;
    assert!(found(&idle).contains(&"B25"));
}
