//! The shipped script and style keep to what browsers of 2017 know: students bring the phones they have.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../web/style.css");
const SCRIPT: &str = concat!(include_str!("../web/morph.js"), include_str!("../web/live.js"));

/// Style that Chrome 61 does not know and that leaves a page unusable, or that no rule stands in for.
const NEW_STYLE: [&str; 34] = [
    ":is(",
    ":where(",
    ":has(",
    ":focus-within",
    "inset:",
    "inset-",
    "aspect-ratio",
    "color-mix",
    "dvh",
    "svh",
    "lvh",
    "dvw",
    "@layer",
    "@container",
    "@property",
    "@scope",
    "@starting-style",
    "clamp(",
    "max(",
    "env(",
    "oklch",
    "lab(",
    "light-dark(",
    "subgrid",
    "backdrop-filter",
    "text-wrap",
    "place-items",
    "place-content",
    "margin-inline",
    "margin-block",
    "padding-inline",
    "padding-block",
    "row-gap",
    "column-gap",
];

/// Script that Chrome 61 does not know: a page with one of these in it has no script at all, or fails
/// halfway. A line may name one after asking for it.
const NEW_SCRIPT: [&str; 46] = [
    "?.",
    "??",
    "||=",
    "&&=",
    "**=",
    "=>",
    "`",
    "async ",
    "await ",
    "(...",
    "[...",
    "{ ...",
    "class ",
    "import(",
    "import ",
    "#private",
    ".replaceAll(",
    ".matchAll(",
    ".flat(",
    ".flatMap(",
    ".at(",
    ".fromEntries(",
    "allSettled",
    "Promise.any",
    ".finally(",
    "globalThis",
    "structuredClone",
    "queueMicrotask",
    "AbortController",
    "ResizeObserver",
    ".replaceChildren(",
    ".toSorted(",
    ".trimStart(",
    ".trimEnd(",
    ".requestSubmit(",
    ".showModal(",
    ".showPopover(",
    ".randomUUID(",
    "hasOwn(",
    ".findLast(",
    "BigInt",
    "WeakRef",
    "catch {",
    "for await",
    "sendBeacon(",
    ".scrollend",
];

/// Without comments, which may name what is not used.
fn bare(text: &str, line_comments: bool) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("/*") {
        out.push_str(&rest[..at]);
        rest = rest[at..].split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    if !line_comments {
        return out;
    }
    out.lines()
        .map(|line| line.split_once("// ").map_or(line, |(code, _)| code))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every rule as selector and declarations, without what stands in for the old.
fn rules(style: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    for part in style.split('}') {
        let Some((selector, body)) = part.rsplit_once('{') else { continue };
        let selector = selector.rsplit('{').next().unwrap_or(selector).trim().to_owned();
        let lines = body.split(';').filter_map(|line| line.split_once(':'));
        let lines = lines.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        found.push((selector, lines.collect()));
    }
    found
}

/// The style for new browsers, and what stands in for it in old ones.
fn halves() -> (String, String) {
    let style = bare(STYLE, false);
    let (new, old) = style.split_once("@supports not (inset: 0)").expect("what stands in for the new");
    (new.to_owned(), old.to_owned())
}

#[test]
fn the_script_is_written_for_browsers_of_2017() {
    let script = bare(SCRIPT, true);
    for new in NEW_SCRIPT {
        let line = script.lines().find(|line| line.contains(new) && !line.contains("location.protocol"));
        assert_eq!(line, None, "{new:?} is not known to Chrome 61");
    }
    for word in ["let ", "const "] {
        let line = script.lines().find(|line| line.trim_start().starts_with(word));
        assert_eq!(line, None, "one way to name things: var");
    }
    assert!(script.contains("event.submitter || document.activeElement"), "Chrome 81 knows the first");
    assert!(script.contains("!window.EventSource ||"), "streams are asked for before they are used");
}

#[test]
fn the_style_is_written_for_browsers_of_2017_or_has_something_to_stand_in() {
    let (new, old) = halves();
    for feature in NEW_STYLE {
        let line = new.lines().find(|line| {
            line.match_indices(feature).any(|(at, _)| {
                // `max(` is not `minmax(`, and `inset-` no part of a name.
                !line[..at].ends_with(|it: char| it.is_ascii_alphanumeric() || it == '-')
            })
        });
        assert_eq!(line, None, "{feature:?} is not known to Chrome 61");
    }
    let mut seen = 0;
    for (selector, lines) in rules(&new) {
        let value = |name: &str| lines.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str());
        let flex = value("display").is_some_and(|it| it.ends_with("flex"));
        if value("gap").is_some() {
            seen += 1;
            for one in selector.split(',').map(str::trim) {
                let stands_in =
                    old.contains(&format!("{one} >")) || old.contains(&format!("{one} {{ grid-gap"));
                // A narrower rule of something that has a margin already.
                let narrower =
                    one.split_whitespace().last().is_some_and(|last| old.contains(&format!("{last} >")));
                assert!(stands_in || narrower, "{one} has a gap and nothing for a phone of 2017");
            }
        }
        if flex {
            for name in ["align-items", "justify-content"] {
                let value = value(name).unwrap_or_default();
                assert!(!["start", "end"].contains(&value), "{selector}: flex-{value} is the older name");
            }
        }
        let mut before: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, value) in &lines {
            if value == "anywhere" {
                assert_eq!(before.get(name.as_str()), Some(&"break-word"), "{selector}: {name}");
            }
            before.insert(name, value);
        }
    }
    assert!(seen > 15, "the rules are read: {seen}");
    let focus = rules(&new);
    assert!(focus.iter().any(|(selector, _)| selector == ":focus"), "a focus is seen without :focus-visible");
}
