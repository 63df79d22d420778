//! Scores where a formula has a corner: no room, no gain, no pillar, no talk, red lines, articles left open.

use crate::kit::*;
use crate::scoring::failing;
use mufakat::exact::EPS;
use mufakat::scenario::{Deal, Scenario, Seat};
use mufakat::scoring::evidence::Facts;
use mufakat::scoring::{Case, Grade, Talk, score};

/// The tiny scenario with other BATNAs, in hundredths.
fn with_batna(first: i32, second: i32) -> Scenario {
    let mut scenario = nusa();
    scenario.briefs.first.batna = first;
    scenario.briefs.second.batna = second;
    scenario
}

#[test]
fn where_there_is_no_room_no_deal_is_praised_and_any_deal_harms() {
    let hard = with_batna(90, 90);
    let none = scored(&hard, None, &failed_talk(&hard));
    assert_eq!(none.measures.grade, Grade::NoRoom);
    assert_eq!(none.measures.principles[1], None);
    let anyway = scored(&hard, Some(FAIR), &fair_talk(&hard));
    assert_eq!(anyway.measures.grade, Grade::Harmful);
    assert_eq!(anyway.measures.principles[1], Some(0.0));
    assert_eq!(anyway.measures.efficiency, 0.0);
}

/// The key of what is said of what was left on the table, and how many articles are listed below it.
fn left(scenario: &Scenario, ids: Option<&str>, talk: &Talk) -> (String, usize) {
    let report = scored(scenario, ids, talk);
    let case = Case::new(scenario);
    let left = Facts { case: &case, talk, report: &report }.left_on_the_table();
    (left.says.key.to_string(), left.package.len())
}

#[test]
fn what_was_left_on_the_table_fits_what_became_of_the_text() {
    let nusa = nusa();
    let is = |key: &str, articles: usize| (key.to_owned(), articles);
    assert_eq!(left(&nusa, None, &failed_talk(&nusa)), is("evidence-missed", 3));
    // Signed, and stopped at home: nobody has it, and much was possible.
    assert_eq!(left(&nusa, Some("E2,T0,M2,C0,I0"), &exploitative_talk(&nusa)), is("evidence-missed", 3));
    // Energy and technology move one step up; the market stays.
    assert_eq!(left(&nusa, Some(COMPROMISE), &compromise_talk(&nusa)), is("evidence-better", 2));
    assert_eq!(left(&nusa, Some(FAIR), &fair_talk(&nusa)), is("verdict-nothing-left", 0));
    // An article that waits in the reserve was never on the table.
    let mut waiting = nusa;
    waiting.shared.issues[2].reserve = true;
    assert_eq!(left(&waiting, None, &failed_talk(&waiting)), is("evidence-missed", 2));
    let hard = with_batna(90, 90);
    assert_eq!(left(&hard, None, &failed_talk(&hard)), is("left-no-room", 0));
    assert_eq!(left(&hard, Some(FAIR), &fair_talk(&hard)), is("left-below", 0));
}

#[test]
fn a_share_of_the_best_is_told_only_where_it_is_one() {
    let nusa = nusa();
    let side = |ids: &str, talk: &Talk, seat: Seat| {
        let report = scored(&nusa, Some(ids), talk);
        let case = Case::new(&nusa);
        Facts { case: &case, talk, report: &report }.side(seat).key.to_string()
    };
    assert_eq!(side(FAIR, &fair_talk(&nusa), Seat::First), "verdict-side");
    // Not in force: 111% of the best for one and -36% for the other would be said of a text that nobody has.
    let exploited = exploitative_talk(&nusa);
    assert_eq!(side("E2,T0,M2,C0,I0", &exploited, Seat::Second), "verdict-side-plain");
}

#[test]
fn where_no_option_touches_a_pillar_nothing_changes() {
    let mut scenario = nusa();
    for option in scenario.shared.issues.iter_mut().flat_map(|issue| &mut issue.options) {
        option.pillars = [0; 3];
    }
    let talk = fair_talk(&scenario);
    let report = scored(&scenario, Some(FAIR), &talk);
    assert_eq!(mufakat::scoring::measure::weakest_pillar(&report.measures), 50.0);
    let case = Case::new(&scenario);
    let facts = Facts { case: &case, talk: &talk, report: &report };
    assert_eq!(report.measures.principles[2], None);
    assert_eq!(facts.principle(3)[0].key, "evidence-no-pillar", "a text was signed all the same");
}

#[test]
fn zero_surplus_is_no_gain_and_no_deal_is_then_sensible() {
    // The zone of agreement is one point, and it is the fair deal itself: g = 0 for both.
    let zero = with_batna(80, 74);
    let report = scored(&zero, Some(FAIR), &fair_talk(&zero));
    assert_eq!(report.measures.sigma, None);
    assert_eq!(report.measures.gamma, [0.0, 0.0]);
    assert_eq!(report.measures.grade, Grade::NoGain);
    assert_eq!(report.measures.principles[1], Some(0.0));
    assert_eq!(scored(&zero, None, &failed_talk(&zero)).measures.grade, Grade::NoRoom);
}

#[test]
fn a_side_that_can_gain_nothing_passes_no_deal() {
    let onesided = with_batna(94, 40);
    let report = scored(&onesided, Some("E1,T2,M1,C2,I1"), &fair_talk(&onesided));
    assert_eq!(report.measures.gamma[0], 0.0);
    assert!(matches!(report.measures.grade, Grade::NoGain | Grade::Harmful));
    assert!(failing(&report).contains(&2));
}

#[test]
fn below_the_batna_is_stopped_at_home_or_harms() {
    let nusa = nusa();
    let stopped = scored(&nusa, Some("E2,T0,M2,C0,I0"), &exploitative_talk(&nusa));
    near(stopped.measures.gain[0], -0.25, EPS);
    near(stopped.measures.support[0], 0.0, EPS);
    assert_eq!(stopped.measures.grade, Grade::NotRatified);
    let mut lenient = nusa;
    let instrument = lenient.shared.instrument();
    lenient.shared.issues[instrument].options[0].quota = 0;
    let signed = scored(&lenient, Some("E2,T0,M2,C0,I0"), &exploitative_talk(&lenient));
    assert_eq!(signed.measures.grade, Grade::Harmful);
    assert_eq!(signed.measures.needed_patience[0], 1.0);
}

#[test]
fn a_red_line_spoils_the_best_numbers() {
    let mut scenario = nusa();
    scenario.briefs.first.red_lines = vec![scenario.shared.option_by_id("E2").expect("an option")];
    let report = scored(&scenario, Some(FAIR), &fair_talk(&scenario));
    assert_eq!(report.measures.grade, Grade::Harmful);
    assert_eq!(report.measures.principles[4], Some(0.0));
}

#[test]
fn between_equals_special_treatment_is_dropped_and_the_rest_weighed_anew() {
    let mut scenario = nusa();
    scenario.shared.countries.first.development = 80;
    scenario.shared.countries.second.development = 85;
    let report = scored(&scenario, Some(FAIR), &fair_talk(&scenario));
    assert_eq!(report.measures.fairness[3], None);
    near(report.measures.principles[3].expect("P4"), 91.0, 0.05);
}

#[test]
fn a_harmful_option_is_measured_against_the_harm_free_benchmark() {
    let nusa = nusa();
    let report = scored(&nusa, Some("E2,T2,M2,C2,I1"), &fair_talk(&nusa));
    near(report.measures.gain[0], 0.25, EPS);
    near(report.measures.gain[1], 0.40, EPS);
    near(report.measures.efficiency, 0.79, 0.005);
    assert_eq!(report.measures.grade, Grade::Lopsided);
    let failing = failing(&report);
    assert!(failing.contains(&3) && failing.contains(&6), "{failing:?}");
}

#[test]
fn a_pillar_that_nobody_can_move_is_left_out() {
    let mut scenario = nusa();
    for issue in &mut scenario.shared.issues {
        for option in &mut issue.options {
            option.pillars[2] = 0;
        }
    }
    let report = scored(&scenario, Some(FAIR), &fair_talk(&scenario));
    assert_eq!(report.measures.pillars[2], None);
    // sqrt(100 * 90): the geometric mean of the two that are left.
    near(report.measures.principles[2].expect("P3"), 94.87, 0.01);
}

#[test]
fn silence_costs_nothing_and_wins_nothing() {
    let nusa = nusa();
    let report = scored(&nusa, Some(FAIR), &Talk::silent(&nusa.shared));
    assert_eq!(report.measures.coercion, 0.0);
    assert_eq!(report.measures.trust, [0.5, 0.5]);
    assert_eq!(report.measures.domination, 0.0);
    near(report.measures.principles[7].expect("P8"), 50.0, EPS);
}

#[test]
fn an_agreement_on_paper_is_scored_with_the_articles_and_sweeteners_that_stand_in_it() {
    for scenario in mufakat::scenario::builtin::FILES
        .iter()
        .map(|(id, _)| mufakat::scenario::builtin::by_id(id).expect("ships with the program").clone())
    {
        // The last option of every article: what waits in the reserve and what only a mediator brings, too.
        let deal = Deal(scenario.shared.issues.iter().map(|issue| issue.options.len() - 1).collect());
        let case = Case::of_deal(&scenario, Some(&deal));
        let report = score(&case, Some(&deal), &Talk::silent(&scenario.shared));
        let id = &scenario.shared.id;
        assert!(deal.choices().all(|(issue, option)| case.open[issue][option]), "{id}");
        assert!(report.measures.efficiency <= 1.0 + EPS, "{id}: {}", report.measures.efficiency);
        for (no, principle) in report.measures.principles.iter().enumerate() {
            assert!(
                principle.is_none_or(|it| (0.0..=100.0 + EPS).contains(&it)),
                "{id} P{}: {principle:?}",
                no + 1
            );
        }
    }
}

#[test]
fn what_was_left_open_stays_as_it_is_and_is_scored() {
    let nusa = nusa();
    let report = scored(&nusa, Some("T2,M1"), &fair_talk(&nusa));
    // E0 stays: A .2*1 + .5 + .3 = 1; B 0 + 0 + .24 = .24, below its BATNA of .40.
    assert_eq!(report.measures.utility, [1.0, 0.24]);
    assert!(!report.mutually_beneficial());
}
