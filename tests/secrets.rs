//! A seat's secrets have no way out before the end.

use crate::kit::{economic, nusa};
use mufakat::counterpart::coach;
use mufakat::exact::SplitMix64;
use mufakat::rules::{Command, Event, Request, Style};
use mufakat::scenario::{Deal, PerSeat, Scenario, Seat};
use mufakat::table::{Player, Table};
use mufakat::view::{Third, Tone};
use std::sync::Arc;

/// The same scenario with other secrets of one side: what no agreement is worth, every value, needs,
/// costs, red lines, groups and the words of the brief. The order of its priorities stays, since
/// telling it is a public move.
pub fn twin(scenario: &Scenario, seat: Seat, seed: u64) -> Scenario {
    let mut dice = SplitMix64::new(seed);
    let mut twin = scenario.clone();
    let brief = &mut twin.briefs[seat];
    brief.batna = (dice.next_u64() % 90) as i32;
    brief.batna_story.id = format!("lain {seed}");
    brief.role.long.id = format!("arahan lain {seed}");
    for stakes in &mut brief.stakes {
        for stake in stakes {
            stake.value = (dice.next_u64() % 101) as i32;
            stake.sovereignty = (dice.next_u64() % 40) as i32;
            stake.effort = (dice.next_u64() % 60) as i32;
            stake.meets.clear();
        }
    }
    for need in brief.needs.values_mut() {
        *need = (dice.next_u64() % 100) as i32;
    }
    for group in &mut brief.groups {
        group.influence = (dice.next_u64() % 60) as i32;
        group.measure = mufakat::scenario::Measure::Pillar(mufakat::scenario::Pillar::Economy, -100);
    }
    brief.red_lines = vec![(0, (dice.next_u64() % 2) as usize)];
    brief.patience = 10 + (dice.next_u64() % 80) as i32;
    // Weights keep their order but not their size.
    let order = brief.priorities();
    let n = order.len() as i32;
    for (place, issue) in order.into_iter().enumerate() {
        brief.weights[issue] = 2 * (n - place as i32) + 1;
    }
    twin.briefs[seat].news.iter_mut().for_each(|news| news.batna += 1);
    twin
}

/// Public moves whose consequences do not depend on anybody's secrets: all but asking a mediator for a
/// text, or stating the BATNA.
pub fn public_move(table: &Table, seat: Seat, dice: &mut SplitMix64) -> Command {
    let scenario = table.scenario();
    if dice.next_u64().is_multiple_of(3) {
        let view = table.view(seat);
        let options = view.open.iter().map(|open| {
            let open: Vec<usize> = (0..open.len()).filter(|&option| open[option]).collect();
            open[(dice.next_u64() % open.len() as u64) as usize]
        });
        return Command::Propose(Deal(options.collect()));
    }
    let allowed: Vec<Command> = table
        .possible(seat)
        .into_iter()
        .filter(|(_, answer)| answer.is_ok())
        .map(|(command, _)| command)
        .filter(|command| match command {
            // Only the truth is told: a lie may come out, and that would be news.
            Command::Disclose { issue, rank, .. } => scenario.briefs[seat].ranks(*issue).start() == rank,
            Command::Warn(_) | Command::Ask(Request::Mediator(Style::Formulation)) => false,
            Command::Accept(_) | Command::Leave => false,
            _ => true,
        })
        .collect();
    allowed[(dice.next_u64() % allowed.len() as u64) as usize].clone()
}

#[test]
fn a_view_does_not_change_with_the_other_sides_secrets() {
    for scenario in [nusa(), economic()] {
        // Ties in the order of priorities can be told in two ways; here every weight is another.
        let mut scenario = scenario;
        for seat in Seat::ALL {
            let brief = &mut scenario.briefs[seat];
            let order = brief.priorities();
            for (place, issue) in order.iter().enumerate() {
                brief.weights[*issue] = 30 - place as i32;
            }
        }
        for seed in 0..60u64 {
            for seat in Seat::ALL {
                let other = seat.other();
                let changed = twin(&scenario, other, seed);
                let mut dice = SplitMix64::new(seed);
                let mut draft = scenario.shared.status_quo();
                draft.0[0] = 1;
                let mut one = Table::open(Arc::new(scenario.clone()), seed);
                let mut two = Table::open(Arc::new(changed), seed);
                for _ in 0..60 {
                    let Some(mover) = Seat::ALL.into_iter().find(|&it| one.awaits(it)) else { break };
                    if one.is_closed() {
                        break;
                    }
                    let command = public_move(&one, mover, &mut dice);
                    let first = one.play(mover, &command.clone().into()).is_ok();
                    let second = two.play(mover, &command.clone().into()).is_ok();
                    assert_eq!(first, second, "seed {seed}: {command:?}");
                    assert_eq!(one.view(seat), two.view(seat), "seed {seed} after {command:?}");
                    assert_eq!(one.log(Some(seat)), two.log(Some(seat)), "seed {seed} after {command:?}");
                    assert_eq!(one.scenery(), two.scenery(), "seed {seed} after {command:?}");
                    let hints = |table: &Table| coach::hints(&table.view(seat), Some(&draft));
                    assert_eq!(hints(&one), hints(&two), "seed {seed} after {command:?}");
                    assert_eq!(one.possible(seat), two.possible(seat), "seed {seed} after {command:?}");
                }
            }
        }
    }
}

#[test]
fn a_view_shows_nothing_of_the_other_sides_brief() {
    let scenario = economic();
    let table = Table::open(Arc::new(scenario.clone()), 1);
    for seat in Seat::ALL {
        let shown = format!("{:?}", table.view(seat));
        let secret = &scenario.briefs[seat.other()];
        for words in
            [&secret.role.long.id, &secret.role.short.id, &secret.batna_story.id, &secret.batna_story.en]
        {
            assert!(!shown.contains(words.as_str()), "{seat:?} reads the other side's brief");
        }
    }
}

#[test]
fn what_one_side_learns_in_private_is_in_its_own_log_alone() {
    let scenario = Arc::new(economic());
    let mut table = Table::open(scenario, 1);
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(Default::default()).into()).expect("prepared");
    }
    let before = (table.log(Some(Seat::First)).len(), table.log(Some(Seat::Second)).len());
    table.play(Seat::First, &Command::Ascertain(2).into()).expect("allowed");
    table.play(Seat::First, &Command::Consult(0).into()).expect("allowed");
    assert_eq!(table.log(Some(Seat::First)).len(), before.0 + 2);
    assert_eq!(table.log(Some(Seat::Second)).len(), before.1);
    assert_eq!(table.log(None).len(), table.log(Some(Seat::Second)).len());
    // Whoever tells the whole game tells it after the end only.
    assert_eq!(table.whole_log(), table.log(None));
    table.play(Seat::Second, &Command::Leave.into()).expect("allowed");
    let private: Vec<_> = table.whole_log().into_iter().filter(|entry| entry.tone == Tone::Private).collect();
    assert_eq!(private.iter().map(|entry| entry.by).collect::<Vec<_>>(), [Some(Seat::First); 2]);
    assert_eq!(table.whole_log().len(), table.log(None).len() + private.len());
}

#[test]
fn the_debrief_opens_only_after_the_end() {
    let scenario = Arc::new(nusa());
    let mut table = Table::open(scenario, 1);
    assert!(table.debrief().is_none());
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(Default::default()).into()).expect("prepared");
    }
    assert!(table.debrief().is_none());
    table.play(Seat::First, &Command::Leave.into()).expect("allowed");
    assert!(table.debrief().is_some());
}

#[test]
fn the_file_of_a_running_game_shows_no_private_event() {
    let scenario = Arc::new(economic());
    let mut table = Table::open(scenario, 424_242);
    let preparation = mufakat::rules::Preparation { target: Some(77), ..Default::default() };
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(preparation.clone()).into()).expect("prepared");
    }
    table.play(Seat::First, &Command::Ascertain(2).into()).expect("allowed");
    table.play(Seat::First, &Command::Consult(1).into()).expect("allowed");
    let players = PerSeat::both(Player::Person);
    let text = table.record(players.clone()).to_text();
    for secret in ["Prepared", "Ascertained", "Consulted", "target", "424242"] {
        assert!(!text.contains(secret), "{secret} stands in\n{text}");
    }
    table.play(Seat::Second, &Command::Leave.into()).expect("allowed");
    let text = table.record(players).to_text();
    assert!(text.contains("Ascertained"), "after the end nothing is left to hide");
    assert!(table.events().contains(&Event::Closed));
}

#[test]
fn what_is_heard_at_home_or_found_out_in_private_cannot_be_seen_in_the_room() {
    let mut table = Table::open(Arc::new(economic()), 1);
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(Default::default()).into()).expect("prepared");
    }
    let before = table.scenery();
    table.play(Seat::First, &Command::Consult(0).into()).expect("allowed");
    assert_eq!(table.scenery(), before);
    table.play(Seat::First, &Command::Propose(table.scenario().shared.status_quo()).into()).expect("allowed");
    assert_ne!(table.scenery(), before, "an offer is seen");
}

#[test]
fn the_third_chair_follows_what_both_sides_did_and_nothing_of_either_brief() {
    let scenario = economic();
    let tables = [scenario.clone(), twin(&scenario, Seat::Second, 5)];
    let mut tables = tables.map(|scenario| Table::open(Arc::new(scenario), 9));
    let call = Command::Ask(Request::Mediator(Style::Formulation));
    let course = [
        (Seat::First, Command::Prepare(Default::default()), Third::Free),
        (Seat::Second, Command::Prepare(Default::default()), Third::Free),
        (Seat::First, call, Third::Free),
        (Seat::First, Command::EndTurn, Third::Free),
        (Seat::Second, Command::Answer(true), Third::Taken(Some(Seat::Second))),
        (Seat::Second, Command::EndTurn, Third::Taken(Some(Seat::First))),
        (Seat::First, Command::AcceptText, Third::Taken(Some(Seat::Second))),
        (Seat::First, Command::Leave, Third::Free),
    ];
    for (seat, command, third) in course {
        for table in &mut tables {
            // The text itself rests on what both told the mediator; who is asked about it does not.
            table.play(seat, &command.clone().into()).unwrap_or_else(|why| panic!("{command:?}: {why:?}"));
            assert_eq!(table.scenery().third, third, "after {command:?}");
        }
    }
}

/// Every side's news are in its own brief; what they do to a yes to the mediator's text must not tell.
#[test]
fn nobody_sees_whom_the_news_hit_from_what_becomes_of_a_yes_to_the_text() {
    let scenario = economic();
    let hit = |by: i32| {
        let mut scenario = scenario.clone();
        for news in &mut scenario.briefs.first.news {
            news.batna = by;
            news.values.clear();
        }
        Table::open(Arc::new(scenario), 9)
    };
    let mut tables = [hit(0), hit(7)];
    let play = |tables: &mut [Table; 2], seat: Seat, command: Command| {
        for table in &mut *tables {
            table.play(seat, &command.clone().into()).unwrap_or_else(|why| panic!("{command:?}: {why:?}"));
        }
        let [one, two] = &*tables;
        assert_eq!(one.view(Seat::Second), two.view(Seat::Second), "after {command:?}");
        assert_eq!(one.scenery(), two.scenery(), "after {command:?}");
    };
    for seat in Seat::ALL {
        play(&mut tables, seat, Command::Prepare(Default::default()));
    }
    play(&mut tables, Seat::First, Command::Ask(Request::Mediator(Style::Formulation)));
    play(&mut tables, Seat::First, Command::EndTurn);
    play(&mut tables, Seat::Second, Command::Answer(true));
    play(&mut tables, Seat::Second, Command::EndTurn);
    play(&mut tables, Seat::First, Command::AcceptText);
    assert!(tables[0].view(Seat::Second).text_accepted.first);
    while tables[0].view(Seat::Second).news.is_empty() {
        let mover = Seat::ALL.into_iter().find(|&seat| tables[0].awaits(seat)).expect("somebody's turn");
        play(&mut tables, mover, Command::EndTurn);
    }
    assert!(!tables[0].view(Seat::Second).text_accepted.first, "asked again, whoever was hit");
}

#[test]
fn what_a_mediator_does_is_told_as_a_third_partys() {
    let mut table = Table::open(Arc::new(economic()), 9);
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(Default::default()).into()).expect("prepared");
    }
    let ask = Command::Ask(Request::Mediator(Style::Formulation));
    table.play(Seat::First, &ask.into()).expect("asked");
    table.play(Seat::First, &Command::EndTurn.into()).expect("ended");
    assert!(table.log(None).iter().all(|entry| !entry.mediator));
    table.play(Seat::Second, &Command::Answer(true).into()).expect("answered");
    let log = table.log(None);
    let third: Vec<_> = log.iter().filter(|entry| entry.mediator).collect();
    assert_eq!(third.len(), 2, "the coming and the text: {third:?}");
    assert!(third.iter().all(|entry| entry.by.is_none()));
}
