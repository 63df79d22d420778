//! The two countries: weights, needs, red lines, groups at home, exposure.

use super::{Checker, reading};
use crate::scenario::file::{self, CountryFile, OptionFile};
use crate::scenario::problem::Problem;
use crate::scenario::sector::Sector;
use crate::scenario::{
    Brief, Exact, FINE, Group, Issue, IssueNo, Measure, NewsEffect, OptionNo, PerSeat, Percent, Pillar,
    Points, Seat, Stake,
};
use std::collections::BTreeMap;

impl Checker<'_> {
    pub(super) fn weights(&mut self, table: &file::Table<file::Whole<0, 100>>) -> Vec<Percent> {
        let mut weights = vec![0; self.file.issues.len()];
        for (id, weight) in &table.rows {
            if let Some(no) = self.issue_no(&id.value, &id.span) {
                weights[no] = weight.get();
            }
        }
        weights
    }

    /// Whether every row of a table of weights is about an issue of the file.
    pub(super) fn names_issues(&self, table: &file::Table<file::Whole<0, 100>>) -> bool {
        table.rows.iter().all(|(id, _)| self.file.issues.iter().any(|issue| issue.id.value == id.value))
    }

    pub(super) fn brief(&mut self, seat: Seat, country: &CountryFile) -> Brief {
        let file = self.file;
        let weights = self.weights(&country.weights);
        let sum: Percent =
            file.issues.iter().zip(&weights).filter(|(it, _)| !it.reserve).map(|(_, w)| w).sum();
        // Points of an issue that is not there are missed where they stand, and told only there.
        if sum != 100 && !country.weights.rows.is_empty() && self.names_issues(&country.weights) {
            self.total(
                [&country.weights.span],
                Problem::error("weights-sum", country.weights.span.clone())
                    .word("name", country.name.text().id)
                    .count("sum", sum)
                    .word("way", if sum < 100 { "less" } else { "more" })
                    .count("missing", (100 - sum).abs()),
            );
        }
        let stakes = self.stakes(seat);
        let needs = self.sectors(&country.needs);
        if country.needs.rows.is_empty() {
            self.total(
                [&country.span],
                Problem::error("no-needs", country.needs.span.clone()).word("name", country.name.text().id),
            );
        }
        let red_lines: Vec<(IssueNo, OptionNo)> =
            country.red_lines.iter().filter_map(|id| self.option_no(&id.value, &id.span)).collect();
        for (no, issue) in file.issues.iter().enumerate() {
            let barred = red_lines.iter().filter(|(it, _)| *it == no).count();
            if barred > 0 && barred == issue.options.len() {
                self.error(Problem::error("all-red", issue.id.span.clone()).word("name", &issue.id.value));
            }
        }
        let groups = self.groups(country);
        let exposure = exposure(&country.exposure, seat);
        Brief {
            role: reading(&country.role),
            weights,
            stakes,
            batna: country.batna.get(),
            batna_story: country.batna_story.text(),
            status_quo_ante: country.status_quo_ante.as_ref().map(file::Whole::get),
            needs,
            dependence: country.dependence.get(),
            patience: country.patience.as_ref().map_or(80, file::Whole::get),
            capacity: country.capacity.as_ref().map_or(80, file::Whole::get),
            rivalry: country.rivalry.as_ref().map_or(30, file::Whole::get),
            red_lines,
            groups,
            exposure,
            news: self.news_effects(seat),
            exact: self.exact(seat),
        }
    }

    /// What each option means to a side, by issue.
    fn stakes(&mut self, seat: Seat) -> Vec<Vec<Stake>> {
        let file = self.file;
        let at = seat.index();
        let pair = |pair: &Option<file::Both<0, 100>>| pair.as_ref().map_or(0, |it| it.values[at]);
        let mut stakes = Vec::with_capacity(file.issues.len());
        for issue in &file.issues {
            let mut row = Vec::with_capacity(issue.options.len());
            for option in &issue.options {
                let meets = match seat {
                    Seat::First => &option.meets.first,
                    Seat::Second => &option.meets.second,
                };
                row.push(Stake {
                    value: pair(&option.value),
                    sovereignty: pair(&option.sovereignty),
                    dependence: option.dependence.as_ref().map_or(0, |it| it.values[at]),
                    effort: option.effort.as_ref().map_or(0, |it| it.values[at]),
                    meets: self.sectors(meets),
                });
            }
            stakes.push(row);
        }
        stakes
    }

    /// What each piece of news changes for a side.
    fn news_effects(&self, seat: Seat) -> Vec<NewsEffect> {
        let at = seat.index();
        let place = |id: &str| {
            self.file.issues.iter().enumerate().find_map(|(no, issue)| {
                issue.options.iter().position(|it| it.id.value == id).map(|option| (no, option))
            })
        };
        let effect = |news: &file::NewsFile| {
            let values = news.values.rows.iter().filter_map(|(id, change)| {
                let (issue, option) = place(&id.value)?;
                (change.values[at] != 0).then_some((issue, option, change.values[at]))
            });
            NewsEffect { batna: news.batna.as_ref().map_or(0, |it| it.values[at]), values: values.collect() }
        };
        self.file.news.iter().map(effect).collect()
    }

    fn exact(&self, seat: Seat) -> Option<Exact> {
        let exact = self.file.exact.as_ref()?;
        let fine = |pair: &file::Shares| (pair.values[seat.index()] * FINE as f64).round() as Points;
        let worth: BTreeMap<&str, Points> =
            exact.options.rows.iter().map(|(id, pair)| (id.value.as_str(), fine(pair))).collect();
        let part = |option: &OptionFile| worth.get(option.id.value.as_str()).copied().unwrap_or(0);
        let parts = self.file.issues.iter().map(|issue| issue.options.iter().map(part).collect()).collect();
        Some(Exact { parts, reservation: fine(&exact.reservation) })
    }

    fn sectors<const LO: i32, const HI: i32>(
        &mut self,
        table: &file::Table<file::Whole<LO, HI>>,
    ) -> BTreeMap<Sector, Percent> {
        let mut sectors = BTreeMap::new();
        for (name, value) in &table.rows {
            match Sector::from_name(&name.value) {
                Some(sector) => {
                    sectors.insert(sector, value.get());
                }
                None => self.unknown(
                    "unknown-sector",
                    &name.value,
                    &name.span,
                    Sector::ALL.iter().map(|it| it.name()),
                    None,
                ),
            }
        }
        sectors
    }

    fn groups(&mut self, country: &CountryFile) -> Vec<Group> {
        let influence: Percent = country.groups.iter().map(|group| group.influence.get()).sum();
        if let Some(first) = country.groups.first()
            && influence != 100
        {
            self.total(
                country.groups.iter().map(|group| &group.span),
                Problem::error("influence-sum", first.influence.span())
                    .word("name", country.name.text().id)
                    .count("sum", influence),
            );
        }
        if country.groups.is_empty() {
            self.total(
                [&country.span],
                Problem::error("no-groups", country.name.span.clone()).word("name", country.name.text().id),
            );
        }
        let mut groups = Vec::new();
        for group in &country.groups {
            let measure = match (&group.weights, &group.pillar) {
                (Some(table), None) => {
                    let weights = self.weights(table);
                    let sum: Percent = weights.iter().sum();
                    if sum != 100 && self.names_issues(table) {
                        self.total(
                            [&table.span],
                            Problem::error("group-weights-sum", table.span.clone())
                                .word("name", group.name.text().id)
                                .count("sum", sum),
                        );
                    }
                    if group.threshold.is_none() {
                        self.error(
                            Problem::error("no-threshold", group.name.span.clone())
                                .word("name", group.name.text().id),
                        );
                    }
                    Measure::Weights(weights, group.threshold.as_ref().map_or(0, file::Whole::get))
                }
                (None, Some(pillar)) => Measure::Pillar(
                    pillar.value.unwrap_or(Pillar::Society),
                    group.at_least.as_ref().map_or(0, file::Whole::get),
                ),
                (Some(_), Some(_)) | (None, None) => {
                    self.total(
                        [&group.span],
                        Problem::error("group-measure", group.name.span.clone())
                            .word("name", group.name.text().id),
                    );
                    Measure::Weights(Vec::new(), 0)
                }
            };
            groups.push(Group { name: group.name.text(), influence: group.influence.get(), measure });
        }
        groups
    }

    pub(super) fn needs_can_be_met(&mut self, issues: &[Issue], briefs: &PerSeat<Brief>) {
        let file = self.file;
        // Without articles everything is missing, and that is told already.
        if issues.is_empty() {
            return;
        }
        for (seat, country) in [(Seat::First, &file.first), (Seat::Second, &file.second)] {
            for (name, _) in &country.needs.rows {
                let Some(sector) = Sector::from_name(&name.value) else { continue };
                let named =
                    briefs[seat].stakes.iter().flatten().any(|stake| stake.meets.contains_key(&sector));
                let by_value = issues.iter().any(|issue| issue.sector == Some(sector) && !issue.reserve);
                if !named && !by_value {
                    self.error(
                        Problem::error("need-without-issue", name.span.clone())
                            .word("name", country.name.text().id)
                            .word("sector", sector.name()),
                    );
                }
            }
        }
    }

    pub(super) fn colour(&mut self, country: &CountryFile, default: [u8; 3]) -> [u8; 3] {
        let Some(written) = &country.colour else { return default };
        if let Some(colour) = colour_of(&written.value) {
            return colour;
        }
        self.error(Problem::error("bad-colour", written.span.clone()).word("found", &written.value));
        default
    }
}

/// The colour that `#rrggbb` names.
pub fn colour_of(written: &str) -> Option<[u8; 3]> {
    let digits = written.strip_prefix('#').filter(|it| it.len() == 6)?;
    let is_hex = digits.bytes().all(|it| it.is_ascii_hexdigit());
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    if is_hex { Some([byte(0)?, byte(2)?, byte(4)?]) } else { None }
}

/// Exposure to the five kinds of shock; the defaults are teaching values.
fn exposure(file: &file::ExposureFile, seat: Seat) -> [Percent; 5] {
    let defaults = match seat {
        Seat::First => [60, 30, 60, 40, 30],
        Seat::Second => [60, 60, 30, 40, 30],
    };
    let given = [&file.pandemic, &file.energy, &file.climate, &file.security, &file.politics];
    let mut exposure = defaults;
    for (slot, value) in exposure.iter_mut().zip(given) {
        if let Some(value) = value {
            *slot = value.get();
        }
    }
    exposure
}
