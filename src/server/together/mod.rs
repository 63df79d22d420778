//! The debrief of a class as a value: every result in numbers, and what they say together.
//!
//! A result bears no name. Charts and slides are drawn from a [`Together`] alone, so that nothing on a
//! projector can tell who did what.

mod heat;

pub use heat::{Heat, heat};

use super::class::{Class, Guest, Source};
use crate::analysis;
use crate::rules::OfferKind;
use crate::scenario::{Deal, IssueNo, PerSeat, Scenario, Seat};
use crate::scoring::{self, Case, Checks, Frontier, Grade, References, Report, Talk};
use crate::table::Table;
use crate::view::Debrief;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One result: a table of the class, or one from outside. Numbers are on the scale of 100.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Where it comes from.
    pub source: Source,
    /// Whether a counterpart kept a chair.
    pub lent: bool,
    /// What was agreed.
    pub deal: Option<Deal>,
    /// What it is worth to both; without a deal, the BATNAs.
    pub spot: [f64; 2],
    /// How much of what could be had without harm to either was taken, 0 to 1.
    pub efficiency: f64,
    /// What each side leaves on the table: to the better package, or without a deal to the Nash point.
    pub left: [f64; 2],
    /// What the better package would be worth to both.
    pub better: Option<[f64; 2]>,
    /// What the deal was worth to both before they took a mediator's better package at the table.
    pub before: Option<[f64; 2]>,
    /// What each seat answered to it.
    pub answers: PerSeat<Option<bool>>,
    /// What each side's own first formal offer was worth to itself.
    pub first: [Option<f64>; 2],
    /// How right each side's guess was before and after, 0 to 1.
    pub guessed: [[Option<f64>; 2]; 2],
    /// The grade.
    pub grade: Grade,
    /// The checks; `None` without a deal.
    pub checks: Option<Checks>,
    /// Dependency, liberal, realism of both, justice, sustainability; 0 to 100.
    pub lenses: [f64; 6],
    /// Durability, survival, and whether it is still mutually beneficial; `None` if nothing is in force.
    pub years: Option<(f64, f64, bool)>,
}

/// The class as a whole.
#[derive(Clone, Debug)]
pub struct Together {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Every result.
    pub outcomes: Vec<Outcome>,
    /// The harm-free frontier of the scenario as its file has it.
    pub frontier: Vec<[f64; 2]>,
    /// How far the frontiers of the tables themselves reach, with their news and added articles.
    pub wider: Vec<[f64; 2]>,
    /// What no agreement is worth.
    pub batna: [f64; 2],
    /// The Nash point.
    pub nash: Option<[f64; 2]>,
    /// The package that splits every article in the middle.
    pub middle: [f64; 2],
    /// Articles on which both sides want the same.
    pub compatible: Vec<IssueNo>,
    /// Two articles that are worth trading against each other.
    pub logroll: Option<(IssueNo, IssueNo)>,
}

/// Debriefs that are known already, by table.
pub type Known = BTreeMap<usize, Arc<Debrief>>;

fn hundred(case: &Case<'_>, point: [i64; 2]) -> [f64; 2] {
    point.map(|points| 100.0 * case.fraction(points))
}

impl Together {
    /// The debrief of a class. Tables that are not over are left out; `known` saves computing again.
    pub fn of(class: &Class, known: &Known) -> Self {
        let scenario = Arc::clone(&class.scenario);
        let case = Case::new(&scenario);
        let references = References::of(&case);
        let analysis = analysis::analyse_case(case.clone());
        let mut outcomes = Vec::new();
        let mut reached = Vec::new();
        for (no, pair) in class.tables() {
            let Some(debrief) = known.get(&no).cloned().or_else(|| pair.table.debrief().map(Arc::new)) else {
                continue;
            };
            let mut outcome = of_table(Source::Class, pair.is_lent(), &pair.table, &debrief);
            outcome.answers = pair.improved;
            let (own, _) = pair.table.scored();
            reached.extend(Frontier::open(&own).points.iter().map(|point| hundred(&own, *point)));
            outcomes.push(outcome);
        }
        outcomes.extend(class.guests.iter().flatten().filter_map(|guest| of_guest(&scenario, guest)));
        let logroll = analysis.logrolls().into_iter().max_by(|one, other| {
            let worth = |(a, b): &(IssueNo, IssueNo)| -> f64 {
                let (a, b) = (case.weights[*a], case.weights[*b]);
                (a[0] - b[0]).abs().min((a[1] - b[1]).abs())
            };
            // The first of equals, whatever way the comparison goes.
            worth(one).total_cmp(&worth(other)).then_with(|| other.cmp(one))
        });
        Self {
            frontier: references.frontier.points.iter().map(|point| hundred(&case, *point)).collect(),
            wider: edge(reached),
            batna: hundred(&case, case.batna),
            nash: references.zopa.then(|| hundred(&case, references.frontier.points[references.nash])),
            middle: hundred(&case, analysis.compromise_utilities),
            compatible: analysis.compatible(),
            logroll,
            outcomes,
            scenario: Arc::clone(&class.scenario),
        }
    }

    /// Results with a deal.
    pub fn deals(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(|it| it.deal.is_some())
    }

    /// Results with a better package, at the table or in the last round: how many, how many took it, how
    /// many have kept their deal.
    pub fn improved(&self) -> (usize, usize, usize) {
        let offered = self.outcomes.iter().filter(|it| it.source == Source::Class);
        let (mut all, mut took, mut kept) = (0, 0, 0);
        for outcome in offered.filter(|it| it.better.is_some() || it.before.is_some()) {
            all += 1;
            match outcome.taken() {
                _ if outcome.before.is_some() => took += 1,
                Some(true) => took += 1,
                Some(false) => kept += 1,
                None => {}
            }
        }
        (all, took, kept)
    }
}

impl Outcome {
    /// Whether both took the better package; `None` while somebody has not answered.
    pub const fn taken(&self) -> Option<bool> {
        match (self.answers.first, self.answers.second) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }

    /// The mean accuracy of both sides' guesses, before or after.
    pub fn accuracy(&self, after: usize) -> Option<f64> {
        let known: Vec<f64> = (0..2).filter_map(|at| self.guessed[at][after]).collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    }
}

fn lenses(report: &Report) -> [f64; 6] {
    let it = &report.lenses;
    [it.dependency, it.liberal, it.realism[0], it.realism[1], it.justice, it.sustainability]
}

/// What a report says, without what only a recorded game knows.
fn of_report(source: Source, case: &Case<'_>, report: &Report) -> Outcome {
    let spot = report.measures.utility.map(|it| 100.0 * it);
    let in_force = report.is_in_force();
    let better = report.post_settlement.as_ref().filter(|_| in_force);
    let better = better.map(|deal| hundred(case, case.utilities(deal)));
    let references = &report.references;
    // A text that failed at home leaves as much as no text.
    let nash = || hundred(case, references.frontier.points[references.nash]);
    let goal = if in_force { better } else { references.zopa.then(nash) };
    Outcome {
        source,
        lent: false,
        deal: report.deal.clone(),
        spot,
        efficiency: report.measures.efficiency,
        left: goal.map_or([0.0; 2], |goal| [0, 1].map(|at| (goal[at] - spot[at]).max(0.0))),
        better,
        before: None,
        answers: PerSeat::default(),
        first: [None; 2],
        guessed: [[None; 2]; 2],
        grade: report.measures.grade,
        checks: report.measures.checks,
        lenses: lenses(report),
        years: None,
    }
}

fn of_table(source: Source, lent: bool, table: &Table, debrief: &Debrief) -> Outcome {
    let (case, _) = table.scored();
    let mut outcome = of_report(source, &case, &debrief.report);
    outcome.lent = lent;
    for seat in Seat::ALL {
        let at = seat.index();
        let first = debrief.dance.iter().find(|step| step.by == Some(seat) && step.kind == OfferKind::Formal);
        outcome.first[at] = first.map(|step| hundred(&case, step.utilities)[at]);
        let insight = &debrief.insight[seat];
        outcome.guessed[at] = [&insight.before, &insight.after].map(|it| it.as_ref().map(|it| it.1));
    }
    outcome.before = debrief.first_deal.as_ref().map(|deal| hundred(&case, case.utilities(deal)));
    outcome.years =
        debrief.outlook.as_ref().map(|it| (it.durability, 100.0 * it.survival, it.still_beneficial()));
    outcome
}

fn of_guest(scenario: &Scenario, guest: &Guest) -> Option<Outcome> {
    if let Some(table) = &guest.table {
        return Some(of_table(guest.source, guest.source == Source::Solo, table, &table.debrief()?));
    }
    // Of talks on paper nothing is known but what was signed.
    let talk = Talk::silent(&scenario.shared);
    let case = Case::of_deal(scenario, guest.deal.as_ref());
    Some(of_report(guest.source, &case, &scoring::score(&case, guest.deal.as_ref(), &talk)))
}

/// Those points of which none is worse than another for both.
fn edge(mut points: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    points.sort_by(|one, other| other[0].total_cmp(&one[0]).then(other[1].total_cmp(&one[1])));
    let mut best = f64::NEG_INFINITY;
    points.retain(|point| {
        let better = point[1] > best;
        best = best.max(point[1]);
        better
    });
    points
}

/// The line of the frontier that a replay is drawn against.
pub fn frontier_of(case: &Case<'_>) -> Vec<[f64; 2]> {
    Frontier::admissible(case).points.iter().map(|point| hundred(case, *point)).collect()
}

/// The middle of some numbers.
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(values[half]),
        _ => Some((values[half - 1] + values[half]) / 2.0),
    }
}
