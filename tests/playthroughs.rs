//! Whole games, written down: what is played, what each seat sees then, and how it ends.

use mufakat::counterpart;
use mufakat::scenario::{Lang, PerSeat, Scenario, Seat, WHOLE, builtin};
use mufakat::table::Table;
use mufakat::view::{Entry, Moment, View};
use mufakat::words::Words;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use std::path::PathBuf;
use std::sync::Arc;

/// Acts of both sides together, after which a game that has not ended goes round in circles.
const MOST_ACTS: usize = 500;
/// Bytes that a person can still read through.
const LONGEST: usize = 60 * 1024;

fn letter(seat: Seat) -> &'static str {
    match seat {
        Seat::First => "A",
        Seat::Second => "B",
    }
}

/// The file of a golden text.
pub fn golden_path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// Whether golden files are written anew instead of compared.
pub fn updates_golden() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1")
}

/// Compares a text with its golden file, byte for byte; `UPDATE_GOLDEN=1` writes the file anew.
#[track_caller]
pub fn assert_golden(name: &str, text: &str) {
    let path = golden_path(name);
    if updates_golden() {
        std::fs::write(&path, text).expect("the folder of golden files");
        return;
    }
    let wanted = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; write it with UPDATE_GOLDEN=1", path.display()));
    if wanted == text {
        return;
    }
    let mut found = text.lines();
    for (no, line) in wanted.lines().enumerate() {
        let now = found.next();
        assert!(
            now == Some(line),
            "{name}:{}: wanted\n  {line}\nfound\n  {}",
            no + 1,
            now.unwrap_or("(end)")
        );
    }
    panic!("{name}: after its end comes {:?}, or the line ends differ", found.next());
}

fn told(words: Words, scenario: &Scenario, entry: &Entry) -> String {
    let line = words.phrase(&entry.line, &scenario.shared);
    match &entry.speech {
        Some(speech) => format!("{line}: \"{}\"", words.speech(speech, &scenario.shared)),
        None => line,
    }
}

/// New lines of the log: `AB` for what both read alike, `A` or `B` for what one seat alone reads.
fn new_lines(words: Words, table: &Table, from: usize) -> String {
    let read = Seat::ALL.map(|seat| -> Vec<(usize, String)> {
        let log = table.log(Some(seat)).into_iter().filter(|entry| entry.event > from);
        log.map(|entry| (entry.event, told(words, table.scenario(), &entry))).collect()
    });
    let mut text = String::new();
    for event in from + 1..=table.len() {
        let line = |at: usize| read[at].iter().find(|(no, _)| *no == event).map(|(_, line)| line);
        match [line(0), line(1)] {
            [Some(one), Some(two)] if one == two => text.push_str(&format!("  AB| {one}\n")),
            lines => {
                for (seat, line) in Seat::ALL.into_iter().zip(lines) {
                    let line = line.map_or_else(String::new, |line| format!("  {} | {line}\n", letter(seat)));
                    text.push_str(&line);
                }
            }
        }
    }
    text
}

/// One line of numbers as a seat sees them: what the standing offers and no agreement are worth to it,
/// its own trust, and the phase.
fn bars(words: Words, view: &View<'_>) -> String {
    let offer = |seat: Seat| {
        view.position(seat).map_or_else(
            || format!("{} -", letter(seat)),
            |it| format!("{} #{} {}", letter(seat), it.no, words.percent(view.worth(&it.deal))),
        )
    };
    let moment = match &view.moment {
        Moment::Preparation { .. } => "preparation".to_owned(),
        Moment::Talks { turn } => format!("turn {} ({})", letter(*turn), view.actions_left),
        Moment::Signature { .. } => "signature".to_owned(),
        Moment::Better { .. } => "better".to_owned(),
        Moment::Closed { ending, .. } => format!("closed {ending:?}"),
    };
    format!(
        "  {} = {}, {}, BATNA {}, trust {}, {}, {moment}\n",
        letter(view.seat),
        offer(Seat::First),
        offer(Seat::Second),
        words.percent(view.batna as f64 / WHOLE as f64),
        words.percent(view.trust(view.seat)),
        view.phase.name(),
    )
}

fn verdict(words: Words, table: &Table) -> String {
    let debrief = table.debrief().expect("the game is over");
    let report = &debrief.report;
    let m = &report.measures;
    let deal = report.deal.as_ref().map_or_else(|| "-".to_owned(), |deal| ids(table.scenario(), deal));
    let grade = m.grade.letter();
    let checks = m.checks.map_or_else(
        || "-".to_owned(),
        |checks| {
            let list = checks.iter().enumerate();
            list.map(|(at, holds)| format!("C{}{}", at + 1, if *holds { "+" } else { "-" }))
                .collect::<Vec<_>>()
                .join(" ")
        },
    );
    let pair = |pair: [f64; 2]| pair.map(|value| words.num(value, 3)).join(" / ");
    let mut text = format!(
        "== {:?} ==\n  deal {deal}\n  grade {grade} {}\n  checks {checks}\n  u {}\n  gamma {}\n  \
         efficiency {}\n  trust {}\n  support {}\n",
        debrief.ending,
        words.get(&format!("grade-{}", grade.to_lowercase())),
        pair(m.utility),
        pair(m.gamma),
        words.num(m.efficiency, 3),
        pair(m.trust),
        pair(m.support),
    );
    for (at, value) in m.principles.iter().enumerate() {
        let value = value.map_or_else(|| "-".to_owned(), |value| words.num(value, 1));
        text.push_str(&format!("  P{} {}: {value}\n", at + 1, words.get(&format!("principle-{}", at + 1))));
    }
    if let Some(outlook) = &debrief.outlook {
        text.push_str(&format!("  durability {}\n", words.num(outlook.durability, 1)));
    }
    text
}

fn ids(scenario: &Scenario, deal: &mufakat::scenario::Deal) -> String {
    scenario.shared.ids(deal).join(",")
}

/// Plays a whole game, diplomat against boulware, and writes down all of it.
fn playthrough(scenario: &Scenario, seed: u64) -> (String, Table) {
    let words = Words::new(Lang::Id);
    let mut table = Table::open(Arc::new(scenario.clone()), seed);
    let names = PerSeat { first: "diplomat", second: "boulware" };
    let players = names.map(|name| *name);
    let minds = PerSeat::from_fn(|seat| counterpart::by_name(players[seat], seed, seat).expect("a name"));
    let mut text = format!("{}: A {}, B {}, seed {seed}\n", scenario.shared.id, names.first, names.second);
    for _ in 0..MOST_ACTS {
        let Some(seat) = Seat::ALL.into_iter().find(|&seat| table.awaits(seat)) else { break };
        let from = table.len();
        let mut dice = ChaCha8Rng::seed_from_u64(seed ^ ((from as u64) << 8) ^ seat.index() as u64);
        let act = minds[seat].act(&table.view(seat), &mut dice).act;
        let round = table.round();
        table.play(seat, &act).unwrap_or_else(|refusal| {
            panic!("{}, round {round}: {seat:?} may not {:?}: {refusal:?}", scenario.shared.id, act.command)
        });
        text.push_str(&format!("\n[{round}] {} {:?}\n", letter(seat), act.command));
        text.push_str(&new_lines(words, &table, from));
        for seat in Seat::ALL {
            text.push_str(&bars(words, &table.view(seat)));
        }
    }
    assert!(table.is_closed(), "{} ends within {MOST_ACTS} acts", scenario.shared.id);
    text.push_str(&format!("\n{}", verdict(words, &table)));
    (text, table)
}

#[test]
fn whole_games_go_as_they_are_written_down() {
    for scenario in builtin::all() {
        let (text, _) = playthrough(scenario, 1);
        assert!(text.len() <= LONGEST, "{} is told in {} bytes", scenario.shared.id, text.len());
        // A key in brackets is a word that is missing in the files.
        assert!(!text.contains("| ["), "{} says a key instead of words", scenario.shared.id);
        assert_golden(&format!("{}.txt", scenario.shared.id), &text);
    }
}

#[test]
fn a_game_is_the_sum_of_its_events() {
    for scenario in builtin::all() {
        let (_, table) = playthrough(scenario, 2);
        let again = Table::replay(Arc::clone(table.scenario()), table.events().to_vec());
        assert_eq!(again.signed(), table.signed());
        for seat in Seat::ALL {
            assert_eq!(again.view(seat), table.view(seat), "{}", scenario.shared.id);
            assert_eq!(again.log(Some(seat)), table.log(Some(seat)), "{}", scenario.shared.id);
        }
    }
}
