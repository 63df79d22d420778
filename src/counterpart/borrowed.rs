//! A strategy of the leagues at the table of the talks.

use super::plain::{red, time};
use crate::league::{self, Answer, Space, Turn};
use crate::rules::OfferKind;
use crate::scenario::{Deal, Points, WHOLE};
use crate::view::View;
use std::sync::Arc;

/// What a strategy wants to do now.
pub(super) enum Wanted {
    /// To offer this, worth so much.
    Offer(Deal, Points),
    /// To take what is on the table.
    Accept,
}

/// Asks a strategy by its name; `None` if it has nothing to say.
///
/// It hears the other side's offers from the first on, each at the time at which it was made, and what
/// it says to the last one counts: so it needs no memory between the turns of a game.
pub(super) fn ask(view: &View<'_>, name: &str) -> Option<Wanted> {
    let open = |issue: usize, option: usize| {
        let any = (0..view.open[issue].len()).any(|it| view.open[issue][it] && !red(view, issue, it));
        view.open[issue][option] && !(any && red(view, issue, option))
    };
    let space = Arc::new(Space::open(&view.parts, open, view.batna, WHOLE as f64).ok()?);
    let mut bidder = league::bidder(name, &space, 1)?;
    let rounds = view.shared.timing.rounds;
    let mut out = vec![0; space.issues()];
    let mut say = |received: Option<&[u16]>, round: u32, time: f64| {
        let step = round.saturating_sub(1);
        bidder.answer(&Turn { received, step, steps: Some(rounds), time }, &mut out)
    };
    // Of several offers in one round the last one counts; what is not open any more was never heard.
    let other = view.seat.other();
    let mut heard: Vec<(u32, Vec<u16>)> = Vec::new();
    for offer in view.offers.iter().filter(|offer| offer.by == Some(other) && offer.kind != OfferKind::Text) {
        let Some(options) = space.offer(&offer.deal) else { continue };
        match heard.last_mut() {
            Some((round, kept)) if *round == offer.round => *kept = options,
            _ => heard.push((offer.round, options)),
        }
    }
    let share = |round: u32| f64::from(round) / f64::from(rounds + 1);
    let mut answer = None;
    if heard.first().is_none_or(|(round, _)| *round > 1) {
        answer = Some(say(None, 1, share(1)));
    }
    let last = heard.len().saturating_sub(1);
    for (at, (round, options)) in heard.iter().enumerate() {
        let now = if at == last { view.round } else { *round };
        answer = Some(say(
            Some(options),
            now,
            share(now).max(if at == last { time(view).min(0.99) } else { 0.0 }),
        ));
    }
    match answer? {
        Answer::Offer => {
            let worth = space.utility(&out);
            Some(Wanted::Offer(space.deal(&out), worth))
        }
        Answer::Accept => Some(Wanted::Accept),
        Answer::Leave => None,
    }
}
