//! What stands behind each of the seven checks.

use super::{Facts, SIDES, percent, pillar_name, worth};
use crate::exact::EPS;
use crate::scenario::{Arg, Phrase, Pillar, Seat};
use crate::scoring::measure::SMALL_GAIN;
use crate::scoring::substance::Opinion;

impl Facts<'_> {
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
                lines.extend(SIDES.into_iter().filter_map(|seat| self.below_batna(seat)));
                lines.extend(self.red_lines());
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
                if !self.case.scenario.is_critical(*need) {
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

    /// Whether a side gains, and from what.
    fn gain_line(&self, seat: Seat) -> Phrase {
        let at = seat.index();
        let from_before = self.case.scenario.teacher.scoring.from_status_quo_ante;
        let gain = self.m().gain[at];
        let key = match from_before {
            false if gain > SMALL_GAIN => "evidence-above-batna",
            false if gain > EPS => "evidence-hardly-above-batna",
            false => "evidence-not-above-batna",
            true if gain > SMALL_GAIN => "evidence-above-before",
            true if gain > EPS => "evidence-hardly-above-before",
            true => "evidence-not-above-before",
        };
        self.against(key, seat, self.case.fraction(self.case.base[at]))
    }

    /// What a side has, beside what it is held against.
    fn against(&self, key: &'static str, seat: Seat, from: f64) -> Phrase {
        let line = worth(Phrase::new(key).country("country", seat), "to", self.m().utility[seat.index()]);
        worth(line, "from", from)
    }

    /// Gains may be counted from how things were: a loss against no agreement is told beside them.
    fn below_batna(&self, seat: Seat) -> Option<Phrase> {
        let batna = self.case.fraction(self.case.batna[seat.index()]);
        let from_before = self.case.scenario.teacher.scoring.from_status_quo_ante;
        (from_before && self.m().is_below_batna(self.case, seat))
            .then(|| self.against("evidence-not-above-batna", seat, batna))
    }

    /// A text may beat what is left and still be worse than what was there before the other side changed
    /// it: then the BATNA itself is the product of power (Gruber, *Ruling the World*, 2000).
    pub fn worse_than_before(&self, seat: Seat) -> Option<Phrase> {
        let at = seat.index();
        let before = f64::from(self.case.scenario.briefs[seat].status_quo_ante?) / 100.0;
        let (share, left) = (self.m().utility[at], self.case.fraction(self.case.batna[at]));
        let fits = self.m().signed && !self.m().is_below_batna(self.case, seat) && share < before - EPS;
        fits.then(|| {
            let line = Phrase::new("evidence-worse-than-before").country("country", seat);
            [("to", share), ("left", left), ("before", before)]
                .into_iter()
                .fold(line, |line, (name, share)| worth(line, name, share))
        })
    }
}
