//! The moves of the talks besides offers, answers and the end of a turn: what a player finds in a list.

use super::permit::Cost;
use super::refusal::Refusal;
use super::state::{Request, Style};
use super::{Command, Register};
use crate::scenario::{IssueNo, OptionNo, Shared};

/// A move of the talks, without what is said in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Tell a priority.
    Disclose,
    /// Find out a priority of the other side.
    Ascertain,
    /// Look at the years after.
    Forecast,
    /// Talk about other things.
    SmallTalk,
    /// Invite to culture.
    Culture,
    /// Set up a hotline.
    Hotline,
    /// Help with consular matters.
    Consular,
    /// Bind oneself to an option before the public.
    Announce,
    /// Promise an option.
    Promise,
    /// Ask to sign an agreed issue early.
    Harvest,
    /// Ask to bring an issue out of the reserve.
    AddIssue,
    /// Talk at length.
    Ramble,
    /// Hear a group at home.
    Consult,
    /// Ask for a mediator.
    Mediator,
    /// Tell what no agreement is worth.
    Warn,
    /// Apologise.
    Repair,
    /// Threaten.
    Threaten,
    /// Set an ultimatum.
    Ultimatum,
    /// Walk out for this round.
    WalkOut,
    /// Accuse in public.
    Shame,
    /// Leave the talks.
    Leave,
}

/// The lists under which actions stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// To understand each other.
    Understand,
    /// To get along.
    Relation,
    /// To work on the text.
    Text,
    /// To press.
    Pressure,
}

impl Family {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Understand, Self::Relation, Self::Text, Self::Pressure];

    /// The key of its heading.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Understand => "actions-understand",
            Self::Relation => "actions-relation",
            Self::Text => "actions-text",
            Self::Pressure => "actions-pressure",
        }
    }

    /// What stands under it, in order.
    pub const fn actions(self) -> &'static [Action] {
        use Action as A;
        match self {
            Self::Understand => &[A::Disclose, A::Ascertain, A::SmallTalk, A::Forecast, A::Ramble],
            Self::Relation => &[A::Culture, A::Hotline, A::Consular, A::Promise, A::Repair, A::Mediator],
            Self::Text => &[A::Harvest, A::AddIssue, A::Announce, A::Consult],
            Self::Pressure => &[A::Warn, A::Threaten, A::Ultimatum, A::WalkOut, A::Shame, A::Leave],
        }
    }
}

/// What is said in an action; each one needs some of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// The issue that it is about.
    pub issue: Option<IssueNo>,
    /// The option of that issue.
    pub option: Option<OptionNo>,
    /// The rank that is claimed, from 1.
    pub rank: Option<usize>,
    /// The tone.
    pub register: Option<Register>,
    /// The group at home.
    pub group: Option<usize>,
    /// The mediator's style.
    pub style: Option<Style>,
}

impl Details {
    /// What is said in a command.
    pub fn of(command: &Command) -> Self {
        let said = Self::default();
        match *command {
            Command::Disclose { issue, rank, register } => {
                Self { issue: Some(issue), rank: Some(rank), register: Some(register), ..said }
            }
            Command::Ascertain(issue) | Command::Ask(Request::Harvest(issue) | Request::AddIssue(issue)) => {
                Self { issue: Some(issue), ..said }
            }
            Command::Announce(issue, option) | Command::Promise(issue, option) => {
                Self { issue: Some(issue), option: Some(option), ..said }
            }
            Command::Warn(register)
            | Command::Threaten(register)
            | Command::Ultimatum(register)
            | Command::Repair(register) => Self { register: Some(register), ..said },
            Command::Consult(group) => Self { group: Some(group), ..said },
            Command::Ask(Request::Mediator(style)) => Self { style: Some(style), ..said },
            _ => said,
        }
    }
}

impl Action {
    /// All, as they stand in the lists.
    pub fn all() -> impl Iterator<Item = Self> {
        Family::ALL.into_iter().flat_map(Family::actions).copied()
    }

    /// The name in forms and word keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disclose => "disclose",
            Self::Ascertain => "ascertain",
            Self::Forecast => "forecast",
            Self::SmallTalk => "small-talk",
            Self::Culture => "culture",
            Self::Hotline => "hotline",
            Self::Consular => "consular",
            Self::Announce => "announce",
            Self::Promise => "promise",
            Self::Harvest => "harvest",
            Self::AddIssue => "add-issue",
            Self::Ramble => "ramble",
            Self::Consult => "consult",
            Self::Mediator => "mediator",
            Self::Warn => "warn",
            Self::Repair => "repair",
            Self::Threaten => "threaten",
            Self::Ultimatum => "ultimatum",
            Self::WalkOut => "walk-out",
            Self::Shame => "shame",
            Self::Leave => "leave",
        }
    }

    /// The action of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|action| action.name() == name)
    }

    /// The action that a command is, if it is one.
    pub const fn of(command: &Command) -> Option<Self> {
        Some(match command {
            Command::Disclose { .. } => Self::Disclose,
            Command::Ascertain(_) => Self::Ascertain,
            Command::Forecast => Self::Forecast,
            Command::SmallTalk => Self::SmallTalk,
            Command::Culture => Self::Culture,
            Command::Hotline => Self::Hotline,
            Command::Consular => Self::Consular,
            Command::Announce(..) => Self::Announce,
            Command::Promise(..) => Self::Promise,
            Command::Ask(Request::Harvest(_)) => Self::Harvest,
            Command::Ask(Request::AddIssue(_)) => Self::AddIssue,
            Command::Ask(Request::Mediator(_)) => Self::Mediator,
            Command::Ramble => Self::Ramble,
            Command::Consult(_) => Self::Consult,
            Command::Warn(_) => Self::Warn,
            Command::Repair(_) => Self::Repair,
            Command::Threaten(_) => Self::Threaten,
            Command::Ultimatum(_) => Self::Ultimatum,
            Command::WalkOut => Self::WalkOut,
            Command::Shame => Self::Shame,
            Command::Leave => Self::Leave,
            Command::Prepare(_)
            | Command::Propose(_)
            | Command::Explore(_)
            | Command::Accept(_)
            | Command::AcceptText
            | Command::Answer(_)
            | Command::EndTurn
            | Command::Speak
            | Command::Sign(_)
            | Command::AnswerBetter(_)
            | Command::Reflect(_) => return None,
        })
    }

    /// Whether it is hard to take back, so that a player is asked once more.
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::Threaten | Self::Ultimatum | Self::WalkOut | Self::Shame | Self::Leave)
    }

    /// The command that says this; `None` if something that it needs is not said.
    pub fn command(self, said: &Details) -> Option<Command> {
        Some(match self {
            Self::Disclose => {
                Command::Disclose { issue: said.issue?, rank: said.rank?, register: said.register? }
            }
            Self::Ascertain => Command::Ascertain(said.issue?),
            Self::Forecast => Command::Forecast,
            Self::SmallTalk => Command::SmallTalk,
            Self::Culture => Command::Culture,
            Self::Hotline => Command::Hotline,
            Self::Consular => Command::Consular,
            Self::Announce => Command::Announce(said.issue?, said.option?),
            Self::Promise => Command::Promise(said.issue?, said.option?),
            Self::Harvest => Command::Ask(Request::Harvest(said.issue?)),
            Self::AddIssue => Command::Ask(Request::AddIssue(said.issue?)),
            Self::Ramble => Command::Ramble,
            Self::Consult => Command::Consult(said.group?),
            Self::Mediator => Command::Ask(Request::Mediator(said.style?)),
            Self::Warn => Command::Warn(said.register?),
            Self::Repair => Command::Repair(said.register?),
            Self::Threaten => Command::Threaten(said.register?),
            Self::Ultimatum => Command::Ultimatum(said.register?),
            Self::WalkOut => Command::WalkOut,
            Self::Shame => Command::Shame,
            Self::Leave => Command::Leave,
        })
    }
}

/// An action as it stands in a list: how it can be done now, or why it cannot.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed<'p> {
    /// The action.
    pub action: Action,
    /// The ways in which it is allowed; none if it is not.
    pub allowed: Vec<&'p Command>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// Why it is not allowed, if it is not and the reason does not hold for the whole list.
    pub refusal: Option<&'p Refusal>,
}

impl Listed<'_> {
    /// Whether it costs nothing, and that is worth telling: leaving is no offer of the house.
    pub fn is_free(&self) -> bool {
        self.cost == Some(Cost::Free) && self.action != Action::Leave
    }

    /// Whether the talks allow it now.
    pub fn is_open(&self) -> bool {
        !self.allowed.is_empty()
    }

    /// What it takes to say it, as one allowed way does.
    pub fn details(&self) -> Details {
        self.allowed.first().map(|command| Details::of(command)).unwrap_or_default()
    }

    /// The different answers that its allowed ways give to a question, in order.
    pub fn choices<T: Ord>(&self, of: impl Fn(&Details) -> Option<T>) -> Vec<T> {
        let mut all: Vec<T> = self.allowed.iter().filter_map(|command| of(&Details::of(command))).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// The actions of a family that a scenario has at all, from what is possible now.
pub fn listed<'p>(
    shared: &Shared,
    possible: &'p [(Command, Result<Cost, Refusal>)],
    family: Family,
) -> Vec<Listed<'p>> {
    // That an article which never waited cannot be added is no news to anybody.
    let belongs = |command: &Command, action: Action| {
        Action::of(command) == Some(action)
            && (action != Action::AddIssue
                || Details::of(command).issue.is_some_and(|issue| shared.issues[issue].reserve))
    };
    let list = family.actions().iter().filter_map(|&action| {
        let of_action = || possible.iter().filter(move |(command, _)| belongs(command, action));
        of_action().next()?;
        let allowed: Vec<&Command> =
            of_action().filter(|(_, answer)| answer.is_ok()).map(|(command, _)| command).collect();
        let refusals: Vec<&Refusal> = of_action().filter_map(|(_, answer)| answer.as_ref().err()).collect();
        let own = allowed.is_empty() && !refusals.iter().any(|refusal| refusal.is_of_the_moment());
        Some(Listed {
            action,
            cost: of_action().find_map(|(_, answer)| answer.as_ref().ok().copied()),
            refusal: refusals.first().copied().filter(|_| own),
            allowed,
        })
    });
    list.collect()
}

/// Why nothing or hardly anything of the lists is possible now, to be told once above them.
pub fn closed_for_now(possible: &[(Command, Result<Cost, Refusal>)]) -> Option<&Refusal> {
    let actions = possible.iter().filter(|(command, _)| Action::of(command).is_some());
    let refusals = actions.filter_map(|(_, answer)| answer.as_ref().err());
    // A slow-down says more than that this turn has no action left.
    refusals.filter(|refusal| refusal.is_of_the_moment()).min_by_key(|it| **it == Refusal::NoActionLeft)
}
