//! Issues and their options: each by itself, all together, and with what they weigh.

use super::{Checker, MAX_EXACT_ISSUES, MAX_EXACT_OPTIONS, MAX_ISSUES, MAX_OPTIONS};
use crate::scenario::file::{self, IssueFile, OptionFile};
use crate::scenario::problem::Problem;
use crate::scenario::sector::{Kind, Sector};
use crate::scenario::{Brief, Choice, Issue, IssueNo, Lock, PerSeat, Seat};

impl Checker<'_> {
    pub(super) fn issue_lists(&mut self) {
        let file = self.file;
        self.duplicates(file.issues.iter().map(|issue| (issue.id.value.as_str(), &issue.id.span)));
        self.duplicates(
            file.issues.iter().flat_map(|issue| &issue.options).map(|it| (it.id.value.as_str(), &it.id.span)),
        );
        self.duplicates(file.news.iter().map(|news| (news.id.value.as_str(), &news.id.span)));
        if file.issues.is_empty() {
            self.total([&file.span], Problem::error("no-issues", file.span.start..file.span.start + 1));
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
            [] if file
                .issues
                .iter()
                .any(|it| it.kind.value.is_none() && seems(it) == Some(Kind::Instrument)) => {}
            [] => self
                .total([&file.span], Problem::error("no-instrument", file.span.start..file.span.start + 1)),
            [_] => {}
            [first, second, ..] => self
                .error(Problem::error("two-instruments", second.id.span.clone()).and(first.id.span.clone())),
        }
    }

    pub(super) fn option_count(&mut self, issue: &IssueFile) {
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

    pub(super) fn issue(&mut self, issue: &IssueFile) -> Issue {
        self.identifier(&issue.id.value, &issue.id.span);
        // A kind that cannot be read is told where it stands, and nothing that would follow from another.
        let kind = issue.kind.value.or_else(|| seems(issue)).unwrap_or(Kind::Substance);
        let sector = issue.sector.as_ref().and_then(|it| it.value);
        if let Some(meant) = forgotten_kind(issue) {
            let end = issue.id.span.end;
            self.error(
                Problem::error("no-kind", issue.id.span.clone())
                    .word("name", &issue.id.value)
                    .word("meant", meant.name())
                    .mend(end..end, format!(", kind: {}", meant.name())),
            );
        }
        if kind == Kind::Substance && issue.sector.is_none() {
            let list = Sector::ALL.map(Sector::name).join(", ");
            self.error(
                Problem::error("no-sector", issue.id.span.clone())
                    .word("name", &issue.id.value)
                    .word("choices", list),
            );
        }
        if issue.options.len() < 2 {
            self.total(
                [&issue.span],
                Problem::error("few-options", issue.id.span.clone()).word("name", &issue.id.value),
            );
        }
        self.option_count(issue);
        let status_quo = match &issue.status_quo {
            None => 0,
            Some(wanted) => {
                let found = issue.options.iter().position(|option| option.id.value == wanted.value);
                if found.is_none() {
                    let ids = issue.options.iter().map(|it| it.id.value.as_str());
                    self.unknown("unknown-option", &wanted.value, &wanted.span, ids, None);
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
        for (given, field) in [(&option.obligation, "obligation"), (&option.quota, "quota")] {
            let (rule, span) = match (kind == Kind::Instrument, given) {
                // Of two legal forms one is none, and that is told.
                (true, None) if self.instruments() > 1 => continue,
                (true, None) => ("instrument-field", option.id.span.clone()),
                (false, Some(number)) => ("idle-field", number.span()),
                _ => continue,
            };
            self.error(Problem::error(rule, span).word("name", &option.id.value).word("field", field));
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

    fn instruments(&self) -> usize {
        self.file.issues.iter().filter(|issue| issue.kind.value == Some(Kind::Instrument)).count()
    }

    /// What only shows when weights and values are read together.
    pub(super) fn weighed(&mut self, no: IssueNo, issue: &Issue, briefs: &PerSeat<Brief>) {
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
            let weights = [&self.file.first, &self.file.second].map(|it| &it.weights.span);
            self.total(
                [weights[0], weights[1], &file.span],
                Problem::error("no-weight", file.id.span.clone()).word("name", &issue.id),
            );
        }
    }

    /// Exact utilities name every option of substance, and nothing that there is not.
    pub(super) fn exact_options(&mut self) {
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
                    [&exact.options.span, &option.span],
                    Problem::error("exact-missing", span)
                        .and(option.id.span.clone())
                        .word("name", &option.id.value),
                );
            }
        }
    }
}

/// The kind that an issue lacks.
fn forgotten_kind(issue: &IssueFile) -> Option<Kind> {
    // What stands nowhere is told at the bracket of its part.
    let written = issue.kind.span.start != issue.span.start;
    seems(issue).filter(|_| !written)
}

/// What an issue with neither sector nor values seems to be: its options say what only those of clauses or of an
/// instrument say.
fn seems(issue: &IssueFile) -> Option<Kind> {
    let any = |says: fn(&OptionFile) -> bool| issue.options.iter().any(says);
    if issue.sector.is_some() || any(|option| option.value.is_some()) {
        return None;
    }
    if any(|option| option.quota.is_some() || option.obligation.is_some()) {
        return Some(Kind::Instrument);
    }
    any(|option| option.features.named().any(|(_, value)| value > 0)).then_some(Kind::Clauses)
}
