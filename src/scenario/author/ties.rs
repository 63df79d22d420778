//! What is tied to an issue or an option elsewhere in the file: weights, red lines, news, exact utilities.

use super::draft::Draft;
use super::path::Path;
use super::pieces::{new_id, piece, without_known_comments};
use super::places;
use super::refusal::Refusal;
use crate::exact::hand_out;
use crate::scenario::check::{MAX_EXACT_ISSUES, MAX_EXACT_OPTIONS, MAX_ISSUES, MAX_OPTIONS};
use crate::scenario::edit::quoted;
use crate::scenario::sector::Kind;
use std::collections::BTreeSet;

/// Points that a new issue gets from each country; the others give in their proportions.
const NEW_WEIGHT: i32 = 10;
/// The countries, as fields of the file.
const COUNTRIES: [&str; 2] = ["first", "second"];

impl Draft {
    /// The ids of all issues, options and news.
    pub(super) fn ids(&self) -> BTreeSet<String> {
        let mut ids: BTreeSet<String> = self.issue_ids().into_iter().collect();
        for no in 0..self.count("issues") {
            ids.extend(self.option_ids(no));
        }
        let news = Path::of("news");
        let id = |no| places::text(&self.root, &news.no(no).name("id"));
        ids.extend((0..self.count("news")).filter_map(id).map(str::to_owned));
        ids
    }

    fn count(&self, list: &str) -> usize {
        places::items(&self.root, &Path::of(list)).len()
    }

    /// The ids of the options of an issue, in order.
    pub(super) fn option_ids(&self, issue: usize) -> Vec<String> {
        let list = Path::of("issues").no(issue).name("options");
        let count = places::items(&self.root, &list).len();
        let id = |no| places::text(&self.root, &list.no(no).name("id")).unwrap_or_default().to_owned();
        (0..count).map(id).collect()
    }

    /// What an issue is for.
    pub(super) fn kind(&self, issue: usize) -> Kind {
        let kind = places::text(&self.root, &Path::of("issues").no(issue).name("kind"));
        kind.and_then(Kind::from_name).unwrap_or(Kind::Substance)
    }

    pub(super) fn reserve(&self, id: &str) -> bool {
        let no = self.issue_ids().iter().position(|it| it == id);
        let value = no.and_then(|no| places::node(&self.root, &Path::of("issues").no(no).name("reserve")));
        value.is_some_and(|it| it.value == crate::scenario::syntax::Value::Bool(true))
    }

    /// The tables of weights: of both countries, then of their groups.
    fn weight_tables(&self) -> Vec<Path> {
        let countries = COUNTRIES.map(Path::of);
        let mut tables: Vec<Path> = countries.iter().map(|it| it.name("weights")).collect();
        for country in &countries {
            let groups = country.name("groups");
            let count = places::items(&self.root, &groups).len();
            let own = (0..count).map(|no| groups.no(no).name("weights"));
            tables.extend(own.filter(|path| places::node(&self.root, path).is_some()));
        }
        tables
    }

    /// The tables with a row for each option that they name.
    fn option_tables(&self) -> Vec<Path> {
        let news = Path::of("news");
        let values = (0..self.count("news")).map(|no| news.no(no).name("values"));
        let tables = values.chain([Path::of("exact.options")]);
        tables.filter(|path| places::node(&self.root, path).is_some()).collect()
    }

    pub(super) fn weights(&self, table: &Path) -> Vec<(String, i32)> {
        let rows = places::rows(&self.root, table);
        rows.iter()
            .map(|(id, _)| ((*id).to_owned(), places::whole(&self.root, &table.name(id)).unwrap_or(0)))
            .collect()
    }

    /// Writes rows of a table of weights; what is zero and not there stays away.
    pub(super) fn set_weights(&mut self, table: &Path, rows: &[(String, i32)]) -> Result<(), Refusal> {
        let before = self.weights(table);
        for (id, weight) in rows {
            let old = before.iter().find(|(it, _)| it == id).map(|(_, weight)| *weight);
            if old != Some(*weight) && (old.is_some() || *weight != 0) {
                self.put(&table.name(id), &weight.to_string())?;
            }
        }
        Ok(())
    }

    /// Hands out points among the rows that count, in their proportions.
    fn share_out(&mut self, table: &Path, total: i32, without: &str) -> Result<(), Refusal> {
        let counts = |id: &str| id != without && self.counts(table, id);
        let rows: Vec<_> = self.weights(table).into_iter().filter(|(id, _)| counts(id)).collect();
        let shares: Vec<f64> = rows.iter().map(|(_, weight)| f64::from(*weight)).collect();
        let least: Vec<i32> = rows.iter().map(|(_, weight)| i32::from(*weight > 0)).collect();
        let enough = least.iter().sum::<i32>() <= total;
        let points = hand_out(total, &shares, &if enough { least } else { vec![0; rows.len()] });
        let rows: Vec<_> = rows.into_iter().zip(points).map(|((id, _), points)| (id, points)).collect();
        self.set_weights(table, &rows)
    }

    fn sum(&self, table: &Path) -> i32 {
        let rows = self.weights(table);
        rows.iter().filter(|(id, _)| self.counts(table, id)).map(|(_, weight)| weight).sum()
    }

    /// Whether an issue is part of a table's hundred: in reserve it is none of its country's, but of a group's.
    fn counts(&self, table: &Path, id: &str) -> bool {
        table.steps().len() > 2 || !self.reserve(id)
    }

    /// A new issue before the one of this number.
    pub(super) fn insert_issue(&mut self, at: usize) -> Result<(), Refusal> {
        self.room_for_an_issue()?;
        let list = Path::of("issues");
        let at = at.min(self.count("issues"));
        let id = new_id(self, "A", false);
        let text = without_known_comments(piece(&list, Kind::Substance)?, &self.text);
        self.insert(&list, at, &text, None)?;
        let issue = list.no(at);
        self.put(&issue.name("id"), &quoted(&id))?;
        for option in 0..2 {
            let option_id = new_id(self, &id, true);
            self.put(&issue.name("options").no(option).name("id"), &quoted(&option_id))?;
            self.add_exact(&option_id)?;
        }
        for country in COUNTRIES {
            let table = Path::of(country).name("weights");
            let total = self.sum(&table);
            self.share_out(&table, (total - NEW_WEIGHT).max(0), &id)?;
            self.put(&table.name(&id), &NEW_WEIGHT.to_string())?;
        }
        Ok(())
    }

    fn room_for_an_issue(&self) -> Result<(), Refusal> {
        let exact = places::node(&self.root, &Path::of("exact")).is_some();
        let limit = if exact { MAX_EXACT_ISSUES } else { MAX_ISSUES };
        if self.count("issues") < limit { Ok(()) } else { Err(Refusal::TooMany(limit)) }
    }

    /// Takes an issue out, with everything about it; its points go to the others in their proportions.
    pub(super) fn remove_issue(&mut self, no: usize) -> Result<(), Refusal> {
        let ids = self.issue_ids();
        let id = ids.get(no).cloned().ok_or_else(|| Refusal::NoSuchPlace(Path::of("issues").no(no)))?;
        let kind = self.kind(no);
        let alike = (0..ids.len()).filter(|&it| self.kind(it) == kind).count();
        if kind == Kind::Instrument && alike < 2 {
            return Err(Refusal::OneInstrument);
        }
        if kind == Kind::Substance && alike < 2 {
            return Err(Refusal::TooFew(1));
        }
        for option in self.option_ids(no) {
            self.forget_option(&option)?;
        }
        for table in self.weight_tables() {
            let total = self.sum(&table);
            if self.weights(&table).iter().all(|(it, _)| *it != id) {
                continue;
            }
            let counted = self.counts(&table, &id);
            self.clear(&table.name(&id))?;
            if !counted {
                continue;
            }
            if self.weights(&table).is_empty() {
                // A group that looked at this issue alone now looks at what its country looks at.
                let country = Path::of(if table.within(&Path::of("first")) { "first" } else { "second" });
                let rows = self.weights(&country.name("weights"));
                let rows: Vec<_> =
                    rows.into_iter().filter(|(it, _)| *it != id && !self.reserve(it)).collect();
                self.set_weights(&table, &rows)?;
            }
            self.share_out(&table, total, &id)?;
        }
        self.remove(&Path::of("issues"), no, true)
    }

    /// Puts a copy of an issue behind it: its options with new ids, and half of its points.
    pub(super) fn copy_issue(&mut self, no: usize) -> Result<(), Refusal> {
        self.room_for_an_issue()?;
        let list = Path::of("issues");
        let ids = self.issue_ids();
        let old = ids.get(no).cloned().ok_or_else(|| Refusal::NoSuchPlace(list.no(no)))?;
        if self.kind(no) == Kind::Instrument {
            return Err(Refusal::OneInstrument);
        }
        let options = self.option_ids(no);
        let id = new_id(self, "A", false);
        self.copy(&list, no)?;
        let copy = list.no(no + 1);
        self.put(&copy.name("id"), &quoted(&id))?;
        let status_quo = places::text(&self.root, &copy.name("status_quo")).map(str::to_owned);
        for (at, option) in options.iter().enumerate() {
            let new = new_id(self, &id, true);
            self.put(&copy.name("options").no(at).name("id"), &quoted(&new))?;
            if status_quo.as_ref() == Some(option) {
                self.put(&copy.name("status_quo"), &quoted(&new))?;
            }
            self.repeat_option(option, &new)?;
        }
        for table in self.weight_tables() {
            let weight = self.weights(&table).iter().find(|(it, _)| *it == old).map(|(_, weight)| *weight);
            if let Some(weight) = weight {
                // Half of it, where there is a hundred to keep.
                let given = if self.counts(&table, &old) { weight / 2 } else { weight };
                let kept = if self.counts(&table, &old) { weight - given } else { weight };
                self.set_weights(&table, &[(old.clone(), kept)])?;
                self.put(&table.name(&id), &given.to_string())?;
            }
        }
        Ok(())
    }

    /// A new option before the one of this number.
    pub(super) fn insert_option(&mut self, issue: usize, at: usize) -> Result<(), Refusal> {
        self.room_for_an_option(issue)?;
        let list = Path::of("issues").no(issue).name("options");
        let at = at.min(self.option_ids(issue).len());
        self.pin_status_quo(issue)?;
        let stem = self.issue_ids().get(issue).cloned().unwrap_or_default();
        let id = new_id(self, &stem, true);
        let text = without_known_comments(piece(&list, self.kind(issue))?, &self.text);
        self.insert(&list, at, &text, None)?;
        self.put(&list.no(at).name("id"), &quoted(&id))?;
        self.add_exact(&id)
    }

    fn room_for_an_option(&self, issue: usize) -> Result<(), Refusal> {
        let exact = places::node(&self.root, &Path::of("exact")).is_some();
        let limit = if exact { MAX_EXACT_OPTIONS } else { MAX_OPTIONS };
        if self.option_ids(issue).len() < limit { Ok(()) } else { Err(Refusal::TooMany(limit)) }
    }

    /// Takes an option out, with everything about it. Where it was the status quo, the first one is.
    pub(super) fn remove_option(&mut self, issue: usize, no: usize) -> Result<(), Refusal> {
        let list = Path::of("issues").no(issue).name("options");
        let ids = self.option_ids(issue);
        let id = ids.get(no).ok_or_else(|| Refusal::NoSuchPlace(list.no(no)))?;
        if ids.len() < 3 {
            return Err(Refusal::TooFew(2));
        }
        let status_quo = Path::of("issues").no(issue).name("status_quo");
        if places::text(&self.root, &status_quo) == Some(id) {
            self.clear(&status_quo)?;
        }
        self.forget_option(id)?;
        self.remove(&list, no, true)
    }

    /// Puts a copy of an option behind it.
    pub(super) fn copy_option(&mut self, issue: usize, no: usize) -> Result<(), Refusal> {
        self.room_for_an_option(issue)?;
        let list = Path::of("issues").no(issue).name("options");
        let ids = self.option_ids(issue);
        let old = ids.get(no).ok_or_else(|| Refusal::NoSuchPlace(list.no(no)))?;
        let stem = self.issue_ids().get(issue).cloned().unwrap_or_default();
        let id = new_id(self, &stem, true);
        self.copy(&list, no)?;
        self.put(&list.no(no + 1).name("id"), &quoted(&id))?;
        self.repeat_option(old, &id)
    }

    /// Names the status quo that holds by its place, before that place changes.
    pub(super) fn pin_status_quo(&mut self, issue: usize) -> Result<(), Refusal> {
        let status_quo = Path::of("issues").no(issue).name("status_quo");
        match self.option_ids(issue).first() {
            Some(first) if places::node(&self.root, &status_quo).is_none() => {
                self.put(&status_quo, &quoted(first))
            }
            _ => Ok(()),
        }
    }

    fn add_exact(&mut self, option: &str) -> Result<(), Refusal> {
        if places::node(&self.root, &Path::of("exact")).is_none() {
            return Ok(());
        }
        self.put(&Path::of("exact.options").name(option), "(0.0, 0.0)")
    }

    /// Takes everything out that names an option, but the option itself.
    fn forget_option(&mut self, id: &str) -> Result<(), Refusal> {
        for country in COUNTRIES {
            self.red_line(country, id, false)?;
        }
        for table in self.option_tables() {
            self.clear(&table.name(id))?;
        }
        Ok(())
    }

    /// Says of a new option what is said of another one.
    fn repeat_option(&mut self, old: &str, new: &str) -> Result<(), Refusal> {
        for country in COUNTRIES {
            if self.red_lines(country).iter().any(|it| it == old) {
                self.red_line(country, new, true)?;
            }
        }
        for table in self.option_tables() {
            let row = places::node(&self.root, &table.name(old)).map(|it| it.span.clone());
            if let Some(written) = row.and_then(|span| self.text.get(span)).map(str::to_owned) {
                self.put(&table.name(new), &written)?;
            }
        }
        Ok(())
    }

    pub(super) fn red_lines(&self, country: &str) -> Vec<String> {
        let list = Path::of(country).name("red_lines");
        let count = places::items(&self.root, &list).len();
        (0..count).filter_map(|no| places::text(&self.root, &list.no(no))).map(str::to_owned).collect()
    }

    /// Draws or lifts a red line.
    pub(super) fn red_line(&mut self, country: &str, id: &str, red: bool) -> Result<(), Refusal> {
        let list = Path::of(country).name("red_lines");
        let lines = self.red_lines(country);
        match (lines.iter().position(|it| it == id), red) {
            (None, true) if places::node(&self.root, &list).is_none() => {
                self.put(&list, &format!("[{}]", quoted(id)))
            }
            (None, true) => self.insert(&list, lines.len(), &quoted(id), None),
            (Some(no), false) => self.remove(&list, no, true),
            _ => Ok(()),
        }
    }

    /// Another id for an issue or an option, wherever it is named.
    pub(super) fn rename(&mut self, path: &Path, old: &str, new: &str) -> Result<(), Refusal> {
        self.put(&path.name("id"), &quoted(new))?;
        let written = path.to_string();
        // A piece of news may bear the name of an issue, and nothing is said of it elsewhere.
        if !written.starts_with("issues[") {
            return Ok(());
        }
        let is_option = written.contains(".options[");
        let tables = if is_option { self.option_tables() } else { self.weight_tables() };
        for table in tables {
            self.rename_row(&table, old, new)?;
        }
        if is_option {
            for country in COUNTRIES {
                let list = Path::of(country).name("red_lines");
                if let Some(no) = self.red_lines(country).iter().position(|it| it == old) {
                    self.put(&list.no(no), &quoted(new))?;
                }
            }
            for issue in 0..self.count("issues") {
                let status_quo = Path::of("issues").no(issue).name("status_quo");
                if places::text(&self.root, &status_quo) == Some(old) {
                    self.put(&status_quo, &quoted(new))?;
                }
            }
        }
        Ok(())
    }
}
