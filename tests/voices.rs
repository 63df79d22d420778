//! What counterparts say and are asked: wishes, distance, reasons, the notebook.

use crate::characters::{answer, first_turns, put, scenarios, speaking};
use crate::kit::{economic, nusa};
use mufakat::analysis::simulate::talks;
use mufakat::counterpart::{self, Game, Near, by_name, notebook};
use mufakat::rules::{Command, Event, Preparation};
use mufakat::scenario::{Arg, Deal, PerSeat, Phrase, Seat, Speech};
use mufakat::session::Session;
use mufakat::table::{Player, Table};
use mufakat::view::Moment;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[test]
fn what_it_would_want_for_some_articles_it_accepts_when_it_is_offered() {
    for scenario in scenarios() {
        for name in ["diplomat", "patient", "tough-master", "open-novice", "hasty", "linear"] {
            let pair = PerSeat { first: "linear".to_owned(), second: name.to_owned() };
            let (mut found, mut none) = (0, 0);
            for game in talks(&scenario, &pair, 2, 30, true) {
                let events = &game.record.as_ref().expect("kept").events;
                let counterpart = by_name(name, game.seed, Seat::Second).expect("a name");
                for table in first_turns(&scenario, events) {
                    let view = table.view(Seat::Second);
                    for issue in 0..scenario.shared.issues.len() {
                        let options = (0..view.open[issue].len()).filter(|option| view.open[issue][*option]);
                        for fixed in options.map(|option| BTreeMap::from([(issue, option)])) {
                            let Some(deal) = counterpart::wish(counterpart.as_ref(), &view, &fixed) else {
                                none += 1;
                                continue;
                            };
                            assert!(fixed.iter().all(|(issue, option)| deal[*issue] == *option));
                            assert!(view.utility(&deal) >= view.batna);
                            let mut table = table.clone();
                            if put(&mut table, &deal) {
                                let answer = answer(&mut table, Seat::Second, counterpart.as_ref());
                                let accepted = matches!(answer, Some(Command::Accept(_)));
                                let round = table.round();
                                assert!(accepted, "{name}, seed {}, round {round}: {answer:?}", game.seed);
                                found += 1;
                            }
                        }
                    }
                }
            }
            assert!(found > 0 && none > 0, "{name}: {found} and {none}");
        }
    }
}

#[test]
fn the_distance_to_acceptance_has_three_values_and_grows_with_what_is_missing() {
    for scenario in scenarios() {
        let name = "diplomat";
        let pair = PerSeat { first: "linear".to_owned(), second: name.to_owned() };
        let mut seen = BTreeSet::new();
        for game in talks(&scenario, &pair, 3, 30, true) {
            let counterpart = by_name(name, game.seed, Seat::Second).expect("a name");
            for table in first_turns(&scenario, &game.record.as_ref().expect("kept").events) {
                let view = table.view(Seat::Second);
                let status_quo = scenario.shared.status_quo();
                let mut list = Vec::new();
                for issue in 0..scenario.shared.issues.len() {
                    let own = view.position(Seat::Second).map_or(&status_quo, |offer| &offer.deal);
                    for option in (0..view.open[issue].len()).filter(|option| view.open[issue][*option]) {
                        for from in [own, &status_quo] {
                            let deal = from.with(issue, option);
                            let near = counterpart::distance(counterpart.as_ref(), &view, &deal);
                            let (support, quota) = view.backing(&deal);
                            seen.insert(near);
                            if counterpart.minds(&view, &deal) {
                                assert_eq!(near, Near::Far, "what harms others is far, whatever it is worth");
                            } else if support >= quota && view.crossed(&deal).is_empty() {
                                list.push((view.utility(&deal), near));
                            } else {
                                assert_eq!(near, Near::Far, "what it could never sign is far");
                            }
                        }
                    }
                }
                list.sort();
                assert!(list.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{list:?}");
            }
        }
        assert_eq!(seen.len(), 3, "{seen:?}");
    }
}

#[test]
fn a_window_can_ask_the_counterpart_opposite_and_sees_nothing_of_its_view() {
    let players = PerSeat { first: Player::Person, second: Player::Counterpart("open".into()) };
    let mut session = Session::new(Arc::new(economic()), players, 5, None);
    let status_quo = session.scenario().shared.status_quo();
    assert_eq!(session.distance(&status_quo), None, "there are no talks yet");
    session.act(Command::Prepare(Preparation::default()));
    while session.counterpart_moves() {
        session.step();
    }
    let (deal, line) = session.wish(&BTreeMap::new()).expect("a counterpart sits there");
    let deal = deal.expect("without any condition there is a package");
    assert_eq!(line.key, "wish-found");
    assert_eq!(session.distance(&deal), Some(Near::Almost));
    assert_eq!(session.distance(&status_quo), Some(Near::Far));
    assert!(session.act(Command::Propose(deal.clone())));
    session.act(Command::EndTurn);
    while session.counterpart_moves() && matches!(session.view().moment, Moment::Talks { .. }) {
        session.step();
    }
    assert!(matches!(&session.view().moment, Moment::Signature { deal: agreed, .. } if *agreed == deal));
    let alone = Session::new(Arc::new(nusa()), PerSeat::both(Player::Person), 5, None);
    assert!(alone.wish(&BTreeMap::new()).is_none(), "nobody is asked behind a person's back");
}

#[test]
fn the_notebook_tells_beliefs_and_packages_and_can_be_set_against_the_truth() {
    let scenario = Arc::new(economic());
    let mut found = [0.0; 3];
    for seed in 1..=6 {
        for (at, name) in ["open-novice", "open", "open-master"].into_iter().enumerate() {
            let players =
                PerSeat { first: name, second: "linear" }.map(|name| Player::Counterpart((*name).into()));
            let mut game = Game::new(Table::open(Arc::clone(&scenario), seed), players);
            game.run();
            let counterpart = by_name(name, seed, Seat::First).expect("a name");
            let notes = notebook(&scenario, game.table.events(), Seat::First, counterpart.as_ref());
            let offered = notes.iter().filter(|note| note.chosen.is_some());
            for note in offered {
                let chosen = note.chosen.as_ref().expect("filtered");
                assert!((1..=3).contains(&note.considered.len()), "{name}, seed {seed}");
                assert_eq!(note.considered[0].deal, chosen.0, "the chosen package comes first");
                assert!((note.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                assert!(note.reservation.is_some_and(|it| (0.0..=1.0).contains(&it)));
            }
            let truth = &scenario.briefs.second;
            let batna = f64::from(truth.batna) / 100.0;
            let readings = counterpart::hindsight(&notes, truth, &scenario.shared, batna);
            assert_eq!(readings.len(), notes.len());
            let last = readings.last().expect("it wrote something");
            assert!(last.correlation.is_some_and(|it| (-1.0..=1.0).contains(&it)));
            assert!(last.reservation.is_some_and(|it| it.abs() < 1.0));
            found[at] += last.ranking.expect("weights differ");
        }
    }
    let [novice, practised, master] = found;
    assert!(novice < practised && practised <= master + 0.2, "a mirror reads nobody: {found:?}");
}

#[test]
fn a_trade_names_what_the_new_package_really_gives_and_what_it_really_asks_for() {
    let arg = |line: &Phrase, wanted: &str| {
        line.args.iter().find(|(name, _)| name == wanted).map(|(_, arg)| arg.clone())
    };
    let mut trades = 0;
    for scenario in scenarios() {
        for name in speaking() {
            let pair = PerSeat { first: "linear".to_owned(), second: name.clone() };
            for game in talks(&scenario, &pair, 3, 60, true) {
                let events = &game.record.as_ref().expect("kept").events;
                let mut tabled: PerSeat<Option<Deal>> = PerSeat::default();
                let mut said = None;
                for event in events {
                    match event {
                        Event::Said(Seat::Second, Speech::Lines(lines)) => {
                            said = lines.iter().find(|line| line.key.starts_with("say-trade")).cloned();
                        }
                        Event::Offered(offer) => {
                            let Some(by) = offer.by else { continue };
                            if by == Seat::Second
                                && let Some(line) = said.take()
                                && let (Some(Arg::Choice(given, gift)), Some(Arg::Choice(wanted, wish))) =
                                    (arg(&line, "gift"), arg(&line, "wish"))
                            {
                                let told = format!("{name}, seed {}, offer {}", game.seed, offer.no);
                                let before = tabled.second.as_ref().expect("a trade has a package before it");
                                let theirs = tabled.first.as_ref().expect("a trade answers an offer");
                                trades += 1;
                                assert_ne!(given, wanted, "{told}");
                                assert_eq!((offer.deal[given], offer.deal[wanted]), (gift, wish), "{told}");
                                let step = |deal: &Deal| deal[given].abs_diff(theirs[given]);
                                assert!(step(&offer.deal) < step(before), "{told}: nothing is given");
                                assert_ne!(theirs[wanted], wish, "{told}: they offer that already");
                            }
                            tabled[by] = Some(offer.deal.clone());
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    assert!(trades > 100, "{trades}");
}

#[test]
fn what_is_said_varies_names_what_is_really_traded_and_holds_no_number_of_its_own() {
    let scenario = Arc::new(economic());
    for name in speaking() {
        let mut keys: BTreeMap<String, u32> = BTreeMap::new();
        for seed in 1..=3 {
            let pair = PerSeat { first: "linear".to_owned(), second: name.clone() };
            for game in talks(&scenario, &pair, 1, seed, true) {
                let events = &game.record.as_ref().expect("kept").events;
                let mut last = String::new();
                for pair in events.windows(2) {
                    let Event::Said(Seat::Second, Speech::Lines(lines)) = &pair[0] else { continue };
                    assert!(!lines.is_empty() && lines.len() <= 3, "{name}: {lines:?}");
                    let key = lines[0].key.to_string();
                    assert!(key != last, "{name}, seed {seed}: {key} twice in a row");
                    last.clone_from(&key);
                    *keys.entry(key).or_default() += 1;
                    for arg in lines.iter().flat_map(|line| &line.args) {
                        // Counts are ranks that are told and numbers of offers on the table.
                        let named = matches!(arg.1, Arg::Issue(_) | Arg::Choice(..) | Arg::Count(_));
                        assert!(
                            named
                                && matches!(
                                    arg.0.as_ref(),
                                    "no" | "rank" | "issue" | "given" | "gift" | "wanted" | "wish"
                                ),
                            "{name}: {arg:?}"
                        );
                    }
                }
            }
        }
        assert!(keys.len() >= 8, "{name} says the same again and again: {keys:?}");
    }
}
