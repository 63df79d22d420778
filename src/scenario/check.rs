//! File as written → checked scenario, or every problem of it.

use super::file::{self, CountryFile, IssueFile, OptionFile, ScenarioFile, Whom, Words};
use super::lints;
use super::problem::{Problem, Severity, Span, closest};
use super::sector::{Difficulty, Kind, Sector};
use super::syntax::MAX_PROBLEMS;
use super::text::Text;
use super::{
    Brief, Choice, Country, Exact, FINE, Fact, Group, Inspiration, Issue, IssueNo, Lock, Measure, News,
    NewsEffect, NewsTarget, OptionNo, PerSeat, Percent, Points, Quiz, Reading, Scenario, Seat, Settings,
    Shared, Stake, Teacher, Timing,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// More issues than this make no readable treaty.
pub const MAX_ISSUES: usize = 24;
/// More options than this make no readable article.
pub const MAX_OPTIONS: usize = 12;
/// A scenario with exact utilities came from elsewhere and is as large as it is; this many issues at most.
pub const MAX_EXACT_ISSUES: usize = 32;
/// And this many options in an issue.
pub const MAX_EXACT_OPTIONS: usize = 32;

/// A scenario that can be played, and what its author should still know.
pub type Checked = (Scenario, Vec<Problem>);

/// Reads and checks the text of a scenario file.
///
/// # Errors
///
/// Every problem found, warnings included, in the order of the file: an author mends it in one go.
pub fn parse(source: &str) -> Result<Checked, Vec<Problem>> {
    parse_with(source, MAX_PROBLEMS)
}

/// The same with another limit for the number of problems.
pub(super) fn parse_with(source: &str, limit: usize) -> Result<Checked, Vec<Problem>> {
    let (file, problems) = file::read(source, limit);
    let unreadable = problems.iter().any(|problem| problem.severity == Severity::Error);
    let mut checker = Checker { file: &file, problems, unreadable, limit, full: false };
    let scenario = checker.scenario(source);
    let mut problems = checker.problems;
    for problem in &mut problems {
        problem.span = whole_letters(source, problem.span.clone());
        problem.also = problem.also.take().map(|span| Box::new(whole_letters(source, *span)));
    }
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    problems.dedup();
    if problems.len() > limit {
        // Warnings go first: without the errors the file would seem to be playable.
        problems.sort_by_key(|problem| problem.severity);
        problems.truncate(limit);
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    }
    match scenario {
        Some(scenario) if problems.iter().all(|problem| problem.severity == Severity::Warning) => {
            Ok((scenario, problems))
        }
        _ => Err(problems),
    }
}

/// The place widened so that it cuts no letter in two.
fn whole_letters(source: &str, span: Span) -> Span {
    source.floor_char_boundary(span.start)..source.ceil_char_boundary(span.end)
}

/// The hash that a record keeps of the scenario it was played with.
pub fn hash(source: &str) -> String {
    // Line ends differ between systems without changing the scenario.
    let digest = Sha256::digest(source.trim_start_matches('\u{feff}').replace("\r\n", "\n").as_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

struct Checker<'a> {
    file: &'a ScenarioFile,
    problems: Vec<Problem>,
    /// Parts of the file could not be read: sums over them would only add noise.
    unreadable: bool,
    limit: usize,
    full: bool,
}

impl Checker<'_> {
    fn error(&mut self, problem: Problem) {
        // Enough is enough, but a file with errors must never seem to be without.
        if self.problems.len() < 2 * self.limit {
            self.problems.push(problem);
        } else if !self.full {
            self.full = true;
            self.problems.push(problem);
        }
    }

    /// An error about a sum or a whole list, which means nothing if a part could not be read.
    fn total(&mut self, problem: Problem) {
        if !self.unreadable {
            self.error(problem);
        }
    }

    fn scenario(&mut self, source: &str) -> Option<Scenario> {
        let file = self.file;
        if file.format.get() != file::FORMAT && !file.format.span().is_empty() {
            self.total(Problem::error("wrong-format", file.format.span()).count("found", file.format.get()));
        }
        self.identifier(&file.id.value, &file.id.span);
        self.issue_lists();
        if self.overlong() {
            for issue in &file.issues {
                self.option_count(issue);
            }
            return None;
        }
        self.all_texts(source);
        let issues: Vec<Issue> = file.issues.iter().map(|issue| self.issue(issue)).collect();
        let timing = self.timing();
        let briefs = PerSeat {
            first: self.brief(Seat::First, &file.first),
            second: self.brief(Seat::Second, &file.second),
        };
        for (no, issue) in issues.iter().enumerate() {
            self.weighed(no, issue, &briefs);
        }
        self.needs_can_be_met(&issues, &briefs);
        self.exact_options();
        let news = self.news(timing.rounds);
        let colours = PerSeat {
            first: self.colour(&file.first, [0x8a, 0x3b, 0x2e]),
            second: self.colour(&file.second, [0x1f, 0x5c, 0x6e]),
        };
        let settings = self.settings();
        let quiz = self.quiz();
        if self.problems.iter().any(|problem| problem.severity == Severity::Error) {
            return None;
        }
        let country = |country: &CountryFile, colour| Country {
            name: country.name.text(),
            colour,
            development: country.development.get(),
            trust: country.trust.as_ref().map_or(50, file::Whole::get),
            groups: country.groups.iter().map(|group| group.name.text()).collect(),
        };
        Some(Scenario {
            shared: Shared {
                id: file.id.value.clone(),
                title: file.title.text(),
                summary: file.summary.text(),
                background: reading(&file.background),
                inspired_by: file
                    .inspired_by
                    .as_ref()
                    .map(|case| Inspiration { title: case.title.text(), text: case.text.text() }),
                facts: file
                    .facts
                    .iter()
                    .map(|fact| Fact {
                        text: fact.text.text(),
                        source: fact.source.value.clone(),
                        date: fact.date.value.clone(),
                    })
                    .collect(),
                author: file.author.value.clone(),
                licence: file.licence.value.clone(),
                version: file.version.value.clone(),
                reading_minutes: file.reading_minutes.as_ref().map_or(10, |it| it.get().unsigned_abs()),
                difficulty: file.difficulty.value.unwrap_or(Difficulty::Medium),
                timing,
                countries: PerSeat {
                    first: country(&file.first, colours.first),
                    second: country(&file.second, colours.second),
                },
                issues,
                news,
            },
            briefs,
            teacher: Teacher {
                aims: file.teaching.aims.iter().map(Words::text).collect(),
                usual: file.teaching.usual.text(),
                potential: file.teaching.potential.text(),
                questions: file.teaching.questions.iter().map(Words::text).collect(),
                quiz,
                scoring: settings,
            },
            hash: hash(source),
        })
    }

    fn identifier(&mut self, id: &str, span: &Span) {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if span.is_empty() {
            return;
        }
        if id.is_empty() || !id.chars().all(plain) {
            self.total(Problem::error("bad-id", span.clone()).word("found", id));
        }
    }

    fn duplicates<'b>(&mut self, ids: impl Iterator<Item = (&'b str, &'b Span)>) {
        let mut seen: BTreeMap<&str, &Span> = BTreeMap::new();
        for (id, span) in ids {
            if id.is_empty() {
                continue;
            }
            if let Some(first) = seen.insert(id, span) {
                self.error(Problem::error("duplicate-id", span.clone()).and(first.clone()).word("name", id));
            }
        }
    }

    /// Warnings about the texts; those about secrets and length need a file that could be read.
    fn all_texts(&mut self, source: &str) {
        self.problems.extend(lints::translation::lint(self.file));
        if !self.unreadable {
            self.problems.extend(lints::secrets::lint(self.file, source));
            self.problems.extend(lints::length::lint(self.file));
        }
    }

    /// Whether there are so many issues or options that looking at each of them means nothing.
    fn overlong(&self) -> bool {
        let issues = &self.file.issues;
        issues.len() > MAX_EXACT_ISSUES || issues.iter().any(|it| it.options.len() > MAX_EXACT_OPTIONS)
    }

    fn issue_lists(&mut self) {
        let file = self.file;
        self.duplicates(file.issues.iter().map(|issue| (issue.id.value.as_str(), &issue.id.span)));
        self.duplicates(
            file.issues.iter().flat_map(|issue| &issue.options).map(|it| (it.id.value.as_str(), &it.id.span)),
        );
        self.duplicates(file.news.iter().map(|news| (news.id.value.as_str(), &news.id.span)));
        if file.issues.is_empty() {
            self.total(Problem::error("no-issues", file.span.start..file.span.start + 1));
        }
        let limit = if file.exact.is_some() { MAX_EXACT_ISSUES } else { MAX_ISSUES };
        if file.issues.len() > limit {
            let span = file.issues[limit].span.clone();
            self.error(
                Problem::error("too-many-issues", span.start..span.start + 1)
                    .count("count", file.issues.len())
                    .count("limit", limit),
            );
        }
        let instruments: Vec<&IssueFile> =
            file.issues.iter().filter(|issue| issue.kind.value == Some(Kind::Instrument)).collect();
        match instruments.as_slice() {
            [] => self.total(Problem::error("no-instrument", file.span.start..file.span.start + 1)),
            [_] => {}
            [first, second, ..] => self
                .error(Problem::error("two-instruments", second.id.span.clone()).and(first.id.span.clone())),
        }
    }

    fn option_count(&mut self, issue: &IssueFile) {
        let limit = if self.file.exact.is_some() { MAX_EXACT_OPTIONS } else { MAX_OPTIONS };
        if issue.options.len() > limit {
            self.error(
                Problem::error("too-many-options", issue.id.span.clone())
                    .word("name", &issue.id.value)
                    .count("count", issue.options.len())
                    .count("limit", limit),
            );
        }
    }

    fn issue(&mut self, issue: &IssueFile) -> Issue {
        self.identifier(&issue.id.value, &issue.id.span);
        let kind = issue.kind.value.unwrap_or(Kind::Substance);
        let sector = issue.sector.as_ref().and_then(|it| it.value);
        if kind == Kind::Substance && issue.sector.is_none() {
            let list = Sector::ALL.map(Sector::name).join(", ");
            self.error(
                Problem::error("no-sector", issue.id.span.clone())
                    .word("name", &issue.id.value)
                    .word("choices", list),
            );
        }
        if issue.options.len() < 2 {
            self.total(Problem::error("few-options", issue.id.span.clone()).word("name", &issue.id.value));
        }
        self.option_count(issue);
        let status_quo = match &issue.status_quo {
            None => 0,
            Some(wanted) => {
                let found = issue.options.iter().position(|option| option.id.value == wanted.value);
                if found.is_none() {
                    let ids = issue.options.iter().map(|it| it.id.value.as_str());
                    self.unknown("unknown-option", &wanted.value, &wanted.span, ids);
                }
                found.unwrap_or(0)
            }
        };
        let options: Vec<Choice> = issue.options.iter().map(|option| self.option(option, kind)).collect();
        if let Some(option) = issue.options.get(status_quo)
            && (option.locked || option.sweetener)
        {
            self.error(
                Problem::error("locked-status-quo", option.id.span.clone()).word("name", &option.id.value),
            );
        }
        Issue {
            id: issue.id.value.clone(),
            title: issue.title.text(),
            sector,
            kind,
            about: issue.about.text(),
            options,
            status_quo,
            reserve: issue.reserve,
        }
    }

    fn option(&mut self, option: &OptionFile, kind: Kind) -> Choice {
        self.identifier(&option.id.value, &option.id.span);
        if option.value.is_none() && kind == Kind::Substance {
            self.error(Problem::error("no-value", option.id.span.clone()).word("name", &option.id.value));
        }
        if option.locked && option.sweetener {
            self.error(Problem::error("two-locks", option.id.span.clone()).word("name", &option.id.value));
        }
        if kind == Kind::Instrument {
            for (given, name) in [(&option.obligation, "obligation"), (&option.quota, "quota")] {
                if given.is_none() {
                    self.error(
                        Problem::error("instrument-field", option.id.span.clone())
                            .word("name", &option.id.value)
                            .word("field", name),
                    );
                }
            }
        }
        let pillar = |value: &Option<file::Whole<-3, 3>>| value.as_ref().map_or(0, file::Whole::get);
        let pillars = &option.pillars;
        Choice {
            id: option.id.value.clone(),
            label: option.label.text(),
            article: if option.article.is_empty() { option.label.text() } else { option.article.text() },
            pillars: [pillar(&pillars.economy), pillar(&pillars.society), pillar(&pillars.environment)],
            features: option.features.named().filter(|(_, value)| *value > 0).collect(),
            lock: match (option.locked, option.sweetener) {
                (_, true) => Some(Lock::Sweetener),
                (true, false) => Some(Lock::Bridge),
                (false, false) => None,
            },
            harmful: option.harmful,
            obligation: option.obligation.as_ref().map_or(0, file::Whole::get),
            quota: option.quota.as_ref().map_or(0, file::Whole::get),
        }
    }

    fn unknown<'b>(
        &mut self,
        rule: &'static str,
        word: &str,
        span: &Span,
        known: impl Iterator<Item = &'b str>,
    ) {
        if self.unreadable && word.is_empty() || self.full {
            return;
        }
        let known: Vec<&str> = known.collect();
        let meant = closest(word, known.iter().copied()).unwrap_or("none");
        let word: String = word.chars().take(40).collect();
        self.error(
            Problem::error(rule, span.clone())
                .word("found", word)
                .word("choices", known.join(", "))
                .word("meant", meant),
        );
    }

    fn issue_no(&mut self, id: &str, span: &Span) -> Option<IssueNo> {
        let found = self.file.issues.iter().position(|issue| issue.id.value == id);
        if found.is_none() {
            let file = self.file;
            self.unknown("unknown-issue", id, span, file.issues.iter().map(|issue| issue.id.value.as_str()));
        }
        found
    }

    fn option_no(&mut self, id: &str, span: &Span) -> Option<(IssueNo, OptionNo)> {
        let file = self.file;
        let found = file.issues.iter().enumerate().find_map(|(no, issue)| {
            issue.options.iter().position(|option| option.id.value == id).map(|option| (no, option))
        });
        if found.is_none() {
            let ids = file.issues.iter().flat_map(|issue| &issue.options).map(|it| it.id.value.as_str());
            self.unknown("unknown-option", id, span, ids);
        }
        found
    }

    fn timing(&self) -> Timing {
        let timing = &self.file.timing;
        Timing {
            rounds: timing.rounds.as_ref().map_or(10, |it| it.get().unsigned_abs()),
            actions: timing.actions.as_ref().map_or(2, |it| it.get().unsigned_abs()),
            minutes: timing.minutes.as_ref().map_or(30, |it| it.get().unsigned_abs()),
        }
    }

    fn weights(&mut self, table: &file::Table<file::Whole<0, 100>>) -> Vec<Percent> {
        let mut weights = vec![0; self.file.issues.len()];
        for (id, weight) in &table.rows {
            if let Some(no) = self.issue_no(&id.value, &id.span) {
                weights[no] = weight.get();
            }
        }
        weights
    }

    /// Whether every row of a table of weights is about an issue of the file.
    fn names_issues(&self, table: &file::Table<file::Whole<0, 100>>) -> bool {
        table.rows.iter().all(|(id, _)| self.file.issues.iter().any(|issue| issue.id.value == id.value))
    }

    fn brief(&mut self, seat: Seat, country: &CountryFile) -> Brief {
        let file = self.file;
        let weights = self.weights(&country.weights);
        let sum: Percent =
            file.issues.iter().zip(&weights).filter(|(it, _)| !it.reserve).map(|(_, w)| w).sum();
        // Points of an issue that is not there are missed where they stand, and told only there.
        if sum != 100 && !country.weights.rows.is_empty() && self.names_issues(&country.weights) {
            self.total(
                Problem::error("weights-sum", country.weights.span.clone())
                    .word("name", country.name.text().id)
                    .count("sum", sum)
                    .word("way", if sum < 100 { "less" } else { "more" })
                    .count("missing", (100 - sum).abs()),
            );
        }
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
        let needs = self.sectors(&country.needs);
        if needs.is_empty() {
            self.total(
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
        let percent =
            |value: &Option<file::Whole<0, 100>>, default| value.as_ref().map_or(default, file::Whole::get);
        let news = file
            .news
            .iter()
            .map(|news| {
                let values = news.values.rows.iter().filter_map(|(id, change)| {
                    let option = file.issues.iter().enumerate().find_map(|(no, issue)| {
                        issue.options.iter().position(|it| it.id.value == id.value).map(|option| (no, option))
                    })?;
                    (change.values[at] != 0).then_some((option.0, option.1, change.values[at]))
                });
                NewsEffect {
                    batna: news.batna.as_ref().map_or(0, |it| it.values[at]),
                    values: values.collect(),
                }
            })
            .collect();
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
            rivalry: percent(&country.rivalry, 30),
            red_lines,
            groups,
            exposure,
            news,
            exact: self.exact(seat),
        }
    }

    /// Exact utilities name every option of substance, and nothing that there is not.
    fn exact_options(&mut self) {
        let file = self.file;
        let Some(exact) = &file.exact else { return };
        for (id, _) in &exact.options.rows {
            self.option_no(&id.value, &id.span);
        }
        let substance = |issue: &&IssueFile| issue.kind.value.unwrap_or(Kind::Substance) == Kind::Substance;
        for option in file.issues.iter().filter(substance).flat_map(|issue| &issue.options) {
            if !exact.options.rows.iter().any(|(id, _)| id.value == option.id.value) {
                let span = exact.options.span.start..exact.options.span.start + 1;
                self.total(
                    Problem::error("exact-missing", span)
                        .and(option.id.span.clone())
                        .word("name", &option.id.value),
                );
            }
        }
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
                Problem::error("influence-sum", first.influence.span())
                    .word("name", country.name.text().id)
                    .count("sum", influence),
            );
        }
        if country.groups.is_empty() {
            self.total(
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
                    pillar.value.unwrap_or(super::Pillar::Society),
                    group.at_least.as_ref().map_or(0, file::Whole::get),
                ),
                (Some(_), Some(_)) | (None, None) => {
                    self.total(
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

    /// What only shows when weights and values are read together.
    fn weighed(&mut self, no: IssueNo, issue: &Issue, briefs: &PerSeat<Brief>) {
        let file = &self.file.issues[no];
        if issue.options.is_empty() || issue.status_quo >= issue.options.len() {
            return;
        }
        for (_, brief) in briefs.iter() {
            if brief.stakes[no].len() != issue.options.len() {
                return;
            }
        }
        if issue.reserve && Seat::ALL.iter().any(|&seat| briefs[seat].stakes[no][issue.status_quo].value != 0)
        {
            let span = file.options[issue.status_quo].id.span.clone();
            self.error(Problem::error("reserve-status-quo", span).word("name", &issue.id));
        }
        if issue.reserve && issue.kind != Kind::Substance {
            self.error(Problem::error("reserve-kind", file.id.span.clone()).word("name", &issue.id));
        }
        let unweighed = Seat::ALL.iter().all(|&seat| briefs[seat].weights[no] == 0);
        let named = [&self.file.first, &self.file.second].iter().all(|it| self.names_issues(&it.weights));
        if issue.kind == Kind::Substance && unweighed && named {
            self.total(Problem::error("no-weight", file.id.span.clone()).word("name", &issue.id));
        }
    }

    fn needs_can_be_met(&mut self, issues: &[Issue], briefs: &PerSeat<Brief>) {
        let file = self.file;
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

    fn news(&mut self, rounds: u32) -> Vec<News> {
        let file = self.file;
        let mut list = Vec::new();
        for news in &file.news {
            self.identifier(&news.id.value, &news.id.span);
            let round = news.round.get().unsigned_abs();
            if round > rounds {
                self.total(
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
                        self.error(
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
                    self.error(Problem::error("news-batna", span).count("after", after));
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

    fn colour(&mut self, country: &CountryFile, default: [u8; 3]) -> [u8; 3] {
        let Some(written) = &country.colour else { return default };
        let digits = written.value.strip_prefix('#').unwrap_or("");
        let byte = |at: usize| digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        if let (6, Some(red), Some(green), Some(blue)) = (digits.len(), byte(0), byte(2), byte(4)) {
            return [red, green, blue];
        }
        self.error(Problem::error("bad-colour", written.span.clone()).word("found", &written.value));
        default
    }

    fn settings(&mut self) -> Settings {
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

    fn quiz(&mut self) -> Vec<Quiz> {
        let file = self.file;
        let mut quiz = Vec::new();
        for item in &file.quiz {
            let right = item.right.get().unsigned_abs() as usize;
            if right > item.answers.len() {
                self.total(
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

fn reading(file: &file::ReadingFile) -> Reading {
    let long = file.long.text();
    let short: Text = if file.short.is_empty() { long.clone() } else { file.short.text() };
    Reading { long, short }
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
