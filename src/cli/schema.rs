//! `mufakat schema`: every field of the format, to read or as JSON Schema.

use super::arguments::choice;
use super::output::{data, or_meant, wrapped};
use super::{Answer, Context, Exit, Failure};
use crate::editor::{form_in_words, need_in_words};
use crate::scenario::Sector;
use crate::scenario::file::{FORMAT, meant};
use crate::scenario::schema::{Entry, Form, Names, PRINCIPLES, Part, default, names, parts, root};
use crate::words::Words;
use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, Value, json};

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    command
        .arg(
            Arg::new("fields")
                .value_name(tell("cli-value-field"))
                .num_args(0..)
                .help(tell("cli-arg-schema-fields")),
        )
        .arg(
            choice("format", "text|json", &["text", "json"], tell("cli-arg-schema-format"))
                .default_value("text")
                .hide_default_value(true),
        )
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    if given.get_one::<String>("format").is_some_and(|format| format == "json") {
        data(&format!("{:#}\n", whole(words)));
        return Ok(Exit::Fine);
    }
    let asked: Vec<&String> = given.get_many::<String>("fields").into_iter().flatten().collect();
    for name in &asked {
        let mut known: Vec<&str> = parts().iter().flat_map(|part| part.fields).map(|it| it.name).collect();
        if !known.contains(&name.as_str()) {
            known.dedup();
            let mut told = words.with("cli-schema-unknown", &[("name", name)]);
            or_meant(words, &mut told, meant(name, known.into_iter()));
            return Err(Failure::new(Exit::Failed, told));
        }
    }
    let wanted = |entry: &Entry| asked.is_empty() || asked.iter().any(|name| *name == entry.name);
    for part in parts() {
        let entries: Vec<&Entry> = part.fields.iter().filter(|entry| wanted(entry)).collect();
        if entries.is_empty() {
            continue;
        }
        data(&format!("{}\n", words.with("cli-schema-part", &[("name", part.name)])));
        for entry in entries {
            let form = form_in_words(words, &(entry.form)());
            let need = need_in_words(words, part, entry);
            data(&format!("  {}\n{}", entry.name, wrapped(&words.get(&part.help(entry)), 6)));
            data(&wrapped(&format!("{form}; {need}"), 6));
        }
        data("\n");
    }
    Ok(Exit::Fine)
}

/// The whole file as JSON Schema, draft 2020-12: brackets with fields are objects, tables are objects, pairs
/// are arrays of two.
fn whole(words: Words) -> Value {
    let parts = parts();
    let definitions: Map<String, Value> = parts
        .iter()
        .filter(|part| part.name != root().name)
        .map(|part| (part.name.to_owned(), object(words, part)))
        .collect();
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(words.get("cli-schema-title")));
    schema.insert("description".to_owned(), json!(words.get("cli-schema-about")));
    if let Value::Object(root) = object(words, root()) {
        schema.extend(root);
    }
    schema.insert("$defs".to_owned(), Value::Object(definitions));
    Value::Object(schema)
}

fn object(words: Words, part: &Part) -> Value {
    let properties: Map<String, Value> =
        part.fields.iter().map(|entry| (entry.name.to_owned(), property(words, part, entry))).collect();
    let required: Vec<&str> = part.fields.iter().filter(|it| it.required).map(|it| it.name).collect();
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn property(words: Words, part: &Part, entry: &Entry) -> Value {
    let mut shape = shape(&(entry.form)(), names(part, entry.name));
    if part.name == root().name && entry.name == "format" {
        shape = json!({"const": FORMAT});
    }
    let Value::Object(map) = &mut shape else { return shape };
    map.insert("description".to_owned(), json!(words.get(&part.help(entry))));
    let default = default(part, entry.name).filter(|[first, second]| first == second);
    if let Some([value, _]) = default {
        // A pair stands in square brackets there, a choice in quotes.
        let json = value.replace('(', "[").replace(')', "]");
        map.insert("default".to_owned(), json.parse().unwrap_or_else(|_| json!(value)));
    }
    shape
}

fn shape(form: &Form, keys: Option<Names>) -> Value {
    let whole = |low: &i32, high: &i32| json!({"type": "integer", "minimum": low, "maximum": high});
    let two = |of: Value| json!({"type": "array", "items": of, "minItems": 2, "maxItems": 2});
    match form {
        Form::Whole(low, high) => whole(low, high),
        Form::Pair(low, high) => two(whole(low, high)),
        Form::Shares => two(json!({"type": "number", "minimum": 0, "maximum": 1})),
        Form::Text => json!({"type": "string"}),
        Form::Words => {
            let both = json!({"id": {"type": "string"}, "en": {"type": "string"}});
            let text = json!({"type": "object", "properties": both, "minProperties": 1, "additionalProperties": false});
            json!({"anyOf": [{"type": "string"}, text]})
        }
        Form::Fact => json!({"type": "boolean"}),
        Form::Choice(choices) => json!({"enum": choices}),
        Form::List(of) => json!({"type": "array", "items": shape(of, None)}),
        Form::Table(of) => {
            let mut table = json!({"type": "object", "additionalProperties": shape(of, None)});
            let known: Option<Vec<String>> = match keys {
                Some(Names::Sectors) => Some(Sector::ALL.iter().map(|it| it.name().to_owned()).collect()),
                Some(Names::Principles) => Some((1..=PRINCIPLES).map(|it| format!("P{it}")).collect()),
                _ => None,
            };
            if let (Some(known), Value::Object(map)) = (known, &mut table) {
                map.insert("propertyNames".to_owned(), json!({"enum": known}));
            }
            table
        }
        Form::Part(part) => json!({"$ref": format!("#/$defs/{}", part.name)}),
    }
}
