//! The form against the format: whatever a scenario file may say can be set in the form.

use crate::forms::{Desk, said};
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use mufakat::scenario::schema::{self, Form};
use mufakat::scenario::{Lang, check, template};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What the form leaves to the file, and why.
const LEFT: &[(&str, &str, &str)] =
    &[("scenario", "format", "there is one version of the format, and a file of it is open already")];

/// Parts of the format, by the section of the form in which they stand: its words, or its place in the list.
const SECTIONS: &[(&str, &[&str])] = &[
    ("author-general", &["scenario", "timing", "inspired_by"]),
    ("author-story", &["background", "facts"]),
    ("author-country", &["country", "exposure"]),
    ("author-groups", &["groups"]),
    ("issue", &["issues", "options", "pillars", "features", "meets"]),
    ("author-news", &["news", "trust"]),
    ("author-teaching", &["teaching"]),
    ("author-quiz", &["quiz"]),
    ("author-scoring", &["scoring", "checks", "fairness", "implementation", "exact"]),
];

/// Fields whose control is named by something other than the label of the field: part, field, and the key of
/// those words.
const NAMED_OTHERWISE: &[(&str, &str, &str)] = &[
    ("issues", "status_quo", "author-is-status-quo"),
    ("options", "locked", "author-bridge"),
    ("options", "sweetener", "author-sweetener"),
    ("quiz", "right", "author-right"),
    ("quiz", "answers", "author-add-answer"),
    ("teaching", "aims", "author-add-aim"),
    ("teaching", "questions", "author-add-question"),
    ("scoring", "lenses", "lens-sustainability"),
    ("scoring", "principles", "author-emphasise"),
];

fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::TextInput
            | Role::MultilineTextInput
            | Role::ComboBox
            | Role::CheckBox
            | Role::RadioButton
            | Role::Button
            | Role::Slider
            | Role::ColorWell
    )
}

/// The names of all controls of the page that is open, everything unfolded and begun.
fn controls(desk: &mut Desk) -> BTreeSet<String> {
    let begin = ["author-add-case", "author-add-trust", "author-add-exact"].map(|key| desk.words.get(key));
    let fold = egui_phosphor::regular::CARET_RIGHT;
    for _ in 0..2 {
        for node in desk.window.root().children_recursive() {
            let name = said(&node).unwrap_or_default();
            let opens = name.starts_with(fold) && name.chars().count() > 1 || begin.contains(&name);
            if opens && node.accesskit_node().role() == Role::Button {
                node.click_accesskit();
            }
        }
        desk.window.run_steps(4);
    }
    let all = desk.window.root().children_recursive();
    all.filter(|node| is_control(node.accesskit_node().role())).filter_map(|node| said(&node)).collect()
}

/// What the open form has, section by section.
fn sections(desk: &mut Desk) -> BTreeMap<&'static str, BTreeSet<String>> {
    let text = desk.window.state().workshop_text().map(str::to_owned).expect("a file");
    let (scenario, _) = check::parse(&text).expect("valid");
    let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (section, _) in SECTIONS {
        let names: Vec<String> = match *section {
            "issue" => scenario.shared.issues.iter().map(|it| format!("{} \u{b7} ", it.id)).collect(),
            "author-country" | "author-groups" => {
                let name = |it: &mufakat::scenario::Country| it.name.get(desk.words.lang).to_owned();
                let countries = &scenario.shared.countries;
                [&countries.first, &countries.second]
                    .map(|it| desk.words.with(section, &[("name", &name(it))]))
                    .to_vec()
            }
            _ => vec![desk.words.get(section)],
        };
        for name in names {
            desk.section(&name);
            found.entry(section).or_default().extend(controls(desk));
        }
    }
    // Points of countries have a page of their own.
    desk.section(&desk.words.get("author-weights"));
    let weights = controls(desk);
    found.entry("author-country").or_default().extend(weights);
    found
}

#[test]
fn every_field_of_the_format_can_be_set_in_the_form_or_is_left_to_the_file_with_a_reason() {
    let shipped = fs::read_to_string("scenarios/kemitraan-ekonomi.ron").expect("ships");
    let mut desk = Desk::with(Lang::Id, &template::renamed(&shipped, "kasus", "Kasus"));
    let (scenario, _) = check::parse(&shipped).expect("valid");
    let found = sections(&mut desk);
    let mut missing = Vec::new();
    for part in schema::parts() {
        let section = SECTIONS.iter().find(|(_, parts)| parts.contains(&part.name));
        let Some((section, _)) = section else { panic!("the part {} has no section", part.name) };
        for entry in part.fields {
            let own = format!("{}.{}", part.name, entry.name);
            let deeper = match (entry.form)() {
                Form::Part(_) => true,
                Form::List(of) => matches!(*of, Form::Part(_)),
                _ => false,
            };
            let left = LEFT.iter().any(|it| (it.0, it.1) == (part.name, entry.name));
            if deeper || left {
                continue;
            }
            let otherwise = NAMED_OTHERWISE.iter().find(|it| (it.0, it.1) == (part.name, entry.name));
            let words = match (otherwise, own.as_str()) {
                (Some((.., key)), _) => desk.words.get(key),
                // Needs and weights are numbers by sector and by issue, red lines boxes by option.
                (None, "meets.first" | "meets.second") => desk.words.get("label-meets-first"),
                (None, "country.red_lines") => format!("{} \u{b7} ", scenario.shared.issues[0].options[1].id),
                (None, "country.weights" | "groups.weights") => " | ".to_owned(),
                (None, _) => {
                    let key = format!("label-{}-{}", part.name, entry.name).replace('_', "-");
                    desk.words.get(&key)
                }
            };
            if !found[section].iter().any(|name| name.contains(&words)) {
                missing.push(format!("{own} ({words:?})"));
            }
        }
    }
    assert!(missing.is_empty(), "no control for {missing:#?}");
    for (part, field, why) in LEFT {
        let known = schema::parts().iter().any(|it| it.name == *part && it.entry(field).is_some());
        assert!(known && why.split(' ').count() > 3, "{part}.{field}: {why}");
    }
}

#[test]
fn net_harm_and_utilities_with_decimals_are_written_as_they_are_set() {
    for lang in Lang::ALL {
        let mut desk = Desk::open(lang);
        let words = desk.words;
        desk.section(&words.get("author-scoring"));
        assert!(!desk.save().contains("\n    exact:"), "the template has whole points");
        desk.press(&words.get("label-checks-no-net-harm"));
        desk.press(&words.get("author-add-exact"));
        let text = desk.save();
        assert!(text.contains("no_net_harm: false"), "{text}");
        let (scenario, warnings) = check::parse(&text).expect("every option has its utilities");
        assert!(warnings.is_empty(), "{warnings:?}");
        let points = scenario.briefs.first.batna;
        let first = scenario.shared.countries.first.name.get(lang).to_owned();
        let field = format!("{} \u{b7} {first}", words.get("label-exact-reservation"));
        assert_eq!(desk.value(&field), format!("{:?}", f64::from(points) / 100.0));
        desk.fill(&field, "0,425");
        assert!(desk.save().contains("reservation: (0.425, "), "a decimal comma is understood");
        desk.fill(&field, "1,5");
        assert!(desk.shows(&words.get("author-bad-share")));
        assert!(desk.save().contains("reservation: (0.425, "), "the last sound one holds");
        // What was ticked is ticked again, and what was begun can be taken out.
        desk.press(&words.get("label-checks-no-net-harm"));
        desk.press(&words.with("author-remove", &[("name", &words.get("label-scenario-exact"))]));
        let text = desk.save();
        assert!(text.contains("no_net_harm: true") && !text.contains("\n    exact:"), "{text}");
    }
}
