//! What is allowed: the only place that refuses.

use super::action::Details;
use super::fits::guess_fits;
use super::phase::Phase;
use super::refusal::Refusal;
use super::state::{OfferKind, Request, Stage, State, Style};
use super::{Act, Command, LONGEST_SPEECH, Preparation, Reflection, Register};
use crate::scenario::{Deal, IssueNo, Kind, Lock, OptionNo, Scenario, Seat, Speech};
use crate::scoring::relation::HIGH;

/// What an allowed command costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Nothing.
    Free,
    /// One action of the turn.
    Action,
}

/// Whether a seat may do this now, and what it costs.
///
/// # Errors
///
/// A [`Refusal`] with the reason; the first one that applies.
pub fn permit(scenario: &Scenario, state: &State, seat: Seat, act: &Act) -> Result<Cost, Refusal> {
    words(act)?;
    let command = &act.command;
    match &state.stage {
        Stage::Preparation => match command {
            Command::Prepare(preparation) => prepare(scenario, state, seat, preparation),
            _ => Err(Refusal::WrongStage),
        },
        Stage::Talks { turn } => {
            if matches!(command, Command::Speak) {
                return Ok(Cost::Free);
            }
            if !is_of_talks(command) {
                return Err(Refusal::WrongStage);
            }
            if *turn != seat {
                return Err(Refusal::NotYourTurn);
            }
            talks(scenario, state, seat, command)
        }
        Stage::Signature { .. } => match command {
            Command::Sign(_) if state.signed[seat].is_some() => Err(Refusal::AlreadyDone),
            Command::Sign(guess) => guess_fits(guess.as_ref(), &scenario.shared).map(|()| Cost::Free),
            Command::Speak => Ok(Cost::Free),
            _ => Err(Refusal::WrongStage),
        },
        Stage::Better { .. } => match command {
            Command::AnswerBetter(_) if state.better_answers[seat].is_some() => Err(Refusal::AlreadyDone),
            Command::AnswerBetter(_) | Command::Speak => Ok(Cost::Free),
            _ => Err(Refusal::WrongStage),
        },
        Stage::Closed => match command {
            Command::Reflect(_) if state.reflection[seat].is_some() => Err(Refusal::AlreadyDone),
            Command::Reflect(reflection) => reflection.fits(&scenario.shared).map(|()| Cost::Free),
            _ => Err(Refusal::WrongStage),
        },
    }
}

/// Whether a command belongs into the talks, and not before or after them.
const fn is_of_talks(command: &Command) -> bool {
    !matches!(
        command,
        Command::Prepare(_) | Command::Sign(_) | Command::AnswerBetter(_) | Command::Reflect(_)
    )
}

fn words(act: &Act) -> Result<(), Refusal> {
    match &act.speech {
        // What is private until the debrief is done without a word.
        Some(_) if matches!(act.command, Command::Prepare(_) | Command::Reflect(_)) => {
            Err(Refusal::WrongStage)
        }
        Some(Speech::Typed(words)) if words.chars().count() > LONGEST_SPEECH => {
            Err(Refusal::TooLong(LONGEST_SPEECH))
        }
        Some(Speech::Typed(words)) if words.trim().is_empty() => Err(Refusal::NothingSaid),
        Some(Speech::Lines(lines)) if lines.len() > 4 => Err(Refusal::TooLong(LONGEST_SPEECH)),
        None if act.command == Command::Speak => Err(Refusal::NothingSaid),
        _ => Ok(()),
    }
}

fn prepare(
    scenario: &Scenario,
    state: &State,
    seat: Seat,
    preparation: &Preparation,
) -> Result<Cost, Refusal> {
    if state.preparation[seat].is_some() {
        return Err(Refusal::AlreadyDone);
    }
    preparation.fits(&scenario.shared).map(|()| Cost::Free)
}

/// The tone of a command that has one.
fn register(command: &Command) -> Option<Register> {
    Some(match command {
        Command::Disclose { .. }
        | Command::Warn(_)
        | Command::Threaten(_)
        | Command::Ultimatum(_)
        | Command::Repair(_) => return Details::of(command).register,
        Command::Explore(_) => Register::OffRecord,
        Command::Culture | Command::Announce(..) | Command::Shame => Register::Public,
        Command::SmallTalk | Command::Ramble => Register::Informal,
        Command::Propose(_)
        | Command::Ascertain(_)
        | Command::Forecast
        | Command::Promise(..)
        | Command::Hotline
        | Command::Consular
        | Command::WalkOut
        | Command::Consult(_)
        | Command::Ask(_) => Register::Formal,
        _ => return None,
    })
}

/// Tones in which a command makes sense.
fn fits(command: &Command, tone: Register) -> bool {
    match command {
        Command::Disclose { .. } => tone != Register::Public,
        Command::Ultimatum(_) => matches!(tone, Register::Formal | Register::Public),
        _ => true,
    }
}

fn talks(scenario: &Scenario, state: &State, seat: Seat, command: &Command) -> Result<Cost, Refusal> {
    let always = matches!(command, Command::Leave | Command::Accept(_) | Command::Repair(_));
    if state.ultimatum.is_some_and(|ultimatum| ultimatum.by == seat && ultimatum.due) && !always {
        return Err(Refusal::UltimatumDue);
    }
    if let Some(tone) = register(command)
        && !fits(command, tone)
    {
        return Err(Refusal::WrongRegister(tone));
    }
    in_phase(state.phase, command)?;
    match command {
        Command::Accept(asked) => {
            let newest = state.position(seat.other()).map(|offer| offer.no);
            if newest != Some(*asked) {
                return Err(Refusal::StaleOffer { asked: *asked, newest });
            }
            // An offer made before an issue was signed early, or before a lock closed, may not fit any more.
            let offer = state.position(seat.other()).map(|offer| &offer.deal);
            offer.map_or(Err(Refusal::BadDeal), |deal| fits_table(scenario, state, deal))?;
            return Ok(Cost::Free);
        }
        Command::Answer(_) => {
            return match state.request {
                // Asked before the talks slowed down; no may be said at any time.
                Some((by, Request::AddIssue(_)))
                    if by != seat
                        && matches!(command, Command::Answer(true))
                        && state.phase != Phase::Normal =>
                {
                    Err(Refusal::WrongPhase(state.phase))
                }
                // Positions may have moved since it was asked: what is signed early is what both still want.
                Some((by, Request::Harvest(issue)))
                    if by != seat && matches!(command, Command::Answer(true)) && !is_agreed(state, issue) =>
                {
                    Err(Refusal::NotAgreedYet(issue))
                }
                Some((by, _)) if by != seat => Ok(Cost::Free),
                _ => Err(Refusal::NothingAsked),
            };
        }
        Command::AcceptText => {
            let text = state.text().ok_or(Refusal::NoText)?;
            fits_table(scenario, state, &text.deal)?;
            return if state.text_accepted[seat] { Err(Refusal::AlreadyDone) } else { Ok(Cost::Free) };
        }
        Command::EndTurn | Command::Leave | Command::Speak => return Ok(Cost::Free),
        _ => {}
    }
    specific(scenario, state, seat, command)?;
    if free_disclosure(state, seat, command) {
        return Ok(Cost::Free);
    }
    if state.actions_left == 0 { Err(Refusal::NoActionLeft) } else { Ok(Cost::Action) }
}

/// Where the other side trusts this one well, one disclosure a turn costs nothing.
fn free_disclosure(state: &State, seat: Seat, command: &Command) -> bool {
    matches!(command, Command::Disclose { .. })
        && !state.free_disclosure_used
        && state.relation.trust[seat.other()] > HIGH
}

fn in_phase(phase: Phase, command: &Command) -> Result<(), Refusal> {
    let free = matches!(
        command,
        Command::Accept(_)
            | Command::AcceptText
            | Command::Answer(_)
            | Command::EndTurn
            | Command::Leave
            | Command::Speak
    );
    let allowed = match phase {
        _ if free => true,
        Phase::Normal => true,
        Phase::SlowDown => {
            register(command) == Some(Register::Formal)
                && !matches!(command, Command::Ask(Request::AddIssue(_)))
        }
        Phase::Minimal => matches!(
            command,
            Command::SmallTalk | Command::Consular | Command::Repair(_) | Command::Ask(Request::Mediator(_))
        ),
    };
    if allowed { Ok(()) } else { Err(Refusal::WrongPhase(phase)) }
}

fn specific(scenario: &Scenario, state: &State, seat: Seat, command: &Command) -> Result<(), Refusal> {
    let brief = &scenario.briefs[seat];
    let shared = &scenario.shared;
    match command {
        Command::Propose(deal) => {
            fits_table(scenario, state, deal)?;
            if state.position(seat).is_some_and(|offer| offer.deal == *deal) {
                return Err(Refusal::SameOffer);
            }
        }
        Command::Explore(deal) => {
            fits_table(scenario, state, deal)?;
            let newest = state.offers.iter().rev().find(|offer| offer.by == Some(seat));
            if newest.is_some_and(|offer| offer.deal == *deal && offer.kind == OfferKind::Exploratory) {
                return Err(Refusal::SameOffer);
            }
        }
        Command::Disclose { issue, rank, .. } => {
            let weights = brief.weights.get(*issue).ok_or(Refusal::BadDeal)?;
            if *weights == 0 {
                return Err(Refusal::NoWeight(*issue));
            }
            in_play(scenario, state, *issue)?;
            if state.claims[seat].contains_key(issue) {
                return Err(Refusal::AlreadyTold(*issue));
            }
            if !(1..=brief.ranked()).contains(rank) {
                return Err(Refusal::BadRank(*rank));
            }
        }
        Command::Ascertain(issue) => {
            if *issue >= shared.issues.len() {
                return Err(Refusal::BadDeal);
            }
            in_play(scenario, state, *issue)?;
            if !is_substance(scenario, *issue) {
                return Err(Refusal::NoWeight(*issue));
            }
            if state.known[seat].ranks.contains_key(issue) {
                return Err(Refusal::AlreadyKnown(*issue));
            }
        }
        Command::Announce(issue, option) => {
            open_option(scenario, state, *issue, *option)?;
            if state.announced[seat].contains_key(issue) {
                return Err(Refusal::AlreadySaid(*issue));
            }
        }
        Command::Promise(issue, option) => {
            open_option(scenario, state, *issue, *option)?;
            // Promising what one has tabled already promises nothing.
            let tabled = state.position(seat).is_some_and(|offer| offer.deal[*issue] == *option);
            if tabled || state.promised[seat].contains_key(issue) {
                return Err(Refusal::AlreadySaid(*issue));
            }
        }
        Command::Hotline if state.hotline => return Err(Refusal::HotlineExists),
        Command::Warn(_) if state.told_batna[seat].is_some() => return Err(Refusal::AlreadyWarned),
        Command::Ultimatum(_) if state.position(seat).is_none() || state.ultimatum.is_some() => {
            return Err(Refusal::NoOfferToStandOn);
        }
        Command::Repair(_) => {
            let pending = state.ultimatum.is_some_and(|ultimatum| ultimatum.by == seat);
            if state.offences[seat] == 0 && state.phase == Phase::Normal && !pending {
                return Err(Refusal::NothingToRepair);
            }
        }
        Command::Consult(group) => {
            if *group >= brief.groups.len() {
                return Err(Refusal::NoSuchGroup);
            }
            if state.consulted[seat].contains(group) {
                return Err(Refusal::AlreadyHeard);
            }
        }
        Command::Ask(request) => ask(scenario, state, *request)?,
        _ => {}
    }
    Ok(())
}

/// Whether both standing offers have the same option of an issue.
fn is_agreed(state: &State, issue: IssueNo) -> bool {
    let tabled = Seat::ALL.map(|seat| state.position(seat).map(|offer| offer.deal[issue]));
    matches!(tabled, [Some(a), Some(b)] if a == b)
}

fn ask(scenario: &Scenario, state: &State, request: Request) -> Result<(), Refusal> {
    if state.request.is_some() {
        return Err(Refusal::RequestWaits);
    }
    let issues = &scenario.shared.issues;
    match request {
        Request::Harvest(issue) => {
            if issue >= issues.len() {
                return Err(Refusal::BadDeal);
            }
            if state.fixed.contains_key(&issue) {
                return Err(Refusal::Fixed(issue));
            }
            if is_agreed(state, issue) && is_substance(scenario, issue) {
                Ok(())
            } else {
                Err(Refusal::NotAgreedYet(issue))
            }
        }
        Request::AddIssue(issue) => {
            let waiting =
                issues.get(issue).is_some_and(|it| it.reserve) && !state.shifts.added.contains(&issue);
            if waiting { Ok(()) } else { Err(Refusal::NotInReserve(issue)) }
        }
        Request::Mediator(style) => {
            if state.mediators.contains(&style) {
                return Err(Refusal::MediatorUsed(style));
            }
            let sweetener =
                issues.iter().flat_map(|it| &it.options).any(|it| it.lock == Some(Lock::Sweetener));
            if style == Style::Manipulation && !sweetener { Err(Refusal::NoSweetener) } else { Ok(()) }
        }
    }
}

fn is_substance(scenario: &Scenario, issue: IssueNo) -> bool {
    scenario.shared.issues[issue].kind == Kind::Substance
}

fn in_play(scenario: &Scenario, state: &State, issue: IssueNo) -> Result<(), Refusal> {
    let waiting = scenario.shared.issues[issue].reserve && !state.shifts.added.contains(&issue);
    if waiting { Err(Refusal::InReserve(issue)) } else { Ok(()) }
}

fn open_option(scenario: &Scenario, state: &State, issue: IssueNo, option: OptionNo) -> Result<(), Refusal> {
    let known = scenario.shared.issues.get(issue).is_some_and(|it| option < it.options.len());
    if !known {
        return Err(Refusal::BadDeal);
    }
    if state.is_open(scenario, issue, option) {
        return Ok(());
    }
    Err(if state.fixed.contains_key(&issue) {
        Refusal::Fixed(issue)
    } else if let Err(waiting) = in_play(scenario, state, issue) {
        waiting
    } else if scenario.shared.choice(issue, option).lock == Some(Lock::Sweetener) {
        Refusal::Sweetener(issue, option)
    } else {
        Refusal::Locked(issue, option)
    })
}

/// Whether a package has one open option for each issue.
fn fits_table(scenario: &Scenario, state: &State, deal: &Deal) -> Result<(), Refusal> {
    if deal.0.len() != scenario.shared.issues.len() {
        return Err(Refusal::BadDeal);
    }
    deal.choices().try_for_each(|(issue, option)| open_option(scenario, state, issue, option))
}

/// Every command but offers and words that a seat could think of now, with its cost or the reason
/// why not. What is missing here is refused.
pub fn possible(scenario: &Scenario, state: &State, seat: Seat) -> Vec<(Command, Result<Cost, Refusal>)> {
    let issues = &scenario.shared.issues;
    let mut commands = Vec::new();
    match state.stage {
        Stage::Preparation => commands.push(Command::Prepare(Preparation::default())),
        Stage::Signature { .. } => commands.push(Command::Sign(None)),
        Stage::Better { .. } => commands.extend([true, false].map(Command::AnswerBetter)),
        Stage::Closed => commands.push(Command::Reflect(Reflection::default())),
        Stage::Talks { .. } => {
            commands.extend(state.position(seat.other()).map(|offer| Command::Accept(offer.no)));
            commands.push(Command::AcceptText);
            commands.extend([true, false].map(Command::Answer));
            let ranks = scenario.briefs[seat].ranked();
            for issue in 0..issues.len() {
                for register in Register::ALL {
                    commands.extend((1..=ranks).map(|rank| Command::Disclose { issue, rank, register }));
                }
                commands.push(Command::Ascertain(issue));
                for option in 0..issues[issue].options.len() {
                    commands.push(Command::Announce(issue, option));
                    commands.push(Command::Promise(issue, option));
                }
                commands.push(Command::Ask(Request::Harvest(issue)));
                commands.push(Command::Ask(Request::AddIssue(issue)));
            }
            commands.extend(Style::ALL.map(|style| Command::Ask(Request::Mediator(style))));
            commands.extend((0..scenario.briefs[seat].groups.len()).map(Command::Consult));
            for register in Register::ALL {
                commands.extend([
                    Command::Warn(register),
                    Command::Threaten(register),
                    Command::Ultimatum(register),
                    Command::Repair(register),
                ]);
            }
            commands.extend([
                Command::Forecast,
                Command::Culture,
                Command::Hotline,
                Command::SmallTalk,
                Command::Ramble,
                Command::Consular,
                Command::WalkOut,
                Command::Shame,
                Command::EndTurn,
                Command::Leave,
            ]);
        }
    }
    commands
        .into_iter()
        .map(|command| {
            let answer = permit(scenario, state, seat, &Act::from(command.clone()));
            (command, answer)
        })
        .collect()
}
