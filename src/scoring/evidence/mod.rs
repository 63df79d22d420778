//! The evidence behind every number: which facts, as phrases that both languages can say.
//!
//! A line names only numbers that a fifteen-year-old can find on the screen and recompute.

use super::measure::{Measures, SMALL_GAIN, pillar_scores};
use super::relation::Signal;
use super::substance::{Opinion, pillar_sums};
use super::{Case, Lenses, Report, Talk};
use crate::exact::EPS;
use crate::scenario::{Arg, Deal, Feature, Phrase, Pillar, Seat};

/// The outcome and what it was measured against.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The numbers of the scenario at the end of the talks.
    pub case: &'a Case<'a>,
    /// The talks.
    pub talk: &'a Talk,
    /// The outcome.
    pub report: &'a Report,
}

const SIDES: [Seat; 2] = Seat::ALL;

/// A share of 1 as whole per cent.
fn percent(share: f64) -> f64 {
    100.0 * share
}

impl Facts<'_> {
    fn m(&self) -> &Measures {
        &self.report.measures
    }

    /// The lines behind principle `number`, 1 to 14.
    ///
    /// # Panics
    ///
    /// If there is no such principle.
    pub fn principle(&self, number: usize) -> Vec<Phrase> {
        assert!((1..=14).contains(&number), "there are fourteen principles");
        if self.m().principles[number - 1].is_none() {
            let key = if number == 2 { "evidence-no-room" } else { "evidence-no-deal" };
            return vec![Phrase::new(key)];
        }
        match number {
            1 => self.needs(),
            2 => self.benefit(),
            3 => self.pillars(),
            4 => self.fairness(),
            5 => self.sovereignty(),
            6 => self.alignment(),
            7 => self.transparency(),
            8 => self.trust(),
            9 => self.peace(),
            10 => self.clauses("evidence-flexible", Feature::Flexibility),
            11 => self.inclusion(),
            12 => self.clauses("evidence-embedded", Feature::Embedding),
            13 => self.commitment(),
            _ => self.clauses("evidence-results", Feature::Results),
        }
    }

    fn needs(&self) -> Vec<Phrase> {
        if !self.m().signed {
            return vec![Phrase::new("evidence-needs-none")];
        }
        let mut lines: Vec<Phrase> = SIDES
            .into_iter()
            .map(|seat| {
                let met = &self.m().met[seat];
                let list = met
                    .iter()
                    .map(|(sector, share)| {
                        Phrase::new("evidence-need").with("sector", Arg::Sector(*sector)).num(
                            "met",
                            percent(*share),
                            0,
                        )
                    })
                    .collect();
                Phrase::new("evidence-needs-side").country("country", seat).list("needs", list).num(
                    "score",
                    percent(self.m().satisfied[seat.index()]),
                    1,
                )
            })
            .collect();
        lines.push(Phrase::new("evidence-lower-counts"));
        lines
    }

    fn benefit(&self) -> Vec<Phrase> {
        let m = self.m();
        if !m.signed {
            return vec![Phrase::new("evidence-benefit-none")];
        }
        let mut lines: Vec<Phrase> = SIDES
            .into_iter()
            .map(|seat| {
                let at = seat.index();
                Phrase::new("evidence-gain")
                    .country("country", seat)
                    .signed("gain", percent(m.gain[at]), 0)
                    .num("from", percent(self.case.fraction(self.case.base[at])), 0)
                    .num("to", percent(m.utility[at]), 0)
            })
            .collect();
        let unit = self.case.unit as f64;
        let best = self.report.references.nash_product / (unit * unit);
        if m.gain[0] > 0.0 && m.gain[1] > 0.0 && best > 0.0 {
            lines.push(
                Phrase::new("evidence-product").num("product", m.gain[0] * m.gain[1], 3).num("best", best, 3),
            );
        } else {
            lines.push(Phrase::new("evidence-not-both-gain"));
        }
        lines
    }

    fn pillars(&self) -> Vec<Phrase> {
        let Some(deal) = &self.report.deal else { return vec![Phrase::new("evidence-pillars-none")] };
        let mut lines = Vec::new();
        for (at, pillar) in Pillar::ALL.into_iter().enumerate() {
            let (chosen, potential) = pillar_sums(&self.case.scenario.shared, &self.case.open, deal, at);
            if potential == 0 {
                continue;
            }
            lines.push(
                Phrase::new("evidence-pillar")
                    .phrase("pillar", pillar_name(pillar))
                    .list("parts", self.pillar_parts(deal, at))
                    .signed("sum", f64::from(chosen), 0)
                    .count("potential", potential)
                    .num("score", 50.0 * (1.0 + f64::from(chosen) / f64::from(potential)), 1),
            );
        }
        if lines.len() > 1 {
            lines.push(Phrase::new("evidence-geometric"));
        }
        lines
    }

    fn pillar_parts(&self, deal: &Deal, pillar: usize) -> Vec<Phrase> {
        let parts = deal.choices().filter_map(|(issue, option)| {
            let effect = self.case.scenario.shared.choice(issue, option).pillars[pillar];
            (effect != 0).then(|| {
                Phrase::new("evidence-effect").choice("option", issue, option).signed(
                    "effect",
                    f64::from(effect),
                    0,
                )
            })
        });
        let parts: Vec<Phrase> = parts.collect();
        if parts.is_empty() { vec![Phrase::new("evidence-nothing")] } else { parts }
    }

    fn fairness(&self) -> Vec<Phrase> {
        let m = self.m();
        let weights = self.case.scenario.teacher.scoring.fairness;
        let keys = ["evidence-equality", "evidence-equity", "evidence-maximin", "evidence-special"];
        let mut lines: Vec<Phrase> = Vec::new();
        for ((key, part), weight) in keys.into_iter().zip(m.fairness).zip(weights) {
            if let Some(part) = part {
                let mut line =
                    Phrase::new(key).num("score", percent(part), 0).num("weight", percent(weight), 0);
                if key == "evidence-equity" {
                    line = line.num("tau", percent(m.tau), 0).country("country", Seat::First);
                }
                if let (true, Some(sigma)) = (key == "evidence-equality", m.sigma) {
                    line = line.num("first", percent(sigma[0]), 0).num("second", percent(sigma[1]), 0);
                }
                lines.push(line);
            }
        }
        if m.fairness[3].is_none() {
            lines.push(Phrase::new("evidence-no-gap"));
        }
        lines
    }

    fn sovereignty(&self) -> Vec<Phrase> {
        let m = self.m();
        if m.red_line.contains(&true) {
            return SIDES
                .into_iter()
                .filter(|seat| m.red_line[seat.index()])
                .map(|seat| Phrase::new("evidence-red-line").country("country", seat))
                .collect();
        }
        vec![
            Phrase::new("evidence-sovereignty")
                .country("first", Seat::First)
                .num("costfirst", m.sovereignty[0], 2)
                .country("second", Seat::Second)
                .num("costsecond", m.sovereignty[1], 2),
            self.pressure_line(),
        ]
    }

    fn pressure_line(&self) -> Phrase {
        let pressure = self.m().coercion;
        if pressure > 0.0 {
            Phrase::new("evidence-pressure").num("pressure", pressure, 2)
        } else {
            Phrase::new("evidence-no-pressure")
        }
    }

    fn alignment(&self) -> Vec<Phrase> {
        if !self.m().signed {
            return vec![Phrase::new(if self.report.references.zopa {
                "evidence-alignment-missed"
            } else {
                "evidence-alignment-none"
            })];
        }
        let written = |seat: Seat| self.talk.author.values().filter(|author| **author == seat).count();
        vec![
            Phrase::new("evidence-efficiency").num("share", percent(self.m().efficiency), 0),
            Phrase::new("evidence-authors")
                .country("first", Seat::First)
                .count("byfirst", written(Seat::First))
                .country("second", Seat::Second)
                .count("bysecond", written(Seat::Second)),
        ]
    }

    fn transparency(&self) -> Vec<Phrase> {
        let m = self.m();
        let mut lines = vec![
            Phrase::new("evidence-told")
                .country("first", Seat::First)
                .num("byfirst", percent(m.disclosure[0]), 0)
                .country("second", Seat::Second)
                .num("bysecond", percent(m.disclosure[1]), 0),
        ];
        if m.signed {
            lines.push(
                Phrase::new("evidence-published")
                    .num("transparency", percent(m.features[&Feature::Transparency]), 0)
                    .num("monitoring", percent(m.features[&Feature::Monitoring]), 0),
            );
        }
        lines
    }

    fn trust(&self) -> Vec<Phrase> {
        let m = self.m();
        let start = m.trust_start[0].min(m.trust_start[1]);
        let end = m.trust[0].min(m.trust[1]);
        let mut lines = vec![Phrase::new("evidence-trust").num("from", start, 2).num("to", end, 2)];
        if let Some(step) = self.talk.steps.iter().max_by_key(|step| step.change.abs()) {
            lines.push(
                Phrase::new("evidence-trust-most")
                    .phrase("signal", signal_name(step.signal))
                    .country("country", step.actor)
                    .signed("change", super::relation::share(step.change), 2),
            );
        }
        lines
    }

    fn peace(&self) -> Vec<Phrase> {
        let mut lines = Vec::new();
        for seat in SIDES {
            for signal in Signal::ALL.into_iter().filter(|signal| signal.coercion() > 0) {
                let times =
                    self.talk.steps.iter().filter(|step| step.actor == seat && step.signal == signal).count();
                if times > 0 {
                    lines.push(
                        Phrase::new("evidence-coercion")
                            .country("country", seat)
                            .phrase("signal", signal_name(signal))
                            .count("times", times),
                    );
                }
            }
        }
        lines.push(self.pressure_line());
        lines
    }

    /// Which options of the deal carry a feature.
    fn clauses(&self, key: &'static str, feature: Feature) -> Vec<Phrase> {
        let Some(deal) = &self.report.deal else { return Vec::new() };
        let parts: Vec<Phrase> = deal
            .choices()
            .filter_map(|(issue, option)| {
                let share = self.case.scenario.shared.choice(issue, option).features.get(&feature)?;
                Some(Phrase::new("evidence-clause").choice("option", issue, option).num(
                    "share",
                    f64::from(*share),
                    0,
                ))
            })
            .collect();
        if parts.is_empty() {
            return vec![Phrase::new("evidence-no-clause")];
        }
        vec![Phrase::new(key).list("parts", parts).num("score", percent(self.m().features[&feature]), 0)]
    }

    fn inclusion(&self) -> Vec<Phrase> {
        let m = self.m();
        let mut lines = self.clauses("evidence-inclusive", Feature::Inclusion);
        lines.push(
            Phrase::new("evidence-consulted")
                .country("first", Seat::First)
                .num("byfirst", percent(m.consulted[0]), 0)
                .country("second", Seat::Second)
                .num("bysecond", percent(m.consulted[1]), 0),
        );
        lines
    }

    fn commitment(&self) -> Vec<Phrase> {
        let m = self.m();
        let mut lines = vec![
            Phrase::new("evidence-form")
                .num("obligation", percent(m.obligation), 0)
                .num("enforcement", percent(m.features[&Feature::Enforcement]), 0)
                .num("detection", percent(m.detection), 0),
        ];
        for seat in SIDES {
            let at = seat.index();
            let patience = f64::from(self.case.scenario.briefs[seat].patience) / 100.0;
            let key = if m.temptation[at] <= 0.0 {
                "evidence-no-temptation"
            } else if patience >= m.needed_patience[at] {
                "evidence-keeps"
            } else {
                "evidence-cheats"
            };
            lines.push(
                Phrase::new(key)
                    .country("country", seat)
                    .num("temptation", m.temptation[at], 2)
                    .num("needed", percent(m.needed_patience[at]), 0)
                    .num("patience", percent(patience), 0),
            );
        }
        // High compliance may just mean that little was promised.
        lines.push(Phrase::new("evidence-depth").num("depth", m.temptation[0] + m.temptation[1], 2));
        lines
    }

    /// The lines behind check `number`, 1 to 7, of a deal.
    ///
    /// # Panics
    ///
    /// If there is no such check.
    pub fn check(&self, number: usize) -> Vec<Phrase> {
        let m = self.m();
        let settings = &self.case.scenario.teacher.scoring;
        if !m.signed {
            return vec![Phrase::new("evidence-no-deal")];
        }
        match number {
            1 => SIDES.into_iter().map(|seat| self.support_line(seat)).collect(),
            2 => {
                let mut lines: Vec<Phrase> = SIDES.into_iter().map(|seat| self.gain_line(seat)).collect();
                lines.extend(SIDES.into_iter().filter_map(|seat| self.worse_than_before(seat)));
                lines.extend(self.sovereignty().into_iter().filter(|line| line.key == "evidence-red-line"));
                lines
            }
            3 => match m.sigma {
                Some(sigma) => vec![
                    Phrase::new("evidence-balance")
                        .country("first", Seat::First)
                        .num("sharefirst", percent(sigma[0]), 0)
                        .country("second", Seat::Second)
                        .num("sharesecond", percent(sigma[1]), 0)
                        .num("least", percent(settings.min_share), 0),
                ],
                None => vec![Phrase::new("evidence-no-gain")],
            },
            4 => vec![Phrase::new("evidence-taken").num("share", percent(m.efficiency), 0).num(
                "least",
                percent(settings.min_efficiency),
                0,
            )],
            5 => self.critical_needs(),
            6 => self.harm_lines(),
            7 => vec![Phrase::new("evidence-consent").num("pressure", m.coercion, 2).num(
                "most",
                settings.max_coercion,
                2,
            )],
            _ => panic!("there are seven checks"),
        }
    }

    fn support_line(&self, seat: Seat) -> Phrase {
        let m = self.m();
        let at = seat.index();
        let named = |agrees: bool| -> Vec<Phrase> {
            let list: Vec<Phrase> = m.opinions[seat]
                .iter()
                .enumerate()
                .filter(|(_, opinion): &(usize, &Opinion)| opinion.agrees == agrees)
                .map(|(group, _)| Phrase::new("group-name").with("group", Arg::Group(seat, group)))
                .collect();
            if list.is_empty() { vec![Phrase::new("evidence-nobody")] } else { list }
        };
        Phrase::new("evidence-support")
            .country("country", seat)
            .num("support", percent(m.support[at]), 0)
            .num("quota", percent(m.quota[at]), 0)
            .list("for", named(true))
            .list("against", named(false))
    }

    fn critical_needs(&self) -> Vec<Phrase> {
        let settings = &self.case.scenario.teacher.scoring;
        let mut lines = Vec::new();
        for seat in SIDES {
            for (sector, need) in &self.case.scenario.briefs[seat].needs {
                if f64::from(*need) / 100.0 < settings.need_critical - EPS {
                    continue;
                }
                lines.push(
                    Phrase::new("evidence-critical")
                        .country("country", seat)
                        .with("sector", Arg::Sector(*sector))
                        .num("met", percent(self.m().met[seat][sector]), 0)
                        .num("least", percent(settings.need_met), 0),
                );
            }
        }
        if lines.is_empty() { vec![Phrase::new("evidence-no-critical")] } else { lines }
    }

    fn harm_lines(&self) -> Vec<Phrase> {
        let m = self.m();
        let mut lines = Vec::new();
        for (at, pillar) in Pillar::ALL.into_iter().enumerate() {
            if let Some(value) = m.pillars[at]
                && value < 0.0
            {
                lines.push(
                    Phrase::new("evidence-pillar-negative")
                        .phrase("pillar", pillar_name(pillar))
                        .signed("value", value, 2),
                );
            }
        }
        for harm in &m.harms {
            lines.push(match harm.pillar {
                Some((pillar, effect)) => Phrase::new("evidence-harm")
                    .choice("option", harm.issue, harm.option)
                    .phrase("pillar", pillar_name(pillar))
                    .signed("effect", f64::from(effect), 0),
                None => Phrase::new("evidence-harm-marked").choice("option", harm.issue, harm.option),
            });
        }
        if lines.is_empty() {
            lines.push(Phrase::new("evidence-no-harm"));
        }
        lines
    }

    /// What each lens says of the outcome, in the order of the lenses; its number is in [`Lenses`].
    pub fn lenses(&self) -> [Phrase; 5] {
        let m = self.m();
        let Lenses { dependency, liberal, realism, justice, sustainability } = self.report.lenses;
        let weakest = pillar_scores(m).into_iter().fold(100.0, f64::min);
        [
            Phrase::new("lens-dependency-says")
                .num("score", dependency, 1)
                .country("first", Seat::First)
                .signed("changefirst", m.dependence[0], 2)
                .country("second", Seat::Second)
                .signed("changesecond", m.dependence[1], 2),
            Phrase::new("lens-liberal-says")
                .num("score", liberal, 1)
                .num("joint", percent(self.joint()), 0)
                .num("institutions", percent(m.features[&Feature::Embedding]), 0),
            Phrase::new("lens-realism-says")
                .country("first", Seat::First)
                .num("scorefirst", realism[0], 1)
                .country("second", Seat::Second)
                .num("scoresecond", realism[1], 1),
            Phrase::new("lens-justice-says").num("score", justice, 1).num("weakest", percent(m.maximin), 0),
            Phrase::new("lens-sustainability-says")
                .num("score", sustainability, 1)
                .num("weakest", weakest, 0),
        ]
    }

    /// The share of the largest sum of normalised gains that was taken.
    fn joint(&self) -> f64 {
        let references = &self.report.references;
        let gamma = self.m().gamma;
        if references.zopa { ((gamma[0] + gamma[1]) / references.max_sum).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Whether a side gains, and from what.
    fn gain_line(&self, seat: Seat) -> Phrase {
        let at = seat.index();
        let from_before = self.case.scenario.teacher.scoring.from_status_quo_ante;
        let key = match (from_before, self.m().gain[at] > SMALL_GAIN) {
            (false, true) => "evidence-above-batna",
            (false, false) => "evidence-not-above-batna",
            (true, true) => "evidence-above-before",
            (true, false) => "evidence-not-above-before",
        };
        Phrase::new(key).country("country", seat).num("to", percent(self.m().utility[at]), 0).num(
            "from",
            percent(self.case.fraction(self.case.base[at])),
            0,
        )
    }

    /// A text may beat what is left and still be worse than what was there before the other side changed
    /// it: then the BATNA itself is the product of power (Gruber, *Ruling the World*, 2000).
    pub fn worse_than_before(&self, seat: Seat) -> Option<Phrase> {
        let at = seat.index();
        let before = f64::from(self.case.scenario.briefs[seat].status_quo_ante?) / 100.0;
        let (worth, left) = (self.m().utility[at], self.case.fraction(self.case.batna[at]));
        let fits = self.m().signed && worth >= left - EPS && worth < before - EPS;
        fits.then(|| {
            Phrase::new("evidence-worse-than-before")
                .country("country", seat)
                .num("to", percent(worth), 0)
                .num("left", percent(left), 0)
                .num("before", percent(before), 0)
        })
    }

    /// What would have been possible, for a game without a deal, or a better package after one.
    pub fn left_on_the_table(&self) -> Option<Phrase> {
        let references = &self.report.references;
        let (key, deal) = match (&self.report.deal, &self.report.post_settlement) {
            (None, _) if references.zopa => ("evidence-missed", references.deal(references.nash)),
            (Some(_), Some(better)) => ("evidence-better", better.clone()),
            _ => return None,
        };
        let utilities = self.case.utilities(&deal).map(|points| self.case.fraction(points));
        let base = self.report.measures.utility;
        let list = deal
            .choices()
            .filter(|(issue, _)| self.case.weights[*issue].iter().any(|weight| *weight > 0.0))
            .filter(|(issue, option)| {
                self.report.deal.as_ref().is_none_or(|signed| signed[*issue] != *option)
            })
            .map(|(issue, option)| Phrase::new("option-label").choice("option", issue, option))
            .collect();
        Some(
            Phrase::new(key)
                .list("package", list)
                .country("first", Seat::First)
                .signed("gainfirst", percent(utilities[0] - base[0]), 0)
                .country("second", Seat::Second)
                .signed("gainsecond", percent(utilities[1] - base[1]), 0),
        )
    }
}

/// The name of a pillar.
pub const fn pillar_name(pillar: Pillar) -> Phrase {
    Phrase::new(match pillar {
        Pillar::Economy => "pillar-economy",
        Pillar::Society => "pillar-society",
        Pillar::Environment => "pillar-environment",
    })
}

/// The name of a signal.
pub const fn signal_name(signal: Signal) -> Phrase {
    Phrase::new(match signal {
        Signal::Disclose => "signal-disclose",
        Signal::Concede => "signal-concede",
        Signal::Reciprocate => "signal-reciprocate",
        Signal::KeepPromise => "signal-keep-promise",
        Signal::EarlyHarvest => "signal-early-harvest",
        Signal::Cultural => "signal-cultural",
        Signal::Informal => "signal-informal",
        Signal::OffRecord => "signal-off-record",
        Signal::Hotline => "signal-hotline",
        Signal::AcceptText => "signal-accept-text",
        Signal::Repair => "signal-repair",
        Signal::Consular => "signal-consular",
        Signal::Threat => "signal-threat",
        Signal::Ultimatum => "signal-ultimatum",
        Signal::WalkOut => "signal-walkout",
        Signal::Shaming => "signal-shaming",
        Signal::LieExposed => "signal-lie-exposed",
        Signal::BrokenPromise => "signal-broken-promise",
        Signal::Leak => "signal-leak",
        Signal::News => "signal-news",
    })
}
