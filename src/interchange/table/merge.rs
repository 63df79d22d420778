//! A table put into a scenario that exists: what the table says changes, everything else stays as written.

use super::text::{fields, sectors, words};
use super::{CountryRow, Finding, IssueRow, OptionRow, Place, Table, Texts};
use crate::scenario::edit::{Edits, field, indent, quoted};
use crate::scenario::problem::{Problem, Span, closest};
use crate::scenario::syntax::{self, Node, Value};
use crate::scenario::{Kind, Lang, Scenario, Seat, Text};
use std::collections::BTreeMap;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The changed text.
    pub text: String,
    /// How many places changed.
    pub changes: usize,
}

/// Puts what a table says into the text of a scenario; `scenario` is that text, checked.
///
/// Rows find their option by its id, else by its label. Comments, order and whatever a table cannot say
/// stay as they are. A text of which the table does not say in which language it is, and which is new, is taken
/// to be in `lang` where the file has both.
///
/// # Errors
///
/// Rows of issues or options that the scenario does not have; that it has exact utilities, which a table
/// of whole points would contradict.
pub fn merge(source: &str, scenario: &Scenario, table: &Table, lang: Lang) -> Result<Merged, Vec<Finding>> {
    let current = Table::of(scenario);
    let (root, _) = syntax::parse(source, 1);
    let mut merging = Merging { source, lang, edits: Edits::of(source), found: Vec::new() };
    if field(&root, "exact").is_some() {
        merging.note(&Place::default(), Problem::error("cell-exact", 0..0));
    }
    let nodes = list(&root, "issues");
    for row in &table.issues {
        // Ids are surer than titles.
        let by_id = current.issues.iter().position(|it| it.id == row.id);
        let by_words = || current.issues.iter().position(|it| same(&it.id, &it.title, &row.id, &row.title));
        let Some(at) = by_id.or_else(by_words) else {
            let known: Vec<&str> = current.issues.iter().map(|it| it.id.as_str()).collect();
            merging.unknown("unknown-issue", &row.place, &row.id, &known);
            continue;
        };
        if let Some(node) = nodes.get(at) {
            merging.issue(node, &current.issues[at], row);
        }
        for (side, name) in ["first", "second"].into_iter().enumerate() {
            let (Some(weight), before) = (row.weights[side], current.issues[at].weights[side]) else {
                continue;
            };
            if Some(weight) != before
                && let Some(country) = field(&root, name)
                && let Some(weights) = field(&country.node, "weights")
            {
                merging.entry(&weights.node, &current.issues[at].id, &weight.to_string());
            }
        }
    }
    let own = Seat::ALL.map(|seat| &scenario.shared.countries[seat].name);
    let named = |side: usize, text: &Text| {
        let given = table.countries[side].name.as_ref().map(|name| name.to_lowercase());
        given.is_some_and(|name| [&text.id, &text.en].iter().any(|it| it.to_lowercase() == name))
    };
    if named(0, own[1]) && named(1, own[0]) {
        merging.note(&Place::default(), Problem::error("cell-names-swapped", 0..0));
    }
    for (side, name) in ["first", "second"].into_iter().enumerate() {
        if let Some(country) = field(&root, name) {
            merging.country(&country.node, &current.countries[side], &table.countries[side]);
        }
    }
    if merging.found.is_empty() {
        Ok(Merged { changes: merging.edits.count(), text: merging.edits.apply() })
    } else {
        Err(merging.found)
    }
}

fn list<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    match field(node, name).map(|it| &it.node.value) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

/// Whether two rows mean the same: by their ids, else by their words in either language. A name of one word looks
/// like an id.
fn same(id: &str, words: &Texts, wanted: &str, called: &Texts) -> bool {
    let alike = |a: &Option<String>, b: &Option<String>| {
        a.as_ref().zip(b.as_ref()).is_some_and(|(a, b)| a.to_lowercase() == b.to_lowercase())
    };
    let named =
        |words: &Option<String>| words.as_ref().is_some_and(|it| it.to_lowercase() == wanted.to_lowercase());
    id == wanted
        || alike(&words.id, &called.id)
        || alike(&words.en, &called.en)
        || named(&words.id)
        || named(&words.en)
}

/// What the file says, with what the table says over it.
fn over(before: &Texts, given: &Texts, lang: Lang) -> Texts {
    if let Some(text) = given.id.as_ref().filter(|_| given.plain) {
        let alike = |known: &Option<String>| {
            known.as_ref().is_some_and(|known| known.to_lowercase() == text.to_lowercase())
        };
        // Naming something by its words in either language changes none of them.
        return match lang {
            _ if alike(&before.id) || alike(&before.en) => before.clone(),
            _ if before.id == before.en => given.clone(),
            Lang::Id => Texts { id: Some(text.clone()), ..before.clone() },
            Lang::En => Texts { en: Some(text.clone()), ..before.clone() },
        };
    }
    let keep = |given: &Option<String>, before: &Option<String>| given.clone().or_else(|| before.clone());
    // A name that is the same in both languages stays one name.
    let one = before.id == before.en && given.en.is_none();
    Texts {
        id: keep(&given.id, &before.id),
        en: if one { keep(&given.id, &before.en) } else { keep(&given.en, &before.en) },
        plain: false,
    }
}

struct Merging<'a> {
    source: &'a str,
    lang: Lang,
    edits: Edits<'a>,
    found: Vec<Finding>,
}

impl Merging<'_> {
    fn note(&mut self, place: &Place, problem: Problem) {
        self.found.push(Finding { place: place.clone(), problem });
    }

    fn unknown(&mut self, rule: &'static str, place: &Place, id: &str, known: &[&str]) {
        let meant = closest(id, known.iter().copied()).unwrap_or("none");
        let problem = Problem::error(rule, 0..0).word("found", id).word("choices", known.join(", "));
        self.note(place, problem.word("meant", meant));
    }

    fn issue(&mut self, node: &Node, current: &IssueRow, row: &IssueRow) {
        let title = over(&current.title, &row.title, self.lang);
        if title != current.title {
            self.set(node, "title", "id", &words(&title));
        }
        if let Some(sector) = row.sector.filter(|_| row.sector != current.sector) {
            self.set(node, "sector", "id", sector.name());
        }
        let reserve = row.reserve.filter(|it| *it != current.reserve.unwrap_or(false));
        if let Some(reserve) = reserve {
            self.set(node, "reserve", "id", if reserve { "true" } else { "false" });
        }
        let substance = Kind::Substance;
        if let Some(kind) = row.kind.filter(|it| *it != current.kind.unwrap_or(substance)) {
            self.set(node, "kind", "id", kind.name());
        }
        let nodes = list(node, "options");
        let mut status_quo = None;
        let mut rows: BTreeMap<usize, &Place> = BTreeMap::new();
        for option in &row.options {
            // Ids are surer than labels, which two options may share.
            let by_id = current.options.iter().position(|it| it.id == option.id);
            let by_words =
                || current.options.iter().position(|it| same(&it.id, &it.label, &option.id, &option.label));
            let Some(at) = by_id.or_else(by_words) else {
                let known: Vec<&str> = current.options.iter().map(|it| it.id.as_str()).collect();
                self.unknown("unknown-option", &option.place, &option.id, &known);
                continue;
            };
            // Two rows for one option: the second would write over the first, often meant as a new option.
            if let Some(first) = rows.insert(at, &option.place) {
                let problem = Problem::error("cell-option-twice", 0..0).word("name", &current.options[at].id);
                self.note(&option.place, problem.word("place", first.name()));
                continue;
            }
            if option.status_quo == Some(true) && current.options[at].status_quo != Some(true) {
                status_quo = Some(&current.options[at].id);
            }
            if let Some(node) = nodes.get(at) {
                self.option(node, &current.options[at], option);
            }
        }
        if let Some(id) = status_quo {
            self.set(node, "status_quo", "id", &quoted(id));
        }
    }

    fn option(&mut self, node: &Node, current: &OptionRow, row: &OptionRow) {
        let before = fields(current);
        for (name, text, says) in fields(&with(current, row, self.lang)) {
            if before.iter().any(|(known, old, _)| *known == name && *old == text) {
                continue;
            }
            match field(node, name) {
                Some(it) if !says => {
                    let end = self.after_comma(it.node.span.end);
                    self.edits.replace(it.span.start..end, "");
                }
                None if !says => {}
                _ => self.set(node, name, "id", &text),
            }
        }
    }

    fn country(&mut self, node: &Node, current: &CountryRow, row: &CountryRow) {
        if let (Some(name), Some(before)) = (&row.name, &current.name)
            && name != before
            && let Some(it) = field(node, "name")
            && !matches!(&it.node.value, Value::Map(pairs) if pairs.iter().any(|(_, it)| it.value == Value::Text(name.clone())))
        {
            self.edits.replace(it.node.span.clone(), quoted(name));
        }
        for (name, value) in &row.numbers {
            if current.numbers.get(name) != Some(value) {
                self.set(node, name, "name", &value.to_string());
            }
        }
        if let Some(needs) =
            row.needs.as_ref().filter(|it| !it.is_empty() && Some(*it) != current.needs.as_ref())
        {
            self.set(node, "needs", "name", &sectors(needs));
        }
    }

    /// Gives a field of a struct another text; a field that is not there comes behind `first`.
    fn set(&mut self, node: &Node, name: &str, first: &str, text: &str) {
        if let Some(it) = field(node, name) {
            match self.parts(&it.node, text) {
                Some(parts) => parts.into_iter().for_each(|(span, text)| self.edits.replace(span, text)),
                None => self.edits.replace(it.node.span.clone(), text),
            }
            return;
        }
        let Some(before) = field(node, first) else { return };
        let end = before.node.span.end;
        let rest = self.source.get(end..).unwrap_or_default();
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        if let Some(behind) = line.trim_start().strip_prefix(',')
            && behind.trim_start().starts_with("//")
        {
            // The comment belongs to the field before it.
            let at = end + line.trim_end_matches('\r').len();
            self.edits.insert(at, format!("\n{}{name}: {text},", indent(self.source, before.span.start)));
            return;
        }
        let own_line = rest.trim_start_matches([',', ' ', '\t', '\r']).starts_with(['\n', '/']);
        let new = if own_line {
            format!(",\n{}{name}: {text}", indent(self.source, before.span.start))
        } else {
            format!(", {name}: {text}")
        };
        self.edits.insert(end, new);
    }

    /// What changes within a value that holds comments, part by part, so that these stay; none if it has no
    /// comment, or other parts than before.
    fn parts(&self, old: &Node, text: &str) -> Option<Vec<(Span, String)>> {
        let written = self.source.get(old.span.clone())?;
        if !written.contains("//") && !written.contains("/*") {
            return None;
        }
        let (new, _) = syntax::parse(text, 1);
        let named = |node: &Node| -> Option<Vec<(String, Span)>> {
            match &node.value {
                Value::Struct(_, fields) => {
                    Some(fields.iter().map(|it| (it.name.clone(), it.node.span.clone())).collect())
                }
                Value::Tuple(None, items) => {
                    let by_place = items.iter().enumerate();
                    Some(by_place.map(|(no, it)| (no.to_string(), it.span.clone())).collect())
                }
                Value::Map(rows) => {
                    let row = |(key, value): &(Node, Node)| match &key.value {
                        Value::Text(name) | Value::Name(name) => Some((name.clone(), value.span.clone())),
                        _ => None,
                    };
                    rows.iter().map(row).collect()
                }
                _ => None,
            }
        };
        let (old, new) = (named(old)?, named(&new)?);
        if old.len() != new.len() {
            return None;
        }
        let part = |(name, span): &(String, Span)| {
            let (_, to) = new.iter().find(|(known, _)| known == name)?;
            Some((span.clone(), text.get(to.clone())?.to_owned()))
        };
        let parts: Option<Vec<_>> = old.iter().map(part).collect();
        Some(parts?.into_iter().filter(|(span, to)| self.source.get(span.clone()) != Some(to)).collect())
    }

    /// Gives an entry of a table in braces another value, or adds it.
    fn entry(&mut self, node: &Node, key: &str, text: &str) {
        let Value::Map(rows) = &node.value else { return };
        let is_key = |it: &Node| matches!(&it.value, Value::Text(name) | Value::Name(name) if name == key);
        match rows.iter().find(|(name, _)| is_key(name)) {
            Some((_, value)) => self.edits.replace(value.span.clone(), text),
            None => {
                let comma = if rows.is_empty() { "" } else { "," };
                self.edits.insert(node.span.start + 1, format!(" {}: {text}{comma}", quoted(key)));
            }
        }
    }

    /// Behind the comma that follows a value, and behind the white space up to the next one.
    fn after_comma(&self, end: usize) -> usize {
        let rest = self.source.get(end..).unwrap_or_default();
        let trimmed = rest.trim_start();
        match trimmed.strip_prefix(',') {
            Some(behind) => self.source.len() - behind.trim_start().len(),
            None => end,
        }
    }
}

/// An option as it is, with what a row of the table says over it.
fn with(current: &OptionRow, row: &OptionRow, lang: Lang) -> OptionRow {
    let mut with = current.clone();
    with.label = over(&current.label, &row.label, lang);
    with.article = over(&current.article, &row.article, lang);
    let number = |given: Option<i32>, before: Option<i32>| given.or(before);
    for side in 0..2 {
        with.values[side] = number(row.values[side], current.values[side]);
        for pair in 0..row.pairs.len() {
            with.pairs[pair][side] = number(row.pairs[pair][side], current.pairs[pair][side]);
        }
        if let Some(meets) = &row.meets[side] {
            with.meets[side] = Some(meets.clone());
        }
    }
    for pillar in 0..3 {
        with.pillars[pillar] = number(row.pillars[pillar], current.pillars[pillar]);
    }
    with.features.extend(row.features.iter().map(|(feature, value)| (*feature, *value)));
    with.features.retain(|_, value| *value > 0);
    with.lock = row.lock.or(current.lock);
    with.harmful = row.harmful.or(current.harmful);
    with.obligation = row.obligation.or(current.obligation);
    with.quota = row.quota.or(current.quota);
    with
}
