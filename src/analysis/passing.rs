//! Packages that pass the checks of the outcome, C2 to C6, with the full clause set.

use super::full_clauses;
use crate::exact::EPS;
use crate::scenario::{Deal, IssueNo, OptionNo, PerSeat, Points, Seat, Sector};
use crate::scoring::measure::{SMALL_GAIN, ratifies};
use crate::scoring::substance::{self, harms};
use crate::scoring::{Case, References, Talk};

/// More packages than this are not looked at one by one.
const MOST: u128 = 2_000_000;

/// What was found among the packages that beat both BATNAs.
#[derive(Clone, Debug, PartialEq)]
pub struct Passing {
    /// Packages with a gain for both.
    pub gaining: u64,
    /// Of them, those that pass C3 to C6.
    pub passing: u64,
    /// Of them, those that fail C3, C4, C5, C6.
    pub failing: [u64; 4],
    /// The passing one with the largest product of gains, and its utilities.
    pub best: Option<(Deal, [Points; 2])>,
    /// Whether one of those with a gain for both crosses no red line and would be ratified on both sides, once every
    /// group was heard, in some form and with some clauses; `None` if not all of them were looked at.
    pub signable: Option<bool>,
}

/// Packages of which it is asked whether they could be signed and come into force.
const MOST_VOTES: u64 = 50_000;

/// How one option adds to a critical need: the side's need number and the share.
struct Walk<'c, 'a> {
    case: &'c Case<'a>,
    references: &'c References,
    issues: Vec<IssueNo>,
    needs: Vec<Vec<Vec<f64>>>,
    need_count: usize,
    found: Passing,
    best_product: i128,
    highest: Vec<[Points; 2]>,
    home: Home,
}

/// What decides at home, once every group was heard.
struct Home {
    talk: Talk,
    /// Issues that no country weighs, such as clauses and instrument, each with the options that nobody rules out.
    free: Vec<(IssueNo, Vec<OptionNo>)>,
}

/// More forms and clauses than this are not tried with each package.
const MOST_FORMS: usize = 64;

impl Home {
    fn of(case: &Case<'_>) -> Self {
        let scenario = case.scenario;
        let mut talk = Talk::silent(&scenario.shared);
        talk.voice = PerSeat::from_fn(|seat| (0..scenario.briefs[seat].groups.len()).collect());
        let unweighed = |issue: &IssueNo| case.weights[*issue].iter().all(|weight| *weight == 0.0);
        let allowed = |issue: IssueNo| {
            let open = 0..case.open[issue].len();
            (
                issue,
                open.filter(|&option| case.open[issue][option] && !scenario.is_ruled_out(issue, option))
                    .collect(),
            )
        };
        Self { talk, free: (0..case.open.len()).filter(unweighed).map(allowed).collect() }
    }

    /// How many ways there are to choose what no country weighs; `None` if there are too many.
    fn forms(&self) -> Option<usize> {
        let count = self.free.iter().try_fold(1usize, |count, (_, options)| count.checked_mul(options.len()));
        count.filter(|count| *count <= MOST_FORMS)
    }

    /// Whether both could sign a package in some form and with some clauses, and it would come into force.
    fn takes(&self, case: &Case<'_>, deal: &Deal, forms: usize) -> bool {
        (0..forms).any(|form| {
            let mut deal = deal.clone();
            let mut rest = form;
            for (issue, options) in &self.free {
                deal.0[*issue] = options[rest % options.len()];
                rest /= options.len();
            }
            Seat::ALL.into_iter().all(|seat| {
                case.scenario.briefs[seat].crossed(&deal).next().is_none()
                    && ratifies(case, &deal, &self.talk, seat)
            })
        })
    }
}

/// Looks at every package with a gain for both; `None` if there are too many.
pub fn passing(case: &Case<'_>, references: &References) -> Option<Passing> {
    if case.packages() > MOST {
        return None;
    }
    let critical = critical_needs(case);
    let issues = case.weighted_issues();
    let needs = issues
        .iter()
        .map(|&issue| {
            (0..case.parts[issue].len())
                .map(|option| critical.iter().map(|need| share(case, need, issue, option)).collect())
                .collect()
        })
        .collect();
    // The most that the issues from here on can add, so that hopeless branches are left early.
    let mut highest = vec![[0, 0]; issues.len() + 1];
    for (at, &issue) in issues.iter().enumerate().rev() {
        for side in 0..2 {
            let most = (0..case.parts[issue].len())
                .filter(|&option| case.open[issue][option])
                .map(|option| case.parts[issue][option][side])
                .max();
            highest[at][side] = highest[at + 1][side] + most.unwrap_or(0);
        }
    }
    let mut deal = case.scenario.shared.status_quo();
    full_clauses(case.scenario, &mut deal);
    let mut walk = Walk {
        case,
        references,
        issues,
        needs,
        need_count: critical.len(),
        found: Passing { gaining: 0, passing: 0, failing: [0; 4], best: None, signable: Some(false) },
        home: Home::of(case),
        best_product: -1,
        highest,
    };
    let met = vec![0.0; walk.need_count];
    walk.step(0, &mut deal, [0, 0], &met);
    Some(walk.found)
}

/// A critical need of a side: sector, whether options declare what they meet, and the weight of its issues.
struct Need {
    seat: Seat,
    sector: Sector,
    declared: bool,
    weight: f64,
    issues: f64,
}

fn critical_needs(case: &Case<'_>) -> Vec<Need> {
    let mut needs = Vec::new();
    for seat in Seat::ALL {
        let brief = &case.scenario.briefs[seat];
        for (&sector, need) in &brief.needs {
            if !case.scenario.is_critical(*need) {
                continue;
            }
            let declared = brief.stakes.iter().flatten().any(|stake| stake.meets.contains_key(&sector));
            let of_sector = |issue: &IssueNo| {
                case.scenario.shared.issues[*issue].sector == Some(sector)
                    && case.open[*issue].iter().filter(|open| **open).count() > 1
            };
            let issues: Vec<IssueNo> = (0..case.parts.len()).filter(of_sector).collect();
            let weight = issues.iter().map(|&issue| case.weights[issue][seat.index()]).sum();
            needs.push(Need { seat, sector, declared, weight, issues: issues.len() as f64 });
        }
    }
    needs
}

fn share(case: &Case<'_>, need: &Need, issue: IssueNo, option: OptionNo) -> f64 {
    let stake = &case.scenario.briefs[need.seat].stakes[issue][option];
    if need.declared {
        return f64::from(stake.meets.get(&need.sector).copied().unwrap_or(0)) / 100.0;
    }
    if case.scenario.shared.issues[issue].sector != Some(need.sector) {
        return 0.0;
    }
    if need.weight > EPS {
        case.fraction(case.parts[issue][option][need.seat.index()]) / need.weight
    } else {
        f64::from(stake.value) / 100.0 / need.issues.max(1.0)
    }
}

impl Walk<'_, '_> {
    fn step(&mut self, at: usize, deal: &mut Deal, sum: [Points; 2], met: &[f64]) {
        let case = self.case;
        let hopeless = (0..2).any(|side| sum[side] + self.highest[at][side] < case.base[side] - case.noise);
        if hopeless {
            return;
        }
        let Some(&issue) = self.issues.get(at) else {
            self.judge(deal, sum, met);
            return;
        };
        for option in 0..case.parts[issue].len() {
            if !case.open[issue][option] {
                continue;
            }
            deal.0[issue] = option;
            let part = case.parts[issue][option];
            let next: Vec<f64> =
                met.iter().zip(&self.needs[at][option]).map(|(met, share)| met + share).collect();
            self.step(at + 1, deal, [sum[0] + part[0], sum[1] + part[1]], &next);
        }
    }

    fn judge(&mut self, deal: &Deal, utilities: [Points; 2], met: &[f64]) {
        let case = self.case;
        let settings = &case.scenario.teacher.scoring;
        let utilities = [0, 1].map(|side| case.settled(utilities[side], side));
        let gains = case.gains(utilities);
        if gains.iter().any(|gain| case.fraction(*gain) <= SMALL_GAIN) {
            return;
        }
        self.found.gaining += 1;
        if self.found.signable == Some(false) {
            let forms = self.home.forms().filter(|_| self.found.gaining <= MOST_VOTES);
            self.found.signable = forms.map(|forms| self.home.takes(case, deal, forms));
        }
        let gamma = self.references.normalise(gains);
        let share = gamma[0].min(gamma[1]) / (gamma[0] + gamma[1]);
        let pillars = substance::pillars(case, deal);
        let holds = [
            share >= settings.min_share - EPS,
            self.references.efficiency(gains, case.base) >= settings.min_efficiency - EPS,
            met.iter().all(|met| *met >= settings.need_met - EPS),
            pillars.iter().flatten().all(|pillar| *pillar >= -EPS) && harms(case, deal).is_empty()
                || !settings.no_net_harm,
        ];
        for (failing, holds) in self.found.failing.iter_mut().zip(holds) {
            *failing += u64::from(!holds);
        }
        if holds.into_iter().all(|holds| holds) {
            self.found.passing += 1;
            let product = i128::from(gains[0]) * i128::from(gains[1]);
            if product > self.best_product {
                self.best_product = product;
                self.found.best = Some((deal.clone(), utilities));
            }
        }
    }
}
