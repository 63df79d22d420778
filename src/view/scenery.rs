//! What anybody in the negotiating room could see and hear: the same for both seats.
//!
//! The room behind the panels is drawn from a [`Scenery`], and its sounds follow the [`Happening`]s.
//! Two people share one screen, and others look on, so light and posture must not tell what only one
//! seat knows.
//!
//! # Invariants
//!
//! - A scenery is built up from public moves alone: there is no field for anything of a brief, and no
//!   seat is asked for. Two tables that differ in secrets give equal sceneries (a test plays twins).
//! - What one side does in private, such as hearing a group at home, is no happening.

use crate::rules::{self, Ending, Event, OfferKind, Phase, Stage, State};
use crate::scenario::{PerSeat, Seat};
use crate::scoring::Signal;
use crate::scoring::relation::share;

/// What the room is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sitting {
    /// Both prepare; nobody speaks yet.
    Preparing,
    /// The talks; whose turn it is.
    Talking(Seat),
    /// A text lies there to be signed.
    Signing,
    /// A signed text is in force.
    Agreed,
    /// A text was signed, and refused at home.
    Refused,
    /// There is no text.
    Parted,
}

/// What everybody noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A formal offer, or the mediator's text.
    Offered(Option<Seat>),
    /// A package off the record.
    Explored(Seat),
    /// Words, questions and answers.
    Spoke(Seat),
    /// A move that builds trust.
    Friendly(Seat),
    /// A move that presses, or a broken word.
    Pressed(Seat),
    /// News from outside, or a text that got out.
    News,
    /// A mediator sat down.
    Mediated,
    /// The phase of the relation changed.
    Phase(Phase),
    /// A turn began.
    Turn(Seat),
    /// Time ran on: a turn or the talks timed out.
    Clock,
    /// Something was agreed: an article early, or the whole text.
    Agreed,
    /// A signature.
    Signed(Seat),
    /// The text was put to both countries; whether it is in force.
    Ratified(bool),
    /// The talks ended without a text.
    Parted,
}

/// The third chair, at the head of the table: in every scenario a mediator may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Third {
    /// Nobody sits there.
    Free,
    /// A mediator sits there and speaks to this side, or to both.
    Taken(Option<Seat>),
}

/// What anybody in the room sees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenery {
    /// What the room is used for.
    pub sitting: Sitting,
    /// The phase of the relation.
    pub phase: Phase,
    /// Trust of each side in the other, 0 to 1; it follows from public moves.
    pub trust: PerSeat<f64>,
    /// The chair of the mediator.
    pub third: Third,
    /// Who has signed the text.
    pub signed: PerSeat<bool>,
    /// How many things everybody noticed so far.
    pub noticed: usize,
    /// What everybody noticed last.
    pub last: Option<Happening>,
}

/// What anybody sees of a table.
pub fn scenery(state: &State, events: &[Event]) -> Scenery {
    let sitting = match &state.stage {
        Stage::Preparation => Sitting::Preparing,
        Stage::Talks { turn } => Sitting::Talking(*turn),
        Stage::Signature { .. } => Sitting::Signing,
        // Who wants the better package is nobody's business: the signed text lies there.
        Stage::Better { .. } => Sitting::Agreed,
        Stage::Closed => {
            let refused = state.ratification.is_some_and(|it| !rules::ratified(it));
            match state.ending {
                Some(Ending::Agreed) if refused => Sitting::Refused,
                Some(Ending::Agreed) => Sitting::Agreed,
                _ => Sitting::Parted,
            }
        }
    };
    let signed = match &state.stage {
        Stage::Signature { .. } => state.signed.map(Option::is_some),
        _ => PerSeat::both(matches!(sitting, Sitting::Agreed | Sitting::Refused)),
    };
    Scenery {
        sitting,
        phase: state.phase,
        trust: PerSeat::from_fn(|seat| share(state.relation.trust[seat])),
        third: third(state),
        signed,
        noticed: events.iter().filter(|event| happening(event).is_some()).count(),
        last: events.iter().rev().find_map(happening),
    }
}

/// Who sits at the head of the table: a mediator comes when both agreed to call one, stays as long as
/// the talks, and comes back with a better package.
fn third(state: &State) -> Third {
    match &state.stage {
        Stage::Talks { turn } if !state.mediators.is_empty() => {
            // Where one side has accepted the text, it is the other one's answer that is wanted.
            let asked = match Seat::ALL.map(|seat| state.text_accepted[seat]) {
                [true, false] => Seat::Second,
                [false, true] => Seat::First,
                _ => *turn,
            };
            Third::Taken(Some(asked))
        }
        Stage::Better { .. } => Third::Taken(None),
        _ => Third::Free,
    }
}

/// What everybody noticed of an event, if anything.
///
/// Every event is named here, so that a new one cannot be seen or heard by oversight.
pub fn happening(event: &Event) -> Option<Happening> {
    match event {
        Event::Opened(_) | Event::Prepared(..) | Event::Spent(_) | Event::RoundEnded => None,
        Event::Ascertained(..) | Event::Forecasted(..) | Event::Hinted(..) | Event::Consulted(..) => None,
        Event::Goodwill(..) | Event::QuotaRaised(..) | Event::Reflected(..) => None,
        // The move itself is noticed, not its size; and a concession is told with its offer.
        Event::Signalled(..) | Event::Conceded(..) | Event::Closed | Event::Round(_) => None,
        // Who would take the better package stays with each side.
        Event::BetterAnswered(..) | Event::BetterFound(_) => None,
        Event::Turn(seat) => Some(Happening::Turn(*seat)),
        Event::News(..) | Event::Leaked(_) => Some(Happening::News),
        Event::Offered(offer) => Some(match (offer.kind, offer.by) {
            (OfferKind::Exploratory, Some(seat)) => Happening::Explored(seat),
            (_, by) => Happening::Offered(by),
        }),
        Event::Said(seat, _)
        | Event::Disclosed { by: seat, .. }
        | Event::Rambled(seat)
        | Event::Announced(seat, ..)
        | Event::Asked(seat, _)
        | Event::Answered(seat, _)
        | Event::Promised(seat, ..)
        | Event::UltimatumDropped(seat) => Some(Happening::Spoke(*seat)),
        Event::PromiseKept(seat, _) | Event::PromiseReleased(seat, _) => Some(Happening::Friendly(*seat)),
        Event::Moved(seat, signal, _) => Some(match signal {
            Signal::Threat | Signal::WalkOut | Signal::Shaming => Happening::Pressed(*seat),
            _ => Happening::Friendly(*seat),
        }),
        Event::LieExposed(seat, _)
        | Event::Abandoned(seat, _)
        | Event::PromiseBroken(seat, _)
        | Event::Warned(seat, ..)
        | Event::UltimatumSet(seat, ..) => Some(Happening::Pressed(*seat)),
        Event::Lapsed | Event::TimedOut(_) => Some(Happening::Clock),
        Event::Harvested(..) | Event::TextAccepted(_) | Event::Agreed(_) | Event::BetterTaken => {
            Some(Happening::Agreed)
        }
        Event::Added(_) | Event::Sweetened(..) | Event::Unlocked(..) => Some(Happening::News),
        Event::Mediated(_) => Some(Happening::Mediated),
        Event::PhaseChanged(phase, _) => Some(Happening::Phase(*phase)),
        Event::Signed(seat, _) => Some(Happening::Signed(*seat)),
        Event::Ratified { support, quota } => Some(Happening::Ratified(rules::ratified((*support, *quota)))),
        Event::Left(_) | Event::Deadline | Event::Collapsed => Some(Happening::Parted),
    }
}
