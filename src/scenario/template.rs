//! Scenarios to begin from: small, complete and balanced, with a comment on every field.

use super::builtin;
use super::edit::{Edits, field, indent, quoted};
use super::problem::Span;
use super::syntax;

/// A scenario to begin from.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Its name on the command line.
    pub name: &'static str,
    /// Other names for it, the Indonesian one first.
    pub aliases: &'static [&'static str],
    /// Its text, a scenario that can be played as it is.
    pub source: &'static str,
}

/// A template with its names and its text.
macro_rules! template {
    ($name:literal, $($alias:literal),+) => {
        Template {
            name: $name,
            aliases: &[$($alias),+],
            source: include_str!(concat!("../../assets/templates/", $name, ".ron")),
        }
    };
}

/// All of them; the first is the smallest and the one that is taken if none is named.
pub const ALL: [Template; 7] = [
    template!("small", "kecil"),
    template!("trade", "dagang", "perdagangan"),
    template!("resources", "sumber-daya", "tambang"),
    template!("river", "sungai", "sungai-perbatasan", "border-river"),
    template!("energy", "energi"),
    template!("security", "keamanan"),
    template!("culture", "budaya", "budaya-pendidikan", "pendidikan", "education"),
];

impl Template {
    /// The template of this name, in either language.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        let wanted = name.trim().to_lowercase().replace([' ', '_'], "-");
        ALL.iter().find(|it| it.name == wanted || it.aliases.contains(&wanted.as_str()))
    }
}

/// The text of a scenario with another id and title; comments stay as they are. A scenario that ships is named
/// as what it was made from.
pub fn renamed(source: &str, id: &str, title: &str) -> String {
    let (root, _) = syntax::parse(source, 1);
    let mut edits = Edits::of(source);
    if let Some(it) = field(&root, "id") {
        edits.replace(it.node.span.clone(), quoted(id));
    }
    if let Some(it) = field(&root, "title") {
        // One text for both languages, until the author writes another.
        edits.replace(it.node.span.clone(), quoted(title));
    }
    let shipped = builtin::FILES.iter().find(|(_, text)| *text == source);
    if let (Some((origin, _)), Some(version)) = (shipped, field(&root, "version")) {
        let Span { start, end } = version.node.span;
        let (indent, written) = (indent(source, start), &source[start + 1..end - 1]);
        edits.insert(end, format!(",\n{indent}based_on: {}", quoted(&format!("{origin} {written}"))));
    }
    edits.apply()
}
