//! Whether an event belongs to a scenario: a file may have been changed by hand, or be of another one.

use super::refusal::Refusal;
use super::{Event, Preparation, Reflection, Request};
use crate::scenario::{Deal, Percent, Scenario, Shared};
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
            Event::Prepared(_, preparation) => preparation.fits(&scenario.shared).is_ok(),
            Event::Signed(_, last) => guess_fits(last.as_ref(), &scenario.shared).is_ok(),
            Event::Reflected(_, reflection) => reflection.fits(&scenario.shared).is_ok(),
            _ => true,
        }
    }
}

impl Preparation {
    /// Whether target, principles, aims and guess are what can be chosen for a scenario.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] with what is not.
    pub(super) fn fits(&self, shared: &Shared) -> Result<(), Refusal> {
        let distinct = |list: &[u8], most: usize, highest: u8| {
            let mut seen = list.to_vec();
            seen.sort_unstable();
            seen.dedup();
            seen.len() == list.len()
                && list.len() <= most
                && list.iter().all(|item| (1..=highest).contains(item))
        };
        if self.target.is_some_and(|target| !(0..=120).contains(&target)) {
            return Err(Refusal::OutOfRange);
        }
        if !distinct(&self.preamble, 3, 14) || !distinct(&self.aims, 2, 7) {
            return Err(Refusal::TooManyChosen);
        }
        guess_fits(self.guess.as_ref(), shared)
    }
}

impl Reflection {
    /// Whether its answers lie on their scales.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] with what does not.
    pub(super) fn fits(&self, shared: &Shared) -> Result<(), Refusal> {
        let answers = [self.result, self.own, self.process, self.again];
        if answers.into_iter().flatten().any(|answer| !(1..=5).contains(&answer)) {
            return Err(Refusal::OutOfRange);
        }
        guess_fits(self.guess.as_ref(), shared)
    }
}

/// Whether a guess gives every issue its points, 100 in all.
///
/// # Errors
///
/// A [`Refusal`] if it does not.
pub(super) fn guess_fits(guess: Option<&Guess>, shared: &Shared) -> Result<(), Refusal> {
    let even = |points: &Guess| {
        points.len() == shared.issues.len()
            && points.iter().all(|point| (0..=100).contains(point))
            && points.iter().sum::<Percent>() == 100
    };
    if guess.is_none_or(even) { Ok(()) } else { Err(Refusal::UnevenGuess) }
}
