//! What a bidder believes of the other side, from its offers alone.

use super::beliefs::Beliefs;
use super::{Offer, Space};

/// Ways to learn from offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Learner {
    /// How often each option is asked for; issues that stay as they are while others move weigh more
    /// (HardHeaded: van Krimpen, Looije and Hajizadeh 2011).
    Frequency,
    /// How often each option is asked for, by the root of its root; the weight of an issue grows when it
    /// does not change between two windows of offers while another does, less so as time goes by
    /// (Tunalı, Aydoğan and Sanchez-Anguix 2017).
    Windowed,
    /// The earlier an option first appears, the better; the more an issue varies, the less it weighs.
    FirstAppearance,
    /// Hypotheses about weights and about the shape of values, by Bayes' rule, supposing that the other
    /// side concedes a little with each new offer (Hindriks and Tykhonov 2008).
    Bayesian,
    /// Offers are drawn with odds that grow with their worth (Luce 1959): for additive utilities the
    /// logarithm of how often an option was asked for is its weight times its value.
    #[default]
    Luce,
}

impl Learner {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Frequency, Self::Windowed, Self::FirstAppearance, Self::Bayesian, Self::Luce];
}

/// Offers in a window of [`Learner::Windowed`].
const WINDOW: u32 = 5;
/// Numbers of [`Learner::Luce`], found by how well the model ranks packages of generated scenarios: what
/// a repeated offer counts for, how much less a late one does, how much having come early adds, how many
/// offers the guess before the first one is worth, how far it follows the mirror image of one's own
/// values, and the least span of an issue.
const AGAIN: f64 = 0.2;
const FADING: f64 = 0.8;
const EARLY: f64 = 0.3;
const SMOOTH: f64 = 0.3;
const PRIOR: f64 = 0.8;
const LEAST: f64 = 0.05;

/// A model of the other side: a weight for each issue and a value (0 to 1) for each option.
#[derive(Clone, Debug)]
pub struct Opponent {
    learner: Learner,
    starts: Vec<usize>,
    sizes: Vec<usize>,
    /// Weights of issues; they sum to 1.
    pub weights: Vec<f64>,
    /// Values of options, all issues one after the other.
    pub values: Vec<f64>,
    /// Weight times value of each option: what [`Opponent::worth`] adds up.
    pub parts: Vec<f64>,
    /// Offers heard, and different ones in a row.
    pub heard: u32,
    counts: Vec<f64>,
    last: Vec<u16>,
    first_seen: Vec<Option<u32>>,
    /// Counts of the running window and of the one before.
    windows: [Vec<f64>; 2],
    beliefs: Option<Beliefs>,
    /// Counts of [`Learner::Luce`], in which early and new offers weigh more.
    weighted: Vec<f64>,
    /// What each option would be worth to them if they wanted what this side does not, 0 to 1.
    mirrored: Vec<f64>,
    /// The truth is known: offers teach nothing.
    disclosed: bool,
}

impl Opponent {
    /// Before the first offer: all issues weigh alike and nothing is known of the options.
    pub fn new(space: &Space, learner: Learner) -> Self {
        let (starts, total) = space.starts();
        let sizes: Vec<usize> = space.parts.iter().map(Vec::len).collect();
        let count = sizes.len();
        let beliefs = (learner == Learner::Bayesian).then(|| Beliefs::new(&sizes));
        let mut model = Self {
            learner,
            starts,
            weights: vec![1.0 / count as f64; count],
            values: vec![0.0; total],
            parts: vec![0.0; total],
            heard: 0,
            counts: vec![0.0; total],
            last: vec![0; count],
            first_seen: vec![None; total],
            windows: [vec![0.0; total], vec![0.0; total]],
            beliefs,
            weighted: vec![0.0; total],
            mirrored: space
                .parts
                .iter()
                .flat_map(|options| {
                    let (lo, hi) = (
                        options.iter().copied().min().unwrap_or(0),
                        options.iter().copied().max().unwrap_or(0),
                    );
                    options
                        .iter()
                        .map(move |&part| if hi > lo { (hi - part) as f64 / (hi - lo) as f64 } else { 0.5 })
                })
                .collect(),
            disclosed: space.disclosed.is_some(),
            sizes,
        };
        if let Some(disclosed) = &space.disclosed {
            model.parts = disclosed.iter().flatten().copied().collect();
        } else {
            // The only guess before the first offer is that they want what this side does not.
            let span = (space.best - space.worst).max(1) as f64;
            for (issue, options) in space.parts.iter().enumerate() {
                let most = options.iter().copied().max().unwrap_or(0);
                for (option, &part) in options.iter().enumerate() {
                    model.parts[model.starts[issue] + option] = (most - part) as f64 / span;
                }
            }
        }
        model
    }

    /// What an offer is worth to the other side, about 0 to 1.
    pub fn worth(&self, offer: &Offer) -> f64 {
        self.starts.iter().zip(offer).map(|(start, &option)| self.parts[start + usize::from(option)]).sum()
    }

    /// What an option adds.
    pub fn part(&self, issue: usize, option: usize) -> f64 {
        self.parts[self.starts[issue] + option]
    }

    /// Where each issue starts in [`Opponent::parts`].
    pub fn starts(&self) -> &[usize] {
        &self.starts
    }

    /// What each option is thought to be worth, by issue.
    pub fn table(&self) -> Vec<Vec<f64>> {
        self.starts
            .iter()
            .zip(&self.sizes)
            .map(|(&start, &size)| self.parts[start..start + size].to_vec())
            .collect()
    }

    /// Takes in one offer of the other side, made at `time`.
    pub fn hear(&mut self, offer: &Offer, time: f64) {
        let repeated = self.heard > 0 && self.last == offer;
        for (issue, &option) in offer.iter().enumerate() {
            let at = self.starts[issue] + usize::from(option);
            self.counts[at] += 1.0;
            self.first_seen[at].get_or_insert(self.heard);
        }
        match self.learner {
            Learner::Frequency => self.hear_frequency(offer),
            Learner::Windowed => self.hear_windowed(offer, time),
            Learner::FirstAppearance => self.hear_first(),
            Learner::Bayesian if !repeated => {
                if let Some(beliefs) = &mut self.beliefs {
                    beliefs.hear(offer);
                    beliefs.tell(&self.starts, &mut self.weights, &mut self.values);
                }
            }
            Learner::Bayesian => {}
            Learner::Luce => self.hear_luce(offer, time),
        }
        self.heard += 1;
        self.last.copy_from_slice(offer);
        if self.disclosed {
            return;
        }
        for issue in 0..self.sizes.len() {
            for at in self.starts[issue]..self.starts[issue] + self.sizes[issue] {
                self.parts[at] = self.weights[issue] * self.values[at];
            }
        }
    }

    /// Early offers and new ones count for more: an offer that is only repeated says little.
    fn hear_luce(&mut self, offer: &Offer, time: f64) {
        let repeated = self.heard > 0 && self.last == offer;
        let weight = if repeated { AGAIN } else { 1.0 } * (1.0 - FADING * time);
        for (issue, &option) in offer.iter().enumerate() {
            self.weighted[self.starts[issue] + usize::from(option)] += weight;
        }
        for issue in 0..self.sizes.len() {
            let range = self.starts[issue]..self.starts[issue] + self.sizes[issue];
            let most = self.weighted[range.clone()].iter().copied().fold(0.0, f64::max);
            let mut lowest = 0.0f64;
            for at in range.clone() {
                let early = self.first_seen[at]
                    .map_or(0.0, |first| 1.0 - f64::from(first) / f64::from(self.heard + 1));
                let extra = EARLY * early * most;
                let prior = SMOOTH * (1.0 + PRIOR * (2.0 * self.mirrored[at] - 1.0));
                let log =
                    crate::exact::ln((self.weighted[at] + extra + prior) / (most * (1.0 + EARLY) + SMOOTH))
                        .min(0.0);
                self.values[at] = log;
                lowest = lowest.min(log);
            }
            // The span of the logarithms is the weight; within it, values run from 0 to 1.
            self.weights[issue] = -lowest + LEAST;
            for at in range {
                self.values[at] = if lowest < 0.0 { 1.0 - self.values[at] / lowest } else { 1.0 };
            }
        }
        normalise(&mut self.weights);
    }

    fn hear_frequency(&mut self, offer: &Offer) {
        let count = self.sizes.len();
        if self.heard > 0 {
            let golden = 0.2 / count as f64;
            let same = self.last.iter().zip(offer).filter(|(before, now)| before == now).count();
            let sum = 1.0 + golden * same as f64;
            let most = 1.0 - count as f64 * golden / sum;
            for issue in 0..count {
                let gains = self.last[issue] == offer[issue] && self.weights[issue] < most;
                self.weights[issue] = (self.weights[issue] + if gains { golden } else { 0.0 }) / sum;
            }
            normalise(&mut self.weights);
        }
        self.values_by_count(1);
    }

    /// Values by how often each option was asked for, to the power `1 / 2^roots`.
    fn values_by_count(&mut self, roots: u32) {
        for issue in 0..self.sizes.len() {
            let range = self.starts[issue]..self.starts[issue] + self.sizes[issue];
            let most = self.counts[range.clone()].iter().copied().fold(0.0, f64::max) + 1.0;
            for at in range {
                let share = (self.counts[at] + 1.0) / most;
                self.values[at] = (1..roots).fold(share, |value, _| value.sqrt());
            }
        }
    }

    fn hear_windowed(&mut self, offer: &Offer, time: f64) {
        for (issue, &option) in offer.iter().enumerate() {
            self.windows[0][self.starts[issue] + usize::from(option)] += 1.0;
        }
        self.values_by_count(3);
        if !(self.heard + 1).is_multiple_of(WINDOW) {
            return;
        }
        if self.heard + 1 > WINDOW && time <= 0.8 {
            let gain = 10.0 * (1.0 - (0..5).fold(1.0, |power, _| power * time));
            let mut conceded = false;
            let mut unchanged = [false; 64];
            for issue in 0..self.sizes.len() {
                let (size, start) = (self.sizes[issue], self.starts[issue]);
                let share =
                    |window: &[f64], at: usize| (1.0 + window[at]) / (f64::from(WINDOW) + size as f64);
                let (mut chi, mut now, mut before) = (0.0, 0.0, 0.0);
                for at in start..start + size {
                    let (new, old) = (share(&self.windows[0], at), share(&self.windows[1], at));
                    chi += (new - old) * (new - old) / old * f64::from(WINDOW);
                    now += new * self.values[at];
                    before += old * self.values[at];
                }
                // About the value that chi squared exceeds with a chance of 5 % (Wilson and Hilferty 1931).
                let freedom = (size.max(2) - 1) as f64;
                let cube = 1.0 - 2.0 / (9.0 * freedom) + 1.645 * (2.0 / (9.0 * freedom)).sqrt();
                let changed = chi > freedom * cube * cube * cube;
                conceded |= changed && now < before;
                if let Some(flag) = unchanged.get_mut(issue) {
                    *flag = !changed;
                }
            }
            if conceded {
                for issue in 0..self.sizes.len() {
                    if unchanged.get(issue).copied().unwrap_or(false) {
                        self.weights[issue] += gain / 10.0;
                    }
                }
                normalise(&mut self.weights);
            }
        }
        let [running, before] = &mut self.windows;
        std::mem::swap(running, before);
        running.fill(0.0);
    }

    fn hear_first(&mut self) {
        let seen = f64::from(self.heard + 1);
        for issue in 0..self.sizes.len() {
            let range = self.starts[issue]..self.starts[issue] + self.sizes[issue];
            let mut spread = 0.0;
            for at in range.clone() {
                self.values[at] = match self.first_seen[at] {
                    Some(0) => 1.0,
                    Some(first) => (1.0 - f64::from(first) / seen) / 1.5,
                    None => 0.0,
                };
                let share = self.counts[at] / seen;
                // Gini's measure of variety instead of entropy: the same order, and no logarithm.
                spread += share * share;
            }
            let size = self.sizes[issue] as f64;
            let variety = if size > 1.0 { (1.0 - spread) / (1.0 - 1.0 / size) } else { 1.0 };
            self.weights[issue] = (1.0 - variety).max(0.02);
        }
        normalise(&mut self.weights);
    }
}

pub(super) fn normalise(weights: &mut [f64]) {
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        for weight in weights {
            *weight /= sum;
        }
    }
}
