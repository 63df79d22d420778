//! Why a command was refused, with all a player needs to do better.

use super::{OfferNo, Phase, Register, Style};
use crate::scenario::{IssueNo, OptionNo, Phrase};

/// Why a command was refused. The state is unchanged.
///
/// Its words are the keys `refusal-<name>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The game is at another stage.
    WrongStage,
    /// It is the other country's turn.
    NotYourTurn,
    /// No action is left in this turn.
    NoActionLeft,
    /// Not in this phase of the relation.
    WrongPhase(Phase),
    /// Not in this tone.
    WrongRegister(Register),
    /// One's own ultimatum has run out: leave, or take it back.
    UltimatumDue,
    /// The package does not have one option for each issue.
    BadDeal,
    /// An option is locked until both sides tell their interest in its issue.
    Locked(IssueNo, OptionNo),
    /// An option that only a mediator can bring.
    Sweetener(IssueNo, OptionNo),
    /// An issue is still in the reserve.
    InReserve(IssueNo),
    /// An issue was signed early.
    Fixed(IssueNo),
    /// One's standing offer is the same.
    SameOffer,
    /// There is no such offer of the other side, or a newer one.
    StaleOffer {
        /// What was asked.
        asked: OfferNo,
        /// The newest offer of the other side.
        newest: Option<OfferNo>,
    },
    /// That priority was told already.
    AlreadyTold(IssueNo),
    /// There is no such priority.
    BadRank(usize),
    /// The issue carries no points.
    NoWeight(IssueNo),
    /// That is known already.
    AlreadyKnown(IssueNo),
    /// That position was announced or promised already.
    AlreadySaid(IssueNo),
    /// The hotline rings already.
    HotlineExists,
    /// The BATNA was told already.
    AlreadyWarned,
    /// An ultimatum needs a standing offer of one's own, and there can be only one.
    NoOfferToStandOn,
    /// There is nothing to take back or to apologise for.
    NothingToRepair,
    /// There is no such group.
    NoSuchGroup,
    /// That group was heard already.
    AlreadyHeard,
    /// Something asked earlier waits for its answer.
    RequestWaits,
    /// Nothing was asked of this side.
    NothingAsked,
    /// The two newest offers do not agree on this issue.
    NotAgreedYet(IssueNo),
    /// The issue is not in the reserve.
    NotInReserve(IssueNo),
    /// A mediator of this style was here already.
    MediatorUsed(Style),
    /// The scenario has no sweetener.
    NoSweetener,
    /// There is no text of a mediator.
    NoText,
    /// It was done already.
    AlreadyDone,
    /// More than the limit of characters.
    TooLong(usize),
    /// There is nothing to say.
    NothingSaid,
    /// A target or an answer outside its range.
    OutOfRange,
    /// The points of a guess do not sum to 100.
    UnevenGuess,
    /// More principles or aims than may be chosen, or one twice.
    TooManyChosen,
}

impl Refusal {
    /// Whether it has to do with the moment and not with the one command that was refused.
    pub const fn is_of_the_moment(&self) -> bool {
        matches!(self, Self::NotYourTurn | Self::NoActionLeft | Self::WrongPhase(_) | Self::UltimatumDue)
    }

    /// What the player reads.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::WrongStage => Phrase::new("refusal-wrong-stage"),
            Self::NotYourTurn => Phrase::new("refusal-not-your-turn"),
            Self::NoActionLeft => Phrase::new("refusal-no-action-left"),
            Self::WrongPhase(phase) => Phrase::new(match phase {
                Phase::Normal => "refusal-phase-normal",
                Phase::SlowDown => "refusal-phase-slow-down",
                Phase::Minimal => "refusal-phase-minimal",
            }),
            Self::WrongRegister(_) => Phrase::new("refusal-wrong-register"),
            Self::UltimatumDue => Phrase::new("refusal-ultimatum-due"),
            Self::BadDeal => Phrase::new("refusal-bad-deal"),
            Self::Locked(issue, option) => {
                Phrase::new("refusal-locked").issue("issue", *issue).choice("option", *issue, *option)
            }
            Self::Sweetener(issue, option) => {
                Phrase::new("refusal-sweetener").issue("issue", *issue).choice("option", *issue, *option)
            }
            Self::InReserve(issue) => Phrase::new("refusal-in-reserve").issue("issue", *issue),
            Self::Fixed(issue) => Phrase::new("refusal-fixed").issue("issue", *issue),
            Self::SameOffer => Phrase::new("refusal-same-offer"),
            Self::StaleOffer { asked, newest: Some(newest) } => {
                Phrase::new("refusal-stale-offer").count("asked", *asked).count("newest", *newest)
            }
            Self::StaleOffer { newest: None, .. } => Phrase::new("refusal-no-offer"),
            Self::AlreadyTold(issue) => Phrase::new("refusal-already-told").issue("issue", *issue),
            Self::BadRank(rank) => Phrase::new("refusal-bad-rank").count("rank", *rank),
            Self::NoWeight(issue) => Phrase::new("refusal-no-weight").issue("issue", *issue),
            Self::AlreadyKnown(issue) => Phrase::new("refusal-already-known").issue("issue", *issue),
            Self::AlreadySaid(issue) => Phrase::new("refusal-already-said").issue("issue", *issue),
            Self::HotlineExists => Phrase::new("refusal-hotline-exists"),
            Self::AlreadyWarned => Phrase::new("refusal-already-warned"),
            Self::NoOfferToStandOn => Phrase::new("refusal-no-offer-to-stand-on"),
            Self::NothingToRepair => Phrase::new("refusal-nothing-to-repair"),
            Self::NoSuchGroup => Phrase::new("refusal-no-such-group"),
            Self::AlreadyHeard => Phrase::new("refusal-already-heard"),
            Self::RequestWaits => Phrase::new("refusal-request-waits"),
            Self::NothingAsked => Phrase::new("refusal-nothing-asked"),
            Self::NotAgreedYet(issue) => Phrase::new("refusal-not-agreed-yet").issue("issue", *issue),
            Self::NotInReserve(issue) => Phrase::new("refusal-not-in-reserve").issue("issue", *issue),
            Self::MediatorUsed(_) => Phrase::new("refusal-mediator-used"),
            Self::NoSweetener => Phrase::new("refusal-no-sweetener"),
            Self::NoText => Phrase::new("refusal-no-text"),
            Self::AlreadyDone => Phrase::new("refusal-already-done"),
            Self::TooLong(limit) => Phrase::new("refusal-too-long").count("limit", *limit),
            Self::NothingSaid => Phrase::new("refusal-nothing-said"),
            Self::OutOfRange => Phrase::new("refusal-out-of-range"),
            Self::UnevenGuess => Phrase::new("refusal-uneven-guess"),
            Self::TooManyChosen => Phrase::new("refusal-too-many-chosen"),
        }
    }
}
