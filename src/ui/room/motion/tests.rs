//! What the motions of the room keep to.

use super::*;
use crate::scenario::PerSeat;
use crate::ui::room::{Fate, Prop, place};
use crate::ui::theme::Mood;
use crate::view::Scenery;

fn stage(sitting: Sitting, phase: Phase, trust: f64) -> Stage {
    let scenery = Scenery {
        sitting,
        phase,
        trust: PerSeat::both(trust),
        third: Third::Free,
        signed: PerSeat::both(false),
        noticed: 0,
        last: None,
    };
    Stage { scenery: Some(scenery), ..Stage::empty(Mood::Light, false) }
}

fn talks(phase: Phase, trust: f64) -> Stage {
    stage(Sitting::Talking(Seat::First), phase, trust)
}

#[test]
fn trust_brings_people_and_warm_light_nearer_and_a_broken_phase_takes_them_away() {
    let (low, high) = (Pose::of(&talks(Phase::Normal, 0.2)), Pose::of(&talks(Phase::Normal, 0.9)));
    assert!(high.near > low.near && high.warmth > low.warmth && high.cold < low.cold);
    assert!(high.lean[0] > low.lean[0] && high.lean[1] > low.lean[1]);
    let mut before = high;
    for phase in [Phase::SlowDown, Phase::Minimal] {
        let pose = Pose::of(&talks(phase, 0.9));
        assert!(pose.near < before.near && pose.warmth < before.warmth && pose.cold > before.cold);
        before = pose;
    }
    let parted = Pose::of(&stage(Sitting::Parted, Phase::Normal, 0.9));
    assert!(parted.near < before.near && parted.warmth < high.warmth);
}

#[test]
fn every_motion_ends_in_time_and_at_once_when_skipped() {
    let happenings = [
        Happening::Offered(Some(Seat::First)),
        Happening::Explored(Seat::Second),
        Happening::News,
        Happening::Pressed(Seat::First),
        Happening::Agreed,
    ];
    for happening in happenings {
        let mut director = Director::default();
        director.see(&talks(Phase::Normal, 0.5), 100.0);
        assert!(!director.moves(100.0), "the first pose is taken, not approached");
        let mut next = talks(Phase::SlowDown, 0.3);
        next.happened = vec![Happening::Turn(Seat::First), happening];
        director.see(&next, 200.0);
        assert!(director.moves(200.1), "{happening:?}");
        let end = Pose::of(&next);
        assert_ne!(director.pose(200.5), end);
        assert!(!director.moves(200.0 + LONGEST), "{happening:?}");
        assert_eq!(director.pose(200.0 + LONGEST), end);
        let mut skipped = director.clone();
        skipped.see(&next, 300.0);
        assert!(skipped.moves(300.1));
        skipped.skip();
        assert!(!skipped.moves(300.1));
        assert_eq!(skipped.pose(300.1), end);
    }
}

#[test]
fn without_motion_the_next_pose_is_there_at_once() {
    let mut director = Director::default();
    director.see(&talks(Phase::Normal, 0.5), 1.0);
    let mut next = talks(Phase::Minimal, 0.1);
    next.happened = vec![Happening::News];
    next.still = true;
    director.see(&next, 2.0);
    assert!(!director.moves(2.0));
    assert_eq!(director.pose(2.0), Pose::of(&next));
}

#[test]
fn at_the_opening_the_delegations_come_from_their_own_sides_and_sit_down_in_time() {
    let mut director = Director::default();
    director.see(&stage(Sitting::Preparing, Phase::Normal, 0.5), 0.0);
    let mut opening = talks(Phase::Normal, 0.5);
    opening.entering = true;
    director.see(&opening, 10.0);
    let seated = Pose::of(&opening);
    for seat in Seat::ALL {
        for no in 0..3 {
            let at = |now: f64| place(Prop::Delegate(seat, no), &director.pose(now)).at.x * side(seat);
            let chair = place(Prop::Delegate(seat, no), &seated).at.x * side(seat);
            assert!(at(10.0) > chair + 10.0, "outside, on their own side");
            assert!(at(10.6) <= at(10.0) && at(11.2) < at(10.0));
            assert!((at(10.0 + LONGEST) - chair).abs() < 1e-3);
        }
    }
    assert!(director.moves(11.0) && !director.moves(10.0 + LONGEST));
    director.see(&opening, 11.0);
    assert!(director.moves(11.1), "seen again, they do not begin anew");
    director.skip();
    assert_eq!(director.pose(11.1), seated);
    let mut still = Director::default();
    opening.still = true;
    still.see(&opening, 0.0);
    assert!(!still.moves(0.0));
}

#[test]
fn an_offer_crosses_the_table_from_its_maker_to_the_other_side() {
    for seat in Seat::ALL {
        let at = |share| {
            let pose = Pose::default().with(Happening::Offered(Some(seat)), share);
            place(Prop::Offer(Some(seat)), &pose)
        };
        assert!(at(0.3).at.x * side(seat) > 0.3 && at(0.7).at.x * side(seat) < -0.3);
        assert!(at(0.0).share < 0.01 && at(0.5).share > 0.99 && at(1.0).share < 0.01);
        let pose = Pose::default().with(Happening::Offered(Some(seat)), 0.5);
        assert!(place(Prop::Offer(Some(seat.other())), &pose).share < 0.01);
    }
}

#[test]
fn the_chair_at_the_head_waits_and_a_mediator_turns_to_the_side_that_is_spoken_to() {
    let with = |third| {
        let mut stage = talks(Phase::Normal, 0.5);
        if let Some(scenery) = &mut stage.scenery {
            scenery.third = third;
        }
        stage
    };
    let shares = |pose: &Pose| {
        [None, Some(Seat::First), Some(Seat::Second)].map(|to| place(Prop::Mediator(to), pose).share)
    };
    let free = Pose::of(&with(Third::Free));
    assert_eq!(place(Prop::Head, &free).share, 1.0, "the chair is there for whoever is called");
    assert_eq!(shares(&free), [0.0; 3]);
    assert_eq!(place(Prop::Head, &Pose::of(&Stage::empty(Mood::Light, false))).share, 0.0);
    assert_eq!(shares(&Pose::of(&with(Third::Taken(None)))), [1.0, 0.0, 0.0]);
    for seat in Seat::ALL {
        let pose = Pose::of(&with(Third::Taken(Some(seat))));
        let wanted = if seat == Seat::First { [0.0, 1.0, 0.0] } else { [0.0, 0.0, 1.0] };
        assert_eq!(shares(&pose), wanted);
        assert!(place(Prop::Mediator(Some(seat)), &pose).at.x * side(seat) > 0.0);
    }
    let mut director = Director::default();
    director.see(&with(Third::Taken(Some(Seat::First))), 0.0);
    director.see(&with(Third::Taken(Some(Seat::Second))), 10.0);
    for step in 0..=20 {
        let pose = director.pose(10.0 + LONGEST * f64::from(step) / 20.0);
        assert_eq!(shares(&pose).iter().filter(|share| **share > 0.0).count(), 1, "one of them at a time");
    }
    director.see(&with(Third::Free), 20.0);
    assert_eq!(shares(&director.pose(20.0 + LONGEST)), [0.0; 3], "gone when the mediation is over");
}

#[test]
fn the_seal_falls_when_the_treaty_stands_and_only_where_it_is_in_force() {
    let mut director = Director::default();
    director.see(&stage(Sitting::Signing, Phase::Normal, 0.5), 0.0);
    let agreed = stage(Sitting::Agreed, Phase::Normal, 0.5);
    director.see(&agreed, 10.0);
    let seal = |at| place(Prop::Seal, &director.pose(at));
    assert!(seal(10.2).share < 0.01);
    let (falling, fallen) = (seal(10.6), seal(10.0 + LONGEST));
    assert!(falling.at.y > fallen.at.y && falling.scale.y > fallen.scale.y);
    assert!(fallen.share > 0.99);
    let refused = Pose::of(&stage(Sitting::Refused, Phase::Normal, 0.5));
    assert!(place(Prop::Seal, &refused).share < 0.01);
}

#[test]
fn a_card_shows_its_back_until_its_year_is_turned() {
    let mut aftermath = stage(Sitting::Agreed, Phase::Normal, 0.9);
    aftermath.years = vec![[Fate::Kept; 2]; 8];
    aftermath.turned = 3;
    let pose = Pose::of(&aftermath);
    for no in 0..YEARS {
        let shares = [Prop::Year(no), Prop::YearBack(no)].map(|prop| place(prop, &pose).share);
        let wanted = if no >= 8 {
            [0.0, 0.0]
        } else if no < 3 {
            [1.0, 0.0]
        } else {
            [0.0, 1.0]
        };
        assert_eq!(shares, wanted, "year {no}");
    }
}

#[test]
fn everything_stands_somewhere_in_every_pose_and_is_made_of_whole_triangles() {
    for mood in [Mood::Light, Mood::Dark] {
        let mut empty = Stage::empty(mood, false);
        empty.years = vec![[Fate::Kept, Fate::Broken], [Fate::Paused, Fate::Kept]];
        let pose = Pose::of(&empty).with(Happening::News, 0.4);
        for prop in Prop::all() {
            let canvas = prop.draw(&empty.dress(), 0.02);
            assert!(!canvas.triangles.is_empty() && canvas.triangles.len().is_multiple_of(3), "{prop:?}");
            assert_eq!(canvas.places.len(), canvas.inks.len());
            assert!(canvas.triangles.iter().all(|at| (*at as usize) < canvas.places.len()), "{prop:?}");
            let whole = canvas.places.iter().flatten().chain(canvas.inks.iter().flatten());
            assert!(whole.into_iter().all(|it| it.is_finite()), "{prop:?}");
            let placed = place(prop, &pose);
            assert!(
                placed.at.x.is_finite() && placed.at.y.is_finite() && (0.0..=1.0).contains(&placed.share)
            );
        }
    }
}
