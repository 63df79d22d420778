//! Whether an event or a command belongs to a scenario: a file may have been changed by hand, or be of another one.

use super::refusal::Refusal;
use super::{Command, Event, Preparation, Reflection, Request};
use crate::scenario::{Deal, IssueNo, OptionNo, Percent, Scenario, Seat, Shared};
use crate::scoring::insight::Guess;
use std::ops::RangeInclusive;

/// More rounds than any scenario has.
const MOST_ROUNDS: u32 = 1_000;
/// Strengths beyond this, in thousandths, no move and no news has; at four thousand all trust is won.
const STRONGEST: u32 = 4_000;

/// What the numbers of a file may name in a scenario.
struct Bounds<'a>(&'a Scenario);

impl Bounds<'_> {
    const fn issue(&self, no: IssueNo) -> bool {
        no < self.0.shared.issues.len()
    }

    fn option(&self, no: IssueNo, option: OptionNo) -> bool {
        self.0.shared.issues.get(no).is_some_and(|it| option < it.options.len())
    }

    fn deal(&self, deal: &Deal) -> bool {
        deal.0.len() == self.0.shared.issues.len()
            && deal.choices().all(|(no, choice)| self.option(no, choice))
    }

    fn rank(&self, rank: usize) -> bool {
        (1..=self.0.shared.issues.len()).contains(&rank)
    }

    fn group(&self, seat: Seat, group: usize) -> bool {
        group < self.0.briefs[seat].groups.len()
    }

    fn request(&self, request: Request) -> bool {
        match request {
            Request::Harvest(no) | Request::AddIssue(no) => self.issue(no),
            Request::Mediator(_) => true,
        }
    }
}

impl Command {
    /// Whether it names only issues, options and groups of the seat that the scenario has; whether it is permitted
    /// is another question.
    pub fn fits(&self, scenario: &Scenario, seat: Seat) -> bool {
        let has = Bounds(scenario);
        match self {
            Self::Prepare(preparation) => preparation.fits(&scenario.shared).is_ok(),
            Self::Propose(deal) | Self::Explore(deal) => has.deal(deal),
            Self::Disclose { issue, rank, .. } => has.issue(*issue) && has.rank(*rank),
            Self::Ascertain(issue) => has.issue(*issue),
            Self::Announce(issue, option) | Self::Promise(issue, option) => has.option(*issue, *option),
            Self::Consult(group) => has.group(seat, *group),
            Self::Ask(request) => has.request(*request),
            Self::Sign(guess) => guess_fits(guess.as_ref(), &scenario.shared).is_ok(),
            Self::Reflect(reflection) => reflection.fits(&scenario.shared).is_ok(),
            Self::Accept(_)
            | Self::Forecast
            | Self::Culture
            | Self::Hotline
            | Self::SmallTalk
            | Self::Ramble
            | Self::Consular
            | Self::Warn(_)
            | Self::Threaten(_)
            | Self::Ultimatum(_)
            | Self::WalkOut
            | Self::Shame
            | Self::Repair(_)
            | Self::Answer(_)
            | Self::AcceptText
            | Self::EndTurn
            | Self::Speak
            | Self::Leave
            | Self::AnswerBetter(_) => true,
        }
    }
}

impl Event {
    /// Whether it names only issues, options, news and groups that the scenario has, and amounts that an event
    /// of the game can have.
    pub fn fits(&self, scenario: &Scenario) -> bool {
        let has = Bounds(scenario);
        let percent = |amount: i32| amount.unsigned_abs() <= 100;
        match self {
            Self::Round(round) => *round <= MOST_ROUNDS,
            Self::Goodwill(_, amount) | Self::QuotaRaised(_, amount) | Self::Warned(_, amount, _) => {
                percent(*amount)
            }
            Self::Signalled(_, _, strength) => strength.unsigned_abs() <= STRONGEST,
            Self::News(no, _) => *no < scenario.shared.news.len(),
            Self::Offered(offer) => has.deal(&offer.deal),
            Self::Disclosed { issue, rank, .. } | Self::Ascertained(_, issue, rank) => {
                has.issue(*issue) && has.rank(*rank)
            }
            Self::LieExposed(_, no)
            | Self::Abandoned(_, no)
            | Self::PromiseKept(_, no)
            | Self::PromiseBroken(_, no)
            | Self::PromiseReleased(_, no)
            | Self::Added(no) => has.issue(*no),
            Self::Asked(_, request) => has.request(*request),
            Self::Forecasted(_, news) => news.is_none_or(|no| no < scenario.shared.news.len()),
            Self::Hinted(_, list) => list.iter().all(|no| has.issue(*no)),
            Self::Announced(_, no, choice)
            | Self::Promised(_, no, choice)
            | Self::Harvested(no, choice)
            | Self::Sweetened(no, choice)
            | Self::Unlocked(no, choice) => has.option(*no, *choice),
            Self::Consulted(seat, group) => has.group(*seat, *group),
            Self::Agreed(text) | Self::BetterFound(text) => has.deal(text),
            Self::Prepared(_, preparation) => preparation.fits(&scenario.shared).is_ok(),
            Self::Signed(_, last) => guess_fits(last.as_ref(), &scenario.shared).is_ok(),
            Self::Reflected(_, reflection) => reflection.fits(&scenario.shared).is_ok(),
            Self::Opened(_)
            | Self::Turn(_)
            | Self::Said(..)
            | Self::Spent(_)
            | Self::Conceded(..)
            | Self::Moved(..)
            | Self::Rambled(_)
            | Self::UltimatumSet(..)
            | Self::UltimatumDropped(_)
            | Self::Leaked(_)
            | Self::Answered(..)
            | Self::Lapsed
            | Self::Mediated(_)
            | Self::TextAccepted(_)
            | Self::PhaseChanged(..)
            | Self::RoundEnded
            | Self::TimedOut(_)
            | Self::Ratified { .. }
            | Self::BetterAnswered(..)
            | Self::BetterTaken
            | Self::Left(_)
            | Self::Deadline
            | Self::Collapsed
            | Self::Closed => true,
        }
    }
}

impl Preparation {
    /// The principles of cooperation by their numbers.
    pub const PRINCIPLES: RangeInclusive<u8> = 1..=14;
    /// So many of them stand in a preamble.
    pub const MOST_PRINCIPLES: usize = 3;
    /// The aims by their numbers.
    pub const AIMS: RangeInclusive<u8> = 1..=7;
    /// So many of them can be chosen.
    pub const MOST_AIMS: usize = 2;

    /// Whether target, principles, aims and guess are what can be chosen for a scenario.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] with what is not.
    pub(super) fn fits(&self, shared: &Shared) -> Result<(), Refusal> {
        let distinct = |list: &[u8], most: usize, there_are: RangeInclusive<u8>| {
            let mut seen = list.to_vec();
            seen.sort_unstable();
            seen.dedup();
            seen.len() == list.len() && list.len() <= most && list.iter().all(|item| there_are.contains(item))
        };
        if self.target.is_some_and(|target| !(0..=120).contains(&target)) {
            return Err(Refusal::OutOfRange);
        }
        if !distinct(&self.preamble, Self::MOST_PRINCIPLES, Self::PRINCIPLES)
            || !distinct(&self.aims, Self::MOST_AIMS, Self::AIMS)
        {
            return Err(Refusal::TooManyChosen);
        }
        guess_fits(self.guess.as_ref(), shared)
    }
}

impl Reflection {
    /// The scale of its answers.
    pub const SCALE: RangeInclusive<u8> = 1..=5;

    /// Whether its answers lie on their scales.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] with what does not.
    pub(super) fn fits(&self, shared: &Shared) -> Result<(), Refusal> {
        let answers = [self.result, self.own, self.process, self.again];
        if answers.into_iter().flatten().any(|answer| !Self::SCALE.contains(&answer)) {
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
