//! A scenario in numbers, as it stands at one moment of the talks.

use crate::scenario::{Deal, FINE, IssueNo, Kind, Lock, OptionNo, Points, Scenario, Seat, WHOLE};
use std::collections::BTreeSet;

/// What the talks have changed so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shifts {
    /// Changes of the BATNAs, in hundredths.
    pub batna: [i32; 2],
    /// Changes of values: issue, option, seat, hundredths.
    pub values: Vec<(IssueNo, OptionNo, Seat, i32)>,
    /// Issues added from the reserve.
    pub added: BTreeSet<IssueNo>,
    /// Sweeteners that a mediator has brought.
    pub sweetened: BTreeSet<(IssueNo, OptionNo)>,
}

/// The numbers from which everything else is computed.
///
/// Utilities are whole numbers of `1 / unit`, so that sums are exact and ties are ties.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The scenario behind the numbers.
    pub scenario: &'a Scenario,
    /// What each option adds to each side's utility, by issue and option.
    pub parts: Vec<Vec<[Points; 2]>>,
    /// Weights as fractions of 1.
    pub weights: Vec<[f64; 2]>,
    /// What no agreement is worth.
    pub batna: [Points; 2],
    /// What gains are counted from: the BATNA, or the status quo ante if the scenario says so.
    pub base: [Points; 2],
    /// How many units make 1.0.
    pub unit: Points,
    /// The most that a utility counts: a sum of exact parts above 1 counts as 1, as GENIUS has it.
    pub most: Points,
    /// Utilities that differ by less are the same but for rounding: 0 for whole points.
    pub noise: Points,
    /// Options that can be part of a deal at all: not an issue in reserve, not a sweetener unbrought.
    pub open: Vec<Vec<bool>>,
    /// Open options that do no serious harm: the benchmark for frontier, ideal points and efficiency.
    pub admissible: Vec<Vec<bool>>,
}

impl<'a> Case<'a> {
    /// The scenario as its file has it.
    pub fn new(scenario: &'a Scenario) -> Self {
        Self::at(scenario, &Shifts::default())
    }

    /// The scenario at full precision where its file has exact utilities, else as [`Case::new`]:
    /// for analysis and plain offers, never for the game itself.
    pub fn exact(scenario: &'a Scenario) -> Self {
        let mut case = Self::new(scenario);
        let [Some(first), Some(second)] = Seat::ALL.map(|seat| scenario.briefs[seat].exact.as_ref()) else {
            return case;
        };
        case.parts = first
            .parts
            .iter()
            .zip(&second.parts)
            .map(|(a, b)| a.iter().zip(b).map(|(&a, &b)| [a, b]).collect())
            .collect();
        case.batna = [first.reservation, second.reservation];
        case.base = case.batna;
        case.unit = FINE;
        case.most = FINE;
        // Each part was computed and rounded: one unit at most, in both of the sums that are compared.
        case.noise = 2 * Points::try_from(case.parts.len()).unwrap_or(Points::MAX / 2);
        // What an issue can add at most is its weight times its largest evaluation, which formats
        // with normalised evaluations call its weight.
        let largest = |options: &Vec<[Points; 2]>, side: usize| options.iter().map(|part| part[side]).max();
        case.weights = case
            .parts
            .iter()
            .map(|options| [0, 1].map(|side| largest(options, side).unwrap_or(0) as f64 / FINE as f64))
            .collect();
        case
    }

    /// Whether the utilities are those of the file's `exact` part.
    pub const fn is_exact(&self) -> bool {
        self.noise > 0
    }

    /// A sum of parts as a utility: cut at the most that counts, and equal to what it only misses by rounding.
    pub fn settled(&self, sum: Points, side: usize) -> Points {
        if !self.is_exact() {
            return sum;
        }
        let near = |mark: &Points| (sum - mark).abs() <= self.noise;
        [self.batna[side], self.most, 0].into_iter().find(near).unwrap_or(sum).min(self.most)
    }

    /// The scenario in which this deal was made, where nobody recorded how: what stands in it was brought to the
    /// table, articles from the reserve and sweeteners alike.
    pub fn of_deal(scenario: &'a Scenario, deal: Option<&Deal>) -> Self {
        let shared = &scenario.shared;
        let mut shifts = Shifts::default();
        for (issue, option) in deal.iter().flat_map(|deal| deal.choices()) {
            if shared.issues[issue].reserve && option != shared.issues[issue].status_quo {
                shifts.added.insert(issue);
            }
            if shared.choice(issue, option).lock == Some(Lock::Sweetener) {
                shifts.sweetened.insert((issue, option));
            }
        }
        Self::at(scenario, &shifts)
    }

    /// The scenario with what the talks have changed.
    pub fn at(scenario: &'a Scenario, shifts: &Shifts) -> Self {
        let shared = &scenario.shared;
        let mut values: Vec<Vec<[i32; 2]>> = shared
            .issues
            .iter()
            .enumerate()
            .map(|(no, issue)| {
                (0..issue.options.len())
                    .map(|option| Seat::ALL.map(|seat| scenario.briefs[seat].stakes[no][option].value))
                    .collect()
            })
            .collect();
        for &(issue, option, seat, change) in &shifts.values {
            let value = &mut values[issue][option][seat.index()];
            *value = (*value + change).clamp(0, 100);
        }
        let parts = values
            .iter()
            .enumerate()
            .map(|(no, options)| {
                let weight = Seat::ALL.map(|seat| Points::from(scenario.briefs[seat].weights[no]));
                options
                    .iter()
                    .map(|value| [0, 1].map(|side| weight[side] * Points::from(value[side])))
                    .collect()
            })
            .collect();
        let weights = (0..shared.issues.len())
            .map(|no| Seat::ALL.map(|seat| f64::from(scenario.briefs[seat].weights[no]) / 100.0))
            .collect();
        let batna = Seat::ALL.map(|seat| {
            let batna = scenario.briefs[seat].batna + shifts.batna[seat.index()];
            Points::from(batna.clamp(0, 100)) * (WHOLE / 100)
        });
        let base = Seat::ALL.map(|seat| match scenario.briefs[seat].status_quo_ante {
            // News change what is left, and not what was.
            Some(before) if scenario.teacher.scoring.from_status_quo_ante => {
                Points::from(before) * (WHOLE / 100)
            }
            _ => batna[seat.index()],
        });
        let open: Vec<Vec<bool>> = shared
            .issues
            .iter()
            .enumerate()
            .map(|(no, issue)| {
                let in_reserve = issue.reserve && !shifts.added.contains(&no);
                issue
                    .options
                    .iter()
                    .enumerate()
                    .map(|(option, choice)| {
                        let unbrought =
                            choice.lock == Some(Lock::Sweetener) && !shifts.sweetened.contains(&(no, option));
                        !unbrought && (!in_reserve || option == issue.status_quo)
                    })
                    .collect()
            })
            .collect();
        let mut case = Self {
            scenario,
            parts,
            weights,
            batna,
            base,
            unit: WHOLE,
            // Issues from the reserve come on top of the hundred points.
            most: Points::MAX,
            noise: 0,
            open,
            admissible: Vec::new(),
        };
        case.admissible = (0..shared.issues.len()).map(|issue| case.admissible_options(issue)).collect();
        case
    }

    /// Takes options out of what can be part of a deal. An issue that would be left with none stays as it is.
    pub fn close(&mut self, closed: impl Fn(IssueNo, OptionNo) -> bool) {
        for issue in 0..self.open.len() {
            let left =
                self.open[issue].iter().enumerate().map(|(option, open)| *open && !closed(issue, option));
            let left: Vec<bool> = left.collect();
            if left.contains(&true) {
                self.open[issue] = left;
                self.admissible[issue] = self.admissible_options(issue);
            }
        }
    }

    fn admissible_options(&self, issue: IssueNo) -> Vec<bool> {
        let options: Vec<bool> = (0..self.open[issue].len())
            .map(|option| self.open[issue][option] && !self.is_harmful(issue, option))
            .collect();
        // If every way to settle an issue does harm, the benchmark has to take one of them.
        if options.contains(&true) { options } else { self.open[issue].clone() }
    }

    /// Whether an option has -3 on a pillar, or a -2 that no clause set of the scenario could offset,
    /// or is marked as harmful by the author.
    pub fn is_harmful(&self, issue: IssueNo, option: OptionNo) -> bool {
        let choice = self.scenario.shared.choice(issue, option);
        choice.harmful
            || choice
                .pillars
                .iter()
                .enumerate()
                .any(|(pillar, &effect)| effect <= -3 || effect <= -2 && self.best_relief(pillar) < -effect)
    }

    /// The best that all clause sets of the scenario together can add to a pillar.
    fn best_relief(&self, pillar: usize) -> i32 {
        let issues = self.scenario.shared.issues.iter();
        issues
            .filter(|issue| issue.kind == Kind::Clauses)
            .map(|issue| issue.options.iter().map(|option| option.pillars[pillar]).max().unwrap_or(0).max(0))
            .sum()
    }

    /// What a deal is worth to a side: the sum over issues of weight times value.
    ///
    /// Additive by Keeney and Raiffa, *Decisions with Multiple Objectives* (1976), chapter 3.
    pub fn utility(&self, deal: &Deal, seat: Seat) -> Points {
        let sum = deal.choices().map(|(issue, option)| self.parts[issue][option][seat.index()]).sum();
        self.settled(sum, seat.index())
    }

    /// What a deal is worth to both sides.
    pub fn utilities(&self, deal: &Deal) -> [Points; 2] {
        Seat::ALL.map(|seat| self.utility(deal, seat))
    }

    /// Gains of utilities over no agreement, or over what was before.
    pub fn gains(&self, utilities: [Points; 2]) -> [Points; 2] {
        [utilities[0] - self.base[0], utilities[1] - self.base[1]]
    }

    /// Points as a fraction of 1.
    pub fn fraction(&self, points: Points) -> f64 {
        points as f64 / self.unit as f64
    }

    /// Issues in which there is something to win or lose: those that carry weight for a side. Of a
    /// scenario that came from elsewhere, all that it had.
    pub fn weighted_issues(&self) -> Vec<IssueNo> {
        let theirs = |no: IssueNo| self.is_exact() && self.scenario.shared.issues[no].kind == Kind::Substance;
        (0..self.parts.len())
            .filter(|&no| theirs(no) || self.weights[no].iter().any(|weight| *weight > 0.0))
            .filter(|&no| self.open[no].iter().filter(|open| **open).count() > 1)
            .collect()
    }

    /// The number of packages over the weighted issues, counting open options.
    pub fn packages(&self) -> u128 {
        let open = |no: IssueNo| self.open[no].iter().filter(|open| **open).count() as u128;
        self.weighted_issues().into_iter().fold(1, |count, no| count.saturating_mul(open(no)))
    }
}
