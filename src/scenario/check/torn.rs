//! What is told of a file whose brackets do not belong together: the brackets, and what surely is so beside them.

use crate::scenario::problem::Problem;

/// Brackets that do not belong together: what they hold may have been read elsewhere than it was meant.
const BRACKETS: [&str; 8] = [
    "extra-bracket",
    "wrong-bracket",
    "open-bracket",
    "open-list",
    "open-part",
    "after-end",
    "bare-file",
    "before-start",
];

/// What is not told before the brackets are right: most of it is there, only elsewhere.
const DISPLACED: [&str; 22] = [
    "missing-field",
    "unknown-field",
    "duplicate-field",
    "duplicate-key",
    "duplicate-id",
    "value-without-name",
    "unknown-issue",
    "unknown-option",
    "need-without-issue",
    "no-value",
    "no-issues",
    "no-instrument",
    "no-needs",
    "no-groups",
    "few-options",
    "group-measure",
    "missing-language",
    "no-sector",
    "no-kind",
    "want-struct",
    "json-braces",
    "map-without-value",
];

/// What is not mended without a person before the brackets are right: what seems to be wrong with it may only have
/// been read in the wrong place.
const STRUCTURE: [&str; 13] = [
    "missing-opening",
    "missing-comma",
    "missing-colon",
    "extra-comma",
    "equals-sign",
    "quoted-field",
    "quoted-choice",
    "quoted-number",
    "unquoted-text",
    "round-list",
    "pair-in-list",
    "no-kind",
    "share-whole",
];

/// Leaves out what waits until the brackets are right.
pub(super) fn settle(problems: &mut Vec<Problem>) {
    if !problems.iter().any(|problem| BRACKETS.contains(&problem.rule)) {
        return;
    }
    problems.retain(|problem| !DISPLACED.contains(&problem.rule));
    for problem in problems.iter_mut().filter(|problem| STRUCTURE.contains(&problem.rule)) {
        problem.edits = Box::default();
    }
}
