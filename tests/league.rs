//! Plain alternating offers: the queries that strategies live on, the strategies, tournaments.

use mufakat::analysis::tournament::{Arena, tournament};
use mufakat::exact::SplitMix64;
use mufakat::league::{self, Answer, Bidder, Cursor, Ladder, Learner, Opponent, Space, SpaceError, Turn};
use mufakat::scenario::Points;
use proptest::prelude::*;
use std::sync::Arc;

const UNIT: f64 = 1_000.0;

fn space(parts: &[&[Points]], reservation: Points) -> Arc<Space> {
    Arc::new(
        Space::new(parts.iter().map(|it| it.to_vec()).collect(), reservation, UNIT).expect("small enough"),
    )
}

/// Every package.
fn all(parts: &[Vec<Points>]) -> Vec<Vec<u16>> {
    parts.iter().fold(vec![Vec::new()], |packages, options| {
        packages
            .iter()
            .flat_map(|package| {
                (0..options.len() as u16).map(move |option| {
                    let mut longer = package.clone();
                    longer.push(option);
                    longer
                })
            })
            .collect()
    })
}

fn parts() -> impl Strategy<Value = Vec<Vec<Points>>> {
    prop::collection::vec(prop::collection::vec(0..300i64, 1..6), 1..6)
}

/// A scenario as leagues draw them: sizes, opposition and reservation values vary.
fn drawn(seed: u64) -> [Arc<Space>; 2] {
    let mut dice = SplitMix64::new(seed);
    loop {
        let issues = 1 + dice.next_u64() % 5;
        let opposed = dice.unit();
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for _ in 0..issues {
            let options = if issues == 1 { 5 + dice.next_u64() % 20 } else { 2 + dice.next_u64() % 4 };
            let weights = [1.0 + 9.0 * dice.unit(), 1.0 + 9.0 * dice.unit()];
            let (mut a, mut b) = (Vec::new(), Vec::new());
            for _ in 0..options {
                let own = dice.unit();
                let other = if dice.unit() < opposed { 1.0 - own } else { dice.unit() };
                a.push((100.0 * weights[0] * own) as Points);
                b.push((100.0 * weights[1] * other) as Points);
            }
            first.push(a);
            second.push(b);
        }
        let made = [first, second].map(|parts| {
            let mut space = Space::new(parts, 0, UNIT).expect("small enough");
            let share = if dice.unit() < 0.3 { 0.0 } else { 0.6 * dice.unit() };
            space.reservation = space.worst + ((space.best - space.worst) as f64 * share) as Points;
            space
        });
        if made.iter().all(|space| space.best > space.reservation) {
            return made.map(Arc::new);
        }
    }
}

proptest! {
    #[test]
    fn the_cheapest_package_that_is_good_enough_is_found(parts in parts(), least in 0..1500i64) {
        let space = Space::new(parts.clone(), 0, UNIT).expect("small enough");
        let wanted = all(&parts).iter().map(|it| space.utility(it)).filter(|it| *it >= least).min();
        let found = space.ranking.cheapest(least).map(|place| {
            let mut out = vec![0; space.issues()];
            space.ranking.write(place, &mut out);
            prop_assert_eq!(space.utility(&out), space.ranking.worth(place));
            Ok(space.utility(&out))
        }).transpose()?;
        prop_assert_eq!(found, wanted);
    }

    #[test]
    fn a_band_holds_every_package_in_it_once(parts in parts(), low in 0..900i64, width in 0..300i64) {
        let space = Space::new(parts.clone(), 0, UNIT).expect("small enough");
        let mut found = Vec::new();
        space.ranking.band(low, low + width, |place| {
            let mut out = vec![0; space.issues()];
            space.ranking.write(place, &mut out);
            found.push(out);
        });
        found.sort();
        let wanted: Vec<Vec<u16>> =
            all(&parts).into_iter().filter(|it| (low..=low + width).contains(&space.utility(it))).collect();
        prop_assert_eq!(found, wanted);
    }

    #[test]
    fn a_cursor_walks_through_all_packages_from_the_best_down(parts in parts()) {
        let space = Space::new(parts.clone(), 0, UNIT).expect("small enough");
        let mut cursor = Cursor::new(&space.ranking, 8);
        let mut worths = Vec::new();
        while let Some((worth, _)) = cursor.next(&space.ranking) {
            worths.push(worth);
        }
        let mut wanted: Vec<Points> = all(&parts).iter().map(|it| space.utility(it)).collect();
        wanted.sort_by(|a, b| b.cmp(a));
        prop_assert_eq!(worths, wanted);
    }

    #[test]
    fn the_ladder_gives_the_best_offer_for_them_after_any_offers(
        parts in parts(),
        picks in prop::collection::vec(0..1000usize, 1..6),
        least in 0..1200i64,
    ) {
        let space = Space::new(parts.clone(), 0, UNIT).expect("small enough");
        let packages = all(&parts);
        let mut model = Opponent::new(&space, Learner::Frequency);
        let mut ladder = Ladder::new(&space);
        for (at, pick) in picks.iter().enumerate() {
            model.hear(&packages[pick % packages.len()], 0.1 * at as f64);
            // Rebuilt step by step, it must be what it would be if it were built anew.
            ladder.rebuild(&space, &model);
            let mut anew = Ladder::new(&space);
            anew.rebuild(&space, &model);
            prop_assert_eq!(ladder.points(), anew.points());
        }
        let wanted = packages
            .iter()
            .filter(|it| space.utility(it) >= least)
            .map(|it| model.worth(it))
            .fold(f64::NEG_INFINITY, f64::max);
        match ladder.best_for_them(least) {
            Some(rung) => {
                let mut out = vec![0; space.issues()];
                ladder.write(rung, &mut out);
                prop_assert!(space.utility(&out) >= least);
                prop_assert!((model.worth(&out) - wanted).abs() < 1e-5, "{} for {}", model.worth(&out), wanted);
            }
            None => prop_assert!(wanted == f64::NEG_INFINITY),
        }
    }
}

#[test]
fn boulware_and_conceder_meet_where_their_curves_say() {
    // One issue, eleven options: 0, 100 .. 1000 for the first, the reverse for the second; nothing is lost
    // without a deal. 9 rounds, so t = 0.1, 0.2 .. 0.9.
    let own: Vec<Points> = (0..=10).map(|it| 100 * it).collect();
    let other: Vec<Points> = own.iter().rev().copied().collect();
    let (first, second) = (space(&[&own], 0), space(&[&other], 0));
    let mut boulware = league::bidder("boulware", &first, 1).expect("a name");
    let mut conceder = league::bidder("conceder", &second, 1).expect("a name");
    let played = league::play([boulware.as_mut(), conceder.as_mut()], 1, 9);
    // Conceder wants 1000 (1 - t^(1/4)): 437.7, 331.3, 259.9, 204.7, 159.1, 119.9: it offers itself 500, 400,
    // 300, 300, 200 and 200, which leaves 500, 600, 700, 700, 800 and 800 for Boulware.
    // Boulware wants 1000 (1 - t^4): 999.9, 998.4, 991.9, 974.4, 937.5, 870.4 and 759.9. It offers itself 1000
    // five times and then 900, which leaves 100 < 119.9; in round 7 the 800 are enough, after 6 + 6 offers.
    assert_eq!((played.agreement, played.rounds, played.offers), (Some(vec![8]), 7, 12));
}

#[test]
fn micro_makes_a_new_offer_only_for_a_new_offer() {
    let space = space(&[&[500, 400, 0], &[500, 300, 100]], 200);
    let mut micro = league::bidder("micro", &space, 3).expect("a name");
    let mut made = std::collections::BTreeSet::new();
    let mut out = vec![0; 2];
    // The other side repeats one offer: one new answer to it, and no third.
    for step in 0..20 {
        let received: [u16; 2] = [2, 2];
        let turn = Turn {
            received: (step > 0).then_some(received.as_slice()),
            step,
            steps: Some(20),
            time: f64::from(step + 1) / 21.0,
        };
        assert_eq!(micro.answer(&turn, &mut out), Answer::Offer);
        made.insert(out.clone());
    }
    // 1000 and then 900, the second of the ranking.
    assert_eq!(made.into_iter().collect::<Vec<_>>(), [vec![0, 0], vec![1, 0]]);
}

#[test]
fn tit_for_tat_gives_point_for_point() {
    let space = space(&[&[1000, 900, 800, 700, 600, 500, 400, 300, 200, 100, 0]], 0);
    let mut player = league::bidder("tit-for-tat", &space, 1).expect("a name");
    let mut out = vec![0];
    let mut asked = Vec::new();
    // They offer 0, 0, 100, 300: what they gave since their first offer is given back.
    for (step, offer) in [10u16, 10, 9, 7].into_iter().enumerate() {
        let received = [offer];
        let turn = Turn { received: Some(&received), step: step as u32, steps: Some(10), time: 0.1 };
        assert_eq!(player.answer(&turn, &mut out), Answer::Offer);
        asked.push(space.utility(&out));
    }
    assert_eq!(asked, [1000, 1000, 900, 700]);
}

/// An umpire between a bidder and the protocol.
struct Watched {
    name: &'static str,
    space: Arc<Space>,
    inner: Box<dyn Bidder>,
    answers: u32,
}

impl Bidder for Watched {
    fn answer(&mut self, turn: &Turn<'_>, out: &mut league::Offer) -> Answer {
        let answer = self.inner.answer(turn, out);
        self.answers += 1;
        let worth = match answer {
            Answer::Offer => Some(self.space.utility(out)),
            Answer::Accept => turn.received.map(|offer| self.space.utility(offer)),
            Answer::Leave => None,
        };
        if let Some(worth) = worth {
            assert!(worth >= self.space.reservation, "{} {answer:?} {worth} at {}", self.name, turn.time);
        }
        answer
    }
}

#[test]
fn nobody_offers_or_accepts_less_than_no_deal_is_worth_in_thousands_of_scenarios() {
    let names = league::names();
    let mut answers = 0;
    for seed in 0..3_000u64 {
        let spaces = drawn(seed);
        let pair = [names[seed as usize % names.len()], names[(seed as usize / names.len()) % names.len()]];
        let mut players = [0, 1].map(|at| Watched {
            name: pair[at],
            space: Arc::clone(&spaces[at]),
            inner: league::bidder(pair[at], &spaces[at], seed).expect("a name"),
            answers: 0,
        });
        let [first, second] = &mut players;
        league::play([first, second], spaces[0].issues(), 20);
        answers += players.iter().map(|it| it.answers).sum::<u32>();
    }
    assert!(answers > 30_000, "hardly anything was played: {answers}");
}

#[test]
fn a_side_that_cannot_gain_leaves() {
    let own = space(&[&[100, 200]], 300);
    for name in league::names() {
        let mut player = league::bidder(name, &own, 1).expect("a name");
        let turn = Turn { received: Some(&[1]), step: 0, steps: Some(10), time: 0.1 };
        assert_eq!(player.answer(&turn, &mut [0]), Answer::Leave, "{name}");
    }
}

#[test]
fn the_same_seed_plays_the_same_and_one_core_as_many() {
    let arenas: Vec<Arena> =
        (0..6).map(|seed| Arena::of_spaces(&format!("drawn-{seed}"), drawn(seed))).collect();
    let names: Vec<String> = league::names().into_iter().map(str::to_owned).collect();
    let still = || 0.0;
    let play = || tournament(&arenas, &names, 2, 5, 40, &still);
    let many = play();
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool").install(play);
    assert_eq!(many, one);
    assert_eq!(many.negotiations, 6 * 2 * (names.len() * names.len()) as u64);
}

#[test]
fn mufakat_leads_the_field_on_scenarios_that_it_was_not_tuned_on() {
    let arenas: Vec<Arena> =
        (900..960).map(|seed| Arena::of_spaces(&format!("drawn-{seed}"), drawn(seed))).collect();
    let names: Vec<String> = league::names().into_iter().map(str::to_owned).collect();
    let result = tournament(&arenas, &names, 1, 1, 100, &|| 0.0);
    let best = &result.standings[0];
    assert_eq!(best.name, "mufakat", "{:#?}", result.standings);
    assert!(best.advantage > result.standings[1].advantage + 0.02, "{:#?}", result.standings);
    assert!(best.self_play > 0.5, "{best:#?}");
    assert!(result.standings.iter().all(|it| it.deals_below_own_reservation == 0));
}

/// A pie of a hundred pieces: who gives way by time alone gives nearly all of it to those who wait.
#[test]
fn what_they_are_on_the_way_to_give_up_is_not_sold_before() {
    let pieces: Vec<Points> = (0..=100).collect();
    let rest: Vec<Points> = (0..=100).rev().collect();
    let sides = [space(&[&pieces], 0), space(&[&rest], 0)];
    for rival in ["linear", "conceder"] {
        for seat in [0, 1] {
            let names = if seat == 0 { ["mufakat", rival] } else { [rival, "mufakat"] };
            let [mut first, mut second] =
                [0, 1].map(|at| league::bidder(names[at], &sides[at], 1).expect("a strategy"));
            let played = league::play([first.as_mut(), second.as_mut()], 1, 100);
            let agreed = played.agreement.expect("somebody gives way");
            let share = sides[seat].utility(&agreed);
            // In the last round linear still asks for 1 of 100, the conceder for less.
            assert!(share >= 95, "{rival} as side {}: {share} of 100", 1 - seat);
        }
    }
}

#[test]
fn a_model_learns_what_matters_to_somebody_who_concedes() {
    // The first issue is worth 70, the second 30; they go down their ranking, we hear it.
    let theirs = space(&[&[700, 350, 0], &[300, 150, 0]], 0);
    let ours = space(&[&[0, 100, 500], &[0, 100, 500]], 0);
    for learner in Learner::ALL {
        let mut model = Opponent::new(&ours, learner);
        let mut cursor = Cursor::new(&theirs.ranking, 8);
        let mut out = vec![0; 2];
        for step in 0..4 {
            let (_, place) = cursor.next(&theirs.ranking).expect("nine packages");
            theirs.ranking.write(place, &mut out);
            model.hear(&out, 0.2 * f64::from(step));
        }
        // 1000, 850, 700, 650: the first issue is given up last.
        assert!(model.weights[0] >= model.weights[1], "{learner:?}: {:?}", model.weights);
        let (best, worst) = (model.worth(&[0, 0]), model.worth(&[2, 2]));
        assert!(best > worst, "{learner:?}: {best} against {worst}");
    }
}

#[test]
fn a_space_says_what_it_cannot_hold() {
    let error = |parts: Vec<Vec<Points>>| Space::new(parts, 0, UNIT).map(|_| ()).expect_err("too much");
    assert_eq!(error(Vec::new()), SpaceError::Empty);
    assert_eq!(error(vec![vec![1], Vec::new()]), SpaceError::Empty);
    assert_eq!(error(vec![vec![0; 70_000]]), SpaceError::ManyOptions);
    assert_eq!(error(vec![vec![0, 1]; 60]), SpaceError::TooLarge);
    let real = Space::from_real(&[vec![0.5, f64::NAN]], None).map(|_| ()).expect_err("not a number");
    assert_eq!(real, SpaceError::NotFinite);
    // Real numbers keep their digits: 0.1 + 0.2 is worth 0.3, and so is the reservation value.
    let space = Space::from_real(&[vec![0.1, 0.0], vec![0.2, 0.5]], Some(0.3)).expect("small");
    assert!((space.fraction(space.utility(&[0, 0])) - 0.3).abs() < 1e-12);
    assert!(space.utility(&[0, 0]) >= space.reservation);
}
