//! The years after: the reference runs of the specification.

use crate::kit::*;
use mufakat::aftermath::{Conduct, World, live, outlook};
use mufakat::scenario::{Feature, Scenario};
use mufakat::scoring::{Case, Talk, score};

/// Durability and its company of a deal over 200 worlds.
#[track_caller]
fn check(ids: &str, talk: &Talk, durability: f64, survival: f64, compliance: f64, delivered: f64) {
    let nusa = nusa();
    let report = scored(&nusa, Some(ids), talk);
    let outlook = outlook(&nusa, &report.measures, talk, &World::default(), 200);
    near(outlook.durability, durability, 0.1);
    near(outlook.survival, survival, 0.005);
    near(outlook.compliance, compliance, 0.001);
    near(outlook.delivered, delivered, 0.001);
}

#[test]
fn fair_texts_with_monitoring_last_and_lopsided_ones_die() {
    let nusa = nusa();
    check(FAIR, &fair_talk(&nusa), 96.6, 1.0, 0.988, 0.921);
    check(EXPLOITATIVE, &exploitative_talk(&nusa), 22.7, 0.0, 0.458, 0.058);
    check(COMPROMISE, &compromise_talk(&nusa), 93.9, 1.0, 1.0, 0.847);
    check(TILTED, &fair_talk(&nusa), 94.8, 1.0, 0.994, 0.873);
    check(BARE, &fair_talk(&nusa), 38.7, 0.0, 0.631, 0.203);
}

#[test]
fn measured_principles_join_promise_and_practice() {
    let nusa = nusa();
    let talk = fair_talk(&nusa);
    let report = scored(&nusa, Some(FAIR), &talk);
    let after = outlook(&nusa, &report.measures, &talk, &World::default(), 200);
    // P3 84.3 -> 90.5, P13 77.3 -> 88.0.
    near(after.sustainability, 90.5, 0.1);
    near(after.commitment, 88.0, 0.1);
    assert!(after.still_beneficial());
    let talk = exploitative_talk(&nusa);
    let report = scored(&nusa, Some(EXPLOITATIVE), &talk);
    let after = outlook(&nusa, &report.measures, &talk, &World::default(), 200);
    near(after.sustainability, 38.9, 0.1);
    near(after.commitment, 30.9, 0.1);
    assert!(!after.still_beneficial());
}

#[test]
fn one_world_is_told_year_by_year() {
    let nusa = nusa();
    let talk = fair_talk(&nusa);
    let report = scored(&nusa, Some(FAIR), &talk);
    let story = live(&nusa, &report.measures, &talk, &World::default(), 42);
    assert_eq!(story.years.len(), 8);
    assert_eq!(story.in_force, 8);
    near(story.durability, 97.1, 0.1);
    let talk = exploitative_talk(&nusa);
    let report = scored(&nusa, Some(EXPLOITATIVE), &talk);
    let story = live(&nusa, &report.measures, &talk, &World::default(), 42);
    assert_eq!(story.in_force, 3);
    near(story.durability, 24.5, 0.1);
    assert_eq!(story.years[0].conduct[0], Conduct::Breaks, "A cheats in the first year");
    assert_eq!(story.years[2].conduct[0], Conduct::Breaks, "and in the third");
    assert!(story.years[2].ended);
    assert_eq!(story.years[3].conduct, [Conduct::Ended; 2]);
}

/// The tiny scenario with one clause set of exactly these features.
fn with_clauses(features: &[(Feature, i32)]) -> Scenario {
    let mut scenario = nusa();
    let clauses = scenario.shared.issue_by_id("C").expect("clauses");
    let option = &mut scenario.shared.issues[clauses].options[0];
    option.features = features.iter().copied().collect();
    option.pillars = [0; 3];
    for brief in [&mut scenario.briefs.first, &mut scenario.briefs.second] {
        brief.stakes[clauses].truncate(1);
    }
    scenario.shared.issues[clauses].options.truncate(1);
    scenario
}

/// One clause design of the same fair substance, in the normal and in the stormy world.
#[track_caller]
fn check_design(
    features: &[(Feature, i32)],
    detection: f64,
    patience: [f64; 2],
    normal: (f64, f64),
    stormy: (f64, f64, f64, f64),
) {
    let scenario = with_clauses(features);
    let talk = fair_talk(&scenario);
    let report = score(&Case::new(&scenario), Some(&deal(&scenario, "E2,T2,M1,C0,I1")), &talk);
    let m = &report.measures;
    near(m.detection, detection, 5e-4);
    near(m.needed_patience[0], patience[0], 0.005);
    near(m.needed_patience[1], patience[1], 0.005);
    let calm = outlook(&scenario, m, &talk, &World::default(), 200);
    near(calm.durability, normal.0, 0.1);
    near(calm.survival, normal.1, 0.0026);
    let world = World { storm: 2.0, pressure: 0.8, ..World::default() };
    let storm = outlook(&scenario, m, &talk, &world, 200);
    near(storm.durability, stormy.0, 0.1);
    near(storm.survival, stormy.1, 0.0026);
    near(storm.breaches, stormy.2, 0.06);
    near(storm.pauses, stormy.3, 0.06);
}

#[test]
fn six_clause_designs_of_the_same_substance_fare_differently() {
    use Feature::{Enforcement, Flexibility, Monitoring, Transparency};
    let weak = [(Monitoring, 30), (Enforcement, 20)];
    let strong = [(Monitoring, 70), (Enforcement, 50), (Transparency, 40)];
    let flexible = (Flexibility, 60);
    check_design(&[], 0.25, [0.59, 0.70], (35.4, 0.0), (20.1, 0.0, 3.7, 0.0));
    check_design(&[flexible], 0.25, [0.59, 0.70], (40.4, 0.04), (24.5, 0.005, 4.5, 0.0));
    check_design(&weak, 0.475, [0.41, 0.53], (92.9, 0.985), (50.4, 0.315, 3.0, 0.0));
    check_design(&[weak[0], weak[1], flexible], 0.475, [0.41, 0.53], (95.2, 1.0), (69.1, 0.77, 0.0, 4.3));
    check_design(&strong, 0.775, [0.22, 0.32], (96.4, 1.0), (92.0, 0.995, 0.2, 0.0));
    check_design(
        &[strong[0], strong[1], strong[2], flexible],
        0.775,
        [0.22, 0.32],
        (96.1, 1.0),
        (75.5, 0.84, 0.0, 3.7),
    );
}

#[test]
fn an_escape_clause_may_be_neither_too_cheap_nor_too_dear() {
    use Feature::{Enforcement, Flexibility, Monitoring};
    let scenario = with_clauses(&[(Monitoring, 30), (Enforcement, 20), (Flexibility, 60)]);
    let talk = fair_talk(&scenario);
    let report = score(&Case::new(&scenario), Some(&deal(&scenario, "E2,T2,M1,C0,I1")), &talk);
    for (price, survival) in [(0.0, 0.23), (0.20, 0.24), (0.30, 0.505), (0.35, 0.77), (0.40, 0.66)] {
        let world = World { storm: 2.0, pressure: 0.8, escape_price: price, ..World::default() };
        near(outlook(&scenario, &report.measures, &talk, &world, 200).survival, survival, 0.006);
    }
}

#[test]
fn the_same_seed_tells_the_same_story() {
    let nusa = nusa();
    let talk = fair_talk(&nusa);
    let report = scored(&nusa, Some(TILTED), &talk);
    let tell = || live(&nusa, &report.measures, &talk, &World::default(), 7);
    assert_eq!(tell(), tell());
}
