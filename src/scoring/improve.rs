//! Better packages: Raiffa's post-settlement settlement and the single negotiating text.

use super::{Case, Frontier};
use crate::scenario::{Deal, IssueNo, OptionNo, Points, Seat};

/// The package with the largest product of gains among those no worse for either side than `deal`,
/// and better for one (Raiffa 1985), that crosses no red line. `None` if there is none.
pub fn post_settlement(case: &Case<'_>, deal: &Deal) -> Option<Deal> {
    let mut signable = case.clone();
    signable.close(|issue, option| case.scenario.is_ruled_out(issue, option));
    better_packages(&signable, deal).into_iter().next()
}

/// All points of the harm-free frontier that are no worse for either side and better for one, the largest product of
/// gains first.
pub fn better_packages(case: &Case<'_>, deal: &Deal) -> Vec<Deal> {
    let floor = case.utilities(deal);
    let frontier = Frontier::admissible(case);
    let mut better: Vec<usize> = (0..frontier.len())
        .filter(|&at| {
            let point = frontier.points[at];
            point[0] >= floor[0] && point[1] >= floor[1] && point != floor
        })
        .collect();
    let product = |at: usize| {
        let gains = case.gains(frontier.points[at]);
        i128::from(gains[0]) * i128::from(gains[1])
    };
    better.sort_by_key(|&at| (std::cmp::Reverse(product(at)), at));
    better.into_iter().map(|at| keep_form(case, &frontier.deal(at), deal)).collect()
}

/// Issues without weight, such as clauses and instrument, stay as the two sides wrote them.
pub fn keep_form(case: &Case<'_>, package: &Deal, deal: &Deal) -> Deal {
    Deal(
        package
            .choices()
            .map(
                |(issue, option)| {
                    if case.weights[issue].iter().all(|weight| *weight == 0.0) { deal[issue] } else { option }
                },
            )
            .collect(),
    )
}

/// One step of a single negotiating text: each side moved one option on the issue that hurt it most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The first side's issue and its new option.
    pub first: (IssueNo, OptionNo),
    /// The second side's issue and its new option.
    pub second: (IssueNo, OptionNo),
    /// The utilities of the new draft.
    pub utilities: [Points; 2],
}

/// The single negotiating text (Fisher; Raiffa 1982): the mediator gives each side one step on its
/// most painful issue, both at once, and a draft replaces the text only if neither calls it worse
/// and one calls it better.
pub fn single_text(case: &Case<'_>, start: &Deal, rounds: usize) -> (Deal, Vec<Draft>) {
    let issues = case.weighted_issues();
    let mut text = start.clone();
    let mut drafts = Vec::new();
    for _ in 0..rounds {
        let pain = Seat::ALL.map(|seat| by_pain(case, &text, &issues, seat));
        let pairs = pain[0].iter().flat_map(|&a| pain[1].iter().map(move |&b| (a, b)));
        let found = pairs.filter(|(a, b)| a != b).find_map(|(a, b)| {
            let first = one_step(case, &text, a, Seat::First)?;
            let second = one_step(case, &text, b, Seat::Second)?;
            let next = text.with(a, first).with(b, second);
            let (old, new) = (case.utilities(&text), case.utilities(&next));
            (new[0] >= old[0] && new[1] >= old[1] && new != old)
                .then_some((next, Draft { first: (a, first), second: (b, second), utilities: new }))
        });
        let Some((next, draft)) = found else { break };
        text = next;
        drafts.push(draft);
    }
    (text, drafts)
}

/// Issues by what a side loses on them against its best option, the most painful first.
fn by_pain(case: &Case<'_>, text: &Deal, issues: &[IssueNo], seat: Seat) -> Vec<IssueNo> {
    let at = seat.index();
    let mut issues = issues.to_vec();
    issues.sort_by_key(|&issue| {
        let parts = &case.parts[issue];
        let best =
            parts.iter().zip(&case.open[issue]).filter(|(_, open)| **open).map(|(part, _)| part[at]).max();
        -(best.unwrap_or(0) - parts[text[issue]][at])
    });
    issues
}

/// The next better option for a side on an issue, passing over harmful ones.
fn one_step(case: &Case<'_>, text: &Deal, issue: IssueNo, seat: Seat) -> Option<OptionNo> {
    // What news changed counts; where an issue weighs nothing, the file still has an order.
    let value = |option: OptionNo| {
        let brief = &case.scenario.briefs[seat];
        (case.parts[issue][option][seat.index()], brief.stakes[issue][option].value)
    };
    let mut order: Vec<OptionNo> = (0..case.parts[issue].len())
        .filter(|&option| {
            option == text[issue] || case.open[issue][option] && !case.is_harmful(issue, option)
        })
        .collect();
    order.sort_by_key(|&option| value(option));
    let here = order.iter().position(|&option| option == text[issue])?;
    order.get(here + 1).copied()
}
