//! A space as a scenario file that the game can play.

use super::rounding::whole_points;
use super::space::Space;
use crate::scenario::Lang;
use crate::scenario::edit::{both_languages, quoted};
use crate::words::Words;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The ids of a scenario that is written: of its issues, and of the options of each.
struct Ids {
    issues: Vec<String>,
    options: Vec<Vec<String>>,
}

/// The text of a scenario file: whole points for the game, and `exact` utilities beside them.
///
/// `format` is the name of the format that the space came from. What other programs do not have is
/// filled in with the least that the game asks for: neutral countries, articles made of the names, one
/// group at home, and a legal form.
pub fn write(space: &Space, format: &str) -> String {
    let ids = ids(space);
    let both = said;
    let name = plain(&space.name);
    let (issues, packages) = (space.issues.len().to_string(), space.packages().to_string());
    let facts: &[(&str, &str)] =
        &[("name", &name), ("format", format), ("issues", &issues), ("packages", &packages)];
    let mut text = String::new();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for key in ["draft-comment-origin", "draft-comment-points", "draft-comment-exact"] {
            let _ = writeln!(text, "// {}", words.with(key, &[("format", format)]));
        }
    }
    let _ = writeln!(text, "(\n    format: 1,\n    id: {},", quoted(&slug(&space.name, "scenario")));
    let _ = writeln!(text, "    title: {},", quoted(&name));
    let _ = writeln!(text, "    summary: {},", both("draft-summary", facts));
    let _ = writeln!(text, "    background: (\n        long: {},\n    ),", both("draft-background", facts));
    let _ = writeln!(text, "    author: {},\n", quoted(&format!("mufakat import ({format})")));
    let points = whole_points(space);
    for (side, field) in ["first", "second"].into_iter().enumerate() {
        country(&mut text, space, &ids, side, field, &points[side]);
    }
    text.push_str("    issues: [\n");
    for no in 0..space.issues.len() {
        issue(&mut text, space, &ids, no, [&points[0].values[no], &points[1].values[no]]);
    }
    instrument(&mut text, &ids);
    text.push_str("    ],\n\n");
    exact(&mut text, space, &ids);
    text.push_str(")\n");
    text
}

fn country(
    text: &mut String,
    space: &Space,
    ids: &Ids,
    side: usize,
    field: &str,
    points: &super::rounding::WholePoints,
) {
    let name = plain(&space.sides[side].name);
    let facts: &[(&str, &str)] = &[("name", &name)];
    let weights: Vec<String> = ids
        .issues
        .iter()
        .zip(&points.weights)
        .map(|(id, weight)| format!("{}: {weight}", quoted(id)))
        .collect();
    let weights = format!("{{ {} }}", weights.join(", "));
    let _ = writeln!(text, "    {field}: (\n        name: {},", quoted(&name));
    let _ = writeln!(text, "        role: ( long: {} ),", said("draft-role", facts));
    // What was rounded, beside what became of it.
    let unrounded: Vec<String> = (0..space.issues.len())
        .map(|no| format!("{} {:.4}", ids.issues[no], 100.0 * space.weight(no, side)))
        .collect();
    let _ = writeln!(text, "        // {}", unrounded.join(", "));
    let _ = writeln!(text, "        weights: {weights},");
    let _ = writeln!(text, "        // {:.4}", 100.0 * space.sides[side].reservation);
    let _ = writeln!(text, "        batna: {},", points.batna);
    let _ = writeln!(text, "        batna_story: {},", said("draft-batna-story", facts));
    text.push_str("        needs: { \"Economy\": 50 },\n        development: 50,\n        dependence: 50,\n");
    let _ = writeln!(
        text,
        "        groups: [\n            ( name: {}, influence: 100, weights: {weights}, threshold: 0 ),\n        ],",
        said("draft-group", facts)
    );
    text.push_str("    ),\n\n");
}

fn issue(text: &mut String, space: &Space, ids: &Ids, no: usize, values: [&[i32]; 2]) {
    let issue = &space.issues[no];
    let name = plain(&issue.name);
    let _ = writeln!(
        text,
        "        (\n            id: {},\n            title: {},\n            sector: Economy,",
        quoted(&ids.issues[no]),
        quoted(&name)
    );
    let about = said("draft-about", &[("issue", &name)]);
    let _ = writeln!(text, "            about: {about},\n            options: [");
    for (at, option) in issue.options.iter().enumerate() {
        let option = plain(option);
        let article = said("draft-article", &[("issue", &name), ("option", &option)]);
        let _ = writeln!(
            text,
            "                (\n                    id: {},\n                    label: {},\n                    \
             article: {article},\n                    value: ({}, {}),\n                ),",
            quoted(&ids.options[no][at]),
            quoted(&option),
            values[0][at],
            values[1][at]
        );
    }
    text.push_str("            ],\n        ),\n");
}

/// The legal form, which the game needs and other programs do not have: it carries no points.
fn instrument(text: &mut String, ids: &Ids) {
    let last = ids.issues.len() - 1;
    let id = &ids.issues[last];
    let _ = writeln!(
        text,
        "        (\n            id: {},\n            title: {},\n            kind: Instrument,\n            options: [",
        quoted(id),
        said("draft-form", &[])
    );
    for (option, key, obligation, quota) in
        [(0, "draft-form-treaty", 100, 50), (1, "draft-form-notes", 40, 25)]
    {
        let _ = writeln!(
            text,
            "                ( id: {}, label: {}, obligation: {obligation}, quota: {quota} ),",
            quoted(&ids.options[last][option]),
            said(key, &[])
        );
    }
    text.push_str("            ],\n        ),\n");
}

fn exact(text: &mut String, space: &Space, ids: &Ids) {
    let _ = writeln!(
        text,
        "    exact: (\n        reservation: ({}, {}),\n        options: {{",
        fifteen(space.sides[0].reservation),
        fifteen(space.sides[1].reservation)
    );
    for (issue, options) in space.issues.iter().zip(&ids.options) {
        for (worth, id) in issue.worth.iter().zip(options) {
            let _ =
                writeln!(text, "            {}: ({}, {}),", quoted(id), fifteen(worth[0]), fifteen(worth[1]));
        }
    }
    text.push_str("        },\n    ),\n");
}

/// A number with the 15 decimals that the reader keeps, without zeros at its end.
fn fifteen(value: f64) -> String {
    let text = format!("{value:.15}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A sentence in both languages, as the file has it.
pub(super) fn said(key: &str, facts: &[(&str, &str)]) -> String {
    said_each(key, [facts, facts])
}

/// The same with facts that differ by language, Indonesian first.
pub(super) fn said_each(key: &str, facts: [&[(&str, &str)]; 2]) -> String {
    let [id, en] = [0, 1].map(|at| Words::new(Lang::ALL[at]).with(key, facts[at]));
    both_languages(&id, &en)
}

/// A name without line breaks and without characters that no screen shows.
fn plain(name: &str) -> String {
    let words: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { "-".to_owned() } else { words }
}

/// Small Latin letters, digits and hyphens of a name, 32 at most; `otherwise` if nothing is left.
pub(crate) fn slug(name: &str, otherwise: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() == 32 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { otherwise.to_owned() } else { slug.to_owned() }
}

/// A name for each issue and option, then one for the legal form; all options of the file differ.
fn ids(space: &Space) -> Ids {
    let (mut issues, mut options) = (BTreeSet::new(), BTreeSet::new());
    let mut ids = Ids { issues: Vec::new(), options: Vec::new() };
    for (no, issue) in space.issues.iter().enumerate() {
        let id = unused(slug(&issue.name, &format!("a{}", no + 1)), &mut issues);
        ids.options.push(
            issue
                .options
                .iter()
                .zip(1..)
                .map(|(option, at)| unused(format!("{id}-{}", slug(option, &format!("o{at}"))), &mut options))
                .collect(),
        );
        ids.issues.push(id);
    }
    let form = unused("form".to_owned(), &mut issues);
    ids.options.push(["treaty", "notes"].map(|it| unused(format!("{form}-{it}"), &mut options)).to_vec());
    ids.issues.push(form);
    ids
}

pub(crate) fn unused(id: String, known: &mut BTreeSet<String>) -> String {
    let free = (1u32..).map(|no| if no == 1 { id.clone() } else { format!("{id}-{no}") });
    let id = free.into_iter().find(|id| !known.contains(id)).unwrap_or(id);
    known.insert(id.clone());
    id
}
