//! The course of a game and what surrounds it: rounds, news, settings of scoring, questions.

use super::Checker;
use crate::scenario::file::{self, Whom, Words};
use crate::scenario::problem::Problem;
use crate::scenario::{News, NewsTarget, Quiz, Seat, Settings, Timing};

impl Checker<'_> {
    pub(super) fn timing(&self) -> Timing {
        let timing = &self.file.timing;
        Timing {
            rounds: timing.rounds.as_ref().map_or(10, |it| it.get().unsigned_abs()),
            actions: timing.actions.as_ref().map_or(2, |it| it.get().unsigned_abs()),
            minutes: timing.minutes.as_ref().map_or(30, |it| it.get().unsigned_abs()),
        }
    }

    pub(super) fn news(&mut self, rounds: u32) -> Vec<News> {
        let file = self.file;
        let mut list = Vec::new();
        for news in &file.news {
            self.identifier(&news.id.value, &news.id.span);
            let round = news.round.get().unsigned_abs();
            if round > rounds {
                self.total(
                    [&news.span, &file.timing.span],
                    Problem::error("news-too-late", news.round.span())
                        .count("round", round)
                        .count("rounds", rounds),
                );
            }
            for (id, change) in &news.values.rows {
                let Some((issue, option)) = self.option_no(&id.value, &id.span) else { continue };
                let value = file.issues[issue].options[option].value.as_ref();
                for at in 0..2 {
                    let after = value.map_or(0, |it| it.values[at]) + change.values[at];
                    if !(0..=100).contains(&after) {
                        self.total(
                            [&news.span, &file.issues[issue].span],
                            Problem::error("news-value", change.span.clone())
                                .word("name", &id.value)
                                .count("after", after),
                        );
                    }
                }
            }
            for (at, country) in [&file.first, &file.second].into_iter().enumerate() {
                let change = news.batna.as_ref().map_or(0, |it| it.values[at]);
                let after = country.batna.get() + change;
                if !(0..=100).contains(&after) {
                    let span = news.batna.as_ref().map_or(0..0, |it| it.span.clone());
                    self.total(
                        [&news.span, &country.batna.span()],
                        Problem::error("news-batna", span).count("after", after),
                    );
                }
            }
            let trust = news.trust.as_ref().and_then(|trust| {
                let whom = match trust.whom.value? {
                    Whom::First => NewsTarget::Seat(Seat::First),
                    Whom::Second => NewsTarget::Seat(Seat::Second),
                    Whom::Both => NewsTarget::Both,
                    Whom::Drawn => NewsTarget::Drawn,
                };
                Some((whom, trust.signal.get()))
            });
            list.push(News {
                id: news.id.value.clone(),
                title: news.title.text(),
                text: news.text.text(),
                round,
                chance: news.chance.as_ref().map_or(100, file::Whole::get),
                trust,
            });
        }
        list
    }

    pub(super) fn settings(&mut self) -> Settings {
        let file = &self.file.scoring;
        let mut settings = Settings::default();
        fn set<const LO: i32, const HI: i32>(slot: &mut f64, value: &Option<file::Whole<LO, HI>>) {
            if let Some(value) = value {
                *slot = f64::from(value.get()) / 100.0;
            }
        }
        let checks = &file.checks;
        set(&mut settings.min_share, &checks.min_share);
        set(&mut settings.min_efficiency, &checks.min_efficiency);
        set(&mut settings.max_coercion, &checks.max_coercion);
        set(&mut settings.need_critical, &checks.need_critical);
        set(&mut settings.need_met, &checks.need_met);
        settings.no_net_harm = checks.no_net_harm.unwrap_or(true);
        let fairness = &file.fairness;
        for (slot, value) in settings.fairness.iter_mut().zip([
            &fairness.equality,
            &fairness.equity,
            &fairness.maximin,
            &fairness.special_treatment,
        ]) {
            set(slot, value);
        }
        // Without special treatment, which falls away between equals, something must be left to weigh.
        if settings.fairness[..3].iter().sum::<f64>() <= 0.0 {
            self.error(Problem::error("fairness-zero", fairness.span.clone()));
        }
        set(&mut settings.alpha_contribution, &fairness.alpha_contribution);
        set(&mut settings.development_gap, &fairness.development_gap);
        set(&mut settings.storm, &file.implementation.storm);
        if let Some(years) = &file.implementation.years {
            settings.years = years.get().unsigned_abs();
        }
        settings.from_status_quo_ante = file.baseline.value == Some(file::Baseline::StatusQuoAnte);
        if settings.from_status_quo_ante {
            for country in [&self.file.first, &self.file.second] {
                if country.status_quo_ante.is_none() {
                    self.error(
                        Problem::error("no-status-quo-ante", country.name.span.clone())
                            .word("name", country.name.text().id),
                    );
                }
            }
        }
        for (name, show) in &file.principles.rows {
            let number = name.value.strip_prefix('P').and_then(|digits| digits.parse::<usize>().ok());
            match (number, show.value) {
                (Some(number @ 1..=14), Some(show)) => settings.show[number - 1] = show,
                (Some(1..=14), None) => {}
                _ => self
                    .error(Problem::error("unknown-principle", name.span.clone()).word("found", &name.value)),
            }
        }
        if !file.lenses.is_empty() {
            settings.lenses = file.lenses.iter().filter_map(|lens| lens.value).collect();
        }
        settings.total_score = file.total_score.is_some();
        settings
    }

    pub(super) fn quiz(&mut self) -> Vec<Quiz> {
        let file = self.file;
        let mut quiz = Vec::new();
        for item in &file.quiz {
            let right = item.right.get().unsigned_abs() as usize;
            if right > item.answers.len() {
                self.total(
                    [&item.span],
                    Problem::error("quiz-answer", item.right.span()).count("count", item.answers.len()),
                );
            }
            quiz.push(Quiz {
                question: item.question.text(),
                answers: item.answers.iter().map(Words::text).collect(),
                right: right.saturating_sub(1),
                why: item.why.text(),
            });
        }
        quiz
    }
}
