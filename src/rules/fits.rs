//! Whether an event belongs to a scenario: a file may have been changed by hand, or be of another one.

use super::{Event, Request};
use crate::scenario::{Deal, Scenario};
use crate::scoring::insight::Guess;

/// More rounds than any scenario has.
const MOST_ROUNDS: u32 = 1_000;
/// Strengths beyond this, in thousandths, no move and no news has; at four thousand all trust is won.
const STRONGEST: u32 = 4_000;

impl Event {
    /// Whether it names only issues, options, news and groups that the scenario has, and amounts that an event
    /// of the game can have.
    pub fn fits(&self, scenario: &Scenario) -> bool {
        let issues = &scenario.shared.issues;
        let issue = |no: usize| no < issues.len();
        let option = |no: usize, option: usize| issues.get(no).is_some_and(|it| option < it.options.len());
        let deal = |deal: &Deal| {
            deal.0.len() == issues.len() && deal.choices().all(|(no, choice)| option(no, choice))
        };
        let guess = |guess: &Option<Guess>| guess.as_ref().is_none_or(|guess| guess.len() == issues.len());
        let rank = |rank: usize| (1..=issues.len()).contains(&rank);
        let percent = |amount: i32| amount.unsigned_abs() <= 100;
        match self {
            Event::Round(round) => *round <= MOST_ROUNDS,
            Event::Goodwill(_, amount) | Event::QuotaRaised(_, amount) | Event::Warned(_, amount, _) => {
                percent(*amount)
            }
            Event::Signalled(_, _, strength) => strength.unsigned_abs() <= STRONGEST,
            Event::News(no, _) => *no < scenario.shared.news.len(),
            Event::Offered(offer) => deal(&offer.deal),
            Event::Disclosed { issue: no, rank: told, .. } | Event::Ascertained(_, no, told) => {
                issue(*no) && rank(*told)
            }
            Event::LieExposed(_, no)
            | Event::Abandoned(_, no)
            | Event::PromiseKept(_, no)
            | Event::PromiseBroken(_, no)
            | Event::PromiseReleased(_, no)
            | Event::Added(no)
            | Event::Asked(_, Request::Harvest(no) | Request::AddIssue(no)) => issue(*no),
            Event::Forecasted(_, news) => news.is_none_or(|no| no < scenario.shared.news.len()),
            Event::Hinted(_, list) => list.iter().all(|no| issue(*no)),
            Event::Announced(_, no, choice)
            | Event::Promised(_, no, choice)
            | Event::Harvested(no, choice)
            | Event::Sweetened(no, choice)
            | Event::Unlocked(no, choice) => option(*no, *choice),
            Event::Consulted(seat, group) => *group < scenario.briefs[*seat].groups.len(),
            Event::Agreed(text) | Event::BetterFound(text) => deal(text),
            Event::Prepared(_, preparation) => guess(&preparation.guess),
            Event::Signed(_, last) => guess(last),
            Event::Reflected(_, reflection) => guess(&reflection.guess),
            _ => true,
        }
    }
}
