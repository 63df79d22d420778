//! The fields of issues, options and countries as a scenario file has them.

use super::{OptionRow, PAIRS, Texts};
use crate::scenario::edit::{both_languages, quoted};
use crate::scenario::{Feature, Lock, Percent, Pillar, Sector};
use std::collections::BTreeMap;

/// A text: in both languages if they differ.
pub(super) fn words(text: &Texts) -> String {
    match (&text.id, &text.en) {
        (Some(id), Some(en)) if id != en => both_languages(id, en),
        (Some(one), _) | (None, Some(one)) => quoted(one),
        (None, None) => quoted(""),
    }
}

/// `{ "Energy": 60 }`.
pub(super) fn sectors(table: &BTreeMap<Sector, Percent>) -> String {
    let rows: Vec<String> =
        table.iter().map(|(sector, value)| format!("\"{}\": {value}", sector.name())).collect();
    format!("{{ {} }}", rows.join(", "))
}

fn pair(pair: [Option<i32>; 2]) -> Option<String> {
    (pair != [None, None]).then(|| format!("({}, {})", pair[0].unwrap_or(0), pair[1].unwrap_or(0)))
}

/// Every field that the row says something about: its name, its text, and whether it says anything but
/// what holds without the field.
pub(super) fn fields(row: &OptionRow) -> Vec<(&'static str, String, bool)> {
    let mut fields = Vec::new();
    for (name, text) in [("label", &row.label), ("article", &row.article)] {
        if !text.is_empty() {
            fields.push((name, words(text), true));
        }
    }
    if let Some(text) = pair(row.values) {
        fields.push(("value", text, true));
    }
    if row.pillars != [None; 3] {
        let parts: Vec<String> = Pillar::ALL
            .into_iter()
            .zip(row.pillars)
            .filter_map(|(pillar, effect)| {
                effect.filter(|it| *it != 0).map(|it| format!("{}: {it}", pillar.name()))
            })
            .collect();
        fields.push(("pillars", format!("( {} )", parts.join(", ")), !parts.is_empty()));
    }
    if !row.features.is_empty() {
        let parts: Vec<String> = Feature::ALL
            .into_iter()
            .filter_map(|feature| {
                row.features.get(&feature).filter(|it| **it > 0).map(|it| format!("{}: {it}", feature.name()))
            })
            .collect();
        fields.push(("features", format!("( {} )", parts.join(", ")), !parts.is_empty()));
    }
    for (name, values) in PAIRS.into_iter().zip(row.pairs) {
        if let Some(text) = pair(values) {
            fields.push((name, text, values.iter().flatten().any(|it| *it != 0)));
        }
    }
    if row.meets != [None, None] {
        let parts: Vec<String> = ["first", "second"]
            .into_iter()
            .zip(&row.meets)
            .filter_map(|(name, meets)| {
                meets.as_ref().filter(|it| !it.is_empty()).map(|it| format!("{name}: {}", sectors(it)))
            })
            .collect();
        fields.push(("meets", format!("( {} )", parts.join(", ")), !parts.is_empty()));
    }
    if let Some(lock) = row.lock {
        for (name, kind) in [("locked", Lock::Bridge), ("sweetener", Lock::Sweetener)] {
            fields.push((name, (lock == Some(kind)).to_string(), lock == Some(kind)));
        }
    }
    if let Some(harmful) = row.harmful {
        fields.push(("harmful", harmful.to_string(), harmful));
    }
    for (name, number) in [("obligation", row.obligation), ("quota", row.quota)] {
        if let Some(number) = number {
            fields.push((name, number.to_string(), true));
        }
    }
    fields
}
