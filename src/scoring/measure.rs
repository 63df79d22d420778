//! Everything that is measured of an outcome, as plain numbers.
//!
//! The formulas are those that the debrief shows beside each principle; names of quantities follow the
//! literature: gamma for normalised gain, sigma for its share, K for coercion, Z for cost in
//! sovereignty, delta* for the patience from which keeping the text pays.

use super::Case;
use super::references::References;
use super::relation::share;
use super::substance::{self, Harm, Opinion};
use super::talk::Talk;
use super::verdict::{Checks, Grade};
use crate::exact::{EPS, geometric_mean, unit};
use crate::scenario::{Deal, Feature, PerSeat, Points, Seat, Sector, Shared};
use std::collections::BTreeMap;

/// A gain smaller than this is no gain (check C2).
pub const SMALL_GAIN: f64 = 0.01;
/// Detection of a breach without monitoring.
pub const P0: f64 = 0.25;
/// What enforcement weighs.
pub const KAPPA: f64 = 0.2;
/// How much one step of dependence moves a country.
const DEPENDENCE_STEP: f64 = 0.5;
/// The equitable share where nothing speaks for another.
const EVEN: f64 = 0.5;
/// How much a hotline softens rivalry over security.
const HOTLINE: f64 = 0.2;

/// The numbers of one outcome.
#[derive(Clone, Debug)]
pub struct Measures {
    /// Whether there is a deal.
    pub signed: bool,
    /// Utilities; without a deal, the BATNAs.
    pub utility: [f64; 2],
    /// Gains over no agreement.
    pub gain: [f64; 2],
    /// Normalised gains.
    pub gamma: [f64; 2],
    /// Each side's share of the normalised gain; `None` if nobody gains.
    pub sigma: Option<[f64; 2]>,
    /// Efficiency.
    pub efficiency: f64,
    /// Pillars, -1 to 1.
    pub pillars: [Option<f64>; 3],
    /// Features of the text.
    pub features: BTreeMap<Feature, f64>,
    /// How far each need is met.
    pub met: PerSeat<BTreeMap<Sector, f64>>,
    /// How far all needs of a side are met, weighed.
    pub satisfied: [f64; 2],
    /// Sovereignty cost.
    pub sovereignty: [f64; 2],
    /// Change of dependence.
    pub dependence: [f64; 2],
    /// Effort.
    pub effort: [f64; 2],
    /// Coercion.
    pub coercion: f64,
    /// Truthful disclosure of each side.
    pub disclosure: [f64; 2],
    /// Trust at the end.
    pub trust: [f64; 2],
    /// Trust at the start.
    pub trust_start: [f64; 2],
    /// Share of domestic influence that each side consulted.
    pub consulted: [f64; 2],
    /// Domination: 0 both wrote alike, 1 one side wrote all.
    pub domination: f64,
    /// The parts of fairness: equality, equity, maximin, special treatment.
    pub fairness: [Option<f64>; 4],
    /// The first side's equitable share.
    pub tau: f64,
    /// The smaller normalised gain against the best smaller one.
    pub maximin: f64,
    /// Obligation of the instrument.
    pub obligation: f64,
    /// Probability that a breach is noticed.
    pub detection: f64,
    /// What each side saves by not delivering its own concessions.
    pub temptation: [f64; 2],
    /// The patience from which keeping the text pays.
    pub needed_patience: [f64; 2],
    /// How far each side's patience exceeds it, 0 to 1.
    pub slack: [f64; 2],
    /// Groups at home.
    pub opinions: PerSeat<Vec<Opinion>>,
    /// Support at home.
    pub support: [f64; 2],
    /// Support that the instrument needs.
    pub quota: [f64; 2],
    /// Harm that no clause offsets.
    pub harms: Vec<Harm>,
    /// Whether a red line was crossed, by side.
    pub red_line: [bool; 2],
    /// P1 to P14, 0 to 100; `None` where a principle does not apply.
    pub principles: [Option<f64>; 14],
    /// C1 to C7; `None` without a deal.
    pub checks: Option<Checks>,
    /// The grade.
    pub grade: Grade,
}

impl Measures {
    /// Whether a side has less than no agreement is worth to it, whatever its gains are counted from.
    pub fn is_below_batna(&self, case: &Case<'_>, seat: Seat) -> bool {
        let at = seat.index();
        self.utility[at] < case.fraction(case.batna[at]) - EPS
    }
}

/// Measures an outcome.
pub fn measure(case: &Case<'_>, references: &References, deal: Option<&Deal>, talk: &Talk) -> Measures {
    let mut m = process(talk);
    match deal {
        Some(deal) => substance_of(&mut m, case, deal, talk),
        None => without_deal(&mut m, case),
    }
    weigh(&mut m, case, references, deal, talk);
    m
}

/// Measures again what depends on the weights of the case, its BATNAs or its references, and leaves what
/// only the text says as it was: the weights are re-drawn five hundred times for one line of the report.
pub(super) fn weigh(
    m: &mut Measures,
    case: &Case<'_>,
    references: &References,
    deal: Option<&Deal>,
    talk: &Talk,
) {
    m.disclosure = Seat::ALL.map(|seat| {
        let told: f64 = talk.disclosed[seat].iter().map(|&issue| case.weights[issue][seat.index()]).sum();
        unit(told - 0.25 * f64::from(talk.lies[seat]))
    });
    m.utility = case.batna.map(|points| case.fraction(points));
    if let Some(deal) = deal {
        worth_of(m, case, references, deal);
    }
    m.principles = principles(m, case, references);
    (m.checks, m.grade) = super::verdict::judge(m, case, references);
}

/// What the talks alone say.
fn process(talk: &Talk) -> Measures {
    Measures {
        signed: false,
        utility: [0.0; 2],
        gain: [0.0; 2],
        gamma: [0.0; 2],
        sigma: None,
        efficiency: 0.0,
        pillars: [Some(0.0); 3],
        features: Feature::ALL.into_iter().map(|feature| (feature, 0.0)).collect(),
        met: PerSeat::default(),
        satisfied: [0.0; 2],
        sovereignty: [0.0; 2],
        dependence: [0.0; 2],
        effort: [0.0; 2],
        coercion: talk.relation.pressure(),
        disclosure: [0.0; 2],
        trust: Seat::ALL.map(|seat| share(talk.relation.trust[seat])),
        trust_start: Seat::ALL.map(|seat| share(talk.start.trust[seat])),
        consulted: [talk.consulted.first, talk.consulted.second],
        domination: 0.0,
        fairness: [None; 4],
        tau: EVEN,
        maximin: 0.0,
        obligation: 0.0,
        detection: P0,
        temptation: [0.0; 2],
        needed_patience: [1.0; 2],
        slack: [0.0; 2],
        opinions: PerSeat::default(),
        support: [0.0; 2],
        quota: [0.0; 2],
        harms: Vec::new(),
        red_line: [false; 2],
        principles: [None; 14],
        checks: None,
        grade: Grade::NoRoom,
    }
}

fn without_deal(m: &mut Measures, case: &Case<'_>) {
    for seat in Seat::ALL {
        m.met[seat] = case.scenario.briefs[seat].needs.keys().map(|&sector| (sector, 0.0)).collect();
    }
}

/// What the text says, whatever it is worth.
fn substance_of(m: &mut Measures, case: &Case<'_>, deal: &Deal, talk: &Talk) {
    let scenario = case.scenario;
    m.signed = true;
    m.pillars = substance::pillars(case, deal);
    m.features = substance::features(case, deal);
    for seat in Seat::ALL {
        let at = seat.index();
        let brief = &scenario.briefs[seat];
        m.met[seat] = substance::needs_told(case, deal, seat);
        [m.sovereignty[at], m.dependence[at], m.effort[at]] = substance::costs(case, deal, seat);
        m.opinions[seat] = substance::opinions(case, deal, seat, talk);
        m.support[at] = substance::support(&m.opinions[seat], talk.goodwill[seat]);
        m.red_line[at] = brief.crossed(deal).next().is_some();
    }
    let instrument = scenario.shared.instrument();
    m.obligation = f64::from(scenario.shared.choice(instrument, deal[instrument]).obligation) / 100.0;
    m.quota = Seat::ALL.map(|seat| quota(&scenario.shared, deal, talk, seat));
    m.harms = substance::harms(case, deal);
    let authors = talk.author.len();
    if authors > 0 {
        let first = talk.author.values().filter(|seat| **seat == Seat::First).count();
        m.domination = (2.0 * first as f64 / authors as f64 - 1.0).abs();
    }
}

/// What the text is worth to each side, and what follows from that.
fn worth_of(m: &mut Measures, case: &Case<'_>, references: &References, deal: &Deal) {
    let utilities = case.utilities(deal);
    let gains = case.gains(utilities);
    m.utility = utilities.map(|points| case.fraction(points));
    m.gain = gains.map(|points| case.fraction(points));
    m.gamma = references.normalise(gains);
    let positive = m.gamma.map(|gamma| gamma.max(0.0));
    let sum = positive[0] + positive[1];
    m.sigma = (sum > EPS).then(|| positive.map(|gamma| gamma / sum));
    m.efficiency = references.efficiency(gains, case.base);
    for seat in Seat::ALL {
        let brief = &case.scenario.briefs[seat];
        substance::needs_weighed(case, deal, seat, &mut m.met[seat]);
        let total: i32 = brief.needs.values().sum();
        let met: f64 = brief.needs.iter().map(|(sector, need)| f64::from(*need) * m.met[seat][sector]).sum();
        m.satisfied[seat.index()] = if total > 0 { met / f64::from(total) } else { 0.0 };
    }
    fairness(m, case, references);
    commitment(m, case, deal);
}

/// A quota is raised to this at most, in hundredths.
pub const MAX_QUOTA: i32 = 90;

/// The quota of a legal form after raises, in per cent; one that asks for more by itself keeps that.
pub fn raised_quota(quota: i32, raise: i32) -> i32 {
    (quota + raise).min(MAX_QUOTA).max(quota)
}

/// The support at home that a deal's legal form asks of a side, 0 to 1, after raises.
fn quota(shared: &Shared, deal: &Deal, talk: &Talk, seat: Seat) -> f64 {
    let instrument = shared.instrument();
    let form = shared.choice(instrument, deal[instrument]);
    f64::from(raised_quota(form.quota, talk.quota_raise[seat])) / 100.0
}

/// Whether a side would ratify a deal after a talk: its groups at home reach the quota (C1).
pub fn ratifies(case: &Case<'_>, deal: &Deal, talk: &Talk, seat: Seat) -> bool {
    let opinions = substance::opinions(case, deal, seat, talk);
    let support = substance::support(&opinions, talk.goodwill[seat]);
    substance::suffices(support, quota(&case.scenario.shared, deal, talk, seat))
}

/// Three rival rules of fairness and special treatment (Deutsch 1975: equity, equality, need).
fn fairness(m: &mut Measures, case: &Case<'_>, references: &References) {
    (m.fairness, m.tau, m.maximin) = ([None; 4], EVEN, 0.0);
    let Some(sigma) = m.sigma else { return };
    let scenario = case.scenario;
    let settings = &scenario.teacher.scoring;
    let needs = Seat::ALL.map(|seat| scenario.briefs[seat].needs.values().sum::<i32>());
    let share = |pair: [f64; 2]| if pair[0] + pair[1] > 0.0 { pair[0] / (pair[0] + pair[1]) } else { 0.5 };
    let by_need = share(needs.map(f64::from));
    let by_contribution = share(m.effort);
    let alpha = settings.alpha_contribution;
    m.tau = alpha * by_contribution + (1.0 - alpha) * by_need;
    let smaller = m.gamma[0].min(m.gamma[1]);
    m.maximin =
        if references.zopa && references.max_min > EPS { unit(smaller / references.max_min) } else { 0.0 };
    let gap = Seat::ALL.map(|seat| scenario.shared.countries[seat].development);
    let unequal = f64::from((gap[0] - gap[1]).abs()) / 100.0 >= settings.development_gap;
    m.fairness = [
        Some(2.0 * sigma[0].min(sigma[1])),
        Some(1.0 - (sigma[0] - m.tau).abs() / m.tau.max(1.0 - m.tau)),
        Some(m.maximin),
        unequal.then(|| m.features[&Feature::SpecialTreatment]),
    ];
}

/// Whether keeping the text pays, as a repeated game: cheating saves `temptation` once and costs the
/// gain from then on, if it is noticed.
fn commitment(m: &mut Measures, case: &Case<'_>, deal: &Deal) {
    m.detection = P0 + (1.0 - P0) * m.features[&Feature::Monitoring];
    let fine = m.detection * KAPPA * m.features[&Feature::Enforcement];
    for seat in Seat::ALL {
        let at = seat.index();
        let saved: Points = deal
            .choices()
            .map(|(issue, option)| {
                let status_quo = case.scenario.shared.issues[issue].status_quo;
                (case.parts[issue][status_quo][at] - case.parts[issue][option][at]).max(0)
            })
            .sum();
        m.temptation[at] = case.fraction(saved);
        let net = (m.temptation[at] - fine).max(0.0);
        m.needed_patience[at] = if m.gain[at] <= 0.0 { 1.0 } else { net / (net + m.detection * m.gain[at]) };
        let patience = f64::from(case.scenario.briefs[seat].patience) / 100.0;
        let needed = m.needed_patience[at];
        m.slack[at] = if needed < 1.0 { unit((patience - needed) / (1.0 - needed)) } else { 0.0 };
    }
}

fn principles(m: &Measures, case: &Case<'_>, references: &References) -> [Option<f64>; 14] {
    let free = 1.0 - m.coercion;
    let feature = |feature| m.features[&feature];
    let of_deal = |value: f64| m.signed.then_some(value);
    let red_line = m.red_line[0] || m.red_line[1];

    let need = 100.0 * m.satisfied[0].min(m.satisfied[1]);
    let benefit = if m.signed && references.zopa && m.gain[0] > 0.0 && m.gain[1] > 0.0 {
        let unit = case.unit as f64;
        let best = references.nash_product / (unit * unit);
        Some((100.0 * (m.gain[0] * m.gain[1] / best).sqrt()).min(100.0))
    } else if references.zopa || m.signed {
        Some(0.0)
    } else {
        None
    };
    let sustainability = geometric_mean(&pillar_scores(m));
    let fairness = m.fairness[0].map(|_| {
        let weights = case.scenario.teacher.scoring.fairness;
        let parts =
            m.fairness.iter().zip(weights).filter_map(|(part, weight)| part.map(|part| (part, weight)));
        let (sum, total) =
            parts.fold((0.0, 0.0), |(sum, total), (part, weight)| (sum + part * weight, total + weight));
        100.0 * sum / total
    });
    let costs = m.sovereignty;
    let sovereignty = if red_line {
        0.0
    } else {
        100.0 * free * (0.6 * (1.0 - costs[0].max(costs[1])) + 0.4 * (1.0 - (costs[0] - costs[1]).abs()))
    };
    let alignment = 100.0 * m.efficiency * (1.0 - m.domination / 2.0);
    let openness = (m.disclosure[0] + m.disclosure[1]) / 2.0;
    let transparency = 100.0
        * (0.35 * openness + 0.35 * feature(Feature::Transparency) + 0.30 * feature(Feature::Monitoring));
    let start = m.trust_start[0].min(m.trust_start[1]);
    let end = m.trust[0].min(m.trust[1]);
    let improvement = if end >= start {
        if start < 1.0 { (end - start) / (1.0 - start) } else { 0.0 }
    } else {
        (end - start) / start
    };
    let trust = 50.0 * end + 25.0 * (1.0 + improvement);
    let commitment =
        100.0 * (0.4 * m.obligation + 0.3 * feature(Feature::Enforcement) + 0.3 * m.slack[0].min(m.slack[1]));
    [
        Some(need),
        benefit,
        sustainability,
        fairness,
        Some(sovereignty),
        Some(alignment),
        Some(transparency),
        Some(trust),
        Some(100.0 * free),
        of_deal(100.0 * feature(Feature::Flexibility)),
        of_deal(100.0 * (0.6 * feature(Feature::Inclusion) + 0.4 * (m.consulted[0] + m.consulted[1]) / 2.0)),
        of_deal(100.0 * feature(Feature::Embedding)),
        of_deal(commitment),
        of_deal(100.0 * feature(Feature::Results)),
    ]
}

/// The pillars that exist, as scores of 0 to 100; 50 is no change.
pub fn pillar_scores(m: &Measures) -> Vec<f64> {
    m.pillars.iter().flatten().map(|pillar| 50.0 * (1.0 + pillar)).collect()
}

/// The lowest of them; where no option touches a pillar nothing changes, which is 50.
pub fn weakest_pillar(m: &Measures) -> f64 {
    pillar_scores(m).into_iter().reduce(f64::min).unwrap_or(50.0)
}

/// The five lenses, 0 to 100 each. They may disagree, and none of them is the right one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lenses {
    /// Dependency theory: who needs whom more afterwards.
    pub dependency: f64,
    /// Liberal institutionalism: joint gains and institutions.
    pub liberal: f64,
    /// Realism, for each country; 50 is indifferent to no deal.
    pub realism: [f64; 2],
    /// Global justice: the worst off first.
    pub justice: f64,
    /// Sustainability: the weakest pillar first.
    pub sustainability: f64,
}

/// Looks at an outcome through the five lenses; what does not apply counts nothing.
pub fn lenses(m: &Measures, case: &Case<'_>, references: &References, hotline: bool) -> Lenses {
    let scenario = case.scenario;
    let brief = |at: usize| &scenario.briefs[Seat::ALL[at]];
    let principle = |number: usize| m.principles[number - 1].unwrap_or(0.0);
    let feature = |feature| m.features[&feature];

    let before = [0, 1].map(|at| f64::from(brief(at).dependence) / 100.0);
    let weak = usize::from(before[1] > before[0]);
    let after = [0, 1].map(|at| unit(before[at] + DEPENDENCE_STEP * m.dependence[at]));
    let both = after[0] + after[1];
    let asymmetry = if both > 0.0 { (after[0] - after[1]).abs() / both } else { 0.0 };
    let relief = (1.0 - m.dependence[weak]) / 2.0;
    let dependency = 100.0
        * (0.35 * relief + 0.20 * (1.0 - asymmetry) + 0.25 * feature(Feature::CapacityTransfer))
        + 0.20 * principle(1);

    let joint = if references.zopa { unit((m.gamma[0] + m.gamma[1]) / references.max_sum) } else { 0.0 };
    let liberal = 30.0 * joint
        + 0.20 * principle(12)
        + 0.15 * principle(7)
        + 0.15 * principle(13)
        + 0.10 * principle(10)
        + 0.10 * principle(6);

    let realism = [0, 1].map(|at| {
        let other = 1 - at;
        let rivalry = rivalry(case, at, hotline);
        let relative = m.gamma[at] - rivalry * (m.gamma[other] - m.gamma[at]);
        100.0 * unit(0.5 + 0.5 * relative - 0.25 * m.sovereignty[at] - 0.25 * m.dependence[at].max(0.0))
    });

    let development = Seat::ALL.map(|seat| scenario.shared.countries[seat].development);
    let poor = usize::from(development[1] < development[0]);
    let social = m.pillars[1].map_or(0.5, |pillar| 0.5 * (1.0 + pillar));
    let justice = 100.0
        * (0.40 * m.maximin
            + 0.25 * m.satisfied[poor]
            + 0.15 * feature(Feature::SpecialTreatment)
            + 0.20 * social);

    let weakest = weakest_pillar(m);
    let sustainability =
        0.5 * weakest + 0.2 * m.principles[2].unwrap_or(50.0) + 0.15 * principle(10) + 0.15 * principle(13);
    Lenses { dependency, liberal, realism, justice, sustainability }
}

/// Grieco's k, softened where security is at stake and a hotline was agreed.
fn rivalry(case: &Case<'_>, at: usize, hotline: bool) -> f64 {
    let k = f64::from(case.scenario.briefs[Seat::ALL[at]].rivalry) / 100.0;
    if !hotline {
        return k;
    }
    let issues = case.scenario.shared.issues.iter().zip(&case.weights);
    let security: f64 = issues
        .filter(|(issue, _)| issue.sector == Some(Sector::Security))
        .map(|(_, weight)| weight[at])
        .sum();
    k * (1.0 - HOTLINE * security)
}
