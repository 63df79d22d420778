//! The rules of the talks: who may do what, and what then happens.
//!
//! A player sends an [`Act`]: a [`Command`], perhaps with words. [`decide()`] answers with the events
//! that follow, or with a [`Refusal`] that says what is missing, and changes nothing.
//! [`State::apply`] turns an event into the next state and cannot fail. A game is its list of events.
//!
//! # Invariants
//!
//! - Nothing here reads a clock, a file or a generator of random numbers: chance is a function of the
//!   seed in [`Event::Opened`] and of the number of events so far, and time is [`Event::TimedOut`].
//! - Only [`permit()`] refuses; only [`State::apply`] changes a state.
//! - A [`Command`] does not say who sends it: whoever holds the connection to a seat does.
//! - [`State`] is not `Serialize`: it holds secrets of both sides, and what leaves it is a view.

mod action;
mod apply;
mod conduct;
mod curfew;
mod decide;
mod fits;
mod mediator;
mod outcome;
mod permit;
mod phase;
mod refusal;
mod state;

pub use action::{Action, Details, Family, Listed, closed_for_now, listed};
pub use conduct::{Act, Register};
pub use curfew::call_time;
pub use decide::{AUDIENCE_COST, decide, news, open, time_out};
pub use mediator::better;
pub use outcome::{case, ratified, talk};
pub use permit::{Cost, permit, possible};
pub use phase::{Phase, Why};
pub use refusal::Refusal;
pub use state::{Asked, Claim, Ending, Known, Offer, OfferKind, Request, Stage, State, Style, Ultimatum};

use crate::scenario::{Deal, IssueNo, OptionNo, Percent, Seat, Speech};
use crate::scoring::Signal;
use crate::scoring::insight::Guess;
use serde::{Deserialize, Serialize};

/// The number of an offer, from 1, in the order in which offers were made.
pub type OfferNo = u32;

/// Words longer than this are refused, in characters.
pub const LONGEST_SPEECH: usize = 600;

/// What a seat asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Before the talks: target, guess, principles and aims. Private until the debrief.
    Prepare(Preparation),
    /// A complete package, binding if the other side accepts it.
    Propose(Deal),
    /// A complete package off the record: it binds nobody and can be dropped without loss.
    Explore(Deal),
    /// Accept the offer with this number, which must be the other side's newest: a late click
    /// cannot accept an offer that the player has not seen.
    Accept(OfferNo),
    /// Tell that an issue is one's own priority number `rank`. It may be a lie.
    Disclose {
        /// The issue.
        issue: IssueNo,
        /// Which priority it is said to be, from 1.
        rank: usize,
        /// In which tone.
        register: Register,
    },
    /// Find out by lawful means which priority an issue is for the other side (Vienna Convention 3.1 d).
    Ascertain(IssueNo),
    /// Find out by lawful means what is likely to happen next outside the room.
    Forecast,
    /// Cultural diplomacy: a festival, an exchange of students.
    Culture,
    /// Public diplomacy: announce a position, which is dear to give up.
    Announce(IssueNo, OptionNo),
    /// Promise to settle an issue this way in one's next formal offer.
    Promise(IssueNo, OptionNo),
    /// Defence diplomacy: a hotline or a joint exercise.
    Hotline,
    /// An informal chat, which may bring a hint.
    SmallTalk,
    /// Talk at length, which lets slip a hint about oneself.
    Ramble,
    /// Help for each other's citizens.
    Consular,
    /// State one's own BATNA truthfully.
    Warn(Register),
    /// Threaten.
    Threaten(Register),
    /// Take one's standing offer or the talks end.
    Ultimatum(Register),
    /// Leave the room for the rest of this round.
    WalkOut,
    /// Shame the other side in the media.
    Shame,
    /// Apologise, or take something back.
    Repair(Register),
    /// Ask a domestic group what it needs.
    Consult(usize),
    /// Ask the other side to agree to something besides the text.
    Ask(Request),
    /// Answer what was asked.
    Answer(bool),
    /// Accept the mediator's text as it stands.
    AcceptText,
    /// Give up what is left of this turn.
    EndTurn,
    /// Say something, which binds nobody and costs nothing.
    Speak,
    /// End the talks without agreement.
    Leave,
    /// Sign what was agreed, with a last guess of the other side's priorities.
    Sign(Option<Guess>),
    /// Take or refuse the better package that the mediator found after the signature.
    AnswerBetter(bool),
    /// Answer the private questions before the debrief.
    Reflect(Reflection),
}

/// What a seat fixes before the talks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preparation {
    /// The utility aimed at, in hundredths.
    pub target: Option<Percent>,
    /// What the other side's points are thought to be.
    pub guess: Option<Guess>,
    /// Up to three principles for the preamble, from 1 to 14.
    pub preamble: Vec<u8>,
    /// Up to two of the seven aims, from 1 to 7.
    pub aims: Vec<u8>,
}

/// Answers to the private questions before the debrief, in own words and on scales of 1 to 5.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// The guess of the other side's points, now.
    pub guess: Option<Guess>,
    /// How content with the result.
    pub result: Option<u8>,
    /// How content with oneself.
    pub own: Option<u8>,
    /// How fair the talks were.
    pub process: Option<u8>,
    /// Whether one would sit down with the other side again.
    pub again: Option<u8>,
    /// Whether one would sign from the other chair.
    pub swap: Option<bool>,
}

/// What has happened.
///
/// Some events carry what only one side may know; the view shows each seat its part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The table was opened with this seed.
    Opened(u64),
    /// A seat is prepared.
    Prepared(Seat, Preparation),
    /// A round began.
    Round(u32),
    /// It is this seat's turn.
    Turn(Seat),
    /// Something happened outside; the dice may have chosen whom it concerns.
    News(usize, Option<Seat>),
    /// Somebody said something.
    Said(Seat, Speech),
    /// Somebody spent an action.
    Spent(Seat),
    /// A package was put on the table.
    Offered(Offer),
    /// The offer took a step towards the other side, of this size.
    Conceded(Seat, u32),
    /// A priority was told.
    Disclosed {
        /// By whom.
        by: Seat,
        /// The issue.
        issue: IssueNo,
        /// Which priority it is said to be.
        rank: usize,
        /// Whether that is so.
        truthful: bool,
        /// In which tone.
        register: Register,
        /// Whether it cost nothing, because the other side trusts this one well.
        free: bool,
    },
    /// A lie about this issue came out.
    LieExposed(Seat, IssueNo),
    /// A seat found out which priority an issue is for the other side.
    Ascertained(Seat, IssueNo, usize),
    /// A seat found out what comes next: a piece of news, or nothing.
    Forecasted(Seat, Option<usize>),
    /// A seat heard that one of these issues is among the other side's first three.
    Hinted(Seat, Vec<IssueNo>),
    /// Something was done that only works on the relation.
    Moved(Seat, Signal, Register),
    /// A seat talked at length.
    Rambled(Seat),
    /// A position was announced in public.
    Announced(Seat, IssueNo, OptionNo),
    /// A position announced in public was given up.
    Abandoned(Seat, IssueNo),
    /// An option was promised.
    Promised(Seat, IssueNo, OptionNo),
    /// A promise was kept.
    PromiseKept(Seat, IssueNo),
    /// A promise was broken.
    PromiseBroken(Seat, IssueNo),
    /// A promise was let go by both: they signed something else there.
    PromiseReleased(Seat, IssueNo),
    /// A seat told its BATNA, in hundredths.
    Warned(Seat, Percent, Register),
    /// A seat said: this offer or none.
    UltimatumSet(Seat, OfferNo, Register),
    /// The ultimatum was taken back.
    UltimatumDropped(Seat),
    /// Something off the record got out.
    Leaked(Seat),
    /// A domestic group was heard.
    Consulted(Seat, usize),
    /// Something was asked.
    Asked(Seat, Request),
    /// It was granted or refused.
    Answered(Seat, bool),
    /// It was not answered in time.
    Lapsed,
    /// One issue was signed early.
    Harvested(IssueNo, OptionNo),
    /// An issue came in from the reserve.
    Added(IssueNo),
    /// A mediator came in.
    Mediated(Style),
    /// A mediator brought a sweetener.
    Sweetened(IssueNo, OptionNo),
    /// The mediator's text was accepted by one side.
    TextAccepted(Seat),
    /// A locked option opened.
    Unlocked(IssueNo, OptionNo),
    /// A signal was given: the other side's trust changed.
    Signalled(Seat, Signal, i32),
    /// Support at home moved by so many hundredths.
    Goodwill(Seat, Percent),
    /// The quota at home rose by so many hundredths.
    QuotaRaised(Seat, Percent),
    /// The relation entered another phase.
    PhaseChanged(Phase, Why),
    /// A round is over.
    RoundEnded,
    /// A turn ran out of time.
    TimedOut(Seat),
    /// Both want the same text.
    Agreed(Deal),
    /// One side signed.
    Signed(Seat, Option<Guess>),
    /// The groups at home voted: support and quota of each side, in hundredths.
    Ratified {
        /// Support, first and second.
        support: [Percent; 2],
        /// Quota, first and second.
        quota: [Percent; 2],
    },
    /// The mediator found a package at least as good for both.
    BetterFound(Deal),
    /// One side took or refused it.
    BetterAnswered(Seat, bool),
    /// Both took it: it is the deal now.
    BetterTaken,
    /// A seat ended the talks.
    Left(Seat),
    /// The last round is over.
    Deadline,
    /// The relation broke down.
    Collapsed,
    /// The game is over; what remains is the debrief.
    Closed,
    /// A seat answered the private questions.
    Reflected(Seat, Reflection),
}
