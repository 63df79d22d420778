//! What the trial says: figures, bars, and how many students this computer carries.

use super::tally::{Counts, Moment, Times};
use super::teacher::Log;
use super::{FEELS, Trial};
use crate::words::Words;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

/// Memory of the server at most, in bytes.
const MEMORY: u64 = 300_000_000;
/// A page with all that belongs to it at most, compressed, in bytes.
const WEIGHT: usize = 100_000;
/// Commits longer than this wait for the disk, in milliseconds.
const SLOW_DISK: f64 = 50.0;
/// A server that was killed answers again within this time.
const RESTART: Duration = Duration::from_secs(5);

/// One step towards the limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// How many phones.
    pub phones: usize,
    /// How long a click took them.
    pub times: Times,
    /// Whether they would not have felt it.
    pub fine: bool,
}

/// Everything that was measured.
#[derive(Clone, Debug)]
pub struct Report {
    phones: usize,
    joined: usize,
    games: usize,
    loss_only: bool,
    moments: BTreeMap<Moment, Times>,
    confirmed: usize,
    lost: usize,
    doubled: usize,
    refused: u64,
    resent: u64,
    odd: BTreeMap<String, u64>,
    streams_lost: u64,
    lost_in_kill: usize,
    disk: Times,
    memory: Option<u64>,
    restart: Duration,
    page: (usize, usize),
    steps: Vec<Step>,
}

/// A bar, and whether it was kept.
struct Bar {
    name: &'static str,
    measured: String,
    wanted: String,
    kept: bool,
}

impl Report {
    /// Compares what phones saw with what the log holds, before and after the kill.
    pub fn new(
        asked: &Trial,
        joined: usize,
        games: usize,
        counts: &Counts,
        log: &Log,
        kept: &Log,
        disk: Times,
        memory: Option<u64>,
        restart: Duration,
        steps: Vec<Step>,
    ) -> Self {
        let missing = |log: &Log| {
            counts.confirmed.iter().filter(|key| !log.posts.contains_key(*key)).count()
                + counts.names.iter().filter(|name| !log.names.contains_key(*name)).count()
        };
        let doubled =
            |log: &Log| log.posts.values().chain(log.names.values()).filter(|many| **many > 1).count();
        Self {
            phones: asked.phones,
            joined,
            games,
            loss_only: asked.loss_only,
            moments: counts.times.iter().map(|(moment, micros)| (*moment, Times::of(micros))).collect(),
            confirmed: counts.confirmed.len() + counts.names.len(),
            lost: missing(log),
            doubled: doubled(log).max(doubled(kept)),
            refused: counts.refused,
            resent: counts.resent,
            odd: counts.odd.clone(),
            streams_lost: counts.streams_lost,
            lost_in_kill: missing(kept),
            disk,
            memory,
            restart,
            page: (counts.heaviest.0 + counts.assets, counts.heaviest.1),
            steps,
        }
    }

    /// The slowest of the moments at which all act within one second.
    fn worst(&self) -> Times {
        let bursts = self.moments.iter().filter(|(moment, _)| moment.is_burst()).map(|(_, times)| *times);
        bursts.fold(Times::default(), |worst, times| Times {
            count: worst.count + times.count,
            p50: worst.p50.max(times.p50),
            p95: worst.p95.max(times.p95),
            p99: worst.p99.max(times.p99),
            most: worst.most.max(times.most),
        })
    }

    fn bars(&self) -> Vec<Bar> {
        let worst = self.worst();
        let ms = |value: f64| format!("{value:.0} ms");
        let lost = self.lost + self.lost_in_kill + self.doubled;
        let all_in = self.joined == self.phones && self.odd.is_empty() && self.games * 2 + 1 >= self.phones;
        let mut bars = vec![
            Bar { name: "lost", measured: lost.to_string(), wanted: "0".to_owned(), kept: lost == 0 },
            Bar {
                name: "games",
                measured: self.games.to_string(),
                wanted: (self.phones / 2).to_string(),
                kept: all_in,
            },
        ];
        if self.loss_only {
            return bars;
        }
        let p95 = if self.phones <= 40 { 100.0 } else { FEELS };
        bars.push(Bar { name: "p95", measured: ms(worst.p95), wanted: ms(p95), kept: worst.p95 <= p95 });
        if self.phones <= 40 {
            bars.push(Bar {
                name: "p99",
                measured: ms(worst.p99),
                wanted: ms(FEELS),
                kept: worst.p99 <= FEELS,
            });
        }
        if let Some(memory) = self.memory {
            let mb = |bytes: u64| format!("{} MB", bytes / 1_000_000);
            bars.push(Bar {
                name: "memory",
                measured: mb(memory),
                wanted: mb(MEMORY),
                kept: memory <= MEMORY,
            });
        }
        let kb = |bytes: usize| format!("{} kB", bytes.div_ceil(1_000));
        bars.push(Bar {
            name: "page",
            measured: kb(self.page.0),
            wanted: kb(WEIGHT),
            kept: self.page.0 <= WEIGHT,
        });
        let seconds = |time: Duration| format!("{:.1} s", time.as_secs_f64());
        bars.push(Bar {
            name: "restart",
            measured: seconds(self.restart),
            wanted: seconds(RESTART),
            kept: self.restart <= RESTART,
        });
        bars
    }

    /// Whether every bar was kept.
    pub fn is_fine(&self) -> bool {
        self.bars().iter().all(|bar| bar.kept)
    }

    /// How many phones this computer carries, and the word key of what limits it; `None` if that was not tried.
    fn carries(&self) -> Option<(usize, &'static str)> {
        // A whole lesson weighs more than one burst: where it was felt, the steps prove nothing beyond it.
        let felt = self.worst().p95 > FEELS;
        let carried = |step: &&Step| step.fine && (!felt || step.phones < self.phones);
        let most = self.steps.iter().filter(carried).map(|step| step.phones).max();
        let failed = felt || self.steps.iter().any(|step| !step.fine);
        let limit = match (failed, self.disk.p95 > SLOW_DISK) {
            (false, _) => "selftest-limit-class",
            (true, true) => "selftest-limit-disk",
            (true, false) => "selftest-limit-processor",
        };
        (!self.steps.is_empty()).then_some((most.unwrap_or(0), limit))
    }

    /// For people.
    pub fn text(&self, words: Words) -> String {
        let mut text =
            format!("\n{}\n", words.with("selftest-head", &[("phones", &self.joined.to_string())]));
        let header = format!(
            "  {:<44}{:>7}{:>9}{:>9}{:>9}{:>9}\n",
            "",
            words.get("selftest-count"),
            "p50 ms",
            "p95 ms",
            "p99 ms",
            words.get("selftest-most"),
        );
        text.push_str(&header);
        let row = |name: &str, times: &Times| {
            let number = |value: f64| words.num(value, 1);
            format!(
                "  {name:<44}{:>7}{:>9}{:>9}{:>9}{:>9}\n",
                times.count,
                number(times.p50),
                number(times.p95),
                number(times.p99),
                number(times.most)
            )
        };
        for (moment, times) in &self.moments {
            text.push_str(&row(&words.get(&format!("selftest-moment-{}", moment.name())), times));
        }
        text.push_str(&row(&words.get("selftest-moment-disk"), &self.disk));
        text.push('\n');
        let facts = [
            ("selftest-confirmed", self.confirmed.to_string()),
            ("selftest-refused", self.refused.to_string()),
            ("selftest-resent", self.resent.to_string()),
            ("selftest-unpacked", format!("{} kB", self.page.1 / 1_000)),
        ];
        for (key, value) in facts {
            text.push_str(&format!("  {}: {value}\n", words.get(key)));
        }
        for (what, many) in &self.odd {
            text.push_str(&format!("  ! {what}: {many}\n"));
        }
        text.push('\n');
        for bar in self.bars() {
            let sign = if bar.kept { '\u{2713}' } else { '\u{2717}' };
            let name = words.get(&format!("selftest-bar-{}", bar.name));
            let relation = if bar.name == "games" { "selftest-of" } else { "selftest-bar" };
            text.push_str(&format!(
                "  {sign} {name}: {} ({} {})\n",
                bar.measured,
                words.get(relation),
                bar.wanted
            ));
        }
        if self.memory.is_none() {
            text.push_str(&format!("  - {}\n", words.get("selftest-no-memory")));
        }
        text.push_str(&format!("\n{}\n", self.verdict(words)));
        text
    }

    fn verdict(&self, words: Words) -> String {
        let mut lines = Vec::new();
        if let Some((students, limit)) = self.carries() {
            let key = if students == 0 { "selftest-carries-none" } else { "selftest-carries" };
            lines.push(words.with(key, &[("students", &students.to_string())]));
            lines.push(words.get(limit));
            lines.push(words.get("selftest-no-radio"));
        }
        lines.push(words.get(if self.is_fine() { "selftest-fine" } else { "selftest-not-fine" }));
        lines.join("\n")
    }

    /// For programs. Times in milliseconds, sizes in bytes.
    pub fn json(&self) -> Value {
        let times = |times: &Times| json!({"count": times.count, "p50": times.p50, "p95": times.p95, "p99": times.p99, "max": times.most});
        let moments: serde_json::Map<String, Value> =
            self.moments.iter().map(|(moment, it)| (moment.name().to_owned(), times(it))).collect();
        let carries = self.carries();
        let bars: serde_json::Map<String, Value> =
            self.bars().iter().map(|bar| (bar.name.to_owned(), json!(bar.kept))).collect();
        json!({
            "phones": self.phones,
            "joined": self.joined,
            "games": self.games,
            "moments": moments,
            "worst": times(&self.worst()),
            "commit": times(&self.disk),
            "confirmed": self.confirmed,
            "lost": self.lost,
            "lost_in_kill": self.lost_in_kill,
            "doubled": self.doubled,
            "refused": self.refused,
            "resent": self.resent,
            "streams_lost": self.streams_lost,
            "odd": self.odd,
            "memory": self.memory,
            "page_gzip": self.page.0,
            "page": self.page.1,
            "restart_seconds": self.restart.as_secs_f64(),
            "steps": self.steps.iter().map(|step| {
                json!({"phones": step.phones, "times": times(&step.times), "fine": step.fine})
            }).collect::<Vec<_>>(),
            "carries": carries.map(|(students, _)| students),
            "bars": bars,
            "fine": self.is_fine(),
        })
    }
}
