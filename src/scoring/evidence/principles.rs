//! What stands behind each of the fourteen principles.

use super::{Facts, SIDES, percent, pillar_name, signal_name, worth};
use crate::exact::places;
use crate::scenario::file::Show;
use crate::scenario::{Arg, Deal, Feature, Phrase, Pillar, Seat};
use crate::scoring::relation::{self, Signal};
use crate::scoring::substance::pillar_sums;

/// The families of the principles by the keys of their headings, in the order in which they are shown.
const FAMILIES: [(&str, &[usize]); 4] = [
    ("family-result", &[1, 2, 3, 4]),
    ("family-respect", &[5, 9]),
    ("family-process", &[6, 7, 8]),
    ("family-design", &[10, 11, 12, 13, 14]),
];

impl Facts<'_> {
    /// Each family with its principles as the scenario shows them: those that it emphasises first, none that it
    /// hides.
    pub fn families(&self) -> impl Iterator<Item = (&'static str, Vec<usize>)> {
        let show = &self.case.scenario.teacher.scoring.show;
        FAMILIES.into_iter().filter_map(|(family, numbers)| {
            let mut shown: Vec<usize> =
                numbers.iter().copied().filter(|number| show[number - 1] != Show::Hide).collect();
            shown.sort_by_key(|number| (show[number - 1] != Show::Emphasise, *number));
            (!shown.is_empty()).then_some((family, shown))
        })
    }

    /// The lines behind principle `number`, 1 to 14.
    ///
    /// # Panics
    ///
    /// If there is no such principle.
    pub fn principle(&self, number: usize) -> Vec<Phrase> {
        assert!((1..=14).contains(&number), "there are fourteen principles");
        if self.m().principles[number - 1].is_none() {
            let key = match number {
                2 => "evidence-no-room",
                3 if self.m().signed => "evidence-no-pillar",
                4 if self.m().signed => "evidence-no-gain",
                _ => "evidence-no-deal",
            };
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
                let gain = percent(m.gain[at]);
                let line = Phrase::new("evidence-gain").country("country", seat);
                let line = line.signed("gain", gain, places(gain));
                let line = worth(line, "from", self.case.fraction(self.case.base[at]));
                worth(line, "to", m.utility[at])
            })
            .collect();
        let unit = self.case.unit as f64;
        let best = self.report.references.nash_product / (unit * unit);
        if let Some(deal) = &self.report.deal
            && m.gain[0] > 0.0
            && m.gain[1] > 0.0
            && best > 0.0
        {
            // From whole points, as the best is: what is equal has to look equal.
            let gains = self.case.gains(self.case.utilities(deal)).map(|points| points as f64);
            let product = gains[0] * gains[1] / (unit * unit);
            lines.push(Phrase::new("evidence-product").num("product", product, 3).num("best", best, 3));
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

    pub(super) fn sovereignty(&self) -> Vec<Phrase> {
        let m = self.m();
        let crossed: Vec<Phrase> = self.red_lines().collect();
        if !crossed.is_empty() {
            return crossed;
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

    /// Whose red lines the text crosses.
    pub(super) fn red_lines(&self) -> impl Iterator<Item = Phrase> + '_ {
        let crossed = SIDES.into_iter().filter(|seat| self.m().red_line[seat.index()]);
        crossed.map(|seat| Phrase::new("evidence-red-line").country("country", seat))
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
            let change = relation::share(step.change);
            // News come from outside: nobody at the table brought them.
            let line = match step.signal {
                Signal::News => Phrase::new("evidence-trust-news"),
                _ => Phrase::new("evidence-trust-most").country("country", step.actor),
            };
            lines.push(line.phrase("signal", signal_name(step.signal)).signed("change", change, 2));
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
}
