//! Golden numbers of the scores, worked by hand in the comments, and every edge case.

use crate::kit::*;
use mufakat::exact::{EPS, SplitMix64};
use mufakat::scenario::file::LensName;
use mufakat::scenario::{Deal, PerSeat, Scenario, Seat};
use mufakat::scoring::evidence::Facts;
use mufakat::scoring::improve::{post_settlement, single_text};
use mufakat::scoring::{
    Case, DRAWS, Frontier, Grade, References, Report, Shifts, Signal, Talk, robustness, score,
};
use std::collections::BTreeMap;

const TOLERANCE: f64 = 5e-4;

/// Principles as the specification prints them, with one decimal; `None` is "does not apply".
#[track_caller]
fn check_principles(report: &Report, wanted: [Option<f64>; 14]) {
    for (number, (found, wanted)) in report.measures.principles.iter().zip(wanted).enumerate() {
        match (found, wanted) {
            (Some(found), Some(wanted)) => {
                assert!((found - wanted).abs() < 0.0501, "P{}: found {found}, wanted {wanted}", number + 1);
            }
            (found, wanted) => assert_eq!(found.is_some(), wanted.is_some(), "P{}", number + 1),
        }
    }
}

#[track_caller]
fn check_lenses(report: &Report, [dependency, liberal, first, second, justice, sustainability]: [f64; 6]) {
    let lenses = &report.lenses;
    let found = [
        lenses.dependency,
        lenses.liberal,
        lenses.realism[0],
        lenses.realism[1],
        lenses.justice,
        lenses.sustainability,
    ];
    for (found, wanted) in
        found.into_iter().zip([dependency, liberal, first, second, justice, sustainability])
    {
        assert!((found - wanted).abs() < 0.0501, "found {found}, wanted {wanted}");
    }
}

pub fn failing(report: &Report) -> Vec<usize> {
    let checks = report.measures.checks.expect("a deal");
    (1..=7).filter(|number| !checks[number - 1]).collect()
}

#[test]
fn without_room_for_agreement_every_reference_point_is_still_a_package() {
    // What every package is worth to the second side lies below its BATNA.
    let mut scenario = nusa();
    for option in scenario.briefs.second.stakes.iter_mut().flatten() {
        option.value = option.value.min(80);
    }
    scenario.briefs.second.batna = 97;
    let case = Case::new(&scenario);
    let references = References::of(&case);
    assert!(!references.zopa);
    let points =
        [references.nash, references.kalai_smorodinsky, references.egalitarian, references.utilitarian];
    for point in points {
        assert_eq!(references.deal(point).0.len(), scenario.shared.issues.len());
        assert!(references.frontier.points[point][1] < case.batna[1]);
    }
}

#[test]
fn the_frontier_of_the_tiny_scenario_has_six_points_and_four_of_them_are_rational() {
    let nusa = nusa();
    let case = Case::new(&nusa);
    assert_eq!(case.packages(), 27);
    // E.g. E1,T2,M1: A .2*.7 + .5*1 + .3*1 = .94; B .5*.6 + .2*0 + .3*.8 = .54.
    let all = Frontier::open(&case);
    assert_eq!(
        all.points,
        [[10_000, 2_400], [9_400, 5_400], [8_000, 7_400], [6_000, 8_800], [3_000, 9_400], [0, 10_000]]
    );
    let references = References::of(&case);
    let rational = &references.frontier.points[references.rational.clone()];
    assert_eq!(rational, [[9_400, 5_400], [8_000, 7_400], [6_000, 8_800], [3_000, 9_400]]);
    assert_eq!(references.ideal, [6_900, 5_400]);
    // Best product: .55 * .34 = .187.
    near(references.nash_product / 1e8, 0.187, 1e-12);
    // .55/.69 + .34/.54 = 1.4267; the pie can grow by 43 %.
    near(references.max_sum, 1.4267, TOLERANCE);
    near(references.max_min, 0.6296, TOLERANCE);
    near(references.integrative_potential(), 0.4267, TOLERANCE);
    assert_eq!(nusa.shared.ids(&references.deal(references.nash)), ["E2", "T2", "M1", "C0", "I0"]);
}

#[test]
fn what_was_before_is_told_beside_the_batna_and_gains_count_from_it_only_if_the_file_says_so() {
    // A gets .80 from the fair deal: more than its BATNA of .25, less than the .85 of before.
    let mut scenario = nusa();
    scenario.briefs.first.status_quo_ante = Some(85);
    scenario.briefs.second.status_quo_ante = Some(60);
    let told = |scenario: &Scenario, shifts: &Shifts| {
        let case = Case::at(scenario, shifts);
        let talk = fair_talk(scenario);
        let report = score(&case, Some(&deal(scenario, FAIR)), &talk);
        let facts = Facts { case: &case, talk: &talk, report: &report };
        let lines: Vec<String> = facts.check(2).into_iter().map(|line| line.key.into()).collect();
        (case.batna, report.measures.gain.map(|gain| (gain * 1e4).round() as i64), lines)
    };
    let batna = [2_500, 4_000];
    let plain = told(&scenario, &Shifts::default());
    let [above, worse] = ["evidence-above-batna", "evidence-worse-than-before"].map(str::to_owned);
    assert_eq!(plain, (batna, [5_500, 3_400], vec![above.clone(), above, worse.clone()]));

    // .80 - .85 = -.05 and .74 - .60 = .14; what no agreement is worth stays what it is.
    scenario.teacher.scoring.from_status_quo_ante = true;
    let [above, below] = ["evidence-above-before", "evidence-not-above-before"].map(str::to_owned);
    let counted = told(&scenario, &Shifts::default());
    assert_eq!(counted, (batna, [-500, 1_400], vec![below.clone(), above.clone(), worse]));
    // News change what is left, and not what was. A BATNA of .82 is more than the deal.
    let news = told(&scenario, &Shifts { batna: [57, 0], ..Shifts::default() });
    let loss = "evidence-not-above-batna".to_owned();
    assert_eq!(news, ([8_200, 4_000], [-500, 1_400], vec![below, above, loss]));
}

#[test]
fn solution_concepts_disagree_on_one_frontier() {
    // Raw sums, no BATNA: utilitarian (.80,.37), Nash and KS (.70,.45), egalitarian (.58,.53).
    let points = [[95, 20], [80, 37], [70, 45], [58, 53], [50, 56], [30, 60]];
    let frontier = Frontier::of(&[points.to_vec()], &[vec![true; 6]]);
    let references = References::on(frontier, [0, 0]);
    let at = |point: usize| references.frontier.points[point];
    assert_eq!(at(references.nash), [70, 45]);
    assert_eq!(at(references.kalai_smorodinsky), [70, 45]);
    assert_eq!(at(references.egalitarian), [58, 53]);
    let sums = points.iter().max_by_key(|point| point[0] + point[1]);
    assert_eq!(sums, Some(&[80, 37]));
}

#[test]
fn the_fair_integrative_deal_is_exemplary() {
    let nusa = nusa();
    let report = scored(&nusa, Some(FAIR), &fair_talk(&nusa));
    let m = &report.measures;
    // U_A = .2*0 + .5*1 + .3*1 = .80; U_B = .5*1 + .2*0 + .3*.8 = .74.
    assert_eq!(m.utility, [0.80, 0.74]);
    near(m.gain[0], 0.55, 1e-12);
    near(m.gain[1], 0.34, 1e-12);
    near(m.gamma[0], 0.7971, TOLERANCE);
    near(m.gamma[1], 0.6296, TOLERANCE);
    let sigma = m.sigma.expect("both gain");
    near(sigma[0], 0.5587, TOLERANCE);
    near(m.efficiency, 1.0, EPS);
    // Jain 1 / (2 (a^2 + b^2)), Gini |a - b| / 2: one degree of freedom in three dresses.
    near(1.0 / (2.0 * (sigma[0] * sigma[0] + sigma[1] * sigma[1])), 0.986, TOLERANCE);
    near((sigma[0] - sigma[1]).abs() / 2.0, 0.059, TOLERANCE);
    // Needs: (.8*1 + .4*.8) / 1.2 = .9333 for both.
    near(m.satisfied[0], 0.9333, TOLERANCE);
    near(m.satisfied[1], 0.9333, TOLERANCE);
    // Pillars: (2+2+2)/6, (0+2+1+1)/(2+2+1), (-2+2+0+2)/6.
    near(m.pillars[0].expect("movable"), 1.0, EPS);
    near(m.pillars[1].expect("movable"), 0.8, EPS);
    near(m.pillars[2].expect("movable"), 0.3333, TOLERANCE);
    near(m.sovereignty[0], 0.30, EPS);
    near(m.sovereignty[1], 0.25, EPS);
    // Trust: B in A .5 -> .55 -> .6063 -> .6358; A in B .5 -> .55 -> .6175 -> .6653.
    near(m.trust[0], 0.6653, TOLERANCE);
    near(m.trust[1], 0.6358, TOLERANCE);
    near(m.detection, 0.775, EPS);
    near(m.temptation[0], 0.20, EPS);
    near(m.needed_patience[0], 0.1225 / 0.54875, TOLERANCE);
    near(m.needed_patience[1], 0.1225 / 0.386, TOLERANCE);
    near(m.slack[0], 0.7425, TOLERANCE);
    near(m.slack[1], 0.7803, TOLERANCE);
    near(m.fairness[0].expect("shares"), 0.8826, TOLERANCE);
    near(m.fairness[1].expect("shares"), 0.8826, TOLERANCE);
    near(m.fairness[3].expect("a gap in development"), 0.75, EPS);
    near(m.support[0], 1.0, EPS);
    near(m.support[1], 0.7, EPS);
    check_principles(
        &report,
        [93.3, 100.0, 84.3, 88.6, 80.0, 100.0, 77.0, 63.6, 100.0, 60.0, 67.0, 60.0, 77.3, 60.0].map(Some),
    );
    check_lenses(&report, [78.0, 81.1, 84.9, 67.7, 92.6, 70.8]);
    assert_eq!(m.grade, Grade::Exemplary);
    assert!(report.mutually_beneficial());
    assert_eq!(report.post_settlement, None, "nothing better is left");
}

#[test]
fn the_exploitative_deal_is_efficient_and_unfair() {
    let nusa = nusa();
    let report = scored(&nusa, Some(EXPLOITATIVE), &exploitative_talk(&nusa));
    let m = &report.measures;
    assert_eq!(m.utility, [0.30, 0.94]);
    near(m.gamma[0], 0.0725, TOLERANCE);
    near(m.gamma[1], 1.0, EPS);
    near(m.sigma.expect("somebody gains")[0], 0.0676, TOLERANCE);
    near(m.efficiency, 1.0, EPS);
    near(m.coercion, 0.5, EPS);
    near(m.domination, 1.0, EPS);
    // Effort .9 against .3: kappa .75, tau .625.
    near(m.tau, 0.625, EPS);
    near(m.fairness[0].expect("shares"), 0.1351, TOLERANCE);
    near(m.fairness[1].expect("shares"), 0.1081, TOLERANCE);
    near(m.maximin, 0.1151, TOLERANCE);
    // delta*_A = .2 / (.2 + .25*.05) = .9412 > .80: A will cheat.
    near(m.needed_patience[0], 0.2 / 0.2125, TOLERANCE);
    let zero = Some(0.0);
    check_principles(
        &report,
        [
            Some(26.7),
            Some(38.0),
            Some(55.0),
            Some(10.3),
            Some(41.0),
            Some(50.0),
            Some(8.8),
            Some(15.1),
            Some(50.0),
            zero,
            zero,
            zero,
            Some(16.0),
            zero,
        ],
    );
    check_lenses(&report, [28.9, 31.3, 22.2, 100.0, 23.3, 30.1]);
    assert_eq!(failing(&report), [3, 5, 6, 7]);
    assert_eq!(m.grade, Grade::Exploitative);
    // As a treaty instead of notes: A's support .3 is below .5.
    let treaty = scored(&nusa, Some("E2,T0,M1,C0,I1"), &exploitative_talk(&nusa));
    assert_eq!(treaty.measures.grade, Grade::NotRatified);
}

#[test]
fn failing_politely_is_an_achievement_and_the_missed_chance_is_named() {
    let nusa = nusa();
    let report = scored(&nusa, None, &failed_talk(&nusa));
    near(report.measures.coercion, 0.1591, TOLERANCE);
    check_principles(
        &report,
        [
            Some(0.0),
            Some(0.0),
            Some(50.0),
            None,
            Some(84.1),
            Some(0.0),
            Some(8.8),
            Some(35.0),
            Some(84.1),
            None,
            None,
            None,
            None,
            None,
        ],
    );
    check_lenses(&report, [33.5, 1.3, 50.0, 50.0, 10.0, 35.0]);
    assert_eq!(report.measures.grade, Grade::Missed);
    assert_eq!(report.measures.checks, None);
}

#[test]
fn the_compromise_is_good_and_leaves_something_on_the_table() {
    let nusa = nusa();
    let report = scored(&nusa, Some(COMPROMISE), &compromise_talk(&nusa));
    assert_eq!(report.measures.utility, [0.74, 0.68]);
    near(report.measures.efficiency, 0.8612, TOLERANCE);
    near(report.measures.principles[1].expect("P2"), 85.7, 0.05);
    near(report.measures.principles[5].expect("P6"), 86.1, 0.05);
    check_lenses(&report, [60.6, 57.4, 84.6, 66.8, 68.1, 57.5]);
    assert_eq!(report.measures.grade, Grade::MutuallyBeneficial);
    let better = report.post_settlement.expect("a better package");
    assert_eq!(nusa.shared.ids(&better), ["E2", "T2", "M1", "C1", "I1"]);
}

#[test]
fn the_tilted_deal_passes_and_its_lenses_disagree() {
    let nusa = nusa();
    let report = scored(&nusa, Some(TILTED), &fair_talk(&nusa));
    near(report.measures.sigma.expect("shares")[0], 0.3633, TOLERANCE);
    check_lenses(&report, [57.0, 80.4, 57.1, 90.2, 74.6, 64.7]);
    assert_eq!(report.measures.grade, Grade::MutuallyBeneficial);
}

#[test]
fn without_clauses_the_harm_of_the_long_contract_is_not_offset() {
    let nusa = nusa();
    let bare = scored(&nusa, Some(BARE), &fair_talk(&nusa));
    assert_eq!(bare.measures.grade, Grade::Nearly);
    assert_eq!(failing(&bare), [6]);
    let basic = scored(&nusa, Some("E2,T2,M1,C1,I1"), &fair_talk(&nusa));
    assert_eq!(failing(&basic), [6], "the basic clauses add +1, the contract takes -2");
    assert_eq!(basic.measures.harms.len(), 1);
}

#[test]
fn only_the_one_way_market_is_harmful_in_the_tiny_scenario() {
    let nusa = nusa();
    let case = Case::new(&nusa);
    let harmful: Vec<&str> = nusa
        .shared
        .issues
        .iter()
        .enumerate()
        .flat_map(|(issue, it)| {
            it.options.iter().enumerate().map(move |(option, choice)| (issue, option, choice))
        })
        .filter(|(issue, option, _)| case.is_harmful(*issue, *option))
        .map(|(_, _, choice)| choice.id.as_str())
        .collect();
    assert_eq!(harmful, ["M2"]);
}

#[test]
fn stretching_one_sides_scale_changes_no_share() {
    let nusa = nusa();
    let fair = scored(&nusa, Some(FAIR), &fair_talk(&nusa));
    // Half of every utility of B and of its BATNA.
    let mut case = Case::new(&nusa);
    for options in &mut case.parts {
        for part in options {
            part[1] /= 2;
        }
    }
    case.batna[1] /= 2;
    case.base[1] /= 2;
    let stretched = score(&case, fair.deal.as_ref(), &fair_talk(&nusa));
    near(stretched.measures.sigma.expect("shares")[0], fair.measures.sigma.expect("shares")[0], EPS);
    near(stretched.measures.efficiency, fair.measures.efficiency, EPS);
    near(stretched.measures.principles[1].expect("P2"), 100.0, 1e-6);
}

/// The scenario with the two countries in each other's chair.
fn swapped(scenario: &Scenario) -> Scenario {
    let mut swapped = scenario.clone();
    std::mem::swap(&mut swapped.briefs.first, &mut swapped.briefs.second);
    std::mem::swap(&mut swapped.shared.countries.first, &mut swapped.shared.countries.second);
    swapped
}

fn swap_pair<T: Clone>(pair: &PerSeat<T>) -> PerSeat<T> {
    PerSeat { first: pair.second.clone(), second: pair.first.clone() }
}

/// All agreements of the tiny scenario.
fn agreements(scenario: &Scenario) -> Vec<Deal> {
    let mut deals = vec![Deal(Vec::new())];
    for issue in &scenario.shared.issues {
        deals = deals
            .into_iter()
            .flat_map(|deal| {
                (0..issue.options.len()).map(move |option| {
                    let mut options = deal.0.clone();
                    options.push(option);
                    Deal(options)
                })
            })
            .collect();
    }
    deals
}

#[test]
fn swapping_the_countries_swaps_everything_and_nothing_leaves_its_range() {
    let nusa = nusa();
    let mirror = swapped(&nusa);
    let (case, mirrored) = (Case::new(&nusa), Case::new(&mirror));
    let mut dice = SplitMix64::new(2024);
    for deal in agreements(&nusa) {
        let mut talk = Talk::silent(&nusa.shared);
        let mut opposite = Talk::silent(&mirror.shared);
        for _ in 0..dice.next_u64() % 8 {
            let seat = Seat::ALL[(dice.next_u64() % 2) as usize];
            let signal = Signal::ALL[(dice.next_u64() as usize) % Signal::ALL.len()];
            talk.give(seat, signal);
            opposite.give(seat.other(), signal);
        }
        if dice.next_u64() % 2 == 1 {
            disclose(&mut talk, &nusa, Seat::First, "T");
            talk.lies.second = 1;
        }
        talk.author.insert(0, Seat::ALL[(dice.next_u64() % 2) as usize]);
        talk.consulted = PerSeat { first: dice.unit(), second: dice.unit() };
        opposite.disclosed = swap_pair(&talk.disclosed);
        opposite.lies = swap_pair(&talk.lies);
        opposite.consulted = swap_pair(&talk.consulted);
        opposite.author = talk.author.iter().map(|(issue, seat)| (*issue, seat.other())).collect();

        let here = score(&case, Some(&deal), &talk);
        let there = score(&mirrored, Some(&deal), &opposite);
        assert_eq!(here.measures.grade, there.measures.grade, "{deal:?}");
        for (one, other) in here.measures.principles.iter().zip(there.measures.principles) {
            match (one, other) {
                (Some(one), Some(other)) => {
                    near(*one, other, 1e-6);
                    assert!((-1e-9..=100.0 + 1e-9).contains(one), "{deal:?}: {one}");
                }
                (one, other) => assert_eq!(one.is_some(), other.is_some()),
            }
        }
        near(here.lenses.realism[0], there.lenses.realism[1], 1e-6);
        for value in
            [here.lenses.dependency, here.lenses.liberal, here.lenses.justice, here.lenses.sustainability]
        {
            assert!((-1e-9..=100.0 + 1e-9).contains(&value), "{deal:?}: {value}");
        }
        if here.measures.gain[0] > 0.0 && here.measures.gain[1] > 0.0 {
            let at_the_edge = here.measures.efficiency > 1.0 - EPS;
            assert_eq!(at_the_edge, post_settlement(&case, &deal).is_none(), "{deal:?}");
        }
        if here.measures.grade == Grade::Exemplary {
            assert!(here.mutually_beneficial());
        }
    }
}

#[test]
fn under_fair_talks_one_agreement_of_162_is_exemplary() {
    let nusa = nusa();
    let case = Case::new(&nusa);
    let talk = fair_talk(&nusa);
    let mut grades: BTreeMap<&str, u32> = BTreeMap::new();
    for deal in agreements(&nusa) {
        *grades.entry(score(&case, Some(&deal), &talk).measures.grade.letter()).or_default() += 1;
    }
    let wanted = [("A", 1), ("B", 9), ("C", 20), ("D", 29), ("D-", 22), ("E-", 15), ("R", 66)];
    assert_eq!(grades, BTreeMap::from(wanted));
}

#[test]
fn another_feature_never_lowers_its_principle() {
    use mufakat::scenario::Feature;
    let nusa = nusa();
    let by_feature = [
        (Feature::Flexibility, 10),
        (Feature::Inclusion, 11),
        (Feature::Embedding, 12),
        (Feature::Enforcement, 13),
        (Feature::Results, 14),
        (Feature::Transparency, 7),
        (Feature::Monitoring, 7),
    ];
    for ids in [FAIR, COMPROMISE, EXPLOITATIVE, BARE] {
        for (feature, principle) in by_feature {
            let before = scored(&nusa, Some(ids), &fair_talk(&nusa)).measures.principles[principle - 1];
            let mut richer = nusa.clone();
            let issue = richer.shared.issue_by_id("E").expect("an issue");
            for option in &mut richer.shared.issues[issue].options {
                option.features.insert(feature, 40);
            }
            let after = scored(&richer, Some(ids), &fair_talk(&richer)).measures.principles[principle - 1];
            assert!(after >= before, "{ids} {feature:?}: {before:?} -> {after:?}");
        }
    }
}

#[test]
fn trust_falls_three_times_as_fast_as_it_grows_and_deception_leaves_a_mark() {
    let nusa = nusa();
    let cases: [(&str, f64, f64); 5] = [
        ("B concede, B concede, B concede, B concede", 0.7069, 0.0),
        ("B threat", 0.275, 0.0),
        ("B threat, B concede, B concede, B concede, B concede", 0.575, 0.0),
        ("B broken_promise, B concede, B concede, B concede, B concede", 0.2802, 0.5),
        (&format!("B broken_promise{}", ", B keep_promise".repeat(40)), 0.4994, 0.5),
    ];
    for (moves, trust, damage) in cases {
        let talk = talk(&nusa, moves);
        near(mufakat::scoring::relation::share(talk.relation.trust.first), trust, TOLERANCE);
        near(mufakat::scoring::relation::share(talk.relation.damage.first), damage, TOLERANCE);
    }
}

#[test]
fn coercion_halves_what_is_left_of_free_consent_every_two_points() {
    let nusa = nusa();
    for (moves, wanted) in [
        ("", 0.0),
        ("A walkout", 0.1591),
        ("A threat, B threat", 0.5),
        ("A threat, A repair", 0.1591),
        ("A threat, A ultimatum, B threat, B ultimatum", 0.75),
    ] {
        near(talk(&nusa, moves).relation.pressure(), wanted, TOLERANCE);
    }
}

#[test]
fn the_single_text_leads_both_to_the_better_package() {
    let nusa = nusa();
    let case = Case::new(&nusa);
    let (text, drafts) = single_text(&case, &deal(&nusa, COMPROMISE), 10);
    assert_eq!(drafts.len(), 1, "one draft from the compromise");
    assert_eq!(nusa.shared.ids(&text)[..3], ["E2", "T2", "M1"]);
    assert_eq!(case.utilities(&text), [8_000, 7_400]);
    // A text's starting point matters: from the status quo two drafts lead elsewhere.
    let (text, drafts) = single_text(&case, &nusa.shared.status_quo(), 10);
    assert_eq!(drafts.len(), 2);
    assert_eq!(nusa.shared.ids(&text)[..3], ["E1", "T2", "M1"]);
    assert_eq!(case.utilities(&text), [9_400, 5_400]);
}

#[test]
fn the_robustness_line_says_how_often_the_grade_stays() {
    let nusa = nusa();
    let case = Case::new(&nusa);
    let references = References::of(&case);
    for (ids, talk, percent) in [
        (FAIR, fair_talk(&nusa), 87.0),
        (EXPLOITATIVE, exploitative_talk(&nusa), 85.0),
        (COMPROMISE, compromise_talk(&nusa), 100.0),
        (TILTED, fair_talk(&nusa), 94.0),
    ] {
        let deal = deal(&nusa, ids);
        near(100.0 * robustness(&case, &references, Some(&deal), &talk, DRAWS), percent, 0.6);
    }
}

#[test]
fn every_lens_has_a_name_for_scenario_files() {
    assert_eq!(
        LensName::ALL.map(LensName::name),
        ["Dependency", "Liberal", "Realism", "Justice", "Sustainability"]
    );
}

#[test]
fn the_dice_are_the_same_on_every_machine() {
    let mut dice = SplitMix64::new(42);
    let first = [dice.next_u64(), dice.next_u64(), dice.next_u64()];
    assert_eq!(first, [0xbdd7_3226_2feb_6e95, 0x28ef_e333_b266_f103, 0x4752_6757_130f_9f52]);
}
