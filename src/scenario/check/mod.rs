//! File as written → checked scenario, or every problem of it.

mod countries;
mod course;
mod issues;
mod torn;

pub use countries::colour_of;

use super::file::{self, CountryFile, IssueFile, ScenarioFile, Words};
use super::lints;
use super::problem::{Problem, Severity, Span};
use super::sector::Difficulty;
use super::syntax::MAX_PROBLEMS;
use super::text::Text;
use super::{
    Country, Fact, Inspiration, Issue, IssueNo, OptionNo, PerSeat, Reading, Scenario, Seat, Shared, Teacher,
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
    let file::Written { file, problems, guessed } = file::read(source, limit);
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    let unread = errors.map(|problem| problem.span.clone()).collect();
    let mut checker = Checker { file: &file, problems, guessed, unread, limit, full: false };
    let scenario = checker.scenario(source);
    let mut problems = checker.problems;
    torn::settle(&mut problems);
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
    /// Where one part ends and the next begins was guessed: sums over any of them would only add noise.
    guessed: bool,
    /// What could not be read.
    unread: Vec<Span>,
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

    /// An error about several values together, which means nothing if something in these parts could not be read.
    fn total<'s>(&mut self, parts: impl IntoIterator<Item = &'s Span>, problem: Problem) {
        let touches = |part: &Span, it: &Span| {
            it.start < part.end.max(part.start + 1) && part.start < it.end.max(it.start + 1)
        };
        let unread = |part: &'s Span| self.unread.iter().any(|it| touches(part, it));
        if !self.guessed && !parts.into_iter().any(unread) {
            self.error(problem);
        }
    }

    fn scenario(&mut self, source: &str) -> Option<Scenario> {
        let file = self.file;
        if file.format.get() != file::FORMAT && !file.format.span().is_empty() {
            self.total(
                [&file.format.span()],
                Problem::error("wrong-format", file.format.span()).count("found", file.format.get()),
            );
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
        let written = [&file.first, &file.second].map(|it| it.colour.as_ref());
        if let (true, Some(place)) = (colours.first == colours.second, written[1].or(written[0])) {
            let problem = Problem::warning("twin-colour", place.span.clone()).word("found", &place.value);
            self.problems.push(problem);
        }
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
                real_names: file.real_names,
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
                based_on: file.based_on.value.clone(),
                reading_minutes: file.reading_minutes.as_ref().map_or(10, |it| it.get().unsigned_abs()),
                difficulty: file.difficulty.value.unwrap_or(Difficulty::Medium),
                timing,
                countries: PerSeat {
                    first: country(&file.first, colours.first),
                    second: country(&file.second, colours.second),
                },
                issues,
                news,
                quiz,
            },
            briefs,
            teacher: Teacher {
                aims: file.teaching.aims.iter().map(Words::text).collect(),
                usual: file.teaching.usual.text(),
                potential: file.teaching.potential.text(),
                questions: file.teaching.questions.iter().map(Words::text).collect(),
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
            self.total([span], Problem::error("bad-id", span.clone()).word("found", id));
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
        self.problems.extend(lints::twins::lint(self.file));
        if self.unread.is_empty() {
            self.problems.extend(lints::secrets::lint(self.file, source));
            self.problems.extend(lints::length::lint(self.file));
        }
    }

    /// Whether there are so many issues or options that looking at each of them means nothing.
    fn overlong(&self) -> bool {
        let issues = &self.file.issues;
        issues.len() > MAX_EXACT_ISSUES || issues.iter().any(|it| it.options.len() > MAX_EXACT_OPTIONS)
    }

    fn unknown<'b>(
        &mut self,
        rule: &'static str,
        word: &str,
        span: &Span,
        known: impl Iterator<Item = &'b str>,
        likely: Option<&str>,
    ) {
        if !self.unread.is_empty() && word.is_empty() || self.full {
            return;
        }
        let known: Vec<&str> = known.collect();
        // Where there is nothing to choose from, what made it so is told already.
        if known.is_empty() {
            return;
        }
        let meant = likely.or_else(|| file::meant(word, known.iter().copied())).unwrap_or("none");
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
            // An article is often named by its title.
            let titled = |issue: &&IssueFile| {
                let titles = [&issue.title.id, &issue.title.en];
                let wanted = id.to_lowercase();
                titles.into_iter().flatten().any(|title| title.to_lowercase().starts_with(&wanted))
            };
            let likely = file.issues.iter().find(titled).filter(|_| id.chars().count() > 2);
            let ids = file.issues.iter().map(|issue| issue.id.value.as_str());
            self.unknown("unknown-issue", id, span, ids, likely.map(|issue| issue.id.value.as_str()));
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
            self.unknown("unknown-option", id, span, ids, None);
        }
        found
    }
}

fn reading(file: &file::ReadingFile) -> Reading {
    let long = file.long.text();
    let short: Text = if file.short.is_empty() { long.clone() } else { file.short.text() };
    Reading { long, short }
}
