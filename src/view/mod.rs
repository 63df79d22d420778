//! What one seat may see: the only way out for a player's data.
//!
//! A [`View`] is built up from what may be seen, never stripped down: there is no field for the other
//! country's brief. Computer players get a view and nothing else. After the end, [`debrief()`] opens both
//! sides.
//!
//! # Invariants
//!
//! - A view depends on public moves and on its own seat's secrets alone: two tables whose other
//!   side has other secrets give equal views (a test plays twins).
//! - Live numbers use the viewer's brief and public events only.

pub mod dance;
mod debrief;
mod log;
mod paper;
mod scenery;
mod what_if;

pub use debrief::{Debrief, Insight, answered, debrief};
pub use log::{Entry, Tone, log, request_phrase, whole_log};
pub use scenery::{Happening, Scenery, Sitting, Third, happening, scenery};
pub use what_if::{WhatIf, what_if};

use crate::rules::{
    self, AUDIENCE_COST, Asked, Claim, Command, Cost, Ending, Known, Offer, OfferKind, OfferNo, Phase,
    Preparation, Reflection, Refusal, Request, Stage, State, Style, Ultimatum,
};
use crate::scenario::{
    Brief, Deal, IssueNo, OptionNo, PerSeat, Percent, Points, Scenario, Seat, Sector, Shared, WHOLE,
};
use crate::scoring::insight::Guess;
use crate::scoring::relation::share;
use crate::scoring::substance::{self, Opinion};
use crate::scoring::{Relation, Step};
use std::collections::{BTreeMap, BTreeSet};

/// Where the game stands, as a seat sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum Moment {
    /// Both prepare.
    Preparation {
        /// Who is ready.
        ready: PerSeat<bool>,
    },
    /// The talks.
    Talks {
        /// Whose turn it is.
        turn: Seat,
    },
    /// A text waits for signatures.
    Signature {
        /// The text.
        deal: Deal,
        /// Who has signed.
        signed: PerSeat<bool>,
    },
    /// The mediator found a better package.
    Better {
        /// What was signed.
        deal: Deal,
        /// What the mediator found.
        better: Deal,
        /// Who has answered.
        answered: PerSeat<bool>,
    },
    /// The game is over.
    Closed {
        /// How it ended.
        ending: Ending,
        /// What was signed, if anything.
        deal: Option<Deal>,
        /// Support and quota at ratification, in hundredths.
        ratification: Option<([Percent; 2], [Percent; 2])>,
        /// Who has answered the private questions.
        reflected: PerSeat<bool>,
    },
}

/// A disclosed priority, as both sides know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which priority it is said to be.
    pub rank: usize,
    /// Whether it came out as a lie.
    pub exposed: bool,
}

/// What one seat may see of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct View<'a> {
    /// Whose view it is.
    pub seat: Seat,
    /// What both know.
    pub shared: &'a Shared,
    /// The seat's own brief.
    pub brief: &'a Brief,
    /// Where the game stands.
    pub moment: Moment,
    /// The round, from 1; 0 before the talks.
    pub round: u32,
    /// How often the turn passed.
    pub turn_no: u32,
    /// Actions left in the running turn.
    pub actions_left: u32,
    /// The phase of the relation.
    pub phase: Phase,
    /// Full rounds in this phase.
    pub rounds_in_phase: u32,
    /// Rounds in a row without a step.
    pub idle_rounds: u32,
    /// Trust and coercion, which follow from public moves.
    pub relation: Relation,
    /// Every package on the table.
    pub offers: Vec<Offer>,
    /// Priorities that were told.
    pub told: PerSeat<BTreeMap<IssueNo, Told>>,
    /// What this seat learnt in private.
    pub known: Known,
    /// Whether a hotline rings.
    pub hotline: bool,
    /// Positions announced in public.
    pub announced: PerSeat<BTreeMap<IssueNo, OptionNo>>,
    /// Promises that wait.
    pub promised: PerSeat<BTreeMap<IssueNo, OptionNo>>,
    /// BATNAs that were told, in hundredths.
    pub told_batna: PerSeat<Option<Percent>>,
    /// How far this seat's quota rose, in hundredths.
    pub quota_raise: Percent,
    /// Support that this seat won or lost at home, in hundredths.
    pub goodwill: Percent,
    /// Own groups that were heard.
    pub consulted: BTreeSet<usize>,
    /// Issues signed early.
    pub fixed: BTreeMap<IssueNo, OptionNo>,
    /// For each issue, which options can stand in an offer now.
    pub open: Vec<Vec<bool>>,
    /// Issues added from the reserve.
    pub added: BTreeSet<IssueNo>,
    /// News that came, with the side whose trust it hit if the dice chose it.
    pub news: Vec<(usize, Option<Seat>)>,
    /// What was asked and not yet answered.
    pub request: Option<(Seat, Request)>,
    /// Everything that was asked so far, with the answer.
    pub requests: Vec<Asked>,
    /// Options that a mediator brought, also where the article was signed early since.
    pub sweetened: BTreeSet<(IssueNo, OptionNo)>,
    /// How often each side used cultural diplomacy.
    pub culture: PerSeat<u32>,
    /// Bad moves of this seat that it has not repaired.
    pub offences: u32,
    /// Mediators that were called.
    pub mediators: BTreeSet<Style>,
    /// Who accepted the mediator's newest text.
    pub text_accepted: PerSeat<bool>,
    /// A pending ultimatum.
    pub ultimatum: Option<Ultimatum>,
    /// What this seat prepared.
    pub preparation: Option<Preparation>,
    /// What this seat answered to the private questions.
    pub reflection: Option<Reflection>,
    /// This seat's last guess before signing.
    pub last_guess: Option<Guess>,
    /// What this seat's options are worth now, in points, by issue.
    pub parts: Vec<Vec<Points>>,
    /// Needs of this seat that no good text may pass over.
    pub critical: BTreeSet<Sector>,
    /// What no agreement is worth to this seat now.
    pub batna: Points,
    /// Which options do serious harm.
    pub harmful: Vec<Vec<bool>>,
    /// What this seat's options are worth now, in hundredths, by issue.
    pub values: Vec<Vec<Percent>>,
    /// Every signal so far and what it changed in trust.
    pub steps: Vec<Step>,
}

/// What a seat sees of a table.
pub fn view<'a>(scenario: &'a Scenario, state: &State, seat: Seat) -> View<'a> {
    let case = rules::case(scenario, state);
    let at = seat.index();
    let issues = &scenario.shared.issues;
    let per_option = |make: &dyn Fn(IssueNo, OptionNo) -> bool| -> Vec<Vec<bool>> {
        issues
            .iter()
            .enumerate()
            .map(|(issue, it)| (0..it.options.len()).map(|option| make(issue, option)).collect())
            .collect()
    };
    let parts: Vec<Vec<Points>> =
        case.parts.iter().map(|options| options.iter().map(|part| part[at]).collect()).collect();
    let brief = &scenario.briefs[seat];
    let values = brief
        .stakes
        .iter()
        .enumerate()
        .map(|(issue, options)| {
            let weight = Points::from(brief.weights[issue]);
            options
                .iter()
                .enumerate()
                .map(|(option, stake)| match weight {
                    0 => stake.value,
                    weight => Percent::try_from(parts[issue][option] / weight).unwrap_or(stake.value),
                })
                .collect()
        })
        .collect();
    View {
        seat,
        shared: &scenario.shared,
        brief,
        moment: moment(state),
        round: state.round,
        turn_no: state.turn_no,
        actions_left: state.actions_left,
        phase: state.phase,
        rounds_in_phase: state.rounds_in_phase,
        idle_rounds: state.idle_rounds,
        relation: state.relation,
        offers: state.offers.clone(),
        told: state.claims.map(told),
        known: state.known[seat].clone(),
        hotline: state.hotline,
        announced: state.announced.clone(),
        promised: state.promised.clone(),
        told_batna: state.told_batna,
        quota_raise: state.quota_raise[seat],
        goodwill: state.goodwill[seat],
        consulted: state.consulted[seat].clone(),
        fixed: state.fixed.clone(),
        open: per_option(&|issue, option| state.is_open(scenario, issue, option)),
        added: state.shifts.added.clone(),
        news: state.news.clone(),
        request: state.request,
        requests: state.requests.clone(),
        sweetened: state.shifts.sweetened.clone(),
        culture: state.culture,
        offences: state.offences[seat],
        mediators: state.mediators.clone(),
        text_accepted: state.text_accepted,
        ultimatum: state.ultimatum,
        preparation: state.preparation[seat].clone(),
        reflection: state.reflection[seat].clone(),
        last_guess: state.signed[seat].clone().flatten(),
        critical: scenario.briefs[seat]
            .needs
            .iter()
            .filter(|(_, need)| scenario.is_critical(**need))
            .map(|(sector, _)| *sector)
            .collect(),
        batna: case.batna[at],
        harmful: per_option(&|issue, option| case.is_harmful(issue, option)),
        values,
        steps: state.steps.clone(),
        parts,
    }
}

/// What a seat could do now besides offers and words, each with its cost or the reason why not.
///
/// It belongs to the view of the same seat: the rules that refuse look at nothing else of the
/// other side than what is on the table.
pub fn possible(scenario: &Scenario, state: &State, seat: Seat) -> Vec<(Command, Result<Cost, Refusal>)> {
    rules::possible(scenario, state, seat)
}

fn told(claims: &BTreeMap<IssueNo, Claim>) -> BTreeMap<IssueNo, Told> {
    claims.iter().map(|(issue, claim)| (*issue, Told { rank: claim.rank, exposed: claim.exposed })).collect()
}

fn moment(state: &State) -> Moment {
    match &state.stage {
        Stage::Preparation => Moment::Preparation { ready: state.preparation.map(Option::is_some) },
        Stage::Talks { turn } => Moment::Talks { turn: *turn },
        Stage::Signature { deal } => {
            Moment::Signature { deal: deal.clone(), signed: state.signed.map(Option::is_some) }
        }
        Stage::Better { deal, better } => Moment::Better {
            deal: deal.clone(),
            better: better.clone(),
            answered: state.better_answers.map(Option::is_some),
        },
        Stage::Closed => Moment::Closed {
            ending: state.ending.unwrap_or(Ending::Deadline),
            deal: state.deal.clone(),
            ratification: state.ratification,
            reflected: state.reflection.map(Option::is_some),
        },
    }
}

impl View<'_> {
    /// Whether this seat may act in the talks.
    pub fn my_turn(&self) -> bool {
        self.moment == Moment::Talks { turn: self.seat }
    }

    /// What a deal is worth to this seat now.
    pub fn utility(&self, deal: &Deal) -> Points {
        deal.choices().map(|(issue, option)| self.parts[issue][option]).sum()
    }

    /// The same as a fraction of 1.
    pub fn worth(&self, deal: &Deal) -> f64 {
        self.utility(deal) as f64 / WHOLE as f64
    }

    /// The newest formal offer of a seat.
    pub fn position(&self, seat: Seat) -> Option<&Offer> {
        self.offers.iter().rev().find(|offer| offer.by == Some(seat) && offer.kind == OfferKind::Formal)
    }

    /// The mediator's newest text.
    pub fn text(&self) -> Option<&Offer> {
        self.offers.iter().rev().find(|offer| offer.kind == OfferKind::Text)
    }

    /// An offer by its number.
    pub fn offer(&self, no: OfferNo) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.no == no)
    }

    /// Whether an issue is on the table: not waiting in the reserve.
    pub fn in_play(&self, issue: IssueNo) -> bool {
        !self.shared.issues[issue].reserve || self.added.contains(&issue)
    }

    /// Whether a deal consists of options that are open now.
    pub fn can_offer(&self, deal: &Deal) -> bool {
        deal.choices().all(|(issue, option)| self.open[issue][option])
    }

    /// Red lines of this seat that a deal crosses.
    pub fn crossed(&self, deal: &Deal) -> Vec<(IssueNo, OptionNo)> {
        self.brief.crossed(deal).collect()
    }

    /// The newest package of a side, formal or explored.
    pub fn newest(&self, by: Seat) -> Option<&Offer> {
        self.offers.iter().rev().find(|offer| offer.by == Some(by) && offer.kind != OfferKind::Text)
    }

    /// The newest package that a side explored off the record.
    pub fn explored(&self, by: Seat) -> Option<&Offer> {
        let theirs = |offer: &&Offer| offer.by == Some(by) && offer.kind == OfferKind::Exploratory;
        self.offers.iter().rev().find(theirs)
    }

    /// A side's trust in the other, 0 to 1.
    pub fn trust(&self, seat: Seat) -> f64 {
        share(self.relation.trust[seat])
    }

    /// How this seat's groups see a deal.
    pub fn opinions(&self, deal: &Deal) -> Vec<Opinion> {
        let voice = |group: usize| self.consulted.contains(&group);
        substance::opinions_of(self.shared, self.brief, &self.values, &self.open_pillars(), deal, voice)
    }

    /// Support of this seat's groups for a deal, and the quota of its instrument, 0 to 1.
    pub fn backing(&self, deal: &Deal) -> (f64, f64) {
        let support = substance::support(&self.opinions(deal), self.goodwill);
        let instrument = self.shared.instrument();
        let form = self.shared.choice(instrument, deal[instrument]);
        // Who gives up what was announced in public pays for it at home.
        let announced = self.announced[self.seat].iter();
        let given_up = announced.filter(|&(issue, option)| deal[*issue] != *option).count();
        let raise = self.quota_raise + AUDIENCE_COST * given_up as Percent;
        let quota = crate::scoring::measure::raised_quota(form.quota, raise);
        (support, f64::from(quota) / 100.0)
    }

    /// Which options count for the potential of the pillars: all but those that cannot come any more.
    fn open_pillars(&self) -> Vec<Vec<bool>> {
        self.shared
            .issues
            .iter()
            .enumerate()
            .map(|(no, issue)| {
                let waiting = !self.in_play(no);
                (0..issue.options.len())
                    .map(|option| {
                        let sweetener = issue.options[option].lock == Some(crate::scenario::Lock::Sweetener);
                        (!waiting || option == issue.status_quo)
                            && (!sweetener || self.sweetened.contains(&(no, option)))
                    })
                    .collect()
            })
            .collect()
    }

    /// Rounds that are left after this one.
    pub const fn rounds_left(&self) -> u32 {
        self.shared.timing.rounds.saturating_sub(self.round)
    }
}
