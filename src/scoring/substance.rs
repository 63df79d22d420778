//! What a text contains: features, pillars, needs, costs, harm and support at home.

use super::Case;
use super::talk::Talk;
use crate::exact::EPS;
use crate::scenario::{
    Brief, Deal, Feature, IssueNo, Kind, Measure, OptionNo, Percent, Pillar, Seat, Sector, Shared,
};
use std::collections::BTreeMap;

/// A chosen option that does serious harm which the chosen clauses do not offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Harm {
    /// The issue.
    pub issue: IssueNo,
    /// The option.
    pub option: OptionNo,
    /// The pillar that it hurts; `None` if the author marked it without one.
    pub pillar: Option<(Pillar, i32)>,
}

/// How one domestic group sees a deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opinion {
    /// What the deal is worth to it, 0 to 1, or -1 to 1 for a pillar; `None` if nobody can move the pillar.
    pub value: Option<f64>,
    /// The least it wants.
    pub least: f64,
    /// Its share of influence, 0 to 1.
    pub influence: f64,
    /// Whether it agrees.
    pub agrees: bool,
}

/// Features of the chosen options joined by noisy-or: each clause closes part of the gap that is left.
pub fn features(case: &Case<'_>, deal: &Deal) -> BTreeMap<Feature, f64> {
    let mut gap: BTreeMap<Feature, f64> = Feature::ALL.into_iter().map(|feature| (feature, 1.0)).collect();
    for (issue, option) in deal.choices() {
        for (feature, percent) in &case.scenario.shared.choice(issue, option).features {
            *gap.entry(*feature).or_insert(1.0) *= 1.0 - f64::from(*percent) / 100.0;
        }
    }
    gap.into_iter().map(|(feature, gap)| (feature, 1.0 - gap)).collect()
}

/// Each pillar as what was chosen over what could be moved, -1 to 1; `None` if nobody can move it.
pub fn pillars(case: &Case<'_>, deal: &Deal) -> [Option<f64>; 3] {
    [0, 1, 2].map(|pillar| {
        let (chosen, potential) = pillar_sums(&case.scenario.shared, &case.open, deal, pillar);
        (potential > 0).then(|| f64::from(chosen) / f64::from(potential))
    })
}

/// The sum of chosen effects on a pillar, and the sum of the largest effects.
pub fn pillar_sums(shared: &Shared, open: &[Vec<bool>], deal: &Deal, pillar: usize) -> (i32, i32) {
    let issues = shared.issues.iter().enumerate();
    issues.fold((0, 0), |(chosen, potential), (no, issue)| {
        let largest = issue
            .options
            .iter()
            .enumerate()
            .filter(|(option, _)| open[no][*option])
            .map(|(_, option)| option.pillars[pillar].abs())
            .max();
        (chosen + issue.options[deal[no]].pillars[pillar], potential + largest.unwrap_or(0))
    })
}

/// Sums of sovereignty cost (0 to 1), change of dependence (-1 to 1) and effort (from 0) of a side.
pub fn costs(case: &Case<'_>, deal: &Deal, seat: Seat) -> [f64; 3] {
    let brief = &case.scenario.briefs[seat];
    let mut sums = [0i32; 3];
    for (issue, option) in deal.choices() {
        let stake = &brief.stakes[issue][option];
        sums[0] += stake.sovereignty;
        sums[1] += stake.dependence;
        sums[2] += stake.effort;
    }
    let [sovereignty, dependence, effort] = sums.map(|sum| f64::from(sum) / 100.0);
    [sovereignty.clamp(0.0, 1.0), dependence.clamp(-1.0, 1.0), effort]
}

/// How far each need of a side is met, 0 to 1, where the options say it: their shares are added.
pub(super) fn needs_told(case: &Case<'_>, deal: &Deal, seat: Seat) -> BTreeMap<Sector, f64> {
    let brief = &case.scenario.briefs[seat];
    let told = brief.needs.keys().filter(|sector| declares(brief, **sector));
    told.map(|sector| {
        let shares = deal.choices().map(|(issue, option)| brief.stakes[issue][option].meets.get(sector));
        let sum: i32 = shares.flatten().sum();
        (*sector, (f64::from(sum) / 100.0).min(1.0))
    })
    .collect()
}

/// Where no option says what it meets for a sector, the need is met by the weighted mean value of that
/// sector's issues.
pub(super) fn needs_weighed(case: &Case<'_>, deal: &Deal, seat: Seat, met: &mut BTreeMap<Sector, f64>) {
    let brief = &case.scenario.briefs[seat];
    for &sector in brief.needs.keys().filter(|sector| !declares(brief, **sector)) {
        met.insert(sector, mean_value(case, deal, seat, sector));
    }
}

fn declares(brief: &Brief, sector: Sector) -> bool {
    brief.stakes.iter().flatten().any(|stake| stake.meets.contains_key(&sector))
}

fn mean_value(case: &Case<'_>, deal: &Deal, seat: Seat, sector: Sector) -> f64 {
    let side = seat.index();
    let mut weight = 0.0;
    let mut sum = 0.0;
    let mut plain = (0.0, 0.0);
    for (issue, option) in deal.choices() {
        let shared = &case.scenario.shared.issues[issue];
        let in_play = case.open[issue].iter().filter(|open| **open).count() > 1;
        if shared.sector != Some(sector) || !in_play {
            continue;
        }
        weight += case.weights[issue][side];
        sum += case.fraction(case.parts[issue][option][side]);
        plain.0 += f64::from(case.scenario.briefs[seat].stakes[issue][option].value) / 100.0;
        plain.1 += 1.0;
    }
    if weight > EPS {
        sum / weight
    } else if plain.1 > 0.0 {
        // A sector that carries no points can still be needed: then its issues count alike.
        plain.0 / plain.1
    } else {
        0.0
    }
}

/// Chosen options with serious harm that the chosen clauses do not offset.
pub fn harms(case: &Case<'_>, deal: &Deal) -> Vec<Harm> {
    let shared = &case.scenario.shared;
    let relief = |pillar: usize| -> i32 {
        deal.choices()
            .filter(|(issue, _)| shared.issues[*issue].kind == Kind::Clauses)
            .map(|(issue, option)| shared.choice(issue, option).pillars[pillar].max(0))
            .sum()
    };
    let mut harms = Vec::new();
    for (issue, option) in deal.choices() {
        if shared.issues[issue].kind == Kind::Clauses {
            continue;
        }
        let choice = shared.choice(issue, option);
        if choice.harmful {
            harms.push(Harm { issue, option, pillar: None });
        }
        for (at, pillar) in Pillar::ALL.into_iter().enumerate() {
            let effect = choice.pillars[at];
            if effect <= -3 || effect <= -2 && relief(at) < -effect {
                harms.push(Harm { issue, option, pillar: Some((pillar, effect)) });
            }
        }
    }
    harms
}

/// How each domestic group of a side sees a deal.
pub fn opinions(case: &Case<'_>, deal: &Deal, seat: Seat, talk: &Talk) -> Vec<Opinion> {
    let brief = &case.scenario.briefs[seat];
    let values: Vec<Vec<Percent>> = brief
        .stakes
        .iter()
        .enumerate()
        .map(|(issue, options)| {
            (0..options.len()).map(|option| value_now(case, seat, issue, option)).collect()
        })
        .collect();
    let voice = |group: usize| talk.voice[seat].contains(&group);
    opinions_of(&case.scenario.shared, brief, &values, &case.open, deal, voice)
}

/// The same from one side's brief alone: `values` are its options' values in hundredths, `open` the
/// options that count for the potential of a pillar, `heard` says which groups were consulted.
pub fn opinions_of(
    shared: &Shared,
    brief: &Brief,
    values: &[Vec<Percent>],
    open: &[Vec<bool>],
    deal: &Deal,
    heard: impl Fn(usize) -> bool,
) -> Vec<Opinion> {
    let groups = brief.groups.iter().enumerate();
    groups
        .map(|(no, group)| {
            let (value, least) = match &group.measure {
                Measure::Weights(weights, threshold) => {
                    let sum: i64 = deal
                        .choices()
                        .map(|(issue, option)| i64::from(weights[issue]) * i64::from(values[issue][option]))
                        .sum();
                    let voice = if heard(no) { VOICE } else { 0.0 };
                    (Some(sum as f64 / 10_000.0 + voice), f64::from(*threshold) / 100.0)
                }
                Measure::Pillar(pillar, least) => {
                    let (chosen, potential) = pillar_sums(shared, open, deal, *pillar as usize);
                    let value = (potential > 0).then(|| f64::from(chosen) / f64::from(potential));
                    (value, f64::from(*least) / 100.0)
                }
            };
            let agrees = value.is_some_and(|value| value >= least - EPS);
            Opinion { value, least, influence: f64::from(group.influence) / 100.0, agrees }
        })
        .collect()
}

/// A group that was heard finds the deal this much better (voice effect, a design choice).
pub const VOICE: f64 = 0.05;

/// The value of an option to a side in hundredths, with what the news changed.
fn value_now(case: &Case<'_>, seat: Seat, issue: IssueNo, option: OptionNo) -> i32 {
    let brief = &case.scenario.briefs[seat];
    let weight = brief.weights[issue];
    if weight == 0 || case.unit != crate::scenario::WHOLE {
        return brief.stakes[issue][option].value;
    }
    (case.parts[issue][option][seat.index()] / i64::from(weight)) as i32
}

/// Whether support at home, 0 to 1, reaches a quota.
pub fn suffices(support: f64, quota: f64) -> bool {
    support >= quota - EPS
}

/// Weighted support at home for a deal, 0 to 1, goodwill included.
pub fn support(opinions: &[Opinion], goodwill: i32) -> f64 {
    let agreeing: f64 =
        opinions.iter().filter(|opinion| opinion.agrees).map(|opinion| opinion.influence).sum();
    (agreeing + f64::from(goodwill) / 100.0).min(1.0)
}
