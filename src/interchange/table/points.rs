//! Numbers of a table as whole points: decimal commas, shares of 1, sums of a hundred.

use super::cells::{Number, Reading};
use super::{Place, Weights};
use crate::interchange::rounding::hundred;
use crate::scenario::Percent;
use crate::scenario::problem::Problem;

impl Reading {
    /// A number as people write it: with a decimal comma, a percent sign, or a true minus.
    pub(super) fn number(&mut self, text: &str, place: Place) -> Option<Number> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let plain = plain.replace(',', ".").replace('\u{2212}', "-");
        let (digits, percent) = match plain.strip_suffix('%') {
            Some(digits) => (digits, true),
            None => (plain.as_str(), false),
        };
        match digits.parse::<f64>().ok().filter(|value| value.is_finite()) {
            // "40%" is forty points, whatever the rest of its column counts in.
            Some(value) => Some(Number { place, value: if percent { value.round() } else { value } }),
            None => {
                self.note(place, Problem::error("cell-number", 0..0).word("found", text));
                None
            }
        }
    }

    /// A whole number within bounds; one with decimals is rounded, and that is told.
    pub(super) fn whole(&mut self, number: &Number, low: Percent, high: Percent) -> Option<Percent> {
        // On a scale of a hundred 0.15 is 15 per cent in a cell that shows it so; rounding would lose it.
        if high >= 100 && number.value.abs() < 1.0 && number.value != 0.0 {
            let problem = Problem::error("cell-share", 0..0).number("found", number.value);
            let meant = tidied(number.value * 100.0);
            self.note(number.place.clone(), problem.number("meant", meant));
            return None;
        }
        let rounded = number.value.round();
        if !(f64::from(low)..=f64::from(high)).contains(&rounded) {
            let problem = Problem::error("out-of-range", 0..0).number("found", number.value);
            self.note(
                number.place.clone(),
                problem.word("low", low.to_string()).word("high", high.to_string()),
            );
            return None;
        }
        if (rounded - number.value).abs() > 1e-9 {
            let problem =
                Problem::warning("cell-rounded", 0..0).number("found", number.value).number("used", rounded);
            self.note(number.place.clone(), problem);
        }
        Some(rounded as Percent)
    }

    /// Weights and values in whole points, once all of them are known.
    pub(super) fn settle(&mut self, weights: Weights) {
        for side in 0..2 {
            let sum = |reading: &Self| -> f64 {
                let issues = reading.table.issues.iter().zip(&reading.weights);
                issues
                    .filter(|(it, _)| it.reserve != Some(true))
                    .filter_map(|(_, it)| it[side].as_ref())
                    .map(|it| it.value)
                    .sum()
            };
            let first = self.weights.iter().find_map(|it| it[side].as_ref()).map(|it| it.place.clone());
            let Some(first) = first else { continue };
            let shares = self.weights.iter().filter_map(|it| it[side].as_ref()).all(|it| it.value <= 1.0);
            // A spreadsheet that shows 20 % holds 0.2.
            let unit = if shares && (sum(self) - 1.0).abs() < 0.02 { 100.0 } else { 1.0 };
            for number in self.weights.iter_mut().filter_map(|it| it[side].as_mut()) {
                number.value *= unit;
            }
            let total = sum(self);
            let off = (total - 100.0).abs() > 1e-6;
            // A part of the weights is taken number by number; all of them are rounded together.
            if weights == Weights::AsGiven && off {
                for no in 0..self.weights.len() {
                    let number = self.weights[no][side].clone();
                    self.table.issues[no].weights[side] = number.and_then(|it| self.whole(&it, 0, 100));
                }
                continue;
            }
            let negative = |it: &&Number| it.value < 0.0;
            let wrong: Vec<Number> =
                self.weights.iter().filter_map(|it| it[side].as_ref()).filter(negative).cloned().collect();
            if !wrong.is_empty() {
                for number in wrong {
                    self.whole(&number, 0, 100);
                }
                continue;
            }
            if off && weights == Weights::Hundred {
                let problem = Problem::error("cell-weights-sum", 0..0)
                    .number("sum", (100.0 * total).round() / 100.0)
                    .word("side", if side == 0 { "1" } else { "2" });
                self.note(first, problem);
                continue;
            }
            let counted: Vec<usize> = (0..self.weights.len())
                .filter(|&no| self.weights[no][side].is_some() && self.table.issues[no].reserve != Some(true))
                .collect();
            let worth: Vec<f64> = counted
                .iter()
                .map(|&no| self.weights[no][side].as_ref().map_or(0.0, |it| it.value))
                .collect();
            if total <= 0.0 {
                let problem = Problem::error("cell-weights-sum", 0..0).number("sum", total);
                self.note(first, problem.word("side", if side == 0 { "1" } else { "2" }));
                continue;
            }
            let least: Vec<Percent> = worth.iter().map(|value| Percent::from(*value > 0.0)).collect();
            for (&no, points) in counted.iter().zip(hundred(&worth, &least)) {
                let number = self.weights[no][side].clone();
                if let Some(number) = number.filter(|it| (it.value - f64::from(points)).abs() > 1e-6) {
                    // What was divided by a sum of its own is not told to have been rounded.
                    let divided = (total - 100.0).abs() > 1e-6;
                    let rule = if divided { "cell-divided" } else { "cell-rounded" };
                    let problem = Problem::warning(rule, 0..0)
                        .number("found", number.value)
                        .number("used", f64::from(points));
                    self.note(number.place, if divided { problem.number("sum", total) } else { problem });
                }
                self.table.issues[no].weights[side] = Some(points);
            }
            for no in 0..self.weights.len() {
                if self.table.issues[no].reserve == Some(true)
                    && let Some(number) = self.weights[no][side].clone()
                {
                    self.table.issues[no].weights[side] = self.whole(&number, 0, 100);
                }
            }
        }
        self.settle_values();
    }

    fn settle_values(&mut self) {
        let all: Vec<f64> = self.values.iter().flatten().flatten().flatten().map(|it| it.value).collect();
        let unit = if !all.is_empty() && all.iter().all(|it| (0.0..=1.0).contains(it)) { 100.0 } else { 1.0 };
        for no in 0..self.values.len() {
            for option in 0..self.values[no].len() {
                for side in 0..2 {
                    let number = self.values[no][option][side].clone();
                    let number = number.map(|it| Number { value: tidied(it.value * unit), ..it });
                    let value = number.and_then(|number| self.whole(&number, 0, 100));
                    self.table.issues[no].options[option].values[side] = value;
                }
            }
        }
        for side in 0..2 {
            let Some(number) = self.batna[side].clone() else { continue };
            let shares = number.value > 0.0 && number.value < 1.0;
            let number = Number { value: tidied(number.value * if shares { 100.0 } else { 1.0 }), ..number };
            if let Some(value) = self.whole(&number, 0, 100) {
                self.table.countries[side].numbers.insert("batna", value);
            }
        }
    }
}

/// Without the dust of binary fractions: 0.55 times 100 is meant to be 55.
fn tidied(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}
