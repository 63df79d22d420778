//! How long the things take that somebody waits for, and how the cost grows.
//!
//! `cargo bench --no-default-features` runs them all; `docs/performance.md` tells what came out.
//! Nothing here asserts a time: a slow machine is not a mistake.

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use mufakat::aftermath;
use mufakat::analysis::{analyse, offers, simulate};
use mufakat::counterpart::Game;
use mufakat::exact::SplitMix64;
use mufakat::league::{self, Ladder, Learner, Opponent, Space};
use mufakat::scenario::{PerSeat, Points, builtin};
use mufakat::scoring::{Case, DRAWS, Frontier, References, Talk, robustness, score};
use mufakat::table::{Player, Table};
use std::hint::black_box;
use std::sync::Arc;

type Parts = Vec<Vec<[Points; 2]>>;

/// Opposed utilities in whole points: weights that sum to 100 on each side, values 0 to 100.
fn drawn(issues: usize, options: usize, seed: u64) -> Parts {
    let mut dice = SplitMix64::new(seed);
    let mut roll = |most: u64| (dice.next_u64() % (most + 1)) as Points;
    let weights: Vec<[Points; 2]> = {
        let raw: Vec<[Points; 2]> = (0..issues).map(|_| [1 + roll(9), 1 + roll(9)]).collect();
        let sum = [0, 1].map(|at| raw.iter().map(|pair| pair[at]).sum::<Points>());
        raw.iter().map(|pair| [0, 1].map(|at| (pair[at] * 100 / sum[at]).max(1))).collect()
    };
    weights
        .iter()
        .map(|weight| {
            (0..options)
                .map(|option| {
                    let first = (100 * option / (options - 1).max(1)) as Points;
                    // The other side wants about the reverse.
                    let second = (100 - first + roll(60) - 30).clamp(0, 100);
                    [weight[0] * first, weight[1] * second]
                })
                .collect()
        })
        .collect()
}

fn open(parts: &Parts) -> Vec<Vec<bool>> {
    parts.iter().map(|options| vec![true; options.len()]).collect()
}

fn spaces(parts: &Parts, reservation: Points) -> [Arc<Space>; 2] {
    [0, 1].map(|side| {
        let own = parts.iter().map(|options| options.iter().map(|part| part[side]).collect()).collect();
        Arc::new(Space::new(own, reservation, 10_000.0).expect("small enough"))
    })
}

fn frontier(c: &mut Criterion) {
    let mut group = c.benchmark_group("frontier and reference points");
    for (issues, options) in [(4, 5), (6, 5), (8, 5), (10, 5), (12, 5), (8, 3), (8, 8), (16, 5)] {
        let parts = drawn(issues, options, 7);
        let allowed = open(&parts);
        let packages = (options as u64).pow(issues as u32);
        group.throughput(Throughput::Elements(packages));
        group.bench_function(BenchmarkId::from_parameter(format!("{issues} issues x {options}")), |b| {
            b.iter(|| References::on(Frontier::of(black_box(&parts), &allowed), [3_000, 3_000]));
        });
    }
    group.finish();
}

fn ladder(c: &mut Criterion) {
    let mut group = c.benchmark_group("best offer for them worth at least so much to me");
    for (issues, options) in [(5, 4), (8, 5), (12, 5)] {
        let [space, _] = spaces(&drawn(issues, options, 3), 3_000);
        let mut model = Opponent::new(&space, Learner::default());
        let mut ladder = Ladder::new(&space);
        ladder.rebuild(&space, &model);
        let name = format!("{issues} issues x {options}");
        let mut dice = SplitMix64::new(1);
        group.bench_function(BenchmarkId::new("query", &name), |b| {
            b.iter(|| ladder.best_for_them((dice.next_u64() % 10_000) as Points));
        });
        group.bench_function(BenchmarkId::new("rebuild after an offer", &name), |b| {
            let mut offer = vec![0u16; issues];
            b.iter(|| {
                offer[(dice.next_u64() % issues as u64) as usize] = (dice.next_u64() % options as u64) as u16;
                model.hear(&offer, 0.5);
                ladder.rebuild(&space, &model);
                ladder.len()
            });
        });
    }
    group.finish();
}

fn play(c: &mut Criterion) {
    let mut group = c.benchmark_group("negotiation of 100 rounds");
    group.throughput(Throughput::Elements(1));
    let sizes: [(&str, &[usize]); 5] = [
        ("180", &[5, 4, 3, 3]),
        ("576", &[4, 4, 3, 3, 4]),
        ("10000", &[10, 10, 10, 10]),
        ("15625", &[5, 5, 5, 5, 5, 5]),
        ("112896", &[7, 8, 6, 7, 6, 8]),
    ];
    let pairs = [
        ("boulware", "conceder"),
        ("micro", "boulware"),
        ("nice-tit-for-tat", "boulware"),
        ("mufakat", "boulware"),
        ("mufakat", "mufakat"),
    ];
    for (size, options) in sizes {
        let parts: Parts = drawn(options.len(), 8, 11)
            .into_iter()
            .zip(options)
            .map(|(all, &count)| all.into_iter().take(count).collect())
            .collect();
        let [first, second] = spaces(&parts, 2_000);
        for (a, b) in pairs {
            group.bench_function(BenchmarkId::new(format!("{a} - {b}"), size), |bench| {
                bench.iter(|| {
                    let mut a = league::bidder(a, &first, 1).expect("a name");
                    let mut b = league::bidder(b, &second, 2).expect("a name");
                    league::play([a.as_mut(), b.as_mut()], options.len(), 100)
                });
            });
        }
        // What a strategy needs of its side before the first game.
        group.bench_function(BenchmarkId::new("both spaces", size), |bench| {
            bench.iter_batched(|| parts.clone(), |parts| spaces(&parts, 2_000), BatchSize::SmallInput);
        });
    }
    group.finish();
}

fn debrief(c: &mut Criterion) {
    let mut group = c.benchmark_group("debrief: score, 200 worlds, 500 re-weightings");
    for scenario in builtin::all() {
        let case = Case::new(scenario);
        let references = References::of(&case);
        let deal = references.deal(references.nash);
        let talk = Talk::silent(&scenario.shared);
        group.bench_function(BenchmarkId::from_parameter(&scenario.shared.id), |b| {
            b.iter(|| {
                let report = score(&case, Some(&deal), &talk);
                let kept = robustness(&case, &report.references, Some(&deal), &talk, DRAWS);
                let world = aftermath::world_of(scenario);
                let outlook = aftermath::outlook(scenario, &report.measures, &talk, &world, 200);
                (kept, outlook, report)
            });
        });
    }
    group.finish();
    let mut group = c.benchmark_group("analysis of a shipped scenario");
    for scenario in builtin::all() {
        group.bench_function(BenchmarkId::from_parameter(&scenario.shared.id), |b| {
            b.iter(|| analyse(scenario));
        });
    }
    group.finish();
}

fn talks(c: &mut Criterion) {
    let mut group = c.benchmark_group("a whole game of the talks");
    for id in ["nusa-boreal", "kemitraan-ekonomi"] {
        let scenario = Arc::new(builtin::by_id(id).expect("shipped").clone());
        let players = PerSeat::both(Player::Counterpart("diplomat".to_owned()));
        let mut seed = 0;
        group.bench_function(BenchmarkId::from_parameter(id), |b| {
            b.iter(|| {
                seed += 1;
                let mut game = Game::new(Table::open(Arc::clone(&scenario), seed), players.clone());
                game.run();
                game.table.len()
            });
        });
    }
    group.finish();
    let scenario = Arc::new(builtin::by_id("kemitraan-ekonomi").expect("shipped").clone());
    let case = Case::new(&scenario);
    let spaces = offers::spaces(&case).expect("small enough");
    let names = PerSeat::both("mufakat".to_owned());
    c.bench_function("plain offers on kemitraan-ekonomi, mufakat - mufakat", |b| {
        b.iter(|| offers::play(&spaces, &names, 1, 100));
    });
    c.bench_function("hundred games of plain offers on all cores", |b| {
        b.iter(|| simulate::alternating(&scenario, &names, 100, 1, 100));
    });
}

criterion_group!(benches, frontier, ladder, play, debrief, talks);
criterion_main!(benches);
