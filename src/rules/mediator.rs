//! What a mediator of an international organisation brings to the table.

use super::state::State;
use super::{AUDIENCE_COST, outcome};
use crate::scenario::{Deal, IssueNo, OptionNo, Percent, Scenario, Seat};
use crate::scoring::Case;
use crate::scoring::improve::{better_packages, single_text};
use crate::scoring::measure::ratifies;

/// Drafts that a mediator tries at most.
const DRAFTS: usize = 10;

/// The mediator's single text: it starts from what both have tabled and gives each side one step
/// at a time where it hurts most.
///
/// The mediator hears both sides in private, so the text rests on both briefs; both agreed to that
/// when they called one.
pub(super) fn text(scenario: &Scenario, state: &State) -> Deal {
    let case = tableable(scenario, state);
    let start = starting_text(scenario, state, &case);
    single_text(&case, &start, DRAFTS).0
}

/// The case with what a mediator can put into a text: nothing that crosses a red line, and articles that were
/// signed early as they are.
fn tableable<'a>(scenario: &'a Scenario, state: &State) -> Case<'a> {
    let mut case = outcome::case(scenario, state);
    case.close(|issue, option| match state.fixed.get(&issue) {
        Some(fixed) => option != *fixed,
        None => scenario.is_ruled_out(issue, option),
    });
    case
}

/// Where both newest offers agree, that; elsewhere the option half-way between them.
fn starting_text(scenario: &Scenario, state: &State, case: &Case<'_>) -> Deal {
    let tabled = Seat::ALL.map(|seat| state.position(seat).map(|offer| &offer.deal));
    let options = scenario.shared.issues.iter().enumerate().map(|(issue, it)| {
        if let Some(fixed) = state.fixed.get(&issue) {
            return *fixed;
        }
        let [first, second] = tabled.map(|deal| deal.map_or(it.status_quo, |deal| deal[issue]));
        if first == second {
            return first;
        }
        middle(first, second, issue, case)
    });
    Deal(options.collect())
}

/// The harm-free option nearest to half-way between two, the lower one of equals.
fn middle(first: OptionNo, second: OptionNo, issue: IssueNo, case: &Case<'_>) -> OptionNo {
    let target = first + second;
    (0..case.admissible[issue].len())
        .filter(|&option| case.admissible[issue][option])
        .min_by_key(|&option| ((2 * option).abs_diff(target), option))
        .unwrap_or(first)
}

/// The best package that is no worse for either side than what was signed, crosses no red line, leaves what
/// was signed early as it is and would be ratified: the mediator offers nothing that fails at home.
pub fn better(scenario: &Scenario, state: &State, deal: &Deal) -> Option<Deal> {
    // At home the text is measured against everything that was open, as at ratification.
    let case = outcome::case(scenario, state);
    let talk = outcome::talk(scenario, state, Some(deal));
    better_packages(&tableable(scenario, state), deal).into_iter().find(|better| {
        let mut talk = talk.clone();
        Seat::ALL.into_iter().all(|seat| {
            // Who takes it gives up what they announced otherwise, and that costs them at home.
            let given_up = state.announced[seat].iter().filter(|&(issue, option)| better[*issue] != *option);
            talk.quota_raise[seat] += AUDIENCE_COST * Percent::try_from(given_up.count()).unwrap_or(100);
            ratifies(&case, better, &talk, seat)
        })
    })
}
