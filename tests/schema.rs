//! The format as data says what the reader and the checker do.

use mufakat::scenario::edit::{Edits, field};
use mufakat::scenario::schema::{self, Form, Part, parts, root};
use mufakat::scenario::syntax::{self, Node, Value as Written};
use mufakat::scenario::{Lang, Scenario, builtin, check};
use mufakat::words::Words;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn source() -> &'static str {
    builtin::source("nusa-boreal").expect("ships with the program")
}

fn checked(text: &str) -> Scenario {
    let (mut scenario, _) = check::parse(text).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"));
    scenario.hash.clear();
    scenario
}

#[test]
fn every_struct_of_the_reader_is_a_part_with_all_its_fields_and_every_part_is_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenario/file");
    let files = fs::read_dir(folder).expect("the format").map(|file| file.expect("a file").path());
    let source: String = files.map(|path| fs::read_to_string(path).expect("the format")).collect();
    let mut written = BTreeMap::<String, Vec<(String, bool)>>::new();
    let mut part = String::new();
    for line in source.lines().map(str::trim) {
        if let Some((_, name)) = line.strip_suffix("\" {").and_then(|it| it.split_once("File \"")) {
            part = name.to_owned();
        }
        for (end, required) in [("= required,", true), ("= optional,", false)] {
            if line.ends_with(end) {
                let name = line.split(':').next().expect("a name").to_owned();
                written.entry(part.clone()).or_default().push((name, required));
            }
        }
    }
    let told: BTreeMap<String, Vec<(String, bool)>> = parts()
        .into_iter()
        .map(|part| {
            let fields = part.fields.iter().map(|it| (it.name.to_owned(), it.required)).collect();
            (part.name.to_owned(), fields)
        })
        .collect();
    assert!(written.values().map(Vec::len).sum::<usize>() > 100);
    assert_eq!(told, written);
}

#[test]
fn every_field_has_help_in_both_languages_and_no_help_is_left_over() {
    let keys: BTreeSet<String> =
        parts().iter().flat_map(|part| part.fields.iter().map(|entry| part.help(entry))).collect();
    for lang in Lang::ALL {
        let words: String = mufakat::words::sources(lang).concat();
        let written: BTreeSet<String> = words
            .lines()
            .filter(|line| line.starts_with("field-"))
            .filter_map(|line| line.split(" =").next())
            .map(str::to_owned)
            .collect();
        assert_eq!(written, keys, "{lang}");
        for key in &keys {
            let help = Words::new(lang).get(key);
            assert!(help.ends_with('.') && help.chars().count() < 130, "{lang} {key}: {help}");
        }
    }
}

/// Every bracket of a part in a file, with the field that leads to it from the root.
fn brackets<'n>(
    node: &'n Node,
    form: &Form,
    first: &'n str,
    found: &mut Vec<(&'static Part, &'n Node, String)>,
) {
    match (form, &node.value) {
        (Form::Part(part), Written::Struct(_, fields)) => {
            found.push((part, node, first.to_owned()));
            for field in fields {
                let lead = if part.name == root().name { &field.name } else { first };
                if let Some(entry) = part.entry(&field.name) {
                    brackets(&field.node, &(entry.form)(), lead, found);
                }
            }
        }
        (Form::Part(part), Written::Tuple(None, items)) if items.is_empty() => {
            found.push((part, node, first.to_owned()));
        }
        (Form::List(of), Written::List(items)) => {
            items.iter().for_each(|item| brackets(item, of, first, found));
        }
        _ => {}
    }
}

/// The file with a field of a part left out everywhere, or written everywhere with the default.
fn with_field(text: &str, part: &Part, name: &str, value: Option<[&str; 2]>) -> String {
    let (node, problems) = syntax::parse(text, 10);
    assert!(problems.is_empty(), "{problems:?}");
    let mut found = Vec::new();
    brackets(&node, &Form::Part(root()), "", &mut found);
    let mut edits = Edits::of(text);
    let mut count = 0;
    for (_, bracket, lead) in found.iter().filter(|(it, _, _)| it.name == part.name) {
        if let Some(old) = field(bracket, name) {
            let rest = &text[old.node.span.end..];
            let comma = rest.len() - rest.trim_start().len() + 1;
            let end = old.node.span.end + if rest.trim_start().starts_with(',') { comma } else { 0 };
            edits.replace(old.span.start..end, "");
        }
        if let Some([first, second]) = value {
            let value = if lead == "second" { second } else { first };
            edits.insert(bracket.span.start + 1, format!("{name}: {value}, "));
        }
        count += 1;
    }
    assert!(count > 0, "the file has no {}", part.name);
    edits.apply()
}

/// The file with another field at its beginning.
fn with_first(text: &str, name: &str, written: &str) -> String {
    let text = with_field(text, root(), name, None);
    let (node, _) = syntax::parse(&text, 10);
    let mut edits = Edits::of(&text);
    edits.insert(node.span.start + 1, written);
    edits.apply()
}

#[test]
fn a_default_that_is_written_changes_nothing() {
    // Every part that may be left out is there, so that its fields can be.
    let scoring = "scoring: ( checks: (), fairness: (), implementation: () ),";
    let text = with_first(source(), "scoring", scoring);
    let mut count = 0;
    for part in parts() {
        for entry in part.fields {
            let Some(default) = schema::default(part, entry.name) else { continue };
            // An issue without its kind needs a sector, and its options a value.
            if (part.name, entry.name) == ("issues", "kind") {
                let one = text.replacen("sector:", "kind: Substance, sector:", 1);
                assert_eq!(checked(&text), checked(&one));
                continue;
            }
            let without = with_field(&text, part, entry.name, None);
            let with = with_field(&text, part, entry.name, Some(default));
            assert_eq!(checked(&without), checked(&with), "{}.{}", part.name, entry.name);
            count += 1;
        }
    }
    assert!(count > 40, "{count}");
}

#[test]
fn a_name_that_stands_for_something_is_looked_up() {
    let mut seen = BTreeSet::new();
    for part in parts() {
        for entry in part.fields {
            let Some(names) = schema::names(part, entry.name) else { continue };
            seen.insert(format!("{names:?}"));
            let (value, exact) = match (part.name, entry.name) {
                ("exact", _) => ("{ \"xyzzy\": (0, 0) }", "exact: (reservation: (0, 0), options: {}),"),
                ("meets", _) => ("{ \"xyzzy\": 5 }", ""),
                ("country", "needs") => ("{ \"xyzzy\": 5 }", ""),
                (_, "status_quo") => ("\"xyzzy\"", ""),
                (_, "red_lines") => ("[\"xyzzy\"]", ""),
                (_, "values") => ("{ \"xyzzy\": (0, 0) }", ""),
                (_, "principles") => ("{ \"xyzzy\": Show }", "scoring: (principles: {}),"),
                (_, "weights") => ("{ \"xyzzy\": 5 }", ""),
                other => panic!("{other:?} is new here"),
            };
            let mut text = source().to_owned();
            if !exact.is_empty() {
                let name = exact.split(':').next().expect("a name");
                text = with_first(&text, name, exact);
            }
            let text = with_field(&text, part, entry.name, Some([value, value]));
            let problems = check::parse(&text).expect_err("refused");
            let told = problems.iter().any(|it| it.rule.starts_with("unknown-"));
            assert!(told, "{}.{}: {problems:#?}", part.name, entry.name);
        }
    }
    assert_eq!(seen.len(), 5, "{seen:?}");
}

/// A file in the JSON form that the schema speaks of.
fn as_json(node: &Node) -> Value {
    match &node.value {
        Written::Int(it) => json!(it),
        Written::Float(it) => json!(it),
        Written::Bool(it) => json!(it),
        Written::Text(it) | Written::Name(it) => json!(it),
        Written::Struct(_, fields) => {
            Value::Object(fields.iter().map(|it| (it.name.clone(), as_json(&it.node))).collect::<Map<_, _>>())
        }
        Written::Tuple(_, items) if items.is_empty() => json!({}),
        Written::Tuple(_, items) | Written::List(items) => items.iter().map(as_json).collect(),
        Written::Map(pairs) => Value::Object(
            pairs
                .iter()
                .map(|(key, value)| (as_json(key).as_str().expect("a name").to_owned(), as_json(value)))
                .collect(),
        ),
        other => panic!("{other:?}"),
    }
}

/// What of JSON Schema the program uses; an unknown word is a mistake.
fn fits(schema: &Value, all: &Value, value: &Value, way: &str) -> Result<(), String> {
    let number = |it: &Value| it.as_f64().expect("a number");
    for (word, rule) in schema.as_object().expect("an object") {
        let good = match word.as_str() {
            "$schema" | "$defs" | "title" | "description" | "default" => true,
            "type" => match rule.as_str().expect("a type") {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                "integer" => value.is_i64(),
                "number" => value.is_number(),
                other => panic!("{other}"),
            },
            "const" => rule == value,
            "enum" => rule.as_array().expect("a list").contains(value),
            "minimum" => number(value) >= number(rule),
            "maximum" => number(value) <= number(rule),
            "minItems" => value.as_array().is_none_or(|it| it.len() as f64 >= number(rule)),
            "maxItems" => value.as_array().is_none_or(|it| it.len() as f64 <= number(rule)),
            "minProperties" => value.as_object().is_none_or(|it| it.len() as f64 >= number(rule)),
            "required" => rule
                .as_array()
                .expect("a list")
                .iter()
                .all(|it| value.get(it.as_str().expect("a name")).is_some()),
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    fits(rule, all, item, &format!("{way}[{at}]"))?;
                }
                true
            }
            "properties" => {
                for (name, rule) in rule.as_object().expect("an object") {
                    if let Some(value) = value.get(name) {
                        fits(rule, all, value, &format!("{way}.{name}"))?;
                    }
                }
                true
            }
            "propertyNames" => {
                for name in value.as_object().into_iter().flatten() {
                    fits(rule, all, &json!(name.0), way)?;
                }
                true
            }
            "additionalProperties" => {
                let known = schema.get("properties").and_then(Value::as_object);
                for (name, value) in value.as_object().into_iter().flatten() {
                    if known.is_none_or(|known| !known.contains_key(name)) {
                        if rule == &json!(false) {
                            return Err(format!("{way}: {name} is not known"));
                        }
                        fits(rule, all, value, &format!("{way}.{name}"))?;
                    }
                }
                true
            }
            "anyOf" => rule.as_array().expect("a list").iter().any(|one| fits(one, all, value, way).is_ok()),
            "$ref" => {
                let place = rule.as_str().and_then(|it| it.strip_prefix('#')).expect("a place");
                fits(all.pointer(place).unwrap_or_else(|| panic!("{place} leads nowhere")), all, value, way)?;
                true
            }
            other => panic!("{other} is not used by the program"),
        };
        if !good {
            return Err(format!("{way}: {word} {rule} against {value}"));
        }
    }
    Ok(())
}

#[test]
fn the_json_schema_takes_every_shipped_scenario_and_refuses_what_the_reader_refuses() {
    let folder = tempfile::TempDir::new().expect("a folder");
    for lang in ["id", "en"] {
        let args = ["schema", "--format", "json", "--lang", lang];
        let schema = crate::called::check_in(folder.path(), &args, 0, &[], &[]).json();
        for (id, source) in builtin::FILES {
            let file = as_json(&syntax::parse(source, 10).0);
            assert_eq!(fits(&schema, &schema, &file, id), Ok(()));
        }
        let (node, _) = syntax::parse(source(), 10);
        for (place, value) in [
            ("/first/batna", json!(101)),
            ("/first/batna", json!("40")),
            ("/issues/0/sector", json!("Energi")),
            ("/issues/0/options/0/value", json!([1, 2, 3])),
            ("/first/needs", json!({"Energi": 50})),
            ("/title", json!({"de": "Titel"})),
            ("/format", json!(2)),
        ] {
            let mut file = as_json(&node);
            *file.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
            assert!(fits(&schema, &schema, &file, "").is_err(), "{place}");
        }
        for (part, name) in [("", "author"), ("/first", "weights"), ("/issues/0", "id")] {
            let mut file = as_json(&node);
            file.pointer_mut(part).and_then(Value::as_object_mut).expect("a part").remove(name);
            assert!(fits(&schema, &schema, &file, "").is_err(), "{part}/{name}");
            let mut file = as_json(&node);
            file.pointer_mut(part)
                .and_then(Value::as_object_mut)
                .expect("a part")
                .insert("x".into(), json!(1));
            assert!(fits(&schema, &schema, &file, "").is_err(), "{part}");
        }
    }
}

#[test]
fn one_field_can_be_looked_up_and_a_slip_is_understood() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let check = |args: &[&str], exit, out: &[&str], err: &[&str]| {
        crate::called::check_in(folder.path(), args, exit, out, err)
    };
    let called = check(
        &["schema", "batna", "--lang", "en"],
        0,
        &["Part country", "Part news", "gains count from here", "0 to 100; required"],
        &[],
    );
    assert!(!called.out.contains("weights"), "{}", called.out);
    check(&["schema", "bobot"], 2, &[], &["\"bobot\"", "weights?"]);
    check(&["schema", "wights", "--lang", "en"], 2, &[], &["\"wights\"", "weights?"]);
    let all = check(&["schema"], 0, &[], &[]).out;
    for part in parts() {
        assert!(all.contains(&format!("Bagian {}\n", part.name)), "{}", part.name);
    }
}
