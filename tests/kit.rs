//! What the tests share.

use mufakat::scenario::{Deal, Scenario, Seat, builtin};
use mufakat::scoring::{Case, Report, Signal, Talk, score};

/// The tiny scenario of all worked examples.
pub fn nusa() -> Scenario {
    builtin::by_id("nusa-boreal").expect("ships with the program").clone()
}

/// The deal with these option ids; issues that are not named stay as they are.
pub fn deal(scenario: &Scenario, ids: &str) -> Deal {
    let mut deal = scenario.shared.status_quo();
    for id in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        let (issue, option) = scenario.shared.option_by_id(id).unwrap_or_else(|| panic!("no option {id}"));
        deal.0[issue] = option;
    }
    deal
}

/// Scores a deal of a scenario as its file has it.
pub fn scored(scenario: &Scenario, ids: Option<&str>, talk: &Talk) -> Report {
    let deal = ids.map(|ids| deal(scenario, ids));
    score(&Case::new(scenario), deal.as_ref(), talk)
}

/// A talk in which `moves` were made, such as `"A disclose, B threat"`.
pub fn talk(scenario: &Scenario, moves: &str) -> Talk {
    let mut talk = Talk::silent(&scenario.shared);
    for item in moves.split(',').map(str::trim).filter(|item| !item.is_empty()) {
        let (side, name) = item.split_once(' ').expect("side and move");
        let seat = Seat::from_letter(side).expect("a side");
        talk.give(seat, Signal::from_name(name).unwrap_or_else(|| panic!("no move {name}")));
    }
    talk
}

/// Marks issues as told truthfully, such as `disclosed(&mut talk, scenario, First, "T M")`.
pub fn disclose(talk: &mut Talk, scenario: &Scenario, seat: Seat, issues: &str) {
    for id in issues.split_whitespace() {
        talk.disclosed[seat].insert(scenario.shared.issue_by_id(id).expect("an issue"));
    }
}

/// Says who wrote what, such as `"E:B T:A"`.
pub fn authors(talk: &mut Talk, scenario: &Scenario, list: &str) {
    for item in list.split_whitespace() {
        let (issue, side) = item.split_once(':').expect("issue and side");
        let issue = scenario.shared.issue_by_id(issue).expect("an issue");
        talk.author.insert(issue, Seat::from_letter(side).expect("a side"));
    }
}

/// Two numbers agree to within `tolerance`.
#[track_caller]
pub fn near(found: f64, wanted: f64, tolerance: f64) {
    assert!((found - wanted).abs() <= tolerance, "found {found}, wanted {wanted}");
}

/// The talks of worked example 1.
pub fn fair_talk(scenario: &Scenario) -> Talk {
    let mut talk =
        talk(scenario, "A disclose, B disclose, A concede, B reciprocate, A cultural, B early_harvest");
    disclose(&mut talk, scenario, Seat::First, "T M");
    disclose(&mut talk, scenario, Seat::Second, "E M");
    authors(&mut talk, scenario, "E:B T:A M:A C:B");
    talk.consulted.first = 0.8;
    talk.consulted.second = 0.6;
    talk
}

/// The talks of worked example 2.
pub fn exploitative_talk(scenario: &Scenario) -> Talk {
    let mut talk = talk(scenario, "A disclose, B threat, A concede, B ultimatum");
    disclose(&mut talk, scenario, Seat::First, "T");
    authors(&mut talk, scenario, "E:B T:B M:B");
    talk
}

/// The talks of worked example 3, which end without a deal.
pub fn failed_talk(scenario: &Scenario) -> Talk {
    let mut talk = talk(scenario, "A disclose, B walkout");
    disclose(&mut talk, scenario, Seat::First, "T");
    talk
}

/// The talks of worked example 4.
pub fn compromise_talk(scenario: &Scenario) -> Talk {
    let mut talk = talk(scenario, "A concede, B reciprocate, A concede, B reciprocate");
    authors(&mut talk, scenario, "E:A T:B M:A C:B");
    talk.consulted.first = 0.4;
    talk.consulted.second = 0.4;
    talk
}

/// The deal of worked example 1.
pub const FAIR: &str = "E2,T2,M1,C2,I1";
/// The deal of worked example 2.
pub const EXPLOITATIVE: &str = "E2,T0,M1,C0,I0";
/// The deal of worked example 4.
pub const COMPROMISE: &str = "E1,T1,M1,C1,I1";
/// The deal of worked example 5.
pub const TILTED: &str = "E2,T1,M1,C2,I1";
/// The deal of worked example 6.
pub const BARE: &str = "E2,T1,M1,C0,I1";

/// The economic partnership.
pub fn economic() -> Scenario {
    builtin::by_id("kemitraan-ekonomi").expect("ships with the program").clone()
}
