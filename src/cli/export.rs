//! `mufakat export`: a scenario as files of another program.

use super::import::write;
use super::output::message;
use super::{Answer, Context, Exit, Failure};
use crate::interchange::{Space, genius, negmas};
use crate::scoring::Case;
use clap::ArgMatches;
use std::path::Path;

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let text = |name: &str| given.get_one::<String>(name).map_or("", String::as_str);
    let scenario = super::scenario(context, text("file"))?.scenario;
    let space = Space::of(&scenario, words.lang);
    if space.issues.is_empty() {
        return Err(Failure::new(Exit::No, words.get("cli-export-empty")));
    }
    let files = if text("to") == "genius" { genius::write(&space) } else { negmas::write(&space) };
    let folder = Path::new(text("out"));
    for (name, content) in files {
        let path = folder.join(name);
        write(context, &path, &content)?;
        message(&words.with("cli-import-written", &[("path", &path.display().to_string())]));
    }
    let kept = Case::exact(&scenario).weighted_issues();
    let issues = scenario.shared.issues.iter().enumerate();
    let left: Vec<&str> =
        issues.filter(|(no, _)| !kept.contains(no)).map(|(_, issue)| issue.title.get(words.lang)).collect();
    if !left.is_empty() {
        message(&words.with("cli-export-left", &[("names", &left.join(", "))]));
    }
    Ok(Exit::Fine)
}
