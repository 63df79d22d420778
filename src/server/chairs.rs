//! Chairs in which nobody moves: how long a person is waited for, and what counterparts do in theirs.

use super::class::{Class, No, Order, Phase};
use super::host::Host;
use crate::counterpart::USUAL;
use crate::scenario::{PerSeat, Seat};
use std::time::Duration;

/// How long a counterpart waits before each act, in milliseconds, so that a person can follow.
const PACE: u64 = 2_500;
/// How often chairs are looked at.
const LOOK: Duration = Duration::from_millis(500);
/// How often it is noted that the class is running, in milliseconds.
const BEAT: u64 = 5_000;
/// A look that comes so late, in milliseconds, means that the computer slept.
const ASLEEP: u64 = 10_000;
/// So long before a counterpart takes a chair both sides are told, in milliseconds; half of the time if that is
/// less.
const NOTICE: u64 = 60_000;

/// Counterparts act in the chairs they keep, and take those in which nobody has moved for long.
pub(super) async fn tend(host: &Host) {
    let (mut looked, mut noted) = (host.now(), host.now());
    let mut told = Vec::new();
    loop {
        tokio::time::sleep(LOOK).await;
        let now = host.now();
        if now.saturating_sub(looked) > ASLEEP {
            host.wake(looked);
        }
        looked = now;
        if now.saturating_sub(noted) >= BEAT {
            noted = now;
            host.beat();
        }
        for order in due(host) {
            // A chair that is not ready yet is looked at again.
            let _: Result<(), No> = host.order(order).await;
        }
        let class = host.class();
        let silent: Vec<_> = class.tables().map(|(no, _)| is_told(host, &class, no)).collect();
        if silent != told {
            told = silent;
            host.nudge();
        }
    }
}

/// What is due now: acts of counterparts, and chairs in which nobody has moved for as long as the teacher waits.
pub fn due(host: &Host) -> Vec<Order> {
    let class = host.class();
    let now = host.now();
    let mut orders = Vec::new();
    if class.clock.paused.is_some() || class.phase < Phase::Preparation {
        return orders;
    }
    orders.extend(class.gone(now, |person| host.last_seen(person).unwrap_or(0).max(host.began())));
    for (no, pair) in class.tables() {
        for seat in Seat::ALL.into_iter().filter(|&seat| pair.table.awaits(seat)) {
            if pair.stand_in[seat].is_some() {
                if now.saturating_sub(pair.active_at) >= PACE && !pair.is_asked_in_person(seat) {
                    orders.push(Order::Step { pair: no });
                }
            } else if filled_at(host, &class, no, seat).is_some_and(|at| at <= now) {
                orders.push(Order::StandIn { pair: no, seat, name: USUAL.to_owned() });
            }
        }
    }
    orders
}

/// When a counterpart takes this chair unless somebody moves in it, in milliseconds; `None` where it takes none.
fn filled_at(host: &Host, class: &Class, no: usize, seat: Seat) -> Option<u64> {
    let minutes =
        class.stand_in_after.filter(|_| class.phase == Phase::Talks && class.clock.paused.is_none())?;
    let pair = class.pairs.get(no)?;
    // Silence signs nothing: before a signature a chair is only filled by the teacher's hand.
    let running = pair.table.awaits(seat) && !pair.table.is_closed() && !pair.table.is_signing();
    if !running || pair.stand_in[seat].is_some() {
        return None;
    }
    let touched = pair.delegations[seat].iter().filter_map(|&person| host.last_seen(person)).max();
    // After a restart everybody has the whole time again to come back.
    let since = touched.unwrap_or(0).max(pair.active_at).max(host.began());
    Some(since + minutes * 60_000)
}

/// How many milliseconds are left until a counterpart takes a chair of this table, once both sides are to be told.
pub(super) fn silent(host: &Host, class: &Class, no: usize) -> PerSeat<Option<u64>> {
    let notice = class.stand_in_after.map_or(0, |minutes| NOTICE.min(minutes * 30_000));
    PerSeat::from_fn(|seat| {
        let left = filled_at(host, class, no, seat)?.saturating_sub(host.now());
        (left <= notice).then_some(left)
    })
}

/// For which seats of a table both sides are told.
pub(super) fn is_told(host: &Host, class: &Class, no: usize) -> PerSeat<bool> {
    silent(host, class, no).map(|left| left.is_some())
}
