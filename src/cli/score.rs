//! `mufakat score`: the verdict on a deal, with the evidence.

use super::output::{data, or_meant, wrapped};
use super::{Answer, Context, Exit, Failure};
use crate::aftermath::{self, Outlook};
use crate::disk::read_text;
use crate::scenario::problem::closest;
use crate::scenario::{Deal, Scenario, Seat};
use crate::scoring::evidence::Facts;
use crate::scoring::{Case, DRAWS, Signal, TALK_PARTS, Talk, TalkError, TalkFile, robustness, score};
use crate::words::Words;
use clap::ArgMatches;
use std::path::Path;

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let name = given.get_one::<String>("file").map_or("", String::as_str);
    let scenario = super::scenario(context, name)?.scenario;
    let deal = match given.get_one::<String>("deal") {
        Some(list) => Some(parse_deal(context, &scenario, list)?),
        None if given.get_flag("no-deal") => None,
        None => return Err(Failure::new(Exit::Failed, words.get("cli-which-deal"))),
    };
    let talk = match given.get_one::<String>("talks") {
        Some(path) => read_talk(context, &scenario, path)?,
        None => Talk::silent(&scenario.shared),
    };
    let case = Case::of_deal(&scenario, deal.as_ref());
    let report = score(&case, deal.as_ref(), &talk);
    let mut world = aftermath::world_of(&scenario);
    if let Some(years) = given.get_one::<u32>("years") {
        world.years = *years;
    }
    let seeds = given.get_one::<u32>("seeds").copied().unwrap_or(200);
    let outlook =
        report.is_in_force().then(|| aftermath::outlook(&scenario, &report.measures, &talk, &world, seeds));
    let stays = robustness(&case, &report.references, deal.as_ref(), &talk, DRAWS);
    if given.get_flag("json") {
        data(&format!("{}\n", crate::print::scores(&case, &report, outlook.as_ref(), stays)));
    } else {
        let facts = Facts { case: &case, talk: &talk, report: &report };
        data(&as_text(words, &scenario, &facts, outlook.as_ref(), stays));
    }
    Ok(Exit::Fine)
}

/// Option ids with commas between; issues that are not named stay as they are.
fn parse_deal(context: Context, scenario: &Scenario, list: &str) -> Result<Deal, Failure> {
    let words = context.words;
    let shared = &scenario.shared;
    let mut deal = shared.status_quo();
    let mut named = vec![false; shared.issues.len()];
    if list.split(',').all(|id| id.trim().is_empty()) {
        // A script with an empty variable asks for nothing.
        return Err(Failure::new(Exit::Failed, words.get("cli-which-deal")));
    }
    for id in list.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        let Some((issue, option)) = shared.option_by_id(id) else {
            let known: Vec<&str> = shared
                .issues
                .iter()
                .flat_map(|issue| &issue.options)
                .map(|option| option.id.as_str())
                .collect();
            let mut message = words.with("cli-unknown-option", &[("name", id), ("known", &known.join(", "))]);
            or_meant(words, &mut message, closest(id, known));
            return Err(Failure::new(Exit::Failed, message));
        };
        if std::mem::replace(&mut named[issue], true) {
            let title = shared.issues[issue].title.get(words.lang);
            return Err(Failure::new(Exit::Failed, words.with("cli-issue-twice", &[("issue", title)])));
        }
        deal.0[issue] = option;
    }
    Ok(deal)
}

fn read_talk(context: Context, scenario: &Scenario, path: &str) -> Result<Talk, Failure> {
    let words = context.words;
    let fail =
        |why: &str| Failure::new(Exit::Failed, words.with("cli-bad-talks", &[("path", path), ("why", why)]));
    let text = read_text(Path::new(path)).map_err(|error| fail(&words.why(&error)))?;
    TalkFile::from_json(&text).and_then(|file| Talk::from_file(scenario, &file)).map_err(|error| {
        let known = TALK_PARTS.map(|(known, _)| known);
        let moves = Signal::ALL.map(Signal::name);
        let issues: Vec<&str> = scenario.shared.issues.iter().map(|issue| issue.id.as_str()).collect();
        let mut failure = fail(&match &error {
            TalkError::Json(line, column) => {
                words.with("cli-talk-json", &[("line", &line.to_string()), ("column", &column.to_string())])
            }
            TalkError::Field(name) => {
                words.with("cli-talk-field", &[("name", name), ("known", &known.join(", "))])
            }
            TalkError::Shape(name, shape) if name.is_empty() => {
                words.with("cli-talk-whole", &[("shape", shape)])
            }
            TalkError::Shape(name, shape) => {
                words.with("cli-talk-shape", &[("name", name), ("shape", shape)])
            }
            TalkError::Side(name) => words.with("cli-talk-side", &[("name", name)]),
            TalkError::Move(name) => {
                words.with("cli-talk-move", &[("name", name), ("known", &moves.join(", "))])
            }
            TalkError::Issue(name) => {
                words.with("cli-talk-issue", &[("name", name), ("known", &issues.join(", "))])
            }
            TalkError::Share(name) => words.with("cli-talk-share", &[("name", name)]),
        });
        let meant = match &error {
            TalkError::Field(name) => closest(name, known),
            TalkError::Move(name) => closest(name, moves),
            TalkError::Issue(name) => closest(name, issues),
            _ => None,
        };
        or_meant(words, &mut failure.message, meant);
        failure
    })
}

/// The verdict in words, as the debrief tells it.
pub(super) fn as_text(
    words: Words,
    scenario: &Scenario,
    facts: &Facts<'_>,
    outlook: Option<&Outlook>,
    stays: f64,
) -> String {
    let shared = &scenario.shared;
    let report = facts.report;
    let m = &report.measures;
    let letter = m.grade.letter().to_lowercase();
    let mut text = format!(
        "{}\n\n{} ({}). {}\n",
        shared.title.get(words.lang),
        words.get(&format!("grade-{letter}")),
        m.grade.letter(),
        words.get(&format!("grade-{letter}-says")),
    );
    if let Some(deal) = &report.deal {
        text.push('\n');
        for (issue, option) in deal.choices() {
            text.push_str(&wrapped(
                &format!(
                    "{}: {}",
                    shared.issues[issue].title.get(words.lang),
                    shared.choice(issue, option).label.get(words.lang)
                ),
                2,
            ));
        }
    }
    text.push('\n');
    for seat in Seat::ALL {
        let country = shared.countries[seat].name.get(words.lang);
        text.push_str(&format!("{country}: {}", words.phrase(&facts.side(seat), shared)));
        text.push('\n');
    }
    if let Some(checks) = m.checks {
        text.push_str(&format!("\n{}\n", words.get("cli-checks")));
        for (at, holds) in checks.iter().enumerate() {
            let mark = words.get(if *holds { "cli-holds" } else { "cli-fails" });
            text.push_str(&format!("  [{mark}] {}\n", words.get(&format!("check-{}", at + 1))));
            for line in facts.check(at + 1) {
                text.push_str(&wrapped(&words.phrase(&line, shared), 8));
            }
        }
    }
    text.push_str(&principles_text(words, scenario, facts));
    text.push_str(&format!("\n{}\n", words.get("cli-lenses")));
    let keys = ["dependency", "liberal", "realism", "justice", "sustainability"];
    let lenses = &report.lenses;
    let scores = [
        words.num(lenses.dependency, 1),
        words.num(lenses.liberal, 1),
        format!("{} / {}", words.num(lenses.realism[0], 1), words.num(lenses.realism[1], 1)),
        words.num(lenses.justice, 1),
        words.num(lenses.sustainability, 1),
    ];
    for ((key, score), says) in keys.into_iter().zip(scores).zip(facts.lenses()) {
        text.push_str(&format!("  {}: {score}\n", words.get(&format!("lens-{key}"))));
        text.push_str(&wrapped(&words.phrase(&says, shared), 8));
    }
    text.push('\n');
    let left = facts.left_on_the_table();
    text.push_str(&wrapped(&words.phrase(&left.says, shared), 0));
    for article in &left.package {
        text.push_str(&wrapped(&format!("- {}", words.phrase(article, shared)), 2));
    }
    if let Some(outlook) = outlook {
        text.push('\n');
        text.push_str(&wrapped(
            &words.with(
                "cli-outlook",
                &[
                    ("years", &outlook.years.to_string()),
                    ("worlds", &outlook.worlds.to_string()),
                    ("survival", &words.num(100.0 * outlook.survival, 0)),
                    ("durability", &words.num(outlook.durability, 1)),
                    ("compliance", &words.num(100.0 * outlook.compliance, 0)),
                ],
            ),
            0,
        ));
    }
    text.push('\n');
    text.push_str(&words.with("cli-robust", &[("share", &words.num(100.0 * stays, 0))]));
    text.push('\n');
    text
}

fn principles_text(words: Words, scenario: &Scenario, facts: &Facts<'_>) -> String {
    let mut text = format!("\n{}\n", words.get("cli-principles"));
    for (family, numbers) in facts.families() {
        text.push_str(&format!("  {}\n", words.get(family)));
        for number in numbers {
            let value = facts.report.measures.principles[number - 1];
            let value = value.map_or_else(|| words.get("cli-not-scored"), |value| words.num(value, 1));
            text.push_str(&format!("    {}: {value}\n", words.get(&format!("principle-{number}"))));
            for line in facts.principle(number) {
                text.push_str(&wrapped(&words.phrase(&line, &scenario.shared), 8));
            }
        }
    }
    text
}
