//! The state of a table.

use super::phase::Phase;
use super::{Event, OfferNo, Preparation, Reflection};
use crate::scenario::{Deal, IssueNo, Lock, OptionNo, PerSeat, Percent, Scenario, Seat};
use crate::scoring::insight::Guess;
use crate::scoring::{Relation, Shifts, Step};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Where the game stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Both read and prepare.
    Preparation,
    /// The talks; `turn` may act.
    Talks {
        /// Whose turn it is.
        turn: Seat,
    },
    /// Both want this text; it waits for signatures.
    Signature {
        /// The text.
        deal: Deal,
    },
    /// The text is signed and ratified; the mediator found a better package.
    Better {
        /// What was signed.
        deal: Deal,
        /// What the mediator found.
        better: Deal,
    },
    /// The game is over.
    Closed,
}

/// What kind of package an offer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfferKind {
    /// Binding if accepted.
    Formal,
    /// Off the record.
    Exploratory,
    /// The mediator's single text.
    Text,
}

/// A package on the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its number, from 1.
    pub no: OfferNo,
    /// Who made it; nobody if it is the mediator's.
    pub by: Option<Seat>,
    /// Its kind.
    pub kind: OfferKind,
    /// In which round.
    pub round: u32,
    /// The package.
    pub deal: Deal,
}

/// What one side asks of the other besides the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Request {
    /// Sign this issue now, at the option that both have tabled.
    Harvest(IssueNo),
    /// Add this issue from the reserve.
    AddIssue(IssueNo),
    /// Call a mediator who works in this style.
    Mediator(Style),
}

/// A request that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// By whom.
    pub by: Seat,
    /// For what.
    pub request: Request,
    /// In which round.
    pub round: u32,
    /// What was answered; `None` while it waits, and if it lapsed.
    pub answer: Option<bool>,
}

/// How a mediator works (Beardsley, Quinn, Biswas and Wilkenfeld 2006).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Style {
    /// Eases the talks: the next disclosures count double, a slow-down ends.
    Facilitation,
    /// Writes a single negotiating text.
    Formulation,
    /// Brings a sweetener.
    Manipulation,
}

impl Style {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Facilitation, Self::Formulation, Self::Manipulation];

    /// The name in word keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Facilitation => "facilitation",
            Self::Formulation => "formulation",
            Self::Manipulation => "manipulation",
        }
    }

    /// The one of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// A disclosed priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which priority it is said to be.
    pub rank: usize,
    /// Whether that is so.
    pub truthful: bool,
    /// Whether a lie came out.
    pub exposed: bool,
}

/// What a side has learnt about the other in private.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Which priority an issue is for the other side.
    pub ranks: BTreeMap<IssueNo, usize>,
    /// Groups of issues of which one is among the other side's first three.
    pub hints: Vec<Vec<IssueNo>>,
    /// News that is likely to come.
    pub forecast: BTreeSet<usize>,
}

/// An offer to be taken, or the talks end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ultimatum {
    /// Who set it.
    pub by: Seat,
    /// On which offer.
    pub offer: OfferNo,
    /// Whether the other side has had its turn.
    pub due: bool,
}

impl Ultimatum {
    /// Whether it asks something of a seat: an answer, or, once the other side has had its turn, to be
    /// carried out or taken back.
    pub fn presses(&self, seat: Seat) -> bool {
        self.by != seat || self.due
    }
}

/// How a game ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// With a signed text.
    Agreed,
    /// A side left.
    Left(Seat),
    /// The rounds ran out.
    Deadline,
    /// The relation broke down.
    Collapsed,
}

impl Ending {
    /// The name in files for other programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Left(_) => "walked_out",
            Self::Deadline => "deadline",
            Self::Collapsed => "minimal",
        }
    }
}

/// Everything about a running table, both sides' secrets included. It never leaves the program.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Where the game stands.
    pub stage: Stage,
    /// The seed of every chance.
    pub seed: u64,
    /// How many events there were: with the seed it makes each roll.
    pub events: u64,
    /// The round, from 1; 0 before the talks.
    pub round: u32,
    /// How often the turn passed.
    pub turn_no: u32,
    /// Actions left in this turn.
    pub actions_left: u32,
    /// Whether the free disclosure of this turn is used.
    pub free_disclosure_used: bool,
    /// The phase of the relation.
    pub phase: Phase,
    /// Full rounds in this phase.
    pub rounds_in_phase: u32,
    /// Rounds in a row without a step.
    pub idle_rounds: u32,
    /// Whether this round has seen a step.
    pub stepped: bool,
    /// Whether each side took a step in this round and in the last.
    pub gave: PerSeat<[bool; 2]>,
    /// Conciliatory moves of each side since minimal interaction began.
    pub conciliations: PerSeat<u32>,
    /// Trust and coercion.
    pub relation: Relation,
    /// Trust at the start.
    pub start: Relation,
    /// Every signal.
    pub steps: Vec<Step>,
    /// Every package on the table.
    pub offers: Vec<Offer>,
    /// The turn in which each side last conceded.
    pub last_concession: PerSeat<Option<u32>>,
    /// Who first tabled each option; `None` if the mediator did.
    pub tabled: BTreeMap<(IssueNo, OptionNo), Option<Seat>>,
    /// Disclosed priorities.
    pub claims: PerSeat<BTreeMap<IssueNo, Claim>>,
    /// What each side learnt in private.
    pub known: PerSeat<Known>,
    /// How often each side used cultural diplomacy.
    pub culture: PerSeat<u32>,
    /// How often each side chatted.
    pub small_talk: PerSeat<u32>,
    /// How often each side helped citizens.
    pub consular: PerSeat<u32>,
    /// Whether a hotline was set up.
    pub hotline: bool,
    /// Bad moves of each side that it has not repaired.
    pub offences: PerSeat<u32>,
    /// Public threats and ultimatums of each side that it has not taken back.
    pub public_threats: PerSeat<u32>,
    /// Announced positions.
    pub announced: PerSeat<BTreeMap<IssueNo, OptionNo>>,
    /// Promises that wait.
    pub promised: PerSeat<BTreeMap<IssueNo, OptionNo>>,
    /// BATNAs that were told, in hundredths.
    pub told_batna: PerSeat<Option<Percent>>,
    /// Rise of each side's quota, in hundredths.
    pub quota_raise: PerSeat<Percent>,
    /// Support won or lost at home, in hundredths.
    pub goodwill: PerSeat<Percent>,
    /// Groups heard.
    pub consulted: PerSeat<BTreeSet<usize>>,
    /// Issues signed early.
    pub fixed: BTreeMap<IssueNo, OptionNo>,
    /// Locked options that opened.
    pub unlocked: BTreeSet<(IssueNo, OptionNo)>,
    /// What news, reserve and mediator changed.
    pub shifts: Shifts,
    /// News that came, with whom it hit.
    pub news: Vec<(usize, Option<Seat>)>,
    /// What was asked and not yet answered.
    pub request: Option<(Seat, Request)>,
    /// Everything that was asked so far, with the answer; `None` while it waits or if it lapsed.
    pub requests: Vec<Asked>,
    /// Mediators that were called.
    pub mediators: BTreeSet<Style>,
    /// Whose next disclosure counts double.
    pub eased: PerSeat<bool>,
    /// Who accepted the mediator's newest text.
    pub text_accepted: PerSeat<bool>,
    /// A pending ultimatum.
    pub ultimatum: Option<Ultimatum>,
    /// What each side prepared.
    pub preparation: PerSeat<Option<Preparation>>,
    /// Signatures, with the last guess.
    pub signed: PerSeat<Option<Option<Guess>>>,
    /// Support and quota at ratification, in hundredths.
    pub ratification: Option<([Percent; 2], [Percent; 2])>,
    /// What was signed, in the end.
    pub deal: Option<Deal>,
    /// The better package, if the mediator found one.
    pub better: Option<Deal>,
    /// Who answered it, and how.
    pub better_answers: PerSeat<Option<bool>>,
    /// How it ended.
    pub ending: Option<Ending>,
    /// Answers to the private questions.
    pub reflection: PerSeat<Option<Reflection>>,
}

impl State {
    /// A table before anything has happened.
    pub fn new(scenario: &Scenario) -> Self {
        let relation = Relation::new(PerSeat::from_fn(|seat| scenario.shared.countries[seat].trust));
        Self {
            stage: Stage::Preparation,
            seed: 0,
            events: 0,
            round: 0,
            turn_no: 0,
            actions_left: 0,
            free_disclosure_used: false,
            phase: Phase::Normal,
            rounds_in_phase: 0,
            idle_rounds: 0,
            stepped: false,
            gave: PerSeat::default(),
            conciliations: PerSeat::default(),
            relation,
            start: relation,
            steps: Vec::new(),
            offers: Vec::new(),
            last_concession: PerSeat::default(),
            tabled: BTreeMap::new(),
            claims: PerSeat::default(),
            known: PerSeat::default(),
            culture: PerSeat::default(),
            small_talk: PerSeat::default(),
            consular: PerSeat::default(),
            hotline: false,
            offences: PerSeat::default(),
            public_threats: PerSeat::default(),
            announced: PerSeat::default(),
            promised: PerSeat::default(),
            told_batna: PerSeat::default(),
            quota_raise: PerSeat::default(),
            goodwill: PerSeat::default(),
            consulted: PerSeat::default(),
            fixed: BTreeMap::new(),
            unlocked: BTreeSet::new(),
            shifts: Shifts::default(),
            news: Vec::new(),
            request: None,
            requests: Vec::new(),
            mediators: BTreeSet::new(),
            eased: PerSeat::default(),
            text_accepted: PerSeat::default(),
            ultimatum: None,
            preparation: PerSeat::default(),
            signed: PerSeat::default(),
            ratification: None,
            deal: None,
            better: None,
            better_answers: PerSeat::default(),
            ending: None,
            reflection: PerSeat::default(),
        }
    }

    /// The state after these events.
    pub fn replay<'e>(scenario: &Scenario, events: impl IntoIterator<Item = &'e Event>) -> Self {
        events.into_iter().fold(Self::new(scenario), |mut state, event| {
            state.apply(scenario, event);
            state
        })
    }

    /// The newest formal offer of a seat.
    pub fn position(&self, seat: Seat) -> Option<&Offer> {
        self.offers.iter().rev().find(|offer| offer.by == Some(seat) && offer.kind == OfferKind::Formal)
    }

    /// The mediator's newest text.
    pub fn text(&self) -> Option<&Offer> {
        self.offers.iter().rev().find(|offer| offer.kind == OfferKind::Text)
    }

    /// Whose turn it is, in the talks.
    pub const fn turn(&self) -> Option<Seat> {
        match self.stage {
            Stage::Talks { turn } => Some(turn),
            _ => None,
        }
    }

    /// Whether an option can stand in an offer now.
    pub fn is_open(&self, scenario: &Scenario, issue: IssueNo, option: OptionNo) -> bool {
        let shared = &scenario.shared.issues[issue];
        if let Some(fixed) = self.fixed.get(&issue) {
            return *fixed == option;
        }
        if shared.reserve && !self.shifts.added.contains(&issue) {
            return option == shared.status_quo;
        }
        match shared.options[option].lock {
            None => true,
            Some(Lock::Bridge) => self.unlocked.contains(&(issue, option)),
            Some(Lock::Sweetener) => self.shifts.sweetened.contains(&(issue, option)),
        }
    }

    /// Actions of a full turn in the present phase.
    pub fn actions_per_turn(&self, scenario: &Scenario) -> u32 {
        match self.phase {
            Phase::Normal => scenario.shared.timing.actions,
            Phase::SlowDown | Phase::Minimal => 1,
        }
    }

    /// Whether news have come already.
    pub fn has_come(&self, no: usize) -> bool {
        self.news.iter().any(|(known, _)| *known == no)
    }
}
