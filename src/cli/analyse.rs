//! `mufakat analyse`: a scenario in numbers.

use super::output::{data, message, table, wrapped};
use super::{Answer, Context, Exit, class};
use crate::analysis::lints::{Lint, lints};
use crate::analysis::{
    Analysis, analyse, dry_run, largest_rounding, max_welfare, overall_kalai_smorodinsky, simulate,
};
use crate::exact::{fine, round};
use crate::scenario::problem::Severity;
use crate::scenario::{Deal, PerSeat, Points, Seat};
use crate::scoring::References;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::time::Instant;

#[expect(clippy::disallowed_methods, reason = "the report says how long the analysis took")]
pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let name = given.get_one::<String>("file").map_or("", String::as_str);
    let loaded = super::scenario(context, name)?;
    let started = Instant::now();
    let analysis = analyse(&loaded.scenario);
    let seconds = started.elapsed().as_secs_f64();
    let found = lints(&analysis);
    let games = given.get_one::<u64>("games").copied();
    let equal = games.map(|games| {
        let names = PerSeat::both(crate::counterpart::USUAL.to_owned());
        let played = simulate::talks(&loaded.scenario, &names, games, 1, false);
        simulate::summary(&played)
    });
    let class = games.map(|games| {
        let outcomes = dry_run::class(&loaded.scenario, games, 1);
        (dry_run::summary(&outcomes), outcomes)
    });
    if given.get_flag("json") {
        let mut value = as_value(context, &analysis, &found, seconds);
        if let (Some(summary), Value::Object(fields)) = (&equal, &mut value) {
            fields.insert("dry_run".to_owned(), super::simulate::summary_value(summary));
            if let Some((sum, outcomes)) = &class {
                fields.insert("class".to_owned(), class::as_value(sum, outcomes));
            }
        }
        data(&format!("{value}\n"));
    } else {
        data(&as_text(context, &analysis, &found));
        if let Some(summary) = &equal {
            data(&format!("\n{}", super::simulate::summary_text(context, &loaded.scenario, summary)));
        }
        if let Some((sum, outcomes)) = &class {
            data(&format!("\n{}", class::as_text(context, &analysis, sum, outcomes)));
        }
        let took = context.words.num(seconds * 1000.0, 1);
        message(&context.words.with("cli-took", &[("ms", &took)]));
    }
    Ok(Exit::Fine)
}

fn point(analysis: &Analysis<'_>, deal: &Deal, utilities: [Points; 2]) -> Value {
    json!({
        "deal": analysis.case.scenario.shared.ids(deal),
        "u": utilities.map(|points| share(analysis, points)),
    })
}

/// A whole number of any size: beyond what others read exactly, its nearest fraction.
fn number(value: u128) -> Value {
    u64::try_from(value).map_or_else(|_| json!(value as f64), |value| json!(value))
}

/// Points as a share of 1, with the digits that they are good for.
fn share(analysis: &Analysis<'_>, points: Points) -> f64 {
    let case = &analysis.case;
    if case.is_exact() { fine(case.fraction(points)) } else { round(case.fraction(points)) }
}

/// A reference point; null where no package is acceptable to both: one that equals both BATNAs is.
fn of(analysis: &Analysis<'_>, references: &References, at: usize) -> Value {
    if !references.rational.is_empty() {
        point(analysis, &references.deal(at), references.frontier.points[at])
    } else {
        Value::Null
    }
}

fn as_value(context: Context, analysis: &Analysis<'_>, found: &[Lint], seconds: f64) -> Value {
    let shared = &analysis.case.scenario.shared;
    let references = &analysis.references;
    let frontier: Vec<Value> = (0..analysis.frontier.len())
        .map(|at| point(analysis, &analysis.frontier.deal(at), analysis.frontier.points[at]))
        .collect();
    let rational = analysis
        .frontier
        .points
        .iter()
        .filter(|point| (0..2).all(|at| point[at] >= analysis.case.batna[at]))
        .count();
    let mut compromise = point(analysis, &analysis.compromise, analysis.compromise_utilities);
    if let Value::Object(fields) = &mut compromise {
        fields.insert("efficiency".to_owned(), json!(round(analysis.compromise_efficiency)));
    }
    let found_point = |at: Option<usize>| at.map_or(Value::Null, |at| of(analysis, references, at));
    let ids = |issue: &usize| shared.issues[*issue].id.clone();
    let lints: Vec<Value> = found
        .iter()
        .map(|lint| {
            let severity = if lint.severity == Severity::Error { "error" } else { "warning" };
            json!({
                "id": lint.id, "severity": severity,
                "text": context.words.phrase(&lint.finding, shared),
                "hint": context.words.get(&format!("teach-{}", lint.id.to_lowercase())),
            })
        })
        .collect();
    json!({
        "scenario": shared.id,
        "issues": analysis.issues.len(),
        "packages": number(analysis.packages),
        "seconds": round(seconds),
        "exact": analysis.case.is_exact(),
        "largest_rounding": largest_rounding(&analysis.case).map(fine),
        "frontier": frontier,
        "frontier_points": analysis.frontier.len(),
        "frontier_rational_points": rational,
        "batna": analysis.case.batna.map(|points| share(analysis, points)),
        "zopa_packages": analysis.zopa_packages.map(number),
        "zopa_share": analysis.zopa_share().map(round),
        "nash": of(analysis, references, references.nash),
        "kalai_smorodinsky": of(analysis, references, references.kalai_smorodinsky),
        "egalitarian": of(analysis, references, references.egalitarian),
        "utilitarian": of(analysis, references, references.utilitarian),
        "max_welfare": found_point(max_welfare(&analysis.case, references)),
        "kalai_smorodinsky_overall": found_point(overall_kalai_smorodinsky(&analysis.case, references)),
        "unrestricted_nash": of(analysis, &analysis.unrestricted, analysis.unrestricted.nash),
        "harm_free_frontier_points": references.frontier.len(),
        "compromise": if references.zopa { compromise } else { Value::Null },
        "integrative_potential": references.zopa.then(|| round(references.integrative_potential())),
        "potential_without_bridges": references.zopa.then(|| round(analysis.potential_without_bridges)),
        "nash_share_a": analysis.nash_share().map(round),
        "opposition": if analysis.case.is_exact() { fine(analysis.opposition) } else { round(analysis.opposition) },
        "weight_correlation": round(analysis.weight_correlation),
        "logrolls": analysis.logrolls().iter().map(|(a, b)| [ids(a), ids(b)]).collect::<Vec<_>>(),
        "compatible": analysis.compatible().iter().map(ids).collect::<Vec<_>>(),
        "pass_checks": analysis.passing.as_ref().map(|it| it.passing),
        "best_passing": analysis.passing.as_ref().and_then(|it| it.best.as_ref()).map(|(deal, u)| point(analysis, deal, *u)),
        "lints": lints,
    })
}

fn as_text(context: Context, analysis: &Analysis<'_>, found: &[Lint]) -> String {
    let words = context.words;
    let shared = &analysis.case.scenario.shared;
    let references = &analysis.references;
    let decimals = if analysis.case.is_exact() { 2 } else { 0 };
    let worth = |points: Points| words.num(100.0 * analysis.case.fraction(points), decimals);
    let mut text = format!("{}\n\n", shared.title.get(words.lang));
    let whole = |value: u128| words.num(value as f64, 0);
    let mut facts = vec![
        ("cli-fact-issues", analysis.issues.len().to_string()),
        ("cli-fact-packages", whole(analysis.packages)),
        ("cli-fact-room", words.room(analysis.zopa_packages, analysis.zopa_share())),
        ("cli-fact-frontier", analysis.frontier.len().to_string()),
    ];
    if references.zopa {
        facts.push(("cli-fact-potential", words.num(references.integrative_potential(), 2)));
        facts.push(("cli-fact-bridgeless", words.num(analysis.potential_without_bridges, 2)));
        facts.push(("cli-fact-compromise", words.percent(analysis.compromise_efficiency)));
    }
    facts.push(("cli-fact-opposition", words.num(analysis.opposition, 2)));
    facts.push(("cli-fact-correlation", words.signed(analysis.weight_correlation, 2)));
    if let Some(passing) = &analysis.passing {
        facts.push(("cli-fact-passing", whole(u128::from(passing.passing))));
    }
    let rows: Vec<Vec<String>> =
        std::iter::once(vec![words.get("cli-column-fact"), words.get("cli-column-value")])
            .chain(facts.into_iter().map(|(key, value)| vec![words.get(key), value]))
            .collect();
    text.push_str(&table(&rows));
    text.push('\n');
    if references.rational.is_empty() {
        text.push_str(&words.get("cli-no-deal"));
        text.push('\n');
    } else {
        text.push_str(&reference_table(context, analysis, &worth));
        if !references.zopa {
            text.push_str(&words.get("cli-no-room"));
            text.push('\n');
        }
    }
    if let Some(largest) = largest_rounding(&analysis.case) {
        let told = words.with("cli-exact", &[("points", &words.num(100.0 * largest, 2))]);
        text.push_str(&format!("\n{}", wrapped(&told, 0)));
    }
    let title = |issue: &usize| shared.issues[*issue].title.get(words.lang).to_owned();
    let pairs = analysis.logrolls();
    if !pairs.is_empty() {
        let list: Vec<String> =
            pairs.iter().map(|(a, b)| format!("{} \u{2194} {}", title(a), title(b))).collect();
        text.push_str(&format!("\n{}\n{}", words.get("cli-logrolls"), wrapped(&list.join("; "), 2)));
    }
    let compatible = analysis.compatible();
    if !compatible.is_empty() {
        let list: Vec<String> = compatible.iter().map(title).collect();
        text.push_str(&format!("\n{}\n{}", words.get("cli-compatible"), wrapped(&list.join("; "), 2)));
    }
    text.push('\n');
    if found.is_empty() {
        text.push_str(&words.get("cli-no-lints"));
        text.push('\n');
    }
    for lint in found {
        let mark =
            if lint.severity == Severity::Error { words.get("cli-error") } else { words.get("cli-warning") };
        text.push_str(&wrapped(&format!("{} {mark}: {}", lint.id, words.phrase(&lint.finding, shared)), 0));
        text.push_str(&wrapped(&words.get(&format!("teach-{}", lint.id.to_lowercase())), 4));
    }
    text
}

fn reference_table(context: Context, analysis: &Analysis<'_>, worth: &dyn Fn(Points) -> String) -> String {
    let words = context.words;
    let shared = &analysis.case.scenario.shared;
    let references = &analysis.references;
    let heading = vec![
        words.get("cli-column-point"),
        shared.countries[Seat::First].name.get(words.lang).to_owned(),
        shared.countries[Seat::Second].name.get(words.lang).to_owned(),
        words.get("cli-column-package"),
    ];
    let mut rows = vec![heading];
    let named = analysis.issues.to_vec();
    let package = |deal: &Deal| {
        named.iter().map(|&issue| shared.choice(issue, deal[issue]).id.clone()).collect::<Vec<_>>().join(" ")
    };
    rows.push(vec![
        "BATNA".to_owned(),
        worth(analysis.case.batna[0]),
        worth(analysis.case.batna[1]),
        String::new(),
    ]);
    for (key, at) in [
        ("point-nash", references.nash),
        ("point-kalai", references.kalai_smorodinsky),
        ("point-egalitarian", references.egalitarian),
        ("point-utilitarian", references.utilitarian),
        ("point-max-welfare", max_welfare(&analysis.case, references).unwrap_or(references.utilitarian)),
    ] {
        let utilities = references.frontier.points[at];
        rows.push(vec![
            words.get(key),
            worth(utilities[0]),
            worth(utilities[1]),
            package(&references.deal(at)),
        ]);
    }
    rows.push(vec![
        words.get("point-compromise"),
        worth(analysis.compromise_utilities[0]),
        worth(analysis.compromise_utilities[1]),
        package(&analysis.compromise),
    ]);
    table(&rows)
}
