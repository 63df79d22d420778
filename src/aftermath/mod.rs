//! The years after the signature: whether a text is kept, and whether it lasts.
//!
//! Each side decides every year whether to keep the text, pause it lawfully or break it, with the
//! shadow of the next three years (Axelrod and Keohane 1985), shocks from outside, limits of
//! capacity that are not bad will (Chayes and Chayes 1993, against Downs, Rocke and Barsoom 1996),
//! and an escape clause that has a price (Rosendorff and Milner 2001). Parameters are teaching
//! values, not forecasts.
//!
//! # Invariants
//!
//! - Thirteen draws a year, whatever happens: adding a clause never shifts the dice.
//! - Nothing but the four operations on floats, so every machine tells the same story.

mod tell;

pub use tell::reason;

use crate::exact::{EPS, SplitMix64, unit};
use crate::scenario::sector::named;
use crate::scenario::{Feature, Scenario, Seat};
use crate::scoring::measure::KAPPA;
use crate::scoring::{Measures, Talk};

named! {
    /// A kind of shock from outside.
    Shock {
        /// A pandemic.
        Pandemic "pandemic",
        /// The price of energy.
        Energy "energy",
        /// Climate and disasters.
        Climate "climate",
        /// Terror and cyber attacks.
        Security "security",
        /// Elections and scandals.
        Politics "politics",
    }
}

impl Shock {
    const fn probability(self) -> f64 {
        match self {
            Self::Pandemic => 0.05,
            Self::Energy | Self::Climate => 0.15,
            Self::Security => 0.10,
            Self::Politics => 0.20,
        }
    }

    const fn softened_by(self) -> Feature {
        match self {
            Self::Pandemic | Self::Energy => Feature::Flexibility,
            Self::Climate | Self::Security => Feature::Monitoring,
            Self::Politics => Feature::Transparency,
        }
    }
}

/// The parameters of the years after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct World {
    /// How many years.
    pub years: u32,
    /// Years until benefits and temptations are full.
    pub ramp: u32,
    /// Years of punishment that a side foresees.
    pub foresight: u32,
    /// Years between evaluation meetings.
    pub review_every: u32,
    /// What a lawful pause costs.
    pub escape_price: f64,
    /// The smallest shock that allows one.
    pub escape_from: f64,
    /// How much a shock adds to temptation.
    pub pressure: f64,
    /// A year below this share of its promise is a disappointment.
    pub disappointment: f64,
    /// Multiplier of all shock probabilities.
    pub storm: f64,
}

impl Default for World {
    fn default() -> Self {
        Self {
            years: 8,
            ramp: 3,
            foresight: 3,
            review_every: 2,
            escape_price: 0.35,
            escape_from: 0.10,
            pressure: 0.4,
            disappointment: 0.25,
            storm: 1.0,
        }
    }
}

/// What one side does in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conduct {
    /// It keeps the text.
    Keeps,
    /// It pauses lawfully and pays for it.
    Pauses,
    /// It breaks the text.
    Breaks,
    /// The text is suspended after a breach.
    Suspended,
    /// The text has ended.
    Ended,
}

/// One year of one world.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// Which, from 1.
    pub year: u32,
    /// What happened outside.
    pub shocks: Vec<Shock>,
    /// What each side did.
    pub conduct: [Conduct; 2],
    /// What each side got.
    pub benefit: [f64; 2],
    /// What had been promised to each.
    pub promise: [f64; 2],
    /// Temptation and deterrence of each side, of which the sentence of the year card speaks.
    pub temptation: [f64; 2],
    /// What keeping the text is worth to each side.
    pub deterrence: [f64; 2],
    /// Whether a breach was noticed, by the side that broke.
    pub noticed: [bool; 2],
    /// The smaller trust at the end of the year.
    pub trust: f64,
    /// Whether the evaluation meeting adapted the text.
    pub adapted: bool,
    /// Whether the text ended with this year.
    pub ended: bool,
}

/// One world of eight years.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The years.
    pub years: Vec<Year>,
    /// Years in which the text was in force.
    pub in_force: u32,
    /// Payoffs over promises, 0 to 1.
    pub delivered: f64,
    /// Share of decisions that kept the text.
    pub compliance: f64,
    /// Breaches.
    pub breaches: u32,
    /// Lawful pauses.
    pub pauses: u32,
    /// What each side got in all.
    pub total: [f64; 2],
    /// Durability, 0 to 100.
    pub durability: f64,
}

/// Many worlds of one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// Years each.
    pub years: u32,
    /// How many worlds.
    pub worlds: u32,
    /// Mean durability.
    pub durability: f64,
    /// Durability that one world in ten stays under.
    pub low: f64,
    /// Durability that one world in ten exceeds.
    pub high: f64,
    /// Share of worlds in which the text lived through all years.
    pub survival: f64,
    /// Mean compliance.
    pub compliance: f64,
    /// Mean delivery.
    pub delivered: f64,
    /// Mean breaches.
    pub breaches: f64,
    /// Mean pauses.
    pub pauses: f64,
    /// Share of worlds in which both sides gained in all.
    pub both_gain: f64,
    /// Worlds by durability, in ten steps.
    pub histogram: [u32; 10],
    /// P3 with durability measured.
    pub sustainability: f64,
    /// P13 with compliance measured.
    pub commitment: f64,
}

impl Outlook {
    /// "Still mutually beneficial?": both gained in all, and still in force, in at least three of four worlds.
    pub fn still_beneficial(&self) -> bool {
        self.both_gain >= 0.75 - EPS && self.survival >= 0.75 - EPS
    }
}

/// The world that a scenario's settings ask for.
pub fn world_of(scenario: &Scenario) -> World {
    let settings = &scenario.teacher.scoring;
    World { years: settings.years, storm: settings.storm, ..World::default() }
}

/// One world of a signed deal, by its seed.
pub fn live(scenario: &Scenario, m: &Measures, talk: &Talk, world: &World, seed: u64) -> Story {
    Life::new(scenario, m, talk, world, seed).run(true)
}

/// Many worlds of a signed deal, with seeds 1 to `worlds`.
pub fn outlook(scenario: &Scenario, m: &Measures, talk: &Talk, world: &World, worlds: u32) -> Outlook {
    let stories: Vec<Story> =
        (1..=u64::from(worlds)).map(|seed| Life::new(scenario, m, talk, world, seed).run(false)).collect();
    let n = f64::from(worlds.max(1));
    let mean = |of: &dyn Fn(&Story) -> f64| stories.iter().map(of).sum::<f64>() / n;
    let mut durable: Vec<f64> = stories.iter().map(|story| story.durability).collect();
    durable.sort_by(f64::total_cmp);
    let at =
        |share: usize| durable.get((durable.len() * share / 10).saturating_sub(1)).copied().unwrap_or(0.0);
    let mut histogram = [0; 10];
    for durability in &durable {
        histogram[((durability / 10.0) as usize).min(9)] += 1;
    }
    let durability = mean(&|story| story.durability);
    let compliance = mean(&|story| story.compliance);
    Outlook {
        years: world.years,
        worlds,
        durability,
        low: at(1),
        high: at(9),
        survival: mean(&|story| f64::from(u8::from(story.in_force == world.years))),
        compliance,
        delivered: mean(&|story| story.delivered),
        breaches: mean(&|story| f64::from(story.breaches)),
        pauses: mean(&|story| f64::from(story.pauses)),
        both_gain: mean(&|story| f64::from(u8::from(story.total[0] > 0.0 && story.total[1] > 0.0))),
        histogram,
        sustainability: 0.5 * m.principles[2].unwrap_or(50.0) + 0.5 * durability,
        commitment: 0.5 * m.principles[12].unwrap_or(0.0) + 50.0 * compliance,
    }
}

/// A text on its way through the years.
struct Life<'a> {
    m: &'a Measures,
    world: &'a World,
    dice: SplitMix64,
    exposure: [[f64; 5]; 2],
    capacity: [f64; 2],
    /// What the future is worth to each side: the sum of the patience of the foreseen years.
    future: [f64; 2],
    softening: [f64; 5],
    monitoring: f64,
    flexibility: f64,
    fine: f64,
    trust: [f64; 2],
    damage: [f64; 2],
    /// What is left of each side's exposure after the text was adapted.
    exposed: [f64; 2],
    disappointed: [u32; 2],
    total: [f64; 2],
    worst: [f64; 2],
    promised: f64,
    suspended: bool,
    alive: bool,
    in_force: u32,
    kept: u32,
    decisions: u32,
    breaches: u32,
    pauses: u32,
}

/// One of ten: below this trust a text ends.
const TRUST_TO_END: f64 = 0.10;

impl<'a> Life<'a> {
    fn new(scenario: &Scenario, m: &'a Measures, talk: &Talk, world: &'a World, seed: u64) -> Self {
        let feature = |feature| m.features[&feature];
        let briefs = &scenario.briefs;
        let percent = |value: i32| f64::from(value) / 100.0;
        let learning = feature(Feature::CapacityTransfer);
        let share = |billionths| crate::scoring::relation::share(billionths);
        Self {
            m,
            world,
            dice: SplitMix64::new(seed),
            exposure: Seat::ALL.map(|seat| briefs[seat].exposure.map(percent)),
            capacity: Seat::ALL.map(|seat| {
                let own = percent(briefs[seat].capacity);
                own + (1.0 - own) * learning
            }),
            future: Seat::ALL.map(|seat| {
                let patience = percent(briefs[seat].patience);
                let far = (0..world.foresight).fold(1.0, |far, _| far * patience);
                patience * (1.0 - far) / (1.0 - patience)
            }),
            softening: Shock::ALL.map(|shock| 1.0 - 0.5 * feature(shock.softened_by())),
            monitoring: feature(Feature::Monitoring),
            flexibility: feature(Feature::Flexibility),
            fine: KAPPA * feature(Feature::Enforcement),
            trust: [share(talk.relation.trust.first), share(talk.relation.trust.second)],
            // The years begin with the trust that the talks left; a name is hurt anew by breaches of the treaty.
            damage: [0.0; 2],
            exposed: [1.0; 2],
            disappointed: [0; 2],
            total: [0.0; 2],
            worst: [0.0; 2],
            promised: 0.0,
            suspended: false,
            alive: true,
            in_force: 0,
            kept: 0,
            decisions: 0,
            breaches: 0,
            pauses: 0,
        }
    }

    fn run(mut self, with_years: bool) -> Story {
        let mut years = Vec::new();
        for number in 1..=self.world.years {
            let year = self.year(number);
            if with_years {
                years.push(year);
            }
        }
        let delivered =
            if self.promised > EPS { unit((self.total[0] + self.total[1]) / self.promised) } else { 0.0 };
        let compliance =
            if self.decisions > 0 { f64::from(self.kept) / f64::from(self.decisions) } else { 0.0 };
        let lasted = f64::from(self.in_force) / f64::from(self.world.years.max(1));
        Story {
            years,
            in_force: self.in_force,
            delivered,
            compliance,
            breaches: self.breaches,
            pauses: self.pauses,
            total: self.total,
            durability: 100.0 * (0.4 * lasted + 0.4 * delivered + 0.2 * compliance),
        }
    }

    fn year(&mut self, number: u32) -> Year {
        let ramp = (f64::from(number) / f64::from(self.world.ramp)).min(1.0);
        let (shocks, hit) = self.shocks();
        let promise = self.m.gain.map(|gain| ramp * gain);
        self.promised += promise[0] + promise[1];
        let detection = [self.dice.unit(), self.dice.unit()];
        let review = self.dice.unit();
        let mut year = Year {
            year: number,
            shocks,
            conduct: [Conduct::Ended; 2],
            benefit: [0.0; 2],
            promise,
            temptation: [0.0; 2],
            deterrence: [0.0; 2],
            noticed: [false; 2],
            trust: self.least_trust(),
            adapted: false,
            ended: false,
        };
        if !self.alive {
            return year;
        }
        self.in_force += 1;
        if self.suspended {
            self.suspended = false;
            self.decisions += 2;
            year.conduct = [Conduct::Suspended; 2];
            return year;
        }
        let mut delivery = [0.0; 2];
        for side in 0..2 {
            (year.conduct[side], delivery[side]) = self.decide(side, ramp, hit[side], &mut year);
        }
        for side in 0..2 {
            let other = 1 - side;
            let benefit = ramp * self.m.gain[side] * (1.0 - 0.5 * hit[side]);
            let cost = ramp * self.m.temptation[side];
            year.benefit[side] = delivery[other] * (benefit + cost) - delivery[side] * cost;
        }
        for side in 0..2 {
            self.consequences(side, delivery[side], detection[side], &mut year);
        }
        for side in 0..2 {
            self.total[side] += year.benefit[side];
            self.worst[side] = self.worst[side].max(hit[side]);
            let least = self.world.disappointment * ramp * self.m.gain[side].max(0.0) - EPS;
            self.disappointed[side] =
                if year.benefit[side] < least { self.disappointed[side] + 1 } else { 0 };
        }
        year.adapted = self.review(number, review);
        if self.disappointed[0].max(self.disappointed[1]) >= 2 || self.least_trust() < TRUST_TO_END {
            self.alive = false;
            year.ended = true;
        }
        year.trust = self.least_trust();
        year
    }

    /// Two draws for each kind, always, so that a clause never shifts the dice.
    fn shocks(&mut self) -> (Vec<Shock>, [f64; 2]) {
        let mut happened = Vec::new();
        let mut hit = [0.0; 2];
        for (at, shock) in Shock::ALL.into_iter().enumerate() {
            let (comes, size) = (self.dice.unit(), self.dice.unit());
            if comes < shock.probability() * self.world.storm {
                let severity = (0.3 + 0.5 * size) * self.softening[at];
                happened.push(shock);
                for side in 0..2 {
                    let felt = severity * self.exposure[side][at] * self.exposed[side];
                    hit[side] = 1.0 - (1.0 - hit[side]) * (1.0 - felt);
                }
            }
        }
        (happened, hit)
    }

    fn decide(&self, side: usize, ramp: f64, hit: f64, year: &mut Year) -> (Conduct, f64) {
        let gain = self.m.gain[side];
        let deterrence = self.m.detection * (gain.max(0.0) * self.future[side] + self.fine);
        let temptation = ramp * self.m.temptation[side] + self.world.pressure * hit;
        year.temptation[side] = temptation;
        year.deterrence[side] = deterrence;
        let price = self.world.escape_price;
        let may_pause = self.flexibility >= 0.3 && hit >= self.world.escape_from && gain > 0.0;
        if may_pause && temptation > price && price < deterrence {
            (Conduct::Pauses, 0.0)
        } else if gain > 0.0 && temptation <= deterrence {
            (Conduct::Keeps, self.capacity[side])
        } else {
            (Conduct::Breaks, 0.0)
        }
    }

    fn consequences(&mut self, side: usize, delivery: f64, draw: f64, year: &mut Year) {
        let other = 1 - side;
        self.decisions += 1;
        match year.conduct[side] {
            Conduct::Pauses => {
                self.pauses += 1;
                year.benefit[side] -= self.world.escape_price;
                year.benefit[other] += self.world.escape_price;
            }
            Conduct::Keeps => {
                self.kept += 1;
                // A shortfall looks like bad faith only where nobody watches.
                if delivery >= 0.6 || self.monitoring >= 0.5 {
                    let room = (1.0 - self.damage[other] - self.trust[other]).max(0.0);
                    self.trust[other] += 0.25 * 0.3 * room;
                } else {
                    self.trust[other] -= 0.75 * 0.2 * self.trust[other];
                }
            }
            Conduct::Breaks => {
                self.breaches += 1;
                if draw < self.m.detection {
                    self.trust[other] -= 0.75 * self.trust[other];
                    self.damage[other] += 0.5 * (1.0 - self.damage[other]);
                    year.benefit[side] -= self.fine;
                    year.noticed[side] = true;
                    self.suspended = true;
                }
            }
            Conduct::Suspended | Conduct::Ended => {}
        }
    }

    /// Every second year a side that was hit, or is in the red, may have its exposure halved.
    fn review(&mut self, number: u32, draw: f64) -> bool {
        if self.flexibility <= 0.0 || !number.is_multiple_of(self.world.review_every) {
            return false;
        }
        let hurt = [0, 1].map(|side| self.worst[side] >= 0.2 || self.total[side] < 0.0);
        self.worst = [0.0; 2];
        let adapted = hurt.contains(&true) && draw < self.flexibility * (0.5 + 0.5 * self.least_trust());
        if adapted {
            for side in (0..2).filter(|&side| hurt[side]) {
                self.exposed[side] *= 0.5;
                self.disappointed[side] = 0;
            }
        }
        adapted
    }

    fn least_trust(&self) -> f64 {
        self.trust[0].min(self.trust[1])
    }
}
